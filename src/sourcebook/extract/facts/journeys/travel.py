"""Who went where, and for what."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.events.last_event import ATTENDED
from sourcebook.extract.facts.journeys.homes import is_home
from sourcebook.extract.facts.places.placing import placed
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.several import all_doing, several_doing
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, size_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

BY_OTHERS = re.compile(r"\s+by\s+(?:an?|his|her|its|their|some|several|two|three|many|senior|other|another|any)\s+")
"""After a visit of somebody who is not named: "her trip prepares a visit to Chile by a sitting president"."""
_ANOTHER = re.compile(r"(?:\s+(?:from|on)?\s*[\w -]{0,24}?)?,?\s+and\s+(?:then\s+)?(?:to|in)\s+(?:the\s+)?")
_INVITATION = re.compile(r"\binvitation\s+(?:of|from|by)\s[^,;“”]*\Z")
_NEXT_STOP = re.compile(r"(?:\s+on\s+[A-Z]\w+(?:\s+\d{1,2})?|\s+\([^)]{1,40}\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?(?=[A-Z])")
_LED_BY = re.compile(
    r"(?:(?:two|three|four|five|several)\s+)?(?:[A-Z][\w-]+\s+){0,2}(?:[a-z-]+\s+)?(?:countries|nations|states|cities|towns|islands|provinces|regions)\s+of\s+"
    r"|(?:[A-Z][\w’-]+\s+){1,2}(?:capital|city|town|port|region|province|resort)(?:\s+city)?(?:\s+of)?,?\s+|(?:[a-z]+\s+)?(?:capital|city|town|port|region|province|resort|village|island|district)(?:\s+city)?\s+of\s+"
)
_FOR = re.compile(
    r"(?:[’']s)?\s+(?:for|from|on|after)\s+\Z|\b(?:invit|ask|urg|persuad|allow|request|order|sen[dt]|permit|dispatch)\w*\s[^.;]*?\s+to\s+\Z"
)


_BEING = frozenset({"was", "is", "due", "expected"})


@where(cues.JOURNEY | _BEING)
def visits(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who went where; "and to Lebanon" is a second visit."""
    text, span, words = reading.text, sentence.span, sentence.words
    if words.isdisjoint(cues.JOURNEY) and "in" not in words:
        return
    for found in cues.VISIT.finditer(text, span.start, span.end):
        place = goal_of(reading, found.end(), span.end) or (
            reading.next(found.end(), span.end, "place", within=60) if re.search(r"visit\s*$|to visit\b", found[0].strip()) else None
        )
        if place is None and (led := _LED_BY.match(text, found.end(), span.end)):
            place = reading.next(led.end(), span.end, "place", within=1)
        others = (_SENT if found[0].startswith("on ") else _OF_HIS).search(text, span.start, found.end())
        others = others or reading.led(_OF_MEN, sentence, found.start()) or reading.led(_OF_THINGS, sentence, found.start(), 2 * NEAR)
        if others or reading.led(cues.CALLED_OFF, sentence, found.start(), 40):
            # "Sent Ana Ruiz on a trip to Chile": not who sends; "the letter of Ana Ruiz was sent to Chile".
            continue
        there = _THOSE_AT.match(text, found.end(), span.end) if found[0].startswith("visit") or " visit" in found[0] else None
        if there:
            # "visited U.S. troops at Camp Arta": the camp, not the country.
            place = reading.next(there.end(), span.end, "place", within=1)
        elif place and (
            _THOSE.match(text, place.span.end, span.end)
            or _TALKS_OF.match(text, place.span.end, span.end)
            or _OF_ITS.match(text, place.span.end)
            or (" visit" in found[0] and BY_OTHERS.match(text, place.span.end, span.end))
            # "had never visited Chile before she went there"
            or (_UNTIL_THEN.match(text, place.span.end) and _NEVER.search(text, span.start, found.start()))
        ):
            continue
        elif (
            place is None
            and found[0].startswith(("visit", "tour", "inspect"))
            # "a visiting dance troupe in Oslo" visits nothing.
            and not reading.led(_AN, sentence, found.start(), 24)
            and (site := _SITE_IN.match(text, found.end(), span.end))
        ):
            # "visited a school in the old town of Kabul"
            place = reading.next(site.end(), span.end, "place", within=1)
        visiting = place is not None and _TO_HIM.search(found[0]) and cues.GUEST.match(text, place.span.end, span.end)
        if visiting or _are_guests(reading, sentence, found) or reading.led(_US, sentence, found.start()):
            # "his visiting Chile counterpart": no journey to Chile; "invited us to visit Ghana": not the one who invites.
            continue
        if found[0].startswith("to ") and reading.led(_INVITATION, sentence, found.start(), 2 * NEAR):
            # "Handed her the invitation of President Ana Ruiz to visit Chile": neither.
            continue
        thanked = _FOR.search(text, span.start, found.start())
        host = reading.people(Span(span.start, thanked.end())) if thanked and thanked.end() > span.start else []
        # "thanked the minister for visiting Oslo": the one who is thanked is the visitor.
        guest = (
            reading.people(Span(found.end(), place.span.start))
            if place and found[0].startswith("visiting") and place.span.start > found.end()
            else []
        )
        guest = guest or _received(reading, span.start, found)
        # "met with visiting Minister Ana Ruiz in Oslo": she is the one who visits.
        visitors = [(guest or host)[-1].entity] if guest or host else all_doing(reading, sentence, found.start())
        visitors = visitors or several_doing(reading, sentence, found.start())
        chief = chief_of(reading, span.start, found.start())
        visitors += [chief] if visitors and chief and chief not in visitors else []
        visitors = _of_whom(reading, span.start, found.start(), visitors)
        visitor = visitors[0] if visitors else None
        if (
            visitor is None
            and place
            and not reading.plural(found.start(), span.start)
            and (_ADVERBIAL.match(text, span.start) or _DOING.match(text, span.start))
            and found.start() - span.start < SHORT_LEAD
        ):
            visitor = named_next(reading, place, span.end)
        named = ON_VISIT.match(text, place.span.end, span.end) if place else None
        kind = (found["kind"] or "").strip() if "visit" in found[0] else " ".join((named["kind"] or "").split()) if named else ""
        while place and visitor:
            beside = _beside(reading, visitor, span.start, found.start()) if "accompanied" in words else []
            for each in dict.fromkeys([*(visitors or [visitor]), *beside, *_along(reading, visitor, place, span.end)]):
                yield from went(reading, each, place, sentence, Span(found.start(), place.span.end), kind)
            place = next_stop(reading, place, span.end)


