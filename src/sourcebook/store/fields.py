"""Reading typed fields out of YAML nodes; whatever does not fit becomes a finding."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

import yaml

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.dates import Date, parse_date
from sourcebook.store.nodes import Commented, Node, is_empty, place
from sourcebook.suggest import did_you_mean
from sourcebook.text import CONTROL, MAX_LINE

_Choice = TypeVar("_Choice", bound=str)
_PROSE = frozenset({"notes", "note", "quote"})
WORDS = frozenset(
    [
        "name",
        "aliases",
        "mentioned_as",
        "summary",
        "notes",
        "note",
        "quote",
        "locator",
        "why",
        "unsure",
        "kind",
        "status",
        "title",
        "publisher",
        "license",
        "description",
        "label",
        "plural_label",
        "inverse_label",
    ]
)
"""Keys whose values are words of people, in which a `#` may well stand; others hold ids, dates and choices."""


class Fields:
    """The entries of one YAML mapping, taken out by name, with the findings on the way.

    Attributes:
        shift: is added to line numbers, for YAML that stands inside another file.
        what: what the mapping is called in findings.
        keys, values: nodes by name; a key that has no value is not among `values`.
    """

    __slots__ = ("found", "keys", "node", "path", "shift", "values", "what")

    def __init__(self, node: Node, path: str, shift: int = 0, what: str = "entry", found: list[Diagnostic] | None = None) -> None:
        self.node, self.path, self.shift, self.what = node, path, shift, what
        self.found: list[Diagnostic] = [] if found is None else found
        self.keys: dict[str, Node] = {}
        self.values: dict[str, Node] = {}
        if not isinstance(node, yaml.MappingNode):
            self.report("wrong-value-type", f"The {what} is not a list of keys with values", node, "Write lines such as `key: value`.")
            return
        keys, values = self.keys, self.values
        for key, value in node.value:
            name = key.value
            if not isinstance(key, yaml.ScalarNode) or name in keys:
                continue
            keys[name] = key
            if value.value == "" and is_empty(value):
                self.report("missing-key", f"`{name[:60]}` has no value", key, _no_value(value))
            else:
                values[name] = value

    def report(self, code: str, message: str, node: Node | Place, help_text: str = "") -> None:
        """Notes a finding at a node."""
        where = node if isinstance(node, Place) else place(node, self.path, self.shift)
        self.found.append(Diagnostic(code=code, message=message, place=where, help=help_text))

    def place(self, name: str) -> Place:
        """Where the value of a key stands, else where the mapping begins."""
        return place(self.values.get(name, self.node), self.path, self.shift)

    def unknown(self, known: Collection[str]) -> Iterator[str]:
        """Reports every key that is not known; yields its name."""
        for name, key in self.keys.items():
            if name not in known:
                hint = did_you_mean(name, known) or f"Known here: {', '.join(sorted(known))}."
                self.report("unknown-key", f"There is no key `{name[:60]}` in the {self.what}", key, hint)
                yield name

    def text(self, name: str, *, limit: int = MAX_LINE, words: bool = False) -> str:
        """The text of a key, or "" if it is absent or no text. `words`: it is in words, whatever `WORDS` says of the key."""
        node = self.values.get(name)
        return "" if node is None else self.scalar(node, name, limit=limit, words=words)

    def scalar(self, node: Node, name: str, *, limit: int = MAX_LINE, words: bool = False) -> str:
        """The text of a node, or "" and a finding."""
        if not isinstance(node, yaml.ScalarNode):
            self.report(
                "wrong-value-type", f"`{name[:60]}` is a list or a mapping where one text is meant", node, f"Write `{name[:60]}: text`."
            )
            return ""
        value: str = node.value.strip()
        if not value:
            self.report("missing-key", f"`{name[:60]}` is empty", node, _no_value(node))
        elif len(value) > limit:
            self.report(
                "bad-value",
                f"`{name[:60]}` has {len(value):,} characters; at most {limit:,} are allowed",
                node,
                "Shorten it." if name in _PROSE else "Shorten it; long prose goes into `notes:`.",
            )
            return ""
        elif not value.isprintable() and (bad := CONTROL.search(value)):
            self.report("bad-value", f"`{name[:60]}` holds the invisible control character U+{ord(bad[0]):04X}", node, "Remove it.")
            return ""
        elif isinstance(node, Commented) and node.cut and (words or name in WORDS):
            self.report_cut(name, node)
        return value

    def report_cut(self, name: str, node: Commented) -> None:
        """Notes that a text ends before words that are a comment to YAML."""
        where = Place(self.path, node.comment_line + 1 + self.shift, node.comment_column + 1, len(node.comment))
        message = f"`{name[:60]}` ends before `{node.comment[:60]}`, which YAML takes for a comment"
        comment = "; if it is a comment, write a space behind its `#`" if node.cut else ""
        self.report("cut-by-comment", message, where, f"Put the whole text in quotation marks, or below `>-`{comment}.")

    def texts(self, name: str, *, limit: int = MAX_LINE, words: bool = False) -> Sequence[tuple[str, Node]]:
        """The texts of a key that holds one text or a list of them, with their nodes."""
        node = self.values.get(name)
        if node is None:
            return ()
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        if not items:
            self.report("missing-key", f"`{name[:60]}` is an empty list", node, "Leave the key out.")
        return [(text, each) for each in items if (text := self.scalar(each, name, limit=limit, words=words))]

    def choice(self, name: str, choices: Collection[_Choice], default: _Choice) -> _Choice:
        """One of the choices, or the default."""
        text = self.text(name)
        if not text:
            return default
        for each in choices:
            if each == text:
                return each
        hint = did_you_mean(text, choices) or f"Write one of: {', '.join(filter(None, choices))}."
        self.report("bad-value", f"`{name}` cannot be `{text[:60]}`", self.values[name], hint)
        return default

    def date(self, name: str) -> Date | None:
        """The date of a key, or None."""
        text = self.text(name)
        if not text:
            return None
        try:
            return parse_date(text)
        except ValueError as error:
            self.report_value("bad-date", error, self.values[name])
            return None

    def report_value(self, code: str, error: ValueError, node: Node) -> None:
        """Notes what a value parser complained of."""
        message, hint = explain(error)
        self.report(code, message, node, hint)


def _no_value(node: Node) -> str:
    """What to do about a value that is not there, or that begins with the sign of a comment."""
    if isinstance(node, Commented) and node.cut:
        return f"To YAML, `{node.comment[:60]}` is a comment: put the text in quotation marks, or leave the key out."
    return "Leave the key out, or write its value."


def explain(error: ValueError) -> tuple[str, str]:
    """The two halves of a value parser's complaint: what is wrong, and what to write."""
    message, _, hint = str(error).partition(" (write ")
    return message, f"Write {hint.removesuffix(')')}." if hint else ""
