"""The site in Chromium: from the disk, without a network; hostile words in every field stay words."""

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from tests.chromium import find
from tests.synthetic import write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    "index",
    "people/min-aung-hlaing",
    "people/index",
    "places/index",
    "places/russia",
    "organizations/state-duma",
    "events/visit-of-min-aung-hlaing-to-russia-2025",
    "areas/energy",
    "articles/muratshina-2025",
    "articles/geonames",
    "articles/index",
    "agreements/joint-statement-of-the-leaders",
    "open-questions",
    "timeline",
    "map",
    "graph",
    "connections",
    "changes",
    "about",
)
HARD = (
    "people/person-0",
    "people/person-1",
    "people/person-4",
    "people/person-5",
    "people/nobody",
    "events/gathering",
    "places/city-0",
    "places/city-2",
    "ships/ship-0",
    "ships/index",
    "map",
    "open-questions",
    "index",
)
AXE = (ROOT / "tests/vendor/axe-core-4.10.3/axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
ATTACK = """</title><script>window.ran=1</script><img src=x onerror="window.ran=1"> [x](javascript:window.ran=1) `{{7*7}}` {: onclick=window.ran=1 } | *b* [^1]"""


def build(folder, out="site"):
    # Of repositories on GitHub, Material's script would count the stars.
    environment = {**os.environ, "REPO_URL": "https://github.com/example/myanmar"}
    command = [sys.executable, "-c", "from sourcebook.cli import main; main()", "build", "-d", out]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return folder / out


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("browser")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return build(folder)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


def open_page(chromium, path, **options):
    """A page from the disk; every request to another host is noted and refused."""
    context = chromium.new_context(viewport={"width": options.pop("width", 1280), "height": 900}, **options)
    page = context.new_page()
    page.foreign, page.errors = [], []
    page.on("request", lambda request: page.foreign.append(request.url) if request.url.startswith("http") else None)
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.route("http*://**", lambda route: route.abort())
    page.goto(path.as_uri())
    return page


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory):
    """Some 700 made-up entities with hard names, of which the people are listed on two pages, and two articles that disagree."""
    folder = tmp_path_factory.mktemp("synthetic")
    write(folder, people=450)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return build(folder)


def fits(page, width):
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.foreign == []
    assert page.errors == []
    assert page.locator("h1").count() == 1
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), each => each.id)")
    assert len(ids) == len(set(ids)), [each for each in ids if ids.count(each) > 1]
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]] == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
@pytest.mark.parametrize("name", PAGES)
def test_page_fits_asks_nobody_and_is_accessible(chromium, site, name, width, scheme):
    page = open_page(chromium, site / f"{name}.html", width=width, color_scheme=scheme)
    fits(page, width)
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", HARD)
def test_hard_names_and_many_values_fit(chromium, synthetic, name, width):
    page = open_page(chromium, synthetic / f"{name}.html", width=width)
    fits(page, width)
    page.context.close()


@pytest.mark.parametrize("name", ["people/min-aung-hlaing", "articles/muratshina-2025", "map", "places/russia", "graph"])
def test_printed_on_paper_nothing_is_cut(chromium, site, name):
    page = open_page(chromium, site / f"{name}.html", width=740)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 740
    assert page.locator(".sb-tools:visible, .sb-button:visible, .sb-filter:visible, .md-header:visible").count() == 0
    cut = page.evaluate(
        "Array.from(document.querySelectorAll('.md-typeset *')).filter(each => each.scrollWidth > each.clientWidth + 4 && getComputedStyle(each).overflowX !== 'visible' && each.clientWidth).map(each => each.className)"
    )
    assert cut == []
    page.context.close()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("timeline", "February 2021"),
        ("graph", "diplomatic relations with"),
        ("map", "Saint Petersburg"),
        ("connections", "needs JavaScript"),
    ],
)
def test_whole_pages_need_no_javascript(chromium, site, name, words):
    page = open_page(chromium, site / f"{name}.html", java_script_enabled=False)
    assert words in page.locator("article").inner_text()
    assert name != "map" or page.locator(".sb-world svg circle").count() > 10
    page.context.close()


