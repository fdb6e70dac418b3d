"""The words of the draft as a package would leave them: struck and put in, in the colours of whoever stands there."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.desk.laid import Laid
from game.desktop.desk.word import Word, tagged
from game.desktop.kit import colours
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.sign import Sign
from game.seat import Deal
from game.text import SILENCE, DelegationId, IssueId, Redrafted, Reworded


class DealtWords:
    """Makes spans of a redraft, and notes in `found` what can be pressed of them."""

    def __init__(self, board: Laid, deal: Deal, found: dict[str, Word], grey: Style) -> None:
        self.board, self.deal, self.found, self.grey = board, deal, found, grey

    def spans(self, runs: Sequence[Redrafted], style: Style, place: str) -> list[Span]:
        """A clause, or the heading."""
        made: list[Span] = []
        for tag, run in tagged(runs, place):
            if run.issue is None:
                made.append(Span(run.wordings[0].words, self._plain(run, style)))
            else:
                made += self._run(run, run.issue, style, tag)
        return made

    def _plain(self, run: Redrafted, style: Style) -> Style:
        """The text's own words, which come and go with those of others."""
        if not run.moved:
            return style
        return style.worn(style.colour, colours.DEALT, style.underline, strike=not run.will)

    def _run(self, run: Redrafted, issue: IssueId, style: Style, tag: str) -> list[Span]:
        lead = " " if any(each.words[:1].isspace() for each in run.wordings) else ""
        trail = " " if any(each.words[-1:].isspace() for each in run.wordings) else ""
        left = [each for each in run.wordings if not each.then and each.words.strip()]
        stands = [each for each in run.wordings if each.then] or self._silence(run, issue)
        made: list[Span] = [Span(lead, style)] if lead else []
        for each in left:
            made += [*self._wording(run, issue, each, style, f"{tag}:{each.option}"), Span(" ", style)]
        if len(stands) == 1:
            made += self._wording(run, issue, stands[0], style, f"{tag}:{stands[0].option}")
        else:
            made += self._bracket(run, issue, stands, style, tag)
        return [*made, Span(trail, style)] if trail else made

    def _silence(self, run: Redrafted, issue: IssueId) -> list[Reworded]:
        """The silence that all would keep where words go with those around them: it is read, and can be pressed."""
        options = {step.shift.option for step in self.deal.steps if step.shift.issue == issue}
        if run.part or len(options) != 1:
            return []
        option = options.pop()
        now = next((each.now for each in run.wordings if each.option == option), ())
        return [Reworded(option, "", now, tuple(self.board.scenario.ids))]

    def _bracket(
        self, run: Redrafted, issue: IssueId, stands: Sequence[Reworded], style: Style, tag: str
    ) -> list[Span]:
        """What would still be in brackets; nothing where words go and none come."""
        if not stands:
            return []
        grey = self.grey._replace(back=self._back(run, issue), size=style.size, line=style.line)
        self.found[f"{tag}:b"] = Word(issue, "[")
        made = [Span("[\u00a0", grey, f"{tag}:b")]
        for number, each in enumerate(stands):
            made += [Span(" | ", grey)] if number else []
            made += self._wording(run, issue, each, style, f"{tag}:{each.option}")
        return [*made, Span("\u00a0]", grey)]

    def _wording(self, run: Redrafted, issue: IssueId, each: Reworded, style: Style, tag: str) -> list[Span]:
        """One wording with the marks of all who stand there, or of whoever brings it."""
        agreed = set(each.now) == set(self.board.scenario.ids)
        self.found[tag] = Word(issue, each.words.strip() or SILENCE, not run.part, None if agreed else each.option)
        back, gone = self._back(run, issue), not each.then
        words = each.words.strip() or SILENCE
        if agreed and each.then:
            plain = style.worn(style.colour, back, style.underline, strike=False)
            return [Span(words if each.words.strip() else "", plain, tag)]
        signs = self._signs(each, moved=run.moved)
        shown = style.worn(signs[0].ink, back, "" if gone else signs[0].underline, strike=gone)
        plain = style.worn(signs[0].ink, back, "", strike=False)
        barred = (
            [Span("", plain.of(colours.REFUSED), "", None, "octagon")]
            if not run.part and self._hurts(issue, each)
            else []
        )
        return [*barred, *(Span("", plain, "", sign) for sign in signs[:-1]), Span(words, shown, tag, signs[-1])]

    def _hurts(self, issue: IssueId, each: Reworded) -> bool:
        """Whether these are the words over which the package was refused."""
        return self.board.answer is not None and self.board.answer.hurt == (issue, each.option)

    def _signs(self, each: Reworded, *, moved: bool) -> list[Sign]:
        """Whose words these are: of those who stand there now, or else of the side that proposes them; of words that
        would be in brackets still, of those who would stand there."""
        settled = set(each.then) == set(self.board.scenario.ids)
        owners: tuple[DelegationId, ...] = each.now or ((self.deal.by,) if settled else each.then)
        return [self.board.signs[who] for who in (owners if moved or each.now else each.then)]

    def _back(self, run: Redrafted, issue: IssueId) -> str:
        if issue == self.board.issue:
            return colours.HOT
        return colours.DEALT if run.moved else ""
