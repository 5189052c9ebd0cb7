"""The site in Chromium: from the disk, without a network; hostile words in every field stay words."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.chromium import find

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    "index",
    "people/min-aung-hlaing",
    "places/index",
    "articles/muratshina-2025",
    "agreements/joint-statement-of-the-leaders",
    "open-questions",
    "about",
)
ATTACK = """</title><script>window.ran=1</script><img src=x onerror="window.ran=1"> [x](javascript:window.ran=1) `{{7*7}}` {: onclick=window.ran=1 } | *b* [^1]"""


def build(folder, out="site"):
    subprocess.run(
        [sys.executable, "-c", "from sourcebook.cli import main; main()", "build", "-d", out], cwd=folder, check=True, capture_output=True
    )
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", PAGES)
def test_page_fits_and_asks_nobody(chromium, site, name, width, scheme):
    page = open_page(chromium, site / f"{name}.html", width=width, color_scheme=scheme)
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.foreign == []
    assert page.errors == []
    assert page.locator("h1").count() == 1
    page.context.close()


def test_without_javascript_the_facts_are_there(chromium, site):
    page = open_page(chromium, site / "people/min-aung-hlaing.html", java_script_enabled=False)
    text = page.locator("article").inner_text()
    assert "at least 11 times" in text
    assert "Ksenia Muratshina (opinion)" in text
    assert "Victory will be yours" in text
    page.context.close()


def test_a_fact_leads_to_its_sentence(chromium, site):
    page = open_page(chromium, site / "people/maxim-reshetnikov.html")
    page.locator(".footnote .sb-show").first.click()
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
    page.get_by_role("button", name="Name").click()
    page.get_by_role("button", name="Name").click()
    names = rows.locator("th").all_inner_texts()
    assert names == sorted(names, key=str.casefold, reverse=True)
    page.context.close()


def test_search_works_from_the_disk(chromium, site):
    page = open_page(chromium, site / "index.html")
    page.locator(".md-search__input").first.click()
    page.locator(".md-search__input").first.press_sequentially("Reshetnikov", delay=20)
    page.locator(".md-search-result__link").first.wait_for(timeout=15_000)
    assert any("Reshetnikov" in each for each in page.locator(".md-search-result__link").all_inner_texts())
    assert page.foreign == []
    page.context.close()


def test_hostile_words_stay_words(chromium, tmp_path):
    import hashlib
    import json

    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    hostile = json.dumps(ATTACK)
    body = f"\n{ATTACK}\nAda visited Rome. {ATTACK} said Ada.\n"
    sha = hashlib.sha256(body.encode()).hexdigest()
    files = {
        "articles/a1.md": f"---\ntitle: {hostile}\nauthor: {hostile}\npublisher: {hostile}\nlicense: {hostile}\nsha256: {sha}\n---\n{body}",
        "people/ada.yml": f"type: person\nname: {hostile}\naliases:\n  - {hostile[:-1]} again\"\nmentioned_as: [Ada]\nsummary: {hostile}\nsame_as: ['x:{ATTACK.split(maxsplit=1)[0]}']\n"
        f"notes: {hostile}\nfacts:\n  - position: {hostile}\n    note: {hostile}\n    role: {hostile}\n    auto: {hostile}\n    rank: deprecated\n    why: {hostile}\n    cite:\n      - src: a1\n        quote: Ada visited Rome.\n"
        f"  - visited: rome\n    cite:\n      - src: a2\n        locator: {hostile}\n",
        "places/rome.yml": f"type: place\nname: Rome\nkind: {hostile}\n",
        "articles/a2.md": f"---\ntitle: {hostile}\ntext: none\nurl: https://example.org/\n---\n",
        "sourcebook.yml": f"title: {hostile}\ndescription: {hostile}\n",
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "content/pages").mkdir()
    built = build(tmp_path)
    for path in sorted(built.rglob("*.html")):
        page = open_page(chromium, path)
        page.wait_for_timeout(150)
        assert page.evaluate("window.ran") is None, path
        assert page.locator("[onerror], [onclick], a[href^='javascript']").count() == 0, path
        page.context.close()
    page = open_page(chromium, built / "people/ada.html")
    assert ATTACK.split(maxsplit=1)[0] in page.locator("h1").inner_text()
    page.context.close()