def test_jump_by_name_alias_and_transliteration_with_the_keyboard(chromium, synthetic):
    page = open_page(chromium, synthetic / "index.html")
    for typed, found in (("Ada Lavleys", "person-0"), ("shantian", "person-2"), ("I3T", "body-3"), ("angstrom", "person-4")):
        page.keyboard.press("Control+k")
        page.locator(".sb-jump input").fill("")
        page.locator(".sb-jump input").press_sequentially(typed)
        first = page.locator(".sb-results[aria-busy=false] [aria-selected=true]")
        assert f"{found}.html" in first.get_attribute("href"), typed
        page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.locator(".sb-jump input").fill("angstrom")
    page.keyboard.press("Enter")  # at once, before anything is found
    page.wait_for_url("**/person-4.html")
    page.keyboard.press("Control+k")
    page.locator(".sb-jump input").fill("ship crew 27")
    page.locator(".sb-results[aria-busy=false] .sb-group", has_text="Facts").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ships/ship-*.html#f-*")
    page.keyboard.press("Control+k")
    page.locator(".sb-jump input").fill("they say that crew of 27")
    page.locator(".sb-group", has_text="In the texts").wait_for()
    assert "crew" in page.locator(".sb-results mark").all_inner_texts()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/second.html#s*")
    page.context.close()


def test_who_bears_the_very_name_or_acronym_comes_first(chromium, example):
    (example / "content/people/eartha.yml").write_text("type: person\nname: Eaeua Bell\n")
    page = open_page(chromium, build(example) / "index.html")
    page.keyboard.press("Control+k")
    page.locator(".sb-jump input").press_sequentially("EAEU")
    first = page.locator(".sb-results[aria-busy=false] [aria-selected=true]")
    assert first.inner_text().splitlines() == ["Eurasian Economic Union", "EAEU"]
    assert page.get_by_role("option", name="Eaeua Bell").count() == 1
    page.context.close()


def test_where_there_is_no_page_its_name_is_looked_for(chromium, site):
    class Lost(SimpleHTTPRequestHandler):
        def send_error(self, code, *_):
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write((site / "404.html").read_bytes())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Lost, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = chromium.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/people/volodin-vyacheslav.html")
    page.get_by_role("button", name="Search everything").click()
    page.get_by_role("option", name="Vyacheslav Volodin").first.wait_for()
    page.close()
    server.shutdown()


def test_the_quote_on_hover(chromium, site):
    page = open_page(chromium, site / "people/vyacheslav-volodin.html")
    mark = page.locator(".sb-why").first
    mark.hover()
    page.locator("#sb-card").wait_for()
    assert "Speaker of the State Duma" in page.locator("#sb-card").inner_text()
    assert mark.get_attribute("aria-describedby") == "sb-card"
    page.keyboard.press("Escape")
    assert not page.locator("#sb-card").is_visible()
    page.goto((site / "articles/muratshina-2025.html").as_uri())
    page.locator(".sb-article a").nth(3).focus()
    page.locator("#sb-card").wait_for()
    assert page.locator("#sb-card strong").inner_text()
    page.context.close()


def test_nothing_is_fetched_that_a_page_does_not_need(chromium, site):
    """From the disk it could not be, and each page would say so in the console."""
    page = open_page(chromium, site / "index.html")
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((site / "people/sergei-shoigu.html").as_uri())
    page.locator(".sb-jump-button").wait_for()
    page.wait_for_timeout(300)
    assert [each for each in asked if each.endswith(".xml")] == []
    assert said == []
    assert page.locator("link[rel~=alternate][type='application/atom+xml']").count() == 1
    page.context.close()


def test_page_and_article_side_by_side(chromium, site):
    page = open_page(chromium, site / "people/sergei-shoigu.html")
    page.get_by_role("button", name="Read beside the article").click()
    frame = page.frame_locator(".sb-pane iframe")
    frame.locator(".sb-sentence:target").wait_for()
    assert "Shoigu" in frame.locator(".sb-sentence:target").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.get_by_role("button", name="Close").click()
    assert not page.locator(".sb-pane").is_visible()
    page.context.close()


