"""Three delegations and more at once, in words: who came how far, and what lies between every two of them."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief import Debrief
from game.debrief.parallel import Axis, Pairs, Parallel, Strand, pairs, parallel
from game.scenario import Scenario
from game.text import DelegationId
from game.words.language import SENTENCES, grouped, head, listed, plain, say, strung
from game.words.page import Bit, Bits, Block, Column, Figure, Items, Paragraph, Section, Table, point_columns
from game.words.people import name, names
from game.words.plots import fair_as_found, text_name


def sides_section(debrief: Debrief, me: DelegationId | None) -> Section | None:
    """All delegations side by side, where there are three or more."""
    shown = parallel(debrief, me) if len(debrief.scenario.ids) > 2 else None
    if shown is None:
        return None
    scenario, came = debrief.scenario, shown.came_of_it
    assert came is not None, "talks that are over have come to something"
    blocks: tuple[Block, ...] = (
        Items(tuple(_way(scenario, shown, axis, came) for axis in shown.order(came)), numbered=came.text is not None),
        Figure(shown, sides_alternative(scenario, shown), sides_caption()),
        strands_table(scenario, shown),
        Paragraph(_what_it_is(), "note"),
        *fair_as_found(debrief),
    )
    return Section("sides", say("Every side at once"), blocks)


def pairs_section(debrief: Debrief, me: DelegationId | None) -> Section | None:
    """The planes of every two delegations, where there are three or more."""
    if len(debrief.scenario.ids) < 3:
        return None
    shown = pairs(debrief, me)
    return Section(
        "pairs",
        say("Between every two sides"),
        (
            Figure(shown, pairs_alternative(debrief.scenario, shown)),
            _pairs_table(debrief.scenario, shown),
            Paragraph(
                say(
                    "A text that is better for two may be worse for the others: what is left between two was often the "
                    "price of the third."
                ),
                "note",
            ),
        ),
    )


# ---- side by side ------------------------------------------------------------------------------------------------


def strand_name(scenario: Scenario, shown: Parallel, strand: Strand) -> str:
    """What a line is called in the middle of a sentence."""
    if strand.kind == "table":
        return say("table {name}", name=strand.name)
    if strand.kind == "best":
        assert strand.who is not None, "a best text is somebody's"
        return say("best for {who}", who=name(scenario, strand.who, shown.me))
    return text_name(scenario, strand.kind, shown.me)


def _way(scenario: Scenario, shown: Parallel, axis: Axis, came: Strand) -> Bits:
    """How far somebody came."""
    who = Bit(head(name(scenario, axis.who, shown.me)), "strong", axis.who)
    return (
        who,
        Bit(say(": {way}", way=_how_far(axis, came.points[shown.axes.index(axis)], signed=came.text is not None))),
    )


def _how_far(axis: Axis, came: int, *, signed: bool) -> str:
    way = axis.way(came)
    if way is None:
        return say(
            "{points} points; no text was better than walking away with {away}.", points=came, away=axis.walk_away
        )
    if not signed:
        return say(
            "{points} points, the walk-away; the best text would have been worth {best}.", points=came, best=axis.best
        )
    if way < 0:
        return say(
            "{points} points, {less} below the walk-away of {away}.",
            points=came,
            less=axis.walk_away - came,
            away=axis.walk_away,
        )
    return say(
        "{points} points, {part} of 100 of the way from the walk-away, {away}, to the best text, {best}.",
        points=came,
        part=int(100 * way),
        away=axis.walk_away,
        best=axis.best,
    )


def sides_alternative(scenario: Scenario, shown: Parallel) -> str:
    """The picture for whoever cannot see it."""
    told = [say("An axis for each delegation, from its worst text that could be signed up to its best.")]
    for axis in shown.axes:
        told.append(
            say(
                "{who:head}: from {worst} to {best}, the walk-away at {away}.",
                who=name(scenario, axis.who, shown.me),
                worst=axis.worst,
                best=axis.best,
                away=axis.walk_away,
            )
        )
    if (came := shown.came_of_it) is not None:
        each = _each(scenario, shown, came)
        told.append(say("{line:head}: {each}.", line=strand_name(scenario, shown, came), each=each))
    told.append(say("The table has every line."))
    return strung(told, SENTENCES)


def _each(scenario: Scenario, shown: Parallel, strand: Strand) -> str:
    whose = names(scenario, [axis.who for axis in shown.axes], shown.me)
    return listed(
        [say("{points} for {who}", points=number, who=who) for number, who in zip(strand.points, whose, strict=True)]
    )


def sides_caption() -> str:
    """How the picture is read."""
    return say(
        "Each text is a line, at each side as high as it is between that side's worst and best text; the bar across an "
        "axis is the walk-away."
    )


def strands_table(scenario: Scenario, shown: Parallel) -> Table:
    """The lines with their points on every axis, between the ends of the axes."""
    heads = point_columns(scenario, [axis.who for axis in shown.axes], shown.me)
    ends: tuple[tuple[str, list[int]], ...] = (
        (say("The best text"), [axis.best for axis in shown.axes]),
        (say("The walk-away"), [axis.walk_away for axis in shown.axes]),
        (say("The worst text"), [axis.worst for axis in shown.axes]),
    )
    rows = [(strand_name(scenario, shown, strand), list(strand.points)) for strand in shown.strands]
    return Table(
        say("The lines, with their points for each side"),
        (Column(say("Line")), *heads),
        tuple((head(what), *map(plain, points)) for what, points in (*rows, *ends)),
    )


def _what_it_is() -> str:
    return strung(
        [
            say(
                "The way from the walk-away to the best text says how much of what was there for a side it got; it "
                "does not say how much that mattered to it, and points of different sides are never added up."
            ),
            say(
                "The points are a model: what the words are worth on each sheet as it was at the end, without the "
                "hours and without what came after."
            ),
        ],
        SENTENCES,
    )


# ---- two by two --------------------------------------------------------------------------------------------------


def pairs_alternative(scenario: Scenario, shown: Pairs) -> str:
    """The picture of all planes for whoever cannot see it; the table says what lies in them."""
    return say(
        "{n} small plots, one for every two of {who:and}: all texts that could be signed, darker where more of them "
        "lie, with both walk-aways, the frontier between the two, and the marks.",
        n=len(shown.planes),
        who=names(scenario, shown.ids, shown.me),
    )


def _pairs_table(scenario: Scenario, shown: Pairs) -> Table:
    return Table(
        say("Texts that would have been better for one of the two and worse for neither"),
        (Column(say("Between")), Column(say("Texts"), number=True)),
        tuple(_pairs_rows(scenario, shown)),
    )


def _pairs_rows(scenario: Scenario, shown: Pairs) -> Iterator[tuple[Bits, ...]]:
    for plane in shown.planes:
        two = names(scenario, (plane.plot.one, plane.plot.other), shown.me)
        better = say("too many to count") if plane.better is None else grouped(plane.better)
        yield (head(listed(two)), better)
