"""Organizations and agreements: capitalised phrases that say by a word of theirs what they are."""

import re
from collections.abc import Iterator

from sourcebook.extract.document import Block, Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.model.spans import Span

_CUES = (
    "Ministry|Department|Council|Commission|Committee|University|Institute|Academy|Center|Centre|Agency|Bank|Union|Association|Organization|Organisation|Party|"
    "Forces|Army|Navy|Group|Corporation|Company|Command|Office|Embassy|Consulate|Consulate General|Parliament|Duma|Senate|Assembly|Congress|Court|Tribunal|Foundation|Bureau|"
    "Authority|Board|Federation|League|Coalition|Front|Brigade|Government|Secretariat|Police|Guard|Chamber|Fund|Movement|Mission|Task Force|Working Group|Headquarters|"
    "Directorate|Chancellery|Cabinet|Museum|School|College|Institution|Network|Society|Club|Times|Post|News|Agency|Observatory|Initiative|Programme|Program"
)
_WORD = r"[A-Z][\w’'-]*"
_JOIN = r"(?:\s+(?:of|for|on|and|the|to|de)(?:\s+(?:the|of|and))?)?"
_PHRASE = re.compile(rf"(?:{_WORD})(?:{_JOIN}\s+{_WORD}|,\s+{_WORD}(?=(?:,\s+{_WORD})*\s+and\s+{_WORD}))*")
_CUE = re.compile(rf"\b(?:{_CUES})s?\b")
_SHORT = re.compile(r"\s*\(\s*[“\"']?([A-Z][A-Za-z+-]{1,12})[”\"']?\s*\)")
_LEAD = re.compile(
    r"(?:The|In|At|On|And|But|After|Before|While|As|For|From|With|By|To|Of|This|That|His|Her|Their|Our|Its|When|If|Both|Following|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s+(?:the\s+)?|(?:[A-Z][\w-]*(?:[’']s|s[’']))\s+"
)
_OFFICE = re.compile(
    r"(?:Deputy |Vice |First |Former )*(?:Chairman|Chairwoman|Chair|Chairperson|Speaker|Director|President|Head|Chief|Secretary|Secretary General|Minister|Ambassador|Member|Commander|Director General)"
    r"\s+(?:of|for|to)\s+(?:the\s+)?"
)
_TITLE = re.compile(
    r"\b(?:Minister|President|Secretary|Ambassador|Chairman|Chairwoman|Spokesman|Spokeswoman|Spokesperson|Envoy|Commander|Speaker|Representative)\b(?![’']s?\s)"
)
_NAME_AFTER = re.compile(rf"(?:{_CUES})((?:\s+(?!(?:{_CUES})\b)[A-Z][a-zé’'-]+){{2,3}})\Z")
_COMMISSION = re.compile(
    r"\b(?:(?:joint|bilateral|intergovernmental|interparliamentary|trilateral|governmental|international)\s+)+(?:commission|committee|council|working group|centre|center)"
    r"(?:\s+(?:on|for)\s+[a-z][\w-]*(?:(?:,|\s+and)?\s+(?!in\b|at\b|with\b|was\b|is\b|has\b|were\b)[a-z][\w-]*){0,6})?"
)
_AGREEMENT = re.compile(
    r"(?:[A-Z][\w’'-]*(?:\s+(?:of|for|on|and|the|to|between|in)(?:\s+the)?)?\s+){0,6}"
    r"(?:Joint Statement|Joint Declaration|Declaration|Treaty|Agreement|Memorandum of Understanding|Memorandum|Protocol|Convention|Accords?|Pact|Communiqué|Communique|Charter|Resolution(?:\s+\d+)?|Covenant|Roadmap|Action Plan)"
    r"(?:\s+(?:of|on|for|between|with)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:of|and|the|on|for)?\s*[A-Z][\w’'-]*)*)?"
)
_PLURAL = re.compile(
    r"\b(?:(?:intergovernmental|bilateral|framework|trade|interagency|cooperation|joint|peace|ceasefire|free trade)\s+)*"
    r"(?:agreements?|memorand(?:um|ums|a) of understanding|treaty|treaties|protocols?|joint (?:statement|declaration)|memorandums?|accords?|communiqué)\b"
)
_SIGNED = re.compile(
    r"\b(?:sign(?:ed|ing|s)?|adopt(?:ed|ing|s)?|conclud(?:ed|ing)|initialled|initialed|ratif(?:ied|y|ying)|inked|reached|exchanged)\b"
)


