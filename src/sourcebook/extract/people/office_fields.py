"""Where an office in small letters begins: with the field and the party that lead it, as in "regional sales director", "Conservative transport spokesman"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.appointing import appoints
from sourcebook.extract.people.beside import GRADED
from sourcebook.extract.phrases import alternatives, words

_FIELDS = words(
    "international national regional global local provincial municipal federal city county district area country field site state government police "
    "army navy naval military ministry municipality airport company corporate business product project programme program operations operational emergency sales "
    "marketing communications public relations affairs human resources rights foreign external political diplomatic economic economics world home "
    "health education transport defence defense energy environment security intelligence trade finance financial treasury justice housing culture "
    "cultural science technology technical sport sports media press news policy legal research medical humanitarian relief aid planning development "
    "logistics safety information digital software engineering customer investor consumer campaign rescue music arts religious social industry "
    "agriculture rural water climate immigration migration nuclear maritime shipping employment welfare pensions tax disaster refugee tour stage election "
    "congressional parliamentary council party opposition coalition politburo committee board cabinet parliament senate presidium bureau standing executive central"
)
"""What somebody works on or for, in small letters before the office."""
_LAST_WORDS = _FIELDS | {"service", "force", "guard", "department"}
_FIELD = rf"(?:{alternatives(_FIELDS)}|(?:prison|fire|air|parks?|rail|ambulance|coast) (?:service|force|guard|department))"
_LEAD = re.compile(rf"(?<![\w’'-])(?:{_FIELD}(?: and (?={_FIELD} ))? ?){{1,4}}(?<= )\Z")
_FIRST = re.compile(rf"(?i:(?:{_FIELD}(?: and (?={_FIELD} ))? ?){{1,4}}(?<= )\Z)")
_LED = re.compile(
    r"(?:spokes(?:man|woman|person)|manager|director|editor|correspondent|coordinator|officer|secretary|commander|leader|candidate|coach"
    r"|representative|negotiator|commissioner|advis[eo]r|expert|analyst|chief|member)s?\Z"
)
"""Offices that a field may lead."""
_PARTY = re.compile(r"(?<![\w-])(?:Conservative|Labour|Republican|Democratic|Liberal(?: Democrat)?|Lib Dem|Green|Tory|Socialist)\s+\Z")
_OF_A_CITY = r"(?:municipality|(?:city|municipal|provincial|county|district) (?:council|government|authority)|airport|police)"
_CITY_BODY, _ITS_BODY = re.compile(rf"(?!police){_OF_A_CITY} "), re.compile(rf"\s{_OF_A_CITY}\b")
_CITY = re.compile(r"(?<![\w-])[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? \Z")
FARTHEST = 60
"""Code points before an office that its field and party take at most."""


def begin_of_office(text: str, sentence: Sentence, office: re.Match[str], gazetteer: Gazetteer) -> int:
    """Where an office begins, with what leads it."""
    begin, first = office.start(), sentence.span.start
    lead = max(first, begin - FARTHEST)
    if not _LED.search(office[0]) or _LAST_WORDS.isdisjoint(text[lead:begin].lower().split()[-1:]):
        return begin
    field = (_FIRST.match(text, first, begin) if lead == first else None) or _LEAD.search(text, lead, begin)
    if field is None:
        return begin
    begin = field.start()
    party = _PARTY.search(text, max(first, begin - FARTHEST), begin)
    city = _CITY.search(text, max(first, begin - FARTHEST), begin) if _CITY_BODY.match(text, begin) else None
    if city and _is_city(city[0].rstrip(), gazetteer):
        # "a Baghdad municipality spokesman": a body of the city.
        return city.start()
    return party.start() if party else begin


def _is_city(name: str, gazetteer: Gazetteer) -> bool:
    known = gazetteer.names.get(name)
    return known is not None and known.type == "place" and known.kind != "country"


def body_of_city(text: str, start: int, end: int, stop: int, gazetteer: Gazetteer) -> re.Match[str] | None:
    """What follows a city's name within an office: "spokesman for the Baghdad municipality"."""
    body = _ITS_BODY.match(text, end, stop)
    city = _CITY.search(f"{text[start:end]} ") if body else None
    return body if city and _is_city(city[0].rstrip(), gazetteer) else None


def ends_with_body(name: str, gazetteer: Gazetteer) -> bool:
    """Whether the last of some words are the name of a body that is known."""
    parts = name.split()[-LONGEST_BODY:]
    known = (gazetteer.names.get(" ".join(parts[first:])) for first in range(len(parts)))
    return any(each is not None and each.type == "organization" for each in known)


LONGEST_BODY = 6
"""Words of a body's name."""


def names_somebody(text: str, end: int, gazetteer: Gazetteer) -> bool:
    """Whether the two words after an office are no place's nor body's name, as "Saudi Arabia" after "oil producer"."""
    words = text[end : end + FARTHEST].split()[:2]
    known = (gazetteer.names.get(each.rstrip(",.;")) for each in (words[0], " ".join(words)))
    bodies = gazetteer.words["institution"] | gazetteer.words["firm"]
    return all(each is None or each.type == "person" for each in known) and bodies.isdisjoint(each.rstrip(",.;") for each in words)


