"""Several persons who share the words of an office: "Presidents Ana Ruiz of Chile and Luis Vega of Peru"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import PORTFOLIO
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.offices.former import status_of
from sourcebook.extract.facts.offices.of_what import NEAR, of_what, of_whom
from sourcebook.extract.facts.offices.whose_office import HONORIFIC
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import around
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import alternatives
from sourcebook.extract.statements import Statement

_SINGLE = {
    "Secretaries": "Secretary",
    "Chairmen": "Chairman",
    "Sens.": "Sen.",
    "Reps.": "Rep.",
    **{
        f"{one}s": one
        for one in [
            *(
                "Minister",
                "President",
                "Premier",
                "Governor",
                "Senator",
                "Ambassador",
                "Chancellor",
                "Mayor",
                "General",
                "Director",
                "Manager",
            ),
            *(
                "Producer",
                "Founder",
                "Captain",
                "Judge",
                "Justice",
                "Editor",
                "Professor",
                "Chair",
                "Colonel",
                "Commissioner",
                "Lawmaker",
                "Legislator",
                "Councillor",
                "Envoy",
                "Adviser",
                "Advisor",
                "Admiral",
            ),
        ]
    },
    "Coaches": "Coach",
    **{f"{one}men": f"{one}man" for one in ["Spokes", "Congress", "Assembly"]},
}
_ONE_OF = _SINGLE | {each.lower(): one.lower() for each, one in _SINGLE.items()} | {"leaders": "leader", "officers": "officer"}
_NOBODY = ("Leaders", "Heads", "Officers", "Commanders")
MANY = re.compile(rf"(?:(?!of\b)[\w-]+ )*?(?P<many>{alternatives([*_ONE_OF, *_NOBODY])})(?!\w)")


def each_of_many(reading: Reading, role: Linked, people: list[Linked], sentence: Sentence) -> Iterator[Statement]:
    """After "Presidents Ana Ruiz of Chile and Luis Vega of Peru", or "the presidents of Chile and Peru, Ana Ruiz and Luis Vega": the office of each."""
    shared = MANY.match(role.found.name)
    one = _ONE_OF.get(shared["many"]) if shared else None
    first = next((at for at, each in enumerate(people) if each.span.start >= role.span.end), len(people))
    gap = reading.text[role.span.end : people[first].span.start].strip() if first < len(people) else ";"
    # "Presidents Sir Ola Lund and Dame Ana Ruiz"
    plain = _HONOURED.fullmatch(f"{gap} ")
    if shared is None or one is None or plain is None:
        return
    gap = plain["comma"]
    yield from _one_by_one(reading, role, people[first + 1 : first + MOST], people[first], one) if gap else ()
    dashed = gap in _DASHES
    holders = _row(reading, people[first].span.start - 1 if dashed else role.span.end, people[first : first + MOST])
    # "The firm's founders, Ana Ruiz and Luis Vega": all of the same.
    lands = (_lands(reading, role) or [""] * len(holders)) if gap else [of_whom(reading, each) for each in holders]
    if dashed and not any(lands):
        # "Chile's prime ministers – Ana Ruiz and Luis Vega –"
        lands = [of_what(reading, role)] * len(holders)
    if not gap and not any(lands):
        # "US Presidents Ola Lund and Ana Ruiz", "Chilean and Peruvian presidents Ola Lund and Ana Ruiz"
        each_his = _lands(reading, role)
        lands = each_his if len(each_his) == len(holders) > 1 else [of_what(reading, role)] * len(holders)
    inside = reading.inside(role.span, "place", "organization")
    words = reading.text[role.span.start : inside[0].span.start if inside and gap else role.span.end]
    office = _OF_END.sub("", words).replace(shared["many"], one, 1)
    if len(lands) != len(holders) or (gap and len(holders) == 1) or (not gap and " of " in office):
        return
    for each, land in zip(holders, lands, strict=True):
        field = None if gap else _OF_FIELD.match(reading.text, each.span.end)
        yield Statement(
            each.entity,
            "position",
            f"{office}{field[0]}" if field else office,
            sentence,
            around(role, each),
            qualifiers=({"of": (land,)} if land else {}) | status_of(reading, role, role.span),
        )


_DASHES = frozenset("–—-")
_HONOURED = re.compile(rf"(?P<comma>,|[–—-](?=\s)|)\s*{HONORIFIC}")


def _one_by_one(reading: Reading, role: Linked, people: list[Linked], first: Linked, one: str) -> Iterator[Statement]:
    """The office of each whose country stands before his name: "the ambassadors of Chile, Ana Ruiz, and Peru, Luis Vega"."""
    lands = reading.inside(role.span, "place")
    if len(lands) != 1 or not people or not role.found.name.split()[0].endswith("s"):
        return
    held, last = [(first, lands[0])], first
    for each in people:
        land = reading.next(last.span.end, each.span.start, "place", within=FURTHEST)
        if land is None or not _NEXT_LAND.fullmatch(reading.plain(last.span.end, each.span.start, "place")):
            break
        held.append((each, land))
        last = each
    for each, land in held if len(held) > 1 else ():
        yield Statement(
            each.entity,
            "position",
            one,
            reading.document.sentence_of(role.span.start),
            around(role, each),
            qualifiers={"of": (land.entity,)} | status_of(reading, role, role.span),
        )


FURTHEST = 16
"""Code points between a name and the next country."""
_NEXT_LAND = re.compile(r",?\s+(?:and\s+)?(?:the\s+)?,\s+(?:Mr\s+|Ms\s+|Dr\s+)?")


def _row(reading: Reading, at: int, people: list[Linked]) -> list[Linked]:
    """The persons named one after another."""
    row: list[Linked] = []
    for each in people:
        named = any(map(str.islower, each.found.name))
        if not named or not _NEXT_OF_MANY.fullmatch(reading.plain(at, each.span.start, "place", "demonym")):
            break
        row.append(each)
        at = each.span.end
    return row


def _lands(reading: Reading, role: Linked) -> list[str]:
    """Of whom the office of several is, in their order: within its words, or before them."""
    inside = [each.entity for each in reading.inside(role.span, "place", "organization")]
    start = max(reading.document.sentence_of(role.span.start).span.start, role.span.start - NEAR)
    return inside or [
        each.entity for each in reading.between(start, role.span.start, "demonym", "place") if _AND_ONE.match(reading.text, each.span.end)
    ]


_OF_END = re.compile(r"\s+of(?:\s+the)?\s*\Z")
_AND_ONE = re.compile(r"(?:(?:,|,?\s+and)\s+[A-Z]|\s+(?:[a-z]+\s)?[a-z]+s(?:,|\s[A-Z]))")
MOST = 5
"""Persons who share a title in the plural."""
_A_FIELD = rf"(?:(?:Foreign|External|Home|Internal|Public|Higher|Social|Natural|National|Economic)\s)?{PORTFOLIO}(?:\s{PORTFOLIO})?"
_FIELDS = rf"\s+of\s+(?:the\s+)?{_A_FIELD}(?:\sand\s{_A_FIELD}(?![’'-]))?\b(?!\s[A-Z])"
_NEXT_OF_MANY = re.compile(
    rf"(?:\s+\([\w.,\s-]{{1,24}}\)|,\s+[DRI]-\s*(?:[A-Z][\w.]*)?(?=,))?(?:{_FIELDS}|\s+of\s+(?:the\s+)?\s*)?(?:,\s+|,?\s+and\s+|\s+){HONORIFIC}"
)
_OF_FIELD = re.compile(_FIELDS)
"""As in "Ministers Ana Ruiz of Trade and Luis Vega of Foreign Affairs"."""
