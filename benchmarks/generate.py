"""A made-up knowledge base of any size, to measure with: `python benchmarks/generate.py 10000 DIR`.

Entities of all types with names in several scripts; articles whose sentences say the facts, so that every quote verifies;
few entities that thousands of others name, and many that few do (the index of a target is a power of a random number). The
same number gives the same bytes.
"""

import argparse
import hashlib
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

SHARES = {"people": 45, "organizations": 25, "places": 14, "events": 9, "agreements": 4, "areas": 3}
"""Of a hundred entities."""
FACTS_IN_ARTICLE = 40
BEGINNINGS = "ba be bo ka ke ko da de do la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo za ze zo sha chi tho khi".split()  # noqa: SIM905
ENDINGS = "n r l s th m nd rt sk v".split()  # noqa: SIM905
WORDS = [
    "the",
    "ministry",
    "the",
    "delegation",
    "observers",
    "residents",
    "a",
    "spokesman",
    "the",
    "council",
    "the",
    "report",
    "the",
    "meeting",
    "trade",
    "energy",
    "transport",
    "water",
    "schools",
    "harvests",
    "tariffs",
    "the",
    "border",
    "the",
    "region",
    "the",
    "river",
    "said",
    "noted",
    "expected",
    "welcomed",
    "described",
    "reviewed",
    "recalled",
    "that",
    "because",
    "although",
    "when",
    "while",
    "new",
    "old",
    "further",
    "joint",
    "local",
    "recent",
    "growing",
    "uncertain",
    "plans",
    "figures",
    "projects",
    "visits",
    "talks",
    "customs",
    "prices",
    "roads",
]
SCRIPTS = {"ru": (0x430, 32), "ar": (0x628, 18), "my": (0x1000, 30), "zh": (0x4E2D, 400), "ka": (0x10D0, 30)}
MADE_OF = {"events": "Conference", "agreements": "Treaty", "areas": "cooperation"}


