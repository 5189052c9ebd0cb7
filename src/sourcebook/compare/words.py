"""Changes in plain words: what every report has in common."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sourcebook.model.changes import COUNTED, Action, Change, Section, What, counts, told
from sourcebook.model.dates import Date
from sourcebook.model.facts import UNKNOWN_SPEAKER, Citation, Fact, value_text
from sourcebook.model.schema import Schema
from sourcebook.model.values import Reference, Value

LONGEST = 300
"""Code points of a text in a sentence."""
SIGNS: Mapping[Action, str] = {
    Action.ADDED: "+",
    Action.PROPOSED: "?",
    Action.ACCEPTED: "✓",
    Action.REMOVED: "-",
    Action.REJECTED: "-",
    Action.DISPUTED: "!",
    Action.SETTLED: "✓",
    Action.UNREADABLE: "!",
}
HEADINGS = {
    Section.FILES: "Files that cannot be read",
    Section.SCHEMA: "Schema",
    Section.SETTINGS: "Settings",
    Section.PAGES: "Pages",
}
_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Puts changes into words, with the names of a knowledge base.

    Attributes:
        schema: for the labels of properties and qualifiers.
        names: what readers call entities and articles, by their ids.
    """

    schema: Schema
    names: Mapping[str, str]

    def sentence(self, change: Change, mark: Callable[[str], str] = str) -> str:
        """A change as a sentence; `mark` makes what people wrote fit for where it will stand."""
        template, holes = told(change)

        def filled(hole: re.Match[str]) -> str:
            match holes[hole[1]]:
                case Fact() as fact:
                    shown = self.fact(fact)
                case tuple(facts):
                    shown = "; ".join(f"{self.named(each.subject)} – {self.fact(each)}" for each in facts)
                case text:
                    shown = self._text(change, hole[1], text)
            return mark(shortened(shown))

        return _HOLE.sub(filled, template)

    def _text(self, change: Change, hole: str, text: str) -> str:
        if hole == "key" and change.what is What.QUALIFIER:
            known = self.schema.qualifiers.get(text)
            return known.label if known else text
        if hole == "source":
            return self.named(text)
        if hole in {"before", "after"}:
            return self._side(change, change.fact_before if hole == "before" else change.fact_after, text) or "(nothing)"
        return text

    def _side(self, change: Change, fact: Fact | None, text: str) -> str:
        match change.what:
            case What.VALUE if fact and change.action is Action.CHANGED:
                return self.value(fact.value)
            case What.QUALIFIER if fact:
                return ", ".join(map(self.value, fact.qualifiers.get(change.key, ())))
            case What.ENTITY if change.action is not Action.RENAMED:
                return self.named(text)
            case What.CITATION if change.key == "by":
                return self.named(text) or "the author"
            case _:
                return text

    def named(self, name: str) -> str:
        """What readers call the entity or article of an id; the id itself where there is none."""
        return self.names.get(name, name)

    def value(self, value: Value) -> str:
        """A value as text."""
        match value:
            case Reference():
                return self.named(value.text)
            case Date():
                return value.words
            case _:
                return value_text(value)

    def fact(self, fact: Fact) -> str:
        """A fact without its subject: property, value, and qualifiers in the schema's order."""
        known = self.schema.properties.get(fact.property)
        label = known.label if known else fact.property
        order = list(self.schema.qualifiers)
        names = sorted(fact.qualifiers, key=lambda name: order.index(name) if name in order else len(order))
        details = [each for name in names if (each := self._qualifier(fact, name))]
        beside = f" ({'; '.join(details)})" if details else ""
        return f"{label}: {self.value(fact.value)}{beside}"

    def _qualifier(self, fact: Fact, name: str) -> str:
        """One of a fact's qualifiers, as pages say it; "" for what is said with another."""
        shown = ", ".join(map(self.value, fact.qualifiers[name]))
        if name == "count":
            bound = fact.qualifier("bound")
            times = "once" if shown == "1" else f"{shown} times"
            return f"{value_text(bound).replace('-', ' ')} {times}" if bound else times
        if name == "bound" and "count" in fact.qualifiers:
            return ""
        known = self.schema.qualifiers.get(name)
        return shown if name in {"when", "note", "kind", "status"} else f"{known.label if known else name} {shown}"

    def says(self, citation: Citation) -> str:
        """Who says it, and where."""
        speaker = "a speaker whom the text does not name" if citation.by == UNKNOWN_SPEAKER else self.named(citation.by)
        return f"{f'{speaker}, in ' if speaker else ''}{self.named(citation.source)}"


def quotes(change: Change) -> Iterator[tuple[str, Citation]]:
    """The words that a change is about or rests on: a sign (`+`, `-` or a space), and the citation."""
    if change.what is What.CITATION:
        if change.key in {"", "quote", "locator"}:
            yield from (("-", each) for each in (change.citation_before,) if each)
            yield from (("+", each) for each in (change.citation_after,) if each)
    elif change.facts:
        cited = {(each.source, each.quote, each.locator): each for fact in change.facts for each in fact.citations}
        yield from ((" ", each) for each in cited.values())
    elif change.fact and change.what in {What.FACT, What.VALUE, What.RANK} and change.action is not Action.RENAMED:
        yield from ((" ", each) for each in change.fact.citations)


def groups(changes: Sequence[Change]) -> Iterator[tuple[str, str, Sequence[Change]]]:
    """(heading, id, changes) of what belongs together: an entity, an article, the schema and so on."""
    for (section, subject), found in groupby(changes, key=lambda one: (one.section, one.subject if one.section not in HEADINGS else "")):
        listed = list(found)
        yield HEADINGS.get(section) or listed[0].name, subject, listed


def summary(changes: Sequence[Change]) -> str:
    """How many changes of which kind, in how many entities."""
    found = [COUNTED[name][number != 1].replace("{n}", f"{number:,}") for name, number in counts(changes).items()]
    entities = len({each.subject for each in changes if each.section is Section.ENTITIES})
    where = f" ({entities:,} {'entity' if entities == 1 else 'entities'})" if entities else ""
    return ", ".join(found) + where if found else "Nothing changed"


def named_errors(number: int) -> str:
    """That there are errors, which another command names; "" if there are none."""
    return f"{number:,} {'error' if number == 1 else 'errors'} in the changed files: `sourcebook check` names them" if number else ""


def shortened(text: str, most: int = LONGEST) -> str:
    """A text on one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def ids_in(changes: Iterable[Change]) -> set[str]:
    """The ids of entities and articles that changes name in any role."""
    found: set[str] = set()
    for each in changes:
        if each.what is What.ENTITY:
            found |= {each.before, each.after}
        facts = [fact for fact in (each.fact_before, each.fact_after, *each.facts) if fact]
        cited = [one for one in (each.citation_before, each.citation_after) if one]
        for one in (*cited, *(one for fact in facts for one in fact.citations)):
            found |= {one.source, one.by}
        for fact in facts:
            values = (fact.value, *(value for several in fact.qualifiers.values() for value in several))
            found |= {fact.subject, *(value.text for value in values if isinstance(value, Reference))}
    return found - {""}
