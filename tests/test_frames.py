"""Pages whose parts are rendered once for many: the same bytes as when each is rendered anew, whatever a theme looks at."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jinja2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url
from mkdocs.utils.templates import script_tag_filter, url_filter

from sourcebook.project import Project
from sourcebook.publishing import supply
from sourcebook.site import engine, pages
from sourcebook.site.frames import frames
from sourcebook.site.pages import QuickPage
from sourcebook.site.titles import Titles
from tests.synthetic import put, write

ROOT = Path(__file__).resolve().parent.parent


# Any templates


class Place(dict):
    """A configuration, as far as a page asks for one."""

    def __getattr__(self, name):
        return self.get(name)


CONFIG = Place(
    site_url="https://example.org/kb/", edit_uri="https://git.example.org/", name="Site", features=["a", "b"], palette=[{"scheme": "x"}]
)
MAIN = '{% extends "base.html" %}'
BLOCKS = "{% block first %}[1]{% endblock %}{% block second scoped %}{% endblock %}{% block third %}{% block inner %}[i]{% endblock %}{% endblock %}"
BITS = (
    *(
        "{{ page.title }}",
        "{{ page.mood }}",
        "{{ page.meta.mood }}",
        "{{ page.url }}",
        "{{ page['title'] }}",
        "{{ page | attr('title') }}",
        "{{ page }}",
    ),
    *("{{ page.none }}", "{{ page.canonical_url }}", "{{ page.edit_url }}", "{{ page.is_homepage }}", "{{ page.active }}"),
    *("{{ page.toc | length }}", "{{ page.content | length }}", "{{ page.ancestors | length }}", "{{ page.file.name }}"),
    *("{{ page.meta | tojson }}", "{{ page.meta | items | list }}", "{{ [page] | map(attribute='title') | join }}"),
    *("{% if page.mood == 'glad' %}+{% endif %}", "{% if page.mood %}{{ page.mood }}{% else %}-{% endif %}"),
    *(
        "{{ 'a/b.css' | url }}",
        "{{ 'people/x.html' | url }}",
        "{{ 'x.js' | script_tag }}",
        "{{ page.meta.link | url }}",
        "{{ none | url }}",
    ),
    *("{{ base_url }}", "{{ extra_css | join }}", "{{ config.name }}", "{{ config.features | join }}", "{{ config._current_page.title }}"),
    *("{% for each in nav.items %}{{ each.title }}{{ each.url | url }}{{ each.active }}{% endfor %}", "{{ nav.homepage.url | url }}"),
    *("{% for each in nav.items if each == page %}!{% endfor %}", "{{ page in nav.items }}{{ page == page }}", "{{ page is sameas page }}"),
    *("{{ nav.items | map(attribute='url') | map('url') | join(' ') }}", "{% for each in pages %}{{ each.page.title }}{% endfor %}"),
    *("{% set x = page.title %}", "{% set x = 'fixed' %}", "{% set x = page.mood %}", "{{ x }}", "{% if x %}{{ x | upper }}{% endif %}"),
    *("{% set x %}<{{ page.mood }}>{% endset %}", "{% set y = [page.title] %}", "{{ y | join }}", "{% set y = config.features %}"),
    *("{% set x = 'maybe' if page.mood == 'sad' %}", "{{ x is defined }}", "{% set ns = namespace(n=1) %}", "{{ ns.n }}"),
    *("{% if ns %}{% set ns.n = ns.n + 1 %}{% endif %}", "{% set page = nav.items[0] %}", "{% set base_url = 'else' %}", "{{ 1 == true }}"),
    *("{% set x = 1 %}", "{% set x = true %}", "{% set x = 1.0 %}", "{% set x = '1' %}", "{% set x = none %}", "{{ x.y }}"),
    *("{% for n in [1, 2] %}{{ loop.index }}{% INCLUDE %}{% endfor %}", "{% with x = page.title %}{% INCLUDE %}{% endwith %}"),
    *("{% INCLUDE %}", "{% if page.mood == 'glad' %}{% INCLUDE %}{% endif %}", "{% filter upper %}{% INCLUDE %}{% endfilter %}"),
    *("{% include page.mood ~ '.html' ignore missing %}", "{% include 'alone.html' without context %}"),
    *("{% import 'words.html' as words with context %}", "{% import 'words.html' as words %}", "{{ words.say('a') if words }}"),
    *(
        "{{ words.title() if words }}",
        "{{ words.kept if words }}",
        "{% from 'words.html' import title with context %}",
        "{{ title() if title }}",
    ),
    *("{% from 'words.html' import title %}", "{% macro own(a) %}{{ a }}{{ page.title }}{{ x }}{% endmacro %}", "{{ own(1) if own }}"),
    *("{{ words.outside() if words }}", "{% if words %}{% call words.around() %}{{ page.mood }}{% endcall %}{% endif %}"),
)
WORDS = (
    "{% set kept = page.mood if page %}{% macro say(a) %}{{ a }}{{ config.name if config }}{{ base_url }}{% endmacro %}"
    "{% macro title() %}{{ page.title if page }}{{ x }}{% endmacro %}{% macro outside() %}{% include 'leaf.html' %}{% endmacro %}"
    "{% macro around() %}({{ caller() }}{{ kept }}){% endmacro %}"
)
bits = some.lists(some.sampled_from(BITS), max_size=6).map("".join)
last_bits = some.lists(some.sampled_from([each for each in BITS if "words" not in each and "clude" not in each.lower()]), max_size=6).map(
    "".join
)


@some.composite
def themes(draw):
    """Templates that extend, include and import each other."""
    made = {
        "main.html": MAIN
        + draw(some.sampled_from(["", "{% block first %}{{ super() }}ONE{% endblock %}", "{% block inner %}ONE{% endblock %}"])),
        "base.html": draw(bits) + BLOCKS + draw(some.sampled_from(["", "{% if self.first() %}yes{% endif %}"])) + draw(bits),
        "upper.html": draw(bits),
        "lower.html": draw(bits),
        "words.html": draw(some.sampled_from(["", "{% set kept = base_url %}"])) + WORDS,
        "leaf.html": draw(last_bits),
        "glad.html": draw(last_bits),
        "alone.html": "{{ page.title if page }}{{ config.name if config }}alone",
    }
    made["base.html"] = made["base.html"].replace("[1]", draw(bits)).replace("[i]", draw(bits))
    made["main.html"] = made["main.html"].replace("ONE", draw(bits))
    for name, below in (("main.html", "upper"), ("base.html", "upper"), ("upper.html", "lower"), ("lower.html", "leaf")):
        made[name] = made[name].replace("{% INCLUDE %}", f"{{% include '{below}.html' %}}")
    return made


some_pages = some.lists(
    some.tuples(
        some.sampled_from(["people/ada", "people/bob", "people/cy", "places/x", "top"]),
        some.sampled_from(["Ada", "Bob", "1", ""]),
        some.sampled_from(["glad", "sad", "", None]),
    ),
    min_size=2,
    max_size=7,
)


class World:
    """An environment with a navigation, and pages beside it, some of which are alike."""

    def __init__(self, templates, directories):
        self.env = jinja2.Environment(loader=jinja2.DictLoader(templates), auto_reload=False)
        self.env.filters |= {"url": url_filter, "script_tag": script_tag_filter}
        self.directories = directories
        self.config = Place(CONFIG)
        home = self.page("index", "Home", "glad", Page)
        other = self.page("people/index", "People", None)
        self.nav = Navigation([home, other], [home, other])

    def page(self, name, title, mood, kind=QuickPage):
        page = kind(None, File(f"{name}.md", None, "/site", self.directories), CONFIG)
        page.meta = {"mood": mood, "link": f"{name}.css"} if mood is not None else {}
        page.markdown, page.content = "x", title * 3
        page.title = title
        if mood is not None:
            page.mood = mood
        return page

    def html(self, page, made_by=None):
        base = normalize_url(".", page)
        context = {"page": page, "nav": self.nav, "config": self.config, "base_url": base, "pages": [page.file, self.nav.items[0].file]}
        context["extra_css"] = [normalize_url("a.css", page)]
        self.config["_current_page"] = page
        page.active = True
        template = self.env.get_template("main.html")
        try:
            return made_by.render(template, page, context) if made_by else template.render(context)
        except (jinja2.TemplateError, TypeError, AttributeError, KeyError) as error:
            # KeyError: MkDocs' filter `url` in what is imported without its context, which has no page.
            return type(error).__name__
        finally:
            page.active = False


NO_PAGE = {
    "main.html": """{% extends "base.html" %}{% block first %}{% import 'words.html' as words %}{{ words.outside() }}{% endblock %}""",
    "base.html": "{% block first %}{% endblock %}",
    "words.html": "{% macro outside() %}{% include 'leaf.html' %}{% endmacro %}",
    "leaf.html": "{{ 'a/b.css' | url }}",
}
SET_LATER = {
    "main.html": "{% with x = page.title %}{% include 'upper.html' %}{% endwith %}{% for n in [1] %}{% include 'upper.html' %}{% endfor %}",
    "upper.html": "{% import 'words.html' as words with context %}{% set x = 1 %}{{ words.title() }}",
    "words.html": "{% macro title() %}{{ x }}{% endmacro %}",
}
"""What is imported was given a name that the template sets for itself afterwards."""


@settings(max_examples=250, deadline=None)
@given(templates=themes(), shown=some_pages, directories=some.booleans())
@example(templates=SET_LATER, shown=[("people/ada", "Ada", "glad"), ("people/ada", "Ada", "glad")], directories=False)
@example(templates=NO_PAGE, shown=[("people/ada", "Ada", "glad"), ("people/ada", "Ada", "glad")], directories=False)
def test_any_theme_comes_out_the_same(templates, shown, directories):
    plain, quick = World(templates, directories), World(templates, directories)
    renders = frames(quick.env, QuickPage)
    for each in [*shown, *shown]:
        wanted, found = plain.html(plain.page(*each)), quick.html(quick.page(*each), renders)
        assert found == wanted, each


MOOD = "{% set x = page.mood %}"
SAYS = "{% macro title() %}{{ x }}{% endmacro %}"
KEEPS = "{% set kept = page.mood %}{% macro kept_mood() %}{{ kept }}{% endmacro %}"
IMPORT = "{% import 'words.html' as words with context %}"
ONE, TWO = "{% block one %}", "{% endblock %}"
INSIDE = "{% include 'upper.html' %}"
TRICKS = {
    "an attribute": {"base": f"{ONE}{{{{ page.mood }}}}{TWO}"},
    "an attribute that only some have": {"base": f"{ONE}{{{{ page.mood is defined }}}}{TWO}"},
    "what an attribute holds": {"base": f"{ONE}{{{{ page.meta.mood }}}}{TWO}"},
    "a name": {"base": f"{MOOD}{ONE}{{{{ x }}}}{TWO}"},
    "a name of another type": {"base": f"{{% set x = 1 if page.mood == 'glad' else true %}}{ONE}{{{{ x }}}}{TWO}"},
    "a name that may be undefined": {"base": f"{{% set x = 'x' if page.mood == 'glad' %}}{ONE}{{{{ x is defined }}}}{TWO}"},
    "another page by the same name": {
        "base": f"{{% if page.mood == 'glad' %}}{{% set page = nav.items[0] %}}{{% endif %}}{ONE}{{{{ page.title }}}}{TWO}"
    },
    "a part in a part": {"base": f"{ONE}{INSIDE}{TWO}", "upper": "{{ page.mood }}"},
    "a name in a part in a part": {"base": f"{MOOD}{ONE}{INSIDE}{TWO}", "upper": "{% include 'lower.html' %}", "lower": "{{ x }}"},
    "a part that served in one that did not": {"base": f"{ONE}{{{{ page.title }}}}{INSIDE}{TWO}", "upper": "{{ page.mood }}"},
    "a name in a part that served in one that did not": {"base": f"{MOOD}{ONE}{{{{ page.title }}}}{INSIDE}{TWO}", "upper": "{{ x }}"},
    "what a module kept": {"base": f"{IMPORT}{ONE}{{{{ words.kept_mood() }}}}{TWO}", "words": KEEPS},
    "what a module kept that is imported inside": {"base": f"{ONE}{IMPORT}{{{{ words.kept_mood() }}}}{TWO}", "words": KEEPS},
    "a module's names": {"base": f"{MOOD}{IMPORT}{ONE}{{{{ words.title() }}}}{TWO}", "words": SAYS},
    "a module's names in a part that served": {
        "base": f"{MOOD}{IMPORT}{ONE}{{{{ page.title }}}}{INSIDE}{TWO}",
        "upper": "{{ words.title() }}",
        "words": SAYS,
    },
    "a part in a macro": {
        "base": f"{MOOD}{IMPORT}{ONE}{{{{ words.inside() }}}}{TWO}",
        "words": "{% macro inside() %}{% include 'upper.html' %}{% endmacro %}",
        "upper": "{{ x }}{{ page.mood }}",
    },
    "a macro's argument": {"base": f"{{% macro own(a) %}}{INSIDE}{{% endmacro %}}{{{{ own(page.mood) }}}}", "upper": "{{ a }}"},
    "a block in a block": {"base": f"{MOOD}{ONE}{{% block two scoped %}}{{% block three %}}{{{{ x }}}}{TWO}{TWO}{TWO}"},
    "the block above": {"main": f"{ONE}{{{{ super() }}}}!{TWO}", "base": f"{ONE}{{{{ page.mood }}}}{TWO}"},
    "a block elsewhere": {"base": f"{ONE}{{{{ page.mood }}}}{TWO}{{% block two %}}{{{{ self.one() }}}}{TWO}"},
    "a count": {
        "base": f"{{% set ns = namespace(n=1) %}}{ONE}{INSIDE}{{{{ ns.n }}}}{TWO}",
        "upper": "{% if page.mood == 'glad' %}{% set ns.n = 2 %}{% endif %}",
    },
    "whose address it is": {"base": f"{ONE}{{{{ 'people/x.html' | url }}}}{{{{ 'x.js' | script_tag }}}}{TWO}"},
    "the page, by another way": {"base": f"{ONE}{{{{ config._current_page.mood }}}}{TWO}"},
}


@pytest.mark.parametrize("name", TRICKS)
def test_what_a_part_depends_on_is_noted(name):
    templates = {"upper.html": "", "lower.html": "", "words.html": "", **{f"{key}.html": text for key, text in TRICKS[name].items()}}
    templates["main.html"] = MAIN + TRICKS[name].get("main", "")
    plain, quick = World(templates, False), World(templates, False)
    renders = frames(quick.env, QuickPage)
    for place in ("people/a", "places/a"):
        for title in ("T", "U"):
            for mood in ("glad", "sad", None, "glad", "sad"):
                assert quick.html(quick.page(place, title, mood), renders) == plain.html(plain.page(place, title, mood))


def test_a_part_that_looks_at_nothing_of_the_page_is_rendered_once():
    templates = {
        "main.html": MAIN,
        "base.html": '{% import "words.html" as words with context %}{% block one %}{% include "nav.html" %}{{ page.title }}{% endblock %}',
        "nav.html": "{% for each in nav.items %}{{ each.url | url }}{{ each == page }}{{ words.say('x') }}{% endfor %}",
        "words.html": "{% macro say(a) %}{{ a }}{{ config.name }}{{ base_url }}{% endmacro %}",
    }
    world = World(templates, False)
    counted = []
    world.nav.items = Counted(world.nav.items, counted)
    renders = frames(world.env, QuickPage)
    found = [world.html(world.page(f"people/p{n}", f"P{n}", "glad"), renders) for n in range(20)]
    assert len(set(found)) == 20
    assert len(counted) == 1
    world.html(world.page("places/x", "X", "glad"), renders)
    assert len(counted) == 2  # addresses are others in another folder


class Counted(list):
    """A list that tells when somebody goes through it."""

    def __init__(self, items, told):
        super().__init__(items)
        self.told = told

    def __iter__(self):
        self.told.append(1)
        return super().__iter__()


def own_filter(env):
    env.filters["shout"] = str.upper


def own_test(env):
    env.tests["odd"] = bool


def own_function(env):
    env.globals["today"] = id


def own_extension(env):
    env.add_extension("jinja2.ext.do")


def own_url(env):
    env.filters["url"] = str


@pytest.mark.parametrize("change", [own_filter, own_test, own_function, own_extension, own_url])
def test_steps_aside_where_templates_can_do_more(change):
    env = World({}, False).env
    change(env)
    assert frames(env, QuickPage) is None


@given(some.sampled_from(["a", "a/b", "", "ä b", "people"]), some.text("ab/.x-", max_size=8), some.text("abc/.#?:-", max_size=12))
def test_addresses_are_the_same_for_all_pages_of_a_folder(folder, name, value):
    """What `Frames` relies on."""
    last = name.rpartition("/")[2]
    one, other = (f"{folder}/{each}".lstrip("/") for each in (f"{last}.html", "other.html"))
    answers = [normalize_url(value, type("Page", (), {"url": url}), "") for url in (one, other)]
    assert answers[0] == answers[1]


# Titles


@pytest.fixture(scope="module")
def converter(tmp_path_factory):
    folder = tmp_path_factory.mktemp("titles")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    put(folder / "content/pages/index.md", "# Home\n")
    return pages._Converter(engine.settings_of(folder / "mkdocs.yml"), Files([]))


NAMES = some.text(
    some.one_of(some.sampled_from("abzAZ019 .,'’-–/+ _*[]&;:#(){}<>\"\\`~!|@=éñ"), some.characters(codec="utf-8")), min_size=1, max_size=20
)


@settings(max_examples=300, deadline=None)
@given(NAMES, some.sampled_from(["", " {: data-sb-id=ada-7 }", " {: data-sb-article=x }", " (2)"]))
@example("7. Jvwk-zQ, X. Ö’Y", "")
@example("Zqx Kvjw qzv-7", " {: data-sb-id=zqx-kvjw }")
@example("Сергей Шойгу", "")
@example("  a  b ", "")
@example("1 000 000", "")
def test_titles_are_those_of_markdown(converter, name, rest):
    line = f"# <bdi>{name}</bdi>{rest}"
    made = converter._titles.made(line)
    if made is not None:
        content, tokens, title = converter.converted(line)
        assert made == (content, [{**each, "children": []} for each in tokens], title)


def test_most_titles_need_no_markdown(converter):
    for name in ("Sergei Shoigu", "O'Neill-Smith, Jr.", "Min Aung Hlaing’s 2nd", "Ångström"):
        assert converter._titles.made(f"# <bdi>{name}</bdi> {{: data-sb-id=x-1 }}"), name
    for name in ("_a_", "a*b", "[x](y)", "&lt;", " a", "a  b", "a#", "{: x }"):
        assert converter._titles.made(f"# <bdi>{name}</bdi>") is None, name


def test_titles_that_come_out_otherwise_are_left_to_markdown():
    asked = []

    def numbered(line):
        asked.append(line)
        return f"<h1>{len(asked)}. {line}</h1>", [{"level": 1, "id": "zqx-kvjw", "name": line}], line

    titles = Titles(numbered, lambda name: name.lower().replace(" ", "-"))
    assert titles.made("# <bdi>Ada</bdi>") is None


# Whole sites


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    write(folder, 24)
    put(folder / "content/pages/about.md", "# About\n\nOf [[person-3]] and [the index](people/index.md).\n")
    return folder, supply(Project(folder))


OVERRIDES = {
    "partials/copyright.html": (
        "{% if page %}<p>{{ page.title }}, {{ page.meta.description | d('') | e }}: {{ page.url }} of {{ nav.items | length }}; "
        "{{ 'assets/x.css' | url }}{% if page.meta.title and 'P' in page.meta.title %} with a P{% endif %}"
        "{% if page.previous_page %}{{ page.previous_page.title }}{% endif %}{{ page.toc | length }}</p>{% endif %}"
    ),
    "partials/logo.html": "{% if (page.url or '').endswith('7.html') %}seven{% else %}other{% endif %}{{ lang.t('header') }}",
    "partials/tabs-item.html": (
        "{% macro render(nav_item, ref) %}<li>{{ nav_item.title }}{{ nav_item.url | url }}{{ nav_item == page }}"
        "{{ page.meta.title | d('') | length if page }}</li>{% endmacro %}"
    ),
    "main.html": (
        '{% extends "base.html" %}{% block announce %}{% if page and page.file.name.startswith("person-1") %}News of {{ page.title }}{% endif %}'
        "{% endblock %}{% block styles %}{{ super() }}<!-- {{ base_url }} {{ page.canonical_url }} -->{% endblock %}"
        "{% block footer %}{{ super() }}{{ self.htmltitle() }}{% endblock %}"
    ),
}


def features(*names):
    return lambda text: text.replace("    - navigation.tabs\n", "".join(f"    - {each}\n" for each in names))


NAV = """
nav:
  - Home: index.md
  - Some:
      - people/index.md
      - Person: people/person-7.md
      - Deeper:
          - places/index.md
          - About: about.md
  - Elsewhere: https://example.org
