"""Places told by what they are to a land: "Troms, whose capital, Tromsø, is", "Its largest city is Bergen", "Senja, in the Norwegian county of Troms"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.places.placing import COMPASS, part_of, placed
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import size_of
from sourcebook.extract.statements import Statement

_WORDS = frozenset({"whose", "its"})
_OWN_TOWN = re.compile(
    r"(?P<whose>,\s+whose|\b[Ii]ts)\s+"
    r"(?:(?:provincial|regional|administrative|largest|main|biggest|chief|second|port|state|district|only|former)\s+){0,3}"
    r"(?:capital|seat|cent(?:er|re)|city|town|port|settlement)(?:\s+city)?"
    r"(?:\s+(?:is|was)\s+(?:the\s+(?:[a-z]+\s+){0,2}(?:city|town)\s+of\s+)?|,?\s+)"
)


@where(_WORDS)
def capitals(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Each town that "whose capital" or "its largest city" names, in the land that is named before."""
    text, span = reading.text, sentence.span
    for found in _OWN_TOWN.finditer(text, span.start, span.end):
        town = reading.next(found.end(), span.end, "place", within=0)
        before = reading.between(span.start, found.start(), "place")
        if found["whose"].startswith(","):
            land = before[-1] if before and before[-1].span.end == found.start() else None
        elif before:
            land = before[0]
        else:
            land = _spoken_of(reading, sentence)
        if town and land and size_of(land) > size_of(town) and town.entity != land.entity:
            yield placed(town, land, sentence)


_KINDS = words(
    "province region state district county governorate territory department oblast area island peninsula archipelago municipality canton "
    "country countries nation nations states kingdom republic republics port ports resort base camp airfield airport station town city "
    "capital seat village garrison outpost enclave harbour harbor facility prison site"
)
_KIND = r"(?:[a-z-]+\s+){0,2}(?:province|region|state|district|county|governorate|territory|department|oblast|area|island|peninsula|archipelago|municipality|canton)"
_IN_THE = re.compile(rf",?\s+(?:in|on)\s+(?:the\s+)?{COMPASS}{_KIND}\s+of\s+(?:the\s+)?")
_LAND_IN = re.compile(
    r"(?:,?\s+(?:is|was|became|remains)\s+|,\s+)(?:an?|the|one\s+of\s+the)\s+(?:[a-z-]+\s+){0,5}?"
    r"(?:countr(?:y|ies)|nations?|states?|kingdom|republics?|archipelago|ports?|resort|municipality|base)\s+(?:[a-z-]+\s+){0,3}?(?:in|on)\s+"
    rf"(?:the\s+)?{COMPASS}"
)
_PAST_ASIDE = re.compile(
    r",\s+(?:near|outside|beside|close\s+to|just\s+\w+\s+of|(?:\d+\s+\w+\s+)?(?:north|south|east|west)\w*\s+of)\s+,\s+(?:is|was|lies|sits|stands)\s+"
    rf"(?:(?:located|situated)\s+)?(?:in|on)\s+(?:the\s+)?{COMPASS}"
)
"""As in "Bucha, outside Kyiv, lies in central Ukraine"."""
_ITS_CAPITAL = re.compile(
    r"\b(?:capital|largest\s+city|main\s+(?:port|city|town)|chief\s+port|second\s+city|seat\s+of\s+government)(?:\s+city)?\s+of\s+(?:the\s+)?\Z"
)
_IS = re.compile(r"\s+(?:is|was)\s+(?:now\s+)?")
_IS_THERE = re.compile(
    r",\s+an?\s+(?:[a-z-]+\s+){0,3}?(?:base|camp|port|airfield|airport|station|town|city|village|island|garrison|outpost|enclave|harbou?r|facility|prison|site)\s+"
    rf"(?:in|on)\s+(?:the\s+)?{COMPASS}"
)


@where(_KINDS)
def described(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Places past whose they are: "Senja, in the Norwegian county of Troms", "Camp Vik, an American base in Troms"."""
    text = reading.text
    places = reading.inside(sentence.span, "place", "demonym")
    for first, second, third in zip(places, places[1:], [*places[2:], None], strict=False):
        if first.found.type != "place" or not text.startswith(_LEADS, first.span.end):
            continue
        if (
            second.found.type == "place"
            and size_of(first) < size_of(second)
            and _LAND_IN.fullmatch(text, first.span.end, second.span.start)
        ):
            # "Bandak, a port on Norway's Senja island"
            yield placed(first, part_of(reading, second, sentence.span.end) or second, sentence)
        elif (
            size_of(first) > size_of(second)
            and _IS.fullmatch(text, first.span.end, second.span.start)
            and reading.led(_ITS_CAPITAL, sentence, first.span.start, NEAR // 3)
        ):
            yield placed(second, first, sentence)
        elif third and third.found.type == "place" and size_of(first) <= size_of(third) and first.entity != third.entity:
            between = reading.plain(first.span.end, third.span.start, "demonym", "place")
            larger = size_of(first) < size_of(third)
            if (second.found.type == "demonym" and _IN_THE.fullmatch(between)) or (
                larger and (_IS_THERE.fullmatch(between) or _PAST_ASIDE.fullmatch(between))
            ):
                yield placed(first, third, sentence)


_LEADS = (", ", " is ", " was ", " became ", " remains ", " in ", " on ")
"""What may stand right after a place of which is told where it is."""


def _spoken_of(reading: Reading, sentence: Sentence) -> Linked | None:
    """The place with which the sentence before begins."""
    last = reading.document.sentences[sentence.number - 1] if sentence.number else None
    if last is None or last.paragraph < sentence.paragraph - 1:
        return None
    first = next(iter(reading.inside(last.span, "place")), None)
    return first if first and first.span.start - last.span.start < NEAR // 4 else None
