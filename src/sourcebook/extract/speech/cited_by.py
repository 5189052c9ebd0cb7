"""Whom the words beside a quotation name: the person or the body of its verb of speech."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import DONE_BY, LOOK_BACK, Linked
from sourcebook.extract.people.genders import may_mean
from sourcebook.extract.speech.bodies import FEW, body_meant, generic_body
from sourcebook.extract.speech.described import EXPLAINED, GUEST, guest, said_by_described
from sourcebook.extract.speech.quotations import Quoted
from sourcebook.extract.speech.states import nobody_says, state_says
from sourcebook.extract.speech.subjects import ASIDE, acting, doer_of, may_speak, opener
from sourcebook.extract.speech.unnamed import explains_name, is_nobody, is_thing
from sourcebook.extract.speech.words import ALSO, DESCRIPTION, OPINION, SOMEBODY_OF, SPEECH, TO_WHOM
from sourcebook.model.spans import Span

PRONOUN = re.compile(r"\W*(?:He|She|he|she)\b")
_PRONOUN_SAID = re.compile(rf"\b(?:he|she|He|She)\s+(?:\w+\s+)?{SPEECH.pattern}")
_DIRECTLY = re.compile(
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?(?:\s*[,–—]\s*(?:who\b|whose\b|an?\b|the\b|[A-Z]\w+[’']s\s)[^“”\"]{0,120}?\s*[,–—])?\s+(?:(?:also|later|then|has|had|have|further|earlier|meanwhile|however|today|yesterday|once|still|again|[a-z]+ly)\s+){0,2}"
)
_ACCOMPANIES = re.compile(r"\b(?:accompanied|joined|flanked|followed|hosted|represented|received)\s+by\s+(?:[\w’'.-]+\s+){0,6}\Z")
_QUOTED_BY = re.compile(
    r"\bquoted\b[^.;]{0,40}\bby\b|\b(?:is|was|were|been)\s+(?:\w+\s+)?quoted\b[^.;“”]{0,80}\bas\s+(?:saying|telling|warning|adding)\b"
)
_QUOTES = re.compile(
    r"\b(?:quot|cit|report|interview)(?:e?s|ed|ing)\s+(?P<whom>[^,;:.“”\"]{3,80}?)(?:\s+as\s+\w+ing\b|(?:,\s[^;:.“”\"]{3,90})?:\s*\Z)"
)
_UNNAMED = re.compile(r"(?:an?|one|another|some|several|unnamed|anonymous)\s")
_PARTICIPLE = re.compile(r"\W*(?:Calling|Describing|Citing|Noting|Stressing|Welcoming|Warning|Praising|Dubbing|Hailing|Saying)\b")
_ACCORDING = re.compile(rf"\W*{ALSO}[Aa]ccording\s+to\s+(?:the\s+)?")
_ACCORDING_TO_HIM = re.compile(rf"\W*(?:{ALSO}[Aa]ccording\s+to\s+(?:him|her)|In\s+(?:his|her)\s+{OPINION})\b")
NEAR = 40
"""Code points between "according to" and the name."""
_DOCUMENT_SAID = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|document|report|agreement|memorandum|resolution|treaty|release)\b[^,;]{0,80}\b(?:said|says|reads?|stated|states|noted|notes)\b",
    re.IGNORECASE,
)


def named_in_cue(reading: Reading, quoted: Quoted) -> str | None:
    """The id of whom a quotation's cue says to speak, "" if it does not say, None if that is nobody with a name. The quotation must have a cue."""
    text, cue = reading.text, quoted.cue
    assert cue is not None  # noqa: S101
    people = may_speak(reading, cue, reading.people(cue))
    words = cue.of(text)
    spoken = not people and _PRONOUN_SAID.search(words)
    if (spoken or PRONOUN.match(words)) and not (cue.start < quoted.span.start and people and words.index(people[0].span.of(text)) < 4):
        return _who_says(reading, quoted, cue, spoken or PRONOUN.match(words))
    if not people and (body := body_meant(reading, cue)):
        return body
    if _ACCORDING_TO_HIM.match(words):
        before = reading.document.sentence_of(cue.start)
        return _last_sayer(reading, before.span.start, "She" if re.search(r"\bher\b", words) else "He") or reading.spoken_of(before) or ""
    reporter = _QUOTED_BY.search(words)
    if reporter and (told := [each for each in people if each.span.end <= cue.start + reporter.start()]):
        return told[-1].entity
    if passed := _QUOTES.search(words):
        return _quoted(reading, Span(cue.start + passed.start("whom"), cue.start + passed.end("whom")))
    # "the minister was quoted as saying by the daily Le Matin": the paper says nothing itself.
    part = Span(cue.start, cue.start + reporter.start()) if reporter and reporter.start() else cue
    bodies = may_speak(reading, cue, reading.inside(part, "organization"))
    if not people and _PARTICIPLE.match(words):
        # "Calling it “…”, Minister Ana Ruiz said": who follows.
        after = reading.next(quoted.span.end, quoted.span.end + 2 * NEAR, "person", within=2 * NEAR)
        return after.entity if after else ""
    source = _ACCORDING.match(text, cue.start, cue.end)
    by = next((each for each in [*people, *bodies] if source and source.end() <= each.span.start <= source.end() + NEAR), None)
    if by and source and by.span.start == min(each.span.start for each in [*people, *bodies] if each.span.start >= source.end()):
        return by.entity
    return _by_verb(reading, quoted, people, bodies)


