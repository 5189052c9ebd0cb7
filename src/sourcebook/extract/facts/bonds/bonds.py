"""How states and bodies stand to each other, read from the lists around a word: partners, allies, those under sanctions."""

from collections.abc import Iterator
from itertools import combinations, product

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import BODY, DATE, FOLK, PERSON, STATE, Actors, Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORD = rf"(?:(?!(?:and|or|with|of|in|on|at|to|from|by|for|that|which|who|is|are|was|were|not|no)\b)[\w’'-]+\s+|{DATE}\s+)"
_BETWEEN_THEM = r"(?:partnership|cooperation|co-operation|collaboration)"
_WORKS_WITH = re.compile(
    r"\b"
    r"(?:(?:cooperat|collaborat|partner|co-operat)(?:e|es|ed|s|ing)?"
    r"(?:\s+(?:closely|actively|extensively|regularly|directly))?"
    r"|work(?:s|ed|ing)?"
    r"(?P<closely>(?:\s+(?:closely|together|hand\s+in\s+hand|side\s+by\s+side|in\s+close\s+\w+))+)?"
    r"|team(?:s|ed|ing)?\s+up|join(?:s|ed|ing)?\s+(?:forces|hands))\s+(?:with|alongside)\s+(?:the\s+)?"
    r"(?:(?:government|authorities)\s+of\s+(?:the\s+)?)?"
)
_ITS_WITH = re.compile(
    rf"(?:(?P<own>[’']s?)\s+"
    rf"|\s+"
    rf"(?:(?:has|have|had|maintains?|built|building|forged|forging|enjoys?|enjoyed|established|launched"
    rf"|entered(?:\s+into)?|signed|formed|deepened|strengthened|deepens|strengthens|values?|valued"
    rf"|boasts?|seeks?|upgraded|elevated)\s+)(?:into\s+)?(?:an?\s+|its\s+|their\s+|the\s+)?){_WORD}{{0,4}}?"
    rf"(?P<what>{_BETWEEN_THEM}|alliance)\s+with\s+(?:the\s+)?"
)
_OF_BOTH = re.compile(
    r"\b(?P<what>(?:[Pp]artnership|[Cc]o-?operation|[Cc]ollaboration|[Aa]lliance))\s+(?:(?:agreement|ties|links)\s+)?between\s+(?:the\s+)?"
)
_PAIR = re.compile(
    rf"(?P<one>[{STATE}{BODY}{FOLK}])(?:-|–|/)(?P<other>[{STATE}{BODY}{FOLK}])\s+{_WORD}{{0,3}}?"
    rf"(?P<what>{_BETWEEN_THEM}|alliance)\b"
    rf"(?!\s+(?:agreement|council|commission|committee|organi[sz]ation|forum|treaty|deal|pact))"
)
_TOGETHER = re.compile(
    rf"\s+"
    rf"(?:(?:both|also|have|has|had|will|would|now|are|were|is|today|recently|jointly|further|agreed|pledged"
    rf"|vowed|committed|decided|want|plan|hope|seek|continue[ds]?|to|can|should|must|need|formally"
    rf"|officially|on\s+{DATE}|{DATE})\s+)*"
    rf"(?:strengthen|deepen|expand|elevat|upgrad|reinforc|enhanc|boost|bolster|step|launch|establish|forg|build"
    rf"|built|increas|broaden|intensif|develop|form|renew|cement|advanc)(?:\w*)(?:\s+up)?\s+"
    rf"(?:their\s+|an?\s+|the\s+|closer\s+|joint\s+)?{_WORD}{{0,5}}?"
    rf"(?:(?:ties|relations(?:hip)?|links)\s+(?:to|into)\s+{_WORD}{{0,5}}?)?(?P<what>{_BETWEEN_THEM}|alliance)\b"
    rf"(?!\s+with\b)"
)
_ARE_PARTNERS = re.compile(
    rf"(?:,\s+(?:once|long|former|though|despite|both)\s[^,;{STATE}{BODY}]{{2,40}},)?(?:,\s+|\s+(?:(?:also|now|both|have|has|had|long|been|become|became|are|were|is|remain|will|and|to|be)\s+)+){_WORD}{{0,4}}?"
    rf"(?P<what>partners|allies)\b(?!\s+(?:in\s+crime|of|with|such)\b)"
)
_COOPERATE = re.compile(
    r"\s+(?:(?:also|now|both|have|has|had|will|are|were|closely|actively|already|long|been|can|should|must"
    r"|(?:agreed|decided|pledged|vowed|resolved|promised|committed|plan|want|intend|continue[ds]?)\s+to|further)\s+)*"
    r"(?:cooperat(?:e|ed|ing)|collaborat(?:e|ed|ing)|work(?:ed|ing)?\s+(?:closely\s+)?together"
    r"|join(?:ed|ing)?\s+forces|team(?:ed|ing)?\s+up)\b(?!\s+with\b)"
)
_IS_PARTNER = re.compile(
    rf"\s*,?\s+(?:(?:is|was|remains?|has\s+(?:long\s+)?been|became|becomes|being|as)\s+)?"
    rf"(?:also\s+|still\s+|one\s+of\s+)?(?:an?\s+|the\s+)?{_WORD}{{0,5}}?(?P<what>partners?|all(?:y|ies))\s+"
    rf"(?:of|for|to)\s+(?:the\s+)?"
)
_IS_ITS = re.compile(
    rf"\s*,?\s+(?:(?:is|was|remains?|has\s+(?:long\s+)?been|became|becomes)\s+)?(?:also\s+|still\s+|one\s+of\s+)?"
    rf"(?:an?\s+|the\s+)?{_WORD}{{0,3}}?(?P<of>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+{_WORD}{{0,4}}?"
    rf"(?P<what>partners?|all(?:y|ies))\b(?!\s+(?:in\s+crime|[{STATE}{BODY}{PERSON}]))"
)
_AND_ITS = re.compile(
    rf"(?:[’']s?|\s+and\s+(?:its|their))\s+{_WORD}{{0,3}}?(?P<what>partners?|all(?:y|ies))(?:\s+(?:in|across)\s+(?:the\s+)?(?!the\b)[\w-]+,)?,?\s+"
    rf"(?:the\s+|such\s+as\s+|including\s+)?(?=[{STATE}{BODY}])"
)
_ALLY_WHO = re.compile(rf"(?P<of>[{STATE}{FOLK}{BODY}])\s+(?P<what>ally|partner)\s+(?=[{STATE}{BODY}])")
_COUNTS = re.compile(rf"\s+(?:counts|regards|sees|considers)\s+(?=[{STATE}{BODY}])")
_AMONG_ITS = re.compile(rf"\s+(?:among|as\s+one\s+of|as)\s+(?:its|their|an?)\s+{_WORD}{{0,3}}?(?P<what>allies|partners|ally|partner)\b")
_IN_PARTNERSHIP = re.compile(r"\b[Ii]n\s+(?:close\s+)?(?:partnership|collaboration|co-?operation|coordination)\s+with\s+(?:the\s+)?")
_NOT = re.compile(
    r"\b"
    r"(?:not|no|never|without|lack(?:s|ed)?|former|ended|end|ending|suspend\w*|halt\w*|refus\w+|withdr\w+|break\w*"
    r"|broke|severed)\s+(?:[\w-]+\s+){0,3}\Z"
)
_TRADE = re.compile(
    r"\b(?:trad(?:e|ing)|business|export|import|biggest|largest|commercial|coalition|dialogue)\s+partners?\Z"
    r"|\bformer\s+(?:[a-z]+\s+){0,2}(?:partners?|all(?:y|ies))\Z"
)
_AND_IS = re.compile(r"\sand(?=\s+(?:is|remains|was|has\s+been|became)\s)")
_RAISED = re.compile(
    rf"\s+(?:elevat|upgrad|rais|lift|transform|expand)(?:e[ds]?|s|ed|ing)\s+(?:its\s+|their\s+)?(?:bilateral\s+)?"
    rf"(?:relations(?:hip)?|ties|links)\s+with\s+(?:the\s+)?(?P<other>[{STATE}{BODY}])\s+(?:in)?to\s+{_WORD}{{0,5}}?(?:of\s+{_WORD}{{0,3}}?)?partnership\b"
)
"""As in "raised its ties with Chad to a strategic partnership"."""
_FRONT = re.compile(
    r"(?:[Ww]ithin|[Uu]nder|[Ii]n|[Aa]t|[Tt]hrough|[Oo]utside|[Uu]nlike|[Ll]ike|[Dd]espite|(?:[Aa]s\s+(?:part|members)|[Oo]n\s+the\s+sidelines)\s+of)\s+"
    r"(?:the\s+)?(?:(?:framework|scope|context|margins)\s+of\s+(?:the\s+)?)?"
)
"""Before a body that only opens a sentence: "Within the Group, Chad and Niger cooperate"."""
FRONTED = 40
_OUR = re.compile(rf"\b[Oo]ur\s+{_WORD}{{0,4}}?(?P<what>{_BETWEEN_THEM}|alliance)\s+with\s+(?:the\s+)?")
_COMMA = re.compile(r",\s+(?:the\s+)?")
_WORDS = words_of(
    "partnership cooperation collaboration alliance partner partners ally allies cooperate cooperates cooperated "
    "cooperating collaborate collaborates collaborated collaborating partnered partnering works work worked "
    "working forces hands team teamed co"
)

