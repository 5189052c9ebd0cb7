"""Bonds and agreements that are not there, or not yet: wished for, possible, needed, unsigned, or come to nothing.

What governs the noun says so: an adjective ("a potential partner"), what is done about it ("should seek an agreement", "hopes of a
deal", "Without cooperation"), or what is told of it ("an agreement could be reached", "a deal remains unsigned").
"""

from sourcebook import lazy_re as re
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span

_FAR = 260
"""Code points before a noun in which something stands that may govern it."""
_NEAR = 60
"""The same for the words that tell of a membership."""
_BOND = re.compile(
    r"\b(?:partnerships?|co-?operation|collaboration|coordination|interaction|alliances?|entente|friendship|bonds?|ties|links|relations(?:hips?)?"
    r"|partners?|all(?:y|ies)|(?:co-?operat|collaborat|coordinat|consult|partner)(?:e[sd]?|s|ed|ing)|work(?:s|ed|ing)?|allied)\b"
)
_BOUND = re.compile(
    r"\b(?:partners?|all(?:y|ies)|allied|(?:co-?operat|collaborat|coordinat|consult|partner)(?:e[sd]?|s|ed|ing)|work(?:s|ed|ing)?)\Z"
)
"""Of those words, a verb, or a noun that says who somebody is."""
_WORD = (
    r"(?:(?!(?:of|in|on|at|with|to|for|by|from|as|into|towards?|between|and|or|but|that|which|who|is|are|was|were|be|has|have|had|not|should|must|could|might|may|would|can|will"
    r"|an?|any|the|this|its|their|his|her|our)\b|[\w.]+[’']s\b)[\w’'.–/-]+\s+)"
)
"""A word that may stand before a noun and belong to it."""
_DEFINITE = re.compile(
    rf"(?:\b(?:[Tt]he|[Tt]h(?:is|at|ese|ose)|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Bb]oth)|[\w.][’']s|s[’])\s+(?:{_WORD}|and\s+){{0,6}}\Z"
)
_ONE = re.compile(rf"\b(?:[Aa]n?|[Aa]ny|[Aa]nother|[Ss]uch)\s+(?:{_WORD}|and\s+){{0,6}}\Z")
_UNREAL = re.compile(
    r"(?i)\b(?:potential|possible|prospective|hypothetical|eventual|proposed|unsigned|would-be|hoped-for|putative|planned|envisaged|envisioned|future)\s+"
    rf"{_WORD}{{0,4}}\Z"
)
_OF_ONE = rf"(?:(?!(?:continu|further|advanc|deepen|strengthen|expand|develop|maintain|enhanc|preserv|broaden|promot|boost|implement)\w*\s){_WORD}|and\s+)"
"""The same, but for verbs of what is done with a bond that there is."""
_MAKING = r"(?:(?:reach|conclud|sign|negotiat|achiev|secur|mak|forg|build|creat|establish|broker|strik|form|launch)ing\s+|the\s+(?:signing|signature|conclusion)\s+of\s+|(?:an?\s+|the\s+)?(?:(?:final|quick|early|swift|speedy)\s+)?(?:agreement|progress|work|compromise|consensus|breakthrough)\s+(?:on|towards?|over)\s+)"
_SOUGHT = re.compile(
    r"\b(?:(?:seek(?:s|ing)?|sought|pursu(?:e|es|ing)|(?<!managed to )(?<!able to )(?<!helped )negotiat(?:e|es|ing)|want(?:s|ed|ing)?|need(?:s|ed)?|requir(?:e[sd]?|ing)|demand(?:s|ed|ing)?|dictat(?:e[sd]?|ing)|necessitat(?:e[sd]?|ing)"
    r"|propos(?:e[sd]?|ing)|advocat(?:e[sd]?|ing)|urg(?:e[sd]?|ing)|favou?r(?:s|ed|ing)?|oppos(?:e[sd]?|ing)|resist(?:s|ed|ing)?|envisag(?:e[sd]?|ing)|envision(?:s|ed|ing)?|contemplat(?:e[sd]?|ing)|mull(?:s|ed|ing)?|consider(?:s|ed|ing)?"
    r"|desir(?:e[sd]?|ing)|imagin(?:e[sd]?|ing)|(?:call|hop|push|press|aim|striv|yearn|appeal|plead)\w*\s+(?:for|at)|work(?:s|ed|ing)?\s+(?:on|towards?))"
    r"|prefer(?:s|red)?"
    r"|(?:prospect|possibilit(?:y|ie)|chance|hope|idea|need|requirement|demand|call|request|bid|(?:pre-?)?condition|basis|proposal|plan|road|path|way|step|progress|talk|negotiation|pressure|push|quest|search|bid|case|opportunit(?:y|ie)"
    r"|obstacle|impediment|barrier|readiness|willingness|desire|interest|room|dream|vision)s?\s+(?:for|of|to|towards?|in|on)"
    r"|(?:agree|decide|pledge|plan|want|hope|intend|aim|promise|vow|resolve)\w*\s+to\s+(?:build|establish|form|forge|create|launch|set\s+up|enter)\s[^.;:,]{0,50}?"
    r"|(?:needed|required|missing|goal|aim|answer|solution|option|alternative|task|outcome|way\s+(?:out|forward))\s+(?:is|was|remains|(?:would|will|must|should)\s+be)(?:\s+to\s+[a-z]+)?"
    rf"|[Aa]ssuming|[Ss]upposing|[Pp]rovided(?:\s+that)?|[Pp]ending|[Ii]f|[Uu]nless|[Ww]hether|[Aa]bsent|Without|[Bb]arring)\s+{_MAKING}?[“\"]?(?:(?:an?|any|another|such)\s+)?{_OF_ONE}{{0,6}}\Z"
)
"""Before what is wanted, talked about, or supposed: "hopes of reaching a", "calls for", "Without"."""
_DONE = (
    r"(?:(?!United\b|[Uu]nprecedented\b|[Nn]eed\b|[Ii]ndeed\b)\w+ed|made|taken|held|met|spoke|told|said|says|gave|was|were|has|had|is|are|won|led|sent|saw"
    r"|kept|grew|came|went|began|became|because|since|although|whereas|after\s+[a-z]+ing|following\s+the)\b"
)
_MODAL = r"(?:should|must|ought\s+to|could|might|may|would|can|cannot|will|(?<!the )(?<!a )(?:need|ha(?:s|ve))s?\s+to)"
_MUST = re.compile(
    rf"\b{_MODAL}\b(?:\s+be(?:en)?(?:\s+[a-z]+ly)?\s+\w+|\s+(?!{_DONE}|(?:that|which)\s+(?!(?:can|could|will|would|may|might|should|must)\b))[^\s;:“”]+){{0,34}}?\s+\Z"
)
"""Before what is to be done, however far: "should end this by making"."""
_HAVE_IT = re.compile(
    rf"\b(?:signed|reached|concluded|struck|inked|sealed|clinched|negotiated|made|forged|formed|h[ae]ld|has|have|had)\s+(?:an?|another|such)\s+{_OF_ONE}{{0,6}}\Z"
)
"""Before what somebody has made: "has signed an"."""
_OUGHT = re.compile(
    rf"\b(?:{_MODAL}|(?:want|hope|seek|aim|wish|aspire|expect)\w*\s+(?:[A-Z][\w-]+\s+)?to)\s+(?:(?:also|only|now|then|be|well|[a-z]+ly)\s+)*(?:an?\s+|the\s+)?{_WORD}{{0,4}}\Z"
)
"""Soon before who works with another, or is a partner: "should closely work", "can be an exceptional partner"."""
_REST = r"(?:\s*\([^)]{1,30}\))?(?:\s+(?:with|between|among|of|on|in|for|like)\s(?:(?!\b(?:signed|concluded|reached|made|that|which|who|whose)\b)[^.;:,“”]){1,80}?)?(?:,[^.;,“”]{2,110},)?(?<!\she)(?<!\sshe)(?<!\sit)(?<!\sthey)(?<!\swe)"
"""What may follow an agreement: whose it is, what it is on, an aside."""
_SUPPOSED = re.compile(rf"{_REST}\s+(?:may|might|could|would|should|must|can)\b(?!\s+have\b)")
_SOMETHING = re.compile(
    r"\s+(?:would|could|might|may|can)\s+(?:(?:well|also|only|still|indeed)\s+)*(?:be|become|prove|help|bring|serve|enable|give|create|provide|emerge|develop)\b"
)
_CAME_TO_NOTHING = re.compile(rf"{_REST}\s+(?:(?:might|could|would)\s+have\s+\w+|(?:was|were)\s+never\s+(?:signed|reached|concluded|made))")
_HAD_THEY = re.compile(r"Had\s+(?:[A-Z][\w’-]+\s+(?:and\s+)?){1,5}(?:signed|reached|concluded|made|struck|negotiated)\s")
_IS = r"\s+(?:is|are|was|were|remains?|remained|looks?|looked|seems?|seemed|appears?|appeared|became|becomes?|(?:would|could|will|may|might)\s+(?:then\s+|also\s+|still\s+)?(?:be|become|remain))\s+"
_SO = r"(?:(?:not|yet|still|now|also|both|all\s+but|so|very|quite|more|most|nowhere|far\s+from|[a-z]+ly)\s+)*"
_POSSIBLE = (
    r"necessary|needed|required|possible|impossible|feasible|conceivable|inconceivable|unthinkable|inevitable|unavoidable|likely|unlikely|desirable|imminent"
    r"|elusive|unattainable|achievable|attainable|unrealistic|improbable|within\s+(?:sight|reach)|in\s+sight|out\s+of\s+(?:reach|the\s+question)|at\s+hand|a\s+(?:must|possibility)|the\s+(?:only|best|ultimate)\s+(?:[a-z]+\s+)?(?:solution|option|hope|way|answer|chance|goal|aim|alternative)"
)
_IS_POSSIBLE = re.compile(rf"{_REST}{_IS}{_SO}(?:{_POSSIBLE})\b")
_IS_NEEDED = re.compile(
    rf"{_REST}{_IS}{_SO}(?:{_POSSIBLE}|vital|essential|imperative|indispensable|crucial|critical|urgent|an?\s+(?:necessity|precondition|prerequisite))\b"
)
"""The same, and what is said too of a bond that there is."""
_UNSIGNED = re.compile(
    rf"{_REST}(?:,\s+which)?{_IS}(?:(?:still|as\s+yet|currently|now)\s+)?(?:unsigned|unfinished|incomplete|pending|stalled|(?:to\s+be|being)\s+(?:signed|concluded|negotiated|finali[sz]ed|reached)|under\s+negotiation)\b"
    rf"|{_REST}\s+(?:is|are|was|were|has|have|had)\s+(?:still\s+)?(?:not\s+yet\s+(?:been\s+)?|yet\s+to\s+be\s+)(?:signed|concluded|reached|finali[sz]ed|initialled)\b"
)
_NAMES = re.compile(r"(?:[\s,]*(?:(?:and|or|the)\b|[A-Z][\w.’-]*))*")
"""Those to whom the words of a bond lead: "Norway, the Union, and Chile"."""


