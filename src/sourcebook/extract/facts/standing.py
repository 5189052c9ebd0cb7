"""For what the words of a mention stand where a sentence is read as signs, and where they end."""

from sourcebook import lazy_re as re
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.model.spans import Span

NEAR = 120
"""Code points before a capital in which is said what it deals in."""
_NAME = r"(?:the\s+)?(?!(?:The|On|In|At|Under|During|After|Before|When|While)\b)[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,2}"
_AND = r"(?:,\s+|,?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with)\s+)"
_OPENS = re.compile(
    r"(?:\A|[.!?;:,“\"—–\n]\s*|\b(?:and|both|that|but|while|as|whereas|when|which|since|because|with|well|says?|said)\s+)\Z"
)
_GOVERNED = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Oo]f|[Oo]utside|[Aa]round|[Vv]ia|[Oo]n|[Ff]or|visit\w*)\s+(?:both\s+)?(?:{_NAME}{_AND})*\Z"
)
_DEALING = (
    r"(?:(?:co-)?sign(?:s|ed|ing)?|ink(?:s|ed)?|initial(?:s|l?ed)?|conclud(?:e|es|ed)|ratif(?:y|ies|ied)|reach(?:ed)?|struck|strike|seal(?:ed)?|clinch(?:ed)?"
    r"|finali[sz]ed?|renew(?:ed)?|acced(?:e|es|ed)\s+to|enter(?:ed)?\s+into|exchanged?|issued|adopt(?:ed)?|agree[ds]?|withdr(?:ew|aw|awn)\s+from"
    r"|(?:co-?operat|collaborat)(?:e|es|ed|ing)|work(?:s|ed|ing)?\s+(?:[a-z]+ly\s+)?(?:together|with|side)|partner(?:s|ed)?(?:\s+(?:with|in))?"
    r"|shar(?:e|es|ed)\s+(?:an?\s+)?(?:[a-z]+\s+)?(?:interests?|intelligence|information|data|experience)"
    r"|(?:(?:step|scal|ramp)(?:p?ed|s|p?ing)?\s+up|(?:deepen|strengthen|expand|boost|upgrad|enhanc|broaden|intensif|develop)(?:e|y|ed|ied|s|ing)?)\s+(?:their|its|bilateral|mutual|ties|co-?operation|relations|trade)"
    r"|(?:have|has|maintains?|enjoys?)\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,3}(?:ties|co-?operation|partnership|agreements?|pacts?|treaty|accords?))\b"
)
_ACTS = re.compile(
    rf"(?:{_AND}{_NAME})*,?(?:\s+(?:have|has|had|will|would|could|may|also|both|is|are|were|been|be|since|recently|jointly|formally|already|to|set|expected|then|later"
    r"|wants?|plans?|hopes?|intends?|aims?|seeks?|ready|keen|agreed|pledged|vowed|decided|promised|eager|continue[ds]?|began|begun|last|this|year|month|week|yesterday|today|earlier"
    rf"|on\s+[A-Z][a-z]+day|in\s+(?:[A-Z][a-z]+\s+)?\d{{4}}|in\s+[A-Z][a-z]+))*\s+{_DEALING}"
)
_DEAL = (
    r"(?:co-?operat(?:ion|es?|ed|ing)|collaborat(?:ion|es?|ed|ing)|agreements?|deals?|pacts?|accords?|treat(?:y|ies)|protocols?|conventions?|memorand\w+|MoUs?|contracts?"
    r"|ties|partnerships?|partnered|alliance|works?|worked|working|trade|dialogue)"
)
_WITH = re.compile(
    rf"\b(?:talks|negotiations|consultations|discussions)\s+with\s+(?:the\s+)?(?:(?:representatives|officials|authorities|envoys|delegations?)\s+(?:of|from)\s+)?\Z|\b{_DEAL}\s+(?:[a-z]+ly\s+)?(?:(?:on|in)\s+[^.;,“”]{{3,50}}?\s+)?with\s+(?:both\s+)?(?:{_NAME}{_AND})*\Z"
)
_TALKS = r"(?:talks|negotiations|consultations|discussions|dialogue|summits?|war|wars|conflict|hostilities)"
_BETWEEN = re.compile(
    rf"\b(?i:{_TALKS})\s+between\s+(?:both\s+)?(?:{_NAME}{_AND})*\Z|\b{_DEAL}\s+(?:(?:that\s+was\s+)?(?:signed|concluded|reached|struck|made|agreed)\s+)?(?:in\s+\d{{4}}\s+)?(?:between|among)\s+(?:both\s+)?(?:{_NAME}{_AND})*\Z"
    rf"|\b(?:signed|concluded|agreed|reached|struck|negotiated)\s+(?:in\s+\d{{4}}\s+)?between\s+(?:both\s+)?(?:{_NAME}{_AND})*\Z"
)
_ONLY_THERE = re.compile(
    r"[’']s?\s|-based|[-–]|,\s+(?:the|its|an?)\s|\s+(?:city|municipality|University|airport|police|stock|zoo|hospital|port)\b|\s+[A-Z]"
)
"""After a capital whose own people or bodies are meant, or which is told of as a town."""

