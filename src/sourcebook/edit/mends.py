"""How a finding is mended where there is one way to do it: a function for each code, from text to text. None of them guesses.

A function gives the new text and what it did, or None where the finding needs a person.
"""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

import yaml
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.edit import keys, references
from sourcebook.edit.names import same
from sourcebook.edit.passages import nearly
from sourcebook.edit.patches import Patch, patched, respelled
from sourcebook.model.articles import GENRES
from sourcebook.model.dates import meant_date
from sourcebook.model.facts import Rank, Stance
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Kind
from sourcebook.slug import slug
from sourcebook.store.articles import RECORD_KEYS, plain_or_quoted, split_front_matter
from sourcebook.store.entities import CITATION_KEYS, COMMON_KEYS, FACT_KEYS
from sourcebook.store.nodes import Node, entries, parse_yaml
from sourcebook.store.syntax import A_SECOND_COLON, CLOSED_EARLY
from sourcebook.store.writing import folded_lines
from sourcebook.text import JOINER

SURE = 0.7
"""How like a word must be to the one name that is meant (0 to 1)."""
APART = 0.15
"""By how much it must be more like it than like any other."""
_NEEDED = frozenset({"type", "name", "src", "quote", "cite", "facts"})
_UNQUOTED = {
    A_SECOND_COLON: re.compile(r"(?P<head>\s*(?:- )?[\w-]+:[ \t]+)(?P<value>[^\s\"'>|\[{#].*?)(?P<end>[ \t]*\r?)\Z"),
    CLOSED_EARLY: re.compile(r"(?P<head>\s*(?:- )?[\w-]+:[ \t]+)(?P<value>\[(?:\.\.\.|…)\] .*?)(?P<end>[ \t]*\r?)\Z"),
}
"""What is wrong with a line -> the line, if that is because its text wants quotation marks: for a colon in it, for `[...]` before it."""

Mended = tuple[str, str]
Mend = Callable[[KnowledgeBase, Diagnostic, str], Mended | None]


@dataclass(frozen=True, slots=True)
class _Spot:
    """The key or value at a place, and the mapping it stands in.

    Attributes:
        key: the key that it is, or that it is a value of.
        trail: the keys that lead there, without list numbers.
        shift: offset of the YAML in its file.
    """

    node: Node
    key: str
    mapping: Node
    trail: tuple[str, ...]
    shift: int = 0


def _spots(root: Node, trail: tuple[str, ...] = ()) -> Iterable[_Spot]:
    for key, key_node, value in entries(root):
        yield _Spot(key_node, key, root, (*trail, key))
        for each in value.value if isinstance(value, yaml.SequenceNode) else [value]:
            yield _Spot(each, key, root, (*trail, key))
            yield from _spots(each, (*trail, key))


def _at(text: str, place: Place) -> list[_Spot]:
    """What begins at a place, keys first."""
    document, shift = (parse_yaml(text, ""), 0)
    line = place.line - 1
    if place.path.endswith(".md"):
        front, _, _ = split_front_matter(text, "")
        if front is None:
            return []
        document, shift, line = front, text.index(front.text), line - 1
    found = _spots(document.root) if document.root is not None else ()
    return [
        _Spot(each.node, each.key, each.mapping, each.trail, shift)
        for each in found
        if (each.node.start_mark.line, each.node.start_mark.column) == (line, place.column - 1)
    ]


def _respelled(text: str, spot: _Spot, new: str) -> str:
    patch = respelled(text[spot.shift :], spot.node, new)
    return patched(text, [Patch(patch.start + spot.shift, patch.end + spot.shift, patch.new)])


def sure(word: str, names: Collection[str]) -> str:
    """The one name that a misspelt word means; "" if none is like it, or two are.

    >>> sure("visted", ["visited", "met"]), sure("bount", ["bound", "count"]), sure("xyz", ["met"])
    ('visited', '', '')
    """
    # Letters in another order are the most common slip, and weigh much in a short word.
    turned = [each for each in set(names) if each != word and sorted(each) == sorted(word.casefold())]
    if len(turned) == 1:
        return turned[0]
    found = process.extract(
        word.casefold(), sorted(set(names)), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=SURE - APART, limit=2
    )
    if not found or found[0][1] < SURE or (len(found) > 1 and found[1][1] > found[0][1] - APART):
        return ""
    return str(found[0][0])


