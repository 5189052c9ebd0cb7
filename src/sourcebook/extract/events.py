"""Events that a noun names: conferences, talks, visits, campaigns, attacks, elections, conflicts."""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook.extract.document import Block, Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import heads
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_CAP = r"[A-Z][\w–-]*(?:\.[A-Z]\.?)*(?:-[A-Z][\w–-]*)?"
_NAMED = re.compile(
    rf"\b(?:World War (?:I{{1,2}}|One|Two)|(?:First|Second) World War|Cold War|(?:{_CAP}\s+){{0,2}}{_CAP}(?:[’']s)?\s+(?:[Cc]ivil [Ww]ar|[Ww]ar|[Cc]onflict|[Cc]risis|[Rr]evolution|Spring|[Uu]prising|[Ii]ntifada)(?!\w)"
    rf"|(?:Special\s+)?Military Operation\b|Operation:?\s+{_CAP}(?:\s+{_CAP})*|(?:{_CAP}[’']?\s+(?:and\s+(?={_CAP}\s))?){{1,6}}(?:(?:Mini-)?Summit|Conference|Forum|Olympics|Games|Talks|Exercise|Festival|Referendum|Elections?|Dialogue|Meeting|Ministerial|Expo|Fair|Consultations)(?=\s+(?:and\s+)?[a-z]|[.,;:)’']|\s+\(|\s+\d{{4}})(?:\s+\d{{4}})?"
    rf"|(?<=[Ee]xercise )(?:{_CAP}(?:[ -](?:\d{{2,4}}|{_CAP})){{0,3}})(?=\s+(?:[a-z]|\d)|[.,;)])|(?:{_CAP}\s+){{1,3}}(?:(?:naval|military|joint|bilateral|multinational|air)\s+)*(?:exercise|drills|war games)\b(?!s)"
    rf"|(?:Battle|Siege|Fall|Sack) of (?:the )?{_CAP}(?:\s{_CAP})*|(?:Hurricane|Cyclone|Typhoon|Storm)\s+{_CAP})"
)
_STRONG = (
    "business forum|economic forum|investment forum|trade forum|conference|summit|seminars?|symposium|workshop|ceremony|referendum|elections?|coup|ceasefire|truce|talks|negotiations|consultations|interview|drills|exercises|"
    "ministerial|inauguration|festival|exhibition|trade fair|anniversary|town halls?|protests|demonstrations|uprising|airstrikes?|air strikes?|civil war|genocide|massacre|peace process|earthquake|war games|military parade"
)
_WEAK = (
    "campaign|operations?|offensive|battle|fight|siege|liberation|fall|isolation|recapture|assault|advance|strikes?|attacks?|bombings?|explosion|massacre|meetings?|visits?|trip|"
    "dialogue|civil war|war|conflict|crisis|session|cyclone|storm|hurricane|clashes|fighting|bombardment|shelling|evacuation|crackdown|mutiny|insurgency|incursion|blockade|standoff|hostage crisis|consultations|briefing|tour|mission|invasion|annexation|shooting|raids?|kidnapping|assassination|delegation visit|congress|forum|opening"
)
_ADJECTIVE = (
    r"consultative|joint committee|joint commission|committee|commission|working-level|closed-door|face-to-face|emergency|preparatory|intergovernmental|wreath-laying|signing|precision|donors?[’']?|pledging|investment|hostage|barrel bomb|roadside bomb|gun|grenade|mortar|chemical weapons|gas|(?:intra|inter|pan)-[A-Z][\w]+|terrorist|terror|armed|aerial|drone|missile|rocket|cross-border|counter-terrorism|counterterrorism|humanitarian|relief|multinational|trilateral|special|inaugural|extraordinary|virtual|informal|precision|military|joint|bilateral|trilateral|peace|car bomb|suicide|suicide bomb|terrorist|chemical|civil|presidential|parliamentary|gubernatorial|general|annual|international|"
    "regional|ministerial|high-level|official|state|working|first|second|third|recent|last|naval|command post|anti-terrorist|opening|closing|press|summer|plenary|previous|upcoming|donor|security|ground|air|global|political|separate"
)
_STOP = r"(?:due|scheduled|slated|planned|held|set|including|in|at|by|on|that|which|who|was|were|is|are|has|have|had|will|would|with|as|against|near|and|or|but|during|from|after|before|since|while|when|where|took|said|through|into|also|remains?|continues?|began|ended)\b"
_NOUN = re.compile(
    rf"(?<!-)\b(?P<lead>(?:(?:{_ADJECTIVE}|{_CAP}(?:[’']s)?|\d{{4}}|\d{{1,3}}(?:st|nd|rd|th))\s+){{0,4}})(?:(?P<strong>(?i:{_STRONG}))|(?P<weak>{_WEAK}))\b(?!-)"
    rf"(?P<of>\s+(?:on|for|of|against|with|between)\s+(?:the\s+|an?\s+)?[\w’'-]+(?:\s+(?:and(?!\s+(?:the|an?|this|his|her|its|their|other|today|yesterday|last|first|second|also|then|to|in|on|of)\b)\s+|of\s+|the\s+|from\s+)?(?!{_STOP}|(?:to|this|these)\b)[\w’'-]+){{0,4}}"
    rf"|\s+to\s+(?!the\b|a\b|an\b|be\b|{_CAP})[a-z]+(?:\s+(?!{_STOP})[\w’'-]+){{0,7}})?"
)
_TAIL = re.compile(r"\s+(?:terrorists|militants|fighters|forces|positions|targets|members|insurgents|rebels|troops)\b")
_AFTERWARDS = re.compile(
    r"(?<=\w)\s+(?:next|last|this\s+(?:week|month|year|morning|afternoon)|yesterday|today|tomorrow|early|later?|earlier|again|recently|also|(?<=[A-Z]\w{3}\s)\w+ed|(?<=[A-Z]\w{4}\s)\w+ed|(?<=[A-Z]\w{5}\s)\w+ed)\b(?!\s+of\b)"
)
_AND_NEXT = re.compile(r"(?P<one>[\w’'-]+)\s+and\s+(?:the\s+)?(?P<other>\w+)")
_AND_PEOPLE = re.compile(r"\s+and\s+(\w+)\Z")
_TO_PLACE = re.compile(r"\s+to\s+(?:the\s+)?[A-Z][\w-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w-]+){0,3}")
_SOMEWHERE = re.compile(r"\s+(?:in|at|near)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z]")
_OPENS = re.compile(r"(?:The|In|At|During|After|On|This|That|An?)\s+")
_LEAD = re.compile(r"(?:(?:an?|the|another|recent|last|first|separate|other|upcoming|second|third|previous)\s+)", re.IGNORECASE)
_GOES_TO = re.compile(r"\s+(?:the\s+)?[A-Z]")
_VERB_LIKE = re.compile(r"(?:\bto|\bwill|\bwould|\bcould|\bcan|\bmay|\bmust|\bshould|n[’']t|\bnot|\bthey|\bwe|\bI|\bwho)\s+\Z")


