"""Whether a field of cooperation is there, planned, or only wished for: by the clause that it stands in, not by any word of its sentence."""

from sourcebook import lazy_re as re
from sourcebook.extract.cues import PLANNED, PROPOSED, WISHED
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.model.spans import Span


def status_of(reading: Reading, sentence: Sentence, lead: Sentence | None, fields: Span) -> str:
    """The status of a list of fields: "active", "planned" or "proposed".

    Args:
        reading: the document.
        sentence: in which they stand.
        lead: the words before the list of which the sentence is an item.
        fields: from the first to the last of them.
    """
    before, after = _clause(reading, sentence, fields)
    if _THERE.search(before) or _LASTS.match(after) or (_KEPT.search(before) and not PROPOSED.search(before)):
        return "active"
    if reading.text.endswith("?", 0, sentence.span.end):
        return "proposed"
    ties = _TIES.match(after) or _ARE_TIES.search(reading.text, fields.start, fields.end)
    if ties and (_HAVE_THEM.search(before) or _GROWN.search(before)):
        return "active"
    if _TO_COME.search(before) and not ties:
        return "proposed"
    governing = f"{lead.span.of(reading.text) if lead else ''} {before} {after}"
    possible = _ONLY_POSSIBLE.search(governing) and not _DEEPENED.search(before) and not _TOLD_OF_TO_COME.search(governing)
    if PROPOSED.search(governing) or possible or _WANTED.search(before) or (_GROWING_OF.search(before) and _WISHED_FOR.search(after)):
        return "proposed"
    if PLANNED.search(governing) or _NEGOTIATED.search(before) or _TOLD_OF_TO_COME.search(governing):
        return "planned"
    return "proposed" if WISHED.search(before) or _WISHED_FOR.search(after) else "active"


def is_untold(reading: Reading, sentence: Sentence, fields: Span) -> bool:
    """Whether the clause of fields says that nobody works in them, or may not: "failed to cooperate on", "cooperation in fishing will be impossible"."""
    before, after = _clause(reading, sentence, fields)
    return bool(_UNDONE.search(before) or _UNLIKELY.match(after))


def declines(reading: Reading, sentence: Sentence, fields: Span) -> bool:
    """Whether the clause of fields says that less and less is done in them: "slowing trade", "the trade between Norway and Chile will fall"."""
    before, _ = _clause(reading, sentence, fields)
    return bool(_LESS.search(before) or _SHRINKS.match(reading.text, fields.end, sentence.span.end))


def _clause(reading: Reading, sentence: Sentence, fields: Span) -> tuple[str, str]:
    """The words of their clause before and after fields, without other fields: "space exploration" explores nothing."""
    begins = [each.end() for each in _BEGINS.finditer(reading.text, sentence.span.start, fields.start)]
    start = begins[-1] if begins else sentence.span.start
    before = reading.plain(start, fields.start, "area")
    last = max(fields.end, _end_of_opening(reading, sentence) if start == sentence.span.start else 0)
    end = _ENDS.search(reading.text, last, sentence.span.end)
    return before, reading.plain(last, end.start() if end else sentence.span.end, "area")


def _end_of_opening(reading: Reading, sentence: Sentence) -> int:
    """Where the list ends that a sentence opens with, whose end says what it is: "Fishing, the building of a port and mining, all are promising"; else 0."""
    areas = reading.inside(sentence.span, "area")
    first, last = areas[0], areas[-1]
    opens = first.span.start - sentence.span.start <= len("The ")
    if not opens or _VERB.search(reading.text, first.span.end, last.span.start):
        return 0
    summed = _SUMMED_UP.match(reading.text, last.span.end, sentence.span.end)
    return summed.end() if summed else last.span.end


