"""A phrase that may name a field of cooperation: what only leads it, what belongs to it, where it ends."""

import bisect
from dataclasses import dataclass

from sourcebook import lazy_re as re
from sourcebook.extract.areas.compounds import ADJECTIVE
from sourcebook.extract.areas.heads import STOP, VAGUE, names_field
from sourcebook.extract.areas.words import ACTIVITIES, FIELDS, GENERIC, HEADLESS, LEADING_WORDS, NO_FIELD, PARALLEL
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_ITEM = re.compile(
    rf"(?:the\s+|a\s+|an\s+)?"
    rf"(?P<item>(?!(?:{STOP}|other|others|more|many|all|so|not)\b)[A-Za-z][\w/-]*"
    rf"(?:(?<=[a-z]s)[’'](?=\s[a-z])|(?<=[a-z])[’']s(?=\s[a-z]))?"
    rf"(?:\s+(?:of\s+(?:an?\s+|the\s+)?(?:[A-Z][a-z]+-[A-Z][a-z]+\s+(?=[a-z])|(?![A-Z][a-z])))?"
    rf"(?!(?:{STOP}|and|or|as|of|the|such)\b)[\w/-]+|\s+&\s+[\w/-]+){{0,8}})"
)
_QUALITY = (
    r"(?:green|clean|renewable|sustainable|low-carbon|resilient|inclusive|safe|orderly|regular|smart|circular|blue"
    r"|free|fair|secure|reliable|conventional|emerging|critical|innovative|digital|modern)"
)
_PAIR = re.compile(
    rf"(?:(?:{_QUALITY},\s+)*{_QUALITY},?\s+and\s+{_QUALITY}\s+(?!(?:{STOP}|and|or)\b)[a-z-]+"
    r"|(?:combat(?:t?ing)?\s+)?illegal,\s+unreported,?\s+and\s+unregulated\s+fishing"
    r"|support\s+(?:to|for)\s+(?!the\b)[a-z-]+(?:\s(?!(?:and|or|in|on|to|for|with|by|as|at|of)\b)[a-z-]+)?"
    r"|(?:(?:[a-z]+(?:tion|ment|sion|ance|ing)|control|combat|fight|exchange|use|transfer),\s+)*"
    r"(?:[a-z]+(?:tion|ment|sion|ance|ing)|control|combat|exchange|use),?\s+and\s+"
    r"(?:[a-z]+(?:tion|ment|sion|ance|ing)|control|combat|exchange|use|transfer|exports?|imports?|supply|sale|repair)\s+of\s+(?:the\s+)?"
    r"(?:animal\s+and\s+(?=plant\s)|plant\s+and\s+(?=animal\s))?(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s+)?[a-z][a-z-]+"
    r"(?:\s+(?:of\s+)?"
    r"(?!(?:of|the|and|or|in|at|as|by|on|to|for|with|from|that|which|between|is|are|was|were|has|had|will"
    r"|grew|rose|fell)\b)(?:organi[sz]ed|[a-z][a-z-]+(?<!ed)(?!\w))){0,3}"
    r"|(?:fight|combat|struggle|battle)\s+against\s+(?:the\s+)?(?!(?:and|or)\b)[\w-]+"
    r"(?:\s+(?!(?:and|or|in|at|as|by|on|to|for|with|from|that|which|between|is|was)\b)[\w-]+){0,2}"
    r"|regional (?:stability and security|security and stability)"
    r"|exchanges?\s+of\s+(?:[a-z]+\s+)?[a-z]+\s+and\s+"
    r"(?:best\s+practices|experiences?|expertise|students|staff|faculty|researchers|personnel|knowledge"
    r"|technolog(?:y|ies)|data|intelligence|publications|information|know-how|specialists|experts|delegations"
    r"|visits)"
    r"|access\s+to\s+(?!the\b|a\b)[a-z]+(?:\s(?:markets?|services|education|energy|water|goods|care|capital))?"
    r"|respect for human rights|oil and gas|gas and oil|(?:maritime )?search and rescue"
    r"|(?:technical and vocational|vocational and technical) (?:education and training|training|education)"
    r"|(?:air|road|rail|sea|land|maritime|inland|water)(?:,\s+(?:air|road|rail|sea|land|maritime))*,?\s+and\s+"
    r"(?:air|road|rail|sea|land|maritime|railway|waterway)\s+"
    r"(?:transport(?:ation)?|connectivity|links|routes|transit)"
    r"|(?:(?:combat(?:t?ing)?|counter(?:ing)?|fight(?:ing)?|tackl(?:e|ing)|prevent(?:ing)?)\s+)?"
    r"(?:[a-z]+,\s+)*[a-z]+\s+and\s+[a-z]+\s+(?:trafficking|smuggling)|import and export|supply and demand"
    r"|weights and measures|science and technology|research and development|law and order|food and agriculture"
    r"|arts and culture|culture and arts|youth and sports?"
    r"|trade and economic(?!\s+(?:spheres?|fields?|sectors?|areas?)\b)|information and technology"
    r"|information and communications?\b(?! tech)"
    r"|energy and climate(?! change| action)|peace and (?:security|prosperity|stability)|aerospace and defen[cs]e|small and medium[\w -]*"
    r"|information and communications? technolog(?:y|ies)|customs and border|tax and customs|customs and excise(?: control)?|[a-z]+(?:al|ic|ary|ific) and [a-z]+(?:al|ic|ary) (?:co-?operation|collaboration|exchanges|ties|relations|development|engagement))"
    r"(?: industry| [a-z]+(?:tion|ment|ies|ges|ety|ade|ogy|gy|sm|ons|ors|cooperation))?"
)
_GROWTH = (
    "expand|enhanc|strengthen|improv|boost|support|promot|advanc|ensur|increas|deepen|fast-track|develop|reinforc"
    "|encourag|foster|rais|upgrad|moderni[sz]|facilitat|broaden|intensif|diversif|bolster|accelerat|stimulat|spurr?"
    "|address"
)
_GROWN = re.compile(
    rf"support\s+(?:for|to)\s+(?=[a-z])"
    rf"|(?:step|scale|ramp|beef|speed)(?:s|d|ed|ped|ing|ping)?\s+up\s+(?=[a-z]|[A-Z])"
    r"|continu(?:e|es|ing)\s+(?=[a-z])"
    rf"|(?:{_GROWTH})(?:e|es|y|s)?\s+(?:and\s+(?=(?:{_GROWTH})(?:e|y)?\s)|(?=[a-z]|[A-Z]))"
    rf"|(?!promot|develop|moderni|address)(?:{_GROWTH})y?ing\s+(?!of\b)(?=[a-z]|[A-Z])"
    r"|(?:(?:[a-z]+\s+)?aspects|priorit(?:y|ies)|issues?|areas?|problems?|questions?|goals?|objectives?|swathe|range|variety|array|host"
    r"|series|spectrum|set)\s+of\s+(?=[a-z])"
    r"|[a-z]+s\s+(?=an?\s+(?:[a-z]+\s+)?(?:range|variety|array|series|set)\s+of\s)"
    r"|(?:[a-z]+ly\s+)?(?:[a-z]+\s+)?(?:subjects|issues|areas|matters|fields|topics)\s+(?:like|such\s+as)\s+(?=[a-z])"
    r"|(?:full|wide|broad|whole)\s+(?=(?:range|variety|array)\s+of\s)"
    r"|(?:(?:further|greater|continued|joint)\s+)?"
    r"(?:expansion|increase|growth|strengthening|enhancement|deepening|intensification|widening)\s+(?:of|in)\s+"
    r"(?=[a-z])"
)
"""What only leads to that which is to grow."""
_DOING = re.compile(
    rf"(?P<item>(?!(?:during|according|regarding|concerning|including|building|recogni[sz]ing|noting|stressing"
    rf"|welcoming|emphasi[sz]ing|underlining|highlighting|reaffirming|expressing|calling|saying|taking"
    rf"|making|having|being|giving|holding|keeping|bringing|considering|emerging|existing|ongoing"
    rf"|growing|remaining|outstanding|pressing|working"
    rf"|(?:end|halt|stopp?|restor|resolv|achiev|sett?l|reach|establish|sign|launch|open|creat|sett"
    rf"|conclud|complet|hold|host|find|launch|schedul|carry|stand)ing)\b)[a-z]{{3,}}ing\s+(?!(?:and|or)\b)(?:out\s+)?"
    rf"(?:the\s+|an?\s+|their\s+|its\s+)?(?!(?:{STOP})\b)[\w’-]+(?:\s(?!(?:{STOP}|and|or|as)\b)[\w’-]+){{0,4}}"
    rf"(?:\s(?:with|of|for|against)\s+(?:the\s+)?[\w-]+(?:\s(?!(?:{STOP}|and|or|as)\b)[\w’-]+){{0,2}})?)"
    rf"(?=[,.;]|\s(?:and|or|as\s+well|in|at|between|with|under|through|by|to)\b)"
)
"""Something done together: "cooperation in supplying the plant with fuel"."""
_OWNER = re.compile(r"(?:the|an?|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?[’'](?:s\b)?)\s+(?=[a-z])")
"""Whose a field is: "Chad's exports"; and articles."""
_LEADING = re.compile(
    rf"(?:(?:{'|'.join(sorted(LEADING_WORDS))})\s+)+(?!(?:and|or)\b)(?=[a-z])|(?:Today|Currently|Now|Traditionally|Historically|Recently),?\s+(?=[a-z])|mutually[\s-]beneficial\s+(?=[a-z])|(?:mutual|two-way)\s+(?=(?:trade|investment|tourism)\b)"
)
_REGIONAL = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)+")
"""As in "Nordic-Baltic security"."""
_TWO_NAMED = re.compile(r"([A-Z][a-z]+ [A-Z][a-z]+)\s+(?=[a-z]{3})(?!and\b)")
_FIRST_WORD = re.compile(r"([\w-]+)\s+(?!(?:and|or)\b)(?=[a-z])")
_SHARED = re.compile(r"(?:,\s+|\s+and\s+|,\s+and\s+)[a-z-]+(?:\s+[a-z-]+|,\s|\s+and\s)")
LONG = 3
"""Words; "joint" is of the name of "joint border management"."""
_DONE_TOO = re.compile(
    r"\s+and\s+"
    r"(?:management|processing|prevention|protection|preparedness|maintenance|distribution|storage|marketing"
    r"|utili[sz]ation|recovery|response|rehabilitation|enforcement|evaluation|transmission|refining|treatment"
    r"|prosecution|assessment|control|(?<=research\sand\s)development|(?<=efficiency\sand\s)security)"
    r"(?=[,.;)]|\s+(?:in|at|between|with|under|through|by|to|for|and|as|along|across|on|which|that)\b|\s*\Z)"
)
"""What else is done with the same thing."""
_OF_BOTH = re.compile(
    r"(?<=s)\s+and\s+(?P<one>[a-z]+s)(?=[,.;)]|\s*\Z)"
    r"|\s+and\s+[a-z]+\s+(?P<two>infrastructure|networks?|links|routes|corridors|grids?|facilities|supplies|chains|industries|systems)\b"
)
"""Who else, or what else of the same kind, something is done with."""
_ITS_OBJECT = (" the ", " a ", " an ", " its ", " their ")
"""After a verb in -ing: "cooperated in tracking the vessel"."""
_HARM = re.compile(
    r"(?:terrorism|extremism|separatism|radicali[sz]ation|trafficking|smuggling|crimes?|corruption|fraud|disinformation|piracy)\Z"
)
_HARM_TOO = re.compile(
    r"\s+and\s+"
    r"(?:terrorism|extremism|separatism|radicali[sz]ation|(?:drug\s+|human\s+|arms\s+)?(?:trafficking|smuggling)"
    r"|(?:organi[sz]ed\s+|transnational\s+|cyber\s*)?crimes?|corruption|fraud|disinformation|piracy)\b"
)
"""What else is fought: as in "countering terrorism and extremism"."""
_HARM_OF_TWO = re.compile(r"\s+and\s+[a-z]+\s+(?:trafficking|smuggling|crimes?|fraud|piracy|theft)\b")
_FIGHTS = ("combat", "counter", "fight", "tackl", "prevent")
_VERB_AND_OBJECT = 2
_SHARED_BY_ALL = re.compile(r"\sof\s(?:common|mutual|shared|joint|bilateral|regional)\s(?:interest|concern|importance|significance)s?\Z")
_AT_SEA = re.compile(r"\s+at\s+sea\b")
Known = list[tuple[int, int, str]]
"""Where words of the vocabulary stand in a sentence, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list, without what only leads it or follows it.

    Attributes:
        first, last: where its name begins and ends.
        after: where what follows the name ends: "the energy sector".
        words: of the name.
        inside: whether the vocabulary has a word of it.
        pair: whether it is of two words that belong together: "peace and security".
        doing: whether it is something done: "supplying the plant with fuel".
        parallel: whether it is an adjective that shares a noun with others: "the economic and cultural fields".
    """

    first: int
    last: int
    after: int
    words: list[str]
    inside: bool
    pair: bool
    doing: bool
    parallel: bool


