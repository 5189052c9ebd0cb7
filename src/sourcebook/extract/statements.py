"""A fact as the rules find it, before it is grounded."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field

from sourcebook.extract.document import Sentence
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact before it is grounded: "Norway", "member_of", "Union", and the sentence that states it.

    Attributes:
        focus: the words that state it.
        plain: whether they say it themselves.
        derived: whether it follows from another fact.
        listed: of a list that the focus is in, the words that it begins with.
        put: how its own words put it, whatever the clause says: as a fact in "would harm Union members such as Norway".
    """

    subject: str
    property: str
    value: str
    sentence: Sentence
    focus: Span
    _: KW_ONLY
    qualifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plain: bool = True
    derived: bool = False
    listed: Span | None = None
    put: Stance | None = None