"""
SETTINGS = {
    "as it is": lambda text: text,
    "directories": lambda text: text.replace("use_directory_urls: false", "use_directory_urls: true"),
    "sections, no tabs": features("navigation.sections", "navigation.expand", "navigation.path", "navigation.footer", "toc.integrate"),
    "tabs that stick": features(
        "navigation.tabs", "navigation.tabs.sticky", "navigation.prune", "navigation.footer", "content.action.view"
    ),
    "a tree": lambda text: features("navigation.sections", "navigation.footer", "navigation.path")(text) + NAV,
    "a tree, directories": lambda text: text.replace("use_directory_urls: false", "use_directory_urls: true") + NAV,
    "German": lambda text: text.replace("language: en", "language: de"),
    "Arabic": lambda text: text.replace("language: en", "language: ar") + "copyright: x\nedit_uri_template: e/{path}\n",
    "no repository": lambda text: re.sub("repo_url: .*", "", text).replace("edit_uri: edit/main/content/pages/", ""),
    "extra": lambda text: text.replace(
        "  generator: false",
        "  generator: true\n  homepage: https://example.org\n  analytics: {provider: custom, feedback: {title: Good, ratings: "
        "[{icon: material/emoticon-happy-outline, name: Yes, data: 1, note: 'Thanks {url} {title}'}]}}\n"
        "  consent: {title: C, description: D}\n  alternate: [{name: English, link: /en/, lang: en}]\n"
        "  social: [{icon: fontawesome/brands/github, link: 'https://example.org'}]\n  version: {provider: mike}",
    ).replace('REPO_URL, "', 'REPO_URL, "https://x.example/'),
    "another slug": lambda text: text.replace('toc: {permalink: "#"', "toc: {anchorlink: true, toc_depth: 3"),
}


def prepared(folder, given, change, overrides):
    text = change((ROOT / "mkdocs.yml").read_text())
    shutil.rmtree(folder / "overrides", ignore_errors=True)
    if overrides:
        for name, template in OVERRIDES.items():
            put(folder / "overrides" / name, template)
        text = text.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    put(folder / "overrides/partials/integrations/analytics/custom.html", "<!-- {{ page.url }} -->")
    if not overrides:
        shutil.rmtree(folder / "overrides")
    put(folder / "mkdocs.yml", text)
    config = engine.settings_of(folder / "mkdocs.yml", folder / "site")
    ours = config.plugins["sourcebook"]
    ours.supply, ours.quick = given, True
    return pages.prepare(config)


@pytest.mark.parametrize("overrides", [False, True], ids=["material", "overrides"])
@pytest.mark.parametrize("name", SETTINGS)
def test_each_page_is_that_of_a_theme_rendered_anew(made, name, overrides):
    folder, given = made
    if name == "extra" and not overrides:
        pytest.skip("the provider is a template of the overrides")
    plain, quick = (prepared(folder, given, SETTINGS[name], overrides) for _ in range(2))
    plain.frames = None
    assert quick.frames
    for uri in plain.pages:
        assert quick.html(uri) == plain.html(uri), uri
    # Once more, when everything is known.
    for uri in list(plain.pages)[::5]:
        assert quick.html(uri) == plain.html(uri), uri


def test_a_build_with_overrides_is_that_of_mkdocs_in_any_number_of_processes(made, tmp_path):
    folder = tmp_path / "kb"
    shutil.copytree(made[0], folder)
    prepared(folder, made[1], SETTINGS["a tree"], True)
    sites = {}
    for jobs in (1, 3):
        engine.build(
            folder, folder / "mkdocs.yml", folder / f"by-{jobs}", lambda: supply(Project(folder)), jobs=jobs, watch=lambda *_: None
        )
        sites[jobs] = {
            path.relative_to(folder / f"by-{jobs}"): path.read_bytes() for path in (folder / f"by-{jobs}").rglob("*") if path.is_file()
        }
    assert sites[1] == sites[3]
    run = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"]
    subprocess.run(run, cwd=folder, check=True, capture_output=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    bare = re.compile(rb"\n\s*")
    for path, found in sites[1].items():
        if path.suffix == ".html":
            assert bare.sub(b"", found) == bare.sub(b"", (folder / "plain" / path).read_bytes()), path
