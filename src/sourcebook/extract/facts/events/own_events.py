"""Who was at an event that the words around it call theirs: "after her talks in Oslo", "Norway's summit", "told Reuters in an interview"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.events.attendance import acting_alone
from sourcebook.extract.facts.events.delegates import COMMA, OPENS, acting_after
from sourcebook.extract.facts.events.last_event import each_of, is_of
from sourcebook.extract.facts.events.slack import FAR, NEAR, SLACK
from sourcebook.extract.facts.events.waged import owner_of
from sourcebook.extract.facts.groups import persons, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, EVENT, FOLK, PERSON, PLACE, STATE
from sourcebook.extract.facts.spoken_of import NOUNS, called
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_TALKS = words(
    "talks meeting meetings discussions negotiations consultations conversation conversations interview interviews summit conference forum "
    "hearing briefing call session visit trip tour dialogue round debate"
)
"""What those are at whose it is."""
_JOURNEYS = words("visit visits trip trips tour")
_SPEAKING = words("speaking addressing attending opening")
_CUES = words(
    "after following before ahead during in on at his her their its by told negotiator negotiators addressing attending opening closing joining hosting along alongside together accompanied while of coordinator mediator envoy delegation side"
)


@where(_CUES | words("s"))
def own_events(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Those at whose events something is said or done."""
    meant = [] if sentence.words.isdisjoint(NOUNS) else list(called(reading, sentence))
    signs = Signs(reading, sentence, meant) if meant else signs_of(reading, sentence)
    for position in signs.events:
        event = signs.at[position]
        if event.found.kind == "election" or is_of(event, _INSTALLED):
            yield from each_of(event, _elected(signs, position), sentence)
        if event.found.kind in _FOUGHT or not (is_of(event, _TALKS) or not signs.spoken.isdisjoint(_SPEAKING)):
            continue
        found = [*_named(signs, position), *_along(signs, position)]
        yield from each_of(event, iter(found), sentence)
        # Of whose journeys is told where they went.
        own = None if found or is_of(event, _JOURNEYS) else _OWN.search(signs.words, position - NEAR, position)
        own = own or _WHILE_IN.search(signs.words, position - NEAR, position)
        if own and not _PLANNED.search(signs.words, 0, own.start()):
            at = signs.place(own.start())
            # "Ana Ruiz and her counterpart Ola Lund agreed during their talks": both.
            both = reading.together(sentence.span.start, at) if own.groupdict().get("their") else []
            for who in both or acting_alone(reading, sentence.span.start, at):
                if who != event.entity:
                    yield Statement(event.entity, "participant", who, sentence, Span(at, event.span.end))


def _named(signs: Signs, position: int) -> Iterator[Linked]:
    """Those whom the sentence names as the ones at an event."""
    event = signs.at[position]
    yield from _speakers(signs, position)
    if is_of(event, _JOURNEYS) or not is_of(event, _TALKS):
        return
    yield from those(owner_of(signs, position))
    yield from those(signs.after(_BY.match(signs.words, position + 1)))
    sent = _SENT.search(signs.words, position - NEAR, position)
    yield from [signs.at[sent.start("of")]] if sent else []
    if is_of(event, _INTERVIEWS):
        yield from _asked(signs, position)


def _elected(signs: Signs, position: int) -> Iterator[Linked]:
    """After "the election of Ana Ruiz as president", "Ana Ruiz's inauguration", "After her election, Ana Ruiz", "congratulated her on her election": she."""
    text = signs.words
    of = _OF.match(text, position + 1)
    owner = owner_of(signs, position)
    front = _AFTER_HER.fullmatch(text, 0, position)
    comma = COMMA.search(text, position + 1, position + NEAR) if front else None
    greeted = _GREETED.search(text, position - FAR, position)
    for found in (
        signs.after(of),
        owner,
        signs.after(comma) if comma and PERSON not in text[position + 1 : comma.start()] else None,
        signs.after(greeted, "verb"),
    ):
        whole = found and (greeted is None or found.end <= greeted.end("whom"))
        yield from persons(found) if found and whole else ()


