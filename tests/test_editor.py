"""In an editor: the real yaml-language-server with what `sourcebook init` and `sourcebook schema` write. Needs Node.js; without it nothing is proved."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from hypothesis import given

from sourcebook.diagnostics import Severity
from sourcebook.editors import schema_texts
from sourcebook.export.ids import MOST_NAMED
from sourcebook.export.json_schema import json_schemas
from sourcebook.export.values import as_editors_read
from sourcebook.project import empty_knowledge
from sourcebook.store.load import load
from tests import test_schema
from tests.conftest import run_cli
from tests.language_server import Server, command, taken
from tests.synthetic import put
from tests.tools import NoToolError

ROOT = Path(__file__).resolve().parent.parent
PERSON = "content/people/somebody.yml"
HEAD = "type: person\nname: Somebody\nfacts:\n"
STRANGE = {
    "rtl": "عائشة المنصوري",
    "ship": "🚢 Ángström & Søn",
    "quoted": "The \"Blue\" 'House' \\ $1 ${2:x} }",
    "council": ("The Very Long Name of an Interdepartmental Coordinating Council " * 4)[:200],
    "no": "No",
    "2025": "Year of the Snake",
}


@pytest.fixture(scope="session")
def has_server():
    try:
        return command()
    except NoToolError as error:
        pytest.skip(str(error))


def opened(folder):
    server = Server(folder)
    yield server
    server.close()


@pytest.fixture(scope="module")
def example(has_server, tmp_path_factory):
    """This repository's knowledge base as a new user's, with people whose names are hard to show and a type of its own."""
    folder = tmp_path_factory.mktemp("editor")
    assert run_cli("init", folder).returncode == 0
    shutil.copytree(ROOT / "content", folder / "content", dirs_exist_ok=True)
    for one, name in STRANGE.items():
        put(folder / f"content/people/{one}.yml", yaml.safe_dump({"type": "person", "name": name}, allow_unicode=True))
    put(folder / "content/schema.yml", test_schema.SCHEMA)
    done = run_cli("schema", cwd=folder)
    assert done.returncode == 0, done.stderr
    yield from opened(folder)


@pytest.fixture(scope="module")
def fresh(has_server, tmp_path_factory):
    """What `init` leaves: no entity, no article."""
    folder = tmp_path_factory.mktemp("fresh") / "kb"
    assert run_cli("init", folder).returncode == 0
    yield from opened(folder)


def labels(offers):
    return [each["label"] for each in offers]


def offer(server, name, text, label):
    found = [each for each in server.complete(name, text) if label in each["label"]]
    assert found, label
    return found[0]


def messages(found):
    return [each["message"] for each in found]


def test_a_new_knowledge_base_completes_and_checks_at_once(fresh):
    assert {"person", "place", "event"} <= set(labels(fresh.complete(PERSON, "type: ‸\n")))
    assert fresh.open(PERSON, "type: person\nname: No\naliases: [2025, true]\n") == []
    found = messages(fresh.open(PERSON, f"{HEAD}  - visited: nowhere\n    cite:\n      - src: nothing\n        quote: words\n"))
    assert [each.split(".")[0] for each in found] == ["No entity of a type that belongs here has this id", "No article has this id"]


def test_a_property_is_completed_where_it_belongs(example):
    assert {"visited", "met", "when", "cite"} <= set(labels(example.complete(PERSON, f"{HEAD}  - ‸\n")))
    place = labels(example.complete("content/places/x.yml", "type: place\nname: X\nfacts:\n  - ‸\n"))
    assert "ally_of" in place
    assert not {"visited", "met"} & set(place)
    ship = labels(example.complete("content/ships/x.yml", "type: ship\nname: X\nfacts:\n  - ‸\n"))
    assert {"crew", "tonnage", "seen_from"} <= set(ship)


@pytest.mark.parametrize(
    ("label", "one"),
    [
        ("Min Aung Hlaing · min-aung-hlaing", "min-aung-hlaing"),
        ("Мин Аун Хлайн · min-aung-hlaing", "min-aung-hlaing"),
        (STRANGE["rtl"], "rtl"),
        (STRANGE["ship"], "ship"),
        (STRANGE["quoted"], "quoted"),
        ("The Very Long Name", "council"),
        ("No · no", "no"),
        ("Year of the Snake", "2025"),
    ],
)
def test_an_id_is_found_by_the_name(example, label, one):
    text = f"{HEAD}  - met: ‸\n"
    after = taken(text, offer(example, PERSON, text, label))
    assert after == f"{HEAD}  - met: {one}\n"
    assert [each for each in messages(example.open(PERSON, after)) if "id" in each] == []


def test_ids_are_those_of_the_type_asked_for(example):
    assert any("naypyidaw" in each for each in labels(example.complete(PERSON, f"{HEAD}  - visited: ‸\n")))
    assert not any("min-aung-hlaing" in each for each in labels(example.complete(PERSON, f"{HEAD}  - visited: ‸\n")))
    assert any("min-aung-hlaing" in each for each in labels(example.complete(PERSON, f"{HEAD}  - met: [xi, ‸]\n")))


def test_the_hover_says_what_a_key_is(example):
    assert "`visited_by`" in example.hover(PERSON, f"{HEAD}  - vis‸ited: russia\n")
    assert "2025-03?" in example.hover(PERSON, f"{HEAD}  - visited: russia\n    wh‸en: 2025\n")
    stance = example.hover(PERSON, f"{HEAD}  - visited: russia\n    cite:\n      - src: muratshina-2025\n        sta‸nce: claim\n")
    assert "The source claims it" in stance


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (PERSON, "type: person\nname: X\nnam: y\n", "Property nam is not allowed."),
        (PERSON, "type: persn\nname: X\n", "There is no such type."),
        (PERSON, "type: person\nname: ''\n", "Write a text of at most 500 characters"),
        (PERSON, f"{HEAD}  - visited: Russia\n    cite: [{{src: muratshina-2025, quote: x}}]\n", "No entity of a type that belongs here"),
        (
            PERSON,
            f"{HEAD}  - visited: min-aung-hlaing\n    cite: [{{src: muratshina-2025, quote: x}}]\n",
            "No entity of a type that belongs here",
        ),
        (PERSON, f"{HEAD}  - visited: russia\n    met: xi\n    cite: [{{src: muratshina-2025, quote: x}}]\n", "One fact has one property."),
        (PERSON, f"{HEAD}  - when: 2025\n    cite: [{{src: muratshina-2025, quote: x}}]\n", "The fact has no property."),
        (PERSON, f"{HEAD}  - visited: russia\n", 'Missing property "cite".'),
        (PERSON, f"{HEAD}  - visited: russia\n    cite: [{{src: muratshina-2025}}]\n", 'Missing property "quote".'),
        (
            PERSON,
            f"{HEAD}  - visited: russia\n    rank: deprecated\n    cite: [{{src: muratshina-2025, quote: x}}]\n",
            'Missing property "why".',
        ),
        (PERSON, f"{HEAD}  - visited: russia\n    when: 2025-02-30\n    cite: [{{src: muratshina-2025, quote: x}}]\n", "Not a date: write"),
        ("content/sourcebook.yml", "titel: X\n", "Property titel is not allowed."),
        ("content/schema.yml", "properties:\n  visited: {on: person}\n", "Taken, or no name"),
        ("content/schema.yml", "properties:\n  built: {value: date, inverse: x}\n", "Values of this kind cannot point to entities"),
        ("content/language.yml", "Address: [a]\n", "Write a text"),
    ],
)
def test_what_is_wrong_is_flagged(example, name, text, said):
    found = messages(example.open(name, text))
    assert any(said in each for each in found), found


def test_what_people_wrote_is_not_flagged(example):
    files = sorted((ROOT / "content").glob("*/*.yml"))[::9] + [ROOT / "content/sourcebook.yml"]
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        assert messages(example.open(name, path.read_text(encoding="utf-8"))) == [], name


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("type: person\nname: Somebody\nfa‸\n", "facts"),
        (f"{HEAD}  ‸\n", "new fact: visited"),
        (f"{HEAD}  - ‸\n", "new fact: visited"),
        (f"{HEAD}  - visited: russia\n    ‸\n", "cite"),
        (f"{HEAD}  - visited: russia\n    cite:\n      - ‸\n", "new citation"),
    ],
)
def test_a_snippet_gives_a_fact_that_only_wants_its_words(example, text, label):
    """What is inserted is a whole fact: nothing but what is to be filled in is wrong with it."""
    offers = [each for each in example.complete(PERSON, text) if each["label"] == label]
    after = taken(text, offers[0])
    for hole, filled in {"property": "visited", "value": "russia", "id": "russia", "article": "muratshina-2025"}.items():
        after = re.sub(rf"(?<=[- ]){hole}(?=\n|:)", filled, after)
    put(example.root / PERSON, after)
    knowledge, found = load(example.root / "content")
    assert [each.message for each in found if each.place.path == PERSON and each.severity is Severity.ERROR] == []
    (fact,) = knowledge.entities["somebody"].facts
    assert (fact.property, fact.target, fact.citations[0].quote) == ("visited", "russia", "the exact words")
    assert messages(example.open(PERSON, after)) == []
    (example.root / PERSON).unlink()


def test_the_server_judges_as_the_schema_says(fresh):
    """What stands in test_schema of a validator in Python holds of the server's own."""
    validator = test_schema.validators_of(empty_knowledge())["entity"]

    @test_schema.thorough(max_examples=15)
    @given(test_schema.spoiled(test_schema.entities("event")))
    def holds(tree):
        found = messages(fresh.open(PERSON, test_schema.as_yaml(tree) + "\n"))
        assert (found == []) == validator.is_valid(test_schema.as_json(tree)), found

    holds()


