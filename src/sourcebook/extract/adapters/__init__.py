"""Models of others, behind the types and the grounding of our own recognisers.

A *recogniser* `(document) -> mentions` joins the rules, and sure rules win over it. An *extractor*
`(article, knowledge base, own ids) -> proposals` reads on its own; its proposals are added to those of the rules.
Both are made by a factory `(argument) -> callable`, found under a name: ours in the tables here, those of other
packages as entry points of the groups `sourcebook.recognisers` and `sourcebook.extractors`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from sourcebook.diagnostics import SourcebookError
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.model.articles import Article
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import Proposals
from sourcebook.text import CONTROL

Recogniser = Callable[[Document], Iterable[Found]]
Extractor = Callable[[Article, KnowledgeBase, frozenset[str]], Proposals]
PRIORITY = 2
"""Of a model's mention: below the rules that are sure, above the tagger's guesses."""
_RECOGNISERS: Mapping[str, str] = {"spacy": "spacy", "gliner": "gliner"}
_EXTRACTORS: Mapping[str, str] = {"llm": "llm"}


class ModelFailedError(SourcebookError):
    """A model gave nothing for one article, though it may for the next."""


@cache
def made(spec: str) -> tuple[Recogniser | None, Extractor | None]:
    """The recogniser or the extractor of a specification `NAME:ARGUMENT`, such as `spacy:en_core_web_sm`.

    Raises:
        SourcebookError: If nobody offers the name, or what it needs is not installed.
    """
    name, _, argument = spec.partition(":")
    for table, group, index in ((_RECOGNISERS, "sourcebook.recognisers", 0), (_EXTRACTORS, "sourcebook.extractors", 1)):
        factory = None
        if name in table:
            factory = import_module(f"{__name__}.{table[name]}").make
        else:
            found = sorted(entry_points(group=group, name=name), key=lambda one: one.value)
            factory = found[0].load() if found else None
        if factory:
            work = factory(argument)
            return (work, None) if index == 0 else (None, work)
    known = ", ".join([*_RECOGNISERS, *_EXTRACTORS])
    msg = f"No model adapter is called {name!r}; there are {known}. Write it as NAME:ARGUMENT, such as spacy:en_core_web_sm"
    raise SourcebookError(msg)


def read_with(article: Article, kb: KnowledgeBase, own: frozenset[str], specs: Sequence[str]) -> Proposals:
    """What the rules and the models of `specs` find in an article."""
    from sourcebook.extract.adapters.combine import combined  # noqa: PLC0415 - the pipeline imports what is above
    from sourcebook.extract.pipeline import extract  # noqa: PLC0415

    adapters = [made(each) for each in specs]
    found = extract(article, kb, own=own, extra=[one for one, _ in adapters if one])
    for _, extractor in adapters:
        if extractor:
            found = combined(found, extractor(article, kb, own))
    plain = found.without_controls() if article.text and CONTROL.search(article.text) else found
    return plain.writable()
