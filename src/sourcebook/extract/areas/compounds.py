"""Fields by a compound: "defence cooperation", "economic, trade and cultural ties"."""

from collections.abc import Iterator, Sequence

from sourcebook import lazy_re as re
from sourcebook.extract.areas.heads import ATTRIBUTE, attributed
from sourcebook.extract.areas.words import ACTIVITIES, NO_FIELD, NOUNS, PARALLEL, TRADES
from sourcebook.extract.document import Document
from sourcebook.extract.gazetteer import Gazetteer

_FIELD_HEADS = re.compile(
    r"\b"
    r"(?:(?P<ties>ties|links|integration|(?<=economic-trade )relations)|(?P<head>co-?operations?|collaborations?|exchanges?(?!\s+(?:of|for|with|rates?|views|programs?|programmes?|office|commission))|relations|relationship|initiatives|partnership(?!\s+in\b)|partnerships(?=\s+(?:between|with|among)\b)|engagement)(?!\s+(?:agreement|treat|pact|accord|memorand|protocol|deal|contract|activit|mechanism|council|organi[sz]ation|committee|commission|forum|zone|officer|chief|director|adviser|advisor|attach|office|agency|seminar|workshop))"
    r"|people-to-people\s+(?:contacts?|ties|links|exchanges?))\b"
)
_LEAD_WORDS = re.compile(r"(?:(?<![\w-])(?P<first>[a-z][a-z-]+),?\s+and\s+)?(?<![\w-])(?P<last>[a-z][a-z-]+)\s+\Z")
ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ful|ary|ed|ing)\Z|\A(?:new|more|further)\Z")


def compounded(
    document: Document, start: int, end: int, known: Sequence[tuple[int, int, str]], gazetteer: Gazetteer
) -> Iterator[tuple[int, int]]:
    """Where "defence cooperation", "trade and economic cooperation" and the like stand."""
    for found in _FIELD_HEADS.finditer(document.text, start, end):
        # "Security, economic and cultural cooperation" begins the sentence.
        opens = document.text[start + 1 : found.start()].islower()
        text = document.lower if opens else document.text
        if found["ties"]:
            yield from _fields_of_ties(text, start, found)
            continue
        if not found["head"]:
            yield found.span()
            continue
        lead = _LEAD_WORDS.search(text, max(start, found.start() - LONGEST_LEAD), found.start())
        if lead is None:
            continue
        if _names_none(text, start, lead, found["head"], gazetteer):
            continue
        if lead["first"] and (listed := _listed(text, start, lead.start("first"), gazetteer)):
            # "political, trade, cultural and humanitarian cooperation"
            yield from (*listed, lead.span("first"), (lead.start("last"), found.end()))
            continue
        if phrase := next((each for each in known if each[1] == found.start() - 1 and each[0] < lead.start("last")), None):
            # "global supply chain cooperation"
            yield attributed(text, start, phrase[0]), found.end()
            continue
        whole = _COMPOUND.search(text, max(start, lead.start("first") - 16), lead.end("first") + 1) if lead["first"] else None
        if whole or (lead["first"] in PARALLEL | NOUNS and lead["last"] in NOUNS and not {*lead.groups()} <= _OF_TRADE):
            # "security and defence cooperation", "economic and security cooperation", "foreign policy and defence cooperation" are two fields.
            yield (whole or lead).start(0 if whole else "first"), lead.end("first")
            yield lead.start("last"), found.end()
            continue
        if not lead["first"] or "," in lead[0]:
            wider = ATTRIBUTE.search(text, max(start, lead.start("last") - 16), lead.start("last")) or _COMPOUND.search(
                text, max(start, lead.start("last") - 16), found.start()
            )
            yield wider.start() if wider else lead.start("last"), found.end()
            continue
        if _is_economic(lead, found["head"]):
            together, apart = lead["first"] in {"trade", "commercial", "political"}, False
        else:
            named = _names(lead["first"], gazetteer) and lead["first"] not in NO_FIELD
            together = named and bool(ADJECTIVE.search(lead["first"]))
            apart = named and not together and (lead["first"] in NOUNS or lead["first"] in gazetteer.areas)
        if apart:
            # "tourism and agricultural cooperation"
            yield lead.span("first")
        yield lead.start("first" if together else "last"), found.end()