def _by_verb(reading: Reading, quoted: Quoted, people: list[Linked], bodies: list[Linked]) -> str | None:
    """Of those named in a cue the one that does what its verbs of speech tell."""
    text, cue = reading.text, quoted.cue
    assert cue is not None  # noqa: S101
    said = _speech(reading, cue)
    if first := opener(reading, cue, [*people, *bodies]):
        return first
    if said and not people and cue.start >= quoted.span.end and state_says(reading, cue, said.start()):
        return None
    jointly = len(people) > 1 and _DOCUMENT_SAID.search(text, cue.start, cue.end)
    if jointly or (said and _only_described(text, cue, said, people, reading.inside(cue, "organization"))):
        # "The statement released by A and B said": neither of them alone.
        return ""
    if cue.end <= quoted.span.start and (doer := _of_last_clause(reading, cue, [*people, *bodies])):
        return doer
    if said and (
        is_nobody(text, cue, said, people, bodies) or _another(text, cue, said, people, bodies) or nobody_says(reading, cue, said)
    ):
        return None
    if cue.end <= quoted.span.start and (
        doer := _of_last_verb(reading, cue, [*people, *bodies]) or _acting_body(reading, cue, people, bodies)
    ):
        return doer
    if people and said and (by_pronoun := _HE_SAID.search(text, cue.start, said.start())):
        # "After Ana Ruiz accused him, he warned": not she.
        return reading.subject(by_pronoun.end(), reading.document.sentence_of(cue.start).span.start) or ""
    return _named(reading, quoted, people, bodies, said)


def _named(reading: Reading, quoted: Quoted, people: list[Linked], bodies: list[Linked], said: re.Match[str] | None) -> str:
    """The person of a cue beside its verb, or else its body."""
    text, cue = reading.text, quoted.cue
    assert cue is not None  # noqa: S101
    if said and is_thing(text, cue, said, [*people, *bodies]):
        return generic_body(reading, cue, said)
    spoken_by = said and any(said.start() - each.span.end == 1 for each in bodies)
    object_of = people and said and people[0].span.start > said.start() and (spoken_by or cue.end <= quoted.span.start)
    if people and not (object_of and said and not _INVERTED.match(text, said.end())):
        # Not in "The council demanded that Salva Kiir “…”": who is named after the verb does not speak.
        nearest = _nearest(reading, quoted, people)
        return nearest.entity if nearest else ""
    return _body(reading, quoted, bodies, said)


def _quoted(reading: Reading, whom: Span) -> str | None:
    """Whom an agency quotes: "the agency quoted Ruiz as saying"."""
    who = [*reading.people(whom), *reading.inside(whom, "organization")]
    pronoun = "him" in whom.of(reading.text) or "her" in whom.of(reading.text)
    if not who and pronoun:
        # "CNN quoted him as saying": of whom the sentences before tell.
        return reading.spoken_of(reading.document.sentence_of(whom.start)) or None
    return who[0].entity if who else None if _UNNAMED.match(reading.text, whom.start) else ""


