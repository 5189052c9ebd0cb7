"""Fields only by their words: words that name none, values that are shared, rules that are kept or broken, and what one person works in."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.phrases import words

_VALUES = words("values principles norms ideals")
_OF_VALUES = re.compile(
    r"\b(?:values|principles|norms|ideals)\b"
    r"(?:\s+(?:of|like)\s|,?\s+(?:including|such\s+as)\s|\s*[–—:]\s?)"
    r"(?:(?!co-?operat|collaborat|areas?\b|fields?\b|spheres?\b|sectors?\b|ties\b|relations|commit|agree|discuss)[^.;]){0,120}\Z"
)
"""Before what is valued: "our shared values of freedom, democracy and the rule of law"."""
_KEPT = re.compile(
    r"\b(?:uphold(?:s|ing)?|upheld|defend(?:s|ed|ing)?|violat\w+|undermin\w+|contravention|violations?)\s+(?:of\s+)?(?:the\s+)?"
    r"(?:[a-z]+\s+(?:[a-z]+\s+)*?and\s+)?\Z"
)
"""Before what is upheld or broken: "to uphold the rule of law"."""
_RULES = words("democracy governance rights law sovereignty justice freedom freedoms security")
_ITS_OWN = ("foreign policy", "international law")
"""What a state has, or keeps to; several work in it only where it stands in a list."""
_CAREER = re.compile(r"\b(?:he|she|has|had|who|previously|later)\s+(?:also\s+|previously\s+)?\Z", re.IGNORECASE)
"""Before a person's career: "he worked in banking and insurance"."""
_NAMED_ON = re.compile(r"(?:[A-Z]\w+\s+(?:on|for)|[A-Z]\w+,?\s+and|[A-Z]\w+,)\s+\Z")
"""Before a word of a name: "Conference on Trade", "Climate, and Energy"."""
_AROUND = re.compile(
    r"\b"
    r"(?:security|political|economic|business|operating|strategic|investment|geopolitical|international|regulatory"
    r"|enabling|threat|challenging|complex|current|favou?rable|conducive)\s+\Z"
)
"""Before an environment that is no field."""
LONGEST_STEP = 20
LONGEST_BEFORE = 160
"""Code points of a sentence before a value."""