def test_renewed_schemas_are_taken_up(has_server, tmp_path):
    """An editor that is open learns of new ids when the file with them is written."""
    assert run_cli("init", tmp_path / "kb").returncode == 0
    server = Server(tmp_path / "kb")
    text = f"{HEAD}  - met: ‸\n"
    try:
        assert "Ada · ada" not in labels(server.complete(PERSON, text))
        put(server.root / "content/people/ada.yml", "type: person\nname: Ada\n")
        assert run_cli("schema", cwd=server.root).returncode == 0
        server.changed(".sourcebook/schema/ids.json")
        assert "Ada · ada" in labels(server.complete(PERSON, text))
    finally:
        server.close()


def test_without_schemas_the_server_says_so(has_server, tmp_path):
    """After cloning: one finding, in the first line, and nothing else."""
    assert run_cli("init", tmp_path / "kb").returncode == 0
    shutil.rmtree(tmp_path / "kb/.sourcebook")
    server = Server(tmp_path / "kb")
    try:
        (found,) = server.open(PERSON, "type: person\nnam: X\n")
        assert (found["range"]["start"]["line"], ".sourcebook/schema/entity.json" in found["message"]) == (0, True)
    finally:
        server.close()


def test_choices_are_offered(example):
    cite = f"{HEAD}  - visited: russia\n    cite:\n      - src: muratshina-2025\n        "
    assert {"fact", "claim", "opinion", "plan", "denial"} <= set(labels(example.complete(PERSON, f"{cite}stance: ‸\n")))
    assert {"preferred", "normal", "deprecated"} <= set(labels(example.complete(PERSON, f"{HEAD}  - visited: russia\n    rank: ‸\n")))
    assert {"at-least", "at-most", "about"} <= set(labels(example.complete(PERSON, f"{HEAD}  - visited: russia\n    bound: ‸\n")))
    assert any("unknown" in each for each in labels(example.complete(PERSON, f"{cite}by: ‸\n")))
    assert {"quantity", "enum"} <= set(labels(example.complete("content/schema.yml", "properties:\n  built: {value: ‸}\n")))


