"""What bodies are parts of, and whose they are."""

from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence, matches, within
from sourcebook.extract.facts.meant import body_meant
from sourcebook.extract.facts.reading import NEAR, OWNED, Reading
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_KIND_FIRST = (
    r"(?:[A-Z]\w+[’']s\s+|(?:[a-z-]+\s+){0,2}(?:[A-Z][\w.]+(?:[’']s?)?\s+){0,2}(?:[a-z-]+\s+){0,3}"
    r"(?:giant|conglomerate|group|company|firm|behemoth|holding|corporation|developer|maker|producer|retailer"
    r"|operator|bank|coalition|alliance|network)\s+)?"
)
_PART_OF = re.compile(
    rf"(?:\)?,?\s+|\s+\()(?:is\s+|was\s+|are\s+|as\s+|which\s+is\s+|(?:established|set\s+up|created|founded)\s+(?:in\s+[A-Z\d][\w ]{{2,15}}\s+)?as\s+)?(?:an?\s+|the\s+)?(?:integral\s+)?"
    rf"(?:(?!not\b|no\b|never\b|and\b|or\b|with\b)[a-z-]+\s+){{0,2}}?"
    rf"(?:part|branch|arm|unit|subsidiary|division|agency|department|wing|body|component|affiliate|organ|faction"
    rf"|offshoot|institution|programme|program|directorate|command|bureau)\s+(?:of|under|within)\s+(?:the\s+)?{_KIND_FIRST}"
    r"|\)?(?:,|\s+(?:is|was|,\s+which\s+is))\s+one\s+of\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}"
    r"(?:parts|branches|arms|units|subsidiaries|divisions|agencies|departments|wings|bodies|components|organs|institutions|forces"
    r"|directorates|commands|bureaus|committees|offices)\s+(?:of|under|within)\s+(?:the\s+)?"
)
_FRONTED = re.compile(
    r"\W*(?:(?:(?:[Ss]et\s+up|[Ee]stablished|[Cc]reated|[Ff]ounded|[Hh]oused|[Oo]perating|[Pp]laced)\s+(?:within|under|inside|in|as\s+part\s+of)"
    r"|[Ss]ubordinate(?:d)?\s+to|[Aa]ttached\s+to|[Oo]wned\s+by"
    r"|(?:(?:[Aa]s\s+(?:an?|the)|[Aa]n?)\s+)?(?:[a-z-]+\s+){0,2}(?:[Pp]art|[Bb]ranch|[Aa]rm|[Uu]nit|[Ss]ubsidiary|[Dd]ivision|[Aa]gency|[Dd]epartment|[Ww]ing|[Bb]ody|[Oo]rgan)\s+of"
    r"|[Uu]nder\s+the\s+(?:umbrella|authority|control|command|supervision)\s+of)\s+(?:the\s+)?)"
)
"""As in "Set up within the Foreign Ministry, the Consular Department"."""
_COMMA = re.compile(r",\s+(?:the\s+)?")
_TAKES = re.compile(
    r"\b"
    r"(?:seiz|liberat|captur|recaptur|free|clear|retak|retook|t[ao]k|took|wrest|receiv|separat|withdr|purchas|buy"
    r"|bought)\w*\b[^.;]{0,40}\Z"
)
_SOME_OF = re.compile(
    r"\b"
    r"(?:members?|MPs|lawmakers|deputies|officials?|representatives?|delegates?|experts?|people|someone|staff"
    r"|employees|officers|ministers?)\s+(?:of|from|at|in)\s+(?:the\s+)?\Z"
)
"""In "members of the House from the Committee", they are from it, not the House."""
_REGIONS = words("regions provinces districts cities states")
_LISTED = re.compile(r"\b(?:regions|provinces|districts|cities|states)\s+of\s+(?:the\s+)?")


