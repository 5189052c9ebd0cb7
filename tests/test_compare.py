"""What changed between two versions: golden cases, made-up edits, and what git can be like."""

import dataclasses
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sourcebook import changes as use
from sourcebook.compare import compare
from sourcebook.compare.words import Words
from sourcebook.diagnostics import Place, SourcebookError
from sourcebook.model.changes import MIRROR, Action, Version, What, counts
from sourcebook.model.facts import Citation, Entity, Fact, Name, Rank, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Reference, Text
from sourcebook.project import Project, load
from sourcebook.store.schemas import built_in_schema
from sourcebook.testing import check_case, lay_out, read_case
from tests.conftest import run_cli
from tests.repository import begin, commit, git
from tests.synthetic import put, write
from tests.test_building import EDITS as EDITED

CASES = sorted((Path(__file__).parent / "golden/diff").glob("*.yaml"))
SCHEMA = built_in_schema()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path, tmp_path):
    def run(folder):
        begin(folder)
        changed = read_case(path)["then"]
        lay_out({"files": {name: text for name, text in changed.items() if text}}, folder)
        for name in (each for each, text in changed.items() if not text):
            (folder / name).unlink()
        return "\n".join(use.text_report(use.diff(Project(folder), ())))

    found, expected = check_case(path, tmp_path, run)
    assert found == expected


# Knowledge bases made up of values


WHERE = Place("content/people/x.yml")
IDS = ("ada", "bob", "cid", "dan")


def cited(quote, source="first", **more):
    return Citation(source=source, quote=quote, place=WHERE, quote_place=WHERE, **more)


def fact(subject, name="visited", value="rome", quotes=("Words of it.",), **more):
    made = Reference(value) if name in {"visited", "met"} else Text(value)
    return Fact(
        subject=subject, property=name, value=made, citations=tuple(cited(each) for each in quotes), place=WHERE, block=WHERE, **more
    )


def entity(name, facts=(), **more):
    return Entity(
        id=name, type="person", name=more.pop("name", name.capitalize()), facts=tuple(facts), path=f"content/people/{name}.yml", **more
    )


def version(entities):
    return Version(knowledge=KnowledgeBase(schema=SCHEMA, entities=entities))


def plain(fact):
    if fact is None:
        return None
    qualifiers = tuple(sorted((name, tuple(map(value_text, values))) for name, values in fact.qualifiers.items()))
    quotes = tuple((each.source, each.quote) for each in fact.citations)
    return (fact.subject, fact.property, value_text(fact.value), qualifiers, quotes, fact.rank, fact.auto, fact.unsure)


def keys(changes, *, mirrored=False):
    """What changes say, without where it is; as if looked at from the other side."""
    found = []
    for each in changes:
        sides = [(each.before, plain(each.fact_before), each.citation_before), (each.after, plain(each.fact_after), each.citation_after)]
        action = MIRROR[each.action] if mirrored else each.action
        facts = tuple(sorted(map(repr, map(plain, each.facts))))
        found.append(repr((action, each.what, each.key, *(sides[::-1] if mirrored else sides), facts)))
    return sorted(found)


TEXTS = ("one two three four", "one two three five", "six seven eight", "nine")
facts = some.builds(
    fact,
    some.just("ada"),
    name=some.sampled_from(["visited", "met", "position"]),
    value=some.sampled_from(IDS),
    quotes=some.lists(some.sampled_from(TEXTS), min_size=1, max_size=2, unique=True),
    rank=some.sampled_from(Rank),
    auto=some.sampled_from(["", "rules@1"]),
    unsure=some.sampled_from(["", "perhaps"]),
    qualifiers=some.dictionaries(some.sampled_from(["of", "note"]), some.sampled_from(TEXTS).map(lambda text: (Text(text),)), max_size=1),
)


