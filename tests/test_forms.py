"""The form editor: what it is told, what it writes, and a round trip through it in Chromium on a folder under git."""

import base64
import difflib
import hashlib
import json
import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some
from playwright.sync_api import sync_playwright

from sourcebook import publishing
from sourcebook.model.knowledge import KnowledgeBase, Settings
from sourcebook.model.values import Kind
from sourcebook.project import Project, load
from sourcebook.render import form_fields, forms
from sourcebook.site.archive import pack
from sourcebook.store.schemas import built_in_schema
from tests.chromium import find
from tests.conftest import run_cli
from tests.synthetic import put, write

pytestmark = [pytest.mark.filterwarnings("ignore::DeprecationWarning"), pytest.mark.filterwarnings("ignore::ResourceWarning")]
ROOT = Path(__file__).resolve().parent.parent
HARD = """\
# A comment at the top
type: person   # its type
name: No
aliases:
  - 007
  - "12:30"   # like a time
  - 'Ада Лавлейс @ru'
summary: >-
  A summary that is folded, with a colon: here,
  and more words.

when_is_no_key: 1_000
auto: rules@1   # made by the loader
facts:
  # about the first
  - position: true            # like a boolean
    of: body-1
    when: 2025
    order: 0x1F
    count: 1e3
    unsure: the loader doubts it
    auto: rules@1   # delete this line to accept
    cite:
      - src: first
        by: unknown
        stance: fact
        # why these words
        quote: >-
          Person Number 8 is director 8 of Institute 0 of
          Things.
        note: see there
  # a comment of nobody's

  - visited:
      - city-1   # the first of two
      - city-2
    with: [person-1, person-2]
    rank: deprecated
    why: "it was another: later"
    cite: [{src: first, quote: "in one line"}]


  - met: unknown
    from: 2021
    until: ~
    cite:
    - quote: the source comes second
      src: first
  - nonsense: yes
    deeper: {a: [b, c]}
same_as: wikidata:Q1
merged: [old-id]
notes: |
  Markdown *here*: `x`

  - [[person-1|a person]] # no comment
note: 2021-01-01
# the end
"""


def knowledge(**given):
    return KnowledgeBase(schema=built_in_schema(), settings=Settings(**given))


# What the editor is told ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("repository", "said", "name", "asked", "ways"),
    [
        ("https://github.com/ada/kb", {}, "github", ["https://api.github.com"], ["token"]),
        (
            "https://github.com/ada/kb.git",
            {"auth": "https://auth.example.org/x"},
            "github",
            ["https://api.github.com", "https://auth.example.org"],
            None,
        ),
        ("https://gitlab.com/a/b/kb/", {"app_id": "7"}, "gitlab", ["https://gitlab.com"], None),
        ("https://gitlab.example.org/a/kb", {}, "gitlab", ["https://gitlab.example.org"], ["token"]),
        ("https://codeberg.org/ada/kb", {}, "gitea", ["https://codeberg.org"], ["token"]),
        ("https://code.example.org/ada/kb", {"backend": "gitea", "app_id": "7"}, "gitea", ["https://code.example.org"], None),
        ("https://git.example.org/kb", {}, "gitea", [], ["token"]),
        ("", {"show": "true"}, "gitea", [], ["token"]),
    ],
)
def test_the_repository_s_host_and_no_other_is_asked(repository, said, name, asked, ways):
    kb = knowledge(repository=repository, forms=said)
    backend = forms.configuration(kb)["backend"]
    assert (backend["name"], backend.get("auth_methods")) == (name, ways)
    assert re.fullmatch(r"[^/:]+(/[^/:]+)+", backend["repo"])
    page = forms.files(kb)["admin/index.html"].decode()
    policy = re.search(r"connect-src ([^;]+);", page)[1].split()
    assert policy == ["'self'", "blob:", "data:", *asked]
    assert "default-src 'self';" in page


def test_there_is_none_without_a_repository_or_where_it_is_not_wanted():
    assert forms.files(knowledge()) == {}
    assert forms.files(knowledge(repository="https://github.com/ada/kb", forms={"show": "false"})) == {}
    assert forms.place(knowledge(), "content/people/ada.yml") == ""


def test_review_goes_through_pull_requests():
    said = {"review": "true"}
    assert forms.configuration(knowledge(repository="https://github.com/a/b", forms=said))["publish_mode"] == "editorial_workflow"
    assert "publish_mode" not in forms.configuration(knowledge(repository="https://codeberg.org/a/b", forms=said))