def knows(known: list[tuple[int, int, str]], span: Span) -> bool:
    """Whether the vocabulary has a word of a span."""
    at = bisect.bisect_left(known, span.start, key=lambda one: one[0])
    return at < len(known) and known[at][1] <= span.end


def is_known(known: list[tuple[int, int, str]], start: int, end: int) -> bool:
    """Whether the vocabulary has just these words."""
    return any(each[:2] == (start, end) for each in known)


def before_dash(text: str, at: int, end: int) -> int:
    """Where a phrase must end: at a hyphen that stands for a dash, as in "security - a field of both"."""
    dash = text.find(" - ", at, end)
    return dash if dash > at else end


def item_at(text: str, at: int, end: int, known: Known, gazetteer: Gazetteer, *, sure: bool, apart: bool = False) -> Item | None:
    """The item that begins at a place; after an adjective of the list, two more are told apart."""
    end = before_dash(text, at, end)
    at = _after_leads(text, at, end, gazetteer)
    jointly = len("joint ") * text.startswith("joint ", at, end)
    pair = None if apart else _PAIR.match(text, at + jointly, end)
    doing = None if pair or not sure else _DOING.match(text, at + jointly, end)
    item = None if pair else doing or _ITEM.match(text, at, end)
    first, last = (at, pair.end()) if pair else item.span("item") if item else (at, at)
    first = min(_after_leads(text, first, last, gazetteer), last)
    words = text[first:last].split()
    if words and words[0] == "joint" and len(words) < LONG:
        first += len("joint ")
        words = words[1:]
    if (
        len(words) == 1
        and not pair
        and (shared := _shared_head(text, last, end, words[0], known, gazetteer))
        and not (text.endswith(", ", 0, at) and not shares_noun(words[0]))
    ):
        # "crop and livestock insurance" is one; of "water management, dairy and post-harvest technology", dairy is a field.
        last = shared
        words = text[first:last].split()
        pair = _ITEM.match(text, first, end)
    if sure and not pair and len(words) > 1 and (shared := _one_more_kind(text, last, end, words[-1])):
        last = shared
        words = text[first:last].split()
    if (
        not pair
        and "of" in words[1:-1]
        and (both := _OF_BOTH.match(text, last, end))
        and not (both["one"] and knows(known, Span(*both.span("one"))))
    ):
        # "training of doctors and nurses", "development of road and rail links"
        last = both.end()
        words += both[0].split()
    if sure and not pair and not doing and len(words) > 1 and (twin := _DONE_TOO.match(text, last, end)):
        # "border security and management"
        last = twin.end()
        words += twin[0].split()
    if doing and (harm := _HARM_TOO.match(text, last, end)) and _HARM.search(words[-1]):
        # "countering terrorism and extremism"
        last = harm.end()
        words += harm[0].split()
    elif doing and words[0].startswith(_FIGHTS) and len(words) == _VERB_AND_OBJECT and (twin := _HARM_OF_TWO.match(text, last, end)):
        # "combating telecommunications and cyber fraud"
        last = twin.end()
        words += twin[0].split()
    if further := _AT_SEA.match(text, last, end):
        last = further.end()
    after = last
    if (ended := next((n for n, each in enumerate(words) if n and _ends(words[n - 1], each)), 0)) > 1:
        # "trade issues of common interest", "security matters alarm Chile"
        last = after = first + len(" ".join(words[:ended]))
        words = words[:ended]
    if shared_by := _SHARED_BY_ALL.search(text, first, last):
        # "infrastructure projects of common interest"
        last = shared_by.start()
        words = words[:-3]
    while len(words) > 1 and words[-1].casefold() in HEADLESS and words[0] != "rule" and not _is_adjective(words[:-1], known, first):
        last -= len(words.pop()) + 1
    if not words or (len(words) == 1 and words[0].endswith("ing") and text.startswith(_ITS_OBJECT, last)):
        return None
    inside = knows(known, Span(first, max(last, first + 1)))
    parallel = len(words) == 1 and words[0] in PARALLEL and sure and bool(after != last or _SHARED.match(text, last, end))
    return Item(first=first, last=last, after=after, words=words, inside=inside, pair=bool(pair), doing=bool(doing), parallel=parallel)


