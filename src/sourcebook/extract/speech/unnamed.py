"""Who speaks without a name: "one diplomat said", "a voter in Ohio"."""

from sourcebook import lazy_re as re
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.speech.words import TO_WHOM
from sourcebook.model.spans import Span

_ANONYMOUS = re.compile(
    r"(?:(?:\A|[,.;:“”\"—–(]|\b(?:when|while|as|that|and|but|whom|where|what))\s*)(?P<article>a|an|one|another|some|several|many|two|A|An|One|Another|Some|Several|Many|Two|Yet\s+another)\s+(?P<who>(?:[\w’'/.-]+\s+){0,7}?[a-z]{3,}(?:\s+(?:of|in|on)\s+[A-Z][a-z]+)?)\s+(?:(?:also|then|later|has|had|have)\s+)?\Z"
)
_BYSTANDER = re.compile(
    r"\W*(?:A|An|One|Another)\s+(?:[a-z]+\s+){0,2}(?:witness|passenger|resident|contributor|user|caller|survivor|employee|worker|reader|viewer|fan)\s"
    r"(?:on|at|in|from|of|for|aboard|with)\b"
)
"""Somebody without a name beside that of a body: "A passenger of Nordair said"."""
_SOMEBODY_OF = re.compile(
    r"\W*(?:The|A|An|One|Another|the|a|an|one|another)\s+(?:[a-z-]+\s+){0,3}?(?:"
    r"(?:aide|assistant|adviser|advisor|counsell?or|lawyer|attorney|friend|ally|associate|relative|cousin|brother|sister|son|daughter|nephew|colleague|supporter|critic|opponent|rival|biographer|historian|speechwriter|confidante?|staffer|bodyguard)"
    r"\s+(?:to|of|for)|(?:source|person|official|figure|diplomat|lawmaker|politician)s?\s+close\s+to)\s+[^,;:.\n“”\"]{0,60}"
)
"""Somebody without a name beside that of a person: "An adviser to President Lund said"."""
_ONE_WHO = re.compile(r"\W*(?:An?|One|Another|Some|Several|Many|Two)\s+(?:[\w.’'-]+\s+){1,5}?(?:who|that|which)\s[^,;:“”\"]*\Z")
"""Somebody without a name of whom more is told: "A diplomat who attended Ana Ruiz's speech said"."""
_SAID_AN_AIDE = re.compile(
    r"[^.;]{0,2}\s*(?:an?|one|another)\s+(?:[a-z-]+\s+){0,3}?(?:aide|adviser|advisor|assistant|friend|ally|associate|relative|colleague|lawyer|supporter|critic|rival|deputy|confidante?|source|person|official|figure)\s+"
    r"(?:to|of|for|close\s+to|in|from|with|near)\s"
)
_ARTICLES = frozenset({"a", "an", "one", "another", "some", "several", "many", "two", "yet", "“a", "“an"})
_FOR_A_BODY = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|official|representative|statement|report|declaration|communiqu[eé]|letter|minist(?:er|ry)|president|secretary|general|ambassador|envoy|leader|commander|chief|group|committee|council|agency|court|delegation|source)\b"
)
_SAID_BY = re.compile(
    r"[^.;]{0,2}\s*(?:a|an|one|another)\s+(?P<who>(?:[\w’'-]+\s+){0,5}?[a-z]{3,})\s*(?:[.,;:]|\b(?:who|in|on|at|as|from|by|after|before|during|when|while|yesterday|today|this|last)\b)"
)
_UNKNOWN = re.compile(
    r"(?:[’']s?|\bwhose|\b[Hh](?:is|er)|\b[Ii]ts|\b[Tt]he|\b[Tt]heir)\s+[a-z-]+(?:\s+[a-z-]+){0,3}(?:\s+(?:on|for|in|of|at)\s+(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,2})?,\s+"
    r"(?P<name>(?:[A-Z][\w’'.-]+\s+)+[A-Z][\w’'-]+),\s+(?:(?:also|has|had|later)\s+)?\Z"
)
"""Somebody of a body whose name is not known as one: "the council's rapporteur, Blossom Xyz, said"."""
MANY = re.compile(
    r"(?:\A|\W)(?:the\s+|The\s+)?(?:opposition|government|junta|authorities|rebels|critics|supporters|opponents|protesters|residents|analysts|experts|observers|officials|sources|witnesses|locals|villagers|activists|media|outlets|newspapers|diplomats|broadcasters)"
    r"\s+(?:(?:also|then|later|has|had|have)\s+){0,2}\Z"
)
"""Those who have no name together: "as the opposition accuses"."""
LONGEST_NAME = 120
"""Code points before the verb."""
_SOMEONE = re.compile(r"\b(?:spokes(?:man|woman|person)|official|representative|source)\b")


