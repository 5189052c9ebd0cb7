"""What recognisers yield, and how overlaps between them are settled."""

import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

from sourcebook.extract.gazetteer import Entry
from sourcebook.memory import quick
from sourcebook.model.spans import Span


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words that a recogniser takes for a mention.

    Attributes:
        type: an entity type, or demonym, role, date.
        name: the canonical name of what is meant; entities are made from these.
        priority: sure rules win over guesses.
        entry: what the gazetteer knows of it.
        kind: for events and agreements: visit, meeting, memorandum, …
        known: the id, where the knowledge base's own names matched.
        value: of a date, EDTF.
    """

    span: Span
    type: str
    name: str
    priority: int = 0
    entry: Entry | None = None
    kind: str = ""
    known: str = ""
    value: str = ""

    def called(self, name: str) -> "Found":
        """The same words as a mention of another name."""
        # Called for most mentions; `dataclasses.replace` takes four times as long.
        return Found(
            span=self.span,
            type=self.type,
            name=name,
            priority=self.priority,
            entry=self.entry,
            kind=self.kind,
            known=self.known,
            value=self.value,
        )


def covered(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """Whether a span lies within any of some spans, asked as often as one likes."""
    borders = sorted([(each.start, each.end) for each in spans])
    starts = [start for start, _ in borders]
    ends = list(accumulate([end for _, end in borders], max))

    def inside(span: Span) -> bool:
        at = bisect.bisect_right(starts, span.start)
        return at > 0 and ends[at - 1] >= span.end

    return inside


def overlapping(spans: Iterable[Span]) -> Callable[[Span], list[Span]]:
    """Those of some spans, in order, that share code points with a span, asked as often as one likes."""
    ordered = sorted(spans)
    starts = [each.start for each in ordered]
    reach = list(accumulate([each.end for each in ordered], max))

    def those(span: Span) -> list[Span]:
        last = first = bisect.bisect_left(starts, span.end)
        while first and reach[first - 1] > span.start:
            first -= 1
        return [each for each in ordered[first:last] if each.end > span.start]

    return those


OVER = frozenset({"role", "event", "date"})
"""Types whose spans may hold other mentions."""
LETTERS = 4
"""Letters that may be a body's and an office's."""


def settle(found: Iterable[Found]) -> list[Found]:
    """One reading of the text: by priority, then the longest, then the first. Roles, events and dates overlap the others."""
    every = list(found)
    spans = [(each.span.start, each.span.end) for each in every]
    # Numbered, so that none is compared itself: to ask a function for each what it is sorted by would take longer.
    order = sorted(
        [
            (-each.priority, start - end, start, each.type, each.name, at)
            for at, (each, (start, end)) in enumerate(zip(every, spans, strict=True))
        ]
    )
    length = max([end for _, end in spans], default=0)
    # A byte for each code point says whether it is taken: that is asked and told at once for a whole span.
    taken: dict[str, bytearray] = defaultdict(lambda: bytearray(length))
    kept: list[tuple[int, int, str, int, Found]] = []
    for _, _, start, kind, _, at in order:
        end = spans[at][1]
        # Roles, events and dates each have a layer of their own.
        layer = taken[kind if kind in OVER else ""]
        if 1 not in layer[start:end]:
            kept.append((start, end, kind, len(kept), every[at]))
            layer[start:end] = b"\1" * (end - start)
    # "NSA Ana Ruiz", who holds that office: the same letters are no body there.
    offices = {one[:2] for one in kept if one[2] == "role"}
    return [one[-1] for one in sorted(kept) if one[2] != "organization" or one[1] - one[0] > LETTERS or one[:2] not in offices]
