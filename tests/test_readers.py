"""What readers meet in lists, counts, previews and quotations, in whatever script."""

import json
import re
from hashlib import sha256

import pytest

from sourcebook.model.history import History
from sourcebook.project import Project, load_checked
from sourcebook.publishing import supply
from sourcebook.site.supply import texts

ARTICLES = {
    "old": ("title: A treaty\nissued: 2019-05\n", "Ada Lovelace, the ambassador, visited Rome. “Rome is old, she said. It is."),
    "new": ("title: Émigrés\nissued: 2024-01-02\n", "Ambassador Ada Lovelace visited Rome."),
    "undated": ("title: About\n", "Rome is a city in Italy."),
    "arabic": ("title: زيارة\nissued: 2021\nlanguage: ar\n", "وصلت آدا لوفليس إلى Rome يوم الثلاثاء."),
}
ADA = """
type: person
name: Ada Lovelace
auto: rules@1
aliases: [آدا لوفليس @ar]
facts:
  - position: ambassador
    auto: rules@1
    cite: [{src: old, quote: "Ada Lovelace, the ambassador, visited Rome."}]
  - position: Ambassador
    auto: rules@1
    cite: [{src: new, quote: Ambassador Ada Lovelace visited Rome.}]
  - visited: rome
    auto: rules@1
    when: 2019-05?
    cite: [{src: old, quote: "Ada Lovelace, the ambassador, visited Rome."}]
  - visited: rome
    auto: rules@1
    when: 2019-05?
    cite: [{src: new, quote: Ambassador Ada Lovelace visited Rome.}]
  - visited: milan
    auto: rules@1
    cite: [{src: new, stance: plan, quote: Ambassador Ada Lovelace visited Rome.}]
  - said: "“Rome is old, she said."
    cite: [{src: old, quote: "“Rome is old, she said."}]
"""
ENTITIES = {
    "people/ada": ADA,
    "people/ebba": "type: person\nname: Ebba\nfacts:\n  - position: poet\n    auto: rules@1\n    cite: [{src: undated, quote: Rome is a city}]\n",
    "people/eugene": "type: person\nname: Élodie\nsummary: A painter.\n",
    "people/zoe": "type: person\nname: “Zoë” the Younger\n",
    "places/rome": "type: place\nname: Rome\nkind: city\nfacts:\n  - located_in: italy\n    cite: [{src: undated, quote: Rome is a city in Italy.}]\n",
    "places/milan": "type: place\nname: Milan\nfacts:\n  - located_in: italy\n    cite: [{src: arabic, quote: يوم الثلاثاء}]\n",
    "places/italy": "type: place\nname: Italy\n",
    **{f"organizations/{name}": f"type: organization\nname: Club {name.title()}\n" for name in ("one", "two", "three")},
    "agreements/pact": "type: agreement\nname: Pact\nkind: treaty\nwhen: 1868\nfacts:\n  - party: [one, two]\n    cite: [{src: undated, quote: Rome is a city}]\n",
    "events/talks": "type: event\nname: Talks\nfacts:\n  - participant: [one, two, three]\n    cite: [{src: undated, quote: Rome is a city}]\n",
    "areas/oil": "type: area\nname: Oil\nfacts:\n  - broader: gas\n    cite: [{src: undated, quote: Rome is a city}]\n",
    "areas/gas": "type: area\nname: Gas\nfacts:\n  - partner: one\n    cite: [{src: undated, quote: Rome is a city}]\n",
}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readers")
    for name, (record, words) in ARTICLES.items():
        path = folder / f"content/articles/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        seal = f"sha256: {sha256(words.encode()).hexdigest()}"
        path.write_text(f"---\ngenre: news\n{record}{seal}\n---\n{words}", encoding="utf-8")
    for name, text in ENTITIES.items():
        path = folder / f"content/{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    project = Project(folder)
    assert [each for each in load_checked(project)[1] if each.severity == "error"] == []
    return {uri: text for each in supply(project, history=History()).planned for uri, text in texts(each)}


def rows(files, uri):
    return re.findall(r'<tr><th scope="row">.*?<bdi>(.*?)</bdi>', files[uri])


def test_what_several_articles_tell_is_one_fact_wherever_facts_are_counted(files):
    assert "</span> 5 facts, 3 mentions" in files["people/ada.md"]
    assert "</span> 2 facts" in files["places/rome.md"]
    assert "<td>5</td><td>3</td></tr>" in files["people/index.md"]
    assert "<strong>15</strong> facts" in files["index.md"]
    assert files["timeline.md"].count(">visited<") == 1
    assert "supports 1 fact<" in files["feed.xml"]


def test_names_are_in_order_whatever_marks_they_have(files):
    assert rows(files, "people/index.md") == ["Ada Lovelace", "Ebba", "Élodie", "“Zoë” the Younger"]


def test_articles_are_listed_newest_first_and_without_a_date_last(files):
    assert rows(files, "articles/index.md") == ["Émigrés", "زيارة", "A treaty", "About"]


def test_a_thing_without_a_summary_is_described_by_what_is_held_of_it(files):
    script = files["assets/data/names-0.js"] + files["assets/data/names-1.js"]
    found = {row[0]: row[4] for part in re.findall(r'"names",(.*),\d+\);', script) for row in json.loads(part)}
    assert found["ada"] == "Ambassador; visited Rome", "what is planned is not said as if it were so"
    assert found["ebba"] == "", "what nobody reviewed is not said of what somebody did"
    assert found["eugene"] == "A painter."
    assert found["rome"] == "city; located in Italy"
    assert found["arabic"] == "news, 2021"
    assert found["pact"] == "treaty, 1868; with Club One and Club Two"
    assert found["talks"] == "with Club One, Club Two and others"
    assert (found["gas"], found["oil"]) == ("with Club One", "broader area: Gas")


def test_what_only_describes_a_thing_does_not_find_it(files):
    (found,) = (text for uri, text in files.items() if uri.startswith("assets/data/find/") and '"rome"' in text)
    names, facts = json.loads(re.search(r'"rome":(\[\[.*?\](?:,\[.*?\])?\])', found)[1])
    assert len(names) == 1
    assert facts


def test_marks_that_a_quotation_brings_are_not_doubled(files):
    page = files["people/ada.md"]
    assert '<p dir="auto" data-open="">“Rome is old, she said.</p>' in page
    assert "““" not in page + files["articles/old.md"]


def test_dates_in_brackets_have_none(files):
    assert re.search(r'"sb-qualifiers">\(<time datetime="2019-05">May 2019, uncertain</time>\)', files["people/ada.md"])


def test_what_stands_between_paragraphs_runs_as_the_site_does(files):
    page = files["articles/arabic.md"]
    assert '<div class="sb-article"><p lang="ar" dir="rtl">' in page
    assert '<p dir="ltr">' in files["articles/new.md"]
    assert '<li><bdi lang="ar">وصلت <mark>' in files["people/ada.md"]


def test_of_people_alone_one_chooses_the_word_of_the_name_that_counts(files):
    assert 'aria-sort="ascending" data-sb-names>Name' in files["people/index.md"]
    assert 'aria-sort="ascending">Name' in files["places/index.md"]
