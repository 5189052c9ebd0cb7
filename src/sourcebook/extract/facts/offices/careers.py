"""Who came into an office, held it or left it: "X served as", "the appointment of X as"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.offices.whose_office import HONORIFIC, THAT_MAN, WHAT, WHOSE
from sourcebook.extract.facts.reading import OWNED, Reading
from sourcebook.extract.facts.stated import around
from sourcebook.extract.identity.linking import Linked, foremost
from sourcebook.model.spans import Span

NEAR = 80
"""Code points that the name of a state or a body takes at most."""
AROUND = 600
"""Code points."""
CHOSEN_FOR = (
    r"(?:re-?)?(?:appointed|elected|named|made|promoted\s+to|chosen|selected|nominated|designated|confirmed|announced|unveiled|sworn\s+in"
    r"|inaugurated|hired|installed|picked|tapped|voted|crowned|proclaimed|enthroned|consecrated|ordained|commissioned|accredited"
    r"|reinstated|retained|recalled|co-opted|brought\s+in|dismissed|sacked|fired|removed|ousted|deposed|suspended|relieved"
    r"|replaced|succeeded)"
)
_POST = r"(?:post|posting|assignment|position|office|role|job|portfolio|rank|title|function|dut(?:y|ie)|chair)s?"
_CHANGE = (
    r"(?:(?:re-?)?appointment|(?:re-?)?election|nomination|designation|accreditation|promotion|inauguration|confirmation|installation"
    r"|selection|resignation|dismissal|sacking|removal|ouster|departure|retirement)"
)
_NOUN = rf"(?:{_CHANGE}|tenure|terms?|mandate|stint|spell)"
_WHEN = (
    r"(?:,?\s*(?:(?:from|since|until|in|on|to|and|between|for)\s+)+(?:an?\s+(?:(?:second|third|further|new)\s+)?(?:term|year|decade)\s+)?,?\s*"
    r"|last\s+\w+\s+|at\s+(?:one|the|that)\s+(?:point|time)\s+|for\s+(?:a|some)\s+(?:time|while)\s+|by\s+then\s+|(?:unanimously|officially|formally)\s+)?"
)
"""A date, which stands there as a blank."""
_UNTIL = r"(?:,?\s*(?:up\s+)?until\s+(?:(?:his|her)\s+(?:present|current|recent|latest)\s+\w+|recently|then|lately|now),?\s+)?"
_SERVED = re.compile(
    rf"(?<!latter )(?<!-)\b(?:"
    rf"(?:is|was|are|were|become|became|becomes|becoming|(?:has|had|have|having)\s+(?:(?:[a-z]+ly|just|now|since|also)\s+)?been|being)(?:\s+|(?=,)){_WHEN}{_UNTIL}"
    rf"(?:(?:(?:just|recently|finally|eventually)\s+)?{WHAT}{CHOSEN_FOR}\s+{_WHEN}(?:by\s+(?:the\s+)?[\w ]{{3,30}}?\s+)?"
    rf"(?:(?:to|from|of)\s+(?:his|her)\s+(?:new\s+)?(?:role|post|position|job|duties)\s+(?=as\b))?"
    rf"|in\s+office\s+(?=as\b))?"
    rf"|(?:remain(?:s|ed)\s+(?:the\s+)?)"
    rf"|(?:serve[sd]?|serving|worked|acted)\s+as\s+an?\s+[^.;,]{{2,50}},?\s+and\s+(?:(?:later|then)\s+)?(?=as\b)"
    rf"|(?:proclaim|declar|crown|styl)(?:s|ed|es|ing)\s+(?:himself|herself)\s+"
    rf"|(?:serve[sd]?|serving|worked|works|acted|acts|[Aa]cting|been\s+serving|officiated"
    rf"|(?:took|takes|taking)\s+(?:over|office|the\s+(?:helm|reins|oath(?:\s+of\s+office)?))"
    rf"|sworn\s+in(?:to\s+office)?|won\s+(?:re-?)?election|(?:step(?:s|ped|ping)?|stood|standing)\s+(?:down|aside|in)|resign(?:ed|s|ing)|retire[sd]?|retiring|return(?:ed|s)|quit"
    rf"|(?:stay(?:ed|s)|carried)\s+on|continue[sd]?|start(?:ed|s)(?:\s+out)?|began|entered\s+office|left\s+office|came\s+to\s+(?:power|office)"
    rf"|ascended\s+(?:to\s+)?the\s+throne|(?:new|next|first|previous|current)\s+(?:role|post|position|job))(?:\s+|(?=,))"
    rf"{_WHEN}(?:(?:concurrently|simultaneously|twice|temporarily|informally|briefly|only|mostly|primarily|first|both)\s+)?(?=as\b)"
    rf"|(?:serve[sd]?|serving|spent|did|had|has|began|start(?:ed|s)|end(?:ed|s)|complet(?:ed|es)|finish(?:ed|es)|won|secured|into|during"
    rf"|in|including)\s+(?!his\b|her\b)(?:[\w-]+\s+){{0,4}}?(?:terms?|years|months|decades?|stints?|spells?|tenure|mandate)\s+(?=as\b)"
    rf"|(?:began|started)\s+(?:his|her)\s+(?:[a-z]+\s+)?career\s+{_WHEN}(?=as\b)"
    rf"|(?:reach(?:ed|es|ing)|attain(?:ed|ing)|achiev(?:ed|ing)|h(?:eld|olds|olding)|promoted\s+to|raised\s+to|elevated\s+to|rose\s+to)"
    rf"\s+the\s+rank\s+of\s+|promoted\s+from\s+[^.;,]{{2,50}}?\s+to\s+|(?:serve[sd]?|serving)\s+"
    rf"|(?:h(?:old|olds|eld|olding)|assum(?:e|es|ed|ing)|occup(?:ied|ies|ying)|t(?:ake|akes|ook|aking)(?:\s+(?:over|up|on))?|appointed\s+to"
    rf"|elected\s+to|named\s+to|promoted\s+to|rose\s+to|dismissed\s+from|removed\s+from|resign(?:ed|s|ing)(?:\s+from)?|relinquish(?:ed|es|ing)"
    rf"|step(?:ped|s)\s+down\s+from|vacat(?:ed|es|ing)|quit|gave\s+up|giving\s+up|retain(?:ed|s)|kept|left|lea(?:ves|ving)|lost)\s+"
    rf"(?:the\s+|his\s+|her\s+|rotating\s+|new\s+|various\s+|several\s+|senior\s+|high\s+|key\s+|top\s+|diplomatic\s+|important\s+|other\s+|many\s+|a\s+number\s+of\s+)*"
    rf"{_POST}(?:\s+(?:of\s+|as\s+|(?:(?:in|at|with|within)\s[^.;]{{0,80}},?\s+)?(?:including|such\s+as|among\s+them|namely|notably)\s+|(?:in|at|with|within)\s[^.;,]{{2,80}}?\s+as\s+)|,\s+(?:including|among\s+(?:them|which)|namely|notably)\s+)(?:those\s+of\s+)?"
    rf"|(?:serve[sd]?|serving)\s+in\s[^.;]{{0,60}}?,?\s+(?:including|such)\s+(?=as\b)"
    rf"|(?:succeed(?:ed|s)|replac(?:ed|es)|follow(?:ed|s)|took\s+over\s+from)\s+(?:him|her|them)\s+(?=as\b)"
    rf"|(?:received|accepted|gain(?:ed)?|secured|won|obtained|earned)\s+(?:[a-z]+\s+){{0,3}}(?:appointment|commission|promotion)\s+(?=as\b)"
    rf"|(?:previous|prior|earlier|former|past|long|distinguished|[Hh]is|[Hh]er)\s+service\s+(?=as\b)"
    rf"|(?:attend|chair(?!m|w|p)|enter(?:ed|s)|enlist(?:ed|s)\s+in|speak(?!er)|address|arriv|lead(?!er)|led\b|head(?:ed|s)\b|govern(?:ed|s)\b|ruled\b|represent(?:ed|s)\b|host|preside(?!nt)|participat"
    rf"|serv(?:ed|es|ing)\b|join(?:ed|s|ing)?\b|return(?:ed|s)?\b|(?:appoint|nominat|assign|post|nam|elect)ed\s+to\b|(?:put|placed)\s+in\s+charge\b"
    rf"|(?:went|came|moved)\s+to\b|sent\b)\w*\s+[^.;,]{{2,50}}?\s+(?=as\b)"
    rf"|present(?:s|ed|ing)?\s+(?:to\s+[^.;,]{{2,40}}\s+)?(?:(?:his|her)\s+)?(?:new\s+)?(?:credentials?|letters?\s+of\s+(?:credence|commission)|commission)\s+"
    rf"(?:[^.;,]{{2,50}}?\s+)?(?=as\b)"
    rf"|(?P<own>(?:(?:[Hh]is|[Hh]er|whose|(?<=\w)[’']s?)\s+(?:[a-z][\w-]*\s+){{0,2}}{_NOUN}"
    rf"|(?:[Hh]is|[Hh]er)\s+(?:[\w-]+\s+)?(?:time|(?:visit|trip|tour|speech|address|appearance|act|meeting|remarks)(?:\s+(?:abroad|overseas|there|here))?|role|position|post|job|work|capacity|career|years|days|rule|reign|leadership))\s+(?=as\b)"
    rf"|whom\s+[^,;.]{{2,50}}?\s+{CHOSEN_FOR}\s+)"
    rf"|(?P<list>(?:[Hh]is|[Hh]er|(?<=\w)[’']s?)\s+(?:[a-z]+\s+){{0,3}}(?:posts|positions|postings|appointments|assignments|roles|offices)\s+"
    rf"(?:(?:held|abroad)\s+)?(?:have\s+)?(?:include[sd]?|were|comprised?)\s*:?\s*(?:those\s+of\s+)?)"
    rf")"
    rf"(?:(?:also|then|now|currently|previously|formerly|first|later|briefly|again|twice|concurrently|initially)\s+)?(?:as\s+|(?:to\s+)?be(?:come)?\s+)?{WHAT}{WHOSE}{WHAT}"
    rf"(?:(?!(?:of|with|by|to|for|in|at|on|from|and|or|the|that|his|her|not|being|as|an?)\b)[a-z-]+\s+)?"
    rf"(?:(?:His|Her)\s+Majesty[’']s\s+|\s*[A-Z][\w.-]+(?:[’']s)?\s+|\s*[’']s?\s+)?{WHAT}\s*\Z"
)
_NOUNS = r"(?!(?:and|or|but|during|at|on|in|for|by|with|to|of|from|after|before|while|as|was|is|has|had|ago)\b)[a-z-]+"
_UNREAL = re.compile(
    r"\b"
    r"(?:not(?!\s+only)|never|hop(?:es?|ed|ing)|want(?:s|ed|ing)?|wish(?:es|ed)?|seek(?:s|ing)?|sought|refus(?:es?|ed|ing)|declin(?:es?|ed|ing)"
    r"|offer(?:s|ed)?|invit(?:es|ed)|tr(?:y|ies|ied|ying)|fail(?:s|ed)?|aspir(?:es?|ed|ing)|could|might|may|should|nor|unless|if|whether|bid"
    r"|likely|would(?!\s+(?:later|go|eventually|subsequently|then|soon|also|again|ultimately|come)))\s+(?:[a-z]+\s+){0,2}\Z|\bfrom\s+\Z|n[’']t\s+(?:[a-z]+\s+)?\Z"
    r"|\bwhose\s+[^,;.]{2,40}\s\Z"
    rf"|(?:[’']s|s[’']|\b[Hh]is|\b[Hh]er|\b[Tt]heir)\s+(?:{_NOUNS}\s+){{0,2}}"
    rf"(?!(?:posts?|positions?|jobs?|roles?|offices?|assignments?|career)\b){_NOUNS}(?<!ly)\s+(?:(?:who|that)\s+)?\Z"
    r"|\b(?:of|to|with|for|by|from|met|than)\s+(?:the|an?)\s+(?:[a-z-]+\s+){1,2}who\s+(?:ha[sd]\s+)?\Z"
)
"""Before a verb: what it says did not come about, or is told of somebody else."""
_THEN = re.compile(
    r"(?:,|\b(?:[Ss]ince|[Bb]efore|[Aa]fter|[Uu]pon|[Oo]n|[Pp]rior\s+to|[Bb]y|later|then|and|eventually|finally|ultimately|subsequently)(?:\s+first)?)\s+\Z"
)
"""Before "becoming", which may only be feared or hoped for without it."""
_HONOURED = re.compile(r"\b(?:congratulat|felicitat|prais|thank|hail|commend|applaud)\w*\s[^.;]*\b(?:up)?(?:on|for)\s\Z")
"""Before what somebody is wished well for: "congratulated Ana Ruiz upon becoming minister"."""
_KIN = re.compile(
    r"[’']s?\s+(?:[a-z-]+\s+)?"
    r"(?:father|mother|brother|sister|son|daughter|wife|husband|uncle|nephew|cousin|grand\w+|predecessor|successor|deputy|rival)\b"
)
_AND_ALSO = re.compile(
    r"(?:\s*+\([^)]*\))?(?:\s*+\b(?:at|in|with|for|of|to)\s++(?:the\s++)?){0,3}"
    r"(?:(?:(?:armed|security|air|ground)\s+)?(?:forces|force|army|navy|police|government|cabinet)\b)?"
    r"(?:\s*+(?:(?:from|since|until|in|to)\b|\d{4}|[–-]))*\s*+(?:\([^)]*\)\s*+)?(?:[,;]\s*+){0,2}"
    r"(?:(?:and|then|later|before|as\s+well\s+as)\b\s*+)?(?:,?\s*+(?:before|after|prior\s+to)\s+(?:that|this),?\s++)?"
    r"(?:(?:later|then|as|the|an?|also|inaugural|first|current|eventually|finally|subsequently)\s++"
    r"|(?:from|since|in|between)\s++(?:(?:to|until|and)(?:\s*+,)?\s++|,\s++|(?<=\s\s)))*"
    r"(?:(?:appointed|named|elected|made|nominated|designated|promoted\s+to)\s+(?:as\s+)?)?"
    r"(?:[’']s?\s+)?"
)
"""Between two offices of one person. A run of blanks, as long as the name it stands for, is passed as a whole: else each part of it might
belong to either side, in ever more ways."""
_NAME_NEXT = re.compile(r"\s[A-Z][\w’'-]+\s[A-Z]")
"""After an office that is somebody else's, whose name is not known: "who became minister in May, and Deputy Minister Do Lund"."""
_COMMA_OR_AND = re.compile(r"[,;]|\b(?:and|then|later|as well as)\b")


