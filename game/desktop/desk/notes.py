"""What stands under a wording: who stands there, refused it or wishes for it, and how far it binds."""

from __future__ import annotations

from game.desktop.desk.desk import Desk
from game.desktop.kit import colours
from game.desktop.kit.paragraph import Span, Style
from game.talks import Shift, View, events, hours_words, listed, signed_points, wording
from game.text import DelegationId, Issue, IssueId, Option, OptionId

_TINY = Style("sans", 14, colours.DIM)


def notes_of(desk: Desk, issue: Issue, option: Option, locked: str) -> list[Span]:
    """Everything that marks a wording out, in the order in which it matters to this seat."""
    marks = [*_lock(desk, issue, locked), *_stands(desk, issue, option), *_refused(desk, issue, option)]
    marks += _told(desk, issue, option)
    if wishers := _wishers(desk.view, issue.id, option.id):
        marks.append(Span(f"wished by {listed(wishers)}", _TINY.of(colours.LOCKED), "", None, "up"))
    marks += _later(desk.view, issue.id, option.id)
    if not option.precise and not option.silent and not issue.side:
        marks.append(Span("vague", _TINY.of(colours.LOCKED)))
    spaced: list[Span] = []
    for mark in marks:
        spaced += [Span(" · ", _TINY), mark] if spaced else [mark]
    return spaced


def _lock(desk: Desk, issue: Issue, locked: str) -> list[Span]:
    """Why this seat may not go there."""
    view = desk.view
    if locked == "red":
        return [Span("your red line", _TINY.of(colours.ALARM), "", None, "octagon")]
    if locked == "barred":
        return [Span("barred", _TINY.of(colours.ALARM), "", None, "octagon")]
    if locked != "mandate":
        return []
    waits = desk.cabled(issue.id)
    words = f"ask {view.scenario[view.who].capital}, {hours_words(view.scenario.clock.answer)}"
    if waits is not None:
        words = f"asked; the answer comes in {hours_words(waits)}"
    if issue.id in desk.noted:
        return [Span("noted for the cable", _TINY.of(colours.GOLD), "", None, "envelope")]
    return [Span(words, _TINY.of(colours.LOCKED), "", None, "lock")]


def _stands(desk: Desk, issue: Issue, option: Option) -> list[Span]:
    marks = []
    for delegation in desk.view.scenario.delegations:
        if desk.view.positions[delegation.id][issue.id] == option.id:
            words = "you stand here" if delegation.id == desk.view.who else f"{delegation.short} stands here"
            sign = desk.signs[delegation.id]
            marks.append(Span(words, _TINY.of(sign.felt), "", sign))
    return marks


def _refused(desk: Desk, issue: Issue, option: Option) -> list[Span]:
    """Who has refused it for ever, and for whom it has been barred from outside."""
    view, marks = desk.view, []
    barred = barred_for(view, issue.id, option.id)
    for delegation in view.scenario.delegations:
        if Shift(delegation.id, issue.id, option.id) not in view.never:
            continue
        name = "you" if delegation.id == view.who else delegation.short
        if delegation.id in barred:
            if delegation.id == view.who:
                continue
            words = f"barred for {name}"
        else:
            words = f"never, {name} said"
        marks.append(Span(words, _TINY.of(colours.ALARM), "", desk.signs[delegation.id]))
    return marks


def barred_for(view: View, issue: IssueId, option: OptionId) -> frozenset[DelegationId]:
    """For whom an ally or a parliament has barred a wording."""
    return frozenset(
        event.by
        for event in view.record
        if isinstance(event, events.Broke | events.Returned)
        and event.by
        and (event.issue, event.option) == (issue, option)
    )


def _told(desk: Desk, issue: Issue, option: Option) -> list[Span]:
    """Who has told the press that it stands for this."""
    marks = []
    for (who, where), promised in desk.view.committed.items():
        if (where, promised) == (issue.id, option.id):
            name = "you" if who == desk.view.who else desk.view.scenario[who].short
            sign = desk.signs[who]
            marks.append(Span(f"{name} told the press", _TINY.of(sign.felt), "", sign))
    return marks


def _later(view: View, issue: IssueId, option: OptionId) -> list[Span]:
    """Whether this wording would be dearer or safer in the aftermath than the one that this seat stands for."""
    points = view.later(issue, option) if view.own else 0
    if not points:
        return []
    words, colour = ("safer later", colours.AGREED_PALE) if points > 0 else ("dear later", colours.ALARM)
    return [Span(f"{words} {signed_points(points)}", _TINY.of(colour))]


def _wishers(view: View, issue: IssueId, option: OptionId) -> list[str]:
    """Those outside whom this wording would please most."""
    return [
        view.scenario.audience(id).short
        for id, standing in view.standings.items()
        if any((wish.issue, wish.option) == (issue, option) for wish in standing.wishes)
    ]


def binding(view: View, issue: IssueId, option: OptionId) -> int:
    """How far a wording would bind, 0 to 3, in the form that this seat stands for; for a watcher, the first one's."""
    if view.own:
        return view.binding(issue, option)
    return view.scenario.binding({**view.positions[view.scenario.ids[0]], issue: option}, issue)


def force_words(view: View, issue: IssueId) -> str:
    """What the form of the paper does to the force of the words here; empty where it does nothing."""
    force = view.scenario.force
    if force is None or view.scenario.text[issue].side:
        return ""
    if issue == force.issue:
        return "The form decides how far every other word binds."
    who = view.who if view.own else view.scenario.ids[0]
    form = view.positions[who][force.issue]
    adds = force.adds.get(form, 0)
    if not adds:
        return ""
    degree = f"{abs(adds)} {'more' if adds > 0 else 'less'}"
    name = wording(view.scenario, force.issue, form)
    if force.issue in view.agreed:
        return f"In {name} words bind {degree}."
    whose = "your form" if view.own else "the form"
    return f"In {whose}, {name}, words bind {degree}."
