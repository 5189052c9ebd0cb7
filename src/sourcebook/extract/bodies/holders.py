"""Where the name of a body ends and that of a person begins, without a mark between: "Parliament of Serbia Ana Petrović"."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sourcebook import lazy_re as re
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of

PORTFOLIO = (
    r"(?:International Relations|State|Defen[cs]e|Affairs|Trade|Finance|Interior|Health|Education|Energy"
    r"|Development|Security|Council|Duma|Senate|Parliament|Assembly|Congress|Ministry|Committee|Commission"
    r"|Department|Agency|Office|Embassies|Consulates|Government|Party|Staff|Forces|Army|Union|East|West|Europe|Asia|Africa|Command"
    r"|Irrigation|Water|Agriculture|Industry|Tourism|Environment|Transport|Justice|Labou?r|Culture|Sports?"
    r"|Science|Technolog(?:y|ies)|Communications?|Economy|Planning|Oil|Power|Mines|Housing|Forestry|Fisheries"
    r"|Youth|Infrastructure|Investments?|Immigration|Cooperation|Integration|Commerce|Works|Expatriates|Policy"
    r"|Resources|Innovation|Digitali[sz]ation|Religion|Tribes|Peoples|Livestock|Minerals|Mining|Petroleum|Gas"
    r"|Railways|Aviation|Shipping|Tax|Customs|Emergenc(?:y|ies)|Situations|Transition|Women|Family|Children|Relations"
    r"|Ecology|Medicine|Veterans|Reforms?|Markets?|Research|Heritage|Statistics|Procurement|Marine|Digital"
    r"|Social|Welfare|Community|Communities|Citizenship|Refugees|Migration|Diaspora|Nature|Climate|Change"
    r"|Products?|Engineering|Standards|Fleet|Flotilla|Hluttaw|Rada|Seimas|Sejm|Riksdag|Storting|Folketing"
    r"|Bundestag|Bundesrat|Knesset|Majlis|Majilis|Mejlis|Kenesh|Khural|Maslahaty|Saeima|Skupština|Sobranie|Eduskunta|Matters|Services|Broadcasting|Publicity|Hospitality"
    r"|Empowerment|Lands?|Wildlife|Arts|Roads|Ports|Coordination|Governance|Decentrali[sz]ation|Employment"
    r"|Gender|Equality|Entrepreneurship|Enterprises?|Business|Protection|Sanitation|Transmission|Distribution|Generation|Administration|Antiquities|Endowments|Budget|Treasury|Revenue"
    r"|Territories|Regions|Construction|Manpower|Solidarity|Population|Forests?|Seas|Mountains|Nutrition|Food"
    r"|Cooperatives|Handicrafts|Fuel|Aerospace|Space|Prisons|Corrections|Elections|Marketing|Sales|Strategy"
    r"|Operations|Programmes?|Programs|Engagement|Training|Logistics|Exports?|Enlargement|Neighbourhood"
    r"|Competition|Suppl(?:y|ies)|Democracy|Rights|Electricity|Textiles|Reconstruction|Reconciliation|Skills|Oireachtas|Sabha|Diet|Milli|Shura|Jirga)"
)
"""Words of offices and bodies that no list of institutions holds."""
PORTFOLIOS = re.compile(PORTFOLIO)
OFFICE_WORDS = words_of(
    "secretary minister president premier general commander ambassador spokesman spokeswoman spokesperson governor "
    "chancellor speaker chairman chairwoman envoy representative "
    "official director colonel commissioner leader admiral guest visitor dignitary diplomat fm king monarch emir chief pm counterpart head"
)
"""Words for holders of offices with which "the secretary" and "the Chilean leader" end."""
POINTING = frozenset({"the", "The", "his", "His", "her", "Her"})
"""What those begin with."""


def trailing_name(words: str, gazetteer: Gazetteer) -> int:
    """The length of a name of two or three unknown words that follows a word of a body or a place: "of Serbia Jelena Markovic"."""
    parts = words.split()
    count = 0
    while count < len(parts) - 1 and unknown(parts[-1 - count], gazetteer):
        count += 1
    if count not in {2, 3} or parts[-1] in ENDS_OF_FIRMS or not closes_body(parts[-1 - count], gazetteer):
        return 0
    # A surname is a small town's name as well.
    placed = any(" ".join(parts[first:]) in gazetteer.names for first in range(1, len(parts) - 1))
    return 0 if placed else len(words) - re.search(r"\s+" + r"\s+".join(map(re.escape, parts[-count:])) + r"\Z", words).start()  # type: ignore[union-attr]


ENDS_OF_FIRMS = words_of("Complex Shipyard Shipyards Works Factory Mills Steel Refinery Ordnance Telecom Rail Lines Line Club")
"""Last words of firms and plants that a country leads: "Pakistan Aeronautical Complex"."""


def without_holders(text: str, phrases: Iterable[re.Match[str]], ends: Sequence[int], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The phrases without the names of who holds the offices that they tell: "Head of the Water Board Ana Ruiz and Director of the Bank Ola Lund"."""
    for found in phrases:
        start, end = found.span()
        while start < end:
            at = _before_holder(text, start, end, ends, gazetteer)
            held = _AND_HOLDER.search(text, start, at) if text.find("and", start, at) >= 0 else None
            # "the Central Bank of Chile and Norwegian Foreign Minister Ola Lund"
            at = held.start() if held and held["nation"] in gazetteer.demonyms else at
            yield start, at
            joint = _AND.search(text, at, end) if at < end else None
            start = joint.end() if joint else end


