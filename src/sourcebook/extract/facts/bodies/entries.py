"""States that enter bodies, that are one of their members, and that leave them."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.bodies.belonging import ENDS, denied
from sourcebook.extract.facts.bodies.founders import members
from sourcebook.extract.facts.groups import Actors, those
from sourcebook.extract.facts.meant import THE_LAND, body_meant, states_meant
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, FOLK, OFFICE, STATE
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.facts.terms import ended, with_term
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement

_BODIES = rf"(?P<bodies>{BODY}(?:\s+\([^)]{{1,12}}\))?(?:(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:of|to|from)\s+)?(?:the\s+)?{BODY})*)"
_KIND = r"(?:(?:founding|full|associate|permanent|non-permanent|new|fully-fledged|full-fledged|elected)\s+)*"
_A_MEMBER = (
    rf"(?:(?:an?|the|its|the\s+bloc[’']s)\s+)?"
    rf"(?:(?:\d+(?:st|nd|rd|th)|[a-z-]+(?:th|rd|st|nd)|second|newest|latest|next)\s+)?{_KIND}member(?:\s+(?:state|country))?"
)
_ENTERED = re.compile(
    r"\b"
    r"(?:(?:re-?)?entered|(?:re-?)?acceded\s+to|became\s+part\s+of|completed\s+(?:its|their)\s+(?:accession|entry)\s+(?:in)?to"
    r"|(?:was|were|has\s+been|have\s+been)\s+(?:also\s+|finally\s+|formally\s+|officially\s+)*"
    r"(?:(?:(?:re-?)?admitted|accepted|welcomed|inducted|incorporated)\s+"
    rf"(?:as\s+{_A_MEMBER}\s+)?(?:in|into|to|of)|(?:received|taken|brought|voted)\s+into)"
    r"|(?:was|were|has\s+been|have\s+been)\s+(?:re-?)?elected\s+(?:in)?to(?:\s+(?:a|the)\s+(?:[\w-]+\s+)?seat\s+(?:on|in))?"
    r"|(?:took|takes|assumed|taken|won|gained|secured|holds|held|occupie[sd])\s+(?:up\s+)?(?:its|their|an?|the)\s+(?:[\w-]+\s+){0,3}(?:seats?|positions?|places?)\s+(?:on|in|at)"
    r"|(?:began|begins|started|starts|completed|ended|served|serves)\s+(?:its|their|an?|the)\s+(?:[\w-]+\s+){0,4}(?:term|tenure|membership)\s+(?:on|in)"
    r"|(?:gained|obtained|received|secured|won|achieved|attained|was\s+granted|were\s+granted)\s+"
    r"(?:(?:full|formal|permanent|associate)\s+)?(?:membership|admission|admittance)\s+(?:of|in|to)"
    r"|serve[sd]\s+(?:(?:[\w-]+\s+){0,3}terms?\s+|\w+\s+)?(?:on|as\s+(?:an?\s+)?" + _KIND + rf"(?:members?|{OFFICE})\s+(?:of|on)))"
    rf"\s+(?:the\s+)?{_BODIES}{ENDS}"
)
"""Not "entered the Union's market"."""
_IS_WITHIN = re.compile(
    r"\b"
    r"(?:(?:is|are|was|were|became|remains?|ha(?:s|ve|d)\s+been)\s+(?:(?:also|still|now|both|an|a|integral|full)\s+)*part\s+of"
    r"|(?:remain(?:s|ed)?|stay(?:s|ed)?|ha(?:s|ve|d)\s+been)\s+(?:(?:also|still|both)\s+)?in)"
    rf"\s+(?:the\s+)?{_BODIES}{ENDS}"
)
_LETS_IN = re.compile(
    rf"(?P<bodies>{BODY})(?:\s+\([^)]{{1,12}}\))?\s+(?:(?:has|had|have|formally|officially|also|later|then|finally)\s+)*"
    r"(?:(?:re-?)?admit(?:ted|s)|accepted|welcomed|inducted|took\s+in)\s+(?:the\s+)?"
)
_AS_ONE = re.compile(rf"(?:\s+(?:in|on)\s+{DATE})?\s+(?:as\s+{_A_MEMBER}s?\b|(?:in)?to\s+(?:its\s+ranks|membership|full\s+membership))")
_FRONTED = re.compile(
    rf"(?:\A|(?<=[.;,]\s))(?:Since|After|On|Upon|Having|Following)\s+(?:its\s+|their\s+)?"
    rf"(?:[Jj]oin(?:ing|ed)|[Aa]cced(?:ing|ed)\s+to|[Ee]nter(?:ing|ed)|[Bb]ec(?:oming|ome)\s+{_A_MEMBER}\s+of|[Aa]ccession\s+to|[Ee]ntry\s+into|[Aa]dmission\s+to)"
    rf"\s+(?:the\s+)?{_BODIES}(?:\s+(?:in|on)\s+{DATE})?,\s+(?:the\s+)?(?P<who>{STATE})"
)
_OF_WHICH = re.compile(rf"(?P<bodies>{BODY})(?:\s+\([^)]{{1,12}}\))?,?\s+(?:of|to|in)\s+which\s+(?:the\s+|both\s+)?(?=[{STATE}])")
_DATED_ENTRY = re.compile(
    rf"(?P<who>{STATE})[’']s?\s+(?:full\s+)?(?P<bodies>{BODY})\s+(?:membership|accession|entry|admission)(?:,\s+[a-z]+)?\s+(?:in|on|since)\s+{DATE}"
)
_YEARLY_ENTRY = re.compile(
    rf"(?P<who>{STATE})[’']s?\s+(?:{DATE}|[12]\d{{3}})\s+(?:accession|entry|admission)\s+(?:in)?to\s+(?:the\s+)?(?P<bodies>{BODY})"
)
_WITH_ENTRY = re.compile(
    rf"\b(?:accession|admission|entry|addition|inclusion)\s+of\s+(?:the\s+)?(?P<who>[^.;{BODY}]{{1,60}}?)\s+in\s+{DATE},\s+(?:the\s+)?(?P<bodies>{BODY})\s+(?:had|has|grew|expanded|came|became|now)\b"
)
"""As in "With the accession of Chile in 2007, the Union had twelve members"."""
_IS_A_MEMBER = re.compile(
    r"\s+(?:(?:is|are|was|were|has\s+been|have\s+been|became|remains?)\s+(?:also\s+|both\s+|all\s+)?(?:an?\s+|the\s+|one\s+of\s+the\s+)?(?:(?!(?:former|observer|associate|candidate|partner|not|no|dialogue)\b)[\w-]+\s+){0,3}members?\b|belongs?\b)"
)
_CHAIR = r"(?:presidency|chair(?:man|woman|person)?ship|leadership)"
_ITS_CHAIR = re.compile(rf"(?P<who>{STATE})[’']s?\s+(?:[a-z-]+\s+){{0,3}}{_CHAIR}\s+(?:of|in)\s+(?:the\s+)?(?P<bodies>{BODY})")
_ITS_OWN_CHAIR = re.compile(
    rf"(?P<who>{STATE})(?:[’']s?|\s+(?:on|for|during|in|as\s+it\s+[a-z]+)\s+its)\s+(?:[a-z-]+\s+){{0,3}}(?P<bodies>{BODY})(?:[’']s?)?"
    rf"\s+(?:{_CHAIR}|[Cc]hair|host\s+year)\b(?!\s+(?:bid|talks))"
)
_THE_CHAIR = re.compile(
    rf"(?P<who>{STATE}(?=[’'])|{FOLK}(?=\s))(?:[’']s?)?\s+(?:(?!upcoming\b|incoming\b|forthcoming\b|future\b|next\b|planned\b|possible\b)[a-z-]+\s+){{0,3}}"
    rf"(?:(?:[Pp]residency|[Cc]hair(?:man|woman|person)?ship)\s+(?:of|in)|leadership\s+of)\s+(?:the\s+)?(?P<bodies>{BODY})(?![’'])"
)
"""As in "the Chilean Presidency of the Union"; who leads in the Union does not chair it."""
_AS_ALLY = re.compile(
    rf"(?P<who>{STATE})(?:[’']s?(?:\s+[a-z]+){{1,2}})?,?\s+(?:both\s+)?as\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){{0,2}}(?P<bodies>{BODY})\s+(?:[Aa]ll(?:y|ies)|[Mm]embers?|[Cc]hair)\b"
)
_AS_ALLIES = re.compile(
    rf"(?:\A|(?<=[\s,]))[Aa]s\s+(?:fellow\s+)?(?P<bodies>{BODY})\s+(?:[Aa]llies|[Mm]embers?|[Mm]ember\s+[Ss]tates),\s+(?:the\s+)?(?P<who>{STATE})"
)
"""What only a member can be: "Chile's presidency of the Union", "Chile's importance as a Pact ally"."""
_ASPIRING = re.compile(
    r"\b(?:[Aa]spir\w+|[Cc]andida\w+|[Ff]uture|[Pp]otential|[Pp]rospective|support\w*|oppos\w+|bid|hop\w+|seek\w*)\s+(?:for\s+|of\s+)?(?:the\s+)?\Z"
)
_LEFT = re.compile(
    r"\b"
    r"(?:left|quit|quits|exited|abandoned|seceded\s+from|(?:withdrew|pulled\s+out|walked\s+out|departed)\s+(?:of|from)"
    r"|withdrew\s+(?:its|their)\s+membership\s+(?:of|from|in)"
    r"|(?:was|were|has\s+been|have\s+been)\s+(?:formally\s+)?(?:expelled|ejected|excluded|ousted|suspended)\s+from)"
    rf"\s+(?:the\s+)?{_BODIES}{ENDS}"
)
_EXIT = re.compile(rf"[’']s?\s+(?:\w+\s+)?(?:withdrawal|departure|exit|expulsion|suspension|secession)\s+from\s+(?:the\s+)?{_BODIES}{ENDS}")
_NOT = re.compile(
    r"\b"
    r"(?:not|never|[Nn]either|nor|hopes?|hoped|wants?|wanted|wish(?:es|ed)?|seeks?|sought|aims?|would|could|might|may|if|should|until|before|unless"
    r"|nearly|almost|whether)\b"
)
_THEN = re.compile(rf"\b(?:[Aa]fter|[Ss]ince|[Ww]hen|[Aa]s|[Ii]n\s+which)\s+(?:the\s+)?{STATE}\s\Z")
"""As in "only after Chile entered the Union"."""
_IT = re.compile(
    rf"\W*(?:In\s+{DATE},\s+|Later,\s+)?(?:[Ii]t|{THE_LAND})\s+(?:(?:also|then|later|finally|formally|has|had|since|fully|officially|only)\s+)*"
)
_LAND_TYPES = frozenset({"place", "demonym"})
_MEANT = words_of("it country nation republic kingdom state")
"""As in "Chile is poor. In 1971, it was admitted to the Union"."""
_OF_THINGS = re.compile(r"\b(?:accepted|welcomed|incorporated|received|taken|brought|voted|part)\b")
"""What befalls a plan or a port too."""
_LANDS = words_of("country nation state")
_NTH = words_of("only first second third fourth fifth sixth seventh eighth ninth tenth another newest latest")
NEAR = 40
"""Signs and letters before a verb in which is said that it is only wanted."""


def entries(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States that are told to enter bodies, to belong to one of them, or to have left it at a certain date."""
    words = sentence.words
    ways = [way for way, of in _WAYS if not words.isdisjoint(of)]
    if not words.isdisjoint(_LANDS) and not words.isdisjoint(_NTH) and _by_what_it_is not in ways:
        ways.append(_by_what_it_is)
    kinds = reading.kinds(sentence) if ways else frozenset()
    if "organization" in kinds and (not kinds.isdisjoint(_LAND_TYPES) or not words.isdisjoint(_MEANT)):
        for way in ways:
            yield from way(reading, sentence)


