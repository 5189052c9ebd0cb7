"""Entity files that people edit at the same time: made-up files, random edits of them, and what merging the edits should give.

The model knows which fact is which (each has a number of its own), so that it says what is right without
recognising facts by their words, which is what the code under test has to do.
"""

import random
import textwrap
from dataclasses import dataclass, field, replace

import yaml

PROPERTIES = ("position", "degree", "visited", "met", "opened", "supports")
ORDER = ("position", "affiliation", "degree", "visited", "met", "opened", "said", "supports", "opposes")
LISTS = ("visited", "met", "opened", "supports")
QUALIFIERS = ("when", "at", "count")
WORDS = "the minister said that trade with every river town grew by half while old roads were closed in late winter for repair".split()


@dataclass(frozen=True)
class Citation:
    uid: str
    src: str
    quote: str
    by: str = ""
    stance: str = ""


@dataclass(frozen=True)
class Fact:
    uid: str
    prop: str
    values: tuple[str, ...]
    qualifiers: tuple[tuple[str, str], ...] = ()
    citations: tuple[Citation, ...] = ()
    auto: str = ""
    rank: str = ""
    why: str = ""
    note: str = ""
    comments: tuple[str, ...] = ()
    layout: int = 0

    @property
    def key(self):
        return (ORDER.index(self.prop), self.values[0])


@dataclass(frozen=True)
class Entity:
    name: str
    summary: str
    aliases: tuple[str, ...]
    facts: tuple[Fact, ...]
    mentioned_as: tuple[str, ...] = ()
    flow: bool = False
    edits: tuple[str, ...] = field(default=(), compare=False)


def made(rng: random.Random) -> Entity:
    """An entity in canonical order."""
    facts = []
    for number in range(rng.randint(3, 14)):
        name = rng.choice(PROPERTIES)
        values = tuple(f"{name[0]}{number}-{letter}" for letter in "abc"[: rng.choice((1, 1, 1, 2, 3)) if name in LISTS else 1])
        qualifiers = tuple((each, _qualifier(each, number)) for each in QUALIFIERS if rng.random() < 0.3)
        citations = tuple(_citation(rng, f"{number}.{each}") for each in range(rng.choice((1, 1, 1, 2, 3))))
        facts.append(
            Fact(
                f"b{number}",
                name,
                values,
                qualifiers,
                citations,
                auto="rules@1" if rng.random() < 0.5 else "",
                comments=(f"# remark {number}",) if rng.random() < 0.2 else (),
                layout=rng.randint(0, 2),
            )
        )
    aliases = tuple(f"Alias {each}" for each in range(rng.randint(0, 4)))
    seen = (f"the chief {rng.randint(1, 99)}",) if rng.random() < 0.5 else ()
    facts.sort(key=lambda one: one.key)
    return Entity(f"Name {rng.randint(1, 9)}", sentence(rng, 14), aliases, tuple(facts), seen, flow=rng.random() < 0.3)


def sentence(rng: random.Random, length: int = 9) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(length)).capitalize() + f" {rng.randint(100, 999)}."


def _citation(rng, uid):
    return Citation(uid, f"a{rng.randint(1, 3)}", sentence(rng), rng.choice(("", "", "ada")), rng.choice(("", "claim")))


def _qualifier(name, number):
    return {"when": f"20{number % 100:02d}", "at": f"place-{number}", "count": str(number + 2)}[name]


# Edits


def edited(entity: Entity, rng: random.Random, pool: list[Fact], number: int) -> Entity:
    """The entity after a few edits such as a person makes; `pool` holds facts that the other side may add too."""
    for _ in range(number):
        kind = rng.choice(EDITS)
        entity = replace(kind(entity, rng, pool), edits=(*entity.edits, kind.__name__))
    return entity


def _some_fact(entity, rng, change):
    if not entity.facts:
        return entity
    at = rng.randrange(len(entity.facts))
    found = change(entity.facts[at])
    facts = (*entity.facts[:at], *((found,) if found else ()), *entity.facts[at + 1 :])
    return replace(entity, facts=facts)


