"""Facts, their citations, and the entities that they are about."""

import builtins
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sourcebook.diagnostics import Place
from sourcebook.memory import by_value, packed
from sourcebook.model.dates import Date
from sourcebook.model.values import Reference, Special, Value

UNKNOWN_SPEAKER = "unknown"


@by_value
class Stance(StrEnum):
    """How a source puts what it says."""

    FACT = "fact"
    CLAIM = "claim"
    OPINION = "opinion"
    PLAN = "plan"
    DENIAL = "denial"


@by_value
class Rank(StrEnum):
    """What the knowledge base's editors think of a fact."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The words of an article that a fact rests on.

    Attributes:
        source: the article's id.
        quote: the words as written, fragments joined by `[...]`; "" only where
            the source's text is not held, which then has a `locator`.
        by: "" for the article's author, `unknown`, or the id of the entity quoted.
        stance: as written, else the default of the article's genre.
        place, quote_place, by_place: of the citation, of its quote and of who says it in the YAML.
    """

    source: str
    quote: str = ""
    locator: str = ""
    by: str = ""
    stance: Stance = Stance.FACT
    place: Place
    quote_place: Place
    by_place: Place | None = field(default=None, repr=False, compare=False)

    @property
    def says(self) -> tuple[str, str, Stance]:
        """Who says it, where and how: what a page puts into words."""
        return (self.source, self.by, self.stance)


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One property of an entity with one value, its qualifiers and its citations.

    A list of values in the YAML is as many facts that share everything else
    and the same `block`.

    Attributes:
        auto: "" once a person accepted it, else the `extractor@version` that proposed it.
        unsure: why the loader doubts its proposal; such a fact is kept off the pages. "" once a person accepted it.
        place: of the value in the YAML; `block` is where the fact's entry begins.
        id: a short name that stays when other facts come and go, 8 hexadecimal digits. It depends on what is said (property, value,
            qualifiers), not on who says it or in which words, nor on the order in the file.
    """

    subject: str
    property: str
    value: Value
    qualifiers: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    rank: Rank = Rank.NORMAL
    why: str = ""
    auto: str = ""
    unsure: str = ""
    place: Place
    block: Place
    qualifier_places: Mapping[str, Place] = field(default_factory=dict)
    id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", self.id_with(value_text(self.value)))

    @builtins.property
    def target(self) -> str | None:
        """The id of the entity that the value names, if it names one."""
        return self.value.text if isinstance(self.value, Reference) else None

    def qualifier(self, name: str) -> Value | None:
        """The first value of a qualifier."""
        found = self.qualifiers.get(name)
        return found[0] if found else None

    @builtins.property
    def when(self) -> Date | None:
        """The date of the fact, or of its beginning."""
        for name in ("when", "from", "until"):
            found = self.qualifier(name)
            if isinstance(found, Date):
                return found
        return None

    def id_with(self, value: str) -> str:
        """The name that the fact would have with another value, as people write it."""
        parts = [self.property, value]
        parts += [f"{name}={value_text(each)}" for name in sorted(self.qualifiers) if name != "note" for each in self.qualifiers[name]]
        return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=4).hexdigest()


def value_text(value: Value) -> str:
    """A value as a person writes it in YAML."""
    return value.value if isinstance(value, Special) else value.text


def has_unknown_speaker(fact: Fact) -> bool:
    """Whether a source does not say who said it."""
    return any(each.by == UNKNOWN_SPEAKER for each in fact.citations)


def with_single_source(facts: Sequence[Fact]) -> list[Fact]:
    """Those facts of one entity that rest on one article: on their own, and together with those that say the same."""
    sources: dict[str, set[str]] = {}
    for fact in facts:
        sources.setdefault(fact.id, set()).update(each.source for each in fact.citations)
    return [each for each in facts if len(sources[each.id]) == 1]


@packed
@dataclass(frozen=True, slots=True)
class Name:
    """A name with the language it is in (a BCP 47 tag), or "" where that is not said."""

    text: str
    language: str = ""


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, place, organization, event, agreement, area of cooperation, or custom thing.

    Attributes:
        mentioned_as: words by which texts refer to it that are no names of it
            (demonyms, "the Myanmar leader"); entities may share them.
        when, kind, status: for events and agreements.
        auto: "" once a person accepted it, else the `extractor@version` that made its file.
        citations: the words that establish that there is such a thing.
        path: of its file, relative to the project's folder.
        places: of its keys in the YAML.
        digest: of the file's text, by which one tells whether it changed; "" if it was never in a file.
    """

    id: str
    type: str
    name: str
    aliases: tuple[Name, ...] = ()
    mentioned_as: tuple[str, ...] = ()
    summary: str = ""
    when: Date | None = None
    kind: str = ""
    status: str = ""
    auto: str = ""
    citations: tuple[Citation, ...] = ()
    facts: Sequence[Fact] = ()
    same_as: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    notes: str = ""
    note: str = ""
    path: str
    places: Mapping[str, Place] = field(default_factory=dict)
    digest: str = field(default="", compare=False)

    def place(self, key: str) -> Place:
        """Where the key stands, else where the file begins."""
        return self.places.get(key, Place(self.path))

    def every_citation(self) -> tuple[Citation, ...]:
        """Its own and those of its facts as they are written, each once."""
        return tuple(dict.fromkeys([*self.citations, *(each for fact in self.facts for each in fact.citations)]))
