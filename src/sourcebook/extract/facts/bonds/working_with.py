"""Who works with whom by the verb or the phrase between them: "Norway works closely with Chile", "Norway, in partnership with Chile, opened"."""

from collections.abc import Iterator
from itertools import product

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.bonds.leading import leading, meaning_to
from sourcebook.extract.facts.bonds.words import BETWEEN_THEM, ONE_ALONE, PARTNER, WARM_TIES, WORD, Bond
from sourcebook.extract.facts.groups import Actors, parties
from sourcebook.extract.facts.signs import BODY, FOLK, STATE
from sourcebook.extract.phrases import words as words_of


def working_with(signs: Signs) -> Iterator[Bond]:
    """After "A works closely with B", "A cooperates with B"."""
    beside = "with" in signs.spoken or "alongside" in signs.spoken
    for found in _WORKS_WITH.finditer(signs.words) if beside else ():
        others, doers = signs.after(found), signs.doing(found) or meaning_to(signs, found.start())
        plain = found[0].startswith("work") and not found["closely"]
        for one, other in product(parties(doers), parties(others)):
            # "Norway works with Chile" says little of two states.
            if not plain or len(parties(others)) > 1 or "organization" in (one.found.type, other.found.type):
                yield one, other, PARTNER, found.start(), found.end()


_COOPERATE = (
    r"(?:cooperat|collaborat|partner|co-operat|coordinat)(?:e|es|ed|s|ing)?"
    r"(?:\s+(?:closely|actively|extensively|regularly|directly))?"
)
_WORK = (
    r"(?<!\bhis )(?<!\bher )work(?:s|ed|ing)?"
    r"(?P<closely>(?:\s+(?:closely|together|hand\s+in\s+hand|side\s+by\s+side|in\s+close\s+\w+))+)?"
)
_FIGHT_ALONGSIDE = r"(?:fought|fight(?:s|ing)?|(?:operat|serv|train)(?:e?s|ed|ing|e)?)(?=\s+alongside)"
_JOIN_FORCES = r"team(?:s|ed|ing)?\s+up|join(?:s|ed|ing)?\s+(?:forces|hands)"
_WORKS_WITH = re.compile(
    rf"\b(?:{_COOPERATE}|{_WORK}|{_FIGHT_ALONGSIDE}|{_JOIN_FORCES})"
    r"\s+(?:with|alongside)\s+(?:the\s+)?(?:(?:government|authorities)\s+of\s+(?:the\s+)?)?"
)


def having_ties_with(signs: Signs) -> Iterator[Bond]:
    """After "A has a partnership with B", "A's cooperation with B"."""
    words = signs.words
    for found in _ITS_WITH.finditer(words) if "with" in signs.spoken else ():
        others = signs.after(found)
        at = found.start()
        if found["own"] == "" and words.startswith(" and ", at):
            # "solidifying ties with Norway and strengthening cooperation with Chile": not Norway's.
            continue
        if found["own"] == "" and _ENDS_IN_TIES.search(found["what"]) and found.start("what") > at + 1 and not _KEEPS.match(words, at):
            # "Norway fears close ties with Chile", which "Norwegian close ties with" does not say.
            continue
        # "Chilean cooperation with Peru"
        adjective = Actors((signs.at[at - 1],), at - 1, at) if found["own"] == "" else signs.list_before(at + 1)
        doers = signs.list_to(at) or (signs.list_to(found.end("own")) if found["own"] else adjective)
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in product(parties(doers), parties(others)))


_OWN = rf"(?P<own>[’']s?|(?<=[{STATE}{FOLK}]))\s+(?:(?:commitment|efforts|readiness|desire|intention)\s+to\s+(?:further\s+)?[a-z]+\s+)?"
"""As in "Norway's commitment to further deepen cooperation"."""
_HAS = (
    r"(?:has|have|had|maintains?|maintained|develop(?:s|ed)|shares?|shared|cultivat(?:es|ed)|keeps|kept|built|building|forged|forging|enjoys?|enjoyed"
    r"|established|launched|entered(?:\s+into)?|signed|concluded|made|renewed|reaffirm(?:s|ed)?|formed|deepened|strengthened|deepens|strengthens"
    r"|values?|valued|boasts?|seeks?|upgraded|elevated|(?:(?:is|are)\s+|remains?\s+)(?:fully\s+|firmly\s+|strongly\s+)?committed\s+to)"
)
_ITS_WITH = re.compile(
    rf"(?:{_OWN}|\s+(?:{_HAS}\s+)(?:into\s+)?(?:an?\s+|its\s+|their\s+|the\s+)?)"
    rf"(?:(?:and\s+)?{WORD}|[a-z-]+,\s+){{0,4}}?"
    rf"(?:(?:treaty|pact)\s+of\s+)?(?P<what>{BETWEEN_THEM}|[Aa]lliances?|{WARM_TIES})"
    r"\s+(?:with|(?<=ties\s)to)\s+(?:the\s+)?"
)
_KEEPS = re.compile(
    r"\s+(?:(?:also|now|long|still|always|historically)\s+)?"
    r"(?:has|have|had|maintain|develop|enjoy|share|built|forge|establish|cultivate|keep|kept|strengthen|deepen)"
)
_ENDS_IN_TIES = re.compile(r"\b(?:ties|relations(?:hips?)?|links|bonds)\Z")


