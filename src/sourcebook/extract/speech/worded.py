"""Who speaks a quotation where no verb of speech has the speaker for its subject: "in Ana Ruiz's words", "was hailed by her as", "read a letter from her"."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.speech.quotations import Quoted
from sourcebook.extract.speech.words import SPEECH
from sourcebook.model.spans import Span

_PAPER = r"(?:statement|letter|declaration|communiqu[eé]|post|message|note|release|notice|telegram|memo)"
_ANSWER = r"(?:answer|reply|response|verdict|message|words?|warning|conclusion|motto|advice)"
_PASSIVE = re.compile(
    r"(?:\b(?:was|were|is|are|been|being)\s+(?:[a-z]+ly\s+)?)?"
    r"\b(?:[Cc]alled|[Dd]escribed|hailed|branded|dismissed|denounced|condemned|praised|labell?ed|dubbed|characteri[sz]ed|portrayed|slammed|critici[sz]ed|welcomed)\s+"
    r"(?:(?:on|in|at)\s[^.;,“”\"]{2,30}?\s+)?by\s+(?:the\s+)?"
)
_AS = re.compile(
    r"(?:\s+and\s+(?:other|several|many|some|his|her|the)\s[^.,;“”\"]{2,40}?)?(?:,[^.;“”\"]{3,60},)?(?:\s+(?:on|in|at)\s[^.;“”\"]{2,40}?)?\s+as\s+(?:an?\s+|the\s+)?\W*"
)
_ITS_WORDS = re.compile(
    rf"[’']s\s+(?:(?:own\s+)?(?P<own>words|view|eyes|opinion|assessment|description)[,:]?"
    rf"|(?:own\s+|first\s+|only\s+)?(?:{_ANSWER}|view|claim|assessment|assertion)\s+(?:was|were|is|that)\b[^.;“”\"]{{0,60}}?[,:]?"
    rf"|(?:[a-z]+\s+){{0,2}}(?:{_ANSWER}|reaction|retort|rejoinder|comment|remark)(?:\s+(?:when|after|to|on|upon|about)\s[^.;“”\"]{{3,140}})?:)\s*\W?\Z"
)
_IN_WORDS_OF = re.compile(r"\b[Ii]n\s+the\s+words\s+of\s+(?:the\s+|his\s+|her\s+)?")
_IN = re.compile(r"\b[Ii]n\s+(?:the\s+)?(?:[A-Z][\w.]*\s+)*\Z")
_TO_HIM = re.compile(r"\W*(?:For|To)\s+(?:the\s+)?")
_IT_IS = re.compile(
    r",?\s+(?:the|this|it|that|such)\s[^.;“”\"]{0,90}?\b(?:is|was|are|were|means|meant|remains|remained)\s+[^.;“”\"]{0,24}\Z"
)
_READ = re.compile(
    rf"\W*(?:reads?|said|says|ran)\s+(?:an?|the)\s+(?:[a-z]+\s+){{0,2}}{_PAPER},?\s+"
    rf"(?:(?:issued|released|signed|published|posted|put\s+out|sent|written)\s+)?(?:by|from|of)\s+(?:the\s+)?"
)
_WAS_THE_ANSWER = re.compile(rf"\W*(?:was|is|were)\s+(?:the\s+)?(?:[a-z]+\s+)?{_ANSWER}\s+(?:of|from)\s+(?:the\s+)?")
_WAS = re.compile(r"\W*(?:was|is|were)\s+(?:how\s+)?(?:the\s+)?")
_HIS_ANSWER = re.compile(rf"[’']s\s+(?:[a-z]+\s+)?{_ANSWER}\b|\s+(?:put|summed|described|saw)\s+(?:it|things)\b")
_CALLED = re.compile(
    r"\b(?:[Cc]alled|[Bb]randed|[Dd]ubbed|[Ll]abell?ed|[Tt]ermed|(?:[Dd]escribed|[Dd]ismissed|[Hh]ailed|[Dd]enounced|[Cc]ondemned|[Pp]raised|[Ss]lammed"
    r"|[Cc]riticised|[Cc]riticized|[Cc]haracteri[sz]ed|[Ss]een|[Pp]ortrayed)\s+as)\s+(?:an?\s+|the\s+)?[“\"‘«„]\Z"
)
_QUOTING = re.compile(
    r"\b(?:[Qq]uot(?:e|es|ed|ing)|[Cc]it(?:e|es|ed|ing)|[Pp]araphras(?:e|es|ed|ing)|[Ee]cho(?:es|ed|ing)?|[Bb]orrow(?:s|ed|ing)?\s+from)\s+(?:the\s+)?"
)
_HIS_LINE = re.compile(r"(?:[’']s?\s+(?:[a-z-]+\s+){0,3}(?:words?|lines?|phrase|dictum|maxim|remark|observation|warning|motto))?[:,]\s*\W?")
"""After whom somebody quotes: "likes to quote Ana Ruiz: “…”"."""
_TOLD_BY = re.compile(
    r"\b(?:was|were|is|been|being)\s+(?:[a-z]+ly\s+|once\s+|also\s+)?(?:told|accused|warned|asked|urged|assured|advised|informed|reminded|chided|scolded|mocked|blamed)\s+by\s+(?:the\s+)?"
)
_THAT = re.compile(r"(?:,[^.;“”\"]{3,60},)?\s+(?:(?:that|of|for|to|with)\s[^.;“”\"]{0,60}?)?\W{0,3}")
"""After by whom: "was told by Ana Ruiz that “…”"."""
_BY = re.compile(r"[”\"’»]\s+by\s+(?:the\s+)?")
"""Called “…” by Ana Ruiz."""
_AIDE = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,3}?(?:spokes(?:man|woman|person)|lawyer|attorney|aide|deputy|advis[eo]r|counterpart|colleague|successor|predecessor|wife|husband|rival),?\s+(?:the\s+)?"
)
_OF_HERS, _SAYS = re.compile(r"[’']s?\s+[^,;.“”\"]{3,90},\s+(?:the\s+)?"), re.compile(rf",\s+(?:[a-z]+\s+)?{SPEECH.pattern}")
_WHAT_HE_CALLS = re.compile(
    r"\bwhat\s+(?:the\s+)?(?P<who>[^,.;“”\"]{2,60}?)\s+(?:(?:has|had|have|once|later|also)\s+)*"
    r"(?:calls?|called|terms?|termed|described\s+as|describes\s+as|dubbed|labell?ed|considers?|referred\s+to\s+as)\s+"
    r"(?:(?:an?|the|its|his|her|their)\s+)?\W*\Z"
)
"""What Ana Ruiz calls her “…”."""
NEAR = 90
"""Code points between such words and the name."""


_IDEA = re.compile(
    r"(?P<own>[’']s?)\s+(?:[a-z-]+\s+){0,2}(?:vision|dream|idea|concept|notion|policy|doctrine|formula|principle|strategy|slogan|motto|ideal|mantra)\s+of\s+(?:an?\s+|the\s+)?\W?\Z"
)


def is_idea_of_state(reading: Reading, quoted: Quoted) -> bool:
    """Whether words in marks tell a state's idea, which are not those of whoever is told of: "She adopted Chile's vision of “…”"."""
    found = _IDEA.search(reading.text, max(0, quoted.span.start - NEAR), quoted.span.start)
    return found is not None and any(
        each.span.end == found.start() and each.found.type == "place" for each in reading.before(found.start())
    )


