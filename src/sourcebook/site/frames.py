"""What a theme writes alike on many pages is written once.

Most of a page of ours is the theme's: header, tabs, navigation, footer, scripts. For the pages that the navigation does not hold, which
are nearly all, these come out the same in a folder. Here each part of a template (a block, an included template) is rendered as always,
and meanwhile everything is noted that it looks at and that may be another on the next page. Its text serves for a later page on which
all that was looked at is the same. Nothing is assumed about what a template reads, so other themes and overridden templates are served
as well; a part that shows what only this page has is rendered on each page.

Why the text is the same. Jinja's templates are functions of their context. Of the context's objects, only `page` and what is made anew
for each page differ from one page to the next, as long as the page is not in the navigation: rendering one changes no other object.
What a part can look at are names of its context (`contexts` notes them, through all templates that include or import each other),
attributes of the page (its class notes them meanwhile) and what the filters for addresses make of the page's address. A name's value counts as the
same if it is an equal text, number or the like; if both are the page; if both are undefined; if both are a module imported from the same
template that itself looked at the same; or if it is the very same object.

Steps aside, so that pages are rendered in the plain way: for pages in the navigation and hand-written ones, and altogether if somebody
has added filters, tests, functions or extensions to the templates' environment, which could look elsewhere.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, cast

import jinja2
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.environment import TemplateModule, create_cache
from jinja2.ext import InternationalizationExtension
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Undefined
from jinja2.tests import TESTS
from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import script_tag_filter, url_filter

from sourcebook.site.contexts import TRANSLATIONS, AllNames, Body, Given, NotingContext

PLAIN = frozenset({str, Markup, int, float, bool, type(None)})
"""Types whose equal values are the same to a template."""
TRIES = 24
"""Texts of a part that are kept, and how often it may differ from all of them before it is given up."""


class _Never:
    """Stands for what is another on each page."""


NEVER = _Never()
ABSENT = _Never()
THE_PAGE = _Never()
UNDEFINED = _Never()


@dataclass(frozen=True, slots=True)
class _Imported:
    """A module made from a template for one page: what that looked at."""

    template: jinja2.Template
    names: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A part's text, and all that it depends on.

    Attributes:
        names: names of its context, with what stood for them.
        seen: attributes of the page, and (filter, value), with what came of them.
    """

    names: tuple[tuple[str, Any], ...]
    seen: Mapping[Any, Any]
    text: str


@dataclass(slots=True)
class _Part:
    """A block or an included template.

    Attributes:
        texts: the last that served comes first.
        credit: how often it may still be rendered anew.
    """

    texts: list[_Text] = field(default_factory=list)
    credit: int = TRIES


class _Template(jinja2.Template):
    """A template whose blocks are parts, and which is one itself where it is included."""

    frames: "Frames"
    body: Body

    @classmethod
    def _from_namespace(cls, *args: Any, **more: Any) -> "_Template":
        made: Any = super()._from_namespace(*args, **more)
        body, part = made.root_render_func, cls.frames.part
        made.body = body
        made.root_render_func = lambda context: part(context) if type(context) is Given else body(context)
        made.blocks = {name: _Block(cls.frames, block) for name, block in made.blocks.items()}
        return cast("_Template", made)

    def new_context(self, vars: Any = None, shared: bool = False, locals: Any = None) -> Any:  # noqa: A002, FBT001, FBT002
        """What the template is rendered with."""
        if type(vars) is AllNames:
            return Given(vars.owner, locals or {}, self.body, self)
        return super().new_context(vars, shared, locals)

    def make_module(self, vars: Any = None, shared: bool = False, locals: Any = None) -> TemplateModule:  # noqa: A002, FBT001, FBT002
        """The template's macros and variables."""
        context = self.new_context(vars, shared, locals)
        if type(context) is Given:
            context = context.context()
        with self.frames.noting() as seen:
            module = TemplateModule(self, context)
        module.__dict__["_made"] = (self, context, seen)
        return module