def _listed(text: str, start: int, first: int, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """The fields of a list before its last two: "political, trade" of "political, trade, cultural and humanitarian cooperation"."""
    before = _LIST.search(text, max(start, first - LONGEST_LIST), first)
    words = list(re.finditer(r"[a-z][a-z-]+", before[0])) if before else []
    if before is None or not all(_names(each[0], gazetteer) and (each[0] not in NO_FIELD or each[0] in PARALLEL) for each in words):
        return []
    return [(before.start() + each.start(), before.start() + each.end()) for each in words]


_LIST = re.compile(r"(?:(?<![\w-])[a-z][a-z-]+,\s+)+\Z")
LONGEST_LIST = 120
"""Code points of a list before "cooperation"."""


def _fields_of_ties(text: str, start: int, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The fields of "economic, trade and cultural ties"; of "close ties" none."""
    lead = _TIES_LEAD.search(text, max(start, found.start() - LONGEST_LEAD), found.start())
    words = list(re.finditer(r"[A-Za-z]+(?:-[a-z]+)?", lead[0])) if lead else []
    fields = [each for each in words if all(part in _OF_TIES for part in each[0].lower().split("-"))]
    if lead and [each[0] for each in fields] in _ONE_FIELD and fields[-1] is words[-1]:
        # "economic and trade ties": one field.
        yield lead.start() + fields[0].start(), found.end()
    elif lead and fields and fields[-1] is words[-1] and words[-1][0] != "diplomatic":
        for each in fields[:-1]:
            yield lead.start() + each.start(), lead.start() + each.end()
        alone = len(fields) == 1 or found["ties"] != "integration"
        last = lead.start() + fields[-1].start()
        wider = ATTRIBUTE.search(text, max(start, last - 16), last) if alone and not fields[:-1] else None
        yield wider.start() if wider else last, found.end() if alone else lead.start() + fields[-1].end()


_ONE_FIELD = (["economic", "trade"], ["trade", "economic"])
_OF_TIES = (
    PARALLEL | NOUNS | {"business", "cyber", "maritime", "nuclear", "naval", "intelligence", "space", "aviation", "academic", "economy"}
)
_TIES_LEAD = re.compile(r"(?:(?:(?<![\w-])[A-Za-z]+,\s+){0,3}[A-Za-z]+,?\s+and\s+)?(?<![\w-])[a-z]+(?:-[a-z]+)?\s+\Z")
_COMPOUND = re.compile(
    r"(?<![\w-])"
    r"(?:military[ -]to[ -]military|army[ -]to[ -]army|navy[ -]to[ -]navy|foreign policy|coast guard"
    r"|defen[cs]e industry|law enforcement|search and rescue|food security|energy security|cyber security"
    r"|space security)\s+\Z"
)


def _is_economic(lead: re.Match[str], head: str) -> bool:
    return lead["last"] == "economic" and head not in {"exchanges", "initiatives"}


def _names_none(text: str, start: int, lead: re.Match[str], head: str, gazetteer: Gazetteer) -> bool:
    """Whether the words before "cooperation" name no field: "close cooperation", "intended to guide cooperation"."""
    last = lead["last"]
    if head.startswith("relation") and (last not in PARALLEL or last in NOUNS or last in _OF_STATES):
        return True
    if head == "engagement" and last not in _ENGAGING:
        return True
    if head.startswith("partner") and (
        last not in (PARALLEL | NOUNS) or last in _OF_MANY or _MADE.search(text, max(start, lead.start() - 32), lead.start())
    ):
        return True
    if (last in NO_FIELD and not _is_economic(lead, head)) or (last == "business" and text.endswith("business to ", 0, lead.start("last"))):
        return True
    if lead["first"]:
        return False
    to_do = _TO_DO.search(text, max(start, lead.start("last") - 4), lead.start("last")) and _verb(last)
    modal = _MODAL.search(text, max(start, lead.start("last") - 8), lead.start("last"))
    done = last.endswith("ed") and last not in {"applied", "advanced"}
    doing = last.endswith("ing") and last not in TRADES
    return bool(to_do or modal or done or doing or _EVALUATED.search(last)) or not _names(last, gazetteer)


_OF_TRADE = frozenset({"economic", "commercial", "trade"})
"""Two of which tell of one field: "economic and trade cooperation"."""
_OF_STATES = frozenset({"diplomatic", "political", "legal", "religious"})
"""Relations that are of no field."""
_OF_MANY = _OF_STATES | {"social", "business", "development"}
"""Partnerships that are of no field."""
_ENGAGING = frozenset({"defence", "defense", "security", "trade", "economic", "commercial"})
_MADE = re.compile(r"\b(?:sign|ink|conclud|launch|announc)\w*\s+(?:an?|the|their)\s+(?:[a-z]+\s+)?\Z")
"""Before a partnership that is an agreement: "signed a new health partnership"."""
_EVALUATED = re.compile(r"\Aall-|-(?:oriented|looking|based|centred|centered|driven|focused|minded|standing|reaching|ranging|level)\Z")


def _names(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word before "cooperation" names a field by its ending, or is one of the vocabulary."""
    return word in gazetteer.areas or word in PARALLEL or word in NOUNS or word in TRADES or bool(_OF_FIELD.search(word))


_OF_FIELD = re.compile(
    r"(?:al|ic|ary|ile|time|tion|ment|ity|ure|ics|ism|gy|try|ry|ship|tech|rism|trol|-\w+)\Z"
    r"|\A"
    r"(?:business|steel|gas|grain|wheat|tea|coffee|cotton|rice|water|oil|energy|police|youth|cyber|media|film"
    r"|port|rail|road|data|food|space|satellite|drone|arms|weapons|film|news|press|prison|forest|fisheries"
    r"|border|customs|tax|cash|credit|party|navy|army|crime|drug|vaccine|hydrogen|battery|chip|semiconductor"
    r"|mineral|minerals|advanced|applied|clean|green|blue|maritime|naval)\Z"
)


def _verb(word: str) -> bool:
    """Whether a word before "cooperation" may as well be a verb: it has no ending of adjectives, and is no field of the lists."""
    return word not in PARALLEL and word not in ACTIVITIES and not ADJECTIVE.search(word)


_TO_DO = re.compile(r"\bto\s+\Z")
_MODAL = re.compile(r"\b(?:would|will|could|can|may|must|should)\s+\Z")
LONGEST_LEAD = 60
"""Code points of the words before "cooperation"."""
