"""Names said in short: "Li" after Li Guoqiang, "García Davish" after Juan de Dios García Davish, "the Council"."""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.identity.surnames import GENERATION, last_name, named_last, of_title, owner, spouses, styled, title
from sourcebook.extract.phrases import CAPITAL_AFTER, Phrases
from sourcebook.extract.places.called_so import called_so
from sourcebook.model.names import plain_letters, sound
from sourcebook.model.spans import Span

_SYLLABLES = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
_INITIAL = re.compile(r"(?<![\w.])([A-Z]\. ?)\Z")
_SHORTENED = re.compile(
    r"(?<=[Tt]he )"
    r"(?:Council|Commission|Committee|Authority|Alliance|Agency|Ministry|Union|Bank|Fund|Party|Organization"
    r"|Organisation|Association|Parliament|Assembly|Department|Institute|University|Embassy|Court|Community"
    r"|Secretariat|Bureau|Corporation|Company|Foundation|Task Force)\b(?!\s+(?:of|for|on|[A-Z]))"
    r"|(?<=[Tt]he )League\b(?!\s+(?:of|for|on|[A-Z])|-)|(?<=[Tt]he )Quartet\b(?!\s+(?:of|for|on|[A-Z])|-)"
    r"|(?<=[Tt]he )"
    r"(?:Forum|Movement|Front|Federation|Confederation|Network|Centre|Center|Academy|Society|Corps|Command"
    r"|Chamber|Board)\b(?!\s+(?:of|for|on|[A-Z])|[-’'])"
    r"|(?<=[Tt]he )(?:Army|Navy|Air Force|Marine Corps|Coast Guard|National Guard|Pentagon)\b(?![’']?\s?[A-Z]|-)"
    r"|(?<=[Tt]he )(?:Government|Administration)\b(?!\s+(?:of|for|on|in|[A-Z])|-)|(?:(?<=[Oo]ur )|(?<=he new ))Government\b(?!\s+(?:of|[A-Z])|-)"
    r"|(?<=[Tt]he )House\b(?!\s+(?:of|[A-Z])|[-’'])|(?:(?<=[Tt]he )|(?<=[’']s ))Board of Governors\b(?!\s+of)"
    r"|(?<![\w-])Treasury\b(?!\s+(?:[A-Z]|bonds?|yields?|notes?|bills?|securities))"
    r"|(?<![\w-])Coalition(?!\w|\s+(?:of|for|on|to|[A-Z]))"
)
_BODIES = frozenset(re.findall(r"[A-Z]\w{3,}", _SHORTENED.pattern))


def full_names(found: Iterable[Found], text: str, gazetteer: Gazetteer) -> list[Found]:
    """Persons under their full names: a surname alone means the person of that name who was named last before, or else first after."""
    mentions = list(found)
    named = dict.fromkeys(each.name for each in mentions if each.type == "person" and len(each.name.split()) > 1)
    full = [each for each in named if not _initialled(each, named)]
    if not full:
        return mentions
    by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in full:
        first, *_, last = name.split()
        by_ends[first, last.removeprefix("Al-").removeprefix("al-")].append(name)
        if particle := _PARTICLE.search(name):
            # "Luiz Tavares" for Luiz Inácio Tavares da Silva
            by_ends[first, particle[1]].append(name)
    longest = {name: max([*(each for each in full if _is_in(name, each)), *_with_more(name, by_ends)], key=len) for name in full}
    meant: dict[str, str] = {}
    wives = spouses(mentions, text)
    sounds = {sound(each): name for name in reversed(full) for each in (name.split()[0], *surnames_of(name, gazetteer))}
    surnames = {name: [plain_letters(each) for each in surnames_of(name, gazetteer) if wives.get(each) != name] for name in full}
    for name in full:
        for short in surnames[name]:
            meant.setdefault(short, name)
    by_style = styled(text, ((each.span.start, each.name) for each in mentions if each.type == "person" and each.name in longest))
    out = []
    for each in mentions:
        if each.type != "person":
            out.append(each)
        elif each.name in longest:
            whole = longest[each.name]
            for short in surnames[whole]:
                meant[short] = meant[title(text, each.span.start) + short] = whole
            out.append(each.called(whole) if whole != each.name else each)
        else:
            marks = (f" {each.name}-", f"-{each.name} ", f" {each.name},")
            # "Sheikh Ahmad" is Ahmad Al-Sabah rather than Meshal Al-Ahmad; "Lord Ahmad" is not Jaber Al-Ahmad Al-Sabah.
            within = (name for name in full if any(one in f" {name} " for one in marks) and f"l-{each.name} " not in name)
            first = next((name for name in full if name.startswith(f"{each.name} ")), "") or next(within, each.name)
            surname = plain_letters(last_name(each.name))
            led = title(text, each.span.start)
            titled = meant.get(led + surname)
            if titled and titled != meant[surname]:
                meant[f"Mrs{surname}"], meant[surname] = meant[surname], titled
            wife = wives.get(each.name) if led in {"Mrs", "Ms", "Lady"} else None
            whole = wife or longest.get(by_style.get((led, each.name), ""), "") or meant.get(surname, first)
            if whole == each.name and " " not in whole and (spelled := sound(whole)):
                # "Tahnoon" after "Tahnoun bin Nasser"
                whole = sounds.get(spelled, whole)
            out.append(each.called(whole) if whole != each.name else each)
    return out


