"""Editing by command: what is written, what is refused, and that nothing else changes."""

import hashlib
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sourcebook import desk, edits, mending
from sourcebook.diagnostics import Severity, SourcebookError
from sourcebook.edit.statements import Wish
from sourcebook.model.facts import Rank, Stance
from sourcebook.project import Project, ingest, load_checked
from sourcebook.store import pending
from tests.conftest import run_cli

BODY = (
    "\nAda visited Rome in 1840. Rome is old. Ada met Bob in Rome, and Bob liked her very much.\n"
    "Bob said: “I like Rome very much.” The Queen of Numbers rested. Rome is old.\n"
)
OTHER = "\nIt is said that Ada visited Rome in the spring. Rome welcomed both of them with music and speeches.\n"
ADA = """# the Countess
type: person
name: Ada Lovelace
aliases:
  - Ada King   # by marriage
summary: A mathematician.
facts:
  # in the diary
  - visited: rome      # by coach
    when: 1840
    cite:
      - src: news
        quote: Ada visited Rome in 1840.

  # last
  - met: [bob, eve]
    cite: [{src: news, quote: Ada met Bob in Rome}]
notes: |
  See [[bob]] and [[rome|the city]].
"""
FILES = {
    "people/ada.yml": ADA,
    "people/bob.yml": "type: person\nname: Bob\nfacts:\n- supports: ada\n  cite:\n  - src: news\n    by: bob\n    quote: Bob liked her very much\n",
    "people/eve.yml": "type: person\nname: Eve\n",
    "places/rome.yml": "type: place\nname: Rome\naliases: [Roma, Eternal City]\nmerged: [old-rome]\n",
    "places/paris.yml": "type: place\nname: Paris\nnot_same_as: [rome]\n",
    "people/paris.md": None,
    "ships/argo.yml": "type: ship\nname: Argo\n",
    "schema.yml": "types:\n  ship: {label: Ship, plural: ships}\nproperties:\n  tonnage: {on: ship, value: quantity, unit: t, single: true}\n",
    "pages/index.md": "# Home\n\n[[ada]] and [[ada|her]], `[[ada]]`.\n\n[[list:person visited=rome]]\n",
    ".lock/news.jsonl": '{"entity": {"id": "ada", "name": "Ada", "type": "person"}}\n'
    '{"fact": {"property": "visited", "quote": "Ada visited Rome in 1840.", "source": "news", "subject": "ada", "value": "rome"}}\n',
}


def article(body, **record):
    said = "".join(f"{key}: {value}\n" for key, value in record.items())
    return f"---\n{said}sha256: {hashlib.sha256(body.encode()).hexdigest()}\n---\n{body}"


@pytest.fixture
def kb(tmp_path):
    return lay_out(tmp_path / "kb")


def lay_out(root):
    content = root / "content"
    files = {
        **FILES,
        "articles/news.md": article(BODY, author="ada"),
        "articles/letter.md": article(OTHER, title="A letter", genre="opinion"),
        "articles/book.md": "---\ntext: none\nurl: https://example.org/book\n---\n",
    }
    for name, text in files.items():
        if text is not None:
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    return Project(root)


def read(kb, name):
    return (kb.content / name).read_bytes().decode()


def put(kb, name, text):
    (kb.content / name).write_bytes(text.encode())


def snapshot(kb):
    return {
        str(path.relative_to(kb.root)): path.read_bytes()
        for path in sorted(kb.root.rglob("*"))
        if path.is_file() and not {".git", ".sourcebook", ".cache"} & set(path.relative_to(kb.root).parts)
    }


def errors(kb):
    return [f"{each.place}: {each.code}" for each in load_checked(kb)[1] if each.severity is Severity.ERROR]


def do(kb, edited):
    desk.write(kb, edited)
    assert errors(kb) == []
    return edited


def add(kb, entity, name, value, quote="", **more):
    return do(kb, edits.add(kb, Wish(entity=entity, property=name, value=value, quote=quote, **more)))


def refused(kb, words, function, *arguments, **more):
    """The error, after which every byte is as it was."""
    before = snapshot(kb)
    with pytest.raises(SourcebookError, match=words) as caught:
        desk.write(kb, function(kb, *arguments, **more))
    assert snapshot(kb) == before
    return str(caught.value)


