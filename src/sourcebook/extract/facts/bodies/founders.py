"""Who founded a body, who joined it later or in the wake of others, and whom it groups."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.meant import THE_BODY, body_meant
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, FOLK, STATE
from sourcebook.extract.facts.stated import around, stated
from sourcebook.extract.facts.terms import with_term
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.statements import Statement

_WORDS = words(
    "founding founders joined groups unites grouping uniting linking brings bringing gathers gathering union"
    " association alliance bloc group organization organisation community forum cartel coalition partnership zone comprising members countries states"
    " nations economies form formed constitute make compose"
    " including links uniting gathering encompassing lists list counts counted numbers has makes forms constitutes comprises comprised composed made consists encompasses encompassing membership founded cofounded created launched established set"
)
_AS_MEMBERS = re.compile(r"\s+as\s+(?:its\s+|the\s+)?(?:\w+\s+)?(?:founding|original|initial|first|full)\s+(?:members?|states)\b")
_WITH = re.compile(r"\bwith\s+(?:the\s+)?\Z")
_ASIDE = r"(?:\s+\([^)]*\))?"
_COUNTED = (
    rf"(?:(?:the\s+)?(?:its\s+)?(?:(?:[\w-]+|{FOLK})\s+){{0,3}}(?:countries|states|nations|members|economies|powers|governments|representatives)"
    rf"(?:\s+of|\s*[:–—-]|,)?\s+)?(?:the\s+)?"
)
"""What leads to those who are listed: "three states:", "the Baltic countries of"."""
_A_UNION = (
    r"(?:[\w-]+(?:,\s+|\s+)){0,5}"
    r"(?:union|association|alliance|bloc|group|grouping|organi[sz]ation|community|forum|cartel|coalition"
    r"|partnership|trade\s+area|zone|body)"
)
_FRAMES = (
    # "the Union groups", "the Quad, which brings together"
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE}(?:,?\s+\(?which|,)?\s+(?:(?:currently|now|today)\s+)?"
        rf"(?:groups|unites|links|joins|grouping|uniting|linking|br(?:ings|ought|inging)\s+together|gather(?:s|ing)"
        rf"|(?:(?:is|was)\s+)?(?:made\s+up|composed|comprised)\s+of|consists\s+of|comprises|comprising|encompass(?:es|ing))\s+{_COUNTED}"
    ),
    # As in: the Union is an economic association of …; is a bloc of three states: …; is a bloc with a court, comprising …
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE}\s+(?:is|was)\s+an?\s+{_A_UNION}"
        rf"(?:\s+of|[^.;{STATE}]{{0,100}}?\b(?:comprising|made\s+up\s+of|composed\s+of))\s+{_COUNTED}"
    ),
    # "Membership of the Union includes"
    re.compile(
        rf"\b(?:[Mm]embership|[Mm]embers)\s+(?:of|in)\s+(?:the\s+)?(?P<body>{BODY}){_ASIDE}\s+"
        rf"(?:currently\s+|now\s+|today\s+)?(?:includes?|comprises?|consists?\s+of|is\s+made\s+up\s+of)\s+{_COUNTED}"
    ),
    # "the five Union countries are", "has eleven members, among them"
    re.compile(
        rf"(?P<body>{BODY})(?:[’']s?)?\s+(?:member\s+)?(?:countries|states|nations|economies|members)"
        rf"(?:\s+(?:that|which|with|in|to)\s[^.;:{STATE}{BODY}]{{2,60}}?)?\s+are\s+(?:the\s+)?"
    ),
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE}\s+(?:currently\s+|now\s+|today\s+)?(?:has|had|counts|counted)\s+"
        rf"(?:[\w-]+\s+){{1,3}}(?:members|member\s+(?:states|countries))"
        r"(?:,\s+(?:among\s+(?:them|which|whom)|including|such\s+as|which\s+are|namely)|:|\s+[–—-])\s+(?:the\s+)?"
    ),
    # As in: the Council was set up with six members (Chile, Peru and …
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE}(?:,?\s[^.;:{STATE}{BODY}]{{2,80}}?)?,?\s+(?:with|has|had)\s+(?:[a-z\d-]+\s+){{1,3}}members\s+\((?:the\s+)?(?=[{STATE}])"
    ),
    # As in: ten states became members of the Forum, which met in Oslo: Chile, …; the members of the Forum on Fish are Chile, …
    re.compile(
        rf"\bmembers\s+of\s+(?:the\s+)?(?P<body>{BODY}){_ASIDE}"
        rf"(?:\s[^.;:{STATE}{FOLK}]{{2,80}}?)?(?::|\s(?:on|for)\s[^.;:,{STATE}{BODY}{FOLK}]{{3,60}}?\s(?:are|were|include[sd]?):?)\s+{_COUNTED}"
    ),
    # "the Union was set up in 1981 by Chile, Peru and Bolivia"
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE}(?:,|,?\s+which)?\s+(?:(?:was|were|had\s+been|has\s+been)\s+)?(?:(?:originally|jointly|first)\s+)?"
        rf"(?:(?:co-)?founded|set\s+up|created|established|formed|launched)\s+(?:in\s+{DATE}\s+)?by\s+{_COUNTED}(?=[{STATE}])"
    ),
    # "on behalf of the Group, including Chile, Peru and Bolivia"
    re.compile(rf"(?P<body>{BODY}){_ASIDE},?\s+including\s+(?:the\s+)?(?=[{STATE}])"),
)
_FRONTED = re.compile(
    r"\W*(?:Comprising|Grouping|Uniting|Linking|Encompassing|Bringing\s+together|Gathering|Consisting\s+of|Made\s+up\s+of|Composed\s+of"
    rf"|(?:(?:Co-)?[Ff]ounded|Set\s+up|Created|Established|Formed|Launched)\s+(?:in\s+{DATE}\s+)?by)\s+{_COUNTED}(?=[{STATE}])"
)
"""As in "Comprising Chile, Peru and Bolivia, the Union"."""
_THE_BODY = re.compile(rf",\s+(?:the\s+)?(?P<body>{BODY})(?![’'-])")
_AMONG = re.compile(
    rf"(?P<body>{BODY}){_ASIDE},?\s+(?:(?:which|and|now|also|currently)\s+)*(?:counts?|counted|numbers?|lists?|includes?|has)\s+(?:the\s+)?(?=[{STATE}])"
)
_ITS_MEMBERS = re.compile(
    r"\s+(?:among|as)\s+(?:its|the|their)\s+(?:(?!(?:former|associate|observer|candidate|partner|non)\b)[\w-]+\s+){0,3}members?\b(?!\s+(?:banks|companies|firms|associations|parties))"
)
"""As in "the Union counts Chile and Peru among its members"."""
_IT_COUNTS = re.compile(
    rf"\W*(?:It|{THE_BODY})\s+(?:(?:also|now|currently)\s+)*(?P<how>counts?|numbers?|lists?|includes?|comprises?|groups)\s+(?:the\s+)?(?=[{STATE}])"
)
_ARE_ITS = re.compile(
    rf"\s+(?:is|are|became|becomes?)\s+(?:(?:also|both|all|now|among|one\s+of)\s+)*(?:its|{THE_BODY.replace('[Tt]he', 'the')}[’']s)\s+"
    r"(?:(?!(?:former|associate|observer|candidate|partner|non|founder)\b)[\w-]+\s+){0,2}members?\b(?!\s+(?:of|banks|companies))"
)
"""As in "The bank also comprises Chile and Peru", "Chile and Peru are its only members in the Americas"."""
_BETWEEN_DASHES = re.compile(
    rf"(?:\A\W*(?:The\s+)?(?P<body>{BODY}){_ASIDE}"
    rf"|(?P<their>{BODY})\s+(?:member\s+)?(?:countries|states|nations|economies|members|powers|governments))\s*[–—]\s*(?:the\s+)?(?=[{STATE}])"
)
"""As in "The Alliance – Chile, Peru and Bolivia – signed", "with the Alliance members – Chile, Peru and Bolivia"."""
_CLOSES = re.compile(r"\s*[–—.]")
_FORM = re.compile(
    r",?\s+(?:(?:together|jointly|now|currently)\s+)?(?:forms?|makes?\s+up|constitutes?|composes?|(?:co-)?founded|formed|created|launched|established|set\s+up)\s+"
    rf"(?:the\s+)?(?P<body>{BODY})(?![’'-]|\s+(?!(?:in|on|as|and|with|at|after|to|by|during|under|which|that|is|was)\b)[a-z])"
)
"""As in "Peru, Bolivia and Chile form the Alliance"."""
_FORMED_WITH = re.compile(
    rf"\b(?:joined|formed|founded|created|established|launched|set\s+up)\s+(?:what\s+is\s+now\s+)?(?:the\s+)?(?P<body>{BODY}){_ASIDE}(?:\s+in\s+{DATE})?,?"
    r"\s+(?:alongside|(?:along|together)\s+with|with)\s+(?:the\s+)?(?=[" + STATE + "])"
)
_JOINED_TO_FORM = re.compile(r"\bjoined\s+(?:with\s+|by\s+)?(?:the\s+)?(?=[" + STATE + "])")
_TO_FORM = re.compile(rf"\s+(?:to\s+(?:form|found|create|establish)|in\s+(?:forming|founding|creating))\s+(?:the\s+)?(?P<body>{BODY})")
"""As in "Chile formed the Pact along with Peru", "Chile joined Peru and Bolivia to form the Pact"."""
_JOINED = re.compile(rf"\s+(?:(?:also|later|then|both)\s+)*joined(?:\s+(?:later|afterwards))?(?:\s+(?:in|on)\s+{DATE})?\s*[.;]?\s*\Z")
_MEMBERS = re.compile(r"\b(?:members?|founded|established|created|set\s+up|comprises|groups|grouped)\b")
_BESIDE = words("alongside along together with")
FEWEST = 3


@where(_WORDS)
@with_term
def founders(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "the Union was founded with A, B and C as founding members. D joined in 1990.", "the Union is a bloc of A, B and C"."""
    signs = signs_of(reading, sentence)
    for found in _AS_MEMBERS.finditer(signs.words):
        named = signs.up_to(found)
        if named and _WITH.search(signs.words, 0, named.start):
            bodies = [each for each in signs.at.values() if each.found.type == "organization"]
            yield from members(named.who, bodies[:1], sentence)
    many = BODY in signs.words and sum(signs.words.count(each) for each in (STATE, FOLK, BODY)) > FEWEST
    for found in (each for frame in _FRAMES if many for each in frame.finditer(signs.words)):
        named = signs.after(found)
        if named and len(named.who) >= FEWEST:
            yield from members(named.who, [signs.at[found.start("body")]], sentence)
    for found in _BETWEEN_DASHES.finditer(signs.words) if many else ():
        named = signs.after(found)
        if named and len(named.who) >= FEWEST and _CLOSES.match(signs.words, named.end):
            yield from members(named.who, [signs.at[max(found.start("body"), found.start("their"))]], sentence)
    for found in _FORM.finditer(signs.words) if many else ():
        named = signs.up_to(found)
        if named and len(named.who) >= FEWEST:
            yield from members(named.who, [signs.at[found.start("body")]], sentence)
    yield from _listed_first(signs, sentence, many=many)
    yield from _with_others(signs, sentence)
    if not sentence.words.isdisjoint(_OF_IT):
        yield from members(*_of_it(reading, sentence, signs), sentence)
    if "joined" in sentence.words:
        yield from members(*_later(reading, sentence, signs), sentence)


