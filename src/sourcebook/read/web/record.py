"""What a web page says of itself: in its data for machines, in its head, and at last beside its headline."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from sourcebook.read.said_dates import said_date
from sourcebook.read.web.archive import Archived, saved_from
from sourcebook.read.web.decoding import typeset
from sourcebook.read.web.shown import without_marks

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)\Z")
_BYLINE = re.compile(r"(?:^|[\s_-])byline(?:[\s_-]|$)", re.IGNORECASE)
_AFTER_NAMES = re.compile(
    r"\s*[|·•(\d]|,?\s+(?:Updated|Published|Posted|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d)"
)
_DAY_OR_MONTH = re.compile(
    r"\W+(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day,? \w+)\W*\Z"
)
_HOME = re.compile(r"/|\./|(?:https?:)?//[^/]+/?")
_TAG = re.compile(r"<[^<>]*>")
_UNREAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")
"""What JSON can write and no text can hold."""
_BEFORE_DATA, _AFTER_DATA = re.compile(r"(?:\s+|//|/\*|\*/|<!--|<!\[CDATA\[)*"), re.compile(r"(?:\s|//|/\*|\*/|-->|\]\]>)*\Z")
"""Some wrap data into a comment, or into what XML needs."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_BY = re.compile(r"(?:written\s+)?by:?\s+", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|www\.|@|\A\W*\Z|\A[a-z0-9._-]+\Z|\A(?i:username|view |(?:last )?updated|read )")
"""Addresses, and the names of accounts ("admin")."""
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d/[01]?\d/[0-3]?\d)(?:/|\Z)")
_LICENCE = re.compile(r"creativecommons\.org/(?:licenses/([a-z-]+)|publicdomain/(zero))/(\d\.\d)")
_DATED = re.compile(
    r"(?:\b|_)(?:date|datetime|dateline|datum|fecha|posted|published|publish|pubdate|timestamp|byline|meta)(?:\b|_)", re.IGNORECASE
)
_ASIDE = re.compile(r"comment|related|sidebar|widget|footer|recommend|teaser|updated|modified", re.IGNORECASE)
LONG_ENOUGH = 15
"""Letters of a heading of a part that is the page's headline, if the page is called so."""
LONGEST_DATELINE = 100
"""Code points of a text beside the headline that tells the date."""

TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "twitter:title")
AUTHORS = ("citation_author", "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author")
PUBLISHERS = (
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
    "citation_journal_title",
)
DATES = (
    "article:published_time", "og:published_time", "citation_publication_date", "citation_date", "citation_online_date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publish_date", "publication_date", "publishdate", "date",
)  # fmt: skip


def record_of(tree: Any, text: str, first: Any, page: Archived) -> dict[str, str]:
    """The record of a page, without what it does not say.

    Args:
        tree: of the page.
        text: its source, whose comments tell where browsers saved it from.
        first: the element in which the article begins, or None.
        page: what the archive around it says.
    """
    article, said = _article(tree), _said(tree)
    came_from, saved = saved_from(text)
    publisher = _first(said, PUBLISHERS) or _names(article.get("publisher"))
    found = {
        "title": _title(tree, article, said, publisher),
        "author": _names(article.get("author")) or _authors(tree, said),
        "publisher": publisher,
        "issued": _issued(tree, article, said, first),
        "accessed": page.saved or said_date(saved),
        "url": _address(tree, article, said, page.url or came_from),
        "language": _language(tree, said),
        "license": _licence(tree),
    }
    return {name: words for name, value in found.items() if (words := _plain(value)[:500])}


def article_body(tree: Any) -> list[str]:
    """The paragraphs of an article whose text stands in the page's data only, for scripts to show."""
    body = next(iter(_article(tree).get("articleBody", ())), "")
    return [plain for each in (body.splitlines() if isinstance(body, str) else ()) if (plain := _plain(each))]


def _plain(text: object) -> str:
    """A text of a page's data on one line, as it would be shown; "" for what is no text."""
    if not isinstance(text, str):
        return ""
    return " ".join(_UNREAL.sub("", without_marks(typeset(unescape(_TAG.sub(" ", text))))).split())


def _said(tree: Any) -> Mapping[str, list[str]]:
    """The contents of the page's `meta` elements by their names in small letters."""
    found: dict[str, list[str]] = {}
    for each in tree.iter("meta"):
        content = (each.get("content") or "").strip()
        for name in ("name", "property", "itemprop"):
            if content and (key := (each.get(name) or "").strip().lower()):
                found.setdefault(key, []).append(content)
    return found


def _first(said: Mapping[str, list[str]], names: Iterable[str], fits: Callable[[str], object] = bool) -> str:
    return next((plain for name in names for each in said.get(name, ()) if fits(plain := _plain(each))), "")


