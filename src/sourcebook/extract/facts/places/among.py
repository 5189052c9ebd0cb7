"""Places told to be some of those of a land: "A and other towns in Chile", "two nations of the Andes, A and B", "the Pacific island nation of Tonga"."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.places.placing import COMPASS, placed
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.rows import row, row_to
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, is_state, size_of
from sourcebook.extract.statements import Statement

_KINDS = (
    r"(?:towns|cities|villages|districts|places|areas|parts|provinces|regions|sites|countries|nations|states|colonies|islands|ports|capitals|territories"
    r"|municipalities|communities|locations|oblasts|counties|governorates|prefectures)"
)
_ADJECTIVES = r"(?:(?!and\b|or\b|of\b|in\b)[a-z-]+\s+){0,2}"
_AND_OTHER = re.compile(
    rf"(?:\s+\([^)]*\))?,?\s+(?:and|or|as\s+well\s+as)\s+(?:(?:in|to|from|for)\s+)?(?:many\s+|several\s+|some\s+|all\s+|\d+\s+|(?:two|three|four|five|six|seven|eight|nine|ten)\s+)?other\s+{_ADJECTIVES}{_KINDS}\s+"
    rf"(?:of|in|across|within|throughout)\s+(?:the\s+)?{COMPASS}"
)
_SOME_OF = re.compile(rf"\b{_KINDS}\s+(?:in|across)\s+(?:the\s+)?{COMPASS}\Z")
_NAMELY = re.compile(
    r"\s*(?:[–—:]|\s-)\s*(?:the\s+)?|,?\s+(?:including|like|especially|particularly|notably|such\s+as|namely)\s+(?:the\s+)?"
)
_ABOVE_ALL = re.compile(r",\s+(?:especially|particularly|notably)\s+(?:the\s+)?")
_ACROSS = re.compile(r"\b(?:across|throughout|around)\s+(?:the\s+)?\Z")
_WITH = re.compile(r",?\s+including\s+(?:in\s+)?(?:the\s+)?")
"""As in "protests across the Andes, including Chile"."""
_BRACKET = re.compile(r"\s+\((?:the\s+)?")
_OFF_COAST = re.compile(
    r"(?:,|\s+is|\s+was)?\s+(?:(?:located|situated|lying)\s+)?(?:"
    rf"(?:just\s+)?off\s+the\s+(?:[a-z-]+\s+)?coast\s+of\s+(?:the\s+)?{COMPASS}|on\s+the\s+(?:[a-z-]+\s+)?(?:island|peninsula)\s+of\s+(?:the\s+)?)"
)
_A_LAND = r"(?:countr(?:y|ies)|nations?|states?|powers?|democrac(?:y|ies)|republics?|econom(?:y|ies)|kingdoms?|players?|islands?|societies|markets?)"
_IS = r"(?:\s+\([^)]*\))?\s+(?:(?:is|was|are|were|has\s+been|had\s+been)\s+(?:also\s+|now\s+|still\s+|widely\s+)?(?:considered\s+|regarded\s+as\s+|seen\s+as\s+)?|(?:became|remains?|remained)\s+(?:also\s+|now\s+|still\s+)?)"
_IS_A_LAND_IN = re.compile(
    rf"(?:{_IS}|,\s+|\s+[–—-]\s+)(?:an?|the|one\s+of(?:\s+the)?|among)\s+(?:(?!(?:in|of|with|for|to|from|resident)\b)[a-z-]+,?\s+){{0,6}}{_A_LAND}\s+in\s+(?:the\s+)?{COMPASS}"
)
"""As in "Chile is the only developing nation in the Andes", "Chile – one of the smallest states in the Andes"."""
_IS_ONE_OF = re.compile(rf"{_IS}(?:(?:one\s+of|among)\s+)?(?:the\s+)?")
_ITS_LANDS = re.compile(rf"[’']s?\s+(?:(?!(?:in|of|with|for|to|from)\b)[a-z-]+,?\s+){{1,6}}{_A_LAND}\b")
"""As in "Chile remains one of South America's richest countries"."""
_OPENING = re.compile(
    rf"\W*(?:(?:As|The|One\s+of|By\s+far|An?|Being)\b[^;:]{{0,160}}\b{_A_LAND}|(?:Located|Situated|Lying|Nestled))\s+in\s+(?:the\s+)?(?:region\s+of\s+)?{COMPASS}"
)
"""As in "The largest country in South America, Brazil"."""
_ON_LAND = re.compile(r"(?:\s+\([^)]*\))?,?\s+(?:(?:is|was|are)\s+)?(?:located|situated|lying)\s+on\s+(?:the\s+)?")
_THEN_ACTS = re.compile(r"\s+(?!(?:and|or)\b)[a-z]")
_LAND = re.compile(r"\b(?:Peninsula|Island|Islands|Archipelago)\Z")
_NEXT = re.compile(r"(?:\s+\([^)]*\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?")
_WORDS = words(
    "other especially particularly notably including such namely coast island peninsula towns cities villages districts places areas parts provinces regions"
    " sites countries nations states colonies islands ports capitals territories municipalities communities locations oblasts counties governorates prefectures like located situated lying nestled island societies markets market on country nation state power democracy republic economy economies kingdom player powers across present modern"
)
NEAR = 60


@where(_WORDS)
def among(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Places of a list that the words put into one larger."""
    text = reading.text
    places = reading.inside(sentence.span, "place")
    for at, (first, second) in enumerate(pairwise(places)):
        if first.entity == second.entity:
            continue
        wider = size_of(second) > size_of(first)
        others = _AND_OTHER.fullmatch(text, first.span.end, second.span.start)
        if others and (wider or (size_of(first) == size_of(second) == 0 and _SMALL.search(others[0]))):
            yield from (placed(each, second, sentence) for each in _list_to(reading, places[: at + 1]))
        elif (_OFF_COAST.fullmatch(text, first.span.end, second.span.start) and size_of(second) >= size_of(first)) or (
            size_of(first) == COUNTRY < size_of(second) and _IS_A_LAND_IN.fullmatch(text, first.span.end, second.span.start)
        ):
            yield placed(first, second, sentence)
        elif size_of(first) == COUNTRY < size_of(second) and _IN_WORLD.fullmatch(text, first.span.end, second.span.start):
            yield from (placed(each, second, sentence) for each in _in_the_world(reading, sentence, places[: at + 1], second))
        elif size_of(first) == COUNTRY < size_of(second) and _IS_ONE_OF.fullmatch(text, first.span.end, second.span.start):
            if _ITS_LANDS.match(text, second.span.end, sentence.span.end):
                yield placed(first, second, sentence)
        elif size_of(second) == COUNTRY < size_of(first) and text[first.span.end : second.span.start] == ", ":
            if _OPENING.fullmatch(text, sentence.span.start, first.span.start) and _THEN_ACTS.match(text, second.span.end):
                yield placed(second, first, sentence)
        elif size_of(first) == 0 and _LAND.search(second.span.of(text)) and _ON_LAND.fullmatch(text, first.span.end, second.span.start):
            yield from (placed(each, second, sentence) for each in _list_to(reading, places[: at + 1]))
        elif size_of(first) > size_of(second) and _leads(reading, sentence, first, second):
            yield from (placed(each, first, sentence) for each in _list_from(reading, places[at + 1 :], size_of(first)))