_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_AND_HOLDER = re.compile(
    r"\s+and\s+(?:the\s+)?(?P<nation>[A-Z][\w-]+)\s+(?:[A-Z][\w-]+\s+){0,4}?"
    r"(?:Minister|Secretary|President|Ambassador|Chairman|Commander|Director|Envoy|Speaker|Premier|Governor|General|Admiral)\s(?=[A-Z])"
)


def _before_holder(text: str, start: int, end: int, ends: Sequence[int], gazetteer: Gazetteer) -> int:
    """Where a phrase ends before who holds the office that it tells: "Head of the Water Department U Myo Lwin"; `ends` are those of offices."""
    for at in ends[bisect_right(ends, start) : bisect_right(ends, end - 1)]:
        rest = text[at : joint.start() if (joint := _AND.search(text, at, end)) else end]
        if text[start:at].rsplit(maxsplit=1)[-1] in gazetteer.titles:
            # "Commander of the Marine Corps General Ana Ruiz": a rank.
            continue
        glued = _INITIALS.fullmatch(rest) and text.startswith(".", at + len(rest))
        words = rest.split()
        name = _HOLDER.fullmatch(rest) and all(
            not any(word in each for each in (gazetteer.words["institution"], gazetteer.words["body"], gazetteer.titles))
            and not PORTFOLIOS.fullmatch(word)
            for word in words
        )
        if glued or (name and (words[0] in _STYLES or words[0] in gazetteer.given or unknown(words[0], gazetteer))):
            return at
    return end


_INITIALS = re.compile(r"\s[A-Z][a-z]?")
_STYLES = words_of("U Daw Shri Smt Mr Mrs Ms Dr Prof Haji Datuk Dato")
_HOLDER = re.compile(r"\s[A-Z][\w’'-]*(?:\s(?:(?:al|bin|de|von|van|el|Al|El)\s)?[A-Z][\w’'-]*){0,3}")


def closes_body(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a body's name may end in a word: a place, a portfolio, a kind of institution, but no adjective."""
    known = gazetteer.names.get(word)
    return (
        bool(PORTFOLIOS.fullmatch(word))
        or bool(known and known.sure)
        or (word in gazetteer.words["institution"] and word not in _ADJECTIVES)
    )


_ADJECTIVES = words_of(
    "Arab Catholic Central Christian Deputy Eastern Economic Federal Foreign General Global Human International Islamic Jewish Joint "
    "Military Muslim National Naval Northern Nuclear Orthodox Political Regional Southern Special Western"
)


def unknown(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word is none of bodies, portfolios, places or peoples."""
    bare = word[:-2] if word.endswith(("’s", "'s")) else word
    known = gazetteer.names.get(bare)
    return (
        bool(re.fullmatch(r"[^\W\d_a-zß-ÿ][^\W\d_]*[a-zß-ÿ][^\W\d_]*(?:[-’'][^\W\d_]+)*", bare))
        and bare not in gazetteer.words["institution"]
        and bare not in gazetteer.words["body"]
        and bare not in gazetteer.demonyms
        and not PORTFOLIOS.fullmatch(bare)
        and not (known and known.sure)
    )
