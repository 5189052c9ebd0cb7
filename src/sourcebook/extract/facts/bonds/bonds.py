"""How states and bodies stand to each other, read from the lists around a word: partners, allies, those under sanctions."""

from collections.abc import Iterator
from itertools import combinations, product

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import BODY, DATE, FOLK, PERSON, PLACE, STATE, Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bonds.leading import leading, meaning_to
from sourcebook.extract.facts.groups import Actors, parties, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.standing import is_city
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import HYPHENS
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORD = rf"(?:(?!(?:and|or|with|of|in|on|at|to|from|by|for|that|which|who|is|are|was|were|not|no)\b)[\w’'-]+\s+|{DATE}\s+)"
_BETWEEN_THEM = r"(?:[Pp]artnerships?|[Cc]ooperation|[Cc]o-operation|[Cc]ollaboration|[Cc]oordination|interaction)"
_FURTHER = rf"(?:,?\s+(?:and\s+)?(?:(?:deep|strategic|close|strong|lasting|enduring|long-?standing|allied|friendly|good|bilateral)\s+)*(?:friendship|ties|relations(?:hip)?|links|agreement|{_BETWEEN_THEM}|[Aa]lliance))*"
"""What else is named with it: "partnership and alliance between"."""
_WARMLY = r"(?:close|strong|deep|warm|friendly|special|enduring|historical|strategic|excellent|unique),?\s+(?:(?:and\s+)?[a-z-]+,?\s+){0,3}?(?:relationship|bonds?|friendship)"
_WARM_TIES = (
    r"(?:(?:close(?:r|st)?|strong(?:er)?|deep(?:er)?|robust|solid)\s+)?(?:strategic|military|defen[cs]e|security)"
    r"(?:,?\s+(?:and\s+)?[a-z-]+){0,3}?\s+(?:ties|relations(?:hips?)?|links|bonds)"
)
_WORKS_WITH = re.compile(
    r"\b"
    r"(?:(?:cooperat|collaborat|partner|co-operat|coordinat)(?:e|es|ed|s|ing)?"
    r"(?:\s+(?:closely|actively|extensively|regularly|directly))?"
    r"|(?<!\bhis )(?<!\bher )work(?:s|ed|ing)?"
    r"(?P<closely>(?:\s+(?:closely|together|hand\s+in\s+hand|side\s+by\s+side|in\s+close\s+\w+))+)?"
    r"|(?:fought|fight(?:s|ing)?|(?:operat|serv|train)(?:e?s|ed|ing|e)?)(?=\s+alongside)"
    r"|team(?:s|ed|ing)?\s+up|join(?:s|ed|ing)?\s+(?:forces|hands))\s+(?:with|alongside)\s+(?:the\s+)?"
    r"(?:(?:government|authorities)\s+of\s+(?:the\s+)?)?"
)
_ITS_WITH = re.compile(
    rf"(?:(?P<own>[’']s?|(?<=[{STATE}{FOLK}]))\s+(?:(?:commitment|efforts|readiness|desire|intention)\s+to\s+(?:further\s+)?[a-z]+\s+)?"
    rf"|\s+"
    rf"(?:(?:has|have|had|maintains?|maintained|develop(?:s|ed)|shares?|shared|cultivat(?:es|ed)|keeps|kept|built|building|forged|forging|enjoys?|enjoyed|established|launched"
    rf"|entered(?:\s+into)?|signed|concluded|made|renewed|reaffirm(?:s|ed)?|formed|deepened|strengthened|deepens|strengthens|values?|valued"
    rf"|boasts?|seeks?|upgraded|elevated|(?:(?:is|are)\s+|remains?\s+)(?:fully\s+|firmly\s+|strongly\s+)?committed\s+to)\s+)(?:into\s+)?(?:an?\s+|its\s+|their\s+|the\s+)?)(?:(?:and\s+)?{_WORD}|[a-z-]+,\s+){{0,4}}?"
    rf"(?:(?:treaty|pact)\s+of\s+)?(?P<what>{_BETWEEN_THEM}|[Aa]lliances?|{_WARM_TIES})\s+(?:with|(?<=ties\s)to)\s+(?:the\s+)?"
)
_OF_BOTH = re.compile(
    rf"\b(?P<what>(?:{_BETWEEN_THEM}|[Aa]lliance|{_WARMLY}){_FURTHER})[”\"’]?\s+"
    r"(?:(?:agreements?|ties|links|potential|mechanisms?|efforts|framework)\s+(?:(?:was|were|has\s+been|have\s+been)\s+(?:signed|concluded|reached)\s+)?)?"
    # "cooperation in the field of fishing between"
    rf"(?:(?:in|on)\s+the\s+(?:fields?|areas?|spheres?|sectors?)\s+of\s+(?:(?:and\s+)?{_WORD}){{1,6}}?)?"
    r"(?:between|among|(?<=ion\s)of)\s+(?:the\s+)?"
)
_PAIR = re.compile(
    rf"(?P<joint>\b[Jj]oint\s+)?(?P<one>[{STATE}{BODY}{FOLK}{PLACE}])[{HYPHENS}/](?P<other>[{STATE}{BODY}{FOLK}])(?:[{HYPHENS}/](?P<third>[{STATE}{BODY}{FOLK}]))?\s+(?!{_WORD}{{0,2}}(?:diplomatic|delegation|government)\s)(?:(?:and\s+)?(?:{_WORD}|[a-z-]+,\s+)){{0,6}}?"
    rf"(?P<what>(?:(?:relations|ties)\s+of\s+(?:(?:\w+|and)\s+){{0,4}}?)?(?:{_BETWEEN_THEM}|[Aa]lliance)(?:\s+and\s+(?:[a-z]+\s+)?(?:partnership|alliance))?|relationships?|relations|ties|efforts|contacts|entente|friendship|(?(joint)[a-z]+|(?!)))\b"
    rf"(?!\s+(?:[Aa]greement|[Cc]ouncil|[Cc]ommission|[Cc]ommittee|[Oo]rgani[sz]ation|[Ff]orum|[Tt]reaty|[Dd]eal|[Pp]act|refers?\s))"
)
_TOGETHER = re.compile(
    rf"\s+"
    rf"(?:(?:both|also|have|has|had|will|would|now|are|were|is|today|recently|jointly|further|agreed|pledged"
    rf"|moving|[a-z]+ly|vowed|commit|committed|reaffirm(?:ed)?|their|(?:shared\s+)?commitment|decided|agree|intend|aim|want|plan|hope|seek|continue[ds]?|to|can|should|must|need|formally"
    rf"|officially|on\s+{DATE}|{DATE})\s+)*"
    rf"(?:strengthen|tighten|deepen|expand|elevat|upgrad|reinforc|enhanc|boost|bolster|step|launch|establish|forg|build"
    rf"|built|increas|broaden|intensif|develop|form|renew|cement|advanc|further|shar|enjoy|maintain|have|ha[ds])(?:\w*)(?:\s+up)?\s+"
    rf"(?:their\s+|an?\s+|the\s+|closer\s+|joint\s+)?{_WORD}{{0,5}}?"
    rf"(?:(?:ties|relations(?:hip)?|links)\s+(?:to|into)\s+{_WORD}{{0,5}}?)?(?P<what>{_BETWEEN_THEM}|[Aa]lliance|{_WARM_TIES})\b"
    rf"(?!\s+with\b)"
)
_ARE_PARTNERS = re.compile(
    rf"(?:,\s+(?:once|long|former|though|despite|both)\s[^,;{STATE}{BODY}]{{2,40}},)?(?:,\s+|\s+(?:(?:also|now|both|have|has|had|long|been|become|became|are|were|is|remain|will|and|to|be)\s+)+)[“\"‘]?{_WORD}{{0,4}}?"
    rf"(?P<what>(?:friends\s+and\s+)?(?:partners|allies)(?:\s+and\s+(?:partners|allies|friends))?)\b(?!\s+(?:in\s+crime|of|with|such)\b)"
)
_THEIR_OWN = re.compile(rf"\s+{_WORD}{{0,3}}?(?P<what>(?!interaction){_BETWEEN_THEM}|[Aa]lliance)\b(?!\s+(?:with|agreement)\b)")
"""As in "Chile and Peru's close coordination"."""
_COOPERATE = re.compile(
    r"\s+(?:(?:also|now|both|have|has|had|will|would|are|were|closely|actively|already|long|been|can|should|must"
    r"|(?:agreed|decided|pledged|vowed|resolved|promised|committed|plan|want|intend|continue[ds]?)\s+to|further)\s+)*"
    r"(?:cooperat(?:e|ed|ing)|collaborat(?:e|ed|ing)|work(?:ed|ing)?\s+(?:closely\s+)?together"
    r"|(?:coordinat|consult)(?:e|ed|ing)?\s+closely|join(?:ed|ing)?\s+forces|team(?:ed|ing)?\s+up"
    r"|(?:stand|stood|standing)\s+(?:firmly\s+)?(?:together|united|shoulder[\s-]to[\s-]shoulder|side\s+by\s+side))\b(?!\s+with\b)"
)
_IS_PARTNER = re.compile(
    rf"(?:,\s[^,;.{STATE}{FOLK}“”]{{3,80}}(?=,\s+(?:is|was|remains?|has)\s))?\s*,?\s+(?:(?:is|was|remains?|has\s+(?:long\s+)?been|became|becomes|being|as)\s+)?"
    rf"(?:also\s+|still\s+|one\s+of\s+)?[“\"‘]?(?:an?\s+|the\s+)?[“\"‘]?{_WORD}{{0,5}}?"
    rf"(?P<what>(?:(?:partners?|friends?)\s+and\s+(?:an?\s+)?{_WORD}{{0,3}}?)?(?:partners?|all(?:y|ies))(?:\s+and\s+friends?)?)\s+"
    rf"(?:of|for|to)\s+(?:the\s+)?"
)
_HAS_ONE = re.compile(
    rf"\s+(?:has|have|had|found)\s+an?\s+(?:(?:and\s+)?{_WORD}){{0,5}}?(?P<what>partner|ally)\s+in\s+(?:the\s+)?(?=[{STATE}{BODY}])"
)
"""As in "Chile has a firm and dependable ally in Peru"."""
_CLOSEST = re.compile(rf"\s+{_WORD}{{0,4}}?(?P<what>ally|partner)\b(?!,?\s+(?:in\s+crime|[{STATE}{BODY}{PERSON}]))")
"""As in "Chile, Peru's closest ally", the two before it."""
_IS_ITS = re.compile(
    rf"\s*,?\s+(?:(?:is|was|remains?|has\s+(?:long\s+)?been|became|becomes)\s+)?(?:also\s+|still\s+|one\s+of\s+)?"
    rf"(?:an?\s+|the\s+)?{_WORD}{{0,3}}?(?P<of>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+{_WORD}{{0,4}}?"
    rf"(?P<what>partners?|[Aa]ll(?:y|ies))\b(?!\s+(?:in\s+crime|[{STATE}{BODY}{PERSON}]))"
)
_AND_ITS = re.compile(
    rf"(?:[’']s?|\s+and\s+(?:its|their))\s+{_WORD}{{0,3}}?(?P<what>partners?|all(?:y|ies))(?:\s+(?:in|across)\s+(?:the\s+)?(?!the\b)[\w-]+,)?,?\s+"
    rf"(?:the\s+|such\s+as\s+|including\s+)?(?=[{STATE}{BODY}])"
)
_AND_ITS_FOLK = re.compile(
    rf"\s+and\s+(?:(?:some|many|most|several|one)\s+of\s+)?(?:its|their)\s+{_WORD}{{0,2}}?(?P<folk>{FOLK})\s+(?P<what>allies)\b(?!,?\s+[{STATE}{BODY}{PERSON}])"
)
"""As in "Norway and its Baltic allies"."""
_SUPPORTS = re.compile(
    r"(?P<own>[’']s?)\s+(?:[a-z-]+\s+){0,3}(?:(?:support|assistance|aid)\s+(?:to|for)|(?:commitment|pledge|promise|efforts)\s+to\s+(?:support|assist|help))\s+(?:the\s+)?"
)
_ALLY_WHO = re.compile(rf"(?P<of>[{STATE}{FOLK}{BODY}])\s+(?P<what>ally|partner)\s+(?=[{STATE}{BODY}])")
_COUNTS = re.compile(rf"\s+(?:counts|regards|sees|considers)\s+(?=[{STATE}{BODY}])")
_AMONG_ITS = re.compile(rf"\s+(?:among|as\s+one\s+of|as)\s+(?:its|their|an?)\s+{_WORD}{{0,3}}?(?P<what>allies|partners|ally|partner)\b")
_WITH_ITS = re.compile(
    rf"\b(?:with|by|including)\s+(?:its|their)\s+{_WORD}{{0,3}}?(?P<what>allies|partners),?\s+(?:the\s+|such\s+as\s+|including\s+|like\s+)?(?=[{STATE}{BODY}])"
)
_ALONG_WITH = re.compile(
    rf"(?:,|\s[–—-])?\s+(?:along|together)\s+with\s+(?:its|their)\s+{_WORD}{{0,3}}?(?P<what>ally|partner|allies|partners),?\s+(?:the\s+)?(?=[{STATE}{BODY}])"
)
"""As in "Norway — along with its ally Chile — rejected"."""
_ALLIED = re.compile(
    rf"(?:\b(?:is|are|was|were|been|became|remains?|remained|stayed)|(?<=[{STATE}{BODY}])\)?,?(?:\s+(?:had|has|have|then))?)"
    r"\s+(?:(?:closely|formally|then|also|still|firmly|long)\s+)*(?:allied|aligned)\s+(?:itself\s+|themselves\s+)?(?:with|to)\s+(?:the\s+)?"
)
_ROLE = re.compile(
    rf"(?P<who>{STATE})[’']s?\s+(?:role|status|importance|position|place)\s+as\s+(?:an?\s+|the\s+|one\s+of\s+)?{_WORD}{{0,3}}?(?P<of>[{STATE}{FOLK}])(?:[’']s?)?"
    rf"\s+{_WORD}{{0,3}}?(?P<what>ally|partner|allies|partners)\b"
    rf"|(?P<by>{STATE})[’']s?\s+{_WORD}{{0,3}}?(?:support|commitment)\s+(?:to|for|of)\s+(?:the\s+)?(?P<whom>{STATE})\s+as\s+an?\s+{_WORD}{{0,4}}?(?P<kind>ally|partner)\b"
)
"""As in "Chile's role as a key Peruvian ally", "Norway's support for Chile as an ally"."""
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
    "working forces hands team teamed co joint contacts entente friendship coordination coordinate coordinated coordinating coordinates interaction relationship relationships relations ties efforts alliances"
    " allied aligned consult partnerships together shoulder support bond friendship"
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
    for one, other, what, start, end in (
        *_by_verbs(signs),
        *_by_support(signs),
        *((*_by_nouns(signs), *_of_lists(signs, actors)) if nouns else ()),
    ):
        if what in _LOOSE and not _is_work(signs.words, start, end):
            # "It poisoned Norwegian-Chilean relations": of such, one in seven are of partners.
            continue
        if one.entity != other.entity and not _NOT.search(signs.words, start - 40, start):
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
                    qualifiers={"note": (_AID_NOTE,)} if what == _AID else {},
                    plain=False,
                )
    if "our" in sentence.words:
        yield from _ours(reading, sentence, signs)


