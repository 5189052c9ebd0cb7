"""Words and letters by which the names of bodies are told from what is none."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import phrases
from sourcebook.extract.phrases import words as words_of

WORD = (
    r"(?:[A-Z][a-z]+ [-–] [A-Z][a-z]+"
    r"(?=\s+(?:Friendship|Business|Chamber|Joint|Parliamentary|Cultural|Intergovernmental)\b)"
    r"|(?:Sultan|King|Queen|Emir|People|Women|Children|Workers|Men|Citizens|Magistrate|Attorney General"
    r"|Prosecutor General|Prosecutor|Veteran|Farmer|Student|Teacher|Nurse|Trader|Writer|Player)s?[’']s?"
    r"(?=\s[A-Z])|U\.[SK]\.[-–][A-Z][\w-]*|(?:U\. ?[SKN]\.?|St\.)(?=\s[A-Z])|(?!U\. ?[SKN]\.)[A-Z](?:&[A-Z])?(?:\w|-(?!\s)|[’'](?!s\b))*)"
)
"""A pattern of one word of a body's name."""
SITES = words_of("Building Station Street Road Avenue Airport Airfield Stadium Square Prison Jail Barracks Bridge Drive Highway")
ORGANS = phrases(
    "Board of Directors|Boards of Directors|Board of Trustees|Board of Governors|Boards of Governors|Executive Committee|"
    "Executive Board|Steering Committee|Union for Foreign Affairs and Security Policy"
)
"""What every body has: without its name none is meant."""
GENERIC = phrases(
    "Private Military Company|Limited Liability Company|Joint Stock Company|Transnational Criminal Organization|"
    "Foreign Terrorist Organization|Honorary Consulate|Senior Government|Member Organization|Non-Governmental Organization|"
    "International Organization|Armed Group|Civil Society Organization|Specially Designated Global Terrorist|Oval Office|"
    "Eastern Front|Western Front|Home Front|Senior Bureau|Deputy Force|Executive Order"
)
"""Kinds of bodies, which laws and lists write with capitals."""
OWN = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*|[A-Z]{3,}")
"""Names that can only be of one body: "ExxonMobil", "UNICEF"."""
MORE = words_of("Research Training Development Trade Industry Investment Information Social Economic Technology Science Education Culture")
PLURALS = words_of("Missions Offices Delegations Heads Ministries Embassies Armies Governments Parliaments Universities Banks")
SMALLER = words_of(
    "Secretaries Officials Member Members Day Week Summit Consultations Exercise Meeting Conference Agreement Treaty Framework Roadmap "
    "Initiative Statement Declaration"
)
RANKS = frozenset({"Pvt", "Pfc", "Spc", "Sgt", "Maj", "Gen", "Col", "Lt", "Capt", "Cpl", "Adm", "Cmdr"})
FIRM = words_of(
    "Ltd Limited Inc Corp Corporation Company Plc PLC LLC GmbH Bhd Holdings Holding Group Technology Technologies Airlines Airways "
    "Pharmaceuticals Motors Industries Energy Solicitors Associates Partners Capital Shimbun Ilbo"
)
"""Words with which the names of firms end."""


def is_short_of(short: str, name: str) -> bool:
    """Whether the capitals of a short name are the initials of a name, with its small words or without, or begin its words: "JCPOA", "COMESA"."""
    letters = re.sub(r"[^A-Z]", "", short)
    initials = "".join(re.findall(r"\b[A-Z]", name))
    if letters == initials:
        return True
    if len(letters) <= 4 or letters != short:
        return False
    every = "".join(re.findall(r"\b[A-Za-z]", name)).upper()
    return letters == every or _begins(letters.casefold(), re.findall(r"\b[A-Z]\w+", name))


def _begins(letters: str, words: list[str]) -> bool:
    """Whether letters are the beginnings of words, one after the other, each with at least a letter."""
    if not letters or not words:
        return not letters and not words
    first = words[0].casefold()
    return any(
        _begins(letters[count:], words[1:]) for count in range(1, min(len(first), len(letters), 4) + 1) if first.startswith(letters[:count])
    )


