"""The loader: traps of the genre, told as small texts; grounding and determinism on any text."""

import gc
import json
import os
import pickle
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.extract import extract
from sourcebook.extract.dates import dates
from sourcebook.extract.document import Document
from sourcebook.extract.gazetteer import gazetteer, members_of
from sourcebook.project import empty_knowledge, extract_text
from sourcebook.read import read
from sourcebook.read.text import article_of
from sourcebook.text import count_quote

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = sorted((ROOT / "tests/eval/articles").glob("*.md"))


def mentions(text, kind):
    return [each["text"] for each in extract_text(text)["mentions"] if each["type"] == kind]


def facts(text, name):
    found = extract_text(text)
    names = {each["id"]: each["name"] for each in found["entities"]}
    return [
        (names.get(each["subject"], each["subject"]), names.get(each["object"], each["object"]))
        for each in found["relations"]
        if each["predicate"] == name
    ]


def quotes(text):
    found = extract_text(text)
    names = {each["id"]: each["name"] for each in found["entities"]}
    return [(text[each["start"] : each["end"]], names.get(each["speaker"])) for each in found["quotes"]]


def test_a_quotation_that_was_cut_off_has_no_speaker():
    text = "Even now, we support our neighbours in all they do for peace.” Maria Silva, in turn, stressed: “We are thankful for every word of this.”"
    assert ("Even now, we support our neighbours in all they do for peace.", None) in quotes(text)


def test_general_in_consulate_general_is_no_rank():
    assert mentions("The Consulate General of Norway opened in Gdansk.", "role") == []


def test_scare_quotes_name_nothing():
    assert quotes("They spoke of the so-called “armed groups” in the north.") == []


def test_a_heading_is_no_agreement():
    text = "Agreements at the Highest Level\nMaria Silva, President of Brazil, visited Norway and met King Harald there last week.\nThe end came soon after that."
    assert mentions(text, "agreement") == []


def test_a_country_in_an_institutes_name_is_not_visited():
    assert facts("Maria Silva, who visited the Institute for China Studies, was pleased.", "visited") == []


@pytest.mark.parametrize(
    "text", ["Norway-Poland talks went on.", "Norway’s Baltic Special Economic Zone grew.", "The Norwegian side agreed."]
)
def test_countries_in_compounds_and_possessives(text):
    found = extract_text(text)
    assert "Norway" in [each["name"] for each in found["entities"]]


def test_lists_of_places():
    assert mentions("The train stops in Gdansk, Warsaw, Lodz, and the Silesia Region.", "place") == [
        "Gdansk",
        "Warsaw",
        "Lodz",
        "Silesia Region",
    ]


def test_a_visit_with_its_doer_place_and_count():
    assert facts("President Maria Silva made an official visit to Norway.", "visited") == [("Maria Silva", "Norway")]
    found = extract_text("President Maria Silva has visited Norway at least seven times.")["relations"]
    assert [each["qualifiers"] for each in found if each["predicate"] == "visited"] == [{"count": ["7"], "bound": ["at-least"]}]


def test_meetings_with_several_people():
    text = "President Maria Silva met with Prime Minister Jonas Berg and Foreign Minister Anna Lind."
    assert facts(text, "met") == [("Maria Silva", "Jonas Berg"), ("Maria Silva", "Anna Lind")]
    assert ("Jonas Berg", "Prime Minister") in facts(text, "position")


def test_after_meeting_somebody_he_is_not_that_somebody():
    text = "President Mario Silva arrived in Norway. After meeting Governor Jonas Berg, he traveled to Poland."
    assert ("Mario Silva", "Poland") in facts(text, "visited")
    assert ("Mario Silva", "Jonas Berg") in facts(text, "met")


def test_said_with_a_colon_and_no_marks():
    text = "Foreign Minister Anna Lind said:\n\nWe will not accept this. It is wrong.\n\nWe will act."
    assert quotes(text) == [("We will not accept this. It is wrong.\n\nWe will act.", "Anna Lind")]


def test_a_pronoun_speaks_for_the_one_before():
    text = "President Maria Silva spoke at length. She said: “Nobody has helped us more than our neighbours.”"
    assert quotes(text) == [("Nobody has helped us more than our neighbours.", "Maria Silva")]


