"""What the loader proposed last time: `.lock/<article>.jsonl`, one JSON object on each line."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.facts import Stance
from sourcebook.model.proposals import ProposedEntity, ProposedFact
from sourcebook.store.files import MAX_ARTICLE_BYTES, read_text
from sourcebook.store.syntax import CONFLICT

FactKey = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Proposals by their keys, and the keys of those that a person rejected, each with the reason given or "".

    Attributes:
        names: entities that stood already, with what the article calls them.
    """

    entities: Mapping[str, ProposedEntity] = field(default_factory=dict)
    names: Mapping[str, ProposedEntity] = field(default_factory=dict)
    facts: Mapping[FactKey, ProposedFact] = field(default_factory=dict)
    rejected: Mapping[FactKey, str] = field(default_factory=dict)
    rejected_entities: Mapping[str, str] = field(default_factory=dict)


def fact_key(fact: ProposedFact) -> FactKey:
    """What makes two proposals the same fact; a count makes it another ("visited eleven times")."""
    return (*fact.key, ",".join(fact.qualifiers.get("count", ())))


def record_key(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Where a line of a lock file is sorted: entities by their ids, then names by theirs, then facts by their keys.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: If the line is no proposal of the loader.
    """
    if "entity" in row:
        return ("0", _entity(row["entity"]).id)
    return ("1", _entity(row["names"]).id) if "names" in row else ("2", *fact_key(_fact(row["fact"])))


def lock_path(content: Path, article_id: str) -> Path:
    """Where the proposals of an article are kept."""
    return content / ".lock" / f"{article_id}.jsonl"


def read_lock(path: Path, shown: str) -> Lock | Diagnostic:
    """The proposals of a lock file; none if there is no file; a finding if it is broken."""
    if not path.is_file():
        return Lock()
    text = read_text(path, shown, limit=MAX_ARTICLE_BYTES)
    if isinstance(text, Diagnostic):
        return text
    entities: dict[str, ProposedEntity] = {}
    names: dict[str, ProposedEntity] = {}
    facts: dict[FactKey, ProposedFact] = {}
    rejected: dict[FactKey, str] = {}
    gone: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line)
            if "entity" in row:
                each = _entity(row["entity"])
                entities[each.id] = each
                if row.get("rejected"):
                    gone[each.id] = str(row.get("reason", ""))
            elif "names" in row:
                each = _entity(row["names"])
                names[each.id] = each
            else:
                fact = _fact(row["fact"])
                facts[fact_key(fact)] = fact
                if row.get("rejected"):
                    rejected[fact_key(fact)] = str(row.get("reason", ""))
        except (ValueError, TypeError, KeyError, AttributeError):
            if CONFLICT.match(line):
                message = "A merge left two versions here"
                hint = "Keep the lines of both, and remove those that begin with <<<<<<<, ======= and >>>>>>>."
                return Diagnostic(code="merge-conflict", message=message, place=Place(shown, number), help=hint)
            hint = "Restore the file from git; without it the loader no longer knows what was rejected."
            return Diagnostic(code="unreadable", message="The line is no proposal of the loader", place=Place(shown, number), help=hint)
    return Lock(entities=entities, names=names, facts=facts, rejected=rejected, rejected_entities=gone)


def names_proposed(content: Path) -> dict[str, set[str]]:
    """What any article was found to call entities beside their names, by ids. What cannot be read is left to who reads that lock."""
    called: dict[str, set[str]] = {}
    for path in sorted((content / ".lock").glob("*.jsonl")):
        text = read_text(path, path.name, limit=MAX_ARTICLE_BYTES)
        for line in [] if isinstance(text, Diagnostic) else text.splitlines():
            if line.startswith('{"fact"'):
                continue
            with suppress(ValueError, TypeError, KeyError, AttributeError):
                row = json.loads(line)
                each = _entity(row["names"] if "names" in row else row["entity"])
                called.setdefault(each.id, set()).update((*each.aliases, *each.mentioned_as))
    return called


def write_lock(lock: Lock) -> str:
    """The text of a lock file, sorted so that two runs give the same bytes."""
    rows: list[dict[str, Any]] = [
        {"entity": _filled(_entity_row(each)), **_rejection(lock.rejected_entities.get(name))}
        for name, each in sorted(lock.entities.items())
    ]
    rows += [{"names": _filled(_entity_row(each))} for _, each in sorted(lock.names.items())]
    rows += [{"fact": _filled(_fact_row(each)), **_rejection(lock.rejected.get(key))} for key, each in sorted(lock.facts.items())]
    return "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)


def _rejection(reason: str | None) -> dict[str, Any]:
    """What is noted of a proposal that a person rejected; nothing of others."""
    return {} if reason is None else _filled({"rejected": True, "reason": reason})


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value}


def _entity_row(each: ProposedEntity) -> dict[str, Any]:
    listed = {"aliases": list(each.aliases), "mentioned_as": list(each.mentioned_as), "same_as": list(each.same_as)}
    return {"id": each.id, "type": each.type, "name": each.name, "when": each.when, "kind": each.kind, **listed}


def _fact_row(each: ProposedFact) -> dict[str, Any]:
    said = {"by": each.by, "stance": each.stance.value if each.stance else "", "quote": each.quote, "locator": each.locator}
    qualifiers = {name: list(values) for name, values in each.qualifiers.items()}
    return {
        "subject": each.subject,
        "property": each.property,
        "value": each.value,
        "qualifiers": qualifiers,
        "source": each.source,
        "unsure": each.unsure,
        **said,
    }


def _entity(row: dict[str, Any]) -> ProposedEntity:
    aliases, others, same = (tuple(map(str, row.get(name, ()))) for name in ("aliases", "mentioned_as", "same_as"))
    texts = {name: str(row.get(name, "")) for name in ("when", "kind")}
    return ProposedEntity(
        id=row["id"],
        type=row["type"],
        name=row["name"],
        aliases=aliases,
        mentioned_as=others,
        same_as=same,
        when=texts["when"],
        kind=texts["kind"],
    )


def _fact(row: dict[str, Any]) -> ProposedFact:
    return ProposedFact(
        subject=row["subject"],
        property=row["property"],
        value=row["value"],
        qualifiers={name: tuple(map(str, values)) for name, values in row.get("qualifiers", {}).items()},
        source=row["source"],
        quote=row.get("quote", ""),
        locator=row.get("locator", ""),
        by=row.get("by", ""),
        stance=Stance(row["stance"]) if row.get("stance") else None,
        unsure=row.get("unsure", ""),
    )
