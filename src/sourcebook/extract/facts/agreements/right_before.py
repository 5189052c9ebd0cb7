"""Who does what a verb says right before it: "Rosatom said that it has signed", "the Academy and the Institute will cooperate"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.agreements.party_names import MOST_PARTIES, outermost
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_bloc, is_state


def body_doing(reading: Reading, start: int, verb: int) -> list[Linked]:
    """The body right before a verb: "Rosatom has signed"."""
    names = reading.between(start, verb, "organization")
    if names and _ITSELF.search(reading.text, names[0].span.end, verb):
        # "Rosatom said that it has signed"
        return names[:1] if _SAID.match(reading.text, names[0].span.end, verb) else []
    return [each for each in names[-1:] if _UNTIL_VERB.fullmatch(reading.text, each.span.end, verb)]


_ITSELF = re.compile(r"\b(?:it|they)\s+(?:(?:has|have|had|also|would|will)\s+)*\Z")
_SAID = re.compile(
    r"(?:\s+\([^)]*\))?\s+(?:on\s+\w+\s+|has\s+|have\s+|had\s+)?(?:said|announced|reported|disclosed|revealed|confirmed|stated)\b"
)


def two_doing(reading: Reading, start: int, verb: int) -> list[Linked]:
    """Two bodies or states joined by "and" right before a verb: "Rosatom and the Ministry of Energy signed"."""
    names = reading.between(start, verb, "organization", "place", "demonym")[-MOST_PARTIES:]
    two = [
        each
        for each in outermost(names)
        # "the University in Chad and Niger's Institute": the bodies. "The Guard, an agency attached to the Ministry, and": not it.
        if not _UNDER.search(reading.text, max(start, each.span.start - NEAR), each.span.start)
        and not (
            is_state(each)
            and (
                reading.owns_body(each)
                or _ITS_FIRM.match(reading.text, each.span.end)
                or _SOMEWHERE_IN.search(reading.text, max(start, each.span.start - NEAR), each.span.start)
            )
        )
    ][-2:]
    if len(two) < 2 or two[0].entity == two[1].entity or not _UNTIL_VERB.fullmatch(reading.text, two[1].span.end, verb):
        return []
    fit = all(each.found.type == "organization" or is_state(each) for each in two)
    return two if fit and _AND_THE_OTHER.fullmatch(reading.text, two[0].span.end, two[1].span.start) else []


_UNDER = re.compile(r",\s+an?\s[^,;.]{3,50}\s(?:to|of|under|in)\s+(?:the\s+)?\Z|\w\s\(\Z")
"""Before whose part somebody is, and before the short name of whom was named."""
_A_FIRM = (
    r"(?:[a-z-]+\s+){0,2}"
    r"(?:company|firm|bank|corporation|group|operator|university|agency|institute|developer|manufacturer|group|giant)\s+[“\"]?"
)
_ITS_FIRM = re.compile(rf"(?:[’']s?)?\s+{_A_FIRM}(?=[A-Z])")
_SOMEWHERE_IN = re.compile(r"[\w)]\s+(?:in|of|from)\s+(?:the\s+)?\Z")
_UNTIL_VERB = re.compile(
    r"[”\"]?\s+(?:\([^)]*\)\s+)?"
    r"(?:(?:also|then|later|have|has|had|will|would|are|to|today|jointly|recently|on [A-Z]\w+(?: \d+)?)\s+)*"
)
_AND_THE_OTHER = re.compile(
    r"[”\"]?(?:\s+\([^)]*\))?(?:\s+(?:in|of|from)\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,3})?"
    r"(?:,\s+(?:an?|the)\s[^,;.“”]{3,90}(?=,\s+and\s))?,?\s+and\s+(?:the\s+)?"
    rf"(?:[A-Z]\w+(?:\s[A-Z]\w+){{0,3}}[’']s?\s+|(?:[A-Z]\w+\s+)?{_A_FIRM})?"
)
"""As in " (HI) of Oslo, a school of fishing, and the Chilean company"."""


def bodies_together(reading: Reading, sentence: Sentence) -> list[Linked]:
    """The two bodies that a sentence has do something together: "the Academy and the Institute will cooperate"."""
    verb = _DO_TOGETHER.search(reading.text, sentence.span.start, sentence.span.end)
    found = two_doing(reading, sentence.span.start, verb.start()) if verb else []
    return found if any(each.found.type == "organization" and not is_bloc(each) for each in found) else []


_DO_TOGETHER = re.compile(
    r"\b(?:co-?operat|collaborat|partner(?:ed|ing)?\b|c[oa]me\s+together|work(?:ed|ing)?\s+(?:closely\s+)?together"
    r"|join(?:ed|ing)?\s+forces|team(?:ed|ing)?\s+up|agree|sign(?:ed|ing)?\b|inked|launch|pledge|commit)\w*"
)
