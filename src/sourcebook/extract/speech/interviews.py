"""Interviews and transcripts: answers that no marks show, led by who speaks and a colon."""

import itertools
from collections.abc import Mapping

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.speech.quotations import Quoted
from sourcebook.model.spans import Span

_LABEL = re.compile(
    r"[*_#\s]*([A-Z](?:[^:\n“\".,?!()]|(?<=\b[A-Z])\.|(?<=\bMr|\bMs|\bDr|\bMR|\bMS|\bDR|\bSt|\bLt)\.|(?<=\bMrs|\bMRS|\bGen|\bGEN|\bAmb|\bSen|\bSEN|\bRep|\bCol|\bHon)\.){1,60}?(?:\s\([^()\n]{2,60}\)|,\s[^:\n“\"?!]{2,60}?)?)[*_]*\s?:[*_]*\s+(?=[A-Z“\"…(\[])"
)


def answers(reading: Reading) -> list[tuple[Quoted, str]]:
    """What is said in an interview or a transcript: paragraphs that a person's name and a colon lead, and those up to the next such."""
    blocks = reading.document.article.blocks
    labels = {
        index: label
        for index, block in enumerate(blocks)
        if reading.text.find(":", block.start, min(block.end, block.start + LONGEST_LABEL)) >= 0
        and (label := _LABEL.match(reading.text, block.start, block.end))
        and label.end() < block.end
        and _SHORT.fullmatch(label[1])
    }
    inner = _inside(reading, {Span(*each.span(1)).end for each in labels.values()})
    found = []
    offices: dict[str, str] = {}
    surnames = _surnames(reading) if labels else {}
    asked = any(_ASKS.match(label[1]) for label in labels.values())
    for index, stop in itertools.pairwise([*labels, len(blocks)]):
        label = labels[index]
        office = _ASIDE_IN_LABEL.sub("", label[1])
        who = offices.get(office) or _labelled(reading, Span(*label.span(1)), surnames)
        if who:
            # "Chilean Foreign Minister (Ms Ana Ruiz): …", and later "Chilean Foreign Minister: …".
            offices[office] = who
        transcript = _OFFICIAL.match(label[1]) or (asked and len(labels) > MANY)
        if not who or (len(labels) < 2 and not transcript) or blocks[index].of(reading.text).endswith("?"):
            continue
        last = index
        while transcript and last + 1 < stop and not _ASIDE.match(blocks[last + 1].of(reading.text)):
            last += 1
        given = _INTERPRETED.match(reading.text, label.end(), blocks[index].end)
        begin = given.end() if given else label.end()
        found.append((Quoted(_until(reading, begin, blocks[last].end, inner), Span(*label.span(1))), who))
    for each, begin, who in inner:
        block = blocks[reading.document.sentence_of(each.start).paragraph]
        found.append((Quoted(_until(reading, begin, block.end, inner), each), who))
    return found


def _inside(reading: Reading, taken: set[int]) -> list[tuple[Span, int, str]]:
    """The labels within paragraphs, where each speech begins, and who speaks: "… you are welcome. Prime Minister Ana Ruiz: Thank you"."""
    text = reading.text
    found = []
    for each in reading.linked if ":" in text else ():
        if each.found.type != "person" or each.span.end in taken or not (begun := _BEGUN.match(text, each.span.end)):
            continue
        lead = _OFFICE_LEADS.search(text, max(0, each.span.start - LONGEST_LABEL), each.span.start)
        if lead:
            found.append((Span(lead.start("office"), each.span.end), begun.end(), each.entity))
    return found


def _until(reading: Reading, start: int, end: int, inner: list[tuple[Span, int, str]]) -> Span:
    """What is said from a position on, up to the next label within the paragraph."""
    end = min((each.start for each, *_ in inner if start < each.start < end), default=end)
    return Span(start, start + len(reading.text[start:end].rstrip(" *\n")))


