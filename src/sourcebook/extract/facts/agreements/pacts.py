"""Whose agreements are: those whose names they bear, between whom they are, and the lists of those who sign, ratify or join them."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.agreements.accessions import for_its_country, joining, row, signed_for
from sourcebook.extract.facts.agreements.deeds import awarded, made_in
from sourcebook.extract.facts.agreements.pronouns import pronouns
from sourcebook.extract.facts.agreements.resolutions import resolved
from sourcebook.extract.facts.agreements.signatory_lists import following, of_offices, one_more
from sourcebook.extract.facts.agreements.signing import each_side, regions, with_whom
from sourcebook.extract.facts.agreements.unsigned import AMENDED, HELPER, NOT_DONE, each_with_another
from sourcebook.extract.facts.combined import spelled
from sourcebook.extract.facts.groups import Actors, parties, those
from sourcebook.extract.facts.list_items import PEOPLE
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, OFFICE, OTHER, PLACE, STATE, SUBJECTS
from sourcebook.extract.facts.stated import around, stated
from sourcebook.extract.facts.subjects import UNTIL_VERB
from sourcebook.extract.facts.terms import until_left
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import HYPHENS, words
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_SLACK = (
    rf"(?:(?!(?:and|or|in|at|on|with|to|by|from|that|which|who|before|after|for|not|no)\b)[\w’'-]+\s+"
    rf"|[{STATE}{BODY}{FOLK}][-–\s](?:brokered|backed|supported|mediated|sponsored|drafted)\s+"
    rf"|[“\"‘'{FOLK}{STATE}{DATE}{OFFICE}](?:[’']s?)?\s*){{0,7}}"
)
_SIGNS = re.compile(
    rf"(?<![\w-])"
    rf"(?P<how>(?:co-)?sign(?:s|ed|ing)?(?:\s+and\s+(?:later\s+)?ratified|,?\s+but\s+(?:(?:has|have|had)\s+)?(?:not|never)\s+(?:yet\s+)?ratified,?)?|ink(?:s|ed|ing)?|initial(?:s|led|ed|ling)?|conclud(?:e|es|ed|ing)|ratif(?:y|ies|ied|ying)|reach(?:es|ed|ing)?|struck|seal(?:s|ed|ing)?(?!\s+(?:the|its|their)\s+(?:fate|doom))|clinch(?:es|ed|ing)?|finali[sz](?:es?|ed|ing)|renew(?:s|ed|ing)?"
    rf"|(?:re-?)?join(?:s|ed|ing)?|re-?enter(?:s|ed|ing)?|returned\s+to|(?:acced|subscrib|adher)(?:es?|ed|ing)\s+to|entered\s+into|sign(?:s|ed|ing)?\s+(?:up|on)\s+to|adopt(?:s|ed|ing)?|affix(?:es|ed|ing)?\s+(?:(?:his|her|its|their)\s+)?signatures?\s+to|put(?:s|ting)?\s+(?:(?:his|her|its|their)\s+(?:names?|signatures?|pens?)\s+to|pen\s+to\s+paper\s+on)"
    rf"|deposit(?:s|ed|ing)?\s+(?:its|their|the|an?|his|her)\s+(?:respective\s+)?instruments?\s+of\s+(?:ratification|accession|acceptance|approval)\s+(?:of|to|for)"
    rf"|(?:is|are|was|were|(?:has|have|had)\s+been|became|become|becoming|remains?)\s+(?:also\s+|both\s+|all\s+|among\s+|one\s+of\s+)?(?:an?\s+|the\s+)?(?:\w+\s+){{0,2}}(?:part(?:y|ies)|signator(?:y|ies))\s+(?:to|of)|(?:is|are|was|were|remains?)\s+bound\s+by|(?:has|have)\s+(?:also\s+)?(?:signed|ratified)|agreed(?:\s+(?:to|on))?|penned|executed|(?:re)?negotiated|withdr(?:ew|aws?|awn|awing)\s+from|quit|ha(?:s|ve|d)(?=\s+(?:an?|two|three|several)\s)|breach(?:es|ed|ing)|violat(?:es|ed|ing)|participat(?:es|ed|ing)\s+in|exchang(?:e|es|ed)|form(?:s|ed|ing)?|c[ao]me\s+to|issu(?:es?|ed|ing)|gave|made(?=\s+an?\s)|formali[sz](?:es?|ed|ing)|complet(?:es?|ed|ing)|forg(?:es?|ed|ing)|devised|hammered\s+out|announc(?:e|es|ed|ing)(?:\s+(?:in|on|at)\s+[{PLACE}{DATE}])?\s+the\s+(?:signing|conclusion|ratification)\s+of)\s+{_SLACK}\Z"
)
_BETWEEN = re.compile(
    rf"\)?(?:\s*\([^)]{{1,30}}\))?"
    rf"(?:\s+(?:is|was|remains)\s+(?:an?|the)\s+(?:[\w{OTHER}{DATE}-]+\s+){{1,6}}?(?:concluded\s+|signed\s+|made\s+)?(?=between\b|among\b)"
    r"|(?:\s+(?:on|for|of|in|concerning|regarding|[a-z]+ing)\s+(?:(?!(?:[Bb]etween|among|was|were|is|are|which|that|signed|by|with)\b)[^.;:()“”]){1,80}?)?,?\s+)"
    rf"(?:(?:[Bb]etween|among|involving|made\s+up\s+of|comprising)\s+(?:the\s+)?(?:governments?\s+of\s+(?:the\s+)?)?"
    rf"|(?:of|by)\s+(?:the\s+)?(?=(?:(?:[a-z]+\s+)?(?:leaders|presidents|heads|governments|ministers)|{OFFICE})\s+of\s))"
)
_THE_TWO = re.compile(r"(?:(?:our|their|the)\s+)?(?:both|two)\s+(?:[a-z]+\s+)?(?:countries|nations|states|sides|governments|peoples)\b")
"""Whose an agreement is where they are named elsewhere in the sentence: "the pact between our two countries"."""
_SIGNED_BY = re.compile(
    rf"(?:\s*\([^)]{{1,30}}\))?"
    rf"(?:\s+(?:on|for|to|in|of|regarding|concerning)\s[^.;,“”{OTHER}{EVENT}]{{2,110}}?)?,?\s+"
    rf"(?:(?:which|that)\s+)?(?:(?:was|were|is|(?:has|had|have)\s+(?:(?:also|already|now|since|so\s+far)\s+)?been|will\s+be|to\s+be|being)\s+)?"
    rf"(?:also\s+|jointly\s+|already\s+|unanimously\s+|originally\s+|formally\s+|later\s+)?"
    rf"(?:signed|initialled|initialed|inked|ratified|concluded|reached|agreed|struck|approved|endorsed|adopted|passed"
    rf"|issued|released|negotiated(?=\s+between\b))(?:\s+(?:in|at|on)\s+[^.;,]{{1,40}}?){{0,2}},?\s+(?:by|between)\s+(?:the\s+)?(?:member\s+states\s+of\s+(?:the\s+)?)?"
)
_WITH = re.compile(
    rf"\)?(?:\s*\([^)]{{1,30}}\))?(?:\s+(?:on|for|of)\s+[^.;,]{{2,60}}?)?"
    rf"(?:\s+(?:in\s+{PLACE}|on\s+{DATE}|{DATE}))?\s+with\s+(?:each\s+of\s+)?(?:its\s+|his\s+|her\s+|their\s+|the\s+)?(?:[{STATE}{PLACE}]-based\s+)?"
)
_WITH_SOMEBODY = re.compile(
    rf"(?:\s*\([^)]{{1,30}}\))?\s+with\s+(?:(?:[a-z\d-]+|[{STATE}{FOLK}{BODY}])(?:[’']s?)?\s+){{0,4}}?"
    rf"(?:{PEOPLE}|countries|states|nations|powers|partners|neighbou?rs|allies|groups|movements|opposition|tribes|chieftains|rulers"
    r"|institutions|agencies|organi[sz]ations|creditors|lenders|donors|unions|firms|banks|universities)\b"
)
"""After an agreement with others whose names are not known."""
_DEALS = re.compile(r"sign|ink|initial|conclud|reach|struck|seal|clinch|enter|form|made|forg|egotiat|agreed|renew|came")
_OPEN = re.compile(
    r"(?i)\b"
    r"(?:negotiat(?:e|es|ing|ions?)|talks\s+(?:on|for|about)|proposed|possible|potential|prospective|future|towards?|draft"
    r"|expected|hop\w+|plan\w*|consider\w*|discuss\w*|absence\s+of|without|any|no|(?<!but\s)not|if|could|would|should|may"
    r"|might|call\w*\s+for|urg\w+|need\s+for|work\w*\s+on|propos\w+)\s+"
    # What is spoken of as in force is made.
    r"(?!(?:[\w-]+\s+){0,3}(?:implement|fulfil|observance|compliance|violat|status\b|terms\b|(?:led|leading)\s+to\b|resulted\b|produced\b))(?:[\w-]+\s+){0,4}\Z"
)
_ANY = re.compile(r"(?i)\b(?:any|no|future|possible|potential|eventual)\s+(?:[\w-]+\s+){0,3}\Z")
_NAME = r"[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2}"
_HYPHENED = re.compile(rf"(?P<one>(?:[A-Z][\w.]+\s){{0,2}}[A-Z][\w.]+)\s?[{HYPHENS}]\s?(?=(?P<other>{_NAME}))")
"""The names before and after a hyphen: "a Renewed Norway–Chile Partnership", of which all words are perhaps not theirs."""
_REALM = r"(?:(?:(?:Democratic|Federal|Islamic|Federative|People[’']s)\s+)*(?:Republic|Kingdom)\s+of\s+(?:the\s+)?)?"
_OF_TWO = re.compile(
    rf"\b[Bb]etween\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?{_REALM}(?P<first>{_NAME})"
    rf"(?:\s+of\s+America)?\s+and\s+(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?{_REALM}(?P<second>{_NAME})"
    r"|\b[Oo]f\s+(?:the\s+)?(?P<these>[A-Z]\w+)\s+and\s+(?P<those>[A-Z]\w+)\s+(?:[A-Z]\w+\s+)?(?:Ministers|Presidents|Leaders|Governments)\b"
)
"""The two of "the Statement between Norway and Chile"."""
_JOINS = re.compile(
    r"\b(?:(?:re-?)?join|re-?enter|returned|acced|adher|subscrib|ratif|part|sign|put|bound|withdr|quit|breach|violat|particip)(?!ing\b|ication\b)|instrument"
)
NEAR = 110
MOST = 40
_EACH_ANOTHER = "The words are for several agreements, each with somebody else."


@until_left
def pacts(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The parties and signatories of the agreements of a sentence that its words name themselves."""
    signs = signs_of(reading, sentence)
    for position in [at for at, each in signs.at.items() if each.found.type == "agreement"]:
        pact = signs.at[position]
        led = signs.words[max(0, position - NEAR) : position]
        named = [] if _TO_COME.search(led) else _of_name(reading, pact, signs.spoken)
        named = named or _pair_before(signs, position)
        told = (
            []
            if AMENDED.search(led) or _OPEN.search(led[-NEAR // 2 :]) or NOT_DONE.search(led)
            else [
                *_whose(signs, position),
                *awarded(signs, position),
                *_signing(signs, position),
                *resolved(signs, position),
                *pronouns(reading, signs, sentence.number, position),
            ]
        )
        # Who has signed it, whatever others have yet to do: "refuses to ratify the treaty that Norway has signed".
        told = [
            *told,
            *(() if _ANY.search(led) else joining(signs, position)),
            *one_more(signs, position),
            *following(signs, position),
            *_parting(signs, position),
            *made_in(signs, position),
        ]
        several = each_with_another(reading, pact)
        for party in (*named, *told):
            if party not in named and HELPER.match(reading.text, party.span.end):
                continue
            # "The Senate approved the treaty": for its country.
            who = party if party in named or "esolution" in pact.found.name else for_its_country(reading, party)
            if who is None:
                continue
            person = who.found.type == "person"
            focus = around(who, pact) if who not in named else pact.span
            note = {"note": (_EACH_ANOTHER,)} if several and who.span.start > pact.span.end else {}
            yield stated(pact, "signatory" if person else "party", who, sentence, focus, qualifiers=note)
    for at in signs.events:
        # "The anniversary of signing the Norwegian-Chilean Treaty" is an event.
        for pact in signs.within(signs.at[at], "agreement"):
            if _MADE.search(reading.text, signs.at[at].span.start, pact.span.start):
                yield from (stated(pact, "party", each, sentence, pact.span) for each in _of_name(reading, pact, signs.spoken))


def _signing(signs: Signs, position: int) -> Iterator[Linked]:
    if not signs.spoken.isdisjoint(_BY_HAND):
        yield from (*each_side(signs, position), *with_whom(signs, position), *regions(signs, position))


_BY_HAND = words("signed inked concluded exchanged initialled")
_TO_COME = re.compile(
    r"\b(?:possible|potential|proposed|prospective|future|draft|planned)\s+(?:[\w-]+\s+){0,2}\Z"
    r"|\b(?:negotiat\w+|talks\s+(?:on|for|about|over)|towards?)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}\Z"
)


_MADE = re.compile(r"(?i)\b(?:anniversary|signing|signature|conclusion|ratification|entry\s+into\s+force|implementation|renewal|end)\b")
"""What is told of an agreement that there is."""


def _pair_before(signs: Signs, position: int) -> list[Linked]:
    """The two of "the Norwegian-Chilean fishing agreement"."""
    two = _PAIR.search(signs.words, position - NEAR, position)
    if two is None or _OPEN.search(signs.words, two.start() - NEAR, two.start()):
        return []
    return [each for each in (signs.at[two.start("one")], signs.at[two.start("other")]) if is_state(each) or is_bloc(each)]


_PAIR = re.compile(
    rf"(?P<one>[{STATE}{FOLK}{BODY}])\s?[-–]\s?(?P<other>[{STATE}{FOLK}{BODY}])\s+"
    r"(?:(?!(?:and|or|in|at|on|with|to|by|from|of|that|which|who|for|brokered|backed|led)\b)[\w-]+,?\s+){0,3}\Z"
)


def _joined(words: str, found: Actors) -> bool:
    """Whether somebody is joined to the only one whom a list names: "Chad's government and the last rebel group"."""
    return " and " in words[found.start : found.end] or bool(_AND_SOME.match(words, found.end))


_SOME = (
    r"(?:the\s+|its\s+|an?\s+)?(?:[a-z-]+\s+){0,3}"
    r"(?:groups?|movements?|opposition|alliance|guerrillas|rebels?|unions?|fighters|militias?|factions?|coalition"
    r"|insurgents)"
)
_AND_SOME = re.compile(rf"(?:[’']s?\s+government)?\s+and\s+{_SOME}\b")
_AND_ANY = re.compile(rf"(?<=[{STATE}{BODY}])\s+and\s+\w")
"""After the first of two parties, whoever the second is: "between Norway and the Coastal League"."""
_WITH_SOME = re.compile(
    rf"(?:(?P<one>[{STATE}{FOLK}])(?:[’']s?)?(?:\s+government)?\s+and\s+{_SOME}"
    rf"|(?:^|\s){_SOME}\s+and\s+(?:the\s+)?(?P<other>[{STATE}{FOLK}])(?:[’']s?)?\s+government)"
    rf"(?:\s+(?:on\s+)?{DATE})?\s+(?:(?:have|has|had|also|finally|formally)\s+)*\Z",
    re.IGNORECASE,
)
"""A state and somebody without a name before a verb."""


def _of_name(reading: Reading, pact: Linked, spoken: frozenset[str]) -> list[Linked]:
    """The parties whose names an agreement bears, which are no mentions of their own: known from elsewhere in the text."""
    name = pact.span.of(reading.text)
    two = _OF_TWO.search(name)
    both = [spelled(reading, each) for each in two.groups() if each] if two else []
    if both:
        return [each for each in both if each] if all(both) else []
    if "esolution" not in name:
        return _hyphened(reading, name)
    if not spoken.isdisjoint(_ADOPTED):
        stands = [Span(at, at + len(name)) for at in reading.document.places.get(name.split()[0], ())]
        bodies = (each for where in stands for each in reading.inside(where, "organization") if each.span.start == where.start)
        return [each for each in bodies if name.startswith(f"{each.span.of(reading.text)} ")][:1]
    return []


def _hyphened(reading: Reading, name: str) -> list[Linked]:
    """The two or three states and blocs that hyphens join in a name; none where one of the two has no name in the text."""
    found: list[Linked] = []
    for pair in _HYPHENED.finditer(name):
        sides = [words.split(" ") for words in (pair["one"], pair["other"])]
        one = next(filter(None, (spelled(reading, " ".join(sides[0][at:])) for at in range(len(sides[0])))), None)
        other = next(filter(None, (spelled(reading, " ".join(sides[1][:end])) for end in range(len(sides[1]), 0, -1))), None)
        if one and other:
            found += [one, other]
    return found


_ADOPTED = words("adopted adopts adopting adoption passed passes passage passing approved approval")


def _whose(signs: Signs, position: int) -> Iterator[Linked]:
    words = signs.words
    # A resolution on what is between two is neither's.
    between = None if "esolution" in signs.at[position].found.name else _BETWEEN.match(words, position + 1)
    found = _with_members(signs, signs.after(between)) if between else None
    if found and (len(found.who) > 1 or _joined(words, found) or _AND_ANY.match(words, found.end)):
        yield from parties(found)
    elif between and _THE_TWO.match(words, between.end()):
        yield from _two_of(signs)
    opening, closing = (position, position) if "esolution" in signs.at[position].found.name else row(signs, position)
    verb = _SIGNS.search(words, opening - NEAR, opening)
    if verb and _BREAKS.match(verb["how"]) and "esolution" in signs.at[position].found.name:
        # What others have resolved may be breached by anybody.
        verb = None
    doers = (signs.doing(verb) or _once(signs, verb.start())) if verb else None
    some = _WITH_SOME.search(words, verb.start() - NEAR, verb.start()) if verb and not doers else None
    if some:
        yield signs.at[some.start("one") if some["one"] else some.start("other")]
    others, end = _with_whom(signs, closing)
    # "Norway ratified the treaty" is one party, "Norway reached a deal" says not with whom.
    if (
        doers
        and verb
        and (
            len(doers.who) > 1
            or _joined(words, doers)
            or others
            or (_DEALS.search(verb["how"]) and _WITH_SOMEBODY.match(words, closing + 1))
            or _JOINS.search(verb["how"])
            or _resolves(doers, verb["how"])
        )
    ):
        # Who negotiates for others does not sign himself, nor does who shakes hands on it.
        unsigned = "egotiat" in verb["how"] or _HANDSHAKE.match(words, closing + 1)
        yield from (each for each in doers.who[:MOST] if each.found.type != "person" or not unsigned)
    yield from others
    if others and not verb:
        yield from _owners(signs, position)
    member = _MEMBER_WITH.search(words, position - NEAR, position)
    if member:
        yield signs.at[member.start("who")]
    by = _SIGNED_BY.match(words, end)
    found = _with_members(signs, signs.after(by)) if by else None
    yield from of_offices(signs, position)
    men = by and _MEN.match(words, by.end())
    yield from (each for each in those(found)[:MOST] if not (men and each.found.type == "person"))
    if (verb and doers) or found:
        yield from signed_for(signs, position)


def _resolves(doers: Actors, how: str) -> bool:
    """Whether a body adopts something, which is its own."""
    return how.startswith("adopt") and doers.who[0].found.type == "organization"


def _parting(signs: Signs, position: int) -> Iterator[Linked]:
    """Whose breach of an agreement or withdrawal from it is spoken of."""
    its = _ITS_PART.search(signs.words, position - NEAR, position)
    if its and "esolution" not in signs.at[position].found.name:
        yield signs.at[its.start("whose")]


_HANDSHAKE = re.compile(r"\s+with\s+an?\s+(?:[a-z-]+\s+){0,2}(?:handshake|hug|embrace|kiss|toast)\b")
_BREAKS = re.compile(r"breach|violat")
_ITS_PART = re.compile(
    rf"(?P<whose>(?:{STATE}(?=[’']|\s+(?:violation|breach|withdrawal|exit))|{FOLK}))(?:[’']s?)?\s+(?:(?!(?:and|was|were|is|are|of)\b)[a-z-]+\s+){{0,2}}"
    rf"(?:(?:violations?|breach(?:es)?)\s+of|(?:withdrawal|exit|pull-?out)\s+from)\s+{_SLACK}(?:{OTHER},?\s+and\s+(?:the\s+)?)?\Z"
)
"""What parties do to an agreement: "Norway's breach of the treaty"."""


def _with_members(signs: Signs, found: Actors | None) -> Actors | None:
    """A list with what follows the members of a body in it: "Norway and the five members of the Council — Chile, Peru — as well as Togo"."""
    if found is None:
        return None
    who, end = list(found.who), found.end
    while joint := _AND_MEMBERS.match(signs.words, end):
        more = signs.after(joint) if joint["some"] or _SOME_MEMBERS.search(signs.words, found.start, end) else None
        if more is None:
            break
        who, end = [*who, *more.who], more.end
    bodies = {signs.at[each.start("body")] for each in _SOME_MEMBERS.finditer(signs.words, found.start, end) if each["body"]}
    return Actors(tuple(each for each in who if each not in bodies), found.start, end, found.many)


_MEMBERS = (
    rf"(?:the\s+)?(?:(?!and\b)[a-z\d-]+\s+){{0,3}}(?:{BODY}(?:[’']s?)?\s+)?(?:permanent\s+)?(?:members|member\s+states|powers)"
    rf"(?:\s+of\s+(?:the\s+)?(?P<body>{BODY}))?"
)
_SOME_MEMBERS = re.compile(rf"{_MEMBERS}(?!\w)")
_JOINT = r"(?:,?\s+(?:and|as\s+well\s+as|plus|along\s+with|together\s+with)\s+|,\s+(?:and\s+)?)"
_AND_MEMBERS = re.compile(
    rf"(?P<some>{_JOINT}{_MEMBERS})?(?:\s*[)–—-])?(?:\s+[–—-]\s+|,?\s+(?:namely|including)\s+|\s+\(|{_JOINT})(?:the\s+)?(?=[{STATE}{BODY}])"
)


def _two_of(signs: Signs) -> list[Linked]:
    """The two states that a sentence names, if it names two."""
    states = {each.entity: each for each in signs.at.values() if is_state(each) or is_bloc(each)}
    return list(states.values()) if len(states) == PAIR else []


def _once(signs: Signs, verb: int) -> Actors | None:
    """Who does what a verb says after "before" and the like: "shortly after the Norwegian Senate had ratified the treaty"."""
    places = [each for each in signs.at if each < verb and _ONCE.search(signs.words, each - 24, each)]
    found = signs.list_at(places[-1]) if places else None
    return found if found and found.end <= verb and UNTIL_VERB.fullmatch(signs.words, found.end, verb) else None


_ONCE = re.compile(r"\b(?:before|after|since|until|once|when)\s+(?:the\s+)?\Z")


def _with_whom(signs: Signs, position: int) -> tuple[list[Linked], int]:
    """Those with whom an agreement is, and where they end: "with Norway in 1979 and Chile in 1994"."""
    found = signs.after(_WITH.match(signs.words, position + 1))
    who: list[Linked] = []
    end = position + 1
    while found:
        who += (
            found.who[:-1]
            if len(found.who) > 1 and _A_NEW_CLAUSE.match(signs.words, found.end) and " and " not in signs.words[found.start : found.end]
            else found.who
        )
        end = found.end
        found = signs.after(_AND_LATER.match(signs.words, end))
    return who[:MOST], end


_A_NEW_CLAUSE = re.compile(r"\s+(?:will|would|has|have|had|is|are|was|were|may|might|can|could|should|must|wants?|seeks?|hopes?|plans?)\s")
"""After the last of "with Norway, Chile [will do so]"."""
_AND_LATER = re.compile(rf"\s+in\s+{DATE}(?:,\s+|,?\s+and\s+)(?:with\s+)?(?=[{STATE}{FOLK}]\s+in\s+{DATE})")


def _owners(signs: Signs, position: int) -> Iterator[Linked]:
    """Whose an agreement with others is: "Norway's treaty with Chile"; "Norway broke its treaty with Chile"."""
    owned = _OWNED.search(signs.words, position - NEAR, position)
    holders = signs.doing(None if owned else _HELD.search(signs.words, position - NEAR, position))
    yield from parties(holders)
    if owned is None:
        return
    if owned["own"]:
        found = signs.owning(owned)
    else:
        first = _after_clause(signs, owned.start()) or signs.first()
        # "Peru’s anger with Norway about its treaty with Chile": whose it is, is not clear.
        found = first if first and not any(first.end <= each < position and signs.words[each] in SUBJECTS for each in signs.at) else None
    yield from parties(found)


def _after_clause(signs: Signs, position: int) -> Actors | None:
    """Who acts after the clause that opens a sentence: "After Peru signed a pact, Norway struck its own"."""
    opening = _OPENS_CLAUSE.match(signs.words)
    found = next((each for each in _COMMA.finditer(signs.words, opening.end(), position)), None) if opening else None
    return signs.after(found)


_OPENS_CLAUSE = re.compile(
    r"\W*(?:For\s+(?:example|instance),\s+)?(?i:After|When|Once|Since|Because|While|Although|Though|As|Before|Whereas)\s"
)
_COMMA = re.compile(rf",\s+(?:the\s+)?(?=[{STATE}{BODY}]\s+(?!and\b|or\b)[a-z])")
_MEMBER_WITH = re.compile(
    rf"(?P<who>[{STATE}{BODY}])\s+(?:is|was|became)\s+(?:also\s+)?an?\s+(?:\w+\s+)?member\s+of\s+(?:the\s+)?{BODY},?\s+(?:with|under|having)\s+(?:an?\s+|the\s+)?{_SLACK}\Z"
)
"""As in "Norway is a member of the Court with an immunity agreement"."""
_HELD = re.compile(r"\b(?:has|have|had|maintains?|maintained)\s+(?:(?!not\b|no\b|never\b|been\b)[\w-]+\s+){0,4}\Z")
"""Before agreements that one has with others."""
_OWNED = re.compile(r"(?:(?P<own>[’']s?)|\b(?:its|their))\s+(?:[\w-]+\s+){0,3}\Z")


_MEN = re.compile(r"(?:the\s+)?(?:representatives?|delegates|delegations?|envoys)\s+(?:of|for|from)\b")
"""Who signs for the one that follows."""


PAIR = 2
