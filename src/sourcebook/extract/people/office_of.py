"""What an office in small letters is of: "leader of Niger's junta", "president of the Ruritanian company Nordgas", "envoy to Chile"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.beside import NATIONAL_BODY
from sourcebook.extract.people.office_ends import SENT, end_of_body, title_pattern
from sourcebook.extract.people.office_fields import body_of_city
from sourcebook.model.spans import Span


def leading_to_name(text: str, office: re.Match[str], stop: int) -> re.Match[str] | None:
    """The words from an office to the name that it is of, if there is one and no other office holder is meant by it."""
    of = _OF_A_NAME.match(text, office.end(), stop) or (_TO_A_NAME.match(text, office.end(), stop) if SENT.search(office[0]) else None)
    return None if of and FOR_SOMEBODY.match(text, office.end(), stop) else of


def of_a_name(
    document: Document, sentence: Sentence, found: re.Match[str], of: re.Match[str], gazetteer: Gazetteer, begin: int
) -> Iterator[Found]:
    """An office in small letters with what it is of."""
    text = document.text
    whole = _OF_WHAT.match(text, of.end(), sentence.span.end)
    if "at" in of[0].split():
        yield role(document, begin, found.end(), 5)
    elif whole:
        stop = end_of_body(text, of.end() - 1, whole.end(), gazetteer)
        joined = text.find(" and the ", of.end(), stop)
        if joined > 0 and gazetteer.body(text[of.end() : joined]):
            # "chair of the International Labour Organization and the World Bank's board"
            stop = joined
        stop += 2 if text.startswith(("’s ", "'s "), stop) else 0
        body = text[of.end() : stop]
        owns = body.endswith(("’s", "'s", "s’", "s'"))
        junta = (_JUNTA.match(text, stop, sentence.span.end) or _THING.match(text, stop, sentence.span.end)) if owns else None
        stop = junta.end() if junta else stop - owns * (2 if body.endswith("s") else 1)
        based = _BASED.match(text, stop, sentence.span.end) if body.endswith("-based") else None
        stop = based.end() if based else stop
        affairs = _AFFAIRS.match(text, stop, sentence.span.end)
        stop = affairs.end() if affairs else stop
        last = next(iter(body.split()[-1:]), "")
        known = gazetteer.names.get(last)
        owner = last in gazetteer.demonyms or (known is not None and (last.isupper() or known.type == "organization"))
        city = body_of_city(text, of.end(), stop, sentence.span.end, gazetteer)
        stop = city.end() if city else stop
        kinds = (NATIONAL_BODY, _ITS_FIRM, _OF_NATION) if last in gazetteer.demonyms else (NATIONAL_BODY, _ITS_FIRM)
        national = next(filter(None, (each.match(text, stop, sentence.span.end) for each in kinds)), None) if last and owner else None
        # "nominee for Governor of Virginia" is no governor, nor is "adviser to the Governor of Virginia".
        other = found[0] in {"nominee", "candidate"} or of[0].split()[0] == "to"
        within = title_pattern(gazetteer.titles).match(text, of.end(), stop) if other else None
        # "treasurer for Ana Ruiz's campaign" is not hers.
        stop = national.end() if national else stop if stop > of.end() else found.end()
        aim = _FOR_AIM.match(text, stop, sentence.span.end) if SENT.search(found[0]) else None
        stop = aim.end() if aim else stop
        yield role(document, begin, stop, 8 if within else 6)


_OF_WHAT = re.compile(
    r"Foreign, Commonwealth (?:and|&) Development(?: Affairs)?"
    r"|(?:\d{1,4}(?:st|nd|rd|th)\s+)?(?:(?:al|Al)[- ])?[A-Z][\w.’'-]*(?:\s+(?:of|for|and|the|in)?(?:\s+the)?\s*[A-Z][\w.’'-]*)*"
)
_AFFAIRS = re.compile(r"(?:-[A-Z]\w+)?(?:\s+(?:[a-z]+|and)){0,4}?\s+(?:affairs|protocols?|dialogue|peace process|issues|crisis)\b")
_BASED = re.compile(r"(?:\s[a-z][a-z-]+){1,3}?(?=[,.;)]|\s(?:and|who|said|says|told|has|is|was|in|on)\b)")
"""What is there: "representative to the Geneva-based international organizations"."""
_JUNTA = re.compile(
    r"\s+(?:(?:new|ruling|military|main|former|national|largest|central|joint)\s+){0,2}"
    r"(?:[Jj]unta|leadership|delegation|army|navy|military|police|government|parliament|bank|mission|opposition|diplomacy"
    r"|intelligence(?:\s+service)?|armed\s+forces|air\s+force|security\s+service)\b"
)
"""What of a country somebody heads: "leader of Niger's junta"."""
_THING = re.compile(
    r"\s+(?:[a-z][a-z-]+\s+){0,3}[a-z]{3,}(?<!ly)"
    r"(?=[.;)]|,\s(?![a-z]+ing\b)|\s+(?:for|of|on|in|at|relative|to|who|said|says|and|has|is|was|told|with)\b|\Z)"
)
"""The same whatever it is: "head of Argentina's desk"."""
_NO_NOUN = r"(?!(?:and|or|for|of|on|in|at|to|by|who|that|said|says|told|has|had|is|was|with)\b)"
_OF_NATION = re.compile(
    rf"(?:\s+{_NO_NOUN}[a-z-]{{3,}}(?:[’']s)?){{1,3}}"
    r"(?=[,.;)]|\s+(?:and|or|for|of|on|in|at|to|by|who|that|said|says|told|has|had|is|was|with)\b|\s+[A-Z]|\Z)"
)
"""The same after a nationality: "mayor of the Chilean capital"."""
_ITS_FIRM = re.compile(
    r"(?:\s+[a-z][\w-]*){0,4}\s+(?:company|firm|bank|airline|group|agency|club|party|operator|producer|broadcaster|newspaper|manufacturer)"
    r"(?:\s[A-Z][\w-]+){1,3}(?=[,.;)]|\s+[a-z]|\Z)"
)
"""The firm after a nationality: "president of the Ruritanian state-owned pipeline company Nordgas"."""
_FOR_AIM = re.compile(r"\sfor(?:\s(?!the\b|an?\b|his\b|her\b|its\b|their\b|[a-z]+ing\b)[a-z][a-z-]+){1,3}(?=[,.;)])")
"""What an envoy is for: "special envoy of the Chilean government for regional initiatives"."""
_LAND = r"(?:(?:capital\s+)?(?:city|town|village|municipality|province|district|region|county|island|state|emirate|sultanate|kingdom|republic)\s+of\s+(?:the\s+)?)?"
_POLITICS = (
    r"(?:(?:opposition|ruling|main|powerful|state-owned|Islamist|far-right|far-left|left-wing|right-wing|centre-right|centre-left|conservative|liberal"
    r"|nationalist|separatist|rebel|influential|breakaway|[a-z]+-religious|ultra-?[a-z]+|[A-Z]\w+-based)\s+){0,3}"
)
_KIND_OF_BODY = (
    r"(?:(?:[a-z][a-z-]+\s+){0,3}(?:group|party|organi[sz]ation|company|movement|association|foundation|NGO|think[ -]tank|broadcaster|newspaper|union"
    r"|network|coalition|alliance|institute|firm|bank|airline|charity|militia|watchdog)\s+)?"
)
_OF_A_NAME = re.compile(
    rf"\s+(?:of|for|at)\s+(?:the\s+)?{_LAND}{_POLITICS}(?:[a-z]+[’']s\s+)?{_KIND_OF_BODY}"
    r"(?=(?:[A-Z]|al[- ]|\d{1,4}(?:st|nd|rd|th)\s+[A-Z]))"
)
"""Up to a name: "of the capital city of", "for the ruling conservative party"."""
_TO_A_NAME = re.compile(
    r"\s+(?:to\s+(?:the\s+)?(?=[A-Z])|on\s+(?:the\s+)?(?=(?:[A-Z][\w-]+\s+){1,3}(?:affairs|issues|crisis|peace process|dialogue)\b))"
)
"""Up to a name that somebody is sent to: "to", "on" before "Chilean affairs"."""
FOR_SOMEBODY = re.compile(
    r"\s+(?:for|to)\s+(?:(?:Vice|Deputy|Prime|Supreme)\s)?(?:President|Minister|Chancellor|King|Queen|Premier|Secretary|Leader)\s(?!of\b)[A-Z]"
)
"""For whom somebody works, who holds another office: "deputy secretary of state for President Ana Ruiz", "an aide to President Ana Ruiz"."""


def role(document: Document, begin: int, end: int, priority: int) -> Found:
    """A title between two code points of a text, with the rest of the name that it is of: "governor of Aden province"."""
    of_name = _OF_NAME.search(document.text, begin, end)
    rest = _REST_OF_NAME.match(document.text, end) if of_name else None
    end = rest.end() if rest else end
    return Found(span=Span(begin, end), type="role", name=" ".join(document.text[begin:end].split()), priority=priority)


_OF_NAME = re.compile(r" (?:of|for) (?:.* )?[A-Z][^\s.]*\Z")
_REST_OF_NAME = re.compile(
    r"(?: al-[A-Z][\w’'-]+)*"
    r"(?: (?:provinces?|districts?|governorates?|regions?|count(?:y|ies)|prefectures?|oblasts?|theat(?:er|re)s?"
    r"|talks|summit|part(?:y|ies)|coalition|alliance|bloc|faction|movement|militia|group)\b)?"
)
