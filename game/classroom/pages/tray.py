"""What lies in the tray as a region: the package that is prepared, or theirs that waits; and what lies on the table."""

from __future__ import annotations

from markupsafe import Markup

from game.classroom.pages.deeds import deed
from game.classroom.pages.markup import part
from game.classroom.pages.paper import TEMPLATE
from game.classroom.pages.presses import Drop, Measure, Mind, Swear, pressing
from game.classroom.pages.said import NOTHING, said
from game.classroom.pages.signs import mark
from game.scenario import Scenario
from game.seat import Desk, PackageRow, Reach
from game.talks import Accept, Shift
from game.words import phrase, say
from game.words.how_far import FAR, NEVER, never
from game.words.names import short
from game.words.packages import mind as minding
from game.words.packages import package_lines
from game.words.penalties import penalty
from game.words.people import name
from game.words.points import span

_WIDE = 200
"""Units of the bar of points."""


def tray_region(scenario: Scenario, desk: Desk) -> Markup:
    """The tray; empty for a watcher and at the end."""
    if desk.worth is None or desk.ended is not None:
        return NOTHING
    shown, positions = (
        desk.shown,
        tuple((row.issue, tuple(each.stands for each in row.wordings)) for row in desk.issues),
    )
    key = ("tray", desk.who, desk.mode, shown, positions, desk.worth.now, desk.worth.walk_away, desk.tray)
    return said(key, lambda: _tray(scenario, desk), scenario)


def _tray(scenario: Scenario, desk: Desk) -> Markup:
    shown = desk.shown
    row: dict[str, object]
    if not shown.shifts:
        row = {"title": "", "beside": "", "empty": "", "hint": _hint(desk), "chips": [], "minds": [], "says": None}
        return part(TEMPLATE, "tray", row={**row, "worth": _worth(desk, None)})
    package = next((each for each in desk.packages if each.number == shown.package), None)
    mine = package is None or package.by == desk.who
    if package is None:
        title, beside = say("Your package"), say("only your delegation sees it")
    elif mine:
        title, beside = say("Your package {n}", n=str(package.number)), _waits(scenario, package, desk)
    else:
        line = phrase("{who:head} floats, off the record") if package.off_record else phrase("{who:head} offers")
        title, beside = say(line, who=short(scenario, package.by)), say("package {n}", n=str(package.number))
    table = desk.choice("propose")
    minds = package.penalties if package and not mine else table.penalties if table and package is None else ()
    row = {
        "title": title,
        "beside": beside,
        "empty": say("Empty it") if package is None else "",
        "hint": "",
        "chips": _chips(scenario, desk, package),
        "minds": [minding(penalty(scenario, each)) for each in minds],
        "says": _says(desk, package) if package is not None and desk.mode == "answer" else None,
        "worth": _worth(desk, shown.after),
    }
    return part(TEMPLATE, "tray", row=row)


def _says(desk: Desk, package: PackageRow) -> dict[str, object]:
    """What the refusal of a package that waits says beside no, with what is understood by what is chosen."""
    tray, bound = desk.tray, next((row for row in package.nevers if row.issue == desk.tray.word), None)
    rows = [
        {
            "words": say(said.button), "chosen": far == tray.far and not tray.never, "never": False,
            "press": pressing(Measure(far if far != tray.far else None)),
        }
        for far, said in FAR.items()
    ]  # fmt: skip
    if bound is not None:
        rows.append({"words": say(NEVER), "chosen": tray.never, "never": True, "press": pressing(Swear())})
    told = never(bound) if tray.never else say(FAR[tray.far].hint)
    return {"title": say("If you decline, you say"), "rows": rows, "told": told}


def _hint(desk: Desk) -> str:
    """What to do with an empty tray."""
    return say("Press a bracket in the text, and choose the words that you want.") if desk.brackets else ""


def _waits(scenario: Scenario, package: PackageRow, desk: Desk) -> str:
    whom = [name(scenario, each, desk.who) for each in package.waits_for]
    return say("waits for {whom:and}", whom=whom)


def _chips(scenario: Scenario, desk: Desk, package: PackageRow | None) -> list[dict[str, object]]:
    """Who would move where, oneself first; what is pressed about an issue stands at its first row."""
    shifts = (*desk.shown.mine, *desk.shown.theirs)
    first = {shift.issue: shift for shift in reversed(shifts)}
    return [_chip(scenario, desk, each, package, is_first=first[each.issue] is each) for each in shifts]


def _chip(
    scenario: Scenario, desk: Desk, shift: Shift, package: PackageRow | None, *, is_first: bool
) -> dict[str, object]:
    issue, row = scenario.text[shift.issue], desk.row(shift.issue)
    old = next(each.option for each in row.wordings if shift.delegation in each.stands)
    who = short(scenario, shift.delegation)
    if shift.delegation == desk.who:
        line = phrase("we would move: {issue}") if package is None or package.by == desk.who else phrase("we: {issue}")
    else:
        line = phrase("{who} would move: {issue}")
    minds = package is not None and desk.mode == "answer" and is_first
    named = minds and desk.tray.word == shift.issue
    minded = (say("refused for ever") if desk.tray.never else say("the word that you refuse")) if named else ""
    return {
        "sign": mark(scenario, shift.delegation), "who": say(line, who=who, issue=issue.title),
        "old": issue[old].name, "new": issue[shift.option].name, "minded": minded,
        "drop": pressing(Drop(shift.issue)) if package is None and is_first else "",
        "drop_words": say("take {issue:quoted} out", issue=issue.title),
        "mind": pressing(Mind(shift.issue)) if minds else "", "mind_words": say("over this word"),
    }  # fmt: skip


def _worth(desk: Desk, after: Reach | None) -> dict[str, object] | None:
    """What the words are worth, worst to best, against the walk-away."""
    worth = desk.worth
    if worth is None:
        return None
    now = after or worth.now
    shown = [now.low, now.high, worth.now.low, worth.now.high, worth.walk_away, 0]
    least, most = min(shown), max(shown)
    scale = _WIDE / max(1, most - least)

    def at(points: int) -> float:
        return round((points - least) * scale, 1)

    def bar(reach: Reach) -> tuple[float, float]:
        left, right = at(reach.low), at(reach.high)
        return left, max(6.0, right - left)

    return {
        "title": say("Worth to us"), "now": span(now), "away": say("walk-away {points}", points=worth.walk_away),
        "was": say("was {points}", points=span(worth.now)) if after is not None else "",
        "span": bar(now), "before": bar(worth.now) if after is not None else None,
        "at": min(at(worth.walk_away), _WIDE - 2.0),
    }  # fmt: skip


def packages_region(scenario: Scenario, desk: Desk) -> Markup:
    """The packages on the table beside the one in the tray."""
    others = [each for each in desk.packages if each.number != desk.shown.package]
    if not others:
        return NOTHING
    rows = [
        {"lines": list(package_lines(scenario, desk, each)), "deeds": _takes(scenario, desk, each)} for each in others
    ]
    title = say("On the table") if desk.shown.package is None else say("Also on the table")
    return part(TEMPLATE, "packages", title=title, rows=rows)


def _takes(scenario: Scenario, desk: Desk, package: PackageRow) -> list[dict[str, object]]:
    """To take another package than the one in the tray."""
    if package not in desk.acceptable:
        return []
    return [deed(scenario, Accept(desk.who, package.number), hours=package.hours)]
