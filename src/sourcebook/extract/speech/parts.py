"""Whether words in marks may be told alone as what somebody said: why not."""

from sourcebook import lazy_re as re
from sourcebook.model.spans import Span

NEAR = 120
"""Code points before words in marks in which is said what is thought of them."""
_TURNED = re.compile(
    r"\b(?:oppos(?:es?|ed|ing)|opposition\s+to|against|without|rather\s+than|instead\s+of|neither|nor|not|no|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?)\s+"
    r"(?:(?:an?|any|the|such|another|further)\s+)?[“\"‘'«„]\Z"
)
"""Before words that somebody is against: "opposing “any use of force”"."""
_OF_NONE = re.compile(r"\b(?:no|not|never|neither|nor|nothing|nobody|none|cannot)\b[^.;:“”\"]{2,80}\s[“\"‘'«„]\Z")
_GOES_WITH = re.compile(r"(?:that|which|who|whose|unless|until|without|if)\s+(?!is\b|are\b|was\b|were\b)")
"""How words begin that limit what stands before the marks: "no agreement “that leaves out Chile”"."""
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


def doubt_of_words(text: str, quoted: Span) -> str:
    """Why the words between two marks are not sure to tell what somebody said, or ""."""
    near = max(0, quoted.start - NEAR)
    if _IMAGINED.search(text, near, quoted.start):
        return "The sentence tells what somebody might say, not what was said."
    if not text[quoted.start].islower():
        return ""
    if _IDEA.search(text, near, quoted.start):
        return "The words name an idea; it is not told who put it so."
    limits = _GOES_WITH.match(text, quoted.start, quoted.end) and _OF_NONE.search(text, near, quoted.start)
    if limits or _TURNED.search(text, near, quoted.start):
        return "Only a part of a sentence is quoted, and what stands before it says the opposite."
    if text[quoted.end - 1].isalpha() and _NAME_BETWEEN.match(text, quoted.end):
        return "The quotation seems to go on after a name that has marks of its own."
    return ""