def inserted(before, after):
    """What was put into a text in one place; fails if anything else changed."""
    start = len(os.path.commonprefix([before, after]))
    stop = len(before) - start
    assert stop == 0 or after.endswith(before[start:]), (before, after)
    return after[start : len(after) - stop]


# new


def test_new_writes_the_file(kb):
    edited = do(kb, edits.new(kb, "person", "Grace  Hopper", aliases=["Amazing Grace"], summary="An admiral: of the navy."))
    assert edited.said == ("content/people/grace-hopper.yml",)
    assert read(kb, "people/grace-hopper.yml") == (
        'type: person\nname: Grace Hopper\naliases:\n  - Amazing Grace\nsummary: "An admiral: of the navy."\n'
    )


@pytest.mark.parametrize(
    ("words", "folder"), [("ship", "ships"), ("ships", "ships"), ("Ship", "ships"), ("People", "people"), ("area of cooperation", "areas")]
)
def test_new_takes_types_by_any_of_their_names(words, folder, kb):
    assert do(kb, edits.new(kb, words, "Zed")).said == (f"content/{folder}/zed.yml",)


def test_new_refuses_a_name_that_is_taken_unless_it_is_another(kb):
    said = refused(kb, "There is an entity of this name", edits.new, "place", "ROMA")
    assert "--id roma-place" in said
    assert "content/places/rome.yml" in said
    edited = do(kb, edits.new(kb, "place", "Roma", entity_id="roma-texas"))
    assert "not_same_as:\n  - rome\n" in read(kb, "places/roma-texas.yml")
    assert edited.remarks == ("noted that it is not the same as rome",)


@pytest.mark.parametrize(
    ("arguments", "more", "words"),
    [
        (("persn", "X"), {}, "Did you mean `person`"),
        (("person", "山田"), {}, "give one with --id"),
        (("person", "X"), {"entity_id": "ada"}, "is the id of Ada Lovelace"),
        (("person", "X"), {"entity_id": "old-rome"}, "was the id of what is now Rome"),
        (("person", "X"), {"entity_id": "news"}, "id of an article"),
        (("person", "X"), {"entity_id": "../x"}, "is no id"),
        (("person", "x\u202e"), {}, "U\\+202E"),
        (("person", "x" * 600), {}, "at most 500"),
        (("person", ""), {}, "No id can be made"),
    ],
)
def test_new_refuses(arguments, more, words, kb):
    refused(kb, words, edits.new, *arguments, **more)


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "../../etc/passwd", "Zoë: “no” #1", "عائشة abc", "🚢 Argo II", "- x", "null", "'q\"", "a\nb"]
)
def test_new_takes_any_name(name, kb):
    edited = do(kb, edits.new(kb, "place", name))
    (path,) = edited.said
    assert Path(path).parent == Path("content/places")
    assert load_checked(kb)[0].entities[Path(path).stem].name == " ".join(name.split())


# add


def test_add_puts_the_fact_at_its_place_and_nothing_else_changes(kb):
    edited = add(kb, "Ada King", "visited", "Paris", "Bob liked her very much", qualifiers={"when": ("1841",), "with": ("Bob", "eve")})
    assert read(kb, "people/ada.yml") == ADA.replace(
        "facts:\n",
        "facts:\n  - visited: paris\n    when: 1841\n    with: [bob, eve]\n    cite:\n      - src: news\n        quote: >-\n          Bob liked her very much\n\n",
    )
    assert edited.said == ("content/people/ada.yml:8: `visited: paris` added, citing news",)


def test_add_keeps_the_comment_above_a_fact_with_it(kb):
    add(kb, "ada", "visited", "paris", "Bob liked her very much")
    assert "\n\n  # in the diary\n  - visited: rome      # by coach\n" in read(kb, "people/ada.yml")


def test_add_says_everything_that_can_be_said(kb):
    add(
        kb,
        "ada",
        "position",
        "Queen: of Numbers",
        "The Queen of Numbers rested",
        by="Bob",
        stance=Stance.DENIAL,
        rank=Rank.DEPRECATED,
        why="A jest.",
    )
    assert (
        '  - position: "Queen: of Numbers"\n    rank: deprecated\n    why: A jest.\n    cite:\n      - src: news\n        by: bob\n        stance: denial\n'
        "        quote: >-\n          The Queen of Numbers rested\n"
    ) in read(kb, "people/ada.yml")


