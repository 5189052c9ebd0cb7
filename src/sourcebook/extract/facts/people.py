"""Offices and affiliations."""

import bisect
import re
from collections.abc import Iterator

from sourcebook.extract.document import Block, Sentence
from sourcebook.extract.facts.reading import Reading, around
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_MARKS = "\u200e\u200f"
_HONORIFIC = r"(?:(?:H\. ?E\.|HE|Mr|Mrs|Ms|Dr|Prof|Hon|(?:His|Her) Excellency|(?:the |The )?(?:Right )?Honou?rable|Sir|Dame|Sheikh|Shaikh|Lord|Lady|(?:His|Her) (?:Royal )?Highness|Comrade|U|Daw)\.?\s+){0,2}"
_JOINED = re.compile(rf"[\s,/{_MARKS}]*(?:and\s+)?[\s,{_MARKS}]*{_HONORIFIC}")
_APPOSED = re.compile(
    r"(?:,\s+|\s+\()(?:(?:the|an?|its|his|her|who\s+(?:is|was|has\s+been|served\s+as|serves\s+as))\s+)?(?:(?:then|former|incoming|senior|veteran|leading|prominent|top|new|newly\s+appointed|outgoing|acting|current|longtime|long-time|also|now)\s+)?(?:(?:the|an?)\s+)?(?:[A-Z][\w.-]+(?:[’']s)?\s+)?(?:(?:incoming|outgoing|new|current|former|acting|longtime)\s+)?"
)
_IS = re.compile(
    r"(?:\s+\([^)]*\))?,?\s+(?:is|was|became|served as|serves as|has been|was appointed|was elected|was named)\s+(?:the\s+|an?\s+)?(?:[A-Z][\w.-]+(?:[’']s)?\s+)?"
)