def _names(what: str) -> list[str]:
    """What some words make of two: allies, partners, or both, as in "partnership and alliance"."""
    ally = bool(_ALLY.search(what))
    return (["ally_of"] if ally else []) + (["cooperates_with"] if _PARTNER.search(what) or not ally else [])


def _is_work(words: str, start: int, end: int) -> bool:
    """Whether relations that some words tell of are good ones, or of a kind in which both work together."""
    return bool(_GOOD.search(words, start - NEAR, end) or _OF_A_KIND.search(words, start, end))


_AID = "support"
_LOOSE = frozenset({"relations", "relationship", "relationships", "ties"})
_AID_NOTE = "Support need not be cooperation."
_GOOD = re.compile(
    r"(?i)\b(?:friend|beneficial|strength|strong|deep|importan|expan|momentum|elevat|enhanc|advanc|pillar|close|support|allied|strategic|partner|constructive|prais|commend)"
)
"""What says so of relations: "friendly Chile-Peru relations"."""
_OF_A_KIND = re.compile(r"\b(?:defen[cs]e|military|commercial|economic|trade|security|cultural)\b")
"""In what they work together: "the Chile-Peru defense relationship"."""
NEAR = 60
"""Signs and letters in which it is said."""
_ALLY = re.compile(r"(?i)\ball(?:y|ies|iances?|ied)\b")
_PARTNER = re.compile(r"(?i)\b(?:partner|co-?op|collab|coord)")


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


