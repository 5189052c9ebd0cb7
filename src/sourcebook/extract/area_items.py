"""The items of a list of fields: where each begins and ends, and what is one."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook import lazy_re as re
from sourcebook.extract.area_compounds import ADJECTIVE
from sourcebook.extract.area_heads import STOP, VAGUE, is_somebody, names_field
from sourcebook.extract.area_names import name_of
from sourcebook.extract.area_words import ACTIVITIES, ALONE, FIELDS, GENERIC, HEADLESS, LEADING_WORDS, NO_FIELD, NOUNS, PARALLEL, SOME
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_ITEM = re.compile(
    rf"(?:the\s+|a\s+|an\s+)?(?P<item>(?!(?:{STOP}|other|others|more|many|all|so|not)\b)[A-Za-z][\w/-]*(?:(?<=[a-z]s)[’'](?=\s[a-z])|(?<=[a-z])[’']s(?=\s[a-z]))?(?:\s+(?:of\s+(?:an?\s+|the\s+)?(?![A-Z][a-z]))?(?!(?:{STOP}|and|or|as|of|such)\b)[\w/-]+|\s+&\s+[\w/-]+){{0,8}})"
)


BETWEEN = re.compile(r"(?:[,;]\s*(?:(?:and|or|as well as)\s+)?|\s+(?:and|or|as well as)\s+)(?:in\s+|on\s+)?(?:the\s+)?")


_LAST = re.compile(r"\b(?:and|or|as well as)\b")


_QUALITY = r"(?:green|clean|renewable|sustainable|low-carbon|resilient|inclusive|safe|orderly|regular|smart|circular|blue|free|fair|secure|reliable|conventional|emerging|critical|innovative|digital|modern)"
_PAIR = re.compile(
    rf"(?:(?:{_QUALITY},\s+)*{_QUALITY},?\s+and\s+{_QUALITY}\s+(?!(?:{STOP}|and|or)\b)[a-z-]+|"
    r"(?:combat(?:t?ing)?\s+)?illegal,\s+unreported,?\s+and\s+unregulated\s+fishing|support\s+(?:to|for)\s+(?!the\b)[a-z-]+(?:\s(?!(?:and|or|in|on|to|for|with|by|as|at|of)\b)[a-z-]+)?|(?:(?:[a-z]+(?:tion|ment|sion|ance|ing)|control|combat|fight|exchange|use|transfer),\s+)*(?:[a-z]+(?:tion|ment|sion|ance|ing)|control|combat|exchange|use),?\s+and\s+(?:[a-z]+(?:tion|ment|sion|ance|ing)|control|combat|exchange|use|transfer)\s+of\s+(?:the\s+)?(?:animal\s+and\s+(?=plant\s)|plant\s+and\s+(?=animal\s))?[a-z][a-z-]+(?:\s+(?:of\s+)?(?!(?:of|the|and|or|in|at|as|by|on|to|for|with|from|that|which|between|is|are|was|were|has|had|will|grew|rose|fell)\b)(?:organi[sz]ed|[a-z][a-z-]+(?<!ed)(?!\w))){0,3}"
    r"|fight\s+against\s+(?:the\s+)?(?!(?:and|or)\b)[\w-]+(?:\s+(?!(?:and|or|in|at|as|by|on|to|for|with|from|that|which|between|is|was)\b)[\w-]+){0,2}|promotion and protection of [a-z]+|regional (?:stability and security|security and stability)|(?:air|land|sea) and maritime security|border (?:security and management|management and security)|exchanges?\s+of\s+[a-z]+\s+and\s+(?:best\s+practices|experiences?|expertise|students|staff|faculty|researchers|personnel|knowledge|technolog(?:y|ies)|data|intelligence|publications|information|know-how|specialists|experts|delegations|visits)|regional and (?:global|international) (?:security|stability|peace)|(?:global|international) and regional (?:security|stability|peace)|access\s+to\s+(?!the\b|a\b)[a-z]+(?:\s(?:markets?|services|education|energy|water|goods|care|capital))?|respect for human rights|oil and gas|(?:maritime )?search and rescue|(?:air|road|rail|sea|land|maritime|inland|water)(?:,\s+(?:air|road|rail|sea|land|maritime))*,?\s+and\s+(?:air|road|rail|sea|land|maritime|railway|waterway)\s+(?:transport(?:ation)?|connectivity|links|routes|transit)|(?:(?:combat(?:t?ing)?|counter(?:ing)?|fight(?:ing)?|tackl(?:e|ing)|prevent(?:ing)?)\s+)?(?:[a-z]+,\s+)*[a-z]+\s+and\s+[a-z]+\s+(?:trafficking|smuggling)|import and export|supply and demand|plant and animal health|weights and measures|science and technology|research and development|law and order|food and agriculture|arts and culture|youth and sports?|trade and economic(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|information and technology|information and communications?(?! tech)|political and economic(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|"
    r"military and technical(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|scientific and technical(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|scientific and technological(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|cultural and humanitarian(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|legal and judicial(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|energy and climate(?! change)|peace and (?:security|prosperity|stability)|aerospace and defen[cs]e|small and medium[\w -]*|"
    r"information and communications? technolog\w+|customs and border|tax and customs|[a-z]+(?:al|ic|ary|ific) and [a-z]+(?:al|ic|ary) (?:co-?operation|collaboration|exchanges|ties|relations|development|engagement))(?: [a-z]+(?:tion|ment|ies|ges|ety|ade|ogy|gy|sm|ons|ors|cooperation))?"
)


_PRONOUNS = frozenset({"them", "him", "her", "us", "it"})


def knows(known: list[tuple[int, int, str]], span: Span) -> bool:
    """Whether the vocabulary has a word of a span."""
    at = bisect.bisect_left(known, span.start, key=lambda one: one[0])
    return at < len(known) and known[at][1] <= span.end


def _is_known(known: list[tuple[int, int, str]], start: int, end: int) -> bool:
    """Whether the vocabulary has just these words."""
    return any(each[:2] == (start, end) for each in known)


_MORE = re.compile(
    r"[a-z][a-z’-]*(?:\s[a-z’-]+){0,3}?(?:,\s(?:the\s)?[a-z][a-z’-]*(?:\s[a-z’-]+){0,3})*,?\sand\s(?:the\s)?[a-z’-]+(?:\s[a-z’-]+){0,4}[.;]"
)
"""The rest of a list in which "A and B" was one of the items."""


_CLOSING = re.compile(r"(?:the\s)?[a-z’-]+(?:\s(?!(?:said|says|noted|added|wrote|told)\b)[a-z’-]+){1,3}[.;]")
"""The end of a list after an item of two words: "health and hygiene, and cash transfers"."""
_OTHER = re.compile(r"(?:the\s)?[a-z’-]+(?:\s[a-z’-]+)?(?:,\s|[.;])")
"""The second of two in a list of twos: "defence and security, tourism and conservation, sports"."""
LONGEST_ITEM = 200
"""Code points."""


def begin(text: str, start: int, position: int) -> int:
    """Where the item of a list that holds a position begins."""
    near = max(start, position - LONGEST_ITEM)
    found = list(BETWEEN.finditer(text, near, position))
    return found[-1].end() if found else near


_GROWTH = "expand|enhanc|strengthen|improv|boost|support|promot|advanc|ensur|increas|deepen|fast-track|develop|reinforc|encourag|foster|rais|upgrad|moderni[sz]|facilitat|broaden|intensif|bolster|diversif|accelerat|stimulat|spur|address"
_GROWN = re.compile(
    rf"support\s+(?:for|to)\s+(?=[a-z])|(?:{_GROWTH})(?:e|es|y|s)?\s+(?=[a-z]|[A-Z])|(?!promot|develop|diversif|moderni|address)(?:{_GROWTH})y?ing\s+(?!of\b)(?=[a-z]|[A-Z])"
    r"|(?:priorit(?:y|ies)|issues?|areas?|problems?|questions?|goals?|objectives?)\s+of\s+(?=[a-z])|(?:(?:further|greater|continued|joint)\s+)?(?:expansion|increase|growth|strengthening|enhancement|deepening|intensification|widening|diversification)\s+(?:of|in)\s+(?=[a-z])"
)
"""What only leads to that which is to grow."""


_DOING = re.compile(
    rf"(?P<item>(?!(?:during|according|regarding|concerning|including|building|recogni[sz]ing|noting|stressing|welcoming|emphasi[sz]ing|underlining|highlighting|reaffirming|expressing|calling|saying|taking|making|having|being|giving|holding|keeping|bringing|considering|emerging|existing|ongoing|growing|remaining|outstanding|pressing|(?:end|halt|stopp?|restor|resolv|achiev|sett?l|reach|establish|sign|launch|open|creat|sett|conclud|complet|hold|host|find|launch)ing)\b)[a-z]{{3,}}ing\s+(?!(?:and|or)\b)(?:out\s+)?(?:the\s+|an?\s+|their\s+|its\s+)?(?!(?:{STOP})\b)[\w’-]+(?:\s(?!(?:{STOP}|and|or|as)\b)[\w’-]+){{0,4}}(?:\s(?:with|of|for|against)\s+(?:the\s+)?[\w-]+(?:\s(?!(?:{STOP}|and|or|as)\b)[\w’-]+){{0,2}})?)(?=[,.;]|\s(?:and|or|as\s+well|in|at|between|with|under|through|by|to)\b)"
)
"""Something done together: "cooperation in supplying the plant with fuel"."""


_OF_A_FIELD = frozenset(
    ("cooperation", "co-operation", "collaboration", "relations", "ties", "developments", "opportunity", "opportunities", "solidarity")
)


def _is_headed(words: list[str]) -> bool:
    """Whether a common word has a field before it: "defence industry cooperation", "promoting economic opportunity"."""
    if len(words) < 2 or words[-1] not in _OF_A_FIELD:
        return False
    before = words[-2]
    operational = words[-1] in {"cooperation", "co-operation", "collaboration"} and before not in NO_FIELD and ADJECTIVE.search(before)
    return before in PARALLEL or before in NOUNS or before == "industry" or bool(operational and not before.endswith(("ed", "ing")))


TWO = 2
LONG = 3
"""Words; "joint" is of the name of "joint border management"."""


_LEADING = re.compile(rf"(?:(?:{'|'.join(sorted(LEADING_WORDS))})\s+)+(?!(?:and|or)\b)(?=[a-z])|(?:mutual|two-way)\s+(?=(?:trade|investment|tourism)\b)")


_REGIONAL = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)+")
"""As in "Nordic-Baltic security"."""
_SHARED = re.compile(r"(?:,\s+|\s+and\s+|,\s+and\s+)[a-z-]+(?:\s+[a-z-]+|,\s|\s+and\s)")


_HOW = frozenset({"globally", "internationally", "environmentally", "socially", "commercially"})
"""What may begin a field's name in -ly: "environmentally sound technologies"."""


