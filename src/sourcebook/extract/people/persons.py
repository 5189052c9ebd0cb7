"""Persons: capitalised names that something beside them shows to be a person's."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import PORTFOLIOS
from sourcebook.extract.document import HEADING, Document, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names.known import SHIPS
from sourcebook.extract.people.called_after import called_after
from sourcebook.extract.people.evidence import (
    HONOURS,
    INITIALLED,
    NUMBERED,
    REGIME,
    SYLLABLES,
    evidence_of,
    given_first,
    honoured,
    is_told_of,
    named_like_a_month,
    of_headline,
    signed,
    surname_too,
)
from sourcebook.extract.people.office_ends import title_pattern, title_words
from sourcebook.extract.people.posts import past_posts
from sourcebook.extract.people.words import AFTER_NAMES, ALSO_NAMES, ALSO_SURNAMES, GENERAL_OF, HELD, SHORT_TITLES, SURNAMES_OF_COUNTRIES
from sourcebook.extract.phrases import UPPER
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_WORD = rf"(?:{UPPER}[^\W\d_]*(?:[-’'][^\W\d_]+)*(?<![’']s))"
_PREFIXES = frozenset(f"{first}{more}" for first in "ae" for one in "ltnrsdzh" for more in (one, *(one + two for two in "ltnrsdzh")))
"""Articles and the like that a hyphen joins to a name: "al-", "ash-"."""
_PREFIXED = rf"(?:[ae][ltnrsdzh]{{1,2}}-\s?{UPPER}[^\W\d_]+(?:-[^\W\d_]+)*)"
_INITIAL_FIRST = rf"(?:{UPPER}|Lkh|Kh|Ch|Sh|Ts|Zh|Dz|Yu|Ya|Ye|Yo|Mohd|M[ad](?=\. ))\.(?!(?<=U\.) ?[SKN]\.|(?<=E\.)U\.|(?<=D\.)C\.)"
_INITIALS = rf"{_INITIAL_FIRST}(?:(?:{UPPER}\.)?{UPPER}[^\W\d_]{{2,}}(?:-{UPPER}[^\W\d_]+)?|(?:{UPPER}\.){{0,2}}(?!\w)(?:[ -]?{UPPER}\.)*)"
"""With or without the surname right after them, as "B.Bat", "Kh. Bat" and "Ma. Ruiz"; not "U.S."."""
_NAME = rf"(?:{_PREFIXED}|{_INITIALS}|{_WORD})"
_PARTICLE = r"(?:al|el|bin|ibn|bint|van|von|der|den|ter|de|da|di|du|del|dos|la|le|ben|abu|ul|e|ka|ould|y|zu|af|bte|binti|wa)"
_NICKNAME = r"(?:(?:“[^\W\d_]+[”“]|\"[^\W\d_]+\"|[‘'][^\W\d_]+['’])[ ])?"
FULL = re.compile(
    rf"(?<![\w-])(?<!\b[A-Z]\.){_NAME}(?:[ \u00a0]{_NICKNAME}(?:{_PARTICLE}[ ]){{0,3}}(?:[dl][’'])?{_NAME}){{0,11}}"
    rf"(?:,? (?:Jr|Sr)\.|(?<= [JS]r)\.| the (?:Elder|Younger|Great|Apostle|Baptist|Evangelist|Confessor|Conqueror|Magnificent|Terrible|Bold|Wise|Pious|Lionheart)(?!\s+[A-Z]))?"
)
_EXCELLENCY = re.compile(r"\s*(?:H\s[EH]|HRH|Smt|Shrimati)\s+(?=[A-Z][a-z])")
_PENGIRAN = r"Pengiran|Pehin|Awang|Dayang|Haji|Hajah|Hj|Hjh|Tun(?=\s(?:Dr|Datuk|Dato|Seri|Sri|Abang|Haji|Abdul|Abdullah|Mohd|Moham[ae]d|Muhammad|Ahmad|Hussein|Juhar|Mahathir|Musa)\b)"
_STYLES = re.compile(rf"\s*(?:(?:{_PENGIRAN})\s)+(?=[A-Z][a-z])")
_FURTHER_STYLES = re.compile(rf"\s*(?:(?:Seri|Sri|Amar|Patinggi|Setia|Utama|Paduka|Panglima|Wira|Indera|Dr|{_PENGIRAN})\s)+(?=[A-Z][a-z])")
"""How persons are honoured in Malaysia and Brunei, after an office, and after "Datuk": "Minister Haji Ali", "Datuk Amar Ali"."""
_NEXT_WORD = re.compile(r"[\s\u200e\u200f,-]*(\S+)")
_BORN = re.compile(r"-(?:born|led|backed|based|held|controlled|style|era|funded|owned)\Z")


def persons(document: Document, gazetteer: Gazetteer, titles: Iterable[Found]) -> Iterator[Found]:
    """Names after a title, an honorific or a given name, before a verb of speech or an office; and leaders known by surname.

    `titles` are the roles of the document, as `roles` finds them.
    """
    text = document.text
    places = document.by_sentence(sorted([*document.capitals, *document.where(_PREFIXES)]))
    honours = document.where(HONOURS)
    titled = list(titles)
    posts = past_posts(text, titled, gazetteer)
    ends = sorted({each.span.end for each in titled} | {begin - 1 for begin in posts.values()})
    roles = {each.span.start for each in titled}
    spans = sorted(each.span for each in titled if " " in each.name)
    long = [each.start for each in spans]
    for sentence in document.sentences:
        last = -1
        for found in matches(FULL, text, places[sentence.number], sentence.span.end):
            if _plainly_none(text, found, gazetteer, ends, honours):
                continue
            run = (posts.get(found.start(), found.start()), found.end())
            follows = bisect_right(long, run[0] + 1)
            if follows < len(long) and long[follows] < run[1] <= spans[follows].end and not _touches(text, long[follows], ends):
                # "Ann Lee Deputy Commander": an office right after the name.
                run = (run[0], run[0] + len(text[run[0] : long[follows]].rstrip()))
            again = _AGAIN.search(text, *run) if found[0].endswith(_GLUED) else None
            run = (run[0], again.end("name")) if again else run
            if follows and spans[follows - 1].end > run[1] and " " not in text[long[follows - 1] : run[0]].strip():
                # "Deputy Assistant to the President": words of an office alone.
                continue
            for span, after_title in _names(document, run, gazetteer, ends):
                place = after_title and _is_place(document.text, span, gazetteer)
                priority = 6 if after_title and not place else evidence_of(document, sentence, span, gazetteer, roles)
                joined = last > 0 and _AND.fullmatch(document.text, last, span.start)
                if not priority and joined and len(span.of(document.text).split()) in {2, 3} and not _no_person(document, span, gazetteer):
                    priority = 3
                headline = sentence.block is HEADING and not signed(text, span.start)
                adjective = span.of(text) in gazetteer.demonyms and _OF_OFFICE.match(text, span.end)
                if priority and not adjective and not (headline and of_headline(span, text, gazetteer.given)):
                    last = span.end
                    name = " ".join(span.of(document.text).split())
                    # "Sheikh Abdullah", "U Nu": with one name alone the title is a part of what he is called.
                    before = max(sentence.span.start, span.start - 10)
                    sheikh = _SHEIKH.search(text, before, span.start) if " " not in name else None
                    peer = _peer(text, span, gazetteer) if text.endswith(_PEERS, 0, span.start) else span
                    if peer != span:
                        name, priority = " ".join(peer.of(text).split()), 8
                    yield Found(span=Span(sheikh.start(), span.end) if sheikh else peer, type="person", name=name, priority=priority)


_GLUED = ("President", "Prime", "Chancellor")
_AGAIN = re.compile(r"(?P<name>\b(?P<given>[A-Z][\w-]+)\s(?P<family>[A-Z][\w-]+))\s(?P=family)\s(?P=given)[A-Z]")
"""A name that a page shows once more with its office, glued together: "Ana Ruiz Ruiz AnaPresident of Chile"."""
_PEERS = ("Lord ", "Lady ", "Baroness ", "Viscount ", "Baron ")
_SEAT = re.compile(r"\sof\s([A-Z][a-z]+(?:(?:-[a-z]+)*-[A-Z][a-z]+|\s[A-Z][a-z]+)?)(?![\w’'-])")


def _peer(text: str, span: Span, gazetteer: Gazetteer) -> Span:
    """A peer's name with the town that it tells: "Lord Lund of Highgate", but not "Lord Lund of Norway"."""
    seat = _SEAT.match(text, span.end)
    known = gazetteer.names.get(seat[1]) if seat else None
    return (
        Span(span.start, seat.end())
        if seat and (known is None or known.kind == "city") and seat[1] not in gazetteer.words["institution"]
        else span
    )


