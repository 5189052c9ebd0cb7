"""Where a known body or country ends within a longer phrase, and where "and" joins two bodies that have heads of their own."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import unknown
from sourcebook.extract.bodies.words import CUE
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.extract.phrases import words as words_of

_FOR_OR_ON = re.compile(r"\s+(?P<joint>for|on)\s+(?:the\s+)?(?=[A-Z])")
LONGEST_LAND = 4
"""Words of a country's name."""
_SCHOOL = re.compile(r"\b(?:University|College|Institute|Academy|Polytechnic|Universit[yi]es)\b")
_A_SCHOOL = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,4}(?:University|College|Institute|Academy|Polytechnic)")
_HEAD = re.compile(r"\b(?:Ministry|Department|Embassy|Parliament|Army|Navy|Air Force|Government)\b")
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_LEADING = re.compile(
    r"Presidency\s+(?:of|in)\s+(?:the\s+)?(?:[A-Z]\w+\s+)*?(?:Council|Union|EU|UN|OSCE|ASEAN|G-?\d+|Committee|Organi[sz]ation|Community)\b"
)
_WRITTEN = re.compile(
    r"\b(?:Act|Bill|Ordinance|Regulations|Amendment|Awards?|Olympics|Gathering|Index|Olympiad|Magna Carta|Rules|Guidelines"
    r"|Talks|Visas?|(?<!of )War|Missiles?|Explosions?|Concept|Exam|Contributions?|Guidelines|Accords|Treaties|Intelligence Estimates?"
    r"|Security Advis[eo]rs?|Council Papers?|(?:Aerial|Aircraft|Weapons?|(?:Air|Missile) Defen[cs]e|Missile|Rocket|Positioning|Warning|Launch"
    r"|Artillery|Payments?) Systems?)\Z"
)
_TO_ITSELF = re.compile(
    r"([A-Z]\w+) to \1\b|War of (?:the )?[A-Z]|State for [A-Z]|Articles of [A-Z]|Authori[sz]ation for [A-Z]|(?:Master|Bachelor|Doctor) of [A-Z]|[A-Z][a-z]+ns of the [A-Z]"
)
_DASH = re.compile(
    r"-"
    r"(?:which|who|whose|that|will|would|has|have|had|is|was|were|are|earlier|said|says|the|The|a|an|and|but|in|on"
    r"|for|to|with|formerly|where|when|while|including)\b|\s[A-Z][\w]*-class\Z"
)
"""A dash that is written as a hyphen, and what is no part of a body after it: "National Army-which controls …"; a class of ships."""
_GOES_ON = re.compile(r"\s(?:Against|Of)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?|(?<=ersons|People)\s[Ww]ith\s[A-Z]\w+")


def further_end(text: str, end: int) -> int:
    """Where a body's name ends that goes on after a word which others end with: "Independent Commission Against Corruption"."""
    more = _GOES_ON.match(text, end)
    return more.end() if more else end


_GATHERING = re.compile(r"([A-Z][\w-]+)(?P<what>\sMinisterial)\Z")
_AND_OWNER = re.compile(r" and (?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)?)\Z")
_TURN = re.compile(r"\s(?:Presidency|Chair|Chairmanship)\Z")
_INITIAL = re.compile(r"\s[A-Z]\.\s?[A-Z]")
"""Whose initials follow a body: "Ministry of Foreign Affairs U. L. M. Jauhar"."""


