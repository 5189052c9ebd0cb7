"""Which states have diplomatic relations, and who works with a body or closely with a state."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bonds.untrue import are_its_friends, is_over
from sourcebook.extract.facts.both import two
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.rows import row, row_to
from sourcebook.extract.facts.stated import around, stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_DEALINGS = words(
    "diplomatic relations ambassadors ties partner partners partnered partnering collaborates collaborated coordination collaboration "
    "engagement cooperation exchanges dialogue partnership work working works worked cooperate cooperates cooperated cooperating"
)


@where(_DEALINGS)
def relations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Diplomatic relations, and cooperation with an organization."""
    states = [
        each for each in reading.inside(sentence.span, "place") if is_state(each) and not reading.led(_END_OF, sentence, each.span.start)
    ]
    yield from _diplomatic(reading, sentence, states)
    yield from _joint_work(reading, sentence)


_END_OF = re.compile(r"\b(?:break-?up|collapse|fall|dissolution|disintegration|demise|end)\s+of\s+(?:the\s+)?(?:former\s+)?\Z")
"""Before a state that is no more: "ties were set up after the collapse of the Soviet Union"."""


def _diplomatic(reading: Reading, sentence: Sentence, states: list[Linked]) -> Iterator[Statement]:
    text, span = reading.text, sentence.span
    if sentence.words.isdisjoint(_TIED) or not _TIES.search(text, span.start, span.end):
        return
    at = span.start
    for joint in [*_CLAUSES.finditer(text, span.start, span.end), None]:
        stop = joint.start() if joint else span.end
        if stop > at:
            yield from _ties(reading, sentence, Span(at, stop), [each for each in states if at <= each.span.start < stop])
        at = joint.end() if joint else span.end


_CLAUSES = re.compile(r";\s+|,\s+(?:while|but|whereas)\s+")
_TIED = words("diplomatic relations ambassadors ties")


def _ties(reading: Reading, sentence: Sentence, span: Span, states: list[Linked]) -> Iterator[Statement]:
    """The relations that a clause tells of."""
    text = reading.text
    words = span.of(text)
    if not _TIES.search(words):
        return
    broken = _BROKEN.search(words)
    if len({each.entity for each in states}) < 2 and ("credentials" in sentence.words or _BETWEEN_BOTH.search(words)):
        # "They were established when Chilean envoy Ana Ruiz presented her credentials in Norway", "Building on 30 years of diplomatic relations, the Chilean and Peruvian delegations"
        states = [
            each
            for each in reading.inside(span, "place", "demonym")
            if is_state(each) and not reading.led(_END_OF, sentence, each.span.start)
        ]
    pair = list(dict.fromkeys(each.entity for each in states))
    both = two(reading, sentence) if not pair and not broken and _BOTH.search(words) else []
    if both:
        yield Statement(
            both[0], "diplomatic_relations", both[1], sentence, span, plain=False, qualifiers=_since(reading, sentence, words, span)
        )
    when = _since(reading, sentence, words, around(states[0], states[-1])) if states else {}
    for found in _TIES_WITH.finditer(text, span.start, span.end):
        others = and_further(states, found.end(), text)
        # "with Chile in 1975, and with neighboring Peru"
        more = _AND_WITH.match(text, others[-1].span.end, span.end) if others else None
        others += and_further(states, more.end(), text) if more else []
        end = found.end("how") if found["how"] else found.start()
        own = next((each for each in reversed(states) if each.span.end <= end), None)
        owns = list_before(text, [each for each in states if each.span.end <= end], own.span.end) if own else []
        # "Chile and Peru are pressed to cut economic and diplomatic ties with Norway"
        if owns and (len(pair) > 2 or len(others) > 1) and not _BROKEN.search(text, span.start, found.end()):
            yield from (
                stated(one, "diplomatic_relations", each, sentence, qualifiers=when)
                for one in owns
                for each in others
                if each.entity != one.entity
            )
    for found in _TIES_BETWEEN.finditer(text, span.start, span.end) if len(pair) > 2 and not broken else ():
        one = next((each for each in states if each.span.start == found.end()), None)
        further = _AND_THOSE_OF.match(text, one.span.end, span.end) if one else None
        others = and_further(states, further.end(), text) if further else []
        if one:
            yield from (
                stated(one, "diplomatic_relations", each, sentence, qualifiers=when) for each in others if each.entity != one.entity
            )
    if len(pair) == 2 and not broken:
        note = {} if _JOINS_THEM.search(words) else {"note": (_NOT_JOINED,)}
        other = states[-1] if states[-1].entity != pair[0] else states[1]
        yield stated(states[0], "diplomatic_relations", other, sentence, qualifiers={**when, **note})


