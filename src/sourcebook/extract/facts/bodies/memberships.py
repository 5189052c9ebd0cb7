"""Who belongs to what body, and who chairs it."""

from collections.abc import Iterator
from itertools import takewhile, zip_longest

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bodies.holders import ITS_PEOPLE, doers, holder, no_whole, person_acts
from sourcebook.extract.facts.both import two
from sourcebook.extract.facts.reading import OWNED, Reading
from sourcebook.extract.facts.rows import row, row_to
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.facts.terms import with_term
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, is_state, size_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_MEMBER = re.compile(
    r"(?<!non-)\b(?:members?\s+of(?:\s+both)?|(?:re)?joined|(?:re)?joining|(?:re)?join|returned\s+to|member\s+(?:states?|societ(?:y|ies)|organi[sz]ations?|associations?|compan(?:y|ies)|institutions?)\s+of|accede[ds]?\s+to|acceded\s+to|accession\s+to|(?:after|since|following)\s+(?:its|their)\s+(?:\w+\s+)?entry\s+(?:in)?to|membership\s+(?:of|in)|admitted\s+(?:in)?to)\s+(?:both\s+)?(?:the\s+)?\Z"
)
_IS_ONE = re.compile(
    r"\b(?:is|are|was|were|be|been|became|become|becomes|remain\w*|as)\b|,\s+(?:an?\s+|the\s+|both\s+|all\s+)?(?:(?:founding|full|new|key|permanent|leading|long-standing|fellow|active|associate)\s+)?members?\b"
)
_NOT_YET = re.compile(
    r"\b(?:candidates?|apply|appl(?:y|ies|ied|ication)|bids?|aspir\w+|seeks?|seeking|sought|hopes?|hoping|wants?|prospects?|path|talks|negotiat\w+|let|lets|letting|allow\w*|invit\w+|advocat\w+|unable|oppos\w+|future|potential|possible|(?:from|without|than)(?=\s+(?:[a-z]+ly\s+)?(?:re)?joining)"
    r"|accelerat\w*|hasten\w*|speed\w*|expedit\w*|roadmaps?|prefer\w*|prepar\w*|await\w*|eventual|near|nears|nearing|closer|delay\w*|imminent|prospective|hypothetical"
    r"|talk(?:s|ed|ing)?\s+(?:about|of)|consider\w*|discuss\w*|debat\w+|mull\w*|contemplat\w+|refus\w+|reject\w*|declin\w+|block\w*|veto\w*|against|question|process\s+of|opinion\s+on|support(?:s|ed|ing)?(?:\s+for)?|favou?r\w*|weigh\w*|pros\s+and\s+cons|pursu\w+|idea|ambitions?|goals?|aims?|aiming|interest(?:ed)?|wish\w*|promis\w+|offer(?:s|ed|ing)?|deserv\w+|eager|requests?|urg\w+|called\s+for|[Dd]en(?:y|ies|ied|ying)|no|not|nor|[Nn]either|never|if|whether)\b"
)
_BELONGING = words(
    "member members membership joined join joining rejoined rejoin rejoining returned partners acceded accede entry accedes accession "
    "admitted ally allies chair chairs chaired"
)
"""Words of which a sentence has one if it tells of members or of who chairs."""


