"""The form editor at `admin/`: Sveltia CMS, told what the schema says. Pure, as all pages."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

from sourcebook.model.articles import GENRES
from sourcebook.model.facts import Rank, Stance
from sourcebook.model.knowledge import KnowledgeBase, Settings
from sourcebook.model.schema import Property, Type
from sourcebook.model.values import Kind
from sourcebook.render.interface import text
from sourcebook.render.markup import plain_inside

FOLDER = "admin/"
SVELTIA, YAML = "assets/vendor/sveltia-cms-0.221.1/", "assets/vendor/yaml-2.9.1/"
_OWN = ("admin/splice.js", "admin/forms.js", "admin/start.js")
_VENDORED = (
    f"{SVELTIA}sveltia-cms.js",
    f"{SVELTIA}material-symbols-outlined.woff2",
    f"{SVELTIA}source-sans-3.woff2",
    f"{YAML}yaml.min.js",
)
_ICONS = {
    "person": "person",
    "place": "location_on",
    "organization": "account_balance",
    "event": "event",
    "agreement": "contract",
    "area": "handshake",
}
"""Of the built-in types; the editor has other icons than the site."""
_HOSTS = {
    "github": re.compile(r"github\.com\Z"),
    "gitlab": re.compile(r"gitlab\.com\Z|gitlab\."),
    "gitea": re.compile(r"(codeberg\.org|gitea\.com)\Z|(gitea|forgejo)\."),
}
"""What serves a repository, as far as its address tells."""

_POINT = r"(-?\d{4}(-(\d\d|XX)(-(\d\d|XX))?)?|\d{3}X|\d{2}XX)[?~%]?"
_DATE = rf"^({_POINT}|{_POINT}\/(\.\.)?|(\.\.)?\/{_POINT}|{_POINT}\/{_POINT}|unknown|none)?$"
_PATTERNS = {
    Kind.DATE: (_DATE, "Write 2025, 2025-03, 2025-03-04, 2025-03? (uncertain), 2025-03~ (about), 202X or 2025-03-04/2025-03-09"),
    Kind.INTEGER: (r"^([+-]?\d{1,18}|unknown|none)?$", "Write digits only, such as 11"),
    Kind.QUANTITY: (r"^([+-]?\d{1,18}(\.\d{1,18})?(\s+\S.{0,30})?|unknown|none)?$", "Write a number and its unit, such as 4200 t"),
    Kind.COORDINATES: (
        r"^(-?\d{1,3}(\.\d{1,12})?\s*,\s*-?\d{1,3}(\.\d{1,12})?|unknown|none)?$",
        "Write latitude, longitude in degrees, such as 55.7558, 37.6173",
    ),
    Kind.URL: (r"^(https?:\/\/[^\s<>\"'`\\]+|unknown|none)?$", "Write an address that begins with https://"),
}
_ID = (r"^[a-z0-9]+(-[a-z0-9]+)*$", "Use lower-case letters, digits and single hyphens")
_CDN = "https://cdn.jsdelivr.net/fontsource/fonts/"
CHANGES = (
    # Fonts come from the site, not from another host.
    (f"url({_CDN}material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2)", f"url(../{SVELTIA}material-symbols-outlined.woff2)"),
    (f"url({_CDN}source-sans-3:vf@5.3.0/latin-wght-normal.woff2)", f"url(../{SVELTIA}source-sans-3.woff2)"),
    (f"url({_CDN}noto-mono@5.3.0/latin-400-normal.woff2)", "local('Noto Mono')"),
    # Our file formats get and give the whole file: not without the white space at its ends, nor with other line ends.
    ("(await e.text()).replace(/\\r\\n?/g,`\n`)", "await e.text()"),
    ("e=e.trim().replace(/\\r\\n?/g,`\n`);let o=", "let whole=e;e=e.trim().replace(/\\r\\n?/g,`\n`);let o="),
    ("c=GP.get(s)?.parser;if(c)return c(e);", "c=GP.get(s)?.parser;if(c)return c(whole);"),
    ("if(i)return`${(await i(e)).trim()}\\n`;", "if(i)return await i(e);"),
)
"""What is put differently in the script of Sveltia CMS when the site is built; each stands in it once."""
Field = dict[str, Any]


def shown(settings: Settings) -> bool:
    """Whether the site has the editor: where a repository is set, unless the settings say otherwise."""
    return settings.forms.get("show", "true" if settings.repository else "false") == "true"


def place(kb: KnowledgeBase, path: str) -> str:
    """An attribute that names the form of a file, of which a script makes a link; "" if there is none.

    >>> from sourcebook.model.schema import Schema
    >>> kb = KnowledgeBase(schema=Schema(types={}, properties={}, qualifiers={}), settings=Settings(repository="https://github.com/ada/kb"))
    >>> place(kb, "content/people/ada.yml")
    ' data-sb-form="people/entries/ada"'
    """
    if not shown(kb.settings):
        return ""
    _, folder, file = path.split("/", 2)
    # Where nobody can sign in, a reader's own folder can be edited from their own machine.
    where = "" if _service(kb.settings) else "-here"
    return f' data-sb-form{where}="{folder}/entries/{file.rpartition(".")[0]}"'


def files(kb: KnowledgeBase) -> Mapping[str, bytes]:
    """The editor's files by uri; none if the site has none."""
    if not shown(kb.settings):
        return {}
    page = _packaged("assets/admin/index.html").decode()
    for hole, words in {
        "{policy}": _policy(kb.settings),
        "{title}": plain_inside(kb.settings.title),
        "{sveltia}": f"../{SVELTIA}",
        "{yaml}": f"../{YAML}",
    }.items():
        page = page.replace(hole, words)
    found = {"admin/index.html": page.encode(), "admin/config.js": _script(kb).encode()}
    found |= {name: _packaged(f"assets/{name}") for name in _OWN}
    locale = f"{SVELTIA}{kb.settings.language}.json"
    return found | {name: _packaged(name) for name in (*_VENDORED, *([locale] if _has(locale) else []))}


