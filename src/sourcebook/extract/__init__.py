"""Articles -> proposals: mentions, entities, facts and quotations, each with the words it rests on."""

from sourcebook.extract.pipeline import extract, to_json

__all__ = ["extract", "to_json"]
