"""Of whom a noun says what he is: "Chile, a Union member,", "the Union members – Chile and Peru", "As a Union member, Chile", "Chile is one of its allies"."""

from typing import NamedTuple

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.groups import Actors, parties
from sourcebook.extract.facts.signs import BODY, FOLK, PERSON, STATE
from sourcebook.extract.identity.linking import Linked

UNREAL = (
    r"former|formerly|ex|erstwhile|one-?time|once|then|late|non|no|not|never|neither|nor|any|every|each|if|associate|observer|candidate|applicant|aspiring|aspirant"
    r"|would-be|potential|prospective|possible|future|next|hopeful|suspended|expelled|partner|dialogue|neighbou?r(?:ing)?|hypothetical|putative|ostensible|nominal|supposed|so-called|alleged|unlikely"
)
"""What says that somebody is not, or not yet, what he is called."""
_NO_PART = r"and|or|but|of|in|to|by|with|from|for|on|at|as|than|is|are|was|were|be|been|being|has|have|had|will|would|could|may|might|should|must|can|that|which|who|whose|when|while|where|what|like|said|says|told"
WORD = rf"(?:(?!(?:{UNREAL}|{_NO_PART})\b)(?:[“\"‘]?[a-z][\w-]*[”\"’]?|[A-Z][a-z]+|\d[\w-]*|[{FOLK}])\s+)"
"""A word that may stand before such a noun."""
_A = r"(?:(?:also|itself|already|still|now|both|all|another|long|themselves|each|together)\s+)*(?:(?:one|two|three|several|some|most)\s+of\s+)?(?:(?:the|an?|its|their|his|her|these|those|another|other)\s+)?"
_BEING = r"(?:(?:is|are|was|were|counts?|ranks?)\s+among|is|are|was|were|remains?|remained|became|becomes|has\s+(?:long\s+)?been|have\s+(?:long\s+)?been|had\s+been|being|belongs?\s+to)"
_ADVERBS = r"(?:(?:also|itself|already|still|now|both|all|long|currently|today|of\s+course|after\s+all|indeed|themselves|by\s+far|perhaps|probably)\s+)*"
_BEFORE = re.compile(
    rf"(?P<joint>(?P<comma>,\s+)(?:(?:which|who|that)\s+{_BEING}\s+)?|\s+[–—-]{{1,2}}\s+|\s+\(|(?:\s+|,\s+)(?P<as>as)\s+|(?P<opens>\A\W*|(?<=[.;:]\s))(?:As|Being)\s+|(?P<is>(?P<they>\b(?:[Bb]oth|[Tt]hey|[Aa]ll)(?:\s+(?:two|three|four|five|six))?(?:\s+of\s+(?:them|which|whom))?\s+)?\b{_BEING}\s+(?!(?:[a-z]+ly\s+)?(?!founding|leading|existing|longstanding)[a-z]+ing\b)))"
    rf"{_ADVERBS}{_A}{WORD}{{0,4}}\Z"
)
"""Before such a noun, what joins it to whoever it is said of."""
_NO_VERB_BEFORE = re.compile(r"\b(?:not|never|no\s+longer|once)\s+\Z")
_ENDS = re.compile(r"\s*(?:[,.;:)”]|\Z)|\s+(?:[–—-]|since|that|which|with|and|but|in|for|on|when|while|if)(?!\w)")
_AFTER = re.compile(
    r"(?:\s+(?:(?:in|across|of)\s+(?:the\s+)?(?:[A-Z][\w-]+|[\ue000-\ue008])(?:[’']s?\s+[a-z]+)?))?(?P<comma>,\s+|\s+[–—-]{1,2}\s+|:\s+|\s+\()(?:the\s+)?"
)
_UNREAL_BEFORE = re.compile(rf"(?i)\b(?:{UNREAL})[\s-]+\Z")
_BESIDE = re.compile(r"\s+(?:(?:is|are|remains?)\s+)?(?:the\s+)?")
_CLOSES = re.compile(r"\s*(?:[,.;:)]|\Z)|\s+[–—-]|[’']s?\s")
_DEFINITE = re.compile(
    r"(?i)\b(?:the|its|their|his|her|these|those|all|both|other|(?:one|two|some|several|many|most)(?:\s+of)?|three|four|five|six|seven|eight|nine|ten|\d+|[a-z]+est)\b|[’']s?\s"
)
_IN_A_ROW = re.compile(r"\b(?:between|with|among|to|from|and|by|than|for)\s+(?:the\s+|most\s+|some\s+|other\s+|all\s+|its\s+)*\Z")
"""Before one of several who are listed: "talks between Chile, the Union members, Peru and Togo"."""
_OTHERS = re.compile(
    r"(?:,?\s+and|,?\s+or|,?\s+like|,)\s+(?:(?:the|all|its|their|several|some|many|most|of)\s+)*(?:other|fellow|remaining)\s+(?:[a-z-]+\s+){0,2}\Z"
)
LONGEST = 90
"""Signs and letters before a noun in which it is joined to somebody."""


class Noun(NamedTuple):
    """A noun that says what somebody is: where it begins, past its article, and ends, and whether it is of several."""

    start: int
    end: int
    many: bool


class Said(NamedTuple):
    """Of whom it is said, where the words begin that say so, and whether they take it for granted, as an apposition does."""

    who: tuple[Linked, ...]
    start: int
    given: bool = False