def served(reading: Reading, role: Linked, roles: list[Linked], sentence: Sentence) -> tuple[str, Span]:
    """Who "has served as" or "was" what the role says, or held another office that "and" joins to it; "" if nobody."""
    start = sentence.span.start
    at = max(start, role.span.start - 2 * NEAR)
    words = reading.plain(at, role.span.start, "organization", "place", "demonym", "date")
    chosen = _CHOSE_HIM.search(words)
    if chosen and not _UNREAL.search(reading.text, max(start, at + chosen.start() - NEAR), at + chosen.start()):
        opens = _OPENS.fullmatch(reading.text, start, at + chosen.start())
        by = (_follows(reading, role, sentence) if opens else None) or ""
        return _him(reading, at + chosen.start(), sentence, chosen["him"], by) or "", Span(at + chosen.start(), role.span.end)
    verb = _SERVED.search(words)
    if verb is None:
        earlier = next((one for one in reversed(roles) if one.span.end < role.span.start), None)
        between = reading.plain(earlier.span.end, role.span.start, "organization", "place", "demonym", "date") if earlier else ""
        anothers = _NAME_NEXT.match(reading.text, role.span.end) and " " in between.strip()
        if earlier and not anothers and _AND_ALSO.fullmatch(between) and _COMMA_OR_AND.search(between):
            who, focus = served(reading, earlier, roles, sentence)
            return who, Span(focus.start, role.span.end)
        first = _SAID_FIRST.fullmatch(reading.plain(start, role.span.start, "organization", "place", "demonym", "date"))
        return (_follows(reading, role, sentence) if first else None) or "", Span(start, role.span.end)
    if _OWNS.match(reading.text, role.span.end) or _IT.search(reading.text, start, at + verb.start()):
        # "Ana Ruiz would be proud, but it was the President's portrait": not she.
        return "", role.span
    lead = max(start, at + verb.start() - NEAR)
    if helped := _helped(reading, at + verb.start(), sentence):
        return helped, Span(at + verb.start(), role.span.end)
    since = None if reading.people(sentence.span) else _HIS_SINCE.search(reading.text, lead, at + verb.start())
    if since:
        return _he(reading, since["his"], start), Span(at + verb.start(), role.span.end)
    unreal = _UNREAL.search(reading.text, lead, at + verb.start())
    honoured = verb[0].startswith("becoming") and _HONOURED.search(reading.text, lead, at + verb.start())
    # "Stepped down from his rule as leader"
    if (unreal and not (verb["own"] and unreal[0] == "from ")) or (
        verb[0].startswith("becoming") and not honoured and not _THEN.search(reading.text, lead, at + verb.start())
    ):
        return "", role.span
    people = reading.people_between(start, at + verb.start())
    if people and verb[0].startswith("serve") and reading.text[people[-1].span.end : at + verb.start()] == " to ":
        # "Ana Ruiz chose Ola Lund to serve as": not she.
        return "", role.span
    subject = (
        _chosen_before(reading, people, at + verb.start(), start)
        or _just_chosen(reading, at + verb.start(), sentence)
        or reading.subject(at + verb.start(), start)
    )
    own = verb["own"] or honoured or (verb[0].startswith("being") and reading.text.endswith((" on ", " for "), lead, at + verb.start()))
    before = people if own else []
    if before and _KIN.search(reading.text, before[-1].span.end, at + verb.start()):
        return "", role.span
    if before:
        # "congratulated Ana Ruiz on her appointment as": whoever is named last.
        subject = before[-1].entity
    if subject is None and THAT_MAN.match(reading.text, start, at + verb.start()):
        subject = reading.spoken_of(sentence)
    if subject is None and (verb["own"] or _OPENS.fullmatch(reading.text, start, at + verb.start())):
        subject = _follows(reading, role, sentence)
    own = verb["own"].split()[0] if verb["own"] and not people else ""
    return subject or _he(reading, own, start), Span(at + verb.start(), role.span.end)