_JOINS_THEM = re.compile(r"(?i)\b(?:with|between|and|both|each\s+other|recogni\w+|embass\w+|ambassador\w*|opened|credentials|to)\b|[–-]")
_NOT_JOINED = "The sentence names both, but does not say that the relations are theirs."


def _since(reading: Reading, sentence: Sentence, words: str, span: Span) -> dict[str, tuple[str, ...]]:
    """When relations began; an anniversary is of another day, unless the sentence says of which."""
    if _HELD_SINCE.search(words):
        dates = (each for each in reading.inside(sentence.span, "date") if reading.text.endswith(" since ", 0, each.span.start))
        first = next((each.found.value for each in dates), "")
        return {"from": (first,)} if first else {}
    begun = _WERE_BEGUN.search(words) or (_BEGUN.search(words) and "anniversary" not in sentence.words)
    return dict(reading.when(sentence, span)) if begun else {}


_BETWEEN_BOTH = re.compile(
    r"\b(?:years|decades|anniversary|centenary|establishment)\s+of\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?(?:[a-z]+\s+)?diplomatic\s+(?:relations|ties)"
    r"(?:\s+between\s+(?:the|our|their)\s+(?:two\s+)?(?:countries|nations|states|sides))?(?!\s+(?:between|with)\b)"
)
_HELD_SINCE = re.compile(
    r"\b(?:ha(?:s|ve|d)|enjoy(?:s|ed)?|maintain(?:s|ed)?)\b(?:(?!establish|first\s+time)[^.;,]){0,60}?\b(?:relations|ties)\b[^.;,]{0,40}?\ssince\s"
)
"""As in "have had diplomatic relations since 1976"."""
_WERE_BEGUN = re.compile(r"\b(?:was|were|had been)\s+(?:established|set up|restored)\b")


def and_further(states: list[Linked], start: int, text: str) -> list[Linked]:
    """The states of a list that begins at a position."""
    listed = [each for each in states if each.span.start >= start]
    return row(text, listed, _NEXT) if listed and listed[0].span.start == start else []


def list_before(text: str, states: list[Linked], verb: int) -> list[Linked]:
    """The states right before a verb, all that "and" or a comma joins."""
    return row_to(text, states, _NEXT) if states and _ADVERBS.fullmatch(text, states[-1].span.end, verb) else []


