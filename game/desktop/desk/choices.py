"""Every move as something that can be pressed: its words, its keys, why it cannot be made, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.desktop.desk.board import Board
from game.desktop.desk.ways import Ways
from game.desktop.kit.canvas import Action
from game.seat import Deed, NotReady
from game.words import phrase, say


@dataclass(frozen=True, slots=True)
class Button(Action):
    """One button."""

    wide: int = 1
    """How many columns it takes."""


_BUTTONS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "counter": (phrase("Counter"), ("o",), phrase("Begin with their package and change it.")),
    "rest": (phrase("Close the rest"), ("l",), phrase("Every bracket in one package, as drafted by one side.")),
    "withdraw": (phrase("Withdraw"), ("w",), phrase("Take your own package off the table.")),
    "hold": (
        phrase("Hold up"),
        ("h",),
        phrase(
            "Hold up a text beside this one over a minor word, and let the others feel the clock. You are asked first."
        ),
    ),
    "circulate": (
        phrase("Circulate"),
        ("u",),
        phrase("Put the text to your allies. Whoever says nothing has consented."),
    ),
    "sound": (
        phrase("Sound"),
        ("q",),
        phrase("Ask an ally how it would take the text. You choose which, and keep the floor."),
    ),
    "say": (phrase("Say"), ("f",), phrase("Take the floor, move no word, and pass it on.")),
    "more": (phrase("More"), ("e",), phrase("Every other move, with what it does and what it takes.")),
    "leave": (phrase("Leave the talks"), (), phrase("End the talks without a text. You are asked first.")),
}
"""What is written on a button, its keys, and its hint, where they are always the same."""


def _button(id: str, act: Callable[[], None], why: str = "") -> Button:
    words, keys, hint = _BUTTONS[id]
    return Button(id, say(words), act, keys, why, say(hint))


# ---- about a package --------------------------------------------------------------------------------------------


def answers(board: Board) -> tuple[Button, ...]:
    """What can be said to the package that waits."""
    package, tray = board.waiting, board.tray
    assert package is not None
    choice, soft = board.choice("accept"), package.off_record
    plain = say("A hint off the record: it binds nobody.") if soft else say("Everybody moves at once, as written.")
    hint = _minds(board, "accept") or plain
    live = say("We could live with it") if soft else say("Accept")
    assert choice is not None
    return (
        Button("accept", live, lambda: board.do("accept"), ("enter", "a"), board.why_not_accept(), hint, 2),
        _button("counter", board.counter),
        decline(board),
        Button("never", say("Not for ever") if tray.never else say("Never"), board.swear, ("v",), _softly(board),
               say("Refuse the word for ever, on the record. You may regret it.")),
    )  # fmt: skip


def decline(board: Board) -> Button:
    """Refuse the package that waits, over a word if one is named."""
    over, never = board.tray.word is not None, board.tray.never
    words = {
        (False, False): phrase("Decline"),
        (True, False): phrase("Decline this"),
        (False, True): phrase("Never"),
        (True, True): phrase("Never this"),
    }[over, never]
    hint = say("Refuse it. To refuse over one word, press its wording in the package first.")
    return Button("decline", say(words), lambda: board.do("decline"), ("d",), "", hint)


def _softly(board: Board) -> str:
    """Why the package that waits cannot be refused for ever."""
    soft = board.waiting is not None and board.waiting.off_record
    return board.because(NotReady("not-for-non-papers")) if soft else ""


def _minds(board: Board, deed: Deed) -> str:
    """What a move costs beside its hours."""
    choice = board.choice(deed)
    return " ".join(board.costs(choice.penalties)) if choice and choice.moves else ""


def table(board: Board, *, wide: int = 2) -> Button:
    """Put the package on the record."""
    hint = _minds(board, "propose") or say("Put the package on the record: we move there, if they do.")
    return Button("table", say("Table it"), board.table_it, ("enter", "t"), board.why("propose"), hint, wide)


def nonpaper(board: Board) -> Button:
    """Float the package off the record."""
    hint = say("The same off the record: it binds nobody and is answered by a hint.")
    why = board.why("non-paper")
    return Button("nonpaper", say("Non-paper"), lambda: board.table_it(off_record=True), ("n",), why, hint)


def alone(board: Board) -> Button:
    """Move one's own position without asking for anything."""
    plain = say("Move there in this issue without asking anything in return.")
    hint = " ".join(each for each in (plain, _minds(board, "amend")) if each)
    return Button("alone", say("Move alone"), lambda: board.do("amend"), ("m",), board.why("amend"), hint)


def rest(board: Board) -> Button:
    """Fill the tray with every bracket."""
    return _button("rest", board.close_rest, board.why_no_rest())


def clear(board: Board) -> Button:
    """Empty the tray."""
    tray = board.tray
    words = say("Back to theirs") if tray.countering else say("Clear")
    why = "" if tray.shifts or tray.countering or tray.noted else say("The tray is empty.")
    return Button("clear", words, board.clear, ("delete", "backspace"), why, say("Empty the tray."))


def withdraw(board: Board) -> Button:
    """Take one's own package back."""
    return _button("withdraw", lambda: board.do("withdraw"), board.why("withdraw"))


# ---- about those who are not at the table -----------------------------------------------------------------------


def capital(board: Board) -> Button:
    """Send a cable."""
    asks = board.desk.asks
    where = board.scenario[board.desk.who].capital
    told = phrase("Cable {capital} for one step more in {titles:and}; you keep the floor.")
    hint = say(told, capital=where, titles=board.titles(asks))
    words = say("Ask capital: {n}", n=len(asks)) if len(asks) > 1 else say("Ask capital")
    return Button("capital", words, board.ask_capital, ("c",), board.why_no_cable(), hint)


def press(board: Board, ways: Ways) -> Button:
    """Tell the press what we stand for in the issue looked at."""
    told = phrase(
        "Tell the press that you stand for your wording in {issue:quoted}: it commits you. You are asked first."
    )
    hint = say(told, issue=board.scenario.text[board.issue].title)
    return Button("press", say("Press"), ways.press, ("p",), board.why("announce"), hint)


def hold(board: Board, ways: Ways) -> Button:
    """Hold up a side text."""
    return _button("hold", ways.hold, board.why("hold"))


def circulate(board: Board) -> Button:
    """Put the clean text to the allies."""
    return _button("circulate", lambda: board.do("circulate"), board.why("circulate"))


def sound(board: Board, ways: Ways) -> Button:
    """Ask an ally: first the one that is most against."""
    allies = [each.id for each in board.desk.corridor if board.is_ally(each.id)]
    return _button("sound", lambda: ways.audience(allies[0]), board.why("sound"))


# ---- words and initials -----------------------------------------------------------------------------------------


def speak(board: Board, ways: Ways) -> Button:
    """Take the floor and pass it on."""
    return _button("say", ways.say, board.why("say"))


def sign(board: Board, *, wide: int = 1) -> Button:
    """Initial the clean text."""
    words = say("Initial the text") if board.mode == "sign" else say("Sign")
    hint = say("Put your initials under the text.")
    return Button("sign", words, lambda: board.do("sign"), ("s",), board.why("sign"), hint, wide)


def more(ways: Ways) -> Button:
    """Everything else."""
    return _button("more", ways.more)


def leave(ways: Ways) -> Button:
    """Leave the talks; asked once more on a sheet."""
    return _button("leave", ways.leave)
