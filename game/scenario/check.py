"""A scenario file looked over for its author: the mistakes, and what is allowed but was hardly meant."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

from game.scenario.build import proofread
from game.scenario.haste import fewest_hours
from game.scenario.mistakes import Mistake, ScenarioError, listing, printable
from game.scenario.proof import Path as Where
from game.scenario.proof import Proof
from game.scenario.scenario import Scenario
from game.scenario.shelf import name_of, source_of
from game.scenario.signs import as_seen, named
from game.text import IssueId, OptionId
from game.text.paper import Undecided

_MOST_LOOKS = 20_000
"""Looks at an exclusion for one option, before it is left open whether any text can have it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What looks as if the author had not meant it: where in the file, as keys and list positions from its top."""

    where: Where
    message: str


Look = Callable[[Scenario], Iterable[Doubt]]
"""Somebody who looks a sound scenario over."""


@dataclass(frozen=True)
class Report:
    """What there is to say about one file; the scenario is there if the file has no mistake."""

    file: str
    mistakes: tuple[Mistake, ...] = ()
    warnings: tuple[Mistake, ...] = ()
    scenario: Scenario | None = None

    @property
    def ok(self) -> bool:
        """Whether the scenario can be played; warnings do not prevent it."""
        return self.scenario is not None

    def lines(self) -> list[str]:
        """The report for a terminal: the first twenty mistakes and the first twenty warnings, a line each."""
        said = [replace(warning, message=f"warning: {warning.message}") for warning in self.warnings]
        return listing(self.mistakes) + listing(said)

    def to_json(self) -> str:
        """The report for a program: one JSON object, with every mistake and warning."""
        found = self.scenario
        options = sum(len(issue.options) for issue in found.text.issues) if found else None
        return json.dumps(
            {
                "file": self.file,
                "ok": self.ok,
                "scenario": found.id if found else None,
                "mistakes": [asdict(mistake) for mistake in self.mistakes],
                "warnings": [asdict(warning) for warning in self.warnings],
                "issues": len(found.text.issues) if found else None,
                "options": options,
                "delegations": list(found.ids) if found else [],
                "hours": found.calendar.hours if found else None,
            },
            ensure_ascii=False,
            indent=2,
        )


Lacking = Callable[[str], Sequence[int]]
"""Where in some words there are letters that the window has not."""
_MOST_UNLETTERED = 100
"""Texts that are told: a whole scenario may be written in such letters."""
_IN_EVERY_FACE = re.compile("[\\x00-\u017e“”‘’„‚‹›–—…•€]*")
"""What need not be asked for: most texts have nothing else."""


def check(path: Path | str, *looks: Look, lacking: Lacking | None = None) -> Report:
    """Look a file over, and have others look. What is wrong with it, even that it is not there, is in the report:
    nothing is raised."""
    file = name_of(str(path))
    try:
        scenario, proof = proofread(source_of(str(path)), file)
    except ScenarioError as error:
        told = {(mistake.line, mistake.column) for mistake in error.mistakes}
        return Report(
            file, error.mistakes, tuple(doubt for doubt in error.doubts if (doubt.line, doubt.column) not in told)
        )
    unlettered = islice(_unlettered(proof, lacking), _MOST_UNLETTERED) if lacking else ()
    warnings = [
        *proof.doubts,
        *unlettered,
        *_name(scenario, Path(path), proof),
        *_impossible(scenario, proof),
        *_idle(scenario, proof),
        *_hurried(scenario, proof),
        *_namesakes(scenario, proof),
    ]
    warnings += [proof.at(doubt.where, doubt.message) for look in looks for doubt in look(scenario)]
    return Report(file, (), tuple(sorted(warnings, key=lambda at: (at.line, at.column))), scenario)


def _unlettered(proof: Proof, lacking: Lacking) -> Iterator[Mistake]:
    """Texts with letters that the window has not: each at the first of them."""
    for words, at in proof.beyond_ascii():
        if _IN_EVERY_FACE.fullmatch(words) or not (offsets := lacking(words)):
            continue
        more = len({words[offset] for offset in offsets}) - 1
        others = f", nor {more} other signs of this text" if more > 1 else ", nor another of this text" if more else ""
        said = f"the game's fonts have no {named(words[offsets[0]])}{others}: the window asks those of the system"
        yield at(offsets[0], said)


def _name(scenario: Scenario, path: Path, proof: Proof) -> Iterator[Mistake]:
    if path.suffix and path.stem != scenario.id:
        yield proof.at(("scenario",), f"the file is called '{path.name}', so the id should be '{path.stem}'")


def _impossible(scenario: Scenario, proof: Proof) -> Iterator[Mistake]:
    """Options that the exclusions keep out of every text."""
    text = scenario.text
    possible: set[tuple[IssueId, OptionId]] = set()
    for n, issue in enumerate(text.issues):
        for m, option in enumerate(issue.options):
            if (issue.id, option.id) in possible:
                continue
            where = proof.at(("issues", n, "options", m, "id"), f"no text can have '{option.id}': exclusions bar it")
            try:
                found = text.extends({issue.id: option.id}, steps=_MOST_LOOKS)
            except Undecided:
                yield replace(
                    where, message=f"it could not be decided whether any text can have '{option.id}' or others"
                )
                return
            if found is None:
                yield where
            else:
                possible.update(found.items())


def _namesakes(scenario: Scenario, proof: Proof) -> Iterator[Mistake]:
    """Wordings of one issue, and delegations, that nobody can tell apart by their names."""
    names: list[tuple[Where, Sequence[str]]] = [
        (("issues", n, "options"), [option.name for option in issue.options])
        for n, issue in enumerate(scenario.text.issues)
    ]
    for path, called in [*names, (("delegations",), [delegation.name for delegation in scenario.delegations])]:
        seen: set[str] = set()
        for m, name in enumerate(called):
            if (shown := as_seen(name).casefold().strip()) in seen:
                yield proof.at((*path, m, "name"), f"another one here is called '{printable(name)}' too")
            seen.add(shown)


def _hurried(scenario: Scenario, proof: Proof) -> Iterator[Mistake]:
    """Sittings that are over before anything could be signed."""
    fewest, there = fewest_hours(scenario), scenario.calendar.hours
    if fewest > there:
        said = f"nothing can be signed in {there:g} hours of talks: the shortest way to it takes {fewest:g}"
        yield proof.at(("sessions",), said)


def _idle(scenario: Scenario, proof: Proof) -> Iterator[Mistake]:
    """Things that change nothing in any talks."""
    sheets = scenario.instructions
    for n, issue in enumerate(scenario.text.issues):
        paired = any(issue.id in pair.options for sheet in sheets.values() for pair in sheet.pairs)
        if not paired and all(not any(sheet.points[issue.id].values()) for sheet in sheets.values()):
            yield proof.at(("issues", n, "id"), f"issue '{issue.id}' is worth nothing to anybody")
    for n, who in enumerate(scenario.ids):
        sheet = sheets[who]
        path = ("delegations", n, "instructions")
        if sheet.delay.points and sheet.delay.hours > scenario.calendar.hours:
            yield proof.at((*path, "delay", "hours"), "the talks end before this delay has cost anything")
        for name, steps in sheet.mandate.items():
            for step, opened in enumerate(steps):
                for option in sorted(opened & sheet.red_lines.get(name, frozenset())):
                    yield proof.at(
                        (*path, "mandate", name, step), f"a red line bars '{option}' whatever the mandate says"
                    )
