"""Who came into an office, held it or left it: "X served as", "the appointment of X as"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading, around
from sourcebook.extract.facts.whose_office import THAT_MAN, WHAT, WHOSE
from sourcebook.extract.identity.linking import Linked
from sourcebook.model.spans import Span

NEAR = 80
"""Code points that the name of a state or a body takes at most."""
AROUND = 600
"""Code points."""
_CHOSEN_FOR = r"(?:re-?)?(?:appointed|elected|named|made|promoted\s+to|chosen|selected|nominated|designated|confirmed|announced|unveiled|sworn\s+in|inaugurated|hired|installed|reappointed|re-elected|dismissed|sacked|fired|removed|ousted)"
_SERVED = re.compile(
    rf"(?<!latter )\b(?:(?:is|was|are|were|become|became|becomes|becoming|(?:has|had|have|having)\s+(?:(?:[a-z]+ly|just|now|since|also)\s+)?been|being)\s+(?:{WHAT}{_CHOSEN_FOR}\s+(?:earlier\s+this\s+year\s+|last\s+\w+\s+|in\s+\d{{4}}\s+|by\s+(?:the\s+)?[\w ]{{3,30}}?\s+)?(?:to\s+(?:his|her)\s+(?:new\s+)?(?:role|post|position)\s+(?=as\b))?)?|(?:remain(?:s|ed)\s+(?:the\s+)?)|(?:serve[sd]?|serving|worked|works|acted|acts|been\s+serving|(?:took|takes|taking)\s+(?:over|office|up\s+(?:the|his|her)\s+(?:post|position|role|duties)|the\s+(?:helm|reins))|sworn\s+in|(?:step(?:s|ped)|stood)\s+down|resign(?:ed|s)|retire[sd]?|return(?:ed|s)|(?:new|next|first|previous|current)\s+(?:role|post|position|job))\s+(?=as\b)|(?:reach(?:ed|es|ing)|attain(?:ed|ing)|achiev(?:ed|ing)|h(?:eld|olds|olding)|promoted\s+to|raised\s+to|elevated\s+to)\s+the\s+rank\s+of\s+|(?:serve[sd]?|serving)\s+|(?:hold|holds|held|assume[sd]?|assuming|occupied|occupies|t(?:ake|akes|ook|aking)\s+(?:over|up))\s+(?:the\s+|his\s+|her\s+|rotating\s+|new\s+|various\s+|several\s+|senior\s+|other\s+|many\s+|a\s+number\s+of\s+)*(?:post|position|office|role|portfolio|dut(?:y|ie))s?\s+(?:of\s+|as\s+|in\s[^.;]{{0,80}},?\s+including\s+|including\s+|such\s+as\s+)|(?:serve[sd]?|serving)\s+in\s[^.;]{{0,60}}?,?\s+(?:including|such)\s+(?=as\b)|(?:attend|chair|speak|address|lead|host|preside|participat)\w*\s+[^.;,]{{2,50}}?\s+(?=as\b)|(?P<own>[Hh]is|[Hh]er)\s+(?:\w+\s+)?(?:appointment|election|nomination|promotion|inauguration|tenure|term|time|stint|role|position|work|capacity)\s+(?=as\b))"
    rf"(?:(?:also|then|now|currently|previously|formerly|first|later|briefly|again)\s+)?(?:as\s+)?{WHAT}{WHOSE}{WHAT}(?:(?!(?:of|with|by|to|for|in|at|on|from|and|or|the|that|his|her|not|being|as|an?)\b)[a-z-]+\s+)?(?:(?:His|Her)\s+Majesty[’']s\s+|\s*[A-Z][\w.-]+(?:[’']s)?\s+|\s*[’']s?\s+)?{WHAT}\s*\Z"
)
_AND_ALSO = re.compile(
    r"(?:\s+(?:at|in|with|for|of|to)\s+(?:the\s+)?\s*){0,3}(?:\s+(?:from|since|until|in|to|\d{4}|[–-])+)*\s*(?:\([^)]*\))?\s*(?:,\s*)?(?:and|then|later|before|as\s+well\s+as)?\s*(?:later\s+|then\s+|as\s+|the\s+|an?\s+|also\s+|eventually\s+|finally\s+|subsequently\s+)*(?:[’']s?\s+)?"
)
_COMMA_OR_AND = re.compile(r",|\b(?:and|then|later|as well as)\b")


def served(reading: Reading, role: Linked, roles: list[Linked], sentence: Sentence) -> tuple[str, Span]:
    """Who "has served as" or "was" what the role says, or held another office that "and" joins to it; "" if nobody."""
    start = sentence.span.start
    at = max(start, role.span.start - 2 * NEAR)
    verb = _SERVED.search(reading.plain(at, role.span.start, "organization", "place", "demonym"))
    if verb is None:
        earlier = next((one for one in reversed(roles) if one.span.end < role.span.start), None)
        between = reading.plain(earlier.span.end, role.span.start, "organization", "place", "demonym", "date") if earlier else ""
        if earlier and _AND_ALSO.fullmatch(between) and _COMMA_OR_AND.search(between):
            who, focus = served(reading, earlier, roles, sentence)
            return who, Span(focus.start, role.span.end)
        return "", role.span
    subject = reading.subject(at + verb.start(), start)
    before = reading.people(Span(start, at + verb.start())) if verb["own"] and at + verb.start() > start else []
    if before:
        # "congratulated Ana Ruiz on her appointment as": whoever is named last.
        subject = before[-1].entity
    if subject is None and THAT_MAN.match(reading.text, start, at + verb.start()):
        subject = reading.spoken_of(sentence)
    if subject is None and verb["own"]:
        # "Prior to her appointment as minister, Ana Ruiz was": the name follows.
        after = reading.next(role.span.end, sentence.span.end, "person", within=NEAR)
        return (after.entity if after else ""), Span(at + verb.start(), role.span.end)
    return subject or "", Span(at + verb.start(), role.span.end)


def named_as(reading: Reading, role: Linked, people: list[Linked], sentence: Sentence) -> tuple[str, Span]:
    """Whom "the appointment of X as" or "X succeeded Y as" leads to an office; "" if nobody."""
    text, start = reading.text, sentence.span.start
    last = next((each for each in reversed(people) if each.span.end <= role.span.start), None)
    if last is None or not _AS.fullmatch(reading.plain(last.span.end, role.span.start, "organization", "place", "demonym")):
        return "", role.span
    follows = _SUCCEEDED.search(text, max(start, last.span.start - AROUND), _start_with_title(reading, last))
    if follows:
        return reading.subject(follows.start(), start) or "", Span(follows.start(), role.span.end)
    chosen = _CHOSEN.search(text, max(start, last.span.start - AROUND), _start_with_title(reading, last))
    opens = _NAME_OPENS.fullmatch(text, start, _start_with_title(reading, last))
    # "Mr Luis Vega as Ambassador to Chile.": a line of a list.
    if chosen:
        return last.entity, Span(chosen.start(), role.span.end)
    return (last.entity, around(last, role)) if opens else ("", role.span)


def _start_with_title(reading: Reading, person: Linked) -> int:
    """Where a person's name begins, or the title right before it."""
    titles = [
        each for each in reading.before(person.span.start) if each.found.type == "role" and 0 <= person.span.start - each.span.end <= 2
    ]
    return titles[0].span.start if titles else person.span.start