@some.composite
def knowledge(draw):
    made = []
    for name in draw(some.sets(some.sampled_from(IDS))):
        own = [dataclasses.replace(each, subject=name) for each in draw(some.lists(facts, max_size=4))]
        merged = draw(some.sets(some.sampled_from(IDS), max_size=1)) - {name}
        aliases = tuple(map(Name, sorted(draw(some.sets(some.sampled_from("XYZ"))))))
        made.append(entity(name, own, merged=tuple(merged), aliases=aliases, summary=draw(some.sampled_from(["", "a", "b"]))))
    return made


@settings(max_examples=200, deadline=None)
@given(one=knowledge(), other=knowledge())
def test_the_other_way_round_is_the_mirror(one, other):
    found = compare(version(one), version(other))
    assert keys(found) == keys(compare(version(other), version(one)), mirrored=True)
    words = Words(schema=SCHEMA, names={})
    assert all("{" not in words.sentence(each) for each in found)
    assert bool(counts(found)) == bool(found)


@settings(max_examples=50, deadline=None)
@given(one=knowledge())
def test_the_same_differs_in_nothing(one):
    again = [dataclasses.replace(each, facts=each.facts[::-1], path=f"other/{each.path}") for each in one]
    assert compare(version(one), version(one)) == ()
    assert compare(version(one), version(again)) == ()


def _accept(each):
    return dataclasses.replace(each, auto="" if each.auto else "rules@1")


def _rank(each):
    rank = Rank.NORMAL if each.rank is Rank.DEPRECATED else Rank.DEPRECATED
    return dataclasses.replace(each, rank=rank)


def _value(each):
    value = Reference(f"{each.value.text}-other") if isinstance(each.value, Reference) else Text(f"{each.value.text} other")
    return dataclasses.replace(each, value=value)


def _qualify(each):
    return dataclasses.replace(each, qualifiers={**each.qualifiers, "note": (Text("seen"),)})


def _cite(each):
    return dataclasses.replace(each, citations=(*each.citations, cited("Elsewhere.", "second")))


def _quote(each):
    first, *rest = each.citations
    return dataclasses.replace(each, citations=(dataclasses.replace(first, quote=f"{first.quote} indeed"), *rest))


def _doubt(each):
    return dataclasses.replace(each, unsure="why not")


EDITS = {
    _accept: lambda each: (Action.REOPENED if each.auto == "" else Action.ACCEPTED, What.FACT, ""),
    _rank: lambda each: (Action.SETTLED if each.rank is Rank.DEPRECATED else Action.DISPUTED, What.RANK, ""),
    _value: lambda each: (Action.CHANGED, What.VALUE, ""),
    _qualify: lambda each: (Action.ADDED, What.QUALIFIER, "note"),
    _cite: lambda each: (Action.ADDED, What.CITATION, ""),
    _quote: lambda each: (Action.CHANGED, What.CITATION, "quote"),
    _doubt: lambda each: (Action.ADDED, What.DOUBT, ""),
    (lambda each: None): lambda each: (Action.REJECTED if each.auto else Action.REMOVED, What.FACT, ""),
}


@settings(max_examples=150, deadline=None)
@given(data=some.data())
def test_each_edit_shows_as_exactly_that(data):
    """Facts that have nothing in common, an edit of any kind on some of them, some new ones, all in another order."""
    number = data.draw(some.integers(1, 6))
    before, after, expected = [], [], []
    for at in range(number):
        name = data.draw(some.sampled_from(["visited", "position"]))
        each = fact("ada", name, f"place-{at}", (f"alpha{at} beta{at} gamma{at}",), auto=data.draw(some.sampled_from(["", "rules@1"])))
        before.append(each)
        edit = data.draw(some.sampled_from([None, *EDITS]))
        made = edit(each) if edit else each
        after += [made] if made else []
        expected += [EDITS[edit](each)] if edit else []
    for at in range(data.draw(some.integers(0, 2))):
        after.append(fact("ada", "visited", f"new-{at}", (f"delta{at} epsilon{at}",)))
        expected.append((Action.ADDED, What.FACT, ""))
    after = data.draw(some.permutations(after))
    found = compare(version([entity("ada", before)]), version([entity("ada", after)]))
    assert sorted((each.action, each.what, each.key) for each in found) == sorted(expected)


