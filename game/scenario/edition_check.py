"""Editions looked over: what they say of a scenario that is not in it, and settled wordings that nobody could sign."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Protocol, TypeVar

from game.scenario.mistakes import printable
from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.topics.audiences import AudienceModel
from game.scenario.topics.bounds import check_draw
from game.scenario.topics.calendar import Phase, check_sessions, check_stretches
from game.scenario.topics.delegations import DelegationModel
from game.scenario.topics.editions import WHOLE, Edition, OwnInstructions
from game.scenario.topics.history import History
from game.scenario.topics.instructions import check_limits, check_unheard
from game.scenario.topics.side_texts import SideText
from game.scenario.topics.wordings import IssueModel
from game.text import IssueId, OptionId

_Said = TypeVar("_Said")


class Abridged(Protocol):
    """What is looked at of the whole scenario."""

    @property
    def issues(self) -> Sequence[IssueModel]:
        """Its negotiable phrases."""

    @property
    def delegations(self) -> Sequence[DelegationModel]:
        """The parties at its table."""

    @property
    def audiences(self) -> Sequence[AudienceModel]:
        """Those who judge its text."""

    @property
    def side_texts(self) -> Sequence[SideText]:
        """What can be held up."""

    @property
    def phases(self) -> Sequence[Phase]:
        """The stretches of its calendar."""

    @property
    def history(self) -> History | None:
        """The text that was really signed."""


def check_editions(editions: Sequence[Edition], whole: Abridged, names: Names, unread: Container[Path]) -> None:
    """Mark what is wrong with the editions of a scenario; sittings at the paths that are `unread` cannot be judged."""
    names.twins("edition", ("editions",), [edition.id for edition in editions])
    for n, edition in enumerate(editions):
        path: Path = ("editions", n)
        if edition.id == WHOLE:
            names.proof.mark((*path, "id"), f"'{WHOLE}' is what the scenario itself is called, as its file has it")
        names.issues_named((*path, "issues"))
        _twice((*path, "issues"), names)
        for m, event in enumerate(edition.events or ()):
            names.named((*path, "events", m), event, "event")
        _twice((*path, "events"), names)
        _check_side_texts(edition, path, whole, names)
        for m, audience in enumerate(edition.audiences or ()):
            names.named((*path, "audiences", m), audience, "audience")
        _twice((*path, "audiences"), names)
        if edition.sessions is not None:
            if (*path, "sessions") not in unread:
                check_sessions(edition.sessions, names.proof, (*path, "sessions"))
            check_stretches(whole.phases, edition.sessions, names, (*path, "sessions"))
        if "events" in edition.without and edition.events is not None:
            names.proof.mark_key((*path, "events"), "'without' leaves out all events, so none can be named here")
        check_draw(edition.draw, names, (*path, "draw"))
        if set(edition.issues or ()) <= names.options.keys():
            # Else it is not known what is in play.
            _Edition(edition, path, whole, names).check()


def _check_side_texts(edition: Edition, path: Path, whole: Abridged, names: Names) -> None:
    """Mark side texts that are not there, and those for which the edition has no hour."""
    if "side_texts" in edition.without and edition.side_texts is not None:
        names.proof.mark_key((*path, "side_texts"), "'without' leaves out all side texts, so none can be named here")
    phases = {each.id: each.phase for each in whole.side_texts}
    sat = {None, *(session.phase for session in edition.sessions or ())}
    for m, side_text in enumerate(edition.side_texts or ()):
        at: Path = (*path, "side_texts", m)
        if names.named(at, side_text, "side text") and edition.sessions and phases[side_text] not in sat:
            said = (
                f"'{printable(side_text)}' can be held up in '{phases[side_text]}' only, when this edition does not sit"
            )
            names.proof.mark(at, said)
    _twice((*path, "side_texts"), names)


def _twice(path: Path, names: Names) -> None:
    """Mark what stands in a list of names a second time."""
    written = names.proof.written(path) or ()
    for m, name in enumerate(written):
        if name in written[:m]:
            names.proof.mark((*path, m), f"'{printable(str(name))}' stands in this list twice")


class _Edition:
    """One edition, over the names of its whole scenario."""

    def __init__(self, edition: Edition, path: Path, whole: Abridged, names: Names) -> None:
        self._edition, self._path, self._whole, self._all, self._proof = edition, path, whole, names, names.proof
        issues = tuple(IssueId(issue) for issue in names.options)
        self._settled = edition.settled(issues, whole.history.outcome if whole.history else None)
        self._played = edition.in_play(issues)
        left = {issue: self._left(issue) for issue in self._played}
        self._names = Names(left.items(), names.known, names.proof)
        """Those of the issues in play, with the options that they have here."""

    def _left(self, issue: IssueId) -> list[OptionId]:
        """The options of an issue here; all of them, where those that are named cannot be the ones that are meant."""
        known = list(map(OptionId, self._all.options[issue]))
        left = self._edition.options.get(issue, frozenset(known))
        return [option for option in known if option in left] if left <= {*known} and len(left) > 1 else known

    def check(self) -> None:
        """Mark all that is wrong with it."""
        edition, path = self._edition, self._path
        self._check_settled()
        self._all.choices((*path, "options"), self._in_play("options", edition.options))
        for issue, options in edition.options.items():
            if issue in self._played and len(options) == 1 and options <= {*self._all.options[issue]}:
                said = f"one wording of '{issue}' is left: an issue that is settled stands in 'fixed'"
                self._proof.mark((*path, "options", issue), said)
        self._all.keyed((*path, "delegations"), edition.delegations, "delegation")
        for delegation in self._whole.delegations:
            self._check_delegation(delegation)
        stay = [each.id for each in self._whole.audiences if edition.audiences is None or each.id in edition.audiences]
        for name, own in edition.judgements.items():
            if name in self._all.known["audience"] and name not in stay:
                self._proof.mark_key((*path, "judgements", name), f"'{name}' does not judge in this edition")
            self._all.key((*path, "judgements", name), name, "audience")
            self._check_points(("judgements", name, "points"), own.points)

    def _check_settled(self) -> None:
        """Mark issues that are both in play and settled, or neither, and wordings that somebody must not sign."""
        edition, path = self._edition, self._path
        for issue, option in edition.fixed.items():
            at: Path = (*path, "fixed", issue)
            if not self._all.issue((*path, "fixed"), issue):
                continue
            if issue in self._played:
                which = "" if edition.issues else ", as all are where 'issues' is left out"
                self._proof.mark_key(at, f"issue '{issue}' is in play{which}, so its wording cannot be fixed")
            self._all.option(at, issue, option)
        if not self._played:
            return  # Nothing but names that are not there: they have been told.
        for issue in map(IssueId, self._all.options):
            if issue not in self._played and issue not in self._settled:
                said = f"no wording is fixed for issue '{issue}', and there is no historical text to take it from"
                self._proof.mark((*path, "fixed"), said)
        for issue, option in self._settled.items():
            for each in self._whole.delegations:
                own = edition.own(each.id).red_lines
                if option in each.instructions.red_lines.get(issue, ()) and own is None:
                    said = f"issue '{issue}' is settled at '{option}', which the red lines of {each.id} bar"
                    self._proof.mark((*path, "fixed", issue), said)

    def _in_play(self, key: str | Path, said: Mapping[IssueId, _Said]) -> dict[IssueId, _Said]:
        """What is said at a key about issues in play; what is said there about settled ones is marked."""
        path: Path = (*self._path, *((key,) if isinstance(key, str) else key))
        for issue in said:
            if issue in self._settled:
                settled = self._settled[issue]
                self._proof.mark_key((*path, issue), f"issue '{issue}' is settled in this edition, at '{settled}'")
        return {issue: value for issue, value in said.items() if issue not in self._settled}

    def _check_points(self, key: Path, points: Mapping[IssueId, Mapping[OptionId, int]]) -> None:
        """Mark points of what is not there, and rows that lack an option of this edition."""
        path: Path = (*self._path, *key)
        rows = self._in_play(key, points)
        self._all.points(path, rows, whole=False)
        for issue, row in rows.items():
            for option in self._names.options.get(issue, ()):
                if option not in row:
                    said = f"the points of issue '{issue}' lack option '{option}'"
                    self._proof.mark((*path, issue), said)

    def _check_delegation(self, whole: DelegationModel) -> None:
        """Mark what is wrong with what a delegation has of its own, and with where it stands when the talks open."""
        who, own = whole.id, self._edition.own(whole.id)
        key: Path = ("delegations", who)
        path: Path = (*self._path, *key)
        own_opening = self._in_play((*key, "opening"), own.opening)
        self._names.outcome((*path, "opening"), own_opening, whole=False)
        self._check_points((*key, "points"), own.points)
        if own.temperament is not None and own.temperament.like is not None:
            self._all.named((*path, "temperament", "like"), own.temperament.like, "temperament")
        if own.mandate is not None and "mandates" in self._edition.without:
            self._proof.mark_key((*path, "mandate"), "this edition is without mandates")
        opening = {issue: whole.opening[issue] for issue in self._played if issue in whole.opening} | own_opening
        limits = (
            self._in_play((*key, "red_lines"), own.red_lines or {}),
            self._in_play((*key, "mandate"), own.mandate or {}),
        )
        check_limits(path, limits, opening, (*path, "opening"), who, self._names)
        self._check_prices(path, own, whole)
        self._check_opening(whole, opening)

    def _check_prices(self, path: Path, own: OwnInstructions, whole: DelegationModel) -> None:
        """Mark prices of demands that are not made here."""
        written = whole.instructions.mandate if own.mandate is None else own.mandate
        played = {} if "mandates" in self._edition.without else written
        ladders = {
            i: [step & {*self._names.options[i]} for step in steps] for i, steps in played.items() if i in self._played
        }
        spine = next((issue.id for issue in self._whole.issues if issue.spine and issue.id in self._played), None)
        check_unheard(
            path, own.unheard or {}, {i: [*filter(None, each)] for i, each in ladders.items()}, spine, self._names
        )

    def _check_opening(self, whole: DelegationModel, opening: Mapping[IssueId, OptionId]) -> None:
        """Mark where a delegation would stand for a wording that is not there, or is beyond limits of the whole."""
        who, own, sheet = whole.id, self._edition.own(whole.id), whole.instructions
        for issue, stands in opening.items():
            at: Path = (*self._path, "delegations", who, "opening", issue)
            if stands not in self._all.options.get(issue, ()):
                continue  # It has been told.
            if stands not in self._names.options[issue]:
                if issue not in own.opening:
                    said = f"{who} opens with '{stands}' in the whole scenario, which is not among the options here"
                    self._proof.mark((*self._path, "options", issue), said)
                continue
            if own.red_lines is None and stands in sheet.red_lines.get(issue, ()):
                self._proof.mark(at, f"{who} opens with '{stands}', which its red lines bar")
            if own.mandate is None and "mandates" not in self._edition.without and issue in sheet.mandate:
                steps = [step & {*self._names.options[issue]} for step in sheet.mandate[issue]]
                if stands not in next(filter(None, steps), (stands,)):
                    self._proof.mark(at, f"{who} opens with '{stands}', outside the first step of its mandate")