def test_the_tools_of_a_fact_take_no_room_until_it_is_pointed_at(chromium, site):
    page = open_page(chromium, site / "people/min-aung-hlaing.html")
    page.set_viewport_size({"width": 430, "height": 900})
    heights = "[...document.querySelectorAll('.sb-fact')].map(each => each.offsetHeight)"
    fact = page.locator(".sb-fact[id]").nth(3)
    shown = "each => getComputedStyle(each).opacity + getComputedStyle(each).pointerEvents"
    before = page.evaluate(heights)
    assert fact.locator(".sb-tools").evaluate(shown) == "0none"
    fact.hover()
    assert fact.locator(".sb-tools").evaluate(shown) == "1auto"
    assert page.evaluate(heights) == before
    page.mouse.move(0, 0)
    fact.locator(".sb-perma").focus()
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.matches('.sb-tools .sb-button')"):
        page.keyboard.press("Tab")
    assert fact.locator(".sb-tools").evaluate(shown) == "1auto"
    page.evaluate("document.querySelectorAll('.sb-tools').forEach(each => each.remove())")
    assert page.evaluate(heights) == before


def test_a_fact_is_cited_with_its_words_and_address(chromium, site):
    page = open_page(chromium, site / "people/maxim-reshetnikov.html")
    page.evaluate(
        "navigator.clipboard && Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => { window.copied = text; return Promise.resolve(); }}})"
    )
    fact = page.locator(".sb-fact[id]").first
    fact.hover()
    fact.get_by_role("button", name="Cite").click()
    page.get_by_text("Copied").wait_for()
    text = page.evaluate("window.copied")
    assert text.startswith("Maxim Reshetnikov – ")
    assert "Ksenia Muratshina (opinion)" in text
    assert text.rstrip().endswith(f"people/maxim-reshetnikov.html#{fact.get_attribute('id')}")
    assert (
        fact.get_by_role("link", name="Mend")
        .get_attribute("href")
        .startswith("https://git.example.org/sourcebook/blob/main/content/people/maxim-reshetnikov.yml#L")
    )
    page.context.close()


def test_how_two_are_connected(chromium, site):
    page = open_page(chromium, site / "connections.html")
    page.get_by_label("From", exact=True).fill("Shoigu")
    page.get_by_label("To", exact=True).fill("Novosibirsk")
    page.get_by_role("button", name="Show", exact=True).click()
    page.locator(".sb-way li").first.wait_for()
    steps = page.locator(".sb-way li").all_inner_texts()
    assert len(steps) >= 2
    article = (ROOT / "content/articles/muratshina-2025.md").read_text()
    for quote in page.locator(".sb-way q").all_inner_texts():
        assert all(part.strip(" …“”") in article for part in quote.split("[...]"))
    assert page.url.endswith("#sergei-shoigu,novosibirsk")
    page.context.close()


def test_what_changed_since_the_last_visit(chromium, example):
    built = build(example)
    page = open_page(chromium, built / "changes.html")
    page.get_by_text("This is your first visit").wait_for()
    path = example / "content/people/sergei-shoigu.yml"
    path.write_text(
        path.read_text()
        + "  - affiliation: state-duma\n    cite:\n      - src: muratshina-2025\n        quote: Defence Minister Sergei Shoigu\n"
    )
    build(example)
    page.reload()
    page.get_by_text("New facts: 1").wait_for()
    assert "Sergei Shoigu affiliation State Duma" in page.locator("[data-sb-changes] li").inner_text().replace("\n", " ")
    page.reload()
    page.get_by_text("Nothing changed").wait_for()
    page.context.close()


def test_types_are_switched_off_in_the_article(chromium, site):
    page = open_page(chromium, site / "articles/muratshina-2025.html")
    link = page.locator(".sb-article .sb-place").first
    assert link.evaluate("each => getComputedStyle(each).textDecorationLine") == "underline"
    page.get_by_label("Places").uncheck()
    assert link.evaluate("each => getComputedStyle(each).textDecorationLine") == "none"
    page.context.close()


