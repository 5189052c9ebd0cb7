"""The comment on a pull request: found again, renewed, refused."""

import pytest

from tests import pipelines
from tests.conftest import run_cli


def comment(host, *files, token="writes", **env):
    told = {"GITHUB_REF": "refs/pull/7/merge", "GITHUB_REPOSITORY": "ada/kb", "GITHUB_API_URL": host.url, "GITHUB_TOKEN": token, **env}
    return run_cli("comment", *files, env=told)


def test_a_comment_is_found_among_many_and_peoples_are_left_alone(host, tmp_path):
    report = tmp_path / "report.md"
    report.write_text("**one**\n")
    for number in range(250):
        host.add(f"words {number}", kind="User")
    person = host.add("<!-- sourcebook report -->\n\nI quote the report", kind="User")
    assert "Commented https://git.example/comments/252" in comment(host, report).stdout
    report.write_text("**two** 🚢 \u202e\n")
    assert comment(host, report).returncode == 0
    assert host.bodies() == ["<!-- sourcebook report -->\n\n**two** 🚢 \u202e\n"]
    assert person["body"].endswith("I quote the report")
    comment(host, report, "--name", "Other base")
    assert len(host.bodies()) == 2


def test_what_is_too_long_for_a_comment_leads_to_the_run(host, tmp_path):
    long, short = tmp_path / "long.md", tmp_path / "short.md"
    long.write_text("é" * 70_000)
    short.write_text("short")
    done = comment(host, long, short, GITHUB_RUN_ID="12", GITHUB_SERVER_URL="https://github.example")
    assert done.returncode == 0
    (body,) = host.bodies()
    assert "[the run](https://github.example/ada/kb/actions/runs/12)" in body
    assert body.endswith("short\n")


@pytest.mark.parametrize(
    ("token", "address", "words"),
    [("", None, "there is no token"), ("reads", None, "403"), ("wrong", None, "401"), ("writes", "http://127.0.0.1:9", "no answer")],
)
def test_a_refusal_is_a_note(token, address, words, host, tmp_path):
    report = tmp_path / "report.md"
    report.write_text("x")
    done = comment(host, report, token=token, **({"GITHUB_API_URL": address} if address else {}))
    assert done.returncode == 0
    assert done.stderr.startswith("note: not commented: ")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_outside_of_a_pull_request_it_is_wrong_use(host, tmp_path):
    report = tmp_path / "report.md"
    report.write_text("x")
    for wrong in ({"GITHUB_REF": "refs/heads/main"}, {"GITHUB_API_URL": "file:///etc"}):
        done = comment(host, report, **wrong)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
    assert comment(host, tmp_path / "missing.md").returncode == 2


def test_a_redirect_does_not_carry_the_token_away(host, tmp_path, monkeypatch):
    report = tmp_path / "report.md"
    report.write_text("x")

    def redirect(self):
        self.send_response(302)
        self.send_header("Location", f"{host.url}/user")
        self.end_headers()

    monkeypatch.setattr(pipelines._Answers, "do_GET", redirect)
    done = comment(host, report)
    assert "note: not commented: the host answered 302" in done.stderr
