"""What lies before whoever speaks for an audience: its own sheet clause by clause, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.scenario import AudienceId, Power
from game.seat.choices import Choice, Deed
from game.seat.memo import kept, one
from game.seat.score import Reach
from game.seat.tray import Tray
from game.talks import AudienceMove, BreakSilence, Headline, KeepSilence, Move, Reply, View, Vote
from game.talks.refused import Refused, Why
from game.text import DelegationId, IssueId, OptionId, maker


@dataclass(frozen=True, slots=True)
class Minded:
    """One issue on an audience's sheet, at the wording for which its delegation stands."""

    issue: IssueId
    option: OptionId
    points: int
    worst: int
    """Points of the wording there that it likes least ..."""
    best: int
    """... and of that which it likes best."""
    lost: int = 0
    """Points to the best wording that could still be written there."""
    retreat: OptionId | None = None
    """For what its delegation would stand if it named this clause, as far as it can know; None where it cannot name
    it."""

    @property
    def share(self) -> float:
        """How far the points are on the way from the worst to the best, from 0 to 1."""
        return (self.points - self.worst) / (self.best - self.worst)


@dataclass(frozen=True, slots=True)
class JudgingDesk:
    """What only this seat knows, and what the talks want of it."""

    audience: AudienceId
    of: DelegationId
    """The delegation that it watches."""
    power: Power
    worth: int
    """Points of what its delegation stands for now."""
    needs: int
    """From how many points on it is content, with what closing statements have made of it."""
    reach: Reach
    """Its points if every bracket fell to whoever wants least for it, and if every one fell to whoever wants most."""
    clauses: tuple[Minded, ...]
    """The issues for which it cares, those first in which it has most points to lose."""
    silence: bool = False
    """Whether silence runs for it: who says nothing has consented."""
    frozen: bool = False
    """Whether the text is initialled already, and silence runs once more for the closing statements on it."""
    vote: bool = False
    """Whether its vote is called."""
    last: bool = False
    """Whether a no would be the end of the talks."""
    asked_by: DelegationId | None = None
    """The delegation that has sounded it and has had no answer."""
    printed: bool = False
    """Whether it has printed its headline of this stretch of the talks."""

    @property
    def surplus(self) -> int:
        """Points above what it needs; below where negative."""
        return self.worth - self.needs

    @property
    def named(self) -> tuple[Minded, ...]:
        """The clauses that it could name, most points lost first."""
        return tuple(each for each in self.clauses if each.retreat is not None)


_laid = maker(JudgingDesk)


def judging_desk(view: View) -> JudgingDesk | None:
    """What lies before this seat; None where it is no audience's."""
    known = view.judging
    if known is None:
        return None
    stands = view.positions[known.audience.of]
    worth = known.judgement.utility(stands)
    runs = view.silence
    return _laid(
        audience=known.audience.id,
        of=known.audience.of,
        power=known.audience.power,
        worth=worth,
        needs=worth - known.surplus,
        reach=kept("reach", lambda: _reach(view), view.positions, known.judgement),
        clauses=kept("clauses", lambda: _clauses(view), view.positions, known.judgement, known.grievances),
        silence=known.silence,
        frozen=known.silence and runs is not None and runs.frozen,
        vote=known.vote,
        last=known.vote and bool(view.returned),
        asked_by=known.asked_by,
        printed=known.printed,
    )


def _reach(view: View) -> Reach:
    assert view.judging is not None
    sides, sheet = tuple(view.positions.values()), view.judging.judgement
    wordings = {issue: [stand[issue] for stand in sides] for issue in sides[0]}
    worst = {issue: min(options, key=sheet.points[issue].__getitem__) for issue, options in wordings.items()}
    best = {issue: max(options, key=sheet.points[issue].__getitem__) for issue, options in wordings.items()}
    return Reach(sheet.utility(worst), sheet.utility(best))


def _clauses(view: View) -> tuple[Minded, ...]:
    return tuple(sorted(_minded(view), key=lambda each: -each.lost))


def _minded(view: View) -> Iterator[Minded]:
    assert view.judging is not None
    known = view.judging
    named = {each.issue: each for each in known.grievances}
    stands = view.positions[known.audience.of]
    for issue in view.scenario.text.negotiated:
        row, option, minded = known.judgement.points[issue.id], stands[issue.id], named.get(issue.id)
        worst, best = min(row.values()), max(row.values())
        if worst < best:
            lost, retreat = (minded.gain, minded.retreat) if minded else (0, None)
            yield one(Minded, issue.id, option, row[option], worst, best, lost, retreat)


def answers_of(view: View, tray: Tray) -> tuple[Choice, ...]:
    """Every kind of move that whoever speaks for an audience can ever make; the clause that it names is the word that
    the tray minds. None takes any time."""
    if view.judging is None or view.verdict is not None:
        return ()
    return tuple(_choice(view, deed, tray.word) for deed in _DEEDS[view.judging.audience.power])


_DEEDS: dict[Power, tuple[Deed, ...]] = {
    "consent": ("keep-silence", "break-silence", "reply"),
    "ratify": ("vote",),
    "press": ("headline",),
}
_KINDS: dict[Deed, type[AudienceMove]] = {
    "keep-silence": KeepSilence,
    "break-silence": BreakSilence,
    "reply": Reply,
    "vote": Vote,
    "headline": Headline,
}


def _choice(view: View, deed: Deed, word: IssueId | None) -> Choice:
    kind = _KINDS[deed]
    open_to = view.legal.of(kind)
    issues = tuple(each.issue for each in open_to if isinstance(each, BreakSilence | Vote) and each.issue)
    moves = tuple(_named(open_to, word))
    if moves:
        return one(Choice, deed, moves, issues)
    against = [(move, why) for move, why in view.legal.refused if isinstance(move, kind)]
    over = [why for move, why in against if isinstance(move, BreakSilence) and move.issue == word]
    why_not = next(iter((*over, *(why for _, why in against))), Refused(kind=Why.IMPOSSIBLE))
    return one(Choice, deed, (), issues, why_not)


def _named(moves: tuple[AudienceMove, ...], word: IssueId | None) -> Iterator[Move]:
    """These moves, over the clause that is named where one is; what is printed has still to be written."""
    for move in moves:
        match move:
            case Headline():
                yield Headline(move.by)
            case Reply(answer="uneasy" | "no"):
                yield Reply(move.by, move.answer, word)
            case BreakSilence() | Vote(aye=False) if word is not None and move.issue not in (None, word):
                pass
            case _:
                yield move