def raising_ties(signs: Signs) -> Iterator[Bond]:
    """After "A raised its ties with B to a strategic partnership"."""
    for found in _RAISED.finditer(signs.words) if "with" in signs.spoken else ():
        doers = signs.up_to(found) or signs.list_before(found.start() + 1)
        yield from ((one, signs.at[found.start("other")], PARTNER, found.start(), found.end()) for one in parties(doers))


_RAISED = re.compile(
    r"\s+(?:elevat|upgrad|rais|lift|transform|expand)(?:e[ds]?|s|ed|ing)\s+(?:its\s+|their\s+)?(?:bilateral\s+)?(?:relations(?:hip)?|ties|links)"
    rf"\s+with\s+(?:the\s+)?(?P<other>[{STATE}{BODY}])\s+(?:in)?to\s+{WORD}{{0,5}}?(?:of\s+{WORD}{{0,3}}?)?partnership\b"
)


def in_partnership_with(signs: Signs) -> Iterator[Bond]:
    """After "in partnership with A, B opened", "A, in partnership with B, opened", "built by A in partnership with B"."""
    words = signs.words
    for found in _IN_PARTNERSHIP.finditer(words) if "with" in signs.spoken else ():
        others = signs.after(found)
        if others is None:
            continue
        if len(others.who) == 2 and " and " not in words[others.start : others.end]:
            # "In partnership with A, B opened"
            yield others.who[1], others.who[0], PARTNER, found.start(), others.end
            continue
        after = _COMMA.match(words, others.end)
        doers = signs.after(after) if after and found.start() < OPENS else None
        # "A, in partnership with B, opened"
        doers = doers or signs.list_to(found.start() - len(", "))
        if doers is None and (by := _BY.search(words, 0, found.start())):
            # "built by A in partnership with B"
            doers = signs.after(by, "by")
        doers = doers or leading(signs, found.start())
        yield from ((one, other, PARTNER, found.start(), others.end) for one, other in product(parties(doers), parties(others)))


_IN_PARTNERSHIP = re.compile(r"\b[Ii]n\s+(?:close\s+)?(?:partnership|collaboration|co-?operation|coordination)\s+with\s+(?:the\s+)?")
OPENS = 2
"""Signs before which what opens a sentence begins: it may begin with a quotation mark."""
_COMMA = re.compile(r",\s+(?:the\s+)?")
_BY = re.compile(rf"(?P<by>\bby\s+(?:the\s+)?)[{STATE}{BODY}]\s+\Z")


def allied_with(signs: Signs) -> Iterator[Bond]:
    """After "A allied with B", "A, along with its ally B", "A works with its allies B and C"."""
    words = signs.words
    for found in _ALLIED.finditer(words) if not _SIDED.isdisjoint(signs.spoken) else ():
        doers = signs.up_to(found) or signs.list_to(found.start() - 1) or signs.doing(found)
        others = signs.after(found)
        yield from ((one, other, "ally", found.start(), found.end()) for one, other in product(parties(doers), parties(others)))
    for found in _ALONG_WITH.finditer(words):
        doers, theirs = signs.up_to(found), parties(signs.after(found))
        named = theirs[:1] if found["what"] in ONE_ALONE else theirs
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in product(parties(doers), named))
    for found in _WITH_ITS.finditer(words):
        doers, others = signs.first(), signs.after(found)
        alone = doers if doers and doers.end <= found.start() else None
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in product(parties(alone), parties(others)))


_SIDED = words_of("allied aligned")
_ALLIED = re.compile(
    rf"(?:\b(?:is|are|was|were|been|became|remains?|remained|stayed)|(?<=[{STATE}{BODY}])\)?,?(?:\s+(?:had|has|have|then))?)"
    r"\s+(?:(?:closely|formally|then|also|still|firmly|long)\s+)*(?:allied|aligned)\s+(?:itself\s+|themselves\s+)?(?:with|to)\s+(?:the\s+)?"
)
_ALONG_WITH = re.compile(
    rf"(?:,|\s[–—-])?\s+(?:along|together)\s+with\s+(?:its|their)\s+{WORD}{{0,3}}?(?P<what>ally|partner|allies|partners),?"
    rf"\s+(?:the\s+)?(?=[{STATE}{BODY}])"
)
"""As in "Norway — along with its ally Chile — rejected"."""
_WITH_ITS = re.compile(
    rf"\b(?:with|by|including)\s+(?:its|their)\s+{WORD}{{0,3}}?(?P<what>allies|partners),?"
    rf"\s+(?:the\s+|such\s+as\s+|including\s+|like\s+)?(?=[{STATE}{BODY}])"
)
"""As in "works with its allies Chile and Peru"."""
