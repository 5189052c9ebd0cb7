"""Clubs that are called as their towns, where a text tells of matches: "a 2-0 win over Bergen", "rivals Liverpool"."""

from collections.abc import Collection, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import LED_BY, alternatives
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_PLAYS = (
    "striker|midfielder|defender|goalkeeper|keeper|winger|forward|full-back|left-back|right-back|centre-back"
    "|centre-half|playmaker|team-?mates?|manager|boss|head coach|assistant coach|coach|captain|skipper"
    "|quarterback|linebacker|pitcher|shortstop|outfielder|fly-half|scrum-half|prop|lock|hooker|flanker|prop forward"
    "|fans|supporters|squad|academy|legend"
)
_TOWNS_PLAYER = re.compile(
    rf"(?<![\w.’'-])(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)\s(?:(?:and\s(?:[A-Z]\w+\s){{1,2}})?(?:{_PLAYS}))"
    rf"(?:\s[A-Z]|[’']|\b(?=,|\.|\swho\b))"
)
_NAME = r"(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)(?=[’']s?\s|[,.;:)!?]|\s[\da-z(–—-]|\Z)"
_RIVALS = re.compile(
    rf"\b"
    rf"(?:champions|runners-up|[Rr]ivals|clubs?|strugglers|promoted|relegated|table-toppers|leaders"
    rf"|(?:League|Championship|Premiership|Bundesliga|Ligue|Serie|division|Division)(?: One| Two| A| 1)? "
    rf"(?:side|club|outfit|champions)|side|on loan (?:at|from|to)|signed (?:from|for)|move to|transfer to"
    rf"|transfer from) {_NAME}"
)
_PLAYING = frozenset(_PLAYS.replace("?", "").split("|")) | words_of(
    "rivals club clubs champions loan signed transfer strugglers side promoted relegated teammates teammate head assistant"
)
_OVERCAME = (
    r"(?:beat(?:ing|en(?: \d{1,3}-\d{1,3})? by)?|thrash(?:ed|ing)|hammer(?:ed|ing)|trounc(?:ed|ing)"
    r"|edg(?:ed|ing)(?: past)?|defeat(?:ed|ing)|outclass(?:ed|ing)|thump(?:ed|ing)|eliminat(?:ed|ing)"
    r"|overc(?:ame|ome)|los(?:e|es|ing|t) (?:\d{1,3}-\d{1,3} )?(?:to|at|against)"
    r"|dr(?:ew|aw|awn) (?:\d{1,3}-\d{1,3} )?(?:with|at|against))"
)
_RESULT = r"(?:win|wins|victory|victories|defeats?|draws?|loss|losses|triumph|thrashing|rout|stalemate)"
_GAME = r"(?:clash|match|matches|game|games|tie|fixture|fixtures|leg|replay|encounter|semi-final|quarter-final|final|play-off|derby)"
_AGAINST = re.compile(
    rf"\b"
    rf"(?:{_OVERCAME}|{_RESULT} (?:over|against|to|by|at|with|at home to|away to|away at|at the hands of)"
    rf"|{_GAME} (?:against|with|versus|v|vs)"
    rf"|(?:goals?|hat-trick|debut|appearances?|caps?|played|scored|plays?|playing|start(?:ed)?) (?:for|against)"
    rf"|points? (?:clear of|adrift of)|signed by|behind|ahead of|above|below|take on|taking on|trip to play"
    rf"|line up against|(?:boss|manager|coach|spells?|career|contract) (?:at|with)) {_NAME}"
)
_DOES = re.compile(
    rf"(?<![\w.’'-])(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)"
    rf"(?:\s(?:who\s)?(?:have\s|had\s|also\s|then\s)?"
    rf"(?:beat|thrashed|hammered|trounced|outclassed|thumped|drew|lost \d|lost to|trail(?:ed)?|equali[sz]ed"
    rf"|were beaten|were held|were relegated|were promoted|were reduced"
    rf"|(?:are|were|sit|remain|stay) (?:\w+ ){{0,3}}"
    rf"(?:points|unbeaten|bottom|top of|second|third|fourth|fifth|in the relegation)|took the lead"
    rf"|went ahead|came from behind|dropped points|won \d)\b|,\sbeaten\s\d"
    rf"|[’']s?\s(?:[\w-]+\s){{0,2}}?"
    rf"(?:{_RESULT}|title|relegation|squad|line-up|midfield|back four|dressing room|penalty|equali[sz]er"
    rf"|opener|winner|striker|keeper|goalkeeper|midfielder|defender|unbeaten)\b)"
)
_PLAYED = re.compile(
    r"(?<![\w.’'-])(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)\s(?:v|vs|\d{1,2}-\d{1,2})\s"
    r"(?P<other>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)(?![\w-]|\s[A-Z])"
)
_CLUB_NAMES = words_of("United Rovers Wanderers Athletic Albion Hotspur FC County Town Rugby Orient Thistle Alexandra")
_CLUB = re.compile(rf"(?<![\w.’'-])(?P<name>[A-Z][\w’-]+)\s{alternatives(_CLUB_NAMES)}(?![\w-])")
_TEAM = re.compile(
    r"(?<![\w.’'-])(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)\s"
    r"(?!Athletes|Games|Olympics|Sevens|Masters|Gardens|Championships|Finals|Awards|Grounds|Indoors|Airlines|Hills"
    r"|Nations|States|Times)(?:[A-Z][a-z]{2,}s|Rugby)(?![\w’'-]|\s[A-Z])"
)
"""A team by its town and a word for many: "Leeds Tykes"."""
_PLAYER = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][\w’-]+(?:\s(?:(?:van|de|der|da|di)\s){0,2}[A-Z][\w’-]+){1,2})\s"
    r"(?:scored|equali[sz]ed|netted|headed|converted|slotted|fired|volleyed|tapped in|was sent off|came on"
    r"|limped off|saved|(?=\((?P<team>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)\)))"
)
"""Who plays, by a deed or by the team in brackets: "Jan Novak (Leeds Tykes)"."""
_LISTED = re.compile(
    r"(?:(?<![\w.’'-])[A-Z][\w’-]++(?:\s[A-Z][\w’-]++)*(?:,\s(?:and\s|or\s)?|\s(?:and|or|but|nor)\s(?:either\s)?))+"
    r"(?=[A-Z])[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)*"
)
_JOINT = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|but|nor)\s(?:either\s)?")
_SPORT = words_of(
    "league premiership striker midfielder goalkeeper defender winger penalty half-time coach fixture fixtures "
    "goals kick-off relegation playoff playoffs play-off "
    "semi-final quarter-final squad stadium referee teammates equaliser scorer championship innings wicket touchdown quarterback midfield"
)
_ALSO = words_of(
    "match matches club clubs team teams players player boss beat title rivals cup final season win champions goal "
    "manager game games captain injury draw defeat"
)
SPOKEN, ALSO, MUCH = 2, 4, 5
"""So many sentences speak of sport in a text that tells of matches: in words of sport alone, or, with one of those and without, in words that are used of other things too."""
_THERE = re.compile(r"\b(?:[Ii]n|[Nn]ear|outside|around|of|city|town|live[sd]?|born|north|south|east|west)\s(?:the\s)?\Z")
_ITS_LAND = re.compile(r",\s[A-Z][a-z]+[,.]|[ -][A-Z]|-based")


