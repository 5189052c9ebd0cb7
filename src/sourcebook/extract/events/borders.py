"""Where the words that tell of an event begin and end: one way for all nouns."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.events.words import HEADLINE
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import MONTH, Phrases, last_words, phrases, words
from sourcebook.model.spans import Span

JUDGED = words(
    "monday’s tuesday’s wednesday’s thursday’s friday’s saturday’s sunday’s monday's tuesday's wednesday's "
    "thursday's friday's saturday's sunday's my our your his her their its comprehensive existing good serious "
    "legitimate destructive excellent positive and unjustifiable a an the another other recent last latest next "
    "upcoming incoming exclusive previous past former historic historical forthcoming planned ongoing current present future earlier "
    "late early brief short "
    "surprise unannounced landmark successful productive fruitful constructive intensive extensive wide-ranging "
    "far-reaching in-depth candid frank cordial warm friendly important key major crucial "
    "day days week weeks hour hours minute minutes lengthy eventual effective immediate permanent unconditional fragile temporary pivotal decisive "
    "forward-looking legally binding balanced one-sided critical significant big small large massive great grand "
    "deadly fatal brutal bloody barbaric cowardly heinous horrific devastating tragic illegal unlawful unprovoked "
    "unjustified unjust "
    "senseless violent fierce heavy bitter tense new renewed fresh further additional possible potential proposed "
    "on-off parallel similar long long-running long-awaited much-anticipated highly-anticipated long-planned "
    "anticipated expected scheduled postponed cancelled delayed failed aborted stalled suspended resumed continued "
    "continuing repeated rare unprecedented subsequent ensuing same said whole entire only "
    "own very more most frequent usual marathon separate various several many few some all both such different "
    "certain numerous so-called alleged credible ultimate final-ever sustainable lasting invited rigged disputed "
    "upcoming so crippling raging endless savage tight all-out escalating unacceptable infamous sudden unconscionable appalling "
    "unsuccessful valuable rampant widespread flagrant catastrophic deteriorating longstanding long-standing contentious controversial "
    "outrageous cynical dramatic intense dire inhumane ceaseless worsening abhorrent destabilizing robust solemn intermittent bloodless "
    "disastrous grinding splendid businesslike deadliest bloodiest impending indiscriminate unfolding reckless shameful abominable "
    "today’s yesterday’s tomorrow’s tonight’s today's yesterday's tomorrow's tonight's this that these those three "
    "two four five six seven eight nine ten"
)
"""What tells when it was, how it was, or points to it, without saying which event it is."""
_WORD = re.compile(r"(?P<word>\S+)\s+")
_LAST_WORD = re.compile(r"(?<![\w’'.-])(?P<word>[a-z]+(?:-[a-z]+)*)\s+\Z")
_DETERMINER = re.compile(
    r"(?:\b(?:an?|the|his|her|their|its|our|my|your|this|these|those|another|each|every|no|any)|[’']s?)\s+[“\"‘]?\Z|(?<=\s)[“\"‘]\Z"
    rf"|\b{MONTH}\s+\d{{4}}\s+\Z",
    re.IGNORECASE,
)
MOST_MODIFIERS = 4
NEAR = 80
_NO_MODIFIER = words(
    "a an the out and or to of in on at for by with from as during after before since into over under about "
    "through via including between among amid against upon than then "
    "conduct conducting conducted hold holds held holding host hosts hosted hosting begin begins began join joins "
    "joined joining attend attends attended attending include includes included "
    "will would can could may might must should do does did this that these those its his her their our my your "
    "such regular other some any no each every both who whom which whose what "
    "when where while if but not also said says plan plans launch launched start started is are was were be been "
    "say claim claims report reports believe believes call calls think thinks fear fears hope hopes want wants expect expects blame blames toward towards far "
    "being has have had observe observed follow followed following visit visits visited "
    "scheduled planned first second last next recent upcoming new several many more all previous previously"
)
_LOOSE = words("exercise exercises drills ceremony")
"""Nouns whose kind is told by words that no article need lead."""
_ACTS = re.compile(r"[a-z](?:ed|[^su]s|ly)\Z")
_MODIFYING = words(
    "combined armed expanded united limited so-called extended enhanced integrated advanced arms sports sales "
    "customs communications operations systems forces affairs sanctions weapons "
    "mines elections rights ministers leaders heads presidents chiefs donors partners friends"
)
"""Words with the endings of verbs or plurals that do lead nouns."""
_TO_DO = (" to ", " will ", " would ", " can ", " cannot ", " might ", " could ", " may ", " must ", " should ", " not ")
_DOING = tuple(phrases(" on | towards | toward | by | for | of | in |, | and |from | after | before | without | those |Those | people "))
"""Before a word in -ing that is a verb rather than tells what kind an event is."""
_LASTS = re.compile(r"(?:[\w]+-(?:day|hour|week)(?:-long)?|(?:day|week|month|year)-?long|annual)\Z")


def begin(document: Document, found: re.Match[str], gazetteer: Gazetteer) -> int:
    """Where the words of an event begin: with the first that says which it is, past what only points to it ("the last", "During")."""
    text, start = document.text, found.start()
    head = found.start("strong") if found["strong"] else found.start("weak")
    at = document.sentence_of(start).span.start
    if text[start:head].strip() in {"", *_SINGLE} or text[start].islower():
        start = _led(text, start, at, loose=(found["strong"] or found["weak"]).casefold() in _LOOSE)
    headline = HEADLINE.match(text, start, head)
    start = headline.end() if headline else start
    first = _WORD.match(text, start, head)
    if first and first["word"] in gazetteer.words["opening"] and not _MONTH.match(text, start):
        start = first.end()
    return _past_judgement(text, start, head)


def widened(document: Document, found: Found, gazetteer: Gazetteer) -> Found:
    """An event with what belongs to it around its noun: the year of a name, whose leaders meet, and the round of it that is told of."""
    text, start, end = document.text, found.span.start, found.span.end
    if text[start].isupper() and (year := _YEAR.search(text, start - len("the 2024 "), start)):
        # "the 2024 Copper Conference"
        start = year.start("year")
    if urgent := _URGENT.search(text, start - NEAR, start):
        # "an emergency Security Council meeting"
        start = urgent.start("how")
    if text[start].isdigit() and (month := _BEFORE_YEAR.search(text, start - len("September "), start)):
        # "the February 2022 Gulf war"
        start = month.start()
    if text.startswith(" of ", end) and (heads := _OF_HEADS.match(text, end)):
        # "the 6th Consultative Meeting of the Heads of Andean states"
        end = _before_states(text, heads, gazetteer)
    if text.endswith(("of ", "of the "), 0, start) and (round_of := _ROUND_OF.search(text, start - NEAR, start)):
        # "the third round of talks": one event.
        start = _past_judgement(text, round_of.start(), round_of.start("round"))
    elif text[start].isupper() and text.endswith(("of ", "of the "), 0, start) and (of := _ONE_OF.search(text, start - NEAR // 2, start)):
        # "the Friends of Chile meeting", "the Bay of Lima floods"
        start = of.start("one")
    if (doing := _ABOUT_DOING.search(text, start, end)) and _ITS_OBJECT.match(text, end):
        # "talks with Harbour Group about buying its ships"
        end = doing.start()
    if loose := _LOOSE_END.search(text, start, end):
        # "the mission of Mr. Ola Lund", "the meeting of the Council via videoconference"
        end = loose.start()
    if start == found.span.start and end == found.span.end:
        return found
    words = " ".join(text[start:end].split())
    return replace(found, span=Span(start, end), name=words[:1].upper() + words[1:])


def _before_states(text: str, heads: re.Match[str], gazetteer: Gazetteer) -> int:
    """Where the words for whose heads meet end: before the states that they are of, which are told apart."""
    for of in _OF_WHOM.finditer(text, heads.start() + 1, heads.end()):
        if gazetteer.country(of["first"]):
            return of.start()
    return heads.end()


_OF_WHOM = re.compile(r"\s+of\s+(?:the\s+)?(?P<first>[A-Z][\w’'-]+)")
_ABOUT_DOING = re.compile(r"\s+(?:about|on|over|for)\s+[a-z]+ing\Z")
_ITS_OBJECT = re.compile(r"\s+(?:the|an?|its|their|his|her|[A-Z])\b")
_LOOSE_END = re.compile(
    r"(?<=\w{4})\s+(?:(?:via|under|over|through|during|amid|despite|from|its|his|her|their)"
    r"|(?:of|by|with|to)\s+(?:the\s+)?(?:(?:Rt|Hon|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Gov|Sen|Rep|Amb)\.?\s*)+)\Z"
)
_URGENT = re.compile(r"(?:\b(?:[Aa]n?|[Tt]he)|[’']s)\s+(?P<how>(?:emergency|extraordinary|urgent)\s+)\Z")
_YEAR = re.compile(r"\b(?:[Tt]he|[Aa]t|[Ii]ts|[Tt]heir)\s+(?P<year>(?:19|20)\d\d)\s+\Z")
_OF_HEADS = re.compile(
    r"\s+of\s+(?:the\s+)?"
    r"(?:(?:[Hh]eads?|[Ll]eaders|[Pp]residents|[Mm]inisters|[Cc]hiefs|[Dd]irectors|[Ss]peakers|[Ss]ecretaries)"
    r"(?:\s+in\s+[Cc]harge)?\b|[A-Z][\w-]+\s+(?:[A-Z][\w-]+\s+)?(?:[Mm]inisters|[Ll]eaders|[Cc]hiefs)\b)"
    r"(?:\s+(?:of|for)(?:\s+the)?\s+(?:[A-Z][\w’'-]+|[Ss]tates?(?:\s+(?:and|or)\s+[Gg]overnments?)?)"
    r"(?:\s+(?:(?:of|and|for)\s+(?:the\s+)?)?[A-Z][\w’'-]+){0,7}){0,3}"
    r"(?:\s+(?:member\s+)?(?:states|countries|nations|republics))?(?!\w)"
)
"""Whose heads meet."""
_ROUND_OF = re.compile(
    r"(?<![\w-])"
    r"(?:(?:\d{1,3}(?:st|nd|rd|th)"
    r"|(?!(?:will|would|the|an?|this|that|its|their|his|her|our|of|in|on|for|to|and|or|with|by|at|as|had"
    r"|has|have|was|were|is|are|all|each|every|no)\s)[a-z]+(?:st|nd|rd|th|al|ary|ing|er|ous|ew|ext|ate))\s+){0,2}"
    r"(?P<round>rounds?|edition)\s+of\s+(?:the\s+|an?\s+|their\s+|its\s+)?\Z"
)
_ONE_OF = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[’']s)\s+(?P<one>(?!(?:Allie|Power|Veteran|Victim|Survivor|Heroe|Minister|President|Prime|King|Queen|Secretary|Governor|Ambassador|Head|Chief|Leader|House"
    r"|Government|Republic|Kingdom|State|People)s?\b)[A-Z][a-z]+\s+of\s+(?:the\s+)?)\Z"
)
_BEFORE_YEAR = re.compile(rf"\b{MONTH}\s\Z")
_MONTH = re.compile(rf"{MONTH}\s+(?:\d{{4}}\s|(?:referendum|elections?|primary)\b)")
"""As in "the June 1974 coup"."""
_SINGLE = frozenset(["first", "second"])


def named_from(text: str, start: int, at: int, head: int) -> int:
    """Where the words begin that say what kind a noun is: "an extensive [economic integration pact]"."""
    return _past_judgement(text, _led(text, start, at, loose=False), head)


def _led(text: str, start: int, at: int, *, loose: bool) -> int:
    """Where the words in small letters begin that lead a noun, if an article or an owner stands before them: "the land force training exercises"."""
    first = start
    for _ in range(MOST_MODIFIERS):
        word = _LAST_WORD.search(text, last_words(text, max(at, first - NEAR), first, 1), first)
        if word and word["word"] == "and" and first != start:
            # "the foreign and development ministers' meeting"
            word = _LAST_WORD.search(text, last_words(text, max(at, first - NEAR), word.start(), 1), word.start())
        if word is None or word["word"] in _NO_MODIFIER or (_ACTS.search(word["word"]) and word["word"] not in _MODIFYING):
            break
        if text.endswith(_TO_DO, 0, word.start()) or (word["word"].endswith("ing") and text.endswith(_DOING, 0, word.start())):
            # "to oversee joint drills", "focused on strengthening exercises"
            break
        first = word.start()
    office = _OFFICES.match(text, start)
    if office and (body := _CAPITALS.search(text, max(at, first - NEAR), first)):
        return body.start()
    if first != start and (number := _NUMBER.search(text, max(at, first - NEAR), first)):
        # "their first maritime exercise"
        return number.start()
    if (
        first == start
        or loose
        or office
        or _HELD_BEFORE.search(text, max(at, first - NEAR), first)
        or _DETERMINER.search(text, max(at, first - NEAR), first)
    ):
        return first
    # "the UN climate change conference"
    body = _CAPITALS.search(text, max(at, first - NEAR), first)
    return body.start() if body and _DETERMINER.search(text, max(at, body.start() - NEAR), body.start()) else start


_HELD_BEFORE = re.compile(
    r"\b"
    r"(?:h[eo]ld(?:s|ing)?|conduct(?:s|ed|ing)?|host(?:s|ed|ing)?|began|begun|resumed?|concluded?|opened"
    r"|attend(?:s|ed|ing)?|join(?:s|ed|ing)?|launch(?:es|ed|ing)?|for|during|after|before|following)\s+\Z"
)
"""What an event follows that no article leads: "held maritime security talks"."""
_NUMBER = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+\Z")
_OFFICES = re.compile(r"(?:ministers|leaders|chiefs|heads|officials)[’']?\s")
_CAPITALS = re.compile(r"(?<![\w’'.-])(?!(?:The|A|An|At|In|On|This|That)\s)(?:[A-Z][\w.+-]*\s+){1,4}\Z")


def _past_judgement(text: str, start: int, head: int) -> int:
    """Where the first word stands that does not only judge an event or say when it was; of a "three-day state visit" the state visit."""
    while word := _WORD.match(text, start, head):
        more = _WORD.match(text, word.end(), head)
        if not (
            (word["word"].casefold() in JUDGED and not (more and more["word"] in _LATER))
            or (_LASTS.match(word["word"]) and more and _KIND.match(text, word.end()))
            or _FIRST_OF.match(text, start)
        ):
            break
        start = word.end()
    return start


_LATER = frozenset(["point", "night"])
"""After "late" and "early" where they are no judgement: "a late night attack"."""
_KIND = re.compile(r"[a-z]|State\b|Official\b|Working\b")
_FIRST_OF = re.compile(r"first\s+(?:joint|of)\b")
_ITEM = r"(?!(?:the|an?|its|his|her|their|our|this|that|these|those)\s)[a-z][\w-]*"
_GOES_ON = re.compile(
    rf"(?:,\s+(?:[a-z][\w-]*\s+){{0,2}}[a-z][\w-]*)+,?\s+and\s+(?:{_ITEM}\s+){{0,2}}?{_ITEM}"
    r"(?=[.,;:)]|\s+(?:of|in|at|on|during|between|with|among|held|by|after|before)\b|\Z)"
    rf"|\s+and\s+(?:{_ITEM}\s+){{1,2}}?{_ITEM}(?=[.,;:)]|\s+(?:in|at|on|during|between|with|among|held|by|after|before)\b|\Z)"
)
"""The further items of what an event is about."""


def topic_end(text: str, end: int, stop: int) -> int:
    """Where the list of what an event is about ends, of which the first items end at a position."""
    further = _GOES_ON.match(text, end, stop)
    return further.end() if further and not _VERB.match(further[0].split("and")[-1].strip()) else end


_VERB = re.compile(
    r"(?:agreed?|said|sign\w*|discuss\w*|exchang\w*|review\w*|explor\w*|hold|held|meet|met|pledg\w*|call\w*"
    r"|express\w*|reaffirm\w*|urg\w*|welcom\w*|strengthen\w*|will|would|was|were|is|are|has|had|have|to|also"
    r"|then)\b"
)
WITH_GOAL = words(
    "campaign campaigns operation operations mission missions fight fighting battle offensive advance talks negotiations "
    "discussions consultations exercise exercises drills dialogue conference"
)
"""Nouns to whose words a goal belongs: "talks to end the war"; of a visit or a massacre it is told apart."""
BARE = words(
    "exercise drill negotiation forum congress briefing mission crackdown ambush invasion war meeting meetings "
    "visit visits trip trips tour session sessions conflict conflicts siege dialogue campaign discussions "
    "conversation clashes Clashes fighting Fighting rioting Rioting riots operation expedition aggression revolution "
    "final firefight gunfight counterattack counter-attack counteroffensive counter-offensive crisis pandemic hostilities Hostilities violence occupation intervention "
    "Revolution War Rebellion Uprising Dialogue Session"
) | {"civil war", "final match"}
"""Nouns that are events without another word about them."""
STRUCK = words("attack attacks bombing bombings explosion explosions blast blasts shooting raid assault strikes")
_CONDEMNED = re.compile(
    r"\b(?:condemn(?:s|ed|ing)?|deplor(?:es|ed|ing)|denounc(?:es|ed|ing))\s+(?:today|yesterday|\w+day)[’']s\s+(?:\w+\s+)?\Z"
)
_GOES_ON_AS = re.compile(r"\s+(?:[A-Z]|of\s)|-")
_DONE_BY = re.compile(
    r"\s+(?:perpetrated|carried\s+out|launched|claimed|committed|(?:reportedly\s+)?(?:killed|wounded|injured|destroyed)|took\s+place|occurred|happened|continued|resumed|intensified|rocked|shook|ripped\s+through|tore\s+through)\b"
)


def is_condemned(text: str, start: int, last: int) -> bool:
    """Whether the words around an attack's noun show that it is told of rather than spoken of in general."""
    pointed = text.endswith(("the ", "The ", "this ", "This "), 0, start) and not _GOES_ON_AS.match(text, last)
    return bool(pointed or _CONDEMNED.search(text, start - 40, start) or _DONE_BY.match(text, last))


