"""The wordings of each issue, strong to weak, as a region: where they stand, what marks each, and its points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from game.classroom.pages.markup import part
from game.classroom.pages.paper import TEMPLATE
from game.classroom.pages.presses import Put, pressing
from game.classroom.pages.said import said
from game.classroom.pages.signs import mark
from game.scenario import Scenario
from game.seat import Desk, IssueRow, Wording, encode
from game.talks import Consult, Unheard
from game.talks.locks import Barrier
from game.words import hours, phrase, say, strung
from game.words.penalties import penalty
from game.words.people import mine_first
from game.words.points import points, signed_points
from game.words.wordings import marks

_KINDS: Mapping[Barrier, str] = {"red-line": "red", "mandate": "locked", "barred": "locked", "never": "locked"}


@dataclass(frozen=True, slots=True)
class Ask:
    """A cable about one issue: the hours that it takes, and what it would give up unheard."""

    hours: float
    forgone: Unheard | None


def sheet_regions(scenario: Scenario, desk: Desk) -> dict[str, Markup]:
    """A sheet for every issue."""
    return {f"sheet-{row.issue}": _sheet(scenario, desk, row) for row in desk.issues}


def _sheet(scenario: Scenario, desk: Desk, row: IssueRow) -> Markup:
    asks = desk.choice("consult")
    ask = Ask(asks.hours, desk.forgone(row.issue)) if asks and row.issue in asks.issues else None
    prepares = desk.worth is not None and desk.ended is None

    def made() -> Markup:
        note = say("Press a wording: whoever stands elsewhere would move there.")
        return part(
            TEMPLATE,
            "sheet",
            issue=row.issue,
            title=scenario.text[row.issue].title,
            points=_whose(desk),
            close=say("Close"),
            note=note if prepares else "",
            rows=[_option(scenario, desk, row, each, ask, prepares=prepares) for each in row.wordings],
        )

    watched = desk.judging.of if desk.judging else desk.who
    return said(("sheet", desk.who, watched, ask, prepares), made, scenario, row)


def _whose(desk: Desk) -> str:
    if desk.worth is not None:
        return say("points for us")
    return say("points for you") if desk.judging else ""


def _option(
    scenario: Scenario, desk: Desk, row: IssueRow, wording: Wording, ask: Ask | None, *, prepares: bool
) -> Markup:
    """A wording: after most moves only two in an issue are others."""
    chosen = row.tray == wording.option

    def made() -> Markup:
        told = _told(scenario, desk, row, wording, ask if _wants(desk, wording) else None, prepares=prepares)
        return part(TEMPLATE, "wording", row=told)

    w = wording
    shows = (w.option, w.points, w.later, w.vague, w.locks, w.stands, w.announced, w.wished)
    return said(("wording", desk.who, row.issue, *shows, chosen, ask, prepares), made, scenario)


def _wants(desk: Desk, wording: Wording) -> bool:
    """Whether the capital could open this wording."""
    lock = desk.lock(wording)
    return lock is not None and lock.kind == "mandate"


def _told(
    scenario: Scenario, desk: Desk, row: IssueRow, wording: Wording, ask: Ask | None, *, prepares: bool
) -> dict[str, object]:
    lock = desk.lock(wording)
    issue, capital = row.issue, scenario[desk.who].capital if desk.who in scenario.ids else ""
    told = strung(list(marks(scenario, wording, desk.who)))
    chosen = row.tray == wording.option
    return {
        "kind": "chosen" if chosen else _KINDS[lock.kind] if lock else "open",
        "put": pressing(Put(issue, wording.option)) if prepares and lock is None else "",
        "chosen": chosen,
        "name": scenario.text[issue][wording.option].name,
        "marks": strung([*([say("in your package")] if chosen else []), *([told] if told else [])]),
        "signs": [mark(scenario, who) for who in mine_first(wording.stands, desk.who)],
        "points": wording.points,
        "aloud": "" if wording.points is None else points(wording.points),
        **(_asking(scenario, Consult(desk.who, (issue,)), capital, ask) if ask else {"ask": ""}),
    }


def _asking(scenario: Scenario, cable: Consult, capital: str, ask: Ask) -> dict[str, object]:
    """The button that sends a cable; what costs points is asked again."""
    words, sure = say("ask {capital}, {time}", capital=capital, time=hours(ask.hours)), ""
    if ask.forgone is not None:
        lost = signed_points(-ask.forgone.points)
        words, sure = strung([words, lost], phrase("{first} · {next}")), penalty(scenario, ask.forgone)
    return {"ask": encode(cable), "ask_words": words, "sure": sure, "yes": say("Yes, do it")}
