"""What was read last time, so that a large knowledge base is not parsed again for a few files that changed.

A file counts as unchanged as long as its size and times are those that it had before it was read; whoever changes files without
changing these has to delete `.cache/`.
"""

import pickle
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import Diagnostic
from sourcebook.model.knowledge import KnowledgeBase, Learned
from sourcebook.store.files import CACHE, FRESH, Look
from sourcebook.store.sealed import DAMAGED, Values, read_sealed, write_sealed

FILE = f"{CACHE}/knowledge.pickle"
LEAST = 500
"""Files; with fewer, reading them is as quick."""
SHARE = 20
"""A snapshot is renewed when one in so many files differs from it."""
RUN = 1_000
"""Values that are packed together."""

Findings = Mapping[str, tuple[Diagnostic, ...]]


@dataclass(slots=True)
class Snapshot:
    """A knowledge base as it was read.

    Attributes:
        knowledge: all of it.
        looks: of each file, by its shown path, size and time of change before it was read.
        findings: what was found in each file while reading, by its shown path.
        checked: what was found in the facts of entities, by the shown path of each whose facts were checked and need not be again.
        changed: how many files are not as an older snapshot says, or all if there was none.
        learned: whether that older one knew where articles mention what.
        packed: the entities as other processes sent them, if they did.
    """

    knowledge: KnowledgeBase
    looks: Mapping[str, Look]
    findings: Findings = field(default_factory=dict)
    checked: Findings = field(default_factory=dict)
    changed: int = 0
    learned: bool = False
    packed: Sequence[bytes] = ()

    @property
    def worth_keeping(self) -> bool:
        """Whether the next one to read would save time by it."""
        differs = self.changed > len(self.looks) // SHARE or (self.knowledge.learned.mentions and not self.learned)
        return len(self.looks) >= LEAST and bool(differs)


def keep(root: Path, snapshot: Snapshot) -> None:
    """Writes a snapshot of the knowledge base of a project's folder."""
    kb = snapshot.knowledge
    # A file that changed while it was read may have the same look and another text.
    newest = time.time_ns() - int(FRESH * 1e9)
    sure = {path: look for path, look in snapshot.looks.items() if look[1] < newest}
    learned = kb.learned
    mentioned = [(name, [(article.id, spans) for article, spans in places]) for name, places in learned.mentioned.items()]
    runs = [
        list(snapshot.packed) or list(_packed(kb.entities.values())),
        *(list(_packed(each)) for each in (kb.articles.values(), learned.quotes.items(), learned.mentions.items(), mentioned)),
    ]
    head = (kb.schema, kb.settings, sure, dict(snapshot.findings), dict(snapshot.checked), [len(each) for each in runs])
    write_sealed(root / FILE, [pickle.dumps(head, 5), *(run for each in runs for run in each)])


def _packed(values: Iterable[Any]) -> Iterator[bytes]:
    """In runs: what a pickler remembers of all values would take more memory than they do."""
    listed = list(values)
    for at in range(0, len(listed), RUN):
        yield pickle.dumps(listed[at : at + RUN], 5)


def kept(root: Path) -> Snapshot | None:
    """The snapshot of a project's folder, if there is one that this version can use."""
    raw = read_sealed(root / FILE)
    if raw is None:
        return None
    try:
        found = Values(raw)
        schema, settings, seen, findings, checked, numbers = found.next()
        entities, articles, quotes, mentions, mentioned = ([each for _ in range(number) for each in found.next()] for number in numbers)
        kb = KnowledgeBase(schema=schema, entities=entities, articles=articles, settings=settings)
        places = {name: tuple((kb.articles[one], spans) for one, spans in rows) for name, rows in mentioned}
        kb.learn(Learned(dict(quotes), dict(mentions), places))
        return Snapshot(kb, seen, findings, checked, learned=bool(mentions))
    except DAMAGED:
        return None


def differing(seen: Mapping[str, Look], now: Mapping[str, Look]) -> list[str]:
    """The shown paths of files that are new, gone, or look otherwise."""
    return [path for path in {**seen, **now} if seen.get(path) != now.get(path)]
