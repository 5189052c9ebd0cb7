"""How a text puts a fact: as one, as a plan, as what somebody claims, or as what is not so."""

from collections.abc import Sequence

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.facts.agreements.unsigned import TO_BE_HELD, TO_BE_SIGNED, TO_SIGN
from sourcebook.extract.facts.coming import is_averted, is_being_run_for, is_called_off, is_certain, is_coming, is_put_off, joins_later
from sourcebook.extract.facts.meetings.ahead import came_to_nothing, is_ahead
from sourcebook.extract.facts.only_meant import has_come_to_nothing, will_hardly_be
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.times.clauses import Told
from sourcebook.extract.facts.times.happened import event_told, journey_told
from sourcebook.extract.facts.wished_for import bond_wished_for, entry_wished_for, is_putative, pact_wished_for, recognition_wished_for
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span

NEAR = 40
"""Code points before the words of a fact in which is said that it is none yet, or none."""
FAR = 400
"""Code points before them in which others are said to have told or denied it."""
_FIXED = words("diplomatic_relations position located_in part_of affiliation degree belongs_to")
"""Properties that a plan or a denial beside them does not touch."""
_BY_PEOPLE = frozenset({"visited", "met"})
_LASTING = frozenset({"party", "partner"})
_BONDS = frozenset({"cooperates_with", "ally_of"})
_PACTS = frozenset({"party", "signatory"})
_SOON = re.compile(
    r"\s+(?:[–—-]\s+)?(?:next\s+\w+|(?:begins|starts)\b|tomorrow|later\s+this\s+\w+|will\s+(?:be|take|focus|cover)|(?:is|are|was|were)\s+(?:due|scheduled|planned|possible))\b"
)
_IT_WILL = re.compile(r"\s+will\s")
_OPENS = re.compile(r"(?:During|On|At|In)\s")
_BESIDES = re.compile(r"(?:In\s+addition\s+to|Besides|Apart\s+from|Aside\s+from|As\s+well\s+as|Before|Ahead\s+of)\s")
"""Before what is as much to come as the rest: "Besides meeting Ana Ruiz, she will visit Oslo"."""
_WHEN = re.compile(
    r"(?:When|Once|After|Before|As\s+soon\s+as|Until)\s(?!(?:[^.;,]*?\s)?(?:met|held|visited|came|went|was|were|had|did|took|[a-z]{2,}ed)\b)"
)
_HAPPENING = words("visited met participant located_in")
_THEN_WILL = re.compile(r"[^;“”]{0,120}?,\s+(?:(?!that\b|which\b|who\b|\w+ed\b|said\b)[^\s;,“”]+\s+){1,8}?(?:will|(?:is|are)\s+to)\b")
_TO_ESTABLISH = re.compile(r"\b(?:(?<!ry )(?<!ies )to|will|would|may|might)\s+(?:\w+\s+)?(?:establish|restore|resume|set\s+up)\b")
_OF_WHAT_IS = re.compile(
    r"\s+(?:not\s+)?(?:yet\s+)?(?:to\s+)?(?:[a-z]+ly\s+)?"
    r"(?:(?:implement|carry(?:ing)?\s+out|honou?r|observ|uphold|respect|fulfil|reaffirm|renew|extend|return(?:ing)?\s+to|rejoin"
    r"|abid\w+\s+by|adher\w+\s+to|comply(?:ing)?\s+with|stick(?:ing)?\s+to|reviv|violat|breach|betray|undermin|weaken|threaten)"
    r"|leav|left\b|los(?:e|es|ing)\b|quit|withdr[ae]w\w*\s+from|suspend|cancel|abandon|scrap|renounc|repudiat|abrogat|terminat|end(?:ed|ing)?\s|br(?:eak|oke)|denounc|dissol"
    r"|cut\s|sever|annul|revok|drop|forsak|exit|rescind|nullif|jettison|ditch|dwarf|surpass|exceed|rival|resembl|mirror|overtak|eclips|outlast|replac|supersed|supplement|complement|tear\w*\s+up|t(?:ore|orn)\s+up|walk\w*\s+away\s+from|pull\w*\s+out\s+of|back\w*\s+out\s+of)"
)
"""After "will" and "refused to", of an agreement or an alliance that is there: "plans to implement the treaty with Chile", "did not scrap it"."""
_RUMOURED = re.compile(
    r"(?i)\bwhat\s+[^.;:,“”]{2,40}?\s(?:described|called|termed|labell?ed|portrayed|characteri[sz]ed)\s+(?:as\s+)?(?:an?\s+)?(?:[a-z]+\s+)?\Z|\b(?:accus(?:e[sd]?|ing)\s+[^.;:,“”]{1,60}?\s+of|reports?\s+(?:[^.;:,“”]{0,40}?\s)?(?:suggest|claim|alleg|hint)\w*"
    r"|(?:rumou?rs?|speculations?|allegations?|(?<!in\sa\s)(?<!in\sthe\s)(?<!in\sits\s)reports?)\s+(?:[^.;:,“”]{0,40}?\s)?that|alleg(?:e[sd]?|ing)\s+that)\s[^;:“”]{0,120}\Z"
)
"""Before what others are said to say: "after reports suggesting that Norway and Chile held talks", "accused Ana Ruiz of having met"."""
_ACCUSED = re.compile(
    r"\b(?:accus|blam|suspect)(?:e[sd]?|s|ed|ing)\s+[^.;:,“”]{1,60}?\s+(?:of|for|in)\s+(?:[a-z]+\s+)?(?:involvement|complicity|participation|(?:a|its|their|his|her)\s+(?:role|part|hand)|(?:taking\s+)?part)\s+in\s[^.;:“”]{0,60}\Z"
)
"""Before what somebody is said to have had a part in: "accused Chile of involvement in the attack"."""
_DENIED = re.compile(
    r"\b(?:denie[sd]|denying|dismiss(?:e[sd]|ing)|reject(?:s|ed|ing)|refut(?:e[sd]|ing)|rul(?:e[sd]|ing)\s+out)\s+(?:(?:as\s+)?[^.;:,“”]{0,60}?\s)?"
    r"(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|speculations?|accusations?|that)\s[^;:“”]{0,120}\Z"
)
"""Before what is denied at some length: "denied that its minister, Ana Ruiz, planned to meet", "dismissed claims by Chile that she had met"."""
_IN_THE_CHAIR = re.compile(
    r"[’']s?\s+(?:upcoming|forthcoming|coming|next|future|planned)\s+(?:[\w-]+\s+){0,4}?(?:presidency|chair(?:man)?ship)\b"
)
_BETWEEN_OTHERS = re.compile(
    r"(?:\b(?:not|never)|n[’']t)\s+(?:[a-z]+ly\s+)?(?:attend|violat|breach|affect|support|back|respect|cover|mention|undermin|replac|contraven|threaten|welcom|oppos"
    r"|join|comment|compl|touch|concern|chang|harm|weaken|jeopardi[sz]|infring|contradict|apply|need|trust)\w*\s[^.;:]{0,80}?\bbetween\s"
)
"""Before those of an agreement or of talks that somebody else has not to do with: "does not violate the deal between Norway and Chile"."""
_DID_NOT = re.compile(r"\b(?:did|was|were|had)(?:\s+not|n[’']t)\b")
_SIGNED_BUT = re.compile(
    r"\bsigned,?\s+(?:but|though|yet)\s+(?:[a-z]+\s+){0,2}(?:not|never)\s+(?:yet\s+)?ratified\b"
    r"|\b(?:not|n[’']t|never|refus\w+|fail\w+|declin\w+)\s+(?:yet\s+)?(?:to\s+)?ratif(?:y|ied)\s+[^.;,]{3,60}?,?\s(?:it|they|that\s+[^.;,]{2,30}|which\s+[^.;,]{2,30})\s+(?:ha[ds]|have)\s+signed\b"
)
_UNTIL = re.compile(
    r"[^.;:“”]{0,120}?\buntil\s+(?:(?:after\s+)?(?:it|they|he|she)\s+(?:had|was|were)\b|(?:(?:on|in|the|late|early|mid)[\s-]+){0,2}(?:\d|[A-Z][a-z]+\s+\d))"
)
_KINDS = ("event", "place", "demonym", "organization")
_PHRASE = re.compile(r"(?:in|from)\s")