def test_a_renamed_page_keeps_the_anchor(chromium, example):
    path = example / "content/people/maxim-reshetnikov.yml"
    path.write_text(path.read_text() + "merged: [m-reshetnikov]\n")
    built = build(example)
    page = open_page(chromium, built / "people/m-reshetnikov.html")
    page.goto((built / "people/m-reshetnikov.html").as_uri() + "#f-12345678")
    page.wait_for_url("**/people/maxim-reshetnikov.html#f-12345678")
    page.context.close()


def test_the_graph_is_drawn(chromium, site):
    page = open_page(chromium, site / "graph.html")
    page.locator("[data-sb-graph] canvas").wait_for()
    assert page.errors == []
    page.context.close()


def test_right_to_left(chromium, example):
    path = example / "content/sourcebook.yml"
    path.write_text(path.read_text() + "language: fa\n")
    built = build(example)
    for name in ("people/min-aung-hlaing", "index", "map"):
        for width in (1280, 390):
            page = open_page(chromium, built / f"{name}.html", width=width)
            page.locator(".sb-jump-button", has_text="جستجو").wait_for()
            assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
            fits(page, width)
            page.context.close()


@pytest.fixture
def below(site, tmp_path):
    """The site on a web server, below a folder."""
    (tmp_path / "some").mkdir()
    (tmp_path / "some/where").symlink_to(site)
    handler = partial(Quiet, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/where"
    server.shutdown()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def test_below_a_folder_of_a_web_server(chromium, below):
    context = chromium.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: asked.append(f"failed {request.url}"))
    page.goto(f"{below}/people/min-aung-hlaing.html")
    page.keyboard.press("Control+k")
    page.locator(".sb-jump input").press_sequentially("Mishustin")
    page.locator(".sb-results [aria-selected=true]").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/mikhail-mishustin.html")
    page.locator(".sb-evidence .sb-show").first.click()
    page.wait_for_url("**/articles/muratshina-2025.html*")
    assert [each for each in asked if not each.startswith(below)] == []
    context.close()


def test_without_javascript_the_facts_are_there(chromium, site):
    page = open_page(chromium, site / "people/min-aung-hlaing.html", java_script_enabled=False)
    text = page.locator("article").inner_text()
    assert "at least 11 times" in text
    assert "Ksenia Muratshina (opinion)" in text
    assert "Victory will be yours" in text
    page.context.close()


def test_a_fact_leads_to_its_sentence(chromium, site):
    page = open_page(chromium, site / "people/maxim-reshetnikov.html")
    page.locator(".sb-evidence .sb-show").first.click()
    page.wait_for_url("**/muratshina-2025.html*")
    number = page.url.partition("#")[2].partition(":")[0]
    sentence = page.locator(f"#{number}")
    assert "Maxim Reshetnikov" in sentence.inner_text()
    assert sentence.evaluate("each => each.getBoundingClientRect().top < innerHeight && each.getBoundingClientRect().bottom > 0")
    page.context.close()


def test_tables_are_filtered_and_sorted(chromium, site):
    page = open_page(chromium, site / "places/index.html")
    rows = page.locator(".sb-table tbody tr:visible")
    assert rows.count() > 15
    page.locator(".sb-filter").press_sequentially("samara")
    assert rows.count() == 1
    page.locator(".sb-filter").fill("")
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Name")
    page.get_by_role("button", name="Name").click()
    names = rows.locator("th").all_inner_texts()
    assert names == sorted(names, key=str.casefold, reverse=True)
    page.context.close()


