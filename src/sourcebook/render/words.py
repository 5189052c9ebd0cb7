"""How values, dates, counts, stances and speakers are put into words."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sourcebook.diagnostics import Place
from sourcebook.model.articles import Article
from sourcebook.model.dates import Date
from sourcebook.model.facts import UNKNOWN_SPEAKER, Citation, Fact, Rank, Stance, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Coordinates, Quantity, Reference, Special, Url, Value
from sourcebook.render.interface import date_text, say
from sourcebook.render.markup import isolated, link, outside, plain
from sourcebook.render.pages import HOME, article_uri, entity_uri, part_uri

STANCES = {
    Stance.FACT: "stated as fact",
    Stance.CLAIM: "stated as a claim",
    Stance.OPINION: "stated as an opinion",
    Stance.PLAN: "stated as a plan or intention",
    Stance.DENIAL: "denied",
}
BOUNDS = {"at-least": "at least {times}", "at-most": "at most {times}", "about": "about {times}"}
ALSO_DENIED = "also denied"
"""Of what one source denies and another states as a fact."""
OVER = ("former", "ended")
"""The statuses that say that a fact holds no longer."""
_AS_FACT = {Stance.FACT}
SPECIALS = {Special.UNKNOWN: "exists, but which one is not known", Special.NONE: "none"}


def date_words(kb: KnowledgeBase, date: Date) -> str:
    """A date in its true precision, as HTML."""
    known = _dates(kb)
    found = known.get(date.text)
    if found is None:
        found = known[date.text] = _date_words(kb, date)
    return found


@lru_cache(maxsize=2)
def _dates(_: KnowledgeBase) -> dict[str, str]:
    """The dates of a knowledge base that were asked for, by how they are written."""
    return {}


def _date_words(kb: KnowledgeBase, date: Date) -> str:
    # By the other one, tables sort what `datetime` cannot say.
    first = date.latest if date.earliest[0] == 0 else date.earliest
    attribute = f' datetime="{date.iso}"' if date.iso else f' data-first="{"-".join(f"{each:02}" for each in first)}"'
    return f"<time{attribute}>{plain(date_text(kb, date))}</time>"


def label_words(kb: KnowledgeBase, label: str) -> str:
    """A label of the schema in the language of the site, as HTML."""
    return say(kb, label) if _is_text(label) else plain(label)


@lru_cache(maxsize=1024)
def _is_text(label: str) -> bool:
    return label.isascii() and not set('{}<>&"[]`*_|') & set(label)


def heading_words(kb: KnowledgeBase, label: str) -> str:
    """The same with a capital letter."""
    return label_words(kb, label[:1].upper() + label[1:]) if kb.settings.language == "en" else label_words(kb, label)


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
            return f"<em>{say(kb, SPECIALS[value])}</em>"
        case Reference():
            return entity_link(kb, value.text, base)
        case Date():
            return date_words(kb, value)
        case Coordinates():
            return f'<bdi dir="ltr">{coordinate_words(value)}</bdi>'
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
    if not fact.qualifiers:
        return ""
    parts = []
    for name, qualifier in kb.schema.qualifiers.items():
        values = fact.qualifiers.get(name, ())
        if not values or name in without or name == "bound":
            continue
        # They stand in brackets; those of an uncertain date would be brackets in brackets.
        shown = ", ".join(
            date_words(kb, value).replace(f" {plain('(')}", ", ").replace(plain(")"), "")
            if isinstance(value, Date)
            else label_words(kb, value_text(value))
            if name == "status"
            else value_words(kb, value, base)
            for value in values
        )
        if name == "count":
            bound = BOUNDS.get(str(getattr(fact.qualifier("bound"), "text", "")), "{times}")
            times = say(kb, "{n} times", n=shown) if getattr(values[0], "text", "") != "1" else say(kb, "once")
            parts.append(say(kb, bound, times=times))
        elif name == "when" or name in {"note", "kind", "status"}:
            parts.append(shown)
        else:
            parts.append(f"{label_words(kb, qualifier.label)} {shown}")
    return "; ".join(parts)


def unreviewed_mark(kb: KnowledgeBase, fact: Fact) -> str:
    """That nobody has reviewed a fact, for lists in which it stands among others; "" if somebody has."""
    return _mark(say(kb, "not yet reviewed")) if fact.auto else ""


def doubts(fact: Fact) -> list[str]:
    """What has to be said of a fact wherever its words are out of sight: that sources do not state it as one, that it is over, or that editors do not hold it."""
    stances = {each.stance for each in fact.citations}
    over = _over(fact) if "status" in fact.qualifiers else []
    if stances == _AS_FACT and fact.rank is not Rank.DEPRECATED:
        return over
    # What one source states and another merely claims is stated; but a denial counts.
    stated = Stance.FACT in stances
    told = [ALSO_DENIED] if stated and Stance.DENIAL in stances else []
    return [
        *(told if stated else (words for stance, words in STANCES.items() if stance in stances)),
        *over,
        *(["deprecated"] if fact.rank is Rank.DEPRECATED else []),
    ]


def together(facts: Sequence[Fact]) -> Fact:
    """Facts that say the same as one that rests on the words of all: the first, if there is no other."""
    return facts[0] if len(facts) == 1 else replace(facts[0], citations=tuple(one for each in facts for one in each.citations))


def _over(fact: Fact) -> list[str]:
    return [each for value in fact.qualifiers["status"] if (each := value_text(value)) in OVER]


def doubt_marks(kb: KnowledgeBase, fact: Fact) -> str:
    """The same as HTML; "" of what is stated as a fact."""
    return "".join(_mark(say(kb, each)) for each in doubts(fact))


def _mark(words: str) -> str:
    return f' <span class="sb-mark">{words}</span>'


def source_line(kb: KnowledgeBase, place: Place) -> str:
    """The line of YAML that says so, as a link where the repository is known."""
    return _line_link(kb, place, f"<code>{plain(place.path)}&#58;{place.line}</code>")


def short_source_line(kb: KnowledgeBase, place: Place) -> str:
    """The same, called by the file's name alone."""
    return _line_link(kb, place, f"<code>{plain(place.path.rpartition('/')[2])}&#58;{place.line}</code>")


