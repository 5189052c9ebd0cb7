"""Where envoys live, to whom they are sent, and for whom somebody sits: "Consul at Reims", "Minister to Chile", "Senator from Ohio"."""

from collections.abc import Iterable

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer


def end_of_post(text: str, end: int, stop: int, gazetteer: Gazetteer) -> int:
    """Where an envoy's office ends with where he is, or for whom somebody sits: "Consul at Reims", "Minister to Chile", "Senator from Ohio"; 0 if not so."""
    kind = _POSTED.search(text, max(0, end - 40), end)
    at = _POSTED_AT.match(text, end, stop) if kind else None
    if (
        kind is None
        or at is None
        or at["how"] not in {"consul": ("at", "in"), "seat": ("from",)}.get(kind.lastgroup or "", ("to", "in", "at"))
    ):
        return 0
    if kind["minister"] and not (
        kind["whose"][0].islower() or kind["whose"] in {"U.S.", "States", "While", "As", "Former"} or kind["whose"] in gazetteer.demonyms
    ):
        # "the Foreign Minister to Norway": he goes there.
        return 0
    words = list(re.finditer(r"\S+", at["where"]))
    for last in reversed(words):
        known = gazetteer.place(at["where"][: last.end()].rstrip(",.;"))
        after = at["where"][last.end() :].split()[:1]
        if known and gazetteer.words["institution"].isdisjoint(after):
            return at.start("where") + len(at["where"][: last.end()].rstrip(",.;"))
    return at.end("where") if kind["consul"] and len(words) == 1 else 0


_POSTED = re.compile(
    r"\b(?:(?P<consul>Consul(?:[- ]General|ar Agent)?|[Cc]onsul(?:[- ]general)?)|(?P<seat>Senator|Congressman|Congresswoman|Representative|[Dd]elegate)"
    r"|(?P<whose>[\w.’'-]+)\s+(?P<minister>[Mm]inister))\Z"
)
_POSTED_AT = re.compile(r"\s+(?P<how>at|in|to|from)\s+(?:the\s+)?(?P<where>[A-Z][\w’'.-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]*){0,4})")


def further_lands(text: str, end: int, stop: int, gazetteer: Gazetteer) -> int:
    """Where the countries end to which somebody is sent besides the last: "Ambassador to Peru, Chile, and the Republic of Fiji"."""
    while further := _FURTHER.match(text, end, stop):
        if not gazetteer.country(further["land"]):
            break
        end = further.end()
    return end


_FURTHER = re.compile(
    r"(?:,|,?\s+and)\s+(?:to\s+)?(?:the\s+)?(?:(?:Republic|Kingdom|State|Commonwealth)\s+of\s+)?(?P<land>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}?)(?=[,.;)]|\s)"
)


def with_post(text: str, office: str, end: int, gazetteer: Gazetteer) -> int:
    """Where an envoy's office ends with the city before its holder's name, or with whom it is sent to: "Ambassador in Lima Ola Lund", "ambassador of Chile to Norway"."""
    name = office.lower()
    city = _IN_CITY.match(text, end) if name.endswith(_LIVING) else None
    if city and gazetteer.place(city["city"]):
        # "the ambassador in Oslo, Norway"
        return city.end("city") if not gazetteer.place(city["next"] or "") or city["next"] in gazetteer.given else end
    to = _TO_LAND.match(text, end) if _SENT_OF.search(name) else None
    words = list(re.finditer(r"\S+", to["land"])) if to else []
    for last in reversed(words):
        land = to["land"][: last.end()].rstrip(",.;") if to else ""
        if to and (gazetteer.country(land) or gazetteer.body(land)):
            return to.start("land") + len(land)
    return end


_LIVING = ("ambassador", "high commissioner", "consul general", "consul-general", "chargé d’affaires", "chargé d'affaires")
_IN_CITY = re.compile(
    r"\sin\s(?P<city>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}?)(?=,\s(?P<next>[A-Z][\w’'-]+)\s(?:[a-z]{1,3}\s)?[A-Z]|\s[A-Z][\w’'.-]*\s(?:[a-z]{1,3}\s)?[A-Z])"
)
_SENT_OF = re.compile(r"\bambassador(?: extraordinary and plenipotentiary| e\.p\.)? of |\b(?:delegation|mission)\Z")
_TO_LAND = re.compile(r"\sto\s(?:the\s)?(?P<land>[A-Z][\w.’'-]*(?:\s(?:(?:of|and)\s(?:the\s)?)?[A-Z][\w’'-]+){0,4})")


def past_posts(text: str, titles: Iterable[Found], gazetteer: Gazetteer) -> dict[int, int]:
    """Where a name begins after a diplomat's post: the begin of the city of "Ambassador in Dhaka Vikram Rao" -> that of "Vikram"."""
    found = {}
    for each in titles:
        post = _POST.match(text, each.span.end) if each.name.endswith(_DIPLOMATS) else None
        if post and (city := gazetteer.names.get(post["city"])) and city.kind == "city":
            found[post.start("city")] = post.end()
    return found


_DIPLOMATS = ("Ambassador", "Commissioner", "Consul", "Consul General", "Consul-General", "Envoy", "Representative")
_POST = re.compile(r" in (?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)??) (?=[A-Z][\w’'-]+ [A-Z])")
