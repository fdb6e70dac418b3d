"""What a delegation could do besides what it would do: for an adviser, who lays two or three courses side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from game.delegations.aspiration import Aspiration
from game.delegations.computer import STEPS
from game.delegations.levels import STUDENT
from game.delegations.packages import as_move, compose
from game.delegations.procedure import answers
from game.delegations.prospects import Prospects
from game.talks import Accept, Decline, Interpret, Leave, Move, Package, Propose, Respond, Say, Sound

SOME = "—"
"""What stands for the remark of somebody who only speaks."""


def courses(aims: Aspiration, chance: Random, most: int = 3) -> tuple[Move, ...]:
    """So many different courses at most for the seat that has the floor, first what the computer itself would do with
    the same chance; each a legal move, without a remark. Only that one where nothing is left to choose."""
    found: list[Move] = []
    for move in _thought_of(aims, chance):
        if all(_is_other(move, each) for each in found):
            found.append(move)
        if len(found) == most or isinstance(found[0], Leave):
            break
    return tuple(found)


def _is_other(move: Move, than: Move) -> bool:
    """Whether one move is another course than one before it."""
    if isinstance(move, Propose) and isinstance(than, Propose):
        return set(move.shifts) != set(than.shifts)
    return not (isinstance(move, Decline) and isinstance(than, Decline)) and move != than


def _thought_of(aims: Aspiration, chance: Random) -> Iterator[Move]:
    """What each of its steps would do, in their order; and behind the first the other answers to what waits."""
    nothing = True
    for step in STEPS:
        if decision := step(aims, chance):
            move = decision.move
            yield move if isinstance(move, Say) else replace(move, remark="")
            if nothing:
                yield from _instead(aims, chance, move)
            nothing = False
    if nothing:
        yield Say(aims.view.who, remark=SOME)
        yield from _openings(aims, chance)


def _instead(aims: Aspiration, chance: Random, move: Move) -> Iterator[Move]:
    view = aims.view
    match move:
        case Respond():
            side = view.scenario.side_text(view.held.side_text) if view.held else None
            worth = answers(aims, side) if side else {}
            yield from (Respond(view.who, how) for how in sorted(worth, key=lambda each: -worth[each]))
        case Interpret():
            boldest = sorted(view.seat.readings, key=lambda each: -each.gain)
            yield from (Interpret(view.who, reading) for reading in (*(each.id for each in boldest), None))
        case _ if view.waiting:
            for package in view.waiting:
                yield from _answers(aims, chance, package)
        case _:
            yield from _openings(aims, chance)


def _openings(aims: Aspiration, chance: Random) -> Iterator[Move]:
    """What can be begun when nothing waits: a package that asks for less, another one, an ally that could be asked."""
    view = aims.view
    if view.brackets and view.legal.may(Propose):
        for reading in (Aspiration(view, STUDENT), aims):
            if shifts := compose(Prospects(reading), chance):
                yield replace(as_move(reading, chance, shifts, "trade"), remark="")
    moods = ("against", "uneasy")
    asked = [move for move in view.legal.of(Sound) if view.standings[move.audience].mood in moods]
    yield from sorted(asked, key=lambda move: moods.index(view.standings[move.audience].mood))[:1]


def _answers(aims: Aspiration, chance: Random, package: Package) -> Iterator[Move]:
    """To take a package that could be taken, to counter it, and to refuse it over the word that it minds most."""
    view = aims.view
    taken = Accept(view.who, package.number)
    crossed = aims.sheet.breaks_red_line(package.of(view.who))
    if taken in view.legal.moves and not crossed and aims.can_still_reach(package):
        yield taken
    if not package.off_record and (shifts := compose(Prospects(aims), chance, about=package.issues)):
        yield replace(as_move(aims, chance, shifts, "counter"), remark="")
    gains = aims.gain(package)
    yield Decline(view.who, package.number, crossed[0] if crossed else min(gains, key=lambda issue: gains[issue]))
