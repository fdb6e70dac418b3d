"""A scenario in one of its editions: a scenario like any other, with some issues that have one wording only.

Such an issue stays in the text, so that conditions, the aftermath and the historical text go on reading it. Everybody
stands for its wording from the beginning, and it is worth nothing: what it was worth in the whole scenario has come
off the walk-aways and the thresholds, so that every text lies as far above them as it did there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from game.scenario.scenario import Scenario
from game.scenario.topics.audiences import Audience, AudienceId, Judgement
from game.scenario.topics.bounds import Draw
from game.scenario.topics.calendar import Calendar, PhaseId
from game.scenario.topics.delegations import Delegation
from game.scenario.topics.editions import WHOLE, Edition, OwnJudgement
from game.scenario.topics.effects import Effect
from game.scenario.topics.events import Happening
from game.scenario.topics.history import History
from game.scenario.topics.instructions import Instructions
from game.scenario.topics.sequels import Inheritance, Sequel
from game.scenario.topics.sheets import Pair, worth
from game.scenario.topics.side_texts import SideText
from game.scenario.topics.temperaments import temperament_of
from game.text import DelegationId, Exclusion, Issue, IssueId, OptionId, Outcome, Text

Rows = Mapping[IssueId, Mapping[OptionId, int]]


def edition_names(scenario: Scenario) -> tuple[str, ...]:
    """The editions in which a scenario can be played, the whole first."""
    return (WHOLE, *(edition.id for edition in scenario.editions))


def in_edition(scenario: Scenario, name: str) -> Scenario:
    """The scenario in one of its editions. Raises `KeyError` where it has none of this name."""
    if name == WHOLE:
        return scenario
    if name not in scenario.abridged:
        found = next((edition for edition in scenario.editions if edition.id == name), None)
        if found is None:
            raise KeyError(f"no edition {name!r} of scenario {scenario.id!r}")
        scenario.abridged[name] = _Abridged(scenario, found).scenario()
    return scenario.abridged[name]


@dataclass(frozen=True)
class _Abridged:
    """A whole scenario and the edition that is made of it."""

    whole: Scenario
    edition: Edition

    def scenario(self) -> Scenario:
        """Everything at once."""
        whole, edition = self.whole, self.edition
        text = self._text()
        sheets = {who: self._sheet(who, text) for who in whole.ids}
        judgements = {each.id: self._judgement(each.id, text) for each in self._audiences() if each.id in self._minds}
        return replace(
            whole,
            edition=edition.id,
            without=edition.without,
            title=f"{whole.title} ({edition.title})",
            summary=edition.summary or whole.summary,
            background=edition.background or whole.background,
            text=text,
            delegations=tuple(self._delegation(each) for each in whole.delegations),
            calendar=self._calendar(),
            clock=replace(whole.clock, **edition.clock),
            phases=tuple(phase for phase in whole.phases if phase.id in self._phases),
            instructions=sheets,
            audiences=self._audiences(),
            judgements=judgements,
            history=self._history(text),
            side_texts=self._side_texts(),
            happenings=tuple(self._happening(each, text) for each in self._events()),
            aftermath=() if "aftermath" in edition.without else whole.aftermath,
            readings=() if "closing_statements" in edition.without else whole.readings,
            draw=self._draw(sheets, judgements),
            sequel=whole.sequel and self._sequel(whole.sequel, text),
            remarks=tuple(line for line in whole.remarks if line.issue is None or not text[line.issue].fixed),
            questions=tuple(each for each in whole.questions if not each.fits.issues & self._fixed.keys()),
        )

    @cached_property
    def _fixed(self) -> Outcome:
        history = self.whole.history
        known = history.outcome if history else None
        return self.edition.settled((issue.id for issue in self.whole.text.issues), known)

    @property
    def _minds(self) -> Mapping[AudienceId, Judgement]:
        return self.whole.judgements

    # ---- the paper and the calendar -----------------------------------------------------------------------------

    def _text(self) -> Text:
        issues = tuple(self._issue(issue) for issue in self.whole.text.issues)
        ids = {issue.id: issue.ids for issue in issues}
        exclusions = []
        for each in self.whole.text.exclusions:
            apart = {issue: options & ids[issue] for issue, options in each.apart.items()}
            if all(apart.values()):
                exclusions.append(Exclusion(apart, each.because))
        return replace(self.whole.text, issues=issues, exclusions=tuple(exclusions))

    def _issue(self, issue: Issue) -> Issue:
        if (fixed := self._fixed.get(issue.id)) is not None:
            return replace(issue, options=(issue[fixed],), spine=False)
        left = self.edition.left(issue.id, issue.ids)
        return replace(issue, options=tuple(option for option in issue.options if option.id in left))

    def _delegation(self, whole: Delegation) -> Delegation:
        return replace(whole, opening={**whole.opening, **self.edition.own(whole.id).opening, **self._fixed})

    def _calendar(self) -> Calendar:
        return Calendar(self.edition.sessions) if self.edition.sessions else self.whole.calendar

    @cached_property
    def _phases(self) -> frozenset[PhaseId | None]:
        """The stretches of the calendar in which it sits."""
        return frozenset(session.phase for session in self._calendar().sessions)

    def _side_texts(self) -> tuple[SideText, ...]:
        if "side_texts" in self.edition.without:
            return ()
        stay, phases = self.edition.side_texts, (None, *self._phases)
        return tuple(
            each for each in self.whole.side_texts if (stay is None or each.id in stay) and each.phase in phases
        )

    def _history(self, text: Text) -> History | None:
        """The text that was really signed, where it can be signed here."""
        history = self.whole.history
        if history is None or any(option not in text[issue].ids for issue, option in history.outcome.items()):
            return None
        return history

    def _audiences(self) -> tuple[Audience, ...]:
        stay = self.edition.audiences
        return tuple(each for each in self.whole.audiences if stay is None or each.id in stay)

    # ---- sheets -------------------------------------------------------------------------------------------------

    def _sheet(self, who: DelegationId, text: Text) -> Instructions:
        whole, own, edition = self.whole.instructions[who], self.edition.own(who), self.edition
        written = {} if "mandates" in edition.without else whole.mandate if own.mandate is None else own.mandate
        played = _negotiated(text)
        ladders = {
            issue: tuple(step & played[issue] for step in steps if step & played[issue])
            for issue, steps in written.items()
            if issue in played
        }
        barred = whole.red_lines if own.red_lines is None else own.red_lines
        least = own.reservation_value
        return replace(
            whole,
            points=_rows(whole.points, own.points, whole.pairs, text),
            pairs=_pairs(whole.pairs, text),
            reservation_value=whole.reservation_value - self._lost(whole.points, whole.pairs)
            if least is None
            else least,
            delay=own.delay or whole.delay,
            red_lines=_possible(barred, played),
            mandate={issue: steps for issue, steps in ladders.items() if steps},
            unheard=_unheard(whole.unheard if own.unheard is None else own.unheard, ladders, text),
            brief=own.brief or whole.brief,
            stakes={each.id: whole.stakes[each.id] for each in self._side_texts() if each.id in whole.stakes},
            temperament=temperament_of(own.temperament, self.whole.temperaments)
            if own.temperament
            else whole.temperament,
        )

    def _judgement(self, audience: AudienceId, text: Text) -> Judgement:
        whole = self._minds[audience]
        own = self.edition.judgements.get(audience, _NO_JUDGEMENT)
        least = own.threshold
        return replace(
            whole,
            points=_rows(whole.points, own.points, whole.pairs, text),
            pairs=_pairs(whole.pairs, text),
            threshold=whole.threshold - self._lost(whole.points, whole.pairs) if least is None else least,
        )

    def _lost(self, points: Rows, pairs: Iterable[Pair]) -> int:
        """What the settled wordings are worth on a sheet of the whole scenario, alone and with each other."""
        return worth(points, pairs, self._fixed)

    def _draw(
        self, sheets: Mapping[DelegationId, Instructions], judgements: Mapping[AudienceId, Judgement]
    ) -> Draw | None:
        """Its own bounds, or the whole's as far off the walk-aways and thresholds as they are there."""
        whole = self.whole.draw
        if self.edition.draw or whole is None:
            return self.edition.draw
        return replace(
            whole,
            reservation_value={
                who: _moved(ends, sheets[who].reservation_value - self.whole.instructions[who].reservation_value)
                for who, ends in whole.reservation_value.items()
            },
            threshold={
                each: _moved(ends, judgements[each].threshold - self._minds[each].threshold)
                for each, ends in whole.threshold.items()
                if each in judgements
            },
            temperament={
                who: drawn for who, drawn in whole.temperament.items() if self.edition.own(who).temperament is None
            },
        )

    # ---- what changes them --------------------------------------------------------------------------------------

    def _events(self) -> Iterable[Happening]:
        stay, none = self.edition.events, "events" in self.edition.without
        return [each for each in self.whole.happenings if not none and (stay is None or each.id in stay)]

    def _happening(self, each: Happening, text: Text) -> Happening:
        return replace(each, effects=self._effects(each.effects, text))

    def _sequel(self, sequel: Sequel, text: Text) -> Sequel:
        return replace(
            sequel,
            words=tuple(self._inherited(each, text) for each in sequel.words),
            no_text=sequel.no_text and self._inherited(sequel.no_text, text),
        )

    def _inherited(self, each: Inheritance, text: Text) -> Inheritance:
        return replace(each, effects=self._effects(each.effects, text))

    def _effects(self, effects: Iterable[Effect], text: Text) -> tuple[Effect, ...]:
        """The effects without what they would change of a settled wording, of a mandate that is not there, and in the
        mind of somebody who does not judge here."""
        played, stay = _negotiated(text), {each.id for each in self._audiences()}
        found = []
        for effect in effects:
            points = {
                issue: {option: change for option, change in row.items() if option in played[issue]}
                for issue, row in effect.points.items()
                if issue in played
            }
            points = {issue: row for issue, row in points.items() if row}
            steps = () if "mandates" in self.edition.without else effect.mandate
            mandate = tuple(issue for issue in steps if issue in played)
            nothing = (effect.points and not points) or (effect.mandate and not mandate)
            if not nothing and effect.audience in (None, *stay):
                found.append(replace(effect, points=points, mandate=mandate))
        return tuple(found)