def known_end(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a body ends before what somebody does there, or what it acts on.

    "European Parliament for Albania" (somebody reports to it for Albania), "Ministry of Trade of Chile on Promoting Exports".
    """
    end -= 2 * bool(_INITIAL.match(text, end - 2))
    owner = _AND_OWNER.search(text, start, end) if text.startswith(("’s", "'s"), end) else None
    if owner and gazetteer.country(owner[1]) and text[start:end] not in gazetteer.names:
        # "the Secretariat of Tourism and Chile's Ministry"
        end = owner.start()
    dash = _DASH.search(text, start, end)
    end = dash.start() if dash else end
    gathering = _GATHERING.search(text, start, end)
    if gathering and CUE.search(gathering[1]):
        # "the Harbour Coalition Ministerial": who meets.
        return gathering.start("what")
    turn = _TURN.search(text, start, end)
    if turn and gazetteer.body(text[start : turn.start()]):
        # "the African Union Chair": who holds it is no body of it.
        return turn.start()
    for found in _FOR_OR_ON.finditer(text, start, end):
        words = text[start : found.start()].split()
        known = gazetteer.names.get(" ".join(words))
        if known and known.sure and (known.type == "organization" or known.kind == "country"):
            return found.start()
        if found["joint"] == "on" and "of" in words[1:] and _ends_with_country(words, gazetteer):
            return found.start()
    return end


def _ends_with_country(words: list[str], gazetteer: Gazetteer) -> bool:
    ends = (" ".join(words[-count:]) for count in range(1, min(LONGEST_LAND, len(words) - 1) + 1))
    return any(gazetteer.country(each) for each in ends)


def own_heads(left: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether two names that "and" joins are two schools, the same organ of two countries, or a body by its letters and another."""
    if CUE.search(left) and (
        right.split(maxsplit=1)[0] in _HOLDERS
        or (" " not in right and " " in left and _CLOSES.search(left) and not HAS_FIELD.search(left) and unknown(right, gazetteer))
    ):
        # "School of Foreign Service and Director", "the National Assembly and Lund"
        return True
    schools = _SCHOOL.search(left) and _A_SCHOOL.fullmatch(right)
    if _GOVERNMENT_OF.match(left) and _STATE.match(right):
        # "Government of the Kingdom of Lesotho and the Republic of Botswana"
        return True
    head = _HEAD.search(right)
    organs = head is not None and right.split(maxsplit=1)[0] in gazetteer.demonyms and head[0] in left.split()
    # "the Lund Bank and Harbour Holding Company": both end in what they are.
    kinds = _OWN_KIND.search(left) and not HAS_FIELD.search(left) and _OWN_KIND.search(right) and not HAS_FIELD.search(right)
    return bool(schools or organs or kinds or _ACRONYM.fullmatch(left))


_HOLDERS = words_of(
    "Director Counsellor Counselor Deputy Head Chief Member Professor Dean Ambassador Chair Chairman Fellow Adviser Advisor"
)
_CLOSES = re.compile(
    r"\b(?:Group|Assembly|Parliament|Senate|Congress|Council|Government|Party|Army|Navy|Force|Forces|Bank|University|Corporation|Company)\Z"
)
_OWN_KIND = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}(?:University|Polytechnic|Bank|Company|Holdings?|Ministry|Authority|Agency|Fund|Foundation|Party|Commission|Police|Airlines|Airways|Hospital)\Z"
)
HAS_FIELD = re.compile(r"\b(?:of|for|on)\b")


def is_person(words: str, gazetteer: Gazetteer) -> bool:
    """Whether two or three words are a given name and others that the tables do not know."""
    names = words.split()
    plain = all(unknown(each, gazetteer) or each in gazetteer.given for each in names)
    return len(names) in {2, 3} and plain and not gazetteer.given.isdisjoint(names)


