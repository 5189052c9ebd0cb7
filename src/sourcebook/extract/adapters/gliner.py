"""GLiNER models, by the path of a folder: names of any type, without training."""

from collections.abc import Iterator, Sequence
from typing import Any

from sourcebook import lazy_re as re
from sourcebook.diagnostics import SourcebookError
from sourcebook.extract.adapters import PRIORITY, Recogniser
from sourcebook.extract.adapters.spacy import first_line, trimmed
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found

ASKED = {
    "person": "person",
    "country, city or region": "place",
    "organization": "organization",
    "event": "event",
    "agreement or treaty": "agreement",
    "area of cooperation": "area",
}
"""What the model is asked for, and our types."""
WINDOW, OVERLAP = 180, 40
"""Words. The models cut what is longer than some 384 pieces without a word, so a window stays well below."""
THRESHOLD = 0.5
_WORD = re.compile(r"\S+")


def make(argument: str) -> Recogniser:
    """The recogniser of a model in a folder; nothing is downloaded.

    Raises:
        SourcebookError: If GLiNER is not installed or the folder holds no model.
    """
    if not argument:
        msg = "Name the folder of a model: gliner:path/to/model"
        raise SourcebookError(msg)
    try:
        from gliner import GLiNER  # noqa: PLC0415 - an optional extra
    except ImportError:
        msg = "GLiNER is not installed: pip install 'sourcebook[gliner]'"
        raise SourcebookError(msg) from None
    try:
        model = GLiNER.from_pretrained(argument, local_files_only=True)
    except (OSError, ValueError) as error:
        msg = f"GLiNER cannot load {argument!r}: {first_line(error)}"
        raise SourcebookError(msg) from None
    return recogniser(model)


def recogniser(model: Any) -> Recogniser:
    """The recogniser of anything that has GLiNER's `predict_entities(text, labels, threshold=…)`."""
    return lambda document: _names(model, document)


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most `WINDOW` words (code points, half-open), each beginning `OVERLAP` words before the last one's end."""
    words = [(each.start(), each.end()) for each in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        last = min(at + WINDOW, len(words))
        yield words[at][0], words[last - 1][1]
        if last == len(words):
            return
        at = last - OVERLAP


def _names(model: Any, document: Document) -> Iterator[Found]:
    best: dict[tuple[int, int], tuple[float, str]] = {}
    for start, end in windows(document.text):
        found: Sequence[dict[str, Any]] = model.predict_entities(document.text[start:end], list(ASKED), threshold=THRESHOLD)
        for each in found:
            span = trimmed(document.text, start + int(each["start"]), start + int(each["end"]))
            score, kind = float(each.get("score", 1)), ASKED.get(str(each["label"]), "")
            # The same words in two windows: the surer reading; words that the model made up are none.
            if span and kind and score >= THRESHOLD and document.text[start + each["start"] : start + each["end"]] == each.get("text", ""):
                key = (span.start, span.end)
                best[key] = max(best.get(key, (0.0, "")), (score, kind))
    for (first, last), (_, kind) in sorted(best.items()):
        span = trimmed(document.text, first, last)
        if span:
            yield Found(span=span, type=kind, name=" ".join(span.of(document.text).split()), priority=PRIORITY)
