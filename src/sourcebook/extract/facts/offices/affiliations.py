"""Whom people belong to."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import BYLINE, Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bodies.holders import ITS_PEOPLE
from sourcebook.extract.facts.offices.tenures import term
from sourcebook.extract.facts.offices.whose_office import HONORIFIC
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import around, stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import alternatives
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WHO = r",?\s+(?:who\s+)?(?:(?:has|had|also|then|later|recently|now|currently|previously|formerly|once|first|briefly|initially|never)\s+)*"
_A_GROUP = (
    r"(?:(?:[A-Z][\w-]+|[a-z]+-based)\s+)?"
    r"(?:think[- ]tank|(?:(?:human\s+)?rights\s+|campaign\s+|aid\s+|advocacy\s+)?(?:group|organi[sz]ation|agency|NGO)|research\s+(?:group|firm|institute|centre|center)"
    r"|consultancy|charity|watchdog|non-profit|law\s+firm|(?:daily\s+)?newspaper|daily|magazine|news\s+agency|broadcaster)\s+"
)
"""What a body is, right before its name."""
_RULING = (
    r"(?:(?:ruling|(?:main\s+)?opposition|governing|banned|rival|breakaway|far-right|far-left|leftist|centrist|conservative|liberal)\s+)?"
)
_BOARD = r"(?:[a-z]+\s+)?(?:board|council|committee|presidium|bureau|staff)(?:\s+of\s+(?:directors|trustees|governors))?\s+of\s+"
_WORKERS = words_of(
    "researcher analyst economist lecturer scholar scientist engineer employee lawyer doctor physician historian executive consultant "
    "teacher reporter correspondent journalist photographer strategist programmer technician nurse intern clerk trader"
)
_WORKER = alternatives(_WORKERS)
_ACTS = re.compile(
    rf"(?:,\s+(?!who\b|and\b)[^,;]{{3,90}},)?{_WHO}(?:(?:re)?join(?:ed|s)|belong(?:s|ed)\s+to|s(?:its|at)\s+on|serve[sd]\s+(?:in|on|with)|served\s+at|defected\s+to"
    rf"|(?:heads|headed|runs|directs|commands|commanded)(?!\s+the\s+{_BOARD})(?:\s+[A-Z]\w+[’']s)?"
    rf"|(?:is|was)\s+on\s+(?=the\s+{_BOARD}))\s*(?:the\s+)?(?:{_BOARD}(?:the\s+)?)?{_RULING}"
)
_FROM = re.compile(
    rf",?\s+(?:of|from)\s+(?:the\s+)?(?:{_A_GROUP})?"
    rf"|,\s+(?:an?|the)\s+(?:(?!(?:who|that|which)\b)[a-z][\w-]*\s+){{0,4}}"
    rf"(?!(?:who|that|which|away|back|far|different|apart|[a-z]{{3,}}ed|taken|driven|shown|seen)\b)[a-z][\w-]*\s+(?:at|with|from)\s+(?:the\s+)?(?:{_A_GROUP})?"
    rf"|,\s+(?:(?:senior|chief|former|lead|principal)\s+)?(?:{_WORKER})\s+(?:at|with|for|from)\s+(?:the\s+)?(?:{_A_GROUP})?"
    rf"|{_WHO}(?:works|worked|been\s+working|working|(?:is|was|been)\s+employed)\s+(?:as\s+an?\s+(?:[a-z-]+\s+){{1,4}})?"
    rf"(?:for|at|with|by)\s+(?:the\s+)?(?:(?:now[ -])?(?:defunct|state-owned|state-run|local)\s+)?(?:{_A_GROUP})?"
    rf"|{_WHO}(?:,?\s*and\s+)?(?:(?:is|was|been|became|becomes|remains)\s+)?(?:(?:an?|the)\s+)?(?:[a-z-]+\s+){{0,2}}member\s+of\s+(?:the\s+)?"
    r"|,?\s+and\s+(?:(?:is|was|also)\s+)?(?:(?:an?|the)\s+)?(?:[a-z-]+\s+){0,2}member\s+of\s+(?:the\s+)?"
)
_ONE_IN = re.compile(
    r"(?:,\s+|,?\s+(?:who\s+)?(?:is|was)\s+(?:(?:also|now|then|currently)\s+)?)(?:an?|the|one\s+of\s+the)\s+(?:[a-z-]+\s+){0,3}"
    r"(?:commanders?|fighter|figures?|official|officers?|cleric|activist|politician|soldier|general|colonel|major|lieutenant|captain|sergeant"
    r"|pilot|militant|reservist|lawmaker|MP|volunteer|executive)\s+in\s+(?:the\s+)?"
)
"""Before the body of which somebody is one: "Ana Ruiz is a captain in the Harbour Navy"."""
_LEFT = re.compile(
    rf"{_WHO}(?:left|quit|defected\s+from|(?:was|been)\s+expelled\s+from|resigned\s+from|broke\s+with)\s+(?:the\s+)?{_RULING}"
)
_PARTY = re.compile(r"\b(?:Party|Movement|Front|League|Democrats|Greens|Labou?r|Fianna|Fatah|Likud|Fidesz)\b")
"""Bodies that one leaves by leaving their ranks rather than their house."""
_NOT = re.compile(r"\b(?:not|never|no)\b")


_AT = re.compile(
    r"(?:\s+\([^)]*\))?"
    r"(?:,\s+(?!at\s)(?:an?\s+|the\s+)?"
    r"|\s+(?:is|was)\s+"
    r"(?!not\b|to\b|also\s+(?!an?\b)|(?!(?:based|employed)\b)[a-z]+(?:ed|en)\b"
    r"|(?:met|held|shown|told|due|set|back|there|present|absent|missing)\b)(?:currently\s+)?(?:an?\s+|the\s+)?"
    r"|\s+(?:currently\s+)?(?:teaches|lectures|works|studies|researches)\s+)"
    r"(?:(?!(?:states?|country|countries|guests?|observers?|speaking|spoke|arriv\w+|summit|meeting|present"
    r"|speech|remarks|met|held|gathered|hosting|meeting|while|when|said|attending)\b)[a-z][\w’'-]*\s+){0,7}at\s+(?:the\s+)?"
    r"|,\s+who\s+(?:heads|leads|directs|runs|works|teaches|lectures|studies|chairs)\s+(?:[\w’'-]+\s+){0,7}?at\s+(?:[Tt]he\s+)?"
)


_OWNS = re.compile(r"[’']s?\s+")
_ITS_BODY = re.compile(r"(?:(?<=\sat\s)|(?<=\sof\s)|(?<=\sfrom\s)|(?<=\swith\s))[A-Z][\w.-]*(?:\s[A-Z][\w.-]+)?[’']s?\s+\Z")
_A = re.compile(r",\s+(?:an?|the)\s+(?:(?:former|senior|leading|veteran|prominent)\s+)?")
_OF_ITS = re.compile(
    r"\s+"
    r"(?:lawmaker|MP|senator|deputy|candidate|nominee|politician|member|official|analyst|reporter|correspondent"
    r"|journalist|researcher|economist|spokes(?:man|woman|person)|activist|expert|professor|executive"
    r"|councillor|legislator|veteran)\b"
)
_AUTHOR = re.compile(
    r"\W*(?:Authors?:|(?:(?:Story|Photos?|Words|Report|Courtesy [Ss]tory|[\w. ]{2,24}\s[Pp]hoto)\s+)?[Bb]y)\s+(?:[A-Z1-4][\w.]*\s+){0,6}"
)
_THIS_IS = re.compile(r"(?:This is|I[’']m)\s+")
_WITH = re.compile(r"\s+with\s+(?:the\s+)?")


def affiliations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The bodies in a byline, and whom "X of the Y Institute" and "VOA's X" belong to."""
    bodies = reading.inside(sentence.span, "organization")
    for body in bodies:
        own = reading.next(body.span.end, sentence.span.end, "person", within=3)
        if own and _OWNS.fullmatch(reading.text, body.span.end, own.span.start):
            yield _belongs(reading, own, body, sentence)
        yield from _of_its_leader(reading, sentence, body)
        yield from _one_of_its(reading, sentence, body)
    for person in reading.inside(sentence.span, "person"):
        if sentence.block is BYLINE:
            yield from (_belongs(reading, person, body, sentence) for body in bodies)
            continue
        yield from _at_before(reading, sentence, person)
        body_after = reading.next(person.span.end, sentence.span.end, "organization", within=64)
        own = next((each for each in reading.inside(sentence.span, "role") if body_after and each.span.contains(body_after.span)), None)
        if own and own.span.start > person.span.end and _AT_THE.match(reading.text, own.span.end, sentence.span.end):
            # "Ana Ruiz, Dean of the School of Mines at the University of Atacama"
            body_after = reading.next(own.span.end, sentence.span.end, "organization", within=8)
        if body_after and body_after.span.start > person.span.end and _works_there(reading, sentence, person, body_after):
            yield _belongs(reading, person, body_after, sentence)
        further = reading.next(body_after.span.end, sentence.span.end, "organization", within=64) if body_after else None
        if further and reading.text.startswith(",", person.span.end) and _acts(reading, person, further):
            # "Ana Ruiz, a professor at the University, joined the Party"
            yield _belongs(reading, person, further, sentence)


