"""How the talks ended, as a region: in a sentence, and everybody's points in their parts, one's own first."""

from __future__ import annotations

from markupsafe import Markup

from game.classroom.pages.markup import part
from game.classroom.pages.paper import TEMPLATE
from game.classroom.pages.said import NOTHING, said
from game.classroom.pages.signs import mark
from game.scenario import Scenario
from game.seat import Account, Desk, Ended
from game.words import plain, say, signed
from game.words.endings import ending, judged
from game.words.known import TITLE, made_up
from game.words.names import seat_title
from game.words.score_rows import rows_of
from game.words.scores import compared, head_line
from game.words.the_day import THE_DAY, cards, of_which_text


def ended_region(scenario: Scenario, desk: Desk) -> Markup:
    """The end; empty while the talks go on."""
    found = desk.ended
    if found is None:
        return NOTHING
    return said(("ended", desk.who), lambda: _ended(scenario, desk, found), scenario, found)


def _ended(scenario: Scenario, desk: Desk, found: Ended) -> Markup:
    told = cards(scenario)
    row = {
        "day": say(THE_DAY),
        "whose": of_which_text(scenario, signed=found.signed is not None) if told else "",
        "cards": told,
        "title": say("The talks are over"),
        "ending": ending(scenario, found),
        "judged": judged(scenario, found, desk.who),
        "accounts": [_account(scenario, desk, found, each) for each in found.accounts],
        "known": say(TITLE),
        "made_up": tuple(made_up(scenario)),
        "leaves": say("What the model leaves out"),
        "left_out": scenario.limits.left_out if scenario.limits is not None else (),
    }
    return part(TEMPLATE, "ended", row=row)


def _account(scenario: Scenario, desk: Desk, found: Ended, account: Account) -> dict[str, object]:
    rows = rows_of(scenario, account.who, account.score, desk.who, signed=found.signed is not None)
    return {
        "sign": mark(scenario, account.who),
        "name": seat_title(scenario, account.who),
        "sum": head_line(scenario, found, account, desk.who),
        "rows": [
            {"words": each.words, "points": plain(each.points) if each.sum else signed(each.points), "sum": each.sum}
            for each in rows
        ],
        "history": compared(scenario, found, account, desk.who) if account.historical else "",
    }