def _listed_first(signs: Signs, sentence: Sentence, *, many: bool) -> Iterator[Statement]:
    """After "Comprising A, B and C, the Union", "the Union counts A and B among its members"."""
    if fronted := _FRONTED.match(signs.words) if many else None:
        named = signs.after(fronted)
        then = _THE_BODY.match(signs.words, named.end) if named and len(named.who) >= FEWEST else None
        yield from members(named.who if named and then else (), [signs.at[then.start("body")]] if then else (), sentence)
    for found in _AMONG.finditer(signs.words) if "members" in sentence.words or "member" in sentence.words else ():
        named = signs.after(found)
        if named and _ITS_MEMBERS.match(signs.words, named.end):
            yield from members(named.who, [signs.at[found.start("body")]], sentence)


def _with_others(signs: Signs, sentence: Sentence) -> Iterator[Statement]:
    """After "A formed the Union along with B", "A joined B and C to form the Union"."""
    for found in _FORMED_WITH.finditer(signs.words) if not sentence.words.isdisjoint(_BESIDE) else ():
        doers, others = signs.doing(found), signs.after(found)
        if doers and others:
            yield from members((*doers.who, *others.who), [signs.at[found.start("body")]], sentence)
    for found in _JOINED_TO_FORM.finditer(signs.words) if "joined" in sentence.words else ():
        doers, others = signs.doing(found), signs.after(found)
        form = _TO_FORM.match(signs.words, others.end) if doers and others else None
        if doers and others and form:
            yield from members((*doers.who, *others.who), [signs.at[form.start("body")]], sentence)