_NAME_OPENS = re.compile(r"\W{0,4}(?:(?:Mr|Mrs|Ms|Dr|Sir|Prof)\.?\s+)?")
_AS = re.compile(rf",?\s+(?:to\s+(?:serve|be)\s+)?as\s+{WHAT}{WHOSE}{WHAT}(?:[A-Z][\w.-]+(?:[’']s)?\s+)?")
_SUCCEEDED = re.compile(r"\b(?:succeed(?:ed|s|ing)|replac(?:ed|es|ing)|t(?:ook|akes)\s+over\s+from)\s+(?:[A-Z][\w.-]+\s+)?\Z")
_CHOSEN = re.compile(
    r"\b(?:appointment|election|nomination|selection|inauguration|confirmation|recognition)\s+of\s+(?:[A-Z]\w+\s+)?\Z|\b(?:appointed|appoints?|appointing|naming|install(?:s|ed|ing)|proclaimed|named|names|elected|elects?|electing|nominat(?:es|ed|ing)|chose|chosen|designated|confirmed|promoted|(?<!not )(?<!n’t )(?<!n't )(?<!never )(?<!without )(?<!refused to )(?<!refuses to )(?<!refusing to )recogni[sz](?:ed?|es|ing)|sw(?:ore|orn|earing)\s+in)\s+(?:[A-Z]\w+\.?\s+|(?:the|an?)\s+(?:[a-z-]+\s+){1,3}|their\s+(?:[a-z]+\s+){0,2}[a-z]+,?\s+)?\Z"
)