def _body(reading: Reading, quoted: Quoted, bodies: list[Linked], said: re.Match[str] | None) -> str:
    """Of the bodies of a cue the one that speaks, or which "the ministry" means."""
    text, cue = reading.text, quoted.cue
    assert cue is not None  # noqa: S101
    heard = [each for each in bodies if _AUDIENCE.search(text, max(cue.start, each.span.start - NEAR), each.span.start)]
    before = [each for each in bodies if said and each.span.end <= said.start() and each not in heard]
    before = acting(text, before, said) if said else before
    leads = bodies and (bodies[0].span.start - cue.start < FEW or text.endswith((", the ", ", "), cue.start, bodies[0].span.start))
    if leads and ITS_OFFICIAL.match(text, bodies[0].span.end):
        # "The EU's foreign minister has condemned": not the EU.
        return ""
    if before and said:
        led = text.endswith(("the ", "The "), 0, before[-1].span.start)
        # "the Foreign Ministry official said": who has been named before.
        of_it = led and _OFFICIAL_OF.fullmatch(text, before[-1].span.end, said.start())
        return "" if of_it or OTHER_ACTS.fullmatch(text, before[-1].span.end, said.start()) else doer_of(text, before, said.start()).entity
    added = said and cue.end <= quoted.span.start and text.endswith(", ", cue.start, said.start())
    next_to = next((each for each in bodies if added and said and text[said.end() : each.span.start] in {" the ", " "}), None)
    if next_to:
        # "The talks, added the council in a statement, “…”"
        return next_to.entity
    follow = [each for each in bodies if said is None or (cue.start >= quoted.span.end and _follows(text, said, each))]
    return follow[0].entity if follow else generic_body(reading, cue, said)


_AUDIENCE = re.compile(
    r"\b(?:interview|speech|remarks?|appearance|address|e-?mail|letter|comments?|speaking|spoke|talking|told|testimony)\s+(?:with|to|on|for|at)\s+(?:the\s+)?\Z"
)
"""Before who listens: "In an interview with the BBC, the nominee said"."""


def _follows(text: str, said: re.Match[str], body: Linked) -> bool:
    """Whether a body that is named after a verb of speech may be who speaks: not in "wrote on Facebook", "told Reuters"."""
    return (
        not re.search(r"[A-Z]|\b(?:who|whose|which|where)\b", text[said.end() : body.span.start])
        and not _BESIDES.match(text, said.end(), body.span.start)
        and not _SEEN_BY.search(text, said.end(), body.span.start)
        and said[0].lower() not in {"told", "tells", "asked", "asks", "informed", "assured", "reminded"}
        and not SOMEBODY_OF.match(text, body.span.end)
    )


_ACTS = re.compile(
    r"(?:\s\([A-Z][\w-]+\))?\s+(?:(?:also|has|had|then|later|on\s+[A-Z]\w+day)\s+){0,2}(?:[a-z]+(?:[^s]s|ed)|took|gave|went|saw|hit|put|set|led|won|held|met|kept|left|sent|drew|blew|cut|let|tore|shot|struck|fought|sought|threw|chose|wrote|said|told|spoke)\b(?!\s+by\b)"
)


def _acting_body(reading: Reading, cue: Span, people: list[Linked], bodies: list[Linked]) -> str:
    """The body with which a clause begins and that does something, before anybody is named: "The Green Party attacked Ana Ruiz, calling her “…”"."""
    first = bodies[0] if bodies and people else None
    if first is None or first.span.start > people[0].span.start or first.span.start - cue.start > NEAR:
        return ""
    led = reading.text[cue.start : first.span.start]
    opens = not re.search(r"[,;]|\b(?:of|for|at|in|by|from|to|with|on)\b", led)
    return first.entity if opens and _ACTS.match(reading.text, first.span.end, people[0].span.start) else ""


