"""What an analysis says beyond the words, in lines for a person: who judges from outside, what comes later, what vague
words do, and what the hours cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from game.analysis import BANDS, AftermathSummary, Analysis, Approval
from game.scenario import Delay, Scenario
from game.talks import hour_number, listed
from game.terminal.console import Console
from game.words import plain

_BAR = 40
"""Signs of the longest bar."""


def show_audiences(console: Console, found: Analysis, approval: Approval) -> None:
    """How many of the agreeable texts could be signed and kept, which words those have, and who minds the others."""
    scenario, agreeable = found.scenario, found.agreeable or 0
    console.tell()
    if found.kept is None:
        console.tell("How many of them those outside would let pass took more than the budget to count.")
    elif any(audience.power != "press" for audience in scenario.audiences):
        console.tell(
            f"Of the agreeable texts {found.kept:,} ({percent(found.kept, agreeable)}) could be signed and kept: every"
            " ally consents, and so does every parliament that has a vote on it."
        )
    if approval.kept is not None and approval.kept.texts and (spine := scenario.text.spine) is not None:
        shares = [f"“{o.name}” {percent(approval.kept.having[spine.id][o.id], found.kept)}" for o in spine.options]
        console.tell(f"{spine.title}, in those: {', '.join(shares)}.", indent=2, hang=2)
    if told := _against(scenario, approval, agreeable, barring=True):
        console.tell(f"Of the agreeable texts, so many are barred by {', '.join(told)}.", indent=2, hang=2)
    if told := _against(scenario, approval, agreeable, barring=False):
        words = "Of the agreeable texts, so many displease those who only press"
        console.tell(f"{words}: {', '.join(told)}.", indent=2, hang=2)


def _against(scenario: Scenario, approval: Approval, agreeable: int, *, barring: bool) -> list[str]:
    """Each audience of one kind with what it minds, whoever minds most first."""
    some = [audience for audience in scenario.audiences if (audience.power != "press") == barring]
    many = {audience.short: approval.against[audience.id] for audience in some}
    known = sorted(((texts, short) for short, texts in many.items() if texts is not None), key=lambda one: -one[0])
    told = [f"{short} {texts:,} ({percent(texts, agreeable)})" for texts, short in known]
    return told + [f"{short} an unknown number" for short, texts in many.items() if texts is None]


def show_later(console: Console, found: Analysis, later: AftermathSummary) -> None:
    """What agreeable texts bring later, what history brought, and what no text would have brought."""
    scenario = found.scenario
    order = " / ".join(scenario[who].short for who in scenario.ids)
    console.tell()
    console.tell(
        f"What the words bring later, in the order {order}, at cold / correct / warm goodwill; the talks open with"
        f" {later.opening} goodwill:"
    )
    for title, each in _brought(found, later):
        console.tell(f"{title}: {'; '.join(each)}.", indent=2, hang=2)
    least, none = at(later.walk_away), at(later.no_text)
    console.tell(
        f"No text: {none}, at any goodwill. So with what it brings later a text must be worth {least} to be no worse.",
        indent=2,
        hang=2,
    )
    if later.left_out:
        console.tell(f"Not reckoned with, as they read too many words at once: {', '.join(later.left_out)}.", indent=2)


def _brought(found: Analysis, later: AftermathSummary) -> Iterator[tuple[str, list[str]]]:
    means = [later.mean(lowest) for lowest in BANDS]
    if all(mean is not None for mean in means):
        yield "An agreeable text, on average", [tenths(mean) for mean in means if mean is not None]
    if later.historical is not None:
        yield "The historical text", [at(later.historical[lowest]) for lowest in BANDS]
        over = [found.over_no_text(lowest) for lowest in BANDS]
        yield "All in all the historical text is worth over no text", [at(one) for one in over if one is not None]


def show_vagueness(console: Console, found: Analysis, later: AftermathSummary) -> None:
    """Whether vague words are easy to sign, and dear later."""
    rows = later.vague or ()
    console.tell()
    console.tell(
        "A wording is vague where it says something and nothing precise. By the number of them: how many of the"
        f" signable texts are agreeable, and what one of those brings later on average, at {later.opening} goodwill:"
    )
    for row in rows:
        mean = row.mean(later.opening)
        brings = f"{percent(row.agreeable, row.signable)}, {tenths(mean)}" if mean is not None else "none is agreeable"
        console.tell(f"{row.wordings}: {brings}.", indent=2, hang=2)
    for sentence in _lesson(found.scenario, later):
        console.tell(sentence)


def _lesson(scenario: Scenario, later: AftermathSummary) -> Iterator[str]:
    easier = later.easier
    if easier is None:
        return
    way = "fewer" if easier < 0 else "more"
    yield f"With every vague wording {tenths([abs(100 * easier)])} {way} in a hundred signable texts are agreeable."
    if not scenario.aftermath:
        return
    for lowest in BANDS:
        if (slopes := later.dearer(lowest)) is not None:
            sides = [scenario[who].short for who, slope in zip(scenario.ids, slopes, strict=True) if slope < 0]
            whom = "nobody" if not sides else "everybody" if len(sides) == len(slopes) else listed(sides)
            changes = " / ".join(hundredths(slope) for slope in slopes)
            yield f"At {lowest} goodwill it is dearer later for {whom}: {changes} points."


def show_vague_bars(console: Console, later: AftermathSummary) -> None:
    """The same as a picture: for each number of vague wordings how many of the signable texts are agreeable."""
    rows = [row for row in later.vague or () if row.signable]
    longest = max((row.share for row in rows), default=Fraction(0))
    if len(rows) < 2 or not longest:
        return
    console.tell()
    console.tell("How many of the signable texts are agreeable, by their number of vague wordings:")
    for row in rows:
        bar = "#" * round(_BAR * row.share / longest)
        console.line(f"{row.wordings:>6} {bar} {percent(row.agreeable, row.signable)}".rstrip())


def waiting_sentence(found: Analysis) -> str:
    """What the hours cost."""
    scenario = found.scenario
    costs = [
        f"{scenario[who].short} {found.delay_costs[who].to_the_end}, {_each(sheet.delay)}"
        for who, sheet in scenario.instructions.items()
        if sheet.delay.points
    ]
    hours = hour_number(scenario.calendar.hours)
    return f"The {hours} hours of talks cost, however they end: {'; '.join(costs) or 'nothing'}."


def _each(delay: Delay) -> str:
    points = "a point" if delay.points == 1 else f"{plain(delay.points)} points"
    return f"{points} for every {hour_number(delay.hours)} h"


def percent(part: int, whole: int | None) -> str:
    """A part of a whole in a hundred."""
    if not part or not whole:
        return "0 %"
    share = 100 * part / whole
    return f"{share:.0f} %" if share >= 1 else "less than 1 %"


def at(numbers: Sequence[int]) -> str:
    """Points of all delegations."""
    return "/".join(plain(number) for number in numbers)


def tenths(numbers: Sequence[Fraction]) -> str:
    """Average points of all delegations."""
    return "/".join(_rounded(number, 1) for number in numbers)


def hundredths(number: Fraction) -> str:
    """A small change of points."""
    return ("+" if number > 0 else "") + _rounded(number, 2)


def _rounded(number: Fraction, digits: int) -> str:
    said = f"{abs(float(number)):.{digits}f}"
    return f"−{said}" if number < 0 and float(said) else said
