"""What Jinja's templates are given, so that it is known which names they look at; `frames` says what for."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import jinja2
from jinja2.runtime import Context
from jinja2.utils import missing

TRANSLATIONS = frozenset({"_", "gettext", "ngettext", "pgettext", "npgettext"})

Body = Callable[[Any], Iterator[str]]
"""A compiled template, or a block of one."""


class AllNames:
    """All names of a context, for another that is made of them; most are never made."""

    __slots__ = ("owner",)

    def __init__(self, owner: "NotingContext") -> None:
        self.owner = owner

    def copy(self) -> dict[str, Any]:
        """The names after all, for Jinja's messages of what is wrong."""
        return dict(self.owner.merged())


class Given:
    """What a part is rendered with: a context to be, or a module's own.

    Attributes:
        owner: the context that the names come from.
        own: names that the owner's template adds, made of what it looked at itself.
        template: what is included; None for a block.
    """

    __slots__ = ("body", "own", "owner", "template")

    def __init__(self, owner: "NotingContext", own: Mapping[str, Any], body: Body, template: "jinja2.Template | None" = None) -> None:
        self.owner, self.own, self.body, self.template = owner, own, body, template

    def look(self, name: str) -> Any:
        """The value of a name."""
        value = self.own.get(name, missing)
        if value is missing:
            value = self.owner.vars.get(name, missing)
            if value is missing:
                value = self.owner.parent.get(name, missing)
        return value

    def note(self, name: str) -> None:
        """Notes that a name was looked at."""
        if self.own.get(name, missing) is missing:
            self.owner.resolve_or_missing(name)

    def context(self) -> "NotingContext":
        """The context itself."""
        return self.owner.derived(self.own, self.template)


class NotingContext(Context):
    """A context that notes which of the names that it was given are looked at.

    Attributes:
        owner: the context that it got its names from, which then looked at them as well.
        own: as in `Given`.
        set_before: names that the owner's template had set by then; what it sets later, a module that it has imported does not see.
    """

    owner: "NotingContext | None" = None
    own: Mapping[str, Any] = {}
    set_before: Collection[str] = ()

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.reads: dict[str, Any] = {}

    def resolve_or_missing(self, key: str) -> Any:
        """The value of a name."""
        return self.vars[key] if key in self.vars else self.note(key)

    def note(self, key: str) -> Any:
        """The value that it was given for a name, which is noted here and where it comes from."""
        value = self.parent.get(key, missing)
        if key not in self.reads:
            self.reads[key] = value
            if self.owner is not None and self.own.get(key, missing) is missing and key not in self.set_before:
                self.owner.note(key)
        return value

    def look(self, name: str) -> Any:
        """The value that it was given for a name."""
        return self.parent.get(name, missing)

    def merged(self) -> dict[str, Any]:
        """All names."""
        return super().get_all()

    def get_all(self) -> Any:
        """All names, for templates that this one's template includes or imports: the only ones that ask."""
        return AllNames(self)

    def derived(self, locals: Mapping[str, Any] | None = None, template: "jinja2.Template | None" = None) -> "NotingContext":  # noqa: A002 (Jinja's signature)
        """The same context with some names more, for another template or the same."""
        own = locals or {}
        names = {**self.merged(), **{name: value for name, value in own.items() if value is not missing}} if own else self.merged()
        if template is None:
            made = NotingContext(self.environment, names, self.name, {})
            made.eval_ctx, made.blocks = self.eval_ctx, self.blocks
        else:
            made = NotingContext(self.environment, names, template.name, template.blocks)
        made.globals_keys = self.globals_keys  # those of the environment, for all its templates
        made.owner, made.own, made.set_before = self, own, frozenset(self.vars)
        return made
