"""Of what an office is: the state, the body or the firm that stands in it, before it, or beside it and its holder."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.offices.whose_office import HONORIFIC, is_where
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.people.beside import GRADED
from sourcebook.model.spans import Span

AND_OFFICE = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?")
_SCHOOL = re.compile(r"Universit|College|School|Institut|Academy|Polytech")


def of_what(reading: Reading, role: Linked) -> str:
    """The state or the body within the words of an office, or right before them; of an envoy who sends him, not to whom."""
    sent = _sent(reading, role)
    inside = [
        each.entity
        for each in reading.inside(Span(role.span.start, sent) if sent else role.span, "organization", "place")
        if each.entity
        and not _POST.search(reading.text, max(role.span.start, each.span.start - BEFORE), each.span.start)
        and not (each.found.type == "place" and _OF_A_CLUB.match(reading.text, each.span.end, role.span.end))
    ]
    if inside and not _FOR_AFFAIRS.search(role.found.name) and not (_ENVOY.search(role.found.name) and _state_before(reading, role)):
        # "Chile's OPEC envoy" is Chile's.
        return inside[0]
    taught = role.found.name.startswith("Prof")
    owners = {"place", "organization", *(() if _WORKS.search(role.found.name) else ("demonym",))}
    return next(
        (
            _state_of(reading, each, role)
            for each in reading.before(role.span.start)
            if (not taught or _SCHOOL.search(each.found.name))
            and not any(one.span.contains(each.span) for one in reading.before(role.span.start) if one.found.type == "role")
            if each.found.type in owners
            and each.span.end <= role.span.start
            and _OWNS.fullmatch(reading.text, each.span.end, role.span.start)
            and not is_where(reading, each, role)
            and not _FOR_OR_AGAINST.search(reading.text, max(0, each.span.start - BEFORE), each.span.start)
            and not _is_part_or_dateline(reading, each)
            and not (each.found.entry and each.found.entry.kind == "macro-region" and _is_of_no_region(role.found.name))
        ),
        inside[0] if inside else "",
    ) or _of_government(reading, role)


def _is_of_no_region(office: str) -> bool:
    """Whether an office is of a state or a body, or what somebody does: a part of the world that stands before it is where it is done, at most."""
    return bool(_ENVOY.search(office) or _WORKS.search(office) or _STATE_OFFICE.match(office))


def _state_before(reading: Reading, role: Linked) -> bool:
    """Whether a state stands right before an office: "Chile's OPEC envoy"."""
    return any(
        each.found.type in {"place", "demonym"} and _OWNS.fullmatch(reading.text, each.span.end, role.span.start)
        for each in reading.before(role.span.start)
    )


def _is_part_or_dateline(reading: Reading, owner: Linked) -> bool:
    """Whether what stands before an office is but a part of another name, or where a report was written: "South Chilean", "OSLO President Ana Ruiz"."""
    start, name = owner.span.start, owner.span.of(reading.text)
    if _COMPASS.search(reading.text, max(0, start - BEFORE), start):
        return True
    city = owner.found.entry is not None and owner.found.entry.kind == "city"
    return city and name.isupper() and reading.document.article.blocks[reading.document.block_at(start)].start == start


def _state_of(reading: Reading, owner: Linked, role: Linked) -> str:
    """Of what an office is that a capital stands for: its state's, if the text names that."""
    entry = owner.found.entry
    if entry is None or not entry.capital or not (_ENVOY.search(role.found.name) or _STATE_OFFICE.match(role.found.name)):
        return owner.entity
    states = (each for each in reading.linked if each.found.entry and each.found.entry.kind == "country")
    return next((each.entity for each in states if each.found.entry and each.found.entry.country == entry.country), "")


_FOR_OR_AGAINST = re.compile(r"(?i)\b(?:pro|anti)-\Z")
"""Before those whom somebody is only for or against: "the pro-Chile candidate"."""
_COMPASS = re.compile(r"\b(?:South|North|East|West|Upper|Lower|Central)(?:ern)?[ -]\Z")


def sent_to(reading: Reading, role: Linked) -> tuple[str, ...]:
    """The places to which an envoy is sent: "ambassador to Chile and Peru"."""
    found = _SENT.search(reading.text, role.span.start, role.span.end)
    there = reading.inside(Span(found.end(), role.span.end), "place") if found and not found["purpose"] else []
    return tuple(each.entity for each in there)


def _sent(reading: Reading, role: Linked) -> int:
    """Where the words of an envoy's office begin that say to whom he is sent, or 0."""
    found = _SENT.search(reading.text, role.span.start, role.span.end)
    if found is None or (found["purpose"] and not reading.next(found.end(), role.span.end, "place", within=0)):
        # "special envoy for the Harbour Council" is its envoy.
        return 0
    return found.end()


