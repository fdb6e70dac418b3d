"""Moves of every kind, well formed and ill formed, as nobody who means it would make them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from random import Random
from typing import cast, get_args

from game.scenario import AudienceId, HappeningId, ReadingId, SideTextId
from game.talks import (
    CHAIR,
    Accept,
    Admit,
    Amend,
    Announce,
    Answer,
    BreakSilence,
    Circulate,
    Close,
    Consult,
    Decline,
    Excuse,
    Extend,
    Far,
    Headline,
    Hold,
    Interpret,
    KeepSilence,
    Leave,
    Move,
    Pass,
    Penned,
    Propose,
    Release,
    Reply,
    Respond,
    Revoke,
    Say,
    Shift,
    Sign,
    Sound,
    Talks,
    Transcribe,
    Vote,
    Wire,
    Withdraw,
)
from game.text import DelegationId, IssueId, OptionId

JUNK = (
    "",
    " ",
    "nowhere",
    "*chair",
    "*gallery",
    "-",
    "1",
    "a=b",
    "A:b=c",
    "a b",
    "\n",
    "\x00",
    "\ud800",
    "é",
    "x" * 300,
)
REMARKS = ("", "", "", "—", "Well.", " ", '"', "\\", "a\nb", "\u2028", "\u202e", "\x00", "\ud800", "x" * 400, "x" * 401)
NUMBERS = (0, -1, 1, 2, 3, 10**6, 10**30, -(10**18))
ANSWERS: tuple[Answer, ...] = ("give", "swap", "sit")
WELL = 0.85
"""How often each part of a move is one that there is."""

Making = Callable[[Talks, DelegationId, str, Random], Move]


def any_move(talks: Talks, chance: Random) -> Move:
    """A move by somebody, mostly by whoever has the floor, and now and then by somebody outside or the chair; of any
    kind, but oftener of a kind that is due."""
    if chance.random() < (0.6 if talks.pending else 0.2):
        return outside_move(talks, chance)
    who = talks.floor if chance.random() < 0.9 else DelegationId(_one(talks.scenario.ids, chance))
    return chance.choice(_kinds(talks, chance))(talks, who, chance.choice(REMARKS), chance)


def _kinds(talks: Talks, chance: Random) -> Sequence[Making]:
    due = chance.random() < 0.4
    if due and talks.held is not None:
        return (_respond,)
    if due and talks.closing:
        return (_interpret,)
    if due and not talks.brackets:
        return (_sign, _circulate)
    return EVERYTHING


def _one(known: Sequence[str], chance: Random) -> str:
    """One of these, or nothing that there is."""
    return chance.choice(known) if known and chance.random() < WELL else chance.choice(JUNK)


def _issue(talks: Talks, chance: Random) -> IssueId:
    return IssueId(_one([issue.id for issue in talks.scenario.text.issues], chance))


def _option(talks: Talks, issue: IssueId, chance: Random) -> OptionId:
    text = talks.scenario.text
    return OptionId(_one([option.id for option in text[issue].options] if issue in text else (), chance))


def _number(talks: Talks, chance: Random) -> int:
    known = [package.number for package in talks.packages]
    return chance.choice(known) if known and chance.random() < WELL else chance.choice(NUMBERS)


def _propose(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    shifts = []
    for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 4, 40))):
        issue = _issue(talks, chance)
        option = _option(talks, issue, chance)
        others = [each for each in talks.scenario.ids if each != who]
        shifts.append(Shift(DelegationId(_one(others if chance.random() < 0.6 else [who], chance)), issue, option))
    return Propose(who, tuple(shifts), chance.random() < 0.3, remark=remark)


def _accept(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    return Accept(who, _number(talks, chance), remark=remark)


def _decline(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    word = _issue(talks, chance) if chance.random() < 0.6 else None
    far = chance.choice((None, None, *get_args(Far)))
    return Decline(who, _number(talks, chance), word, chance.random() < 0.4, far, remark=remark)


def _withdraw(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    return Withdraw(who, _number(talks, chance), remark=remark)


def _amend(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    issue = _issue(talks, chance)
    others = [stand[issue] for stand in talks.positions.values() if issue in stand]
    option = chance.choice(others) if others and chance.random() < 0.4 else _option(talks, issue, chance)
    return Amend(who, issue, option, remark=remark)


def _consult(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    return Consult(
        who, tuple(_issue(talks, chance) for _ in range(chance.choice((0, 1, 1, 1, 2, 4, 5, 40)))), remark=remark
    )


def _hold(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    return Hold(who, SideTextId(_one([side.id for side in talks.scenario.side_texts], chance)), remark=remark)


def _respond(_: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    how: str = _one(ANSWERS, chance)
    return Respond(who, how, remark=remark)  # type: ignore[arg-type]  # what is no answer must be refused as well


def _announce(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    issue = _issue(talks, chance)
    stands = talks.positions.get(who, {}).get(issue)
    option = stands if stands is not None and chance.random() < 0.6 else _option(talks, issue, chance)
    return Announce(who, issue, option, remark=remark)


def _sound(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    return Sound(who, AudienceId(_one([audience.id for audience in talks.scenario.audiences], chance)), remark=remark)


def _circulate(_: Talks, who: DelegationId, remark: str, __: Random) -> Move:
    return Circulate(who, remark=remark)


def _interpret(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    known = [reading.id for reading in talks.scenario.readings if reading.of == who or chance.random() < 0.2]
    return Interpret(who, ReadingId(_one(known, chance)) if chance.random() < 0.7 else None, remark=remark)


def _say(_: Talks, who: DelegationId, remark: str, __: Random) -> Move:
    return Say(who, remark=remark)


def _sign(_: Talks, who: DelegationId, remark: str, __: Random) -> Move:
    return Sign(who, remark=remark)


@dataclass(frozen=True)
class Dance:
    """A move that no rule knows."""

    by: DelegationId
    remark: str = ""


def _rare(_: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    """Leaving ends the talks, so it is rare; and a move that is of no kind at all."""
    return chance.choice(
        (Leave(who, remark=remark), cast("Move", Dance(who, remark)), Sign(who), Say(who), Circulate(who))
    )


def outside_move(talks: Talks, chance: Random) -> Move:
    """A move of the chair's, or of somebody who speaks for an audience; mostly in the right name."""
    audiences = [audience.id for audience in talks.scenario.audiences]
    remark = chance.choice(REMARKS)
    if audiences and chance.random() < (0.8 if talks.pending or talks.asked else 0.4):
        waited = sorted(talks.waits_for) if talks.pending else sorted(talks.asked)
        who = DelegationId(chance.choice(waited) if waited and chance.random() < 0.8 else _one(audiences, chance))
        return _of_an_audience(talks, who, remark, chance)
    who = CHAIR if chance.random() < 0.95 else DelegationId(_one(talks.scenario.ids, chance))
    return _of_the_chair(talks, who, remark, chance)


