"""Who took part in an event, told after it: "Among those attending the summit were A and B", "Taking part in the talks: A"."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.events.slack import NEAR, SLACK
from sourcebook.extract.facts.groups import those
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words

_AMONG_THOSE = re.compile(
    rf"\b"
    rf"(?:[Aa]mong\s+(?:the\s+)?(?:those|others?|other\s+\w+|\w+\s+\w+|\w+)\s+(?:who\s+)?(?:(?:also|were)\s+)?(?:attend(?:ed|ing)|present\s+(?:at|in)|participat(?:ed|ing)\s+in|(?:taking|took)\s+part\s+in|at|joining)|(?:[Tt]hose|[Oo]thers?|[A-Z]?[a-z]+|[A-Z]?[a-z]+\s+[a-z]+|[Hh]eads\s+of\s+[Ss]tates?(?:\s+and\s+[Gg]overnments?)?),?\s+(?:who\s+(?:attended|took\s+part\s+in|participated\s+in|fought\s+in|were\s+present\s+at)|attending|(?:taking\s+part|participating)\s+in|present\s+at|joining)"
    rf"|(?:[Pp]articipants|[Pp]arties|[Bb]elligerents|[Aa]ttendees|[Gg]uests|[Ss]peakers|[Kk]eynote\s+speaker|[Pp]anelists|[Dd]elegates|[Pp]articipating\s+\w+)\s+(?:in|at|of|to)|(?:[Aa]lso\s+)?(?:[Pp]resent|[Aa]ttending|[Rr]epresented|[Ii]n\s+attendance|[Jj]oining|[Pp]articipating|[Tt]aking\s+part)(?:\s+(?:at|in|for|during|on))?|[Aa]lso\s+(?:in|at)|(?:Leading|Heading|Representing|Addressing|Opening|Closing|Hosting|Gracing|Inaugurating|Witnessing|Chairing)(?:\s[^.;,“”]{{1,50}}?\s(?:at|to|of|in))?)\s+{SLACK}\Z"
)
_WERE = re.compile(
    r"[^.;“”]{0,60}?\s+(?:(?:also\s+)?(?:was|were|is|are|will\s+be)|includ(?:ed?|es)|comprised?|came\s+from|[–—-]\s+including)(?:\s+also)?\s*[:,]?\s+(?:among\s+others,?\s+)?"
)
_INVERTING = words(
    "among parties belligerents fought those others took attending attended present participants attendees guests speakers panelists delegates participating "
    "represented attendance joining taking also leading heading representing addressing opening closing hosting gracing inaugurating witnessing chairing"
)


def inverted(signs: Signs, position: int, after: int) -> tuple[Linked, ...]:
    """All of the list to which words before the event at a position and after it lead."""
    leads = not signs.spoken.isdisjoint(_INVERTING) and _AMONG_THOSE.search(signs.words, position - NEAR, position)
    return those(signs.after(_WERE.match(signs.words, after) if leads else None))
