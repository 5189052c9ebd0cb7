"""Entries told without their body, or without a verb: "Chile has traded freely since joining in 1973", "Chile's Union membership", "the Union grew with the inclusion of Chile"."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bodies.belonging import ENDS
from sourcebook.extract.facts.bodies.founders import members
from sourcebook.extract.facts.groups import Actors, parties
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, PERSON, STATE
from sourcebook.extract.facts.terms import with_term
from sourcebook.extract.gazetteer import members_of
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.facts import Stance

_IN = rf"(?=\s*(?:[,.;:)]|\Z)|\s+(?:in|on)\s+{DATE}|\s+(?:this|last)\s+(?:year|month|week|January|[A-Z][a-z]+))"
_SINCE = re.compile(
    rf"\b(?:[Ss]ince|[Aa]fter|[Oo]n|[Uu]pon|[Bb]efore|[Ww]hen|[Bb]y|[Uu]ntil)\s+(?:(?:(?P<who>(?:the\s+)?{STATE}[^.;:,{BODY}{PERSON}]{{0,40}}?)|it|they)\s+(?:first\s+|finally\s+)?joined|joining){_IN}"
    rf"|(?P<which>{STATE}),\s+which\s+(?:had\s+|only\s+|finally\s+)?joined{_IN}"
)
_INTO = re.compile(
    rf"\b(?:accession|admission|entry|entrance|addition|inclusion|arrival)\s+of\s+(?:the\s+)?(?:{PERSON}[’']s?\s+)?(?=[{STATE}])"
    rf"|\b(?:enlargement|expansion)(?:\s+of\s+(?:the\s+)?{BODY})?(?:,\s+in\s+{DATE},)?\s+(?:brought\s+in|took\s+in|added|included)\s+(?:the\s+)?(?=[{STATE}])"
    rf"|{BODY}\s+(?:has\s+|had\s+|then\s+|finally\s+)?(?:admitted|took\s+in|welcomed|absorbed)\s+(?:the\s+)?(?=[{STATE}])"
)
_DATED = re.compile(rf"(?:\s+(?:as\s+[a-z ]+\s+)?(?:in|on)\s+{DATE}|\s+(?:this|last)\s+[A-Za-z]+)")
_DATED_BEFORE = re.compile(rf"\b(?:in|on)\s+{DATE},?\s+(?:[a-z]+\s+){{0,3}}\Z")
_GREW = re.compile(
    r"\b(?:expanded|grew|grown|enlarged|widened|swelled|strengthened|completed)\s+(?:[a-z]+\s+){0,3}(?:with|by|through)\s+(?:the\s+)?(?:[a-z]+\s+)?\Z"
)
_OWN = re.compile(
    rf"(?P<who>{STATE})[’']s?\s+(?:(?:own|full|long|continued|current|permanent|early|hard-won|existing)\s+)*(?P<body>{BODY})\s+(?:membership\b|(?:accession|entry)(?=\s+(?:in|on)\s+{DATE}))"
    rf"|(?P<whose>{STATE})[’']s?\s+(?:(?:own|full|long|continued|current|permanent|early|hard-won|existing)\s+)*(?:membership\s+(?:of|in)\s+(?:the\s+)?(?P<whole>{BODY}){ENDS}|(?:accession|entry)\s+(?:in)?to\s+(?:the\s+)?(?P<entered>{BODY})(?=\s+(?:in|on)\s+{DATE}))"
)
_UNSURE = re.compile(
    r"\s+(?:bid|talks?|negotiations?|application|hopes?|ambitions?|aspirations?|prospects?|candidacy|process|path|plans?|quest|would|could|might|may|will|should|is\s+(?:a\s+distant|impossible|unlikely|off|out)|(?:was|were)\s+(?:blocked|rejected|vetoed))\b"
)
_AT_ISSUE = re.compile(
    r"\b(?:support(?:s|ed|ing)?|oppos\w+|against|bid|block\w*|veto\w*|prospects?|question|possib\w+|hop\w+|seek\w*|want\w*|delay\w*|talks|for|would|could|might|may|if|will|expected|agree|plans?|propos\w+|future|potential)\s+(?:[a-z]+\s+){0,4}\Z"
)
_JOINS = words("joined joining")
_NOUNS = words(
    "accession admission entry entrance addition inclusion arrival enlargement expansion admitted took welcomed absorbed brought"
)
_OWNS = words("membership accession entry")


@where(_JOINS | _NOUNS | _OWNS)
@with_term
def entries_of_it(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States that are told to have entered a body which the words need not name."""
    signs = signs_of(reading, sentence)
    if STATE not in signs.words:
        return
    if not sentence.words.isdisjoint(_JOINS):
        for found in _SINCE.finditer(signs.words):
            yield from _enter(reading, signs, _joiner(signs, found), sentence)
    if not sentence.words.isdisjoint(_NOUNS):
        for found in _INTO.finditer(signs.words):
            who = signs.after(found)
            if who and _has_happened(signs.words, found, who):
                yield from _enter(reading, signs, who, sentence)
    if not sentence.words.isdisjoint(_OWNS):
        for found in _OWN.finditer(signs.words):
            state, body = (signs.at[max(map(found.start, names))] for names in (("who", "whose"), ("body", "whole", "entered")))
            known = _is_known(state, body) and not _UNSURE.match(signs.words, found.end())
            if known and not _AT_ISSUE.search(signs.words, max(0, found.start() - 50), found.start()):
                yield from (replace(each, put=Stance.FACT) for each in members([state], [body], sentence))


