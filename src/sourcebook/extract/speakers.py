"""Who speaks a quotation: named in its cue, held over from the quotation before, or announced by a sentence before it."""

import bisect
import re

from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.linking import Linked
from sourcebook.extract.quotations import Quoted, quotations
from sourcebook.model.spans import Span

_PRONOUN = re.compile(r"\W*(?:He|She|he|she)\b")
_PRONOUN_SAID = re.compile(
    r"\b(?:he|she|He|She)\s+(?:\w+\s+)?(?:said|says|told|added|stated|noted|stressed|explained|wrote|asked|replied|continued)\b"
)
_ANNOUNCED = re.compile(
    r"\b(?:statement|remarks|comments?|message|letter|following|said|says|added|stated)\b[^.\n]{0,90}:?\s*\Z|\b(?:issued|released|provided|made)\b[^.\n]{0,60}\bstatement\b[^\n]*\Z",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|added|adds|stated|noted|notes|stressed|explained|explains|announced|asked|replied|wrote|writes|responds?|responded|argued|argues|warned|warns|insisted|insists|remarked|commented|complained|admitted|retorted|countered|suggested|conceded|acknowledged|lamented|quipped|joked|tweeted|posted|observed|recalled|claimed|declared|emphasi[sz]ed|"
    r"concluded|continued|reiterated|underlined|underscored|affirmed|reaffirmed|pointed out|cautioned|asserted|confirmed|urged|puts? it|called|described|praised|accused|accuses|blamed|branded|likened|compared|characteri[sz]ed|portrayed|spoke of|according to)\b",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    rf"{_SPEECH.pattern}|\b(?:thanked|welcomed|condemned|criticised|criticized|rejected|denied|defended|dismissed|hailed|spoke|speaking|expressed|promised|pledged|vowed|demanded|stressing|saying|adding|noting|telling)\b"
)
_DIRECTLY = re.compile(r"\s+(?:(?:also|later|then|has|had|have|further|earlier)\s+){0,2}")
_ACCOMPANIES = re.compile(r"\b(?:accompanied|joined|flanked|followed|hosted|represented|received)\s+by\s+(?:[\w’'.-]+\s+){0,6}\Z")
_LABEL = re.compile(r"[*_#\s]*([A-Z][^:\n“\".,?!]{1,48}?)[*_]*:[*_]*\s+(?=[A-Z“\"])")
_QUOTED_BY = re.compile(r"\bquoted\b[^.;]{0,40}\bby\b")
_TO_WHOM = re.compile(r"\b(?:to|with|from|of|for|after|about|by)\s+(?:(?:the|his|her|its|their)\s+)?(?:[A-Z][\w-]*\s+){0,3}\Z")
_SAME_PERSON = re.compile(
    r"[\s,”\"’]*[Tt]he\s+(?:[\w.-]+\s+){0,4}?(?:diplomat|official|politician|leader|lawmaker|envoy|minister|president|premier|chancellor|spokes(?:man|woman|person)|general|ambassador|analyst|expert|economist|professor|"
    r"researcher|commander|secretary|chief|academic|activist|chairman|governor|mayor|commissioner|director|representative|senator|scholar|historian|diplomat)\s+(?:also\s+|further\s+)?(?P<verb>said|says|told|added|adds|went\s+on|noted|stressed|continued|concluded|explained|stated|complained|warned|argued|insisted|replied|admitted|wrote)\b"
)
"""Who spoke before, named by an office only: "the top diplomat added"."""
_ADDS = frozenset(("added", "adds", "went on", "continued", "concluded"))
_PARTICIPLE = re.compile(r"\W*(?:Calling|Describing|Citing|Noting|Stressing|Welcoming|Warning|Praising|Dubbing|Hailing|Saying)\b")
_ACCORDING = re.compile(r"\W*According\s+to\s+(?:the\s+)?")
NEAR = 40
"""Code points between "according to" and the name."""
_DOCUMENT_SAID = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|document|report|agreement|memorandum|resolution|treaty|release)\b[^,;]{0,80}\b(?:said|says|reads?|stated|states|noted|notes)\b",
    re.IGNORECASE,
)
CONTINUES = 600
"""Code points between two quotations of one speaker, at most, with nothing but their own words between."""


