"""Events that a noun names: conferences, talks, visits, campaigns, attacks, elections, conflicts."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Document, Sentence, Token, folded, matches, within
from sourcebook.extract.events.borders import BARE, STRUCK, WITH_GOAL, begin, journeys_end, topic_end, widened
from sourcebook.extract.events.names import BY_NOUN, WITH_OTHER
from sourcebook.extract.events.predicates import before_verb, is_manner
from sourcebook.extract.events.telling import BY_WHOM, GOES_TO, SOMEWHERE, is_agreed_on, is_held, is_no_event, is_told, leads_another
from sourcebook.extract.events.words import (
    ACTED,
    ADJECTIVE,
    HEADLINE,
    HELD_FOR,
    LED_NOUN,
    MISSION,
    NAMED,
    NOUN,
    NUMBERED,
    OF_HISTORY,
    STRONG,
    TWO_EVENTS,
    VIOLENT,
    WEAK,
    beginnings,
    naming,
)
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import MONTH, WEEKDAY, heads, phrases
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_AFTERWARDS = re.compile(
    r"(?<=\w)\s+(?:next|last|this\s+(?:week|month|year|morning|afternoon)|yesterday|today|tomorrow|early|later?|earlier|again|recently|also|(?<=[A-Z]\w{3}\s)\w+ed|(?<=[A-Z]\w{4}\s)\w+ed|(?<=[A-Z]\w{5}\s)\w+ed)\b(?!\s+of\b)"
)
_AND_NEXT = re.compile(r"(?P<one>[\w’'-]+)\s+and\s+(?:the\s+)?(?=(?P<other>\w+))")
_NOUN_NEXT = re.compile(r"\s+(?!(?:and|or|in|on|over|at|for|to|that|which|is|was|were|are|has|have|had|will|would)\b)[a-z]")
_AND_PEOPLE = re.compile(r"\s+and\s+(\w+)\Z")
_BY = re.compile(
    r"\s+by\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z][\w’'-]+(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?[A-Z][\w-]+){0,6}|\s+in\s+(?:[A-Z][a-z]+\s+)?\d{4}\b"
)
_OWNER = re.compile(r"[A-Z][\w.-]*[’']s\s+(?=[a-z]+\b)")
_OPENS = re.compile(
    r"(?:The|In|At|During|After|On|This|That|An?|Like|Unlike|Despite|Before|Since|With|Without|Just|Even|Though|Although|While|When|If|And|But|As|Because|From"
    r"|Under|Amid|Until|Given|Besides|Following|Not|Only)\s+"
)
_CUP = re.compile(r"(?:Prix|Cup|Championships?|Bowl|[Ff]inals?)\Z")
_WORDS = heads(
    STRONG,
    WEAK,
    "war|wars|cold|civil|conflict|crisis|revolution|spring|uprising|intifada|rebellion|revolt|insurrection|incident|affair|purchase|depression|military|operation|summit|mini|conference|forum|olympics|games|talks|exercise|mission|enhanced|festival|referendum|election|dialogue"
    "|insurgency|conquest|prix|cup|championship|bowl|process|session|round|meeting|ministerial|expo|fair|consultation|consultations|battle|siege|fall|sack|hurricane|cyclone|typhoon|storm|drills|crises|challenge|marathon|rally|regatta|derby|masters|playoffs|finals|council|synod|diet|convention",
)


def events(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Events by their nouns; those of verbs are made from the facts."""
    text, named, nouns = document.text, naming(document), document.where_so(_HEADS_IN_ANY_CASE)
    begins = beginnings(document)
    for sentence in document.holding(_ANY):
        if sentence.block is HEADING and len(sentence.tokens) < 9:
            continue
        called = within(named, sentence.span) and _may_be_named(sentence)
        if called or not sentence.words.isdisjoint(_MISSION_WORDS):
            yield from (widened(document, each, gazetteer) for each in _named(text, sentence, within(begins, sentence.span), gazetteer))
        for found in _nouns(text, sentence, within(nouns, sentence.span)):
            yield from (widened(document, each, gazetteer) for each in _noun(document, found, gazetteer))


_MISSION_WORDS = frozenset(["mission", "presence", "expedition", "sts", "cop", *(f"cop{number}" for number in range(1, 41))])
_ANY = _WORDS | _MISSION_WORDS


