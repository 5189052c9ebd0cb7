"""Findings about the content, with the place they are about, and the errors of use.

There are two kinds of error. *The content is wrong*: some function yields a
`Diagnostic` and goes on, so that one run reports everything. *The use is
wrong* (a folder that is not there, an unknown option): a `SourcebookError` is
raised, and the command line turns it into one line. Anything else is a bug and
shows its traceback.
"""

import copyreg
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from sourcebook.memory import by_value


class SourcebookError(Exception):
    """The use is wrong. The message is one sentence that says what to do instead."""


@by_value
class Severity(StrEnum):
    """How a finding counts: errors fail a build, warnings ask for attention."""

    ERROR = "error"
    WARNING = "warning"


_ERRORS = """
    unreadable yaml-syntax merge-conflict tab-indent cut-by-comment duplicate-key unknown-key missing-key bad-id duplicate-id folder-mismatch
    bad-schema unknown-type unknown-property property-not-on-type two-properties no-property
    wrong-value-type unknown-entity wrong-target-type bad-date date-order bad-value inverse-written
    no-citation unknown-source quote-not-found quote-ambiguous quote-too-short source-changed
    id-merged self-merge merge-cycle alias-of-two-entities deprecated-without-why why-without-rank
"""
_WARNINGS = """
    said-twice sources-disagree speaker-unknown unreviewed single-source near-duplicate orphan-entity circular not-folded
    review-conflict stale
"""

CODES: Mapping[str, Severity] = MappingProxyType(
    dict.fromkeys(_ERRORS.split(), Severity.ERROR) | dict.fromkeys(_WARNINGS.split(), Severity.WARNING)
)
"""Every code there is, with its severity. `check/explain.md` documents each."""


class Place(NamedTuple):
    """Where something stands: `path:line:column`, then how many characters wide.

    `path` is relative to the project's folder and uses `/`. Lines and columns
    are 1-based and count code points. A tuple, since a knowledge base holds hundreds of thousands of them.
    """

    path: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def _reduced(place: Place) -> tuple[type[Place], tuple[str, int, int, int]]:
    return Place, (*place,)


# Half the time that a pickle of a knowledge base takes goes into its places unless it is told how to take them apart.
copyreg.pickle(Place, _reduced)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: its code, what is wrong, where, and what to write instead.

    Attributes:
        missing: the id of what is not there, if that is what is wrong.

    Raises:
        ValueError: If `code` is not one of `CODES`.
    """

    code: str
    message: str
    place: Place
    help: str = ""
    missing: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            msg = f"Not a diagnostic code: {self.code!r}"
            raise ValueError(msg)

    @property
    def severity(self) -> Severity:
        """Error or warning, as `CODES` says."""
        return CODES[self.code]

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Findings are reported in the order of their places."""
        return (self.place, self.code, self.message)


def by_path(findings: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    """The findings in each file, in the order given."""
    found: dict[str, list[Diagnostic]] = {}
    for each in findings:
        found.setdefault(each.place.path, []).append(each)
    return {path: tuple(own) for path, own in found.items()}
