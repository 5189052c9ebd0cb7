"""The parties of an agreement that its sentence names, wherever it names them."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.agreements.party_names import named_before, states_and_blocs, two_named
from sourcebook.extract.facts.agreements.right_before import body_doing, two_doing
from sourcebook.extract.facts.agreements.told_after import signed_by, signs_nothing, who_follows, with_whom_signed
from sourcebook.extract.facts.agreements.unsigned import BACKING, HOUSE, LATER_THAN
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked


def named_parties(reading: Reading, sentence: Sentence, agreement: Linked) -> list[Linked] | None:
    """The parties that the sentence names; [] if it names none, None if it speaks of others without their names."""
    text, span, end = reading.text, agreement.span, sentence.span.end
    inside = states_and_blocs(reading, span)
    if len(inside) == 2:
        return inside
    between = None if "esolution" in agreement.found.name else _BETWEEN_WHOM.match(text, span.end, end)
    listed = two_named(reading, between.end(), end) if between else []
    if listed:
        return listed
    if _NAMELESS.match(text, span.end, end) or LATER_THAN.search(text, sentence.span.start, span.start):
        return None
    clauses = [each.end() for each in _CLAUSE.finditer(text, sentence.span.start, span.start)]
    start = clauses[-1] if clauses else sentence.span.start
    before = named_before(reading, start, span.start)
    # "Chile's Ministry of Energy has signed": the ministry.
    before = [each for each in before if not reading.owns_body(each)] if len(before) == 1 else before
    joint = _WITH_WHOM.match(text, span.end, end)
    other = who_follows(reading, joint.end(), end) if joint else None
    verb = _made(text, start, span.start)
    if other and (_SOME_FIRMS.match(text, other.span.end, end) or signs_nothing(other)):
        # "with Chinese firms", "with Pacific neighbours": who they are is not said.
        return (body_doing(reading, start, verb.start()) if verb else []) or None
    if other:
        return with_whom_signed(reading, before, verb, other, start, span.start, end)
    if joint:
        return None
    doers = two_doing(reading, start, verb.start()) if verb else []
    if len(doers) == 2:
        return doers
    if before and verb and _FOR_SIGNING.match(text, before[-1].span.end, verb.end()):
        # "commended Chile for signing the treaty"
        return before[-1:]
    if signers := signed_by(reading, sentence, agreement):
        return signers
    if verb and before and _BROKERED.search(text, before[0].span.end, verb.start()):
        # "the Chadian leader brokered talks which led to the signing": not Chad's.
        return []
    if verb and len(before) == 2:
        return before
    own = verb if verb and _ADOPTED.match(verb[0]) and not BACKING.search(text, verb.end(), span.start) else None
    if own and (body := body_doing(reading, start, own.start())):
        # What a body adopts is its own, not what that is about; what a parliament approves is its country's.
        return body if "esolution" in agreement.found.name or not HOUSE.search(body[0].found.name) else None
    whole = named_before(reading, sentence.span.start, span.start)
    return whole if len(whole) == 2 and _made(text, whole[0].span.end, span.start) else []


def _made(text: str, start: int, pact: int) -> re.Match[str] | None:
    """What is done with an agreement before it; not in "to which Norway agreed, she talked of joining the Copper Pact"."""
    found = _MAKES.search(text, start, pact)
    return None if found is None or _ANEW.search(text, found.end(), pact) else found


_BETWEEN_WHOM = re.compile(
    r"(?:,\s+[A-Z]\w+,)?\s+(?:(?:\([^)]*\)\s+)?"
    r"(?:(?!to\b|relations\b|ties\b|was\b|were\b|is\b|are\b|has\b|have\b|said\b|which\b|that\b|after\b|during\b|signed\b|who\b)[\w’'&,-]+\s+){0,16}?"
    r")?(?:between|among)\s+"
)
"""After an agreement: " (MoU) on cooperation in science between"."""
_ALL_OF = r"(?:the|its|their|all|several|other)"
_NAMELESS = re.compile(
    rf"\s+(?:between|among|with)\s+(?:{_ALL_OF}\s+)*(?!{_ALL_OF}\s|sides|countries|nations|two (?:sides|countries|nations|states))[a-z]"
)
"""After an agreement with some who have no names: " with its neighbours"."""
_CLAUSE = re.compile(r";\s|,?\s+(?:while|but|whereas)\s|,\s+and\s")
_MAKES = re.compile(
    r"\b(?:(?:sign(?!if|al)|announc|approv|endors(?!ement)|ink|seal|conclud|initial|adopt|ratif|reach|agree(?!ment)|struck|penned)\w*+(?!\s+(?:the|its|their|his|her)\s+(?:fate|doom|future))|issu(?:ed|ing)\b)"
)
"""What its parties do with an agreement, before it: "Norway and Chile concluded a"."""
_WITH_WHOM = re.compile(
    r"(?:\s+\([^)]*\))?(?:\s+(?:on|in|for)\s+[^.;,]{1,60}?)?\s+with\s+(?:the\s+)?"
    r"(?:[A-Z]\w+[’']s\s+(?:[a-z-]+\s+){0,2}(?:region|territory|province|republic|enclave)\s+of\s+)?"
)
"""After an agreement: " on fishing with Norway's northern region of"."""
_ANEW = re.compile(r",\s+(?:s?he|it|they|we|you|I)\s+(?!(?:signed|concluded|reached|struck)\b)[a-z]+")
"""After a verb, before what somebody does of whom another clause tells."""
_SOME_FIRMS = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}(?:firms|companies|investors|businesses|banks|enterprises|operators|developers|manufacturers"
    r"|universities|institutions|unions|groups|partners|suppliers|producers)\b"
)
_FOR_SIGNING = re.compile(
    r"(?:[’']s)?(?:\s+(?:stakeholders|parties|leaders|government|authorities|factions|side))?"
    r"\s+(?:for|on)\s+(?:its\s+|having\s+)?(?:signing|concluding|ratifying)\b"
)
_BROKERED = re.compile(r"\b(?:brokered|mediated|facilitated|witnessed)\b")
_ADOPTED = re.compile(r"(?:adopt|approv|issu|endors)")