ITS_OFFICIAL = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z]+\s+){0,2}(?:official|chief|boss|spokes(?:man|woman|person)|diplomat|envoy|director|leader|representative|commander|president|minister|secretary)s?\s+(?:(?:has|had|also|then|later)\s|(?=[a-z]+ed\s))"
)
"""What makes of a body somebody of it: "The EU's foreign minister has"."""
_HIS_GOVERNMENT = re.compile(
    r"(?:[’']s?)?\s+(?:administration|government|campaign|camp|team|cabinet|regime|family)(?:,[^.;“”\"]{3,80},)?\s+(?:(?:also|later|has|had)\s+)?"
)
_WHICH = re.compile(r",\s+which\s+(?:(?:also|has|had|later|then|once)\s+)*\Z")
_HIS_OFFICIAL = re.compile(
    r"[’']s?\s+(?:[a-z-]+\s+){0,3}(?:spokes(?:man|woman|person)|lawyers?|attorneys?|aides?|solicitor|barrister|agent|wife|husband|mother|father|son|daughter|brother|sister|family|doctor|deputy|successor|predecessor|publicist|representatives?)\s+(?:also\s+|later\s+|has\s+)?"
)
OTHER_ACTS = re.compile(
    r"[^,.;“”\"]{0,60},\s+(?:(?:the|an?|his|her)\s+(?:[a-z-]+\s+){1,4}|[A-Z][\w-]+(?:\s+(?:and\s+)?[A-Z][\w-]+)*\s+(?:(?:also|then|later|has|had)\s+)?)"
)
"""What stands between a body and the verb of somebody else: "In response to the bloc's text, Chile reminded"."""
_OFFICIAL_OF = re.compile(
    r"(?:[’']s)?\s+(?:[a-z]+\s+){0,2}(?:official|chief|head|boss|spokes(?:man|woman|person)|diplomat|envoy|director|leader|representative|commander|lawmaker|senator|candidate|founder|chairman|president|minister|member|executive|analyst|adviser|advisor|negotiator|general|secretary)\s+(?:(?:also|then|later)\s+)?"
)
_BESIDES = re.compile(r"\s+(?:in|on|at|to|with|during|after|before|via|through|from|about|outside|inside|near)\b")
_SEEN_BY = re.compile(r"\b(?:seen|obtained|reviewed|viewed|cited|quoted|carried)\s+by\s+(?:the\s+)?\Z")
"""Before who has only read it: "said a note seen by Nordnews"."""
_DESCRIPTION = re.compile(rf"(?:\A|[,;]\s+|\s)(?P<who>{DESCRIPTION})\Z")


def _only_described(text: str, cue: Span, said: re.Match[str], people: list[Linked], bodies: list[Linked]) -> bool:
    """Whether who says it is only described, though others are named before: "After talks with Ana Ruiz, the envoy said"."""
    if said_by_described(text, cue, said, people):
        return True
    if EXPLAINED.match(text, cue.start, said.end()):
        # "“…,” the envoy, a cousin of Ana Ruiz, said": not she.
        return True
    found = _DESCRIPTION.search(text, max(cue.start, said.start() - LONGEST), said.start())
    if found is None or any(each.span.end == said.start() - 1 for each in bodies):
        return False
    start = found.start("who")
    return all(each.span.start >= said.end() or (each.span.end <= start and not explains_name(text, cue, each, start)) for each in people)


LONGEST = 80
"""Code points of a description."""


def _another(text: str, cue: Span, said: re.Match[str], people: list[Linked], bodies: list[Linked]) -> bool:
    """Whether somebody of a person speaks ("Mr Blair's official spokesman said"), or what stands right before ", which said" is no body."""
    which = _WHICH.search(text, cue.start, said.start())
    its = which is not None and all(each.span.end != which.start() for each in bodies)
    return its or any(each.fullmatch(text, one.span.end, said.start()) for one in people for each in (_HIS_OFFICIAL, _HIS_GOVERNMENT))


_WHO_SAID = re.compile(r"(?:,\s+(?!and\b)[^.;“”\"]{3,90})?,?\s+who\s+(?:(?:also|has|had|have|then|later|once|earlier|recently)\s+){0,2}")


