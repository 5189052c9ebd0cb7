"""What lands are parts of: "Peru was part of the Andean Empire", "the Andean Federation, composed of A and B", "C was annexed to D"."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.reading import OWNED, Reading
from sourcebook.extract.facts.signs import BODY, DATE, PLACE, STATE
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORDS = words(
    "part parts component constituent republic province consisting consisted consists composed comprised comprises comprising compose incorporated"
    " annexed annexation incorporation integration integrated absorbed merged joined united federated federation confederation union make made formed"
)
_LAND = rf"[{STATE}{PLACE}]"
_WHOLE = rf"(?:what\s+(?:is|was)\s+(?:now|then)\s+)?(?:the\s+)?(?:(?:former|newly|independent|self-governing|territory\s+of|kingdom\s+of|empire\s+of)\s+)*(?:the\s+)?(?P<whole>{_LAND})"
_SIDE = r"(?:(?:north|south)?-?(?:eastern|western|east|west)|northern|southern|central)"
_A_PART = (
    rf"(?:(?:an?|the)\s+)?(?:(?:constituent|integral|component|autonomous|founding|former|inseparable|semi-autonomous|self-governing|{_SIDE})\s+)*"
    r"(?:(?:and\s+)?(?:part|component|(?:union\s+|constituent\s+|soviet\s+)republic|province|department|region)s?)"
)
_IS = r"(?:(?:is|are|was|were|be|became|become|remains?|remained|ha(?:s|ve|d)\s+(?:(?:previously|long|also)\s+)?been|form(?:s|ed)?|constituted?)\s+(?:(?:also|still|now|then|formally|once|previously|originally|administratively)\s+)*)"
_IS_PART = re.compile(rf"\b{_IS}{_A_PART}\s+of\s+{_WHOLE}")
_AS_PART = re.compile(rf"\bas\s+{_A_PART}(?<!s)\s+of\s+{_WHOLE}")
_FRONTED = re.compile(
    rf"\W*(?:(?:Formerly|Once|Previously|Originally|Still|Now|As|Being|Long)\s+)*{_A_PART}\s+of\s+{_WHOLE},\s+(?:the\s+)?(?=[{STATE}{PLACE}])"
)
_OF_WHICH = re.compile(
    rf"(?P<whole>{_LAND})(?:\s+\([^)]{{1,40}}\))?,?\s+of\s+which\s+(?:the\s+|present-day\s+|what\s+is\s+now\s+)?(?={_LAND})"
)
_FORMED_PART = re.compile(rf"\s+(?:then\s+|now\s+|also\s+|once\s+)*{_IS}{_A_PART}\b|\s+then\s+formed\s+{_A_PART}\b")
_INTO = re.compile(
    r"\b(?:(?:is|was|were|are|been|be|being)\s+)(?:(?:formally|later|then|also|initially|first|forcibly|fully|eventually|administratively)\s+)*"
    r"(?:incorporated|integrated|absorbed|merged|annexed|united|made|turned)\s+"
    rf"(?:in(?:to)?|to|by|with|{_A_PART}\s+of)\s+{_WHOLE}"
)
_PUT_INTO = re.compile(
    r"\b(?:incorporat(?:ed|es|ing)|integrat(?:ed|es|ing)|absorb(?:ed|s|ing)|merg(?:ed|es|ing)|made|mak(?:es|ing)|plac(?:ed|es|ing))\s+(?:the\s+|coastal\s+|all\s+(?:of\s+)?|most\s+of\s+)?(?="
    + _LAND
    + ")"
)
_PUTTING = re.compile(r"\b(?:[Ii]ncorporation|[Aa]nnexation|[Ii]ntegration|[Aa]bsorption)\s+of\s+(?:the\s+)?(?=" + _LAND + ")")
"""As in "the incorporation of Chile into the Empire in 1940"."""
_THERE = re.compile(rf"\s+(?:in(?:to)?|within|{_A_PART}\s+of)\s+{_WHOLE}")
_JOINED = re.compile(rf"\b(?:joined|acceded\s+to|entered)\s+(?:the\s+)?(?P<whole>{_LAND})")
_UNION = re.compile(r"\b(?:Empire|Republic|Federation|Confederation|Union|Kingdom|Commonwealth)\b")
_MADE_OF = re.compile(
    rf"(?P<whole>{_LAND})(?:\s+\([^)]{{1,60}}\))?(?:,?\s+which|,)?\s+(?:(?:is|was|were|are)\s+)?"
    r"(?:made\s+up\s+of|composed\s+of|compris(?:ed|es|ing)(?:\s+of)?|consist(?:s|ed|ing)\s+of"
    r"|(?:is|was|became)\s+an?\s+(?:[a-z]+\s+){0,3}(?:federation|confederation|union)\s+of)\s+"
    rf"(?:(?:the\s+)?(?:[\w-]+\s+){{0,3}}(?:regions|states|provinces|districts|islands|groups|republics|emirates|colonies|parts|territories|entities|counties|countries|lands|kingdoms|cantons)"
    r"(?:,|:|\s+of|\s+[–—-])?\s+)?(?:the\s+)?"
)
_COMPOSE = re.compile(
    rf"\b(?:regions|states|provinces|districts|islands|republics|emirates|colonies|territories|entities)\s+(?:that|which)\s+"
    rf"(?:composed?|form(?:ed)?|mak(?:e|ing)\s+up|made\s+up|constituted?)\s+(?:the\s+)?(?P<whole>[{STATE}{PLACE}{BODY}])(?:\s+\([^)]{{1,90}}\))?"
    r"(?:,|:|\s+(?:are|were)|\s+[–—-])\s+(?:the\s+(?:[a-z]+\s+|" + DATE + r"\s+){1,3}(?:as|of)\s+)?(?:the\s+)?"
)
_TO_FORM = re.compile(
    rf"(?:\s+in\s+{DATE})?\s+(?:to\s+(?:form|create|establish|become|make\s+up)|(?:in)?to|as(?:\s+one\s+of)?\s+{_A_PART}\s+(?:in|of)|as)\s+(?:an?\s+(?:[a-z-]+\s+){{1,4}}?(?:state|country|federation|union|kingdom),\s+)?(?:the\s+)?(?:new\s+)?(?P<whole>[{STATE}{PLACE}{BODY}])"
)
_MERGED = re.compile(r"\b(?:merged|united|federated|joined(?:\s+together)?)(?=\s+(?:to|in|into|as)\b)")
_WITH = re.compile(rf"\b(?:(?:joined|united|merged|federated|combined)\s+(?:together\s+)?with|joined)\s+(?:the\s+)?(?={_LAND})")
_NOT = re.compile(r"\b(?:not|never|no|neither|nor|longer|claims?|claimed|should|could|would|might|may|if)\b")
_HELD_TO_BE = re.compile(
    r"(?P<not>\b(?:unable|refus\w+|declin\w+|reluctant|without|not|never|n[’']t)\s+(?:to\s+)?)?"
    r"\b(?:recogni[sz]|acknowledg|accept|regard|consider|treat|view)\w*\s+(?P<whom>(?:(?!\bby\b)[^.;:,]){1,90})\Z"
)
"""Before what somebody holds a land to be: "recognised Bergen and Oslo"."""
NEAR = 40


@where(_WORDS)
def wholes(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Lands that are, or were, parts of larger ones; those of bodies are their members."""
    signs = signs_of(reading, sentence)
    if sum(each.found.type in {"place", "organization"} for each in signs.at.values()) < FEWEST:
        return
    for parts, whole, start, end in (*_told(reading, signs), *_put(signs), *_joining(signs), *_listed(signs)):
        if OWNED.match(reading.text, whole.span.end):
            # "as part of Norway's efforts"
            continue
        for each in parts:
            if each.found.type in {"place", "demonym"} and each.entity != whole.entity and whole.found.type != "demonym":
                focus = Span(min(signs.place(start), each.span.start), max(signs.place(end), each.span.end, whole.span.end))
                yield stated(each, "part_of", whole, sentence, focus)


