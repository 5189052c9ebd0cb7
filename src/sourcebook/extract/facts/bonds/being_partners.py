"""Who is bound by what stands after a list: "Norway and Chile are partners", "Norway is an ally of Chile", "Norway and its ally Chile"."""

from collections.abc import Iterator
from itertools import combinations, product

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.bonds.words import BETWEEN_THEM, MOST, ONE_ALONE, PARTNER, WARM_TIES, WORD, Bond
from sourcebook.extract.facts.groups import Actors, parties
from sourcebook.extract.facts.signs import BODY, DATE, FOLK, PERSON, STATE
from sourcebook.extract.identity.linking import Linked


def of_lists(signs: Signs, actors: list[int]) -> Iterator[Bond]:
    """After "A and B are partners", "A is an ally of B", "A is B's ally", "A and its ally B"."""
    done = 0
    for at in actors:
        if signs.words.startswith(", ", at + 1) and _ASIDE.fullmatch(signs.words, 0, at):
            # "Instead of blaming Chad, Niger and its allies": no list with Chad.
            continue
        found = signs.list_at(at) if at >= done and not (at < FRONTED and _FRONT.fullmatch(signs.words, 0, at)) else None
        who = parties(found)
        if found is None or not who:
            continue
        done = found.end
        if len(who) > 1:
            yield from _each_others(signs.words, found, who)
        yield from _of_who_follows(signs, found, who)
        if signs.words.endswith(("’s", "'s"), 0, found.end):
            yield from _owned(signs, found, who)
        yield from _allies_by_name(signs, found, who)


_FRONT = re.compile(
    r"(?:[Ww]ithin|[Uu]nder|[Ii]n|[Aa]t|[Tt]hrough|[Oo]utside|[Uu]nlike|[Ll]ike|[Dd]espite|(?:[Aa]s\s+(?:part|members)|[Oo]n\s+the\s+sidelines)\s+of)\s+"
    r"(?:the\s+)?(?:(?:framework|scope|context|margins)\s+of\s+(?:the\s+)?)?"
)
"""Before a body that only opens a sentence: "Within the Group, Chad and Niger cooperate"."""
_ASIDE = re.compile(
    r"\W*(?:[Ii]nstead\s+of|[Rr]ather\s+than|[Aa]ccording\s+to|[Bb]y|[Aa]fter|[Bb]efore|[Ww]ithout|[Bb]esides|[Aa]part\s+from|[Aa]mid|[Uu]nlike|[Ll]ike|[Dd]espite|[Ff]ollowing|[Dd]uring"
    r"|[Tt]hanks\s+to|[Bb]ecause\s+of|[Ff]or|[Ff]rom|[Ii]n|[Aa]t|[Oo]n|[Ww]ith|[Aa]s\s+for|[Cc]ontrary\s+to|[Nn]ext\s+to|[Ff]ar\s+from|[A-Z][a-z]+ing)\s[^,;]*"
)
"""Before the last name of words that only open a sentence, which a comma ends."""
FRONTED = 40
"""Signs and letters in which that stands."""
_NO_PARTNER = re.compile(
    r"\b(?:trad(?:e|ing)|business|export|import|biggest|largest|commercial|coalition|dialogue)\s+partners?\Z"
    r"|\bformer\s+(?:[a-z]+\s+){0,2}(?:partners?|all(?:y|ies))\Z"
)
"""Who buys most from another is no partner, and a former ally is none."""


def _each_others(words: str, found: Actors, who: tuple[Linked, ...]) -> Iterator[Bond]:
    """After "A and B are partners", "A and B have deepened their cooperation", "A and B work together"."""
    for each in [pattern.match(words, found.end) for pattern in (_DEEPEN_THEIRS, _ARE_PARTNERS, _COOPERATE)]:
        if each and not _NO_PARTNER.search(words, each.start(), each.end()):
            what = each.groupdict().get("what", PARTNER)
            yield from ((one, other, what, each.start(), each.end()) for one, other in combinations(who[:MOST], 2))


