"""The comment of a pull request, read by GitHub's own Markdown: what people wrote stays text, however hostile."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from cmarkgfm import github_flavored_markdown_to_html as rendered
from hypothesis import example, given, settings
from hypothesis import strategies as some

from sourcebook import changes as use
from sourcebook.compare.markdown import JOINER, MOST_BYTES, file_address, safe
from sourcebook.project import Project
from tests.repository import begin, commit

CALLS = re.compile(r"(?<!\w)@[A-Za-z0-9]|#\d|(?i:\bgh-\d)")
"""What GitHub looks for in the text that is shown, after Markdown."""


class Shown(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.links = Counter(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.links += [each for name, each in attrs if name in {"href", "src"}]
        assert not [name for name, _ in attrs if name != "href"], attrs

    def handle_data(self, data):
        self.text.append(data)


def bare(text):
    return re.sub(f"[{JOINER}\u2066-\u2069]", "", text)


HOSTILE = (
    "</details></summary><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![y](https://evil.example/pixel)",
    "`code` ``` ~~~ **b** __i__ ~~s~~",
    "@everyone @org/team ada@example.org #1 org/repo#2 GH-3",
    "https://evil.example www.evil.example ftp://evil.example mailto:x@y.example",
    "- list",
    "1. list",
    "1) list",
    "+ list",
    "# heading",
    "> quote",
    "| a | b |",
    "--- ",
    "=====",
    ":smile: $x^2$ [^1] [ ] [x]",
    "&lt;b&gt; &#64;ada &copy; \\@ada \\<b>",
    "a\n\n# b\r\n- c\u2028d\x00e\u202ef",
    "<!-- x",
    "<?php",
    "<![CDATA[",
    "    code",
    "\tcode",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text):
    check(text)


@settings(max_examples=300, deadline=None)
@given(
    text=some.text(alphabet=some.sampled_from("<>&;:@#!|~`*_[]()\\/-+=.$^ \n\tabwhGH123xאéé\u202e{}'\""), max_size=40)
    | some.text(max_size=40)
)
@example(text="0.")
@example(text="123456789)")
def test_any_text_stays_text(text):
    check(text)


def check(text):
    expected = "".join(each if each.isprintable() else "\ufffd" for each in " ".join(text.split()))
    shown = Shown(rendered(f"- {safe(text)}·\n  > {safe(text)}·\n"))
    assert shown.tags == {"ul": 1, "li": 1, "blockquote": 1, "p": 1}, shown.tags
    words = bare("".join(shown.text)).replace("\n", "")
    assert words == f"{bare(expected)}·" * 2
    assert not CALLS.search("".join(shown.text))


def knowledge(folder, number=1, name="Ada", repository="https://git.example.org/kb"):
    (folder / "content/people").mkdir(parents=True)
    (folder / "content/articles").mkdir()
    (folder / "content/articles/first.md").write_text("---\ntitle: First\n---\nWords of it.\n")
    (folder / "content/sourcebook.yml").write_text(f"repository: {repository}\n")
    begin(folder)
    for at in range(number):
        fact = "".join(
            f"  - visited: place-{fact}\n    cite:\n      - src: first\n        quote: Words of it, {'and so on ' * 5}\n"
            for at in [0]
            for fact in range(12)
        )
        (folder / f"content/people/p-{at:03}.yml").write_text(f"type: person\nname: {name!r}\nfacts:\n{fact}")
    commit(folder)
    return "\n".join(use.markdown_report(use.diff(Project(folder), ("HEAD~1", "HEAD"))))


def test_a_report_is_what_github_shows(tmp_path):
    report = knowledge(tmp_path, name="</details> @ada <b>")
    shown = Shown(rendered(report, options=1 << 17))  # CMARK_OPT_UNSAFE: with the HTML that is ours
    assert set(shown.tags) == {"strong", "p", "details", "summary", "b", "a", "ul", "li", "blockquote"}
    assert shown.tags["details"] == report.count("</details>") == 1
    assert all(each.startswith("https://git.example.org/kb/blob/") for each in shown.links)
    assert any(re.search(r"/blob/[0-9a-f]{40}/content/people/p-000\.yml#L4$", each) for each in shown.links)
    assert report.startswith("**1 entity added, 12 facts added (1 entity)** · HEAD&#126;1 → HEAD\n")
    assert "> Words of it, and so on" in report


def test_a_long_report_is_cut_and_says_so(tmp_path):
    report = knowledge(tmp_path, 100)
    assert 55_000 < len(report.encode()) <= MOST_BYTES
    left, places = re.search(r"… and ([\d,]+) more in ([\d,]+) places: `sourcebook diff HEAD~1 HEAD` shows all of it\.", report).groups()
    shown = report.count("\n  - ") + report.count("\n- **")
    assert shown + int(left.replace(",", "")) == 1300
    assert int(places) == 100 - report.count("<summary><b>") + (shown % 13 > 0)
    assert re.search(r"<summary>1,2\d\d more</summary>", report)
    assert report.count("<details>") == report.count("</details>")


@pytest.mark.parametrize("repository", ["", "javascript:alert(1)", "git.example.org", "https://x.example/\"onclick='y'", "http://a b"])
def test_a_repository_without_a_web_address_gives_no_links(repository):
    assert file_address(repository, "abc", "content/x.yml", 1) == ""


def test_addresses_of_files():
    assert (
        file_address("https://x.example/kb/", "abc", "a b/«é»?#.md", 3)
        == "https://x.example/kb/blob/abc/a%20b/%C2%AB%C3%A9%C2%BB%3F%23.md#L3"
    )
    assert file_address("https://x.example/kb", "", "content/x.yml", 3) == ""