# What git can be like


ADA = "type: person\nname: Ada\n"


def project(folder):
    (folder / "content/people").mkdir(parents=True)
    (folder / "content/people/ada.yml").write_text(ADA)
    return Project(folder)


def said(project, *revisions):
    return [(each.action.value, each.what.value, each.subject, each.key) for each in use.diff(project, revisions).changes]


def test_revisions_can_be_named_in_all_ways(tmp_path):
    kb = project(tmp_path)
    first = begin(tmp_path)
    git(tmp_path, "branch", "side")
    (tmp_path / "content/people/bob.yml").write_text("type: person\nname: Bob\n")
    commit(tmp_path)
    git(tmp_path, "checkout", "-q", "side")
    (tmp_path / "content/people/cid.yml").write_text("type: person\nname: Cid\n")
    commit(tmp_path)
    (tmp_path / "content/people/dan.yml").write_text("type: person\nname: Dan\n")
    cid, dan = ("added", "entity", "cid", ""), ("added", "entity", "dan", "")
    assert said(kb) == [dan]
    assert said(kb, first) == [cid, dan]
    assert said(kb, first, "HEAD") == said(kb, f"{first}..HEAD") == said(kb, f"{first}..") == [cid]
    assert said(kb, "main", "side") == [("removed", "entity", "bob", ""), cid]
    assert said(kb, "main...side") == said(kb, "main...HEAD") == said(kb, "main...") == [cid]
    git(tmp_path, "checkout", "-q", "--detach", "HEAD")
    assert said(kb, "main...HEAD") == [cid]
    assert use.diff(kb, ("main...HEAD",)).commits[0] == first


@pytest.mark.parametrize("name", ["nothing", "--help", "main^{tree}", "", "a\0b", "HEAD:content", "ma in", "…"])
def test_a_revision_that_is_not_there(tmp_path, name):
    kb = project(tmp_path)
    begin(tmp_path)
    with pytest.raises(SourcebookError, match="There is no revision"):
        use.diff(kb, (name, "HEAD"))


def test_no_repository_no_commit_no_git(tmp_path, monkeypatch):
    kb = project(tmp_path)
    with pytest.raises(SourcebookError, match=r"stands in no git repository: begin one with `git init`"):
        use.diff(kb, ())
    git(tmp_path, "init", "-q")
    with pytest.raises(SourcebookError, match="no commit yet"):
        use.diff(kb, ())
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourcebookError, match="git is needed"):
        use.diff(kb, ())


def test_variables_of_a_hook_are_not_obeyed(tmp_path, monkeypatch):
    kb = project(tmp_path / "kb")
    begin(tmp_path / "kb")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert said(kb) == []


def test_a_shallow_clone_says_what_to_do(tmp_path):
    origin = tmp_path / "origin"
    project(origin)
    begin(origin)
    git(origin, "checkout", "-q", "-b", "side")
    (origin / "content/people/bob.yml").write_text("type: person\nname: Bob\n")
    commit(origin)
    git(origin, "checkout", "-q", "main")
    (origin / "content/people/cid.yml").write_text("type: person\nname: Cid\n")
    commit(origin)
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", f"file://{origin}", "clone")
    kb = Project(tmp_path / "clone")
    with pytest.raises(SourcebookError, match=r"no commit in common.*fetch-depth: 0"):
        use.diff(kb, ("origin/main...origin/side",))
    with pytest.raises(SourcebookError, match=r"no revision 'v1'.*git fetch --unshallow"):
        use.diff(kb, ("v1...HEAD",))
    assert len(said(kb, "origin/main", "origin/side")) == 2
    git(tmp_path / "clone", "fetch", "-q", "--unshallow")
    assert said(kb, "origin/main...origin/side") == [("added", "entity", "bob", "")]


