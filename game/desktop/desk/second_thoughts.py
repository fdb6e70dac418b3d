"""One's own last move is taken back, with all that was answered to it: the record keeps it, struck."""

from __future__ import annotations

from game.desktop.desk.board import Board
from game.talks import Move, Propose
from game.words import say


def think_again(board: Board) -> None:
    """Go back to before the last move of whoever plays alone; a package that was taken back is in the tray again."""

    def taken(move: Move) -> None:
        if isinstance(move, Propose) and not board.tray.shifts:
            board.take_over(move, say("Your package is taken back, and in the tray. The record keeps it, struck."))
        else:
            board.explain(say("Your last move is taken back. The record keeps it, struck."))

    if not board.place.solo:
        board.explain(say("Others play here too: what one has done stands."))
    elif not board.place.think_again(taken):
        board.explain(say("You have made no move yet that could be taken back."))
