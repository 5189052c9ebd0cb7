"""Whether the words around an event only speak of it: as wished, tried, possible, threatened or refused, by what governs its noun."""

from sourcebook import lazy_re as re
from sourcebook.model.spans import Span

_NO_LEAD = r"the|this|that|these|those|its|his|her|their|our|of|in|on|at|to|for|from|by|and|or|after|since|during|amid|as|when|while|which|who|is|are|was|were|has|have|had|with|last|recent|ongoing|current"
_NONE_YET = rf"(?:(?:[a-z-]+\s+){{1,3}}(?:and|or)\s+)?(?:(?!(?:{_NO_LEAD})\b|[\w.]+[’'])[\w.-]+\s+){{0,4}}"
"""What leads an event that no article or owner points to: "another ", "direct bilateral "."""
_POINTED = re.compile(
    r"(?:\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)|[\w.]+[’']s?)\s+(?:[a-z-]+\s+){0,2}\Z"
)
_BEGIN = (
    r"(?:co-)?host|hold|convene|organi[sz]e|arrange|initiate|launch|begin|resume|renew|(?:re-?)?(?:start|open)|conduct|stage|wage|pursue"
    r"|attend|join|enter(?:\s+into)?|(?:engage|participate|take\s+part)\s+in"
)
"""What those do who make an event or come to it."""
_HOLD = rf"(?:[a-z]+ly\s+)?(?:{_BEGIN}|broker|mediate|facilitate)"
_TRY = r"(?:attempts?|efforts?|bids?|moves?|hopes?|initiatives?)"
_BY_WHOM = r"(?:by\s[^.;,]{2,80}?\s)?(?:in\s[^.;,]{2,30}?\s)?"
_ITS = r"(?:(?:an?|any|another|further|new|the|its|their|his|her)\s+)?(?:(?!(?:of|in|on|at|to|for|and|or)\b)[\w.’'-]+\s+){0,4}"

