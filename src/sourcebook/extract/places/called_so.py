"""States by a part of their names, where the text has named them: "the North" beside both Koreas, "the Islamic Republic", "the Confederacy"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import gazetteer
from sourcebook.model.spans import Span

_SHORT = re.compile(
    r"(?<=[Tt]he )(?:(?:North|South)\b(?!\s+[A-Z]|\s+(?:of|coast|side|bank|pole|wing|end)\b|[-/])|Islamic Republic\b(?!\s+of\b|[-/])"
    r"|Confederacy\b(?!\s+(?:of\b|[A-Z])|-))"
)
_HALF = re.compile(
    r"(?P<side>North|South|East|West)(?=,?\s+(?:and|or)\s+(?:the\s+)?(?!(?P=side))(?:North|South|East|West)\s+(?P<land>(?:Korea|Vietnam|Yemen|German)\w*))"
)
"""Of two states that share a word, the first: "North and South Korea"."""
_WORDS = frozenset({"North", "South", "East", "West", "Islamic", "Confederacy"})
_MEANT = {"North": ("North Korea",), "South": ("South Korea",), "Islamic Republic": ("Iran", "Pakistan", "Mauritania", "Afghanistan")}
_BESIDE = {"Confederacy": ("Confederate", "Confederate States")}
"""What means a state in texts that have a word: "Confederate" beside "the Confederacy"."""
_KOREAS = frozenset({"North Korea", "South Korea"})


def called_so(document: Document, found: Iterable[Found]) -> Iterator[Found]:
    """The mentions; "the South" needs both Koreas, "the Islamic Republic" a state that may be called so."""
    places = document.where(_WORDS)
    if not places:
        return
    states = {each.name: each for each in found if each.type in {"place", "demonym"} and each.entry and each.entry.kind == "country"}
    for half in matches(_HALF, document.text, places):
        name = f"{half['side']} {half['land']}"
        state, people = gazetteer().names.get(name), gazetteer().demonyms.get(name)
        if entry := state or people:
            kind = "place" if state else "demonym"
            yield Found(span=Span(*half.span("side")), type=kind, name=entry.name, entry=entry, priority=6)
    for short in matches(_SHORT, document.text, places):
        if short[0] in _BESIDE:
            word, name = _BESIDE[short[0]]
            state = gazetteer().names.get(name) if word in document.text else None
            if state:
                yield Found(span=Span(*short.span()), type="place", name=state.name, entry=state, priority=6)
            continue
        meant = [states[name] for name in _MEANT[short[0]] if name in states]
        if (meant and short[0] == "Islamic Republic") or states.keys() >= _KOREAS:
            yield replace(meant[0], span=Span(*short.span()), type="place", priority=3)