LONGEST_LABEL = 140
"""Code points."""
_BEGUN = re.compile(
    r"(?:\s[A-Z][\w-]+\s[A-Z][\w-]*[a-z](?:President|Prime Minister|Chancellor)\sof\s[^:.!?\n(]{3,50})?\s?(?:\([a-z][a-z ,]{2,40}\))?:(?!\s*\n\s*\n)\s+(?=[A-Z…])"
)
_OFFICE_LEADS = re.compile(
    r"(?:\A|[.!?*…”\n]\s*|\b(?:[Oo]pening|[Bb]eginning|[Ss]peech|[Aa]ddress|[Rr]emarks|[Ee]xcerpts)\s(?:[^.!?:\n]{2,120}\s)?)"
    r"(?P<office>(?:[A-Z][\w’'-]*|UN)(?:,?\s(?:[A-Z][\w’'-]*|of|the|for|and|to|on|in))*)\s\Z"
)
"""An office right before a name, where a sentence or what was recorded ends: "Beginning of talks President of Chile"."""
_SHORT = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*|of|the|for|and|to|de|del|la|al|el|van|von|der|bin|&)(?:[\s,()]+(?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*|of|the|for|and|to|de|del|la|al|el|van|von|der|bin|&))*\)?"
)
"""Names and offices, no sentence."""
_ASIDE_IN_LABEL = re.compile(r"\s\(.*|,.*")
_ASKS = re.compile(r"Q\b|QUESTION|Question|Journalist|JOURNALIST|Interviewer|Reporter|REPORTER|Moderator|MODERATOR")
MANY = 2
"""Labels of a text that is a transcript if one of them asks."""


def _surnames(reading: Reading) -> dict[str, str]:
    """Who is meant by each surname, also after an office: whom the text first names so, otherwise than as labels do."""
    found: dict[str, str] = {}
    for each in reading.inside(Span(0, len(reading.text)), "person"):
        if not each.span.of(reading.text).isupper():
            surname = each.found.name.split()[-1].casefold()
            found.setdefault(surname, each.entity)
            office = _OFFICE_BEFORE.search(reading.text, max(0, each.span.start - LONGEST_LABEL), each.span.start)
            if office:
                # "PRESIDENT RUIZ" is "President Ana Ruiz" rather than Eva Ruiz, whom the text names first.
                found.setdefault(f"{office[1].casefold()} {surname}", each.entity)
    return found


_OFFICE_BEFORE = re.compile(r"(\b[A-Z][a-z]+)\s\Z")
"""The last word of what stands before a name."""


def _labelled(reading: Reading, label: Span, surnames: Mapping[str, str]) -> str:
    """Whom the name before a colon means: "SECRETARY RUIZ" is the Ruiz whom the text names elsewhere."""
    named = reading.people(label)
    whole = label.of(reading.text)
    if named and not whole.isupper() and (named[-1].span.end == label.end or "(" in whole or "," in whole):
        return named[-1 if named[-1].span.end == label.end else 0].entity
    words = _ASIDE_IN_LABEL.sub("", whole).split()
    if words[-1].isupper() and len(words) < MOST_IN_LABEL:
        surname = words[-1].casefold()
        meant = surnames.get(f"{words[-2].casefold()} {surname}" if len(words) > 1 else surname) or surnames.get(surname)
        if meant:
            return meant
    return named[-1].entity if named and named[-1].span.end == label.end else ""


MOST_IN_LABEL = 7
"""Words."""
_OFFICIAL = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){0,2}(?:(?:(?:PRIME|FOREIGN|DEFEN[CS]E|VICE|DEPUTY|ACTING)\s+)?(?:SECRETARY(?:[- ]GENERAL)?|MINISTER|PRESIDENT|AMBASSADOR|CHANCELLOR|SPEAKER|GOVERNOR|GENERAL|M[RS]S?\.?|DR\.?)\s+[A-ZÀ-Þ]|(?:Prime Minister|President|Foreign Minister|Minister|Secretary(?:[- ]General)?|Chancellor)\s+(?:of\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){1,3})?[A-Z])"
)
"""How the speakers of a transcript are told: "SECRETARY RUIZ", "President of Chile Ana Ruiz"."""
_ASIDE = re.compile(r"[(\[*]|QUESTION\b|#|END\b")
_INTERPRETED = re.compile(r"\((?:[Aa]s|[Tt]hrough|[Vv]ia|[Ii]n|[Ss]peaking)\s[^()\n]{3,40}\)\s+(?=\S)")
"""How an answer was given: "(As interpreted.)"."""
