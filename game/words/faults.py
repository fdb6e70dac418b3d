"""Why kept talks or a record cannot be played on or followed, in a sentence."""

from __future__ import annotations

from game.table import FollowError, ResumeError
from game.talks import ReplayError
from game.words.language import say
from game.words.refusals import refusal


def fault(error: Exception) -> str:
    """What went wrong, in a sentence; an error that was made of words says them itself."""
    match error:
        case ReplayError():
            return say("Move {n} cannot be played: {why}", n=error.move, why=refusal(error.scenario, error.refused))
        case ResumeError():
            return say("Talks {n} cannot be played on: {why:nostop}.", n=str(error.game), why=_inside(error.fault))
        case FollowError(stopped=ReplayError() as stopped):
            return say("These talks cannot be followed: {why}", why=_inside(stopped))
        case _:
            return str(error)


def unreadable(error: Exception) -> str:
    """Why a record cannot be played, in a sentence."""
    return say("The record cannot be played: {why:stop}", why=_inside(error))


def _inside(error: Exception) -> str:
    """The same inside a sentence."""
    if isinstance(error, ReplayError):
        return say("move {n} cannot be played: {why}", n=error.move, why=refusal(error.scenario, error.refused))
    return fault(error)
