"""Walks a built site: every link and anchor must lead somewhere."""

import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit


class Links(HTMLParser):
    """The links and the ids of one page."""

    def __init__(self):
        super().__init__()
        self.links, self.ids, self.scripts = [], set(), []

    def handle_starttag(self, tag, attrs):
        # The canonical address is that of the site once it is published, not a link to follow.
        published = tag == "link" and dict(attrs).get("rel") in {"canonical", "prev", "next"}
        for name, value in attrs:
            if published and name == "href":
                continue
            if name in {"href", "src", "xlink:href"} and value:
                self.links.append(value)
            elif name == "id" and value:
                self.ids.add(value)
            elif name.startswith("on"):
                self.scripts.append((tag, name, value))


def read_site(folder):
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        page = Links()
        page.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(folder).as_posix()] = page
    return pages


def dead_links(folder):
    """Every (page, link) that leads to no file or no anchor of the site, or to another host without being an ordinary link."""
    pages = read_site(folder)
    dead = []
    for uri, page in pages.items():
        if uri == "404.html":
            continue
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in {"http", "https", "mailto", "data"} or parts.netloc:
                continue
            if parts.scheme:
                dead.append((uri, link))
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(parts.path))) if parts.path else uri
            if (folder / target).is_dir():
                target = posixpath.join(target, "index.html")
            anchor = unquote(parts.fragment.partition(":~:")[0])
            if not (folder / target).is_file() or (
                anchor and not anchor.startswith("__") and target in pages and anchor not in pages[target].ids
            ):
                dead.append((uri, link))
    return dead