_WITH = words_of("with alongside")
_NOUNS = _WORDS - words_of("work works worked working forces hands co")


@where(_WORDS)
def bonds(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who is whose partner or ally."""
    if sentence.words.isdisjoint(_NOUNS) and sentence.words.isdisjoint(_WITH):
        return
    signs = signs_of(reading, sentence)
    actors = [at for at in signs.at if signs.words[at] in _PARTIES]
    if not actors:
        return
    nouns = not sentence.words.isdisjoint(_NOUNS)
    for one, other, what, start, end in (*_by_verbs(signs), *((*_by_nouns(signs), *_of_lists(signs, actors)) if nouns else ())):
        if one.entity != other.entity and not _NOT.search(signs.words, start - 40, start):
            name = "ally_of" if what.casefold().startswith(("all", "ally")) else "cooperates_with"
            yield Statement(
                subject=one.entity,
                property=name,
                value=other.entity,
                sentence=sentence,
                focus=Span(signs.place(start), signs.place(end)),
                plain=False,
            )
    if "our" in sentence.words:
        yield from _ours(reading, sentence, signs)


def _ours(reading: Reading, sentence: Sentence, signs: Signs) -> Iterator[Statement]:
    """After "our partnership with Norway": whose it is, if the text is about Norway and one other state."""
    for found in _OUR.finditer(signs.words) if "our" in signs.spoken else ():
        others = signs.list_at(found.end())
        for each in others.who[:1] if others else ():
            us = [one for one in reading.main if one != each.entity]
            if len(us) == 1 and each.entity in reading.main:
                focus = Span(signs.place(found.start()), each.span.end)
                note = {"note": ("The sentence does not say whose partnership it is; the countries of the article are meant.",)}
                name = "ally_of" if found["what"] == "alliance" else "cooperates_with"
                yield Statement(
                    subject=us[0], property=name, value=each.entity, sentence=sentence, focus=focus, qualifiers=note, plain=False
                )


FEWEST = 2
_BY = re.compile(rf"(?P<by>\bby\s+(?:the\s+)?)[{STATE}{BODY}]\s+\Z")
_PARTIES = frozenset({STATE, BODY, FOLK})
Bond = tuple[Linked, Linked, str, int, int]


def _parties(found: Actors | None) -> tuple[Linked, ...]:
    """The states and bodies of a list; of persons and offices none."""
    return tuple(each for each in found.who if each.found.type != "person") if found else ()


def _by_verbs(signs: Signs) -> Iterator[Bond]:
    """After "A works with B", "A has a partnership with B", "in partnership with B, A"."""
    words = signs.words
    beside = "with" in signs.spoken or "alongside" in signs.spoken
    for found in _WORKS_WITH.finditer(words) if beside else ():
        others, doers = signs.list_at(found.end()), signs.list_before(found.start())
        plain = found[0].startswith("work") and not found["closely"]
        for one, other in product(_parties(doers), _parties(others)):
            # "Norway works with Chile" says little of two states.
            if not plain or "organization" in (one.found.type, other.found.type):
                yield one, other, "partner", found.start(), found.end()
    for found in _ITS_WITH.finditer(words) if "with" in signs.spoken else ():
        others = signs.list_at(found.end())
        doers = signs.list_to(found.start()) or (signs.list_to(found.end("own")) if found["own"] else signs.list_before(found.start() + 1))
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in product(_parties(doers), _parties(others)))
    for found in _RAISED.finditer(words) if "with" in signs.spoken else ():
        doers = signs.list_to(found.start()) or signs.list_before(found.start() + 1)
        yield from ((one, signs.at[found.start("other")], "partner", found.start(), found.end()) for one in _parties(doers))
    for found in _AND_IS.finditer(words):
        led, doers = _IS_PARTNER.match(words, found.end()), signs.first()
        others = signs.list_at(led.end()) if led else None
        yield from ((one, other, "partner", found.start(), found.end()) for one, other in product(_parties(doers), _parties(others)))
    for found in _IN_PARTNERSHIP.finditer(words) if "with" in signs.spoken else ():
        others = signs.list_at(found.end())
        if others is None:
            continue
        if len(others.who) == FEWEST and " and " not in words[others.start : others.end]:
            # "In partnership with A, B opened"
            yield others.who[1], others.who[0], "partner", found.start(), others.end
            continue
        after = _COMMA.match(words, others.end)
        doers = signs.list_at(after.end()) if after and found.start() < FEWEST else None
        # "A, in partnership with B, opened"
        doers = doers or signs.list_to(found.start() - len(", "))
        if doers is None and (by := _BY.search(words, 0, found.start())):
            # "built by A in partnership with B"
            doers = signs.list_at(by.end("by"))
        yield from ((one, other, "partner", found.start(), others.end) for one, other in product(_parties(doers), _parties(others)))


def _by_nouns(signs: Signs) -> Iterator[Bond]:
    """After "the partnership between A and B", "A-B cooperation", "B's ally A"."""
    words = signs.words
    for found in _OF_BOTH.finditer(words) if "between" in signs.spoken else ():
        both = signs.list_at(found.end())
        if both and cues.CUT_OFF.match(words, both.end):
            continue
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in combinations(_parties(both)[:MOST], 2))
    for found in _PAIR.finditer(words):
        yield signs.at[found.start("one")], signs.at[found.start("other")], found["what"], found.start(), found.end()
    for found in _ALLY_WHO.finditer(words):
        others = signs.list_at(found.end())
        yield from ((other, signs.at[found.start("of")], found["what"], found.start(), found.end()) for other in _parties(others))


MOST = 4
"""Of a list, those who are each other's partners."""


def _of_lists(signs: Signs, actors: list[int]) -> Iterator[Bond]:
    """After "A and B are partners", "A is an ally of B", "A is B's ally", "A and its ally B"."""
    words, done = signs.words, 0
    for at in actors:
        found = signs.list_at(at) if at >= done and not (at < FRONTED and _FRONT.fullmatch(words, 0, at)) else None
        who = _parties(found)
        if found is None or not who:
            continue
        done = found.end
        joint = [pattern.match(words, found.end) for pattern in (_TOGETHER, _ARE_PARTNERS, _COOPERATE)] if len(who) > 1 else []
        for each in joint:
            if each and not _TRADE.search(words, each.start(), each.end()):
                what = each.groupdict().get("what", "partner")
                yield from ((one, other, what, each.start(), each.end()) for one, other in combinations(who[:MOST], 2))
        for pattern in (_IS_PARTNER, _AND_ITS):
            led = pattern.match(words, found.end)
            others = signs.list_at(led.end()) if led and not _TRADE.search(words, led.start(), led.end("what")) else None
            if led and others:
                yield from ((one, other, led["what"], led.start(), led.end()) for one, other in product(who, _parties(others)))
        # "Norway's allies, Chile and Peru": the list ends with whose they are.
        own = _AND_ITS.match(words, found.end - len("’s")) if words.endswith(("’s", "'s"), 0, found.end) else None
        theirs = signs.list_at(own.end()) if own and not _TRADE.search(words, own.start(), own.end("what")) else None
        if own and theirs:
            yield from ((who[-1], other, own["what"], own.start(), own.end()) for other in _parties(theirs))
        its = _IS_ITS.match(words, found.end)
        if its and not _TRADE.search(words, its.start(), its.end()):
            yield from ((one, signs.at[its.start("of")], its["what"], its.start(), its.end()) for one in who)
        counts = _COUNTS.match(words, found.end)
        others = signs.list_at(counts.end()) if counts else None
        among = _AMONG_ITS.match(words, others.end) if others else None
        if among:
            yield from ((one, other, among["what"], found.end, among.end()) for one, other in product(who, _parties(others)))
