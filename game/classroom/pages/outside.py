"""What lies before whoever speaks for an audience, as regions: what is asked of it, its clauses, its headline."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from game.classroom.pages.deeds import deed
from game.classroom.pages.markup import part
from game.classroom.pages.paper import TEMPLATE
from game.classroom.pages.said import NOTHING, said
from game.scenario import Scenario
from game.seat import Choice, Desk, JudgingDesk, Minded, encode
from game.talks import LONGEST_HEADLINE, BreakSilence, Headline, Move, Reply, Vote
from game.text import IssueId
from game.words import phrase, say
from game.words.choices import naming
from game.words.moves import called
from game.words.names import short
from game.words.points import points

Row = dict[str, object]


def outside_regions(scenario: Scenario, desk: Desk) -> dict[str, Markup]:
    """What is asked, the clauses with what naming one would do, and what it may print."""
    judging = desk.judging
    if judging is None or desk.ended is not None:
        return {}
    return {
        "asked": said(("asked", judging), lambda: _asked(scenario, judging), scenario),
        "clauses": _tiles(scenario, desk, judging),
        "headline": _headline(desk),
    }


def _tiles(scenario: Scenario, desk: Desk, judging: JudgingDesk) -> Markup:
    places = tuple(desk.paper.places.items())
    key = ("tiles", judging, places, desk.choices)
    return said(key, lambda: part(TEMPLATE, "tiles", row=_clauses(scenario, desk, judging)), scenario)


def _asked(scenario: Scenario, judging: JudgingDesk) -> Markup:
    of = short(scenario, judging.of)
    if judging.silence and judging.frozen:
        lead = say("The text is initialled, and others have read it their own way.")
        row = {"lead": lead, "what": say("Silence is consent.")}
    elif judging.silence:
        row = {"lead": say("{of:head} has circulated this text.", of=of), "what": say("Silence is consent.")}
    elif judging.vote:
        what = say("A no is the end of the talks.") if judging.last else say("A no sends it back, once.")
        row = {"lead": say("The text is initialled, and your vote is called."), "what": what}
    elif judging.asked_by:
        lead = say("{who:head} asks you, and nobody else hears it:", who=short(scenario, judging.asked_by))
        row = {"lead": lead, "what": say("how would you take the text as it stands there?")}
    else:
        return NOTHING
    return part(TEMPLATE, "asked", row=row)


def _clauses(scenario: Scenario, desk: Desk, judging: JudgingDesk) -> Row:
    broken, vote = desk.choice("break-silence"), desk.choice("vote")
    naming_ = next((each for each in (broken, vote) if each is not None and each.why_not is None), None)
    silent = judging.silence
    titles = {
        "break-silence": say("Break silence: name the clause"),
        "vote": say("Vote no: name the clause"),
        "": say("What the words are worth to you"),
    }
    return {
        "eyes": say("Only you see this"),
        "sum": say("Worth to us {worth}, we need {needs}", worth=judging.worth, needs=judging.needs),
        "silent": _silence(desk) if silent else None,
        "deeds": list(_deeds(scenario, desk)),
        "asked": _how(scenario, judging) if judging.silence and judging.asked_by else "",
        "title": titles[naming_.deed if naming_ else ""],
        "naming": naming_ is not None,
        "tiles": [_tile(scenario, desk, each, naming_) for each in judging.clauses],
    }


def _silence(desk: Desk) -> Row:
    """What it is to say nothing; and who would rather not wait may consent at once."""
    choice = desk.choice("keep-silence")
    moves = choice.moves if choice and choice.why_not is None else ()
    return {
        "label": say(naming("keep-silence").button), "words": say("Nothing to press. At 0:00 you consent."),
        "move": encode(moves[0]) if moves else "", "now": say("Consent now"),
    }  # fmt: skip


def _how(scenario: Scenario, judging: JudgingDesk) -> str:
    """What is asked beside the silence that runs."""
    line = phrase("{who:head} has also asked you how you would take it")
    return say(line, who=short(scenario, judging.asked_by)) if judging.asked_by else ""


def _deeds(scenario: Scenario, desk: Desk) -> Iterator[Row]:
    """What can be answered without naming a clause."""
    for choice in desk.choices:
        if choice.why_not is None:
            for move in choice.moves:
                if isinstance(move, Reply | Vote) and move.issue is None:
                    ends = isinstance(move, Vote) and not move.aye
                    row = deed(scenario, move)
                    sure = (say("That is the end of the talks."),) if ends else ()
                    yield {**row, "sure": sure, "yes": say("Yes, do it")} if ends else row


def _tile(scenario: Scenario, desk: Desk, minded: Minded, naming_: Choice | None) -> Row:
    issue = scenario.text[minded.issue]
    place = desk.paper.places.get(minded.issue, 0)
    move = _named(naming_, minded.issue)
    line = phrase("{points} of {best}")
    if minded.points == minded.worst:
        line = phrase("{points} of {best}, least liked")
    return {
        "title": say("{n} {title}", n=str(place), title=issue.title) if place else issue.title,
        "points": say(line, points=minded.points, best=points(minded.best)),
        "share": round(100 * minded.share),
        "words": issue[minded.option].name,
        "then": say("They would stand for {wording:quoted} instead.", wording=issue[minded.retreat].name)
        if minded.retreat
        else "",
        "move": encode(move) if move else "",
        "yes": called(scenario, move) if move else "",
    }


def _named(choice: Choice | None, issue: IssueId) -> Move | None:
    """The move that names this clause."""
    named = (each for each in choice.moves if isinstance(each, BreakSilence | Vote)) if choice else ()
    return next((each for each in named if each.issue == issue), None)


def _headline(desk: Desk) -> Markup:
    choice = desk.choice("headline")
    if choice is None or choice.why_not is not None:
        return NOTHING
    row = {
        "label": say("Your headline of this stretch of the talks: all at the table hear it"), "most": LONGEST_HEADLINE,
        "move": encode(Headline(desk.who)), "button": say(naming("headline").button),
    }  # fmt: skip
    return said(("headline", desk.who), lambda: part(TEMPLATE, "headline", row=row))
