"""Which issues and options a file defines, and the marks for whatever names something else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from game.scenario.mistakes import did_you_mean, match_keys, offer, printable
from game.scenario.proof import Path, Proof
from game.scenario.schema import IssueModel

STAND_IN, STAND_IN_CAPITALS = "unreadable", "UNREAD"
"""How every name begins that stands for one that could not be read, and how where a name is in capitals."""
STAND_INS = (STAND_IN, STAND_IN_CAPITALS)


def may_be(name: str, known: Iterable[str]) -> bool:
    """Whether an unknown name may well be the one that could not be read: there is such a one, and no name like it."""
    known = tuple(known)
    return any(each.startswith(STAND_INS) for each in known) and not did_you_mean(name, known)


class Names:
    """The issues of a file with their options; each question is answered and, if the answer is no, marked."""

    def __init__(self, issues: Sequence[IssueModel], proof: Proof) -> None:
        self._proof = proof
        self.options: dict[str, tuple[str, ...]] = {}
        for issue in issues:
            self.options.setdefault(issue.id, tuple(dict.fromkeys(option.id for option in issue.options)))

    def issue(self, path: Path, key: str) -> bool:
        """Whether the key at the end of a path is an issue."""
        if key in self.options:
            return True
        if may_be(key, self.options):
            return False
        self._proof.mark_key((*path, key), f"no issue '{printable(key)}'{did_you_mean(key, self.options)}")
        return False

    def option(self, path: Path, issue: str, option: str) -> bool:
        """Whether the value at a path is an option of an issue that exists."""
        known = self.options[issue]
        if option in known:
            return True
        if may_be(option, known):
            return False
        meant = did_you_mean(option, known)
        self._proof.mark(path, f"no option '{printable(option)}' in issue '{issue}'{meant}")
        return False

    def listed(self, path: Path, issue: str, options: Sequence[str]) -> set[str]:
        """Those of the listed values that are options of the issue; a value that stands twice is marked."""
        seen: set[str] = set()
        for place, option in enumerate(options):
            if option in seen:
                self._proof.mark((*path, place), f"'{printable(option)}' stands in this list twice")
            else:
                self.option((*path, place), issue, option)
            seen.add(option)
        return seen & frozenset(self.options[issue])

    def outcome(self, path: Path, outcome: Mapping[str, str], *, whole: bool) -> None:
        """Mark every value that is no option of its issue and, for a whole text, every issue without one."""
        for issue, option in outcome.items():
            if issue in self.options:
                self.option((*path, issue), issue, option)
        missing = self.keys(path, outcome, self.options, "issue '{}'")
        for issue in missing if whole else ():
            self._proof.mark(path, f"no option is named for issue '{issue}'")

    def keys(self, path: Path, named: Collection[str], wanted: Collection[str], thing: str) -> list[str]:
        """Mark the keys of a mapping that name nothing; `thing` has {} for the name. The wanted keys it lacks."""
        unknown, missing = match_keys(named, wanted)
        for key, meant in unknown.items():
            if may_be(key, wanted):
                continue
            self._proof.mark_key((*path, key), f"no {thing.format(printable(key))}{offer(meant)}")
        return missing

    def cited(self, path: Path, ids: Iterable[str], sources: Iterable[str]) -> None:
        """Mark every id that is not in the list of sources."""
        for place, name in enumerate(ids):
            if name not in sources and not may_be(name, sources):
                meant = did_you_mean(name, sources)
                self._proof.mark((*path, place), f"no source '{printable(name)}' in the list of sources{meant}")


def mark_twins(proof: Proof, thing: str, ids: Sequence[tuple[Path, str]]) -> None:
    """Mark every id that stands at an earlier path already."""
    seen: dict[str, int] = {}
    for path, name in ids:
        if name in seen:
            proof.mark(path, f"{thing} '{printable(name)}' is there twice; the first is at line {seen[name]}")
        else:
            seen[name] = proof.at(path, "").line
