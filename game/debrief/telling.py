"""An opened turn in sentences, the same for every face."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.debrief.turns import Estimate, Opened
from game.scenario import Scenario
from game.talks import View, listed, opening_capital, stopped, wording, write_move
from game.text import DelegationId, IssueId

Sentence = tuple[str, str]
"""What it is about, in a word or two, and the sentence."""


def sentences(seen: View, opened: Opened, me: DelegationId | None) -> Iterator[Sentence]:
    """What was in the mind of whoever had this view; `me` is called you."""
    scenario, decision = seen.scenario, opened.decision
    if not opened.same:
        again = write_move(decision.move).partition('  "')[0]
        yield (
            "Another version",
            f"This version of the game would have moved otherwise here ({again}), so the record is another version’s."
            " What follows is what this one makes of the moment.",
        )
    else:
        yield "Why", _sentence(decision.because)
        if decision.nearly:
            yield "Nearly", _sentence(decision.nearly)
    yield "Aim", _aim(opened)
    for other, estimate in opened.estimates.items():
        name = "You" if other == me else opening_capital(scenario[other].short)
        yield name, _estimate(scenario, other, estimate, me)
    if opened.thought.target is not None:
        yield "Target", _target(seen, opened)


def _sentence(words: str) -> str:
    """A reason as a sentence, with a real minus."""
    return stopped(opening_capital(re.sub(r"(?<!\w)-(?=\d)", "−", words)))


def _aim(opened: Opened) -> str:
    aims = opened.thought
    return (
        f"It worked for {aims.aim} points, and would not yet have gone below {aims.floor}. It would rather have had no"
        f" text than one worth less than {aims.walk_away}."
    )


def _target(seen: View, opened: Opened) -> str:
    """The text that it worked towards, by what it was ready to leave of its own words."""
    mind, scenario, mine = opened.thought, seen.scenario, seen.positions[seen.who]
    target = mind.target or {}
    said = f"The text that it worked towards was worth {mind.worth} to it"
    if not seen.brackets:
        return f"{said}: it is the one that was agreed."
    moved = [i for i in seen.brackets if target[i] != mine[i]]
    kept = len(seen.brackets) - len(moved)
    rest = f"its own wording in {'the bracket' if kept == 1 else f'{kept} brackets'}" if kept else ""
    if not moved:
        return f"{said}: {rest}."
    gives = "; ".join(f"{scenario.text[i].title}, {wording(scenario, i, target[i])}" for i in moved)
    return f"{said}. It was ready to go to: {gives}" + (f"; with {rest} beside." if rest else ".")


def _estimate(scenario: Scenario, other: DelegationId, estimate: Estimate, me: DelegationId | None) -> str:
    whom = "you" if other == me else scenario[other].short
    taken, true = estimate.first(estimate.taken), estimate.first(estimate.true)
    share = f"Of all weight it put {estimate.overlap:.0%} where it belongs."
    said = f"It took {_titles(scenario, taken)} to matter most to {whom}"
    if set(taken) == set(true):
        return f"{said}, and so {'it does' if len(true) == 1 else 'they do'}. {share}"
    hits = "none of them" if not estimate.hits else f"{estimate.hits} of these"
    right = f", {hits} rightly" if len(taken) > 1 else ""
    return f"{said}{right}. In truth it is {_titles(scenario, true)}. {share}"


def _titles(scenario: Scenario, issues: tuple[IssueId, ...]) -> str:
    return listed([f"“{scenario.text[issue].title}”" for issue in issues])
