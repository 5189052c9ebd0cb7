"""Where new places are, from GeoNames: coordinates, and the country.

The gazetteer knows of each name the largest place that bears it. So what it says of a city holds only where the article speaks of
that city's country and puts the city nowhere else; a capital is known by its name alone. Else it is a proposal that waits.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.model.facts import Stance
from sourcebook.model.proposals import ProposedFact

_LANDS = frozenset({"country", "region"})
GEONAMES = {
    "title": "GeoNames",
    "publisher": "GeoNames",
    "genre": "reference",
    "language": "en",
    "url": "https://www.geonames.org/",
    "license": "CC-BY-4.0",
    "text": "none",
}


def located(
    entities: Mapping[str, Found], new: Collection[str], stated: Iterable[ProposedFact], tables: Gazetteer
) -> Iterator[ProposedFact]:
    """What GeoNames says of cities.

    Args:
        entities: by id, what an article names.
        new: ids of those that the knowledge base does not know from elsewhere.
        stated: what the article says.
        tables: the gazetteer.
    """
    lands = {
        entity: found.entry for entity, found in entities.items() if found.entry and found.entry.country and found.entry.kind in _LANDS
    }
    countries = {entry.country: entity for entity, entry in lands.items() if entry.kind == "country"}
    named = {entry.country for entry in lands.values()}
    said = {each.subject: lands[each.value].country for each in stated if each.property == "located_in" and each.value in lands}
    for entity, found in sorted(entities.items()):
        entry = found.entry
        if entity not in new or found.type != "place" or not entry or not entry.geonames:
            continue
        if said.get(entity, entry.country) != entry.country:
            continue  # another place of that name is meant
        sure = entry.capital or entity in said or (entry.sure and entry.country in named)
        country = countries.get(entry.country)
        if sure and country and entity not in said:
            yield _fact(entity, "located_in", country, entry)
        yield _fact(entity, "coordinates", f"{entry.latitude}, {entry.longitude}", entry, "" if sure else _doubt(entry, tables))


def _doubt(entry: Entry, tables: Gazetteer) -> str:
    """Why a place may be another one of the same name."""
    known = tables.countries.get(entry.country)
    return f"The largest place of this name is in {known.name if known else entry.country}; the article may mean another."


def _fact(entity: str, name: str, value: str, entry: Entry, unsure: str = "") -> ProposedFact:
    return ProposedFact(
        subject=entity, property=name, value=value, source="geonames", locator=entry.geonames, stance=Stance.FACT, unsure=unsure
    )
