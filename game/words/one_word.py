"""Change one word: what would have broken, and what it would have been worth, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.debrief import Debrief
from game.debrief.instead import Crossing, Line
from game.debrief.one_word import Basis, Change, OneWord
from game.scenario import AudienceId, Scenario
from game.talks import Consequence
from game.text import DelegationId
from game.words.differences import redlines
from game.words.language import SEMICOLON, SENTENCES, count, head, phrase, plain, say, strung
from game.words.names import audience, wording
from game.words.page import Bit, Bits, Block, Column, Paragraph, Section, Table, point_columns
from game.words.people import name

_BASES: Mapping[Basis, str] = {
    "signed": phrase("The words are changed of the text that was signed."),
    "draft": phrase("Nothing was signed: the words are changed of the last draft that had no brackets."),
    "history": phrase("Nothing was signed: the words are changed of the historical text."),
    "nearest": phrase(
        "Nothing was signed: the words are changed of the draft that came closest, with its brackets closed as would"
        " have been fairest."
    ),
}
"""Which text it is."""


def word_section(debrief: Debrief, me: DelegationId | None = None) -> Section | None:
    """The changes of one word that matter most, in a table."""
    found = OneWord(debrief)
    changes = found.foremost()
    if not changes:
        return None
    rows = tuple(_row(found.scenario, change, me) for change in changes)
    table = Table(say("What one other word would have done"), _columns(found.scenario, me), rows)
    blocks = (Paragraph(basis(found)), *before(found), table, Paragraph(say(HONESTLY), "note"))
    return Section("word", say("Change one word"), blocks)


HONESTLY = phrase(
    "All else is left as it was: the hours, the goodwill, the news and what had been paid. Whether the others would"
    " have taken the word, and what they would have asked for it, is not in these numbers. Points and judgements are"
    " the scenario's model."
)
"""What the numbers are, and are not."""


def basis(found: OneWord) -> str:
    """Of which text the words are changed."""
    return say(_BASES[found.basis])


def before(found: OneWord) -> Iterator[Block]:
    """What was wrong with that text already, if anything was."""
    text, scenario = found.judge(found.text), found.scenario
    told = []
    if text.broken:
        told.append(_outside(scenario, phrase("{who:and|head} would not have been silent on it."), text.broken))
    if text.refuse:
        told.append(_outside(scenario, phrase("{who:and|head} would have refused it."), text.refuse))
    if told:
        yield Paragraph(strung(told, SENTENCES))


def _columns(scenario: Scenario, me: DelegationId | None) -> tuple[Column, ...]:
    points = point_columns(scenario, scenario.ids, me)
    return (Column(say("The word")), Column(say("What falls otherwise")), *points)


def _row(scenario: Scenario, change: Change, me: DelegationId | None) -> tuple[Bits, ...]:
    told = strung([*outside(scenario, change), *later(change), *crossings(scenario, change, me)], SENTENCES)
    totals = (_moved(change, who) for who in scenario.ids)
    return (changed(scenario, change), told or say("Nothing but the points."), *totals)


def changed(scenario: Scenario, change: Change) -> Bits:
    """The words that are changed: the old ones struck, the new ones after them."""
    bits: list[Bit] = []
    for issue in change.issues:
        was, now = (scenario.text[issue][judged.text[issue]] for judged in (change.before, change.after))
        bits += [Bit(say("{issue}: ", issue=scenario.text[issue].title), "strong")]
        bits += [Bit(was.name, "struck"), Bit(" "), Bit(now.name, "inserted")]
        bits += [Bit(" ")] if issue != change.issues[-1] else []
    return tuple(bits)


def _moved(change: Change, who: DelegationId) -> str:
    was, now = change.before.worth[who].total, change.after.worth[who].total
    return (
        plain(was)
        if was == now
        else say("{before} → {after} ({change:signed})", before=was, after=now, change=now - was)
    )


# ---- what falls otherwise ---------------------------------------------------------------------------------------


def told(scenario: Scenario, change: Change, me: DelegationId | None) -> tuple[str, ...]:
    """Everything that becomes of a change but the points, a sentence each; where nothing does, that."""
    found = [*_excluded(change), *outside(scenario, change), *later(change), *crossings(scenario, change, me)]
    return tuple(found) or (say("Nobody outside minds or wakes, and no test falls the other way."),)


def _excluded(change: Change) -> Iterator[str]:
    if change.excluded is not None:
        yield say("The words cannot stand in one text: {because:stop}", because=change.excluded.because)


def outside(scenario: Scenario, change: Change) -> Iterator[str]:
    """Whose silence breaks, which parliament wakes or refuses, and whom it pleases."""
    lines: tuple[tuple[str, Sequence[AudienceId]], ...] = (
        (phrase("{who:and|head} would break silence."), change.breaks),
        (phrase("{who:and|head} would be silent now."), change.consents),
        (phrase("{who:and|head} would have a vote on it."), change.wakes),
        (phrase("{who:and|head} would have no vote on it."), change.rests),
        (phrase("{who:and|head} would refuse it."), change.refuses),
        (phrase("{who:and|head} would not refuse it now."), change.ratifies),
        (phrase("{who:and|head} would be against it."), change.angers),
        (phrase("{who:and|head} would be content now."), change.calms),
    )
    for line, who in lines:
        if who:
            yield _outside(scenario, line, who)


def _outside(scenario: Scenario, line: str, who: Sequence[AudienceId]) -> str:
    return say(line, who=[audience(scenario, each) for each in who])


def later(change: Change) -> Iterator[str]:
    """Which tests fall the other way, with the words that decide, and why."""
    for _, now in change.falls:
        yield _falls(now)


def _falls(now: Consequence) -> str:
    deciding = now.quoted[slice(*now.mark)]
    if deciding:
        line = phrase("{title}, {day:day}: falls the other way, by {words:quoted}: {because:stop}")
    else:
        line = phrase("{title}, {day:day}: falls the other way: {because:stop}")
    return say(line, title=now.title, day=now.day, words=deciding, because=now.because)


_LINES: Mapping[Line, str] = {
    "red-line": phrase("{word} crosses the red line of {who}."),
    "beyond": phrase("{word} lies beyond all that the capital of {who} could open."),
    "mandate": phrase("{word} lies beyond what the capital of {who} had opened."),
    "barred": phrase("{word} had been barred for {who} by those who must take the text."),
}
_OWN_LINES: Mapping[Line, str] = {
    "red-line": phrase("{word} crosses your red line."),
    "beyond": phrase("{word} lies beyond all that your capital could open."),
    "mandate": phrase("{word} lies beyond what your capital had opened."),
    "barred": phrase("{word} had been barred for you by those who must take the text."),
}


def crossings(scenario: Scenario, change: Change, me: DelegationId | None) -> Iterator[str]:
    """Whose red lines and mandates the new words do not keep to."""
    for each in change.crosses:
        yield crossing(scenario, each, me)


def crossing(scenario: Scenario, each: Crossing, me: DelegationId | None) -> str:
    """Whose red line or mandate one of the words does not keep to."""
    lines = _OWN_LINES if each.who == me else _LINES
    return say(lines[each.line], word=wording(scenario, each.issue, each.option), who=name(scenario, each.who, me))


# ---- the whole of a change, for whoever asks --------------------------------------------------------------------


def change_blocks(scenario: Scenario, change: Change, me: DelegationId | None = None) -> tuple[Block, ...]:
    """A change in full: the clauses as a redline, what falls otherwise, and the points of each, part by part."""
    if not change.issues:
        return (Paragraph(say("Not a word is changed.")),)
    paper = tuple(redlines(scenario, change.before.text, change.after.text))
    sentences = tuple(Paragraph(words) for words in told(scenario, change, me))
    return (Paragraph(changed(scenario, change)), *paper, *sentences, worth_table(scenario, change, me))


def worth_table(scenario: Scenario, change: Change, me: DelegationId | None = None) -> Table:
    """The points of each, part by part, and all together before and after."""
    heads = (say("Words"), say("Words together"), say("Aftermath"), say("Hours and talks"), say("All together"))
    rows: list[tuple[Bits, ...]] = []
    for who in scenario.ids:
        was, now = change.before.worth[who], change.after.worth[who]
        parts = (was.words, now.words), (was.pairs, now.pairs), (was.aftermath, now.aftermath), (was.spent, now.spent)
        cells = (_part(*each) for each in parts)
        rows.append((head(name(scenario, who, me)), *cells, _moved(change, who)))
    caption = count("What the other word is worth", "What the {n} other words are worth", len(change.issues))
    return Table(caption, (Column(say("For")), *(Column(words, number=True) for words in heads)), tuple(rows))


def _part(was: int, now: int) -> str:
    return plain(was) if was == now else say("{before} → {after}", before=was, after=now)


def worth_line(change: Change, who: DelegationId) -> str:
    """The parts of what a change is worth to one delegation, as far as they move."""
    was, now = change.before.worth[who], change.after.worth[who]
    parts = (
        (phrase("words {points}"), was.words, now.words),
        (phrase("words together {points}"), was.pairs, now.pairs),
        (phrase("aftermath {points}"), was.aftermath, now.aftermath),
        (phrase("hours and talks {points}"), was.spent, now.spent),
    )
    moved = [say(line, points=_part(*each)) for line, *each in parts if each[0] != each[1]]
    return strung(moved) or say("nothing changes")


def total(change: Change, who: DelegationId) -> str:
    """All points of one delegation before and after."""
    return _moved(change, who)


def hint(scenario: Scenario, change: Change) -> str:
    """In a few words what stands against a change: an exclusion, allies, parliaments, mandates; empty where nothing
    does."""
    told: list[str] = []
    if change.excluded is not None:
        told.append(say("cannot stand in this text"))
    against = [*change.after.broken, *change.after.refuse]
    if against:
        told.append(say("against it: {who:and}", who=[audience(scenario, each) for each in against]))
    crossed = dict.fromkeys(each.who for each in change.crosses)
    if crossed:
        told.append(say("beyond the instructions of {who:and}", who=[scenario[who].short for who in crossed]))
    if change.fallen:
        told.append(count("one test falls otherwise", "{n} tests fall otherwise", len(change.fallen)))
    return strung(told, SEMICOLON)
