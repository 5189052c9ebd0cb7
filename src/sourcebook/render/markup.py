"""Writing Markdown that cannot be misread: whatever people typed stays text."""

import html
import posixpath
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#!|~^<>&:=@\"]")
_UNSAFE = re.compile(r"[^A-Za-z0-9_.~]")
_STRONG = frozenset({"L", "R", "AL"})
_SPACE = re.compile(r"\s+")
_OPEN, _CLOSED = re.compile("[“«„]"), re.compile("[”»]")
_BEGINS, _ENDS = re.compile('[“«„"]'), re.compile('[”»"]\\Z')


@lru_cache(maxsize=1 << 17)
def plain(text: str) -> str:
    """Text for HTML that Markdown also passes over: every mark that either knows is an entity.

    >>> plain("<b> [x](javascript:y) | {: onclick}")
    '&lt;b&gt; &#91;x&#93;&#40;javascript&#58;y&#41; &#124; &#123;&#58; onclick&#125;'
    """
    return _SPECIAL.sub(_entity, " ".join(text.split()))


def _entity(found: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}.get(found[0]) or f"&#{ord(found[0])};"


def plain_inside(text: str) -> str:
    """Part of a running text as HTML: white space at its ends is kept as one space."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{plain(text)}{after}"


def attribute(text: str) -> str:
    """Text for an HTML attribute in double quotes.

    >>> attribute('a "b" *c*')
    'a &quot;b&quot; &#42;c&#42;'
    """
    return plain(text)


def beginning(text: str, most: int) -> str:
    """A text, or its first words that together with an ellipsis have at most so many code points.

    >>> beginning("Ada visited Rome", 14)
    'Ada visited…'
    """
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    whole = cut if text[most - 1].isspace() else cut.rpartition(" ")[0]
    # Some languages have no spaces.
    return f"{(whole if len(whole) > most // 2 else cut).rstrip()}…"


def isolated(text: str) -> str:
    """A name in whatever script, kept from turning the direction of what stands around it."""
    return f"<bdi>{plain(text)}</bdi>"


def quotation(text: str) -> str:
    """Words in quotation marks; those that they begin or end with themselves are not doubled.

    >>> quotation("We agree."), quotation("“We agree."), quotation("“Agreed,” they said.")
    ('“We agree.”', '“We agree.”', '“\u200a“Agreed,” they said.”')
    >>> quotation("“We agree.”"), quotation('We "agree"')
    ('“We agree.”', '“We "agree"\u200a”')
    """
    before, after = marks_around(text)
    return f"{before}{text}{after}"


def marks_around(words: str) -> tuple[str, str]:
    """The marks that a quotation of these words wants before and after it.

    A quotation that is cut out of a longer one may have only one of its marks: that serves. Beside a pair of its own, ours keep a distance.
    """
    open_, closed = len(_OPEN.findall(words)), len(_CLOSED.findall(words))
    straight = words.count('"') % 2 == 1
    begins, ends = bool(_BEGINS.match(words)), bool(_ENDS.search(words))
    if begins and ends and open_ + closed + words.count('"') == 2:
        return "", ""
    before = ("" if open_ > closed or (straight and words[0] == '"') else "“\u200a") if begins else "“"
    after = ("" if closed > open_ or (straight and words[-1] == '"') else "\u200a”") if ends else "”"
    return before, after


def quote_block(words: str, language: str = "") -> str:
    """Quoted words as HTML; the style sheet puts them into marks, so that these are no part of the words."""
    before, after = marks_around(words)
    own = (f' data-open="{before}"' if before != "“" else "") + (f' data-close="{after}"' if after != "”" else "")
    tongue = f' lang="{plain(language)}"' if language else ""
    return f'<blockquote class="sb-quote"{tongue}><p dir="auto"{own}>{plain(words)}</p></blockquote>'


def direction(text: str) -> str:
    """In which direction a text runs: `rtl` if the first letter that says so is of a script that is written from the right, else `ltr`."""
    known = next((each for each in map(unicodedata.bidirectional, text) if each in _STRONG), "L")
    return "ltr" if known == "L" else "rtl"


def relative(uri: str, base: str) -> str:
    """The address of a page or file as seen from another page, both relative to the site.

    >>> relative("people/ada.html", "places/rome.html")
    '../people/ada.html'
    """
    folder, _, name = uri.rpartition("/")
    way = _way(folder, base.rpartition("/")[0])
    return name if way == "." else f"{way}/{name}"


@lru_cache(maxsize=4096)
def _way(folder: str, base: str) -> str:
    return posixpath.relpath(folder or ".", base or ".")


def page_url(uri: str) -> str:
    """The address of the page made from a Markdown file.

    >>> page_url("people/ada.md")
    'people/ada.html'
    """
    return f"{uri.removesuffix('.md')}.html" if uri.endswith(".md") else uri


def link(text_html: str, uri: str, base: str, *, anchor: str = "", kind: str = "") -> str:
    """An HTML link from one page to another; `text_html` is markup already."""
    hash_ = f"#{html.escape(anchor)}" if anchor else ""
    css = f' class="{kind}"' if kind else ""
    return f'<a{css} href="{_address(uri, base.rpartition("/")[0])}{hash_}">{text_html}</a>'


@lru_cache(maxsize=1 << 17)
def _address(uri: str, folder: str) -> str:
    """A page as seen from all pages in a folder."""
    return html.escape(relative(page_url(uri), f"{folder}/" if folder else ""))


def outside(text_html: str, url: str) -> str:
    """An HTML link to another site; anything but http and https stays text."""
    if not re.match(r"https?://", url, re.IGNORECASE):
        return text_html
    return f'<a href="{attribute(url)}" rel="noopener">{text_html}</a>'


@lru_cache(maxsize=4096)
def text_fragment(words: str) -> str:
    """The part of an address that makes a browser highlight exact words (WICG Scroll To Text Fragment).

    >>> text_fragment("Ada visited the old city of Rome, and twice")
    ':~:text=Ada%20visited%20the%20old,of%20Rome%2C%20and%20twice'
    """
    parts = words.split()
    if len(parts) <= 8:
        return f":~:text={_encoded(' '.join(parts))}"
    return f":~:text={_encoded(' '.join(parts[:4]))},{_encoded(' '.join(parts[-4:]))}"


def _encoded(words: str) -> str:
    return _UNSAFE.sub(lambda found: _percent(found[0]), words)


@lru_cache(maxsize=4096)
def _percent(mark: str) -> str:
    return "%2D" if mark == "-" else quote(mark, safe="")


def title_text(text: str) -> str:
    """A page's title for themes that put it into titles, attributes and headings without escaping it.

    >>> title_text('AT&T "<b>"')
    'AT&amp;T ”‹b›”'
    """
    return text.replace("&", "&amp;").replace("<", "‹").replace(">", "›").replace('"', "”")


def front_matter(**fields: str) -> str:
    """YAML front matter of a page: every value in double quotes but lists in brackets."""
    lines = []
    for key, value in fields.items():
        if not value:
            continue
        if key == "hide":
            lines.append(f"hide: {value}\n")
            continue
        safe = title_text(value) if key == "title" else html.escape(value)
        escaped = '"' + _SPACE.sub(" ", safe).replace("\\", "\\\\").replace('"', '\\"') + '"'
        lines.append(f"{key}: {escaped}\n")
    return f"---\n{''.join(lines)}---\n\n"