_WHOSE = frozenset(
    word.rstrip("s")
    for word in [
        "country",
        "countrie",
        "nation",
        "state",
        "government",
        "world",
        "region",
        "side",
        "party",
        "partie",
        "people",
        "minister",
        "president",
        "leader",
        "official",
        "today",
        "year",
        "week",
        "month",
        "company",
        "one",
        "other",
        "company",
        "continent",
        "ministry",
        "bloc",
        "alliance",
        "group",
        "organisation",
        "organization",
        "union",
        "council",
        "bank",
        "neighbour",
        "neighbor",
        "capital",
        "city",
    ]
)
"""Whose are no fields: "the country's exports"; but "farmers' rights" are one."""
_PREPOSITIONS = frozenset(
    ["since", "in", "on", "at", "for", "with", "from", "to", "by", "of", "as", "under", "through", "during", "within"]
)
_DETERMINERS = frozenset(["the", "a", "an", "its", "their"])
_PARTICIPLES = frozenset(["organised", "organized", "advanced", "applied"])
Known = list[tuple[int, int, str]]
"""Where words of the vocabulary stand in a sentence, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list, without what only leads it or follows it.

    Attributes:
        first, last: where its name begins and ends.
        after: where what follows the name ends: "the energy sector".
        words: of the name.
        inside: whether the vocabulary has a word of it.
        pair: whether it is of two words that belong together: "peace and security".
        doing: whether it is something done: "supplying the plant with fuel".
        parallel: whether it is an adjective that shares a noun with others: "the economic and cultural fields".
    """

    first: int
    last: int
    after: int
    words: list[str]
    inside: bool
    pair: bool
    doing: bool
    parallel: bool


