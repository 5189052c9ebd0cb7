"""Agreements: instruments by their names, and unnamed ones that are said to be signed or to stand."""

from collections.abc import Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.known import BY_NAME, BY_NAME_WORDS, IN_FULL
from sourcebook.extract.agreements.treaties import (
    ADOPTED,
    GATHERING,
    SHORT,
    THERE_SHORT,
    adopted,
    again,
    agreement_kind,
    between_governments,
    by_letters,
    of_peace,
    of_two,
    what_it_is,
    where_slashed,
    with_initials,
)
from sourcebook.extract.agreements.truces import TRUCES, truces
from sourcebook.extract.document import HEADING, Document, matches
from sourcebook.extract.events.borders import named_from
from sourcebook.extract.found import Found
from sourcebook.extract.phrases import MONTH, WEEKDAY, heads
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

LEAD = re.compile(
    r"(?:According to|What|The|THE|A|An|Another|Our|(?:Two|Three|Four|Five)(?!\s(?:Power|Point))|Several|Some|All|Other|Under"
    r"|Affaires of(?= the)|Chapter\s[IVX]+\sof(?= the)|Articles?\s\d+\sof(?= the)|Since|Through|Near|During|Within|Between|Among|Against|Into|Upon|Also|Meanwhile"
    r"|However|Today|Yesterday|Earlier|Later|Former|Retired|Then|Follow|See|Read|Visit|Contact|Via"
    r"|Governments of|Members of|Officials of|Leaders of|Troops of|Soldiers of|Staff of|Delegates of|Experts of"
    r"|Employees of|Representatives of(?= the)|In|At|On|And|But|After|Before|While|As|For|From|With|By|To|Of"
    r"|(?:Will|Would|Can|Could|Should|Must|Does|Did|Has|Is|Was)(?=\sthe\s)|This|That|His|Her|Their|Our|Its|When|If|Both|Following|Anniversary of|Even|Yet|Still|Now|Only|Like"
    r"|Unlike|Besides|Despite|Amid|Because|Since|Until|Meanwhile|Instead|Although|Though|Whether|Where|Every"
    rf"|Each|No|Most|Many|{MONTH}|{WEEKDAY})\s+(?:the\s+)?|[A-Z][a-z]+ing\s+the\s+"
    r"|[A-Z][\w’']+-(?:based|headquartered)\s+|(?:Opposition|Ruling)\s+(?=(?:[A-Z][\w-]+\s+){1,4}Party\b)"
    r"|(?:Republican|Democrat|Labour|Conservative|Tory)\s+(?=[A-Z][a-z]+\s+[A-Z]\.?\s)"
    r"|(?!(?:People|Women|Children|Workers|Men|Citizens|Farmers|Students|Nations|Veterans|Chairman|Chair|Leaders"
    r"|Ministers|King|Queen|Sultan|Emir)[’']?s?[’']?\s)(?:[A-Z][\w-]*(?:[’']s|s[’']))\s+"
)
BODY_FIRST = re.compile(
    r"(?:[A-Z]\w+\s+)?(?:Government|Ministry|Party|Front|Council|Commission|Committee|Movement|Organi[sz]ation|Office|Agency|Coalition|Alliance|Authority|Centre|Center|Institute)\s+(?:of|for|on)\b"
)
_INSTRUMENTS = (
    r"(?:Joint Statement|Joint Declaration|(?<=[a-z’] )Statement(?= on [A-Z]| of the )|Declaration of Intent|Statement of Intent|Letter of Intent|Declaration|Treaty|Treaties|Final Act|Agreement|Memorand(?:um|ums|a) of (?:Understanding|Cooperation|Intent|Agreement)|Memorandum|Protocol|Convention|Accords?|Pact|Communiqué|Communique|Charter"
    r"|Resolution(?:s\s+\d{3,4}(?:\s+\(\d{4}\))?(?:,\s+\d{3,4})*,?\s+and\s+\d{3,4}|\s+(?:[Nn]o\.?\s+)?\d+)?|Code of Conduct|(?<=[’']s )Statement|(?<=s[’'] )Statement|(?<=[a-z] )MoU|(?<=[a-z] )MOU|Covenant|(?<=Constitutional )Document|(?<=Outcome )Document|Road ?[Mm]ap|Action Plan|Plan of Action|Pledge|Consensus|Compact|Armistice|Arrangement(?! of [A-Z])|Framework(?= for\b| on\b| that\b|\s*\()|(?<=[a-z]\s)Framework)"
)
AGREEMENT = re.compile(
    rf"(?:[A-Z][\w’'-]*(?:\s+(?:of|for|on|and|the|to|between|in|de|del|da|do|la|las|al|el)(?:\s+the)?)?\s+){{0,6}}(?:\([A-Z]{{2,8}}\)\s+)?{_INSTRUMENTS}s?(?!\w)(?:\s+(?:No\.?\s?\d+|[IVX]{{1,4}}|\d{{1,3}}(?=[,.;)]|\s+\())\b)?"
    rf"(?!\s+(?:Cent(?:er|re)|Hall|Bureau|People|Organi[sz]ation|[Ee]xercises?|[Dd]rills?|operation))(?:\s+(?:of|on|for|[Aa]gainst|[Ee]stablishing|[Cc]oncerning|[Rr]egarding|to(?=\s(?:Avoid|Combat|Counter|Eliminate|End|Improve|Prevent|Promote|Protect|Reduce|Suppress)\b))\s+(?!(?:{WEEKDAY}|{MONTH})\b)(?:(?:the|an?)\s+)?(?:\d{{1,3}}(?:st|nd|rd|th)\s+(?:and\s+\d{{1,3}}(?:st|nd|rd|th)\s+)?)?(?:St\.[ -]+)?[A-Z][\w’'-]*(?:\s+(?:(?!and\s+an?\s|on\s+(?:Jan|Febr|March|April|May|June|July|August|Sept|Octo|Novem|Decem))(?:of|and|on|for|to)(?:\s+(?:the|an?))?|the|in\s+the(?=\s+(?:Field|Area|Sphere|Arab|Black|Baltic|Caribbean|Mediterranean|Arctic|Antarctic|Asia|Asian|Atlantic|Pacific|North|South|East|West|Northern|Southern|Eastern|Western|Central)s?\b))?\s*[A-Z][\w’'-]*)*)?"
)
_TWO = re.compile(rf"\s+and\s+(?:the\s+)?(?=(?:[A-Z]\w+\s+){{0,3}}{_INSTRUMENTS})")
_LONE = re.compile(
    r"(?<=[Tt]he )(?:Protocol|Agreement|Memorandum|Treaty|Declaration|Road ?[Mm]ap|Communiqué|Action Plan)\b(?:\s+(?:on|for)\s+(?:the\s+)?[a-z][\w-]+(?:\s+(?:and|of|in)\s+[a-z][\w-]+|\s+(?!(?:in|at|with|between|was|were|is|has|by|for|to|on|that|which|during|from)\b)[a-z][\w-]+){0,3})?"
    r"|(?<=\b[Aa] )(?:Protocol|Memorandum|Treaty|Declaration|Roadmap|Communiqué)\b|(?<=\b[Aa]n )Agreement\b"
)
_OF_WHAT = (
    r"(?:intergovernmental|inter-governmental|bilateral|framework|trade|interagency|co-?operation|joint|peace|ceasefire|cease-fire|truce|free[- ]trade|visa[- ]waiver|visa[- ]free|visa|investment|extradition|security|defen[cs]e|military|nuclear|policing|police"
    r"|air services|double taxation|partnership|association|customs|border|boundary|arms control|arms|economic|strategic|comprehensive|readmission|transit|tax|energy|gas|oil|loan|grant|power-sharing|power purchase|technical|cultural|interim|landmark|refugee"
    r"|grain|twinning|complementary|complementation|supplementary|implementing|headquarters|host country|lease|offset|purchase|export|import|fisheries|fishing|migration|prisoner exchange|swap|budget|basing|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)[- ]point|status of forces|logistics|training|research|rail|shipping|aviation|mining|supply|funding|currency swap|non-aggression|friendship|mutual defen[cs]e|disengagement|de-escalation|maritime|navigation|labou?r|agricultur(?:e|al)|railway|road|transport|shipping|water|water-sharing|river|environmental|climate|tourism|electricity|power|digital|data|intelligence|media|education|scientific|judicial|legal|coast guard|search and rescue|cessation of hostilities|nuclear-sharing)"
)
_HEADS = r"(?:(?:letters?|statements?) of intent|agreements? in principle|agreements?|memos? of understanding|(?:co-?operation|bilateral|interstate|intergovernmental) documents|memorand(?:um|ums|a) of (?:understanding|co-?operation|intent|intentions|agreement)|MO[Uu]s?|MoUs?|treaty(?! (?:all(?:y|ies)|partners?|obligations?|commitments?|organi[sz]ation)\b)|treaties|protocols?|joint (?:statements?|declarations?|communiqu[eé]s?)|memorandums?|memoranda|declarations?(?= (?:on|for) )|(?:joint )?vision statements?|accords?|pacts?|communiqu[eé]s?|contracts?|roadmaps?|declarations? of intent|FTAs?|armistice(?: agreements?)?|(?:consular|commercial|claims|boundary|postal|naval|extradition) conventions?|(?<=signed an )amendment(?= to )|(?<=signed a )(?:document|statement)|lease(?= (?:for|on|of|with) ))"
_PROGRAMME = re.compile(
    r"\b(?:(?:co-?operation|joint|exchange|executive|work)\s+(?:action\s+)?(?:program(?:me)?s?|plans?)|(?:program(?:me)?s?|plans?)\s+(?:of|for)\s+(?:the\s+)?(?:co-?operation|consultations|action|exchanges?))\b(?!-)"
)
"""Programmes and plans that two sign."""
_CUSTOMS = r"(?!(?:(?<=Amiri )|(?<=[Rr]oyal )|(?<=diplomatic )|(?<=health )|(?<=safety )|(?<=court ))protocols?\b)"
"""Protocols that are customs, rules or offices."""
_PLURAL = re.compile(
    rf"(?<!\w)(?<!\bin ){_CUSTOMS}(?:(?:(?i:{_OF_WHAT})(?:\s+and\s+|,\s+|\s+))*{_HEADS}|(?:{_OF_WHAT}\s+)+deals?)\b(?!-)(?!\s+(?:commitments?|documents?|negotiations|talks|lines?|obligations?|signing|allies|in\s+principle))"
)
_OF_A_YEAR = re.compile(
    rf"\b(?P<what>(?:{MONTH}\s+)?(?:1[5-9]|20)\d\d\s+(?:{_OF_WHAT}\s+)*"
    r"(?:agreements?|accords?|pacts?|treaty|protocol|refugee convention|convention(?= (?:on|for|against|between)\b)|memorandum|armistice|communiqué|declaration))\b(?!-|\s+lines?\b)"
)
"""An instrument by its year: "the 1900 boundary agreement"."""
_PARTNERSHIP = re.compile(
    r"\b(?:sign(?:ed|ing)?|conclud\w+|inked|agreed|elevated)\s+(?:an?|the)\s+(?:new\s+)?(?P<what>(?:(?:[A-Z][\w-]+\s+(?:and\s+)?){1,4}Partnership\b|(?:[a-z-]+\s+){0,2}?(?:strategic|comprehensive|defen[cs]e|security|economic|trade|energy|health|climate|green|digital|development|education|migration|mobility)\s+partnership\b))(?!\s+(?:agreement|treaty|pact|deal|memorandum))"
)
_STANDS = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]heir|[Ii]ts|\d{{4}})\s+(?P<what>(?:[A-Z]\w+\s+)?(?:{_OF_WHAT}\s+)+(?:agreements?|accords?|pacts?|treaty|deal))\b(?!-)"
)
_DEFINITE = re.compile(
    rf"\b(?:[Tt]he|[Uu]nder\s+an?|part\s+of\s+an?|[Aa]n?(?=\s+\d{{4}}\s))\s+(?:\d{{4}}\s+)?(?P<what>(?:{_OF_WHAT}\s+)*(?:{_HEADS}|deals?))(?=\s+between\s+(?:the\s+)?[A-Z])"
)
_CAPPED = re.compile(
    rf"(?<![\w’'-])(?!(?:The|This|That|An?|Under|Of|In|On)\s)(?P<what>(?P<who>[A-Z][\w–-]+)(?:\s[A-Z][\w–-]+){{0,2}}\s+(?:{_OF_WHAT}\s+)*(?:agreements?|accords?|pact|treaty|protocols?|deal|memorandum|communiqué|declaration))\b(?!-|\s+(?:all(?:y|ies)|partners?)\b)"
)
_BEFORE_NAME = re.compile(
    r"\b(?:[Tt]he|[Uu]nder(?:\s+the)?|[Oo]f(?:\s+the)?|[\w-]+-(?:backed|brokered|mediated|sponsored)|sign(?:ed|ing)?|implement(?:ed|ing)?|an?|that|this)\s+(?:(?:19|20)\d\d\s+)?\Z"
)
"""Instruments by the place or the people that they are called after: "the Minsk agreements"."""
_OF_TWO = re.compile(r"[A-Z]\w+[–-][A-Z]\w+ [A-Z].*")
"""What two countries call by a name of its own: "Norway-Iceland Coast Watch treaty"."""
_NO_NAME = frozenset(["Amiri", "Royal", "The", "This", "Government", "Ministry", "State", "Foreign", "Prime", "President"])
_ANY = words_of(
    "agreement agreements accord accords pact pacts treaty treaties deal protocol protocols deals conventions memorandum memorandums memoranda communiqué communiqués communique communiques declaration declarations statement statements charter intent mou mous roadmap roadmaps road plan plans programme programmes program programs contract contracts document documents memo memos lease leases convention vision fta ftas amendment amendments armistice"
)
_BARGAINS = words_of(
    "agreement agreements accord accords pact pacts treaty treaties convention conventions armistice deal deals protocol protocols memorandum memorandums memoranda memo memos mou mous lease leases communiqué communiqués communique "
    "communiques declaration declarations intent roadmap roadmaps road contract contracts document documents action programme programmes program programs plan plans fta ftas amendment amendments"
)
_STATED = frozenset(["statement", "statements"])
_JOINTLY = frozenset(["joint", "vision", "signed"])
"""Without a word of bargains, or a statement that is made jointly, no unnamed instrument is spoken of."""
_IN_FORCE = words_of(
    "implementation follow terms violation violations provisions text fulfilment fulfillment execution breach signatories parties compliance withdrawal"
)
_LIVE = re.compile(
    r"\b(?:[Ii]mplementation|[Ff]ollow-up|[Tt]erms|[Vv]iolations?|[Pp]rovisions|[Tt]ext|[Ff]ulfil?ment|[Ee]xecution|[Bb]reach|[Ss]ignatories|[Pp]arties|[Cc]ompliance|[Ww]ithdrawal)\s+(?:of|to|with|from)\s+(?:the|this|that)\s+"
    r"(?P<what>(?:peace\s+|ceasefire\s+|trade\s+)?(?:agreement|treaty|accord|pact|deal|protocol|convention|memorandum))\b(?!\s+(?:of|on|between))"
)
"""An instrument that is spoken of as in force: "the implementation of the agreement"."""
_DECLARED = re.compile(
    r"\s+(?:on|for)\s+(?:the\s+)?[\w’'-]+(?:\s+(?!(?:was|were|is|are|signed|adopted|which|that|has|had|have|will|at|by|and\s+(?:an?|the|its|his|[a-z]+(?:tion|ment|ing|ed))|during|after|in\s+[A-Z])\b)[\w’'-]+){0,9}(?=[,.;]|\s+(?:was|were|signed|adopted|which|that|has|had|at|by|and|during|after)\b)"
)
"""What a declaration is on."""
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Aa]n?|this|that|their|its|new|first|second|another|same)\s+(?:[\w-]+\s+)?\Z")
_TO_DO = re.compile(r"\s+(?:to\s+(?!the\b|a\b|an\b|[A-Z])[a-z]+|that\b)")
"""What is agreed, after an act of agreeing rather than an instrument: "reaffirmed their agreement to broaden ties"."""
_AGREEING = re.compile(r"\b(?:reaffirmed|expressed|voiced|confirmed|their|his|her|mutual|in|general|common)\s+(?:mutual\s+|full\s+)?\Z")
_SOUGHT = re.compile(
    r"\b(?:negotiat(?:e|es|ing|ions?)|talks|possible|proposed|potential|towards?|future|sought|seek\w*(?!\s+to\s+(?:dismantle|undermine|end|leave|quit|implement|amend|preserve|save|renew|restore|violate|rewrite)\b)|conclusion)\b[^.;,]{0,24}\Z"
)
_SIGNED = re.compile(
    r"\b"
    r"(?:sign(?:ed|ing|s)?|adopt(?:ed|ing|s)?|conclud(?:ed|ing)|initialled|initialed|ratif(?:ied|y|ying|ication)"
    r"|(?:renewed|prolonged|extended) (?:an?|the|their|its)|inks|concludes|initial(?:s|ling)|signatures? to|inked|reached|exchanged|exchange of (?:an?|the|two|three|several|\d+)|welcom(?:ed|es|ing|e)|inaugurated"
    r"|entered into force|enters into force|struck|seal(?:ed|s)|broker(?:ed|ing)|penned|hail(?:ed|s)"
    r"|under (?:the|an?)|signature|signatories|clinch(?:ed|es|ing)|finali[sz](?:ed|es|ing)"
    r"|came into (?:force|effect)|took effect|takes effect|comes? into (?:force|effect)|secured"
    r"|(?:presided over|witness(?:ed)?) the signing|the signing of|adoption of"
    r"|announced (?:an?|the|their) (?:joint )?(?:declaration|agreement|pact|deal|accord)"
    r"|(?:communiqué|statement|declaration)s? (?:issued|released|published))\b"
)
_INSTRUMENT_WORDS = heads(
    _INSTRUMENTS[3:],
    _HEADS[3:],
    "cooperation|programme|program|plan|deal|mou|partnership|memoranda|treaties|accord|communiqués|declaration|road|action|joint|agreement",
)
_NAMED = re.compile(
    r"(?:Joint|Statement|Declaration|Document|Letter|Plan|Pledge|Treat|Final|Agreement|Memorand|Protocol|Convention|Accord|Pact|Communiqu|Charter|Resolution|Covenant|Road|Action|Consensus|Compact|Armistice|Arrangement|Framework|MoU|MOU)"
)
_EITHER = BY_NAME_WORDS | _INSTRUMENT_WORDS | ADOPTED | TRUCES


