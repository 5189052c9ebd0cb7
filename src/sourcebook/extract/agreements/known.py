"""Instruments that everybody calls by a name or letters of their own, without a word of agreements."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import words

BY_NAME = re.compile(
    r"\b"
    r"(?:JCPOA|Falepili\s+Union(?:\s+[Tt]reaty)?|TPP|NAFTA|USMCA|CPTPP|RCEP|AfCFTA|CEFTA|TTIP|UNCLOS|CTBT|New START|(?:UN\s+|United\s+Nations\s+)?2030\s+Agenda(?:\s+for\s+Sustainable\s+Development)?|2030\s+agenda\s+for\s+sustainable\s+development|(?:AU(?:[’']s)?\s+)?Agenda\s+2063|African\s+Continental\s+Free\s+Trade\s+Area"
    r"|Regional\s+Comprehensive\s+Economic\s+Partnership|Joint\s+Comprehensive\s+Plan\s+of\s+Action|Trans-Pacific\s+Partnership|Sendai\s+Framework|Black\s+Sea\s+(?:Grain\s+)?Initiative|(?:UN|United\s+Nations)\s+(?:Security\s+Council\s+)?[Rr]esolution\s+(?:[Nn]o\.?\s*)?\d{2,4}|(?:[A-Z][a-z]+-[A-Z][a-z]+|Annan|Arab\s+[Pp]eace|Gulf|Saudi\s+peace)\s+(?:[Pp]eace\s+)?(?:[Pp]lan|[Ii]nitiative))\b"
)
"""Instruments by names that have no word of instruments, and resolutions in small letters."""
IN_FULL = {
    "UNCLOS": "United Nations Convention on the Law of the Sea",
    "CTBT": "Comprehensive Nuclear-Test-Ban Treaty",
    "JCPOA": "Joint Comprehensive Plan of Action",
    "TPP": "Trans-Pacific Partnership",
    "NAFTA": "North American Free Trade Agreement",
    "CPTPP": "Comprehensive and Progressive Agreement for Trans-Pacific Partnership",
    "RCEP": "Regional Comprehensive Economic Partnership",
    "AfCFTA": "African Continental Free Trade Area",
}
BY_NAME_WORDS = words(
    "falepili jcpoa tpp nafta usmca cptpp rcep afcfta cefta ttip unclos ctbt start agenda continental "
    "comprehensive pacific sendai resolution plan initiative"
)