def _may_be_named(sentence: Sentence) -> bool:
    """Whether a word of events stands beside a capital letter: without one it is in no name."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if token.text.casefold() not in _WORDS:
            continue
        if token.capital or any(each.capital or each.text in _JOINTS for each in tokens[max(0, number - 1) : number + 2]):
            return True
    return False


def _named(text: str, sentence: Sentence, begins: list[int], gazetteer: Gazetteer) -> Iterator[Found]:
    """Events by names of their own: "Operation Dawn", "the Lima Summit"."""
    more = not sentence.words.isdisjoint(_MISSION_WORDS)
    missions = MISSION.finditer(text, sentence.span.start, sentence.span.end) if more else ()
    for found in (*missions, *matches(NAMED, text, begins, sentence.span.end)):
        start, end = found.span()
        if OF_HISTORY.match(found[0]):
            yield Found(span=Span(start, end), type="event", name=" ".join(found[0].split()), kind="conference", priority=7)
            continue
        # "Their first World Cup": the Cup.
        numbered = None if _CUP.search(found[0]) else NUMBERED.search(text, sentence.span.start, start)
        start = numbered.start() if numbered else start
        while (
            lead := _OPENS.match(text, start, found.end())
            or HEADLINE.match(text, start, found.end())
            or _OWNER.match(text, start, found.end())
            or _BODY_OF.match(text, start, found.end())
        ):
            start = lead.end()
        words = " ".join(text[start : found.end()].split())
        if " and " in words and not words.endswith(" War"):
            # "between Chile and Peru Summit": what "and" joins to a state or a people is no part of the name.
            first, rest = words.split(" and ", 1)
            if first.split()[-1] in gazetteer.names or first.split()[-1] in gazetteer.demonyms:
                start = found.end() - len(rest)
                words = " ".join(text[start : found.end()].split())
        if gazetteer.body(words) or leads_another(text, start, found.end()):
            continue
        two = TWO_EVENTS.search(text, start, found.end())
        if two:
            # "the Lima Summit and the Coast Guard Talks" are two.
            one = Span(start, two.end("one"))
            yield Found(span=one, type="event", name=" ".join(one.of(text).split()), kind=_kind(one.of(text)), priority=6)
            start = two.end()
            words = " ".join(text[start : found.end()].split())
        if " for " in words and (noun := LED_NOUN.match(text, found.end())):
            # "the Planning Conference for the Tradewinds exercise"
            end = noun.end()
            words += noun[0]
        several = len(words.split()) > 1 or words.startswith(("COP", "STS-")) or text.endswith("xercise ", 0, start)
        if several and not text.endswith(("Law of ", "law of "), 0, start) and not is_agreed_on(text, start):
            yield Found(span=Span(start, end), type="event", name=words, kind=_kind(words), priority=8 if end > found.end() else 6)


_HEADS = heads(STRONG, WEAK)
_HEADS_IN_ANY_CASE = folded(_HEADS)
MOST_LEAD = 12
"""Tokens of the words that lead the noun of an event."""
_LEADING = frozenset(re.findall(r"[a-z]{2,}", ADJECTIVE + "regional|ministerial"))
_JOINTS = frozenset("-–’'.s+")


def _nouns(text: str, sentence: Sentence, places: list[int]) -> Iterator[re.Match[str]]:
    """The matches of a noun with what leads and follows it. Nouns are rare: the words around them only are looked at."""
    at, end, tokens = sentence.span.start, sentence.span.end, sentence.tokens
    for place in places:
        number = bisect_right(tokens, place, key=_start) - 1
        if place < at or tokens[number].start != place or tokens[number].text.casefold() not in _HEADS:
            # A part of "U.S.Visit" is no noun.
            continue
        first = number
        while first and number - first < MOST_LEAD and tokens[first - 1].start >= at and _leads(tokens, first - 1):
            first -= 1
        for each in tokens[first : number + 1]:
            found = NOUN.match(text, each.start, end)
            if found:
                at = found.end()
                yield found
                break


_start = attrgetter("start")


def _leads(tokens: Sequence[Token], number: int) -> bool:
    """Whether a token may be one of the words that lead an event's noun."""
    token = tokens[number]
    word = token.text
    return (
        token.capital
        or word in _JOINTS
        or word.lower() in _LEADING
        or word[0].isdigit()
        or (tokens[number + 1].text == "-" and tokens[number + 1].start == token.end)
        or (number > 0 and tokens[number - 1].text == "-" and tokens[number - 1].end == token.start)
    )


