"""What was read last time, so that a large knowledge base is not parsed again for a few files that changed.

A file counts as unchanged as long as its size and times are those that it had before it was read; whoever changes files without
changing these has to delete `.cache/`.
"""

import pickle
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import Diagnostic
from sourcebook.model.gists import Gist
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.later import LaterTable
from sourcebook.model.learned import Learned, PlainStands, Stands
from sourcebook.model.mentioning import Mentioned
from sourcebook.store.files import CACHE, FRESH, Look
from sourcebook.store.packing import Packed, Runs, entities_of, pack
from sourcebook.store.sealed import DAMAGED, sealed_values, write_sealed

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
        checked: the errors in the facts of entities, by the shown paths of files that have some; None if nobody looked.
        warned: likewise what each file by itself made us warn of.
        changed: how many files are not as an older snapshot says, or all if there was none.
        learned: whether that older one knew where articles mention what.
        packed: the entities as other processes sent them, if they did.
        before: the older one, if what is in it could be used.
    """

    knowledge: KnowledgeBase
    looks: Mapping[str, Look]
    findings: Findings = field(default_factory=dict)
    checked: Findings | None = None
    warned: Findings | None = None
    changed: int = 0
    learned: bool = False
    packed: Sequence[Packed] = ()
    before: "Snapshot | None" = None

    @property
    def worth_keeping(self) -> bool:
        """Whether the next one to read would save time by it."""
        differs = self.changed > len(self.looks) // SHARE or (_knows_articles(self.knowledge) and not self.learned)
        return len(self.looks) >= LEAST and bool(differs)


def _knows_articles(kb: KnowledgeBase) -> bool:
    """Whether it was worked out whom articles mention and how they are cut into sentences."""
    return bool(kb.learned.mentions) and all(each.is_cut for each in kb.articles.values())


def keep(root: Path, snapshot: Snapshot) -> None:
    """Writes a snapshot of the knowledge base of a project's folder."""
    kb = snapshot.knowledge
    # A file that changed while it was read may have the same look and another text.
    newest = time.time_ns() - int(FRESH * 1e9)
    sure = {path: look for path, look in snapshot.looks.items() if look[1] < newest}
    entities = list(kb.entities.values())
    packed = snapshot.packed or [pack(entities[at : at + RUN]) for at in range(0, len(entities), RUN)]
    learned = kb.learned
    mentions = [learned.mentions.get(each, Mentioned()) for each in kb.articles]
    looked_for = _by_article(learned)
    quotes = [_plain_quotes(learned.filed.get(each, {}), looked_for.get(each, ())) for each in kb.articles]
    of_articles = [pickle.dumps(each, 5) for each in (*(dict(one.where) for one in mentions), *quotes)]
    numbers = [number for each in packed for number in each.numbers]
    rests = [rest for each in packed for rest in each.rests]
    rows = [
        [each.rows for each in packed],
        list(_packed(kb.articles.values())),
        list(
            _packed(
                (name, each.places, each.entities, each.times, each.spots, len(plain))
                for name, each, plain in zip(kb.articles, mentions, quotes, strict=True)
            )
        ),
        list(_packed((name, tuple(each)) for name, each in kb.gists.items())),
    ]
    warned = pickle.dumps(dict(snapshot.warned or {}), 5)
    sizes = [len(each) for each in (*rests, *of_articles, warned)]
    kept = (
        kb.schema,
        kb.settings,
        sure,
        dict(snapshot.findings),
        snapshot.checked,
        None if snapshot.warned is None else len(snapshot.warned),
    )
    head = (*kept, bool(learned.mentions), [len(each) for each in rows], numbers, sizes)
    write_sealed(root / FILE, chain([pickle.dumps(head, 5)], *rows, rests, of_articles, [warned]))


def _packed(values: Iterable[Any]) -> Iterator[bytes]:
    """In runs: what a pickler remembers of all values would take more memory than they do."""
    listed = list(values)
    for at in range(0, len(listed), RUN):
        yield pickle.dumps(listed[at : at + RUN], 5)


def _by_article(learned: Learned) -> Mapping[str, Sequence[tuple[str, Stands]]]:
    """The quotes of each article that somebody looked for, and where they stand."""
    found: dict[str, list[tuple[str, Stands]]] = defaultdict(list)
    for (article, quote), where in learned.quotes.items():
        found[article].append((quote, where))
    return found


def _plain_quotes(filed: Mapping[str, PlainStands], found: Iterable[tuple[str, Stands]]) -> dict[str, PlainStands]:
    return {**filed, **{quote: (number, tuple((each.start, each.end) for each in spans)) for quote, (number, spans) in found}}


def kept(root: Path) -> Snapshot | None:
    """The snapshot of a project's folder, if there is one that this version can use.

    Its facts, its quotes and its mentions are read where somebody looks at them.
    """
    found = sealed_values(root / FILE)
    if found is None:
        return None
    try:
        schema, settings, seen, findings, checked, warned, learned, runs, numbers, sizes = found.next()
        rows, articles, mentions, gists = ([each for _ in range(number) for each in found.next()] for number in runs)
        starts = [*accumulate(sizes, initial=found.position)]

        def read(number: int) -> Any:
            return found.at(starts[number])

        kb = KnowledgeBase(schema=schema, entities=entities_of(rows, Runs(numbers, read)), articles=articles, settings=settings)
        mentioned = {
            name: Mentioned(places, entities, times, spots, LaterTable(read, at, len(entities)))
            for at, (name, places, entities, times, spots, _) in enumerate(mentions, len(numbers))
        }
        filed = {name: LaterTable(read, at, number) for at, (name, *_, number) in enumerate(mentions, len(numbers) + len(mentions))}
        kb.learn(Learned({}, filed, mentioned if learned else {}, {name: tuple.__new__(Gist, row) for name, row in gists}))
        of_files = None if warned is None else LaterTable[tuple[Diagnostic, ...]](read, len(sizes) - 1, warned)
        return Snapshot(kb, seen, findings, checked, of_files, learned=learned and _knows_articles(kb))
    except DAMAGED:
        return None


def differing(seen: Mapping[str, Look], now: Mapping[str, Look]) -> list[str]:
    """The shown paths of files that are new, gone, or look otherwise."""
    return [path for path in {**seen, **now} if seen.get(path) != now.get(path)]
