"""A long text is read as fast, by its length, as a short one."""

import sys
from pathlib import Path
from types import FrameType

from sourcebook.project import extract_text
from sourcebook.text import LONGEST_SENTENCE, sentences

ARTICLES = sorted((Path(__file__).parent / "eval/press/articles").glob("*.md"))


def _calls(text: str) -> int:
    """How often a function is called while a text is read: what clocks tell only roughly."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        extract_text(text)
    finally:
        sys.setprofile(None)
    return count


def test_the_work_grows_with_the_length_of_a_text_and_no_faster():
    text = "\n\n".join(each.read_text(encoding="utf-8").rpartition("---\n")[2] for each in ARTICLES)[:20_000]
    # Patterns are compiled and tables read before anything is counted.
    extract_text(text)
    # What is named again need not be found out again: eight times the text take less than eight times the work.
    once, eightfold = _calls(text), _calls("\n\n".join([text] * 8))
    assert len(text) < once
    assert eightfold < 8 * once


def test_what_goes_on_without_an_end_is_cut_between_words():
    text = "  ".join(["Norway and Chile signed the Harbour Agreement", *["and the Fjord Protocol"] * 2_000])
    cut = list(sentences(text))
    assert "".join(text[start:end] for start, end in cut).replace(" ", "") == text.replace(" ", "")
    assert all(end - start <= LONGEST_SENTENCE and text[start:end] == text[start:end].strip() for start, end in cut)
    assert len(cut) == len(text) // LONGEST_SENTENCE + 1
    parties = {each["object"] for each in extract_text(text)["relations"] if each["predicate"] == "party"}
    assert parties == {"norway", "chile"}


def test_a_word_without_an_end_is_left_whole():
    assert list(sentences("x" * 3 * LONGEST_SENTENCE)) == [(0, 3 * LONGEST_SENTENCE)]
