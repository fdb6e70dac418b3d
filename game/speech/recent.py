"""What has happened since a delegation last spoke, and what it may still hold against somebody: for its remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from game.scenario import HappeningId
from game.speech.heard import gone_back, halted, never_to
from game.speech.topic import spoken, titled
from game.talks import EARLIER, View, events, outside
from game.text import DelegationId

NOT_A_TURN = (
    events.Adjusted, events.Answered, events.Charged, events.Conferred, events.Consented, events.Settled,
    events.Stirred, events.Tempered, events.Broke, events.Returned, events.Happened, events.Lapsed,
    outside.Inquired, outside.Called,
)  # fmt: skip
"""Events with a delegation's name to them that are not its turn to speak."""


@dataclass(frozen=True)
class Recent:
    """The record as the speaker has it in mind: what came since its last turn, from those whom it addresses."""

    view: View
    addressed: tuple[DelegationId, ...]

    @cached_property
    def _since(self) -> Sequence[events.Event]:
        """What was heard since this delegation last spoke."""
        record = self.view.record
        for place in range(len(record) - 1, -1, -1):
            if record[place].by == self.view.who and not isinstance(record[place], NOT_A_TURN):
                return record[place + 1 :]
        return record

    @cached_property
    def _mine(self) -> frozenset[int]:
        """The numbers of this delegation's packages."""
        mine = (e for e in self.view.minutes.all(events.Proposed) if e.by == self.view.who)
        return frozenset(event.package for event in mine if not event.off_record)

    @property
    def _they_tabled(self) -> bool:
        return any(isinstance(event, events.Proposed) and event.by in self.addressed for event in self._since)

    @cached_property
    def refusal(self) -> events.Declined | None:
        """Their last refusal of a package of ours."""
        refusals = [e for e in self._since if isinstance(e, events.Declined) and e.package in self._mine]
        found = [e for e in refusals if e.by in self.addressed]
        return found[-1] if found else None

    @cached_property
    def told(self) -> tuple[tuple[str, dict[str, str]], ...]:
        """What has happened since, by its name, each with the words that it can be told in."""
        found: list[tuple[str, dict[str, str]]] = []
        refusal = self.refusal
        if refusal:
            found.append(("refused", {}))
            if refusal.issue and refusal.option:
                word = {"refused": spoken(self.view.scenario, refusal.issue, refusal.option)}
                found.append(("named-never" if refusal.never else "named-refusal", word))
        for event in self._since:
            found += self._told(event)
        return tuple(found)

    def _told(self, event: events.Event) -> Iterator[tuple[str, dict[str, str]]]:
        scenario, addressed = self.view.scenario, event.by in self.addressed
        if isinstance(event, events.Outside):
            return
        match event:
            case events.Lapsed(countered=True) if event.package in self._mine and self._they_tabled:
                yield "countered", {}
            case events.Accepted(carried=True) if addressed and event.package in self._mine:
                yield "taken", {}
            case events.Amended() if addressed:
                title = titled(scenario, event.issue)
                if event.reopened:
                    yield "reopened", {}
                    yield "gone-back", {"reopened": title}
                else:
                    yield "given", {"moved": title}
            case events.Announced() if addressed:
                yield "told-press", {"press": spoken(scenario, event.issue, event.option)}
            case events.Happened() if event.happening != HappeningId(EARLIER):
                yield "news", {}
            case events.Broke():
                ally = {"ally": scenario.audience(event.audience).short}
                yield "silence-broken", ally
                yield ("broke-mine" if event.by == self.view.who else "broke-theirs"), ally
            case events.Returned():
                yield "sent-back", {"ally": scenario.audience(event.audience).short}
            case events.Settled():
                yield "closed", {}
            case (
                events.Opened() | events.Proposed() | events.Accepted() | events.Declined() | events.Hinted()
                | events.Withdrawn() | events.Lapsed() | events.Amended() | events.Conferred() | events.Cabled()
                | events.Answered() | events.Spoke() | events.Charged() | events.Happened() | events.Adjusted()
                | events.Tempered() | events.Stirred() | events.HeldUp() | events.Responded() | events.Announced()
                | events.Sounded() | events.Circulated() | events.Consented() | events.Interpreted()
                | events.Ratified() | events.Prolonged() | events.Initialled() | events.Left()
                | events.Adjourned() | events.BrokenOff() | events.Concluded() | events.Recessed()
            ):  # fmt: skip
                return
            case _:
                assert_never(event)

    @cached_property
    def slight(self) -> str:
        """The last slight by those who are addressed, as a delegate would mention it."""
        for event in reversed(self.view.record):
            if event.by not in self.addressed or isinstance(event, events.Outside):
                continue
            match event:
                case events.HeldUp():
                    side = self.view.scenario.side_text(event.side_text)
                    return halted(side.title) if side else ""
                case events.Amended(reopened=True):
                    return gone_back(titled(self.view.scenario, event.issue))
                case events.Declined(never=True) if event.package in self._mine and event.issue and event.option:
                    return never_to(spoken(self.view.scenario, event.issue, event.option))
                case (
                    events.Opened() | events.Proposed() | events.Accepted() | events.Declined() | events.Hinted()
                    | events.Withdrawn() | events.Lapsed() | events.Amended() | events.Settled()
                    | events.Conferred() | events.Cabled() | events.Answered() | events.Spoke() | events.Charged()
                    | events.Happened() | events.Adjusted() | events.Tempered() | events.Stirred()
                    | events.Responded() | events.Announced() | events.Sounded() | events.Circulated()
                    | events.Consented() | events.Broke() | events.Interpreted() | events.Ratified()
                    | events.Returned() | events.Prolonged() | events.Initialled() | events.Left()
                    | events.Adjourned() | events.BrokenOff() | events.Concluded() | events.Recessed()
                ):  # fmt: skip
                    continue
                case _:
                    assert_never(event)
        return ""
