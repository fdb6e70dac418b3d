"""Every move as something that can be pressed: its words, its keys, why it cannot be made, and what it does."""

from __future__ import annotations

from dataclasses import dataclass

from game.desktop.desk.corridor import is_ally, outside
from game.desktop.desk.desk import Desk, Mode
from game.desktop.desk.package import beyond, closed, why_not
from game.desktop.desk.ways import Ways
from game.desktop.kit.canvas import Action
from game.talks import Accept, Amend, Announce, Circulate, Hold, Propose, Say, Sign, Sound, Withdraw, listed
from game.words.warnings import warnings


@dataclass(frozen=True, slots=True)
class Choice(Action):
    """One button."""

    wide: int = 1
    """How many columns it takes."""


# ---- about a package --------------------------------------------------------------------------------------------


def answers(desk: Desk) -> tuple[Choice, ...]:
    """What can be said to the package that waits."""
    package = desk.waiting
    assert package is not None
    why = why_not_accept(desk)
    soft = package.off_record
    over = "" if desk.word is None else " this"
    minds = " ".join(warnings(desk.view, Accept(desk.view.who, package.number))) if desk.view.own else ""
    plain = "A hint off the record: it binds nobody." if soft else "Everybody moves at once, as written."
    return (
        Choice("accept", "We could live with it" if soft else "Accept", desk.accept, ("enter", "a"), why,
               minds or plain, 2),
        Choice("counter", "Counter", desk.counter, ("o",), "", "Begin with their package and change it."),
        Choice("decline", f"Never{over}" if desk.never else f"Decline{over}", desk.decline, ("d",), "",
               "Refuse it. To refuse over one word, press its wording in the package first."),
        Choice("never", "Not for ever" if desk.never else "Never", desk.swear, ("v",),
               "A non-paper is not refused for ever." if soft else "",
               "Refuse the word for ever, on the record. You may regret it."),
    )  # fmt: skip


def why_not_accept(desk: Desk) -> str:
    """Why the package that waits cannot be accepted: the first of our moves that we may not make, or the rules."""
    package, view = desk.waiting, desk.view
    if package is None or Accept(view.who, package.number) in view.legal.moves:
        return ""
    no_text = "With these words agreed, no whole text could be written any more."
    return beyond(view, package.shifts) or closed(view, Accept) or no_text


def table(desk: Desk, *, wide: int = 2) -> Choice:
    """Put the package on the record."""
    minds = warnings(desk.view, Propose(desk.view.who, desk.shifts)) if desk.view.own else ()
    hint = " ".join(minds) or "Put the package on the record: we move there, if they do."
    return Choice("table", "Table it", desk.table_it, ("enter", "t"), why_not(desk.view, desk.shifts), hint, wide)


def nonpaper(desk: Desk) -> Choice:
    """Float the package off the record."""
    hint = "The same off the record: it binds nobody and is answered by a hint."
    why = why_not(desk.view, desk.shifts)
    return Choice("nonpaper", "Non-paper", lambda: desk.table_it(off_record=True), ("n",), why, hint)


def alone(desk: Desk) -> Choice:
    """Move one's own position without asking for anything."""
    why = desk.shut(Amend)
    if not why and desk.alone is None:
        why = "Choose a wording of this issue that you would move to, first."
    if not why:
        why = beyond(desk.view, tuple(shift for shift in desk.shifts if shift.issue == desk.issue))
    option, view = desk.alone, desk.view
    minds = warnings(view, Amend(view.who, desk.issue, option)) if option and view.own else ()
    hint = " ".join(("Move there in this issue without asking anything in return.", *minds))
    return Choice("alone", "Move alone", desk.move_alone, ("m",), why, hint)


def rest(desk: Desk) -> Choice:
    """Fill the tray with every bracket."""
    hint = "Every bracket in one package, as drafted by one side."
    return Choice("rest", "Close the rest", desk.close_rest, ("l",), desk.why_no_rest(), hint)


