"""Titles and offices, with what they are of: "Speaker of the State Duma", "Foreign Minister", "commander of the 3rd Brigade"."""

import bisect
from collections.abc import Iterator
from functools import cache

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import PORTFOLIO, PORTFOLIOS, unknown
from sourcebook.extract.document import Document, Sentence, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names.known import SHIPS
from sourcebook.extract.people.of_bodies import WORKERS, of_bodies
from sourcebook.extract.people.office_ends import and_one_more, end_of_office, title_pattern, title_places, title_words
from sourcebook.extract.people.office_of import FOR_SOMEBODY, role
from sourcebook.extract.people.small_offices import small_offices
from sourcebook.extract.people.small_words import FIRST_CAPITAL, FIRST_WORDS, NEAR, SMALL_WORDS
from sourcebook.extract.people.words import GENERAL_OF
from sourcebook.extract.phrases import phrases
from sourcebook.extract.phrases import words as words_of

_APPOSED = re.compile(r"[\w)],\s+(?:the\s+|an?\s+)?(?:former\s+|then\s+|current\s+|new\s+|[A-Z][a-z]+(?:[’']s)?\s+)?\Z")
_LED = words_of(
    "Mediator Leader Secretary-General Director-General Minister Secretary Ambassador Envoy Commander Spokesman Spokesperson Spokeswoman Director Commissioner Representative Adviser Advisor "
    "Undersecretary Under-Secretary Commandant Coordinator Counselor Counsellor Liaison Scientist Counsel Chief Administrator Officer Correspondent General Colonel Captain Lieutenant"
)
_ALSO_NAMES = words_of(
    "Bishop King Prince Major Baron Dean Marshal Judge Pope Duke Abbot Constable Chancellor Bailiff Page Lord Cardinal Sheikh"
)
_NAMES_TOO = words_of("Sultan Dean Page Duke")
_PRINCES = re.compile(r"\bPrince \Z")
"""Titles that are given names as well: right after a title they are one."""
_BODY_OF = re.compile(
    r"\b(?:Council|Cabinet|Committee|College|Conference|Assembly|Association|Forum|Board|Chamber|House|Congress) of (?:(?:the|European|Foreign|Health|Defen[cs]e|Finance|Interior|Energy|EU) )*\Z"
)
_JOINT_CHIEFS = re.compile(r"(?:Joint )?Chiefs of Staff\b")
_OF_STATES = re.compile(r"\s+of\s+(?:State|Government|Delegation|Mission)s?\b")
_SEVERAL = re.compile(r"(?:Representatives|Leaders|Heads|Commanders|Directors|Officers|Chiefs|Members|Deputies) (?:of|from)\b")
_CHIEF_OF = re.compile(
    r"\s+[A-Z][\w-]+\s+(?:Spokes(?:person|man|woman)|Correspondent|Representative|Coordinator|Advis[eo]r|Administrator|Secretary)\b"
)
_OUTSIDE = frozenset({"THE", "Outgoing", "Incoming", "Former", "Ex", "Then", "H.E", "H.E.", "HE", "Hon", "Mr", "Dr", "Amb", "Excellency"})
"""What leads a title, but is no part of it."""
_AND_AFFAIRS = re.compile(
    r"(?<![\w-])(?:Foreign|External|Home|Internal|Political|Legal|International|Veterans|Cultural|Youth) (?:and (?:[A-Z][\w-]+ Affairs |Affairs |[A-Z][\w-]+ (?=\Z))?|Affairs,? (?:and|&) (?:[A-Z][\w-]+ ){0,2})\Z"
)
_SPECIAL = re.compile(r"\sSpecial (?:Envoy|Representative|Adviser|Advisor|Coordinator)\b")
_MINISTRY_BEFORE = re.compile(rf"\b(?:Ministry|Department) of (?:the )?(?:{PORTFOLIO}(?:(?:,| and| &)? {PORTFOLIO})* )?\Z")
"""A ministry right before an office in it: "Ministry of Foreign Affairs State Secretary"."""
_STYLES = frozenset({"Highness", "Majesty", "Excellency", "Holiness", "Royal"})
_STYLE = re.compile(r"(?:His|Her|Their)\s+(?:(?:Royal |Imperial |Serene )?(?:Majest|Highness)|Excellenc|Holiness)")
"""How somebody is spoken of: no office."""


