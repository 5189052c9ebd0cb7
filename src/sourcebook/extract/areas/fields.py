"""Areas of cooperation: the fields that a sentence about relations lists, known to the vocabulary or not."""

from collections.abc import Iterator
from functools import cache
from itertools import repeat

from sourcebook import lazy_re as re
from sourcebook.extract.areas.compounds import compounded
from sourcebook.extract.areas.heads import attributed, followed, names_field
from sourcebook.extract.areas.items import BETWEEN, area, begin, listed_fields
from sourcebook.extract.areas.leads import INSTRUMENTS, LEADING, LEADS, RANGE, RANGES, REGARDING, SEVERAL, SHARED, SPOKE, WANTED
from sourcebook.extract.areas.listings import listings
from sourcebook.extract.areas.phrases import knows
from sourcebook.extract.areas.purposes import AID_LETTERS, JOINT_LETTERS, OF_ONE, fights, purposes
from sourcebook.extract.areas.values import is_around, is_career, is_named_on, is_one_states, is_value, names_nothing, unvalued
from sourcebook.extract.areas.words import (
    ACTIVITIES,
    BEGINNINGS,
    FIELD_WORDS,
    FIELDS,
    FIRST_LETTERS,
    JOINT,
    OPENS,
    PARALLEL,
    PHRASES,
    SIGNS,
    WEAK,
)
from sourcebook.extract.document import BYLINE, HEADING, Document, Kind, Sentence, beginning_with, folded, matches, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import Phrases, every
from sourcebook.extract.phrases import words as words_of

_CUE = re.compile(
    r"\b"
    r"(?:cooperat\w*|co-operat\w*|collaborat\w*|partnership|bilateral|relations|ties|agenda|(?:areas?|fields?|spheres?|sectors?) of|joint (?:work|projects?)|exchanges?|discuss(?:ed|ions?)|prospects"
    r"|coordinat\w*|among the (?:two|three|four) (?:sides|countries|nations)|expand\w*|strengthen\w*|deepen\w*|memorand\w+|agreements?|interaction|engagement|dialogue)\b"
)
_CUE_LETTERS = words_of(
    "amon coop coor co coll part bila rela ties agen area fiel sphe sect join exch disc pros expa stre deep memo agre inte enga dial"
)
"""What the words begin with that `_CUE` begins with."""
_HEADS = words_of(
    "ties links integration operation operations cooperations collaborations cooperation collaboration exchange "
    "exchanges relations relationship initiatives people partnership partnerships engagement"
)
_VERB = re.compile(
    r"\b"
    r"(?:to|will|would|can|could|may|they|he|she|we"
    r"|(?:protect|choos|defend|restor|threaten|undermin|destroy|uphold|embrac|chos)(?:e|es|ed|ing|s)?|choose"
    r"|chose)\s+\Z"
)


@cache
def _vocabulary(gazetteer: Gazetteer) -> tuple[Phrases, Kind]:
    phrases = Phrases(gazetteer.areas)
    return phrases, folded(phrases.first_words)


