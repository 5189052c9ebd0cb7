"""Parties told after an agreement: "a pact with Norway and Peru", "the pact signed by Norway and Peru"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.agreements.party_names import PAST_BY, WHOSE, and_others, two_named
from sourcebook.extract.facts.agreements.right_before import body_doing
from sourcebook.extract.facts.agreements.unsigned import WHAT_IT_DOES
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked


def with_whom_signed(
    reading: Reading, before: list[Linked], verb: re.Match[str] | None, other: Linked, start: int, agreement: int, end: int
) -> list[Linked]:
    """Who signs "with" another, and that other."""
    text = reading.text
    if other.found.type != "organization" and (owned := WHOSE.match(text, other.span.end, end)):
        # "with China's Academy of Sciences": the body is meant.
        other = reading.next(owned.end(), end, "organization", within=0) or other
    own = [each for each in before if each.entity != other.entity and not _is_aside(text, start, each)]
    # "Chile's paper says Peru plans to sign": whose verb it is.
    own = (
        [each for each in own if _URGED.search(text, start, each.span.start)][-1:]
        or [each for each in own if verb and _ABOUT_TO.fullmatch(text, each.span.end, verb.start())][-1:]
        or (own[-1:] if _is_told_last(text, start, verb, agreement) else own[:1])
        or (body_doing(reading, start, verb.start()) if verb else [])
    )
    return [*own, other, *and_others(reading, other, end)]


def _is_told_last(text: str, start: int, verb: re.Match[str] | None, agreement: int) -> bool:
    """Whether an agreement is of the one that was named last before it; "it" is the first: "If Norway joins the Union, it will lose its pact"."""
    its_own = _ITS_OWN.search(text, start, agreement) and not _IT_DOES.search(text, start, agreement)
    return bool(its_own or (verb and _BY_SIGNING.search(text, start, verb.end())))


_IT_DOES = re.compile(r",\s+it\s+(?!is\b|was\b)[^,;]*\Z")
_URGED = re.compile(r"\b(?:urg\w+|ask\w*|call\w*\s+(?:up)?on|press\w*|remind\w*)\s+(?:the\s+)?\Z")
"""Before whose agreement others speak of: "Peru urged Norway to uphold its pact with Chile"."""
_ABOUT_TO = re.compile(
    r"(?:,?\s+(?:which|who))?\s+(?:(?:plans?|planning|intends?|agreed|wants?|hopes?|is|was|are|were|has|have|had|will|would|to|also|recently|jointly|today"
    r"|ready|expected|set|due|likely|about|officially|finally|formally|then|later|could|may|might|should|decided"
    r"|in\s+\d{4}|last\s+\w+|on\s+[A-Z]\w+)\s+)*"
)
_BY_SIGNING = re.compile(r"\b(?:by|after|before|for|of)\s+(?:jointly\s+|recently\s+)?[a-z]+ing\Z")
"""Before what the state that was named last does: "Chile said that Peru upset them by signing"."""
_ITS_OWN = re.compile(r"\bits\s+(?:[a-z-]+\s+){0,3}\Z")


def _is_aside(text: str, start: int, each: Linked) -> bool:
    """Whether a state is only whose men are spoken of: "despite visits by Chilean ministers and Peruvian officials, Tonga went ahead"."""
    return bool(
        PAST_BY.search(text, start, each.span.start) or _ITS_MEN.match(text, each.span.end) or _FROM.search(text, start, each.span.start)
    )


_FROM = re.compile(r"\b(?:away\s+from|from|near|through|across|via|into|inside|outside)\s+(?:the\s+)?\Z")
"""Before where somebody is, comes from or goes: "sailed away from Peru, where Chile"."""


_ITS_MEN = re.compile(r"(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:ministers|officials|diplomats|lawmakers|troops|experts),\s")


def who_follows(reading: Reading, start: int, end: int) -> Linked | None:
    """With whom an agreement is: "with the Chile-based Harbour Institute" with the body."""
    other = reading.next(start, end, "place", "organization", "demonym", within=1)
    based = _BASED.match(reading.text, other.span.end, end) if other else None
    return reading.next(based.end(), end, "organization", within=0) if based else other


_BASED = re.compile(r"-(?:based|headquartered|registered)\s+")


def signs_nothing(place: Linked) -> bool:
    """Whether a place can sign nothing: a sea, or a part of the world."""
    return place.found.entry is not None and place.found.entry.kind in {"water", "macro-region"}


def signed_by(reading: Reading, sentence: Sentence, agreement: Linked) -> list[Linked]:
    """The two, and those joined to them, who are said after an agreement to have signed it."""
    text, start, end = reading.text, agreement.span.end, sentence.span.end
    by = _SIGNED_BY.search(text, start, end)
    if by is None or (_NEW_CLAUSE.search(text, start, by.start()) and _another_before(reading, agreement, by.start())):
        return []
    # "On behalf of Chile, the deal was signed by Ana Ruiz, envoy to Peru": her office is no party.
    for_whom = _ON_BEHALF.match(text, sentence.span.start) and reading.next(by.end(), end, "person", within=40)
    if for_whom or _another_there(reading, agreement, by.start()):
        return []
    stop = WHAT_IT_DOES.search(text, by.end(), end)
    found = two_named(reading, by.end(), stop.start() if stop else end)
    return [*found, *and_others(reading, found[-1], end)] if found else []


_SIGNED_BY = re.compile(
    r"\b(?:signed|initialled|initialed|concluded|adopted|approved|endorsed|ratified|reached|issued)\s+"
    r"(?:(?:(?!treat|agreement|pact|accord)[^.;,]){0,40}?\s)?(?:by|between)\s+(?:the\s+)?(?:leaders\s+of\s+(?:the\s+)?)?"
)
_NEW_CLAUSE = re.compile(r";|\b(?:after\s+which|whereas|while|in\s+addition|signed|adopted|issued|approved|inked)\s")
"""What another agreement is told after: "signed the Protocol, after which an accord was signed by"."""
_ON_BEHALF = re.compile(r"(?:On\s+behalf\s+of|For)\s")


def _another_there(reading: Reading, agreement: Linked, end: int) -> bool:
    """Whether what is signed right there is another agreement: "The communiqué praised the accord signed by Chad and Mali"."""
    others = reading.between(agreement.span.end, end, "agreement")
    last = others[-1] if others and end - others[-1].span.end <= len(", ") else None
    return last is not None and last.entity != agreement.entity and not _IS_ONE.search(reading.text, agreement.span.end, last.span.start)


_IS_ONE = re.compile(r"(?:\b(?:is|was)\s+(?:an?|the)\s+(?:\w+\s+)?|\()\Z")


def _another_before(reading: Reading, agreement: Linked, end: int) -> bool:
    """Whether another agreement is told of before a place."""
    return any(each.entity != agreement.entity for each in reading.between(agreement.span.end, end, "agreement"))