def _joint_work(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who cooperates with a body, or works closely with a state."""
    text, span = reading.text, sentence.span
    actors = [each for each in reading.inside(span, "place", "organization") if is_state(each) or is_bloc(each)]
    for other in reading.inside(span, "organization", "place") if actors else ():
        before = text[max(span.start, other.span.start - 60) : other.span.start]
        if (
            _AREA_OF.match(text, other.span.end, span.end)
            or are_its_friends(text, other.span.end)
            or reading.led(_FORBIDDEN, sentence, other.span.start, 100)
        ):
            continue
        before_it = [
            each
            for each in actors
            if text.rfind(";", span.start, other.span.start) < each.span.start < other.span.start
            and each.span.end <= other.span.start
            and each.entity != other.entity
            and not _SET_APART.fullmatch(text, span.start, each.span.start)
        ]
        owner = next((each for each in before_it if _OWN_WORK.fullmatch(text, each.span.end, other.span.start)), None)
        # "Peru, Norway and Chad (which works with Chile)": Chad alone.
        which = next((each for each in reversed(before_it) if _WHICH.match(text, each.span.end, other.span.start)), None)
        subject = owner or which or (before_it[0] if before_it else None)
        if subject and is_over(text, span.start, subject.span.start, other.span.end):
            continue
        with_body = other.found.type == "organization" and _ONLY_RELATIONS.search(before)
        if with_body and not _GOOD.search(text, max(span.start, other.span.start - 80), min(span.end, other.span.end + 40)):
            # "Norway's relations with the Union go back to 1990": of what kind is not said.
            continue
        led = _WITH if other.found.type == "organization" else _WORKS_WITH if is_state(other) else None
        if subject and led and led.search(before):
            yield stated(subject, "cooperates_with", other, sentence, plain=False)


_ONLY_RELATIONS = re.compile(r"\b(?:ties|relations)\s+with\s+(?:the\s+)?\Z")
_GOOD = re.compile(
    r"(?i)\b(?:friend|beneficial|strength|strong|deep|importan|expan|momentum|elevat|enhanc|advanc|pillar|close(?!ly|d|s)|support|allied|strategic|partner|constructive|prais|commend|excellent|good|robust|warm|economic|trade|military|co-?operat)"
)
_WHICH = re.compile(r"\s*[,(]\s*(?:which|who)\s+(?:also\s+)?(?:has|is|was|had|co|work)")
_SET_APART = re.compile(r"\W*(?:From|Unlike|Despite|Besides|Without)\s+(?:the\s+)?")
"""Before a state that opens a sentence on another: "From Chad to Togo, Chile's standing is high"."""
_OWN_WORK = re.compile(
    r"[’']s?\s+(?:[a-z-]+\s+){0,3}"
    r"(?:partnership|cooperation|engagement|ties|relations|dialogue|collaboration|coordination)\s+with\s+"
    r"(?:the\s+)?"
)
"""As in "Chile's partnership with the Union"."""
_WITH = re.compile(
    r"\b"
    r"(?:engagement\s+within|(?:engagement|cooperation|exchanges|ties|relations|dialogue|partnership|coordination|collaboration"
    r"|(?<!his )(?<!her )work(?:ing|s|ed)?(?: closely)?|(?:cooperat|collaborat)(?:e|es|ed|ing)(?: closely)?)\s+with"
    r"(?:\s+(?:[a-z]+\s+){0,2}(?:partners|organi[sz]ations|bodies)\s+(?:such\s+as|like|including))?"
    r"|partner(?:ing|s|ed)?\s+with|partner\s+(?:of|for))\s+(?:the\s+)?\Z"
)
_WORKS_WITH = re.compile(
    r"\b"
    r"(?:(?:cooperat|collaborat)(?:es|ed)(?: closely)?|works(?: closely)?|worked closely|(?:has|have) worked"
    r"|work(?:ing)?\s+closely"
    r"|(?:strategic|close|strong|enduring|long-?standing|deep|comprehensive)\s+(?:[a-z]+\s+)?"
    r"(?:partnership|cooperation))\s+with\s+(?:the\s+)?"
    r"(?:government(?:\s+and\s+(?:the\s+)?people)?\s+of\s+(?:the\s+)?)?\Z"
)
_FORBIDDEN = re.compile(
    r"\b"
    r"(?:no\s+longer|never|refus\w+|reject\w*|prohibit\w*|bans?|banned|embargo\w*|suspen\w+|halt\w*|ended|disrupt\w*|deteriorat\w*|worsen\w*"
    r"|sever(?:s|ed|ing)|froze\w*|breakdown|jeopardi[sz]\w*|ruptur\w*|strains?|strained|tensions?|rifts?|crisis)\b"
)
_AREA_OF = re.compile(r"(?:[’']s?)?\s+(?:area|region|theat(?:er|re))\b")
_NEXT = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")
_ADVERBS = re.compile(
    r"(?:\s+|\Z)(?:(?:also|already|formally|officially|first|then|now|both|all|has|have|had|jointly|later|recently|promptly|subsequently|only)\s+){0,3}"
)
_BEGUN = re.compile(
    r"\b(?:establish\w*|normali[sz]ed|upgraded|exchanged|began|back to|set up|entered into|restored|resumed|opened|since)\b"
)
_TIES_BETWEEN = re.compile(r"[Dd]iplomatic\s+(?:relations|ties)\s+between\s+(?:the\s+)?")
_AND_THOSE_OF = re.compile(r"\s+and\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:countries|states|nations|republics)\s+(?:of|:|–|-)\s+")
_TIES = re.compile(
    r"\b"
    r"(?:[Dd]iplomatic (?:relations|ties)"
    r"|(?:[Ff]oreign|[Bb]ilateral|[Oo]fficial) relations (?:exist|began|were established)(?= between)"
    r"|relations (?:at|to) (?:the )?(?:full )?(?:ambassador\w*|embassy)|(?:[Rr]elations|[Tt]ies) (?:between [^.;]{3,50} )?(?:date|go)(?:s|es|d)? back"
    r"|(?<!of )(?<!for )(?<!to )(?<!the )(?<!towards )(?<!with )(?:establish|restor|re-?establish|resum|open)ed (?:full |formal |official |bilateral )*(?:relations|ties)|(?<!of )(?<!for )(?<!to )(?<!the )(?<!towards )(?<!with )normali[sz]ed (?:their |its |full )?(?:bilateral )?(?:relations|ties)|exchanged? (?:of )?ambassadors)\b"
)
_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Oo]ur|[Tt]heir)\s+(?:two\s+)?(?:countries|sides|nations|states|peoples)\b"
    r"|\b(?:anniversary|years|decades|centenary)\s+of\s+(?:[a-z]+ing\s+|(?:the\s+)?(?:establishment|resumption)\s+of\s+)?(?:[a-z]+\s+){0,2}diplomatic\s+(?:relations|ties)(?!,?\s+(?:between|with))\b"
)
_BROKEN = re.compile(
    r"\b"
    r"(?:sever(?:s|ed|ing|ance)?|cut|cuts|broke|broken|suspend\w*|no|not|never|without|refus\w+"
    r"|(?:to|will|would|could|should|may|might)\s+(?:\w+\s+)?(?:resume|restore|re-?establish)|resumption"
    r"|restoration|if|unless|sour|downgrad\w*|normali[sz]ing|(?:push|pressure|calls?|hopes?|prospects?|talk|possibility|temptation|road|path|steps?|moves?|bid)\s+(?:for|of|to|towards?)\s+(?:the\s+|a\s+)?(?:full\s+)?(?:normali[sz]|restor|resum|re-?establish)\w*"
    r"|(?:might|could|would)\s+have\s+been|in\s+(?:tatters|ruins|shreds|question|doubt)|break-?down|rupture)\b"
)
_TIES_WITH = re.compile(
    r"(?:(?P<how>\w+\s+(?:\w+\s+)?)?[Dd]iplomatic\s+(?:relations|ties)|\b(?:(?:re-?)?(?:establish|restor|resum)|normali[sz]|open)ed\s+(?:(?:full|formal|official)\s+)?(?:relations|ties))"
    r"\s+with\s+(?:the\s+)?"
    r"(?:(?:[\w-]+\s+){1,3}(?:countries|states|nations),?\s+(?:including|such\s+as|like|among\s+them)\s+(?:the\s+)?)?"
)
_AND_WITH = re.compile(r"(?:\s+(?:in|on)\s+[\w ]{4,18})?,?\s+and\s+with\s+(?:the\s+|neighbou?ring\s+)?")