@pytest.mark.parametrize(
    ("words", "stance"),
    [("will be meeting with", "plan"), ("never met with", "denial"), ("had no meeting with", "denial"), ("met with", "fact")],
)
def test_stance_of_plans_and_denials(words, stance):
    article = article_of(f"President Maria Silva {words} Minister Anna Lind.", "a", "a")
    (met,) = [each for each in extract(article, empty_knowledge()).facts if each.property == "met"]
    assert (met.subject, met.value, met.stance) == ("maria-silva", "anna-lind", stance)


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Rumours that officials of Norway and Chile held secret talks in Lima spread.", "claim"),
        ("“We will not yield,” said Maria Silva at the Harbour Summit.", "fact"),
        ("Norway came close to a war with Chile.", "denial"),
        ("Maria Silva will not attend the Harbour Summit.", "denial"),
        ("The plan was debated at a meeting of the Harbour Council in Oslo.", "fact"),
        ("Deputies refused to discuss the war in Chile.", "fact"),
        # What is only wished, tried, feared or possible.
        ("Another war in Peru is the worst option.", "plan"),
        ("The alternative is more sanctions and, in the end, another war in Peru.", "plan"),
        ("Bolivian intervention became a real threat.", "plan"),
        ("Direct Norway-Chile talks should be convened soon.", "plan"),
        ("Talks with Chile are the best way to end the dispute.", "plan"),
        ("Norway looks with fear at any looming Chile-Peru war.", "plan"),
        ("The base serves as a tripwire for Norwegian intervention in the case of an attack.", "plan"),
        ("This may be a basis for talks with Chile.", "plan"),
        ("If Norway held talks with Chile, nobody would mind.", "plan"),
        ("The League advised Norway whether or not to engage in direct talks with Chile.", "plan"),
        ("A full-scale war in Peru must be avoided at all cost.", "plan"),
        ("The army is preparing for the worst scenario: a Chilean attack.", "plan"),
        ("The imminent resumption in Lima of direct Norway-Chile talks is good news.", "plan"),
        ("The EU-Chile summit must adopt the plan.", "plan"),
        ("At the end of the year, a meeting of EU foreign ministers and their colleagues from the East will weigh it.", "plan"),
        ("When Presidents Ana Ruiz and Ola Lund meet in Peru on June 16th, the treaty will top the agenda.", "plan"),
        ("This would probably have brought Chile into the Salt War.", "plan"),
        ("Norway tried to mediate talks between Chile and Peru.", "plan"),
        ("Norwegian military intervention in Peru could backfire.", "plan"),
        ("Sanctions rather than war with Chile are the answer.", "plan"),
        ("Norway wants a summit with Chile.", "plan"),
        ("The region cannot risk another attack in Peru.", "plan"),
        ("It is time for Norway to open talks with Chile.", "plan"),
        ("Only a summit between Norway and Chile can end this.", "plan"),
        ("In a conflict between Chile and Peru, the League would stand by.", "plan"),
        ("All will suffer should Norway pursue further aggression against Chile.", "plan"),
        ("The postponed summit between Norway and Chile was a blow.", "plan"),
        ("Nothing is decided about Chile’s participation at the Harbour Summit.", "plan"),
        # What did not come about.
        ("The cancelled summit with Chile was a blow.", "denial"),
        ("Chile’s invasion of Peru never happened.", "denial"),
        ("Norway made several unsuccessful attempts in 2012 to restart a dialogue with Chile.", "denial"),
        ("Numerous attempts by Ana Ruiz to re-start talks with Chile have been thwarted by violence.", "denial"),
        ("Norway’s refusal to attend this year’s summit with Chile and Peru comes at a bad moment.", "denial"),
        # What is there, whatever is wished or feared of it.
        ("The looming Salt War of Peru delayed the trade fair in Lima.", "fact"),
        ("The war in Peru is a threat to Norway.", "fact"),
        ("Norway’s efforts to end the war in Peru failed.", "fact"),
        ("The likelihood that the Chile-Peru standoff will continue is high.", "fact"),
        ("The Norway-Chile talks are an option that has worked before.", "fact"),
        ("Norway held talks with Chile to avoid a war with Peru.", "fact"),
        ("The 1990 summit in Oslo should be remembered.", "fact"),
        ("The deadlock in nuclear talks with Chile could serve as a catalyst.", "fact"),
        ("In a debate with Luis Vega, Ana Ruiz vowed that the port would open.", "fact"),
        ("The delay gave the army time to conduct an offensive in southern Peru.", "fact"),
    ],
)
def test_stance_of_what_is_said_of_events(words, stance):
    facts = [each for each in extract(article_of(words, "a", "a"), empty_knowledge()).facts if each.quote]
    assert {each.stance for each in facts if each.property in {"participant", "located_in"}} == {stance}


