"""The command line: one module per command, imported when it is called."""

import errno
import os
import re
import sys
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from sourcebook import __version__
from sourcebook.diagnostics import SourcebookError
from sourcebook.memory import end_quickly

GROUPS = {
    "Begin": {
        "init": "begin a knowledge base of one's own",
        "ingest": "articles -> entities and facts, for people to review",
        "extract": "show what the loader finds in a document; write nothing",
    },
    "Review and edit": {
        "review": "accept, edit or reject what the loader proposed",
        "find": "entities, facts and sentences that have words",
        "new": "make the file of an entity",
        "add": "write a fact with the words it rests on",
        "rename": "give an entity another name or id",
        "merge": "make one entity of two",
        "fix": "mend what can be mended without guessing",
        "fmt": "put entity files in canonical order",
    },
    "Check": {
        "check": "prove that every fact cites words that are there",
        "explain": "what a finding means and how to mend it",
        "diff": "what changed between two versions, in words",
    },
    "Publish": {
        "serve": "the site, renewed at every change",
        "build": "the finished site",
        "render": "the knowledge base as a folder of Markdown pages",
    },
    "For other tools": {
        "merge-driver": "let git merge two people's edits fact by fact",
        "schema": "let editors complete and check the files",
        "completion": "let the shell complete commands and ids",
        "comment": "reports in a comment on the pull request, for CI",
    },
}
COMMANDS = {name: text for listed in GROUPS.values() for name, text in listed.items()}

COMPLETE = "_SOURCEBOOK_COMPLETE"
"""The environment variable by which a shell asks for completions."""


class _Commands(click.Group):
    """Finds commands by name and imports only the one that runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order in which one needs them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"sourcebook.cli.{cmd_name.replace('-', '_')}").command
        return found

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name, or a hint at the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from sourcebook.suggest import did_you_mean

            hint = did_you_mean(args[0], COMMANDS) or f"Commands: {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command {args[0]!r}. {hint}", ctx) from None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names of commands that begin so, without importing the commands; else the options."""
        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        return [CompletionItem(name, help=text) for name, text in COMMANDS.items() if name.startswith(incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by what one wants to do, without importing them."""
        del ctx
        wide = max(map(len, COMMANDS))
        for heading, listed in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(wide), text) for name, text in listed.items()])


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sourcebook")
def group() -> None:
    """Turns articles into a cited, cross-linked knowledge base and a site to browse it.

    \b
    Examples:
      sourcebook init myanmar && cd myanmar
      sourcebook ingest ~/articles/visit.txt --author "Ada Lovelace" --genre news
      sourcebook review
      sourcebook check
      sourcebook serve
    """


_OF_THE_SYSTEM = {
    *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.ENAMETOOLONG, errno.EIO),
    *(errno.ENOENT, errno.ENOTDIR, errno.EISDIR),
}
"""What keeps us from writing a file and is no mistake of ours."""
_BESIDE = re.compile(r"\.([^/]+)\.[0-9a-f]{12}\.part\Z")


def main() -> None:
    """Runs the command line and ends the process. Exit status: 0 clean, 1 findings, 2 wrong usage."""
    try:
        _run()
    except SystemExit as stop:
        end_quickly(stop.code)
        raise


def _run() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if COMPLETE in os.environ:
        import_module("sourcebook.cli.completing")  # which knows how bash splits words
    try:
        status = group.main(prog_name="sourcebook", complete_var=COMPLETE, standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except click.ClickException as error:
        error.show()
        status = 2
    except click.Abort:
        status = 130
    except SourcebookError as error:
        click.echo(f"error: {error}", err=True)
        status = 2
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong.
        sys.stderr.close()
        status = 0
    except OSError as error:
        if error.errno not in _OF_THE_SYSTEM:
            raise
        from sourcebook.text import visible

        # A file is written beside its place and renamed; nobody knows it by that name.
        named = _BESIDE.sub(r"\1", str(error.filename or ""))
        click.echo(f"error: {error.strerror}{': ' if named else ''}{visible(named)}", err=True)
        status = 2
    sys.exit(status if isinstance(status, int) else 0)
