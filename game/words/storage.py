"""Why talks are not kept or not read back, in a sentence for the player, and what helps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from game.table import HOME, StoreError, StoreFault, Told, Trouble
from game.table.migrations import VERSION
from game.words.language import phrase, say, strung
from game.words.records import misread_line

_SENTENCES: Mapping[StoreFault, str] = {
    "cannot-keep": phrase("Talks cannot be kept in {path}: {trouble}"),
    "later-version": phrase(
        "The talks in {path} are left alone: a later version of the game has made that file, in format {number}, and"
        " this one knows formats up to {newest}. Use that version, or set {home} to another folder."
    ),
    "not-saved": phrase("This could not be saved in {path}: {trouble}"),
    "large-seed": phrase("The seed {written} is too large to be kept."),
    "another-window": phrase("Move {number} does not follow what is kept of these talks: another window plays them."),
    "another-course": phrase(
        "Another window has played talks {game}, and otherwise than they were played here: they cannot go on here."
    ),
    "cannot-read": phrase("The talks in {path} cannot be read: {trouble}"),
    "no-game": phrase("No talks number {game} are kept in {path}."),
    "damaged-scenario": phrase("The scenario that is kept with talks {game} is damaged."),
    "damaged-move": phrase("Move {number} of talks {game} is damaged or missing."),
    "damaged-act": phrase("Of who sat where in talks {game}, line {number} is damaged or missing."),
    "damaged-game": phrase("What is kept of talks {game} is damaged."),
    "unreadable-record": phrase("Talks {game} cannot be read back: {written}."),
    "unplayable": phrase("Talks {game} cannot be played on."),
    "no-store": phrase("Nothing is kept in this session."),
    "no-talks": phrase("There are no talks to begin again."),
    "no-delegation": phrase("There is no delegation {written} in this scenario; there are {names}."),
    "no-class": phrase("No class number {of_class} is kept."),
    "code-taken": phrase("Another class that is not over has the code {written}."),
    "damaged-class": phrase("What is kept of class {of_class} is damaged."),
    "damaged-class-act": phrase("Of what was done in class {of_class}, line {number} is damaged or missing."),
    "no-address": phrase("The address of the database cannot be read: it has the form {form}."),
    "another-server": phrase(
        "Line {number} does not follow what is kept of class {of_class}: another program has gone on with it."
    ),
}

_WRITING: Mapping[Trouble, str] = {
    "locked": phrase("another program holds the file. It can be saved as soon as that lets go of it."),
    "full": phrase("the disk is full. Make room on it, or set {home} to a folder on another one."),
    "read-only": phrase("the file or its folder may not be written. Set {home} to a folder that can be."),
    "gone": phrase("the file or its folder is not there any more. Bring it back, or set {home} to another folder."),
    "damaged": phrase("the file is damaged, or is no file of talks. Move it away: a new one is then begun."),
    "lost": phrase("what had been gathered to be saved was taken back with it. It is to be done again."),
    "other": phrase("{written}. Set {home} to a folder that can be written."),
}
"""What the trouble is, and what helps to keep something."""

_READING: Mapping[Trouble, str] = {
    "locked": phrase("another program holds the file. Try again when that has let go of it."),
    "full": phrase("the disk is full."),
    "read-only": phrase("this account may not read it."),
    "gone": phrase("the file or its folder is not there any more."),
    "damaged": phrase(
        "the file is damaged, or is no file of talks. The next talks that are played put it aside, and begin a new one."
    ),
    "lost": phrase("what had been gathered to be saved was taken back with it."),
    "other": phrase("{written}."),
}
"""The same for what is only read."""

_DATABASE: Mapping[Trouble, str] = {
    "locked": phrase("another program holds what is to be written. Try again."),
    "full": phrase("the disk or the memory of its server is full."),
    "read-only": phrase("its server does not allow that: {written}."),
    "gone": phrase("its server does not answer: {written}."),
    "damaged": phrase("its tables are damaged, or are not those of the game: {written}."),
    "lost": phrase("its server has taken back what had been gathered to be saved. It is to be done again."),
    "other": phrase("{written}."),
}
"""The same for a database."""
_LATER_DATABASE = phrase(
    "The talks in {path} are left alone: a later version of the game has made their tables, in format {number}. Use"
    " that version, or another database."
)


def not_kept(fault: StoreError) -> str:
    """Why talks are not kept, or not read back."""
    told = {
        "path": str(fault.path or ""),
        "home": HOME,
        "form": "postgresql://USER@HOST/NAME",
        "game": str(fault.game),
        "of_class": str(fault.of_class or 0),
        "number": str(fault.number),
        "newest": str(VERSION),
        "written": misread_line(fault.misread) if fault.misread else fault.written,
        "names": strung(fault.names),
    }
    troubles, sentence = _READING if fault.kind == "cannot-read" else _WRITING, _SENTENCES[fault.kind]
    if isinstance(fault.path, str):
        troubles, sentence = _DATABASE, _LATER_DATABASE if fault.kind == "later-version" else sentence
    trouble = troubles[fault.trouble]
    return say(sentence, trouble=say(trouble, **told), **told)


def set_aside(path: str) -> str:
    """That a damaged file of talks was moved, and where to."""
    return say("The file of kept talks was damaged: it is kept as {path}, and a new one has been begun.", path=path)


def how_kept(told: Told) -> str:
    """What has become of the talks while nobody looked; empty where nothing has."""
    match told:
        case "":
            return ""
        case "caught-up":
            return say("These talks are played in another window too. Here they stand as they have gone on there.")
        case "begun-anew":
            return say("The file of talks was gone or damaged: the whole of these talks has been kept anew.")
        case "kept-now":
            return say("The talks can be kept again, and are, from the first move on.")
        case _:
            assert_never(told)