def test_how_an_event_is_put_is_read_off_other_words_for_it():
    """It is one event under another name: the conflict goes on, and the visit is to come."""
    text = "The Syrian conflict began in 2011. They agree on trade, but not on steps to resolve the Syria conflict."
    facts = extract(article_of(text, "a", "a"), empty_knowledge()).facts
    assert [each.stance for each in facts if each.property == "located_in"] == ["fact"]
    text = "President Maria Silva will visit Norway in May. In Oslo much is made of it. Silva's trip is likely to be short."
    facts = extract(article_of(text, "a", "a"), empty_knowledge()).facts
    assert [each.stance for each in facts if each.property == "participant" and not each.derived] == ["plan"]


def test_dates_as_written():
    text = "In early March 2025, President Maria Silva visited Norway. In 1948 it began."
    assert mentions(text, "date") == ["early March 2025", "1948"]
    (visit,) = [each for each in extract_text(text)["relations"] if each["predicate"] == "visited"]
    assert visit["qualifiers"] == {"when": ["2025-03"]}


def test_a_month_without_a_year_is_of_the_year_of_writing_and_uncertain():
    article = article_of("In early March, President Maria Silva visited Norway.", "a", "a", {"issued": "2025?"})
    (visit,) = [each for each in extract(article, empty_knowledge()).facts if each.property == "visited"]
    assert visit.qualifiers["when"] == ("2025-03?",)


@pytest.mark.parametrize(
    ("dateline", "when"),
    [
        ("LIMA, 14 May 2024 — ", "2024-05-14?"),
        ("Lima, Peru (May 15, 2024) -- ", "2024-05-14?"),
        ("LIMA, 14 May 2024 (ANDINA): ", "2024-05-14?"),
        # Where a report is not written on a day that it names, the weekday is nobody knows which.
        ("After 14 May 2024, ", None),
        ("LIMA, May 2024 — ", None),
    ],
)
def test_a_report_without_a_date_of_its_own_has_that_of_its_dateline(dateline, when):
    text = f"{dateline}Foreign Minister Ana Ruiz of Peru met President Juan Vega of Chile in Lima on Tuesday."
    (met,) = [each for each in extract(article_of(text, "a", "a"), empty_knowledge()).facts if each.property == "met"]
    assert met.qualifiers.get("when") == (when and (when,))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Silva met Vega in Oslo on Friday.", ["2016-10-14?"]),
        ("Silva will meet Vega in Oslo on Friday.", ["2016-10-21?"]),
        ("On Thursday Silva will meet King Abdullah in Jordan.", ["2016-10-20?"]),
        ("Silva will be in Oslo on Saturday, she said on Wednesday.", ["2016-10-22?", "2016-10-19?"]),
        ("The ministry said on Monday that the envoy would fly to Oslo on Tuesday.", ["2016-10-17?", "2016-10-25?"]),
        ("They are due to meet on Monday after Vega left on Wednesday.", ["2016-10-24?", "2016-10-19?"]),
        ("The accord, to be signed in November, was drafted in May.", ["2016-11?", "2016-05?"]),
        ("The summit in December was a success; the next one will be held in March.", ["2015-12?", "2017-03?"]),
        ("Silva, whose term will end next year, left last Sunday.", ["2017", "2016-10-16?"]),
        ("Silva arrives later in the day for talks on Friday with Vega.", ["2016-10-21?"]),
        ("Silva arrived for talks on Friday with Vega.", ["2016-10-14?"]),
        ("The visit of Silva, expected on Monday, comes at a bad time.", ["2016-10-24?"]),
    ],
)
def test_a_day_is_the_last_one_of_its_name_unless_its_verb_is_of_what_is_to_come(text, values):
    article = article_of(text, "a", "a", {"issued": "2016-10-20"})
    assert [each.value for each in dates(Document(article))] == values


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ana Ruiz met President Juan Vega at a 17th century palace near Oslo.", ()),
        ("Ana Ruiz met President Juan Vega at the palace on 3 May 2016.", ("2016-05-03",)),
        ("Police closed the roads on 3 May 2016, two days before Ana Ruiz's visit to Chile.", ()),
        ("Ana Ruiz visited Chile on 3 May 2016, two days before the vote.", ("2016-05-03",)),
    ],
)
def test_when_something_was_is_not_how_old_a_house_is_nor_when_others_did_something_before(text, when):
    (fact,) = [each for each in extract(article_of(text, "a", "a"), empty_knowledge()).facts if each.property in {"met", "visited"}]
    assert fact.qualifiers.get("when", ()) == when