_WORDS = heads(
    _STRONG,
    _WEAK,
    "war|cold|civil|conflict|crisis|revolution|spring|uprising|intifada|military|operation|summit|mini|conference|forum|olympics|games|talks|exercise|festival|referendum|election|dialogue|"
    "meeting|ministerial|expo|fair|consultations|battle|siege|fall|sack|hurricane|cyclone|typhoon|storm|drills|crises",
)


def events(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Events by their nouns; those of verbs are made from the facts."""
    text = document.text
    for sentence in document.sentences:
        if sentence.block is Block.HEADING and len(sentence.tokens) < 9:
            continue
        if sentence.words.isdisjoint(_WORDS):
            continue
        for found in _NAMED.finditer(text, sentence.span.start, sentence.span.end):
            start = found.start()
            while lead := _OPENS.match(text, start, found.end()):
                start = lead.end()
            words = " ".join(text[start : found.end()].split())
            if " and " in words:
                # "between Chile and Peru Summit": what "and" joins to a state or a people is no part of the name.
                first, rest = words.split(" and ", 1)
                if first.split()[-1] in gazetteer.names or first.split()[-1] in gazetteer.demonyms:
                    start = found.end() - len(rest)
                    words = " ".join(text[start : found.end()].split())
            if gazetteer.names.get(words) and gazetteer.names[words].type == "organization":
                continue
            if (len(words.split()) > 1 or text[:start].endswith("xercise ")) and not text[:start].endswith(("Law of ", "law of ")):
                yield Found(span=Span(start, found.end()), type="event", name=words, kind=_kind(words), priority=6)
        for found in _nouns(text, sentence):
            yield from _noun(document, found, gazetteer)


_HEADS = heads(_STRONG, _WEAK)
LONGEST_LEAD = 100
"""Code points of the words that lead the noun of an event."""


def _nouns(text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    """The matches of a noun with what leads and follows it. Nouns are rare: the words around them only are looked at."""
    at, end = sentence.span.start, sentence.span.end
    for token in sentence.tokens:
        if token.start < at or token.text.casefold() not in _HEADS:
            continue
        found = _NOUN.search(text, max(at, token.start - LONGEST_LEAD), end)
        if found is None:
            return
        at = found.end()
        yield found


def _noun(document: Document, found: re.Match[str], gazetteer: Gazetteer) -> Iterator[Found]:
    text = document.text
    start, end = found.start(), found.end()
    if _VERB_LIKE.search(text, max(0, start - 10), start):
        return
    if found["of"] and found["of"].split()[0] in {"for", "with", "on"} and found["of"].split()[-1] in gazetteer.words["opening"]:
        end = found.start("of")
    struck = False
    if found["of"] and _kind(found["weak"] or found["strong"]) == "attack" and found["of"].split()[0] == "on":
        # Where it struck is told apart.
        end = found.start("of")
        struck = True
    if found["weak"] == "visits" and _GOES_TO.match(text, end):
        return
    journey = _TO_PLACE.match(text, end) if found["weak"] in {"visit", "trip", "tour"} else None
    end = journey.end() if journey else end
    if found["strong"] == "Interview":
        return
    first = text[start:end].split()[0]
    head = found.start("strong") if found["strong"] else found.start("weak")
    if (first in gazetteer.words["opening"] or first in gazetteer.words["institution"]) and start < head:
        start += len(re.match(r"\S+\s+", text[start:end])[0]) if re.match(r"\S+\s+", text[start:end]) else 0  # type: ignore[index]
    while lead := _LEAD.match(text, start, end):
        start = lead.end()
    if after := _AFTERWARDS.search(text, start, end):
        end = after.start()
    whole = end == found.end()
    end = _same_clause(text, found, end)
    trailing = _AND_PEOPLE.search(text[start:end])
    if trailing and trailing[1] in gazetteer.demonyms:
        end = start + trailing.start()
    words = " ".join(text[start:end].split())
    told = (found["of"] and whole) or journey
    modified = any(
        word.strip("’'s") in gazetteer.demonyms or word in gazetteer.names or word.isdigit() or word[:1].isupper()
        for word in found["lead"].split()
        if word not in gazetteer.words["opening"] and len(word) > 1
    ) or re.search(
        r"consultative|committee|commission|working-level|intergovernmental|emergency|precision|car bomb|suicide|joint|bilateral|trilateral|peace|presidential|parliamentary|gubernatorial|ministerial|chemical|terror|deadly|armed|aerial|drone|missile|rocket|multinational|inaugural|extraordinary|official|plenary",
        found["lead"],
    )
    somewhere = struck or (found["weak"] in _VIOLENT and not told and _SOMEWHERE.match(text, end))
    if found["weak"] and not somewhere and not _particular(found, told=bool(told), modified=bool(modified)):
        return
    if words:
        yield Found(span=Span(start, end), type="event", name=words[:1].upper() + words[1:], kind=_kind(words), priority=3)


def _same_clause(text: str, found: re.Match[str], end: int) -> int:
    """Where an event's words end before "and" leads to another clause: "the visit of Minister Wang and accelerate"."""
    for joint in _AND_NEXT.finditer(text, found.start("of"), end) if found["of"] else ():
        one, other = joint.group("one", "other")
        if other[0].islower() and (one[0].isupper() or other.endswith("ed") or other in _DOING):
            return joint.end("one")
    return end


_DOING = words_of(
    "accelerate agree begin boost build call continue deepen develop discuss enhance expand explore hold improve increase launch make promote sign start strengthen take urge welcome work"
)
"""Verbs that "and" leads to after a noun."""
_OF_OFFICES = re.compile(
    r"\s+(?:of|between|with)\s+(?:the\s+)?(?:[a-z]+\s+){1,3}(?:ministers|leaders|heads|chiefs|presidents|experts|officials|ambassadors|commanders|directors|secretaries)\b"
)
"""Whose meeting it is: "of defence ministers"."""


def _particular(found: re.Match[str], *, told: bool, modified: bool) -> bool:
    """Whether a common noun's own phrase says which event is meant: a modifier, or what it was of, to or against."""
    if modified:
        return True
    of = found["of"] or ""
    named = bool(re.search(r"[A-Z]", of)) or bool(_OF_OFFICES.match(of)) or of.split()[:1] == ["to"] or found["weak"] in _VIOLENT
    return told and (named or not of)


_VIOLENT = frozenset(
    [
        "attack",
        "attacks",
        "bombing",
        "bombings",
        "explosion",
        "shooting",
        "clashes",
        "fighting",
        "strike",
        "strikes",
        "conflict",
        "war",
        "siege",
        "offensive",
        "massacre",
        "crisis",
    ]
)


def snapped(found: Iterable[Found], text: str) -> list[Found]:
    """Events that end within a name end where the name does: "talks with the Shanghai" of the Shanghai Cooperation Organisation."""
    mentions = list(found)
    names = sorted((each.span.start, each.span.end) for each in mentions if each.type in {"organization", "place", "person", "agreement"})
    starts = [start for start, _ in names]
    out = []
    for each in mentions:
        if each.type == "event":
            at = bisect.bisect_left(starts, each.span.end) - 1
            cut = at >= 0 and each.span.start < names[at][0] < each.span.end < names[at][1]
            end = names[at][1] if cut else each.span.end
            further = _TAIL.match(text, end) if at >= 0 and names[at][1] == end and names[at][0] > each.span.start else None
            end = further.end() if further else end
            if end != each.span.end:
                words = " ".join(text[each.span.start : end].split())
                out.append(replace(each, span=Span(each.span.start, end), name=words[:1].upper() + words[1:]))
                continue
        out.append(each)
    return out


def _kind(words: str) -> str:
    low = words.casefold()
    kinds = {
        "meeting": ("meeting", "talks", "consultations", "negotiations", "dialogue"),
        "visit": ("visit", "trip"),
        "conference": ("conference", "symposium", "workshop"),
        "conflict": ("war", "conflict", "operation", "offensive", "campaign", "battle", "siege", "fight"),
        "attack": ("attack", "bombing", "explosion", "strike", "raid", "massacre"),
        "exercise": ("exercise", "drill", "seminar"),
    }
    for kind, cues in kinds.items():
        if any(each in low for each in cues):
            return kind
    return next((each for each in ("summit", "session", "ceremony", "election", "referendum", "forum") if each in low), "other")
