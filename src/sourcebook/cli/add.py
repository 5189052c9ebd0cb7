"""`sourcebook add`."""

from pathlib import Path

import click

from sourcebook import edits
from sourcebook.cli.changing import dry_run_option, finish
from sourcebook.cli.completing import article_ids, entity_ids, property_names, qualifier_names
from sourcebook.cli.console import Progress, open_project, project_option
from sourcebook.edit.statements import Wish
from sourcebook.model.facts import Rank, Stance


@click.command("add", short_help="write a fact with the words it rests on")
@click.argument("entity", shell_complete=entity_ids)
@click.argument("name", metavar="PROPERTY", shell_complete=property_names)
@click.argument("value", shell_complete=entity_ids)
@project_option
@click.option("--quote", default="", help="The exact words of the article; [...] stands for words left out.")
@click.option(
    "--src",
    "source",
    default="",
    metavar="ARTICLE",
    shell_complete=article_ids,
    help="Id or title; not needed if one article has the words.",
)
@click.option(
    "-q",
    "--qualifier",
    "qualifiers",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=qualifier_names,
    help="When, where, as what; several times for several.",
)
@click.option("--by", default="", metavar="ENTITY", shell_complete=entity_ids, help="Who says it, if not the author; or `unknown`.")
@click.option("--stance", type=click.Choice([each.value for each in Stance]), help="How the source puts it; by its genre if not given.")
@click.option("--rank", type=click.Choice([each.value for each in Rank]), default=Rank.NORMAL.value, help="What the editors think of it.")
@click.option("--why", default="", help="The reason for a rank, one sentence.")
@click.option("--locator", default="", help="Page or section, where the text of the source is not held.")
@dry_run_option
def command(
    entity: str,
    name: str,
    value: str,
    folder: Path,
    quote: str,
    source: str,
    qualifiers: tuple[str, ...],
    by: str,
    stance: str | None,
    rank: str,
    why: str,
    locator: str,
    *,
    dry_run: bool,
) -> None:
    """Writes the fact that ENTITY has VALUE as its PROPERTY, with the words that say so.

    Entities are named by id, name or alias. The inverse of a property (`visited_by`) is written the right way round,
    on the other entity. A fact that is there already gets one more citation. The words are looked up in the article;
    if they are not there, the closest passages are shown, ready to copy.

    \b
    Examples:
      sourcebook add ada-lovelace visited rome --quote "Ada visited Rome in 1840." -q when=1840
      sourcebook add "Ada Lovelace" position Countess --src news-1840 --quote "the Countess of Lovelace"
      sourcebook add rome visited_by ada-lovelace --quote "Rome welcomed Ada" --by "Charles Babbage"
      sourcebook add ada met bob --quote "Ada never met Bob" --rank deprecated --why "A later source denies it."
    """
    given: dict[str, tuple[str, ...]] = {}
    for each in qualifiers:
        key, equals, text = each.partition("=")
        if not equals or not key.strip() or not text.strip():
            raise click.UsageError(f"A qualifier is written NAME=VALUE, such as when=2025-03, not {each!r}.")
        given[key.strip()] = (*given.get(key.strip(), ()), text.strip())
    wish = Wish(
        entity=entity,
        property=name,
        value=value,
        source=source,
        quote=quote,
        locator=locator,
        by=by,
        stance=Stance(stance) if stance else None,
        rank=Rank(rank),
        why=" ".join(why.split()),
        qualifiers=given,
    )
    project = open_project(folder)
    with Progress("reading") as progress:
        edited = edits.add(project, wish, watch=progress)
    finish(project, edited, dry_run=dry_run)