def test_a_dateline_is_when_something_was_if_the_sentence_has_no_other_date():
    text = "LIMA, 14 May 2024 — Foreign Minister Ana Ruiz of Peru met President Juan Vega of Chile."
    (met,) = [each for each in extract(article_of(text, "a", "a"), empty_knowledge()).facts if each.property == "met"]
    assert met.qualifiers["when"] == ("2024-05-14",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chile asked for the forces to deal with smugglers, and the minister called it a big deal.", []),
        ("It was the best deal that anybody could get.", []),
        ("Delegates met at the Republican National Convention in Oslo.", []),
        ("Chile and Peru signed a critical-minerals deal in Lima. The deal was hailed by both.", ["critical-minerals deal", "deal"]),
        ("Chile ratified the Lima Convention on Fisheries.", ["Lima Convention on Fisheries"]),
    ],
)
def test_what_is_a_deal_or_a_convention(text, found):
    assert mentions(text, "agreement") == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        # What a clause of reasons says was then is no date of the meeting.
        ("Foreign Minister Ana Ruiz met President Juan Vega, since it was in 2019 that Chile took over the chair.", "when", []),
        # By nobody whom the words name.
        ("The Lima Commission, chaired by ministers, went on, Foreign Minister Ana Ruiz said.", "chaired_by", []),
        ("The Lima Commission was chaired by Foreign Minister Ana Ruiz.", "chaired_by", ["Ana Ruiz"]),
        ("Chile hopes to sign the trade agreement with the European Union, Foreign Minister Ana Ruiz declared.", "signatory", []),
        ("Minister Juan Vega signed the trade agreement with Foreign Minister Ana Ruiz.", "signatory", ["Ana Ruiz", "Juan Vega"]),
    ],
)
def test_what_a_sentence_says_of_others(text, kind, found):
    facts = extract(article_of(text, "a", "a"), empty_knowledge())
    names = {each.id: each.name for each in facts.entities}
    if kind == "when":
        assert [each.qualifiers["when"] for each in facts.facts if "when" in each.qualifiers] == found
    else:
        assert sorted(names[each.value] for each in facts.facts if each.property == kind) == found


def test_a_first_name_that_is_a_title_too_and_a_surname_with_its_article():
    text = "Hamad bin Hilal al Maamari met Sultan bin Hamdoon al Harthy in Muscat. After the talks, Al Maamari said they had agreed."
    assert mentions(text, "person") == ["Hamad bin Hilal al Maamari", "Sultan bin Hamdoon al Harthy", "Al Maamari"]
    people = [each for each in extract(article_of(text, "a", "a"), empty_knowledge()).entities if each.type == "person"]
    assert sorted(each.name for each in people) == ["Hamad bin Hilal al Maamari", "Sultan bin Hamdoon al Harthy"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A pact was signed to facilitate drills between Chile and Peru.", ["drills"]),
        ("Chile plans on strengthening joint military exercises in Peru.", ["joint military exercises"]),
        ("They watched a training exercise in Peru.", ["training exercise"]),
    ],
)
def test_a_verb_is_no_part_of_an_event(text, found):
    assert mentions(text, "event") == found


