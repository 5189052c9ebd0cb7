"""Patterns that are tried only where a word stands that they begin with: nothing is missed by it."""

from pathlib import Path

import pytest
import yaml

from sourcebook.extract import cues, dates, document, facts
from sourcebook.extract.agreements import agreements
from sourcebook.extract.agreements import known as known_agreements
from sourcebook.extract.areas import fields as areas
from sourcebook.extract.areas import purposes
from sourcebook.extract.bodies import capitals as short_bodies
from sourcebook.extract.bodies import clubs, companies, foreign, organizations, shared_heads, small, units
from sourcebook.extract.document import Document, beginning_with, matches, within
from sourcebook.extract.events import nouns as events
from sourcebook.extract.events import telling
from sourcebook.extract.events import words as event_words
from sourcebook.extract.facts import asking
from sourcebook.extract.facts.bodies.parts import _AS_PART
from sourcebook.extract.facts.bonds.relations import _TIED, _TIES
from sourcebook.extract.facts.meetings.meetings import _MEETS, _MET_BY
from sourcebook.extract.gazetteer import gazetteer
from sourcebook.extract.identity import by_office, short_names
from sourcebook.extract.names import arabic, beside
from sourcebook.extract.people import kin, lone_names, shapes
from sourcebook.extract.people import persons as people
from sourcebook.extract.people.office_ends import title_pattern, title_places
from sourcebook.extract.places import kinds as place_words
from sourcebook.extract.places import realms, seats, shown
from sourcebook.extract.speech import words as speech_words
from sourcebook.project import extract_text
from sourcebook.read.text import article_of

ARTICLES = sorted((Path(__file__).parent / "eval/articles").glob("*__*.md"))
ODD = (
    "…Both sides met Sgt. 1st Class Ann Lee, Petty Officer First Class and H.E. Dr.Ana in U.S.Congress_x on 3.May.2021; Royal Visits, Cold Warriors. "
    "al-Masri and ash-Shami said “the Council” of the 3rd Brigade held joint commission and “IT IS SO,” HE SAID. L'Ambassador J.H.E. Dean the Coalition-led City of Oslo’s. "
    "They signed bilateral documents near Dayr az Zawr in north-western Ghouta. Raids on human rights organization Vyasna; Ansar, a group that acts. Engineers at Halvorsen Energy, and strategists with Northern Lab."
)
TEXTS = [ODD, ODD.upper(), *(path.read_text(encoding="utf-8") for path in ARTICLES)]


@pytest.fixture(scope="module")
def documents():
    return [Document(article_of(text, "a", "a")) for text in TEXTS]


def spans(found):
    return [each.span() for each in found]