def _noun(document: Document, found: re.Match[str], gazetteer: Gazetteer) -> Iterator[Found]:
    text = document.text
    noun_group = "strong" if found["strong"] else "weak"
    noun = found[noun_group]
    if is_no_event(text, found, noun, found.end(noun_group), gazetteer):
        return
    # Where an attack struck is told apart.
    on_people = _ON_PEOPLE.match(found["of"]) if found["of"] else None
    struck = (
        bool(found["of"])
        and found["of"].split()[0] == "on"
        and not on_people
        and (noun in _CALLS or (_kind(noun) == "attack" and not _NAMED.match(found["of"])))
    )
    aimed = bool(found["of"]) and bool(_TO_DO.match(found["of"])) and not _has_goal(text, found.start(), noun)
    loose = bool(found["of"]) and (
        aimed
        or noun == "swearing in"
        or (noun in ACTED and bool(_WITH_WHAT.match(found["of"])))
        or bool(_WITH_MANY.match(found["of"]))
        or is_manner(found["of"])
        or (noun.endswith(("election", "elections", "referendum")) and found["of"].startswith(" with "))
        or _leads_on(found, text, gazetteer)
        or bool(_WHEN.match(found["of"]))
        or ((noun in HELD_FOR or _kind(noun) == "attack") and found["of"].split()[0] == "for")
    )
    end = found.start("of") if struck or loose else found.end()
    if on_people and _LOWER_NEXT.match(text, found.start("of") + on_people.end()):
        end = found.start("of") + on_people.end()
    if noun == "visits" and GOES_TO.match(text, end):
        return
    journey = journeys_end(text, end, gazetteer) if noun in _LEADING_TO else end
    guest = _BY.match(text, end) if noun in {"visit", "trip", "tour"} and journey == end else None
    gone, end = journey > end, journey
    start = begin(document, found, gazetteer)
    if noun.casefold() in _PLAIN and text.startswith(noun, start) and not found["of"] and not is_held(text, noun, end):
        return
    if after := _AFTERWARDS.search(text, found.end(noun_group), end):
        end = after.start()
    if found["of"]:
        end = _of_two(text, found, start, end)
        end = start + len(_DANGLING.sub("", text[start:end])) if end == found.end() else end
        end = before_verb(text, found, end, gazetteer)
        if end == found.end() and found["of"].split()[0] in {"on", "for", "to"}:
            end = topic_end(text, end, document.sentence_of(start).span.end)
    told = bool((found["of"] and end > found.end(noun_group) + len(_FIRST_OF_WORDS.match(found["of"])[0])) or gone)  # type: ignore[index]
    end = _same_clause(text, found, end)
    trailing = _AND_PEOPLE.search(text[start:end])
    both = found["of"] and found["of"].startswith(" between") and not _NOUN_NEXT.match(text, end)
    if trailing and trailing[1] in gazetteer.demonyms and not both:
        end = start + trailing.start()
    dated = loose and _kind(noun) == "attack" and text.startswith(" on ", end)
    somewhere = struck or dated or (found["weak"] in VIOLENT and not told and (SOMEWHERE.match(text, end) or BY_WHOM.match(text, end)))
    known = (
        somewhere
        or guest
        or _OF_A_BODY.search(text, start - SHORT, start)
        or _particular(found, told=told, modified=_modified(found["lead"], noun, gazetteer))
    )
    if found["weak"] and not known:
        # "the visit", "a wide-ranging meeting": which one it is, other words tell.
        last = found.end(noun_group)
        if (noun not in BARE and noun not in STRUCK) or not is_told(text, noun, start, last):
            return
        # "a meeting on port security" says itself what it was about.
        end = end if not loose and text.startswith(" on ", last) else last
    words = " ".join([*text[start:end].split(), *(guest[0].split() if guest else [])])
    if words:
        yield Found(span=Span(start, end), type="event", name=words[:1].upper() + words[1:], kind=_kind(words), priority=BY_NOUN)


SHORT = 16
_OF_A_BODY = re.compile(r"[A-Z]\w+\s+\([A-Z][\w&-]{1,9}\)\s+\Z")
"""Before the meeting of a body whose short name stands there: "the Joint Economic Committee (JEC) meeting"."""
_TELLING = re.compile(
    r"2\+2|consultative|committee|commission|council|cabinet|board|(?:anti|pro)-[a-z]|retaliatory|reprisal|working-level|intergovernmental|emergency|precision|car bomb|suicide|joint|bilateral|trilateral|peace|\bcar\b|\btruck\b|presidential|parliamentary|legislative|mayoral|provincial|gubernatorial|ministerial|chemical|terror|deadly|armed|aerial|drone|missile|rocket|multinational|inaugural|extraordinary|official|plenary|fact-finding|ministers|leaders|border|second|third|fourth|fifth|naval|overseas|guerrilla|hybrid|luncheon|-(?:year|nation|day|party)\b"
)
_TELLING_OF = {
    "crisis": re.compile(r"\b(?:financial|economic|banking|political|humanitarian)\b"),
    "pandemic": re.compile(r"\bcoronavirus\b"),
    "intervention": re.compile(r"\bmilitary\b"),
    "missions": re.compile(r"\b(?:peacekeeping|combat|rescue)\b"),
    "tests": re.compile(r"\bnuclear\b"),
}
"""What says of some nouns which event is meant, and of others not."""


