"""Editing a knowledge base by command. Each use case gives the changes that it means; `desk.write` puts them in place.

Every new text is read again and compared with what was meant before anything is written.
"""

from collections.abc import Sequence
from dataclasses import replace

from sourcebook.desk import Desk, Edited, unsafe
from sourcebook.diagnostics import SourcebookError
from sourcebook.edit import facts as fact_text
from sourcebook.edit import keys, meaning, merging, names, references, statements
from sourcebook.model.facts import Fact, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import ProposedEntity, ProposedFact
from sourcebook.project import CONTENT, Project, Watch, silent
from sourcebook.slug import is_id, slug, why_no_id
from sourcebook.store.splice import block_lines, fact_blocks, insert_fact
from sourcebook.store.writing import canonical_key, scalar_lines, write_citation, write_entity, write_fact


def new(
    project: Project,
    kind_words: str,
    name: str,
    *,
    entity_id: str = "",
    aliases: Sequence[str] = (),
    summary: str = "",
    watch: Watch = silent,
) -> Edited:
    """Makes the file of an entity.

    Args:
        project: where.
        kind_words: its type: singular, plural or label.
        name: as readers should see it.
        entity_id: its id; made from the name if not given, and needed where another entity has the name.
        aliases: other names.
        summary: one sentence.
        watch: told each file that is read.

    Raises:
        SourcebookError: If the type is unknown, the id is taken or cannot be made, or the name is taken and no id is given.
    """
    desk = Desk(project, watch)
    kb = desk.kb
    kind = names.type_named(kb.schema, kind_words)
    name = " ".join(name.split())
    others = names.homonyms(kb, [name, *aliases])
    if others and not entity_id:
        own = f"{slug(name, fallback=kind.name)}-{kind.name}"
        msg = f"There is an entity of this name. If yours is another, give it an id of its own, such as --id {own}\n{names.listed(others)}"
        raise SourcebookError(msg)
    made = entity_id or slug(name, fallback="")
    if not made:
        msg = f"No id can be made from “{name[:60]}”: give one with --id, of lower-case letters, digits and hyphens"
        raise SourcebookError(msg)
    _check_id(kb, made)
    text = write_entity(ProposedEntity(id=made, type=kind.name, name=name, aliases=tuple(aliases)), [])
    if summary:
        text = keys.with_value(text, "summary", " ".join(summary.split()))
    apart = [each.id for each in others if each.type == kind.name]
    text = keys.with_items(text, "not_same_as", apart)
    shown = f"{CONTENT}/{kind.plural}/{made}.yml"
    desk.pending.put(shown, text)
    got = desk.read(shown, made)
    if (got.name, got.summary, got.not_same_as) != (name, " ".join(summary.split()), tuple(apart)):
        raise unsafe(shown)
    remarks = [f"noted that it is not the same as {each}" for each in apart]
    if not others:
        remarks += [f"{each.id} has nearly the same name: {each.name} ({each.path})" for each in names.similar(kb, name, (kind.name,))[:1]]
    return desk.edited([shown], remarks)


def add(project: Project, wish: statements.Wish, *, watch: Watch = silent) -> Edited:
    """Writes a fact with the words it rests on; or another citation of one that is there already.

    Raises:
        SourcebookError: If anything in it is unknown, ambiguous, or not what the schema and the article allow.
    """
    desk = Desk(project, watch)
    kb = desk.kb
    statement = desk.explained(lambda: statements.stated(kb, wish), wish.entity, wish.value, wish.by)
    fact, standing = statement.fact, statement.standing
    subject = kb.entities[fact.subject]
    what = f"{fact.property}: {_short(value_text(fact.value))}"
    text = desk.pending.text(subject.path)
    proposal = _proposed(kb, fact)
    if standing and statement.cited:
        return desk.edited([f"{standing.block.path}:{standing.block.line}: `{what}` is there already, with these words"], statement.remarks)
    if standing:
        text, line = fact_text.apart(text, standing.block.line, value_text(standing.value), kb.schema)
        text = fact_text.with_citation(text, line, write_citation(proposal))
        meant = [replace(each, citations=(*each.citations, *fact.citations)) if each is standing else each for each in subject.facts]
        said = f"`{what}` was there already: a citation of {fact.citations[0].source} was added to it"
    else:
        lines = write_fact(proposal, "")
        ranked = [f"    rank: {fact.rank.value}", *scalar_lines("    why", fact.why, "      ")] if fact.why else []
        cite = lines.index("    cite:")
        key = canonical_key(kb.schema, fact.property, value_text(fact.value))
        text = insert_fact(text, [*lines[:cite], *ranked, *lines[cite:]], key, kb.schema)
        meant = [*subject.facts, fact]
        said = f"`{what}` added, citing {fact.citations[0].source}"
    desk.pending.put(subject.path, text)
    got = desk.read(subject.path, subject.id)
    if meaning.facts_said(got) != meaning.facts_said(replace(subject, facts=tuple(meant))) or meaning.names_said(got) != meaning.names_said(
        subject
    ):
        raise unsafe(subject.path)
    before = {meaning.fact_key(each) for each in subject.facts} if not standing else set()
    key_of = meaning.fact_key(standing or fact)
    line = next((each.block.line for each in got.facts if meaning.fact_key(each) == key_of and key_of not in before), 1)
    return desk.edited([f"{subject.path}:{line}: {said}"], statement.remarks)


