"""Article files: front matter and, after it, the text to the last byte as it came.

python-frontmatter's own `load` strips the body, loses duplicate keys and the
first paragraph of a text that begins with a rule; so it gets a handler of ours
that splits exactly and reads the YAML with places.
"""

import re
from collections.abc import Mapping

import frontmatter.default_handlers as handlers
import yaml

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.articles import DEFAULT_GENRE, GENRES, Article
from sourcebook.store.fields import Fields
from sourcebook.store.nodes import Document, parse_yaml
from sourcebook.text import digest

RECORD_KEYS = (
    "title",
    "author",
    "publisher",
    "genre",
    "issued",
    "accessed",
    "language",
    "url",
    "license",
    "sha256",
    "original",
    "text",
    "note",
)
"""The keys of a record, in the order in which they are written."""

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_KEY_LINE = re.compile(r"\s*(?:#.*\n\s*)*[A-Za-z_][\w-]*\s*:(?:\s|\Z)")


class ExactHandler(handlers.BaseHandler):
    """Front matter between two lines `---` at the very start; the body is left untouched."""

    FM_BOUNDARY = re.compile(r"---[ \t]*\r?\n")
    START_DELIMITER = END_DELIMITER = "---"
    _CLOSE = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)

    def detect(self, text: str) -> bool:
        """Whether the text begins with front matter: keys between two lines `---`."""
        opening = self.FM_BOUNDARY.match(text)
        if not opening:
            return False
        closing = self._CLOSE.search(text, opening.end())
        if not closing:
            return False
        between = text[opening.end() : closing.start()]
        return not between.strip() or _KEY_LINE.match(between) is not None

    def split(self, text: str) -> tuple[str, str]:
        """The YAML and the body, every character of it."""
        opening = self.FM_BOUNDARY.match(text)
        closing = self._CLOSE.search(text, opening.end()) if opening else None
        if not opening or not closing:
            return "", text
        return text[opening.end() : closing.start()], text[closing.end() :]

    def load(self, fm: str) -> dict[str, object]:
        """The front matter's scalars as strings; lists and mappings are left out."""
        document = parse_yaml(fm, "")
        if not isinstance(document.root, yaml.MappingNode):
            return {}
        return {key.value: value.value for key, value in document.root.value if isinstance(value, yaml.ScalarNode)}


HANDLER = ExactHandler()


def split_front_matter(text: str, path: str) -> tuple[Document | None, str, int]:
    """The front matter (None if there is none), the body, and the line on which the body begins."""
    if not HANDLER.detect(text):
        return None, text, 1
    yaml_text, body = HANDLER.split(text)
    head = text[: len(text) - len(body)]
    return parse_yaml(yaml_text, path, first_line=2), body, head.count("\n") + 1


def read_article(text: str, path: str, article_id: str) -> tuple[Article | None, list[Diagnostic]]:
    """The article of a file in `articles/`, with everything in its record that does not fit."""
    document, body, body_line = split_front_matter(text, path)
    if document is None or document.root is None:
        problems = list(document.diagnostics) if document else []
        if not problems:
            hint = (
                "Begin the file with a line `---`, the record (at least `sha256:`), and a line `---`; or let `sourcebook ingest` write it."
            )
            message = "The article has no front matter"
            if text.startswith("---"):
                message, hint = "The front matter has no end", "Put a line `---` between the record and the text."
            problems = [Diagnostic(code="missing-key", message=message, place=Place(path), help=hint)]
        return None, problems
    fields = Fields(document.root, path, 1, what="article's front matter")
    fields.found.extend(document.diagnostics)
    for _ in fields.unknown(RECORD_KEYS):
        pass
    held = fields.text("text")
    if held and held != "none":
        fields.report(
            "bad-value",
            "`text` says only whether the text is held",
            fields.values["text"],
            "Write `text: none`, or leave it out and put the text below the front matter.",
        )
    if held == "none" and body.strip():
        fields.report("bad-value", "The record says `text: none`, but a text follows", fields.values["text"], "Remove one of them.")
    if held == "none" and not fields.text("url") and "url" not in fields.keys:
        fields.report("missing-key", "A source without a text needs its address", fields.keys["text"], "Add `url:`.")
    if held != "none" and not body.strip():
        fields.report(
            "missing-key",
            "The article has no text",
            Place(path, body_line),
            "Put the text below the front matter, or write `text: none` and its `url:`.",
        )
    article = Article(
        id=article_id,
        title=fields.text("title"),
        author=fields.text("author"),
        publisher=fields.text("publisher"),
        issued=fields.date("issued"),
        accessed=fields.date("accessed"),
        language=_matching(fields, "language", _LANGUAGE, "Write a language tag such as en or zh-Hant."),
        genre=fields.choice("genre", tuple(GENRES), DEFAULT_GENRE),
        url=_matching(
            fields,
            "url",
            re.compile(r"https?://[^\s<>\"'`\\]+\Z"),
            "Write an address that begins with https://, a quotation mark in it as %22 or %27.",
        ),
        license=fields.text("license"),
        sha256=_matching(fields, "sha256", _SHA256, "It is 64 hexadecimal digits; `sourcebook ingest` writes it."),
        text=None if held == "none" else body,
        note=fields.text("note", limit=100_000),
        original=fields.text("original"),
        path=path,
        body_line=body_line,
        places={name: fields.place(name) for name in fields.values},
        digest=digest(text),
    )
    return article, fields.found


def _matching(fields: Fields, name: str, pattern: re.Pattern[str], hint: str) -> str:
    text = fields.text(name)
    if text and not pattern.match(text):
        fields.report("bad-value", f"`{text[:60]}` is no {name}", fields.values[name], hint)
        return ""
    return text


def write_record(record: Mapping[str, str], body: str) -> str:
    r"""The text of an article file: the record's keys in their order, then the body unchanged.

    >>> write_record({"language": "en", "author": "ada"}, "\nWords.")
    '---\nauthor: ada\nlanguage: en\n---\n\nWords.'
    """
    lines = [f"{key}: {plain_or_quoted(record[key])}\n" for key in RECORD_KEYS if record.get(key)]
    return f"---\n{''.join(lines)}---\n{body}"


_PLAIN = re.compile(r"[^\s!&*\-?|>@%`\"'#,\[\]{}:](?:[^:#\n\r\t]|:(?=\S)|(?<=\S)#)*\Z")


def plain_or_quoted(text: str) -> str:
    """A scalar of one line as YAML, quoted only where it must be.

    >>> plain_or_quoted("Ada: a life"), plain_or_quoted("Ada"), plain_or_quoted("- x")
    ('"Ada: a life"', 'Ada', '"- x"')
    """
    if _PLAIN.match(text) and text.isprintable() and not text.endswith((" ", ":")) and not text.startswith("---"):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
