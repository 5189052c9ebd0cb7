"""What was read last time, so that a large knowledge base is not parsed again for a few files that changed.

A file counts as unchanged as long as its size and times are those that it had before it was read; whoever changes files without
changing these has to delete `.cache/`. A snapshot is read only if this very installation wrote it, and with nothing but our
own values in it, so that one that comes with somebody's repository does nothing.
"""

import io
import pickle
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from sourcebook import __version__
from sourcebook.diagnostics import Diagnostic
from sourcebook.model.knowledge import KnowledgeBase, Learned
from sourcebook.store.files import CACHE, FRESH, Look, looks, write_cached
from sourcebook.text import digest

FILE = f"{CACHE}/knowledge.pickle"
LEAST = 500
"""Files; with fewer, reading them is as quick."""
SHARE = 20
"""A snapshot is renewed when one in so many files differs from it."""
RUN = 1_000
"""Values that are packed together."""
_SEAL = 32
_OURS = ("sourcebook.model.", "sourcebook.diagnostics")


@dataclass(slots=True)
class Snapshot:
    """A knowledge base as it was read.

    Attributes:
        knowledge: all of it.
        looks: of each file, by its shown path, size and time of change before it was read.
        findings: what was found in each file while reading, by its shown path.
        changed: how many files are not as an older snapshot says, or all if there was none.
        learned: whether that older one knew where articles mention what.
    """

    knowledge: KnowledgeBase
    looks: Mapping[str, Look]
    findings: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    changed: int = 0
    learned: bool = False

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
    lists: tuple[Sequence[Any], ...] = (
        list(kb.entities.values()),
        list(kb.articles.values()),
        list(learned.quotes.items()),
        list(learned.mentions.items()),
        [(name, [(article.id, spans) for article, spans in places]) for name, places in learned.mentioned.items()],
    )
    out = io.BytesIO(bytes(_SEAL))
    out.seek(_SEAL)
    pickler = pickle.Pickler(out, protocol=5)
    pickler.dump((kb.schema, kb.settings, sure, dict(snapshot.findings), [len(each) for each in lists]))
    for each in lists:
        for at in range(0, len(each), RUN):
            # What a pickler remembers of all values would take more memory than they do.
            pickler.clear_memo()
            pickler.dump(each[at : at + RUN])
    with out.getbuffer() as raw:
        raw[:_SEAL] = _seal(raw[_SEAL:])
        write_cached(root / FILE, raw)


def kept(root: Path) -> Snapshot | None:
    """The snapshot of a project's folder, if there is one that this version can use."""
    try:
        raw = memoryview((root / FILE).read_bytes())
        if raw[:_SEAL] != _seal(raw[_SEAL:]):
            return None
        stream = io.BytesIO(raw[_SEAL:])
        schema, settings, seen, findings, lengths = _Ours(stream).load()
        lists = [[value for _ in range(0, length, RUN) for value in _Ours(stream).load()] for length in lengths]
        entities, articles, quotes, mentions, mentioned = lists
        kb = KnowledgeBase(schema=schema, entities=entities, articles=articles, settings=settings)
        places = {name: tuple((kb.articles[one], spans) for one, spans in rows) for name, rows in mentioned}
        kb.learn(Learned(dict(quotes), dict(mentions), places))
        return Snapshot(kb, seen, findings, learned=bool(mentions))
    except (OSError, pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, IndexError, KeyError, ImportError):
        return None


class _Ours(pickle.Unpickler):
    """Makes values of our own classes and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of a name.

        Raises:
            pickle.UnpicklingError: If it is none of ours.
        """
        found = getattr(import_module(module), name, None) if module.startswith(_OURS) else None
        if not isinstance(found, type):
            msg = f"{module}.{name} has no place in a snapshot"
            raise pickle.UnpicklingError(msg)
        return found


def _seal(raw: memoryview) -> bytes:
    """What stands before a snapshot: who does not know when our code was installed cannot make it, and damage breaks it."""
    found = sha256(_version().encode())
    found.update(raw)
    return found.digest()


def _version() -> str:
    """Of our own code and of Python: another may read the same file otherwise."""
    here = Path(__file__).resolve().parent.parent
    parts = [f"{name} {look}" for name, look in sorted(looks(str(here)).items()) if name.endswith((".py", ".yml"))]
    return digest(__version__, sys.version, *parts)


def differing(seen: Mapping[str, Look], now: Mapping[str, Look]) -> list[str]:
    """The shown paths of files that are new, gone, or look otherwise."""
    return [path for path in {**seen, **now} if seen.get(path) != now.get(path)]