def test_add_writes_the_canonical_side_of_an_inverse(kb):
    before = read(kb, "places/paris.yml")
    edited = add(kb, "paris", "visited by", "Bob", "Bob liked her very much")
    assert "- visited: paris\n" in read(kb, "people/bob.yml")
    assert read(kb, "places/paris.yml") == before
    assert edited.remarks == ("`visited_by` is the inverse of `visited`: written as `visited: paris` on bob",)


def test_add_to_a_list_without_indentation(kb):
    add(kb, "bob", "visited", "rome", "Bob liked her very much")
    assert read(kb, "people/bob.yml").startswith("type: person\nname: Bob\nfacts:\n- visited: rome\n  cite:\n    - src: news\n")


def test_a_fact_that_is_there_gets_a_second_citation(kb):
    edited = add(kb, "ada", "visited", "Roma", "Ada visited Rome in the spring", source="A letter", qualifiers={"when": ("1840",)})
    assert inserted(ADA, read(kb, "people/ada.yml")) == "      - src: letter\n        quote: >-\n          Ada visited Rome in the spring\n"
    assert "a citation of letter was added" in edited.said[0]
    again = edits.add(
        kb, Wish(entity="ada", property="visited", value="rome", quote="Ada visited Rome in the  spring", qualifiers={"when": ("1840",)})
    )
    assert again.changes == ()
    assert again.said == ("content/people/ada.yml:9: `visited: rome` is there already, with these words",)


def test_a_fact_of_a_list_gets_a_citation_of_its_own(kb):
    add(kb, "ada", "met", "bob", "Rome welcomed both of them")
    text = read(kb, "people/ada.yml")
    assert "  - met: bob\n    cite: [{src: news, quote: Ada met Bob in Rome}, {src: letter, quote: Rome welcomed both of them}]\n" in text
    assert "  - met: eve\n    cite: [{src: news, quote: Ada met Bob in Rome}]\n" in text


def test_a_symmetric_fact_that_stands_on_the_other_side_is_the_same(kb):
    edited = add(kb, "bob", "met", "ada", "Rome welcomed both of them")
    assert "met" not in read(kb, "people/bob.yml")
    assert "it is written on ada already" in edited.remarks[0]


def test_other_qualifiers_make_another_fact_and_it_is_said(kb):
    edited = add(kb, "ada", "visited", "rome", "Ada visited Rome in the spring")
    assert len(re.findall("visited: rome", read(kb, "people/ada.yml"))) == 2
    assert "content/people/ada.yml:9 says nearly the same (when: 1840)" in edited.remarks[0]


def test_a_source_without_text_is_cited_by_a_locator(kb):
    refused(kb, "say with --locator", edits.add, Wish(entity="eve", property="visited", value="rome", source="book"))
    add(kb, "eve", "visited", "rome", source="book", locator="12")
    assert read(kb, "people/eve.yml").endswith('facts:\n  - visited: rome\n    cite:\n      - src: book\n        locator: "12"\n')


