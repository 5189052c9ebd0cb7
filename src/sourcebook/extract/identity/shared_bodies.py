"""Bodies that a state calls like a known one: the "Security Council" of Norway, the "Foreign Office" of Pakistan."""

from collections.abc import Iterable
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.identity.state_bodies import owner_before
from sourcebook.model.names import with_article


def of_states(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> list[Found]:
    """The mentions, "Foreign Office" and "Security Council" of a state that has one too under the state's name."""
    mentions = list(found)
    for body, short in _SHARED.items():
        called = [
            at
            for at, each in enumerate(mentions)
            if each.entry is not None and each.entry.name == body and each.span.of(document.text) == short
        ]
        if not called:
            continue
        state = _whose(document, [mentions[at] for at in called], gazetteer)
        # Where a text speaks of the United Nations as well, "the Security Council" alone is theirs.
        theirs = short == "Security Council" and _UNITED_NATIONS.search(document.text) is not None
        own = short == "Security Council" and not theirs and _OFFICERS.search(document.text) is not None
        for at in called if state or own else ():
            if not state:
                # "Secretary of the Security Council Ana Ruiz": a state's, though the text does not say which.
                mentions[at] = replace(mentions[at], name=short, entry=None)
            elif not theirs or owner_before(document.text, mentions[at].span.start, gazetteer):
                mentions[at] = replace(mentions[at], name=f"{short} of {with_article(state)}", entry=None)
    return mentions


_SHARED = {"Foreign and Commonwealth Office": "Foreign Office", "United Nations Security Council": "Security Council"}
"""Known bodies, and what states call one of their own."""
_OFFICERS = re.compile(r"\b(?:Secretary|[Cc]hair(?:man|woman|person)?|[Hh]ead) of the Security Council,?\s[A-Z]")
_UNITED_NATIONS = re.compile(r"\b(?:UN|U\.N\.|United Nations|UNSC)\b")


def _whose(document: Document, called: list[Found], gazetteer: Gazetteer) -> str:
    """The state whose body some words are: the one that owns it, or Pakistan in a text that speaks of nothing British; or ""."""
    owners = (owner_before(document.text, each.span.start, gazetteer) for each in called)
    if owner := next(filter(None, owners), ""):
        return "" if owner == "United Kingdom" else owner
    foreign = called[0].span.of(document.text) == "Foreign Office" and "Pakistan" in document.text
    return "Pakistan" if foreign and not _BRITISH.search(document.text) else ""


_BRITISH = re.compile(
    r"\b(?:UK|U\.K\.|Britain|British|United Kingdom|London|England|Whitehall|FCD?O|Commonwealth|HMA?|Her Majesty|His Majesty)\b"
)
