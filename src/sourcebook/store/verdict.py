"""What a check found, for as long as the files are what they were: then nothing has to be read to say it again."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.diagnostics import Diagnostic
from sourcebook.memory import packed
from sourcebook.store.files import CACHE
from sourcebook.store.sealed import DAMAGED, sealed_values, write_sealed

FILE = f"{CACHE}/verdict.pickle"


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a knowledge base holds and what is wrong with it.

    Attributes:
        entities, facts, articles: how many there are; of facts, those that pages show.
        findings: in the order of their places.
    """

    entities: int
    facts: int
    articles: int
    findings: Sequence[Diagnostic]


def keep_verdict(root: Path, stamp: str, verdict: Verdict) -> None:
    """Keeps what was found in files that have a stamp."""
    write_sealed(root / FILE, [pickle.dumps(stamp, 5), pickle.dumps(verdict, 5)])


def kept_verdict(root: Path, stamp: str) -> Verdict | None:
    """What was found in these very files, if that is known."""
    found = sealed_values(root / FILE)
    if found is None:
        return None
    try:
        verdict = found.next() if found.next() == stamp else None
    except DAMAGED:
        return None
    return verdict if isinstance(verdict, Verdict) else None
