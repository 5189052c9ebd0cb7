"""Whose agreements are: their parties and who signs them."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.agreements import SPOKEN_OF
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.agreements.signing import signatories
from sourcebook.extract.facts.agreements.unsigned import (
    BACKING,
    BROKERS,
    HOUSE,
    LATER_THAN,
    TO_SIGN,
    WHAT_IT_DOES,
    are_many,
    not_made,
    others_sign,
)
from sourcebook.extract.facts.both import partners_of, two
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.settings import CAPITAL
from sourcebook.extract.facts.sides import speaks_of_all
from sourcebook.extract.facts.standing import stands_for_state
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_GOVERNMENT = re.compile(r"\b(?:Government|Coalition|Administration|Palestinian Authority)(?:\Z|\s+of\b)")
_SIGNS = re.compile(
    r"\b(?:sign(?!if|al)|announc|issu|approv|endors|have\s+an|adopt|conclu|ratif|reach|exchang|initial|ink|agree|between|renew|struck|seal)\w*"
)
_BETWEEN = re.compile(
    r"(?:,\s+[A-Z]\w+,)?\s+(?:(?:\([^)]*\)\s+)?(?:(?!to\b|relations\b|ties\b|was\b|were\b|is\b|are\b|has\b|have\b|said\b|which\b|that\b|after\b|during\b|signed\b|who\b)[\w’'&,-]+\s+){0,16}?)?(?:between|among)\s+"
)


def states_and_blocs(reading: Reading, span: Span) -> list[Linked]:
    """States and governments of a span, each entity once, a government before the country that its name holds."""
    bodies = [each for each in reading.inside(span, "organization") if is_bloc(each) or _GOVERNMENT.search(each.found.name)]
    states = [
        each
        for each in reading.inside(span, "place", "demonym")
        if (is_state(each) or stands_for_state(reading.text, each))
        and not any(one.span.contains(each.span) for one in bodies)
        and not _is_where(reading, each)
    ]
    once: dict[str, Linked] = {}
    for each in sorted([*bodies, *states], key=lambda one: one.span):
        once.setdefault(each.entity, each)
    return list(once.values())


def _is_where(reading: Reading, each: Linked) -> bool:
    """Whether a state is told after its city: "in Suva, Fiji", "in Suva, Fiji's capital", "the Fijian capital"."""
    before = reading.before(each.span.start)
    city = before[-1] if before else None
    of_city = city and city.found.type == "place" and not is_state(city) and reading.text[city.span.end : each.span.start] == ", "
    return bool(of_city or CAPITAL.match(reading.text, each.span.end) or _in_dateline(reading, each))


def _in_dateline(reading: Reading, each: Linked) -> bool:
    """Whether a state only tells where a report was written: "OSLO, Norway — The two"."""
    if not _DASH.match(reading.text, each.span.end):
        return False
    start = reading.document.sentence_of(each.span.start).span.start
    return bool(_CITY.fullmatch(reading.text, start, each.span.start))


_DASH = re.compile(r"(?:\s+\([^)]{1,40}\))?\s+(?:—|–|--|-)\s")
_CITY = re.compile(r"(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2},\s+)?")

LISTED = re.compile(r"(?:\s+\([^)]{1,12}\))?(?:,\s+|,?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with)\s+)(?:the\s+)?")


SOON = 60
"""Code points after an agreement in which it is told to be signed."""
MOST_PARTIES = 12
"""Names looked at for the two sides of an agreement; lists of thousands have none."""
_OWNER = re.compile(r"(?:[’']s?)?\s+(?:the\s+)?")


def two_named(reading: Reading, start: int, end: int) -> list[Linked]:
    """The two that "between A and B" names, states or bodies, whichever is longer."""
    names = [
        each
        for each in (reading.between(start, end, "organization", "place", "demonym"))
        if is_state(each) or (each.found.type == "organization" and not are_many(reading.text, each))
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


_WITH_WHOM = re.compile(
    r"(?:\s+\([^)]*\))?(?:\s+(?:on|in|for)\s+[^.;,]{1,60}?)?\s+with\s+(?:the\s+)?(?:[A-Z]\w+[’']s\s+(?:[a-z-]+\s+){0,2}(?:region|territory|province|republic|enclave)\s+of\s+)?"
)
_NAMELESS = re.compile(
    r"\s+(?:between|among|with)\s+(?:(?:the|its|their|all|several|other)\s+)*(?!(?:the|its|their|all|several|other)\s|sides|countries|nations|two (?:sides|countries|nations|states))[a-z]"
)
_CLAUSE = re.compile(r";\s|,?\s+(?:while|but|whereas)\s|,\s+and\s")
_SIGNED_BY = re.compile(
    r"\b(?:signed|initialled|initialed|concluded|adopted|approved|endorsed|ratified|reached|issued)\s+(?:(?:(?!treat|agreement|pact|accord)[^.;,]){0,40}?\s)?(?:by|between)\s+(?:the\s+)?(?:leaders\s+of\s+(?:the\s+)?)?"
)
_DOES = re.compile(
    r"\b(?:(?:sign(?!if|al)|announc|approv|endors|ink|seal|conclud|initial|adopt|ratif|reach|agree(?!ment)|struck|penned)\w*|issu(?:ed|ing)\b)"
)


def named_parties(reading: Reading, sentence: Sentence, agreement: Linked) -> list[Linked] | None:
    """The parties that the sentence names; [] if it names none, None if it speaks of others without their names."""
    text, span, end = reading.text, agreement.span, sentence.span.end
    inside = states_and_blocs(reading, span)
    if len(inside) == 2:
        return inside
    between = None if "esolution" in agreement.found.name else _BETWEEN.match(text, span.end, end)
    listed = two_named(reading, between.end(), end) if between else []
    if listed:
        return listed
    if _NAMELESS.match(text, span.end, end) or LATER_THAN.search(text, sentence.span.start, span.start):
        return None
    clauses = [each.end() for each in _CLAUSE.finditer(text, sentence.span.start, span.start)]
    start = clauses[-1] if clauses else sentence.span.start
    before = states_and_blocs(reading, Span(start, span.start)) if span.start > start else []
    before = [each for each in before if not (_PAST_BY.search(text, start, each.span.start) or BROKERS.match(text, each.span.end))]
    # "Chile's Ministry of Energy has signed": the ministry.
    before = [each for each in before if not reading.owns_body(each)] if len(before) == 1 else before
    joint = _WITH_WHOM.match(text, span.end, end)
    other = _other(reading, joint.end(), end) if joint else None
    verb = _DOES.search(text, start, span.start)
    if other and (_FIRMS.match(text, other.span.end, end) or _no_party(other)):
        # "with Chinese firms", "with Pacific neighbours": who they are is not said.
        return (_doer(reading, start, verb.start()) if verb else []) or None
    if other:
        return _with_other(reading, before, verb, other, start, span.start, end)
    if joint:
        return None
    doers = _doers(reading, start, verb.start()) if verb else []
    if len(doers) == 2:
        return doers
    if before and verb and _FOR_SIGNING.match(text, before[-1].span.end, verb.end()):
        # "commended Chile for signing the treaty"
        return before[-1:]
    if signed_by := _signed_by(reading, sentence, agreement):
        return signed_by
    if verb and before and _BROKERED.search(text, before[0].span.end, verb.start()):
        # "the Chadian leader brokered talks which led to the signing": not Chad's.
        return []
    if verb and len(before) == 2:
        return before
    own = verb if verb and _ADOPTED.match(verb[0]) and not BACKING.search(text, verb.end(), span.start) else None
    if own and (body := _doer(reading, start, own.start())):
        # What a body adopts is its own, not what that is about; what a parliament approves is its country's.
        return body if "esolution" in agreement.found.name or not HOUSE.search(body[0].found.name) else None
    whole = states_and_blocs(reading, Span(sentence.span.start, span.start)) if span.start > sentence.span.start else []
    whole = [one for one in whole if not (_PAST_BY.search(text, sentence.span.start, one.span.start) or BROKERS.match(text, one.span.end))]
    return whole if len(whole) == 2 and _DOES.search(text, whole[0].span.end, span.start) else []


def _signed_by(reading: Reading, sentence: Sentence, agreement: Linked) -> list[Linked]:
    """The two, and those joined to them, who are said after an agreement to have signed it."""
    text, start, end = reading.text, agreement.span.end, sentence.span.end
    by = _SIGNED_BY.search(text, start, end)
    if by is None or (_NEW_CLAUSE.search(text, start, by.start()) and _another_in(reading, agreement, by.start())):
        return []
    # "On behalf of Chile, the deal was signed by Ana Ruiz, envoy to Peru": her office is no party.
    for_whom = _ON_BEHALF.match(text, sentence.span.start) and reading.next(by.end(), end, "person", within=40)
    if for_whom or _another(reading, agreement, by.start()):
        return []
    stop = WHAT_IT_DOES.search(text, by.end(), end)
    found = two_named(reading, by.end(), stop.start() if stop else end)
    return [*found, *_and_others(reading, found[-1], end)] if found else []


def _another(reading: Reading, agreement: Linked, end: int) -> bool:
    """Whether what is signed right there is another agreement: "The communiqué praised the accord signed by Chad and Mali"."""
    others = reading.between(agreement.span.end, end, "agreement")
    last = others[-1] if others and end - others[-1].span.end <= len(", ") else None
    return last is not None and last.entity != agreement.entity and not _IS_ONE.search(reading.text, agreement.span.end, last.span.start)


def _another_in(reading: Reading, agreement: Linked, end: int) -> bool:
    """Whether another agreement is told of before a place."""
    return any(each.entity != agreement.entity for each in reading.between(agreement.span.end, end, "agreement"))


_NEW_CLAUSE = re.compile(r";|\b(?:after\s+which|whereas|while|in\s+addition|signed|adopted|issued|approved|inked)\s")
"""What another agreement is told after: "signed the Protocol, after which an accord was signed by"."""
_ON_BEHALF = re.compile(r"(?:On\s+behalf\s+of|For)\s")
_IS_ONE = re.compile(r"(?:\b(?:is|was)\s+(?:an?|the)\s+(?:\w+\s+)?|\()\Z")


def _with_other(
    reading: Reading, before: list[Linked], verb: re.Match[str] | None, other: Linked, start: int, agreement: int, end: int
) -> list[Linked]:
    """Who signs "with" another, and that other."""
    text = reading.text
    if other.found.type != "organization" and (owned := _OWNER.match(text, other.span.end, end)):
        # "with China's Academy of Sciences": the body is meant.
        other = reading.next(owned.end(), end, "organization", within=0) or other
    own = [each for each in before if each.entity != other.entity and not _is_aside(text, start, each)]
    # "Chile's paper says Peru plans to sign": whose verb it is.
    own = (
        [each for each in own if _URGED.search(text, start, each.span.start)][-1:]
        or [each for each in own if verb and _ABOUT_TO.fullmatch(text, each.span.end, verb.start())][-1:]
        or (own[-1:] if (verb and _BY_SIGNING.search(text, start, verb.end())) or _ITS.search(text, start, agreement) else own[:1])
        or (_doer(reading, start, verb.start()) if verb else [])
    )
    return [*own, other, *_and_others(reading, other, end)]


def _no_party(place: Linked) -> bool:
    """Whether a place can sign nothing: a sea, or a part of the world."""
    return place.found.entry is not None and place.found.entry.kind in {"water", "macro-region"}


def _other(reading: Reading, start: int, end: int) -> Linked | None:
    """With whom an agreement is: "with the Chile-based Harbour Institute" with the body."""
    other = reading.next(start, end, "place", "organization", "demonym", within=1)
    based = _BASED.match(reading.text, other.span.end, end) if other else None
    return reading.next(based.end(), end, "organization", within=0) if based else other


_BASED = re.compile(r"-(?:based|headquartered|registered)\s+")
_URGED = re.compile(r"\b(?:urg\w+|ask\w*|call\w*\s+(?:up)?on|press\w*|remind\w*)\s+(?:the\s+)?\Z")
"""Before whose agreement others speak of: "Peru urged Norway to uphold its pact with Chile"."""
_ITS = re.compile(r"\bits\s+(?:[a-z-]+\s+){0,3}\Z")
_BY_SIGNING = re.compile(r"\b(?:by|after|before|for|of)\s+(?:jointly\s+|recently\s+)?[a-z]+ing\Z")
"""Before what the state that was named last does: "Chile said that Peru upset them by signing"."""
_FIRMS = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}(?:firms|companies|investors|businesses|banks|enterprises|operators|developers|manufacturers|universities|institutions|unions|groups|partners|suppliers|producers)\b"
)
_FOR_SIGNING = re.compile(
    r"(?:[’']s)?(?:\s+(?:stakeholders|parties|leaders|government|authorities|factions|side))?\s+(?:for|on)\s+(?:its\s+|having\s+)?(?:signing|concluding|ratifying)\b"
)
_BROKERED = re.compile(r"\b(?:brokered|mediated|facilitated|witnessed)\b")


def _is_aside(text: str, start: int, each: Linked) -> bool:
    """Whether a state is only whose men are spoken of: "despite visits by Chilean ministers and Peruvian officials, Tonga went ahead"."""
    return bool(_PAST_BY.search(text, start, each.span.start) or _ITS_MEN.match(text, each.span.end))


_ITS_MEN = re.compile(r"(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:ministers|officials|diplomats|lawmakers|troops|experts),\s")
_PAST_BY = re.compile(r"\b(?:by|(?:Envoy|Representative|Coordinator|Rapporteur)\s+(?:for|to|in|on))\s+(?:the\s+)?\Z")
_ADOPTED = re.compile(r"(?:adopt|approv|issu|endors)")
_ABOUT_TO = re.compile(
    r"\s+(?:(?:plans?|planning|intends?|agreed|wants?|hopes?|is|was|are|were|has|have|had|will|would|to|also|recently|jointly|today|ready|expected|set|due|likely|about|officially|finally|formally|then|later|could|may|might|should|decided|in\s+\d{4}|last\s+\w+|on\s+[A-Z]\w+)\s+)*"
)


def _and_others(reading: Reading, first: Linked, end: int) -> list[Linked]:
    """The states, and the body that closes the list, that "and" or a comma joins to a state: "with Cyprus, Greece and the Commission"."""
    found = [first]
    while is_state(found[-1]):
        joint = LISTED.match(reading.text, found[-1].span.end, end)
        further = reading.after(joint, end, "place", "organization")
        fits = further and (is_state(further) or (further.found.type == "organization" and joint and " and " in joint[0]))
        if not further or not fits or _VERB_AFTER.match(reading.text, further.span.end, end):
            break
        found.append(further)
    return found[1:MOST_PARTIES]


_VERB_AFTER = re.compile(r"\s+(?:is|was|has|have|had|will|would|agreed|said|signed|are|were)\b")


def _doer(reading: Reading, start: int, verb: int) -> list[Linked]:
    """The body right before a verb: "Rosatom has signed"."""
    names = reading.between(start, verb, "organization")
    if names and _IT.search(reading.text, names[0].span.end, verb):
        # "Rosatom said that it has signed"
        return names[:1] if _SAID.match(reading.text, names[0].span.end, verb) else []
    return [each for each in names[-1:] if _ALSO.fullmatch(reading.text, each.span.end, verb)]


_IT = re.compile(r"\b(?:it|they)\s+(?:(?:has|have|had|also|would|will)\s+)*\Z")
_SAID = re.compile(
    r"(?:\s+\([^)]*\))?\s+(?:on\s+\w+\s+|has\s+|have\s+|had\s+)?(?:said|announced|reported|disclosed|revealed|confirmed|stated)\b"
)


def _doers(reading: Reading, start: int, verb: int) -> list[Linked]:
    """Two bodies or states joined by "and" right before a verb: "Rosatom and the Ministry of Energy signed"."""
    names = reading.between(start, verb, "organization", "place", "demonym")[-MOST_PARTIES:]
    outer = [each for each in names if not any(other.span.contains(each.span) and other.span != each.span for other in names)]
    two = [
        each
        for each in outer
        # "the University in Chad and Niger's Institute": the bodies. "The Guard, an agency attached to the Ministry, and": not it.
        if not _UNDER.search(reading.text, max(start, each.span.start - NEAR), each.span.start)
        and not (
            is_state(each)
            and (
                reading.owns_body(each)
                or _ITS_FIRM.match(reading.text, each.span.end)
                or _AT.search(reading.text, max(start, each.span.start - NEAR), each.span.start)
            )
        )
    ][-2:]
    if len(two) < 2 or two[0].entity == two[1].entity or not _ALSO.fullmatch(reading.text, two[1].span.end, verb):
        return []
    fit = all(each.found.type == "organization" or is_state(each) for each in two)
    return two if fit and _AND_ALSO.fullmatch(reading.text, two[0].span.end, two[1].span.start) else []


def bodies_together(reading: Reading, sentence: Sentence) -> list[Linked]:
    """The two bodies that a sentence has do something together: "the Academy and the Institute will cooperate"."""
    verb = _TOGETHER.search(reading.text, sentence.span.start, sentence.span.end)
    found = _doers(reading, sentence.span.start, verb.start()) if verb else []
    return found if any(each.found.type == "organization" and not is_bloc(each) for each in found) else []


_TOGETHER = re.compile(
    r"\b(?:co-?operat|collaborat|partner(?:ed|ing)?\b|c[oa]me\s+together|work(?:ed|ing)?\s+(?:closely\s+)?together|join(?:ed|ing)?\s+forces|team(?:ed|ing)?\s+up|agree|sign(?:ed|ing)?\b|inked|launch|pledge|commit)\w*"
)
_AT = re.compile(r"[\w)]\s+(?:in|of|from)\s+(?:the\s+)?\Z")
_UNDER = re.compile(r",\s+an?\s[^,;.]{3,50}\s(?:to|of|under|in)\s+(?:the\s+)?\Z|\w\s\(\Z")
"""Before whose part somebody is, and before the short name of whom was named."""
_A_FIRM = r"(?:[a-z-]+\s+){0,2}(?:company|firm|bank|corporation|group|operator|university|agency|institute|developer|manufacturer|group|giant)\s+[“\"]?"
_ITS_FIRM = re.compile(rf"(?:[’']s?)?\s+{_A_FIRM}(?=[A-Z])")
_AND_ALSO = re.compile(
    r"[”\"]?(?:\s+\([^)]*\))?(?:\s+(?:in|of|from)\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,3})?(?:,\s+(?:an?|the)\s[^,;.“”]{3,90}(?=,\s+and\s))?,?\s+and\s+(?:the\s+)?"
    rf"(?:[A-Z]\w+(?:\s[A-Z]\w+){{0,3}}[’']s?\s+|(?:[A-Z]\w+\s+)?{_A_FIRM})?"
)


_ALSO = re.compile(
    r"[”\"]?\s+(?:\([^)]*\)\s+)?(?:(?:also|then|later|have|has|had|will|would|are|to|today|jointly|recently|on [A-Z]\w+(?: \d+)?)\s+)*"
)


_TO_COME = re.compile(
    r"\b(?:(?:expected|set|due|scheduled|planned|going|about|hope[sd]?|plans?|aims?)\s+to|will|would)\s+(?:also\s+)?(?:be\s+)?sign|\bto\s+[a-z]+\s[^.;]{3,60}?\sand\s+sign\b"
)
_NAMES_TWO = re.compile(r"[A-Z][\w.]+[-–][A-Z]\w+\s")
"""As in "the U.S.-Chile Free Trade Agreement": its parties are told."""
_NEGOTIATED = re.compile(r"\s+(?:negotiations|talks|discussions)\b")


def agreements(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The parties of an agreement that is said to be signed, adopted or reached, or to be between them."""
    found = reading.inside(sentence.span, "agreement")
    if not found or not _SIGNS.search(sentence.span.of(reading.text)):
        return
    told: set[str] = set()
    for each in found:
        led = reading.text[max(sentence.span.start, each.span.start - NEAR) : each.span.start]
        spoken_of = _NEGOTIATED.match(reading.text, each.span.end) or each.found.priority == SPOKEN_OF
        if spoken_of or not_made(reading, each, led):
            continue
        yield from signatories(reading, sentence, each)
        named = named_parties(reading, sentence, each)
        if named is None or (not named and each.entity in told):
            # "a memorandum with the Bank (MoU)": the parties have been named.
            continue
        told |= {each.entity} if named else set()
        parties = [one.entity for one in named] if 1 <= len(named) <= MOST_PARTIES else []
        start, stop = max(sentence.span.start, each.span.start - NEAR), min(each.span.end + SOON, sentence.span.end)
        to_come = not named and _TO_COME.search(reading.text, max(sentence.span.start, start - NEAR), stop)
        if (
            not named
            and not to_come
            and "esolution" not in each.found.name
            and not _NAMES_TWO.match(reading.text, each.span.start, each.span.end)
            and (_SIGNS.search(reading.text, start, each.span.start) or _SIGNS.search(reading.text, each.span.end, stop))
            and not others_sign(reading, sentence, each)
            and not TO_SIGN.search(reading.text, start, each.span.start)
        ):
            parties = two(reading, sentence) or (partners_of(reading, sentence) if speaks_of_all(sentence.span.of(reading.text)) else [])
        sure = {one.entity for one in named}
        for party in list(dict.fromkeys(parties))[:MOST_PARTIES]:
            note = {} if party in sure else {"note": ("The sentence does not name the party; the countries of the article are meant.",)}
            yield Statement(each.entity, "party", party, sentence, each.span, qualifiers=note, plain=bool(named))
