"""Proposals as YAML, in the style that people are asked to keep."""

import textwrap

from sourcebook.model.proposals import ProposedEntity, ProposedFact
from sourcebook.model.schema import Schema
from sourcebook.store.articles import plain_or_quoted

WIDTH = 80
"""Columns; a quote is folded so that changes of it are small."""


def write_fact(fact: ProposedFact, auto: str) -> list[str]:
    """The lines of a fact as an entry of `facts:`."""
    lines = [*scalar_lines(f"  - {fact.property}", fact.value, "      ")]
    for name, values in fact.qualifiers.items():
        if len(values) == 1:
            lines += scalar_lines(f"    {name}", values[0], "      ")
        else:
            lines.append(f"    {name}: [{', '.join(in_list(each) for each in values)}]")
    if auto:
        lines.append(f"    auto: {auto}")
    if fact.unsure:
        lines += scalar_lines("    unsure", fact.unsure, "      ")
    return [*lines, "    cite:", *write_citation(fact)]


def write_citation(fact: ProposedFact) -> list[str]:
    """The lines of the words that a fact rests on, as an entry of its `cite:`."""
    lines = [f"      - src: {fact.source}"]
    if fact.by:
        lines.append(f"        by: {fact.by}")
    if fact.stance:
        lines.append(f"        stance: {fact.stance.value}")
    if fact.locator:
        lines.append(
            f'        locator: "{fact.locator}"' if fact.locator.isdigit() else f"        locator: {plain_or_quoted(fact.locator)}"
        )
    if fact.quote:
        lines += folded_lines("        quote", fact.quote, "          ")
    return lines


def write_entity(entity: ProposedEntity, facts: list[list[str]], auto: str = "") -> str:
    """The text of a new entity file; `auto` is the loader that made it, "" for a person."""
    lines = [f"type: {entity.type}", f"name: {plain_or_quoted(entity.name)}"]
    for key, values in (("aliases", entity.aliases), ("mentioned_as", entity.mentioned_as), ("same_as", entity.same_as)):
        if values:
            lines += [f"{key}:", *(f"  - {plain_or_quoted(each)}" for each in values)]
    lines += [f"{key}: {plain_or_quoted(value)}" for key, value in (("when", entity.when), ("kind", entity.kind), ("auto", auto)) if value]
    if facts:
        lines.append("facts:")
        for number, each in enumerate(facts):
            lines += ([""] if number else []) + each
    return "\n".join(lines) + "\n"


def canonical_key(schema: Schema, name: str, value: str) -> tuple[int, str]:
    """The order of facts: that of the schema, then the value."""
    known = schema.properties.get(name)
    return (known.order if known else len(schema.properties), value)


def in_list(text: str) -> str:
    """A scalar of one line as an item of a list in brackets."""
    return plain_or_quoted(text) if not set(text) & set(",[]{}") else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def scalar_lines(key: str, text: str, indent: str) -> list[str]:
    """A key with its text: on one line if that is short enough, else folded below it."""
    line = f"{key}: {plain_or_quoted(text)}"
    return [line] if len(line) <= WIDTH else folded_lines(key, text, indent)


def folded_lines(key: str, text: str, indent: str) -> list[str]:
    """A block scalar `>-` where folding gives the text back exactly, else a quoted line."""
    if " ".join(text.split()) != text or not text.isprintable() or text.startswith("#"):
        return [f"{key}: {plain_or_quoted(text)}"]
    width = max(20, WIDTH - len(indent))
    # break_on_hyphens would put a space where there is none.
    return [f"{key}: >-", *(indent + line for line in textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False))]
