"""Why a record cannot be read, in words: what should stand in a line of it, and what does."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import did_you_mean
from game.talks import LEVEL_NAMES, RecordError
from game.talks.notation import Fault
from game.talks.record import FIRST
from game.words.language import phrase, say

_SENTENCES: Mapping[Fault, str] = {
    "first-line": phrase("a record begins with the line {first}"),
    "no-line": phrase("the record has no line {written}"),
    "seed": phrase("the seed is a whole number, or 32 hexadecimal digits, not {written}"),
    "draw": phrase("a draw is {draws:or}, not {written}"),
    "adviser": phrase("an adviser is {none}, or is not mentioned, not {written}"),
    "past": phrase("what earlier talks left is written {goodwill} or {won}, not {written}"),
    "past-scenario": phrase("the line {after} names the scenario of the earlier talks"),
    "seat": phrase("a seat is a person's or the computer's, as {levels:or}, not {written}{meant}"),
    "numbered": phrase("a move is written {numbered}, not {written}"),
    "missing": phrase("move {expected} is missing: this line is number {raw}"),
    "move": phrase("a move is written {move}: {written}"),
    "remark": phrase("the remark is not closed properly: {written}"),
    "no-such-move": phrase("there is no move {written}"),
    "wording": phrase("a wording is written {wording}, not {written}"),
    "package-wording": phrase("a wording in a package is written {shift}, not {written}"),
    "package-number": phrase("a package has a number, not {written}"),
    "refusal": phrase("a refusal is written {refusal}: {written}"),
}


def misread(fault: RecordError) -> str:
    """What is wrong in the line, without a full stop."""
    return say(
        _SENTENCES[fault.kind],
        written=repr(fault.written),
        raw=fault.written,
        expected=fault.expected,
        meant=did_you_mean(fault.written, ("person", *LEVEL_NAMES)),
        levels=LEVEL_NAMES,
        first=repr(FIRST),
        draws=["'seed'", "'as written'"],
        none="'none'",
        after="'after'",
        goodwill="A+B=5",
        won="issue=option/2",
        move="WHO DOES WHAT",
        numbered=f"'{fault.expected}. WHO DOES WHAT'",
        wording="issue=option",
        shift="WHO:issue=option",
        refusal="N over issue, never",
    )


def misread_line(fault: RecordError) -> str:
    """The same with the line."""
    return say("line {n}: {what}", n=fault.line, what=misread(fault))
