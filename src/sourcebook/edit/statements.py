"""What a person means to state, in the words of the command line -> the fact, on the entity where it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sourcebook.diagnostics import Place, SourcebookError
from sourcebook.edit.meaning import fact_key
from sourcebook.edit.names import article_named, entity_named
from sourcebook.edit.passages import complaint, likeness
from sourcebook.model.articles import Article
from sourcebook.model.facts import UNKNOWN_SPEAKER, Citation, Entity, Fact, Rank, Stance, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.schema import Property
from sourcebook.model.values import Kind, Reference, Special, Value, parse_value
from sourcebook.suggest import did_you_mean
from sourcebook.text import count_quote, fold_words

_HERE = Place("")
MOST = 5
"""Articles that are searched for words like a quote: those that share most words with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A fact as a person asks for it: entities by id, name or alias; "" for what was not said.

    Attributes:
        qualifiers: name -> values.
    """

    entity: str
    property: str
    value: str
    source: str = ""
    quote: str = ""
    locator: str = ""
    by: str = ""
    stance: Stance | None = None
    rank: Rank = Rank.NORMAL
    why: str = ""
    qualifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The fact that is meant.

    Attributes:
        fact: with the one citation.
        standing: the fact of the knowledge base that says the same, if there is one.
        cited: whether that one cites these very words already.
        remarks: what a person should know about how it was understood.
    """

    fact: Fact
    standing: Fact | None = None
    cited: bool = False
    remarks: tuple[str, ...] = ()


def stated(kb: KnowledgeBase, wish: Wish) -> Statement:
    """The fact that a person asks for.

    Raises:
        SourcebookError: If anything in it is unknown, ambiguous, or not what the schema and the article allow.
    """
    entity = entity_named(kb, wish.entity)
    name = wish.property.strip().replace(" ", "_").replace("-", "_").casefold()
    remarks: list[str] = []
    if name in kb.schema.inverses:
        known = kb.schema.properties[kb.schema.inverses[name]]
        subject = entity_named(kb, wish.value, known.on)
        if kb.schema.inverse_name(known, subject.type) != name:
            msg = f"`{name}` cannot relate {entity.id} ({entity.type}) to {subject.id} ({subject.type}). {_has(kb, entity)}"
            raise SourcebookError(msg)
        value: Value = Reference(entity.id)
        remarks.append(f"`{name}` is the inverse of `{known.name}`: written as `{known.name}: {entity.id}` on {subject.id}")
    else:
        known = _property(kb, entity, name)
        subject, value = entity, _value(kb, known, wish.value)
    _fits(kb, known, subject, value)
    qualifiers = {each: tuple(_qualifier(kb, each, one) for one in values) for each, values in wish.qualifiers.items()}
    if wish.rank is not Rank.NORMAL and not wish.why:
        msg = f"--rank {wish.rank} needs a reason: add --why with one sentence"
        raise SourcebookError(msg)
    if wish.why and wish.rank is Rank.NORMAL:
        msg = "--why says why a fact is preferred or deprecated: add --rank"
        raise SourcebookError(msg)
    fact = Fact(
        subject=subject.id,
        property=known.name,
        value=value,
        qualifiers=qualifiers,
        citations=(_citation(kb, wish),),
        rank=wish.rank,
        why=wish.why,
        place=_HERE,
        block=_HERE,
    )
    return _compared(kb, known, fact, wish.stance, remarks)


def _property(kb: KnowledgeBase, entity: Entity, name: str) -> Property:
    known = kb.schema.properties.get(name)
    if known and kb.schema.is_a(entity.type, known.on):
        return known
    if known:
        msg = f"`{name}` is a property of {' and '.join(known.on)}, and {entity.id} is of type {entity.type}. {_has(kb, entity)}"
        raise SourcebookError(msg)
    if name in kb.schema.qualifiers:
        msg = f"`{name}` is a qualifier of a fact: add it to one with --qualifier {name}=…"
        raise SourcebookError(msg)
    own = [each.name for each in kb.schema.properties_on(entity.type)]
    msg = f"There is no property `{name[:60]}`. {did_you_mean(name, [*own, *kb.schema.inverses]) or _has(kb, entity)}"
    raise SourcebookError(msg)