def positions(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who holds an office, and of what."""
    roles = reading.inside(sentence.span, "role")
    people = reading.inside(sentence.span, "person")
    for role in roles:
        if _MANY.match(role.found.name):
            continue
        others, near = _near(roles, role), _near(people, role)
        holder = _holder(reading, role, others, near)
        who, focus = (holder.entity, around(role, holder)) if holder else _served(reading, role, others, sentence)
        if not who:
            who, focus = _named_as(reading, role, near, sentence)
        if who:
            of = _of(reading, role) or (_of_whom(reading, holder) if holder and holder.span.start > role.span.start else "")
            yield Statement(
                subject=who,
                property="position",
                value=role.found.name,
                sentence=sentence,
                focus=focus,
                qualifiers=({"of": (of,)} if of else {}) | _term(reading, role),
            )


def _near(found: list[Linked], role: Linked) -> list[Linked]:
    """The mentions of a long list that may have to do with an office."""
    if len(found) < FEW:
        return found
    first = bisect.bisect_left(found, role.span.start - AROUND, key=lambda one: one.span.start)
    return found[first : bisect.bisect_left(found, role.span.end + AROUND, key=lambda one: one.span.start)]


FEW = 12
AROUND = 600
"""Code points."""
_MANY = re.compile(r"(?:\w+ )*(?:Ministers|Presidents|Secretaries|Leaders|Chairmen|Ambassadors|Heads|Officers|Commanders)\b")
_SERVED = re.compile(
    r"\b(?:(?:is|was|became|has\s+been|had\s+been)\s+(?:(?:re-?)?(?:appointed|elected|named|made|promoted\s+to)\s+)?|(?:serve[sd]?|serving|worked|works|acted|acts|been\s+serving|took\s+over|takes\s+over|sworn\s+in|stepped\s+down|steps\s+down|resigned|resigns|retired|returned)\s+(?=as\b)|(?:serve[sd]?|serving)\s+)"
    r"(?:(?:also|then|now|currently|previously|formerly|first|later|briefly|again)\s+)?(?:as\s+)?(?:the\s+|an?\s+)?(?:former\s+|new\s+|first\s+)?(?:(?:His|Her)\s+Majesty[’']s\s+|[A-Z][\w.-]+(?:[’']s)?\s+)?\Z"
)
_AND_ALSO = re.compile(r"(?:\s+(?:from|since|until|in|to|\d{4}|[–-])+)*\s*(?:,\s*)?(?:and|then|later)\s+(?:later\s+|then\s+|as\s+|the\s+)*")


def _served(reading: Reading, role: Linked, roles: list[Linked], sentence: Sentence) -> tuple[str, Span]:
    """Who "has served as" or "was" what the role says, or held another office that "and" joins to it; "" if nobody."""
    text, start = reading.text, sentence.span.start
    verb = _SERVED.search(text, max(start, role.span.start - NEAR), role.span.start)
    if verb is None:
        earlier = next((one for one in reversed(roles) if one.span.end < role.span.start), None)
        if earlier and _AND_ALSO.fullmatch(text, earlier.span.end, role.span.start):
            who, focus = _served(reading, earlier, roles, sentence)
            return who, Span(focus.start, role.span.end)
        return "", role.span
    return reading.subject(verb.start(), start) or "", Span(verb.start(), role.span.end)


def _named_as(reading: Reading, role: Linked, people: list[Linked], sentence: Sentence) -> tuple[str, Span]:
    """Whom "the appointment of X as" or "X succeeded Y as" leads to an office; "" if nobody."""
    text, start = reading.text, sentence.span.start
    last = next((each for each in reversed(people) if each.span.end <= role.span.start), None)
    if last is None or not _AS.fullmatch(text, last.span.end, role.span.start):
        return "", role.span
    follows = _SUCCEEDED.search(text, max(start, last.span.start - AROUND), _start_with_title(reading, last))
    if follows:
        return reading.subject(follows.start(), start) or "", Span(follows.start(), role.span.end)
    chosen = _CHOSEN.search(text, max(start, last.span.start - AROUND), _start_with_title(reading, last))
    return (last.entity, around(last, role)) if chosen else ("", role.span)


def _start_with_title(reading: Reading, person: Linked) -> int:
    """Where a person's name begins, or the title right before it."""
    titles = [
        each for each in reading.before(person.span.start) if each.found.type == "role" and 0 <= person.span.start - each.span.end <= 2
    ]
    return titles[0].span.start if titles else person.span.start


_AS = re.compile(
    r",?\s+(?:to\s+(?:serve|be)\s+)?as\s+(?:the\s+|its\s+|an?\s+|his\s+|her\s+)?(?:new\s+|next\s+|acting\s+|first\s+)?(?:[A-Z][\w.-]+(?:[’']s)?\s+)?"
)
_SUCCEEDED = re.compile(r"\b(?:succeed(?:ed|s|ing)|replac(?:ed|es|ing)|t(?:ook|akes)\s+over\s+from)\s+(?:[A-Z][\w.-]+\s+)?\Z")
_CHOSEN = re.compile(
    r"\b(?:appointment|election|nomination|selection|inauguration|confirmation)\s+of\s+(?:[A-Z]\w+\s+)?\Z|\b(?:appointed|appoints?|installed|proclaimed|named|names|elected|elects?|nominated|chose|chosen|designated)\s+(?:[A-Z]\w+\s+|their\s+(?:[a-z]+\s+){0,2}[a-z]+,?\s+)?\Z"
)


def _term(reading: Reading, role: Linked) -> dict[str, tuple[str, ...]]:
    """From when until when an office was held: "from 2010 to 2014", "since 2019"."""
    found = _TERM.match(reading.text, role.span.end)
    if found is None:
        return {}
    first, last, since, until = found.group("first", "last", "since", "until")
    held = {"from": first or since, "until": last or until}
    return {name: (value,) for name, value in held.items() if value}


_TERM = re.compile(
    r",?\s+(?:from\s+(?P<first>[12]\d{3})\s*(?:to|until|–|-)\s*(?P<last>[12]\d{3})|(?:since|from)\s+(?P<since>[12]\d{3})|until\s+(?P<until>[12]\d{3}))\b"
)


def _of_whom(reading: Reading, holder: Linked) -> str:
    """What a name is followed by: "Foreign Minister Anna Lind of Norway"."""
    of = _OF.match(reading.text, holder.span.end)
    place = reading.next(of.end(), of.end() + NEAR, "place", "organization", within=0) if of else None
    return place.entity if place else ""


_OF = re.compile(r"[^\S\n]+of[^\S\n]+(?:the[^\S\n]+)?")
NEAR = 80
"""Code points that the name of a state or a body takes at most."""


_SCHOOL = re.compile(r"Universit|College|School|Institut|Academy|Polytech")


def _of(reading: Reading, role: Linked) -> str:
    inside = [each.entity for each in reading.inside(role.span, "organization", "place") if each.entity]
    if inside:
        return inside[0]
    taught = role.found.name.startswith("Prof")
    return next(
        (
            each.entity
            for each in reading.before(role.span.start)
            if not taught or _SCHOOL.search(each.found.name)
            if each.found.type in {"demonym", "place", "organization"}
            and each.span.end <= role.span.start
            and re.fullmatch(r"(?:[’']s?)?[^\S\n]+", reading.text[each.span.end : role.span.start])
        ),
        "",
    )


def _holder(reading: Reading, role: Linked, roles: list[Linked], people: list[Linked]) -> Linked | None:
    text = reading.text
    following = next((each for each in people if each.span.start >= role.span.end), None)
    if following and _JOINED.fullmatch(text, role.span.end, following.span.start):
        # "President of A, H.E. X, the Prime Minister of B, H.E. Y": X has his office before him already.
        apart = re.search(r"\band\b", text[role.span.end : following.span.start])
        before = [each for each in people if each.span.end <= role.span.start]
        if (
            before
            and not apart
            and any(one.span.end <= before[-1].span.start and _JOINED.fullmatch(text, one.span.end, before[-1].span.start) for one in roles)
        ):
            return following
    for person in people:
        if role.span.end <= person.span.start and _SERVES_AT.fullmatch(_without_names(reading, role.span.end, person.span.start)):
            # "Deputy Head of Mission at the Embassy of Chile in Peru, Ana Ruiz"
            return person
        if role.span.end <= person.span.start:
            between = text[role.span.end : person.span.start]
            joint = False
            for other in roles:
                if role.span.end <= other.span.start and other.span.end <= person.span.start:
                    between = between.replace(other.found.name, "", 1)
                    joint = True
            if "and" in between.split() and not joint:
                # "X, who is Minister of Trade, and Y": Y is somebody else.
                continue
            if _JOINED.fullmatch(between) and len(between) < 26 and not (between.split()[:1] == ["and"] and not joint):
                return person
        elif person.span.end <= role.span.start:
            between = text[person.span.end : role.span.start]
            last = text[role.span.end : role.span.end + 2].strip(" ,.;)")[:1]
            if (_APPOSED.fullmatch(between) and not last.isupper()) or _IS.fullmatch(between):
                return person
            # "Joseph Votel, commander, U.S. Central Command, and former director of X"
            chained = [one for one in roles if person.span.end <= one.span.start and one.span.end <= role.span.start]
            if (
                chained
                and _APPOSED.match(between)
                and re.fullmatch(r"\s*(?:,|and)\s+(?:the\s+|an?\s+|also\s+|former\s+)*", text[chained[-1].span.end : role.span.start])
            ):
                return person
    return None


_SERVES_AT = re.compile(rf"\s+(?:at|with|in)\s+(?:the\s+)?_(?:\s+(?:in|of)\s+(?:the\s+)?_)?,\s+{_HONORIFIC}")


def _without_names(reading: Reading, start: int, end: int) -> str:
    """Some words with "_" for each body and place."""
    out: list[str] = []
    at = start
    for each in reading.inside(Span(start, end), "organization", "place", "demonym") if 0 < end - start < LONGEST_OFFICE else ():
        if each.span.start >= at:
            gap = reading.text[at : each.span.start]
            # "the Moroccan Embassy" is one.
            out.append("" if not gap.strip() and out else f"{gap}_")
            at = each.span.end
    return "".join(out) + reading.text[at:end]


LONGEST_OFFICE = 120
"""Code points between an office and its holder, with where it is held."""
_FROM = re.compile(
    r",?\s+(?:of|from)\s+(?:the\s+)?|,\s+(?:an?|the)\s+(?:[a-z][\w-]*\s+){1,5}(?:at|with)\s+(?:the\s+)?|,?\s+(?:who\s+)?(?:works\s+(?:for|at)|worked\s+(?:for|at))\s+(?:the\s+)?"
)


_AT = re.compile(
    r"(?:\s+\([^)]*\))?(?:,\s+(?:an?\s+|the\s+)?|\s+(?:is|was)\s+(?:currently\s+)?(?:an?\s+|the\s+)?|\s+(?:currently\s+)?(?:teaches|lectures|works|studies|researches)\s+)(?:[a-z][\w’'-]*\s+){0,7}at\s+(?:the\s+)?"
    r"|,\s+who\s+(?:heads|leads|directs|runs|works|teaches|chairs)\s+(?:[\w’'-]+\s+){0,7}?at\s+(?:the\s+)?"
)


def affiliations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The bodies in a byline, and whom "X of the Y Institute" belongs to."""
    bodies = reading.inside(sentence.span, "organization")
    for person in reading.inside(sentence.span, "person"):
        if sentence.block is Block.BYLINE:
            for body in bodies:
                yield Statement(
                    subject=person.entity, property="affiliation", value=body.entity, sentence=sentence, focus=around(person, body)
                )
            continue
        after = reading.next(person.span.end, sentence.span.end, "organization", within=64)
        between = Span(person.span.end, after.span.start) if after and after.span.start > person.span.end else None
        # "a professor of X" is an office there, which says more; "at X" tells the affiliation as well.
        works = between and (
            _FROM.fullmatch(reading.text, between.start, between.end) or _AT.fullmatch(reading.text, between.start, between.end)
        )
        if (
            after
            and between
            and works
            and (not reading.inside(between, "role") or re.search(r"\bat\s+(?:the\s+)?\Z", between.of(reading.text)))
        ):
            yield Statement(
                subject=person.entity, property="affiliation", value=after.entity, sentence=sentence, focus=around(person, after)
            )
