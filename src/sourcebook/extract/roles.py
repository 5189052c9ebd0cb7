"""Titles and offices, with what they are of: "Speaker of the State Duma", "Foreign Minister", "commander of the 3rd Brigade"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import alternatives
from sourcebook.model.spans import Span

_OF = re.compile(
    r"\s+(?:of|for|to|in charge of)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*|(?:the|of|and|for|,)\s+(?=[A-Z]))(?:(?:\s+|,\s+(?=[A-Z][\w’'-]*\s+and\s))(?:[A-Z][\w’'-]*|of|the|for|and(?=\s+[A-Z])))*"
)
_BODY = r"(?:State|Defen[cs]e|Affairs|Trade|Finance|Interior|Health|Education|Energy|Development|Security|Council|Duma|Senate|Parliament|Assembly|Congress|Ministry|Committee|Commission|Department|Agency|Office|Government|Party|Staff|Forces|Army|Union|East|West|Europe|Asia|Africa|Command|Irrigation|Water|Agriculture|Industry|Tourism|Environment|Transport|Justice|Labou?r|Culture|Sports?|Science|Technology|Communications?|Economy|Planning|Oil|Power|Mines|Housing|Forestry|Fisheries|Youth|Infrastructure|Investments?|Immigration|Cooperation|Integration|Commerce|Works|Expatriates)"
_NAME_AFTER_BODY = re.compile(rf"{_BODY}(,?(?:\s+[A-Z][\w.’'-]+){{2,3}})\Z")
_ONE_AFTER_BODY = re.compile(r"(?:State|Defen[cs]e|Affairs|Finance|Interior)(\s+[A-Z][a-z][\w’'-]+)\Z")
_LED = frozenset(
    [
        "Minister",
        "Secretary",
        "Ambassador",
        "Envoy",
        "Commander",
        "Spokesman",
        "Spokesperson",
        "Spokeswoman",
        "Director",
        "Commissioner",
        "Representative",
        "Adviser",
        "Coordinator",
        "Chief",
        "Administrator",
        "Officer",
        "Correspondent",
        "General",
        "Colonel",
        "Captain",
        "Lieutenant",
    ]
)
_MODIFIER = r"(?:Deputy|Vice|First|Former|Acting|Senior|Assistant|Chief|Special|Permanent|Joint|Interim|Under|Principal)"
_COMMON = (
    "chief executive officer|chief executive|executive secretary|permanent representative|chargé d[’']affaires|deputy foreign minister|"
    "(?:finance|interior|health|energy|trade|oil|economy|education|transport|justice|agriculture|environment|culture|labou?r|home|information|planning) minister|"
    "president|vice president|prime minister|deputy prime minister|foreign minister|defen[cs]e minister|minister|secretary of state|secretary general|secretary-general|"
    "chairman|chairwoman|chair|head|leader|deputy head|director|executive director|director general|commander|deputy commander|commandant|chief of staff|spokesman|spokeswoman|spokesperson|"
    "ambassador|special envoy|envoy|special representative|governor|mayor|senator|national security advis[eo]r|advis[eo]r|professor emeritus|associate professor|professor|research fellow|senior fellow|fellow|"
    "general secretary|secretary|speaker|chancellor|king|founder|co-founder|nominee|candidate|lieutenant|captain|colonel|general|editor|correspondent|reporter|member|chief|deputy director|deputy minister|analyst|expert|lawyer|attorney"
)
_LOWER = re.compile(rf"(?<![\w-])(?:(?:deputy|vice|first|acting|senior|assistant|chief|special)[ -])*(?:{_COMMON})(?![\w-])")
_LOWER_OF = re.compile(r"\s+(?:of|for|at)\s+(?:the\s+)?(?=(?:[A-Z]|al[- ]))")
_CLOSES = re.compile(r"[,.;)]|\s+(?:who|said|of|for|at|in)\b|,\s+(?:the\s+)?[A-Z]")
_NAME_FOLLOWS = re.compile(r",?\s+([A-Z][\w’'-]+)\s+(?:[A-Z]\.\s+)?[A-Z]")
_WORD_FOLLOWS = re.compile(r"\s+[A-Z][\w’'-]+")
_OF_WHAT = re.compile(r"(?:(?:al|Al)[- ])?[A-Z][\w.’'-]*(?:\s+(?:of|for|and|the|in)?(?:\s+the)?\s*[A-Z][\w.’'-]*)*")
_PERSONAL = frozenset(
    {
        "minister",
        "member",
        "general",
        "chief",
        "head",
        "leader",
        "secretary",
        "expert",
        "analyst",
        "candidate",
        "nominee",
        "lawyer",
        "attorney",
        "king",
        "fellow",
        "chair",
        "captain",
    }
)
_DIRECT = frozenset(
    [
        "president",
        "governor",
        "mayor",
        "senator",
        "chairman",
        "commander",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "ambassador",
        "reporter",
        "correspondent",
        "lieutenant",
        "captain",
        "colonel",
        "general",
        "professor",
        "nominee",
        "leader",
        "chancellor",
        "king",
        "secretary",
        "commandant",
        "advisor",
        "adviser",
        "minister",
        "attorney",
    ]
)


_SHORT = frozenset({"PM", "FM", "Mr", "Mrs", "Ms", "Dr", "Sir", "CEO"})


@cache
def title_pattern(titles: frozenset[str]) -> re.Pattern[str]:
    """Any title of the gazetteer, with what grades it."""
    words = alternatives(each for each in titles if len(each) > 3 or each.endswith(".") or each in _SHORT)
    rated = r"(?:[A-Z]\w+ ){1,4}(?:1st|2nd|3rd|First|Second|Third) Class"
    return re.compile(rf"(?<![\w-])(?=\w)(?:{rated}|(?:{_MODIFIER}[ -])*{words})(?![\w-])")


def roles(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Titles with what they are of."""
    pattern = title_pattern(gazetteer.titles)
    for sentence in document.sentences:
        start = sentence.span.start
        while found := pattern.search(document.text, start, sentence.span.end):
            start = found.end()
            if _is_office(document.text, found.start(), found.end()) or found[0] in gazetteer.honorifics:
                continue
            end = _end(document.text, found.end(), sentence, gazetteer)
            start = max(start, end)
            begin = _with_office(document, sentence, found, gazetteer)
            yield _role(document, begin, end, 7)
        yield from _lower(document, sentence, gazetteer)