def _of_last_verb(reading: Reading, cue: Span, named: list[Linked]) -> str:
    """Of the verbs of speech before a quotation, the doer of the last that has one right before it: "Ruiz wrote after Vega argued that “…”"."""
    text = reading.text
    verbs = list(reading.speech(cue))
    for verb in reversed(verbs):
        direct = [
            each
            for each in named
            if each.span.end < verb.start()
            and (each.found.type == "person" or not ASIDE.search(text, cue.start, each.span.start))
            and (
                _DIRECTLY.fullmatch(text, each.span.end, verb.start())
                or _WHO_SAID.fullmatch(text, each.span.end, verb.start())
                # "and its ambassador in Oslo, Ana Ruiz, described"
                or (text.endswith(", ", 0, each.span.start) and text[each.span.end : verb.start()] == ", ")
            )
        ]
        if direct and direct[-1].found.type == "person":
            # "Ana Ruiz of Berg Partners, who said": she.
            whose = next((each for each in named if text[each.span.end : direct[-1].span.start] in {" of ", " from ", " at "}), None)
            if whose and whose.found.type == "person":
                return whose.entity
            people = [each for each in named if each.found.type == "person" and each.span.end <= direct[-1].span.end]
            return _first_of_all(reading, cue, people).entity
        if direct:
            return direct[-1].entity
        if _HE_SAID.search(text, cue.start, verb.start()):
            return ""
    return ""


_NEW_CLAUSE = re.compile(r"[,;]\s+(?:but|while|and|although|though|whereas)\s+(?:the\s+)?\Z")


def _of_last_clause(reading: Reading, cue: Span, named: list[Linked]) -> str:
    """Who acts in the last clause before a quotation: "Chile says it is small, but the council has expressed a “…”"."""
    last = next((each for each in reversed(named) if _NEW_CLAUSE.search(reading.text, cue.start, each.span.start)), None)
    rest = reading.text[last.span.end : cue.end] if last else ""
    return last.entity if last and _ACTS.match(rest) and not re.search(r"[,;]|\bthat\b", rest) else ""


def _who_says(reading: Reading, quoted: Quoted, cue: Span, said: re.Match[str] | None) -> str:
    """Whom the "he" or "she" of a cue means: of its own sentence, of who spoke in the sentences before, or of whoever acts there."""
    start = reading.document.sentence_of(cue.start).span.start
    pronoun = _HE.search(said[0]) if said else None
    word = pronoun[0] if pronoun else ""
    # What stands in the marks has pronouns of its own.
    begin = cue.start if cue.start >= quoted.span.end else start
    end = cue.start + said.start() + pronoun.end() if said and pronoun else cue.end
    own = reading.people(Span(begin, end)) if end > begin else []
    if not own and (sayer := _last_sayer(reading, start, word)):
        return sayer
    found = reading.subject(end, begin)
    if found:
        return found
    earlier = [one for one in reading.subjects if one.found.type == "person" and one.span.end <= cue.start and may_mean(word, one.entity)]
    return earlier[-1].entity if earlier else ""


_HE_SAID, _HE = re.compile(r"\b[Ss]?[Hh]e\s+(?:(?:also|then|later|has|had|has\s+also)\s+)?\Z"), re.compile(r"\b[Ss]?[Hh]e\b")


def _last_sayer(reading: Reading, before: int, pronoun: str) -> str:
    """Who says something in the last sentence that names somebody whom a pronoun may mean; "" if nobody does there."""
    document = reading.document
    number = document.sentence_of(before).number
    for sentence in reversed(document.sentences[max(0, number - LOOK_BACK) : number]):
        if GUEST.match(reading.text, sentence.span.start, sentence.span.end):
            return guest(reading, sentence.span.start)
        if _THE_MINISTER_SAID.match(reading.text, sentence.span.start, sentence.span.end):
            # Who is meant stands further back; whom he or she names does not speak.
            continue
        people = [each for each in reading.people(sentence.span) if may_mean(pronoun, each.entity)]
        if people and (sayer := sayer_in(reading, sentence.span, people)):
            return sayer
        if people and not DONE_BY.search(reading.text, sentence.span.start, people[0].span.start):
            return ""
    return ""