_OF_OFFICE = re.compile(
    r"\s(?:(?:deputy|foreign|prime|defen[cs]e|finance|interior)\s)*(?:minister|president|secretary|ambassador|official"
    r"|citizens?|compatriots?|nationals?|people|officials|leaders|soldiers|troops|workers|patriots|voters|men|women)\b"
)
_SHEIKH = re.compile(r"(?<![\w-])(?:Sheikha?|Shaikha?|U|Daw) \Z")


def _plainly_none(text: str, found: re.Match[str], gazetteer: Gazetteer, ends: list[int], honours: list[int]) -> bool:
    """Whether a capitalised word alone has nothing beside it that could show a person: most have not."""
    word, start, end = found[0], found.start(), found.end()
    return (
        " " not in word
        and "\u00a0" not in word
        and word not in gazetteer.words["leader"]
        and not _touches(text, start, ends)
        and not _shares_title(text, start)
        and not (honours and honoured(text, start))
        and not ("." in word and INITIALLED.fullmatch(word))
        and not REGIME.match(text, end)
    )


_AND = re.compile(r",?\s+and\s+")


def _shares_title(text: str, start: int) -> bool:
    """Whether a name before has a title for both: "Secretaries Lund and Berg"."""
    return text.endswith((" and ", ", "), 0, start) and _TITLE_OF_TWO.search(text, max(0, start - _ROW), start) is not None


