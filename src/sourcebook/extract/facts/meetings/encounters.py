"""Who met whom where the one stands before the verb as its object, or as a pronoun: "whom he met", "among those she met were A and B", "A received him"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import EVENT, PERSON
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_OFTEN = r"(?:(?:had|has|have|also|first|last|later|then|recently|already|once|previously)\s+)*"
_MET = r"(?:met|received|hosted|(?:held|had)\s+(?:[\w-]+\s+){0,2}(?:talks|meetings?)\s+with|dined\s+with|conferred\s+with)"
_WHOM = re.compile(r"(?:,[^,;.]{3,80})?,?\s+(?:with\s+)?whom\s+(?:(?P<he>he|she)|(?:the\s+)?(?=[A-Z]))\s*")
_THEN_MET = re.compile(rf"\s*{_OFTEN}(?:met|received|hosted|dined|conferred|(?:held|had)\s+(?:[\w-]+\s+){{0,2}}(?:talks|meetings?))\b")
_AMONG = re.compile(
    rf"\b[Aa]mong\s+(?:those|the\s+\w+)\s+(?:whom\s+)?(?:(?P<he>he|she)|(?P<who>{PERSON}))\s+{_OFTEN}{_MET}\s*(?:[^.;,{PERSON}]{{0,60}}?\s)?(?:was|were)\s+"
)
_TOLD = re.compile(
    r"\b(?:told|assured|urged|thanked|informed|briefed|asked|warned|congratulated|reassured|reminded)\s+(?:the\s+|his\s+|her\s+)?"
)
_WHEN_MEETING = re.compile(
    rf"\s+(?:(?:during|in|at|after)\s+(?:an?|their|the)\s+(?:[\w-]+\s+){{0,3}}(?:meeting|talks|{EVENT})(?!\s+(?:with|between|of|on)\b)"
    r"|when\s+(?:they|the\s+two(?:\s+\w+)?)\s+met\b)"
)
_VISITING = re.compile(r"visiting\s")
"""As in "told visiting Chilean President Ana Ruiz"."""
_FAR = re.compile(r"(?i)(?:phone|video|virtual|online|call)")
_HIM = re.compile(
    r"\b(?:received|hosted|welcomed|greeted|met(?:\s+with)?|held\s+talks\s+with)\s+"
    r"(?:him\b|her(?=\s*(?:[,.;]|\s(?:in|at|on|for|with|during|upon|after|before|to|there|here|later|today|yesterday|and)\b)))"
)
_MEETING = words("whom among told assured urged thanked informed briefed asked warned congratulated reassured reminded him her")


def encounters(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The meetings of a sentence whose verb has one of the two before it."""
    if sentence.words.isdisjoint(_MEETING):
        return
    if "whom" in sentence.words:
        yield from _whom(reading, sentence)
    if "among" in sentence.words:
        yield from _among(reading, sentence)
    if not sentence.words.isdisjoint(_TELLING):
        yield from _told(reading, sentence)
    if "him" in sentence.words or "her" in sentence.words:
        yield from _him(reading, sentence)


_TELLING = words("told assured urged thanked informed briefed asked warned congratulated reassured reminded")


def _whom(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Ana Ruiz, whom he met", "Ana Ruiz, whom Luis Vega met"."""
    text, span = reading.text, sentence.span
    for other in reading.people(span):
        found = _WHOM.match(text, other.span.end, span.end)
        if found is None:
            continue
        if found["he"]:
            before = (
                {each.entity for each in reading.people(Span(span.start, other.span.start))} if other.span.start > span.start else set()
            )
            before -= {other.entity}
            who = next(iter(before)) if len(before) == 1 else None if before else reading.spoken_of(sentence)
            end = found.end()
        else:
            one = reading.next(found.end(), span.end, "person", within=90)
            who = one.entity if one and reading.straight(found.end(), one.span.start) else None
            end = one.span.end if one else found.end()
        met = _THEN_MET.match(text, end, span.end) if who else None
        if met and who:
            yield from _each(reading, sentence, who, [other], Span(other.span.start, met.end()))


def _among(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Among those she met were A and B"."""
    signs = signs_of(reading, sentence)
    for found in _AMONG.finditer(signs.words):
        listed = signs.after(found)
        who = signs.at[found.start("who")].entity if found["who"] else reading.spoken_of(sentence)
        if listed and who:
            yield from _each(reading, sentence, who, listed.who, Span(signs.place(found.start()), listed.who[-1].span.end))


def _told(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "A told B during a meeting in Oslo", "A thanked B when they met"."""
    signs = signs_of(reading, sentence)
    for found in _TOLD.finditer(signs.words):
        listed = signs.after(found)
        visiting = _VISITING.match(signs.words, found.end(), listed.end) if listed else None
        then = visiting or (_WHEN_MEETING.match(signs.words, listed.end) if listed else None)
        events = [
            each.found.name for at, each in signs.at.items() if then and then.start() <= at < then.end() and each.found.type == "event"
        ]
        far = then is None or _FAR.search(then[0]) or any(_FAR.search(each) or each.casefold().endswith("conference") for each in events)
        doers = signs.doing(found) if listed and not far else None
        if doers and then and listed and len(doers.who) == len(listed.who) == 1 and doers.who[0].found.type == "person":
            yield from _each(reading, sentence, doers.who[0].entity, listed.who, Span(doers.who[0].span.start, signs.place(then.end())))


def _him(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "A flew to Oslo. B received him there.": who was spoken of."""
    text, span = reading.text, sentence.span
    for found in _HIM.finditer(text, span.start, span.end):
        before = reading.people_between(span.start, found.start())
        named = list(dict.fromkeys(each.entity for each in before))
        # "Ana Ruiz says: I never met her": another says so.
        if not before or len(named) > PAIR or not _AT_ONCE.fullmatch(text, before[-1].span.end, found.start()):
            continue
        host = before[-1].entity
        guest = next((each for each in named if each != host), None) or reading.spoken_of(sentence)
        if guest and guest != host:
            focus = Span(found.start(), found.end())
            when = reading.when(sentence, focus)
            yield Statement(host, "met", guest, sentence, focus, qualifiers=when)


PAIR = 2
_AT_ONCE = re.compile(r"(?:,[^,;“”]{3,80},|,)?(?:\s+(?:who|also|then|later|warmly|personally|had|has|on\s+\w+day|today|yesterday))*\s+")


def _each(reading: Reading, sentence: Sentence, who: str, others: tuple[Linked, ...] | list[Linked], focus: Span) -> Iterator[Statement]:
    for other in others:
        if other.found.type == "person" and other.entity != who:
            when = reading.when(sentence, focus)
            yield Statement(who, "met", other.entity, sentence, focus, qualifiers=when)