def is_nobody(text: str, cue: Span, said: re.Match[str], people: list[Linked], bodies: list[Linked]) -> bool:
    """Whether somebody without a name speaks, and not for a body: "one diplomat said", "said a voter in Ohio"."""
    unknown = _UNKNOWN.search(text, max(cue.start, said.start() - LONGEST_NAME), said.start())
    if unknown and all(each.span.end <= unknown.start("name") for each in [*people, *bodies] if each.span.start < said.start()):
        return True
    lead = text[max(cue.start, said.start() - 120) : said.start()].casefold().split()
    found = None if _ARTICLES.isdisjoint(lead) else _ANONYMOUS.search(text, max(cue.start, said.start() - 120), said.start())
    if found and any(explains_name(text, cue, each, found.start("article")) for each in people):
        # "Ana Ruiz, a port spokeswoman said"
        return False
    if _ONE_WHO.fullmatch(text, cue.start, said.start()):
        return True
    named = [each for each in people if each.span.end <= said.start()]
    if len(named) == 1 and _SOMEBODY_OF.fullmatch(text, cue.start, named[0].span.start):
        return True
    if not people and _BYSTANDER.match(text, cue.start, said.start()):
        return True
    if not text[cue.start : said.start()].strip(" ,.”\"’'"):
        if not bodies and _SAID_AN_AIDE.match(text, said.end(), cue.end):
            return True
        found = _SAID_BY.match(text, said.end(), cue.end)
    if found is None or re.search(r"(?:[A-Z][\w’'-]+\s+){2}[a-z]*\s*\Z", found["who"]):
        return False
    return not _FOR_A_BODY.search(found["who"]) or (_SOMEONE.search(found["who"]) is not None and not bodies)


def explains_name(text: str, cue: Span, person: Linked, start: int) -> bool:
    """Whether a description from a position on explains a name: "Ana Ruiz, the envoy said", but not "After talks with Ana Ruiz, the envoy said"."""
    beside = text[person.span.end : start] == ", " and person.found.kind != "office"
    return beside and not TO_WHOM.search(text, cue.start, person.span.start)


_THING = re.compile(
    r"\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:[\w-]+\s+){0,2}?(?:statement|communiqu[eé]|readout|report|document|release|letter|note|paper|newspaper|daily|agency|broadcaster|ministry|embassy|source)"
    r"|(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome)\s+(?:[a-z-]+\s+){0,2}?(?:source|official|insider|person|diplomat|aide)s?)"
    r"\s+(?:(?:also|further|then|later|has|had)\s+)?\Z"
)
_CITES = re.compile(r",?\s+(?:quot|cit)(?:ing|ed)\b")


def is_thing(text: str, cue: Span, said: re.Match[str], named: list[Linked]) -> bool:
    """Whether a paper, a body or somebody without a name says it, and whoever is named comes after: "the statement also said, adding that Ruiz"."""
    after = named and all(each.span.start >= said.end() for each in named)
    return (
        bool(after)
        and not _CITES.match(text, said.end())
        and bool(_THING.search(text, max(cue.start, said.start() - LONGEST_NAME), said.start()))
    )
