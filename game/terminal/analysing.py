"""What is exact about a scenario, in lines for a person.

The whole scenario is open here, envelopes and all: this is for authors, teachers and the end of a game.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.analysis import Analysis, Census, Deal, Historical, Improvement, closed_to
from game.reports.chart import density_map
from game.scenario import Scenario, Seed, draws, written_seed
from game.terminal.analysis_audiences import (
    at,
    in_order,
    percent,
    show_audiences,
    show_later,
    show_vague_bars,
    show_vagueness,
    waiting_sentence,
)
from game.terminal.console import Console
from game.text import Outcome
from game.words import SENTENCES, count, listed, phrase, say, strung
from game.words.clauses import clauses
from game.words.names import short

_MOST_POINTS = 60
"""Points of a frontier that a person is shown; a program gets them all."""
_MOST_CHANGES = 8
_MARKS = {
    "o": phrase("o is the frontier"),
    "N": phrase("N the Nash text"),
    "H": phrase("H the historical one"),
    "|": phrase("| and - are the walk-aways"),
}
_INEXACT = {
    "texts": phrase("how many texts there are"),
    "agreeable": phrase("what could be agreed"),
    "frontier": phrase("the frontier"),
    "fair": phrase("the fair texts"),
    "audiences": phrase("what those outside let pass"),
    "aftermath": phrase("what comes later"),
}

_FAIR = {
    "nash": phrase("Nash (the product of gains is largest)"),
    "kalai_smorodinsky": phrase("Kalai-Smorodinsky (whoever gets the smallest share of what it could gain gets most)"),
    "egalitarian": phrase("Egalitarian (whoever gains least gains most)"),
    "utilitarian": phrase("Utilitarian (the sum is largest, if one side's points can be added to another's)"),
}
NASH_OF_SOME = phrase(
    "No text gives everybody more than the walk-away. The Nash text is then one by which most delegations gain, and the"
    " product is of their gains alone: {who:and}."
)
NASH_OF_NOBODY = phrase("Nobody can have more than the walk-away: every product of gains is nothing.")
_RULES = {
    "nash": phrase("Nash"),
    "kalai_smorodinsky": phrase("Kalai-Smorodinsky"),
    "egalitarian": phrase("Egalitarian"),
    "utilitarian": phrase("Utilitarian"),
}


def show_analysis(
    console: Console, found: Analysis, seconds: float, *, chart: bool = False, seed: Seed | None = None
) -> None:
    """Everything about one scenario; with `chart`, where the texts lie between the first two delegations, and how
    agreeable vague ones are; with a seed, it is what that seed has drawn."""
    scenario = found.scenario
    console.tell(say("{title}.", title=scenario.title))
    if seed is not None and draws(scenario, as_written=False):
        console.tell(say("The instructions are as the seed {seed} draws them.", seed=written_seed(seed)))
    else:
        console.tell(say("The instructions are as written."))
    for sentence in _counts(found):
        console.tell(sentence)
    if scenario.kind != "drill":
        console.tell(say("All points are modelling: history left none."))
    if found.agreeable == 0:
        console.tell(say("No agreement is possible: {check} says why.", check="as-appropriate check"))
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
    console.tell(say("{exact} {seconds} seconds.", exact=_how_exact(found), seconds=f"{seconds:.2g}"))


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
    away = [say("{who} {points}", who=scenario[who].short, points=least) for who, least in found.walk_away.items()]
    yield say("{texts} that the exclusions allow.", texts=_number(found.texts))
    line = phrase("{texts} that cross nobody's red line and lie within the widest mandates.")
    if found.signable == 1:
        line = phrase("{texts} that crosses nobody's red line and lies within the widest mandates.")
    yield say(line, texts=_number(found.signable))
    line = phrase("{texts} that give everybody at least the walk-away ({away:and}).")
    if found.agreeable == 1:
        line = phrase("{texts} that gives everybody at least the walk-away ({away:and}), {part} of those.")
    elif found.agreeable and found.signable:
        line = phrase("{texts} that give everybody at least the walk-away ({away:and}), {part} of those.")
    yield say(line, texts=_number(found.agreeable), away=away, part=percent(found.agreeable or 0, found.signable))


def _number(texts: int | None) -> str:
    if texts is None:
        return say("An unknown number of texts (too many combinations for the budget)")
    return count("One text", "{texts:grouped} texts", texts, texts=texts)


def _show_shares(console: Console, found: Analysis, census: Census) -> None:
    console.tell()
    head = phrase(
        "Which words the agreeable texts have, in per cent; barred is what a red line or a mandate rules out for good:"
    )
    console.tell(say(head))
    for issue in found.scenario.text.negotiated:
        each = []
        for option in issue.options:
            shut = (issue.id, option.id) in found.space.shut
            share = say("barred") if shut else _per_cent(census.share(issue.id, option.id))
            each.append(say("{option:quoted} {share}", option=option.name, share=share))
        console.tell(say("{issue}: {each:strung}.", issue=issue.title, each=each), indent=2, hang=2)


def _per_cent(share: float) -> str:
    return "0" if not share else say("under 1") if share < 0.005 else f"{100 * share:.0f}"


def _show_frontier(console: Console, found: Analysis) -> None:
    edge, least = found.frontier, np.array(list(found.walk_away.values()))
    order = in_order(found.scenario, edge.delegations)
    good = edge.points[(edge.points >= least).all(axis=1)]
    console.tell()
    line = phrase(
        "The frontier of the texts that could be signed, where nobody can have more without somebody having less, has"
        " {points}; {good} of them give everybody at least the walk-away. In the order {order}:"
    )
    console.tell(say(line, points=_points(len(edge)), good=len(good), order=order))
    shown = good if len(good) else edge.points
    line = phrase("{points:strung}.")
    if len(shown) > _MOST_POINTS:
        line = phrase("{points:strung}, and {more} more ({json} has all).")
    told = [at(point) for point in shown[:_MOST_POINTS].tolist()]
    console.tell(say(line, points=told, more=len(shown) - _MOST_POINTS, json="--json"), indent=2, hang=2)


def _points(number: int) -> str:
    return count("one point", "{points:grouped} points", number, points=number)


def _show_chart(console: Console, found: Analysis) -> None:
    """A map of the signable texts, darker where more of them are: the first delegation's points to the right, the
    second's upwards."""
    scenario = found.scenario
    one, other = scenario.ids[:2]
    texts = found.density(one, other)
    console.tell()
    if texts is None or not len(texts.points):
        console.tell(say("There is no chart: the texts could not be counted, or there are none."))
        return
    signs = density_map(found, texts, console.width - 8)
    right, up = (scenario[who].short for who in (one, other))
    seen = set("".join(signs[:-1]))
    line = phrase(
        "Where the texts lie that could be signed: to the right what they are worth to {right}, upwards to {up}; the"
        " fuller the sign, the more of them."
    )
    sentences = [say(line, right=right, up=up)]
    if told := [say(words) for sign, words in _MARKS.items() if sign in seen]:
        sentences.append(say("Marks: {marks:strung}.", marks=told))
    if rest := [scenario[who].short for who in scenario.ids[2:]]:
        sentences.append(say("{who:and|head} cannot be seen here.", who=rest))
    console.tell(strung(sentences, SENTENCES))
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
    console.tell(say("Texts that theory calls fair, by what each side gains over its walk-away:"))
    first: Outcome | None = None
    for points, names in named.items():
        rules = [say(_FAIR[name]) for name in names]
        console.tell(say("{rules:and}: {points}.", rules=rules, points=at(points)), indent=2, hang=2)
        if "nash" in names and len(found.fair.nash_between) < len(found.scenario.ids):
            console.tell(_nash_between(found), indent=4, hang=2)
        for name in names:
            if others := found.fair.alike.get(name):
                told = strung([at(point) for point in others[:_MOST_CHANGES]])
                if len(others) > _MOST_CHANGES:
                    told = say("{points} and {more} more", points=told, more=len(others) - _MOST_CHANGES)
                one = phrase("As good by the {rule} rule is {points}.")
                many = phrase("As good by the {rule} rule are {points}.")
                console.tell(count(one, many, len(others), rule=say(_RULES[name]), points=told), indent=4, hang=2)
        texts = found.texts_with(deals[points]) or 1
        if first is None:
            first = deals[points].text
            head = count("One text has these points:", "One of {texts:grouped} texts:", texts, texts=texts)
            console.tell(head, indent=4)
            for title, words in clauses(found.scenario, first).items():
                console.tell(say("{clause}: {words}", clause=title, words=words), indent=6, hang=2)
        else:
            other = found.nearest(deals[points], first)
            for sentence in _differences(found.scenario, texts, other, first):
                console.tell(sentence, indent=4, hang=2)


