"""The states of a sentence that act, without those of which the others only speak."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.agreements.dealings import LISTED, states_and_blocs
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.settings import is_forum
from sourcebook.extract.facts.sides import HOSTILE, SITUATION
from sourcebook.extract.identity.linking import Linked


def acting_parties(reading: Reading, sentence: Sentence) -> list[Linked]:
    """The states and blocs of a sentence without those of whom the others only speak."""
    parties = states_and_blocs(reading, sentence.span)
    war = _WAR.search(reading.text, sentence.span.start, sentence.span.end)
    if war:
        # "Chad's war on Niger has raised the interest of Peru": of Chad and Niger no field is told.
        parties = [each for each in parties if each.span.end != war.start() and not reading.led(_AT_WAR, sentence, each.span.start)]
    parties = _not_situated(reading, sentence, parties)
    parties = [
        each
        for each in parties
        if not HOSTILE.match(reading.text, each.span.end, sentence.span.end)
        and not _ITS_SITUATION.match(reading.text, each.span.end, sentence.span.end)
        and not reading.text.startswith(("-based", "–based", "-born"), each.span.end)
        and not reading.led(_SPOKEN_OF, sentence, each.span.start)
        and not is_forum(reading.text, each)
        and not _OF_MEMBERS.match(reading.text, each.span.end, sentence.span.end)
    ]
    acting = [each for each in parties if not reading.led(_ASIDE, sentence, each.span.start)]
    # "The discussion included the situation in Chad": not Chad's.
    if not acting and len(parties) >= PAIR and all(_is_scene(reading, sentence, each) for each in parties):
        # "Talks in Chad with a focus on the situation in Niger": of neither.
        return []
    return (
        acting
        if len(acting) >= PAIR or (len(parties) == 1 and SITUATION.search(reading.text, sentence.span.start, parties[0].span.start))
        else parties
    )


def _is_scene(reading: Reading, sentence: Sentence, each: Linked) -> bool:
    """Whether a state is only where something is held, or whose situation is spoken of."""
    return any(reading.led(pattern, sentence, each.span.start) for pattern in (_HELD_IN, SITUATION))


_HELD_IN = re.compile(
    r"\b(?:met|meet|meets|meeting|talks|summit|conference|session|forum|dialogue|gathered|convened|held|trip|days?|place)\s+(?:here\s+|[A-Z]\w+day\s+|of\s+talks\s+)?(?:in|at)\s+(?:the\s+)?\Z"
)


def _not_situated(reading: Reading, sentence: Sentence, parties: list[Linked]) -> list[Linked]:
    """The states of a sentence without the list of those of whom it only speaks: "talks on peace in Chad, Niger and Mali"."""
    told: list[Linked] = []
    for each in parties:
        listed = told and LISTED.fullmatch(reading.text, told[-1].span.end, each.span.start)
        if listed or reading.led(SITUATION, sentence, each.span.start):
            told.append(each)
    return [each for each in parties if each not in told] if len(told) >= PAIR else parties


PAIR = 2
_OF_MEMBERS = re.compile(r"\s+(?:member|membership|candidate|aspirant)\b")
"""After a body to which one of those who deal with each other belongs: "Norway, a NATO member, and Chile"."""
_ITS_SITUATION = re.compile(
    r"[’']s?\s+(?:[a-z]+\s+){0,2}(?:situation|crisis|conflict|war|elections?|coup|transition|unrest|instability|collapse|insurgency|influence|rise|aggression|threats?|assertiveness|ambitions|expansion|presence)\b"
    r"|(?:[’']s?)?\s+(?:nuclear|missile|atomic|weapons)\s+(?:issue|file|dossier|ambitions|activit\w+|(?:[a-z]+\s+)?program(?:me)?s?)\b"
    # "independent of Norwegian sanctions"
    r"|(?:[’']s?)?\s+(?:refugees|sanctions|civilians|victims|migrants|crisis|conflict|uprising|opposition|regime|rebels)\b"
)
"""After a state of which others only speak: "discussed security and Somalia's current situation"."""
_SPOKEN_OF = re.compile(
    # Whom others are up against, or talk about.
    r"\b(?:counter|oppos|resist|deter|contain|counterbalanc|offset|rival|confront)(?:e|ing|s|es)?\s+(?:the\s+)?\Z|\bindependence\s+from\s+(?:the\s+)?\Z"
    r"|\b(?:over|about|regarding|concerning|amid|despite|against)\s+(?:the\s+)?\Z"
    # "our policy towards Chile", "a resolution on Chile"
    r"|\b(?:polic(?:y|ies)|positions?|approach|stances?|views?|concerns?|sanctions|pressure|resolutions?|statements?|actions?|measures|embargo)\s+(?:on|towards?)\s+(?:the\s+)?\Z"
    # "a political transition in Chile"
    r"|\b(?:transition|cease-?fire|unrest|bloodshed|famine|epidemic|outbreak|reforms?|settlement|solution|atrocities|abuses|disaster|earthquake|floods|flooding|drought|killings?|repression|instability|insurgency|insecurity|genocide)\s+in\s+(?:the\s+)?(?:[a-z]+\s+)?\Z"
    # "aid for those who flee the fighting in Chile"
    r"|\b(?:people|communities|refugees|civilians|victims|survivors|families|those|migrants|children|women|persons)\s+(?:(?!in\s)[^.;:,\s]+\s+){0,9}(?:in|from|across|inside|throughout)\s+(?:the\s+)?(?:[a-z]+\s+)?\Z"
    r"|\b\d[\d,]*\s+\Z"
)
"""Before a state that others speak of, or whose people they help."""
_AT_WAR = re.compile(r"\b(?:on|in|of|against)\s+(?:the\s+)?\Z")
_WAR = re.compile(r"(?:[’']s?)?\s+(?:[a-z-]+\s+)?(?:war|invasion|aggression|attacks?|offensive)\s+(?:on|against|of|in)\b")
_ASIDE = re.compile(
    r"\b(?:in|at|near|against|amid|over|despite|about|toward|towards|regarding|concerning|through|via|like|including|than|outside|off)\s+(?:the\s+)?(?:[a-z-]+\s+)?\Z"
)