def test_front_matter_by_a_modeline(example):
    """No YAML server reads Markdown; the record alone, in a file of its own, shows that its schema serves."""
    modeline = "# yaml-language-server: $schema=.sourcebook/schema/article.json\n"
    name = "record.yaml"
    assert {"opinion", "treaty"} <= set(labels(example.complete(name, f"{modeline}genre: ‸\n")))
    assert messages(example.open(name, f"{modeline}text: none\nurl: https://example.org\nissued: 2025\n")) == []
    assert messages(example.open(name, f"{modeline}genre: opinion\n")) == ['Missing property "sha256".']


def test_many_ids(has_server, tmp_path):
    """Above some number, ids are offered as such; names that they do not show are offered too."""
    assert run_cli("init", tmp_path / "kb").returncode == 0
    folder = tmp_path / "kb"
    for number in range(MOST_NAMED + 200):
        name = f"Человек {number}" if number % 100 == 0 else f"Person {number}"
        put(folder / f"content/people/person-{number}.yml", f"type: person\nname: {name}\n")
    assert run_cli("schema", cwd=folder).returncode == 0
    server = Server(folder)
    try:
        text = f"{HEAD}  - met: ‸\n"
        found = labels(server.complete(PERSON, text))
        assert {"person-7", "person-1199", "Человек 300 · person-300", "unknown"} <= set(found)
        assert taken(text, offer(server, PERSON, text, "Человек 300")) == f"{HEAD}  - met: person-300\n"
        assert len(server.hover(PERSON, f"{HEAD}  - met: per‸son-7\n")) < 400
        wrong = [each for each in server.open(PERSON, f"{HEAD}  - met: person-1200\n    cite: []\n") if each["range"]["start"]["line"] == 3]
        assert "No entity of a type that belongs here has this id" in wrong[0]["message"]
        assert len(json.dumps(wrong)) < 1500
    finally:
        server.close()