_OF_WHOM = re.compile(r"\s+(?:with|between|among|involving|including|linking|for|of|by)(?=\s)")
"""After an agreement, before the names of those whose it would be."""
_SUPPOSING = re.compile(
    r"\W*(?:(?:In|Under)\s+(?:this|that|such\s+an?|these|either|the\s+(?:best|worst|ideal))\s+(?:[a-z]+\s+){0,2}"
    r"(?:scenario|case|event|plan|scheme|vision|future|world|arrangement|circumstances|conditions)\b|(?:If|Should|Were)\s(?!(?:anything|not|only)\b))[^.;:]*?\s(?:would|could|might)\s"
)
"""What opens a sentence of what would be: "In this scenario, their cooperation would"."""
_BE_IT = (
    r"(?:maintain|preserve|strengthen|deepen|build|forge|establish|create|ensure|promote|develop|enhance|improve|restore|revive|seek|pursue"
    r"|expand|increase|continue|encourage|foster|renew|keep|intensify|reinforce)(?!\s+(?:for|in|of|on|to|by|from)\b)"
)
_GOAL = re.compile(
    rf"(?:\A\W*|\A\W+[Tt]o\s+|[:;·•]\s+(?:to\s+|and\s+(?:to\s+)?)?)(?i:{_BE_IT})(?:\s+(?!(?:and|that|which|who)\b)[\w’'–-]+){{0,8}}\s*\Z"
)
"""What one is told to do, in a list of such: "maintain their cooperation; build roads"."""


