"""What would have been better for everybody, and why it was not found: read off the record.

Better than a signed text is a text that could have been signed, gives everybody at least as much and somebody more;
where nothing was signed, a text that gives everybody at least the walk-away. Points are those of the words, on the
sheets as they were at the end. Of all such texts a few are told: with the fewest other words, and with the largest
product of gains.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import prod
from typing import Literal

from game.analysis import HASTY_BUDGET, Points, Threshold, best_reply, how_many_better, improvements, place
from game.debrief.debrief import Debrief
from game.debrief.offers import Offer, offers
from game.scenario import AudienceId
from game.talks.audiences import as_woken, surplus
from game.text import DelegationId, IssueId, OptionId, Outcome

Why = Literal["outside", "let-go", "never-offered", "refused", "not-together"]
"""Why a better text was not found. Those who are not at the table, or a capital, stood against it; a paper that had all
of it fell; of one of its words nobody ever spoke; one of them was refused by name; or each was spoken of, and never all
in one paper."""


Kind = Literal["fewest-words", "largest-product", "free", "beyond"]
"""The best of those with the fewest other words; that with the largest product of gains; the nearest one against which
nobody outside would have stood, where somebody would against the others; or, where there is none of these, the nearest
one beyond a red line or the last step of a mandate, which nobody could have signed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One wording of a better text that was not agreed."""

    issue: IssueId
    option: OptionId
    stands: Mapping[DelegationId, OptionId]
    """What each delegation stood for at the end."""
    stood: tuple[DelegationId, ...]
    """Who stood for it at one time or another."""
    offers: tuple[Offer, ...]
    """The packages and non-papers that had it, in order."""

    @property
    def refusals(self) -> tuple[Offer, ...]:
        """Those that were refused over this very word."""
        return tuple(
            each
            for each in self.offers
            if each.issue == self.issue and each.fate in ("declined", "cool") and each.option in (None, self.option)
        )

    @property
    def mentioned(self) -> bool:
        """Whether anybody ever stood for it, or put it forward."""
        return bool(self.stood or self.offers)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Somebody who was not at the table, or a capital, that would have stood against a better text."""

    kind: Literal["ally", "parliament", "mandate", "red-line"]
    """An ally would have broken silence; a parliament with a vote would have refused it; a capital had not opened one
    of its words by the end; or one of them crosses a red line."""
    who: DelegationId
    """Whose ally, parliament or capital it is."""
    audience: AudienceId | None = None
    points: int = 0
    """By how many points of its own the text falls short in its eyes (a model)."""
    issue: IssueId | None = None
    option: OptionId | None = None
    asked: bool = False
    """Whether that capital was ever asked about the issue."""


@dataclass(frozen=True, slots=True)
class Better:
    """A text that would have been better for everybody."""

    kind: Kind
    text: Outcome
    before: Mapping[DelegationId, int]
    """Points of the words of the signed text; the walk-away where there is none."""
    points: Mapping[DelegationId, int]
    """Points of its words."""
    changes: tuple[Change, ...]
    obstacles: tuple[Obstacle, ...]
    whole: tuple[Offer, ...]
    """The papers that had all of it."""

    @property
    def gains(self) -> Mapping[DelegationId, int]:
        """What it would have brought more, in points."""
        return {who: points - self.before[who] for who, points in self.points.items()}

    @property
    def why(self) -> Why:
        """Why it was not found."""
        if self.obstacles:
            return "outside"
        if self.whole:
            return "let-go"
        if not all(change.mentioned for change in self.changes):
            return "never-offered"
        return "refused" if any(change.refusals for change in self.changes) else "not-together"


@dataclass(frozen=True, slots=True)
class BetterTexts:
    """What would have been better for everybody."""

    texts: int | None
    """How many such texts there are; None where they are too many to count."""
    found: tuple[Better, ...]
    """A few of them, each another text."""


def better(debrief: Debrief) -> BetterTexts:
    """What would have been better for everybody than what these talks came to."""
    work = _Search(debrief)
    return BetterTexts(work.texts, tuple(work.chosen()))