_SUPPOSED = r"(?:looming|impending|imminent|potential|possible|hypothetical|prospective|conceivable|threatened|feared|would-be|hoped-for|much-needed|postponed)\s+"
_IS_SUPPOSED = re.compile(rf"(?i:{_SUPPOSED})")
_START_OF = r"(?:(?:resumption|renewal|start|opening|launch|holding|outbreak|beginning)\s(?:in\s[^.;,]{2,30}?\s)?of\s+)?"
_FEARS = r"risks?|threats?|dangers?|fears?|prospects?|possibility|likelihood|spect(?:er|re)|talk|rumou?rs?|chances?|idea|hopes?|in\s+case|in\s+the\s+event"
_ENTERING = (
    r"(?:becoming|being|getting)\s+[a-z]+(?:ed|n)\s+(?:in(?:to)?|by|up\s+in)\s+"
    r"|(?:stumbl|slid|drift|slipp|enter|fight|wag|start|provok|trigger|spark|fac|los|hav)ing\s+(?:in(?:to)?\s+)?"
)
"""As in "the risk of [being drawn into] a war"."""
_MODAL = r"\b(?:will|would|could|might|may|can(?:not)?)"
_BRINGS = (
    r"(?:(?:[a-z]+ly|also|even|well|yet|soon)\s+){0,2}(?:(?:be|ha(?:s|ve))\s+[a-z]+\s+to\s+)?"
    r"(?:(?:generat|provok|trigger|spark|caus|ignit|incit|unleash|mean|prompt|invit|produc|precipitat|becom|fac|risk)(?:e[sd]?|ed)?"
    r"|(?:lea?d|escalat\w*|degenerat\w*|descend(?:ed)?|drift(?:ed)?|slid(?:e|den)?|turn(?:ed)?|dra[gw][^.;,]{1,40}?|result(?:ed)?|end(?:ed)?(?:\s+up)?|spill(?:ed)?(?:\s+over)?)\s+(?:in(?:to)?|to))"
)
"""What does what may yet come: "might also generate", "could escalate into"."""
_NEEDS = (
    r"ground(?:work|s)?|case|basis|room|conditions|chances?|opportunit(?:y|ies)|hopes?|needs?|appetite|scope|plans?|prospects?|time|tripwire|trigger|recipe"
    r"|option|agenda|initiatives?|preconditions?|pressure|proposals?|requests?|demands?|calls?|(?:call|ask|push|press|hope|wish|prepar|plan|appeal|plead|argu)(?:e?[sd]?|ing)"
)
_WISHES = r"(?:(?:encourag|urg|advocat|propos|demand|seek|favou?r|recommend|suggest|risk|avert|avoid|forestall|prevent|deter|request|want|fear|envisag|contemplat|consider|threaten|offer|await|warrant)(?:e?s|ed|ing|e)?|sought|rather\s+than|instead\s+of|short\s+of|head(?:s|ed|ing)?\s+towards?|(?:can(?:not|[’']t)?|could)\s+(?:ill\s+)?afford)"
_WORST = (
    r"(?:alternatives?|options?|scenarios?|outcome)(?:\s[^.;,]{1,50}?)?\s?(?:(?:is|are|was|would\s+be)\s(?:[^.;]{1,160}?[\s,])?|[:–—-]\s+)"
)
_WANTS = (
    r"(?:tr(?:y|ies|ied|ying)|seeks?|sought|seeking|want(?:s|ed)?|wish(?:es|ed)?|hop(?:es?|ed|ing)|propos(?:es?|ed|ing)|offer(?:s|ed|ing)?"
    r"|ready|readiness(?=\s+to\b)|willing(?:ness)?|prepared|eager|keen|needs?|decision|decided|agreed|proposal|desire|intention|intends?|invitation|call(?:s|ed)?|press(?:ed|ure)"
    r"|persuade[sd]?|urge[sd]?|allow|enable|(?:[Ii]t\s+is|[Ii]t[’']s|high)\s+time)\s(?:[^.;,]{1,40}?\s)?to"
)
_MEANT = re.compile(
    # "a looming war with Chile", "the imminent resumption of talks", "the danger of war with Chile", "a basis for talks"
    rf"\b(?:{_SUPPOSED}{_START_OF}|(?:{_FEARS})\s+(?:of|that)\s+(?:{_ENTERING})?|(?:{_NEEDS})\s+(?:(?:in|among|within)\s[^.;,]{{2,30}}?\s)?for\s+|(?:{_FEARS}|worr(?:y|ies)|concerns?)\s+(?:(?:is|are|was|were|remains?)\s+)?that\s[^.;]{{1,100}}?\s{_BRINGS}\s+(?:an?\s+)?|{_WISHES}\s+"
    # "is guaranteed to spark conflict", "anxiety about a Norwegian attack", "anxious to see talks begin"
    rf"|(?:guaranteed|certain|bound|sure|likely|liable|threaten(?:s|ed|ing)?|enough|about)\s+to\s+{_BRINGS}\s+(?:an?\s+)?"
    r"|(?:anxiet(?:y|ies)|worr(?:y|ies)|concerns?|fears?|nervous(?:ness)?|jitters|alarm)\s+(?:about|over)\s+(?:an?\s+|any\s+|another\s+|potential\s+|possible\s+)(?:an?\s+)?"
    r"|(?:anxious|eager|keen|happy|glad|want(?:s|ed)?|like[sd]?|hop(?:es?|ed|ing)|wish(?:es|ed)?)\s+to\s+see\s+(?=an?\s|[a-z]+\s)(?:an?\s+)?"
    # "worry that a Norwegian attack on Chile would"
    r"|(?:worr(?:y|ies|ied)|fear(?:s|ed)?|afraid|anxious)\s+(?:that\s+)?(?=an?\s|another\s)(?:an?\s+|another\s+)"
    # "opposition to any war with Chile", "could lead to war with Chile", "whether war with Chile takes place"
    r"|(?:oppos\w+|objections?|aversion|allergic|resistance)\s+(?:(?:in|among|from|by|within)\s[^.;,]{2,40}?\s)?to\s+(?=an?\s|any\s|another\s)"
    rf"|{_MODAL}\s+(?:(?:not\s+)?have\s+)?{_BRINGS}\s+(?:an?\s+)?|{_MODAL}\b[^.;]{{1,120}}?\b(?:leading|escalating|degenerating|resulting|ending)\s+(?:in)?to\s+(?:an?\s+)?"
    r"|(?:[Cc]ritics|[Oo]pponents|[Aa]dvocates|[Pp]roponents|[Ss]upporters)\s+of\s+(?=an?\s|any\s|another\s)(?:an?\s+|any\s+|another\s+)"
    # "the alternative is another war"
    rf"|{_WORST}(?=an?\s|another\s)"
    # "attempts by Norway to hold talks", "agreed to hold talks", "should hold talks"
    rf"|{_TRY}\s(?:[^.;,]{{1,50}}?\s)?{_BY_WHOM}to\s+{_HOLD}\s+|{_WANTS}\s+{_HOLD}\s+"
    rf"|(?:should|must|(?:ought|ha(?:s|ve)|need(?:s|ed)?)\s+to)\s+{_HOLD}\s+|whether\s+(?:or\s+not\s+)?to\s+{_HOLD}\s+"
    rf"|[Ss]hould\s+(?:[\w’'-]+\s+){{1,4}}?{_HOLD}\s+"
    rf"|(?:[Ii]f|[Uu]nless|[Ww]hether)\s[^.;,]{{1,120}}?\s(?:{_HOLD}s?|holding|held|engaged\s+in|began|started)\s+"
    rf"){_NONE_YET}\Z"
)
"""Before an event that somebody wants, fears or tries, or that may come."""
_PHRASE = r"(?:\s+(?:of|between|in|at|on|with|against|to|by|over)\s[^.;,]{2,60}?)?\s+"
_COULD = re.compile(
    rf"(?:\s+[a-z]+ed\s+by\s[^.;,]{{2,40}}?)?(?:,\s+(?:while|though|although|however|if)\s[^.;,]{{3,60}},|{_PHRASE[:-3]})\s+(?:(?:seems?|looks?|appears?|is|are|was|were|be|became|become|becomes|remains?|remained)\s+(?:not\s+)?(?:an?|the|one|our|their)?\s*(?:[a-z-]+\s+){{0,3}}?"
    r"(?:options?|alternatives?|scenarios?|possibility|prospect|likelihood|(?:threat|danger|risk)(?!\s+to)|dream|goal"
    r"|(?:(?<!under\s)way|path|route|avenue|road|solution|answer|remedy|key|hope)(?=\s+(?:to|for|of|out|forward)\b)"
    r"|(?:im)?possible|inevitable|unavoidable|unthinkable|inconceivable|(?:un)?likely(?!\s+to\s+(?:continue|last|drag|go\s+on|escalate|spread|intensify|worsen|end|remain|persist|grow|prove)\b)|conceivable|necessary|needed|essential|overdue|desirable"
    r"|(?:off|on)\s+the\s+table|out\s+of\s+the\s+question)\b|(?:would|could|might)\s+(?!(?:have|not|continue|last|end|prove|become|later|eventually|soon|also|go\s+on|escalate|worsen|spread|intensify|deteriorate|drag|flare|spill|widen)\b)[a-z]|loom(?:s|ing)?\b|(?:ha(?:s|ve)|carr(?:y|ies)|bears?|entails?|runs?)\s+(?:the|an?)\s+(?:[a-z]+\s+){0,2}(?:potential|risk|danger|chance)\s+(?:of|to)\b|cannot\s+be\s+(?:ruled\s+out|excluded))"
)
"""After an event that is none yet: "another war would be the worst option"."""
_NOT_BORNE = re.compile(
    rf"{_PHRASE}(?:by\s[^.;,]{{2,40}}?\s+)?(?:in\s[^.;,]{{2,40}}?\s+)?(?:would|will|could|can)(?:\s+not|not|n[’']t)\s+be\s+(?:tolerated|accepted|acceptable|allowed|permitted|countenanced|excluded|ruled\s+out)\b"
)
"""After an event that is none: "An intervention by Norway would not be tolerated"."""
_MUST = r"(?:should|must|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to)\s+"
_SHOULD = re.compile(
    rf"{_PHRASE}(?:{_MUST}(?:(?:now|soon|first|also|therefore|quickly)\s+)?"
    r"(?:be\s+(?:held|hosted|convened|organi[sz]ed|arranged|initiated|launched|begun|resumed|renewed|(?:re-?)?(?:started|opened)|conducted|pursued|called)"
    r"|(?:start|begin|resume|open|take\s+place|happen)\b)"
    rf"|(?:{_MUST}|(?:can(?:not)?|could|may|might)\s+)(?:still\s+)?be\s+(?:avoided|averted|prevented|forestalled)\b)"
)
_MORE_LIKELY = re.compile(
    r"(?:\s+(?:of|between|in|at|on|with|against|to|by|over)\s[^.;,]{2,60}?)?\s+(?:(?:far|much|even|still|ever|any)\s+)?(?:more|less|all\s+but|increasingly|almost|virtually|highly)\s+(?:likely|possible|inevitable|unavoidable|conceivable|impossible|unthinkable|unlikely|certain)\b"
)
"""After an event that something makes likely or not."""
_IN_CASE = re.compile(
    r"(?:\s+(?:in|on|against)\s(?:(?!\b(?:will|would|could|might|may|can|is|are|was|were|has|have|had)\b)[^.;,]){2,30}?)?\s+(?:in\s+(?:the\s+)?(?:case|event)\s+(?:of|that)|if|unless)\s"
)

