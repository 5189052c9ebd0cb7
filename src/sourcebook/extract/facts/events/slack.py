"""What may stand between an event and the words that tell of it."""

from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, OFFICE, PLACE, STATE

SLACK = (
    rf"(?:[a-z-]+(?:al|ed|ous|ust|ive|ful|ic|less|ble|ent|ant)(?:,\s+(?:and\s+)?|\s+and\s+)(?=[a-z-]+,?\s)(?!(?:the|an?|its|his|her|their)\s)|(?!(?:and|or|but|in|at|on|with|to|by|from|that|which|who|whom|whose|before|after|during|for|as|is|was|were|are|be|said|while|of|between|against|into|not|no|since|until|despite|amid|amidst|than|because)\b)[\w’'-]+[’']?\s+|(?:{DATE}|\d{{4}})\s+and\s+(?={DATE}|{EVENT})|[{FOLK}{STATE}{BODY}{DATE}{OFFICE}{PLACE}](?:[’']s?)?(?:-[a-z]+)?\s+|\([^)]{{1,12}}\)\s+|[“\"‘']"
    r"|(?:rounds?|series|sessions?|formats?|framework|proceedings|deliberations|work|hours?|days?|weeks?|months?|years?|conclusion|close|course|outset|editions?|parts?|phases?|opening|(?:active|initial|final|main|field|sea|live)\s+portions?|iterations?|start|end|stages?|kind|margins|sidelines|ceremony|legs?)\s+of\s+(?:the\s+|an?\s+|its\s+|their\s+)?){0,8}"
)
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