_DEMANDED = re.compile(
    r"\b(?:demands?|calls?|requests?|pressure|hopes?|appeals?|insist(?:s|ed|ing|ence)?)\s+(?:for|on)\s+(?:[\w.-]+\s+){0,3}?[\w.-]+[’']s?\s+(?:[a-z]+\s+){0,2}\Z"
    r"|\b(?:readiness|willingness|eagerness|desire|intention|pledge|promise)\s+to\s+(?:[a-z]+ly\s+)?\Z"
    r"|(?:\b(?:[Ii]t\s+(?:is|was|remains|seems|becomes)|(?:think|consider|make|find)s?\s+it)\s+(?:[a-z]+ly\s+|also\s+|now\s+|therefore\s+|more\s+|so\s+){0,2}"
    r"(?:essential|important|vital|imperative|necessary|crucial|critical|urgent|desirable|time|high\s+time|better)"
    r"|\b(?:insist|demand|urge|propose|recommend|suggest|ask)(?:s|ed|ing)?)\s+that\s+[^.;:,“”]{2,80}?\s\Z"
)
"""Before what somebody wants of others: "demands for Chile's cooperation", "It is essential that Norway and Chile work together"."""
_SUITED = re.compile(
    r"\b(?:suitable|suited|ideal|natural|obvious|logical|attractive|worthy|fitting|promising|perfect|desirable|willing)\s+(?:[a-z]+\s+)?\Z"
)
_FOR = re.compile(r"\s+(?:for|in)\s")
_IN = re.compile(r"\b[Ii]n\s+(?:(?:close|full|active|direct)\s+)?\Z")
_THEN_MUST = re.compile(r",\s+(?:[A-Z][\w-]+\s+){0,2}(?:should|must|ought\s+to|could|might|needs?\s+to|ha(?:s|ve)\s+to)\b")
"""After those in cooperation with whom something is to be done: "in cooperation with Chile, should press"."""
_ENTRY = re.compile(r"\b(?:accession|entry|admission|joining)\s+(?:of|in|to|into)\b")
_MEMBERSHIP = re.compile(r"\bmembership\b")
_PUTATIVE = re.compile(
    r"\b(?:putative|prospective|would-be|aspiring|future|potential|possible|hopeful|eventual)\s+(?:[a-z-]+\s+){0,2}members?\s+(?:states?\s+)?of\b"
)
_AT_ISSUE = re.compile(
    r"(?i:\b(?:accelerat(?:e[sd]?|ing)|speed(?:s|ed|ing)?\s+up|hasten(?:s|ed|ing)?|delay(?:s|ed|ing)?|pursu(?:e[sd]?|ing)|seek(?:s|ing)?|sought|roadmap|question|issue|prospects?|idea|possibility|support|opposition|bids?|hopes?|path|road|way|candidacy|objections?|resistance|debate|negotiations?|talks|vision"
    r"|oppos(?:e[sd]?|ing)|back(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|block(?:s|ed|ing)?|vetoe?(?:s|d|ing)?|reject(?:s|ed|ing)?|advocat(?:e[sd]?|ing)))"
    r"\s+(?:(?:of|for|to|over|about|on|against|towards?)\s+)?(?:the\s+)?(?:[\w.-]+\s+){0,2}\Z"
)
"""Before those whose membership is wished for or not: "opposition to Norway's membership in the Union"."""
_FULL = re.compile(r"\bfull\s+membership\b")
"""What is said of the membership of those who have none yet: "the benefits of Norway's full membership"."""
_WOULD_JOIN = re.compile(r"\bjoining\b")
_SHOULD_JOIN = re.compile(
    rf"\b{_MODAL}\s+(?:(?:also|only|now|then|one\s+day|soon|[a-z]+ly)\s+)*(?:(?:be|become)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,3}}(?:members?|part)|be\s+admitted|join|belong|enter|accede)\b"
)