def add_fact(entity, rng, pool):
    new = rng.choice(pool)
    if any(each.uid == new.uid for each in entity.facts):
        return entity
    at = next((number for number, each in enumerate(entity.facts) if each.key > new.key), len(entity.facts))
    return replace(entity, facts=(*entity.facts[:at], new, *entity.facts[at:]))


def delete_fact(entity, rng, pool):
    return _some_fact(entity, rng, lambda fact: None)


def edit_value(entity, rng, pool):
    new = f"-x{rng.randint(1, 2)}"
    return _some_fact(
        entity,
        rng,
        lambda fact: (
            fact if "-x" in fact.values[0] or fact.uid.startswith("p") else replace(fact, values=(fact.values[0] + new, *fact.values[1:]))
        ),
    )


def add_value(entity, rng, pool):
    new = f"{rng.choice('uvw')}{rng.randint(1, 3)}"

    def change(fact):
        if fact.prop not in LISTS or new in fact.values:
            return fact
        return replace(fact, values=(*fact.values, f"{fact.uid}-{new}"))

    return _some_fact(entity, rng, lambda fact: fact if f"{fact.uid}-{new}" in fact.values else change(fact))


def drop_value(entity, rng, pool):
    return _some_fact(
        entity,
        rng,
        lambda fact: fact if len(fact.values) < 2 else replace(fact, values=tuple(sorted(fact.values))[rng.randint(0, 1) :][:2]),
    )


def edit_qualifier(entity, rng, pool):
    name, value = rng.choice(QUALIFIERS), rng.choice(("", "1", "2"))

    def change(fact):
        if name == "count" and fact.uid.startswith("p"):
            return fact  # a count makes it another fact
        said = dict(fact.qualifiers)
        said.pop(name, None)
        if value:
            said[name] = _qualifier(name, 20 + int(value))
        return replace(fact, qualifiers=tuple((each, said[each]) for each in QUALIFIERS if each in said))

    return _some_fact(entity, rng, change)


def _some_citation(fact, rng, change):
    at = rng.randrange(len(fact.citations))
    return replace(fact, citations=tuple(change(each) if number == at else each for number, each in enumerate(fact.citations)))


def edit_quote(entity, rng, pool):
    def change(cited):
        words = cited.quote.split()
        return replace(cited, quote=" ".join(words[:-1] if len(words) > 7 and rng.random() < 0.5 else [*words, "indeed"]))

    return _some_fact(entity, rng, lambda fact: _some_citation(fact, rng, change))


def edit_speaker(entity, rng, pool):
    by, stance = rng.choice(("", "ada", "bob")), rng.choice(("", "claim", "plan"))
    return _some_fact(entity, rng, lambda fact: _some_citation(fact, rng, lambda each: replace(each, by=by, stance=stance)))


def add_citation(entity, rng, pool):
    number = rng.randint(1, 3)

    def change(fact):
        uid = f"{fact.uid}+{number}"
        if any(each.uid == uid for each in fact.citations):
            return fact
        return replace(fact, citations=(*fact.citations, Citation(uid, f"n{number}", f"New words number {number} of fact {fact.uid}.")))

    return _some_fact(entity, rng, change)


def delete_citation(entity, rng, pool):
    return _some_fact(
        entity,
        rng,
        lambda fact: (
            fact if len(fact.citations) < 2 else replace(fact, citations=_without(fact.citations, rng.randrange(len(fact.citations))))
        ),
    )


def _without(every, at):
    return (*every[:at], *every[at + 1 :])


def accept(entity, rng, pool):
    return _some_fact(entity, rng, lambda fact: replace(fact, auto=""))


def rank(entity, rng, pool):
    new, why = rng.choice(("preferred", "deprecated")), f"Because of reason {rng.randint(1, 2)}."
    return _some_fact(entity, rng, lambda fact: replace(fact, rank=new, why=why))


