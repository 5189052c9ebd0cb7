"""The interface's words in the language of the site. English texts are their own keys; a missing one stays English."""

import html
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from sourcebook.model.dates import Date
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.markup import plain_inside

_HOLE = re.compile(r"\{(\w+)\}")
_LETTERS = re.compile(r"[A-Za-z]+(?: not known)?")


def say(kb: KnowledgeBase, text: str, **holes: object) -> str:
    """A text of the interface as HTML; `{name}` in it is replaced by what is given, which is HTML already. Other holes stay."""
    known = _templates(kb)
    template = known.get(text) or known.setdefault(text, _template(kb, text))
    return _HOLE.sub(lambda hole: str(holes.get(hole[1], hole[0])), template) if holes else template


@lru_cache(maxsize=2)
def _templates(_: KnowledgeBase) -> dict[str, str]:
    """The texts of a knowledge base that were asked for."""
    return {}


def _template(kb: KnowledgeBase, text: str) -> str:
    own = kb.settings.texts.get(text)
    # What people wrote in a file of theirs is no markup.
    return _safe(own) if own else _built_in(kb.settings.language).get(text) or _escaped(text)


def text(kb: KnowledgeBase, words: str) -> str:
    """A text of the interface as plain text, for titles and navigation."""
    return html.unescape(say(kb, words))


def count(kb: KnowledgeBase, number: int, one: str, many: str) -> str:
    """A count in words: `one` and `many` hold `{n}`."""
    return say(kb, one if number == 1 else many, n=f"{number:,}")


def date_text(kb: KnowledgeBase, date: Date) -> str:
    """A date in its true precision, as text."""
    known = translations(kb)
    return _LETTERS.sub(lambda found: known.get(found[0], found[0]), date.words)


def translations(kb: KnowledgeBase) -> Mapping[str, str]:
    """All texts of the site's language by the English ones; empty for English."""
    return {**_raw(kb.settings.language), **kb.settings.texts}


def texts() -> tuple[str, ...]:
    """The English texts of the interface that can be said in other languages, in order."""
    return tuple(_raw("fa"))


def _safe(text: str) -> str:
    """A template of unknown origin as HTML, with its holes."""
    parts, at = [], 0
    for hole in _HOLE.finditer(text):
        parts += [plain_inside(text[at : hole.start()]), hole[0]]
        at = hole.end()
    return "".join([*parts, plain_inside(text[at:])])


@lru_cache(maxsize=4096)
def _escaped(text: str) -> str:
    return html.escape(text, quote=True)


@lru_cache(maxsize=8)
def _raw(language: str) -> Mapping[str, str]:
    file = resources.files("sourcebook.render").joinpath(f"languages/{language}.json")
    if not re.fullmatch(r"[A-Za-z-]{2,35}", language) or not file.is_file():
        return {}
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=8)
def _built_in(language: str) -> Mapping[str, str]:
    return {key: _escaped(value) for key, value in _raw(language).items()}