_BREAKING = words("clashes fighting Fighting Clashes rioting Rioting riots hostilities Hostilities violence war conflict")
_THE_FIGHTING = ("the f", "The f", "this f", "ongoing f")
_BREAK_OUT = re.compile(
    r"\s+(?!\w+\s+(?:out\s+)?between\b)(?:(?:has|have|had|would|soon|again)\s+)*(?:erupt|intensif|br[eo]k(?:e|en|ing)\s+out|flared|resum|ended|began|continued|took\s+place)"
)


def is_fought(text: str, noun: str, start: int, last: int) -> bool:
    """Whether the words around clashes or fighting alone show that they are told of: they broke out, or "the fighting"."""
    pointed = noun == "fighting" and start == last - len(noun) and text.endswith(_THE_FIGHTING, max(0, start - 10), start + 1)
    return pointed or (noun in _BREAKING and bool(_BREAK_OUT.match(text, last)))


_SHORT = re.compile(
    r"\s+\((?:the\s+|or\s+)?[“\"']?(?P<short>[A-Z][A-Za-z]*[A-Z]+[A-Za-z]*(?:[- ]\d{1,2})?|[A-Z]{2,}(?:[- ]\d{1,2})?)(?:-Plus|\+)?[”\"']?\)"
)
_CAPITAL = re.compile(r"[A-Z]")
_HELD = re.compile(
    r"(?i)\b"
    r"(?:dialogue|forum|meeting|conference|summit|exercises?|talks|process|games|consultations|festival|expo"
    r"|session|round|ministerial|congress|week|series|operation|mission|war|conflict|crisis)\Z"
)