def agreements(document: Document) -> Iterator[Found]:
    """Named instruments, and unnamed ones that are said to be signed or adopted; "the Treaty" is the one named before."""
    found = list(_told(document))
    short = dict(by_letters(document.text, found))
    yield from (each for each in found if (each.span.start, each.span.end) not in short)
    for span, name in (*short.items(), *again(document.text, found)):
        yield _agreement(document, *span, 5).called(name)


def _told(document: Document) -> Iterator[Found]:
    for sentence in document.holding(_EITHER):
        if sentence.block is HEADING:
            continue
        text, first, last = document.text, sentence.span.start, sentence.span.end
        yield from (_agreement(document, *place, 6) for place in what_it_is(document, sentence))
        yield from (_agreement(document, *place, 3) for place in adopted(document, sentence))
        yield from (_agreement(document, *place, 6 if document.text[place[0]].isupper() else 3) for place in truces(document, sentence))
        if not sentence.words.isdisjoint(BY_NAME_WORDS):
            each_known = (_agreement(document, *words.span(), 6) for words in BY_NAME.finditer(text, first, last))
            yield from (each.called(IN_FULL.get(each.name, each.name)) for each in each_known)
        if sentence.words.isdisjoint(_INSTRUMENT_WORDS):
            continue
        capitals = document.capitals_by_sentence[sentence.number]
        for found in matches(AGREEMENT, text, capitals, last) if _NAMED.search(text, first, last) else ():
            yield from _instruments(document, *found.span())
        yield from (_agreement(document, *place, 8) for place in between_governments(document, sentence))
        for found in _PARTNERSHIP.finditer(text, first, last) if "partnership" in sentence.words else ():
            yield _agreement(document, *found.span("what"), 3)
        if sentence.words.isdisjoint(_ANY):
            continue
        yield from _in_quotes(document, first, last)
        if not sentence.words.isdisjoint(_BARGAINS) or (not sentence.words.isdisjoint(_STATED) and not sentence.words.isdisjoint(_JOINTLY)):
            yield from (_unnamed if _SIGNED.search(text, first, last) else _spoken_of)(document, first, last)
        for found in matches(_CAPPED, text, capitals, last):
            led = _BEFORE_NAME.search(text, max(first, found.start() - 24), found.start())
            if (
                (led or _OF_TWO.fullmatch(found["what"]))
                and found["who"] not in _NO_NAME
                and not _SOUGHT.search(text, first, found.start())
            ):
                yield _agreement(document, *found.span("what"), 6)
        definite = _DEFINITE.finditer(text, first, last) if "between" in sentence.words else ()
        live = () if sentence.words.isdisjoint(_IN_FORCE) else _LIVE.finditer(text, first, last)
        for found in (*_STANDS.finditer(text, first, last), *_OF_A_YEAR.finditer(text, first, last), *live, *definite):
            if not _SOUGHT.search(text, first, found.start()):
                # "the NATO mutual defence treaty": the longer name wins over the body in it.
                start, end = found.span("what")
                each = _agreement(document, start, end, 6 if text[start].isupper() else 3)
                yield of_two(text, each, end, last) if each.name in _BARGAINS else each


