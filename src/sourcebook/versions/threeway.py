"""Two versions of an entity file, and the one that both began from -> one file, fact by fact. Pure; `merging` reads and writes.

What one side changed is taken as it stands there; what both changed is looked at in smaller parts: facts, then citations and
qualifiers. Only where both changed the same thing differently a person must choose. The result is read again and compared with
what was meant; where it is anything else, the text is left to git.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import yaml

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.schema import Schema
from sourcebook.store.articles import plain_or_quoted
from sourcebook.store.writing import canonical_key, in_list
from sourcebook.versions import same
from sourcebook.versions.placing import Placed, emitted, in_order, spaced
from sourcebook.versions.units import (
    Block,
    Clash,
    Said,
    Unit,
    UnmergeableError,
    adopted,
    comments_of,
    document,
    inside,
    moved,
    settled,
    stripped,
)
from sourcebook.versions.wording import clash

SETS = frozenset({"aliases", "mentioned_as", "same_as", "merged", "not_same_as"})
_PROSE = frozenset({"note", "why", "auto", "unsure", "rank"})
_OURS, _THEIRS = 0, 1


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of a merged file, and what a person must decide in it."""

    text: str
    conflicts: tuple[Diagnostic, ...] = ()


def merged(base: str, ours: str, theirs: str, schema: Schema, path: str, *, size: int = 7) -> Merged:
    """An entity file in which the changes of both sides are.

    Args:
        base: the text that both began from; "" if each added the file.
        ours: the text whose layout the result keeps.
        theirs: the other text.
        schema: for the canonical order of facts.
        path: for the places of conflicts.
        size: how many characters a conflict marker has.

    Raises:
        UnmergeableError: If one of the texts is no entity file, or what comes out would not be what was meant.
    """
    if theirs in (base, ours):
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    end = "\r" if "\r\n" in (theirs if ("\r\n" in ours) == ("\r\n" in base) else ours) else ""
    final = (theirs if ours.endswith("\n") == base.endswith("\n") else ours).endswith("\n") or not base
    if end and "\r\n" not in ours:
        ours = ours.replace("\n", "\r\n")
    elif not end:
        ours = ours.replace("\r\n", "\n")
    versions = [document(_ended(each, end)) for each in (base, ours, theirs)]
    for version in versions[1:]:
        if "type" not in {part.key for part in version.parts}:
            msg = "no entity: it has no `type`"
            raise UnmergeableError(msg)
    merging = _Merging(schema, end)
    entries = merging.mapping("document", *versions, what="")
    head, tail = (merging.lines(*(getattr(each, name) for each in versions), shift=0) for name in ("head", "tail"))
    rows = [*head, *emitted(entries), *tail]
    meant = ("{", *map(_saying, entries))
    _verify(rows, meant, base, ours, theirs)
    return _written(rows, path, size, end, final=final)


def _ended(text: str, end: str) -> str:
    return text if text.endswith("\n") or not text else f"{text}{end}\n"


def _verify(rows: Sequence[str | Clash], meant: Said, base: str, ours: str, theirs: str) -> None:
    """Raises: UnmergeableError: If the rows do not say what was meant, or a new comment of either side is not there."""
    clashes = any(isinstance(row, Clash) for row in rows)
    found = comments_of("")
    for side in (_OURS, _THEIRS) if clashes else (_OURS,):
        text = "".join(f"{row}\n" for each in rows for row in (([each.ours, each.theirs][side]) if isinstance(each, Clash) else (each,)))
        said = ("{", *sorted((part.said for part in document(text).parts), key=lambda one: str(one[0])))
        if said != settled(meant, side):
            msg = "the two sides could not be put together"
            raise UnmergeableError(msg)
        found |= comments_of(text)
    before = comments_of(base)
    if any(each not in found for text in (ours, theirs) for each in comments_of(text) if each not in before):
        msg = "a comment would be lost"
        raise UnmergeableError(msg)


