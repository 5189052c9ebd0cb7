"""Demonyms that are nouns: "the Norwegians", "the British and Dutch"; what is "Chilean" alone is nobody."""

from sourcebook import lazy_re as re

_PLURAL = re.compile(r"[^s]s\Z")
_SOME = re.compile(r"(?:\w+\s+)*?(?:\d|many|some|more|several|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)")
_PEOPLE = re.compile(r"(?:ese|sh|ch|ss)\Z")
_THE = re.compile(r"\b[Tt]he\s")
_ALONE = re.compile(
    r"\s*(?:[.;:,)”]|\Z)|\s+(?:in|on|at|to|for|with|over|from|by|of|about|against|during|after|before|since|had|has|have|was|were|are|is|will"
    r"|would|could|did|who|that|which|when|as|into|held|met|took|made|fought|won|lost|left|began|[a-z]+ed)\b"
)


def are_many(name: str, words: str) -> bool:
    """Whether a demonym is a people by its plural, and the words for it do not say that some of these are meant: "ten Norwegians"."""
    return bool(_PLURAL.search(name)) and not _SOME.match(words)


def are_peoples(names: list[str], lead: str, after: str) -> bool:
    """Whether demonyms are those of peoples, as "the British" is where nothing follows that is British."""
    return bool(names and _THE.search(lead) and _ALONE.match(after)) and all(map(_PEOPLE.search, names))