def _has_happened(words: str, entry: re.Match[str], who: Actors) -> bool:
    """Whether an entry is told with its date, or as what a body grew by."""
    near = max(0, entry.start() - 50)
    if _AT_ISSUE.search(words, near, entry.start()):
        return False
    return bool(
        _DATED.match(words, who.end)
        or _DATED_BEFORE.search(words, near, entry.start())
        or _GREW.search(words, near, entry.start())
        or DATE in entry[0]
    )


def _joiner(signs: Signs, found: re.Match[str]) -> Actors | None:
    """Who joined: the state that the clause names, or the one with which the sentence or what follows the clause begins."""
    if found["who"] or found["which"]:
        return signs.list_at(found.start("who" if found["who"] else "which"))
    fronted = re.fullmatch(r"\W*", signs.words[: found.start()])
    after = _THEN.match(signs.words, found.end()) if fronted else None
    return signs.list_at(after.end()) if after else signs.first()


_THEN = re.compile(rf"(?:\s+in\s+{DATE})?,\s+(?:the\s+)?")


def _enter(reading: Reading, signs: Signs, who: Actors | None, sentence: Sentence) -> Iterator[Statement]:
    """That states entered the only body of states which a sentence names, or the one that the text is about."""
    states = [each for each in parties(who) if is_state(each) and each.found.type == "place"]
    body = _club(reading, sentence) if states else None
    if body and (all(_is_known(each, body) for each in states) or (DATE in signs.words and not members_of(body.found.name))):
        yield from (replace(each, put=Stance.FACT) for each in members(states, [body], sentence))


def _is_known(state: Linked, body: Linked) -> bool:
    """Whether the tables list a state among the members of a body."""
    entry = state.found.entry
    return body.found.type == "organization" and entry is not None and is_state(state) and entry.country in members_of(body.found.name)


def _club(reading: Reading, sentence: Sentence) -> Linked | None:
    here = {each.entity: each for each in reading.inside(sentence.span, "organization")}
    clubs = [each for each in here.values() if is_bloc(each) or members_of(each.found.name)]
    return (clubs[0] if len(clubs) == 1 else None) if here else reading.once(_main_bloc)


def _main_bloc(reading: Reading) -> Linked | None:
    """The bloc that a text names several times and twice as often as any other body of states."""
    named = [each for each in reading.linked if each.found.type == "organization" and (is_bloc(each) or members_of(each.found.name))]
    (first, many), (_, fewer) = (Counter(each.entity for each in named).most_common(2) + [("", 0)] * 2)[:2]
    return next(each for each in named if each.entity == first) if many >= max(FEWEST, 2 * fewer) else None


FEWEST = 3
"""Times that a body must be named to be what a text is about."""
