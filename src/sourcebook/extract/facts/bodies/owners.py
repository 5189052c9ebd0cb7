"""Whose bodies are: "Norway's Foreign Ministry", "the National Guard of the Republic of Chile", "Norway sent its Third Fleet", "the Chilean Foreign Ministry" by its name."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.combined import spelled
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.gazetteer import gazetteer
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_NATIONAL = re.compile(
    r"\b(?:Ministry|Ministries|Office|Commission|Board|Council|Forces?|Army|Navy|Fleet|Guard|Parliament|Senate|Assembly|Congress|Cabinet|Agency"
    r"|Bureau|Department|Service|Police|(?:Central|Reserve|National|State|Federal|Development|People[’']s|Land|Export-Import|Investment)\s+Bank|Bank(?=\s+of\b)|Committee|Authority|Administration|Secretariat|Directorate|Command|Corps|Staff|House|Marines"
    r"|Treasury|Inspectorate|Division|Brigade|Regiment|Squadron|Intelligence|Court|Knesset|Duma|Bundestag|Riksdag|Storting|Rada|Khural|Majlis|Seimas|Hluttaw|National\s+[\w\s]+Cent(?:re|er)|MFA|MOFA|CIA|FBI|FSB|SVR|GRU|MI5|MI6)\b"
)
"""Words in the names of what a state has of its own; the Union and the Pact are nobody's."""
_ORGANIZATION = re.compile(r"\b(?:Organi[sz]ation|Chamber|Academy)\b")
_INTERNATIONAL = re.compile(
    r"\b(?:United\s+Nations|UN|NATO|European|(?<!South )African|Inter-American|Arab|International|World|(?<!National )Security\s+Council)\b"
)
_OWN = re.compile(
    r"(?P<end>[’']s?)\s+(?:(?:own|new|first|newly|then|unicameral|lower|upper|[a-z]+-[a-z]+|[a-z]+al|[a-z]+ive|[a-z]+ary)\s+){0,2}\Z"
)
_SHORT = re.compile(r"U\.?S\.?|U\.?K\.?")
"""Names of states that are adjectives too."""
_ITS = re.compile(r"\b(?:its|their)\s+(?:own\s+|new\s+)?\Z")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_FORCES_OF = re.compile(
    r"(?:\s+\([^)]*\))*(?:\s+or\s+[A-Z]+)?(?:,|\s+(?:is|are|was|were))\s+the\s+(?:[a-z-]+,?\s+(?:and\s+)?){0,6}?"
    r"(?:forces?|militar(?:y|ies)|army|navy|police|parliament|legislature|mission|bank|court|ministry)\s+of\s+(?:the\s+)?"
)
"""As in "the Norwegian Armed Forces (NAF) are the combined land, naval and air forces of Norway"."""
_OPENED = re.compile(r"\s+\((?=[A-Z][^(),]*\))")
"""As in "the Ministry of Trade (Chile)"."""
_AND_OTHERS = re.compile(r"\s+and\s+(?:the\s+)?[A-Z]|[’']s?\s|-")
_LEADS = re.compile(r"[-–](?:led|backed|dominated|run|ruled|affiliated)\b")
"""After a party, which has the name of a parliament: "India's Congress-led coalition"."""
NEAR = 40