def _nash_between(found: Analysis) -> str:
    """What the Nash text is where every product of all gains is nothing."""
    line = NASH_OF_SOME if found.fair.nash_between else NASH_OF_NOBODY
    return say(line, who=[found.scenario[who].short for who in found.fair.nash_between])


def _differences(scenario: Scenario, texts: int, outcome: Outcome, other: Outcome) -> Iterator[str]:
    changed = [issue for issue in scenario.text.issues if outcome[issue.id] != other[issue.id]]
    yield count(
        "The one text is the Nash text, but for {issues}:",
        "Of {texts:grouped} texts with these points the nearest is the Nash text, but for {issues}:",
        texts,
        texts=texts,
        issues=count("one issue", "{n} issues", len(changed)),
    )
    for issue in changed:
        new, old = issue[outcome[issue.id]].name, issue[other[issue.id]].name
        yield say("{issue}: {new:quoted} for {old:quoted}.", issue=issue.title, new=new, old=old)


def _show_history(console: Console, found: Analysis, history: Historical) -> None:
    scenario, real, lies = found.scenario, found.scenario.history, history.place
    if real is None:
        return
    console.tell()
    points = at([scenario.instructions[who].utility(real.outcome) for who in scenario.ids])
    line = phrase("{title}, {day:day}, is worth {points} on these sheets.")
    console.tell(say(line, title=real.title, day=real.day, points=points))
    for sentence in _against_history(found):
        console.tell(sentence)
    if lies is not None and lies.on_frontier:
        console.tell(say("It lies on the frontier."))
    elif lies is not None and not lies.beaten_by:
        console.tell(say("No text that could be signed beats it, but it is none of those that could."))
    elif lies is not None:
        better = [at(point) for point in lies.beaten_by[:_MOST_CHANGES]]
        told = listed(better)
        if len(lies.beaten_by) > _MOST_CHANGES:
            told = say("{points:strung} and others", points=better)
        console.tell(
            count(
                "{points} beats it: nobody has less there, and {more:or} more.",
                "{points} beat it: nobody has less there, and {more:or} more.",
                len(lies.beaten_by),
                points=told,
                more=[
                    say("{who} up to {points}", who=short(scenario, who), points=_points(each))
                    for who, each in zip(scenario.ids, lies.left, strict=True)
                    if each
                ],
            )
        )
    if history.improvements:
        console.tell(say("With one or two other words, and nobody worse off on these sheets:"))
    for change in history.improvements[:_MOST_CHANGES]:
        console.tell(_change(scenario, real.outcome, change), indent=2, hang=2)
    if (more := len(history.improvements) - _MOST_CHANGES) > 0:
        console.tell(say("And {more} more ({json} has all).", more=more, json="--json"), indent=2)


