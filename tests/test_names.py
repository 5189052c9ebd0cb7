"""Which words are a person, a place or a body, where their names end, and who is meant by a part of a name."""

import re
from importlib.resources import files

import pytest

from sourcebook.extract.bodies.ends import one_land
from sourcebook.extract.gazetteer import gazetteer, leaders
from sourcebook.extract.identity.short_names import surnames_of
from sourcebook.extract.people.leaders import STILL, kind_of, terms_of
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
        ("It was led by HE Mr. Otgon-Erdene Batbold and H.E. Eng. Musa Kellu.", "person", ["Otgon-Erdene Batbold", "Musa Kellu"]),
        ("Deputy Minister Lieutenant General Sultan Bekovich Karimov spoke.", "person", ["Sultan Bekovich Karimov"]),
        ("They met the EUFOR Commander, Major General Ana Kovač.", "person", ["Ana Kovač"]),
        ("Jan Lindqvist, Danish diplomat, left in January.", "person", ["Jan Lindqvist"]),
        ("Prince Harald The Duke of Bergen and Ambassador England spoke.", "person", ["Harald", "England"]),
        ("Chile's Alberto Funes and Uruguay's Santiago Varelo met.", "person", ["Alberto Funes", "Santiago Varelo"]),
        ("The head of the company Emil Alekberov resigned.", "person", ["Emil Alekberov"]),
        ("Denmark gave Caesar howitzers to the U.S. Homeland.", "person", []),
        ("She is the Deputy Commander for Civil-Military Engagement.", "person", []),
        ("Prime Minister Theresa May met Defense Secretary Robert M. Gates in May.", "person", ["Theresa May", "Robert M. Gates"]),
        ("South Korean President Park Geun Hye walked through Hyde Park.", "person", ["Park Geun Hye"]),
        ("Indian Ambassador in Dhaka Vikram Kulshetra and Executive Chairman Ole Lie smiled.", "person", ["Vikram Kulshetra", "Ole Lie"]),
        # Places.
        ("They met in Washington, D.C. at Naval Air Station Corvo.", "place", ["Washington, D.C.", "Naval Air Station Corvo"]),
        ("It lies near the Second Pearl Shoal.", "place", ["Second Pearl Shoal"]),
        ("The Heads of Mission left for the Common Market.", "place", []),
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
        ("He told The Morning Dispatch that he would stay.", "organization", ["Morning Dispatch"]),
        ("In 2007, Lanterna magazine wrote of it.", "organization", ["Lanterna"]),
        ("The United States condemned it. Ruling party members left.", "organization", []),
        ("The Okavango River Basin Water Commission met.", "organization", ["Okavango River Basin Water Commission"]),
        ("She studied at the University of California, Berkeley.", "organization", ["University of California, Berkeley"]),
        ("The FIFA World Cup begins. It is the best World Cup.", "organization", []),
        ("The 102nd Military Base moved.", "organization", ["102nd Military Base"]),
        ("The ADA Council of Ministers met.", "organization", ["ADA Council of Ministers"]),
        ("It links the Oslo Stock Exchange and the Riga Stock Exchange.", "organization", ["Oslo Stock Exchange", "Riga Stock Exchange"]),
        ("The U.S. Africa Command-sponsored drill began.", "organization", ["U.S. Africa Command"]),
        (
            "The Common Market of Inner and Western Asia (COMIWA) grew.",
            "organization",
            ["Common Market of Inner and Western Asia", "COMIWA"],
        ),
        ("The Better Roads for Asia (BRA) program began.", "organization", []),
        ("Chile's Codelco and Peru's Quimpac have signed it, Andina reports.", "organization", ["Codelco", "Quimpac", "Andina"]),
        ("It is the State Gas Company of Guyana SGCOG.", "organization", ["State Gas Company of Guyana"]),
        ("He teaches at the University of Nebraska at Omaha.", "organization", ["University of Nebraska at Omaha"]),
        ("She leads the 1176th Transportation Company.", "organization", ["1176th Transportation Company"]),
        # Titles.
        ("It was the Commander of the National Guard, General Ola Berg.", "role", ["Commander of the National Guard", "General"]),
        (
            "German Chancellor Olaf Berg met the chairman of the Joint Chiefs of Staff.",
            "role",
            ["Chancellor", "chairman of the Joint Chiefs of Staff"],
        ),
        ("Head of the EU Delegation to Chile Ana Ruiz spoke.", "role", ["Head of the EU Delegation to Chile"]),
        ("President of the Chilean parliament Ana Ruiz spoke.", "role", ["President of the Chilean parliament"]),
        ("Chargé d’Affaires Ola Berg spoke.", "role", ["Chargé d’Affaires"]),
        # Events.
        ("He had talks with Deputy Foreign Minister Ann Lee.", "event", ["talks"]),
        ("The talks between Chile, Peru and Bolivia began.", "event", ["talks"]),
        ("Silver Heron is an annual exercise. Troops left for Silver Heron 24.", "event", ["Silver Heron", "Silver Heron 24"]),
        ("It attended the U.S.-Chile 2+2 Ministerial Dialogue.", "event", ["U.S.-Chile 2+2 Ministerial Dialogue"]),
        ("It fought in the Global War on Terror.", "event", ["Global War on Terror"]),
        # Agreements.
        ("They reaffirmed their agreement to widen ties and signed a memorandum.", "agreement", ["memorandum"]),
        ("They signed a “Joint Roadmap towards a Wider Partnership”.", "agreement", ["Joint Roadmap towards a Wider Partnership"]),
        ("The two signed two joint statements.", "agreement", ["joint statements"]),
        # Dates.
        ("It ran in the 2015-2020 period, in the mid-1980s and until late 2006.", "date", ["2015-2020", "mid-1980s", "late 2006"]),
        # Nothing of the three.
        ("The tanker Stena Impero sank. Tomahawk missiles and Crohn's disease are in the news.", "person", []),
        ("Johnson & Johnson and Halvorsen & Pell beat forecasts.", "person", []),
        ("Under the scheme, director general of police (DGP) Rao said the DGP had a plan.", "organization", []),
        ("The gross domestic product (GDP) grew. The GDP fell. It is Ramadan.", "organization", []),
        ("Cyclone Mirela struck. Mirela weakened. The winds of Mirela fell.", "person", []),
        (
            "Deputy Premier-Interior Minister Ola Lind met Norway minister of defence Petra Kral.",
            "role",
            ["Deputy Premier-Interior Minister", "minister of defence"],
        ),
        ("He met Ministry of Foreign Affairs State Secretary Bolormaa.", "role", ["Ministry of Foreign Affairs State Secretary"]),
        ("Outgoing NATO Secretary General Ola Lind and H.E. Ambassador Petra Kral met.", "role", ["NATO Secretary General", "Ambassador"]),
        ("Chief Treasury Spokesperson Ola Lind answered.", "role", ["Chief Treasury Spokesperson"]),
        (
            "Petra Kral is Chairperson of the Peace and Security Council of the AU for July 2023.",
            "role",
            ["Chairperson of the Peace and Security Council of the AU"],
        ),
        (
            "The President of Gabon’s transitional government, Colonel Ola Lind, agreed.",
            "role",
            ["President of Gabon’s transitional government", "Colonel"],
        ),
        (
            "Ola Lind, Special Envoy of the African Union (AU) for the Sahel region, came.",
            "role",
            ["Special Envoy of the African Union (AU) for the Sahel region"],
        ),
        (
            "Ola Lind, Head of the AU Mission in Mali and the Sahel (MISAHEL), came.",
            "organization",
            ["AU Mission in Mali and the Sahel", "MISAHEL"],
        ),
        ("Ola Lind, Permanent Representative of Ghana to the African Union, spoke.", "organization", ["African Union"]),
        (
            "Petra Kral, Cabinet Secretary, Foreign and Diaspora Affairs of the Republic of Kenya, came.",
            "role",
            ["Cabinet Secretary, Foreign and Diaspora Affairs of the Republic of Kenya"],
        ),
        (
            "The ECOWAS Heads of State and Government thanked the Sultan’s Armed Forces.",
            "organization",
            ["ECOWAS", "Sultan’s Armed Forces"],
        ),
        ("U.S. Army Europe & Africa and U.S. Army South took part.", "organization", ["U.S. Army Europe & Africa", "U.S. Army South"]),
        ("They hold exercises in the region such as Granite Shield, Copper Dawn and Iron Harvest.", "person", []),
        ("USS Walter Greene met two Peder Skram-class frigates.", "person", []),
        ("WASHINGTON DC: The minister spoke of Teesta water.", "place", ["WASHINGTON DC", "Teesta"]),
        ("Talks were held in 1986 and 1987, before March’s vote.", "date", ["1986", "1987", "March"]),
        ("U.S. Ambassador Walter M. Greene Jr. met Defense Secretary Ada M. Holt here.", "person", ["Walter M. Greene Jr.", "Ada M. Holt"]),
        ("Theresa May travels to Oslo. President Park Min Jun waits.", "person", ["Theresa May", "Park Min Jun"]),
        (
            "He served as the chief of defence forces of Malawi. Ola Lind, minister of foreign affairs, left.",
            "role",
            ["chief of defence forces of Malawi", "minister of foreign affairs"],
        ),
        (
            "Ola Lind, Minister of Foreign Affairs and Human Mobility of the Republic of Ecuador, came.",
            "role",
            ["Minister of Foreign Affairs and Human Mobility of the Republic of Ecuador"],
        ),
        ("He assured the Prime Minister of the African Union’s full support.", "role", ["Prime Minister"]),
        (
            "Ola Lind is Ambassador Designate of Malawi to Peru. Congresswoman-elect Petra Kral came.",
            "role",
            ["Ambassador Designate of Malawi to Peru", "Congresswoman-elect"],
        ),
        ("The Chairman’s Statement and the Leaders’ Session went well.", "role", []),
        ("The Chairperson of the Commission of the African Union came.", "organization", ["Commission of the African Union"]),
        (
            "Petra Kral is Deputy Minister of Ministry of Internal Affairs and Chief of Public Security Police.",
            "organization",
            ["Ministry of Internal Affairs", "Public Security Police"],
        ),
        ("The report names the National Security Service Deputy Director Ola Lind.", "organization", ["National Security Service"]),
        ("Petra Kral serves as Minister of Works and Transport in the Ugandan cabinet.", "organization", []),
        ("The European Union Training Mission in Mali ended.", "organization", ["European Union Training Mission in Mali"]),
        (
            "It went to Halvor, a Danish TV channel, under the Turkish Presidency on Oct. 21.",
            "organization",
            ["Halvor", "Turkish Presidency"],
        ),
        (
            "They left Benin Republic, White Nile State and EU territory. The Portuguese Empire fell.",
            "place",
            ["Benin Republic", "White Nile State", "Portuguese Empire"],
        ),
        (
            "ANKARA, OCT 15: They met on November 8/2019, in January and March 2021 and in September last year.",
            "date",
            ["OCT 15", "November 8/2019", "January and March 2021", "September last year"],
        ),
        (
            "EUTM Malawi (European Union Training Mission in Malawi) ended. EUTM Malawi was small, and so was EUTM.",
            "organization",
            ["EUTM Malawi", "European Union Training Mission in Malawi", "EUTM Malawi", "EUTM"],
        ),
        ("Four non-EU countries took part in the Strategic Water Dialogue (SWD).", "organization", ["EU"]),
        (
            "Former Foreign Minister Ola Lind met Foreign and Pacific Affairs Minister Dr Petra Kral and FLM Leader Nur Sato.",
            "role",
            ["Foreign Minister", "Foreign and Pacific Affairs Minister", "FLM Leader"],
        ),
        (
            "President of the African Union (AU) Commission Ola Lind spoke to the Chairman of the Joint Chiefs of Staff Committee.",
            "role",
            ["President of the African Union (AU) Commission", "Chairman of the Joint Chiefs of Staff Committee"],
        ),
        ("Pepe Lindgren once said so. Most of them are Roman Catholics.", "person", ["Pepe Lindgren"]),
        (
            "They adopted the Oslo Agreement of 1976, the Protocol on Free Movement of Persons and the African Passport, and the exchange of an MoU.",
            "agreement",
            ["Oslo Agreement of 1976", "Protocol on Free Movement of Persons and the African Passport", "MoU"],
        ),
        (
            "The leaders adopted the ASEAN Plus Three Statement on Active Ageing and two Memoranda of Understanding.",
            "agreement",
            ["ASEAN Plus Three Statement on Active Ageing", "Memoranda of Understanding"],
        ),
        ("They work together in the pursuit of peace, security and stability in the region.", "area", ["peace", "security", "stability"]),
        (
            "Cooperation in the tourism sector, respect for human rights and promotion and protection of investment grew.",
            "area",
            ["tourism sector", "respect for human rights", "promotion and protection of investment"],
        ),
        ("The two agreed to boost bilateral trade and investment.", "area", ["trade", "investment"]),
        ("Ola Berg met Karim Sheikh. Sheikh Salman thanked him.", "person", ["Ola Berg", "Karim Sheikh", "Sheikh Salman"]),
        ("Myanmar President U Zaw Htun met Ola Lind AM and Minister U Aung.", "person", ["Zaw Htun", "Ola Lind", "U Aung"]),
        ("By: Jordan Whitcombe, Harbour Public Affairs", "person", ["Jordan Whitcombe"]),
        (
            "United Nations Secretary General Special Envoy to Malawi, Ola Lind, met the Co-Chairs of the OSCE Minsk Group.",
            "role",
            ["United Nations Secretary General Special Envoy to Malawi", "Co-Chairs of the OSCE Minsk Group"],
        ),
        (
            "Petra Kral is Consul-General in Geneva. Ola Lind, member of the Russian upper house, agreed.",
            "role",
            ["Consul-General in Geneva", "member of the Russian upper house"],
        ),
        ("The Dovan Army (Dovanese: Ava Tun; abbreviated DVA) is new. The DVA grew.", "organization", ["Dovan Army", "DVA", "DVA"]),
        (
            "The EU training mission in Malawi met 6 Squadron RAF and the 2nd Battalion, Kent Regiment.",
            "organization",
            ["EU training mission in Malawi", "6 Squadron RAF", "2nd Battalion, Kent Regiment"],
        ),
        (
            "The U.S. Fifth Fleet and the General Staff of the Croatian Defence Council took part.",
            "organization",
            ["U.S. Fifth Fleet", "General Staff of the Croatian Defence Council"],
        ),
        ("Fighting in Rakhine state went on. The Malian state did nothing.", "place", ["Rakhine state"]),
        ("They signed a twinning agreement by the end of this year.", "agreement", ["twinning agreement"]),
        ("The Saudi minister spoke of Chechen and Tibetan music.", "demonym", ["Saudi", "Chechen", "Tibetan"]),
        (
            "They met Somalia Chief of Defense Forces Brig. Gen. Odawa Rage.",
            "role",
            ["Chief of Defense Forces", "Brig. Gen."],
        ),
        (
            "The envoy of the European Parliament for Albania met the European Bank for Reconstruction and Development.",
            "organization",
            ["European Parliament", "European Bank for Reconstruction and Development"],
        ),
        (
            "They signed it with the Ministry of Trade of Chile on Promoting Exports.",
            "organization",
            ["Ministry of Trade of Chile"],
        ),
        (
            "It was signed by the University of Lima and Santa Clara University, and the University of St. Gallen watched.",
            "organization",
            ["University of Lima", "Santa Clara University", "University of St. Gallen"],
        ),
        (
            "The Norwegian Ministry of Education and Chilean Ministry of Education met the Bureau of Industry and Security.",
            "organization",
            ["Norwegian Ministry of Education", "Chilean Ministry of Education", "Bureau of Industry and Security"],
        ),
        ("LKMS and Peruvian Navy sailed; Navy to Navy talks go on.", "organization", ["Peruvian Navy"]),
        ("Trade with central Asia grew, and southeast Asian markets opened.", "place", ["central Asia"]),
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


