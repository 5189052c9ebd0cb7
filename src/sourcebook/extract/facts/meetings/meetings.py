"""Who met whom."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence, folded, matches, within
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.meetings.encounters import encounters
from sourcebook.extract.facts.meetings.together import NEVER_HELD, together
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.several import all_doing, following_subject, several_doing
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_MET_BY = re.compile(
    r"\b(?:was|were|is|been)\s+(?:\w+ly\s+)?(?:received|welcomed|greeted|met|hosted|visited)\s+"
    r"(?:(?:for|to)\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:talks|lunch|dinner|breakfast|tea|meeting)\s+)?(?:(?:today|yesterday|earlier|here|also|later|[A-Z]\w+day)\s+)?(?:(?:at|in|on|upon)\s+[^.;,]{2,40}?\s+)?by\s+"
    r"(?:the\s+)?"
)


@where(cues.TALK)
def meetings(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who met whom: each person of the list that follows, or, where none is, the body."""
    yield from _by_verbs(reading, sentence)
    yield from _received(reading, sentence)
    yield from _discussed_with(reading, sentence)
    yield from _held_with(reading, sentence)
    yield from _listed_below(reading, sentence)
    yield from _accredited(reading, sentence)
    yield from _paid_him(reading, sentence)
    yield from encounters(reading, sentence)
    yield from together(reading, sentence)


_MEETS = folded(cues.MEETS)
_COMPANY = re.compile(
    r"\bwith\s+the\s+(?:[a-z]+\s+)?(?:participation|presence|attendance)\s+of\b|\bin\s+the\s+presence\s+of\b|\b(?:be|been|is|are|was|were)\s+(?:led|headed|chaired|overseen|mediated|brokered)\s+by\b"
)
"""Before those who come along, or run it: "held its session with the participation of Ana Ruiz", "said the talks would be led by her"."""


