"""Who was in a town abroad because those whom they met there, or what they said there, is told of it."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence, folded, matches, within
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.journeys.homes import homes
from sourcebook.extract.facts.journeys.travel import named_next, went
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.several import all_doing
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_MEETS = folded(cues.MEETS)


_DOINGS = words("met held called conferred took visited attended signed inaugurated addressed laid opened toured presented")


_SAYING = words("said told announced warned declared stated spoke reiterated confirmed admitted")


@where(cues.TALK | {"speaking"} | _DOINGS | _SAYING)
def abroad(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who was in a town of another country."""
    if "in" not in sentence.words and "from" not in sentence.words:
        return
    places = reading.inside(sentence.span, "place")
    towns = [each for each in places if _is_town(each)]
    if towns and not sentence.words.isdisjoint(cues.TALK):
        yield from _with_hosts(reading, sentence, towns)
    if places and not sentence.words.isdisjoint(_DOINGS):
        yield from _fronted(reading, sentence, [each for each in places if each in towns or is_state(each)])
    if towns and "visiting" in sentence.words:
        yield from _visiting(reading, sentence, towns)
    if places and "speaking" in sentence.words:
        yield from _speaking(reading, sentence, places)
    if places and not sentence.words.isdisjoint(_SAYING):
        yield from _said(reading, sentence, [each for each in places if each in towns or is_state(each)])


