"""Whether a noun tells of an event where it stands."""

from sourcebook import lazy_re as re
from sourcebook.extract.events.borders import STRUCK, is_condemned, is_fought
from sourcebook.extract.events.words import ON_SCREEN, WHICH_IS
from sourcebook.extract.gazetteer import Gazetteer


def is_no_event(text: str, found: re.Match[str], noun: str, end: int, gazetteer: Gazetteer) -> bool:
    """Whether the words of a noun are a verb where they stand, or only lead the name of an event."""
    start, lead = found.start(), found["lead"].split()
    verbal = text[max(0, start - 10) : start].rstrip().endswith(_VERBAL) and _VERB_LIKE.search(text, max(0, start - 10), start)
    if (
        verbal
        or noun == "Interview"
        or WHICH_IS.search(text, max(0, start - 40), start)
        or (noun == "conference" and ON_SCREEN.search(text, max(0, start - 24), end))
    ):
        return True
    if noun in _TITLING and GOES_TO.match(text, end):
        # "the annual exercise Silver Heron": it has a name.
        return True
    if noun not in {"meeting", "meetings"}:
        return False
    if not lead:
        # "is meeting with Ana Ruiz"
        return noun == "meeting" and text.startswith(" with ", end) and bool(_IS_MEETING.search(text, max(0, start - 6), start))
    # "among the leaders meeting with them", "showed Ana Ruiz meeting": a verb.
    with_them = lead[-1] in {"leaders", "ministers"} and (found["of"] or "").startswith(" with")
    return with_them or not gazetteer.given.isdisjoint(lead)


GOES_TO = re.compile(r"\s+(?:the\s+)?[A-Z]")
_IS_MEETING = re.compile(r"(?:\b(?:is|are|was|were|be|been)|[a-z],)\s+\Z")
_VERB_LIKE = re.compile(
    r"(?:(?<!\breturned )(?<!\bback )(?<!\breturn )\bto|\bwill|\bwould|\bcould|\bcan|\bmay|\bmust|\bshould|n[’']t|\bnot|\bthey|\bwe|\bI|\bwho|\bbase of)\s+\Z"
)
_VERBAL = ("to", "will", "would", "could", "can", "may", "must", "should", "n’t", "n't", "not", "they", "we", "I", "who", "of")
"""What `_VERB_LIKE` ends in."""
_TITLING = frozenset(["exercise", "exercises", "drill", "drills"])


def is_told(text: str, noun: str, start: int, last: int) -> bool:
    """Whether a noun alone tells of an event: pointed to, and neither part of another noun nor what something is said to be."""
    before = max(0, start - 30)
    if (
        _PART_OF.match(text, last)
        or (noun == "meeting" and GOES_TO.match(text, last) and not _DETERMINED.search(text, before, start))
        or _IS_ONE.search(text, before, start)
    ):
        return False
    if noun in STRUCK:
        return is_condemned(text, start, last)
    if noun == "mission":
        return bool(_MISSION.search(text, start, last))
    if noun == "war" and not _DETERMINED.search(text, before, start) and start == last - len(noun):
        return False
    if noun in _IF_MODIFIED:
        return start < last - len(noun)
    return is_fought(text, noun, start, last) or (noun != "fighting" and bool(_POINTED.search(text, before, start)))


_DETERMINED = re.compile(r"\b(?:[Aa]n?|[Tt]he|this|that|his|her|their|its)\s+\Z")
_MISSION = re.compile(r"\b(?:fact-finding|trade|observer|observation|monitoring|rescue|assessment|election|electoral|verification)\b")
_IF_MODIFIED = frozenset(["forum", "congress", "briefing"])


_IS_ONE = re.compile(
    r"\b(?:is|was|are|were|as|be|become|became|considered)\s+(?:also\s+)?(?:an?|the|one\s+of\s+the)\s+(?:[\w,’'-]+\s+){0,3}\Z"
)
"""What says of something with a name what it is."""
_PART_OF = re.compile(
    r"(?:\s+|-)(?:rooms?|places?|points?|halls?|resolution|prevention|zones?|areas?|minerals|part(?:y|ies|ners?)|managers?|trails?|finance|promises?|programmes?|programs?|agenda|participants|venue|of\s+(?:power|authority|sovereignty|rights?|caution|restraint|discretion)|damages?|crimes?|criminals?|efforts?|veterans?|reparations|time|economy|machine|process|websites?|team|staff|headquarters|of\s+interest)\b"
)
"""After a noun that is part of another."""
_POINTED = re.compile(
    r"(?:\b(?:an?|the|this|that|his|her|their|its|our|my|another|each|these|those|any|several|two|three|four|five|for|including|during|after|following|had|has|(?:killed|wounded|injured|died|dead)\s+in|held|hold|holding|holds|past|first|second|third|earlier|recent|last|next|previous|upcoming|current|ongoing|senseless|long|historic|brief|deadly|new|[a-z]+-ranging|[a-z]+-day|[a-z]+-?long|[a-z]+(?:ful|ive|ial))|[’']s?)\s+[“\"‘]?\Z",
    re.IGNORECASE,
)
SOMEWHERE = re.compile(r"\s+(?:in|at|near)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z]")