def write(count: int, folder: Path) -> int:
    """Writes `content/` and `mkdocs.yml`; gives the number of articles."""
    dice = random.Random(count)
    ids = {kind: [f"{kind[:2]}-{n}" for n in range(max(2, count * share // 100))] for kind, share in SHARES.items()}
    names: dict[str, str] = {}
    taken: set[str] = set()
    for kind, own in ids.items():
        for each in own:
            names[each] = _name(dice, kind, taken)
    entries: dict[str, list[str]] = {each: [] for own in ids.values() for each in own}
    said: list[tuple[str, str]] = []
    for kind, own in ids.items():
        for number, each in enumerate(own):
            for sentence, entry in {sentence: entry for entry, sentence in _facts(dice, kind, each, number, ids, names)}.items():
                entries[each].append(entry)
                said.append((each, sentence))
    articles = _articles(dice, said, entries, folder / "content/articles")
    for kind, own in ids.items():
        at = folder / "content" / kind
        at.mkdir(parents=True, exist_ok=True)
        for each in own:
            (at / f"{each}.yml").write_text(_entity(dice, kind, names[each], entries[each], taken), encoding="utf-8")
    (folder / "content/sourcebook.yml").write_text("title: Benchmark\nurl: https://example.org/kb\n", encoding="utf-8")
    (folder / "content/pages").mkdir()
    (folder / "content/pages/index.md").write_text("# Benchmark\n\nMade up.\n", encoding="utf-8")
    shutil.copy(Path(__file__).resolve().parent.parent / "mkdocs.yml", folder)
    return articles


def _word(dice: random.Random) -> str:
    return ("".join(dice.choice(BEGINNINGS) for _ in range(dice.randint(1, 3))) + dice.choice(ENDINGS)).capitalize()


def _name(dice: random.Random, kind: str, taken: set[str]) -> str:
    while True:
        name = {
            "people": lambda: f"{_word(dice)} {_word(dice)}",
            "organizations": lambda: f"{_word(dice)} {dice.choice(('Institute', 'Company', 'Council', 'Union'))} of {_word(dice)}",
            "places": lambda: f"{_word(dice)}{dice.choice(('', 'burg', 'stan', ' Region'))}",
        }.get(kind, lambda: f"{_word(dice)} {_word(dice)} {MADE_OF[kind]}")()
        if name not in taken and len(name) > 4:
            taken.add(name)
            return name


def _other(dice: random.Random, own: list[str], skew: float) -> str:
    return own[int(len(own) * dice.random() ** skew)]


def _facts(
    dice: random.Random, kind: str, each: str, number: int, ids: dict[str, list[str]], names: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """(the YAML of a fact without its citation, the sentence that says it)."""
    name = names[each]
    year = 1960 + dice.randrange(65)
    for _ in range(dice.choice((1, 2, 2, 3, 3, 4, 5, 8))):
        place, body = _other(dice, ids["places"], 4), _other(dice, ids["organizations"], 3)
        person, area = _other(dice, ids["people"], 3), _other(dice, ids["areas"], 3)
        way = dice.randrange(3)
        if kind == "people":
            yield (
                (f"position: Director\n    of: {body}", f"{name}, Director of {names[body]}, spoke of {names[place]}."),
                (f"visited: {place}\n    when: {year}", f"In {year} {name} visited {names[place]} for the {year % 40 + 1}th time."),
                (f"met: {person}\n    when: {year}-0{year % 9 + 1}", f"{name} met {names[person]} that {year} spring."),
            )[way]
        elif kind == "organizations":
            yield (
                (f"located_in: {place}", f"{name} has had its seat in {names[place]} since {year}."),
                (f"member_of: {body}", f"{name} is a member of {names[body]}."),
                (f"chaired_by: {person}", f"{name} has been chaired by {names[person]} since {year}."),
            )[way]
        elif kind == "places":
            spot = f"{(number * 37) % 160 - 80}.5, {(number * 61) % 359 - 179}.25"
            yield (
                (f"coordinates: {spot}", f"{name} lies at {spot} on the map."),
                (f"located_in: {place}", f"{name} belongs to {names[place]}."),
                (f"cooperates_with: {place}", f"{name} has worked with {names[place]} since {year}."),
            )[way]
        elif kind == "events":
            yield (
                (f"participant: {person}", f"{names[person]} took part in the {name}."),
                (f"located_in: {place}", f"The {name} was held in {names[place]}."),
                (f"about: {area}", f"The {name} dealt with {names[area]}."),
            )[way]
        elif kind == "agreements":
            yield (
                (f"party: {place}", f"{names[place]} signed the {name}.")
                if way
                else (f"about: {area}", f"The {name} governs {names[area]}.")
            )
        else:
            yield (f"partner: {place}", f"{names[place]} pursues {name} with others.")


def _articles(dice: random.Random, said: list[tuple[str, str]], entries: dict[str, list[str]], folder: Path) -> int:
    """Writes the articles and adds to each fact the words that it rests on."""
    folder.mkdir(parents=True, exist_ok=True)
    order = list(range(len(said)))
    dice.shuffle(order)
    numbers: dict[str, int] = dict.fromkeys(entries, 0)
    where = {}
    groups = [order[at : at + FACTS_IN_ARTICLE] for at in range(0, len(order), FACTS_IN_ARTICLE)]
    for number, group in enumerate(groups):
        lines = []
        for position, fact in enumerate(group):
            where[fact] = f"article-{number}"
            lines.append(f"{said[fact][1]} {_filler(dice)}" + ("\n" if position % 5 == 4 else ""))
        text = "\n" + " ".join(lines).replace("\n ", "\n") + "\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        head = f"title: Report {number} of the year\ngenre: news\nissued: {1990 + number % 35}\nlanguage: en\nsha256: {digest}\n"
        (folder / f"article-{number}.md").write_text(f"---\n{head}---\n{text}", encoding="utf-8")
    for fact, (entity, sentence) in enumerate(said):
        at = numbers[entity]
        numbers[entity] += 1
        entries[entity][at] += f"\n    cite:\n      - src: {where[fact]}\n        quote: >-\n          {sentence}\n"
    return len(groups)


def _filler(dice: random.Random) -> str:
    return f"{' '.join(dice.choice(WORDS) for _ in range(dice.randint(6, 22))).capitalize()}."


def _entity(dice: random.Random, kind: str, name: str, facts: list[str], taken: set[str]) -> str:
    singular = {"people": "person"}.get(kind, kind.removesuffix("s"))
    lines = [f"type: {singular}", f"name: {name}"]
    if dice.random() < 0.3:
        language, (first, size) = dice.choice(list(SCRIPTS.items()))
        alias = ""
        while not alias or alias in taken:
            alias = "".join(chr(first + dice.randrange(size)) for _ in range(dice.randint(4, 9)))
        taken.add(alias)
        lines.append(f"aliases:\n  - {alias} @{language}")
    if dice.random() < 0.4:
        lines.append(f"summary: Of those that reports on {dice.choice(WORDS)} name.")
    return "\n".join([*lines, "facts:", "\n".join(f"  - {each}" for each in facts).rstrip()]) + "\n"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, help="entities")
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    if (asked.folder / "content").exists():
        sys.exit(f"{asked.folder}/content is there already: name another folder")
    articles = write(asked.count, asked.folder)
    print(f"{asked.count:,} entities and {articles:,} articles in {asked.folder}")


if __name__ == "__main__":
    main()