def _is_in(name: str, other: str) -> bool:
    """Whether a name is a part of another one; at the head of a clause its article has a capital: "Al Maamari"."""
    return name in other or (name.startswith(_CAPITAL_PARTICLES) and other.casefold().endswith(f" {name.casefold()}"))


_CAPITAL_PARTICLES = ("Al ", "El ", "De ", "Di ", "Da ", "Du ", "Del ", "Van ", "Von ", "Bin ", "Ben ", "Le ", "La ")


def _with_more(short: str, by_ends: Mapping[tuple[str, str], list[str]]) -> list[str]:
    """The names that are another one with more between: "William Kofi Mensah" beside "William Mensah"."""
    first, *middle, last = short.split()
    return [] if middle else by_ends.get((first, last.removeprefix("Al-").removeprefix("al-")), [])


_PARTICLES = frozenset({"da", "de", "do", "das", "dos", "del", "y", "e"})
_PARTICLE = re.compile(rf" (\S{{4,}}) (?:{'|'.join(sorted(_PARTICLES))}) \S+\Z")


def _initialled(name: str, names: Iterable[str]) -> bool:
    """Whether a name is another one with its first part cut to a letter: "R. Nazarov" beside "Rustam Nazarov"."""
    if not re.match(r"[A-Z]\.", name):
        return False
    return any(each[0] == name[0] and each[1:2] != "." and last_name(each) == last_name(name) for each in names)


