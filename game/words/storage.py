"""Why talks are not kept or not read back, in a sentence for the player."""

from __future__ import annotations

from collections.abc import Mapping

from game.table import HOME, StoreError, StoreFault
from game.table.migrations import VERSION
from game.words.language import phrase, say, strung
from game.words.records import misread_line

_SENTENCES: Mapping[StoreFault, str] = {
    "cannot-keep": phrase(
        "Talks cannot be kept in {path}: {written}. Play with --no-save, or set {home} to a folder that can be written."
    ),
    "later-version": phrase(
        "Talks cannot be kept in {path}: a later version of the game has made that file, in format {number}, and this"
        " one knows formats up to {newest}. Play with --no-save, or set {home} to another folder."
    ),
    "not-saved": phrase(
        "This could not be saved in {path}: {written}. Play with --no-save, or set {home} to a folder that can be"
        " written."
    ),
    "large-seed": phrase("The seed {written} is too large to be kept."),
    "another-window": phrase("Move {number} does not follow what is kept of these talks: another window plays them."),
    "cannot-read": phrase("The talks in {path} cannot be read: {written}."),
    "no-game": phrase("No talks number {game} are kept in {path}."),
    "damaged-scenario": phrase("The scenario that is kept with talks {game} is damaged."),
    "damaged-move": phrase("Move {number} of talks {game} is damaged or missing."),
    "damaged-date": phrase("The date of talks {game} is damaged."),
    "unreadable-record": phrase("Talks {game} cannot be read back: {written}."),
    "unplayable": phrase("Talks {game} cannot be played on."),
    "no-store": phrase("Nothing is kept in this session."),
    "no-talks": phrase("There are no talks to begin again."),
    "no-delegation": phrase("There is no delegation {written} in this scenario; there are {names}."),
}


def not_kept(fault: StoreError) -> str:
    """Why talks are not kept, or not read back."""
    return say(
        _SENTENCES[fault.kind],
        path=str(fault.path or ""),
        home=HOME,
        game=str(fault.game),
        number=str(fault.number),
        newest=str(VERSION),
        written=misread_line(fault.misread) if fault.misread else fault.written,
        names=strung(fault.names),
    )
