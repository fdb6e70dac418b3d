"""Why a record cannot be read, in words: what should stand in a line of it, and what does."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import did_you_mean
from game.talks import LEVEL_NAMES, RecordError
from game.talks.notation import Fault
from game.talks.record_lines import FIRST
from game.words.language import phrase, say

_SENTENCES: Mapping[Fault, str] = {
    "first-line": phrase("a record begins with the line {first}"),
    "later-version": phrase(
        "this record was written by a later version of the game, in format {raw}; this one knows 1"
    ),
    "second-record": phrase("a second record begins here: a file holds one"),
    "no-line": phrase("the record has no line {written}"),
    "heading": phrase("there is no line {written} in the head of a record{heading}"),
    "twice": phrase("{written} stands here for the second time; the first is in line {expected}"),
    "scenario": phrase("after 'scenario' stand its id and a fingerprint, not {written}"),
    "seed": phrase("the seed is a whole number, or 32 hexadecimal digits, not {written}"),
    "draw": phrase("a draw is {draws:or}, not {written}"),
    "edition": phrase("an edition is named by letters, digits, - and _, such as 'lesson', not {written}"),
    "adviser": phrase("an adviser is {none}, or is not mentioned, not {written}"),
    "carried": phrase("how many moves were made in other talks is a whole number, at most {expected}, not {written}"),
    "past": phrase("what earlier talks left is written {goodwill} or {won}, not {written}"),
    "past-scenario": phrase("the line {after} names the scenario of the earlier talks"),
    "seat": phrase("a seat is a person's or the computer's, as {levels:or}, not {written}{meant}"),
    "no-delegation": phrase("there is no delegation {written} in these talks; there are {names:and}"),
    "numbered": phrase("a move is written {numbered}, not {written}"),
    "missing": phrase("move {expected} is missing: this line is number {raw}"),
    "move": phrase("a move is written {move}: {written}"),
    "sign": phrase("the sign {raw} can stand in no text: it can neither be written nor drawn"),
    "unclosed": phrase(
        "this quotation mark is not closed in its line: {written}; has a mail or an editor broken the line in two?"
    ),
    "remark": phrase("a remark is one text between two quotation marks, not {written}"),
    "no-such-move": phrase("there is no move {written}"),
    "wording": phrase("a wording is written {wording}, not {written}"),
    "package-wording": phrase("a wording in a package is written {shift}, not {written}"),
    "package-number": phrase("a package has a number, not {written}"),
    "refusal": phrase("a refusal is written {refusal}: {written}"),
    "end": phrase("the last line of a record is written {end}, not {written}"),
    "short": phrase("this line says that there are {expected} moves; here are {raw}"),
    "changed": phrase(
        "the record is not as it was when this line was written: something above it is missing or has been changed."
        " Who has changed it on purpose takes this line away"
    ),
}


def misread(fault: RecordError) -> str:
    """What is wrong in the line, without a full stop."""
    return say(
        _SENTENCES[fault.kind],
        written=repr(fault.written),
        raw=fault.written,
        expected=fault.expected,
        meant=did_you_mean(fault.written, ("person", *LEVEL_NAMES)),
        heading=did_you_mean(
            fault.written, ("scenario", "edition", "seed", "seat", "draw", "after", "adviser", "carried")
        ),
        names=fault.names,
        end="'# end: N moves, FINGERPRINT'",
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
