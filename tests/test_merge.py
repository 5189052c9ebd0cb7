"""Reading an article again: a test for each row of the table in docs/format.md, through real files."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.merge import merge
from sourcebook.merge.apply import changes_of
from sourcebook.model.facts import Stance
from sourcebook.model.proposals import Proposals, ProposedEntity, ProposedFact
from sourcebook.store.load import load
from sourcebook.store.locks import Lock, lock_path, names_proposed, read_lock
from sourcebook.store.pending import carry_out

BODY = "\nAda visited Rome in 1840. Ada met Bob there. Bob visited Oslo, and Ada liked it. Ada went to Paris with Bob.\n"
QUOTES = ("Ada visited Rome in 1840.", "Ada met Bob there.", "Bob visited Oslo, and Ada liked it.", "Ada went to Paris with Bob.")
ENTITIES = tuple(ProposedEntity(id=each, type="place", name=each.capitalize()) for each in ("rome", "oslo", "paris")) + tuple(
    ProposedEntity(id=each, type="person", name=each.capitalize()) for each in ("ada", "bob")
)


def fact(subject="ada", name="visited", value="rome", quote=QUOTES[0], **more):
    return ProposedFact(subject=subject, property=name, value=value, source="a1", quote=quote, stance=Stance.FACT, **more)


ROME, MET, OSLO, PARIS = (
    fact(),
    fact(name="met", value="bob", quote=QUOTES[1]),
    fact("bob", value="oslo", quote=QUOTES[2]),
    fact(value="paris", quote=QUOTES[3]),
)


class Base:
    """A knowledge base in a folder, read again and again."""

    def __init__(self, folder: Path):
        self.content = folder / "content"
        (self.content / "articles").mkdir(parents=True)
        sha = hashlib.sha256(BODY.encode()).hexdigest()
        (self.content / "articles/a1.md").write_text(f"---\nsha256: {sha}\n---\n{BODY}")

    def read(self, *facts, entities=ENTITIES, version="rules@1"):
        kb, problems = load(self.content)
        assert [each for each in problems if each.severity == "error"] == []
        lock = read_lock(lock_path(self.content, "a1"), "lock")
        assert isinstance(lock, Lock)
        new, called = Proposals(article="a1", extractor=version, entities=entities, facts=facts), names_proposed(self.content)
        plan = merge(lock, kb, kb.articles["a1"], new, lambda each: called.get(each, frozenset()))
        changes = changes_of(self.content, kb, plan, version, {}, "a1")
        carry_out(changes)
        self.changed = [each.path for each in changes]
        return plan

    def file(self, entity, folder="people"):
        return self.content / folder / f"{entity}.yml"

    def edit(self, entity, old, new, folder="people"):
        path = self.file(entity, folder)
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    def snapshot(self):
        return {path: path.read_bytes() for path in sorted(self.content.rglob("*")) if path.is_file()}


@pytest.fixture
def base(tmp_path):
    each = Base(tmp_path)
    each.read(ROME, MET, OSLO)
    return each


def block(text, words):
    """The lines of the fact that begins with the words."""
    return next(each for each in text.split("\n\n") if words in each)


def test_only_in_new_is_added_with_auto(base):
    text = base.file("ada").read_text()
    assert "- visited: rome\n    auto: rules@1\n" in text
    base.read(ROME, MET, OSLO, PARIS)
    assert "- visited: paris\n    auto: rules@1\n" in base.file("ada").read_text()


def test_new_facts_stand_in_canonical_order(base):
    base.read(ROME, MET, OSLO, PARIS)
    text = base.file("ada").read_text()
    assert text.index("visited: paris") < text.index("visited: rome") < text.index("met: bob")


def test_two_runs_change_nothing(base):
    before = base.snapshot()
    plan = base.read(ROME, MET, OSLO)
    assert base.snapshot() == before
    assert base.changed == []
    assert plan.findings == ()


def test_a_fact_that_was_deleted_stays_deleted(base):
    base.edit("ada", block(base.file("ada").read_text(), "visited: rome").partition("facts:\n")[2] + "\n\n", "")
    for _ in range(2):
        base.read(ROME, MET, OSLO)
        assert "rome" not in base.file("ada").read_text()
    base.read(MET, OSLO, version="rules@2")
    base.read(ROME, MET, OSLO, version="rules@3")
    assert "rome" not in base.file("ada").read_text()


def test_an_entity_that_was_deleted_stays_deleted(base):
    base.file("oslo", "places").unlink()
    base.edit("bob", base.file("bob").read_text().partition("facts:")[2], "\n")
    base.edit("bob", "facts:\n", "")
    base.read(ROME, MET, OSLO)
    assert not base.file("oslo", "places").exists()
    assert "oslo" not in base.file("bob").read_text()


def test_an_entity_that_was_merged_takes_over_what_is_found(base):
    base.file("rome", "places").write_text("type: place\nname: Rome\nmerged: [oslo]\n")
    base.file("oslo", "places").unlink()
    base.edit("bob", "visited: oslo", "visited: rome")
    plan = base.read(ROME, MET, OSLO)
    assert "oslo" not in base.file("bob").read_text()
    assert not base.file("oslo", "places").exists()
    assert plan.counts.get("new facts", 0) == 0


def test_what_nobody_touched_is_updated(base):
    base.read(replace(ROME, qualifiers={"when": ("1840",)}), MET, OSLO)
    assert "- visited: rome\n    when: 1840\n    auto: rules@1\n" in base.file("ada").read_text()


def test_what_was_accepted_is_updated_and_stays_accepted(base):
    base.edit("ada", "- visited: rome\n    auto: rules@1\n", "- visited: rome\n")
    base.read(replace(ROME, qualifiers={"when": ("1840",)}), MET, OSLO)
    assert "- visited: rome\n    when: 1840\n    cite:" in base.file("ada").read_text()


def test_a_doubtful_fact_that_was_accepted_is_updated_and_not_doubted_again(base):
    base.read(ROME, MET, OSLO, replace(PARIS, unsure="A guess."))
    base.edit("ada", "- visited: paris\n    auto: rules@1\n", "- visited: paris\n")
    kb, _ = load(base.content)
    assert [each.unsure for each in kb.entities["ada"].facts] == ["", "", ""]
    plan = base.read(ROME, MET, OSLO, replace(PARIS, unsure="Another guess.", qualifiers={"when": ("1841",)}))
    assert plan.findings == ()
    assert "- visited: paris\n    when: 1841\n    cite:" in base.file("ada").read_text()


def test_the_reason_of_a_rejection_is_kept_whatever_is_found_later(base):
    base.edit("ada", block(base.file("ada").read_text(), "visited: rome").partition("facts:\n")[2] + "\n\n", "")
    base.read(ROME, MET, OSLO)
    lock = lock_path(base.content, "a1")
    lock.write_text(lock.read_text().replace('"rejected": true', '"reason": "it was Ostia", "rejected": true'))
    for facts in ((MET, OSLO), (replace(ROME, qualifiers={"when": ("1840",)}), MET), (ROME, MET, OSLO)):
        base.read(*facts)
        (row,) = (each for each in lock.read_text().splitlines() if '"rome"' in each and '"fact"' in each)
        assert row.endswith('"reason": "it was Ostia", "rejected": true}')
        assert "visited: rome" not in base.file("ada").read_text()


def test_what_a_person_changed_stays_and_is_reported(base):
    base.edit("ada", "- visited: rome\n", "- visited: rome\n    note: by coach\n")
    before = base.file("ada").read_text()
    plan = base.read(replace(ROME, qualifiers={"when": ("1840",)}), MET, OSLO)
    assert base.file("ada").read_text() == before
    assert [each.code for each in plan.findings] == ["review-conflict"]


def test_what_a_person_wrote_as_it_is_now_found_is_no_conflict(base):
    base.edit("ada", "- visited: rome\n", "- visited: rome\n    when: 1840\n")
    before = base.file("ada").read_text()
    plan = base.read(replace(ROME, qualifiers={"when": ("1840",)}), MET, OSLO)
    assert plan.findings == ()
    assert base.file("ada").read_text() == before


def test_a_value_that_a_person_corrected_is_not_proposed_again(base):
    base.edit("ada", "- visited: rome\n    auto: rules@1\n", "- visited: paris\n")
    base.read(ROME, MET, OSLO)
    text = base.file("ada").read_text()
    assert "visited: paris" in text
    assert "rome" not in text


def test_what_is_not_found_any_more_is_withdrawn(base):
    base.read(ROME, MET, entities=tuple(each for each in ENTITIES if each.id != "oslo"))
    assert "oslo" not in base.file("bob").read_text()
    assert not base.file("oslo", "places").exists()


@pytest.mark.parametrize(
    "change", [("    auto: rules@1\n", ""), ("- visited: oslo\n", "- visited: oslo\n    note: in winter\n")], ids=["accepted", "edited"]
)
def test_what_is_not_found_any_more_but_was_accepted_or_edited_stays(base, change):
    base.edit("bob", *change)
    before = base.file("bob").read_text()
    plan = base.read(ROME, MET)
    assert base.file("bob").read_text() == before
    assert [each.code for each in plan.findings] == ["stale"]


def test_what_is_only_in_the_file_is_a_persons(base):
    mine = "\n  - position: Countess   # hers by marriage\n    cite: [{src: a1, quote: Ada met Bob there.}]\n"
    path = base.file("ada")
    path.write_text(path.read_text().rstrip("\n") + "\n" + mine)
    base.read(ROME, MET, OSLO, PARIS)
    assert mine.strip("\n") in path.read_text()
    base.read(MET)
    assert mine.strip("\n") in path.read_text()


def test_one_of_a_list_of_values_is_rejected_alone(base):
    base.read(ROME, MET, OSLO, PARIS)
    text = base.file("ada").read_text()
    both = "type: person\nname: Ada\nfacts:\n  - visited: [paris, rome]\n    cite:\n      - src: a1\n        stance: fact\n        quote: Ada visited Rome in 1840.\n"
    base.file("ada").write_text(both + "\n" + block(text, "met: bob") + "\n")
    base.edit("ada", "[paris, rome]", "[paris]")
    base.read(ROME, MET, OSLO, PARIS)
    assert "rome" not in base.file("ada").read_text().replace("Rome", "")


def test_every_byte_beside_the_change_stays(base):
    path = base.file("ada")
    text = ("# Ada, first of programmers\n" + path.read_text()).replace("name: Ada", "name:   'Ada'   # as she signed").replace(
        "\n", "\r\n"
    ) + "# the end\r\n"
    path.write_bytes(text.encode())
    base.read(ROME, MET, OSLO, PARIS)
    after = path.read_bytes().decode()
    start = after.index("  - visited: paris")
    end = after.index("  - visited: rome")
    assert after[:start] + after[end:] == text
    assert after[start:end].replace("\r\n", "").isprintable()


def test_a_broken_lock_stops_before_anything_is_written(base):
    lock = lock_path(base.content, "a1")
    lock.write_text("{broken\n")
    found = read_lock(lock, "content/.lock/a1.jsonl")
    assert (found.code, found.place.line) == ("unreadable", 1)
    lock.write_text("<<<<<<< ours\n=======\n>>>>>>> theirs\n")
    found = read_lock(lock, "content/.lock/a1.jsonl")
    assert (found.code, found.place.line, "Keep the lines of both" in found.help) == ("merge-conflict", 1, True)


CHANGES = {
    "accept": lambda text: text.replace("    auto: rules@1\n", "", 1),
    "note": lambda text: text if "mine, all mine" in text else text.replace("    cite:\n", "    note: mine, all mine\n    cite:\n", 1),
    "comment": lambda text: text.replace("facts:\n", "facts:\n  # a remark of mine\n", 1),
    "summary": lambda text: text.replace("facts:\n", "summary: My own words.\nfacts:\n", 1) if "summary" not in text else text,
    "crlf": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "mine": lambda text: (
        text.rstrip("\n") + "\n\n  - degree: of mine\n    cite:\n      - src: a1\n        quote: Ada met Bob there.\n"
        if "degree" not in text and "\r" not in text and "\nfacts:" in text
        else text
    ),
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(sorted(CHANGES)),
            st.sets(st.integers(0, 3)),
        ),
        max_size=5,
    )
)
def test_nothing_that_a_person_wrote_is_ever_lost(steps, tmp_path_factory):
    base = Base(tmp_path_factory.mktemp("kb"))
    everything = [ROME, MET, OSLO, PARIS]
    base.read(*everything)
    mine = set()
    for change, found in steps:
        path = base.file("ada")
        if not path.exists():
            break
        before = path.read_bytes().decode()
        after = CHANGES[change](before)
        path.write_bytes(after.encode())
        if after != before:
            mine |= {words for words in ("mine, all mine", "a remark of mine", "My own words.", "degree: of mine") if words in after}
        base.read(*(everything[number] for number in sorted(found)))
        text = path.read_bytes().decode()
        assert all(words in text for words in mine)
        snapshot = base.snapshot()
        base.read(*(everything[number] for number in sorted(found)))
        assert base.snapshot() == snapshot


TEXTS = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and not text.endswith("@ru"))
)


@settings(max_examples=150, deadline=None)
@given(name=TEXTS, note=TEXTS)
def test_what_is_written_is_read_back(name, note, tmp_path_factory):
    from sourcebook.store.nodes import entries, parse_yaml
    from sourcebook.store.writing import write_entity, write_fact

    text = write_entity(
        ProposedEntity(id="x", type="person", name=name, aliases=(note,)),
        [write_fact(replace(ROME, qualifiers={"note": (note,)}, quote=note), "rules@1")],
    )
    document = parse_yaml(text, "x.yml")
    assert document.diagnostics == ()
    top = {key: value for key, _, value in entries(document.root)}
    assert top["name"].value == name
    assert top["aliases"].value[0].value == note
    written = {key: value for key, _, value in entries(top["facts"].value[0])}
    assert written["note"].value == note
    assert dict((key, value.value) for key, _, value in entries(written["cite"].value[0]))["quote"] == note


ROMAN = replace(ENTITIES[0], known=True, aliases=("Eternal City", "Ada"), mentioned_as=("Roman", "there"))
OTHERS = (ROMAN, *ENTITIES[1:])


@pytest.fixture
def standing(tmp_path):
    """A knowledge base in which the loader made a place of another article."""
    each = Base(tmp_path)
    path = each.file("rome", "places")
    path.parent.mkdir()
    path.write_text("type: place\nname: Rome # a remark\naliases: [Roma]\nauto: rules@1\n")
    return each


def test_a_later_article_s_names_join_those_of_a_place_that_nobody_reviewed(standing):
    plan = standing.read(ROME, entities=OTHERS)
    text = standing.file("rome", "places").read_text()
    assert "name: Rome # a remark\naliases: [Roma, Ada, Eternal City]\nmentioned_as:\n  - Roman\n  - there\nauto:" in text
    assert plan.counts["new names"] == 4
    before = standing.snapshot()
    assert standing.read(ROME, entities=OTHERS).counts == {}
    assert standing.snapshot() == before


def test_a_name_that_was_taken_out_is_not_added_again_by_the_article_that_has_it(standing):
    standing.read(ROME, entities=OTHERS)
    standing.edit("rome", ", Eternal City", "", "places")
    standing.edit("rome", "  - there\n", "", "places")
    for entities in (OTHERS, (replace(ROMAN, aliases=()), *ENTITIES[1:]), OTHERS):
        standing.read(ROME, entities=entities)
        text = standing.file("rome", "places").read_text()
        assert "Eternal" not in text
        assert "there" not in text


@pytest.mark.parametrize("reviewed", [("auto: rules@1\n", ""), ("auto: rules@1\n", "auto: rules@1\nsummary: A town.\n")])
def test_what_a_person_reviewed_gets_no_names(standing, reviewed):
    standing.edit("rome", *reviewed, "places")
    before = standing.file("rome", "places").read_bytes()
    standing.read(MET, entities=OTHERS)
    assert standing.file("rome", "places").read_bytes() == before


def test_an_alias_of_another_only_refers(standing):
    path = standing.file("carthage", "places")
    path.write_text("type: place\nname: Carthage\naliases: [eternal city]\n")
    standing.read(ROME, entities=OTHERS)
    assert "mentioned_as:\n  - Eternal City\n" in standing.file("rome", "places").read_text()


def test_a_file_in_brackets_keeps_its_names(standing):
    path = standing.file("rome", "places")
    path.write_text("{type: place, name: Rome, auto: rules@1}\n")
    standing.read(MET, entities=OTHERS)
    assert path.read_text() == "{type: place, name: Rome, auto: rules@1}\n"


def test_a_name_that_the_loader_made_up_is_none(standing):
    standing.read(ROME, entities=(replace(ROMAN, name="Town of Rome"), *ENTITIES[1:]))
    assert "Town of" not in standing.file("rome", "places").read_text()
