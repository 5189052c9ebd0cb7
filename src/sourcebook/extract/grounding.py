"""Each fact with the words it rests on: those of its sentence, or of the clause that states it, if they stand only once."""

import bisect
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, zip_longest

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Document, Sentence
from sourcebook.extract.facts import Reading
from sourcebook.extract.facts.stances import stance_of
from sourcebook.extract.speech.parts import doubt_of_words, is_term
from sourcebook.extract.speech.quotations import Quoted
from sourcebook.extract.statements import Statement
from sourcebook.model.facts import UNKNOWN_SPEAKER
from sourcebook.model.proposals import ProposedFact
from sourcebook.model.spans import Span
from sourcebook.text import count_quote

LONGEST_QUOTE = 260
"""Code points; a longer sentence is cut to the clause that states the fact."""
LONGEST_PASSAGE = 900
"""Code points of words that reach into another paragraph."""

APART = 20
"""Code points between the focus of a fact and where its clause begins or ends, at least."""
_COMMA = re.compile(r"[,;:]\s+")


def grounded(
    document: Document, statements: list[Statement], quoted: list[tuple[Quoted, str]], reading: Reading
) -> Iterator[ProposedFact | None]:
    """Each statement with the words it rests on; None where no words stand only once."""
    # Several facts rest on the words of one sentence.
    once = cache(lambda words: count_quote(words, document.text) == 1)
    commas = cache(lambda span: [found.end() for found in _COMMA.finditer(document.text, span.start, span.end)])
    whole = [one.span for one, _ in quoted if document.text[one.span.end - 1] in ".,!?"]
    for each in statements:
        quote = _quote(document, each.sentence, each.focus, once, commas)
        if not quote:
            yield None
            continue
        by = next((speaker or UNKNOWN_SPEAKER for one, speaker in quoted if one.span.contains(each.focus)), "")
        yield ProposedFact(
            subject=each.subject,
            property=each.property,
            value=each.value,
            qualifiers={name: values for name, values in each.qualifiers.items() if name != "note"},
            source=document.article.id,
            quote=quote,
            by=by,
            stance=None if by else stance_of(reading, each, whole),
            evidence=each.sentence.span,
            derived=each.derived,
            # What the words do not say themselves waits for a person.
            unsure=next(iter(each.qualifiers.get("note", ())), ""),
        )


def _quote(document: Document, whole: Sentence, focus: Span, once: Callable[[str], bool], commas: Callable[[Span], list[int]]) -> str:
    """The sentence, or where it is long the clause around the focus; with a neighbour where these words stand twice, as in a summary."""
    text, sentence = document.text, whole.span
    candidates = [sentence]
    if len(sentence) > LONGEST_QUOTE:
        ends = commas(sentence)
        first, last = bisect.bisect_right(ends, focus.start - APART), bisect.bisect_left(ends, focus.end + APART)
        candidates = [Span(ends[first - 1] if first else sentence.start, ends[last] if last < len(ends) else sentence.end), sentence]
    for each in chain(candidates, _with_neighbour(document, whole)):
        words = " ".join(each.of(text).split()).rstrip(" ,;:")
        if once(words):
            return words
    return ""


def _with_neighbour(document: Document, sentence: Sentence) -> Iterator[Span]:
    """The sentence with the one after it, and with the one before it, of the same paragraph; where that stands twice, to the next paragraph."""
    near = document.sentences[max(0, sentence.number - 1) : sentence.number + 2]
    for each in reversed([one for one in near if one is not sentence and one.paragraph == sentence.paragraph]):
        yield Span(min(each.span.start, sentence.span.start), max(each.span.end, sentence.span.end))
    after = (each for each in document.sentences[sentence.number + 1 :] if each.paragraph != sentence.paragraph)
    before = (each for each in reversed(document.sentences[: sentence.number]) if each.paragraph != sentence.paragraph)
    for other in (next(after, None), next(before, None)):
        if other and other.block is not HEADING:
            wide = Span(min(other.span.start, sentence.span.start), max(other.span.end, sentence.span.end))
            yield from [wide] if len(wide) <= LONGEST_PASSAGE else ()


def _only_begins(document: Document, words: str, first: Span, second: Span) -> bool:
    """Whether a few words are the beginning of a sentence that goes on after who says it: "“I ask you,” she said, “to think”"."""
    few = len(words.split()) <= FEWEST_SAID and words[0].isupper() and words[-1] not in ".!?"
    return (
        few
        and _GOES_ON.match(document.text, second.start) is None
        and document.text[second.start].islower()
        and document.sentence_of(first.start).span.contains(second)
    )


_GOES_ON = re.compile(
    r"(?:and|but|or|nor|so|yet|for|because|though|although|when|if|as|since|while|which|who|where|with|in|at|on|after|before|until|unless)\b"
)
"""What is added to a sentence that could end: "“We are friends,” she said, “and have long been”"."""


FEWEST_SAID = 5
"""Words that somebody said for a fact to be made of them."""


def said_words(document: Document, quoted: list[tuple[Quoted, str]]) -> Iterator[ProposedFact]:
    """What each speaker said, whole sentences of it; words that stand twice are left out."""
    for (each, speaker), after in zip_longest(quoted, [each for each, _ in quoted[1:]]):
        words = " ".join(each.span.of(document.text).split())
        # A few words out of somebody's sentence tell who spoke, but not what; nor does its beginning.
        whole = len(words.split()) >= FEWEST_SAID or words[-1] in ".,!?"
        if (
            speaker
            and whole
            and not (after and _only_begins(document, words, each.span, after.span))
            and not is_term(document.text, each.span)
            and len(words) < 4_000
            and count_quote(words, document.text) == 1
        ):
            evidence = document.sentence_of(each.span.start).span
            yield ProposedFact(
                subject=speaker,
                property="said",
                value=words,
                source=document.article.id,
                quote=words,
                by=speaker,
                evidence=evidence,
                unsure=doubt_of_words(document.text, evidence.start, each.span),
            )
