"""What a seat can read without moving: the text, the issues, one issue from all sides, the record, the cable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario import Instructions, Scenario, SideText
from game.seat import IssueRow, Seated, Wording
from game.terminal.console import Console, Entry, matching
from game.terminal.corridor import show_answerable
from game.terminal.page import tell_section
from game.terminal.phrases import tell_minutes
from game.text import Issue, IssueId, Option
from game.words import SEMICOLON, count, phrase, quoted, say, strung
from game.words.draft import read_aloud, stands
from game.words.known import INVENTED, known_section
from game.words.penalties import unheard_prices
from game.words.people import name
from game.words.wordings import degrees, option_head


def show_text(console: Console, here: Seated) -> None:
    """The whole draft, clause by clause, brackets said in words, and the issues that it does not print."""
    scenario, paper = here.scenario, here.desk.paper
    titles = {clause.id: clause.title for clause in scenario.text.clauses}
    console.tell(say("The text as it stands."))
    console.tell(read_aloud(scenario, paper.heading), indent=2)
    for clause in paper.clauses:
        words = read_aloud(scenario, clause.stretches)
        line = say("{n}. {title}. {words}", n=str(clause.number), title=titles[clause.id], words=words)
        console.tell(line, indent=2, hang=3)
    if paper.beside:
        console.tell(say("Not printed in it:"))
    for issue in paper.beside:
        console.tell(_state(here, issue), indent=2, hang=3)
    if not here.desk.brackets:
        console.tell(say("The text is clean: no brackets are left."))


def show_issues(console: Console, here: Seated) -> None:
    """Every issue with its state, in the order of the text's list."""
    console.tell(
        say(
            "{left} of {all} issues are in brackets.",
            left=len(here.desk.brackets),
            all=len(here.scenario.text.negotiated),
        )
    )
    console.number(_state(here, issue.id) for issue in here.scenario.text.negotiated)


def _state(here: Seated, issue: IssueId) -> str:
    told = stands(here.scenario, here.desk.row(issue), here.desk.who)
    return say("{issue}: {state}.", issue=here.scenario.text[issue].title, state=told)


def issue_entries(here: Seated, issues: tuple[IssueId, ...] | None = None) -> list[Entry]:
    """Issues as a list to choose from."""
    chosen = issues if issues is not None else tuple(issue.id for issue in here.scenario.text.negotiated)
    return [Entry(_state(here, issue), (issue, here.scenario.text[issue].title)) for issue in chosen]


def look(console: Console, here: Seated, typed: str = "") -> None:
    """One issue from all sides: the one that was typed, or the one that is then chosen."""
    entries = issue_entries(here)
    place = matching(typed, entries) if typed else console.pick(say("Which issue?"), entries)
    if isinstance(place, int):
        show_issue(console, here, here.scenario.text.negotiated[place])
    elif place is not None:
        console.tell(place.again)


def show_issue(console: Console, here: Seated, issue: Issue) -> None:
    """All wordings of an issue with words, points, limits, who stands there and where it comes from."""
    console.tell(_state(here, issue.id))
    if issue.side:
        console.tell(say("A side issue: it is part of the bargain, not of the printed text."))
    if issue.spine and "mandates" not in here.scenario.without:
        console.tell(say("A capital moves here one step at a time, and only after its limit was tabled and refused."))
        for line in unheard_prices(here.scenario, here.sheet) if here.sheet else ():
            console.tell(line)
    row = here.desk.row(issue.id)
    for place, wording in enumerate(row.wordings, 1):
        _show_wording(console, here, row, wording, place)
    for line in _pair_lines(here, issue.id):
        console.tell(line)
    ids = strung([option.id for option in issue.options])
    console.tell(say("To type it: {issue}= {options}.", issue=issue.id, options=ids))


def _show_wording(console: Console, here: Seated, row: IssueRow, wording: Wording, place: int) -> None:
    option = here.scenario.text[row.issue][wording.option]
    head = option_head(here.scenario, row, wording, here.desk.who)
    console.tell(say("{n}. {wording}", n=str(place), wording=head), hang=3)
    elsewhere = [part.strip(" ,") for part in option.parts.values() if part]
    printed = option.words.strip(" ,")
    if option.silent or printed.casefold() != option.name.casefold() or elsewhere:
        line = _PRINTED[option.silent, bool(elsewhere)]
        console.tell(say(line, words=printed, parts=strung(elsewhere, SEMICOLON)), indent=3)
    told = degrees(option, wording.binds, watcher=here.desk.worth is None)
    console.tell(say("{degrees} {source}", degrees=told, source=_source(here.scenario, option)), indent=3)


_PRINTED: Mapping[tuple[bool, bool], str] = {
    (True, False): phrase("Words: silence."),
    (True, True): phrase("Words: silence. Elsewhere: {parts}."),
    (False, False): phrase("Words: {words}."),
    (False, True): phrase("Words: {words}. Elsewhere: {parts}."),
}
"""By whether it is silent, and whether it puts words elsewhere."""


def _source(scenario: Scenario, option: Option) -> str:
    """Whether the words are on record, and which of them: those alone stand in quotation marks."""
    source = option.source
    cited = strung([scenario.sources[each].title for each in source.cite if each in scenario.sources], SEMICOLON)
    known = say("{label}: {words:quoted}", label=source.label, words=option.quotable)
    label = known if option.quotable else source.label
    label = say("{label} ({cited}).", label=label, cited=cited) if cited else say("{label}.", label=label)
    return say("{label} {note}", label=label, note=source.note) if source.note else label


