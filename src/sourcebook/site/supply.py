"""What a build is given: the files that can be made, and what else the site needs of the knowledge base."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Part(Protocol):
    """One of several files that are made together; see `render.pages.Part`."""

    @property
    def shows(self) -> str:
        """A digest of all that it shows; "" if it has to be made to know."""

    @property
    def make(self) -> Callable[[], str | bytes]:
        """Gives its content."""


class Text(NamedTuple):
    """Such a file of which nothing more is known."""

    shows: str
    make: Callable[[], str | bytes]


class Planned(Protocol):
    """A file of the site that can be made; see `render.Planned`."""

    @property
    def uri(self) -> str:
        """Relative to the site's folder, with `/`; pages end in `.md`."""

    @property
    def source(self) -> str:
        """The file that people edit to change it, relative to the project, or ""."""

    @property
    def make(self) -> Callable[[], str]:
        """Gives its text."""

    @property
    def shows(self) -> Callable[[], str]:
        """Gives a digest of all that it shows."""

    @property
    def written(self) -> bool:
        """Whether Markdown of a person stands in it as it is."""

    @property
    def several(self) -> Callable[[], Mapping[str, Part]] | None:
        """Gives several files by their places below `uri`, which is then a folder."""


class Plan(Protocol):
    """All files that can be made, each once; see `render.plan`."""

    def __iter__(self) -> Iterator[Planned]: ...

    def __contains__(self, uri: str) -> bool: ...

    def __getitem__(self, uri: str) -> Planned: ...

    @property
    def shown(self) -> Mapping[str, str]:
        """Of files for which it is known at once: digests of all that they show, by their uris."""

    @property
    def rest(self) -> Sequence[Planned]:
        """The others."""


def texts(planned: Planned) -> Iterator[tuple[str, str]]:
    """(uri, text) of each file that is made."""
    if planned.several is None:
        yield planned.uri, planned.make()
    else:
        for name, part in planned.several().items():
            yield planned.uri + name, str(part.make())


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """A knowledge base as far as a builder needs it.

    Attributes:
        planned: what can be made, pages and texts.
        assets: contents by uri.
        nav: the tabs.
        head: gives the tags in the head of a page, of its title, description and address.
        language: of the interface.
        settings: a digest of what every page depends on.
        warnings: what is wrong with the knowledge base, a line each.
        meanwhile: what to do while pages are made.
    """

    planned: Plan
    assets: Mapping[str, bytes]
    nav: Sequence[Mapping[str, str]]
    head: Callable[[str, str, str], str]
    language: str = "en"
    settings: str = ""
    warnings: Sequence[str] = field(default_factory=tuple)
    meanwhile: Sequence[Callable[[], None]] = ()