FEWEST = 2
Parts = tuple[Iterable[Linked], Linked, int, int]


def _lands(signs: Signs, position: int) -> tuple[list[Linked], int]:
    """The places of a list that begins at a position, smaller ones too, and where it ends."""
    found: list[Linked] = []
    while (each := signs.at.get(position)) and signs.words[position] in (STATE, PLACE):
        found.append(each)
        end = position + 1
        joint = _NEXT.match(signs.words, end)
        if joint is None:
            return found, end
        position = joint.end()
    return found, position


_JOINT = r"(?:\s+\([^)]{1,40}\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?"
_NEXT = re.compile(rf"(?:{_JOINT}['‘]?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,2}})*{_JOINT}(?={_LAND})")
"""Past names that nothing knows."""


def _subject(signs: Signs, verb: int) -> list[Linked]:
    """The places that are the subject of a verb, or those right before an aside on them."""
    for at in signs.at:
        if at < verb and signs.words[at] in (STATE, PLACE):
            listed, end = _lands(signs, at)
            if _TO_VERB.fullmatch(signs.words, end, verb) and not _WITHIN.search(signs.words, at - NEAR, at):
                beside = _ALONG.match(signs.words, end)
                return [*listed, *(_lands(signs, beside.end())[0] if beside else ())]
    return []


_ALONG = re.compile(r",?\s+(?:along|together)\s+with\s+(?:the\s+)?(?=" + _LAND + ")")