_OF_IT = words("member members comprises groups")


def _of_it(reading: Reading, sentence: Sentence, signs: Signs) -> tuple[Iterable[Linked], list[Linked]]:
    """Whom a sentence puts into the body of which those before it tell."""
    counts = _IT_COUNTS.match(signs.words)
    first = next(iter(signs.at), None)
    place = counts.end() if counts else first
    named = signs.list_at(place) if place is not None else None
    if named is None:
        return (), []
    told = (
        counts["how"] in {"comprises", "groups"} or _ITS_MEMBERS.match(signs.words, named.end)
        if counts
        else not signs.words[: named.start].strip('“"') and _ARE_ITS.match(signs.words, named.end)
    )
    body = body_meant(reading, sentence) if told else None
    return (named.who, [body]) if body else ((), [])


def _later(reading: Reading, sentence: Sentence, signs: Signs) -> tuple[Iterable[Linked], list[Linked]]:
    """Who joined the body whose founding the sentence before tells of."""
    first = next(iter(signs.at), None)
    named = signs.list_at(first) if first is not None else None
    before = reading.document.sentences[sentence.number - 1] if sentence.number else None
    if named is None or before is None or not _JOINED.match(signs.words, named.end) or not _MEMBERS.search(before.span.of(reading.text)):
        return (), []
    return named.who, reading.inside(before.span, "organization")[:1]


