"""Which words of a clause govern what it says of a place: the event before it, or its aim, its topic, another noun or verb."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import MONTH, WEEKDAY
from sourcebook.model.spans import Span


def is_of_another(text: str, start: int, event: Span, between: str) -> bool:
    """Whether a place belongs to something else than an event that stands before it.

    Args:
        text: the article's.
        start: where the sentence begins.
        event: the words for the event.
        between: the words from those to the place.
    """
    words = event.of(text)
    phrase = f"{words}{between}"
    held = bool(_HELD.search(between))
    if _IS_TO.match(between):
        return True
    aim = None if held else _AIM.search(phrase, len(words.split(maxsplit=1)[0]))
    if aim and not (_FOUGHT.search(words) and _TAKING.match(aim["verb"] or aim["doing"])):
        # "Talks to restore peace in Chile", "the goal of the campaign is to weaken the talks in Oslo"
        return True
    if not held and (_TOPIC.search(phrase) or (_OF_ANOTHER_THING.search(between) and not _STRUCK.search(words))):
        return True
    if _BESIDE.search(between) or (_AND_ANOTHER.fullmatch(between) and _OF_A_LAND.match(words)):
        return True
    return _is_no_subject(text, start, event, between)


def _is_no_subject(text: str, start: int, event: Span, between: str) -> bool:
    """Whether the verb before a place is not the event's: "The talks, which coincide with the anniversary of the war, are held in Oslo"."""
    if between.startswith(","):
        return bool(_VERB.match(between, 1)) and _WHICH.search(text, start, event.start) is not None
    return bool(_VERB.match(between)) and _OBJECT.search(text, max(start, event.start - NEAR), event.start) is not None


NEAR = 60
_HELD = re.compile(
    r"\b(?:held|tak(?:es?|ing)\s+place|took\s+place|opened|began|begun|convened|hosted|under\s?way|resumed?|concluded|ended|staged|met|gathered|started|scheduled)\b"
)
_AIM = re.compile(
    r"\b(?:to|of|on|about|over|at|for|towards?|against|from)\s+(?:(?<=to )(?P<verb>(?!(?:the|an?|be|its|his|her|their|[a-z]+ly)\b)[a-z]+)|(?<!to )(?P<doing>(?!(?:ongoing|during|beginning|following|morning|evening|building|opening|closing|meeting|training|spring|king)\b)[a-z]{2,}ing))\s+(?!place\b|in\b|at\b)"
)
_IS_TO = re.compile(
    r"\s+(?:is|was)\s+to\s+(?!be\b|take\s+place\b|open\b|start\b|begin\b|resume\b|protect\b|defend\b|liberat|free\b|retak|recaptur)"
)
"""After what has a goal: "the goal of the campaign is to"."""
_FOUGHT = re.compile(
    r"(?i)\b(?:campaigns?|operations?|offensives?|missions?|fight|battle|war|advance|assault|fighting|raids?|strikes?|attacks?|exercises?|drills?|siege|airlift)\b"
)
_TAKING = re.compile(
    r"(?:re)?(?:tak|captur|seiz|fre|liberat|oust|driv|clear|push|expel|toppl|defeat|destroy|crush|root|rid|dislodg|secur|stop|fight|quell|suppress|rescu|evacuat|disarm|protect|defend|guard|shield|break|conquer|cleans|kill"
    r"|hunt|flush|overthrow|remov|eliminat|weed|stamp|subdu|eradicat|monitor|train|patrol|deliver|distribut|recover|find|search)"
)
"""What is done where it is aimed at."""
_TOPIC = re.compile(
    r"\s(?:against|over|about|on|for|regarding|concerning)\s+(?:the\s+|an?\s+|its\s+|their\s+)?(?:[a-z-]+\s+){1,2}of\s+(?:the\s+)?(?:[a-z-]+\s+){1,3}(?:in|at)\s+(?:the\s+)?\Z"
)
"""As in "protests against the deployment of missiles in"."""
_OF_ANOTHER_THING = re.compile(
    rf"\s(?:(?!(?:with|between|of|among|by|at|in|on|against|over|for|about|from|to|into|across|through|under|after|before|near|and|or|together|gathered|drew|attracted|united|convened|hosted|{MONTH}|{WEEKDAY})\b)[a-z]+)\s+(?:the|an?|its|their|his|her)\s+"
    r"(?!(?:course|toll|way|place|roots?|head|peak|first|second|third|next|last|same|following|previous|heart|cent(?:er|re)|north|south|east|west|capital|city|town|port|resort|village|outskirts|middle|week|weekend|day|month|year|morning|evening|spring|summer|autumn|fall|winter|end|start)\b)"
    r"(?:[a-z-]+\s+){1,3}(?:in|at|near)\s+(?:the\s+)?\Z"
)
"""As in "The host of the summit understands the pressures in": what follows a verb."""
_STRUCK = re.compile(
    r"(?i)\b(?:attacks?|bombings?|blasts?|explosions?|strikes?|raids?|shooting|assault|ambush|massacre|earthquake|storm|cyclone|hurricane|typhoon|floods?|tsunami|crash|accident|fighting|clash(?:es)?"
    r"|shelling|bombardment|offensive|violence|riots?|protests?|demonstrations|assassination|kidnapping|coup|famine|epidemic|pandemic)\b"
)
_BESIDE = re.compile(r",\s+(?:with\s+(?:[\w-]+\s+){1,4}(?:held|taking|being|scheduled|planned|under\s?way)|while|whereas|as)\s")
_AND_ANOTHER = re.compile(r"\s+and\s+(?:[a-z-]+\s+){1,4}in\s+(?:the\s+)?")
_OF_A_LAND = re.compile(r"[A-Z][a-z]+(?:[’']s?)?\s+[a-z]")
_VERB = re.compile(
    r"\s+(?:have|has|had|will|would|is|was|are|were|got|gets|began|begins?|opened|opens?|started|starts?|resumed?|took|takes?|continued?|continues|ended|collapsed)\b"
)
_WHICH = re.compile(r",\s+(?:which|that|who|whose)\s[^,;]*\Z")
_OBJECT = re.compile(
    r"\bto\s+(?:end|stop|halt|resolve|win|fight|prevent|avoid|avert|settle|discuss|defuse|ease|finance|fund|cover|commemorate|mark|join|escape|survive|wage|start|begin)\s+"
    r"(?:(?:the|its|his|her|their|an?|this|that)\s+)?(?:[\w-]+\s+){0,3}\Z"
)
"""Before what somebody wants to do something to, and of which the verb after it is not told: "diplomacy to end the war has got under way"."""