_ALLIED = re.compile(
    r"(?:,?\s+(?:which\s+)?(?:(?:is|was|has|had|been|closely|long)\s+){0,3}allied\s+(?:with|to)|,\s+(?:an?|one)\s+(?:[a-z-]+\s+){0,2}ally\s+of"
    r"|[’']s?\s+(?:[a-z-]+,?\s+(?:and\s+)?){0,3}all(?:y|ies))\b"
)
"""As in "Oslo, an ally of Chile", "one of Oslo's closest allies"."""
_ALLIED_WITH = re.compile(
    rf"\b(?:allied\s+(?:with|to)|all(?:y|ies)(?:\s+(?:of|like|such\s+as|including))?,?)\s+(?:both\s+)?(?:{_NAME}{_AND})*\Z"
)


def stands_for_state(text: str, place: Linked) -> bool:
    """Whether a place is a capital that deals with others as its state does."""
    if place.found.type != "place" or place.found.entry is None or not place.found.entry.capital:
        return False
    start, first = place.span.start, max(0, place.span.start - NEAR)
    if _ALLIED.match(text, place.span.end) or _ALLIED_WITH.search(text, first, start):
        return True
    if _ONLY_THERE.match(text, place.span.end):
        return False
    led = text[first:start]
    if _WITH.search(led) or _BETWEEN.search(led):
        return True
    return bool(_ACTS.match(text, place.span.end) and _OPENS.search(led) and not _GOVERNED.search(led))


_SENT_TO = re.compile(
    r"(?P<man>(?:[\w’'-]+\s+){0,4}?(?:delegate|representative|negotiator|commissioner|envoy|observer|coordinator|mediator|plenipotentiary)s?)\s+(?:to|at|in|for)\s"
)
LONGEST = 40
"""Code points of the name of an event past the words of an office with which it begins."""
_COMPANY = re.compile(r"\s(?:of|between|with|among|by|against|for|from)\s")


def is_city(who: Linked) -> bool:
    """Whether a mention is of a capital rather than of a state or a body."""
    return bool(who.found.entry and who.found.entry.capital and who.found.entry.kind == "city")


def end_of(reading: Reading, each: Linked) -> int:
    """Where the words of a mention end; those of an event before whose it is, of an office before its event: "delegate to the Lima Conference"."""
    if each.found.type == "role":
        sent = _SENT_TO.match(reading.text, each.span.start, each.span.end)
        event = sent and next(iter(reading.inside(Span(sent.end(), each.span.end + LONGEST), "event")), None)
        return each.span.start + len(sent["man"]) if sent and event and event.span.start < each.span.end else each.span.end
    if each.found.type != "event" or each.found.priority != BY_NOUN:
        return each.span.end
    of = _COMPANY.search(reading.text, each.span.start, each.span.end)
    named = of and reading.inside(Span(of.end(), each.span.end), "person", "place", "organization", "demonym")
    return of.start() if of and named else each.span.end


BEFORE = 24
"""Code points before a demonym."""
_COLLECTIVE = re.compile(r"(?:ese|ish|ch|ss)\Z")
_THE = re.compile(r"\b[Tt]he\s(?:[A-Z]\w+\sand\s)?\Z")
_SOME = re.compile(
    r"(?i)(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|few|some|many|several|most|more|other|young|(?:dozens|hundreds|thousands|of)(?:\sof)?(?:\sthe)?))\s\Z"
)
_AS_SUCH = re.compile(
    r"[,.;]|\s+(?:and|had|have|were|are|will|would|in|at|on|to|with|against|held|fought|began|led|won|lost|took|sent|met|went|made"
    r"|(?!armed|united|combined|allied|occupied|backed|controlled|owned|based|born|educated|trained)[a-z]+ed)\b"
)


def is_people(text: str, span: Span) -> bool:
    """Whether a demonym means the people as such: "the British invaded", "the Germans and"; not "two Germans", "the British fleet"."""
    start = span.start - BEFORE
    if _COLLECTIVE.search(text, span.start, span.end):
        named = bool(_THE.search(text, start, span.start))
    else:
        named = text.endswith("s", span.start, span.end) and not _SOME.search(text, start, span.start)
    return named and bool(_AS_SUCH.match(text, span.end))
