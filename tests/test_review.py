"""Going through proposals: what an answer changes in the files, the way back, and the same by hand, up to the next reading."""

import hashlib
import re
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sourcebook.diagnostics import SourcebookError
from sourcebook.project import Project, has_errors, ingest, load, load_checked
from sourcebook.reviewing import BrokenError, ChangedMeanwhileError, Session, UnfitError, Wanted, in_words, passage

TEXT = """
In March 2025, President Anna Lindqvist visited Norway. She met Prime Minister Jonas Berg in Oslo on 4 March 2025.

Foreign Minister Erik Dahl visited Finland in April 2025. Sweden and Finland signed the Baltic Energy Agreement in May 2025.
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """A knowledge base into which the real loader has read an article."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "content").mkdir()
    (folder / "visit.txt").write_text(TEXT)
    done = list(ingest(Project(folder), [folder / "visit.txt"], {"genre": "news", "author": "Ada", "issued": "2025-06"}))
    assert not has_errors(done[0].findings)
    return folder


@pytest.fixture
def kb(read, tmp_path):
    shutil.copytree(read / "content", tmp_path / "content")
    return Project(tmp_path)


def again(project):
    """Reads all articles again; no word of what people decided may change."""
    before = snapshot(project, yml=True)
    done = list(ingest(project, [], {}))
    assert not any(has_errors(each.findings) for each in done)
    assert snapshot(project, yml=True) == before
    return done


def snapshot(project, yml=False):
    return {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for path in sorted(project.content.rglob("*.yml" if yml else "*"))
        if path.is_file()
    }


def session(project, **wanted):
    return Session(project, Wanted(**wanted))


def at(session, words):
    """Skips to the proposal whose words are these."""
    for each in session.waiting:
        if words in in_words(session.kb, each):
            return each
    raise AssertionError([in_words(session.kb, each) for each in session.waiting])


def handmade(folder, text, body="\nAda visited Rome in 1840. Ada met Bob there. Ada met Carl and Dora too.\n", name="ada"):
    """A knowledge base of one file that matters."""
    project = Project(folder)
    for kind, names in (("places", ("rome", "oslo")), ("people", ("bob", "carl", "dora"))):
        (project.content / kind).mkdir(parents=True)
        for each in names:
            (project.content / kind / f"{each}.yml").write_text(
                f"type: {kind[:-1] if kind == 'places' else 'person'}\nname: {each.title()}\n"
            )
    (project.content / "articles").mkdir()
    sha = hashlib.sha256(body.encode()).hexdigest()
    (project.content / "articles/a1.md").write_text(f"---\nsha256: {sha}\n---\n{body}")
    (project.content / f"people/{name}.yml").write_bytes(text.encode())
    return project


def ada(project):
    return (project.content / "people/ada.yml").read_bytes().decode()


LISTED = """type: person
name: Ada
facts:
  # those she met
  - met: [bob, carl, dora]
    note: all at once   # so it seems
    auto: rules@1
    unsure: >-
      Read by a machine,
      at night.
    cite:
      - src: a1
        quote: Ada met Bob there.

  - visited: rome
    auto: rules@1  # delete this line
    cite: [{src: a1, quote: Ada visited Rome in 1840.}]
# the end
"""
"""Facts as people write them."""


def test_an_answer_is_the_same_by_key_and_by_hand_and_after_the_next_reading(kb, tmp_path):
    by_hand = Project(tmp_path / "hand")
    shutil.copytree(kb.content, by_hand.content)
    one = session(kb)
    kept, gone = at(one, "Anna Lindqvist – visited – Norway"), at(one, "Erik Dahl – visited – Finland")
    one.accept([kept])
    one.reject([gone], "it was  Estonia")
    for name, block, change in (
        ("anna-lindqvist", "visited: norway", lambda text: text.replace("    auto: rules@1\n", "", 1)),
        ("erik-dahl", "visited: finland", lambda _: ""),
    ):
        path = by_hand.content / f"people/{name}.yml"
        head, _, facts = path.read_text().partition("facts:\n")
        blocks = [f"  - {each}" for each in re.split(r"(?m)^  - ", facts) if each]
        blocks = [change(each) if block in each else each for each in blocks]
        # Who deletes the last fact of a list deletes the blank line before it too.
        path.write_text(head + "facts:\n" + "".join(blocks).rstrip("\n") + "\n")
    assert snapshot(kb, yml=True) == snapshot(by_hand, yml=True)
    assert list((kb.content / ".lock").glob("*"))
    again(kb)
    again(by_hand)
    ours, theirs = (path.read_text() for path in ((p.content / ".lock/visit.jsonl") for p in (kb, by_hand)))
    assert ours.replace(', "reason": "it was Estonia"', "") == theirs
    assert ours != theirs
    assert again(kb)[-1].counts == {"rejected earlier": 1}
    assert (kb.content / ".lock/visit.jsonl").read_text() == ours


