"""What is allowed and asks for a person: warnings."""

from collections.abc import Iterable, Iterator

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.facts import Entity, Fact, has_unknown_speaker, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.quality import circles, disagreements, orphans

LONGEST_LINE = 120


def disagreements_named(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Facts that cannot all hold."""
    for facts in disagreements(kb):
        first, *rest = facts
        for other in rest:
            message = f"`{first.property}` of `{first.subject}` is {value_text(first.value)} in line {first.place.line} of {first.place.path}, and `{other.subject}` has {value_text(other.value)} here"
            hint = "Give each its dates, or give the one you hold to be wrong `rank: deprecated` with a `why:`."
            yield Diagnostic(code="sources-disagree", message=message, place=other.place, help=hint)


def said_once(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:  # noqa: ARG001 (as the other rules)
    """Facts that stand in one file for the second time and cite the same article, be it with other words.

    What another article says as well may have an entry of its own: so the loader writes it, and pages show the two as one.
    """
    for entity in entities:
        first: dict[tuple[str, tuple[str, ...], str], Fact] = {}
        for fact in entity.facts:
            notes = tuple(map(value_text, fact.qualifiers.get("note", ())))
            sources = dict.fromkeys(each.source for each in fact.citations)
            others = [first.setdefault((fact.id, notes, each), fact) for each in sources]
            other = next((each for each in others if each is not fact), None)
            if other:
                message = f"`{fact.property}: {value_text(fact.value)[:60]}` stands here for the second time; the first is in line {other.place.line}"
                hint = "Keep it once." if other.block == fact.block else "Keep one, with the citations of both."
                yield Diagnostic(code="said-twice", message=message, place=fact.place, help=hint)


def speakers_known(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:  # noqa: ARG001 (as the other rules)
    """Quotations whose speaker the text does not name."""
    for entity in entities:
        for place, fact in {each.block: each for each in entity.facts if not each.unsure and has_unknown_speaker(each)}.items():
            message = f"The speaker of `{fact.property}` is not known"
            yield Diagnostic(
                code="speaker-unknown", message=message, place=place, help="Look for the full text; then write `by:` with the speaker's id."
            )


def to_review(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:  # noqa: ARG001 (as the other rules)
    """Proposals that nobody has accepted: one finding for each file."""
    for entity in entities:
        facts = [each for each in entity.facts if each.auto]
        count = len(facts)
        what = [*(["The entity"] if entity.auto else []), *([f"{count} {'fact' if count == 1 else 'facts'}"] if count else [])]
        if what:
            verb = "was" if len(what) == 1 and (entity.auto or count == 1) else "were"
            yield Diagnostic(
                code="unreviewed",
                message=f"{' and '.join(what)} {verb} proposed by the loader and not reviewed",
                place=entity.place("auto") if entity.auto else facts[0].block,
                help="Run `sourcebook review`, or delete `auto:` to accept a fact and the fact to reject it.",
            )


def one_source(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:
    """Entities all of whose facts rest on one article, where there are several."""
    for entity in entities if kb.several_texts else ():
        facts = [each for each in entity.facts if not each.unsure]
        count = len(facts)
        if len({each.source for fact in facts for each in fact.citations}) == 1:
            message = f"All {count} facts rest on a single source" if count > 1 else "Its fact rests on a single source"
            yield Diagnostic(
                code="single-source",
                message=message,
                place=entity.place("name"),
                help="Look whether another article says it too, and add its citation.",
            )


def lonely(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Entities of which nothing is known."""
    for each in orphans(kb):
        entity = kb.entities[each]
        hint = "Add a fact, an alias by which an article names it, or delete the file."
        yield Diagnostic(
            code="orphan-entity",
            message="Nothing is said of it, no fact names it, and no article mentions it",
            place=entity.place("name"),
            help=hint,
        )


def circular(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Facts by which something lies in itself."""
    for fact, way in circles(kb):
        round_trip = ", ".join((*way, way[0]))
        message = f"`{fact.property}` goes in a circle: {round_trip}" if len(way) > 1 else f"`{fact.property}` names the entity itself"
        hint = "Remove or correct the fact that is wrong, or give it `rank: deprecated` with a `why:`."
        yield Diagnostic(code="circular", message=message, place=fact.place, help=hint)


def folded(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:  # noqa: ARG001 (as the other rules)
    """Long quotes on one line, whose every change is a change of the whole line."""
    for entity in entities:
        places: dict[Place, int] = {each.quote_place: len(each.quote) for fact in entity.facts for each in fact.citations if each.quote}
        for place, length in places.items():
            if place.width > LONGEST_LINE:
                message = f"A quote of {length} characters on one line"
                yield Diagnostic(
                    code="not-folded",
                    message=message,
                    place=place,
                    help="Write `quote: >-` and the words below it, in lines of at most 80 columns.",
                )
