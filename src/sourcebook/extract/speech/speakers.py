"""Who speaks a quotation: named in its cue, held over from the quotation before, or announced by a sentence before it."""

import bisect
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.people.genders import may_mean
from sourcebook.extract.speech.bodies import IT, datelines
from sourcebook.extract.speech.cited_by import named_in_cue, sayer_in
from sourcebook.extract.speech.clauses import SPOKE, is_nobodys, of_clause, of_own_clause
from sourcebook.extract.speech.described import GUEST, foremost_before, guest, holder_of, is_described, named_next, spoken_of
from sourcebook.extract.speech.interviews import answers
from sourcebook.extract.speech.narrated import to_the_narrator
from sourcebook.extract.speech.papers import author_of, has_written, is_body, is_unsigned
from sourcebook.extract.speech.quotations import BY_WHOM, Quoted, otherwise_told, quotations
from sourcebook.extract.speech.worded import worded
from sourcebook.extract.speech.words import BODY_SAID, GOES_ON, IT_ADDED, SAID_IT, SPEECH, TEXT_FIRST, TEXT_SAYS
from sourcebook.model.spans import Span

_ANNOUNCED = re.compile(
    r"\b(?:statement|remarks|comments?|message|letter|said|says|added|stated)\b[^.\n]{0,90}:?\s*\Z|\b(?:issued|released|provided|made)\b[^.\n]{0,60}\bstatement\b[^\n]*\Z|\bfollowing\b[^.\n]{0,90}:\s*\Z|\b(?:has|have)\s+(?:spoken|commented)\b[^\n]*\Z",
    re.IGNORECASE,
)
_SAME_PERSON = re.compile(
    r"[\s,”\"’]*[Tt]he\s+(?:[\w.-]+\s+){0,4}?(?:diplomat|official|politician|leader|lawmaker|envoy|minister|president|premier|chancellor|spokes(?:man|woman|person)|general|ambassador|analyst|expert|economist|professor"
    r"|researcher|commander|secretary|chief|academic|activist|chairman|governor|mayor|commissioner|director|representative|senator|scholar|historian|diplomat)\s+(?:also\s+|further\s+)?(?P<verb>said|says|told|added|adds|went\s+on|noted|stressed|continued|concluded|explained|stated|complained|warned|argued|insisted|replied|admitted|wrote)\b"
)
"""Who spoke before, named by an office only: "the top diplomat added"."""
_ADDS = frozenset(("added", "adds", "went on", "continued", "concluded"))
CONTINUES = 600
"""Code points between two quotations of one speaker, at most, with nothing but their own words between."""


def speakers(reading: Reading) -> list[tuple[Quoted, str]]:
    """The quotations of a document, each with the id of its speaker, or ""."""
    every = list(quotations(reading.document))
    narrator = reading.outside([*(each.span for each in every if not each.unmarked), *datelines(reading)]) if every else reading
    out: list[tuple[Quoted, str]] = []
    for each in every:
        speaker = _speaker(narrator, each, out)
        out.append((to_the_narrator(reading, each, speaker) if each.unmarked and speaker else each, speaker))
    out = _shared(narrator, out)
    starts = [each.span.start for each, _ in out]
    answered = [one for one in answers(reading) if not _any_inside(out, starts, one[0].span)]
    told = [(each, "" if speaker and _may_be_a_namesake(reading, each, speaker) else speaker) for each, speaker in out]
    return sorted([*told, *answered], key=lambda one: one[0].span)


def _may_be_a_namesake(reading: Reading, quoted: Quoted, speaker: str) -> bool:
    """Whether a family name beside words in marks is that of two persons of the text, which bears it before it tells of either of them."""
    named = [each for each in reading.people(quoted.cue) if each.entity == speaker] if quoted.cue else []
    if not named or any(" " in each.span.of(reading.text).strip() for each in named):
        return False
    name = named[0].span.of(reading.text)
    full = [
        each
        for each in reading.linked
        if each.found.type == "person" and name in (whole := each.span.of(reading.text).split()) and len(whole) > 1
    ]
    return len({each.entity for each in full}) > 1 and any(
        each.span.of(reading.text) == name for each in reading.by_entity[speaker] if each.span.end < full[0].span.start
    )


_AND = re.compile(r"[”\"’']\s+and\s+[“\"‘']")


