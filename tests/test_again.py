"""What is found after edits where only what they reach is checked again, against checking all of it."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as some

from sourcebook.check import check_facts, check_files, facts_again, files_again
from sourcebook.diagnostics import Place, by_path
from sourcebook.model.gists import gist_of
from sourcebook.model.knowledge import CitedFact, KnowledgeBase
from sourcebook.model.values import Reference
from sourcebook.project import _renewed
from tests.test_remembered import IDS, SCHEMA, SOURCES, article, edited, entity


def base(entities, articles):
    return KnowledgeBase(schema=SCHEMA, entities=entities.values(), articles=articles.values())


class AtHome:
    """Entities whose facts and citations stand in their own files, each made once."""

    def __init__(self):
        self.made = {}

    def __call__(self, entities):
        return [self.one(each) for each in entities.values()]

    def one(self, entity):
        if id(entity) not in self.made:
            here = Place(entity.path, 1 + len(self.made), 1)
            facts = tuple(replace(each, place=here, block=here, citations=cited(each.citations, here)) for each in entity.facts)
            self.made[id(entity)] = entity, replace(entity, facts=facts, citations=cited(entity.citations, here))
        return self.made[id(entity)][1]


def cited(citations, here):
    return tuple(replace(each, place=here, quote_place=here) for each in citations)


def by_file(found):
    return {path: sorted(each, key=lambda one: one.sort_key) for path, each in found.items()}


@settings(max_examples=200, deadline=None)
@given(seed=some.integers(0, 2**32), steps=some.integers(1, 4))
def test_what_is_checked_again_is_all_that_may_differ(seed, steps):
    dice, at_home = random.Random(seed), AtHome()
    entities = {name: entity(dice, name) for name in IDS if dice.random() < 0.8}
    articles = {name: article(dice, name) for name in SOURCES}
    kb = KnowledgeBase(schema=SCHEMA, entities=at_home(entities), articles=articles.values())
    facts, files = (by_path(check(kb, kb.entities.values())) for check in (check_facts, check_files))
    for _ in range(steps):
        edited(dice, entities, articles)
        after = kb.changed(at_home(entities), articles.values())
        facts = _renewed(after, facts, facts_again(kb, after, facts), check_facts)
        files = _renewed(after, files, files_again(kb, after), check_files)
        assert by_file(facts) == by_file(by_path(check_facts(after, after.entities.values())))
        assert by_file(files) == by_file(by_path(check_files(after, after.entities.values())))
        kb = after


@settings(max_examples=200, deadline=None)
@given(seed=some.integers(0, 2**32), steps=some.integers(1, 4))
def test_what_is_taken_over_of_a_knowledge_base_is_what_would_be_worked_out(seed, steps):
    dice = random.Random(seed)
    entities = {name: entity(dice, name) for name in IDS if dice.random() < 0.8}
    articles = {name: article(dice, name) for name in SOURCES}
    kb = base(entities, articles)
    for _ in range(steps):
        if dice.random() < 0.7:
            assert all(kb.mentions(name) is not None for name in kb.articles)
            assert kb.gists
        edited(dice, entities, articles)
        kb, fresh = kb.changed(entities.values(), articles.values()), base(entities, articles)
        assert kb.gists == {each.id: gist_of(each, SCHEMA) for each in fresh.entities.values()}
        for name in fresh.articles:
            assert kb.mentioned_by(name) == fresh.mentioned_by(name)
            assert kb.facts_from(name) == fresh.facts_from(name)
        for name in [*IDS, "gone", "old"]:
            assert kb.mentioned_in(name) == fresh.mentioned_in(name)
            for ask in ("facts_naming", "facts_beside", "statements_by"):
                assert getattr(kb, ask)(name) == getattr(fresh, ask)(name) == plainly(fresh, ask, name)
        for name in fresh.entities:
            assert kb.times_named(name) == len(fresh.facts_naming(name))


def plainly(kb, ask, name):
    """What a knowledge base answers, by looking at each fact of each entity."""
    one = kb.entities.get(name)
    if not one:
        return ()
    if ask == "facts_naming":
        return tuple(each for each in kb.facts() if each.target and kb.resolve(each.target) is one and each.subject != name)
    if ask == "statements_by":
        said = ((fact, each) for fact in kb.facts() for each in fact.citations)
        return tuple(CitedFact(fact, each, kb.spans(each)) for fact, each in said if each.by and kb.resolve(each.by) is one)
    found = []
    for fact in kb.facts():
        named = {value.text for values in fact.qualifiers.values() for value in values if isinstance(value, Reference)}
        if name in {each.id for text in named if (each := kb.resolve(text))} - {fact.subject, fact.target}:
            found.append(fact)
    return tuple(found)
