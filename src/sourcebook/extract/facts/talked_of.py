"""States of whom the others of a sentence only speak: whose war they discuss, what they fear, whom they help."""

from sourcebook import lazy_re as re
from sourcebook.extract.identity.linking import Linked

NEAR = 120
"""Code points."""
HOSTILE = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:tensions?|rivalry|hostilit(?:y|ies)|disputes?|feud|stand-?off|split|antagonism|enmity|animosity|competition|war|conflict|schism|arms\s+race)\b"
)
"""After those who do not deal with each other: "Norwegian–Chilean tensions"."""
SITUATION = re.compile(
    r"\b"
    r"(?:situation|terror|terrorism|war|conflict|crisis|developments|events|fighting|peace|stability|violence|elections?|coup|invasion|aggression|actions|interference|freedoms?|democracy|attacks?|bombings?|massacres?|assassinations?|explosions?|blasts?|raids?"
    r"|needs|human\s+rights|political\s+process)\s+(?:in|of)\s+"
    r"(?:the\s+)?(?:[a-z]+\s+)?\Z"
)
"""Before the state of which others only speak."""
ITS_SITUATION = re.compile(
    r"[’']s?\s+(?:[a-z]+,?\s+(?:and\s+)?){0,4}?"
    r"(?:situation|crisis|conflict|war|invasion|build-?up|elections?|coup|transition|unrest|instability|collapse|insurgency|influence|rise"
    r"|aggression|threats?|assertiveness|ambitions|expansion|presence|attacks?|reactions?|displeasure|objections?|anger|wrath)\b"
    r"|(?:[’']s?)?\s+(?:nuclear|missile|atomic|weapons)\s+(?:issue|file|dossier|ambitions|activit\w+|(?:[a-z]+\s+)?program(?:me)?s?)\b"
    # "independent of Norwegian sanctions", "coordination on Chile policy"
    r"|(?:[’']s?)?\s+(?:refugees|sanctions|civilians|victims|migrants|crisis|conflict|uprising|opposition|regime|rebels|policy)\b"
    r"|(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:invasion|aggression)\b"
    # "hold Chile accountable"
    r"|\s+(?:fully\s+)?(?:accountable|responsible)\s+for\b"
)
"""After a state of which others only speak: "discussed security and Somalia's current situation"."""
SPOKEN_OF = re.compile(
    # Whom others are up against, or talk about.
    r"\b(?:counter|oppos|resist|deter|contain|counterbalanc|offset|rival|confront)(?:e|ing|s|es)?\s+(?:the\s+)?\Z|\bindependence\s+from\s+(?:the\s+)?\Z"
    r"|\b(?:over|about|regarding|concerning|amid|despite|against)\s+(?:the\s+)?\Z"
    # "our policy towards Chile", "a resolution on Chile"
    r"|\b(?:polic(?:y|ies)|positions?|approach|stances?|views?|concerns?|sanctions|pressure|resolutions?|statements?|actions?|measures|embargo)\s+(?:on|towards?)\s+(?:the\s+)?\Z"
    # "a political transition in Chile"
    r"|\b(?:transition|cease-?fire|unrest|bloodshed|famine|epidemic|outbreak|reforms?|settlement|solution|atrocities|abuses|disaster|earthquake|floods|flooding|drought|killings?|repression|instability|insurgency|insecurity|genocide)\s+in\s+(?:the\s+)?(?:[a-z]+\s+)?\Z"
    # "aid for those who flee the fighting in Chile"
    r"|\b(?:people|communities|refugees|civilians|victims|survivors|families|those|migrants|children|women|persons)\s+(?:(?!in\s)[^.;:,\s]+\s+){0,9}(?:in|from|across|inside|throughout)\s+(?:the\s+)?(?:[a-z]+\s+)?\Z"
    # "build ties outside of its main trading partner Chile", "reduce its dependence on Chile"
    r"|\b(?:outside(?:\s+of)?|away\s+from|other\s+than|(?:dependen(?:ce|t)|relian(?:ce|t))\s+on)\s+(?:(?:the|its|their)\s+)?(?:[a-z-]+\s+){0,3}\Z"
    r"|\b\d[\d,]*(?<!,)\s+\Z"
)
"""Before a state that others speak of, or whose people they help."""
HELPED = re.compile(
    r"\b(?:support|assistance|aid|relief|help|loans?|weapons|arms|funding|commitment|threats?|solidarity)\s+(?:to|for|with)\s+(?:the\s+)?(?:(?:people|government)\s+of\s+)?\Z"
    r"|\b(?:support|help|assist|defend|arm)(?:s|ed|ing)?\s+\Z"
)
"""Before whom others only help, or threaten: "Ana Ruiz and Ola Lund welcomed the support to Chile"."""

OTHERS_FIRST = re.compile(
    r"(?:In\s+(?:light|view|response|reaction)\s+(?:of|to)|Given|Amid|Despite|Citing|Noting|Regarding|Concerning|On|Turning\s+to)\s[^,;]{3,140},\s+"
    r"(?:they|both|the\s+(?:two|leaders|ministers|presidents|officials|secretaries))\b"
)
"""Before what those do who are not named: "In light of growing Norwegian–Chilean cooperation, the two officials"."""


def is_talked_of(text: str, start: int, end: int, state: Linked) -> bool:
    """Whether the others of a sentence, or of a longer span, only speak of a state that it names: "Norway's war", "the situation in Norway"."""
    before = max(start, state.span.start - NEAR)
    return bool(
        HOSTILE.match(text, state.span.end, end)
        or ITS_SITUATION.match(text, state.span.end, end)
        or SPOKEN_OF.search(text, before, state.span.start)
        or SITUATION.search(text, before, state.span.start)
    )


def is_helped(text: str, start: int, state: Linked) -> bool:
    """Whether a state is named as one whom others help: "support for Norway"."""
    return bool(HELPED.search(text, max(start, state.span.start - NEAR), state.span.start))