_UNDER = re.compile(rf"\b(?:to|of|on|at|for|in|about|with|from|after|before|by)\s+{_NONE_YET}\Z")
"""Before an event of which something else is said: "The news of talks with Chile could"."""
_IN_ONE = re.compile(rf"\b(?:[Ii]n|[Dd]uring|[Aa]fter|[Ww]ith|[Ww]ithout|[Ff]or)\s+(?:an?|any|another)\s+{_NONE_YET}\Z")
_OTHERS_WOULD = re.compile(r"[^.;]{0,80}?,\s+(?:(?!said\b|says\b|told\b|[a-z]+ed\b)[^\s.;,]+\s+){1,6}?(?:would|could|might)\b")
"""After "In a war with Chile" what would be then."""
_WHETHER = re.compile(rf"\b(?:[Ww]hether|[Ii]f|[Uu]nless)\s+(?:an?\s+|another\s+)?{_NONE_YET}\Z")
_COMES = re.compile(
    rf"{_PHRASE}(?:takes?|comes?|is|are|breaks?|happens?|begins?|starts?|erupts?|ensues?|follows?|fails?|can|could|will|would|should)\b"
)
"""After "whether war with Chile" or "If talks with Peru": what would make them."""
_ONLY = re.compile(rf"\b[Oo]nly\s+{_NONE_YET}\Z")
_CAN = re.compile(rf"{_PHRASE}(?:can|could|will|would)\b")


