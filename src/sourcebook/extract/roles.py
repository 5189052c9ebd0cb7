"""Titles and offices, with what they are of: "Speaker of the State Duma", "Foreign Minister", "commander of the 3rd Brigade"."""

import bisect
import re
from collections.abc import Iterator
from functools import cache

from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.holders import PORTFOLIO, PORTFOLIOS, closes_body, trailing_name
from sourcebook.extract.phrases import alternatives, heads
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b"
_REST = r"\s+(?:the\s+)?(?:[A-Z][\w’'.-]*|(?:the|of|and|for|,)\s+(?=[A-Z]))(?:(?:\s+|,\s+(?=(?:[A-Z][\w’'-]*,?\s+){1,4}and\s))(?:[A-Z][\w’'-]*|of|the|for|on(?=\s+[A-Z])|and(?=\s+(?:the\s+)?[A-Z])))*"
_OF = re.compile(rf"\s+(?:of|for|in charge of|on)(?!\s+(?:{_DAYS})){_REST}")
_TO = re.compile(rf"\s+to{_REST}")
_SENT = re.compile(
    r"(?:[Aa]mbassador|[Ee]nvoy|[Rr]epresentative|[Aa]dvis[eo]r|[Aa]ide|[Aa]ssistant|[Cc]onsul|[Dd]elegate|[Oo]bserver|[Ss]ecretary)s?(?: Extraordinary and Plenipotentiary)?\Z"
)
"""Offices that are held to somebody: "Ambassador to Norway"."""
_GOES_ON = re.compile(
    rf"(?P<items>(?:,\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)*),?\s+and\s+(?:the\s+)?(?:[A-Z][a-z]+\s+){{0,2}}?{PORTFOLIO}\b(?:\s+{PORTFOLIO}\b)*(?!\s+Minister)"
)
"""Further portfolios of one office: "Minister of Natural Resources and Environment"."""
_AND_OTHER = re.compile(r",?\s+and\s+(?:the\s+)?(?:(?:[A-Z][\w-]+|U\.[SKN]\.)[’']?s?\s+){0,2}?")
_AND_OWNER = re.compile(r",?\s+and\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:[’']s?)?\Z")
_AND_ONE_MORE = re.compile(r"\s+and\s+(?:the\s+)?(?P<more>[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2})(?=[;,.)]|\Z)")
_APPOSED = re.compile(r"[\w)],\s+(?:the\s+|an?\s+)?(?:former\s+|then\s+|current\s+|new\s+|[A-Z][a-z]+(?:[’']s)?\s+)?\Z")
_NAME_AFTER_BODY = re.compile(rf"{PORTFOLIO}(,?(?:\s+[A-Z][\w.’'-]+){{2,3}})\Z")
_ONE_AFTER_BODY = re.compile(r"(?:State|Defen[cs]e|Affairs|Finance|Interior)(\s+[A-Z][a-z][\w’'-]+)\Z")
_LED = words_of(
    "Minister Secretary Ambassador Envoy Commander Spokesman Spokesperson Spokeswoman Director Commissioner Representative Adviser "
    "Coordinator Chief Administrator Officer Correspondent General Colonel Captain Lieutenant"
)
_ALSO_NAMES = words_of(
    "Bishop King Prince Major Baron Dean Marshal Judge Pope Duke Abbot Constable Chancellor Bailiff Page Lord Cardinal Sheikh"
)
_GENERAL = re.compile(
    r"\s+(?:Assembly|People|Secretariat|Staff|Command|Electric|Motors|Elections?|Council|Directorate|Hospital|Counsel|Meeting|Conference|Report|Office)\b"
)
_OF_STATES = re.compile(r"\s+of\s+(?:State|Government|Delegation|Mission)s?\b")
_MODIFIER = r"(?:Deputy|Vice|First|Former|Acting|Senior|Assistant|Chief|Special|Permanent|Joint|Interim|Under|Principal)"
_COMMON = (
    "chief executive officer|chief executive|executive secretary|permanent representative|chargé d[’']affaires|deputy foreign minister|"
    "(?:finance|interior|health|energy|trade|oil|economy|education|transport|justice|agriculture|environment|culture|labou?r|home|information|planning|tourism|industry|water|mining|mines|fisheries|sports?|science|technology|digital|communications|immigration|migration|development|investment|commerce|infrastructure|climate|security|external affairs|foreign affairs|economic affairs|european affairs|social affairs|housing|youth) minister|"
    "press secretary|presidential (?:aide|advis[eo]r|envoy|spokes(?:man|woman|person)|administrator)|trade (?:commissioner|representative|secretary)|aide|"
    "head of state|head of government|president-elect|prime minister-elect|premier|president|vice president|prime minister|deputy prime minister|foreign minister|defen[cs]e minister|minister|secretary of state|secretary general|secretary-general|"
    "chairman|chairwoman|chair|head|leader|deputy head|director|executive director|director general|commander|deputy commander|commandant|chief of staff|spokesman|spokeswoman|spokesperson|"
    "ambassador|special envoy|envoy|special representative|governor|mayor|senator|national security advis[eo]r|advis[eo]r|professor emeritus|associate professor|professor|research fellow|senior fellow|fellow|"
    "general secretary|secretary|speaker|chancellor|king|founder|co-founder|nominee|candidate|lieutenant|captain|colonel|general|editor|correspondent|reporter|member|chief|deputy director|deputy minister|analyst|expert|lawyer|attorney"
)
_LOWER = re.compile(
    rf"(?<![\w-])(?:(?:deputy|vice|first(?=[ -](?:deputy|vice|secretary|minister))|acting|senior|assistant|chief|special|supreme|general)[ -])*(?:{_COMMON})(?![\w-])"
)
_LOWER_WORDS = heads(
    _COMMON,
    "finance|interior|health|energy|trade|oil|economy|education|transport|justice|agriculture|environment|culture|labour|labor|home|information|planning|defense|defence|adviser|advisor|chargé|"
    "deputy|vice|first|acting|senior|assistant|chief|special|supreme|general",
)
_LOWER_OF = re.compile(r"\s+(?:of|for|at)\s+(?:the\s+)?(?=(?:[A-Z]|al[- ]|\d{1,3}(?:st|nd|rd|th)\s+[A-Z]))")
_LOWER_BODY = re.compile(
    r"\s+(?:of|for|at)\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+){0,3}?(?:department|ministry|committee|commission|directorate|office|agency|section|division|delegation|board|council|mission|bureau|secretariat|parliament|presidency|administration|forces|staff|army|navy|programme|program|task force|working group|faction|party|region|province|city)\b(?!\s+of\b)"
)
_APPOINTED = re.compile(
    r"(?<![Ii]f )\b(?:appointed|elected|named|became|becomes|sworn\s+in|serv(?:ed|es|ing)|acted|appointment)\s+(?:as\s+)?(?:the\s+|an?\s+|its\s+|his\s+|her\s+)?(?:new\s+|first\s+|next\s+)?\Z"
)
_LOWER_TO = re.compile(r"\s+to\s+(?:the\s+)?(?=[A-Z])")
_NATIONAL_BODY = re.compile(
    r"\s+(?:(?:foreign|defen[cs]e|interior|trade|armed|security|air|ground|naval|opposition|central|supreme|national|parliamentary|ruling)\s+)?"
    r"(?:embassy|consulate|ministry|government|army|forces?|navy|parliament|presidency|delegation|police|mission|bank|party|command|administration|bloc|coalition|cabinet|court|association|federation|chamber|council)\b"
)
"""What may follow a nationality: "the Indonesian embassy"."""
_POSSESSED = re.compile(r"[A-Z][\w-]+[’']s\s+(?:former\s+|new\s+|current\s+|first\s+)?\Z")
_MEMBER = re.compile(r",\s+(?:an?\s+|the\s+)?(?:senior\s+|leading\s+|former\s+)?\Z")
_CLOSES = re.compile(r"[,.;)]|\s+(?:who|said|of|for|at|in|and|until|from|since|between)\b|,\s+(?:the\s+)?[A-Z]")
_DEFINITE = re.compile(r"\b(?:the|his|her|its|their)\s+\Z")
_COMMA_NAME = re.compile(r",\s+[A-Z][\w’'-]+\s+[A-Z][\w’'-]+(?:,|\s+and\b|[.;])")
_BY_NAME = re.compile(r",?\s+[A-Z][\w’'-]+\s+[A-Z]")
_NAME_FOLLOWS = re.compile(r",?\s+([A-Z][\w’'-]+)\s+(?:[A-Z]\.\s+)?[A-Z]")
_WORD_FOLLOWS = re.compile(r"\s+[A-Z][\w’'-]+")
_OF_WHAT = re.compile(
    r"(?:\d{1,3}(?:st|nd|rd|th)\s+)?(?:(?:al|Al)[- ])?[A-Z][\w.’'-]*(?:\s+(?:of|for|and|the|in)?(?:\s+the)?\s*[A-Z][\w.’'-]*)*"
)
_PERSONAL = words_of(
    "minister member general chief head leader secretary expert analyst candidate nominee lawyer attorney king fellow chair captain"
)
_DIRECT = words_of(
    "president executive governor mayor senator chairman commander spokesman spokeswoman spokesperson ambassador reporter "
    "correspondent lieutenant captain colonel general professor nominee leader chancellor king secretary commandant advisor "
    "adviser minister attorney"
)


