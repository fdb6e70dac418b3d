"""Signs that a reader does not see, or takes for others: what they are called, and where they belong all the same.

Text from the web and from word processors is full of them. Nothing is said of those that a script or an emoji needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, name, normalize

from game.text.signs import number_of

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that YAML takes for letters, for a class of a regular expression."""
_FORMATS = (
    "\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"
)
_SHAPERS = "\u034f\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Marks that only choose another shape of what is before them."""
_HOLLOW = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters that are drawn as nothing."""
UNSEEN = f"{BLANKS}{_FORMATS}{_SHAPERS}{_HOLLOW}"
"""All that is not seen, or looks like a space, for a class of a regular expression."""
_UNSEEN = re.compile(f"[{UNSEEN}\x85\u2028\u2029]")
_IGNORED = re.compile(f"[{_FORMATS}{_SHAPERS}{_HOLLOW}]")
_FROM_THE_RIGHT = re.compile("[\u0590-\u05ff\u0620-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
"""Scripts that spell with joiners of no width: Arabic and its kin, those of India, Tibetan, Burmese, Khmer ..."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1980-\u19df\u1a20-\u1aaf\u3040-\u30ff\u4e00-\u9fff]")
"""Scripts without spaces between words, in which a space of no width says where a line may break."""
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""A flag with the letters of its region: Scotland's, the one of Wales."""
_PAIRS = (
    ("ABEIJSKMHOPCTYX", "АВЕІЈЅКМНОРСТУХ"),
    ("aehijosxpcydqwv", "аеһіјоѕхрсуԁԛԝѵ"),
    ("ABEZHIKMNOPTYX", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"),
    ("oiva", "οινα"),
    ("Oosgnhlig", "ՕօսցոհӀıɡ"),
    ("-------", "‐‑‒–—―−"),
    ("''''''", "‘’‚‛′´"),
    ('""""""', "“”„″«»"),
    (":::,/", "∶꞉ː‚⁄"),
)
LOOKS = {like: plain for plains, likes in _PAIRS for plain, like in zip(plains, likes, strict=True)}
"""Letters and signs that are drawn like one of the keyboard, each with it."""
_TABLE = str.maketrans(LOOKS)
_CALLED = {"\ufeff": "byte order mark", "\x85": "next line", "\u00a0": "non-breaking space"}


def named(sign: str) -> str:
    """How a message speaks of a sign: its number, and its name in Unicode."""
    called = _CALLED.get(sign) or name(sign, "").lower()
    return number_of(sign) + (f" ({called})" if called else "")


def looks_like(sign: str) -> str | None:
    """The sign of the keyboard that a sign is drawn like, if there is one."""
    plain = LOOKS.get(sign) or normalize("NFKC", sign)
    return plain if plain.isascii() and plain.isprintable() and not sign.isascii() else None


def as_seen(text: str) -> str:
    """A text as its reader sees it: without what is not seen, and with one letter for all that are drawn alike."""
    return text if text.isascii() else normalize("NFKC", _IGNORED.sub("", text.translate(_TABLE)))


def odd(text: str) -> tuple[int, str] | None:
    """The first sign of what should be plain letters and figures that is not what it seems: its offset, and what to
    say of it."""
    for offset, sign in enumerate(text):
        if _UNSEEN.match(sign):
            return offset, f"{named(sign)} stands in it"
        if plain := looks_like(sign):
            return offset, f"{named(sign)} in it only looks like '{plain}'"
    return None


def unseen(text: str) -> Iterator[int]:
    """The offsets of what is not seen in a text and does not belong there."""
    if text.isascii():
        return
    begins, ends = len(text) - len(text.lstrip()), len(text.rstrip())
    flags = {offset for flag in _FLAG.finditer(text) for offset in range(*flag.span())}
    leftward = bool(_FROM_THE_RIGHT.search(text))
    for found in _UNSEEN.finditer(text):
        offset, sign = found.start(), found[0]
        if sign in "\u200e\u200f\u061c":
            belongs = leftward
        elif sign.isspace():
            belongs = begins < offset < ends and sign not in "\x85\u2028\u2029"
        else:
            belongs = offset in flags or _spells(text[offset - 1 : offset], sign, text[offset + 1 : offset + 2])
        if not belongs:
            yield offset


def _spells(before: str, sign: str, after: str) -> bool:
    """Whether a sign of no width does something between these two."""
    if not before:
        return False
    if sign == "\u200b":
        return bool(_UNSPACED.match(before) and _UNSPACED.match(after))
    if sign in "\u200c\u200d":
        emoji = sign == "\u200d" and after != "" and category(after) == "So"
        return bool(_JOINED.match(before)) or (
            emoji and (category(before) in ("So", "Sk") or not before.isprintable() or before == "\ufe0f")
        )
    if sign in "\ufe0e\ufe0f":
        return category(before) in ("So", "Sm", "Sk", "Po", "Pd", "Nd")
    return bool(re.match(f"[{_SHAPERS}]", sign)) and not before.isascii()