def note(entity, rng, pool):
    text = f"Note {rng.randint(1, 3)}: of mine."
    return _some_fact(entity, rng, lambda fact: replace(fact, note=text))


def comment(entity, rng, pool):
    text = f"# said {rng.randint(1, 10**6)}"
    return _some_fact(entity, rng, lambda fact: replace(fact, comments=(*fact.comments, text)))


def add_alias(entity, rng, pool):
    new = f"Called {rng.randint(1, 4)}"
    return entity if new in entity.aliases else replace(entity, aliases=(*entity.aliases, new))


def drop_alias(entity, rng, pool):
    return replace(entity, aliases=_without(entity.aliases, rng.randrange(len(entity.aliases)))) if entity.aliases else entity


def rename(entity, rng, pool):
    return replace(entity, name=f"Name {rng.randint(1, 12)}")


def summarise(entity, rng, pool):
    return replace(entity, summary=entity.summary + f" More {rng.randint(1, 2)}.")


def shuffle(entity, rng, pool):
    """Facts moved about by hand."""
    facts = list(entity.facts)
    rng.shuffle(facts)
    return replace(entity, facts=tuple(facts))


def fmt(entity, rng, pool):
    return replace(entity, facts=tuple(sorted(entity.facts, key=lambda one: one.key)))


EDITS = (
    *(add_fact,) * 5,
    *(accept, edit_qualifier, add_citation, edit_quote, comment, note) * 2,
    *(delete_fact, edit_value, add_value, drop_value, edit_speaker, delete_citation, rank),
    *(add_alias, drop_alias, rename, summarise, fmt),
)


def pair(seed: int, most: int = 4, *, appending: bool = False) -> tuple[Entity, Entity, Entity]:
    """An entity, and what two people made of it."""
    rng = random.Random(seed)
    base = made(rng)
    if rng.random() < 0.1:
        base = shuffle(base, rng, [])
    pool = [_pooled(rng, number) for number in range(6)]
    sides = []
    for _ in range(2):
        side = edited(base, rng, pool, rng.randint(1, most))
        # The same new fact, but read by another, or reviewed already.
        facts = [_varied(each, rng) if each.uid.startswith("p") else each for each in side.facts]
        if appending:
            facts.sort(key=lambda one: one.uid.startswith("p"))
        sides.append(replace(side, facts=tuple(facts)))
    return base, *sides


def pair_of_additions(seed: int, *, appending: bool = False) -> tuple[Entity, Entity, Entity]:
    """An entity, to which two people added facts, each others."""
    rng = random.Random(seed)
    base = made(rng)
    pool = [_pooled(rng, number) for number in range(6)]
    sides = []
    for own in (pool[:3], pool[3:]):
        new = own[: rng.randint(1, 3)]
        facts = (*base.facts, *new) if appending else sorted((*base.facts, *new), key=lambda one: one.key)
        sides.append(replace(base, facts=tuple(facts)))
    return base, *sides


def _pooled(rng, number):
    name = rng.choice(PROPERTIES)
    values = (f"{name[0]}pool{number}",)
    qualifiers = (("when", "1999"),) if rng.random() < 0.3 else ()
    return Fact(f"p{number}", name, values, qualifiers, (_citation(rng, f"p{number}.0"),), auto="rules@1", layout=rng.randint(0, 2))


def _varied(fact, rng):
    return rng.choice((fact, fact, replace(fact, auto=""), add_citation(Entity("", "", (), (fact,)), rng, []).facts[0]))


# Text


