"""Pictures of each kind of page: ``python -m tests.screenshots SITE OUT`` (desktop, phone, dark, printed, without JavaScript).

Those of the documentation: ``python -m tests.screenshots SITE docs/images --docs`` (that of the forms is made by hand).
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.chromium import find

PAGES = (
    "index",
    "people/min-aung-hlaing",
    "places/russia",
    "organizations/state-duma",
    "events/visit-of-min-aung-hlaing-to-russia-2025",
    "agreements/joint-statement-of-the-leaders",
    "areas/energy",
    "articles/muratshina-2025",
    "people/index",
    "open-questions",
    "timeline",
    "map",
    "graph",
    "connections",
)
KINDS = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 800}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "print": {"viewport": {"width": 740, "height": 1040}},
    "no-script": {"viewport": {"width": 1280, "height": 800}, "java_script_enabled": False},
}


def every_kind(browser, site, out):
    for kind, options in KINDS.items():
        page = browser.new_context(**options).new_page()
        if kind == "print":
            page.emulate_media(media="print")
        for name in PAGES:
            page.goto((site / f"{name}.html").resolve().as_uri())
            page.wait_for_timeout(4500 if name == "graph" and kind != "no-script" else 400)
            page.screenshot(path=out / f"{name.replace('/', '-')}-{kind}.png")


def of_documentation(browser, site, out):
    page = browser.new_context(viewport={"width": 1180, "height": 680}).new_page()
    page.goto((site / "places/saint-petersburg.html").resolve().as_uri())
    page.wait_for_timeout(700)
    page.screenshot(path=out / "place.png")
    page.goto((site / "people/sergei-shoigu.html").resolve().as_uri())
    page.get_by_role("button", name="Read beside the article").click()
    page.wait_for_timeout(1500)
    page.locator(".sb-fact").first.hover()
    page.wait_for_timeout(1200)
    page.screenshot(path=out / "split.png")


def main(site, out, make):
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        make(browser, site, out)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), of_documentation if "--docs" in sys.argv else every_kind)
