"""Words beside an agreement that say that those told of have not made it, or not yet."""

from collections.abc import Container

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.model.spans import Span

AMENDED = re.compile(r"\bamendments?\s+to\s+[^.;,]{0,60}\Z")
NOT_DONE = re.compile(
    r"\b"
    r"(?:(?:failed|failing|unable|refus\w+|declin\w+|reluctant)\s+to"
    r"|(?:did|has|have|had|could|would)(?:\s+not|n[’']t)\s+(?:yet\s+)?|yet\s+to|without)\s*"
    r"(?:sign|reach|ratif|conclud|approv|endors|adopt|join|initial|agree)\w*\s+"
    r"(?:(?:on|to|an?|the|any|its|their|such|new|final)\s+)*(?:[\w-]+\s+){0,4}\Z"
    r"|\b(?:importance|necessity|urgency|possibility|prospects?|goal|aim|hope)\s+of\s+(?:reach|conclud|sign|secur|achiev|finali[sz])ing\s+(?:[\w-]+\s+){0,4}\Z"
)
"""Before an agreement that was not made: "failed to reach a fishing agreement"."""
PLANNED = re.compile(
    r"\b(?:planning|considering|exploring|seeking|pursuing|discussing|if|unless|any)\s+(?:an?\s+|no\s+)?(?:[a-z-]+\s+){0,3}\Z"
    r"|\bhop(?:e|es|ed|ing)\s+(?:that|for)\s+[^.;]{0,60}\Z"
)
"""Before an agreement that there is not yet."""
LATER_THAN = re.compile(
    r"\bestablish\w*\s+[^;.]{0,120}?\b(?:after|following|since)\s+(?:the\s+)?"
    r"(?:signing|conclusion|signature|adoption)\s+of\s+(?:the\s+)?(?:[A-Z][\w\s]+\()?\Z"
)
"""Before an instrument that is no more than the time of something else: "set up ties after the signing of the Oslo Accords"."""
TO_SIGN = re.compile(
    r"\b(?:to|will|would|may|could|might)\s+(?:\w+\s+)?(?:sign|ink|conclude|initial|ratify|finali[sz]e|reach)\b|\b(?:should|must)\b[^.;]{0,160}?\b(?:sign|conclude|reach|ratify)\b|\bearly\s+signing\b|\b(?:if|unless)\s+(?!signed\b)[^.;,“”]{2,60}\s(?:signs?|ratif(?:y|ies))\b"
)
"""Before what is still to be signed."""
TO_BE_SIGNED = re.compile(
    r"[^.;,]{0,80}?\s(?:(?:is|are)\s+(?:expected|due|set|likely|scheduled)\s+to|will|would|could|may)\s+(?:\w+\s+)?be\s+(?:sign|conclud|ink|ratifi)ed\b"
)
"""After it: "an agreement between A and B is expected to be signed"."""
TO_BE_HELD = re.compile(
    r"\b(?:will|may|might|to|would)\s+(?:be\s+(?:held|hosted|convened|the\s+(?:venue|site|host))|host|take\s+place|open|convene|begin|start)\b|\b(?:scheduled|slated|planned|due)\b"
)
WHAT_IT_DOES = re.compile(r"\s(?:that|which|who|called|calls|provid\w+|establish\w+|would|will)\s")
"""After those who have signed: "signed by Ana Ruiz and Ola Lund, which called for aid to Chile"."""
BROKERS = re.compile(r"[-–\s](?:brokered|backed|supported|mediated|sponsored|drafted)\b|[-–](?:led|based)\b")
"""After a state that only brings an agreement about: "the Norwegian-brokered truce"."""

BACKING = re.compile(r"\b(?:confirm|endors|welcom|back|support|recall|implement|enshrin)ing\b")
"""Before what a text that a body adopts is about: "adopted Resolution 9 endorsing the Oslo deal"."""


def not_made(reading: Reading, agreement: Linked, led: str) -> bool:
    """Whether the words before an agreement say that those told of have not made it: they amend it, plan it, or made another one."""
    # "signed an amendment to the Copper Treaty": not that itself.
    return bool(NOT_DONE.search(led) or PLANNED.search(led) or AMENDED.search(led)) or _of_another(reading, agreement)


def _of_another(reading: Reading, agreement: Linked) -> bool:
    """Whether another agreement stands before that is about it: "signed the Lima Pact to replace the Oslo Treaty"."""
    start = reading.document.sentence_of(agreement.span.start).span.start
    others = reading.between(start, agreement.span.start, "agreement")
    if not others or others[-1].entity == agreement.entity:
        return False
    between = reading.text[others[-1].span.end : agreement.span.start]
    return bool(_ON_IT.search(between)) and not _MADE.search(between)


_ON_IT = re.compile(
    r"\b(?:to\s+(?!the\b|an?\b|be\b|as\b)[a-z]+|related|stipulating|(?:extend|amend|replac|expand|supersed|implement|revis|renew|supplement|reaffirm)ing)\s"
)
"""What leads from one agreement to another that it is about."""
_MADE = re.compile(r"\b(?:sign|conclud|reach|adopt|ratif|agreed|initial|ink|approv|endors|issu|exchang)\w*")