def _article(tree: Any) -> Mapping[str, Any]:
    """The page's JSON-LD of its article, with what it names by `@id` put in; empty if there is none."""
    nodes: list[Mapping[str, Any]] = []
    for each in tree.iter("script"):
        if "ld+json" in (each.get("type") or ""):
            try:
                nodes += _nodes(json.loads(_unwrapped(each.text or ""), strict=False))
            except (ValueError, RecursionError):
                continue
    named = {str(each["@id"]): each for each in nodes if "@id" in each and len(each) > 1}
    found = next((each for each in nodes if any(_ARTICLE.search(kind) for kind in _list(each.get("@type")) if isinstance(kind, str))), {})
    return {name: [_put_in(one, named) for one in _list(value)] for name, value in found.items()}


def _unwrapped(text: str) -> str:
    before = _BEFORE_DATA.match(text)
    inside = text[before.end() if before else 0 :]
    after = _AFTER_DATA.search(inside, max(0, len(inside) - 200))
    return inside[: after.start()] if after else inside


def _nodes(data: object) -> Iterator[Mapping[str, Any]]:
    for each in _list(data):
        if isinstance(each, dict):
            yield each
            yield from _nodes(each.get("@graph") or [])
            yield from (one for one in _list(each.get("mainEntity")) if isinstance(one, dict))


def _put_in(value: object, named: Mapping[str, Mapping[str, Any]]) -> object:
    return {**named.get(str(value.get("@id")), {}), **value} if isinstance(value, dict) else value


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    """The first text of a JSON-LD value."""
    return next((plain for each in _list(value) if (plain := _plain(each))), "")


def _names(value: object) -> str:
    """The names of JSON-LD's persons and bodies, with commas."""
    said = (each.get("name") if isinstance(each, dict) else each for each in _list(value))
    return _joined(_plain(one) for each in said for one in _list(each))


def _joined(names: Iterable[str]) -> str:
    found: list[str] = []
    for each in names:
        name = _BY.sub("", each, count=1) if _BY.match(each) else each
        if not _NO_NAME.search(name) and not any(name in one for one in found):
            found.append(name)
    return ", ".join(found)


def _title(tree: Any, article: Mapping[str, Any], said: Mapping[str, list[str]], publisher: str) -> str:
    """The headline that stands on the page, if what the page calls itself begins so; else that, without the name of the site."""
    called = [each for each in (_text(article.get("headline")), *(_first(said, [name]) for name in TITLES)) if each]
    in_head = next((_plain("".join(each.itertext())) for each in tree.iter("title") if each.getparent().tag == "head"), "")
    headlines = {_plain(" ".join(each.itertext())): each for each in tree.iter("h1")}
    headlines = {words.rstrip("¶ "): each for words, each in headlines.items() if words and words != publisher}
    names = {publisher, *(words for words, each in headlines.items() if _leads_home(each))}
    headlines = {words: each for words, each in headlines.items() if words not in names}
    lesser = (_plain(" ".join(each.itertext())) for each in tree.iter("h2", "h3") if not _leads_home(each))
    confirmed = _confirmed((*called, in_head), [*headlines, *filter(_is_long, lesser)])
    if confirmed or called:
        return confirmed or _without_site(called[0], names)
    inside = [words for words, each in headlines.items() if next(each.iterancestors("article", "main"), None) is not None or not in_head]
    return inside[0] if len(inside) == 1 else _without_site(in_head, names)


def _leads_home(heading: Any) -> bool:
    """Whether a heading is the name of the site: a link to its first page."""
    return any(_HOME.fullmatch(each.get("href") or "") for each in heading.iter("a"))


def _is_long(heading: str) -> bool:
    return len(_bare(heading)) >= LONG_ENOUGH


def _confirmed(called: Sequence[str], headings: Sequence[str]) -> str:
    """The heading with which what the page is called begins, the longest of several; else the one with which it ends; or ""."""
    bare = [_bare(each) for each in called]
    begin = [each for each in headings if _bare(each) and any(one.startswith(_bare(each)) for one in bare)]
    end = [each for each in headings if _is_long(each) and any(one.endswith(_bare(each)) for one in bare)]
    return max(begin or end, key=len, default="")


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _without_site(title: str, sites: Collection[str]) -> str:
    """A title without the name of the site at its end.

    >>> _without_site("Norway: a deal – The Gazette", ["The Gazette"]), _without_site("A deal | World | Gazette", []), _without_site("Oslo - Bergen", [])
    ('Norway: a deal', 'A deal', 'Oslo - Bergen')
    """
    names = {_bare(each) for each in sites if each}
    for mark in "|-–—·•:»":
        head, found, tail = title.rpartition(f" {mark} ")
        if found and _bare(tail) in names:
            return head.strip()
    return title.partition(" | ")[0].strip() or title


