"""States that recognise others, told by nouns and from the other's side; and relations that ended at a certain date."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.groups import Actors, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import DATE, FOLK, PLACE, STATE
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.facts.terms import ended
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORDS = words("recognised recognized recognition recognise recognize recognises recognizes recognising recognizing")
_ENDING = words("broke severed cut ended terminated revoked withdrew rescinded cancelled canceled broken")
_STATEHOOD = r"(?:(?:independence|sovereignty|statehood|republic|kingdom|state)\s+of\s+(?:the\s+)?)?"
_BY_SOME = rf"by\s+(?:the\s+)?(?:[^.;{STATE}]{{3,60}}?(?:,\s+|\s+)(?:including|among\s+them|such\s+as|notably|namely|like|led\s+by)\s+(?:the\s+)?)?(?=[{STATE}])"
_RECOGNISED_BY = re.compile(
    r"(?:(?:,\s+which)?\s+(?:is|was|has\s+been|had\s+been|were|are)|,)\s+(?:(?:not|now|also|only|formally|officially|diplomatically|first|widely)\s+)*"
    rf"recogni[sz]ed\s+(?:as\s+(?:independent|sovereign|an?\s+(?:[a-z-]+\s+){{0,3}}(?:state|country|nation))\s+)?(?:(?:only|solely)\s+)?{_BY_SOME}"
)
_ITS_RECOGNITION = re.compile(
    rf"(?:(?P<of>{STATE})[’']s?|(?P<folk>[{STATE}{FOLK}])(?=\s+(?:[a-z]+al\s+|full\s+|early\s+|de\s+\w+\s+)?[Rr]ecognition))\s+(?:(?:\w+|de\s+facto|de\s+jure)\s+){{0,2}}[Rr]ecognition\s+of\s+(?:the\s+)?{_STATEHOOD}"
    rf"(?=[{STATE}]|{PLACE}(?![’'])|{FOLK}\s+[Ii]ndependence\b)"
)
_GRANTED = re.compile(
    r"\b(?:extended|granted|accorded|gave|offered|announced)\s+(?:its\s+|their\s+)?(?:(?:diplomatic|formal|official|full|de\s+facto|de\s+jure)\s+)*"
    rf"recognition\s+(?:to|of)\s+(?:the\s+)?{_STATEHOOD}(?=[{STATE}])"
)
_OF_BY = re.compile(rf"\brecognition\s+of\s+(?:the\s+)?{_STATEHOOD}(?P<whom>{STATE})\s+{_BY_SOME}")
_FIRST_TO = re.compile(
    rf"\b(?:first|second|third|only|latest|last)\s+(?:[\w{FOLK}-]+\s+)?(?:country|state|nation|government)\s+to\s+(?:\w+ly\s+)?recogni[sz]e\s+(?:the\s+)?{_STATEHOOD}"
    rf"(?P<whom>{STATE})(?:\s+as\s+an?\s+[a-z ]{{3,30}})?\s+(?:was|is)\s+(?:the\s+)?(?=[{STATE}])"
)
_RECOGNISES = re.compile(
    r"(?<![-\w])(?:(?:already|diplomatically|politically)\s+)?(?:re-)?recogni[sz](?:es|ed|e|ing)(?:\s+and\s+(?:[a-z]+ly\s+)?established\s+(?:(?:full|formal|official)\s+)*diplomatic\s+relations\s+with)?\s+(?:only\s+|both\s+)?(?:an?\s+(?:[a-z]+,?\s+){1,3}|the\s+)?(?:(?:new|full|young|independent|provisional|interim|transitional|revolutionary|pre-?war|post-?war)\s+)*"
    rf"(?:(?:independence|sovereignty|statehood|establishment|existence)\s+(?:from\s+(?:the\s+)?{STATE}\s+)?of\s+(?:the\s+)?|government\s+in\s+|(?:[A-Z][a-z]+\s+){{1,2}}of\s+(?:the\s+)?)?"
    rf"(?P<whom>[{STATE}{PLACE}]|{FOLK}(?=\s+(?:[Gg]overnment|Republic|[Ff]ederation|independence|sovereignty(?!\s+over)|statehood|state)\b|\s+and\s+{STATE}))"
)
_AMONG_FIRST = re.compile(
    r"\s+(?:is|was|were|are|became|being|(?:having|has|have|had)\s+been)\s+(?:one\s+of\s+|among\s+)?(?:the\s+)?(?:very\s+)?"
    rf"(?:first|second|third|only|last|latest)\s+(?:[\w{FOLK}-]+\s+)?(?:(?:countr(?:y|ies)|states?|nations?|governments?)\s+)?(?:in\s+the\s+world\s+)?to\s+(?:[a-z]+ly\s+)?\Z"
)
"""As in "Norway was one of the first countries to recognise Chile"."""
_ITS_INDEPENDENCE = re.compile(r"(?<![-\w])recogni[sz](?:es|ed|e|ing)\s+its\s+(?:(?:new|full)\s+)?(?:independence|sovereignty|statehood)\b")
_NEXT = re.compile(rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?(?=[{STATE}{PLACE}])")
_MOVED_TO = re.compile(
    rf"\b(?:convinced|persuaded|led|induced|prompted|moved)\s+(?:the\s+)?(?P<who>{STATE})\s+to\s+(?:(?:formally|officially)\s+)?\Z"
)
"""As in "convinced Norway to recognise Chile"."""
_EACH_OTHER = re.compile(
    r"(?:\b(?:mutually|formally|officially|diplomatically)\s+)*\brecogni[sz](?:ed?|ing)\s+(?:each\s+other|one\s+another)\b"
)
_THE_TWO = re.compile(r",\s+(?:the\s+)?")
"""As in "after recognising each other, Norway and Chile"."""
_BETWEEN = re.compile(r"\brecognition\s+between\s+(?:the\s+)?")
_SWITCHED = re.compile(
    rf"\bswitch(?:ed|es|ing)?\s+(?:its\s+|their\s+)?(?:\w+\s+)?recognition\s+from\s+(?:the\s+)?{STATE}\s+to\s+(?:the\s+)?(?P<whom>{STATE})"
)
_SWITCHER = re.compile(rf"(?P<who>{STATE})\s+(?:(?:chose|decided|agreed|opted|had|has|then|later|to)\s+)*\Z")
_TIES_MADE = re.compile(
    rf"\b(?:severed|broke(?:\s+off)?|cut(?:\s+off)?|ended|ditched|dropped)\s+(?:(?:its|their|all|full|formal|official|diplomatic|longstanding|decades-old)\s+)*(?:relations|ties|links|recognition)\s+(?:with|of)\s+(?:the\s+)?{STATE}"
    rf"(?:\s+(?:in|on|last|this)\s+[\w{DATE} ]{{1,16}}?)?,?\s+(?:and|to)\s+(?:(?:instead|then|later|formally|officially)\s+)*(?:establish|open|forg|form|set\s+up|restor|recogni[sz])(?:ed|e)?\s+(?:(?:formal|full|official|diplomatic|new)\s+)*(?:relations|ties|links)\s+with\s+(?:the\s+)?(?P<whom>{STATE})"
    rf"|\bswitch(?:ed|es|ing)\s+(?:its\s+|their\s+)?(?:diplomatic\s+)?(?:relations|ties|allegiance)\s+from\s+(?:the\s+)?[{STATE}{PLACE}]\s+to\s+(?:the\s+)?(?P<other>{STATE})"
)
"""As in "Norway cut ties with Chile and established ties with Peru"."""
_ITS_BY = re.compile(rf"(?P<whom>{STATE})[’']s?\s+(?:\w+\s+){{0,2}}recognition\s+{_BY_SOME}")
_WITHDREW = re.compile(
    rf"\b(?:withdrew|revoked|rescinded|cancell?ed)\s+(?:its|their)\s+(?:\w+\s+)?recognition\s+of\s+(?:the\s+)?{_STATEHOOD}(?=[{STATE}])"
)
_BROKE_OFF = re.compile(
    r"\b(?:(?:broke(?:\s+off)?|cut(?:\s+off)?|ended|terminated)\s+(?:(?:its|their|all|full|formal)\s+)*diplomatic"
    r"|(?:severed|broke\s+off)(?:\s+(?:its|their|all|full|formal|diplomatic|official))*)\s+(?:relations|ties|links)\s+with\s+(?:the\s+)?(?=["
    + STATE
    + "])"
)
_WERE_BROKEN = re.compile(
    r"\b[Dd]iplomatic\s+(?:relations|ties|links)\s+between\s+(?:the\s+)?(?P<one>["
    + STATE
    + r"])\s+and\s+(?:the\s+)?(?P<other>["
    + STATE
    + "])"
    rf"\s+(?:were|had\s+been|have\s+been)\s+(?:severed|broken(?:\s+off)?|cut(?:\s+off)?|ended|terminated)\s+(?:in|on)\s+{DATE}"
)
_OWN = re.compile(
    r"[’']s?\s(?!(?:full\s+|new\s+)?(?:independence|sovereignty|statehood|right\s+to\s+exist)\b(?!\s+over\b))"
    r"|\s+as\s+(?:an?|the)\s+(?![“\"‘]?(?:sovereign|independent|separate|free|new)\b|(?:(?:only|sole|legal|legitimate|lawful|rightful|governmental)\s+)+(?:government|authority|representative)\b)"
    rf"|\s+and\s+{FOLK}\s+(?![Ii]ndependence\b)[a-z]"
)
"""After whom something of his is recognised: "Chile's recognition of Peru's claims", "recognised the French and Spanish protectorates"."""
_NOT = re.compile(
    r"\b(?:not|never|no|nor|refus\w+|without|lack\w*|before|if|unless|would|could|might|may|against|oppos\w+|threat\w*|prevent\w*|avoid\w*|block\w*|forestall\w*|withh[eo]ld\w*|delay\w*|s[eo](?:ek|ught)\w*|press(?:ed|ing)?\s+for)\b"
)
_NOT_UNTIL = re.compile(r"\b(?:did|do|does|was|were|is|had|has|have)(?:\s+not|n[’']t)\s[^.;]{0,160}?\buntil\b")
"""What has come about in the end: "Norway did not recognise Chile until 1834"."""
NEAR = 30


_THEN_TIES = re.compile(
    rf"[^.;:“”{STATE}]{{0,60}}?,?\s+(?:but|and|though|although|while)\s+(?:(?:only\s+)?(?:established|opened|forged|entered\s+into)\s+(?:(?:full|formal|official)\s+)*diplomatic\s+(?:relations|ties)\s+with\s+(?:it|them)\b"
    rf"|(?:(?:full|formal|official)\s+)*diplomatic\s+(?:relations|ties)\s+(?:were|had\s+been|have\s+been)\s+(?:only\s+|later\s+)?(?:established|opened|set\s+up)\b)(?:\s+(?:only\s+)?(?:(?:in|on)\s+)?(?P<when>{DATE}))?"
)
"""As in "Norway recognised Chile and established diplomatic relations with it in 1950"."""
_CAPITALS_TIED = re.compile(
    rf"(?<![,\w’-]\s)(?P<one>{PLACE})\s+and\s+(?P<other>{PLACE})\s+(?:(?:have|had|also|formally|officially|first|has)\s+)*(?:re-?)?(?:established|restored|resumed|forged|opened|maintain(?:ed)?|maintained|enjoy(?:ed)?)\s+"
    rf"(?:(?:full|formal|official|their)\s+)*diplomatic\s+(?:relations|ties)\b(?!\s+with\b)(?:\s+(?:(?:in|on|since)\s+)?(?P<when>{DATE}))?"
)
"""As in "Oslo and Santiago established diplomatic relations in 1950"."""


_TURNING = words("severed broke cut ended ditched dropped switched switches switching")


@where(_WORDS | _ENDING | _TURNING | words("diplomatic"))
def recognition(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States that are recognised by others, or that get "recognition"; and until when those were that have ended."""
    if not sentence.words.isdisjoint(_WORDS):
        yield from _recognised(signs_of(reading, sentence), sentence)
        yield from _directly(reading, signs_of(reading, sentence), sentence)
    if not sentence.words.isdisjoint(_TURNING):
        yield from _turned(signs_of(reading, sentence), sentence)
    if "diplomatic" in sentence.words:
        yield from _of_capitals(signs_of(reading, sentence), sentence)
        yield from _begun(reading, sentence)
    if not sentence.words.isdisjoint(_ENDING) and "date" in reading.kinds(sentence):
        yield from ended(reading, _broken_off(signs_of(reading, sentence), sentence))