def test_an_entity_is_rejected_with_what_was_proposed_of_it_and_stays_away(kb):
    one = session(kb)
    norway = at(one, "New place: Norway")
    assert one.along(norway) >= 2
    one.reject([norway], "")
    assert not (kb.content / "places/norway.yml").exists()
    assert not has_errors(load_checked(kb)[1])
    again(kb)
    assert not (kb.content / "places/norway.yml").exists()
    before = snapshot(kb)
    assert one.undo() == "rejected"
    assert (kb.content / "places/norway.yml").exists()
    assert snapshot(kb) != before


def test_all_that_concerns_an_entity_is_rejected_at_once(kb):
    one = session(kb, entity="norway")
    assert one.reject(one.waiting, "not our subject") == 4
    assert one.waiting == ()
    assert not has_errors(load_checked(kb)[1])
    again(kb)
    rows = [each for each in (kb.content / ".lock/visit.jsonl").read_text().splitlines() if "not our subject" in each]
    assert sum('"entity"' in each for each in rows) == 1
    assert sum('"fact"' in each for each in rows) == 3
    one.undo()
    assert (kb.content / "places/norway.yml").exists()


def test_an_entity_that_something_accepted_needs_cannot_be_rejected(kb):
    one = session(kb)
    one.accept([at(one, "Anna Lindqvist – visited – Norway")])
    before = snapshot(kb)
    with pytest.raises(SourcebookError, match=r"what a person accepted or wrote needs it, in content/people/anna-lindqvist.yml:\d+"):
        one.reject([at(one, "New place: Norway")], "")
    assert snapshot(kb) == before


def test_an_accepted_entity_lends_its_name_and_is_not_withdrawn(kb):
    one = session(kb)
    one.accept([at(one, "New person: Jonas Berg")])
    assert "auto" not in (kb.content / "people/jonas-berg.yml").read_text().partition("facts:")[0]
    again(kb)
    assert not any(each.fact is None and each.entity.id == "jonas-berg" for each in session(kb).waiting)


