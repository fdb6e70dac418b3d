"""The bytes of a scenario file as text, and where in it an offset stands, as editors count lines and columns."""

from __future__ import annotations

import codecs
import re

_LINE_BREAK = re.compile("\r\n|[\n\r]")


_KINDS = {
    "pk\x03\x04": "a document of a word processor, or another archive",
    "\xf0\xef\x11\xe0": "a document of a word processor",
    "{\\rtf": "a document of a word processor",
    "%pdf": "a PDF",
    "<!doctype": "a page of the web",
    "<html": "a page of the web",
    "<?xml": "a file of XML",
}
"""How files of other kinds begin, in small letters."""


def place_of(text: str, extent: tuple[int, int], sign: str, before: int = 0) -> tuple[int, int] | None:
    """Line and column of a sign in an extent of a text that has so many of it before; None if it is not there."""
    offset = extent[0] - 1
    for _ in range(before + 1):
        offset = text.find(sign, offset + 1, extent[1])
        if offset < 0:
            return None
    return position(text, offset)


def decoded(source: bytes) -> str:
    """The text of a file. Like YAML itself it takes UTF-16 and UTF-32 that say so, and else UTF-8. Raises
    `UnicodeDecodeError`."""
    marks = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE), (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    for some, encoding in zip(marks, ("utf-32", "utf-16"), strict=True):
        if source.startswith(some):
            return source.decode(encoding)
    return source.decode("utf-8")


def other_kind(source: bytes | str) -> str | None:
    """What else a file is than plain text, by how it begins."""
    start = source[:200]
    begins = (start.decode("latin-1") if isinstance(start, bytes) else start).lstrip().lower()
    return next((kind for sign, kind in _KINDS.items() if begins.startswith(sign)), None)


def not_utf_8(error: UnicodeDecodeError) -> str:
    """What to say of bytes that could not be read, with the sign that they are in the code page of Windows."""
    if error.encoding != "utf-8":
        return f"the file says that it is {error.encoding.upper()}, and here it is not; save it as UTF-8"
    byte = error.object[error.start]
    meant = bytes([byte]).decode("cp1252", "ignore")
    windows = f", '{meant}' in Windows-1252" if meant.isprintable() and meant else ""
    return f"the file is not UTF-8: byte 0x{byte:02x}{windows}; save it as UTF-8"


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset in a text."""
    line, start = 1, 0
    for found in _LINE_BREAK.finditer(text, 0, offset):
        line, start = line + 1, found.end()
    return (line, offset - start + 1)
