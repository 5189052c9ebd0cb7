"""The text of a web page's bytes, as browsers find it: by its mark, by being UTF-8, by what it declares, by its looks."""

import codecs
import re

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_HEAD = 4096
"""Bytes in which a page declares its encoding."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEANT = {
    **dict.fromkeys(("iso8859-1", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "hz"), "gb18030"),
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What browsers read where a page declares the encoding before: its superset, by Python's names."""
_NOT_LATIN = re.compile(rb"[\x80-\xff]{4,}|(?:[\x80-\xff]{1,3}[ ,.]){3}")
_FOREIGN = re.compile("[\udc80-\udcff]+")
_CONTROL = re.compile("[\x80-\x9f]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\U000f0000-\U0010ffff]")
"""Control characters, and the characters by which the words of a page are known again."""


def decoded(raw: bytes, charset: str = "") -> str | None:
    """The text of a page, or None if the bytes are no text.

    Args:
        raw: the bytes of the page.
        charset: what was declared outside of it, or "".
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _clean(raw.decode(encoding, "replace").removeprefix("\ufeff"))
    if b"\0" in raw[:_HEAD]:
        wide = _wide(raw[:_HEAD])
        return _clean(raw.decode(wide, "replace")) if wide else None
    try:
        return _clean(raw.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    said = _DECLARED.search(raw[:_HEAD])
    encoding = _known(charset) or _known((said[1] or said[2]).decode("ascii", "replace") if said else "")
    if encoding == "utf-8" and _is_not_utf8(raw):
        encoding = ""
    if not encoding and _NOT_LATIN.search(raw):
        encoding = _guessed(raw)
    if encoding in {"", "utf-8", "cp1252"}:
        # A page of Western Europe; one that is UTF-8 but for some words that were pasted into it is read too.
        return _clean(_FOREIGN.sub(_western, raw.decode("utf-8", "surrogateescape")) if encoding != "cp1252" else _of_1252(raw))
    return _clean(raw.decode(encoding, "replace"))


def _clean(text: str) -> str:
    return _NOT_TEXT.sub("", text)


def typeset(text: str) -> str:
    """Text in which the numbers 128 to 159 are the quotes and dashes that they are on Windows, as browsers show them."""
    return _CONTROL.sub(lambda found: bytes([ord(found[0])]).decode("cp1252", "ignore"), text)


def _wide(head: bytes) -> str:
    """UTF-16 without its mark, as the zero bytes show it, or ""."""
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) > 0.7 * len(zeros) and b"<" in head:
            return encoding
    return ""


def _is_not_utf8(raw: bytes) -> bool:
    """Whether most letters beyond ASCII are none in UTF-8: what declares it is wrong."""
    text = raw.decode("utf-8", "surrogateescape")
    foreign = sum(map(len, _FOREIGN.findall(text)))
    return foreign > sum(each > "\x7f" for each in text) - foreign


def _known(label: str) -> str:
    """Python's name of the encoding that browsers take for a label, or ""."""
    try:
        name = codecs.lookup(label.strip().lower()).name if label.strip() else ""
        "".encode(name or "utf-8")
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(name, name)


def _guessed(raw: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - hardly any page needs it

    best = from_bytes(raw[:50_000]).best()
    return _known(best.encoding) if best else ""


def _western(found: re.Match[str]) -> str:
    return _of_1252(bytes(ord(each) - 0xDC00 for each in found[0]))


def _of_1252(raw: bytes) -> str:
    return typeset(raw.decode("latin-1"))