@lru_cache(maxsize=16)
def _packaged(name: str) -> bytes:
    content = resources.files("sourcebook.render").joinpath(name).read_bytes()
    if name.endswith("/sveltia-cms.js"):
        for theirs, ours in CHANGES:
            content = content.replace(theirs.encode(), ours.encode())
    return content


def _has(name: str) -> bool:
    return re.fullmatch(r"[\w./-]+", name) is not None and resources.files("sourcebook.render").joinpath(name).is_file()


def _script(kb: KnowledgeBase) -> str:
    schema = kb.schema
    known = {
        "cms": configuration(kb),
        "vendor": f"../{SVELTIA}",
        "language": kb.settings.language,
        "schema": {
            "types": {name: [each.name for each in schema.properties_on(name)] for name in schema.types},
            "properties": {each.name: each.kind.value for each in schema.properties.values()},
            "qualifiers": {each.name: each.kind.value for each in schema.qualifiers.values()},
        },
    }
    # Nothing in a script may look like its end.
    written = json.dumps(known, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"globalThis.CMS_MANUAL_INIT = true;\nglobalThis.sourcebookForms = {written};\n"


# The host of the repository ---------------------------------------------------------------------------------------------------


def _service(settings: Settings) -> str:
    host = urlsplit(settings.repository).hostname or ""
    return settings.forms.get("backend") or next((name for name, pattern in _HOSTS.items() if pattern.match(host)), "")


def _backend(settings: Settings) -> Field:
    """How the editor reaches the repository. Without a service it knows, only a folder on the reader's disk can be edited."""
    service, split = _service(settings), urlsplit(settings.repository)
    origin, repo = f"{split.scheme}://{split.netloc}", split.path.strip("/").removesuffix(".git")
    found: Field = {
        "name": service or "gitea",
        "repo": repo if "/" in repo and service else "this/folder",
        "branch": settings.branch,
        "commit_messages": {
            "create": "{{collection}}: {{slug}} is new",
            "update": "{{collection}}: {{slug}} changed",
            "delete": "{{collection}}: {{slug}} removed",
        },
    }
    app, auth = settings.forms.get("app_id", ""), settings.forms.get("auth", "")
    if service == "gitlab" and origin != "https://gitlab.com":
        found |= {"base_url": origin, "api_root": f"{origin}/api/v4"}
    elif service == "gitea":
        found |= {"base_url": origin, "api_root": f"{origin}/api/v1"}
    elif service == "github" and origin != "https://github.com":
        found |= {"api_root": f"{origin}/api/v3"}
    if auth:
        found["base_url"] = auth
    if app:
        found["app_id"] = app
    if app and service == "gitlab":
        found["auth_type"] = "pkce"
    if not auth and not (app and service in {"gitlab", "gitea"}):
        # What it would use else is a service of a third party.
        found["auth_methods"] = ["token"]
    return found


def _policy(settings: Settings) -> str:
    """What the editor's page may load and ask: its own files, and the interface of the repository's host."""
    backend, asked = _backend(settings), ["'self'", "blob:", "data:"]
    if _service(settings):
        default = {"github": "https://api.github.com", "gitlab": "https://gitlab.com", "gitea": ""}[backend["name"]]
        roots = [backend.get("api_root", default), backend.get("base_url", "")]
        asked += sorted({f"{split.scheme}://{split.netloc}" for root in roots if (split := urlsplit(root)).netloc})
    return (
        f"default-src 'self'; connect-src {' '.join(asked)}; style-src 'self' 'unsafe-inline' blob:; "
        "img-src 'self' data: blob:; font-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'"
    )


# The forms --------------------------------------------------------------------------------------------------------------------


def configuration(kb: KnowledgeBase) -> Field:
    """What Sveltia CMS is told: a collection for each type, the articles, the pages, and one of all entities to choose from."""
    settings = kb.settings
    found: Field = {
        "load_config_file": False,
        "backend": _backend(settings),
        "app_title": settings.title,
        "logo": {"show_in_header": False},
        "media_folder": "content/pages/assets",
        "public_folder": "/assets",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [
            *(_entities(kb, kind) for kind in kb.schema.types.values()),
            {"divider": True},
            _articles(kb),
            _pages(),
            {
                "name": "entities",
                "label": "All",
                "folder": "content",
                "path": "{{type}}/{{slug}}",
                "format": "sourcebook-entity",
                "identifier_field": "name",
                "hide": True,
                "create": False,
                "fields": [{"name": "name", "label": "Name"}, {"name": "type", "widget": "hidden"}],
            },
        ],
    }
    if settings.forms.get("review") == "true" and found["backend"]["name"] in {"github", "gitlab"}:
        found["publish_mode"] = "editorial_workflow"
    return found


def _entities(kb: KnowledgeBase, kind: Type) -> Field:
    keys = kb.schema.keys_of(kind.name)
    return {
        "name": kind.plural,
        "label": text(kb, kind.plural_label),
        "label_singular": text(kb, kind.label),
        "icon": next((_ICONS[each] for each in kb.schema.lineage(kind.name) if each in _ICONS), "category"),
        "folder": f"content/{kind.plural}",
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
            _names("aliases", "Other names", "Name", "A name in another language ends with its tag: Мин Аун Хлайн @ru"),
            _names("mentioned_as", "Mentioned as", "Words", "Words that refer to it and are no names, such as: The Myanmar leader."),
            _facts(kb, kind),
            _cite("Words that establish that it exists"),
            _optional("notes", "Notes", "text", hint="Markdown, shown on the page; [[id]] and [[id|text]] link."),
            _names("same_as", "The same elsewhere", "Identifier", "Such as wikidata:Q836, or an address."),
            _names("merged", "Former ids", "Id", "Ids that it had or took over; links to them keep working."),
            _names("not_same_as", "Not the same as", "Id", "Ids that look alike and are different."),
            _optional("note", "Note for editors", "text", hint="Not shown on the site."),
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
    patterned = {"pattern": list(_PATTERNS[Kind.DATE]), "hint": _PATTERNS[Kind.DATE][1] + "."} if name == "when" else {}
    return _optional(name, name.capitalize(), **patterned)


def _names(name: str, label: str, one: str, hint: str) -> Field:
    return _optional(name, label, "list", label_singular=one, hint=hint)


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
    pattern, hint = _PATTERNS[each.kind]
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
                        _cite("The words it rests on", default=[{"src": ""}]),
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


def _cite(label: str, **more: Any) -> Field:
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
            _relation_by(),
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


def _relation_by() -> Field:
    return _optional(
        "by",
        "Who says it",
        "relation",
        collection="entities",
        value_field="{{slug}}",
        display_fields=["{{name}} ({{slug}})"],
        search_fields=["{{name}}", "{{slug}}"],
        dropdown_threshold=0,
        hint="Empty for the author of the article; an entity for somebody who is quoted.",
    )


def _articles(kb: KnowledgeBase) -> Field:
    return {
        "name": "articles",
        "label": text(kb, "Articles"),
        "label_singular": "Article",
        "icon": "article",
        "folder": "content/articles",
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
            _optional("issued", "Issued", pattern=list(_PATTERNS[Kind.DATE]), hint=_PATTERNS[Kind.DATE][1] + "."),
            _optional("accessed", "Accessed", pattern=list(_PATTERNS[Kind.DATE])),
            _optional("language", "Language", hint="A tag such as en or zh-Hant."),
            _optional("url", "Address", pattern=list(_PATTERNS[Kind.URL])),
            _optional("license", "Licence"),
            _optional("note", "Note for editors", "text"),
            _optional("body", "The text, word for word", "text", readonly=True, hint="It is never edited."),
            *({"name": name, "widget": "hidden"} for name in ("sha256", "original", "text", "_shown", "_text", "_whole")),
        ],
    }


def _pages() -> Field:
    return {
        "name": "pages",
        "label": "Pages",
        "label_singular": "Page",
        "icon": "draft",
        "folder": "content/pages",
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
