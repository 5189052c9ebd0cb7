"""Titles and offices, with what they are of: "Speaker of the State Duma", "Foreign Minister", "commander of the 3rd Brigade"."""

import bisect
from collections.abc import Iterator
from functools import cache

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import PORTFOLIO
from sourcebook.extract.document import Document, Sentence, matches, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names.known import SHIPS
from sourcebook.extract.people.appointing import appoints
from sourcebook.extract.people.office_ends import (
    COMMON,
    NATIONAL_BODY,
    SENT,
    and_one_more,
    end_of_body,
    end_of_office,
    title_pattern,
    title_places,
    title_words,
)
from sourcebook.extract.phrases import heads
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_APPOSED = re.compile(r"[\w)],\s+(?:the\s+|an?\s+)?(?:former\s+|then\s+|current\s+|new\s+|[A-Z][a-z]+(?:[’']s)?\s+)?\Z")
_LED = words_of(
    "Mediator Leader Secretary-General Director-General Minister Secretary Ambassador Envoy Commander Spokesman Spokesperson Spokeswoman Director Commissioner Representative Adviser "
    "Coordinator Chief Administrator Officer Correspondent General Colonel Captain Lieutenant"
)
_ALSO_NAMES = words_of(
    "Bishop King Prince Major Baron Dean Marshal Judge Pope Duke Abbot Constable Chancellor Bailiff Page Lord Cardinal Sheikh"
)
_NAMES_TOO = words_of("Sultan Dean Page Duke")
"""Titles that are given names as well: right after a title they are one."""
_BODY_OF = re.compile(
    r"\b(?:Council|Cabinet|Committee|College|Conference|Assembly|Association|Forum|Board) of (?:(?:the|European|Foreign|Health|Defen[cs]e|Finance|Interior|Energy|EU) )*\Z"
)
_JOINT_CHIEFS = re.compile(r"(?:Joint )?Chiefs of Staff\b")
_GENERAL = re.compile(
    r"\s+(?:Assembly|People|Secretariat|Staff|Command|Electric|Motors|Elections?|Council|Directorate|Hospital|Trading|Contracting|Atomics|Insurance|Confederation|Federation|Union|Authority|Counsel|Meeting|Conference|Report|Office)\b"
)
_OF_STATES = re.compile(r"\s+of\s+(?:State|Government|Delegation|Mission)s?\b")
_LOWER = re.compile(
    rf"(?:(?<![\w-])|(?<=then-))(?:ex-|(?:economic|military|political|legal|foreign policy|foreign|security) (?=advis[eo]r))?(?:(?:deputy|vice|first(?=[ -](?:deputy|vice|secretary|minister))|acting|senior|assistant|chief|special|supreme|general)[ -])*(?:{COMMON})(?![\w-])"
)
_LOWER_WORDS = heads(
    COMMON,
    "finance|interior|health|energy|trade|oil|economy|education|transport|justice|agriculture|environment|culture|labour|labor|home|information|planning|defense|defence|adviser|advisor|chargé"
    "|deputy|vice|first|acting|senior|assistant|chief|special|supreme|general|ex",
)
_LOWER_OF = re.compile(
    r"\s+(?:of|for|at)\s+(?:the\s+)?(?:(?:opposition|ruling|main|powerful|state-owned|Islamist|far-right|far-left|left-wing|right-wing|centre-right|centre-left|conservative|liberal|nationalist|separatist|rebel|influential|breakaway|London-based|Geneva-based|Brussels-based|Washington-based)\s+)?(?=(?:[A-Z]|al[- ]|\d{1,4}(?:st|nd|rd|th)\s+[A-Z]))"
)
_LOWER_BODY = re.compile(
    r"\s+(?:of|for|at)\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+){0,3}?(?:department|ministry|committee|commission|directorate|office|agency|section|division|delegation|board|council|mission|bureau|secretariat|parliament|presidency|administration|forces|staff|army|navy|programme|program|task force|working group|faction|party|region|province|city"
    r"|assembly|senate|chamber|court|government|junta|republic|police"
    r"|(?:bank|union|association|federation|club|company|university|academy|institute|league|society|foundation|fund|movement)(?!\s[A-Z]))"
    r"\b(?!\s+of\b|[’']s)"
)
_SEVERAL = re.compile(r"(?:Representatives|Leaders|Heads|Commanders|Directors|Officers|Chiefs|Members|Deputies) (?:of|from)\b")
_AFFAIRS = re.compile(r"(?:-[A-Z]\w+)?(?:\s+(?:[a-z]+|and)){0,4}?\s+(?:affairs|protocols?|dialogue|peace process|issues|crisis)\b")
_LOWER_TO = re.compile(r"\s+to\s+(?:the\s+)?(?=[A-Z])")
_POSSESSED = re.compile(
    r"[A-Z][\w-]+[’']s\s+(?:(?:former|new|current|first|last|then|interim|acting|caretaker|outgoing|incoming|late)\s+)?\Z"
)
_MEMBER = re.compile(r",\s+(?:an?\s+|the\s+)?(?:senior\s+|leading\s+|former\s+|ranking\s+)?\Z")
_ASIDE = re.compile(r"((?:[A-Z][\w-]+\s)?[A-Z][\w-]+),\s+an?\s+(?:[A-Z][\w-]+\s+(?:of\s+)?){1,4}(?:[a-z]+\s+)?\Z")
_IS_NAMED = re.compile(r"\s+(?:is|was|remains|will\s+be)\s+(?:(?:Mr|Mrs|Ms|Dr|Gen|General|Sir|Sheikh)\.?\s+)?[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")
_ITS_ONE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s+(?:(?:then|former|current|new|outgoing|last|first|next|present|previous|acting)\s+)*\Z|[a-zA-Z][’']s\s+(?:(?:former|new|current|first|last|acting)\s+)?\Z"
)
_CLOSES = re.compile(
    r"[,.;)]|\s+(?:appointed|named|elected|under|whose|with|during|when)\b|\s+(?:who|said|of|for|at|in|and|until|from|since|between)\b|,\s+(?:the\s+)?[A-Z]"
)
_DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?:(?:then|former|current|new|outgoing)\s+)?(?:[A-Z][\w-]+\s+)?(?:(?:then|former|current|new|outgoing)\s+)?\Z"
)
_COMMA_NAME = re.compile(
    r",\s+(?:(?:[A-Z][a-z]{1,3}\.|General|Colonel|Major|Admiral|Brigadier|Chief|Sir|Dame|Lord|Sheikh|Professor|Ambassador|Dr|Mr|Mrs|Ms)\s+){0,3}[A-Z][\w’'-]+\s+[A-Z][\w’'-]+(?:,|\s+and\b|[.;])"
)
_BY_NAME = re.compile(r",?\s+[A-Z][\w’'-]+\s+[A-Z]")
_NAME_FOLLOWS = re.compile(r",?\s+([A-Z][\w’'-]+)\s+(?:[A-Z]\.\s+)?[A-Z]")
_WORD_FOLLOWS = re.compile(r"\s+[A-Z][\w’'-]+")
_OF_WHAT = re.compile(
    r"Foreign, Commonwealth (?:and|&) Development(?: Affairs)?|(?:\d{1,4}(?:st|nd|rd|th)\s+)?(?:(?:al|Al)[- ])?[A-Z][\w.’'-]*(?:\s+(?:of|for|and|the|in)?(?:\s+the)?\s*[A-Z][\w.’'-]*)*"
)
_PERSONAL = words_of(
    "minister member general chief head leader secretary expert analyst candidate nominee lawyer attorney king fellow chair captain"
)
_DIRECT = words_of(
    "president executive governor mayor senator chairman commander spokesman spokeswoman spokesperson ambassador reporter "
    "correspondent lieutenant captain colonel general professor nominee leader chancellor king secretary commandant advisor "
    "adviser minister attorney"
)
_CHIEF_OF = re.compile(
    r"\s+[A-Z][\w-]+\s+(?:Spokes(?:person|man|woman)|Correspondent|Representative|Coordinator|Adviser|Administrator|Secretary)\b"
)
_OUTSIDE = frozenset({"THE", "Outgoing", "Incoming", "Former", "Ex", "Then", "H.E", "H.E.", "HE", "Hon", "Mr", "Dr", "Amb", "Excellency"})
"""What leads a title, but is no part of it."""
_AND_AFFAIRS = re.compile(
    r"(?<![\w-])(?:Foreign|External|Home|Internal|Political|Legal|International|Veterans|Cultural|Youth) (?:and (?:[A-Z][\w-]+ Affairs |Affairs |[A-Z][\w-]+ (?=\Z))?|Affairs,? (?:and|&) (?:[A-Z][\w-]+ ){0,2})\Z"
)
_SPECIAL = re.compile(r"\sSpecial (?:Envoy|Representative|Adviser|Advisor|Coordinator)\b")
_MINISTRY_BEFORE = re.compile(rf"\b(?:Ministry|Department) of (?:the )?(?:{PORTFOLIO}(?:(?:,| and| &)? {PORTFOLIO})* )?\Z")
"""A ministry right before an office in it: "Ministry of Foreign Affairs State Secretary"."""
_FIELD = (
    r"(?:foreign|external|internal|home|(?:national )?[Dd]efen[cs]e|finance|interior|justice|trade|health|education|energy|economy|economics?|agriculture|commerce"
    r"|industry|transport|labou?r|culture|information|tourism|environment|planning|communications?|science|technology|sports?|youth|migration|security|development|water|oil|petroleum|mines|infrastructure|emergency situations)(?: affairs| policy| security)?"
)
_LOWER_FIELD = re.compile(
    rf"\s+(?:of|for)\s+(?:state\s+(?:for|of)\s+)?{_FIELD}(?:(?:,\s+|\s+and\s+|,\s+and\s+){_FIELD})*\b(?!\s+of\b|\s+and\s+[a-z])"
)
"""The field of a minister, in small letters: "minister of defence"."""
_FORCES = re.compile(r"(?:deputy )?(?:chief|commander|head|commandant|commissioner|inspector general)\Z")
_LOWER_FORCE = re.compile(
    r"\s+of\s+(?:the\s+)?(?:army|navy|air force|land forces|ground forces|naval forces|armed forces|defen[cs]e(?: forces| staff)?|general staff|staff|police|(?:military |counter-?)?intelligence)\b(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?"
)
"""What forces somebody leads, in small letters: "chief of defence forces of Uganda"."""
_STYLES = frozenset({"Highness", "Majesty", "Excellency", "Holiness", "Royal"})
_STYLE = re.compile(r"(?:His|Her|Their)\s+(?:(?:Royal |Imperial |Serene )?(?:Majest|Highness)|Excellenc|Holiness)")
"""How somebody is spoken of: no office."""
NEAR = 120
"""Code points before a title that say what it is."""


