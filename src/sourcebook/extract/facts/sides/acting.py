"""The two states that a sentence brings together: by their offices and bodies, by a list or a hyphen, by the name of what is theirs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.combined import spelled
from sourcebook.extract.facts.settings import HOSTS
from sourcebook.extract.facts.sides.named import AND, HYPHEN, NEAR, tied
from sourcebook.extract.facts.talked_of import HOSTILE, is_helped
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import HYPHENS, words
from sourcebook.extract.places.states import is_state

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading


def brought_together(reading: "Reading", sentence: Sentence, states: Sequence[Linked], whose: dict[str, str]) -> tuple[str, ...] | None:
    """The two that a sentence brings together: by their people and bodies, else one and where its people went."""
    held = {each.entity for each in states if is_state(each) and _OFFICE_OF.match(reading.text, each.span.end, sentence.span.end)}
    # "Chad's minister met Peru's at the EU-Africa summit": the two states.
    if two := tied(reading.text, states) or (_with_region(reading, sentence, states) if len(held) < 2 else []):
        return two[0], two[1]
    acting = dict.fromkeys(
        _acting(reading, sentence, [each for each in states if not HOSTS.match(reading.text, each.span.end, sentence.span.end)])
    )
    for person in reading.people(sentence.span):
        if person.entity in whose:
            acting.setdefault(whose[person.entity])
    listed = _listed(reading.text, states)
    if acting and acting.keys() <= set(listed):
        return listed
    held_by_states = {each.entity for each in states if is_state(each)}
    if len(acting) == 1 and sentence.words.isdisjoint(_OF_MANY):
        goals = [
            each
            for each in states
            if reading.led(_GOES_TO, sentence, each.span.start, 24)
            and not is_helped(reading.text, sentence.span.start, each)
            # "The Union's ministers met in Chile": with each other.
            and not (acting.keys().isdisjoint(held_by_states) and reading.led(_MET_IN, sentence, each.span.start, NEAR))
        ]
        for each in goals:
            acting.setdefault(each.entity)
    if acting and acting.keys() <= set(listed):
        return listed
    if len(acting) != 2:
        return None
    first, second = acting
    return first, second


_MET_IN = re.compile(r"\b(?:met|meet|meeting|gathered|convened)\s+(?:[a-z]+\s+)?in\s+(?:the\s+)?\Z")
_OF_MANY = words("summit summits conference conferences forum assembly")
"""To what those come who deal with others than their hosts."""
_GOES_TO = re.compile(r"\b(?:to|in|with|visit(?:ed|ing|s)?|tour(?:ed|ing)?|[Aa]rriv\w+\s+in|land(?:ed|s)?\s+in)\s+(?:the\s+)?\Z")


def _listed(text: str, states: Sequence[Linked]) -> tuple[str, ...]:
    """The states of the first list of three or more: "the ministers of Chad, Niger and Mali"."""
    listed: list[Linked] = []
    for each in states:
        if listed and each.entity == listed[-1].entity:
            # As in "the Republic of Korea (ROK)", the same once more.
            continue
        if listed and not AND.fullmatch(text, listed[-1].span.end, each.span.start):
            if len(listed) > 2:
                break
            listed = []
        listed.append(each)
    return tuple(dict.fromkeys(each.entity for each in listed)) if len(listed) > 2 else ()


def _acting(reading: "Reading", sentence: Sentence, states: Sequence[Linked]) -> Iterator[str]:
    """The states that a sentence names as such: by an office, a body, in "between A and B", before a verb."""
    text, start, end = reading.text, sentence.span.start, sentence.span.end
    roles = reading.inside(sentence.span, "role")
    bodies = reading.inside(sentence.span, "organization")
    for number, each in enumerate(states):
        further = states[number + 1] if number + 1 < len(states) else None
        last = further if further and AND.fullmatch(text, each.span.end, further.span.start) else each
        if (
            _OFFICE_OF.match(text, each.span.end, end)
            or any(role.span.contains(each.span) for role in roles)
            or _OFFICERS_OF.search(text, max(start, each.span.start - NEAR), each.span.start)
            or any(body.span.contains(each.span) and body.span != each.span for body in bodies)
            or _BEFORE_TWO.search(text, max(start, each.span.start - NEAR), each.span.start)
            or (further and HYPHEN.fullmatch(text, each.span.end, further.span.start) and not HOSTILE.match(text, further.span.end, end))
            or (
                number
                and not HOSTILE.match(text, each.span.end, end)
                and HYPHEN.fullmatch(text, states[number - 1].span.end, each.span.start)
            )
            or (each.found.type != "demonym" and _DEALS.match(text, last.span.end, end))
        ):
            yield each.entity


_OFFICE_OF = re.compile(
    # "French business leaders" are no side.
    r"(?:[’']s?)?\s+(?:(?!(?:business|industry|corporate|company|trade\s+union|union|opposition|rebel|religious|student|community|tribal|civic|would|will|has|have|had|is|are|was|were|said|says|can|could|may|their|its|his|her)\s)[\w-]+\s+){0,4}?"
    r"(?:[Gg]overnments?|[Dd]elegations?|(?:[a-z]+\s+)?[Mm]inist(?:er|ers|ry|ries)|[Pp]residents?|[Pp]rime\s+[Mm]inisters?|[Pp]remier"
    r"|[Cc]ounterparts?|[Aa]mbassadors?|officials?|sides?|leaders?|[Aa]rmy|[Nn]avy|[Mm]ilitary|[Aa]rmed\s+[Ff]orces|authorities|parliament|companies|[Cc]hancellor|[Kk]ing|[Ss]ecretary|[Ee]nvoy|[Cc]hief|[Ss]peaker)\b"
)
"""After a state: "'s newly elected prime minister", " armed forces"."""
_OFFICERS_OF = re.compile(
    r"\b(?:presidents|ministers|leaders|governments|representatives|officials|chiefs|premiers|envoys)\s+(?:of|from)\s+(?:the\s+)?\Z"
)
_BEFORE_TWO = re.compile(
    # "the ties that bind Norway and Chile"
    r"\b(?:between|(?:that|which)\s+(?:link|bind|unite|join|connect))\s+(?:the\s+)?(?:[^.;]{3,60}?\s+and\s+(?:the\s+)?)?\Z"
)
_DEALS = re.compile(
    r"(?:\s+\([^)]{1,12}\))?\s+"
    r"(?:(?:countries|leaders|governments|have|has|had|also|both|will|today|yesterday|recently|jointly)\s+){0,3}"
    r"(?:held|hold|signed|sign|agreed|agree|established|concluded|discussed|met|launched|cooperate|share|exchanged"
    r"|inked|reached|are|plans?|wants?|seeks?|hopes?|intends?|pledged|vowed|resolved|committed|renewed|opened|began"
    r"|deepened|expanded|strengthened|upgraded|enjoy(?:ed)?|maintain(?:ed)?|celebrated?|mark(?:ed)?|cooperated"
    r"|collaborated?|reviewed|explored|working|work|entered|ratified|initialled|struck|sealed|clinched|finali[sz]ed|have\s+an?)\b"
)
"""After the last of those who do something: " (OFS) have recently agreed"."""


def _with_region(reading: "Reading", sentence: Sentence, states: Sequence[Linked]) -> list[str]:
    """A state or bloc and the part of the world it deals with: "the EU-Africa summit", "Norway's ties with Africa", "Norway and African leaders"."""
    regions = [
        each for each in reading.inside(sentence.span, "place", "demonym") if each.found.entry and each.found.entry.kind == "macro-region"
    ]
    if not regions or not states:
        return []
    both = sorted([*states, *regions], key=lambda one: one.span)
    joined = (
        [one.entity, other.entity]
        for one, other in pairwise(both)
        if (one in regions) != (other in regions)
        and (
            HYPHEN.fullmatch(reading.text, one.span.end, other.span.start)
            or (
                AND.fullmatch(reading.text, one.span.end, other.span.start)
                and _BOTH_DEAL.match(reading.text, other.span.end, sentence.span.end)
            )
        )
    )
    return tied(reading.text, both) or next(joined, [])


_BOTH_DEAL = re.compile(
    r"(?:\s+(?:leaders|countries|nations|states|ministers|officials|governments))?\s+(?:(?:also|both|have|has|had|will)\s+){0,2}"
    r"(?:agree|discuss|welcom|work|co-?operat|met\b|meet|pledg|commit|reaffirm|sign|hold|held|launch|want|seek|shar)"
)


def two_of_name(reading: "Reading", sentence: Sentence) -> tuple[str, ...] | None:
    """The two in the name of their body, agreement, meeting or field."""
    for each in reading.inside(sentence.span, "organization", "agreement", "event", "area"):
        guides = each.found.type == "agreement" and reading.led(_GUIDED_BY, sentence, each.span.start, 2 * NEAR)
        pair = None if guides else _SPELLED_PAIR.search(reading.text, each.span.start, each.span.end)
        two = [_spelled(reading, name) for name in pair.groups()] if pair else []
        if all(two) and len(set(two)) > 1:
            return two[0], two[1]
    return None


_GUIDED_BY = re.compile(r"\b(?:guided\s+by|in\s+(?:line|accordance|keeping)\s+with|consistent\s+with|pursuant\s+to)\s[^.;:]*\Z")
"""Before an agreement by which somebody only goes: "our policy, which is guided by the Chile-Peru Accords"."""
_SPELLED_PAIR = re.compile(rf"(?<![\w-])(?P<one>[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)[{HYPHENS}/](?P<other>[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)(?=\s)")
"""The two of "the Chile-Peru Council", whose names are no mentions of their own."""


def _spelled(reading: "Reading", name: str) -> str:
    """The state of the text that a half of "Chilean-Peruvian" or "Chile-Peru" means."""
    halves = (name, name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1])
    return next((state.entity for each in halves if (state := spelled(reading, each))), "")
