"""`sourcebook review` as a person sees it: in a real pseudo-terminal, with keys, and through pipes, with lines."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.conftest import interruptible, run_cli
from tests.test_review import LISTED, ada, handmade, snapshot

EDITOR = """
import sys
from pathlib import Path
path = Path(sys.argv[1])
text = path.read_text()
Path({seen!r}).open("a").write(text + "=====\\n")
for before, after in {changes!r}:
    if before in text:
        path.write_text(text.replace(before, after, 1))
        break
"""


class Terminal:
    """A program in a terminal of so many columns; what it writes is looked at without its colours."""

    def __init__(self, folder, *arguments, columns=100, **env):
        self.pid, self.fd = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
            os.chdir(folder)
            interruptible()
            # Given whole: readline sets COLUMNS behind the back of os.environ.
            env = {**{key: value for key, value in os.environ.items() if key != "COLUMNS"}, "TERM": "xterm-256color", **env}
            os.execve(sys.executable, [sys.executable, "-m", "sourcebook", "review", *arguments], env)
        # Pieces of what is written may part a character.
        self.decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.raw = ""
        self.read = 0
        self.ended = False

    def until(self, words, seconds=120):
        """What was written since the last look, up to the words."""
        end = time.monotonic() + seconds
        while (at := plain(self.raw).find(words, self.read)) < 0:
            assert time.monotonic() < end, f"no {words!r} in {plain(self.raw)[self.read :]!r}"
            if select.select([self.fd], [], [], 0.2)[0]:
                self.raw += self.decode(os.read(self.fd, 65536))
        start, self.read = self.read, at + len(words)
        return plain(self.raw)[start : self.read]

    def press(self, key):
        """One key, once the program waits for keys: what is typed before it sees the proposal counts for nothing."""
        end = time.monotonic() + 120
        while termios.tcgetattr(self.fd)[3] & termios.ICANON:
            assert time.monotonic() < end
            time.sleep(0.01)
        self.type(key)

    def type(self, text):
        os.write(self.fd, text.encode())

    def interrupt(self):
        """Ctrl-C at a question, once the program sleeps until a line comes.

        Between writing the question and waiting for the answer Python has a few instructions in which a signal is noted
        only after the next line: no hand is that fast, a test on a busy machine is.
        """
        state = Path(f"/proc/{self.pid}/stat")
        end = time.monotonic() + 120
        while state.exists() and state.read_text().rpartition(")")[2].split()[0] != "S":
            assert time.monotonic() < end
            time.sleep(0.01)
        time.sleep(0 if state.exists() else 0.5)
        self.type("\x03")

    def end(self):
        while True:
            assert select.select([self.fd], [], [], 60)[0], self.raw[-2000:]
            try:
                if not (more := os.read(self.fd, 65536)):
                    break
            except OSError:
                break
            self.raw += self.decode(more)
        _, status = os.waitpid(self.pid, 0)
        self.ended = True
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text).replace("\r\n", "\n")


@pytest.fixture
def terminal():
    """Makes terminals; what still runs in them at the end is stopped."""
    made = []

    def make(*arguments, **more):
        made.append(Terminal(*arguments, **more))
        return made[-1]

    yield make
    for each in made:
        if not each.ended:
            os.kill(each.pid, signal.SIGKILL)
            os.waitpid(each.pid, 0)


@pytest.fixture
def editor(tmp_path):
    def made(*changes):
        path = tmp_path / "editor.py"
        path.write_text(EDITOR.format(seen=str(tmp_path / "seen.txt"), changes=list(changes)))
        return f"{sys.executable} {path}"

    return made


def test_a_walk_with_all_keys(tmp_path, editor, terminal):
    project = handmade(tmp_path / "kb", LISTED)
    run = terminal(project.root, EDITOR=editor(("visited: rome", "visited: oslo"), ("visited: roma", "visited: oslo")), VISUAL="")
    screen = run.until("> ")
    assert "── 1 of 4 ─" in screen
    assert "Ada – visited – Rome\n" in screen
    assert "Ada visited Rome in 1840. Ada met Bob there." in screen
    assert "\x1b[30m\x1b[43mAda visited Rome in 1840." in run.raw
    assert "\x1b[2m Ada met Bob there." in run.raw
    assert "content/people/ada.yml:15  rules@1" in screen
    run.press("a")
    screen = run.until("> ")
    assert "── 2 of 4 ─" in screen
    assert "Unsure: Read by a machine, at night." in screen
    assert "One of 3 values of a list; the others wait too." in screen
    run.press("s")
    run.until("3 of 4")
    run.until("> ")
    run.press("r")
    run.until("Why?")
    run.type("another Carl\n")
    run.until("> ")
    assert ada(project) == LISTED.replace("[bob, carl, dora]", "[bob, dora]").replace("    auto: rules@1  # delete this line\n", "")
    run.press("u")
    assert "Taken back: rejected." in run.until("> ")
    run.press("r")
    run.until("Ctrl-C to go back) ")
    run.interrupt()
    run.until("> ")
    run.press("?")
    run.until("will not be proposed again")
    run.until("> ")
    run.press("x")
    run.until("x is no answer")
    run.until("> ")
    run.press("u")
    run.until("> ")
    run.press("u")
    assert "1 of 4" in run.until("> ")
    assert ada(project) == LISTED
    run.press("e")
    assert "Ada – visited – Oslo" in run.until("> ")
    assert ada(project) == LISTED.replace("rome\n", "oslo\n", 1).replace("visited: Rome", "visited: rome")
    run.press("q")
    assert run.end() == 0
    assert "1 edited; 4 still wait." in plain(run.raw)
    assert "#| content/people/ada.yml:15\n" in (tmp_path / "seen.txt").read_text()


def test_a_wrong_edit_opens_the_editor_again_with_the_findings_on_top(tmp_path, editor, terminal):
    project = handmade(tmp_path / "kb", LISTED)
    changes = (("no entity has this id", "mended"), ("visited: rome", "visited: roma"))
    run = terminal(project.root, "--property", "visited", VISUAL=editor(*changes))
    run.until("> ")
    run.press("e")
    # The second time it only changes our notes, which counts for nothing.
    assert "line 1: `visited` names `roma`, and no entity has this id" in run.until("> ")
    assert ada(project) == LISTED
    run.press("q")
    assert run.end() == 0
    opened = (tmp_path / "seen.txt").read_text().split("=====\n")
    assert len(opened) == 3
    assert opened[1].startswith("#| content/people/ada.yml:15\n#| Nothing was written yet.")
    assert "#|   Did you mean `rome`?\n  - visited: roma\n" in opened[1]


def test_ctrl_c_loses_nothing_and_the_next_time_goes_on(tmp_path, terminal):
    project = handmade(tmp_path / "kb", LISTED)
    run = terminal(project.root)
    run.until("> ")
    run.press("a")
    run.until("2 of 4")
    run.until("> ")
    run.press("\x03")
    assert run.end() == 130
    assert "1 accepted; 3 still wait." in plain(run.raw)
    again = terminal(project.root)
    assert "1 of 3" in again.until("> ")
    os.kill(again.pid, signal.SIGTERM)
    again.end()
    assert ada(project) == LISTED.replace("    auto: rules@1  # delete this line\n", "")


@pytest.mark.parametrize("columns", [30, 64])
def test_narrow_terminals_other_scripts_and_hostile_words(columns, tmp_path, terminal):
    body = "\nA. آدا از رُم دیدن کرد و آن را دوست داشت 👩‍💻🎉 \x1b[2J\x1b]0;owned\x07 緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸緬甸. The end.\n"
    text = (
        "type: person\nname: آدا <b>👩‍💻\nfacts:\n  - visited: rome\n    auto: rules@1\n    unsure: چرا 🤔\n"
        "    cite:\n      - src: a1\n        quote: آدا از رُم دیدن کرد و آن را دوست داشت\n"
    )
    project = handmade(tmp_path / "kb", text, body=body)
    run = terminal(project.root, columns=columns, NO_COLOR="1")
    screen = run.until("> ")
    run.press("q")
    assert run.end() == 0
    assert "آدا <b>👩‍💻 – visited – Rome" in re.sub(r"\s+", " ", screen)
    assert "\x1b" not in run.raw
    assert "\\u001b[2J\\u001b]0;owned\\u0007" in screen.replace("\n  ", "") or "\\u001b[2J" in screen
    assert ">>آدا" in screen
    from sourcebook.text import columns as width

    long = [line for line in screen.split("\n") if width(line) > columns and "content/" not in line]
    assert long == []


def lines(project, text, *arguments, **env):
    return subprocess.run(
        [sys.executable, "-m", "sourcebook", "review", *arguments],
        cwd=project.root,
        input=text,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **env},
    )


def test_answers_come_as_lines_where_there_is_no_terminal(tmp_path):
    project = handmade(tmp_path / "kb", LISTED)
    done = lines(project, "a\nr another Bob\nwhat\ns\n")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert ">>Ada met Bob there.<<" in done.stdout
    assert "what is no answer" in done.stdout
    assert "1 accepted, 1 rejected, 1 skipped; 2 still wait." in done.stdout
    assert '"reason": "another Bob"' in (project.content / ".lock/a1.jsonl").read_text()
    assert "[carl, dora]" in ada(project)


def test_lists_and_answers_for_scripts(tmp_path):
    project = handmade(tmp_path / "kb", LISTED)
    done = run_cli("review", "--list", cwd=project.root)
    assert done.returncode == 1
    rows = done.stdout.splitlines()
    assert rows[0] == "content/people/ada.yml:15:14: Ada – visited – Rome"
    assert rows[1] == "content/people/ada.yml:5:11: Ada – met – Bob (all at once)  (unsure: Read by a machine, at night.)"
    done = run_cli("review", "--accept", rows[2].split(": ")[0], cwd=project.root)
    assert (done.returncode, done.stdout) == (0, "1 accepted\n")
    assert "[bob, dora]" in ada(project)
    done = run_cli("review", "--reject", "--unsure", "--reason", "no", cwd=project.root)
    assert (done.returncode, done.stdout) == (0, "2 rejected\n")
    done = run_cli("review", "--accept", "-C", project.root, str(project.content / "people/ada.yml"), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "1 accepted\n")
    for arguments in ((), ("--list",)):
        done = run_cli("review", *arguments, cwd=project.root)
        assert (done.returncode, done.stderr) == (0, "")
    assert run_cli("review", cwd=project.root).stdout == "Nothing waits for review.\n"


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--accept"], 2, "needs to know what"),
        (["--reason", "x"], 2, "--reason goes with --reject"),
        (["--property", "visitd"], 2, "Did you mean `visited`?"),
        (["content/people/eda.yml:3"], 2, "Did you mean `content/people/ada.yml`?"),
    ],
)
def test_wrong_use(arguments, status, words, tmp_path):
    project = handmade(tmp_path / "kb", LISTED)
    before = snapshot(project)
    done = run_cli("review", *arguments, cwd=project.root)
    assert (done.returncode, words in done.stderr) == (status, True), done.stderr
    assert snapshot(project) == before


@pytest.mark.parametrize("spoil", ["met: [bob", "<<<<<<< mine", "\tx: y", "type: person"])
def test_broken_files_are_refused_with_their_place(spoil, tmp_path):
    project = handmade(tmp_path / "kb", LISTED + spoil + "\n")
    before = snapshot(project)
    done = lines(project, "a\na\n")
    assert done.returncode == 1
    assert "content/people/ada.yml:" in done.stderr
    assert "Mend these first" in done.stderr
    assert snapshot(project) == before


def test_proposals_whose_article_is_missing_are_shown_without_its_words(tmp_path):
    project = handmade(tmp_path / "kb", LISTED.replace("src: a1", "src: gone"))
    done = lines(project, "a\n")
    assert "There is no article `gone`: its words cannot be shown." in done.stdout
    assert "Ada met Bob there." in done.stdout
    assert "1 accepted" in done.stdout


def test_an_editor_that_is_not_there_and_one_that_meets_another_change(tmp_path, editor):
    project = handmade(tmp_path / "kb", LISTED)
    done = lines(project, "e\nq\n", VISUAL="/no/such/editor")
    assert done.returncode == 0
    assert "Set VISUAL or EDITOR" in done.stdout
    path = project.content / "people/ada.yml"
    script = tmp_path / "both.py"
    script.write_text(
        f"import sys\nfrom pathlib import Path\nown, theirs = Path(sys.argv[1]), Path({str(path)!r})\n"
        "own.write_text(own.read_text().replace('rome', 'oslo'))\ntheirs.write_text(theirs.read_text() + '# theirs\\n')\n"
    )
    done = lines(project, "e\nq\n", VISUAL=f"{sys.executable} {script}")
    assert "was changed meanwhile" in done.stdout
    assert "What you wrote is kept in .cache/sourcebook/edited.yml." in done.stdout
    assert ada(project) == LISTED + "# theirs\n"
    assert "visited: oslo" in (project.root / ".cache/sourcebook/edited.yml").read_text()