_RECOGNISE = re.compile(rf"\b{_MODAL}\s+(?:(?:also|now|then|finally|[a-z]+ly)\s+)*(?:be\s+)?recogni[sz]ed?\b")


def recognition_wished_for(text: str, sentence: Span, focus: Span) -> Stance | None:
    """PLAN for a recognition that is only asked for: "Norway should recognise Chile"; else None."""
    return Stance.PLAN if _RECOGNISE.search(text, max(sentence.start, focus.start - _NEAR), focus.end) else None


def pact_wished_for(text: str, sentence: Span, pact: Span) -> Stance | None:
    """PLAN for an agreement that is wished for, possible or unsigned, DENIAL for one that came to nothing; else None."""
    led = max(sentence.start, pact.start - _FAR)
    if _UNREAL.search(text, led, pact.start) or _UNSIGNED.match(text, pact.end, sentence.end):
        return Stance.PLAN
    whom = _OF_WHOM.match(text, pact.end, sentence.end)
    names = _NAMES.match(text, whom.end(), sentence.end) if whom else None
    if _HAD_THEY.match(text, sentence.start, pact.start):
        return Stance.DENIAL
    if _is_definite(text, led, pact.start) or _HAVE_IT.search(text, led, pact.start):
        return None
    if _CAME_TO_NOTHING.match(text, pact.end, sentence.end):
        return Stance.DENIAL
    after = names.end() if names else pact.end
    sought = (
        _is_sought(text, led, pact.start)
        or any(each.match(text, end, sentence.end) for each in (_SUPPOSED, _IS_NEEDED) for end in {pact.end, after})
        or (_ONE.search(text, led, pact.start) and _SUPPOSING.match(text, sentence.start, sentence.end))
    )
    return Stance.PLAN if sought else None


