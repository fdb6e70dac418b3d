"""Small random scenarios round a world: delegations with envelopes, audiences, a form with force, and an aftermath."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from functools import cached_property
from itertools import product
from random import Random

from hypothesis import strategies as st

from game.analysis import closed_to
from game.scenario import (
    Aftermath,
    Audience,
    AudienceId,
    Band,
    Branch,
    Brief,
    Calendar,
    Clock,
    Condition,
    Delay,
    Delegation,
    Draw,
    Force,
    History,
    Instructions,
    Judgement,
    Pair,
    Power,
    Scenario,
    Session,
    couples,
)
from game.text import DelegationId, Issue, IssueId, OptionId, Outcome, Source, Text
from tests.analysis.worlds import World, worlds

BANDS: tuple[Band, ...] = ("cold", "correct", "warm")
_POWERS: tuple[Power, ...] = ("consent", "ratify", "ratify", "press")
_MODEL = Source("MODEL")


@dataclass(frozen=True)
class Surrounded:
    """A scenario, with all its texts one by one."""

    scenario: Scenario

    @cached_property
    def signable(self) -> list[Outcome]:
        """The texts that no exclusion, no red line and no mandate bars."""
        text, shut = self.scenario.text, closed_to(self.scenario, self.scenario.ids)
        return [one for one in every_text(text) if text.conflict(one) is None and not shut & set(one.items())]

    @cached_property
    def agreeable(self) -> list[Outcome]:
        """Those of them that give everybody the walk-away."""
        sheets = self.scenario.instructions.values()
        return [one for one in self.signable if all(s.utility(one) >= s.reservation_value for s in sheets)]

    def content(self, audience: Audience, outcome: Outcome) -> bool:
        """Whether an audience lets a text pass: it likes it well enough, or has no say on it."""
        judgement = self.scenario.judgements[audience.id]
        free = audience.power == "ratify" and not audience.has_vote(outcome)
        return free or judgement.utility(outcome) >= judgement.threshold

    def kept(self) -> list[Outcome]:
        """The agreeable texts that no audience stops."""
        barring = [audience for audience in self.scenario.audiences if audience.power != "press"]
        return [one for one in self.agreeable if all(self.content(audience, one) for audience in barring)]

    def later(self, outcome: Outcome, who: DelegationId, lowest: Band) -> int:
        """What the aftermath of a text brings, read test by test."""
        fell = [test.fell(outcome, self.scenario.binding, lowest) for test in self.scenario.aftermath]
        return sum(branch.points.get(who, 0) for branch in fell)


def every_text(text: Text) -> list[Outcome]:
    """Every combination of options."""
    return [dict(one) for one in product(*([(i.id, option.id) for option in i.options] for i in text.issues))]


@st.composite
def surroundings(draw: st.DrawFn) -> Surrounded:
    """The world is drawn, so that what fails shrinks; the rest follows from a seed."""
    world = draw(worlds(seats=3, thresholds=0))
    chance = Random(draw(st.integers(0, 2**32), label="seed of the surroundings"))
    audiences = draw(st.integers(0, 4), label="audiences")
    return surrounded(world, chance, audiences=audiences, tests=draw(st.integers(0, 3), label="tests"))


def surrounded(world: World, chance: Random, *, audiences: int, tests: int) -> Surrounded:
    """A scenario by chance round a world."""
    text = _dressed(world.space.text, chance)
    names = tuple(world.space.sheets)
    some = tuple(
        Audience(
            AudienceId(f"A{n}"),
            f"A{n}",
            f"a{n}",
            chance.choice(names),
            chance.choice(_POWERS),
            "",
            _choices(chance, text.issues, chance.choice((0, 0, 1, 2))),
        )
        for n in range(audiences)
    )
    some = tuple(a if a.power == "ratify" else replace(a, votes={}) for a in some)
    force = Force((form := chance.choice(text.issues)).id, {o.id: chance.randint(-1, 1) for o in form.options})
    return Surrounded(
        Scenario(
            id="by-chance",
            title="By chance",
            summary="",
            background="",
            kind="drill",
            text=text,
            delegations=tuple(
                _delegation(who, {i.id: chance.choice(i.options).id for i in text.issues}) for who in names
            ),
            calendar=Calendar((Session(date(1994, 6, 1), "Here", time(9), 24, "A day"),)),
            clock=Clock(),
            instructions={who: _instructions(world, who, text, chance) for who in names},
            history=History(
                "What was signed", date(1994, 6, 2), {i.id: chance.choice(i.options).id for i in text.issues}
            ),
            audiences=some,
            judgements={each.id: _judgement(chance, text) for each in some},
            goodwill=dict.fromkeys(couples(names), chance.randint(0, 10)),
            force=force if chance.random() < 0.7 else None,
            aftermath=tuple(_test(n, chance, text, names) for n in range(tests)),
            draw=Draw(0, dict.fromkeys(names, (-5, 5)), {each.id: (0, 9) for each in some})
            if chance.random() < 0.5
            else None,
        )
    )


def _dressed(text: Text, chance: Random) -> Text:
    """The same issues, with options that are silent or not, and bind and say more or less."""
    issues = tuple(
        replace(
            issue,
            options=tuple(
                replace(
                    o, words=chance.choice(("", "w", "w")), binds=chance.randint(0, 3), precise=chance.randint(0, 2)
                )
                for o in issue.options
            ),
        )
        for issue in text.issues
    )
    return replace(text, issues=issues)


def _delegation(who: DelegationId, opening: Outcome) -> Delegation:
    return Delegation(who, who, who, "", "", who[0], "square", opening)


def _instructions(world: World, who: DelegationId, text: Text, chance: Random) -> Instructions:
    sheet = world.space.sheets[who]
    single = {issue: {option: int(worth) for option, worth in row.items()} for issue, row in sheet.points.items()}
    barred = {issue: frozenset({option}) for issue, option in world.space.shut if chance.random() < 0.5}
    return Instructions(
        points=single,
        reservation_value=world.walk_away[who],
        delay=Delay(1, 2),
        brief=Brief("", "", date(1994, 6, 1), ()),
        pairs=_pairs(chance, text),
        red_lines=barred,
    )


def _pairs(chance: Random, text: Text) -> tuple[Pair, ...]:
    if len(text.issues) < 2 or chance.random() < 0.5:
        return ()
    options = {issue.id: chance.choice(issue.options).id for issue in chance.sample(text.issues, 2)}
    return (Pair(options, chance.randint(-9, 9), "Together."),)


def _judgement(chance: Random, text: Text) -> Judgement:
    single = {issue.id: {option.id: chance.randint(-9, 9) for option in issue.options} for issue in text.issues}
    return Judgement(single, chance.randint(-12, 12), _pairs(chance, text))


def _choices(chance: Random, issues: tuple[Issue, ...], many: int) -> dict[IssueId, frozenset[OptionId]]:
    """Some options of some issues."""
    some = chance.sample(issues, min(many, len(issues)))
    return {i.id: frozenset(o.id for o in chance.sample(i.options, chance.randint(1, len(i.options)))) for i in some}


def _test(number: int, chance: Random, text: Text, names: tuple[DelegationId, ...]) -> Aftermath:
    conditions = [_condition(chance, text) for _ in range(chance.randint(0, 5))]
    branches = tuple(_branch(chance, names, condition) for condition in (*conditions, Condition()))
    nothing = _branch(chance, names, Condition())
    return Aftermath(
        id=f"t{number}",
        day=date(1995, 1, 1 + number),
        title="A test",
        question="Did it?",
        story="It was.",
        label="MODEL",
        branches=branches,
        no_text=nothing,
    )


def _condition(chance: Random, text: Text) -> Condition:
    binds = {
        issue.id: frozenset(chance.sample(range(4), chance.randint(1, 3)))
        for issue in chance.sample(text.issues, min(len(text.issues), chance.choice((0, 0, 1, 2))))
    }
    goodwill = frozenset(chance.sample(BANDS, chance.choice((0, 0, 1, 2))))
    return Condition(_choices(chance, text.issues, chance.choice((0, 1, 1, 2))), frozenset(), binds, goodwill)


def _branch(chance: Random, names: tuple[DelegationId, ...], condition: Condition) -> Branch:
    heard = [who for who in names if chance.random() < 0.8]
    return Branch({who: chance.randint(-3, 3) for who in heard}, "So it was.", condition)
