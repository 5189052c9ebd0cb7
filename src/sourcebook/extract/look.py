"""What the loader found, for people to look at: the text with its mentions marked, and the facts beneath."""

import bisect
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from sourcebook.model.articles import Article

TYPES = ("person", "place", "organization", "event", "agreement", "area", "demonym", "role", "date")
"""In the order of the legend; a custom type follows."""
LONGEST = 120
"""Code points of a value that is shown; a quotation stands in full below."""
_NARROW = {
    name: rank for rank, name in enumerate(("role", "event", "agreement", "area", "date", "organization", "demonym", "place", "person"))
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the type of the innermost mention that covers it, or ""; `first` where that mention begins."""

    text: str
    type: str = ""
    entity: str = ""
    first: bool = False


def pieces(text: str, mentions: Sequence[Mapping[str, Any]]) -> Callable[[int, int], Iterator[Piece]]:
    """A function that gives a stretch of a text (start, end), cut at the mentions; where some overlap, the shorter one shows.

    >>> [(each.text, each.type) for each in pieces("Ada of Rome", [{"start": 7, "end": 11, "type": "place", "entity": "rome"}])(0, 11)]
    [('Ada of ', ''), ('Rome', 'place')]
    """
    ordered = sorted(mentions, key=lambda one: one["start"])
    starts = [each["start"] for each in ordered]
    longest = max((each["end"] - each["start"] for each in ordered), default=0)

    def cut(start: int, end: int) -> Iterator[Piece]:
        near = ordered[bisect.bisect_right(starts, start - longest) : bisect.bisect_left(starts, end)]
        inside = [each for each in near if each["end"] > start]
        edges = sorted({start, end, *(max(start, each["start"]) for each in inside), *(min(end, each["end"]) for each in inside)})
        inside.sort(key=lambda one: (one["end"] - one["start"], -_NARROW.get(one["type"], 0)))
        for first, last in itertools.pairwise(edges):
            over = next((each for each in inside if each["start"] <= first and last <= each["end"]), None)
            yield Piece(text[first:last], over["type"], over["entity"] or "", over["start"] == first) if over else Piece(text[first:last])

    return cut


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence (on one line, beginning at `start`) and the facts that rest on it, each as what it says and how it is put."""

    words: str
    start: int
    facts: tuple[tuple[str, str], ...]


def facts_in_words(found: Mapping[str, Any], text: str) -> Iterator[Told]:
    """The facts by the sentences that they rest on, in the order of the text."""
    names = {each["id"]: each["name"] for each in found["entities"]}
    ordered = sorted(found["relations"], key=lambda one: one["evidence"]["start"])
    for (start, end), facts in itertools.groupby(ordered, key=lambda one: (one["evidence"]["start"], one["evidence"]["end"])):
        yield Told(" ".join(text[start:end].split()), start, tuple(_in_words(each, names) for each in facts))


def _in_words(fact: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, str]:
    subject, value = names.get(fact["subject"], fact["subject"]), names.get(fact["object"], fact["object"])
    value = value if len(value) <= LONGEST else f"{value[:LONGEST].rsplit(' ', 1)[0]} …"
    qualifiers = "".join(f"; {name} {', '.join(names.get(one, one) for one in values)}" for name, values in fact["qualifiers"].items())
    by = fact.get("by", "")
    said = "speaker unknown" if by == "unknown" else f"as said by {names.get(by, by)}" if by else ""
    put = ", ".join(filter(None, (fact.get("stance") or "", said)))
    return f"{subject} – {fact['predicate'].replace('_', ' ')} – {value}{qualifiers}", put


def record_in_words(article: Article) -> str:
    """What is known of an article beside its title, on one line."""
    issued = article.issued.words if article.issued else ""
    return " · ".join(filter(None, (article.author, article.publisher, issued, article.url)))


def page(article: Article, found: Mapping[str, Any]) -> str:
    """A web page in one file, without outside parts and without scripts: text, facts, quotations and entities."""
    counts = Counter(each["type"] for each in found["mentions"])
    kinds = (*TYPES, *sorted(set(counts) - set(TYPES)))
    legend = "".join(f'<li><mark class="{_class(kind)}">{escape(kind)}</mark> {counts[kind]}</li>' for kind in kinds if counts[kind])
    title = escape(article.name)
    record = f'<p class="record" dir="auto">{escape(record_in_words(article))}</p>' if record_in_words(article) else ""
    told = list(facts_in_words(found, article.text or ""))
    return (
        f'<!doctype html>\n<html lang="{escape(article.language or "en", quote=True)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}: what the loader found</title>\n<style>{_CSS}{_colours(kinds)}</style>\n</head>\n<body>\n"
        f'<header><h1 dir="auto">{title}</h1>{record}<ul class="legend" aria-label="Types of mentions">{legend}</ul></header>\n'
        f'<div class="two"><main dir="auto">{"".join(_paragraphs(article, found, told))}</main>\n'
        f"<aside>{''.join(_lists(article, found, told))}</aside></div>\n</body>\n</html>\n"
    )


def _colours(kinds: Sequence[str]) -> str:
    """A colour for each type, and its name before each mention for those who hear the page; nobody copies or finds that."""
    light = "".join(f"mark.{_class(kind)}{{background:hsl({number * 40 % 360} 75% 84%)}}" for number, kind in enumerate(kinds))
    dark = "".join(f"mark.{_class(kind)}{{background:hsl({number * 40 % 360} 45% 30%)}}" for number, kind in enumerate(kinds))
    heard = "".join(f'main mark.{_class(kind)}.b::before{{content:"{_class(kind)[2:]}: "}}' for kind in kinds)
    return f"{light}{heard}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def _class(kind: str) -> str:
    return "t-" + "".join(each if each.isalnum() else "-" for each in kind.lower())


def _paragraphs(article: Article, found: Mapping[str, Any], told: Sequence[Told]) -> Iterator[str]:
    """The text; each sentence that bears facts leads to them."""
    text = article.text or ""
    names = {each["id"]: each["name"] for each in found["entities"]}
    cut = pieces(text, found["mentions"])
    facts = {article.sentence_at(each.start): len(each.facts) for each in told}
    sentences = iter(enumerate(article.sentences, 1))
    number, sentence = next(sentences, (0, None))
    for block in article.blocks:
        out, at = [], block.start
        while sentence is not None and sentence.start < block.end:
            out.append(escape(text[at : sentence.start]))
            marked = "".join(_marked(each, names) for each in cut(sentence.start, sentence.end))
            many = facts.get(number, 0)
            named = f"{many} fact{'' if many == 1 else 's'}"
            link = f'<a class="n" href="#f{number}" data-n="{many}" title="{named}" aria-label="{named}"></a>' if many else ""
            out.append(f'<span class="s" id="s{number}">{marked}</span>{link}')
            at = sentence.end
            number, sentence = next(sentences, (0, None))
        out.append(escape(text[at : block.end]))
        yield f'<p dir="auto">{"".join(out)}</p>\n'


def _marked(piece: Piece, names: Mapping[str, str]) -> str:
    if not piece.type:
        return escape(piece.text)
    title = f"{piece.type}: {names.get(piece.entity, piece.entity)}".rstrip(": ")
    return (
        f'<mark class="{_class(piece.type)}{" b" if piece.first else ""}" title="{escape(title, quote=True)}">{escape(piece.text)}</mark>'
    )


def _lists(article: Article, found: Mapping[str, Any], told: Sequence[Told]) -> Iterator[str]:
    text = article.text or ""
    yield f"<h2>Facts ({len(found['relations'])})</h2><ol>"
    for each in told:
        number = article.sentence_at(each.start)
        facts = "".join(f"<p><strong>{escape(words)}</strong>{f' <em>{escape(put)}</em>' if put else ''}</p>" for words, put in each.facts)
        quote = f'<blockquote>{escape(each.words)} <a href="#s{number}">sentence {number}</a></blockquote>'
        yield f'<li dir="auto" id="f{number}">{facts}{quote}</li>'
    yield f"</ol><h2>Quotations ({len(found['quotes'])})</h2><ul>"
    names = {each["id"]: each["name"] for each in found["entities"]}
    for each in found["quotes"]:
        speaker = names.get(each["speaker"] or "", each["speaker"]) or "speaker unknown"
        yield f'<li dir="auto"><strong>{escape(speaker)}</strong><blockquote>{escape(text[each["start"] : each["end"]])}</blockquote></li>'
    yield f"</ul><h2>Entities ({len(found['entities'])})</h2><ul>"
    counts = Counter(each["entity"] for each in found["mentions"])
    for each in found["entities"]:
        also = f", also {', '.join(each['aliases'])}" if each["aliases"] else ""
        times = f"{counts[each['id']]} time{'' if counts[each['id']] == 1 else 's'}"
        yield f'<li dir="auto"><mark class="{_class(each["type"])}">{escape(each["name"])}</mark> {escape(each["type"])}, {times}{escape(also)}</li>'
    yield "</ul>"


_CSS = (
    ":root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;margin:0 auto;max-width:80rem;padding:1rem;overflow-wrap:anywhere}"
    "h1{font-size:1.4rem;line-height:1.3;margin-bottom:.3rem}h2{font-size:1.1rem;margin:2rem 0 .8rem}aside>h2:first-child{margin-top:0}"
    ".record{margin:0;font-size:.9rem;opacity:.8}mark{color:inherit;border-radius:.2em;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    ".legend{display:flex;flex-wrap:wrap;gap:.4rem 1rem;list-style:none;padding:0}.legend mark{padding:0 .25em}"
    ".two{display:grid;gap:2.5rem;grid-template-columns:minmax(0,3fr) minmax(0,2fr)}main{max-width:42rem}main>p:first-child{margin-top:0}"
    "blockquote{margin:.3rem 0;padding-inline-start:.8rem;border-inline-start:3px solid #8888;font-size:.9em}"
    "aside ol,aside ul{padding-inline-start:1.6rem}aside li{margin-bottom:.9rem}aside li p{margin:.15rem 0}strong{font-weight:600}aside li:target p{text-decoration:underline}"
    # What only those hear who do not see the colours is neither seen nor copied.
    "main mark.b::before{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}"
    ".n{font-size:.7em;vertical-align:super;line-height:0;margin-inline-start:.15em;text-decoration:none}.n::after{content:attr(data-n)}"
    ".s,aside li{scroll-margin-top:1.5rem}.s:target{outline:2px solid;outline-offset:2px;border-radius:.1em}"
    # Text and facts stand beside each other, however long either is.
    "@media screen and (min-width:50.01rem){aside{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto}}"
    "@media(max-width:50rem){.two{grid-template-columns:minmax(0,1fr)}}@media print{.two{display:block}.n{display:none}main,p,li{break-inside:auto}"
    "h1,h2{break-after:avoid}blockquote,li p{break-inside:avoid}main{max-width:none}aside{margin-top:2rem}a{color:inherit}}"
)
