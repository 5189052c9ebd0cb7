"""Facts as evidence: what is said, and right beneath it the words, who says them, and how."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from sourcebook.model.facts import Citation, Entity, Fact, Rank, Stance, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.quality import disputed
from sourcebook.model.values import Kind
from sourcebook.render.interface import say
from sourcebook.render.markup import attribute, beginning, isolated, link, page_url, plain, quotation, quote_block, relative, text_fragment
from sourcebook.render.pages import HUBS, ROWS, article_uri, entity_uri, part_of, part_uri, sentence_uri
from sourcebook.render.words import (
    ALSO_DENIED,
    STANCES,
    article_link,
    attribution,
    doubt_marks,
    doubts,
    entity_link,
    heading_words,
    label_words,
    line_in_its_file,
    qualifier_words,
    together,
    unreviewed_mark,
    value_words,
)

RANKS = {
    Rank.PREFERRED: "Editors: preferred, because {why}",
    Rank.DEPRECATED: "Editors: held to be wrong or outdated, because {why}",
}
SAID = 80
"""Code points of a quotation that lists of facts show."""
Row = tuple[str, Fact, str]
"""Heading, fact, and the value as HTML."""
Cited = tuple[object, ...]
"""What tells citations apart: where, in which words, by whom, and how."""


def facts(kb: KnowledgeBase, entity: Entity, base: str, part: int) -> str:
    """The entity's own facts and the inverses of others', a section for each property; Markdown."""
    rows = [
        (label, fact, value_words(kb, fact.value, base) if fact.subject == entity.id else entity_link(kb, fact.subject, base))
        for label, fact in part_of(fact_rows(kb, entity), part)
    ]
    sections = [_section(kb, label, list(each), base, entity) for label, each in groupby(rows, key=lambda one: one[0])]
    return f"## {say(kb, 'What the sources say')}\n\n" + "".join(sections) if sections else ""


def fact_rows(kb: KnowledgeBase, entity: Entity) -> Sequence[tuple[str, Fact]]:
    """(heading, fact) of the entity's own facts and the inverses of others', in the order of its page."""
    return _fact_rows(kb, entity.id)


@lru_cache(maxsize=HUBS)
def _fact_rows(kb: KnowledgeBase, entity_id: str) -> Sequence[tuple[str, Fact]]:
    own = [(kb.schema.properties[each.property].label, each) for each in kb.facts_about(entity_id)]
    seen = {fact.property for _, fact in own}
    incoming = []
    for fact in kb.facts_naming(entity_id):
        each = kb.schema.properties[fact.property]
        incoming.append((kb.schema.inverse_label(each, kb.entities[fact.subject].type), fact))
    incoming.sort(key=lambda one: (kb.schema.properties[one[1].property].order, one[0]))
    # A symmetric property has one heading, whichever of the two pages the fact is written on.
    merged: list[tuple[str, Fact]] = []
    rest: list[tuple[str, Fact]] = []
    for one in incoming:
        (merged if one[1].property in seen and kb.schema.properties[one[1].property].symmetric else rest).append(one)
    order = {name: index for index, name in enumerate(dict.fromkeys(label for label, _ in own))}
    return [*sorted([*own, *merged], key=lambda one: order[one[0]]), *rest]


def later_facts(kb: KnowledgeBase, entity: Entity) -> Mapping[str, int]:
    """The entity's own facts that stand on further pages, with the numbers of these; quickly empty for nearly all."""
    return _later_facts(kb, entity.id) if entity.id in _long(kb) else {}


@lru_cache(maxsize=1)
def _long(kb: KnowledgeBase) -> frozenset[str]:
    """The entities of which some facts may stand on further pages; facts of others stand among them only where they are said of both."""
    others = {name: sum(each.values()) for name, each in kb.said_of_both.items()}
    return frozenset(name for name, gist in kb.gists.items() if gist.shown + others.get(name, 0) > ROWS)