def _by_verbs(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "A and B met C and D": each of the first with each of the others."""
    text, span = reading.text, sentence.span
    verbs = list(matches(cues.MEET, text, within(reading.document.where_so(_MEETS), span), span.end))
    met: set[str] = set()
    before: list[str] = []
    for number, found in enumerate(verbs):
        if reading.led(_WE, sentence, found.start(), 60):
            # "We look forward to receiving X": who speaks is not told.
            continue
        if _OF_SOME.match(text, found.end(), span.end) and reading.led(_THE, sentence, found.start(), 24):
            # "Ana Ruiz said that the meeting of ministers with X": not hers.
            continue
        if any(reading.led(each, sentence, found.start(), 40) for each in (cues.CALLED_OFF, _ONLY_NAMED)) or _state_does(
            reading, found.start()
        ):
            continue
        # Whom a verb names stands before the next one.
        others = _others(reading, sentence, found, verbs[number + 1].start() if number + 1 < len(verbs) else span.end)
        doers = _doers(reading, sentence, found.start())
        if met and set(doers) <= met and not _CLAUSES.search(text, verbs[0].end(), found.start()):
            # "She held talks with A, called on B and met C": not A.
            doers = before
        subject = doers[0] if doers else None
        mine = reading.led(_MINE, sentence, found.start(), 24)
        if subject is None and others and not mine and not reading.plural(found.start(), span.start):
            # "After meeting X, he ...": the subject follows.
            subject = following_subject(reading, sentence, found.start())
        if subject is None and others and (_HIS.match(text, span.start) or _IN_TALKS.match(text, span.start)):
            # "His remarks came after a meeting with X.", "During the meeting with X, both sides"
            subject = reading.spoken_of(sentence)
        if subject is None and others and _STAY.match(text, span.start):
            # "During her stay, the Norwegian speaker held talks with A": who was spoken of.
            subject = reading.spoken_of(sentence)
        if subject is None and others and _OPENS_LATE.match(text, span.start):
            subject, others = _acting_last(reading, others, span.end)
        before = doers or ([subject] if subject else [])
        met |= {each.entity for each in others} if before or not met else set()
        for who in before:
            for other in others:
                company = _COMPANY.search(text, found.end(), other.span.start) if found.end() < other.span.start else None
                if other.entity != who and not company and not NEVER_HELD.match(text, other.span.end, span.end):
                    yield _met(reading, who, other.entity, sentence, Span(found.start(), other.span.end))


def _doers(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """Those who do what a verb says; nobody after "The spokesman said that during talks with A, the minister was invited"."""
    said = reading.led(_SAID_DURING, sentence, verb, 60)
    return [] if said else all_doing(reading, sentence, verb) or several_doing(reading, sentence, verb)


def _state_does(reading: Reading, verb: int) -> bool:
    """Whether a state, with which a clause begins, does what a verb says: "After Ana Ruiz's visit, Norway hosted Ola Lund"."""
    before = reading.before(verb)
    last = before[-1] if before and before[-1].found.type == "place" else None
    return bool(
        last
        and _AT_ONCE.fullmatch(reading.text, last.span.end, verb)
        and _CLAUSE_BEGINS.search(reading.text, max(0, last.span.start - 24), last.span.start)
    )


_CLAUSE_BEGINS = re.compile(r"(?:,|;|\b(?:that|when|while|as|because|since|after|before))\s+(?:the\s+)?\Z")


def _received(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "A was welcomed by B and C"."""
    for found in _MET_BY.finditer(reading.text, sentence.span.start, sentence.span.end) if "by" in sentence.words else ():
        guests = all_doing(reading, sentence, found.start()) or several_doing(reading, sentence, found.start())
        they = _THEY.match(reading.text, sentence.span.start) if not guests else None
        guests = reading.doers(they.end(), sentence.span.start) if they else guests
        end = max(reading.clause_end(found.end(), sentence.span.end), found.end() + 1)
        hosts = reading.people(Span(found.end(), end)) if guests else []
        for each in hosts if hosts and reading.straight(found.end(), hosts[0].span.start) else ():
            for guest in guests:
                if each.entity != guest:
                    yield _met(reading, guest, each.entity, sentence, Span(found.start(), each.span.end))


_THEY = re.compile(r"They\s+")


def _listed_below(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "met with the following ministers:", whoever each of the next lines names."""
    text, span = reading.text, sentence.span
    found = _FOLLOWING.search(text, span.start, span.end) if "following" in sentence.words and text[span.end - 1] in ":;" else None
    doers = reading.doers(found.start(), span.start) if found else []
    for each in reading.document.sentences[sentence.number + 1 : sentence.number + 1 + MOST_LINES] if doers else ():
        people = reading.people(each.span)
        if not people or _NEW_CLAUSE.search(reading.plain(each.span.start, each.span.end, "role")):
            return
        for who in doers:
            yield _met(reading, who, people[-1].entity, each, people[-1].span)


def _accredited(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Ambassador A presented her credentials to President B"."""
    text, span = reading.text, sentence.span
    for found in _CREDENTIALS.finditer(text, span.start, span.end) if not sentence.words.isdisjoint(_PAPERS) else ():
        host = reading.next(found.end(), span.end, "person", within=90)
        if host and reading.straight(found.end(), host.span.start):
            for who in all_doing(reading, sentence, found.start()):
                if who != host.entity:
                    yield _met(reading, who, host.entity, sentence, Span(found.start(), host.span.end))


def _paid_him(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Minister A spoke when Ambassador B paid him a courtesy call": B met A."""
    text, span = reading.text, sentence.span
    for found in _PAID_HIM.finditer(text, span.start, span.end) if "paid" in sentence.words else ():
        people = reading.people_between(span.start, found.start())
        guest = people[-1] if people and _AT_ONCE.fullmatch(text, people[-1].span.end, found.start()) else None
        others = {each.entity for each in people if guest and each.entity != guest.entity}
        host = next(iter(others)) if len(others) == 1 else reading.spoken_of(sentence) if guest and not others else None
        if guest and host and host != guest.entity:
            yield _met(reading, guest.entity, host, sentence, Span(guest.span.start, found.end()))


_PAID_HIM = re.compile(r"\bpaid\s+(?:him|her)\s+an?\s+(?:[\w-]+\s+){0,2}(?:call|visit)\b")
_AT_ONCE = re.compile(r"(?:,\s[^,;]{3,80},)?\s+(?:(?:also|recently|earlier|yesterday|today|then|and\s+(?:his|her)\s+\w+)\s+)*")
_PAPERS = words("credentials credence accreditation")
_CREDENTIALS = re.compile(
    r"\bpresent(?:ed|s|ing)\s+(?:(?:his|her|their)\s+)?(?:diplomatic\s+)?"
    r"(?:credentials|letters?\s+of\s+(?:[Cc]redence|[Aa]ccreditation)|Letters?\s+of\s+(?:Credence|Accreditation))"
    r"(?:\s+(?:as|today|yesterday|on)\s[^.;]{3,90}?)?\s+to\s+(?:the\s+)?"
)
MOST_LINES = 40
_FOLLOWING = re.compile(r"\b(?:met|meets?|meetings?|talks)\s+(?:[\w-]+\s+){0,3}?the\s+following\b")


def _discussed_with(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "With President A and ministers, he discussed"."""
    text, span = reading.text, sentence.span
    found = _WITH_HIM.match(text, span.start, span.end)
    people = reading.people(Span(span.start, found.end())) if found else []
    who = reading.spoken_of(sentence) if people and reading.straight(span.start + len("With "), people[0].span.start) else None
    for each in people if who else ():
        if who and each.entity != who:
            yield _met(reading, who, each.entity, sentence, Span(span.start, each.span.end))


_WITH_HIM = re.compile(r"With\s+[^,.;“”\"]{3,90},\s+(?:he|she)\s+(?:also\s+)?(?:discussed|reviewed|talked|spoke|explored|covered|signed)\b")


def _held_with(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Talks were also held with A, B and C": whoever was spoken of, with each."""
    found = _WERE_HELD.match(reading.text, sentence.span.start, sentence.span.end) if "held" in sentence.words else None
    who = reading.spoken_of(sentence) if found else None
    signs = signs_of(reading, sentence)
    for each in those(signs.list_at(signs.spot(found.end())) if found and who else None):
        if who and each.found.type == "person" and each.entity != who:
            yield _met(reading, who, each.entity, sentence, Span(sentence.span.start, each.span.end))


_WERE_HELD = re.compile(
    r"(?:[A-Z][a-z]+\s+)?(?:[Mm]eetings?|[Tt]alks|[Dd]iscussions|[Cc]onsultations|[Nn]egotiations)\s+"
    r"(?:were|was|have\s+been)\s+(?:also\s+|later\s+)?held\s+with\s+(?:the\s+)?"
)


def _acting_last(reading: Reading, others: list[Linked], end: int) -> tuple[str | None, list[Linked]]:
    """Who acts after "Following talks with A, B told", and whom he met."""
    text = reading.text
    after = reading.next(others[-1].span.end, end, "person", within=60)
    if after and _DOES.match(text, after.span.end, end) and _is_apart(reading, others[-1], after):
        return after.entity, others
    if len(others) > 1 and _DOES.match(text, others[-1].span.end, end) and _is_apart(reading, others[-2], others[-1]):
        return others[-1].entity, others[:-1]
    return None, others


def _is_apart(reading: Reading, one: Linked, other: Linked) -> bool:
    """Whether a comma, and no "and", stands between two persons."""
    there = _AT.match(reading.text, one.span.end, other.span.start)
    start = there.end() if there else one.span.end
    between = reading.text[start : other.span.start]
    return between.startswith(",") and " and " not in between and reading.straight(start, other.span.start)


_AT = re.compile(r"\s+(?:at|in|on)\s+[^,.;“”\"]{2,40}(?=,)")
_CLAUSES = re.compile(r"\b(?:who|whom|while|when|where|that|after|before|said|then)\b|;|:")
_STAY = re.compile(r"(?:During|On|In)\s+(?:his|her)\s+[^,]{3,40},\s+the\s+[^,]{3,60}?\s+[a-z]+")
_ONLY_NAMED = re.compile(
    r"\b(?:mean(?:s|t|ing)?|reject(?:s|ed|ing)?|rul(?:ed|es?|ing)\s+out|oppos(?:ed|es?|ing)|refus(?:ed|es?|ing)|against|without|wait(?:s|ed|ing)?(?:\s+for)?|possible|possibility\s+of"
    r"|prospects?\s+of|call(?:ed|s|ing)?\s+for)\s+(?:(?:direct|any|further|new|more|bilateral|face-to-face|such|a|to)\s+){0,3}\Z"
)
"""Before a meeting that is only spoken of: "It should not be taken to mean talks with X"."""
_SAID_DURING = re.compile(
    r"\b(?:said|says|added|noted|announced|reported)\s+that,?\s+(?:during|in|at|after|following|before)\s+(?:an?\s+|the\s+|their\s+)?(?:[a-z-]+\s+){0,2}\Z"
)
_OF_SOME = re.compile(r"(?:of|between|among)\s")
_THE = re.compile(r"\b(?:the|an?|this|that|next|last)\s+(?:[a-z-]+\s+){0,2}\Z")
_WE = re.compile(r"\b(?:[Ww]e|I)\s+(?:(?!and\b)[a-z]+\s+){0,5}\Z")
_MINE = re.compile(r"\b[Mm]y\s+(?:[a-z]+\s+){0,2}\Z")
"""Before a meeting of the author's: "In my first meeting with Ana Ruiz, he"."""
_HIS = re.compile(r"(?:His|Her)\s")
_IN_TALKS = re.compile(
    r"(?:During|At|In)\s+(?:the|their|an?)\s+(?:[\w-]+\s+){0,2}"
    r"(?:meeting|talks|discussions)\s+with\s[^;“”]{3,160},\s+"
    r"(?:the\s+(?:two|sides|parties|leaders|ministers)|both|they)\b"
)
_OPENS_LATE = re.compile(
    r"\W*"
    r"(?:Meeting|Receiving|Welcoming|Hosting|Greeting"
    r"|(?:Speaking|Commenting)\s+(?:to\s+(?:the\s+)?\w+\s+)?(?:in\s+[A-Z]\w+\s+)?"
    r"(?:after|following|before|during|at|ahead\s+of)|Following|After|During|At|In|Before|Having|Upon|On(?=\s+meeting\b))\b"
)
_DOES = re.compile(
    r"(?:\s+|,\s+(?=[a-z]+ed\b|said\b|told\b|flew\b|went\b|left\b|spoke\b))"
    r"(?!(?:and|or|but|with|in|at|on|of|to|for|from|by|who|whom|whose|which|that|as|about|over|near|while|when"
    r"|where|before|after|during|regarding|concerning)\b)[a-z]+\b"
)


def _others(reading: Reading, sentence: Sentence, found: re.Match[str], stop: int) -> list[Linked]:
    """Whom a verb of meeting has for its object: persons, or else a body; nobody where it was a call."""
    text, span = reading.text, sentence.span
    if text.startswith("by ", found.end()):
        # "was joined by": they went along.
        return []
    if (_FAR.search(found[0]) and not found[0].startswith(("paid", "called", "call on", "received"))) or reading.led(
        _FAR, sentence, found.start(), 30
    ):
        return []
    hosts = bool(_HOSTS.match(found[0]))
    end = _list_end(reading, found.end(), stop) if stop > found.end() else found.end()
    people = reading.people_between(found.end(), end)
    too = _AND_WITH.match(text, end, stop) if people else None
    if too and not reading.people(Span(end, too.end())):
        # "met with Ana Ruiz to discuss trade and with Luis Vega": him too.
        people += reading.people_between(too.end(), reading.clause_end(too.end(), stop))
    # "met Ana Ruiz's foreign minister, Eva Dahl": her.
    whose = [each.span.end for each in people if _WHOSE_MEN.match(text, each.span.end, span.end)]
    people = [
        each
        for each in people
        if each.span.end not in whose
        and not _OF_OTHERS.search(text, found.end(), each.span.start)
        and not (hosts and _OWNS.match(text, each.span.end))
        and not _SAYS.match(text, each.span.end, span.end)
    ]
    if people:
        lead = text[found.end() : people[0].span.start]
        if (
            "[" in lead
            or _OTHERS_MET.search(lead)
            or _BY_CALL.search(lead)
            or (_TALKS_OF.fullmatch(found[0]) and not _WITH_THEM.search(lead))
        ):
            # "talks [Picture: Ola Lund]"; "a follow-up to the talks held between A and B": they met one another; "in a phone call with A": no meeting.
            return []
        loose = not hosts and not found[0].startswith("paid") and (not _MET.fullmatch(found[0]) or _WITH_OR_WHERE.search(lead))
        joint = found[0].lower().startswith("joined") and _IN_DOING.match(text, people[-1].span.end, span.end)
        led = _DELEGATION.search(lead)
        begin = max(found.end() + (led.end() if led else 0), *(end for end in (0, *whose) if end <= people[0].span.start))
        people += _men_of(reading, found.end(), people[0].span.start) if loose else []
        return people if not joint and (loose or reading.straight(begin, people[0].span.start)) else []
    if not re.search(r"with|met", found[0]):
        return []
    titles = reading.inside(Span(found.end(), span.end), "role")
    return [
        each
        for each in reading.between(found.end(), end, "organization")
        if each.span.start - found.end() < 40
        and not any(one.span.contains(each.span) for one in titles)
        and not _ELSEWHERE.search(text, found.end(), each.span.start)
        and not _OF_A_BODY.match(text, each.span.end, span.end)
    ]


_AND_WITH = re.compile(r"(?:,\s+)?to\s+[a-z]+\s(?:[^.;:“”]|(?<=[A-Z])\.){3,120}?,?\s+and\s+(?:also\s+|separately\s+)?with\s+(?=[A-Z])")


def _men_of(reading: Reading, start: int, end: int) -> list[Linked]:
    """The bodies whose officials stand before the first person: "held meetings with officials of the Central Bank and Minister Ana Ruiz"."""
    bodies = reading.between(start, end, "organization")
    return [
        each
        for each in bodies
        if _OFFICIALS_OF.fullmatch(reading.text, start, each.span.start) and _AND_THEN.match(reading.text, each.span.end)
    ]


_OFFICIALS_OF = re.compile(
    r"(?:(?:senior|top|other|high-level|the|several)\s+)*(?:officials|representatives|executives|members|leaders|managers|experts)\s+(?:of|from|at)\s+(?:the\s+)?"
)
_AND_THEN = re.compile(r"(?:\s+\([^)]*\))?(?:,|,?\s+and)\s")


_TALKS_OF = re.compile(r"(?:[\w-]+\s+)*?(?:talks|negotiations|consultations|discussions)\s+", re.IGNORECASE)
_WITH_THEM = re.compile(r"\b(?:with|including|involving|alongside|to)\b|[:–—]")
"""Before those who had talks: "ended the talks at a bad time and Ana Ruiz's" is no meeting with her."""
_BY_CALL = re.compile(r"\b(?:in|during|over|by|via|through)\s+(?:an?\s+|the\s+)?(?:tele)?(?:phone|video|telephonic)\b")
_OWNS = re.compile(r"[’']s?\s+\w")
"""As in "welcomed Ana Ruiz's decision", "joined Ana Ruiz's Harbour Group"."""


def _list_end(reading: Reading, start: int, stop: int) -> int:
    """Where the list of those met ends: past "President A; Minister B; and Ambassador C"."""
    end = reading.clause_end(start, stop)
    when = reading.text.find(" when ", start, end)
    end = when if when > start else end
    people = reading.people_between(start, end)
    while people and end < stop and reading.text[end] == ";":
        further = max(reading.clause_end(end + 1, stop), end + 2)
        named = reading.people(Span(end + 1, further))
        if not named or _NEW_CLAUSE.search(reading.text, end, named[0].span.start) or _TELLS.match(reading.text, named[-1].span.end, stop):
            break
        end = further
    return end


_NEW_CLAUSE = re.compile(r"\b(?:he|she|they|was|were|is|are|will|has|have|had|said|met|[a-z]+ed|by|with)\b")
_TELLS = re.compile(r"\s+(?:said|says|told|was|were|is|are|will|has|have|had|also|then|(?!(?:named|appointed)\b)[a-z]+ed)\b")
_OF_OTHERS = re.compile(
    r"\b(?:letters?|messages?|greetings|regards|invitations?|notes?|gifts?|condolences|congratulations|thanks|proposals?)\s+(?:from|of|by)\b|\b(?:said|that(?!\s+includ)|who)\b|\b(?:appointed|named|chosen|nominated|elected|sent|picked|selected)\s+by\b"
)
_OF_A_BODY = re.compile(
    r"(?:\s*\([^)]{1,20}\))?(?:[’']s?)?\s+"
    r"(?!(?:team|delegation|mission|in|on|at|to|and|for|with|from|during|before|after|about|as|by|over|but|who|which|that|today|yesterday"
    r"|last|this|has|have|had|was|were|is|are)\b)[a-z]+"
    r"|\s+and\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){1,4}"
    r"(?:chiefs?|officials|leaders|commanders?|representatives|members|officers|staff|employees|ministers)\b"
)
"""Who is met is not the body itself: "met with U.S. Air Force employees"."""
_ELSEWHERE = re.compile(r"\b(?:at|in|on|during|within|for|to|under)\s")
_FAR = re.compile(r"\b(?:phone|telephone|telephonic|video|virtual|virtually|online|call(?:ed)?)\b")
_HOSTS = re.compile(r"(?i:receiv|host|welcom|greet|joined)")
_WHOSE_MEN = re.compile(
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?(?:[’']s?)?\s+(?:administration|government|cabinet|campaign|official|officials|aide|aides)\b"
    r"|\s+(?:advis[eo]rs?|aides?|confidants?|loyalists?|lieutenants?|acolytes?|spokes(?:man|woman|person))\b"
    r"|[’']s?\s+(?:[a-z-]+\s+){0,3}(?:ministers?|envoys?|advis[eo]rs?|ambassador|deputy|deputies|representatives?|lawyers?|spokes(?:man|woman|person)|team|delegation|counterpart|successor|predecessor"
    r"|wife|husband|widower|widow|son|daughter|brother|sister|father|mother|family|widow|followers|supporters|allies|rivals?|opponents?|chief|critics)\b"
)
_SAYS = re.compile(
    r",?\s+(?:said|says|told|announced|reported|added)\b"
    r"|\s+(?:(?:also|later|then|recently)\s+){0,2}(?:joined|attended|participated|took\s+part)\b"
    r"|\s+(?:\([a-z]+\)\s+)?(?:looks?|looked|looking|watch(?:es|ed)?)\s+on\b"
)
"""After somebody of whom a clause of its own tells: "she met Luis Vega, and Ola Lund joined virtually"."""
_DELEGATION = re.compile(r"\bdelegation\b.*\b(?:(?:led|headed)\s+by|includ(?:ing|ed|es)|comprising)\s", re.DOTALL)
_MET = re.compile(r"(?:met|meets?|meeting)\s+(?:(?!with\b)\w+\s+)?", re.IGNORECASE)
_WITH_OR_WHERE = re.compile(
    r"\b"
    r"(?:with|delegations?|group|members|officials|leaders|representatives|counterparts?|ministers|presidents"
    r"|heads|chiefs|commanders|ambassadors)\b|\A(?:in|at|on|today|yesterday|late|early|again|first|for)\b"
)
_OTHERS_MET = re.compile(r"\bbetween\b")
_IN_DOING = re.compile(r"\s+(?:in|at|to)\s+[a-z]+(?:ing\b|\s)")


def _met(reading: Reading, subject: str, other: str, sentence: Sentence, focus: Span) -> Statement:
    return Statement(subject, "met", other, sentence, focus, qualifiers=reading.when(sentence, focus))