@with_term
def _by_verbs(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Chile entered the Union", "the Union admitted Chile as a member"."""
    signs = signs_of(reading, sentence)
    for found in _ENTERED.finditer(signs.words):
        yield from _told(signs, found, sentence)
        if _IT.fullmatch(signs.words, 0, found.start()) and not _OF_THINGS.search(found[0]) and not body_meant(reading, sentence):
            yield from members(states_meant(reading, sentence), signs.all_in(found, "bodies"), sentence)
    for found in _LETS_IN.finditer(signs.words):
        who = signs.after(found)
        if who and _AS_ONE.match(signs.words, who.end):
            yield from members(who.who, signs.all_in(found, "bodies"), sentence)


@with_term
def _by_place(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Chile is part of the Union", "Chile has been in the Union since 2003"."""
    signs = signs_of(reading, sentence)
    for found in _IS_WITHIN.finditer(signs.words):
        yield from _told(signs, found, sentence)


@with_term
def _by_nouns(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Chile's Union membership, gained in 2003", "With the accession of Chile in 2003, the Union had", "After joining the Union, Chile"."""
    signs = signs_of(reading, sentence)
    for pattern, dated in ((_DATED_ENTRY, True), (_YEARLY_ENTRY, False), (_WITH_ENTRY, True), (_FRONTED, False)):
        for found in pattern.finditer(signs.words) if DATE in signs.words or not dated else ():
            yield from members(those(signs.list_at(found.start("who"))), signs.all_in(found, "bodies"), sentence)


@with_term
def _by_rank(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Chile's presidency of the Union", "as Pact allies, Chile and Peru"."""
    signs = signs_of(reading, sentence)
    for pattern in (_ITS_CHAIR, _ITS_OWN_CHAIR, _AS_ALLY, _AS_ALLIES):
        for found in pattern.finditer(signs.words):
            if not _ASPIRING.search(signs.words, found.start() - NEAR, found.start()):
                last = signs.list_at(found.start("who")) if pattern is _AS_ALLIES else None
                yield from members(last.who if last else (signs.at[found.start("who")],), signs.all_in(found, "bodies"), sentence)


@with_term
def _in_the_chair(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Chile's presidency of the Union", "the Chilean chairmanship of the Forum": who chairs it."""
    signs = signs_of(reading, sentence)
    for found in _THE_CHAIR.finditer(signs.words):
        state, body = signs.at[found.start("who")], signs.at[found.start("bodies")]
        if is_state(state) and not _ASPIRING.search(signs.words, found.start() - NEAR, found.start()):
            yield stated(body, "chaired_by", state, sentence)


@with_term
def _by_what_it_is(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Chile became the ninth Union member", "the Union, of which Chile is a member"."""
    signs = signs_of(reading, sentence)
    for found in _OF_WHICH.finditer(signs.words) if "which" in sentence.words else ():
        who = signs.after(found)
        if who and _IS_A_MEMBER.match(signs.words, who.end):
            yield from members(who.who, signs.all_in(found, "bodies"), sentence)


def _exits(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Chile left the Union in 2003", of which the day is what is stated."""
    return ended(reading, _left(reading, sentence)) if "date" in reading.kinds(sentence) else iter(())


def _left(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    signs = signs_of(reading, sentence)
    for found in _LEFT.finditer(signs.words):
        yield from _told(signs, found, sentence)
    for found in _EXIT.finditer(signs.words):
        yield from members(those(signs.up_to(found) or signs.list_to(found.start() + 2)), signs.all_in(found, "bodies"), sentence)


def _told(signs: Signs, found: re.Match[str], sentence: Sentence) -> Iterator[Statement]:
    """Those of whom a verb says that they belong to bodies, unless it only may be."""
    aside = signs.words[found.start()] == ","
    who = signs.up_to(found) if aside else signs.doing(found)
    if aside and found[0].endswith("s") and (who is None or len(who.who) == 1):
        # "Norway, the Union members, and Chile": a list, in which one is not many.
        return
    if who is None and _THEN.search(signs.words, 0, found.start()):
        who = signs.list_at(found.start() - len(" ") - 1)
    last = signs.at.get(found.start() - 1) if aside and who is None else None
    if last:
        # "Chile, the Union's newest member": a list would go on with the Union.
        who = Actors((last,), found.start() - 1, found.start())
    if who and (many := _ALL_OF_THEM.search(signs.words, who.end, found.start("bodies"))):
        # "was in Chad, Niger and Mali, which pleased Chile, as all three are members": as many as are told of.
        who = _last_of(signs, who.end, _COUNT.get(many["many"], 0)) if _COUNT.get(many["many"], len(who.who)) != len(who.who) else who
    if who and not denied(signs, who) and not _NOT.search(signs.words, max(who.end, found.start() - NEAR), found.start()):
        yield from members(who.who, signs.all_in(found, "bodies"), sentence)


_ALL_OF_THEM = re.compile(
    r"\b(?:(?:all|these|those|the)\s+)?(?P<many>both|two|three|four|five|six)\s+(?:of\s+(?:them|which|whom)\s+|(?:countries|states|nations)\s+)?(?:are|were|is|have|had|belong|remain)\b"
)
_COUNT = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _last_of(signs: Signs, end: int, many: int) -> Actors | None:
    """The last list of so many names before a place."""
    lists = (signs.list_at(each) for each in reversed([*signs.at]) if each < end)
    return next((each for each in lists if each and len(each.who) == many), None)


_WAYS = (
    (
        _by_verbs,
        words_of(
            "entered reentered acceded admitted readmitted admits accepted welcomed inducted incorporated elected seat seats membership admission "
            "accession entry served serves term tenure"
        ),
    ),
    (
        _by_rank,
        words_of(
            "presidency chairmanship chairwomanship chairpersonship leadership chair host ally allies member members countries nations states"
        ),
    ),
    (_in_the_chair, words_of("presidency chairmanship chairwomanship chairpersonship chairship leadership")),
    (_by_place, words_of("part remain remains remained stayed since")),
    (_by_nouns, words_of("membership accession admission entry addition inclusion joined joining acceding entering becoming")),
    (_by_what_it_is, words_of("member members ally belongs")),
    (
        _exits,
        words_of(
            "left quit quits exited abandoned seceded withdrew pulled walked departed expelled ejected excluded ousted suspended "
            "withdrawal departure exit expulsion suspension secession"
        ),
    ),
)
"""How it is told, with words of which a sentence has one."""
