"""Whose the clause is that words in marks end: somebody's of several clauses, somebody's whom "with" leads, or nobody's who is named."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.found import covered
from sourcebook.extract.speech.bodies import IT, body_before, generic_body
from sourcebook.extract.speech.cited_by import ITS_OFFICIAL, OTHER_ACTS, PRONOUN
from sourcebook.extract.speech.described import is_described_before
from sourcebook.extract.speech.papers import sources
from sourcebook.extract.speech.quotations import Quoted
from sourcebook.extract.speech.subjects import acting, doer_of
from sourcebook.extract.speech.worded import is_idea_of_state
from sourcebook.extract.speech.words import CALLS, SPEECH, VERB
from sourcebook.model.spans import Span

_CRIED = re.compile(
    r"\b(?:crowd|protesters|demonstrators|supporters|audience|marchers|(?:chants?|roars?|shouts|cries|slogans?)\s+of)\b[^.;“”\"]{0,60}"
    r"\b(?:of|chant(?:ed|ing|s)?|shout(?:ed|ing|s)?|roar(?:ed|ing)?|with)\s*\W?\Z"
    r"|\b(?:chants|roars|shouts|cries|slogans|charges?|counts?|suspicion|convicted|guilty|accusations)\s+of\s*\W?\Z"
)
"""What many cry at once nobody says, nor what somebody is charged with: "roars from the crowd of “…”", "on charges of “…”"."""
_CHARGED = re.compile(
    r"\b(?:(?:law)?suits?|case|complaint|indictment|proceedings|prosecution|verdict|trial|sentence|conviction|fine|charges?|allegations?|investigation|probe|inquiry|fatwa|warrant|ban|sanctions)\s+"
    r"(?:(?:brought|filed|issued|imposed|pending|opened|launched)\s+)?(?:against|of|on|into|over)\s[^;:“”\"]{2,90}?\s(?:for|over|alleging|accusing\s[^;:“”\"]{2,40}\sof)\s+(?:allegedly\s+)?(?:(?:an?|the|his|her|its|their)\s+)?\W?\Z"
    r"|\b(?:sued|prosecuted|tried|jailed|imprisoned|convicted|indicted|fined|arrested|detained|expelled|punished|sentenced|executed|banned|blacklisted|impeached|summoned|investigated)\b[^;:“”\"]{0,80}?"
    r"\s(?:for|of|over|with)\s+(?:allegedly\s+)?(?:(?:an?|the|his|her|its|their)\s+)?\W?\Z"
)
"""What a court or a ban holds against somebody is not said by him: "the suit against Ana Ruiz for “…”"."""
_OF_ANOTHER = re.compile(
    r"\b(?:recit|quot|sang|sung|sing|chant|read|cit|invok|echo|paraphras|borrow|recall|repeat|intoning|inton|adapt)\w*\s[^;“”\"]{0,80}?"
    r"(?:[’']s?\s+(?:[\w-]+\s+){0,3}?|\b(?:the|an?)\s+(?:[\w-]+\s+){0,3}?)(?:poems?|songs?|verses?|prayers?|hymns?|anthem|psalms?|(?:old|famous|ancient|popular|well-known)\s+sayings?|proverbs?|adage|maxim|dictum|motto|lines?|lyrics|scripture|couplets?|haiku|sonnet|epitaph|Koran|Quran|Bible|Torah)\b"
    r"[^;“”\"]{0,120}\W\Z"
)
"""Words of others that somebody only repeats: "recited her grandfather's poem: “…”"."""
_WHAT_IT_IS_FOR = re.compile(
    r"\b(?:(?:that|which)\s+(?:[a-z]+ly\s+)?(?:(?:is|was|are|were)\s+(?:[a-z]+\s+)?)?(?:aim(?:s|ed)?|seeks?|sought|designed|intended|meant|supposed|created|established|set\s+up|vows?|purports?|promises|claims)"
    r"|(?:aimed|intended|designed|meant)|(?:goals?|aims?|purpose|mission|objective|task|mandate)\s+(?:is|was|are|were))\s*(?:\s(?:at|to|for))?\s*\W?\Z"
)
"""What a meeting or a plan is for is written somewhere: "a summit that aims “to …”"."""
_OFTEN = r"(?:(?:still|also|has|have|had|once|now|often|long|always|then|later|even|would|[a-z]+ly)\s+){0,3}"
_CALLING = rf"(?:{VERB}|{CALLS}|call|calls|reject(?:s|ed)?|decr(?:y|ies|ied)|mock(?:s|ed)?|ridicul(?:e|es|ed)|welcom(?:e|es|ed)|protest(?:s|ed)?|denounces?|condemns?|hails?|describe)"
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\s+(?:(?!not\b)[a-z]+\s+){0,3}?"
    r"(?:critici[sz]ed|mocked|derided|branded|labell?ed|described|hailed|denounced|dismissed|condemned|praised|called|dubbed|termed|known|nicknamed|seen|viewed|regarded|portrayed"
    r"|characteri[sz]ed|ridiculed|lampooned|celebrated|touted|billed|decried|lauded|slammed|referred\s+to|styled|caricatured|depicted|likened\s+to)\s+"
    r"(?:(?:as|for|being|to\s+be)\s+)?(?:(?:an?|the|its|his|her|their|too|little\s+more\s+than)\s+)?\W{0,2}\Z"
)
"""What something is called by somebody who is not told: "are sometimes mocked as “…”"."""
_TEXT = r"(?:statement|letter|speech|report|article|post|tweet|message|declaration|address|interview|essay|memo|note|cable|book|paper|column|remarks|communiqu[eé]|resolution|text|document)s?"
_THAT_CALLS = re.compile(
    rf"\b(?:an?|another|any|some|those|of|by|with|from|for|against)\s+(?:[\w’'-]+\s+){{0,3}}?(?!{_TEXT}\b)[a-z]{{3,}},?\s+(?:that|who|which)\s+{_OFTEN}{_CALLING}\s"
    r"[^“”\".;:]{0,80}\Z"
)
"""What those say who have no name: "a regime that calls its neighbors “…”"."""
_MANY = (
    r"(?:leaders|officials|lawmakers|politicians|critics|commentators|diplomats|analysts|observers|opponents|supporters|protesters|newspapers|authorities|ministers|experts|activists|voters"
    r"|journalists|hardliners|nationalists|conservatives|liberals|skeptics|sceptics|economists|generals|clerics|rebels|residents|rivals|scholars|pundits|crowds|allies)"
)
_THEY_CALL = re.compile(
    rf"(?:\A\W*|[,;]\s+|\b(?:and|but|while|as|when|though)\s+)(?P<who>(?:[Tt]he\s+|[Mm]any\s+|[Ss]ome\s+)?(?:[A-Z][\w-]+\s+){{0,2}}(?:[a-z-]+\s+)?{_MANY})\s+{_OFTEN}{_CALLING}\b"
    r"(?!\s+by\b)[^“”\";:,]{0,160}\Z"
)
"""What many say together: "Chilean leaders predictably condemned those behind “…”"."""
_SOURCE = re.compile(
    r"\W*[Aa]ccording\s+to\s+(?P<who>(?:an?|one|some|many|several|most|another)\s+(?:[\w-]+\s+){0,4}?[a-z-]+(?:\s+(?:by|in|of|from|for)\s[^,“”\"]{2,60})?),\s"
)
"""What a source without a name says: "According to a recent poll, Ana Ruiz is “…”"."""
_WHAT_THEY_CALL = re.compile(
    r"\bwhat\s+(?P<who>(?:his|her|its|their|an?|some|many|most|several)\s+[a-z][^,.;“”\"]{2,60}?)\s+"
    rf"{_OFTEN}(?:calls?|called|terms?|termed|describes?\s+as|described\s+as|dub(?:s|bed)?|labels?|labell?ed|considers?|considered|regards?\s+as)\s+(?:[a-z]+\s+)?\Z"
)
"""What somebody without a name calls it: "what her predecessor called “…”"."""
_TREATY = re.compile(
    r"\b(?:treaty|treaties|agreements?|accords?|deal|pact|law|bill|constitution|charter|decree|resolution|truce)\b[^“”\";:.]{0,80}?\b[a-z]+\s+"
    r"(?:call(?:s|ed)\s+for|commit(?:s|ted)|oblig(?:es|ed)|provid(?:es|ed)\s+for|requir(?:es|ed)|guarante(?:es|ed)|stipulat(?:es|ed)|binds|mandat(?:es|ed)|forbids|bans|banned)\b"
    r"[^“”\";:.]{0,80}\Z"
)
"""What an agreement or a law says: "a treaty that commits Chile to “…”"."""
_WHICH_HOLDS = re.compile(
    r"\b(?:[Cc]harter|Declaration|[Cc]onvention|[Cc]ovenant|[Cc]onstitution|[Tt]reaty|[Aa]ccords?|[Pp]rotocol|[Ll]aw|Act|[Rr]esolution|[Ss]tatute|[Cc]ode|[Aa]mendment|[Pp]act|[Aa]greement|Article)\b"
    r"(?:\s+\d+)?(?:\s+(?:of|on|for|against)\s[^,;“”\"]{2,60}?)?,?\s+(?:(?:which|that)\s+(?:[a-z]+ly\s+)?"
    r"(?:holds?|held|says?|said|states?|stated|reads?|declares?|guarantees?|provides?|stipulates?|requires?|proclaims?|defines?|describes?|calls?|promises?|enshrines?|affirms?|grants?|gives?|forbids?|prohibits?|allows?|recogni[sz]es?)"
    r"|(?:under|in|by|according\s+to)\s+which)\b[^,;“”\"]*\Z"
)
"""What a charter or a law holds that somebody speaks of: "She pointed to the Charter, which says that all “…”"."""
_TWO_SAY = re.compile(
    r"\W*The\s+(?:[A-Z][\w-]+\s+){0,2}(?:Minister|President|Governor|Secretary|Chancellor|Speaker)\s+and\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){1,4}"
    rf"{_OFTEN}{SPEECH.pattern}"
)
_IT_SAID = re.compile(
    r"\W*(?:He|She|he|she)\s[^“”\"]*,\s+the\s+(?:[\w-]+\s+){1,4}(?:said|announced|confirmed|reported|stated)(?:,\s+adding)?[^“”\"]{0,20}\Z"
)
"""What a body says of him: "She is due to come on Monday, the ministry said, adding: “…”"."""
_WITH = re.compile(
    r",\s+with\s+(?P<who>[^;:“”\"]{3,160}?)(?P<apart>,?)\s+(?:(?:then|later|even|also|in\s+turn|[a-z]+ly)\s+)?"
    r"(?:saying|arguing|calling|claiming|insisting|warning|describing|declaring|stating|denouncing|dubbing|complaining|predicting|promising|vowing|(?:releas|issu)ing\s+an?\s+statement)\b"
    r"[^;:“”\"]*\Z"
)
"""Who speaks beside what the sentence tells of others: "The party fought the bill, with its leader, Ana Ruiz, calling it “…”"."""
_LEADS = re.compile(r",?\s*(?:(?:and|while|but|whereas)\s+)?(?:the\s+)?\s*")
_DOES = re.compile(r"\s+(?:(?:even|also|then|has|had|later|once|[a-z]+ly)\s+){0,2}(?!and\b|as\b|in\b|of\b|to\b)[a-z]{3,}\b")
_OPENS, _CLOSES = '“«„"', '”»"'
FAR = 400
"""Code points before the marks."""


def is_nobodys(reading: Reading, quoted: Quoted) -> bool:
    """Whether words in marks are of nobody who is named: what many cry, what something is called, what those say who have no name."""
    text, at = reading.text, quoted.span.start
    near = max(0, at - LONGEST_CRY)
    if any(each.search(text, near, at) for each in (_CRIED, _CHARGED, _WHAT_IT_IS_FOR)) or is_idea_of_state(reading, quoted):
        return True
    start, stop = max(_begin(reading, quoted), at - FAR), at - 1
    if stop <= start or _is_told_after(reading, quoted):
        return False
    if (
        _PASSIVE.search(text, max(start, stop - LONGEST_CRY), stop)
        or _THAT_CALLS.search(text, start, stop)
        or _TWO_SAY.match(text, start, stop)
    ):
        return True
    if _TREATY.search(text, start, stop) or _WHICH_HOLDS.search(text, start, stop) or _OF_ANOTHER.search(text, start, stop + 1):
        return True
    for each in (_THEY_CALL.search(text, start, stop), _WHAT_THEY_CALL.search(text, start, stop), _SOURCE.match(text, start, stop)):
        if each and not reading.inside(Span(*each.span("who")), "organization", "person"):
            return True
    return False


LONGEST_CRY = 120
"""Code points before the marks."""


def of_own_clause(reading: Reading, quoted: Quoted) -> str | None:
    """Who speaks in the clause that words in marks end, "" if that is nobody with a name; None if it is no clause of its own."""
    text, start, stop = reading.text, _begin(reading, quoted), quoted.span.start - 1
    if stop <= start:
        return None
    if (clause := _after_others(reading, start, stop)) is not None:
        return clause
    if _is_told_after(reading, quoted):
        return None
    if _IT_SAID.match(text, start, stop):
        return generic_body(reading, Span(start, stop), next(iter(list(reading.speech(Span(start, stop)))[:1]), None))
    found = _WITH.search(text, max(start, stop - FAR), stop)
    if found is None:
        return None
    who = Span(*found.span("who"))
    named = reading.inside(who, "person", "organization")
    last = named[-1] if named and named[-1].span.end == who.end else None
    if last is None:
        return None if named and named[-1].found.type == "person" else ""
    return None if found["apart"] and last.span.start == who.start else last.entity


def _begin(reading: Reading, quoted: Quoted) -> int:
    return reading.document.sentence_of(quoted.span.start).span.start


def _is_told_after(reading: Reading, quoted: Quoted) -> bool:
    """Whether what follows the marks tells who speaks: "It was hailed as “…,” Ana Ruiz said"."""
    return quoted.cue is not None and quoted.cue.start >= quoted.span.end and bool(reading.people(quoted.cue))


def _after_others(reading: Reading, start: int, stop: int) -> str | None:
    """Who acts between the words of others and those in marks: "A calls it “…,” B extols its “…,” and C ventures that “…”"."""
    text = reading.text
    last = max(text.rfind(each, start, stop) for each in _CLOSES)
    if last <= start or not (text[last - 1] == "," or text[last + 1] == ","):
        return None
    between = Span(last + 1, stop)
    named = reading.inside(between, "person", "organization") if between.start < between.end else []
    if len(named) != 1 or named[0].found.type != "person":
        return None
    led = _LEADS.fullmatch(reading.plain(between.start, named[0].span.start, "role", "demonym", "place"))
    return named[0].entity if led and _DOES.match(text, named[0].span.end, stop) else None


SPOKE = re.compile(
    rf"{SPEECH.pattern}|\b(?:thanked|welcomed|condemned|criticised|criticized|rejected|denied|defended|dismissed|hailed|spoke|speaking|expressed|promised|pledged|vowed|demanded|apologi[sz]ed|reassured|pledging|calling|urging|warning|stressing|saying|adding|noting|telling)\b"
)
_STATEMENT = re.compile(r"\b(?:statement|declaration|letter|message|communiqu[eé]|post|tweet|release)\b[^.;]*\Z")


def of_clause(reading: Reading, quoted: Quoted) -> str:
    """Who does what the sentence tells, where the words in marks are a part of it: "Silva apologized, as she had a “hard day”"."""
    sentence = reading.document.sentence_of(quoted.span.start).span
    if quoted.cue and sentence.start < quoted.cue.start < quoted.span.start:
        sentence = Span(quoted.cue.start, sentence.end)
    said = SPOKE.search(reading.text, sentence.start, quoted.span.start)
    for source in sources(reading, said.start() if said else sentence.start, quoted.span.start):
        return source.entity if source else ""
    later = sentence.start == quoted.span.start or (quoted.cue is not None and quoted.cue.start >= quoted.span.end)
    term = _TERM.search(reading.text, sentence.start, quoted.span.start)
    if said is None and not later and not term and (doer := _acts(reading, Span(sentence.start, quoted.span.start))):
        return doer
    if said is None:
        # "The council's statement “condemned” the attack."
        told = _STATEMENT.search(reading.text, sentence.start, quoted.span.start)
        return generic_body(reading, Span(sentence.start, quoted.span.start), None) if told else ""
    every = SPOKE.finditer(reading.text, said.start(), quoted.span.start)
    if any(is_described_before(reading.text, sentence.start, each.start()) for each in every):
        # "Ana Ruiz called him, and the harbour's chief said it was “…”": he.
        return ""
    people = reading.people(Span(sentence.start, said.start())) if said.start() > sentence.start else []
    pronoun = PRONOUN.match(reading.text, sentence.start)
    if people or pronoun:
        return reading.subject(said.start(), sentence.start) or ""
    clause = Span(sentence.start, quoted.span.start)
    bodies = acting(reading.text, reading.inside(Span(sentence.start, max(said.start(), sentence.start + 1)), "organization"), said)
    if bodies:
        other = OTHER_ACTS.fullmatch(reading.text, bodies[-1].span.end, said.start()) or ITS_OFFICIAL.match(
            reading.text, bodies[0].span.end
        )
        return "" if other else doer_of(reading.text, bodies, said.start()).entity
    return body_before(reading, clause) if IT.match(reading.text, sentence.start) else generic_body(reading, clause, said)


_TERM = re.compile(r"\b(?:the|this|these|those)\s+\W?\Z")
"""Before what something is called: "joined the “…”"."""
_VERB_FOLLOWS = re.compile(
    r"(?:\s+of\s+(?:the\s+)?[A-Z]\w+)?\s+(?:(?:also|has|had|then|later)\s+){0,2}[a-z]{3,}(?:ed|es|s|ing|ke|ng|de|ought|old)?\s"
)


def _acts(reading: Reading, clause: Span) -> str:
    """Who does what a clause says that words in marks end: "Ruiz threatened Chile with “…”"; "" if it does not begin with a name or a pronoun."""
    if clause.end <= clause.start:
        return ""
    people = reading.people(clause)
    inside = covered([each.span for each in reading.inside(clause, "role")])
    # "Kremlin adviser Ana Ruiz hailed it as “…”": she.
    bodies = [each for each in reading.inside(clause, "organization") if not inside(each.span)]
    first = min([*people, *bodies], key=lambda each: each.span.start, default=None)
    if first and reading.straight(clause.start, first.span.start) and _VERB_FOLLOWS.match(reading.text, first.span.end):
        return first.entity
    pronoun = PRONOUN.match(reading.text, clause.start, clause.end)
    return (reading.subject(pronoun.end(), clause.start) or "") if pronoun else ""
