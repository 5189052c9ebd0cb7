"""Whether it is sure that those whom "both sides" means are told of: why it is not."""

from itertools import pairwise
from typing import TYPE_CHECKING

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.sides.named import AND, HYPHEN, NEAR, states_in, tied

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading


def doubt_of(reading: "Reading", sentence: Sentence, partners: list[str]) -> str:
    """Why partners are not sure, or "": of such facts every second is right, of the others four of five."""
    if len(partners) == 1:
        return "The sentence does not say with whom."
    here = {each.entity for each in reading.inside(sentence.span, "place", "demonym", "organization")}
    if 0 < len(here & {*partners}) < len(partners):
        return "The sentence names only one of them; the countries of the article are meant."
    if here >= {*partners} and not _are_bound(reading, sentence, partners):
        return "The sentence names them, but does not say that they deal with each other."
    return ""


def _are_bound(reading: "Reading", sentence: Sentence, partners: list[str]) -> bool:
    """Whether a sentence joins the states that it names: by a contact, a list, their ties, or what one gives to the other."""
    text = reading.text
    parties = [each for each in states_in(reading, sentence.span) if each.entity in partners]
    if len({each.entity for each in parties}) < len(partners):
        # Bodies, which are only named as those who act.
        return True
    if any({*partners} <= {*told} for told in reading.contacts_in(sentence)) or tied(text, parties):
        return True
    joined = [
        one.entity != other.entity
        and bool(
            HYPHEN.fullmatch(text, one.span.end, other.span.start)
            or _GIVES_TO.fullmatch(text, one.span.end, other.span.start)
            or (AND.fullmatch(text, one.span.end, other.span.start) and not reading.led(_OF_OTHERS, sentence, one.span.start, NEAR))
        )
        for one, other in pairwise(parties)
    ]
    return sum(joined) >= len(partners) - 1


_OF_OTHERS = re.compile(
    r"\b(?:for|including|like|such\s+as|against|than|in|to|toward|towards|on|over)\s+(?:both\s+)?(?:the\s+)?\Z"
    r"|\b(?:met|meets?|meeting|spoke|consult\w*)\s+(?:[a-z]+\s+)?with\s+[^.;:]{0,60}\Z"
)
"""Before a list of those of whom others speak, or whom another meets: "security for Norwegians and Chileans", "met with officials of Norway and Chile"."""
_GIVES_TO = re.compile(
    # "Norway has long provided food aid to Chile"
    r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,4}?(?:provid|extend|giv|gave|offer|suppl|deliver|send|sent|contribut|pledg)\w*\s+[^.;:]{3,90}?\s(?:to|for)\s+"
    r"(?:the\s+)?(?:(?:people|government)\s+of\s+)?"
    # "Norway provides Chile with", "Norway assists Chile in", "Norway cooperates with Chile"
    r"|\s+(?:[\w-]+\s+){0,3}?(?:provid|assist|support|help|equip|train)\w*\s+"
    r"|\s+(?:[\w-]+\s+){0,3}?(?:co-?operat|collaborat|work|partner)\w*\s+(?:[a-z]+ly\s+)?with\s+(?:the\s+)?"
    # "Norway's support for Chile"
    r"|(?:[’']s?)?\s+(?:[a-z-]+\s+){0,3}(?:support|assistance|aid)\s+(?:for|to)\s+(?:the\s+)?"
    # "Norway is a key trade partner of Chile"
    r"|\s+(?:[a-z]+\s+){0,4}partners?\s+(?:of|for)\s+(?:the\s+)?"
)
"""Between two of whom one gives to the other or works with it."""
