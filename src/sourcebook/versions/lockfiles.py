"""Two versions of a lock file, and the one that both began from -> one. Pure."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sourcebook.store.locks import record_key
from sourcebook.versions.units import UnmergeableError

_Records = dict[tuple[str, ...], str]


def merged_lock(base: str, ours: str, theirs: str) -> str:
    """The proposals that either side knows of, sorted; there is never a conflict.

    A proposal that one side no longer has goes, unless the other changed it. One that a person rejected on either side is rejected.
    What either side calls an entity, it is called.

    Raises:
        UnmergeableError: If a line is no proposal of the loader.
    """
    was, own, other = (_records(each) for each in (base, ours, theirs))
    lines = []
    for key in sorted({*own, *other}):
        before, mine, its = was.get(key), own.get(key), other.get(key)
        found = (mine and its and _called_by_both(mine, its)) or (its if mine == before else mine)
        if found is None and mine != its and _rejected(mine or its):
            found = mine or its
        if found is not None:
            lines.append(_marked(found, [each for each in (mine, its) if each and _rejected(each)]))
    return "".join(f"{line}\n" for line in lines)


def _records(text: str) -> _Records:
    found: _Records = {}
    # Not `splitlines`: a quote may hold a line separator, which JSON leaves as it is.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found[record_key(json.loads(line))] = line.rstrip("\r")
            except (ValueError, TypeError, KeyError, AttributeError):
                msg = f"line {number}: no proposal of the loader"
                raise UnmergeableError(msg) from None
    return found


def _called_by_both(mine: str, its: str) -> str:
    """A record of names with those of both; "" for one of another kind."""
    ours, theirs = _row(mine).get("names"), _row(its).get("names")
    if not ours or not theirs:
        return ""
    both = {key: sorted({*ours.get(key, ()), *theirs.get(key, ())}) for key in ("aliases", "mentioned_as")}
    return json.dumps({"names": {**ours, **{key: each for key, each in both.items() if each}}}, ensure_ascii=False, sort_keys=True)


def _rejected(line: str | None) -> bool:
    return bool(line) and bool(_row(line or "{}").get("rejected"))


def _marked(line: str, rejecting: Sequence[str]) -> str:
    """A record with what those that reject it say, the reason of the first that gives one among it."""
    said = [_row(each) for each in rejecting]
    reason = next((each["reason"] for each in said if each.get("reason")), None)
    more = ({"rejected": True} if said else {}) | ({"reason": reason} if reason else {})
    row = _row(line)
    return (
        line
        if all(row.get(name) == value for name, value in more.items())
        else json.dumps({**row, **more}, ensure_ascii=False, sort_keys=True)
    )


def _row(line: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(line)
    return found
