"""A wording on the paper that is chosen by its first letters."""

from __future__ import annotations

from game.desktop.desk.board import Board
from game.text import IssueId, Option
from game.words import phrase, quoted, say


def type_letter(board: Board, issue: IssueId, letter: str) -> bool:
    """Choose a wording of an issue by its first letters: its name's, or those of its words. Gives whether there is one
    that begins so, or whether one has been begun."""
    begun = board.typed[1] if board.typed and board.typed[0] == issue else ""
    typed = begun[:-1] if letter == "backspace" else begun + letter
    if not board.deals or not (typed or begun):
        return False
    found = [each for each in board.scenario.text[issue].options if typed and _begins(each, typed)]
    if found:
        board.look_at(issue)
    board.typed = (issue, typed) if len(found) > 1 else None
    whole = [each for each in found if typed == each.name.lower()] or found
    if len(whole) == 1:
        board.choose(whole[0].id)
    elif found:
        told = phrase("{typed:quoted}: {names:or}? Type on.")
        board.notice = say(told, typed=typed, names=[quoted(each.name) for each in found])
    elif begun:
        board.notice = say("No wording here begins with {typed:quoted}.", typed=typed) if typed else ""
    return bool(found or begun)


def _begins(option: Option, letters: str) -> bool:
    """Whether a wording begins with these letters."""
    return any(words.strip(" ,").lower().startswith(letters) for words in (option.name, option.words))
