"""Guesses of the tagger that are none: words that no name of their kind has, or that the text itself gives to something else."""

from collections.abc import Container

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.names import PROGRAMME
from sourcebook.extract.bodies.words import CUE, is_short_of
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names.known import CONTEST, SHIPS
from sourcebook.extract.people.called_after import called_after
from sourcebook.extract.people.evidence import WORK
from sourcebook.extract.people.persons import is_conference
from sourcebook.extract.people.words import ALSO_NAMES
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_NO_PERSON = words_of(
    "Colleagues Excellencies Cyclone Hurricane Typhoon Storm Operation Camp Base Task Team Exercise RAAF RAF Fort Elder Ed. Port Lake "
    "Mount Tropical Battle Radio Hotel Project Hey Excerpts Negotiators"
)
_THINGS = words_of(
    "Catholics Card Cards Expertise Securities Presidency Programme Program Scheme Method Model Theory Effect "
    "Principle Principles Line Lines Policy Consensus Formula Doctrine Corollary Curve Index Virus Syndrome Engine Rocket Marathon Derby Trophy Medal Awards Album Edition "
    "Collection Series Sauce Clerk Youth Certificate Port Strait Gol Nuur Canal Reef Islands Peninsula Corridor Reservoir Process Negotiators Contribution Contributions"
)
"""Ends of names that are no person's."""
_HEIGHTS = words_of("Hill Hills Bay Lake Dam Square Island River Falls")
"""Ends of names of places that are surnames too."""
_NO_BODY = words_of(
    "Initiative Framework Plan Strategy Act Process Summit Conference Exercise Treaty Agreement Convention Protocol Hotel "
    "Airport Roadmap Accord Declaration Doctrine Day War Charter Certificate Degree Diploma Commanding Statement Show "
    "Gathering Custody Regulations Policy Phase Wallet Model Permit Visa Program Programme Officer Goals Technology Disease "
    "Virus Syndrome Income Product Index Area Zone Scheme Fair Festival Cup Championship Championships Award Awards Prize "
    "Games Game Week Tournament Bill Law Resolution Movie Report Survey Road Street Highway Expressway Drive Interchange "
    "Disorder Number Rate Test Examination Exam Vehicle System Fever Minister Secretary President Commissioner Inspector Plant "
    "Dialogue Meeting Proclamation Determination Conduct Case Olympics Project Talks Missiles Missile Submarine Drone "
    "Drones Warhead Means Ban Estimate Estimates Accords Concept Exam Contribution Contributions Guidelines Call Interceptor Expertise"
)
_NO_PLACE = words_of(
    "Doctrine Corollary Amendment Act Treaty Agreement Accord Declaration War Policy Plan Proclamation Resolution Convention Protocol Charter "
    "Compromise Affair Crisis Law Bill Memorandum Note Question Letter Telegram"
)
_NO_SHORT = frozenset({"Review", "Financing", "Treaties", "Weapon", "Weapons", "Order", "Orders"})
"""Ends of names of which some are a body's, but not where a short name follows: "Universal Periodic Review (UPR)"."""
_STYLES = frozenset({"Highness", "Majesty", "Excellency", "Holiness"})
_PEOPLE = words_of(
    "Economist Analyst Strategist Engineer Commanders Officials Leaders Ministers Officers Soldiers Troops MPs Members Secretaries "
    "Lawmakers Voters Supporters"
)
_PHENOMENA = frozenset({"Cyclone", "Hurricane", "Typhoon", "Storm", "Tropical", "Operation", "Exercise", "Lakes", "Mount"})
_STORM = re.compile(
    r"\b(?:[Cc]yclone|[Hh]urricane|[Tt]yphoon|[Ss]torm|[Oo]peration|[Ee]xercise|Typhoons|Hurricanes)[,:]?\s+"
    r"([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)(?:\s+\(([A-Z][\w-]+)\))?"
)
_EXERCISES = re.compile(
    r"\bexercises\b[^.;,]{0,40}?,?\s(?:such as|including|like|named|called)\s"
    r"((?:[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}(?:,\s+and\s+|,\s+|\s+and\s+)?)+)"
)
_STORMS = frozenset({"cyclone", "hurricane", "typhoon", "storm", "operation", "exercise", "typhoons", "hurricanes"})
_SHORT = re.compile(r"\(([A-Z][A-Za-z&]{1,9})s?\)")
_LED = re.compile(r"\b([A-Z]{3,9}) \Z")
_INSTRUMENT = re.compile(r"\((?:the )?(?:[A-Z]\w+ ){0,4}(?:Convention|Treaty|Agreement|Protocol|Charter|Code|Act)\b")
"""What "UNCLOS (United Nations Convention on the Law of the Sea)" stands for is no body."""


