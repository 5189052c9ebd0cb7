"""What readers get to see of facts: how sources put them, each once, from which article, and in lists that can be searched and sorted."""

import hashlib
import json
import re

import pytest

from sourcebook.model.dates import parse_date
from sourcebook.model.history import History
from sourcebook.model.knowledge import KnowledgeBase, Settings
from sourcebook.model.quality import single_source
from sourcebook.project import Project, load
from sourcebook.publishing import supply
from sourcebook.render.words import date_words
from sourcebook.site.supply import texts
from sourcebook.store.schemas import built_in_schema

ONE = (
    "Ada Byron visited Rome. Critics say that Ada Byron met Bob Hale in Rome. Bob Hale denied that he met Cy Low."
    " “I came to Rome because the archives there hold the drawings of the first engine, and nobody has looked at them,” Ada Byron said."
)
TWO = "The traveller Ada Byron visited Rome. Ada Byron, the writer, will visit Oslo."
MARKED = "# Talks in Oslo\n\nAda Byron spoke. She left.\n\n## What came next\n\nNothing, #nothing at all."
FILES = {
    "articles/marked.md": f"---\ngenre: news\nsha256: {{sum}}\n---\n{MARKED}",
    "articles/one.md": f"---\ntitle: The first engine\npublisher: The Post\ngenre: news\nissued: 1840-05-02\nsha256: {{sum}}\n---\n{ONE}",
    "articles/two.md": f"---\ntitle: Journeys\nauthor: Cy Low\ngenre: news\nsha256: {{sum}}\n---\n{TWO}",
    "people/ada.yml": f"""type: person
name: Ada Byron
auto: rules@1
facts:
- position: traveller
  auto: rules@1
  cite:
  - {{src: two, stance: opinion, quote: The traveller Ada Byron}}
- visited: rome
  auto: rules@1
  cite:
  - {{src: one, quote: Ada Byron visited Rome}}
- visited: rome
  auto: rules@1
  cite:
  - {{src: two, quote: The traveller Ada Byron visited Rome}}
- visited: oslo
  auto: rules@1
  cite:
  - {{src: two, stance: plan, quote: 'Ada Byron, the writer, will visit Oslo'}}
- met: bob
  when: 1840
  auto: rules@1
  cite:
  - {{src: one, stance: claim, quote: Ada Byron met Bob Hale in Rome}}
- said: {json.dumps(ONE.partition("“")[2].partition("”")[0])}
  auto: rules@1
  cite:
  - {{src: one, by: ada, quote: {json.dumps(ONE.partition("“")[2].partition("”")[0])}}}
""",
    "people/bob.yml": """type: person
name: Bob Hale
facts:
- met: cy
  when: 1841
  cite:
  - {src: one, stance: denial, quote: Bob Hale denied that he met Cy Low}
""",
    "people/cy.yml": """type: person
name: Cy Low
facts:
- visited: rome
  when: 1841
  cite:
  - {src: one, stance: denial, quote: Bob Hale denied that he met Cy Low}
""",
    "people/dee.yml": """type: person
name: Dee Orr
facts:
- position: Envoy
  of: oslo
  status: former
  cite:
  - {src: two, quote: 'Ada Byron, the writer, will visit Oslo'}
""",
    "areas/fishing.yml": """type: area
name: Fishing
facts:
- partner: oslo
  status: planned
  cite:
  - {src: two, stance: plan, quote: 'Ada Byron, the writer, will visit Oslo'}
- partner: rome
  status: active
  cite:
  - {src: one, quote: Ada Byron visited Rome}
""",
    "places/rome.yml": "type: place\nname: Rome\naliases: [Roma]\nmentioned_as: [Romans]\n",
    "places/oslo.yml": "type: place\nname: Oslo\n",
    "events/gathering.yml": """type: event
name: Gathering
kind: other
mentioned_as: [the talks, EAG]
facts:
- participant: bob
  cite:
  - {src: one, stance: denial, quote: Bob Hale denied that he met Cy Low}
- participant: cy
  rank: deprecated
  why: Another source knows better.
  cite:
  - {src: one, quote: Bob Hale denied that he met Cy Low}
""",
    "sourcebook.yml": "title: Travels\nrepository: https://git.example.org/kb\n",
}


def write(folder):
    """Writes the files of the travels."""
    for name, words in FILES.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            words.replace("{sum}", hashlib.sha256({"one": ONE, "two": TWO, "marked": MARKED}.get(path.stem, "").encode()).hexdigest())
        )


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("travels")
    write(folder)
    return Project(folder), load(Project(folder))


@pytest.fixture(scope="module")
def pages(loaded):
    given = supply(*loaded, history=History())
    made = {uri: text for each in given.planned for uri, text in texts(each)}
    return {**made, **{uri: words.decode() for uri, words in given.assets.items() if uri.endswith(".js")}}


def rows(page, property_):
    """The items of the lists in which a fact of some property stands, without markup."""
    return [re.sub("<[^>]+>", "", each) for each in re.findall(r"<li>.*?</li>", page) if f">{property_}<" in each]


