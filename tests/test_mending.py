# ruff: noqa: F811
"""`fix`: what is mended, what is left to a person, and that neither loses anything."""

import pytest

from sourcebook import desk, mending
from sourcebook.diagnostics import Severity, SourcebookError
from sourcebook.project import load_checked
from tests.conftest import run_cli
from tests.test_editing import ADA, FILES, errors, kb, put, read, refused, snapshot  # noqa: F401

FACT = "    cite:\n      - src: news\n        quote: Ada visited Rome in 1840.\n"


def fix(kb, *only, quotes=False):
    found = mending.fix(kb, mending.codes(only, ["quote-not-found"] if quotes else []))
    desk.write(kb, found.edited)
    # What is reported as left is what is there.
    assert [each.code for each in found.left] == [each.code for each in load_checked(kb)[1]]
    return found


def person(*lines, top=""):
    return f"type: person\nname: Zed\n{top}" + ("facts:\n" + "\n".join(lines) + "\n" if lines else "")


MENDED = {
    "unknown-key": (person(top="sumary: A man.  # short\n"), person(top="summary: A man.  # short\n")),
    "unknown-key in a citation": (
        person("  - visited: rome\n    cite:\n      - scr: news\n        qoute: Ada visited Rome in 1840."),
        person("  - visited: rome\n    cite:\n      - src: news\n        quote: Ada visited Rome in 1840."),
    ),
    "unknown-property": (person("  - visted: rome   # by coach", FACT.rstrip()), person("  - visited: rome   # by coach", FACT.rstrip())),
    "unknown-property, a qualifier": (
        person("  - visited: rome\n    duringg: gathering\n    wehn: 1840", FACT.rstrip()),
        person("  - visited: rome\n    during: gathering\n    when: 1840", FACT.rstrip()),
    ),
    "unknown-type": (person().replace("person", "persn"), person()),
    "unknown-type in the plural": (person().replace("person", "people"), person()),
    "missing-key, the type": ("name: Zed\n", person()),
    "missing-key without a value": (
        person("  - visited: rome\n    when:\n", FACT.rstrip(), top="summary:\n"),
        person("  - visited: rome\n", FACT.rstrip()),
    ),
    "duplicate-key": (person(top="name: Zed\n"), person()),
    "tab-indent": (
        person(
            "\t- visited: rome",
            FACT.rstrip().replace("    cite", "\t  cite").replace("      - src", "\t  \t- src").replace("        quote", "\t  \t  quote"),
        ),
        person("  - visited: rome", FACT.rstrip()),
    ),
    "yaml-syntax": (
        person(top="summary: Ada: a life\nnote: 12:30: noon  \n"),
        person(top='summary: "Ada: a life"\nnote: "12:30: noon"  \n'),
    ),
    "yaml-syntax, words left out at the beginning": (
        person("  - visited: rome", FACT.replace("quote: Ada", "quote: [...]").rstrip()),
        person("  - visited: rome", FACT.replace("quote: Ada visited Rome in 1840.", 'quote: "[...] visited Rome in 1840."').rstrip()),
    ),
    "bad-date, numbers": (
        person("  - visited: rome\n    when: 1840/3/4   # Wednesday\n    until: '1841-1842'", FACT.rstrip()),
        person("  - visited: rome\n    when: 1840-03-04   # Wednesday\n    until: '1841/1842'", FACT.rstrip()),
    ),
    "bad-date": (
        person("  - visited: rome\n    when: March 2025", FACT.rstrip()),
        person("  - visited: rome\n    when: 2025-03", FACT.rstrip()),
    ),
    "bad-date with a day": (
        person("  - visited: rome\n    from: 4 March 2025\n    until: March 14, 2025", FACT.rstrip()),
        person("  - visited: rome\n    from: 2025-03-04\n    until: 2025-03-14", FACT.rstrip()),
    ),
    "bad-value": (
        person("  - visited: rome\n    count: 2\n    bound: atleast\n    rank: deprecatd\n    why: So.", FACT.rstrip()),
        person("  - visited: rome\n    count: 2\n    bound: at-least\n    rank: deprecated\n    why: So.", FACT.rstrip()),
    ),
    "wrong-value-type": (person("  - visited: Eternal City", FACT.rstrip()), person("  - visited: rome", FACT.rstrip())),
    "wrong-value-type in a list": (
        person("  - met: [Bob, 'Ada King', eve]", FACT.rstrip()),
        person("  - met: [bob, 'ada', eve]", FACT.rstrip()),
    ),
    "wrong-value-type of a speaker": (
        person("  - visited: rome", FACT.rstrip().replace("news\n", "news\n        by: Ada King\n")),
        person("  - visited: rome", FACT.rstrip().replace("news\n", "news\n        by: ada\n")),
    ),
    "unknown-entity": (person("  - visited: eternal-city", FACT.rstrip()), person("  - visited: rome", FACT.rstrip())),
    "id-merged": (
        person("  - visited: old-rome\n    at: old-rome", FACT.rstrip()),
        person("  - visited: rome\n    at: rome", FACT.rstrip()),
    ),
    "id-merged in not_same_as": ("type: place\nname: Zed\nnot_same_as: [old-rome]\n", "type: place\nname: Zed\nnot_same_as: [rome]\n"),
    "self-merge": (person(top="merged: [zed, zod]\n"), person(top="merged: [zod]\n")),
    "not-folded": (
        person(
            "  - visited: rome\n    cite:\n      - src: news\n        quote: Ada visited Rome in 1840. Rome is old. Ada met Bob in Rome, and Bob liked her very much. Bob said: “I like Rome very much.”".replace(
                "1840. ", "1840. "
            )
        )
        .replace("quote: Ada", "quote: 'Ada")
        .replace("much.”", "much.”'"),
        person(
            "  - visited: rome\n    cite:\n      - src: news\n        quote: >-\n          Ada visited Rome in 1840. Rome is old. Ada met Bob in Rome, and Bob\n          liked her very much. Bob said: “I like Rome very much.”"
        ),
    ),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", MENDED)
def test_mended(name, end, kb):
    before, after = (each.replace("\n", end) for each in MENDED[name])
    folder = "places" if "place" in before.split(end)[0] else "people"
    put(kb, f"{folder}/zed.yml", before)
    rest = {path: raw for path, raw in snapshot(kb).items() if not path.endswith("zed.yml")}
    fix(kb, name.partition(" ")[0].rstrip(","))
    assert read(kb, f"{folder}/zed.yml") == after
    assert {path: raw for path, raw in snapshot(kb).items() if not path.endswith("zed.yml")} == rest
    assert fix(kb, name.partition(" ")[0].rstrip(",")).edited.changes == ()


LEFT = {
    "two names are as near": person("  - visited: rome\n    bount: 2", FACT.rstrip()),
    "the key is there already": person(top="summary: A.\nsumary: B.\n"),
    "a second property": person("  - visited: rome\n    mett: bob", FACT.rstrip()),
    "a key of another type": person(top="when: 1840\n"),
    "a misspelt inverse": person("  - visitd_by: rome", FACT.rstrip()),
    "two of a name": person("  - met: Robert", FACT.rstrip()),
    "a name of the wrong type": person("  - visited: Bob", FACT.rstrip()),
    "an id that is like another": person("  - visited: rame", FACT.rstrip()),
    "two values": person(top="name: Zod\n"),
    "a date of two readings": person("  - visited: rome\n    when: 03/04/2025", FACT.rstrip()),
    "a name with no value": "type: person\nname:\n",
    "a colon and a comment": person(top="summary: Ada: a life # no\n"),
    "a list and words": person(top="summary: [a] life\n"),
    "a date that may be two": person("  - visited: rome\n    when: 1840-2\n    until: 04.03.1841", FACT.rstrip()),
    "tabs in two ways": "type: person\nname: Zed\nnotes: |\n  a\n\tb\nfacts:\n\t- x\n  \t- y\n",
    "a quote": person("  - visited: rome\n    cite:\n      - src: news\n        quote: Ada visited Rom in 1840."),
    "a source": person("  - visited: rome\n    cite:\n      - src: nevs\n        quote: Ada visited Rome in 1840."),
    "an open quotation mark": person(top='summary: "Ada\n'),
    "a merge": person(top="<<<<<<< a\nsumary: A\n=======\nsummary: B: c\n>>>>>>> b\n"),
}


@pytest.mark.parametrize("name", LEFT)
def test_left_to_a_person(name, kb):
    put(kb, "people/bob.yml", "type: person\nname: Bob\naliases: [Robert]\n")
    put(kb, "people/bob-2.yml", "type: person\nname: Robert\nnot_same_as: [bob]\n")
    put(kb, "people/zed.yml", LEFT[name])
    before = snapshot(kb)
    found = fix(kb)
    assert snapshot(kb) == before
    assert any(each.severity is Severity.ERROR for each in found.left)


def test_an_inverse_moves_to_the_other_entity(kb):
    put(
        kb,
        "places/paris.yml",
        f"type: place\nname: Paris\nfacts:\n  # see the diary\n  - visited_by: [bob, eve]   # both\n    when: 1841\n{FACT}notes: x\n",
    )
    found = fix(kb)
    assert errors(kb) == []
    assert read(kb, "places/paris.yml") == "type: place\nname: Paris\nnotes: x\n"
    moved = f"  # see the diary\n  - visited: paris   # both\n    when: 1841\n{FACT}"
    assert read(kb, "people/eve.yml") == f"type: person\nname: Eve\nfacts:\n{moved}"
    assert "- visited: paris   # both\n" in read(kb, "people/bob.yml")
    assert found.edited.said == (
        "content/places/paris.yml:5:5: inverse-written: `visited_by` is written as `visited: paris` in content/people/bob.yml and content/people/eve.yml",
    )


def test_an_inverse_that_is_said_already_adds_its_citation(kb):
    put(
        kb,
        "places/rome.yml",
        FILES["places/rome.yml"]
        + "facts:\n  - visited_by: ada\n    when: 1840\n    cite:\n      - src: letter\n        quote: Ada visited Rome in the spring\n",
    )
    fix(kb)
    assert errors(kb) == []
    assert read(kb, "people/ada.yml") == ADA.replace(
        "        quote: Ada visited Rome in 1840.\n",
        "        quote: Ada visited Rome in 1840.\n      - src: letter\n        quote: Ada visited Rome in the spring\n",
    )


@pytest.mark.parametrize("value", ["nobody", "rome", "[bob, nobody]"])
def test_an_inverse_of_nobody_stays(value, kb):
    put(kb, "places/paris.yml", f"type: place\nname: Paris\nfacts:\n  - visited_by: {value}\n{FACT}")
    before = snapshot(kb)
    fix(kb)
    assert snapshot(kb) == before


def test_one_mend_uncovers_the_next(kb):
    put(kb, "people/Zed The 1st.yaml", "type: persn\nname: Zed: the first\nfacts:\n  - visted: Old Rome\n" + FACT.replace("src", "scr"))
    put(kb, "places/rome.yml", FILES["places/rome.yml"].replace("Roma", "Old Rome"))
    fix(kb)
    assert read(kb, "people/zed-the-1st.yml") == 'type: person\nname: "Zed: the first"\nfacts:\n  - visited: rome\n' + FACT
    assert errors(kb) == []


def test_a_file_moves_to_the_folder_that_its_facts_show(kb):
    put(kb, "places/zed.yml", person("  - visited: rome", FACT.rstrip()))
    put(kb, "places/zod.yml", person("  - located_in: rome", FACT.rstrip()))
    put(kb, "places/zid.yml", person())
    fix(kb)
    assert (kb.content / "people/zed.yml").exists()
    assert not (kb.content / "places/zed.yml").exists()
    assert (kb.content / "places/zod.yml").exists()
    assert (kb.content / "places/zid.yml").exists()


def test_quotes_are_mended_only_if_asked_for(kb):
    put(
        kb,
        "people/zed.yml",
        person(
            "  - visited: rome\n    cite:\n      - src: news   # p. 1\n        quote: >-\n          Ada met Bob in Rom, and Bob\n          liked her verry much."
        ),
    )
    assert fix(kb).edited.changes == ()
    fix(kb, quotes=True)
    assert read(kb, "people/zed.yml") == person(
        "  - visited: rome\n    cite:\n      - src: news   # p. 1\n        quote: >-\n          Ada met Bob in Rome, and Bob liked her very much."
    )


@pytest.mark.parametrize("quote", ["Bob loathed her very much indeed", "Rome is odd", "Ada visited Rom in 1840. [...] Rome was old"])
def test_quotes_that_may_mean_something_else_stay(quote, kb):
    put(kb, "people/zed.yml", person(f"  - visited: rome\n    cite:\n      - src: news\n        quote: '{quote}'"))
    assert fix(kb, quotes=True).edited.changes == ()


def test_a_fingerprint_is_noted(kb):
    put(kb, "articles/news.md", read(kb, "articles/news.md").replace("sha256", "# was: sha256"))
    fix(kb)
    assert errors(kb) == []
    head, _, body = read(kb, "articles/news.md").partition("---\n\n")
    assert body.startswith("Ada visited Rome")
    assert head.count("sha256: ") == 2


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_records_are_mended_and_words_are_not(mark, kb):
    before = read(kb, "articles/letter.md")
    put(
        kb,
        "articles/letter.md",
        mark + before.replace("title", "titel  ").replace("opinion", "'opinoin'   # ?") + "titel: genre: opinoin\n",
    )
    fix(kb, "unknown-key", "bad-value")
    assert (
        read(kb, "articles/letter.md")
        == mark + before.replace("title", "title  ").replace("opinion", "'opinion'   # ?") + "titel: genre: opinoin\n"
    )


def test_read_only_files_are_refused(kb):
    put(kb, "people/zed.yml", MENDED["unknown-key"][0])
    (kb.content / "people/zed.yml").chmod(0o444)
    refused(kb, "content/people/zed.yml is read-only", lambda each: mending.fix(each, mending.codes([])).edited)


def test_only_known_codes():
    assert mending.codes(["bad-date"], ["quote-not-found"]) == {"bad-date", "quote-not-found"}
    with pytest.raises(SourcebookError, match="Did you mean `bad-date`"):
        mending.codes(["bad-dat"])
    with pytest.raises(SourcebookError, match="needs a person: `sourcebook explain date-order`"):
        mending.codes(["date-order"])


def test_on_the_command_line(kb):
    put(kb, "people/zed.yml", MENDED["unknown-key"][0] + "foo: bar\n")
    done = run_cli("fix", cwd=kb.root)
    assert done.stdout == "content/people/zed.yml:3:1: unknown-key: `sumary` is now `summary`\n"
    assert "left: content/people/zed.yml:4:1: unknown-key: There is no key `foo` in the entity\n" in done.stderr
    assert done.returncode == 1
    put(kb, "people/zed.yml", person())
    done = run_cli("fix", cwd=kb.root)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("Nothing to mend.")


def test_what_is_wrong_in_a_page_is_left(kb):
    (kb.content / "pages").mkdir(exist_ok=True)
    put(kb, "pages/about.md", "# About\n\n[[nobody]]\n")
    assert [str(each.place) for each in fix(kb).left if each.severity is Severity.ERROR] == ["content/pages/about.md:3:1"]
