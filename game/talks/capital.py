"""The capital: a cable asks for more room, and the answer comes some hours of talks later, while the talks go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.talks.events import Answered
from game.talks.ledger import hear
from game.talks.talks import Cable, Talks
from game.text import DelegationId, IssueId, OptionId


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
