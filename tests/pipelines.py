"""Runs the steps of workflows and jobs as written, in bash and a real git repository, with hosts that only answer here.

What is played: the expressions of GitHub's that we use, its files for outputs and summaries, the actions of others (by what
they would have done), GitLab's `extends`, and the two interfaces for comments. What is real: every command that is run.
"""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import yaml

from tests.repository import ENVIRONMENT, commit, git

ROOT = Path(__file__).resolve().parent.parent


def read(path: Path) -> Any:
    """YAML in which `on` is no truth value."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


# Commands


def commands(folder: Path) -> Path:
    """A folder for PATH: our command from the sources, and a pip that notes what it would install."""
    folder.mkdir(parents=True)
    scripts = {
        "sourcebook": f'exec "{sys.executable}" -m sourcebook "$@"',
        "pip": f'echo "$*" >> "{folder}/pip.log"; if [ "$1 $2" = "cache dir" ]; then echo /nowhere/pip; fi',
        "python": f'if [ "$2" = pip ]; then shift 2; exec "{folder}/pip" "$@"; fi; exec "{sys.executable}" "$@"',
    }
    for name, script in scripts.items():
        (folder / name).write_text(f"#!/bin/bash\n{script}\n")
        (folder / name).chmod(0o755)
    return folder


def bash(script: str, cwd: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """What the runners of both hosts do with a script."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=cwd, env=dict(env), capture_output=True, text=True, check=False)


def environment(bin_folder: Path, home: Path) -> dict[str, str]:
    """The variables that every step has."""
    kept = {key: os.environ[key] for key in ("LANG", "NO_MKDOCS_2_WARNING") if key in os.environ}
    return {
        **kept,
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(home),
        **ENVIRONMENT,
    }


# GitHub

_TOKEN = re.compile(r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<op>&&|\|\||==|!=|!|\(|\)|,)|(?P<name>[A-Za-z_][\w.-]*)|(?P<number>\d+))")
_PYTHON = {"&&": " and ", "||": " or ", "!": " not "}


def evaluate(expression: str, lookup: Callable[[str], Any], functions: Mapping[str, Callable[..., Any]]) -> Any:
    """The value of an expression without its braces. Empty texts and what is not there are false, as with GitHub."""
    code, at = "", 0
    text = expression.strip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        assert token, f"not an expression: {text[at:]!r}"
        at = token.end()
        if token["text"]:
            code += repr(token["text"][1:-1].replace("''", "'"))
        elif token["op"]:
            code += _PYTHON.get(token["op"], token["op"])
        elif token["number"]:
            code += token["number"]
        elif text[at : at + 1] == "(":
            code += f"functions[{token['name']!r}]"
        else:
            code += {"true": "True", "false": "False", "null": "''"}.get(token["name"], f"lookup({token['name']!r})")
    return eval(code.strip(), {"functions": functions, "lookup": lookup, "__builtins__": {}})


def as_text(value: Any) -> str:
    return {True: "true", False: "false", None: ""}.get(value, str(value)) if not isinstance(value, str) else value