def is_value(text: str, sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words at a place are said to be a value, or a rule that is kept."""
    near = max(sentence.span.start, first - LONGEST_BEFORE)
    if not sentence.words.isdisjoint(_VALUES) and _OF_VALUES.search(text, near, first):
        return True
    return text[first:last].rsplit(maxsplit=1)[-1] in _RULES and bool(_KEPT.search(text, near, first))


def unvalued(found: Iterable[Found], text: str, sentence: Sentence) -> Iterator[Found]:
    """What is found but for values."""
    return (each for each in found if not is_value(text, sentence, each.span.start, each.span.end))


def is_one_states(phrase: str) -> bool:
    """Whether a phrase of the vocabulary rather means what one state does or keeps to."""
    return phrase in _ITS_OWN


def is_career(text: str, start: int, work: int) -> bool:
    """Whether a verb tells of what one person has worked in."""
    return bool(_CAREER.search(text, max(start, work - 32), work))


def is_named_on(text: str, start: int, first: int, word: str) -> bool:
    """Whether a single word is the end of a name: of a conference, of a ministry."""
    return " " not in word and word.istitle() and bool(_NAMED_ON.search(text, max(start, first - 24), first))


def is_around(text: str, start: int, first: int) -> bool:
    """Whether an environment is what surrounds something: "the security environment"."""
    return bool(_AROUND.search(text, max(start, first - 24), first))


_ABSTRACT = words(
    "what communities goals goal commitments commitment experiences experience candor candour alignment inclusiveness openness resource social "
    "right willingness readiness something preventing confronting transition transparency ambitions ambition aspirations efforts effort steps step ways way means measures challenges priorities benefits "
    "opportunities achievements outcomes results progress amendments ministries project projects mechanism mechanisms one small large "
    "does ice hold track paper course board island missions move technical civil concert exercise exercises periphery circumstances tandem parallel unison earnest"
)
_EMPTY = (
    r"(?:dilemmas?|scenarios?|priorit(?:y|ies)|benefits?|deals?|choices?|eyes|hopes?|fears?|doubts?|illusions?|ideas?|ideals|visions?|thoughts?"
    r"|ambitions?|aspirations?|expectations?|considerations?|attitudes?|perceptions?|sentiments?|realit(?:y|ies)|appeals?|abuses"
    r"|prices?|projections?|pressures?|requirements?|possessions|impacts?|presence|scourges?|terms|reasons?|elites?"
    r"|rhetoric|disputes?|tensions?|quarrels?|grievances?|weakness(?:es)?|dominance|supremacy|hegemony|imbalances?|deficits?|surplus(?:es)?|frictions?|wars?|strateg(?:y|ies)|superiority|might|clout|prowess|ruins|tatters|shambles|disarray|jeopardy|doubt|circumstances|partners?|fronts?|agendas?|guidelines)"
)
"""What no two work in, whatever words stand before it: "identity dilemmas", "diplomatic benefits"."""
_NOTHING = re.compile(
    # "energy carries", "issues affecting": the verb of a clause, or what says more of a noun.
    r".*\s(?:rests?|demonstrates?|carr(?:y|ies)|totals?|requires?|involves?|includes?|provides?|remains?|continues?|affecting|impacting|involving|concerning"
    r"|regarding|surrounding|requiring|affects?|travell?ing|arising|resulting|stemming|facing|spanning|worth)(?:\s.*)?"
    # "if climate change", "whatever way I": a clause begins there.
    r"|(?:if|whatever|whether|because|when|where|while|though|unless|until)\s.*|.*\s(?:like|than|such\s+as)\s.*"
    # "solidify collaborations": what is to be made of it.
    r"|(?:solidify|force|prepare|finali[sz]e|forge|cement|renew|resume|deepen|intensify|broaden|streamline|exploring|addressing)\s.*"
    # "might unleash", "one hopeful": no noun, or but one of several.
    r"|.*\b(?:might|may|could|would|should|must|shall|cannot)\b.*|(?:one|each|another|either|neither|none|few)\s.*"
    # "tackle global", "key constitutional": cut before the noun.
    r"|(?!.*\sand\s).*\s(?:technical|political|global|regional|constitutional|national|international|economic|social|strategic|diplomatic|military-political)"
    rf"|(?:(?!.*\sof\s).*\s)?{_EMPTY}|social\s(?:links|interactions?)|"
    # "the value of trade", "members of chambers": what is measured, who is meant.
    r"(?:[a-z]+\s+)?(?:values?|volumes?|levels?|abilit(?:y|ies)|utili[sz]ation|members|improvement|contention|importance|nature|strength|durability|scope|success"
    r"|benefits|spirit|backbone|context)\s+(?:of|like)\s.*"
    # "tackle some of the environmental", "railways connecting": cut before the noun.
    r"|[a-z]+\s+(?:some\s+of\s+)?the\s+[a-z]+(?:al|ian|ic|ary|ous)|.*\s(?:connecting|linking|leading|accompanying|themselves|itself|ourselves|like|prior|moving\s+forward|going\s+forward|some|such|all|both|many|enough|again|alone|ever)"
    # "much political", "economic competition": what both do against each other.
    r"|much\s.*|.*\s(?:competition|rivalry|rivalries)|(?:energy|power)\s+politics"
    # "cooperate on a global scale"
    r"|(?:[a-z]+\s+)?scale"
    r"|[a-z]+\s\d+|.*\sministries"
    r"|.*\b(?:signed|held|said|met|Ministry|Minister)\b.*"
    r"|(?:upcoming|next|annual|recent)\s.*|.*\s(?:summits?|meetings?|conferences?)"
    r"|(?:signature|various|major|key)\s+(?:initiatives?|projects?|programs?|programmes?|policy|policies|issues?)"
    r"|(?:decade-long|year-long|holistic|all-round|win-win)\s+(?:co-?operation|collaboration|partnership)"
    r"|(?:whose|which|who|did|does|do|was|were|has|had|not|also)\s.*"
    r"|(?:[a-z]+\s)?(?:promotion|development|expansion|strengthening|deepening|enhancement|continuation|intensification)\sof\s(?:the\s)?"
    r"(?:(?:bilateral|mutual|further|joint|friendly|existing|trilateral|their)\s)*(?:co-?operation|collaboration|relations|ties|partnership|exchanges)"
    # "eliminate his nuclear programme", "distribute energy": what somebody does alone, or a verb of a clause.
    r"|(?:eliminate|dismantle|abandon|relinquish|distribute|deliver|generate|consume)\s(?!and\b|of\b).*"
    r"|.*\smodels?"
    # "medium enterprises" is cut out of a longer name; "bamboo foreign policy" is one state's.
    r"|(?:micro|medium|large)(?:-sized)?\s(?:enterprises|businesses|firms|companies)|(?!common|joint)[a-z-]+\sforeign\spolic(?:y|ies)|.*\sarrangements"
    r"|(?:hunting|organi[sz]ing|arranging|attending|convening|staging|enabling|identify|identifying|hold|holding|ensure|ensuring|making|shipping\s+new)\s.*"
)


def names_nothing(phrase: str) -> bool:
    """Whether a phrase is no field wherever it stands.

    >>> [names_nothing(each) for each in ("goals", "value of trade", "upcoming summit", "values education", "exchange of members")]
    [True, True, True, False, False]
    """
    return phrase.casefold() in _ABSTRACT or bool(_NOTHING.fullmatch(phrase))


_SHARED_EMPTY = re.compile(rf"(?:,\s+[a-z]+)*,?\s+(?:and|or)\s+[a-z]+\s+{_EMPTY}\b")


_SPACE_OF = re.compile(r"(?:-Soviet|Eurasian|European|economic|public|political|civic|information|policy|fiscal|living)\s+\Z")
"""Before a space that is a part of the world, or room: "the post-Soviet space"."""
_STEP = r"(?:development|supply|production|distribution|manufactur(?:e|ing)|procurement|delivery|deployment|use|testing|storage|commerciali[sz]ation)"
_ONE_STEP = re.compile(_STEP)
_STEPS = re.compile(
    rf"\b[a-z-]+\s+(?:research|design|development|production|manufacturing)(?:\s+and\s+development)?(?:,\s+(?:and\s+)?|\s+and\s+)(?:{_STEP}(?:,\s+(?:and\s+)?|\s+and\s+))*\Z"
)
"""Before further steps in which the same thing is made: "vaccine research and development, supply and" production."""


def shares_nothing(text: str, start: int, end: int) -> bool:
    """Whether a word at a place only shares a noun that names no field, or is one step of making what was named: "economic and diplomatic benefits"."""
    if end - start < LONGEST_STEP and _ONE_STEP.fullmatch(text, start, end) and _STEPS.search(text[max(0, start - LONGEST_BEFORE) : start]):
        return True
    if text.startswith("space", start) and _SPACE_OF.search(text, max(0, start - LONGEST_STEP), start):
        return True
    return text[start:end].endswith(("al", "ic", "ary")) and bool(_SHARED_EMPTY.match(text, end))
