"""Signs that no text can have, and signs that stand in one unseen."""

from __future__ import annotations

import json
import re

_NONE = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""Control signs of old machines but for tabs and ends of lines, lone surrogates, and what Unicode promises never to be
a sign."""
_UNSEEN = (
    "\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""Signs that turn the direction of a line, or have no width, or steer a machine. Not among them are the two that join
and part letters in many scripts."""

_ENDS = "\x85\u2028\u2029"
"""What some programs take for the end of a line, besides the usual ones."""

NO_SIGN = re.compile(f"[{_NONE}]")
"""What can neither be written down nor drawn: no text of any kind may have it."""
ESCAPED = re.compile(f"[{_NONE}{_UNSEEN}{_ENDS}]")
"""All that does not stand in a line as itself: a record has its number, and a terminal a space."""


def escaped(words: str) -> str:
    """Words in which these signs stand as JSON escapes them."""
    return ESCAPED.sub(lambda sign: json.dumps(sign[0])[1:-1], words)


def number_of(sign: str) -> str:
    """The number of a sign, as Unicode writes it: U+200B."""
    return f"U+{ord(sign):04X}"
