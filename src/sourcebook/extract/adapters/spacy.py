"""Trained spaCy pipelines, by the name of a package or the path of a folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import SourcebookError
from sourcebook.extract.adapters import PRIORITY, Recogniser
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.model.spans import Span

LABELS = {
    "PERSON": "person",
    "PER": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organization",
    "EVENT": "event",
    "LAW": "agreement",
}
"""Our types for the labels of common pipelines; our own type names are taken as they are."""


def make(argument: str) -> Recogniser:
    """The recogniser of a pipeline.

    Raises:
        SourcebookError: If spaCy or the pipeline is not installed, or it recognises no names.
    """
    if not argument:
        msg = "Name a pipeline: spacy:en_core_web_sm, or spacy:path/to/folder"
        raise SourcebookError(msg)
    try:
        import spacy  # noqa: PLC0415 - an optional extra
    except ImportError:
        msg = "spaCy is not installed: pip install 'sourcebook[spacy]'"
        raise SourcebookError(msg) from None
    try:
        pipeline = spacy.load(argument)
    except (OSError, ValueError, ImportError, KeyError) as error:
        hint = "Check the folder" if "/" in argument or Path(argument).exists() else f"Install it with: python -m spacy download {argument}"
        msg = f"spaCy cannot load {argument!r}: {first_line(error)}. {hint}"
        raise SourcebookError(msg) from None
    if not {"ner", "entity_ruler", "span_ruler"} & set(pipeline.pipe_names):
        msg = f"The pipeline {argument!r} recognises no names: it has {', '.join(pipeline.pipe_names) or 'no parts'}"
        raise SourcebookError(msg)
    return lambda document: _names(pipeline, document)


def first_line(error: Exception) -> str:
    """What an error of somebody else's says, on one line."""
    return next(iter(str(error).splitlines()), type(error).__name__)[:200].rstrip(".")


def _names(pipeline: Any, document: Document) -> Iterator[Found]:
    # Block by block: a pipeline has a longest text, and no name goes over a paragraph's end.
    blocks = document.article.blocks
    for block, read in zip(blocks, pipeline.pipe(each.of(document.text) for each in blocks), strict=True):
        for name in read.ents:
            kind = LABELS.get(name.label_, name.label_ if name.label_ in set(LABELS.values()) | {"area"} else "")
            span = trimmed(document.text, block.start + name.start_char, block.start + name.end_char)
            if kind and span:
                yield Found(span=span, type=kind, name=" ".join(span.of(document.text).split()), priority=PRIORITY)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A model's span without article, possessive and blanks at its ends; None if nothing is left."""
    for lead in ("The ", "the ", "A ", "a "):
        if text.startswith(lead, start):
            start += len(lead)
    for tail in ("’s", "'s"):
        if text.endswith(tail, start, end):
            end -= len(tail)
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
