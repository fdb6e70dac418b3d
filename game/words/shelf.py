"""The shelf of earlier games in words: how many there were, and how one's own end lies among theirs."""

from __future__ import annotations

from game.debrief import Debrief
from game.debrief.plot import Plot, agreement, closer, first_pair, plot, with_marks, without_drafts
from game.debrief.shelf import Shelf, shelf_marks
from game.text import DelegationId
from game.words.language import SEMICOLON, SENTENCES, count, head, phrase, plain, say, strung
from game.words.page import Block, Column, Figure, Paragraph, Section, Table
from game.words.people import name
from game.words.plots import mark_name, placed


def shelf_section(debrief: Debrief, shelf: Shelf, me: DelegationId | None) -> Section | None:
    """What the earlier games say, beside one's own; None where there were none."""
    if not shelf.games:
        return None
    blocks: list[Block] = [Paragraph(strung(_told(debrief, shelf), SENTENCES), "lead")]
    if shelf.texts:
        one, other = first_pair(debrief.scenario, me)
        whole = without_drafts(plot(debrief, one, other, me))
        seen = with_marks(whole, shelf_marks(shelf, debrief, one, other))
        corners = agreement(seen)
        seen = seen if corners is None else closer(seen, *corners)
        blocks.append(Figure(seen, _alternative(debrief, seen)))
    columns = (
        Column(say("On the sheet of")),
        Column(say("More"), number=True),
        Column(say("As much"), number=True),
        Column(say("Less"), number=True),
    )
    rows = tuple(
        (head(name(debrief.scenario, who, me)), plain(each.more), plain(each.same), plain(each.less))
        for who, each in shelf.standings.items()
    )
    blocks.append(
        Table(say("How many earlier games ended with more points than this one, as many, or less"), columns, rows)
    )
    note = phrase(
        "Points are those of the words, or of the walk-away where nothing was signed, on the sheets of this game. Other"
        " tables may have had other instructions, and nobody is named: texts are compared here, and not players."
    )
    blocks.append(Paragraph(say(note), "note"))
    return Section("shelf", say("Earlier games"), tuple(blocks))


def _alternative(debrief: Debrief, seen: Plot) -> str:
    """What the plot adds to that of every possible text."""
    told = [
        say(
            "{mark}: {points}",
            mark=mark_name(debrief.scenario, seen, mark),
            points=placed(debrief.scenario, seen, mark.points),
        )
        for mark in seen.marks
        if mark.kind in ("yours", "no-text", "earlier")
    ]
    line = phrase(
        "The plot of every possible text, where all could live with one, with a dot where earlier games ended with one."
        " {marks:head}."
    )
    return say(line, marks=strung(told, SEMICOLON))


def _told(debrief: Debrief, shelf: Shelf) -> list[str]:
    told = [
        count(
            "{n} earlier game of this scenario is kept here.",
            "{n} earlier games of this scenario are kept here.",
            shelf.games,
        )
    ]
    if shelf.signed:
        line = phrase("{signed} ended with a text, and there are {texts} different texts; {without} ended without.")
        if shelf.signed == 1:
            line = phrase("One ended with a text; {without} ended without.")
        elif len(shelf.texts) == 1:
            line = phrase("{signed} ended with a text, always the same; {without} ended without.")
        told.append(say(line, signed=shelf.signed, texts=len(shelf.texts), without=shelf.without))
    else:
        told.append(say("None of them ended with a text."))
    if debrief.course.signed is not None:
        again = next((each.games for each in shelf.texts if each.text == debrief.course.signed), 0)
        told.append(
            count(
                "The text of this game was signed once before.",
                "The text of this game was signed {n} times before.",
                again,
            )
            if again
            else say("The text of this game was never signed before.")
        )
    if shelf.unreadable:
        told.append(
            count(
                "{n} more cannot be read or played again, and is left out.",
                "{n} more cannot be read or played again, and are left out.",
                shelf.unreadable,
            )
        )
    return told