def short_name(text: str, name: str, end: int) -> re.Match[str] | None:
    """The short name in parentheses after an event whose words it is made of: "the Strategic Water Dialogue (SWD)"."""
    found = _SHORT.match(text, end)
    if found is None or len(_CAPITAL.findall(name)) < 2 or not _HELD.search(name):
        # "the session of the Bilateral Council (BC)" gives the council's.
        return None
    short = found["short"].rstrip("0123456789- ").casefold()
    for word in re.finditer(r"\b\w", name):
        letters = iter(name[word.start() :].casefold())
        if word[0].casefold() == short[0] and all(each in letters for each in short):
            return found
    return None


_WHICH = re.compile(r"\b(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+\Z")
_ENLARGED = re.compile(r"\+|[ -]Plus\b")


def shortened_events(document: Document, found: Iterable[Found]) -> Iterator[Found]:
    """Events by the short names that parentheses give them, wherever these stand."""
    shorts = {}
    for each in found:
        short = short_name(document.text, each.span.of(document.text), each.span.end)
        if short:
            shorts[short["short"]] = each
    text = document.text
    for start, end, name in document.named(Phrases(shorts)) if shorts else ():
        # "the 13th AWM", "the fourth AWM Plus": another one each.
        number, plus = _WHICH.search(text, start - 12, start), _ENLARGED.match(text, end)
        span = Span(number.start() if number else start, plus.end() if plus else end)
        yield replace(shorts[name], span=span, priority=7, name=" ".join(span.of(text).split()) if number else shorts[name].name)


