"""Bodies and states by their letters, wherever else these stand: "ATMIS", "the NTC" after National Transitional Council."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.shared_heads import is_field
from sourcebook.extract.document import Document, matches
from sourcebook.extract.found import Found
from sourcebook.extract.phrases import Phrases
from sourcebook.model.spans import Span

LEAST = 2
"""Letters that stand for a state with more."""
_ABBREVIATED = re.compile(r"\s\([^()]*?\babbreviated(?: as| to)?:? ([A-Z]{2,6})\)")
_LEADING_SHORT = re.compile(r"(?:\b[Tt]he ([A-Z]{3,7})|(?:\A|\n|\. |[a-z,] )([A-Z]{3,7})(?: [A-Z][a-z]+)?) \(\Z")
GUESSED, AGREED, SURELY = 0, 6, 8
"""The priorities of bodies that only look like some, of agreements by name, and of bodies that the text itself shows to be some."""
LONGEST = 14
"""Code points of a short name, fewer than."""
_ARTICLE = re.compile(r"[Aa]l[- ](?=[A-Z])")
_THE = frozenset({"The", "the"})
_LETTERED = re.compile(r"[Tt]he ([^\W\d_a-z]{2,})\b(?! [A-Z])")
"""Letters that stand for a name, with an article and by themselves."""


def _spelled_otherwise(name: str, after: int, lettered: Mapping[str, int]) -> Iterator[str]:
    """How a body that stands in full is called further on: "the NTC" after National Transitional Council, "al-Manar" and "Al Manar" after Al-Manar."""
    if article := _ARTICLE.match(name):
        yield from (lead + name[article.end() :] for lead in ("Al-", "al-", "Al ", "al ") if lead != article[0])
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    whole = len(initials) == len(re.findall(r"[A-Z]", name))
    if whole and len(initials) > 1 and lettered.get(initials, 0) > after:
        yield initials


_IN_BRACKETS = re.compile(r"\s[(\[]([A-Z]{2,5})[)\]]")


def _short_of_state(found: Found, text: str) -> str:
    """The initials of a state that follow its name in brackets, or stand alone after it: "Republic of China (ROC)"; or nothing."""
    short, words = _IN_BRACKETS.match(text, found.span.end), found.span.of(text)
    initials = "".join([each[0] for each in words.split()]) if short or " " in words else ""
    if short is None:
        # "the Lund People's Republic … Head of the LPR"
        led = initials.endswith("PR") and len(initials) > LEAST and re.search(rf"\b[Tt]he {initials}\b", text)
        return initials if led else ""
    return short[1] if short[1] in {initials.upper(), re.sub(r"[^A-Z]", "", initials)} else ""


def _short_names(words: str, body: Found, text: str, lettered: Mapping[str, int]) -> Iterator[str]:
    """What a body is called in short, by how it is spelled, and by what stands beside some words for it."""
    if body.priority > GUESSED and words == body.name:
        yield from _spelled_otherwise(body.name, body.span.end, lettered)
    if abbreviated := _ABBREVIATED.match(text, body.span.end):
        # As in "Arakan Army (Burmese: …; abbreviated AA)".
        yield abbreviated[1]
    led = text.startswith(")", body.span.end) and " " in words
    before = _LEADING_SHORT.search(text, body.span.start - 24, body.span.start) if led else None
    if before and before[1]:
        # As in "the CNSP (National Committee for the Salvation of the People)".
        yield before[1]
    elif before and "".join(re.findall(r"[A-Z]", body.name)).startswith(before[2]):
        # As in "EUTM Mali (European Union Training Mission in Mali)".
        yield before[2]
        yield before[0].strip("\n., (").removeprefix("the ")


def acronyms(document: Document, found: list[Found]) -> Iterator[Found]:
    """Short names of bodies and agreements that were introduced in parentheses, wherever else they stand."""
    text = document.text
    spelled = [(each.span.of(text), each) for each in found if each.type in {"organization", "agreement"}]
    bodies = [(words, each) for words, each in spelled if each.type == "organization"]
    known = {
        words: each
        for words, each in spelled
        if len(words) < LONGEST
        and (each.type == "organization" or each.priority == AGREED)
        # "Norway's navy" says of no other navy whose it is.
        and words not in {each.name, each.name[:1].lower() + each.name[1:]}
        and not is_field(each, text)
    }
    # What the text shows to be a movement is one, though its name is an agreement's: "Convention of Patriots (CP)".
    known |= {words: each for words, each in bodies if each.priority == SURELY and len(words) < LONGEST}
    lettered = {each[1]: each.start(1) for each in matches(_LETTERED, text, document.where(_THE))}
    for words, each in bodies:
        for short in _short_names(words, each, text, lettered):
            known.setdefault(short, each)
    known |= {short: each for each in found if each.type == "place" and (short := _short_of_state(each, text))}
    several = defaultdict(list)
    for each in sorted(found, key=lambda one: (one.span.start, one.span.end)) if known else ():
        short = each.span.of(text)
        if short in known and each.type == known[short].type and each.name != short:
            several[short].append(each)
    for start, end, words in document.named(Phrases(known)):
        # "EAW" is the Expeditionary Air Wing that was named last.
        meant = next((each for each in reversed(several[words]) if each.span.start <= start), known[words])
        # What the text itself calls an agreement is one, though the tables know a body of that name.
        priority = 5 if meant.type == "organization" else 6
        yield Found(
            span=Span(start, end),
            type=meant.type,
            name=meant.name,
            entry=meant.entry,
            kind=meant.kind,
            known=meant.known,
            priority=priority,
        )


_ACRONYM = re.compile(r"[A-Z]{3,6}")


def by_initials(document: Document, found: Iterable[Found]) -> list[Found]:
    """The mentions, letters that the tables give to one body under another that the text itself names so: "RSF" of the Rapid Support Forces."""
    mentions = list(found)
    if not any(each.type == "organization" and each.entry and _ACRONYM.fullmatch(each.span.of(document.text)) for each in mentions):
        return mentions
    named: dict[str, str] = {}
    for each in mentions:
        if each.type == "organization" and " " in each.name:
            named.setdefault("".join(word[0] for word in each.name.split() if word[0].isupper()), each.name)
    spelt = {each.name for each in mentions if each.type == "organization" and " " in each.span.of(document.text)}
    return [
        replace(each, name=meant, entry=None)
        if each.type == "organization"
        and each.entry is not None
        and not each.known
        and _ACRONYM.fullmatch(words := each.span.of(document.text))
        and (meant := named.get(words, each.name)) != each.name
        and each.name not in spelt
        else each
        for each in mentions
    ]
