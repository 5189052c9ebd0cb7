"""How values, dates, counts, stances and speakers are put into words."""

from sourcebook.model.articles import Article
from sourcebook.model.dates import Date
from sourcebook.model.facts import UNKNOWN_SPEAKER, Citation, Fact, Stance
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Coordinates, Quantity, Reference, Special, Url, Value
from sourcebook.render.markup import isolated, link, outside, plain
from sourcebook.render.pages import article_uri, entity_uri

STANCES = {
    Stance.FACT: "stated as fact",
    Stance.CLAIM: "stated as a claim",
    Stance.OPINION: "stated as an opinion",
    Stance.PLAN: "stated as a plan or intention",
    Stance.DENIAL: "denied",
}
BOUNDS = {"at-least": "at least ", "at-most": "at most ", "about": "about "}
SPECIALS = {Special.UNKNOWN: "exists, but which one is not known", Special.NONE: "none"}


def count_of(number: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> count_of(1, "fact"), count_of(2, "entity", "entities")
    ('1 fact', '2 entities')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def date_words(date: Date) -> str:
    """A date in its true precision, as HTML."""
    attribute = f' datetime="{date.iso}"' if date.iso else ""
    return f"<time{attribute}>{plain(date.words)}</time>"


def entity_link(kb: KnowledgeBase, entity_id: str, base: str, *, words: str = "") -> str:
    """A link to an entity by its name (or other words), or its id where it does not exist."""
    entity = kb.resolve(entity_id)
    if entity is None:
        return isolated(words or entity_id)
    return link(isolated(words or entity.name), entity_uri(kb, entity), base, kind=f"sb-link sb-{entity.type}")


def article_link(article: Article, base: str, *, anchor: str = "") -> str:
    """A link to an article by its title or first words."""
    return link(isolated(article.name), article_uri(article), base, anchor=anchor)


def value_words(kb: KnowledgeBase, value: Value, base: str) -> str:
    """A value as HTML."""
    match value:
        case Special():
            return f"<em>{SPECIALS[value]}</em>"
        case Reference():
            return entity_link(kb, value.text, base)
        case Date():
            return date_words(value)
        case Coordinates():
            return coordinate_words(value)
        case Url():
            return outside(plain(value.text), value.text)
        case Quantity():
            return f"{value.number:,g} {plain(value.unit)}".strip()
        case _:
            return isolated(value.text)


def coordinate_words(value: Coordinates) -> str:
    """Degrees with the hemisphere.

    >>> coordinate_words(Coordinates("55.75, -3", 55.75, -3.0))
    '55.75° N, 3° W'
    """
    north = f"{abs(value.latitude):g}° {'N' if value.latitude >= 0 else 'S'}"
    east = f"{abs(value.longitude):g}° {'E' if value.longitude >= 0 else 'W'}"
    return f"{north}, {east}"


def qualifier_words(kb: KnowledgeBase, fact: Fact, base: str, *, without: frozenset[str] = frozenset()) -> str:
    """The qualifiers of a fact, in the schema's order, as HTML; "" if there are none."""
    parts = []
    for name, qualifier in kb.schema.qualifiers.items():
        values = fact.qualifiers.get(name, ())
        if not values or name in without or name == "bound":
            continue
        shown = ", ".join(value_words(kb, value, base) for value in values)
        if name == "count":
            bound = BOUNDS.get(str(getattr(fact.qualifier("bound"), "text", "")), "")
            parts.append(f"{bound}{shown} times" if shown != "1" else f"{bound}once")
        elif name == "when" or name in {"note", "kind", "status"}:
            parts.append(shown)
        else:
            parts.append(f"{plain(qualifier.label)} {shown}")
    return "; ".join(parts)


def speaker_words(kb: KnowledgeBase, citation: Citation, base: str) -> str:
    """Who says it, as HTML: the author, somebody quoted, or nobody that the text names."""
    article = kb.articles.get(citation.source)
    author = author_words(kb, article, base) if article else plain(citation.source)
    if not citation.by:
        return author
    if citation.by == UNKNOWN_SPEAKER:
        return f"a speaker whom the text does not name, quoted by {author}"
    return f"{entity_link(kb, citation.by, base)}, quoted by {author}"


def author_words(kb: KnowledgeBase, article: Article, base: str) -> str:
    """The author of an article, else its publisher, else its name."""
    if article.author:
        return entity_link(kb, article.author, base) if kb.resolve(article.author) else isolated(article.author)
    return isolated(article.publisher or article.name)


def attribution(kb: KnowledgeBase, citation: Citation, base: str) -> str:
    """One citation in words: who says it, in what kind of text, and how it is put."""
    article = kb.articles.get(citation.source)
    genre = f" ({plain(article.genre)})" if article else ""
    return f"{speaker_words(kb, citation, base)}{genre}: {STANCES[citation.stance]}"