@where(_BELONGING | words("president both"))
@with_term
def memberships(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Countries and bodies that are members of an organization, and who chairs one."""
    text, span = reading.text, sentence.span
    chairs = "president" in sentence.words and _IN_THE_CHAIR.search(text, span.start, span.end)
    if not chairs and sentence.words.isdisjoint(_BELONGING) and not {"both", "part"} <= sentence.words:
        return
    bodies = reading.inside(span, "organization")
    for body, following in zip_longest(bodies, bodies[1:]):
        if (
            _AROUND_IT.match(text, body.span.end)
            or _ITS_NAMED.match(text, body.span.end)
            or _ITS_PARTS.match(text, body.span.end)
            or (following and OWNED.fullmatch(text, body.span.end, following.span.start))
        ):
            # "members of the EU's Eastern Partnership": not of the EU.
            continue
        before = text[max(span.start, body.span.start - 60) : body.span.start]
        clause = max(span.start, text.rfind(";", span.start, body.span.start) + 1)
        # "Chile grew; it joined the Union"
        clause = span.start if text.startswith(" it ", clause) else clause
        earlier = [each for each in reading.between(clause, body.span.start, "place", "organization") if each.entity != body.entity]
        # "Norway opposed it, but Chile will join the Union": not Norway.
        anew = next(reversed(list(_BUT.finditer(text, clause, body.span.start))), None) if earlier else None
        earlier = [each for each in earlier if anew and each.span.start >= anew.end()] or earlier
        first = _first_of(reading, earlier, body)
        subject = holder(reading, earlier, first) or next((each for each in no_whole(reading, earlier) if _may_belong(each)), None)
        if first is not body:
            # "a member of the Council, the Forum and the Union"
            before = text[max(span.start, first.span.start - 60) : first.span.start]
            earlier = [each for each in earlier if each.span.end <= first.span.start]
            subject = subject if subject in earlier else None
        both = _BOTH_ARE.search(before)
        for side in the_two(reading, sentence, first.span.start - len(before) + both.start()) if both else ():
            yield Statement(side, "member_of", body.entity, sentence, body.span)
        found = _MEMBER.search(before)
        own = _ITS_NEW.search(before) if found else _ITS_PARTNERS.search(before)
        last = next(
            (
                each
                for each in reversed(earlier)
                if own and _may_belong(each) and each.span.end == body.span.start - len(before) + own.start()
            ),
            None,
        )
        if last:
            # "Croatia, our newest member of the Union", "the inclusion of Chad as a member of the Forum"
            yield stated(last, "member_of", body, sentence)
            continue
        yield from _member_before(reading, sentence, body)
        if found and "join" in found[0] and ITS_PEOPLE.match(text, body.span.end):
            # "joined ASEAN leaders for talks": the people of a body are meant.
            continue
        # "Since the Union's talks with Chile the country has joined": not the Union.
        unnamed = subject and found and subject.found.type == "organization" and _THE_COUNTRY.search(before, 0, found.start())
        thought_of = found and found[0].startswith(("membership", "joining")) and _is_thought_of(text, body, clause)
        if (
            subject
            and found
            and (unnamed or thought_of or _by_folk(text, subject, body, clause) or person_acts(reading, sentence, subject))
        ):
            continue
        if subject and found and found[0].startswith(("member ", "members ")) and not _tells_one(reading, subject, body):
            continue
        aimed = found and _TO_JOIN.match(text, body.span.start - len(before) + found.start()) and not _JOINS_INDEED.search(before)
        # "Chile, once a candidate of the Union, grew and joined it": only what governs the verb.
        # "has not thought what it needs as a member": it is one.
        joint = {"joined": " and ", "member": " as "}.get(found[0][:6]) if found else None
        new = before.rfind(joint, 0, found.start()) + 1 if found and joint else 0
        if subject and found and not aimed and not _NOT_YET.search(before, new):
            acting = doers(reading, sentence, first.span.start - len(before) + found.start())
            for member in acting if acting and all(map(_may_belong, acting)) else _joined(reading, subject, earlier):
                yield stated(member, "member_of", body, sentence)
        leads = _AS_MEMBER.search(before)
        then = _THEN.match(text, body.span.end, span.end) if leads else None
        one = reading.after(then, span.end, "place", "organization", within=1)
        if one and (one.found.type == "organization" or size_of(one) == 3) and one.entity != body.entity:
            yield stated(one, "member_of", body, sentence)
        yield from _chaired_before(text, sentence, body, earlier, before)
        yield from _chaired(reading, sentence, body)


_IN_BRACKETS = re.compile(r"\((?:(?:and|or|also|itself|now|once)\s+)*(?:an?\s+|the\s+)?(?:[a-z]+\s+){0,2}members?\s+of\s+(?:the\s+)?\Z")
"""What belongs to the word right before it: "the owner of a state (and a member of the Forum)"."""
_ITS_OFFICER = re.compile(
    r"[’']s?\s(?:[a-z-]+\s){0,3}[a-z-]+,\s(?:an?\s|the\s)?(?:[a-z]+\s)?members?\sof\b|[^.;]*\b(?:him|her|them|me)\s(?:as|to\sbe)\s(?:an?\s|the\s)?(?:[a-z]+\s)?members?\sof\b"
)
"""Not the Front is a member in "the Front's foreign secretary, member of the Council", nor the Congress in "the Congress elected him as a member"."""


def _by_folk(text: str, subject: Linked, body: Linked, clause: int) -> bool:
    """Whether those who join a body are only people from a state."""
    folk = _FOLK_FROM.search(text, max(clause, subject.span.start - LONGEST), subject.span.start)
    return folk is not None and "," not in text[subject.span.end : body.span.start]


_FOLK_FROM = re.compile(
    r"(?i)\b(?!countries\b|states\b|nations\b|members\b|economies\b|others\b)[a-z]{3,}s\s+from\s+(?:[^.;,]{0,60}\s+and\s+)?(?:the\s+)?\Z"
)
"""Before a state whose people alone are meant: "fighters from Chile joined the Front"."""
_ITS_NAMED = re.compile(r"[’']s\s+(?:[A-Z]\w+\s+){0,3}(?:Partnership|Council|Committee|Assembly|Programme?|Initiative|Group)\b")
_ITS_PARTS = re.compile(
    r"(?:[’']s?)?\s+(?:(?!as\b|in\b|on\b|and\b|or\b|of\b|to\b)[a-z-]+\s+)?(?:agenc(?:y|ies)|bodies|organs|institutions|committees?|commissions?|funds|forums?|structures|conventions?|treaties|agreements?|frameworks?"
    r"|working\s+groups?|customs\s+union)\b"
)
"""After a body of which only a part is meant: "membership in UN agencies"."""
_AROUND_IT = re.compile(r"(?:\s?\+\s?\w+)?[-–](?:led|backed|sponsored|brokered|centred|centered|style|mandated|wide|related)\b")
"""After a body of which only something else has its name: "membership in the Forum + 6-led Compact"."""


def _is_thought_of(text: str, body: Linked, clause: int) -> bool:
    """Whether a membership is only thought of: "joining the Union means a new beginning", "prefers an alliance with Chile to membership in the Union"."""
    return bool(_IT_MEANS.match(text, body.span.end) or _PREFERS.search(text, max(clause, body.span.start - LONGEST), body.span.start))


_IT_MEANS = re.compile(r"(?:\s+\([^)]*\))?\s+(?:marks?|marked|means?|meant|requires?|is\s+(?:a|an|not|off|out\s+of))\b")
_PREFERS = re.compile(r"\bprefer(?:s|red|ring)?\s[^.;]*\s(?:to|over)\s+[^.;]{0,40}\Z")
LONGEST = 200
"""Code points before a body in which is said what somebody prefers to it."""
_TO_JOIN = re.compile(r"(?<=\bto )(?:re)?join\b")
_JOINS_INDEED = re.compile(
    r"\b(?:(?:first|second|third|[a-z]+th|last|latest|next|only|newest|youngest)\b[^.;,]{0,40}?|(?:went\s+on|set|due|expected|poised|plan(?:s|ned|ning)?|intends?|agreed|decided|voted|about|scheduled|ready|is|are|was|were)\s+)to\s+(?:re)?join\s"
)
"""In "the first state to join the Union" and "is to join the Union", not in "offered ways to join the Union"."""
_BUT = re.compile(r",\s+(?:but|while|whereas|although|though)\s")
_FORCE = re.compile(
    r"\b(?:Army|Navy|Air Force|Forces?|Marines|Corps|Guard|Police|Command|Ministry|Embassy|Policy|Strategy|Programme|Program|Plan)\Z"
    r"|\A(?:Ministry|Department|Office|Embassy|Consulate|Government|Parliament)\s+of\b"
)
"""The last words of bodies of one state, which belong to no other, and of what is no body but is named like one."""


def _may_belong(each: Linked) -> bool:
    """Whether a body or a state may be a member of another."""
    return size_of(each) == 3 if each.found.type != "organization" else not _FORCE.search(each.found.name)


def _tells_one(reading: Reading, subject: Linked, body: Linked) -> bool:
    """Whether the words between say that one is a member: not in "the Court's judge Ana Ruiz, members of the Commission"."""
    between = Span(subject.span.end, max(body.span.start, subject.span.end + 1))
    told = _IS_ONE.search(reading.text, between.start, between.end) and not _OTHERS_DID.search(reading.text, between.start, between.end)
    others = _ITS_OFFICER.match(reading.text, subject.span.end, body.span.start)
    aside = _IN_BRACKETS.search(reading.text, subject.span.end, body.span.start)
    if aside and reading.text[subject.span.end : aside.start()].strip():
        return False
    return bool(told) and not others and not reading.people(between)


def the_two(reading: Reading, sentence: Sentence, until: int) -> list[str]:
    """The two states of "both nations are members of the Union": the only ones that the paragraph has named, else those of the text."""
    start = reading.document.article.blocks[sentence.paragraph].start
    named = [each for each in reading.inside(Span(start, until), "place") if size_of(each) == COUNTRY] if start < until else []
    states = list(dict.fromkeys(each.entity for each in named))
    return states if len(states) == PAIR else two(reading, sentence)


PAIR = 2
_OTHERS_DID = re.compile(
    r"\b(?:(?:which|where|when|whose|after|before|with|by|to|from)\s+(?:the\s+|some\s+|several\s+|other\s+|most\s+|all\s+|many\s+)?(?:[a-z]+\s+){0,2}members?"
    r"|(?:with|to|from|by|against)\s+(?:an?\s+|other\s+|the\s+)?member\s+states?)\s+of\s+(?:the\s+)?\Z"
    r"|\band\s+(?:the|its|their|all|some|several|other|most)\s+(?:[a-z0-9]+\s+){0,3}members\s+of\s+(?:the\s+)?\Z"
)
"""In "went to the House, where members of the Committee were", "between Chile and the five permanent members of the Council": no member of it."""


_IN_THE_CHAIR = re.compile(
    r",\s+(?:(?:which\s+is|now|currently|then|as)\s+)?(?:the\s+)?(?:(?:current|rotating|acting|new|present|this\s+year[’']s)\s+){0,2}"
    r"(?:president|chair(?:man)?|presidency|chairmanship)\s+of\s+(?:the\s+)?"
)
"""After a state: "Norway, the current chair of the Council"."""
_OPENS = re.compile(r"(?:\A|[;:]\s|\b(?:by|and|that|while|with)\s)(?:the\s+|The\s+)?\Z")


def _chaired_before(text: str, sentence: Sentence, body: Linked, earlier: list[Linked], before: str) -> Iterator[Statement]:
    """After "the Forum is chaired by the Union", "Chile and Peru co-chaired the Forum"."""
    chaired = re.search(r"\b(?:is|was|are|were)\s+(?:currently\s+)?chaired\s+by\s+(?:the\s+)?\Z", before)
    chairs = [each for each in earlier if each.found.type == "organization"] if chaired else []
    if chairs:
        yield stated(chairs[0], "chaired_by", body, sentence)
    state = earlier[-1] if earlier and is_state(earlier[-1]) and earlier[-1].found.type == "place" else None
    alone = state and _OPENS.search(text[sentence.span.start : state.span.start])
    if state and alone and _IN_THE_CHAIR.fullmatch(text, state.span.end, body.span.start):
        yield stated(body, "chaired_by", state, sentence)
    if re.search(r"\bco-chaired\s+(?:by\s+)?(?:the\s+)?\Z", before):
        for state in [each for each in earlier if size_of(each) == 3 and body.span.start - each.span.end < 30]:
            yield stated(body, "chaired_by", state, sentence)


def _member_before(reading: Reading, sentence: Sentence, body: Linked) -> Iterator[Statement]:
    """After "NATO member Türkiye", "EU member states Poland and Malta", "members of the Council, including Oman"."""
    text, end = reading.text, sentence.span.end
    leads = _ITS_MEMBER.match(text, body.span.end, end) or (
        _INCLUDING.match(text, body.span.end, end)
        if re.search(
            r"\b[Mm]embers?(?:\s+states)?\s+of\s+(?:the\s+)?\Z", text[max(sentence.span.start, body.span.start - 40) : body.span.start]
        )
        else None
    )
    aside = _A_MEMBER.match(text, body.span.end, end)
    state = next((each for each in reversed(reading.before(body.span.start)) if is_state(each)), None) if aside else None
    if state and state.found.type == "place" and _AN.fullmatch(text, state.span.end, body.span.start):
        # "Norway, a NATO member,"
        yield stated(state, "member_of", body, sentence)
    for each in _all_before(reading, body, sentence) if _MEMBERS_ALL.match(text, body.span.end, end) else ():
        yield stated(each, "member_of", body, sentence)
    for each in reading.listed(leads.end(), end) if leads else ():
        if size_of(each) == 3:
            yield stated(each, "member_of", body, sentence)


def _all_before(reading: Reading, body: Linked, sentence: Sentence) -> list[Linked]:
    """The states of the list that "all NATO members" or "both members of the Union" follows."""
    before = takewhile(
        lambda each: each.span.start >= sentence.span.start and size_of(each) == COUNTRY and each.found.type == "place",
        reversed(reading.before(body.span.start)),
    )
    found = row_to(reading.text, [*before][::-1], _LIST)
    return found[::-1] if len(found) > 1 and _ALL.fullmatch(reading.text, found[-1].span.end, body.span.start) else []


_ALL = re.compile(r"(?:\s+\([^)]*\))?,?\s+(?:\(|[–—-]\s+)?(?:all|both|each|all\s+(?:of\s+)?them|all\s+three|all\s+four)\s+(?:the\s+)?")
_LIST = re.compile(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?")
_MEMBERS_ALL = re.compile(r"(?:\s+\([^)]{1,12}\))?(?:[’']s?)?\s+(?:(?:fellow|founding|full|key|new)\s+)?(?:members?|allies)\b")
_AN = re.compile(r",\s+(?:an?|the|also\s+an?|itself\s+an?)\s+(?:(?:fellow|founding|full|key|new|longtime)\s+)?")
_A_MEMBER = re.compile(
    r"\s+(?:(?:fellow|founding|full|key|new|permanent|long-time)\s+)?member(?:\s+(?:state|country|nation))?(?=[,.;)]|\s+(?:since|and|that|which|with)\b)"
)
_ITS_MEMBER = re.compile(
    r"(?:[’']s?)?\s+(?:(?:fellow|founding|full|key|new|newest|latest|youngest|oldest|largest|smallest|long-time)\s+)?(?:members?(?:\s+(?:states?|countries|country|nations?))?|all(?:y|ies))(?:(?<=est\smember),\s+|(?<=est\smember\sstate),\s+|\s+(?:(?:like|such\s+as|including)\s+)?|\s*\(|:\s+|\s+[–—-]\s+)(?=[A-Z])"
)
_INCLUDING = re.compile(
    r"(?:\s+\([^)]*\))?,?\s+(?:including|such\s+as|like|(?:most\s+)?notably|particularly|especially|among\s+them)\s+(?:the\s+)?"
)


def _chaired(reading: Reading, sentence: Sentence, body: Linked) -> Iterator[Statement]:
    """The persons who chair a body: "the Commission was co-chaired by Foreign Ministers A and B", "A chairs the Commission"."""
    text, end = reading.text, sentence.span.end
    passive = _CHAIRED_BY.match(text, body.span.end, end)
    if passive:
        clause = reading.clause_end(passive.end(), end)
        # "chaired by ministers, …": by nobody whom the words name.
        nobody = _UNNAMED.match(text, passive.end(), end)
        who = reading.people(Span(passive.end(), clause))[:2] if clause > passive.end() and not nobody else []
        who = who or [each for each in reading.listed(passive.end(), end) if size_of(each) == 3]
    else:
        # "chaired the EU ministers' meeting": not the EU.
        whole = not _ITS_OWN.match(text, body.span.end, end)
        active = reading.led(_CHAIRS, sentence, body.span.start) if whole else None
        who = (
            [each for each in reading.people(Span(sentence.span.start, active.start())) if each.span.end == active.start()]
            if active and active.start() > sentence.span.start
            else []
        )
    for each in who:
        yield stated(body, "chaired_by", each, sentence)


_CHAIRED_BY = re.compile(
    r"(?:\s+\([^)]*\))?,?\s+(?:(?:which\s+)?(?:is|was|are|were|will\s+be)\s+)?(?:currently\s+)?(?:jointly\s+)?(?:co-)?chaired\s+by\s+(?:the\s+)?"
)
_UNNAMED = re.compile(r"(?:(?:our|their|its|both|two|the|respective|senior)\s+)*(?:heads\s+of\s+[a-z]+|[a-z]+s)(?=[,.;])")
_ITS_OWN = re.compile(
    r"(?:[’']s?)?\s+(?!(?:in|on|at|to|and|for|with|from|during|before|after|about|as|by|of|but|who|which|that|since|until|today|last|this|has|have|had|was|were|is|are)\b)[a-z]+"
)
_CHAIRS = re.compile(r",?\s+(?:who\s+)?(?:(?:currently|also)\s+)?(?:co-)?chair(?:s|ed)\s+(?:the\s+)?\Z")


def _first_of(reading: Reading, earlier: list[Linked], body: Linked) -> Linked:
    """The first body of the list that a body stands in; an owner counts as no more than its own: "the EU's Eastern Partnership"."""
    first = body
    for each in reversed(earlier):
        if each.found.type != "organization" or not _AND_THE.fullmatch(reading.text, each.span.end, first.span.start):
            break
        first = each
    return first


_ITS_PARTNERS = re.compile(r"\s+and\s+its\s+(?:[a-z-]+\s+){0,2}(?:partners|allies|fellow\s+members)\s+in\s+(?:the\s+)?\Z")
_ITS_NEW = re.compile(
    r"(?:,\s+(?:our|the|its|their|an?)\s+|\s+as\s+(?:an?|the)\s+)(?:[a-z-]+\s+){0,2}member(?:\s+state)?\s+of\s+(?:the\s+)?\Z"
)
_BOTH_ARE = re.compile(
    r"\b(?:[Bb]oth(?:\s+of\s+(?:the|them))?|[Tt]he\s+two)(?:\s+(?:countries|states|nations|sides))?\s+(?:are|were|remain|have\s+been)\s+(?:also\s+)?(?:(?:\w+\s+(?:and\s+\w+\s+)?)?members|part)\s+of\s+(?:the\s+)?\Z"
)
_AND_THE = re.compile(
    r"\)?(?:\s+\([^)]*\))?(?:\s+in\s+(?:[A-Z][a-z]+\s+)?\d{4})?(?:,?\s+and\s+(?:of\s+)?|,\s+|[’']s?\s+)(?:the\s+)?"
    r"|\s+\((?:(?:now|formerly|later)\s+)?(?:(?:re)?named\s+|called\s+)?(?:the\s+)?"
)
"""Also past another name of it: "the Union (now the League), and the Forum"."""
_THE_COUNTRY = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s+(?:country|nation|state|republic|island)\s+(?:(?:has|had|also|then|later|formally)\s+)*\Z"
)
_AS_MEMBER = re.compile(
    r"\b(?:As|(?:Al)?though|While|Being)\s+(?!not\b|never\b|no\b|once\b|formerly\b)(?:[a-z]+\s+)?(?:an?|the|one\s+of\s+the)\s+(?:[a-z-]+\s+){0,2}members?\s+of\s+(?:the\s+)?\Z"
)
_THEN = re.compile(r"(?:\s+\([^)]*\))?,\s+(?:(?:in|on|after|since|during)\s[^,;.]{3,40}?(?:,\s+|\s+))?(?:the\s+)?(?=[A-Z])")


def _joined(reading: Reading, first: Linked, others: list[Linked]) -> list[Linked]:
    """The first of a list and those that commas and "and" join to it: "Togo, Benin and Ghana joined"."""
    return row(reading.text, others[others.index(first) :], _LIST)
