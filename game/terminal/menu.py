"""What can be done now, the most urgent first, each with its hours and with what is known of its price in points."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario import AudienceId, Reading, SideText, Stake
from game.talks import (
    Accept,
    Amend,
    Announce,
    Answer,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    Package,
    Propose,
    Respond,
    Say,
    Shift,
    Sign,
    Sound,
    View,
    Withdraw,
    hold_ups,
    hours_words,
    signed_points,
    strain,
)
from game.terminal.spoken import cost_of_hours, points_words
from game.text import IssueId, OptionId

_NOTHING = Stake(0, 0)
_LITTLE, _MUCH = 7, 16
"""How far a closing statement wakes the others' audiences, in words: little up to this, much from this on."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the menu."""

    command: str
    label: str
    move: Move
    """A move of its kind, for the hours that it takes."""
    rest: str = ""
    """What stands behind the command, where the line means one thing in particular."""


def menu(view: View) -> list[Item]:
    """The sensible moves now, the most urgent first. What is held up is answered, and a frozen text is read or not:
    then there is nothing else."""
    if view.held is not None:
        return _answers(view)
    if view.closing:
        return _readings(view)
    who, legal = view.who, view.legal
    items = []
    if legal.may(Sign):
        items.append(Item("sign", "initial the clean text", Sign(who)))
    if legal.may(Circulate):
        items.append(Item("circulate", "put the clean text to your allies; silence is consent", Circulate(who)))
    if legal.may(Accept):
        items.append(Item("accept", f"take package {_numbers(acceptable(view))}", _accepting(view)))
    if view.waiting:
        items.append(Item("counter", "answer it with a package of your own", _package(view)))
        items.append(Item("decline", "refuse it, and say over which word", Decline(who, 0)))
    if legal.may(Propose) and view.brackets and not view.waiting:
        items.append(Item("table", "build a package: we move here, if you move there", _package(view)))
    if legal.may(Amend) and view.brackets:
        items.append(
            Item("move", "change your own position and ask nothing for it", Amend(who, IssueId(""), OptionId("")))
        )
    if any(isinstance(move, Consult) and move.issues[0] in view.brackets for move in legal.moves):
        items.append(Item("ask", f"ask {view.scenario[who].capital} for a wider mandate", Consult(who, ())))
    items.append(Item("say", "say something and let the others move", Say(who)))
    return items


def also(view: View) -> list[Item]:
    """What can be done besides, by typing its word."""
    who, legal = view.who, view.legal
    if view.held is not None or view.closing:
        return [Item("leave", "end the talks without a text", Leave(who))] if legal.may(Leave) else []
    items = []
    if legal.may(Withdraw):
        items.append(Item("withdraw", "take your package back", Withdraw(who, 0)))
    if holds := [move for move in legal.moves if isinstance(move, Hold)]:
        side = view.scenario.side_text(holds[0].side_text)
        items.append(Item("hold", f"hold up {side.title if side else 'a side text'} over a minor word", holds[0]))
    if legal.may(Announce):
        items.append(Item("announce", "tell the press what you stand for", Announce(who, IssueId(""), OptionId(""))))
    if legal.may(Sound):
        items.append(Item("sound", "ask one ally how it would take the text", Sound(who, AudienceId(""))))
    items.append(Item("leave", "end the talks without a text", Leave(who)))
    return items


def with_hours(view: View, item: Item) -> str:
    """A line of the menu with the hours that it takes."""
    price = view.price(item.move)
    words = f"{hours_words(price)} or more" if isinstance(item.move, Propose) else hours_words(price)
    late = "; the clock would strike first" if price > view.hours_left else ""
    name = f"{item.command} {item.rest}" if item.rest else item.command
    return f"{name}: {item.label} ({words}{late})." if price else f"{name}: {item.label}."


def also_words(view: View, items: list[Item]) -> str:
    """The other moves in one paragraph."""
    told = "; ".join(with_hours(view, item).rstrip(".") for item in items)
    return f"You can also type {told}." if told else ""


def _accepting(view: View) -> Move:
    """The package that is quickest to accept, for the hours."""
    moves: list[Move] = [move for move in view.legal.moves if isinstance(move, Accept)]
    return min(moves, key=view.price, default=Accept(view.who, 0))


def acceptable(view: View) -> tuple[Package, ...]:
    """The packages that wait for this seat and that it may take."""
    numbers = {move.package for move in view.legal.moves if isinstance(move, Accept)}
    return tuple(package for package in view.waiting if package.number in numbers)


def _package(view: View) -> Propose:
    """The least package there is, for the hours: one word asked of whoever it takes least hours to ask."""
    issue = view.scenario.text.issues[0].id
    asks = [Propose(view.who, (Shift(other.id, issue, OptionId("")),)) for other in view.others]
    return min(asks, key=view.price)


def _numbers(packages: tuple[Package, ...]) -> str:
    return " or ".join(str(package.number) for package in packages)


# ---- what is held up --------------------------------------------------------------------------------------------


def _answers(view: View) -> list[Item]:
    side = view.scenario.side_text(view.held.side_text) if view.held else None
    if side is None or not view.legal.may(Respond):
        return []
    deeds = {"give": f"give the word: {side.give}", "swap": f"swap it: {side.swap}", "sit": "sit it out"}
    answers: tuple[Answer, ...] = ("give", "swap", "sit")
    return [Item(how, f"{deeds[how]}. {answer_price(view, side, how)}", Respond(view.who, how)) for how in answers]


def answer_price(view: View, side: SideText, how: Answer) -> str:
    """What an answer to a hold-up brings this seat, part by part: the word, the hours, goodwill."""
    move = Respond(view.who, how)
    word = 0 if how == "sit" else stake_of(view, side, how)
    parts = [] if how == "sit" else [f"the word {signed_points(word)}"]
    parts.append(f"the hours {signed_points(cost_of_hours(view, view.price(move)))}")
    change = strain(how, hold_ups(view.record, side.by) - 1)
    return (
        f"For you: {', '.join(parts)}; goodwill with {view.scenario[side.by].short} {signed_points(change)}"
        + _later(view, side, how)
    )


def _later(view: View, side: SideText, how: Answer) -> str:
    """At a table of three or more the hours run only when the last has sat down to it."""
    waits = frozenset(view.scenario.ids) - (view.held.sat if view.held else frozenset()) - {side.by, view.who}
    return f"; {hours_words(side.hours)} run once all the others sit it out too" if how == "sit" and waits else ""


def stake_of(view: View, side: SideText, how: Answer) -> int:
    """What a side text is worth to this seat if it ends so."""
    stake = view.seat.instructions.stakes.get(side.id, _NOTHING)
    return {"give": stake.give, "swap": stake.swap, "sit": 0}[how]


# ---- closing statements -----------------------------------------------------------------------------------------


def _readings(view: View) -> list[Item]:
    if not view.legal.may(Interpret):
        return []
    items = [
        Item("read", reading_words(reading), Interpret(view.who, reading.id), str(place))
        for place, reading in enumerate(view.seat.readings, 1)
    ]
    return [*items, Item("read", "make no closing statement", Interpret(view.who), "none")]


def reading_words(reading: Reading) -> str:
    """A closing statement with what it brings at home, and how far it wakes the audiences of the others."""
    if not reading.wakes:
        heard = "nobody on the other side minds"
    else:
        degree = "a little" if reading.wakes <= _LITTLE else "much" if reading.wakes >= _MUCH else "somewhat"
        heard = f"it lowers the text {degree} in the eyes of those whom the others answer to"
    return f"“{reading.says}” {points_words(reading.gain)} at home; {heard}"
