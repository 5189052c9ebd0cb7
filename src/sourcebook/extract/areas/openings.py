"""Fields after the words with which a list of them opens: "cooperation in trade and health", "discussed trade"."""

from sourcebook import lazy_re as re
from sourcebook.extract.areas.heads import names_field
from sourcebook.extract.areas.items import BETWEEN, listed_fields
from sourcebook.extract.areas.leads import INSTRUMENTS, RANGE, RANGES, SEVERAL, SHARED, SPOKE, WANTED
from sourcebook.extract.areas.phrases import Known, knows
from sourcebook.extract.areas.purposes import OF_ONE, fights
from sourcebook.extract.areas.values import is_career
from sourcebook.extract.areas.words import ACTIVITIES, FIELDS, JOINT, PARALLEL
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of


def after_opening(document: Document, sentence: Sentence, found: re.Match[str], known: Known, gazetteer: Gazetteer) -> list[Found]:
    """The items after an opening, if it is one: loose openings want several, or words of the vocabulary."""
    if _PARTNERS.match(found[0]) and (
        document.text[found.end() : found.end() + 1].isupper()
        or not _ARE_THEY.search(document.text, max(sentence.span.start, found.start() - 48), found.start())
    ):
        # "train our partners in first aid": they are taught it; "a partner in Chad's development": Chad's own.
        return []
    if found[0].startswith("worked") and is_career(document.text, sentence.span.start, found.start()):
        return []
    items = list(listed_fields(document, sentence, found.end(), known, gazetteer))
    if _LOOSE.match(found[0]):
        items = _without_end(document, items, known)
        if not found[0].startswith("assist") and not (len(items) > 1 and any(knows(known, each.span) for each in items)):
            return items if len(items) == 1 and _GIVEN.match(found[0]) and knows(known, items[0].span) else []
    words = sentence.span.of(document.text).lower()
    if len(items) == 1 and found[0].startswith("assist"):
        last = items[0].name.split()[-1]
        return items if " " in items[0].name and (last in ACTIVITIES or names_field(last)) else []
    if len(items) == 1 and _SUCH_AREAS.search(found[0]) and (" " in items[0].name or knows(known, items[0].span)):
        return items
    alone = not _NEEDS_MORE.match(found[0]) or _JOINT_ON.search(document.lower, sentence.span.start, found.start())
    return items if len(items) > 1 or (alone and _JOINTLY.search(words)) else []


_PARTNERS = re.compile(r"partners?\s+(?:both\s+|not\s+(?:only|just)\s+)?(?:in|on)\s")
_ARE_THEY = re.compile(r"(?:\b(?:are|is|was|were|as|be|been|being|become|becomes|became|remains?|remained)\s|,\s)(?:[\w’'-]+\s+){0,4}\Z")
_LOOSE = re.compile(
    r"(?:opportunities|step|strengthen|deepen|boost|expand|enhanc|intensify|develop|assist|support|help|expertise|capacity)"
)
"""Openings that lead to much else: the vocabulary must know the first items."""
_GIVEN = re.compile(r"(?:assistance|support|expertise)\s+to\s+[\w’'-]+\s+(?:in|with|on)\s")
_SUCH_AREAS = re.compile(r"(?:areas|fields|sectors|spheres|domains)\s+(?:such\s+as|like)\s")
_JOINTLY = re.compile(
    rf"{JOINT}|bilateral|discuss|working group|together|partner|forces|hands|pool|team|signed|signing|inked|initial+ed|conclud|sealed"
)
_NEEDS_MORE = re.compile(
    r"discuss|issue|topics|matters|talks|negotiations|consultations|meeting|sides|ministers|leaders|presidents"
    r"|identified|listed|named|mentioned|cited|highlighted|singled|designated"
)
_JOINT_ON = re.compile(rf"{JOINT}\s+(?:in|on)\s+(?:[a-z-]+,?\s+){{0,6}}\Z")
"""Before the issues of joint work, one of which is enough: "cooperation on regional issues, such as piracy"."""


def after_lead(document: Document, sentence: Sentence, found: re.Match[str], known: Known, gazetteer: Gazetteer) -> list[Found]:
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
    return items if several and (likely or of_vocabulary[0] or _is_plain_word(document, items[0]) or sum(of_vocabulary) > 1) else []


def _related(sentence: Sentence, words: str) -> bool:
    """Whether issues are said to be of a field, which are dealt with: "discussed issues related to trade"; or several share an interest in it."""
    return words.startswith("share ") or (" to" in words and words.startswith(_ISSUES) and not sentence.words.isdisjoint(_DEALT))


_ISSUES = ("issues", "matters", "topics", "questions")
_DEALT = words_of("discuss discussed discusses discussing discussions talks reviewed explored addressed raised views")


def _without_end(document: Document, items: list[Found], known: Known) -> list[Found]:
    """The items up to the last that is likely a field: in "security and the search for", a word alone ends no list."""
    while items and not (" " in items[-1].span.of(document.text) or _is_plain_word(document, items[-1]) or knows(known, items[-1].span)):
        items.pop()
    return items


def _is_plain_word(document: Document, found: Found) -> bool:
    """Whether a field is a single word that everybody takes for one."""
    words = found.span.of(document.text)
    return words in FIELDS or words in PARALLEL


def _by_its_noun(document: Document, found: Found) -> bool:
    """Whether the last of several words says that they name a field."""
    words = found.span.of(document.text).split()
    return len(words) > 1 and names_field(words[-1])
