"""Which digests of the last time still hold, so that one changed file does not cost a look at all that there is.

Entities and articles are seen as things that name each other. What a page shows of a thing (see `digests`) is made of

* its own file, and the files of those that name it or that it is named in (a fact stands on the pages of all whom it names);
* the faces of all that these files name (their names, dates, titles, as other pages show them); of articles that name it, nothing more.

So a changed file reaches what it names, or named before, and a changed face reaches besides those that name it all that entities among
these name.
Too much may be reached, which costs time; never too little. Ids lead to the thing that they were merged into, then and now.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sourcebook.model.gists import is_article_key


class Shown(NamedTuple):
    """What was worked out of a thing.

    Attributes:
        page: a digest of all that its page shows.
        parts: how many pages it takes.
        own: of an entity, a digest of all that its own facts show.
        told: of an entity, by the keys of all that its facts name, of those that lead elsewhere that of their heir: of each such fact, a
            digest of all that pages of others show of it.
        row: of an entity, a digest of what tables of its type say of it, but how much is known.
        known, edges, where, questions, moments: of an entity, what it adds to pages that look across all; see `overviews`.
    """

    page: str
    parts: int
    own: str = ""
    told: Mapping[str, str] = {}
    row: str = ""
    known: str = ""
    edges: int = 0
    where: str = ""
    questions: tuple[int, ...] = ()
    moments: Mapping[int, str] = {}


class Seen(NamedTuple):
    """What is known of a thing.

    Attributes:
        file: changes whenever its file says something else, or something that others show of it as they show the file.
        face: changes whenever pages that only name it would show something else.
        links: the keys of all that it names: ids as its file has them, and `article_key` of those that it cites.
        shown: what follows from these and from what others are; None if nobody asked.
    """

    file: str
    face: str
    links: tuple[str, ...]
    shown: Shown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What was seen of a knowledge base.

    Attributes:
        settings: a digest of what every page depends on; with another, nothing that was seen holds.
        seen: things by their keys.
        heirs: ids that were merged away, and where to.
    """

    settings: str = ""
    seen: dict[str, Seen] = field(default_factory=dict)
    heirs: Mapping[str, str] = field(default_factory=dict)

    @property
    def plain(self) -> tuple[object, ...]:
        """As plain values."""
        seen = {key: (file, face, links, shown and tuple(shown)) for key, (file, face, links, shown) in self.seen.items()}
        return self.settings, seen, dict(self.heirs)

    @classmethod
    def of(cls, plain: Any) -> "Memory":
        """What was made plain; nothing if that was something else."""
        try:
            settings, rows, heirs = plain
            # Not `Shown(*shown)`: of tens of thousands, that takes thrice as long.
            new = tuple.__new__
            seen = {key: new(Seen, (file, face, links, shown and new(Shown, shown))) for key, (file, face, links, shown) in rows.items()}
            return cls(settings=settings, seen=seen, heirs=heirs)
        except (TypeError, ValueError, AttributeError, IndexError):
            return cls()


NOTHING = Memory()


def reached(before: Memory, now: Memory) -> set[str]:
    """The keys of all whose pages may show something else than before.

    Args:
        before: what was seen.
        now: what is there; `shown` does not count, and what has the same file is the same object as before.
    """
    changed = {key for key, each in now.seen.items() if before.seen.get(key) is not each}
    changed |= before.seen.keys() - now.seen.keys()
    other = before.seen.keys() ^ now.seen.keys()
    other |= {key for key in before.heirs.keys() | now.heirs.keys() if before.heirs.get(key) != now.heirs.get(key)}
    faces = other | {key for key in changed - other if before.seen[key].face != now.seen[key].face}
    faces |= {key for key, heir in now.heirs.items() if heir in faces}
    found = changed | other
    for each in changed:
        for memory in (before, now):
            if each in memory.seen:
                found.update(memory.seen[each].links)
    if faces:
        found |= _naming(faces, now.seen)
    return found | {heir for memory in (before, now) for key, heir in memory.heirs.items() if key in found}


def _naming(faces: set[str], seen: Mapping[str, Seen]) -> set[str]:
    """Those that name any of these, and all that entities among them name."""
    found: set[str] = set()
    for key, each in seen.items():
        if not faces.isdisjoint(each.links):
            found.add(key)
            if not is_article_key(key):
                found.update(each.links)
    return found
