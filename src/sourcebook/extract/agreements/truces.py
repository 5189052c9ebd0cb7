"""Ceasefires, truces and armistices that are told of, other than those which somebody merely calls for."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.events.borders import named_from
from sourcebook.extract.phrases import MONTH, words

TRUCES = words("ceasefire ceasefires cease truce truces armistice armistices")


def truces(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where "the ceasefire", "a UN-negotiated truce" and "the armistice of 1918" stand."""
    if sentence.words.isdisjoint(TRUCES):
        return
    text, first, last = document.text, sentence.span.start, sentence.span.end
    for found in _TRUCE.finditer(text, first, last):
        before = text[max(first, found.start() - NEAR) : found.start()]
        if not _SOUGHT.search(before) and (
            _POINTED_AT.search(before) or _MADE.search(before) or _BROKERED.search(before) or _HOLDS.match(text, found.end(), last)
        ):
            start = named_from(text, found.start(), first, found.end())
            named = _BY_NAME.search(text, max(first, start - NEAR), start)
            yield named.start() if named else start, found.end()


NEAR = 80
"""Code points before the word that say whether it is there."""
_TRUCE = re.compile(
    # What it is a part of, and what it has, are other things: "the armistice line", "the ceasefire talks".
    rf"(?<![\w-])(?:cease-?fires?|truces?|armistices?)\b(?!-|\s+(?:agreements?|deals?|accords?|pacts?|documents?|treat(?:y|ies)|proposals?|plans?"
    rf"|offers?|appeals?|calls?|talks|negotiations|efforts|lines?|zones?|monitor\w*|observers?|mechanisms?|commission|committee|violations?|terms|resolution|anniversary)\b)"
    rf"(?:\s+of\s+(?:\d\d?\s+)?(?:{MONTH}\s+)?(?:1[5-9]|20)\d\d\b)?"
)
_SOUGHT = re.compile(
    r"\b(?:call(?:s|ed|ing)?\s+(?:\w+\s+)?(?:for|on)|(?:appeal|plea|demand|need|push|hope|prospects?|basis|conditions)(?:s|ed|ing)?\s+(?:for|of)|demand(?:s|ed|ing)?|urg(?:es?|ed|ing)|press(?:es|ed|ing)?\s+for"
    r"|seek(?:s|ing)?|sought|propos(?:es?|ed|ing|al)(?:\s+(?:of|for))?|towards?|path\s+to|possible|potential|future|negotiations\s+(?:on|for)|talks\s+(?:on|for|about|over)|prevent(?:s|ed|ing)?"
    r"|reject(?:s|ed|ing)?|goal\s+of|no|without|any|if|(?:(?<!managed )(?<!able )(?<!help )(?<!helped )(?<!helping )to|will|would|should|must|may|could|can)\s+(?:\w+\s+)?(?:reach|achiev|agree|negotiat|broker|secur|declar|announc|conclud|sign|establish|obtain|arrang|be)\w*(?:\s+(?:to|on|upon))?)"
    r"\s+(?:an?\s+|the\s+)?(?:(?!(?:the|this|that|a|an|of)\b)[\w’'-]+,?\s+){0,3}\Z"
)
"""Before one that there is not, or not yet: "called for an immediate ceasefire"."""
_POINTED_AT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]heir|[Ii]ts)\s+(?:(?!(?:of|and|for|to|in|on|with|by|from)\b)[\w’'-]+,?\s+){0,4}\Z"
)
_MADE = re.compile(
    r"\b(?:sign(?:s|ed|ing)|ink(?:s|ed|ing)|conclud(?:es|ed|ing)|agree(?:s|d|ing)?(?:\s+(?:to|on|upon))?|reached|reaching|declar(?:es|ed|ing)|announc(?:es|ed|ing|ement\s+(?:\w+\s+)?of)|broker(?:s|ed|ing)"
    r"|negotiat(?:ed|ing)|mediat(?:ed|ing)|arrang(?:ed|ing)|accept(?:s|ed|ing)|secur(?:ed|ing)|observ(?:es|ed|ing)|violat(?:es|ed|ing)|br(?:oke|oken|eaks?|eached)|enforc(?:e|es|ed|ing)|led\s+to|resulted\s+in|ended\s+(?:in|with)"
    r"|managed\s+to\s+\w+|under|after|following|since|despite)\s+(?:an?\s+|another\s+|(?:two|three|several)\s+)?(?:(?!(?:the|this|that|a|an|of|and|for|to|in|on|with|by|from)\b)[\w’'-]+,?\s+){0,4}\Z"
)
_BROKERED = re.compile(
    r"\b[A-Z][\w.]*[-–\s](?:brokered|backed|supported|mediated|sponsored|negotiated|led|monitored|imposed)\s+(?:[a-z-]+\s+){0,2}\Z"
)
_HOLDS = re.compile(
    r",?\s+(?:(?:which|that)\s+)?(?:(?:has|have|had|is|was|were|are)\s+(?:been\s+)?(?:[a-z]+ly\s+)?)?"
    r"(?:took|taken|takes|taking|came\s+into|comes\s+into|entered\s+into|went\s+into|held|holds|holding|began|begun|ended|collapsed|expired|broke|signed|agreed|reached|concluded|declared|announced|brokered|negotiated|in\s+(?:force|effect|place))\b"
    rf"|\s+(?:in|on|of)\s+(?:\d\d?\s+)?(?:{MONTH}\b|(?:1[5-9]|20)\d\d\b)"
)
"""After one that there is: "a ceasefire took effect"."""
_BY_NAME = re.compile(
    rf"(?<=\s)(?:(?<!\d,\s)(?:{MONTH}\s+)?(?:1[5-9]|20)\d\d\s+|(?!(?:The|This|That|An?|Their|Its|In|On|After|Under|Since|Despite|Following)\s)[A-Z][\w.]*(?:-[a-z]+ed\s+|-led\s+|\s+))\Z"
)
"""What it is called after, whose it is, or its year: "the May 1994 ceasefire", "a UN-negotiated truce"."""
