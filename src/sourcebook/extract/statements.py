"""A fact as the rules find it, before it is grounded."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sourcebook.extract.document import Sentence
from sourcebook.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A fact before it is grounded. `focus` holds the words that state it; `listed`, of a list that they are in, those that it begins with."""

    subject: str
    property: str
    value: str
    sentence: Sentence
    focus: Span
    qualifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plain: bool = True
    derived: bool = False
    listed: Span | None = None