def again(document: Document, found: list[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """The other places where a person's full name, surname or given name stands."""
    text = document.text
    people = [each for each in found if each.type == "person" and len(each.name.split()) > 1]
    meant: dict[str, list[tuple[int, str]]] = {}
    given: dict[str, set[str]] = {}
    names = {each.name for each in people}
    towns: set[str] = set()
    wives = spouses(found, text)
    for each in people:
        spelled = " ".join(each.span.of(text).split())
        if " " in spelled:
            names.add(spelled)
        for words in dict.fromkeys((each.name, *((spelled,) if " " in spelled else ()), *surnames_of(each.name, gazetteer))):
            known = gazetteer.names.get(words)
            if (known and known.kind == "country") or wives.get(words) == each.name:
                # "Joya de Nicaragua": the country stays one; "Lund" is the president.
                continue
            town = known and known.kind == "city" and words == each.name.split()[-1] and " " in each.name and doubtful(words, gazetteer)
            towns.update([words] if town and known and (not known.sure or known.capital or _spoken_of_there(document, words)) else ())
            if len(words) > 3 or town or not doubtful(words, gazetteer):
                meant.setdefault(words, []).append((each.span.start, each.name))
        first = each.name.split()[0]
        town = gazetteer.names.get(first)
        # "Bana" of Bana al-Abed is a small town's name too.
        called = first in gazetteer.given or (
            town and town.kind == "city" and not town.sure and first not in gazetteer.words["institution"]
        )
        if called and len(first) > 2 and not doubtful(first, gazetteer):
            given.setdefault(first, set()).add(each.name)
    by_style = styled(text, ((each.span.start, each.name) for each in people))
    middles = {each.name.split()[-2] for each in people if each.name.count(" ") > 1} - {last_name(each.name) for each in people}
    owners = {words: one for words, named in meant.items() if words not in names and (one := owner(text, words, named))}
    # Of words that mean but one, nobody need ask where they stand.
    meant = {words: named if any(name != named[0][1] for _, name in named) else named[:1] for words, named in meant.items()}
    firsts = {first: min(names) for first, names in given.items() if len(names) == 1 and first not in meant}
    for start, end, words in document.named(Phrases([*meant, *firsts])):
        if words in firsts:
            if not CAPITAL_AFTER.match(text, end) and not _within_a_name(text, start):
                yield Found(span=Span(start, end), type="person", name=firsts[words], priority=2 if words in gazetteer.given else 6)
            continue
        if words in middles and (CAPITAL_AFTER.match(text, end) or _within_a_name(text, start)):
            # "Addys López Rosales" is not the López of Ana López Ruiz.
            continue
        if (words in towns and not _ACTS.match(text, end)) or _goes_on_as_body(text, end, gazetteer):
            # "King Abdullah II Training Center"
            continue
        if (words in gazetteer.titles and CAPITAL_AFTER.match(text, end)) or _PRIZE.match(text, end):
            # "Sheikh Abdullah" is not the Mr Sheikh who was named before, "the Nobel Peace Prize" no person.
            continue
        main = owners.get(words)
        own = by_style.get((title(text, start), words)) if by_style else None
        whole = own or (main[1] if main and start > main[0] else named_last(of_title(text, start, meant[words]), start))
        initial = _INITIAL.search(text, start - 4, start) if text.endswith((".", ". "), 0, start) else None
        begin = initial.start(1) if initial and initial[1][0] == whole[0] else start
        yield Found(
            span=Span(begin, end),
            type="person",
            name=whole,
            priority=7 if main and words in gazetteer.words["leader"] else 6 if words in names or words in towns else 5,
        )


def _spoken_of_there(document: Document, town: str) -> bool:
    """Whether a text says of a town that something is there: "in Hamilton", "Hamilton, Ohio"."""
    return any(
        _THERE.search(document.text, max(0, start - 20), start) or document.text.startswith((", ", " City"), start + len(town))
        for start in document.where([town])
    )


_THERE = re.compile(
    r"\b(?:in|at|near|from|outside|around|into|visited|through|via|left|city of|mayor of|(?:flew|fly|went|go|came|move|moved|drove|sailed|travell?ed|travel|returned|return|road|back|visit|trip) to|[A-Z][a-z]+,) \Z"
)
_PRIZE = re.compile(r"\s(?:[A-Z]\w+\s)?(?:Prize|Award|Medal|Lecture|Doctrine|Corollary)\b")
_ACTS = re.compile(
    r"\s(?:(?:also|then|later|has|had)\s)?"
    r"(?:said|says|told|added|noted|stressed|thanked|welcomed|met|spoke|wrote|argued|explained|warned|praised"
    r"|urged|congratulated|emphasi[sz]ed|affirmed|expressed|hailed|underlined|recalled|lauded|proposed"
    r"|suggested|informed|asked|called|himself|arrived|resigned|retired|died|served|was\s+(?:born|elected|appointed|nominated|sworn)|became|married)\b"
)
"""What a person does whose surname is a town's name as well."""
_RUN = re.compile(r"(?: (?:of |and |for )?[A-Z][\w-]+){1,6}")


def _goes_on_as_body(text: str, end: int, gazetteer: Gazetteer) -> bool:
    """Whether capitalised words with one of institutions follow a name: the name of a body, which is called after somebody."""
    run = _RUN.match(text, end)
    return run is not None and not gazetteer.words["body"].isdisjoint(run[0].split())


def _within_a_name(text: str, start: int) -> bool:
    """Whether a capitalised word stands right before, which does not begin the sentence: "Lady Jessie"."""
    before = re.search(r"(\S+)[ -]\Z", text[max(0, start - 24) : start])
    return bool(before and before[1][0].isupper() and not before[1].endswith((".", "!", "?", ":", "]")))


def doubtful(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word is likelier something else than a part of a name."""
    known = gazetteer.names.get(word)
    return (
        gazetteer.lists(word, "opening", "institution")
        or word in gazetteer.titles
        or word in gazetteer.demonyms
        or bool(known and known.sure)
        or not word[:1].isupper()
        or word.isupper()
    )


_MARKS = "“”\"‘’'"
_RULERS = frozenset({"Shah", "Khan", "Singh", "Begum"})
"""What stands in the middle of names, and is no surname there."""
_THE = ("Al-", "El-", "al-", "el-")


@lru_cache(maxsize=1 << 12)
def surnames_of(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """What a person is called by after the full name has stood.

    >>> from sourcebook.extract.gazetteer import gazetteer
    >>> surnames_of("Haider al-Abadi", gazetteer())
    ('al-Abadi', 'Abadi', 'Al-Abadi', 'al Abadi')
    >>> surnames_of("Li Guoqiang", gazetteer())
    ('Guoqiang', 'Li')
    >>> surnames_of("Ursula von der Leyen", gazetteer())
    ('Leyen', 'der Leyen', 'von der Leyen', 'Von der Leyen', 'Der Leyen')
    """
    parts = name.split()
    while len(parts) > 1 and GENERATION.fullmatch(parts[-1]):
        parts.pop()
    if len(parts) > 2 and (nick := next((each for each in parts[1:-1] if each[0] in _MARKS and each[-1] in _MARKS), None)):
        # Joko “Jokowi” Widodo
        return (*surnames_of(name.replace(f"{nick} ", ""), gazetteer), nick[1:-1])
    if len(parts) < 2:
        return tuple(parts)
    if parts[-2] in {"bin", "bint", "ibn"}:
        # "Faisal bin Farhan" is no "Farhan": his father is.
        return (" ".join(parts[-2:]),)
    found = [parts[-1]]
    if parts[-1].startswith(_THE):
        # "Al-Abadi" begins a sentence.
        found += [parts[-1][3:], parts[-1][0].swapcase() + parts[-1][1:], parts[-1].replace("-", " ", 1)]
    elif parts[-2] in {"Al", "al"}:
        found += [f"Al-{parts[-1]}", f"al-{parts[-1]}"]
    if parts[0].isupper() and len(parts[0]) > 2 and not parts[-1].isupper():
        # "HAYASHI Yoshimasa"
        found.append(parts[0])
    if parts[0] in gazetteer.family_first or ("-" in name and _SYLLABLES.fullmatch(name)):
        found.append(parts[0])
    # "Tavares" for Luiz Inácio Tavares da Silva
    second = parts[-3] if len(parts) > 3 and parts[-2] in _PARTICLES else parts[-2]
    if (
        len(parts) > 2
        and len(second) > 3
        and second.isalpha()
        and second[0].isupper()
        and not any(second in each for each in (gazetteer.given, gazetteer.titles, _RULERS))
    ):
        # The first of two surnames: "Bucaram" for Jorge Bucaram Záccida.
        found.append(second)
    if len(parts) > 2 and not re.fullmatch(r"[A-Z]\.", parts[-2]):
        # Both surnames, or a particle with its surname: "García Davish", "van Gaal".
        found.append(" ".join(parts[-2:]))
        first = next((at for at in range(len(parts) - 1, 1, -1) if not parts[at - 1].islower()), 1)
        # "von der Leyen"
        found.append(" ".join(parts[first:]))
        # "Van Gogh" for Theo van Gogh, "Al Maamari" for Hamad bin Hilal al Maamari
        found += [" ".join((parts[at].capitalize(), *parts[at + 1 :])) for at in (first, len(parts) - 2) if parts[at].islower()]
    return tuple(dict.fromkeys(found))


def shortened(document: Document, found: list[Found]) -> Iterator[Found]:
    """Of "the Council" and "the Commission": the body named before that ends or begins so; of "the North" the state."""
    yield from called_so(document, found)
    bodies = sorted((each for each in found if each.type == "organization"), key=attrgetter("span"))
    called: dict[str, list[Found]] = {}
    for again in matches(_SHORTENED, document.text, document.where(_BODIES)):
        if _DEPARTMENT.search(document.text, again.start() - 20, again.start()):
            # "the Department of the Navy" is no navy.
            continue
        if again[0] not in called:
            called[again[0]] = [each for each in bodies if f" {again[0]} " in f" {each.name} " and " " in each.name]
        before = called[again[0]]
        if again[0] == "Quartet":
            # Its name often stands within an office: "envoy for the Quartet on the Middle East".
            if "Middle East" in document.text and "Dialogue Quartet" not in document.text:
                yield Found(span=Span(*again.span()), type="organization", name="Quartet on the Middle East", priority=3)
            continue
        if again[0] == "Coalition" and not document.text.endswith(("the ", "The "), 0, again.start()):
            # "Coalition nations": not a coalition of another name.
            before = [each for each in before if each.name.split()[0] in {"Global", "International", "Coalition"}]
        if again[0] in _CALLED_SO:
            # Neither the White House nor the Food and Drug Administration is meant.
            before = [each for each in before if _CALLED_SO[again[0]].search(each.name)]
        if again[0] == "Board of Governors":
            if not any(each.name == "International Atomic Energy Agency" for each in bodies):
                continue
            before = [replace(each, name="IAEA Board of Governors") for each in bodies[:1]]
        if again[0] == "Alliance" and not before:
            before = [each for each in bodies if each.name == "North Atlantic Treaty Organization"]
        earlier = before[: bisect.bisect_left(before, again.start(), key=attrgetter("span.start"))]
        if again[0] in _NAMED_BEFORE and not (
            earlier and (earlier[-1].name.endswith(again[0]) or earlier[-1].name.startswith(f"{again[0]} of "))
        ):
            continue
        if earlier or (before and again[0] != "House") or again[0] in _ALONE_TOO or _RESOLVES.match(document.text, again.end()):
            name = (earlier[-1] if earlier else before[0]).name if before else again[0]
            yield Found(span=Span(*again.span()), type="organization", name=name, priority=3)


_DEPARTMENT = re.compile(r"\bDepartment of the \Z")
_CALLED_SO = {
    "House": re.compile(r"\bHouse of "),
    "Government": re.compile(r"\bGovernment\Z|\AGovernment of "),
    "Administration": re.compile(r"\b(?:President\w*|U\.S\.) Administration\Z"),
}
"""How the body must be called that one of these words means."""
_NAMED_BEFORE = frozenset(
    re.findall(
        r"\w+", "Forum League Movement Front Federation Confederation Network Centre Center Academy Society Corps Command Chamber Board"
    )
)
"""What means a body only after the name that ends so."""
_RESOLVES = re.compile(
    r"\s(?:(?:also|further|deeply|strongly|warmly|firmly|however|therefore|again|fully|has|had|have)\s){0,2}"
    r"(?:recall|note|reiterate|reaffirm|stress|underline|underscore|emphasi[sz]e|deplore|condemn|urge|welcome"
    r"|express|decide|request|encourage|adopt|endorse|commend|congratulate|consider|recogni[sz]e|acknowledge"
    r"|direct|instruct|invite|reject|approve|conclude|adjourn|convene)(?:s|d|ed)\b"
    r"|\s(?:takes|took|looks|calls|called)\s(?:note|forward|on|upon|for)\b"
)
"""What a body does in its own conclusions, where nobody need say which one it is: "The Council recalls …"."""
_ALONE_TOO = frozenset(
    {"Coalition", "Army", "Navy", "Air Force", "Marine Corps", "Coast Guard", "National Guard", "Government", "Administration"}
)
"""What is a name even where the text has not named the body in full."""