@cache
def _written_small(titles: frozenset[str]) -> frozenset[str]:
    """The words of titles in small letters, with those of offices: a sentence without any of them names none."""
    return frozenset(part for word in title_words(titles) for part in _SPLIT.split(word.lower())) | _LOWER_WORDS


_SPLIT = re.compile(r"[.’'-]")


def roles(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Titles with what they are of."""
    pattern, places = title_pattern(gazetteer.titles), title_places(document, gazetteer.titles)
    known, small = _written_small(gazetteer.titles), document.where(_LOWER_WORDS)
    for sentence in document.holding(known):
        start = floor = sentence.span.start
        for place in within(places, sentence.span):
            found = pattern.match(document.text, place, sentence.span.end) if place >= start else None
            if found is None:
                continue
            start = found.end()
            if _no_title(document.text, sentence, found, gazetteer, floor):
                continue
            end = end_of_office(document.text, found.end(), sentence, gazetteer)
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
            end = rank.start() if rank else end
            start = max(start, end)
            begin = _with_office(document, sentence, found, gazetteer, floor)
            floor = end
            yield _role(document, begin, end, 7)
        yield from _lower(document, sentence, within(small, sentence.span), gazetteer)


def _no_title(text: str, sentence: Sentence, found: re.Match[str], gazetteer: Gazetteer, floor: int) -> bool:
    """Whether a title's words are no office here: a part of a name, of a body's, or of a longer title."""
    words, begin, end = found[0], found.start(), found.end()
    if _OTHERWISE.match(text, begin) or words in gazetteer.honorifics | _STYLES or _STYLE.match(words) or _is_office(text, begin, end):
        return True
    lead = text[max(sentence.span.start, begin - NEAR) : begin]
    last = next(iter(lead.split()[-1:]), "")
    # "Zayed bin Sultan Al Nahyan", "Julie Bishop", "Lieutenant General Sultan Karimov"
    named = (
        last in {"bin", "bint", "ibn", "Bin"}
        or (words in _ALSO_NAMES and last in gazetteer.given and last not in gazetteer.demonyms)
        or text.startswith((" bin ", " ibn "), end)
        or (words in _NAMES_TOO and floor == begin - 1)
        or (words in _ALSO_NAMES and _ALONE.match(text, end) and _surname(text, words, gazetteer))
    )
    # "Council of Ministers", "Joint Chiefs of Staff"
    body = _BODY_OF.search(lead) or _JOINT_CHIEFS.match(text, begin)
    # "Representatives of the Serbian government have …", "Heads of State"
    several = (begin == sentence.span.start and _SEVERAL.match(text, begin)) or (words.endswith("s") and _OF_STATES.match(text, end))
    ship = not SHIPS.isdisjoint(lead.split()[-2:]) and lead[-1:] == " "
    # "Chief Treasury Spokesperson": it grades the title that follows.
    return bool(named or body or several or ship or (words == "Chief" and _CHIEF_OF.match(text, end)))


_OTHERWISE = re.compile(
    r"Justice and |Private (?:Military|Sector|Limited|Bank|Equity|Schools?|Universit|Hospital)|(?<![Tt]he )(?<!ness )(?<![’']s )(?<![rtn]i )(?<!Qatar )(?<!Kuwait )Amir (?!Sheikh |Shaikh |HH )(?=[A-Z])"
)
"""Words of titles that begin the name of something else, as in "Amir Karimi", who is no Amir."""
_ALONE = re.compile(r"[’']s\b|\s+[a-z]")


def _surname(text: str, word: str, gazetteer: Gazetteer) -> bool:
    """Whether a text gives a title's word to somebody as a surname: "Julie Bishop"."""
    return any(found[1] in gazetteer.given for found in re.finditer(rf"\b([A-Z][a-z]+) {word}\b", text))


_OF_STATE = re.compile(r"Head of (?:State|Government)(?= [A-Z][\w.-]+ [A-Z])")
_RANK = re.compile(r"(?<=[a-z])\s+(?:Lt|Gen|Maj|Col|Brig|Adm|Capt|Sgt|Cmdr)\Z")


def _role(document: Document, begin: int, end: int, priority: int) -> Found:
    return Found(span=Span(begin, end), type="role", name=" ".join(document.text[begin:end].split()), priority=priority)


_JUNTA = re.compile(
    r"\s+(?:(?:new|ruling|military|main|former|national|largest|central|joint)\s+){0,2}(?:[Jj]unta|leadership|delegation|army|navy|military|police|government|parliament|bank|mission|opposition|diplomacy|intelligence(?:\s+service)?|armed\s+forces|air\s+force|security\s+service)\b"
)
"""What of a country somebody heads: "leader of Niger's junta"."""
_THING = re.compile(
    r"\s+(?:[a-z][a-z-]+\s+){0,3}[a-z]{3,}(?<!ly)(?=[.;)]|,\s(?![a-z]+ing\b)|\s+(?:for|of|on|in|at|relative|to|who|said|says|and|has|is|was|told|with)\b|\Z)"
)
"""The same whatever it is: "head of Argentina's desk"."""
_ITS_FIRM = re.compile(  # "president of the Ruritanian state-owned pipeline company Nordgas"
    r"(?:\s+[a-z][\w-]*){0,4}\s+(?:company|firm|bank|airline|group|agency|club|party|operator|producer|broadcaster|newspaper|manufacturer)(?:\s[A-Z][\w-]+){1,3}(?=[,.;)]|\s+[a-z]|\Z)"
)


def _of_something(document: Document, sentence: Sentence, found: re.Match[str], of: re.Match[str], gazetteer: Gazetteer) -> Iterator[Found]:
    """An office in small letters with what it is of."""
    text = document.text
    whole = _OF_WHAT.match(text, of.end(), sentence.span.end)
    if "at" in of[0].split():
        yield _role(document, found.start(), found.end(), 5)
    elif whole:
        stop = end_of_body(text, of.end() - 1, whole.end(), gazetteer)
        joined = text.find(" and the ", of.end(), stop)
        if joined > 0 and (left := gazetteer.names.get(text[of.end() : joined])) and left.type == "organization":
            # "chair of the International Labour Organization and the World Bank's board"
            stop = joined
        body = text[of.end() : stop]
        stop += 2 if text.startswith(("’s ", "'s "), stop) else 0
        body = text[of.end() : stop]
        junta = _JUNTA.match(text, stop, sentence.span.end) if body.endswith(("’s", "'s")) else None
        junta = junta or (_THING.match(text, stop, sentence.span.end) if body.endswith(("’s", "'s")) else None)
        stop = junta.end() if junta else stop - 2 if body.endswith(("’s", "'s")) else stop
        affairs = _AFFAIRS.match(text, stop, sentence.span.end)
        stop = affairs.end() if affairs else stop
        last = next(iter(body.split()[-1:]), "")
        owner = last in gazetteer.demonyms or (last.isupper() and last in gazetteer.names)
        its = NATIONAL_BODY.match(text, stop, sentence.span.end) or _ITS_FIRM.match(text, stop, sentence.span.end)
        national = its if last and owner else None
        # "nominee for Governor of Virginia" is no governor.
        within = title_pattern(gazetteer.titles).match(text, of.end(), stop) if found[0] in {"nominee", "candidate"} else None
        yield _role(document, found.start(), national.end() if national else stop, 8 if within else 6)


def _lower(document: Document, sentence: Sentence, places: list[int], gazetteer: Gazetteer) -> Iterator[Found]:
    """Offices in small letters, where they are of something named or stand beside a name."""
    text = document.text
    for found in matches(_LOWER, text, places, sentence.span.end):
        end = found.end()
        of = _LOWER_OF.match(text, end, sentence.span.end)
        of = of or (_LOWER_TO.match(text, end, sentence.span.end) if SENT.search(found[0]) else None)
        if of and found[0] == "member" and not _MEMBER.search(text, max(sentence.span.start, found.start() - NEAR), found.start()):
            # A state is a member too, and nobody's office.
            continue
        aside = _ASIDE.search(text, max(sentence.span.start, found.start() - 60), found.start()) if found[0] == "member" else None
        if aside and (land := gazetteer.names.get(aside[1])) and land.type == "place":
            # "Norway, a NATO member"
            continue
        if of and found[0] != "general":
            yield from _of_something(document, sentence, found, of, gazetteer)
            continue
        of_field = _LOWER_FIELD if found[0].endswith("minister") else _LOWER_FORCE if _FORCES.match(found[0]) else None
        field = of_field.match(text, end, sentence.span.end) if of_field else None
        end = field.end() if field and (found[0].endswith("minister") or _FORCES.match(found[0])) else end
        small = _LOWER_BODY.match(text, end, sentence.span.end)
        whole = next((each for each in (field, small) if each and _BY_NAME.match(text, each.end(), sentence.span.end)), None)
        if whole:
            # "minister of defence Petra Kral", "the chair of the foreign affairs committee, Petra Kral"
            yield _role(document, found.start(), whole.end(), 6)
            continue
        if not _WORD_FOLLOWS.match(text, end) and appoints(document, sentence, found.start(), end):
            yield _role(document, found.start(), small.end() if small else end, 5)
            continue
        lead = text[max(sentence.span.start, found.start() - NEAR) : found.start()]
        if _DEFINITE.search(lead) and _COMMA_NAME.match(text, end, sentence.span.end):
            # "the president, Ana Ruiz,"
            yield _role(document, found.start(), end, 5)
            continue
        if _IS_NAMED.match(text, end, sentence.span.end) and _ITS_ONE.search(lead):
            # "The last governor was Ana Ruiz."
            yield _role(document, found.start(), end, 5)
            continue
        led = re.search(r"(?:[A-Z][\w’'-]*|\.)\s+\Z", lead)
        apart = re.search(r"[\w.]\)?,\s+(?:the\s+|an?\s+|then\s+|former\s+)*(?:[a-z]+[’']s\s+)?(?:[A-Z0-9][\w.’'-]*\s+)*\Z", lead)
        closes = _CLOSES.match(text, end)
        if apart and closes and (led or re.search(r",\s+(?:the\s+|an?\s+|then\s+|former\s+)*\Z", lead)):
            yield _role(document, found.start(), end, 5)
            continue
        if _POSSESSED.search(text, max(sentence.span.start, found.start() - 24), found.start()) and not _WORD_FOLLOWS.match(text, end):
            # "Chile's foreign minister"
            yield _role(document, found.start(), end, 5)
            continue
        after = _NAME_FOLLOWS.match(text, end)
        direct = found[0].split()[-1] in _DIRECT and _WORD_FOLLOWS.match(text, end)
        if (after and after[1] in gazetteer.given) or (direct and found[0] not in _PERSONAL):
            yield _role(document, found.start(), end, 5)


_TWO_FIELDS = re.compile(rf"(?<![\w-])(?P<first>{PORTFOLIO}(?:, {PORTFOLIO})*) and \Z")
"""What leads "Industry Minister" where it is the second of two fields: "Commerce and Industry Minister"."""


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
    if document.text[begin - 1 : begin] == "-" and begin < title.start():
        # "the ABC-DE Commander"
        whole = re.search(r"(?<![\w-])[A-Z][\w-]*\Z", document.text[max(floor, begin - 24) : begin])
        begin -= len(whole[0]) if whole else 0
    ministry = _MINISTRY_BEFORE.search(document.text, max(floor, begin - NEAR), begin)
    begin = ministry.start() if ministry else begin
    affairs = (
        _AND_AFFAIRS.search(document.text, max(floor, title.start() - 36), title.start())
        if title[0].endswith(("Minister", "Secretary"))
        else None
    )
    begin = affairs.start() if affairs else begin
    two = _TWO_FIELDS.search(document.text, max(floor, begin - 40), begin) if title[0].split()[-1] in {"Minister", "Secretary"} else None
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
    if text.endswith("General", 0, end) and _GENERAL.match(after):
        return True
    if text.endswith("Private", 0, end) and re.match(r"\s+(?:Sector|Equity|Office|Bank|Banking|School|Secretary|Investments?)\b", after):
        return True
    return bool(re.search(r"(?:Consulate|Secretariat|Assembly|Attorney|Directorate|Inspector)\s+\Z", before)) or bool(
        re.match(
            r"['’]s?\s+(?:Office|Council|Meeting|Armed|Guard|Forces|Cup|Speech|Court|Bench|College|Session|Statement|Declaration|Summit|Retreat|Message|Address|Letter|Vision)",
            after,
        )
        or (text.endswith("s", 0, end) and re.match(r"['’]\s+[a-z]", after))
    )
