"""Who is told beside fields to deal with each other in them: "Norwegian–Chilean fishing ties", "trade between Norway and Chile", "food aid to Chile"."""

from collections.abc import Container, Sequence

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.agreements.party_names import states_and_blocs, two_named
from sourcebook.extract.facts.bonds.relations import and_further
from sourcebook.extract.facts.both import partners_of
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.talked_of import ITS_SITUATION
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import HYPHENS
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.model.spans import Span


def beside_fields(reading: Reading, sentence: Sentence, group: list[Linked], partners: list[str]) -> list[str]:
    """Who is told beside a list of fields; of one side alone, with the other of those who are told otherwise."""
    text, first, last, end = reading.text, group[0].span.start, group[-1].span.end, sentence.span.end
    if pair := _hyphenated(reading, sentence, first):
        return pair
    among = _AMONG.match(text, last, end)
    listed = [one.entity for one in reading.listed(among.end(), end) if is_state(one) or is_region(one)] if among else []
    if among and len(listed) < TWO:
        listed = [each.entity for each in two_named(reading, among.end(), end)]
    if len(listed) >= TWO:
        return listed
    region, others = None, _others(reading, sentence, group)
    joint = _WITH.match(text, last, end)
    if joint and not others:
        region = reading.next(joint.end(), end, "place", within=1)
        # "energy cooperation with Central Asia"
        others = [region] if region and is_region(region) else []
    if not others:
        # "Norway announced food aid for those who flee the fighting in Chile": nobody else is said to work in it.
        giver = None if partners or not _AID.search(group[-1].span.of(text)) else _giver(reading, sentence, first)
        return [giver] if giver else []
    theirs = dict.fromkeys(each.entity for each in others)
    start, until = sentence.span.start, min(first, others[0].span.start)
    told = [each for each in states_and_blocs(reading, Span(start, until)) if each.entity not in theirs] if until > start else []
    owner = _owner(reading, sentence, first, theirs)
    doing = [
        each
        for each in told
        if (not reading.led(_GOVERNED, sentence, each.span.start) or _DOING.match(text, each.span.end))
        and not ITS_SITUATION.match(text, each.span.end, first)
    ]
    subject = owner or _doer(text, doing)
    # "ties with Chile, regardless of Norwegian displeasure": not Norway's.
    later = states_and_blocs(reading, Span(last, end)) if last < end else []
    aside = {each.entity for each in told if each not in doing}
    aside |= {each.entity for each in later if reading.led(_GOVERNED, sentence, each.span.start)}
    if joint is None and others[0].span.start >= last:
        # "Norway has given food aid to Chile"; without who gives it, nobody's.
        giver = _giver(reading, sentence, first)
        return [giver, *theirs] if giver and giver not in theirs else []
    if joint is None and not subject:
        both = partners_of(reading, sentence)
        subject = next((each for each in both if each not in theirs and each not in aside), "") if set(theirs) & set(both) else ""
    elif region is None or region not in others:
        # "Asian countries will keep their trade ties with Chile": theirs, who have no names.
        nameless = _SOME_STATES.search(text, start, first)
        others_told = [] if nameless else partners or partners_of(reading, sentence)
        subject = subject or next((each for each in others_told if each not in theirs and each not in aside), "")
    elif not subject:
        return []
    return [subject, *theirs] if subject else sorted(theirs)


def _owner(reading: Reading, sentence: Sentence, first: int, others: Container[str]) -> str:
    """Whose the fields are that begin at a place, by the words right before them: "fears Chile's military ties with Peru"."""
    start = max(sentence.span.start, first - FAR)
    before = [each for each in reading.between(start, first, "place", "demonym", "organization") if is_state(each) or is_bloc(each)]
    if not before or before[-1].entity in others:
        return ""
    if _ITS.fullmatch(reading.text, before[-1].span.end, first):
        return before[-1].entity
    own = _OWN if before[-1].found.type != "demonym" else _THEIR_OWN
    return before[-1].entity if own.fullmatch(reading.text, before[-1].span.end, first) else ""