def speakers(reading: Reading) -> list[tuple[Quoted, str]]:
    """The quotations of a document, each with the id of its speaker, or ""."""
    out: list[tuple[Quoted, str]] = []
    for each in quotations(reading.document):
        speaker = _told(reading, each, out) if each.cue else ""
        if not speaker and each.cue is None and not each.cut_off:
            speaker = _held_over(reading, each, out)
        if not speaker and each.cue and _SAME_PERSON.match(reading.text, each.cue.start, each.cue.end):
            speaker = _spoke_before(reading, each, out)
        out.append((each, speaker))
    starts = [each.span.start for each, _ in out]
    answers = [one for one in _answers(reading) if not _any_inside(out, starts, one[0].span)]
    return sorted([*out, *answers], key=lambda one: one[0].span)


def _told(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    """Whom the words beside a quotation name; who adds something is who has spoken."""
    assert quoted.cue is not None  # noqa: S101
    same = _SAME_PERSON.match(reading.text, quoted.cue.start, quoted.cue.end) if before else None
    return _spoke_before(reading, quoted, before) if same and same["verb"] in _ADDS else _of_cue(reading, quoted)


def _spoke_before(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    """Who "the top diplomat" is: whoever spoke before in this paragraph, or the one person of the sentence before."""
    block = reading.document.block_at(quoted.span.start)
    if before and reading.document.block_at(before[-1][0].span.start) == block:
        return before[-1][1]
    start = reading.document.article.blocks[block].start
    people = {each.entity for each in reading.people(Span(start, quoted.span.start))} if quoted.span.start > start else set()
    return people.pop() if len(people) == 1 else ""


def _any_inside(quoted: list[tuple[Quoted, str]], starts: list[int], span: Span) -> bool:
    """Whether a quotation overlaps a span; the quotations are in order."""
    at = bisect.bisect_left(starts, span.end)
    return any(each.span.overlaps(span) for each, _ in quoted[max(0, at - 2) : at])


def _answers(reading: Reading) -> list[tuple[Quoted, str]]:
    """What is answered in an interview: paragraphs that a person's name and a colon lead, where two or more are led so."""
    found = []
    labelled = 0
    for block in reading.document.article.blocks:
        label = _LABEL.match(reading.text, block.start, block.end)
        if label is None:
            continue
        labelled += 1
        named = reading.people(Span(*label.span(1)))
        whole = named and named[-1].span.end == label.end(1)
        if whole and label.end() < block.end and not block.of(reading.text).endswith("?"):
            found.append((Quoted(Span(label.end(), block.end), Span(*label.span(1))), named[-1].entity))
    return found if labelled > 1 else []


def _of_cue(reading: Reading, quoted: Quoted) -> str:
    text, cue = reading.text, quoted.cue
    assert cue is not None  # noqa: S101
    people = reading.people(cue)
    words = cue.of(text)
    spoken = not people and _PRONOUN_SAID.search(words)
    if (spoken or _PRONOUN.match(words)) and not (cue.start < quoted.span.start and people and words.index(people[0].span.of(text)) < 4):
        found = reading.subject(cue.end, reading.document.sentence_of(cue.start).span.start)
        if found:
            return found
        earlier = [one for one in reading.subjects if one.found.type == "person" and one.span.end <= cue.start]
        return earlier[-1].entity if earlier else ""
    reporter = _QUOTED_BY.search(words)
    # "the minister was quoted as saying by the daily Le Matin": the paper says nothing itself.
    bodies = reading.inside(Span(cue.start, cue.start + reporter.start()) if reporter and reporter.start() else cue, "organization")
    if not people and _PARTICIPLE.match(words):
        # "Calling it “…”, Minister Ana Ruiz said": who follows.
        after = reading.next(quoted.span.end, quoted.span.end + 2 * NEAR, "person", within=2 * NEAR)
        return after.entity if after else ""
    source = _ACCORDING.match(text, cue.start, cue.end)
    by = next((each for each in [*people, *bodies] if source and source.end() <= each.span.start <= source.end() + NEAR), None)
    if by and source and by.span.start == min(each.span.start for each in [*people, *bodies] if each.span.start >= source.end()):
        return by.entity
    if len(people) > 1 and _DOCUMENT_SAID.search(words):
        # "The statement released by A and B said": neither of them alone.
        return ""
    if people:
        nearest = _nearest(text, quoted, people)
        return nearest.entity if nearest else ""
    said = _SPEECH.search(text, cue.start, cue.end)
    beside = [
        each
        for each in bodies
        if said is None or each.span.end <= said.start() or not re.search(r"[A-Z]", text[said.end() : each.span.start])
    ]
    return beside[0].entity if beside else ""


def _nearest(text: str, quoted: Quoted, people: list[Linked]) -> Linked | None:
    """The person beside the verb of speech: "the minister told Maria Silva" is said by the minister."""
    cue = quoted.cue
    if cue is None:
        return people[0]
    found = _SPEECH.search(text, cue.start, cue.end)
    before = [each for each in people if found and each.span.end <= found.start()]
    beside = [each for each in before if _ACCOMPANIES.search(text, cue.start, each.span.start)]
    if before and len(beside) == len(before):
        # "Ruiz, accompanied by Minister Karl Meyer, said": not he.
        return None
    before = [each for each in before if each not in beside]
    if found and before and _DIRECTLY.fullmatch(text, before[-1].span.end, found.start()):
        # "Following talks with Maria Silva, Ola Nordmann told": whose verb it is.
        return before[-1]
    if len(before) > 1:
        # "In a letter to Maria Silva, Ola Nordmann wrote": whom a preposition leads does not speak.
        before = [each for each in before if not _TO_WHOM.search(text, cue.start, each.span.start)] or before
    if found and not before:
        # "said Maria Silva": the first after the verb.
        return next((each for each in people if each.span.start >= found.end()), people[0])
    return before[0] if before else people[0]


def _held_over(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    text = reading.text
    if before:
        last, speaker = before[-1]
        between = text[last.span.end : quoted.span.start]
        own = last.cue.of(text) if last.cue and last.cue.start >= last.span.end else ""
        rest = re.sub(r"[\s”\"“’‘.,*]+", " ", between).strip()
        sentence = reading.document.sentence_of(last.span.end).span
        whole = last.span.end <= sentence.end and not text[sentence.end : quoted.span.start].strip('”"“’‘„« \n\u200e\u200f')
        if speaker and (not rest or (own and len(between) < CONTINUES and (whole or _only_attribution(rest)))):
            return speaker
    blocks = reading.document.article.blocks
    index = reading.document.block_at(quoted.span.start)
    previous = reading.document.sentence_of(max(0, quoted.span.start - 4)).span
    own = text[previous.start : quoted.span.start - 1].strip()
    if (
        previous.end <= quoted.span.start
        and blocks[index].start <= previous.start
        and _SPOKE.search(own)
        and not before_is(before, previous)
    ):
        found = reading.subject(previous.end, previous.start)
        if found:
            return found
    opening = text[blocks[index].start : quoted.span.start].strip('“"„« \u200e\u200f')
    if not opening and index and _ANNOUNCED.search(blocks[index - 1].of(text)):
        people = reading.people(blocks[index - 1])
        return people[0].entity if people else ""
    if not opening and index and quoted.span.end + 2 >= blocks[index].end - 1:
        # A paragraph of nothing but words in marks: whoever spoke at the end of the last one goes on.
        last_block = blocks[index - 1]
        if before and last_block.contains(before[-1][0].span) and before[-1][1]:
            return before[-1][1]
        sentence = reading.document.sentence_of(last_block.end - 1).span
        if _SPOKE.search(text, sentence.start, sentence.end):
            return reading.subject(sentence.end, sentence.start) or ""
    return ""


def before_is(before: list[tuple[Quoted, str]], sentence: Span) -> bool:
    """Whether the last quotation stands in a sentence."""
    return bool(before) and before[-1][0].span.overlaps(sentence)


def _only_attribution(words: str) -> bool:
    """Whether the words between two quotations say no more than who speaks: "Cook said", "said the minister in Oslo"."""
    return (
        len(words.split()) <= 14
        and bool(re.search(r"\b(?:said|says|told|added|stated|noted|stressed|explained|continued)\b", words))
        and not re.search(r"[.!?] [A-Z]", words)
    )


__all__ = ["Span", "speakers"]