def test_each_type_has_its_properties_and_choices(folder):
    kb, _ = load(Project(folder))
    told = {each["name"]: each for each in forms.configuration(kb)["collections"] if "name" in each}
    assert {"people", "places", "organizations", "events", "agreements", "areas", "ships", "articles", "pages", "entities"} == set(told)
    facts = {
        name: next(one for one in each["fields"] if one["name"] == "facts")
        for name, each in told.items()
        if name in kb.schema.folder_types()
    }
    for kind in kb.schema.types.values():
        named = [each["name"] for each in facts[kind.plural]["types"]]
        assert named == [*(each.name for each in kb.schema.properties_on(kind.name)), "_yaml"]
    home = next(each for each in facts["ships"]["types"] if each["name"] == "home_port")["fields"][0]
    assert (home["widget"], home["filters"]) == ("relation", [{"field": "type", "values": ["place"]}])
    crew = next(each for each in facts["ships"]["types"] if each["name"] == "crew")["fields"][0]
    assert re.search(crew["pattern"][0], "27")
    assert not re.search(crew["pattern"][0], "many")
    assert {each["name"] for each in told["events"]["fields"]} >= {"when", "kind", "status"}
    assert not {each["name"] for each in told["people"]["fields"]} & {"when", "kind", "status"}


DATES = ["2025", "2025-03", "2025-03?", "2025-03-04", "2025-03-04/2025-03-09", "../2021", "2021/..", "202X", "19XX", "2025-21", "-0044", ""]


@pytest.mark.parametrize("text", [*DATES, "May 2025", "2025-3", "2025/", "25"])
def test_a_date_is_accepted_as_check_accepts_it(text):
    from sourcebook.model.dates import parse_date

    (pattern, _) = form_fields.PATTERNS[Kind.DATE]
    try:
        right = not text or bool(parse_date(text))
    except ValueError:
        right = False
    assert bool(re.search(pattern, text)) == right


def test_settings_that_are_wrong_are_reported(tmp_path):
    put(tmp_path / "content/sourcebook.yml", "forms: {backend: bitbucket, shown: true, auth: 'http://x.org'}\n")
    _, found = load(Project(tmp_path))
    assert sorted((each.code, each.place.line) for each in found) == [("bad-value", 1), ("bad-value", 1), ("unknown-key", 1)]
    put(tmp_path / "content/sourcebook.yml", "forms: false\nrepository: https://github.com/a/b\n")
    kb, found = load(Project(tmp_path))
    assert found == []
    assert not forms.shown(kb.settings)


def test_hostile_settings_stay_words(folder):
    attack = "</title></script><script>window.ran=1</script>\"'"
    files = forms.files(knowledge(title=attack, repository='https://github.com/a/"><script>', branch=attack))
    assert b"<script>window" not in files["admin/index.html"]
    assert b"<script>window" not in files["admin/config.js"]
    assert files["admin/index.html"].count(b"<script") == 6


def test_what_is_put_differently_in_the_editor_stands_in_it_once():
    script = (ROOT / f"src/sourcebook/render/{forms.SVELTIA}sveltia-cms.js").read_text("utf-8")
    assert [script.count(theirs) for theirs, _ in forms.CHANGES] == [1] * len(forms.CHANGES)
    assert "cdn.jsdelivr.net" not in forms._packaged(f"{forms.SVELTIA}sveltia-cms.js").decode()


# Building ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A knowledge base of all types and one of its own, under git, with its site."""
    folder = tmp_path_factory.mktemp("forms") / "kb"
    write(folder, 20)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    put(folder / "content/pages/about.md", "---\ntitle: About\n---\n\n# About us\n\nOf [[person-3]].  \nA line.\n")
    first = folder / "content/articles/first.md"
    # As it came: without a line break at its end, in the other article with those of Windows.
    store(first, body(first).rstrip("\n"))
    second = folder / "content/articles/second.md"
    store(second, body(second).replace(" They", "\r\nThey") + "\r\n \r\n")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    put(folder / ".gitignore", "site/\n.cache/\n")
    commit(folder)
    _, errors = publishing.build(Project(folder))
    assert errors == []
    return folder


@pytest.fixture
def folder(made, tmp_path):
    target = tmp_path / "kb"
    shutil.copytree(made, target, ignore=shutil.ignore_patterns("site", ".cache"))
    return target


def body(path):
    return path.read_bytes().decode().split("---\n", 2)[2]


def store(path, words):
    _, head, _ = path.read_bytes().decode().split("---\n", 2)
    digest = hashlib.sha256(words.encode()).hexdigest()
    path.write_bytes(f"---\n{re.sub('sha256: .*', f'sha256: {digest}', head)}---\n{words}".encode())


def commit(folder):
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    subprocess.run(["git", *who, "commit", "-qm", "as it was"], cwd=folder, check=True)


def test_it_comes_and_goes_with_the_settings(folder):
    project = Project(folder)
    publishing.build(project)
    assert (folder / "site/admin/index.html").is_file()
    assert "admin" not in (folder / "site/sitemap.xml").read_text()
    assert 'data-sb-form-here="people/entries/person-1"' in (folder / "site/people/person-1.html").read_text()
    saved = folder / "content/sourcebook.yml"
    saved.write_text(saved.read_text() + "forms: false\n")
    publishing.build(project)
    assert not (folder / "site/admin").exists()
    assert not list((folder / "site").rglob("sveltia-cms.js"))
    assert "data-sb-form" not in (folder / "site/people/person-1.html").read_text()
    saved.write_text(saved.read_text().replace("forms: false", "forms: {backend: gitlab}"))
    publishing.build(project)
    assert 'data-sb-form="people/entries/person-1"' in (folder / "site/people/person-1.html").read_text()
    again, _ = publishing.build(project)
    assert again.written == 0


