"""Findings that only follow from others: who names something whose file is broken is not to blame."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from sourcebook.diagnostics import Diagnostic, Severity


def without_echoes(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings without those that miss something which is there, in a file with an error: that is told at its own place."""
    broken = {PurePosixPath(each.place.path).stem for each in findings if each.severity is Severity.ERROR and not each.missing}
    return [each for each in findings if not each.missing or each.missing not in broken]