@dataclass
class GitHub:
    """One job of GitHub Actions."""

    workspace: Path
    temp: Path
    event_name: str
    event: dict[str, Any]
    variables: dict[str, str]
    github: dict[str, Any]
    artifacts: dict[str, Path] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    log: str = ""
    failed: bool = False

    @property
    def summary(self) -> str:
        path = self.temp / "summary.md"
        return path.read_text() if path.is_file() else ""

    def job(self, job: Mapping[str, Any], workflow: Mapping[str, Any]) -> None:
        """Runs a job of a workflow, if its condition holds."""
        contexts = {"env": {}, "steps": {}, "inputs": {}}
        contexts["env"] = {**workflow.get("env", {}), **{key: self.filled(each, contexts) for key, each in job.get("env", {}).items()}}
        if self.holds(job.get("if", ""), contexts, failed=False):
            self.steps(job["steps"], contexts)

    def steps(self, steps: list[dict[str, Any]], contexts: dict[str, Any], action: Path | None = None) -> bool:
        """Runs steps; whether one failed."""
        failed = False
        for number, step in enumerate(steps):
            name = step.get("name") or step.get("uses") or step["run"]
            outcome, outputs = "skipped", {}
            if self.holds(step.get("if", ""), contexts, failed=failed):
                env = {**contexts["env"], **{key: self.filled(each, contexts) for key, each in step.get("env", {}).items()}}
                if "run" in step:
                    good, outputs = self.run(step["run"], env, number, action)
                else:
                    given = {key: self.filled(each, contexts) for key, each in step.get("with", {}).items()}
                    good, outputs = self.use(step["uses"].partition("@")[0], given, env)
                outcome = "success" if good else "failure"
                failed = failed or (not good and step.get("continue-on-error") != "true")
            self.outcomes[name] = outcome
            if "id" in step:
                contexts["steps"][step["id"]] = {"outcome": outcome, "outputs": outputs}
        self.failed = self.failed or failed
        return failed

    def run(self, script: str, env: Mapping[str, str], number: int, action: Path | None) -> tuple[bool, dict[str, str]]:
        out = self.temp / f"output-{number}"
        out.write_text("")
        own = {"GITHUB_OUTPUT": str(out), "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"), "RUNNER_TEMP": str(self.temp)}
        if action:
            own["GITHUB_ACTION_PATH"] = str(action)
        done = bash(script, self.workspace, {**self.variables, **own, **env})
        self.log += done.stdout + done.stderr
        return done.returncode == 0, dict(line.split("=", 1) for line in out.read_text().splitlines())

    def use(self, name: str, given: Mapping[str, str], env: Mapping[str, str]) -> tuple[bool, dict[str, str]]:
        """Does what an action would have done."""
        if name == "./":
            action = read(ROOT / "action.yml")
            inputs = {key: given.get(key, self.filled(each.get("default", ""), {})) for key, each in action["inputs"].items()}
            assert set(given) <= set(inputs)
            inner = {"env": dict(env), "steps": {}, "inputs": inputs}
            failed = self.steps(action["runs"]["steps"], inner, ROOT)
            return not failed, {key: self.filled(each["value"], inner) for key, each in action["outputs"].items()}
        if name == "actions/upload-artifact":
            self.artifacts[given["name"]] = self.kept(given["path"])
            return True, {"artifact-url": f"https://github.example/artifacts/{given['name']}"}
        if name == "actions/upload-pages-artifact":
            self.artifacts["github-pages"] = self.kept(given["path"])
            return True, {}
        if name == "actions/deploy-pages":
            return "github-pages" in self.artifacts, {"page_url": "https://ada.github.example/kb/"}
        if name == "github/codeql-action/upload-sarif":
            self.artifacts["sarif"] = Path(given["sarif_file"])
            return self.artifacts["sarif"].is_file(), {}
        if name == "actions/cache":
            return bool(given["path"] and given["key"]), {}
        assert name in {"actions/checkout", "actions/setup-python"}, name
        return True, {}

    def kept(self, path: str) -> Path:
        folder = self.workspace / path
        assert folder.is_dir(), f"nothing to upload: {path!r}"
        return folder

    def holds(self, condition: str, contexts: Mapping[str, Any], *, failed: bool) -> bool:
        text = condition.strip().removeprefix("${{").removesuffix("}}")
        if not re.search(r"\b(always|cancelled|failure|success)\(", text):
            text = f"success() && ({text})" if text else "success()"
        status = {"success": lambda: not failed, "failure": lambda: failed, "always": lambda: True, "cancelled": lambda: False}
        return bool(self.value(text, contexts, status))

    def filled(self, text: str, contexts: Mapping[str, Any]) -> str:
        return re.sub(r"\$\{\{(.*?)\}\}", lambda found: as_text(self.value(found[1], contexts, {})), text)

    def value(self, text: str, contexts: Mapping[str, Any], functions: Mapping[str, Callable[..., Any]]) -> Any:
        roots = {
            **contexts,
            "github": {**self.github, "event": self.event, "event_name": self.event_name},
            "runner": {"os": "Linux", "arch": "X64"},
        }

        def lookup(name: str) -> Any:
            found: Any = roots
            for each in name.split("."):
                found = found.get(each, "") if isinstance(found, dict) else ""
            return found

        def joined(form: str, *values: Any) -> str:
            return re.sub(r"\{(\d)\}", lambda found: as_text(values[int(found[1])]), form)

        return evaluate(text, lookup, {"format": joined, **functions})


# GitLab


def gitlab_job(path: Path, name: str) -> dict[str, Any]:
    """A job with what it extends merged in."""
    jobs = read(path)

    def merged(below: Any, above: Any) -> Any:
        if isinstance(below, dict) and isinstance(above, dict):
            return {**below, **{key: merged(below.get(key), each) for key, each in above.items()}}
        return above

    job = jobs[name]
    return merged(jobs[job["extends"]], job) if "extends" in job else job


