"""Whether the words of a sentence outside the marks turn those inside round: "no country “should be allowed to …”", "never wanted “to …”"."""

from sourcebook import lazy_re as re
from sourcebook.extract.speech.words import CALLS, VERB
from sourcebook.model.spans import Span

LONGEST = 300
"""Code points before the marks."""
_SAYS = re.compile(rf"\b(?:{VERB}|{CALLS}|calling|describing|speaking|labelling|labeling|calls)\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s(?!(?:and|but|or|nor|yet)\b)[^,;:“”\"]{2,120},(?=\s)|\([^()]*\)")
_CONDITION = re.compile(
    r"\b(?:if|when|while|as|since|because|although|though|once|after|before|without|until|unless|despite)\s[^,;:“”\"]{2,120},\s"
)
_CUT = re.compile(
    r"[;:“”\"»]|\s[-–—]+\s|,?\s\b(?:but|yet(?!\s+to\b)|while|whereas|because|although|though|as\s+(?=it|he|she|this|the)|since)\s|,?\s\band\s+(?=\S)|,\s(?=[a-z]+ing\s)",
)
"""What ends a clause that the words in marks do not go on with."""
_TO_BE_SURE = re.compile(
    r"\b(?:not\s+(?:only|merely|just|simply|least|even\s+mention)|no\s+(?:doubt|choice\s+but|option\s+but|alternative\s+but|other\s+(?:choice|way|option)\s+(?:but|than)|longer\s+a\s+secret|secret|wonder|less|sooner|matter|question\s+(?:that|about)|mistake)"
    r"|nothing\s+(?:but|less|short\s+of|else\s+than|(?:[a-z]+\s+){1,4}?than)|never\s+(?:before|been\s+(?:so|as|more|less)|so)|no\s+one\s+should\s+be\s+surprised|not\s+a\s+few|(?:nobody|no\s+one|none)\s+[a-z]+\s+(?:better|more)\s+than"
    r"|(?:not|never|cannot|[^\W\d_]+n[’']t|without|impossible\s+to|difficult\s+to|hard\s+to|no\s+use|beyond)\s+(?:a\s+|any\s+)?(?:be\s+)?(?:deny|denied|denying|doubt\w*|disput\w*|hesitat\w*|forg[eo]t\w*|fail\w*|exclud\w*|rul\w+\s+out|hide|hid|conceal\w*|agree\s+more|stop\s+\w+ing|help\s+\w+ing|refus\w*|avoid\w*|afraid|shy|naming|mention\w*|giving|going|elaborating))\b",
    re.IGNORECASE,
)
"""What sounds like a denial and is none: "not only", "no doubt", "cannot deny"."""
_NOT = r"(?:not|never|neither|nor|cannot|hardly|scarcely|barely|rarely|seldom|[^\W\d_]+n[’']t)"
_NONE = r"(?:no|neither|none|nobody|no\s+one|nothing|few|hardly\s+any\w*|scarcely\s+any\w*|not\s+(?:a|an|one|all|every\w*|any\w*)|nor)"
_DENIES = re.compile(
    rf"\b(?:{_NOT}|no|none|nobody|no\s+one|nothing|far\s+from|anything\s+but|unable|unwilling|reluctant|impossible|unlikely|yet\s+to|only\s+(?:if|when|after|once)|lack(?:s|ed|ing)?|too\s+[a-z]+(?=\s+(?:for\s[^,]{2, 40}\s)?\Z)|(?:refus|declin)(?:e|es|ed|al|ing)|fail(?:s|ed|ure))\b"
    r"|\b(?:den(?:y|ies|ied|ying)|rul(?:es?|ed|ing)\s+out|doubt(?:s|ed)?|disput(?:es?|ed))\b"
    r"|\b(?:little|few)\s+(?:reason|hope|chance|sign|evidence|prospect|need|room|sense|interest|appetite|point)s?\b",
    re.IGNORECASE,
)
"""Of a predicate that goes on into the marks."""
_AGAINST = re.compile(
    r"\b(?:oppos(?:es?|ed|ing)|opposition\s+to|against|(?:refrain|abstain|desist|shr[iau]nk|sh(?:y|ied)\s+away)(?:s|ed|ing)?\s+from|without|rather\s+than|instead\s+of|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|lack(?:s|ed|ing)?|stop(?:s|ped|ping)?(?:\s+short\s+of)?|reject(?:s|ed|ing)?|resist(?:s|ed|ing)?)\s+"
    r"(?:(?:an?|any|the|such|another|further)\s+)?\Z"
    r"|\b(?:reject|dismiss|oppos|resist|rebuff|spurn|ignor|defy|defi)\w*\s+(?:[\w’'-]+\s+){0,5}?(?:calls?|demands?|proposals?|ideas?|suggestions?|claims?|offers?|requests?|charges?|accusations?|allegations?|arguments?|notion)\s+(?:(?:by|from|of)\s+[^,;“”\"]{2,40}\s)?(?:(?:for|to|that|of)\s+)?(?:(?:an?|any|the)\s+)?\Z"
    r"|\b(?:mistake|wrong|folly|foolish|dangerous|reckless|unwise|irresponsible|madness|absurd|useless|futile|pointless|premature|illegal)\s+(?:for\s+[^,;“”\"]{2,40}\s)?\Z",
    re.IGNORECASE,
)
"""Right before the marks: "opposing “any use of force”", "a mistake “to go on”"."""
_NO_SUBJECT = re.compile(rf"\W*(?:that\s+)?{_NONE}\b", re.IGNORECASE)
_UNBELIEVED = re.compile(
    rf"\b{_NOT}\s+(?:[a-z]+ly\s+)?(?:be\s+|to\s+)?(?:believ\w*|imagin\w*|conceiv\w*|foresee\w*|think\w*|say\w*|said|expect\w*|mean\w*|accept\w*|suggest\w*|feel|see|claim\w*|assum\w*|impl(?:y|ied|ying)|want\w*|wish\w*|hop(?:e|ed|ing)|true|the\s+case|clear|convinced|certain|sure|likely|know|guarantee\w*)\b"
    r"|\b(?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ful|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|(?:reject|dismiss|scoff|laugh|mock|question|rebuff|shrug|brush)(?:s|es|ed|ing)?)\b|\b(?:a\s+lie|untrue|false|a\s+myth|nonsense|unlikely|impossible|inconceivable|unthinkable|absurd|ludicrous|a\s+mistake\s+to\s+(?:think|believe|say))\b"
    r"|\b(?:no|little|scant|without)\s+(?:[a-z]+\s+)?(?:reason|evidence|proof|signs?|indications?|guarantees?|chance|suggestion|way|prospect|basis|grounds?|intention|desire|illusions?|danger|risk|point)\b",
    re.IGNORECASE,
)
"""Of a clause that a whole clause follows: "did not believe that Chile “would …”"."""
_THAT = re.compile(r"\b(?:that|(?P<asks>whether))\s+(?!\Z)", re.IGNORECASE)
_WHOEVER = re.compile(
    r"\b(?:those|anyone|everyone|anybody|everybody|all|people|whoever)\s+who\s[^,]*?(?=\s(?:will|would|should|must|can|could|may|might|is|are|was|were|has|have|had)\s+\Z|\s\Z)"
)
"""Of whom the clause tells, not what they do not do: "called on those who never vote “to …”"."""
_RELATIVE = re.compile(r"\s(?:who|which|whom|whose|where|what)\s")
_FINITE = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|shall|do|does|did|ought|need)\b|(?!to\b|a\b|an\b|the\b)[a-z]{3,}(?:[^s]s|[^e]ed)\s(?!of\b)"
)
"""How words begin whose verb has its own subject before the marks; "exceed the norms" does not."""
_BESIDES = re.compile(r"(?:as|because|since|when|while|in|on|at|by|for|from|after|before|during|with|under|like|out)\b")
"""How words begin that only add something to what stands before the marks, which may deny what it likes."""
_JOINED = re.compile(r"\b(?:and|or|but|as\s+well\s+as)\s+\Z")
_THE_THING = re.compile(r"(?:the|this|these|those|his|her|its|their)\s")
"""How words begin that name something real: who will not bear “the shelling of towns” tells of it."""
_BOUND = re.compile(r"(?:that|which|who|whose|unless|until|without|if)\s+(?!is\b|are\b|was\b|were\b)")
"""How words begin that limit what stands before the marks: "no agreement “that leaves out Chile”"."""
_DENIED_AFTER = re.compile(
    r"[”\"’'»]\s+(?:(?:is|are|was|were|does|do|did|has|have|had|will|would|can|could|should|must|may|might)\s+(?:not|never|no\b|nothing|hardly|out\s+of\s+the\s+question)|(?:is|was|does|did|has|would|could|wo|ca)n[’']t\b|cannot\b|never\b)"
)
_STOPS = frozenset(".,!?…")


