"""The draft as regions: the heading and each clause by itself, so that a move sends little.

A bracket is read out as "in brackets, Russia: ..., the Alliance: ..."."""

from __future__ import annotations

from markupsafe import Markup

from game.classroom.pages.markup import part
from game.classroom.pages.said import NOTHING, said
from game.classroom.pages.signs import mark
from game.scenario import Scenario
from game.seat import ClauseRow, Desk, Stretch
from game.text import Alternative
from game.words import count, phrase, say
from game.words.draft import stands
from game.words.people import names

TEMPLATE = "seat_parts.html"


def paper_regions(scenario: Scenario, desk: Desk) -> dict[str, Markup]:
    """The heading, every clause of the text, be it that it says nothing now, and what no printed word shows."""
    return said(("paper", desk.who), lambda: _regions(scenario, desk), scenario, desk.paper, desk.issues)


def _public(scenario: Scenario) -> tuple[object, object]:
    """What of a scenario a draft is said of, which is the same at every seat: so it is said once for all of them."""
    return scenario.text, scenario.delegations


def _regions(scenario: Scenario, desk: Desk) -> dict[str, Markup]:
    paper, brackets = desk.paper, len(desk.brackets)
    clauses = {each.id: each for each in paper.clauses}
    heading = paper.heading
    found = {
        "heading": said(
            ("heading", heading, brackets), lambda: _heading(scenario, heading, brackets), *_public(scenario)
        )
    }
    for clause in scenario.text.clauses:
        found[f"clause-{clause.id}"] = _clause(scenario, clauses.get(clause.id))
    found["beside"] = _beside(scenario, desk)
    return found


def _heading(scenario: Scenario, stretches: tuple[Stretch, ...], brackets: int) -> Markup:
    told = count("{n} bracket", "{n} brackets", brackets) if brackets else say("clean: no bracket is left")
    return part(TEMPLATE, "heading", stretches=_stretches(scenario, stretches), count=told)


def _clause(scenario: Scenario, row: ClauseRow | None) -> Markup:
    if row is None:
        return NOTHING

    def made() -> Markup:
        closed = not row.bracketed and any(each.issue for each in row.stretches)
        stretches, tick = _stretches(scenario, row.stretches), say("agreed") if closed else NOTHING
        return part(TEMPLATE, "clause", number=row.number, tick=tick, stretches=stretches)

    return said(("clause", row), made, *_public(scenario))


def _beside(scenario: Scenario, desk: Desk) -> Markup:
    if not desk.paper.beside:
        return NOTHING
    rows = [desk.row(issue) for issue in desk.paper.beside]

    def made() -> Markup:
        told = [
            {
                "issue": row.issue, "title": scenario.text[row.issue].title, "agreed": row.agreed is not None,
                "words": stands(scenario, row, desk.who),
            }
            for row in rows
        ]  # fmt: skip
        return part(TEMPLATE, "beside", title=say("Beside the text"), rows=told)

    return said(("beside", desk.who, tuple(rows)), made, scenario)


def _stretches(scenario: Scenario, rows: tuple[Stretch, ...]) -> list[dict[str, object]]:
    return [_stretch(scenario, each) for each in rows]


def _stretch(scenario: Scenario, row: Stretch) -> dict[str, object]:
    bracketed = row.state == "bracketed"
    struck = [each.words.strip(" ,") for each in row.struck if each.words.strip(" ,")]
    return {
        "state": row.state,
        "issue": row.issue,
        "words": row.said[0].words,
        "said": [_alternative(scenario, each, opens=bracketed and place == 0) for place, each in enumerate(row.said)]
        if bracketed or row.state == "owned"
        else (),
        "aloud": say("in brackets,"),
        "struck": " | ".join(struck),
        "struck_aloud": say("struck:"),
    }


def _alternative(scenario: Scenario, told: Alternative, *, opens: bool) -> Markup:
    """A wording with the marks of whoever stands for it; the same stands in several clauses. The mark and the first
    word stand in one line, and so does what `opens` a bracket."""

    def made() -> Markup:
        words = told.words.strip() or say("silence")
        first, gap, rest = words.partition(" ")
        signs = [mark(scenario, who) for who in told.owners]
        row = {
            "signs": signs, "shape": signs[0].shape if len(signs) == 1 else "", "first": first, "rest": gap + rest,
            "who": say(_WHO, who=names(scenario, told.owners)) if told.owners else "",
            "silent": not told.words.strip(), "opens": opens,
        }  # fmt: skip
        return part(TEMPLATE, "alternative", said=row)

    return said(("alternative", told, opens), made, *_public(scenario))


_WHO = phrase("{who:and}:")
