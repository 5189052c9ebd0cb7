"""The nearest valid name, for the help line of a finding."""

from collections.abc import Iterable

_NEAR = 0.55


def nearest(word: str, names: Iterable[str]) -> str:
    """The name most like `word`, or "" if none is near.

    >>> nearest("naypyitaw", ["moscow", "naypyidaw"])
    'naypyidaw'
    """
    # Only files with mistakes need it, and it takes longer to import than to read a file.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

    found = process.extractOne(word[:200], list(names), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_NEAR)
    return str(found[0]) if found else ""


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A sentence that names the nearest valid name, or "".

    >>> did_you_mean("visted", ["visited", "met"])
    'Did you mean `visited`?'
    """
    found = nearest(word, names)
    return f"Did you mean `{found}`?" if found else ""