def test_a_surname_with_a_title_means_who_was_given_it():
    text = (
        "President Bruno Achterberg left for Lima with his wife Ines Achterberg. President Achterberg called the trip useful. "
        "Mrs Achterberg smiled. Achterberg is to speak."
    )
    assert [name.split()[0] for _, name in meant(text, "person")] == ["Bruno", "Ines", "Bruno", "Ines", "Ines"]


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
        ("Haider al-Abadi", ("al-Abadi", "Abadi", "Al-Abadi", "al Abadi")),
        ("Li Guowei", ("Guowei", "Li")),
        ("Ban Ki-moon", ("Ki-moon", "Ban")),
        ("John Smith Jr.", ("Smith",)),
        ("Louis van Gaal", ("Gaal", "van Gaal", "Van Gaal")),
        ("Suharto", ("Suharto",)),
    ],
)
def test_what_a_person_is_called_by(name, short):
    assert surnames_of(name, gazetteer()) == short


def test_bodies_of_a_country_under_one_name():
    text = (
        "The Estonian Ministry of Defence met the Armed Forces of Ghana. The Ministry of Defence of Estonia thanked the Ghanaian Armed Forces. "
        "Peru’s Foreign Ministry and the Ministry of Foreign Affairs of Chile agreed. The 83rd Airborne Brigade came, and the 83rd ABN left."
    )
    assert [name for _, name in meant(text, "organization")] == [
        "Estonian Ministry of Defence",
        "Armed Forces of Ghana",
        "Estonian Ministry of Defence",
        "Armed Forces of Ghana",
        "Ministry of Foreign Affairs of Peru",
        "Ministry of Foreign Affairs of Chile",
        "83rd Airborne Brigade",
        "83rd Airborne Brigade",
    ]


