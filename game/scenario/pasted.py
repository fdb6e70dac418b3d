"""What comes along when a scenario is pasted from the web or a word processor: what YAML cannot read because of it, and
what it reads otherwise than it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import name

from game.scenario.signs import UNSEEN, looks_like, named, unseen

SPOKEN = ("title", "say", "says", "story")
"""Keys of what may be somebody's words as a whole, and stand in quotation marks of print."""
Remark = tuple[int, str]
"""An offset in a file, and what is to be said of what stands there."""
_CLOSES = {"“": "”“", "”": "”", "„": "“”", "«": "»", "»": "«", "‘": "’‘", "’": "’", "‚": "‘’", "‹": "›", "›": "‹"}
"""Quotation marks of print, each with what closes it; who pastes YAML means those of the keyboard."""
_QUOTES = "".join(_CLOSES)
_BULLETS = "o\uf0a7\uf0b7‐‑‒–—―−•·▪▫◦‣∙●○■□➢✓*"
_KEY = r"^[ \t]*(?:- +)*[\w-]+"
_BLANKS = (
    (re.compile(f"^[ \t]*(?:[-?][ \t]*)?([{UNSEEN}])", re.M), "{sign} stands here, where YAML has spaces"),
    (re.compile(f"{_KEY}:[ \t]*([{UNSEEN}])", re.M), "{sign} stands here, where YAML has a space"),
    (re.compile(rf"([{UNSEEN}])(?=[ \t]*:(?:\s|$))", re.M), "{sign} stands here, before the ':' of a key"),
    (re.compile(f"[,\\[{{][ \t]*([{UNSEEN}])"), "{sign} stands here, where YAML has a space"),
)
_OTHERS = (
    (
        re.compile(f"(?:{_KEY}: +|^[ \t]*- +|[\\[{{])([{_QUOTES}])", re.M),
        "{sign} opens no quotation: YAML has ' and \"",
    ),
    (
        re.compile(f"^[ \t]*([{_BULLETS}])(?=[ \t{UNSEEN}])", re.M),
        "a list of YAML is written with '- ', not with {sign}",
    ),
    (re.compile(rf"{_KEY}[ \t]*([：∶꞉﹕])", re.M), "a key ends with ':', not with {sign}"),
    (
        re.compile(r"^[ \t]*(\d{1,4})(?:[.)]|[ \t])[ \t]*(?:- +)*[\w-]+:(?= |$)", re.M),
        "a number stands before this key",
    ),
    (re.compile(r"^(>)(?= ?\S)", re.M), "this line is quoted by a mail: take the '>' away"),
    (re.compile(r"^(<|=|>)\1{6}", re.M), "a merge of two versions has left this line"),
    (re.compile(r"^[ \t]*(`)``", re.M), "this line is of Markdown, not of YAML: leave it out"),
    (re.compile(r"[ \t](#)(?=\S)"), "a comment begins here: a text with a '#' needs quotation marks around it"),
)
CUTS = re.compile(r"[ \t]+#(?=[^\s#!]|[ \t]*\d)")
"""What may follow a text without quotation marks and looks as if it were part of it: `#1`, not `# a remark`."""
CUT = "a comment begins here, and the text ends before it: put the text in quotation marks if this is part of it"
_HTML = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|[lr][sd]quo|hellip|shy|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_MISREAD = re.compile("[\xc2-\xf4][\x80-\xbf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}")
"""What UTF-8 looks like that was read as Windows-1252."""


def culprits(text: str, line: int) -> tuple[list[Remark], bool]:
    """What YAML is likely to have stumbled over on a line of a file, counted from 1, on the one above, or, if it is not
    seen, further above; with each other place where the same stands. And whether that explains all."""
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text)]
    near, end = starts[max(0, line - 2)], starts[min(line, len(starts) - 1)]
    found = _last(_BLANKS, text, near, end) or _last(_OTHERS, text, near, end) or _last(_BLANKS, text, 0, near)
    if not found:
        return [], False
    at, sign, pattern, said = found
    since, until = (0, len(text)) if (pattern, said) in _BLANKS else (near, end)
    same = [match.start(1) for match in pattern.finditer(text, since, until) if match[1] == sign]
    # The number of a list may have several signs; its sentence names none of them.
    return [(place, said.format(sign=named(sign[0]))) for place in same], at >= near


def _last(
    some: Iterable[tuple[re.Pattern[str], str]], text: str, since: int, until: int
) -> tuple[int, str, re.Pattern[str], str] | None:
    found = [
        (match.start(1), match[1], pattern, said)
        for pattern, said in some
        for match in pattern.finditer(text, since, until)
    ]
    return max(found, key=lambda each: each[0], default=None)


def remarks(value: str) -> Iterator[Remark]:
    """What is likely to be meant otherwise in a text, at offsets in it."""
    if found := _HTML.search(value):
        yield found.start(), f"'{found[0]}' is HTML, and is shown as it stands"
    if not value.isascii():
        for offset in unseen(value):
            yield offset, f"{named(value[offset])} is not seen here"
        yield from _misread(value)
        yield from _mixed(value)


def printed_quotes(value: str) -> str | None:
    """What to say of a text that stands, as a whole, in quotation marks of print, where YAML takes those of the
    keyboard."""
    if not value or value[-1] not in _CLOSES.get(value[0], ""):
        return None
    return f"{value[0]} and {value[-1]} are part of this text: quotation marks of YAML are \" and '"


def _misread(value: str) -> Iterator[Remark]:
    for found in _MISREAD.finditer(value):
        for length in range(len(found[0]), 1, -1):
            try:
                meant = found[0][:length].encode("cp1252").decode("utf-8")
            except UnicodeError:
                continue
            yield found.start(), f"'{found[0][:length]}' was probably '{meant}' before it was read in a wrong encoding"
            break


def _mixed(value: str) -> Iterator[Remark]:
    """Words of Latin letters with one of another alphabet that only looks like them."""
    for word in re.finditer(r"[^\W\d_]+", value):
        others = [n for n, sign in enumerate(word[0]) if not sign.isascii()]
        plain = [looks_like(word[0][n]) for n in others]
        sign = word[0][others[0]] if others else ""
        if 0 < len(others) < len(word[0]) and all(plain) and not name(sign, "").startswith("LATIN"):
            yield word.start() + others[0], f"{named(sign)} only looks like the '{plain[0]}' of the letters around it"
