"""What lies before whoever speaks for an audience, and before nobody else: its sheet, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario import Audience, AudienceId, Judgement
from game.talks.audiences import Grievance, grievances, surplus
from game.talks.talks import Talks
from game.text import DelegationId


@dataclass(frozen=True, slots=True)
class Judging:
    """What a seat knows that speaks for an audience."""

    audience: Audience
    judgement: Judgement
    """Its sheet, and from how many points on it is content."""
    surplus: int
    """Points above that (negative: below) of what its delegation stands for now."""
    grievances: tuple[Grievance, ...]
    """The words that it could name, those first that it minds most, as far as it knows: where its delegation may stand
    for nothing that it would like better, another of them is heard."""
    silence: bool = False
    """Whether silence runs for it."""
    vote: bool = False
    """Whether its vote is called."""
    asked_by: DelegationId | None = None
    """The delegation that has sounded it and has had no answer."""
    printed: bool = False
    """Whether it has printed a headline in this stretch of the talks."""

    @property
    def waited_for(self) -> bool:
        """Whether the talks wait for it."""
        return self.silence or self.vote


def judging(talks: Talks, who: AudienceId) -> Judging:
    """What an audience knows. Raises `KeyError` where there is no such audience."""
    audience = talks.scenario.audience(who)
    minds = sorted(grievances(talks, audience, sealed=True).values(), key=lambda each: -each.gain)
    return Judging(
        audience=audience,
        judgement=talks.scenario.judgements[who],
        surplus=surplus(talks, audience),
        grievances=tuple(minds),
        silence=not talks.over and talks.silence is not None and who in talks.silence.waits_for,
        vote=not talks.over and talks.vote == who,
        asked_by=talks.asked.get(who),
        printed=(who, talks.phase) in talks.printed,
    )