def _of_its_leader(reading: Reading, sentence: Sentence, body: Linked) -> Iterator[Statement]:
    """After "the Harbour Front, led by Ana Ruiz," or "the Front and its leader, Ana Ruiz": hers."""
    leader = reading.next(body.span.end, sentence.span.end, "person", within=80)
    if leader and _LED_BY.fullmatch(reading.plain(body.span.end, leader.span.start, "role", "demonym", "date")):
        yield _belongs(reading, leader, body, sentence)


_LED_BY = re.compile(
    r"(?:\s+\([^)]*\))?,?\s+(?:(?:(?:then|now|also|which\s+(?:is|was))\s+)?(?:led|headed|chaired|commanded)\s+by|under\s+the\s+(?:leadership|command|chairmanship)\s+of"
    rf"|and\s+(?:its|their)\s+(?:[a-z-]+\s+)?(?:leader|head|chief|chair(?:man|woman)?|president|founder)?\s*,?)\s+(?:the\s+|its\s+)?\s*{HONORIFIC}"
)


def _one_of_its(reading: Reading, sentence: Sentence, body: Linked) -> Iterator[Statement]:
    """After "Harbour Racing driver Ana Ruiz" or "the Harbour Front candidate, Ana Ruiz": whose she is."""
    found = _ONE_OF_ITS.match(reading.text, body.span.end, sentence.span.end) if sentence.words & _ITS_OWN else None
    own = reading.after(found, sentence.span.end, "person", within=1)
    if found and own and not (found["stands"] and _ELECTED_TO.search(body.found.name)):
        yield _belongs(reading, own, body, sentence)


