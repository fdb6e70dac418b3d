"""What every kind of move is called: on a button, in the hint of it, and in a menu; the same file for every face."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, assert_never

from game.seat.choices import Deed
from game.words.language import phrase

_OfPackages = Literal["propose", "non-paper", "accept", "decline", "withdraw", "amend"]
_OfOthers = Literal["consult", "announce", "hold", "sound", "circulate"]
_OfAudiences = Literal["keep-silence", "break-silence", "reply", "vote", "headline"]


@dataclass(frozen=True, slots=True)
class Naming:
    """One kind of move in templates."""

    button: str
    """What is written on a button."""
    hint: str
    """What the move does, in a sentence."""
    label: str
    """The same as the end of a line that begins with the word to type."""


@cache
def naming(deed: Deed) -> Naming:
    """How a kind of move is named. The type check asks for the name of a new one.

    Raises `LookupError` for an answer to a hold-up and for a closing statement: they are named one by one."""
    match deed:
        case "propose" | "non-paper" | "accept" | "decline" | "withdraw" | "amend":
            return _of_packages(deed)
        case "consult" | "announce" | "hold" | "sound" | "circulate":
            return _of_others(deed)
        case "say":
            hint = phrase("Take the floor, move no word, and pass it on.")
            return Naming(phrase("Say"), hint, phrase("say something and let the others move"))
        case "sign":
            return Naming(phrase("Sign"), phrase("Put your initials under the text."), phrase("initial the clean text"))
        case "leave":
            hint = phrase("End the talks without a text. You are asked first.")
            return Naming(phrase("Leave the talks"), hint, phrase("end the talks without a text"))
        case "keep-silence" | "break-silence" | "reply" | "vote" | "headline":
            return _of_audiences(deed)
        case "respond" | "interpret":
            raise LookupError(f"{deed}: each answer and each reading has a line of its own")
        case _:
            assert_never(deed)


def _of_packages(deed: _OfPackages) -> Naming:
    match deed:
        case "propose":
            hint = phrase("Put the package on the record: we move there, if they do.")
            label = phrase("build a package: we move here, if you move there")
            return Naming(phrase("Table it"), hint, label)
        case "non-paper":
            hint = phrase("The same off the record: it binds nobody and is answered by a hint.")
            return Naming(phrase("Non-paper"), hint, phrase("build a package: we move here, if you move there"))
        case "accept":
            hint = phrase("Everybody moves at once, as written.")
            return Naming(phrase("Accept"), hint, phrase("take package {numbers:or}"))
        case "decline":
            hint = phrase("Refuse it. To refuse over one word, press its wording in the package first.")
            return Naming(phrase("Decline"), hint, phrase("refuse it, and say over which word"))
        case "withdraw":
            hint = phrase("Take your own package off the table.")
            return Naming(phrase("Withdraw"), hint, phrase("take your package back"))
        case "amend":
            hint = phrase("Move there in this issue without asking anything in return.")
            return Naming(phrase("Move alone"), hint, phrase("change your own position and ask nothing for it"))
        case _:
            assert_never(deed)


def _of_others(deed: _OfOthers) -> Naming:
    match deed:
        case "consult":
            hint = phrase("Cable {capital} for one step more in {titles:and}; you keep the floor.")
            return Naming(phrase("Ask capital"), hint, phrase("ask {capital} for a wider mandate"))
        case "announce":
            hint = phrase(
                "Tell the newspapers that you stand for your wording in {issue:quoted}: it commits you. You are asked"
                " first."
            )
            return Naming(phrase("Go public"), hint, phrase("tell the newspapers what you stand for"))
        case "hold":
            hint = phrase(
                "Hold up a text beside this one over a minor word, and let the others feel the clock. You are asked"
                " first."
            )
            return Naming(phrase("Hold up"), hint, phrase("hold up {side} over a minor word"))
        case "sound":
            hint = phrase("Ask an ally how it would take the text. You choose which, and keep the floor.")
            return Naming(phrase("Sound"), hint, phrase("ask one ally how it would take the text"))
        case "circulate":
            hint = phrase("Put the text to your allies. Whoever says nothing has consented.")
            return Naming(phrase("Circulate"), hint, phrase("put the clean text to your allies; silence is consent"))
        case _:
            assert_never(deed)


def _of_audiences(deed: _OfAudiences) -> Naming:
    match deed:
        case "keep-silence":
            hint = phrase("Say nothing: when silence has run out you have consented.")
            return Naming(phrase("Keep silent"), hint, phrase("keep silence, and so consent to the text"))
        case "break-silence":
            hint = phrase("Say no and name the clause: its wording cannot come back.")
            return Naming(phrase("Break silence"), hint, phrase("break silence, and name the clause"))
        case "reply":
            hint = phrase("Answer whoever asks you: yes, uneasy or no. You may answer as you like.")
            return Naming(phrase("Answer"), hint, phrase("answer how you would take the text"))
        case "vote":
            hint = phrase("Vote on the frozen text; who votes no names the clause that it will not have.")
            return Naming(phrase("Vote"), hint, phrase("vote on the text"))
        case "headline":
            hint = phrase("Print a headline that all at the table hear. It moves no number.")
            return Naming(phrase("Print"), hint, phrase("print a headline"))
        case _:
            assert_never(deed)
