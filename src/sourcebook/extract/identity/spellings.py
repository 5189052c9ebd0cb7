"""One name in several spellings: a letter more, marks or none, turned round."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found
from sourcebook.model.names import plain_letters, sound
from sourcebook.model.spans import Span


def one_spelling(found: Iterable[Found]) -> list[Found]:
    """Persons whose full names are written in several ways under the one that comes first; after `full_names`."""
    mentions = list(found)
    full = list(dict.fromkeys(each.name for each in mentions if each.type == "person" and " " in each.name))
    first: dict[str, str] = {}
    for name, other in (*_misspelled(full), *_turned(full)):
        first[name] = first.get(other, other)
    return [each.called(first[each.name]) if each.type == "person" and each.name in first else each for each in mentions]


_LETTERS = re.compile(r"(?:P?CS|PS|CAS|EAM|RM|DPM|DCM|CM)\s+(?=[A-Z][a-z])")
"""Offices cut to their letters before a name: "CS Ruiz", a cabinet secretary."""


def legible(found: Iterable[Found]) -> list[Found]:
    """The mentions under names as people write them, where the text joins words or is set in capitals: "Mount_Ararat", "Ibrahim al- Lund", "ANA RUIZ"."""
    return [each.called(name) if (name := _legible(each)) != each.name else each for each in found]


def _legible(found: Found) -> str:
    name = _BROKEN.sub("-", found.name.replace("_", " ").strip()) if "_" in found.name or "- " in found.name else found.name
    if found.type == "person" and name.isupper() and _WORDS_IN_CAPITALS.search(name):
        return _PARTS.sub(lambda part: part[0].casefold() if part[0] in _PARTICLES else part[0].capitalize(), name)
    return name


_BROKEN = re.compile(r"(?<=[a-z])- (?=[A-Z])")
_WORDS_IN_CAPITALS = re.compile(r"[^\W\d_]{3,}\W+(?:[^\W\d_]+\W+)*[^\W\d_]{3,}")
_PARTS = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset({"AL", "EL", "BIN", "BINT", "IBN", "VAN", "VON", "DE", "DEL", "DA", "DOS"})


def without_offices(found: Iterable[Found]) -> list[Found]:
    """The mentions, persons without the letters of an office where the text names somebody of that surname in full: "CS Ruiz" after Ana Ruiz."""
    mentions = list(found)
    lettered = {each.name: led for each in mentions if each.type == "person" and (led := _LETTERS.match(each.name))}
    if not lettered:
        return mentions
    surnames = {each.name.split()[-1] for each in mentions if each.type == "person" and " " in each.name and each.name not in lettered}
    out = []
    for each in mentions:
        letters = lettered.get(each.name) if each.type == "person" and each.name.split()[-1] in surnames else None
        if letters is None:
            out.append(each)
            continue
        office = letters[0].rstrip()
        start = each.span.start
        out.append(Found(span=Span(start, start + len(office)), type="role", name=office, priority=each.priority))
        out.append(replace(each, span=Span(start + letters.end(), each.span.end), name=each.name[letters.end() :]))
    return out


_LEADS = re.compile(r"(?:Now|Yet|Even|Still|Only|Once|Soon|(?P<asks>Will|Can|May|Might|Must|Shall|Did))\s+(?=[A-Z])")
"""Words that begin a sentence and look like first names before a surname: "Now Ruiz", "Will Ruiz go?"."""
_QUESTION = re.compile(r"[^.?!\n]*\?")
_BEGINS = re.compile(r"(?:\A|[.?!:\n]|[.?!][”\"’'])\s*[“\"‘]?\Z")


def without_leads(found: Iterable[Found], text: str) -> list[Found]:
    """The mentions, persons without the word that begins their sentence where the text names somebody else of that surname in full: "Now Ruiz" after Ana Ruiz."""
    mentions = list(found)
    led = {each.name: lead for each in mentions if each.type == "person" and (lead := _LEADS.match(each.name))}
    full = {each.name for each in mentions if each.type == "person" and " " in each.name and each.name not in led} if led else set()
    surnames = {name.split()[-1] for name in full}
    return [
        replace(each, span=Span(each.span.start + lead.end(), each.span.end), name=each.name[lead.end() :])
        if each.type == "person"
        and (lead := led.get(each.name))
        and each.name[lead.end() :] in full | surnames
        and _BEGINS.search(text, max(0, each.span.start - 4), each.span.start)
        and (not lead["asks"] or _QUESTION.match(text, each.span.end))
        else each
        for each in mentions
    ]


def _misspelled(names: list[str]) -> Iterator[tuple[str, str]]:
    """Names that are another one, named before, written in another way: "Abdourahmane Tchiani" and "Abdoulrahmane Tchiani"."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in names:
        plain = _plain(name)
        first, *_, last = plain.split() * 2
        for other in (*by_word[last], *by_word[f"{first} "]):
            same = _plain(other)
            if (plain == same and name != other) or (
                plain.split() != same.split()
                and not _of_two_generations(name, other)
                and (
                    _alike(plain, same)
                    or _sound_alike(plain, same)
                    or _left_out(plain, same)
                    # "Cho Tae-yong" and "Cho Taeyong"
                    or plain.replace(" ", "") == same.replace(" ", "")
                    or _folded(plain) == _folded(same)
                    or _called_short(plain.split(), same.split())
                )
            ):
                yield name, other
                break
        by_word[last].append(name)
        by_word[f"{first} "].append(name)


