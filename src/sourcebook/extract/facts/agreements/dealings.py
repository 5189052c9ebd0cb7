"""The parties of agreements that are said to be made: those that the sentence names, else those that the text is about."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.agreements import SPOKEN_OF
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.agreements.accessions import for_its_country
from sourcebook.extract.facts.agreements.named_parties import named_parties
from sourcebook.extract.facts.agreements.party_names import MOST_PARTIES
from sourcebook.extract.facts.agreements.signing import signatories
from sourcebook.extract.facts.agreements.unsigned import TO_SIGN, not_made, others_sign
from sourcebook.extract.facts.both import partners_of, two
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.sides.unnamed import speaks_of_all
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.statements import Statement


def agreements(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The parties of an agreement that is said to be signed, adopted or reached, or to be between them."""
    found = reading.inside(sentence.span, "agreement")
    if not found or not _MADE.search(sentence.span.of(reading.text)):
        return
    told: set[str] = set()
    for each in found:
        led = reading.text[max(sentence.span.start, each.span.start - NEAR) : each.span.start]
        spoken_of = _NEGOTIATED.match(reading.text, each.span.end) or each.found.priority == SPOKEN_OF
        if spoken_of or not_made(reading, each, led):
            continue
        yield from signatories(reading, sentence, each)
        named = named_parties(reading, sentence, each)
        if named is None or (not named and each.entity in told):
            # "a memorandum with the Bank (MoU)": the parties have been named.
            continue
        if "esolution" not in each.found.name:
            # "The Norwegian Senate ratified the treaty with Chile": Norway.
            named = [for_its_country(reading, one) or one for one in named]
        told |= {each.entity} if named else set()
        parties = [one.entity for one in named] if 1 <= len(named) <= MOST_PARTIES else []
        if not named and _is_made_by_two(reading, sentence, each):
            parties = two(reading, sentence) or (partners_of(reading, sentence) if speaks_of_all(sentence.span.of(reading.text)) else [])
        sure = {one.entity for one in named}
        for party in list(dict.fromkeys(parties))[:MOST_PARTIES]:
            note = {} if party in sure else {"note": ("The sentence does not name the party; the countries of the article are meant.",)}
            yield Statement(each.entity, "party", party, sentence, each.span, qualifiers=note, plain=bool(named))


_MADE = re.compile(
    r"\b(?:sign(?!if|al)|announc|issu|approv|endors|have\s+an|adopt|conclu|ratif|reach|exchang|initial|ink|agree|between|renew|struck|seal)\w*"
)
_NEGOTIATED = re.compile(r"\s+(?:negotiations|talks|discussions)\b")
"""After what is still talked about: "free trade agreement negotiations"."""


def _is_made_by_two(reading: Reading, sentence: Sentence, agreement: Linked) -> bool:
    """Whether a sentence that names no parties tells that an agreement was made: by those whom the text is about."""
    text, span = reading.text, agreement.span
    start, stop = max(sentence.span.start, span.start - NEAR), min(span.end + SOON, sentence.span.end)
    return (
        not _TO_COME.search(text, max(sentence.span.start, start - NEAR), stop)
        and "esolution" not in agreement.found.name
        and not _NAMES_TWO.match(text, span.start, span.end)
        and bool(_MADE.search(text, start, span.start) or _MADE.search(text, span.end, stop))
        and not others_sign(reading, sentence, agreement)
        and not TO_SIGN.search(text, start, span.start)
    )


_TO_COME = re.compile(
    r"\b(?:(?:expected|set|due|scheduled|planned|going|about|hope[sd]?|plans?|aims?)\s+to|will|would)\s+(?:also\s+)?(?:be\s+)?sign"
    r"|\bto\s+[a-z]+\s[^.;]{3,60}?\sand\s+sign\b"
)
_NAMES_TWO = re.compile(r"[A-Z][\w.]+[-–][A-Z]\w+\s")
"""As in "the U.S.-Chile Free Trade Agreement": its parties are told."""
SOON = 60
"""Code points after an agreement in which it is told to be signed."""