def no_body(word: str) -> bool:
    """Whether no body's name ends with a word: "Act"."""
    return word in _NO_BODY


def named_otherwise(document: Document) -> frozenset[str]:
    """Names that the text itself gives to something else: storms, operations, and short names of programmes, agreements and offices."""
    text = document.text
    found: set[str] = set()
    for sentence in document.holding(_STORMS):
        for each in _STORM.finditer(text, sentence.span.start, sentence.span.end):
            found.update(filter(None, each.groups()))
    for sentence in document.holding({"exercises"}):
        for each in _EXERCISES.finditer(text, sentence.span.start, sentence.span.end):
            found.update(re.split(r",\s+(?:and\s+)?|\s+and\s+", each[1]))
    at = text.find("(")
    while at >= 0:
        if (led := _LED.search(text, at - 12, at)) and _INSTRUMENT.match(text, at):
            found.add(led[1])
        short = _SHORT.match(text, at)
        words = text[max(0, at - 80) : at].rsplit("\n", 1)[-1].replace("-", " ").split()
        last = words[-1].capitalize() if words else ""
        alone = last in _NO_SHORT and not CUE.search(" ".join(words))
        if short and (last in _NO_BODY or last.removesuffix("s") in _NO_BODY or alone):
            initial = short[1][0].casefold()
            if any(word[0].casefold() == initial for word in words[-len(short[1]) - 3 :]):
                found.add(short[1])
        elif short and (_of_office(short[1], words) or _spelled_small(short[1], words) or PROGRAMME.match(text, short.end())):
            found.add(short[1])
        at = text.find("(", at + 1)
    return frozenset(found)


def short_for(guess: Found, text: str, otherwise: Container[str]) -> bool:
    """Whether what follows a guess in brackets is short for no body: "Universal Periodic Review (UPR)"."""
    short = _SHORT.match(text, guess.span.end + 1)
    return short is not None and guess.type == "organization" and short[1] in otherwise and not CUE.search(guess.name)


def _of_office(short: str, words: list[str]) -> bool:
    """Whether a short name is that of the office before it: "Chief of Army Staff (COAS)"."""
    last = words[-len(short) :]
    return (
        len(last) == len(short)
        and last[0] in {"Chief", "Chairman", "Commander", "Director", "Secretary", "President"}
        and "".join(each[0] for each in last).casefold() == short.casefold()
    )


def _spelled_small(short: str, words: list[str]) -> bool:
    """Whether small words before a short name spell it: "director general of police (DGP)"."""
    return bool(spelled(short, words)) and not small_body(short, words)


def small_body(short: str, words: list[str]) -> bool:
    """Whether what small words before a short name spell is a body: "special investigation team (SIT)", "ministry of trade (MOT)"."""
    spelling = spelled(short, words)
    head = (
        words[-len(short) - 1 :][words[-len(short) - 1 :].index("of") - 1]
        if "of" in words[-len(short) - 1 :]
        else words[-1]
        if words
        else ""
    )
    return bool(spelling) and head in SMALL_BODIES


def spelled(short: str, words: list[str]) -> list[str]:
    """The small words, last of some, whose first letters are a short name; none if they are not."""
    spelling = [word for word in words if word not in {"of", "the", "and", "for", "in", "on", "to"}][-len(short) :]
    right = len(spelling) == len(short) and all(word[0] == letter.lower() for word, letter in zip(spelling, short, strict=True))
    return spelling if right else []


