"""Signs for mentions: a sentence in which each name is a single character is read by patterns that need not know names."""

from sourcebook import lazy_re as re

PERSON, STATE, BODY, FOLK, OFFICE, EVENT, PLACE, DATE, OTHER = (chr(0xE000 + number) for number in range(9))
"""A person, a state or a part of the world, an organization, the adjective of a state, an office, an event, a smaller place, a date; no field."""
ANY_SIGN = re.compile(f"[{PERSON}-{OTHER}]")
"""Where a text itself has such a character, it is no sign."""
OF_TYPE = {"person": PERSON, "organization": BODY, "role": OFFICE, "event": EVENT, "date": DATE}
SUBJECTS = frozenset({PERSON, STATE, BODY, FOLK, OFFICE})
"""The signs of those with whom lists begin."""
