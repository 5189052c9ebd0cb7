"""What an extractor found in one article, before a person has seen it.

Values are strings as they would stand in YAML, so that a proposal can be
written to a file, compared with what people made of it, and read back.
"""

import builtins
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from sourcebook.memory import quick
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span
from sourcebook.text import MAX_LINE, without_unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedFact:
    """A fact with the words that it rests on.

    Attributes:
        value, qualifiers: as written in YAML; an entity is named by its id.
        quote: verbatim words of the article, found in it exactly once.
        evidence: where the sentence stands that states the fact, in the text as read.
        by: "" for the author, `unknown`, or an entity's id.
        unsure: why the extractor doubts it, or "".
        derived: whether it restates another fact for an event's page: who visits takes part in the visit.
    """

    subject: str
    property: str
    value: str
    qualifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: str
    quote: str = ""
    locator: str = ""
    by: str = ""
    stance: Stance | None = None
    unsure: str = ""
    evidence: Span | None = None
    derived: bool = False

    @builtins.property
    def key(self) -> tuple[str, str, str, str]:
        """What makes two proposals the same fact: subject, property, value, article."""
        return (self.subject, self.property, self.value, self.source)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedEntity:
    """An entity that the article speaks of; `known` if the knowledge base has it already."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentioned_as: tuple[str, ...] = ()
    when: str = ""
    kind: str = ""
    same_as: tuple[str, ...] = ()
    known: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """A mention as an extractor reports it; `type` may also be demonym, role or date."""

    span: Span
    type: str
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks (or after "X said:"), with their speaker or ""."""

    span: Span
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """Everything found in one article, each tuple in a stable order.

    `sources` are records of reference works that the facts cite (a gazetteer
    for coordinates): article id -> front matter.
    """

    article: str
    extractor: str
    mentions: tuple[Spotted, ...] = ()
    entities: tuple[ProposedEntity, ...] = ()
    facts: tuple[ProposedFact, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sources: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dropped: int = 0

    def writable(self) -> "Proposals":
        """The same as far as it may stand in files that people edit: a name that is too long for one is none."""
        gone = {each.id for each in self.entities if max(map(len, (each.name, *each.aliases, *each.mentioned_as))) > MAX_LINE}
        if not gone:
            return self
        return replace(
            self,
            mentions=tuple(each for each in self.mentions if each.entity not in gone),
            entities=tuple(each for each in self.entities if each.id not in gone),
            facts=tuple(each for each in self.facts if gone.isdisjoint(_named(each))),
        )

    def without_controls(self) -> "Proposals":
        """The same without what shows nothing and turns round what stands beside it, of which some texts are full."""
        return replace(
            self,
            entities=tuple(
                replace(
                    each,
                    name=without_unseen(each.name),
                    aliases=_all_plain(each.aliases),
                    mentioned_as=_all_plain(each.mentioned_as),
                )
                for each in self.entities
            ),
            facts=tuple(
                replace(
                    each,
                    value=without_unseen(each.value),
                    quote=without_unseen(each.quote),
                    qualifiers={name: _all_plain(values) for name, values in each.qualifiers.items()},
                )
                for each in self.facts
            ),
        )


def _named(fact: ProposedFact) -> Iterator[str]:
    yield from (fact.subject, fact.value, fact.by)
    yield from chain(*fact.qualifiers.values())


def _all_plain(each: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(without_unseen, each))
