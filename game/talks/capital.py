"""The capital: a cable asks for more room, and the answer comes some hours of talks later, while the talks go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.talks.bounds import impossible
from game.talks.causes import GivenUpUnheard
from game.talks.events import Answered
from game.talks.ledger import hear
from game.talks.talks import Cable, Charge, Talks
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Unheard:
    """Demands on the spine of which none was tabled and refused: to have the next step opened all the same is to give
    them up unheard, and costs so many points."""

    issue: IssueId
    options: tuple[OptionId, ...]
    points: int


def to_be_heard(talks: Talks, who: DelegationId, issue: IssueId) -> tuple[OptionId, ...]:
    """The wordings of the open step of a mandate on the spine, one of which has to be tabled and refused before the
    capital opens the next; none where one was, or where none can be written any more beside what is agreed."""
    ladder, step = talks.scenario.instructions[who].mandate.get(issue, ()), talks.steps.get((who, issue), 0)
    if step + 1 >= len(ladder) or any((issue, option) in talks.rebuffed.get(who, ()) for option in ladder[step]):
        return ()
    options = (option.id for option in talks.scenario.text[issue].options if option.id in ladder[step])
    return tuple(option for option in options if _can_be_written(talks, issue, option))


def unheard(talks: Talks, who: DelegationId) -> Unheard | None:
    """What a delegation would give up unheard if it asked for the next step on the spine now; None where it would give
    up nothing, or cannot ask: its instructions name no price for it, or a cable is under way."""
    prices, spine = talks.scenario.instructions[who].unheard, talks.scenario.text.spine
    if not prices or spine is None or any(each.by == who and spine.id in each.issues for each in talks.cables):
        return None
    options = to_be_heard(talks, who, spine.id)
    points = max((prices[option] for option in options if option in prices), default=0)
    return Unheard(spine.id, options, points) if points else None


def forgone(charges: Iterable[Charge]) -> frozenset[tuple[IssueId, OptionId]]:
    """The wordings that a delegation has given up unheard, from what it was charged."""
    causes = [charge.cause for charge in charges]
    return frozenset((c.issue, option) for c in causes if isinstance(c, GivenUpUnheard) for option in c.options)


def _can_be_written(talks: Talks, issue: IssueId, option: OptionId) -> bool:
    """Whether a text with this wording can still be written; else nobody can be asked to table it first."""
    words = {**talks.agreed, issue: option}
    return impossible(talks.scenario.text, frozenset(words.items())) is None


def answer_cables(talks: Talks) -> Talks:
    """The talks with every answer that is due."""
    for cable in talks.cables:
        if cable.due <= talks.hours:
            talks = _answer(talks, cable)
    return talks


def _answer(talks: Talks, cable: Cable) -> Talks:
    steps = dict(talks.steps)
    opened: list[tuple[IssueId, OptionId]] = []
    for issue in cable.issues:
        before = talks.mandate(cable.by, issue)
        steps[cable.by, issue] = steps.get((cable.by, issue), 0) + 1
        widened = replace(talks, steps=steps).mandate(cable.by, issue) - before
        opened += [(issue, option.id) for option in talks.scenario.text[issue].options if option.id in widened]
    rebuffed = _forget(talks.rebuffed, cable.by, cable.issues)
    left = tuple(waiting for waiting in talks.cables if waiting is not cable)
    talks = replace(talks, steps=steps, cables=left, rebuffed=rebuffed)
    return hear(
        talks,
        Answered(
            at=talks.hours, by=cable.by, heard_by=frozenset({cable.by}), issues=cable.issues, opened=tuple(opened)
        ),
    )


def _forget(
    rebuffed: Mapping[DelegationId, frozenset[tuple[IssueId, OptionId]]], who: DelegationId, issues: tuple[IssueId, ...]
) -> dict[DelegationId, frozenset[tuple[IssueId, OptionId]]]:
    """A refusal is spent on the step that it bought."""
    kept = frozenset((issue, option) for issue, option in rebuffed.get(who, frozenset()) if issue not in issues)
    return {**rebuffed, who: kept}
