"""Which types, properties and qualifiers there are; built-in ones come from `schema.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sourcebook.model.values import Kind

THING = "thing"
"""The root type, which every other one extends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """A kind of entity.

    Attributes:
        name: as written in `type:`, singular.
        plural: the folder, and the last part of the index page's address.
        label, plural_label: for readers.
        icon: a Material icon such as `material/account`.
        rdf: the schema.org class, such as `schema:Person`.
        extends: the type whose properties it shares.
        keys: entity keys that it allows beyond the common ones (`when`, `kind`, `status`).
        common: whether its entities are named by common nouns, found in any case.
        infobox, columns: properties and keys shown first, and in the index's table.
    """

    name: str
    label: str
    plural: str
    plural_label: str
    icon: str = "material/shape-outline"
    rdf: str = "schema:Thing"
    extends: str = THING
    keys: tuple[str, ...] = ()
    common: bool = False
    infobox: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """What can be said of an entity, or with `on` empty, a qualifier of what is said.

    Attributes:
        on: the types that may have it; subtypes may too.
        kind: what its values are.
        to: for `Kind.ENTITY`, the types of entity allowed; empty allows any.
        inverse: the name that the fact has on the value's page, or "".
        inverse_on: the same, where it depends on the subject's type.
        label, inverse_label: how a page says it, in English.
        symmetric: whether it reads the same from both ends.
        single: whether an entity has at most one value.
        unique: "per-value-at-a-time" lets `check` report sources that disagree.
        order: the rank in canonical order.
    """

    name: str
    on: tuple[str, ...] = ()
    kind: Kind = Kind.ENTITY
    to: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    unit: str = ""
    inverse: str = ""
    inverse_on: Mapping[str, str] = field(default_factory=dict)
    label: str = ""
    inverse_label: str = ""
    symmetric: bool = False
    single: bool = False
    unique: str = ""
    rdf: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The built-in types and properties with those that a knowledge base adds.

    `inverses` maps the name of an inverse to its property's name.
    """

    types: Mapping[str, Type]
    properties: Mapping[str, Property]
    qualifiers: Mapping[str, Property]
    inverses: Mapping[str, str] = field(default_factory=dict)

    def folder_types(self) -> dict[str, Type]:
        """The type that each folder holds."""
        return {each.plural: each for each in self.types.values()}

    def lineage(self, name: str) -> tuple[str, ...]:
        """The type and what it extends, nearest first."""
        found: list[str] = []
        while name in self.types and name not in found:
            found.append(name)
            name = self.types[name].extends
        return (*found, THING)

    def is_a(self, name: str, wanted: tuple[str, ...]) -> bool:
        """Whether the type is one of those wanted, or extends one; any will do if none is named."""
        return not wanted or (name in wanted and name in self.types) or any(each in wanted for each in self.lineage(name))

    def keys_of(self, name: str) -> tuple[str, ...]:
        """The entity keys that the type allows beyond the common ones."""
        return tuple(key for each in self.lineage(name) if each in self.types for key in self.types[each].keys)

    def properties_on(self, name: str) -> tuple[Property, ...]:
        """The properties that the type may have, in canonical order."""
        return tuple(each for each in self.properties.values() if self.is_a(name, each.on))

    def inverse_name(self, each: Property, subject_type: str) -> str:
        """What the property is called on the page of its value; "" if it has no inverse."""
        found = (each.inverse_on[name] for name in self.lineage(subject_type) if name in each.inverse_on)
        return each.name if each.symmetric else next(found, each.inverse)

    def inverse_label(self, each: Property, subject_type: str) -> str:
        """How the fact is put on the page of its value."""
        if each.symmetric:
            return each.label
        return each.inverse_label or self.inverse_name(each, subject_type).replace("_", " ") or f"{each.label} of"