def frames(env: jinja2.Environment, kind: type[Page]) -> "Frames | None":
    """What renders the pages of a class with an environment; None if that is not as MkDocs made it."""
    known = (
        (env.filters, {**FILTERS, "url": url_filter, "script_tag": script_tag_filter}),
        (env.tests, TESTS),
        ({name: value for name, value in env.globals.items() if name not in TRANSLATIONS}, DEFAULT_NAMESPACE),
    )
    as_made = (
        type(env) is jinja2.Environment
        and env.context_class is Context
        and env.template_class is jinja2.Template
        and env.undefined is Undefined
        and env.finalize is None
        and all(type(each) is InternationalizationExtension for each in env.extensions.values())
        and all(found == wanted for found, wanted in known)
    )
    return Frames(env, kind) if as_made else None


class Frames:
    """Renders pages that the navigation does not hold."""

    def __init__(self, env: jinja2.Environment, kind: type[Page]) -> None:
        self._kind = kind
        self._watched = self._watching(kind)
        self._parts: dict[Body, _Part] = {}
        self._page: Page | None = None
        self._folder = ""
        self._addresses: dict[tuple[Callable[..., str], str], str] = {}
        self._seen: dict[Any, Any] | None = None
        self._open = 0
        env.context_class = NotingContext
        env.template_class = type("Template", (_Template,), {"frames": self})
        for name, made in (("url", url_filter), ("script_tag", script_tag_filter)):
            env.filters[name] = self._of_address(made)
        env.filters["random"] = self._unsettled(env.filters["random"])
        env.globals["lipsum"] = self._unsettled(cast("Callable[..., Any]", env.globals["lipsum"]))
        env.cache = create_cache(-1)

    def render(self, template: jinja2.Template, page: Page, context: Mapping[str, Any]) -> str:
        """The page's HTML, as the template renders it."""
        self._page, self._seen, self._open = page, {}, 0
        folder, _, name = page.url.rpartition("/")
        if "." not in name:
            folder = page.url
        if folder != self._folder:
            self._folder, self._addresses = folder, {}
        page.__class__ = self._watched
        try:
            return template.render(context)
        finally:
            page.__class__ = self._kind
            self._page = self._seen = None

    def forget(self) -> None:
        """Takes note that other objects than pages have changed."""
        self._parts.clear()

    def _watching(self, kind: type[Page]) -> type[Page]:
        """A page's class that notes which attributes are looked at."""
        frames = self

        def look(page: Page, name: str) -> Any:
            seen = frames._seen
            if seen is None or name == "__class__":
                return object.__getattribute__(page, name)
            frames._seen = None  # how a property comes to its value is its own affair
            try:
                value = object.__getattribute__(page, name)
            except AttributeError:
                seen[name] = ABSENT
                raise
            finally:
                frames._seen = seen
            seen[name] = value if type(value) in PLAIN else NEVER
            return value

        def equal(page: Page, other: object) -> bool:
            # To itself only: no other object is of its file. Nothing is noted, since this is so on each page.
            return page is other

        return type(kind.__name__, (kind,), {"__getattribute__": look, "__eq__": equal, "__hash__": None})

    def _of_address(self, made: Callable[..., str]) -> Callable[..., str]:
        """A filter whose result follows from the page's address, which is noted instead of the address."""

        @wraps(made)
        def of_address(context: Context, value: Any) -> str:
            seen = self._seen
            if seen is None or type(value) is not str or context["page"] is not self._page:
                return made(context, value)
            result = seen[made, value] = self._addressed(made, value)
            return result

        return of_address

    def _addressed(self, made: Callable[..., str], value: str) -> str:
        # MkDocs writes addresses relative to a page's folder, so that they are the same for all pages in it.
        found = self._addresses.get((made, value))
        if found is None:
            seen, self._seen = self._seen, None
            found = self._addresses[made, value] = made({"page": self._page, "base_url": ""}, value)
            self._seen = seen
        return found

    def _unsettled(self, made: Callable[..., Any]) -> Callable[..., Any]:
        """A function that gives another result each time."""

        @wraps(made)
        def unsettled(*args: Any, **more: Any) -> Any:
            if self._seen is not None:
                self._seen[made] = NEVER
            return made(*args, **more)

        return unsettled

    def part(self, given: Given) -> Iterator[str]:
        """What a part makes of what it is given."""
        part = self._parts.get(given.body)
        if part is None:
            part = self._parts[given.body] = _Part()
        if self._seen is None or not part.credit:
            return given.body(given.context())
        return self._text(part, given, self._seen)

    def block(self, body: Body, context: NotingContext) -> Iterator[str]:
        """What a block makes of the context of its template."""
        part = self._parts.get(body)
        if part is None:
            part = self._parts[body] = _Part()
        if self._seen is None or not part.credit:
            return body(context)
        return self._text(part, Given(context, {}, body), self._seen)

    def _text(self, part: _Part, given: Given, outer: dict[Any, Any]) -> Iterator[str]:
        for number, text in enumerate(part.texts):
            if self._serves(text, given):
                if number:
                    part.texts.insert(0, part.texts.pop(number))
                part.credit = TRIES
                if self._open:
                    outer.update(text.seen)
                    self._note(text.names, given)
                yield text.text
                return
        context = given.context()
        with self.noting() as seen:
            written = "".join(given.body(context))
        # A block that writes nothing is rendered in less time than it takes to look at what it depends on.
        part.credit = part.credit - 1 if given.template or written.strip() else 0
        names = self._wanted(context.reads, seen)
        if NEVER not in seen.values():
            part.texts[TRIES - 1 :] = []
            part.texts.insert(0, _Text(names, seen, written))
        yield written

    @contextmanager
    def noting(self) -> Iterator[dict[Any, Any]]:
        """What is seen of the page meanwhile, which those around see as well."""
        outer = self._seen
        seen: dict[Any, Any] = {}
        self._seen = seen if outer is not None else None
        self._open += 1
        try:
            yield seen
        finally:
            self._seen = outer
            self._open -= 1
            if outer is not None:
                outer.update(seen)

    def _wanted(self, reads: Mapping[str, Any], seen: dict[Any, Any]) -> tuple[tuple[str, Any], ...]:
        return tuple((name, self._value(value, seen)) for name, value in reads.items())

    def _value(self, value: Any, seen: dict[Any, Any]) -> Any:
        if value is self._page:
            return THE_PAGE
        if type(value) is Undefined:
            return UNDEFINED
        if type(value) is TemplateModule:
            template, context, looked = value.__dict__["_made"]
            if context.owner is not None:
                seen.update(looked)
                return _Imported(template, self._wanted(context.reads, seen))
        return value

    def _serves(self, text: _Text, given: Given) -> bool:
        if not self._alike(text.names, given):
            return False
        page = cast("Page", self._page)
        outer, self._seen = self._seen, None
        try:
            for key, wanted in text.seen.items():
                found = getattr(page, key, ABSENT) if type(key) is str else self._addressed(*key)
                if found is not wanted and (type(found) is not type(wanted) or found != wanted):
                    return False
        finally:
            self._seen = outer
        return True

    def _alike(self, names: tuple[tuple[str, Any], ...], given: Given | NotingContext) -> bool:
        look = given.look
        for name, wanted in names:
            found = look(name)
            if found is wanted:
                continue
            kind = type(wanted)
            if kind in PLAIN:
                if type(found) is kind and found == wanted:
                    continue
            elif wanted is THE_PAGE:
                if found is self._page:
                    continue
            elif wanted is UNDEFINED:
                if type(found) is Undefined:
                    continue
            elif kind is _Imported and type(found) is TemplateModule:
                template, inner, _ = found.__dict__["_made"]
                if template is wanted.template and self._alike(wanted.names, inner):
                    continue
            return False
        return True

    def _note(self, names: tuple[tuple[str, Any], ...], given: Given | NotingContext) -> None:
        """A part that was not rendered has looked at the same names as when it was."""
        for name, wanted in names:
            given.note(name)
            if type(wanted) is _Imported:
                self._note(wanted.names, given.look(name).__dict__["_made"][1])


class _Block:
    """A block of a template as a part; equal to the block itself, by which Jinja finds what `super()` means."""

    __slots__ = ("body", "frames")

    def __init__(self, frames: Frames, body: Body) -> None:
        self.frames, self.body = frames, body

    def __call__(self, context: NotingContext) -> Iterator[str]:
        return self.frames.block(self.body, context)

    def __eq__(self, other: object) -> bool:
        return other is self or other is self.body

    def __hash__(self) -> int:
        return hash(self.body)