_ONE = r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3}(?:\sof\s(?:the\s)?[A-Z][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+){0,2})?"
_TITLE_OF_TWO = re.compile(
    r"\b(?:Presidents|Secretaries|Ministers|Senators|Ambassadors|Generals|Governors|Premiers|Chancellors|Congressmen|Representatives|Professors|Kings)"
    rf"\s+{_ONE}(?:,\s+{_ONE})*(?:,?\s+and\s+|(?<=[a-z]),\s+)\Z"
)
_ROW = 160
"""Code points of a title for several and of those who are named before another."""


def _is_place(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether what follows a title is a country, or after a comma a capital: "the Prime Ministers of Denmark, Finland and Iceland", "Miss Namibia"."""
    known = gazetteer.names.get(span.of(text))
    country = known is not None and known.kind == "country" and span.of(text) not in SURNAMES_OF_COUNTRIES
    listed = text.endswith((", ", ",\n", ","), 0, span.start) or country
    return bool(known and known.type == "place" and known.sure and listed)


def _no_person(document: Document, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer knows the words as something else, or they hold a word of institutions."""
    words = span.of(document.text)
    return words in gazetteer.names or any(
        each in gazetteer.words["institution"] or each in gazetteer.demonyms or each in gazetteer.names for each in words.split()
    )


def _names(document: Document, where: tuple[int, int], gazetteer: Gazetteer, ends: list[int]) -> Iterator[tuple[Span, bool]]:
    """The names in a run of capitalised words, without what leads them; and whether a title stands right before."""
    text = document.text
    start, end = where
    inside = ends[bisect_right(ends, start) : bisect_left(ends, end)]
    while inside and _named_so(text[start : inside[-1]].split(), gazetteer):
        inside.pop()
    if inside:
        start = inside[-1]
    titled = bool(inside) or _touches(text, start, ends) or _shares_title(text, start)
    titles = title_words(gazetteer.titles)
    for title in title_pattern(gazetteer.titles).finditer(text, start, end) if not titles.isdisjoint(text[start:end].split()) else ():
        before = text[start : title.start()].split()[-1:]
        if (
            text[title.start() : end] in gazetteer.words["leader"]
            or (len(title[0].strip(".")) == 1 and (before or _INITIAL.match(text, title.end() + 1)))
            or (title[0] == "General" and GENERAL_OF.match(text, title.end()))
            or (title[0] in {"CS", "PS"} and title.end() not in ends)
        ):
            # "Sheikh Hasina", "Robert M. Gates", "M. A. Lund", "CS Lund" of no cabinet, "General Electric"
            continue
        if (
            title[0] == "Sultan"
            and before
            and PORTFOLIOS.fullmatch(before[0])
            and text.startswith((" Al ", " al-", " Al-", " bin "), title.end())
        ):
            # "Minister of Foreign Affairs Sultan Al Karimi"
            start, titled = title.start(), True
            continue
        if title[0] in ALSO_NAMES and (
            (before and (before[0] in gazetteer.given or before[0].lower() in {"bin", "bint", "ibn"}))
            or text.startswith((" bin ", " ibn "), title.end())
            or (
                title[0] in {"Sultan", "Dean", "Page", "Duke"}
                and titled
                and title.start() - start < 2
                and text.count(" ", title.end(), end) > (title[0] != "Dean")
            )
            or (
                title[0] == "Amir"
                and (
                    titled or not (text.endswith(("the ", "The "), 0, title.start()) or text[title.end() : end].strip() in gazetteer.given)
                )
                and title.start() - start < 2
                and not text.startswith((" Sheikh", " Shaikh", " HH"), title.end())
            )
        ):
            # "Hassan Sheikh Mohamud": a part of the name.
            continue
        if title.end() < end and title.start() >= start and text[title.end()] in " .\u200e\u200f":
            start, titled = title.end(), True
    start, titled = _after_opening(text, start, end, gazetteer, titled=titled)
    words = text[start:end].split()
    if (
        len(words) > 2
        and re.fullmatch(r"[A-Z]{3,}", words[0])
        and words[0] not in SHIPS
        and words[1] in gazetteer.given
        and words[1] not in gazetteer.words["institution"]
    ):
        # "rapporteur to EVFTA Geert Berg"
        start += text[start:end].index(words[1])
        words = words[1:]
    if "The" in words[1:]:
        # "Prince Edward The Duke of Edinburgh"
        end = start + text[start:end].index(" The")
        words = text[start:end].split()
    while len(words) > 1 and (words[-1] in AFTER_NAMES or (words[-1] in gazetteer.words["opening"] and len(words[-1]) > 4)):
        # "Hugh McGuire Sunday, …": the day is no name.
        words.pop()
        end = start + text[start:end].rindex(words[-1]) + len(words[-1])
    middle = len(words) == 2 or (len(words) == 3 and _INITIAL.fullmatch(words[1]) is not None)
    surname = titled and middle and words[0] in gazetteer.given and words[-1] in ALSO_SURNAMES
    # "President Park Geun Hye"
    surname = surname or surname_too(words, text[end : end + 90], gazetteer) or (titled and words[:1] == ["Park"] and 1 < len(words) < 4)
    if words and (surname or not _no_name(text, start, end, words, gazetteer)):
        yield Span(start, end), titled


def occupation(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word says what somebody does, and is no name: "Goalkeeper", "Biologist"."""
    small = word.lower()
    return word not in gazetteer.given and (
        small in gazetteer.words["someone"] or (len(word) > 6 and small.endswith(("ist", "woman", "person")))
    )


def _named_so(words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether what looks like an office follows a given name: "Hossein Amir Abdollahian"."""
    return len(words) > 1 and words[-1] in ALSO_NAMES and words[-2] in gazetteer.given


def _after_opening(text: str, start: int, end: int, gazetteer: Gazetteer, *, titled: bool) -> tuple[int, bool]:
    """Where a name begins after words that open a sentence and nationalities."""
    honoured_so = text.endswith(("Datuk", "Dato", "Seri", "Sri", "Dato’", "Dato'", "Datin"), 0, start + text.startswith(" ", start) - 1)
    further = _FURTHER_STYLES if honoured_so else _STYLES if titled else None
    styled = _EXCELLENCY.match(text, start, end) or (further.match(text, start, end) if further else None)
    start, titled = (styled.end(), True) if styled else (start, titled)
    while start < end:
        found = _NEXT_WORD.match(text, start, end)
        if found is None:
            return end, False
        word = found[1]
        bare = word[:-2] if word.endswith(("’s", "'s")) else word
        # "Goalkeeper Tomasz Wrona": what somebody does, with a capital that begins the sentence.
        does = occupation(word, gazetteer) and " " in text[found.end() : end]
        leading = does or word in SHORT_TITLES or word in gazetteer.words["opening"] or bare in gazetteer.demonyms
        if word == "Jan" and re.match(r"\s[A-Z][a-z]", text[found.end(1) : end]):
            # "Jan Lindqvist" is no month.
            return found.start(1), titled
        # "Deputy Minister Do Lund"
        named = titled and (word in gazetteer.given or (word in _ALSO_SYLLABLES and _CAPITALS.match(text, found.end(), end)))
        if not leading or named or text[found.start(1) : end] == word:
            return found.start(1), titled
        start = found.end()
        titled = titled and bare in gazetteer.demonyms
    return end, False


_ALSO_SYLLABLES = words_of("An Do He Ho In My No On Or So Than To")
_CAPITALS = re.compile(r" [A-Z][a-z]+")


def _no_name(text: str, start: int, end: int, words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether words with capital letters are an institution's, a title, or the first half of "J. Smith"."""
    institution = gazetteer.words["institution"]
    if text.endswith(("named ", "called "), 0, start) and _VESSEL.search(text, max(0, start - 40), start):
        # "a freighter named Victoria"
        return True
    prince = words == ["Sultan"] and text.endswith("Prince ", 0, start)
    if prince or named_like_a_month(words, gazetteer) or (given_first(words, gazetteer) and words[-1] not in institution):
        return False
    # "Johnson & Johnson" is a firm, and in "A Labour MP" nobody is named.
    if (words[0] == "A" and len(words) == 2) or _BORN.search(words[0]) or text.startswith(" & ", end) or text.startswith("& ", start - 2):
        return True
    if (
        words[0] in {"Bill", "Duma"}
        and words[-1] not in gazetteer.titles
        and len(words) in {2, 3}
        and institution.isdisjoint(words[1:])
        and not text.endswith((" the ", " The "), 0, start)
    ):
        return False
    if words[0] == "Park" and len(words) == 3 and words[-1] not in institution:
        # "Park Min Jun"
        return False
    if (words[0].strip("’'.") in institution or words[-1].strip("’'.") in institution) and not SYLLABLES.fullmatch(" ".join(words)):
        return True
    if len(words) > 2 and not gazetteer.words["firm"].isdisjoint(words):
        return True
    # "Sayyid Karam district"
    if (
        _PLACE_AFTER.match(text, end)
        or (all(_LETTERS.fullmatch(each) for each in words) and not is_told_of(text[end : end + 90], gazetteer))
        or _COURT.match(text, end)
        or words[-1] in _WAYS
        or called_after(text, start, end)
    ):
        return True
    if words[-1] in HELD and words[-1] not in gazetteer.given:
        # "the KFOR Commander"
        return True
    if words[-1].endswith("-class") or words[0] == "Extraordinary" or is_conference(words, gazetteer):
        return True
    if _is_title(text, start, end, gazetteer.titles):
        return True
    if len(words) == 1:
        return (
            len(words[0]) < 2
            or words[0] in gazetteer.titles
            or words[0] in gazetteer.words["opening"]
            or words[0] in {"Rt", "Of", "St", "Senior"}
        )
    return bool(_INITIAL.fullmatch(words[-1])) and text[end : end + 1] == "."


def _is_title(text: str, start: int, end: int, titles: frozenset[str]) -> bool:
    """Whether words are a title, with a dot behind it or none."""
    held = {*text[start:end].split(), *text[start : end + 1].replace("-", " ").split()}
    pattern = None if title_words(titles).isdisjoint(held) else title_pattern(titles)
    return pattern is not None and (pattern.fullmatch(text, start, end + 1) or pattern.fullmatch(text, start, end)) is not None


def is_conference(words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether words are the second conference or pact called after a city, not the second king of that name: "Oslo II"."""
    known = gazetteer.names.get(words[0])
    king = words[0] in gazetteer.given and words[0] not in {"Geneva", "Vienna", "Madrid", "Paris"}
    return len(words) == 2 and NUMBERED.fullmatch(words[1]) is not None and known is not None and known.type == "place" and not king


_PLACE_AFTER = re.compile(
    r"\s(?:district|province|governorate|village|county|crater|volcano|regions|highway|mosque|waterway|hydropower|dam|reservoir|seaport|airport|terminal|refinery|oilfield)\b(?!\s(?:attorney|judge|court|police|official|governor|council|chief|president|chairman|leader|commissioner|magistrate))"
)
_VESSEL = re.compile(
    r"\b(?:ship|vessel|freighter|tanker|frigate|destroyer|boat|yacht|ferry|trawler|submarine|carrier|warship)\s+(?:(?:is|was)\s+)?(?:named|called)\s+\Z"
)
_LETTERS, _INITIAL = re.compile(r"(?:[A-Z][.-]?)+"), re.compile(r"[A-Z]\.?(?![\w’'-])")
_COURT = re.compile(r"[’']s?\s+(?:Court|Office)\b")
_WAYS = words_of(
    "People Women Workers Children Citizens Area Range Base Counsel Drive Lane Highway Expressway Interchange "
    "Doctrine Corollary Line Policy Process Principle Principles Consensus Formula Roundabout Complex Terminal Mine Chowk Christmas Catholics Muslims Christians Buddhists CEO Magistrate Opera "
    "Ballet Philharmonic Age Era Dynasty Wireless Analytics Airlines Airways Pharmaceuticals Technologies "
    "Logistics Consulting Healthcare Telecommunications Software Motors Productions Publications Microsystems "
    "Stockbrokers Securities Strategies Holdings Ventures Electronics Therapeutics Robotics Petroleum Systems Express Explorer Surveyor Orbiter Observatory Racing Port Strait Canal Gol Nuur Corridor Islands Reservoir Motorsport Ordnance Division Dynamics Electric Atomics Laboratories"
)
_GAP = re.compile(r"[^\S\n]?,?[^\S\n\u200e\u200f]?[\u200e\u200f]{0,2}[^\S\n]?")  # between an office and a name
_SHORT_BETWEEN = re.compile(r"\s\([A-Z]{2,6}\),?\s\Z")


def _touches(text: str, start: int, ends: list[int]) -> bool:
    last = bisect_right(ends, start)
    while last and ends[last - 1] >= start - 4:
        last -= 1
        if _GAP.fullmatch(text, ends[last], start):
            return ends[last] < start
    # A short name stands between: of the Minister of Foreign Affairs (MFA), Ana Ruiz.
    short = _SHORT_BETWEEN.search(text, start - 12, start) if start > 3 and ")" in text[start - 3 : start] else None
    return short is not None and short.start() in ends