def _type_of(kb: KnowledgeBase, place: Place) -> str:
    parts = place.path.split("/")
    kind = kb.schema.folder_types().get(parts[1]) if len(parts) == 3 else None
    return kind.name if kind else ""


def misspelt_key(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A key of an entity, a fact, a citation or a record whose spelling leaves one name."""
    for spot in _at(text, finding.place):
        kind = _type_of(kb, finding.place)
        if finding.place.path.startswith("content/articles/"):
            known: tuple[str, ...] = RECORD_KEYS
        elif not kind:
            return None
        elif "cite" in spot.trail[:-1]:
            known = CITATION_KEYS
        elif spot.trail[:-1] == ("facts",):
            known = (*(each.name for each in kb.schema.properties_on(kind)), *kb.schema.qualifiers, *FACT_KEYS)
        elif len(spot.trail) == 1:
            known = (*COMMON_KEYS, *kb.schema.keys_of(kind))
        else:
            return None
        there = {name for name, _, _ in entries(spot.mapping)}
        if spot.trail[:-1] == ("facts",) and there & set(kb.schema.properties):
            # A fact has one property.
            known = tuple(each for each in known if each not in kb.schema.properties)
        # A misspelt inverse is like its property, and means another thing.
        name = sure(spot.key, (*known, *kb.schema.inverses))
        if name in known and name not in there and not is_known_elsewhere(kb, spot.key):
            return _respelled(text, spot, name), f"`{spot.key}` is now `{name}`"
    return None


def is_known_elsewhere(kb: KnowledgeBase, key: str) -> bool:
    """Whether a key means something, only not here: then it is no slip of the pen."""
    return key in kb.schema.properties or key in kb.schema.inverses or key in kb.schema.qualifiers or key in {"when", "kind", "status"}


def misspelt_choice(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A stance, a rank, a genre or another choice whose spelling leaves one."""
    fixed: Mapping[str, tuple[str, ...]] = {"stance": tuple(Stance), "rank": tuple(Rank), "genre": tuple(GENRES)}
    for spot in _at(text, finding.place)[-1:]:
        known = kb.schema.properties.get(spot.key) or kb.schema.qualifiers.get(spot.key)
        choices = fixed.get(spot.key) or (known.choices if known else ())
        name = sure(spot.node.value, choices) if isinstance(spot.node, yaml.ScalarNode) else ""
        if name:
            return _respelled(text, spot, name), f"`{spot.key}: {spot.node.value}` is now `{name}`"
    return None


def misspelt_type(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A type that is that of the folder, misspelt or in the plural."""
    kind = _type_of(kb, finding.place)
    for spot in _at(text, finding.place)[-1:]:
        if (
            kind
            and isinstance(spot.node, yaml.ScalarNode)
            and sure(spot.node.value, [*kb.schema.types, kb.schema.types[kind].plural])
            in {
                kind,
                kb.schema.types[kind].plural,
            }
        ):
            return _respelled(text, spot, kind), f"`type: {spot.node.value}` is now `{kind}`"
    return None


def missing(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A key without a value that is not needed; the type, which the folder says; the fingerprint of an article's text."""
    for spot in _at(text, finding.place):
        value = next(value for name, _, value in entries(spot.mapping) if name == spot.key)
        start = text.rfind("\n", 0, spot.node.start_mark.index + spot.shift) + 1
        stop = text.find("\n", start)
        row = text[start : stop + 1 if stop >= 0 else len(text)]
        if (
            isinstance(value, yaml.ScalarNode)
            and not value.value
            and not value.style
            and spot.key not in _NEEDED
            and re.fullmatch(rf"[ ]*{re.escape(spot.key)}:\s*", row)
        ):
            return text[:start] + text[start + len(row) :], f"`{spot.key}:` without a value is gone"
    article = next((each for each in kb.articles.values() if each.path == finding.place.path), None)
    if article and article.text and "sha256" not in article.places and "sha256" in finding.message:
        at = len(text) - len(article.text)
        head = text[:at].rstrip().removesuffix("---")
        made = f"sha256: {hashlib.sha256(article.text.encode()).hexdigest()}"
        return (
            f"{head}{made}{text[len(head) - 1] if head.endswith(chr(10)) else ''}{text[len(head) :]}",
            "the fingerprint of the text is noted",
        )
    kind = _type_of(kb, finding.place)
    root = parse_yaml(text, "").root if kind else None
    if root is not None and all(name != "type" for name, _, _ in entries(root)) and "type" in finding.message:
        return keys.with_value(text, "type", kind), f"`type: {kind}` added, as the folder says"
    return None


def repeated_key(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A key that stands there twice with the same value: the second goes."""
    del kb
    for spot in _at(text, finding.place)[:1]:
        both = [(key, value) for name, key, value in entries(spot.mapping) if name == spot.key]
        if len(both) == 2 and _plain(both[0][1]) == _plain(both[1][1]):
            key, value = both[1]
            start = text.rfind("\n", 0, key.start_mark.index) + 1
            if not text[start : key.start_mark.index].strip():
                return text[:start] + text[keys.after_line(text, value) :], f"the second `{spot.key}`, which said the same, is gone"
    return None


def _plain(node: Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {name: _plain(value) for name, _, value in entries(node)}
    return [_plain(each) for each in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def merged_id(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """An id that was merged: the present one, wherever the file has it."""
    root = parse_yaml(text, "").root
    found = {each.value for each in references.entity_nodes(root, kb.schema)} if root is not None else set()
    heirs = {each: heir.id for each in found if each not in kb.entities and (heir := kb.resolve(each)) and f"`{each}`" in finding.message}
    if not heirs:
        return None
    said = ", ".join(f"`{old}` is now `{new}`" for old, new in heirs.items())
    return references.with_ids(text, heirs, kb.schema, {}), said


def named_entity(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A name, or an id made of one, where an id is meant: the id of the one entity of that name that fits."""
    for spot in _at(text, finding.place)[-1:]:
        node, key = spot.node, spot.key
        known = kb.schema.properties.get(key) or kb.schema.qualifiers.get(key)
        if not isinstance(node, yaml.ScalarNode) or (key != "by" and (known is None or known.kind is not Kind.ENTITY)):
            return None
        wanted, made = same(node.value), slug(node.value, fallback="?")
        found = [
            each
            for each in kb.entities.values()
            if kb.schema.is_a(each.type, known.to if known else ())
            and any(same(one) == wanted or slug(one, fallback="") == made for one in (each.name, *(alias.text for alias in each.aliases)))
        ]
        if len(found) == 1 and kb.resolve(node.value) is None:
            return patched(text, [respelled(text, node, found[0].id)]), f"`{node.value}` is now `{found[0].id}`"
    return None


def self_merged(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """An entity under its own `merged`."""
    del kb
    own = finding.place.path.rpartition("/")[2].removesuffix(".yml")
    return keys.without_item(text, "merged", own), f"`{own}` is no longer merged into itself"


def written_otherwise(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A date that is written otherwise than EDTF: "4 March 2025", "2025/3/4", "1840-1842", "1840s"."""
    del kb
    for spot in _at(text, finding.place)[-1:]:
        # Two that are exchanged may as well be two of which one is wrong.
        date = meant_date(spot.node.value) if isinstance(spot.node, yaml.ScalarNode) and "before it begins" not in finding.message else ""
        if date:
            return _respelled(text, spot, date), f"`{spot.node.value}` is now `{date}`"
    return None


def tabs(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """Tabs that indent, where all usual widths of a tab give the same YAML or one only gives any."""
    del kb
    tried = [re.sub(r"(?m)^[ \t]*\t[ \t]*", lambda found, width=width: found[0].replace("\t", " " * width), text) for width in (2, 4, 8)]  # type: ignore[misc]
    read = [
        (each, document.root)
        for each in tried
        if not (document := parse_yaml(each, finding.place.path)).diagnostics and document.root is not None
    ]
    if not read or any(_plain(root) != _plain(read[0][1]) for _, root in read):
        return None
    return read[0][0], "tabs are now spaces"


def unquoted_text(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A text of one line with a colon in it, or that begins with `[...]`: into quotation marks."""
    del kb
    rows = text.split("\n")
    line = _UNQUOTED.get(finding.message)
    found = line.match(rows[finding.place.line - 1]) if line and finding.place.line <= len(rows) else None
    if not found or " #" in found["value"]:
        return None
    rows[finding.place.line - 1] = f"{found['head']}{plain_or_quoted(found['value'])}{found['end']}"
    made = "\n".join(rows)
    after = parse_yaml(made, finding.place.path).diagnostics
    if after and after[0].place.line <= finding.place.line:
        return None
    return made, f"a text with {'a colon' if finding.message == A_SECOND_COLON else JOINER} is in quotation marks"


def long_line(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A long quote on one line: folded."""
    del kb
    for spot in _at(text, finding.place)[-1:]:
        if spot.key != "quote" or not isinstance(spot.mapping, yaml.MappingNode) or spot.mapping.flow_style:
            return None
        key = next(key for name, key, _ in entries(spot.mapping) if name == "quote")
        lines = folded_lines("quote", spot.node.value, " " * (key.start_mark.column + 2))
        if len(lines) > 1 and not _rest(text, spot.node):
            end = "\r\n" if "\r\n" in text else "\n"
            start, stop = key.start_mark.index, spot.node.end_mark.index
            return patched(text, [Patch(start, stop, end.join(lines))]), "a long quote is folded"
    return None


def near_quote(kb: KnowledgeBase, finding: Diagnostic, text: str) -> Mended | None:
    """A quote that differs from one passage of its article in a few letters: the exact words."""
    for spot in _at(text, finding.place)[-1:]:
        source = next((value.value for name, _, value in entries(spot.mapping) if name == "src"), "")
        article = kb.articles.get(source)
        found = nearly(spot.node.value, article) if article and spot.key == "quote" else None
        if found is None:
            return None
        key = next(key for name, key, _ in entries(spot.mapping) if name == "quote")
        end = "\r\n" if "\r\n" in text else "\n"
        start, stop = (
            key.start_mark.index,
            spot.node.start_mark.index + len(text[spot.node.start_mark.index : spot.node.end_mark.index].rstrip()),
        )
        flow = isinstance(spot.mapping, yaml.MappingNode) and spot.mapping.flow_style
        if flow or _rest(text, spot.node) or (not spot.node.style and len(found[1]) <= 60):  # type: ignore[attr-defined]
            return _respelled(text, spot, found[1]), f"the quote has the exact words: “{found[1]}”"
        lines = folded_lines("quote", found[1], " " * (key.start_mark.column + 2))
        return patched(text, [Patch(start, stop, end.join(lines))]), f"the quote has the exact words: “{found[1]}”"
    return None


def _rest(text: str, node: Node) -> str:
    """What follows a value of one line on its line: a comment."""
    start = node.start_mark.index
    return text[start + len(text[start : node.end_mark.index].rstrip()) :].split("\n", 1)[0].strip()


MENDS: Mapping[str, Mend] = {
    "tab-indent": tabs,
    "yaml-syntax": unquoted_text,
    "duplicate-key": repeated_key,
    "unknown-key": misspelt_key,
    "missing-key": missing,
    "unknown-type": misspelt_type,
    "unknown-property": misspelt_key,
    "wrong-value-type": named_entity,
    "unknown-entity": named_entity,
    "bad-date": written_otherwise,
    "bad-value": misspelt_choice,
    "id-merged": merged_id,
    "self-merge": self_merged,
    "not-folded": long_line,
    "quote-not-found": near_quote,
}
"""Code -> how a finding of it is mended within its file."""