_IN_QUOTES = re.compile(
    r"(?:(?<=“)|(?<=[\s(]‘)|(?<=[\s(]\"))(?:[A-Z]\w+\s){0,3}(?:Agreement|Memorandum|Protocol|Treaty|Convention|Joint Declaration|Joint Statement|Programme|Program|Plan|Roadmap)\s(?:on|of|for|between|concerning|to)\s[^“”‘\"\n]{5,160}?(?=”|’(?!\w)|\")"
)


def _in_quotes(document: Document, first: int, last: int) -> Iterator[Found]:
    """An instrument's whole title: ‘Agreement on the deployment of police to the Islands’."""
    for found in _IN_QUOTES.finditer(document.text, first, last):
        yield _agreement(document, *found.span(), 8)


def _unnamed(document: Document, first: int, last: int) -> Iterator[Found]:
    """Instruments without a name, in a sentence that says that something is signed."""
    text = document.text
    yield from _deals(document, first, last)
    for pattern in (_PLURAL, _LONE, _PROGRAMME):
        for found in pattern.finditer(text, first, last):
            bare = found[0] == "protocol" and not _DETERMINED.search(text, max(first, found.start() - 24), found.start())
            if bare or (pattern is _PROGRAMME and not _INKED.search(text, first, last)):
                continue  # "ignoring protocol"
            act = _TO_DO.match(text, found.end(), last) and _AGREEING.search(text, first, found.start())
            if not act and not _SOUGHT.search(text, first, found.start()):
                topic = _DECLARED.match(text, found.end(), last) if "declaration" in found[0] else None
                end = topic.end() if topic else of_peace(text, found.end(), last)
                start = found.start() if pattern is _LONE else named_from(text, found.start(), first, found.end())
                covering = _COVERING.match(text, start, end)
                start = covering.end() if covering else start
                each = _agreement(document, start, end, 6 if topic else 5 if pattern is _LONE else 3)
                yield of_two(text, each, found.end(), last)