def test_a_heading_tells_of_no_event_by_its_verb():
    text = "President Ruiz visits Chile\n\nThe harbour of Lima was busy. Ana Ruiz, the President of Peru, spoke.\n"
    assert mentions(text, "event") == []


def test_a_surname_has_all_its_particles():
    text = "Commission President Ursula von der Leyen came. The plan was hers, von der Leyen said."
    assert mentions(text, "person") == ["Ursula von der Leyen", "von der Leyen"]


def test_a_reading_leaves_nothing_for_the_collector_of_cycles():
    article = article_of("Foreign Minister Ana Ruiz of Peru met President Juan Vega of Chile and the other ministers.", "a", "a")
    extract(article, empty_knowledge())
    gc.collect()
    gc.disable()
    try:
        extract(article, empty_knowledge())
        assert gc.collect() == 0
    finally:
        gc.enable()


TRAPS = [
    # (text, kind of fact, what must be found)
    ("Ann Brown, an economist, thanked John Smith for visiting Norway.", "visited", [("John Smith", "Norway")]),
    (
        "At the invitation of Mr. Juan Vega, Minister of Trade of Chile, Ms. Ana Ruiz, Minister of Trade of Peru, visited Santiago.",
        "visited",
        [("Ana Ruiz", "Santiago")],
    ),
    (
        "President Ana Ruiz of Peru travelled to Chile, Brazil and Bolivia.",
        "visited",
        [("Ana Ruiz", "Chile"), ("Ana Ruiz", "Brazil"), ("Ana Ruiz", "Bolivia")],
    ),
    ("After the ceremony in Amman, the US Ambassador to Jordan, Alice Wells, spoke.", "located_in", [("Ceremony", "Amman")]),
    ("Serbia is a candidate for membership of the European Union.", "member_of", []),
    (
        "Togo and Benin, which share a border, have been members of the African Union since 2002.",
        "member_of",
        [("Togo", "African Union"), ("Benin", "African Union")],
    ),
    (
        "Maria Silva (born 1961) has served as Minister of Trade of Chile since 2019.",
        "position",
        [("Maria Silva", "Minister of Trade of Chile")],
    ),
    (
        "Maria Silva lives in Oslo. She was Minister of Trade of Chile from 2010 to 2014.",
        "position",
        [("Maria Silva", "Minister of Trade of Chile")],
    ),
    ("Maria Silva, a physician, received a PhD in chemistry from the University of Oslo.", "degree", [("Maria Silva", "PhD in chemistry")]),
    (
        "The Nordic Council of Ministers, an official body, has its secretariat in Copenhagen.",
        "located_in",
        [("Nordic Council of Ministers", "Copenhagen")],
    ),
    ("Maria Silva, a surgeon at Donka Hospital, said she was tired.", "affiliation", [("Maria Silva", "Donka Hospital")]),
    (
        "They signed a Memorandum of Understanding between the Agricultural Research Corporation (ARC) and the National Innovation Agency (NIA).",
        "party",
        [
            ("Memorandum of Understanding", "Agricultural Research Corporation"),
            ("Memorandum of Understanding", "National Innovation Agency"),
        ],
    ),
    ("President Somali Hassan Sheikh Mohamud met with Foreign Minister Ola Berg.", "met", [("Hassan Sheikh Mohamud", "Ola Berg")]),
]


@pytest.mark.parametrize(("text", "kind", "expected"), TRAPS, ids=[each[0][:40] for each in TRAPS])
def test_traps(text, kind, expected):
    assert sorted(facts(text, kind)) == sorted(expected)


