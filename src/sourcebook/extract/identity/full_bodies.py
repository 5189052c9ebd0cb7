"""Bodies under their full names: "the Ministry of Education" where only one is named in full, "Congress" and "U.S. Congress"."""

from collections.abc import Collection, Iterable

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found


def full_bodies(found: Iterable[Found]) -> list[Found]:
    """Bodies under their full names: "Ministry of Education" is that of Chile where only "Ministry of Education of Chile" is named."""
    mentions = list(found)
    names = {each.name for each in mentions if each.type == "organization"}
    known = {each.name for each in mentions if each.entry is not None}
    led = _without_country(names, known)
    longer = {name: [each for each in names if each.startswith(f"{name} of ")] for name in names if len(name.split()) > 2}
    order = {each.name: at for at, each in reversed([*enumerate(mentions)])}
    # "the Ministry of Defence" that is named first is another one than "the Ministry of Defence of Chile" later.
    whole = {name: each[0] for name, each in longer.items() if len(each) == 1 and order[each[0]] < order[name]}
    # "the Union" is not the Agency that has its name in full.
    plain = {each.name for each in mentions if each.type == "organization" and (each.name not in known or each.name in _HOUSES)}
    for name in sorted(plain - whole.keys()):
        # "the Bruins" are the Boston Bruins, "Northfield" is Northfield Holdings.
        wider = [each for each in names if each.endswith(f" {name}") or each.startswith(f"{name} ")]
        if name.endswith(_COMPLETE) or name == "Administration":
            # "Columbia University" is no medical centre of it; "the Administration" is the president's, not that of food and drugs.
            continue
        if name.endswith(_OTHERS_HAVE_ONE) and any(order[each] > order[name] or " and " in each for each in wider):
            # "the National Assembly" that is named first is another one than "the Cambodian National Assembly".
            continue
        if _UNIT_SHORT.fullmatch(name):
            # "173rd ABN" is the 173rd Airborne Brigade.
            wider = [each for each in names if each != name and each.split()[0] == name.split()[0]]
        if len(name.split()) < 3 and len(wider) == 1 and " of " not in wider[0]:
            whole[name] = wider[0]
    # "the Human Rights Council" after "the United Nations Human Rights Council"
    whole |= {name: f"{lead}{name}" for name in names if " " in name for lead in _UNIONS if f"{lead}{name}" in names}
    if "Department of the Treasury" in names:
        whole["Treasury"] = "Department of the Treasury"
    whole |= led
    return [each.called(whole[each.name]) if each.type == "organization" and each.name in whole else each for each in mentions]


_UNIONS = ("United Nations ", "European Union ", "African Union ")
_HOUSES = frozenset({"Parliament", "Congress", "Senate", "Cabinet"})
_OTHERS_HAVE_ONE = ("Assembly", "Parliament", "Senate", "Congress", "Council", "Army", "Navy")
_COMPLETE = (" University", " College", " Hospital", " School")
"""Ends of names that are whole: what has more words is a part of that body."""
_UNIT_SHORT = re.compile(r"\d{1,4}(?:st|nd|rd|th) [A-Z]{2,5}")


def _without_country(names: Collection[str], known: Collection[str]) -> dict[str, str]:
    """Bodies with and without the country that texts of it leave out, where no other country has one: "Congress" and "U.S. Congress"."""
    same: dict[str, str] = {}
    for name in names:
        fuller = [f"{lead}{name}" for lead in _OWN_COUNTRY if f"{lead}{name}" in names]
        called = name if " " in name and name in known else next((each for each in fuller if not each.startswith(_OWN_COUNTRY[-1])), name)
        others = [each for each in names if (each.endswith(f" {name}") or each.startswith(f"{name} of ")) and each not in fuller]
        if fuller and not others and (" " in name or name in _HOUSES):
            same |= dict.fromkeys([name, *fuller], called)
    return same


_OWN_COUNTRY = ("U.S. ", "United States ", "US ", "American ", "White House ")
"""What is left out of a body's name in texts of its own country; the last is no part of any."""
