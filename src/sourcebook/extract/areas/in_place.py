"""Words of the vocabulary in sentences about relations: whether one means a field where it stands, and the phrase around it."""

from sourcebook import lazy_re as re
from sourcebook.extract.areas.heads import attributed, followed
from sourcebook.extract.areas.values import is_around, is_named_on, is_one_states


def is_field(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a word of the vocabulary means a field where it stands: no verb, no part of a name, nothing that is measured."""
    words = text[first:last]
    named = words.istitle() and first > start and " " in words
    return not (
        len(words) < 3
        or named
        or (
            words[0].isupper()
            and first > start
            and (_NAMED_ON.match(text, last, end) or _NAMED_TO.search(text, max(start, first - 24), first))
        )
        or _AS_VERB.search(text, max(start, first - 8), first)
        or (words[0].isupper() and _PART_OF_NAME.search(text, max(start, first - 24), first))
        or words.casefold().startswith("diplomatic ")
        or (words == "justice" and text.endswith("court of ", 0, first))
        or is_one_states(words)
        or (first > start and is_named_on(text, start, first, words))
        or (words[0].isupper() and first > start and _FROM_WHERE.search(text, start, first))
        or (_OF_ONE_THING.match(text, last, end) and _THE_ONE.search(text, max(start, first - 24), first))
        or _PORTFOLIO.search(text, max(start, first - 64), first)
        or _REASON.search(text, max(start, first - 24), first)
        or (words == "environment" and is_around(text, start, first))
        or _DONE_TO_OWN.search(text, max(start, first - 32), first)
        or followed(text, last, end) is None
        or (" " not in words and not _IN_PLACE.search(text, max(start, first - 48), attributed(text, start, first)))
    )


_IN_PLACE = re.compile(
    r"(?:\A|[,;:“\"&–—]|[A-Z]\w+[-–][A-Z]\w+(?:\s[A-Z]\w+)?"
    r"|\b"
    r"(?:especially|particularly|notably|both|spans?|comprehensive|[’']s|in|on|of|for|to|about|with|from|over"
    r"|including|covering|covers?|covered|like|as|and|or|bilateral|mutual|joint|two-way|regional"
    r"|increased?|future|the|their|its|our|discuss\w*|review\w*|(?!(?:up|in|on)(?:com|go)ing\b)[a-z]+ing"
    r"|[a-z]+en|boost|expand|promote|increase|enhance|develop|support|improve|advance|facilitate|encourage"
    r"|grow))\s*"
    r"(?:(?:the|their|its|our|bilateral|mutual|further|greater|more|comprehensive|[a-z-]+(?:al|ic|ed))\s+){0,2}\Z",
    re.IGNORECASE,
)
"""Before a single word that may be a field: it is governed, or stands in a list."""
_AS_VERB = re.compile(
    r"\b(?:to|will|would|can|could|may|they|he|she|we"
    r"|(?:protect|choos|defend|restor|threaten|undermin|destroy|uphold|embrac|chos)(?:e|es|ed|ing|s)?)\s+\Z"
)
"""Before what is a verb, or what somebody does by himself: "we trade", "to defend democracy"."""
_NAMED_ON = re.compile(r"\s+[A-Z][a-z]")
_NAMED_TO = re.compile(r"(?<=[a-z]\s)[A-Z]\w+\s+and\s+\Z")
"""Around a part of a name: "for the Environment Ana Ruiz", "the Belt and Road construction"."""
_PART_OF_NAME = re.compile(r"(?:[a-z,]\s+)(?:[A-Z][\w-]+\s+)+\Z")
_FROM_WHERE = re.compile(
    r"\b(?:officials|representatives|delegates|experts|officers|ministers|colleagues)\s+(?:from|of)\s+"
    r"(?:[A-Z][\w-]*(?:,\s+|\s+and\s+|\s+)){0,8}\Z"
)
"""Before offices that a list names by their fields: "officials from Immigration, Customs and Agriculture"."""
_OF_ONE_THING = re.compile(r"\s+of\s+(?:an?\s|the\s+[A-Z])")
"""As in "the construction of a bridge": of one thing, no field."""
_THE_ONE = re.compile(r"\bthe\s+(?:[a-z-]+\s+)?\Z")
_PORTFOLIO = re.compile(
    r"\b(?:[Mm]inist(?:ers?|ry|ries)|(?:[Vv]ice[-–\s])?(?:[Rr]ector|[Pp]resident|[Cc]hancellor|[Dd]ean))\s+"
    r"(?:of|for|in\s+charge\s+of)\s+(?:(?:the|and|for|[a-z-]+,?)\s+){0,6}\Z"
)
"""Before what a minister is for."""
_REASON = re.compile(
    r"\b"
    r"(?:in\s+(?:the\s+)?(?:light|view|face|wake|context)\s+of|due\s+to|because\s+of|amid|despite|given"
    r"|caused\s+by|owing\s+to)\s+(?:the\s+)?\Z"
)
"""Before what is only why: "in light of climate change"."""
_DONE_TO_OWN = re.compile(
    r"\b"
    r"(?:transform|develop|invest\s+in|modernize|modernise|rebuild|reform|diversify|run|open|protect|finance|fund)\s+"
    r"(?:its|their|his|her|our)\s+(?:own\s+)?\Z"
)
"""Before a field of one's own: "invest in their infrastructure"."""


def whole_phrase(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The phrase around a word of the vocabulary: "stabilization of liberated areas", "humanitarian support"."""
    led = _DONE_WITH.search(text, max(start, first - 40), first)
    first = attributed(text, start, led.start() if led else first)
    last = followed(text, last, end) or last
    of = _OF_FIELD.match(text, last, end)
    return first, (of.end() if of else last)


_DONE_WITH = re.compile(
    r"(?<![\w-])"
    r"(?:(?:tackling|combat(?:t)?ing|countering|fighting)"
    r"|(?:protection|prevention|preservation|conservation|exploration|extraction|processing|production"
    r"|management|moderni[sz]ation|reform|sharing|transfer|regulation|financing"
    r"|(?:joint\s+|peaceful\s+)?uses?|safety|security|reconstruction|rehabilitation|liberali[sz]ation"
    r"|facilitation|promotion|observance|reduction|elimination|recognition)\s+of)\s+(?:the\s+)?\Z"
)
"""What is done with a field, as part of its name: "protection of biodiversity"."""
_OF_FIELD = re.compile(
    r"\s+of\s+(?:the\s+)?"
    r"(?!(?:the|at|more|about|some|up|over|an?|two|three|both|their|its|our|each|other|all|region|country"
    r"|countries|regions|world)\b)[a-z][\w-]+"
    r"(?:\s+"
    r"(?!(?:and|or|in|at|by|on|to|for|with|from|that|which|is|was|are|were|has|have|will|as|between|under"
    r"|through|during|after|before|into|among)\b)[a-z][\w-]+){0,2}"
)
