"""What changed, for people at a terminal and for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sourcebook.compare.words import SIGNS, Words, groups, named_errors, quotes, shortened, summary
from sourcebook.model.changes import Change, Section, What, counts
from sourcebook.model.facts import Citation, Fact, value_text
from sourcebook.text import visible

FORMAT = 1
_COLOURS = {"+": "32", "✓": "32", "-": "31", "!": "33", "?": "36"}


def text_report(changes: Sequence[Change], words: Words, revisions: tuple[str, str], errors: int, *, colour: bool = False) -> Iterator[str]:
    """A line of counts; then by entity and article what changed, each fact above the words that it rests on."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour and code else text

    yield visible(f"{revisions[0]} → {revisions[1]}: {summary(changes)}")
    if errors:
        yield paint(named_errors(errors), "33")
    for heading, subject, listed in groups(changes):
        yield ""
        path = listed[0].path if listed[0].section in {Section.ENTITIES, Section.ARTICLES} else ""
        yield f"{paint(visible(heading), '1')}{paint(f'  {visible(path)}', '2') if path else ''}"
        for each in listed:
            sign = SIGNS.get(each.action, "~")
            which = f"{visible(each.subject)}: " if not subject and each.what in {What.PAGE, What.FILE} else ""
            yield f"  {paint(sign, _COLOURS.get(sign, ''))} {which}{visible(words.sentence(each))}"
            for mark, cited in quotes(each):
                said = f"“{shortened(cited.quote)}”" if cited.quote else cited.locator
                yield f"    {mark} {visible(f'{said} – {words.says(cited)}')}"


def json_report(changes: Sequence[Change], words: Words, sides: Sequence[Mapping[str, str | None]], errors: int) -> Iterator[str]:
    """One JSON object; `docs/changes.md` describes it. Members that are empty are left out of changes."""
    found = {
        "format": FORMAT,
        "before": sides[0],
        "after": sides[1],
        "counts": counts(changes),
        "errors": errors,
        "changes": [_row(each, words) for each in changes],
    }
    yield json.dumps(found, ensure_ascii=False, indent=1)


def _row(change: Change, words: Words) -> dict[str, Any]:
    citations = {"citation_before": change.citation_before, "citation_after": change.citation_after}
    found = {
        "action": change.action.value,
        "what": change.what.value,
        "section": change.section.value,
        "id": change.subject,
        "name": change.name if change.name != change.subject else "",
        "key": change.key,
        "before": change.before,
        "after": change.after,
        "sentence": words.sentence(change),
        "fact_before": _fact(change.fact_before),
        "fact_after": _fact(change.fact_after),
        **{name: _citation(each) for name, each in citations.items() if each},
        "facts": [_fact(each) for each in change.facts],
        "path": change.path,
    }
    return {name: each for name, each in found.items() if each} | {"line": change.line}


def _fact(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    found = {
        "id": fact.id,
        "subject": fact.subject,
        "property": fact.property,
        "value": value_text(fact.value),
        "qualifiers": {name: list(map(value_text, values)) for name, values in fact.qualifiers.items()},
        "rank": fact.rank.value,
        "why": fact.why,
        "auto": fact.auto,
        "unsure": fact.unsure,
        "citations": [_citation(each) for each in fact.citations],
        "path": fact.place.path,
        "line": fact.place.line,
    }
    return {name: each for name, each in found.items() if each}


def _citation(cited: Citation) -> dict[str, Any]:
    found = {"src": cited.source, "quote": cited.quote, "locator": cited.locator, "by": cited.by, "stance": cited.stance.value}
    return {name: each for name, each in found.items() if each}
