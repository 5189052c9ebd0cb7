"""Who owns bodies and under whom they are: "Harbour Group, owned by Ana Ruiz", "the Institute, which is under the Ministry", "Norlys, Norway's aid agency"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, FOLK, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.facts.stated import around, stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement

_WORDS = words(
    "owned controlled belongs belonged belong subsidiary subsidiaries affiliate affiliates under attached subordinate subordinated affiliated"
    " agency parliament legislature army navy force service bank ministry regulator military guard house senate fund commission watchdog police"
    " mouthpiece organ newspaper daily tabloid broadcaster station channel network magazine publication journal paper weekly"
)
_WHICH = rf"(?:,?\s+(?:which|that|(?:both|all|each)\s+of\s+(?:which|them))(?:,?\s+(?:it|he|she|they|[{BODY}{STATE}{PERSON}])\s+(?:said|says|added),?)?)?"
_A = rf"(?:,\s+(?:an?|the|one\s+of\s+the)\s+(?:(?!owned|controlled)(?:[\w-]+|[{FOLK}{STATE}{PLACE}][’']s|[{FOLK}{STATE}{PLACE}](?:-[a-z]+)?)\s+){{0,6}}?)"
"""What a body is told to be: ", an Oslo-based firm"."""
_SEATED = (
    rf"(?:,\s+(?:(?:based|headquartered|registered|located|incorporated)\s+in|founded\s+in)\s+(?:[{PLACE}{STATE}{DATE}],?\s+){{1,3}}and\s+)"
)
_IS = rf"(?:{_WHICH},?\s+(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)(?:an?\s+(?:[a-z-]+\s+){{1,4}}?)?|{_A}|{_SEATED}|,?\s+)"
_HOW = r"(?:(?:wholly|fully|majority|partly|partially|jointly|ultimately|indirectly|directly|reportedly|also|now|currently|formerly|then|secretly|beneficially|allegedly)[\s-])*"
_OWNED = re.compile(
    rf"{_IS}{_HOW}(?:(?:owned|controlled)(?:(?:,\s+|\s+(?:and|or)\s+|,\s+(?:and|or)\s+)(?:owned|controlled|managed|run|operated|led|funded|financed|founded))*\s+by"
    rf"|(?:subsidiary|affiliate|subsidiaries|affiliates)\s+of(?=\s+(?:the\s+)?[{STATE}{PLACE}{FOLK}]-[a-z]))\s+"
)
_BELONGS = re.compile(rf"{_WHICH}\s+(?:(?:also|still|now|reportedly|then)\s+)?(?:belong(?:s|ed)?|belonging)\s+to\s+")
_UNDER = re.compile(
    rf"{_IS}{_HOW}(?:attached\s+to|(?:directly\s+)?under(?:\s+the\s+(?:auspices|authority|umbrella|aegis|supervision|purview|jurisdiction)\s+of)?|subordinated?\s+to)\s+(?:the\s+)?"
    rf"(?P<body>{BODY})(?![’'])"
)
_WHOSE = re.compile(
    rf"(?:the\s+|an?\s+)?(?:(?:[{STATE}{PLACE}]-[a-z]+|{FOLK}|{OFFICE}(?:\s+and)?|(?!by\b|in\b|of\b|to\b|with\b|and\b)[a-z-]+|Mr|Mrs|Ms|Dr|Prof|Sir|Gen)\.?\s+){{0,5}}?(?=[{PERSON}{BODY}{STATE}](?!-))"
)
_A_MINISTRY = re.compile(
    r"\b(?:Ministry|Department|Government|Office|Secretariat|Authority|Commission|Council|Presidency|Cabinet|Treasury|Army|Navy|Forces|Command|Organi[sz]ation|Nations)\b"
)
"""Under what others are; not in "the Fund under the Pact"."""
_KIND = (
    r"(?:(?:[a-z]+-[a-z]+|foreign|main|national|federal|official|domestic|external|military|lower|upper|development|international|aid|spy|space|intelligence|security|nuclear|central|state"
    r"|electoral|election|statistics|antitrust|competition|telecoms|financial|banking|securities|media|tax|customs|border|police|sovereign|wealth)\s+){0,4}"
    r"(?:agency|parliament|legislature|army|navy|air\s+force|(?:intelligence|security|secret|spy)\s+service|central\s+bank|ministry|regulator|military|coast\s+guard"
    r"|(?:lower|upper)\s+house|senate|wealth\s+fund|(?:electoral|election)\s+commission|watchdog|police)"
)
"""What only states have."""
_ITS_OWN = re.compile(
    rf"(?P<body>{BODY})(?:\s+\([^)]{{1,12}}\))?,\s+(?:as\s+|which\s+is\s+)?(?:the\s+)?(?P<state>[{STATE}{FOLK}])(?:[’']s?)?\s+{_KIND}(?=[,.;)]|\s+(?:for|that|which|of|on|in|said|says|has|and)\b)"
    rf"|(?P<whose>[{STATE}{FOLK}])(?:[’']s?)?\s+{_KIND}(?:\s+(?P<named>{BODY})(?![’'-])|,\s+(?:the\s+)?(?P<aside>{BODY})(?=\s*[,.;)]))"
)
_NEWS = re.compile(r"\b(?:news|rating|ratings|travel|press)\s+agency|\bprivate\b")


@where(_WORDS)
def ownership(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Bodies with their owners, and with the ministries under which they are."""
    signs = signs_of(reading, sentence)
    if BODY not in signs.words:
        return
    owned = _OWNED.finditer(signs.words) if not sentence.words.isdisjoint(_OWNING) else ()
    for found in (*owned, *(_BELONGS.finditer(signs.words) if not sentence.words.isdisjoint(_BELONGING) else ())):
        # "belongs to" is said of members too.
        owner = _owner(signs, found.end(), "person" if "belong" in found[0] else "")
        yield from _belong(_bodies(signs, found.start()), owner, sentence) if owner else ()
    for found in _UNDER.finditer(signs.words) if not sentence.words.isdisjoint(_BENEATH) else ():
        body = signs.at[found.start("body")]
        if _A_MINISTRY.search(body.found.name):
            yield from _belong(_bodies(signs, found.start()), body, sentence)
    for found in _VOICE.finditer(signs.words) if not sentence.words.isdisjoint(_VOICES) else ():
        yield from _belong([signs.at[found.start("body")]], signs.at[found.start("owner")], sentence)
    for found in _ITS_OWN.finditer(signs.words):
        body, state = (signs.at[max(map(found.start, names))] for names in (("body", "named", "aside"), ("state", "whose")))
        if is_state(state) and not _NEWS.search(found[0]):
            yield from _belong([body], state, sentence)