def called(signs: Signs, noun: Noun) -> Said:
    """The states and bodies of whom a noun says what they are; nobody, at its own place, if it is said of none."""
    words = signs.words
    if _UNREAL_BEFORE.search(words, max(0, noun.start - 16), noun.start):
        # Of "those from former Chilean allies: Peru and Togo" nobody is one.
        return Said((), noun.start)
    others = _OTHERS.search(words, max(0, noun.start - LONGEST), noun.start) if noun.many else None
    if others and (found := signs.list_to(others.start())):
        # "Chile, Peru and other Union members"
        return Said(parties(found), found.start, given=True)
    if noun.many and (listed := _LISTED.match(words, noun.end)) and (found := signs.list_at(listed.end())):
        return Said(parties(found), noun.start, given=True)
    led = _BEFORE.search(words, max(0, noun.start - LONGEST), noun.start)
    if led and (led["is"] or led["opens"] is not None):
        return _by_verb(signs, noun, led)
    if led and (led["as"] or _ENDS.match(words, noun.end)):
        several = noun.many and not _ONE_OF.search(led[0])
        if found := _fitting(_list_to(signs, led.start("joint")), several=several, comma=bool(led["comma"])):
            return Said(parties(found), found.start, given=not led["as"])
        if several and led["comma"] and words[led.start() - 1] in _NAMES:
            # "the leaders of Chile, the Union members, Peru and Togo": all in one row.
            return Said((), noun.start)
    article = words[led.end("joint") : noun.start] if led else words[max(0, noun.start - 12) : noun.start]
    return Said(parties(_named_after(signs, noun, article)), noun.start, given=True)


def _by_verb(signs: Signs, noun: Noun, led: re.Match[str]) -> Said:
    """Of whom "is", or "as" at the beginning of a sentence, says it."""
    words = signs.words
    if led["opens"] is not None:
        then = _COMMA.match(words, noun.end)
        return Said(parties(signs.list_at(then.end())) if then else (), noun.start)
    denied = _NO_VERB_BEFORE.search(words, max(0, led.start() - 12), led.start())
    if denied or _UNREAL_VERB.search(words, max(0, led.start() - 40), led.start()):
        return Said((), noun.start)
    # "Chile and Peru will help, for both are members": what they will do is another thing.
    found = _all_of(signs, led.start(), led["they"]) if led["they"] else signs.list_before(led.start())
    return Said(parties(found), led.start() if led["they"] or not found else found.start, given=bool(led["they"]))


_LISTED = re.compile(
    r"(?:\s+(?:(?:in|across|of)\s+(?:the\s+)?(?:[A-Z][\w-]+|[\ue000-\ue008])))?"
    r"(?:\s+[–—-]{1,2}\s+|:\s+|\s+\(|,?\s+(?:such\s+as|like|including|namely|notably|especially|for\s+example|among\s+(?:them|which))(?:\s+for\s+(?:example|instance),?)?\s+)(?:the\s+)?"
)
"""What leads from such a noun to a list of them."""
_COMMA = re.compile(r"(?:\s+since\s+[^,]{1,12})?,\s+(?:the\s+)?")
_UNREAL_VERB = re.compile(r"\b(?:if|whether|unless|should|were|nor|neither|when|until|before|once)\s+(?:[\ue000-\ue008]\s+)?\Z")


def _all_of(signs: Signs, verb: int, words: str) -> Actors | None:
    """The last list before a verb of as many as "both" or "all three" are; of "they" and "all" the only one."""
    lists: dict[int, Actors] = {}
    for at in signs.at:
        found = signs.list_at(at) if at < verb else None
        if found and len(parties(found)) > 1:
            lists.setdefault(found.end, found)
    many = next((number for word, number in _COUNT.items() if word in words.casefold()), 0)
    fitting = [found for found in lists.values() if not many or len(parties(found)) == many]
    return fitting[-1] if fitting and (many or len(fitting) == 1) else None


_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}


def _list_to(signs: Signs, end: int) -> Actors | None:
    """The list that ends at a position, or the one right before it, whom an aside may end: "Chile (a Union member)"."""
    found = signs.list_to(end)
    return Actors((signs.at[end - 1],), end - 1, end) if found is None and signs.words[end - 1 : end] in _NAMES else found


_ONE_OF = re.compile(r"(?i)\bone\s+of\s")


def _fitting(found: Actors | None, *, several: bool, comma: bool) -> Actors | None:
    """Those of a list before a noun of whom it is said: of one the last, of several all."""
    if found is None or not several:
        return Actors(found.who[-1:], found.start, found.end) if found else None
    return found if len(found.who) > 1 and not comma else None


def _named_after(signs: Signs, noun: Noun, article: str) -> Actors | None:
    """Those who are named after a noun: "one of the Union's members, Chile,", "the Union members – Chile and Peru"."""
    words = signs.words
    joint = _AFTER.match(words, noun.end)
    found = signs.list_at(joint.end()) if joint else None
    if joint and found:
        if not noun.many or _ONE.search(words, max(0, noun.start - 24), noun.start):
            return found if len(found.who) == 1 and _CLOSES.match(words, found.end) else None
        definite = _DEFINITE.search(article) or _DEFINITE.search(words[noun.start : noun.end])
        row = _IN_A_ROW.search(words, max(0, noun.start - 24), noun.start) and not _COUNTED.search(words, noun.start - 24, noun.end)
        return found if definite and not row and len(found.who) > 1 and _CLOSES.match(words, found.end) else None
    beside = _BESIDE.match(words, noun.end)
    found = signs.list_at(beside.end()) if beside and words[beside.end() : beside.end() + 1] in _NAMES else None
    if found is None or (noun.many and (len(found.who) == 1 or not _CLOSED.search(words, found.start, found.end))):
        return None
    return found if noun.many else Actors(found.who[:1], found.start, found.end)


_NAMES = (STATE, BODY)
_CLOSED = re.compile(r"\band\b")
_ONE = re.compile(rf"(?i)\bone\s+of\s+(?:[\w’'{BODY}{STATE}{PERSON}-]+\s+){{0,3}}\Z")
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|[a-z]+est|main|closest)\b")