def test_of_a_list_one_value_is_accepted_and_one_rejected(tmp_path):
    project = handmade(tmp_path, LISTED)
    one = session(project)
    one.accept([at(one, "Ada – met – Carl")])
    one.reject([at(one, "Ada – met – Bob")], "another Bob")
    assert ada(project) == LISTED.replace("[bob, carl, dora]", "dora").replace(
        "  - visited",
        "  - met: carl\n    note: all at once   # so it seems\n    cite:\n      - src: a1\n        quote: Ada met Bob there.\n\n  - visited",
    )
    one.accept([at(one, "Ada – met – Dora"), at(one, "Ada – visited – Rome")])
    assert ada(project).count("auto") == ada(project).count("unsure") == 0
    assert ada(project).endswith("    cite: [{src: a1, quote: Ada visited Rome in 1840.}]\n# the end\n")
    assert '"reason": "another Bob", "rejected": true' in (project.content / ".lock/a1.jsonl").read_text()
    for _ in range(4):
        one.undo()
    assert ada(project) == LISTED
    assert not (project.content / ".lock/a1.jsonl").exists()


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("  - auto: rules@1\n    visited: rome\n", "  - visited: rome\n"),
        ("  - auto: rules@1\n    # of her\n    visited: rome\n", "  - \n    # of her\n    visited: rome\n"),
        ("  - visited: rome\n    unsure: |\n      a\n\n      b\n\n    auto: x\n", "  - visited: rome\n\n"),
        ("-   visited: rome\n    auto: 'x'\n", "-   visited: rome\n"),
        ("  - visited: [ 'rome' , \"oslo\" ]\n    auto: x\n", "  - visited: [ 'rome' , \"oslo\" ]\n"),
        ("  - visited:\n      - rome\n      - oslo\n    auto: x\n", "  - visited:\n      - rome\n      - oslo\n"),
        ("  - {auto: x, visited: rome, CITE}\n", "  - {visited: rome, CITE}\n"),
        ("  - {visited: rome, CITE, auto: x}\n", "  - {visited: rome, CITE}\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_lines_of_auto_go_however_they_are_written(written, after, end, tmp_path):
    cite = "cite: [{src: a1, quote: Ada visited Rome in 1840.}]"
    head = "\ufeff# of Ada\ntype: person\nname: Ada   # اِیدا 👩‍💻\nfacts:\n"

    def whole(fact):
        indent = "" if fact.startswith("-") else "  "
        put = (
            fact.replace("CITE", cite)
            if "CITE" in fact
            else f"{fact.rstrip(chr(10))}\n{indent}  {' ' * (2 if indent == '' else 0)}{cite}\n"
        )
        return (head + put + "# the end\n").replace("\n", end)

    project = handmade(tmp_path, whole(written))
    one = session(project)
    one.accept(one.waiting)
    wanted = whole(after) if "\n\n" not in after else whole(after.rstrip("\n") + "\n").replace("rome" + end, "rome" + end + end, 1)
    assert ada(project) in {wanted, whole(after.rstrip("\n") + "\n")}
    assert one.waiting == ()
    one.undo()
    assert ada(project) == whole(written)


def test_what_is_written_in_brackets_is_refused_and_stays(tmp_path):
    text = "type: person\nname: Ada\nfacts: [{visited: rome, auto: x, cite: [{src: a1, quote: Ada visited Rome in 1840.}]}]\n"
    project = handmade(tmp_path, text)
    one = session(project)
    before = snapshot(project)
    for answer in (lambda: one.accept(one.waiting), lambda: one.reject(one.waiting, ""), lambda: one.text(one.current)):
        with pytest.raises(SourcebookError, match="in brackets"):
            answer()
    assert snapshot(project) == before


def test_a_doubtful_fact_that_was_accepted_is_on_the_pages_even_if_the_doubt_still_stands_there(tmp_path):
    project = handmade(tmp_path, LISTED.replace("    auto: rules@1\n", "", 1))
    knowledge, _ = load(project)
    assert {each.target for each in knowledge.facts_about("ada")} == {"bob", "carl", "dora", "rome"}


def test_skipped_ones_come_last_the_next_time(kb):
    one = session(kb)
    order = [each.key for each in one.waiting]
    one.skip()
    one.accept([one.current])
    one.skip()
    assert one.counts == {"skipped": 2, "accepted": 1}
    assert one.position == (4, len(order))
    two = session(kb)
    assert [each.key for each in two.waiting] == [*order[3:], order[0], order[2]]
    assert two.position == (1, len(order) - 1)
    assert (kb.root / ".cache/sourcebook/.gitignore").read_text() == "*\n"
    two.undo()
    (kb.root / ".cache/sourcebook/review.json").write_text("{broken")
    assert len(session(kb).waiting) == len(order) - 1


def test_all_of_a_sentence_and_all_of_an_entity(kb):
    one = session(kb)
    number = len(one.waiting)
    first = one.of_sentence()
    assert len(first) > 2
    one.accept(first)
    assert len(one.waiting) == number - len(first)
    whole = one.of_entity()
    assert {each.entity.id for each in whole} == {one.current.entity.id}
    one.accept(whole)
    one.undo()
    one.undo()
    assert len(one.waiting) == number


def test_edited_facts_are_checked_put_back_and_go_on_waiting_until_auto_is_gone(tmp_path):
    project = handmade(tmp_path, LISTED)
    one = session(project, property="visited")
    here = one.current
    text = one.text(here)
    assert text == "  - visited: rome\n    auto: rules@1  # delete this line\n    cite: [{src: a1, quote: Ada visited Rome in 1840.}]\n"
    one.edit(here, text.replace("rome\n", "rome\n    when: 1840\n"))
    assert ada(project) == LISTED.replace("rome\n", "rome\n    when: 1840\n")
    assert one.position == (1, 1)
    assert in_words(one.kb, one.current) == "Ada – visited – Rome (1840)"
    one.edit(one.current, one.text(one.current).replace("    auto: rules@1  # delete this line\n", ""))
    assert one.current is None
    assert (one.undo(), one.undo()) == ("edited", "edited")
    assert ada(project) == LISTED
    assert one.position == (1, 1)
    assert one.current.key == here.key


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (lambda text: text.replace("rome", "roma"), "unknown-entity", 1),
        (lambda text: text.replace("in 1840", "in 1841"), "quote-not-found", 3),
        (lambda text: text.replace("visited", "visitd"), "unknown-property", 1),
        (lambda text: text.replace("cite: [", "cite: ["[:-1]), "yaml-syntax", 3),
        (lambda text: text.replace("src: a1", "src: a2"), "unknown-source", 3),
        (lambda text: text.replace("    auto", "   auto"), "yaml-syntax", 2),
        (lambda text: "facts: none\n", None, 1),
        (lambda text: "name: Eve\n" + text, None, 1),
        (lambda text: "\n".join(each[2:] for each in text.split("\n")), None, None),
        (lambda text: "<<<<<<< mine\n" + text + "=======\n>>>>>>> theirs\n", None, None),
    ],
)
def test_a_wrong_edit_is_refused_with_its_line_and_changes_nothing(change, code, line, tmp_path):
    project = handmade(tmp_path, LISTED)
    one = session(project, property="visited")
    before = snapshot(project)
    with pytest.raises(UnfitError) as refused:
        one.edit(one.current, change(one.text(one.current)))
    assert refused.value.findings
    if code:
        assert (refused.value.findings[0].code, refused.value.findings[0].place.line) == (code, line)
    assert snapshot(project) == before
    assert one.current is not None