def _in_the_world(reading: Reading, sentence: Sentence, places: list[Linked], whole: Linked) -> list[Linked]:
    """The countries of a list that the words before it put in a part of the world: "countries such as Chad and Niger in"."""
    row = _list_to(reading, places)
    if not reading.led(_LEADS, sentence, row[0].span.start, NEAR) or _NO_LANDS.search(whole.found.name):
        return []
    before = places[-len(row) - 1] if len(places) > len(row) else None
    # "West Asia, including Chad and Niger in the North": the last alone.
    return row[-1:] if before and _INCLUDING.fullmatch(reading.text, before.span.end, row[0].span.start) else row


_SMALL = re.compile(r"\b(?:towns|villages|districts|places|areas|sites|municipalities|communities)\s")
_IN_WORLD = re.compile(rf"\s+in\s+(?:the\s+)?{COMPASS}")
_INCLUDING = re.compile(r",?\s+(?:including|such\s+as|like|namely)\s+(?:the\s+)?")
_LEADS = re.compile(r"\b(?:(?:present|modern)[- ]day|including|such\s+as|like|namely|across)\s+(?:both\s+)?(?:the\s+)?\Z")
"""What stands before countries that are in a part of the world: not so "the influence of Russia and China in Africa"."""


def _leads(reading: Reading, sentence: Sentence, whole: Linked, first: Linked) -> bool:
    """Whether a land of which some places are named leads to them: "colonies in the Andes: A, B", "Europe, especially A"."""
    text = reading.text
    some = reading.led(_SOME_OF, sentence, whole.span.start, NEAR)
    return bool(
        (some and _NAMELY.fullmatch(text, whole.span.end, first.span.start))
        or (
            size_of(whole) > COUNTRY
            and _BRACKET.fullmatch(text, whole.span.end, first.span.start)
            and text.find(")", first.span.end, sentence.span.end) >= 0
        )
        or (
            size_of(whole) > COUNTRY
            and not _NO_LANDS.search(whole.found.name)
            and (
                _ABOVE_ALL.fullmatch(text, whole.span.end, first.span.start)
                or (reading.led(_ACROSS, sentence, whole.span.start, NEAR) and _WITH.fullmatch(text, whole.span.end, first.span.start))
            )
        )
    )