def stance_of(reading: Reading, statement: Statement, quoted: Sequence[Span] = ()) -> Stance | None:
    """How the text puts a statement; None leaves it to the genre. What is `quoted` says nothing about what the narrator tells."""
    if statement.put:
        return statement.put if statement.plain or statement.put is not Stance.FACT else None
    start = _begin(reading.text, statement)
    told = _unquoted(reading.text, Span(start, statement.focus.end), statement.focus, quoted)
    named = next((each for each in reading.inside(statement.sentence.span, *_KINDS) if each.entity == statement.subject), None)
    event = named if named and named.found.type == "event" else None
    # "The Norwegian-led talks that Chile may join": Norway is in them.
    beside = event is not None and statement.property == "participant" and statement.focus != event.span
    joins = event is not None and beside and joins_later(reading.text, statement.sentence.span, event)
    fixed = not joins and _is_fixed(reading.text, statement, named)
    happens = statement.property in _BY_PEOPLE or event
    after = event.span.end if event else statement.focus.end
    if event and (
        is_averted(reading.text, statement.sentence.span, event) or will_hardly_be(reading.text, statement.sentence.span, event.span)
    ):
        return Stance.DENIAL
    if not fixed and _is_denied(statement, told) and not _BETWEEN_OTHERS.search(told) and not _in_the_end(reading.text, statement, told):
        return Stance.DENIAL
    further = max(statement.sentence.span.start, statement.focus.start - FAR)
    if (event or not fixed) and _DENIED.search(reading.text, further, statement.focus.start):
        return Stance.DENIAL
    if (event and not fixed and has_come_to_nothing(reading.text, statement.sentence.span, event.span)) or (
        happens and is_called_off(reading.text, after, statement.sentence.span.end)
    ):
        return Stance.DENIAL
    if statement.property in _BY_PEOPLE and came_to_nothing(reading.text, statement):
        return Stance.DENIAL
    tells = _told(reading, statement, event)
    if tells in _SURELY:
        return _SURELY[tells]
    if joins or (tells is not Told.DONE and _is_meant(reading, statement, event, told, fixed=fixed)):
        return Stance.PLAN
    if wished := _wished(reading, statement):
        return wished
    if (event or not fixed) and _is_told_by_others(reading.text, further, statement):
        return Stance.CLAIM
    return Stance.FACT if statement.plain else None