def turns(text: str, sentence: int, quoted: Span) -> bool:
    """Whether what stands beside words in marks, the end of a sentence that begins at a position, denies them or holds them against somebody."""
    if text[quoted.end - 1] not in _STOPS and _DENIED_AFTER.match(text, quoted.end):
        return True
    lead = text[max(0, sentence, quoted.start - 1 - LONGEST) : quoted.start - 1]
    lead = lead[_said_last(lead) :]
    lead = _TO_BE_SURE.sub("", _CONDITION.sub("", _ASIDE.sub("", lead)))
    for cut in reversed(list(_CUT.finditer(lead))):
        if cut.end() < len(lead):
            lead = lead[cut.end() :]
            break
    that = next(reversed(list(_THAT.finditer(lead))), None)
    if that and (that["asks"] or _UNBELIEVED.search(lead, 0, that.start())):
        return True
    clause = _WHOEVER.sub("all", lead[that.end() if that else 0 :])
    words = text[quoted.start : quoted.end]
    if _BOUND.match(words):
        return bool(_DENIES.search(clause))
    if _AGAINST.search(clause):
        return True
    if _BESIDES.match(words):
        return False
    if _FINITE.match(words):
        return _JOINED.search(clause) is None and bool(_NO_SUBJECT.match(clause) or _UNBELIEVED.search(clause))
    if (words.startswith("to ") or clause.endswith("as well as ")) and _JOINED.search(clause):
        return False
    about = _RELATIVE.split(clause)[-1] if clause else clause
    return not _THE_THING.match(words) and bool(_DENIES.search(about))


