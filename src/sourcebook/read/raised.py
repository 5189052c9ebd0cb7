"""Small raised letters: the number of a note is no part of the word before it."""

import re

RAISED = "\U000e0001"
"""Stands before and behind raised letters while a text is gathered; no document may hold it."""
_WORDS = re.compile(r"(?:[a-z]{3}|[.,;:!?”\"’)\]])\Z")
_NUMBER = re.compile(rf"(?:(?<=[a-z]{{3}})|(?<=[.,;:!?”\"’)\]])){RAISED}\s*(\d{{1,3}})\s*{RAISED}")


def is_after_words(text: str) -> bool:
    """Whether a raised number behind a text is that of a note: `m2` is an area, and `said.2` is not."""
    return _WORDS.search(text) is not None


def with_numbers_of_notes(text: str) -> str:
    """Text with raised numbers behind a word or a sentence in brackets, and all else that is raised as it is: km2."""
    return _NUMBER.sub(r"[\1]", text).replace(RAISED, "")