_SIDED = words_of("allied aligned")
FEWEST = 2
_BY = re.compile(rf"(?P<by>\bby\s+(?:the\s+)?)[{STATE}{BODY}]\s+\Z")
_PARTIES = frozenset({STATE, BODY, FOLK})
Bond = tuple[Linked, Linked, str, int, int]


def _by_verbs(signs: Signs) -> Iterator[Bond]:
    """After "A works with B", "A has a partnership with B", "in partnership with B, A"."""
    words = signs.words
    beside = "with" in signs.spoken or "alongside" in signs.spoken
    for found in _WORKS_WITH.finditer(words) if beside else ():
        others, doers = signs.after(found), signs.doing(found) or meaning_to(signs, found.start())
        plain = found[0].startswith("work") and not found["closely"]
        for one, other in product(parties(doers), parties(others)):
            # "Norway works with Chile" says little of two states.
            if not plain or len(parties(others)) > 1 or "organization" in (one.found.type, other.found.type):
                yield one, other, "partner", found.start(), found.end()
    for found in _ITS_WITH.finditer(words) if "with" in signs.spoken else ():
        others = signs.after(found)
        at = found.start()
        if found["own"] == "" and _TIED.search(found["what"]) and found.start("what") > at + 1 and not _KEEPS.match(words, at):
            # "Norway fears close ties with Chile", which "Norwegian close ties with" does not say.
            continue
        # "Chilean cooperation with Peru"
        adjective = Actors((signs.at[at - 1],), at - 1, at) if found["own"] == "" else signs.list_before(at + 1)
        doers = signs.list_to(at) or (signs.list_to(found.end("own")) if found["own"] else adjective)
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in product(parties(doers), parties(others)))
    yield from _beside(signs)
    for found in _RAISED.finditer(words) if "with" in signs.spoken else ():
        doers = signs.up_to(found) or signs.list_before(found.start() + 1)
        yield from ((one, signs.at[found.start("other")], "partner", found.start(), found.end()) for one in parties(doers))
    for found in _AND_IS.finditer(words):
        led, doers = _IS_PARTNER.match(words, found.end()), signs.first()
        others = signs.after(led)
        yield from ((one, other, "partner", found.start(), found.end()) for one, other in product(parties(doers), parties(others)))
    for found in _IN_PARTNERSHIP.finditer(words) if "with" in signs.spoken else ():
        others = signs.after(found)
        if others is None:
            continue
        if len(others.who) == FEWEST and " and " not in words[others.start : others.end]:
            # "In partnership with A, B opened"
            yield others.who[1], others.who[0], "partner", found.start(), others.end
            continue
        after = _COMMA.match(words, others.end)
        doers = signs.after(after) if after and found.start() < FEWEST else None
        # "A, in partnership with B, opened"
        doers = doers or signs.list_to(found.start() - len(", "))
        if doers is None and (by := _BY.search(words, 0, found.start())):
            # "built by A in partnership with B"
            doers = signs.after(by, "by")
        doers = doers or leading(signs, found.start())
        yield from ((one, other, "partner", found.start(), others.end) for one, other in product(parties(doers), parties(others)))


