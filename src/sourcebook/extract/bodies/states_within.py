"""States in the names of bodies that any of them has: "Norwegian" of "the Norwegian Government", both of "the Chile-Peru Alliance"."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.identity.registry import Registry
from sourcebook.model.proposals import Spotted
from sourcebook.model.spans import Span

_OF_ANY = r"(?:[Ff]ederal |[Cc]entral |[Nn]ational |[Ii]nterim )?(?:[Gg]overnments?|[Pp]arliament|[Cc]abinet|[Aa]dministration|[Rr]egime)"
_OF_ONE = re.compile(
    rf"(?P<before>[A-Z][\w.’'-]*(?: [A-Z][\w.]*){{0,3}}?)(?:[’']s)? {_OF_ANY}"
    rf"|{_OF_ANY} of (?:the )?(?P<after>[A-Z][\w.’'-]*(?: (?:and |of |the )?[A-Z][\w.]*){{0,4}})"
    r"|(?P<one>[A-Z][\w.]*(?: [A-Z][\w.]*)?)[-–](?P<other>[A-Z][\w.]*(?: [A-Z][\w.]*)?) [A-Z].*"
)
_LANDS = frozenset({"country", "former country"})


def states_within(text: str, linked: Iterable[Linked], registry: Registry, gazetteer: Gazetteer) -> Iterator[Spotted]:
    """Mentions of states inside those of bodies; the facts are told of the bodies."""
    for each in linked:
        whose = _OF_ONE.fullmatch(each.span.of(text)) if each.found.type == "organization" else None
        for group in ("before", "after", "one", "other") if whose else ():
            entry, kind = _state(whose[group], gazetteer) if whose else (None, "")
            if whose and entry:
                span = Span(each.span.start + whose.start(group), each.span.start + whose.end(group))
                entity = registry.id_of(Found(span=span, type=kind, name=entry.name, entry=entry))
                (registry.adjectives if kind == "demonym" else registry.spellings)[entity].add(whose[group])
                yield Spotted(span=span, type=kind, entity=entity)


def _state(words: str | None, gazetteer: Gazetteer) -> tuple[Entry | None, str]:
    """The state that words name, and whether they are its adjective."""
    name = (words or "").replace("’", "'")
    entry, people = gazetteer.names.get(name), gazetteer.demonyms.get(name)
    if entry and entry.kind in _LANDS:
        return entry, "place"
    return (people, "demonym") if people and people.kind in _LANDS else (None, "")
