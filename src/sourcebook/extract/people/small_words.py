"""Where the words of offices stand in small letters: "deputy foreign minister", "ex-president", "Foreign minister" at the beginning of a sentence."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.people.beside import COMMON
from sourcebook.extract.people.office_fields import says_how
from sourcebook.extract.phrases import heads
from sourcebook.extract.phrases import words as words_of


def small_words(text: str, sentence: Sentence, places: list[int]) -> Iterator[re.Match[str]]:
    """The offices that begin where a word of them stands, in small letters or at the beginning of a sentence."""
    at = sentence.span.start
    for place in places:
        capital = text[place].isupper()
        found = (FIRST_CAPITAL if capital else OFFICE).match(text, place, sentence.span.end) if place >= at else None
        if found and not (capital and (found[0].isalpha() or _IN_A_NAME.search(text, max(sentence.span.start, place - NEAR), place))):
            at = found.end()
            if says_how(text, found, sentence):
                continue
            if found[0] not in ROYAL or _FOR_FUN.isdisjoint(text[max(sentence.span.start, place - NEAR) : place].split()[-1:]):
                yield found


_WHERE_IT_BEGINS = r"(?:(?<![\w-])|(?<=then-)|(?<=pro-)|(?<=anti-))"
_KIND_OF = (
    r"(?:ex-|(?:economic|military|political|legal|foreign[ -]policy|foreign|security) (?=advis[eo]r|aide|expert|analyst|correspondent|editor)"
    r"|(?:defen[cs]e|terrorism|energy|nuclear) (?=expert|analyst|correspondent))?"
)
"""As in "ex-", "foreign policy" before "adviser"."""
_RANKED = (
    r"(?:(?:shadow|deputy|vice|(?:first|second|third|fourth)(?=[ -](?:deputy|vice|secretary|minister))|acting|senior|assistant|associate|joint"
    r"|additional|executive|honorary|chief|special|supreme|general|official(?= spokes))[ -])*"
)
_ANY_OFFICE = rf"{_WHERE_IT_BEGINS}{_KIND_OF}{_RANKED}(?:{COMMON})(?P<several>s|(?<=coach)es)?(?![\w-])"
OFFICE = re.compile(_ANY_OFFICE)
FIRST_CAPITAL = re.compile(rf"(?=[A-Z][a-z]+[ -][a-z])(?i:{_ANY_OFFICE})")
"""One of several words that opens a sentence: "Foreign minister Ana Ruiz said"."""
_IN_A_NAME = re.compile(r"\b(?!The\b)[A-Z][^\W_]*(?:\.[^\W\d_]\.?)*\s*\Z")
"""Before a word with a capital that goes on with a name."""
_FOR_FUN = words_of(
    "beauty drag homecoming prom carnival pageant pop dance disco drama drug pizza porn burger scoring rushing comedy gossip fashion media "
    "sugar oil steel fitness soul estate cocaine run"
)
"""What nobody rules who is called its king or queen: "the beauty queen Ana Ruiz"."""
SMALL_WORDS = heads(
    COMMON,
    "finance|interior|health|energy|trade|oil|economy|education|transport|justice|agriculture|environment|culture|labour|labor|home|information|planning"
    "|defense|defence|adviser|advisor|chargé|state|federal|national|provincial|regional|army|navy|police|military|gendarmerie|air|rear|naval|cultural|press"
    "|commercial|agricultural|additional|under|undersecretary|coaches|economic|political|legal|security|terrorism|nuclear|foreign|shadow|deputy|vice"
    "|first|second|third|fourth|acting|senior|assistant|associate|joint|executive|honorary|chief|special|supreme|general|official|ex",
)
"""What the words of offices begin with."""
FIRST_WORDS = SMALL_WORDS | {each.capitalize() for each in SMALL_WORDS}
ROYAL = words_of(
    "emperor empress king queen tsar czar shah sultan ruler monarch vizier caliph emir maharaja nawab khedive viceroy infanta infante pharaoh"
)
NEAR = 120
"""Code points before a title that say what it is."""