def test_a_site_to_pass_on_has_no_editor(made, tmp_path):
    import zipfile

    pack(made / "site", tmp_path / "site.zip")
    names = zipfile.ZipFile(tmp_path / "site.zip").namelist()
    assert not [each for each in names if "admin/" in each or "sveltia" in each or "yaml.min" in each]
    assert "site/index.html" in names


# What is written --------------------------------------------------------------------------------------------------------------


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Requests are of no interest."""


@pytest.fixture(scope="module")
def address(made):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(made / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def scripts(chromium, address):
    """A page with the scripts that read and write files."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{address}admin/index.html")
    page.wait_for_function("globalThis.sourcebookFormats")
    yield page
    context.close()


APPLY = """async ([kind, text, changes]) => {
  const formats = globalThis.sourcebookFormats;
  const form = JSON.parse(JSON.stringify(await formats[kind + "Form"](text)));
  for (const [what, at, value] of changes) {
    if (what === "set") { const last = at.pop(); let inside = form; for (const step of at) inside = inside[step]; inside[last] = value; }
    else if (what === "remove") form.facts.splice(at, 1);
    else if (what === "move") form.facts.splice(value, 0, ...form.facts.splice(at, 1));
    else if (what === "copy") form.facts.splice(at + 1, 0, structuredClone(form.facts[at]));
    else form.facts.splice(at, 0, value);
  }
  const trimmed = what => typeof what === "string" ? what.trim() : Array.isArray(what) ? what.map(trimmed) : what && typeof what === "object" ? Object.fromEntries(Object.entries(what).map(([key, each]) => [key, trimmed(each)])) : what;
  return formats[kind + "Text"](trimmed(form));
}"""


def apply(page, text, *changes, kind="entity"):
    return page.evaluate(APPLY, [kind, text, changes])


def read(text):
    return yaml.load(text, yaml.BaseLoader)


def lines(before, after):
    """The lines that went and those that came."""
    found = [each for each in difflib.ndiff(before.splitlines(), after.splitlines()) if each[0] in "+-"]
    return [each[2:] for each in found if each[0] == "-"], [each[2:] for each in found if each[0] == "+"]


def test_nothing_changed_nothing_written(scripts, made):
    for path in (made / "content").rglob("*.yml"):
        if path.parent.name != "content":
            assert apply(scripts, path.read_text()) == path.read_text(), path
    for text in (HARD, HARD.replace("\n", "\r\n"), HARD.rstrip("\n") + "\n\n\n", "type: person\nname: A\n"):
        assert apply(scripts, text) == text
    for path in (made / "content/articles").iterdir():
        assert apply(scripts, path.read_bytes().decode(), kind="article") == path.read_bytes().decode()
    for text in ("# A\n\nb  \n", "\ufeff# A\r\n", "words"):
        assert apply(scripts, text, kind="page") == text


ONE_CHANGE = {
    "summary": (["set", ["summary"], "Short."], ["summary"], "Short.", 3, 1),
    "name like a boolean": (["set", ["name"], "yes"], ["name"], "yes", 1, 1),
    "name in quotes": (["set", ["name"], 'a: "b" # c'], ["name"], 'a: "b" # c', 1, 1),
    "note like a date": (["set", ["note"], "2022"], ["note"], "2022", 1, 1),
    "note removed": (["set", ["note"], ""], ["note"], None, 1, 0),
    "notes": (["set", ["notes"], "One\n\n\ntwo"], ["notes"], "One\n\n\ntwo\n", 2, 3),
    "alias": (["set", ["aliases"], "0o17\n12:30\nАда Лавлейс @ru"], ["aliases", 0], "0o17", 1, 1),
    "single to list": (["set", ["same_as"], "wikidata:Q1\nwikidata:Q2"], ["same_as"], ["wikidata:Q1", "wikidata:Q2"], 1, 3),
    "text": (["set", ["facts", 0, "value"], "no"], ["facts", 0, "position"], "no", 1, 1),
    "date": (["set", ["facts", 0, "when"], "2025-03?"], ["facts", 0, "when"], "2025-03?", 1, 1),
    "entity accepted": (["set", ["auto"], ""], ["auto"], None, 1, 0),
    "accepted": (["set", ["facts", 0, "auto"], ""], ["facts", 0, "auto"], None, 1, 0),
    "qualifier": (["set", ["facts", 0, "more", "count"], "011"], ["facts", 0, "count"], "011", 1, 1),
    "new qualifier": (["set", ["facts", 0, "more", "note"], "x"], ["facts", 0, "note"], "x", 0, 1),
    "stance": (["set", ["facts", 0, "cite", 0, "stance"], "plan"], ["facts", 0, "cite", 0, "stance"], "plan", 1, 1),
    "speaker": (["set", ["facts", 0, "cite", 0, "_unknown"], False], ["facts", 0, "cite", 0, "by"], None, 1, 0),
    "quote": (
        ["set", ["facts", 0, "cite", 0, "quote"], "Words " * 30],
        ["facts", 0, "cite", 0, "quote"],
        ("Words " * 30).strip(),
        2,
        3,
    ),
    "value of a list": (["set", ["facts", 1, "value"], ["city-1", "city-3"]], ["facts", 1, "visited"], ["city-1", "city-3"], 1, 1),
    "list to one": (["set", ["facts", 1, "more", "with"], ["person-2"]], ["facts", 1, "with"], ["person-2"], 1, 1),
    "unknown to known": (
        ["set", ["facts", 2], {"property": "met", "_at": "2", "value": ["person-1"], "cite": [{"_at": "0", "src": "first", "quote": "the source comes second"}], "more": {"from": "2021", "until": "~"}}],
        ["facts", 2, "met"],
        "person-1",
        1,
        1,
    ),
    "quote in brackets": (["set", ["facts", 1, "cite", 0, "quote"], "other"], ["facts", 1, "cite", 0, "quote"], "other", 1, 3),
    "as YAML": (["set", ["facts", 3, "yaml"], "nonsense: no\ndeeper: {a: [b, c]}"], ["facts", 3, "nonsense"], "no", 1, 1),
}  # fmt: skip