def _cut(text: str, at: int, end: int, known: Known, gazetteer: Gazetteer, *, sure: bool, apart: bool = False) -> Item | None:
    """The item that begins at a place; after an adjective of the list, two more are told apart."""
    at = _after_leads(text, at, end, gazetteer)
    jointly = len("joint ") * text.startswith("joint ", at, end)
    pair = None if apart else _PAIR.match(text, at + jointly, end)
    doing = None if pair or not sure else _DOING.match(text, at, end)
    item = None if pair else doing or _ITEM.match(text, at, end)
    first, last = (at, pair.end()) if pair else item.span("item") if item else (at, at)
    first = min(_after_leads(text, first, last, gazetteer), last)
    words = text[first:last].split()
    if words and words[0] == "joint" and len(words) < LONG:
        first += len("joint ")
        words = words[1:]
    if len(words) == 1 and sure and not pair and (shared := _shared_head(text, last, end, words[0])):
        last = shared
        words = text[first:last].split()
        pair = _ITEM.match(text, first, end)
    if further := _AT_SEA.match(text, last, end):
        last = further.end()
    after = last
    if (of := next((n for n, each in enumerate(words) if n and words[n - 1] in HEADLESS and each == "of"), 0)) > 1:
        # "trade issues of common interest"
        last = after = first + len(" ".join(words[:of]))
        words = words[:of]
    while len(words) > 1 and words[-1].casefold() in HEADLESS and words[0] != "rule" and not _is_adjective(words[:-1], known, first):
        last -= len(words.pop()) + 1
    if not words:
        return None
    inside = knows(known, Span(first, max(last, first + 1)))
    parallel = len(words) == 1 and words[0] in PARALLEL and sure and bool(after != last or _SHARED.match(text, last, end))
    return Item(first=first, last=last, after=after, words=words, inside=inside, pair=bool(pair), doing=bool(doing), parallel=parallel)