_SURELY = {Told.NOT: Stance.DENIAL, Told.AHEAD: Stance.PLAN}


def _is_meant(reading: Reading, statement: Statement, event: Linked | None, told: str, *, fixed: bool) -> bool:
    """Whether words around a statement say that it is to come, wanted or possible."""
    made = statement.property == "participant" and event is None
    if (made or statement.property in _BY_PEOPLE) and is_ahead(reading.text, statement):
        return True
    after = event.span.end if event else statement.focus.end
    if (event or statement.property in _BY_PEOPLE) and is_put_off(reading.text, after, statement.sentence.span.end):
        return True
    return (not fixed and _is_plan(statement, told)) or _is_yet_to_be(reading.text, statement, event, fixed=fixed)


def _is_told_by_others(text: str, further: int, statement: Statement) -> bool:
    """Whether others are said to say it, or to accuse somebody of it."""
    accused = statement.property == "participant" and _ACCUSED.search(text, further, statement.focus.end)
    return bool(accused or _is_rumoured(text, further, statement.focus))


def _told(reading: Reading, statement: Statement, event: Linked | None) -> Told | None:
    """How the text tells of the event, the journey or the meeting that a statement is of."""
    if event:
        if is_being_run_for(reading.text, statement.sentence.span, event):
            return Told.AHEAD
        return event_told(reading, statement.sentence, event)
    if statement.property in _BY_PEOPLE or statement.subject in reading.happened:
        return journey_told(reading, statement.sentence, statement.focus)
    return None


def _is_rumoured(text: str, further: int, focus: Span) -> bool:
    """Whether others are said to say it; what a relative clause tells of them is no rumour: "accused Norway, which has signed"."""
    found = _RUMOURED.search(text, further, focus.start)
    return found is not None and not _WHICH_HAS.search(text, found.start(), focus.end)


