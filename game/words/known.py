"""What is known and what is made up: who chose the numbers, what talk is, how strong words are said to be, what the
model leaves out, and of every wording whether it is on record and where it can be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from game.scenario import Aftermath, DayCard, Happening, Scenario, SideText
from game.text import IssueId, Option, OptionId, Outcome, Source
from game.words.handout_roles import numbered
from game.words.language import SENTENCES, count, phrase, quoted, say, stopped, strung
from game.words.page import Bit, Bits, Block, Column, Heading, Items, Paragraph, Section, Table

TITLE = phrase("What is known, what is made up")

_TALK = phrase(
    "Everything that is said at the table is invented, in whoever’s mouth it is put: by the players, or by the game for"
    " the computer. So are the cables, the letters and the headlines. No line of them is on record."
)
POINTER = phrase(
    "The points are a model. “What is known, what is made up” says who chose them, and what they leave out."
)
"""What stands where points are held against history."""
INVENTED = phrase("What was said at the table is invented; no line of it is on record.")
"""What stands at the foot of a record."""
_NUMBERS = phrase(
    "All points, pairs, red lines, mandates, walk-aways, thresholds and hours are judgements of the authors, and so is"
    " what an event changes. They read what each side is known to have asked for, refused and signed, put its"
    " wordings into that order, and then tuned the numbers by letting the computer play against itself. Nobody was"
    " asked, and nothing was measured. That talks here often end near the text of history shows that the numbers"
    " do not contradict it; it is no evidence for them."
)
_ALL_INVENTED = phrase(
    "All points, pairs, red lines, mandates, walk-aways, thresholds and hours are the author’s, and so is what an event"
    " changes."
)
_BETTER = phrase(
    "Where it says that history did better, or that you did, it means: by these points, and after the same hours."
)
SCALES = phrase(
    "Each side has a scale of its own. Points of two sides are not to be added, nor one side’s held against another’s."
)
"""What is said wherever points of several sides stand beside each other."""
_LATER = phrase(
    "What would have come of other words is invented, and each test looks at one or two clauses of what hung on a great"
    " deal more. What really happened stands beside it, with its sources."
)
_QUOTED = phrase(
    "FACT: somebody wrote or said these words, or this happened, and the source beside it says so. Only what then"
    " stands in quotation marks is theirs; around it the sentence is ours. MODEL: we drafted or supposed it."
)
_DEGREES = phrase(
    "Binds, precise and shares, nought to three dots each, say how strong a wording is: how far it obliges whoever"
    " signs it, how exactly it says what is to be done, and how much of the decision, or of the judgement what was"
    " meant, it gives to others. They are the obligation, precision and delegation of K. Abbott, R. Keohane,"
    " A. Moravcsik, A.-M. Slaughter and D. Snidal, “The Concept of Legalization”, International Organization 54/3"
    " (2000), 401–419. How many dots a wording has is our judgement: two teachers will not agree over “as"
    " appropriate”, and that is worth a lesson."
)

_TIED = "\u00a0"
"""A space at which no line breaks."""


def known_section(scenario: Scenario, signed: Outcome | None = None) -> Section:
    """All of it. With a text that was `signed` only the wordings of that text and of the historical one are gone
    through. Of a scenario that is sealed for a seat it tells what that seat may know."""
    blocks: list[Block] = [Paragraph(_counted(scenario), "lead"), Paragraph(say(_QUOTED))]
    blocks += [Heading(say("What is made up")), Items(tuple(made_up(scenario)))]
    if scenario.limits is not None:
        blocks += [Heading(say("How these numbers were chosen")), Paragraph(scenario.limits.numbers)]
        blocks += [Heading(say("What the model leaves out")), Items(scenario.limits.left_out)]
    blocks += [Heading(say("How strong a wording is")), Paragraph(say(_DEGREES))]
    blocks += _on_record(scenario)
    blocks.append(_wordings(scenario, None if signed is None else _compared(scenario, signed)))
    told = (
        (say("What happens outside"), scenario.happenings),
        (say("Papers beside the text"), scenario.side_texts),
        (say("The years after"), scenario.aftermath),
    )
    for heading, things in told:
        if things:
            blocks += [Heading(heading), Items(tuple(_happened(scenario, things)))]
    if scenario.readings:
        blocks += [Heading(say("Closing statements")), Items(tuple(_said(scenario)))]
    blocks += _sources(scenario)
    tag = say("For everybody, when the talks are over")
    return Section("known", say(TITLE), tuple(blocks), "shared", tag)


def made_up(scenario: Scenario) -> Iterator[str]:
    """What of every scenario is made up, a sentence or a few for each thing."""
    yield say(_TALK)
    yield say(_ALL_INVENTED if scenario.kind == "drill" else _NUMBERS)
    if len(scenario.ids) > 1:
        yield say(SCALES)
    if scenario.history is not None:
        yield say(_BETTER)
    if scenario.aftermath:
        yield say(_LATER)


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


def _options(scenario: Scenario) -> Iterator[Option]:
    return chain.from_iterable(issue.options for issue in scenario.text.issues)


def _on_record(scenario: Scenario) -> Iterator[Block]:
    """The historical text and where ours departs from it, and what the author says of each cable."""
    if scenario.history is not None:
        history = scenario.history
        yield Heading(say("What was signed"))
        line = phrase("{title}, {day:day}: ")
        opening = Bit(say(line, title=history.title, day=history.day), "strong")
        yield Paragraph((opening, Bit(_told(scenario, Source("FACT", history.cite, history.note)))))
        departs = [
            (Bit(say("{clause}: ", clause=clause.title), "strong"), Bit(history.departures[clause.id]))
            for clause in scenario.text.clauses
            if clause.id in history.departures
        ]
        if departs:
            yield Paragraph(say("Where the text of these talks departs from it:"))
            yield Items(tuple(departs))
        if history.cards:
            yield Paragraph(say("Of the day itself, all on record:"))
            yield Items(tuple(_day_itself(scenario, card) for card in history.cards))
    notes = {scenario[who].short: sheet.brief.note for who, sheet in scenario.instructions.items() if sheet.brief.note}
    if len(set(notes.values())) == 1:
        yield Paragraph(say("The cables: {note:stop}", note=next(iter(notes.values()))))
    else:
        line = phrase("The cable to {who}: {note:stop}")
        yield from (Paragraph(say(line, who=who, note=note)) for who, note in notes.items())


def _day_itself(scenario: Scenario, card: DayCard) -> Bits:
    """What somebody said on the day, or what is told of it."""
    told = _told(scenario, Source("FACT", card.cite, "" if card.says else card.story))
    if not card.says:
        return told
    return (Bit(say("{who:head}: ", who=card.by), "strong"), Bit(strung([quoted(card.says), told], SENTENCES)))


def _compared(scenario: Scenario, signed: Outcome) -> Mapping[IssueId, Collection[OptionId]]:
    """The wordings of a signed text and of the historical one."""
    history = scenario.history.outcome if scenario.history is not None else {}
    return {issue.id: {signed[issue.id], history.get(issue.id, signed[issue.id])} for issue in scenario.text.issues}


def _wordings(scenario: Scenario, only: Mapping[IssueId, Collection[OptionId]] | None) -> Table:
    """Every wording, or `only` some, with what is known of it."""
    rows: list[tuple[Bits, ...]] = []
    for issue in scenario.text.negotiated:
        rows.append(((Bit(issue.title, "strong"),), "", ""))
        for place, option in enumerate(issue.options, 1):
            if only is None or option.id in only[issue.id]:
                rows.append((numbered(place, option.name), _known(option), _told_of(scenario, option)))
    fixed = [issue for issue in scenario.text.issues if issue.fixed]
    if fixed:
        rows.append(((Bit(say("What was settled before"), "strong"),), "", ""))
    for issue in fixed:
        option, line = issue.options[0], phrase("{issue}: {words}")
        words = say(line, issue=issue.title, words=option.name)
        rows.append((words, _known(option), _told_of(scenario, option)))
    columns = (Column(say("Wording")), Column(say("It is")), Column(say("Note and source")))
    caption = say("The wordings")
    if only is not None:
        with_history = say("The wordings of the signed text, and of the historical one")
        caption = with_history if scenario.history else say("The wordings of the signed text")
    return Table(caption, columns, tuple(rows))


def _known(option: Option) -> Bits:
    known = option.source.label == "FACT"
    return (Bit(say("known"), "strong"),) if known else say("made up").replace(" ", _TIED)


def _told_of(scenario: Scenario, option: Option) -> str:
    """The words that are on record, then the author's note and the sources."""
    quoted = [say("{words:quoted}.", words=option.quotable)] if option.quotable else []
    return strung([*quoted, _told(scenario, option.source)], SENTENCES)