def _along(signs: Signs, position: int) -> Iterator[Linked]:
    """After "she attended the summit along with A", "was signed by A and B at the summit": those."""
    text = signs.words
    along = _ALONG.match(text, position + 1) if not signs.spoken.isdisjoint(_BESIDE) else None
    yield from those(signs.after(along) if along and _ATTENDS.search(text, position - NEAR, position) else None)
    doers = signs.up_to(_AT.search(text, position - NEAR, position) if "by" in signs.spoken else None)
    if doers and _DONE_BY.search(text, doers.start - NEAR, doers.start):
        yield from (each for each in doers.who if each.found.type != "demonym")


_BESIDE = words("along alongside together accompanied")
_ALONG = re.compile(
    rf"(?:\s+(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}])?,?\s+(?:along\s+with|together\s+with|alongside|accompanied\s+by)\s+(?:the\s+|its\s+|his\s+|her\s+)?"
)
_ATTENDS = re.compile(rf"\b(?:attend(?:s|ed|ing)?|address(?:es|ed|ing)?|(?:participat\w+|t(?:ook|aking|akes?)\s+part)\s+in)\s+{SLACK}\Z")
_AT = re.compile(rf"\s+(?:at|during|on\s+the\s+(?:sidelines|side\s+lines|margins)\s+of)\s+{SLACK}\Z")
_DONE_BY = re.compile(
    r"\b(?:signed|adopted|announced|agreed|launched|endorsed|initialled|concluded|presented|unveiled|issued|made|given|taken|reached"
    r"|established|expressed|outlined|delivered|approved|(?:commitments?|pledges?|promises?|remarks|speech|address|statements?|launch"
    r"|announcement|agreement|decision|presentation)(?:\s+(?:of|on|to|for)\s[^.;,]{2,60}?)?)\s+by\s+(?:both\s+)?(?:the\s+)?\Z"
)
_WHILE_IN = re.compile(rf"\s+while\s+in\s+(?:the\s+)?[{PLACE}{STATE}](?:,\s+[{PLACE}{STATE}],?)?\s+(?:for|to\s+attend)\s+{SLACK}\Z")
_INSTALLED = words("election elections re-election reelection inauguration swearing-in coronation enthronement investiture")
_OF = re.compile(rf"\s+of\s+(?:the\s+)?(?:[A-Z][a-z]+\s+(?={PERSON}))?")
_AFTER_HER = re.compile(rf"(?:After|Following|Upon|On|Since|Before|At|In|During)\s+(?:his|her)\s+{SLACK}")
_GREETED = re.compile(
    rf"\b(?P<verb>(?:congratulat|compliment|greet|felicitat)(?:e[sd]?|s|ed|ing)\s+)(?P<whom>[^.;“”{EVENT}]{{1,150}}?)\s+(?:up)?on\s+(?:(?:his|her|winning|(?:his|her)\s+[a-z ]{{3,30}}?\s(?:in|at|during))\s+)(?:the\s+)?{SLACK}\Z"
)
_FOUGHT = words("conflict attack election exercise")
"""Kinds of events at which nobody talks."""


def _speakers(signs: Signs, position: int) -> tuple[Linked, ...]:
    """After "Speaking after talks in Oslo, A said", "In talks last month A urged": A; and of "A and B on their first visit" both."""
    text = signs.words
    front = None if is_of(signs.at[position], _JOURNEYS) else _FRONT.fullmatch(text, 0, position)
    if front:
        some = front["the"] and not (front["spoke"] or front["within"] or front["there"])
        found = acting_after(signs, position, _WITH)
        if _FOR_YEARS.search(front[0]):
            # "After four years of talks, Ana Ruiz warned Ola Lund": whose they were, other words tell.
            return tuple(each for each in found if each.found.type != "person")
        return tuple(each for each in found if each.found.type == "person" or not some)
    own = _OWN.search(text, position - NEAR, position)
    listed = signs.up_to(own)
    if listed is None or own is None:
        return ()
    if is_of(signs.at[position], _JOURNEYS) and _MET.search(text, listed.start - FAR, listed.start):
        # "Ana Ruiz met Ola Lund during her visit": not Lund's.
        return ()
    # "Welcomed her to the Office during her visit": not the Office.
    return persons(listed) if own["their"] is None else listed.who * (len(listed.who) > 1)


