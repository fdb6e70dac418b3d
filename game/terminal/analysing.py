"""What is exact about a scenario, in lines for a person.

The whole scenario is open here, envelopes and all: this is for authors, teachers and the end of a game.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.analysis import Analysis, Census, Deal, Historical, Improvement, closed_to
from game.reports.chart import density_map
from game.scenario import Scenario
from game.talks import listed, opening_capital, signed_points
from game.terminal.analysis_audiences import (
    at,
    percent,
    show_audiences,
    show_later,
    show_vague_bars,
    show_vagueness,
    waiting_sentence,
)
from game.terminal.console import Console
from game.text import Outcome
from game.words import day, plain
from game.words.clauses import clauses

_MOST_POINTS = 60
"""Points of a frontier that a person is shown; a program gets them all."""
_MOST_CHANGES = 8
_MARKS = {
    "o": "o is the frontier",
    "N": "N the Nash text",
    "H": "H the historical one",
    "|": "| and - are the walk-aways",
}
_INEXACT = {
    "texts": "how many texts there are",
    "agreeable": "what could be agreed",
    "frontier": "the frontier",
    "fair": "the fair texts",
    "audiences": "what those outside let pass",
    "aftermath": "what comes later",
}

_FAIR = {
    "nash": ("Nash", "the product of gains is largest"),
    "kalai_smorodinsky": ("Kalai-Smorodinsky", "whoever gets the smallest share of what it could gain gets most"),
    "egalitarian": ("Egalitarian", "whoever gains least gains most"),
    "utilitarian": ("Utilitarian", "the sum is largest, if one side's points can be added to another's"),
}


def show_analysis(
    console: Console, found: Analysis, seconds: float, *, chart: bool = False, seed: int | None = None
) -> None:
    """Everything about one scenario; with `chart`, where the texts lie between the first two delegations, and how
    agreeable vague ones are; with a seed, it is what that seed has drawn."""
    scenario = found.scenario
    console.tell(f"{scenario.title}.")
    if seed is not None:
        console.tell(f"The instructions are as the seed {seed} draws them.")
    for sentence in _counts(found):
        console.tell(sentence)
    if scenario.kind != "drill":
        console.tell("All points are modelling: history left none.")
    if found.agreeable == 0:
        console.tell("No agreement is possible: as-appropriate check says why.")
    console.tell(waiting_sentence(found))
    if found.census is not None and found.agreeable:
        _show_shares(console, found, found.census)
    if len(found.frontier):
        _show_frontier(console, found)
    if chart:
        _show_chart(console, found)
    if found.fair.nash is not None:
        _show_fair(console, found)
    if found.historical is not None:
        _show_history(console, found, found.historical)
    _show_beyond(console, found, chart=chart)
    console.tell()
    console.tell(f"{_how_exact(found)} {seconds:.2g} seconds.")


def _show_beyond(console: Console, found: Analysis, *, chart: bool) -> None:
    """What there is to say beyond the words, where the scenario has it."""
    if found.approval is not None and found.agreeable and found.scenario.audiences:
        show_audiences(console, found, found.approval)
    if found.scenario.aftermath:
        show_later(console, found, found.aftermath)
    if found.aftermath.vague and found.agreeable:
        show_vagueness(console, found, found.aftermath)
        if chart:
            show_vague_bars(console, found.aftermath)


def _counts(found: Analysis) -> Iterator[str]:
    scenario = found.scenario
    walk_away = listed([f"{scenario[who].short} {plain(least)}" for who, least in found.walk_away.items()])
    yield f"{_number(found.texts)} that the exclusions allow."
    crosses = "crosses nobody's red line and lies" if found.signable == 1 else "cross nobody's red line and lie"
    yield f"{_number(found.signable)} that {crosses} within the widest mandates."
    part = f", {percent(found.agreeable, found.signable)} of those" if found.agreeable and found.signable else ""
    gives = "gives" if found.agreeable == 1 else "give"
    yield f"{_number(found.agreeable)} that {gives} everybody at least the walk-away ({walk_away}){part}."


def _number(texts: int | None) -> str:
    if texts is None:
        return "An unknown number of texts (too many combinations for the budget)"
    return "One text" if texts == 1 else f"{texts:,} texts"


def _show_shares(console: Console, found: Analysis, census: Census) -> None:
    console.tell()
    console.tell(
        "Which words the agreeable texts have, in per cent; barred is what a red line or a mandate rules out for good:"
    )
    for issue in found.scenario.text.issues:
        each = [
            f"“{option.name}” "
            + ("barred" if (issue.id, option.id) in found.space.shut else _per_cent(census.share(issue.id, option.id)))
            for option in issue.options
        ]
        console.tell(f"{issue.title}: {', '.join(each)}.", indent=2, hang=2)


def _per_cent(share: float) -> str:
    return "0" if not share else "under 1" if share < 0.005 else f"{100 * share:.0f}"


def _show_frontier(console: Console, found: Analysis) -> None:
    edge, least = found.frontier, np.array(list(found.walk_away.values()))
    order = " / ".join(found.scenario[who].short for who in edge.delegations)
    good = edge.points[(edge.points >= least).all(axis=1)]
    console.tell()
    console.tell(
        "The frontier of the texts that could be signed, where nobody can have more without somebody having less, has"
        f" {_points(len(edge))}; {len(good)} of them give everybody at least the walk-away. In the order {order}:"
    )
    shown = good if len(good) else edge.points
    told = ", ".join(at(point) for point in shown[:_MOST_POINTS].tolist())
    more = f", and {len(shown) - _MOST_POINTS} more (--json has all)" if len(shown) > _MOST_POINTS else ""
    console.tell(f"{told}{more}.", indent=2, hang=2)


def _points(number: int) -> str:
    return "one point" if number == 1 else f"{number:,} points"


def _show_chart(console: Console, found: Analysis) -> None:
    """A map of the signable texts, darker where more of them are: the first delegation's points to the right, the
    second's upwards."""
    scenario = found.scenario
    one, other = scenario.ids[:2]
    texts = found.density(one, other)
    console.tell()
    if texts is None or not len(texts.points):
        console.tell("There is no chart: the texts could not be counted, or there are none.")
        return
    signs = density_map(found, texts, console.width - 8)
    right, up = (scenario[who].short for who in (one, other))
    seen = set("".join(signs[:-1]))
    told = [words for sign, words in _MARKS.items() if sign in seen]
    rest = [opening_capital(scenario[who].short) for who in scenario.ids[2:]]
    console.tell(
        f"Where the texts lie that could be signed: to the right what they are worth to {right}, upwards to {up}; the"
        f" fuller the sign, the more of them.{' Marks: ' + ', '.join(told) + '.' if told else ''}"
        f"{f' {listed(rest)} cannot be seen here.' if rest else ''}"
    )
    for line in signs:
        console.line(line)