def _he(reading: Reading, his: str, start: int) -> str:
    """Whom "his" or "her" means at the beginning of a sentence: "She made her first visit as minister", "Her style since arriving as minister"."""
    pronoun = {"his": "he", "her": "she"}.get(his.lower())
    return (foremost(reading.document, reading.subjects, start, pronoun=pronoun) if pronoun else None) or ""


_HIS_SINCE = re.compile(r"\b(?P<his>[Hh]is|[Hh]er)\s+[a-z][a-z\s-]{1,40}?\s(?:since|after|before|while|when|upon)\s+\Z")
_OWNS = re.compile(r"[’']s?\s+[a-z]")
_IT = re.compile(r"\b(?:[Ii]t|[Tt]his|[Tt]here|[Tt]hat)\s+\Z")


def _chosen_before(reading: Reading, people: list[Linked], verb: int, start: int) -> str | None:
    """Who "he" is after somebody was chosen: "The king made Ana Ruiz consul, which she was until she was appointed minister"."""
    last = people[-1] if people else None
    he = last and _HE.search(reading.text, last.span.end, verb)
    return last.entity if last and he and _ELECTED.search(reading.text, max(start, last.span.start - NEAR), last.span.start) else None


def chosen_him(reading: Reading, role: Linked, sentence: Sentence) -> bool:
    """Whether words before an office say that he came into it who is not named: "Before appointing her minister, President Ana Ruiz"."""
    start = max(sentence.span.start, role.span.start - NEAR)
    return _HIM.search(reading.text, start, role.span.start) is not None and (
        _CHOSE_HIM.search(reading.plain(start, role.span.start, "organization", "place", "demonym", "date")) is not None
    )