RANK_AFTER = re.compile(
    r"(?:\s+(?:Staff|Master|Senior|Tech|Gunnery|Command|Brig|Lt|Lieut|Maj|Sgt|Sr))*\s+(?:Brig|Lieut|Sen|Gen|Maj|Col|Lt|Sgt|Capt|Cpl|Adm|Cmdr|Spc|Pfc|Pvt|Sfc)\Z"
)
"""A rank after the name of a body, which is its holder's: "Chile Army Maj."."""
HARDWARE = re.compile(r"\s+[A-Z]{1,3}-\d+")
HOLDER = re.compile(
    r"\s+(?:CEO|CFO|COO|MPs?|MEPs?|Chief Executive|Speaker|Chairman|Chairwoman|Chairperson|(?<=Group )Co(?:-[Cc]hairs?)?|President|Spokes(?:man|woman|person)|Commanders?|Officials?|Leaders?|Director General|Officers?|Senators?|Board Members?|(?<=Court )Justices?)\Z"
)
CUES = (
    "Institut|Instituto|Movimento|Movimiento|Universidad|Universidade|Université|Universität|Ministerio|Fundación|Académie|Ministry|Department|Council|Commission|Committee|University|Institute|Academy|Center|Centre|Agency|Bank|Union|Association|Organization|Organisation|Party"
    "|Forces|Army|Navy|Group|Corporation|Company|Command|Office|Embassy|Consulate|Consulate General|Legation|Interests Section|House of (?:Representatives|Delegates|Burgesses|Commons|Lords|Deputies|Councillors|Peoples)|Parliament|Duma|Senate|Assembly|Congress|Court|Tribunal|Foundation|Bureau"
    "|Authority|Board|Force|Squadron|Wing|Battalion|Regiment|Division|Corps|Marines|Airlines|Airways|Television|Radio|Factory|Alliance|Union|Church|Inc|Ltd|Corp|Holdings|Hospital|Legion|Militia|Army|Inquiry"
    "|Federation|League|Coalition|Front|Brigade|Government|Secretariat|Police|Guard|Chamber|Fund|Movement|Mission|Task Force|Working Group|Headquarters"
    "|Directorate|Chancellery|Cabinet|Museum|School|College|Institution|Network|Society|Club|Times|Post|News|Agency|Observatory|Faculty|Red Cross|Red Crescent|Unit (?=for|of)|(?:Intelligence|Police|Protection|Investigations?|Crimes?|Response|Management|Support|Guard|Coordination|Enforcement) Unit|Polytechnic|(?:Supervisory|Regulatory|Oversight|Monitoring|Electoral|Governing) Body|Organ (?=on)|Reading Room|(?:Star|Shipping|Container|Cruise|Ocean|Ferry|Navigation|Tanker) Line|Baptist Convention|Training Unit|Opposition(?! (?:Leader|Part(?:y|ies)|MPs?)\b)|Community (?=of)|Khural|Saeima|Kurultai|Kenesh|Majilis|Mazhilis|(?:Wolesi|Meshrano) Jirga|Oireachtas|Riksdag|Storting|Folketing|Sejm|Bundesrat|Bundestag|Knesset|Landtag|Joint Staff|Laborator(?:y|ie)|Parliamentary Group|Panel (?=of|on)|Prosecution|Rail|Labs"
    "|Service(?! Members?| members?)|(?:Executive|Legislative|Judicial) Branch|Confederacy|Administration|Confederation|Consortium|Works|Prosecutor[’']s Office|Treasury|General Staff|Inspectorate|Presidency|Politburo|Hluttaw|Rada|Holding|Airport Authority|Science (?:and Technology )?Park|Electric|Petroleum|Telecom|Insurance"
    "|Aerospace|Electronics|Systems|Broadcasting|Herald|Gazette|Tribune|Chronicle|Brotherhood|Syndicate|Ombudsman|Registry|Constabulary|Gendarmerie|Border Guards?|Coast Guard|Fleet(?! Street)|Airforce|Air Force|Troops|Head Quarters|Politburo|Central Committee"
    "|Team|Squad|Survey|Press(?! (?:N°|Conference|Release|Secretary|Office|Center|Centre|Briefing|Statement|Service|Club|Officer))|FC|Lawyers|Solicitors|Associates|Airline|Shipyard|Motors|Industries|Technologies|Pharmaceuticals|Incorporated|JSC|OJSC|PJSC|LLC|GmbH|SpA|SARLU?|SAU|SAS|FZCO|FZE|FZC|DMCC|Sdn Bhd|Bhd|Pvt|Plc|PLC|Trading|(?<!Merchant )Shipping|Securities|Stock Exchange|Orchestra|Opera(?! House| Buffa)|Philharmonic|Ballet|Choir|Conservatory|Conservatoire|Library|Trust|Railways|Support Activity|Battle ?[Gg]roup|Studios|Entertainment|Biotech|Pharma|Foods|Ventures|Robotics|Therapeutics|Procuratorate|Solutions|Analytics|Microsystems|Consulting|Healthcare|Wireless|Stockbrokers|Breweries|Cement|Textiles|Logistics|Semiconductors|Sciences Po|Charity|Brewery|Distillery|Racing|General Establishment"
)
"""By which a name is known to be a body's."""
CUE = re.compile(rf"\b(?:{CUES})s?\b")
TITLE = re.compile(
    r"\b(?:Minister|President|Secretary|Ambassador|Chairman|Chairwoman|Spokesman|Spokeswoman|Spokesperson|Envoy|Commander|Speaker|Representative|Director(?= of))s?\b(?![’']s?\s)"
)
"""Words of offices, which no name of a body holds."""
FIELDS_TOO = frozenset({"Works", "Systems", "Services", "Trading", "Industries", "Technologies"})
"""Kinds of bodies that are fields of a ministry as well."""
PEOPLE_AFTER = re.compile(r"(?<=[a-z])\s(?:Sailors|Soldiers|Airmen|Paratroopers|Reservists|Personnel|Cadets|Officers|Veterans|Recruits)\Z")
"""Those of a force, after its name: "Chile Army Reservists"."""
CLOSED_BODY = re.compile(
    r"\b(?:Red Cross|Red Crescent|Task Force(?:-\w+)?|Air Force|Coast Guard|Border Guard|Working Group|Stock Exchange)\Z"
)
