"""Lint for authors: an audience, a branch of the aftermath, a question or a draw that its author hardly meant so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from game.analysis.aftermath import BANDS
from game.analysis.audiences import thresholds
from game.analysis.census import census
from game.analysis.decision_tables import decision_table
from game.analysis.sheet import Sheet, Threshold
from game.analysis.space import Space, closed_to
from game.scenario import Aftermath, Audience, Doubt, Effect, Fit, Scenario, how_fell
from game.text import DelegationId, IssueId, OptionId, Text, Undecided

_MOST_LOOKS = 400
"""Combinations of words that are looked at before a branch is taken to be reached."""
_STEPS = 20_000
"""Looks at an exclusion, for each of them."""


def world_doubts(scenario: Scenario, space: Space) -> Iterator[Doubt]:
    """An audience whose mind nothing changes, a historical text that an audience would have stopped, a branch of the
    aftermath that no text reaches, a question that is never asked. The space is that of the texts that could be
    signed."""
    for n, audience in enumerate(scenario.audiences):
        yield from _fixed(scenario, space, n, audience)
    if scenario.history is not None:
        outcome = scenario.history.outcome
        for audience in scenario.audiences:
            judgement = scenario.judgements[audience.id]
            worth, least = judgement.utility(outcome), judgement.threshold
            asked = audience.power == "consent" or audience.has_vote(outcome)
            if asked and worth < least:
                does = "break silence over" if audience.power == "consent" else "refuse"
                said = f"{audience.id} would {does} this text: it is worth {worth} to it, and its threshold is {least}"
                yield Doubt(("history", "outcome"), said)
    for n, test in enumerate(scenario.aftermath):
        reached = _reached(scenario, test)
        for m in range(len(test.branches)):
            if m not in reached:
                yield Doubt(("aftermath", n, "branches", m), "no text reaches this branch, at any goodwill")
    for n, question in enumerate(scenario.questions):
        yield from _never_asked(scenario, space, n, question.fits)


def _never_asked(scenario: Scenario, space: Space, n: int, fits: Fit) -> Iterator[Doubt]:
    """A question about words that nobody could sign, or about a test that never falls out so."""
    others = {
        (i, option.id) for i, kept in fits.words.items() for option in scenario.text[i].options if option.id not in kept
    }
    if fits.words and (diagram := replace(space, shut=space.shut | others).diagram).empty and diagram.exact:
        said = "no text that could be signed has these words, so the question is never asked"
        yield Doubt(("questions", n, "when", "words"), said)
    for test in scenario.aftermath:
        wanted = fits.tests.get(test.id, {})
        branches = test.branches if fits.words else (*test.branches, test.no_text)
        if not any(all(how_fell(branch.points.get(w, 0)) == how for w, how in wanted.items()) for branch in branches):
            yield Doubt(
                ("questions", n, "when", "tests", test.id), "this test never falls out so: the question is never asked"
            )


def _fixed(scenario: Scenario, space: Space, n: int, audience: Audience) -> Iterator[Doubt]:
    """An audience that is always content or never, whatever is drawn, happens and is said at the end."""
    spans = [span for one in _judged(scenario, space, audience) if (span := _span(one, scenario, audience)) is not None]
    if not spans:
        if audience.votes:
            said = f"{audience.id} never has a vote: no text that could be signed has one of these wordings"
            yield Doubt(("audiences", n, "votes"), said)
        return
    easiest, hardest = _thresholds(scenario, audience)
    least, most = min(low for low, _ in spans), max(high for _, high in spans)
    path = ("audiences", n, "threshold")
    if most < easiest:
        yield Doubt(path, f"{audience.id} can never be content: no text is worth more than {most} to it")
    elif least - _woken(scenario, audience) >= hardest:
        said = f"{audience.id} can never object: whatever the text, it is worth {least} to it at least"
        yield Doubt(path, said + (", and no closing statement wakes it" if scenario.readings else ""))


def _judged(scenario: Scenario, space: Space, audience: Audience) -> Iterator[Space]:
    """The texts that an audience may have to judge. Who presses judges what its delegation stands for, clean or not."""
    if audience.power == "press":
        shut = closed_to(scenario, [audience.of])
        yield Space(replace(scenario.text, exclusions=()), {}, shut, budget=space.budget)
    elif not audience.votes:
        yield space
    for issue, options in audience.votes.items():
        others = [(issue, option.id) for option in scenario.text[issue].options if option.id not in options]
        yield replace(space, shut=space.shut | frozenset(others))


def _span(space: Space, scenario: Scenario, audience: Audience) -> tuple[int, int] | None:
    """The least and the most that a text of a space is worth to an audience; None if there is none, or if there are too
    many combinations."""
    sheet: Sheet = scenario.judgements[audience.id]
    diagram = replace(space, thresholds=(Threshold(sheet, 0),)).diagram
    if diagram.empty or not diagram.exact:
        return None
    least, most = diagram.outlook(diagram.whole(sheet))
    return int(least[0][0]), int(most[0][0])


def _thresholds(scenario: Scenario, audience: Audience) -> tuple[int, int]:
    """The easiest and the hardest that an audience may be to please, by the draw and by what happens."""
    written = scenario.judgements[audience.id].threshold
    drawn = scenario.draw.threshold.get(audience.id, (written, written)) if scenario.draw else (written, written)
    changes = [effect.threshold for effect in _effects(scenario) if effect.audience == audience.id]
    easier, harder = sum(min(0, change) for change in changes), sum(max(0, change) for change in changes)
    return min(written, *drawn) + easier, max(written, *drawn) + harder


def _effects(scenario: Scenario) -> Iterator[Effect]:
    """What the events of a scenario, and the sequel's inheritance, may change."""
    for happening in scenario.happenings:
        yield from happening.effects
    if scenario.sequel is not None:
        for entry in (*scenario.sequel.words, *([scenario.sequel.no_text] if scenario.sequel.no_text else [])):
            yield from entry.effects


