"""Pictures of each kind of page: ``python -m tests.screenshots SITE OUT`` (desktop, phone, dark, printed, without JavaScript)."""

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


def main(site, out):
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for kind, options in KINDS.items():
            page = browser.new_context(**options).new_page()
            if kind == "print":
                page.emulate_media(media="print")
            for name in PAGES:
                page.goto((site / f"{name}.html").resolve().as_uri())
                page.wait_for_timeout(4500 if name == "graph" and kind != "no-script" else 400)
                page.screenshot(path=out / f"{name.replace('/', '-')}-{kind}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
