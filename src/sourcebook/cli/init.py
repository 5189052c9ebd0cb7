"""`sourcebook init`."""

from pathlib import Path

import click

from sourcebook import project as use


@click.command("init", short_help="begin a knowledge base of one's own")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", default="", help="Title of the site; made from the folder's name if not given.")
@click.option("--repository", default="", help="Web address of the git repository, for the edit links.")
@click.option(
    "--ci",
    type=click.Choice(["github", "gitlab", "none"]),
    help="Whose CI checks and publishes it; that of the repository's host if not given, else GitHub's.",
)
def command(folder: Path, title: str, repository: str, ci: str | None) -> None:
    """Makes a working knowledge base in DIR: configuration, folders, a CI workflow and editor settings.

    Files that are there already are never overwritten: a README.md and the like are kept, and where a knowledge base is, none is
    begun.

    \b
    Examples:
      sourcebook init myanmar --title "Myanmar in the news"
      cd myanmar && sourcebook ingest ../visit.txt && sourcebook serve
      sourcebook init myanmar --repository https://gitlab.com/press/myanmar    # with a pipeline for GitLab
    """
    inside = use.inside_repository(folder)
    made = use.init(folder, title=title, repository=repository, ci=ci or "")
    for each in made.written:
        click.echo(f"wrote {each}")
    for each in made.kept:
        click.echo(f"kept {each}{': name site/ in it, where the site is built' if each == '.gitignore' else ''}", err=True)
    if inside and ci != "none":
        click.echo(
            f"No workflow was written: hosts read them at the top of a repository. docs/publishing.md has one; give it `project: {inside}`",
            err=True,
        )
    from sourcebook import merging

    if merging.in_repository(folder):
        for each in merging.install(folder):
            click.echo(each)
    click.echo(f"\nNext: cd {folder} && sourcebook ingest ARTICLE.txt && sourcebook serve")
