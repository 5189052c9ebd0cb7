"""What states and bodies have with one another: cooperation, agreements, recognition, sanctions."""

import itertools
from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import NEAR, Reading, around
from sourcebook.extract.facts.sides import BOTH_SIDES, tied
from sourcebook.extract.instruments import SPOKEN_OF
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import is_bloc, is_state
from sourcebook.model.spans import Span

_GOVERNMENT = re.compile(r"\b(?:Government|Coalition|Administration|Palestinian Authority)(?:\Z|\s+of\b)")
_SIGNS = re.compile(
    r"\b(?:sign(?!if|al)|announc|issu|approv|endors|have\s+an|adopt|conclu|ratif|reach|exchang|initial|ink|agree|between)\w*"
)
_BETWEEN = re.compile(
    r"\s+(?:(?:\([^)]*\)\s+)?(?:(?!was\b|were\b|is\b|are\b|has\b|have\b|said\b|which\b|that\b|after\b|during\b|signed\b|who\b)[\w’'&,-]+\s+){0,16}?)?(?:between|among)\s+"
)


def _parties(reading: Reading, span: Span) -> list[Linked]:
    """States and governments of a span, each entity once, a government before the country that its name holds."""
    bodies = [each for each in reading.inside(span, "organization") if is_bloc(each) or _GOVERNMENT.search(each.found.name)]
    states = [
        each
        for each in reading.inside(span, "place", "demonym")
        if is_state(each) and not any(one.span.contains(each.span) for one in bodies)
    ]
    once: dict[str, Linked] = {}
    for each in sorted([*bodies, *states], key=lambda one: one.span):
        once.setdefault(each.entity, each)
    return list(once.values())