_STYLE = re.compile(r"(?:His|Her|Their)\s+(?:Majest|(?:Royal |Imperial |Serene )?Highness|Excellenc|Holiness)")
"""How somebody is spoken of: no office."""
NEAR = 120
"""Code points before a title that say what it is."""
_SHORT = frozenset({"PM", "FM", "Mr", "Mrs", "Ms", "Dr", "Sir", "CEO"})


@cache
def title_pattern(titles: frozenset[str]) -> re.Pattern[str]:
    """Any title of the gazetteer, with what grades it."""
    words = alternatives(each for each in titles if len(each) > 3 or each.endswith(".") or each in _SHORT)
    rated = r"(?:[A-Z]\w+ ){1,4}(?:1st|2nd|3rd|First|Second|Third) Class"
    return re.compile(rf"(?<![\w-])(?=\w)(?:{rated}|(?:{_MODIFIER}[ -])*{words})(?![\w-])")


@cache
def _written_small(titles: frozenset[str]) -> frozenset[str]:
    """The words of titles in small letters, with those of offices: a sentence without any of them names none."""
    return frozenset(part for word in title_words(titles) for part in _SPLIT.split(word.lower())) | _LOWER_WORDS


_SPLIT = re.compile(r"[.’'-]")


@cache
def title_words(titles: frozenset[str]) -> frozenset[str]:
    """The words of titles: a run of capitalised words without any of them has none."""
    return (
        frozenset(word for title in titles for word in re.split(r"[ -]", title))
        | {word for title in titles for word in title.split()}
        | {"Class"}
    )