def run_gitlab(job: Mapping[str, Any], cwd: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a job's commands in one shell, as its runner does."""
    variables: dict[str, str] = {}
    for key, each in job.get("variables", {}).items():
        variables[key] = re.sub(r"\$(\w+)", lambda found: env.get(found[1], ""), each)
    return bash("\n".join([*job.get("before_script", []), *job["script"]]), cwd, {**env, **variables})


# Comments


class Host(ThreadingHTTPServer):
    """The comments of one pull request, at the addresses of GitHub and of GitLab. Tokens: `writes`, `reads`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.comments: list[dict[str, Any]] = []
        self.asked: list[str] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def bodies(self) -> list[str]:
        """The comments that begin with our mark."""
        return [each["body"] for each in self.comments if each["body"].startswith("<!-- sourcebook") and each["user"]["type"] == "Bot"]

    def add(self, body: str, *, kind: str = "Bot") -> dict[str, Any]:
        number = len(self.comments) + 1
        who = {"type": kind, "id": 99 if kind == "Bot" else 1}
        made = {"id": number, "body": body, "user": who, "author": who, "html_url": f"https://git.example/comments/{number}"}
        self.comments.append(made)
        return made


class _Answers(BaseHTTPRequestHandler):
    server: Host

    def log_message(self, *_: Any) -> None:
        pass

    def _handle(self) -> None:
        host, url = self.server, urlsplit(self.path)
        host.asked.append(f"{self.command} {url.path}")
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ") or self.headers.get("PRIVATE-TOKEN", "")
        if token not in {"writes", "reads"}:
            return self._answer(401, {"message": "Bad credentials"})
        if self.command != "GET" and token != "writes":
            return self._answer(403, {"message": "Resource not accessible by integration"})
        if url.path == "/user":
            return self._answer(200, {"id": 99})
        if re.fullmatch(r"/repos/ada/kb/issues/7/comments|/projects/5/merge_requests/7/notes", url.path):
            if self.command == "POST":
                return self._answer(201, host.add(json.loads(raw)["body"]))
            query = {key: int(value[0]) for key, value in parse_qs(url.query).items()}
            start = (query["page"] - 1) * query["per_page"]
            return self._answer(200, host.comments[start : start + query["per_page"]])
        found = re.fullmatch(r"(?:/repos/ada/kb/issues/comments|/projects/5/merge_requests/7/notes)/(\d+)", url.path)
        if found and self.command == ("PATCH" if url.path.startswith("/repos") else "PUT"):
            host.comments[int(found[1]) - 1]["body"] = json.loads(raw)["body"]
            return self._answer(200, host.comments[int(found[1]) - 1])
        return self._answer(404, {"message": "Not Found"})

    do_GET = do_POST = do_PATCH = do_PUT = _handle  # noqa: N815 (the names that http.server calls)

    def _answer(self, status: int, body: Any) -> None:
        raw = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)


# The repository

ARTICLE = "Ada visited Rome in 1840. Rome is old. Bob said: “I like Rome very much.”\n"
ADA = """type: person
name: Ada
facts:
  - visited: rome
    when: 1840
    cite:
      - src: a1
        quote: Ada visited Rome in 1840.
"""
OLD = "facts:\n  - located_in: rome\n    cite:\n      - src: a1\n        quote: Rome is old.\n"


@dataclass
class Repository:
    """A bare repository with a branch `main`, a pull request, and what GitHub would make of merging it."""

    folder: Path
    env: dict[str, str]
    below: str = ""

    @property
    def origin(self) -> str:
        return (self.folder / "origin.git").as_uri()

    def begin(self, *init: str) -> str:
        """Begins a knowledge base with `init` and pushes it to main; its commit."""
        self.folder.mkdir()
        git(self.folder, "init", "--quiet", "--bare", "origin.git", "-b", "main")
        git(self.folder, "init", "--quiet", "work", "-b", "main")
        git(self.work, "remote", "add", "origin", self.origin)
        subprocess.run([sys.executable, "-m", "sourcebook", "init", str(self.kb), *init], env=self.env, check=True, capture_output=True)
        sha = "f30461530873550f1df7eef4263fd5d3b536e9227a205042b99521685118f61a"
        self.write("content/articles/a1.md", f"---\nauthor: ada\ngenre: news\nsha256: {sha}\n---\n\n{ARTICLE}")
        self.write("content/people/ada.yml", ADA)
        self.write("content/places/rome.yml", "type: place\nname: Rome\n")
        return self.commit("begin", "main")

    @property
    def work(self) -> Path:
        return self.folder / "work"

    @property
    def kb(self) -> Path:
        return self.work / self.below

    def write(self, name: str, text: str) -> None:
        path = self.kb / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message: str, ref: str) -> str:
        made = commit(self.work, message)
        git(self.work, "push", "--quiet", "origin", f"HEAD:{ref}")
        return made

    def pull_request(self, files: Mapping[str, str]) -> None:
        """Pushes a branch with changed files, moves main on, and pushes what merging both gives to refs/pull/7/merge."""
        git(self.work, "checkout", "--quiet", "-b", "change")
        for name, text in files.items():
            self.write(name, text)
        self.commit("change", "change")
        git(self.work, "checkout", "--quiet", "main")
        self.write("content/places/old-town.yml", "type: place\nname: Old Town\n" + OLD)
        self.commit("meanwhile", "main")
        git(self.work, "checkout", "--quiet", "--detach")
        git(self.work, "merge", "--quiet", "--no-ff", "-m", "merge", "change")
        git(self.work, "push", "--quiet", "origin", "HEAD:refs/pull/7/merge")

    def checkout(self, target: Path, ref: str, *, depth: int = 0) -> Path:
        """A clone as actions/checkout and GitLab's runner make it, with HEAD detached at a ref."""
        target.mkdir(parents=True)
        git(target, "init", "--quiet")
        git(target, "remote", "add", "origin", self.origin)
        what = (
            [f"--depth={depth}", f"+{ref}:refs/remotes/got"]
            if depth
            else ["+refs/heads/*:refs/remotes/origin/*", f"+{ref}:refs/remotes/got"]
        )
        git(target, "fetch", "--quiet", "--no-tags", "origin", *what)
        git(target, "checkout", "--quiet", "--detach", "refs/remotes/got")
        return target

    def sha(self, ref: str) -> str:
        return git(self.folder / "origin.git", "rev-parse", ref)