WHOLE = {
    "dates": (dates._DATE, dates._begins),
    "the Council": (short_names._SHORTENED, lambda one: one.where(short_names._BODIES)),
    "the Chilean leader": (by_office._LEADER, by_office._pointing),
    "the secretary": (by_office._OFFICE, by_office._pointing),
    "said": (speech_words.SPEECH, lambda one: one.where(speech_words.FIRST)),
    "Geneva-based": (seats._SEAT, lambda one: one.capitals),
    "north-western Ghouta": (shown._IN_PART, lambda one: one.where(shown._SIDES)),
    "both sides": (facts.reading._BOTH, lambda one: one.where(facts.reading._PAIR)),
}
BY_SENTENCE = {
    "joint commission": (organizations._COMMISSION, lambda one: one.where(organizations._JOINT)),
    "3rd Brigade": (units._UNIT, lambda one: one.numbers),
    "the airline Belavia": (organizations._DESCRIBED, lambda one: one.where(organizations._DESCRIBED_BY)),
    "Ras al-Ayn": (arabic.NAME, lambda one: one.where(arabic.FIRST)),
    "met": (cues.MEET, lambda one: one.where_so(_MEETS)),
    "the insurer Aviva": (companies._CALLED, lambda one: one.where(companies._ONES)),
    "SIKA": (short_bodies._CAPITALS, lambda one: one.where_so(short_bodies._in_capitals)),
    "Azaz and Manbij": (beside._LIST, lambda one: sorted([*one.capitals, *one.where(beside._ARTICLES)])),
    "is a company": (companies._IS, lambda one: one.capitals),
    "names": (people.FULL, lambda one: sorted([*one.capitals, *one.where(people._PREFIXES)])),
    "city of Husaybah": (place_words._KIND_OF, lambda one: one.where(place_words._CALLED)),
    "Royal Visit": (events.NAMED, event_words.beginnings),
    "Republic of Artsakh": (realms._LONG_STATE, lambda one: one.capitals),
    "in Sarmada, Syria": (place_words._BEFORE_COUNTRY, lambda one: one.where(place_words._WHERE)),
    "the towns of Azaz": (seats._LISTED, lambda one: one.where_so(seats._ANY_OF_MANY)),
    "cities like Azaz": (seats._SUCH, lambda one: one.where_so(seats._ANY_OF_MANY)),
    "his sons Amos and Eban": (kin._RELATED, lambda one: one.where_so(kin._FIRST)),
    "actors Ann Lee and Bo Sand": (kin._GROUP, lambda one: one.where_so(kin._FIRST)),
    "starring Ann Lee and Bo Sand": (kin._STARRING, lambda one: one.where_so(kin._FIRST)),
    "companies like Reliance": (companies._AFTER_KIND, lambda one: one.where_so(companies._OF_KINDS)),
    "the firms Ogilvy and Grey": (companies._DIRECTLY, lambda one: one.where_so(companies._OF_KINDS)),
    "told The Dispatch": (clubs._PRESS, lambda one: one.where_so(clubs._TELLING)),
    "Caijing magazine": (clubs._KIND, lambda one: [at - 1 for at in one.where_so(clubs._OF_KINDS)]),
    "shares of Halvorsen Energy": (clubs._OWNED, lambda one: one.where_so(clubs._WHOSE)),
    "owned by Chile's Sol": (clubs._OWNED_BY, lambda one: one.where_so(clubs._WHOSE)),
    "titles": (title_pattern(gazetteer().titles), lambda one: title_places(one, gazetteer().titles)),
}
NEEDED = {
    "organization Vyasna": (organizations._DESCRIBED, organizations._KIND_WORDS),
    "Vyasna, a group that": (organizations._WHAT_IT_IS, organizations._KIND_WORDS),
    "told The Dispatch": (clubs._PRESS, clubs._TOLD),
    "reports": (clubs._REPORTS, clubs._REPORTING),
    "shares of Halvorsen": (clubs._OWNED, clubs._OWNING),
    "agreements": (agreements._PLURAL, agreements._ANY | agreements._INSTRUMENT_WORDS),
    "documents": (agreements._PLURAL, agreements._ANY),
    "the Minsk agreements": (agreements._CAPPED, agreements._ANY),
    "trade pact": (agreements._STANDS, agreements._ANY),
    "implementation of the pact": (agreements._LIVE, agreements._IN_FORCE),
    "JCPOA": (known_agreements.BY_NAME, known_agreements.BY_NAME_WORDS),
    "Samara Region": (place_words._ENDING, place_words._KINDS),
    "Lake Tharthar": (place_words._LEADER, place_words._LEADS),
    "visits": (events.NOUN, events._HEADS),
    "one of the": (companies._ONE_OF, frozenset({"one"})),
    "as part of": (_AS_PART, frozenset({"part"})),
    "met by": (_MET_BY, frozenset({"by"})),
    "visits to": (cues.VISIT_OF, cues.JOURNEYS),
    "visits by": (cues.VISIT_BY, cues.JOURNEYS),
    "diplomatic relations": (_TIES, _TIED),
    "between Oslo and Bergen": (shown._BETWEEN, shown._WAYS),
    "Hill 1062": (shown._HILL, shown._HILLS),
    "the Mezzeh area": (shown._AREA, frozenset({"area", "section"})),
    "Oslo and Bergen areas": (shown._MANY, shown._PLURALS),
    "Hill School": (shown._SCHOOL, shown._SCHOOLS),
    "Oslo, a town": (place_words._A_TOWN, place_words._TOWNS),
    "Sinaloa state": (place_words._STATE, frozenset({"state"})),
    "off the coast of": (place_words._OFF, place_words._REACHED),
    "stationed at": (place_words._STATIONED, place_words._BASES),
    "the capital of": (place_words._CAPITAL, place_words._SEATS),
    "Republic of": (realms._LONG_STATE, realms._STATES),
    "a smaller place": (seats._SMALLER, seats._WIDER),
    "a place described": (seats._DESCRIBED, seats._KINDS),
    "calling itself": (organizations._CALLED_SO, organizations._CALLING),
    "Public Affairs": (organizations._PUBLIC_AFFAIRS, frozenset({"affairs"})),
    "mission": (organizations._SMALL_MISSION, frozenset({"mission"})),
    "own office": (organizations._OWN_OFFICE, frozenset({"office"})),
    "organs of a known body": (organizations._OF_KNOWN, organizations._ORGANS),
    "based in": (organizations._SEATED, frozenset({"based"})),
    "army component": (units._COMPONENT, frozenset({"army", "forces"})),
    "Joint Task Force": (units._TASK_FORCE, units._JOINTLY),
    "unit 9": (units._NUMBERED_UNIT, units._UNITS),
    "Lebanese army": (small._OF_STATE, small._STATE_BODIES),
    "according to": (companies._SAID_BY, frozenset({"according"})),
    "an office in brackets": (companies._IN_BRACKETS, companies._OFFICES),
    "a company afterwards": (companies._AFTERWARDS, companies._LATER),
    "company in another tongue": (companies._IN_OTHER_TONGUES, companies._OTHER_TONGUES),
    "and other companies": (companies._BEFORE_KIND, frozenset({"other"})),
    "quoted names": (foreign._QUOTED, foreign._QUOTED_BY),
    "names that end so": (foreign._ENDS_SO, foreign._ENDING),
    "names spelt": (foreign._SPELT, foreign._SPELT_BY),
    "Ministers of Defence and of Health": (shared_heads._BEFORE, shared_heads._SHARED),
    "Defence and Health Ministries": (shared_heads._AFTER, shared_heads._SHARED),
    "Hill Club": (clubs._CLUB, clubs._CLUB_WORDS),
    "Hill Journal": (clubs._JOURNAL, clubs._JOURNAL_WORDS),
    "UC Davis": (clubs._UC, clubs._UC_WORDS),
    "national team": (clubs._NATIONAL_TEAM, frozenset({"national"})),
    "led by": (shapes._LED, shapes._LEDS),
}