_MEAN_TO = (
    r"(?:both|also|have|has|had|will|would|now|are|were|is|today|recently|jointly|further|agreed|pledged"
    r"|moving|[a-z]+ly|vowed|commit|committed|reaffirm(?:ed)?|their|(?:shared\s+)?commitment|decided|agree|intend|aim|want|plan|hope|seek|continue[ds]?"
    rf"|to|can|should|must|need|formally|officially|on\s+{DATE}|{DATE})"
)
_DEEPEN = (
    r"(?:strengthen|tighten|deepen|expand|elevat|upgrad|reinforc|enhanc|boost|bolster|step|launch|establish|forg|build"
    r"|built|increas|broaden|intensif|develop|form|renew|cement|advanc|further|shar|enjoy|maintain|improv|(?:have|ha[ds])(?!\s+(?:[a-z]+ly\s+)?(?!shared\b|renewed\b|improved\b|increased\b)[a-z]+ed\s))(?:\w*)(?:\s+up)?"
)
_DEEPEN_THEIRS = re.compile(
    rf"\s+(?:{_MEAN_TO}\s+)*{_DEEPEN}\s+"
    rf"(?:their\s+|an?\s+|the\s+|closer\s+|joint\s+)?{WORD}{{0,5}}?"
    rf"(?:(?:ties|relations(?:hip)?|links)\s+(?:to|into)\s+{WORD}{{0,5}}?)?(?P<what>{BETWEEN_THEM}|[Aa]lliance|{WARM_TIES})\b"
    rf"(?!\s+with\b|\s+between\s+(?:the\s+)?[{STATE}{FOLK}{BODY}])"
)
"""As in "agreed to elevate their ties to a strategic partnership"."""
_ARE_PARTNERS = re.compile(
    # "Chile and Peru, its two allies": somebody else's.
    rf"(?!,\s+(?:(?:both|two|all)\s+(?:of\s+)?)?(?:its|their|his|her|our|whose)\s)"
    rf"(?:,\s+(?:once|long|former|though|despite|both)\s[^,;{STATE}{BODY}]{{2,40}},)?"
    r"(?:,\s+|\s+(?:(?:also|now|both|have|has|had|long|been|become|became|are|were|is|remain|will|and|to|be)\s+)+)"
    r"(?!(?:its|their|his|her|our|whose)\s)"
    rf"[“\"‘]?{WORD}{{0,4}}?(?P<what>(?:friends\s+and\s+)?(?:partners|allies)(?:\s+and\s+(?:partners|allies|friends))?)\b"
    r"(?!\s+(?:in\s+crime|of|with|such)\b)"
)
"""As in ", once enemies, have become close allies"."""
_COOPERATE = re.compile(
    r"\s+(?:(?:also|now|both|have|has|had|will|would|are|were|closely|actively|already|long|been|can|should|must"
    r"|(?:agreed|decided|pledged|vowed|resolved|promised|committed|plan|want|intend|continue[ds]?)\s+to|further)\s+)*"
    r"(?:cooperat(?:e|ed|ing)|collaborat(?:e|ed|ing)|work(?:ed|ing)?\s+(?:closely\s+)?together"
    r"|(?:coordinat|consult)(?:e|ed|ing)?\s+closely|join(?:ed|ing)?\s+forces|team(?:ed|ing)?\s+up"
    r"|(?:stand|stood|standing)\s+(?:firmly\s+)?(?:together|united|shoulder[\s-]to[\s-]shoulder|side\s+by\s+side))\b(?!\s+with\b)"
)
"""As in "have agreed to work closely together"."""


def _of_who_follows(signs: Signs, found: Actors, who: tuple[Linked, ...]) -> Iterator[Bond]:
    """After "A is an ally of B", "A has an ally in B", "A and its ally B"."""
    words = signs.words
    for pattern in (_IS_PARTNER, _HAS_ONE, _AND_ITS):
        led = pattern.match(words, found.end)
        others = signs.after(led) if led and not _NO_PARTNER.search(words, led.start(), led.end("what")) else None
        if led and others:
            named = parties(others)[:1] if pattern is _AND_ITS and led["what"] in ONE_ALONE else parties(others)
            yield from ((one, other, led["what"], led.start(), led.end()) for one, other in product(who, named))


_PARTNER_OF = (
    r"(?:also\s+|still\s+|one\s+of\s+)?[“\"‘]?(?:an?\s+|the\s+)?[“\"‘]?"
    rf"{WORD}{{0,5}}?(?P<what>(?:(?:partners?|friends?)\s+and\s+(?:an?\s+)?{WORD}{{0,3}}?)?(?:partners?|all(?:y|ies))(?:\s+and\s+friends?)?)"
    r"\s+(?:of|for|to)\s+(?:the\s+)?"
)
_IS_PARTNER = re.compile(
    rf"(?:,\s[^,;.{STATE}{FOLK}“”]{{3,80}}(?=,\s+(?:is|was|remains?|has)\s))?\s*,?\s+"
    rf"(?:(?:is|was|remains?|has\s+(?:long\s+)?been|became|becomes|being|as)\s+)?{_PARTNER_OF}"
)
"""As in ", which lies far north, is still one of the closest partners of"."""
_HAS_ONE = re.compile(
    rf"\s+(?:has|have|had|found)\s+an?\s+(?:(?:and\s+)?{WORD}){{0,5}}?(?P<what>partner|ally)\s+in\s+(?:the\s+)?(?=[{STATE}{BODY}])"
)
"""As in "Chile has a firm and dependable ally in Peru"."""
_AND_ITS = re.compile(
    rf"(?:[’']s?|\s+and\s+(?:its|their))\s+{WORD}{{0,3}}?(?P<what>partners?|all(?:y|ies))(?:\s+(?:in|across)\s+(?:the\s+)?(?!the\b|crime\b)[\w-]+,)?,?\s+"
    rf"(?:the\s+|such\s+as\s+|including\s+)?(?=[{STATE}{BODY}])"
)
"""As in "and its allies in Europe, such as"."""


