"""Running headers, footers and page numbers: lines at the edges of pages that belong to the pages, not to the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sourcebook.read.pdf_lines import Line

_PAGE_NUMBER = re.compile(r"\W*(?:[Pp]age\s+)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W*")
_SENTENCE_END = re.compile(r"[.!?:”\"’)\]]\s*\Z")
REPEATED, REPEATED_TOUCHING = 0.4, 0.6
"""Share of pages that have a line at their edge from which it counts as a running header or footer; left and right pages may differ."""
EDGE = 2
"""Lines at the head and at the foot of a page in which running headers and page numbers stand."""


def without_running(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The pages without the lines at their edges that many have, and without page numbers.

    A line that stands apart may differ by its numbers, as headers do; one that touches the text must be the same on most pages.
    """
    edges = [_edges(lines) for lines in pages]
    counted = Counter(key for at in edges for key in set(at.values()))
    share = {True: REPEATED, False: REPEATED_TOUCHING}
    running = {key for key, count in counted.items() if (len(pages) > 2 or key[1]) and count >= max(2, share[key[1]] * len(pages))}
    for lines, at in zip(pages, edges, strict=True):
        gone = {number for number, key in at.items() if key in running or _is_page_number(*key)}
        # What stands beside the number of the page, as titles of chapters do, is a running header too.
        numbered = {lines[number].y for number, key in at.items() if key[1] and _is_page_number(*key)}
        gone |= {number for number, key in at.items() if key[1] and lines[number].y in numbered}
        # A page of nothing but its number has something to say.
        gone = gone if len(pages) > 2 or len(gone) < len(lines) else set()
        yield [line for number, line in enumerate(lines) if number not in gone]


def leading_of(lines: Sequence[Line]) -> dict[int, float]:
    """How far the lines of each size stand from each other, mostly: from the next below that has some of its width."""
    gaps: dict[int, Counter[float]] = {}
    for number, one in enumerate(lines):
        below = (each for each in lines[number + 1 : number + 30] if each.y < one.y and each.x < one.end and one.x < each.end)
        other = next(below, None)
        if other and round(one.size) == round(other.size) and one.y - other.y < 3 * one.size:
            gaps.setdefault(round(one.size), Counter())[round((one.y - other.y) * 2) / 2] += 1
    return {size: min((-count, gap) for gap, count in counted.items())[1] for size, counted in gaps.items()}


def _is_page_number(text: str, apart: bool) -> bool:  # noqa: FBT001 (what `_edges` tells of a line)
    # A year may end a text, or a column of a table.
    return _PAGE_NUMBER.fullmatch(text) is not None and (apart or not re.search(r"\d{4}", text))


def _edges(lines: Sequence[Line]) -> dict[int, tuple[str, bool]]:
    """The lines at the head and the foot of a page by their numbers: the words by which they are compared, and whether they stand apart."""
    leading = leading_of(lines)
    heights = sorted({round(each.y) for each in lines})
    if len(heights) < 2:
        return {number: (" ".join(lines[number].text.split()), False) for number in {0, len(lines) - 1} if lines}
    extreme = {*heights[:EDGE], *heights[-EDGE:]} if len(heights) > 2 * EDGE else {heights[0], heights[-1]}
    found = {}
    for number, line in enumerate(lines):
        if round(line.y) in extreme:
            near = [each for each in lines if 0 < abs(each.y - line.y) < 1.35 * leading.get(round(line.size), 1.4 * line.size)]
            apart = all(abs(each.size - line.size) > 0.12 * max(each.size, line.size) for each in near)
            if apart or (round(line.y) in {heights[0], heights[-1]} and not _SENTENCE_END.search(line.text)):
                found[number] = (_plain(line.text) if apart and not _PAGE_NUMBER.fullmatch(line.text.strip()) else line.text.strip(), apart)
    return found


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))