def test_a_file_that_somebody_changed_meanwhile_is_read_again_and_stays(kb):
    one = session(kb)
    here = at(one, "Anna Lindqvist – visited – Norway")
    path = kb.root / here.entity.path
    path.write_text(path.read_text().replace("facts:\n", "summary: A president.\nfacts:\n", 1))
    before = snapshot(kb)
    number = len(one.waiting)
    for answer in (lambda: one.accept([here]), lambda: one.reject([here], "no"), lambda: one.text(here)):
        with pytest.raises(ChangedMeanwhileError, match="changed meanwhile"):
            answer()
        assert snapshot(kb) == before
        path.write_text(path.read_text() + "# once more\n")
        before = snapshot(kb)
    assert len(one.waiting) == number
    with pytest.raises(ChangedMeanwhileError):
        one.accept([here])
    one.accept([here])
    assert path.read_text().endswith("# once more\n")
    here = one.current
    path = kb.root / here.entity.path
    path.write_text(path.read_text() + "<<<<<<< mine\n")
    before = snapshot(kb)
    with pytest.raises(BrokenError) as broken:
        one.accept([here])
    assert snapshot(kb) == before
    assert broken.value.findings[0].place.path == here.entity.path
    assert path.read_text().endswith("<<<<<<< mine\n")


def test_undo_is_refused_where_somebody_wrote_since(kb):
    one = session(kb)
    here = one.current
    one.accept([here])
    path = kb.root / here.entity.path
    path.write_text(path.read_text() + "notes: Mine.\n")
    before = snapshot(kb)
    with pytest.raises(ChangedMeanwhileError):
        one.undo()
    assert snapshot(kb) == before


def test_what_cannot_be_written_changes_nothing(kb):
    one = session(kb)
    here = at(one, "Anna Lindqvist – visited – Norway")
    path = kb.root / here.entity.path
    path.chmod(0o444)
    before = snapshot(kb)
    with pytest.raises(SourcebookError, match="read-only"):
        one.reject([here], "")
    path.chmod(0o644)
    assert snapshot(kb) == before
    shutil.rmtree(kb.content / ".lock")
    (kb.content / ".lock").write_text("a file")
    before = snapshot(kb)
    with pytest.raises(SourcebookError, match="cannot be written"):
        one.reject([here], "")
    assert snapshot(kb) == before


def test_what_is_interrupted_half_way_is_taken_back(kb, monkeypatch):
    from sourcebook.reviewing import changes

    one = session(kb)
    before = snapshot(kb)
    write, calls = changes.write_bytes_atomically, []

    def interrupted(path, raw):
        calls.append(path)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return write(path, raw)

    monkeypatch.setattr(changes, "write_bytes_atomically", interrupted)
    with pytest.raises(KeyboardInterrupt):
        one.reject([at(one, "New place: Norway")], "no")
    assert len(calls) > 2
    assert snapshot(kb) == before


