"""Where the words of an event end before what is told of it: "the war with Chile [drags on]", "her election [with all its hopes]"."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.list_items import PEOPLE
from sourcebook.extract.gazetteer import Gazetteer


def before_verb(text: str, found: re.Match[str], end: int, gazetteer: Gazetteer) -> int:
    """Where an event's words end before the verb of which it is the subject."""
    if did := _THEN_DID.search(text, found.start("of"), end):
        end = did.start()
    elif did := _NAME_DID.search(text, found.start("of"), end):
        end = did.start("did")
    elif done := _DONE.search(text, found.start("of"), end):
        end = done.start() if done.end() < end or _DONE_HOW.match(text, end) else end
    partner = _PARTNER.match(text, found.start("of"), end)
    return _past_name(text, partner, end, gazetteer) if partner else end


def _past_name(text: str, partner: re.Match[str], end: int, gazetteer: Gazetteer) -> int:
    """Where words with a name in them end: with it, unless a noun follows that it tells of: "with Chile [keeps]", "with Chilean [officials]"."""
    at = partner.start("name")
    while name := _NAME.match(text, at, end):
        last = name[0].split()[-1]
        if _THEN.match(text, name.end(), end) is None:
            return end
        if (joint := _JOINT.match(text, name.end(), end)) is not None:
            at = joint.end()
            continue
        if any(each in gazetteer.demonyms for each in (name[0], *_PARTS.split(last))) or not name[0][-1].isalnum():
            # "Against British rule": what it is called after.
            return end
        if _GOES_ON.match(text, name.end()):
            return end
        men = _MEN.match(text, name.end(), end)
        return end if men and text.startswith(" and ", men.end()) else men.end() if men else name.end()
    return end


_PARTS = re.compile(r"[-–]")
_PARTNER = re.compile(r"\s+(?:with|against|of|between)\s+(?:the\s+)?(?P<name>[A-Z])")
_NAME = re.compile(r"[A-Z][\w-]*(?:\.[A-Z]\.?)*(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?[A-Z][\w-]*(?:\.[A-Z]\.?)*)*")
_JOINT = re.compile(r",?\s+and\s+(?:the\s+)?(?=[A-Z])|,\s+(?:the\s+)?(?=[A-Z])")
_THEN = re.compile(r"\s+[a-z]")
_GOES_ON = re.compile(r"\s+(?:about|on|over|for|to|from|in|at|and|concerning|regarding)\s|(?:\s+[a-z-]+){1,3}[’']s?\s")
"""After a name what an event is about, or whose it is that the name is of: "with Chile about fish", "of the United Nations aviation agency's council"."""
_MEN = re.compile(
    rf"(?:\s+(?:and\s+)?[a-z-]+(?<!ed)(?<!ing)){{0,2}}?(?:\s+(?:{PEOPLE}|member|allies|ally|partners?|countries|nations|states|people|citizens|civilians|targets|positions"
    r"|strongholds?|bases?|camps?|regime|administration|opposition|representation|consulates?|embass(?:y|ies)|ports?|borders?|coast|territory|soil|waters|islands?|cit(?:y|ies)"
    r"|towns?|villages?|powers?|airports?|airspace|infrastructure|facilities|interests|shipping|convoys?|investors?|firms|banks|executives|investigators|prosecutors|inspectors"
    r"|scholars|journalists|refugees|migrants|protesters|activists|dissidents|hardliners|separatists|nationalists|extremists|jihadists|communists|gunmen|operatives"
    r"|agents|cells?|affiliates?|front|movement|group|groups|network|party|leadership|elite|colleagues|foes?|enem(?:y|ies)|rivals?|neighbou?rs?|question|issue|region"
    r"|nuclear|program(?:me)?|crisis|peninsula|accession|membership|exports?|imports?|goods|rule|power|control|occupation|years|era|days|process|summit|meeting|talks)\b){1,2}"
)
"""What is told of by the name before it, so that the name of an event goes on."""


def is_manner(words: str) -> bool:
    """Whether "with" leads to how or with what something is done, rather than with whom: "with great vigor", "with a commitment"."""
    return bool(_MANNER.match(words)) and not _PEOPLE.search(words)


_MANNER = re.compile(
    r"\s+with\s+(?:(?:all(?:\s+(?:the|its|his|her|their))?|an?|great|little|much|some|no)\s+)(?!of\b)[a-z-]+(?:\s+(?!of\b)[a-z-]+){0,2}(?=\Z|\s|,)(?!.*[A-Z])"
)
_PEOPLE = re.compile(
    rf"\b(?:{PEOPLE}|people|countries|nations|states|powers?|partners?|neighbou?rs?|community|world|public|groups?|enem(?:y|ies)|foes?|rivals?|allies|ally|colleagues?|opposition|regime|administration|delegates|man|men"
    r"|woman|women|[a-z]+(?:ists?|ians?|ors?|ers|ants?|men|ees))\b"
)
_DONE = re.compile(r"(?<=\w)\s+[a-z-]{3,}ed(?:\Z|\s+(?:to|by|with|from|in|at|his|her|its|their|the|an?)\b)")
_THEN_DID = re.compile(
    r"(?<=\w)\s+(?:(?:so|as|(?:far\s+|even\s+)?more|less)\s+(?:long|far|much|soon|likely|possible)"
    r"|fell|rose|broke|began|begins?|went|goes|came|looks?|took|grew|ran|drew|gave|said|says|shows?|suggests?|means?|seems?|remains?|continues?|will|would|resumes?|stalls?|drags?|grinds?|needs?|carr(?:y|ies)|risks?(?=\s+[a-z]+ing\b)|poses?|threatens?(?=\s+to\b)|undermines?)\b"
)
"""What is told of an event right after its name: "Talks with Norway fell", "Meetings with Norway so long as"."""
_NAME_DID = re.compile(
    r"[A-Z][\w.]+(?P<did>\s+(?:warn|make|take|keep|lead|cause|help|bring|put|give|deserve|require|serve|reflect|mark|prove|raise|highlight|leave|force|endanger|create|signal|represent|constitute|show|mean)s?\s+(?:the|its|their|his|her|an?|of|to|that|it|no|little|much|many)\b)"
)
"""What is told of an event after a name: "strikes on Chile [raise the risk]"."""
_DONE_HOW = re.compile(r"\s+(?:to|by|with|from|in|at|his|her|its|their|the|an?)\b")
"""What follows a verb: "the blockade of Chilean ports designed to"."""