ORDINALS = {
    "first": "1st ",
    "second": "2nd ",
    "third": "3rd ",
    "fourth": "4th ",
    "fifth": "5th ",
    "sixth": "6th ",
    "seventh": "7th ",
    "eighth": "8th ",
    "ninth": "9th ",
    "tenth": "10th ",
    "eleventh": "11th ",
    "twelfth": "12th ",
}
"""How figures count what words count."""
_TO_PLACE = re.compile(r"\s+to\s+(?:the\s+)?[A-Z][\w-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w-]+){0,3}")
_AND_PLACE = re.compile(
    r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?"
    r"(?:(?:Kingdom|Republic|State|Sultanate|Commonwealth|Emirate)\s+of\s+(?:the\s+)?)?"
    r"(?P<place>[A-Z][\w’'-]+(?:\s+[A-Z][\w-]+){0,2})"
)
_LISTED = re.compile(
    r"[,.;)]|\s+(?:and|on|in|from|to|for|this|last|next|during|where|with|by|at|between|as|after|before)\b|\s*\Z|\s+(?:[A-Z][a-z]+\s+)?\d"
)
"""After a place in a list."""


def journeys_end(text: str, end: int, gazetteer: Gazetteer) -> int:
    """Where the places that a visit leads to end: "to Oslo and Bergen"."""
    goal = _TO_PLACE.match(text, end)
    end = goal.end() if goal else end
    while goal and (further := _AND_PLACE.match(text, end)):
        # "to Benin and Cameroon September 16": the longest words that are a place.
        words = further["place"].split()
        names = (" ".join(words[:many]) for many in range(len(words), 0, -1))
        place = next((name for name in names if name in gazetteer.names), None)
        last = further.start("place") + len(place or "")
        if place is None or ("and" not in further[0][: further.start("place") - further.start()] and not _LISTED.match(text, last)):
            # "In her visit to Chile, Bergen said": no further goal.
            break
        end = last
    return end
