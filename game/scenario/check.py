"""A scenario file looked over for its author: the mistakes, and what is allowed but was hardly meant."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

from game.scenario.build import load, proofread
from game.scenario.edition import edition_names, in_edition
from game.scenario.edition_doubts import Doubt, long_briefs, of_edition
from game.scenario.haste import fewest_hours
from game.scenario.mistakes import Mistake, ScenarioError, listing, printable
from game.scenario.proof import Path as Where
from game.scenario.proof import Proof
from game.scenario.scenario import Scenario
from game.scenario.shelf import name_of, source_of
from game.scenario.signs import as_seen, named
from game.scenario.topics.editions import WHOLE
from game.text import IssueId, OptionId
from game.text.paper import Undecided

_MOST_LOOKS = 20_000
"""Looks at an exclusion for one option, before it is left open whether any text can have it."""


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
        options = sum(len(issue.options) for issue in found.text.negotiated) if found else None
        return json.dumps(
            {
                "file": self.file,
                "ok": self.ok,
                "scenario": found.id if found else None,
                "edition": found.edition if found else None,
                "editions": list(edition_names(found)) if found else [],
                "mistakes": [asdict(mistake) for mistake in self.mistakes],
                "warnings": [asdict(warning) for warning in self.warnings],
                "issues": len(found.text.negotiated) if found else None,
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


def check(path: Path | str, *looks: Look, lacking: Lacking | None = None, edition: str | None = None) -> Report:
    """Look a file over with all its editions, and have others look; with an `edition`, that one alone. What is wrong
    with it, even that it is not there, is in the report: nothing is raised."""
    file = name_of(str(path))
    try:
        source = source_of(str(path))
        scenario, proof = proofread(source, file)
        if edition is not None:
            found = load(source, file, edition)
            return Report(file, (), _sorted(_of_edition(scenario, edition, proof, looks)), found)
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
        *_namesakes(scenario, proof),
        *_of_edition(scenario, WHOLE, proof, looks),
    ]
    for each in scenario.editions:
        warnings += _of_edition(scenario, each.id, proof, looks)
    return Report(file, (), _sorted(warnings), scenario)


def _sorted(warnings: Iterable[Mistake]) -> tuple[Mistake, ...]:
    return tuple(sorted(warnings, key=lambda at: (at.line, at.column)))


def _of_edition(whole: Scenario, edition: str, proof: Proof, looks: Iterable[Look]) -> list[Mistake]:
    """What looks unmeant in the whole scenario, or in one of its editions as if that were a scenario of its own."""
    told = in_edition(whole, edition)
    found = [*_impossible(told), *_idle(told), *_hurried(told), *long_briefs(whole, edition)]
    if edition == WHOLE and whole.kind != "drill" and whole.limits is None:
        said = "nothing tells how the numbers were chosen, and what the model leaves out: write it under 'limits'"
        found.append(Doubt(("kind",), said))
    if whole.history and not told.history:
        found.append(Doubt(("history",), "the historical text cannot be signed, and is left out"))
    found += [doubt for look in looks for doubt in look(told)]
    return [proof.at(doubt.where, doubt.message) for doubt in of_edition(whole, edition, found)]


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


def _impossible(scenario: Scenario) -> Iterator[Doubt]:
    """Options that the exclusions keep out of every text."""
    text = scenario.text
    possible: set[tuple[IssueId, OptionId]] = set()
    for n, issue in enumerate(text.issues):
        for m, option in enumerate(issue.options):
            if (issue.id, option.id) in possible:
                continue
            where = Doubt(("issues", n, "options", m, "id"), f"no text can have '{option.id}': exclusions bar it")
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


def _hurried(scenario: Scenario) -> Iterator[Doubt]:
    """Sittings that are over before anything could be signed."""
    fewest, there = fewest_hours(scenario), scenario.calendar.hours
    if fewest > there:
        said = f"nothing can be signed in {there:g} hours of talks: the shortest way to it takes {fewest:g}"
        yield Doubt(("sessions",), said)


def _idle(scenario: Scenario) -> Iterator[Doubt]:
    """Things that change nothing in any talks."""
    sheets = scenario.instructions
    for n, issue in enumerate(scenario.text.issues):
        if issue.fixed:
            continue
        paired = any(issue.id in pair.options for sheet in sheets.values() for pair in sheet.pairs)
        if not paired and all(not any(sheet.points[issue.id].values()) for sheet in sheets.values()):
            yield Doubt(("issues", n, "id"), f"issue '{issue.id}' is worth nothing to anybody")
    for n, who in enumerate(scenario.ids):
        sheet = sheets[who]
        path = ("delegations", n, "instructions")
        if sheet.delay.points and sheet.delay.hours > scenario.calendar.hours:
            yield Doubt((*path, "delay", "hours"), "the talks end before this delay has cost anything")
        for name, steps in sheet.mandate.items():
            for step, opened in enumerate(steps):
                for option in sorted(opened & sheet.red_lines.get(name, frozenset())):
                    yield Doubt((*path, "mandate", name, step), f"a red line bars '{option}' whatever the mandate says")