def _recognised(signs: Signs, sentence: Sentence) -> Iterator[Statement]:
    text = signs.words
    for found in _RECOGNISED_BY.finditer(text):
        yield from _stated(signs, "recognized", signs.after(found), signs.up_to(found), found, sentence)
    for found in _ITS_RECOGNITION.finditer(text):
        one, other = (signs.at[max(found.start("of"), found.start("folk"))], signs.at[found.end()])
        whose, whom = Actors((one,), found.start(), found.end()), Actors((other,), found.end(), found.end() + 1)
        yield from _stated(signs, "recognized", whose, signs.after(found) or whom, found, sentence)
    for found in _GRANTED.finditer(text):
        yield from _stated(signs, "recognized", signs.doing(found), signs.after(found), found, sentence)
    for pattern in (_OF_BY, _FIRST_TO, _ITS_BY):
        for found in pattern.finditer(text):
            whom = Actors((signs.at[found.start("whom")],), found.start("whom"), found.end())
            yield from _stated(signs, "recognized", signs.after(found), whom, found, sentence)


def _turned(signs: Signs, sentence: Sentence) -> Iterator[Statement]:
    """The new relations of a state that has left those with another."""
    for found in _TIES_MADE.finditer(signs.words):
        who = signs.doing(found)
        at = max(found.start("whom"), found.start("other"))
        yield from _stated(signs, "diplomatic_relations", who, Actors((signs.at[at],), at, at + 1), found, sentence)