def test_custom_types_and_kinds_of_values(kb):
    add(kb, "Argo", "tonnage", "4200 t", "The Queen of Numbers rested")
    assert "tonnage: 4200 t" in read(kb, "ships/argo.yml")
    refused(
        kb,
        "Not a quantity: 'heavy' \\(write a number",
        edits.add,
        Wish(entity="argo", property="tonnage", value="heavy", quote="The Queen of Numbers"),
    )
    edited = edits.add(kb, Wish(entity="argo", property="tonnage", value="9 t", quote="The Queen of Numbers"))
    assert "`tonnage` has one value" in edited.remarks[0]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"entity": "Ada Lovelase"}, "Did you mean\n  ada  person"),
        ({"entity": "zzz"}, "No entity has the id or the name"),
        ({"entity": "news"}, "`news` is an article, and no entity"),
        ({"property": "visted"}, "Did you mean `visited`"),
        (
            {"property": "located_in"},
            "`located_in` is a property of place and organization and event, and ada is of type person. Properties of type person: position",
        ),
        ({"entity": "rome", "property": "discussed_at", "value": "eve"}, "`discussed_at` cannot relate rome \\(place\\) to eve"),
        ({"property": "when"}, "--qualifier when="),
        ({"value": "bob"}, "`visited` takes place, and bob is of type person"),
        ({"value": "Atlantis"}, "No entity has"),
        ({"property": "met", "value": "ada"}, "of ada itself"),
        ({"source": "nws"}, "Did you mean `news`"),
        ({"quote": "Rome is old."}, "more than once: lengthen the quote"),
        ({"quote": "Ada visited ... the spring", "source": "letter"}, r"Write \[...\] for words that are left out:"),
        ({"quote": "Rome", "source": "news"}, "more than once"),
        ({"quote": "ab", "source": "news"}, "fewer than 3 letters"),
        ({"quote": ""}, "add --quote"),
        ({"quote": "", "source": "news"}, "add --quote"),
        ({"quote": "visited Rome in"}, "2 articles have these words: say with --src which one is meant: letter, news"),
        ({"quote": "Quantum chromodynamics explains quarks"}, "none has any like them"),
        ({"quote": "Quantum chromodynamics", "source": "news"}, "nothing like them"),
        ({"qualifiers": {"wen": ("1840",)}}, "Did you mean `when`"),
        ({"qualifiers": {"when": ("March 1840",)}}, "Not a date"),
        ({"qualifiers": {"at": ("bob",)}}, "`at` takes place"),
        ({"rank": Rank.DEPRECATED}, "add --why"),
        ({"why": "So."}, "add --rank"),
        ({"by": "Nobody"}, "No entity has"),
    ],
)
def test_add_refuses(wish, words, kb):
    given = {"entity": "ada", "property": "visited", "value": "paris", "quote": "Bob liked her very much", **wish}
    refused(kb, words, lambda project: edits.add(project, Wish(**given)))


def test_an_ambiguous_name_lists_who_is_meant(kb):
    put(kb, "people/bob-2.yml", "type: person\nname: Robert\naliases: [Bob]\nnot_same_as: [bob]\n")
    said = refused(
        kb, "is the name of 2 entities", edits.add, Wish(entity="ada", property="met", value="Bob", quote="Bob liked her very much")
    )
    assert said.splitlines()[1:] == ["  bob    person  Bob     content/people/bob.yml", "  bob-2  person  Robert  content/people/bob-2.yml"]


def test_the_type_tells_who_is_meant(kb):
    put(kb, "people/rome-lee.yml", "type: person\nname: Rome\n")
    add(kb, "eve", "visited", "Rome", "Bob liked her very much")
    assert "visited: rome\n" in read(kb, "people/eve.yml")


@pytest.mark.parametrize(
    ("quote", "best"),
    [
        ("Ada visited Rom in 1840", "Ada visited Rome in 1840"),
        ("Bob liked him very much", "Bob liked her very much"),
        ("Rome welcomed both with music and speeches", "Rome welcomed both of them with music and speeches"),
        ("ada met bob in rome", "Ada met Bob in Rome"),
    ],
)
def test_the_closest_words_are_ready_to_copy(quote, best, kb):
    said = refused(kb, "The closest", edits.add, Wish(entity="eve", property="met", value="bob", quote=quote))
    offer = shlex.split(next(line for line in said.splitlines() if "--quote" in line))[1]
    assert offer == best
    place = re.search(r"content/articles/(\w+).md:(\d+):(\d+)", said)
    line = read(kb, f"articles/{place[1]}.md").splitlines()[int(place[2]) - 1]
    assert line[int(place[3]) - 1 :].startswith(best)
    add(kb, "eve", "met", "bob", offer)


def test_an_ambiguous_quote_is_offered_longer(kb):
    said = refused(kb, "lengthen", edits.add, Wish(entity="ada", property="visited", value="paris", quote="Rome is old", source="news"))
    offers = [shlex.split(line)[1] for line in said.splitlines() if "--quote" in line]
    assert offers == ["Rome is old. Ada met Bob in Rome, and Bob liked her very much.", "The Queen of Numbers rested. Rome is old."]
    for number, offer in enumerate(offers):
        add(kb, "ada", "met", "eve", offer, qualifiers={"order": (str(number),)})


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks_stay(end, mark, kb):
    put(kb, "people/ada.yml", mark + ADA.replace("\n", end))
    add(kb, "ada", "visited", "paris", "Bob liked her very much")
    add(kb, "ada", "visited", "rome", "Ada visited Rome in the spring", qualifiers={"when": ("1840",)})
    do(kb, edits.rename(kb, "ada", "Ada Byron", entity_id="ada-byron"))
    text = read(kb, "people/ada-byron.yml")
    assert text.startswith(mark)
    assert text.replace(end, "").count("\n") == 0 if end == "\r\n" else "\r" not in text
    assert load_checked(kb)[0].entities["ada-byron"].merged == ("ada",)