def _said(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "the Norwegian minister Ana Ruiz said on Sunday in Chile", where she is known to be of another country."""
    for person in reading.inside(sentence.span, "person") if places else ():
        found = _SAID_IN.match(reading.text, person.span.end, sentence.span.end)
        place = next((each for each in places if found and each.span.start == found.end()), None)
        own = homes(reading, person.entity) if place else set()
        if place and own and place.found.entry and place.found.entry.country not in own:
            # What governs the sentence says nothing about "said": "is likely to rise after Ana Ruiz said in Lima".
            said = reading.text.find("said ", person.span.end, place.span.start)
            start = said if said >= 0 else _in(reading.text, place)
            yield from went(reading, person.entity, place, sentence, Span(start, place.span.end), "")


_DAY = r"(?:\s+(?:(?:late|early|earlier)\s+)?(?:on\s+)?(?:[A-Z][a-z]+day|today|yesterday|earlier|last\s+(?:week|month|year|night)))?"
_SAID_IN = re.compile(
    rf"(?:,[^,;“”]{{3,60}},)?\s+(?:(?:also|has|had|later)\s+){{0,2}}(?:said|announced|warned|declared|stated|spoke|reiterated|confirmed|admitted"
    rf"|told\s+(?:(?:the|a)\s+)?(?:(?:[a-z]+\s+){{0,2}}(?:reporters|journalists|conference|briefing|audience|media|press))){_DAY}"
    rf"(?:\s+(?:in|during|at)\s+(?:an?|the|his|her)\s+(?:[a-z]+\s+){{0,3}}(?:speech|conference|briefing|interview|address|lecture|rally|forum|event|ceremony))?{_DAY}"
    r"\s+in\s+(?=[A-Z])"
)


def _visiting(reading: Reading, sentence: Sentence, towns: list[Linked]) -> Iterator[Statement]:
    """After "Visiting Chilean minister Ana Ruiz said in Oslo"."""
    found = _A_GUEST.match(reading.text, sentence.span.start, sentence.span.end)
    who = reading.after(found, sentence.span.end, "person", within=NEAR)
    said = _DID_IN.match(reading.text, who.span.end, sentence.span.end) if who else None
    place = next((each for each in towns if said and each.span.start == said.end()), None)
    if found and who and said and place and reading.straight(found.end(), who.span.start):
        yield from went(reading, who.entity, place, sentence, Span(_in(reading.text, place), place.span.end), "")


def _fronted(reading: Reading, sentence: Sentence, towns: list[Linked]) -> Iterator[Statement]:
    """After "In Oslo, Ana Ruiz met", where she is known to be of another country."""
    found = _IN_TOWN.match(reading.text, sentence.span.start, sentence.span.end)
    place = next((each for each in towns if found and each.span.start == found.end()), None)
    who = named_next(reading, place, sentence.span.end) if place else None
    own = homes(reading, who) if who else set()
    person = next((each for each in reading.people(Span(place.span.end, sentence.span.end)) if each.entity == who), None) if place else None
    end = person.span.end if person else place.span.end if place else 0
    if place and who and own and _ACTED.match(reading.text, end) and place.found.entry and place.found.entry.country not in own:
        yield from went(reading, who, place, sentence, Span(sentence.span.start, place.span.end), "")


_IN_TOWN = re.compile(r"(?:(?:Later|Earlier|Meanwhile|Also)(?:\s+on\s+\w+day)?,?\s+)?[Ii]n\s+(?=[A-Z])")
_ACTED = re.compile(
    r"(?:,\s+(?:s?he)|,[^,;]{3,60},)?\s+(?:(?:also|has|had|then|later|first)\s+)*(?:met|held|had|called|conferred|took\s+part|visited|attended|signed|inaugurated|addressed|laid|opened|toured|presented)\b"
)
_A_GUEST = re.compile(r"(?:The\s+)?[Vv]isiting\s+(?=[A-Z]|[a-z]+\s)")
_DID_IN = re.compile(
    r"(?:\s+(?:on\s+)?[A-Z][a-z]+day|,[^,;]{3,60},)?\s+(?:(?:has|also|today|yesterday)\s+)*"
    r"(?:said|told|met|held|called|addressed|signed|announced|warned|urged|praised|pledged|vowed|stressed|expressed|spoke|delivered|inaugurated|opened)"
    r"\b[^.;:“”]{0,80}?\s(?:in|here\s+in)\s+(?=[A-Z])"
)


def _is_town(place: Linked) -> bool:
    entry = place.found.entry
    return bool(entry and entry.kind == "city" and entry.country and entry.sure)


def _with_hosts(reading: Reading, sentence: Sentence, towns: list[Linked]) -> Iterator[Statement]:
    """After "Ana Ruiz met her Norwegian counterpart in Oslo", "Speaking after talks with Norway's king in Oslo, Ana Ruiz said"."""
    text, span = reading.text, sentence.span
    for found in matches(cues.MEET, text, within(reading.document.where_so(_MEETS), span), span.end):
        place = next((each for each in towns if each.span.start >= found.end()), None)
        if place is None or not _THERE.fullmatch(
            reading.plain(found.end(), place.span.start, "person", "role", "demonym", "place", "organization", "event", "date")
        ):
            continue
        if not _meets_hosts(reading, Span(found.end(), span.end), place):
            continue
        doers = all_doing(reading, sentence, found.start())
        if not doers and _OPENS.match(text, span.start) and (told := named_next(reading, place, span.end)):
            doers = [told]
        for each in doers:
            if place.found.entry and place.found.entry.country not in homes(reading, each):
                yield from went(reading, each, place, sentence, Span(_in(text, place), place.span.end), "")


def _meets_hosts(reading: Reading, met: Span, place: Linked) -> bool:
    """Whether those met are of the country of a town, as is said before it or after it: "met in Oslo with King Ola Lund of Norway"."""
    before = Span(met.start, max(met.start, place.span.start))
    hosts = _WITH_HOSTS.match(reading.text, place.span.end, met.end)
    after = Span(*hosts.span()) if hosts else before
    if any(_is_of(each, place) for part in (before, after) for each in reading.inside(part, "place", "demonym")):
        return True
    country = place.found.entry.country if place.found.entry else ""
    return any(country in homes(reading, each.entity) for each in reading.people(before))


_WITH_HOSTS = re.compile(r"\s+with\s(?:[A-Z][a-z]{0,2}\.|(?!\s(?:to|and|on|about|during|who|where|after|before)\s)[^.;:“”]){0,120}")
"""As in "met in Oslo with King Ola Lund of Norway", without what they met for."""


_THERE = re.compile(
    r"(?:[\s,’.]|\b(?:s|Dr|Mr|Mrs|Ms|with|and|the|his|her|their|both|new|of|on|for|other|senior|counterparts?|leaders?|officials?|talks|meetings?|here"
    r"|today|yesterday|earlier|late|also|respective|delegation|bilateral)\b)*\bin\s+(?:the\s+)?(?:capital,?\s+)?"
)
_OPENS = re.compile(r"(?:Speaking|Following|After)\s")


def _speaking(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "Speaking in Oslo today, the Chilean minister Ana Ruiz said": she is known to be of another country, or of a body of many."""
    found = _SPEAKING_IN.match(reading.text, sentence.span.start, sentence.span.end)
    place = next((each for each in places if found and each.span.start == found.end()), None)
    camp = bool(place and _CAMP.search(place.found.name))
    who = named_next(reading, place, sentence.span.end) if place and (camp or _is_town(place)) else None
    if place is None or who is None:
        return
    town = place.found.entry.country if place.found.entry else ""
    own = homes(reading, who)
    person = next((each for each in reading.people(Span(place.span.end, sentence.span.end)) if each.entity == who), None)
    bodies = reading.inside(Span(place.span.end, min(sentence.span.end, person.span.end + NEAR)), "organization") if person else []
    if camp or (town and own and town not in own) or any(is_bloc(each) for each in bodies):
        yield from went(reading, who, place, sentence, Span(_in(reading.text, place), place.span.end), "")


_CAMP = re.compile(r"(?i)\b(?:camp|base|crossing)\Z")
"""Where nobody who is asked is at home."""
_SPEAKING_IN = re.compile(r"Speaking\s+(?:(?:to|with)\s[^,;]{3,40}?\s+)?(?:in|from)\s+(?:the\s+)?")


def _in(text: str, place: Linked) -> int:
    """Where "in" stands before a town: no more tells that somebody was there, and of no visit."""
    return max(text.rfind("in ", 0, place.span.start), text.rfind("from ", 0, place.span.start))


def _is_of(state: Linked, place: Linked) -> bool:
    """Whether a state is the one that a town is in."""
    return bool(is_state(state) and state.found.entry and place.found.entry and state.found.entry.country == place.found.entry.country)
