"""The computer's turns, opened when the talks are over: what it had in mind, in sentences."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

from game.debrief import Estimate, Opened, Openly, Said, SealedError
from game.scenario import Scenario
from game.talks import Record, View, write_move
from game.text import DelegationId, IssueId
from game.words.decisions import alternative, because
from game.words.language import SEMICOLON, count, head, phrase, quoted, say, strung
from game.words.names import title, wording


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was in somebody's mind at a turn."""

    kind: Literal["version", "why", "nearly", "aim", "estimate", "target"]
    about: str
    """What it is about, in a word or two."""
    words: str
    same: Hashable = None
    """Equal at two turns where nothing has changed that is worth telling again."""


class OpenedTalks(Openly):
    """Finished talks whose computer's turns are opened, and told."""

    @classmethod
    def of(cls, record: Record, source: bytes) -> Self:
        """The talks of a record, with the scenario file that they were played with, to be opened. Raises what
        `Course.of` raises, and says why talks that go on are not."""
        try:
            return super().of(record, source)
        except SealedError:
            told = say("These talks are not over: what the computer had in mind is opened when they are.")
            raise SealedError(told) from None

    def lines(self, turn: Said, me: DelegationId | None = None) -> tuple[Line, ...]:
        """What was in the mind of whoever made a turn; `me` is called you."""
        return tuple(_lines(self.view(turn), self.open(turn), me))


def _lines(seen: View, opened: Opened, me: DelegationId | None) -> Iterator[Line]:
    scenario, decision = seen.scenario, opened.decision
    if not opened.same:
        again = write_move(replace(decision.move, remark=""))
        line = phrase(
            "This version of the game would have moved otherwise here ({move}), so the record is another version’s."
            " What follows is what this one makes of the moment."
        )
        yield Line("version", say("Another version"), say(line, move=again), again)
    else:
        if decision.because is not None:
            yield Line("why", say("Why"), because(scenario, decision.because))
        if decision.alternative is not None:
            yield Line("nearly", say("Nearly"), alternative(scenario, decision.alternative))
    thought = opened.thought
    aim = say(
        "It worked for {aim} points, and would not yet have gone below {floor}. It would rather have had no text than"
        " one worth less than {least}.",
        aim=thought.aim,
        floor=thought.floor,
        least=thought.walk_away,
    )
    yield Line("aim", say("Aim"), aim, aim)
    for other, estimate in opened.estimates.items():
        name = say("You") if other == me else head(scenario[other].short)
        # The share drifts at every turn; without it, the estimate is the same.
        same = (estimate.first(estimate.taken), estimate.first(estimate.true), estimate.hits)
        yield Line("estimate", name, _estimate(scenario, other, estimate, me), (other, same))
    if thought.target is not None:
        target = _target(seen, opened)
        yield Line("target", say("Target"), target, target)


def _target(seen: View, opened: Opened) -> str:
    """The text that it worked towards, by what it was ready to leave of its own words."""
    scenario, mine = seen.scenario, seen.positions[seen.who]
    target, worth = opened.thought.target or {}, opened.thought.worth
    if not seen.brackets:
        line = phrase("The text that it worked towards was worth {worth} to it: it is the one that was agreed.")
        return say(line, worth=worth)
    moved = [issue for issue in seen.brackets if target[issue] != mine[issue]]
    kept = len(seen.brackets) - len(moved)
    if not moved:
        return count(
            "The text that it worked towards was worth {worth} to it: its own wording in the bracket.",
            "The text that it worked towards was worth {worth} to it: its own wording in {n} brackets.",
            kept,
            worth=worth,
        )
    told = [say("{issue}, {word}", issue=title(scenario, i), word=wording(scenario, i, target[i])) for i in moved]
    gives = strung(told, SEMICOLON)
    if not kept:
        line = phrase("The text that it worked towards was worth {worth} to it. It was ready to go to: {gives}.")
        return say(line, worth=worth, gives=gives)
    return count(
        "The text that it worked towards was worth {worth} to it. It was ready to go to: {gives}; with its own wording"
        " in the bracket beside.",
        "The text that it worked towards was worth {worth} to it. It was ready to go to: {gives}; with its own wording"
        " in {n} brackets beside.",
        kept,
        worth=worth,
        gives=gives,
    )


def _estimate(scenario: Scenario, other: DelegationId, estimate: Estimate, me: DelegationId | None) -> str:
    whom = say("you") if other == me else scenario[other].short
    taken, true = estimate.first(estimate.taken), estimate.first(estimate.true)
    share = say("Of all weight it put {share} where it belongs.", share=f"{estimate.overlap:.0%}")
    told = {"taken": _titles(scenario, taken), "whom": whom, "true": _titles(scenario, true), "share": share}
    if set(taken) == set(true):
        return count(
            "It took {taken:and} to matter most to {whom}, and so it does. {share}",
            "It took {taken:and} to matter most to {whom}, and so they do. {share}",
            len(true),
            **told,
        )
    if len(taken) == 1:
        return say("It took {taken:and} to matter most to {whom}. In truth it is {true:and}. {share}", **told)
    line = phrase(
        "It took {taken:and} to matter most to {whom}, {hits} of these rightly. In truth it is {true:and}. {share}"
    )
    none = phrase(
        "It took {taken:and} to matter most to {whom}, none of them rightly. In truth it is {true:and}. {share}"
    )
    return say(line if estimate.hits else none, hits=estimate.hits, **told)


def _titles(scenario: Scenario, issues: Sequence[IssueId]) -> list[str]:
    return [quoted(scenario.text[issue].title) for issue in issues]
