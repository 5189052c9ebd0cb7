"""`sourcebook review`."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sourcebook.cli.console import Progress, coloured, open_project, project_option, report
from sourcebook.diagnostics import SourcebookError

if TYPE_CHECKING:
    from sourcebook.cli.reviewing import Screen
    from sourcebook.project import Project
    from sourcebook.reviewing import Proposal, Session

KEYS = {
    "a": "accept",
    "e": "edit",
    "r": "reject",
    "s": "skip",
    "u": "undo",
    "S": "accept sentence",
    "E": "accept entity",
    "?": "help",
    "q": "quit",
}
HELP = """
a  accept: the line `auto:` is deleted (and `unsure:`)
e  edit the fact in your editor; it is checked and put back
r  reject, with a reason if you like: the fact is deleted, and will not be proposed again
s  skip: it comes last the next time
u  undo the last answer; again for the one before
S  accept all that rests on this sentence
E  accept all that waits in the file of this entity
q  quit; every answer is written already, and the next time goes on here
"""


@click.command("review", short_help="accept, edit or reject what the loader proposed")
@click.argument("places", nargs=-1, metavar="[PATH[:LINE]]...")
@project_option
@click.option("--article", default="", metavar="ID", help="Only what rests on this article.")
@click.option("--entity", default="", metavar="ID", help="Only this entity, its facts and those that name it.")
@click.option("--property", "name", default="", help="Only facts of this property.")
@click.option("--unsure", "doubt", flag_value="unsure", default="", help="Only what the loader doubts.")
@click.option("--sure", "doubt", flag_value="sure", help="Only what it does not doubt.")
@click.option(
    "--list", "answer", flag_value="list", default="", help="Print what waits, each with its place; exit with 1 if something does."
)
@click.option("--accept", "answer", flag_value="accept", help="Accept all that the options and places select, without asking.")
@click.option("--reject", "answer", flag_value="reject", help="Reject all that they select.")
@click.option("--reason", default="", help="Why, with --reject; the lock keeps it.")
def command(places: tuple[str, ...], folder: Path, article: str, entity: str, name: str, doubt: str, answer: str, reason: str) -> None:
    """Goes through the facts and entities that the loader proposed, each with the words it rests on; one key answers.

    Every answer is written at once, only the lines that it is about, and can be undone. Stop at any time: the next
    time goes on where you were, and what was skipped comes last. The same can be done in any editor: delete the line
    `auto:` to accept, delete the fact to reject. Answers can also come as lines on the standard input, such as `a`
    or `r wrong person`.

    Exit status: 0 done or stopped, 1 with --list if something waits, or if files are broken, 2 wrong usage.

    \b
    Examples:
      sourcebook review
      sourcebook review --article visit --unsure
      sourcebook review --list content/people/ada.yml
      sourcebook review --accept content/people/ada.yml:12
      sourcebook review --reject --property opposes --reason "irony"
    """
    from sourcebook.reviewing import BrokenError, Session, Wanted

    project = open_project(folder)
    wanted = Wanted(article=article, entity=entity, property=name, doubt=doubt, places=tuple(_as_shown(project, each) for each in places))
    if answer in {"accept", "reject"} and wanted == Wanted():
        raise click.UsageError(f"--{answer} needs to know what: name places, or options such as --article")
    if reason and answer != "reject":
        raise click.UsageError("--reason goes with --reject")
    try:
        with Progress("reading") as progress:
            session = Session(project, wanted, progress)
        if answer == "list":
            _print(session)
        elif not session.waiting:
            click.echo("Nothing waits for review.")
        elif answer:
            number = session.accept(session.waiting) if answer == "accept" else session.reject(session.waiting, reason)
            click.echo(f"{number:,} {answer}ed")
        else:
            _Review(session).run()
    except BrokenError as error:
        report(error.findings, project)
        click.echo("Mend these first: what they propose cannot be read.", err=True)
        raise click.exceptions.Exit(1) from None


def _as_shown(project: "Project", place: str) -> str:
    """A place as findings print it, also if it was written from another folder."""
    from sourcebook.reviewing import split_place

    path = split_place(place)[0]
    with suppress(ValueError):
        return (project.shown(Path(path)) if Path(path).exists() else path) + place[len(path) :]
    return place


def _screen() -> "Screen":
    from sourcebook.cli.reviewing import Screen
    from sourcebook.cli.wrapping import WIDEST

    return Screen(min(WIDEST, shutil.get_terminal_size().columns), coloured(sys.stdout))


def _print(session: "Session") -> None:
    """What waits, one line for each."""
    from sourcebook.reviewing import in_words
    from sourcebook.text import visible

    for each in session.waiting:
        doubt = f"  (unsure: {each.unsure})" if each.unsure else ""
        click.echo(visible(f"{each.place}: {in_words(session.kb, each)}{doubt}"))
    if session.waiting:
        raise click.exceptions.Exit(1)


class _Review:
    """A dialogue about what waits."""

    def __init__(self, session: "Session") -> None:
        self._session, self._screen = session, _screen()
        self._keys = sys.stdin.isatty()
        self._lines = iter(sys.stdin.readline, "")
        self._acts: dict[str, Callable[[Proposal, str], None]] = {
            "a": self._accept,
            "e": self._edit,
            "r": self._reject,
            "s": self._skip,
            "u": self._undo,
            "S": self._sentence,
            "E": self._entity,
            "?": self._help,
        }

    def run(self) -> None:
        """Asks until all is answered or somebody stops."""
        from sourcebook.cli.reviewing import shown
        from sourcebook.text import visible

        seen: object = None
        try:
            while here := self._session.current:
                if here is not seen:
                    self._screen = _screen()
                    for line in shown(self._screen, self._session.kb, here, self._session.position):
                        click.echo(line)
                    seen = here
                key, words = self._asked()
                if key in {"q", ""}:
                    break
                act = self._acts.get(key)
                if act is None:
                    click.echo(f"{visible(key)} is no answer: {', '.join(self._acts)} or q")
                    continue
                try:
                    act(here, words)
                except SourcebookError as error:
                    click.echo(f"{error}.")
                    seen = None
        finally:
            self._told()

    def _told(self) -> None:
        counts = self._session.counts
        told = ", ".join(f"{counts[each]:,} {each}" for each in ("accepted", "rejected", "edited", "skipped") if counts[each])
        left = len(self._session.waiting)
        click.echo(f"\n{told or 'Nothing answered'}; {f'{left:,} still wait' if left != 1 else '1 still waits'}.")

    def _asked(self) -> tuple[str, str]:
        """The next answer and what was written after it; "" where there are no more."""
        parts = [f"{key} {what}" for key, what in KEYS.items() if self._screen.width >= 72 or len(what) < 8]
        for line in _in_lines(parts, self._screen.width):
            click.echo(self._screen.faint(line))
        click.echo("> ", nl=False)
        if self._keys:
            try:
                key = click.getchar()
            except EOFError:
                key = "q"
            click.echo(key if key.isprintable() else "")
            return key or "q", ""
        key, _, words = next(self._lines, "").rstrip("\r\n").strip().partition(" ")
        click.echo(f"{key} {words}".rstrip())
        return key, words.strip()

    def _line(self, question: str) -> str | None:
        """A line from a person; None if they go back."""
        try:
            return input(question)
        except (EOFError, KeyboardInterrupt):
            click.echo("")
            return None

    def _accept(self, here: "Proposal", _: str) -> None:
        self._session.accept([here])

    def _sentence(self, _: "Proposal", __: str) -> None:
        click.echo(f"{self._session.accept(self._session.of_sentence()):,} accepted")

    def _entity(self, _: "Proposal", __: str) -> None:
        click.echo(f"{self._session.accept(self._session.of_entity()):,} accepted")

    def _reject(self, here: "Proposal", words: str) -> None:
        along = self._session.along(here)
        reason: str | None = words
        if along:
            click.echo(f"{along:,} proposed {'fact goes' if along == 1 else 'facts go'} with it.")
        if self._keys:
            reason = self._line("Why? (Enter for no reason, Ctrl-C to go back) ")
        if reason is not None:
            self._session.reject([here], reason)

    def _skip(self, _: "Proposal", __: str) -> None:
        self._session.skip()

    def _undo(self, _: "Proposal", __: str) -> None:
        what = self._session.undo()
        click.echo(f"Taken back: {what}." if what else "There is nothing to undo.")

    def _help(self, _: "Proposal", __: str) -> None:
        click.echo(HELP)

    def _edit(self, here: "Proposal", _: str) -> None:
        """Opens the editor, and opens it again until the fact is right or was left as it is."""
        from sourcebook.reviewing import ChangedMeanwhileError, UnfitError

        before = text = self._session.text(here)
        notes = [f"{here.place.path}:{here.place.line}", "Delete `auto:` to accept. Leave it as it is to change nothing."]
        while True:
            try:
                answer = click.edit("".join(f"#| {each}\n" for each in notes) + text, extension=".yml")
            except click.ClickException as error:
                click.echo(f"{error.format_message()}. Set VISUAL or EDITOR to your editor.")
                return
            new = "".join(f"{line}\n" for line in (answer or "").split("\n") if not line.startswith("#|")).rstrip("\n") + "\n"
            if answer is None or not new.strip() or new == before:
                click.echo("Left as it was.")
                return
            if new == text and len(notes) > 2:
                click.echo("\n".join(["Left as it was, for this is still wrong:", *notes[2:]]))
                return
            text = new
            try:
                self._session.edit(here, new)
            except UnfitError as error:
                notes = [*notes[:1], "Nothing was written yet. Mend this, or close without saving:", *_told_of(error)]
            except ChangedMeanwhileError:
                kept = self._session.keep_text(new)
                click.echo(f"What you wrote is kept in {kept}.")
                raise
            else:
                return


def _told_of(error: Exception) -> Iterator[str]:
    from sourcebook.text import visible

    for each in getattr(error, "findings", ()):
        yield visible(f"line {each.place.line}: {each.message}")
        if each.help:
            yield visible(f"  {each.help}")


def _in_lines(parts: Sequence[str], width: int) -> Iterator[str]:
    line = ""
    for each in parts:
        if line and len(line) + 2 + len(each) > width:
            yield line
            line = ""
        line += f"  {each}" if line else each
    yield line