def _ends(word: str, after: str) -> bool:
    """Whether a field's name ends with a word, whatever follows."""
    return word in {"issues", "matters"} or (word in HEADLESS and after == "of")


def _after_leads(text: str, at: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a field's name begins after what only leads it: "the expansion of bilateral Chilean trade", "strengthening our security"."""
    while at < end:
        led = _LEADING.match(text, at, end) or _GROWN.match(text, at, end) or _OWNER.match(text, at, end)
        word = None if led else _FIRST_WORD.match(text, at, end)
        if word and (word[1] in gazetteer.demonyms or _REGIONAL.fullmatch(word[1])):
            led = word
        region = None if led else _TWO_NAMED.match(text, at, end)
        if region and region[1] in gazetteer.names:
            # "Black Sea security"
            led = region
        if led is None:
            break
        at = led.end()
    return at


def grows(text: str, at: int, end: int) -> bool:
    """Whether words stand at a place that only lead to what is to grow: "strengthening", "the expansion of"."""
    return bool(_GROWN.match(text, at, end))


OF_A_FIELD = frozenset(
    ("cooperation", "co-operation", "collaboration", "relations", "ties", "developments", "opportunity", "opportunities", "solidarity")
)


def _shared_head(text: str, last: int, end: int, word: str, known: Known, gazetteer: Gazetteer) -> int:
    """Where the phrase ends whose noun a word shares that is no field by itself: "human and economic development"; 0 if there is none."""
    if (
        word in PARALLEL
        or word in FIELDS
        or word in ACTIVITIES
        or word in LEADING_WORDS
        or not ((shares := shares_noun(word)) or _is_thing(word, gazetteer))
    ):
        return 0
    other = _AND_ALSO.match(text, last, end)
    item = _ITEM.match(text, other.end(), end) if other else None
    words = item["item"].split() if item else []
    if "-" in word and words and ("-" in words[0] and words[-1] in HEADLESS):
        # "the trade-economic and cultural-humanitarian spheres"
        return 0
    if item is None or (not shares and (len(words) != PAIRED or ADJECTIVE.search(words[0]) or is_known(known, *item.span("item")))):
        return 0
    return item.end("item") if len(words) > 1 and names_field(words[-1]) and words[-1] not in OF_A_FIELD else 0


PAIRED = 2


def shares_noun(word: str) -> bool:
    """Whether a word by its form wants a noun that follows."""
    return bool(ADJECTIVE.search(word) or _DOER.search(word) or word in _SHARING)


def _is_thing(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word names a thing, which is no field before it is told what is done with it: "crop and livestock insurance"."""
    return not (
        word in gazetteer.areas
        or word in FIELDS
        or word in PARALLEL
        or word in GENERIC
        or word in NO_FIELD
        or word.endswith("s")
        or not word.islower()
        or ADJECTIVE.search(word)
        or names_field(word)
        or "-" in word
    )


def _one_more_kind(text: str, last: int, end: int, word: str) -> int:
    """Where a phrase ends that an adjective leaves open: "transnational criminal and terrorist groups"; 0 if none does."""
    if not OF_KIND.search(word) or word in PARALLEL or word in FIELDS:
        return 0
    other = _AND_ALSO.match(text, last, end)
    item = _ITEM.match(text, other.end(), end) if other else None
    words = item["item"].split() if item else []
    return item.end("item") if item and len(words) > 1 and ADJECTIVE.search(words[0]) else 0


_DOER = re.compile(r"(?<!pow)(?<!wat)(?<!bord)(?<!silv)(?<!copp)(?<!leath)(?<!timb)(?<!fib)(?<!weath)er\Z")
_SHARING = words_of("human air land sea animal plant maritime road rail women border rural urban unmanned")
"""Words without an adjective's ending that share a noun with the next: "human and economic development"."""
_AND_ALSO = re.compile(r"\s+(?:and|or|&)\s+(?=[a-z])")


def _is_adjective(words: list[str], known: Known, first: int) -> bool:
    """Whether one word is left that names nothing without its noun: "digital issues", "nuclear sectors"."""
    return (
        len(words) == 1
        and words[0] not in PARALLEL
        and "-" not in words[0]
        and words[0] not in NO_FIELD
        and words[0] not in VAGUE
        and bool(OF_KIND.search(words[0]))
        and not is_known(known, first, first + len(words[0]))
    )


OF_KIND = re.compile(r"(?:al|ic|ar|ive|(?<!cr)ime|ous)\Z")