_WHICH_HAS = re.compile(r"\b(?:which|who|(?:an?|the)\s+(?:[a-z]+\s+)?[a-z]+\s+that)\s+(?:has|have|had|is|are|was|were)\s")


def _is_yet_to_be(text: str, statement: Statement, event: Linked | None, *, fixed: bool) -> bool:
    """Whether the words around a statement, or the event that it is of, say that it is to come."""
    if event and is_coming(text, statement.sentence.span, event, statement.focus.end):
        return True
    # "At the Copper Summit in Oslo this June, ministers will": it is there as surely as they will come.
    moves = event is not None and not is_certain(text, event)
    if (moves and _opens_ahead(text, statement)) or (not fixed and statement.property not in _LASTING and _is_soon(text, statement)):
        return True
    return _to_come(text, statement)


def _is_fixed(text: str, statement: Statement, named: Linked | None) -> bool:
    """Whether no plan or denial beside a fact touches it; `named` is its subject, where the sentence names that."""
    fixed = statement.property in _FIXED and not statement.derived
    if named and named.found.type == "event":
        return fixed or is_certain(text, named)
    if statement.property == "member_of":
        # Only a member has "the upcoming presidency of the Union".
        return bool(
            _IN_THE_CHAIR.search(text, statement.focus.start, statement.focus.end + NEAR)
            or _AS_MEMBER.search(text, statement.focus.start, statement.focus.end)
            or _are_members(text, statement.focus)
            or is_putative(text, statement.focus)
        )
    # What only a verb tells of: "will visit Oslo".
    return fixed and (statement.property != "located_in" or named is not None)


_AS_MEMBER = re.compile(r"\bas\s+(?:an?|the|one\s+of\s+the)\s+(?:[a-z-]+\s+){0,3}members?\s+of\b")
"""What somebody is who does or does not: "has not thought what it needs as a member of the Union"."""
_MEMBERS_ARE = re.compile(
    r"\b(?:[Mm]embers?|[Mm]ember\s+(?:states|countries|nations))(?:\s+of\s+(?:the\s+)?[A-Z][^.,;()]{2,60}?)?(?:,?\s+(?:such\s+as|like|including)\s|\s*\(|:\s)"
)
_ASPIRING = re.compile(
    r"\b(?:aspiring|possible|potential|prospective|future|would-be|new|candidate|associate|former|ex-?)\s+(?:[\w-]+\s+){0,2}\Z"
)
"""Before those who are: "its permanent members (Norway, Chile)", "members such as Norway"."""
_BELIEVED = re.compile(
    r"\b(?:believ|insist|claim|maintain|assert|contend|pretend|recogni[sz]|declar|reiterat)(?:s|e|es|ed|ing)?\s+(?:that\s+)?(?:[\w’'-]+\s+){0,3}\Z"
)
"""Before what others hold a land to be: "insists that Bergen is part of Chile"."""


def _are_members(text: str, focus: Span) -> bool:
    """Whether words list the members of a body: "its permanent members (Norway, Chile)"; not "possible members such as"."""
    listed = _MEMBERS_ARE.search(text, max(0, focus.start - NEAR), focus.end)
    return listed is not None and not _ASPIRING.search(text, max(0, listed.start() - NEAR), listed.start())


def _wished(reading: Reading, statement: Statement) -> Stance | None:
    """How a bond, an agreement or a membership is put that there is not."""
    text, sentence, focus = reading.text, statement.sentence.span, statement.focus
    if statement.property in _BONDS:
        return bond_wished_for(text, sentence, focus)
    if statement.property == "member_of":
        # What has its day has happened, whatever "should help".
        return None if "from" in statement.qualifiers else entry_wished_for(text, sentence, focus)
    if statement.property == "recognized":
        return recognition_wished_for(text, sentence, focus)
    if statement.property == "part_of":
        return Stance.CLAIM if _BELIEVED.search(text, sentence.start, focus.start) else None
    if statement.property not in _PACTS:
        return None
    named = [each.span for each in reading.inside(sentence, "agreement") if each.entity == statement.subject]
    return pact_wished_for(text, sentence, next((each for each in named if focus.contains(each)), next(iter(named), focus)))


