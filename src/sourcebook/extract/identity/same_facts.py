"""Facts that a text states in several ways: one each."""

from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.facts.offices.former import FORMER
from sourcebook.extract.phrases import words
from sourcebook.model.proposals import ProposedFact

_OTHER_RANK = words("vice deputy assistant associate under sub co acting interim former junior brigadier lieutenant major")
"""Before the name of an office these make another one of it."""


def once(facts: list[ProposedFact]) -> tuple[ProposedFact, ...]:
    """Each fact once, as it was first said for sure; a fact with a count is another fact, an office of which more is told elsewhere is none."""
    seen: dict[tuple[object, ...], ProposedFact] = {}
    mirrored = {"met", "diplomatic_relations", "cooperates_with", "ally_of"}
    for each in facts:
        ends = tuple(sorted((each.subject, each.value))) if each.property in mirrored else (each.subject, each.value)
        key = (each.property, ends, each.qualifiers.get("count"))
        over = key in seen and not each.unsure and _is_over(each) and not _is_told(seen[key])
        if key not in seen or (seen[key].unsure and not each.unsure) or over:
            seen[key] = _with_its(seen[key], each) if over else each
    held = [each for each in seen.values() if each.property == "position"]
    return tuple(each for each in seen.values() if each.property != "position" or not any(_is_more(other, each) for other in held))


def _with_its(first: ProposedFact, fact: ProposedFact) -> ProposedFact:
    """An office with what it is told to be of where the text tells of it first."""
    of = first.qualifiers.get("of", ())
    return replace(fact, qualifiers={"of": of, **fact.qualifiers}) if of else fact


def _is_over(fact: ProposedFact) -> bool:
    """Whether an office is told as a former one: so it is then, wherever else in the text its holder bears its name."""
    return fact.property == "position" and fact.qualifiers.get("status") == FORMER


def _is_told(fact: ProposedFact) -> bool:
    """Whether an office is told to be over, or from when until when it was held."""
    return not fact.qualifiers.keys().isdisjoint({"status", "from", "until"})


def _is_more(office: ProposedFact, other: ProposedFact) -> bool:
    """Whether an office is another one with more in its name: "Minister of Health" or "Health Minister" beside "Minister"."""
    title, short = office.value.casefold(), other.value.casefold()
    lead = title.removesuffix(f" {short}")
    return (
        office.subject == other.subject
        and (title.startswith(f"{short} ") or (lead != title and " " not in short and _OTHER_RANK.isdisjoint(re.split(r"\W", lead))))
        and all(office.qualifiers.get(name) == values for name, values in other.qualifiers.items())
    )
