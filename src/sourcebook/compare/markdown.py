"""What changed, as Markdown for the comment of a pull request.

What people wrote stays text: it becomes no markup, calls nobody, refers to no issue and makes no link.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from textwrap import indent
from urllib.parse import quote

from sourcebook.compare.words import Words, groups, named_errors, quotes, shortened, summary
from sourcebook.model.changes import Action, Change, Section, What

MOST_BYTES = 60_000
"""Of the whole; GitHub takes 65,536 characters in a comment."""
OPEN = 8
"""Changes of one entity that stand open; more are folded."""
OPEN_IN_ALL = 40
"""Changes that stand open in all; the entities after that are folded together."""
LONGEST_QUOTE = 400
_SPECIAL = re.compile(r"[^\w\s(),;:'?%+/.-]|(?<![^\W_])_|_(?![^\W_])|:(?! )")
_CALLS = re.compile(r"([@#]|\b(?:GH|gh|Gh|gH)-)(?=\S)")
_WEB = re.compile(r"(?i)(www)\.")
_BEGINS = re.compile(r"\A(\d*)([-+.)])")
"""What at the start of a line would begin a list."""
JOINER = "\u2060"
"""A character of no width: `@` and `#` followed by it call nobody, while entities are read back before names are looked for."""

Address = Callable[[Change], str]


def markdown_report(changes: Sequence[Change], words: Words, revisions: tuple[str, str], errors: int, address: Address) -> str:
    """The changes, at most `MOST_BYTES` of them; what is left out is counted.

    Args:
        changes: all of them.
        words: puts them into words.
        revisions: what is compared.
        errors: how many errors the changed files have.
        address: of the file of a change at its line in the repository; "" if it is not known.
    """
    head = f"**{safe(summary(changes))}** · {safe(revisions[0])} → {safe(revisions[1])}\n"
    if errors:
        head += f"\n⚠️ {named_errors(errors)}\n"
    budget = MOST_BYTES - len(head.encode()) - 300
    parts, told, left, inside = [head], 0, 0, 0
    folded = False
    for heading, _, listed in groups(changes):
        block, shown = _block(heading, listed, words, address, budget)
        if shown:
            if told >= OPEN_IN_ALL and not folded:
                folded = True
                parts.append(f"<details><summary>{len(changes) - told:,} more</summary>\n")
            parts.append(block)
            budget -= len(block.encode()) + 1
        told += shown
        left += len(listed) - shown
        inside += shown < len(listed)
    if folded:
        parts.append("</details>\n")
    if left:
        command = f"sourcebook diff {revisions[0]} {revisions[1]}" if not set("`\n") & set("".join(revisions)) else "sourcebook diff"
        parts.append(f"… and {left:,} more in {inside:,} {'place' if inside == 1 else 'places'}: `{command}` shows all of it.\n")
    return "\n".join(parts)


def _block(heading: str, listed: Sequence[Change], words: Words, address: Address, budget: int) -> tuple[str, int]:
    """An entity or article with as many of its changes as there is room for, and how many these are."""
    newest = next((each for each in listed if not each.gone), listed[0])
    where = address(newest) if newest.section in {Section.ENTITIES, Section.ARTICLES} else ""
    title = f'<a href="{where}">{safe(heading)}</a>' if where else safe(heading)
    if len(listed) == 1:
        first, quoted = _lines(listed[0], words, address)
        block = f"- **{title}**: {first}\n{indent(quoted, '  ')}"
        return (block, 1) if len(block.encode()) <= budget else ("", 0)
    folded = len(listed) > OPEN
    kinds = safe(summary(listed).partition(" (")[0])
    begin = f"- <details><summary><b>{title}</b>: {kinds}</summary>\n\n" if folded else f"- **{title}**\n"
    end = "\n  </details>\n" if folded else ""
    room = budget - len((begin + end).encode())
    lines: list[str] = []
    shown = 0
    for each in listed:
        first, quoted = _lines(each, words, address)
        line = f"  - {first}\n{indent(quoted, '    ')}"
        room -= len(line.encode())
        if room < 0:
            break
        lines.append(line)
        shown += 1
    return begin + "".join(lines) + end, shown


def _lines(change: Change, words: Words, address: Address) -> tuple[str, str]:
    """A change, and the lines of the words that it is about or rests on."""
    sentence = words.sentence(change, safe)
    if change.what in {What.PAGE, What.FILE}:
        sentence = f"{safe(change.subject)}: {sentence}"
    if change.what is What.TEXT or change.action in {Action.DISPUTED, Action.UNREADABLE}:
        sentence = f"⚠️ {sentence}"
    where = address(change)
    link = f' <a href="{where}">line {change.line}</a>' if where and change.line > 1 else ""
    said = []
    for mark, cited in quotes(change):
        text = safe(shortened(cited.quote or cited.locator, LONGEST_QUOTE))
        said.append(f"> {f'<del>{text}</del>' if mark == '-' else text} ({safe(words.says(cited))})\n")
    return f"{sentence}{link}", ">\n".join(said)


def safe(text: str) -> str:
    """A text as Markdown and HTML that shows it and means nothing else.

    >>> safe("<b>*x*</b> @ada")
    '&#60;b&#62;&#42;x&#42;&#60;/b&#62; &#64;⁠ada'
    """
    line = " ".join(text.split())
    plain = "".join(each if each.isprintable() else "\ufffd" for each in line)
    calm = _CALLS.sub(rf"\1{JOINER}", plain)
    marked = _SPECIAL.sub(_entity, calm)
    marked = _BEGINS.sub(lambda found: f"{found[1]}&#{ord(found[2])};", _WEB.sub(r"\1&#46;", marked))
    return f"\u2068{marked}\u2069" if any(unicodedata.bidirectional(each) in {"R", "AL"} for each in line) else marked


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};" if found[0].isascii() else found[0]


def file_address(repository: str, commit: str, path: str, line: int) -> str:
    """The address of a file at a commit, for an attribute; "" if either is not known."""
    if not commit or not re.match(r"https?://[^\s<>\"'`\\]+\Z", repository):
        return ""
    return f"{repository.rstrip('/')}/blob/{commit}/{quote(path, safe='/')}{f'#L{line}' if line > 1 else ''}".replace("&", "&amp;")
