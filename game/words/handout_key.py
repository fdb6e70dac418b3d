"""The answer key: how many texts could be signed, which of them are fair, where history lies, which words are dearest,
and what could be traded for what. Every number is the analysis's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.analysis import Analysis, Historical
from game.analysis.improvements import Improvement
from game.analysis.trades import Leg, Swap
from game.debrief.key import Key
from game.scenario import Scenario
from game.text import DelegationId, Outcome
from game.words.language import SENTENCES, count, grouped, head, listed, phrase, plain, say, strung
from game.words.names import title, wording
from game.words.page import Bit, Bits, Block, Column, Figure, Heading, Items, Paragraph, Section, Table, point_columns
from game.words.parallel import sides_alternative, sides_caption
from game.words.people import name
from game.words.plots import alternative, counted, fair_as_found, text_name

_MOST = 5
"""Swaps and changes that are told, at most."""


def key_section(key: Key) -> Section:
    """All of it, on sheets for the teacher."""
    blocks: list[Block] = [Paragraph(strung(list(_counts(key.analysis)), SENTENCES), "lead")]
    blocks += _pictured(key)
    blocks += fair_as_found(key.sheets)
    blocks += _texts(key)
    if key.analysis.historical is not None:
        blocks += _history(key.scenario, key.analysis.historical)
    blocks += _dearest(key)
    blocks += _swaps(key)
    blocks += _outside(key)
    return Section("key", say("Answer key"), tuple(blocks), "private", say("For the teacher"))


def _counts(found: Analysis) -> Iterator[str]:
    """How many texts there are, and how many of them could live."""
    if found.texts is not None and found.signable is not None:
        yield count(
            "{texts:grouped} text can be written with these words, and {signable:grouped} of them cross nobody's red"
            " line.",
            "{texts:grouped} texts can be written with these words, and {signable:grouped} of them cross nobody's red"
            " line.",
            found.texts,
            texts=found.texts,
            signable=found.signable,
        )
    if found.agreeable is None:
        yield say("How many all could sign was too much to count.")
        return
    line = phrase("All could sign {n:grouped} of them: nobody has less there than without a text.")
    if len(found.scenario.ids) == 2:
        line = phrase("Both could sign {n:grouped} of them: nobody has less there than without a text.")
    yield say(line, n=found.agreeable)
    if found.kept is not None and any(each.power != "press" for each in found.scenario.audiences):
        yield say("Those outside would let {n:grouped} of these pass.", n=found.kept)


def _pictured(key: Key) -> Iterator[Block]:
    scenario = key.scenario
    if not len(key.analysis.frontier):
        return
    if key.parallel is not None:
        yield Figure(key.parallel, sides_alternative(scenario, key.parallel), sides_caption())
    yield Figure(key.plot, alternative(scenario, key.plot), counted(scenario, key.plot))


def _texts(key: Key) -> Iterator[Block]:
    """The texts that others are measured by, and each side's best, issue by issue, with their points."""
    scenario = key.scenario
    shown: dict[str, Outcome] = {
        head(text_name(scenario, kind, None)): text for kind, text in key.sheets.yardsticks.items()
    }
    shown |= {say("Best for {who}", who=scenario[who].short): text for who, text in key.best.items()}
    if not shown:
        return
    rows: list[tuple[Bits, ...]] = [
        (issue.title, *(issue[text[issue.id]].name for text in shown.values())) for issue in scenario.text.negotiated
    ]
    for who in scenario.ids:
        sheet, line = scenario.instructions[who], phrase("Points for {who} (walk-away {least})")
        points = (plain(sheet.utility(text)) for text in shown.values())
        rows.append((say(line, who=scenario[who].short, least=sheet.reservation_value), *points))
    columns = (Column(say("Place")), *(Column(words) for words in shown))
    yield Table(say("Texts to measure by"), columns, tuple(rows), sums=len(scenario.ids))
    yield Paragraph(
        say(
            "In the Nash text the product of what all gain over walking away is largest; in the Kalai-Smorodinsky text"
            " whoever gets the smallest share of what it could gain gets most. Both are definitions of what is fair,"
            " and no advice: a class that signed something else has not made a mistake."
        ),
        "note",
    )


