"""Extension points: plain entry points, our own parts and those of others alike."""

from importlib import metadata
from typing import Any


def entry_points(group: str) -> tuple[Any, ...]:
    """What installed packages offer for a group, loaded, in the order of their names."""
    return tuple(each.load() for each in sorted(metadata.entry_points(group=group), key=lambda one: one.name))