def parts(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Bodies of bodies, and the regions that a list names."""
    text = reading.text
    bodies = reading.inside(sentence.span, "organization")
    fronted = _FRONTED.fullmatch(text, sentence.span.start, bodies[0].span.start) if len(bodies) > 1 else None
    if fronted and bodies[0].entity != bodies[1].entity and _COMMA.fullmatch(text, bodies[0].span.end, bodies[1].span.start):
        owner, owned = bodies[:2]
        yield stated(owned, "part_of", owner, sentence)
    for first, second in pairwise(bodies):
        between = text[first.span.end : second.span.start]
        if first.entity != second.entity and (
            re.fullmatch(r"\)?(?:\s+\([^()]{1,16}\))?\s+of\s+(?:the\s+)?", between)
            or (_PART_OF.fullmatch(between) and not reading.led(_AGAINST, sentence, first.span.start, 20))
            or _BELONGS.fullmatch(between)
            or (between == ", " and _MILITARY.search(first.found.name) and _LARGER.search(second.found.name))
            or (_WITHIN_BODY.fullmatch(between) and _UNIT.match(first.found.name) and _WHOLE.match(second.found.name))
            or (
                re.fullmatch(r",?\s+(?:(?:deployed|drawn|seconded|detached)\s+)?from\s+(?:the\s+)?", between)
                and not reading.led(_TAKES, sentence, first.span.start)
                and not reading.led(_SOME_OF, sentence, first.span.start)
            )
        ):
            # "The Office of the Ministry's Legal Department": of the Department.
            its = OWNED.match(text, second.span.end, sentence.span.end)
            whole = next((each for each in bodies if its and each.span.start == its.end()), second)
            # "the Initiative of the Union + 3": of more than the Union.
            more = _AND_MORE.match(text, second.span.end)
            if not more and (whole is not second or not _ITS_OWN_THING.match(text, second.span.end, sentence.span.end)):
                yield stated(first, "part_of", whole, sentence)
        elif first.entity != second.entity and _AN.fullmatch(between) and _AGENCY.match(text, second.span.end, sentence.span.end):
            # "UNICEF, a United Nations agency"
            yield stated(first, "part_of", second, sentence)
        elif first.entity != second.entity and _ITS_OWN.fullmatch(between):
            # "the Union’s peacekeeping force, the Mission to Chile", "Harbour Group network Blue Wave"
            yield stated(second, "belongs_to", first, sentence)
        elif first.entity != second.entity and _BESIDE.fullmatch(between) and _UNIT_OF.match(second.found.name):
            # As in "the Trade Department Office of Tariffs", of two names beside each other.
            yield stated(second, "part_of", first, sentence)
        elif first.entity != second.entity and OWNED.fullmatch(between) and not _OF_A_THING.match(text, second.span.end):
            # "The Ministry's Legal Department" is a part of it; "the Union's Training Centre" is its own.
            inner = _DEPARTMENT.search(second.found.name) or (not is_bloc(first) and _OFFICE.search(second.found.name))
            yield stated(second, "part_of" if inner else "belongs_to", first, sentence)
    if bodies:
        yield from _as_part_of(reading, sentence, bodies)
        yield from _wings(reading, sentence, bodies)
        yield from _made_of(reading, sentence, bodies)
        yield from _state_owned(reading, sentence, bodies)
    if text.find(":", sentence.span.start, sentence.span.end + 1) < 0:
        return
    lists = next(matches(_LISTED, text, within(reading.document.where(_REGIONS), sentence.span), sentence.span.end), None)
    land = reading.after(lists, sentence.span.end, "place", within=1)
    if land and text[land.span.end : land.span.end + 1] == ":":
        for part in reading.inside(Span(land.span.end, sentence.span.end), "place"):
            yield stated(part, "part_of", land, sentence)


_AND_MORE = re.compile(r"\s?\+\s?(?:\d|[A-Z])|[\s-](?:[Pp]lus)[\s-](?:[Oo]ne|[Tt]hree|[Ss]ix|\d)\b")


def _made_of(reading: Reading, sentence: Sentence, bodies: list[Linked]) -> Iterator[Statement]:
    """After "the Union and several of its agencies, including A, B", "the Armed Forces consist of A, B", "the Ministry, including A": all of the list."""
    making = not sentence.words.isdisjoint(_MAKING)
    they = _THEY.match(reading.text, sentence.span.start, sentence.span.end) if making else None
    last_one = reading.document.before(sentence) if they else None
    # "The Force began in 1980. It consists of A, B"
    meant = ((last_one and reading.opening_body(last_one.span)) or body_meant(reading, sentence)) if they else None
    wholes = [meant, *bodies] if meant else bodies
    for at, whole in enumerate(wholes if making else ()):
        end = they.end() if they and whole is meant else whole.span.end
        led = (
            _ITS_AGENCIES.match(reading.text, end, sentence.span.end)
            or _CONSISTS.match(reading.text, end, sentence.span.end)
            or (_LARGE.search(whole.found.name) and _INCLUDES.match(reading.text, end, sentence.span.end))
        )
        last = None
        for each in wholes[at + 1 :] if led else ():
            if led is None or each.span.start < led.end() or reading.text[each.span.start - 1] == "(":
                # "the Fund (FAO), the Agency": another name of it.
                continue
            if not (_NEXT.fullmatch(reading.text, last.span.end, each.span.start) if last else each.span.start == led.end()):
                break
            last = each
            apart = is_bloc(each) or (_MINISTRY.match(each.found.name) and not _CABINET.search(whole.found.name))
            if each.entity != whole.entity and not apart:
                yield stated(each, "part_of", whole, sentence)


_THEY = re.compile(
    r"(?:They|It|(?:The\s+|Its\s+)?[Oo]ther\s+(?:[a-z]+\s+)?(?:units|branches|services|components|agencies|departments|formations))(?=\s)"
)


def _wings(reading: Reading, sentence: Sentence, bodies: list[Linked]) -> Iterator[Statement]:
    """After "the Front's armed wing is the Harbour Brigade, and its political wing is the Party": both are parts of the Front."""
    for each in bodies if not sentence.words.isdisjoint(_WINGS) else ():
        led = reading.led(_WING_IS, sentence, each.span.start)
        if led is None:
            continue
        whole = bodies[0] if led["its"] else next((one for one in bodies if one.span.end == led.start()), None)
        if led["its"] and led.start("its") == sentence.span.start:
            # "The Front fights on. Its political wing, the Party, talks."
            whole = body_meant(reading, sentence)
        if whole and whole.entity != each.entity and whole.span.end < each.span.start:
            yield stated(each, "part_of", whole, sentence)


_WINGS = words("wing branch arm subsidiary division unit affiliate offshoot")
_WING_IS = re.compile(
    r"(?:[’']s?|,\s+whose|\b(?P<its>[Ii]ts))\s+(?:[a-z-]+\s+){0,2}(?:wing|branch|arm|subsidiary|division|unit|affiliate|offshoot)"
    r"(?:,?\s+(?:is|was|are|were)\s+(?:called\s+|known\s+as\s+)?|(?(its),\s+(?:called\s+|known\s+as\s+)?|(?!)))(?:the\s+)?\Z"
)
_MAKING = words(
    "agencies institutions organs bodies programmes programs consist consists consisting comprise comprises comprising composed made encompass encompasses"
    " encompassing includes include included including"
)
_ITS_AGENCIES = re.compile(
    r"(?:[’']s?)?\s+(?:and\s+(?:(?:several|many|most|some|all|various)\s+)?(?:of\s+)?its\s+)?(?:[a-z]+,?\s+(?:and\s+)?){0,3}"
    r"(?:agencies|institutions|organs|bodies|programm?e?s),?\s+(?:including|such\s+as|like|namely)\s+(?:the\s+)?"
)
_BRANCHES = (
    r"(?:(?:the\s+)?(?:[\w-]+\s+){0,4}(?:branches(?:\s+of\s+service)?|components|services|arms|parts|units|elements|chambers|houses|divisions|departments|commands|brigades|battalions)"
    r"(?:,\s+(?:namely|including)|:|,|\s+[–—-]|\s+of)?\s+)?(?:the\s+)?"
)
_CONSISTS = re.compile(
    r"(?:\s+\([^)]*\))?(?:,\s[^,;.]{3,90},)?,?\s+(?:which\s+)?(?:also\s+|currently\s+)?"
    rf"(?:consist(?:s|ed|ing)?\s+of|compris(?:es?|ed|ing)|encompass(?:es|ed|ing)?|(?:(?:is|are|was|were)\s+)?(?:made\s+up|composed)\s+of):?\s+{_BRANCHES}"
)
_INCLUDES = re.compile(
    r"(?:\s+\([^)]*\))?(?:,\s[^,;.]{3,140},)?(?:,\s+which)?\s+(?:also\s+|currently\s+)?includ(?:es?|ed)\s+"
    rf"{_BRANCHES}|(?:,\s+|\s+\()including\s+(?:the\s+|its\s+)?"
)
_LARGE = re.compile(
    r"\b(?:Ministry|Government|Office|Departments?|Commission|Presidency|Secretariat|Embassy|Pentagon|University|College|Forces?|Army|Navy|Military|Administration|Command|Fleet|Corps|Police|Guard|Parliament|Congress)\b"
)
"""What may have parts that "including" names."""
_MINISTRY = re.compile(r"(?:[A-Z]\w+\s+)*(?:Ministry|Ministries|Department|Embassy|State Department|Pentagon|Treasury)\b")
"""Which are parts of a government only: not in "the Ministry of Fish, including the Ministry of Trade"."""
_CABINET = re.compile(r"\b(?:Government|Administration|Forces)\b")
_JOINT = r"(?:\s+\([^)]*\))?(?:\s+at\s+[A-Z]\w+)?(?:,\s+(?:and\s+)?|\s+and\s+)(?:other\s+[a-z]+:\s+)?(?:the\s+)?"
_NEXT = re.compile(rf"(?:{_JOINT}[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,3}})*?{_JOINT}")
"""Past names that nothing knows."""


def _state_owned(reading: Reading, sentence: Sentence, bodies: list[Linked]) -> Iterator[Statement]:
    """After "Norway's state energy firm Equinor": whose it is."""
    firms = not sentence.words.isdisjoint(_FIRMS)
    for body in bodies:
        owner = next(
            (each for each in reversed(reading.before(body.span.start)) if is_state(each) and each.span.end <= body.span.start), None
        )
        if owner and _STATE_FIRM.fullmatch(reading.text, owner.span.end, body.span.start):
            yield stated(body, "belongs_to", owner, sentence)
        after = reading.next(body.span.end, sentence.span.end, "place", "demonym", within=NEAR) if firms else None
        if after and is_state(after):
            between, end = reading.text[body.span.end : after.span.start], after.span.end
            if (
                (_IS_A.fullmatch(between) and _STATE_FIRM_AFTER.match(reading.text, end, sentence.span.end))
                or _STATE_FIRM_OF.fullmatch(between)
                or (_OWNED_BY.fullmatch(between) and _ITS_STATE.match(reading.text, end, sentence.span.end))
            ):
                yield stated(body, "belongs_to", after, sentence)


_STATE_FIRM = re.compile(
    r"(?:[’']s?)?\s+state-(?:owned|run|controlled)\s+"
    r"|(?:[’']s?)?\s+(?:official|parliamentary|government|semi-official|semiofficial|presidential)\s+(?:[a-z]+\s+)?(?:news\s+agency|broadcaster|gazette|newspaper),?\s+"
    r"|(?:[’']s?)?\s+(?:state(?:-owned|-run|-controlled|-backed)?|(?:national|flag)(?=\s+(?:carrier|airline|broadcaster|(?:oil|energy|gas|power|railway|rail|shipping)\s+(?:company|firm|corporation|operator))))\s+(?:[a-z]+\s+){0,3}"
    r"(?:firm|company|giant|bank|corporation|enterprise|conglomerate|carrier|airline|producer|operator|agency"
    r"|broadcaster|monopoly),?\s+"
)
_FIRMS = words(
    "firm company giant bank corporation enterprise conglomerate carrier airline producer operator agency broadcaster monopoly fund utility "
    "railway railways owned controlled run"
)
_FIRM = (
    r"(?:[a-z]+\s+){0,3}(?:firm|company|giant|bank|corporation|enterprise|conglomerate|carrier|airline|producer|operator|agency"
    r"|broadcaster|monopoly|fund|utility|railways?)\b"
)
_OF_THE_STATE = r"(?:state|national|flag|sovereign|central|public|government|federal)(?:-owned|-run|-controlled)?"
_IS_A = re.compile(r"(?:\s+\([^)]*\))?(?:,|\s+is|\s+was)\s+(?:an?\s+|the\s+)?")
_STATE_FIRM_AFTER = re.compile(rf"(?:[’']s?)?\s+(?:[a-z-]+\s+){{0,1}}?{_OF_THE_STATE}\s+{_FIRM}")
"""As in "Equinor is Norway's national oil company"."""
_STATE_FIRM_OF = re.compile(rf"(?:\s+\([^)]*\))?(?:,|\s+is|\s+was)\s+the\s+{_OF_THE_STATE}\s+{_FIRM}\s+of\s+(?:the\s+)?")
_OWNED_BY = re.compile(
    r"(?:\s+\([^)]*\))?(?:,?\s+which)?(?:,|\s+is|\s+was)\s+(?:(?:wholly|fully|majority|partly)[\s-])?(?:owned|controlled|run)\s+by\s+(?:the\s+)?"
    r"(?:(?:government|state)\s+of\s+(?:the\s+)?)?"
)
_ITS_STATE = re.compile(r"(?:[’']s)?\s+(?:government|state)\b|[,.;)]|\s+(?:is|was|has)\b")
_ITS_OWN = re.compile(
    r"(?:(?:[’']s?)?\s+(?:(?!(?:and|or|but|with)\b)[a-z-]+\s+){0,2}(?:agency|network|arm|wing|mission|force|station|channel|newspaper|broadcaster|subsidiary|affiliate),?|[’']s?\s+(?:new\s+)?[‘“])\s*(?:the\s+)?"
)
_AN = re.compile(
    r"(?:\s+\([^)]*\))?(?:,|\s+(?:is|was|became|remains|(?:has|had)\s+(?:been|become)))\s+(?:an?|the|one\s+of\s+the)\s+(?:(?!not\b|no\b|never\b)[a-z-]+\s+){0,2}"
)
_AGENCY = re.compile(
    r"(?:[’']s?)?\s+(?:(?!and\b|or\b)[a-z-]+\s+){0,2}(?:agenc(?:y|ies)|body|bodies|organs?|units?|arm|branch|wing|subsidiary|subsidiaries|division|department|affiliate)\b"
)
_BELONGS = re.compile(
    r"(?:,?\s+which)?\s+(?:(?:also|now|then|still|currently)\s+)?"
    r"(?:belong(?:s|ed|ing)?\s+to|form(?:s|ed|ing)?\s+(?:an?\s+)?(?:[a-z]+\s+)?part\s+of|(?:falls?|fell|comes?|came|operates?|operated)\s+under|report(?:s|ed|ing)?\s+to"
    r"|(?:is|was|are|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?"
    r"(?:integrated|incorporated|merged|absorbed|subordinated?|attached|assigned)\s+(?:in)?to"
    r"|(?:is|was|are|were)\s+under)\s+(?:the\s+)?(?:command\s+of\s+(?:the\s+)?)?"
)
_MILITARY = re.compile(
    r"\d.*\b(?:Battalion|Squadron|Company|Platoon|Battery|Regiment|Brigade)\b|\b(?:Battalion|Squadron|Company|Brigade)\Z"
)
_LARGER = re.compile(r"\d.*\b(?:Regiment|Brigade|Division|Wing|Group|Corps|Fleet)\b")
"""A unit and what it is a unit of, in a row: "the 2nd Battalion, 12th Brigade"."""
_AGAINST = re.compile(r"\bagainst\s+(?:the\s+)?\Z")
_WITHIN_BODY = re.compile(r"(?:\s+\([^)]*\))?,?\s+(?:at|in|within|under)\s+(?:[Tt]he\s+)?")
_UNIT = re.compile(
    r"(?:[A-Z][\w-]+,?\s+(?:(?:and|for)\s+)?)*"
    r"(?:Department|Directorate|Division|Office|Bureau|Section|Unit|Secretariat|School|Institute|Faculty|College|Group|Branch|Desk|Agency"
    r"|Cent(?:er|re))\b|Regional\s+[\w ]*Mission\b"
)
_DEPARTMENT = re.compile(r"\b(?:Lab(?:oratory)?|Department|Directorate|Division|Section|Group|Committee|Assembly|Chamber|Wing|Branch)\b")
_OFFICE = re.compile(
    r"\b(?:Board|Bureau|Office|Commission|Council|Cent(?:er|re)|School|College|Faculty|Institute|Secretariat|Service|Agency|Command|Unit|Administration|Court|Panel|Library|Museum)\b"
)
"""Further parts of a body that is no union of states."""
_BESIDE = re.compile(r"(?:\s+\([A-Z][\w.]*\))?\s+(?=[A-Z\d])")
_UNIT_OF = re.compile(
    r"(?:Office|Bureau|Division|Directorate|Section|Board|Committee)\s+(?:of|for|on)\s|\d+(?:st|nd|rd|th)\s.*\b(?:Battalion|Squadron|Brigade|Regiment|Division|Wing|Group|Fleet)\Z"
)
"""What stands right after the body that it is of."""
_WHOLE = re.compile(
    r"(?:[A-Z][\w.]+\s+)*(?:Ministry|Government|Office|Department|Commission|Presidency|Secretariat|Embassy|Pentagon|University|College|Bureau|Agency|Directorate|Institute|Service)\b"
)
_ITS_OWN_THING = re.compile(
    r"[’']s?\s+(?:[a-z-]+\s+){0,3}(?:efforts?|attempts?|plans?|bids?|strateg(?:y|ies)|campaigns?|drive|push|polic(?:y|ies)|programmes?|programs?|commitments?|work|response|mission|initiatives?|vision|agenda)\b"
)
"""What a body is no part of: "the summit is part of the Union's efforts"."""
_AS_PART = re.compile(r"\bas part of (?:the\s+)?")
_ACTS = re.compile(r",?\s+(?:which|that|who|is|was|are|were|will|has|have|had|[a-z]+ed)\b")


def _as_part_of(reading: Reading, sentence: Sentence, bodies: list[Linked]) -> Iterator[Statement]:
    """After "the 4th Squadron, which flies as part of the 7th Group": the body that acts, not one named on the way."""
    for found in (
        _AS_PART.finditer(reading.text, sentence.span.start, sentence.span.end) if len(bodies) > 1 and "part" in sentence.words else ()
    ):
        whole = next((each for each in bodies if each.span.start == found.end()), None)
        acting = [each for each in bodies if each.span.end < found.start() and _ACTS.match(reading.text, each.span.end, sentence.span.end)]
        if whole and acting and acting[-1].entity != whole.entity:
            yield stated(acting[-1], "part_of", whole, sentence)


_OF_A_THING = re.compile(
    r"\s+(?:exports?|imports?|benefits?|membership|ambassador|mission|envoy|delegation|bid|obligations|commitments|partners?|allies|ally|members?|candidacy|accession|status|tariffs?|quotas?|presidency|seat|vote|talks|negotiations)\b"
)
"""After a body that only says of which things another's are: "the Union's GSP exports"."""
