"""The forms of entities, articles and pages: which fields the form editor shows, as the schema says."""

from collections.abc import Iterable
from typing import Any

from sourcebook.model.articles import GENRES
from sourcebook.model.facts import Rank, Stance
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.schema import Property, Type
from sourcebook.model.values import Kind
from sourcebook.render.interface import text
from sourcebook.slug import NOT_AN_ID

Field = dict[str, Any]
"""A part of the editor's configuration."""
_ICONS = {
    "person": "person",
    "place": "location_on",
    "organization": "account_balance",
    "event": "event",
    "agreement": "contract",
    "area": "handshake",
}
"""Of the built-in types; the editor has other icons than the site."""

_POINT = r"(-?\d{4}(-(\d\d|XX)(-(\d\d|XX))?)?|\d{3}X|\d{2}XX)[?~%]?"
_DATE = rf"^({_POINT}|{_POINT}\/(\.\.)?|(\.\.)?\/{_POINT}|{_POINT}\/{_POINT}|unknown|none)?$"
PATTERNS = {
    Kind.DATE: (_DATE, "Write 2025, 2025-03, 2025-03-04, 2025-03? (uncertain), 2025-03~ (about), 202X or 2025-03-04/2025-03-09"),
    Kind.INTEGER: (r"^([+-]?\d{1,18}|unknown|none)?$", "Write digits only, such as 11"),
    Kind.QUANTITY: (r"^([+-]?\d{1,18}(\.\d{1,18})?(\s+\S.{0,30})?|unknown|none)?$", "Write a number and its unit, such as 4200 t"),
    Kind.COORDINATES: (
        r"^(-?\d{1,3}(\.\d{1,12})?\s*,\s*-?\d{1,3}(\.\d{1,12})?|unknown|none)?$",
        "Write latitude, longitude in degrees, such as 55.7558, 37.6173",
    ),
    Kind.URL: (r"^(https?:\/\/[^\s<>\"'`\\]+|unknown|none)?$", "Write an address that begins with https://"),
}
_ID = (rf"^(?!{NOT_AN_ID}$)[a-z0-9]+(-[a-z0-9]+)*$", "Use lower-case letters, digits and single hyphens")


def collections(kb: KnowledgeBase) -> list[Field]:
    """One for each type, the articles, the pages, and one of all entities to choose from."""
    return [
        *(_entities(kb, kind) for kind in kb.schema.types.values()),
        {"divider": True},
        _articles(kb),
        _pages(kb),
        {
            "name": "entities",
            "label": "All",
            "folder": kb.settings.inside("content"),
            "path": "{{type}}/{{slug}}",
            "format": "sourcebook-entity",
            "identifier_field": "name",
            "hide": True,
            "create": False,
            "fields": [{"name": "name", "label": "Name"}, {"name": "type", "widget": "hidden"}],
        },
    ]


def _entities(kb: KnowledgeBase, kind: Type) -> Field:
    keys = kb.schema.keys_of(kind.name)
    return {
        "name": kind.plural,
        "label": text(kb, kind.plural_label),
        "label_singular": text(kb, kind.label),
        "icon": next((_ICONS[each] for each in kb.schema.lineage(kind.name) if each in _ICONS), "category"),
        "folder": kb.settings.inside(f"content/{kind.plural}"),
        "format": "sourcebook-entity",
        "identifier_field": "name",
        "summary": "{{name}}",
        "slug": {
            "template": "{{name}}",
            "editable": ["create"],
            "pattern": list(_ID),
            "hint": "The name of the file, and of the page. It never changes afterwards, and no two entities share one.",
        },
        "sortable_fields": ["name"],
        "fields": [
            _field("name", "Name", required=True, hint="As readers should see it."),
            _optional("summary", "Summary", "text", hint="One neutral sentence."),
            *(_key(key) for key in ("when", "kind", "status") if key in keys),
            _optional(
                "aliases", "Other names", "text", hint="One in each line. A name in another language ends with its tag: Мин Аун Хлайн @ru"
            ),
            _facts(kb, kind),
            _cite(kb, "Words that establish that it exists"),
            _optional(
                "mentioned_as",
                "Mentioned as",
                "text",
                hint="Words that refer to it and are no names, such as: The Myanmar leader. One in each line.",
            ),
            _optional("notes", "Notes", "text", hint="Markdown, shown on the page; [[id]] and [[id|text]] link."),
            _optional("same_as", "The same elsewhere", "text", hint="Such as wikidata:Q836, or an address. One in each line."),
            _optional("merged", "Former ids", "text", hint="Ids that it had or took over; links to them keep working. One in each line."),
            _optional("not_same_as", "Not the same as", "text", hint="Ids that look alike and are different. One in each line."),
            _optional("note", "Note for editors", "text", hint="Not shown on the site."),
            _optional("auto", "Made by the loader", hint="Empty this to accept the entity; its facts are accepted one by one."),
            {"name": "type", "widget": "hidden", "default": kind.name},
            {"name": "_text", "widget": "hidden"},
        ],
    }