def _has_goal(text: str, start: int, noun: str) -> bool:
    """Whether what an event is to do is told with it: of "They were fighting to survive" no event is."""
    return noun.casefold() in WITH_GOAL and (noun != "fighting" or text.endswith(("the ", "The "), 0, start))


def _modified(lead: str, noun: str, gazetteer: Gazetteer) -> bool:
    """Whether the words before an event's noun say which it is: a name, a number, a telling adjective."""
    named = any(
        word.strip("’'s") in gazetteer.demonyms or word in gazetteer.names or word.isdigit() or word[:1].isupper()
        for word in lead.split()
        if word not in gazetteer.words["opening"] and len(word) > 1
    )
    return named or bool(_TELLING.search(lead)) or (noun in _TELLING_OF and bool(_TELLING_OF[noun].search(lead)))


_NAMED = re.compile(r"\s+on\s+(?!(?:north|south|east|west)(?:ern)?\b|central\b)[^.;,]*[A-Z]")
"""Whom or what an attack by name struck; of "southern Chile" the place is told apart."""
_ON_PEOPLE = re.compile(
    r"\s+on\s+(?:the\s+)?(?:[\w.-]+\s+){0,3}?(?:peacekeepers?|forces|troops|soldiers|civilians|people|convoys?|protesters|police|personnel|workers|activists|journalists|organi[sz]ations?|schools|hospitals|groups?|insurgents|fighters|militants|rebels|positions|targets|ships|shipping|vessels|infrastructure|facilities)\b"
)
"""Whom an attack struck, other than where."""
_BODY_OF = re.compile(
    r"(?!(?:\S+\s+){0,4}?(?:Session|Meeting|Summit|Conference|Dialogue|Ministerial)\s+of\s)(?:\S+\s+){0,5}?(?:Group|Committee|Council|Commission|Force|Secretariat|Board|Bureau)\s+of\s+(?:the\s+)?"
)
_LOWER_NEXT = re.compile(r"\s+[a-z]")
_FIRST_OF_WORDS = re.compile(r"\s*\S+")
_TO_DO = re.compile(
    r"\s+to\s+(?!(?:his|her|its|their|our|my|your|this|that|these|both|several|many|various|two|three|four|five|six|seven|eight|nine|ten|neighbou?ring|other)\b)"
)
_WITH_WHAT = re.compile(r"\s+with\s+(?:the\s+|an?\s+)?[a-z]")
"""With what somebody attacks, which no name of the attack tells: "its offensive with the capture of a town"."""
_WITH_MANY = re.compile(r"\s+with\s+(?:an?\s+)?(?:[a-z]+\s+){0,2}\d")
"""As in "won the election with 48.7% of the vote"."""
_CALLS = frozenset(["courtesy call", "courtesy calls", "courtesy visit", "visit", "visits", "trip", "tour"])
"""Nouns after which "on" is told apart: on whom, or about what, somebody went."""
_PLAIN = frozenset(["exercises", "drills", "protests", "rallies", "demonstrations", "elections", "seminars"])
"""Nouns that tell of no event in particular unless something leads or follows them."""
_LEADING_TO = frozenset(["visit", "visits", "trip", "tour", "deployment", "mission", "expedition", "pilgrimage"])
"""What goes to a place."""
_WHEN = re.compile(
    rf"\s+(?:on|for|of|in|over)\s+(?:the\s+)?(?:{WEEKDAY}|{MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s|\d|day\b|week\b|year\b|month\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|some|another)\s+(?:more\s+)?(?:days|weeks|months|years|hours|decades|day|week|month|year)\b|condition\b|first\s+time|years\b|months\b|weeks\b|days\b|hours\b|decades\b|centuries\b|generations\b|ages\b|an?\s+extended|(?:recent|past|last|previous|coming|these)\s+(?:days|weeks|months|years|hours|decades)\b)"
)
"""When it was, which is told apart: "elections on May 5"."""
_DANGLING = re.compile(r"(?:\s+(?:of|the|and|from|between|with))+\Z")


_COUNTERPARTS = re.compile(r"(?:\.[A-Z]\.?)*(?:,?\s+(?:and\s+)?[A-Z][\w.]*\w\.?)*\s+counterparts?\b")