_ITS = re.compile(
    r"(?:\s+\([^)]{1,12}\)|\))?,?\s+(?:including|and|for|over|about|given|despite|because\s+of|due\s+to|thanks\s+to)\s+(?:its|their)\s+(?:own\s+)?(?:[a-z-]+,?\s+(?:and\s+)?){0,4}"
)
"""After the one whose the fields are: "alarmed by Chile and its military"."""
_OWN = re.compile(r"[’']s?\s+(?:(?!(?:with|in|of|for|on|to|as|at|by|from|and)\b)[a-z-]+,?\s+(?:and\s+)?){0,4}")
_THEIR_OWN = re.compile(r"\s+(?:(?!(?:with|in|of|for|on|to|as|at|by|from|and)\b)[a-z-]+(?<!ed)(?<!s),?\s+(?:and\s+)?){0,2}")


def _doer(text: str, doing: Sequence[Linked]) -> str:
    """Which of some states is the subject of the clause of the fields after them: "Norway knows that Chile has ties with Peru"."""
    for at, each in reversed([*enumerate(doing)]):
        if at and _ANOTHER_CLAUSE.search(text, doing[at - 1].span.end, each.span.start):
            return each.entity
        if _WHO.match(text, each.span.end):
            return each.entity
        if at and _SENT_TO_ACT.match(text, each.span.end) and not _JOINED.fullmatch(text, doing[at - 1].span.end, each.span.start):
            # "Norway urged Chile to seek cooperation with Peru"
            return each.entity
    return doing[0].entity if doing else ""


_ANOTHER_CLAUSE = re.compile(r"\b(?:that|while|whereas|because|although|though|since|when|where|but)\s|;")
_SENT_TO_ACT = re.compile(
    r"[’']s?\s+(?:[a-z]+\s+)?(?:efforts?|attempts?|bids?|desire|plans?|wish|push|right|need|decision|refusal|willingness|readiness|intention|request)\s+to\s"
    r"|\s+(?:to\s+[a-z]+|against|into|of|from)\s"
)
"""After one of whom another wants something, who is told of it: "helps Chile to build"."""
_JOINED = re.compile(r"(?:\s+\([^)]*\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?")
_WHO = re.compile(
    r",?\s+(?:which|who)\s+(?:(?:also|itself|still|now|already|long)\s+)*(?:ha[sd]|have|maintain|enjoy|built|forged|develop|cooperat|work)"
)


def _giver(reading: Reading, sentence: Sentence, first: int) -> str:
    """Who gives the aid that begins at a place."""
    before = states_and_blocs(reading, Span(sentence.span.start, first)) if first > sentence.span.start else []
    return next((each.entity for each in before if _GIVES.fullmatch(reading.text, each.span.end, first)), "")


def _hyphenated(reading: Reading, sentence: Sentence, first: int) -> list[str]:
    """The two or three that a mark joins before fields: "Norwegian–Chilean partnership on fields such as"."""
    start = max(sentence.span.start, first - FAR)
    before = [each for each in (reading.between(start, first, "place", "demonym", "organization")) if is_state(each) or is_bloc(each)]
    if not before or not _OF_TWO.fullmatch(reading.text, before[-1].span.end, first):
        return []
    chain = before[-1:]
    for each in reversed(before[:-1]):
        if not _HYPHEN.fullmatch(reading.text, each.span.end, chain[0].span.start):
            break
        chain.insert(0, each)
    return list(dict.fromkeys(each.entity for each in chain)) if len(chain) >= TWO else []


def _others(reading: Reading, sentence: Sentence, group: list[Linked]) -> list[Linked]:
    """With whom, or to whom, fields are: "cooperation in fishing with Chile", "cooperation with Chile in fishing", "food aid to Chile"."""
    text, first, last, end = reading.text, group[0].span.start, group[-1].span.end, sentence.span.end
    joint = _WITH.match(text, last, end)
    given = None if joint or not _AID.search(group[-1].span.of(text)) else _TO.match(text, last, end)
    after = joint or given
    if after and after.end() < end:
        return and_further(states_and_blocs(reading, Span(after.end(), end)), after.end(), text)
    led = next(reversed(list(_WORK_WITH.finditer(text, max(sentence.span.start, first - FAR), first))), None)
    if led is None or led.end() >= first:
        return []
    found = and_further(states_and_blocs(reading, Span(led.end(), first)), led.end(), text)
    return found if found and _IN_WHAT.fullmatch(text, found[-1].span.end, first) else []