def test_a_broken_lock_refuses_a_rejection(kb):
    lock = next((kb.content / ".lock").glob("*.jsonl"))
    lock.write_text(lock.read_text() + "{broken\n")
    one = session(kb)
    before = snapshot(kb)
    with pytest.raises(SourcebookError, match="no proposal of the loader"):
        one.reject([at(one, "Anna Lindqvist – visited – Norway")], "")
    assert snapshot(kb) == before


def test_a_rejected_value_that_a_person_had_corrected_keeps_its_reason(kb):
    path = kb.content / "people/erik-dahl.yml"
    path.write_text(path.read_text().replace("visited: finland", "visited: norway"))
    one = session(kb)
    one.reject([at(one, "Erik Dahl – visited – Norway")], "he stayed at home")
    again(kb)
    assert "visited:" not in path.read_text()
    assert "he stayed at home" in (kb.content / ".lock/visit.jsonl").read_text()


def test_filters(kb):
    one = session(kb)
    everything = len(one.waiting)
    assert {each.fact.property for each in session(kb, property="visited").waiting} == {"visited"}
    anna = session(kb, entity="anna-lindqvist").waiting
    assert {"New person: Anna Lindqvist", "Anna Lindqvist – visited – Norway (March 2025)"} <= {in_words(one.kb, each) for each in anna}
    assert len(session(kb, doubt="sure").waiting) + len(session(kb, doubt="unsure").waiting) == everything
    place = at(one, "Erik Dahl – visited – Finland").place
    chosen = session(kb, places=(f"{place.path}:{place.line}",)).waiting
    assert [in_words(one.kb, each) for each in chosen] == [in_words(one.kb, at(one, "Erik Dahl – visited – Finland"))]
    assert len(session(kb, places=(place.path,)).waiting) > 1
    for wanted in ({"article": "vist"}, {"entity": "anna-lindqist"}, {"property": "visitd"}, {"places": ("content/people/nobody.yml",)}):
        with pytest.raises(SourcebookError, match=r"Did you mean|Name a file"):
            session(kb, **wanted)


def test_the_passage_shows_the_quote_in_its_sentences(kb):
    one = session(kb)
    found = passage(one.kb, at(one, "Jonas Berg"))
    assert found.before == "In March 2025, President Anna Lindqvist visited Norway."
    assert found.after.startswith("Foreign Minister Erik Dahl")
    assert "".join(text for text, _ in found.parts) == "She met Prime Minister Jonas Berg in Oslo on 4 March 2025."


STEPS = some.lists(some.sampled_from(["accept", "reject", "skip", "undo", "sentence", "stop"]), max_size=14)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_answered_equals_the_model_and_undo_gives_the_bytes_back(steps, read, tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("steps"))
    shutil.copytree(read / "content", project.content)
    one = session(project, doubt="sure", property="visited")
    facts = {each.key: "waits" for each in one.waiting}
    history = []
    for step in steps:
        here = one.current
        if step == "stop":
            one, history = session(project, property="visited"), []
            continue
        if step == "undo":
            one.undo()
            if history:
                facts, files = history.pop()
                assert snapshot(project) == files
            continue
        if here is None:
            continue
        history.append((dict(facts), snapshot(project)))
        if step == "skip":
            one.skip()
        elif step == "reject":
            one.reject([here], "no")
            facts[here.key] = "gone"
        else:
            chosen = one.of_sentence() if step == "sentence" else [here]
            one.accept(chosen)
            facts |= dict.fromkeys((each.key for each in chosen), "accepted")
        assert {each.key for each in one.waiting} == {key for key, state in facts.items() if state == "waits"}
    knowledge, found = load(project)
    assert not found
    standing = {f"{each.id}#{fact.id}": fact.auto for each in knowledge.entities.values() for fact in each.facts}
    for key, state in facts.items():
        auto = standing.get(key.partition("@")[0])
        assert (auto is None, bool(auto)) == {"waits": (False, True), "accepted": (False, False), "gone": (True, False)}[state]
    again(project)