def _helped(reading: Reading, verb: int, sentence: Sentence) -> str | None:
    """Whom something brought into an office: "Her victory helped her become minister"."""
    helped = reading.led(_HELPED, sentence, verb, NEAR)
    if helped is None or reading.inside(Span(sentence.span.start, verb), "person"):
        return _him(reading, helped.start(), sentence, helped["him"]) if helped else None
    return foremost(reading.document, reading.subjects, sentence.span.start, pronoun="he" if helped["him"] == "him" else "she")


_HELPED = re.compile(r"\b(?:help(?:ed|s)|enabled|allowed|led|permitted|encouraged|persuaded|convinced)\s+(?P<him>him|her)\s+(?:to\s+)?\Z")


def _just_chosen(reading: Reading, verb: int, sentence: Sentence) -> str | None:
    """Who "he" is after a sentence that tells of his office: "The president made Ana Ruiz consul in May. She served as consul until"."""
    start = sentence.span.start
    if not (sentence.number and _OPENS_HE.match(reading.text, start, verb)) or reading.inside(Span(start, verb), "person"):
        return None
    before = reading.document.sentences[sentence.number - 1]
    if before.block is not sentence.block:
        return None
    people = reading.inside(before.span, "person")
    for role in reversed(reading.inside(before.span, "role")) if people else ():
        last = next((each for each in reversed(people) if each.span.end <= role.span.start), None)
        name = _start_with_title(reading, last) if last else 0
        if last and _APPOINTED.search(reading.text, before.span.start, name) and named_as(reading, role, people, before):
            return last.entity
        if chosen_him(reading, role, before):
            verb = next(_HIM.finditer(reading.text, before.span.start, role.span.start)).start()
            return _him(reading, verb, before, "him")
    return None


