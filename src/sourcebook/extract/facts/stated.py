"""What a sentence states of two of its mentions."""

from collections.abc import Mapping

from sourcebook.extract.document import Sentence
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span


def around(*those: Linked) -> Span:
    """From the beginning of the first of some mentions to the end of the last."""
    return Span(min([each.span.start for each in those]), max([each.span.end for each in those]))


def stated(
    one: Linked,
    name: str,
    other: Linked,
    sentence: Sentence,
    focus: Span | None = None,
    *,
    qualifiers: Mapping[str, tuple[str, ...]] | None = None,
    plain: bool = True,
) -> Statement:
    """That one is to the other what a property says, as the words from the first to the last of both tell, or some others."""
    return Statement(
        one.entity, name, other.entity, sentence, around(one, other) if focus is None else focus, qualifiers=qualifiers or {}, plain=plain
    )
