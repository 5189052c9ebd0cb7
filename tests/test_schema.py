"""The JSON Schemas that editors use accept exactly what `check` accepts, as far as a schema can say it."""

import copy
import json
import re
import shutil
import subprocess
from functools import cache, partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from sourcebook.check import check
from sourcebook.diagnostics import CODES, Severity
from sourcebook.editors import renew_schemas, schema_texts, schemas_of
from sourcebook.export.json_schema import KINDS, UNSAID, in_one, written
from sourcebook.export.values import as_editors_read
from sourcebook.model.facts import Rank, Stance
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.project import Project, empty_knowledge
from sourcebook.publishing import _Edited
from sourcebook.store.articles import read_article
from sourcebook.store.entities import read_entity
from sourcebook.store.load import load
from sourcebook.store.nodes import parse_yaml
from sourcebook.store.schemas import built_in_schema
from tests.conftest import ROOT, run_cli
from tests.synthetic import put

SCHEMA = """
types:
  ship: {plural: ships, label: Ship, keys: [when, kind, rig]}
  tug: {extends: ship}
properties:
  crew:    {on: ship, value: integer, single: true}
  tonnage: {on: ship, value: quantity, unit: t}
  built:   {on: ship, value: date}
  home:    {on: ship, to: place, inverse: home_of}
  site:    {on: ship, value: url}
  class:   {on: ship, value: enum, of: [frigate, "2025", "true", "C++", "a|b"]}
  motto:   {on: ship, value: text}
  lies:    {on: ship, value: coordinates}
qualifiers:
  seen_from: {to: ship}
"""
ENTITIES = {
    "people/ada": "type: person\nname: Ada\nmerged: [old-ada]\n",
    "places/moscow": "type: place\nname: Moscow\n",
    "places/2025": "type: place\nname: Year\n",
    "organizations/true": "type: organization\nname: Truth\n",
    "organizations/null": "type: organization\nname: Nothing\n",
    "events/summit": "type: event\nname: Summit\n",
    "ships/aurora": "type: ship\nname: Aurora\n",
    "tugs/tom": "type: tug\nname: Tom\n",
}
IDS = ("ada", "moscow", "2025", "true", "null", "summit", "aurora", "tom", "old-ada", "nobody", "unknown", "none", "Ada", "a--b", "a" * 81)
DATES = (
    "2025 2025-03 2025-03-04 2025-03? 2025-02-29 2024-02-29 2025-02-28~ 202X 19XX 202X-03 2025-21 2025-25 2025-13 2025-00 2025-XX "
    "2025-XX-99 2025-03-XX 2025-03-32 2025-04-31% ../2021 2021/.. 2021/ /2021 ../.. / 2021/2025 2025/2021 -0044 -0044-02-30 0000-02-30 0123 "
    "123 20250 2025-3 March 1900-02-29 2000-02-29 2025-03-04/2025-03-09? 2025.0 2e3 +2025 ٢٠٢٥"
).split()
NUMBERS = "5 11 007 -3 +4 1234 1.5 4200 1e3 0x1F 1_000 123456789012345678 1234567890123456789 .5 5. 12:30 0o17 ٣".split()
OTHERS = [
    "4200 t",
    "1.5  kg per day",
    "1 " + "x" * 32,
    "55.7558, 37.6173",
    "91, 0",
    "-090.0,180",
    "90.1, 0",
    "0,181",
    "https://example.org/a",
    "HTTP://x",
    "https://",
    "http://a b",
    "ftp://x.org",
    "wikidata:Q836",
    "Wikidata:Q1",
    "frigate",
    "C++",
    "a|b",
    "a",
    "any",
    "thing",
    "place",
    "enum",
    "entity",
    "text",
    "yes",
    "No",
    "true",
    "True",
    "false",
    "null",
    "~",
    "",
    " ",
    " ada ",
    "\u3000claim\u2003",
    "claim\n",
    "Мин Аун Хлайн @ru",
    "مصر",
    "🚢" * 300,
    "🚢" * 501,
    "x" * 500,
    " " + "x" * 500 + " ",
    "x" * 501,
    "a\x07b",
    "\x1fAda\x1f",
    "a\u202eb",
    "a\tb\nc",
    'it\'s "so" <script>',
    "en",
    "zh-Hant",
    "EN",
    "0" * 63 + "a",
    "f" * 64,
    "main",
    "per-value-at-a-time",
    "infobox",
    "ship-2",
    "people",
    "articles",
]
KEYS = (
    "type name aliases summary cite facts same_as merged not_same_as notes note when kind status visited met position said coordinates "
    "crew class visited_by home_of from at with of bound rank why auto src by stance quote locator url text sha256 genre issued title on to "
    "value inverse single keys infobox components language x 2025"
).split()