def is_region(place: Linked) -> bool:
    """Whether a place is a part of the world, or a sea."""
    return bool(place.found.entry and place.found.entry.kind in {"macro-region", "water"})


TWO = 2
FAR = 160
"""Code points before fields in which their partners are told."""
_GOVERNED = re.compile(
    r"(?i)\b(?:with|from|against|like|unlike|after|than|despite|toward|towards|about|(?:regardless|irrespective|in\s+spite)\s+of"
    r"|(?:appeas|placat|reassur|pressur|contain|counter|irritat|alarm|provok|isolat|oppos|defy)(?:e|es|ed|ing|y)?)\s+(?:the\s+)?\Z"
)
_DOING = re.compile(r"\s+(?:[a-z]+ly\s+)?(?!including|according|regarding|concerning|during)[a-z]{2,}ing\s")
"""As in "With Norway expanding its energy ties with Chile"."""
_SOME_STATES = re.compile(
    r"\b(?!(?:two|both|three|these|those|the|our|their)\s)[\w-]+\s+(?:countries|nations|states|governments|neighbou?rs|powers|economies)\s+"
    r"(?:(?:[a-z]+ly|also|still)\s+)?(?:are|were|have|had|will|would|seek|want|may|can|could|should|must|need)\b"
)
_AMONG = re.compile(r"\s+(?:between|among)\s+(?:the\s+)?")
_HYPHEN = re.compile(rf"\s?[{HYPHENS}/]\s?")
_OF_TWO = re.compile(
    r"\s+(?:[a-z-]+,?\s+){0,3}"
    r"(?:(?:[a-z-]+\s+){0,2}(?:co-?operation|collaboration|partnership|ties|relations|relationship|alliance|dialogue|coordination)"
    r"(?:,?\s+(?!(?:they|both|two|agreed|committed|pledged|will|has|have|is|are)\b)[a-z-]+)*,?\s+(?:in|on|including|as|for|of|cover\w*|with\s+a\s+focus\s+on(?:\s+[a-z]+ing)?)\s+(?:the\s+)?"
    # "dialogue on the entire range of European"
    r"(?:(?:[a-z]+\s+){0,2}(?:range|issues|areas|matters)\s+(?:of|such\s+as|like)\s+(?:[A-Z]?[a-z]+\s+)?|specific\s+)?)?"
)
_ALLIES = (
    r"(?:(?:(?:its|their|our|the)\s+)?(?:[a-z-]+\s+){0,2}?"
    r"(?:(?:allies|partners|neighbou?rs|friends)(?:\s+(?:in|across))?|ally|partner|neighbou?r|(?:government|countries|nations|republic)\s+of)\s+(?:the\s+)?"
    r"|(?:its|their|our|the)\s+)?"
)
_WITH = re.compile(
    r"\s+(?:co-?operation\s+|ties\s+)?"
    r"(?:(?:has|have|had)\s+(?:[a-z]+ly\s+)?(?:increased|grown|expanded|intensified|deepened)\s+(?:[a-z]+ly\s+)?)?"
    rf"with\s+{_ALLIES}"
)
_AID = re.compile(r"\b(?:assistance|aid|relief|support|training)\Z")
_TO = re.compile(rf"(?:\s+and\s+[a-z]+)?\s+(?:to|for)\s+(?:the\s+(?:people|government)\s+of\s+(?:the\s+)?)?{_ALLIES}")
_GIVES = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z-]+\s+){0,3}"
    r"|\s+(?:[a-z-]+\s+){0,4}?(?:provid|extend|giv|gave|offer|suppl|deliver|send|sent|pledg|announc|allocat)\w*\s+[^.;:]{0,60}?"
)
_WORK_WITH = re.compile(
    r"\b(?:co-?operat|collaborat|work|partner|engag|coordinat|ties|relations|dialogue)(?:e[sd]?|s|ed|ion|ing|ship|ships|ment)?\s+"
    rf"(?:[a-z]+ly\s+)?with\s+{_ALLIES}"
)
_IN_WHAT = re.compile(r"(?:\s+(?:[a-z-]+\s+){0,2}|,\s+)(?:in|on|to|for|including|across|against)\s+[^.;:]*")
"""Between those with whom one works and the fields, some of which may be no mentions."""
