"""Military units by their numbers, task forces by their names, parts of the American forces by parts of the world."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.treaties import SHORT
from sourcebook.extract.bodies.names import body_at
from sourcebook.extract.bodies.words import CUE, WORD
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_UNIT = re.compile(
    rf"\b(?:\d{{1,4}}(?:st|nd|rd|th)|(?:First|Second|Third|Fourth|Fifth)(?=\s+Battalion\b))\s+{WORD}(?:\s+{WORD})*"
    rf"(?:,\s+\d{{1,3}}(?:st|nd|rd|th)\s+{WORD}"
    rf"(?:\s+"
    rf"(?:Infantry|Armored|Armoured|Cavalry|Airborne|Field|Artillery|Combat|Regiment|Brigade|Division"
    rf"|Group|Battalion|Squadron|Wing|Team|Force|Fleet|Corps))*"
    rf"|,?\s+(?:[Tt]he\s+)?(?:[A-Z][\w’-]+\s+){{0,3}}"
    rf"(?:Regiment|Guards|Rifles|Fusiliers|Rangers|Hussars|Lancers|Dragoons|Highlanders|Royal Welsh"
    rf"|Royal Scots))?"
)
_SITTING = re.compile(
    r"\b"
    r"(?:Party|Congress|Session|Conference|Conclave|Summit|Meeting|Anniversary|Assembly|Council|Committee|Edition"
    r"|Festival|Forum|Round|Street|Avenue|Consultations|Dialogue|Talks|Symposium|Exercise|Exhibition|Games|Cup)\b"
)
_SITS = re.compile(
    r"(?:\s+\([A-Z][A-Z\d-]+\))?(?:[’']s)?\s+(?:(?:[A-Z][\w’']+|[a-z]+)\s+){0,2}"
    r"(?i:summit|session|meeting|conference|anniversary|assembly|round)\b"
)
"""What meets for the time that the number tells: "33rd African Union (AU) Summit"."""
_AMERICAN = re.compile(r"\bU\.?S\.? \Z")
_COMPONENT = re.compile(
    r"\bU\.?S\.? (?:Army|Naval Forces|Air Forces|Air Force|Marine Forces|Marine Corps Forces|Fleet Forces)(?: in)? "
    r"(?:Southern European Task Force(?:,? Africa)?|Europe|Africa|South|North|Central Command|Central|Pacific"
    r"|Alaska|Korea|Japan)(?:(?: and | & |[-–]| – )(?:Air Forces )?Africa)?\b(?! Command\b)"
)
"""American forces by their parts of the world: "U.S. Army Europe and Africa"."""
_UNITS = words_of("commando battlegroup rifles para scots lancs yorks mercian squadron wing regiment brigade battalion")
_NUMBERED_UNIT = re.compile(
    r"(?<![\w,.$£€])(?:No\.? ?)?(?:\d{1,4}|[IVX]{1,5})(?: ?\([A-Z]\w{0,9}\))? (?:[A-Z][a-z]+ ){0,3}"
    r"(?:Squadron|Wing|Regiment|Brigade|Battalion|Commando|Battlegroup|Rifles(?! Battlegroup)|Para|PARA|SCOTS"
    r"|LANCS|YORKS|MERCIAN)(?: RAF)?\b"
)
"""Units by a plain number: "6 Squadron RAF"."""
_JOINTLY = frozenset({"jtf", "cjtf", "jiatf", "cjiatf", "ctf", "tf", "force"})
_TASK_FORCE = re.compile(
    r"\bC?J(?:IA)?TF-(?:Horn of Africa\b|[A-Z][\w]*(?:-[A-Z][\w]*)?)"
    r"|\bC?(?:J(?:IA)?)?TF (?!(?:Deputy|Commander|Chief|Leader|Public|Soldiers?|Headquarters|Operations?)\b)[A-Z][a-z]{2,}(?![\w-])"
    r"|\b(?:Combined )?Joint (?:Interagency )?Task Force(?:-| [–-] )(?!Operation)"
    r"(?:Horn of Africa|[A-Z][\w]*(?:[- ][A-Z][a-z]+)?(?![\w-]))"
)
"""Task forces by the word that follows: "JTF-Bravo", "CTF Falcon", "Combined Joint Task Force – Horn of Africa"."""


def units(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Units that a number, a country or a task names: "3rd Infantry Division", "U.S. Army Europe", "JTF-Bravo", "6 Squadron"."""
    for found in document.begun(_UNIT, document.numbers):
        if _SITTING.search(found[0]) or _SITS.match(document.text, found.end()):
            continue
        words = re.sub(r"^\S+\s+", "", found[0])
        unit = CUE.search(words) or words.endswith(("Fleet", "Base"))
        first = re.match(r"\S+\s+\S+", found[0])
        led = _AMERICAN.search(document.text, max(0, found.start() - 5), found.start()) if unit else None
        begin = led.start() if led else found.start()
        if unit or (re.match(r"[A-Z]{3,}\b(?!-\d)", words) and words.split(maxsplit=1)[0] not in gazetteer.names):
            end = found.end() if unit or first is None else found.start() + len(first[0])
            yield body_at(document, begin, end, 6)
    for found in document.finds(_COMPONENT, {"army", "forces"}):
        yield from _with_short(document, body_at(document, *found.span(), 6))
    for found in document.finds(_TASK_FORCE, _JOINTLY):
        # What the text itself says a short name stands for is more.
        yield body_at(document, *found.span(), 6 if " " in found[0] else 4)
    yield from (body_at(document, *found.span(), 6) for found in document.finds(_NUMBERED_UNIT, _UNITS))


def _with_short(document: Document, body: Found) -> Iterator[Found]:
    """A body, with the short name that follows it in parentheses."""
    yield body
    short = SHORT.match(document.text, body.span.end)
    if short and short[0].lstrip().startswith("(") and short[1].isupper():
        yield Found(span=Span(*short.span(1)), type="organization", name=body.name, priority=6)


def with_number(document: Document, found: Iterator[Found], first: int, start: int) -> Iterator[Found]:
    """Bodies, a unit under the name that its number makes: "EAW" of "121 Expeditionary Air Wing (EAW)"."""
    number = _OF_UNIT.search(document.text, max(first, start - 6), start)
    for each in found:
        yield each.called(f"{number[0]}{each.name}") if number and _UNIT_NAME.search(each.name) else each


_OF_UNIT = re.compile(r"(?<![\w,.])\d{1,4}(?:st|nd|rd|th)?\s\Z")
_UNIT_NAME = re.compile(r"\b(?:Squadron|Wing|Regiment|Brigade|Battalion|Division)\Z")
