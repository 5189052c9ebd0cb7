"""Interviews and transcripts: answers that no marks show, led by who speaks and a colon."""

import itertools

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
    found = []
    offices: dict[str, str] = {}
    asked = any(_ASKS.match(label[1]) for label in labels.values())
    for index, stop in itertools.pairwise([*labels, len(blocks)]):
        label = labels[index]
        office = _ASIDE_IN_LABEL.sub("", label[1])
        who = offices.get(office) or _labelled(reading, Span(*label.span(1)))
        if who:
            # "Chilean Foreign Minister (Ms Ana Ruiz): …", and later "Chilean Foreign Minister: …".
            offices[office] = who
        transcript = _OFFICIAL.match(label[1]) or (asked and len(labels) > MANY)
        if not who or (len(labels) < 2 and not transcript) or blocks[index].of(reading.text).endswith("?"):
            continue
        last = index
        while transcript and last + 1 < stop and not _ASIDE.match(blocks[last + 1].of(reading.text)):
            last += 1
        found.append((Quoted(Span(label.end(), blocks[last].end), Span(*label.span(1))), who))
    return found


LONGEST_LABEL = 140
"""Code points."""
_SHORT = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*|of|the|for|and|to|de|del|la|al|el|van|von|der|bin|&)(?:[\s,()]+(?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*|of|the|for|and|to|de|del|la|al|el|van|von|der|bin|&))*\)?"
)
"""Names and offices, no sentence."""
_ASIDE_IN_LABEL = re.compile(r"\s\(.*|,.*")
_ASKS = re.compile(r"Q\b|QUESTION|Question|Journalist|JOURNALIST|Interviewer|Reporter|REPORTER|Moderator|MODERATOR")
MANY = 2
"""Labels of a text that is a transcript if one of them asks."""


def _labelled(reading: Reading, label: Span) -> str:
    """Whom the name before a colon means: "SECRETARY RUIZ" is the Ruiz whom the text names elsewhere."""
    named = reading.people(label)
    whole = label.of(reading.text)
    if named and not whole.isupper() and (named[-1].span.end == label.end or "(" in whole or "," in whole):
        return named[-1 if named[-1].span.end == label.end else 0].entity
    words = _ASIDE_IN_LABEL.sub("", whole).split()
    if words[-1].isupper() and len(words) < MOST_IN_LABEL:
        surname = words[-1].casefold()
        known = [each for each in reading.linked if each.found.type == "person" and not each.span.of(reading.text).isupper()]
        for each in known:
            if each.found.name.split()[-1].casefold() == surname:
                return each.entity
    return named[-1].entity if named and named[-1].span.end == label.end else ""


MOST_IN_LABEL = 7
"""Words."""
_OFFICIAL = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){0,2}(?:(?:(?:PRIME|FOREIGN|DEFEN[CS]E|VICE|DEPUTY|ACTING)\s+)?(?:SECRETARY(?:[- ]GENERAL)?|MINISTER|PRESIDENT|AMBASSADOR|CHANCELLOR|SPEAKER|GOVERNOR|GENERAL|M[RS]S?\.?|DR\.?)\s+[A-ZÀ-Þ]|(?:Prime Minister|President|Foreign Minister|Minister|Secretary(?:[- ]General)?|Chancellor)\s+(?:of\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){1,3})?[A-Z])"
)
"""How the speakers of a transcript are told: "SECRETARY RUIZ", "President of Chile Ana Ruiz"."""
_ASIDE = re.compile(r"[(\[*]|QUESTION\b|#")