_SUMMED_UP = re.compile(r"(?:,?\s+(?:and|or)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)?(?:\s*[—–]\s*|,\s+)(?=(?:all|both|these|those|each)\b)")
_VERB = re.compile(
    r"[;:]|\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|must|do|does|did|[a-z]{3,}ed|grew|became|began|remains?|includes?|helps?|needs?|makes?)\b"
)
_BEGINS = re.compile(
    r";\s(?=(?:the|its|their|his|her|our|this|these|it|he|she|they|we|[A-Z][\w’'-]+)\s)|\s[–—-]\s"
    # "trade has grown, although they will not meet", "which would"
    r"|,\s+(?:and\s+|but\s+|yet\s+|so\s+)?(?:(?:particularly|especially)\s+)?"
    r"(?:which|who|whose|where|while|whereas|although|though|because|given|despite|notwithstanding|amid"
    r"|(?:underpinned|driven|backed|fuel+ed|bolstered|marked|buttressed|reinforced)\s+by"
    r"|with(?!\s+(?:an?\s+|particular\s+|special\s+|the\s+)*(?:focus|emphasis|attention|view|aim|priority|goal)))\s"
    # "they will meet, and their trade grows"
    r"|,\s+(?:and|but|so|yet)\s+(?=(?:the|its|their|his|her|our|this|these|it|he|she|they|we|[A-Z][\w’'-]+)\s)"
)
_ENDS = re.compile(
    # "trade and its partners can only gain"
    r"[,;:]|\s[–—-]\s"
    r"|\sand\s(?!(?:[\w’'-]+\s+){1,4}?(?:will|would|can|could|may|might|should|must|is|are)\s)|\s(?:but|that|which|who|while|because|so)\s"
)
_GROWTH = (
    r"(?:(?:strengthen|deepen|boost|bolster|expand|increas|grow|intensif|reinforc|doubl|tripl|upgrad|widen|broaden|turbocharg|supercharg|accelerat|spurr?|lift|rais)(?:e[sd]?|s|ed|ing|y|ies|ied)?"
    r"|(?:step|scal|ramp|speed)\w*\s+up)"
)
_GROWN = re.compile(rf"\b{_GROWTH}\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){{0,3}}[A-Z][\w.-]*[’']s?\s+(?:[a-z-]+,?\s+(?:and\s+)?){{0,3}}\Z")
"""Before ties that are there to grow: "to turbocharge Chile's"."""
_THERE = re.compile(
    # "its increasing cooperation"
    r"\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]he|[a-z][’']s?)\s+(?:(?:increasing|deepening|expanding|strengthening|intensifying|widening|blossoming|budding|already)(?:ly)?,?\s+(?:and\s+)?)(?:[a-z-]+,?\s+(?:and\s+)?){0,3}\Z"
    r"|\b(?:growing|existing|ongoing|long-?standing|burgeoning|flourishing|booming|thriving|continuing|already\s+[a-z]+)\s+(?:[a-z-]+,?\s+(?:and\s+)?){0,3}\Z"
    r"|\bprogress\s+(?:[a-z]+\s+){0,2}(?:in|on)\s+(?:[a-z]+\s+){0,2}\Z"
    r"|\b(?:continu(?:e|es|ed|ation\s+of)|keeps?|kept)\s+(?:[\w’'–-]+\s+){0,8}\Z"
    # "will be the centre of Norwegian-Chilean trade"
    r"|\b(?:will|would)\s+be(?:come)?\s+(?:an?|the|its|one)\s+[^.;,]{2,60}?\s(?:in|of)\s+[A-Z]\w+[-–][A-Z]\w+\s+(?:[\w-]+\s+){0,3}\Z"
)
"""Before fields that are there, whatever is said of them: "the growing trade", "progress on", "would continue to cooperate in"."""
_KEPT = re.compile(
    r"\b(?:sabotag|undermin|damag|disrupt|wreck|torpedo|jeopardi[sz]|maintain|preserv|sustain|safeguard|protect|destroy|ruin|shatter|harm|hurt|threaten|endanger|imperil|poison|sour|strain)(?:e|es|ed|ing|s)?\s+"
    r"(?:and\s+(?:even\s+)?[a-z]+\s+)?(?:(?!(?:and|to|by)\b)[\w’'/–-]+\s+(?:/\s+)?){0,5}\Z"
)
"""Before what must be there: "sabotage the trade of", "maintain and expand their trade"."""
_HAVE_THEM = re.compile(
    r"\b(?:(?:worr(?:y|ies|ied)|concern(?:ed|s)?|fear(?:s|ed|ful)?|anxious|uncertain(?:ty)?|unsure)\s+(?:about|over|for|of)\s+(?:[\w’'–-]+\s+){0,4}"
    r"|(?:due\s+to|because\s+of|given|despite|thanks\s+to|in\s+spite\s+of)\s+(?:its|their|his|her|our|[\w.]+[’']s)\s+(?:[\w’'–-]+\s+){0,4})\Z"
)
"""Before ties that are there: "worried about future trade relations", "due to its strategic trade ties"."""
_LASTS = re.compile(
    r"(?:\s+(?!(?:should|must)\b)[\w’'–-]+){0,8}?\s(?:can|could|will|would|may|might|to)\s+(?:(?:not|hardly|scarcely|barely|only|also)\s+)?"
    r"(?:survive|withstand|endure|outlast|outlive|suffer|benefit|continue\s+to|collapse|unravel|deteriorate|wither|recover|rebound|be\s+(?:hurt|harmed|damaged|disrupted|destroyed|strained|hit|undone|wrecked))\b"
)
"""After what must be there to last or to be harmed: "relations between Norway and Chile could hardly survive a war"."""
_FALLS = (
    r"(?:falls?|fallen|falling|fell|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|shrinks?|shrank|shrunk|shrinking|plung(?:e[sd]?|ing)|slump(?:s|ed|ing)?|contract(?:s|ed|ing)?|slow(?:s|ed|ing)?(?:\s+down)?|tumbl(?:e[sd]?|ing)"
    r"|dwindl(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|plummet(?:s|ed|ing)?|dip(?:s|ped|ping)?|halved?|wan(?:e[sd]?|ing)|stagnat(?:e[sd]?|ing)|dr(?:y|ies|ied)\s+up|erod(?:e[sd]?|ing)|weaken(?:s|ed|ing)?|fad(?:e[sd]?|ing)|sag(?:s|ged)?|deteriorat(?:e[sd]?|ing)|worsen(?:s|ed|ing)?|marred|overshadowed)"
)
_SHRINKS = re.compile(
    r"(?:\s+(?:volumes?|turnover|flows?|ties|relations|links))?(?:\s+(?:between|among|with)(?:\s+(?:the|and|[A-Z][\w’'.-]*,?)){1,8}?)?"
    rf"(?:\s+(?:has|have|had|will|would|is|are|was|were|been|to|began|begun|started|continue[ds]?|expected|forecast|projected|set|likely|also|again|[a-z]+ly))*\s+{_FALLS}(?!\s+(?:under|within|into)\b)\b"
)
"""After what becomes less: "Norwegian–Chilean trade will fall"."""
_LESS = re.compile(
    r"\b(?:[Ss]low(?:ing|er)|[Ww]eaker|[Ff]alling|[Ss]hrinking|[Dd]eclining|[Dd]windling|[Ww]aning|[Ww]eakening|[Ww]orsening|[Dd]eteriorating|[Ss]agging|[Ss]tagnant|[Ss]luggish|[Cc]ollapsing|[Pp]lunging|[Ff]lagging|[Ff]altering|[Dd]iminish(?:ing|ed)|[Ll]ower|[Rr]educed|[Ff]rayed|[Ff]raying"
    r"|(?:fall-?off|drop(?:-off)?|declines?|[Dd]ecline|falls?|slump|slowdown|plunge|contraction|reductions?|decrease|downturn|dip|collapse|weakening|worsening|erosion|loss)\s+(?:in|of)"
    r"|(?:impact|affect|depress|dampen|stifl|chok|weigh(?=\w*\s+on)|reduc|curtail|curb|downgrad|shrink|slash|loosen|limit|weaken|diminish|scal(?=\w*\s+(?:back|down))|cut(?=\w*\s+(?:back|down))|w(?:ind|ound)(?=\w*\s+down))(?:e[sd]?|s|ed|ing)?(?:\s+(?:back|down|off))?(?:\s+on)?)"
    r"\s+(?:(?!(?:to|by|and|in|on|with|barriers|restrictions|tariffs|dependence|reliance|emissions)\b)[\w’'–-]+\s+){0,4}\Z"
)
"""Before what becomes less: "the fall-off in", "is reducing its"."""
_TIES = re.compile(r"\s*(?:and\s+[a-z]+\s+)?(?:ties|relations(?:hips?)?|links|bonds)\b")
_ARE_TIES = re.compile(r"\b(?:trade|ties|relations(?:hips?)?|links|bonds)\Z")
_TO_COME = re.compile(r"\bfuture\s+(?:[\w’'–-]+\s+){0,3}\Z")
"""Before fields that are talked of: "spoke about future fishing cooperation"."""
_DEEPENED = re.compile(
    r"\b(?:deepening|strengthening|expansion|widening|growth|intensification|increase)\s+(?:of|in)\s+(?:[\w’'–-]+\s+){0,4}\Z"
)
"""Before what must be there to grow: "if it leads to a deepening of their fishing ties"."""
_GROWING_OF = re.compile(
    r"(?:\A|,\s+)(?:[Ii]ncreas|[Ss]trengthen|[Dd]eepen|[Ee]xpand|[Ee]nhanc|[Bb]oost|[Dd]evelop|[Pp]romot)ing\s+(?:[\w’'–-]+\s+){0,4}\Z"
)
"""Before what somebody may or should do: "increasing their trade can only help"."""
_ONLY_POSSIBLE = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|would|provided\s+that|(?:ready|willing|(?<!will\sbe\s)able|eager|readiness|willingness|eagerness)\s+to|(?:is|are)\s+to\s+(?!be\b)[a-z]+"
    r"|(?:opportunit(?:y|ies)|chances?|reasons?|incentives?)\s+(?:for|to)|co-?operation\s+opportunities|(?:scope|room|need|case|potential|hopes?|appetite)\s+for"
    r"|[Ii]t\s+(?:is|was|will\s+be|remains)\s+(?:also\s+|now\s+|therefore\s+)?(?:necessary|important|essential|vital|crucial|imperative|time|wise|better|urgent|possible)"
    r"|(?:much|more|lots?|little|plenty|everything)\s+to\s+(?:be\s+)?(?:gain|learn|win)(?:ed)?\s+from"
    r"|(?:ability|capacity|potential)\s+(?:of\s+[^.;,]{1,50}?\s+)?to\s+(?:work|co-?operate|collaborate|partner|join|engage))\b"
)
"""What says that nobody has done or decided it: "if they cooperate", "an opportunity to cooperate"."""
_WANTED = re.compile(
    r"\b(?:[Nn]eeds?|[Rr]equires?|demands?)\s+(?:[\w’'–-]+\s+){0,5}\Z"
    r"|\b(?:wants?|hopes?|wish(?:es)?|would\s+like)\s+to\s+(?:[a-z]+\s+)?(?:co-?operat|collaborat|work|partner|join|build|develop|create|establish)"
    # "wants deeper Chilean cooperation in", "has been seeking more"
    r"|\b(?:wants?|wanted|seek(?:s|ing)?|sought|desires?|favou?rs?|prefers?|hop(?:es|ed|ing)\s+for|(?:press|push|call)(?:es|s|ed|ing)?\s+for)\s+(?:to\s+have\s+)?(?:an?\s+)?(?:much\s+|even\s+)?"
    r"(?:more|deeper|closer|greater|stronger|better|further|wider|broader|enhanced|increased|expanded)\s+(?:[\w’'.–-]+\s+){0,8}\Z"
    # "has made efforts to build", "is trying to forge"
    r"|(?<!will )\b(?:efforts?|attempts?|bids?|desire|readiness|willingness|ambitions?|seek(?:s|ing)?|sought|tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|aim(?:s|ed|ing)?|striv(?:es?|ing)|strove|struggl(?:es?|ed|ing)|hop(?:es?|ed|ing)|wants?|wish(?:es|ed|ing)?|aspir(?:es?|ed|ing))"
    r"\s+to\s+(?:[a-z]+\s+){0,2}(?:build|establish|forge|create|form|launch|start|begin|revive|restore|resume|secure|win|attract)\s"
    r"|(?<!will )\b(?:seek(?:s|ing)?|sought|tr(?:y|ies|ied|ying)|hop(?:es?|ed|ing)|wants?|aim(?:s|ed|ing)?)\s+to\s[^.;]{3,90}?\s(?:through|by|via)\s"
    # "expects Chile to offer them aid"
    r"|\b(?:expects?|wants?|asks?|asked|urge[sd]?|presse[sd]|begs?|begged|invite[sd]?|wishes|implore[sd]?)\s+(?:the\s+)?(?:[\w’'.-]+\s+){1,4}?to\s+"
    r"|\boffer(?:s|ed|ing)?\s+(?:[\w’'-]+\s+){0,3}(?:to\s+)?(?:co-?operat|collaborat|work|partner)|\A(?:The|the)\s+(?:more|closer|better)\s"
)
"""Before fields in which somebody wants to work: "Europe needs their cooperation on", "offered to cooperate in"."""
_NEGOTIATED = re.compile(r"\b(?:is|are|were|was|be|been)\s+(?:[a-z]+\s+)?negotiating\s")
_TOLD_OF_TO_COME = re.compile(
    r"\b(?:said|says|agreed?|announced|pledg(?:ed?|es|ing)|promis(?:ed?|es|ing)|vow(?:s|ed)?|decided|confirmed|commit(?:ted|s)?\s+(?:[a-z]+\s+)?to)\b"
    r"(?=.*\bwould\b)|\b(?:pledg|promis|vow)(?:ed?|es|ing|s)?\b"
)
"""What somebody has said or promised to do: "said that they would cooperate"."""
_WISHED_FOR = re.compile(r"\s(?:should|must|ought\s+to|needs?\s+to|could|might|may|can\s+only)\s")
"""After fields, before what is wanted of them: "cooperation in fishing should grow"."""
_UNLIKELY = re.compile(
    r"(?:\s+(?:(?!(?:will|would|is|are|was|were|has|have)\b)[\w’'–-]+)){0,6}\s+"
    r"(?:will|would|is|are|was|were|remains?|seems?|looks?|has|have)\s+(?:(?:been|be|become|now|still|largely|all\s+but)\s+)*"
    r"(?:impossible|unlikely|unthinkable|inconceivable|(?:very\s+)?difficult|lacking|absent|dead|over"
    r"|an?\s+(?:fantasy|illusion|myth|fiction|failure|mirage|pipe\s+dream|dead\s+letter))\b"
)
_WORK = r"(?:co-?operat|collaborat|coordinat|partner|work(?:ing|ed)?\s+(?:together|with))"
_UNDONE = re.compile(
    rf"\b(?:fail(?:s|ed|ing|ure)?|refus(?:es?|ed|ing|al)|unwilling(?:ness)?|unable|inability|reluctan(?:t|ce)|declin(?:es?|ed)|hesita\w+|slow|hard|difficult|impossible)"
    rf"\s+(?:(?:of|for|between)\s+[^.;,]{{1,50}}?\s+)?(?:to|in|on)\s+(?:[a-z]+\s+){{0,2}}{_WORK}"
    rf"|\b(?:prevent|keep|stop|bar|deter|block|discourag)\w*\s+[^.;,]{{1,50}}?\s+from\s+(?:[a-z]+\s+)?{_WORK}"
    rf"|\b(?:prevent|imped|hamper|hinder|obstruct|block|damag|harm|hurt|jeopardi[sz]|imperil|poison|sour|strain|weaken|complicat|threaten)\w*\s+(?:(?!(?:by|to|through|and)\b)[\w’'–-]+\s+){{0,4}}{_WORK}"
    rf"|\b(?:[Ll]ittle|scant|hardly\s+any|insufficient|inadequate|minimal)\s+(?:[\w’'–-]+\s+){{0,2}}{_WORK}"
    rf"|\b(?:can|could|do|does|did)(?:\s?not|n[’']t)\s+(?:[a-z]+\s+)?{_WORK}|\b(?:[Ww]ithout|[Ff]ar\s+from|[Ii]nstead\s+of|[Rr]ather\s+than)\s+(?:[\w’'–-]+\s+){{0,3}}{_WORK}"
    r"|\b(?:unable|insufficient|inadequate|powerless|not\s+enough)\s+to\s+(?:[\w’'–-]+\s+){1,16}\Z"
    rf"|\AHad\s[^.;,]{{1,80}}?\s{_WORK}"
)
"""Before fields in which nobody works, or less than before."""
