"""Which of a scenario's questions fit talks that are over: decided by what their record has, and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from game.debrief.better import better
from game.debrief.clauses import clauses
from game.debrief.debrief import Debrief
from game.debrief.turning_points import turning_points
from game.scenario import AudienceId, Fit, Question, how_fell, lowest_band
from game.scenario.topics.questions import Deed, HowTestFell, WhyNot
from game.talks import Announce, Consult, Move, Propose, Sound, events
from game.talks.causes import Pressed, WokenPress
from game.text import DelegationId, IssueId

MOST = 5
"""Questions that are asked, at most."""


def questions(debrief: Debrief) -> tuple[Question, ...]:
    """The questions that fit, those that ask for most first; of equals the one that its author wrote first."""
    found = [question for question in debrief.scenario.questions if fitting(debrief, question.fits)]
    return tuple(sorted(found, key=lambda question: -question.fits.asks)[:MOST])


def fitting(debrief: Debrief, fits: Fit) -> bool:
    """Whether everything holds of finished talks that a question asks for."""
    return debrief.once(_Past).has(fits)


@dataclass(frozen=True, eq=False)
class _Past:
    """What happened, as questions ask of it; each is worked out when a question first does."""

    debrief: Debrief

    def has(self, fits: Fit) -> bool:
        """Whether everything holds that a question asks for."""
        end = self.debrief.course.end
        signed = self.debrief.course.signed
        return (
            (not fits.ended or self.debrief.course.verdict.kind in fits.ended)
            and all(signed is not None and signed[issue] in options for issue, options in fits.words.items())
            and all(issue in end.brackets for issue in fits.open)
            and all(self.bracketed.get(issue, 0.0) >= hours for issue, hours in fits.brackets.items())
            and (not fits.below or any(self.ended_below(who) for who in fits.below))
            and (not fits.audiences or bool(fits.audiences & self.spoke_up))
            and all(self.fell(test, wanted) for test, wanted in fits.tests.items())
            and fits.events <= end.happened
            and (not fits.goodwill or lowest_band(end.goodwill) in fits.goodwill)
            and (not fits.deeds or bool(fits.deeds & self.deeds))
            and (not fits.turned or bool(fits.turned & self.turned))
            and (not fits.better or bool(fits.better & self.why_not))
        )

    @cached_property
    def bracketed(self) -> Mapping[IssueId, float]:
        """For how many hours of talks each negotiated issue was in brackets."""
        return {story.issue: story.hours for story in self.debrief.once(clauses).issues}

    def ended_below(self, who: DelegationId) -> bool:
        """Whether a delegation has less than its walk-away, hours and all that came later with it."""
        verdict = self.debrief.course.verdict
        return verdict.scores[who].total < verdict.walk_away[who]

    @cached_property
    def spoke_up(self) -> frozenset[AudienceId]:
        """Those outside who broke silence, sent the text back or refused it, or cost points by pressing."""
        found: set[AudienceId] = set()
        for event in self.debrief.course.end.events:
            if isinstance(event, events.Broke | events.Returned):
                found.add(event.audience)
            elif isinstance(event, events.Charged) and isinstance(event.cause, Pressed | WokenPress):
                found.add(event.cause.audience)
        return frozenset(found)

    def fell(self, test: str, wanted: Mapping[DelegationId, HowTestFell]) -> bool:
        """Whether a test of the aftermath fell out so for all who are named."""
        fallen = next((each for each in self.debrief.course.verdict.aftermath if each.test == test), None)
        return fallen is not None and all(how_fell(fallen.points.get(who, 0)) == how for who, how in wanted.items())

    @cached_property
    def deeds(self) -> frozenset[Deed]:
        """What was done in the talks by anybody."""
        course = self.debrief.course
        found: set[Deed] = {deed for step in course.steps if (deed := _deed(step.move)) is not None}
        for event in course.end.events:
            if isinstance(event, events.HeldUp):
                found.add("held-up")
            elif isinstance(event, events.Declined) and event.never:
                found.add("refused-for-ever")
            elif isinstance(event, events.Amended) and event.reopened:
                found.add("reopened")
        return frozenset(found)

    @cached_property
    def turned(self) -> frozenset[IssueId]:
        """The issues whose words a turning point moved."""
        return frozenset(issue for point in self.debrief.once(turning_points) for issue in point.issues)

    @cached_property
    def why_not(self) -> frozenset[WhyNot]:
        """Why the better texts that could be signed, and are told, were not found."""
        found = [each for each in self.debrief.once(better).found if each.kind != "beyond"]
        return frozenset(each.why for each in found) or frozenset({"none"})


def _deed(move: Move) -> Deed | None:
    match move:
        case Propose(off_record=True):
            return "off-record"
        case Announce():
            return "told-press"
        case Consult():
            return "asked-capital"
        case Sound():
            return "sounded"
        case _:
            return None