_NO_LANDS = re.compile(r"(?i)\b(?:west|east|global\s+\w+|countries|states)\Z")
"""Those of whom "the West, notably Norway" speaks are partners rather than places."""


def _list_to(reading: Reading, places: list[Linked]) -> list[Linked]:
    """The list that the last of some places ends, of places alike."""
    found = row_to(reading.text, places, _NEXT)
    return [*takewhile(lambda each: size_of(each) == size_of(places[-1]), reversed(found))][::-1]


def _list_from(reading: Reading, places: list[Linked], size: int) -> list[Linked]:
    """The list that the first of some places begins, of smaller ones than their whole."""
    return [*takewhile(lambda each: size_of(each) < size, row(reading.text, places, _NEXT))]


_LAND_WORDS = words(
    "nations countries states neighbours neighbors republics economies democracies economy democracy power nation country state kingdom republic archipelago territory emirate building constructing developing built builds"
)
_NATION_OF = re.compile(
    r"\s+(?:(?:island|coastal|landlocked|desert|mountainous|oil-rich|tiny|small|island-)\s+){0,2}(?:nation|country|state|kingdom|republic|archipelago|territory|emirate)\s+of\s+(?:the\s+)?"
)
_THESE_LANDS = re.compile(
    r"\s+(?:(?!(?:and|or|of|in|with|for|to|from)\b)[a-z-]+\s+){0,2}(?:countries|nations|states|republics|neighbou?rs|economies|democracies)"
    r"(?:\s*[:–—]\s*|,?\s+(?:including|such\s+as|like|namely|among\s+them)\s+)(?:the\s+)?"
)
"""As in "five Andean countries: Chile, Peru", "its Andean neighbours, including Chile": what stands before the list."""
_IS_ONE_OF_ITS = re.compile(
    r"(?:\s+\([^)]*\))?\s+(?:(?:is|was|became|becomes|remains|will\s+be|has\s+been|has\s+become)\s+(?:also\s+|now\s+|still\s+)?(?:[^.;]{3,60}\s+and\s+)?|as\s+)(?:an?|the)\s+"
    r"(?:(?!(?:in|of|with|for|to|from|non|not|partner|friend|ally)\b)[a-z-]+\s+){0,3}"
)
_ITS_LAND = re.compile(r"\s+(?:[a-z-]+\s+)?(?:country|nation|state|republic|economy|democracy|kingdom|power)\b")
"""After a part of the world whose land a state is said to be: "Chile became the first Andean nation to join"."""
_REALM = re.compile(r"(?:Republic|Kingdom)\s+of\s")
"""As in "the Andean Republic of Chile"."""
_IS_BUILT = re.compile(
    r",\s+where\s+[^.;:“”]{3,90}?\s(?:is|are|was|were|has\s+been|plans\s+to|will)\s+(?:(?:also|now|currently)\s+)?(?:building|constructing|developing|build|construct|develop)\s+(?:the\s+|an?\s+)?(?:new\s+)?"
)


@where(_LAND_WORDS)
def lands(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States in the parts of the world that they are named with, and sites on the land that they are built on."""
    places = reading.inside(sentence.span, "place", "demonym")
    for at, (first, second) in enumerate(pairwise(places)):
        if first.entity == second.entity:
            continue
        between = reading.text[first.span.end : second.span.start]
        if second.found.type == "demonym":
            one = first.found.type == "place" and size_of(first) == COUNTRY < size_of(second) and _IS_ONE_OF_ITS.fullmatch(between)
            if one and _ITS_LAND.match(reading.text, second.span.end, sentence.span.end):
                yield placed(first, second, sentence)
            continue
        if first.found.type == "demonym" and size_of(first) > COUNTRY and _THESE_LANDS.fullmatch(between):
            yield from (placed(each, first, sentence) for each in _named_lands(reading, first, places[at + 1 :]))
            continue
        built = first.found.type == "place" and size_of(second) == 0 and size_of(first) < COUNTRY and _IS_BUILT.fullmatch(between)
        called = between.isspace() and first.found.type == "demonym" and _REALM.match(reading.text, second.span.start)
        if built or (_is_part_of_world(first) and is_state(second) and (called or _NATION_OF.fullmatch(between))):
            yield placed(second, first, sentence)


def _named_lands(reading: Reading, whole: Linked, after: list[Linked]) -> list[Linked]:
    """The lands of the list after "five Andean countries", if that is no group of partners such as the West."""
    row = [*takewhile(lambda each: each.found.type == "place", after)]
    return [] if _NO_LANDS.search(whole.found.name) else [each for each in _list_from(reading, row, size_of(whole)) if size_of(each)]


def _is_part_of_world(place: Linked) -> bool:
    entry = place.found.entry
    return size_of(place) > COUNTRY or (entry is not None and entry.kind == "water")
