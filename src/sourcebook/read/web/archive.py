"""Web pages with all their parts in one file (.mhtml), and what other browsers note in pages that they save."""

import email
import email.policy
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*\w+ (\w+ \d+ \d{4}))?")
_HEAD = 10_000
"""Characters in which a browser notes where a page came from."""


@dataclass(frozen=True, slots=True)
class Archived:
    """The page of an archive.

    Attributes:
        raw: its bytes.
        charset: how they are encoded, as the archive says, or "".
        url: the address that it was saved from, or "".
        saved: the day on which it was saved (YYYY-MM-DD), or "".
    """

    raw: bytes
    charset: str
    url: str
    saved: str


def unpacked(raw: bytes) -> Archived | None:
    """The page in an MHTML file, or None if there is none in it."""
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    first = next((each for each in message.walk() if each.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    if first is None:
        return None
    body = first.get_payload(decode=True)
    if not isinstance(body, bytes):
        return None
    url = message.get("Snapshot-Content-Location") or first.get("Content-Location") or ""
    return Archived(body, first.get_content_charset() or "", str(url).strip(), _day(str(message.get("Date") or "")))


def _day(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat() if text else ""
    except (ValueError, TypeError, IndexError):
        return ""


def saved_from(text: str) -> tuple[str, str]:
    """The address that a browser notes in a page that it saves, and the day as it writes it; "" for what it does not note."""
    head = text[:_HEAD]
    if found := _SINGLE_FILE.search(head):
        return found[1], found[2] or ""
    found = _SAVED_FROM.search(head)
    return (found[1], "") if found else ("", "")
