"""What is said of a conflict: what both sides have, and what to do."""

from collections.abc import Sequence

from sourcebook.versions.units import Clash, Said, Unit

_MEND = (
    "Between the lines <<<<<<< and ======= stands what ours has, between ======= and >>>>>>> what theirs has: "
    "keep what is right, and remove these three lines."
)
_SHOWN = 90


def clash(what: str, ours: Sequence[Unit], theirs: Sequence[Unit], *, was: Unit | None = None, blank: str = "") -> Clash:
    """Blocks of which a person must choose; no blocks where a side removed them.

    Args:
        what: how to call them, such as "`summary`".
        ours: our blocks.
        theirs: theirs, as they are to stand in our file.
        was: what a block that one side removed was before the other changed it.
        blank: the row to put between several of them.
    """
    said = (tuple(each.said for each in ours), tuple(each.said for each in theirs))
    if ours and theirs:
        one, other = _differing(*said) if len(ours) != 1 or len(theirs) != 1 else _differing(ours[0].said, theirs[0].said)
        message = f"Both sides changed {what}: ours has {one}, theirs has {other}"
        if said[0] == said[1]:
            message = f"Both sides changed the comments in {what}"
    else:
        removed, changed = ("Theirs", "ours") if ours else ("Ours", "theirs")
        before, after = _differing(was.said, (*said[0], *said[1])[0]) if was else ("", "")
        message = f"{removed} removed {what}, and {changed} changed {f'{before} to {after}' if before != after else 'the comments of it'}"
    return Clash(_rows(ours, blank), _rows(theirs, blank), said, ((message, _MEND),))


def _rows(units: Sequence[Unit], blank: str) -> tuple[str, ...]:
    rows: list[str] = []
    for number, each in enumerate(units):
        rows += [blank] if number else []
        rows += [*each.lead, *(row for row in each.rows if isinstance(row, str))]
    return tuple(rows)


def _differing(one: Said, other: Said) -> tuple[str, str]:
    """What each of two blocks says that the other does not."""
    if isinstance(one, tuple) and isinstance(other, tuple) and one[:1] == other[:1]:
        ours, theirs = ([each for each in a[1:] if each not in b] for a, b in ((one, other), (other, one)))
        if one[0] in {"{", "["} and len(ours) == len(theirs) == 1:
            return _differing(ours[0], theirs[0])
        if one[0] in {"{", "["}:
            return _brief(tuple(ours)), _brief(tuple(theirs))
        if len(one) == len(other) == 2:
            return _differing(one[1], other[1])
    return _brief(one), _brief(other)


def _brief(said: Said) -> str:
    """What a block says, in a few words."""
    words = _words(said)
    return (words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…") or "nothing of it"


def _words(said: Said) -> str:
    if not isinstance(said, tuple):
        return f"“{said}”"
    if len(said) == 2 and isinstance(said[0], str) and said[0] not in {"{", "["}:
        return f"{said[0]}: {_words(said[1])}"
    return ", ".join(map(_words, said[1:] if said[:1] in {("{",), ("[",)} else said))
