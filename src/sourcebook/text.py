"""Texts as sequences of code points: blocks, sentences, and where quoted words stand.

Matching folds only what typography changes: Unicode NFC, white space,
typographic quotes, dashes and the ellipsis, and what shows nothing. Everything else must be verbatim.
"""

import bisect
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

JOINER = "[...]"
_DOTS = re.compile(r"\s*(?<!\[)[(<]?(?:\.\.\.|…)[)>]?\s*")
MINIMUM_QUOTE = 3
"""A quote has at least so many letters or digits."""

TEXTS = 16_384
"""Texts that are kept folded: as many as a large knowledge base has, for each is asked for again with every quote from it."""

MAX_LINE = 500
"""Code points of a name, an alias or any other text of one line, in a file that people edit."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""What shows nothing and may turn round what stands beside it, or is obeyed by terminals: no file that people edit has it."""

_INVISIBLE = "".join(
    each
    for each in (
        *map(chr, range(0x20)),
        "\x7f",
        *"\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
    )
    if not each.isspace()
)
"""Soft hyphens, marks of direction and the like: wherever they stand, readers see the same letters."""

_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    **dict.fromkeys(_INVISIBLE, ""),
}
_ANY_UNSEEN = re.compile(rf"{CONTROL.pattern}|[{_INVISIBLE}]")
# White space of several characters, or of one that is no space or stands at either end; and typography. It begins with a set of
# characters, so that most of a text is passed by in one go.
_CHANGES = re.compile(rf"[\s{re.escape(''.join(_TYPOGRAPHY))}](?:(?<=[\s{_INVISIBLE}])[\s{_INVISIBLE}]+|(?<! )|(?<=\A )|\Z)")
_CHANGES_AND_MARKS = re.compile(rf"{_CHANGES.pattern}|[!-~]?[^\s\x00-\x7f]+")
_PLAIN = re.compile(r"[\x21-\x7e]+(?: [\x21-\x7e]+)*\Z")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable, with the way back.

    Attributes:
        text: the folded text.
        starts: where in it, in ascending order, the way back changes.
        origins: the code point of the original at each of these.
        steps: 1 where the two run side by side from there on, 0 where one code point became several.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    steps: tuple[int, ...]

    def origin(self, index: int) -> int:
        """The code point of the original that made the folded one."""
        at = bisect.bisect_right(self.starts, index) - 1
        return self.origins[at] + (index - self.starts[at]) * self.steps[at]


@lru_cache(maxsize=TEXTS)
def fold(text: str) -> Folded:
    r"""The text with white space as single spaces, plain quotes and dashes, in NFC.

    >>> fold("“Two\n  words” –").text
    '"Two words" -'
    """
    out: list[str] = []
    starts, origins, steps = [0], [0], [1]
    length = position = 0
    for start, end in _changes(text):
        out.append(text[position:start])
        length += start - position
        words = text[start:end]
        if any(map(str.isspace, words)):
            plain = " " if length and end < len(text) else ""
        else:
            plain = "".join(_TYPOGRAPHY.get(each, each) for each in unicodedata.normalize("NFC", words))
        if not len(plain) == end - start == 1:
            starts += (length, length + len(plain))
            origins += (start, end)
            steps += (0, 1)
        out.append(plain)
        length += len(plain)
        position = end
    out.append(text[position:])
    return Folded("".join(out), tuple(starts), tuple(origins), tuple(steps))