def section(page, heading):
    return re.search(rf"^### {heading}$(.*?)(?=^##|\Z)", page, re.DOTALL | re.MULTILINE)[1]


def test_the_travels_are_in_order(loaded):
    assert [each for each in loaded[1][1] if each.severity == "error"] == []


def test_what_several_articles_say_is_told_once_above_the_words_of_each(pages):
    ada = pages["people/ada.md"]
    visits = section(ada, "Visited")
    assert visits.count("Rome</bdi>") == 1
    assert visits.index("Ada Byron visited Rome") < visits.index("The traveller Ada Byron visited Rome")
    names = re.findall(r'<li id="(f-[0-9a-f]+)"', ada)
    assert len(names) == len(set(names)) == 5


def test_what_is_reviewed_in_part_is_told_twice_under_one_address(tmp_path):
    write(tmp_path)
    path = tmp_path / "content/people/ada.yml"
    path.write_text(path.read_text().replace("- visited: rome\n  auto: rules@1\n", "- visited: rome\n", 1))
    given = supply(Project(tmp_path), history=History())
    ada = next(text for each in given.planned for uri, text in texts(each) if uri == "people/ada.md")
    visits = section(ada, "Visited")
    assert visits.count("Rome</bdi>") == 2
    assert len(set(re.findall(r' id="(f-[0-9a-f]+)"', visits))) == len(re.findall(r' id="f-', visits)) == 2


def test_what_several_articles_say_rests_on_more_than_one_source(loaded):
    number, facts = single_source(loaded[1][0])
    shown = [(each.subject, each.property, getattr(each.value, "text", "")[:4]) for each in facts]
    assert ("ada", "visited", "rome") not in shown
    assert ("ada", "visited", "oslo") in shown
    assert len(shown) == number


def test_what_is_no_plain_fact_says_so_where_its_words_are_out_of_sight(pages):
    assert re.search(r">Oslo</bdi></a> <span class=\"sb-mark\">stated as a plan or intention</span>", pages["people/index.md"])
    box = pages["events/gathering.md"].partition("sb-infobox")[2].partition("## ")[0]
    assert 'Bob Hale</bdi></a> <span class="sb-mark">denied</span>' in box
    assert "Cy Low" not in box
    assert [each for each in rows(pages["people/bob.md"], "met") if "Ada" in each and "stated as a claim" in each]
    assert [each for each in rows(pages["timeline.md"], "met") if "Cy Low denied" in each]
    assert [each for each in rows(pages["articles/one.md"], "participant") if "Bob Hale denied" in each]
    assert [each for each in rows(pages["articles/one.md"], "participant") if "Cy Low deprecated" in each]


def test_what_is_over_or_to_come_says_so_where_only_its_value_stands(pages):
    box = {
        name: pages[f"{name}.md"].partition("sb-infobox")[2].partition("## ")[0] for name in ("people/dee", "places/oslo", "places/rome")
    }
    assert re.search(r"Envoy</bdi> <small>\(of <a [^>]*><bdi>Oslo</bdi></a>; former\)</small></span>", box["people/dee"])
    assert re.search(r">Envoy</bdi> <span class=\"sb-mark\">former</span>", pages["people/index.md"])
    assert re.search(r">Fishing</bdi></a> <small>\(planned\)</small></span>", box["places/oslo"])
    assert re.search(r">Fishing</bdi></a></span>", box["places/rome"])
    named = {row[0]: row[4] for row in json.loads(pages["assets/data/names-0.js"].partition('("names",')[2].rpartition(",")[0])}
    assert named["dee"] == "Envoy (former)"


def test_a_denial_says_so_beside_what_it_denies(pages):
    assert '<span class="sb-mark">denied</span>' in section(pages["people/bob.md"], "Met").partition("<blockquote")[0]


@pytest.mark.parametrize("facts", ["one", "two"])
def test_what_one_source_denies_and_another_states_is_neither_denied_nor_plain(tmp_path, facts):
    """However it is written down: as a fact with both citations, or as two facts."""
    write(tmp_path)
    path = tmp_path / "content/events/gathering.yml"
    stated = "  - {src: two, stance: fact, quote: 'Ada Byron, the writer, will visit Oslo'}\n"
    denied = "  - {src: one, stance: denial, quote: Bob Hale denied that he met Cy Low}\n"
    again = "" if facts == "one" else "- participant: bob\n  cite:\n"
    path.write_text(path.read_text().replace(denied, denied + again + stated))
    given = supply(Project(tmp_path), history=History())
    page = next(text for each in given.planned for uri, text in texts(each) if uri == "events/gathering.md")
    box = page.partition("sb-infobox")[2].partition("## ")[0]
    told = section(page, "Participant").partition("<blockquote")[0]
    for where in (box, told):
        assert where.count("Bob Hale</bdi>") == where.count('<span class="sb-mark">also denied</span>') == 1
        assert '<span class="sb-mark">denied</span>' not in where


