"""Which of those named before a verb of speech may be its subject: not who stands in brackets, in what only explains another name, or beside the speaker."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.speech.words import CALLS, SPEECH
from sourcebook.model.spans import Span

NEAR = 90
"""Code points before a name."""
_BESIDE = re.compile(
    r"\b(?:with|to|from|beside|alongside|of|for|after|by|meeting|joining|hosting|told|telling|assured|thanked|welcomed|receiving)\s+(?:his|her|its|their|the|an?)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:counterpart|colleague|host|guest|ally|rival|successor|predecessor|deputy|opposite\s+number|boss|mentor|partner|friend|interpreter)s?(?:\s+(?:in|from|at)\s+[A-Z][\w-]+)?,\s+(?:[A-Z][\w.-]*\s+){0,3}\Z"
)
"""Before a name that only explains whom somebody spoke beside: "with her Chilean counterpart, Ana Ruiz, the minister"."""
_CARRIED = re.compile(
    r"\b(?P<by>carried|aired|broadcast|televised|relayed|run|printed|cited|quoted|reported|seen|obtained|reviewed|viewed|translated|published|released|posted|distributed)\s+(?:[a-z]+ly\s+)?(?:by|on|in)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}\Z"
)
_ISSUES = frozenset({"published", "released", "posted", "distributed"})
_MEDIUM = re.compile(
    r"\s+(?:(?:state|official)\s+)?(?:news|agency|newspaper|daily|broadcaster|television|channel|radio|magazine|website|portal|TV)\b"
)
_IS_MEDIUM = re.compile(
    r"\b(?:News|Times|Post|Agency|Press|Daily|Herald|Television|TV|Radio|KCNA|Xinhua|TASS|IRNA|ISNA|SANA|Anadolu|Yonhap|Kyodo|Reuters|AFP|AP|CCTV|Tribune|Gazette|Guardian|Telegraph)\b"
)


def may_speak(reading: Reading, cue: Span, named: list[Linked]) -> list[Linked]:
    """Those of some persons or bodies of a cue that may be its subject."""
    text = reading.text
    return [
        each
        for each in named
        if not (
            _in_brackets(text, cue, each.span)
            or (
                each.found.type == "person"
                and text.startswith(",", each.span.end)
                and _BESIDE.search(text, max(cue.start, each.span.start - NEAR), each.span.start)
            )
            or (each.found.type != "person" and _carries(text, cue, each))
        )
    ]


def _in_brackets(text: str, cue: Span, name: Span) -> bool:
    opened = text.rfind("(", cue.start, name.start)
    return opened >= 0 and text.find(")", opened, name.start) < 0 and text.find(")", name.end, cue.end) > 0 and text[name.start - 1] != "("


def _carries(text: str, cue: Span, body: Linked) -> bool:
    """Whether a body has only passed on what others say: "a statement carried by the agency Nordnews said"."""
    found = _CARRIED.search(text, max(cue.start, body.span.start - NEAR), body.span.start)
    return found is not None and (
        found["by"] not in _ISSUES or bool(_MEDIUM.match(text, body.span.end) or _IS_MEDIUM.search(body.span.of(text)))
    )


_LEADS = re.compile(
    r"[\s,”\"’'“‘]*(?:(?:But|And|Yet|Still|Meanwhile|However),?\s+)?(?:(?:In|On|At|After|Before|During|Since|As|For|Last|This|Earlier|Yesterday|Today|Recently)\b[^,;:“”\"]{0,80},\s+)?(?:[Tt]he\s+)?"
)
_EXPLAINED = re.compile(
    r"(?:\s\([^()]*\))?,\s(?:an?|the|who|whose|which|where|now|then|once|long|formerly|still|already|himself|herself|itself|like|unlike|in|at|on|with|as|after|before|under|for|[a-z]+(?:ing|ed)|[a-z]+ly|[A-Z][\w-]+[’']s)\s[^“”\"]{2,220}?,\s+"
    r"(?:(?:also|then|later|has|had|have|recently|once|still|again|now|[a-z]+ly)\s+){0,3}"
    rf"(?P<verb>{SPEECH.pattern}|{CALLS}|calls)\b"
)
"""What explains a name, up to the verb: "Ana Ruiz, once an aide to Luis Vega, said"."""


def opener(reading: Reading, cue: Span, named: list[Linked]) -> str:
    """Who begins a cue and says it after an aside that may name others: "Ana Ruiz, the envoy of the Group (Chile, the Union), has called"; or ""."""
    text = reading.text
    for each in sorted(named, key=lambda one: one.span):
        if each.span.start - cue.start > NEAR:
            return ""
        lead = _LEADS.match(text, cue.start, each.span.start)
        if lead is None or not reading.straight(lead.end(), each.span.start):
            continue
        found = _EXPLAINED.match(text, each.span.end, cue.end)
        if found:
            verb = found.start("verb")
            last = max((one.start() for one in reading.speech(cue)), default=verb)
            return "" if any(verb < one.span.start < last for one in named) else each.entity
    return ""


ASIDE = re.compile(r"\b(?:of|at|for|from|to|with|by|in|on|(?<!,\s)and)\s+(?:the\s+)?\Z")
LONGEST = 80
"""Code points before a body in which a preposition leads to it."""
_SPOKESMAN = re.compile(
    r"\b(?:[Ss]pokes(?:man|woman|person)|[Oo]fficial|[Rr]epresentative|[Ss]tatement)\s+(?:for|of|from|at|by)\s+(?:the\s+)?\Z"
)


def acting(text: str, bodies: list[Linked], said: re.Match[str]) -> list[Linked]:
    """Those of some bodies that may go on to speak: not the group of "in talks with the Harbour Group, the president thanked all, adding"."""
    return [
        each
        for each in bodies
        # "The Taliban-run ministry said": not the Taliban; nor the Union in "Chile, the Union chair, said".
        if not text.startswith(("-", " chair,", " member,", " president,", " host,"), each.span.end)
        and (
            not said[0].endswith("ing")
            or not ASIDE.search(text, each.span.start - LONGEST, each.span.start)
            or _SPOKESMAN.search(text, each.span.start - LONGEST, each.span.start)
        )
    ]


def doer_of(text: str, bodies: list[Linked], verb: int) -> Linked:
    """The body that speaks: the last before the verb ("After talks at the Forum, the Ministry said"), unless that only explains another."""
    led = next((each for each in bodies if _SPOKESMAN.search(text, each.span.start - 60, each.span.start)), None)
    explains = len(bodies) > 1 and text[bodies[-1].span.start : verb].rstrip().endswith(",") and text.startswith(",", bodies[-2].span.end)
    return led or bodies[-2 if explains else -1]