def sides(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Clubs by the names of their towns: beside who plays for them; and, in a text about matches, who plays against whom, and wherever else they stand."""
    text = document.text
    shown: dict[str, set[int]] = {}
    for sentence in document.holding(_PLAYING):
        for pattern in (_TOWNS_PLAYER, _RIVALS):
            for found in pattern.finditer(text, sentence.span.start, sentence.span.end):
                _show(shown, found, "name", gazetteer)
    sport = document.holding(_SPORT)
    if len(sport) >= SPOKEN or len(document.holding(_ALSO)) >= (ALSO if sport else MUCH):
        yield from _in_matches(document, shown, gazetteer)
    for name, places in shown.items():
        for at in places:
            yield Found(span=Span(at, at + len(name)), type="organization", name=name, priority=6)


def _in_matches(document: Document, shown: dict[str, set[int]], gazetteer: Gazetteer) -> Iterator[Found]:
    """What shows a club in a text about matches; teams with a name of their own after the town's, and players."""
    text = document.text
    for sentence in document.sentences:
        last, capitals = sentence.span.end, document.capitals_by_sentence[sentence.number]
        for found in _AGAINST.finditer(text, sentence.span.start, last):
            _show(shown, found, "name", gazetteer)
        for found in matches(_PLAYER, text, capitals, last):
            yield from _player(found, gazetteer)
        for found in matches(_TEAM, text, capitals, last):
            known = gazetteer.names.get(found["name"])
            people = found["name"] in gazetteer.given or found[0] in gazetteer.demonyms
            if known and known.kind == "city" and not people and not _led(text, found.start()):
                yield Found(span=Span(*found.span()), type="organization", name=found[0], priority=6)
        for found in matches(_DOES, text, capitals, last):
            _show(shown, found, "name", gazetteer)
        for found in matches(_PLAYED, text, capitals, last):
            _show(shown, found, "name", gazetteer)
            _show(shown, found, "other", gazetteer)
        for found in matches(_CLUB, text, capitals, last):
            _show(shown, found, "name", gazetteer)
            shown.get(found["name"], set()).discard(found.start("name"))
    _beside(text, shown, gazetteer)
    _again(document, shown, gazetteer)


def _beside(text: str, shown: dict[str, set[int]], gazetteer: Gazetteer) -> None:
    """In lists with a club, the others."""
    for found in _LISTED.finditer(text):
        names = [each for each in _JOINT.split(found[0]) if each]
        clubs = [each for each in names if each in shown or gazetteer.body(each)]
        if clubs and not _THERE.search(text, found.start() - 12, found.start()):
            for each in names:
                _show_at(shown, each, found.start() + found[0].index(each), gazetteer, ("city", "region"))


def _again(document: Document, shown: dict[str, set[int]], gazetteer: Gazetteer) -> None:
    """Where else the clubs stand; whoever is called like a town, as "Jason Robinson", is none, and a town with two clubs is the town."""
    for name in [*shown]:
        places = document.where([name.split()[0]])
        if len(_clubs_of(name, gazetteer)) > 1 or any(_led(document.text, at) for at in places):
            del shown[name]
        else:
            shown[name].update(at for at in places if _alone(document.text, at, name))


def _clubs_of(town: str, gazetteer: Gazetteer) -> list[str]:
    """The clubs of a town that the table knows by its name: "Manchester City", "Manchester United"."""
    return [club.name for each in (*_CLUB_NAMES, "City") if (club := gazetteer.body(f"{town} {each}"))]


def _led(text: str, at: int) -> bool:
    """Whether a capitalised word stands right before that begins no sentence."""
    return LED_BY.search(text, at - 24, at) is not None


def _player(found: re.Match[str], gazetteer: Gazetteer) -> Iterator[Found]:
    """Somebody who plays, without what a capital only begins the sentence with: "Substitute Kofi Adu"."""
    start, words = found.start("name"), found["name"].split()
    team = gazetteer.names.get(found["team"]) if found["team"] else None
    if found["team"] and not (team and (team.type == "organization" or team.kind == "city")) and not _TEAM.fullmatch(found["team"]):
        return
    while len(words) > 2 and words[0] not in gazetteer.given:
        start += len(words.pop(0)) + 1
    plain = not any(each.isupper() or gazetteer.lists(each, "opening", "institution", "other", "body") for each in words)
    if words[0] in gazetteer.given or (found["team"] and plain):
        yield Found(span=Span(start, found.end("name")), type="person", name=" ".join(words), priority=5)


def _show(shown: dict[str, set[int]], found: re.Match[str], group: str, gazetteer: Gazetteer) -> None:
    """Notes that a town's name stands for its club."""
    _show_at(shown, found[group], found.start(group), gazetteer)


def _show_at(shown: dict[str, set[int]], name: str, at: int, gazetteer: Gazetteer, kinds: Collection[str] = ("city",)) -> None:
    known = gazetteer.names.get(name)
    if known and known.kind in kinds:
        shown.setdefault(name, set()).add(at)


def _alone(text: str, at: int, name: str) -> bool:
    """Whether a name stands somewhere without a word that shows the town, and is no part of a longer one."""
    end = at + len(name)
    return (
        text.startswith(name, at)
        and not text[end : end + 1].isalnum()
        and not _THERE.search(text, at - 12, at)
        and not _ITS_LAND.match(text, end)
    )
