"""Digests that are taken over from the last time, against those worked out from nothing, after any edits."""

import json
import random
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from sourcebook import render
from sourcebook.diagnostics import Place
from sourcebook.model.articles import Article
from sourcebook.model.dates import parse_date
from sourcebook.model.facts import Citation, Entity, Fact, Name, Rank
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Coordinates, Reference, Text
from sourcebook.render import overviews, pages, planned, search, search_index
from sourcebook.render.components import entity as entity_component
from sourcebook.render.components import facts, graph, indexes, maps, open_questions, timeline
from sourcebook.render.digests import Digests
from sourcebook.render.remembered import NOTHING, Memory
from sourcebook.store.schemas import built_in_schema
from sourcebook.text import digest

SCHEMA = built_in_schema()
IDS = [f"e{number}" for number in range(9)]
MERGED = ["gone", "old"]
NAMES = ["Ada", "Bob", "Rome", "Ada of Rome", "Oslo", "the visit"]
SOURCES = ["a1", "a2", "e1"]  # an article may have the id of an entity
TYPES = ["person", "place", "event", "organization"]
HERE = Place("content/x.yml", 1, 1)


def fact(dice, subject):
    name = dice.choice(("visited", "met", "position", "coordinates", "located_in"))
    value = Reference(dice.choice([*IDS, *MERGED])) if name in {"visited", "met", "located_in"} else Text(dice.choice(NAMES))
    if name == "coordinates":
        value = Coordinates("1, 2", dice.randint(0, 2), 2.0)
    said = {
        "when": (parse_date(str(dice.randint(1990, 1993))),),
        "during": (Reference(dice.choice([*IDS, *MERGED])),),
        "of": (Reference(dice.choice(IDS)),),
    }
    return Fact(
        subject=subject,
        property=name,
        value=value,
        qualifiers={key: each for key, each in said.items() if dice.random() < 0.3},
        citations=tuple(citation(dice) for _ in range(dice.randint(0, 2))),
        rank=dice.choice((Rank.NORMAL, Rank.NORMAL, Rank.DEPRECATED)),
        auto=dice.choice(("", "", "x@1")),
        unsure=dice.choice(("", "", "", "why")),
        place=HERE,
        block=HERE,
    )


def citation(dice):
    return Citation(
        source=dice.choice(SOURCES),
        quote=dice.choice(NAMES),
        by=dice.choice(("", "", dice.choice([*IDS, *MERGED]), "unknown")),
        place=HERE,
        quote_place=HERE,
    )


def entity(dice, name):
    made = Entity(
        id=name,
        type=dice.choice(TYPES),
        name=dice.choice(NAMES),
        aliases=tuple(Name(dice.choice(NAMES)) for _ in range(dice.randint(0, 1))),
        mentioned_as=tuple(dice.choice(NAMES) for _ in range(dice.randint(0, 1))),
        summary=dice.choice(("", "of note")),
        citations=tuple(citation(dice) for _ in range(dice.randint(0, 1))),
        facts=tuple(fact(dice, name) for _ in range(dice.choice((0, 1, 1, 2, 3)))),
        merged=tuple(dice.sample([*MERGED * 3, *IDS], dice.choice((0, 0, 0, 1, 2)))),
        notes=dice.choice(("", "", "", "See [[e1]].")),
        path=f"content/x/{name}.yml",
    )
    return replace(made, digest=digest(repr(made)))


def article(dice, name):
    text = None if dice.random() < 0.1 else " ".join(dice.choice((*NAMES, "and then.", "met")) for _ in range(12))
    made = Article(
        id=name, title=dice.choice(("", "Title")), author=dice.choice(("", "somebody", *IDS)), text=text, path=f"content/articles/{name}.md"
    )
    return replace(made, digest=digest(repr(made)))


def edited(dice, entities, articles):
    """Things of which one or two are new, gone, or others."""
    for _ in range(dice.randint(1, 2)):
        kind, ids, make = dice.choice(((entities, IDS, entity), (entities, IDS, entity), (articles, SOURCES, article)))
        name = dice.choice(ids)
        old = kind.pop(name, None)
        if isinstance(old, Entity) and dice.random() < 0.6:
            new = entity(dice, name)
            part = dice.choice(("facts", "order", "name", "aliases", "merged", "summary", "citations", "type", "notes"))
            order = tuple(dice.sample(old.facts, len(old.facts)))
            changed = replace(old, facts=order) if part == "order" else replace(old, **{part: getattr(new, part)})
            kind[name] = replace(changed, digest=digest(repr(changed)))
        elif old is None or dice.random() < 0.7:
            kind[name] = make(dice, name)


