"""Where the words of an office end before a name of its holder that no table has: "Ambassador to Mongolia Chai Wen"."""

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import ENDS_OF_FIRMS, PORTFOLIOS, closes_body, unknown
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of


def before_particle(text: str, end: int, words: str, gazetteer: Gazetteer) -> str:
    """The words of an office that end at a position of a text, without a first name whose particle follows: "envoy for Syria Staffan de Lund"."""
    last = words.rsplit(maxsplit=1)
    # "Governor of Rio de Janeiro" is all of what he governs.
    body = len(last) > 1 and not last[0].endswith((" of", " for", " to", " the"))
    name = body and last[1][:1].isupper() and (last[1] in gazetteer.given or unknown(last[1], gazetteer))
    return last[0].rstrip() if name and _PARTICLE.match(text, end) else words


_PARTICLE = re.compile(r"\s(?:de|del|della|di|da|dos|van|von|der|bin|ibn|al|el|ul)[ -](?:(?:der|den|la|al)[ -])?[A-Z]")


def before_arab_name(words: str, gazetteer: Gazetteer) -> str:
    """The words of an office without its holder's name, and the rank before it: "Minister of State for Cabinet Affairs Dr Huda Al-Amin"."""
    found = _ARAB_NAME.search(words)
    if found is None or not (unknown(found[1], gazetteer) or found[1] in gazetteer.given):
        return words
    parts = list(re.finditer(r"\S+", words[: found.start()]))
    while len(parts) > FEWEST and (
        unknown(last := parts[-1][0], gazetteer) or last in gazetteer.given or last in gazetteer.titles or last.endswith(".")
    ):
        parts.pop()
    return words[: parts[-1].end()] if parts else words


FEWEST = 2  # words of what an office is of, with "of"
_ARAB_NAME = re.compile(r"(?<=\w)\s([A-Z][a-z]+)\s(?:Al|El|al|el)[- ][A-Z]")
MOST_NAMES = 4
"""Words of a person's name after a country, fewer than."""


def before_unknown(words: str, gazetteer: Gazetteer) -> str:
    """The words of an office without an unknown name after its country: "Ambassador to Mongolia Chai Wen", "President of Croatia Plen"."""
    parts = words.split()
    for count in range(1, min(MOST_NAMES, len(parts))):
        before, rest = parts[:-count], parts[-count:]
        land = _country_at_end(before, gazetteer) if rest[0][:1].isupper() else ""
        if not land or f"{land} {' '.join(rest)}" in gazetteer.names or (count == 1 and before[-len(land.split()) - 1] in {"for", "in"}):
            continue
        plain = not any(
            each in gazetteer.titles
            or each in gazetteer.demonyms
            or PORTFOLIOS.fullmatch(each)
            or gazetteer.lists(each, "institution", "body", "firm", "other", "team", "paper")
            for each in rest
        )
        body = _OF_BODIES.isdisjoint(rest)
        return words.rsplit(maxsplit=count)[0] if plain and body else words
    return words


_OF_BODIES = ENDS_OF_FIRMS | words_of("Red Cross Crescent Airlines Airways Post News")
"""Words of bodies that a country leads."""


def _country_at_end(parts: list[str], gazetteer: Gazetteer) -> str:
    """The name of a country that words end with, led by "of" or the like; "" if they do not."""
    for count in range(1, min(LONGEST_LAND, len(parts) - 1) + 1):
        name = " ".join(parts[-count:]).replace("’", "'")
        if gazetteer.country(name) and parts[-count - 1] in {"of", "to", "in", "for", "the"}:
            return name
    return ""


LONGEST_LAND = 5
"""Words of the name of a country."""


def without_surname_first(words: str, gazetteer: Gazetteer) -> str:
    """The words of an office without an unknown first name that stands between its body and a known one."""
    parts = words.split()
    closed = len(parts) > MOST_NAMES - 1 and (closes_body(parts[-2], gazetteer) or gazetteer.country(parts[-2]))
    if closed and unknown(parts[-1], gazetteer):
        return words[: words.rindex(parts[-1])].rstrip()
    return words


_ITS_BODY = re.compile(
    r"\s(?:General\s|State\s|Supreme\s|Constitutional\s|National\s|Provincial\s)?"
    r"(?:House|Senate|Assembly|Convention|Court|Legislature|Council|Congress|Militia|Commission|Department|Board)\b"
)
"""What a state has that is called as a woman is: "the Virginia Assembly"."""
_LAND_OF_TWO = re.compile(r"[A-Z][\w-]+\s[A-Z][\w-]+")


def given_name(words: str, gazetteer: Gazetteer) -> re.Match[str] | None:
    """A given name among the words of an office: more of a name follows it, or a body or a place stands before it."""
    past = 0
    for found in re.finditer(r"\s([A-Z][\w’'-]+)(?=\s+[A-Z]|\Z)", words):
        if found.start() < past:
            continue
        before = words[: found.start()].split()[-1:]
        if (found[1] in gazetteer.given or found[1].split("-")[0] in gazetteer.given) and (
            found.end() < len(words) or (before and closes_body(before[0], gazetteer))
        ):
            owner = gazetteer.names.get(found[1])
            if owner and owner.type == "place" and _ITS_BODY.match(words, found.end()):
                # "member of the Virginia House of Delegates"
                continue
            land = _LAND_OF_TWO.match(words, found.start(1))
            known = gazetteer.names.get(land[0]) if land else None
            if known and (known.kind == "country" or (known.type == "place" and before in ([], ["of"]))):
                # "Sri Lanka", "governor of Santa Cruz": a given name begins that of a place.
                past = land.end() if land else 0
                continue
            return found
    return None