def led_by_body(lead: str, gazetteer: Gazetteer) -> bool:
    """Whether the name of a body ends right before an office."""
    words = lead.split()[-2:]
    last = words[-1] if words and lead.endswith(" ") else ""
    named = last in gazetteer.words["institution"] and last[:1].isupper() and len(words) > 1 and words[0][:1].isupper()
    return named or ends_with_body(lead, gazetteer)


def named_with(lead: str, gazetteer: Gazetteer) -> bool:
    """Whether words before an office give it to somebody: "with Ana Ruiz as its first", but not "with Norway as"."""
    found = _WITH.search(lead) if " as " in lead else None
    known = gazetteer.names.get(found["name"]) if found else None
    return found is not None and (known is None or known.type not in {"place", "organization"})


_WITH = re.compile(
    rf"\b(?:with|as\s+(?:[a-z-]+\s+){{1,4}}and)\s+(?:(?:Mr|Mrs|Ms|Dr|Sir|Gen|General)\.?\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+(?:(?:al|el|de|van|von|bin)[\s-])?[A-Z][\w.’'-]*){{0,3}})\s+as\s+"
    rf"(?:(?:the|an?|its|his|her|their|our)\s+)?(?:[a-z]+[’']s\s+)?{GRADED}\Z"
)
LAND_GRADED = re.compile(r"([A-Z][\w-]+) (?:[a-z-]+ )?\Z")
"""A nationality before an office: "Norwegian far-right leader"."""
_OF_ORGAN = re.compile(r"\b(?i:politburo|committee|council|board|cabinet|parliament|senate|assembly|bureau|presidium|congress|party) \Z")
HIS = re.compile(r",\s+(?:its|their|his|her)\s+(?:[\w-]+\s+){0,3}\Z")
AND_MORE = re.compile(r",?\s+and\s+(?:(?:the|an?)\s+)?" + GRADED + r"(?:[A-Z]{2,5}\s+)?")
"""Between two offices of somebody: "Ana Ruiz, government spokeswoman and minister of information"."""


def says_how(text: str, office: re.Match[str], sentence: Sentence) -> bool:
    """Whether a word of offices says how something is, or where somebody stands: "a general amnesty", "the chief concern", "at the head of"."""
    if office[0] == "head":
        return text.endswith(" at the ", 0, office.start())
    return office[0] in {"general", "chief"} and _THING_FOLLOWS.match(text, office.end(), sentence.span.end) is not None


_THING_FOLLOWS = re.compile(
    r"\s(?!(?:of|for|in|at|from|until|since|and|who|said|says|told|has|had|is|was|will|under|during|on|with|or|to|by|as|but)\b)[a-z]"
)
_MEMBER = re.compile(r",\s+(?:an?\s+|the\s+)?(?:senior\s+|leading\s+|former\s+|ranking\s+)?\Z")
_ASIDE = re.compile(r"((?:[A-Z][\w-]+\s)?[A-Z][\w-]+),\s+an?\s+(?:[A-Z][\w-]+\s+(?:of\s+)?){1,4}(?:[a-z]+\s+)?\Z")
_HIS_CAREER = re.compile(r"\b(?:[Hh]e|[Ss]he|him|her|[Hh]is|who)\b[^.;]{0,90}\bas\s+an?\s+(?:[a-z-]+\s+)?\Z")


def of_states(document: Document, found: re.Match[str], sentence: Sentence, of: re.Match[str] | None, gazetteer: Gazetteer) -> bool:
    """Whether a member may be a state, which holds no office: "Norway, a NATO member", "members of the Harbour Front"; `of` if what it is in follows."""
    text, at = document.text, found.start()
    if of and appoints(document, sentence, at, found.end()) and _HIS_CAREER.search(text, max(sentence.span.start, at - 2 * FARTHEST), at):
        # "She served as a member of the Senate."
        return False
    aside = _ASIDE.search(text, max(sentence.span.start, at - FARTHEST), at)
    land = gazetteer.names.get(aside[1]) if aside else None
    beside = _MEMBER.search(text, max(sentence.span.start, at - 2 * FARTHEST), at)
    return (of is not None and not beside) or (land is not None and land.type == "place")


def leads_name(text: str, office: re.Match[str], sentence: Sentence, lead: str, gazetteer: Gazetteer) -> bool:
    """Whether what stands before the word lets it lead a name: "party committee member Ana Ruiz", "former minister Ana Ruiz"."""
    if office[0] == "minister":
        return _FORMER.search(lead) is not None
    return office[0] == "member" and (
        _OF_ORGAN.search(text, sentence.span.start, office.start()) is not None or ends_with_body(lead, gazetteer)
    )


_FORMER = re.compile(r"\b(?:former|then|visiting|senior|junior|cabinet|outgoing|fellow|ex-?)[ -]\Z")
