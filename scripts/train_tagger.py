"""Trains the tagger of names and writes src/sourcebook/extract/names/tagger.crf.

It learns from the development articles under tests/eval/ (never from the held-out ones) and from three corpora whose
licences allow any use with attribution. Put them in one folder and name it:

    wikigold.txt   Wikigold (Balasuriya et al. 2009), CC BY 4.0
                   https://figshare.com/articles/dataset/Learning_multilingual_named_entity_recognition_from_Wikipedia/5462500
    btc-*.txt      Broad Twitter Corpus (Derczynski et al. 2016), CC BY 4.0, sections in CoNLL form
                   https://github.com/GateNLP/broad_twitter_corpus
    crossner-*.txt CrossNER (Liu et al. 2021), MIT; of each field its three files, one after the other
                   https://github.com/zliucr/CrossNER

    python scripts/train_tagger.py FOLDER [--out FILE] [--without CORPUS] [--fold K/N]

`--fold K/N` leaves every Nth development article out, for cross-validation.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.eval.__main__ import read, split  # noqa: E402

from sourcebook.extract.document import Document  # noqa: E402
from sourcebook.extract.gazetteer import gazetteer  # noqa: E402
from sourcebook.extract.names.tagger import LABELS, features, written_words  # noqa: E402
from sourcebook.read.text import article_of  # noqa: E402

Spans = list[tuple[int, int, str]]
CORPORA = ("wikigold", "btc-e", "btc-f", "btc-g", "btc-h", "crossner-politics", "crossner-literature")
KINDS = {
    **dict.fromkeys(("person", "politician", "writer", "musicalartist", "scientist", "researcher"), "PER"),
    **dict.fromkeys(("location", "country"), "LOC"),
    **dict.fromkeys(("organisation", "politicalparty", "university", "band"), "ORG"),
}
"""The corpora's finer labels."""
DEVELOPMENT_WEIGHT = 4
"""How often the development articles are shown: they are of the genre, but few."""
SENTENCES = 25
"""Sentences of a corpus that are taken for one document."""
_CLOSING = frozenset(".,;:!?)]}%”’'") | {"''", "'s", "n't", "’s"}
_OPENING = frozenset("([{$“") | {"``"}


def corpus(path: Path) -> Iterator[tuple[str, Spans]]:
    """Texts with their names from a file with a token and its label on each line."""
    sentence: list[tuple[str, str]] = []
    batch: list[list[tuple[str, str]]] = []
    for line in [*path.read_text(encoding="utf-8", errors="replace").splitlines(), ""]:
        parts = line.split()
        if len(parts) > 1:
            sentence.append((parts[0], parts[-1]))
        elif sentence:
            batch.append(sentence)
            sentence = []
        if len(batch) == SENTENCES:
            yield joined(batch)
            batch = []
    if batch:
        yield joined(batch)


def joined(sentences: Sequence[Sequence[tuple[str, str]]]) -> tuple[str, Spans]:
    """Tokens as running text, and the spans of their labels; both ways of writing IOB are read."""
    text, spans = "", []
    for sentence in sentences:
        before, last = "", "O"
        for token, label in sentence:
            if text and not text.endswith("\n") and token not in _CLOSING and before not in _OPENING:
                text += " "
            start = len(text)
            text += token
            kind = KINDS.get(label[2:], label[2:])
            kind = kind if kind in LABELS else "O"
            if kind != "O" and last == kind and label[0] == "I":
                spans[-1] = (spans[-1][0], len(text), kind)
            elif kind != "O":
                spans.append((start, len(text), kind))
            before, last = token, kind
        text += "\n\n"
    return text, spans


def development(stems: Sequence[str]) -> Iterator[tuple[str, Spans]]:
    """The annotated articles; of nested names the longest."""
    kinds = {name: label for label, name in LABELS.items()}
    for stem in stems:
        text, _, gold = read(stem)
        spans: Spans = []
        for each in sorted(gold["mentions"], key=lambda one: one["start"] - one["end"]):
            if each["type"] in kinds and all(each["end"] <= start or end <= each["start"] for start, end, _ in spans):
                spans.append((each["start"], each["end"], kinds[each["type"]]))
        yield text, spans


def examples(text: str, spans: Spans) -> Iterator[tuple[list[list[bytes]], list[str]]]:
    """The sentences of a text as features and labels."""
    document = Document(article_of(text, "corpus", "corpus"))
    label_at = {position: (kind, start) for start, end, kind in spans for position in range(start, end)}
    small, capital = written_words(document)
    for sentence in document.sentences:
        labels: list[str] = []
        for token in sentence.tokens:
            kind, start = label_at.get(token.start, ("", -1))
            begins = start == token.start or not labels or labels[-1][2:] != kind
            labels.append(f"{'B' if begins else 'I'}-{kind}" if kind else "O")
        if sentence.tokens:
            yield features([each.text for each in sentence.tokens], gazetteer(), small, capital), labels


def train(texts: Sequence[tuple[str, Spans, int]], out: Path) -> None:
    """Fits the model; each text is shown as often as its weight says."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.05, "c2": 0.3, "max_iterations": 200, "feature.minfreq": 2})
    for text, spans, weight in texts:
        for seen, labels in examples(text, spans):
            for _ in range(weight):
                trainer.append(seen, labels)
    trainer.train(str(out))


def main() -> None:
    """Reads the command line, trains, and says how large the model is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "src/sourcebook/extract/names/tagger.crf")
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--fold", default="")
    given = parser.parse_args()
    stems = sorted(stem for stem, part in split().items() if part == "development")
    if given.fold:
        left, of = map(int, given.fold.split("/"))
        stems = [each for number, each in enumerate(stems) if number % of != left]
    texts = [(text, spans, DEVELOPMENT_WEIGHT) for text, spans in development(stems)] if "development" not in given.without else []
    for name in CORPORA:
        if name not in given.without:
            texts += [(text, spans, 1) for text, spans in corpus(given.folder / f"{name}.txt")]
    train(texts, given.out)
    print(f"{given.out}: {given.out.stat().st_size:,} bytes from {len(texts)} texts")


if __name__ == "__main__":
    main()
