"""Every move as something that can be pressed: its words, its keys, why it cannot be made, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.desktop.desk.board import Board
from game.desktop.desk.ways import Ways
from game.desktop.kit.canvas import Action
from game.seat import Deed
from game.words import SENTENCES, phrase, say, strung
from game.words.choices import naming
from game.words.how_far import FAR, never

_BUTTONS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "counter": (phrase("Counter"), ("o",), phrase("Begin with their package and change it.")),
    "rest": (phrase("Close the rest"), ("l",), phrase("Every bracket in one package, as drafted by one side.")),
    "more": (phrase("More"), ("e",), phrase("Every other move, with what it does and what it takes.")),
}
"""What is written on a button that is no move of itself, its keys, and its hint."""
_KEYS: Mapping[Deed, tuple[str, ...]] = {
    "withdraw": ("w",), "hold": ("h",), "circulate": ("u",), "sound": ("q",), "say": ("f",),
}  # fmt: skip


def _button(id: str, act: Callable[[], None], why: str = "") -> Action:
    words, keys, hint = _BUTTONS[id]
    return Action(id, say(words), act, keys, why, say(hint))


def plain(board: Board, deed: Deed, act: Callable[[], None] | None = None) -> Action:
    """A kind of move whose name and hint are always the same; it is made at once, or `act` opens what asks for more."""
    named = naming(deed)
    made = act or (lambda: board.do(deed))

    def hint() -> str:
        return _minds(board, deed) or say(named.hint)

    return Action(deed, say(named.button), made, _KEYS.get(deed, ()), board.why(deed), hint)


# ---- about a package --------------------------------------------------------------------------------------------


def answers(board: Board, ways: Ways) -> tuple[Action, ...]:
    """What can be said to the package that waits."""
    package = board.waiting
    assert package is not None
    choice, soft, named = board.desk.choice("accept"), package.off_record, naming("accept")
    answer = say("A hint off the record: it binds nobody.") if soft else say(named.hint)
    hint = _minds(board, "accept") or answer
    live = say("We could live with it") if soft else say(named.button)
    assert choice is not None
    return (
        Action("accept", live, lambda: board.do("accept"), ("enter", "a"), board.why_not_accept(), hint, 2),
        _button("counter", board.counter),
        decline(board),
        Action("how-far", say("How far"), ways.how_far, ("v",), "",
               say("Say with your no how far off it is, or that a word is refused for ever.")),
    )  # fmt: skip


def decline(board: Board) -> Action:
    """Refuse the package that waits, over a word if one is named."""
    words, hint = phrase("Decline this") if board.tray.word else phrase("Decline"), say(naming("decline").hint)
    if board.tray.never:
        words, hint = phrase("Never this"), never(board.never_row)
    elif board.tray.far:
        words = FAR[board.tray.far].refusing
        hint = strung([say(FAR[board.tray.far].hint), hint], SENTENCES)
    return Action("decline", say(words), lambda: board.do("decline"), ("d",), "", hint)


def _minds(board: Board, deed: Deed) -> str:
    """What a move costs beside its hours."""
    choice = board.desk.choice(deed)
    return strung(board.costs(choice.penalties), SENTENCES) if choice and choice.moves else ""


def table(board: Board, *, wide: int = 2) -> Action:
    """Put the package on the record."""
    hint = _minds(board, "propose") or say(naming("propose").hint)
    return Action(
        "table", say(naming("propose").button), board.table_it, ("enter", "t"), board.why("propose"), hint, wide
    )


def nonpaper(board: Board) -> Action:
    """Float the package off the record."""
    hint = say(naming("non-paper").hint)
    why = board.why("non-paper")
    return Action(
        "nonpaper", say(naming("non-paper").button), lambda: board.table_it(off_record=True), ("n",), why, hint
    )


def alone(board: Board) -> Action:
    """Move one's own position without asking for anything."""
    moves = say(naming("amend").hint)
    hint = strung([each for each in (moves, _minds(board, "amend")) if each], SENTENCES)
    return Action("alone", say(naming("amend").button), lambda: board.do("amend"), ("m",), board.why("amend"), hint)


def rest(board: Board) -> Action:
    """Fill the tray with every bracket."""
    return _button("rest", board.close_rest, board.why_no_rest())


def clear(board: Board) -> Action:
    """Empty the tray; while their package lies in it, begin a counter with an empty one, and back again from there."""
    tray, keys = board.tray, ("delete", "backspace")
    if board.mode == "answer":
        hint = say("Begin a counter with an empty tray.")
        return Action("clear", say("Empty counter"), board.afresh, keys, "", hint)
    if tray.countering and not tray.shifts:
        return Action("clear", say("Back to theirs"), board.clear, keys, "", say("Their package waits for an answer."))
    why = "" if tray.shifts or tray.noted else say("The tray is empty.")
    return Action("clear", say("Clear"), board.clear, keys, why, say("Empty the tray."))


def withdraw(board: Board) -> Action:
    """Take one's own package back."""
    return plain(board, "withdraw")


# ---- about those who are not at the table -----------------------------------------------------------------------


def capital(board: Board) -> Action:
    """Send a cable."""
    asks = board.desk.asks

    def hint() -> str:
        where = board.scenario[board.desk.who].capital
        told = say(naming("consult").hint, capital=where, titles=board.titles(asks))
        return strung([each for each in (told, _minds(board, "consult")) if each], SENTENCES)

    words = say("Ask capital: {n}", n=len(asks)) if len(asks) > 1 else say(naming("consult").button)
    return Action("capital", words, board.ask_capital, ("c",), board.why_no_cable(), hint)


def press(board: Board, ways: Ways) -> Action:
    """Tell the newspapers what we stand for in the issue looked at."""

    def hint() -> str:
        return say(naming("announce").hint, issue=board.scenario.text[board.issue].title)

    return Action("press", say(naming("announce").button), ways.press, ("p",), board.why("announce"), hint)


def hold(board: Board, ways: Ways) -> Action:
    """Hold up a side text."""
    return plain(board, "hold", ways.hold)


def circulate(board: Board) -> Action:
    """Put the clean text to the allies."""
    return plain(board, "circulate")


def sound(board: Board, ways: Ways) -> Action:
    """Ask an ally: first the one that is most against."""
    allies = [each.id for each in board.desk.corridor if board.is_ally(each.id)]
    return plain(board, "sound", lambda: ways.audience(allies[0]))


# ---- words and initials -----------------------------------------------------------------------------------------


def speak(board: Board, ways: Ways) -> Action:
    """Take the floor and pass it on."""
    return plain(board, "say", ways.say)


def sign(board: Board, *, wide: int = 1) -> Action:
    """Initial the clean text."""
    words = say("Initial the text") if board.mode == "sign" else say(naming("sign").button)
    hint = say(naming("sign").hint)
    return Action("sign", words, lambda: board.do("sign"), ("s",), board.why("sign"), hint, wide)


def more(ways: Ways) -> Action:
    """Everything else."""
    return _button("more", ways.more)


def leave(board: Board, ways: Ways) -> Action:
    """Leave the talks; asked once more on a sheet, and never refused there."""
    return plain(board, "leave", ways.leave)._replace(why="")