def _after_leads(text: str, at: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a field's name begins after what only leads it: "the expansion of bilateral Chilean trade", "strengthening our security"."""
    while at < end:
        led = _LEADING.match(text, at, end) or _GROWN.match(text, at, end) or _OWNER.match(text, at, end)
        word = None if led else _FIRST_WORD.match(text, at, end)
        if word and (word[1] in gazetteer.demonyms or _REGIONAL.fullmatch(word[1])):
            led = word
        if led is None:
            break
        at = led.end()
    return at


_OWNER = re.compile(r"(?:the|an?|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?[’'](?:s\b)?)\s+(?=[a-z])")
"""Whose a field is: "Chad's exports"; and articles."""
_FIRST_WORD = re.compile(r"([\w-]+)\s+(?!(?:and|or)\b)(?=[a-z])")


def _shared_head(text: str, last: int, end: int, word: str) -> int:
    """Where the phrase ends whose noun a word shares that is no field by itself: "human and economic development"; 0 if there is none."""
    if word in PARALLEL or word in FIELDS or word in ACTIVITIES or word in LEADING_WORDS or not (ADJECTIVE.search(word) or _DOER.search(word) or word in _SHARING):
        return 0
    other = _AND_ALSO.match(text, last, end)
    item = _ITEM.match(text, other.end(), end) if other else None
    words = item["item"].split() if item else []
    return item.end("item") if item and len(words) > 1 and names_field(words[-1]) and words[-1] not in _OF_A_FIELD else 0


_DOER = re.compile(r"(?<!pow)(?<!wat)(?<!bord)(?<!silv)(?<!copp)(?<!leath)(?<!timb)(?<!fib)(?<!weath)er\Z")
_AT_SEA = re.compile(r"\s+at\s+sea\b")
_PEOPLE = re.compile(r"(?<!fertiliz)(?<!fertilis)(?<!pow)(?<!wat)(?<!riv)(?<!bord)(?<!pap)(?<!comput)(?<!disast)(?<!helicopt)ers\Z|(?<!semiconduct)(?<!corrid)(?<!react)(?<!tract)(?<!sect)ors\Z|ists\Z")
_MANNER = re.compile(r"-(?:efficient|friendly|effective|free|tech|intensive|wide|sensitive|compliant|neutral|looking|oriented|based|led|driven|style|quality|level|term)\Z")
_SHARING = words_of("human air land sea animal plant maritime road rail women border rural urban unmanned")
"""Words without an adjective's ending that share a noun with the next: "human and economic development"."""
_AND_ALSO = re.compile(r"\s+(?:and|or|&)\s+(?=[a-z])")


def _is_of_kind(words: list[str]) -> bool:
    return len(words) == TWO and words[1] in HEADLESS and bool(_OF_KIND.search(words[0])) and words[0] not in NO_FIELD and words[0] not in VAGUE


def _is_adjective(words: list[str], known: Known, first: int) -> bool:
    """Whether one word is left that names nothing without its noun: "digital issues", "nuclear sectors"."""
    return (
        len(words) == 1
        and words[0] not in PARALLEL
        and "-" not in words[0]
        and words[0] not in NO_FIELD
        and words[0] not in VAGUE
        and bool(_OF_KIND.search(words[0]))
        and not _is_known(known, first, first + len(words[0]))
    )


_OF_KIND = re.compile(r"(?:al|ic|ar|ive|ime|ous)\Z")


def _begins_well(item: Item) -> bool:
    """Whether the first word may be that of a field's name."""
    first, words = item.words[0], item.words
    low = first.casefold()
    if (first.endswith("ly") and not (low in _HOW and len(words) > 2)) or low in SOME or low in _PREPOSITIONS or "range" in words[:3]:
        return False
    if first.endswith("ed") and "-" not in first and first not in _PARTICIPLES:
        return False
    if low.endswith(("’", "'", "’s", "'s")):
        return first[0].islower() and low.rstrip("s'’") not in _WHOSE
    if len(words) == 1:
        told = "-" not in first and first not in ACTIVITIES and ADJECTIVE.search(first)
        lone = not item.inside and (told or _MANNER.search(first))
        return len(low) > TWO - item.inside and low not in ALONE and low not in GENERIC and bool(not lone or item.parallel)
    if (words[1] == "of" and low in ALONE) or (first == "support" and words[1] not in {"for", "to", "services"}):
        return False
    any_doing = first not in ACTIVITIES or (words[1] in _DETERMINERS and "of" not in words)
    if first.endswith("ing") and not item.inside and not item.doing and any_doing:
        return False
    return (
        low not in GENERIC
        or item.pair
        or (first == "regional" and (item.inside or words[-1] in FIELDS))
        or (first == "mutual" and item.inside and len(words) > 2)
    )


def _ends_well(item: Item, gazetteer: Gazetteer) -> bool:
    """Whether the last word may be that of a field's name."""
    last, words = item.words[-1], item.words
    if last in _PRONOUNS or (last.endswith(("ly", "ed")) and "-" not in last):
        return False
    if (item.doing and ADJECTIVE.search(last)) or (len(words) == 1 and not item.inside and _PEOPLE.search(last)) or (not item.inside and not item.doing and is_somebody(last)):
        return False
    if last[0].isupper() and len(words) > 1 and last in gazetteer.words["institution"] and last in gazetteer.words["body"]:
        return False
    common = last.casefold() in GENERIC and not (item.pair or "of" in words or (last == "sector" and len(words) > 1) or _is_headed(words) or _is_of_kind(words))
    whole = len(words) > 1 and item.after == item.last
    return not common and (item.inside or item.parallel or last not in NO_FIELD or whole)


def _is_name(item: Item, known: Known, gazetteer: Gazetteer) -> bool:
    """Whether the words are rather the name of something or somebody."""
    words = item.words
    capitals = [each for each in words[1:] if each[0].isupper() and not each.isupper() and each not in gazetteer.demonyms]
    if item.doing and any(each.rstrip("s").endswith(("’", "'")) or each == words[-1] for each in capitals):
        # "diversifying Chad's economy": Chad is told of.
        return True
    if words[0][0].islower() and len(capitals) > 1 and not item.pair:
        # "a subsidiary of Chad Road Construction"
        return True
    titled = len(words) > 1 and words[0][0].isupper() and words[-1].istitle() and not _is_known(known, item.first, item.last)
    return titled or any(each in gazetteer.titles for each in words if each[0].isupper())


def _is_plain(item: Item, gazetteer: Gazetteer) -> bool:
    """Whether no capital letter stands in the words but in abbreviations and adjectives of states."""
    first, *others = item.words
    lower = all(not word[0].isupper() or word.isupper() or word in gazetteer.demonyms for word in others)
    abbreviated = any(len(part) > 1 and part.isupper() for part in first.split("-"))
    return item.doing or (lower and (first[0].islower() or abbreviated or first.endswith("-language")))


def grows(text: str, at: int, end: int) -> bool:
    """Whether words stand at a place that only lead to what is to grow: "strengthening", "the expansion of"."""
    return bool(_GROWN.match(text, at, end))


def aim(text: str, at: int, end: int, known: Known, gazetteer: Gazetteer) -> Item | None:
    """The phrase after what joint work is for, whatever it means, without names."""
    item = _cut(text, at, end, known, gazetteer, sure=True)
    named = item and any(each[0].isupper() and each not in gazetteer.demonyms and not any(map(str.isdigit, each)) and not each.isupper() for each in item.words[len(item.words) == 1 :])
    return None if item is None or (named and not item.inside) else item


def is_aim(item: Item, gazetteer: Gazetteer) -> bool:
    """Whether what somebody wants together is a field: of the vocabulary, or by its last noun."""
    told = item.words[-1] in gazetteer.areas or (len(item.words) > 1 and (names_field(item.words[-1]) or item.inside))
    return bool(told and _begins_well(item) and _ends_well(item, gazetteer))


def _stands_alone(item: Item, known: Known) -> bool:
    """Whether an item that no cue leads to begins as a field does."""
    first = item.words[0]
    begins = any(one == item.first for one, _, _ in known)
    return first.casefold() not in _PREPOSITIONS and (begins or (first[0].islower() and (not first.endswith("ing") or first in ACTIVITIES)))


def listed_fields(
    document: Document,
    sentence: Sentence,
    at: int,
    known: Known,
    gazetteer: Gazetteer,
    *,
    sure: bool = True,
    between: re.Pattern[str] = BETWEEN,
) -> Iterator[Found]:
    """Items from a place on, as long as they look like fields; those not of the vocabulary only where a cue opened the list."""
    text, end, ended, apart = document.text, sentence.span.end, False, False
    while at < end:
        item = _cut(text, at, end, known, gazetteer, sure=sure, apart=apart)
        if item is None or text.startswith(" against", item.last) or not (_begins_well(item) and _ends_well(item, gazetteer)):
            return
        if _is_name(item, known, gazetteer) or not (sure or _stands_alone(item, known)):
            return
        if not item.inside and not (sure and _is_plain(item, gazetteer) and (item.pair or len(item.words) <= LONGEST)):
            return
        apart = item.parallel and bool(ADJECTIVE.search(item.words[0]))
        yield area(document, item.first, item.last, gazetteer, 5 if item.inside or item.doing or "of" in item.words else 4)
        further = between.match(text, item.after, end)
        if further is None or not sure:
            return
        leads_on = (
            "as well as" in further[0]
            or _MORE.match(text, further.end(), end)
            or (_LAST.search(further[0]) and _CLOSING.match(text, further.end(), end))
            or ("," not in further[0] and _OTHER.match(text, further.end(), end))
        )
        if ended and not leads_on and not any(one <= further.end() < other for one, other, _ in known):
            # After "A, B and C" a comma leads on: "… and trade, officials said".
            return
        ended = ended or bool(_LAST.search(further[0]))
        at = further.end()


LONGEST = 6
"""Words of a field that the vocabulary does not know."""


def area(document: Document, start: int, end: int, gazetteer: Gazetteer, priority: int) -> Found:
    """A field, under the one name that it has."""
    words = " ".join(document.text[start:end].split())
    return Found(
        span=Span(start, end),
        type="area",
        name=name_of(words, gazetteer.areas),
        priority=priority,
    )
