"""What an analysis says beyond the words, in lines for a person: who judges from outside, what comes later, what vague
words do, and what the hours cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from game.analysis import BANDS, AftermathSummary, Analysis, Approval
from game.scenario import Delay, Scenario
from game.terminal.console import Console
from game.text import DelegationId
from game.words import SEMICOLON, count, listed, phrase, plain, say, strung
from game.words.goodwill import band_name

_BAR = 40
"""Signs of the longest bar."""


def show_audiences(console: Console, found: Analysis, approval: Approval) -> None:
    """How many of the agreeable texts could be signed and kept, which words those have, and who minds the others."""
    scenario, agreeable = found.scenario, found.agreeable or 0
    console.tell()
    if found.kept is None:
        console.tell(say("How many of them those outside would let pass took more than the budget to count."))
    elif any(audience.power != "press" for audience in scenario.audiences):
        line = phrase(
            "Of the agreeable texts {n:grouped} ({share}) could be signed and kept: every ally consents, and so does"
            " every parliament that has a vote on it."
        )
        console.tell(say(line, n=found.kept, share=percent(found.kept, agreeable)))
    if approval.kept is not None and approval.kept.texts and (spine := scenario.text.spine) is not None:
        having = approval.kept.having[spine.id]
        shares = [
            say("{option:quoted} {share}", option=option.name, share=percent(having[option.id], found.kept))
            for option in spine.options
        ]
        line = phrase("{issue}, in those: {shares:strung}.")
        console.tell(say(line, issue=spine.title, shares=shares), indent=2, hang=2)
    if told := _against(scenario, approval, agreeable, barring=True):
        line = phrase("Of the agreeable texts, so many are barred by {each:strung}.")
        console.tell(say(line, each=told), indent=2, hang=2)
    if told := _against(scenario, approval, agreeable, barring=False):
        line = phrase("Of the agreeable texts, so many displease those who only weigh in: {each:strung}.")
        console.tell(say(line, each=told), indent=2, hang=2)


def _against(scenario: Scenario, approval: Approval, agreeable: int, *, barring: bool) -> list[str]:
    """Each audience of one kind with what it minds, whoever minds most first."""
    some = [audience for audience in scenario.audiences if (audience.power != "press") == barring]
    many = {audience.short: approval.against[audience.id] for audience in some}
    known = sorted(((texts, short) for short, texts in many.items() if texts is not None), key=lambda one: -one[0])
    line = phrase("{who} {n:grouped} ({share})")
    told = [say(line, who=short, n=texts, share=percent(texts, agreeable)) for texts, short in known]
    return told + [say("{who} an unknown number", who=short) for short, texts in many.items() if texts is None]


def show_later(console: Console, found: Analysis, later: AftermathSummary) -> None:
    """What agreeable texts bring later, what history brought, and what no text would have brought."""
    scenario = found.scenario
    console.tell()
    line = phrase(
        "What the words bring later, in the order {order}, at cold / correct / warm goodwill; the talks open with"
        " {how} goodwill:"
    )
    console.tell(say(line, order=in_order(scenario, scenario.ids), how=band_name(later.opening)))
    for line, each in _brought(found, later):
        console.tell(say(line, each=strung(each, SEMICOLON)), indent=2, hang=2)
    line = phrase(
        "No text: {none}, at any goodwill. So with what it brings later a text must be worth {least} to be no worse."
    )
    console.tell(say(line, none=at(later.no_text), least=at(later.walk_away)), indent=2, hang=2)
    if later.left_out:
        line = phrase("Not reckoned with, as they read too many words at once: {tests:strung}.")
        console.tell(say(line, tests=later.left_out), indent=2)


def in_order(scenario: Scenario, ids: Iterable[DelegationId]) -> str:
    """Delegations in the order of the points that follow."""
    return strung([scenario[who].short for who in ids], phrase("{first} / {next}"))


def _brought(found: Analysis, later: AftermathSummary) -> Iterator[tuple[str, list[str]]]:
    means = [later.mean(lowest) for lowest in BANDS]
    if all(mean is not None for mean in means):
        yield phrase("An agreeable text, on average: {each}."), [tenths(mean) for mean in means if mean is not None]
    if later.historical is not None:
        yield phrase("The historical text: {each}."), [at(later.historical[lowest]) for lowest in BANDS]
        over = [found.over_no_text(lowest) for lowest in BANDS]
        yield (
            phrase("All in all the historical text is worth over no text: {each}."),
            [at(one) for one in over if one is not None],
        )


def show_vagueness(console: Console, found: Analysis, later: AftermathSummary) -> None:
    """Whether vague words are easy to sign, and dear later."""
    rows = later.vague or ()
    console.tell()
    line = phrase(
        "A wording is vague where it says something and nothing precise. By the number of them: how many of the"
        " signable texts are agreeable, and what one of those brings later on average, at {how} goodwill:"
    )
    console.tell(say(line, how=band_name(later.opening)))
    for row in rows:
        mean = row.mean(later.opening)
        line = phrase("{n}: none is agreeable.") if mean is None else phrase("{n}: {share}, {points}.")
        share, points = percent(row.agreeable, row.signable), tenths(mean) if mean is not None else ""
        console.tell(say(line, n=row.wordings, share=share, points=points), indent=2, hang=2)
    for sentence in _lesson(found.scenario, later):
        console.tell(sentence)


def _lesson(scenario: Scenario, later: AftermathSummary) -> Iterator[str]:
    easier = later.easier
    if easier is None:
        return
    line = phrase("With every vague wording {n} more in a hundred signable texts are agreeable.")
    if easier < 0:
        line = phrase("With every vague wording {n} fewer in a hundred signable texts are agreeable.")
    yield say(line, n=tenths([abs(100 * easier)]))
    if not scenario.aftermath:
        return
    for lowest in BANDS:
        if (slopes := later.dearer(lowest)) is not None:
            sides = [scenario[who].short for who, slope in zip(scenario.ids, slopes, strict=True) if slope < 0]
            whom = listed(sides) if sides else say("nobody")
            changes = strung([hundredths(slope) for slope in slopes], phrase("{first} / {next}"))
            line = phrase("At {how} goodwill it is dearer later for {whom}: {changes} points.")
            whom = say("everybody") if len(sides) == len(slopes) else whom
            yield say(line, how=band_name(lowest), whom=whom, changes=changes)


def show_vague_bars(console: Console, later: AftermathSummary) -> None:
    """The same as a picture: for each number of vague wordings how many of the signable texts are agreeable."""
    rows = [row for row in later.vague or () if row.signable]
    longest = max((row.share for row in rows), default=Fraction(0))
    if len(rows) < 2 or not longest:
        return
    console.tell()
    console.tell(say("How many of the signable texts are agreeable, by their number of vague wordings:"))
    for row in rows:
        bar = "#" * round(_BAR * row.share / longest)
        console.line(f"{row.wordings:>6} {bar} {percent(row.agreeable, row.signable)}".rstrip())


def waiting_sentence(found: Analysis) -> str:
    """What the hours cost."""
    scenario = found.scenario
    line = phrase("{who} {points}, {each}")
    costs = [
        say(line, who=scenario[who].short, points=found.delay_costs[who].to_the_end, each=_each(sheet.delay))
        for who, sheet in scenario.instructions.items()
        if sheet.delay.points
    ]
    line = phrase("The {n:hour} hours of talks cost, however they end: {costs}.")
    return say(line, n=scenario.calendar.hours, costs=strung(costs, SEMICOLON) or say("nothing"))


def _each(delay: Delay) -> str:
    points, hours = delay.points, delay.hours
    return count(
        "a point for every {hours:hours}",
        "{points} points for every {hours:hours}",
        points,
        points=points,
        hours=hours,
    )


def percent(part: int, whole: int | None) -> str:
    """A part of a whole in a hundred."""
    if not part or not whole:
        return say("{n} %", n=0)
    share = 100 * part / whole
    return say("{n} %", n=f"{share:.0f}") if share >= 1 else say("less than {n} %", n=1)


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
