"""What an answer changes: new texts of files, made and read again before anything is written.

Deleting `auto:` accepts, deleting the fact rejects: answers do to the files what a person would do by hand. The lock keeps what was
rejected, and why.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sourcebook.check import check_facts
from sourcebook.diagnostics import Diagnostic, Place, Severity, SourcebookError
from sourcebook.model.facts import Entity, Fact, value_text
from sourcebook.model.gists import named_by
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.project import Project
from sourcebook.reviewing.changes import Change, ChangedMeanwhileError, held
from sourcebook.reviewing.proposals import Proposal
from sourcebook.reviewing.rejections import locks_after
from sourcebook.store import splice
from sourcebook.store.entities import read_entity
from sourcebook.store.nodes import parse_yaml
from sourcebook.text import digest

MARK = b"\xef\xbb\xbf"
_NOWHERE = Place("")


class UnfitError(Exception):
    """An edited fact is wrong; `findings` say how, with the lines of the text that was edited."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(findings)} errors")
        self.findings = tuple(findings)


def accepted(project: Project, kb: KnowledgeBase, answered: Iterable[Proposal]) -> tuple[Change, ...]:
    """The lines `auto:` (and `unsure:`) go; one of a list of values gets a fact of its own.

    Raises:
        SourcebookError: If a file cannot be changed so.
    """
    changes = []
    for entity, facts, itself in _by_entity(answered):
        chosen = {id(each) for each in facts}
        meant = replace(
            entity,
            auto="" if itself else entity.auto,
            facts=tuple(replace(each, auto="", unsure="") if id(each) in chosen else each for each in entity.facts),
        )
        changes.append(_change(project, kb, entity, meant, lambda text: _accepted(text, entity, facts, itself)))  # noqa: B023 (called at once)
    return tuple(changes)


def rejected(project: Project, kb: KnowledgeBase, answered: Iterable[Proposal], reason: str) -> tuple[Change, ...]:
    """The facts go, an entity's file with all that was proposed of it; the locks remember.

    Raises:
        SourcebookError: If something that was accepted needs the entity, or a file cannot be changed.
    """
    wanted = list(answered)
    gone = {each.entity.id: each.entity for each in wanted if each.fact is None}
    facts = {id(each.fact): each.fact for each in wanted if each.fact} | {id(each): each for each in along(kb, gone)}
    of: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts.values():
        of[fact.subject].append(fact)
    first = {each.entity.id: each.article for each in wanted if each.fact is None}
    changes = list(locks_after(project, kb, list(facts.values()), [(each, first[each.id]) for each in gone.values()], reason))
    for name in sorted(of.keys() | gone.keys()):
        entity = kb.entities[name]
        if name in gone:
            changes.append(Change(path=project.root / entity.path, before=_bytes(project, entity), after=None))
        else:
            left = tuple(each for each in entity.facts if id(each) not in facts)
            changes.append(_change(project, kb, entity, replace(entity, facts=left), lambda text: _rejected(text, of[name])))  # noqa: B023
    return tuple(changes)


def along(kb: KnowledgeBase, gone: Mapping[str, Entity]) -> tuple[Fact, ...]:
    """The proposed facts that go with entities: their own and those that name them.

    Raises:
        SourcebookError: If one of these was accepted, or a person's words name the entity.
    """
    found = []
    for entity in kb.entities.values():
        own = entity.id in gone
        for fact in entity.facts:
            named = {heir.id for name in named_by(fact) if (heir := kb.resolve(name))} & gone.keys()
            if own or named:
                if not fact.auto:
                    raise _neededError(gone[entity.id] if own else gone[min(named)], fact.block)
                found.append(fact)
        spoken = {each.by for each in entity.citations} & gone.keys()
        linked = next((each for each in sorted(gone) if not own and f"[[{each}" in entity.notes), "")
        if (spoken or linked) and not own:
            raise _neededError(gone[linked or min(spoken)], entity.place("notes" if linked else "cite"))
        if own and (entity.notes or entity.citations or entity.merged):
            raise _neededError(entity, entity.place("name"))
    return tuple(found)


def _neededError(entity: Entity, place: Place) -> SourcebookError:  # noqa: N802 (makes one)
    message = f"`{entity.id}` cannot be rejected: what a person accepted or wrote needs it, in {place.path}:{place.line}. Change that first"
    return SourcebookError(message)


def edited(project: Project, kb: KnowledgeBase, fact: Fact, new: str) -> tuple[Change, ...]:
    """The rows of a fact as a person changed them, put back in their place.

    Raises:
        UnfitError: If they are wrong.
        SourcebookError: If they cannot be put back.
    """
    entity = kb.entities[fact.subject]
    others = tuple(each for each in entity.facts if each.block != fact.block)
    raw = _bytes(project, entity)
    text, end = splice.replace_text(raw.removeprefix(MARK).decode(), fact.block.line, new)
    lines = range(fact.block.line, end)
    after, found = _read(kb, entity, text)
    wrong = [each for each in found if each.severity is Severity.ERROR]
    mine = tuple(each for each in after.facts if each.block.line in lines) if after else ()
    if after and not wrong:
        then = _with_these(kb, after, mine)
        wrong = [each for each in check_facts(then, [then.entities[entity.id]]) if each.severity is Severity.ERROR]
    if wrong or after is None:
        raise UnfitError([replace(each, place=each.place._replace(line=each.place.line - lines.start + 1)) for each in wrong])
    rest = tuple(each for each in after.facts if each.block.line not in lines)
    if not mine or _said(replace(after, facts=rest)) != _said(replace(entity, facts=others)):
        where = Place(entity.path, 1)
        hint = "Keep it one entry of the list: begin it with `- `, and leave the other lines indented as they were."
        raise UnfitError([Diagnostic(code="no-property", message="This is no fact of the file any more", place=where, help=hint)])
    mark = MARK if raw.startswith(MARK) else b""
    return (Change(path=project.root / entity.path, before=raw, after=mark + text.encode()),)


