"""`sourcebook extract`."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from sourcebook import project as use
from sourcebook.cli.console import report
from sourcebook.read import NotReadableError


@click.command("extract", short_help="show what the loader finds; write nothing")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["json", "text"]), default="text", show_default=True, help="How to show it.")
@click.option(
    "-C",
    "--project",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Let the loader know the entities of this knowledge base.",
)
def command(file: Path, form: str, folder: Path | None) -> None:
    """Shows the mentions, entities, facts and quotations that the loader finds in FILE. Nothing is written.

    Offsets count Unicode code points of the text without its front matter; ends are exclusive.

    \b
    Examples:
      sourcebook extract visit.txt
      sourcebook extract visit.txt --format json > visit.json
    """
    project = use.find_project(folder) if folder else None
    try:
        found = use.extract_file(file, project)
    except NotReadableError as error:
        report(error.findings, None)
        raise click.exceptions.Exit(1) from None
    if form == "json":
        click.echo(use.to_json_text(found), nl=False)
        return
    for line in _described(found):
        click.echo(line)


def _described(found: Mapping[str, Any]) -> Iterator[str]:
    """The finds for people: entities by type, then each fact above the words it rests on, then quotations."""
    names = {each["id"]: each["name"] for each in found["entities"]}
    counts = Counter(each["entity"] for each in found["mentions"])
    for kind in dict.fromkeys(each["type"] for each in found["entities"]):
        yield click.style(kind, bold=True)
        for each in found["entities"]:
            if each["type"] == kind:
                also = f" (also: {', '.join(each['aliases'])})" if each["aliases"] else ""
                yield f"  {each['name']}{also}, {counts[each['id']]}x  [{each['id']}]"
    yield click.style("facts", bold=True)
    for each in found["relations"]:
        qualifiers = "".join(f"; {name}: {value}" for name, value in each["qualifiers"].items())
        yield f"  {names.get(each['subject'], each['subject'])} - {each['predicate']} - {names.get(each['object'], each['object'])}{qualifiers}"
    yield click.style("quotations", bold=True)
    for each in found["quotes"]:
        yield f"  {names.get(each['speaker'], 'speaker unknown')}: {each['start']}-{each['end']}"
