"""Where the words of a mention end for the rules that read a sentence as signs."""

from sourcebook import lazy_re as re
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.model.spans import Span

_SENT_TO = re.compile(
    r"(?P<man>(?:[\w’'-]+\s+){0,4}?(?:delegate|representative|negotiator|commissioner|envoy|observer|coordinator|mediator|plenipotentiary)s?)\s+(?:to|at|in|for)\s"
)
LONGEST = 40
"""Code points of the name of an event past the words of an office with which it begins."""
_COMPANY = re.compile(r"\s(?:of|between|with|among|by|against|for|from)\s")


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
