"""Entity files <-> the model: the format that people edit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.articles import Article
from sourcebook.model.facts import UNKNOWN_SPEAKER, Citation, Entity, Fact, Name, Rank, Stance
from sourcebook.model.schema import Property, Schema, Type
from sourcebook.model.values import Kind, Value, parse_value
from sourcebook.slug import is_id, slug, why_no_id
from sourcebook.store.fields import Fields
from sourcebook.store.nodes import Commented, Document, Node, place
from sourcebook.suggest import did_you_mean
from sourcebook.text import count_quote, digest

COMMON_KEYS = (
    "type",
    "name",
    "aliases",
    "mentioned_as",
    "summary",
    "auto",
    "cite",
    "facts",
    "same_as",
    "merged",
    "not_same_as",
    "notes",
    "note",
)
FACT_KEYS = ("cite", "rank", "why", "auto", "unsure")
CITATION_KEYS = ("src", "by", "stance", "quote", "locator", "note")
RANKS, STANCES = tuple(Rank), tuple(Stance)
MAX_PROSE = 100_000
MAX_QUOTE = 20_000
_NO = frozenset({"no", "false", "off", "n", "none", "null", "~", "0"})
_LINK = re.compile(r"\[\[([a-z0-9-]+)(?:\|[^\]\n]*)?\]\]")
_ALIAS = re.compile(r"(?P<text>.*\S)\s+@(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\Z", re.DOTALL)
_SAME_AS = re.compile(r"[a-z0-9]+:\S+\Z|https?://\S+\Z")


@dataclass(frozen=True, slots=True)
class _Context:
    schema: Schema
    articles: Mapping[str, Article]
    path: str
    entity: str
    type: str


def read_entity(
    document: Document, entity_id: str, kind: Type, schema: Schema, articles: Mapping[str, Article]
) -> tuple[Entity | None, list[Diagnostic]]:
    """The entity of a file in the folder of `kind`, with everything in the file that does not fit.

    A fact that cannot be understood costs itself; a file without a name costs the entity.
    """
    if document.root is None:
        problems = list(document.diagnostics)
        if not problems:
            here = Place(document.path)
            problems = [
                Diagnostic(
                    code="missing-key", message="The file is empty", place=here, help=f"Write at least `type: {kind.name}` and `name: …`."
                )
            ]
        return None, problems
    fields = Fields(document.root, document.path, what="entity")
    fields.found.extend(document.diagnostics)
    if not isinstance(document.root, yaml.MappingNode):
        return None, fields.found
    allowed = schema.keys_of(kind.name)
    misplaced = {"when", "kind", "status"} - set(allowed)
    known = {*COMMON_KEYS, *allowed}
    for name in set(fields.keys) & misplaced:
        with_it = sorted(each.plural for each in schema.types.values() if name in each.keys)
        fields.report(
            "unknown-key",
            f"`{name}` is a key of {', '.join(with_it)}, not of {kind.plural}",
            fields.keys[name],
            "Remove it, or say it as a fact.",
        )
    for _ in fields.unknown(known | misplaced):
        pass
    _check_type(fields, kind, schema)
    if "name" not in fields.keys:
        fields.report("missing-key", "The entity has no name", Place(document.path), "Add `name: …` as readers should see it.")
    context = _Context(schema, articles, document.path, entity_id, kind.name)
    entity = Entity(
        id=entity_id,
        type=kind.name,
        name=fields.text("name") or entity_id,
        aliases=tuple(_alias(text) for text, _ in fields.texts("aliases")),
        mentioned_as=tuple(text for text, _ in fields.texts("mentioned_as")),
        summary=fields.text("summary", limit=2_000),
        when=fields.date("when") if "when" in allowed else None,
        kind=fields.text("kind") if "kind" in allowed else "",
        status=fields.text("status") if "status" in allowed else "",
        auto=_auto(fields),
        citations=_citations(fields, context) if "cite" in fields.values else (),
        facts=_facts(fields, context),
        same_as=_same_as(fields),
        merged=_ids(fields, "merged"),
        not_same_as=_ids(fields, "not_same_as"),
        notes=fields.text("notes", limit=MAX_PROSE),
        note=fields.text("note", limit=MAX_PROSE),
        path=document.path,
        places=_places(fields) | _links(fields, document.text),
        digest=digest(document.text),
    )
    return (entity if "name" in fields.keys or entity.facts else None), fields.found


def _check_type(fields: Fields, kind: Type, schema: Schema) -> None:
    if "type" not in fields.keys:
        fields.report("missing-key", "The entity has no type", Place(fields.path), f"Add `type: {kind.name}`.")
        return
    written = fields.text("type")
    if written and written not in schema.types:
        singular = schema.folder_types().get(written.casefold())
        near = f"Did you mean `{singular.name}`?" if singular else did_you_mean(written, schema.types)
        hint = near or f"Known types: {', '.join(schema.types)}."
        fields.report("unknown-type", f"There is no type `{written[:60]}`", fields.values["type"], hint)
    elif written and written != kind.name:
        right = schema.types[written].plural
        fields.report(
            "folder-mismatch",
            f"The type is {written}, but the file stands in {kind.plural}/",
            fields.values["type"],
            f"Move the file to {right}/, or write `type: {kind.name}`.",
        )


def _places(fields: Fields) -> dict[str, Place]:
    found = {name: fields.place(name) for name in fields.values}
    for name in ("aliases", "mentioned_as", "same_as", "merged", "not_same_as"):
        node = fields.values.get(name)
        if isinstance(node, yaml.SequenceNode):
            found |= {f"{name}.{index}": place(each, fields.path, fields.shift) for index, each in enumerate(node.value)}
        elif node is not None:
            found[f"{name}.0"] = fields.place(name)
    return found


def _links(fields: Fields, text: str) -> dict[str, Place]:
    """Where the notes link to each id for the first time."""
    node = fields.values.get("notes")
    if not isinstance(node, yaml.ScalarNode) or "[[" not in node.value:
        return {}
    found: dict[str, Place] = {}
    for link in _LINK.finditer(text, node.start_mark.index, node.end_mark.index):
        above = text.count("\n", 0, link.start())
        column = link.start() - text.rfind("\n", 0, link.start())
        found.setdefault(f"notes.{link[1]}", Place(fields.path, above + 1, column, len(link[0])))
    return found


def _alias(text: str) -> Name:
    found = _ALIAS.match(text)
    return Name(found["text"], found["language"]) if found else Name(text)


def _ids(fields: Fields, name: str) -> tuple[str, ...]:
    found = []
    for text, node in fields.texts(name):
        if is_id(text):
            found.append(text)
        else:
            fields.report("bad-id", f"`{text[:60]}` is no id: {why_no_id(text)}", node, f"Write one such as {slug(text)}.")
    return tuple(found)


def _same_as(fields: Fields) -> tuple[str, ...]:
    found = []
    for text, node in fields.texts("same_as"):
        if _SAME_AS.match(text):
            found.append(text)
        else:
            fields.report(
                "bad-value", f"`{text[:60]}` is no identifier elsewhere", node, "Write it like wikidata:Q836, or as a web address."
            )
    return tuple(found)


def _facts(fields: Fields, context: _Context) -> tuple[Fact, ...]:
    node = fields.values.get("facts")
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        fields.report("wrong-value-type", "`facts` is not a list", node, "Begin each fact with `- `, such as `- visited: russia`.")
        return ()
    return tuple(fact for each in node.value for fact in _fact(each, context, fields.found))


def _fact(node: Node, context: _Context, found: list[Diagnostic]) -> tuple[Fact, ...]:
    """The facts of one entry of `facts:`: one for each value."""
    schema = context.schema
    fields = Fields(node, context.path, what="fact", found=found)
    if not isinstance(node, yaml.MappingNode):
        return ()
    named = [name for name in fields.keys if name not in FACT_KEYS and name not in schema.qualifiers]
    properties = [name for name in named if name in schema.properties]
    for name in named:
        if name not in schema.properties:
            _unknown_property(fields, name, context)
    if len(properties) > 1:
        second = fields.keys[properties[1]]
        fields.report(
            "two-properties",
            f"One fact has one property; here are {' and '.join(f'`{each}`' for each in properties)}",
            second,
            "Begin a new fact with `- `.",
        )
    if not properties:
        if not named:
            fields.report("no-property", "The fact has no property", node, "Begin it with one, such as `- visited: russia`.")
        return ()
    each = schema.properties[properties[0]]
    if not schema.is_a(context.type, each.on):
        fields.report(
            "property-not-on-type",
            f"`{each.name}` is a property of {' and '.join(each.on)}, not of {context.type}",
            fields.keys[each.name],
            _properties_hint(context),
        )
        return ()
    citations = _citations(fields, context)
    if not citations and "cite" not in fields.keys:
        fields.report(
            "no-citation",
            f"The fact `{each.name}` cites nothing",
            fields.keys[each.name],
            "Add `cite:` with `src:` and the `quote:` that says it.",
        )
    qualifiers = {
        name: values for name in fields.values if name in schema.qualifiers and (values := _values(fields, name, schema.qualifiers[name]))
    }
    values = _values(fields, each.name, each)
    if each.single and len(values) > 1:
        fields.report("wrong-value-type", f"`{each.name}` has one value", fields.values[each.name], "Keep one of them.")
    rank = fields.choice("rank", RANKS, Rank.NORMAL)
    if "why" in fields.values and "rank" not in fields.keys:
        hint = "Add `rank: deprecated` or `rank: preferred`, of which `why:` is the reason; other remarks go into `note:`."
        fields.report("why-without-rank", f"The fact `{each.name}` has a reason for its rank, and no rank", fields.keys["why"], hint)
    auto, unsure = _auto(fields), fields.text("unsure")
    qualified = {name: tuple(value for value, _ in pairs) for name, pairs in qualifiers.items()}
    qualifier_places = {name: fields.place(name) for name in qualifiers}
    return tuple(
        Fact(
            subject=context.entity,
            property=each.name,
            value=value,
            qualifiers=qualified,
            qualifier_places=qualifier_places,
            citations=citations,
            rank=rank,
            why=fields.text("why", limit=2_000),
            auto=auto,
            # Who accepts a proposal settles the loader's doubt, even if the line still stands there.
            unsure=unsure if auto else "",
            place=place(value_node, context.path),
            block=place(node, context.path),
        )
        for value, value_node in values
    )


def _auto(fields: Fields) -> str:
    """The loader that proposed something; who writes `auto: no` means that none did."""
    auto = fields.text("auto")
    if auto.casefold() in _NO:
        hint = "Delete the line: what has none counts as accepted."
        fields.report(
            "bad-value", f"`auto:` is the name of what proposed this, not whether something did: `{auto}`", fields.values["auto"], hint
        )
        return ""
    return auto


def _unknown_property(fields: Fields, name: str, context: _Context) -> None:
    schema = context.schema
    key = fields.keys[name]
    if name in schema.inverses:
        canonical = schema.inverses[name]
        target = fields.values.get(name)
        other = target.value if isinstance(target, yaml.ScalarNode) else "…"
        hint = f"Write `{canonical}: {context.entity}` among the facts of `{other}`; this page shows it by itself."
        fields.report("inverse-written", f"`{name}` is the inverse of `{canonical}` and is never written", key, hint)
        return
    hint = did_you_mean(
        name, [*(each.name for each in schema.properties_on(context.type)), *schema.qualifiers, *FACT_KEYS]
    ) or _properties_hint(context)
    fields.report("unknown-property", f"There is no property `{name[:60]}`", key, hint)


def _properties_hint(context: _Context) -> str:
    article = "An" if context.type[:1] in "aeiou" else "A"
    return f"{article} {context.type} has: {', '.join(each.name for each in context.schema.properties_on(context.type))}."


def _values(fields: Fields, name: str, each: Property) -> list[tuple[Value, Node]]:
    """The values of a property or qualifier that can be read, with their nodes."""
    words = each.kind in {Kind.QUOTE, Kind.TEXT}
    limit = MAX_QUOTE if words else MAX_QUOTE // 10
    found: list[tuple[Value, Node]] = []
    for text, node in fields.texts(name, limit=limit, words=words):
        try:
            found.append((parse_value(text, each.kind, unit=each.unit, choices=each.choices), node))
        except ValueError as error:
            code = {Kind.DATE: "bad-date", Kind.ENUM: "bad-value", Kind.COORDINATES: "bad-value", Kind.URL: "bad-value"}.get(
                each.kind, "wrong-value-type"
            )
            fields.report_value(code, error, node)
    return found


def _citations(fields: Fields, context: _Context) -> tuple[Citation, ...]:
    node = fields.values.get("cite")
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        fields.report("wrong-value-type", "`cite` is not a list of citations", node, "Write `cite:` and below it `- src: article-id`.")
        return ()
    return tuple(citation for each in node.value if (citation := _citation(each, context, fields.found)))


def _citation(node: Node, context: _Context, found: list[Diagnostic]) -> Citation | None:
    fields = Fields(node, context.path, what="citation", found=found)
    if not isinstance(node, yaml.MappingNode):
        return None
    for _ in fields.unknown(CITATION_KEYS):
        pass
    fields.text("note", limit=MAX_PROSE)
    source = fields.text("src")
    if not source:
        if "src" not in fields.keys:
            fields.report("missing-key", "The citation names no source", node, "Add `src:` with the id of an article.")
        return None
    article = context.articles.get(source)
    by = fields.text("by")
    if by and by != UNKNOWN_SPEAKER and not is_id(by):
        fields.report(
            "wrong-value-type",
            f"`by` names an entity by its id, not by a name: {by[:60]!r}",
            fields.values["by"],
            "Write the id, or `unknown`.",
        )
        by = UNKNOWN_SPEAKER
    quote, locator = fields.text("quote", limit=MAX_QUOTE), fields.text("locator")
    if article and article.text is not None and not quote and "quote" not in fields.keys:
        fields.report("missing-key", "The citation has no quote", node, f"Add `quote:` with the exact words of {source}.")
    if article and article.text is None and not locator and "locator" not in fields.keys:
        fields.report(
            "missing-key",
            f"The text of `{source}` is not held, and the citation has no locator",
            node,
            "Add `locator:` with the page, section or record number.",
        )
    _check_end(fields, quote, article)
    default = article.default_stance if article else Stance.FACT
    return Citation(
        source=source,
        quote=quote,
        locator=locator,
        by=by,
        stance=fields.choice("stance", STANCES, default),
        place=fields.place("src"),
        quote_place=fields.place("quote"),
        by_place=fields.place("by") if by else None,
    )


def _check_end(fields: Fields, quote: str, article: Article | None) -> None:
    """Reports a quote with a comment behind it that the article goes on with, however it is written."""
    node = fields.values.get("quote")
    if quote and article and article.text and isinstance(node, Commented) and not node.cut:
        begun = " ".join(node.comment.split(maxsplit=2)[:2])
        if count_quote(f"{quote} {begun}", article.text):
            fields.report_cut("quote", node)