_HIM = re.compile(r"\b(?:him|her)\b")
_OPENS_HE = re.compile(r"\W*(?:[A-Z][^,;.]{2,40},\s+)?(?:[Hh]e|[Ss]he)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|first\s+|again\s+)?")
_APPOINTED = re.compile(r"\b(?:(?:re-?)?appointed|named|nominated|made|chose|selected)\s+(?:[a-z]+\s+){0,2}\Z")
_HE = re.compile(r"\b(?:he|she)\s+(?:[a-z]+\s+){0,2}\Z")


def _him(reading: Reading, verb: int, sentence: Sentence, him: str, chooser: str = "") -> str | None:
    """Whom somebody chooses who is not named: "Ana Ruiz retired when the king made her ambassador", "The king appointed her minister"."""
    start = sentence.span.start
    before = reading.people_between(start, verb)
    by = chooser or (
        before[-1].entity if before and _CHOOSES.fullmatch(reading.text, before[-1].span.end, verb) else reading.subject(verb, start) or ""
    )
    if (body := reading.next(max(start, verb - NEAR), verb, "organization", within=NEAR)) and body.span.end == verb - 1:
        # "She came home, and the Senate elected her speaker": not she elects.
        by = ""
    named = next((each.entity for each in before if each.entity != by and not OWNED.match(reading.text, each.span.end)), None)
    return named or foremost(reading.document, reading.subjects, start, pronoun="he" if him == "him" else "she", besides=by)