def _of_an_audience(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    issue = _issue(talks, chance)
    perhaps = issue if chance.random() < 0.5 else None
    answer: str = _one(("yes", "uneasy", "no"), chance)
    return chance.choice(
        (
            KeepSilence(who, remark=remark),
            BreakSilence(who, issue, remark=remark),
            Reply(who, answer, perhaps, remark=remark),  # type: ignore[arg-type]  # no answer must be refused as well
            Vote(who, chance.random() < 0.5, perhaps, remark=remark),
            Headline(who, remark=remark[: chance.choice((80, 500))]),
        )
    )


def _of_the_chair(talks: Talks, who: DelegationId, remark: str, chance: Random) -> Move:
    audience = AudienceId(_one([audience.id for audience in talks.scenario.audiences], chance))
    known = [each.id for each in (*talks.scenario.happenings, *talks.scenario.undrawn)]
    hours = chance.choice((0.25, 0.5, 1.0, 2, 0, -1, 0.1, 200.0, float("inf"), float("nan")))
    to = None if chance.random() < 0.3 else DelegationId(_one((*talks.scenario.ids, audience), chance))
    version = chance.choice((talks.version - 1, talks.version - 2, chance.randint(-1, talks.version + 1), 10**12))
    made: tuple[Move, ...] = (
        Pass(who, hours, remark=remark),
        Extend(who, hours, remark=remark),
        Release(who, HappeningId(_one(known, chance)), remark=remark),
        Wire(who, to, remark=remark),
        Revoke(who, version, to if version == talks.version - 2 else None, remark=remark),
        *(Admit(who, audience, remark=remark),) * 4,
        Excuse(who, audience, remark=remark),
    )
    if chance.random() < 0.03:
        penned = tuple(Penned(issue, chance.choice(talks.scenario.text[issue].options).id) for issue in talks.brackets)
        rest = tuple(Penned(issue, option) for issue, option in talks.agreed.items())
        words = (*penned[: chance.choice((0, 1, 99))], *rest[chance.choice((0, 1)) :])
        return chance.choice((Close(who, remark=remark), Transcribe(who, hours, words, remark=remark)))
    return chance.choice(made)


EVERYTHING: tuple[Making, ...] = (
    *(_propose, _propose, _accept, _accept, _decline, _withdraw, _amend, _amend, _consult, _consult),
    *(_hold, _hold, _respond, _announce, _sound, _circulate, _interpret, _say, _sign, _rare),
)


# ---- what is no move ----------------------------------------------------------------------------------------------


class _Alike:
    """Equal to everything, and to be found in nothing."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


class _Sly(str):
    """A text that is more than one."""


WRONG: tuple[object, ...] = (
    None, 0, 1, 7, -1, 2.5, 1.0, float("nan"), True, False, "", "1", b"", b"A", (), [], {}, set(), frozenset(),
    object(), (None,), ("",), [("A", "verb", "will")], (("A", "verb", "will"),), {"a": []}, 10**5000, ("x",) * 3,
    _Alike(), _Sly("A"), Shift(DelegationId("A"), IssueId("verb"), OptionId("will")), Shift, int, print,
)  # fmt: skip
"""What is of no use in most parts of a move."""


def wrong_move(talks: Talks, chance: Random) -> object:
    """A move of which one part or several are of a kind that they must not be, or no move at all."""
    if chance.random() < 0.02:
        return chance.choice(WRONG)
    move = any_move(talks, chance)
    for field in chance.sample(fields(move), k=min(len(fields(move)), chance.choice((1, 1, 1, 2, 4)))):
        value = chance.choice(WRONG)
        if field.name == "shifts" and chance.random() < 0.7:
            parts: list[object] = [DelegationId("A"), IssueId("verb"), OptionId("will")]
            parts[chance.randrange(3)] = value
            value = (*cast("Propose", move).shifts, Shift(*parts))  # type: ignore[arg-type]
        move = replace(move, **{field.name: value})  # type: ignore[arg-type]
    return move