@pytest.mark.parametrize("name", ["people/index", "people/index--2"])
def test_a_list_of_several_pages_is_filtered_and_sorted_as_a_whole(chromium, synthetic, name):
    page = open_page(chromium, synthetic / f"{name}.html")
    rows, ways = page.locator(".sb-table tbody tr:visible"), page.locator(".sb-pages:visible")
    here = rows.count()
    assert here in {400, 51}
    assert ways.count() == 2
    page.locator(".sb-filter").press_sequentially("number 99")
    page.get_by_role("status").filter(has_text=re.compile(r"^(\d+) of \1$")).wait_for()
    # The last stands on the second page of the list, the others on the first.
    found = rows.locator("th").all_inner_texts()
    assert [each for each in found if each.endswith("99")] == [f"Person Number {n}" for n in (199, 299, 399, 99)]
    assert ways.count() == 0
    page.locator(".sb-filter").fill("")
    assert (rows.count(), ways.count()) == (here, 2)
    page.get_by_role("button", name="Facts").focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="400 of 451").wait_for()
    facts = [int(each) for each in page.locator(".sb-table tbody td:nth-last-child(2)").all_inner_texts()]
    assert facts == sorted(facts, reverse=True)
    page.get_by_role("button", name="Show 51 more").click()
    assert rows.count() == 451
    assert not page.get_by_role("button", name="more").is_visible()
    fits(page, 1280)
    rows.get_by_role("link", name="Person Number 99").click()
    page.wait_for_url("**/people/person-99.html")
    page.context.close()


def test_dates_and_numbers_are_sorted_as_such_and_what_is_not_said_comes_last(chromium, site):
    page = open_page(chromium, site / "events/index.html")
    rows = page.locator(".sb-table tbody tr")
    page.get_by_role("button", name="Facts").click()
    numbers = [int(each) for each in rows.locator("td:nth-last-child(2)").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    dates = []
    for _ in range(2):
        page.get_by_role("button", name="Date").click()
        said = [each for each in rows.locator("td:first-of-type").all_inner_texts() if each != "not stated"]
        assert rows.locator("td:first-of-type").all_inner_texts()[: len(said)] == said
        dates.append(
            rows.locator("td:first-of-type time").evaluate_all(
                "all => all.map(each => each.getAttribute('datetime') || each.dataset.first)"
            )
        )
    assert dates[0] == sorted(dates[0], reverse=True)
    assert dates[1] == sorted(dates[1])
    page.context.close()


def test_people_are_put_in_order_by_the_last_word_of_their_names(chromium, site):
    page = open_page(chromium, site / "people/index.html")
    names = ["Ada Nasser", "Li Wei", "Omar Al-Nuaimi", "Sam Lee Jr.", "Zoe Ångström", "Min Aung Hlaing", "Kim"]
    links = "(all, names) => all.slice(0, names.length).forEach((each, at) => { each.textContent = names[at]; })"
    page.locator(".sb-table tbody th a").evaluate_all(links, names)
    in_order = ["Zoe Ångström", "Min Aung Hlaing", "Kim", "Sam Lee Jr.", "Ada Nasser", "Omar Al-Nuaimi", "Li Wei"]
    rows = page.locator(".sb-table tbody th")
    page.get_by_role("button", name="by last word").click()
    assert [each for each in rows.all_inner_texts() if each in names] == in_order
    page.get_by_role("button", name="by last word").click()
    assert [each for each in rows.all_inner_texts() if each in names] == in_order[::-1]
    page.get_by_role("button", name="Name", exact=True).click()
    assert [each for each in rows.all_inner_texts() if each in names] == sorted(names)
    page.goto((site / "places/index.html").as_uri())
    assert page.get_by_role("button", name="by last word").count() == 0
    page.context.close()


def test_each_sheet_of_a_long_table_has_its_head(chromium, site):
    page = open_page(chromium, site / "events/index.html")
    sheets = [each.extract_text() for each in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    assert len(sheets) > 1
    assert ["Mentions" in each for each in sheets] == [True] * len(sheets)
    page.context.close()


def test_where_colours_are_the_readers_own_what_is_chosen_is_seen(chromium, site):
    page = open_page(chromium, site / "people/maxim-reshetnikov.html", forced_colors="active")
    page.keyboard.press("Control+k")
    page.keyboard.type("Volodin")
    chosen = page.locator(".sb-results [aria-selected=true]")
    chosen.wait_for()
    assert chosen.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    page.keyboard.press("Escape")
    page.locator(".sb-show").first.click()
    assert page.locator(".sb-sentence:target").evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    page.context.close()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("places/index", ".sb-filter"),
        ("connections", ".sb-ask input"),
        ("articles/muratshina-2025", ".sb-toggle input"),
        ("map", "#sb-borders"),
    ],
)
def test_the_focus_is_seen_in_fields_too(chromium, site, name, fields):
    page = open_page(chromium, site / f"{name}.html")
    page.locator(fields).first.wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("fields => document.activeElement.matches(fields)", fields):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.context.close()