def _spoken_of(document: Document, first: int, last: int) -> Iterator[Found]:
    """Instruments that a sentence speaks of without saying that they were signed: "a trade pact with Chile", "under this agreement"."""
    text = document.text
    yield from _deals(document, first, last)
    for found in _PLURAL.finditer(text, first, last):
        before = text[max(first, found.start() - 40) : found.start()]
        if not _CALLED.search(before) and " " not in found[0] and not found[0].endswith("s"):
            continue
        # "The agreement to meet again" is an act, where nothing is signed.
        bare = found[0] in {"agreement", "agreements"}
        act = _TO_DO.match(text, found.end(), last) and (bare or _AGREEING.search(text, first, found.start()))
        if not act and not _SOUGHT.search(text, first, found.start()) and not _NO_INSTRUMENT.search(before):
            end = of_peace(text, found.end(), last)
            each = _agreement(document, named_from(text, found.start(), first, found.end()), end, SPOKEN_OF)
            yield of_two(text, each, found.end(), last) if each.name.startswith("contract") else each


def _deals(document: Document, first: int, last: int) -> Iterator[Found]:
    text = document.text
    for found in _DEAL.finditer(text, first, last) if text.find("deal", first, last) >= 0 else ():
        start, end = found.span("what")
        start = named_from(text, start, first, end - len("deal"))
        lead = text[start:end].split()[:-1]
        if (lead and lead[-1] in _OF_NO_KIND) or not _NO_LEAD.isdisjoint(lead):
            continue
        signed = _SIGNED.search(text, first, last)
        if not _SOUGHT.search(text, first, found.start()):
            yield _agreement(document, start, end, 3 if signed else SPOKEN_OF)