def worded(reading: Reading, quoted: Quoted) -> str:
    """The id of the speaker, or ""."""
    text = reading.text
    sentence = reading.document.sentence_of(quoted.span.start).span
    begin, end = min(sentence.start, quoted.span.start), max(sentence.end, quoted.span.end)
    for lead in (_READ, _WAS_THE_ANSWER, _WAS):
        found = lead.match(text, quoted.span.end, end)
        who = _right_after(reading, found.end(), end) if found else None
        if who and (lead is not _WAS or _HIS_ANSWER.match(text, who[1], end)):
            return who[0]
    by = _BY.match(text, quoted.span.end, end) if _CALLED.search(text, begin, quoted.span.start) else None
    if by and (who := _right_after(reading, by.end(), end)):
        return who[0]
    if aide := _aide(reading, quoted):
        return aide
    if quoted.span.start - begin <= 1:
        return ""
    words = _IN_WORDS_OF.search(text, begin, quoted.span.start)
    if words and (who := _right_after(reading, words.end(), quoted.span.start)):
        return who[0]
    calls = _WHAT_HE_CALLS.search(text, begin, quoted.span.start)
    who = _right_after(reading, calls.start("who"), calls.end("who")) if calls else None
    if calls and who and who[1] == calls.end("who"):
        return who[0]
    to_him = _TO_HIM.match(text, begin, quoted.span.start)
    who = _right_after(reading, to_him.end(), quoted.span.start) if to_him else None
    if who and _IT_IS.match(text, who[1], quoted.span.start - 1):
        return who[0]
    for lead, rest in ((_QUOTING, _HIS_LINE), (_TOLD_BY, _THAT)):
        told = next(reversed(list(lead.finditer(text, begin, quoted.span.start))), None)
        who = _right_after(reading, told.end(), quoted.span.start) if told else None
        if who and rest.fullmatch(text, who[1], quoted.span.start):
            return who[0]
    passive = next(reversed(list(_PASSIVE.finditer(text, begin, quoted.span.start))), None)
    who = _right_after(reading, passive.end(), quoted.span.start) if passive else None
    if who and _AS.fullmatch(text, who[1], quoted.span.start):
        return who[0]
    own = _ITS_WORDS.search(text, begin, quoted.span.start)
    named = reading.people(Span(begin, own.start())) if own and own.start() > begin else []
    if own is None or not named or named[-1].span.end != own.start():
        return ""
    # "He saw Ana Ruiz's words differently" quotes nobody yet.
    return named[-1].entity if not own["own"] or ":" in own[0] or _IN.search(text, begin, named[-1].span.start) else ""


def _aide(reading: Reading, quoted: Quoted) -> str:
    """Who speaks that is told to be somebody's: "Ana Ruiz's spokesman, Luis Vega, said", "Ana Ruiz's choice for minister, Luis Vega, said"."""
    people = reading.people(quoted.cue) if quoted.cue else []
    if len(people) < PAIR:
        return ""
    his = _AIDE.fullmatch(reading.text, people[0].span.end, people[1].span.start)
    hers = _OF_HERS.fullmatch(reading.text, people[0].span.end, people[1].span.start) and _SAYS.match(reading.text, people[1].span.end)
    return people[1].entity if his or hers else ""


PAIR = 2


def _right_after(reading: Reading, start: int, end: int) -> tuple[str, int] | None:
    """The person, or else the body, that is named right after a position, and where its name ends."""
    for kind in ("person", "organization"):
        named = reading.next(start, end, kind, within=NEAR)
        if named and reading.straight(start, named.span.start):
            return named.entity, named.span.end
    return None