def _are_guests(reading: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether those are meant who visit: "granted an audience to the visiting ministers at the palace"."""
    many = _VISITORS.match(reading.text, found.start(), sentence.span.end)
    return bool(many and reading.led(_THE_MANY, sentence, found.start(), 24))


def _of_whom(reading: Reading, start: int, verb: int, visitors: list[str]) -> list[str]:
    """Those who visit, or of whom "who was on a visit" is said: "said Ola Lund, flanked by Ana Ruiz, who was on a visit to Chile"."""
    who = _WHO_WAS.search(reading.text, start, verb)
    told = reading.people(Span(start, who.start())) if who and who.start() > start else []
    apart = who and told and told[-1].span.end == who.start() and told[-1].entity not in visitors
    return [told[-1].entity] if apart else visitors


_AN = re.compile(r"\b(?:an?|the|these|those|some|his|her|its|their)\s+\Z")
_VISITORS = re.compile(
    r"visiting\s+(?:[a-z-]+\s+){0,2}(?:ministers?|officials?|delegations?|delegates|leaders?|guests?|lawmakers|envoys?|diplomats?|team|presidents?|counterparts?)\b(?!,?\s+[A-Z])"
)
_THE_MANY = re.compile(r"\b(?:the|an?|his|her|their|its|two|three|four|several|both)\s+(?:[a-z-]+\s+)?\Z")
_WHO_WAS = re.compile(r",\s+who\s+(?:(?:is|was|had|has|also|currently|now|just|recently)\s+)*\Z")
_SENT = re.compile(r"(?<!was )(?<!were )(?<!been )\b(?:sent|dispatched|sends|sending)\s[^.;]{3,160}\son\s[^.;]{3,60}\Z")
_TO_HIM = re.compile(r"visiting|(?:sent|dispatched)\s+to\s")
"""Before a country whose guest, or whose president, may be meant: "was sent to Chilean President"."""
_OF_HIS = re.compile(
    r"\b(?:of|from|by|to|with|for)\s+(?:[A-Z][\w.’-]+\s+){1,5}(?:was|were|been|being)\s+(?:sent|dispatched)\s+to\s+(?:the\s+)?\Z"
)
ON_VISIT = re.compile(
    r"(?:(?!\b(?:after|before|following|and|who|which|where|when|while|ahead|but|met|said|to)\b)[^.;:“”()]){0,50}?\s"
    r"(?:on|for|during|as\s+part\s+of|at\s+the\s+(?:start|end|beginning)\s+of)\s+(?:the\s+\w+\s+(?:leg|day|stop)\s+of\s+)?"
    r"(?:an?|his|her|their|the)\s+(?P<kind>(?:[a-z-]+\s+){0,4}?)(?:visit|trip|tour)\b(?!\s+(?:to(?!\s+(?!the\b|an?\b)[a-z]|\s+the\s+(?:country|kingdom|nation|region|city|capital|island)\b)|of|by|between)\b|[’'-])"
)
"""What follows the place of a journey that a noun tells of too: "in Oslo on a two-day official visit"."""


def _along(reading: Reading, visitor: str, place: Linked, end: int) -> list[str]:
    """Who goes along: "visited Chile, along with Ana Ruiz and Luis Vega"."""
    along = _ALONG.match(reading.text, place.span.end, end)
    people = reading.people_between(along.end(), reading.clause_end(along.end(), end)) if along else []
    near = along and people and reading.straight(along.end(), people[0].span.start)
    if not near or _OF_ITS_OWN.match(reading.text, people[-1].span.end, end):
        # "visited Chile, with Ana Ruiz likely to follow soon"
        return []
    return [each.entity for each in people if each.entity != visitor]


def _beside(reading: Reading, visitor: str, start: int, verb: int) -> list[str]:
    """Who goes along before a verb: "Accompanied by Ana Ruiz, Luis Vega visited", "Luis Vega, accompanied by Ana Ruiz, visited"."""
    along = _ACCOMPANIED.search(reading.text, start, verb)
    people = reading.people(Span(along.end(), verb)) if along and along.end() < verb else []
    if along is None or not people or not reading.straight(along.end(), people[0].span.start):
        return []
    return [each for each in reading.together(along.end(), verb) or [people[0].entity] if each != visitor]


_ACCOMPANIED = re.compile(r"(?:\bA|,\s+a|,\s+who\s+(?:is|was|has\s+been)\s+(?:also\s+)?a)ccompanied\s+by\s+(?:the\s+)?")
_OF_ITS_OWN = re.compile(
    r",?\s+(?:(?:also|still|now|already|soon|reportedly|very|most)\s+)*(?:likely|unlikely|due|set|expected|scheduled|slated|poised|about|ready|hoping|planning|preparing|waiting|following|to\s+(?:follow|come|go|join|travel|arrive)\b|[a-z]{3,}ing\s|not\s|absent|in\s+(?:power|charge|office|jail|prison))"
)
"""After somebody of whom a clause of its own tells."""
_ALONG = re.compile(
    r"(?:\s+on\s+[A-Z]\w+(?:\s+\d{1,2})?)?,?\s+(?:(?:along|together)\s+)?with\s+(?!whom\b)(?:the\s+)?|,?\s+accompanied\s+by\s+"
)


def goal_of(reading: Reading, start: int, end: int) -> Linked | None:
    """Where a journey leads: the place that follows, or that of the body or event that does: "to the UN General Assembly in New York"."""
    both = _BOTH.match(reading.text, start, end)
    start = both.end() if both else start
    town = _TOWN_OF.match(reading.text, start, end)
    place = reading.next(start, end, "place", within=2) or reading.after(town, end, "place")
    if place:
        return place
    other = reading.next(start, end, "organization", "event", within=2)
    return reading.after(_IN_PLACE.match(reading.text, other.span.end, end) if other else None, end, "place")


_BOTH = re.compile(r"\s*both\s+(?:the\s+)?")
_TOWN_OF = re.compile(
    r"\s*(?:the\s+)?(?:[a-z-]+\s+){0,2}(?:[A-Z][a-z]+\s+){0,2}(?:[a-z-]+\s+)?(?:city|town|capital|port|resort|village|island|province|region)(?:\s+of|,)?\s+(?=[A-Z])"
)
"""As in "paid a visit to the northern Chilean city of Iquique"."""
_IN_PLACE = re.compile(r"(?:\s+[Hh]eadquarters)?\s+in\s+(?:the\s+)?")
_PEOPLE = r"(?:service\s?members|troops|soldiers|personnel|forces|officials|leaders|airmen|sailors|Marines|refugees|families|students|workers|victims|survivors|units?|facilities|bases|embassy|diplomats|peacekeepers|commanders|officers|citizens|villagers|communities|projects)"
_THOSE = re.compile(rf"(?:[’']s?)?\s+(?:[a-z-]+\s+){{0,2}}{_PEOPLE}\b")
_TALKS_OF = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:[Tt]alks|[Cc]onference|[Ss]ummit|negotiations|process|dialogue|agreement|accords?|deal|track|framework)\b"
)
_OF_ITS = re.compile(
    r"[’']s?\s+(?:rescue|aid|defen[cs]e|help|assistance|side|support|attention|demands?|conclusions?"
    r"|(?:[\w-]+\s+){0,2}(?:roots?|values|traditions?|past|origins|glory|principles|ways|polic(?:y|ies)|norms|standards|fold|orbit|embrace|ideals|doctrine|constitution|isolation(?:ism)?))\b"
)
"""After a place for which talks are named: "returned to the Oslo talks", or that somebody helps: "came to Chile's aid"."""
_SITE_IN = re.compile(
    r"(?:(?:an?|his|her|its|several|two|some|one)\s+)?(?:(?!(?:and|or|but|who|which|that|where|to|for|by|from|on|with|after|before|during|as|while|when|in|at|near)\b)[\w.’'-]+,?\s+){1,9}(?:in|at|near|(?<=areas )of|(?<=parts )of|(?<=communities )of|(?<=districts )of|(?<=villages )of)\s+(?:the\s+)?(?:(?:[a-z]+\s+){0,3}(?:city|town|village|capital|port|district|province)(?:\s+of)?,?\s+)?"
)
_THOSE_AT = re.compile(
    rf"(?:(?!in\b|at\b)[\w.’'-]+\s+){{0,5}}{_PEOPLE}\s+(?:and\s+(?:[a-z-]+\s+){{1,4}})?(?:(?:serving|stationed|based|deployed|living)\s+)?(?:in|at)\s+(?:the\s+|(?:[a-z]+\s+){{2,4}}(?:at|in)\s+)?"
)


def chief_of(reading: Reading, start: int, visit: int) -> str | None:
    """Who is accompanied on a visit: "accompanying Deputy Prime Minister Ana Ruiz on a visit to Chile"."""
    chief = reading.after(_ACCOMPANYING.search(reading.text, start, visit), visit, "person", within=90)
    return chief.entity if chief and _ON.fullmatch(reading.text, chief.span.end, visit) else None


_ON = re.compile(r"\s+(?:(?:on|during)\s+(?:(?:an?|his|her|the)\s+)?(?:[\w-]+\s+)?)?")
_ACCOMPANYING = re.compile(r"\baccompan(?:y|ied|ies|ying)\s+(?:the\s+)?")


def _received(reading: Reading, start: int, visit: re.Match[str]) -> list[Linked]:
    """The guest of "President Ana Ruiz received Luis Vega on a visit to Chile"."""
    people = reading.people(Span(start, visit.start()))[-2:] if visit[0].startswith(("on ", "for ")) and visit.start() > start else []
    if len(people) < 2 or people[0].entity == people[1].entity:
        return []
    host, guest = people
    hosts = HOSTS.match(reading.text, host.span.end, guest.span.start)
    return [guest] if hosts and _THEN.fullmatch(reading.text, guest.span.end, visit.start()) else []


HOSTS = re.compile(
    r"(?:\s+\([^)]*\))?(?:,\s[^,;]{3,60},)?\s+(?:(?:has|had|also|today|yesterday|on\s+\w+)\s+)*(?:received|receives|welcomed|welcomes|hosted|hosts|greeted)\s+(?!from\b)"
)
"""What makes the one before it the host of the one after."""
_THEN = re.compile(r",?\s+(?:(?:today|yesterday|here|on\s+\w+day|in\s+\w+|who\s+(?:is|was))\s+)*")


def named_next(reading: Reading, place: Linked, end: int) -> str | None:
    """The visitor of "during his visit to Chile, Minister Ana Ruiz met" and "following a visit to Chile and Peru, Ana Ruiz said"."""
    after = _MAIN_CLAUSE.match(reading.text, place.span.end, end)
    pronoun = _HE.match(reading.text, after.end(), end) if after else None
    if pronoun:
        return reading.subject(pronoun.end() + 1, reading.document.sentence_of(place.span.start).span.start)
    person = next(iter(reading.people(Span(after.end(), min(end, after.end() + NEAR)))), None) if after and after.end() < end else None
    return person.entity if after and person and reading.straight(after.end(), person.span.start) else None


_US = re.compile(
    r"\b(?:invit|ask|urg|allow|request|welcom)\w*\s+(?:us|me|them|you|him|her|everyone"
    r"|(?:his|her|its|their|the)\s+(?:(?!to\b)[\w-]+\s+){0,4}(?:counterpart|colleague|minister|president|leader|premier|king|side|delegation|guest)s?)"
    r"\s+(?:to\s+)?(?:pay\s+|make\s+)?(?:an?\s+)?\Z"
)
_DOING = re.compile(
    r"(?:(?:(?:Shortly|Soon|Just)\s+)?(?:[Aa]fter|Having|[Uu]pon|On|Since|While|When)\s+(?:first\s+)?)?"
    r"(?:[Vv]isit(?:ing|ed)|[Aa]rriv(?:ing|ed)|[Tt]our(?:ing|ed)|[Tt]ravell?(?:ing|ed)|(?:return|reach|land)(?:ing|ed))\s"
)
THE = r"an?|the|his|her|this|(?:(?:this|last)\s+)?(?:today|yesterday|[A-Z][a-z]+day|week|weekend|month|year)(?:[’']s)?"
"""What may stand before the noun of a visit: "during today's visit"."""
_ADVERBIAL = re.compile(rf"(?:Following|After|During|On|Concluding|Ending)\s+(?:{THE})\s")
SHORT_LEAD = 30
"""Code points before the verb of a clause that opens a sentence and names nobody."""
_HE = re.compile(r"(?:he|she)\b")
_MAIN_CLAUSE = re.compile(
    r"(?:\s+(?:visit|trip|tour))?(?:(?:,|,?\s+and)\s+(?:the\s+)?[A-Z][\w-]+){0,3}(?:\s+(?:today|yesterday|earlier|(?:on|in|last|this|for|earlier|from|to)\s+[\w ]{3,24}))?"
    r"(?:,\s+|\s+(?:(?<=today\s)|(?<=yesterday\s)|(?<=week\s)|(?<=day\s)|(?<=month\s))(?=he\s|she\s|the\s+[A-Z]))"
)


def next_stop(reading: Reading, place: Linked, end: int) -> Linked | None:
    """The place that a journey goes on to: "to Chile and to Peru", "to Chile, Peru and Bolivia"; not the country of a city."""
    country = reading.after(_OF_COUNTRY.match(reading.text, place.span.end, end), end, "place")
    if country and _size(country) > _size(place):
        # "to Oslo, Norway; Malmö, Sweden; and Camp Arta, Djibouti"; not in "in Lima, Chile and Peru signed"
        further = reading.after(_THEN_TO.match(reading.text, country.span.end, end), end, "place", within=1)
        return further if further and not _VERB_AFTER.match(reading.text, further.span.end, end) else None
    again = _ANOTHER.match(reading.text, place.span.end, end)
    if again:
        return reading.next(again.end(), end, "place", within=2)
    stop = reading.after(_NEXT_STOP.match(reading.text, place.span.end, end), end, "place", within=1)
    # "To Chile, Peru's rival": one stop.
    apposed = (
        stop
        and reading.text[place.span.end] == ","
        and _OWNS.match(reading.text, stop.span.end, end)
        and not _AND.search(reading.text, place.span.end, stop.span.start)
    )
    # "During a visit to Chile on Sunday, Peruvian President Ana Ruiz": whose office it is.
    elsewhere = apposed or (stop and reading.next(stop.span.end, end, "role", within=1))
    return (
        stop if stop and not elsewhere and _size(stop) == _size(place) and not _VERB_AFTER.match(reading.text, stop.span.end, end) else None
    )


_OWNS = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,2}[a-z]")
_AND = re.compile(r"\band\b")


def _size(place: Linked) -> int:
    """How large a stop of a journey is: "Israel, the West Bank, and Egypt" are three of a kind."""
    return COUNTRY if place.found.name in _LIKE_LANDS else size_of(place)


_LIKE_LANDS = frozenset({"West Bank", "Gaza Strip", "Hong Kong", "Taiwan", "Kosovo", "Palestine"})
_OF_COUNTRY = re.compile(r",\s+(?=[A-Z])")
_THEN_TO = re.compile(r"(?:;\s+(?:and\s+)?|,\s+(?:and\s+)?|\s+and\s+)(?:to\s+|then\s+)?(?:the\s+)?(?=[A-Z])")
_VERB_AFTER = re.compile(
    r"\s+(?:is|was|has|have|had|will|would|agreed|said|signed|announced|decided|issued|began|concluded|held|made|pledged|vowed)\b"
)
_AIRPORT = re.compile(r"(?i)\bairport\Z")
_LANDS = ("arriv", "land", "touched", "flew")


def went(reading: Reading, visitor: str, place: Linked, sentence: Sentence, focus: Span, kind: str) -> Iterator[Statement]:
    """That somebody was at a place, with when, how often and on what kind of visit."""
    if _AIRPORT.search(place.found.name) and reading.text.startswith(_LANDS, focus.start):
        # Where one lands, others wait.
        return
    if is_home(reading, visitor, place):
        return
    if place.found.entry and place.found.entry.kind in {"water", "macro-region"} and _A_LAND.match(reading.text, place.span.end):
        # "arrived in the Gulf country"
        return
    if _DURING.match(reading.text, sentence.span.start) and (later := _HE_WILL.match(reading.text, focus.end, sentence.span.end)):
        # "During her visit to Chile, she will meet": not yet.
        focus = Span(focus.start, later.end())
    qualifiers: dict[str, tuple[str, ...]] = dict(reading.when(sentence, focus))
    times = cues.TIMES.search(reading.text, focus.start, sentence.span.end)
    if times:
        qualifiers = {"count": (str(cues.WORDS.get(times["number"], 0) or int(times["number"])),)}
        if times["bound"]:
            qualifiers["bound"] = (cues.BOUNDS[times["bound"]],)
    elif plain := " ".join(each for each in kind.split() if not _COUNTED.fullmatch(each)):
        qualifiers["kind"] = (f"{plain} visit",)
    yield Statement(visitor, "visited", place.entity, sentence, focus, qualifiers=qualifiers)
    yield from came_for(reading, sentence, visitor, place)


_OF_MEN = re.compile(
    r",\s+(?:an?|the|its|some|several|[\d,]+)\s+(?:[\w’'-]+\s+){0,4}(?i:force|troops|delegation|team|soldiers|contingent|mission|ships?|warships?|vessels?|convoy|units?|brigade|battalion|plane|aircraft|jets|experts|officials|students|refugees|workers|army|navy|fleet)\s+\Z"
    r"|[’']s?\s+(?:[a-z-]+\s+){0,2}(?:letters?|messages?|requests?|notes?|telegrams?|cables?|reports?|proposals?|offers?|news|words?|demands?|reply|replies|response|appeal|pleas?|complaints?"
    r"|instructions|dispatch(?:es)?|orders?|remains|body|coffin|ashes|ideas|influence|fame|reputation|books?)(?:\s+(?:for|of|to|about)\s+[^,;]{2,40}?)?\s+(?:(?:had|has|have|first|then|finally|soon|also)\s+)*\Z"
)
"""Who goes is no person named before: "Under the accord of Ana Ruiz, a Norwegian force was sent to Chile", "Ana Ruiz's letter reached Chile"."""
_HAS = r"(?:(?:will|would|is|was|has|had|have|be|been|also|later|soon|once|recently|never|finally|slowly|(?:seems?|appears?)\s+to(?:\s+have)?)\s+)*"
_OF_THINGS = re.compile(
    rf"\bwhose\s+(?:[a-z-]+\s+){{1,3}}{_HAS}\Z|\b(?:[Nn]ews|[Ww]ord|[Rr]umou?rs|[Rr]eports)\s+of\s+[^,;.]{{2,60}}\s{_HAS}\Z"
    r"|(?:\A|[,;:–—-]\s+|\b(?:that|and|but|while|so|as)\s+)(?:(?:the|its|their|this|some|more|no|real)\s+)?"
    r"(?:peace|democracy|spring|prosperity|stability|calm|violence|war|freedom|order|hope|growth|power|autocracy|dictatorship|normal(?:it|c)y|life|confidence|trust|sanity|terror(?:ism)?|unrest|fighting"
    rf"|fear|change|reforms?|revolution|crisis|recession|inflation|capital|money|investment|investors|troops|soldiers|refugees|exiles|tourists|attention|tensions?|history|politics|religion)\s+{_HAS}\Z"
)
"""What goes is no person: "whose president will visit", "After the fall of Ana Ruiz, democracy came to Chile"."""
_NEVER, _UNTIL_THEN = re.compile(r"\bnever\s+(?:[a-z]+\s+)?\Z"), re.compile(r"\s+(?:before|until|till|prior\s+to)\b")
_A_LAND = re.compile(r"\s+(?:[a-z]+\s+)?(?:country|nation|state|kingdom|emirate|republic)\b")
_DURING = re.compile(rf"(?:During|On|In)\s+(?:{THE})\s")
_HE_WILL = re.compile(
    r"(?:\s+(?:on|from)\s[^,]{2,30})?,\s+(?:[Hh]e|[Ss]he|the\s+[\w\s]{3,40}?|[A-Z][\w.\s-]{2,40}?)\s+(?:will|is\s+(?:due|set|expected|scheduled)\s+to)\b"
)
_COUNTED = re.compile(
    r"his|her|an?|the|first|second|third|fourth|fifth|sixth|\w+th|last|latest|recent|previous|next|final|short|brief|\w+-ever|historic|rare"
)
"""What is said of a visit without telling its kind."""


_FOR_EVENT = re.compile(
    r"(?:,\s+[A-Z]\w+,?)?\s+(?:(?:on|from)\s+[^.;,]{3,24}?\s+)?(?:for|to\s+(?:attend|join|address))\s+(?:an?\s+|the\s+)?"
)
_NOT_ATTENDED = words("visit attack election conflict exercise")


def came_for(reading: Reading, sentence: Sentence, visitor: str, place: Linked) -> Iterator[Statement]:
    """That a visitor takes part in the event that is named after a place, which is there."""
    event = reading.after(_FOR_EVENT.match(reading.text, place.span.end, sentence.span.end), sentence.span.end, "event")
    if event is None or event.found.kind in _NOT_ATTENDED or (event.found.kind not in ATTENDED and event.found.priority <= BY_NOUN):
        return
    focus = Span(place.span.start, event.span.end)
    yield Statement(event.entity, "participant", visitor, sentence, focus)
    yield placed(event, place, sentence)