_FOR_YEARS = re.compile(r"\b(?:years|months|decades|year|decade)\s+of\s")
_WITH = re.compile(r"\s+with\s")
_FRONT = re.compile(
    rf"{OPENS}(?i:(?P<spoke>(?:Speaking|Talking|Writing|Commenting)\s+)(?:after|before|following|ahead\s+of|during|at|in)|(?P<there>Addressing|Attending|Opening|Closing|Joining|Hosting)"
    rf"|(?P<within>In|During|Throughout|(?:Up)?on\s+(?:the\s+)?conclusion\s+of)|After|Following|Before|Ahead\s+of|On)\s+(?P<the>(?:the|this|that)\s+)?{SLACK}(?:{EVENT}\s+of\s+(?:the\s+)?{SLACK})?"
)
_OWN = re.compile(
    rf"(?:,\s+(?:speaking\s+)?|\s+)(?:after|following|during|in|on|at|before|ahead\s+of|through)\s+(?:his|her|(?P<their>their))\s+{SLACK}\Z"
)
_MET = re.compile(
    rf"\b(?:met|meets|meet|(?:talks|meetings?|discussions|conversations?|spoke|conferred)\s+with)\s+(?:with\s+)?(?:the\s+)?[^.;“”{EVENT}]{{0,60}}\Z"
)
_PLANNED = re.compile(r"\b(?:cancel\w*|postpon\w*)\b")
_BY = re.compile(r"\s+by\s+(?:the\s+)?")
_SENT = re.compile(
    rf"(?P<of>[{BODY}{STATE}{FOLK}])(?:[’']s?)?\s+(?:(?!and\b)[a-z]+\s+){{0,2}}(?:negotiators?|coordinator|mediators?|envoy|delegation|delegates|side|team)"
    rf"\s+(?:in|at|for|of|to)\s+{SLACK}\Z"
)
_INTERVIEWS = words("interview interviews")


def _asked(signs: Signs, position: int) -> Iterator[Linked]:
    """After "A told the Post in an interview", "an interview with A": who asked and who answered."""
    text = signs.words
    told = _TOLD_IN.search(text, position - FAR, position)
    if told:
        speaker, asker = signs.doing(told), signs.after(told, "to")
        yield from those(speaker)
        yield from those(asker)
    yield from those(signs.after(_JOINT.match(text, position + 1)))
    yield from those(signs.doing(_SAID_IN.search(text, position - FAR, position)))


_TOLD_IN = re.compile(
    rf"\b(?P<to>told\s+(?:the\s+)?)(?=[^.;“”]{{1,60}}?\s(?:in|during)\s)[^.;“”{EVENT}]{{1,60}}?\s(?:in|during)\s+(?:an?|the|his|her)\s+{SLACK}\Z"
)
_JOINT = re.compile(
    r"\s+(?:(?:on|last|this)\s+[\w ]{2,16}?\s+|today\s+|yesterday\s+)?(?:with|to)\s+(?:the\s+|[a-z]+\s+(?:newspaper|agency|magazine|station)\s+)?"
)
_SAID_IN = re.compile(
    rf"\b(?:said|says|gave|gives|spoke|[a-z]+ed)\s+(?:(?![^.;,“”{EVENT}{PERSON}]{{0,40}}\b(?:reaction|response|about|after|regarding|reacting|referring|answer|reply)\b)[^.;,“”{EVENT}{PERSON}]{{0,40}}?\s)?(?:(?:in|during)\s+)?(?:an?|the|his|her)\s+{SLACK}\Z"
)
