"""Everything that is true before the first word is spoken: who came, with what instructions, over which text.

The public half and the sealed envelopes are kept apart, so that `Scenario.sealed_for` can hand a seat the first with
its own envelope and no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from game.scenario.shapes import AsWritten, Id, Line, Prose
from game.scenario.topics.aftermath import Aftermath
from game.scenario.topics.audiences import Audience, AudienceId, Judgement
from game.scenario.topics.bounds import Draw
from game.scenario.topics.calendar import Calendar, Clock, Phase, PhaseId
from game.scenario.topics.delegations import Delegation
from game.scenario.topics.editions import WHOLE, Edition, Rule
from game.scenario.topics.events import Happening
from game.scenario.topics.force import Force
from game.scenario.topics.goodwill import Couple
from game.scenario.topics.history import History, Reference
from game.scenario.topics.instructions import Instructions
from game.scenario.topics.limits import Limits
from game.scenario.topics.questions import Question
from game.scenario.topics.readings import Reading
from game.scenario.topics.remarks import Remark
from game.scenario.topics.sequels import Sequel
from game.scenario.topics.side_texts import SideText, SideTextId
from game.scenario.topics.temperaments import Temperament
from game.text import DelegationId, IssueId, Outcome, Text


@dataclass(frozen=True, kw_only=True)
class Told(AsWritten):
    """What the file says of a scenario as it is: the sections that are their own schema."""

    id: Annotated[Id, Field(alias="scenario", description="The id of the scenario: the file's name without .yaml.")]
    title: Line
    summary: Annotated[
        Prose, Field(description="What the talks are about, in a few sentences: read before a seat is chosen.")
    ]
    background: Annotated[Prose, Field(description="What everybody at the table knows: read before the cable.")]
    kind: Annotated[
        Literal["history", "counterfactual", "drill"],
        Field(description="history: it happened so; counterfactual: it did not; drill: it is invented."),
    ]
    clock: Annotated[Clock, Field(description="Hours of talks that each move takes.")] = field(default_factory=Clock)
    history: Annotated[History | None, Field(description="The text that was really signed, if one was.")] = None
    phases: Annotated[
        tuple[Phase, ...],
        Field(max_length=12, description="Stretches of the calendar, in their order; left out where there is one."),
    ] = ()
    side_texts: Annotated[
        tuple[SideText, ...],
        Field(max_length=24, description="Texts beside the one on the table that can be held up over a minor word."),
    ] = ()
    force: Annotated[Force | None, Field(description="How the form of the paper adds to what its words bind.")] = None
    happenings: Annotated[
        tuple[Happening, ...],
        Field(
            alias="events", max_length=60, description="What happens outside, by date or by what happens at the table."
        ),
    ] = ()
    aftermath: Annotated[
        tuple[Aftermath, ...],
        Field(max_length=24, description="Dated tests of the signed words: what they were worth later."),
    ] = ()
    readings: Annotated[
        tuple[Reading, ...],
        Field(max_length=60, description="Closing statements: what a delegation may read into a doubtful phrase."),
    ] = ()
    draw: Annotated[
        Draw | None, Field(description="Bounds within which the seed draws what is secret; left out: nothing is drawn.")
    ] = None
    sequel: Annotated[
        Sequel | None, Field(alias="after", description="The talks that these follow, and what is left of them.")
    ] = None
    remarks: Annotated[
        tuple[Remark, ...], Field(max_length=200, description="Lines that the computer says with its moves.")
    ] = ()
    """Those of one delegation are sealed with its envelope."""
    questions: Annotated[
        tuple[Question, ...], Field(max_length=60, description="Questions for the talk when the talks are over.")
    ] = ()
    editions: Annotated[
        tuple[Edition, ...],
        Field(max_length=12, description="The same scenario at other lengths; played whole where none is named."),
    ] = ()
    limits: Annotated[
        Limits | None, Field(description="How the numbers were chosen, and what the model leaves out.")
    ] = None
    sources: Annotated[Mapping[Id, Reference], Field(description="What is cited, each by its id.")] = field(
        default_factory=dict
    )


_MINUTES = 1.2
"""Minutes of play, very roughly, for each package that there is time for."""


@dataclass(frozen=True, kw_only=True)
class Scenario(Told):
    """One scenario: the public half, and an envelope for each delegation."""

    text: Text
    delegations: tuple[Delegation, ...]
    calendar: Calendar
    instructions: Mapping[DelegationId, Instructions]
    audiences: tuple[Audience, ...] = ()
    judgements: Mapping[AudienceId, Judgement] = field(default_factory=dict)
    undrawn: tuple[Happening, ...] = ()
    """The happenings that the seed has not drawn: only the chair can let them happen."""
    goodwill: Mapping[Couple, int] = field(default_factory=dict)
    """Between each two delegations when the talks open."""
    edition: str = WHOLE
    """Which of its editions this is."""
    without: frozenset[Rule] = frozenset()
    """The rules that this edition does without."""
    temperaments: Mapping[str, Temperament] = field(default_factory=dict)
    """Characters that the scenario knows, by their ids; which of them came is sealed."""

    def __getitem__(self, delegation: DelegationId) -> Delegation:
        if delegation not in self._delegations:
            raise KeyError(f"no delegation {delegation!r} in scenario {self.id!r}")
        return self._delegations[delegation]

    @cached_property
    def _delegations(self) -> Mapping[DelegationId, Delegation]:
        return {delegation.id: delegation for delegation in self.delegations}

    @cached_property
    def ids(self) -> tuple[DelegationId, ...]:
        """The delegations in the order of the table."""
        return tuple(self._delegations)

    @cached_property
    def seats(self) -> tuple[DelegationId, ...]:
        """All for whom somebody can speak: the delegations in the order of the table, and then the audiences."""
        return (*self.ids, *(DelegationId(each.id) for each in self.audiences))

    def audience(self, audience: AudienceId) -> Audience:
        """An audience by its id. Raises `KeyError`."""
        if audience not in self._audiences:
            raise KeyError(f"no audience {audience!r} in scenario {self.id!r}")
        return self._audiences[audience]

    @cached_property
    def _audiences(self) -> Mapping[AudienceId, Audience]:
        return {audience.id: audience for audience in self.audiences}

    def audiences_of(self, delegation: DelegationId) -> tuple[Audience, ...]:
        """The audiences that judge a delegation."""
        return self._judges.get(delegation, ())

    @cached_property
    def _judges(self) -> Mapping[DelegationId, tuple[Audience, ...]]:
        return {who: tuple(each for each in self.audiences if each.of == who) for who in self.ids}

    def side_text(self, side_text: SideTextId) -> SideText | None:
        """A side text by its id."""
        return self._side_texts.get(side_text)

    @cached_property
    def _side_texts(self) -> Mapping[SideTextId, SideText]:
        return {side_text.id: side_text for side_text in self.side_texts}

    def phase(self, phase: PhaseId | None) -> Phase | None:
        """A stretch of the talks by its id; None where there is none."""
        return next((each for each in self.phases if each.id == phase), None)

    def binding(self, outcome: Outcome, issue: IssueId) -> int:
        """How far the words in an issue bind, 0 to 3: obligation, and what the form of the paper adds to it. Silence
        binds nobody, whatever the form."""
        option = self.text[issue][outcome[issue]]
        if self.force is None or option.silent or issue == self.force.issue or self.force.issue not in outcome:
            return option.binds
        return min(3, max(0, option.binds + self.force.adds.get(outcome[self.force.issue], 0)))

    @cached_property
    def dated(self) -> tuple[tuple[float, Happening], ...]:
        """The happenings that have a date, with the hour of talks at which they are due, in that order. What would
        come after the last sitting is left out."""
        days = [(self.calendar.moment(each.day, each.at), each) for each in self.happenings if each.day is not None]
        hours = [(self.calendar.hour_of(moment), each) for moment, each in days]
        return tuple(sorted(((hour, each) for hour, each in hours if hour is not None), key=lambda due: due[0]))

    @property
    def minutes(self) -> int:
        """How long it takes to play it, very roughly: by the packages that could be tabled and declined."""
        moves = self.calendar.hours / max(0.5, self.clock.package + self.clock.decline)
        return max(5, 5 * round(moves * _MINUTES / 5))

    def without_text(self, who: DelegationId) -> int:
        """What the aftermath brings a delegation where nothing is signed."""
        return sum(test.no_text.points.get(who, 0) for test in self.aftermath)

    def sealed_for(self, who: DelegationId | None) -> Scenario:
        """The same scenario with no envelope but the one of `who`: what that seat, or a guest, may hold. What the
        audiences think stays sealed for everybody but whoever speaks for one, and what is still to happen for
        everybody; what is known of an ally or of a parliament is known to its own delegation."""
        if who not in self._sealed:
            self._sealed[who] = self._seal(who)
        return self._sealed[who]

    @cached_property
    def _sealed(self) -> dict[DelegationId | None, Scenario]:
        """What has been sealed before, by whom it is for: asked at every move."""
        return {}

    @cached_property
    def abridged(self) -> dict[str, Scenario]:
        """What has been made of it before by `in_edition`, by the names of the editions: a face asks at every step."""
        return {}

    def with_sheet(self, who: DelegationId, sheet: Instructions) -> Scenario:
        """The same scenario with other instructions of one delegation."""
        return self._adjusted(who, replace(self, instructions={**self.instructions, who: sheet}))

    def with_judgement(self, who: AudienceId, judgement: Judgement) -> Scenario:
        """The same scenario with another sheet of one audience."""
        return self._adjusted(DelegationId(who), replace(self, judgements={**self.judgements, who: judgement}))

    def _adjusted(self, who: DelegationId, made: Scenario) -> Scenario:
        """What was `made` of this one by changing what is sealed for `who`. For everybody else it is the same scenario
        still: a version of the talks is told from the next by what is another object."""
        found = {name: value for name, value in vars(self).items() if name in _ON_NO_SHEET}
        vars(made).update(found, _sealed={each: known for each, known in self._sealed.items() if each != who})
        return made

    def _seal(self, who: DelegationId | None) -> Scenario:
        return replace(
            self,
            audiences=tuple(audience.sealed_for(who) for audience in self.audiences),
            instructions={d: sheet for d, sheet in self.instructions.items() if d == who},
            judgements={each: found for each, found in self.judgements.items() if str(each) == who},
            happenings=(),
            undrawn=(),
            aftermath=tuple(test.sealed_for(who) for test in self.aftermath),
            readings=tuple(reading for reading in self.readings if reading.of == who),
            draw=None,
            sequel=None,
            remarks=tuple(line for line in self.remarks if line.of in (None, who)),
            questions=(),
            editions=(),
        )


_ON_NO_SHEET = frozenset({"_delegations", "ids", "seats", "_audiences", "_judges", "_side_texts", "dated"})
"""What is worked out of a scenario and kept with it, and hangs on no sheet."""