def test_a_term_of_office():
    found = extract_text("Maria Silva was Minister of Trade of Chile from 2010 to 2014 and ambassador of Chile until 2019.")
    terms = [(each["object"], each["qualifiers"].get("from"), each["qualifiers"].get("until")) for each in found["relations"]]
    assert terms == [("Minister of Trade of Chile", ["2010"], ["2014"]), ("ambassador of Chile", None, ["2019"])]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Maria Silva has been Minister of Trade of Chile since 4 March 2012.", "2012-03-04", None),
        ("Maria Silva was appointed Minister of Trade of Chile in May 2011.", "2011-05", None),
        ("On 3 June 2014 Maria Silva took office as Minister of Trade of Chile.", "2014-06-03", None),
        ("Maria Silva resigned as Minister of Trade of Chile in 2016.", None, "2016"),
        ("Maria Silva was Minister of Trade of Chile between 2010 and 2014.", "2010", "2014"),
        ("From 2010 until 2014 Maria Silva served as Minister of Trade of Chile.", "2010", "2014"),
        ("Maria Silva (Minister of Trade of Chile, 2010-2014) spoke.", "2010", "2014"),
        ("Maria Silva, Minister of Trade of Chile (since 2015), spoke.", "2015", None),
        ("Maria Silva, Minister of Trade of Chile, spoke in 2015.", None, None),
        ("Maria Silva was Minister of Trade of Chile in 2015.", None, None),
        ("In 2015 Maria Silva, Minister of Trade of Chile, spoke.", None, None),
        ("Maria Silva is the first Minister of Trade of Chile since 1990.", None, None),
    ],
)
def test_terms_of_office_are_read(text, first, last):
    (held,) = [each["qualifiers"] for each in extract_text(text)["relations"] if each["predicate"] == "position"]
    assert (held.get("from"), held.get("until")) == ([first] if first else None, [last] if last else None)


def test_the_date_of_an_aside_is_not_that_of_the_visit():
    found = extract_text("Ana Ruiz, who came to power in 2003, visited Norway.")
    assert [each["qualifiers"] for each in found["relations"] if each["predicate"] == "visited"] == [{}]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Officials of the Colombian Red Cross and the National Army searched.", "organization", ["Colombian Red Cross", "National Army"]),
        ("Bank of America and ExxonMobil gave money.", "organization", ["Bank of America", "ExxonMobil"]),
        ("They saw the African Union Mission in Somalia (AMISOM) leave.", "organization", ["African Union Mission in Somalia", "AMISOM"]),
        ("They support the Amazon Cooperation Treaty Organization.", "agreement", []),
        ("Ban Ki-moon was tired.", "person", ["Ban Ki-moon"]),
        (
            "Lawmaker Ann Oye of the Danish People's Party met the People's Liberation Army.",
            "organization",
            ["Danish People's Party", "People's Liberation Army"],
        ),
        ("Jordan's Minister of Water and Irrigation Hazim El-Naser spoke.", "person", ["Hazim El-Naser"]),
        ("We, the Prime Ministers of Denmark, Finland and Iceland, met.", "person", []),
        ("Joint statement of the Secretary-General of the OECD\n\nHelsinki, 3 May 2022\n\nThey met there, and all was well.", "person", []),
    ],
)
def test_names_and_where_they_end(text, kind, expected):
    assert mentions(text, kind) == expected


SAID = """Norway's minister Maria Silva met her counterpart Juan Vega in Nairobi on Tuesday.

"We will not wait," Silva said. "The oceans cannot afford another lost decade."

Mr Vega called the deal “a turning point for both our countries” and left.

'This is the most important agreement in years,' said Ana Ruiz, a judge.

According to John Smith, a lawyer, "fish stocks have fallen by a third since 2010".

In a letter to Juan Vega, Maria Silva wrote that "our friendship rests on sixty years of work".
"""


def test_who_says_what_in_which_marks():
    assert quotes(SAID) == [
        ("We will not wait,", "Maria Silva"),
        ("The oceans cannot afford another lost decade.", "Maria Silva"),
        ("a turning point for both our countries", "Juan Vega"),
        ("This is the most important agreement in years,", "Ana Ruiz"),
        ("fish stocks have fallen by a third since 2010", "John Smith"),
        ("our friendship rests on sixty years of work", "Maria Silva"),
    ]


