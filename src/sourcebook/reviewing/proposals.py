"""What waits for an answer, in the order in which the articles say it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.diagnostics import Place, SourcebookError
from sourcebook.model.facts import Entity, Fact
from sourcebook.model.gists import named_by
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.spans import Span
from sourcebook.suggest import did_you_mean
from sourcebook.text import digest

_PLACE = re.compile(r"(.+?)(?::(\d{1,9}))?(?::(\d{1,9}))?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A fact that the loader proposed and nobody has answered, or an entity that it made.

    Attributes:
        key: a name that stays as long as the proposal says the same in the same words.
        fact: None where the entity itself is proposed.
        article: the one whose words it rests on; "" if there are none.
        spans: where these words stand.
    """

    key: str
    entity: Entity
    fact: Fact | None = None
    article: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def place(self) -> Place:
        """Where it stands: the value of a fact, the line `auto:` of an entity."""
        return self.fact.place if self.fact else self.entity.place("auto")

    @property
    def unsure(self) -> str:
        """Why the loader doubts it, or ""."""
        return self.fact.unsure if self.fact else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which proposals to look at; what is "" or empty leaves nothing out.

    Attributes:
        entity: facts of it and that name it, and it itself.
        doubt: `unsure` for what the loader doubts, `sure` for the rest.
        places: files, or lines of them, such as `content/people/ada.yml:12`.
    """

    article: str = ""
    entity: str = ""
    property: str = ""
    doubt: str = ""
    places: tuple[str, ...] = ()

    def check(self, kb: KnowledgeBase) -> None:
        """Refuses what is not there, with the nearest that is.

        Raises:
            SourcebookError: If there is no such article, entity or property.
        """
        for what, name, known in (
            ("article", self.article, kb.articles),
            ("entity", self.entity, kb.entities),
            ("property", self.property, kb.schema.properties),
        ):
            if name and name not in known:
                msg = f"There is no {what} {name!r}. {did_you_mean(name, known) or 'Look for its id in content/.'}"
                raise SourcebookError(msg)
        paths = {each.path for each in kb.entities.values()}
        for each in self.places:
            path, _, _ = split_place(each)
            if path not in paths:
                msg = (
                    f"No entity is kept in {path!r}. {did_you_mean(path, paths) or 'Name a file as `sourcebook review --list` prints it.'}"
                )
                raise SourcebookError(msg)

    def fits(self, proposal: Proposal) -> bool:
        """Whether a proposal is among those to look at."""
        fact, entity = proposal.fact, proposal.entity
        return (
            (not self.article or self.article in _articles(proposal))
            and (not self.entity or entity.id == self.entity or (fact is not None and self.entity in set(named_by(fact))))
            and (not self.property or (fact is not None and fact.property == self.property))
            and (not self.doubt or (self.doubt == "unsure") == bool(proposal.unsure))
            and (not self.places or any(_at(proposal, each) for each in self.places))
        )


def proposals(kb: KnowledgeBase, wanted: Wanted | None = None) -> tuple[Proposal, ...]:
    """All that waits, in the order of the articles and of their words; an entity before the facts about it."""
    found = [each for entity in kb.entities.values() for each in facts_waiting(kb, entity)]
    made = [each for each in kb.entities.values() if each.auto]
    first = _first_words(kb) if made else {}
    found += [entity_waiting(kb, each, first.get(each.id)) for each in made]
    return tuple(each for each in in_order(kb, found) if not wanted or wanted.fits(each))


def in_order(kb: KnowledgeBase, found: Iterable[Proposal]) -> list[Proposal]:
    """Proposals in the order of the articles and of their words; those without words last."""

    def order(each: Proposal) -> tuple[bool, str, int, bool, Place]:
        article = kb.articles.get(each.article)
        start = each.spans[0].start if each.spans else 1 << 60
        return (article is None or article.text is None, each.article, start, each.fact is not None, each.place)

    return sorted(found, key=order)


def facts_waiting(kb: KnowledgeBase, entity: Entity) -> Iterator[Proposal]:
    """The facts of an entity that nobody has answered."""
    seen: Counter[str] = Counter()
    for fact in entity.facts:
        if not fact.auto:
            continue
        words = digest(*(f"{each.source} {each.by} {each.quote} {each.locator}" for each in fact.citations))[:8]
        key = f"{entity.id}#{fact.id}@{words}"
        seen[key] += 1
        # The same fact twice in one file: both wait.
        name = key if seen[key] == 1 else f"{key}~{seen[key]}"
        cited = next((each for each in fact.citations if kb.spans(each)), next(iter(fact.citations), None))
        yield Proposal(key=name, entity=entity, fact=fact, article=cited.source if cited else "", spans=kb.spans(cited) if cited else ())


def entity_waiting(kb: KnowledgeBase, entity: Entity, words: tuple[str, tuple[Span, ...]] | None) -> Proposal:
    """An entity that the loader made, with the first words about it, else the first that name it."""
    if words is None:
        named = kb.mentioned_in(entity.id)
        words = (named[0][0].id, named[0][1][:1]) if named else ("", ())
    return Proposal(key=entity.id, entity=entity, article=words[0], spans=words[1])


def _first_words(kb: KnowledgeBase) -> dict[str, tuple[str, tuple[Span, ...]]]:
    """Of each entity: the first article that says something of it, and the words."""
    found: dict[str, tuple[str, tuple[Span, ...]]] = {}
    for entity in kb.entities.values():
        for fact in entity.facts:
            for cited in fact.citations:
                spans = kb.spans(cited)
                if not spans:
                    continue
                for name in (entity.id, *named_by(fact)):
                    if name not in found or (cited.source, spans) < found[name]:
                        found[name] = (cited.source, spans)
    return found


def _articles(proposal: Proposal) -> set[str]:
    return {proposal.article, *(each.source for each in (proposal.fact.citations if proposal.fact else ()))}


def split_place(place: str) -> tuple[str, int, int]:
    """The path, line and column of a place as findings print it; 0 for what is not said.

    >>> split_place("content/people/ada.yml:12:3"), split_place("content/people/ada.yml")
    (('content/people/ada.yml', 12, 3), ('content/people/ada.yml', 0, 0))
    """
    found = _PLACE.match(place)
    return (found[1], int(found[2] or 0), int(found[3] or 0)) if found else (place, 0, 0)


def _at(proposal: Proposal, wanted: str) -> bool:
    path, line, column = split_place(wanted)
    places = [proposal.place, *([proposal.fact.block] if proposal.fact else [])]
    return proposal.entity.path == path and any(line in {0, each.line} and column in {0, each.column} for each in places)