def _pair_lines(here: Seated, issue: IssueId) -> Iterator[str]:
    sheet, text = here.sheet, here.scenario.text
    for pair in sheet.pairs if sheet else ():
        if issue in pair.options:
            words = [quoted(text[i][o].name) for i, o in pair.options.items()]
            line = phrase("{words:and} together: {points:signed} for you. {because}")
            yield say(line, words=words, points=pair.points, because=pair.because)


def show_record(console: Console, here: Seated) -> None:
    """Everything that this seat has heard."""
    console.tell(say("The record."))
    tell_minutes(console, here.scenario, here.desk.minutes)
    console.tell(say(INVENTED))


def show_known(console: Console, scenario: Scenario) -> None:
    """What is known and what is made up of a scenario, as far as whoever asks may know it."""
    tell_section(console, scenario, known_section(scenario))


def show_background(console: Console, scenario: Scenario) -> None:
    """What everybody knows before the talks."""
    console.tell(say("{title}.", title=scenario.title))
    for paragraph in filter(None, scenario.background.splitlines()):
        console.tell(paragraph)
    calendar = scenario.calendar
    line = phrase("{hours:hours} of talks, from {first:day} to {last:day}.")
    console.tell(say(line, hours=calendar.hours, first=calendar.sessions[0].day, last=calendar.sessions[-1].day))


# ---- the cable --------------------------------------------------------------------------------------------------


def show_brief(console: Console, here: Seated) -> None:
    """The cable, what the sheet behind it says in numbers, whom one answers to, and what could be held up."""
    sheet = here.sheet
    if sheet is None:
        return
    _show_cable(console, sheet)
    for line in _numbers(here, sheet):
        console.tell(line)
    for line in _limits(here, sheet):
        console.tell(line, hang=2)
    for cable in here.desk.cables:
        titles = [quoted(here.scenario.text[issue].title) for issue in cable.issues]
        console.tell(say("Your cable about {issues:and} is answered at hour {due:hour}.", issues=titles, due=cable.due))
    show_answerable(console, here, moods=False)
    _show_side_texts(console, here, sheet)


def _show_cable(console: Console, sheet: Instructions) -> None:
    brief = sheet.brief
    console.tell(say("Cable from {sender} to {to}, {date:day}.", sender=brief.sender, to=brief.to, date=brief.date))
    for paragraph in sheet.cable:
        console.tell(paragraph, indent=2)
    if brief.note:
        console.tell(say("Note: {note}", note=brief.note))


def _numbers(here: Seated, sheet: Instructions) -> Iterator[str]:
    yield count(
        "Your walk-away is {points} point: no text below that is better than none.",
        "Your walk-away is {points} points: no text below that is better than none.",
        abs(sheet.reservation_value),
        points=sheet.reservation_value,
    )
    if later := here.scenario.without_text(here.desk.who):
        yield say("Without a text the years that follow count as well: {points:signed} for you.", points=later)
    if sheet.delay.points:
        yield count(
            "Every {hours:hours} of talks cost you {n} point, however they end.",
            "Every {hours:hours} of talks cost you {n} points, however they end.",
            sheet.delay.points,
            hours=sheet.delay.hours,
        )


def _limits(here: Seated, sheet: Instructions) -> Iterator[str]:
    """Red lines, and what the mandates of several steps allow now."""
    text = here.scenario.text
    for issue, barred in sheet.red_lines.items():
        names = [quoted(option.name) for option in text[issue].options if option.id in barred]
        yield say("Red line, {issue}: {wordings:or}.", issue=text[issue].title, wordings=names)
    for rung in here.desk.ladder:
        of = text[rung.issue]
        names = [quoted(of[option].name) for option in here.desk.mandate(rung.issue)]
        yield say("Mandate, {issue}: {wordings:and}.", issue=of.title, wordings=names)
    yield from unheard_prices(here.scenario, sheet)


def _show_side_texts(console: Console, here: Seated, sheet: Instructions) -> None:
    """Texts beside the one on the table that can be held up, with what they are worth to this seat."""
    if here.scenario.side_texts:
        console.tell(say("Other texts that can be held up once, over a minor word:"))
    for side in here.scenario.side_texts:
        console.tell(_side_text(here, sheet, side), indent=2, hang=2)


def _side_text(here: Seated, sheet: Instructions, side: SideText) -> str:
    stake = sheet.stake(side.id)
    phase = here.scenario.phase(side.phase)
    line = _HOLDABLE[bool(phase)]
    who = name(here.scenario, side.by, here.desk.who)
    told = {"side": side.title, "words": side.words, "give": stake.give, "swap": stake.swap, "hours": side.hours}
    return say(line, who=who, phase=phase.title if phase else "", **told)


_HOLDABLE: Mapping[bool, str] = {
    False: phrase(
        "{who:head} can hold up {side}, and ask {words}. Given, the word brings you {give:signed}, swapped"
        " {swap:signed}; sat out, {hours:hours} run."
    ),
    True: phrase(
        "In {phase:quoted} {who} can hold up {side}, and ask {words}. Given, the word brings you {give:signed}, swapped"
        " {swap:signed}; sat out, {hours:hours} run."
    ),
}
"""By whether it belongs to a phase of the talks."""