_CHOOSES = re.compile(r"(?:,\s+who)?\s+(?:(?:had|has|then|later|also|first|[a-z]+ly)\s+){0,2}")
_CHOSE_HIM = re.compile(
    rf"\b(?:appoint(?:ed|ing)|nam(?:ed|ing)|made|making|nominat(?:ed|ing)|cho(?:se|osing)|selected|designated|elected|proclaimed|installed|confirmed|promoted|sent|accredited|commissioned)\s+"
    rf"(?P<him>him|her)\s+(?:(?:to\s+(?:serve\s+)?|[^.;,]{{2,40}}\s+)?(?:as|be)\s+|to\s+the\s+{_POST}\s+of\s+)?{WHAT}{WHOSE}{WHAT}\s*\Z"
)
_OPENS = re.compile(r"\W*(?:(?:Before|After|Prior\s+to|Since|Upon|On|While|When|Until|Following|Despite)\s+|Having\s+(?:[a-z]+\s+)?)?")
_SAID_FIRST = re.compile(
    rf"\W*(?:(?:First\s+|Newly\s+)?(?i:{CHOSEN_FOR})\s+{_WHEN}(?:by\s+(?:the\s+)?[\w ]{{3,30}}?\s+)?(?:as\s+|to\s+be\s+)?"
    rf"|(?:(?:Once|While|When)(?:\s+in\s+office\s+as)?|(?:(?:{_WHEN}|First|Later|Also),?\s*)?As)\s+){WHAT}{WHOSE}{WHAT}\s*"
)
"""What leads an office before its holder: "Appointed minister in May, Ana Ruiz", "As the country's first ambassador to Chile, Ana Ruiz"."""
_COMMA_HE = re.compile(r"[^,;.]{0,60},\s+(?P<he>he|she)\b")


def _follows(reading: Reading, role: Linked, sentence: Sentence) -> str | None:
    """Whom words before the subject tell of: "Prior to her appointment as minister, Ana Ruiz was", "Before becoming minister, he was"."""
    he = _COMMA_HE.match(reading.text, role.span.end, sentence.span.end)
    if he:
        return foremost(reading.document, reading.subjects, sentence.span.start, pronoun=he["he"])
    after = reading.next(role.span.end, sentence.span.end, "person", within=NEAR)
    between = reading.plain(role.span.end, after.span.start, "role", "organization", "place", "date") if after else ""
    return after.entity if after and _THEN_NAME.fullmatch(between) else None


_THEN_NAME = re.compile(rf"[^,;.]{{0,60}},\s+{HONORIFIC}\s*")


def named_as(reading: Reading, role: Linked, people: list[Linked], sentence: Sentence) -> list[tuple[str, Span]]:
    """Whom "the appointment of X as", "elected X president" or "X succeeded Y as" leads to an office: of the last one both."""
    text, start = reading.text, sentence.span.start
    last = next((each for each in reversed(people) if each.span.end <= role.span.start), None)
    between = reading.plain(last.span.end, role.span.start, "organization", "place", "demonym", "date") if last else ""
    if last is None or not (_AS.fullmatch(between) or _NEXT_TO.fullmatch(between)):
        return []
    name, begin = _start_with_title(reading, last), max(start, last.span.start - AROUND)
    follows = _SUCCEEDED.search(text, begin, name)
    if follows and _AS.fullmatch(between):
        earlier = reading.subject(follows.start(), start)
        new = [(earlier, Span(follows.start(), role.span.end))] if earlier else []
        return [*new, (last.entity, around(last, role))]
    chosen = (_CHOSEN if _AS.fullmatch(between) else _ELECTED).search(text, begin, name)
    if chosen:
        unreal = _UNREAL.search(text, begin, chosen.start()) or _OPPOSED.search(text, begin, chosen.start())
        if unreal and unreal[0].startswith(("’s", "'s", "s’", "s'")) and " of " in chosen[0]:
            # "Chile's hasty removal of Ana Ruiz as minister": whose deed it is.
            unreal = None
        return [] if unreal else [(last.entity, Span(chosen.start(), role.span.end))]
    if _WITH.search(text, begin, name) and _AS.fullmatch(between) and _CLOSES.match(text, role.span.end):
        # "The embassy opened in May with Ana Ruiz as ambassador."
        return [(last.entity, around(last, role))]
    if _NAME_OPENS.fullmatch(text, start, name) and _AS.fullmatch(between):
        # "Mr Luis Vega as Ambassador to Chile.": a line of a list.
        return [(last.entity, around(last, role))]
    return [(last.entity, around(last, role))] if _listed(reading, last, people, sentence) else []