def _has(kb: KnowledgeBase, entity: Entity) -> str:
    own = [each.name for each in kb.schema.properties_on(entity.type)]
    turned = [
        inverse
        for inverse, canonical in kb.schema.inverses.items()
        if kb.schema.is_a(entity.type, kb.schema.properties[canonical].to) and kb.schema.properties[canonical].to
    ]
    return f"Properties of type {entity.type}: {', '.join(own)}" + (f"; and the other way round: {', '.join(turned)}" if turned else "")


def _value(kb: KnowledgeBase, known: Property, text: str) -> Value:
    words = " ".join(text.split())
    if known.kind is Kind.ENTITY and words not in {Special.UNKNOWN, Special.NONE}:
        return Reference(entity_named(kb, words, known.to).id)
    if not words:
        msg = f"`{known.name}` needs a value"
        raise SourcebookError(msg)
    try:
        return parse_value(words, known.kind, unit=known.unit, choices=known.choices)
    except ValueError as error:
        msg = f"`{known.name}`: {error}"
        raise SourcebookError(msg) from None


def _qualifier(kb: KnowledgeBase, name: str, text: str) -> Value:
    known = kb.schema.qualifiers.get(name)
    if known is None:
        hint = did_you_mean(name, kb.schema.qualifiers)
        msg = f"There is no qualifier `{name[:60]}`. {hint + ' ' if hint else ''}Qualifiers: {', '.join(kb.schema.qualifiers)}"
        raise SourcebookError(msg)
    value = _value(kb, known, text)
    target = kb.resolve(value.text) if isinstance(value, Reference) else None
    if target and not kb.schema.is_a(target.type, known.to):
        msg = f"`{name}` takes {' or '.join(known.to)}, and {target.id} is of type {target.type}"
        raise SourcebookError(msg)
    return value


def _fits(kb: KnowledgeBase, known: Property, subject: Entity, value: Value) -> None:
    target = kb.resolve(value.text) if isinstance(value, Reference) else None
    if target and not kb.schema.is_a(target.type, known.to):
        msg = f"`{known.name}` takes {' or '.join(known.to)}, and {target.id} is of type {target.type}"
        raise SourcebookError(msg)
    if not kb.schema.is_a(subject.type, known.on):
        msg = f"`{known.name}` is a property of {' and '.join(known.on)}, and {subject.id} is of type {subject.type}"
        raise SourcebookError(msg)
    if target and target.id == subject.id:
        msg = f"`{known.name}: {target.id}` would say it of {subject.id} itself"
        raise SourcebookError(msg)


def _citation(kb: KnowledgeBase, wish: Wish) -> Citation:
    quote = " ".join(wish.quote.split())
    article = article_named(kb, wish.source) if wish.source else _holding(kb, quote)
    by = wish.by if wish.by in {"", UNKNOWN_SPEAKER} else entity_named(kb, wish.by).id
    if quote:
        problem = complaint(quote, article)
        if problem:
            raise SourcebookError(problem)
    elif article.text is not None:
        msg = f"The fact needs the words of `{article.id}` that say it: add --quote"
        raise SourcebookError(msg)
    elif not wish.locator:
        msg = f"The text of `{article.id}` is not held: say with --locator where the words stand"
        raise SourcebookError(msg)
    stance = wish.stance or article.default_stance
    return Citation(source=article.id, quote=quote, locator=wish.locator, by=by, stance=stance, place=_HERE, quote_place=_HERE)


