"""What the loader found, for people to look at: the text with its mentions marked, and the facts beneath."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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


def pieces(text: str, mentions: Sequence[Mapping[str, Any]], start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """A text cut at the mentions; where some overlap, the shorter one shows.

    >>> [(each.text, each.type) for each in pieces("Ada of Rome", [{"start": 7, "end": 11, "type": "place", "entity": "rome"}])]
    [('Ada of ', ''), ('Rome', 'place')]
    """
    stop = len(text) if end is None else end
    inside = [each for each in mentions if each["start"] < stop and each["end"] > start]
    edges = sorted({start, stop, *(max(start, each["start"]) for each in inside), *(min(stop, each["end"]) for each in inside)})
    inside.sort(key=lambda one: (one["end"] - one["start"], -_NARROW.get(one["type"], 0)))
    for first, last in itertools.pairwise(edges):
        over = next((each for each in inside if each["start"] <= first and last <= each["end"]), None)
        yield Piece(text[first:last], over["type"], over["entity"] or "", over["start"] == first) if over else Piece(text[first:last])


def facts_in_words(found: Mapping[str, Any], text: str) -> Iterator[tuple[str, str, str, int]]:
    """Each fact as (what it says, how it is put, the sentence it rests on, where that begins), in the order of the text."""
    names = {each["id"]: each["name"] for each in found["entities"]}
    for each in sorted(found["relations"], key=lambda one: one["evidence"]["start"]):
        subject, value = names.get(each["subject"], each["subject"]), names.get(each["object"], each["object"])
        value = value if len(value) <= LONGEST else f"{value[:LONGEST].rsplit(' ', 1)[0]} …"
        qualifiers = "".join(f"; {name} {', '.join(names.get(one, one) for one in values)}" for name, values in each["qualifiers"].items())
        by = each.get("by", "")
        said = "speaker unknown" if by == "unknown" else f"as said by {names.get(by, by)}" if by else ""
        put = ", ".join(filter(None, (each.get("stance") or "", said)))
        start, end = each["evidence"]["start"], each["evidence"]["end"]
        yield f"{subject} – {each['predicate'].replace('_', ' ')} – {value}{qualifiers}", put, " ".join(text[start:end].split()), start


def page(article: Article, found: Mapping[str, Any]) -> str:
    """A web page in one file, without outside parts and without scripts: text, entities, facts and quotations."""
    counts = Counter(each["type"] for each in found["mentions"])
    kinds = [each for each in (*TYPES, *sorted(set(counts) - set(TYPES))) if counts[each]]
    colours = "".join(
        f"mark.{_class(kind)}{{background:hsl({number * 40 % 360} 75% 84%)}}"
        for number, kind in enumerate((*TYPES, *sorted(set(counts) - set(TYPES))))
    )
    dark = "".join(
        f"mark.{_class(kind)}{{background:hsl({number * 40 % 360} 45% 30%)}}"
        for number, kind in enumerate((*TYPES, *sorted(set(counts) - set(TYPES))))
    )
    legend = "".join(f'<li><mark class="{_class(kind)}">{escape(kind)}</mark> {counts[kind]}</li>' for kind in kinds)
    title = escape(article.name)
    return (
        f'<!doctype html>\n<html lang="{escape(article.language or "en", quote=True)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}: what the loader found</title>\n<style>{_CSS}{colours}@media(prefers-color-scheme:dark){{{dark}}}</style>\n</head>\n<body>\n"
        f'<header><h1 dir="auto">{title}</h1><ul class="legend" aria-label="Types of mentions">{legend}</ul></header>\n'
        f'<div class="two"><main dir="auto">{"".join(_paragraphs(article, found))}</main>\n<aside>{"".join(_lists(article, found))}</aside></div>\n</body>\n</html>\n'
    )


def _class(kind: str) -> str:
    return "t-" + "".join(each if each.isalnum() else "-" for each in kind.lower())


def _paragraphs(article: Article, found: Mapping[str, Any]) -> Iterator[str]:
    text = article.text or ""
    names = {each["id"]: each["name"] for each in found["entities"]}
    for block in article.blocks:
        out = []
        at = block.start
        for number, sentence in enumerate(article.sentences, 1):
            if not block.contains(sentence):
                continue
            out.append(escape(text[at : sentence.start]))
            marked = "".join(
                f'<mark class="{_class(each.type)}" title="{escape(f"{each.type}: {names.get(each.entity, each.entity)}".rstrip(": "), quote=True)}">'
                f'{escape(each.text)}<span class="read"> ({escape(each.type)})</span></mark>'
                if each.type
                else escape(each.text)
                for each in pieces(text, found["mentions"], sentence.start, sentence.end)
            )
            out.append(f'<span class="s" id="s{number}">{marked}</span>')
            at = sentence.end
        out.append(escape(text[at : block.end]))
        yield f'<p dir="auto">{"".join(out)}</p>\n'


def _lists(article: Article, found: Mapping[str, Any]) -> Iterator[str]:
    text = article.text or ""
    yield f"<h2>Facts ({len(found['relations'])})</h2><ol>"
    for words, put, evidence, start in facts_in_words(found, text):
        how = f" <em>{escape(put)}</em>" if put else ""
        number = article.sentence_at(start)
        yield f'<li dir="auto"><strong>{escape(words)}</strong>{how}<blockquote>{escape(evidence)}</blockquote><a href="#s{number}">sentence {number}</a></li>'
    yield f"</ol><h2>Quotations ({len(found['quotes'])})</h2><ul>"
    names = {each["id"]: each["name"] for each in found["entities"]}
    for each in found["quotes"]:
        speaker = names.get(each["speaker"] or "", each["speaker"]) or "speaker unknown"
        yield f'<li dir="auto"><strong>{escape(speaker)}</strong><blockquote>{escape(text[each["start"] : each["end"]])}</blockquote></li>'
    yield f"</ul><h2>Entities ({len(found['entities'])})</h2><ul>"
    counts = Counter(each["entity"] for each in found["mentions"])
    for each in found["entities"]:
        also = f", also {', '.join(each['aliases'])}" if each["aliases"] else ""
        yield f'<li dir="auto"><mark class="{_class(each["type"])}">{escape(each["name"])}</mark> {escape(each["type"])}, {counts[each["id"]]} times{escape(also)}</li>'
    yield "</ul>"


_CSS = (
    ":root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;margin:0 auto;max-width:80rem;padding:1rem;overflow-wrap:anywhere}"
    "h1{font-size:1.4rem;line-height:1.3}h2{font-size:1.1rem;margin-top:2rem}mark{color:inherit;border-radius:.2em;padding:0 .15em}"
    ".legend{display:flex;flex-wrap:wrap;gap:.4rem 1rem;list-style:none;padding:0}.two{display:grid;gap:2rem;grid-template-columns:minmax(0,3fr) minmax(0,2fr)}"
    "main{max-width:42rem}blockquote{margin:.3rem 0;padding-inline-start:.8rem;border-inline-start:3px solid #8888;font-size:.9em}aside ol,aside ul{padding-inline-start:1.4rem}aside li{margin-bottom:.8rem}"
    ".read{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.s:target{outline:2px solid;outline-offset:2px}"
    "@media(max-width:50rem){.two{grid-template-columns:minmax(0,1fr)}}@media print{.two{display:block}}"
)