SMALL_BODIES = words_of(
    "agency association authority bank board bureau bloc centre center coalition commission committee company corporation council court "
    "department federation force forces forum foundation fund group institute league ministry mission movement office organisation "
    "organization party police service society team tribunal union unit university"
)
"""Kinds of bodies in small letters: what has a short name of its own is one."""
_THING_BEFORE = re.compile(
    r"\b"
    r"(?:tanker|frigate|destroyer|ship|vessel|ferry|submarine|yacht|cruiser|corvette|freighter|trawler|icebreaker"
    r"|spacecraft|rocket|film|movie|novel|song|album|musical|opera|drug)\s+\Z"
)
_THING_AFTER = re.compile(
    r"(?:[’']s?)?\s+"
    r"(?:(?:[\w-]+\s+){0,2}?"
    r"(?:missiles?|helicopters?|jets|tanks|drones|rifles?|rockets?|warplanes|howitzers?|carriers|launchers?"
    r"|batteries|interceptors?|submarines?|frigates?|torpedoes|munitions|ammunition|aircraft)"
    r"|(?:and\s+[\w-]+\s+)?systems|disease|syndrome|theorem|vaccines?|smartphones?)\b"
)


def name_like(guess: Found, document: Document, gazetteer: Gazetteer, small: Container[str]) -> bool:
    """Whether a guess is more than a letter, a title, or a common word that only begins a sentence."""
    words = guess.span.of(document.text).split()
    if (
        _contradicted(guess, document.text)
        or _unlike(guess, words, gazetteer)
        or _airport(guess, document.text, gazetteer)
        or _in_capitals(guess, document.text, gazetteer)
    ):
        return False
    other = gazetteer.words["other"]
    if len(words) > 1:
        return not all(each in other for each in words)
    only = words[0]
    if guess.type == "person" and only not in gazetteer.given and _AND_ADJECTIVE.match(document.text, guess.span.end):
        return False
    if re.match(r"\s?[\d$€£]", document.text[guess.span.end : guess.span.end + 2]) and only.isupper():
        # "USD 200": a currency; "DV 8": a model.
        return False
    return len(only) > 1 and not (
        only in other
        or (f"{only}." in gazetteer.titles and document.text.startswith(".", guess.span.end))
        or gazetteer.lists(only, "opening", "institution")
        or only in gazetteer.titles
        or only.lower() in small
    )


_AND_ADJECTIVE = re.compile(r"\s(?:and|or)\s[a-z-]+(?:al|ist|ic|ive|ary|ous|ral)\s[a-z]+s\b")
"""What a word goes on with that begins no name: "Agrarian and pastoralist communities"."""


def _airport(guess: Found, text: str, gazetteer: Gazetteer) -> bool:
    """Whether three letters in parentheses follow a city, or say for whom somebody starts: "Los Angeles (LAX)", "Anna Berg (NOR)"."""
    start = guess.span.start
    if guess.type != "organization" or len(guess.span) != 3 or not guess.name.isupper() or text[max(0, start - 2) : start] != " (":
        return False
    before = text[max(0, start - 40) : start - 2].split()
    if guess.name in gazetteer.words["sport"] and not is_short_of(guess.name, " ".join(before[-len(guess.name) :])):
        return True
    known = next((one for count in (3, 2, 1) if (one := gazetteer.names.get(" ".join(before[-count:])))), None)
    return known is not None and known.kind == "city"


_NAMED_AFTER = re.compile(r"\s(?:Sections?|initiatives?|program(?:me)?s?|schemes?|visas?|exercises?|\d{3,5})\b")
_POST_NOMINAL = re.compile(r"\b(?:PhD|MP|KC|QC|CBE|OBE|Esq|MD)\.?,\s\Z")
_CRAFT = re.compile(r"\b[A-Z]{1,4}-\d+[A-Z]?\s\Z|\b(?:HMAS|HMS|USS|USNS|INS|FS|MV)\s\Z|[@#]\Z")
_CRATER = re.compile(
    r"\s(?:waterway|strait|hydropower|dam|reservoir|river|lake|terminal|seaport|port|airport|corridor|refinery|pipeline|oilfield|gas field|craters?|volcano|regions|mountains|highway|lander|probe|rover|spacecraft|satellite)\b"
)
_BODY_BEFORE = re.compile(
    r"\b(?:organi[sz]ation|association|party|movement|company|firm|foundation|newspaper|broadcaster|group|agency|NGO)\s\Z"
)
_NUMBER_AFTER = re.compile(r"-\d")


