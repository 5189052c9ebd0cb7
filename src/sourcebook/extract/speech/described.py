"""Whom a description beside a quotation means: "the Florida senator said", "the statement reads"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked, foremost
from sourcebook.extract.phrases import phrases
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.speech.quotations import Quoted
from sourcebook.extract.speech.words import DESCRIPTION, NOUN, SPEECH
from sourcebook.model.spans import Span

_ACTS_SAYING = (
    r"(?:[a-z]+ed|spoke|gave|made|took|went|told)\s[^“”\"]*,\s+"
    r"(?:saying|adding|noting|stressing|emphasi[sz]ing|warning|stating|telling\s[^,“”\"]{2,40})\s*(?:that\s*)?[:,]?\s*\Z"
)
"""What somebody does who goes on to speak: "rejected the toll, saying"."""
_DESCRIBED = re.compile(
    rf"[\s,”\"’“'‘.—–-]*(?:(?:However|Meanwhile|But|And|Still|Also|Earlier|Later),?\s+|[A-Z][^.:;“”\"]{{2,160}},\s+"
    rf"|[A-Z][a-z]+ing\s[^.:;“”\"]{{2,160}}\s)?(?P<who>{DESCRIPTION})(?={SPEECH.pattern}|{_ACTS_SAYING})",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    rf"[\s,”\"’“'‘]*{SPEECH.pattern}\s+(?:the\s+|(?=PM\b|Prime\s+Minister\b|President\b|Foreign\s+Minister\b))"
    rf"(?P<who>(?:[\w.’'-]+\s+){{0,4}}?{NOUN}(?:\s+of\s+[\w-]+)?)\s*(?:[.,:;–—]|\b(?:in|on|at|during|after|while|when|as|speaking)\b|\Z)",
    re.IGNORECASE,
)


EXPLAINED = re.compile(
    rf"[\s,”\"’]*(?P<who>(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?:[\w-]+\s+){{0,3}}?{NOUN}),\s+(?:an?|the|who|whose|once|one|now)\s[^“”\"]{{2,120}},\s+(?:(?:also|then|later)\s+)?{SPEECH.pattern}"
)
"""Who is only described, and explained by what names others: "the envoy, a cousin of Ana Ruiz, said"."""


def spoken_of(reading: Reading, quoted: Quoted, before: list[tuple[Quoted, str]]) -> str | None:
    """Whom "the senator said" or "said the senator" means where nobody's title says so: whoever spoke last, or is spoken of.

    None if the text has only told of "a senator".
    """
    cue = quoted.cue
    assert cue is not None  # noqa: S101
    explained = EXPLAINED.match(reading.text, cue.start, cue.end)
    found = explained or _DESCRIBED.match(reading.text, cue.start, cue.end) or _INVERTED.match(reading.text, cue.start, cue.end)
    if found is None or _STATEMENT.search(found["who"]):
        return ""
    position = min(cue.start, quoted.span.start)
    noun = found["noun"] or ""
    if GUEST.match(found["who"]):
        return guest(reading, cue.start) or None
    if compatriot := _of_country(reading, Span(*found.span("who")), position):
        return compatriot
    told = [each for each in _SOMEBODY.finditer(reading.text, position - FAR, position) if each["noun"].casefold() == noun.casefold()]
    if told and not _BY_NAME.match(reading.text, told[-1].end()) and not _explains(reading, told[-1].start()):
        return _for_whom(reading, told[-1].end()) if noun.casefold() in _OFFICIALS else None
    if noun.casefold() in _OFFICIALS:
        # Ministers are no officials of their own.
        return (
            before[-1][1]
            if before
            and before[-1][1]
            and reading.document.block_at(position) - reading.document.block_at(before[-1][0].span.end) < FURTHER
            else ""
        )
    if holder := holder_of(reading, cue):
        return holder
    who = foremost_before(reading, position, before)
    if explained and any(each.entity == who for each in reading.people(Span(explained.end("who"), explained.end()))):
        return None
    return who if who and _may_hold(reading, who, found["who"].casefold()) else None


_FOR = re.compile(r"\s+(?:for|of|from|at)\s+(?:the\s+)?")


def _for_whom(reading: Reading, position: int) -> str | None:
    """The body for which a spokesman without a name speaks, which the words after him tell: "A spokesman for the Harbour Group"."""
    led = _FOR.match(reading.text, position)
    body = reading.next(led.end(), led.end() + NEAR, "organization", within=NEAR) if led else None
    return body.entity if led and body and body.span.start == led.end() else None


GUEST = re.compile(
    r"[\s,”\"’]*(?:(?:In|For)\s+(?:his|her)\s+(?:turn|part),\s+)?(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s+"
    r"(?:(?:visiting|host|hosting)\s+(?:[a-z]+\s+){0,2}(?:leader|minister|president|premier|dignitary|official|diplomat|envoy|guest|speaker|chief|side)"
    r"|(?:[A-Za-z]+\s+)?(?:guest|visitor|host))\s(?!(?:government|city|state|houses?|lists?|rooms?|books?|workers?|stars?|appearance|of|lectures?|cent(?:re|er)|numbers|visas?|speakers?|nations?|countries|country)\b)"
)
"""Before what a visitor or a host does: "The visiting minister"."""
_RECEIVES = re.compile(r"\b(?:received|welcomed|hosted|greeted|[Ww]elcoming|[Rr]eceiving)\b(?P<by>[^.;,“”\"]{0,60}?\sby\b)?")
_VISITING = re.compile(r"\b[Vv]isiting\s+(?=[A-Z])")
_CALLED_SO = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he)\s+(?:[A-Z]\w+\s+)?(guest|host|visitor),?\s+(?=[A-Z])")


def guest(reading: Reading, position: int) -> str:
    """Whom "the guest" or "the host leader" means: of the two of whom one receives the other, or else of the two persons whom the text has named; or ""."""
    if position == 0:
        return ""
    said = GUEST.match(reading.text, position)
    is_host = said is not None and "host" in said[0]
    before = Span(max(0, position - FAR), position)
    people = reading.people(before)
    told = said[0].casefold() if said else ""
    for called in reversed(list(_CALLED_SO.finditer(reading.text, before.start, before.end))):
        # "his Chilean guest, Ana Ruiz".
        each = reading.next(called.end(), before.end, "person", within=1)
        if each and (called[1] == "host") == is_host:
            return each.entity
    for visiting in reversed(list(_VISITING.finditer(reading.text, before.start, before.end))):
        # "Ana Ruiz and visiting Chilean President Ola Lund".
        each = reading.next(visiting.end(), before.end, "person", within=NEAR)
        start = reading.document.sentence_of(visiting.start()).span.start
        hosts = [one for one in people if start <= one.span.start and one.span.end < visiting.start()]
        if each and reading.straight(visiting.end(), each.span.start) and (hosts or not is_host):
            return hosts[-1].entity if is_host else each.entity
    for found in reversed(list(_RECEIVES.finditer(reading.text, before.start, before.end))):
        sentence = reading.document.sentence_of(found.start()).span
        first = [each for each in people if sentence.start <= each.span.start and each.span.end <= found.start()]
        second = next((each for each in people if found.end() <= each.span.start < sentence.end), None)
        if first and second and first[0].entity != second.entity:
            who = (first[0].entity, second.entity)[is_host == bool(found["by"])]
            return who if _may_hold(reading, who, told) else ""
    named = list(dict.fromkeys(each.entity for each in people))
    host = foremost(reading.document, reading.subjects, position)
    if len(named) != 2 or host not in named:
        return ""
    return host if is_host and host else next(each for each in named if each != host)


def _of_country(reading: Reading, who: Span, position: int) -> str:
    """Whom "the Chilean diplomat" means: the last one named whose office tells of that country, as in "Foreign Minister of Chile, Ana Ruiz"; or ""."""
    demonym = next(iter(reading.inside(who, "demonym")), None)
    if demonym is None or not demonym.entity or position < 1:
        return ""
    for each in reversed(reading.people(Span(max(0, position - FAR), position))):
        before = Span(max(0, each.span.start - LONGEST), max(1, each.span.start))
        role = next((one for one in reversed(reading.inside(before, "role")) if each.span.start - one.span.end <= BESIDE), None)
        lands = reading.inside(Span(max(0, role.span.start - NEAR), role.span.end), "demonym", "place") if role else []
        if role and any(
            one.entity == demonym.entity and (one.span.end == role.span.start - 1 or one.span.start >= role.span.start) for one in lands
        ):
            return each.entity
    return ""


LONGEST = 120
"""Code points between the beginning of an office and the name of its holder."""


def said_by_described(text: str, cue: Span, said: re.Match[str], people: list[Linked]) -> bool:
    """Whether "said the envoy in Oslo" begins a cue, and those named further on do something else."""
    found = _INVERTED.match(text, cue.start, cue.end) if not text[cue.start : said.start()].strip(' ,”"’') else None
    return found is not None and all(_APART.search(text, found.end(), each.span.start) for each in people)


_APART = re.compile(r"[,;.]|\b(?:who|which|where|whose|with|by|after)\b")
_STATEMENT = re.compile(r"\b(?:statement|declaration|letter|message|release|report)\b")


def is_described(reading: Reading, clause: Span) -> bool:
    """Whether a clause begins with somebody who says something and is only described: "The senator also said"."""
    return bool(_DESCRIBED.match(reading.text, clause.start, clause.end))


def is_described_before(text: str, start: int, verb: int) -> bool:
    """Whether the clause before a verb begins with somebody only described, and follows another one: "Ana Ruiz spoke, and the envoy said"."""
    found = _THE_ONE.search(text, max(start, verb - LONGEST), verb)
    return found is not None and found["noun"].islower()


_THE_ONE = re.compile(rf"(?:[,;]|\b(?:and|but|while|whereas|as|though))\s+{DESCRIPTION}\Z")


def _explains(reading: Reading, position: int) -> bool:
    """Whether words explain the name before them: "Ana Ruiz, Chile's new ambassador"."""
    return reading.text.endswith(", ", 0, position) and any(
        each.span.end == position - 2 for each in reading.people(Span(max(0, position - NEAR), position))
    )


_OFFICES = words_of("secretary minister president premier chancellor ambassador governor mayor senator commissioner king queen pm")
_FIELDS = words_of("prime foreign defence defense interior finance home health energy oil trade state")


def _may_hold(reading: Reading, who: str, description: str) -> bool:
    """Whether somebody may be "the Foreign Secretary": the text gives no other office, if any, beside the name."""
    words = set(re.findall(r"[a-z]+", description))
    words |= {"prime", "minister"} if "pm" in words or "premier" in words else set()
    told = [set(re.findall(r"[a-z]+", each.found.name.casefold())) for each in _roles_of(reading, who)]
    offices, fields = words & _OFFICES, words & _FIELDS
    return not offices or not told or any(each & offices and (not fields or not each & _FIELDS or each & fields) for each in told)


def _roles_of(reading: Reading, who: str) -> Iterator[Linked]:
    """The offices that stand right before or after a person's name."""
    for each in reading.by_entity.get(who, ()):
        if each.found.type == "person" and each.found.kind != "office":
            beside = reading.inside(Span(max(0, each.span.start - NEAR), min(len(reading.text), each.span.end + NEAR)), "role")
            yield from (
                role
                for role in beside
                if 0 <= each.span.start - role.span.end < BESIDE
                or (role.span.start > each.span.end and _APPOSED.fullmatch(reading.text, each.span.end, role.span.start))
            )


