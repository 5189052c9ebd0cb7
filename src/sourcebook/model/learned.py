"""What takes long to work out of the texts of a knowledge base."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sourcebook.model.articles import Article
from sourcebook.model.facts import Citation
from sourcebook.model.gists import Gist
from sourcebook.model.mentioning import Mentioned
from sourcebook.model.spans import Span
from sourcebook.text import quote_readings

Stands = tuple[int, tuple[Span, ...]]
"""How often quoted words stand in an article (0, 1, or 2 for more than once), and where first."""
PlainStands = tuple[int, tuple[tuple[int, int], ...]]
"""The same as plain values."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What took long to work out of the texts.

    Attributes:
        quotes: (article, quote) -> where it stands there.
        filed: article -> the same of its quotes as plain values, as far as they are known from before.
        mentions: article -> whom it names; empty if nobody asked for any.
        gists: entity -> what is asked of its facts; empty if nobody asked for any.
    """

    quotes: dict[tuple[str, str], Stands] = field(default_factory=dict)
    filed: Mapping[str, Mapping[str, PlainStands]] = field(default_factory=dict)
    mentions: Mapping[str, Mentioned] = field(default_factory=dict)
    gists: Mapping[str, Gist] = field(default_factory=dict)


def where_it_stands(citation: Citation, articles: Mapping[str, Article]) -> Stands:
    """Where the quoted words stand in their article."""
    article = articles.get(citation.source)
    number, first = quote_readings(citation.quote, article.text) if article and article.text and citation.quote else (0, ())
    return number, tuple(Span(*each) for each in first)
