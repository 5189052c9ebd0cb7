"""Verbs of those who make an event, come to it, or want it."""

from sourcebook.extract.facts.times.clauses import DETERMINERS, HAS, IS, MAY, PREPOSITIONS, WAS, WILL, is_past, word_at
from sourcebook.extract.phrases import words

PRESENT = words(
    "attends hosts holds opens joins welcomes receives arrives travels flies heads visits meets leaves departs goes comes returns gathers convenes addresses chairs tours sees begins starts launches "
    "attend host hold join welcome arrive travel fly head meet gather convene visit leave depart begin"
)
"""Verbs in the present with which those come and go who are at an event."""
DOING = words(
    "attending hosting holding opening joining visiting meeting welcoming receiving addressing considering planning weighing leaving seeking favoring favouring discussing"
)
HOLDS = words(
    "attend host hold join enter begin start open launch convene resume have organise organize arrange stage conduct initiate pay make visit address chair lead "
    "attends hosts holds joins enters begins starts opens launches convenes resumes organises organizes stages conducts initiates pays makes visits addresses chairs leads wraps concludes ends "
    "attended hosted held joined entered began started opened launched convened resumed had organised organized staged conducted initiated paid made visited addressed chaired led ended concluded wrapped "
    "completed finished attending hosting holding joining entering beginning starting opening launching convening resuming organising organizing staging conducting paying making visiting addressing chairing "
    "leading concluding completing finishing ending co-chair co-chairs co-chaired co-host co-hosts co-hosted inaugurate inaugurates inaugurated be is was were been"
)
"""Verbs of those who make an event or are at it."""
WANTS = words(
    "want wants wanted hope hopes hoped plan plans planned intend intends intended agree agreed agrees wish wishes wished aim aims aimed seek seeks sought seeking prepare prepares prepared "
    "preparing due set scheduled slated expected expects expect supposed tipped poised ready keen eager willing likely going about invited invitation "
    "opportunity chance offer offers offered threaten threatens threatened vow vows vowed pledge pledges pledged promise promises promised propose proposes proposed decision "
    "bid bids request asked urged hoping hopeful planning intention readiness willingness desire need needs needed reluctant reluctance ought decided unlikely position advised welcome forward recommendation recommended recommends offering scrambling racing rushing"
)
"""Before "to" and what somebody may do."""
SEEKS = words(
    "offer offers offered offering request requests requested requesting suggested sought seeking want wants seek seeks favor favors favour favours demand demands demanded propose proposes proposed urge urges urged plan plans planned planning weigh weighs weighing consider considering"
)
REFUSES = words(
    "declined declines rejected rejects refused refuses spurned spurns snubbed cancelled canceled scrapped shelved avoided averted"
)
"""Verbs of what they do by whom there is none: "declined a meeting"."""
ENDS_IT = words("complete conclude finish end completes concludes finishes ends completing concluding finishing ending wrap")
"""Verbs of those who end an event, which so goes on: "will complete its election"."""
LACKS = words("lack lacks lacked lacking")
AUXILIARIES = WILL | MAY | IS | WAS | HAS | words("had did be been being")


def is_verb(told: list[str], at: int) -> bool:
    """Whether the word at a place is a verb or what governs one, rather than a part of a noun phrase."""
    word = told[at]
    if word in AUXILIARIES or word in PRESENT or word in LACKS or word in {"do", "does", "to"}:
        return True
    # "the planned summit", "Norway planned": after an article it leads a noun.
    return (is_past(word) or word in WANTS | HOLDS | SEEKS or word in DOING) and word_at(told, at - 1) not in DETERMINERS | LACKS | (
        PREPOSITIONS - {"to"} if word not in DOING else frozenset()
    )
