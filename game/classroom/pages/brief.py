"""The brief of a seat as a region: what it wants, can live with and does not sign, and below what it walks away."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from game.classroom.pages.markup import part
from game.classroom.pages.paper import TEMPLATE
from game.classroom.pages.said import NOTHING, said
from game.scenario import Instructions, Scenario
from game.seat import Desk, gist
from game.text import IssueId, OptionId
from game.words import count, head, phrase, plain, say
from game.words.names import audience, seat_title
from game.words.outside import plays_for, power, watching
from game.words.penalties import unheard_prices

Row = dict[str, object]


def brief_region(scenario: Scenario, desk: Desk) -> Markup:
    """The brief; empty for a watcher."""
    if desk.judging is not None:
        return said(("brief", desk.who, desk.judging.needs), lambda: _outside(scenario, desk), scenario)
    if desk.worth is None:
        return NOTHING
    away = desk.worth.walk_away
    return said(("brief", desk.who, away), lambda: _brief(scenario, desk, away), scenario)


def _brief(scenario: Scenario, desk: Desk, away: int) -> Markup:
    sheet = scenario.instructions[desk.who]
    delay = sheet.delay
    waits = (
        count(
            "Waiting costs {n} point every {hours:hours}, however the talks end.",
            "Waiting costs {n} points every {hours:hours}, however the talks end.",
            delay.points,
            hours=delay.hours,
        )
        if delay.points
        else NOTHING
    )
    row: Row = {
        "eyes": say("Only your delegation sees this"),
        "title": seat_title(scenario, desk.who),
        "lead": [sheet.cable[0]],
        "parts": list(_parts(scenario, sheet)),
        "away": {
            "points": plain(away),
            "words": say("points is our walk-away: below it we would rather have no text."),
        },
        "cable": {"title": say("The whole cable"), "lines": sheet.cable},
        "note": waits,
    }
    return part(TEMPLATE, "brief", row=row)


def _parts(scenario: Scenario, sheet: Instructions) -> Iterator[Row]:
    found = gist(scenario, sheet)
    wants = [_line(scenario, each.issue, each.option, each.points) for each in found.wants]
    enough = [_line(scenario, each.issue, each.enough, each.kept) for each in found.wants if each.enough]
    never = [_line(scenario, issue, option, None, red=True) for issue, option in found.never]
    locked = found.locked + bool(found.steps[1:])
    mandate = list(unheard_prices(scenario, sheet))
    if locked:
        one = phrase("In {n} issue some wordings wait for a cable.")
        many = phrase("In {n} issues some wordings wait for a cable.")
        mandate.append(count(one, many, locked))
    yield {"title": say("What we want"), "points": say("points"), "rows": wants, "notes": []}
    if enough:
        yield {"title": say("What we can live with"), "points": say("points"), "rows": enough, "notes": []}
    if never:
        yield {"title": say("What we do not sign"), "points": "", "rows": never, "notes": []}
    if mandate:
        yield {"title": say("Your mandate"), "points": "", "rows": [], "notes": mandate}


def _line(scenario: Scenario, issue: IssueId, option: OptionId, points: int | None, *, red: bool = False) -> Row:
    """A wording in a row; silence alone does not tell what it is silent about."""
    told = scenario.text[issue]
    return {"words": told[option].name, "note": told.title if told[option].silent else "", "points": points, "red": red}


def _outside(scenario: Scenario, desk: Desk) -> Markup:
    judging = desk.judging
    assert judging is not None
    line = next(each.line for each in scenario.audiences if each.id == judging.audience)
    dearest = sorted(judging.clauses, key=lambda each: each.worst - each.best)
    rows = []
    for minded in dearest:
        ranked = sorted(desk.row(minded.issue).wordings, key=lambda each: -(each.points or 0))
        rows.append(_line(scenario, minded.issue, ranked[0].option, ranked[0].points))
    who = [watching(scenario, judging), power(scenario, judging)]
    row: Row = {
        "eyes": say("Only you see this"),
        "title": head(audience(scenario, judging.audience)),
        "lead": [line] if line else [],
        "parts": [
            {"title": say("Who you are"), "points": "", "rows": [], "notes": who},
            {"title": say("What we want"), "points": say("points"), "rows": rows, "notes": []},
        ],
        "away": {"points": plain(judging.needs), "words": plays_for(judging)},
        "cable": None,
        "note": "",
    }  # fmt: skip
    return part(TEMPLATE, "brief", row=row)