def are_many(text: str, body: Linked) -> bool:
    """Whether not the body itself makes an agreement, but some of its members do."""
    return (
        body.found.name.endswith("Governments")
        or bool(_MEMBERS_OF.search(text, body.span.start - 24, body.span.start))
        or bool(_ITS_MEMBERS.match(text, body.span.end))
    )


_ITS_MEMBERS = re.compile(
    r"(?:[’']s?)?\s+(?:(?:two|three|four|five|six|ten|[\d]+)\s+)?(?:permanent\s+|founding\s+|other\s+)?member(?:s|\s+states)\b"
)
_MEMBERS_OF = re.compile(r"\bmembers\s+of\s+(?:the\s+)?\Z")


def others_sign(reading: Reading, sentence: Sentence, agreement: Linked) -> bool:
    """Whether a sentence tells of somebody else who signs, by a name that is not known: "the Bergen Line signed", "signed by HSL"."""
    text, span = reading.text, agreement.span
    told = _BY_NAME.search(text, span.end, sentence.span.end)
    if told and (told["who"] != "by" or not reading.people(Span(told.end(), min(told.end() + SOON, sentence.span.end)))):
        return True
    if reading.led(_RATIFIES, sentence, span.start):
        # "Chile, which ratified the Copper Treaty": with whom is not said.
        return True
    subject = reading.led(_NAME_SIGNS, sentence, span.start)
    if subject is None:
        return False
    here = [
        *reading.inside(Span(max(sentence.span.start, subject.start() - NEAR), subject.end("name")), "person", "place", "demonym", "role")
    ]
    return not any(each.span.end == subject.end("name") and (each.found.type != "place" or is_state(each)) for each in here)


SOON = 60
"""Code points after "by" in which a person is named who signs for somebody."""
_RATIFIES = re.compile(r"\b(?:ratif|acced|join)\w*\s[^.;,]{0,50}\Z")
_BY_NAME = re.compile(
    r"(?:\b(?:signed|inked|exchanged|initialled|concluded)\s+(?:[^.;,]{0,40}?\s)?(?P<who>by|between)|(?<=\s)(?P<whom>between))\s+(?:the\s+)?(?=[A-Z])"
)
_NAME_SIGNS = re.compile(
    r"(?P<name>[A-Z][\w’'-]*)(?:[”\"’)]|\s+(?:government|company|university|region|province))?(?:\s+(?:also|have|has|had|recently|later|on\s+[A-Z][a-z]+day))*\s+"
    r"(?:signed|inked|exchanged|initialled|concluded)\s[^.;,]*\Z"
)


def nobodys_treaties(reading: Reading, told: Container[str]) -> set[str]:
    """Agreements that are only spoken of as several, and of which no fact tells: "it would not recognise any agreements"."""
    named = reading.inside(Span(0, len(reading.text)), "agreement")
    plain = {each.entity for each in named if each.found.name.casefold() in _SEVERAL and each.entity not in told}
    return plain - {each.entity for each in named if each.found.name.casefold() not in _SEVERAL} if plain else plain


_SEVERAL = words("agreements treaties accords pacts contracts protocols deals conventions memoranda memorandums communiques communiqués")


HOUSE = re.compile(
    r"\b(?:Parliament|Senate|(?<!People[’']s )(?<!African National )(?<!Indian National )Congress(?! Party)|(?<!General )Assembly|Duma|Knesset|Diet|Bundestag|House|Riksdag|Cabinet|Council\s+of\s+Ministers)\b"
)
"""Bodies that ratify for their countries."""


HELPER = re.compile(
    r"[’']s?\s+(?:[a-z-]+\s+){0,2}(?:help|assistance|support|mediation|facilitation|backing|blessing|consent|auspices|approval|encouragement|good\s+offices|knowledge|participation)\b"
)
"""After who only helps others to an agreement: "which Norway and Chile reached with Peru's help"."""
_SOME = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a\s+dozen|dozens\s+of|several|many|numerous|various|(?:more|fewer|less)\s+than\s+\w+)"
_MANY_PACTS = re.compile(rf"\b{_SOME}\s+(?:[a-z-]+\s+){{0,2}}\Z")
_WITH_EACH = re.compile(r"(?:\s+\([^)]*\))?\s+with\s")


def each_with_another(reading: Reading, pact: Linked) -> bool:
    """Whether words are for several agreements, each with somebody else: "has 15 FTAs with 19 countries, including"."""
    start = pact.span.start
    return bool(
        _WITH_EACH.match(reading.text, pact.span.end)
        and pact.span.of(reading.text).endswith(("s", "a"))
        and _MANY_PACTS.search(reading.text, max(0, start - 40), pact.span.end - len(pact.span.of(reading.text).split()[-1]))
    )