_SENT = re.compile(
    r"\b(?:(?i:ambassador|envoy|emissary|minister|high\scommissioner|representative|observer|consul|plenipotentiary|d[’']affaires|attach[ée])s?"
    r"(?:\s(?!to\b|for\b|of\b)[\w-]+){0,5}?\sto|(?i:envoy|representative|mediator)s?\s(?P<purpose>for))\s(?:the\s)?(?=[A-Z])"
)
_OF_A_CLUB = re.compile(
    r"\s+(?:[A-Z][\w-]+\s+){0,2}(?:Task\s?[Ff]orce|Coalition|Association|Alliance|Foundation|Chamber|Society|Network|League|Federation|Club|Lobby|Campaign)\b"
)
"""What makes of a country's name that of a body which is not the country's: "chairman of the Chile Alliance"."""
_ENVOY = re.compile(r"(?i)\b(?:envoy|mediator|negotiator|representative|coordinator)\Z")
"""Who is sent to a part of the world, which sends nobody: "Middle East envoy"."""
_WORKS = re.compile(
    r"(?i)\b(?:analyst|mediator|researcher|academic|activist|columnist|author|writer|novelist|scientist|physicist|businessman|businesswoman|entrepreneur|expert|lawyer|attorney|professor|scholar|reporter|correspondent|journalist|economist|historian)\Z"
)
"""What somebody does, whose nationality says nothing of for whom."""
_STATE_OFFICE = re.compile(
    r"(?:(?:Vice|Deputy|First)\s)?(?:President|Premier|Chancellor|(?:[A-Z]\w+\s){0,3}Minister|Secretary\sof\s[A-Z]\w+|King|Queen|Emir)\Z"
)


def _of_government(reading: Reading, role: Linked) -> str:
    """Of which state the holder of an office is whose government is told of before: "Chile's government, including Foreign Minister Ana Ruiz"."""
    if not _STATE_OFFICE.match(role.found.name):
        return ""
    start = reading.document.sentence_of(role.span.start).span.start
    if _AMERICAN.fullmatch(role.found.name):
        return _american(reading, start)
    lands = (
        each for each in reversed(reading.before(role.span.start)) if each.found.type in {"place", "demonym"} and each.span.start >= start
    )
    last = next(lands, None)
    if last and last.found.entry and last.found.entry.kind == "macro-region":
        # "Its focus on the Asia-Pacific under President Ana Ruiz"
        return ""
    told = last and _TOLD.fullmatch(reading.plain(last.span.end, role.span.start, "person", "role"))
    place = last is not None and last.found.type == "place"
    return last.entity if last and told and (place or told["government"]) else ""


def _american(reading: Reading, start: int) -> str:
    """The United States, if the sentence of an office that bears its name there alone tells of them."""
    whole = reading.document.sentence_of(start).span
    here = reading.inside(whole, "place", "demonym")
    return next((each.entity for each in here if each.found.entry and each.found.entry.name == "United States"), "")


_AMERICAN = re.compile(r"Secretary\sof\s(?:State|Defense|(?:the\s)?Treasury|Homeland\sSecurity)")
_TOLD = re.compile(
    rf"(?P<government>(?:[’']s?)?\s+(?:[a-z-]+\s+){{0,3}}?(?:government|cabinet|administration|leadership|parliament)"
    rf"(?:,?\s+(?:including|led\s+by|headed\s+by|under|of)|,?\s+(?:[a-z]+\s+){{0,2}}?(?:announced|said|confirmed|declared)\s+that)\s+(?:\s|,|and\s)*)"
    rf"(?:the\s+)?{GRADED}"
    rf"|\s+under\s+(?:the\s+leadership\s+of\s+)?(?:the\s+)?{GRADED}"
    rf"|,?\s+where\s+(?:he\s|she\s|\s)\s*(?:is|was|had\s+been|became|served\s+as)\s+(?:the\s+|an?\s+)?{GRADED}"
)
"""From a state to an office of it, without the offices and the names between: "Japan under", "Gujarat, where he was"."""


_POST = re.compile(r"\b(?:[Cc]onsul|[Mm]inister|[Gg]eneral|[Aa]gent|[Aa]mbassador|[Cc]ommissioner|[Aa]ffaires)\s(?:at|in)\s(?:the\s)?\Z")
"""Where an envoy lives, who is of another state: "the American Consul at Lima"."""
_ADJECTIVE = r"(?:[a-z]+(?:al|ist|ive|ic|ant|ent|ful|ous|ate|ary|ing|able|ible)|[a-z]+-[a-z]+|woman|young|old|popular|tough|strong|weak|hardline|embattled|beleaguered|disgraced|jailed)"
_OWNS = re.compile(rf"(?:[’']s?)?[^\S\n]+{GRADED}|[’']s?[^\S\n]+{GRADED}(?:{_ADJECTIVE},?[^\S\n]+){{1,2}}")
"""From a state to an office of it: "Chile's", "Chilean", "Chile's embattled"."""
_FOR_AFFAIRS = re.compile(r"\bfor [^,]*\b[Aa]ffairs\Z")
"""An office for what a part of the world has to do with, which is another state's: "assistant secretary for Asian affairs"."""