_TO_VERB = re.compile(
    r"(?:\s+(?:protectorate|colony|region|province|territory))?(?:\s*\([^)]{1,60}\))?(?:\s+[–—](?=\s))?(?:\s+became\s[^,;.]{3,30}\s+and)?(?:,\s+(?:along|together)\s+with\s[^,;]{2,60},|,[^,;]{2,60},|,)?(?:\s+(?:which|that|and|it|was|were|had|has|have|then|also|now|once|still|previously|formerly|today|initially|originally|formally|later))*,?\s+"
)
_WITHIN = re.compile(
    r"(?:(?<!state )(?<!republic )(?<!kingdom )(?<!island )\bof|\b(?:in|from|to|with|by|for|at|between|against|than|over|on))\s+(?:the\s+)?\Z"
)


def _told(reading: Reading, signs: Signs) -> Iterator[Parts]:
    """After "A was part of B", "B, of which A formed a part", "A was annexed to B", "A joined the B Federation"."""
    text = signs.words
    for pattern in (_IS_PART, _AS_PART, _INTO, _JOINED):
        for found in pattern.finditer(text):
            whole = signs.at[found.start("whole")]
            if pattern is _JOINED and not _UNION.search(whole.span.of(reading.text)):
                continue
            parts = _subject(signs, found.start())
            if pattern is _AS_PART and not parts:
                first = signs.first()
                parts = [each for each in first.who if is_state(each)] if first and first.end < found.start() else []
            held = _HELD_TO_BE.search(text, 0, found.start()) if pattern is _AS_PART else None
            if held:
                # "without recognising Bergen either as part of Norway or": of whom nobody says so
                parts = (
                    []
                    if held["not"]
                    else [signs.at[at] for at in signs.at if held.start("whom") <= at < found.start() and text[at] in (STATE, PLACE)]
                )
            if parts and not _NOT.search(text, found.start() - NEAR, found.end()):
                yield parts, whole, found.start(), found.end()
    if fronted := _FRONTED.match(text):
        yield _lands(signs, fronted.end())[0], signs.at[fronted.start("whole")], 0, fronted.end()
    for found in _OF_WHICH.finditer(text) if "which" in signs.spoken else ():
        parts, end = _lands(signs, found.end())
        if _FORMED_PART.match(text, end):
            yield parts, signs.at[found.start("whole")], found.start(), end


def _put(signs: Signs) -> Iterator[Parts]:
    """After "made A part of B", "incorporated A into B"."""
    text = signs.words
    for found in _PUT_INTO.finditer(text):
        parts, end = _lands(signs, found.end())
        there = _THERE.match(text, end)
        if there and not _NOT.search(text, found.start() - NEAR, found.start()):
            yield parts, signs.at[there.start("whole")], found.start(), there.end()
    for found in _PUTTING.finditer(text) if not _NOUNS.isdisjoint(signs.spoken) else ():
        parts, end = _lands(signs, found.end())
        there = _THERE.match(text, end)
        if there and _WHEN.match(text, there.end()) and not _NOT.search(text, found.start() - NEAR, found.start()):
            yield parts, signs.at[there.start("whole")], found.start(), there.end()


_NOUNS = words("incorporation annexation integration absorption")
_WHEN = re.compile(rf"\s+(?:in|on|of)\s+{DATE}")


def _joining(signs: Signs) -> Iterator[Parts]:
    """After "A joined with B and C to form the Federation", "A joined B as one of its republics", "A and B merged to form it"."""
    text = signs.words
    for found in _WITH.finditer(text):
        others, end = _lands(signs, found.end())
        form = _TO_FORM.match(text, end)
        # "Chile joined Peru to form the Andean Pact": an alliance.
        if form and ("with" in found[0] or form[0].lstrip().startswith("as")):
            yield [*_subject(signs, found.start()), *others], signs.at[form.start("whole")], found.start(), form.end()
    for found in _MERGED.finditer(text):
        form = _TO_FORM.match(text, found.end())
        parts = _subject(signs, found.start()) if form else []
        if form and len(parts) >= FEWEST:
            yield parts, signs.at[form.start("whole")], found.start(), form.end()


def _listed(signs: Signs) -> Iterator[Parts]:
    """After "A, composed of B and C", "the states that form A are B and C"."""
    for pattern in (_MADE_OF, _COMPOSE):
        for found in pattern.finditer(signs.words):
            parts, end = _lands(signs, found.end())
            # "The Territory of the Andean Islands comprised": not the islands.
            named = _NAME_OF.search(signs.words, 0, found.start("whole"))
            whole = signs.at.get(named.start() if named else found.start("whole"))
            if whole and len(parts) >= FEWEST:
                yield parts, whole, found.start(), end


_NAME_OF = re.compile(rf"(?:[A-Z][a-z]+|{_LAND})\s+of\s+(?:the\s+)?\Z")
