"""What each code means, from `explain.md`."""

import re
from functools import cache
from importlib import resources


@cache
def pages() -> dict[str, str]:
    """Code -> its page, Markdown."""
    text = resources.files("sourcebook.check").joinpath("explain.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (\S+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], (each.strip() for each in parts[2::2]), strict=True))


def explain(code: str) -> str:
    """The page of a code.

    Raises:
        KeyError: If there is no such code.
    """
    return f"{code}\n\n{pages()[code]}\n"