def _woken(scenario: Scenario, audience: Audience) -> int:
    """How far the closing statements of the others may lower a text in its eyes: each of them makes one."""
    most: dict[DelegationId, int] = {}
    for reading in scenario.readings:
        if reading.of != audience.of:
            most[reading.of] = max(most.get(reading.of, 0), reading.wakes)
    return sum(most.values())


def _reached(scenario: Scenario, test: Aftermath) -> set[int]:
    """The branches that some text reaches that the exclusions allow, as far as that is decided; what a red line bars is
    meant, and may be eased by others."""
    reached: set[int] = set()
    looks = 0
    for lowest in BANDS:
        table = decision_table(scenario, test, lowest)
        if table is None:
            return set(range(len(test.branches)))
        for branch, where in table.cells():
            if branch in reached:
                continue
            looks += 1
            if looks > _MOST_LOOKS or _possible(scenario.text, where):
                reached.add(branch)
    return reached


def _possible(text: Text, where: Mapping[IssueId, frozenset[OptionId]]) -> bool:
    """Whether the exclusions allow a text with one of these options in each of these issues; yes where that takes too
    long to tell."""
    barred = {issue: [o.id for o in text[issue].options if o.id not in options] for issue, options in where.items()}
    try:
        return text.extends({}, barred, steps=_STEPS) is not None
    except Undecided:
        return True


def nothing_kept(scenario: Scenario, space: Space, walk_away: Mapping[DelegationId, int]) -> Iterator[Doubt]:
    """Where something could be agreed: whether something is left that the audiences let pass, and whether the draw
    leaves an agreement where every number of it is at its hardest, the weights as they are written."""
    barring = thresholds(scenario)
    kept = census(replace(space, thresholds=tuple(barring.values())), walk_away) if barring else None
    if kept is not None and not kept.texts:
        yield Doubt(
            ("audiences",),
            "no text is left: over whatever could be agreed an ally breaks silence, or a parliament refuses it",
        )
        return
    if scenario.draw is None:
        return
    hardest = {who: _highest(scenario, who, least) for who, least in walk_away.items()}
    agreeable = census(space, hardest)
    if agreeable is not None and not agreeable.texts:
        said = "where every walk-away is drawn at its highest, nothing could be agreed"
        yield Doubt(("draw", "reservation_value"), said)
        return
    harsh = {
        audience: replace(judgement, threshold=max(scenario.draw.threshold.get(audience, (judgement.threshold,))))
        for audience, judgement in scenario.judgements.items()
    }
    strict = thresholds(replace(scenario, judgements=harsh))
    kept = census(replace(space, thresholds=tuple(strict.values())), hardest) if strict else None
    if kept is not None and not kept.texts:
        said = "where every threshold and every walk-away is drawn at its highest, no text is left that all let pass"
        yield Doubt(("draw", "threshold"), said)


def _highest(scenario: Scenario, who: DelegationId, written: int) -> int:
    """The highest walk-away that may be drawn: none that rules out a historical text which is good as written."""
    drawn = max(scenario.draw.reservation_value.get(who, (written,))) if scenario.draw else written
    if scenario.history is None:
        return drawn
    worth = scenario.instructions[who].utility(scenario.history.outcome)
    return min(drawn, worth) if worth >= written else drawn