class Word(str):
    """A scalar; `quoted` if it must not be read as anything but a text."""

    __slots__ = ()

    quoted = False

    def __deepcopy__(self, _):
        return self


class Quoted(Word):
    __slots__ = ()
    quoted = True


PLAIN = re.compile(r"(?!-+\Z)[\w~.+/-][\w.+~?%/|-]*( [\w.+~?%/-]+)*\Z", re.ASCII)


def as_yaml(tree) -> str:
    """YAML of one line."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{as_yaml(key)}: {as_yaml(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(as_yaml, tree)) + "]"
    if not is_quoted(tree):
        return str(tree)
    escaped = (c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in tree)
    return '"' + "".join(escaped) + '"'


def is_quoted(word) -> bool:
    return getattr(word, "quoted", False) or not PLAIN.match(word) or word == ""


def as_json(tree):
    """What an editor makes of it."""
    if isinstance(tree, dict):
        return {str(key): as_json(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_json(each) for each in tree]
    return str(tree) if is_quoted(tree) else as_editors_read(tree)


DATE_KEYS = {"when", "from", "until", "issued", "accessed", "built"}


def blurred(tree, key="") -> bool:
    """Whether an editor makes something of a scalar that it would make of other texts too, on which `check` may think otherwise."""
    if isinstance(tree, dict):
        return any(blurred(value, name) for name, value in tree.items())
    if isinstance(tree, list):
        return any(blurred(value, key) for value in tree)
    read = as_json(tree)
    if isinstance(read, bool):
        return tree not in {"true", "false"}
    if isinstance(read, int | float):
        return str(read) != tree or (key in DATE_KEYS and abs(read) < 1000)
    return read is None and tree != "null"


_built_in = built_in_schema()
BUILT_IN = "|".join(
    [*_built_in.types, *_built_in.folder_types(), *_built_in.properties, *_built_in.qualifiers, "articles", "pages", "assets"]
)
UNSAYABLE = [
    ("bad-date", "ends before it begins"),
    ("missing-key", "has no text"),
    ("bad-schema", rf"The type `(?!({BUILT_IN})`).*` or the folder (?!({BUILT_IN})/).* is there already"),
    ("bad-schema", rf"There is a property or qualifier `(?!({BUILT_IN})`).*` already"),
    ("bad-schema", "is a property and the inverse"),
    ("unknown-type", "which is no type"),
    ("unknown-type", "^There is no type"),
    ("duplicate-id", "is merged"),
    ("bad-value", "but a text follows"),
    *((code, "") for code in "date-order quote-not-found quote-ambiguous quote-too-short source-changed self-merge merge-cycle".split()),
    *((code, "") for code in "alias-of-two-entities folder-mismatch".split()),
]


def sayable(finding, kind: str) -> bool:
    """Whether a schema can report it."""
    if finding.code == "unknown-type" and kind == "entity":
        return True
    return not any(finding.code == code and re.search(words, finding.message) for code, words in UNSAYABLE)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kb") / "content"
    put(folder / "schema.yml", SCHEMA)
    for name, text in ENTITIES.items():
        put(folder / f"{name}.yml", text)
    put(folder / "articles/first.md", "---\ntitle: First\n---\nAda went to Moscow, and Ada met Ada.\n")
    put(folder / "articles/held-elsewhere.md", "---\ntext: none\nurl: https://example.org\n---\n")
    knowledge, found = load(folder)
    assert [each.message for each in found] == []
    return knowledge


@pytest.fixture(scope="module")
def validators(base):
    return validators_of(base)


def validators_of(kb):
    schemas = schemas_of(kb)
    ids = DRAFT7.create_resource(schemas["ids"])
    registry = Registry().with_resource("ids.json", ids)
    for each in schemas.values():
        Draft7Validator.check_schema(each)
    return {kind: Draft7Validator(each, registry=registry) for kind, each in schemas.items()}


def agree(findings, validator, tree, kind):
    """Fails if `check` and the schema do not say the same of a file."""
    errors = [each for each in findings if each.severity is Severity.ERROR]
    value = as_json(tree)
    accepted = validator.is_valid(value)
    if not errors:
        assert accepted, [each.message[:300] for each in validator.iter_errors(value)]
    elif any(sayable(each, kind) for each in errors) and not blurred(tree):
        assert not accepted, [(each.code, each.message) for each in errors]


words = st.builds(
    lambda text, quoted: (Quoted if quoted else Word)(text), st.sampled_from([*IDS, *DATES, *NUMBERS, *OTHERS]), st.booleans()
)
free = st.one_of(words, st.text(max_size=12).filter(lambda text: not re.search("[\ud800-\udfff\x00]", text)).map(Quoted))
keys = st.sampled_from(KEYS).map(Word)
trees = st.recursive(free, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=2), max_leaves=4)


def word(*choices):
    return st.sampled_from(choices).map(Word)


citations = st.lists(
    st.one_of(
        st.fixed_dictionaries(
            {"src": word("first"), "quote": word("Ada went to Moscow")},
            optional={"by": word("ada", "unknown", "2025", "true"), "stance": word(*Stance), "locator": word("p. 3"), "note": word("x")},
        ),
        st.fixed_dictionaries({"src": word("held-elsewhere"), "locator": word("7")}),
    ),
    min_size=1,
    max_size=2,
)
several = lambda one: st.one_of(one, st.lists(one, min_size=1, max_size=2))  # noqa: E731
date = word("2025", "2025-03", "2025-03-04?", "202X", "../2021", "0123", "2025-03-04/2025-03-09")
VALUES = {
    "person": {
        "position": word("Prime Minister", "No", "7"),
        "visited": word("moscow", "2025", "unknown"),
        "met": word("ada", "true", "null"),
    },
    "place": {"coordinates": word("55.7558, 37.6173", "none"), "member_of": word("true")},
    "event": {"participant": word("ada", "aurora", "summit"), "located_in": word("2025")},
    "ship": {
        "crew": word("11", "007", "-3", "none"),
        "tonnage": word("4200", "4200 t", "1.5"),
        "built": date,
        "home": word("moscow"),
        "site": word("https://example.org/a"),
        "class": word("frigate", "2025", "true", "C++", "a|b"),
        "motto": word("Yes", "1.5", "null"),
        "lies": word("0,0"),
    },
}
VALUES["tug"] = VALUES["ship"]
QUALIFIERS = {
    "when": date,
    "from": word("2001", "unknown"),
    "at": word("moscow"),
    "during": word("summit"),
    "with": word("ada", "tom"),
    "of": word("true", "2025"),
    "count": word("3"),
    "bound": word("at-least"),
    "seen_from": word("aurora", "tom"),
}


def facts(kind):
    one = st.sampled_from(sorted(VALUES[kind])).flatmap(
        lambda name: st.fixed_dictionaries(
            {name: VALUES[kind][name] if name == "crew" else several(VALUES[kind][name]), "cite": citations},
            optional={
                **{key: several(each) for key, each in QUALIFIERS.items()},
                "auto": word("rules@1"),
                "unsure": word("why"),
                **({"rank": word(*Rank), "why": word("so")} if name != "crew" else {}),
            },
        )
    )
    return st.lists(one, max_size=2)


def entities(kind):
    more = {"when": date, "kind": word("kind")} if kind in {"event", "ship", "tug"} else {}
    return st.fixed_dictionaries(
        {"type": word(kind), "name": word("Subject", "No", "2025", "null"), "facts": facts(kind)},
        optional={
            "aliases": several(word("Another", "Мин @ru", "12:30")),
            "mentioned_as": several(word("it")),
            "summary": word("Words."),
            "cite": citations,
            "same_as": several(word("wikidata:Q836", "https://example.org")),
            "merged": several(word("older", "7", "false")),
            "not_same_as": several(
                word(*{"person": ["ada"], "place": ["2025"], "event": ["summit"], "ship": ["tom"], "tug": ["tom"]}[kind])
            ),
            "notes": word("Words"),
            "note": word("0x1F"),
            **more,
        },
    )


def paths(tree, at=()):
    yield at
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from paths(value, (*at, key))


@st.composite
def spoiled(draw, whole, least=1):
    """A valid tree in which up to three things were changed; the top stays a mapping."""
    tree = copy.deepcopy(draw(whole))
    for _ in range(draw(st.sampled_from([1, 0, 2, 1, 3]))):
        places = [each for each in paths(tree) if len(each) >= least]
        if not places:
            break
        *above, last = draw(st.sampled_from(places))
        holder = tree
        for key in above:
            holder = holder[key]
        change = draw(st.sampled_from(["word", "word", "word", "replace", "remove", "add", "rename", "list", "twice"]))
        if change in {"replace", "word"}:
            holder[last] = draw(trees if change == "replace" else words)
        elif change == "remove":
            del holder[last]
        elif change == "list":
            holder[last] = [holder[last]]
        elif change == "twice":
            holder[last] = [holder[last], copy.deepcopy(holder[last])]
        elif isinstance(holder, list):
            holder.append(draw(trees))
        elif change == "add":
            holder[draw(keys)] = draw(words)
        else:
            holder[draw(keys)] = holder.pop(last)
    return tree


thorough = partial(settings, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def findings_of_entity(kb, kind, tree):
    type_ = kb.schema.types[kind]
    path = f"content/{type_.plural}/subject.yml"
    entity, found = read_entity(parse_yaml(as_yaml(tree), path), "subject", type_, kb.schema, kb.articles)
    if entity:
        whole = KnowledgeBase(schema=kb.schema, entities=[*kb.entities.values(), entity], articles=kb.articles.values())
        found = [*found, *(each for each in check(whole) if each.place.path == path)]
    return found


@pytest.mark.parametrize("kind", ["person", "place", "event", "tug"])
def test_entity_files(base, validators, kind):
    @thorough(max_examples=70)
    @given(spoiled(entities(kind)))
    def holds(tree):
        agree(findings_of_entity(base, kind, tree), validators["entity"], tree, "entity")

    holds()


RECORD = st.fixed_dictionaries(
    {"sha256": word("f" * 64)},
    optional={
        "title": word("No", "2025"),
        "author": word("ada"),
        "genre": word("opinion", "news"),
        "issued": date,
        "accessed": date,
        "language": word("en", "no"),
        "url": word("https://example.org/a"),
        "license": word("MIT"),
        "original": word("a.pdf"),
        "note": word("x"),
    },
) | st.fixed_dictionaries({"text": word("none"), "url": word("https://example.org")}, optional={"publisher": word("X")})


def test_front_matter(validators):
    @thorough(max_examples=200)
    @given(spoiled(RECORD))
    def holds(tree):
        if not tree:
            return
        body = "" if as_json(tree).get("text") == "none" else "Words.\n"
        text = "---\n" + "".join(f"{as_yaml(key)}: {as_yaml(value)}\n" for key, value in tree.items()) + "---\n" + body
        article, found = read_article(text, "content/articles/a.md", "a")
        if article:
            kb = KnowledgeBase(schema=load_nothing().schema, articles=[article])
            found = [*found, *check(kb)]
        agree(found, validators["article"], tree, "article")

    holds()


@cache
def load_nothing():
    return empty_knowledge()


COMPONENTS = several(word("infobox", "facts", "names"))
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "title": word("No"),
        "description": word("Words"),
        "repository": word("https://git.example.org"),
        "branch": word("main", "1.0"),
        "url": word("https://example.org/a"),
        "language": word("fa", "no"),
        "components": st.one_of(COMPONENTS, st.dictionaries(st.sampled_from(["person", "", "ship"]).map(Quoted), COMPONENTS, max_size=2)),
    },
)
LANGUAGE = st.dictionaries(st.sampled_from(["Address", "{n} facts", "x"]).map(Quoted), words, max_size=3)
TYPES = st.dictionaries(
    st.sampled_from(["ship", "boat-2", "2025"]).map(Word),
    st.fixed_dictionaries(
        {},
        optional={
            "plural": word("vessels", "2026"),
            "label": word("Yes"),
            "extends": word("place", "thing"),
            "icon": word("material/ferry"),
            "keys": several(word("when")),
            "common": word("true", "false"),
            "columns": several(word("x")),
        },
    ),
    max_size=2,
)
PROPERTIES = st.dictionaries(
    st.sampled_from(["flag_state", "tonnage", "b-2"]).map(Word),
    st.one_of(
        st.fixed_dictionaries(
            {},
            optional={
                "on": several(word("person")),
                "to": several(word("place", "any")),
                "inverse": word("flags"),
                "symmetric": word("false"),
                "single": word("true"),
                "label": word("no"),
                "unique": word("per-value-at-a-time"),
                "value": word("entity"),
            },
        ),
        st.fixed_dictionaries({"value": word("enum"), "of": several(word("a", "2025"))}, optional={"to": word("any")}),
        st.fixed_dictionaries({"value": word("quantity", "text", "date")}, optional={"unit": word("t"), "to": several(word("thing"))}),
        st.fixed_dictionaries({"inverse": st.just({Word("event"): Word("discussed"), Word("place"): Word("no")})}),
    ),
    max_size=2,
)
SCHEMA_FILE = st.fixed_dictionaries({}, optional={"types": TYPES, "properties": PROPERTIES, "qualifiers": PROPERTIES})


@pytest.mark.parametrize(
    ("kind", "name", "whole"),
    [("settings", "sourcebook.yml", SETTINGS), ("language", "language.yml", LANGUAGE), ("schema", "schema.yml", SCHEMA_FILE)],
)
def test_files_at_the_top(tmp_path, validators, kind, name, whole):
    path = tmp_path / name

    @thorough(max_examples=150)
    @given(spoiled(whole))
    def holds(tree):
        path.write_text(as_yaml(tree), encoding="utf-8")
        _, found = load(tmp_path)
        agree(found, validators[kind] if kind != "schema" else validators_of_nothing()["schema"], tree, kind)

    holds()


@cache
def validators_of_nothing():
    return validators_of(load_nothing())


POSITIONS = {
    "person": ["name", "aliases", "summary", "same_as", "merged", "notes"],
    "ship": ["when", "kind", "rig", *VALUES["ship"]],
    "event": ["when", "status", "from", "count", "order", "bound", "role", "note"],
}


@pytest.mark.parametrize("kind", POSITIONS)
def test_every_value_in_every_position(base, validators, kind):
    """Each of the words at each key, in quotation marks and without, alone and in a list: the loader and the schema agree."""
    type_ = base.schema.types[kind]
    for key in POSITIONS[kind]:
        for text in [*IDS, *DATES, *NUMBERS, *OTHERS]:
            for value in (Word(text), Quoted(text), [Word(text)]):
                tree = {Word("type"): Word(kind), Word("name"): Word("X"), Word("facts"): []}
                if key in VALUES[kind] or key in base.schema.qualifiers and key not in base.schema.keys_of(kind):
                    cite = [{Word("src"): Word("held-elsewhere"), Word("locator"): Word("1")}]
                    said = {} if key in VALUES[kind] else {Word("participant"): Word("unknown")}
                    tree[Word("facts")] = [{**said, Word(key): value, Word("cite"): cite}]
                else:
                    tree[Word(key)] = value
                path = f"content/{type_.plural}/subject.yml"
                _, found = read_entity(parse_yaml(as_yaml(tree), path), "subject", type_, base.schema, base.articles)
                if key == "home" and not found:
                    continue  # whether there is such an id, the loader alone cannot tell
                agree(found, validators["entity"], tree, "entity")


def test_what_cannot_be_said_is_listed():
    """In one place in the code, and with the same words in the documentation."""
    assert set(UNSAID) <= set(CODES)
    assert {code for code, _ in UNSAYABLE} <= set(UNSAID)
    documented = (ROOT / "docs/editing.md").read_text(encoding="utf-8").partition("### What the schemas cannot say")[2]
    table = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", documented, re.MULTILINE)
    assert dict(table) == dict(UNSAID)


def test_what_no_schema_can_say_of_a_good_file_is_all_that_remains(base):
    """Errors that `check` knows, and that are in no list, are reported by schemas: every code is one or the other."""
    said = {
        "unknown-key",
        "unknown-property",
        "property-not-on-type",
        "two-properties",
        "no-property",
        "wrong-value-type",
        "wrong-target-type",
    }
    said |= {"inverse-written", "no-citation", "unknown-source", "id-merged", "deprecated-without-why", "why-without-rank"}
    assert said | set(UNSAID) == {code for code, severity in CODES.items() if severity is Severity.ERROR}
    assert not said & set(UNSAID)


def test_types_without_properties_and_names_that_are_hard_to_show(tmp_path):
    put(tmp_path / "schema.yml", "types: {rock: {}}\n")
    for one, name in {"1e999": "Very large", "null": "Null", "a": "\u0645\u0635\u0631 “x” 🚢 \\ ${1}", "b": "x" * 200}.items():
        put(tmp_path / f"people/{one}.yml", f"type: person\nname: {as_yaml(Quoted(name))}\n")
    kb, found = load(tmp_path)
    assert [each.message for each in found] == []
    check_of = validators_of(kb)["entity"]
    assert check_of.is_valid({"type": "rock", "name": "Rock"})
    assert not check_of.is_valid({"type": "rock", "name": "Rock", "facts": [{"cite": []}]})
    for text in schema_texts(kb).values():
        json.loads(text, parse_constant=lambda word: pytest.fail(f"not JSON: {word}"))


def test_no_entities_yet():
    everything = validators_of(load_nothing())["entity"]
    assert everything.is_valid({"type": "person", "name": "No", "aliases": [2025, None]})
    assert not everything.is_valid({"type": "person", "name": "X", "not_same_as": "y"})


def test_a_schema_is_whole_in_itself(base):
    schemas = schemas_of(base)
    tree = {"type": "person", "name": "X", "facts": [{"met": "ada", "cite": [{"src": "first", "quote": "Words"}]}]}
    assert set(schemas) == set(KINDS)
    for each in schemas.values():
        assert '"ids.json' not in json.dumps(in_one(each, schemas["ids"]))
    whole = Draft7Validator(in_one(schemas["entity"], schemas["ids"]))
    assert whole.is_valid(tree)
    tree["facts"][0]["met"] = "nobody"
    assert not whole.is_valid(tree)


def test_each_id_is_a_line(base):
    text = written(schemas_of(base)["ids"])
    assert json.loads(text) == schemas_of(base)["ids"]
    assert sum("Moscow" in line for line in text.splitlines()) == 1
    assert max(map(len, text.splitlines())) < 1_000


@pytest.fixture
def project(tmp_path):
    assert run_cli("init", tmp_path / "kb").returncode == 0
    return tmp_path / "kb"


def test_schemas_are_renewed_by_hand_and_by_ingest(project, tmp_path):
    put(project / "content/people/ada.yml", "type: person\nname: Ada Lovelace\n")
    stale = run_cli("schema", "--check", cwd=project)
    assert (stale.returncode, stale.stdout.count("not up to date")) == (1, 1)
    assert run_cli("schema", cwd=project).returncode == 0
    again = run_cli("schema", "--check", cwd=project)
    assert (again.returncode, again.stdout) == (0, "6 schemas are up to date.\n")
    put(tmp_path / "visit.txt", "Grace Hopper visited Moscow on 4 March 2025.\n")
    assert run_cli("ingest", tmp_path / "visit.txt", cwd=project).returncode == 0
    assert run_cli("schema", "--check", cwd=project).returncode == 0
    assert "visit" in (project / ".sourcebook/schema/ids.json").read_text(encoding="utf-8")


def test_a_folder_of_ones_own_and_a_single_kind(project, tmp_path):
    assert run_cli("schema", "--out", tmp_path / "out", cwd=project).returncode == 0
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(KINDS)
    printed = run_cli("schema", "--kind", "article", cwd=project)
    assert json.loads(printed.stdout)["title"] == "Article"
    both = run_cli("schema", "--kind", "article", "--check", cwd=project)
    assert (both.returncode, both.stdout) == (2, "")


@pytest.mark.parametrize("broken", ["types: [", "x: y\n", "types: {ship: {plural: Über}}\n", "\x00"])
def test_schemas_stay_while_the_types_cannot_be_understood(project, broken):
    put(project / "content/schema.yml", "types: {ship: {}}\n")
    assert run_cli("schema", cwd=project).returncode == 0
    before = {path: path.read_bytes() for path in (project / ".sourcebook/schema").iterdir()}
    put(project / "content/schema.yml", broken)
    done = run_cli("schema", cwd=project)
    assert (done.returncode, done.stdout) == (1, "")
    assert "content/schema.yml:" in done.stderr
    assert "Traceback" not in done.stderr
    put(project / "content/people/ada.yml", "type: person\nname: Ada\n")
    knowledge, found = load(project / "content")
    renew_schemas(project, knowledge, found)
    assert {path: path.read_bytes() for path in (project / ".sourcebook/schema").iterdir()} == before


def test_git_does_not_see_the_schemas(project):
    """What follows from the files must not conflict when branches are merged."""
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    seen = subprocess.run(["git", "status", "--porcelain", "-uall"], cwd=project, check=True, capture_output=True, text=True).stdout
    assert ".vscode/settings.json" in seen
    assert ".sourcebook" not in seen


def test_a_clone_gets_the_schemas_from_the_first_command(project):
    before = {path: path.read_bytes() for path in (project / ".sourcebook/schema").iterdir()}
    shutil.rmtree(project / ".sourcebook")
    renew_schemas(project, *load(project / "content"))
    assert {path: path.read_bytes() for path in (project / ".sourcebook/schema").iterdir()} == before


def test_serving_renews_what_editors_know(project):
    edited = _Edited(Project(project), lambda _: None)
    path = project / "content/people/ada.yml"
    put(path, "type: person\nname: Ada Lovelace\n")
    edited.read([path])
    edited.errors(lambda: False)
    assert "Ada Lovelace" in (project / ".sourcebook/schema/ids.json").read_text(encoding="utf-8")
