"""What a reader raises."""

from collections.abc import Sequence

from sourcebook.diagnostics import Diagnostic, SourcebookError


class NotReadableError(SourcebookError):
    """A document that no article can be made of; carries the findings that say why."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__("; ".join(f"{each.place}: {each.message}" for each in findings))
        self.findings = tuple(findings)
