"""Who is bound by a noun that names both: "the partnership between Norway and Chile", "Chile-Peru cooperation", "Chile's role as a Peruvian ally"."""

from collections.abc import Iterator
from itertools import combinations

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.bonds.words import BETWEEN_THEM, MOST, WORD, Bond
from sourcebook.extract.facts.groups import parties
from sourcebook.extract.facts.signs import BODY, FOLK, PLACE, STATE
from sourcebook.extract.phrases import HYPHENS


def by_nouns(signs: Signs) -> Iterator[Bond]:
    """After "the partnership between A and B", "A-B cooperation", "B's ally A"."""
    words = signs.words
    for found in _OF_BOTH.finditer(words):
        both = signs.after(found)
        if both and cues.CUT_OFF.match(words, both.end):
            continue
        if found[0].rstrip().endswith(("of", "of the")) and _SOMEBODY_NEEDS.search(words, 0, found.start()):
            # "Norway needs the cooperation of Chile and Peru": of each with Norway.
            continue
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in combinations(parties(both)[:MOST], 2))
    for found in _PAIR.finditer(words):
        named = [signs.at[found.start(each)] for each in ("one", "other", "third") if found[each]]
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in combinations(named, 2))
    for found in _ROLE.finditer(words):
        who, of, what = ("who", "of", "what") if found["who"] else ("whom", "by", "kind")
        yield signs.at[found.start(who)], signs.at[found.start(of)], found[what], found.start(), found.end()
    for found in _ALLY_WHO.finditer(words):
        others = signs.after(found)
        yield from ((other, signs.at[found.start("of")], found["what"], found.start(), found.end()) for other in parties(others))


_AND_FURTHER = (
    r"(?:,?\s+(?:and\s+)?(?:(?:deep|strategic|close|strong|lasting|enduring|long-?standing|allied|friendly|good|bilateral)\s+)*"
    rf"(?:friendship|ties|relations(?:hip)?|links|agreement|{BETWEEN_THEM}|[Aa]lliance))*"
)
"""What else is named with it: "partnership and alliance between"."""
_WARM_BOND = (
    r"(?:close|strong|deep|warm|friendly|special|enduring|historical|strategic|excellent|unique),?\s+"
    r"(?:(?:and\s+)?[a-z-]+,?\s+){0,3}?(?:relationship|bonds?|friendship)"
)
_OF_BOTH = re.compile(
    rf"\b(?P<what>(?:{BETWEEN_THEM}|[Aa]lliance|{_WARM_BOND}){_AND_FURTHER})[”\"’]?\s+"
    # "partnership agreements were signed between"
    r"(?:(?:agreements?|ties|links|potential|mechanisms?|efforts|framework)\s+(?:(?:was|were|has\s+been|have\s+been)\s+(?:signed|concluded|reached)\s+)?)?"
    # "cooperation in the field of fishing between"
    rf"(?:(?:in|on)\s+the\s+(?:fields?|areas?|spheres?|sectors?)\s+of\s+(?:(?:and\s+)?{WORD}){{1,6}}?)?"
    r"(?:between|among|(?<=ion\s)of)\s+(?:the\s+)?"
)
"""As in "close friendship and alliance between"."""
_SOMEBODY_NEEDS = re.compile(
    r"\b(?:need|seek|sought|want|w[io]n|secur|enlist|request|requir|obtain|gain|ask|call|count|rel[yi]|depend|hop|thank|appreciat|receiv|lack)"
    r"(?:e[sd]?|s|ed|ing|ned|es|ied)?\s+(?:(?:for|on|upon|to|the|their|[a-z]+|and)\s+){0,5}\Z"
)
_NAMED_BEFORE = (
    rf"(?P<joint>\b[Jj]oint\s+)?(?P<one>[{STATE}{BODY}{FOLK}{PLACE}])[{HYPHENS}/](?P<other>[{STATE}{BODY}{FOLK}])"
    rf"(?:[{HYPHENS}/](?P<third>[{STATE}{BODY}{FOLK}]))?"
)
_WHAT_JOINS = (
    rf"(?P<what>(?:(?:relations|ties)\s+of\s+(?:(?:\w+|and)\s+){{0,4}}?)?(?:{BETWEEN_THEM}|[Aa]lliance)(?:\s+and\s+(?:[a-z]+\s+)?(?:partnership|alliance))?"
    # Of "joint Chile-Peru" anything.
    r"|relationships?|relations|ties|efforts|contacts|entente|friendship|(?(joint)[a-z]+|(?!)))"
)
_PAIR = re.compile(
    rf"{_NAMED_BEFORE}\s+(?!{WORD}{{0,2}}(?:diplomatic|delegation|government)\s)(?:(?:and\s+)?(?:{WORD}|[a-z-]+,\s+)){{0,6}}?"
    rf"{_WHAT_JOINS}\b(?!\s+(?:[Aa]greement|[Cc]ouncil|[Cc]ommission|[Cc]ommittee|[Oo]rgani[sz]ation|[Ff]orum|[Tt]reaty|[Dd]eal|[Pp]act|refers?\s))"
)
"""As in "Chile-Peru strategic cooperation", "joint Chilean-Peruvian patrols"."""
_ROLE = re.compile(
    rf"(?P<who>{STATE})[’']s?\s+(?:role|status|importance|position|place)\s+as\s+(?:an?\s+|the\s+|one\s+of\s+)?"
    rf"{WORD}{{0,3}}?(?P<of>[{STATE}{FOLK}])(?:[’']s?)?\s+{WORD}{{0,3}}?(?P<what>ally|partner|allies|partners)\b"
    rf"|(?P<by>{STATE})[’']s?\s+{WORD}{{0,3}}?(?:support|commitment)\s+(?:to|for|of)\s+(?:the\s+)?"
    rf"(?P<whom>{STATE})\s+as\s+an?\s+{WORD}{{0,4}}?(?P<kind>ally|partner)\b"
)
"""As in "Chile's role as a key Peruvian ally", "Norway's support for Chile as an ally"."""
_ALLY_WHO = re.compile(rf"(?P<of>[{STATE}{FOLK}{BODY}])\s+(?P<what>ally|partner)\s+(?=[{STATE}{BODY}])")
"""As in "Norwegian ally Chile"."""