def _listed(reading: Reading, person: Linked, people: list[Linked], sentence: Sentence) -> bool:
    """Whether "and" joins somebody's office to another's: "named Ana Ruiz as minister of trade and Luis Vega as minister of health"."""
    name = _start_with_title(reading, person)
    before = reading.between(sentence.span.start, name, "role")
    earlier = before[-1] if before else None
    joined = earlier and _AND.fullmatch(reading.plain(earlier.span.end, name, "organization", "place", "demonym"))
    return bool(earlier and joined and named_as(reading, earlier, people, sentence))


def also_held(reading: Reading, role: Linked, people: list[Linked], sentence: Sentence) -> list[tuple[str, Span]]:
    """Who held an office before or after another: "was replaced as head of the navy by Ana Ruiz", "Luis Vega's successor as minister"."""
    text = reading.text
    after = next((each for each in people if each.span.start >= role.span.end), None)
    by = _BY.match(text, role.span.end, sentence.span.end)
    if by and after and not reading.plain(by.end(), after.span.start, "role").strip():
        verb = reading.led(_REPLACED, sentence, role.span.start, NEAR)
        return [(after.entity, Span(verb.start(), after.span.end))] if verb else []
    if earlier := _succeeded(reading, role, after, people):
        return [(earlier.entity, Span(role.span.start, earlier.span.end))]
    before = [each for each in people if each.span.end <= role.span.start]
    if not before or not _HEIR.fullmatch(text, before[-1].span.end, role.span.start):
        return []
    heirs = [each for each in before[-2:-1] if _COMMA.fullmatch(text, each.span.end, before[-1].span.start)]
    return [(each.entity, around(each, role)) for each in (*heirs, before[-1])]


def _succeeded(reading: Reading, role: Linked, holder: Linked | None, people: list[Linked]) -> Linked | None:
    """Who held an office before whom a clause says to have followed: "The mayor is Ana Ruiz, who succeeded Luis Vega in May"."""
    for end in (role.span.end, holder.span.end if holder and holder.span.start - role.span.end < NEAR else 0):
        who = _WHO_SUCCEEDED.match(reading.text, end) if end else None
        earlier = next((each for each in people if who and each.span.start >= who.end()), None)
        if who and earlier and _RANKED.fullmatch(reading.plain(who.end(), earlier.span.start, "role", "demonym")):
            return None if _AS_ELSE.match(reading.text, earlier.span.end) else earlier
    return None


_WHO_SUCCEEDED = re.compile(
    r"(?:\s+\([^)]*\)|\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?,\s+who\s+(?:(?:has|had|was\s+(?:appointed|elected)\s+to)\s+)?(?:succeed(?:ed|s)?|replaced?|replaces|took\s+over\s+from)\s+"
)
_RANKED = re.compile(rf"(?:(?:the|an?|former|late|outgoing)\s+)*\s*{HONORIFIC}\s*")
_AS_ELSE = re.compile(r"[^,;.]{0,40}\bas\b")
_HEIR = re.compile(r"[’']s?\s+(?:[a-z]+\s+)?(?:successor|predecessor|replacement)\s+as\s+(?:[\w’'-]+\s+){0,3}")
_COMMA = re.compile(rf",\s+{HONORIFIC}")
_BY = re.compile(rf"\s+(?:(?:in|on|last)\s+[\w ]{{2,20}}\s+)?by\s+{HONORIFIC}")
_REPLACED = re.compile(r"\b(?:replaced|succeeded|followed)\s+as\s+(?:[\w’'-]+\s+){0,4}\Z")


def _start_with_title(reading: Reading, person: Linked) -> int:
    """Where a person's name begins, or the title right before it."""
    titles = [
        each for each in reading.before(person.span.start) if each.found.type == "role" and 0 <= person.span.start - each.span.end <= 2
    ]
    return titles[0].span.start if titles else person.span.start