# rename


def test_rename_keeps_the_old_name_and_the_id(kb):
    edited = do(kb, edits.rename(kb, "Ada Lovelace", "Ada Byron"))
    assert read(kb, "people/ada.yml") == ADA.replace("name: Ada Lovelace", "name: Ada Byron").replace(
        "# by marriage\n", "# by marriage\n  - Ada Lovelace\n"
    )
    assert [each.shown for each in edited.changes] == ["content/people/ada.yml"]


def test_rename_to_an_alias_and_without_the_old_name(kb):
    do(kb, edits.rename(kb, "rome", "Roma"))
    assert "name: Roma\naliases: [Eternal City, Rome]\n" in read(kb, "places/rome.yml")
    do(kb, edits.rename(kb, "rome", "Rome", former=[]))
    assert "name: Rome\naliases: [Eternal City]\n" in read(kb, "places/rome.yml")
    do(kb, edits.rename(kb, "eve", "Evelyn", former=[]))
    assert read(kb, "people/eve.yml") == "type: person\nname: Evelyn\n"


def test_a_new_id_moves_the_file_and_every_reference(kb):
    put(
        kb,
        "people/eve.yml",
        "type: person\nname: Eve\nnot_same_as: [ada]\nfacts:\n  - met: ada\n    with: ada\n    cite:\n      - {src: news, by: ada, quote: Ada met Bob in Rome}\n",
    )
    fact = next(each for each in load_checked(kb)[0].entities["eve"].facts)
    put(kb, "pages/index.md", FILES["pages/index.md"] + f"\n[[fact:eve#{fact.id}]]\n")
    do(kb, edits.rename(kb, "ada", "", entity_id="ada-lovelace"))
    after = load_checked(kb)[0]
    assert not (kb.content / "people/ada.yml").exists()
    assert read(kb, "people/ada-lovelace.yml") == ADA.replace("notes:", "merged:\n  - ada\nnotes:")
    assert "supports: ada-lovelace" in read(kb, "people/bob.yml")
    eve = after.entities["eve"].facts[0]
    assert (eve.target, eve.citations[0].by, after.entities["eve"].not_same_as) == ("ada-lovelace", "ada-lovelace", ("ada-lovelace",))
    assert after.articles["news"].author == "ada-lovelace"
    page = read(kb, "pages/index.md")
    assert page.startswith("# Home\n\n[[ada-lovelace]] and [[ada-lovelace|her]], `[[ada]]`.\n")
    assert f"[[fact:eve#{eve.id}]]" in page
    assert eve.id != fact.id
    assert '"subject": "ada-lovelace"' in read(kb, ".lock/news.jsonl")
    assert "[[list:person visited=rome]]" in page


def test_new_ids_in_lists_and_prose(kb):
    do(kb, edits.rename(kb, "Roma", "", entity_id="roma"))
    assert "[[roma|the city]]" in read(kb, "people/ada.yml")
    assert "[[list:person visited=roma]]" in read(kb, "pages/index.md")
    assert "merged: [old-rome, rome]" in read(kb, "places/roma.yml")
    assert "not_same_as: [roma]" in read(kb, "places/paris.yml")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ada", "Bob", ""), "is also a name of another entity"),
        (("ada", "", "bob"), "is the id of Bob"),
        (("ada", "", "Ada"), "is no id"),
        (("nobody", "X", ""), "No entity"),
        (("ada", "x\u202ey", ""), "U\\+202E"),
    ],
)
def test_rename_refuses(arguments, words, kb):
    refused(kb, words, lambda project: edits.rename(project, arguments[0], arguments[1], entity_id=arguments[2]))


# merge


