"""Two versions of a knowledge base -> what was added, changed, accepted, disputed and removed. Pure."""

from sourcebook.compare.versions import compare
from sourcebook.compare.words import ids_in

__all__ = ["compare", "ids_in"]
