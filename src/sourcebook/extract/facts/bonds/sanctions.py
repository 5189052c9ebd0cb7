"""Who is under whose sanctions."""

from collections.abc import Iterator, Sequence
from itertools import product

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.groups import Actors, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, FOLK, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORDS = words(
    "sanctions sanctioned sanctioning designated designating blacklisted blacklisting assets ban banned banning barred barring bans "
    "sanction restrictive restrictions embargo freeze coercive measures"
)


@where(_WORDS)
def sanctions(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """All of a list whom all of another have put under sanctions: "Norway and Chile sanctioned A, B and C", "A and B were added to the list of Norway"."""
    signs = signs_of(reading, sentence)
    for by, on, start, end in (*_actively(signs), *_passively(signs)):
        if _LIFTED.search(signs.words, start - 30, end) or _UNMADE.search(signs.words, max(0, start - 60), start):
            continue
        focus = Span(signs.place(start), signs.place(end))
        for one, other in product(on, (_behind(signs, each) for each in by)):
            if one.entity != other.entity and other.found.type != "person" and (one.found.type != "demonym"):
                yield stated(one, "sanctioned_by", other, sentence, focus, plain=False)


def _behind(signs: Signs, who: Linked) -> Linked:
    """The state for which somebody acts: "Chilean President Ana Ruiz imposed sanctions on"."""
    at = next((at for at, each in signs.at.items() if each is who), 0) if who.found.type == "person" else 0
    state = _HIS_STATE.search(signs.words, 0, at) if at else None
    return signs.at[state.start("of")] if state else who


_HIS_STATE = re.compile(rf"(?P<of>[{STATE}{FOLK}])(?:[’']s?)?\s+(?:{OFFICE}|[Pp]resident|[Pp]rime\s+[Mm]inister)\s+\Z")
NEAR = 40
"""Signs and letters before "sanctions" in which is said whose they are."""
Sides = tuple[Sequence[Linked], Sequence[Linked], int, int]


def _target(signs: Signs, position: int) -> Actors | None:
    """The list that begins at a position, or past what its first is: "the Chilean oil company Norte"."""
    return signs.list_at(position) or (signs.after(_LEADS_TO.match(signs.words, position)))


def _actively(signs: Signs) -> Iterator[Sides]:
    """After "A imposed sanctions on B", "A sanctioned B": who did so, and on whom."""
    words = signs.words
    for found in _PUT_ON.finditer(words):
        on = signs.after(found)
        if on and (_LIST if found["list"] else _ENTRY).match(words, on.end):
            yield makers_of(signs, found.start()), on.who, found.start(), on.end
    for found in _HIT.finditer(words):
        on = _target(signs, found.end())
        if on and _WITH_THEM.match(words, on.end):
            yield makers_of(signs, found.start()), on.who, found.start(), on.end
    for found in DID.finditer(words):
        on = _target(signs, found.end())
        on = (signs.after(_NAMELY.match(words, on.end if on else found.end()))) or on
        if on and not _OTHERS_OF.match(words, on.end) and not words.endswith(("’s", "'s"), 0, on.end):
            yield makers_of(signs, found.start()), (*on.who, *_further(signs, on.end)), found.start(), on.end
        if on is None and _IT.match(words, found.end()) and (did := _DID_TO.search(words, 0, found.start())):
            # "Norway and Peru severed ties with Chile and imposed an embargo on it"
            yield makers_of(signs, did.start()), (signs.at[did.start("it")],), found.start(), found.end()
    for found in _TARGET.finditer(words):
        on = _target(signs, found.end())
        whom = (*those(on), *_further(signs, on.end)) if on else ()
        yield signs.all_in(found, "by"), whom, found.start(), on.end if on else found.end()
    for found in _THAT_THEY.finditer(words):
        yield signs.all_in(found, "by"), _against(signs, found.end()), found.start(), found.end()


def _further(signs: Signs, end: int) -> tuple[Linked, ...]:
    """Who else is meant, past what is told of the first: "Harbour Group, a firm owned by Ana Ruiz, as well as Luis Vega"."""
    joint = _TOLD_AND.match(signs.words, end)
    found = _target(signs, joint.end()) if joint else None
    closed = found and not _OTHERS_OF.match(signs.words, found.end)
    return tuple(each for each in those(found) if each.found.type in {"person", "organization"}) if closed else ()


_TOLD_AND = re.compile(
    rf",\s+(?:an?|the)\s[^.;:“”]{{3,120}}?,\s+(?:as\s+well\s+as|and|along\s+with)\s+(?:the\s+)?(?:{PERSON}[’']s?\s+[a-z]+,\s+)?"
)


def makers_of(signs: Signs, verb: int) -> Sequence[Linked]:
    """Who puts somebody under sanctions; the capital for its state too: "London separately sanctioned"."""
    found = signs.list_before(verb)
    capital = _CAPITAL.search(signs.words, 0, verb) if found is None else None
    if capital and not _is_capital(signs.at[capital.start("by")]):
        return ()
    if found and len(found.who) == FEWEST and ", and " in signs.words[found.start : found.end]:
        # "Norway sanctioned Harbour Group, and Chile blacklisted": Chile alone.
        return found.who[-1:]
    return signs.all_in(capital, "by") if capital else those(found)


FEWEST = 2


def _is_capital(who: Linked) -> bool:
    return bool(who.found.entry and who.found.entry.capital)


def _against(signs: Signs, position: int) -> tuple[Linked, ...]:
    """Those of a list, or the capital that stands for its state."""
    who = signs.at.get(position)
    return those(signs.list_at(position)) or ((who,) if who and _is_capital(who) else ())


_CAPITAL = re.compile(
    rf"(?:\A\W*|[,;:]\s+(?:and\s+)?|\s(?:and|that|while|but|after|when|as)\s+)(?P<by>{PLACE})\s+(?:(?:(?:on|in|last|this|earlier)\s+)?{DATE}\s+|(?:has|had|have|also|separately|then|later|already|itself|meanwhile|recently)\s+)*\Z"
)
_IT = re.compile(r"(?:it|them|him|her)\b(?=\s*(?:[,.;:]|\Z)|\s+(?:and|in|on|over|for|after|since|from|until)\b)")
_DID_TO = re.compile(
    rf"\b(?:severed|broke(?:\s+off)?|cut(?:\s+off)?|suspended|condemned|accused|expelled|closed|ended|withdrew)\s+(?:[^.;:,“”]{{0,60}}?\b(?:with|from|to|against)\s+)?(?:the\s+)?(?P<it>[{STATE}{BODY}])\s+and\s+(?:also\s+|then\s+|later\s+)?\Z"
)
_TARGET = re.compile(
    rf"\b(?:[Mm]easures|[Ss]anctions|[Dd]esignations|[Rr]estrictions|[Pp]ackage)\s+(?:(?:that|which)\s+were\s+)?(?:announced|imposed|adopted|unveiled|introduced|approved)\s+(?:[a-z]+\s+)?(?:{DATE}\s+)?by\s+(?:the\s+)?"
    rf"(?P<by>[{STATE}{BODY}{FOLK}])(?:[’']s?)?(?:\s+{OFFICE})*(?:\s+{PERSON})?\s+(?:(?:on|last)\s+)?(?:{DATE}\s+)?(?:(?:also|will)\s+)?(?:target(?:s|ed)?|hit)\s+(?:the\s+)?"
)
"""As in "the measures announced on Monday by Norwegian Foreign Minister Ola Lund target"."""


def _under(signs: Signs, position: int) -> tuple[Linked, ...]:
    """Who ends at a position: "Ana Ruiz", the person of "Ana Ruiz, vice-president of Chile", or a list."""
    told = _TOLD_OFFICE.search(signs.words, 0, position)
    if told:
        return (signs.at[told.start("who")],)
    last = signs.at.get(position - 1)
    return those(signs.list_to(position)) or ((last,) if last and last.found.type != "role" else ())


_TOLD_OFFICE = re.compile(rf"(?P<who>{PERSON}),\s+(?:the\s+|an?\s+|former\s+|[a-z]+\s+)*{OFFICE}(?:,[^,;.“”]{{3,90}})?\Z")


def _passively(signs: Signs) -> Iterator[Sides]:
    """After "B was sanctioned by A", "B is under the sanctions of A", "sanctions were imposed on B by A"."""
    words = signs.words
    for found in _DONE_TO.finditer(words):
        by = signs.after(found)
        last = signs.at.get(found.start() - 1)
        target = those(signs.up_to(found)) or ((last,) if last else ())
        yield those(by), target, found.start(), by.end if by else found.end()
    for found in _UNDER_THEM.finditer(words):
        group = "by" if found["by"] else "of"
        yield (*signs.all_in(found, group), *signs.all_in(found, "also")), _under(signs, found.start()), found.start(), found.end()
    for found in _SO_DONE.finditer(words):
        by = signs.after(found)
        yield those(by), _under(signs, found.start()), found.start(), by.end if by else found.end()
    for found in _BARRED.finditer(words):
        by = signs.after(found)
        if by and _ENDS.match(words, by.end):
            yield those(by), those(signs.up_to(found)), found.start(), by.end
    if fronted := _FRONTED.match(words):
        on = _target(signs, fronted.end())
        yield signs.all_in(fronted, "by"), those(on), fronted.start(), on.end if on else fronted.end()
    yield from _called_so(signs)
    for found in _ANTI.finditer(words):
        then = _IMPOSED_BY.match(words, found.end())
        by = signs.after(then)
        yield those(by), (signs.at[found.start("on")],), found.start(), by.end if by else found.end()
    for found in _IN_SPITE.finditer(words):
        who = signs.first()
        if who and who.end <= found.start() and not any(who.end <= each < found.start() for each in signs.at):
            # "Chile sold it to Peru in spite of Norwegian sanctions" may mean either.
            yield signs.all_in(found, "by"), who.who, found.start(), found.end()
    for found in _WERE_IMPOSED.finditer(words):
        on = signs.after(found)
        then = _BY_THEM.match(words, on.end) if on else None
        theirs = _THEIRS.search(words, found.start() - NEAR, found.start())
        makers: Sequence[Linked] = signs.all_in(found, "maker") if found["maker"] else signs.all_in(theirs, "by") if theirs else ()
        makers = those(signs.after(then)) if then else makers
        if on and not _OTHERS_OF.match(words, on.end) and not words.endswith(("’s", "'s"), 0, on.end):
            yield makers, on.who, found.start(), on.end


def _called_so(signs: Signs) -> Iterator[Sides]:
    """After "the A-sanctioned B"; a "UN-sanctioned mission" is allowed by it."""
    for found in _SO_CALLED.finditer(signs.words):
        on = _target(signs, found.end())
        if signs.at[found.start("by")].found.name != "United Nations":
            yield signs.all_in(found, "by"), those(on)[:1], found.start(), on.end if on else found.end()


MEASURES = (
    r"(?:sanctions?(?:\s+packages?)?|(?:travel|visa|entry)\s+bans?|asset\s+freezes?|embargo(?:es)?"
    r"|visa\s+restrictions|restrictive\s+measures|punitive\s+measures|coercive\s+measures)"
)
_THAT_THEY = re.compile(
    rf"\b{MEASURES}\s+(?:(?:that|which)\s+)?(?:the\s+)?(?P<by>[{STATE}{BODY}{PLACE}](?:\s+and\s+(?:the\s+)?[{STATE}{BODY}{PLACE}])?)\s+(?:(?:has|have|had|still|also|first)\s+)*"
    r"(?:maintain(?:s|ed)?|impos(?:e|es|ed)|keep|keeps|kept|appl(?:y|ies|ied)|adopted|introduced|enforces?|placed|put|levied|has)\s+(?:in\s+place\s+)?(?:on|against|upon)\s+(?:the\s+)?"
)
"""As in "the sanctions that Norway maintains against Chile"."""
DID = re.compile(
    rf"\b"
    rf"(?:(?:impos|implement|leverag|announc|introduc|extend|expand|lev(?:y|i)|adopt|slapp|unveil|approv|tighten|renew|prolong|appl|enact|issu|plac|re-?impos|unleash|reinstat|restor|reintroduc|maintain)(?:e|es|ed|s|ing|y|ies|ied|ying)?\s+(?:[“\"‘]?[\w-]+[”\"’]?,?\s+){{0,6}}?{MEASURES}\s+(?:(?:and\s+)?[\w\s]{{0,24}}?)?(?:on|against|targeting|upon|over)\s+(?:the\s+)?"
    r"|(?:(?<!is )(?<!was )(?<!were )(?<!been )(?<!are )(?:sanction|blacklist|designat)(?:ed|e?s)|(?<=will\s)(?:also\s+)?(?:sanction|blacklist)|(?:sanction|blacklist|designat)ing)\s+(?:the\s+)?(?!by\b|as\b)|(?:froze|freezes|freezing|frozen)\s+(?:all\s+)?(?:the\s+)?assets\s+of\s+(?:the\s+)?)"
)
_LEADS_TO = re.compile(
    rf"(?:(?:(?!(?:and|or|of|for|in|on|with|by|to|from|against|over|as|who|which|that|people|persons|individuals)\b)[a-z][\w-]*"
    rf"|{FOLK}|[{STATE}{PLACE}][’']s|[{STATE}{PLACE}]-[a-z]+|{OFFICE}),?\s+){{1,5}}(?=[{PERSON}{BODY}])"
)
_FRONTED = re.compile(
    rf"\W*(?:[Aa]lready\s+|[Pp]reviously\s+|[Ff]irst\s+|[Ll]ong\s+)?(?:(?:[Ss]anctioned|[Bb]lacklisted|[Dd]esignated)\s+by|(?:(?:[Tt]argeted|[Hh]it)\s+(?:by|with)|[Uu]nder|[Ss]ubject\s+to|[Ff]acing)(?=[^,;]{{0,40}}\ssanctions\b))\s+(?:the\s+)?"
    rf"(?P<by>[{STATE}{BODY}{FOLK}](?:\s+and\s+(?:the\s+)?[{STATE}{BODY}{FOLK}])?)[^,;]{{0,60}},\s+(?:the\s+)?"
)
_PUT_ON = re.compile(
    r"\b(?<!been )(?<!was )(?<!were )(?<!is )(?<!are )"
    r"(?:(?P<list>add|plac|put|includ|list)(?:e|s|es|ed|ing|ting)?|(?:bann|barr)(?:ed|ing))\s+(?:the\s+)?"
)
_HIT = re.compile(r"\b(?<!been )(?<!was )(?<!were )(?:hit|hits|hitting|slapped|slaps|struck|targeted|targets|punished)\s+(?:the\s+)?")
_WITH_THEM = re.compile(rf"\s+with\s+(?:[\w-]+,?\s+){{0,5}}?{MEASURES}\b")
_ENDS = re.compile(r"\s*(?:[,.;:)]|\Z)|\s+(?:and|or|for|over|because|after|since|in|on|until|by|as|while|but)\b")
"""After a state that is meant itself: not in "barred from entering the Norwegian market"."""
_ENTRY = re.compile(r"[^.;]{0,40}?\s+from\s+(?:entering|entry|travel(?:l?ing)?\s+to|visiting)\b")
_LIST = re.compile(
    rf"(?:\s+[^.;{PERSON}{BODY}{STATE}]{{0,60}})?\s+(?:to|on|onto|under|in)\s+(?:(?:its|their|the|an?)\s+)?"
    rf"(?:[\w-]+\s+){{0,3}}?(?:{MEASURES}(?:\s+(?:black)?lists?|\s+regime)?|blacklist|Specially\s+Designated\s+Nationals(?:\s+(?:and\s+Blocked\s+Persons\s+)?[Ll]ist)?|SDN\s+[Ll]ist|entity\s+list|Entity\s+List)\b"
)
_NAMELY = re.compile(
    rf"(?:[’']s?)?[^.;“”{PERSON}{BODY}]{{0,90}}?,?\s+(?:including|among\s+them|such\s+as|namely)\s+(?:the\s+)?(?=[^.;]*{PERSON})"
    r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several)\s+[a-z ]{3,40}(?:,|:|\s[–—-])\s+(?:the\s+)?"
)
_OTHERS_OF = re.compile(
    r"(?:[’']s?)?\s+"
    r"(?:bank|compan|official|entit|individual|firm|goods|oil|product|leaders|businessm|oligarch|export|import"
    r"|military|people|national|citizen|lawmaker)\w*|[’']s?\s"
)
_DONE_TO = re.compile(
    rf",?\s+(?:who\s+|which\s+)?(?:(?:is|are|was|were|has|have|had|been|being|also|later|both|all|[a-z]+ly)\s+)+"
    rf"(?:sanctioned|blacklisted|designated(?:\s+(?:as|under|pursuant\s+to)\s+[^.;]{{2,70}}?)?"
    rf"|hit\s+(?:with|by)\s+{MEASURES}|placed\s+(?:under|on)\s+[^.;,]{{2,40}}?"
    rf"|(?:put|added|targeted)\s+[^.;,]{{2,40}}?)(?:\s+(?:in|on)\s+(?:[A-Z]\w+\s+)?[\dA-Z]\w*)?\s+(?:by|from)\s+"
    rf"(?:the\s+)?"
    rf"|\s+\(sanctioned\s+[^)]{{0,24}}?by\s+(?:the\s+)?"
)
_UNDER_THEM = re.compile(
    rf",?\s+(?:who\s+|which\s+)?"
    rf"(?:(?:is|are|was|were|has|have|had|been|remains?|also|already|both|all|[a-z]+ly)\s+)*"
    rf"(?:under|faces?|faced|facing|subject(?:ed)?\s+to|(?:hit|targeted)\s+(?:by|with)|on|included\s+in|added\s+to"
    rf"|placed\s+on|put\s+on|listed\s+in)\s+(?:the\s+|an?\s+)?(?:(?:and\s+)?[a-z-]+\s+){{0,4}}"
    rf"(?:(?P<by>[{STATE}{BODY}{FOLK}](?:\s+and\s+(?:the\s+)?[{STATE}{BODY}{FOLK}])?)(?:[’']s?)?\s+"
    rf"(?:[\w-]+\s+){{0,2}}?(?:sanctions(?:\s+lists?)?|blacklist|travel\s+bans?)\b(?:[^.;,]{{0,40}}?\band\s+(?:also\s+)?(?:under\s+)?(?P<also>{FOLK})\s+ones\b)?"
    rf"|{MEASURES}\s+(?:(?:imposed|adopted|announced)\s+by|of|by|from)\s+(?:the\s+)?(?P<of>[{STATE}{BODY}](?:\s+and\s+(?:the\s+)?[{STATE}{BODY}])?))"
)
_SO_DONE = re.compile(
    r",\s+(?:(?:already|also|previously|itself|long|first|later|recently)\s+)*(?:sanctioned|blacklisted)\s+(?:(?:repeatedly|twice|jointly|separately|(?:on|in)\s+[^,.;]{3,30}?|(?:several|many|two|three)\s+times)\s+)?by\s+(?:the\s+)?"
)
"""As in "Chile, sanctioned on several occasions by Norway"."""
_SO_CALLED = re.compile(rf"(?P<by>[{STATE}{BODY}])[-–‑]sanctioned\s+")
"""As in "the Norway-sanctioned Harbour Group"."""
_ANTI = re.compile(rf"\banti-(?P<on>[{STATE}{FOLK}])\s+(?:[a-z-]+\s+){{0,2}}(?:sanctions|restrictions|measures)\b")
"""As in "anti-Chile sanctions imposed by Norway"."""
_IMPOSED_BY = re.compile(
    r"\s+(?:that\s+|which\s+)?(?:(?:were|was|are|is|have\s+been|had\s+been)\s+)?(?:imposed|introduced|adopted|announced)\s+by\s+(?:the\s+)?"
)
_IN_SPITE = re.compile(
    rf"\b(?:despite|in\s+spite\s+of|because\s+of|due\s+to|to\s+(?:evade|circumvent|bypass|avoid|dodge|escape|sidestep|flout|withstand))\s+(?:the\s+)?"
    rf"(?P<by>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+(?:[\w-]+\s+){{0,2}}?sanctions\b(?!\s+(?:on|against)\b)"
)
_WERE_IMPOSED = re.compile(
    rf"\b(?:[Ss]anctions|(?:bans?|embargo(?:es)?|restrictions)(?=\s+(?:(?:that|which|were|was|have|has|had|been)\s+)*(?:imposed|levied|placed)\b))\s+(?:(?:regimes?|measures|packages?|list)\s+)?(?:that\s+)?(?:(?:were|was|are|is|have\s+been|had\s+been)\s+)?"
    rf"(?:(?:imposed|announced|adopted|placed|levied|in\s+place|directed|aimed)\s+)?"
    rf"(?:by\s+(?:the\s+)?(?P<maker>[{STATE}{BODY}])\s+)?(?:on|against|at|targeting)\s+(?:the\s+)?"
)
_THEIRS = re.compile(rf"(?P<by>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+(?:[\w-]+\s+){{0,2}}?\Z")
_BY_THEM = re.compile(
    r"\s+(?:(?:were|was|have\s+been|had\s+been)\s+)?(?:(?:also|first|originally|jointly)\s+)?"
    r"(?:(?:imposed|adopted|announced|introduced|approved|renewed|extended)\s+)?by\s+(?:the\s+)?"
)
_BARRED = re.compile(
    r"\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:also\s+)?(?:banned|barred)\s+from\s+(?:entering|entry\s+(?:in)?to|travel(?:l?ing)?\s+to|visiting)\s+(?:the\s+)?"
)
_LIFTED = re.compile(r"\b(?:(?<!to )(?:lift\w*|eas\w+|remov\w+|waiv\w+|suspend\w*|end\w*)|without|no)\b")
"""Of what is yet "to lift" it is said that it is in force."""
_UNMADE = re.compile(
    r"\b(?:(?:proposals?|ideas?|prospects?|possibility|drafts?|threats?|talk|plans?)\s+(?:for|of|on)|(?:weigh|consider|mull|oppos|block|veto|prevent|avert|resist|reject|debat)(?:e?[sd]|ing|ed|oed|oing|oes)?"
    rf"|vot(?:e|ed|es|ing)\s+against|oppos(?:ition|ed)\s+to)\s+(?:(?:any|new|further|more|the|its|additional|possible|tougher|international|economic|[{STATE}{BODY}{FOLK}](?:[’']s?)?)\s+){{0,4}}\Z"
)
"""Before sanctions that are only thought of, or kept off: "hindered Norwegian proposals for"."""