LOSER = """# seen in the archive
type: person
name: A. Lovelace
aliases: [Countess of Lovelace, Ada King]
summary: Somebody.
facts:
    # from the letter
    - visited: rome   # again
      when: 1840
      cite:
          # the same words
          - src: news
            quote: >-
              Ada visited Rome
              in 1840.
          - src: letter   # and more
            quote: Ada visited Rome in the spring
    - position: Queen
      cite:
          - src: news
            quote: The Queen of Numbers rested
same_as: wikidata:Q7259
merged: [lady-lovelace]
notes: "See [[a-lovelace]]."
"""


@pytest.fixture
def two(kb):
    put(kb, "people/a-lovelace.yml", LOSER)
    put(
        kb,
        "people/bob.yml",
        FILES["people/bob.yml"] + "- met: [a-lovelace, ada]   # both?\n  cite: [{src: news, quote: Ada met Bob in Rome}]\n",
    )
    return kb


def test_merge_joins_all_and_keeps_comments(two):
    edited = do(two, edits.merge(two, "A. Lovelace", "ada"))
    text = read(two, "people/ada.yml")
    assert not (two.content / "people/a-lovelace.yml").exists()
    assert (
        "  # in the diary\n  # from the letter\n  # again\n  # the same words\n  - visited: rome      # by coach\n    when: 1840\n    cite:\n"
        "      - src: news\n        quote: Ada visited Rome in 1840.\n"
        "      - src: letter   # and more\n        quote: Ada visited Rome in the spring\n"
    ) in text
    assert text.endswith("# seen in the archive\n")
    assert text.count("visited: rome") == 1
    ada = load_checked(two)[0].entities["ada"]
    assert [each.text for each in ada.aliases] == ["Ada King", "A. Lovelace", "Countess of Lovelace"]
    assert (ada.merged, ada.same_as, ada.summary) == (("a-lovelace", "lady-lovelace"), ("wikidata:Q7259",), "A mathematician.")
    assert ada.note == "summary of a-lovelace: Somebody."
    assert "See [[ada]]." in ada.notes
    assert "- met: [ada]   # both?" in read(two, "people/bob.yml")
    assert "3 facts" not in edited.said[0]
    assert "2 facts taken over, 1 of them known" in edited.said[0]
    assert edited.remarks == ("put into `note`: summary of a-lovelace: Somebody.",)


def test_merge_folds_one_value_of_a_list(two):
    put(
        two,
        "people/a-lovelace.yml",
        "type: person\nname: A. Lovelace\nfacts:\n  - met: eve\n    cite:\n      - src: letter\n        quote: Rome welcomed both of them\n",
    )
    do(two, edits.merge(two, "a-lovelace", "ada"))
    met = {each.target: len(each.citations) for each in load_checked(two)[0].entities["ada"].facts if each.property == "met"}
    assert met == {"bob": 1, "eve": 2}


def test_accepting_one_of_two_accepts_the_fact(two):
    put(two, "people/ada.yml", ADA.replace("    when: 1840\n", "    when: 1840\n    auto: rules@1\n"))
    do(two, edits.merge(two, "a-lovelace", "ada"))
    assert "auto:" not in read(two, "people/ada.yml")


@pytest.mark.parametrize(
    ("loser", "winner", "words"),
    [
        ("rome", "ada", "two types cannot be merged"),
        ("ada", "Ada King", "Both are ada"),
        ("rome", "paris", "not_same_as: rome"),
        ("bob", "ada", "content/people/bob.yml:4:13: `supports: ada` relates the two"),
        ("ada", "eve", "content/people/ada.yml:16:16: `met: eve` relates the two"),
    ],
)
def test_merge_refuses(loser, winner, words, kb):
    refused(kb, words, edits.merge, loser, winner)


def test_the_loader_finds_nothing_new_after_ids_changed(example):
    kb = Project(example)
    do(kb, edits.rename(kb, "russia", "", entity_id="russian-federation"))
    do(kb, edits.merge(kb, "soviet-union", "russian-federation"))
    do(kb, edits.rename(kb, "min-aung-hlaing", "", entity_id="mah"))
    before = snapshot(kb)
    for each in ingest(kb, (), {}):
        assert not {"new facts", "new entities", "updated facts", "withdrawn facts"} & set(each.counts)
    assert snapshot(kb) == before


# what all refuse