_INKED = re.compile(r"\b(?:sign(?:ed|ing)|inked|initialled|exchanged|concluded)\b")
_COVERING = re.compile(r"(?:[a-z]+\s+){1,3}(?:covering|including|establishing|regarding|concerning|implementing|outlining)\s+")
"""As in "a communique covering agreements"."""
SPOKEN_OF = 2
"""The priority of instruments that nothing says to be signed: no parties are told of them."""
_CALLED = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Ss]uch|any|[Tt]heir|[Ii]ts|his|her|our|new|controversial|[a-z]+al|one)|[’']s?)\s+(?:[a-z-]+\s+)?\Z"
)
_DEAL = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|their|its|his|[’']s)\s+(?:[$€£¥]?\d[\w.,-]*\s+(?:(?:million|billion|trillion|bn|m)\s+)?)?(?P<what>(?!any\s|great\s|good\s|(?<=that )\w+ed\s)(?:(?!(?:an?|the|for|to|on)\s)[a-z][\w-]*\s+){0,3}?deals?)\b(?!-)(?!\s+of\s+(?:\w+\s+)?(?:attention|effort|time|work|interest))"
)
"""Deals of whatever kind: "a critical-minerals deal"."""
_NO_LEAD = words_of("will would can could to is was are be not have has had we they who of and or in with the article book report law")
"""Between an article and "deal" where it is a verb, or another thing's: "the forces to deal with it"."""
_OF_NO_KIND = words_of(
    "big real good great done proper terrible weird bad best worst better right fair unusual famous final controversial distressing tentative new raw square such one"
)
"""What is said of a deal without saying which."""
_NO_INSTRUMENT = re.compile(r"\b(?:in|of|no|without|broad|general|common|points?\s+of|areas?\s+of)\s+\Z|\b(?:not|to)\s+\Z")
_ON_DAY = re.compile(
    rf"\s(?:on|in|of|for)\s(?:{WEEKDAY}|January|February|April|June|July|August|September|October|November|December)\b.*"
    r"|(?<=Plan of Action)\s(?:on|for)\s(?:the\s)?[A-Z][a-z]+(?:an|ese|ish|[’']s)\Z"
)
"""The day of the signing: "the Agreement on Trade on Wednesday"; or whose matter it is on: "on the Chilean harbour programme"."""
_FOR_A_SIDE = re.compile(
    r"\sfor\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\sand\s(?:[A-Z][\w-]+\s){0,2}(?:Ambassador|Minister|President|Secretary|Premier|Governor|Director|General)\s.*"
)
"""For whom it is signed: "the Agreement on Trade for Chile and Ambassador Ana Ruiz"."""


