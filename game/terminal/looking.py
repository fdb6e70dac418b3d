"""What a seat can read without moving: the text, the issues, one issue from all sides, the record, the cable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from game.scenario import Instructions, Scenario, Stake
from game.talks import Shift, View, Wish, hour_number, hours_words, listed, opening_capital, signed_points, wording
from game.terminal.console import Console, Entry, matching
from game.terminal.corridor import show_answerable
from game.terminal.spoken import (
    bare,
    day_words,
    name_of,
    speak,
    stands,
    tell_events,
)
from game.text import DelegationId, Issue, IssueId, Option


def show_text(console: Console, view: View) -> None:
    """The whole draft, clause by clause, brackets said in words, and the issues that it does not print."""
    paper = view.draft
    console.tell("The text as it stands.")
    console.tell(speak(view.scenario, paper.heading), indent=2)
    for clause in paper.clauses:
        head = f"{clause.number}. {clause.title}. "
        console.tell(head + speak(view.scenario, clause.runs), indent=2, hang=3)
    if paper.unprinted:
        console.tell("Not printed in it:")
    for issue in paper.unprinted:
        console.tell(f"{view.scenario.text[issue].title}: {stands(view, issue)}.", indent=2, hang=3)
    if not view.brackets:
        console.tell("The text is clean: no brackets are left.")


def show_issues(console: Console, view: View) -> None:
    """Every issue with its state, in the order of the text's list."""
    console.tell(f"{len(view.brackets)} of {len(view.scenario.text.issues)} issues are in brackets.")
    console.number(f"{issue.title}: {stands(view, issue.id)}." for issue in view.scenario.text.issues)


def issue_entries(view: View, issues: tuple[IssueId, ...] | None = None) -> list[Entry]:
    """Issues as a list to choose from."""
    chosen = issues if issues is not None else tuple(issue.id for issue in view.scenario.text.issues)
    titles = {issue: view.scenario.text[issue].title for issue in chosen}
    return [Entry(f"{title}: {stands(view, issue)}.", (issue, title)) for issue, title in titles.items()]


def look(console: Console, view: View, typed: str = "") -> None:
    """One issue from all sides: the one that was typed, or the one that is then chosen."""
    entries = issue_entries(view)
    place = matching(typed, entries) if typed else console.pick("Which issue?", entries)
    if isinstance(place, int):
        show_issue(console, view, view.scenario.text.issues[place])
    elif place is not None:
        console.tell(place.again)


def show_issue(console: Console, view: View, issue: Issue) -> None:
    """All wordings of an issue with words, points, limits, who stands there and where it comes from."""
    console.tell(f"{issue.title}: {stands(view, issue.id)}.")
    if issue.side:
        console.tell("A side issue: it is part of the bargain, not of the printed text.")
    if issue.spine:
        console.tell("A capital moves here one step at a time, and only after its limit was tabled and refused.")
    for place, option in enumerate(issue.options, 1):
        remarks = ", ".join([_points(view, issue, option), *marks(view, issue.id, option)])
        console.tell(f"{place}. {option.name}: {remarks}.", hang=3)
        words = "silence." if option.silent else f"“{option.words.strip(' ,')}”."
        more = (
            f" Elsewhere: {'; '.join(f'“{part}”' for part in option.parts.values() if part)}."
            if any(option.parts.values())
            else ""
        )
        if option.silent or option.words.strip(" ,").casefold() != option.name.casefold() or more:
            console.tell(f"Words: {words}{more}", indent=3)
        console.tell(f"{_degrees(view, issue, option)} {_source(view, option)}", indent=3)
    for line in _pair_lines(view, issue.id):
        console.tell(line)
    console.tell(f"To type it: {issue.id}= {', '.join(option.id for option in issue.options)}.")


def _degrees(view: View, issue: Issue, option: Option) -> str:
    """How hard a wording is, also on the paper that I stand for, and whether it is vague."""
    binds = str(option.binds)
    if view.own and (here := view.binding(issue.id, option.id)) != option.binds:
        binds = f"{here} on the paper that you stand for ({option.binds} by itself)"
    vague = "" if option.silent or option.precise else " Vague: easy to sign, dear to live with."
    return f"Binds {binds}, precise {option.precise}, shares {option.shares}, of 3.{vague}"


def _points(view: View, issue: Issue, option: Option) -> str:
    if view.own is None:
        return "no points shown"
    points = view.own.instructions.points[issue.id][option.id]
    return f"{bare(points)} point{'' if abs(points) == 1 else 's'} for you"


def marks(view: View, issue: IssueId, option: Option) -> list[str]:
    """What else there is to know about a wording: who stands there, limits, refusals, statements, who would like it,
    and roughly what it brings later."""
    shift = partial(Shift, issue=issue, option=option.id)
    found = []
    if owners := _whom(view, lambda who: view.positions[who][issue] == option.id):
        verb = "stand" if len(owners) > 1 or owners == ["you"] else "stands"
        found.append(f"{listed(owners)} {verb} here")
    if told := _whom(view, lambda who: view.committed.get((who, issue)) == option.id):
        found.append(f"told to the press by {listed(told)}")
    if view.own and option.id in view.own.instructions.red_lines.get(issue, ()):
        found.append("your red line")
    elif view.own and option.id not in view.own.mandate[issue] and shift(view.who) not in view.barred:
        found.append("beyond your mandate")
    if barred := _whom(view, lambda who: shift(who) in view.barred):
        found.append(f"barred for {listed(barred)}")
    if refused := _whom(view, lambda who: shift(who) in view.never - view.barred):
        found.append(f"refused for ever by {listed(refused)}")
    found += _outside_marks(view, issue, option)
    return found


