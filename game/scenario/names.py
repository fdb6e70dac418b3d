"""Which names a file defines, and the marks for whatever names something else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from game.scenario.mistakes import did_you_mean, match_keys, offer, printable
from game.scenario.proof import Path, Proof
from game.scenario.shapes import Choices
from game.text import IssueId, OptionId, Outcome, Source

STAND_IN, STAND_IN_CAPITALS = "unreadable", "UNREAD"
"""How every name begins that stands for one that could not be read, and how where a name is in capitals."""
STAND_INS = (STAND_IN, STAND_IN_CAPITALS)

Thing = Literal["delegation", "audience", "phase", "side text", "temperament", "event", "test", "source"]
"""What has an id beside the issues and their options."""


def may_be(name: str, known: Iterable[str]) -> bool:
    """Whether an unknown name may well be the one that could not be read: there is such a one, and no name like it."""
    known = tuple(known)
    return any(each.startswith(STAND_INS) for each in known) and not did_you_mean(name, known)


class Names:
    """The names that a file defines; each question is answered and, if the answer is no, marked on the proof."""

    def __init__(
        self, issues: Iterable[tuple[str, Iterable[str]]], known: Mapping[Thing, Collection[str]], proof: Proof
    ) -> None:
        self.proof, self.known = proof, known
        self.options: dict[str, tuple[str, ...]] = {}
        """The options of each issue."""
        for issue, options in issues:
            self.options.setdefault(issue, tuple(dict.fromkeys(options)))

    def twins(self, thing: str, section: Path, names: Sequence[str], key: str = "id") -> None:
        """Mark every name of a section that stands in an earlier entry already."""
        seen: dict[str, int] = {}
        for n, name in enumerate(names):
            path = (*section, n, key)
            if name in seen:
                self.proof.mark(path, f"{thing} '{printable(name)}' is there twice; the first is at line {seen[name]}")
            else:
                seen[name] = self.proof.at(path, "").line

    def named(self, path: Path, name: str, thing: Thing) -> bool:
        """Whether the value at a path is the id of such a thing."""
        return self._among(path, name, self.known[thing], thing)

    def keyed(self, path: Path, named: Iterable[str], thing: Thing) -> None:
        """Mark every key of a mapping that is not the id of such a thing."""
        for name in named:
            self.key((*path, name), name, thing)

    def key(self, path: Path, name: str, thing: Thing) -> None:
        """Mark the key at the end of a path if it has a name that no such thing has."""
        known = self.known[thing]
        if name not in known and not may_be(name, known):
            self.proof.mark_key(path, f"no {thing} '{printable(name)}'{did_you_mean(name, known)}")

    def issues_named(self, path: Path) -> None:
        """Mark every value listed at a path that is no issue."""
        for place, issue in enumerate(self.proof.written(path) or ()):
            self.issue_named((*path, place), issue)

    def issue_named(self, path: Path, name: str) -> bool:
        """Whether the value at a path is an issue."""
        return self._among(path, name, self.options, "issue")

    def issue(self, path: Path, key: str) -> bool:
        """Whether the key at the end of a path is an issue."""
        if key in self.options:
            return True
        if not may_be(key, self.options):
            self.proof.mark_key((*path, key), f"no issue '{printable(key)}'{did_you_mean(key, self.options)}")
        return False

    def option(self, path: Path, issue: str, option: str) -> bool:
        """Whether the value at a path is an option of an issue that exists."""
        known = self.options[issue]
        if option in known:
            return True
        if not may_be(option, known):
            meant = did_you_mean(option, known)
            self.proof.mark(path, f"no option '{printable(option)}' in issue '{issue}'{meant}")
        return False

    def listed(self, path: Path, issue: str) -> set[str]:
        """Those of the values listed at a path that are options of the issue; one that stands twice is marked."""
        seen: set[str] = set()
        for place, option in enumerate(self.proof.written(path) or ()):
            if option in seen:
                self.proof.mark((*path, place), f"'{printable(option)}' stands in this list twice")
            else:
                self.option((*path, place), issue, option)
            seen.add(option)
        return seen & frozenset(self.options[issue])

    def choices(self, path: Path, choices: Choices) -> None:
        """Mark what is wrong with lists of options by issue."""
        for issue, options in choices.items():
            if self.issue(path, issue):
                self.listed((*path, issue), issue)
                if not options:
                    self.proof.mark((*path, issue), f"at least one option of '{issue}' must be listed")

    def points(self, path: Path, points: Mapping[IssueId, Mapping[OptionId, int]], *, whole: bool) -> None:
        """Mark what is no option of its issue and, where each issue is `whole`, which options it lacks."""
        for issue, options in points.items():
            if self.issue(path, issue):
                missing = self.options_in((*path, issue), issue, options)
                for option in missing if whole else ():
                    self.proof.mark((*path, issue), f"the points of issue '{issue}' lack option '{option}'")

    def outcome(self, path: Path, outcome: Outcome, *, whole: bool) -> None:
        """Mark every value that is no option of its issue and, for a whole text, every issue without one."""
        for issue, option in outcome.items():
            if issue in self.options:
                self.option((*path, issue), issue, option)
        missing = self.issues_in(path, outcome)
        for lacking in missing if whole else ():
            self.proof.mark(path, f"no option is named for issue '{lacking}'")

    def issues_in(self, path: Path, named: Collection[str]) -> list[str]:
        """Mark the keys of a mapping that are no issues. The issues it lacks."""
        return self._keys(path, named, self.options, "issue '{}'")

    def options_in(self, path: Path, issue: str, named: Collection[str]) -> list[str]:
        """Mark the keys of a mapping that are no options of an issue, if there is that issue. The options it lacks."""
        return self._keys(path, named, self.options.get(issue, named), f"option '{{}}' in issue '{issue}'")

    def sourced(self, path: Path, source: Source) -> None:
        """Mark what says at a path that it is in a source and cites none, and what it cites that is not there."""
        if source.label == "FACT" and not source.cite:
            self.proof.mark((*path, "label"), "FACT needs its source in 'cite'; what is modelling is MODEL")
        self.cited((*path, "cite"), source.cite)

    def cited(self, path: Path, ids: Iterable[str]) -> None:
        """Mark every id that is not in the list of sources."""
        known = self.known["source"]
        for place, name in enumerate(ids):
            if name not in known and not may_be(name, known):
                meant = did_you_mean(name, known)
                self.proof.mark((*path, place), f"no source '{printable(name)}' in the list of sources{meant}")

    def _among(self, path: Path, name: str, known: Collection[str], thing: str) -> bool:
        if name in known:
            return True
        if not may_be(name, known):
            self.proof.mark(path, f"no {thing} '{printable(name)}'{did_you_mean(name, known)}")
        return False

    def _keys(self, path: Path, named: Collection[str], wanted: Collection[str], thing: str) -> list[str]:
        unknown, missing = match_keys(named, wanted)
        for key, meant in unknown.items():
            if not may_be(key, wanted):
                self.proof.mark_key((*path, key), f"no {thing.format(printable(key))}{offer(meant)}")
        return missing