_ITS_OWN = words_of(
    "driver rider player striker midfielder defender goalkeeper winger pitcher quarterback activist campaigner lawmaker legislator MP candidate "
    "nominee member supporter staffer volunteer militant fighter soldier veteran politician stalwart engineer executive student alumnus"
)
_ONE_OF_ITS = re.compile(
    rf"\s+(?:(?:youth|football|board|party|council|staff|founding|fellow|senior)\s+)?(?:(?P<stands>(?:presidential\s+)?(?:candidate|nominee))|{alternatives(_ITS_OWN)})\s+{HONORIFIC}(?=[A-Z])"
)
_ELECTED_TO = re.compile(r"\b(?:Senate|House|Assembly|Parliament|Congress|Council|Court|Knesset|Duma|Board|Commission)\b")
"""What a candidate for it does not belong to yet: "Senate candidate Ana Ruiz"."""


_SERVICE = (
    words_of(
        "member position post professorship fellowship faculty join joined joining rejoined enlisted serve served serving sat elected worked working taught spent"
    )
    | _WORKERS
)


@where(_SERVICE)
def where_served(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who joined a body, served in it or was elected to it, wherever the sentence names him: "In 1861 he joined the Navy as a major"."""
    last: tuple[Linked, re.Match[str], str] | None = None
    for body in reading.inside(sentence.span, "organization"):
        start = max(sentence.span.start, body.span.start - FAR)
        found, who = _SERVED_IN.search(reading.text, start, body.span.start), None
        if last and _AND.fullmatch(reading.text, last[0].span.end, body.span.start) and _ENDS.match(reading.text, body.span.end):
            # "taught at Harbour College and the University of Oslo"
            _, found, who = last
        if (
            found is None
            or ITS_PEOPLE.match(reading.text, body.span.end)
            or _ITS_MEETING.match(reading.text, body.span.end)
            or ("joining" in found[0] and _IS_A_STEP.match(reading.text, body.span.end))
            # "convinced that joining the Union would help", "supported Chile in joining the Union"
            or ("joining" in found[0] and not _ON_JOINING.search(reading.text, start, found.start()))
            or _NOT.search(reading.text, max(start, found.start() - 12), found.start())
            or _WEIGHED.search(reading.text, max(start, found.start() - 40), found.start())
        ):
            continue
        who = who or _server(reading, sentence, found.start(), body)
        if who:
            last = (body, found, who)
            focus = Span(found.start(), body.span.end)
            when = term(reading, body, focus, sentence)
            yield Statement(who, "affiliation", body.entity, sentence, focus, qualifiers=when)


def _server(reading: Reading, sentence: Sentence, verb: int, body: Linked) -> str | None:
    """Who does what a verb says, or whom "While serving in the Navy, Ana Ruiz" leads to."""
    if _FRONTED.fullmatch(reading.text, sentence.span.start, verb):
        after = reading.next(body.span.end, sentence.span.end, "person", within=60)
        led = after and _LEADS_TO.search(reading.plain(body.span.end, after.span.start, "role"))
        return after.entity if after and led else None
    others = reading.before(verb)
    state = bool(others) and others[-1].found.type in {"place", "organization", "demonym"}
    does = state and _THEY_DO.fullmatch(reading.text, others[-1].span.end, verb)
    return None if does else reading.subject(verb, sentence.span.start)


_ITS_MEETING = re.compile(
    r"(?:\s+\([^)]*\))?(?:[’']s?)?\s+(?:(?:[A-Z][\w-]+|[a-z]+-level|[a-z]+al|joint|annual)\s+){0,4}"
    r"(?i:meetings?|summit|conference|session|talks|forum|dialogue|retreat|ceremony|negotiations|event|panel|gathering|discussions?|debate|protests?|rally|march|strike)\b"
)
"""After a body whose meeting somebody joins, not the body: "joined the Harbour Union Council meeting"."""
_IS_A_STEP = re.compile(
    r"\s+(?:is|was|would|will|could|may|might|means?|meant|mark(?:s|ed)|represent(?:s|ed)|requires?|brings?|brought|offers?)\b"
)
"""After a body of which it is told what joining it is: "joining the Union would mark"."""
_AND = re.compile(r"(?:,|,?\s+and)\s+(?:(?:then|later|also)\s+)?(?:(?:at|in|on|of)\s+)?(?:the\s+)?")
_ENDS = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:[.,;]|\Z|(?:where|in|from|until|before|between|during|and|as)\s)")
_WEIGHED = re.compile(
    r"\b(?:(?:weigh|consider|mull|contemplat|debat|discuss|oppos|reject)\w*|pros\s+and\s+cons\s+of|idea\s+of|interest(?:ed)?\s+in|hopes?\s+of|refus\w+\s+(?:the\s+)?idea\s+of)\s+(?:[a-z]+\s+)?\Z"
    r"|\bpros\s+and\s+cons\s+of\s+\Z"
)
"""Before what nobody has done yet: "was weighing joining the League"."""
_FRONTED = re.compile(r"\W*(?:(?:While|After|Before|Since|Having)\s+)?")
_LEADS_TO = re.compile(r",\s+(?:[A-Z][\w.]*\s+)?\Z")


_THEY_DO = re.compile(r"\s+(?:(?:has|have|had|also|then|later|both)\s+)*")
"""Between a state that does something and its verb."""
FAR = 80
"""Code points from a verb to the body that somebody serves."""
_ON_JOINING = re.compile(r"(?:,|\b(?:[Bb]efore|[Aa]fter|[Ss]ince|[Uu]pon|[Oo]n|[Ww]hen|[Ww]hile|to|and|of))\s+\Z|\A\Z")
_SERVED_IN = re.compile(
    r"\b"
    r"(?:(?:re)?join(?:ed|ing)|enlisted(?:\s+to\s+serve)?\s+in|(?:served|serving|sat)\s+(?:as\s+an?\s+)?(?:[\w-]+\s+){0,5}?(?:in|on|at|with)"
    r"|(?:served|serving|sat|is|was|been|became)\s+(?:also\s+)?(?:as\s+)?an?\s+(?:[a-z-]+\s+){0,2}member\s+of"
    r"|joined\s+the\s+(?:[a-z]+\s+)?(?:faculty|staff)\s+(?:of|at)"
    r"|(?:accepted|took(?:\s+up)?|held|obtained|secured|received)\s+an?\s+(?:[a-z-]+\s+){0,3}(?:position|post|job|professorship|lectureship|fellowship)\s+(?:[\w-]+\s+){0,6}?(?:at|with)"
    rf"|(?:is|was|been|became)\s+an?\s+(?:[a-z-]+\s+){{0,2}}(?:{_WORKER})\s+(?:at|for|with)"
    r"|(?:was|were|been)\s+(?:re-?)?elected\s+(?:[a-z]+\s+)?to(?:\s+serve\s+(?:in|on))?|worked\s+(?:[\w-]+\s+){0,7}?(?:for|at|in)|taught\s+(?:[\w-]+\s+){0,3}?at"
    r"|spent\s+(?:[\w-]+\s+){1,4}(?:years?|months|decades?)\s+(?:at|in|with))\s+(?:the\s+)?\Z"
)


def _acts(reading: Reading, person: Linked, body: Linked) -> bool:
    """Whether somebody joins a body or sits on it, of whom more is told between commas."""
    words = reading.text[person.span.end : body.span.start]
    return bool(_ACTS.fullmatch(words)) and not _NOT.search(words) and not ITS_PEOPLE.match(reading.text, body.span.end)


_BESIDE = re.compile(r",\s+(?:an?\s+|the\s+)?(?:[a-z]+\s+){0,2}")
_THERE = re.compile(r"(?:\s+(?:in\s+charge\s+)?(?:of|for)\s+[^.;,]{2,40}?)?,?\s+at\s+(?:[Tt]he\s+)?")
_AT_THE = re.compile(r"\s+at\s+(?:[Tt]he\s+)?")
_THEN_NAME = re.compile(
    r"(?:\s+\([^)]*\))?(?:\s+(?:since|in|until)\s+)?,?\s+"
    r"(?:(?:H\.?E\.?|Mr|Mrs|Ms|Dr|Prof|Sir|Sheikh|Sheikha|Hon|Ambassador|Gen|General)\.?\s+)*"
)


def _at_before(reading: Reading, sentence: Sentence, person: Linked) -> Iterator[Statement]:
    """After "the Minister of State at the Ministry of Trade, Ana Ruiz" or "An analyst at Nordbank, Ana Ruiz": where she works."""
    start = max(sentence.span.start, person.span.start - 160)
    bodies = reading.between(start, person.span.start, "organization")
    body = bodies[-1] if bodies else None
    if body is None or not _THEN_NAME.fullmatch(reading.plain(body.span.end, person.span.start, "date", "place")):
        return
    role = next(reversed(reading.inside(Span(start, body.span.start), "role")), None) if body.span.start > start else None
    office = role and _AT_THE.fullmatch(reading.text, role.span.end, body.span.start)
    someone = not _of_office(reading, body) and _SOMEONE_AT.search(reading.text[start : body.span.start])
    if office or (someone and "," in reading.text[body.span.end : person.span.start]):
        yield _belongs(reading, person, body, sentence)


def _of_office(reading: Reading, body: Linked) -> bool:
    """Whether a body is what an office is of, which says more than an affiliation: "the director of the Institute"."""
    return any(each.found.type == "role" and each.span.contains(body.span) for each in reading.before(body.span.start + 1))


_SOMEONE_AT = re.compile(
    r"\b(?:An?|an?|[Tt]he)\s+(?:[a-z-]+\s+){0,3}"
    r"(?:official|researcher|analyst|economist|professor|lecturer|fellow|scholar|expert|scientist|engineer|employee|officer|diplomat|lawyer"
    r"|doctor|physician|epidemiologist|historian|spokes(?:man|woman|person)|executive|director|adviser|advisor|specialist|strategist|member"
    r"|staff\s+member|reporter|correspondent|editor|historian|activist|campaigner|manager|consultant|teacher|academic)\s+"
    rf"(?:at|with|of|from|in|for)\s+(?:the\s+)?(?:{_A_GROUP})?\Z"
)


def _belongs(reading: Reading, person: Linked, body: Linked, sentence: Sentence) -> Statement:
    focus = around(person, body)
    return stated(
        person,
        "affiliation",
        body,
        sentence,
        focus,
        qualifiers=term(reading, body, focus, sentence) if body.span.start > person.span.end else {},
    )


_SAID_OF_ANOTHER = re.compile(r"-[a-z]")
"""After a body that only grades another: "the Michelin-starred Harbour Inn"."""


def _works_there(reading: Reading, sentence: Sentence, person: Linked, body: Linked) -> bool:
    """Whether the words around a name and the body after it say that the one works for the other."""
    text, between = reading.text, Span(person.span.end, body.span.start)
    if _ITS_MEETING.match(text, body.span.end) or _SAID_OF_ANOTHER.match(text, body.span.end):
        return False
    lead = text[sentence.span.start : person.span.start]
    # "a spokesman with Norway's Ministry of Trade"
    words = _ITS_BODY.sub("", between.of(text))
    offices = reading.inside(between, "role")
    works = (
        (_A.fullmatch(words) and _OF_ITS.match(text, body.span.end, sentence.span.end))
        or (words == ", " and _AUTHOR.fullmatch(lead))
        or (_WITH.fullmatch(words) and _THIS_IS.fullmatch(lead))
        or _FROM.fullmatch(words)
        or _acts(reading, person, body)
        or (_LEFT.fullmatch(words) and _PARTY.search(body.found.name))
        or (words == " (" and text.startswith(")", body.span.end))
        or _AT.fullmatch(words)
        or _ONE_IN.fullmatch(words)
        or (
            offices
            and _BESIDE.fullmatch(text, person.span.end, offices[0].span.start)
            and _THERE.fullmatch(text, offices[-1].span.end, body.span.start)
        )
    )
    # "a professor of X" is an office there, which says more; "at X" tells the affiliation as well.
    return bool(works) and not _NOT.search(words) and (not offices or bool(re.search(r"\b(?:at|with|from|in)\s+(?:[Tt]he\s+)?\Z", words)))
