"""Whose agreements are by what was done with them: "Norway ceded the islands to Chile in the Treaty of Oslo", "awarded Copper Works the contract"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.agreements.accessions import SLACK
from sourcebook.extract.facts.groups import Actors, parties
from sourcebook.extract.facts.signs import DATE, FOLK, OFFICE, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words

_DEEDS = words(
    "ceded cedes granted agreed recognized recognised recognizes recognises ended renounced relinquished acknowledged surrendered "
    "transferred sold leased promised pledged settled committed undertook defined gained acquired obtained received accepted gave "
    "will would whereby establishes established normalized normalised divided"
)
"""What parties do in an agreement."""
_DEED = (
    r"(?:ceded?|cedes|granted|agreed|recogni[sz]e[sd]|ended|renounced|relinquished|acknowledged|surrendered|transferred|sold|leased"
    r"|promised|pledged|settled|committed|undertook|defined|gained|acquired|obtained|received|accepted|gave|established|normali[sz]ed|divided)"
)
_IN_IT = re.compile(
    rf"\b{_DEED}\b(?P<what>[^.;:“”]{{0,120}}?)\s(?:in|by|with|under|through|via)\s+"
    rf"(?:(?:the\s+)?(?:signing|signature|conclusion|ratification|terms|provisions)\s+of\s+)?(?:the\s+)?{SLACK}\Z"
)
_OPENING = re.compile(
    rf"(?:(?:In|On)\s+(?:the\s+)?{DATE},\s+)?(?:[Uu]nder|[Ii]n|[Bb]y|[Ww]ith|[Tt]hrough|[Pp]ursuant\s+to|[Aa]s\s+part\s+of)\s+"
    rf"(?:(?:the\s+)?(?:terms|provisions)\s+of\s+)?(?:the\s+|this\s+|that\s+|an?\s+)?{SLACK}"
)
_THEY = re.compile(rf"(?:\s+(?:of|from)\s+(?:{DATE}|\d{{4}}))?(?:\s*\([^)]{{1,90}}\))?,?\s+(?:the\s+)?")
_DO = re.compile(
    rf"(?:\s+(?:also|formally|both|jointly|then))*\s+(?:{_DEED}|will|would|is\s+to|was\s+to|are\s+to|were\s+to)\b(?!\s+(?:be|have)\b)"
)
_WHEREBY = re.compile(r"(?:\s+(?:in|on)\s+\S+)?,?\s+(?:whereby|wherein|(?:in|by|under|through)\s+which)\s+(?:the\s+)?")
"""As in "a treaty whereby Norway ceded the islands to Chile"."""
_HANDS_OVER = re.compile(
    rf"(?:(?:also|formally|both|jointly|then|will|would|is|was|to)\s+)*(?:cede|grant|transfer|surrender|relinquish|lease|sell|sold|g[ai]ve|hand|recogni[sz]e)(?:s|d|ed)?\b"
    rf"[^.;:“”{DATE}]{{0,90}}?\s(?:to|from)\s+(?:the\s+)?(?=[{STATE}])"
)
"""What one party does to the other: "Norway will lease the islands from Chile"."""
_TO = re.compile(r"\b(?:to|with|from|recogni[sz]e[sd])\s+(?:the\s+)?(?=\W)")


def made_in(signs: Signs, position: int) -> Iterator[Linked]:
    """The states and bodies that did something in the agreement at a position, and those to whom they did it."""
    if signs.spoken.isdisjoint(_DEEDS):
        return
    text = signs.words
    they = _WHEREBY.match(text, position + 1) or (_THEY.match(text, position + 1) if _OPENING.fullmatch(text, 0, position) else None)
    first = signs.after(they)
    deed = _DO.match(text, first.end) if first else None
    if first and deed:
        yield from parties(first)
        taker = signs.after(_HANDS_OVER.match(text, first.end + 1))
        yield from parties(taker)
        return
    done = _IN_IT.search(text, 0, position)
    doers = signs.doing(done)
    if done is None or not parties(doers):
        return
    yield from parties(doers)
    for lead in _TO.finditer(text, done.start(), done.end("what") + 1):
        yield from parties(signs.after(lead))


_AWARDING = words("award awards awarded awarding gave gives granted grants won wins secured received obtained landed")
_SLACK = (
    rf"(?:an?|the|its|their)\s+(?:(?!(?:and|or|in|at|on|with|to|by|from|that|which|who|before|after|for|not|no)\b)[$€£]?[\w.,’'-]+\s+"
    rf"|[“\"‘'{FOLK}{STATE}{DATE}{OFFICE}](?:[’']s?)?\s*){{0,6}}\Z"
)
_GAVE = re.compile(r"(?<!was )(?<!were )(?<!been )\b(?:award(?:s|ed|ing)?|g[ai]ves?|grant(?:s|ed)?)\s+(?:the\s+)?")
_GIVEN = re.compile(rf"\b(?:(?:was|were|been)\s+(?:awarded|given|granted)|w[io]ns?|secured|received|obtained|landed)\s+{_SLACK}")
_THEN = r"(?:\s+(?:for|on|to\s+(?=[a-z])|worth|valued)\s[^.;“”]{2,70}?)?"
_TO_WINNER = re.compile(rf"{_THEN}\s+to\s+(?:the\s+)?")
_BY = re.compile(rf"{_THEN}\s+(?:by|from|with)\s+(?:the\s+)?")
_CONTRACT = re.compile(r"\b[Cc]ontracts?\b")
NEAR = 110


def awarded(signs: Signs, position: int) -> Iterator[Linked]:
    """Of "Norway awarded Copper Works the contract", "Copper Works won a contract from Norway", both sides of the contract at a position."""
    if signs.spoken.isdisjoint(_AWARDING) or not _CONTRACT.search(signs.at[position].found.name):
        return
    text, start = signs.words, position - NEAR
    if given := _GIVEN.search(text, start, position):
        sides = [signs.doing(given), signs.after(_BY.match(text, position + 1))]
    elif gave := next(reversed([*_GAVE.finditer(text, start, position)]), None):
        winner = _winner(signs, gave.end(), position)
        sides = [signs.doing(gave), winner] if winner else []
    else:
        return
    yield from (each for found in sides for each in parties(found))


def _winner(signs: Signs, start: int, position: int) -> Actors | None:
    """Who is given a contract, before or after its position: "awarded Copper Works the contract", "awarded the contract to Copper Works"."""
    found = signs.list_at(start)
    if found and _UP_TO.fullmatch(signs.words, found.end, position):
        return found
    return signs.after(_TO_WINNER.match(signs.words, position + 1) if _UP_TO.fullmatch(signs.words, start - 1, position) else None)


_UP_TO = re.compile(rf"\s+{_SLACK}")