def and_is_partner(signs: Signs) -> Iterator[Bond]:
    """After "A borders C, and is a partner of B"."""
    for found in _AND_IS.finditer(signs.words):
        led, doers = _IS_PARTNER.match(signs.words, found.end()), signs.first()
        others = signs.after(led)
        yield from ((one, other, PARTNER, found.start(), found.end()) for one, other in product(parties(doers), parties(others)))


_AND_IS = re.compile(r"\sand(?=\s+(?:is|remains|was|has\s+been|became)\s)")


def _owned(signs: Signs, found: Actors, who: tuple[Linked, ...]) -> Iterator[Bond]:
    """After "A and B's cooperation", "A, B's closest ally", "A's allies, B and C": the list ends with whose they are."""
    words = signs.words
    joint_work = _THEIR_OWN.match(words, found.end) if len(who) > 1 else None
    if joint_work:
        yield from ((one, other, joint_work["what"], found.end, joint_work.end()) for one, other in combinations(who[:MOST], 2))
    beside = _CLOSEST.match(words, found.end) if len(who) == 2 and " and " not in words[found.start : found.end] else None
    if beside and not _NO_PARTNER.search(words, found.end, beside.end()):
        yield who[0], who[1], beside["what"], found.start, beside.end()
    own = _AND_ITS.match(words, found.end - len("’s"))
    theirs = signs.after(own) if own and not _NO_PARTNER.search(words, own.start(), own.end("what")) else None
    if own and theirs:
        named = parties(theirs)[:1] if own["what"] in ONE_ALONE else parties(theirs)
        yield from ((who[-1], other, own["what"], own.start(), own.end()) for other in named)


_THEIR_OWN = re.compile(rf"\s+{WORD}{{0,3}}?(?P<what>(?!interaction){BETWEEN_THEM}|[Aa]lliance)\b(?!\s+(?:with|agreement)\b)")
"""As in "Chile and Peru's close coordination"."""
_CLOSEST = re.compile(rf"\s+{WORD}{{0,4}}?(?P<what>ally|partner)\b(?!,?\s+(?:in\s+crime|[{STATE}{BODY}{PERSON}]))")
"""As in "Chile, Peru's closest ally", the two before it."""


def _allies_by_name(signs: Signs, found: Actors, who: tuple[Linked, ...]) -> Iterator[Bond]:
    """After "A and its Baltic allies", "A is B's ally", "A counts B among its allies"."""
    words = signs.words
    folk = _AND_ITS_FOLK.match(words, found.end)
    if folk:
        yield from ((one, signs.at[folk.start("folk")], folk["what"], folk.start(), folk.end()) for one in who)
    its = _IS_ITS.match(words, found.end)
    if its and not _NO_PARTNER.search(words, its.start(), its.end()):
        yield from ((one, signs.at[its.start("of")], its["what"], its.start(), its.end()) for one in who)
    others = signs.after(_COUNTS.match(words, found.end))
    among = _AMONG_ITS.match(words, others.end) if others else None
    if among:
        yield from ((one, other, among["what"], found.end, among.end()) for one, other in product(who, parties(others)))


_AND_ITS_FOLK = re.compile(
    r"\s+and\s+(?:(?:some|many|most|several|one)\s+of\s+)?(?:its|their)"
    rf"\s+{WORD}{{0,2}}?(?P<folk>{FOLK})\s+(?P<what>allies)\b(?!,?\s+[{STATE}{BODY}{PERSON}])"
)
_BEING = r"(?:is|was|are|were|remains?|remained|values?|welcomes?|considered|(?:has|have|had)\s+(?:long\s+)?(?:been|become)|became|becomes|as|(?:could|would|will|may|might|can|should)\s+(?:become|be|remain))"
_IS_ITS = re.compile(
    # "Chile, Peru's ally", "Chile remains Peru's ally", "Norway's Baltic allies", "Norway must help its Baltic allies"
    rf"(?:(?<![’']s)(?:\s*,\s+|\s+[–—-]\s+|(?=\s+{_BEING}\s)\s+)(?:{_BEING}\s+)?|(?<=[’']s)\s+(?={WORD}{{0,2}}?{FOLK}\s)|(?<={STATE})\s+(?={FOLK}\s+(?:allies|partners)\b)|\s+(?:[a-z]+\s+){{1,3}}its\s+(?={FOLK}\s))"
    r"(?:also\s+|still\s+|one\s+of\s+)?(?:an?\s+|the\s+)?"
    rf"(?:(?!(?:[a-z-]+ing|unlike|like|despite|besides)\s){WORD}){{0,3}}?(?P<of>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+{WORD}{{0,4}}?"
    rf"(?P<what>partners?|[Aa]ll(?:y|ies))\b(?!\s+(?:in\s+crime|[{STATE}{BODY}{PERSON}]))"
)
_COUNTS = re.compile(
    rf"\s+(?:(?:must|should|will|would|can|has|have|now|also|to)\s+)*(?:count|regard|see|consider|treat|view)(?:s|ed)?\s+(?=[{STATE}{BODY}])"
)
_AMONG_ITS = re.compile(rf"\s+(?:among|as\s+one\s+of|as)\s+(?:its|their|an?)\s+{WORD}{{0,3}}?(?P<what>allies|partners|ally|partner)\b")
