"""The form editor at `admin/`: Sveltia CMS, told where the repository is and what the schema says. Pure, as all pages."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from urllib.parse import urlsplit

from sourcebook.model.knowledge import KnowledgeBase, Settings
from sourcebook.render.form_fields import Field, collections
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
_HOSTS = {
    "github": re.compile(r"github\.com\Z"),
    "gitlab": re.compile(r"gitlab\.com\Z|gitlab\."),
    "gitea": re.compile(r"(codeberg\.org|gitea\.com)\Z|(gitea|forgejo)\."),
}
"""What serves a repository, as far as its address tells."""

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


def configuration(kb: KnowledgeBase) -> Field:
    """What Sveltia CMS is told: a collection for each type, the articles, the pages, and one of all entities to choose from."""
    settings = kb.settings
    found: Field = {
        "load_config_file": False,
        "backend": _backend(settings),
        "app_title": settings.title,
        "logo": {"show_in_header": False},
        "media_folder": settings.inside("content/pages/assets"),
        "public_folder": "/assets",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": collections(kb),
    }
    if settings.forms.get("review") == "true" and found["backend"]["name"] in {"github", "gitlab"}:
        found["publish_mode"] = "editorial_workflow"
    return found
