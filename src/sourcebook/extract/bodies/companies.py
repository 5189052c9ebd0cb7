"""Firms, media, clubs and groups by what a list or the word beside them says they are: "brands including Nike and Puma", "insurer Aviva", "Polygon's co-founder"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, folded
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names.beside import hints
from sourcebook.extract.names.known import SHIPS
from sourcebook.extract.phrases import heads, parted
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'.&-]*(?<![’']s)(?<![.’'-])|[a-z][A-Z]\w+)"
_NAME = rf"{_WORD}(?:\s(?:(?:&|of|de|del|la|‘n|'n)\s)?{_WORD}){{0,3}}"
_LIST = rf"(?:the\s)?{_NAME}(?:(?:,\s|,?\sand\s|,?\sor\s|,?\sas\swell\sas\s)(?:the\s)?{_NAME})*"
_SURELY = (
    "companies|firms|brands|banks|airlines|carmakers|automakers|retailers|manufacturers|makers|startups|start-ups"
    "|broadcasters|newspapers|outlets|websites|publishers|labels"
    "|chains|studios|operators|carriers|developers|suppliers|insurers|lenders|brokerages|charities|NGOs"
    "|conglomerates|corporations|stores|supermarkets|magazines|apps|platforms|sites|services|drugmakers|chipmakers"
    "|shops|restaurants"
)
_PERHAPS = (
    "giants|groups|organi[sz]ations|agencies|networks|institutions|clubs|teams|sides|universities|colleges|parties"
    "|unions|militias|producers|sponsors|investors|partners|competitors|customers|clients|funds|bands"
)
"""Kinds of bodies, and of what may as well be countries, peoples or persons."""
_SUCH = r"(?:,?\s(?:such\sas|like|including|namely|notably|among\sthem)|\s[–—-]\s(?:including|such\sas))\s"
_AFTER_KIND = re.compile(
    rf"\b(?:(?P<sure>{_SURELY})|(?:{_PERHAPS}))"
    rf"(?:\s(?:in|from|across|around)\s(?:the\s)?{_WORD}(?:\s{_WORD})?)?{_SUCH}(?P<list>{_LIST})"
    rf"(?![\w-]|\s(?:for|of)\s[A-Z])"
)
_BEFORE_KIND = re.compile(
    rf"(?<![\w’'-])(?P<list>{_LIST}),?\s(?:and|or)\s(?:many\s|several\s|some\s|all\s)?other\s(?:[a-z-]+\s){{0,2}}(?:{_SURELY})\b"
)
_DIRECTLY = re.compile(
    rf"\b"
    rf"(?:firms|companies|banks|airlines|retailers|newspapers|broadcasters|carmakers|supermarkets|charities|brands"
    rf"|chains|publishers)\s(?P<list>{_NAME}(?:(?:,\s|,?\sand\s){_NAME})+)(?![\w-]|[’'])"
)
"""As in "the firms Ogilvy and Grey Global"."""
_JOINT = re.compile(r",?\s(?:and|or|as\swell\sas)\s(?:the\s)?|,\s(?:the\s)?")
_ONE = (
    "insurer|reinsurer|chipmaker|chip-maker|drugmaker|drug-maker|brewer|distiller|housebuilder|homebuilder"
    "|publisher|grocer|bookmaker|planemaker|plane-maker|phone-maker|phonemaker|distributor|stockpiler"
    "|(?:auction|fashion|brokerage|publishing|investment|accounting) house"
    "|(?:venture|hedge|pension|investment|sovereign wealth|private equity|wealth) fund|(?:asset|fund) manager"
    "|(?:supermarket|hotel|restaurant|coffee|pharmacy|fast-food|cinema|department store|retail|grocery|discount) chain"
    "|(?:campaign|pressure|lobby|activist|community|student|women’s|conservation|climate|parents|consumer"
    "|patients?|pro-[a-z]+|anti-[a-z]+|left-wing|right-wing|far-right|hacking|hacker|ransomware|neo-Nazi|folk"
    "|dance|theatre|religious|church|youth|veterans) (?:group|organi[sz]ation)"
    "|collective|search engine|(?:messaging|dating|payments?|video|chat|ride-hailing|delivery) app"
    "|(?:social media|streaming|feminist|video|e-commerce|crowdfunding|trading|online) platform|social network"
    "|biotech|fintech|utility|(?:film|animation|movie|game|gaming|design) studio"
    "|(?:crypto|cryptocurrency|stock) exchange|(?:car|fashion|clothing|sportswear|luxury|beauty) brand|union|duo"
    "|trio|quartet|quintet|boyband|supergroup"
    "|(?:rock|punk|pop|boy|girl|metal|indie|hip-hop|rap|jazz|soul|dance|ska|reggae) (?:band|group|act|outfit)"
    "|record label"
    "|(?:biotechnology|biotech|beverage|cosmetics|entertainment|fashion|furniture|grocery|hospitality|pharma"
    "|pharmaceutical|plastics|pharmaceuticals|social media|social networking|sportswear|toy|search"
    "|semiconductor|transport|wireless|web|online|property|real estate|paper|beer|drinks|electronics"
    "|engineering|chemicals|crypto|ride-hailing|telecommunications|consulting|security|ferry|cruise|travel|car) "
    "(?:giant|group|firm|company|maker|operator|provider|startup|start-up|developer|manufacturer|major"
    "|conglomerate|titan|behemoth)|satellite operator|spyware maker"
    "|industry body|trade body|umbrella body"
    "|sister company|parent company|holding company"
)
_CALLED = re.compile(rf"\b(?:{_ONE}),?\s(?!(?:The|This|It|He|She)\b)(?P<name>{_NAME})(?![\w-])")
_OFFICE = (
    "co-?founders?|founders?|CEO|chief executive|chairman|chairwoman|CTO|CFO|managing director|executive director|owner|analyst|economist"
)
_IN_BRACKETS = re.compile(rf"\((?:[a-z-]+\s){{0,2}}(?:{_OFFICE}),?\s(?:of\s|at\s)?(?P<name>{_NAME})\)")
_AFTERWARDS = re.compile(
    rf"(?<![\w’'.-])(?P<name>{_NAME})(?:[’']s)?\s"
    rf"(?:(?:[a-z]+ing|hiking|software|technology|tech|media|trading|investment|energy|mining|oil|gas|security"
    rf"|consulting|delivery|fashion|food|film|insurance|travel|transport|property|law|accounting|research)\s)?"
    rf"(?:company|firm|startup|start-up|hypermarket|supermarkets?|hedge fund|cartel|conglomerate|chain"
    rf"|messaging service|messaging app|monopoly|brand|franchise|subsidiary|offshoot|affiliate|division"
    rf"|internet division|record label|search engine|browser)\b"
)
_KIND = (
    "company|firm|bank|airline|retailer|insurer|developer|manufacturer|broadcaster|newspaper|magazine|website"
    "|news site|startup|start-up|consultancy|think tank|charity|non-?profit|NGO|lender|brokerage|publisher|chain"
    "|supermarket|marketplace"
    "|operator|carrier|conglomerate|subsidiary|platform|search engine|app|exchange|fund|hedge fund|agency"
    "|organi[sz]ation|collective|band|studio|network|provider|producer|supplier|contractor|group of companies|party"
    "|trade union|union|federation|club|franchise|distributor|maker"
)
_IS = re.compile(
    rf"(?<![\w’'.-])(?P<name>{_NAME})(?=[\s,])(?:\s\([^()]{{2,24}}\))?(?P<link>\s(?:is|was|remains|became)\s|,\s|\s[–—-]\s)"
    rf"(?:(?:an?|the|one\sof\s(?:the|its)|{_WORD}[’']s)\s)(?:[\w’'-]+\s){{0,5}}?"
    rf"(?:(?:{_KIND})\b(?!\s[a-z]+er\b))"
    rf"(?=[.,;–—-]"
    rf"|\s(?:in|that|which|of|for|based|owned|founded|with|where|from|and|backed|run|specialis|specializ|led)\b)"
)
_ONE_OF = re.compile(
    rf"(?<![\w’'.-])(?P<name>{_NAME})(?:,|\s[–—-])\sone\sof\s(?:the|its|[A-Z][\w-]+[’']s)\s(?:[\w’'-]+\s){{0,5}}?"
    rf"(?:{_SURELY}|providers|platforms|universities|exchanges|funds|producers|parties|groups|clubs)\b"
)
_LOCAL = (
    "Corporaci[óo]n|Centro|Banco|Grupo|C[áa]mara|Consejo|Comit[ée]|Comisi[óo]n|Asociaci[óo]n|Associaç[ãa]o"
    "|Federaci[óo]n|Federaç[ãa]o|Confederaci[óo]n|Instituto|Secretar[íi]a|Partido|Parti|Unión|União|Sindicato"
    "|Galer[íi]a|Museo|Museu|Mus[ée]e|Teatro|Sociedad|Compañ[íi]a"
    "|Empresa|Fundaci[óo]n|Fundaç[ãa]o|Frente|Movimiento|Voluntad|Universidad|Universidade|Universit[ée]"
    "|Universit[àa]|Colegio|Academia|Académie|Academie|Conseil|Comit[ée]|Soci[ée]t[ée]|Minist[èe]re|Ministerio"
    "|Minist[ée]rio|Banque|Agence|Confédération|Fédération|Rassemblement|Alianza|Agencia|Polic[íi]a|Poder"
    "|Dewan|Jabatan|Barisan|Majlis|Jamaat|Jamiat|Tehreek|Anjuman|Deutsche|Bundesamt|Landtag|Verein|Circolo|Istituto"
    "|Azienda|Ente|Lega|Misioneras|Hermanas|Diario|Peri[óo]dico"
)
_OFFICE_NEXT = "Chair(?:man|woman|person)?|Speaker|President|Deputy|Vice|Member|Secretary|Spokes(?:man|woman|person)|Leader|Director|Ameer|Amir|Emir|MP"
"""What ends such a name: "Majlis Speaker Ana Ruiz"."""
_IN_OTHER_TONGUES = re.compile(
    rf"(?<![\w’'.-])(?:{_LOCAL})"
    rf"(?:\s(?:(?:de\sla|de\slos|de\slas|de\sl[’']|del|de|da|do|dos|des|du|la|para|pour|y|e|et|of)\s)?(?!(?:{_OFFICE_NEXT})\b){_WORD}){{1,6}}"
)
_SOUTH_ASIAN = re.compile(
    rf"(?<![\w’'.-]){_WORD}(?:\s{_WORD}){{0,3}}\s"
    rf"(?:Dal|Sabha|Sangh|Parishad|Sena|Samiti|Morcha|Prakashan|Sangathan|Mahasabha|Mahasangh|Parivar|Vidyalaya"
    rf"|Vidyapeeth|Gurukul|Yuan|Shimbun|Ilbo|Gakuen|Daigaku|Kai|Partisi|Partiya)\b"
)
_OF_LAND = re.compile(
    r"(?<![\w’'-])"
    r"(?:(?:Public\s)?Health|Statistics|Transport|Sport|Sports|Cricket|Rugby|Hockey|Athletics|Basketball|Netball|Swimming|Cycling|Tennis|Football|Soccer|Golf|Rowing|Immigration|Environment(?:\sand\sClimate\sChange)?|Fisheries\sand\sOceans"
    r"|Natural\sResources|Parks|Elections|Visit|Invest|Creative|Age|Historic|Network|Education|Skills|Housing|Energy|Tourism|Film|Screen|Arts|Culture|Heritage|Maritime|Aviation|Customs|Biosecurity|Universities|Indigenous\sServices|Correctional\sService|Service|Destination|Innovation|Research|Consumer|Disability|Citizens\sAdvice|Police)\s"
    r"(?:Canada|Australia|New\sZealand|Scotland|England|Wales|Ireland|Northern\sIreland|UK|Britain|India|Kenya"
    r"|Ghana|Nigeria|Uganda|South\sAfrica|Namibia|Pakistan|Bangladesh|Sri\sLanka|Malaysia|Singapore|Jamaica"
    r"|Zimbabwe|Zambia|Botswana|Victoria|Queensland|Ontario|Alberta|Qu[ée]bec|NSW|Europe|Africa)\b(?!\s[A-Z])"
)
_NATION = re.compile(
    rf"(?<![\w’'.-])(?:{_WORD}\s){{1,3}}(?:First|Cree|Dene|M[ée]tis|Ojibway|Tribal|Navajo|Cherokee)\sNation\b"
    rf"|(?<![\w’'.-])(?:Navajo|Cherokee|Osage|Choctaw|Blackfeet)\sNation\b"
    rf"|(?<=[Tt]he\s)"
    rf"(?!(?:Islamic|Young|One|Host|Daily|Red|Whole|Rainbow|Start-?up|Sunday|Muslim|Arab|Jewish|English|Scottish"
    rf"|Irish|First)\b){_WORD}\sNation\b"
)
_LTD = re.compile(rf"(?<![\w’'.-])(?:{_WORD}\s){{1,4}}(?:Co|Corp)\b(?!-|\sof\s)(?:\.?,?\s(?:Ltd|LLC|Inc)\b)?")
_RESEARCH = re.compile(
    rf"(?<![\w’'.-])(?:{_WORD}\s){{1,3}}"
    rf"(?:Research|Securities|Markets|Investments|Economics|Advisors|Advisers|Associates|Intelligence|Consultants"
    rf"|Brokers|Partners)"
    rf"(?=\s"
    rf"(?:analysts?|economists?|strategists?|researchers?|traders?|director|chief|said|says|estimates|survey"
    rf"|data|figures)\b)"
)
"""Who analyses, by what follows: "Marquis Investment Research analyst Ann Lee"."""
_TV = re.compile(
    rf"(?<![\w’'.-])"
    rf"(?!(?:State|Reality|National|Cable|Live|Satellite|Smart|Local|Watch|On|Public|Digital|Hybrid)\b){_WORD}\sTV\b"
    rf"(?!\s(?:show|series|drama|presenter|star|channel\b))"
)
_SAID_BY = re.compile(
    rf"\b[Aa]ccording\sto\s(?:the\s)?(?P<name>{_NAME})"
    rf"(?=[,.;]"
    rf"|\s"
    rf"(?:data|figures|statistics|analysts?|estimates|research|report|reports|survey|and(?!\s[A-Z])|which|in"
    rf"|on)\b)"
)
_OTHER_TONGUES = frozenset(re.sub(r"\[(.)(.)\]", letter, each).lower() for each in _LOCAL.split("|") for letter in (r"\1", r"\2"))
_TOLD = heads(_KIND) | {"nonprofit", "ngo"}
_GATE = heads(_SURELY, _PERHAPS, "organizations", "organisations")
_OF_KINDS = folded(_GATE)
_ONES = heads(_ONE)
_OFFICES = heads(_OFFICE) | {"co", "cofounder", "cofounders"}
_LATER = heads(
    "company|firm|startup|start-up|hypermarket|supermarkets|hedge|cartel|conglomerate|chain|messaging|monopoly"
    "|brand|franchise|subsidiary|offshoot|affiliate|division|record|search|browser"
) | {"start-up"}


_SEVERAL = ("duo", "trio", "quartet", "quintet")


def companies(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Organizations that no word of their own shows, but a list's beginning, a noun before or after them, or an office in brackets."""
    text, capitals = document.text, document.capitals
    yield from _written_together(document, gazetteer)
    yield from _of_lists(document, gazetteer)
    for found in document.begun(_CALLED, document.where(_ONES), headings=False):
        # "the duo Ann Lee and Bob Ray"
        if not (found[0].startswith(_SEVERAL) and text.startswith(" and ", found.end())):
            yield from _named(text, *found.span("name"), gazetteer, 4)
    for found in document.finds(_IN_BRACKETS, _OFFICES, headings=False) if "(" in text else ():
        yield from _named(text, *found.span("name"), gazetteer, 4)
    for pattern, words in ((_IS, _TOLD), (_ONE_OF, {"one"})):
        for found in document.finds(pattern, words, capitals, headings=False):
            yield from _named(text, *found.span("name"), gazetteer, 3)
    yield from _in_other_tongues(document, gazetteer)
    for found in document.finds(_SAID_BY, {"according"}, headings=False):
        yield from _unknown(document, *found.span("name"), gazetteer)
    for found in document.finds(_AFTERWARDS, _LATER, capitals, headings=False):
        if " " in found["name"] or found.start() != document.sentence_of(found.start()).span.start:
            yield from _named(text, *found.span("name"), gazetteer, 3)


