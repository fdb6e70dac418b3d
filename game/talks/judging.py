"""What lies before whoever speaks for an audience, and before nobody else: its sheet, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario import Audience, AudienceId, Judgement
from game.talks.audiences import grievances, honest, surplus
from game.talks.events import Stirred
from game.talks.hearing import watchers
from game.talks.known import Grievance
from game.talks.moves import AllyAnswer
from game.talks.talks import Talks
from game.text import DelegationId, maker


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
    def answer(self) -> AllyAnswer:
        """What it would answer truly if it were sounded."""
        return honest(self.surplus, self.judgement)

    @property
    def waited_for(self) -> bool:
        """Whether the talks wait for it."""
        return self.silence or self.vote


_known = maker(Judging)


def judging(talks: Talks, who: AudienceId) -> Judging:
    """What an audience knows. Raises `KeyError` where there is no such audience."""
    audience = talks.scenario.audience(who)
    known = talks.known.outside.minded
    if who not in known:
        minds = sorted(grievances(talks, audience, sealed=True).values(), key=lambda each: -each.gain)
        known[who] = tuple(minds)
    return _known(
        audience=audience,
        judgement=talks.scenario.judgements[who],
        surplus=surplus(talks, audience),
        grievances=known[who],
        silence=not talks.over and talks.silence is not None and who in talks.silence.waits_for,
        vote=not talks.over and talks.vote == who,
        asked_by=talks.asked.get(who),
        printed=(who, talks.phase) in talks.printed,
    )


def called_on(talks: Talks) -> tuple[DelegationId, ...]:
    """The seats to which the talks turn, in this order: newspapers whose mood has just changed and that have something
    left to print, allies that were sounded, those that the talks wait for. Of several allies the one comes first that
    minds the text most: it breaks silence where nobody speaks for any of them."""
    if talks.over:
        return ()
    fresh = talks.events[talks.begun[-1] :] if talks.begun else ()
    printing = (each.audience for each in fresh if isinstance(each, Stirred) and _may_print(talks, each.audience))
    waits = [who for who in watchers(talks) if who in talks.waits_for]
    if talks.silence is not None:
        waits.sort(key=lambda who: surplus(talks, talks.scenario.audience(AudienceId(who))))
    return tuple(dict.fromkeys([*map(DelegationId, (*printing, *talks.asked)), *waits]))


def _may_print(talks: Talks, who: AudienceId) -> bool:
    press = who in talks.seated and talks.scenario.audience(who).power == "press"
    return press and (who, talks.phase) not in talks.printed