def test_escape_closes_the_article_beside_the_page(chromium, site):
    page = open_page(chromium, site / "people/sergei-shoigu.html")
    toggle = page.get_by_role("button", name="Read beside the article")
    for inside in (False, True):
        toggle.click()
        page.frame_locator(".sb-pane iframe").locator(".sb-sentence:target").wait_for()
        if inside:
            page.frame_locator(".sb-pane iframe").locator(".sb-article a").first.focus()
        page.keyboard.press("Escape")
        page.locator(".sb-pane").wait_for(state="hidden")
        assert toggle.get_attribute("aria-pressed") == "false"
    assert toggle.evaluate("each => each === document.activeElement")
    page.context.close()


def test_what_a_table_does_not_hold_is_looked_for_everywhere(chromium, site):
    page = open_page(chromium, site / "places/index.html")
    page.locator(".sb-filter").press_sequentially("Volodin")
    page.get_by_role("button", name="Search everything").click()
    page.get_by_role("option", name="Vyacheslav Volodin").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".sb-filter").fill("samara")
    assert not page.get_by_role("button", name="Search everything").is_visible()
    page.context.close()


def test_who_comes_to_a_sentence_sees_the_facts_that_rest_on_it(chromium, site):
    page = open_page(chromium, site / "people/maxim-reshetnikov.html")
    link = page.locator(".sb-show").first
    fact = page.locator(".sb-value").first.inner_text()
    link.click()
    page.locator(".sb-sentence:target").wait_for()
    beside = page.locator(".sb-margin[open]")
    assert fact in beside.inner_text()
    page.go_back()
    assert page.locator("h1").inner_text().startswith("Maxim Reshetnikov")
    page.context.close()


def test_on_paper_a_quotation_names_its_article(chromium, site):
    page = open_page(chromium, site / "people/maxim-reshetnikov.html")
    page.emulate_media(media="print")
    shown = page.locator(".sb-says .sb-show").first
    name = shown.get_attribute("title")
    assert name
    assert shown.evaluate("each => getComputedStyle(each, '::after').content") == f'"{name}"'
    assert shown.evaluate("each => each.getBoundingClientRect().width") > 50
    assert shown.evaluate("each => getComputedStyle(each).fontSize") == "0px"
    page.context.close()


def test_search_works_from_the_disk(chromium, site):
    page = open_page(chromium, site / "index.html")
    page.get_by_role("button", name="Search").click()
    page.locator(".sb-jump input").press_sequentially("Reshetnikov", delay=20)
    page.locator(".sb-results [role=option]").first.wait_for()
    assert any("Reshetnikov" in each for each in page.locator(".sb-results [role=option]").all_inner_texts())
    assert page.foreign == []
    page.context.close()