_FROM_GROWING = re.compile(r"(?:\s+(?:of|in|between|over|with)\s[^.;,]{2,40}?)?\s+from\s+[a-z]+ing\b")
"""After what is there and kept small: "prevented the fighting in Chile from spreading"."""


def is_only_meant(text: str, sentence: Span, event: Span) -> bool:
    """Whether an event is only wanted, feared, tried or possible: "should hold talks with Chile", "Another war is no option"."""
    first = max(sentence.start, event.start - _FAR)
    if _FROM_GROWING.match(text, event.end, sentence.end):
        return False
    if _IS_SUPPOSED.match(text, event.start) or _MEANT.search(text, first, event.start) or _SHOULD.match(text, event.end, sentence.end):
        return True
    if _NOT_BORNE.match(text, event.end, sentence.end):
        return True
    if _POINTED.search(text, first, event.start):
        return False
    if _COULD.match(text, event.end, sentence.end) and not _UNDER.search(text, first, event.start):
        return True
    if _MORE_LIKELY.match(text, event.end, sentence.end) or _IN_CASE.match(text, event.end, sentence.end):
        return True
    return any(
        after.match(text, event.end, sentence.end) and before.search(text, first, event.start)
        for before, after in ((_WHETHER, _COMES), (_IN_ONE, _OTHERS_WOULD), (_ONLY, _CAN))
    )