def test_names_in_capitals_mean_the_same_person():
    text = "Mr. TANAKA Kenji, Minister for Foreign Affairs, met Dr. Kofi MENSAH. Minister Tanaka thanked Secretary Mensah."
    assert [name for _, name in meant(text, "person")] == ["TANAKA Kenji", "Kofi MENSAH", "TANAKA Kenji", "Kofi MENSAH"]


def named(text, kind):
    return [each["name"] for each in extract_text(text)["entities"] if each["type"] == kind]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("KHALID SAEED AL-RUIZ is a general in Norland. In 1992 Khalid Saeed al-Ruiz visited Lima, and al-Ruiz met nobody.", "person", ["Khalid Saeed al-Ruiz"]),
        ("Ministers met Ibrahim al- Ruiz in Oslo. Ibrahim al-Ruiz left on Monday.", "person", ["Ibrahim al-Ruiz"]),
        ("They climbed Mount_Ararat in May. Mount Ararat was calm.", "place", ["Mount Ararat"]),
        ("The 2016 IRAQ FA CUP was played in spring. It went to a team of Iraq.", "place", ["Iraq"]),
    ],
)  # fmt: skip
def test_names_are_as_people_write_them(text, kind, names):
    assert named(text, kind) == names
    assert "IRAQ" not in named(text, "organization")


