"""Events that a noun names: conferences, talks, visits, campaigns, attacks, elections, conflicts."""

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Block, Document, Sentence, Token, within
from sourcebook.extract.event_words import ADJECTIVE, NAMED, NOUN, STOP, STRONG, WEAK, naming
from sourcebook.extract.found import OVER, Found, covered
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import heads
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_TAIL = re.compile(r"\s+(?:terrorists|militants|fighters|forces|positions|targets|members|insurgents|rebels|troops)\b")
_AFTERWARDS = re.compile(
    r"(?<=\w)\s+(?:next|last|this\s+(?:week|month|year|morning|afternoon)|yesterday|today|tomorrow|early|later?|earlier|again|recently|also|(?<=[A-Z]\w{3}\s)\w+ed|(?<=[A-Z]\w{4}\s)\w+ed|(?<=[A-Z]\w{5}\s)\w+ed)\b(?!\s+of\b)"
)
_AND_NEXT = re.compile(r"(?P<one>[\w’'-]+)\s+and\s+(?:the\s+)?(?P<other>\w+)")
_AND_PEOPLE = re.compile(r"\s+and\s+(\w+)\Z")
_TO_PLACE = re.compile(r"\s+to\s+(?:the\s+)?[A-Z][\w-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w-]+){0,3}")
_AND_PLACE = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?(?P<place>[A-Z][\w’'-]+(?:\s+[A-Z][\w-]+){0,2})")
_BY = re.compile(
    r"\s+by\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z][\w’'-]+(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?[A-Z][\w-]+){0,6}|\s+in\s+(?:[A-Z][a-z]+\s+)?\d{4}\b"
)
_SOMEWHERE = re.compile(r"\s+(?:in|at|near)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z]")
_OPENS = re.compile(r"(?:The|In|At|During|After|On|This|That|An?)\s+")
_LEAD = re.compile(
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day[’']s|an?|the|another|recent|last|first(?=\s+(?:joint|of)\b)|separate|other|upcoming|previous|annual|historic|forthcoming|planned|ongoing|latest|brief|surprise|unannounced|landmark|successful|productive)\s+)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural)\s\Z")
_GOES_TO = re.compile(r"\s+(?:the\s+)?[A-Z]")
_VERB_LIKE = re.compile(r"(?:\bto|\bwill|\bwould|\bcould|\bcan|\bmay|\bmust|\bshould|n[’']t|\bnot|\bthey|\bwe|\bI|\bwho|\bbase of)\s+\Z")


_WORDS = heads(
    STRONG,
    WEAK,
    "war|cold|civil|conflict|crisis|revolution|spring|uprising|intifada|military|operation|summit|mini|conference|forum|olympics|games|talks|exercise|festival|referendum|election|dialogue|"
    "process|session|round|meeting|ministerial|expo|fair|consultations|battle|siege|fall|sack|hurricane|cyclone|typhoon|storm|drills|crises",
)


def events(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Events by their nouns; those of verbs are made from the facts."""
    text, named = document.text, naming(document)
    for sentence in document.sentences:
        if sentence.block is Block.HEADING and len(sentence.tokens) < 9:
            continue
        if not sentence.words.isdisjoint(_MEET):
            for found in _MET_PEOPLE.finditer(text, sentence.span.start, sentence.span.end):
                whom = " ".join((found["who"] or found["one"] or found["what"]).split())
                name = f"Visit to {whom}" if found["what"] else f"Meeting with {whom}"
                yield Found(span=Span(*found.span()), type="event", name=name, kind="meeting", priority=BY_NOUN)
        if sentence.words.isdisjoint(_WORDS):
            continue
        for found in NAMED.finditer(text, sentence.span.start, sentence.span.end) if within(named, sentence.span) else ():
            start = found.start()
            numbered = _NUMBERED.search(text, sentence.span.start, start)
            start = numbered.start() if numbered else start
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


BY_NOUN = 3
"""The priority of events that a common noun or verb names."""
_MEET = frozenset(["met", "meet", "meets", "visit", "visited", "visiting", "visits"])
_MET_PEOPLE = re.compile(
    rf"\b(?:met|meets?)\s+with\s+(?:(?:the|his|her|their|its|other|several|many)\s+)?(?P<who>(?:(?!{STOP})[\w.’'-]+\s+(?:and\s+(?=[a-z]+\s))?){{0,4}}"
    r"(?:officials|leaders|representatives|employees|ministers|executives|delegations|counterparts|troops|soldiers|members|officers|commanders|students|activists|experts|lawmakers|parliamentarians|journalists|businessmen|entrepreneurs|diplomats|groups|organi[sz]ations|victims|refugees|residents|colleagues)\b)"
    r"|\b(?:met|meets?)\s+(?:with\s+)?the\s+(?P<one>(?:[A-Z][\w-]+\s+){0,3}(?:Minister|President|Mayor|Governor|Ambassador|Secretary|Commissioner|Chairman|Speaker|(?:[a-z]+\s+){0,2}(?:minister|president|mayor|governor|ambassador|secretary))\b(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w-]+(?:\s+(?:and\s+)?[A-Z][\w-]+){0,3})?)"
    r"|\b(?:visit(?:ed|s|ing)?)\s+(?:the\s+)?(?P<what>(?:[\w.()-]+\s+){0,5}?(?:soldiers|troops|units|personnel|sailors|service\s+members|students|patients|refugees|survivors|ship))\b"
)
"""A meeting with people who have no names here."""
_HEADS = heads(STRONG, WEAK)
MOST_LEAD = 12
"""Tokens of the words that lead the noun of an event."""
_LEADING = frozenset(re.findall(r"[a-z]{2,}", ADJECTIVE + "regional|ministerial"))
_JOINTS = frozenset("-–’'.s")


def _nouns(text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    """The matches of a noun with what leads and follows it. Nouns are rare: the words around them only are looked at."""
    at, end, tokens = sentence.span.start, sentence.span.end, sentence.tokens
    for number, token in enumerate(tokens):
        if token.start < at or token.text.casefold() not in _HEADS:
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
    if _VERB_LIKE.search(text, max(0, found.start() - 10), found.start()) or found["strong"] == "Interview":
        return
    noun = found["strong"] or found["weak"]
    lead = found["lead"].split()
    if (
        noun in {"meeting", "meetings"}
        and lead
        and ((lead[-1] in {"leaders", "ministers"} and (found["of"] or "").startswith(" with")) or not gazetteer.given.isdisjoint(lead))
    ):
        # "among the leaders meeting with them", "showed Ana Ruiz meeting": a verb.
        return
    # Where an attack struck is told apart.
    struck = bool(found["of"]) and found["of"].split()[0] == "on" and _kind(noun) == "attack"
    loose = bool(found["of"]) and (_leads_on(found, text, gazetteer) or bool(_WHEN.match(found["of"])))
    end = found.start("of") if struck or loose else found.end()
    if noun == "visits" and _GOES_TO.match(text, end):
        return
    journey = _journey(text, end, gazetteer) if noun in {"visit", "visits", "trip", "tour"} else end
    guest = _BY.match(text, end) if noun in {"visit", "trip", "tour"} and journey == end else None
    gone, end = journey > end, journey
    start = _begin(document, found, end, gazetteer)
    if noun.casefold() in _PLAIN and text.startswith(noun, start) and not found["of"]:
        return
    if after := _AFTERWARDS.search(text, start, end):
        end = after.start()
    if found["of"]:
        end = _of_two(text, found, start, end)
        end = start + len(_DANGLING.sub("", text[start:end])) if end == found.end() else end
    told = bool((found["of"] and (end >= found.end() or text[end : found.end()].strip() in {"of", "of the", "from"})) or gone)
    end = _same_clause(text, found, end)
    trailing = _AND_PEOPLE.search(text[start:end])
    if trailing and trailing[1] in gazetteer.demonyms:
        end = start + trailing.start()
    somewhere = struck or (found["weak"] in _VIOLENT and not told and _SOMEWHERE.match(text, end))
    if found["weak"] and not somewhere and not guest and not _particular(found, told=told, modified=_modified(found["lead"], gazetteer)):
        return
    words = " ".join([*text[start:end].split(), *(guest[0].split() if guest else [])])
    if words:
        yield Found(span=Span(start, end), type="event", name=words[:1].upper() + words[1:], kind=_kind(words), priority=BY_NOUN)


def _journey(text: str, end: int, gazetteer: Gazetteer) -> int:
    """Where the places that a visit leads to end: "to Oslo and Bergen"."""
    goal = _TO_PLACE.match(text, end)
    end = goal.end() if goal else end
    while goal and (further := _AND_PLACE.match(text, end)) and further["place"] in gazetteer.names:
        end = further.end()
    return end


def _begin(document: Document, found: re.Match[str], end: int, gazetteer: Gazetteer) -> int:
    """Where the words of an event begin, without those that only point to it: "the last", "During"."""
    text, start = document.text, found.start()
    head = found.start("strong") if found["strong"] else found.start("weak")
    if (found["strong"] or found["weak"]).casefold() in _LED:
        start = _led(text, start, document.sentence_of(start).span.start)
    first = _FIRST_WORD.match(text, start, head)
    if first and (first["word"] in gazetteer.words["opening"] or first["word"] in gazetteer.words["institution"]):
        start = first.end()
    while lead := _LEAD.match(text, start, end):
        start = lead.end()
    return start


_FIRST_WORD = re.compile(r"(?P<word>\S+)\s+")
_TELLING = re.compile(
    r"consultative|committee|commission|working-level|intergovernmental|emergency|precision|car bomb|suicide|joint|bilateral|trilateral|peace|presidential|parliamentary|gubernatorial|ministerial|chemical|terror|deadly|armed|aerial|drone|missile|rocket|multinational|inaugural|extraordinary|official|plenary|fact-finding|ministers|leaders|border|second|third|fourth|fifth|naval|overseas|guerrilla|hybrid|luncheon|-(?:year|nation|day|party)\b"
)


def _modified(lead: str, gazetteer: Gazetteer) -> bool:
    """Whether the words before an event's noun say which it is: a name, a number, a telling adjective."""
    named = any(
        word.strip("’'s") in gazetteer.demonyms or word in gazetteer.names or word.isdigit() or word[:1].isupper()
        for word in lead.split()
        if word not in gazetteer.words["opening"] and len(word) > 1
    )
    return named or bool(_TELLING.search(lead))


_PLAIN = frozenset(["exercises", "drills", "protests", "demonstrations", "elections", "seminars", "ceasefire", "truce"])
"""Nouns that tell of no event in particular unless something leads or follows them."""
_LED = frozenset(["exercise", "exercises", "drills", "ceremony"])
_LOWER = re.compile(r"(?<![\w-])(?P<word>[a-z]+(?:-[a-z]+)*)\s+\Z")
_NO_LEAD = words_of(
    "a an the and or to of in on at for by with from as during after before since into conduct conducting conducted hold holds held holding host "
    "hosts hosted hosting begin begins began join joins joined joining attend attends attended attending include includes including included "
    "will would this that these those its his her their our such similar regular other several many some more all any no each both previous "
    "previously scheduled planned first second last next recent upcoming new plan plans launch launched start started is are was were be been has have had "
    "observe observed through via including between"
)


def _led(text: str, start: int, at: int) -> int:
    """Where the words in small letters that say what kind of exercise or ceremony it is begin: "land force training exercises"."""
    while (word := _LOWER.search(text, at, start)) and word["word"] not in _NO_LEAD:
        start = word.start()
    return start


_ONE_OF_TWO = re.compile(r" between (?!.*\band\b)")
_WHEN = re.compile(
    r"\s+(?:on|for|of|in)\s+(?:the\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s|\d|day\b|week\b|year\b|month\b|condition\b|first\s+time|an?\s+extended)"
)
"""When it was, which is told apart: "elections on May 5"."""
_DANGLING = re.compile(r"(?:\s+(?:of|the|and|from))+\Z")
_WITH_OTHER = re.compile(
    r"(?:,\s+(?:the\s+)?[A-Z][\w’'-]+)*,?\s+and\s+(?:(?:the|his|her|its|their)\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}"
    r"(?:(?:\s+[a-z]+)?\s+(?:ministers|leaders|presidents|officials|governments|sides|delegations|teams|companies|forces|troops|counterparts?|diplomats|experts)\b)?"
)


_COUNTERPARTS = re.compile(r"(?:\.[A-Z]\.?)*(?:,?\s+(?:and\s+)?[A-Z][\w.]*\w\.?)*\s+counterparts?\b")


def _of_two(text: str, found: re.Match[str], start: int, end: int) -> int:
    """Where an event of two ends: with the second; an anniversary of relations before who has them."""
    with_all = _COUNTERPARTS.match(text, end) if found["of"].split()[0] == "with" and end >= found.end() else None
    if with_all:
        return with_all.end()
    if found["of"].split()[0] == "between":
        other = _WITH_OTHER.match(text, end) if " and " not in text[found.start("of") : end] else None
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


def told_apart(found: Iterable[Found]) -> list[Found]:
    """Without the events that are but words of a body's name: "Task Force Crisis" of Task Force Crisis Response."""
    mentions = list(found)
    named = covered(each.span for each in mentions if each.type == "event" and each.kind == "exercise" and each.priority == 7)
    # "African Lion" is no animal's place, and the exercise "SLAN" no body.
    mentions = [each for each in mentions if each.type in OVER or (each.entry and each.entry.sure) or not named(each.span)]
    inside = covered(each.span for each in mentions if each.type == "organization")
    return [each for each in mentions if each.type != "event" or each.name.startswith(("Operation", "Exercise")) or not inside(each.span)]


def snapped(found: Iterable[Found], text: str) -> list[Found]:
    """Events that end within a name end where the name does: "talks with the Shanghai" of the Shanghai Cooperation Organisation."""
    mentions = list(found)
    names = sorted((each.span.start, each.span.end) for each in mentions if each.type in {"organization", "place", "person", "agreement"})
    starts = [start for start, _ in names]
    titles = sorted((each.span.start, each.span.end) for each in mentions if each.type == "role")
    out = []
    for each in mentions:
        if each.type == "event":
            end = _with_holder(text, each.span, titles, names)
            if end > each.span.end and _ONE_OF_TWO.search(text, each.span.start, end):
                other = _WITH_OTHER.match(text, end)
                end = _with_holder(text, Span(each.span.start, other.end() if other else end), titles, names)
            counterpart = bisect.bisect_left(names, (end + 1, 0)) if text.endswith("counterpart", 0, end) else len(names)
            if counterpart < len(names) and names[counterpart][0] == end + 1:
                end = names[counterpart][1]
            at = bisect.bisect_left(starts, end) - 1
            cut = at >= 0 and each.span.start < names[at][0] < end < names[at][1]
            end = names[at][1] if cut else end
            further = _TAIL.match(text, end) if at >= 0 and names[at][1] == end and names[at][0] > each.span.start else None
            end = further.end() if further else end
            whole = Span(each.span.start, end)
            words = " ".join(whole.of(text).split()) if end != each.span.end else each.name
            told = _own_words(text, whole) if each.priority == BY_NOUN else whole
            out.append(replace(each, span=told, name=words[:1].upper() + words[1:]) if told != each.span or words != each.name else each)
        else:
            out.append(each)
    return out


_WHOSE = re.compile(r"(?:[\w.-]+\s+){0,3}?[A-Z][\w.-]*[’'](?:s\s+|(?<=s[’'])\s+)")
_COMPANY = re.compile(r"(?<!met)(?<!meet)(?<!meets)\s+(?:with|between)\s")


def _own_words(text: str, span: Span) -> Span:
    """The words that tell of an event, without whose it is and with whom: of "Italy's talks with Malta" the noun."""
    company = _COMPANY.search(text, span.start, span.end)
    end = company.start() if company else span.end
    whose = _WHOSE.match(text, span.start, end)
    start = whose.end() if whose else span.start
    while whose and (lead := _LEAD.match(text, start, end)):
        start = lead.end()
    return Span(start, end)


def _with_holder(text: str, span: Span, titles: list[tuple[int, int]], names: list[tuple[int, int]]) -> int:
    """Where an event ends that a title cuts: after who holds it, as in "talks with Deputy Foreign Minister Ann Lee"."""
    at = bisect.bisect_left(titles, (span.end, 0)) - 1
    if at < 0 or titles[at][0] <= span.start or titles[at][1] < span.end:
        return span.end
    end = titles[at][1]
    while at + 1 < len(titles) and titles[at + 1][0] - end == 1:
        # "Minister General"
        at += 1
        end = titles[at][1]
    named = bisect.bisect_left(names, (end, 0))
    close = named < len(names) and re.fullmatch(r"\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?", text[end : names[named][0]])
    return names[named][1] if close else end


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