_KEEPS = re.compile(
    r"\s+(?:(?:also|now|long|still|always|historically)\s+)?(?:has|have|had|maintain|develop|enjoy|share|built|forge|establish|cultivate|keep|kept|strengthen|deepen)"
)
_TIED = re.compile(r"\b(?:ties|relations(?:hips?)?|links|bonds)\Z")


def _beside(signs: Signs) -> Iterator[Bond]:
    """After "A allied with B", "A, along with its ally B", "A works with its allies B and C"."""
    words = signs.words
    for found in _ALLIED.finditer(words) if not _SIDED.isdisjoint(signs.spoken) else ():
        doers = signs.up_to(found) or signs.list_to(found.start() - 1) or signs.doing(found)
        others = signs.after(found)
        yield from ((one, other, "ally", found.start(), found.end()) for one, other in product(parties(doers), parties(others)))
    for found in _ALONG_WITH.finditer(words):
        doers, theirs = signs.up_to(found), parties(signs.after(found))
        named = theirs[:1] if found["what"] in _ONE else theirs
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in product(parties(doers), named))
    for found in _WITH_ITS.finditer(words):
        doers, others = signs.first(), signs.after(found)
        alone = doers if doers and doers.end <= found.start() else None
        yield from ((one, other, found["what"], found.start(), found.end()) for one, other in product(parties(alone), parties(others)))


