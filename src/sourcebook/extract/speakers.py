"""Who speaks a quotation: named in its cue, held over from the quotation before, or announced by a sentence before it."""

import bisect
import itertools
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.cited_by import IT, PRONOUN, SPEECH, body_before, doer_of, generic_body, named_in_cue
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.linking import Linked
from sourcebook.extract.quotations import Quoted, quotations
from sourcebook.model.spans import Span

_ANNOUNCED = re.compile(
    r"\b(?:statement|remarks|comments?|message|letter|following|said|says|added|stated)\b[^.\n]{0,90}:?\s*\Z|\b(?:issued|released|provided|made)\b[^.\n]{0,60}\bstatement\b[^\n]*\Z",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    rf"{SPEECH.pattern}|\b(?:thanked|welcomed|condemned|criticised|criticized|rejected|denied|defended|dismissed|hailed|spoke|speaking|expressed|promised|pledged|vowed|demanded|apologi[sz]ed|reassured|pledging|calling|urging|warning|stressing|saying|adding|noting|telling)\b"
)
_LABEL = re.compile(r"[*_#\s]*([A-Z][^:\n“\".,?!]{1,48}?)[*_]*:[*_]*\s+(?=[A-Z“\"])")
_SAME_PERSON = re.compile(
    r"[\s,”\"’]*[Tt]he\s+(?:[\w.-]+\s+){0,4}?(?:diplomat|official|politician|leader|lawmaker|envoy|minister|president|premier|chancellor|spokes(?:man|woman|person)|general|ambassador|analyst|expert|economist|professor|"
    r"researcher|commander|secretary|chief|academic|activist|chairman|governor|mayor|commissioner|director|representative|senator|scholar|historian|diplomat)\s+(?:also\s+|further\s+)?(?P<verb>said|says|told|added|adds|went\s+on|noted|stressed|continued|concluded|explained|stated|complained|warned|argued|insisted|replied|admitted|wrote)\b"
)
"""Who spoke before, named by an office only: "the top diplomat added"."""
_ADDS = frozenset(("added", "adds", "went on", "continued", "concluded"))
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
        if not speaker and not each.cut_off and not each.unmarked:
            speaker = _same_source(reading, each, out) or _of_clause(reading, each)
        out.append((_to_the_narrator(reading, each, speaker) if each.unmarked and speaker else each, speaker))
    starts = [each.span.start for each, _ in out]
    answers = [one for one in _answers(reading) if not _any_inside(out, starts, one[0].span)]
    return sorted([*out, *answers], key=lambda one: one[0].span)


_IT_ADDED = re.compile(
    r"[\s,”\"’]*(?:[Ii]t|[Tt]hey|[Tt]he\s+(?:[a-z]+\s+)?(?:statement|declaration|letter|communiqu[eé]|document|report|release|message|post|tweet|ministry|embassy|agency|office|group|company|organi[sz]ation|party|department|council|commission|readout))"
    r"\s+(?:also\s+|further\s+|then\s+)?(?:added|adds|continued|concluded|went\s+on|said|says|noted|stated|read|reads|stressed|warned)\b"
)
"""What follows words that go on with what was quoted before."""
_SAID_IT = re.compile(
    r"[\s,”\"’]*(?:said|added|read|concluded)\s+the\s+(?:statement|declaration|letter|document|report|message)\b"
    r"|.*\b[Tt]he\s+(?:group|organi[sz]ation|agency|company|body|bloc|firm|watchdog|charity|newspaper|paper|broadcaster|network)\s+(?:also\s+)?(?:said|says|added|noted|wrote|reported|warned)\b",
    re.DOTALL,
)
_WENT_ON = re.compile(r"\W*(?:He|She|he|she)\s+(?:also\s+)?(?:continued|added|adds|went\s+on|concluded)\b")
_STATEMENT = re.compile(r"\b(?:statement|declaration|letter|message|communiqu[eé]|post|tweet|release)\b[^.;]*\Z")
_GOES_ON = re.compile(
    r"\W*(?:It|They|The\s+(?:[a-z]+\s+)?(?:statement|declaration|letter|communiqu[eé]|document|report|message|post|tweet|readout))\s+(?:(?:also|further|then|later)\s+)?[a-z]+(?:s|ed|d)?\b"
)
"""How a sentence begins that tells more of what was quoted before."""
FURTHER = 3
"""Paragraphs back to which "it added" looks for who was quoted."""


