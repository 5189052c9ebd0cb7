"""Parts of a text, counted in Unicode code points, end exclusive."""

from dataclasses import dataclass

from sourcebook.memory import packed, quick


@quick
@packed
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A part of a text that is not empty: `text[start:end]`.

    Raises:
        ValueError: If `start` is negative or the span is empty.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            msg = f"Not a span: {self.start}..{self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@packed
@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words of an article that refer to an entity."""

    span: Span
    entity: str