def one_land(left: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether "and" is within a country's or a broadcaster's name: "Armed Forces of Bosnia and Herzegovina", "State Television and Radio"."""
    land = gazetteer.place(" and ".join((*left.split()[-1:], *right.split()[:1])))
    broadcaster = left.endswith(("Television", "Radio")) and right.startswith(("Television", "Radio"))
    return broadcaster or land is not None or of_lands(left, right, gazetteer)


_IN_SCHOOL = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}(?:University|College|Polytechnic|Academy)")
_NO_PART = re.compile(
    r"\b(?:Friends|Alumni|Graduates|Association|Union|Society|Federation|Council|Board|Students?|Professors?|Rector|Dean)\b"
)


def is_within(left: str, right: str) -> bool:
    """Whether "of" joins a part of a school to it: "Harbour Reading Room of Oslo University"."""
    return len(left.split()) > 1 and _IN_SCHOOL.fullmatch(right) is not None and _NO_PART.search(left) is None


def is_coined(short: str, name: str, gazetteer: Gazetteer) -> bool:
    """Whether a word with one capital is a short name made of a name's words, such as "Celac", rather than a word that only stands there."""
    known = short in gazetteer.words["institution"] or short in gazetteer.words["opening"] or short in gazetteer.given
    return not known and short not in gazetteer.names and short[0] in {each[0] for each in name.split()}


_GOVERNMENT_OF = re.compile(r"Government of the (?:Kingdom|Republic|State) of [A-Z]\w+(?: [A-Z]\w+)*\Z")
_STATE = re.compile(r"(?:the\s+)?(?:Republic|Kingdom|State) of [A-Z]\w+(?: [A-Z]\w+)*\Z")


def is_none(words: str) -> bool:
    """Whether words tell of how two deal with each other, or of what is written or done: "Army to Army Staff Talks", "Norway-Chile Alliance", "Payment Services Act"; or of a people: "Chileans of the North Bank"."""
    if words.endswith("Alliance") and _OF_TWO.fullmatch(words):
        return True
    return _TO_ITSELF.match(words) is not None or _WRITTEN.search(words) is not None or words.endswith(("Disorder", "Syndrome", "Disease"))


def is_turn(text: str, start: int, end: int) -> bool:
    """Whether a name is a turn to lead rather than a body: "the Chilean Presidency of the Council"."""
    return text.endswith("Presidency", start, end) and _LEADING.match(text, end - len("Presidency")) is not None


_OF_TWO = re.compile(
    r"(?!(?:Asia|Indo|Trans|Pan|Afro|Euro|North|South|East|West|Latin|Inter|Anti|Pro|Non|Multi|All)\b)[A-Z][\w.]*[-–‑][A-Z]\w+(?:\s[A-Z]\w+)? Alliance"
)


def of_lands(left: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether a body is of two countries: "Council of Foreign Ministers of Tajikistan and Kyrgyzstan"."""
    return bool(gazetteer.country(right) and _OF_SEVERAL.search(left) and _ends_with_country(left.split(), gazetteer))


def listed_lands(left: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether a list of countries goes on after a body of the first: "the Armed Forces of India, Bangladesh and Bhutan"."""
    other = re.split(r",| and ", right, maxsplit=1)[0].strip()
    return bool(gazetteer.country(other) and not _OF_SEVERAL.search(left) and _ends_with_country(left.split(), gazetteer))


def sent_to(left: str, joint: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether "to" leads from a body to somebody else rather than to what the body is for.

    "the Harbour Company to Chile", "from the Consular Service to the Diplomatic Service"; but not "Coalition to Defend Oslo", and not of
    envoys, who are named after those to whom they are sent: "Mission of Norway to the United Nations".
    """
    if joint.split()[:1] != ["to"] or _SENT.search(left):
        return False
    words = right.split()
    firsts = (" ".join(words[:count]) for count in range(min(LONGEST_LAND, len(words)), 0, -1))
    return len(joint.split()) > 1 or any(each in gazetteer.names or each in gazetteer.demonyms for each in firsts)


_SENT = re.compile(r"\b(?:Mission|Delegation|Embassy|Representation|Advisory [A-Z]\w+|Assistance|Access|Office)\b")


def country_in_full(name: str, gazetteer: Gazetteer) -> Entry | None:
    """The country that a name of a union of lands is of: "Federation of Malaysia", "Union of the Comoros"."""
    whose = _LANDS.fullmatch(name)
    known = gazetteer.names.get(whose[1]) if whose else None
    return known if known is not None and known.kind in {"country", "former country"} else None


_LANDS = re.compile(r"(?:Federation|Union|Confederation) of (?:the )?([A-Z].*)")
_OF_SEVERAL = re.compile(r"\b(?:Council|Committee|Commission|Chamber|Forum|Group|Assembly|Association)\b|\b(?:Party|Movement|Front) for ")
OF_FOLK = re.compile(
    r"(?:[A-Z][\w-]+ ){0,2}(?:Army|Brigades?|Battalions?|Legion|Soldiers|Lions|Sons|Swords|Falcons|Partisans|Front|Brotherhood|Bank|Republic|Government) of [^,]*\Z"
)
"""Bodies that have no fields: "Army of Mujahideen, Fatah Halab"."""


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A phrase cut at the joints of its list where it is longer than any name with those of which it is."""
    while end - start > LONGEST:
        joint = max(re.finditer(r",\s+|\s+and\s+", text[start : start + LONGEST]), key=lambda one: one.end(), default=None)
        if joint is None:
            return
        yield start, start + joint.start()
        start += joint.end()
    yield start, end


LONGEST = 400
"""Code points."""