def in_node(has_server, script, given):
    """What a script makes of a value, run beside the server's own libraries."""
    done = subprocess.run(
        [has_server[0], "-e", f"const given=JSON.parse(require('fs').readFileSync(0)); {script}"],
        cwd=Path(has_server[1]).parents[1],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


WORDS = sorted({*test_schema.IDS, *test_schema.DATES, *test_schema.NUMBERS, *test_schema.OTHERS})


def test_editors_read_scalars_as_we_say(has_server):
    plain = [each for each in WORDS if not test_schema.is_quoted(test_schema.Word(each))] + [
        "",
        "Null",
        "FALSE",
        "1e3",
        "0x1f",
        "-0",
        "1.50",
    ]
    found = in_node(has_server, "console.log(JSON.stringify(given.map(each => require('yaml').parse(each) ?? null)))", plain)
    for text, theirs in zip(plain, found, strict=True):
        ours = as_editors_read(text)
        # Large numbers are doubles there.
        assert (float(ours), float(theirs)) == (float(ours),) * 2 if isinstance(ours, int | float) else ours == theirs, text


def test_patterns_mean_the_same_to_python_and_javascript(has_server):
    patterns: set[str] = set()

    def collect(part):
        if isinstance(part, dict):
            patterns.update([part["pattern"]] if isinstance(part.get("pattern"), str) else [])
            part = list(part.values())
        for each in part if isinstance(part, list) else ():
            collect(each)

    kb = empty_knowledge()
    collect(json_schemas(kb, kb.schema, ()))
    every = sorted(patterns)
    words = [*WORDS, *(f"{end}x{end}" for end in "\x1c\x85\ufeff\u2028\u180e\u3000\n\x0b"), "a\u2028b", "\u0660" * 4, "x" * 100_001]
    script = "console.log(JSON.stringify(given[0].map(p => {const r = new RegExp(p, 'u'); return given[1].map(w => r.test(w))})))"
    found = in_node(has_server, script, [every, words])
    for pattern, here in zip(every, found, strict=True):
        assert here == [re.search(pattern, word) is not None for word in words], pattern


def test_what_init_writes_is_up_to_date(tmp_path):
    assert run_cli("init", tmp_path / "kb").returncode == 0
    assert run_cli("schema", "--check", cwd=tmp_path / "kb").returncode == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "kb/.sourcebook/schema").glob("*.json")}
    assert written == schema_texts(empty_knowledge())