def _plain(name: str) -> str:
    """A name without what is written in several ways: accents, hyphens, the marks around a nickname."""
    return _MARKS.sub('"', plain_letters(name).replace("-", " "))


_MARKS = re.compile(r"[“”‘]|(?<= )'|['’](?= )")


def _of_two_generations(name: str, other: str) -> bool:
    """Whether two names are those of a father and a son: "Karl Berg Sr." and "Karl Berg Jr."."""
    ends = [_GENERATION.search(each) for each in (name, other)]
    return all(ends) and len({end[1] for end in ends if end}) > 1


_GENERATION = re.compile(r" (Jr|Sr|I{1,3}|IV|VI{0,3})\b\.?\Z")


def _called_short(one: list[str], other: list[str]) -> bool:
    """Whether two names of one surname have first names of which one is short for the other: "Tim" and "Timothy"."""
    first, second = sorted((one[0], other[0]), key=len)
    return one[-1] == other[-1] and second in _SHORT_FOR.get(first, ())


_SHORT_FOR = {
    short: frozenset(long.split("|"))
    for short, long in re.findall(
        r"(\w+)=(\S+)",
        "abe=abraham al=albert|alan|alfred andy=andrew ben=benjamin bill=william bob=robert charlie=charles "
        "chris=christopher|christian chuck=charles dan=daniel dave=david dick=richard don=donald doug=douglas "
        "ed=edward|edwin|edmund fred=frederick|alfred gabe=gabriel greg=gregory hank=henry jack=john|jackson jake=jacob "
        "jeff=jeffrey|geoffrey jerry=gerald|jerome jim=james joe=joseph josh=joshua kate=katherine|catherine "
        "kathy=katherine|kathleen ken=kenneth larry=lawrence|laurence liz=elizabeth matt=matthew maggie=margaret mike=michael "
        "nate=nathan|nathaniel ned=edward nick=nicholas|nicolas pat=patrick|patricia pete=peter phil=philip|phillip ray=raymond "
        "rick=richard|frederick rob=robert ron=ronald russ=russell sam=samuel|samantha stan=stanley steve=steven|stephen "
        "sue=susan ted=edward|theodore|thaddeus terry=terence|terrence|theresa tim=timothy tom=thomas tony=anthony "
        "vince=vincent walt=walter will=william ",
    )
}
"""Short first names in English, and what they are short for."""


def _folded(name: str) -> str:
    """A name with its first word as one of the ways to write it in Latin letters: "Sergei" and "Sergey", "Yuri" and "Yury"."""
    first, gap, rest = name.partition(" ")
    return f"{_ENDING.sub('i', first)}{gap}{rest}" if rest else name


_ENDING = re.compile(r"(?<=[a-z]{3})(?:ei|ey|iy|ii|y|i)\Z")


def _left_out(one: str, other: str) -> bool:
    """Whether two names of one first name differ by a letter within a long surname: "Mirziyoyev" and "Mirziyoev", not "Petrov" and "Petrova"."""
    short, long = sorted((one, other), key=len)
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    surname = len(long) - long.rfind(" ") - 1
    return surname >= LONG_SURNAME and len(long) - surname < at < len(long) - 1 and short == long[:at] + long[at + 1 :]


LONG_SURNAME = 7


def _turned(names: list[str]) -> Iterator[tuple[str, str]]:
    """Names of two words that stand the other way round before: "Hayashi Yoshimasa" after "Yoshimasa Hayashi"."""
    before: dict[tuple[str, ...], str] = {}
    for name in names:
        words = tuple(name.casefold().split())
        if len(words) == FIRST_AND_LAST:
            if (other := before.get(words[::-1])) is not None:
                yield name, other
            before.setdefault(words, name)


FIRST_AND_LAST = 2


def _alike(one: str, other: str) -> bool:
    pairs = ((one, other, ALIKE), (one.partition(" ")[0], other.partition(" ")[0], FIRST_ALIKE))
    return (
        len(one) > ALIKE_FROM
        and not _exchanged(one.split(maxsplit=1)[0], other.split(maxsplit=1)[0])
        and all(difflib.SequenceMatcher(None, a, b).ratio() > least for a, b, least in pairs)
    )


ALIKE, ALIKE_FROM, FIRST_ALIKE = 0.92, 14, 0.6
"""How much two spellings of a name have in common, from how many letters on that tells, and their first words: not Salem and Faisal."""


_VOWELS = frozenset("aeiouy")


def _exchanged(one: str, other: str) -> bool:
    """Whether two first names differ in a consonant alone, and so are two: "Salah" and "Salam"."""
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(pairs) == 1 and _VOWELS.isdisjoint(pairs[0])


def _sound_alike(one: str, other: str) -> bool:
    """Whether two names of one surname have first names that sound alike: "Asadullah" and "Assadollah"."""
    (first, _, last), (second, _, same) = one.partition(" "), other.partition(" ")
    return last == same != "" and sound(first) == sound(second) != ""
