"""Two versions of a knowledge base -> what was added, changed, accepted, disputed and removed. Pure."""

from sourcebook.compare.versions import compare

__all__ = ["compare"]
