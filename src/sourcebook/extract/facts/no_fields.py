"""Words of the vocabulary in which nobody works where they stand: troubles, values, aims of all, and what one has alone."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words


def is_led_away(reading: Reading, sentence: Sentence, first: Linked) -> bool:
    """Whether the words before the first of a list say that it is of no fields: of concerns, sanctions, what ties rest on."""
    return bool(reading.led(_LED_AWAY, sentence, first.span.start))


def is_ones_own(reading: Reading, sentence: Sentence, field: Linked) -> bool:
    """Whether a field is what one state does or has, whatever it has to do with others: "Norway's diplomacy must be cautious"."""
    alone = field.found.name in _OF_ONE
    return alone and bool(reading.led(_WHOSE, sentence, field.span.start))


def is_wish(field: Linked) -> bool:
    """Whether a field is a value or what everybody wishes for: several work in it only where it is said that they do."""
    return field.found.name.casefold() in _WISHES


_OF_ONE = words("diplomacy economy defence security politics industry energy environment")
_WHOSE = re.compile(r"[a-z][’']s?\s+(?:own\s+)?\Z")
_WISHES = words("democracy freedom freedoms liberty equality sovereignty tolerance unity stability growth prosperity progress") | {
    "human rights",
    "rule of law",
    "territorial integrity",
    "civil liberties",
}
_LED_AWAY = re.compile(
    # "Areas of mutual concern, including piracy": what troubles them.
    r"\bconcerns?,?\s+(?:including|such\s+as|like|namely)\s+\Z"
    # "further sanctions, including in the areas of finance": what they are against.
    r"|\b(?:sanctions|embargo\w*|restrictive\s+measures|restrictions)(?:\s+[a-z-]+){0,3}?,?\s+(?:including\s+)?(?:in|on|against|targeting)\s+(?:the\s+)?(?:(?:areas?|fields?|sectors?)\s+of\s+)?(?:the\s+)?\Z"
    # "Ties based on openness and transparency": what they rest on.
    # "Norway's commitment to democracy": what it believes in.
    r"|(?<!shared\s)(?<!mutual\s)(?<!joint\s)(?<!common\s)\b(?:commitments?|dedication|devotion|adherence)\s+to\s+(?:the\s+)?(?:(?:shared|common|democratic|values?|principles?|of)\s+)*\Z"
    # "an alliance that is the cornerstone of peace and security"
    r"|\b(?:cornerstones?|bedrock|linchpin|guarantors?)\s+of\s+(?:[a-z]+,?\s+(?:and\s+)?){0,3}\Z"
    # "their cooperation will have implications for energy policy"
    r"|\b(?:implications|consequences|repercussions|ramifications|effects?|impact)\s+(?:for|on)\s+(?:[a-z]+\s+){0,3}\Z"
    # "the premier forum for international economic cooperation": what it is for.
    r"|\bforums?\s+(?:for|of)\s+(?:[a-z]+\s+){0,2}\Z"
    # "companies that produce, transport, and store": verbs.
    r"|\b(?:that|which|who|can|will|must|should|would|may)\s+[a-z]{3,},\s+(?:[a-z]{3,},\s+)*(?:and\s+|or\s+)?\Z"
    # "cooperation between sectors, including education": of one state's own.
    r"|\b(?:co-?operation|collaboration|dialogue|coordination|partnerships?)\s+(?:between|among|across)\s+(?:(?:the|different|various|all|its|their|our|many|several)\s+)*(?:(?:public|private|government|economic|industrial)\s+)?"
    r"(?:sectors|agencies|departments|ministries|branches|disciplines|businesses|companies|industries|stakeholders|faculties),?\s+(?:including|such\s+as|like|especially)\s+(?:the\s+)?\Z"
    # "at the Conference on Cooperation in the Field of": its subject.
    r"|\b(?:Conference|Forum|Seminar|Workshop|Symposium|Congress|Exhibition|Committee|Centre|Center)\s+(?:on|for)\s+(?:[A-Za-z]+\s+){0,8}\Z"
    r"|\b(?:based|founded|built|rooted|grounded|anchored|premised|guided|underpinned|bound|united|rest(?:s|ed|ing)?|hing(?:es?|ed|ing)|depend(?:s|ed|ing)?)\s+(?:up)?(?:on|in|by)\s+(?:(?:the|a|an|our|their|shared|common|mutual|principles?|values?|spirit|commitment|of|to)\s+)*\Z"
    # "underpinned by a history of cooperation and a desire for peace"
    r"|\b(?:underpinned|undergirded)\s+by\s+[^.;,:]{0,120}\Z"
)