@pytest.mark.parametrize("name", ONE_CHANGE)
def test_one_change_is_one_change(scripts, name):
    change, at, value, gone, came = ONE_CHANGE[name]
    after = apply(scripts, HARD, json.loads(json.dumps(change)))
    expected = read(HARD)
    inside = expected
    for step in at[:-1]:
        inside = inside[step]
    if value is None:
        del inside[at[-1]]
    else:
        inside[at[-1]] = value
    assert read(after) == expected
    removed, added = lines(HARD, after)
    assert (len(removed), len(added)) == (gone, came), (removed, added)
    assert after.count(" #") >= HARD.count(" #") - (
        name in {"accepted", "entity accepted", "notes"}
    )  # it goes only with its line, or was no comment
    assert apply(scripts, HARD.replace("\n", "\r\n"), change) == after.replace("\n", "\r\n")


NEW = {"property": "visited", "value": ["city-9"], "when": "2020", "cite": [{"src": "first", "quote": "Words."}], "more": {"count": "2"}}
WRITTEN = {"visited": "city-9", "when": "2020", "count": "2", "cite": [{"src": "first", "quote": "Words."}]}


def test_facts_come_go_and_move_with_their_comments(scripts):
    facts = read(HARD)["facts"]
    for at in range(4):
        after = apply(scripts, HARD, ["remove", at, None])
        assert read(after) == {**read(HARD), "facts": [each for n, each in enumerate(facts) if n != at]}
        assert [each for each in lines(HARD, after)[1] if each] == []
        assert "a comment of nobody's" in after
    moved = apply(scripts, HARD, ["move", 0, 2])
    assert read(moved)["facts"] == [facts[1], facts[2], facts[0], facts[3]]
    assert sorted(each for each in moved.splitlines() if each.strip()) == sorted(each for each in HARD.splitlines() if each.strip())
    copied = apply(scripts, HARD, ["copy", 0, None])
    assert read(copied)["facts"] == [facts[0], *facts]
    added = apply(scripts, HARD, ["add", 4, NEW])
    assert WRITTEN in read(added)["facts"]
    assert [each for each in read(added)["facts"] if each != WRITTEN] == facts
    assert lines(HARD, added)[0] == []
    everything = apply(scripts, HARD, *[["remove", 0, None]] * 4)
    assert read(everything) == {key: value for key, value in read(HARD).items() if key != "facts"}
    first = apply(scripts, "type: person\nname: A\nnotes: x\n", ["add", 0, NEW])
    assert first == "type: person\nname: A\nfacts:\n  - visited: city-9\n    when: 2020\n    count: 2\n    cite:\n      - src: first\n        quote: Words.\nnotes: x\n"  # fmt: skip


def test_brackets_cost_no_more_than_what_stands_in_them(scripts):
    for text in (
        "type: person # a\nname: A # b\nfacts: [{position: x, cite: [{src: first, quote: y}]}, {met: [b, c], strange: z}] # c\nnote: n # d\n",
        "# a\n{type: person, name: A, facts: [{position: x, cite: [{src: first, quote: y}]}]}\n",
        "type: person\nname: A\nfacts:\n  # one\n  - {position: x, cite: [{src: first, quote: y}]}\n  # two\n  - met: b # three\n",
    ):
        after = apply(scripts, text, ["set", ["facts", 0, "cite", 0, "quote"], "z"])
        expected = read(text)
        expected["facts"][0]["cite"][0]["quote"] = "z"
        assert read(after) == expected
        assert text.startswith("#") or re.findall("# .*", after) == re.findall("# .*", text) or "# c" not in after


