"""States that a noun calls members of a body: "one of the Union's newest members, Chile", "the Union countries – Chile and Peru", "Chile, itself a Union member,"."""

from collections.abc import Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bodies.founders import members
from sourcebook.extract.facts.bodies.memberships import the_two
from sourcebook.extract.facts.called import WORD, Noun, called
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY
from sourcebook.extract.facts.terms import with_term
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span

_LANDS = r"(?:countr(?:y|ies)|states?|nations?|econom(?:y|ies)|powers?)"
_NOT_ALL = r"|\s+or\b|\s+and\s+(?:[a-z-]+\s+)?(?:candidates?|partners?|non-members?)\b"
_MEMBER = rf"members?(?:\s+{_LANDS})?"
_NOUN = re.compile(
    rf"(?<!non-)(?P<bodies>(?:{BODY}(?:,|,?\s+and)\s+)*{BODY})(?:[’']s?)?\s+{WORD}{{0,3}}?(?P<what>{_MEMBER}|[Aa]ll(?:y|ies)|(?:member\s+)?{_LANDS})\b(?!\s+of\b|-{_NOT_ALL})"
    rf"|(?P<one>{_MEMBER})\s+(?:of|in)\s+(?:the\s+)?(?P<whole>{BODY})(?![’'])"
    rf"|\b(?:its|their)\s+{WORD}{{0,3}}?(?P<own>{_MEMBER})\b(?!\s+of\b|-)"
)
_SEVERAL = re.compile(r"(?:members|ies|s)\Z")
_PAIR = re.compile(r"\b(?:[Tt]he|[Tt]hese|[Bb]oth(?:\s+of\s+the)?)\s+(?:two\s+)?\Z")
_TWO = re.compile(r"\b(?:two|[Bb]oth)\b")


@where(words("member members ally allies country countries state states nation nations economy economies power powers"))
@with_term
def called_members(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The states that such nouns are said of."""
    signs = signs_of(reading, sentence)
    if BODY not in signs.words:
        return
    for found in _NOUN.finditer(signs.words):
        bodies = _wholes(signs, found)
        many = _SEVERAL.search(found["what"] or found["one"] or found["own"]) is not None
        said = called(signs, Noun(found.start(), found.end(), many))
        pair = _PAIR.search(signs.words, max(0, found.start() - 16), found.start()) if many and not said.who else None
        for one in the_two(reading, sentence, signs.place(pair.start())) if pair and bodies and _TWO.search(pair[0]) else ():
            # "relations between the two Union countries"
            yield Statement(one, "member_of", bodies[0].entity, sentence, bodies[0].span)
        for each in members(said.who, bodies, sentence):
            start = max(each.focus.start, signs.place(said.start))
            yield replace(each, focus=Span(start, max(each.focus.end, start + 1)), put=Stance.FACT if said.given else None)


def _wholes(signs: Signs, noun: re.Match[str]) -> list[Linked]:
    """Of which bodies a noun calls somebody a member: "its", of the only one before."""
    if noun["own"]:
        bodies = {each.entity: each for at, each in signs.at.items() if at < noun.start() and signs.words[at] == BODY}
        return list(bodies.values()) if len(bodies) == 1 and not signs.words.endswith("as ", 0, noun.start()) else []
    return [each for each in signs.all_in(noun, "bodies" if noun["bodies"] else "whole") if each.found.type == "organization"]
