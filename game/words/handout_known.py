"""What is known and what is made up: of every wording whether it is on record, and where it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from game.scenario import Scenario
from game.text import Option, Source
from game.words.handout_roles import numbered
from game.words.language import SENTENCES, count, phrase, say, stopped, strung
from game.words.page import Bit, Bits, Block, Column, Heading, Items, Paragraph, Section, Table

_MODEL = phrase(
    "All points, red lines, mandates, thresholds and hours are a model of the author's, and so is what an event"
    " changes: a way to think about these talks, and no record of what anybody felt."
)

_TIED = "\u00a0"
"""A space at which no line breaks."""


def known_section(scenario: Scenario) -> Section:
    """Of the wordings, of the talks and of what happens outside: what is on record, and by which source."""
    blocks: list[Block] = [Paragraph(_counted(scenario), "lead"), Paragraph(say(_MODEL))]
    blocks += _on_record(scenario)
    blocks.append(_wordings(scenario))
    if scenario.happenings:
        blocks.append(Heading(say("What happens outside")))
        blocks.append(Items(tuple(_happened(scenario))))
    blocks += _sources(scenario)
    title, tag = say("What is known, what is made up"), say("For everybody, when the talks are over")
    return Section("known", title, tuple(blocks), "shared", tag)


def _options(scenario: Scenario) -> Iterator[Option]:
    return chain.from_iterable(issue.options for issue in scenario.text.issues)


def _counted(scenario: Scenario) -> str:
    options = list(_options(scenario))
    known = sum(option.source.label == "FACT" for option in options)
    if scenario.kind == "drill" and not known:
        return say("These talks are invented, and so is every word in them.")
    return count(
        "Of {n} wording {known} is on record; the others were drafted for the game.",
        "Of {n} wordings {known} are on record; the others were drafted for the game.",
        len(options),
        known=known,
    )


def _on_record(scenario: Scenario) -> Iterator[Block]:
    """The historical text, and what the author says of each cable."""
    if scenario.history is not None:
        history = scenario.history
        line = phrase("{title}, {day:day}: ")
        opening = Bit(say(line, title=history.title, day=history.day), "strong")
        yield Paragraph((opening, Bit(_told(scenario, Source("FACT", history.cite, history.note)))))
    notes = {scenario[who].short: sheet.brief.note for who, sheet in scenario.instructions.items() if sheet.brief.note}
    if len(set(notes.values())) == 1:
        yield Paragraph(say("The cables: {note:stop}", note=next(iter(notes.values()))))
    else:
        line = phrase("The cable to {who}: {note:stop}")
        yield from (Paragraph(say(line, who=who, note=note)) for who, note in notes.items())


def _wordings(scenario: Scenario) -> Table:
    rows: list[tuple[Bits, ...]] = []
    for issue in scenario.text.negotiated:
        rows.append(((Bit(issue.title, "strong"),), "", ""))
        for place, option in enumerate(issue.options, 1):
            rows.append((numbered(place, option.name), _known(option), _told(scenario, option.source)))
    fixed = [issue for issue in scenario.text.issues if issue.fixed]
    if fixed:
        rows.append(((Bit(say("What was settled before"), "strong"),), "", ""))
    for issue in fixed:
        option, line = issue.options[0], phrase("{issue}: {words}")
        words = say(line, issue=issue.title, words=option.name)
        rows.append((words, _known(option), _told(scenario, option.source)))
    columns = (Column(say("Wording")), Column(say("It is")), Column(say("Note and source")))
    return Table(say("The wordings"), columns, tuple(rows))


def _known(option: Option) -> Bits:
    known = option.source.label == "FACT"
    return (Bit(say("known"), "strong"),) if known else say("made up").replace(" ", _TIED)


def _told(scenario: Scenario, source: Source) -> str:
    """The author's note, and the sources by their ids, as in the list."""
    told = [stopped(source.note)] if source.note else []
    cited = [each for each in source.cite if each in scenario.sources]
    return strung([*told, *([say("[{ids:strung}]", ids=cited)] if cited else [])], SENTENCES)


def _happened(scenario: Scenario) -> Iterator[Bits]:
    for each in scenario.happenings:
        label = say("known") if each.source.label == "FACT" else say("made up")
        told = _told(scenario, each.source)
        opening = Bit(say("{title}: ", title=each.title), "strong")
        yield (opening, Bit(strung([say("{label}.", label=label), *([told] if told else [])], SENTENCES)))


def _sources(scenario: Scenario) -> Iterator[Block]:
    """Those that are cited above, in the order of the file."""
    cited = set(_cited(scenario))
    rows = [(each, source) for each, source in scenario.sources.items() if each in cited]
    if rows:
        yield Heading(say("Sources"))
        line = phrase("{title}: {where}")
        yield Items(
            tuple(
                (
                    Bit(say("[{ids:strung}] ", ids=[each]), "strong"),
                    Bit(say(line, title=source.title, where=source.where) if source.where else source.title),
                )
                for each, source in rows
            )
        )


def _cited(scenario: Scenario) -> Iterable[str]:
    for option in _options(scenario):
        yield from option.source.cite
    for each in scenario.happenings:
        yield from each.source.cite
    for question in scenario.questions:
        yield from question.cite
    if scenario.history is not None:
        yield from scenario.history.cite