EDITS = {
    "add": lambda kb: edits.add(kb, Wish(entity="ada", property="visited", value="paris", quote="Bob liked her very much")),
    "rename": lambda kb: edits.rename(kb, "ada", "Ada Byron", entity_id="ada-byron"),
    "merge": lambda kb: edits.merge(kb, "a-lovelace", "ada"),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            ADA.replace("name: Ada Lovelace\n", "<<<<<<< HEAD\nname: Ada Lovelace\n=======\nname: Ada L\n>>>>>>> b\n"),
            "holds a merge that is not resolved \\(line 3\\)",
        ),
        (ADA.replace("name: Ada", "name: Ada: "), "content/people/ada.yml:3:10: Not YAML"),
        (ADA.replace("name: Ada", "name: &a Ada"), "YAML anchor"),
        (ADA.replace("summary:", "name:"), "for the second time"),
    ],
)
def test_broken_files_are_refused(edit, text, words, two):
    put(two, "people/ada.yml", text)
    refused(two, words, EDITS[edit])


@pytest.mark.parametrize("edit", EDITS)
def test_read_only_files_are_refused(edit, two):
    (two.content / "people/ada.yml").chmod(0o444)
    refused(two, "content/people/ada.yml is read-only", EDITS[edit])


@pytest.mark.parametrize("edit", ["rename", "merge"])
def test_a_broken_file_that_names_the_entity_is_refused(edit, two):
    put(two, "people/eve.yml", "type: person\nname: Eve: x\nfacts:\n  - met: a-lovelace\n  - met: ada\n")
    refused(two, "content/people/eve.yml:2:10: Not YAML", EDITS[edit])


@pytest.mark.parametrize("edit", ["rename", "merge"])
def test_what_is_no_file_is_passed_by(edit, two):
    (two.content / "people/folder.yml").mkdir()
    (two.content / "people/gone.yml").symlink_to("nowhere.yml")
    (two.content / "people/.hidden.yml").write_bytes(b"\xff ada a-lovelace")
    (two.content / "pages/picture.md").write_bytes(b"\x89PNG ada a-lovelace")
    desk.write(two, EDITS[edit](two))
    put(two, "people/zed.yml", "type: persn\nname: Zed\n")
    assert len(mending.fix(two, mending.codes(["unknown-type"])).edited.changes) == 1


def test_a_link_stays_a_link(kb, tmp_path):
    shutil.move(kb.content / "people/bob.yml", tmp_path / "bob.yml")
    (kb.content / "people/bob.yml").symlink_to(tmp_path / "bob.yml")
    desk.write(kb, EDITS["rename"](kb))
    assert (kb.content / "people/bob.yml").is_symlink()
    assert "supports: ada-byron" in (tmp_path / "bob.yml").read_text()


def test_facts_in_brackets_are_refused(kb):
    put(kb, "people/ada.yml", "type: person\nname: Ada\nfacts: [{visited: rome, cite: [{src: news, quote: Ada visited Rome in 1840}]}]\n")
    refused(kb, "written in brackets", EDITS["add"])


@pytest.mark.parametrize("at", ["first", "second", "removal"])
def test_all_files_or_none(at, two, monkeypatch):
    before = snapshot(two)
    edited = EDITS["merge"](two)
    assert len(edited.changes) == 3
    replace, unlink, calls = Path.replace, Path.unlink, []

    def full(self, target):
        calls.append(target)
        if (len(calls), at) in {(1, "first"), (2, "second")}:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    def kept(self, missing_ok=False):
        if at == "removal" and not missing_ok:
            raise OSError(13, "Permission denied")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(Path, "unlink", kept)
    with pytest.raises(SourcebookError, match="nothing was changed"):
        desk.write(two, edited)
    monkeypatch.undo()
    assert snapshot(two) == before
    assert not list(two.root.rglob("*.part"))


def test_a_file_that_changed_meanwhile_is_not_overwritten(two):
    edited = EDITS["merge"](two)
    put(two, "people/bob.yml", "type: person\nname: Bob\n")
    before = snapshot(two)
    with pytest.raises(SourcebookError, match=r"content/people/bob.yml was changed by somebody else"):
        desk.write(two, edited)
    assert snapshot(two) == before


def test_what_cannot_be_written_safely_is_not_written(kb):
    each = pending.Pending(kb.root)
    each.text("content/people/eve.yml")
    with pytest.raises(SourcebookError, match="cannot be changed safely"):
        each.put("content/people/eve.yml", "a: b: c\n")
    assert each.changes() == ()