def line_in_its_file(kb: KnowledgeBase, place: Place) -> str:
    """The same where it is plain which file is meant."""
    return _line_link(kb, place, say(kb, "line {n}", n=place.line))


def _line_link(kb: KnowledgeBase, place: Place, shown: str) -> str:
    return outside(shown, f"{kb.settings.address('blob', place.path)}#L{place.line}") if kb.settings.repository else shown


def speaker_words(kb: KnowledgeBase, citation: Citation, base: str) -> str:
    """Who says it, as HTML: the author, somebody quoted, or nobody that the text names."""
    article = kb.articles.get(citation.source)
    author = author_words(kb, article, base) if article else plain(citation.source)
    if not citation.by:
        return author
    if citation.by == UNKNOWN_SPEAKER:
        return say(kb, "a speaker whom the text does not name, quoted by {author}", author=author)
    return say(kb, "{speaker}, quoted by {author}", speaker=entity_link(kb, citation.by, base), author=author)


def author_words(kb: KnowledgeBase, article: Article, base: str) -> str:
    """The author of an article, else its publisher, else its name."""
    if article.author:
        return entity_link(kb, article.author, base) if kb.resolve(article.author) else isolated(article.author)
    return isolated(article.publisher or article.name)


def attribution(kb: KnowledgeBase, citation: Citation, base: str) -> str:
    """One citation in words: who says it, in what kind of text of which day, and how it is put."""
    article = kb.articles.get(citation.source)
    genre = f" ({label_words(kb, article.genre)})" if article else ""
    day = f", {date_words(kb, article.issued)}" if article and article.issued else ""
    return f"{speaker_words(kb, citation, base)}{genre}{day}: {say(kb, STANCES[citation.stance])}"


def crumbs(base: str, above: tuple[str, str] | None, kb: KnowledgeBase) -> str:
    """Where a page stands: home, and the page above it (its label and uri); an HTML block."""
    steps = [link(say(kb, "Home"), HOME, base)]
    if above:
        steps.append(link(label_words(kb, above[0]), above[1], base))
    label = say(kb, "Where this page stands")
    return f'<nav class="sb-crumbs" aria-label="{label}" data-search-exclude>{" › ".join(steps)}</nav>\n\n'


def pager(kb: KnowledgeBase, uri: str, part: int, parts: int, inside: str = "", *, again: bool = False) -> str:
    """The way to the other pages of a long page, as an HTML block; "" if there is one only.

    Args:
        kb: of the site.
        uri: of the first page.
        part: the number of this page, from 1.
        parts: how many there are.
        inside: HTML that goes into the block.
        again: whether the page has one above already; it is no second landmark of the same name then.
    """
    if parts < 2:
        return ""
    base = part_uri(uri, part)
    near = sorted({1, parts, *(each for each in range(part - 3, part + 4) if 1 <= each <= parts)})
    links = []
    for before, each in zip([0, *near], near, strict=False):
        gap = "… " if each - before > 1 else ""
        links.append(gap + (f'<strong aria-current="page">{each}</strong>' if each == part else link(f"{each}", part_uri(uri, each), base)))
    label = say(kb, "Page {n} of {m}", n=part, m=parts)
    tag, named = ("div", "") if again else ("nav", f' aria-label="{label}"')
    return f'<{tag} class="sb-pages"{named} data-search-exclude>{label}: {" ".join(links)}{inside}</{tag}>\n\n'
