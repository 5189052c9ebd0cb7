"""What says right before an office in small letters that somebody comes into it, holds it or leaves it."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.people.beside import GRADED
from sourcebook.extract.phrases import words as words_of

_LEAD = 72
"""Code points before an office."""
_DETERMINED = r"(?:the\s+|an?\s+|its\s+|his\s+|her\s+)?(?:new\s+|first\s+|next\s+)?(?:(?:U\.S\.|[A-Z][\w-]+)\s+){0,2}\Z"
_APPOINTED = re.compile(
    r"(?<![Ii]f )\b"
    r"(?:[Aa]ppointed|(?:re-?)?[Ee]lected|[Nn]amed|made|voted|proclaimed|(?:proclaim|declar|crown|styl)(?:s|ed|es|ing)\s+(?:him|her)self|(?<=was )twice|became|becomes|becoming|sworn\s+in"
    rf"|serv(?:e|ed|es|ing)|acted|appointment)\s+(?:as\s+)?{_DETERMINED}"
    r"|\b(?:was|is|were)\s+made\s+\Z|\b(?:t(?:ook|akes?|aking)\s+over|stepp(?:ed|ing)\s+down|resign(?:ed|s|ing)|re-?elected|confirmed|chosen|nominated|designated"
    r"|promoted|installed|reappointed|inaugurated|dismissed|sacked|ousted|removed|replaced|work(?:ed|ing|s)?|returned|sent|received)\s+"
    rf"(?:by\s+(?:the\s+)?[\w ]{{3,30}}\s+)?as\s+{_DETERMINED}"
    r"|\b(?:(?:rank|office|portfolio)\s+of\s+(?:the\s+)?|(?:post|position)\s+of\s+(?:the\s+)?(?:[A-Z][\w-]+(?:[’']s)?\s+)?)\Z"
)
_NAME = r"(?:(?:(?:al|el|bin|bint|de|da|dos|van|von|der)[\s-])?[A-Z][\w.’'-]+\s+){2,6}"
_AS_OFFICE = re.compile(
    r"\b(?:as|(?<=to )be(?:come)?|(?:post|position|job|role)\s+of)\s+(?:(?:the|an?|its|his|her|their|(?:[a-z]+\s+)?[a-z]+(?:[’']s|s[’'])|[A-Z][\w-]+[’']s)\s+){0,2}"
    rf"(?:{GRADED}|[a-z-]+\s+)\Z"
    rf"|\b(?:nam(?:ed|ing|es)|(?:re-?)?elect(?:ed|s|ing)|appoint(?:ed|s|ing)|made)\s+(?:(?:the|an?)\s+)?(?:(?!his\b|her\b|its\b|new\b)[a-z-]+\s+){{0,2}}{_NAME}(?:(?:its|his|her|the|their)\s+(?:new\s+)?)?\Z"
)
_CAREERS = words_of(
    "appointed appointment appoint appoints named elected election re-elected reelected re-election chosen picked tapped selected nominated nominates "
    "nomination designated promoted promotion installed inaugurated sworn hired reinstated confirmed succeeded succeeds succeed succeeding succession "
    "replaced replaces replace replacing took takes taking serve served serves serving resigned resigns resignation retired stepped stood dismissed dismissal "
    "sacked fired removed removal step steps ousted ouster deposed suspended relieved term terms tenure stint spell post cabinet includes include "
    "including quit left capacity role doubles successor predecessor naming led headed leads throne replacement voted crowned proclaimed accredited recalled continued continue joined rejoin rejoined rejoins work worked began enlisted sent received dispatched assigned commissioned credentials"
)
"""Words of sentences that tell of a career: what "as" leads there is an office."""
_AND_NAMED = re.compile(rf"\band\s+{_NAME}\Z")
"""After another's office: "named Ana Ruiz finance minister and Luis Vega deputy premier"."""
_HOLDS = re.compile(
    r"\b(?:is|was|were|been|be|remains?|remained)\s+(?P<one>an?\s+|the\s+)?(?:(?:then|now|also|still|currently|again|once|already|previously|both|until\s+(?:recently|last\s+\w+|this\s+\w+|(?:[A-Z]\w+\s+)?\d{4}),?)\s+)?"
    r"(?:(?:[A-Z][\w-]+[’']s?|(?P<land>[A-Z][\w-]+))\s+)?\Z"
)
_ALONE = words_of("president premier chairman chairwoman governor mayor ambassador chancellor secretary-general speaker")
_GOES_ON = re.compile(
    r"\s+(?:from|until|till|since|under|when|while|at\s+the\s+time|during|between|for\s+\w+\s+years|in\s+(?:the\s+)?\d|to\s+then-[A-Z]\w*)\b"
)
"""What tells for how long an office was held."""
_CLOSES = re.compile(r"\s*(?:[.,;:)]|\Z)|\s+(?:and|but|who|before|after|as\s+well\s+as|at|for|in|of|on)\b")


def appoints(document: Document, sentence: Sentence, at: int, end: int) -> bool:
    """Whether the words before an office tell so, or those before and after it: "was foreign minister from"."""
    text, start = document.text, max(sentence.span.start, at - _LEAD)
    if _APPOINTED.search(text, start, at):
        return True
    if not sentence.words.isdisjoint(_CAREERS) and (
        _AS_OFFICE.search(text, start, at) or (_AND_NAMED.search(text, start, at) and _CLOSES.match(text, end, sentence.span.end))
    ):
        return True
    goes_on = _GOES_ON.match(text, end, sentence.span.end)
    held = _HOLDS.search(text, start, at) if goes_on or _CLOSES.match(text, end, sentence.span.end) else None
    # Without an article it is an office wherever it ends: "He had been deputy energy minister."
    return (
        held is not None
        and (goes_on is not None or not held["one"])
        and (" " in text[at:end] or (not held["one"] and text[at:end] in _ALONE))
    )