def _written(rows: Sequence[str | Clash], path: str, size: int, end: str, *, final: bool) -> Merged:
    out: list[str] = []
    conflicts = []
    for row in rows:
        if isinstance(row, str):
            out.append(row)
            continue
        conflicts += [
            Diagnostic(code="merge-conflict", message=message, place=Place(path, len(out) + 1, 1, size + 5), help=hint)
            for message, hint in row.reasons
        ]
        out += [f"{'<' * size} ours{end}", *row.ours, f"{'=' * size}{end}", *row.theirs, f"{'>' * size} theirs{end}"]
    text = "".join(f"{row}\n" for row in out)
    return Merged(text if final else text.removesuffix("\n").removesuffix("\r"), tuple(conflicts))


def _saying(outcome: Unit | Clash) -> Said:
    return outcome if isinstance(outcome, Clash) else outcome.said


def _layout(unit: Unit) -> tuple[str, ...]:
    return tuple(row.rstrip() for row in unit.rows if isinstance(row, str))


def _dashed(row: str | Clash, prefix: str) -> str | Clash:
    """The first row of an item's mapping, or both versions of it, with the dash put back."""
    if isinstance(row, str):
        return prefix + row[len(prefix) :]
    ours, theirs = ((prefix + each[0][len(prefix) :], *each[1:]) for each in (row.ours, row.theirs))
    return replace(row, ours=ours, theirs=theirs)


