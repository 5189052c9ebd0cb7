"""Names that are known, and those that only the words beside them or the tagger show."""