_FAR = 240
"""Code points before an event in which it is told how it is meant."""
_IN_VAIN = re.compile(
    rf"\b(?:(?:unsuccessful(?:ly)?|failed|abortive|futile|fruitless|vain)\s+(?:{_TRY}\s(?:[^.;,]{{1,60}}?\s)?|(?:tried|sought)\s+){_BY_WHOM}"
    rf"|(?:refus(?:als?|e[sd]?|ing)|failures?|fail(?:s|ed|ing)?|inability|unable|unwilling(?:ness)?|declin(?:e[sd]?|ing))\s+)"
    rf"to\s+(?:{_BEGIN})\s+{_ITS}\Z"
)
"""Before an event that somebody wanted in vain, or stayed away from."""
_UNWILLING = re.compile(
    rf"\b(?:reluctan(?:t|ce)|hesita(?:nt|ted|tion|ncy)|loath|disinclined|averse|slow|in\s+no\s+(?:mood|position|hurry))\s+(?:to|about)\s+(?:{_BEGIN}|hold(?:ing)?)\s+{_NONE_YET}\Z"
    rf"|\b(?:rul(?:es?|ed|ing)\s+out|forsw(?:ears?|ore|orn|earing)|shun(?:s|ned|ning)?|reject(?:s|ed|ing)?|abandon(?:s|ed|ing)?\s+(?:plans|the\s+idea)\s+(?:for|of))\s+(?:an?\s+|any\s+|another\s+)?{_NONE_YET}\Z"
    rf"|\b(?:not|never|nor|n[’']t)\s+(?:accept|tolerate|allow|permit|countenance|brook|support)\s+(?:an?|any|another)\s+{_NONE_YET}\Z"
)
"""Before an event that somebody shrinks from, or will have nothing of: "reluctant to hold any talks", "will not accept any intervention"."""
_HARDLY = re.compile(
    r"\b(?:inconceivable|unthinkable|unlikely|improbable|impossible|hard\s+to\s+(?:imagine|see)|no\s+(?:chance|prospect|question|danger)|out\s+of\s+the\s+question)\b,?\s+(?:(?:though|however|therefore|then),\s+)?"
    r"(?:that|of|for|to)\s[^.;“”]{0,120}?\b(?:an?|any|another|the\s+(?:kind|sort|type)\s+of)\s+" + rf"{_NONE_YET}\Z"
)
"""Before an event that will hardly come: "It is inconceivable that Norway would launch another"."""
_OFF = re.compile(r"\b(?:cancel+ed|aborted|scrapped|shelved|stillborn)\s+(?:[\w-]+\s+){0,2}\Z")
_TRIED = re.compile(rf"\b{_TRY}\s(?:[^.;,]{{1,80}}?\s)?{_BY_WHOM}to\s+(?:{_BEGIN})\s+{_NONE_YET}\Z")
_CAME_TO_NOTHING = re.compile(
    rf"{_PHRASE}(?:(?:(?:ha(?:s|ve|d)\s+been|were|was|ha(?:s|ve|d))\s+(?:[a-z]+ly\s+)?)?"
    r"(?:thwarted|blocked|rebuffed|unsuccessful|frustrated|stymied|foiled|spurned|in\s+vain|failed|c[ao]me\s+to\s+(?:nothing|naught)|foundered))\b"
)


def will_hardly_be(text: str, sentence: Span, event: Span) -> bool:
    """Whether an event is one that nobody wants or expects: "reluctant to hold any talks", "It is unlikely that Norway would wage another war"."""
    first = max(sentence.start, event.start - _FAR)
    return bool(_UNWILLING.search(text, first, event.start) or _HARDLY.search(text, first, event.start))


def has_come_to_nothing(text: str, sentence: Span, event: Span) -> bool:
    """Whether what was wanted is said not to have come about: "failed attempts to open talks with Chile", "refusal to attend the summit"."""
    first = max(sentence.start, event.start - _FAR)
    if _IN_VAIN.search(text, first, event.start) or _OFF.search(text, first, event.start):
        return True
    return bool(_CAME_TO_NOTHING.match(text, event.end, sentence.end) and _TRIED.search(text, first, event.start))