def _authors(tree: Any, said: Mapping[str, list[str]]) -> str:
    for name in AUTHORS:
        if found := _joined(map(_plain, said.get(name, ()))):
            return found
    marked = [
        each for each in tree.iter() if isinstance(each.tag, str) and (each.get("itemprop") == "author" or each.get("rel") == "author")
    ]
    return _joined(_name_in(each) for each in marked if _near(each, marked[0])) or _byline(tree)


def _near(one: Any, other: Any) -> bool:
    """Whether two elements stand in one line or one box: the authors of other articles stand elsewhere."""
    return not {*islice(one.iterancestors(), 2)}.isdisjoint(islice(other.iterancestors(), 2))


def _name_in(element: Any) -> str:
    inner = next((each for each in element.iter() if each.get("itemprop") == "name"), element)
    return _plain(inner.get("content") or " ".join(inner.itertext()))


def _byline(tree: Any) -> str:
    """The names in a line of authors, which trafilatura knows by how sites call it."""
    from trafilatura import extract_metadata  # noqa: PLC0415 - only who reads a web page waits for it

    for each in tree.iter():
        line = _plain("".join(each.itertext())) if _BYLINE.search(each.get("class") or "") else ""
        if _BY.match(line) and len(line) <= LONGEST_DATELINE and (name := _joined([_AFTER_NAMES.split(line)[0]])):
            return name
    found: Any = extract_metadata(tree, date_config={"extensive_search": False, "original_date": True})
    names = [_plain(each) for each in (found.author or "").split("; ")] if found else []
    if any(map(_DAY_OR_MONTH.search, names)):
        # Of "Ada Fjell May 15, 2024" it leaves the month.
        shown = _plain(" ".join(tree.itertext()))
        names = [_DAY_OR_MONTH.sub("", each) if re.search(rf"{re.escape(each)},?\s+\d", shown) else each for each in names]
    return _joined(names)


def _issued(tree: Any, article: Mapping[str, Any], said: Mapping[str, list[str]], first: Any) -> str:
    """The day on which the page says that it was published; when it was last changed is none of our business."""
    if found := said_date(_text(article.get("datePublished"))) or said_date(_first(said, (*DATES, "datepublished"), said_date)):
        return found
    for each in tree.iter():
        if isinstance(each.tag, str) and each.get("itemprop") == "datePublished" and (found := _day_of(each)):
            return found
    if found := _beside(first):
        return found
    address = _IN_ADDRESS.search(_link(tree, "canonical") or _first(said, ["og:url"]))
    return said_date(address[1]) if address else ""


def _day_of(element: Any) -> str:
    return said_date(element.get("content") or element.get("datetime") or "") or said_date(
        " ".join("".join(element.itertext()).split())[:LONGEST_DATELINE]
    )


def _beside(first: Any) -> str:
    """The date nearest to the article's beginning, in an element made for it."""
    inside, around = None, first
    while around is not None and around.tag not in {"body", "html"}:
        for child in (around, *around):
            if child is inside:
                continue
            for each in (child,) if child is around else child.iter():
                if _may_date(each) and (found := _day_of(each)) and not _is_aside(each):
                    return found
        inside, around = around, around.getparent()
    return ""


def _may_date(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False
    return element.tag == "time" or _DATED.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _is_aside(element: Any) -> bool:
    """Whether an element tells of something else: a comment, another article, a change; or is no line but a part of the page."""
    around = " ".join(
        f"{each.tag} {each.get('class') or ''}" for each in (element, *element.iterancestors()) if each.tag not in {"body", "html"}
    )
    return _ASIDE.search(around) is not None or len("".join(element.itertext())) > LONGEST_DATELINE


def _link(tree: Any, relation: str) -> str:
    return next(
        (each.get("href").strip() for each in tree.iter("link", "a") if relation in (each.get("rel") or "").split() and each.get("href")),
        "",
    )


def _address(tree: Any, article: Mapping[str, Any], said: Mapping[str, list[str]], saved: str) -> str:
    whole = next((each.get("@id") if isinstance(each, dict) else each for each in article.get("mainEntityOfPage", ())), "")
    candidates = (
        _link(tree, "canonical"),
        _first(said, ["og:url"]),
        _text(article.get("url")),
        whole,
        _first(said, ["mainentityofpage"]),
        "",
    )
    for each in candidates:
        address = urljoin(saved, each) if isinstance(each, str) else ""
        if address.startswith(("https://", "http://")):
            return address
    return ""


def _language(tree: Any, said: Mapping[str, list[str]]) -> str:
    root = tree.getroottree().getroot()
    named = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or _first(said, ["og:locale"])
    language = named.strip().replace("_", "-")
    return language if _LANGUAGE.fullmatch(language) else ""


def _licence(tree: Any) -> str:
    found = _LICENCE.search(_link(tree, "license"))
    return f"CC {(found[1] or found[2]).upper()} {found[3]}" if found else ""