@cache
def _written_small(titles: frozenset[str]) -> frozenset[str]:
    """The words of titles in small letters, with those of offices: a sentence without any of them names none."""
    return frozenset(part for word in title_words(titles) for part in _SPLIT.split(word.lower())) | SMALL_WORDS


_SPLIT = re.compile(r"[.’'-]")


def roles(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Titles with what they are of."""
    pattern, places = title_pattern(gazetteer.titles), document.by_sentence(title_places(document, gazetteer.titles))
    small = document.by_sentence(document.where(FIRST_WORDS))
    for sentence in document.holding(_written_small(gazetteer.titles)):
        start = floor = sentence.span.start
        for place in places[sentence.number]:
            found = pattern.match(document.text, place, sentence.span.end) if place >= start else None
            if found is None:
                continue
            start = found.end()
            if _no_title(document.text, sentence, found, gazetteer, floor):
                continue
            for_somebody = FOR_SOMEBODY.match(document.text, found.end(), sentence.span.end)
            end = found.end() if for_somebody else end_of_office(document.text, found.end(), sentence, gazetteer)
            if document.text[found.end() : found.end() + 1] in {"-", "–", "/"}:
                # "Deputy Prime Minister-Foreign Minister": one office of two.
                second = pattern.match(document.text[found.end() + 1 : min(found.end() + NEAR, sentence.span.end)])
                end = end_of_office(document.text, found.end() + 1 + second.end(), sentence, gazetteer) if second else end
            if _SPECIAL.match(document.text, end, sentence.span.end):
                # "Secretary General Special Envoy to Yemen": one office of two.
                second = pattern.match(document.text[end + 1 : min(end + NEAR, sentence.span.end)])
                end = end_of_office(document.text, end + 1 + second.end(), sentence, gazetteer) if second else end
            if " of " in document.text[found.start() : end] and _APPOSED.search(
                document.text, max(sentence.span.start, found.start() - NEAR), found.start()
            ):
                end = and_one_more(document.text, end, sentence.span.end, gazetteer)
            if (of_state := _OF_STATE.match(document.text, found.start(), end)) and document.text[
                of_state.end() : of_state.end() + 1
            ] == " ":
                # "Head of State General Karl Berg"
                end = of_state.end()
            rank = _RANK.search(document.text, found.end(), end) if document.text[end : end + 1] == "." else None
            # "Chairman of the Council of Sudan Gen. Karl Berg": the rank is another office.
            ranked = _RANKED.search(document.text, found.end(), end)
            if ranked and all(unknown(each, gazetteer) or each in gazetteer.given for each in ranked["name"].split()):
                # "Chief of the Armed Forces General Karl Berg", of whose names none is known.
                rank = ranked
            end = rank.start() if rank else end
            aside = _RETIRED.match(document.text, end, sentence.span.end)
            end = aside.end() if aside else end
            start = max(start, end)
            begin = _with_office(document, sentence, found, gazetteer, floor)
            floor = end
            yield role(document, begin, end, 7)
        yield from small_offices(document, sentence, small[sentence.number], gazetteer) if sentence.number in small else ()
    working = document.where(WORKERS | {"senior"})
    for sentence in document.holding(WORKERS):
        yield from of_bodies(document, sentence, within(working, sentence.span), gazetteer)


def _no_title(text: str, sentence: Sentence, found: re.Match[str], gazetteer: Gazetteer, floor: int) -> bool:
    """Whether a title's words are no office here: a part of a name, of a body's, or of a longer title."""
    words, begin, end = found[0], found.start(), found.end()
    if (
        (words == "PM" and _HOUR.search(text, begin - 6, begin))
        or (words in _IN_LETTERS and not (_IN_LETTERS[words].search(text) and _named_after(text, end, gazetteer)))
        or _OTHERWISE.match(text, begin)
        or words.replace("’", "'") in gazetteer.honorifics | _STYLES
        or _STYLE.match(words)
        or _is_office(text, begin, end)
    ):
        return True
    if begin == sentence.span.start and (small := FIRST_CAPITAL.match(text, begin, sentence.span.end)) and small.end() > end:
        # "Deputy prime minister Ana Ruiz said"
        return True
    lead = text[max(sentence.span.start, begin - NEAR) : begin]
    last = next(iter(lead.split()[-1:]), "")
    # "Zayed bin Sultan Al Nahyan", "Julie Bishop", "Lieutenant General Sultan Karimov"
    named = (
        last in {"bin", "bint", "ibn", "Bin"}
        or (words in _ALSO_NAMES and last in gazetteer.given and last not in gazetteer.demonyms)
        or text.startswith((" bin ", " ibn "), end)
        or (words in _NAMES_TOO and (floor == begin - 1 or (PORTFOLIOS.fullmatch(last) and _ARAB.match(text, end))))
        or (words in _ALSO_NAMES and _ALONE.match(text, end) and _surname(text, words, gazetteer))
        or (words == "Sultan" and _PRINCES.search(lead))
    )
    # "Council of Ministers", "Joint Chiefs of Staff"
    body = _BODY_OF.search(lead) or _JOINT_CHIEFS.match(text, begin)
    # "Representatives of the Serbian government have …", "Heads of State"
    several = (begin == sentence.span.start and _SEVERAL.match(text, begin)) or (words.endswith("s") and _OF_STATES.match(text, end))
    ship = not SHIPS.isdisjoint(lead.split()[-2:]) and lead[-1:] == " "
    # "Chief Treasury Spokesperson": it grades the title that follows.
    return bool(named or body or several or ship or (words == "Chief" and _CHIEF_OF.match(text, end)))


_ARAB = re.compile(r"\s(?:Al|al|El|bin|Bin)[ -][A-Z]")
"""After "Sultan", who is then called so: "Minister of Foreign Affairs Sultan Al Karimi"."""
_OTHERWISE = re.compile(
    r"Major (?:[Ee]conomies|Powers|League|Projects|Events|Non|Group|Emergenc)|Justice (?:and|minister|ministry|secretary|spokes|department|system)\b ?|Private (?:Public|Enterprises?|Investors?|Military|Sector|Limited|Bank|Equity|Schools?|Universit|Hospital)|(?<![Tt]he )(?<!ness )(?<![’']s )(?<![rtn]i )(?<!Qatar )(?<!Kuwait )(?<!ruled by )(?<!reign of )(?<!rule of )Amir (?!Sheikh |Shaikh |HH )(?=[A-Z])"
)
"""Words of titles that begin the name of something else, as in "Amir Karimi", who is no Amir."""
_HOUR = re.compile(r"\d\s\Z")
_ALONE = re.compile(r"[’']s\b|\s+[a-z]")


def _named_after(text: str, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a name without a word of bodies stands right after a position: "CS Ruiz", but not "CS Foundation"."""
    found = _NAME.match(text, end)
    return found is not None and all(unknown(each, gazetteer) and each not in gazetteer.words["firm"] for each in found[0].split())


_IN_LETTERS = {
    "CS": re.compile("Cabinet Secretary"),
    "PS": re.compile("Principal Secretary|Permanent Secretary"),
    "NSA": re.compile("National Security Advis"),
    "DNI": re.compile("Director of National Intelligence"),
    "EAM": re.compile("External Affairs Minister|Minister of External Affairs|Minister for External Affairs"),
    "DPM": re.compile("Deputy Prime Minister"),
}
"""Short names of offices, which mean other things where no text has them in full."""
_NAME = re.compile(r"\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?")


def _surname(text: str, word: str, gazetteer: Gazetteer) -> bool:
    """Whether a text gives a title's word to somebody as a surname: "Julie Bishop"."""
    return any(found[1] in gazetteer.given for found in re.finditer(rf"\b([A-Z][a-z]+) {word}\b", text))


_OF_STATE = re.compile(r"Head of (?:State|Government)(?= [A-Z][\w.-]+ [A-Z])")
_RANK = re.compile(r"(?<=[a-z])\s+(?:Lt|Gen|Maj|Col|Brig|Adm|Capt|Sgt|Cmdr)\Z")
_RANKED = re.compile(
    r"(?<=[a-z])(?<!\bof)(?<!the)(?<!Attorney)(?<!Inspector)(?<!Director)(?<!Prosecutor)(?<!Secretary)(?<!Consul)(?<!Governor)(?<!Adjutant)"
    r"(?<!Surgeon)(?<!Solicitor)\s+(?:(?:Lieutenant|Major|Brigadier|Rear|Vice|Air|Army|Chief)[ -])*"
    r"(?:General|Admiral|Marshal|Commodore|Colonel|Brigadier|Ambassador|Senator)\s+(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,2})\Z"
)
"""A rank and a name, which the words that an office is of have taken in."""
_RETIRED = re.compile(r"\s\((?i:retd?\.?|retired)\)(?=\s[A-Z])")
_TWO_FIELDS = re.compile(rf"(?<![\w-])(?P<first>(?:National )?{PORTFOLIO}(?:, {PORTFOLIO})*|Political|Economic|Commercial|Consular) and \Z")
"""What leads "Industry Minister" where it is the second of two fields: "Commerce and Industry Minister"."""
_OF_FIELDS = frozenset({"Minister", "Secretary", "Adviser", "Advisor", "Counselor", "Counsellor"})


def _with_office(document: Document, sentence: Sentence, title: re.Match[str], gazetteer: Gazetteer, floor: int) -> int:
    """Where a title begins that an office's name leads: "Foreign Office Minister"; a nationality, and the title before, stay outside."""
    begin = title.start()
    if title[0].split()[-1] not in _LED:
        return begin
    at = bisect.bisect_right(sentence.tokens, begin, key=lambda one: one.end)
    before = sentence.tokens[max(0, at - 3) : at]
    for token in reversed(before):
        apart = document.text[token.end : begin]
        if (
            apart.strip()
            or token.start < floor
            or not token.capital
            or token.text in gazetteer.words["opening"]
            or token.text in gazetteer.demonyms
            or token.text in gazetteer.given
            or token.text in _STYLES
            or token.text in _OUTSIDE
            or (token.text in gazetteer.names and gazetteer.names[token.text].type == "place" and gazetteer.names[token.text].sure)
        ):
            if token.text in gazetteer.given and not apart.strip():
                # "David Holm Deputy Commander": the holder's surname.
                return title.start()
            break
        begin = token.start
    if document.text.startswith("Affairs ", begin):
        # "Bureau of Asian and Pacific Affairs Deputy Assistant Secretary": a body's last word.
        begin = title.start()
    if document.text[begin - 1 : begin] == "-" and begin < title.start():
        # "the ABC-DE Commander"
        whole = re.search(r"(?<![\w-])[A-Z][\w-]*\Z", document.text[max(floor, begin - 24) : begin])
        begin -= len(whole[0]) if whole else 0
    ministry = _MINISTRY_BEFORE.search(document.text, max(floor, begin - NEAR), begin)
    begin = ministry.start() if ministry else begin
    affairs = (
        _AND_AFFAIRS.search(document.text, max(floor, title.start() - 60), title.start())
        if title[0].endswith(("Minister", "Secretary"))
        else None
    )
    begin = affairs.start() if affairs else begin
    two = _TWO_FIELDS.search(document.text, max(floor, begin - 40), begin) if title[0].split()[-1] in _OF_FIELDS else None
    return two.start("first") if two and begin < title.start() + 1 else begin


def _is_office(text: str, start: int, end: int) -> bool:
    """Whether the title is part of an institution's name ("Consulate General", "President's Office")."""
    before = text[max(0, start - 12) : start]
    after = text[end : end + 24]
    if text.endswith("s", 0, end) and re.match(
        r"\s+(?:Meeting|Conference|Summit|Forum|Council|Dialogue|Retreat|Committee|Consultations)\b", after
    ):
        # "the G20 Finance Ministers Meeting"
        return True
    if text.startswith(" Quarters", end):
        return True
    if text.endswith("General", 0, end) and GENERAL_OF.match(after):
        return True
    if text.endswith("Private", 0, end) and re.match(r"\s+(?:Sector|Equity|Office|Bank|Banking|School|Secretary|Investments?)\b", after):
        return True
    chaired = text.startswith(_CHAIRS, start)
    return bool(re.search(r"(?:Consulate|Secretariat|Assembly|Attorney|Directorate|Inspector)\s+\Z", before) and not chaired) or bool(
        re.match(
            r"['’]s?\s+(?:Office|Council|Meeting|Armed|Guard|Forces|Cup|Speech|Court|Bench|College|Session|Statement|Declaration|Summit|Retreat|Message|Address|Letter|Vision)",
            after,
        )
        or (text.endswith("s", 0, end) and re.match(r"['’]\s+[a-z]", after))
    )


_CHAIRS = tuple(
    phrases(
        "Speaker|Secretary General|Secretary-General|President|Vice President|Deputy Speaker|Chairman|Chairwoman|Vice Chairman|"
        "Vice Chairwoman"
    )
)
"""Offices of an assembly: "National Assembly Speaker"."""