def rename(
    project: Project, words: str, name: str, *, entity_id: str = "", former: Sequence[str] | None = None, watch: Watch = silent
) -> Edited:
    """Gives an entity another name, another id, or both.

    Args:
        project: where.
        words: the entity's id, name or alias.
        name: the new name; "" keeps it.
        entity_id: the new id; "" keeps it. The old one goes on leading to it.
        former: what the old name becomes: aliases. None makes it an alias, an empty list forgets it.
        watch: told each file that is read.

    Raises:
        SourcebookError: If the entity is unknown, or the name or the id is taken.
    """
    desk = Desk(project, watch)
    kb = desk.kb
    entity = desk.entity(words)
    name = " ".join(name.split()) or entity.name
    new_id = entity_id or entity.id
    if (name, new_id) == (entity.name, entity.id):
        return desk.edited([f"{entity.path}: this is its name already"], [])
    shown = entity.path
    text = desk.pending.text(shown)
    meant = entity
    said = []
    if name != entity.name:
        shared = [each for each in names.bearers(kb, name) if each.id != entity.id and each.type == entity.type]
        if any(each.id not in entity.not_same_as and entity.id not in each.not_same_as for each in shared):
            msg = f"“{name[:80]}” is also a name of another entity. If they are one, use `sourcebook merge`; if not, note `not_same_as` first\n{names.listed(shared)}"
            raise SourcebookError(msg)
        kept = [entity.name] if former is None else list(former)
        text, meant = merging.renamed(text, entity, name, kept)
        said.append(f"{shown}: the name is now “{name}”" + (f", and “{kept[0]}” an alias" if kept else ""))
    if new_id != entity.id:
        _check_id(kb, new_id)
        text = keys.with_items(text, "merged", [entity.id])
        meant = replace(meant, merged=(*meant.merged, entity.id))
    desk.pending.put(shown, text)
    if new_id != entity.id:
        ids = {entity.id: new_id}
        links = desk.rename(ids)
        meant = meaning.with_ids(meant, ids, lambda prose: references.with_links(prose, ids, links))
        moved = f"{shown.rpartition('/')[0]}/{new_id}.yml"
        others = len(desk.pending.changes()) - 1
        desk.pending.move(shown, moved)
        said.append(f"{moved}: the id is now {new_id}, and {entity.id} leads to it; {_files(others)} that named it changed")
        shown = moved
    desk.compare(shown, new_id, meant)
    return desk.edited(said, [])


def merge(project: Project, loser_words: str, winner_words: str, *, watch: Watch = silent) -> Edited:
    """Makes one entity of two: the winner takes over the facts, the names and the id of the loser.

    Raises:
        SourcebookError: If one is unknown, if they are of two types or known to be different, or if a fact relates the two.
    """
    desk = Desk(project, watch)
    kb = desk.kb
    loser = desk.entity(loser_words)
    winner = desk.entity(winner_words)
    merging.refuse(kb, loser, winner)
    ids = {loser.id: winner.id}
    text, gone = desk.pending.text(winner.path), desk.pending.text(loser.path)
    links = desk.rename(ids)
    for each in desk.pending.changes():
        if each.shown.endswith(".yml"):
            desk.pending.put(each.shown, fact_text.folded(desk.pending.text(each.shown), kb.schema, frozenset(ids.values())))
    text, gone = desk.pending.text(winner.path), desk.pending.text(loser.path)
    for block in fact_blocks(gone):
        text = insert_fact(text, block_lines(gone, block), fact_text.key_of(block.node, kb.schema), kb.schema)
    text = fact_text.folded(text, kb.schema, frozenset())

    def linked(prose: str) -> str:
        return references.with_links(prose, ids, links)

    before, other = meaning.with_ids(winner, ids, linked), meaning.with_ids(loser, ids, linked)
    text, meant, aside = merging.joined(text, other, before, gone)
    desk.pending.put(winner.path, text)
    desk.pending.remove(loser.path)
    got = desk.read(winner.path, winner.id)
    facts = (*before.facts, *other.facts)
    if meaning.folded(got) != meaning.folded(replace(winner, facts=facts)) or meaning.names_said(got) != meaning.names_said(meant):
        raise unsafe(winner.path)
    others = len(desk.pending.changes()) - 2
    known = len(facts) - len(got.facts)
    said = f"{winner.path}: {loser.id} is now {winner.id}; {_number(len(other.facts), 'fact')} taken over, {known} of them known; {_files(others)} that named it changed"
    return desk.edited([said], [f"put into `note`: {each}" for each in aside])


def _check_id(kb: KnowledgeBase, entity_id: str) -> None:
    if not is_id(entity_id):
        msg = f"`{entity_id[:60]}` is no id: {why_no_id(entity_id)}, such as {slug(entity_id)}"
        raise SourcebookError(msg)
    names.ids_free(kb, entity_id)


def _proposed(kb: KnowledgeBase, fact: Fact) -> ProposedFact:
    """A fact in the form in which one is written; what the genre of its article says is left out."""
    cited = fact.citations[0]
    stance = None if cited.stance is kb.articles[cited.source].default_stance else cited.stance
    return ProposedFact(
        subject=fact.subject,
        property=fact.property,
        value=value_text(fact.value),
        qualifiers={name: tuple(map(value_text, values)) for name, values in fact.qualifiers.items()},
        source=cited.source,
        quote=cited.quote,
        locator=cited.locator,
        by=cited.by,
        stance=stance,
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _files(count: int) -> str:
    return "no other file" if not count else _number(count, "other file")