def test_a_new_fact_goes_where_fmt_puts_it(scripts, folder):
    path = folder / "content/people/person-7.yml"
    subprocess.run([sys.executable, "-m", "sourcebook", "fmt"], cwd=folder, check=True, capture_output=True)
    path.write_text(apply(scripts, path.read_text(), ["add", 0, NEW]))
    done = run_cli("fmt", "--check", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_cannot_be_read_is_not_written(scripts):
    for text in ("a: b: c\n", "type: person\ntype: place\n", "name: &x A\n", "name: !!str A\n", "name: *x\n", "- a\n", "name: \ufffd\n"):
        with pytest.raises(Exception, match="Error"):
            apply(scripts, text)
    with pytest.raises(Exception, match="has no value"):
        apply(scripts, HARD, ["add", 0, {"property": "visited", "value": [], "more": {}}])
    with pytest.raises(Exception, match="Error"):
        apply(scripts, HARD, ["set", ["facts", 3, "yaml"], "a: b: c"])


LETTERS = some.text(some.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\u0085\u2028"), min_size=1, max_size=60)
HARD_WORDS = ["no", "~", "null", "1e3", "0x1", "12:30", "- x", "a: b", "a #b", "#", "'", '"', "%", "@x", "|", ">-", "[a]", "{a: b}", "---", "x\n---\ny", "…", "a\\nb", "\U0001f6a2 ship", "مرحبا", "<b>"]  # fmt: skip
WORDS = (LETTERS.map(str.strip).filter(bool) | some.sampled_from(HARD_WORDS) | some.just("long words " * 20).map(str.strip)).filter(
    lambda text: "\ufffd" not in text and text == text.strip() and text.strip("\ufeff \n\u0085\u2028\u2029\x1c\x1d\x1e\x1f") == text
)
IDS = some.sampled_from(["city-1", "city-2", "person-1", "no", "007"])
CITED = some.lists(
    some.fixed_dictionaries({"src": some.just("first")}, optional={"quote": WORDS, "by": IDS, "note": WORDS, "extra": WORDS}), max_size=3
).filter(bool)
FACTS = some.one_of(
    some.fixed_dictionaries({"position": WORDS}, optional={"when": WORDS, "note": WORDS, "cite": CITED, "auto": WORDS}),
    some.fixed_dictionaries({"met": some.one_of(IDS, some.lists(IDS, min_size=1, max_size=3))}, optional={"count": WORDS, "cite": CITED}),
    some.fixed_dictionaries({"strange": WORDS}, optional={"deep": some.dictionaries(some.sampled_from("ab"), WORDS, min_size=1)}),
)
ENTITIES = some.fixed_dictionaries(
    {"type": some.just("person"), "name": WORDS},
    optional={"summary": WORDS, "aliases": some.lists(WORDS, min_size=1, max_size=3), "facts": some.lists(FACTS, min_size=1, max_size=5), "notes": WORDS, "other": WORDS},
)  # fmt: skip


@some.composite
def documents(draw):
    entity = draw(ENTITIES)
    text = yaml.safe_dump(
        entity,
        sort_keys=False,
        allow_unicode=draw(some.booleans()),
        width=draw(some.sampled_from([20, 80, 1000])),
        indent=draw(some.sampled_from([2, 4])),
        default_flow_style=draw(some.sampled_from([False, None])),
        default_style=draw(some.sampled_from([None, None, '"', "'"])),
    )
    assume(read(text) == entity)  # PyYAML does not read all that it writes
    return text


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=documents(), words=WORDS, data=some.data())
def test_any_change_of_any_file_says_what_was_meant_and_nothing_else(scripts, text, words, data):
    before = read(text)
    facts = before.get("facts", [])
    kinds = ["summary", "name", "alias", "add"] + (["remove", "move", "quote"] if facts else [])
    kind, n = data.draw(some.sampled_from(kinds)), data.draw(some.integers(0, max(0, len(facts) - 1)))
    quoted = facts[n].get("cite") if facts and "strange" not in facts[n] else None
    if kind in {"summary", "name"}:
        after, expected = apply(scripts, text, ["set", [kind], words]), {**before, kind: words}
    elif kind == "alias":
        wanted = [*before.get("aliases", []), words]
        assume("\n" not in "".join(wanted))
        after, expected = apply(scripts, text, ["set", ["aliases"], "\n".join(wanted)]), {**before, "aliases": wanted}
    elif kind == "remove":
        left = facts[:n] + facts[n + 1 :]
        after = apply(scripts, text, ["remove", n, None])
        expected = {key: left if key == "facts" else value for key, value in before.items() if key != "facts" or left}
    elif kind == "move":
        left = [*facts[1:], facts[0]]
        after, expected = apply(scripts, text, ["move", 0, len(facts) - 1]), {**before, "facts": left}
    elif kind == "quote" and quoted:
        changed = [{**quoted[0], "quote": words}, *quoted[1:]]
        after = apply(scripts, text, ["set", ["facts", n, "cite", 0, "quote"], words])
        expected = {**before, "facts": [*facts[:n], {**facts[n], "cite": changed}, *facts[n + 1 :]]}
    else:
        new = {"position": words, "cite": [{"src": "first", "quote": words}]}
        after = apply(scripts, text, ["add", 0, {"property": "position", "value": words, "cite": [{"src": "first", "quote": words}]}])
        assert [each for each in read(after)["facts"] if each != new] == [each for each in facts if each != new]
        expected = {**before, "facts": read(after)["facts"]}
    assert read(after) == expected
    assert all(each in after.splitlines() for each in text.splitlines() if each.startswith("other:"))


# In the browser ---------------------------------------------------------------------------------------------------------------

FILL = """async files => {
  const root = await navigator.storage.getDirectory();
  for (const [path, bytes] of Object.entries(files)) {
    const steps = path.split("/"), name = steps.pop();
    let inside = root;
    for (const step of steps) inside = await inside.getDirectoryHandle(step, { create: true });
    const file = await (await inside.getFileHandle(name, { create: true })).createWritable();
    await file.write(Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0)));
    await file.close();
  }
}"""
TAKE = """async () => {
  const found = {};
  async function walk(folder, before) {
    for await (const [name, each] of folder.entries()) {
      if (each.kind === "directory") await walk(each, `${before}${name}/`);
      else found[before + name] = btoa(String.fromCharCode(...new Uint8Array(await (await each.getFile()).arrayBuffer())));
    }
  }
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""
DISK = "window.showDirectoryPicker = () => navigator.storage.getDirectory(); FileSystemHandle.prototype.requestPermission = async () => 'granted';"


class Editor:
    """The form editor over a folder, which the browser holds in its own file system."""

    def __init__(self, chromium, address, folder, **options):
        self.folder = folder
        # The editor makes fields when they come into sight.
        self.context = chromium.new_context(viewport={"width": 1280, "height": 5000}, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.foreign, self.errors = [], []
        self.page.on(
            "request", lambda asked: self.foreign.append(asked.url) if not asked.url.startswith((address, "blob:", "data:")) else None
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.add_init_script(DISK)
        self.home = f"{address}admin/index.html"
        self.page.goto(self.home)
        files = {
            path.relative_to(folder).as_posix(): base64.b64encode(path.read_bytes()).decode()
            for path in folder.rglob("*")
            if path.is_file() and "content" in path.parts
        }
        self.page.evaluate(FILL, {".git/HEAD": "", **files})
        self.page.get_by_role("button", name="Work with Local Repository").click()
        self.page.get_by_role("tree", name="Collection List").wait_for()

    def open(self, place):
        self.page.goto(f"{self.home}#/collections/{place}")
        self.page.get_by_role("button", name="Save").wait_for()

    def field(self, label, within=None):
        return (within or self.page).get_by_role("group", name=re.compile(f"^.{{0,2}}“.?{label}.?”"))

    def write(self, label, words, within=None):
        self.field(label, within).get_by_role("textbox").first.fill(words)

    def choose(self, label, words, within=None):
        self.field(label, within).get_by_role("combobox").first.click()
        self.page.locator("dialog[open]").get_by_role("option", name=re.compile(words)).first.click()
        if self.page.locator("dialog[open]").count():
            self.page.keyboard.press("Escape")

    def save(self):
        self.page.get_by_role("button", name="Save").click()
        self.page.get_by_role("tree", name="Collection List").wait_for()
        self.page.get_by_role("group", name="Content Editor").wait_for(state="detached")

    def taken(self):
        """The files as the editor left them, put into the folder; gives what git says of them."""
        for name, content in self.page.evaluate(TAKE).items():
            if not name.startswith(".git/"):
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / name).write_bytes(base64.b64decode(content))
        done = subprocess.run(["git", "diff", "--unified=0", "--", "content"], cwd=self.folder, capture_output=True, check=True)
        return done.stdout.decode()

    def checked(self):
        done = run_cli("check", "--no-warnings", cwd=self.folder)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def begin(chromium, address, folder):
    """Begins editing, when the folder is as wanted; in the end, nobody else was asked and nothing broke."""
    begun = []
    yield lambda **options: begun.append(Editor(chromium, address, folder, **options)) or begun[-1]
    for each in begun:
        assert each.foreign == []
        assert each.errors == []
        each.context.close()


ATTACK = """</textarea><script>window.ran=1</script><img src=x onerror="window.ran=1"> {{name}} 'x' "y": مرحبا 🚢 #no"""


@pytest.mark.browser
def test_a_round_trip_of_each_type_changes_what_was_changed(begin):
    editor = begin()
    kb, _ = load(Project(editor.folder))
    chosen = {kind.plural: next(each for each in kb.of_type(kind.name) if not each.summary) for kind in kb.schema.types.values()}
    before = {plural: (editor.folder / each.path).read_text() for plural, each in chosen.items()}
    for plural, each in chosen.items():
        editor.open(f"{plural}/entries/{each.id}")
        editor.write("Summary", f"{ATTACK} {plural}")
        editor.save()
    told = editor.taken()
    changed = [line for line in told.splitlines() if re.match(r"[+-][^+-]", line)]
    assert len(changed) == len(chosen) * 3  # the key and two folded lines, and nothing else
    for plural, each in chosen.items():
        assert read((editor.folder / each.path).read_text()) == {**read(before[plural]), "summary": f"{ATTACK} {plural}"}
    assert editor.page.evaluate("window.ran") is None
    editor.checked()


@pytest.mark.browser
def test_a_fact_with_its_words_is_added_and_one_is_accepted(begin, folder):
    path = folder / "content/people/person-7.yml"
    path.write_text("# kept\n" + path.read_text().replace("- visited", "- auto: rules@1 # loader\n  visited"))
    before = path.read_text()
    one = begin()
    one.open("people/entries/person-7")
    facts = one.field("Facts")
    facts.get_by_role("button", name="Expand", exact=True).nth(1).click()
    one.write("Proposed by the loader", "", facts)
    facts.get_by_role("button", name="Collapse All").click()
    facts.get_by_role("button", name=re.compile("Add .?Fact")).click()
    assert "home port" not in one.page.get_by_role("menuitem").all_inner_texts()
    one.page.get_by_role("menuitem", name="met", exact=True).click()
    one.choose("Met", r"Person Number 9 ", facts)
    one.choose("Article", "The first report", facts)
    one.write("Quote", "Person Number 9 met number 4 by the sea.", facts)
    one.choose("How the source puts it", "claim", facts)
    one.save()
    one.taken()
    after = read(path.read_text())
    expected = read(before)
    del expected["facts"][1]["auto"]
    new = {"met": "person-9", "cite": [{"src": "first", "stance": "claim", "quote": "Person Number 9 met number 4 by the sea."}]}
    assert [each for each in after["facts"] if each != new] == expected["facts"]
    assert new in after["facts"]
    assert path.read_text().startswith("# kept\n")
    one.checked()


@pytest.mark.browser
def test_what_the_form_does_not_show_stays_through_two_savings(begin, folder):
    # Numbers and dates that are none would have to be mended first.
    hard = HARD.replace("0x1F", "007").replace("1e3", "1").replace("until: ~", "until: '2022'")
    put(folder / "content/people/hard.yml", hard)
    editor = begin()
    editor.open("people/entries/hard")
    editor.write("Summary", "Short.")
    editor.save()
    editor.open("people/entries/hard")
    editor.write("Name", "Off")
    editor.save()
    editor.taken()
    after = (folder / "content/people/hard.yml").read_text()
    assert read(after) == {**read(hard), "summary": "Short.", "name": "Off"}
    assert (len(lines(hard, after)[0]), len(lines(hard, after)[1])) == (4, 2)


@pytest.mark.browser
def test_new_entities_articles_and_pages(begin, folder):
    editor = begin()
    editor.page.goto(f"{editor.home}#/collections/ships/new")
    editor.write("Name", "Корабль «Заря»")
    editor.field("Facts").get_by_role("button", name=re.compile("Add .?Fact")).click()
    editor.page.get_by_role("menuitem", name="crew").click()
    editor.write("Crew", "many")
    editor.choose("Article", "The first report")
    editor.write("Quote", "Ship of Line 0 has a crew of 20.")
    editor.page.get_by_role("button", name="Save").click()
    editor.page.get_by_text("Write digits only, such as 11").first.wait_for()  # it is not saved
    editor.write("Crew", "020")
    editor.save()
    editor.open("articles/entries/first")
    assert editor.field("The text, word for word").get_by_role("textbox").get_attribute("readonly") is not None
    editor.write("Title", "The first: a report")
    editor.save()
    editor.open("articles/entries/second")
    editor.write("Publisher", "Ada & Co")
    editor.save()
    editor.open("pages/entries/about")
    written = editor.field("Markdown").get_by_role("textbox")
    written.fill(written.input_value() + "\n\nMore.")
    editor.save()
    before = {path.name: body(path) for path in (folder / "content/articles").iterdir()}
    about = (folder / "content/pages/about.md").read_text()
    editor.taken()
    assert (folder / "content/ships/korabl-zarya.yml").read_text() == (
        "type: ship\nname: Корабль «Заря»\nfacts:\n  - crew: 020\n    cite:\n      - src: first\n        quote: Ship of Line 0 has a crew of 20.\n"
    )
    assert {path.name: body(path) for path in (folder / "content/articles").iterdir()} == before
    assert 'title: "The first: a report"\n' in (folder / "content/articles/first.md").read_text()
    assert (folder / "content/pages/about.md").read_text() == about + "\n\nMore.\n"
    editor.checked()


@pytest.mark.browser
def test_pages_lead_to_their_forms(begin, address):
    editor = begin()
    editor.page.goto(f"{address}people/person-1.html")
    editor.page.get_by_role("link", name="Edit in a form").click()
    editor.page.get_by_role("group", name="Content Editor").wait_for()
    assert editor.field("Name").get_by_role("textbox").input_value() == "عائشة المنصوري"
    assert editor.page.url.endswith("#/collections/people/entries/person-1")
    assert editor.page.get_by_role("button", name="Save").get_attribute("aria-disabled") == "true"  # nothing is changed yet
    facts = editor.field("Facts")
    facts.get_by_role("button", name=re.compile("Add .?Fact")).click()
    editor.page.get_by_role("menuitem", name="visited").click()
    editor.choose("Article", "The first report", facts)
    editor.page.get_by_role("button", name="Save").click()
    editor.page.get_by_text("A fact (visited) has no value").wait_for()


class Host:
    """As much of GitHub's interface as the editor asks for, over a real repository."""

    def __init__(self, folder):
        self.folder = folder
        self.asked = []

    def git(self, *command, given=None):
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        return subprocess.run(["git", *who, *command], cwd=self.folder, capture_output=True, check=True, input=given).stdout

    def answer(self, route):
        request = route.request
        self.asked.append(request.url)
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers={"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"})
            return
        path = request.url.removeprefix("https://api.github.com").partition("?")[0]
        if path == "/graphql":
            sent = json.loads(request.post_data)
            found = {"data": self.graphql(sent["query"], sent.get("variables", {}))}
        elif path == "/user":
            found = {"id": 1, "name": "Ada", "login": "ada", "email": "", "html_url": "", "avatar_url": ""}
        elif "/git/trees/" in path:
            rows = [each.split(None, 4) for each in self.git("ls-tree", "-rl", "HEAD").decode().splitlines()]
            found = {"tree": [{"type": "blob", "sha": sha, "size": int(size), "path": name} for _, _, sha, size, name in rows]}
        else:
            found = {}
        route.fulfill(json=found, headers={"Access-Control-Allow-Origin": "*"})

    def graphql(self, query, variables):
        head = self.git("rev-parse", "HEAD").decode().strip()
        if "createCommitOnBranch" in query:
            given = variables["input"]
            assert given["expectedHeadOid"] == head
            for each in given["fileChanges"]["additions"]:
                put_bytes(self.folder / each["path"], base64.b64decode(each["contents"]))
            self.git("add", "-A")
            self.git("commit", "-qm", given["message"]["headline"])
            return {
                "createCommitOnBranch": {
                    "commit": {"oid": self.git("rev-parse", "HEAD").decode().strip(), "committedDate": "2026-01-01T00:00:00Z"}
                }
            }
        inside = {"defaultBranchRef": {"name": "main"}}
        last = {"author": {"name": "Ada", "email": "", "user": None}, "committedDate": "2026-01-01T00:00:00Z"}
        inside["ref"] = {"target": {"history": {"nodes": [{"oid": head, "message": "as it was"}]}}}
        for name, oid in re.findall(r'(content_\d+): object\(oid: "(\w+)"', query):
            inside[name] = {"text": self.git("cat-file", "blob", oid).decode()}
        for name in re.findall(r"(commit_\d+):", query):
            inside[name] = {"target": {"history": {"nodes": [last]}}}
        if "at" in variables:
            inside["object"] = {"text": self.git("show", variables["at"]).decode()}
        return {"repository": inside}