def roles(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Titles with what they are of."""
    pattern = title_pattern(gazetteer.titles)
    known = _written_small(gazetteer.titles)
    for sentence in document.sentences:
        start = sentence.span.start
        if sentence.words.isdisjoint(known):
            continue
        while found := pattern.search(document.text, start, sentence.span.end):
            start = found.end()
            if _is_office(document.text, found.start(), found.end()) or found[0] in gazetteer.honorifics or _STYLE.match(found[0]):
                continue
            before = document.text[max(sentence.span.start, found.start() - NEAR) : found.start()].split()[-1:]
            if found[0] in _ALSO_NAMES and before and before[0] in gazetteer.given:
                # "Julie Bishop" is no bishop.
                continue
            if found[0].endswith("s") and _OF_STATES.match(document.text, found.end()):
                continue
            end = _end(document.text, found.end(), sentence, gazetteer)
            if " of " in document.text[found.start() : end] and _APPOSED.search(
                document.text, max(sentence.span.start, found.start() - NEAR), found.start()
            ):
                end = _and_one_more(document.text, end, sentence.span.end, gazetteer)
            start = max(start, end)
            begin = _with_office(document, sentence, found, gazetteer)
            yield _role(document, begin, end, 7)
        yield from _lower(document, sentence, gazetteer)


def _and_one_more(text: str, end: int, stop: int, gazetteer: Gazetteer) -> int:
    """Where an office beside its holder's name ends: "Peter Lund, Minister of Health and Population,"."""
    more = _AND_ONE_MORE.match(text, end, stop)
    if more is None:
        return end
    words = more["more"].split()
    known = (
        words[0] in gazetteer.given
        or more["more"] in gazetteer.names
        or words[0] in gazetteer.demonyms
        or title_pattern(gazetteer.titles).match(more["more"])
    )
    fits = len(words) == 1 or words[-1] in gazetteer.words["institution"] or PORTFOLIOS.fullmatch(words[-1])
    return more.end() if fits and not known else end


def _role(document: Document, begin: int, end: int, priority: int) -> Found:
    return Found(span=Span(begin, end), type="role", name=" ".join(document.text[begin:end].split()), priority=priority)


def _end(text: str, end: int, sentence: Sentence, gazetteer: Gazetteer) -> int:
    """Where a title ends: after what it is of, before the name of its holder."""
    if text.endswith("Commanding", 0, end):
        over = re.compile(r"(?:\s+(?:the\s+)?[A-Z]\w+){1,4}").match(text, end, sentence.span.end)
        return over.end() if over else end
    sent = _SENT.search(text, max(0, end - 50), end)
    of = (_TO.match(text, end, sentence.span.end) if sent else None) or _OF.match(text, end, sentence.span.end)
    if of is None:
        further = _GOES_ON.match(text, end, sentence.span.end) if re.search(r"\b(?:of|for)\b", text[max(0, end - 40) : end]) else None
        if further and not any(each in gazetteer.given for each in re.findall(r"[A-Z]\w+", further[0])):
            return _end(text, further.end(), sentence, gazetteer)
        return end
    end = _end_of_body(text, of.start(), of.end(), gazetteer)
    if sent and not of[0].lstrip().startswith("to") and end == of.start() + len(of[0]):
        to = _TO.match(text, end, sentence.span.end)
        end = _end_of_body(text, to.start(), to.end(), gazetteer) if to else end
    return end


def _end_of_body(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where the words after "of" or "to" end: before the holder's name, another office, or a mark that closes the sentence."""
    words = text[start:end].rstrip(" ,")
    words = words[:-1] if words.endswith(".") and not re.search(r"\b[A-Z]\.\Z", words) else words
    other = next(
        (
            each
            for each in _AND_OTHER.finditer(words)
            if title_pattern(gazetteer.titles).match(words, each.end()) and not words.startswith("Private ", each.end())
        ),
        None,
    )
    words = words[: other.start()] if other else words
    joined = _AND_OWNER.search(words)
    if joined and re.compile(rf"(?:[’']s)?\s+(?:{_COMMON})\b").match(text, start + len(words)):
        # "minister of Trade Anna Lind and Norway's minister of Trade"
        words = words[: joined.start()]
    given = _given_name(words, gazetteer)
    name = _NAME_AFTER_BODY.search(words) or _ONE_AFTER_BODY.search(words)
    if given and not words[: given.start()].endswith((" of", " for", " to", " the", " and", " on")):
        words = words[: given.start()]
    elif name and not any(each in gazetteer.words["institution"] or each in gazetteer.demonyms for each in name[1].split()):
        words = words[: -len(name[1])]
    else:
        words = words[: len(words) - trailing_name(words, gazetteer)]
    words = re.sub(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z", "", words)
    words = re.sub(
        r"(?:,|\s+(?:and|of|the|for|on|to|Dr|Mr|Mrs|Ms|H\.?|E\.?|HE|Sheikh|Sheikha|Sayyid|Prof|Hon|Prince|Princess|Engineer|Eng)\.?)+\Z",
        "",
        words,
    )
    return start + len(words)


def _given_name(words: str, gazetteer: Gazetteer) -> re.Match[str] | None:
    """A given name among the words of an office: more of a name follows it, or a body or a place stands before it."""
    for found in re.finditer(r"\s([A-Z][\w’'-]+)(?=\s+[A-Z]|\Z)", words):
        before = words[: found.start()].split()[-1:]
        if (found[1] in gazetteer.given or found[1].split("-")[0] in gazetteer.given) and (
            found.end() < len(words) or (before and closes_body(before[0], gazetteer))
        ):
            return found
    return None


def _small_offices(text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    """The offices in small letters: only where a word begins one is looked for more."""
    if sentence.words.isdisjoint(_LOWER_WORDS):
        return
    at = sentence.span.start
    for token in sentence.tokens:
        if token.start >= at and token.text in _LOWER_WORDS:
            found = _LOWER.match(text, token.start, sentence.span.end)
            if found:
                at = found.end()
                yield found


def _lower(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Found]:
    """Offices in small letters, where they are of something named or stand beside a name."""
    text = document.text
    for found in _small_offices(text, sentence):
        end = found.end()
        of = _LOWER_OF.match(text, end, sentence.span.end)
        of = of or (_LOWER_TO.match(text, end, sentence.span.end) if _SENT.search(found[0]) else None)
        if of and found[0] == "member" and not _MEMBER.search(text, max(sentence.span.start, found.start() - NEAR), found.start()):
            # A state is a member too, and nobody's office.
            continue
        if of and found[0].split()[-1] != "general":
            whole = _OF_WHAT.match(text, of.end(), sentence.span.end)
            if "at" in of[0].split():
                yield _role(document, found.start(), end, 5)
            elif whole:
                stop = _end_of_body(text, of.end() - 1, whole.end(), gazetteer)
                body = text[of.end() : stop]
                stop -= 2 if body.endswith(("’s", "'s")) else 0
                national = (
                    _NATIONAL_BODY.match(text, stop, sentence.span.end)
                    if body.split()[-1:] and (body.split()[-1] in gazetteer.demonyms or (body.isupper() and body in gazetteer.names))
                    else None
                )
                # "nominee for Governor of Virginia" is no governor.
                within = title_pattern(gazetteer.titles).match(text, of.end(), stop) if found[0] in {"nominee", "candidate"} else None
                yield _role(document, found.start(), national.end() if national else stop, 8 if within else 6)
            continue
        small = _LOWER_BODY.match(text, end, sentence.span.end)
        if small and _BY_NAME.match(text, small.end(), sentence.span.end):
            # "head of the energy department Petra Kral", "the chair of the foreign affairs committee, Petra Kral"
            yield _role(document, found.start(), small.end(), 6)
            continue
        if _APPOINTED.search(text, max(sentence.span.start, found.start() - 40), found.start()) and not _WORD_FOLLOWS.match(text, end):
            yield _role(document, found.start(), small.end() if small else end, 5)
            continue
        lead = text[max(sentence.span.start, found.start() - NEAR) : found.start()]
        if _DEFINITE.search(lead) and _COMMA_NAME.match(text, end, sentence.span.end):
            # "the president, Ana Ruiz,"
            yield _role(document, found.start(), end, 5)
            continue
        led = re.search(r"(?:[A-Z][\w’'-]*|\.)\s+\Z", lead)
        apart = re.search(r"[\w.]\)?,\s+(?:the\s+|an?\s+|then\s+|former\s+)*(?:[A-Z0-9][\w.’'-]*\s+)*\Z", lead)
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


def _with_office(document: Document, sentence: Sentence, title: re.Match[str], gazetteer: Gazetteer) -> int:
    """Where a title begins that an office's name leads: "Foreign Office Minister"; a nationality stays outside."""
    begin = title.start()
    if title[0].split()[-1] not in _LED:
        return begin
    at = bisect.bisect_right(sentence.tokens, begin, key=lambda one: one.end)
    before = sentence.tokens[max(0, at - 3) : at]
    for token in reversed(before):
        apart = document.text[token.end : begin]
        if (
            apart.strip()
            or not token.capital
            or token.text in gazetteer.words["opening"]
            or token.text in gazetteer.demonyms
            or token.text in gazetteer.given
            or (token.text in gazetteer.names and gazetteer.names[token.text].type == "place")
        ):
            break
        begin = token.start
    return begin


def _is_office(text: str, start: int, end: int) -> bool:
    """Whether the title is part of an institution's name ("Consulate General", "President's Office")."""
    before = text[max(0, start - 12) : start]
    after = text[end : end + 24]
    if text.endswith("General", 0, end) and _GENERAL.match(after):
        return True
    if text.endswith("Private", 0, end) and re.match(r"\s+(?:Sector|Equity|Office|Bank|Banking|School|Secretary|Investments?)\b", after):
        return True
    return bool(re.search(r"(?:Consulate|Secretariat|Assembly|Attorney|Directorate|Inspector)\s+\Z", before)) or bool(
        re.match(r"['’]s?\s+(?:Office|Council|Meeting|[a-z])", after)
    )
