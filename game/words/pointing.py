"""Places of the plot in words: what lies at one, read against another text, and what differs between two."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.differences import PairTerm, Sums, Worded, differences
from game.debrief.plot import Mark, Plot, Point
from game.scenario import Scenario
from game.text import IssueId, Outcome
from game.words.differences import redlines
from game.words.language import SENTENCES, count, grouped, head, listed, plain, say, signed, strung
from game.words.page import Bit, Block, Heading, Look, Paragraph, Section
from game.words.plots import counted, mark_name, told_marks, walk_away


def pointing_section(scenario: Scenario, shown: Plot, against: Mark | None, *, anywhere: bool = True) -> Section:
    """What stands beside the plot while nobody points at it: how to read it."""
    walks = [say("{line:stop}", line=walk_away(scenario, shown, who)) for who in (shown.one, shown.other)]
    told = [
        Paragraph(counted(scenario, shown)),
        Paragraph(strung(walks, SENTENCES)),
        Paragraph(_how(scenario, shown, against, anywhere=anywhere), "note"),
    ]
    return Section("pointing", say("Point at any place") if anywhere else say("Point at a mark"), tuple(told))


def _how(scenario: Scenario, shown: Plot, against: Mark | None, *, anywhere: bool) -> str:
    how = [
        say("Point at any place, or go there with the arrows: the text that is nearest is read here.")
        if anywhere
        else say("The texts are too many and too different to be looked up while you point: only marks are read."),
        say("Choose two places, and only the words that differ are left, each with its points for each side."),
    ]
    if against is not None:
        how.insert(1, say("It is read against {text}.", text=mark_name(scenario, shown, against)))
    return strung(how, SENTENCES)


def place_section(
    scenario: Scenario, shown: Plot, points: Point, text: Outcome | None, texts: int | None, *,
    mark: Mark | None = None, against: Mark | None = None,
) -> Section:  # fmt: skip
    """What lies at a place: both sums, how many texts share them, and one of these read against another text."""
    title = say("The nearest text") if mark is None else head(called(scenario, shown, mark))
    told: list[Block] = [sums_line(scenario, shown, points, text)]
    if mark is not None and mark.kind == "no-text":
        told.append(
            Paragraph(
                say(
                    "Without a text each side has its walk-away, less what the hours cost. There are no words to hold"
                    " against others."
                ),
                "note",
            )
        )
    elif texts is not None:
        told.append(Paragraph(_shared(texts, is_draft=mark is not None and mark.kind == "draft"), "note"))
    if text is not None and against is not None and against.text is not None and against is not mark:
        told += _against(scenario, shown, text, against)
    return Section("place", title, tuple(told))


def called(scenario: Scenario, shown: Plot, mark: Mark) -> str:
    """A mark by all that its text is: your text and the Nash text."""
    alike = [each for each in told_marks(shown) if each.text is not None and each.text == mark.text]
    if mark.kind == "draft" or mark not in alike:
        return mark_name(scenario, shown, mark)
    return listed([mark_name(scenario, shown, each) for each in alike])


def sums_line(scenario: Scenario, shown: Plot, points: Point, text: Outcome | None) -> Paragraph:
    """The points of a place for both sides, and of its text for everybody else."""
    sums = dict(zip((shown.one, shown.other), points, strict=True))
    if text is not None:
        sums = {who: scenario.instructions[who].utility(text) for who in scenario.ids}
    return Paragraph(tuple(Bit(plain(number) + _GAP, "strong", who) for who, number in sums.items()), "lead")


_GAP = "    "


def _shared(texts: int, *, is_draft: bool) -> str:
    many = grouped(texts)
    if not texts:
        return say("No text that could be signed has these points.")
    if is_draft:
        return count(
            "{texts} text that could be signed has these points.",
            "{texts} texts that could be signed have these points.",
            texts, texts=many,
        )  # fmt: skip
    return count(
        "{texts} text has these points.", "{texts} texts have these points; this is one of them.", texts, texts=many
    )


def _against(scenario: Scenario, shown: Plot, text: Outcome, against: Mark) -> Iterator[Block]:
    assert against.text is not None
    words = mark_name(scenario, shown, against)
    changed = sum(text[issue] != option for issue, option in against.text.items())
    if not changed:
        yield Paragraph(say("These are the words of {text}.", text=words))
        return
    yield Paragraph(
        count("One wording is other than in {text}:", "{n} wordings are other than in {text}:", changed, text=words)
    )
    yield from redlines(scenario, against.text, text)
    for issue, option in text.items():
        if scenario.text[issue].side and option != against.text[issue]:
            yield Paragraph(_beside(scenario, issue, against.text, text), "clause")


def _beside(scenario: Scenario, issue: IssueId, before: Outcome, after: Outcome) -> tuple[Bit, ...]:
    """Of an issue beside the text, what it was called and what it is."""
    at = scenario.text[issue]
    return (
        Bit(say("{title}: ", title=at.title), "strong"),
        Bit(at[before[issue]].name, "struck"),
        Bit(" "),
        Bit(at[after[issue]].name, "inserted"),
    )


# ---- two places --------------------------------------------------------------------------------------------------


def between_section(scenario: Scenario, names: tuple[str, str], one: Outcome, other: Outcome) -> Section:
    """Only the words that differ between two texts, each with its points for each side, and both sums."""
    found = differences(scenario, one, other)
    told: list[Block] = [
        Paragraph((Bit(say("{n}  ", n=place), "strong"), Bit(f"{head(words)}{_GAP}"), *_sums(sums)))
        for place, (words, sums) in enumerate(zip(names, found.sums, strict=True), 1)
    ]
    if not found.issues:
        told.append(Paragraph(say("The two texts are the same, word for word.")))
        return Section("between", say("The same words"), tuple(told))
    for each in found.issues:
        told.append(Heading(scenario.text[each.issue].title, 3))
        told += [_worded(scenario, each.issue, place, worded) for place, worded in ((1, each.one), (2, each.other))]
    told += [_pair(pair) for pair in found.pairs]
    first, last = found.sums
    change = {who: last[who] - first[who] for who in scenario.ids}
    told += [Heading(say("The second instead of the first"), 3), Paragraph(_points(change), "lead")]
    title = count("One wording differs", "{n} wordings differ", len(found.issues))
    return Section("between", title, tuple(told))


def _sums(sums: Sums) -> tuple[Bit, ...]:
    return tuple(Bit(f"{plain(number)}  ", "strong", who) for who, number in sums.items())


def _worded(scenario: Scenario, issue: IssueId, place: int, worded: Worded) -> Paragraph:
    at = scenario.text[issue]
    option = at[worded.option]
    named = at.side or option.silent
    look: Look = "emphasis" if named else "quoted"
    words = option.name if named else option.words.strip()
    return Paragraph((Bit(say("{n}  ", n=place), "strong"), Bit(f"{words}{_GAP}", look), *_sums(worded.points)))


def _points(sums: Sums) -> tuple[Bit, ...]:
    return tuple(Bit(f"{signed(number) if number else plain(0)}  ", "strong", who) for who, number in sums.items())


def _pair(term: PairTerm) -> Paragraph:
    """Points for words that stand together in one of the texts only."""
    words = say("Together, in {n} only: {because}  ", n=1 if term.in_one else 2, because=term.pair.because)
    return Paragraph((Bit(words, "small"), Bit(signed(term.pair.points), "strong", term.who)))