def put_bytes(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.browser
def test_saving_to_the_repository_s_host(chromium, address, folder):
    """Signing in with a token, saving, and not over what others wrote without being asked."""
    host = Host(folder)
    saved = folder / "content/sourcebook.yml"
    saved.write_text("title: Kept\nrepository: https://github.com/ada/kb\n")
    host.git("add", "-A")
    host.git("commit", "-qm", "where it is")
    kb, _ = load(Project(folder))
    context = chromium.new_context(viewport={"width": 1280, "height": 3000})
    context.route("https://api.github.com/**", host.answer)
    for name, content in forms.files(kb).items():
        if name in {"admin/index.html", "admin/config.js"}:
            context.route(
                f"{address}{name}",
                lambda route, _=None, content=content, name=name: route.fulfill(
                    body=content, content_type="text/html" if name.endswith("html") else "text/javascript"
                ),
            )
    page = context.new_page()
    page.set_default_timeout(15_000)
    foreign = []
    page.on(
        "request",
        lambda asked: (
            foreign.append(asked.url) if not asked.url.startswith((address, "blob:", "data:", "https://api.github.com/")) else None
        ),
    )
    page.goto(f"{address}admin/index.html")
    page.get_by_role("button", name=re.compile("Access Token")).click()
    page.get_by_role("textbox").fill("secret")
    page.get_by_role("button", name="Sign In", exact=True).click()
    page.get_by_role("tree", name="Collection List").wait_for()

    def change(words):
        page.goto(f"{address}admin/index.html#/collections/people/entries/person-7")
        page.get_by_role("textbox", name="Summary").fill(words)
        page.get_by_role("button", name="Save").click()

    path = folder / "content/people/person-7.yml"
    before = path.read_text()
    for words in ("Once.", "Twice."):
        change(words)
        page.get_by_role("group", name="Content Editor").wait_for(state="detached")
        assert read(path.read_text()) == {**read(before), "summary": words}
    assert host.git("log", "-1", "--format=%s").decode().strip() == "Person: person-7 changed"
    path.write_text(path.read_text() + "note: of another\n")
    host.git("commit", "-qam", "others")
    change("Thrice.")
    page.get_by_text("Entry Changed by Someone Else").wait_for()
    page.get_by_role("button", name="Cancel", exact=True).click()
    assert "note: of another" in path.read_text()
    assert "Thrice" not in path.read_text()
    assert foreign == []
    context.close()