def _history(scenario: Scenario, found: Historical) -> Iterator[Block]:
    """Where the historical text lies, and which other words would have hurt nobody."""
    lies, real = found.place, scenario.history
    if lies is None or real is None:
        return
    yield Heading(say("Where history lies"))
    told = [say("{title}, {day:day}.", title=real.title, day=real.day)]
    if not found.signable:
        told.append(say("By these sheets it could not have been signed: a red line or a mandate bars it."))
    elif not found.agreeable:
        told.append(say("By these sheets it gives somebody less than no text."))
    if lies.on_frontier:
        told.append(say("It lies on the frontier: no text gives one side more and no side less."))
    elif any(lies.left):
        told.append(say("It is not on the frontier: other texts give one side more and no side less."))
    yield Paragraph(strung(told, SENTENCES))
    if found.improvements:
        yield Paragraph(say("With one or two other words, and nobody worse off:"))
        some = found.improvements[:_MOST]
        yield Items(tuple(_change(scenario, real.outcome, each) for each in some))


def _change(scenario: Scenario, before: Outcome, change: Improvement) -> str:
    words = [
        say("{new} for {old}", new=wording(scenario, issue, option), old=wording(scenario, issue, before[issue]))
        for issue, option in change.options.items()
    ]
    return say("{words:and}: {gains:and}.", words=words, gains=_gains(scenario, change.gains))


def _gains(scenario: Scenario, gains: Mapping[DelegationId, int]) -> list[str]:
    line = phrase("{points:signed} for {who}")
    return [say(line, points=points, who=name(scenario, who)) for who, points in gains.items()]


def _dearest(key: Key) -> Iterator[Block]:
    """What each issue moves each side."""
    scenario, ids = key.scenario, key.scenario.ids
    if not key.swings:
        return
    rows = tuple(
        (
            title(scenario, swing.issue),
            *(plain(swing.points[who]) for who in ids),
            *(scenario.text[swing.issue][swing.best[who]].name for who in ids),
        )
        for swing in key.swings
    )
    likes = (Column((Bit(say("{who} likes best", who=head(scenario[who].short))),)) for who in ids)
    columns = (Column(say("Place")), *point_columns(scenario, ids), *likes)
    yield Table(say("The dearest words: points between the wording that each likes least and best"), columns, rows)


def _swaps(key: Key) -> Iterator[Block]:
    """What it is worth to give way in one place for another."""
    scenario = key.scenario
    yield Heading(say("What trades are worth"))
    if not key.swaps:
        yield Paragraph(
            say("No two places can be swapped whole so that both gain: what there is to gain lies between.")
        )
        return
    yield Items(tuple(_swap(scenario, each) for each in key.swaps[:_MOST]))
    yield Paragraph(
        say(
            "Each begins where either stands at the wording that it likes best. Points for words that stand together"
            " are left out."
        ),
        "note",
    )


def _swap(scenario: Scenario, swap: Swap) -> str:
    legs = listed([_leg(scenario, leg) for leg in swap.legs])
    return say("{legs:head}: {gains:and}.", legs=legs, gains=_gains(scenario, swap.gains))


def _leg(scenario: Scenario, leg: Leg) -> str:
    line = phrase("{who} takes {word} in {issue:quoted}")
    return say(
        line,
        who=name(scenario, leg.by),
        word=wording(scenario, leg.issue, leg.option),
        issue=title(scenario, leg.issue),
    )


def _outside(key: Key) -> Iterator[Block]:
    """Who is against how many of the texts that all could sign."""
    scenario, approval = key.scenario, key.analysis.approval
    if approval is None or not key.analysis.agreeable or not scenario.audiences:
        return
    rows = []
    for each in scenario.audiences:
        against = approval.against[each.id]
        texts = say("not counted") if against is None else grouped(against)
        least = plain(scenario.judgements[each.id].threshold) if each.id in scenario.judgements else say("no limit")
        rows.append((head(each.short), scenario[each.of].short, least, texts))
    columns = (
        Column(say("Outside")),
        Column(say("It judges")),
        Column(say("Content from"), number=True),
        Column(say("Against so many of the texts that all could sign"), number=True),
    )
    yield Table(say("Those who are not at the table"), columns, tuple(rows))
