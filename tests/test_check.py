"""Every code has its case, its page, and a place that is there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.check import explain, report
from sourcebook.check.explained import pages
from sourcebook.cli.console import line_reader
from sourcebook.diagnostics import CODES
from sourcebook.project import Project, load_checked
from sourcebook.testing import check_case

CASES = sorted((Path(__file__).parent / "golden/check").glob("*.yaml"))


def run(folder):
    project = Project(folder)
    _, found = load_checked(project)
    return "\n".join(report.text_report(found, line_reader(project)))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path, tmp_path):
    found, expected = check_case(path, tmp_path, run)
    assert found == expected


@pytest.mark.parametrize("code", sorted(set(CODES) - {"unreadable", "review-conflict", "stale"}))
def test_every_code_has_a_case_that_yields_it(code):
    text = (Path(__file__).parent / f"golden/check/{code}.yaml").read_text()
    assert f"[{code}]" in text.partition("expect: |")[2]


def test_every_code_has_its_page():
    assert set(pages()) == set(CODES)
    assert all(len(explain(code)) > 80 for code in CODES)


def broken(tmp_path):
    people = tmp_path / "content/people"
    people.mkdir(parents=True)
    (people / "ada.yml").write_text("type: person\nname: Ada, 100%\nfacts:\n  - visted: rome\n")
    return Project(tmp_path)


def test_json_report(tmp_path):
    _, found = load_checked(broken(tmp_path))
    rows = json.loads("".join(report.json_report(found)))
    assert {"unknown-property", "orphan-entity"} <= {row["code"] for row in rows}
    assert set(rows[0]) == {"code", "severity", "message", "help", "path", "line", "column", "end_column"}


def test_caret_stands_below_wide_characters():
    from sourcebook.diagnostics import Diagnostic, Place

    each = Diagnostic(code="bad-value", message="x", place=Place("a.yml", 1, 5, 2))
    lines = list(report.text_report([each], lambda *_: "名: 世界!"))
    assert lines[1] == "  1 | 名: 世界!"
    assert lines[2] == "    |       ^^^"[: len(lines[2])] or lines[2].endswith("^^^")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["check"], 0), (["check", "--format", "xml"], 2), (["chekc"], 2), (["-h"], 0), (["explain", "bad-id"], 0), (["explain", "nope"], 2)],
)
def test_exit_status(arguments, status, example):
    done = subprocess.run(
        [sys.executable, "-c", "from sourcebook.cli import main; main()", *arguments],
        cwd=example,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr


def test_exit_status_of_findings(tmp_path):
    broken(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", "from sourcebook.cli import main; main()", "check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert done.returncode == 1
    assert "content/people/ada.yml:4:5: error[unknown-property]" in done.stdout
    assert "Did you mean `visited`?" in done.stdout


@settings(max_examples=60, deadline=None)
@given(raw=st.binary(max_size=400) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_it_fail(raw, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kb")
    for name in ("content/people/x.yml", "content/articles/y.md", "content/schema.yml", "content/sourcebook.yml", "content/events/z.yml"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw if not name.startswith("content/articles") else b"---\n" + raw + b"\n---\nwords")
    _, found = load_checked(Project(folder))
    assert all(each.place.line >= 1 and each.place.column >= 1 for each in found)
    list(report.text_report(found, line_reader(Project(folder))))


def test_a_large_article_is_read(tmp_path):
    folder = tmp_path / "content/articles"
    folder.mkdir(parents=True)
    body = "Ada visited Rome, and then she wrote about it at length.\n" * 200_000
    (folder / "long.md").write_text(f"---\ntitle: Long\n---\n{body}")
    knowledge, found = load_checked(Project(tmp_path))
    assert len(knowledge.articles["long"].text) == len(body)
    assert [each.code for each in found] == ["missing-key"]


def test_of_warnings_that_are_alike_the_first_are_told_and_errors_all(tmp_path):
    people = tmp_path / "content/people"
    people.mkdir(parents=True)
    for number in range(30):
        wrong = "facts:\n  - visted: rome\n" if number > 3 else ""
        (people / f"person-{number}.yml").write_text(f"type: person\nname: Number {number} {'abcdefghij'[number % 10] * 9}\n{wrong}")

    def told(*more):
        command = [sys.executable, "-m", "sourcebook", "check", "-C", str(tmp_path), *more]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout

    few, every = told(), told("--all")
    assert few.count("warning[orphan-entity]") == 20
    assert few.count("error[unknown-property]") == every.count("error[unknown-property]") == 26
    assert "10 more warnings of orphan-entity: `--all` tells them too" in few
    assert every.count("warning[orphan-entity]") == 30
    assert "more warnings" not in every
    assert few.splitlines()[-1] == every.splitlines()[-1] == "26 errors, 30 warnings in 30 files"
    assert len(json.loads(told("--format", "json"))) == 56