def _told(scenario: Scenario, source: Source) -> str:
    """The author's note, and the sources by their ids, as in the list."""
    told = [stopped(source.note)] if source.note else []
    cited = [each for each in source.cite if each in scenario.sources]
    return strung([*told, *([say("[{ids:strung}]", ids=cited)] if cited else [])], SENTENCES)


def _happened(scenario: Scenario, things: Iterable[Happening | SideText | Aftermath]) -> Iterator[Bits]:
    """Of each whether it is on record."""
    for each in things:
        label = say("known") if each.source.label == "FACT" else say("made up")
        told = _told(scenario, each.source)
        opening = Bit(say("{title:head}: ", title=each.title), "strong")
        yield (opening, Bit(strung([say("{label}.", label=label), *([told] if told else [])], SENTENCES)))


def _said(scenario: Scenario) -> Iterator[Bits]:
    """Of each closing statement whether somebody made it, or one like it."""
    for each in scenario.readings:
        label = say("known") if each.source.label == "FACT" else say("made up")
        if each.after:
            label = say("{label}, after {whom}", label=label, whom=each.after)
        opening = Bit(say("{who:head}, {says:nostop}: ", who=scenario[each.of].short, says=each.says), "strong")
        told = _told(scenario, each.source)
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
    for each in (*scenario.happenings, *scenario.aftermath, *scenario.side_texts, *scenario.readings):
        yield from each.source.cite
    for question in scenario.questions:
        yield from question.cite
    if scenario.history is not None:
        yield from scenario.history.cite
        yield from chain.from_iterable(card.cite for card in scenario.history.cards)