def _field(name: str, label: str, widget: str = "string", /, **more: Any) -> Field:
    emoji = {"use_emoji_autocomplete": False} if widget in {"string", "text"} else {}
    return {"name": name, "label": label, "widget": widget, **emoji, **more}


def _optional(name: str, label: str, widget: str = "string", /, **more: Any) -> Field:
    return _field(name, label, widget, **{"required": False, **more})


def _key(name: str) -> Field:
    patterned = {"pattern": list(PATTERNS[Kind.DATE]), "hint": PATTERNS[Kind.DATE][1] + "."} if name == "when" else {}
    return _optional(name, name.capitalize(), **patterned)


def _choice(name: str, label: str, choices: Iterable[str | tuple[str, str]], **more: Any) -> Field:
    options = [{"label": each, "value": each} if isinstance(each, str) else {"label": each[0], "value": each[1]} for each in choices]
    return _optional(name, label, "select", options=options, dropdown_threshold=0, **more)


def _entity(kb: KnowledgeBase, name: str, label: str, to: tuple[str, ...], **more: Any) -> Field:
    """A choice of entities: those of the types that are named, or that extend them."""
    wanted = [each for each in kb.schema.types if to and kb.schema.is_a(each, to)]
    filters: Field = {"filters": [{"field": "type", "values": wanted}]} if wanted else {}
    return _optional(
        name,
        label,
        "relation",
        collection="entities",
        value_field="{{slug}}",
        display_fields=["{{name}} ({{slug}})"],
        search_fields=["{{name}}", "{{slug}}"],
        dropdown_threshold=0,
        **filters,
        **more,
    )


def _value(kb: KnowledgeBase, each: Property, name: str, label: str, **more: Any) -> Field:
    match each.kind:
        case Kind.ENTITY:
            return _entity(kb, name, label, each.to, multiple=not each.single, **more)
        case Kind.QUOTE:
            return _field(name, label, "text", **more)
        case Kind.ENUM:
            return _choice(name, label, each.choices, **more)
        case Kind.TEXT:
            return _field(name, label, **more)
    pattern, hint = PATTERNS[each.kind]
    unit = f" The unit is {each.unit} unless another is written." if each.unit else ""
    return _field(name, label, pattern=[pattern, hint], hint=f"{hint}.{unit}", **more)


def _facts(kb: KnowledgeBase, kind: Type) -> Field:
    more = _more(kb)
    return _optional(
        "facts",
        "Facts",
        "list",
        label_singular="Fact",
        collapsed=True,
        typeKey="property",
        hint="One property with its value, and the words it rests on.",
        types=[
            *(
                {
                    "name": each.name,
                    "label": text(kb, each.label),
                    "summary": "{{value}} {{more._special}} {{when}} {{auto}}",
                    "fields": [
                        _value(kb, each, "value", text(kb, each.label).capitalize(), required=each.kind is not Kind.ENTITY),
                        _key("when"),
                        _cite(kb, "The words it rests on", default=[{"src": ""}]),
                        {"name": "more", "label": "More", "widget": "object", "collapsed": True, "fields": more},
                        _optional(
                            "auto",
                            "Proposed by the loader",
                            hint="Empty this to accept the fact; remove the fact to reject it.",
                        ),
                        {"name": "_at", "widget": "hidden"},
                    ],
                }
                for each in kb.schema.properties_on(kind.name)
            ),
            {
                "name": "_yaml",
                "label": "As YAML",
                "summary": "{{yaml}}",
                "fields": [
                    _field("yaml", "The fact as it stands in the file", "text", hint="For facts that no form fits."),
                    {"name": "_at", "widget": "hidden"},
                ],
            },
        ],
    )