def _of_capitals(signs: Signs, sentence: Sentence) -> Iterator[Statement]:
    """The relations of two states for which their capitals stand."""
    for found in _CAPITALS_TIED.finditer(signs.words):
        one, other = signs.at[found.start("one")], signs.at[found.start("other")]
        if all(each.found.entry and each.found.entry.capital for each in (one, other)):
            yield replace(_fact(signs, "diplomatic_relations", one, other, found, sentence), qualifiers=_dated(signs, found))


def _begun(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The relations of the two of whom a text tells: "Norway recognised Chile. Diplomatic relations were established in 1950"."""
    if not _THEY_BEGAN.match(reading.text, sentence.span.start, sentence.span.end):
        return
    told = _recognised_before(reading, sentence)
    both = reading.main if len(reading.main) == TWO and (not told or told[0] in reading.main) else told
    if both and {each.entity for each in reading.inside(sentence.span, "place", "demonym") if is_state(each)} <= {*both}:
        when = dict(reading.when(sentence, sentence.span))
        yield Statement(both[0], "diplomatic_relations", both[1], sentence, sentence.span, qualifiers=when, plain=False)


def _recognised_before(reading: Reading, sentence: Sentence) -> list[str]:
    """Who recognised whom in the last sentences, if it is told of two alone."""
    pairs: dict[tuple[str, str], None] = {}
    for before in reading.document.sentences[max(0, sentence.number - LAST) : sentence.number]:
        if before.words.isdisjoint(_WORDS):
            continue
        states = [each for each in reading.inside(before.span, "place") if is_state(each)]
        for one, other in pairwise(states):
            if one.entity != other.entity and _DID.fullmatch(reading.text, one.span.end, other.span.start):
                pairs[one.entity, other.entity] = None
    return list(next(iter(pairs))) if len(pairs) == 1 else []


TWO = 2
LAST = 8
"""Sentences back in which it is told who recognised whom."""
_DID = re.compile(
    r"(?:\s+(?:formally|officially|first|had|has))*\s+recogni[sz]ed\s+(?:the\s+)?(?:(?:independence|sovereignty|government|[A-Z]\w+)\s+of\s+(?:the\s+)?)?"
)
_THEY_BEGAN = re.compile(
    r"(?:(?:Full|Formal|Official)\s+)?[Dd]iplomatic\s+relations\s+(?:and\s+(?:the|an?)\s+[^.;,]{5,70}?\s+)?(?:(?:were|was)\s+(?:[a-z]+ly\s+)?(?:established|opened|initiated)|began)\b"
)


def _dated(signs: Signs, found: re.Match[str]) -> dict[str, tuple[str, ...]]:
    date = signs.at[found.start("when")].found.value if found["when"] else ""
    return {"when": (date,)} if date else {}


def _it(reading: Reading, sentence: Sentence, verb: int) -> Actors | None:
    """The state that opens the sentence before "It recognised Chile", if it is one alone."""
    before = reading.document.sentences[sentence.number - 1] if sentence.number else None
    if verb > len("It formally ") or before is None or before.paragraph != sentence.paragraph:
        return None
    if not reading.text.startswith("It ", sentence.span.start):
        return None
    first = signs_of(reading, before).first()
    return first if first and len(first.who) == 1 and is_state(first.who[0]) else None


def _directly(reading: Reading, signs: Signs, sentence: Sentence) -> Iterator[Statement]:
    """After "Norway recognised the independence of Chile", "convinced Norway to recognise Chilean independence", "mutual recognition between A and B"."""
    text = signs.words
    for found in _RECOGNISES.finditer(text):
        whom, end = [signs.at[found.start("whom")]], found.start("whom") + 1
        while joint := _NEXT.match(text, end):
            whom.append(signs.at[joint.end()])
            end = joint.end() + 1
        moved = _MOVED_TO.search(text, 0, found.start())
        who = _who(signs, found.start()) or (moved and Actors((signs.at[moved.start("who")],), moved.start(), moved.end()))
        who = who or _it(reading, sentence, found.start())
        then = _THEN_TIES.match(text, end) if who and "diplomatic" in sentence.words else None
        if who and then and len(whom) == len(who.who) == 1:
            focus = _fact(signs, "diplomatic_relations", who.who[0], whom[0], then, sentence)
            yield replace(focus, qualifiers=_dated(signs, then))
        if who and not _OWN.match(text, end):
            for each in _stated(signs, "recognized", who, Actors(tuple(whom), found.start("whom"), end), found, sentence):
                yield replace(each, qualifiers=reading.when(sentence, each.focus))
    for found in _ITS_INDEPENDENCE.finditer(text):
        who, whose = _who(signs, found.start()), signs.first()
        if who and whose and len(whose.who) == 1 and whose.end < who.start:
            # "Chile is a friend, with Norway having been the first country to recognise its independence"
            yield from _stated(signs, "recognized", who, whose, found, sentence)
    for found in _EACH_OTHER.finditer(text):
        both = signs.doing(found) or signs.after(_THE_TWO.match(text, found.end()))
        yield from _stated(signs, "recognized", both, both, found, sentence)
    for found in _BETWEEN.finditer(text):
        both = signs.after(found)
        yield from _stated(signs, "recognized", both, both, found, sentence)
    for found in _SWITCHED.finditer(text):
        switcher = _SWITCHER.search(text, 0, found.start())
        if switcher:
            yield _fact(signs, "recognized", signs.at[switcher.start("who")], signs.at[found.start("whom")], found, sentence)


_LAND_OF = re.compile(
    rf"\b[Tt]he\s+(?:[a-z{PLACE}{STATE}{FOLK}-]+\s+){{0,4}}(?:nation|country|state|kingdom|republic|territory)\s+of\s+(?P<who>{STATE})\s+(?:(?:has|have|had|also|formally|officially|then|later)\s+)*\Z"
)
"""As in "the Pacific island nation of Tonga has recognised"."""
_ITS_POLICY = re.compile(
    rf"(?P<who>{STATE})[’']s?\s+(?:[a-z-]+,?\s+){{0,4}}(?:polic(?:y|ies)|decision|declaration|announcement|move|law|decree|resolution|note)\s+(?:of\s+|to\s+|on\s+)?(?:[a-z]+ly\s+)?\Z"
)
"""As in "Norway's long-standing policy of recognising"."""
_ASIDE = re.compile(
    rf"(?P<who>{STATE}),\s+(?:next\s+to|after|like|along\s+with|together\s+with|alongside|unlike|following|behind|despite)\s[^;.“”]{{3,60}},\Z"
)


def _who(signs: Signs, verb: int) -> Actors | None:
    """Who recognises."""
    first = _AMONG_FIRST.search(signs.words, verb - FAR, verb)
    found = signs.up_to(first)
    aside = _ASIDE.search(signs.words, 0, first.start()) if first and found is None else None
    if aside:
        return Actors((signs.at[aside.start("who")],), aside.start(), aside.end())
    land = (_LAND_OF.search(signs.words, 0, verb) or _ITS_POLICY.search(signs.words, 0, verb)) if found is None and first is None else None
    if land:
        return Actors((signs.at[land.start("who")],), land.start(), land.end())
    if found and len(found.who) > 1 and " and " not in signs.words[found.start : found.end]:
        # "After independence from Norway, Chile was": the last.
        return Actors(found.who[-1:], found.end - 1, found.end)
    # "After Norway's announcement, foreign governments began to recognise Chile": not Norway.
    return found or (None if _SOME_DO.search(signs.words, verb - FAR, verb) else signs.list_before(verb))


_SOME_DO = re.compile(
    r",\s+(?:(?!with\b|and\b|like\b)[a-z-]+\s+){0,3}(?:governments|countries|nations|states|powers)\s+(?:(?!and\b|or\b)[a-z]+\s+){0,4}\Z"
)


FAR = 120


def _broken_off(signs: Signs, sentence: Sentence) -> Iterator[Statement]:
    for name, pattern in (("recognized", _WITHDREW), ("diplomatic_relations", _BROKE_OFF)):
        for found in pattern.finditer(signs.words):
            yield from _stated(signs, name, signs.doing(found), signs.after(found), found, sentence)
    for found in _WERE_BROKEN.finditer(signs.words):
        one, other = signs.at[found.start("one")], signs.at[found.start("other")]
        yield _fact(signs, "diplomatic_relations", one, other, found, sentence)


def _stated(
    signs: Signs, name: str, who: Actors | None, whom: Actors | None, found: re.Match[str], sentence: Sentence
) -> Iterator[Statement]:
    if who is None or whom is None or _OWN.match(signs.words, whom.end) or signs.words.endswith(("’s", "'s"), 0, whom.end):
        return
    if _NOT.search(signs.words, found.start() - NEAR, found.end()) and not _NOT_UNTIL.search(signs.words, found.start() - NEAR):
        return
    others = signs.after(_AS_DID.search(signs.words, found.end()) if name == "recognized" else None)
    for one, other in product((*who.who, *(those(others))), whom.who):
        if is_state(one) and other.found.type in {"place", "demonym"} and one.entity != other.entity:
            yield _fact(signs, name, one, other, found, sentence)


_AS_DID = re.compile(
    r"(?:,|\s[–—])\s+(?:as|followed\s+by|and\s+so)\s+(?:(?:did|have|had|has)\s+)?(?:later\s+)?(?:the\s+)?(?=" + STATE + r")"
)
"""As in "Norway recognised Chile, as did Peru"."""


def _fact(signs: Signs, name: str, one: Linked, other: Linked, found: re.Match[str], sentence: Sentence) -> Statement:
    start = min(signs.place(found.start()), one.span.start, other.span.start)
    end = max(signs.place(found.end()), one.span.end, other.span.end)
    return stated(one, name, other, sentence, Span(start, end))