def plant(folder):
    """A knowledge base with the attack in every field that people fill in."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    hostile = json.dumps(ATTACK)
    body = f"\n{ATTACK}\nAda visited Rome. {ATTACK} said Ada.\nThe Pact of Rome was signed.\n"
    sha = hashlib.sha256(body.encode()).hexdigest()
    cite = "    cite:\n      - src: a1\n        quote: Ada visited Rome.\n"
    files = {
        "articles/a1.md": f"---\ntitle: {hostile}\nauthor: {hostile}\npublisher: {hostile}\nlicense: {hostile}\nlanguage: en\nsha256: {sha}\n---\n{body}",
        "people/ada.yml": f"type: person\nname: {hostile}\naliases:\n  - {hostile[:-1]} again\"\nmentioned_as: [Ada]\nsummary: {hostile}\nsame_as: ['x:{ATTACK.split(maxsplit=1)[0]}', 'javascript:window.ran=1']\n"
        f"notes: {hostile}\nfacts:\n  - position: {hostile}\n    note: {hostile}\n    role: {hostile}\n    auto: {hostile}\n    rank: deprecated\n    why: {hostile}\n{cite}"
        f"  - visited: rome\n    kind: {hostile}\n    cite:\n      - src: a2\n        locator: {hostile}\n  - visited: oslo\n    when: 2020\n{cite}  - motto: {hostile}\n{cite}",
        "places/rome.yml": f'type: place\nname: {hostile[:-1]} in Rome"\nkind: {hostile}\nfacts:\n  - coordinates: 41.9, 12.5\n{cite}',
        "places/oslo.yml": f"type: place\nname: Oslo\nsummary: {hostile}\nfacts:\n  - located_in: rome\n    note: {hostile}\n{cite}",
        "events/day.yml": f'type: event\nname: {hostile[:-1]} day"\nwhen: 2020-05\nkind: {hostile}\nstatus: {hostile}\nfacts:\n  - participant: ada\n    role: {hostile}\n{cite}',
        "gods/zeus.yml": f'type: god\nname: {hostile[:-1]} zeus"\nfacts:\n  - motto: {hostile}\n{cite}',
        "articles/a2.md": f"---\ntitle: {hostile}\ntext: none\nurl: https://example.org/\n---\n",
        "sourcebook.yml": f"title: {hostile}\ndescription: {hostile}\n",
        "language.yml": f"What the sources say: {hostile}\nShow the words: {hostile}\nCite: {hostile}\nHome: {hostile}\nPeople: {hostile}\nNothing found: {hostile}\n",
        "schema.yml": f"types:\n  god: {{plural: gods, label: {hostile}, plural_label: {hostile}, columns: [motto], infobox: [motto]}}\n"
        f"properties:\n  motto: {{on: [god, person], value: text, label: {hostile}, inverse_label: {hostile}}}\n",
    }
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "content/pages").mkdir()


def inert(page, where):
    assert page.evaluate("window.ran") is None, where
    assert page.locator("[onerror], [onclick], a[href^='javascript' i], svg a[*|href^='javascript' i]").count() == 0, where


def test_hostile_words_stay_words(chromium, tmp_path):
    import xml.etree.ElementTree as ET

    plant(tmp_path)
    built = build(tmp_path)
    for path in sorted(built.rglob("*.html")):
        page = open_page(chromium, path)
        page.wait_for_timeout(250)
        inert(page, path)
        assert page.errors == [], path
        for text in page.locator("script[type='application/ld+json']").all_text_contents():
            assert json.loads(text)["@context"] == "https://schema.org"
        page.context.close()
    ET.fromstring((built / "feed.xml").read_text())
    page = open_page(chromium, built / "people/ada.html")
    assert ATTACK.split(maxsplit=1)[0] in page.locator("h1").inner_text()
    page.keyboard.press("Control+k")
    for typed in ("script", "onerror", "rome", "no such thing"):
        page.locator(".sb-jump input").fill(typed)
        page.wait_for_timeout(300)
        inert(page, typed)
    page.keyboard.press("Escape")
    for each in page.locator(".sb-link:visible, .sb-why:visible").all()[:12]:
        each.hover(force=True)
        page.wait_for_timeout(350)
        inert(page, "hover")
    fact = page.locator(".sb-fact[id]").first
    fact.hover()
    fact.locator("button").first.click()
    page.wait_for_timeout(200)
    inert(page, "cite")
    page.goto((built / "connections.html").as_uri() + "#ada,oslo")
    page.locator(".sb-way li").first.wait_for()
    inert(page, "connections")
    page.goto((built / "graph.html").as_uri())
    page.locator("canvas").wait_for()
    for x in range(100, 1100, 50):
        page.mouse.move(x, 500)
    inert(page, "graph")
    page.context.close()
