"""What the words that tell of an event say of it: its kind, who and where."""

from dataclasses import dataclass, field

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.apart_events import Marks
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

VISIT, MEETING, CONFLICT, EXERCISE = "visit", "meeting", "conflict", "exercise"
_FIGHT = ("war", "conflict", "fighting", "hostilities", "struggle")
_RISING = ("revolution", "revolt", "rebellion", "uprising", "insurrection")
_AGGRESSION = ("invasion", "aggression")
MAY_CALL: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_FIGHT, (*_FIGHT, *_RISING)),
    "war": (*_FIGHT, *_AGGRESSION, *_RISING),
    **dict.fromkeys(_RISING, _RISING),
    **dict.fromkeys(_AGGRESSION, _AGGRESSION),
    "crisis": ("crisis", "conflict"),
}
"""Which nouns of conflicts may mean an event told of by which others, the likeliest first: "the war" a revolution, but not the other way round."""


def rank(noun: str, other: str) -> int:
    """How likely a noun means an event that another tells of, the least number first: the same noun, then by what it may call."""
    nouns = (noun, *MAY_CALL[noun])
    return nouns.index(other) if other in nouns else len(nouns)


CLASSES = {
    **dict.fromkeys(("visit", "trip", "tour", "journey", "stay"), VISIT),
    **dict.fromkeys(
        words("meeting meetings talks discussions discussion negotiations negotiation consultations consultation conversation call"),
        MEETING,
    ),
    **dict.fromkeys(words("opening inauguration signing unveiling commissioning swearing-in"), "ceremony"),
    **dict.fromkeys(("dinner", "banquet"), "dinner"),
    **dict.fromkeys(("exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers"), EXERCISE),
    **dict.fromkeys(("lunch", "luncheon"), "lunch"),
    **dict.fromkeys(tuple(MAY_CALL), CONFLICT),
    **{
        each: each.removesuffix("s")
        for each in words(
            "summit conference session ceremony forum campaign operation operations siege offensive election elections "
            "referendum mission dialogue massacre cyclone storm earthquake coup"
        )
    },
    **dict.fromkeys(words("attack attacks bombing bombings blast blasts explosion explosions assault raid raids shooting"), "attack"),
}
"""The nouns of events by what they may call the same."""
GATHERINGS = frozenset({"summit", "conference", "session", "forum", "dialogue"})
NEAR, AFTER = 30, 12


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that tell of an event, with who travels or meets and where to, as far as they say."""

    entity: str
    span: Span
    kind: str
    people: frozenset[str]
    places: frozenset[str]
    bare: bool
    definite: bool
    marks: frozenset[str] = frozenset()
    noun: str = ""
    past: bool = False
    many: bool = False
    ahead: bool = False
    named: bool = False
    aimed: bool = False
    """A war on somebody."""
    sided: bool = False
    """A war of whose two sides the words name both: "Norway's war with Chile"."""
    civil: bool = False
    between: bool = False
    """A war of two or of many, as its name has it: "the Iran–Iraq War", "World War II"."""
    partner: bool = False
    """A war with or against somebody who is named behind it."""
    called: frozenset[str] = frozenset()
    """The beginnings of the words that a war has for its name, if it has one."""
    pair: frozenset[str] = frozenset()
    """The beginnings of the names of those two."""
    topic: str = ""
    """What a crisis is one of, other than fighting."""
    calling: bool = False
    """A conversation on the phone."""
    of_few: bool = False
    """A summit of three or four, by what it is called."""
    near: frozenset[str] = frozenset()
    """The persons whom the sentence of a journey names."""
    beside: Marks = field(default_factory=Marks)
    """What its words and those beside them say of which one it is."""

    def may_call(self, one: "Telling") -> bool:
        """Whether the nouns of two conflicts may mean the same: an invasion of Chile is also a war against it."""
        if self.topic != one.topic and (self.topic or not self.bare or self.noun != "crisis"):
            # "The energy crisis" is neither the war nor the food crisis.
            return False
        if self.called and one.called and self.called.isdisjoint(one.called):
            # "The Pacific War" is not "the Italo–Chilean War".
            return False
        if self.pair and one.pair and self.pair != one.pair:
            # "The Italo–Chilean War" is not "the Peruvian–Chilean War".
            return False
        if self.between and one.aimed and not one.pair:
            # "The Norwegian–Chilean War" need not be the war against Chile of before.
            return False
        if self.aimed and one.noun in _RISING:
            # "The war against Chile" is no revolution there.
            return False
        if (self.civil and one.between) or (self.between and one.civil):
            # "The Iran–Iraq War" is not the Iraqi Civil War.
            return False
        outward = [each.aimed or each.noun in _AGGRESSION for each in (self, one)]
        if any(outward) and (self.civil or one.civil):
            return False
        return one.noun in MAY_CALL.get(self.noun, ()) or all(outward)


def conflict(reading: Reading, each: Linked, noun: str, *, definite: bool, beside: Marks) -> Telling:
    """A war, a crisis or an invasion by where it is and whose, with its year or number if it has one."""
    text, span = reading.text, each.span
    within = _IN.match(text, span.end)
    where = reading.next(within.end(), within.end() + NEAR, "place", within=0) if within else None
    # "War on the Norwegian ally Chile": on Chile.
    inside = [one for one in reading.inside(span, "place", "demonym") if not text.startswith((" ally", " allies"), one.span.end)]
    if owned := _OWNED.search(text, max(0, span.start - 2 * NEAR), span.start):
        # "Norway's brutal invasion"
        inside = [
            *inside,
            *(one for one in reading.inside(Span(max(0, span.start - 4 * NEAR), span.start), "place") if one.span.end == owned.start()),
        ]
    against = _WITH_FOE.search(text, span.start, span.end + len(" with the ")) if owned else None
    foe = reading.next(against.end(), against.end() + NEAR, "place", "demonym", within=0) if against else None
    places = {one.entity for one in (*inside, *(each for each in (where, foe) if each))}
    own = span.of(text).split()
    marks = frozenset(word.lower() for word in own if word.isdigit() or word.lower() in _NUMBERS)
    if span.of(text).startswith("Cold "):
        # Nobody calls it "the war".
        noun = ""
    # "The civil war" is the war; "the war imposed by Chile" says which one.
    one = len([word for word in own if word.casefold() not in _OF_ANY_WAR]) == 1
    bare = one and not text.startswith((" between ", " imposed ", " waged "), span.end)
    aimed = bool(_AIMED.search(text, span.start, span.end + AFTER))
    return Telling(
        each.entity,
        span,
        CONFLICT,
        frozenset(),
        frozenset(places),
        bare,
        definite,
        marks,
        noun=noun,
        aimed=aimed,
        sided=foe is not None,
        civil="civil" in span.of(text).casefold(),
        between=_DASH.search(text, span.start, span.end) is not None or "World War" in each.found.name,
        partner=_WITH_SOME.match(text, span.end) is not None,
        called=_called(own) if any(word[0].isupper() and word.casefold() == noun for word in own) else frozenset(),
        pair=frozenset(_FIRST_NAMES.get(name, name)[:STEM] for name in pair.groups())
        if (pair := _PAIR.search(text, span.start, span.end))
        else frozenset(),
        topic=next((word for word in map(str.casefold, own) if word in _TOPICS), "") if noun == "crisis" else "",
        beside=beside,
    )


def _called(own: list[str]) -> frozenset[str]:
    """The beginnings of the words that tell a war by name from others."""
    names = (name for word in own for name in _CAPITALISED.findall(word))
    return frozenset(
        _FIRST_NAMES.get(each, each)[:STEM] for each in names if each.casefold() not in MAY_CALL and each.casefold() not in _OF_ANY_WAR
    )


_CAPITALISED = re.compile(r"[A-Z][\w]+")
STEM = 4
_PAIR = re.compile(r"\b([A-Z][a-z]+)[–-]([A-Z][a-z]+)\b")
_FIRST_NAMES = {"Sino": "Chinese", "China": "Chinese", "Franco": "French", "France": "French", "Anglo": "British", "Greco": "Greek"}
"""What else the first of two may be called."""
_DASH = re.compile(r"[a-z][–-][A-Z]")
_TOPICS = words("energy food economic financial debt humanitarian health migration migrant refugee housing banking constitutional climate")
_OF_ANY_WAR = words("civil armed internal military")
_IN = re.compile(r"\s+(?:in|inside|within)\s+(?:the\s+)?")
_OWN = r"(?!(?:into|in|to|of|on|for|from|during|after|before|since|about|over|with|the)\b)"
_OWNED = re.compile(rf"[’']s?\s+(?:(?:{_OWN}[a-z-]+,?\s+(?:and\s+)?){{0,3}}{_OWN}[a-z-]+\s+)?\Z")
_AIMED = re.compile(r"\b(?:war|assault)\s+(?:of\s+[a-z]+\s+)?(?:against|on|with)\s+(?:the\s+)?[A-Z]")
_WITH_FOE = re.compile(r"\bwars?\s+with\s+(?:the\s+)?")
_WITH_SOME = re.compile(r"\s+(?:with|against)\s+(?:the\s+)?[A-Z]")
_NUMBERS = words("first second third fourth")
