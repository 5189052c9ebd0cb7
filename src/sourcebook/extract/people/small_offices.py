"""Offices in small letters, where they are of something named or stand beside a name: "president of Chile", "the foreign minister, Ana Ruiz"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.appointing import appoints
from sourcebook.extract.people.beside import ANY_FIELD, BRACKET, BY_NAME, IS_ONE, SMALL_BODY, TO_SOMEBODY, WORD_FOLLOWS
from sourcebook.extract.people.office_ends import SENT
from sourcebook.extract.people.office_fields import AND_MORE, begin_of_office, named_with, of_states
from sourcebook.extract.people.office_of import leading_to_name, of_a_name, role
from sourcebook.extract.people.posts import end_of_post
from sourcebook.extract.people.shown_by_names import CLOSES, SHARED, after_name, end_of_many, end_of_told, stands_beside
from sourcebook.extract.people.small_words import NEAR, small_words


def small_offices(document: Document, sentence: Sentence, places: list[int], gazetteer: Gazetteer) -> Iterator[Found]:
    """Offices in small letters, where they are of something named or stand beside a name; `places` are those of `FIRST_WORDS`."""
    text, last = document.text, -1
    for found in small_words(text, sentence, places):
        if _OF_A_STATE.match(text, found.end()):
            # "a member state of the Union", "a candidate for EU membership"
            continue
        for one in _of_one(document, sentence, found, gazetteer, last):
            last = one.span.end
            yield one


_OF_A_STATE = re.compile(r"(?<=member)\s+(?:states?|countr|nations?|econom)|(?<=candidate)\s+for\s+(?:[\w-]+\s+){0,3}(?:member|access)")


def _of_one(document: Document, sentence: Sentence, found: re.Match[str], gazetteer: Gazetteer, last: int) -> Iterator[Found]:
    """An office in small letters where it is somebody's; `last` is where the one before ends."""
    text = document.text
    begin, end = begin_of_office(text, sentence, found, gazetteer), found.end()
    if found["several"]:
        named = end_of_many(text, found, sentence, gazetteer) if found[0].lower().endswith(SHARED) else 0
        if named:
            yield role(document, begin, named, 6)
        return
    of = leading_to_name(text, found, sentence.span.end)
    if found[0] == "member" and of_states(document, found, sentence, of, gazetteer):
        return
    if of and found[0] != "general":
        yield from of_a_name(document, sentence, found, of, gazetteer, begin)
        return
    minister = found[0].endswith("minister") or _ENVOY.search(found[0])
    of_field = _FIELDS if minister else _ARMED_FORCE if _LEADS_FORCES.match(found[0]) else None
    field = of_field.match(text, end, sentence.span.end) if of_field else None
    end = field.end() if field else end
    if field and BY_NAME.match(text, field.end(), sentence.span.end):
        # "minister of defence Petra Kral"
        yield role(document, begin, field.end(), 6)
        return
    small = SMALL_BODY.match(text, end, sentence.span.end) or (
        TO_SOMEBODY.match(text, end, sentence.span.end) if SENT.search(found[0]) else None
    )
    small = small or ANY_FIELD.match(text, end, sentence.span.end)
    stop = small.end() if small else end
    if small and BY_NAME.match(text, stop, sentence.span.end):
        # "head of the energy department Petra Kral", "the chair of the foreign affairs committee, Petra Kral"
        yield role(document, begin, stop, 6)
        return
    lead = text[max(sentence.span.start, begin - NEAR) : begin]
    if not WORD_FOLLOWS.match(text, end) and (appoints(document, sentence, begin, end) or named_with(lead, gazetteer)):
        # "serving as the Norwegian minister to Peru"
        yield role(document, begin, end_of_post(text, end, sentence.span.end, gazetteer) or stop, 5)
        return
    stop = stop if CLOSES.match(text, stop) else end
    more = last > 0 and AND_MORE.fullmatch(text, last, begin)
    if more and BY_NAME.match(text, end, sentence.span.end) and text.startswith(" ", end):
        yield role(document, begin, end, 5)
    elif ((more or after_name(lead, text, stop)) and CLOSES.match(text, stop)) or (BRACKET.search(lead) and text.startswith(")", stop)):
        # As in "Ana Ruiz, head of the department," or "Ana Ruiz (foreign minister)".
        yield role(document, begin, stop, 5)
    elif (stop > found.end() or " " in found[0]) and found[0] != "member" and IS_ONE.search(lead) and CLOSES.match(text, stop):
        yield role(document, begin, stop, 5)
    elif stands_beside(text, found, end, sentence, lead, gazetteer):
        yield role(document, begin, end, 5)
    elif whole := end_of_told(text, found, sentence, lead, gazetteer):
        yield role(document, begin, whole, 5)


_ENVOY = re.compile(r"(?:envoy|representative|advis[eo]r|negotiator|coordinator|commissioner|rapporteur|spokes(?:man|woman|person))\Z")
_FIELD = (
    r"(?:foreign|external|internal|home|(?:national )?[Dd]efen[cs]e|finance|interior|justice|trade|health|education|energy|economy|economics?|agriculture|commerce"
    r"|industry|transport|labou?r|arts|culture|information|tourism|environment|planning|communications?|science|technology|sports?|youth|migration|security"
    r"|development|water|oil|petroleum|mines|infrastructure|emergency situations|gas|mining|housing|labor|women|fisheries|forestry|livestock|aviation|railways"
    r"|roads|lands|works|public works|public health|higher education|research|innovation|investment|immigration|religious|cultural|social|economic|parliamentary"
    r"|local government|urban development|rural development|sport|family|gender|welfare|employment|climate change|natural resources|minerals|power|electricity"
    r"|irrigation|food|climate|human rights|peace|counter-?terrorism|disarmament|refugees|children|arms control|trade policy|drugs|foreign relations)"
    r"(?: affairs| policy| security)?"
)
_OF_ITS_LAND = r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?"
"""As in "of New Zealand"."""
_FIELDS = re.compile(
    rf"\s+(?:of|for|on)\s+(?:the\s+)?(?:state\s+(?:for|of)\s+)?{_FIELD}(?:(?:,\s+|\s+and\s+|,\s+and\s+){_FIELD})*\b"
    rf"{_OF_ITS_LAND}(?!\s+of\b|\s+and\s+[a-z])"
)
"""The field of a minister, in small letters: "minister of defence"."""
_LEADS_FORCES = re.compile(r"(?:deputy )?(?:chief|commander|head|commandant|commissioner|inspector general)\Z")
_ARMED_FORCE = re.compile(
    r"\s+of\s+(?:the\s+)?(?:(?:army|air|naval|navy|defen[cs]e|joint) staff|army|navy|air force|land forces|ground forces|naval forces|armed forces"
    r"|defen[cs]e(?: forces| staff)?|general staff|staff|police|(?:military |counter-?)?intelligence(?:\s+(?:services?|agency))?)\b"
    rf"{_OF_ITS_LAND}"
)
"""What forces somebody leads, in small letters: "chief of defence forces of Uganda"."""