def _instruments(document: Document, start: int, end: int) -> Iterator[Found]:
    """An instrument by its name, without what leads it; two where "and" joins them."""
    text = document.text
    if GATHERING.search(text, start, end):
        return
    two = _TWO.search(text, start, end)
    if two and re.search(_INSTRUMENTS, text[start : two.start()]):
        yield from _instruments(document, start, two.start())
        yield from _instruments(document, two.end(), end)
        return
    while not _OF_A_MAN.fullmatch(text, start, end) and (lead := LEAD.match(text, start, end) or _BODY_OF.match(text, start, end)):
        start = lead.end()
    inside = _IN_ONE.search(text, start, end) or _THEN_THE.search(text, start, end) or _JOINING.match(text, start, end)
    start = inside.end() if inside else start
    another = text.rfind(" and the ", start, end)
    while another > 0 and not re.search(_INSTRUMENTS, text[another:end]):
        another = text.rfind(" and the ", start, another)
    further = another > 0 and text[another + len(" and the ")].isupper()
    start = another + len(" and the ") if further else start
    day = _ON_DAY.search(text, start, end) or _FOR_A_SIDE.search(text, start, end)
    end = with_initials(text, day.start() if day else end)
    words = text[start:end].split()
    if BODY_FIRST.match(text, start, end) or _GATHERED.search(text, start, end) or _OFFICE_OF.search(text[start:end]):
        return
    if words[:1] in (["A"], ["An"]) and len(words) > 2:
        start += len(words.pop(0)) + 1
    start = where_slashed(text, start)
    dated = _OF_YEAR.match(text, end) or (_OF_AN_OLD_YEAR.match(text, end) if len(words) == 1 else None)
    dated = dated or (_PARTIES.match(text, end) if words[0] in _BARE and len(words) < 5 else None)
    end = dated.end() if dated else end
    listed = (
        _ON_LIST.match(text, end) if " on " in text[start:end] or " for " in text[start:end] or _OF_AMITY.search(text, start, end) else None
    )
    end = listed.end() if listed else end
    there = THERE_SHORT.match(text, end)
    end = there.end() if there else end
    titled = _TITLED.match(text, end)
    end = titled.end() if titled else end
    words = text[start:end].split()
    quoted = _TO_MARK.match(text, end) if text[start - 1 : start] in {"“", '"', "«"} else None
    if quoted:
        # A title between marks ends with the mark.
        end = quoted.end()
        words = text[start:end].split()
    if len(words) > 1 and words[0] not in {"A", "An"}:
        yield _agreement(document, start, end, 6)
        short = SHORT.match(text, end)
        if short:
            yield replace(_agreement(document, *short.span(1), 6), name=" ".join(words))