def _show_fair(console: Console, found: Analysis) -> None:
    named: dict[tuple[int, ...], list[str]] = {}
    deals: dict[tuple[int, ...], Deal] = {}
    for name in _FAIR:
        deal: Deal | None = getattr(found.fair, name)
        if deal is not None:
            named.setdefault(deal.points, []).append(name)
            deals[deal.points] = deal
    console.tell()
    console.tell("Texts that theory calls fair, by what each side gains over its walk-away:")
    first: Outcome | None = None
    for points, names in named.items():
        titles = listed([f"{_FAIR[name][0]} ({_FAIR[name][1]})" for name in names])
        console.tell(f"{titles}: {at(points)}.", indent=2, hang=2)
        for name in names:
            if others := found.fair.alike.get(name):
                told = ", ".join(at(point) for point in others[:_MOST_CHANGES])
                more = f" and {len(others) - _MOST_CHANGES} more" if len(others) > _MOST_CHANGES else ""
                verb = "is" if len(others) == 1 else "are"
                console.tell(f"As good by the {_FAIR[name][0]} rule {verb} {told}{more}.", indent=4, hang=2)
        texts = found.texts_with(deals[points]) or 1
        if first is None:
            first = deals[points].text
            console.tell("One text has these points:" if texts == 1 else f"One of {texts:,} texts:", indent=4)
            for title, words in clauses(found.scenario, first).items():
                console.tell(f"{title}: {words}", indent=6, hang=2)
        else:
            head = "The one text is" if texts == 1 else f"Of {texts:,} texts with these points the nearest is"
            other = found.nearest(deals[points], first)
            for sentence in _differences(found.scenario, head, other, first):
                console.tell(sentence, indent=4, hang=2)