def _contradicted(guess: Found, text: str) -> bool:
    """Whether the words beside a guess show something else: "the tanker Stena Impero", "A-29 Super Tucano", "Crohn's disease", "Pell & Co"."""
    start, end = guess.span.start, guess.span.end
    if _CRAFT.search(text[max(0, start - 10) : start]) or text.startswith((" Doctrine", " Corollary"), end):
        return True
    if guess.type == "person" and (
        _CRATER.match(text, end)
        or (text[start] == "#" or any(map(str.isdigit, guess.name)) or _NUMBER_AFTER.match(text, end))
        or text.startswith(" & ", end)
        or text.startswith("& ", max(0, start - 2))
        or called_after(text, start, end)
        or _BODY_BEFORE.search(text, max(0, start - 24), start)
    ):
        return True
    if guess.type == "person" and (WORK.match(text, end) or text.startswith(("!", "-class"), end) or text.endswith("-class", start, end)):
        # "Namaste!", "the Fridtjof Nansen-class frigates"
        return True
    if (
        guess.type == "organization"
        and guess.name.isupper()
        and (_NAMED_AFTER.match(text, end) or _POST_NOMINAL.search(text[max(0, start - 8) : start]))
    ):
        # "the TICAD initiative"
        return True
    if guess.type == "organization" and (CONTEST.match(text, end) or _short_for_words(text, guess.span)):
        return True
    thing = _THING_BEFORE.search(text, start - 16, start) or _THING_AFTER.match(text, end)
    return thing is not None and (guess.type != "place" or " systems" in thing[0] or "howitzer" in thing[0])


def _unlike(guess: Found, words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether a guess holds words that no name of its kind has."""
    if words[0] in SHIPS or words[-1] in {"Doctrine", "Corollary"} or is_conference(words, gazetteer):
        return True
    if guess.type == "person":
        kinds = ("firm", "institution", "other") if len(words) > 1 else ("firm",)
        return (
            words[0] in _NO_PERSON
            or words[-1].islower()
            or (words[-1] in _HEIGHTS and words[0] not in gazetteer.given)
            or (words[-1] in gazetteer.titles and words[-1] not in ALSO_NAMES and words[-1] not in gazetteer.given)
            or "of" in words
            or (")" in guess.name and "(" not in guess.name)
            or words[-1].endswith(("ismo", "ism", "Summits", "Meetings", "Talks", "Partnerships"))
            or words[-1] in _THINGS
            or not _STYLES.isdisjoint(words)
            or any(gazetteer.lists(each, *kinds) for each in words)
            or all(re.fullmatch(r"(?:[A-Z]\.?)+", each) for each in words)
        )
    if guess.type == "organization":
        return (
            words[-1].rstrip(".") in _NO_BODY
            or guess.name.title() in gazetteer.demonyms
            or words[0].islower()
            or words[:2] in (["Order", "of"], ["Executive", "Order"])
            or words[0] in gazetteer.titles
            or words[-1] in _PEOPLE
            or words[0] in _PHENOMENA
            or (words[0].endswith(("’s", "'s")) and words[0][:-2] in gazetteer.words["institution"])
            or words[-1] in gazetteer.demonyms
            or bool(re.fullmatch(r"Group [A-H]", guess.name))
        )
    return guess.type == "place" and words[-1] in _NO_PLACE


def _in_capitals(guess: Found, text: str, gazetteer: Gazetteer) -> bool:
    """Whether a body is a state as headlines write it: "FOREIGN RELATIONS OF IRAQ", "CHINA" where the text speaks of China."""
    if guess.type != "organization" or not guess.name.isupper() or len(guess.name) <= LETTERS_OF_A_STATE:
        return False
    known = gazetteer.names.get(guess.name.title())
    if known is None or known.kind != "country":
        return False
    return (
        _CAPITALS_BEFORE.search(text, max(0, guess.span.start - 24), guess.span.start) is not None
        or _CAPITALS_AFTER.match(text, guess.span.end) is not None
        or guess.name.title() in text
    )


LETTERS_OF_A_STATE = 3
"""What is as short and in capitals may stand for anything."""
_CAPITALS_BEFORE, _CAPITALS_AFTER = re.compile(r"\b[A-Z]{2,}\s\Z"), re.compile(r"\s[A-Z]{2,}\b")


def _short_for_words(text: str, span: Span) -> bool:
    """Whether a short name in parentheses stands for the small words before it: "gross domestic product (GDP)"."""
    short = span.of(text)
    if not short.isupper() or text[span.start - 1 : span.start] != "(":
        return False
    before = re.findall(r"[A-Za-z]+", text[max(0, span.start - 90) : span.start])[-len(short) - 2 :]
    initials = "".join(each[0] for each in before if each.islower())
    return short.casefold() in initials or initials.endswith(short.casefold())