def _whom(view: View, holds: Callable[[DelegationId], bool]) -> list[str]:
    """The delegations of which something holds, you first."""
    return [name_of(view.scenario, who, view.who) for who in _seats(view) if holds(who)]


def _outside_marks(view: View, issue: IssueId, option: Option) -> list[str]:
    """Who outside would like a wording, and what it brings later beside the one that I stand for."""
    found = []
    wish = Wish(issue, option.id)
    if fond := [view.scenario.audience(seen.audience).short for seen in view.standings.values() if wish in seen.wishes]:
        found.append(f"{listed(fond)} would like it")
    if view.own and (later := view.later(issue, option.id)):
        found.append(f"{'safer' if later > 0 else 'dear'} later ({signed_points(later)})")
    return found


def _seats(view: View) -> list[DelegationId]:
    return sorted(view.scenario.ids, key=lambda who: who != view.who)


def _source(view: View, option: Option) -> str:
    cited = "; ".join(view.scenario.sources[cite].title for cite in option.source.cite if cite in view.scenario.sources)
    parts = [f"{option.source.label}{f' ({cited})' if cited else ''}.", option.source.note]
    return " ".join(part for part in parts if part)


def _pair_lines(view: View, issue: IssueId) -> Iterator[str]:
    for pair in view.own.instructions.pairs if view.own else ():
        if issue in pair.options:
            words = listed([wording(view.scenario, i, o) for i, o in pair.options.items()])
            yield f"{words} together: {signed_points(pair.points)} for you. {pair.because}"


def show_record(console: Console, view: View) -> None:
    """Everything that this seat has heard."""
    console.tell("The record.")
    tell_events(console, view.scenario, view.record)


def show_background(console: Console, scenario: Scenario) -> None:
    """What everybody knows before the talks."""
    console.tell(f"{scenario.title}.")
    for paragraph in filter(None, scenario.background.splitlines()):
        console.tell(paragraph)
    console.tell(
        f"{hours_words(scenario.calendar.hours)} of talks, from {day_words(scenario.calendar.sessions[0].day)}"
        f" to {day_words(scenario.calendar.sessions[-1].day)}."
    )


def show_brief(console: Console, view: View) -> None:
    """The cable, what the sheet behind it says in numbers, whom one answers to, and what could be held up."""
    if view.own is None:
        return
    sheet = view.own.instructions
    _show_cable(console, sheet)
    console.tell(f"Your walk-away is {bare(sheet.reservation_value)} points: no text below that is better than none.")
    if later := view.scenario.without_text(view.who):
        console.tell(f"Without a text the aftermath would bring you {signed_points(later)} more.")
    if sheet.delay.points:
        each = hours_words(sheet.delay.hours)
        plural = "s" * (sheet.delay.points != 1)
        console.tell(f"Every {each} of talks cost you {sheet.delay.points} point{plural}, however they end.")
    for issue, barred in sheet.red_lines.items():
        names = [wording(view.scenario, issue, o.id) for o in view.scenario.text[issue].options if o.id in barred]
        console.tell(f"Red line, {view.scenario.text[issue].title}: {' or '.join(names)}.", hang=2)
    for issue, ladder in sheet.mandate.items():
        now = view.own.mandate[issue]
        names = [wording(view.scenario, issue, o.id) for o in view.scenario.text[issue].options if o.id in now]
        if len(ladder) > 1:
            console.tell(f"Mandate, {view.scenario.text[issue].title}: {listed(names)}.", hang=2)
    for cable in view.own.cables:
        titles = listed([f"“{view.scenario.text[issue].title}”" for issue in cable.issues])
        console.tell(f"Your cable about {titles} is answered at hour {hour_number(cable.due)}.")
    show_answerable(console, view, moods=False)
    _show_side_texts(console, view)


def _show_cable(console: Console, sheet: Instructions) -> None:
    brief = sheet.brief
    console.tell(f"Cable from {brief.sender} to {brief.to}, {day_words(brief.date)}.")
    for paragraph in sheet.cable:
        console.tell(paragraph, indent=2)
    if brief.note:
        console.tell(f"Note: {brief.note}")


def _show_side_texts(console: Console, view: View) -> None:
    """Texts beside the one on the table that can be held up, with what they are worth to this seat."""
    if view.scenario.side_texts:
        console.tell("Other texts that can be held up once, over a minor word:")
    for side in view.scenario.side_texts:
        stake = view.seat.instructions.stakes.get(side.id, Stake(0, 0))
        phase = next((f"In “{each.title}” " for each in view.scenario.phases if each.id == side.phase), "")
        who = name_of(view.scenario, side.by, view.who)
        whose = f"{phase}{who}" if phase else opening_capital(who)
        console.tell(
            f"{whose} can hold up {side.title}, and ask {side.words}."
            f" Given, the word brings you {signed_points(stake.give)}, swapped {signed_points(stake.swap)};"
            f" sat out, {hours_words(side.hours)} run.",
            indent=2,
            hang=2,
        )