@dataclass(frozen=True, eq=False)
class _Search:
    """What the search asks again and again."""

    debrief: Debrief

    @cached_property
    def before(self) -> Mapping[DelegationId, int]:
        return self.debrief.points(self.debrief.course.signed)

    @cached_property
    def texts(self) -> int | None:
        if self.debrief.course.signed is None:
            found = self.debrief.agreeable
            return None if found is None else found.texts
        return how_many_better(replace(self.debrief.space, budget=HASTY_BUDGET), self.before)

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        return offers(self.debrief.course)

    def chosen(self) -> Iterator[Better]:
        """The texts that are told."""
        told: list[Better] = []
        ways: tuple[tuple[Kind, Outcome | None], ...] = (("fewest-words", self.fewest), ("largest-product", self.most))
        for kind, text in ways:
            if text is not None and all(dict(each.text) != dict(text) for each in told):
                told.append(self.better(kind, text))
        yield from told
        if self.texts == 0 and (beyond := self.nearest_better(barring=False)) is not None:
            yield self.better("beyond", beyond)
        elif told and all(each.obstacles for each in told) and (free := self.free) is not None:
            yield self.better("free", free)

    @cached_property
    def fewest(self) -> Outcome | None:
        """Of those with the fewest other words than the talks ended with, the best for whoever gains least."""
        signed = self.debrief.course.signed
        changes = [] if signed is None else improvements(self.debrief.space, signed)
        if signed is None or not changes:
            return self.nearest_better()
        fewest = min(len(change.options) for change in changes)
        return {**signed, **next(each for each in changes if len(each.options) == fewest).options}

    @cached_property
    def most(self) -> Outcome | None:
        """That with the largest product of gains above the walk-aways, which hangs on no scale; without a signed text
        that is the Nash text."""
        if self.debrief.course.signed is None:
            nash = self.debrief.fair.nash
            return None if nash is None else self.nearest(self.named(nash.points))
        deals = self.beating
        return self.nearest(self.named(deals[0])) if deals else None

    @cached_property
    def beating(self) -> list[tuple[int, ...]]:
        """The points of the frontier that beat the signed text, the largest product of gains above the walk-aways
        first; where somebody has none, of gains above the signed text."""
        signed, edge = self.debrief.course.signed, self.debrief.frontier
        if signed is None or not len(edge):
            return []
        found = place(self.debrief.space, signed, edge).beaten_by
        return sorted(found, key=lambda points: (*(-each for each in self.products(self.named(points))), points))

    def products(self, points: Mapping[DelegationId, int]) -> tuple[int, int]:
        """Of the gains above the walk-aways, and of those above what the text is compared with: no scale is in them,
        so that points of two sheets are not added."""
        above, more = (
            prod(max(0, points[who] - least[who]) for who in points) for least in (self.debrief.walk_away, self.before)
        )
        return above, more

    def named(self, points: tuple[int, ...]) -> Mapping[DelegationId, int]:
        return dict(zip(self.debrief.frontier.delegations, points, strict=True))

    @cached_property
    def free(self) -> Outcome | None:
        """The one with the fewest other words against which nobody outside would have stood."""
        course, text = self.debrief.course, self.debrief.scenario.text
        end, judgements = course.end, as_woken(course.end)
        consent = [each for each in course.scenario.audiences if each.power == "consent"]
        ratify = [each for each in course.scenario.audiences if each.power == "ratify"]
        opened: dict[IssueId, frozenset[OptionId]] = {
            issue.id: frozenset.intersection(
                *(end.mandate(who, issue.id) | {end.positions[who][issue.id]} for who in course.ids)
            )
            for issue in text.issues
        }
        unvoted = {
            issue: options.difference(*(each.votes.get(issue, frozenset()) for each in ratify))
            for issue, options in opened.items()
        }
        found = []
        # A parliament is content, or has no vote.
        for judges, choices in ((consent + ratify, opened), (consent, unvoted)):
            wanted = [Threshold(judgements[each.id], judgements[each.id].threshold) for each in judges]
            found.append(self.nearest_better(wanted, choices))
        texts = [text for text in found if text is not None and not any(self.obstacles(text))]
        return max(texts, key=self.alike, default=None)

    def nearest_better(
        self,
        wanted: Sequence[Threshold] = (),
        choices: Mapping[IssueId, frozenset[OptionId]] | None = None,
        *,
        barring: bool = True,
    ) -> Outcome | None:
        """The better text with the fewest other words, of those that please these judges too and have only these
        options; of equals the one with the largest product of gains. Without `barring` red lines and mandates bar
        nothing."""
        if self.debrief.course.signed is None:
            return self.nearest(self.before, wanted, choices, barring=barring)
        # Somebody gains: each of them in turn.
        each = ({**self.before, who: points + 1} for who, points in self.before.items())
        found = (self.nearest(least, wanted, choices, barring=barring) for least in each)
        texts = [text for text in found if text is not None]
        return max(texts, key=lambda text: (self.alike(text), self.products(self.debrief.points(text))), default=None)

    def alike(self, text: Outcome) -> int:
        """How many words of the end a text has, each counted once for each delegation that stood for it."""
        stands = self.debrief.course.end.positions.values()
        return sum(stand[issue] == option for stand in stands for issue, option in text.items())

    def nearest(
        self,
        at_least: Mapping[DelegationId, int],
        wanted: Sequence[Threshold] = (),
        choices: Mapping[IssueId, frozenset[OptionId]] | None = None,
        *,
        barring: bool = True,
    ) -> Outcome | None:
        """Of the texts that give everybody so much, the one most alike to where the talks stood at the end."""
        space, stands = self.debrief.space, self.debrief.course.end.positions.values()
        issues = space.text.issues
        rows = {i.id: {o.id: float(sum(stand[i.id] == o.id for stand in stands)) for o in i.options} for i in issues}
        open_to = {
            i.id: [
                option.id
                for option in i.options
                if not (barring and (i.id, option.id) in space.shut) and (choices is None or option.id in choices[i.id])
            ]
            for i in issues
        }
        first, *rest = at_least.items()
        reply = best_reply(
            space.text,
            space.sheets[first[0]],
            Points(rows),
            first[1],
            open_to,
            thresholds=[*(Threshold(space.sheets[who], points) for who, points in rest), *wanted],
            budget=HASTY_BUDGET,
        )
        # A text that is only nearly the nearest is not told for it.
        return reply.text if reply is not None and reply.exact else None

    def better(self, kind: Kind, text: Outcome) -> Better:
        """One text with all that the record has about it."""
        end, scenario = self.debrief.course.end, self.debrief.scenario
        changes = tuple(
            self.change(issue.id, text[issue.id])
            for issue in scenario.text.issues
            if any(stand[issue.id] != text[issue.id] for stand in end.positions.values())
        )
        points = self.debrief.points(text)
        whole = tuple(
            each for each in self.offers if all(dict(stand) == dict(text) for stand in each.positions.values())
        )
        return Better(kind, text, self.before, points, changes, tuple(self.obstacles(text)), whole)

    def change(self, issue: IssueId, option: OptionId) -> Change:
        course = self.debrief.course
        return Change(
            issue,
            option,
            {who: stand[issue] for who, stand in course.end.positions.items()},
            tuple(who for who in course.ids if any(each.positions[who][issue] == option for each in course.moments)),
            tuple(each for each in self.offers if each.has(issue, option)),
        )

    def obstacles(self, text: Outcome) -> Iterator[Obstacle]:
        """Who outside would have stood against a text, at the end of the talks."""
        course = self.debrief.course
        for audience in course.scenario.audiences:
            judges = audience.power == "consent" or audience.has_vote(text)
            short = -surplus(course.end, audience, text)
            if judges and short > 0:
                yield Obstacle("ally" if audience.power == "consent" else "parliament", audience.of, audience.id, short)
        for who in course.ids:
            for issue, option in text.items():
                stands = course.end.positions[who][issue] == option
                if stands or option in course.end.mandate(who, issue):
                    continue
                red = option in course.scenario.instructions[who].red_lines.get(issue, frozenset())
                found = Obstacle("mandate", who, issue=issue, option=option, asked=(who, issue) in course.cabled)
                yield replace(found, kind="red-line") if red else found