def members(who: Iterable[Linked], bodies: Iterable[Linked], sentence: Sentence) -> Iterator[Statement]:
    """That each state of some belongs to each of some bodies, and each union of states beside them; the sentence names one side at least."""
    # "Served twice on the Security Council (1975-76 and 1982-83)": the years are none.
    all_bodies, all_members = [each for each in bodies if each.found.type != "date"], list(who)
    states = [each for each in all_members if is_state(each) and each.found.type == "place"]
    for each in all_members:
        # "the Forum is made up of Chile, Peru and the European Union"
        for body in all_bodies if each in states or (states and is_bloc(each)) else ():
            whole = around(each, body)
            focus = next(one for one in (whole, each.span, body.span) if sentence.span.contains(one))
            yield stated(each, "member_of", body, sentence, focus)


_LATER_WORDS = words(
    "joined joining entered acceded admitted member members belongs belong accession entry admission expanded enlarged grew widened include founded"
)
_BODY = rf"(?P<body>{BODY})(?:\s+\([^)]{{1,12}}\))?"
_WHEN = rf"(?:\s+(?:in|on|since|by)\s+(?:(?:early|late|mid)[\s-])?{DATE})"
_ENTERS = (
    r"(?:(?:re)?joined|entered|acceded\s+to|(?:admitted|accepted|welcomed)\s+(?:in)?to"
    r"|became\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}members?\s+of|(?:accession|entry|admission)\s+(?:in)?to)"
)
_ENTERED = re.compile(rf"(?<!to\s)\b{_ENTERS}\s+(?:the\s+)?{_BODY}(?![’'-]){_WHEN}?")
_AND = rf"(?:[,;]\s+(?:and\s+|with\s+|while\s+)?|\s+and\s+)(?:the\s+)?(?=[{STATE}])"
_NEXT = re.compile(_AND)
_THEN = re.compile(rf"(?:\s+(?:followed|following|joining|entering|did\s+so))?(?:\s+(?:suit|it))?{_WHEN}(?=\s*[,;.)]|\s+and\s|\Z)")
"""What puts a further one behind the verb: "and Chile in 1997", "with Chile following in 1997"."""
_FOLLOWED = re.compile(
    rf"{_WHEN}?,\s+(?:to\s+be\s+|and\s+was\s+)?(?:soon\s+|later\s+)?followed\s+(?:(?:[a-z]+|{DATE})\s+){{0,4}}?by\s+(?:the\s+)?(?=[{STATE}])"
)
_JOINING = re.compile(
    rf"{_WHEN}?,?\s+(?:thus\s+|thereby\s+)?(?:joining|(?:along|together)\s+with|alongside)\s+"
    rf"(?:(?:founding|existing|current|fellow|full|the)\s+)*(?:(?:members?|states?|countries)\s+)?(?:the\s+)?(?=[{STATE}])"
)
_IS_MEMBER = re.compile(
    r"\b(?:is|are|was|were|became|remains?)\s+(?:(?:also|both|all|now|currently)\s+)*"
    rf"(?:(?:an?\s+|the\s+)?(?:(?:full|founding|new)\s+)*members?\s+of\s+(?:the\s+)?(?P<first>{BODY})(?![’'-])|(?P<body>{BODY})\s+members?\b)"
)
_AS_IS = re.compile(rf"{_WHEN}?,\s+(?:as\s+(?:is|are|was|were|did|has|have)|and\s+so\s+(?:is|are|did|has))\s+(?:the\s+)?(?=[{STATE}])")
_GREW = re.compile(
    rf"{_BODY}(?:\s+[a-z]+)?\s+(?:(?:was|has|had|were|has\s+been|later|then|since)\s+)*(?:expanded|enlarged|grew|grown|widened)(?:\s+(?:its|their)\s+(?:membership|ranks))?(?:\s+(?:in|from|on)\s+[^.;,{STATE}]{{1,30}}?)?,?\s+to\s+(?:include|take\s+in|admit|cover)\s+(?:the\s+)?(?=[{STATE}])"
)
_WITH_NEW = re.compile(rf",?\s+(?:with|while)\s+(?:the\s+)?(?=[{STATE}])")
_COMES = re.compile(
    rf"\s+(?:entering|joining|following|acceding|admitted|followed|joined|entered)(?:\s+(?:suit|it))?{_WHEN}(?=\s*[,;.)]|\Z)"
)
_NOT = re.compile(
    r"\b(?:not|never|neither|nor|if|would|could|might|may|until|before|hopes?|wants?|observer|associate|dialogue|candidate)\b"
)
NEAR = 60
MOST = 12


