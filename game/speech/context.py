"""What a remark may take for granted: what holds at the table when it is made, read off the speaker's own view.

Each name that is found here is a claim; `lines` says of each line which claims it makes. Nothing is taken from
anywhere but the view, so that what is said can give away nothing that its seat does not know.

Its numbers are a matter of taste: what is early, late, few or proud.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from game.speech.heard import Heard, brackets_left, heard_in
from game.speech.recent import NOT_A_TURN, Recent
from game.speech.topic import Topic, Wording, listed, spoken, titled
from game.talks import Package, View
from game.talks.events import Accepted, Amended, Circulated, Conferred, Proposed
from game.text import DelegationId, agreed_in

_EARLY, _LATE, _LAST = 0.3, 0.3, 0.12
"""Shares of the talks: spent so far where it is early; left where it is late, and in the last hours."""
_FEW = 3
"""Brackets that are few."""
_INSIDE = str.maketrans("“”", "‘’")
"""Quotation marks within what is said, which stands in quotation marks itself."""
_PROUD = 0.6
"""From so much pride on a slight is spoken of."""


@dataclass(frozen=True)
class Context:
    """One moment, with what the remark is about."""

    view: View
    topic: Topic

    @cached_property
    def claims(self) -> frozenset[str]:
        """All that holds."""
        found = {"two" if len(self.view.others) == 1 else "many", self.view.scenario[self.view.who].voice}
        found.update(self._of_the_hour())
        found.update(self._of_the_text())
        found.update(self._of_the_others())
        found.update(self._of_the_topic())
        found.update(name for name, _ in self.recent.told)
        if self.view.seat.instructions.temperament.pride >= _PROUD:
            found.add("proud")
        if self.recent.slight:
            found.add("slighted")
        return frozenset(found)

    @cached_property
    def words(self) -> dict[str, str]:
        """What can stand in the places of a line."""
        view, topic, scenario = self.view, self.topic, self.view.scenario
        others = [scenario[who] for who in self.addressed]
        brackets = len(view.brackets)
        found = {place: words for _, told in self.recent.told for place, words in told.items()}
        found |= {
            "me": scenario[view.who].short,
            "capital": scenario[view.who].capital,
            "them": listed([other.short for other in others]),
            "their_capital": listed([other.capital for other in others]),
            "place": view.moment.session.place,
            "bracket": titled(scenario, view.brackets[0]) if brackets == 1 else "",
            "left": brackets_left(brackets),
            "slight": self.recent.slight,
            "once": listed([self._say(each) for each in self._once_refused[:1]]),
        }
        for place in ("word", "give", "get"):
            if named := getattr(topic, place):
                found[place] = listed([self._say(each) for each in named])
        if topic.asked:
            found["word"] = listed([titled(scenario, issue) for issue in topic.asked])
        if topic.side:
            found["side"] = topic.side.title
            found.setdefault("word", topic.side.words.translate(_INSIDE))
        return found

    @cached_property
    def addressed(self) -> tuple[DelegationId, ...]:
        """Whom the remark is for: who put the package forward, or all of whom it asks something, or everybody."""
        package, all_others = self.topic.package, tuple(other.id for other in self.view.others)
        if package is None:
            return all_others
        if package.by != self.view.who:
            return (package.by,)
        asked = {shift.delegation for shift in package.shifts}
        return tuple(who for who in all_others if who in asked) or all_others

    @cached_property
    def heard(self) -> tuple[Heard, ...]:
        """What was said so far."""
        return heard_in(self.view)

    @cached_property
    def recent(self) -> Recent:
        """What has happened since it last spoke."""
        return Recent(self.view, self.addressed)

    def _say(self, word: Wording) -> str:
        return spoken(self.view.scenario, *word)

    # ---- the hour, the text -------------------------------------------------------------------------------------

    def _of_the_hour(self) -> Iterator[str]:
        view, calendar = self.view, self.view.scenario.calendar
        if view.hours <= _EARLY * calendar.hours:
            yield "early"
        if view.hours_left <= _LATE * calendar.hours:
            yield "late"
        if view.hours_left <= _LAST * calendar.hours:
            yield "last-hours"
        number = view.moment.number
        if number == 1 and len(calendar.sessions) > 1:
            yield "first-day"
        before = {one.place != other.place for one, other in pairwise(calendar.sessions[max(0, number - 2) : number])}
        mine = [event.at for event in view.record if event.by == view.who and not isinstance(event, NOT_A_TURN)]
        if True in before and all(calendar.at(at).number < number for at in mine):
            yield "new-place"

    def _of_the_text(self) -> Iterator[str]:
        view, left = self.view, len(self.view.brackets)
        yield "brackets" if left else "clean"
        if left == 1:
            yield "one-left"
        if 1 < left <= _FEW:
            yield "few-left"
        if len(view.agreed) > left:
            yield "mostly"
        if not left and view.agreed != view.scenario[view.who].opening:
            yield "moved"
        if view.seat.cables:
            yield "cable-out"
        if any(package.by == view.who and package.waits_for and not package.off_record for package in view.packages):
            yield "paper-out"
        if view.who in view.initials:
            yield "initialled"
        if view.initials - {view.who}:
            yield "they-initialled"
        if not view.initials:
            yield "first-to-sign"
        if any(event.by == view.who for event in view.minutes.all(Circulated)):
            yield "sent-round"
        tabled = [event.by for event in view.minutes.all(Proposed)]
        if not tabled:
            yield "first-tabled"
        if view.who not in tabled:
            yield "first-mine"

    def _of_the_others(self) -> Iterator[str]:
        view = self.view
        bands = {view.band(who) for who in self.addressed}
        if len(bands) == 1:
            yield from bands
        struck = any(event.carried for event in view.minutes.all(Accepted))
        if struck and len(view.others) == 1 and not any(event.reopened for event in view.minutes.all(Amended)):
            yield "bargained"
        answer = view.scenario.clock.answer
        asked = {e.by for e in view.minutes.all(Conferred) if e.at + answer > view.hours}
        if asked.issuperset(self.addressed):
            yield "confers"

    # ---- the topic ----------------------------------------------------------------------------------------------

    def _of_the_topic(self) -> Iterator[str]:
        named, me = self.topic.named, self.view.who
        text = self.view.scenario.text
        if len(named) == 1:
            yield "single"
        if named and all(text[issue][option].silent for issue, option in named):
            yield "silent"
        if self._once_refused:
            yield "refused-before"
        if named and all(word in self._they_refused for word in named):
            yield "they-refused"
        if named and all(word in self._tabled_by(mine=True) for word in named):
            yield "insisted"
        if named and all(self.view.scenario[me].opening[issue] == option for issue, option in named):
            yield "my-opening"
        if named and not any(d.opening[i] == o for i, o in named for d in self.view.scenario.delegations):
            yield "nobodys"
        if named and all(self._between(word) for word in named):
            yield "between"
        asked = self.topic.word or tuple(s for s in self.topic.moved if not self.topic.get)
        if self._answers and any(word in self._tabled_by(mine=False) for word in asked):
            yield "asked-again"
        if self.topic.package is not None:
            yield from self._of_the_package(self.topic.package)
        last = self.recent.refusal
        if last and last.issue and last.option and (last.issue, last.option) not in self.topic.moved | {*named}:
            yield "dropped"

    def _of_the_package(self, package: Package) -> Iterator[str]:
        view, shifts = self.view, package.shifts
        movers = {shift.delegation for shift in shifts}
        if view.who in movers:
            yield "we-move"
        if movers - {view.who}:
            yield "they-move"
        if view.who not in movers and all(view.positions[view.who][s.issue] == s.option for s in shifts):
            yield "theirs-to-mine"
        after = agreed_in(view.after(shifts))
        if len(after) == len(view.positions[view.who]):
            yield "closes"
        if len(after) > len(view.agreed):
            yield "settles"
        if len(package.issues) > len(self.topic.give) + len(self.topic.get) + len(self.topic.word):
            yield "long"

    def _between(self, word: Wording) -> bool:
        issue, option = word
        rank = self.view.scenario.text[issue].rank
        stands = [rank(stand[issue]) for stand in self.view.positions.values()]
        return min(stands) < rank(option) < max(stands)

    @property
    def _answers(self) -> bool:
        """Whether somebody else's package is answered."""
        return self.topic.package is not None and self.topic.package.by != self.view.who

    @cached_property
    def _once_refused(self) -> tuple[Wording, ...]:
        """The words at stake that this delegation itself has refused on the record, by name."""
        me, package = self.view.who, self.topic.package
        taken = self.topic.word or (tuple(package.of(me).items()) if package else ())
        refused = self.view.minutes.refused((me,))
        return tuple(word for word in taken if word in refused)

    @cached_property
    def _they_refused(self) -> frozenset[Wording]:
        return self.view.minutes.refused(self.addressed)

    def _tabled_by(self, *, mine: bool) -> frozenset[Wording]:
        """The words that were asked of others here, or of this delegation, in packages that are gone."""
        current = self.topic.package.number if self.topic.package else 0
        return frozenset(
            (shift.issue, shift.option)
            for event in self.view.minutes.all(Proposed)
            if not event.off_record and event.package != current
            if (event.by == self.view.who) == mine
            for shift in event.shifts
            if (shift.delegation == self.view.who) != mine
        )
