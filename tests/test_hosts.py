"""Reports for hosts: what they show, their limits, and SARIF by its schema and by the tool of its makers."""

import json
import os
import re
import subprocess
import sys

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.check import hosts, report
from sourcebook.diagnostics import CODES, Diagnostic, Place
from tests.conftest import run_cli
from tests.repository import begin, commit
from tests.tools import npm_package, python_tool

any_text = st.text(st.characters(blacklist_categories=["Cs"]), max_size=40)
findings = st.lists(
    st.builds(
        Diagnostic,
        code=st.sampled_from(sorted(CODES)),
        message=any_text,
        help=any_text,
        place=st.builds(Place, any_text, st.integers(1, 10**6), st.integers(1, 10**4), st.integers(1, 300)),
    ),
    max_size=40,
)


def finding(code, line=1, message="x", path="content/people/ada.yml", remedy=""):
    return Diagnostic(code=code, message=message, place=Place(path, line, 4, 5), help=remedy)


def unescaped(text):
    for code, mark in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, mark)
    return text


def read(command):
    """What GitHub's runner reads in a workflow command: its name, its properties, its words."""
    assert "\n" not in command
    assert "\r" not in command
    _, head, words = command.split("::", 2)
    name, _, properties = head.partition(" ")
    return name, {key: unescaped(each) for key, each in (one.split("=", 1) for one in properties.split(","))}, unescaped(words)


def test_annotations_escape():
    each = Diagnostic(code="bad-value", message="50%\nof it", place=Place("a,b:c.yml", 3, 4, 5))
    assert list(hosts.github_report([each])) == [
        "::error file=a%2Cb%3Ac.yml,line=3,col=4,endColumn=9,title=bad-value::50%25%0Aof it",
        "::notice title=sourcebook::1 error in 1 file",
    ]
    assert list(hosts.github_report([])) == []


@settings(max_examples=100, deadline=None)
@given(found=findings)
def test_annotations_say_what_was_found_whatever_it_holds(found):
    commands = [read(each) for each in hosts.github_report(found)]
    assert [name for name, _, _ in commands] == [str(each.severity) for each in report.worst_first(found)] + (["notice"] if found else [])
    for (_, properties, words), each in zip(commands, report.worst_first(found), strict=False):
        assert properties["file"] == each.place.path
        assert properties["line"] == str(each.place.line)
        assert each.message.strip() in words


def test_the_worst_come_first_and_the_rest_name_their_place():
    """GitHub shows ten annotations of a kind."""
    found = [finding("unreviewed", n) for n in range(1, 13)] + [finding("bad-date", n) for n in range(1, 13)]
    commands = [read(each) for each in hosts.github_report(found)]
    assert [name for name, _, _ in commands] == ["error"] * 12 + ["warning"] * 12 + ["notice"]
    assert [words for _, _, words in commands[:12]] == ["x"] * 10 + [f"content/people/ada.yml:{n}:4: x" for n in (11, 12)]
    assert commands[-1][2] == "12 errors, 12 warnings in 1 file"


def test_fingerprints_stay_when_lines_move():
    found = [finding("bad-date", 3), finding("bad-date", 9), finding("duplicate-key", 5, "again; the first is in line 1,004")]
    moved = [finding("bad-date", 13), finding("bad-date", 19), finding("duplicate-key", 15, "again; the first is in line 2,014")]
    assert hosts.fingerprints(found) == hosts.fingerprints(moved)
    assert len(set(hosts.fingerprints(found))) == 3
    assert hosts.fingerprints([finding("bad-date", message="y")]) != hosts.fingerprints([finding("bad-date")])


@settings(max_examples=50, deadline=None)
@given(found=findings)
def test_marks_are_unique(found):
    assert len(set(hosts.fingerprints(found))) == len(found)


