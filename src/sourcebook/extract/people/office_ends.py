"""Where the words of an office end: after what it is of, before the name of who holds it."""

from collections.abc import Iterator
from functools import cache

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import PORTFOLIO, PORTFOLIOS, trailing_name, unknown
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.before_names import before_arab_name, before_particle, before_unknown, given_name, without_surname_first
from sourcebook.extract.people.beside import COMMON, NATIONAL_BODY
from sourcebook.extract.people.posts import end_of_post, further_lands
from sourcebook.extract.phrases import MONTH, UPPER, WEEKDAY, alternatives
from sourcebook.extract.phrases import words as words_of

_DAYS = rf"(?:{WEEKDAY}|{MONTH})\b"
_REST = rf"\s+(?:the\s+)?(?:(?:provincial|municipal|regional|district|city|communal|county)\s+(?=[A-Z]))?(?:(?:[dl][’'])?{UPPER}[\w’'.-]*|(?:the|of|and|for|,)\s+(?=[A-Z]))(?:(?:\s+|,\s+(?=(?:[A-Z][\w’'-]*,?\s+){{1,4}}and\s)|,\s+(?=and\s+(?:the\s+|[A-Z]\w+\s+)?{PORTFOLIO}\b))(?:U\.[SKN]\.|(?!(?:U|Daw)\s)(?:[dl][’'])?{UPPER}[\w’'-]*|[“\"][A-Z][\w-]+[”\"]|of|the|for|on(?=\s+[A-Z])|into(?=\s+(?:the\s+)?[A-Z])|to(?=\s+(?:Defeat|Combat|Counter|Fight|End|Eliminate|Prevent)\s+[A-Z])|with(?<=(?:ions|tion|ogue|acts)\swith)(?=\s+(?:the\s+)?[A-Z])|and(?=\s+(?:the\s+)?[A-Z])))*"
_OF = re.compile(rf"\s+(?:of|for|in charge of|on)(?!\s+(?:{_DAYS})){_REST}")
_AT = re.compile(rf"\s+(?:at|in)(?=\s+(?:the\s+)?[A-Z]){_REST}")
_SITS = re.compile(r"\b(?:Under-?[Ss]ecretary|Advis[eo]r|Counsell?or|Chief|Assistant|Official)\Z")
"""Offices that are held at a body: "Adviser at the Amiri Diwan"."""
_SITS_IN = re.compile(
    r"\b(?:Permanent|Joint|Additional|State|Principal|Deputy|Assistant|Parliamentary|First|Second|Third|Chief)\sSecretary(?:\s\([A-Z][^)]*\))?\Z"
)
"""The same, where "in" leads the body: "Permanent Secretary in the Ministry of Trade"."""
_TO = re.compile(rf"\s+to{_REST}")
SENT = re.compile(
    r"(?:[Aa]mbassador|[Ee]nvoy|[Rr]epresentative|[Aa]dvis[eo]r|[Cc]ounsell?or|[Aa]ide|[Aa]ssistant|[Cc]onsul|[Cc]ommissioner|[Dd]elegate|[Oo]bserver|[Ss]ecretary|Deputy|[Aa]ttach[ée]|Designate|Permanent Observer|Agent|Minister[- ](?:Plenipotentiary|Resident)|[Ee]missary|[Aa]ffaires(?: ad interim)?)s?(?: Extraordinary and Plenipotentiary| E\. ?(?:and )?P\.)?\Z"
)
"""Offices that are held to somebody: "Ambassador to Norway"."""
_SMALL_BODY = re.compile(
    r"(?:\s+(?!said|says|told|who|in|at|on|and|was|is|has)[a-z]+){1,3}(?=\s+(?:said|says|told|who|in|at|on|and|was|is|has)\b|[,.;])"
)
"""What is left of a body after a nationality: "CEO of the Russian state corporation"."""
_COMMA_FIELD = re.compile(
    r",\s+(?:(?:Foreign|External|Home|Internal|Diaspora|Social|Economic|Political|Legal|Veterans|Parliamentary|Gender|Youth|Consular)(?:,\s+|\s+and\s+|\s+&\s+|\s+))+Affairs\b|\s\((?:East|West|North|South|Economic Relations|[A-Z][a-z]+ia|Europe|Africa)\)"
)
_GRADED_SECRETARY = re.compile(r"\b(?:Joint|Additional|Special|Under|Deputy|Permanent|Assistant|Principal)\s(?:[A-Z]\w+\s)?Secretary\Z")
_FIELD_IN_BRACKETS = re.compile(r"\s\([A-Z][a-z]+(?:,?\s(?:(?:and|&)\s)?[A-Z][a-z]+){0,3}\)")
"""As in "Joint Secretary (International Cooperation)"."""
_GIVEN_TO = re.compile(
    r"\b(?:assured|assures|assuring|informed|reminded|notified|apprised|convinced|warned)\s+(?:the\s+|his\s+|her\s+)?(?:[A-Z][\w-]+\s?){1,3}\Z"
)
_THANKED = re.compile(
    r"\b(?:thank|congratulat|commend|prais|applaud|credit|condemn|criticis|criticiz|blam)\w*\s+(?:the\s+|his\s+|her\s+)?(?:[A-Z][\w-]+\s?){1,4}\Z"
)
_FOR_ITS = re.compile(r"\s+for\s+(?:the\s+)?(?:[A-Z][\w.-]+\s+){0,3}(?:[A-Z][\w.-]+[’']s|[A-Z][\w.-]+s[’'])\s+[a-z]")
"""What somebody is thanked for: "thanked the Prime Minister for Norway’s support"."""
_COUNTRY_OF = re.compile(r"\s+and\s+(?:[A-Z][a-z]+\s+){1,3}of\s+(?:the\s+)?(?:[A-Z][\w-]+\s+of\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?")
"""A further field of an office, and its country: "and Human Mobility of the Republic of Peru"."""
_FIELD_ENDS = re.compile(r"(?:Minister|Secretary) (?:of|for) [A-Z][\w ]+\Z")
_OWNED = re.compile(
    r"(?:\s+(?!said|says|told|who|in|at|on|and|was|is|has)[a-z]+){0,2}\s+(?:government|parliament|council|cabinet|senate|assembly|party|army|navy|police|ministry|commission|committee|court|bank|agency)\b"
)
"""What a country has, of which an office is: "Gabon’s transitional government"."""
_SENT_BODY = re.compile(r"\b(?:Delegation|Mission|Embassy)\Z")
_GOES_ON = re.compile(
    rf"(?P<items>(?:,\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)*),?\s+and\s+(?:the\s+)?(?:[A-Z][a-z]+\s+){{0,2}}?{PORTFOLIO}\b(?:\s+{PORTFOLIO}\b)*(?!\s+Minister)"
)
"""Further portfolios of one office: "Minister of Natural Resources and Environment"."""
_ONE_MORE_FIELD = re.compile(rf"(?:\s+{PORTFOLIO}\b)+(?!\s+(?:Minister|Secretary))")
_OF_FIELD = re.compile(r"\b[Mm]inister (?:of|for) [^,]+\Z")
_AND_OTHER = re.compile(r"(?:,?\s+and|,)\s+(?:the\s+)?")
_OWNER = re.compile(r"(?:[A-Z][\w-]+|U\.[SKN]\.)[’']?s?\s+")
_RANK = re.compile(
    r"(?<!\bof)(?<!the)(?<!Attorney)(?<!Inspector)(?<!Director)(?<!Prosecutor)(?<!Secretary)(?<!Consul)(?<!Consulate)(?<!Governor)(?<!Adjutant)(?<!Surgeon)(?<!Solicitor)(?:,?\s+(?:Lieutenant|Major|Brigadier|Colonel|Sr|Senior|Lt|Maj|Brig|Col|Rear|Vice|Air|Army|Chief|Fleet(?=\s+Admiral))\.?)*,?\s+(?:General|Colonel|Admiral|Marshal|Commodore|Ambassador|Professor|Prof\.?|Judge|Senator|Bishop|Archbishop|(?:(?:Grand\s+)?Ayatollah|Hojatoleslam|Hojjatoleslam|Sheikh)(?:\s+(?:Seyyed|Sayyed|Sayyid|Seyed|Syed))?|Reverend|Rev\.?|Count|Countess|Baron|Baroness|Marquis|Viscount|Gen\.?|Col\.?|Adm\.?|Capt\.?|Maj\.?)\Z"
)
"""The rank of the holder after the office: "Commander of the National Guard, General"."""
_AND_OWNER = re.compile(r",?\s+and\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:[’']s?)?\Z")
_AND_ONE_MORE = re.compile(r"\s+and\s+(?:the\s+)?(?P<more>[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2})(?=[;,.)]|\Z)")
_NAME_AFTER_BODY = re.compile(rf"{PORTFOLIO}(,?(?:\s+[A-Z][\w.’'-]+){{2,3}})\Z")
_ONE_AFTER_BODY = re.compile(r"(?:Parliament|National Assembly|State|Defen[cs]e|Affairs|Finance|Interior)(\s+[A-Z][^\W\d_A-Z][\w’'-]+)\Z")
_MODIFIER = r"(?:Shadow|Caretaker|Transitional|Coordinating|Honorary|Deputy|Vice|First|Second|Acting|Senior|Assistant|Chief(?![ -](?:(?:Major|Lieutenant|Brigadier|Lt|Maj|Brig)\b|(?:Vice |Rear )?Admiral|Colonel|Gen\.))|Special|Permanent|Joint|Interim|Under(?=.S)|Principal|Civilian)"
_OF_SHORT = r"(?:ad interim |(?:deputy|vice|acting|Dy) (?=(?:[PF]Ms?|C[EFO]O)\b))?"
"""What grades an office that is written in letters: "the Norwegian deputy PM"."""
_RUN = re.compile(r"[^\W_]+")
_SHORT = words_of("CS PS NSA DNI EAM DPM Oba TD MP PM FM Mr Mrs Ms Dr Sir CEO MEP Gen Lt Maj LTC LTG CPT MAJ SGT SSG CSM")


