"""The plot of every text in words: what its axes, lines and marks are called, and an account of all that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias, assert_never

from game.debrief import Debrief
from game.debrief.debrief import Yardstick
from game.debrief.plot import Line, Mark, Plot, Point, first_pair, plot
from game.scenario import Scenario
from game.text import DelegationId
from game.words.known import SCALES
from game.words.language import SENTENCES, count, grouped, head, listed, phrase, plain, say, strung
from game.words.page import Bits, Column, Figure, Paragraph, Section, Table, point_columns
from game.words.people import name, names


def plot_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """The plot between oneself and the first of the others, with its marks in a table; for a watcher, between the first
    two at the table."""
    one, other = first_pair(debrief.scenario, me)
    shown = plot(debrief, one, other, me)
    return Section(
        "plot",
        say("Every possible text"),
        (
            Figure(shown, alternative(debrief.scenario, shown), counted(debrief.scenario, shown)),
            marks_table(debrief.scenario, shown),
            Paragraph(_what_it_is(), "note"),
            *fair_as_found(debrief),
        ),
    )


def fair_as_found(debrief: Debrief) -> tuple[Paragraph, ...]:
    """That the fair texts are the best that were found, where nobody can say that they are the best there are."""
    if debrief.fair.exact:
        return ()
    line = phrase(
        "The Nash text and the Kalai-Smorodinsky text are the best that were found: there were too many texts to be"
        " certain."
    )
    return (Paragraph(say(line), "note"),)


def axis(scenario: Scenario, shown: Plot, who: DelegationId) -> str:
    """What stands at an axis."""
    return say("Points for {who}", who=name(scenario, who, shown.me))


def walk_away(scenario: Scenario, shown: Plot, who: DelegationId) -> str:
    """What stands at the line of a walk-away."""
    least = shown.walk_away[who == shown.other]
    if who == shown.me:
        return say("You walk away below {points}", points=least)
    return say("{who:head} walks away below {points}", who=scenario[who].short, points=least)


def beyond(line: Line) -> str:
    """What stands beyond a frontier."""
    if line.exact:
        return say("beyond this line no text gives both more")
    return say("beyond this line no text was found")


def mark_name(scenario: Scenario, shown: Plot, mark: Mark) -> str:
    """What a mark is called in the middle of a sentence."""
    match mark.kind:
        case "draft":
            return _draft_name(scenario, shown, mark)
        case "earlier":
            return count("an earlier game", "{n} earlier games", mark.games)
        case "table":
            tables = mark.name.split()
            return count("table {names:and}", "tables {names:and}", len(tables), names=tables)
        case "better":
            return mark.name or say("a better text")
        case _:
            return text_name(scenario, mark.kind, shown.me)


TextKind: TypeAlias = Yardstick | Literal["yours", "no-text"]


def text_name(scenario: Scenario, kind: TextKind, me: DelegationId | None) -> str:
    """What a text that others are measured by is called in the middle of a sentence."""
    match kind:
        case "yours":
            return say("your text") if me else say("the signed text")
        case "historical":
            history = scenario.history
            return say("the text of history") if history is None else say("the text of {day:day}", day=history.day)
        case "nash":
            return say("the Nash text")
        case "kalai-smorodinsky":
            return say("the Kalai-Smorodinsky text")
        case "no-text":
            return say("no text")
        case _:
            assert_never(kind)


def _draft_name(scenario: Scenario, shown: Plot, mark: Mark) -> str:
    if mark.who is None or mark.hour is None:
        return say("a draft")
    if mark.who == shown.me:
        return say("your draft after {hour:hours}", hour=mark.hour)
    return say("the draft of {who} after {hour:hours}", who=name(scenario, mark.who, shown.me), hour=mark.hour)


def called(scenario: Scenario, shown: Plot, marks: Sequence[Mark]) -> str:
    """What marks that lie at one place are called where there is little room."""
    return head(_listed(scenario, shown, marks))


def label(scenario: Scenario, shown: Plot, marks: Sequence[Mark]) -> str:
    """What stands beside marks that lie at one place, with how many texts share it."""
    words = _listed(scenario, shown, marks)
    texts = max((mark.texts or 0 for mark in marks), default=0)
    if texts < 2 or all(mark.kind == "table" for mark in marks):
        return head(words)
    return say("{marks:head} ({n:grouped} texts here)", marks=words, n=texts)


def _listed(scenario: Scenario, shown: Plot, marks: Sequence[Mark]) -> str:
    return listed([_short(scenario, shown, mark) for mark in marks])


def _short(scenario: Scenario, shown: Plot, mark: Mark) -> str:
    """What a mark is called where there is little room."""
    if mark.kind == "table":
        return strung(mark.name.split())
    if mark.kind == "nash":
        return say("Nash")
    if mark.kind == "kalai-smorodinsky":
        return say("Kalai-Smorodinsky")
    if mark.kind == "historical" and scenario.history is not None:
        return say("{day:day}, as signed", day=scenario.history.day)
    if mark.kind == "draft" and mark.who is not None and not mark.hour:
        return (
            say("you opened here") if mark.who == shown.me else say("{who} opened here", who=scenario[mark.who].short)
        )
    return mark_name(scenario, shown, mark)


def placed(scenario: Scenario, shown: Plot, points: Point) -> str:
    """A place with whose points its numbers are: 59 for you and 86 for the Alliance."""
    whose = names(scenario, (shown.one, shown.other), shown.me)
    return listed(
        [say("{points} for {who}", points=number, who=who) for number, who in zip(points, whose, strict=True)]
    )


def counted(scenario: Scenario, shown: Plot) -> str:
    """How many texts there are, and how many of them all could live with."""
    if shown.texts is None:
        return say("There are more texts than could be counted.")
    told = count(
        "{texts} text could be signed.", "{texts} texts could be signed.", shown.texts, texts=grouped(shown.texts)
    )
    if shown.agreeable is None:
        return told
    few = grouped(shown.agreeable)
    if len(scenario.ids) == 2:
        more = say("{n} of them give both sides at least as much as walking away.", n=few)
    else:
        more = say("{n} of them give every delegation at least as much as walking away.", n=few)
    return say(SENTENCES, first=told, next=more)


def alternative(scenario: Scenario, shown: Plot) -> str:
    """The plot for whoever cannot see it: all that it shows, in sentences."""
    return strung([*_ground(scenario, shown), *_marked(scenario, shown), *_paths(scenario, shown)], SENTENCES)


def _ground(scenario: Scenario, shown: Plot) -> Iterator[str]:
    one, other = names(scenario, (shown.one, shown.other), shown.me)
    yield say(
        "Every text that could be signed, by what its words are worth: to the right for {one}, upwards for {other}.",
        one=one,
        other=other,
    )
    yield counted(scenario, shown)
    for who in (shown.one, shown.other):
        yield say("{line:stop}", line=walk_away(scenario, shown, who))
    for line in shown.lines:
        if line.kind == "frontier" and line.points:
            first, last = (placed(scenario, shown, points) for points in (line.points[0], line.points[-1]))
            if line.exact:
                yield say(
                    "The frontier, beyond which no text gives both more, runs from {first} to {last}.",
                    first=first,
                    last=last,
                )
            else:
                yield say("The best texts that were found run from {first} to {last}.", first=first, last=last)


def _marked(scenario: Scenario, shown: Plot) -> Iterator[str]:
    for mark in told_marks(shown):
        words, points = mark_name(scenario, shown, mark), placed(scenario, shown, mark.points)
        if mark.texts is None:
            yield say("{mark:head}: {points}.", mark=words, points=points)
        else:
            yield count(
                "{mark:head}: {points}; {texts} text lies there.",
                "{mark:head}: {points}; {texts} texts lie there.",
                mark.texts, mark=words, points=points, texts=grouped(mark.texts),
            )  # fmt: skip


def _paths(scenario: Scenario, shown: Plot) -> Iterator[str]:
    for line in shown.lines:
        if line.kind != "path" or line.who is None:
            continue
        first, last = (placed(scenario, shown, points) for points in (line.points[0], line.points[-1]))
        who = name(scenario, line.who, shown.me)
        yield say(
            "The draft as {who} stood for it was worth {first} at the opening, and {last} in the end.",
            who=who,
            first=first,
            last=last,
        )


def told_marks(shown: Plot) -> list[Mark]:
    """The marks that are told of one by one: all but the stations of the draft's paths."""
    return [mark for mark in shown.marks if mark.kind != "draft"]


