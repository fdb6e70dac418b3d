"""What can be done now, the most urgent first, each with its hours and with what is known of its price in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.seat import HeldRow, HoldUpAnswer, Seated
from game.talks import Answer, Hold
from game.terminal.commands import LISTED, OUTSIDE, Word
from game.words import SEMICOLON, phrase, say, strung
from game.words.choices import naming
from game.words.closing import statement


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the menu."""

    command: Word
    label: str
    hours: float = 0.0
    """Hours of talks that it takes."""
    rest: str = ""
    """What stands behind the command, where the line means one thing in particular."""
    least: bool = False
    """Whether it may take more hours than these."""


_LINES: Mapping[tuple[bool, bool], str] = {
    (False, False): phrase("{command}: {label} ({hours:hours})"),
    (True, False): phrase("{command}: {label} ({hours:hours} or more)"),
    (False, True): phrase("{command}: {label} ({hours:hours}; the clock would strike first)"),
    (True, True): phrase("{command}: {label} ({hours:hours} or more; the clock would strike first)"),
}
"""By whether it may take more hours, and whether it takes more than are left."""
_DEEDS: Mapping[Answer, str] = {
    "give": phrase("give the word: {word}. {price}"),
    "swap": phrase("swap it: {word}. {price}"),
    "sit": phrase("sit it out. {price}"),
}
_PRICES: Mapping[bool, str] = {
    True: phrase("For you: the word {word:signed}, the hours {hours:signed}; goodwill with {them} {goodwill:signed}"),
    False: phrase("For you: the hours {hours:signed}; goodwill with {them} {goodwill:signed}"),
}
"""By whether a word is given."""


def menu(here: Seated) -> list[Item]:
    """The sensible moves now, the most urgent first. What is held up is answered, and a frozen text is read or not:
    then there is nothing else."""
    if here.desk.judging:
        return [Item(word, say(naming(deed).label)) for word, deed in OUTSIDE.items() if here.desk.may(deed)]
    match here.desk.mode:
        case "held":
            return list(_answers(here))
        case "closing":
            return _readings(here)
        case _ if here.desk.held or here.desk.closing:
            return []
        case _:
            return list(_moves(here))


def _moves(here: Seated) -> Iterator[Item]:
    if sign := here.desk.may("sign"):
        yield Item("sign", say(naming("sign").label), sign.hours)
    if circulate := here.desk.may("circulate"):
        yield Item("circulate", say(naming("circulate").label), circulate.hours)
    if taken := here.desk.acceptable:
        label = say(naming("accept").label, numbers=[str(row.number) for row in taken])
        yield Item("accept", label, min(row.hours for row in taken))
    table, decline = here.desk.choice("propose"), here.desk.choice("decline")
    if here.desk.waiting and table and decline:
        yield Item("counter", say("answer it with a package of your own"), table.hours, least=True)
        yield Item("decline", say(naming("decline").label), decline.hours)
    elif here.desk.brackets and (table := here.desk.may("propose")):
        yield Item("table", say(naming("propose").label), table.hours, least=True)
    if here.desk.brackets and (alone := here.desk.choice("amend")) and alone.issues:
        yield Item("move", say(naming("amend").label), alone.hours)
    if (ask := here.desk.choice("consult")) and set(ask.issues) & set(here.desk.brackets):
        capital = here.scenario[here.desk.who].capital
        yield Item("ask", say(naming("consult").label, capital=capital), ask.hours)
    if speak := here.desk.choice("say"):
        yield Item("say", say(naming("say").label), speak.hours)


def also(here: Seated) -> list[Item]:
    """What can be done besides, by typing its word."""
    leave = here.desk.may("leave")
    out = [Item("leave", say(naming("leave").label), leave.hours)] if leave else []
    return out if here.desk.held or here.desk.closing else [*_others(here), *out]


def _others(here: Seated) -> Iterator[Item]:
    if withdraw := here.desk.may("withdraw"):
        yield Item("withdraw", say(naming("withdraw").label), withdraw.hours)
    if (hold := here.desk.may("hold")) and isinstance(move := hold.moves[0], Hold):
        side = here.scenario.side_text(move.side_text)
        yield Item("hold", say(naming("hold").label, side=side.title if side else ""), hold.hours)
    if (press := here.desk.choice("announce")) and press.issues:
        yield Item("announce", say(naming("announce").label), press.hours)
    for word, deed in LISTED.items():
        if choice := here.desk.may(deed):
            yield Item(word, say(naming(deed).label), choice.hours)


def with_hours(here: Seated, item: Item) -> str:
    """A line of the menu with the hours that it takes, without a full stop."""
    command = f"{item.command} {item.rest}" if item.rest else item.command
    if not item.hours:
        return say("{command}: {label}", command=command, label=item.label)
    line = _LINES[item.least, here.desk.now.strikes_within(item.hours)]
    return say(line, command=command, label=item.label, hours=item.hours)


def menu_lines(here: Seated) -> list[str]:
    """The menu, a sentence a line."""
    return [say("{line}.", line=with_hours(here, item)) for item in menu(here)]


def also_words(here: Seated) -> str:
    """The other moves in one paragraph; empty where there are none."""
    told = [with_hours(here, item) for item in also(here)]
    return say("You can also type {items}.", items=strung(told, SEMICOLON)) if told else ""


# ---- what is held up, and closing statements --------------------------------------------------------------------


def _answers(here: Seated) -> Iterator[Item]:
    held = here.desk.held
    side = here.scenario.side_text(held.side_text) if held else None
    if held is None or side is None:
        return
    words: dict[Answer, str] = {"give": side.give, "swap": side.swap, "sit": ""}
    for answer in held.answers:
        label = say(_DEEDS[answer.how], word=words[answer.how], price=_price(here, held, answer))
        yield Item(answer.how, label, answer.hours)


def _price(here: Seated, held: HeldRow, answer: HoldUpAnswer) -> str:
    """What an answer brings this seat, part by part: the word, the hours, goodwill. At a table of three or more the
    hours run only when the last has sat down to it."""
    told = say(
        _PRICES[answer.how != "sit"],
        word=answer.word,
        hours=answer.cost,
        them=here.scenario[held.by].short,
        goodwill=answer.goodwill,
    )
    if answer.how == "sit" and set(here.scenario.ids) - {*held.sat, held.by, here.desk.who}:
        return say("{told}; {hours:hours} run once all the others sit it out too", told=told, hours=held.runs)
    return told


def _readings(here: Seated) -> list[Item]:
    read = here.desk.choice("interpret")
    if read is None or read.why_not:
        return []
    items = [
        Item("read", statement(here.scenario, row), read.hours, str(place))
        for place, row in enumerate(here.desk.readings, 1)
    ]
    return [*items, Item("read", say("make no closing statement"), read.hours, "none")]