def _sought(titles: frozenset[str]) -> Iterator[str]:
    return (each for each in titles if len(each) > 3 or each.endswith(".") or each in _SHORT)


@cache
def title_pattern(titles: frozenset[str]) -> re.Pattern[str]:
    """Any title of the gazetteer, with what grades it."""
    words = alternatives(_sought(titles))
    rated = r"(?:[A-Z]\w+ ){1,4}(?:1st|2nd|3rd|First|Second|Third) Class"
    return re.compile(
        rf"(?:(?<![\w-])|(?<=[Tt]hen-))(?=\w)(?:{rated}|{_OF_SHORT}(?:{_MODIFIER}[ -])*{words}(?: Designate|-[Dd]esignate|-elect|-Elect)?)(?!\w|-(?![A-Z][a-z]+ )|(?<=Gen) (?:X|Y|Z|AI|Alpha)\b)".replace(
            "'", "['’]"
        )
    )


@cache
def _first_words(titles: frozenset[str]) -> frozenset[str]:
    return frozenset(
        first[0]
        for each in (*_sought(titles), *re.findall(r"\w+", _MODIFIER), "deputy", "vice", "acting", "Dy", "ad")
        if (first := _RUN.match(each))
    )


def title_places(document: Document, titles: frozenset[str]) -> list[int]:
    """Where `title_pattern` need be tried: at the first words of titles, and before "Class" at any."""
    graded = (token.start for place in document.where(["Class"]) for token in document.sentence_of(place).tokens)
    return sorted({*document.where(_first_words(titles)), *graded})