def holder_of(reading: Reading, cue: Span) -> str:
    """Whom "the Board chairman said" names by office, where the text has said who that is; else ""."""
    found = _DESCRIBED.match(reading.text, cue.start, cue.end) or _INVERTED.match(reading.text, cue.start, cue.end)
    of = reading.inside(Span(found.start(), found.end("noun")), "organization") if found and found["noun"] else []
    return _holder(reading, of[-1].entity, found["noun"].casefold()) if found and of else ""


def _holder(reading: Reading, body: str, noun: str) -> str:
    """Who holds the office of a body beside whose name it stands in the text: "the Board chairman" after "Ana Ruiz, chairman of the Board"."""
    found = ""
    nouns = _HEADS if noun in _CHIEFS else frozenset({noun})
    for role in (each for each in reading.linked if each.found.type == "role" and any(one in each.found.name.casefold() for one in nouns)):
        beside = reading.inside(Span(max(0, role.span.start - NEAR), role.span.end), "organization")
        if body not in {each.entity for each in beside if each.span.end >= role.span.start - 1}:
            continue
        after = reading.next(role.span.end, role.span.end + LONGEST, "person", within=BESIDE)
        before = reading.people(Span(max(0, role.span.start - NEAR), role.span.start)) if role.span.start else []
        apposed = before and _APPOSED.fullmatch(reading.text, before[-1].span.end, role.span.start)
        found = after.entity if after else before[-1].entity if apposed else found
    return found