_NAME_OPENS = re.compile(r"\W{0,4}(?:(?:Mr|Mrs|Ms|Dr|Sir|Prof)\.?\s+)?")
_AND = re.compile(r"\s*(?:[,;]\s+)?(?:and\s+)?")
_OF_LAND = r"(?:\s+of\s+(?:the\s+)?\s*|\s+\([\w\s]*\))?"
_AS = re.compile(
    rf"{_OF_LAND}(?:,\s+[^,;.]{{3,80}},)?,?\s+(?:(?:to|in|at)\s+(?:(?:the|his|her)\s+)?(?:[a-z]+\s+)?\s*)?"
    rf"(?:(?:to\s+(?:also\s+)?(?:serve|act)\s+|(?:from|to)\s+(?:his|her|the)\s+{_POST}\s+)?as|to\s+be(?:come)?"
    rf"|(?:from|to|into|for)\s+(?:his|her|the)\s+{_POST}\s+(?:of|as))\s+{WHAT}{WHOSE}{WHAT}(?:[A-Z][\w.-]+(?:[’']s)?\s+)?{WHAT}"
)
_CLOSES = re.compile(r"\s*(?:[.,;)]|\Z)|\s+(?:and|on|in|at|until|from|since)\b")
_NEXT_TO = re.compile(rf"{_OF_LAND},?\s+{WHAT}{WHOSE}{WHAT}(?:[A-Z][\w.-]+(?:[’']s)?\s+)?")
_SUCCEEDED = re.compile(
    r"\b(?:(?:then|later|also|soon)\s+)?(?:succeed(?:ed|s|ing)?|replac(?:ed?|es|ing)|follow(?:ed|s|ing)|in\s+succession\s+to|t(?:ook|akes?|aking)\s+over\s+(?:the\s+\w+\s+)?from)\s+"
    r"(?:[A-Z][\w.-]+\s+)?\Z"
)
_OBJECT = (
    r"(?:(?:(?:the|an?|their|his|her|its)\s+)?"
    r"(?:(?!(?:by|in|with|to|of|for|from|at|on|under|after|before|that|and|as)\b)[a-z-]+,?\s+){0,3}|[A-Z]\w+\.?\s+(?:[a-z]+\s+)?)?"
)
"""What is said of somebody before his name."""
_WITH = re.compile(rf"\bwith\s+{_OBJECT}\Z")
_CHOSEN = re.compile(
    rf"\b(?:(?:{_CHANGE}|recognition|assignment|credentials)\s+of|(?:credentials\s+for|exequatur\s+to)"
    r"|(?:re-?)?(?:appoint(?:ed|s|ing)?|elect(?:ed|s|ing)?)|nam(?:ed|es|ing)|install(?:s|ed|ing)|proclaim(?:ed|s)|nominat(?:e|ed|es|ing)"
    r"|chose|chosen|choosing|designat(?:ed|es)|confirm(?:ed|s|ing)|promot(?:ed|es|ing)|sw(?:ore|orn|earing)\s+in|pick(?:ed|s|ing)|tapp(?:ed|ing)"
    r"|select(?:ed|s|ing)|hir(?:ed|es|ing)|reinstat(?:ed|es|ing)|crown(?:ed|ing)|vot(?:ed|ing)\s+in|brought\s+(?:in|back)"
    r"|dismiss(?:ed|es|ing)|sack(?:ed|s|ing)|fir(?:ed|es|ing)|remov(?:ed|es|ing)|oust(?:ed|s|ing)|depos(?:ed|ing)|suspend(?:ed|s|ing)"
    r"|reliev(?:ed|es|ing)|includ(?:ed|es|ing)|recogni[sz](?:ed?|es|ing)|accredit(?:ed|s|ing)"
    r"|receiv(?:ed|es|ing)|sen(?:t|ds)|dispatch(?:ed|es|ing)|assign(?:ed|s|ing)|post(?:ed|ing)|commission(?:ed|ing)|retain(?:ed|s|ing)?|recruit(?:ed|ing)|keep|kept)\s+"
    rf"{_OBJECT}\Z"
)
_ELECTED = re.compile(
    rf"\b(?:(?:re-?)?(?:appoint(?:ed|s|ing)?|elect(?:ed|s|ing)?)|nam(?:ed|es|ing)|proclaim(?:ed|s)|made|vot(?:ed|es)|crown(?:ed|s))\s+{_OBJECT}\Z"
)
"""What an office may follow without "as": "elected Ana Ruiz president"."""
_OPPOSED = re.compile(
    r"\b(?:against|oppos\w+|block\w+|reject\w+|veto\w*|without|halt\w*|cancel\w*|over|before)\s+(?:the\s+)?(?:[a-z]+\s+)?\Z"
)