_VOICES = words("mouthpiece organ newspaper daily tabloid broadcaster station channel network magazine publication journal paper weekly")
_VOICE = re.compile(
    rf"(?P<body>{BODY})(?:\s+\([^)]{{1,12}}\))?(?:,\s+(?:which\s+is\s+)?|\s+(?:is|was|remains)\s+|\s+\()(?:an?\s+|the\s+)?(?:[a-z-]+\s+){{0,3}}"
    rf"(?:mouthpiece|organ|(?:news)?paper|daily|weekly|tabloid|broadcaster|(?:(?:television|TV|radio|news)\s+)?(?:station|channel|network)|magazine|publication|journal)"
    rf"\s+(?:of|owned\s+by|run\s+by|published\s+by)\s+(?:the\s+)?(?:(?:ruling|governing|central)\s+)?(?P<owner>[{BODY}{STATE}])(?=\s*(?:[,.;:)”]|\Z)|\s+(?:said|says|wrote|that|which|in|since|on|has|is|was|reported|called|published)\b)"
)
"""As in "the Harbour Daily, the mouthpiece of the Front": what speaks for a body is its own."""
_OWNING = words("owned controlled subsidiary subsidiaries affiliate affiliates")
_BELONGING = words("belongs belonged belong belonging")
_BENEATH = words("under attached subordinate subordinated")


def _owner(signs: Signs, position: int, only: str) -> Linked | None:
    """Who is named at a position, past what is said of them; of one type `only`, if that is not ""."""
    led = _WHOSE.match(signs.words, position)
    one = signs.at.get(led.end()) if led else None
    if one is None or one.found.type != (only or one.found.type):
        return None
    if led and (_AND_OTHERS.match(signs.words, led.end() + 1) or (is_state(one) and _AND.match(signs.words, led.end() + 1))):
        # "owned by Norway and others": in part.
        return None
    # "owned by Norway's Harbour Group", "owned by Ana Ruiz's brother"
    its = _ITS.match(signs.words, led.end() + 1) if led else None
    return (signs.at.get(its.end()) if one.found.type != "person" else None) if its else one


_AND_OTHERS = re.compile(r",?\s+(?:and|along\s+with)\s+(?:\w+\s+)?others?\b")
_AND = re.compile(r",?\s+(?:and|or)\s")
_ITS = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,3}")


def _bodies(signs: Signs, end: int) -> list[Linked]:
    """The bodies of the list that ends at a position, or the one right before it."""
    found = signs.list_to(end)
    if found is None and (last := _LAST.search(signs.words, end - LONGEST, end)):
        # "Harbour Yard (HY), a Defence firm": what looks like the next of a list tells of it.
        return [signs.at[last.start()]]
    if found and _TOLD_OF.search(signs.words, found.start, found.end):
        # "Lund Bank, a state firm, and Harbour Yard, owned by": the last alone.
        return [each for each in found.who[-1:] if each.found.type == "organization"]
    return [each for each in those(found) if each.found.type == "organization"]


_TOLD_OF = re.compile(r",\s+(?:an?|the|its)\s+[a-z]")
_LAST = re.compile(rf"{BODY}(?:\s+\([^)]{{1,12}}\))?\Z")
LONGEST = 20
"""Signs and letters of a body with its short name."""


def _belong(bodies: list[Linked], owner: Linked, sentence: Sentence) -> Iterator[Statement]:
    for body in bodies:
        if body.entity != owner.entity:
            focus = around(body, owner)
            yield stated(body, "belongs_to", owner, sentence, focus)