_CHIEFS = frozenset({"chief", "head", "boss"})
_HEADS = phrases(
    "secretary-general|secretary general|director-general|director general|chair|president|chief|head|executive director|"
    "managing director|high commissioner"
)
"""Of whom "the UN chief" may be said."""
BESIDE = 3
"""Code points between an office and the name of its holder."""
_APPOSED = re.compile(r",?\s+(?:(?:is|was)\s+)?(?:the\s+|an?\s+)?")
FAR = 1500
"""Code points back to which "an official" is sought whom "the official" means."""
_SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[A-Z]\w+[’']s(?!\s+(?:[a-z]+\s+){0,2}(?:minister|premier|president|ambassador|envoy)\b))\s+(?:[\w.’'-]+\s+){0,4}?"
    r"(?P<noun>official"
    r"(?!\s+"
    r"(?:visit|trip|statement|tour|talks|meeting|opening|website|data|figures|results|position|language"
    r"|name))|spokes(?:man|woman|person)|source|aide|diplomat|minister|lawmaker|senator|analyst|expert|officer"
    r"|adviser|advisor|representative|member|commander|leader|envoy|general|colonel|economist|professor|lawyer"
    r"|activist|strategist|insider|executive|employee|ambassador|politician)\b"
)
_BY_NAME = re.compile(r",?\s+(?:[A-Z]|(?:who|for|of|at|in|from|with)\b[^.]{0,60}?,\s+[A-Z])")
_OFFICIALS = frozenset({"official", "person", "source", "aide", "spokesman", "spokeswoman", "spokesperson"})