def _role(document: Document, begin: int, end: int, priority: int) -> Found:
    return Found(span=Span(begin, end), type="role", name=" ".join(document.text[begin:end].split()), priority=priority)


def _end(text: str, end: int, sentence: Sentence, gazetteer: Gazetteer) -> int:
    """Where a title ends: after what it is of, before the name of its holder."""
    of = _OF.match(text, end, sentence.span.end)
    if of is None:
        return end
    end = len(of[0].rstrip(" ,")) + of.start()
    words = text[of.start() : end]
    given = next((found for found in re.finditer(r"\s([A-Z][\w’'-]+)\s+[A-Z]", words) if found[1] in gazetteer.given), None)
    name = _NAME_AFTER_BODY.search(words) or _ONE_AFTER_BODY.search(words)
    if given and not words[: given.start()].endswith((" of", " for", " to", " the", " and")):
        end = of.start() + given.start()
    elif name and not any(each in gazetteer.words["institution"] or each in gazetteer.demonyms for each in name[1].split()):
        end -= len(name[1])
    day = re.search(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z", text[of.start() : end])
    end -= len(day[0]) if day else 0
    last = re.search(r"(?:\s+(?:and|of|the|for))+\Z", text[of.start() : end])
    return end - (len(last[0]) if last else 0)


def _lower(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Found]:
    """Offices in small letters, where they are of something named or stand beside a name."""
    text = document.text
    for found in _LOWER.finditer(text, sentence.span.start, sentence.span.end):
        end = found.end()
        of = _LOWER_OF.match(text, end, sentence.span.end)
        if of and found[0].split()[-1] != "general":
            whole = _OF_WHAT.match(text, of.end(), sentence.span.end)
            body = whole[0] if whole else ""
            if "at" in of[0].split():
                yield _role(document, found.start(), end, 5)
            elif body:
                stop = of.end() + len(re.sub(r"[’']s$", "", body).rstrip(".,"))
                given = next((one for one in re.finditer(r"\s([A-Z][\w’'-]+)\s+[A-Z]", body) if one[1] in gazetteer.given), None)
                yield _role(document, found.start(), of.end() + given.start() if given else stop, 6)
            continue
        led = re.search(r"(?:[A-Z][\w’'-]*|\.)\s+\Z", text[sentence.span.start : found.start()])
        apart = re.search(
            r"[\w.]\)?,\s+(?:the\s+|an?\s+|then\s+|former\s+)*(?:[A-Z0-9][\w.’'-]*\s+)*\Z", text[sentence.span.start : found.start()]
        )
        closes = _CLOSES.match(text, end)
        if (
            apart
            and closes
            and (led or re.search(r",\s+(?:the\s+|an?\s+|then\s+|former\s+)*\Z", text[sentence.span.start : found.start()]))
        ):
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
    before = [each for each in sentence.tokens if each.end <= begin][-3:]
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
    after = text[end : end + 12]
    return bool(re.search(r"(?:Consulate|Secretariat|Assembly|Attorney|Directorate|Inspector)\s+\Z", before)) or bool(
        re.match(r"['’]s?\s+(?:Office|Council|Meeting|[a-z])", after)
    )


def with_bodies(document: Document, titles: Iterable[Found], bodies: Iterable[Found]) -> Iterator[Found]:
    """The roles, with the organization that leads or follows them: "407th AEG commander", "commander, U.S. Central Command"."""
    text = document.text
    ends = {each.span.end: each for each in bodies if each.type == "organization"}
    starts = {each.span.start: each for each in ends.values()}
    for role in titles:
        span = role.span
        led = ends.get(span.start - 1) if text[span.start - 1 : span.start] == " " else None
        followed = next(
            (starts[at] for at in (span.end + 2, span.end + 6) if at in starts and re.fullmatch(r",\s+(?:the\s+)?", text[span.end : at])),
            None,
        )
        if led and led.span.end > led.span.start:
            span = Span(led.span.start, span.end)
        if followed and re.search(r"(?i:commander|director|chairman|president|secretary|head|chief|representative)\Z", role.name):
            span = Span(span.start, followed.span.end)
        yield replace(role, span=span, name=" ".join(span.of(text).split())) if span != role.span else role