def test_files_of_facts_say_how_a_fact_is_put(pages):
    found = [
        row for row in json.loads(pages["assets/data/facts-0.js"].partition('("facts",')[2].rpartition(",")[0]) if row[0] in {"ada", "bob"}
    ]
    put = {(row[0], row[2]): row[7:] for row in found}
    assert put["ada", "rome"] == [1]
    assert put["ada", "oslo"] == [1, "stated as a plan or intention"]
    assert put["bob", "cy"] == [0, "denied"]


def test_what_texts_call_something_is_looked_for_unless_it_could_be_anything(pages):
    named = {row[0]: row[3] for row in json.loads(pages["assets/data/names-0.js"].partition('("names",')[2].rpartition(",")[0])}
    assert named["rome"] == "Roma\nRomans"
    assert named["gathering"] == "EAG"


def test_what_is_of_one_day_stands_below_it_once(pages):
    days = re.search(r"sb-timeline.*?</ol>", pages["people/cy.md"], re.DOTALL)
    assert days
    assert len(re.findall("<li>", days[0])) == 2
    assert len(re.findall("<time", days[0])) == 1


def test_who_says_it_comes_with_the_day_and_the_name_of_the_article(pages):
    visits = section(pages["people/ada.md"], "Visited")
    assert re.search(r"The Post</bdi> \(news\), <time datetime=\"1840-05-02\">2 May 1840</time>: stated as fact", visits)
    assert re.search(r'title="The first engine">Show in the article', visits)
    assert re.search(r"Cy Low</bdi> \(news\): stated as fact", visits)


def test_lists_show_the_beginning_of_what_somebody_said(pages):
    said = rows(pages["articles/one.md"], "said")
    assert said == [
        "Sentence 4: Ada Byron said “I came to Rome because the archives there hold the drawings of the first…” not yet reviewed"
    ]
    assert "nobody has looked at them" in section(pages["people/ada.md"], "Said")


def test_a_box_in_which_nobody_reviewed_anything_says_so_once(pages):
    box = pages["people/ada.md"].partition("sb-infobox")[2].partition("## ")[0]
    assert box.count("not yet reviewed") == 1
    assert "not yet reviewed" not in pages["people/bob.md"].partition("sb-infobox")[2].partition("## ")[0]


def test_a_box_tells_an_office_once_with_what_is_known_of_it(tmp_path):
    """Below, each fact stands above its own words; what somebody has reviewed is not passed over."""
    write(tmp_path)
    offices = (
        ("writer", "", True),
        ("Writer", "of: rome", True),
        ("Writer", "", True),
        ("writer", "status: former", True),
        ("Guest", "of: oslo", True),
        ("guest", "", False),
    )
    facts = "".join(
        f"- position: {name}\n"
        + (f"  {beside}\n" if beside else "")
        + ("  auto: rules@1\n" if auto else "")
        + "  cite:\n  - {src: two, quote: 'Ada Byron, the writer, will visit Oslo'}\n"
        for name, beside, auto in offices
    )
    (tmp_path / "content/people/eve.yml").write_text(f"type: person\nname: Eve Low\nfacts:\n{facts}")
    given = supply(Project(tmp_path), history=History())
    page = next(text for each in given.planned for uri, text in texts(each) if uri == "people/eve.md")
    box = page.partition("sb-infobox")[2].partition("## ")[0]
    shown = [re.sub("<[^>]+>", "", each) for each in re.findall(r"<div><span>(.*?)<a class=\"sb-why\"", box)]
    assert shown == [
        "Writer (of Rome) not yet reviewed",
        "writer (former) not yet reviewed",
        "Guest (of Oslo) not yet reviewed",
        "guest",
    ]
    assert len(re.findall(r"(?i)>writer</bdi>", section(page, "Position"))) == 4


def test_a_kind_that_says_nothing_is_not_shown(pages):
    assert ">other<" not in pages["events/gathering.md"]


def test_headings_of_markdown_are_headings_and_the_first_is_the_title(pages):
    page = pages["articles/marked.md"]
    assert 'title: "Talks in Oslo"' in page
    headings = [re.sub(r"<[^>]+>", "", each) for each in re.findall(r'<h2 class="sb-heading"[^>]*>(.*?)</h2>', page)]
    assert headings == ["Talks in Oslo", "What came next"]
    sentences = [re.sub(r"<[^>]+>", "", each) for each in re.findall(r'class="sb-sentence">(.*?)</span>', page)]
    assert sentences == ["Talks in Oslo", "Ada Byron spoke.", "She left.", "What came next", "Nothing, &#35;nothing at all."]


def test_a_date_that_is_no_day_can_be_sorted():
    shown = KnowledgeBase(schema=built_in_schema(), entities=(), articles=(), settings=Settings(title=""))
    for written, first in (("1840/1842", "1840-01-01"), ("../1842", "1842-12-31"), ("184X", "1840-01-01")):
        assert f'data-first="{first}"' in date_words(shown, parse_date(written))
    assert "data-first" not in date_words(shown, parse_date("1840-05"))