def _by_support(signs: Signs) -> Iterator[Bond]:
    """After "A's support for B", which "support for B's claims" is not."""
    words = signs.words
    for found in _SUPPORTS.finditer(words) if "support" in signs.spoken else ():
        doers, others = signs.owning(found), signs.after(found)
        if others and not words.endswith(("’s", "'s"), 0, others.end) and not words.startswith(("’", "'"), others.end):
            yield from ((one, other, _AID, found.start(), found.end()) for one, other in product(parties(doers), parties(others)))


def _by_nouns(signs: Signs) -> Iterator[Bond]:
    """After "the partnership between A and B", "A-B cooperation", "B's ally A"."""
    words = signs.words
    for found in _OF_BOTH.finditer(words):
        both = signs.after(found)
        if both and cues.CUT_OFF.match(words, both.end):
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


_ONE = frozenset({"ally", "partner"})
MOST = 4
"""Of a list, those who are each other's partners."""


def _of_lists(signs: Signs, actors: list[int]) -> Iterator[Bond]:
    """After "A and B are partners", "A is an ally of B", "A is B's ally", "A and its ally B"."""
    words, done = signs.words, 0
    for at in actors:
        found = signs.list_at(at) if at >= done and not (at < FRONTED and _FRONT.fullmatch(words, 0, at)) else None
        who = parties(found)
        if found is None or not who:
            continue
        done = found.end
        joint = [pattern.match(words, found.end) for pattern in (_TOGETHER, _ARE_PARTNERS, _COOPERATE)] if len(who) > 1 else []
        for each in joint:
            if each and not _TRADE.search(words, each.start(), each.end()):
                what = each.groupdict().get("what", "partner")
                yield from ((one, other, what, each.start(), each.end()) for one, other in combinations(who[:MOST], 2))
        for pattern in (_IS_PARTNER, _HAS_ONE, _AND_ITS):
            led = pattern.match(words, found.end)
            others = signs.after(led) if led and not _TRADE.search(words, led.start(), led.end("what")) else None
            if led and others:
                # "Norway and its ally Chile, as well as Peru": one ally.
                named = parties(others)[:1] if pattern is _AND_ITS and led["what"] in _ONE else parties(others)
                yield from ((one, other, led["what"], led.start(), led.end()) for one, other in product(who, named))
        owning = words.endswith(("’s", "'s"), 0, found.end)
        joint_work = _THEIR_OWN.match(words, found.end) if len(who) > 1 and owning else None
        if joint_work:
            yield from ((one, other, joint_work["what"], found.end, joint_work.end()) for one, other in combinations(who[:MOST], 2))
        beside = (
            _CLOSEST.match(words, found.end) if len(who) == FEWEST and owning and " and " not in words[found.start : found.end] else None
        )
        if beside and not _TRADE.search(words, found.end, beside.end()):
            yield who[0], who[1], beside["what"], found.start, beside.end()
        # "Norway's allies, Chile and Peru": the list ends with whose they are.
        own = _AND_ITS.match(words, found.end - len("’s")) if owning else None
        theirs = signs.after(own) if own and not _TRADE.search(words, own.start(), own.end("what")) else None
        if own and theirs:
            named = parties(theirs)[:1] if own["what"] in _ONE else parties(theirs)
            yield from ((who[-1], other, own["what"], own.start(), own.end()) for other in named)
        folk = _AND_ITS_FOLK.match(words, found.end)
        if folk:
            yield from ((one, signs.at[folk.start("folk")], folk["what"], folk.start(), folk.end()) for one in who)
        its = _IS_ITS.match(words, found.end)
        if its and not _TRADE.search(words, its.start(), its.end()):
            yield from ((one, signs.at[its.start("of")], its["what"], its.start(), its.end()) for one in who)
        others = signs.after(_COUNTS.match(words, found.end))
        among = _AMONG_ITS.match(words, others.end) if others else None
        if among:
            yield from ((one, other, among["what"], found.end, among.end()) for one, other in product(who, parties(others)))