def _against_history(found: Analysis) -> Iterator[str]:
    """Why the delegations as they are modelled would not have signed what was signed."""
    scenario, real = found.scenario, found.scenario.history
    if real is None:
        return
    for who in scenario.ids:
        name, sheet = scenario[who].short, scenario.instructions[who]
        for issue, option in sorted(closed_to(scenario, [who]) & real.outcome.items()):
            words = scenario.text[issue][option].name
            line = phrase(
                "{who:head} as it is modelled could not have signed it: its red lines or mandate bar {words:quoted}."
            )
            yield say(line, who=name, words=words)
        short = sheet.reservation_value - sheet.utility(real.outcome)
        if short > 0:
            yield say("{who:head} has {points} less than its walk-away.", who=name, points=_points(short))


def _change(scenario: Scenario, before: Outcome, change: Improvement) -> str:
    words = []
    for issue, option in change.options.items():
        new, old = scenario.text[issue][option].name, scenario.text[issue][before[issue]].name
        words.append(say("{new:quoted} for {old:quoted}", new=new, old=old))
    gains = [
        say("{points:signed} for {who}", points=gain, who=scenario[who].short) for who, gain in change.gains.items()
    ]
    return say("{words}: {gains:and}.", words=strung(words, phrase("{first}, with {next}")), gains=gains)


def _how_exact(found: Analysis) -> str:
    if found.exact:
        return say("Every number is exact but for rounding; nothing was enumerated.")
    line = phrase("Not exact, or not known: {what:and}. Try a larger {budget}.")
    return say(line, what=[say(_INEXACT[name]) for name in found.inexact], budget="--budget")