def marks_table(scenario: Scenario, shown: Plot) -> Table:
    """The marks with both sums, and how many texts share their place."""
    heads = point_columns(scenario, (shown.one, shown.other), shown.me)
    return Table(
        say("The marks, with their points for each side"),
        (Column(say("Mark")), *heads, Column(say("Texts with these points"), number=True)),
        tuple(_row(scenario, shown, mark) for mark in told_marks(shown)),
    )


def _row(scenario: Scenario, shown: Plot, mark: Mark) -> tuple[Bits, ...]:
    texts = say("not counted") if mark.texts is None else grouped(mark.texts)
    return (head(mark_name(scenario, shown, mark)), *(plain(points) for points in mark.points), texts)


def _what_it_is() -> str:
    return strung(
        [
            say("Each place is a pair of sums; the darker it is, the more texts have them, all of them counted."),
            say(
                "The points are a model: what the words are worth on both sheets as they were at the end, without the "
                "hours and without what came after."
            ),
            say(SCALES),
            say(
                "While brackets stood the draft was two texts, as each of the two stood for it: their lines meet where "
                "it was signed."
            ),
            say(
                "The Nash text has the largest product of what both gain over walking away; in the Kalai-Smorodinsky "
                "text the smaller share of what each could gain is largest."
            ),
            say("Both are definitions of what is fair, and no advice."),
        ],
        SENTENCES,
    )
