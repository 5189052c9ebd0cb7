"""With whom, against whom and of whom an event is: "talks with Norway and Chile"; and who is told after it: "Among those attending the summit were A"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.events.last_event import is_of
from sourcebook.extract.facts.events.slack import NEAR, SLACK
from sourcebook.extract.facts.events.waged import WAGED, owner_of
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.signs import DATE, FOLK, PLACE, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_bloc

_OF = re.compile(rf"(?:\s+(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}](?:,\s+[{PLACE}{STATE}],?)?)?\s+(?:of|by|from)\s+(?:the\s+)?")
_WITH = re.compile(
    rf"(?:\s+(?:here|today|yesterday|{DATE}|(?:on|of)\s+{DATE}|in\s+{PLACE})|\s*\([^)]{{1,24}}\))?(?:,\s+via\s+[a-z -]+)?,?\s+(?:together\s+|along\s+|jointly\s+)?(?:with|alongside|against)\s+(?:(?:its|their)\s+)?(?:neighbou?ring\s+)?"
)

_THEIR = r"(?:partners|colleagues|entrepreneurs|investors|interlocutors|negotiators|counterparts)"
_PARTNERS = re.compile(
    rf"(?:\s+(?:here|today|yesterday|in\s+[{PLACE}{STATE}]))?\s+with\s+(?:(?:(?:an?|the|its|his|her|their|our)\s+)?(?:[a-z]+\s+){{0,2}}(?:range|group|number|series|team)\s+of\s+)?"
    rf"(?:(?:its|his|her|their|our|leading|key|senior)\s+)*(?:(?P<folk>{FOLK})\s+(?:[a-z]+\s+)?{_THEIR}|{_THEIR}\s+from\s+(?:the\s+)?(?P<state>{STATE}))\b"
)
"""As in "talks with a number of Chilean partners", "discussions with their colleagues from Chile"."""
_ON_IT = re.compile(r"\bon\s+(?:the|this|that)\s+\Z")
"""In "was signed on the occasion by A" it is no event of A's."""
_OWN = re.compile(rf"(?:\b(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|[’']s?)\s+{SLACK}\Z")
_OF_EQUALS = words("civil independence")
"""Wars of both, whosever they are called."""
_FEARED = re.compile(
    r"\b(?:avoid\w*|prevent\w*|risk\w*|fears?\s+of|into|preparations?\s+for"
    r"|(?:ask|call|push|press|appeal|wish|hope|beg|plead)(?:e?s|ed|ing)?\s+for|(?:prospects?|possibility|idea)\s+of|(?:request|demand|proposal)s?\s+for)\s+"
    r"(?:(?:an?|the|new|direct|further|peace|bilateral)\s+){0,2}\Z"
)
"""Before what has not come: "preparations for war against Chile", "asks for talks with Chile"."""


_AMONG_THOSE = re.compile(
    rf"\b"
    rf"(?:[Aa]mong\s+(?:the\s+)?(?:those|others?|other\s+\w+|\w+\s+\w+|\w+)\s+(?:who\s+)?(?:(?:also|were)\s+)?(?:attend(?:ed|ing)|present\s+(?:at|in)|participat(?:ed|ing)\s+in|(?:taking|took)\s+part\s+in|at|joining|invited\s+to)|(?:[Tt]hose|[Oo]thers?|[A-Z]?[a-z]+|[A-Z]?[a-z]+\s+[a-z]+|[Hh]eads\s+of\s+[Ss]tates?(?:\s+and\s+[Gg]overnments?)?),?\s+(?:who\s+(?:attended|took\s+part\s+in|participated\s+in|fought\s+in|were\s+present\s+at)|attending|(?:taking\s+part|participating)\s+in|present\s+at|joining)"
    rf"|(?:[Pp]articipants|[Pp]arties|[Bb]elligerents|[Aa]ttendees|[Gg]uests|[Ss]peakers|[Kk]eynote\s+speaker|[Pp]anelists|[Dd]elegates|[Pp]articipating\s+\w+)\s+(?:in|at|of|to)|(?:[Aa]lso\s+)?(?:[Pp]resent|[Aa]ttending|[Rr]epresented|[Ii]n\s+attendance|[Jj]oining|[Pp]articipating|[Tt]aking\s+part)(?:\s+(?:at|in|for|during|on))?|[Aa]lso\s+(?:in|at)|(?:Leading|Heading|Representing|Addressing|Opening|Closing|Hosting|Gracing|Inaugurating|Witnessing|Chairing)(?:\s[^.;,“”]{{1,50}}?\s(?:at|to|of|in))?)\s+{SLACK}\Z"
)
_WERE = re.compile(
    r"[^.;“”]{0,60}?\s+(?:(?:also\s+)?(?:was|were|is|are|will\s+be)|includ(?:ed?|es)|comprised?|came\s+from|[–—-]\s+including)(?:\s+also)?\s*[:,]?\s+(?:among\s+others,?\s+)?"
)
_INVERTING = words(
    "among parties belligerents fought those others took attending attended present participants attendees guests speakers panelists delegates participating "
    "represented attendance joining taking also leading heading representing addressing opening closing hosting invited gracing inaugurating witnessing chairing"
)


def company(signs: Signs, position: int) -> Iterator[Linked]:
    """With whom talks, drills or a war are, and whose; and of whom a meeting is."""
    text = signs.words
    found = signs.after(None if _ON_IT.search(text, position - NEAR, position) else _OF.match(text, position + 1))
    if found and (len(found.who) > 1 or found.who[0].found.type == "organization" or is_bloc(found.who[0])):
        yield from found.who
    joint = _WITH.match(text, position + 1)
    found = signs.after(joint)
    partners = _PARTNERS.match(text, position + 1) if found is None else None
    yield from [signs.at[partners.start("folk") if partners["folk"] else partners.start("state")]] if partners else ()
    if joint is None or found is None or _FEARED.search(text, position - NEAR, position):
        return
    owner = owner_of(signs, position)
    yield from those(owner)
    event = signs.at[position]
    own = owner or _OWN.search(text, position - NEAR, position)
    if not own or "against" not in joint[0] or not is_of(event, WAGED) or is_of(event, _OF_EQUALS):
        # "Norway's war against Chile", "held to account for its war against Chile": Chile takes no part.
        yield from found.who
    if len(found.who) == 1 and found.who[0].found.type == "person" and (of := _HIS_LAND.match(text, found.end)):
        # "his war with Ana Ruiz's Chile"
        yield signs.at[of.start("of")]


_HIS_LAND = re.compile(rf"[’']s?\s+(?P<of>{STATE})(?![’'-])")


def inverted(signs: Signs, position: int, after: int) -> tuple[Linked, ...]:
    """All of the list to which words before the event at a position and after it lead."""
    leads = not signs.spoken.isdisjoint(_INVERTING) and _AMONG_THOSE.search(signs.words, position - NEAR, position)
    return those(signs.after(_WERE.match(signs.words, after) if leads else None))
