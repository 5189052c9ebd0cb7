"""Persons who are named by the surname alone where they speak: "“It is done,” says Dietrich.", "Okonkwo, who …"; and with a given name elsewhere."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Document, matches, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import UPPER, Phrases
from sourcebook.model.spans import Span

_SPEAKS = (
    "says|said|added|adds|explained|explains|recalled|recalls|noted|notes|insisted|joked|replied|wrote|writes"
    "|continued|concluded|argued|argues|admitted|told|tweeted|remarked|quipped|lamented|complains|complained|warns"
    "|warned|jokes|sighs|smiles|laughs|shrugs|tells|reflects|reflected|claims|claimed|confessed|countered|mused"
)
_ALONE = rf"(?P<name>{UPPER}[^\W\d_]*[a-zß-ÿ][^\W\d_]*(?:[-’']{UPPER}?[^\W\d_]+)*(?<![’']s))"
_SPOKEN = re.compile(
    rf"[,.?!…][”\"’']+\s+(?:{_SPEAKS})\s+{_ALONE}(?=[,.;:]|\s+(?:in|on|of|at|from|to|during|after|before|with|as|when|while)\b)"
    rf"|(?<=[a-z\d]),\s(?:said|says|added|adds)\s+{_ALONE.replace('name', 'fifth')}(?=\.|,\s+(?:who|an?|the|adding)\b)"
    rf"|(?:(?<=\n)|(?<=[.!?”\"] ))(?:Says|Said|Adds)\s+{_ALONE.replace('name', 'third')}(?=,)"
    rf"|(?<![\w-]){_ALONE.replace('name', 'fourth')}(?=,\s+who\s)"
    rf"|[,.?!…][”\"’']+\s+{_ALONE.replace('name', 'other')}\s+(?:{_SPEAKS})(?![\w-])"
)
_MARKS = re.compile("[,.?!…]")
_BESIDE = re.compile("[”\"’']|, (?:said|says|added|adds)\\b")
_VERBS_FIRST = ("Says", "Said", "Adds")
_VERBS = frozenset(_SPEAKS.split("|")) | {"who"}


def _begins(document: Document, start: int, end: int) -> list[int]:
    """Where `_SPOKEN` can begin."""
    names = document.capitals if document.text.find("who", start, end) >= 0 else document.where(_VERBS_FIRST)
    return sorted([*within(names, Span(start, end)), *(mark.start() for mark in _MARKS.finditer(document.text, start, end))])


def spoken(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Surnames alone beside a quotation, and before "who": "“It is done,” says Dietrich.", "Okonkwo, who …"."""
    text = document.text
    for sentence in document.holding(_VERBS):
        start, end = max(0, sentence.span.start - 4), sentence.span.end
        beside = "who" in sentence.words or _BESIDE.search(text, start, end) or text.startswith(_VERBS_FIRST, sentence.span.start)
        for found in matches(_SPOKEN, text, _begins(document, start, end), end) if beside else ():
            group = next(each for each in ("name", "third", "fourth", "fifth", "other") if found[each])
            start, end = found.span(group)
            known = gazetteer.names.get(found[group])
            if (known and known.sure) or not _plain(found[group], gazetteer):
                continue
            start = _with_given(text, start, gazetteer) if group == "fourth" else start
            yield Found(span=Span(start, end), type="person", name=text[start:end], priority=3)


def _plain(word: str, gazetteer: Gazetteer) -> bool:
    """Whether no list says that a capitalised word is something else than a name."""
    return (
        len(word) > 1
        and f"{word}." not in gazetteer.titles
        and word.lower().removesuffix("s") not in gazetteer.words["someone"]
        and not word.isupper()
        and not word.endswith("ism")
        and not gazetteer.no_name(word, "opening", "other", "institution")
    )


_BEFORE = re.compile(rf"(?<![\w’'-])({UPPER}[^\W\d_]+(?:[-’']{UPPER}?[^\W\d_]+)*) \Z")


def _with_given(text: str, start: int, gazetteer: Gazetteer) -> int:
    """Where a name begins whose surname begins at `start`: with the capitalised word right before it, if nothing explains that."""
    before = _BEFORE.search(text, start - 30, start)
    if before is None or not _plain(before[1], gazetteer) or before[1].lower() in gazetteer.words["someone"]:
        return start
    known = gazetteer.names.get(before[1])
    return start if known and known.sure else before.start(1)


_ALONE_AGAIN = re.compile(r"(?:(?:[Ee]l|[Aa]l|[Dd]e|[Vv]an|[Vv]on|[Dd]a|[Dd]i|[Ll]a|[Ll]e) )?\S+")


def with_given_names(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Where a person stands in full whose surname alone showed a person elsewhere: "Thandeka Mokoena … “No,” Mokoena says."."""
    mentions = list(found)
    full = {name for each in mentions if each.type == "person" for name in each.name.split()[1:]}
    alone = {each.name for each in mentions if each.type == "person" and _ALONE_AGAIN.fullmatch(each.name) and len(each.name) > 3} - full
    for start, end, _ in document.named(Phrases(alone)):
        begin = _with_given(document.text, start, gazetteer)
        if begin < start and document.sentence_of(start).block is not HEADING:
            yield Found(span=Span(begin, end), type="person", name=document.text[begin:end], priority=4)