@where(_LATER_WORDS)
@with_term
def later_members(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The states that a sentence adds to those of which it tells at length that they are members."""
    signs = signs_of(reading, sentence)
    if BODY not in signs.words or signs.words.count(STATE) < TWO:
        return
    for found in _ENTERED.finditer(signs.words):
        if not _NOT.search(signs.words, found.start() - NEAR, found.end()):
            body = signs.at[found.start("body")]
            yield from _in_turn(signs, found.end(), body, sentence)
            yield from _added(signs, found.end("body"), body, sentence)
    for found in _IS_MEMBER.finditer(signs.words):
        if not _NOT.search(signs.words, found.start() - NEAR, found.end()):
            yield from _added(signs, found.end(), signs.at[max(found.start("first"), found.start("body"))], sentence)
    for found in _GREW.finditer(signs.words):
        body, who = signs.at[found.start("body")], signs.after(found)
        if _NOT.search(signs.words, found.start() - NEAR, found.end()) or (who and _AS_AMONG.match(signs.words, who.end)):
            continue
        yield from members(those(who), [body], sentence)
        late = signs.after(_WITH_NEW.match(signs.words, who.end) if who else None)
        yield from members(late.who if late and _COMES.match(signs.words, late.end) else (), [body], sentence)


TWO = 2
_AS_AMONG = re.compile(r"\s+(?:among|as|in\s+its|under)\s")


def _in_turn(signs: Signs, end: int, body: Linked, sentence: Sentence) -> Iterator[Statement]:
    """After "A joined the Union in 1995": "B and C in 1997, and D in 1999"."""
    for _ in range(MOST):
        who = signs.after(_NEXT.match(signs.words, end))
        then = _THEN.match(signs.words, who.end) if who else None
        if who is None or then is None:
            return
        yield from members(who.who, [body], sentence)
        end = then.end()


def _added(signs: Signs, end: int, body: Linked, sentence: Sentence) -> Iterator[Statement]:
    """After "A joined the Union": "followed by B", "joining C and D", "as did E"."""
    aside = _SHORT_NAME.match(signs.words, end)
    for pattern in (_FOLLOWED, _JOINING, _AS_IS):
        yield from members(those(signs.after(pattern.match(signs.words, aside.end() if aside else end))), [body], sentence)


_SHORT_NAME = re.compile(r"\s+\([^)]{1,12}\)")