def _in_the_end(text: str, statement: Statement, told: str) -> bool:
    """Whether what is told came about after all: "did not recognise Chile until 1834", "has signed but not ratified the pact"."""
    if _DID_NOT.search(told) and _UNTIL.match(text, statement.focus.end, statement.sentence.span.end):
        return True
    whole = statement.sentence.span
    return statement.property in _PACTS and bool(_SIGNED_BUT.search(text, whole.start, whole.end))


def _begin(text: str, statement: Statement) -> int:
    """Where what is said of a fact begins; a phrase, such as "in Oslo", depends on the verb of its clause."""
    sentence, focus = statement.sentence.span, statement.listed or statement.focus
    near = max(sentence.start, focus.start - NEAR)
    front = _FRONT.match(text, sentence.start, focus.start)
    near = max(near, front.end()) if front else near
    if statement.property == "visited" and _PHRASE.match(text, focus.start):
        return min(near, max(sentence.start, text.rfind(",", 0, focus.start)))
    if _THEN.search(text, sentence.start, focus.start) and _DID.match(text, focus.start):
        return focus.start
    beside = () if statement.sentence.words.isdisjoint(_APART_WORDS) else _APART.finditer(text, near, focus.end)
    apart = [each.end() if each["past"] else each.start() for each in beside]
    return apart[-1] if apart else near


_FRONT = re.compile(r"(?:If|Unless|Although|Though|While|Whereas)\s[^,;:“”]{3,120},\s")
"""A clause before the one that tells: "If Chile does not, the alliance with Peru"."""
_THEN = re.compile(r"[a-z],\s+and\s+(?:the\s+)?\Z")
_DID = re.compile(r"(?:[A-Z][\w.’-]*\s+){1,5}(?:[a-z]+ed|began|held|took|fought|met|sent|went|made)\s")
"""After ", and", who did something of their own: "Chile rejected the plan, and Norway launched an attack"."""
_APART_WORDS = words("citing because due despite given which who joined became has have had far whether how")
_APART = re.compile(
    r",\s+(?:citing|because\s+of|due\s+to|despite|given|(?:which|who)\s+(?:had\s+)?[a-z]+ed)\s|\s+(?:and|but)\s+(?:only\s+|later\s+)?(?:joined|became)\s"
    r"|,?\s+(?:and|but)\s+(?:has|have|had)\s+(?:(?:already|also|now|since|recently|even)\s+)?(?:signed|concluded|reached|joined|ratified|struck|made|formed|forged|established|become)\s"
    r"|(?P<past>\s+(?:so|as)\s+far\s+as\s+to\s|\s+(?:clear|seen|known|determine|show|tell|reveal)\s+(?:whether|how)\s(?=[^.;,]{2,40}[’']s?\s))"
)
"""Where something begins that is told beside: "will stay closed to those of Chile, which joined in 1991", "called on her not to go, citing the war", "is no member of
the Union and joined the Forum", "went as far as to host a visit", "It will become clear whether her visit succeeded"."""


def _unquoted(text: str, span: Span, focus: Span, quoted: Sequence[Span]) -> str:
    """The words of a span without the sentences of others in it: "“We do not yield,” Ana Ruiz said at the summit"."""
    words = span.of(text)
    for each in quoted:
        if each.overlaps(span) and not each.contains(focus):
            first, last = max(0, each.start - span.start), min(len(words), each.end - span.start)
            words = f"{words[:first]}{' ' * (last - first)}{words[last:]}"
    return words


def _is_plan(statement: Statement, told: str) -> bool:
    bond = statement.property in _BONDS
    lasts = bond or statement.property in _PACTS
    apart = len(told) - len(statement.focus)
    return any(
        not (lasts and _OF_WHAT_IS.match(told, each.end()))
        and not (bond and (_PART_OF_IT.match(told, each.end()) or _AS_PARTNER.search(told, each.end())))
        and not (lasts and each.end() < apart and _OTHERS_JOIN.match(told, each.end()))
        and not _NOBODY.search(told, 0, each.start())
        for each in cues.PLAN.finditer(told)
    )


