"""Which words are a person, a place or a body, where their names end, and who is meant by a part of a name."""

import pytest

from sourcebook.extract.gazetteer import gazetteer
from sourcebook.extract.short_names import surnames_of
from sourcebook.project import extract_text


def mentions(text, kind):
    return [each["text"] for each in extract_text(text)["mentions"] if each["type"] == kind]


def meant(text, kind):
    """Each mention of a kind with the name of its entity."""
    found = extract_text(text)
    names = {each["id"]: each["name"] for each in found["entities"]}
    return [(each["text"], names[each["entity"]]) for each in found["mentions"] if each["type"] == kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # Persons.
        ("Sheikh Mohammed bin Rashid Al Mansouri, the vice-president, spoke.", "person", ["Mohammed bin Rashid Al Mansouri"]),
        (
            "The council is headed by Abdul Rahman bin Saad bin Nasser Al Harbi, a judge.",
            "person",
            ["Abdul Rahman bin Saad bin Nasser Al Harbi"],
        ),
        ("Iran's Foreign Minister Hossein Amir Karimi left.", "person", ["Hossein Amir Karimi"]),
        ("Zulu King Misuzulu ka Zwelibanzi smiled.", "person", ["Misuzulu ka Zwelibanzi"]),
        ("“It is done,” says Dietrich.", "person", ["Dietrich"]),
        ("“It is done.” Guilbeault added: “At last.”", "person", ["Guilbeault"]),
        ("Among them were Sunil Bhatkar (23) and a friend.", "person", ["Sunil Bhatkar"]),
        ("The patron of Miss Namibia smiled.", "person", []),
        ("According to Dolphin Ratings Technologies, sales fell.", "person", []),
        ("They met on Otto du Plessis Drive.", "person", []),
        ("Booysens Magistrate's Court sat on Monday.", "person", []),
        # Places.
        ("They met on Otto du Plessis Drive.", "place", ["Otto du Plessis Drive"]),
        ("Roads in the towns of Banlung, Veun Sai and Kratie were closed.", "place", ["Banlung", "Veun Sai", "Kratie"]),
        ("The Grand Coral Dam (GCD) is new. The GCD is large.", "place", ["Grand Coral Dam", "GCD", "GCD"]),
        ("It cost US $435 in Wuxi city.", "place", ["Wuxi"]),
        ("He lives in Dar es Salaam.", "place", ["Dar es Salaam"]),
        # Bodies.
        ("Booysens Magistrate's Court sat on Monday.", "organization", ["Booysens Magistrate's Court"]),
        ("He is with the US-funded Famine Watch Network.", "organization", ["Famine Watch Network"]),
        ("She is the CEO of the Coral Research Institute (CRI).", "organization", ["Coral Research Institute", "CRI"]),
        ("Fans of Leeds Rovers and the Boston Bruins sang.", "organization", ["Leeds Rovers", "Boston Bruins"]),
        ("A paper in the Journal of Coral Science said so.", "organization", ["Journal of Coral Science"]),
        ("He told The Morning Dispatch that he would stay.", "organization", ["The Morning Dispatch"]),
        ("In 2007, Lanterna magazine wrote of it.", "organization", ["Lanterna"]),
        ("The United States condemned it. Ruling party members left.", "organization", []),
        ("The Okavango River Basin Water Commission met.", "organization", ["Okavango River Basin Water Commission"]),
        ("She studied at the University of California, Berkeley.", "organization", ["University of California, Berkeley"]),
        ("The FIFA World Cup begins. It is the best World Cup.", "organization", []),
        # Nothing of the three.
        ("The tanker Stena Impero sank. Tomahawk missiles and Crohn's disease are in the news.", "person", []),
        ("Johnson & Johnson and Halvorsen & Pell beat forecasts.", "person", []),
        ("Under the scheme, director general of police (DGP) Rao said the DGP had a plan.", "organization", []),
        ("The gross domestic product (GDP) grew. The GDP fell. It is Ramadan.", "organization", []),
        ("Cyclone Mirela struck. Mirela weakened. The winds of Mirela fell.", "person", []),
    ],
)
def test_what_a_name_is_and_where_it_ends(text, kind, expected):
    assert mentions(text, kind) == expected


def test_a_surname_means_the_one_who_was_named_last():
    text = (
        "Premier Li Guowei spoke. “We will build,” Li said. Governor Li Shaoyong agreed. “And soon,” Li said. "
        "Later, Li Guowei left. “Goodbye,” Li said."
    )
    assert [name for _, name in meant(text, "person")] == [
        "Li Guowei",
        "Li Guowei",
        "Li Shaoyong",
        "Li Shaoyong",
        "Li Guowei",
        "Li Guowei",
    ]


def test_a_part_of_a_name_is_that_person():
    text = (
        "Reporter Juan de Dios García Davila fled. Jessica Lund, a judge, and Yoon Tae-sung, a doctor, helped. "
        "Soon García Davila was safe. Jessica smiled. Yoon did not."
    )
    assert meant(text, "person")[-3:] == [
        ("García Davila", "Juan de Dios García Davila"),
        ("Jessica", "Jessica Lund"),
        ("Yoon", "Yoon Tae-sung"),
    ]


def test_firms_and_teams_by_a_part_of_their_name():
    text = "Vexoria Holdings Ltd is in trouble. Shares of Vexoria fell. The Boston Bruins lost. The Bruins were tired."
    assert meant(text, "organization") == [
        ("Vexoria Holdings Ltd", "Vexoria Holdings Ltd"),
        ("Vexoria", "Vexoria Holdings Ltd"),
        ("Boston Bruins", "Boston Bruins"),
        ("Bruins", "Boston Bruins"),
    ]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Haider al-Abadi", ("al-Abadi", "Abadi")),
        ("Li Guowei", ("Guowei", "Li")),
        ("Ban Ki-moon", ("Ki-moon", "Ban")),
        ("John Smith Jr.", ("Smith",)),
        ("Louis van Gaal", ("Gaal", "van Gaal")),
        ("Suharto", ("Suharto",)),
    ],
)
def test_what_a_person_is_called_by(name, short):
    assert surnames_of(name, gazetteer()) == short
