"""Why kept talks or a record cannot be kept, read back, played on or followed, in a sentence."""

from __future__ import annotations

from typing import assert_never

from game.table import FollowError, RecordFileError, ResumeError, StartError, StoreError
from game.talks import RecordError, ReplayError
from game.words.language import phrase, say
from game.words.records import misread_line
from game.words.refusals import refusal
from game.words.starting import no_record, not_begun
from game.words.storage import not_kept


def fault(error: Exception) -> str:
    """What went wrong, in a sentence; an error that was made of words says them itself."""
    match error:
        case ReplayError():
            return say("Move {n} cannot be played: {why}", n=error.move, why=refusal(error.scenario, error.refused))
        case ResumeError():
            return say("Talks {n} cannot be played on: {why:nostop}.", n=str(error.game), why=_inside(error.fault))
        case StoreError():
            return not_kept(error)
        case RecordError():
            return misread_line(error)
        case RecordFileError():
            return no_record(error)
        case StartError():
            return not_begun(error)
        case FollowError():
            return _not_followed(error)
        case _:
            return str(error)


def _not_followed(error: FollowError) -> str:
    """Why talks cannot follow others."""
    title = error.scenario.title
    match error.kind:
        case "unplayable":
            return say("These talks cannot be followed: {why}", why=_inside(error.stopped) if error.stopped else "")
        case "not-over":
            return say("These talks are not over: only finished talks leave something for those that follow.")
        case "no-sequel":
            return say("“{title:head}” follows no other talks: there is nothing that it could take over.", title=title)
        case "another":
            follows = error.scenario.sequel.scenario if error.scenario.sequel else ""
            line = phrase("“{title:head}” follows {follows}, and this is a record of {earlier}.")
            return say(line, title=title, follows=follows, earlier=error.earlier)
        case _:
            assert_never(error.kind)


def unreadable(error: Exception) -> str:
    """Why a record cannot be played, in a sentence."""
    return say("The record cannot be played: {why:stop}", why=_inside(error))


def _inside(error: Exception) -> str:
    """The same inside a sentence."""
    if isinstance(error, ReplayError):
        return say("move {n} cannot be played: {why}", n=error.move, why=refusal(error.scenario, error.refused))
    return fault(error)
