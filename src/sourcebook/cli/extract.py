"""`sourcebook extract`."""

import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from sourcebook import project as use
from sourcebook.cli.console import coloured, report
from sourcebook.read import NotReadableError

_COLOURS = {
    "person": "green",
    "place": "blue",
    "organization": "magenta",
    "event": "yellow",
    "agreement": "red",
    "area": "cyan",
    "demonym": "bright_blue",
    "role": "bright_green",
    "date": "bright_black",
}
WIDEST = 100
"""Columns; longer lines are hard to read."""


@click.command("extract", short_help="show what the loader finds; write nothing")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["json", "text"]), default="text", show_default=True, help="How to show it.")
@click.option("--html", "out", type=click.Path(dir_okay=False, path_type=Path), help="Write it as a web page in one file instead.")
@click.option(
    "--with", "models", multiple=True, metavar="NAME:ARGUMENT", help="Let a model read too: spacy:PIPELINE, gliner:FOLDER or llm:MODEL."
)
@click.option(
    "-C",
    "--project",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Let the loader know the entities of this knowledge base.",
)
def command(file: Path, form: str, out: Path | None, models: tuple[str, ...], folder: Path | None) -> None:
    """Shows the mentions, entities, facts and quotations that the loader finds in FILE. Nothing is written.

    In the terminal the text is shown with its mentions in colour, or with their type in brackets where colours are
    off (NO_COLOR). Offsets of the JSON count Unicode code points of the text without its front matter; ends are
    exclusive.

    \b
    Examples:
      sourcebook extract visit.txt
      sourcebook extract visit.pdf --html visit.html
      sourcebook extract visit.txt --with spacy:en_core_web_sm
      sourcebook extract visit.txt --format json > visit.json
    """
    project = use.find_project(folder) if folder else None
    try:
        article, found = use.look(file, project, models)
    except NotReadableError as error:
        report(error.findings, None)
        raise click.exceptions.Exit(1) from None
    if out:
        use.write_page(out, article, found)
        click.echo(f"{out}: {len(found['mentions']):,} mentions, {len(found['relations']):,} facts", err=True)
    elif form == "json":
        click.echo(use.to_json_text(use.contract(found)), nl=False)
    else:
        for line in _described(article.text or "", [each.of(article.text or "") for each in article.blocks], found):
            click.echo(line)


def _described(text: str, blocks: list[str], found: Mapping[str, Any]) -> Iterator[str]:
    """The text with its mentions, then entities by type, each fact above the words it rests on, and quotations."""
    plain = not coloured(sys.stdout)
    width = min(WIDEST, shutil.get_terminal_size().columns)
    kinds = [each for each in _COLOURS if any(one["type"] == each for one in found["mentions"])]
    yield "  ".join(f"[{each}]" if plain else click.style(each, fg=_COLOURS[each]) for each in kinds)
    yield ""
    at = 0
    for block in blocks:
        start = text.index(block, at)
        at = start + len(block)
        yield from _wrapped(text, found, start, at, width, plain=plain)
        yield ""
    names = {each["id"]: each["name"] for each in found["entities"]}
    counts = Counter(each["entity"] for each in found["mentions"])
    for kind in dict.fromkeys(each["type"] for each in found["entities"]):
        yield click.style(kind, bold=True, fg=None if plain else _COLOURS.get(kind))
        for each in found["entities"]:
            if each["type"] == kind:
                also = f" (also: {', '.join(each['aliases'])})" if each["aliases"] else ""
                yield f"  {each['name']}{also}, {counts[each['id']]}x  [{each['id']}]"
    yield click.style("facts", bold=True)
    for words, put, evidence, _ in use.facts_in_words(found, text):
        yield f"  {words}" + (f"  ({put})" if put else "")
        yield from textwrap.wrap(f"“{evidence}”", width, initial_indent="      ", subsequent_indent="      ")
    yield click.style("quotations", bold=True)
    for each in found["quotes"]:
        yield f"  {names.get(each['speaker'], 'speaker unknown')}:"
        words = " ".join(text[each["start"] : each["end"]].split())
        yield from textwrap.wrap(f"“{words}”", width, initial_indent="      ", subsequent_indent="      ")


def _wrapped(text: str, found: Mapping[str, Any], start: int, end: int, width: int, *, plain: bool) -> Iterator[str]:
    """A paragraph in lines of at most `width` columns, its mentions coloured or tagged."""
    line, length = "", 0
    for piece in use.pieces(text, found["mentions"], start, end):
        tag = f"[{piece.type}] " if plain and piece.first else ""
        for number, word in enumerate(piece.text.split(" ")):
            space = " " if number and line else ""
            shown = (tag if not number else "") + " ".join(word.split())
            if (number or not line.strip() or line.endswith(" ")) and length + 1 + len(shown) > width:
                yield line
                line, length, space = "", 0, ""
            coloured = click.style(shown, fg=_COLOURS.get(piece.type)) if shown and piece.type and not plain else shown
            line += space + coloured
            length += len(space) + len(shown)
    if line:
        yield line
