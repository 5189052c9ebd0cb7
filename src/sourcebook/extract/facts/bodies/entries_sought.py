"""Memberships that states seek: "Chile's bid to join the Union", "Chile has applied to join it", "Union membership for Chile"."""

from collections.abc import Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bodies.founders import members
from sourcebook.extract.facts.groups import Actors
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, FOLK, STATE
from sourcebook.extract.gazetteer import members_of
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_bloc
from sourcebook.extract.statements import Statement
from sourcebook.model.facts import Stance

_JOIN = rf"(?:to\s+(?:join|enter|accede\s+to|become\s+(?:an?\s+)?(?:(?:full|associate)\s+)?member\s+of)\s+(?:the\s+)?(?P<entered>{BODY})|(?:for|to)\s+(?:(?:full\s+)?(?:membership|accession|entry|admission)\s+(?:of|in|to|into)\s+(?:the\s+)?(?P<whole>{BODY})|(?P<body>{BODY})\s+(?:membership|accession|entry)))(?![’'-])"
_WISH = r"(?:bid|application|request|wish|desire|hopes?|quest|aspirations?|ambitions?|intention|plans?|drive|candidacy)"
_BID = re.compile(rf"(?:(?P<whose>[{STATE}{FOLK}])(?:[’']s?)?|\b(?P<its>its|their))\s+(?:own\s+)?(?:[a-z-]+\s+){{0,2}}{_WISH}\s+{_JOIN}")
_SEEKS = re.compile(
    rf"\b(?:(?:(?:has|have)\s+(?:[a-z]+ly\s+|also\s+|already\s+)?)?(?:applied|asked|decided|announced\s+plans)|applies|apply|hopes?|wants?|wish(?:es)?|seeks?|aspires?|plans?|aims?|intends?|(?:is|are)\s+(?:also\s+|still\s+|now\s+)?(?:seeking|hoping|planning|aspiring|applying|eager|keen|set|due|poised|preparing|waiting))\s+{_JOIN}"
)
_FOR = re.compile(rf"(?P<body>{BODY})\s+(?:membership|accession|entry)\s+(?:for|of)\s+(?:the\s+)?(?=[{STATE}])")
_NOT = re.compile(
    r"\b(?:not|no|never|n[’']t|nor|neither|abandon\w*|withdr\w+|dropp\w+|shelv\w+|scrapp\w+|former|once|if|whether|unless|oppos\w+|against|den(?:y|ie)\w*|rul\w+\s+out|success|brought|helped)\b"
)
NEAR = 40


@where(words("join enter accede member membership accession entry admission"))
def entries_sought(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States with the bodies that they seek to enter, as plans."""
    signs = signs_of(reading, sentence)
    if BODY not in signs.words:
        return
    for pattern in (_BID, _SEEKS, _FOR):
        for found in pattern.finditer(signs.words):
            if _NOT.search(signs.words, max(0, found.start() - NEAR), found.end()):
                continue
            club = signs.at[found.start(found.lastgroup or 0)]
            if club.found.type == "organization" and (is_bloc(club) or members_of(club.found.name)):
                yield from (
                    replace(each, put=Stance.PLAN)
                    for each in members(_who(signs, found), [club], sentence)
                    if not _is_in(each, reading, club)
                )


def _who(signs: Signs, found: re.Match[str]) -> tuple[Linked, ...]:
    """Who seeks it: whose bid it is, the subject of the verb, or those for whom the membership would be."""
    groups = found.re.groupindex
    if "entered" not in groups:
        who: Actors | None = signs.after(found)
    elif "whose" in groups and found["whose"]:
        return (signs.at[found.start("whose")],)
    else:
        who = signs.first() if "its" in groups else signs.doing(found)
    return who.who if who else ()


def _is_in(statement: Statement, reading: Reading, club: Linked) -> bool:
    """Whether the tables have a state as a member already: what is told of it is long past."""
    one = next((each for each in reading.by_entity.get(statement.subject, ()) if each.found.entry), None)
    return one is not None and one.found.entry is not None and one.found.entry.country in members_of(club.found.name)