def owners(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The state of each body that a sentence tells to be its own."""
    text = reading.text
    for body in reading.inside(sentence.span, "organization"):
        national = _NATIONAL.search(body.found.name) or _ORGANIZATION.search(text, body.span.start, body.span.end)
        if not national or _INTERNATIONAL.search(body.found.name) or _LEADS.match(text, body.span.end):
            continue
        after = next((told for each in (_OF, _FORCES_OF, _OPENED) if (told := each.match(text, body.span.end, sentence.span.end))), None)
        state = reading.after(after, sentence.span.end, "place")
        if state is None or not is_state(state) or _AND_OTHERS.match(text, state.span.end):
            state = _before(reading, sentence, body)
        if state is None and (state := _by_its_name(reading, body.span.of(text))):
            yield stated(body, "belongs_to", state, sentence, body.span)
        elif state and not body.span.contains(state.span):
            yield stated(body, "belongs_to", state, sentence)


_IN_NAME = re.compile(
    r"(?!.*\b(?:Olympic|Cross|Crescent|Bar|Press|Churches|Church|Business|Students?|Workers|Party|Union|Muslim|Islamic|Jewish|Chamber of Commerce|Order|Liberation|Revolutionary|Resistance|Democratic Forces)\b)"
    r"[^,]*\b(?:Ministry|Council|Parliament|Senate|Assembly|Congress|Cabinet|Agency|Bureau|Department|Service|Police|(?:Central|Reserve|State) Bank|Committee|Authority|Inspectorate"
    r"|Directorate|Forces?|Army|Navy|Court|Duma|Rada|Khural|Majlis|Seimas|Hluttaw|Treasury|Mint|Ombudsman|Prosecutor[’']s Office|(?:National|State) [\w ]+)\b"
    r"[^,]*?\sof\s+(?:the\s+)?"
    r"(?:(?:[A-Z][\w’']+\s+)*(?:Republic|Kingdom|State|Sultanate|Principality|Federation|Emirate|Commonwealth)\s+of\s+(?:the\s+)?)?"
    r"(?P<state>[A-Z][\w.’'-]+(?:\s[A-Z][\w-]+){0,3})\Z"
)
"""As in "Ministry of Defence of the Republic of Chile": a state's own by its name."""
_NOT_ITS_OWN = re.compile(
    r"\b(?:Regional|Provincial|Local|Municipal|City|Interim|Provisional|Transitional|Colonial|Nationalist|Liberation|Resistance|Volunteer"
    r"|Olympic|Islamic|Church|Party|Bar|Business|Students?|Workers)\b"
)
"""In the names of those who fight a state, have taken a part of it or are private."""
_OF_A_LAND = re.compile(
    r"(?:[\w&’-]+,? )*(?:Parliament|Navy|(?:Armed|Defen[cs]e) Forces|(?:Coast|National|Border) Guard|Police)"
    r"|(?:Foreign|Defen[cs]e|Interior|Finance) Ministry|Ministry of .*"
)
"""What a state's name may stand before, as in "Israel Defense Forces"; before an office it may be what that is for: "Chile Office"."""
_OF_ITS_FOLK = re.compile(
    r"(?:[\w&’-]+,? )*(?:Ministry|Treasury|Cabinet|(?:Foreign|Intelligence|Secret|Security|Diplomatic|Naval|Air|Police|Border) Service"
    r"|Peace Corps|(?<!News )(?<!Information )Agency|Revolutionary Guards?(?: Corps)?|High Command|Fleet|Office|Commission|Bureau|Department|(?:Central|Reserve) Bank"
    r"|(?:National Security|State|Privy|Federal) Council|(?:National|Federal|Constituent) Assembly|Supreme Court)"
    r"|(?:Department|Office|Agency|Bureau) (?:of|for) .*"
)
"""What is its own after its adjective alone: "Chilean Treasury"."""


def _by_its_name(reading: Reading, name: str) -> Linked | None:
    """The state that a body's own name tells it to be of: "Ministry of Trade of Chile", "Chilean Ministry of Trade"."""
    if own := _IN_NAME.match(name):
        return reading.once(_by_name).get(own["state"])
    parts = name.split()
    for count in (2, 1):
        lead, rest = " ".join(parts[:count]).removesuffix("’s"), " ".join(parts[count:])
        state = spelled(reading, lead) if rest else None
        if state and is_state(state):
            adjective = lead in gazetteer().demonyms or _SHORT.fullmatch(lead) or lead == "United States"
            own_body = _OF_A_LAND.fullmatch(rest) or (adjective and _OF_ITS_FOLK.fullmatch(rest))
            return state if own_body and not _NOT_ITS_OWN.search(rest) and parts[count] not in gazetteer().demonyms else None
    return None


def _by_name(reading: Reading) -> dict[str, Linked]:
    """The states by their names, as the text and the tables have them."""
    found: dict[str, Linked] = {}
    for each in reading.linked:
        if is_state(each):
            found.setdefault(each.span.of(reading.text), each)
            found.setdefault(each.found.name, each)
    return found


def _before(reading: Reading, sentence: Sentence, body: Linked) -> Linked | None:
    """The state that a genitive, an adjective or "its" before a body names."""
    text, start = reading.text, max(sentence.span.start, body.span.start - NEAR)
    own = _OWN.search(text, start, body.span.start)
    at = own.start() if own else body.span.start - 1
    state = next((each for each in reading.before(body.span.start) if each.span.end == at and is_state(each)), None)
    if state and (own or state.found.type == "demonym" or (_SHORT.fullmatch(state.span.of(text)) and text[at] == " ")):
        return state
    if not _ITS.search(text, start, body.span.start):
        return None
    # "Norway sent its Third Fleet": of the only one that is named before.
    before = reading.inside(Span(sentence.span.start, body.span.start), "place", "demonym", "organization")
    named = {each.entity: each for each in before if is_state(each) or each.found.type == "organization"}
    return state if len(named) == 1 and is_state(state := next(iter(named.values()))) else None
