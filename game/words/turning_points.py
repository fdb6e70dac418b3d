"""The turning points of the talks in words: which moves changed most where they were heading, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.debrief import Debrief
from game.debrief.expected_end import Moment, expected_ends
from game.debrief.turning_points import Moved, TurningPoint, prospects, turning_points
from game.scenario import Scenario
from game.talks import events
from game.text import DelegationId, IssueId, OptionId, redline
from game.words.calendar import day_and_hour
from game.words.causes import headline
from game.words.events import tell
from game.words.language import SENTENCES, count, gain, head, phrase, say, strung
from game.words.names import title
from game.words.page import (
    Bit,
    Bits,
    Block,
    Column,
    Figure,
    Heading,
    Items,
    Paragraph,
    Section,
    Table,
    point_columns,
    redlined,
)
from game.words.people import at_table, name
from game.words.sheets_changed import sheet_change

_IS = phrase(
    "The expected end is the mean of the points that all texts bring which were still open at a moment: what was agreed"
    " stands, a bracket closes on any wording from one side’s position to the other’s, nothing is in them that was"
    " refused for ever or barred, or lies beyond a red line or the last step of a mandate, and each gives everybody at"
    " least the walk-away."
    " All of them are counted, exactly, on the sheets as they were at that moment; each number is rounded by itself."
)
_IS_NOT = phrase(
    "It is a model: each of these texts counts as much as any other, which nobody at the table would hold. It says what"
    " room the record left, not what anybody thought; hours, and points made beside the text, are not in it."
)


def turning_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """The turning points, in their order."""
    points, moments = debrief.once(turning_points), debrief.once(expected_ends)
    unknown = sum(not moment.points for moment in moments)
    blocks: list[Block] = [Paragraph(_lead(len(points), whole=not unknown), "lead")]
    if unknown:
        line = count(
            "At one moment of {all} the open texts were too many to count: what the moves before and after it changed"
            " is not known.",
            "At {n} moments of {all} the open texts were too many to count: what the moves before and after them"
            " changed is not known.",
            unknown,
            all=len(moments),
        )
        blocks.append(Paragraph(line))
    if points:
        blocks += [_figure(debrief, me), _table(debrief, points, me)]
    for point in points:
        blocks += _one(debrief, point, me)
    blocks += [Paragraph(say(_IS), "note"), Paragraph(say(_IS_NOT), "note")]
    return Section("turning", say("The turning points"), tuple(blocks))


def _lead(points: int, *, whole: bool) -> str:
    """What there is; of talks whose moments could not all be counted, as far as it is known."""
    if not points and not whole:
        return say("No move is known to have changed the expected end of these talks by as much as a point.")
    if not points:
        return say("No move changed the expected end of these talks by as much as a point.")
    if not whole:
        return count(
            "One move is known to have changed where these talks were heading.",
            "Of the moves that could be counted these {n} changed most where the talks were heading.",
            points,
        )
    return count(
        "One move changed more than any other where these talks were heading.",
        "These {n} moves changed most where the talks were heading.",
        points,
    )


def _figure(debrief: Debrief, me: DelegationId | None) -> Figure:
    """The course of the expected end, and in words where it led."""
    shown, scenario = prospects(debrief, me), debrief.scenario
    told = [say("A line for each side, over the hours of the talks, shows its expected end.")]
    for who in scenario.ids:
        spoken = {"who": name(scenario, who, me), "first": _number(shown.moments[0], who)}
        line = (
            phrase("For {who} it was first known at {first} and ended at {last} points; the walk-away was {least}.")
            if shown.moments[0].number
            else phrase("For {who} it began at {first} and ended at {last} points; the walk-away was {least}.")
        )
        told.append(say(line, **spoken, last=_number(shown.moments[-1], who), least=shown.walk_away[who]))
    caption = phrase(
        "The expected end of each side: points upwards, hours to the right. Dotted lines are the walk-aways of the end;"
        " numbers are those of the moves that turned the talks."
    )
    return Figure(shown, strung(told, SENTENCES), say(caption))


def _table(debrief: Debrief, points: tuple[TurningPoint, ...], me: DelegationId | None) -> Table:
    scenario = debrief.scenario
    columns = [Column(say("Move")), Column(say("Of"))]
    columns += point_columns(scenario, scenario.ids, me)
    columns += [Column(say("Texts left"), number=True)]
    rows: tuple[tuple[Bits, ...], ...] = tuple(
        (
            [Bit(_when(scenario, point), move=point.number)],
            [Bit(head(name(scenario, point.move.by, me)), who=at_table(scenario, point.move.by))],
            *(gain(float(point.change[who])) for who in scenario.ids),
            say("{n:grouped}", n=point.after.texts or 0),
        )
        for point in points
    )
    caption = say("What each of them did to the expected end, in points")
    return Table(caption, tuple(columns), rows)


def _when(scenario: Scenario, point: TurningPoint) -> str:
    when = day_and_hour(scenario.calendar.at(point.before.hours).when)
    return say("Move {number}, {when}", number=str(point.number), when=when)


def _one(debrief: Debrief, point: TurningPoint, me: DelegationId | None) -> Iterator[Block]:
    scenario = debrief.scenario
    yield Heading(_when(scenario, point), 3)
    first, *rest = _happened(scenario, point, me)
    yield Paragraph([Bit(first, move=point.number), *(Bit(say(" {sentence}", sentence=each)) for each in rest)])
    if point.by != "end" and (point.moved or point.never):
        yield Items(tuple(_words(scenario, point)))
    if point.by == "world":
        yield Paragraph(say("It was not the move that did it, but what happened outside in its hours."))
    if point.by_words != point.change:
        changes = [each for each in point.events if isinstance(each, events.Adjusted) and each.by is not None]
        if changes:
            yield Items(tuple(sheet_change(scenario, each, me) for each in changes))
    yield Paragraph(" ".join(_moved(scenario, point, who, me) for who in scenario.ids))
    yield Paragraph(_room(point))


def _happened(scenario: Scenario, point: TurningPoint, me: DelegationId | None) -> list[str]:
    """What was done, and what came of it at once."""
    told = [tell(scenario, event) for event in point.events if isinstance(event, _TOLD) and event.heard_by is None]
    if point.package is not None and told:
        number, by = str(point.package.number), name(scenario, point.package.by, me)
        told.insert(1, say("Package {number} was tabled by {who}.", number=number, who=by))
    if point.by_words != point.change:
        told += [say("{news:stop}", news=headline(event.happening, event.title)) for event in point.happened]
    if not told:
        told = [tell(scenario, event) for event in point.events if isinstance(event, events.Made)]
    return told


_TOLD = (
    events.Made, events.Settled, events.Consented, events.Broke, events.Returned, events.Ratified, events.Adjourned,
    events.BrokenOff, events.Concluded,
)  # fmt: skip


def _words(scenario: Scenario, point: TurningPoint) -> Iterator[list[Bit]]:
    """The words that moved, each as a redline; and those that were refused for ever."""
    for issue in dict.fromkeys(each.issue for each in point.moved):
        yield [Bit(_issue(scenario, issue)), *_redline(scenario, [each for each in point.moved if each.issue == issue])]
    for shift in point.never:
        words = _said(scenario, shift.issue, shift.option)
        yield [
            Bit(_issue(scenario, shift.issue)),
            Bit(words, "struck", shift.delegation),
            Bit(say(" refused for ever")),
        ]


def _issue(scenario: Scenario, issue: IssueId) -> str:
    return say("{issue}: ", issue=title(scenario, issue))


def _redline(scenario: Scenario, moved: Sequence[Moved]) -> Iterator[Bit]:
    """What delegations stood for, each with its mark before it, and what they stand for now."""
    (first, *others), issue = moved, scenario.text[moved[0].issue]
    old, new = _said(scenario, first.issue, first.old), _said(scenario, first.issue, first.new)
    pieces = redline(old, new)
    kept = sum(len(piece.words.split()) for piece in pieces if piece.kind == "kept")
    silent = issue[first.old].silent or issue[first.new].silent
    # Where hardly a word is kept, or one of them is silence, a mixture of both could not be read.
    if not others and not silent and 2 * kept >= min(len(old.split()), len(new.split())):
        begins, *rest = redlined(pieces)
        yield from (Bit(begins.words, begins.look, first.who), *rest)
        return
    for place, option in enumerate(dict.fromkeys(each.new for each in moved)):
        if place:
            yield Bit(say("; "))
        for each in (each for each in moved if each.new == option):
            yield Bit(_said(scenario, each.issue, each.old), "struck", each.who)
            yield Bit(" ")
        yield Bit(_said(scenario, first.issue, option), "inserted")


def _said(scenario: Scenario, issue: IssueId, option: OptionId) -> str:
    """What an option has printed; its name where that is nothing."""
    found = scenario.text[issue][option]
    return found.words.strip(" ,") or found.name


def _moved(scenario: Scenario, point: TurningPoint, who: DelegationId, me: DelegationId | None) -> str:
    told = {"who": name(scenario, who, me), "before": _number(point.before, who), "after": _number(point.after, who)}
    change = gain(float(point.change[who]))
    return say("For {who} the expected end went from {before} to {after} points ({change}).", **told, change=change)


def _number(moment: Moment, who: DelegationId) -> str:
    return f"{float(moment.points[who]):.1f}"


def _room(point: TurningPoint) -> str:
    before, after = point.before.texts or 0, point.after.texts or 0
    if point.by == "end" and not after:
        return count(
            "One text was open before it; then there was none, and everybody had the walk-away.",
            "{n:grouped} texts were open before it; then there was none, and everybody had the walk-away.",
            before,
        )
    if not after:
        return count(
            "One text was open before it, and none after it that gives everybody the walk-away.",
            "{n:grouped} texts were open before it, and none after it that gives everybody the walk-away.",
            before,
        )
    return say("Texts open before it: {before:grouped}; after it: {after:grouped}.", before=before, after=after)