def clear(desk: Desk) -> Choice:
    """Empty the tray."""
    words = "Back to theirs" if desk.countering else "Clear"
    why = "" if desk.shifts or desk.countering or desk.noted else "The tray is empty."
    return Choice("clear", words, desk.clear, ("delete", "backspace"), why, "Empty the tray.")


def withdraw(desk: Desk) -> Choice:
    """Take one's own package back."""
    why = desk.shut(Withdraw)
    if not why and not desk.own_package:
        why = "You have no package on the table."
    return Choice("withdraw", "Withdraw", desk.withdraw, ("w",), why, "Take your own package off the table.")


# ---- about those who are not at the table -----------------------------------------------------------------------


def capital(desk: Desk) -> Choice:
    """Send a cable."""
    asked = desk.asked
    titles = listed([f"“{desk.view.scenario.text[issue].title}”" for issue in asked])
    where = desk.view.scenario[desk.view.who].capital
    hint = f"Cable {where} for one step more in {titles}; you keep the floor."
    words = f"Ask capital: {len(asked)}" if len(asked) > 1 else "Ask capital"
    return Choice("capital", words, desk.ask_capital, ("c",), desk.why_no_cable(), hint)


def has_mandate(desk: Desk) -> bool:
    """Whether there is anything that a capital could open."""
    own = desk.view.own
    return own is not None and any(len(steps) > 1 for steps in own.instructions.mandate.values())


def press(desk: Desk, ways: Ways) -> Choice:
    """Tell the press what we stand for in the issue looked at."""
    view, title = desk.view, desk.view.scenario.text[desk.issue].title
    why = desk.shut(Announce)
    if not why and not desk.may_announce():
        stands = view.positions[view.who][desk.issue]
        told = view.committed.get((view.who, desk.issue)) == stands
        why = "You have told the press so already." if told else f"“{title}” is agreed: there is nothing to announce."
    hint = f"Tell the press that you stand for your wording in “{title}”: it commits you. You are asked first."
    return Choice("press", "Press", ways.press, ("p",), why, hint)


def has_hold(desk: Desk) -> bool:
    """Whether this seat has a text to hold up in these talks at all."""
    return any(side.by == desk.view.who for side in desk.view.scenario.side_texts)


def hold(desk: Desk, ways: Ways) -> Choice:
    """Hold up a side text."""
    why = desk.shut(Hold)
    hint = "Hold up a text beside this one over a minor word, and let the others feel the clock. You are asked first."
    return Choice("hold", "Hold up", ways.hold, ("h",), why, hint)


def circulate(desk: Desk) -> Choice:
    """Put the clean text to the allies."""
    hint = "Put the text to your allies. Whoever says nothing has consented."
    return Choice("circulate", "Circulate", desk.circulate, ("u",), desk.shut(Circulate), hint)


def sound(desk: Desk, ways: Ways) -> Choice:
    """Ask an ally: first the one that is most against."""
    allies = [audience.id for audience, _ in outside(desk.view) if is_ally(audience, desk.view.who)]
    hint = "Ask an ally how it would take the text. You choose which, and keep the floor."
    return Choice("sound", "Sound", lambda: ways.audience(allies[0]), ("q",), desk.shut(Sound), hint)


# ---- words and initials -----------------------------------------------------------------------------------------


def say(desk: Desk, ways: Ways) -> Choice:
    """Take the floor and pass it on."""
    hint = "Take the floor, move no word, and pass it on."
    return Choice("say", "Say", ways.say, ("f",), desk.shut(Say), hint)


def sign(desk: Desk, *, wide: int = 1) -> Choice:
    """Initial the clean text."""
    words = "Initial the text" if desk.mode is Mode.SIGN else "Sign"
    return Choice("sign", words, desk.sign, ("s",), desk.shut(Sign), "Put your initials under the text.", wide)


def more(ways: Ways) -> Choice:
    """Everything else."""
    return Choice("more", "More", ways.more, ("e",), "", "Every other move, with what it does and what it takes.")


def leave(ways: Ways) -> Choice:
    """Leave the talks; asked once more on a sheet."""
    return Choice("leave", "Leave the talks", ways.leave, (), "", "End the talks without a text. You are asked first.")