def seen_in(kb, before):
    """All digests of a knowledge base and of the files of its site, and what is remembered of them."""
    digests = Digests(kb, before)
    files = [(each.uri, each.shows()) for each in planned(kb, digests=digests)]
    things = [(each.id, digests.entity(each), digests.parts(each)) for each in kb.entities.values()]
    things += [(each.id, digests.article(each), digests.parts(each)) for each in kb.articles.values()]
    return files, things, digests


@pytest.fixture(scope="module")
def short():
    """Lists are cut after a few rows, and pages too."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (render, overviews, graph, indexes, maps, timeline):
            patch.setattr(module, "LISTED", 3)
        for module in (overviews, open_questions):
            patch.setattr(module, "SHOWN", 2)
        for module in (facts, entity_component):
            patch.setattr(module, "ROWS", 2)
        for function in (pages.part_of, pages.parts_of):
            patch.setattr(function, "__defaults__", (2,))
        yield


@settings(max_examples=300, deadline=None)
@example(seed=2125, steps=3)  # who is named follows from facts of others, which name an id that is merged no more
@given(seed=some.integers(0, 2**32), steps=some.integers(1, 5))
def test_what_is_taken_over_is_what_would_be_worked_out(short, seed, steps):
    dice = random.Random(seed)
    entities = {name: entity(dice, name) for name in IDS if dice.random() < 0.8}
    articles = {name: article(dice, name) for name in SOURCES}
    kb, memory = KnowledgeBase(schema=SCHEMA, entities=entities.values(), articles=articles.values()), NOTHING
    for _ in range(steps):
        if dice.random() < 0.7:  # else it is not renewed
            memory = Memory.of(seen_in(kb, memory)[2].memory.plain)
        edited(dice, entities, articles)
        kb = kb.changed(entities.values(), articles.values())
        found, fresh = (
            seen_in(kb, memory),
            seen_in(KnowledgeBase(schema=SCHEMA, entities=entities.values(), articles=articles.values()), NOTHING),
        )
        assert found[:2] == fresh[:2]


@settings(max_examples=50, deadline=None)
@given(seed=some.integers(0, 2**32))
def test_what_nobody_asked_for_is_not_taken_over(seed):
    dice = random.Random(seed)
    entities = {name: entity(dice, name) for name in IDS}
    articles = {name: article(dice, name) for name in SOURCES}
    memory = seen_in(KnowledgeBase(schema=SCHEMA, entities=entities.values(), articles=articles.values()), NOTHING)[2].memory
    for _ in range(3):
        edited(dice, entities, articles)
        kb = KnowledgeBase(schema=SCHEMA, entities=entities.values(), articles=articles.values())
        digests = Digests(kb, memory)
        for each in dice.sample(list(kb.entities.values()), len(kb.entities) // 2):
            digests.entity(each)
        memory = digests.memory
    assert seen_in(kb, memory)[:2] == seen_in(kb, NOTHING)[:2]


def texts_of(parts):
    """Of several files, by their names."""
    return {name: part.make() for name, part in parts.items()}


def made_of(kb):
    """By uri what each file shows, and its text or texts."""
    return {each.uri: (each.shows(), texts_of(each.several()) if each.several else each.make()) for each in planned(kb) if not each.written}


@settings(max_examples=150, deadline=None)
@given(seed=some.integers(0, 2**32), steps=some.integers(1, 4))
def test_what_shows_the_same_is_the_same(short, seed, steps):
    dice = random.Random(seed)
    entities = {name: entity(dice, name) for name in IDS if dice.random() < 0.8}
    articles = {name: article(dice, name) for name in SOURCES}
    before = made_of(KnowledgeBase(schema=SCHEMA, entities=entities.values(), articles=articles.values()))
    for _ in range(steps):
        edited(dice, entities, articles)
        after = made_of(KnowledgeBase(schema=SCHEMA, entities=entities.values(), articles=articles.values()))
        for uri in before.keys() & after.keys():
            if before[uri][0] == after[uri][0]:
                assert before[uri][1] == after[uri][1], uri
        before = after


@settings(max_examples=100, deadline=None)
@given(seed=some.integers(0, 2**32))
def test_where_facts_are_said_to_stand_is_where_their_pages_have_them(short, seed):
    dice = random.Random(seed)
    kb = KnowledgeBase(schema=SCHEMA, entities=[entity(dice, name) for name in IDS])
    for each in kb.entities.values():
        rows = facts.fact_rows(kb, each)
        where = {fact.id: at // 2 + 1 for at, (_, fact) in reversed([*enumerate(rows)]) if fact.subject == each.id}
        # Of what is told on several pages, the first one counts.
        assert facts.later_facts(kb, each) == {name: page for name, page in where.items() if page > 1}


def test_facts_that_name_a_thing_by_two_of_its_ids_are_shown_in_their_order():
    dice = random.Random(1)
    one, other = entity(dice, "e1"), replace(entity(dice, "e2"), merged=("old",), notes="")
    both = [replace(fact(dice, "e1"), property="visited", value=Reference(each), unsure="") for each in ("e2", "old")]

    def shown(facts):
        kb = KnowledgeBase(schema=SCHEMA, entities=[replace(one, facts=tuple(facts), digest=""), other])
        return Digests(kb).entity(kb.entities["e2"])

    assert shown(both) != shown(both[::-1])


def test_a_change_reaches_few():
    dice = random.Random(1)
    ids = [f"e{number}" for number in range(500)]
    entities = {name: replace(entity(dice, name), merged=(), notes="", facts=()) for name in ids}
    for number, name in enumerate(ids[1:], 1):
        met = replace(fact(dice, name), property="met", value=Reference(ids[number // 2]), qualifiers={}, citations=())
        changed = replace(entities[name], facts=(met,), citations=(), name=name, aliases=(), mentioned_as=())
        entities[name] = replace(changed, digest=digest(repr(changed)))
    memory = seen_in(KnowledgeBase(schema=SCHEMA, entities=entities.values()), NOTHING)[2].memory
    entities["e100"] = replace(entities["e100"], summary="other", digest="other")
    digests = Digests(KnowledgeBase(schema=SCHEMA, entities=entities.values()), memory)
    assert 3 < len(entities) - len(digests._held) < 20


def test_another_schema_and_what_is_no_memory_count_for_nothing():
    dice = random.Random(3)
    kb = KnowledgeBase(schema=SCHEMA, entities=[entity(dice, name) for name in IDS])
    memory = seen_in(kb, NOTHING)[2].memory
    assert Digests(kb, memory)._held
    assert not Digests(kb, replace(memory, settings="other"))._held
    for plain in (None, 3, (1, 2), ("", {"a": (1,)}, {}), ("", [], {})):
        assert Memory.of(plain) == NOTHING


@settings(max_examples=100, deadline=None)
@given(seed=some.integers(0, 2**32), steps=some.integers(1, 4), run=some.integers(1, 4))
def test_words_that_are_remembered_are_those_that_would_be_cut(seed, steps, run):
    dice, kept = random.Random(seed), {}
    entities = {name: entity(dice, name) for name in IDS}
    articles = {name: article(dice, name) for name in SOURCES}
    memory = search_index.KnownWords(recall=lambda: dict(kept), keep=lambda plain: (kept.clear(), kept.update(plain)))
    before = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "SHARD", run)
        patch.setattr(search_index, "FEW", dice.choice((5, 100, 100_000)))
        patch.setattr(search_index, "MANY", dice.choice((150, 200, 100_000)))
        patch.setattr(search_index, "COMMON", 3)
        patch.setattr(search_index, "SAMPLE", 2)
        for _ in range(steps):
            edited(dice, entities, articles)
            kb = KnowledgeBase(schema=SCHEMA, entities=entities.values(), articles=articles.values())
            digests = Digests(kb)
            keys = partial(lambda kb, digests: [digests.some(run, digests.settings) for run in search.shards(kb)], kb, digests)
            shown = search_index.index(kb, keys, memory)
            found = texts_of(shown)
            assert found == texts_of(search_index.index(kb, keys))
            for name, (shows, text) in before.items():
                assert name not in shown or shown[name].shows != shows or found[name] == text
            before = {name: (part.shows, found[name]) for name, part in shown.items()}
            assert all(json.loads(text[text.index("{") : text.rindex("}") + 1]) for uri, text in found.items() if uri.startswith("find/"))


def test_numbers_are_written_as_steps():
    one, other = search_index.Numbers.of([3, 5, 9]), search_index.Numbers.of([2, 3])
    both = one.followed_by(10 + other.first, 10 + other.last, other.number, other.steps)
    assert both == search_index.Numbers.of([3, 5, 9, 12, 13])
    assert both.text == "[3,2,4,3,1]"
    many = search_index.Numbers.of(range(1, 2 * search_index.COMMON, 2)).followed_by(9000, 9000, 1500, "")
    assert json.loads(many.text) == {"many": list(range(1, 2 * search_index.SAMPLE, 2))}