def _is_denied(statement: Statement, told: str) -> bool:
    """Whether words deny a fact: not where they deny that it ends, "refused to cancel the treaty with Chile"."""
    lasts = statement.property in _BONDS | _PACTS
    return any(
        not (lasts and _OF_WHAT_IS.match(told, each.end())) and not _NOBODY.search(told, 0, each.start()) and ": " not in told[each.end() :]
        for each in cues.DENIAL.finditer(told)
    )


_OTHERS_JOIN = re.compile(r"\s+(?:(?:re)?join|enter|accede\s+to|sign\s+up\s+to|adhere\s+to)\s+the\s")
"""After "would", of those who are in it already: "Peru would join the Norwegian-Chilean pact"."""
_NOBODY = re.compile(r"\b(?:[Nn]o\s+one|[Nn]obody|[Ff]ew)\s+\Z")
"""Before "could have foreseen", of what came: "No one could have foreseen her victory"."""
_AS_PARTNER = re.compile(r",\s+as\s+(?:an?|the|one\s+of)\s+(?:[\w’'-]+\s+){0,5}(?:partner|ally)\b")
"""What somebody is who may do something: "may explain why Norway, as a trusted partner of Chile"."""
_PART_OF_IT = re.compile(r"\s+(?:be|become|remain)\s+(?:an?|the|its|one)\s+[^.;,]{2,60}?\s(?:in|of|for)\s")
"""After "will", of a bond that is there: "will be the centre of Norwegian-Chilean cooperation"."""


def _is_soon(text: str, statement: Statement) -> bool:
    """Whether what follows says so: "Ruiz's visit to Oslo next week", "During her visit to Oslo, a treaty will be signed"."""
    end = statement.focus.end
    if _SOON.match(text, end) or (statement.property == "visited" and _IT_WILL.match(text, end)):
        return True
    return _opens_ahead(text, statement)


def _opens_ahead(text: str, statement: Statement) -> bool:
    """Whether a fact opens a sentence that tells what will be: "At the summit in Oslo this June, ministers will sign a treaty"."""
    sentence, focus = statement.sentence.span, statement.focus
    opens = statement.property in {"visited", "participant", "located_in"} and _OPENS.match(text, sentence.start)
    opens = opens or (statement.property in {"visited", "met"} and _BESIDES.match(text, sentence.start))
    opens = opens or (statement.property in _HAPPENING and _WHEN.match(text, sentence.start, focus.end))
    return bool(opens and "," not in text[sentence.start : focus.start] and _THEN_WILL.match(text, focus.end, sentence.end))


_ONE_MORE = re.compile(r"\b(?:is|are|was|were|became|becomes?|becoming)\s+(?:(?:among|one\s+of)\s+)?the\s+(?:[\w-]+\s+){1,6}?to\s+[a-z]+\Z")
"""Who has done it: "Norway became the first country to sign"."""

_MET_TO = re.compile(r"\b(?:met|gathered|assembled|convened|came\s+together)\b[^.;]{0,120}\sto\s+[a-z]+\Z")
"""They did: "met in Oslo to sign"."""


_NEXT_ONE = re.compile(
    r"\b(?:[Nn]ext\s+(?:[A-Z]\w+\s+)?(?i:president|prime\s+minister|premier|chancellor|governor|ambassador|secretary(?:[ -]general)?|king|pope)"
    r"|(?:[Ii]ncoming|[Ss]oon-to-be)\s+(?:[A-Z][\w.’-]*\s+|[a-z]+\s+){0,3}?"
    r"(?i:president|minister|premier|chancellor|governor|ambassador|secretary|king|pope|representative|commissioner|chief|chair\w*|head|director|mayor|speaker|adviser|commander|leader))\b"
)
"""Who does not hold it yet: "Chile's next president, Ana Ruiz"."""
NEXT = 24
"""Code points before an office in which is said so."""
_TAKES_CHAIR = re.compile(r"\s(?:assum(?:es|ing)|tak(?:es|ing)\s+(?:over|on|up)|tak(?:es|ing)\s+(?:the|its)|inherit(?:s|ing))\s")
_OFFERED = re.compile(r"\b(?:offer|invit|propos|suggest|rumou?r|tip|touted|consider|possib|potential)\w*\b[^.;]{0,160}\Z")
"""Before a chair that somebody may be given: "offered him posts such as chairing the Committee"."""
_CHAIRING = re.compile(r"\b(?:chair|lead|head)ing\b")
_COMING_CHAIR = re.compile(
    r"\b(?:upcoming|forthcoming|coming|incoming|next|later\s+this\s+[a-z]+,?\s+(?:during|under))\s+(?:[a-z-]+\s+)?(?:the\s+)?\Z"
)
_CHAIR_BEGINS = re.compile(
    r"(?:\s+(?:presidency|chair(?:man)?ship))?(?:\s+of\s+the\s+[A-Z]\w+)?,?\s+(?:(?:which|that)\s+(?:begins|starts|will)|(?:next|later\s+this)\s+[a-z]+|in\s+the\s+coming\s)"
)
"""What says that a chair is still to be held: "Norway, which assumes its presidency", "the Norwegian presidency, which begins in May"."""