def _speaker(narrator: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    """Who speaks a quotation, by what the narrator tells beside it and before it."""
    last = before[-1][0] if before and before[-1][1] else None
    if last and last.cue and last.cue.end <= last.span.start and _AND.fullmatch(narrator.text, last.span.end, quoted.span.start):
        # "He said that it was “…” and “…”, CNN reported."
        return before[-1][1]
    if is_nobodys(narrator, quoted):
        return ""
    if (own := of_own_clause(narrator, quoted)) is not None:
        return own
    if quoted.cut_off and before and _after_words(narrator, quoted, before[-1][0]):
        return before[-1][1]
    if quoted.cue and BY_WHOM.match(narrator.text, quoted.cue.start, quoted.cue.end):
        # "It was dismissed as “…” by the envoy": nobody else's words.
        return named_in_cue(narrator, quoted) or ""
    speaker = worded(narrator, quoted) or (_told(narrator, quoted, before) if quoted.cue else "")
    if speaker or speaker is None or quoted.cut_off:
        return speaker or ""
    if quoted.cue is None and before and _goes_right_on(narrator, quoted, before[-1][0]):
        # Whoever spoke goes on, though nobody knows who it was: "…," said an envoy. "…".
        return before[-1][1]
    if quoted.cue is None:
        speaker = _held_over(narrator, quoted, before)
    else:
        described = spoken_of(narrator, quoted, before)
        if described is None:
            return ""
        same = _SAME_PERSON.match(narrator.text, quoted.cue.start, quoted.cue.end)
        speaker = (same and _spoke_before(narrator, quoted, before)) or described
        speaker = speaker or author_of(narrator, quoted)
        if speaker is None:
            return ""
        later = None if speaker or quoted.unmarked else otherwise_told(narrator.document, quoted)
        speaker = speaker or (later and named_in_cue(narrator, later)) or named_next(narrator, quoted) or ""
    return speaker or ("" if quoted.unmarked else _same_source(narrator, quoted, before) or of_clause(narrator, quoted))


def _after_words(reading: Reading, quoted: Quoted, last: Quoted) -> bool:
    """Whether a paragraph that has lost its opening mark is nothing but words, and the one before ends in words in marks."""
    blocks = reading.document.article.blocks
    index = reading.document.block_at(quoted.span.start)
    whole = blocks[index].start == quoted.span.start and blocks[index].end - quoted.span.end <= len("”.")
    return whole and index > 0 and blocks[index - 1].contains(last.span) and blocks[index - 1].end - last.span.end <= len("”.")


def _shared(reading: Reading, quoted: list[tuple[Quoted, str]]) -> list[tuple[Quoted, str]]:
    """Two quotations of a sentence of which only the last says whose they are: "“…” and its members “…”, Ruiz said"."""
    out = list(quoted)
    for at in range(len(out) - 2, -1, -1):
        (one, _), (other, known) = out[at], out[at + 1]
        if one.cue or one.cut_off or not known or other.cue is None or other.cue.start < other.span.end:
            continue
        between = reading.text[one.span.end : other.span.start]
        if len(between) < CONTINUES and "\n" not in between and not _ENDS.search(reading.text[one.span.end - 1 : other.span.start]):
            out[at] = (one, known)
    return out


def _begins_anew(reading: Reading, sentence: Span, before: int, speaker: str) -> bool:
    """Whether the paragraph of a sentence begins with what another body does, since somebody was quoted."""
    block = reading.document.article.blocks[reading.document.block_at(sentence.start)]
    if not before <= block.start < sentence.start:
        return False
    first = reading.opening_body(Span(block.start, sentence.start))
    return first is not None and first.entity != speaker


_THEY = re.compile(r"\W*(?:[Ii]n\s[^,“”\"]{2,60},\s+)?[Tt]hey\b")
_JOINT = re.compile(r"\b[Jj]oint\s+(?:[a-z]+\s+)?(?:statement|declaration|communiqu[eé]|letter|message)\b")
_ANOTHER = re.compile(r"[,;]\s+(?:while|whereas|but)\s+(?!that\b|also\b|(?:said|added)\b)")
"""What begins a clause of somebody else."""
_ENDS = re.compile(r"[.!?…][”\"’']?\s")
_WENT_ON = re.compile(r"\W*(?:He|She|he|she)\s+(?:also\s+)?(?:continued|added|adds|went\s+on|concluded)\b")
_AND_ADDED = re.compile(rf"\W*(?:And|But|Yet)\s+(?:(?:also|then|further)\s+)?{SPEECH.pattern}")
_STATEMENT = re.compile(r"\b(?:statement|declaration|letter|message|communiqu[eé]|post|tweet|release)\b[^.;]*\Z")
_A_PAPER = re.compile(
    r"[\s,”\"’]*[Aa]n?\s+(?:[a-z-]+\s+){0,2}(?:statement|declaration|letter|message|communiqu[eé]|post|tweet|release|report)\b"
)
"""A paper of which nothing has been told before: "a statement read out on television said"."""
_OF_A_KIND = re.compile(
    r"[\s,”\"’]*[Tt]he\s+(?P<of>(?:[a-z-]+\s+){0,2}?)"
    r"(?P<kind>ministry|embassy|party|department|council|commission|army|court|bank|university|parliament|union|office)\s"
)
"""A body that is called by what only some bodies are."""


def _is_of_another_kind(reading: Reading, clause: str, speaker: str) -> bool:
    """Whether a clause begins with a kind of body that a speaker is not: "the foreign ministry said" after words of the World Bank."""
    found = _OF_A_KIND.match(clause)
    if found is None or not is_body(reading, speaker):
        return False
    names = [each.found.name.casefold().replace("defence", "defense") for each in reading.by_entity[speaker]]
    words = f"{found['of']}{found['kind']}".replace("defence", "defense").split()
    return not any(all(word in name for word in words) for name in names)


FURTHER = 3
"""Paragraphs back to which "it added" looks for who was quoted."""


def _same_source(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    """Whoever was quoted before, if known, where the sentence goes on after that quotation, or its cue says "it added", "the statement read"."""
    last, speaker = next((each for each in reversed(before[-FURTHER:]) if each[1]), (None, ""))
    if last is None:
        return ""
    here = reading.document.sentence_of(quoted.span.start)
    sentence = here.span
    between = Span(last.span.end, max(last.span.end + 1, quoted.span.start))
    if sentence.start <= last.span.start and not reading.people(between) and not _ANOTHER.search(reading.text, between.start, between.end):
        return speaker
    opens = GOES_ON.match(reading.text, sentence.start, quoted.span.start)
    it = quoted.cue and IT.match(reading.text, quoted.cue.start, quoted.cue.end)
    if (opens or it) and not has_written(reading, speaker, Span(max(0, last.span.start - CONTINUES), sentence.start)):
        if it:
            # "Its office denied it. “…,” it said": not the person quoted before.
            return ""
        # "It described" is no person.
        opens = None
    if before[-1][1] != speaker and opens and reading.document.sentence_of(before[-1][0].span.start).number + 1 == here.number:
        # "The council issued a statement …. The statement calls": it is not of whoever spoke before.
        return ""
    if _JOINT.search(reading.text, sentence.start, max(sentence.start + 1, quoted.span.start)) and not is_body(reading, speaker):
        # "In a joint statement, the ministers condemned": not the one who was quoted before.
        return ""
    they = quoted.cue and _THEY.match(reading.text, quoted.cue.start, quoted.cue.end)
    if (they and not is_body(reading, speaker)) or _begins_anew(reading, sentence, last.span.end, speaker):
        return ""
    text = TEXT_FIRST.match(reading.text, sentence.start) or (
        quoted.cue and TEXT_SAYS.match(reading.text, quoted.cue.start, quoted.cue.end)
    )
    same = not text or (before[-1][1] and (cue := before[-1][0].cue) and TEXT_SAYS.match(reading.text, cue.start, cue.end))
    near = same and reading.document.block_at(quoted.span.start) - reading.document.block_at(last.span.end) <= FURTHER
    clause = reading.text[quoted.cue.start : quoted.cue.end] if quoted.cue else ""
    if _A_PAPER.match(clause) or _is_of_another_kind(reading, clause, speaker):
        return ""
    return (
        speaker
        if near
        and (
            opens
            or IT_ADDED.match(clause)
            or (SAID_IT.match(clause) and (is_body(reading, speaker) or not BODY_SAID.search(clause)))
            or (_STATEMENT.search(clause) and not reading.people(quoted.cue or last.span))
        )
        else ""
    )


def _told(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str | None:
    """Whom the words beside a quotation name; who adds something is who has spoken."""
    assert quoted.cue is not None  # noqa: S101
    if is_unsigned(reading, quoted.cue):
        return None
    same = _SAME_PERSON.match(reading.text, quoted.cue.start, quoted.cue.end) if before else None
    if same and same["verb"] in _ADDS:
        return _spoke_before(reading, quoted, before)
    if before and (who := _just_spoke(reading, quoted, before)) is not None:
        return who or None
    if latter := _LATTER.match(reading.text, quoted.cue.start, quoted.cue.end):
        previous = reading.document.before(reading.document.sentence_of(quoted.cue.start))
        pair = list(dict.fromkeys(each.entity for each in reading.people(previous.span))) if previous else []
        return pair[latter[1] == "latter"] if len(pair) == 2 else None
    if before and not before[-1][1] and _WENT_ON.match(reading.text, quoted.cue.start) and _beside(reading.text, before[-1][0], quoted):
        # A diplomat said it was “…”. “…,” he added.
        return None
    if GUEST.match(reading.text, quoted.cue.start, quoted.cue.end):
        return guest(reading, quoted.cue.start) or None
    if before and before[-1][1] and _AND_ADDED.match(reading.text, quoted.cue.start, quoted.cue.end):
        return before[-1][1]
    if before and before[-1][1] and _WENT_ON.match(reading.text, quoted.cue.start, quoted.cue.end):
        end = before[-1][0].span.end
        near = reading.document.block_at(quoted.span.start) - reading.document.block_at(end) < FURTHER
        if near and (quoted.cue.start <= end or not reading.people(Span(end, quoted.cue.start))):
            # A spokesman said, and "he continued".
            return before[-1][1]
    return named_in_cue(reading, quoted)


_HE_SAID = re.compile(
    r"[\s,”\"’]*(he|she)\s+(?:(?:also|then|further|later)\s+)?(?:said|says|told|added|adds|noted|explained|stressed|warned|argued|insisted|recalled)\b"
)


def _just_spoke(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str | None:
    """Who spoke, if known, in the sentence before one that begins with a quotation and goes on "he said"; None if it is no such sentence."""
    assert quoted.cue is not None  # noqa: S101
    said = _HE_SAID.match(reading.text, quoted.cue.start, quoted.cue.end) if quoted.cue.start >= quoted.span.end else None
    if said is None:
        return None
    last, speaker = before[-1]
    here, there = reading.document.sentence_of(quoted.span.start), reading.document.sentence_of(last.span.end)
    follows = here.number == there.number + 1 and here.paragraph == there.paragraph and here.span.start >= quoted.span.start - 1
    tells = follows and last.cue is not None and last.cue.start >= last.span.end and (not speaker or may_mean(said[1], speaker))
    return speaker if tells else None


_LATTER = re.compile(rf"[\s,”\"’]*[Tt]he\s+(former|latter)\s+(?:(?:also|then|later|has|had)\s+)?{SPEECH.pattern}")


def _beside(text: str, last: Quoted, quoted: Quoted) -> bool:
    """Whether nothing but marks stands between two quotations."""
    return not text[last.span.end : quoted.span.start].strip(' .,”“"’‘«»\n')


def _spoke_before(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    """Who "the top diplomat" is: whoever spoke before in this paragraph, or the one person of the sentence before."""
    block = reading.document.block_at(quoted.span.start)
    if quoted.cue and (holder := holder_of(reading, quoted.cue)):
        return holder
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


def _goes_right_on(reading: Reading, quoted: Quoted, last: Quoted) -> bool:
    """Whether nothing but who speaks stands between a quotation and the last one."""
    text = reading.text
    between = text[last.span.end : quoted.span.start]
    own = last.cue is not None and last.cue.start >= last.span.end
    block = reading.document.article.blocks[reading.document.block_at(quoted.span.start)]
    if block.start > last.span.end and text[block.start : quoted.span.start].strip("”\"“’‘'„« \u200e\u200f"):
        # The narrator's paragraph.
        return False
    rest = re.sub(r"[\s”\"“’‘.,*]+", " ", between).strip()
    sentence = reading.document.sentence_of(last.span.end).span
    whole = last.span.end <= sentence.end and not text[sentence.end : quoted.span.start].strip('”"“’‘„« \n\xa0\u200e\u200f')
    ends = last.span.end < sentence.end < quoted.span.start and " " in text[last.span.end : sentence.end].strip('”"’ ')
    told = ends and text[sentence.end : quoted.span.start].strip('”"“’‘„« \n\xa0\u200e\u200f')
    own = own or _SHE_SAID.match(rest) is not None
    return not rest or (own and len(between) < CONTINUES and (whole or (not told and _only_attribution(rest))))


_SHE_SAID = re.compile(r"(?:he|she)\s(?:said|says|told|added|noted|explained)\b")
"""“…,” she said, where the words before the marks have said it already."""
_IMAGINED = re.compile(r"\b(?:might|could|would)\s+(?:[a-z]+\s+)?(?:say|ask|reply|answer|tell)\b")
"""What nobody has said: "“…,” Ruiz might say"."""
_HE_TOLD = re.compile(rf",\s+(?:he|she)\s+(?:also\s+)?{SPEECH.pattern}")
_NARRATED_LATE = re.compile(
    r"(?:Regarding|Concerning|Commenting\s+on|Asked\s+about|On|Of|About|As\s+(?:for|to)|With\s+regard\s+to|Referring\s+to)\b"
)


def _held_over(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str:
    text = reading.text
    blocks = reading.document.article.blocks
    index = reading.document.block_at(quoted.span.start)
    previous = reading.document.sentence_of(max(0, quoted.span.start - 4)).span
    own = text[previous.start : quoted.span.start - 1].strip()
    if _IMAGINED.search(own):
        return ""
    if (
        previous.end <= quoted.span.start
        and blocks[index].start <= previous.start
        and SPOKE.search(own)
        and not before_is(before, previous)
    ):
        if is_described(reading, previous):
            # "The former diplomat also says that Ana Ruiz will not come. “I am sure.”"
            return spoken_of(reading, replace(quoted, cue=previous), before) or ""
        found: str | None = sayer_in(reading, previous, reading.people(previous))
        if not found and _HE_TOLD.search(own) and before and before[-1][1] and _NARRATED_LATE.match(own):
            # "Of the letter to the Ruiz government she said that it was late": not Ruiz, but who has spoken.
            return before[-1][1]
        found = found or reading.subject(previous.end, previous.start)
        if found:
            return found
    opening = text[blocks[index].start : quoted.span.start].strip("“\"„«‘' \u200e\u200f")
    if not opening and index and _ANNOUNCED.search(blocks[index - 1].of(text)):
        return _announcing(reading, blocks[index - 1])
    if not opening and index and quoted.span.end + 2 >= blocks[index].end - 1:
        # A paragraph of nothing but words in marks: whoever spoke at the end of the last one goes on.
        last_block = blocks[index - 1]
        if before and last_block.contains(before[-1][0].span) and before[-1][1]:
            return before[-1][1]
        number = reading.document.sentence_of(last_block.end - 1).number
        first = reading.document.sentence_of(last_block.start).number
        for each in reversed(reading.document.sentences[first : number + 1]):
            if SPOKE.search(text, each.span.start, each.span.end):
                found = sayer_in(reading, each.span, reading.people(each.span)) or reading.subject(each.span.end, each.span.start)
                return found or foremost_before(reading, each.span.start, before)
        return _alone(before)
    if previous.end <= quoted.span.start and blocks[index].start <= previous.start and not before_is(before, previous):
        # "Ruiz defended her record. “I did my best.”": whom the narrator has just told of, and nobody else.
        people = {each.entity for each in reading.people(previous)}
        return people.pop() if len(people) == 1 and not reading.inside(previous, "organization") else ""
    return ""


def _announcing(reading: Reading, block: Span) -> str:
    """Who issues a statement that a paragraph announces: whose verb leads to it, or who is named first."""
    people = reading.people(block)
    issued = _ISSUED.search(reading.text, block.start, block.end)
    before = [each for each in people if issued and each.span.end <= issued.start()]
    if issued and before and reading.straight(before[-1].span.end, issued.start()):
        return before[-1].entity
    return people[0].entity if people else ""


_ISSUED = re.compile(
    r"\s*\b(?:(?:has|have|had|also|then|later)\s+)*(?:issued|released|provided|made|published|posted|wrote|gave|sent|delivered|tweeted|said)\b"
)


def _alone(before: list[tuple[Quoted, str]]) -> str:
    """The one person who has spoken at all so far, more than once."""
    spoke = {speaker for _, speaker in before}
    return spoke.pop() if len(spoke) == 1 and len(before) > 1 else ""


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