@cache
def title_words(titles: frozenset[str]) -> frozenset[str]:
    """The words of titles: a run of capitalised words without any of them has none."""
    return (
        frozenset(word for title in titles for word in re.split(r"[ -]", title))
        | {word for title in titles for word in title.split()}
        | {"Class"}
    )


def and_one_more(text: str, end: int, stop: int, gazetteer: Gazetteer) -> int:
    """Where an office beside its holder's name ends: "Peter Lund, Minister of Health and Population,"."""
    more = _AND_ONE_MORE.match(text, end, stop)
    if more is None:
        return end
    words = more["more"].split()
    known = (
        words[0] in gazetteer.given
        or more["more"] in gazetteer.names
        or words[0] in gazetteer.demonyms
        or title_pattern(gazetteer.titles).match(more["more"])
    )
    fits = len(words) == 1 or words[-1] in gazetteer.words["institution"] or PORTFOLIOS.fullmatch(words[-1])
    return more.end() if fits and not known else end


def end_of_office(text: str, end: int, sentence: Sentence, gazetteer: Gazetteer) -> int:
    """Where a title ends: after what it is of, before the name of its holder."""
    if text.endswith("Commanding", 0, end):
        over = re.compile(r"(?:\s+(?:the\s+)?[A-Z]\w+){1,4}").match(text, end, sentence.span.end)
        return over.end() if over else end
    sent = SENT.search(text, max(0, end - 50), end)
    if post := end_of_post(text, end, sentence.span.end, gazetteer):
        return post
    if text.startswith(" Committee", end) and text.endswith("Staff", 0, end):
        return end + len(" Committee")
    thanked = text.startswith(" for ", end) and _FOR_ITS.match(text, end, sentence.span.end) and _THANKED.search(text, end - 60, end)
    if thanked or _GIVEN_TO.search(text, end - 60, end):
        # "assured the Prime Minister of the Union's support"
        return end
    someone = _TO_SOMEONE.match(text, end, sentence.span.end) if sent else None
    if someone and (_ENVOY.search(text, max(0, end - 40), end) or _OF_HIM.search(text, max(sentence.span.start, end - 90), end)):
        # "Ann Lee, former adviser to President Karl Berg", "her credentials as ambassador to King Karl": the latter holds another office.
        return end
    of = (_TO.match(text, end, sentence.span.end) if sent else None) or _OF.match(text, end, sentence.span.end)
    sits = _SITS.search(text, end - 20, end) or (text.startswith(" in ", end) and _SITS_IN.search(text, max(0, end - 60), end))
    at = _AT.match(text, end, sentence.span.end) if of is None and sits else None
    of = at if at and _HELD_AT.search(text, at.start(), at.end()) else of
    if of is None:
        return _with_further_fields(text, end, sentence, gazetteer)
    end = _with_its_place(text, end_of_body(text, of.start(), of.end(), gazetteer), sentence.span.end, gazetteer)
    end = _before_aside(text, of.start(), end, gazetteer)
    if end > of.start() and text[of.start() : end].rsplit(maxsplit=1)[-1] in gazetteer.demonyms:
        # "President of the Armenian parliament"
        national = NATIONAL_BODY.match(text, end, sentence.span.end) or _SMALL_BODY.match(text, end, sentence.span.end)
        return national.end() if national else end
    end = further_lands(text, end, sentence.span.end, gazetteer) if sent and of[0].lstrip().startswith("to") else end
    organ = _ORGAN_OF.match(text, end, sentence.span.end) if text[max(0, end - 3) : end].isupper() else None
    if organ and gazetteer.body(text[of.start() : end].rsplit(maxsplit=1)[-1]):
        # "president of the ECOWAS commission"
        return organ.end()
    # "Counselor to the Mission of Chile to the European Union"
    sent = _SENT_BODY.search(text, of.start(), end) or sent
    if sent and (sent.start() > of.start() or not of[0].lstrip().startswith("to")) and end == of.start() + len(of[0]):
        to = None if _RECEIVED.match(text, end, sentence.span.end) else _TO.match(text, end, sentence.span.end)
        end = end_of_body(text, to.start(), to.end(), gazetteer) if to else end
    return end


