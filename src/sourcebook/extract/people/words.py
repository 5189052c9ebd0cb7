"""Words beside and within the names of persons."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import words

ALSO_NAMES = words(
    "Amir Emir Sayyid Sayed Sayyed Mullah Khan Sheikh Shaikh King Prince Major Baron Dean Marshal Judge Imam Sultan Bishop Pope"
)
ALSO_SURNAMES = words(
    "Hall Park Lake Law Church Day March West North Marsh House Street Post Wing Price Temple Base Bay Board Tower Valley Unit Justice "
    "Spring Bridge"
)
"""Words of institutions that are surnames as well: "Spc. Tom Hall"."""
AFTER_NAMES = words(
    "MP MPs MEP MLA QC KC CBE OBE KCMG CMG PhD TD MSP OAM AM AO AC CSC DSO GCMG DCMG CVO LVO MVO PSM FRS MBE DBE KBE GBE KCB GCB MHA MLC "
    "MNA SAN EGH EBS MGH CFR OFR GCON QPM VSM AVSM PVSM"
)
SURNAMES_OF_COUNTRIES = frozenset({"Holland", "England", "Ireland", "Jordan", "Israel", "France", "Wales", "Scotland", "Chad"})
"""Countries that are surnames as well: "Ambassador Holland"."""
SHORT_TITLES = words(
    "Late Independent U Daw Mister HE Amb Eng Sr Brig MP MPs MEP MLA MK CM Gen Lt Col Maj Capt Sgt Pol Cllr Hon Rt Rev Counsel CFO COO CTO"
)
"""Titles too short, or too much like other words, to be offices by themselves."""
HELD = words(
    "Tánaiste Taoiseach Secretary-General Commander Minister Secretary Ambassador Director Spokesman Spokesperson Commissioner Chairman "
    "Envoy Adviser Advisor Coordinator Representative Administrator Scientist Economist Liaison Counsel Consultant Sommelier"
)
"""Titles that no name of a person ends with."""
GENERAL_OF = re.compile(
    r"\s+(?:Assembly|People|Secretariat|Staff|Command|Electric|Motors|Dynamics|Mills|Elections?|Council|Directorate|Hospital|Trading|Contracting|Atomics|Insurance|Confederation|Federation|Union|Authority|Counsel|Meeting|Conference|Report|Office|Establishment|Company|Corporation|Organi[sz]ation|Administration|Commission|Department|Agency|Store|Delivery|Strike|Intelligence|Inspectorate|Prosecution|Customs)\b"
)
"""What "General" is no rank before: "General Electric", "General Assembly"."""