def _differences(scenario: Scenario, head: str, outcome: Outcome, other: Outcome) -> Iterator[str]:
    changed = [issue for issue in scenario.text.issues if outcome[issue.id] != other[issue.id]]
    issues = "one issue" if len(changed) == 1 else f"{len(changed)} issues"
    yield f"{head} the Nash text, but for {issues}:"
    for issue in changed:
        yield f"{issue.title}: “{issue[outcome[issue.id]].name}” for “{issue[other[issue.id]].name}”."


def _show_history(console: Console, found: Analysis, history: Historical) -> None:
    scenario, real, lies = found.scenario, found.scenario.history, history.place
    if real is None:
        return
    console.tell()
    points = at([scenario.instructions[who].utility(real.outcome) for who in scenario.ids])
    console.tell(f"{real.title}, {day(real.day)}, is worth {points} on these sheets.")
    for sentence in _against_history(found):
        console.tell(sentence)
    if lies is not None and lies.on_frontier:
        console.tell("It lies on the frontier.")
    elif lies is not None and lies.beaten_by:
        better = [at(point) for point in lies.beaten_by[:_MOST_CHANGES]]
        told = f"{', '.join(better)} and others" if len(lies.beaten_by) > _MOST_CHANGES else listed(better)
        verb = "beats" if len(lies.beaten_by) == 1 else "beat"
        console.tell(
            f"{told} {verb} it: nobody has less there, and together they have up to {_points(lies.left)} more."
        )
    if history.improvements:
        console.tell("With one or two other words, and nobody worse off on these sheets:")
    for change in history.improvements[:_MOST_CHANGES]:
        console.tell(_change(scenario, real.outcome, change), indent=2, hang=2)
    if (more := len(history.improvements) - _MOST_CHANGES) > 0:
        console.tell(f"And {more} more (--json has all).", indent=2)


def _against_history(found: Analysis) -> Iterator[str]:
    """Why the delegations as they are modelled would not have signed what was signed."""
    scenario, real = found.scenario, found.scenario.history
    if real is None:
        return
    for who in scenario.ids:
        name, sheet = opening_capital(scenario[who].short), scenario.instructions[who]
        for issue, option in sorted(closed_to(scenario, [who]) & real.outcome.items()):
            words = scenario.text[issue][option].name
            yield f"{name} as it is modelled could not have signed it: its red lines or mandate bar “{words}”."
        short = sheet.reservation_value - sheet.utility(real.outcome)
        if short > 0:
            yield f"{name} has {_points(short)} less than its walk-away."


def _change(scenario: Scenario, before: Outcome, change: Improvement) -> str:
    words = [
        f"“{scenario.text[issue][option].name}” for “{scenario.text[issue][before[issue]].name}”"
        for issue, option in change.options.items()
    ]
    gains = listed([f"{signed_points(gain)} for {scenario[who].short}" for who, gain in change.gains.items()])
    return f"{', with '.join(words)}: {gains}."


def _how_exact(found: Analysis) -> str:
    if found.exact:
        return "Every number is exact but for rounding; nothing was enumerated."
    return f"Not exact, or not known: {listed([_INEXACT[name] for name in found.inexact])}. Try a larger --budget."
