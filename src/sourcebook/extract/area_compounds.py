"""Fields by a compound: "defence cooperation", "economic, trade and cultural ties"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.area_words import ACTIVITIES, NO_FIELD, NOUNS, PARALLEL, TRADES
from sourcebook.extract.gazetteer import Gazetteer

_FIELD_HEADS = re.compile(
    r"\b(?:(?P<ties>ties|links|integration)|(?P<head>co-?operation|collaboration|exchanges|initiatives)(?!\s+(?:agreement|treat|pact|accord|memorand|protocol|deal|contract|activit|mechanism|council|organi[sz]ation|committee|commission|forum))"
    r"|people-to-people\s+(?:contacts?|ties|links|exchanges?))\b"
)
_LEAD_WORDS = re.compile(r"(?:(?<![\w-])(?P<first>[a-z][a-z-]+)\s+and\s+)?(?<![\w-])(?P<last>[a-z][a-z-]+)\s+\Z")
ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ful|ary|ed|ing)\Z|\A(?:new|more|further)\Z")
ATTRIBUTE = re.compile(
    r"(?<![\w-])(?:quality|basic|primary|secondary|higher|vocational|critical|peaceful|maritime|clean|green|renewable|sustainable|regional|cyber|organi[sz]ed|advanced|joint|citizen|border|rural)\s+\Z"
)
"""What belongs to a field's name before its noun, without an adjective's ending: "quality education"."""


def compounded(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Where "defence cooperation", "trade and economic cooperation" and the like stand."""
    for found in _FIELD_HEADS.finditer(text, start, end):
        if found["ties"]:
            yield from _fields_of_ties(text, start, found)
            continue
        if not found["head"]:
            yield found.span()
            continue
        lead = _LEAD_WORDS.search(text, max(start, found.start() - LONGEST_LEAD), found.start())
        if lead is None:
            continue
        economic = lead["last"] == "economic" and found["head"] not in {"exchanges", "initiatives"}
        if (lead["last"] in NO_FIELD and not economic) or (
            lead["last"] == "business" and text.endswith("business to ", 0, lead.start("last"))
        ):
            continue
        if not lead["first"] and _TO_DO.search(text, max(start, lead.start("last") - 4), lead.start("last")) and _verb(lead["last"]):
            # "intended to guide cooperation"
            continue
        if not lead["first"] and _MODAL.search(text, max(start, lead.start("last") - 8), lead.start("last")):
            # "would encompass cooperation"
            continue
        if lead["last"].endswith("ed") and lead["last"] not in {"applied", "advanced"} and not lead["first"]:
            # "emphasised cooperation"
            continue
        if lead["last"].endswith("ing") and lead["last"] not in TRADES and not lead["first"]:
            # "restricting cooperation"
            continue
        if not lead["first"] and not _names(lead["last"], gazetteer):
            # As of "important cooperation".
            continue
        if lead["first"] in NOUNS and lead["last"] in NOUNS:
            # "security and defence cooperation" are two fields.
            yield lead.span("first")
            yield lead.start("last"), found.end()
            continue
        if not lead["first"]:
            wider = ATTRIBUTE.search(text, max(start, lead.start("last") - 16), lead.start("last")) or _COMPOUND.search(
                text, max(start, lead.start("last") - 16), found.start()
            )
            yield wider.start() if wider else lead.start("last"), found.end()
            continue
        two = lead["first"] and (lead["first"] not in NO_FIELD if not economic else lead["first"] == "trade")
        yield lead.start("first" if two else "last"), found.end()


def _fields_of_ties(text: str, start: int, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The fields of "economic, trade and cultural ties"; of "close ties" none."""
    lead = _TIES_LEAD.search(text, max(start, found.start() - LONGEST_LEAD), found.start())
    words = list(re.finditer(r"[A-Za-z]+", lead[0])) if lead else []
    fields = [each for each in words if each[0].lower() in PARALLEL or each[0].lower() in NOUNS or each[0] == "business"]
    if lead and fields and fields[-1] is words[-1] and words[-1][0] != "diplomatic":
        for each in fields[:-1]:
            yield lead.start() + each.start(), lead.start() + each.end()
        alone = len(fields) == 1 or found["ties"] != "integration"
        last = lead.start() + fields[-1].start()
        wider = ATTRIBUTE.search(text, max(start, last - 16), last) if alone and not fields[:-1] else None
        yield wider.start() if wider else last, found.end() if alone else lead.start() + fields[-1].end()


_TIES_LEAD = re.compile(r"(?:(?:(?<![\w-])[A-Za-z]+,\s+){0,3}[A-Za-z]+,?\s+and\s+)?(?<![\w-])[a-z]+\s+\Z")
_COMPOUND = re.compile(
    r"(?<![\w-])(?:foreign policy|coast guard|defen[cs]e industry|law enforcement|search and rescue|food security|energy security|cyber security|space security)\s+\Z"
)


def _names(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word before "cooperation" names a field by its ending, or is one of the vocabulary."""
    return word in gazetteer.areas or word in PARALLEL or word in NOUNS or word in TRADES or bool(_OF_FIELD.search(word))


_OF_FIELD = re.compile(
    r"(?:al|ic|ary|ile|time|tion|ment|ity|ure|ics|ism|gy|try|ry|ship|tech|rism|trol|-\w+)\Z"
    r"|\A(?:business|steel|gas|grain|wheat|tea|coffee|cotton|rice|water|oil|energy|police|youth|cyber|media|film|port|rail|road|data|food|space|satellite|drone|arms|weapons|film|news|press|prison|forest|fisheries|border|customs|tax|cash|credit|party|navy|army|crime|drug|vaccine|hydrogen|battery|chip|semiconductor|mineral|minerals|advanced|applied|clean|green|blue|maritime|naval)\Z"
)


def _verb(word: str) -> bool:
    """Whether a word before "cooperation" may as well be a verb: it has no ending of adjectives, and is no field of the lists."""
    return word not in PARALLEL and word not in ACTIVITIES and not ADJECTIVE.search(word)


_TO_DO = re.compile(r"\bto\s+\Z")
_MODAL = re.compile(r"\b(?:would|will|could|can|may|must|should)\s+\Z")
LONGEST_LEAD = 60
"""Code points of the words before "cooperation"."""