_CAMEL = re.compile(
    r"(?!Mc|Mac|De[A-Z]|Di[A-Z]|La[A-Z]|Le[A-Z]|Fitz|Van|Von|Du[A-Z]|Da[A-Z]|Lo[A-Z]|Del|San|Al[A-Z]|El[A-Z]"
    r"|Te[A-Z]|Ba[A-Z])[A-Z][a-z]{2,}[A-Z][a-z]{2,}"
)
_PRODUCT = re.compile(
    r"(?:[’']s?)?\s(?:[\w-]+\s)?"
    r"(?:consoles?|games?|software|players?|handsets?|series|devices?|engineers?|developers?|programs?|language"
    r"|smartphones?|tablets?|code|files?|format|season|show|phones?|\d)\b"
)
_SITE = re.compile(r"\w|\.[a-z]")
_DEALS = re.compile(r"\b(?:at|by|with|from|told|according to|as|firm|company)\s\Z")
_MADE = re.compile(r"\b(?:game|games|game like|games like|console|its|the new|new|software|using|program|format|show|called)\s\Z")


def _written_together(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Firms by capitals within their names, as few others are written, where the words beside show a firm and none that it is made: "KiwiRail"."""
    text = document.text
    places: dict[str, list[Span]] = {}
    for at in document.where_so(_is_camel):
        found = _CAMEL.match(text, at)
        if found and found[0] not in gazetteer.names and not _SITE.match(text, found.end()):
            places.setdefault(found[0], []).append(Span(*found.span()))
    for word, spans in places.items():
        made = any(_PRODUCT.match(text, each.end) or _MADE.search(text, each.start - 14, each.start) for each in spans)
        shown = any(
            _DEALS.search(text, each.start - 14, each.start) or hints(text, each.start, each.end)["organization"] > 0 for each in spans
        )
        if shown and not made:
            yield from (Found(span=each, type="organization", name=word, priority=1) for each in spans)


def _is_camel(word: str) -> bool:
    return not word.islower() and len(word) > 5 and word[0].isupper() and not word[1:].islower() and _CAMEL.fullmatch(word) is not None


_ENDS = words_of(
    "dal sabha sangh parishad sena samiti morcha prakashan sangathan mahasabha mahasangh parivar vidyalaya vidyapeeth gurukul yuan"
)
_LANDS = words_of(
    "canada australia zealand scotland england wales ireland uk britain india kenya ghana nigeria uganda africa "
    "namibia pakistan bangladesh lanka malaysia singapore jamaica zimbabwe zambia botswana victoria queensland "
    "ontario alberta quebec québec nsw europe"
)
_ANALYSE = words_of(
    "research securities markets investments economics advisors advisers associates intelligence consultants brokers partners"
)
_BY_ENDS = ((_ENDS, _SOUTH_ASIAN), ({"nation"}, _NATION), (_LANDS, _OF_LAND), ({"co", "corp"}, _LTD), ({"tv"}, _TV), (_ANALYSE, _RESEARCH))
"""Patterns with the words without which they find nothing."""


def _in_other_tongues(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Bodies by a word of another language, of a nation or of a firm: "Centro Humboldt", "Bajrang Dal", "Okanese First Nation", "Ink Publishing Co"."""
    for found in document.finds(_IN_OTHER_TONGUES, _OTHER_TONGUES, document.capitals, headings=False):
        yield from _named(document.text, *found.span(), gazetteer, SURE)
    for words, pattern in _BY_ENDS:
        for found in document.finds(pattern, words, document.capitals, headings=False):
            yield from (each for each in _named(document.text, *found.span(), gazetteer, SURE) if " " in each.name)


def _unknown(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """A source of figures, if no list and no words beside it show a person: "according to Newzoo"."""
    text = document.text
    parts = text[start:end].split()
    if any(each in gazetteer.given or each.casefold() in gazetteer.family for each in parts) or parts[-1] in _PAPERS:
        return
    if any(hints(text, at, at + len(parts[-1]))["person"] > 0 for at in document.where(parts[-1:])):
        return
    yield from (replace(each, priority=1) for each in _named(text, start, end, gazetteer, 2) if each.name not in gazetteer.names)


_PAPERS = words_of("Act Bill Code Law Yearbook Report Index Survey Constitution Bible Quran Plan Statement Agreement Treaty Convention")
"""What is written rather than writes."""


def _of_lists(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Those of a list before or after the word for their kind: "companies like Reliance, Tata and Amul", "Google, Apple and other firms"."""
    text, kinds = document.text, document.where_so(_OF_KINDS)
    before = document.finds(_BEFORE_KIND, {"other"}, document.capitals, headings=False) if kinds else ()
    for found in (*document.begun(_AFTER_KIND, kinds, headings=False), *document.begun(_DIRECTLY, kinds, headings=False), *before):
        at = found.start("list")
        at += 4 if text.startswith("the ", at) else 0
        # What is said of several may be countries, peoples or persons.
        sure = found.groupdict().get("sure", "") is not None
        for start, end in parted(text, at, found.end("list"), _JOINT):
            yield from _named(text, start, end, gazetteer, SURE if sure else 3)


_FOLLOWED = (
    r"(?=[,.;:’')]"
    r"|\s"
    r"(?:said|says|has|is|was|will|to|and|for|chief|CEO|boss|spokes\w+|managing|director|head|country|which"
    r"|who|by|on|from|as|also|that|manager|president|chairman)\b)"
)
_BRANCH = re.compile(
    rf" "
    rf"(?:Cloud|International|Technology|Technologies|Capital|Ventures|Holdings|Motorsport|Racing|Gazoo Racing"
    rf"|Studios|Pictures|Energy|Foundation|Arabic|Persian|Español|Hausa|Sport|Sports|Entertainment"
    rf"|Pharmaceuticals|Logistics|Financial|Financial Services|Interactive|Games){_FOLLOWED}(?!\w|-|\s[A-Z])"
)
"""What a firm's name goes on with for a daughter of it."""
_LAND_AFTER = re.compile(rf" (?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+)?){_FOLLOWED}(?!\w|-|\s[A-Z])")
_SENT_TO = re.compile(r" (?:to|in) (?:the )?(?P<land>[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,2}?)(?! [A-Z]| and [A-Z]|[\w-])")
_ALLIES = frozenset({"NATO", "EU", "UN", "US", "UK", "AU"})
"""Who deals with lands rather than have branches there: "NATO Libya"."""


def branches(text: str, found: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Firms, charities and media that the tables know with what their names go on with: "Alibaba Cloud", "Oxfam India"."""
    for each in found:
        words = each.span.of(text) if each.type == "organization" else ""
        if not words or not words.rsplit(maxsplit=1)[-1][0].isupper():
            continue
        more = _BRANCH.match(text, each.span.end)
        sent = _SENT_TO.match(text, each.span.end) if words.endswith(("EU Delegation", "Union Delegation", "UN Mission")) else None
        if sent and gazetteer.country(sent["land"]):
            # "the EU Delegation to Albania" is one of many.
            name = " ".join(text[each.span.start : sent.end()].split())
            yield Found(span=Span(each.span.start, sent.end()), type="organization", name=name, priority=SURE + 2)
        land = None if more or words in _ALLIES else _LAND_AFTER.match(text, each.span.end)
        # "told the BBC Israel’s security": there another sentence begins.
        land = None if land and text.startswith(("’", "'"), land.end()) and text.endswith("the ", 0, each.span.start) else land
        known = gazetteer.names.get(land["land"]) if land else None
        more = land if land and known and (known.kind in {"country", "macro-region"} or (known.kind == "city" and known.sure)) else more
        if more:
            name = " ".join(text[each.span.start : more.end()].split())
            yield Found(span=Span(each.span.start, more.end()), type="organization", name=name, priority=SURE)


SURE = 6
"""Priority of names that hold the word for what they are."""


def _named(text: str, start: int, end: int, gazetteer: Gazetteer, priority: int) -> Iterator[Found]:
    """The words as a body's name, without what opens the sentence; nothing if they are a place's, a person's or none."""
    words = text[start:end].split(" ")
    while len(words) > 1 and (words[0] in gazetteer.words["opening"] or words[0] in gazetteer.demonyms):
        start += len(words.pop(0)) + 1
    while len(words) > 1 and words[-1] in gazetteer.words["opening"]:
        # "told the Dewan Rakyat Monday"
        end -= len(words.pop()) + 1
    name = " ".join(words)
    known = gazetteer.names.get(name)
    first = words[0]
    none = (
        (known is not None and known.type == "place" and (known.sure or first not in gazetteer.words["ambiguous"]))
        or (known is None and len(words) > 1 and first in gazetteer.given and gazetteer.words["body"].isdisjoint(words))
        or first.endswith("-based")
        or first == "A"
        or first in SHIPS
        or words[-1] in gazetteer.demonyms
        or words[-1] in gazetteer.titles
        or (len(words) == 1 and (len(first) < 2 or gazetteer.lists(first, "opening", "other", "institution", "leader")))
        or (len(words) == 1 and first in gazetteer.given)
        or (priority < SURE and len(words) > 1 and gazetteer.country(first) is not None)
    )
    if not none and end > start:
        yield Found(span=Span(start, end), type="organization", name=" ".join(text[start:end].split()), priority=priority)