def _changes(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text that folding may change; where it is not in NFC, each character with its marks is one."""
    if unicodedata.is_normalized("NFC", text):
        for found in _CHANGES.finditer(text):
            yield found.span()
        return
    for found in _CHANGES_AND_MARKS.finditer(text):
        if any(map(str.isspace, found[0])):
            yield found.span()
            continue
        start = found.start()
        while start < found.end():
            end = _cluster_end(text, start)
            yield start, end
            start = end


def name_of(sign: str) -> str:
    """A character by its number and the name that Unicode gives it.

    >>> name_of("\u00a0")
    'U+00A0 NO-BREAK SPACE'
    """
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()


def without_unseen(text: str) -> str:
    r"""A text of one line without the characters that nobody sees; quotes are found without them.

    >>> without_unseen("Anna \u202eLind\x07qvist\u202c, Min\u00adister of Oslo")
    'Anna Lindqvist, Minister of Oslo'
    """
    if text.isascii() and text.isprintable():
        return text
    shown = _ANY_UNSEEN.sub(lambda found: " " if found[0].isspace() else "", text)
    return " ".join(shown.split()) if shown != text else text


def digest(*texts: str) -> str:
    """24 hexadecimal digits by which one tells whether any of the texts changed (BLAKE2b)."""
    return hashlib.blake2b("\x1f".join(texts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def fold_words(text: str) -> str:
    """Only the folded text, without the way back."""
    # Kept for nobody: quotes would drive out the texts in which they are sought.
    return text if _PLAIN.match(text) else fold.__wrapped__(text).text


def fragments(quote: str) -> tuple[str, ...]:
    """The folded fragments of a quote, in order.

    >>> fragments("one two [...] four")
    ('one two', 'four')
    """
    parts = (fold_words(part) for part in quote.replace("[…]", JOINER).split(JOINER))
    return tuple(part for part in parts if part)


def with_joiners(quote: str) -> str:
    """A quote with `[...]` where dots stand for words that are left out.

    >>> with_joiners("Ada visited Rome ... in 1840")
    'Ada visited Rome [...] in 1840'
    """
    return _DOTS.sub(f" {JOINER} ", quote)


def find_quote(quote: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the fragments of a quote stand in a text, as (start, end) pairs, at most two readings.

    Returns the pairs of the first reading; an empty tuple if the words are not
    there. See `count_quote` for how many readings there are.
    """
    return next(_readings(quote, text), ())


def quote_readings(quote: str, text: str) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Both at once: how many readings there are (2 for "more than one"), and the first."""
    found = list(islice(_readings(quote, text), 2))
    return len(found), found[0] if found else ()


def count_quote(quote: str, text: str) -> int:
    """How often a quote can be found in a text: 0, 1, or 2 for "more than once"."""
    return sum(1 for _, _ in zip(_readings(quote, text), range(2), strict=False))


def _readings(quote: str, text: str) -> Iterator[tuple[tuple[int, int], ...]]:
    parts = fragments(quote)
    if not parts:
        return
    folded = fold(text)
    start = _find(parts[0], folded.text, 0)
    while start >= 0:
        spans, at = [], start
        for number, part in enumerate(parts):
            at = _find(part, folded.text, at) if number else at
            if at < 0:
                return
            spans.append((folded.origin(at), _cluster_end(text, folded.origin(at + len(part) - 1))))
            at += len(part)
        yield tuple(spans)
        start = _find(parts[0], folded.text, start + 1)


def _find(part: str, text: str, start: int) -> int:
    """The next place of a fragment that does not begin or end inside a word."""
    at = text.find(part, start)
    while at >= 0:
        end = at + len(part)
        inside = (at > 0 and text[at - 1].isalnum() and part[0].isalnum()) or (
            end < len(text) and text[end].isalnum() and part[-1].isalnum()
        )
        if not inside:
            return at
        at = text.find(part, at + 1)
    return -1


def _cluster_end(text: str, start: int) -> int:
    """Where the character that begins at `start` ends, with the marks and Hangul vowels that belong to it."""
    end = start + 1
    while end < len(text) and (unicodedata.combining(text[end]) or "\u1160" <= text[end] <= "\u11ff"):
        end += 1
    return end


def nearest(words: str, text: str, *, like: int) -> tuple[tuple[int, int], float] | None:
    """The stretch of whole words of a text that is most like other words: where it stands, and how like it is (0 to 1).

    >>> nearest("She saw Rome today.", "On her way: She saw Rome yesterday. It is old.", like=60)[0]
    (12, 35)

    Args:
        words: one fragment of a quote, folded.
        text: as it stands.
        like: of 100, how much it must be like the words at least.
    """
    # Only words that are not there need it.
    from rapidfuzz import fuzz  # noqa: PLC0415
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    folded = fold(text)
    wanted, there = words.casefold(), folded.text.casefold()
    if len(there) != len(folded.text):
        wanted, there = words, folded.text
    found = fuzz.partial_ratio_alignment(wanted, there, score_cutoff=like)
    if found is None or found.dest_end <= found.dest_start:
        return None
    pairs = [(a, b) for a in _edges(there, found.dest_start) for b in _edges(there, found.dest_end) if a < b]
    # The shorter one of two that are equally like.
    rated = [(Indel.normalized_similarity(wanted, there[a:b]), a - b, a, b) for a, b in pairs]
    if not rated:
        return None
    score, _, start, end = max(rated)
    return (folded.origin(start), folded.origin(end - 1) + 1), score


def _edges(text: str, at: int) -> list[int]:
    """The edges of words, and of the signs that stand at them, near a position."""
    low, high = max(0, at - 40), min(len(text), at + 40)
    return [
        each
        for each in range(low, high + 1)
        if each in {0, len(text)} or text[each - 1].isalnum() != text[each].isalnum() or text[each - 1].isspace() != text[each].isspace()
    ]


def quote_length(quote: str) -> int:
    """How many letters and digits a quote has."""
    return sum(map(str.isalnum, quote))


def is_too_short(quote: str) -> bool:
    """Whether a quote has too few letters and digits to be found."""
    return len(tuple(islice(filter(str.isalnum, quote), MINIMUM_QUOTE))) < MINIMUM_QUOTE


_BLOCK = re.compile(r"[^\n\u2028\u2029]*[^\s][^\n\u2028\u2029]*")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？](?:(?<=[。！？])|[.!?…]*[\"'”’»)\]]*(?:\[\d{1,3}\])*(?=\s+[\"'“‘«(\[]*[^\sa-z]))")
_ABBREVIATION = re.compile(
    r"(?<![^\s(\"“/-])(?:[A-Z]\.)*"
    r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Brig|Adm|Cmdr|Cdr|Cpl|Pvt|Pfc|Spc|Amb|Supt|Insp|Mme|Messrs|Mt|Ft|Maj|Sgt|Capt|Gov|Sen|Rep|Sens|Reps|Hon|Rt|Drs|Rev|Smt|Eng|Engr|Ing|Arch|Adv|Atty|Lic|Cllr|Msgr|Fr|Cdre|Comdr|Lieut|Ven|Snr|Pres|Retd|Ret|Ret[’']d|(?<!,\s)Md|Mohd|Muhd|Barr|Lkh|Kh|Ts|Sh|Zh|Dz|(?:Lt|Maj|Brig)-Gen|vs|cf|No|Nos|Vol|pp|p|Art|Fig"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|U\.S|U\.K|U\.N|e\.g|i\.e|a\.m|p\.m|approx|ca|est)\.\Z"
)

_OPENED = re.compile(
    r"(?:[A-Z]\.[A-Z]|[ap]\.m)\.\s+"
    r"(?:(?:The|This|These|Those|That|There|They|He|She|It|We|Their|Our|His|Her|Its|In|At|During|After|Before|While|When|Since|However|Both|Under(?!\s+Secretar)|Throughout|Finally|Although)\s[\w“]"
    r"|(?<=D\.C\.\s)(?:(?:Deputy|Under|Assistant)\s)?Secretary\s)"
)
"""Letters after which another sentence opens: "met in Washington, D.C. The ministers"."""
_RETIRED = ("(Retd.)", "(retd.)", "(Rtd.)", "(Ret.)", "(ret.)")
_MARIA = re.compile(
    r"Ma\.\s(?:Ana|Angela|Antonia|Asuncion|Belen|Carmelita|Carmen|Catalina|Catherine|Cecilia|Concepcion|Corazon|Cristina|Elena|Esperanza|Fe|Fatima|Gloria"
    r"|Isabel|Josefina|Leonor|Lourdes|Lucia|Luisa|Luz|Mercedes|Milagros|Paz|Pilar|Regina|Rosario|Socorro|Soledad|Susana|Teresa|Theresa|Victoria)\b"
)
"""How "Maria" is written before another name: "Ma. Teresa Ruiz"."""


HEADING_MARKS = r"#{1,6}[ \t]+(?=[^\s#])"
"""How a heading begins in Markdown."""
_HEADING_MARKS = re.compile(HEADING_MARKS)


def heading_marks(line: str) -> str:
    """The marks with which a heading begins in Markdown; "" of other lines.

    >>> heading_marks("## Talks in Oslo"), heading_marks("#metoo")
    ('## ', '')
    """
    found = _HEADING_MARKS.match(line)
    return found[0] if found else ""


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs, headings and list items of a text: its lines that are not blank, trimmed. The line and paragraph separators of Unicode end one too."""
    for found in _BLOCK.finditer(text):
        line = found[0]
        yield found.start() + len(line) - len(line.lstrip()), found.start() + len(line.rstrip())


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as (start, end); none crosses a line break.

    >>> [("U.S. forces left. “Why?” he asked. Mr. X knew.")[a:b] for a, b in sentences("U.S. forces left. “Why?” he asked. Mr. X knew.")]
    ['U.S. forces left.', '“Why?” he asked.', 'Mr. X knew.']

    The number of a note after a sentence belongs to it.

    >>> [("He left.[1] She came.[2]")[a:b] for a, b in sentences("He left.[1] She came.[2]")]
    ['He left.[1]', 'She came.[2]']
    """
    for start, end in blocks(text):
        for first, last in _sentences_of(text, start, end):
            begin = first
            while last - begin > LONGEST_SENTENCE and (cut := text.rfind(" ", begin, begin + LONGEST_SENTENCE)) > begin:
                yield begin, begin + len(text[begin:cut].rstrip())
                begin = cut
                while text[begin].isspace():
                    begin += 1
            yield begin, last


LONGEST_SENTENCE = 8_000
"""Code points: what goes on longer without an end, such as a table on one line, is cut between words, so that no rule that looks through a
sentence takes long."""


def _sentences_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a block."""
    begin = start
    for found in _ENDS_SENTENCE.finditer(text, start, end):
        if text.endswith(_RETIRED, begin, found.end()):
            continue
        if (
            found[0] == "."
            and (_ABBREVIATION.search(text, max(begin, found.end() - 12), found.end()) or _MARIA.match(text, max(begin, found.end() - 3)))
            and not _OPENED.match(text, max(begin, found.end() - 4), end)
        ):
            continue
        yield begin, found.end()
        begin = found.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield begin, end


_JOINERS = "\u200c\u200d"
"""Between letters of Persian and between parts of an emoji: invisible, and no terminal obeys them."""


def visible(text: str) -> str:
    r"""Text without characters that a terminal would obey.

    >>> visible("a\x1b[2Jb")
    'a\\u001b[2Jb'
    """
    return "".join(each if each.isprintable() or each in _JOINERS else f"\\u{ord(each):04x}" for each in text)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> columns("Ada"), columns("緬甸"), columns("e\u0301")
    (3, 4, 1)
    """
    return sum(
        0 if unicodedata.category(each) in {"Mn", "Me", "Cf"} else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )
