"""`sourcebook find`."""

import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from sourcebook import lookup
from sourcebook.cli.console import Progress, coloured, open_project, project_option


@click.command("find", short_help="entities, facts and sentences that have words")
@click.argument("words", nargs=-1, required=True)
@project_option
@click.option("-n", "--limit", type=click.IntRange(0), default=20, show_default=True, help="At most so many of each kind; 0 for all.")
def command(words: tuple[str, ...], folder: Path, limit: int) -> None:
    """Finds entities by their names, facts by what they say and cite, and sentences of the articles that have all WORDS.

    Words in quotation marks stand beside each other. Case, accents and hyphens do not matter. Where no entity has the
    words in its names, similar names are listed. Exit status: 1 if there is nothing.

    \b
    Examples:
      sourcebook find rome
      sourcebook find "Ada Lovelace" visited
      sourcebook find lovelase                  # similar names
    """
    project = open_project(folder)
    with Progress("searching") as progress:
        found = lookup.find(project, words, watch=progress)
    groups = {"entities": found.entities, "similar names": found.similar, "facts": found.facts, "sentences": found.sentences}
    for path in found.broken:
        click.echo(f"{path} cannot be read: `sourcebook check` says why", err=True)
    if not any(groups.values()):
        click.echo(f"Nothing has the words: {' '.join(words)}", err=True)
        raise click.exceptions.Exit(1)
    first = True
    for name, hits in groups.items():
        if hits:
            click.echo(("" if first else "\n") + click.style(name, bold=True))
            _print(hits[: limit or None], words)
            if limit and len(hits) > limit:
                click.echo(f"  … and {len(hits) - limit:,} more (--limit 0 shows all)")
            first = False


def _print(hits: Sequence[lookup.Hit], words: Sequence[str]) -> None:
    pattern = re.compile("|".join(re.escape(each) for each in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    terminal = sys.stdout.isatty()
    wide = max(40, shutil.get_terminal_size().columns) if terminal else 0
    for each in hits:
        text = "".join(one if one.isprintable() else " " for one in each.words + (f"  ({each.what})" if each.what else ""))
        line = f"  {each.path}:{each.line}  "
        if wide and len(line) + len(text) > wide * 2:
            found = pattern.search(text)
            start = max(0, (found.start() if found else 0) - wide // 2)
            text = ("…" if start else "") + text[start : start + wide * 2 - len(line) - 2] + ("…" if start + wide * 2 < len(text) else "")
        if coloured(sys.stdout):
            text = pattern.sub(lambda one: click.style(one[0], fg="green", bold=True), text)
        click.echo(line + text)
