"""Words that lead to fields of cooperation, but to much else too: believed where the vocabulary knows what follows."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import words

_FIELD = r"(?:areas?|fields?|realms?|spheres?|sectors?|domains?|issues?|matters|questions|topics)"
_OF = (
    rf"(?:the\s+)?"
    rf"(?:(?:(?:priority|key|main|various|other|important|several|major|different)\s+)*{_FIELD}\s+"
    rf"(?:of|such\s+as|like)\s+)?(?:the\s+)?"
)
_TIES = r"(?:co-?operation|collaboration|partnerships?|engagement|ties|relations(?:hip)?|links|exchanges|interaction|dialogue)"
_FURTHER = r"(?:promot|foster|advanc|improv|achiev|bolster|reinforc|increas|facilitat|encourag|tackl|address)(?:e|es|ed|ing|s)?"
LEADS = re.compile(
    rf"\b"
    rf"(?:(?:{_TIES}|aspects|{_FIELD}|subjects|agenda)(?:\s+[a-z]+){{0,3}}?,?\s+(?:ranging\s+)?from\s+(?:{_TIES}\s+(?:in|on)\s+)?|ranging\s+from\s+"
    rf"|(?:talks|discussions?|dialogues?|consultations|negotiations|conversations?|views|perspectives|meetings?)\s+"
    rf"(?:(?:with|between|among)\s+[^.;,]{{3,60}}?\s+)?"
    rf"(?:on|about|over|regarding|concerning|covered|included)\s+{_OF}"
    rf"|(?:discuss(?:ed|es|ing)?|review(?:ed|ing)?|cover(?:ed|s|ing)?|raised|touched\s+(?:up)?on|conferred\s+(?:with\s+[^.;,]{{3,60}}?\s+)?on|(?:spoke|talked)\s+(?:[a-z]+\s+){{0,8}}?about"
    rf"|explor(?:ed?|ing)|deals?\s+with|dealt\s+with"
    rf"|includ(?:e|es|ed)(?:,?\s+but\s+(?:is\s+|are\s+)?not\s+limited\s+to,?)?)\s+{_OF}"
    rf"|(?:agreements?|mous?|memorand\w+(?:\s+of\s+\w+)?(?:\s+\([^)]*\))?|documents|accords?|pacts?|instruments"
    rf"|treaties|deals)\s+"
    rf"(?:(?:(?:which|that)\s+(?:were|was|are|have\s+been)\s+)?(?:signed|concluded|reached|inked)\s+)?"
    rf"(?:pertain(?:s|ing)?\s+to|relat(?:e|ed|es|ing)\s+to|concern(?:s|ing|ed)?|(?:are|were)\s+(?:in|on)|in|for)\s+{_OF}"
    rf"|(?:agreement|mou|memorand\w+(?:\s+of\s+\w+)?)(?:\s+\([^)]*\))?\s+with\s+[^.;:]{{3,90}}?,?\s+(?:for|covering|concerning)\s+{_OF}"
    rf"|(?:issues|matters|topics|questions|activities|areas)\s+(?:related|relating|pertaining|connected|linked)\s+(?:to|with)\s+(?:the\s+)?"
    rf"|(?:highlighted|dominated|driven|underpinned|characteri[sz]ed|marked)\s+by\s+"
    rf"|(?:projects|programmes|programs|initiatives|experience|expertise)\s+(?:on|in|for)\s+{_OF}"
    rf"|(?:common|shared|mutual|joint)\s+"
    rf"(?:interests?|commitments?|goals?|concerns?|objectives|vision|efforts|work)\s+(?:in|on|of|for|to)\s+"
    rf"(?:[a-z]+ing\s+)?(?:the\s+)?"
    rf"|shar(?:e|es|ed|ing)\s+(?:an?\s+)?(?:[a-z]+\s+)?interests?\s+in\s+"
    rf"|{_FURTHER}\s+(?:the\s+|their\s+|our\s+)?(?=[a-z][a-z-]+(?:\s[a-z-]+){{0,2}}(?:,|\s+and)\s)"
    rf"|(?:issues|topics|priorities|pillars|directions|tracks|challenges|threats|goals|subjects|objectives"
    rf"|interests)"
    rf"(?:(?:\s+of\s+[a-z ]{{3,30}})?\s*:\s+|,?\s+(?:[–—-]\s*)?(?:such\s+as|like|including)\s+|\s+of\s+)"
    rf"|train(?:s|ed|ing)?\s+in\s+"
    rf"|commit(?:ted|ments?)\s+(?:to|towards?)\s+(?:(?!combat|counter|tackl|fight|address)[a-z]+ing\s+)?(?:the\s+)?"
    rf"|in\s+(?:the\s+)?"
    rf"(?=(?:[a-z-]+(?:\sand\s[a-z-]+)?,\s+)+[a-z-]+,?\s+and\s+(?:other\s+)?[a-z-]*\s?"
    rf"(?:spheres|fields|areas|sectors|domains)\b)|together\s+(?:on|in)\s+{_OF}"
    rf"|joint\s+actions?\s+(?:on|in)\s+{_OF}"
    rf"|(?:progress|strides|results|successes|achievements|advances|experience|gains|potential|opportunities)\s+"
    rf"(?:made\s+|achieved\s+)?(?:in|on)\s+{_OF}"
    rf"|(?:especially|particularly|notably|mainly|primarily|specifically|principally|including|namely)\s+(?:in|on)\s+{_OF}"
    rf"|(?:in\s+regards?\s+to|with\s+regards?\s+to|in\s+relation\s+to|with\s+respect\s+to|in\s+terms\s+of|when\s+it\s+comes\s+to)\s+{_OF}"
    rf"|(?:assist|help|support)(?:s|ed|ing)?\s+(?:each\s+other|one\s+another)(?:,\s[^,]{{3,20}},)?\s+(?:in|with)\s+"
    rf"|(?:aid|assistance|support|relations|ties|engagement|cooperation|strategy|funding|work)\s+"
    rf"(?:(?:to|for|with|between)\s+[^.;,]{{3,50}}?\s+)?focus(?:es|ed|ing)?\s+(?:up)?on\s+{_OF}"
    rf"|(?:partners?|allies|partnered|leaders?|experts?)\s+(?:in|on)\s+{_OF})"
)
LEADING = frozenset(
    each[:4]
    for each in words(
        "cooperation co collaboration partnership engagement ties relations links exchanges interaction dialogue "
        "aspects area field sphere sector domain issues matters questions topics subjects agenda ranging "
        "talks discussion consultations negotiations conversation views perspectives meeting discuss review cover "
        "raised touched spoke talked conferred explore deal dealt include agreement mou memorandum documents accord pact "
        "instruments treaties common shared mutual joint promote foster advance improve achieve bolster reinforce "
        "increase facilitate encourage tackle address priorities pillars directions "
        "tracks challenges threats goals progress strides results successes achievements advances experience gains "
        "potential opportunities especially particularly notably mainly primarily specifically principally including "
        "highlighted dominated driven underpinned characterized characterised marked projects programmes programs "
        "initiatives experience expertise activities namely train trains trained commit commitment together objectives "
        "interests partner allies leader expert assist help support aid assistance strategy funding work share"
    )
)
"""What the words begin with that `LEADS` begins with, but for those of "in terms of", "with regard to", "when it comes to"."""
REGARDING = words("spheres fields areas sectors domains regard regards respect relation terms comes")
"""Without any of them `LEADS` begins with none of those."""
SPOKE = re.compile(r"spoke|talked|conferred")
SEVERAL = re.compile(r"\b(?:and|both|two|they|with|sides|leaders|ministers|presidents)\b")
"""Who speaks of fields that are of several: "the two spoke about trade", but "he spoke about trade"."""
WANTED = re.compile(rf"{_FURTHER}\s")
"""Leads that many follow by themselves too: "ensure safety and order"."""
SHARED = re.compile(
    r"\b"
    r"(?:bilateral\w*|joint\w*|both|two|three|together|commit\w*|agree\w*|pledge\w*|vow\w*|co-?operat\w+"
    r"|collaborat\w+|partner\w*|ties|relations|each\s+other|one\s+another)\b"
)
"""What says that several want it."""
INSTRUMENTS = re.compile(r"agreement|mou|memorand|accord|pact|treat|deals?\s+(?!with)")
"""Leads after which one field is enough: "an accord relating to fisheries"."""
RANGES = re.compile(r"from\s+(?:\S+\s+(?:in|on)\s+)?\Z")
"""What leads to a list in which "to" stands between the items."""
RANGE = re.compile(r"(?:,\s*(?:and\s+|or\s+|as\s+well\s+as\s+|to\s+)?|\s+(?:and|or|as\s+well\s+as|to)\s+)(?:in\s+|on\s+)?(?:the\s+)?")