_UNSAID = re.compile(
    r"(?:\b(?:not|never|nor|without|far\s+from|stopp?(?:ed|s)?\s+short\s+of|refus\w+\s+to|declin\w+\s+to|cannot)|n[’']t)\s+(?:[a-z]+ly\s+)?(?:to\s+)?\Z",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:the|any|all|some|such|more|new|these|those|his|her|its|their|(?:reject|dismiss|oppos|resist|rebuff|spurn|ignor|def[iy])\w*)\s+\Z",
    re.IGNORECASE,
)
"""Before "calls", "claims", "reports" that are things."""


def _said_last(lead: str) -> int:
    """Where the last verb of speech begins that nothing denies: where one is denied, the words that do so are looked at too."""
    for verb in reversed(list(_SAYS.finditer(lead))):
        if not _UNSAID.search(lead, 0, verb.start()) and not (verb[0][-1] == "s" and _NOUN.search(lead, 0, verb.start())):
            return verb.start()
    return 0


_OPEN_ENDED = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|remained|becomes?|became|seems?|seemed|has|have|had|will|would|can|could|should|must|may|might|to|of|for|with|from|by|at|in|on|into|and|or|but|nor|not|the|an?|their|its|his|her|our|my|your|that|which|who|whose|than|as|if|because|when|very|too|so|more|most)\Z"
)
_GOES_ON = re.compile(r"[”\"’'»]\s+[a-z]")


def breaks_off(text: str, quoted: Span) -> bool:
    """Whether words in marks end before their sentence has told anything: "their “willingness to pay remains” lukewarm"."""
    return bool(_OPEN_ENDED.search(text, max(0, quoted.end - 12), quoted.end) and _GOES_ON.match(text, quoted.end))