WRITTEN = [
    *(yaml.safe_load(path.read_text(encoding="utf-8"))["text"] for path in sorted((Path(__file__).parent / "genre").rglob("*.yml"))),
    "They monitor the implementation of the accord. Vinnova, Telmore and other companies left. It is a film starring Ann Lee and Bo Sand.",
]
SPELT_TWICE = {"Samara Region", "Lake Tharthar"}
"""Whose words have letters that may be missing or others ("Harbou?r", "R[ií]o"): places called so are told by other rules, if at all."""


@pytest.fixture(scope="module")
def written():
    return Document(article_of("\n\n".join(WRITTEN), "a", "a"))


@pytest.mark.parametrize("name", NEEDED)
def test_no_sentence_holds_a_pattern_without_one_of_its_words(documents, written, name):
    pattern, words = NEEDED[name]
    found = 0
    for one in documents if name in SPELT_TWICE else (*documents, written):
        for each in one.sentences:
            holds = pattern.search(one.text, each.span.start, each.span.end) is not None
            assert not holds or not each.words.isdisjoint(words)
            found += holds
    assert found


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_is_missed_in_a_text(documents, written, name):
    pattern, places = WHOLE[name]
    found = 0
    for one in (*documents, written):
        every = spans(pattern.finditer(one.text))
        assert spans(matches(pattern, one.text, places(one))) == every
        found += len(every)
    assert found


@pytest.mark.parametrize("name", BY_SENTENCE)
def test_nothing_is_missed_in_a_sentence(documents, written, name):
    pattern, places = BY_SENTENCE[name]
    found = 0
    for one in (*documents, written):
        where = places(one)
        for part in (each.span for each in one.sentences):
            every = spans(pattern.finditer(one.text, part.start, part.end))
            assert spans(matches(pattern, one.text, within(where, part), part.end)) == every
            found += len(every)
    assert found


def test_what_is_remembered_of_words_does_not_grow_with_each_text(monkeypatch):
    vocabularies = [document._Vocabulary()]
    monkeypatch.setattr(document, "_VOCABULARIES", vocabularies)
    for text in TEXTS:
        extract_text(text)
    assert 20 < len(vocabularies[0].kinds) < 20 + len(TEXTS)


def test_rules_that_need_words_are_rules():
    assert asking.NEEDED.keys() < {*facts.RULES.rules, *facts.LATER.rules}


def test_no_named_event_stands_where_none_of_its_words_does(documents):
    for one in documents:
        where = events.naming(one)
        for part in (each.span for each in one.sentences):
            assert within(where, part) or not events.NAMED.search(one.text, part.start, part.end)