def test_a_leader_is_of_the_country_named():
    text = "Serbian President Marko Ilic met his Azerbaijani counterpart Elman Guliyev. “We have agreed on everything now,” the Azerbaijani leader said. Marko Ilic smiled."
    assert quotes(text) == [("We have agreed on everything now,", "Elman Guliyev")]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_article_is_read_and_every_find_is_verbatim(path):
    article = read(path)
    found = extract_text(article.text)
    for each in found["mentions"]:
        assert article.text[each["start"] : each["end"]] == each["text"]
    proposals = extract(article, empty_knowledge())
    for each in proposals.facts:
        assert each.locator or count_quote(each.quote, article.text) == 1
    assert pickle.loads(pickle.dumps(proposals)) == proposals


@settings(max_examples=120, deadline=None)
@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            [
                "President",
                "Ada",
                "King",
                "visited",
                "Norway",
                "said:",
                "“",
                "”",
                "\n",
                ".",
                ",",
                "met",
                "with",
                "of",
                "the",
                "Ministry",
                "1948",
                "🙂",
                "שלום",
                "\ue000",
                "\ue001",
                "and",
                "between",
                "talks",
                "attended",
                "Chile",
            ]
        ),
        max_size=60,
    ).map(" ".join)
)
def test_any_text_is_read(text):
    if not any(map(str.isalnum, text)):
        return
    found = extract_text(text)
    length = found["source"]["length"]
    for each in found["mentions"] + found["quotes"] + [each["evidence"] for each in found["relations"]]:
        assert 0 <= each["start"] < each["end"] <= length


@pytest.mark.parametrize("sign", [chr(0xE000 + number) for number in range(9)])
def test_characters_of_private_use_stand_for_nobody(sign):
    text = (
        f"Norway and {sign} held their first talks in Oslo, and {sign} and Chile met {sign} Ana Ruiz. {sign} and {sign} attended the Narvik "
        f"Conference with {sign}. The Foreign Ministers of {sign} and Chile met. Norway imposed sanctions on {sign}."
    )
    found = extract_text(text)
    assert {"Norway", "Chile", "Oslo"} <= {each["name"] for each in found["entities"]}
    assert not [each for each in found["entities"] if sign in each["name"]]


def test_two_runs_give_the_same_bytes():
    def once(seed):
        command = [
            sys.executable,
            "-c",
            "from sourcebook.cli import main; main()",
            "extract",
            str(ROOT / "tests/eval/seed.txt"),
            "--format",
            "json",
        ]
        return subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout

    first = once("1")
    assert first == once("2")
    found = json.loads(first)
    assert list(found) == ["source", "mentions", "entities", "relations", "quotes"]
    assert found["source"]["length"] == 7536
    assert len(found["relations"]) > 60


def test_the_score_of_the_seed_does_not_fall():
    """A regression test, not quality: quality is measured on articles that no rule has seen."""
    sys.path.insert(0, str(ROOT / "tests/eval"))
    import score

    gold = json.loads((ROOT / "tests/eval/gold/seed.json").read_text())
    found = score.score(gold, score.named(extract_text((ROOT / "tests/eval/seed.txt").read_text())))
    assert found["mention_exact"]["MICRO(6 types)"]["F1"] > 75
    assert found["entity"]["MICRO"]["F1"] > 75
    assert found["relation_triple"]["ALL"]["F1"] > 60


def from_geonames(text):
    """Of each place: the facts that GeoNames gives, and whether they wait for a person."""
    made = extract(article_of(text, "a", "a"), empty_knowledge())
    return sorted((each.subject, each.property, bool(each.unsure)) for each in made.facts if each.source == "geonames")


def test_a_place_gets_its_coordinates_and_its_country():
    found = from_geonames("The minister of Poland met the mayor in Gdansk on Monday.\n")
    assert found == [("gdansk", "coordinates", False), ("gdansk", "located_in", False)]
    made = extract(article_of("The minister of Poland met the mayor in Gdansk on Monday.\n", "a", "a"), empty_knowledge())
    assert {each.value for each in made.facts if each.source == "geonames"} >= {"poland"}


def test_a_place_that_may_be_another_of_its_name_waits_for_a_person():
    assert from_geonames("The minister of Norway spoke in Birmingham on Monday.\n") == [("birmingham", "coordinates", True)]
    assert from_geonames("The minister spoke in Tallinn on Monday.\n") == [("tallinn", "coordinates", False)]