def _holding(kb: KnowledgeBase, quote: str) -> Article:
    """The one article that has the words."""
    if not quote:
        msg = "A fact rests on the words of a source: add --quote, and --src if several articles have them"
        raise SourcebookError(msg)
    found = [each for each in kb.articles.values() if each.text and count_quote(quote, each.text)]
    if len(found) == 1:
        return found[0]
    if found:
        msg = f"{len(found)} articles have these words: say with --src which one is meant: {', '.join(each.id for each in found[:12])}"
        raise SourcebookError(msg)
    words = set(quote.casefold().split())
    sharing = [
        (sum(each in (article.text or "").casefold() for each in words), article) for article in kb.articles.values() if article.text
    ]
    near = [article for count, article in sorted(sharing, key=lambda one: (-one[0], one[1].id))[:MOST] if count * 2 >= len(words)]
    if not near:
        msg = "No article has these words, and none has any like them"
        raise SourcebookError(msg)
    raise SourcebookError(complaint(quote, max(near, key=lambda each: likeness(quote, each))))


def _compared(kb: KnowledgeBase, known: Property, fact: Fact, stance: Stance | None, remarks: list[str]) -> Statement:
    """The fact beside what the knowledge base says already."""
    subject = kb.entities[fact.subject]
    ways = [(each, fact) for each in subject.facts if each.property == known.name]
    other = kb.resolve(fact.value.text) if known.symmetric and isinstance(fact.value, Reference) else None
    if other:
        turned = replace(fact, subject=other.id, value=Reference(subject.id))
        ways += [(each, turned) for each in other.facts if each.property == known.name]
    alike = [(each, one) for each, one in ways if _resolved(kb, each) == value_text(one.value)]
    for each, one in alike:
        if _without_rank(kb, each) == _without_rank(kb, one):
            if one.rank not in {Rank.NORMAL, each.rank}:
                msg = f"{_at(each)} says it already, with the rank {each.rank}: change that there"
                raise SourcebookError(msg)
            if one.subject != fact.subject:
                remarks.append(f"`{known.name}` holds both ways: it is written on {one.subject} already")
            there = next((citation for citation in each.citations if _same_words(citation, one.citations[0])), None)
            if there and stance and there.stance is not stance:
                remarks.append(f"{there.place} puts it as {there.stance}: change that there if it is {stance}")
            if each.auto:
                remarks.append(f"it is a proposal of the loader: delete its line `auto:` to accept it ({_at(each)})")
            return Statement(fact=one, standing=each, cited=there is not None, remarks=tuple(remarks))
    remarks += [
        f"{_at(each)} says nearly the same ({_told(each)}): give the same qualifiers to add a citation there instead"
        for each, _ in alike[:3]
    ]
    if known.single and ways:
        remarks.append(f"`{known.name}` has one value: {_at(ways[0][0])} says {value_text(ways[0][0].value)}")
    return Statement(fact=fact, remarks=tuple(remarks))


def _same_words(one: Citation, other: Citation) -> bool:
    """Whether two citations give the same words of the same speaker, one of them perhaps a few more."""
    if (one.source, one.by) != (other.source, other.by) or bool(one.quote) is not bool(other.quote):
        return False
    first, second = fold_words(one.quote), fold_words(other.quote)
    return (first in second or second in first) if one.quote else one.locator == other.locator


def _without_rank(kb: KnowledgeBase, fact: Fact) -> tuple[object, ...]:
    name, _, qualifiers, _, _ = fact_key(fact)
    return (name, _resolved(kb, fact), qualifiers)


def _resolved(kb: KnowledgeBase, fact: Fact) -> str:
    target = kb.resolve(fact.target) if fact.target else None
    return target.id if target else value_text(fact.value)


def _at(fact: Fact) -> str:
    return f"{fact.block.path}:{fact.block.line}"


def _told(fact: Fact) -> str:
    said = [f"{name}: {', '.join(map(value_text, values))}" for name, values in fact.qualifiers.items() if name != "note"]
    return ", ".join(said) or "without qualifiers"