def test_no_opening_of_a_list_of_areas_is_missed(documents):
    for one in documents:
        lower = one.text.lower()
        for sentence in one.sentences:
            start, end = sentence.span.start, sentence.span.end
            for pattern, letters in (
                (areas._CUE, areas._CUE_LETTERS),
                (purposes._JOINTLY, purposes.JOINT_LETTERS),
                (purposes._AID, purposes.AID_LETTERS),
            ):
                places = within(one.where_so(beginning_with(letters)), sentence.span)
                assert spans(matches(pattern, lower, places, end)) == spans(pattern.finditer(lower, start, end))
            small = one.where_so(beginning_with(areas.SMALL_WORDS))
            for pattern, letters, needed in (
                (areas.OPENS, areas.FIRST_LETTERS, areas.FIELD_WORDS),
                (areas.LEADS, areas.LEADING, areas.REGARDING),
            ):
                places = areas.begun(sentence, one.where_so(beginning_with(letters)), small, needed)
                assert spans(matches(pattern, lower, places, end)) == spans(pattern.finditer(lower, start, end))


def test_no_list_no_speaker_and_no_title_after_a_body_is_missed(documents):
    for one in documents:
        begins = sorted([*one.capitals, *one.where(beside._ARTICLES)])
        for part in (each.span for each in one.sentences):
            places = beside._before_joints(one.text, within(begins, part))
            assert spans(matches(beside._LIST, one.text, places, part.end)) == spans(beside._LIST.finditer(one.text, part.start, part.end))
            places = lone_names._begins(one, part.start, part.end)
            spoken = lone_names._SPOKEN.finditer(one.text, part.start, part.end)
            assert spans(matches(lone_names._SPOKEN, one.text, places, part.end)) == spans(spoken)
            titled = not organizations._TITLE_WORDS.isdisjoint(part.of(one.text).split())
            assert titled or not organizations._TITLES.search(one.text, part.start, part.end)


def test_no_place_before_a_word_for_its_kind_is_missed(documents):
    for one in documents:
        begins, of_kinds = sorted([*one.capitals, *one.where(place_words._ARTICLES)]), one.where_so(place_words._OF_KINDS)
        for each in one.sentences:
            if not each.words.isdisjoint(place_words._KINDS):
                places = place_words._before_kinds(each, within(of_kinds, each.span), begins)
                found = matches(place_words._ENDING, one.text, places, each.span.end)
                assert spans(found) == spans(place_words._ENDING.finditer(one.text, each.span.start, each.span.end))


def test_what_shows_a_name_stands_only_after_the_words_that_show_it(documents):
    patterns = {
        beside._PERSON_BEFORE: beside._LEAD_PERSON,
        beside._BODY_BEFORE: beside._LEAD_BODY,
        beside._PLACE_BEFORE: beside._LEAD_PLACE,
        beside._THE: {"the"},
    }
    for one in documents:
        for at in one.capitals:
            before = one.text[max(0, at - 30) : at]
            last = next(iter(before.split()[-1:]), "").lower()
            assert not any(last.isalpha() and last not in words and each.search(before) for each, words in patterns.items())
            verbal = one.text[max(0, at - 10) : at].rstrip().endswith(telling._VERBAL)
            assert verbal or not telling._VERB_LIKE.search(one.text, max(0, at - 10), at)


def test_the_sentences_that_hold_a_word_are_those_whose_words_it_is_among(documents):
    for one in documents:
        for words in ({"council"}, clubs._OWNING, frozenset({"no such word"})):
            assert one.holding(words) == [each for each in one.sentences if not each.words.isdisjoint(words)]


@pytest.mark.parametrize("headings", [True, False])
def test_a_document_finds_what_its_sentences_do(documents, headings):
    seen = 0
    for one in documents:
        told = [each for each in one.sentences if headings or each.block is not document.HEADING]
        holding = [each.span for each in told if not each.words.isdisjoint(place_words._KINDS)]
        every = [found for part in holding for found in place_words._ENDING.finditer(one.text, part.start, part.end)]
        assert spans(one.finds(place_words._ENDING, place_words._KINDS, headings=headings)) == spans(every)
        some = [found for part in holding for found in matches(people.FULL, one.text, within(one.capitals, part), part.end)]
        assert spans(one.finds(people.FULL, place_words._KINDS, one.capitals, headings=headings)) == spans(some)
        begun = [found for each in told for found in matches(people.FULL, one.text, within(one.capitals, each.span), each.span.end)]
        assert spans(one.begun(people.FULL, one.capitals, headings=headings)) == spans(begun)
        seen += len(every) + len(some)
    assert seen


def test_words_stand_where_they_are():
    one = Document(article_of("The U.S. and _Oslo_ met on 3rd May; U.S.-led.", "a", "a"))
    assert [one.text[at:] for at in one.where({"S", "Oslo"})] == [
        "S. and _Oslo_ met on 3rd May; U.S.-led.",
        "Oslo_ met on 3rd May; U.S.-led.",
        "S.-led.",
    ]
    assert [one.text[at : at + 3] for at in one.numbers] == ["3rd"]