def _with_further_fields(text: str, end: int, sentence: Sentence, gazetteer: Gazetteer) -> int:
    """Where a title ends that nothing is "of": after what else it is for, as in "Cabinet Secretary, Diaspora Affairs"."""
    one_more = _ONE_MORE_FIELD.match(text, end, sentence.span.end) if _OF_FIELD.search(text, end - 40, end) else None
    if one_more:
        # "Minister for Defence Industry", where "Minister for Defence" is known.
        return end_of_office(text, one_more.end(), sentence, gazetteer)
    field = _COMMA_FIELD.match(text, end, sentence.span.end) if text.endswith("Secretary", 0, end) else None
    if field is None and text.startswith(" (", end) and _GRADED_SECRETARY.search(text, max(0, end - 40), end):
        field = _FIELD_IN_BRACKETS.match(text, end, sentence.span.end)
    if field:  # As in "Cabinet Secretary, Foreign and Diaspora Affairs", or "Secretary (East)".
        return end_of_office(text, field.end(), sentence, gazetteer)
    country = _COUNTRY_OF.match(text, end, sentence.span.end) if _FIELD_ENDS.search(text, end - 60, end) else None
    if country and gazetteer.names.get(country[0].rsplit(" of ", 1)[-1].removeprefix("the ")):
        return country.end()
    further = _GOES_ON.match(text, end, sentence.span.end) if re.search(r"\b(?:of|for)\b", text[max(0, end - 40) : end]) else None
    next_title = further and title_pattern(gazetteer.titles).match(text, further.start() + len(" and "))
    if further and not next_title and not any(each in gazetteer.given for each in re.findall(r"[A-Z]\w+", further[0])):
        return end_of_office(text, further.end(), sentence, gazetteer)
    return end


