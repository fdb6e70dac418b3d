"""What the sections about the world around the table mean together: every name in them, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from game.scenario.mistakes import did_you_mean, printable
from game.scenario.names import Names, mark_twins, may_be
from game.scenario.proof import Path, Proof
from game.scenario.schema import ScenarioModel
from game.scenario.world_schema import ConditionModel, EffectModel

_CHANGES = {
    "reservation_value": "of",
    "points": "of",
    "mandate": "of",
    "charge": "of",
    "threshold": "audience",
    "goodwill": "between",
}
"""Each change that an effect can make, and the key that says whose number it is."""


def check_world(model: ScenarioModel, proof: Proof, names: Names) -> None:
    """Mark everything about audiences, side texts, events and the aftermath that cannot be meant."""
    _World(model, proof, names).check()


class _World:
    def __init__(self, model: ScenarioModel, proof: Proof, names: Names) -> None:
        self.model, self.proof, self.names = model, proof, names
        self.delegations = [delegation.id for delegation in model.delegations]
        self.audiences = [audience.id for audience in model.audiences]
        self.phases = [phase.id for phase in model.phases]

    def check(self) -> None:
        self._twins()
        self._phases()
        self._audiences()
        self._goodwill()
        self._side_texts()
        self._force()
        self._events()
        self._aftermath()
        self._readings()
        self._temperaments()
        self._draw()
        self._after()

    # ---- names --------------------------------------------------------------------------------------------------

    def _twins(self) -> None:
        for thing, key in (
            ("phase", "phases"),
            ("audience", "audiences"),
            ("side text", "side_texts"),
            ("event", "events"),
            ("test", "aftermath"),
            ("reading", "readings"),
        ):
            entries = getattr(self.model, key)
            mark_twins(self.proof, thing, [((key, n, "id"), entry.id) for n, entry in enumerate(entries)])

    def _known(self, path: Path, name: str, known: Collection[str], thing: str) -> bool:
        if name in known:
            return True
        if not may_be(name, known):
            self.proof.mark(path, f"no {thing} '{printable(name)}'{did_you_mean(name, known)}")
        return False

    def _delegation(self, path: Path, name: str) -> bool:
        return self._known(path, name, self.delegations, "delegation")

    def _keyed(self, path: Path, named: Mapping[str, object], known: Collection[str], thing: str) -> None:
        for name in named:
            if name not in known and not may_be(name, known):
                self.proof.mark_key((*path, name), f"no {thing} '{printable(name)}'{did_you_mean(name, known)}")

    def _choices(self, path: Path, choices: Mapping[str, Sequence[str]]) -> None:
        for issue, options in choices.items():
            if not self.names.issue(path, issue):
                continue
            self.names.listed((*path, issue), issue, options)
            if not options:
                self.proof.mark((*path, issue), f"at least one option of '{issue}' must be listed")

    def _points(self, path: Path, points: Mapping[str, Mapping[str, int]], *, whole: bool) -> None:
        for issue, options in points.items():
            if not self.names.issue(path, issue):
                continue
            known = self.names.options[issue]
            missing = self.names.keys((*path, issue), options, known, f"option '{{}}' in issue '{issue}'")
            for option in missing if whole else ():
                self.proof.mark((*path, issue), f"the points of issue '{issue}' lack option '{option}'")

    # ---- sections -----------------------------------------------------------------------------------------------

    def _phases(self) -> None:
        seen: list[str] = []
        for n, session in enumerate(self.model.sessions):
            path: Path = ("sessions", n, "phase")
            if session.phase is None:
                if self.phases:
                    self.proof.mark(("sessions", n), "every session names its phase, as the scenario has phases")
                continue
            if not self._known(path, session.phase, self.phases, "phase"):
                continue
            if session.phase in seen and session.phase != seen[-1]:
                self.proof.mark(path, f"the phase '{printable(session.phase)}' was over before this session")
            if session.phase not in seen:
                seen.append(session.phase)
        if seen != [phase for phase in dict.fromkeys(self.phases) if phase in seen]:
            self.proof.mark(("phases",), "the phases stand in another order than their sessions")
        if {session.phase for session in self.model.sessions} - {*self.phases}:
            # One of these may have been meant for a phase that has no session else.
            return
        for n, phase in enumerate(self.model.phases):
            if phase.id not in seen:
                self.proof.mark(("phases", n, "id"), f"no session is in the phase '{printable(phase.id)}'")

    def _audiences(self) -> None:
        for n, audience in enumerate(self.model.audiences):
            path: Path = ("audiences", n)
            self._delegation((*path, "of"), audience.of)
            self._points((*path, "points"), audience.points, whole=True)
            for m, pair in enumerate(audience.pairs):
                self.names.outcome((*path, "pairs", m, "options"), pair.options, whole=False)
            self._choices((*path, "votes"), audience.votes)
            if audience.votes and audience.power != "ratify":
                self.proof.mark_key((*path, "votes"), "only an audience with the power to ratify has votes")
            if audience.power == "press" and audience.cost is None:
                self.proof.mark(path, "an audience that presses needs 'cost': what it costs its delegation")
            if audience.cost is not None and audience.power != "press":
                self.proof.mark_key((*path, "cost"), "only an audience that presses costs points by the hour")

    def _goodwill(self) -> None:
        for pair in self.model.goodwill.pairs:
            path: Path = ("goodwill", "pairs", pair)
            one, other = pair.split()
            for name in (one, other):
                if name not in self.delegations and not may_be(name, self.delegations):
                    meant = did_you_mean(name, self.delegations)
                    self.proof.mark_key(path, f"no delegation '{printable(name)}'{meant}")
            if one == other:
                self.proof.mark_key(path, "goodwill is between two delegations")
            if one != other and f"{other} {one}" in self.model.goodwill.pairs and other < one:
                self.proof.mark_key(path, "these two stand here twice")

    def _side_texts(self) -> None:
        taken: dict[tuple[str, str | None], str] = {}
        for n, text in enumerate(self.model.side_texts):
            path: Path = ("side_texts", n)
            self._delegation((*path, "by"), text.by)
            if text.phase is not None:
                self._known((*path, "phase"), text.phase, self.phases, "phase")
            self.names.cited((*path, "cite"), text.cite, self.model.sources)
            first = taken.setdefault((text.by, text.phase), text.id)
            if first != text.id:
                self.proof.mark((*path, "id"), f"{text.by} can hold up '{printable(first)}' in this phase already")
        known = [text.id for text in self.model.side_texts]
        for n, delegation in enumerate(self.model.delegations):
            stakes: Path = ("delegations", n, "instructions", "stakes")
            self._keyed(stakes, delegation.instructions.stakes, known, "side text")

    def _force(self) -> None:
        force = self.model.force
        if force is None or not self._known(("force", "issue"), force.issue, self.names.options, "issue"):
            return
        self.names.keys(
            ("force", "adds"), force.adds, self.names.options[force.issue], f"option '{{}}' in issue '{force.issue}'"
        )

    def _events(self) -> None:
        for n, event in enumerate(self.model.events):
            path: Path = ("events", n)
            if event.if_:
                self._condition((*path, "if"), event.if_)
            if event.day is None and event.at is not None:
                self.proof.mark_key((*path, "at"), "a time of day needs its 'day'")
            if event.day is None and event.if_ is None:
                self.proof.mark(path, "an event needs a 'day', or an 'if', or both")
            self.names.cited((*path, "cite"), event.cite, self.model.sources)
            self._effects((*path, "effects"), event.effects)

    def _aftermath(self) -> None:
        for n, test in enumerate(self.model.aftermath):
            path: Path = ("aftermath", n)
            self.names.cited((*path, "cite"), test.cite, self.model.sources)
            self._keyed((*path, "no_text", "points"), test.no_text.points, self.delegations, "delegation")
            last = len(test.branches) - 1
            for m, branch in enumerate(test.branches):
                at: Path = (*path, "branches", m)
                self._keyed((*at, "points"), branch.points, self.delegations, "delegation")
                empty = branch.if_ is None or branch.if_ == ConditionModel()
                if branch.if_ is not None:
                    self._condition((*at, "if"), branch.if_, signed=True)
                if empty and m != last:
                    self.proof.mark(at, "this branch always holds, so the branches after it are never reached")
                if m == last and not empty:
                    self.proof.mark(at, "the last branch has no 'if': one branch must always hold")
                if branch.decides is not None:
                    self._decides((*at, "decides"), branch.decides, branch.if_ or ConditionModel())

    def _decides(self, path: Path, issue: str, condition: ConditionModel) -> None:
        known = self._known(path, issue, self.names.options, "issue")
        read = {*condition.words, *condition.binds}
        if known and read and issue not in read and read <= self.names.options.keys():
            self.proof.mark(path, f"this branch does not look at the words of '{issue}', so they do not decide it")

    def _readings(self) -> None:
        for n, reading in enumerate(self.model.readings):
            path: Path = ("readings", n)
            self._delegation((*path, "of"), reading.of)
            self.names.cited((*path, "cite"), reading.cite, self.model.sources)
            if reading.if_ is not None:
                self._condition((*path, "if"), reading.if_, signed=True)

    def _temperaments(self) -> None:
        for n, delegation in enumerate(self.model.delegations):
            like = delegation.instructions.temperament.like
            if like is not None:
                at: Path = ("delegations", n, "instructions", "temperament", "like")
                self._known(at, like, self.model.temperaments, "temperament")

    def _draw(self) -> None:
        draw = self.model.draw
        if draw is None:
            return
        self._keyed(("draw", "reservation_value"), draw.reservation_value, self.delegations, "delegation")
        self._keyed(("draw", "threshold"), draw.threshold, self.audiences, "audience")
        self._keyed(("draw", "temperament"), draw.temperament, self.delegations, "delegation")
        ranges: list[tuple[Path, Sequence[float]]] = []
        ranges += [(("draw", "reservation_value", who), found) for who, found in draw.reservation_value.items()]
        ranges += [(("draw", "threshold", who), found) for who, found in draw.threshold.items()]
        for who, degrees in draw.temperament.items():
            for n, like in enumerate(degrees.like):
                self._known(("draw", "temperament", who, "like", n), like, self.model.temperaments, "temperament")
            named = degrees.model_dump(exclude_none=True, exclude={"like"})
            ranges += [(("draw", "temperament", who, name), found) for name, found in named.items()]
        for path, (low, high) in ranges:
            if low > high:
                self.proof.mark(path, f"bounds run from low to high, not from {low:g} to {high:g}")

    def _after(self) -> None:
        after = self.model.after
        if after is None:
            return
        if after.scenario == self.model.scenario:
            self.proof.mark(("after", "scenario"), "talks cannot follow themselves")
        for n, entry in enumerate(after.words):
            # The words are those of the other scenario; only the effects are about this one.
            self._effects(("after", "words", n, "effects"), entry.effects)
        if after.no_text is not None:
            self._effects(("after", "no_text", "effects"), after.no_text.effects)

    # ---- parts --------------------------------------------------------------------------------------------------

    def _condition(self, path: Path, condition: ConditionModel, *, signed: bool = False) -> None:
        self._choices((*path, "words"), condition.words)
        for n, issue in enumerate(condition.open):
            self._known((*path, "open", n), issue, self.names.options, "issue")
        if signed and condition.open:
            self.proof.mark_key((*path, "open"), "nothing is in brackets in a signed text")
        for issue, degrees in condition.binds.items():
            if self.names.issue((*path, "binds"), issue) and not degrees:
                self.proof.mark((*path, "binds", issue), "at least one degree must be listed, 0 to 3")

    def _effects(self, path: Path, effects: Sequence[EffectModel]) -> None:
        for n, effect in enumerate(effects):
            self._effect((*path, n), effect)

    def _effect(self, path: Path, effect: EffectModel) -> None:
        made = [key for key in _CHANGES if getattr(effect, key) is not None]
        if len(made) != 1:
            said = "nothing" if not made else " and ".join(f"'{key}'" for key in made)
            self.proof.mark(path, f"an effect changes one number, this one changes {said}")
            return
        (change,) = made
        whose = _CHANGES[change]
        for key in ("of", "audience", "between"):
            given = getattr(effect, key) is not None
            if given and key != whose:
                self.proof.mark_key((*path, key), f"a change of '{change}' is said with '{whose}', not with '{key}'")
            elif not given and key == whose:
                self.proof.mark(path, f"a change of '{change}' needs '{whose}'")
        if effect.of is not None:
            self._delegation((*path, "of"), effect.of)
        if effect.audience is not None:
            self._known((*path, "audience"), effect.audience, self.audiences, "audience")
        if effect.between is not None:
            for n, name in enumerate(effect.between):
                self._delegation((*path, "between", n), name)
            if effect.between[0] == effect.between[1]:
                self.proof.mark((*path, "between"), "goodwill is between two delegations")
        self._points((*path, "points"), effect.points or {}, whole=False)
        for n, issue in enumerate(effect.mandate or ()):
            self._known((*path, "mandate", n), issue, self.names.options, "issue")