def _same_source(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    """Whoever was quoted before, where the sentence goes on after that quotation, or its cue says "it added", "the statement read"."""
    last, speaker = next((each for each in reversed(before[-FURTHER:]) if each[1]), (None, ""))
    if last is None:
        return ""
    sentence = reading.document.sentence_of(quoted.span.start).span
    if sentence.start <= last.span.start and not reading.people(Span(last.span.end, quoted.span.start)):
        return speaker
    opens = _GOES_ON.match(reading.text, sentence.start, quoted.span.start)
    near = reading.document.block_at(quoted.span.start) - reading.document.block_at(last.span.end) <= FURTHER
    clause = reading.text[quoted.cue.start : quoted.cue.end] if quoted.cue else ""
    return (
        speaker
        if near
        and (
            opens
            or _IT_ADDED.match(clause)
            or _SAID_IT.match(clause)
            or (_STATEMENT.search(clause) and not reading.people(quoted.cue or last.span))
        )
        else ""
    )


def _of_clause(reading: Reading, quoted: Quoted) -> str:
    """Who does what the sentence tells, where the words in marks are a part of it: "Silva apologized, as she had a “hard day”"."""
    sentence = reading.document.sentence_of(quoted.span.start).span
    said = _SPOKE.search(reading.text, sentence.start, quoted.span.start)
    if said is None:
        # "The council's statement “condemned” the attack."
        told = _STATEMENT.search(reading.text, sentence.start, quoted.span.start)
        return generic_body(reading, Span(sentence.start, quoted.span.start), None) if told else ""
    people = reading.people(Span(sentence.start, said.start())) if said.start() > sentence.start else []
    pronoun = PRONOUN.match(reading.text, sentence.start)
    if people or pronoun:
        return reading.subject(said.start(), sentence.start) or ""
    clause = Span(sentence.start, quoted.span.start)
    bodies = reading.inside(Span(sentence.start, said.start()), "organization") if said.start() > sentence.start else []
    if bodies:
        return doer_of(reading.text, bodies, said.start()).entity
    return body_before(reading, clause) if IT.match(reading.text, sentence.start) else generic_body(reading, clause, said)


def _to_the_narrator(reading: Reading, quoted: Quoted, speaker: str) -> Quoted:
    """Unmarked words up to the paragraph that speaks of their speaker: nobody tells of himself by name."""
    blocks = reading.document.article.blocks
    first = reading.document.block_at(quoted.span.start)
    own = next(
        (
            each.span.start
            for each in reading.people(quoted.span)
            if each.span.start > blocks[first].end and (each.entity == speaker or _narrated(reading, each))
        ),
        0,
    )
    return replace(quoted, span=Span(quoted.span.start, blocks[reading.document.block_at(own) - 1].end)) if own else quoted


_DID = re.compile(
    r"\s+(?:(?:also|then|later)\s+)?(?:thanked|said|added|told|met|welcomed|praised|visited|spoke|arrived|travelled|traveled|joined|attended|addressed|appeared|has\s+been|was|will)\b"
)


def _narrated(reading: Reading, person: Linked) -> bool:
    """Whether a paragraph begins with a person's full name and what that person did."""
    block = reading.document.article.blocks[reading.document.block_at(person.span.start)]
    return " " in person.span.of(reading.text) and block.start == person.span.start and bool(_DID.match(reading.text, person.span.end))


def _told(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    """Whom the words beside a quotation name; who adds something is who has spoken."""
    assert quoted.cue is not None  # noqa: S101
    same = _SAME_PERSON.match(reading.text, quoted.cue.start, quoted.cue.end) if before else None
    if same and same["verb"] in _ADDS:
        return _spoke_before(reading, quoted, before)
    if before and before[-1][1] and _WENT_ON.match(reading.text, quoted.cue.start, quoted.cue.end):
        last = reading.document.block_at(before[-1][0].span.end)
        if reading.document.block_at(quoted.span.start) - last < FURTHER and not reading.people(
            Span(before[-1][0].span.end, quoted.cue.start)
        ):
            # A spokesman said, and "he continued".
            return before[-1][1]
    return named_in_cue(reading, quoted)


def _spoke_before(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    """Who "the top diplomat" is: whoever spoke before in this paragraph, or the one person of the sentence before."""
    block = reading.document.block_at(quoted.span.start)
    if before and reading.document.block_at(before[-1][0].span.start) == block:
        return before[-1][1]
    start = reading.document.article.blocks[block].start
    people = {each.entity for each in reading.people(Span(start, quoted.span.start))} if quoted.span.start > start else set()
    if not people and before and block - reading.document.block_at(before[-1][0].span.end) < FURTHER:
        return before[-1][1]
    return people.pop() if len(people) == 1 else ""


def _any_inside(quoted: list[tuple[Quoted, str]], starts: list[int], span: Span) -> bool:
    """Whether a quotation overlaps a span; the quotations are in order."""
    at = bisect.bisect_left(starts, span.end)
    return any(each.span.overlaps(span) for each, _ in quoted[max(0, at - 2) : at])


def _answers(reading: Reading) -> list[tuple[Quoted, str]]:
    """What is said in an interview or a transcript: paragraphs that a person's name and a colon lead, and those up to the next such."""
    blocks = reading.document.article.blocks
    labels = {
        index: label
        for index, block in enumerate(blocks)
        if (label := _LABEL.match(reading.text, block.start, block.end)) and label.end() < block.end
    }
    found = []
    for index, stop in itertools.pairwise([*labels, len(blocks)]):
        label = labels[index]
        who = _labelled(reading, Span(*label.span(1)))
        transcript = _OFFICIAL.match(label[1])
        if not who or (len(labels) < 2 and not transcript) or blocks[index].of(reading.text).endswith("?"):
            continue
        last = index
        while transcript and last + 1 < stop and not _ASIDE.match(blocks[last + 1].of(reading.text)):
            last += 1
        found.append((Quoted(Span(label.end(), blocks[last].end), Span(*label.span(1))), who))
    return found


def _labelled(reading: Reading, label: Span) -> str:
    """Whom the name before a colon means: "SECRETARY RUIZ" is the Ruiz whom the text names elsewhere."""
    named = reading.people(label)
    if named and named[-1].span.end == label.end and not label.of(reading.text).isupper():
        return named[-1].entity
    words = label.of(reading.text).split()
    if words[-1].isupper() and len(words) < MOST_IN_LABEL:
        surname = words[-1].casefold()
        known = [each for each in reading.linked if each.found.type == "person" and not each.span.of(reading.text).isupper()]
        for each in known:
            if each.found.name.split()[-1].casefold() == surname:
                return each.entity
    return named[-1].entity if named and named[-1].span.end == label.end else ""


MOST_IN_LABEL = 7
"""Words."""
_OFFICIAL = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){0,2}(?:(?:(?:PRIME|FOREIGN|DEFEN[CS]E|VICE|DEPUTY|ACTING)\s+)?(?:SECRETARY(?:[- ]GENERAL)?|MINISTER|PRESIDENT|AMBASSADOR|CHANCELLOR|SPEAKER|GOVERNOR|GENERAL|M[RS]S?\.?|DR\.?)\s+[A-ZÀ-Þ]|(?:Prime Minister|President|Foreign Minister|Minister|Secretary(?:[- ]General)?|Chancellor)\s+(?:of\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){1,3})?[A-Z])"
)
"""How the speakers of a transcript are told: "SECRETARY RUIZ", "President of Chile Ana Ruiz"."""
_ASIDE = re.compile(r"[(\[*]|QUESTION\b|#")


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
        number = reading.document.sentence_of(last_block.end - 1).number
        first = reading.document.sentence_of(last_block.start).number
        for each in reversed(reading.document.sentences[first : number + 1]):
            if _SPOKE.search(text, each.span.start, each.span.end):
                return reading.subject(each.span.end, each.span.start) or ""
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
