"""How the command ends: at once, and yet with all that an end of Python does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

MAIN = "from sourcebook.cli import main"
FULL = Path("/dev/full")


def run(text, *arguments, python=()):
    return subprocess.run([sys.executable, *python, "-c", text, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("arguments", "status"), [(["--version"], 0), (["check", "-C", "/nowhere/at/all"], 2), (["nonsense"], 2)])
def test_what_was_registered_for_the_end_runs_once_and_the_status_stays(arguments, status):
    done = run(f"import atexit; atexit.register(print, 'registered'); {MAIN}; main()", *arguments)
    assert done.returncode == status
    assert done.stdout.splitlines().count("registered") == 1
    assert done.stdout.endswith("registered\n")


def test_nothing_is_taken_apart():
    done = run(f"class Heavy:\n def __del__(self): print('taken apart')\nheavy = Heavy()\n{MAIN}\nmain()", "--version")
    assert done.returncode == 0
    assert "taken apart" not in done.stdout


def test_other_threads_finish_their_work():
    slow = "import threading, time; threading.Thread(target=lambda: (time.sleep(0.5), print('finished'))).start()"
    done = run(f"{slow}; {MAIN}; main()", "--version")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "finished")


def test_a_profiler_tells_what_it_saw():
    command = [sys.executable, "-m", "cProfile", "-m", "sourcebook", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "function calls" in done.stdout


def test_a_traceback_and_its_status_stay():
    done = run(f"import sourcebook.cli as cli; cli.group = None; {MAIN}; main()")
    assert done.returncode == 1
    assert "AttributeError" in done.stderr


def test_output_that_nobody_reads_is_no_error():
    with subprocess.Popen(
        [sys.executable, "-c", f"{MAIN}; main()", "explain"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        running.stdout.close()
        said = running.stderr.read()
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a full device")
def test_output_that_cannot_be_written_is_told():
    with FULL.open("w") as full:
        done = subprocess.run([sys.executable, "-c", f"{MAIN}; main()", "--version"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode != 0


@pytest.mark.parametrize("arguments", [["check"], ["--help"], ["explain"], ["find", "russia"], ["schema", "--kind", "entity"]])
@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a full device")
def test_a_full_disk_is_told_in_a_line(arguments):
    with FULL.open("w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "sourcebook", *arguments], cwd=ROOT, stdout=out, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (2, "error: No space left on device\n")


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()
    done = run(f"{MAIN}; main()", "init", str(tmp_path / "file/kb"))
    assert (done.returncode, done.stderr) == (2, f"error: Not a directory: {tmp_path / 'file/kb'}\n")


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_what_the_user_names_is_written_to_and_not_replaced(tmp_path, kind):
    named = tmp_path / "named.json"
    if kind == "link":
        named.symlink_to(tmp_path / "target.json")
    else:
        os.mkfifo(named)
    reader = subprocess.Popen(["cat", named], stdout=subprocess.PIPE, text=True) if kind == "pipe" else None
    done = run(f"{MAIN}; main()", "check", "-C", str(ROOT), "--no-warnings", "--write", "json", str(named))
    assert done.returncode == 0, done.stderr
    assert named.is_symlink() or named.is_fifo()
    assert (reader.communicate(timeout=120)[0] if reader else (tmp_path / "target.json").read_text()) == "[]\n"
