"""What is told of a word of the draft that has the focus or is under the mouse."""

from __future__ import annotations

from game.desktop.desk.laid import Laid
from game.desktop.desk.word import Word
from game.seat.tray import settled_at
from game.text import SILENCE
from game.words import SEMICOLON, phrase, say, strung


def word_hint(board: Laid, word: Word) -> str:
    """What the line below the tray says of a word."""
    row, text = board.desk.row(word.issue), board.scenario.text[word.issue]
    if row.agreed is not None:
        return say("{issue}: agreed, ad referendum.", issue=text.title)
    planned = settled_at(board.desk.shown.shifts, word.issue)
    if word.words == SILENCE and word.option is not None:
        into = phrase("{issue}: here {who:and} would have no words. Press to put that into the package.")
        reads = phrase("{issue}: here {who:and} would have no words.")
        silent = [
            board.scenario[who].short for each in row.wordings if each.option == word.option for who in each.stands
        ]
        if silent:
            return say(into if board.deals and planned != word.option else reads, issue=text.title, who=silent)
    if word.option is not None and board.deals:
        out = phrase("{issue}: press to take {option:quoted} out of the package, or type another.")
        into = phrase("{issue}: press to put {option:quoted} into the package, or type another.")
        line = out if planned == word.option else into
        return say(line, issue=text.title, option=text[word.option].name)
    stood = {who: each.option for each in row.wordings for who in each.stands}
    sides = [
        say("{who} {option:quoted}", who=board.scenario[who].short, option=text[stood[who]].name)
        for who in board.scenario.ids
    ]
    told = strung(sides, SEMICOLON)
    if planned is None:
        return say("{issue}, in brackets: {sides}.", issue=text.title, sides=told)
    line = phrase("{issue}, in brackets: {sides}. In the package: {option:quoted}.")
    return say(line, issue=text.title, sides=told, option=text[planned].name)