def organizations(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Institutions, with the short names that follow in parentheses."""
    for sentence in document.sentences:
        for found in _PHRASE.finditer(document.text, sentence.span.start, sentence.span.end):
            start, end = found.span()
            while lead := _LEAD.match(document.text, start, end) or _OFFICE.match(document.text, start, end):
                start = lead.end()
            words = document.text[start:end]
            cue = _CUE.search(words)
            if cue is None or sentence.block is Block.HEADING or len(words.split()) < 2 or _TITLE.search(words):
                continue
            yield from _parts(document, start, end, gazetteer)
        for found in _COMMISSION.finditer(document.text, sentence.span.start, sentence.span.end):
            yield Found(span=Span(*found.span()), type="organization", name=found[0], priority=4)


def _parts(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """An institution of an institution is two: "Institute of X of the Academy of Y"."""
    words = document.text[start:end]
    cut = next(
        (each for each in re.finditer(r"\s+of\s+the\s+", words) if _CUE.search(words[each.end() :]) and _CUE.search(words[: each.start()])),
        None,
    )
    pieces = [(start, start + cut.start()), (start + cut.end(), end)] if cut else [(start, end)]
    for begin, stop in pieces:
        name = " ".join(document.text[begin:stop].split())
        if not name[:1].isupper() or _AGREEMENT.fullmatch(name) or stop - begin < 4 or not _CUE.search(name):
            continue
        known = gazetteer.names.get(name)
        if known and known.type == "place":
            continue
        spoken = _NAME_AFTER.search(name)
        if spoken:
            stop = begin + document.text[begin:stop].rindex(spoken[1])  # noqa: PLW2901
            name = " ".join(document.text[begin:stop].split())
        yield Found(span=Span(begin, stop), type="organization", name=name, priority=5)
        short = _SHORT.match(document.text, stop)
        if short:
            yield Found(span=Span(*short.span(1)), type="organization", name=name, priority=6)


def acronyms(document: Document, found: list[Found]) -> Iterator[Found]:
    """Short names that were introduced in parentheses, wherever else they stand."""
    known = {
        each.span.of(document.text): each.name
        for each in found
        if each.type == "organization" and len(each.span) < 14 and each.span.of(document.text) != each.name
    }
    for short, name in known.items():
        for again in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", document.text):
            yield Found(span=Span(*again.span()), type="organization", name=name, priority=5)


def agreements(document: Document) -> Iterator[Found]:
    """Named instruments, and unnamed ones that are said to be signed or adopted."""
    for sentence in document.sentences:
        if sentence.block is Block.HEADING:
            continue
        for found in _AGREEMENT.finditer(document.text, sentence.span.start, sentence.span.end):
            start, end = found.span()
            while lead := _LEAD.match(document.text, start, end):
                start = lead.end()
            words = document.text[start:end]
            if words.split()[0] not in {"A", "An"} and len(words.split()) >= 2:
                yield Found(span=Span(start, end), type="agreement", name=" ".join(words.split()), kind=agreement_kind(words), priority=6)
            elif words.startswith(("A ", "An ")) and len(words.split()) >= 3:
                start += len(words.split()[0]) + 1
                yield Found(
                    span=Span(start, end),
                    type="agreement",
                    name=" ".join(document.text[start:end].split()),
                    kind=agreement_kind(words),
                    priority=6,
                )
        if _SIGNED.search(document.text, sentence.span.start, sentence.span.end):
            for found in _PLURAL.finditer(document.text, sentence.span.start, sentence.span.end):
                yield Found(span=Span(*found.span()), type="agreement", name=found[0], kind=agreement_kind(found[0]), priority=3)


def agreement_kind(words: str) -> str:
    """What kind of instrument its name says it is."""
    low = words.casefold()
    kinds = (
        "joint statement",
        "joint declaration",
        "memorandum",
        "treaty",
        "resolution",
        "protocol",
        "convention",
        "declaration",
        "charter",
        "communiqué",
        "accord",
        "pact",
    )
    return next((each for each in kinds if each in low), "agreement")
