"""`sourcebook ingest`."""

import os
from collections.abc import Mapping
from pathlib import Path

import click

from sourcebook import project as use
from sourcebook.cli.console import Progress, open_project, project_option, report
from sourcebook.model.articles import GENRES
from sourcebook.text import visible


@click.command("ingest", short_help="articles -> entities and facts, for people to review")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@project_option
@click.option("--id", "article_id", default="", help="Id of the article; made from the file's name if not given.")
@click.option("--title", default="", help="Title of the article.")
@click.option("--author", default="", help="Who wrote it: the id of an entity, or a name.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--genre", type=click.Choice(list(GENRES)), help="Sets how its statements are put if they do not say: fact or claim.")
@click.option("--issued", default="", help="When it appeared: 2025, 2025-03, 2025-03-04, 2025? (uncertain).")
@click.option("--language", default="", help="Language tag such as en.")
@click.option("--url", default="", help="Where it can be read.")
@click.option("--license", "licence", default="", help="Under which licence the text may be kept.")
@click.option(
    "--with", "models", multiple=True, metavar="NAME:ARGUMENT", help="Let a model read too: spacy:PIPELINE, gliner:FOLDER or llm:MODEL."
)
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes that read; as many as there are cores if not given.")
def command(
    files: tuple[Path, ...], folder: Path, article_id: str, jobs: int | None, models: tuple[str, ...], **record: str | None
) -> None:
    """Stores FILES as articles, word for word, and writes what the loader finds in them into the entity files.

    A folder stands for all documents in it. What is found does not depend on the order of the files; one that
    cannot be read is reported, and the others are taken in.

    Every proposed fact carries `auto:` until a person deletes that line. What people wrote is never changed: a fact
    that was deleted stays deleted, one that was edited stays as it is. Without FILES, all articles are read again.

    \b
    Examples:
      sourcebook ingest visit.txt --author "Ada Lovelace" --genre opinion --issued 2025-03
      sourcebook ingest visit.txt --id lovelace-2025
      sourcebook ingest press-releases/ --genre statement
      sourcebook ingest                     # read all articles again
    """
    project = open_project(folder)
    written = {("license" if name == "licence" else name): value for name, value in record.items() if value}
    failed = taken = 0
    new = False
    documents, skipped = use.documents_under(files)
    if skipped:
        click.echo(_left_out(skipped), err=True)
    if files and not documents:
        click.echo("There are no documents in what was named", err=True)
        raise click.exceptions.Exit(1)
    with Progress("reading") as progress:
        run = use.ingest(
            project, documents, written, article_id=article_id, jobs=jobs or os.cpu_count() or 1, models=models, watch=progress.of
        )
        for each in run:
            progress.clear()
            if use.has_errors(each.findings):
                failed += 1
                click.echo(f"{visible(each.document)}: nothing written", err=True)
            else:
                taken += 1
                counts = ", ".join(_counted(what, count) for what, count in each.counts.items() if count) or "nothing new"
                click.echo(f"{visible(each.document)} -> articles/{each.article}: {counts}")
            new = new or bool(each.counts.get("new facts") or each.counts.get("new entities"))
            if each.findings:
                report(each.findings, project, counted=False)
    if new:
        click.echo("`sourcebook review` goes through what is new.", err=True)
    if failed:
        click.echo(f"{failed:,} of {failed + taken:,} documents could not be taken in; what is wrong with each is told above.", err=True)
        raise click.exceptions.Exit(1)


_ONE = {"entities": "entity", "facts": "fact", "names": "name"}


def _counted(what: str, count: int) -> str:
    """How often something happened, such as "2 new facts" or "1 new entity"."""
    if count > 1:
        return f"{count:,} {what}"
    return f"{count} {' '.join(_ONE.get(word, word) for word in what.split())}"


def _left_out(skipped: Mapping[str, int]) -> str:
    """How many files of which kinds were not looked at."""
    kinds = ", ".join(sorted(each or "no ending" for each in skipped))
    total = sum(skipped.values())
    return f"{total:,} {'file' if total == 1 else 'files'} of other kinds left out ({visible(kinds)})"