_HELD_AT = re.compile(r"\b(?:Diwan|Ministry|Court|Office|Department|Council|Presidency|Secretariat|Embassy|Palace|Cabinet|Chancellery)\b")
_OF_A_LAND = re.compile(r"\bof (?:the )?(?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+)?), (?:and )?(?P<next>[A-Z][\w’'-]+)")


def _before_aside(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where an office ends whose country a name follows: "Vice Minister for Foreign Affairs of Japan, Komura Masahiro"."""
    found = _OF_A_LAND.search(text, start, end)
    aside = found and gazetteer.country(found["land"]) and not gazetteer.place(found["next"])
    return found.end("land") if found and aside else end


_TO_SOMEONE = re.compile(
    r"\s+(?:to|of)\s+(?:(?:Vice|Deputy)\s+)?(?:President|Prime Minister|Supreme Leader|Chancellor|King|Queen|Premier|Secretary|Emperor|Czar|Tsar)\s+[A-Z]"
)
_RECEIVED = re.compile(rf"{_TO_SOMEONE.pattern}|\s+to\s+(?:the\s+)?(?:\w+\s+)?(?:Government|Congress|Court|King|Queen|Emperor|Sultan)\b")
"""Who receives an envoy, who is sent to the state: "her credentials as Ambassador of Chile to the Government of Peru"."""
_ENVOY = re.compile(
    r"(?:[Aa]mbassador|[Aa]ffaires|[Mm]inister Plenipotentiary|[Mm]inister Resident|[Cc]onsul|[Rr]epresentative|[Ee]missary)\Z"
)
_OF_HIM = re.compile(r"[a-z],\s+(?:[a-z-]+\s+){0,3}(?:[A-Z][\w-]+\s+){0,4}[A-Z][\w-]+\Z")
_ORGAN_OF = re.compile(
    r"\s(?:(?:executive|peace|military|electoral)\s)?(?:commission|secretariat|council|parliament|assembly|mission|office|delegation|bureau|board|committee|summit)\b"
)
_SHORT_FOR = re.compile(r"\s\([A-Z][A-Za-z-]{1,9}\)\s+for\s+(?:the\s+)?([A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:\s+[Rr]egion\b)?)")
_IN_PLACE = re.compile(r"\s+in\s+(?:the\s+)?([A-Z][\w’'-]+(?:\s[A-Z][\w-]+)*)(?:\s+and\s+(?:the\s+)?([A-Z][\w’'-]+(?:\s[A-Z][\w-]+)*))?")
_ORGAN = re.compile(r"\s\([A-Z]{2,8}\)\s(?:Commission|Secretariat|Council|Assembly|Parliament)\b")
_SLASH = re.compile(r"/[A-Z][\w-]+(?:\s+of\s+the\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,3})?")


def _with_its_place(text: str, end: int, stop: int, gazetteer: Gazetteer) -> int:
    """Where an office ends with the place that it is for, or its mission is in: "Head of the UN Mission in Haiti", "Envoy of the EU (EU) for the Sahel"."""
    slash = _SLASH.match(text, end, stop) or _ORGAN.match(text, end, stop)
    if slash:
        return slash.end()
    named = _SHORT_FOR.match(text, end, stop)
    seat = None if named or not text.endswith(("Mission", "Delegation", "Office"), 0, end) else _IN_PLACE.match(text, end, stop)
    after = named or seat
    if after is None:
        return end
    if not gazetteer.place(after[1].removesuffix(" region")):
        return end
    second = gazetteer.place(seat[2]) if seat and seat[2] else None
    return after.end() if named or second else after.end(1)


def end_of_body(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where the words after "of" or "to" end: before the holder's name, another office, or a mark that closes the sentence."""
    words = text[start:end].rstrip(" ,")
    words = words[:-1] if words.endswith(".") and not re.search(r"(?<![\w-])[A-Z]\.\Z", words) else words
    styled = _STYLED.search(words)
    # "Foreign Minister of Latvia H E Ola Lund": how the holder is spoken of.
    words = words[: styled.start()] if styled else words
    pattern = title_pattern(gazetteer.titles)
    other = next(
        (
            each
            for each in _AND_OTHER.finditer(words)
            if any(
                (title := pattern.match(words, at))
                and not words.startswith("Private ", at)
                and (
                    "and" in each[0] or ((" " in title[0] or title.end() < len(words)) and not words.startswith(("’s", "'s"), title.end()))
                )
                for at in _beginnings(words, each.end())
            )
        ),
        None,
    )
    words = words[: other.start()] if other else words
    joined = _AND_OWNER.search(words)
    if joined and re.compile(rf"(?:[’']s)?\s+(?:{COMMON})\b").match(text, start + len(words)):
        # "minister of Trade Anna Lind and Norway's minister of Trade"
        words = words[: joined.start()]
    lands = _TWO_LANDS.match(words)
    if lands and all(gazetteer.country(each) for each in lands.groups()):
        # "Prosecutors General of Norway and Chad, Ann Lee and Karl Berg"
        words = words[: lands.end(2)]
    named = _FIELD_AND_NAMES.match(words)
    if named and all(unknown(each, gazetteer) and not PORTFOLIOS.fullmatch(each) for each in named.groups()):
        # "Minister of Social Development Xanu Bira-seth, Ola Lund, and Ann Lee"
        words = words[: named.start(1)].rstrip()
    person = _AND_PERSON.fullmatch(words)
    if (
        person
        and person[2] not in gazetteer.names
        and (gazetteer.names.get(person[1]) or person[2].split()[0] in gazetteer.given)
        and all(unknown(each, gazetteer) or each in gazetteer.given for each in person[2].split())
    ):
        # "Governor of Hong Kong and Ann Lee, the Prosecutor", "Secretary of Education and Ann Lee": somebody else.
        words = words[: person.end(1)]
    to = _TO_THE.match(words)
    whom = pattern.match(words, to.end()) if to else None
    name = _TWO_NAMES.fullmatch(words, whom.end()) if whom else None
    if whom and name and unknown(name[2], gazetteer) and name[1] not in gazetteer.words["institution"]:
        # "Policy Adviser to the Vice President Rohana Kosolu"
        words = words[: whom.end()]
    # "Speaker of the Parliament Bat Erdene on January 23"
    words = _ON_DAY.sub("", words)
    words = before_arab_name(words, gazetteer)
    given = given_name(words, gazetteer)
    name = _NAME_AFTER_BODY.search(words) or _ONE_AFTER_BODY.search(words)
    if given and not words[: given.start()].endswith((" of", " for", " to", " the", " and", " on")):
        words = without_surname_first(words[: given.start()], gazetteer)
    elif name and not any(
        each in gazetteer.words["institution"] or each in gazetteer.demonyms or PORTFOLIOS.fullmatch(each) for each in name[1].split()
    ):
        words = words[: -len(name[1])]
    else:
        words = words[: len(words) - trailing_name(words, gazetteer)]
    if text.startswith(".", start + len(words)) and re.search(r"[a-z]\s[A-Z]\Z", words):
        # "Prime Minister of Mongolia S. Bat": an initial of the holder's.
        words = words[:-2]
    words = re.sub(rf"\s(?:(?:for|in|on|since|from)\s)?{_DAYS}\Z", "", words)
    words = re.sub(
        r"(?:,|\s+(?:and|of|the|for|on|to|Dr|Mr|Mrs|Ms|H\.?|E\.?|HE|Sheikh|Sheikha|Sayyid|Prof|Hon|Prince|Princess|Engineer|Eng)\.?)+\Z",
        "",
        words,
    )
    words = before_unknown(before_particle(text, start + len(words), words, gazetteer), gazetteer)
    owned = _OWNED.match(text, start + len(words)) if words.endswith(("’s", "'s")) else None
    if owned:
        # "President of Gabon’s transitional government"
        return owned.end()
    words = words[:-2] if words.endswith(("’s", "'s")) else words
    rank = _RANK.search(words)
    return start + (rank.start() if rank else len(words))


_FIELD_AND_NAMES = re.compile(
    rf"\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][a-z]+\s+(?:and\s+)?){{0,3}}?{PORTFOLIO}\s+([A-Z][\w’'-]+)\s+([A-Z][\w’'-]+),\s+[A-Z]"
)
"""A field, the holder's name, and further names, which no word of fields is among."""
_ON_DAY = re.compile(rf"\son\s{_DAYS}\Z")
_STYLED = re.compile(
    r"(?<=\w)(?<! to)(?<! of)(?<! for)(?<! the)(?<! and)\s(?:(?:H\.?\s?[EH]\.?|HRH)(?=\s+[A-Z])"
    r"|(?:Dr|Mr|Mrs|Ms|Prof|Hon|Eng|Engr|Shri|Smt|Sir|Dame|Dato[’']?|Datuk|Alhaji)(?=\.?(?:\s+[A-Z]|\Z)))"
)
_AND_PERSON = re.compile(
    r"\s+(?:of|for|to)\s+(?:the\s+)?([A-Z]\w+(?:(?:\s+and)?\s[A-Z]\w+){0,4})\s+and\s+([A-Z]\w+(?:\s[A-Z]\.)?\s[A-Z]\w+)"
)
_TO_THE = re.compile(r"\s+to\s+the\s+")
_TWO_NAMES = re.compile(r"\s+([A-Z][a-z]+)\s+([A-Z][a-z]+)")
_TWO_LANDS = re.compile(r"\s+of\s+(?:the\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?)\s+and\s+(?:the\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?),\s")


def _beginnings(words: str, at: int) -> Iterator[int]:
    """Where another office may begin after "and": there, or after a nationality, or what else leads it."""
    yield at
    for _ in range(2):
        owner = _OWNER.match(words, at)
        if owner is None:
            return
        at = owner.end()
        yield at
