"""Whether words in marks may be told alone as what somebody said: why not."""

from sourcebook import lazy_re as re
from sourcebook.extract.speech.turned import breaks_off, turns
from sourcebook.model.spans import Span

NEAR = 120
"""Code points before words in marks in which is said what is thought of them."""
_NOUN_OF_IDEAS = (
    r"(?:ideas?|notion|views?|beliefs?|assumptions?|claims?|arguments?|myths?|proposition|premise|theory|thesis|principles?|maxim|adage|vision|dream|concept"
    r"|polic(?:y|ies)|doctrine|strategy|slogan|mantra|formula|ideal)"
)
_IDEA = re.compile(
    r"\b(?:reject|embrac|accept|endors|dismiss|challeng|question|disput|deny|denie|refut|adopt|abandon|shar|doubt|subscrib|believ|pursu|favou?r|support|oppos|follow|practi[cs])\w*\s"
    rf"[^.;:“”\"]{{0,40}}?\b{_NOUN_OF_IDEAS}\s+(?:that|of)\s+(?:an?\s+|the\s+)?[“\"‘'«„]\Z"
    rf"|[’']s?\s+(?:[a-z-]+\s+){{0,2}}(?:polic(?:y|ies)|doctrine|strategy|slogan|mantra|formula|dream|vision|ideal)\s+of\s+(?:an?\s+|the\s+)?[“\"‘'«„]\Z"
)
"""Before words that name an idea, whoever has put it so: "rejected the notion that “might is right”"."""
_IMAGINED = re.compile(
    r"\b(?:could|might|would|should|must|can)\s+(?!later\b|often\b|eventually\b|only\b)(?:(?:well|also|then|simply)\s+)?(?:say|reply|answer|tell|argue|ask|add|object|respond)\b[^.;“”\"]{0,80}[“\"‘'«„]\Z"
)
"""Before what nobody has said yet: "she could reply: “…”"."""
_NAME_BETWEEN = re.compile(r"[”\"’»]\s(?:[A-Z][\w’-]*\s){1,4}[“\"‘«„](?=[a-z])")
"""After words in which a name had marks of its own, which look alike: "under the name “ Norway “ is"."""


_OF_MANY = re.compile(
    r"\b(?:several|these|those|many|all|some|most|few|other|both|two|three|four|five|its|their|our)\s(?:[“”\w-]+\s){0,2}[a-z]{3,}[^s]s\s“\Z",
    re.IGNORECASE,
)
"""After whom an apostrophe stands that became a mark: "several countries “willingness to pay remains”"."""


def doubt_of_words(text: str, sentence: int, quoted: Span) -> str:
    """Why the words between two marks, in a sentence that begins at a position, are not sure to tell what somebody said, or ""."""
    near = max(0, quoted.start - NEAR)
    if _IMAGINED.search(text, near, quoted.start):
        return "The sentence tells what somebody might say, not what was said."
    if not text[quoted.start].islower():
        return ""
    if _IDEA.search(text, near, quoted.start):
        return "The words name an idea; it is not told who put it so."
    if turns(text, sentence, quoted):
        return "Only a part of a sentence is quoted, and what stands beside it says the opposite."
    if text[quoted.end - 1].isalpha() and _NAME_BETWEEN.match(text, quoted.end):
        return "The quotation seems to go on after a name that has marks of its own."
    if text[quoted.end - 1] not in ",.?!" and _OF_MANY.search(text, near, quoted.start) and not _PREDICATE.match(quoted.of(text)):
        return "The first mark seems to be an apostrophe."
    return "The words break off before they have said anything." if breaks_off(text, quoted) else ""


_OF_SOMEBODY = r"(?:the|this|that|these|those|his|her|its|their|our|so-called|[\w-]+[’']s?)"
_TERM = re.compile(rf"\b{_OF_SOMEBODY}\s+[“\"‘'«„]\Z", re.IGNORECASE)
_CALLED = re.compile(
    rf"\b(?:call|describ|brand|dub|label|term|denounc|dismiss|condemn|hail|prais|portray|characteri[sz]|regard|see|view|treat|refer\w*\s+to)\w*\s+(?:[^,;.“”\"]{{1,60}}\s)?(?:as\s+)?{_OF_SOMEBODY}\s+[“\"‘'«„]\Z",
    re.IGNORECASE,
)
"""Before what somebody calls something: "described it as the “…”", "calls Chile's “…”"."""
_ABOUT = re.compile(
    r"(?<!\bspoke )(?<!\bspeaks )(?<!\btalked )(?<!\btalks )(?<!\bspeaking )\b(?:about|over|regarding|concerning|into|behind|discuss(?:ed|es|ing)?)\s+[“\"‘'«„]\Z"
)
_LED = re.compile(r"\b(?:of|about|against|with|from|by|into|under|behind|between|through|over|amid|despite)\s+[“\"‘'«„]\Z")
_THING = re.compile(r"(?:the|this|these|those|its|their|his|her)\s")
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|must|may|might|do|does|did|not|to|that|which|who|where|when|how|why)\b"
)
_OBJECT = re.compile(r"\b(?:characteri[sz]|describ|portray|denounc|dismiss|view|regard|see|condemn|hail)\w*\s+[“\"‘'«„]\Z")
_AS = re.compile(r"[”\"’'»]\s+as\s")
FEW = 2
"""Words of a term."""
SHORT = 8
"""Words of what is no more than a thing's name."""


def is_term(text: str, quoted: Span) -> bool:
    """Whether words in marks only name what the sentence tells of: "his “road map”", "spoke to her about “the situation in Chile”"."""
    words = quoted.of(text)
    few = len(words.split())
    before = max(0, quoted.start - NEAR), quoted.start
    if few <= FEW and _LED.search(text, *before):
        return True
    if not text[quoted.start].islower():
        return False
    if few <= FEW and _TERM.search(text, *before):
        return _CALLED.search(text, *before) is None
    if few > SHORT or _PREDICATE.search(words):
        return False
    return bool((_THING.match(words) and _ABOUT.search(text, *before)) or (_OBJECT.search(text, *before) and _AS.match(text, quoted.end)))