def test_sarif_of_a_file_whose_name_is_not_utf8(tmp_path):
    people = tmp_path / "content/people"
    people.mkdir(parents=True)
    try:
        (people / os.fsdecode(b"caf\xe9.yml")).write_text("type: person\nname: X\n")
    except OSError:
        pytest.skip("this disk has no such names")
    for form, name in (("sarif", "caf%E9.yml"), ("json", "caf\\udce9.yml"), ("github", "caf\\udce9.yml")):
        done = run_cli("check", "--format", form, "--write", form, "report", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (1, "")
        assert name in done.stdout
        assert (tmp_path / "report").read_text(encoding="utf-8") == done.stdout


def test_gitlab():
    (each,) = json.loads("".join(hosts.gitlab_report([finding("bad-date", 7, "Not a date", remedy="Write 2025.")])))
    mark = each.pop("fingerprint")
    assert len(mark) > 30
    assert each == {
        "description": "Not a date. Write 2025.",
        "check_name": "bad-date",
        "severity": "major",
        "location": {"path": "content/people/ada.yml", "lines": {"begin": 7}},
    }


def test_markdown_holds_hostile_words_in_its_block():
    hostile = "```` <script>alert(1)</script> @everyone ```\n## Approved"
    text = "\n".join(report.markdown_report([finding("bad-date", message=hostile)], lambda *_: "name: ````"))
    fence = "`" * 5
    head, block, tail = text.split(fence)
    assert "@everyone" in block
    assert "@" not in head + tail
    page = github_flavored_markdown_to_html(text)
    assert page.count("<pre") == 1
    assert "&lt;script&gt;" in page.partition("<pre")[2].partition("</pre>")[0]
    assert not re.search("<(script|h2)", page)


def test_markdown_shows_the_worst_and_says_how_many_are_left():
    found = [finding("unreviewed", n) for n in range(1, 60)] + [finding("bad-date")]
    text = "\n".join(report.markdown_report(found, lambda *_: ""))
    assert text.startswith("**Checked:** 1 error, 59 warnings in 1 file.")
    assert text.index("error[bad-date]") < text.index("warning[unreviewed]")
    assert "20 more: `sourcebook check` shows them." in text
    assert "".join(report.markdown_report([], lambda *_: "")).startswith("**Checked:** every quote is there")


# SARIF


@pytest.fixture
def sarif(tmp_path):
    """The report of files with hard names and every kind of severity."""
    found = [
        finding("bad-id", path="content/people/Ünï 100%, a b:c#?.yml", message="`😀` is no id", remedy="Rename it."),
        finding("unreviewed"),
        *(finding(code) for code in CODES),
    ]
    path = tmp_path / "findings.sarif"
    path.write_text("\n".join(hosts.sarif_report(found)), encoding="utf-8")
    return path


def test_sarif_by_schema_and_by_the_multitool(sarif, tmp_path):
    """The schema of OASIS as Microsoft's tool for SARIF carries it, and the tool's own rules, with those for GitHub."""
    if sys.platform != "linux":
        pytest.skip("the tool's package is that for Linux")
    package = npm_package("@microsoft/sarif-multitool-linux", "5.7.0") / "@microsoft/sarif-multitool-linux"
    schema = package / "sarif-2.1.0.json"
    assert "Static Analysis Results Format (SARIF) Version 2.1.0" in schema.read_text("utf-8-sig")
    check = [python_tool("check-jsonschema"), "--schemafile", schema]
    done = subprocess.run([*check, sarif], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    bad = tmp_path / "bad.sarif"
    bad.write_text(sarif.read_text().replace('"startLine": 1', '"startLine": 0'))
    assert subprocess.run([*check, bad], capture_output=True, check=False).returncode == 1

    tool = [package / "Sarif.Multitool", "validate", "--rule-kind", "Sarif;Gh"]
    env = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "HOME": str(tmp_path)}
    done = subprocess.run([*tool, sarif], capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stdout
    assert "warning" not in done.stdout
    assert "error" not in done.stdout


def test_sarif_is_complete(sarif):
    (run,) = json.loads(sarif.read_text())["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = {each["id"]: each for each in run["tool"]["driver"]["rules"]}
    assert set(rules) == set(CODES)
    for code, rule in rules.items():
        assert rule["help"]["text"]
        assert rule["helpUri"].endswith(f"#{code}")
        assert rule["defaultConfiguration"]["level"] == str(CODES[code])
        assert rule["shortDescription"]["text"].endswith(".")
    first = run["results"][0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/people/%C3%9Cn%C3%AF%20100%25%2C%20a%20b%3Ac%23%3F.yml"
    assert place["region"] == {"startLine": 1, "startColumn": 4, "endColumn": 9}
    assert first["message"]["text"] == "`😀` is no id. Rename it."
    assert rules[first["ruleId"]] is run["tool"]["driver"]["rules"][first["ruleIndex"]]
    assert len({each["partialFingerprints"]["sourcebook/v1"] for each in run["results"]}) == len(run["results"])


# The command


def test_reports_into_files(example, tmp_path):
    ada = example / "content/people/ksenia-muratshina.yml"
    ada.write_text(
        ada.read_text().replace("quote: ", "quote: Not there. ", 1).replace("quote: >-\n", "quote: >-\n          Not there.\n", 1)
    )
    out = tmp_path / "out"
    done = run_cli(
        "check",
        *(part for form in ("json", "sarif", "gitlab", "markdown", "github") for part in ("--write", form, out / form)),
        cwd=example,
    )
    assert done.returncode == 1
    assert "error[quote-not-found]" in done.stdout
    assert {"json", "sarif", "gitlab", "markdown", "github"} == {each.name for each in out.iterdir()}
    assert json.loads((out / "gitlab").read_text())
    assert "::error file=content/people/ksenia-muratshina.yml" in (out / "github").read_text()
    # From the folder above, hosts are told paths from there.
    above = run_cli("check", "-C", example.name, "--format", "github", cwd=example.parent)
    assert f"::error file={example.name}/content/people/ksenia-muratshina.yml" in above.stdout
    assert run_cli("check", "--write", "xml", out / "x", cwd=example).returncode == 2
    assert run_cli("check", "--write", "json", out, cwd=example).returncode == 2


def test_warnings_of_files_that_changed(example):
    """What was so before is not this change's: it is left out for people, and kept for hosts that compare."""
    begin(example)
    (example / "content/places/nowhere.yml").write_text("type: place\nname: Nowhere\n")
    commit(example)

    def rows(*options):
        done = run_cli("check", *options, "--format", "json", "--write", "gitlab", example.parent / "all.json", cwd=example)
        return done.returncode, [(each["code"], each["path"]) for each in json.loads(done.stdout)]

    assert len(rows()[1]) > 1
    for since in ("HEAD~1", "HEAD~1...HEAD"):
        assert rows("--since", since) == (0, [("orphan-entity", "content/places/nowhere.yml")])
        assert rows("--since", since, "--strict")[0] == 1
        assert len(json.loads((example.parent / "all.json").read_text())) == len(rows()[1])
    assert rows("--since", "HEAD", "--strict") == (0, [])
    ada = example / "content/people/ksenia-muratshina.yml"
    ada.write_text(ada.read_text().replace("\nname: ", "\nnam: "))
    commit(example)
    assert rows("--since", "HEAD")[0] == 1, "errors are told wherever they are"
    assert run_cli("check", "--since", "nowhere", cwd=example).returncode == 2