def _of_two(text: str, found: re.Match[str], start: int, end: int) -> int:
    """Where an event of two ends: with the second; an anniversary of relations before who has them."""
    with_all = _COUNTERPARTS.match(text, end) if found["of"].split()[0] == "with" and end >= found.end() else None
    if with_all:
        return with_all.end()
    if found["of"].split()[0] == "between":
        other = WITH_OTHER.match(text, end) if " and " not in text[found.start("of") : end] else None
        return other.end() if other and end == found.end() else end
    two = text.find(" between ", found.start("of"), end)
    return two if two > start else end


def _leads_on(found: re.Match[str], text: str, gazetteer: Gazetteer) -> bool:
    """Whether what follows an event is cut where it is no goal: "talks on Then …", "dialogue to find a swift, lasting way"."""
    words = found["of"].split()
    return (words[0] in {"for", "with", "on"} and words[-1] in gazetteer.words["opening"]) or (
        words[0] == "to" and text.startswith(",", found.end()) and bool(re.search(r"\b(?:an?|the)\s+\w+\Z", found["of"]))
    )


def _same_clause(text: str, found: re.Match[str], end: int) -> int:
    """Where an event's words end before "and" leads to another clause: "the visit of Minister Wang and accelerate"."""
    for joint in _AND_NEXT.finditer(text, found.start("of"), end) if found["of"] and found["of"].split()[0] != "between" else ():
        one, other = joint.group("one", "other")
        if men := _AND_MEN.match(text, joint.end("one")):
            # "attacks on Afghan and coalition forces"
            end = max(end, men.end())
            continue
        if (
            _ANOTHERS.match(text, joint.end("one"))
            or (other[0].isupper() and found["strong"] == "anniversary" and _CLAUSE.match(text, joint.end("other")))
            or (other[0].islower() and (one[0].isupper() or other.endswith("ed") or other in _DOING))
        ):
            return joint.end("one")
    return end


_AND_MEN = re.compile(
    r"\s+and\s+(?:coalition|allied|foreign|international|multinational|security)\s+(?:security\s+)?(?:forces|troops|soldiers)\b"
)
_ANOTHERS = re.compile(r"\s+and\s+[A-Z][\w.-]*[’']s\s+(?!(?:[A-Z]|foreign|defen[cs]e|prime|interior|finance|[a-z]+\s+[Mm]inister)\b)[a-z]")
"""As in "the invasion of Peru and Chile’s decision"."""
_CLAUSE = re.compile(r"(?:\s+[A-Z]\w+)?\s+(?:will|would|has|had|have|is|was|were|are|said)\b")
_DOING = words_of(
    "accelerate agree begin boost build call continue deepen develop discuss enhance expand explore hold improve increase launch make promote sign start strengthen take urge welcome work"
)
"""Verbs that "and" leads to after a noun."""
_OF_OFFICES = re.compile(
    r"\s+(?:of|between|with)\s+(?:the\s+)?(?:[a-z]+[’']?\s+){1,4}(?:ministers|leaders|heads|chiefs|presidents|experts|officials|ambassadors|commanders|directors|secretaries)\b"
)
"""Whose meeting it is: "of defence ministers"."""


def _particular(found: re.Match[str], *, told: bool, modified: bool) -> bool:
    """Whether a common noun's own phrase says which event is meant: a modifier, or what it was of, to or against."""
    if modified:
        return True
    of = found["of"] or ""
    named = bool(re.search(r"[A-Z]", of)) or bool(_OF_OFFICES.match(of)) or of.split()[:1] == ["to"] or found["weak"] in VIOLENT
    return told and (named or not of)


_CUES = {
    "meeting": ("meeting", "talks", "consultations", "negotiations", "dialogue"),
    "visit": ("visit", "trip", " tour"),
    "conference": phrases("conference|symposium|workshop|seminar|webinar|colloquium| fair|exhibition| expo|panel discussion"),
    "conflict": ("war", "conflict", "operation", "offensive", "campaign", "battle", "siege", "fight"),
    "attack": ("attack", "bombing", "explosion", "blast", "strike", "raid", "massacre"),
    "exercise": ("exercise", "drill"),
}
"""Kinds of events by parts of the words that tell of them, the likeliest first."""
_CALLED_SO = ("summit", "session", "ceremony", "election", "referendum", "forum")
"""Kinds that are called as they are."""


@lru_cache(maxsize=1 << 12)
def _kind(words: str) -> str:
    low = f" {words.casefold()}"
    kind = next((kind for kind, cues in _CUES.items() if any(each in low for each in cues)), "")
    if not kind and " round" in low and "round table" not in low:
        return "session"
    return kind or next((each for each in _CALLED_SO if each in low), "other")