_NO_JUDGEMENT = OwnJudgement()


def _negotiated(text: Text) -> dict[IssueId, frozenset[OptionId]]:
    """The options of the issues that have more than one."""
    return {issue.id: issue.ids for issue in text.negotiated}


def _rows(whole: Rows, own: Rows, pairs: Iterable[Pair], text: Text) -> dict[IssueId, dict[OptionId, int]]:
    """A sheet: nothing for a settled wording, else the edition's own points, or the whole scenario's with what a
    wording is worth together with settled ones."""
    found = {
        issue.id: {
            option.id: 0 if issue.fixed else own.get(issue.id, whole[issue.id])[option.id] for option in issue.options
        }
        for issue in text.issues
    }
    for pair in pairs:
        if _possible_together(pair, text):
            played = [(issue, option) for issue, option in pair.options.items() if not text[issue].fixed]
            if len(played) == 1 and played[0][0] not in own:
                issue, option = played[0]
                found[issue][option] += pair.points
    return found


def _pairs(whole: Iterable[Pair], text: Text) -> tuple[Pair, ...]:
    """The pair terms of wordings that are both negotiated."""
    return tuple(
        pair
        for pair in whole
        if _possible_together(pair, text) and not any(text[issue].fixed for issue in pair.options)
    )


def _possible_together(pair: Pair, text: Text) -> bool:
    return all(option in text[issue].ids for issue, option in pair.options.items())


def _possible(
    choices: Mapping[IssueId, frozenset[OptionId]], played: Mapping[IssueId, frozenset[OptionId]]
) -> dict[IssueId, frozenset[OptionId]]:
    found = {issue: options & played[issue] for issue, options in choices.items() if issue in played}
    return {issue: options for issue, options in found.items() if options}


def _unheard(
    whole: Mapping[OptionId, int], ladders: Mapping[IssueId, tuple[frozenset[OptionId], ...]], text: Text
) -> dict[OptionId, int]:
    """What it costs to give up demands that are still made."""
    steps = ladders.get(text.spine.id, ()) if text.spine else ()
    return {option: points for option, points in whole.items() if any(option in step for step in steps[:-1])}


def _moved(ends: tuple[int, int], by: int) -> tuple[int, int]:
    return ends[0] + by, ends[1] + by