@lru_cache(maxsize=HUBS)
def _later_facts(kb: KnowledgeBase, entity_id: str) -> Mapping[str, int]:
    """Worked out of its own facts alone: of some, thousands of others are on dozens of pages. See `fact_rows`."""
    sections: dict[str, list[Fact]] = {}
    for each in kb.facts_about(entity_id):
        sections.setdefault(kb.schema.properties[each.property].label, []).append(each)
    mutual = kb.said_of_both.get(entity_id, {})
    found: dict[str, int] = {}
    at = 0
    for facts in sections.values():
        for place, fact in enumerate(facts, at):
            found.setdefault(fact.id, place // ROWS + 1)
        at += len(facts) + sum(mutual.get(each, 0) for each in {fact.property for fact in facts})
    return {name: number for name, number in found.items() if number > 1}


def long_pages(kb: KnowledgeBase) -> Mapping[str, Mapping[str, int]]:
    """By entities what `later_facts` gives, where it is not empty."""
    return {each: later for each in sorted(_long(kb)) if (later := later_facts(kb, kb.entities[each]))}


def fact_uri(kb: KnowledgeBase, fact: Fact) -> str:
    """The page on which a fact is written, at `#f-` and its id."""
    subject = kb.entities[fact.subject]
    return part_uri(entity_uri(kb, subject), later_facts(kb, subject).get(fact.id, 1))


def _section(kb: KnowledgeBase, label: str, rows: list[Row], base: str, entity: Entity) -> str:
    """One property; where sources disagree, what each says stands side by side."""
    found = evidence(kb, rows, base, entity)
    if any((fact.subject, fact.id) in disputed(kb) for _, fact, _ in rows):
        note = say(kb, "Sources disagree. What each of them says stands side by side.")
        found = f'<p class="sb-mark">{note}</p><div class="sb-disputed">{found}</div>'
    return f"### {heading_words(kb, label)}\n\n{found}\n\n"


def evidence(kb: KnowledgeBase, rows: Iterable[Row], base: str, entity: Entity | None = None) -> str:
    """Facts as HTML, each once above all words that it rests on; those that rest on the same words stand together above them."""
    told: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        fact = row[1]
        # What several articles say is written down once for each. Somebody may have reviewed some of that only.
        told.setdefault((fact.subject, fact.id, fact.rank, fact.why, bool(fact.auto)), []).append(row)
    groups: dict[tuple[Cited, ...], list[Row]] = {}
    known: dict[Cited, Citation] = {}
    first: dict[str, Fact] = {}
    for same in told.values():
        heading, _, value = same[0]
        fact = together([each for _, each, _ in same])
        words: dict[Cited, Citation] = {}
        for each in fact.citations:
            words.setdefault((each.source, each.quote, each.locator, each.by, each.stance), each)
        groups.setdefault(tuple(words), []).append((heading, fact, value))
        known |= words
        # An address leads to one place, though a fact that is told twice is reviewed once.
        if entity and fact.subject == entity.id:
            first.setdefault(fact.id, fact)
    return "".join(
        f'<div class="sb-evidence"><ul>{"".join(_item(kb, row, base, entity, anchor=first.get(row[1].id) is row[1]) for row in each)}</ul>'
        f"{_words(kb, map(known.__getitem__, cited), base)}</div>"
        for cited, each in groups.items()
    )


def _item(kb: KnowledgeBase, row: Row, base: str, entity: Entity | None, *, anchor: bool) -> str:
    _, fact, value = row
    kind = kb.schema.properties[fact.property].kind
    own = entity is not None and fact.subject == entity.id
    # What somebody said is its own quotation, which stands beneath.
    said = kind is Kind.QUOTE and own and any(each.quote == getattr(fact.value, "text", "") for each in fact.citations)
    shown = f'<span class="sb-value">{say(kb, "in these words") if said else value}</span>'
    qualifiers = qualifier_words(kb, fact, base)
    details = f' <span class="sb-qualifiers">({qualifiers})</span>' if qualifiers else ""
    state = "".join(f' <span class="sb-mark">{words}</span>' for words in _state(kb, fact))
    why = f' <span class="sb-says">{say(kb, RANKS[fact.rank], why=plain(fact.why))}</span>' if fact.rank in RANKS else ""
    old = f' class="sb-fact{" sb-deprecated" if fact.rank is Rank.DEPRECATED else ""}"'
    where = f' id="f-{fact.id}" data-line="{fact.place.line}"' if anchor else ""
    former = "".join(f'<span id="f-{each}"></span>' for each in former_ids(kb, fact)) if anchor else ""
    return f"<li{where}{old}>{former}{permalink(kb, fact, base)} {shown}{details}{state}{why}</li>"


def former_ids(kb: KnowledgeBase, fact: Fact) -> Iterator[str]:
    """The names that the fact had before its value was merged or renamed, so that old links arrive."""
    heir = kb.entities.get(fact.target or "")
    for old in heir.merged if heir else ():
        yield fact.id_with(old)


def fact_address(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    """Where a fact stands: on the page where it is written."""
    uri = fact_uri(kb, fact)
    return f"#f-{fact.id}" if uri == base else f"{relative(page_url(uri), base)}#f-{fact.id}"


def permalink(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    """The link to a fact on the page where it is written."""
    return f'<a class="sb-perma" href="{fact_address(kb, fact, base)}" aria-label="{say(kb, "Link to this fact")}">#</a>'


def first_quote(kb: KnowledgeBase, fact: Fact) -> Citation | None:
    """The first citation whose words are held here."""
    return next((each for each in fact.citations if each.quote and each.source in kb.articles), None)


def words_link(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    """A link to the words that a fact rests on; "" if none are held here."""
    cited = first_quote(kb, fact)
    return quote_link(kb, cited, base, "Show the words") if cited else ""


def _words(kb: KnowledgeBase, citations: Iterable[Citation], base: str) -> str:
    """The citations of a fact, one below the other."""
    return "".join(_citation(kb, each, base) for each in citations)


def _citation(kb: KnowledgeBase, citation: Citation, base: str) -> str:
    article = kb.articles.get(citation.source)
    said = attribution(kb, citation, base)
    if article is None or not citation.quote:
        name = article_link(article, base) if article else plain(citation.source)
        where = f", {plain(citation.locator)}" if citation.locator else ""
        return f'<p class="sb-says">{name}{where}. {said}</p>'
    return (
        f"{quote_block(citation.quote, article.language)}"
        f'<p class="sb-says">{said}. {quote_link(kb, citation, base, "Show in the article", named=True)}</p>'
    )


def _state(kb: KnowledgeBase, fact: Fact) -> Iterator[str]:
    if fact.auto:
        yield f"{say(kb, 'not yet reviewed')}, {line_in_its_file(kb, fact.place)}"
    # How else it is put stands beneath, with who puts it so; but nobody should read a denial for what it denies.
    yield from (say(kb, each) for each in doubts(fact) if each in {STANCES[Stance.DENIAL], ALSO_DENIED, "deprecated"})


def beside(kb: KnowledgeBase, entity: Entity, base: str, part: int) -> str:
    """Facts of others in which this entity is a circumstance: what happened during a visit, who holds an office of a country."""
    found = part_of(kb.facts_beside(entity.id), part)
    if not found:
        return ""
    return f"## {say(kb, 'Connected facts')}\n\n{evidence(kb, [('', each, sentence(kb, each, base)) for each in found], base)}\n\n"


def sentence(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    """A fact as "subject - property - value", linked; of what somebody said, the first words."""
    known = kb.schema.properties[fact.property]
    value = isolated(quotation(beginning(value_text(fact.value), SAID))) if known.kind is Kind.QUOTE else value_words(kb, fact.value, base)
    return f'{entity_link(kb, fact.subject, base)} <span class="sb-property">{label_words(kb, known.label)}</span> {value}'


def marked_sentence(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    """The same, with marks if it is not stated as a fact, if editors hold it to be wrong, if nobody has reviewed it."""
    return sentence(kb, fact, base) + doubt_marks(kb, fact) + unreviewed_mark(kb, fact)


def quote_link(kb: KnowledgeBase, citation: Citation, base: str, words: str, *, named: bool = False) -> str:
    """A link to the sentence that is quoted; browsers that can highlight the very words do. `named`: it says of which article."""
    article = kb.articles[citation.source]
    spans = kb.spans(citation)
    if not spans:
        return link(say(kb, words), article_uri(article), base, kind="sb-show")
    number = article.sentence_at(spans[0].start)
    exact = text_fragment(spans[0].of(article.text or ""))
    title = f' title="{attribute(article.name)}"' if named else ""
    target = relative(page_url(sentence_uri(article, number)), base)
    return f'<a class="sb-show" href="{attribute(target)}#s{number}{attribute(exact)}"{title}>{say(kb, words)}</a>'
