"""Clubs, newspapers, journals, firms and parties by the kind of word beside their names: "Leeds Rovers", "Caijing magazine", "told The Dispatch"."""

from collections.abc import Iterator
from functools import cache

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, folded
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import Phrases, heads
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*(?<![’']s)"
_NAME = rf"{_WORD}(?:\s+(?:(?:&|of|and|de|del|la)\s+)?{_WORD}){{0,3}}"
_KINDS = (
    "magazine|periodical|news outlet|news agency|newspaper|newspapers|daily|tabloid|news agency|news website"
    "|news site|news portal|news channel|television|television network|television station|TV|TV channel|TV station"
    "|broadcaster"
    "|radio station|airline|conglomerate|militia|militant group|insurgent group|rebel group|rebels|cartel"
    "|brotherhood|party|movement|think tank|bank|football club|soccer club|basketball team"
    "|football team|franchise|foundation|label|record label|orchestra|retailer|supermarket|supermarket chain"
    "|hotel chain|carmaker|automaker|startup|start-up|law firm|consultancy|brokerage|cooperative"
    "|advocacy group|rights group|human rights group|business group|aid group|lobby group|research group"
    "|monitoring group|watchdog|conservation group|trade union|labour union|labor union|mercenary group|mercenaries"
    "|news service|wire service"
)
_KIND = re.compile(rf"\s(?:{_KINDS})(?![\w-])")
_BEFORE = re.compile(rf"(?<![\w.’'-])({_NAME})\Z")
_CLUB = re.compile(
    rf"(?<![\w’'-])(?:{_WORD}\s+){{1,2}}"
    rf"(?:Rovers|Wanderers|Hotspur|Albion|Athletic|United(?!\s[A-Z])"
    rf"|Town(?=\s+(?:beat|lost|drew|won|play|striker|manager|fans))|F\.?C\.?|CF|AFC|RFC|Cricket Club"
    rf"|Football Club)(?![\w’-])"
    rf"|(?<![\w’'-])(?:FK|NK|IFK|SD|CD|UD|RCD|RC|SV|VfL|VfB|TSV)\s+{_WORD}(?![\w’-])"
)
_OWNED = re.compile(
    rf"\b"
    rf"(?:[Ss]hares\s+(?:of|in)|stake\s+in|subsidiary\s+of|unit\s+of|acquired\s+by|acquisition\s+of|takeover\s+of"
    rf"|parent\s+company\s+of|owners?\s+of|makers?\s+of|operators?\s+of|founder\s+of|co-founder\s+of|CEO\s+of"
    rf"|chief\s+executive\s+of|[Gg]eneral\s+[Dd]irector\s+of|[Dd]irector\s+[Gg]eneral\s+of"
    rf"|[Cc]hair(?:man|woman|person)\s+of|board\s+of|spokes(?:man|woman|person)\s+(?:for|of)|works?\s+for"
    rf"|worked\s+for"
    rf"|(?:analyst|economist|strategist|researcher|fellow|professor|lecturer|scholar|partner(?!s\s+with)"
    rf"|consultant|expert|engineer|specialist|adviser|advisor|scientist|correspondent|editor)s?\s+(?:at|with)"
    rf"(?:\s+the)?|working\s+for|employed\s+by|hired\s+by)\s+({_NAME})(?=[,.;:”]|\s+[a-z(])"
)
_OWNED_BY = re.compile(
    rf"\b(?:owned|controlled|acquired|bought|operated)\s+by\s+[A-Z]\w+[’']s\s+(?P<name>{_WORD}(?:\s{_WORD})?)(?=[,.;]|\s[a-z(])"
)
_PRESS = re.compile(
    rf"\b"
    rf"(?:told|informed|contacted by|interview with|interviewed by|interview in|[Aa]ccording to|report in"
    rf"|reported by|article in|published in|published by|statement to|quoted by|speaking to|writing in)\s+"
    rf"((?:[Tt]he\s+)?{_NAME}(?:\s+(?:Times|Post|News))?)"
    rf"(?=[,.;:”\"’']"
    rf"|\s+"
    rf"(?:on|that|in|last|this|recently|earlier|yesterday|today|newspaper|he|she|they|it|about|by|reporter"
    rf"|columnist)\b)"
)
_REPORTS = re.compile(
    rf"(?:,|[”\"])\s+(?:the\s+|according\s+to\s+)?"
    rf"(?P<name>(?:The\s+)?{_WORD}(?:\.[A-Z][a-z]+)?(?:\s+{_WORD}){{0,2}})\s+(?:news agency\s+)?"
    rf"(?:reports|reported|writes|informs)(?=[.,]|\s+(?:on|citing|with reference|referring|from)\b)"
)
_REPORTING = frozenset({"reports", "reported", "writes", "informs"})
_JOURNAL = re.compile(
    rf"(?<![\w-])"
    rf"(?:(?:[A-Z][a-z]+\s+){{0,4}}Journal\s+of\s+(?:the\s+)?{_WORD}"
    rf"(?:\s+(?:(?:and|of|in|&)\s+)?(?:the\s+)?{_WORD}){{0,4}}|Annals\s+of\s+{_WORD}(?:\s+{_WORD}){{0,2}}"
    rf"|Proceedings\s+of\s+the\s+{_WORD}(?:\s+(?:of\s+)?{_WORD}){{0,4}}"
    rf"|(?:journal|journals)\s+(?P<j>{_WORD}(?:\s+(?:(?:and|of|in|&)\s+)?{_WORD}){{0,3}}))"
)
_UC = re.compile(r"(?<![\w-])(?:UC|CSU|SUNY|CUNY|IIT|IIM|AIIMS|NIT)\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?(?![\w-])")
_OF = re.compile(r"[A-Z][a-z]+s\s+of\s+")
_LEADING = frozenset({"Former", "Local", "Rival", "State", "Private", "Online", "Ruling", "Opposition"})
_KIND_WORDS = heads(_KINDS)
_CLUB_WORDS = words_of(
    "rovers wanderers hotspur albion athletic united town fc f cf afc rfc cricket football fk nk ifk sd cd ud rcd rc sv vfl vfb tsv"
)
_JOURNAL_WORDS = words_of("journal journals annals proceedings")
_UC_WORDS = words_of("uc csu suny cuny iit iim nit aiims")
_OWNING = words_of(
    "shares stake subsidiary unit acquired acquisition takeover parent owner owners maker makers operator "
    "operators founder co ceo chief executive general director "
    "bought owned controlled operated chairman chairwoman chairperson board spokesman spokeswoman spokesperson "
    "work works worked working employed hired "
    "analyst analysts economist economists strategist strategists researcher researchers fellow fellows professor "
    "professors lecturer lecturers scholar scholars "
    "partner partners consultant consultants expert experts engineer engineers specialist specialists adviser "
    "advisers advisor advisors scientist scientists "
    "correspondent correspondents editor editors"
)
_TOLD = words_of(
    "told informed contacted interview interviewed according report reported article published statement quoted speaking writing"
)
_TELLING, _WHOSE, _OF_KINDS = folded(_TOLD), folded(_OWNING), folded(_KIND_WORDS)
TWO = 2
_ALSO_BODIES = words_of("Press Nation Republic Paper Daily Weekly Monitor Review Register Record Today Age Voice Standard")
"""Ends of newspapers' names that alone are something else as well."""


def clubs(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Organizations that no word of institutions in their name shows, but a word beside it does."""
    yield from _by_kind(document, gazetteer)
    yield from _by_deed(document, gazetteer)
    yield from _agencies(document, gazetteer)
    yield from _teams(document, gazetteer)
    yield from _national_teams(document, gazetteer)


def _by_kind(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """By the kind of body: "Caijing magazine", "Leeds Rovers", "Journal of Climate", "UC Davis"."""
    text = document.text
    for kind in document.begun(_KIND, [at - 1 for at in document.where_so(_OF_KINDS) if at], headings=False):
        first = document.sentence_of(kind.start()).span.start
        found = _BEFORE.search(text, max(first, kind.start() - 60), kind.start())
        # "Ruling party lawmakers": the first word of a sentence is no name for its capital.
        if found and (found.start(1) != first or " " in found[1]) and not found[1].endswith("-based"):
            yield from _named(text, found.start(1), found.end(1), gazetteer, 3)
    for found in document.finds(_CLUB, _CLUB_WORDS):
        yield from (each for each in _named(text, found.start(), found.end(), gazetteer, 6) if " " in each.name)
    for found in document.finds(_JOURNAL, _JOURNAL_WORDS):
        start, end = found.span("j") if found["j"] else found.span()
        yield from _named(text, start, end, gazetteer, 6 if not found["j"] else 3)
    for found in document.finds(_UC, _UC_WORDS):
        yield Found(span=Span(*found.span()), type="organization", name=found[0], priority=6)


def _by_deed(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """By what is done with a body: "told The Dispatch", "shares of Halvorsen Energy"."""
    text, owning = document.text, document.where_so(_WHOSE)
    for found in document.begun(_PRESS, document.where_so(_TELLING)):
        words = found[1].split()
        if words[-1] in gazetteer.words["paper"] and words[0].istitle():
            yield from _named(text, found.start(1), found.end(1), gazetteer, 6)
        elif words[0] == "the" and len(words) == TWO and words[1] in gazetteer.words["paper"] and words[1] not in _ALSO_BODIES:
            # "according to the Times"
            yield Found(span=Span(found.end(1) - len(words[1]), found.end(1)), type="organization", name=words[1], priority=3)
    for found in document.begun(_OWNED_BY, owning):
        if gazetteer.given.isdisjoint(found["name"].split()):
            yield Found(span=Span(*found.span("name")), type="organization", name=found["name"], priority=6)
    for found in document.begun(_OWNED, owning):
        if gazetteer.given.isdisjoint(found[1].split()) and gazetteer.names.get(found[1]) is None:
            yield from _named(text, found.start(1), found.end(1), gazetteer, 3)


def _agencies(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Who passes news on at the end of a sentence: ", Trend reports."."""
    for found in document.finds(_REPORTS, _REPORTING):
        words = found["name"].split()
        if gazetteer.given.isdisjoint(words) and not (len(words) == 1 and words[0].casefold() in gazetteer.family):
            yield from _named(document.text, found.start("name"), found.end("name"), gazetteer, 3)


@cache
def _nicknames(teams: frozenset[str]) -> Phrases:
    return Phrases(teams)


_NATIONAL_TEAM = re.compile(
    r"(?P<land>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s(?:(?:men|women)[’']s\s)?national\s(?:(?:under-\d\d|youth|junior)\s)?"
    r"(?:(?:association\s)?(?:football|soccer|cricket|basketball|volleyball|handball|hockey|baseball|water\spolo)|ice\shockey|rugby(?:\sunion)?)\steam\b"
)


def _national_teams(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The team of a country: "the Zimbabwe national football team"."""
    for found in document.finds(_NATIONAL_TEAM, {"national"}):
        if found["land"] in gazetteer.demonyms or gazetteer.country(found["land"]):
            yield Found(span=Span(*found.span()), type="organization", name=" ".join(found[0].split()), priority=7)


def _teams(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """A team by its nickname, after a city, a state or an article: "the Boston Bruins", "the Lakers"."""
    text = document.text
    for begin, end, nickname in document.named(_nicknames(gazetteer.words["team"])):
        before = text[max(document.sentence_of(begin).span.start, begin - 40) : begin]
        words = before.split()
        for count in (3, 2, 1):
            place = " ".join(words[-count:])
            if len(words) >= count and gazetteer.place(place) and before.endswith(" "):
                start = begin - len(place) - 1
                yield Found(span=Span(start, end), type="organization", name=text[start:end], priority=6)
                break
        else:
            if words and words[-1] in {"the", "The"} and text[end : end + 2] != " (":
                yield Found(span=Span(begin, end), type="organization", name=nickname, priority=3)


def _named(text: str, start: int, end: int, gazetteer: Gazetteer, priority: int) -> Iterator[Found]:
    """The words as an organization's name without what only opens the sentence; nothing if a place, a people or a title is left."""
    while lead := _OF.match(text, start, end):
        start = lead.end()
    words = text[start:end].split(" ")
    while (
        len(words) > 1
        and (words[0] in gazetteer.words["opening"] or words[0] in gazetteer.demonyms or words[0] in _LEADING)
        and not (words[0] == "The" and words[-1] in gazetteer.words["paper"])
    ):
        start += len(words.pop(0)) + 1
    first = words[0].removesuffix("’s").removesuffix("'s")
    known = gazetteer.names.get(" ".join(words))
    nothing = (
        words[-1] in gazetteer.demonyms
        or words[-1] in gazetteer.titles
        or (
            len(words) == 1
            and (first in gazetteer.words["opening"] or first in gazetteer.words["other"] or first in gazetteer.words["institution"])
        )
        or (len(words) == 1 and len(first) < 3)
        or (known is not None and known.type == "place" and priority < 6)
    )
    if not nothing and end > start and text[start].isupper():
        # "The Wall Street Journal": the article is of the name, and outside the words.
        first_word = start + len("The ") * (len(words) > 2 and words[0] == "The")
        yield Found(span=Span(first_word, end), type="organization", name=" ".join(text[start:end].split()), priority=priority)
