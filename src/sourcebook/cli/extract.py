"""`sourcebook extract`."""

import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sourcebook import project as use
from sourcebook.cli.console import coloured, report
from sourcebook.cli.wrapping import WIDEST, Style, wrapped
from sourcebook.read import NotReadableError

if TYPE_CHECKING:
    from sourcebook.extract.look import Piece
    from sourcebook.model.articles import Article

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
        for line in _described(article, found):
            click.echo(line)


def _described(article: "Article", found: Mapping[str, Any]) -> Iterator[str]:
    """The record, the text with its mentions, then entities by type, facts above the words they rest on, and quotations."""
    colour, text = coloured(sys.stdout), article.text or ""
    width = min(WIDEST, shutil.get_terminal_size().columns)
    yield from wrapped(width, [(article.title, _style(colour, bold=True))])
    yield from wrapped(width, [(use.record_in_words(article), str)])
    kinds = [each for each in _COLOURS if any(one["type"] == each for one in found["mentions"])]
    yield from wrapped(width, [(f"{each}  " if colour else f"[{each}]  ", _style(colour, fg=_COLOURS[each])) for each in kinds])
    yield ""
    cut = use.pieces(text, found["mentions"])
    for block in article.blocks:
        yield from wrapped(width, [_part(each, colour=colour) for each in cut(block.start, block.end)])
        yield ""
    names = {each["id"]: each["name"] for each in found["entities"]}
    counts = Counter(each["entity"] for each in found["mentions"])
    for kind in dict.fromkeys(each["type"] for each in found["entities"]):
        yield _style(colour, bold=True, fg=_COLOURS.get(kind))(kind)
        for each in found["entities"]:
            if each["type"] == kind:
                also = f" (also: {', '.join(each['aliases'])})" if each["aliases"] else ""
                yield from wrapped(width, [(f"{each['name']}{also}, {counts[each['id']]}x  [{each['id']}]", str)], "  ")
    yield _style(colour, bold=True)("facts")
    for told in use.facts_in_words(found, text):
        for words, put in told.facts:
            yield from wrapped(width, [(words + (f"  ({put})" if put else ""), str)], "  ")
        yield from wrapped(width, [(f"“{told.words}”", str)], "      ")
    yield _style(colour, bold=True)("quotations")
    for each in found["quotes"]:
        yield from wrapped(width, [(f"{names.get(each['speaker'], 'speaker unknown')}:", str)], "  ")
        yield from wrapped(width, [(f"“{' '.join(text[each['start'] : each['end']].split())}”", str)], "      ")


@cache
def _style(colour: bool, **how: Any) -> Style:  # noqa: FBT001 (a private helper of one switch)
    """How to show a text; the same function for the same style, by which runs of it are known."""
    return partial(click.style, **how) if colour else str


def _part(piece: "Piece", *, colour: bool) -> tuple[str, Style]:
    tag = f"[{piece.type}] " if piece.first and not colour else ""
    return tag + re.sub(r"\s+", " ", piece.text), _style(colour, fg=_COLOURS[piece.type]) if piece.type in _COLOURS else str
