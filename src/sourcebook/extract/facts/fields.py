"""Who cooperates in which fields: those that the sentence names, or both sides of whom the text speaks."""

import itertools
from collections.abc import Container, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import ITEM, Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.agreements.named_parties import named_parties
from sourcebook.extract.facts.agreements.party_names import LISTED
from sourcebook.extract.facts.agreements.right_before import bodies_together
from sourcebook.extract.facts.beside_fields import beside_fields, is_region
from sourcebook.extract.facts.bonds.untrue import is_ended
from sourcebook.extract.facts.both import of_others, partners_of
from sourcebook.extract.facts.field_clauses import in_its_clause, of_one_clause
from sourcebook.extract.facts.field_status import declines, is_untold, status_of
from sourcebook.extract.facts.groups import parties
from sourcebook.extract.facts.no_fields import are_goods, is_led_away, is_of_others, is_ones_own, is_quarrel, is_wish
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.rows import row
from sourcebook.extract.facts.sides.doubts import doubt_of
from sourcebook.extract.facts.sides.named import tied
from sourcebook.extract.facts.sides.unnamed import speaks_of_all
from sourcebook.extract.facts.talked_of import is_helped
from sourcebook.extract.facts.topics import acting_parties, toured
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import HYPHENS, words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span


def cooperation(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who cooperates in the areas of a sentence: those it names, or the two countries of the article."""
    areas = reading.inside(sentence.span, "area")
    if not areas:
        return
    # "We cooperate in these areas: - logistics": as the words before the list say.
    lead = _lead(reading, sentence)
    partners = _partners(reading, sentence) or (_partners(reading, lead) if lead else [])
    words = _with_lead(reading, sentence, lead)
    together = bool(_TOGETHER.search(words))
    listed = lead is not None and bool(_THESE_AREAS.search(lead.span.of(reading.text)))
    for group in _lists(reading.text, areas):
        own = beside_fields(reading, sentence, group, partners)
        # What is planned is so for the whole list.
        whole = Span(group[0].span.start, group[-1].span.end)
        theirs = in_its_clause(reading, sentence, whole, own or partners)
        if is_led_away(reading, sentence, group[0]) or (len(own) < PAIR and is_ones_own(reading, sentence, group[0])):
            continue
        if not own and (is_of_others(reading, sentence, group, theirs) or are_goods(reading, sentence, group[-1], theirs)):
            continue
        named = [each for each in group if not (_is_hindered(reading, sentence, each) or is_quarrel(reading.text, each))]
        if cues.CUT_OFF.match(reading.text, group[-1].span.end, sentence.span.end):
            continue
        joint = len(theirs) > 1 and together
        # "Ties with Chile in trade, whatever Norwegians say": told with one alone, though others are named.
        alone = len(own) == 1 and not {*partners} <= {*own}
        if (
            len(own) < PAIR
            and not alone
            and not (listed and joint)
            and not any(_is_field(reading, sentence, each, joint=joint) for each in named)
        ):
            continue
        # Who is told beside a field deals in it, and so do the members of a body with each other.
        doubt = "" if own or (len(theirs) == 1 and _gathered(reading, sentence)) else doubt_of(reading, sentence, theirs)
        if (doubt and not _JOINTLY.search(words)) or not (
            together or len(own) > 1 or _DEALS.search(words) or any(reading.led(_LED_TO, sentence, each.span.start) for each in named)
        ):
            # "Chad prepares for the Union in terms of safety": no word says that anybody deals with anybody.
            continue
        doubt = doubt or of_others(reading, sentence, theirs) or _less(reading, sentence, whole)
        status = ("ended" if _is_ended(reading, sentence, whole) else status_of(reading, sentence, lead, whole),)
        worked_in = reading.led(_LED_TO, sentence, whole.start)
        for area, partner in itertools.product(named, theirs):
            why = doubt or (_WISH if is_wish(area) and not worked_in else "")
            qualifiers = {"status": status, **({"note": (why,)} if why else {})}
            yield Statement(area.entity, "partner", partner, sentence, area.span, listed=group[0].span, qualifiers=qualifiers, plain=False)


def _less(reading: Reading, sentence: Sentence, fields: Span) -> str:
    """Why it is not sure that they work together in fields, by what is said of these; else ""."""
    return _UNTOLD if is_untold(reading, sentence, fields) else _DECLINES if declines(reading, sentence, fields) else ""


def _is_ended(reading: Reading, sentence: Sentence, fields: Span) -> bool:
    return is_ended(
        reading.text, max(sentence.span.start, fields.start - NEAR), min(fields.end + SOON, sentence.span.end), sentence.span.end
    )


_WISH = "The sentence does not say that they work together in it: it is a value, or what everybody wishes for."
_UNTOLD = "The sentence says that they do not work together in it, or may not."
_DECLINES = "The sentence says that they do less in it than before."


def nobodys_fields(reading: Reading, told: Container[str]) -> set[str]:
    """The fields of which no fact tells, nor a sentence in which several have to do with each other: "Chile invests in priorities like health"."""
    untold = [each for each in reading.inside(Span(0, len(reading.text)), "area") if each.entity not in told]
    return {each.entity for each in untold} - {each.entity for each in untold if _is_shared(reading, each)}


def _is_shared(reading: Reading, area: Linked) -> bool:
    """Whether a field is one of several, as its sentence says, or aid, which somebody gets."""
    sentence = reading.document.sentence_of(area.span.start)
    words = _with_lead(reading, sentence, _lead(reading, sentence))
    return bool(_TOGETHER.search(words) or _OF_SEVERAL.search(words) or speaks_of_all(words) or _AID.search(area.span.of(reading.text)))


_OF_SEVERAL = re.compile(
    r"\b(?:each\s+other|one\s+another|sides|meetings?|talks|spoke|forum|summit|exercises?|focus\w*|topics|work\s+in)\b"
)
_AID = re.compile(r"\b(?:aid|assistance|relief|support)\Z")


def _lead(reading: Reading, sentence: Sentence) -> Sentence | None:
    """The words before the list of which a sentence is an item."""
    return reading.introduced(sentence) if sentence.block is ITEM else None


def _with_lead(reading: Reading, sentence: Sentence, lead: Sentence | None) -> str:
    return f"{lead.span.of(reading.text) if lead else ''} {sentence.span.of(reading.text)}"


_THESE_AREAS = re.compile(r"\b(?:areas|fields|sectors|spheres|domains|topics|issues|subjects|priorities|pillars)\b[^.;]*:\Z")
_DEALS = re.compile(
    r"\b(?:co-?ordinat\w+|assist\w*|support\w*|help\w*|provid\w+|expertise|talk(?:s|ed)?|spoke|conferred|touched|met|meet\w*|sign\w*|inked|agreements?|deals?|pacts?|treat(?:y|ies)|accords?|MoUs?|memorand\w+|dialogue|work\w*|invest\w*|train\w*|share[sd]?|sharing|visit\w*|trade|programmes?|programs?|projects?|initiatives?|alli(?:es|ance)|mutual\w*|common|interested|friendship|negotiat\w+|consult\w+|summit|forum|aid|efforts)\b"
)


def _lists(text: str, areas: list[Linked]) -> list[list[Linked]]:
    """The areas by the lists that they stand in."""
    found: list[list[Linked]] = []
    for each in areas:
        if found and _NEXT_FIELD.fullmatch(text, found[-1][-1].span.end, each.span.start):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _is_hindered(reading: Reading, sentence: Sentence, area: Linked) -> bool:
    """Whether a field is held back."""
    led = any(reading.led(each, sentence, area.span.start) for each in (cues.BLAMED, cues.HINDERED))
    return led or area.found.name.casefold().startswith(("restrict", "limit", "end"))


def _is_field(reading: Reading, sentence: Sentence, area: Linked, *, joint: bool) -> bool:
    """Whether somebody works together in an area: a word of the vocabulary that no list or cue leads to is a mention, but states nothing."""
    return bool(
        area.found.priority > 2
        or reading.led(_LED_TO, sentence, area.span.start)
        or _JOINT_FIELD.match(reading.text, area.span.end, sentence.span.end)
        or reading.led(_OF_TWO, sentence, area.span.start)
        or _TWO_WAY.match(reading.text, area.span.start, area.span.end)
        or (joint and (reading.led(_FURTHERED, sentence, area.span.start) or _TIES.search(reading.text, area.span.start, area.span.end)))
    )


_NEXT_FIELD = re.compile(
    r"(?:\s+(?:efforts|issues|initiatives|matters|activities|sectors?|fields?|areas?))?"
    r"(?:,\s+|,?\s+(?:and|or|as\s+well\s+as|to|but\s+also)\s+|,\s+(?:and\s+)?(?:especially|particularly|notably)\s+)(?:more\s+)?(?:(?:in|on)\s+)?(?:the\s+)?"
)
_LED_TO = re.compile(
    r"\b(?:[Cc]o-?operat\w+|collaborat\w+|[Pp]artners(?:hips?)?|coordination|dialogue|agreements?|memorand\w+|MoUs?|[Ww]orking\s+[Gg]roup(?:\s+meeting)?|task\s+force|projects?|work(?:ing)?\s+(?:closely\s+)?together|areas\s+are|ties|programmes?|programs?|[Ff]ocus(?:ing|ed|es)?|support(?:\s+to\s+(?:the\s+)?[A-Z][\w-]+)?|relationship,?\s+including|ties,?\s+including)(?:,?\s+(?:particularly|especially|notably|mainly|primarily))?(?:\s+(?:in|on|for|regarding|concerning|in\s+the\s+pursuit\s+of|in\s+support\s+of|towards?\s+(?:[a-z]+\s+){0,2}goals?\s+of)(?:,\s+including)?|(?<=including)|(?<=areas\sare))\s+(?:the\s+)?(?:(?:fields?|areas?|sectors?|spheres?|domains?)\s+(?:of|such\s+as)\s+)?(?:the\s+)?\Z"
)
_JOINT_FIELD = re.compile(
    r"\s+(?:cooperation|collaboration|partnership)\b|\s+(?:between|among)\s+(?:the\s+(?:two|three)\b|both\b|their\b|our\b|(?:the\s+)?[A-Z][\w.]+\s+and\s+(?:the\s+)?[A-Z])"
)
_TOGETHER = re.compile(
    r"\b(?:[Bb]ilateral|[Jj]oint\w*|[Cc]o-?operat\w+|[Cc]ollaborat\w+|[Pp]artner\w*|[Bb]oth|together|(?:team\w*\s+up|(?:join|pool)\w*\s+(?:their\s+)?(?:forces|hands|resources|efforts)|hand\s+in\s+hand|side\s+by\s+side)|agree[a-z]*|discuss\w*|relations(?:hip)?|ties|links|engagement|interaction|between|commit\w+|exchange[sd]?|(?:fields|areas|axes|subjects|topics|working\s+groups)\s+(?:[a-z]+\s+){0,2}?(?:includ\w+|are|were|cover\w*|compris\w+)|(?:talks|discussions|dialogue|meeting)\s+(?:also\s+)?(?:cover|focus|dealt|address)\w*)\b"
)
_JOINTLY = re.compile(
    r"\b(?:[Bb]ilateral|[Tt]rilateral|[Jj]oint\w*|[Cc]o-?operat\w+|[Cc]ollaborat\w+|[Cc]oordinat\w+|[Pp]artner\w*|[Bb]oth|together|agree[a-z]*"
    r"|mutual\w*|relations(?:hip)?|interaction|between|memorand\w+|MoUs?|shar(?:e|es|ed|ing)\s+with|(?:ties|links)\s+with|counterparts?|touched\s+on|team\w*\s+up|(?:join|pool)\w*\s+(?:their\s+)?(?:forces|hands|resources|efforts)|hand\s+in\s+hand|side\s+by\s+side|spoke\s+by)\b"
)
"""Without such a word nothing is stated of those who are not surely meant: "Norway discussed peace for Chileans and Peruvians"."""
_FURTHERED = re.compile(
    r"\b(?:strengthen|deepen|boost|bolster|enhanc|expand|promot|increas|develop|foster|advanc|facilitat|improv|grow|intensif|reinforc|doubl|elevat|upgrad|widen|broaden|diversif|(?:ramp|step|scal)(?=\w*\s+up))\w*(?:\s+up)?\s+(?:(?:the|their|our|bilateral|mutual|two-way|economic|more|closer|greater|further)\s+){0,3}\Z|\bdiscuss\w*\s+(?:[a-z]+ing\s+)?(?:bilateral\s+|mutual\s+)?\Z|\b(?:bilateral|two-way|mutual)\s+\Z|\b(?:growth|increase|rise)\s+(?:in|of)\s+\Z"
    # "The talks cover issues that include trade", "Among the topics discussed, she highlighted trade"
    r"|\b(?:issues|topics|areas|subjects|matters|fields)\s+(?:that|which)\s+(?:includ|cover)\w*\s+\Z"
    r"|\b[Aa]mong\s+the\s+(?:topics|issues|areas|subjects|matters)\s+(?:[a-z]+\s+)?(?:discussed|raised|covered|addressed)\b[^.;]{0,60}?\s(?:were|was|are|highlighted|includ\w+)\s+\Z"
)
_OF_TWO = re.compile(rf"[A-Z][\w.]+[{HYPHENS}][A-Z][\w.]+\s+\Z")
"""As in "Chile–Peru trade"."""
_TWO_WAY = re.compile(r"(?:[Bb]ilateral|[Tt]wo-way|[Mm]utual)\s")
"""As in "bilateral trade", which two have whatever is said of it."""
_TIES = re.compile(r"\b(?:ties|links|cooperation|collaboration|partnership|exchanges)\Z")


def _partners(reading: Reading, sentence: Sentence) -> list[str]:
    """Who cooperates in a sentence: the two or the list that it names, else the two countries spoken of, unless it names somebody else."""
    parties = acting_parties(reading, sentence)
    named = [each.entity for each in parties]
    apart = parties and (
        reading.led(_TO_VISIT, sentence, parties[0].span.start)
        # "contacts with the leaders of Chile and Peru on security"
        or reading.led(_WITH_LEADERS_OF, sentence, parties[0].span.start)
    )
    if apart and len(parties) > 1 and LISTED.fullmatch(reading.text, parties[0].span.end, parties[1].span.start):
        # "visited Chile and Peru to deepen cooperation": not of one with the other.
        return []
    acting = _acts(reading, sentence) or (_gathered(reading, sentence) if len(named) < PAIR else None)
    if acting:
        return [acting.entity, *(each for each in named if each != acting.entity)]
    if (
        bodies := bodies_together(reading, sentence)
        or _bodies_listed(reading, sentence)
        or (_makers(reading, sentence) if len(named) < 2 else [])
    ):
        return [each.entity for each in bodies]
    speak = parties and _SPEAK.match(reading.text, sentence.span.start, parties[0].span.start)
    if speak and len(named) > PAIR and (both := partners_of(reading, sentence)) and len(both) == PAIR:
        # "The two sides discussed trade, adding that the war between Chad and Niger has hurt Chile": theirs.
        return both
    if len(named) == 2:
        both = partners_of(reading, sentence) if speak else []
        # "The leaders discussed the war in Chad": theirs.
        return both if both and not set(both) >= set(named) else [] if speak and not both and doubt_of(reading, sentence, named) else named
    if 2 < len(named) <= MOST_PARTNERS and row(reading.text, parties, LISTED) == parties:
        return named
    if len(named) > 2 and (acting_together := tied(reading.text, parties) or _opening(reading, sentence, parties)):
        return acting_together
    areas = reading.inside(sentence.span, "area") if len(named) > PAIR else []
    two = of_one_clause(reading, sentence, areas[0].span, parties) if areas else []
    if len(two) == PAIR and LISTED.fullmatch(reading.text, two[0].span.end, two[1].span.start):
        return [each.entity for each in two]
    return _partners_by_the_text(reading, sentence, parties)


def _partners_by_the_text(reading: Reading, sentence: Sentence, parties: list[Linked]) -> list[str]:
    """Who cooperates in a sentence that does not name two who do: those of whom the text speaks, if it speaks of them here."""
    named = [each.entity for each in parties]
    groups = _WORKING_GROUPS.search(reading.text, sentence.span.start, sentence.span.end)
    if groups and groups.start() > sentence.span.start:
        # "The Coalition, with its working groups on": its own fields.
        bodies = reading.inside(Span(max(sentence.span.start, groups.start() - NEAR), groups.start()), "organization")
        if bodies:
            return [bodies[-1].entity]
    both_sides = speaks_of_all(sentence.span.of(reading.text))
    instrument = _told_before(reading, sentence)
    if not both_sides and not instrument and not cues.DEALING.search(reading.text, sentence.span.start, sentence.span.end):
        # "Issues including jobs and trade": no word says that anybody deals with anybody.
        return []
    makers = (named_parties(reading, instrument[0], instrument[1]) or []) if instrument and not named else []
    if len(makers) == 2:
        return [each.entity for each in makers]
    both = tied(reading.text, parties) or partners_of(reading, instrument[0] if instrument else sentence)
    if any({*both} <= toured for toured in reading.once(toured)):
        both = []
    alone = not both_sides and instrument is None
    if len(named) < PAIR and alone and _with_others(reading, sentence):
        both = []
    if len(named) == 1 and not both:
        return _one_named(reading, sentence, parties[0])
    # Where others are named besides one of the two, it is not told of the two.
    meant = {*both} <= {*named} or (len(named) <= 1 and {*named} & {*both})
    return both if not named or meant or both_sides else []


def _one_named(reading: Reading, sentence: Sentence, party: Linked) -> list[str]:
    """The only one named, where with whom is not said; "the NATO Eastern flank" is no partner, nor where somebody met, nor who is helped."""
    none = (
        _WHERE.search(reading.text, sentence.span.start, party.span.start)
        or _SPEAKER.match(reading.text, party.span.end, sentence.span.end)
        or _NAME_FOLLOWS.match(reading.text, party.span.end)
        or is_helped(reading.text, sentence.span.start, party)
    )
    return [] if none else [party.entity]


def _with_others(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells of others than the two spoken of: "ties with its neighbours", "its engagement in the Pacific"."""
    text, span = reading.text, sentence.span
    regions = [each for each in reading.inside(span, "place") if is_region(each)]
    there = any(reading.led(_IN_THE, sentence, each.span.start) for each in regions)
    return there or bool(_WITH_OTHERS.search(text, span.start, span.end))


_IN_THE = re.compile(
    r"\b(?:engagement|presence|role|involvement|work|partners|countries|states|nations|cooperation|activities|influence)\s+(?:in|across|throughout|with)\s+(?:the\s+)?\Z"
)
_WITH_OTHERS = re.compile(
    r"\bwith\s+(?!(?:both|the\s+two|our\s+two|the\s+three)\b)(?:(?:the|its|their|his|her|our|two|three|four|five|six|seven|eight|nine|ten|other|all|several|many|various|fellow|some|key|more|[a-z]+-minded|[A-Z][\w-]+(?:[’']s)?|[a-z]+al|[a-z]+ern)\s+){0,5}(?:neighbou?rs|neighbou?ring\s+\w+|[Pp]artners|[Aa]llies|countries|nations|states|members)\b"
    r"|\bwith\s+(?:an?\s+)?(?:[a-z]+\s+)?(?:range|number|group|host|array|variety)\s+of\s+(?:other\s+)?(?:[a-z]+\s+)?(?:countries|nations|states|partners)\b"
    r"|\bin\s+(?:several|many|other|various|some|different|a\s+number\s+of)\s+(?:other\s+)?(?:[a-z]+\s+)?(?:countries|nations|states)\b"
    r"|\bfor\s+(?:all\s+of\s+us|everyone|everybody|humanity|mankind|humankind)\b"
    r"|\b(?:our|its|their)\s+multilateral\s+(?:partnerships?|co-?operation|engagement|efforts|ties|relations)\b"
)


def _opening(reading: Reading, sentence: Sentence, parties: list[Linked]) -> list[str]:
    """The states of a list that does what the sentence tells: "Chad and Niger agreed to cooperate, amid fears of Togo's"."""
    first = row(reading.text, parties, LISTED)
    acts = 1 < len(first) <= MOST_PARTNERS and _THEY_ACT.match(reading.text, first[-1].span.end, sentence.span.end)
    return [each.entity for each in first] if acts else []


_THEY_ACT = re.compile(
    r"(?:\s+(?:have|had|has|will|would|also|both|today|jointly|recently|are|were|to|officials|leaders|ministers))*\s+(?:agree|sign|pledg|vow|discuss|commit|co-?operat|collaborat|work|want|plan|hop|intend|need|shar|strengthen|deepen|expand|seek|explor|review|reaffirm)\w*"
)


def _bodies_listed(reading: Reading, sentence: Sentence) -> list[Linked]:
    """The bodies of a longer list that work together: "the Norwegian Navy, the Coast Guard and the Lake Police will cooperate in"."""
    if sentence.words.isdisjoint(_WORKING):
        return []
    signs = signs_of(reading, sentence)
    who = [*parties(signs.doing(_WORK_TOGETHER.search(signs.words)))]
    return who if PAIR < len(who) <= MOST_PARTNERS and any(each.found.type == "organization" for each in who) else []


_WORKING = words("cooperate cooperates cooperated cooperating collaborate collaborates collaborated collaborating together")
_WORK_TOGETHER = re.compile(r"\b(?:co-?operat|collaborat)(?:e|es|ed|ing)\b|\bwork(?:s|ed|ing)?\s+(?:closely\s+)?together\b")


def _makers(reading: Reading, sentence: Sentence) -> list[Linked]:
    """The two who make the agreement of a sentence: "The ministry signed a memorandum with the Bank on training"."""
    pacts = reading.inside(sentence.span, "agreement")
    if pacts and _SIDES_ACT.search(reading.text, sentence.span.start, pacts[0].span.start):
        # "Both sides reviewed the accord signed by the Navy and the Guard, and agreed to work on training"
        return []
    found = (named_parties(reading, sentence, pacts[0]) or []) if pacts else []
    return found if len(found) == 2 else []


_SIDES_ACT = re.compile(
    r"\b(?:[Bb]oth|[Tt]he\s+two)\s+(?:sides|countries|nations|ministers|leaders)\s+(?:also\s+)?(?:review|discuss|not|recall|agre|welcom|prais|hail)\w*ed\b"
)


def _told_before(reading: Reading, sentence: Sentence) -> tuple[Sentence, Linked] | None:
    """Where the agreement is first named with which a sentence opens: whose fields "The deal focuses on energy" tells."""
    pact = reading.next(sentence.span.start, sentence.span.end, "agreement", within=SOON)
    if pact is None and sentence.number and _IT_OPENS.match(reading.text, sentence.span.start, sentence.span.end):
        # "Norway and Chile have a pact. It covers trade and fishing."
        before = reading.document.sentences[sentence.number - 1]
        pacts = reading.inside(before.span, "agreement") if before.paragraph == sentence.paragraph else []
        pact = pacts[0] if len({each.entity for each in pacts}) == 1 else None
        return (before, pact) if pact else None
    first = next((each for each in reading.linked if each.entity == pact.entity), pact) if pact else None
    if first is None:
        return None
    told = reading.document.sentence_of(first.span.start)
    return (told, first) if told.number < sentence.number or reading.main else None


_IT_OPENS = re.compile(
    r"(?:It|The\s+(?:[\w-]+\s+)?(?:document|text|instrument|paper|understanding|partnership|programme|arrangement))\s+"
    r"(?:(?:also|will|would|is|aims?|expected|designed|intended|meant|set|provides?|to|should|further)\s+)*"
    r"(?:cover|span|encompass|embrace|deepen|strengthen|expand|boost|promot|foster|facilitat|envisag|foresee|include|focus|for\b|regulat|enhanc|develop|address|co-?operation|touch)"
)


def _gathered(reading: Reading, sentence: Sentence) -> Linked | None:
    """The body whose members open a sentence: "Leaders of the Tin League met to boost trade", "ASEAN ministers discussed energy"."""
    first = reading.next(sentence.span.start, sentence.span.end, "organization", within=60)
    if first is None:
        return None
    of = _MEMBERS_OF.fullmatch(reading.text, sentence.span.start, first.span.start)
    own = first.span.start - sentence.span.start < SOON and _ITS_MEMBERS.match(reading.text, first.span.end, sentence.span.end)
    return first if of or own else None


_MANY = r"(?i:presidents|leaders|ministers|members|member\s+states|heads(?:\s+of\s+(?:state|government))?)"
_MEMBERS_OF = re.compile(rf"(?:The\s+)?(?:[\w-]+\s+){{0,3}}?{_MANY}(?:\s+and\s+{_MANY})?\s+(?:of|from)\s+(?:the\s+)?")
_ITS_MEMBERS = re.compile(rf"(?:\s+\([^)]*\))?(?:[’']s?)?\s+(?:[\w-]+\s+){{0,2}}?{_MANY}\b")


def _acts(reading: Reading, sentence: Sentence) -> Linked | None:
    """The body that opens a sentence and helps: "The World Bank supports Kenya in education"."""
    first = reading.next(sentence.span.start, sentence.span.end, "organization", within=4)
    helps = first and _HELPS.match(reading.text, first.span.end, sentence.span.end)
    return first if helps else None


_HELPS = re.compile(
    r"(?:\s+\([^)]*\))?\s+(?:(?:also|currently|now|has|have|is|will|further)\s+){0,2}(?:works?|working|worked|supports?|supporting|supported|helps?|helping|helped|assists?|assisting|assisted|provides?|providing|funds?|funded|funding|finances?|financed|cooperates?|cooperated|partners?)\b"
)
_SPEAK = re.compile(
    r"(?:[Tt]he\s+(?:two\s+)?|[Bb]oth\s+)(?:leaders|ministers|presidents|sides|officials|parties|secretaries)\s+(?:also\s+)?[a-z]+ed\b"
)
_WITH_LEADERS_OF = re.compile(
    r"\bwith\s+(?:the\s+)?(?:[a-z]+\s+)?(?:leaders|presidents|ministers|officials|representatives|counterparts|heads\s+of\s+[a-z]+)\s+(?:of|from|in)\s+(?:both\s+)?(?:the\s+)?\Z"
)
_TO_VISIT = re.compile(r"\b(?:visit\w*|travell?\w*\s+to|tour\w*(?:\s+of)?|trip\s+to|went\s+to|flew\s+to)\s+(?:the\s+)?\Z")


_WORKING_GROUPS = re.compile(r"\b(?:its|their)\s+(?:[a-z-]+\s+){0,2}working\s+groups?\s+on\b")
_WHERE = re.compile(r"(?:\b(?:in|at|near|including)|[A-Z]\w+,)\s+(?:the\s+)?\Z")
_SPEAKER = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:officials?|diplomats?|analysts?|experts?|sources?|spokes\w+|minist(?:er|ry)|media|news\s+agency|newspapers?)\s+(?:said|told|added|reported|says?|reports?)\b"
)
"""After the state whose official only says it: "an Ethiopian official said"."""
_NAME_FOLLOWS = re.compile(r"\s+[A-Z][a-z]+\s+[a-z]")
PAIR = 2
SOON = 12
"""Code points before an agreement that opens a sentence: "The deal focuses on energy"."""
MOST_PARTNERS = 12