def areas(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The items of lists that follow a cue; compounds of "cooperation"; and the vocabulary's words in sentences about relations."""
    return (each for each in _areas(document, gazetteer) if not names_nothing(each.span.of(document.text)))


def _areas(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    vocabulary, first_words = _vocabulary(gazetteer)
    lower, named = document.lower, document.where_so(first_words)
    yield from listings(document, gazetteer) if ":\n" in document.text else ()
    cued = _cued(document, lower)
    opening, leading, cues, jointly, aid, small = map(document.where_so, _BEGINNINGS)
    for sentence in document.sentences:
        if sentence.block in (HEADING, BYLINE):
            continue
        text, start, end = document.text, sentence.span.start, sentence.span.end
        many = text.count(",", start, end) >= 3
        if not many and sentence.number not in cued:
            continue
        cue = any(matches(_CUE, lower, within(cues, sentence.span), end))
        openings = list(matches(OPENS, lower, begun(sentence, opening, small, FIELD_WORDS), end))
        leads = list(matches(LEADS, lower, begun(sentence, leading, small, REGARDING), end))
        known = [each for each in vocabulary.find(lower, within(named, sentence.span), end) if _is_meant(text, each, gazetteer)]
        compounds = [] if sentence.words.isdisjoint(_HEADS) else list(compounded(document, start, end, known, gazetteer))
        aims = list(purposes(text, lower, sentence, within(jointly, sentence.span), within(aid, sentence.span), known, gazetteer))
        yield from _told(document, sentence, lower, known, gazetteer)
        if not (many or cue or openings or leads or compounds or aims):
            continue
        plain = [each for each in known if not is_value(text, sentence, each[0], each[1])]
        agenda = len(known) >= 4 and many and bool(cue or not _HARM.search(lower, start, end))
        for found, listed in (*zip(openings, repeat(_opened)), *zip(leads, repeat(_led))):
            yield from unvalued(listed(document, sentence, found, known, gazetteer), text, sentence)
        if agenda:
            for first, _, _ in plain:
                yield from listed_fields(document, sentence, begin(text, start, first), known, gazetteer, sure=False)
        for first, last in compounds:
            # "science, technology and cultural cooperation": what follows a comma is an item of its own.
            two = text.find(" and ", first, last) if text[max(0, first - 2) : first].strip() == "," else -1
            yield area(document, two + 5 if two > 0 else first, last, gazetteer, 5)
        for first, last in aims:
            yield area(document, first, last, gazetteer, 4)
        if not agenda and not cue:
            continue
        for first, last, _ in plain:
            if (lower[first:last] not in WEAK or (agenda and not _WITH_WHOM.search(lower, start, first))) and _is_field(
                text, start, first, last, end
            ):
                yield area(document, *_whole(text, first, last, start, end), gazetteer, 2)


_DEALING = words_of(
    "discussed reviewed raised covered addressed tackled explored agenda table topics issues areas area sector "
    "field subjects priorities priority matters fields dominated topped featured figured"
)
_CENTRAL = words_of(
    "cornerstone cornerstones pillar pillars backbone foundation foundations bedrock priority focus heart core centre center forefront top"
)
_BONDS = words_of("cooperation co collaboration partnership relations relationship ties engagement alliance")
_DEALT_WITH = re.compile(
    r"\s+"
    r"(?:(?:was|were|is|are|ha(?:s|ve)\s+been|will\s+be|remains?)\s+(?:also\s+|all\s+)?(?:discussed|reviewed|raised|covered|addressed|tackled|explored|high\s+on|on\s+the\s+(?:agenda|table)"
    r"|among(?:st)?\s+(?:the\s+)?(?:[a-z]+\s+){0,3}(?:topics|issues|areas|subjects|priorities|matters|fields|sectors)|(?:the\s+|our\s+|their\s+)?(?:[a-z]+\s+){0,3}?(?:priority\s+)?(?:areas|fields|sectors|topics|priorities)|(?:an?other|an?)\s+(?:[a-z]+\s+)?(?:area|field|sector|priority)\s+(?:of|where|for|in\s+which)"
    r")|dominated|topped|featured|figured)\b"
)
"""After what was dealt with: "Trade and migration were discussed"."""
_CENTRAL_TO = re.compile(
    r"\s+(?:was|were|is|are|ha(?:s|ve)\s+been|remains?)\s+(?:also\s+)?"
    r"(?:(?:the|an?|one\s+of\s+the)\s+(?:[a-z]+\s+){0,2}?(?:cornerstones?|pillars?|backbone|foundations?|bedrock|priority|focus)"
    r"|at\s+the\s+(?:very\s+)?(?:heart|core|cent(?:re|er)|forefront|top))\s+of\s+"
    r"(?:(?:the|their|our|its|bilateral|strategic|joint)\s+){0,3}(?:[a-z–-]+\s+)?"
    r"(?:co-?operation|collaboration|partnership|relations(?:hip)?|ties|engagement|alliance)\b"
)
"""After what is central to ties: "Education is a cornerstone of their relations"."""
_CLAUSE = re.compile(
    r"(?:,\s+(?:where|when|while|during\s+which|at\s+which|in\s+which|and)\s+"
    r"|\b(?:said|noted|added|stressed)\s+(?:that\s+)?|;\s+|:\s+|[“\"])(?:issues\s+of\s+|the\s+)?"
)


def _told(document: Document, sentence: Sentence, lower: str, known: list[tuple[int, int, str]], gazetteer: Gazetteer) -> Iterator[Found]:
    """The fields that the verbs after them say to have been dealt with."""
    words = sentence.words
    dealt = not words.isdisjoint(_DEALING)
    central = not words.isdisjoint(_CENTRAL) and not words.isdisjoint(_BONDS)
    for pattern in (*([_DEALT_WITH] if dealt else ()), *([_CENTRAL_TO] if central else ())):
        for found in pattern.finditer(lower, sentence.span.start, sentence.span.end):
            yield from _subjects(document, sentence, found.start(), known, gazetteer)


def _subjects(document: Document, sentence: Sentence, verb: int, known: list[tuple[int, int, str]], gazetteer: Gazetteer) -> list[Found]:
    """The fields that a verb after them says to have been dealt with, if nothing else stands before it."""
    text, start = document.text, sentence.span.start
    begins = [start, *(each.end() for each in _CLAUSE.finditer(text, max(start, verb - LONGEST_CLAUSE), verb))]
    for begin_at in reversed(begins):
        items = list(listed_fields(document, sentence, begin_at, known, gazetteer))
        told = items and _REST.fullmatch(text, items[-1].span.end, verb)
        if told and (len(items) > 1 or knows(known, items[0].span)):
            return items
    return []


LONGEST_CLAUSE = 200
"""Code points before a verb."""
_REST = re.compile(r"(?:\s+(?:issues|sectors?|matters|areas|fields|cooperation|ties|concerns))?")
SMALL_WORDS = frozenset({"in", "on", "with", "when"})
_BEGINNINGS = tuple(map(beginning_with, (FIRST_LETTERS, LEADING, _CUE_LETTERS, JOINT_LETTERS, AID_LETTERS, SMALL_WORDS)))


def begun(sentence: Sentence, places: list[int], small: list[int], needed: frozenset[str]) -> list[int]:
    """Where a pattern can begin in a sentence: at a small word only if the sentence holds a word that the pattern then needs."""
    here = within(places, sentence.span)
    return here if sentence.words.isdisjoint(needed) else sorted([*here, *within(small, sentence.span)])


_WITH_WHOM = re.compile(r"\bwith\s+(?:the\s+)?(?:[\w’'-]+,?\s+(?:and\s+)?(?:the\s+)?){0,6}\Z")
"""Before those whom somebody meets: "meetings with civil society and the media"."""


def _plain(document: Document, found: Found) -> bool:
    """Whether a field is a single word that everybody takes for one."""
    words = found.span.of(document.text)
    return words in FIELDS or words in PARALLEL


def _without_end(document: Document, items: list[Found], known: list[tuple[int, int, str]]) -> list[Found]:
    """The items up to the last that is likely a field: in "security and the search for", a word alone ends no list."""
    while items and not (" " in items[-1].span.of(document.text) or _plain(document, items[-1]) or knows(known, items[-1].span)):
        items.pop()
    return items


def _led(
    document: Document, sentence: Sentence, found: re.Match[str], known: list[tuple[int, int, str]], gazetteer: Gazetteer
) -> list[Found]:
    """The items after words that lead to fields among much else: only where the vocabulary knows the first, or several."""
    if (WANTED.match(found[0]) or found[0].startswith(("in the ", "in "))) and not SHARED.search(sentence.span.of(document.text)):
        return []
    if found[0].startswith(("commit", "work")) and OF_ONE.search(
        document.text, max(sentence.span.start, found.start() - 48), found.start()
    ):
        return []
    if SPOKE.match(found[0]) and not SEVERAL.search(document.text, sentence.span.start, found.end()):
        return []
    if found[0].endswith("to ") and fights(document.text, found.end(), sentence.span.end):
        # "joint efforts to combat fraud": an aim.
        return []
    between = RANGE if RANGES.search(found[0]) else BETWEEN
    items = _without_end(document, list(listed_fields(document, sentence, found.end(), known, gazetteer, between=between)), known)
    of_vocabulary = [knows(known, each.span) for each in items]
    several = len(items) > 1 or (
        len(items) == 1 and (" and " in items[0].name or INSTRUMENTS.match(found[0]) or _related(sentence, found[0]))
    )
    likely = all(known or _by_its_noun(document, each) for known, each in zip(of_vocabulary, items, strict=True))
    return items if several and (likely or of_vocabulary[0] or _plain(document, items[0]) or sum(of_vocabulary) > 1) else []


def _related(sentence: Sentence, words: str) -> bool:
    """Whether issues are said to be of a field, which are dealt with: "discussed issues related to trade"; or several share an interest in it."""
    return words.startswith("share ") or (" to" in words and words.startswith(_ISSUES) and not sentence.words.isdisjoint(_DEALT))


_ISSUES = ("issues", "matters", "topics", "questions")
_DEALT = words_of("discuss discussed discusses discussing discussions talks reviewed explored addressed raised views")


def _by_its_noun(document: Document, found: Found) -> bool:
    """Whether the last of several words says that they name a field."""
    words = found.span.of(document.text).split()
    return len(words) > 1 and names_field(words[-1])


def _cued(document: Document, lower: str) -> set[int]:
    """The numbers of the sentences with a sign of cooperation."""
    places = [*document.where_so(_is_sign), *(at for each in PHRASES for at in every(each, lower))]
    return {document.sentence_of(at).number for at in places}


def _is_sign(word: str) -> bool:
    low = word.lower()
    return low.startswith(BEGINNINGS) or any(each in low for each in SIGNS)


def _is_meant(text: str, known: tuple[int, int, str], gazetteer: Gazetteer) -> bool:
    """Whether a word of the vocabulary is meant: not "it" in small letters, nor "Chilean border guards", who are people."""
    start, _, words = known
    if words == "it":
        return text.startswith("IT", start)
    before = text[max(0, start - 30) : start].rsplit(maxsplit=1)
    return not (words.endswith(" guards") and before and before[-1] in gazetteer.demonyms)


def _opened(
    document: Document, sentence: Sentence, found: re.Match[str], known: list[tuple[int, int, str]], gazetteer: Gazetteer
) -> list[Found]:
    """The items after an opening, if it is one: loose openings want several, or words of the vocabulary."""
    if _PARTNERS.match(found[0]) and (
        document.text[found.end() : found.end() + 1].isupper()
        or not _ARE.search(document.text, max(sentence.span.start, found.start() - 48), found.start())
    ):
        # "train our partners in first aid": they are taught it; "a partner in Chad's development": Chad's own.
        return []
    if found[0].startswith("worked") and is_career(document.text, sentence.span.start, found.start()):
        return []
    items = list(listed_fields(document, sentence, found.end(), known, gazetteer))
    if _LOOSE.match(found[0]):
        items = _without_end(document, items, known)
    if (
        _LOOSE.match(found[0])
        and not found[0].startswith("assist")
        and not (len(items) > 1 and any(knows(known, each.span) for each in items))
    ):
        if not (len(items) == 1 and _GIVEN.match(found[0]) and knows(known, items[0].span)):
            return []
        return items
    words = sentence.span.of(document.text).lower()
    if len(items) == 1 and found[0].startswith("assist"):
        last = items[0].name.split()[-1]
        return items if " " in items[0].name and (last in ACTIVITIES or names_field(last)) else []
    if len(items) == 1 and _SUCH.search(found[0]) and (" " in items[0].name or knows(known, items[0].span)):
        return items
    joint = re.search(JOINT, words) or re.search(
        r"bilateral|discuss|working group|together|partner|forces|hands|pool|team|signed|signing|inked|initial+ed|conclud|sealed", words
    )
    alone = not _NEEDS_MORE.match(found[0]) or _JOINT_ON.search(document.lower, sentence.span.start, found.start())
    return items if len(items) > 1 or (joint and alone) else []


def _is_field(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a word of the vocabulary means a field where it stands: no verb, no part of a name, nothing that is measured."""
    words = text[first:last]
    named = words.istitle() and first > start and " " in words
    return not (
        len(words) < 3
        or named
        or (
            words[0].isupper()
            and first > start
            and (_NAMED_ON.match(text, last, end) or _NAMED_TO.search(text, max(start, first - 24), first))
        )
        or _VERB.search(text, max(start, first - 8), first)
        or (words[0].isupper() and _PART_OF_NAME.search(text, max(start, first - 24), first))
        or words.casefold().startswith("diplomatic ")
        or (words == "justice" and text.endswith("court of ", 0, first))
        or is_one_states(words)
        or (first > start and is_named_on(text, start, first, words))
        or (words[0].isupper() and first > start and _FROM_WHERE.search(text, start, first))
        or (_OF_ONE.match(text, last, end) and _THE.search(text, max(start, first - 24), first))
        or _PORTFOLIO.search(text, max(start, first - 64), first)
        or _REASON.search(text, max(start, first - 24), first)
        or (words == "environment" and is_around(text, start, first))
        or _OWN.search(text, max(start, first - 32), first)
        or followed(text, last, end) is None
        or (" " not in words and not _IN_PLACE.search(text, max(start, first - 48), attributed(text, start, first)))
    )


_FROM_WHERE = re.compile(
    r"\b(?:officials|representatives|delegates|experts|officers|ministers|colleagues)\s+(?:from|of)\s+"
    r"(?:[A-Z][\w-]*(?:,\s+|\s+and\s+|\s+)){0,8}\Z"
)
"""Before offices that a list names by their fields: "officials from Immigration, Customs and Agriculture"."""
_IN_PLACE = re.compile(
    r"(?:\A|[,;:“\"&–—]|[A-Z]\w+[-–][A-Z]\w+(?:\s[A-Z]\w+)?"
    r"|\b"
    r"(?:especially|particularly|notably|both|spans?|comprehensive|[’']s|in|on|of|for|to|about|with|from|over"
    r"|including|covering|covers?|covered|like|as|and|or|bilateral|mutual|joint|two-way|regional"
    r"|increased?|future|the|their|its|our|discuss\w*|review\w*|(?!(?:up|in|on)(?:com|go)ing\b)[a-z]+ing"
    r"|[a-z]+en|boost|expand|promote|increase|enhance|develop|support|improve|advance|facilitate|encourage"
    r"|grow))\s*"
    r"(?:(?:the|their|its|our|bilateral|mutual|further|greater|more|comprehensive|[a-z-]+(?:al|ic|ed))\s+){0,2}\Z",
    re.IGNORECASE,
)
"""Before a single word that may be a field: it is governed, or stands in a list."""
_HARM = re.compile(r"\b(?:war|attacks?|killed|hurt|damaged?|crisis|sanctions|against|decline\w*|fell|losses|strikes?|bomb\w*)\b")
_PARTNERS = re.compile(r"partners?\s+(?:both\s+|not\s+(?:only|just)\s+)?(?:in|on)\s")
_ARE = re.compile(r"(?:\b(?:are|is|was|were|as|be|been|being|become|becomes|became|remains?|remained)\s|,\s)(?:[\w’'-]+\s+){0,4}\Z")
_GIVEN = re.compile(r"(?:assistance|support|expertise)\s+to\s+[\w’'-]+\s+(?:in|with|on)\s")
_LOOSE = re.compile(
    r"(?:opportunities|step|strengthen|deepen|boost|expand|enhanc|intensify|develop|assist|support|help|expertise|capacity)"
)
"""Openings that lead to much else: the vocabulary must know the first items."""
_NEEDS_MORE = re.compile(
    r"discuss|issue|topics|matters|talks|negotiations|consultations|meeting|sides|ministers|leaders|presidents"
    r"|identified|listed|named|mentioned|cited|highlighted|singled|designated"
)
_JOINT_ON = re.compile(rf"{JOINT}\s+(?:in|on)\s+(?:[a-z-]+,?\s+){{0,6}}\Z")
"""Before the issues of joint work, one of which is enough: "cooperation on regional issues, such as piracy"."""
_PORTFOLIO = re.compile(
    r"\b(?:[Mm]inist(?:ers?|ry|ries)|(?:[Vv]ice[-–\s])?(?:[Rr]ector|[Pp]resident|[Cc]hancellor|[Dd]ean))\s+"
    r"(?:of|for|in\s+charge\s+of)\s+(?:(?:the|and|for|[a-z-]+,?)\s+){0,6}\Z"
)
"""Before what a minister is for."""
_REASON = re.compile(
    r"\b"
    r"(?:in\s+(?:the\s+)?(?:light|view|face|wake|context)\s+of|due\s+to|because\s+of|amid|despite|given"
    r"|caused\s+by|owing\s+to)\s+(?:the\s+)?\Z"
)
"""Before what is only why: "in light of climate change"."""
_THE = re.compile(r"\bthe\s+(?:[a-z-]+\s+)?\Z")
_OWN = re.compile(
    r"\b"
    r"(?:transform|develop|invest\s+in|modernize|modernise|rebuild|reform|diversify|run|open|protect|finance|fund)\s+"
    r"(?:its|their|his|her|our)\s+(?:own\s+)?\Z"
)
"""Before a field of one's own: "invest in their infrastructure"."""
_OF_ONE = re.compile(r"\s+of\s+(?:an?\s|the\s+[A-Z])")
"""As in "the construction of a bridge": of one thing, no field."""
_NAMED_ON = re.compile(r"\s+[A-Z][a-z]")
_NAMED_TO = re.compile(r"(?<=[a-z]\s)[A-Z]\w+\s+and\s+\Z")
"""Around a part of a name: "for the Environment Ana Ruiz", "the Belt and Road construction"."""
_SUCH = re.compile(r"(?:areas|fields|sectors|spheres|domains)\s+(?:such\s+as|like)\s")
_PART_OF_NAME = re.compile(r"(?:[a-z,]\s+)(?:[A-Z][\w-]+\s+)+\Z")
_OF_FIELD = re.compile(
    r"\s+of\s+(?:the\s+)?"
    r"(?!(?:the|at|more|about|some|up|over|an?|two|three|both|their|its|our|each|other|all|region|country"
    r"|countries|regions|world)\b)[a-z][\w-]+"
    r"(?:\s+"
    r"(?!(?:and|or|in|at|by|on|to|for|with|from|that|which|is|was|are|were|has|have|will|as|between|under"
    r"|through|during|after|before|into|among)\b)[a-z][\w-]+){0,2}"
)
_DONE_WITH = re.compile(
    r"(?<![\w-])"
    r"(?:(?:tackling|combat(?:t)?ing|countering|fighting)"
    r"|(?:protection|prevention|preservation|conservation|exploration|extraction|processing|production"
    r"|management|moderni[sz]ation|reform|sharing|transfer|regulation|financing"
    r"|(?:joint\s+|peaceful\s+)?uses?|safety|security|reconstruction|rehabilitation|liberali[sz]ation"
    r"|facilitation|promotion|observance|reduction|elimination|recognition)\s+of)\s+(?:the\s+)?\Z"
)
"""What is done with a field, as part of its name: "protection of biodiversity"."""


def _whole(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The phrase around a word of the vocabulary: "stabilization of liberated areas", "humanitarian support"."""
    led = _DONE_WITH.search(text, max(start, first - 40), first)
    first = attributed(text, start, led.start() if led else first)
    last = followed(text, last, end) or last
    of = _OF_FIELD.match(text, last, end)
    return first, (of.end() if of else last)
