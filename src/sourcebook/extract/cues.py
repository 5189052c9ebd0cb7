"""The words that state facts: verbs of visiting, meeting and opening, marks of plans and denials, counts."""

import re

PLAN = re.compile(
    r"\b(?:will|plans? to|intends? to|expected to|would|hopes? to|is to|are to|keen|prospects?|wish(?:es)?|proposed|ready to|aims? to)\b"
)
DENIAL = re.compile(r"\b(?:not|never|denied|denies|refused|without|rejects?|rejected)\b")
VISIT = re.compile(
    r"\b(?:(?:made|paid|pays|paying|completed|began|concluded)\s+(?:an?|his|her|the)?\s*(?P<kind>(?:\w+\s+)?)visit\s+to"
    r"|visited|visits|visiting|(?:traveled|travelled|travels|flew|arrived|went)\s+(?:to|in|at))\s+(?:the\s+)?"
)
VISIT_OF = re.compile(r"\b(?P<kind>(?:official|state|working|first|recent)\s+)?visits?\s+(?:to|in)\s+(?:the\s+)?")
MEET = re.compile(
    r"\b(?:met|meets|meeting|held\s+(?:a\s+|bilateral\s+)?(?:meetings?|talks?|discussions|consultations)|talks|spoke|conferred)\s*(?:separately\s+|also\s+)?(?:with|alongside)?\s+",
    re.IGNORECASE,
)
OPEN = re.compile(r"\b(?:inaugurat\w+|opened|opening|unveiled)\b")
LATE = re.compile(r"(?:After|Following|Before|While|Upon)\b")
TIMES = re.compile(
    r"(?P<bound>no fewer than|at least|more than|no less than|about|around|some|no more than|at most|up to)?\s*\b(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty)\s+times\b"
)
WORDS = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
} | {"twenty": 20}
BOUNDS = {
    "no fewer than": "at-least",
    "at least": "at-least",
    "more than": "at-least",
    "no less than": "at-least",
    "about": "about",
    "around": "about",
    "some": "about",
    "no more than": "at-most",
    "at most": "at-most",
    "up to": "at-most",
}
DEGREE = re.compile(r"\b(?:PhD|Ph\.D\.|Doctor|Doctorate|Candidate|Master|MA|MSc)(?:\s+(?:in|of)\s+[A-Z][\w ]+?)(?=[,.;]|$)")
PROPOSED = re.compile(r"\b(?:prospects?|discuss\w*|interest|propos\w+|promising|consider\w*|explor\w+|possib\w+|avenues)\b", re.IGNORECASE)
PLANNED = re.compile(r"\b(?:will|plans?|planned|agreed|intend\w*|to be)\b", re.IGNORECASE)