def cooperation(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who cooperates in the areas of a sentence: those it names, or the two countries of the article."""
    areas = reading.inside(sentence.span, "area")
    partners = _partners(reading, sentence) if areas else []
    joint = len(partners) > 1 and bool(_TOGETHER.search(reading.text, sentence.span.start, sentence.span.end))
    areas = _fields(reading, sentence, areas, joint=joint)
    if not areas:
        return
    words = sentence.span.of(reading.text)
    status = "proposed" if cues.PROPOSED.search(words) else "planned" if cues.PLANNED.search(words) else "active"
    for area in areas:
        among = _AMONG.match(reading.text, area.span.end, sentence.span.end)
        listed = [one.entity for one in reading.listed(among.end(), sentence.span.end) if is_state(one)] if among else []
        for partner in listed if len(listed) > 1 else partners:
            yield Statement(
                subject=area.entity,
                property="partner",
                value=partner,
                sentence=sentence,
                focus=area.span,
                qualifiers={"status": (status,)},
                plain=False,
            )


_AMONG = re.compile(r"\s+(?:between|among)\s+(?:the\s+)?")


def _fields(reading: Reading, sentence: Sentence, areas: list[Linked], *, joint: bool) -> list[Linked]:
    """The areas of a sentence in which somebody works together, with those that go on the list of one that a cue leads to."""
    found: list[Linked] = []
    for each in areas:
        goes_on = bool(
            found
            and _LISTED.fullmatch(reading.text, found[-1].span.end, each.span.start)
            and _LED_TO.search(reading.text, max(sentence.span.start, found[0].span.start - NEAR), found[0].span.start)
        )
        if goes_on or _is_field(reading, sentence, each, joint=joint):
            found.append(each)
    return found


def _is_field(reading: Reading, sentence: Sentence, area: Linked, *, joint: bool) -> bool:
    """Whether somebody works together in an area: a word of the vocabulary that no list or cue leads to is a mention, but states nothing."""
    text, span = reading.text, sentence.span
    start = max(span.start, area.span.start - NEAR)
    if cues.HINDERED.search(text, start, area.span.start) or area.found.name.casefold().startswith(("restrict", "limit", "end")):
        return False
    return (
        area.found.priority > 2
        or bool(_LED_TO.search(text, start, area.span.start))
        or bool(_JOINT_FIELD.match(text, area.span.end, span.end))
        or bool(_OF_TWO.search(text, start, area.span.start))
        or (joint and (bool(_FURTHERED.search(text, start, area.span.start)) or bool(_TIES.search(text, area.span.start, area.span.end))))
    )


_LED_TO = re.compile(
    r"\b(?:[Cc]o-?operat\w+|collaborat\w+|[Pp]artners(?:hips?)?|coordination|dialogue|agreements?|memorand\w+|MoUs?|[Ww]orking\s+[Gg]roup(?:\s+meeting)?|projects?|work(?:ing)?\s+(?:closely\s+)?together|areas\s+are|ties|programmes?|programs?|support(?:\s+to\s+(?:the\s+)?[A-Z][\w-]+)?|relationship,?\s+including|ties,?\s+including)(?:,?\s+(?:particularly|especially|notably|mainly|primarily))?(?:\s+(?:in|on|for|regarding|concerning|in\s+the\s+pursuit\s+of|towards?\s+(?:[a-z]+\s+){0,2}goals?\s+of)(?:,\s+including)?|(?<=including)|(?<=areas\sare))\s+(?:the\s+)?(?:(?:fields?|areas?|sectors?|spheres?|domains?)\s+(?:of|such\s+as)\s+)?(?:the\s+)?\Z"
)
_JOINT_FIELD = re.compile(r"\s+(?:cooperation|collaboration|partnership)\b")
_TOGETHER = re.compile(
    r"\b(?:[Bb]ilateral|[Jj]oint\w*|[Cc]o-?operat\w+|[Cc]ollaborat\w+|[Pp]artner\w*|[Bb]oth|together|agreed|discuss\w*|relations(?:hip)?|ties|links|engagement|between|commit\w+|exchange[sd]?)\b"
)
_FURTHERED = re.compile(
    r"\b(?:strengthen|deepen|boost|enhanc|expand|promot|increas|develop|foster|advanc|facilitat|improv|grow)\w*\s+(?:(?:the|their|our|bilateral|mutual|two-way|economic|more|closer|greater|further)\s+){0,3}\Z|\bdiscuss\w*\s+(?:[a-z]+ing\s+)?(?:bilateral\s+|mutual\s+)?\Z|\b(?:bilateral|two-way|mutual)\s+\Z"
)
_OF_TWO = re.compile(r"[A-Z][\w.]+[-–][A-Z][\w.]+\s+\Z")
"""As in "Chile–Peru trade"."""
_TIES = re.compile(r"\b(?:ties|links|cooperation|collaboration|partnership|exchanges)\Z")


def _partners(reading: Reading, sentence: Sentence) -> list[str]:
    """Who cooperates in a sentence: the two or the list that it names, else the two countries spoken of, unless it names somebody else."""
    parties = _parties(reading, sentence.span)
    named = [each.entity for each in parties]
    tour = parties and _TO_VISIT.search(reading.text, max(sentence.span.start, parties[0].span.start - NEAR), parties[0].span.start)
    if tour and len(parties) > 1 and _LISTED.fullmatch(reading.text, parties[0].span.end, parties[1].span.start):
        # "visited Chile and Peru to deepen cooperation": not of one with the other.
        return []
    acting = _acts(reading, sentence)
    if acting:
        return [acting.entity, *(each for each in named if each != acting.entity)]
    if len(named) == 2:
        both = reading.partners(sentence) if _SPEAK.match(reading.text, sentence.span.start, parties[0].span.start) else []
        # "The leaders discussed the war in Chad": theirs.
        return both if both and not set(both) >= set(named) else named
    if 2 < len(named) <= MOST_PARTNERS and all(
        _LISTED.fullmatch(reading.text, one.span.end, other.span.start) for one, other in itertools.pairwise(parties)
    ):
        return named
    groups = _WORKING_GROUPS.search(reading.text, sentence.span.start, sentence.span.end)
    if groups and groups.start() > sentence.span.start:
        # "The Coalition, with its working groups on": its own fields.
        bodies = reading.inside(Span(max(sentence.span.start, groups.start() - NEAR), groups.start()), "organization")
        if bodies:
            return [bodies[-1].entity]
    both_sides = BOTH_SIDES.search(reading.text, sentence.span.start, sentence.span.end)
    if not both_sides and not cues.DEALING.search(reading.text, sentence.span.start, sentence.span.end):
        # "Issues including jobs and trade": no word says that anybody deals with anybody.
        return []
    both = tied(reading.text, parties) or reading.partners(sentence)
    if frozenset(both) in reading.toured:
        return []
    if len(named) == 1 and not both:
        # With whom is not said; "the NATO Eastern flank" is no partner, nor where somebody met.
        where = _WHERE.search(reading.text, sentence.span.start, parties[0].span.start)
        return named if not where and not _NAME_FOLLOWS.match(reading.text, parties[0].span.end) else []
    theirs = not named or set(named) & set(both) or both_sides
    return both if theirs else []


def _acts(reading: Reading, sentence: Sentence) -> Linked | None:
    """The body that opens a sentence and helps: "The World Bank supports Kenya in education"."""
    first = reading.next(sentence.span.start, sentence.span.end, "organization", within=4)
    helps = first and _HELPS.match(reading.text, first.span.end, sentence.span.end)
    return first if helps else None


_HELPS = re.compile(
    r"(?:\s+\([^)]*\))?\s+(?:(?:also|currently|now|has|have|is|will|further)\s+){0,2}(?:works?|working|worked|supports?|supporting|supported|helps?|helping|helped|assists?|assisting|assisted|provides?|providing|funds?|funded|funding|finances?|financed|cooperates?|cooperated|partners?)\b"
)
_SPEAK = re.compile(
    r"(?:[Tt]he\s+(?:two\s+)?|[Bb]oth\s+)(?:leaders|ministers|presidents|sides|officials|parties|secretaries)\s+(?:also\s+)?[a-z]+ed\b"
)
_TO_VISIT = re.compile(r"\b(?:visit\w*|travell?\w*\s+to|tour\w*(?:\s+of)?|trip\s+to|went\s+to|flew\s+to)\s+(?:the\s+)?\Z")


_WORKING_GROUPS = re.compile(r"\b(?:its|their)\s+(?:[a-z-]+\s+){0,2}working\s+groups?\s+on\b")
_WHERE = re.compile(r"(?:\b(?:in|at|near|including)|[A-Z]\w+,)\s+(?:the\s+)?\Z")
_NAME_FOLLOWS = re.compile(r"\s+[A-Z][a-z]+\s+[a-z]")
MOST_PARTNERS = 6
_LISTED = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")
_SIGNED = re.compile(r"\b(?:signed|initialled|initialed|inked|sign)\b")
_SUBJECT_OF = re.compile(
    r",?(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?(?:\s+and\s+[^,.;]{0,60}|,[^,.;]{0,80},)?(?:,\s+who)?\s+(?:(?:also|then|later|have|has|today|jointly|on [A-Z]\w+day)\s+)*"
)


SOON = 60
"""Code points after an agreement in which it is told to be signed."""
MOST_PARTIES = 12
"""Names looked at for the two sides of an agreement; lists of thousands have none."""
_OWNER = re.compile(r"(?:[’']s?)?\s+(?:the\s+)?")


def two_named(reading: Reading, start: int, end: int) -> list[Linked]:
    """The two that "between A and B" names, states or bodies, whichever is longer."""
    names = [
        each
        for each in (reading.inside(Span(start, end), "organization", "place", "demonym") if end > start else ())
        if each.found.type == "organization" or is_state(each)
    ]
    names = names[:MOST_PARTIES]
    outer = [
        each
        for each in names
        if not any(other.span.contains(each.span) and other.span != each.span for other in names)
        # "Slovakia's Security Authority": the body is meant, not whose it is.
        and not (each.found.type != "organization" and any(_OWNER.fullmatch(reading.text, each.span.end, one.span.start) for one in names))
    ]
    if not outer:
        return []
    # The short name in parentheses is the same body once more.
    # "the Ministry of Energy of Chile and": a country that closes a body's name is whose that is.
    second = next(
        (each for each in outer[1:] if each.entity != outer[0].entity and not _OF_STATE.search(reading.text, start, each.span.start)), None
    )
    if second is None or not re.search(r"\band\b|,", reading.text[outer[0].span.end : second.span.start]):
        return []
    third = next((each for each in outer if each.span.start > second.span.end and each.found.type == second.found.type), None)
    joint = third and re.fullmatch(
        r",?(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+)?,?\s+and\s+(?:the\s+)?", reading.text[second.span.end : third.span.start]
    )
    return [outer[0], second, third] if third and joint else [outer[0], second]


_OF_STATE = re.compile(r"[A-Z][\w-]+\s+of\s+(?:the\s+)?\Z")


def _signatories(reading: Reading, sentence: Sentence, agreement: Linked) -> Iterator[Statement]:
    """After "Silva also signed a memorandum with Maria Costa": the persons on both sides."""
    span = sentence.span
    passive = _BY_PERSONS.match(reading.text, agreement.span.end, span.end)
    if passive:
        witnessed = _WITNESSED.search(reading.text, passive.end(), span.end)
        stop = reading.clause_end(passive.end(), witnessed.start() if witnessed else span.end)
        clause = Span(passive.end(), max(stop, passive.end() + 1))
        for each in reading.people(clause)[:MOST_SIGNATORIES]:
            yield Statement(
                subject=agreement.entity, property="signatory", value=each.entity, sentence=sentence, focus=around(agreement, each)
            )
        return
    signed = _SIGNED.search(reading.text, span.start, agreement.span.start)
    if signed is None:
        return
    people = [
        each
        for each in reading.people(Span(span.start, max(signed.start(), span.start + 1)))
        if _SUBJECT_OF.fullmatch(reading.text, each.span.end, signed.start())
    ]
    after = reading.text[agreement.span.end : span.end]
    joint = re.match(r"[^.;]{0,80}?\bwith\b", after)
    other = reading.people(Span(agreement.span.end, span.end))[:1] if joint else []
    for each in [*people[:2], *other]:
        yield Statement(subject=agreement.entity, property="signatory", value=each.entity, sentence=sentence, focus=around(each, agreement))


_WITNESSED = re.compile(r"\b(?:in\s+(?:the\s+)?presence|witness\w*|attended|on\s+behalf|under|at\s+an?|and\s+received)\b")
MOST_SIGNATORIES = 12
_BY_PERSONS = re.compile(
    r"[”\"]?(?:\s+\([^)]*\))?(?:\s+(?:on|in|for|of|between|emerged|resulted|came)\s+[^.;,]{1,220}?)?,?\s+(?:which\s+|that\s+|and\s+)?(?:(?:was|were|is|are|has\s+been|have\s+been|will\s+be)\s+(?:\w+\s+)?)?(?:signed|initialled|initialed|inked)\s+(?:(?:in|on|at)\s+[^.;,]{1,40}?\s+)?by\s+"
)
_WITH_WHOM = re.compile(r"(?:\s+\([^)]*\))?(?:\s+(?:on|in|for)\s+[^.;,]{1,60}?)?\s+with\s+(?:the\s+)?")
_NAMELESS = re.compile(
    r"\s+(?:between|among|with)\s+(?:the\s+|its\s+|their\s+|all\s+|several\s+|other\s+)*+(?!sides|countries|nations|two (?:sides|countries|nations|states))[a-z]"
)
_CLAUSE = re.compile(r";\s|,?\s+(?:while|but|whereas)\s|,\s+and\s")
_SIGNED_BY = re.compile(
    r"\b(?:signed|initialled|initialed|concluded|adopted|approved|endorsed|ratified|reached|issued)\s+(?:[^.;,]{0,40}?\s)?(?:by|between)\s+(?:the\s+)?(?:leaders\s+of\s+(?:the\s+)?)?"
)
_DOES = re.compile(r"\b(?:sign(?!if|al)|announc|issu|approv|endors|ink|seal|conclud|initial|adopt|ratif|reach|agree|struck|penned)\w*")


def _named_parties(reading: Reading, sentence: Sentence, agreement: Linked) -> list[Linked] | None:
    """The parties that the sentence names; [] if it names none, None if it speaks of others without their names."""
    text, span, end = reading.text, agreement.span, sentence.span.end
    inside = _parties(reading, span)
    if len(inside) == 2:
        return inside
    between = _BETWEEN.match(text, span.end, end)
    listed = two_named(reading, between.end(), end) if between else []
    if listed:
        return listed
    if _NAMELESS.match(text, span.end, end):
        return None
    clauses = [each.end() for each in _CLAUSE.finditer(text, sentence.span.start, span.start)]
    start = clauses[-1] if clauses else sentence.span.start
    before = _parties(reading, Span(start, span.start)) if span.start > start else []
    joint = _WITH_WHOM.match(text, span.end, end)
    other = reading.next(joint.end(), end, "place", "organization", "demonym", within=1) if joint else None
    verb = _DOES.search(text, start, span.start)
    if other and other.found.type != "organization" and (owned := _OWNER.match(text, other.span.end, end)):
        # "with China's Academy of Sciences": the body is meant.
        other = reading.next(owned.end(), end, "organization", within=0) or other
    if other:
        own = [each for each in before if each.entity != other.entity and not _is_aside(text, start, each)]
        # "Chile's paper says Peru plans to sign": whose verb it is.
        own = (
            [each for each in own if verb and _ABOUT_TO.fullmatch(text, each.span.end, verb.start())][-1:]
            or own[:1]
            or (_doer(reading, start, verb.start()) if verb else [])
        )
        return [*own, other, *_and_others(reading, other, end)]
    if joint:
        return None
    doers = _doers(reading, start, verb.start()) if verb else []
    if len(doers) == 2:
        return doers
    if before and verb and _FOR_SIGNING.match(text, before[-1].span.end, verb.end()):
        # "commended Chile for signing the treaty"
        return before[-1:]
    by = _SIGNED_BY.search(text, span.end, end)
    signed_by = two_named(reading, by.end(), end) if by else []
    if signed_by:
        return [*signed_by, *_and_others(reading, signed_by[-1], end)]
    if verb and before and _BROKERED.search(text, before[0].span.end, verb.start()):
        # "the Chadian leader brokered talks which led to the signing": not Chad's.
        return []
    if verb and len(before) == 2:
        return before
    if verb and _ADOPTED.match(verb[0]) and (body := _doer(reading, start, verb.start())):
        # What a body adopts is its own.
        return body
    whole = _parties(reading, Span(sentence.span.start, span.start)) if span.start > sentence.span.start else []
    return whole if len(whole) == 2 and _DOES.search(text, whole[0].span.end, span.start) else []


_FOR_SIGNING = re.compile(r"\s+(?:for|on)\s+(?:its\s+|having\s+)?(?:signing|concluding|ratifying)\b")
_BROKERED = re.compile(r"\b(?:brokered|mediated|facilitated|witnessed)\b")


def _is_aside(text: str, start: int, each: Linked) -> bool:
    """Whether a state is only whose men are spoken of: "despite visits by Chilean ministers and Peruvian officials, Tonga went ahead"."""
    return bool(_PAST_BY.search(text, start, each.span.start) or _ITS_MEN.match(text, each.span.end))


_ITS_MEN = re.compile(r"(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:ministers|officials|diplomats|lawmakers|troops|experts),\s")
_PAST_BY = re.compile(r"\bby\s+(?:the\s+)?\Z")
_ADOPTED = re.compile(r"(?:adopt|approv|issu|endors)")
_ABOUT_TO = re.compile(
    r"\s+(?:(?:plans?|planning|intends?|agreed|wants?|hopes?|is|was|are|were|has|have|had|will|would|to|also|recently|jointly|today|ready|expected|set|due|likely|about|officially|finally|formally|then|later|could|may|might|should|decided|in\s+\d{4}|last\s+\w+|on\s+[A-Z]\w+)\s+)*"
)


def _and_others(reading: Reading, first: Linked, end: int) -> list[Linked]:
    """The states, and the body that closes the list, that "and" or a comma joins to a state: "with Cyprus, Greece and the Commission"."""
    found = [first]
    while is_state(found[-1]):
        joint = _LISTED.match(reading.text, found[-1].span.end, end)
        further = reading.next(joint.end(), end, "place", "organization", within=0) if joint else None
        fits = further and (is_state(further) or (further.found.type == "organization" and joint and " and " in joint[0]))
        if not further or not fits or _VERB_AFTER.match(reading.text, further.span.end, end):
            break
        found.append(further)
    return found[1:MOST_PARTIES]


_VERB_AFTER = re.compile(r"\s+(?:is|was|has|have|had|will|would|agreed|said|signed|are|were)\b")


def _doer(reading: Reading, start: int, verb: int) -> list[Linked]:
    """The body right before a verb: "Rosatom has signed"."""
    names = reading.inside(Span(start, verb), "organization") if verb > start else []
    return [each for each in names[-1:] if _ALSO.fullmatch(reading.text, each.span.end, verb)]


def _doers(reading: Reading, start: int, verb: int) -> list[Linked]:
    """Two bodies or states joined by "and" right before a verb: "Rosatom and the Ministry of Energy signed"."""
    names = reading.inside(Span(start, verb), "organization", "place", "demonym")[-MOST_PARTIES:] if verb > start else []
    outer = [each for each in names if not any(other.span.contains(each.span) and other.span != each.span for other in names)]
    two = outer[-2:]
    if len(two) < 2 or two[0].entity == two[1].entity or not _ALSO.fullmatch(reading.text, two[1].span.end, verb):
        return []
    fit = all(each.found.type == "organization" or is_state(each) for each in two)
    return two if fit and re.fullmatch(r",?\s+and\s+(?:the\s+)?", reading.text[two[0].span.end : two[1].span.start]) else []


_ALSO = re.compile(r"\s+(?:\([^)]*\)\s+)?(?:(?:also|then|later|have|has|had|today|jointly|recently|on [A-Z]\w+(?: \d+)?)\s+)*")


_NEGOTIATED = re.compile(r"\s+(?:negotiations|talks|discussions)\b")


def agreements(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The parties of an agreement that is said to be signed, adopted or reached, or to be between them."""
    found = reading.inside(sentence.span, "agreement")
    if not found or not _SIGNS.search(sentence.span.of(reading.text)):
        return
    told: set[str] = set()
    for each in found:
        if _NEGOTIATED.match(reading.text, each.span.end) or each.found.priority == SPOKEN_OF:
            continue
        yield from _signatories(reading, sentence, each)
        named = _named_parties(reading, sentence, each)
        if named is None or (not named and each.entity in told):
            # "a memorandum with the Bank (MoU)": the parties have been named.
            continue
        told |= {each.entity} if named else set()
        parties = [one.entity for one in named] if 1 <= len(named) <= MOST_PARTIES else []
        start, stop = max(sentence.span.start, each.span.start - NEAR), min(each.span.end + SOON, sentence.span.end)
        if not named and (_SIGNS.search(reading.text, start, each.span.start) or _SIGNS.search(reading.text, each.span.end, stop)):
            parties = reading.two(sentence)
        sure = {one.entity for one in named}
        parties = list(dict.fromkeys(parties))
        for party in parties[:MOST_PARTIES]:
            note = {} if party in sure else {"note": ("The sentence does not name the party; the countries of the article are meant.",)}
            yield Statement(
                subject=each.entity, property="party", value=party, sentence=sentence, focus=each.span, qualifiers=note, plain=bool(named)
            )