def text_of(entity: Entity) -> str:
    """The file as a person would keep it."""
    lines = ["# An entity of the tests", "type: person", f"name: {entity.name}"]
    if entity.aliases:
        listed = [f"aliases: [{', '.join(entity.aliases)}]"] if entity.flow else ["aliases:", *(f"  - {each}" for each in entity.aliases)]
        lines += listed
    if entity.mentioned_as:
        lines += ["mentioned_as:", *(f"  - {each}   # never with a capital" for each in entity.mentioned_as)]
    lines += ["summary: >-", *textwrap.wrap(entity.summary, 70, initial_indent="  ", subsequent_indent="  ")]
    if entity.facts:
        lines += ["facts:", "  # In the order of the schema.", ""]
        for number, each in enumerate(entity.facts):
            lines += ([""] if number else []) + fact_lines(each)
    lines += ["", "# What is missing", "notes: |", "  Look *elsewhere* too.", "  # this is text", "", "# the end"]
    return "\n".join(lines) + "\n"


def fact_lines(fact: Fact) -> list[str]:
    """The rows of a fact, with the comments above it."""
    lines = [f"  {each}" for each in fact.comments]
    if len(fact.values) == 1:
        lines.append(f"  - {fact.prop}: {fact.values[0]}")
    elif fact.layout == 1:
        lines += [f"  - {fact.prop}:", *(f"      - {each}" for each in fact.values)]
    else:
        lines.append(f"  - {fact.prop}: [{', '.join(fact.values)}]")
    lines += [f"    {name}: {value}" for name, value in fact.qualifiers]
    lines += [f"    rank: {fact.rank}", f"    why: {fact.why}"] if fact.rank else []
    lines += [f'    note: "{fact.note}"'] if fact.note else []
    lines += [f"    auto: {fact.auto}"] if fact.auto else []
    lines.append("    cite:")
    for each in fact.citations:
        lines.append(f"      - src: {each.src}" + ("   # looked up" if fact.layout == 2 and each.uid.endswith("0") else ""))
        lines += [f"        by: {each.by}"] if each.by else []
        lines += [f"        stance: {each.stance}"] if each.stance else []
        lines += ["        quote: >-", *textwrap.wrap(each.quote, 60, initial_indent=" " * 10, subsequent_indent=" " * 10)]
    return lines


def told(text: str) -> dict:
    """What a file says, its facts and citations sorted, read by another parser than the one under test."""
    found = yaml.load(text, Loader=yaml.BaseLoader)

    def listed(value):
        return value if isinstance(value, list) else [value]

    facts = []
    for each in found.get("facts", []):
        name = next(key for key in each if key in ORDER)
        said = {key: value for key, value in each.items() if key not in {name, "cite"}}
        cited = sorted(tuple(sorted(one.items())) for one in each["cite"])
        facts.append((name, tuple(sorted(listed(each[name]))), tuple(sorted(said.items())), tuple(cited)))
    rest = {key: value.strip() for key, value in found.items() if key in {"name", "summary", "notes"}}
    return rest | {"aliases": sorted(listed(found.get("aliases", []))), "facts": sorted(facts)}


# What is right


