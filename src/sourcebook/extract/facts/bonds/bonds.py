"""Who is whose partner or ally: the words by which sentences are chosen, and what the words that were found make of two."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bonds.being_partners import and_is_partner, of_lists
from sourcebook.extract.facts.bonds.helping import AID, HELPING, helping
from sourcebook.extract.facts.bonds.ties_between import by_nouns
from sourcebook.extract.facts.bonds.untrue import are_its_friends, is_untrue
from sourcebook.extract.facts.bonds.words import BETWEEN_THEM, WORD
from sourcebook.extract.facts.bonds.working_with import (
    allied_with,
    having_ties_with,
    in_partnership_with,
    raising_ties,
    working_with,
)
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, FOLK, STATE
from sourcebook.extract.facts.standing import is_city
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.phrases import HYPHENS
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_BOND_WORDS = words_of(
    "partnership partnerships cooperation collaboration alliance alliances partner partners ally allies cooperate cooperates cooperated cooperating "
    "collaborate collaborates collaborated collaborating partnered partnering "
    "work works worked working forces hands team teamed co joint contacts entente friendship bond "
    "coordination coordinate coordinates coordinated coordinating consult interaction relationship relationships relations ties efforts "
    "allied aligned together shoulder"
)
_WITH_WORDS = words_of("with alongside")
_BOND_NOUNS = _BOND_WORDS - words_of("work works worked working forces hands co")


@where(_BOND_WORDS | HELPING)
def bonds(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who is whose partner or ally."""
    if all(sentence.words.isdisjoint(each) for each in (_BOND_NOUNS, _WITH_WORDS, HELPING)):
        return
    signs = signs_of(reading, sentence)
    actors = [at for at in signs.at if signs.words[at] in _PARTIES]
    if not actors:
        return
    nouns = not sentence.words.isdisjoint(_BOND_NOUNS)
    for one, other, what, start, end in (
        *(bond for found_by in _BY_VERBS for bond in found_by(signs)),
        *((*by_nouns(signs), *of_lists(signs, actors)) if nouns else ()),
    ):
        if what in _NEED_NOT_BE_GOOD and not _is_work(signs.words, start, end):
            # "It poisoned Norwegian-Chilean relations": of such, one in seven are of partners.
            continue
        if one.entity != other.entity and not is_untrue(signs.words, start, end):
            if signs.place(end) <= other.span.end + len("’s") and are_its_friends(reading.text, other.span.end):
                continue
            for name in _names(what):
                if name != "ally_of" and (is_city(other) or (is_city(one) and reading.text[one.span.end] not in f"{HYPHENS}/")):
                    # "Oslo works with Lima" may tell of the towns.
                    continue
                yield stated(
                    one,
                    name,
                    other,
                    sentence,
                    Span(signs.place(start), signs.place(end)),
                    qualifiers={"note": (_AID_NOTE,)} if what == AID else {},
                    plain=False,
                )
    if "our" in sentence.words:
        yield from _ours(reading, sentence, signs)


_PARTIES = frozenset({STATE, BODY, FOLK})
_BY_VERBS = (working_with, having_ties_with, allied_with, raising_ties, and_is_partner, in_partnership_with, helping)
_AID_NOTE = "Support need not be cooperation."
_NEED_NOT_BE_GOOD = frozenset({"relations", "relationship", "relationships", "ties"})


def _names(what: str) -> list[str]:
    """What some words make of two: allies, partners, or both, as in "partnership and alliance"."""
    ally = bool(_ALLY.search(what))
    return (["ally_of"] if ally else []) + (["cooperates_with"] if _PARTNER.search(what) or not ally else [])


_ALLY = re.compile(r"(?i)\ball(?:y|ies|iances?|ied)\b")
_PARTNER = re.compile(r"(?i)\b(?:partner|co-?op|collab|coord)")


def _is_work(words: str, start: int, end: int) -> bool:
    """Whether relations that some words tell of are good ones, or of a kind in which both work together."""
    clause = max(start - NEAR, 0, *(words.rfind(mark, 0, start) for mark in ",;:"))
    return bool(_GOOD.search(words, clause, end) or _OF_A_KIND.search(words, start, end))


_GOOD = re.compile(
    r"(?i)\b(?:friend|beneficial|strength|strong|deep|importan|expan|momentum|elevat|enhanc|advanc|pillar|close(?!ly|d|s)|support|allied|strategic|partner|constructive|prais|commend)"
)
"""What says so of relations: "friendly Chile-Peru relations"."""
_OF_A_KIND = re.compile(r"\b(?:defen[cs]e|military|commercial|economic|trade|security|cultural)\b")
"""In what they work together: "the Chile-Peru defense relationship"."""
NEAR = 60
"""Signs and letters in which it is said."""


def _ours(reading: Reading, sentence: Sentence, signs: Signs) -> Iterator[Statement]:
    """After "our partnership with Norway": whose it is, if the text is about Norway and one other state."""
    for found in _OUR.finditer(signs.words) if "our" in signs.spoken else ():
        for each in those(signs.after(found))[:1]:
            us = [one for one in reading.main if one != each.entity]
            if len(us) == 1 and each.entity in reading.main:
                focus = Span(signs.place(found.start()), each.span.end)
                note = {"note": ("The sentence does not say whose partnership it is; the countries of the article are meant.",)}
                name = "ally_of" if found["what"] == "alliance" else "cooperates_with"
                yield Statement(us[0], name, each.entity, sentence, focus, qualifiers=note, plain=False)


_OUR = re.compile(rf"\b[Oo]ur\s+{WORD}{{0,4}}?(?P<what>{BETWEEN_THEM}|alliance)\s+with\s+(?:the\s+)?")