def test_a_short_name_is_of_the_words_whose_initials_it_has():
    text = "The Joint Commission of the Joint Comprehensive Plan of Action (JCPOA) met in Vienna. Under the JCPOA, Iran limits enrichment."
    aliases = {each["name"]: each["aliases"] for each in extract_text(text)["entities"]}
    assert aliases["Joint Comprehensive Plan of Action"] == ["JCPOA"]
    assert aliases["Joint Commission"] == []


def test_no_body_is_in_the_table_twice():
    table = files("sourcebook.extract.gazetteer") / "organizations.tsv"
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    names = {row[0] for row in rows}
    assert len(names) == len(rows)
    again = {(row[0], other) for row in rows for other in (row[1], *row[2].split("|")) if other in names and other != row[0]}
    assert not again


def test_a_joint_with_nothing_after_it_joins_no_land():
    assert one_land("Armed Forces of Bosnia", "Herzegovina", gazetteer())
    assert not one_land("Ministry", "", gazetteer())


def test_each_term_of_a_leader_begins_before_it_ends():
    for office, holders in leaders():
        assert kind_of(office) == office
        for each in holders.split("|"):
            start, end = re.fullmatch(r"\D+? (\d{4}-\d\d)(?: (\d{4}-\d\d))?", each).groups()
            assert end is None or start < end


@pytest.mark.parametrize(
    ("name", "office", "terms"),
    [
        ("Barack Obama", "US President", [("2009-01", "2017-01")]),
        ("George W. Bush", "president", [("2001-01", "2009-01")]),
        ("Merkel", "Chancellor", [("2005-11", "2021-12")]),
        ("Recep Tayyip Erdoğan", "President", [("2014-08", STILL)]),
        ("Nikita Khrushchev", "premier", [("1953-09", "1964-10")]),
        ("Ana Ruiz", "President", []),
        ("Barack Obama", "President-elect", []),
        ("Barack Obama", "Senator", []),
    ],
)
def test_who_has_led_what_and_when(name, office, terms):
    kind = kind_of(office)
    assert (terms_of(name, kind) if kind else []) == terms