_THE_MINISTER_SAID = re.compile(
    rf"The\s+(?:[\w-]+\s+){{0,3}}?(?:minister|president|leader|premier|diplomat|envoy|ambassador|senator|lawmaker|governor|mayor|secretary|chancellor|commissioner|chairman|chairwoman|general|commander|director|professor)\s+(?:also\s+)?{SPEECH.pattern}"
)


def sayer_in(reading: Reading, span: Span, people: list[Linked]) -> str:
    """Of some persons of a sentence the one beside whose name a verb of speech stands; or ""."""
    text = reading.text
    verbs = list(reading.speech(span))
    for each in people:
        if any(
            (verb.start() > each.span.end and _DIRECTLY.fullmatch(text, each.span.end, verb.start()))
            or (verb.end() < each.span.start and reading.straight(verb.end(), each.span.start) and _AT_END.match(text, each.span.end))
            for verb in verbs
        ):
            return each.entity
    return ""


_AT_END = re.compile(r"\s*[.,:]")
_AT_FIRST = re.compile(r"\W*(?:When|After|As|While|Asked|Before|Once|Although|Though)\b")


def _speech(reading: Reading, cue: Span) -> re.Match[str] | None:
    """The verb of speech of a cue: the first, or after "When a reporter asked" the last."""
    every = list(reading.speech(cue))
    return every[-1 if _AT_FIRST.match(reading.text, cue.start) else 0] if every else None


_INVERTED = re.compile(r"\s+(?:(?:[a-z]+\s+){0,2}(?:[A-Z][\w.’'-]*\s+){0,3})?[A-Z][\w’'-]+\s*[:,]?\s*\Z|\s+(?:[A-Z][\w.’'-]*\s*){1,6}[:,]")
"""A name right after the verb, and nothing more: "said Maria Silva:"."""


def _nearest(reading: Reading, quoted: Quoted, people: list[Linked]) -> Linked | None:
    """The person beside the verb of speech: "the minister told Maria Silva" is said by the minister."""
    text, cue = reading.text, quoted.cue
    if cue is None:
        return people[0]
    found = _speech(reading, cue)
    if found is None and cue.end <= quoted.span.start:
        # "Responding to the statement by Ana Ruiz, Ola Lund defended the plan": he.
        people = [each for each in people if not TO_WHOM.search(text, cue.start, each.span.start)] or people
    before = [each for each in people if found and each.span.end <= found.start()]
    beside = [each for each in before if _ACCOMPANIES.search(text, cue.start, each.span.start)]
    if before and len(beside) == len(before):
        # "Ruiz, accompanied by Minister Karl Meyer, said": not he.
        return None
    before = [each for each in before if each not in beside]
    direct = next((at for at, each in enumerate(before) if found and _DIRECTLY.fullmatch(text, each.span.end, found.start())), -1)
    if direct >= 0:
        before = before[: direct + 1]
        # "Following talks with Maria Silva, Ola Nordmann told": whose verb it is; of two who say it together, the first.
        return _first_of_all(reading, cue, before)
    if len(before) > 1:
        # "In a letter to Maria Silva, Ola Nordmann wrote": whom a preposition leads does not speak.
        before = [each for each in before if not TO_WHOM.search(text, cue.start, each.span.start)] or before
    if found and not before:
        # "said Maria Silva": the first after the verb.
        return next((each for each in people if each.span.start >= found.end()), people[0])
    return before[0] if before else people[0]


def _first_of_all(reading: Reading, cue: Span, people: list[Linked]) -> Linked:
    """The first of those whom "and" joins to the last of some persons: "the ministers Ana Ruiz and Karl Weber said"."""
    first = people[-1]
    for each in reversed(people[:-1]):
        # "while Trinidad and Tobago's Ana Ruiz" is no list.
        between = reading.plain(each.span.end, first.span.start, "place")
        alone = " and " not in between or not reading.straight(each.span.end, first.span.start)
        if alone or TO_WHOM.search(reading.text, cue.start, each.span.start):
            break
        first = each
    return first