def foremost_before(reading: Reading, position: int, before: list[tuple[Quoted, str]]) -> str:
    """Who spoke last before a position, unless the narrator has told of somebody else since then."""
    document = reading.document
    block = document.block_at(position)
    last, speaker = before[-1] if before else (None, "")
    at = document.block_at(last.span.end) if last else 0
    # Who has asked is answered by somebody else.
    asked = last is not None and reading.text[last.span.start : last.span.end].rstrip(" \n,")[-1:] == "?"
    meant = foremost(document, reading.subjects, document.sentence_of(position).span.start, besides=speaker if asked else "")
    if last and speaker and not asked and block - at < FURTHER:
        since = max(last.span.end, last.cue.end if last.cue else 0)
        people = {each.entity for each in reading.people(Span(since, position))} if position > since else set()
        return speaker if not people or meant is None or meant not in people else meant
    return meant or ""


FURTHER = 3
"""Paragraphs back to which a description looks for who was quoted."""
NEAR = 60
"""Code points between a name and what stands beside it."""
_OFFICE_SAYS = re.compile(
    rf"\W*(?:The\s+|[A-Z][\w-]+(?:[’']s)?\s+){{1,3}}"
    rf"(?:[Ff]oreign|[Pp]rime|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Hh]ealth|[Ee]nergy)?\s*"
    rf"(?:[Mm]inister|[Pp]resident|[Cc]hancellor|[Pp]remier)\s+(?:(?:has|had|also)\s+)?{SPEECH.pattern}"
)


def named_next(reading: Reading, quoted: Quoted) -> str:
    """Who holds the office that says the first thing of a text: the one with whose name the next paragraph begins."""
    blocks = reading.document.article.blocks
    index = reading.document.block_at(quoted.span.start)
    if quoted.cue is None or index + 1 >= len(blocks) or not _OFFICE_SAYS.match(reading.text, quoted.cue.start, quoted.cue.end):
        return ""
    after = reading.people(blocks[index + 1])
    earlier = any(each.found.type == "person" and each.span.end <= quoted.span.end for each in reading.linked)
    return after[0].entity if after and not earlier and after[0].span.start == blocks[index + 1].start else ""