class _Merging:
    """What all levels of a merge share: the schema, and how rows end."""

    def __init__(self, schema: Schema, end: str) -> None:
        self.schema = schema
        self.end = end

    def mapping(self, level: str, base: Block, ours: Block, theirs: Block, *, what: str) -> list[Unit | Clash]:
        """The entries of a mapping, key by key: in our order, what only they have after what stands above it there."""
        column = ours.parts[0].column
        before, other = ({part.key: part for part in each.parts} for each in (base, theirs))
        out: list[tuple[str, Unit | Clash]] = []
        for part in ours.parts:
            found = self.entry(level, before.get(part.key), part, other.get(part.key), column, what)
            out += [(part.key, found)] if found else []
        own = {part.key for part in ours.parts}
        for number, part in enumerate(theirs.parts):
            found = self.entry(level, before.get(part.key), None, part, column, what) if part.key not in own else None
            if found:
                above = {each.key for each in theirs.parts[:number]}
                at = max((index + 1 for index, (key, _) in enumerate(out) if key in above), default=0)
                out.insert(at, (part.key, found))
        return [each for _, each in out]

    def entry(self, level: str, base: Unit | None, ours: Unit | None, theirs: Unit | None, column: int, what: str) -> Unit | Clash | None:
        """One key of a mapping."""
        key = next(each.key for each in (ours, theirs) if each)
        if level == "fact" and (key == "auto" or (key == "unsure" and base is None)):
            # Accepted on one side is accepted. Of two versions of the loader one is as good as the other, but both sides take the same.
            if ours is None or theirs is None:
                return None
            return ours if str(ours.said) >= str(theirs.said) else adopted(theirs, column, self.end)
        return self.one(level, base, ours, theirs, column, f"`{key}`{f' of {what}' if what else ''}")

    def sequence(self, kind: str, base: Block, ours: Block, theirs: Block, *, what: str) -> list[Placed]:
        """The items of a list: what is the same is merged, whatever its place."""
        column = (ours.parts or theirs.parts)[0].column
        hows: dict[str, same.Likeness[Any]] = {
            "facts": same.facts(self.schema),
            "citations": same.citations(),
            "values": same.values(),
        }
        placed: list[Placed] = []
        for cluster in same.clusters(base.parts, ours.parts, theirs.parts, hows[kind]):
            sides = (cluster.base, cluster.ours, cluster.theirs)
            before, own, other = (
                [block.parts[number] for number in numbers] for block, numbers in zip((base, ours, theirs), sides, strict=True)
            )
            first = (own or other or before)[0]
            found = self.cluster(kind, before, own, other, column, self._called(kind, first, what))
            for number, each in enumerate(found):
                key = self._key(kind, each if isinstance(each, Unit) else first)
                anchors = tuple(numbers[number] if number < len(numbers) else None for numbers in sides)
                placed.append(Placed(each, key, (anchors[0], anchors[1], anchors[2])))
        return in_order(placed, ours, theirs, ("",) if kind == "facts" else (), self.end)

    def cluster(self, kind: str, base: list[Unit], ours: list[Unit], theirs: list[Unit], column: int, what: str) -> Sequence[Unit | Clash]:
        """Blocks that are about the same: mostly one of each version; more, where one was split or some were joined."""
        if max(map(len, (base, ours, theirs))) == 1:
            before, mine, its = ((*each, None)[0] for each in (base, ours, theirs))
            found = self.one(kind, before, mine, its, column, what)
            return [found] if found else []
        was, own, other = (sorted((each.whole for each in units), key=repr) for units in (base, ours, theirs))
        if other in (own, was):
            return ours
        if own == was:
            return [adopted(each, column, self.end) for each in theirs]
        return [clash(what, ours, [adopted(each, column, self.end) for each in theirs], blank=self.end)]

    def one(self, level: str, base: Unit | None, ours: Unit | None, theirs: Unit | None, column: int, what: str) -> Unit | Clash | None:
        """One entry or item; None if it goes."""
        if theirs is None or ours is None:
            kept = ours or (adopted(theirs, column, self.end) if theirs else None)
            if base is None or kept is None:
                return kept
            if kept.whole == base.whole:
                return None
            parts = self.finer(level, base, ours, theirs, what) if level == "document" and kept.key in {"facts", *SETS} else None
            if parts is not None:
                return parts if isinstance(parts, Unit) else None
            return clash(what, [kept] if ours else [], [kept] if theirs else [], was=base)
        theirs = adopted(theirs, column, self.end)
        lead = self.lines(base.lead if base else (), ours.lead, theirs.lead, shift=0)
        if base and ours.body == base.body and (theirs.body != base.body or _layout(ours) == _layout(base)):
            return replace(ours, lead=lead, rows=theirs.rows, said=theirs.said)
        if ours.body == theirs.body or (base and theirs.body == base.body):
            return replace(ours, lead=lead)
        parts = None if self._apart(level, base, ours, theirs) else self.finer(level, base, ours, theirs, what)
        if isinstance(parts, Unit):
            return replace(parts, lead=(*lead, *parts.lead))
        return None if parts == [] else clash(what, [ours], [theirs])

    def finer(self, level: str, base: Unit | None, ours: Unit | None, theirs: Unit | None, what: str) -> Unit | list[Unit] | None:
        """A block that both changed, put together from its parts; [] if nothing is left of it, None if it cannot be.

        A list that one side took away has no parts there.
        """
        frame = next(each for each in (ours, theirs) if each)
        kind = self._kind(level, [each for each in (base, ours, theirs) if each])
        before, own, other = (inside(each) if each else Block() for each in (base, ours, theirs))
        if kind == "values" and (before is None or own is None or other is None):
            return self.relisted(level, base, ours, theirs)
        if not kind or before is None or own is None or other is None:
            return None
        if ours and theirs:
            shift = own.parts[0].column - other.parts[0].column
            opening = self._opening(before if base else own, own, other, shift)
            head, tail = (self.lines(*(getattr(each, name) for each in (before, own, other)), shift=shift) for name in ("head", "tail"))
        else:
            block = own if ours else other
            opening, head, tail = (moved(each, 0, self.end) for each in (block.opening, block.head, block.tail))
        if opening is None:
            return None
        if kind in {"fact", "citation"}:
            found = self.mapping(kind, before, own, other, what=what)
            rows, said = emitted(found), ("{", *map(_saying, found))
        else:
            placed = self.sequence(kind, before, own, other, what=what)
            found = [each.outcome for each in placed]
            rows, said = spaced(placed), (frame.key, ("[", *map(_saying, found)))
        if not found:
            # A fact without citations is none.
            return [] if level == "document" else None
        above: tuple[str, ...] = ()
        if own.prefix:
            first = found[0]
            if isinstance(first, Clash) and any(not side or side[0].lstrip().startswith("#") for side in (first.ours, first.theirs)):
                return None
            if isinstance(first, Unit):
                above, rows = first.lead, rows[len(first.lead) :]
            rows = [_dashed(rows[0], own.prefix), *rows[1:]]
        return replace(frame, lead=above, rows=(*opening, *head, *rows, *tail), said=said)

    def relisted(self, level: str, base: Unit | None, ours: Unit | None, theirs: Unit | None) -> Unit | list[Unit] | None:
        """A key with one value or a list of them in brackets, written anew with the values of both sides."""
        was, own, other = (same.listed(each.said[1]) if each else () for each in (base, ours, theirs))
        values = [each for each in own if each in other or each not in was]
        values += [each for each in other if each not in was and each not in own]
        frame = next(each for each in (ours, theirs) if each)
        node, rows = frame.node, frame.rows
        start, stop = node.start_mark, node.end_mark
        if not values:
            return [] if level == "document" else None
        if ours and theirs and theirs.comments not in (ours.comments, base.comments if base else ()):
            return None
        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            block = inside(frame)
            if block is None:
                return None
            kept = [row for part in block.parts if part.said in values for row in (*part.gap, *part.lead, *part.rows)]
            new = [
                f"{' ' * block.parts[0].column}- {plain_or_quoted(each)}{self.end}"
                for each in values
                if each not in {part.said for part in block.parts}
            ]
            written: tuple[str | Clash, ...] = (*block.opening, *block.head, *kept, *new, *block.tail)
        else:
            if isinstance(node, yaml.SequenceNode) and stop.line != start.line:
                return None
            text = plain_or_quoted(values[0]) if len(values) == 1 else f"[{', '.join(map(in_list, values))}]"
            after = str(rows[stop.line - frame.start])[stop.column :] if stop.line == start.line else self.end
            written = (f"{str(rows[start.line - frame.start])[: start.column]}{text}{after}",)
            if start.line != frame.start:
                return None
        said = values[0] if len(values) == 1 and not (isinstance(node, yaml.SequenceNode) and not node.flow_style) else ("[", *values)
        return replace(frame, lead=(), rows=written, said=(frame.key, said))

    def lines(self, base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], *, shift: int) -> tuple[str, ...]:
        """Comments above or below: what either side added is there, what either removed is not."""
        was, own, other = (stripped(each) for each in (base, ours, theirs))
        if other in (was, own):
            return tuple(ours)
        theirs = moved(theirs, shift, self.end)
        if own == was:
            return theirs
        gone = set(was) - set(other)
        new = set(other) - set(was) - set(own)
        return (*(row for row in ours if row.strip() not in gone), *(row for row in theirs if row.strip() in new))

    def _opening(self, base: Block, ours: Block, theirs: Block, shift: int) -> tuple[str, ...] | None:
        was, own, other = (stripped(each.opening) for each in (base, ours, theirs))
        if other in (was, own):
            return ours.opening
        return moved(theirs.opening, shift, self.end) if own == was else None

    def _kind(self, level: str, units: Sequence[Unit]) -> str:
        """What the parts of an entry or item are."""
        if level in {"facts", "citations"}:
            return {"facts": "fact", "citations": "citation"}[level]
        key = units[0].key
        if level in {"document", "fact"} and key == "cite":
            return "citations"
        if level == "document":
            return "facts" if key == "facts" else "values" if key in SETS else ""
        lists = any(isinstance(each.node, yaml.SequenceNode) for each in units)
        return "values" if level == "fact" and lists and key not in _PROSE else ""

    def _apart(self, level: str, base: Unit | None, ours: Unit, theirs: Unit) -> bool:
        """Whether one side gave a fact another value while the other changed what the old one rests on, or when it was."""
        if level != "facts":
            return False
        own, other = (same.told(each, self.schema) for each in (ours, theirs))
        was = same.told(base, self.schema) if base else None

        def rests(one: same.Told) -> tuple[Mapping[str, Said], tuple[same.Cited, ...]]:
            return (one.qualifiers, one.citations)

        if was is None:
            return own.values != other.values and rests(own) != rests(other)
        return bool((own.values - was.values and rests(other) != rests(was)) or (other.values - was.values and rests(own) != rests(was)))

    def _called(self, kind: str, unit: Unit, what: str) -> str:
        if kind == "facts":
            told = same.told(unit, self.schema)
            return f"the fact `{told.property}: {', '.join(sorted(told.values))[:60]}`"
        return f"{'a citation' if kind == 'citations' else f'`{unit.said}`'} in {what}"

    def _key(self, kind: str, unit: Unit) -> tuple[int, str] | None:
        if kind != "facts":
            return None
        found = settled(unit.said, _OURS)
        said = dict(found[1:]) if isinstance(found, tuple) and found[0] == "{" else {}
        name = same.property_of(tuple(said), self.schema)
        return canonical_key(self.schema, name, next(iter(same.listed(said.get(name, ""))), ""))