def text_of(project: Project, kb: KnowledgeBase, fact: Fact) -> str:
    """The rows of a fact as they stand in its file.

    Raises:
        SourcebookError: If the file changed, or its facts are written in brackets.
    """
    return splice.fact_text(_bytes(project, kb.entities[fact.subject]).removeprefix(MARK).decode(), fact.block.line)


def _by_entity(answered: Iterable[Proposal]) -> Iterator[tuple[Entity, list[Fact], bool]]:
    """Each entity with those of its facts that are answered, and whether it is itself."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    entities: dict[str, Entity] = {}
    itself = set()
    for each in answered:
        entities[each.entity.id] = each.entity
        if each.fact:
            facts[each.entity.id].append(each.fact)
        else:
            itself.add(each.entity.id)
    for name, entity in sorted(entities.items()):
        yield entity, facts[name], name in itself


def _blocks(facts: Iterable[Fact]) -> list[tuple[int, list[Fact]]]:
    """Facts by the line of their entry, from the bottom up, so that lines above keep their numbers."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for each in facts:
        found[each.block.line].append(each)
    return sorted(found.items(), reverse=True)


def _accepted(text: str, entity: Entity, facts: list[Fact], itself: bool) -> str:  # noqa: FBT001 (as `_by_entity` gives it)
    for line, answered in _blocks(facts):
        whole = len(answered) == sum(each.block.line == line for each in entity.facts)
        for each in answered[:1] if whole else answered:
            text, own = (text, line) if whole else splice.set_apart(text, line, value_text(each.value))
            text = splice.without_keys(text, own, ("auto", "unsure"))
            # A value that was set apart before the others moved them down.
            line += 0 if whole or own > line else _length(text, own)  # noqa: PLW2901
    return splice.without_top_key(text, "auto") if itself else text


def _length(text: str, line: int) -> int:
    """The rows of a fact and the blank one below it."""
    return splice.fact_text(text, line).count("\n") + 1


def _rejected(text: str, facts: list[Fact]) -> str:
    for line, answered in _blocks(facts):
        for each in answered:
            text = splice.remove_fact(text, line, value_text(each.value))
    return text


def _change(project: Project, kb: KnowledgeBase, entity: Entity, meant: Entity, new: Callable[[str], str]) -> Change:
    """A changed file, read again and compared with what was meant."""
    raw = _bytes(project, entity)
    try:
        text = new(raw.removeprefix(MARK).decode())
    except splice.UnspliceableError as error:
        msg = f"{entity.path}: {error}. Nothing was written"
        raise SourcebookError(msg) from error
    after, found = _read(kb, entity, text)
    if found or after is None or _said(after) != _said(meant):
        msg = f"{entity.path} cannot be changed safely here; nothing was written. Edit it by hand"
        raise SourcebookError(msg)
    return Change(path=project.root / entity.path, before=raw, after=(MARK if raw.startswith(MARK) else b"") + text.encode())


def _bytes(project: Project, entity: Entity) -> bytes:
    """What an entity's file holds, if that is still what was read.

    Raises:
        ChangedMeanwhileError: If it is not.
    """
    path = project.root / entity.path
    raw = held(path)
    if raw is None or digest(raw.removeprefix(MARK).decode("utf-8", "replace")) != entity.digest:
        msg = f"{entity.path} was changed meanwhile"
        raise ChangedMeanwhileError(msg)
    return raw


def _read(kb: KnowledgeBase, entity: Entity, text: str) -> tuple[Entity | None, list[Diagnostic]]:
    return read_entity(parse_yaml(text, entity.path), entity.id, kb.schema.types[entity.type], kb.schema, kb.articles)


def _with_these(kb: KnowledgeBase, entity: Entity, facts: tuple[Fact, ...]) -> KnowledgeBase:
    """Some facts of an entity, and no others; all entities and articles, for what they name."""
    bare = {name: replace(each, facts=(), citations=(), notes="", not_same_as=()) for name, each in kb.entities.items()}
    alone = replace(entity, facts=facts, citations=(), notes="", not_same_as=())
    return KnowledgeBase(schema=kb.schema, entities={**bare, entity.id: alone}.values(), articles=kb.articles.values())


def _said(entity: Entity) -> tuple[Entity, list[str]]:
    """What a file says, wherever in it; of its facts in any order."""
    facts = sorted(
        repr(
            replace(
                fact,
                place=_NOWHERE,
                block=_NOWHERE,
                qualifier_places={},
                citations=tuple(replace(each, place=_NOWHERE, quote_place=_NOWHERE) for each in fact.citations),
            )
        )
        for fact in entity.facts
    )
    citations = tuple(replace(each, place=_NOWHERE, quote_place=_NOWHERE) for each in entity.citations)
    return replace(entity, facts=(), places={}, citations=citations), facts