_IN_ONE = re.compile(rf"\s(?:in|under|to|by)\sthe\s(?={_INSTRUMENTS}\b)")
"""As in "New Guinea in the Treaty of Versailles"."""
_THEN_THE = re.compile(
    rf"(?<!\bof)(?<!\bfor)(?<!\bon)(?<!\bto)(?<!\bin)(?<!\band)(?<!\bbetween)\sthe\s(?=(?:[A-Z][\w–-]*\s){{1,3}}{_INSTRUMENTS}\b)"
)
"""As in "with Burkina Faso and Niger the Liptako-Gourma Charter"."""
_JOINING = re.compile(
    rf"(?:(?!(?:{_INSTRUMENTS}|Amendments?|Adjustments?|Annex|Appendix|Supplement|Right|Access|Road)\b)[A-Z][\w’'-]*\s(?:and\s(?:the\s)?)?){{1,4}}to\sthe\s"
    rf"(?=(?:[A-Z][\w–-]*\s){{1,5}}{_INSTRUMENTS}\b)"
)
"""As in "the accession of Chile to the Bergen Convention"."""
_BODY_OF = re.compile(
    rf"(?:(?!{_INSTRUMENTS}\b)[A-Z][\w’'-]*\s(?:(?:of|for|on|and|to)\s(?:the\s)?)?){{0,5}}?(?:(?:Mission|Secretariat|Commission|Committee|Council|Conference|Guarantors?|Part(?:y|ies)|Members?|States|Signatories|Chair|Depositar(?:y|ies)|Review|Assembly|Meeting|Anniversary|Implementation|Monitoring)\s(?:of|to)|(?:Union|Kingdom|States|Nations|Parliament|Assembly)\son)\s(?:the\s)?(?=(?:[A-Z][\w’'-]*\s(?:(?:of|for|on|and|de|del|da)\s(?:the\s)?)?){{0,6}}{_INSTRUMENTS})"
)
"""Who or what an instrument has, or who agrees on it: "Secretariat of the Bergen Convention", "the European Union on the Harbour Framework"."""
_GATHERED = re.compile(r"\b(?:Baptist|Methodist|Republican|Democratic|Party|Constitutional|National)\s+Convention\Z")
"""People who come together: "Kachin Baptist Convention"."""
_OFFICE_OF = re.compile(
    r"\b(?:Head|Chief|Director|Officer|Minister|Secretary|Department|Office) (?:of|for) (?:the )?(?:State |Amiri |Royal )?\w+\Z"
)
"""An office rather than an instrument: "Head of Protocol"."""
_OF_A_MAN = re.compile(r"[A-Z][\w-]+[’']s\s+Treaty")
"""As in "Bergen’s Treaty", which is called after a man."""
_BARE = frozenset({"Joint", "Agreement", "Memorandum", "Protocol", "Treaty", "Declaration", "Convention", "Statement"})
_PARTIES = re.compile(
    r"\s[Bb]etween\s(?:the\s)?[A-Z][\w-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w-]*)*\sand\s(?:the\s)?[A-Z][\w-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w-]*)*"
    r"(?:\s(?:on|for|concerning|regarding)\s(?:the\s)?[\w-]+(?:\s(?!(?:was|were|is|has|at|by|in|during|which|that|signed|adopted)\b)[\w-]+){0,6}(?=[.,;]|\s(?:was|were|is|has|at|by|in|during|which|that|signed|adopted)\b))"
)
"""The parties and the topic that belong to a title without another name: "Joint Statement between X and Y on trade"."""
_OF_YEAR = re.compile(r"\sof\s(?:19|20)\d\d\b")
_OF_AN_OLD_YEAR = re.compile(r"\sof\s1[4-8]\d\d\b")
"""Part of the name only where there is no other: "the Convention of 1818"."""
_OF_AMITY = re.compile(r"\bof (?:Friendship|Amity|Alliance|Peace|Neutrality|Co-?operation|Commerce|Non-?[Aa]ggression|Mutual \w+)\Z")
_ON_LIST = re.compile(r"(?:,\s[A-Z][a-z-]+(?:\s[A-Z][a-z]+)?){1,4},?\sand\s[A-Z][a-z-]+(?:\s[A-Z][a-z]+)?")
"""The further things that a title is on: "on Democracy, Elections and Governance"."""
_TITLED = re.compile(r"\s“[A-Z][^”\n]{5,90}”")
_TO_MARK = re.compile(r"(?:\s+(?:[A-Z][\w’'-]*|of|the|and|on|for|in|to|towards?|a|an|between|with|against))+(?=,?[”\"»])")


def _agreement(document: Document, start: int, end: int, priority: int) -> Found:
    words = " ".join(document.text[start:end].split())
    return Found(span=Span(start, end), type="agreement", name=words, kind=agreement_kind(words), priority=priority)