def bond_wished_for(text: str, sentence: Span, focus: Span) -> Stance | None:
    """PLAN for a bond that is wished for or possible, DENIAL for one that cannot be, by the noun or the verb for it; else None."""
    found = [each.span() for each in _BOND.finditer(text, focus.start, focus.end)]
    start, end = found[-1] if found else (focus.start, focus.end)
    led = max(sentence.start, start - _FAR)
    if _UNREAL.search(text, led, start) or _is_goal(text, sentence, start) or _DEMANDED.search(text, led, start):
        return Stance.PLAN
    if _SUITED.search(text, led, start) and _FOR.match(text, end, sentence.end):
        return Stance.PLAN
    if _BOUND.search(text, start, end):
        ought = _OUGHT.search(text, led, start)
        return None if ought is None else Stance.DENIAL if ought[0].startswith("cannot") else Stance.PLAN
    if _is_definite(text, led, start) or _HAVE_IT.search(text, led, start):
        return None
    names = _NAMES.match(text, max(end, focus.end), sentence.end)
    after = names.end() if names else end
    if phrase := _IN.search(text, led, start):
        return Stance.PLAN if _THEN_MUST.match(text, after, sentence.end) or _MUST.search(text, led, phrase.start()) else None
    said = (_IS_POSSIBLE, _SUPPOSED if _ONE.search(text, led, start) else _SOMETHING)
    sought = (
        _is_sought(text, led, start)
        or any(each.match(text, after, sentence.end) for each in said)
        or _SUPPOSING.match(text, sentence.start, sentence.end)
    )
    return Stance.PLAN if sought else None


def _is_definite(text: str, led: int, noun: int) -> bool:
    """Whether a noun has a definite article or an owner: "the pact", not "the Norwegians prefer a pact"."""
    definite, sought = _DEFINITE.search(text, led, noun), _SOUGHT.search(text, led, noun)
    return definite is not None and not (sought and sought.start() > definite.start())


def _is_goal(text: str, sentence: Span, noun: int) -> bool:
    """Whether a noun is the object of a verb with which an item of a list, or the sentence, tells what to do."""
    return bool(_GOAL.search(text[sentence.start : noun]))


def _is_sought(text: str, led: int, noun: int) -> bool:
    """Whether the words before a noun say so."""
    one = _ONE.search(text, led, noun)
    return bool(_SOUGHT.search(text, led, noun) or (one and _MUST.search(text, led, one.start())))


def is_putative(text: str, focus: Span) -> bool:
    """Whether somebody is called a member who is to become one: "a putative member of the Union"."""
    return bool(_PUTATIVE.search(text, focus.start, focus.end))


def entry_wished_for(text: str, sentence: Span, focus: Span) -> Stance | None:
    """PLAN for a membership that is only possible or wanted: "Norway's accession to the Union would", "should become a member"; else None."""
    after = (
        (_IS_POSSIBLE, _SUPPOSED)
        if _ENTRY.search(text, focus.start, focus.end)
        else (_IS_POSSIBLE,)
        if _MEMBERSHIP.search(text, focus.start, focus.end)
        else (_SUPPOSED,)
        if _WOULD_JOIN.search(text, focus.start, focus.end)
        else ()
    )
    near = max(sentence.start, focus.start - _NEAR)
    wanted = (
        _PUTATIVE.search(text, near, focus.end)
        or _SHOULD_JOIN.search(text, near, focus.end)
        or (after and (_AT_ISSUE.search(text, near, focus.start) or _FULL.search(text, focus.start, focus.end)))
    )
    return Stance.PLAN if wanted or any(each.match(text, focus.end, sentence.end) for each in after) else None