# on the command line


COMMANDS = {
    "new": ["new", "ship", "Beagle", "--summary", "A brig."],
    "add": ["add", "Ada Lovelace", "visited", "paris", "--quote", "Bob liked her very much", "-q", "when=1841"],
    "rename": ["rename", "ada", "Ada Byron", "--id", "ada-byron"],
    "merge": ["merge", "A. Lovelace", "ada"],
    "fix": ["fix"],
    "fmt": ["fmt"],
}


@pytest.fixture
def repository(two):
    text = ADA.replace("summary:", "sumary:").replace("met: [bob, eve]", "met: [bob, old-eve]")
    put(two, "people/ada.yml", text.replace("  # last\n", "") + "")
    put(
        two,
        "people/eve.yml",
        "type: person\nname: Eve\nmerged: old-eve\nfacts:\n  - met: bob\n    cite:\n      - {src: news, quote: Ada met Bob in Rome}\n  - visited: rome\n    cite:\n      - {src: letter, quote: Rome welcomed both of them}",
    )
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=two.root, check=True)
    return two


@pytest.mark.parametrize("name", COMMANDS)
def test_a_dry_run_prints_the_patch_of_what_is_done_and_git_undoes_it(name, repository, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(repository.root, other)
    before = snapshot(repository)
    dry = run_cli(*COMMANDS[name], "--dry-run", cwd=repository.root)
    # Errors that are left, such as the alias that two share, are said.
    assert dry.returncode == (1 if name in {"fix", "fmt"} else 0), dry.stderr
    assert snapshot(repository) == before
    subprocess.run(["git", "apply", "-"], cwd=other, input=dry.stdout, text=True, check=True)
    real = run_cli(*COMMANDS[name], cwd=repository.root)
    assert real.returncode == dry.returncode, real.stderr
    assert snapshot(repository) == snapshot(Project(other)) != before
    if name != "fmt":
        undo = re.search(r"undo: (.*)", real.stderr)[1]
        subprocess.run(["bash", "-c", undo], cwd=repository.root, check=True)
        assert snapshot(repository) == before


def test_the_difference_is_in_colour_on_a_terminal(two):
    def shown(**env):
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "sourcebook", "rename", "eve", "Evelyn", "--dry-run"]
        subprocess.run(command, cwd=two.root, stdout=theirs, env={**os.environ, **env}, check=True)
        # A terminal hands over what was written piece by piece: read on to a mark of our own.
        os.write(theirs, b"<end>")
        said = b""
        while not said.endswith(b"<end>"):
            said += os.read(ours, 65536)
        os.close(theirs)
        os.close(ours)
        return said.decode().removesuffix("<end>").replace("\r\n", "\n")

    assert "\x1b[31m-name: Eve\x1b[0m\n\x1b[32m+name: Evelyn\x1b[0m\n" in shown(NO_COLOR="")
    assert "\x1b" not in shown(NO_COLOR="1")


def test_what_git_does_not_hold_is_not_offered_to_be_undone(repository):
    put(repository, "people/eve.yml", read(repository, "people/eve.yml") + "\n# mine\n")
    done = run_cli("rename", "eve", "Evelyn", cwd=repository.root)
    assert (done.returncode, "undo" in done.stderr) == (0, False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "persn", "X"],
        ["add", "nobody", "visited", "rome", "--quote", "x"],
        ["add", "ada", "visited", "rome", "--quote", "Bob liked her", "-q", "when"],
        ["rename", "ada"],
        ["rename", "nobody", "X"],
        ["merge", "ada", "rome"],
        ["fix", "--only", "bad-dat"],
        ["fix", "--only", "quote-ambiguous"],
        ["completion", "csh"],
    ],
)
def test_wrong_use_exits_with_2_and_one_clear_line(arguments, two):
    before = snapshot(two)
    done = run_cli(*arguments, cwd=two.root)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert re.search(r"(?m)^[Ee]rror: \S", done.stderr)
    assert snapshot(two) == before


def test_every_command_has_examples():
    from sourcebook.cli import COMMANDS as ALL

    for name in ("new", "add", "rename", "merge", "find", "fix", "fmt", "completion"):
        assert name in ALL
        assert "Examples:\n  " in run_cli(name, "--help").stdout