def of_beside(reading: Reading, role: Linked, holder: Linked) -> str:
    """What follows an office or its holder's name, or whose counterpart the holder is called."""
    if holder.span.start > role.span.start:
        apart = "," in reading.text[role.span.end : holder.span.start]
        return of_body_at(reading, role) or ("" if apart else of_whom(reading, holder, of_state=bool(_IN_STATES.search(role.found.name))))
    return of_body_at(reading, role) or of_counterpart(reading, holder) or _of_after_comma(reading, role)


def of_the_next(reading: Reading, role: Linked, further: Linked) -> str:
    """What two offices of one person are of: "president and chief executive of Acme", "Prime Minister and Minister of Finance of Tonga"."""
    if not AND_OFFICE.fullmatch(reading.text, role.span.end, further.span.start) or not _TOP.fullmatch(role.found.name):
        return ""
    inside = reading.inside(further.span, "organization", "place")
    of = next(iter(inside), None)
    if of is None:
        return ""
    state = of.found.type == "place"
    fits = _MINISTER.match(further.found.name) and of.span.end == further.span.end if state else _TOP.match(further.found.name)
    return of.entity if fits else ""


_TOP = re.compile(
    r"(?i:(?:co-)?(?:founder|owner)|(?:executive |board )?chair(?:man|woman|person)?|(?:vice |deputy )?president|ceo|c\.e\.o\."
    r"|chief executive(?: officer)?|(?:managing|executive) director|(?:deputy |acting )?prime minister|premier"
    r"|(?:deputy )?(?:foreign|finance|defen[cs]e|interior|justice) minister|attorney[ -]general)"
)
"""Offices that go with another in the same state or firm."""
_MINISTER = re.compile(r"(?i:(?:(?:deputy|vice|prime|foreign|finance|defen[cs]e)\s)*(?:minister|president|attorney))")


def of_body_at(reading: Reading, role: Linked) -> str:
    """The body at which an office is held: "Minister of State at the Cabinet Office"."""
    found = _AT.match(reading.text, role.span.end)
    body = reading.next(found.end(), found.end() + NEAR, "organization", within=0) if found else None
    return body.entity if body else ""


def of_counterpart(reading: Reading, holder: Linked) -> str:
    """Of which state somebody's counterpart is: "his Peruvian counterpart, Luis Vega, the Minister of Trade"."""
    text = reading.text
    for each in reversed(reading.before(holder.span.start)):
        if each.found.type in {"demonym", "place"} and each.span.end < holder.span.start:
            led = _COUNTERPART_OF.search(text, each.span.start - BEFORE, each.span.start)
            gap = _COMMA_OR_NOT if led else _COUNTERPART
            return each.entity if gap.fullmatch(text, each.span.end, holder.span.start) else ""
    return ""


def _of_after_comma(reading: Reading, role: Linked) -> str:
    """The state or the body that a line of a list ends with: "Ana Ruiz, Minister of Trade, Chile;"."""
    found = _COMMA.match(reading.text, role.span.end)
    of = reading.next(found.end(), found.end() + NEAR, "place", "organization", within=0) if found else None
    return of.entity if of and _ENDS.match(reading.text, of.span.end) else ""


BEFORE = 24
"""Code points before a counterpart's state."""
_AT = re.compile(r"\s+(?:at|with|in)\s+(?:the\s+)?")
_COUNTERPART = re.compile(rf"(?:[’']s?)?\s+(?:[a-z]+\s+){{0,2}}counterparts?,?\s+{HONORIFIC}")
_COUNTERPART_OF = re.compile(r"\bcounterpart\s+(?:from|of|in)\s+(?:the\s+)?\Z")
_COMMA_OR_NOT = re.compile(rf",?\s+{HONORIFIC}")
_COMMA = re.compile(r",\s+(?:the\s+)?")
_ENDS = re.compile(r"[,.;)\n]|\Z")


def of_whom(reading: Reading, holder: Linked, *, of_state: bool = False) -> str:
    """What a name is followed by: "Foreign Minister Anna Lind of Norway"; an office that only states have is not of a party."""
    of = _OF.match(reading.text, holder.span.end)
    place = reading.next(of.end(), of.end() + NEAR, "place", "organization", within=0) if of else None
    partys = place is not None and of_state and place.found.name.endswith(" Party")
    return place.entity if place and not partys else ""


_IN_STATES = re.compile(r"(?i)\b(?:minister|governor|mayor|senator|ambassador|premier|chancellor)\Z")
_OF = re.compile(r"[^\S\n]+of[^\S\n]+(?:the[^\S\n]+)?")
NEAR = 80
"""Code points that the name of a state or a body takes at most."""