def _more(kb: KnowledgeBase) -> list[Field]:
    """Qualifiers but for the date, and what the editors think of a fact."""
    return [
        *(
            _value(kb, each, each.name, text(kb, each.label).capitalize(), required=False)
            for each in kb.schema.qualifiers.values()
            if each.name != "when"
        ),
        _choice(
            "rank", "Rank", [each.value for each in Rank], hint="What the editors think of the fact; the first and the last need a reason."
        ),
        _optional("why", "Why this rank"),
        _optional("unsure", "Why the loader doubts it", hint="As long as this is here, the fact is kept off the pages."),
        _choice(
            "_special",
            "The value itself",
            [("There is one, but it is not known which", "unknown"), ("It is known that there is none", "none")],
            hint="In place of an entity.",
        ),
    ]


def _cite(kb: KnowledgeBase, label: str, **more: Any) -> Field:
    return _optional(
        "cite",
        label,
        "list",
        **more,
        label_singular="Citation",
        summary="{{src}}: {{quote}}",
        fields=[
            _field(
                "src",
                "Article",
                "relation",
                collection="articles",
                value_field="{{slug}}",
                display_fields=["{{_shown}} ({{slug}})"],
                search_fields=["{{_shown}}", "{{slug}}"],
                dropdown_threshold=0,
            ),
            _optional("quote", "Quote", "text", hint="The exact words. [...] joins parts that follow each other."),
            _entity(kb, "by", "Who says it", (), hint="Empty for the author of the article; an entity for somebody who is quoted."),
            _choice("stance", "How the source puts it", [each.value for each in Stance], hint="Without it, the article's genre says."),
            _optional("locator", "Locator", hint="Page or section, where the text is not held."),
            _optional("note", "Note for editors"),
            _field(
                "_unknown",
                "The text does not say who speaks",
                "boolean",
                required=False,
                default=False,
            ),
            {"name": "_at", "widget": "hidden"},
        ],
    )


def _articles(kb: KnowledgeBase) -> Field:
    return {
        "name": "articles",
        "label": text(kb, "Articles"),
        "label_singular": "Article",
        "icon": "article",
        "folder": kb.settings.inside("content/articles"),
        "format": "sourcebook-article",
        "identifier_field": "_shown",
        "summary": "{{_shown}} ({{slug}})",
        "create": False,
        "delete": False,
        "duplicate": False,
        "sortable_fields": ["_shown", "issued"],
        "fields": [
            _optional("title", "Title"),
            _optional("author", "Author", hint="The id of an entity, or plain words."),
            _optional("publisher", "Publisher"),
            _choice("genre", "Genre", GENRES, hint="It sets how statements are put unless a citation says it."),
            _optional("issued", "Issued", pattern=list(PATTERNS[Kind.DATE]), hint=PATTERNS[Kind.DATE][1] + "."),
            _optional("accessed", "Accessed", pattern=list(PATTERNS[Kind.DATE])),
            _optional("language", "Language", hint="A tag such as en or zh-Hant."),
            _optional("url", "Address", pattern=list(PATTERNS[Kind.URL])),
            _optional("license", "Licence"),
            _optional("note", "Note for editors", "text"),
            _optional("body", "The text, word for word", "text", readonly=True, hint="It is never edited."),
            *({"name": name, "widget": "hidden"} for name in ("sha256", "original", "text", "_shown", "_text", "_whole")),
        ],
    }


def _pages(kb: KnowledgeBase) -> Field:
    return {
        "name": "pages",
        "label": "Pages",
        "label_singular": "Page",
        "icon": "draft",
        "folder": kb.settings.inside("content/pages"),
        "format": "sourcebook-page",
        "identifier_field": "title",
        "summary": "{{title}} ({{slug}})",
        "slug": {"editable": ["create"], "pattern": list(_ID), "hint": "The name of the file, and of the page."},
        "fields": [
            _field("body", "Markdown", "text", hint="Begin with a line: # Title"),
            {"name": "title", "widget": "hidden"},
            {"name": "_text", "widget": "hidden"},
        ],
    }