def _to_come(text: str, statement: Statement) -> bool:
    """Whether an event is still to be held, or relations are still to be established."""
    if statement.property in {"party", "signatory"}:
        whole, end = statement.sentence.span, statement.focus.end
        meant = TO_SIGN.search(text, whole.start, end)
        done = _SIGNED_BUT.search(text, whole.start, whole.end) or (
            meant and any(each.search(text, whole.start, meant.end()) for each in (_ONE_MORE, _MET_TO))
        )
        return bool((meant and not done) or TO_BE_SIGNED.match(text, end, whole.end))
    if statement.property in {"located_in", "position"}:
        to_be, lead = (cues.TO_HOLD, len("who is due to be sworn into ")) if statement.property == "position" else (TO_BE_HELD, 0)
        found = to_be.search(text, statement.focus.start - lead, statement.focus.end)
        following = statement.property == "position" and _NEXT_ONE.search(text, max(0, statement.focus.start - NEXT), statement.focus.end)
        return bool(following or (found and found.end() > statement.focus.start))
    if statement.property == "chaired_by":
        whole, (start, end) = statement.sentence.span, (statement.focus.start, statement.focus.end)
        return bool(
            _TAKES_CHAIR.search(text, start, end)
            or (_CHAIRING.search(text, start, end) and _OFFERED.search(text, whole.start, end))
            or _COMING_CHAIR.search(text, max(whole.start, start - NEAR), start)
            or _CHAIR_BEGINS.match(text, end, whole.end)
        )
    return statement.property == "diplomatic_relations" and _are_to_be_established(statement.sentence.span.of(text))


def _are_to_be_established(words: str) -> bool:
    """Whether a sentence says that relations are still to begin: not "was the first to establish", "managed to restore"."""
    to_do = any(not _DID_IT.search(words, 0, each.start()) for each in _TO_ESTABLISH.finditer(words))
    return to_do or bool(_TOWARDS_THEM.search(words))


_DID_IT = re.compile(
    r"\b(?:(?:first|last|latest|earliest|only|next|[a-z]+th|second|third)\s+(?:(?!to\b)[\w’'-]+\s+){0,5}"
    r"|(?:manag|help|enabl|allow|persuad|suit|mov|convinc|free|led|went\s+on|brought|chose|serv|dar)(?:e?d)?\s+(?:(?!to\b)[\w’'-]+\s+){0,4})\Z"
)
"""Before "to establish", of what was done."""
_TOWARDS_THEM = re.compile(
    r"\b(?:(?:process|prospects?|aim|goal|idea|possibility|hopes?|intention|way|task|chance)\s+of|(?:talks|negotiations?|consultations|discussions|negotiat(?:e|es|ed|ing)|agree(?:d|s|ment)?|work(?:s|ed|ing)?)\s+(?:on|about|over)"
    r"|(?:steps?|path|way|road|moves?|moved|moving|progress)\s+(?:to|towards?)|aim(?:s|ed|ing)?\s+at|consider(?:s|ed|ing)?|discuss(?:es|ed|ing)?|propos(?:es?|ed|ing)|towards?)\s+"
    r"(?:(?:the|a|an|fully?|eventually)\s+)*(?:(?:re-?)?establish|resum|restor|normali[sz])(?:ing|ment\s+of|ption\s+of|ation\s+of)"
)
"""What is only begun: "the process of resuming diplomatic relations"."""