def test_histories_that_have_nothing_in_common(tmp_path):
    kb = project(tmp_path)
    begin(tmp_path)
    git(tmp_path, "checkout", "-q", "--orphan", "other")
    commit(tmp_path)
    with pytest.raises(SourcebookError, match=r"no commit in common: compare them with two dots"):
        use.diff(kb, ("main...other",))
    assert said(kb, "main..other") == []


def test_before_there_was_a_knowledge_base(tmp_path):
    kb = project(tmp_path)
    (tmp_path / "readme").write_text("x")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "readme")
    git(tmp_path, "commit", "-q", "-m", "Read me")
    assert said(kb) == [("added", "entity", "ada", "")]
    commit(tmp_path)
    assert said(kb, "HEAD~1", "HEAD") == [("added", "entity", "ada", "")]
    assert said(kb, "HEAD", "HEAD~1") == [("removed", "entity", "ada", "")]


@pytest.mark.parametrize("below", ["sub folder/مجموعه", "a\tb/“c”", "-x/[y]*"])
def test_in_a_folder_of_the_repository_of_any_name(tmp_path, below):
    kb = project(tmp_path / below)
    begin(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/other.yml").write_text("not ours")
    (kb.content / "people/ada.yml").write_text(ADA.replace("Ada", "Ada King"))
    (kb.content / "people/bob.yml").write_text("type: person\nname: Bob\n")
    expected = [("changed", "name", "ada", "name"), ("added", "entity", "bob", "")]
    assert said(kb) == expected
    commit(tmp_path)
    assert said(kb, "HEAD~1", "HEAD") == expected
    (kb.content / "pages").mkdir()
    (kb.content / "pages/ein Brief.md").write_text("# B")
    assert said(kb) == [("added", "page", "content/pages/ein Brief.md", "")]


def test_a_knowledge_base_that_is_a_submodule_or_holds_one(tmp_path):
    kb = project(tmp_path / "inner")
    begin(tmp_path / "inner")
    outer = tmp_path / "outer"
    outer.mkdir()
    begin(outer)
    git(outer, "submodule", "add", "-q", str(tmp_path / "inner"), "kb")
    git(outer, "submodule", "add", "-q", str(tmp_path / "inner"), "content/people/nested.yml")
    commit(outer)
    assert said(Project(outer), "HEAD~1", "HEAD") == []
    (outer / "kb/content/people/bob.yml").write_text("type: person\nname: Bob\n")
    assert said(Project(outer / "kb")) == [("added", "entity", "bob", "")]
    assert said(kb) == []


def test_links_are_no_files_of_a_revision(tmp_path):
    kb = project(tmp_path)
    begin(tmp_path)
    (tmp_path / "content/people/bob.yml").symlink_to("ada.yml")
    commit(tmp_path)
    assert said(kb, "HEAD~1", "HEAD") == []


def test_what_git_ignores_is_part_of_the_work_tree(tmp_path):
    kb = project(tmp_path)
    (tmp_path / ".gitignore").write_text("*.yml\n")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    assert said(kb) == [("added", "entity", "ada", "")]


def test_the_work_tree_and_the_index_stay_as_they_are(tmp_path):
    kb = project(tmp_path)
    begin(tmp_path)
    index = (tmp_path / ".git/index").read_bytes()
    os.utime(tmp_path / "content/people/ada.yml", (1, 1))
    assert said(kb) == []
    assert (tmp_path / ".git/index").read_bytes() == index
    assert git(tmp_path, "status", "--porcelain") == ""


def test_line_ends_and_marks_of_byte_order_say_nothing(tmp_path):
    kb = project(tmp_path)
    begin(tmp_path)
    (tmp_path / "content/people/ada.yml").write_bytes(b"\xef\xbb\xbf" + ADA.replace("\n", "\r\n").encode())
    assert said(kb) == []


def test_a_file_that_was_broken_and_is_mended_says_nothing_of_what_is_in_it(tmp_path):
    kb = project(tmp_path)
    (kb.content / "people/ada.yml").write_text("type: [\n")
    (kb.content / "schema.yml").write_text("types: [\n")
    begin(tmp_path)
    (kb.content / "people/ada.yml").write_text(ADA)
    (kb.content / "schema.yml").write_text("types:\n  ship: {plural: ships}\n")
    rows = use.diff(kb, ()).changes
    assert [(each.subject, each.key, each.after) for each in rows] == [
        ("content/people/ada.yml", "before", ""),
        ("content/schema.yml", "before", ""),
    ]


def test_in_the_midst_of_a_merge(tmp_path):
    kb = project(tmp_path)
    begin(tmp_path)
    git(tmp_path, "branch", "side")
    (kb.content / "people/ada.yml").write_text(ADA.replace("Ada", "Ada King"))
    commit(tmp_path)
    git(tmp_path, "checkout", "-q", "side")
    (kb.content / "people/ada.yml").write_text(ADA.replace("Ada", "Ada Lovelace"))
    commit(tmp_path)
    with pytest.raises(AssertionError):
        git(tmp_path, "merge", "-q", "main")
    (row,) = use.diff(kb, ()).changes
    assert (row.what, row.subject) == (What.FILE, "content/people/ada.yml")
    assert "choose what is meant" in row.after


def test_too_large_a_file(tmp_path):
    kb = project(tmp_path)
    begin(tmp_path)
    (kb.content / "people/ada.yml").write_text(ADA + "#" * 3_000_000)
    commit(tmp_path)
    (kb.content / "people/bob.yml").write_text("type: person\nname: Bob\n")
    commit(tmp_path)
    rows = use.diff(kb, ("HEAD~2", "HEAD")).changes
    assert [(each.what, each.subject) for each in rows] == [(What.FILE, "content/people/ada.yml"), (What.ENTITY, "bob")]
    assert "at most 2,097,152" in rows[0].after


# Reading only what differs says the same as reading all


@pytest.mark.parametrize("name", sorted(set(EDITED) - {"theme option", "extension", "template"}))
def test_what_differs_is_enough(tmp_path, name):
    write(tmp_path, 20)
    put(tmp_path / "content/pages/about.md", "# About\n\nOf [[person-3]] and [the index](people/index.md).\n")
    begin(tmp_path)
    before, _ = load(Project(tmp_path))
    EDITED[name](tmp_path)
    after, _ = load(Project(tmp_path))
    whole = compare(Version(knowledge=before), Version(knowledge=after))
    found = use.diff(Project(tmp_path), ()).changes
    if name == "genre":
        # What follows for the citations of other files is said by the change of the article.
        whole = tuple(each for each in whole if each.what is What.RECORD)
    assert tuple(each for each in found if each.what is not What.PAGE) == whole
    assert found
    commit(tmp_path)
    assert use.diff(Project(tmp_path), ("HEAD~1", "HEAD")).changes == found
    for each in found:
        # What stands nowhere any more is where it stood.
        text = git(tmp_path, "show", f"HEAD{'~1' * each.gone}:{each.path}")
        assert 1 <= each.line <= len(text.splitlines()) + 1
        if each.fact and each.what is What.FACT:
            assert value_text(each.fact.value).split()[0] in text.splitlines()[each.line - 1]


def test_the_command_and_its_exit_status(example):
    begin(example)
    same = run_cli("diff", "--exit-code", cwd=example)
    assert (same.returncode, same.stdout, same.stderr) == (0, "HEAD → the work tree: Nothing changed\n", "")
    path = example / "content/people/sergei-shoigu.yml"
    path.write_text(path.read_text().replace("name: Sergei Shoigu", 'name: "\\e[31mSergei\\e[0m"'))
    (example / "content/places/new.yml").write_text("type: place\nname: New\n")
    assert run_cli("diff", cwd=example).returncode == 0
    differs = run_cli("diff", "--exit-code", cwd=example / "content/people", env={"NO_COLOR": "1"})
    assert differs.returncode == 1
    assert "1 entity added" in differs.stdout
    assert "\x1b" not in differs.stdout
    for arguments, words in ((["nowhere"], "no revision 'nowhere'"), (["a", "b", "c"], "At most two"), (["--format", "xml"], "xml")):
        wrong = run_cli("diff", *arguments, cwd=example)
        assert (wrong.returncode, wrong.stdout) == (2, "")
        assert words in wrong.stderr
        assert "Traceback" not in wrong.stderr


def test_json_for_programs(tmp_path):
    case = read_case(Path(__file__).parent / "golden/diff/fact-deprecated.yaml")
    first = begin(lay_out(case, tmp_path))
    lay_out({"files": case["then"]}, tmp_path)
    found = json.loads("".join(use.json_report(use.diff(Project(tmp_path), ()))))
    assert found["before"] == {"revision": "HEAD", "commit": first}
    assert found["after"] == {"revision": None, "commit": None}
    assert (found["format"], found["counts"], found["errors"]) == (1, {"fact disputed": 1}, 0)
    (row,) = found["changes"]
    fact = {
        "id": row["fact_after"]["id"],
        "subject": "ada",
        "property": "visited",
        "value": "rome",
        "qualifiers": {"when": ["1841"]},
        "rank": "normal",
        "citations": [{"src": "first", "quote": "Ada Lovelace visited Rome in 1841.", "stance": "claim"}],
        "path": "content/people/ada.yml",
        "line": 4,
    }
    assert row == {
        "action": "disputed",
        "what": "rank",
        "section": "entities",
        "id": "ada",
        "name": "Ada Lovelace",
        "before": "normal",
        "after": "deprecated",
        "sentence": "Deprecated, because her letters say otherwise: visited: Rome (1841)",
        "fact_before": fact,
        "fact_after": {**fact, "rank": "deprecated", "why": "her letters say otherwise"},
        "path": "content/people/ada.yml",
        "line": 4,
    }


def test_what_a_file_says_it_took_over_is_not_taken_for_another():
    before = [entity("ada"), entity("bob", [fact("bob", "position", "Clerk")])]
    after = [entity("ada", merged=("bob",)), entity("cid", [fact("cid", "position", "Clerk")])]
    found = compare(version(before), version(after))
    assert [(each.before, each.after) for each in found if each.action is Action.MERGED] == [("bob", "ada")]
    assert not [each for each in found if each.action is Action.RENAMED]
    assert keys(found) == keys(compare(version(after), version(before)), mirrored=True)


def test_an_id_that_moved_from_one_list_to_another_means_neither():
    before = [entity("ada", [fact("ada", "met", "old")]), entity("bob", merged=("old",)), entity("cid")]
    after = [entity("ada", [fact("ada", "met", "cid")]), entity("bob"), entity("cid", merged=("old",))]
    found = compare(version(before), version(after))
    assert [each.action for each in found if each.what is What.VALUE] == [Action.CHANGED]
    assert keys(found) == keys(compare(version(after), version(before)), mirrored=True)


def test_many_entities_can_be_renamed_at_once():
    before = [entity(f"old-{each}") for each in range(300)]
    after = [entity(f"new-{each}", merged=(f"old-{each}",)) for each in range(300)]
    found = compare(version(before), version(after))
    assert counts(found) == {"entity renamed": 300, "name changed": 300}
    assert keys(found) == keys(compare(version(after), version(before)), mirrored=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_another_user_says_what_to_do(tmp_path):
    kb = project(tmp_path / "kb")
    begin(tmp_path / "kb")
    for path in (tmp_path / "kb", *(tmp_path / "kb").rglob("*")):
        os.chown(path, 12345, 12345)
    with pytest.raises(SourcebookError, match=r"another user's: run `git config --global --add safe\.directory \S+/kb`"):
        use.diff(kb, ())
    assert use.history(kb).known is False