class Merge:
    """What merging should give, if all conflicts are settled for one side (0: ours, 1: theirs)."""

    def __init__(self, base: Entity, ours: Entity, theirs: Entity, side: int):
        self.side = side
        self.conflicts: list[str] = []
        facts = [{each.uid: each for each in entity.facts} for entity in (base, ours, theirs)]
        merged = [self.fact(*(every.get(uid) for every in facts)) for uid in {**facts[1], **facts[2]}]
        kept = {each.uid: each for each in merged if each}
        self.entity = replace(
            ours,
            name=self.field("name", base.name, ours.name, theirs.name),
            summary=self.field("summary", base.summary, ours.summary, theirs.summary),
            aliases=listed(base.aliases, ours.aliases, theirs.aliases),
            facts=tuple(kept.values()),
        )

    def clash(self, what, ours, theirs):
        self.conflicts.append(what)
        return (ours, theirs)[self.side]

    def field(self, what, base, ours, theirs):
        if ours == theirs or theirs == base:
            return ours
        return theirs if ours == base else self.clash(what, ours, theirs)

    def fact(self, base, ours, theirs):
        if base is None and not (ours and theirs):
            return ours or theirs
        if ours == theirs or (base and theirs == base):
            return ours
        if base and ours == base:
            return theirs
        if ours is None or theirs is None:
            return self.clash("deleted", ours, theirs)
        if _as_said(ours) == _as_said(theirs):
            return replace(ours, comments=lines(base, ours, theirs))
        if base and _as_said(ours) == _as_said(base):
            return replace(theirs, comments=lines(base, ours, theirs))
        if base and _as_said(theirs) == _as_said(base):
            return replace(ours, comments=lines(base, ours, theirs))
        return self.both(base, ours, theirs)

    def both(self, base, ours, theirs):
        before = base or Fact("", ours.prop, ())
        rests = [(each.qualifiers, {one.uid: one for one in each.citations}) for each in (before, ours, theirs)]
        gained = [set(each.values) - set(before.values) for each in (ours, theirs)]
        if base and ((gained[0] and rests[2] != rests[0]) or (gained[1] and rests[1] != rests[0])):
            return self.clash("value and words", ours, theirs)
        here = len(self.conflicts)
        if any(len(each.values) > 1 for each in (before, ours, theirs)):
            values = listed(before.values, ours.values, theirs.values)
        else:
            values = self.field("value", before.values, ours.values, theirs.values)
        cited = [{one.uid: one for one in each.citations} for each in (before, ours, theirs)]
        citations = tuple(one for uid in {**cited[1], **cited[2]} for one in self.cited(*(every.get(uid) for every in cited)))
        if not values or not [each for uid in {**cited[1], **cited[2]} if (each := stays(*(every.get(uid) for every in cited)))]:
            del self.conflicts[here:]
            return self.clash("nothing left", ours, theirs)
        said = [dict(each.qualifiers) for each in (before, ours, theirs)]
        qualifiers = {each: self.field(each, *(every.get(each) for every in said)) for each in QUALIFIERS}
        return replace(
            ours,
            values=values,
            qualifiers=tuple((name, value) for name, value in qualifiers.items() if value),
            citations=citations,
            auto=ours.auto and theirs.auto,
            rank=self.field("rank", before.rank, ours.rank, theirs.rank),
            why=self.field("why", before.why, ours.why, theirs.why),
            note=self.field("note", before.note, ours.note, theirs.note),
            comments=lines(base, ours, theirs),
            layout=-1,
        )

    def cited(self, base, ours, theirs):
        """What is left of a citation; two, if both sides added the fact and quote other words of the text."""
        if base is None and ours and theirs and (ours.src, ours.quote) != (theirs.src, theirs.quote):
            return (ours, theirs)
        found = self.citation(base, ours, theirs)
        return (found,) if found else ()

    def citation(self, base, ours, theirs):
        if base is None and not (ours and theirs):
            return ours or theirs
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        if ours is None or theirs is None:
            return self.clash("citation deleted", ours, theirs)
        names = ("src", "quote", "by", "stance")
        return replace(ours, **{name: self.field(name, *(getattr(each, name, "") for each in (base, ours, theirs))) for name in names})


def stays(base, ours, theirs):
    """Whether anything of a citation is left, whichever side is right."""
    return (ours and theirs) or ((ours or theirs) and (ours or theirs) != base)


def _as_said(fact):
    return replace(fact, comments=())


def listed(base, ours, theirs):
    return (
        *(each for each in ours if each in theirs or each not in base),
        *(each for each in theirs if each not in base and each not in ours),
    )


def lines(base, ours, theirs):
    return listed(base.comments if base else (), ours.comments, theirs.comments)


def settled(text: str, side: int) -> str:
    """A text with its conflict markers resolved in favour of one side."""
    out, where = [], None
    for row in text.splitlines(keepends=True):
        if row.startswith("<<<<<<< "):
            where = 0
        elif row.startswith("=======") and where == 0:
            where = 1
        elif row.startswith(">>>>>>> "):
            where = None
        elif where in (None, side):
            out.append(row)
    return "".join(out)