def test_a_place_that_the_article_puts_elsewhere_is_another():
    text = "The United States pays for work on the gate at the remains of the ancient city of Babylon in Iraq.\n"
    assert from_geonames(text) == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The Lima Forum Summit was held in Oslo on 21 November 2020.", "2020-11-21"),
        ("On 21 November 2020, the Lima Forum Summit took place in Oslo.", "2020-11-21"),
        ("The Lima Declaration of May 1999 was praised.", "1999-05"),
        ("The Lima Forum Summit was praised on 21 November 2020.", ""),
        ("In 2016 he spoke of the 2012 Lima Summit.", "2012"),
        ("The 2012 Lima Summit was held on 3 May 2012.", "2012-05-03"),
        ("He fought in the 1941–45 Copper War.", "1941/1945"),
        ("He went to the 1915 massacre commemoration ceremony.", ""),
    ],
)
def test_events_and_agreements_have_the_date_that_stands_beside_them(text, when):
    (found,) = [
        each.when for each in extract(article_of(text, "a", "a"), empty_knowledge()).entities if each.type in {"event", "agreement"}
    ]
    assert found == when


def partners_in(text):
    """Who cooperates in what by a text, with why that is doubted."""
    found = extract(article_of(text, "a", "a"), empty_knowledge())
    return {(each.subject, each.value, each.unsure) for each in found.facts if each.property == "partner"}


def test_partners_of_whom_a_sentence_names_only_one_are_unsure():
    lead = "Chile and Peru are neighbours. Chile and Peru signed a treaty. "
    assert partners_in(f"{lead}Chile and Peru cooperate in energy.") == {("energy", "chile", ""), ("energy", "peru", "")}
    assert partners_in(f"{lead}The two countries agreed to cooperate in energy.") == {("energy", "chile", ""), ("energy", "peru", "")}
    reason = "The sentence names only one of them; the countries of the article are meant."
    doubted = f"{lead}Peru wants to deepen cooperation in energy."
    assert partners_in(doubted) == {("energy", "chile", reason), ("energy", "peru", reason)}
    # What another sentence says for sure is sure.
    assert partners_in(f"{doubted} Chile and Peru cooperate in energy.") == {("energy", "chile", ""), ("energy", "peru", "")}
    assert partners_in("Chile will cooperate in energy.") == {("energy", "chile", "The sentence does not say with whom.")}


def test_each_field_of_a_planned_list_is_planned_and_cited_by_the_words_around_it():
    fields = "nuclear energy, space exploration, higher education, maritime transport, organic agriculture, public health, digital trade"
    text = f"Chile and Peru are neighbours. Chile and Peru plan to expand their cooperation in {fields}, rural tourism, and fisheries, "
    text += "which the two governments have called the most promising of all and on which their ministers have worked for many years without a result."
    found = extract(article_of(text, "a", "a"), empty_knowledge())
    partners = [each for each in found.facts if each.property == "partner"]
    assert {each.stance for each in partners} == {"plan"}
    assert len({each.subject for each in partners}) == 9
    last = next(each.quote for each in partners if "tourism" in each.subject)
    assert "tourism" in last
    assert "nuclear" not in last


@pytest.mark.parametrize("joint", [" and ", ", ", " of the ", " owned by "])
def test_a_list_without_end_is_read(joint):
    names = [
        f"{first}{second}{third} Council"
        for first in "BDGKLMNPRT"
        for second in ("ara", "oru", "elin")
        for third in ("dan", "mir", "sto", "vek", "lun", "gar")
    ]
    found = extract(article_of(f"The league of {joint.join(names * 6)} met.", "a", "a"), empty_knowledge())
    assert all(len(each.span) <= 400 for each in found.mentions if each.type == "organization")
    assert {"Baradan Council", "Telingar Council"} <= {each.name for each in found.entities} or "of" in joint


def test_the_lists_of_members_name_what_the_tables_know():
    tables = gazetteer()
    lists = resources.files("sourcebook.extract.gazetteer").joinpath("members.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for name, members in (line.split("\t") for line in lists):
        assert tables.names[name].name == name
        assert members_of(name) == {*members.split("|")} <= tables.countries.keys()
