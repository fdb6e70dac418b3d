"""The sheets that lie on a table: the page with its brackets, a form on which a table ticks its
text, and what the teacher does with it."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario import WHOLE, Scenario
from game.text import Exclusion, Issue
from game.words.drafts import as_opened
from game.words.language import SEMICOLON, head, listed, phrase, say, strung
from game.words.page import Bit, Bits, Block, Column, Heading, Items, Paragraph, Section, Table


def form_section(scenario: Scenario) -> Section:
    """A sheet for each table: every wording with a box, the hours that are gone, and initials."""
    blocks: list[Block] = [
        Paragraph(
            (
                Bit(say("Table"), "blank"),
                Bit(say("Hours of talks that are gone, of {hours:hour}", hours=scenario.calendar.hours), "blank"),
            )
        ),
        Paragraph(
            say(
                "Tick one wording in each place when all of you stand for it. A place without a tick stands in"
                " brackets, and a paper with brackets is no text."
            )
        ),
        *_boxes(scenario),
        *_together(scenario),
        Heading(say("Initials")),
        Paragraph(tuple(_initials(scenario))),
    ]
    title, tag = say("The text of a table"), say("For the table: one sheet for each")
    return Section("form", title, tuple(blocks), "shared", tag)


def draft_section(scenario: Scenario) -> Section:
    """The page as it lies on the table when the talks open, with its brackets."""
    opening = {each.id: each.opening for each in scenario.delegations}
    blocks: tuple[Block, ...] = (
        Paragraph(say("In brackets stands what is not agreed, and before each wording the mark of whoever wants it.")),
        *as_opened(scenario.text, opening),
        Heading(say("Every wording that can be taken")),
        *_wordings(scenario),
    )
    return Section("draft", say("The page when the talks open"), blocks, "shared", say("For everybody"))


def _wordings(scenario: Scenario) -> Iterator[Table]:
    """Every place with all that can be written there, as it would be printed."""
    for number, issue in enumerate(scenario.text.negotiated, 1):
        rows = tuple((_printed(issue, place),) for place in range(1, len(issue.options) + 1))
        yield Table(_place(number, issue), (Column(""),), rows, narrow=True)


def _printed(issue: Issue, place: int) -> Bits:
    option = issue.options[place - 1]
    name = Bit(say("{n}. {words}", n=str(place), words=option.name), "strong")
    return (name,) if issue.side or option.silent else (name, Bit(": "), Bit(option.words.strip(" ,"), "quoted"))


def _boxes(scenario: Scenario) -> Iterator[Table]:
    """Every place with its wordings, each with its number in a box."""
    for number, issue in enumerate(scenario.text.negotiated, 1):
        rows = tuple(
            ((Bit(str(place), "box"), Bit(say(" {words}", words=option.name))),)
            for place, option in enumerate(issue.options, 1)
        )
        yield Table(_place(number, issue), (Column(""),), rows, narrow=True)


def _place(number: int, issue: Issue) -> str:
    return say("{n}. {words}", n=str(number), words=issue.title)


def _together(scenario: Scenario) -> Iterator[Block]:
    """Which wordings cannot stand in one text, reason by reason."""
    reasons: dict[str, list[str]] = {}
    for each in scenario.text.exclusions:
        if _possible(scenario, each):
            reasons.setdefault(each.because, []).append(_excluded(scenario, each))
    if reasons:
        yield Heading(say("What cannot stand together"))
        line = phrase("{because:nostop|head}: {words:stop}")
        told = ((because, strung(words, SEMICOLON)) for because, words in reasons.items())
        yield Items(tuple(say(line, because=because, words=words) for because, words in told))


def _possible(scenario: Scenario, each: Exclusion) -> bool:
    """Whether it says anything of the places that are open."""
    return any(not scenario.text[issue].fixed for issue in each.apart)


def _excluded(scenario: Scenario, each: Exclusion) -> str:
    order = {issue.id: place for place, issue in enumerate(scenario.text.negotiated, 1)}
    named = []
    for issue, options in each.apart.items():
        if issue in order:
            numbers = [str(scenario.text[issue].rank(option) + 1) for option in options]
            line = phrase("{numbers:or} in place {n}")
            named.append(say(line, numbers=sorted(numbers, key=int), n=order[issue]))
    return listed(named)


def _initials(scenario: Scenario) -> Iterator[Bit]:
    for each in scenario.delegations:
        yield Bit(head(each.short), "blank", each.id)
    for audience in scenario.audiences:
        if audience.power == "consent":
            yield Bit(say("{who} was silent", who=head(audience.short)), "blank")
        elif audience.power == "ratify":
            yield Bit(say("{who} voted for it", who=head(audience.short)), "blank")


def typing_section(scenario: Scenario) -> Section:
    """What the teacher does with paper: when to read which cable aloud, and how the texts are typed in."""
    sample = " ".join(str(len(issue.options)) for issue in scenario.text.negotiated)
    edition = "" if scenario.edition == WHOLE else f" --edition {scenario.edition}"
    blocks: list[Block] = [
        Paragraph(
            say(
                "No device, no network: deal the role sheets, lay the page and one form on every table, and draw the"
                " hours of talks on the board. Afterwards type each form in; all tables are compared as ever, but for"
                " who moved when, which nobody has written down."
            )
        ),
        Paragraph((Bit(f"as-appropriate paper {scenario.id}{edition} -o report.html", "strong"),)),
        Paragraph(
            say(
                "It asks for a line a table: its letter, and then the number that is ticked in each place, in order."
                " With @ and a number the hours come after them. A place without a tick is 0; a table without a text is"
                " a letter and a dash."
            )
        ),
        Items(((Bit(f"A {sample} @{scenario.calendar.hours:g}", "strong"),), (Bit("B -", "strong"),))),
        *_cables(scenario),
    ]
    return Section("paper", say("Without devices"), tuple(blocks), "private", say("For the teacher"))


def _cables(scenario: Scenario) -> Iterator[Block]:
    """What comes from outside at which hour, to be read aloud."""
    if scenario.dated:
        yield Heading(say("Read aloud when the hour has come"))
        yield Paragraph(say("On paper they change no number: they are what the talks are about."))
        line = phrase("Hour {hour:hour}, {title}: ")
        told = ((say(line, hour=hour, title=each.title), each.story) for hour, each in scenario.dated)
        yield Items(tuple((Bit(opening, "strong"), Bit(story)) for opening, story in told))
