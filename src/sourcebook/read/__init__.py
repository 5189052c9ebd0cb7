"""Foreign documents -> articles: the text as it is, and what the document says of itself.

A reader is a function `(path) -> Article | None`; None means "not my format".
Others add theirs as entry points of the group `sourcebook.readers`.
"""

from sourcebook.read.documents import endings, read, read_with_origins
from sourcebook.read.errors import NotReadableError

__all__ = ["NotReadableError", "endings", "read", "read_with_origins"]
