"""What may stand between an event and the words that tell of it."""

from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, OFFICE, PLACE, STATE

_ADJECTIVES = (
    r"[a-z-]+(?:al|ed|ous|ust|ive|ful|ic|less|ble|ent|ant)(?:,\s+(?:and\s+)?|\s+and\s+)(?=[a-z-]+,?\s)(?!(?:the|an?|its|his|her|their)\s)"
)
"""All but the last of several: "bilateral and " before "multilateral"."""
_NO_FURTHER = (
    r"(?:and|or|but|in|at|on|with|to|by|from|that|which|who|whom|whose|before|after|during|for|as|is|was|were|are|be|said|while|of|between|against"
    r"|into|not|no|since|until|despite|amid|amidst|than|because|over|about|regarding|towards?|among|amongst|within|without|around)\b"
)
_DATES = rf"(?:{DATE}|\d{{4}})\s+and\s+(?={DATE}|{EVENT})"
_OF_WHOM = rf"[{FOLK}{STATE}{BODY}{DATE}{OFFICE}{PLACE}](?:[’']s?)?(?:-[a-z]+)?\s+"
_PART_OF_IT = (
    r"(?:rounds?|series|sessions?|formats?|framework|proceedings|deliberations|work|hours?|days?|weeks?|months?|years?|conclusion|close|course|outset"
    r"|editions?|parts?|phases?|opening|(?:active|initial|final|main|field|sea|live)\s+portions?|iterations?|start|end|stages?|kind|margins|sidelines"
    r"|ceremony|legs?)\s+of\s+(?:the\s+|an?\s+|its\s+|their\s+)?"
)
"""As in "second round of the"."""
SLACK = rf"(?:{_ADJECTIVES}|(?!{_NO_FURTHER})[\w’'-]+[’']?\s+|{_DATES}|{_OF_WHOM}|\([^)]{{1,12}}\)\s+|[“\"‘']|{_PART_OF_IT}){{0,8}}"
"""The words between a verb and the event that is its object."""
AMONG_SEVERAL = (
    r"(?:(?:wars|conflicts|battles|campaigns|summits|conferences|meetings|operations|missions|exercises|drills|forums|elections)"
    r"(?:,?\s+(?:including|such\s+as|like|namely|notably)|\s+[–—-]|:)\s+(?:the\s+|[Ee]xercises?\s+|[Oo]perations?\s+)?)?"
)
"""As in "took part in several wars, including"."""
NEAR = 100
"""Signs and letters before an event in which its verb is sought."""
FAR = 220
"""Signs and letters before an event in which those are named who are invited to it."""
