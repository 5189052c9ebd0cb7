"""Words that tell that somebody speaks: "said", "went on", "shot back"."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import alternatives


def _list(words: str) -> frozenset[str]:
    """The words of a text; "_" stands for a space."""
    return frozenset(each.replace("_", " ") for each in words.split())


_BOTH = _list(
    """
    indicated indicates signalled signaled hopes hoped fears holds_that held_that decried bemoaned denounced confides ventured volunteered
    acknowledged acknowledges added adding adds admits admitted advised affirmed affirms agreed agrees alleged alleges announced
    answered answers apologised apologized appealed argued argues asked asks asserted asserts assured believes boasted cautioned
    cautions charged charges chimed_in claimed claims clarified clarifies commented complained conceded concedes concluded concludes
    concurred confessed confided confirmed contended contends continued counselled countered cried declared declares demanded
    disagreed disclosed echoed elaborated highlighted highlights emailed emphasised emphasises emphasized emphasizes exclaimed exhorted explained explains
    fired_back goes_on hinted hit_back implored insisted insists joked jokes lamented maintained maintains mused noted notes noting
    objected observed opined pleaded pledged pointed_out pondered posted predicted predicts pressed proclaimed promised protested
    pushed_back put_it puts_it quipped quips reaffirmed reaffirms reasoned reassured recalled recalls recommended recounted recounts
    reflected regretted reiterated reiterates relayed remarked remembered remembers reminded repeated replied replies reported reports responded
    responds retorted revealed reveals said saying says scoffed shot_back shouted snapped_back stated states stating stressed
    struck_back suggested suggests summarised summarized summed_up sums_up tells testified thinks told tweeted tweets underlined
    underlines underscored underscores urged vowed warned warns went_on wondered worried worries writes wrote yelled
    """
)
_OF_MARKS = _list(
    """
    declaring arguing insisting claiming suggesting announcing admitting explaining complaining predicting promising proclaiming recalling
    stressing joking quipping remarking replying stating boasting lamenting announces briefed cabled commended commends e-mailed going_on instructed intoned lambasted mocked ordered points_out posting
    quoted rails recalls ruled rues says_that sighs shrugs snaps stresses teased telling thundered thunders tweeting fumes fumed grumbles grumbled enthuses enthused muses murmured deplored deplores laments assures rejoiced confides ironised warning wonders writing
    """
)
"""Only right beside quotation marks do these tell of speech."""
_OF_CLAUSES = _list(
    """
    according_to accused accuses blamed branded called characterised characterized compared continues described likened portrayed
    posts praised respond spoke_of
    """
)
"""Only with who does it do these tell of speech."""


def _any(words: frozenset[str]) -> str:
    return alternatives(words).replace("\\ ", r"\s+")


VERB = _any(_BOTH | _OF_MARKS)
"""What stands beside quotation marks, for regular expressions."""
SPEECH = re.compile(rf"(?<!so-)(?<!\bthe )(?<!\bthese )\b(?-i:(?!States\b)){_any(_BOTH | _OF_CLAUSES)}\b", re.IGNORECASE)
CALLS = (
    r"(?:called|calls|calling|described|describes|describing|to describe|praised|condemned|dismissed|denounced|criticized"
    r"|criticised|warning|promised|vowed|hailed|labelled|labeled|quoted|chiding|chided|attacking|attacked"
    r"|slammed|slamming|blasted|blasting|ripped|urging|thanking|thanked|asking|accused|accuses|accusing|blamed"
    r"|branded|likened|compared|characteri[sz]ed|portrayed|referred to|pointed to|speaking of|spoke of)"
)
"""What tells right before a few words how somebody puts something, for regular expressions."""
IN_CLAUSE = r"(?:[^.!?“”\"\n]|\.(?=[),a-z]|\s+[a-z])|\b(?:Dr|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|St|Rev|Adm|Brig|[A-Z])\.)"
"""What may stand within a clause, for regular expressions."""
OPINION = r"(?:own\s+)?(?:words|view|opinion|assessment|judge?ment|eyes)"
"""Before it stands whose: "in her view"."""
ALSO = r"(?:(?:Also|Still|But|And|Again|Likewise|Meanwhile|However),?\s+)?"
"""What a sentence may begin with, for regular expressions."""
_FIRST = frozenset(each.split()[0] for each in _BOTH | _OF_CLAUSES)
FIRST = frozenset(form for word in _FIRST for form in (word, word.capitalize(), word.upper()))
"""The words with which a verb of `SPEECH` begins."""
GOES_ON = re.compile(
    r"\W*"
    r"(?:It|They"
    r"|The\s+(?:[a-z]+\s+)?"
    r"(?:statement|declaration|letter|communiqu[eé]|document|report|message|post|tweet|readout))\s+"
    r"(?:(?:also|further|then|later)\s+)?[a-z]+(?:s|ed|d)?\b"
)
"""How a sentence begins that tells more of what was quoted before."""
TEXT_FIRST = re.compile(r"The\s+(?:document|declaration|resolution|communiqu[eé]|text)\b")
"""What goes on with a text of which nobody is known to speak."""
SOMEBODY_OF = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}"
    r"(?:aide|source|member|supporter|employee|worker|analyst|lawmaker|strategist|insider|staffer|voter|activist"
    r"|advis[eo]r|soldier|resident|expert|reporter|correspondent|journalist|professor|student|researcher"
    r"|economist|veteran|diplomat|president|leader|chair(?:man|woman)?|chief|head|director|minister|senator|candidate"
    r"|founder|executive|ambassador|envoy|commander|captain|coach)s?\b"
)
"""What makes of a body's name somebody of it: "a Fox News reporter"."""
TEXT_SAYS = re.compile(r"[\s,”\"’]*(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:[a-z]+\s+)?(?:document|declaration|resolution|communiqu[eé]|text)\b")
TO_WHOM = re.compile(r"\b(?:to|with|from|of|for|after|about|by)\s+(?:(?:the|his|her|its|their)\s+)?(?:[A-Z][\w-]*\s+){0,3}\Z")
IT_ADDED = re.compile(
    r"[\s,”\"’]*"
    r"(?:[Ii]t|[Tt]hey"
    r"|[Tt]he\s+(?:[a-z]+\s+)?"
    r"(?:statement|declaration|letter|communiqu[eé]|document|report|release|message|post|tweet|ministry"
    r"|embassy|agency|office|group|company|organi[sz]ation|party|department|council|commission|readout))"
    r"\s+(?:also\s+|further\s+|then\s+)?(?:added|adds|continued|concluded|went\s+on|said|says|noted|stated|read|reads|stressed|warned)\b"
)
"""What follows words that go on with what was quoted before."""
SAID_IT = re.compile(
    r"[\s,”\"’]*(?:said|added|read|concluded)\s+the\s+(?:statement|declaration|letter|document|report|message)\b"
    r"|.*\b[Tt]he\s+"
    r"(?:group|organi[sz]ation|agency|company|body|bloc|firm|watchdog|charity|newspaper|paper|broadcaster|network)\s+"
    r"(?:also\s+)?(?:said|says|added|noted|wrote|reported|warned)\b",
    re.DOTALL,
)
BODY_SAID = re.compile(
    r"\b[Tt]he\s+(?:group|organi[sz]ation|agency|company|body|bloc|firm|watchdog|charity|newspaper|paper|broadcaster|network)\s"
)
"""Who speaks is no person: "the paper said"."""
_THING = (
    r"(?:editorial|op-ed|commentary|communication|complaint|allegation|statement|declaration|report|letter"
    r"|communiqu[eé]|document|message|release|readout|post|tweet|article|book|paper|newspaper|magazine|website"
    r"|site|poll|survey|study|law|bill|complaint|suit|lawsuit|indictment|transcript|email|e-mail|memo|ad|advert"
    r"|video|resolution|treaty|text|plan|page|sign|group|organi[sz]ation|ministry|council|bank|commission"
    r"|company|agency|party|army|court|embassy|department|union|alliance|committee|fund|institute|university"
    r"|parliament|mission|force|office|service|secretariat|association|federation|foundation|authority|bureau"
    r"|bloc|campaign|camp|team|government|administration|regime|cabinet|firm|watchdog|charity|network|station"
    r"|channel|grouping|body|daily|regulator|broadcaster|retailer|airline|carmaker|operator|manufacturer|board|panel|house|senate|militia|movement|coalition|junta|police|military|navy|two|three|woman"
    r"|man|source|reporter|journalist|correspondent|moderator|interviewer|witness|voter|resident"
    r"|[a-z]{3,}[^s\W]s)"
)
NOUN = (
    rf"(?P<noun>(?!(?:{_THING}|was|were|is|are|has|had|have|been|would|will|could|should|may|might|did|does|the|an|its|their|and|or|but|that|which|who|it|he|she|they|we|also|then|later|not|as|when|while|has)\b)"
    rf"(?:[a-z]{{3,}}|[A-Z][a-z]+(?:-(?:elect|designate))?|PM|MP|MEP|CEO|\d\d-year-old))"
)
"""Who speaks by a description: no thing, no body, no verb."""
DESCRIPTION = (
    rf"(?:[Tt]he|[Hh]is|[Hh]er)\s+(?:(?!same|other|two|three)[\w.’'-]+\s+){{0,4}}?{NOUN}\s+(?:of\s+[\w-]+\s+)?(?:in\s+the\s+[a-z]+\s+)?"
    rf"(?:(?:also|further|then|later|has|had)\s+){{0,2}}"
)
"""Before a verb of speech: "the Florida senator later"."""
NARRATOR = re.compile(
    r"\b[Tt]he\s+(?:(?:Foreign|Prime|Defen[cs]e|Deputy|Home|Vice|State)\s+)?"
    r"(?:Secretary|Minister|President|Ambassador|Spokes(?:man|woman|person)|Chancellor|Commissioner)\s+"
    r"(?:will|was|is|said|has|also|today|then|later|met|went|spoke)\b"
    r"|\A(?:She|He)\s+(?:(?:formally|also|then|later)\s+)?(?:will|was|is|has|said|met|visited|arrived|went)\b"
    r"|\A"
    r"(?:#|The full (?:report|text|statement)|(?:For )?[Mm]ore information|This (?:press release|statement) "
    r"|E(?:NDS|nds)\b|Contact|Media contact|You can (?:read|find|follow)|Read (?:the|more)|See also|Photos?\b"
    r"|Notes? (?:to|for) [Ee]ditors|Further [Ii]nformation|Background\b|Follow (?:the|us)\b|Media enquiries)"
)
"""How a paragraph begins that is no part of the words announced before it: "The Minister will", "Notes to editors"."""
