"""The command `as-appropriate`, the same as `python -m game`.

What a verb needs is imported when it runs, so that `--help` answers at once; nowhere else in the game is that allowed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from game.delegations import Decision
    from game.scenario import Scenario
    from game.talks import View

OK, FAULT, BROKEN_OFF = 0, 1, 130

MAIN = "partnership-for-peace-1994"
"""The scenario of the demonstration."""

HOW_TO_PLAY = (
    "To play: as-appropriate play --terminal, in a terminal; or as-appropriate play, on a computer with a display."
    " as-appropriate --help names everything else."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    _settle_streams()
    given = list(sys.argv[1:] if argv is None else argv)
    parser = _parser()
    options = parser.parse_args(given if _names_verb(given) else ["play", *given])
    verb: Callable[[argparse.Namespace], int] = options.run
    try:
        return _answered(verb, options)
    except BrokenPipeError:
        _drop_output()  # Whoever read it has enough.
        return OK
    except OSError as fault:
        _drop_output()
        _complain(f"The output or the input has failed: {fault.strerror or fault}.")
        return FAULT
    except KeyboardInterrupt:
        _complain("Broken off.")
        return BROKEN_OFF


def computer(view: View, chance: Random) -> Decision:
    """The computer's policy, loaded when it first thinks: neither the first frame nor a replay waits for it."""
    from game.delegations import computer as policy

    return policy(view, chance)


def _drop_output() -> None:
    """What is left must not be written when Python closes the stream."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _names_verb(given: Sequence[str]) -> bool:
    """Whether the first word is a verb, even one that does not exist; an option alone belongs to `play`."""
    return bool(given) and (not given[0].startswith("-") or given[0] in {"-h", "--help", "--version"})


def _answered(verb: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    from game.scenario import ScenarioError
    from game.table import ReplayError, StoreError
    from game.talks import RecordError
    from game.terminal import Fault

    try:
        code = verb(options)
        if sys.stdout:
            sys.stdout.flush()
        return code
    except ScenarioError as error:
        _complain(str(error))
    except StoreError as error:
        _complain(str(error))
    except (RecordError, ReplayError) as error:
        _complain(f"The record cannot be played: {error}.".replace("..", "."))
    except Fault as fault:
        _complain(str(fault))
    return FAULT


def _settle_streams() -> None:
    """A letter that this terminal cannot show or send must not end the game."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def _complain(words: str) -> None:
    with suppress(OSError, ValueError, AttributeError):
        print(words, file=sys.stderr)


_INVISIBLE = {"dummy", "offscreen"}
"""Drivers of SDL that draw where nobody looks."""


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened here: always on Windows and macOS, elsewhere where a display is named."""
    if environment.get("SDL_VIDEODRIVER") in _INVISIBLE:
        return False
    if platform in {"win32", "cygwin", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def has_terminal() -> bool:
    """Whether somebody can type and read here."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def _play(options: argparse.Namespace) -> int:
    if options.scenario:
        options.seat = _seat(options.scenario, options.seat)
    if options.terminal:
        return _terminal(options)
    if options.desktop or has_display(os.environ, sys.platform):
        code, why = _desktop(options)
        if code is not None:
            return code
        print(f"The desktop cannot open a window: {why}.")
    elif has_terminal():
        print("There is no display: the talks are played in the terminal.")
    if has_terminal():
        return _terminal(options)
    return _demonstrate(options)


def _desktop(options: argparse.Namespace) -> tuple[int | None, str]:
    """The desktop's exit code; or None and the reason why there is no window."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        import pygame

        from game import desktop
    except ImportError as missing:
        return None, str(missing)
    given = {"scenario": options.scenario, "seat": options.seat, "seed": options.seed, "scale": options.scale}
    try:
        pygame.display.init()
        driver = pygame.display.get_driver()
        if driver in _INVISIBLE and os.environ.get("SDL_VIDEODRIVER") != driver:
            # SDL draws into the void where the display that is named does not answer.
            pygame.display.quit()
            return None, "the display that is named does not answer"
        return desktop.run(computer, **given, save=not options.no_save), ""
    except pygame.error as fault:
        return None, str(fault)


def _terminal(options: argparse.Namespace) -> int:
    from game.table import Store
    from game.terminal import play, standard_console

    return play(
        standard_console(),
        computer,
        lambda: None if options.no_save else Store(),
        scenario=options.scenario,
        seat=options.seat,
        seed=options.seed,
    )


def _demonstrate(options: argparse.Namespace) -> int:
    from game.scenario import shipped, source_of
    from game.terminal import Fault, standard_console, watch

    names = shipped()
    if not (options.scenario or names):
        raise Fault("No scenario comes with this copy of the game: name the file of one.")
    name = options.scenario or (MAIN if MAIN in names else names[0])
    print("Without a window and without a terminal: this is a demonstration, computer against computer.")
    code = watch(standard_console(), computer, source_of(name), name, seed=options.seed or 0)
    print(HOW_TO_PLAY)
    return code


def _seat(name: str, seat: str | None) -> str | None:
    """The seat as its scenario writes it. Raises `Fault` where there is none, and `ScenarioError`."""
    from game.scenario import open_scenario
    from game.terminal import seat_of

    scenario = open_scenario(name)
    return None if seat is None else seat_of(scenario, seat)


def _watch(options: argparse.Namespace) -> int:
    from game.scenario import source_of
    from game.terminal import standard_console, watch

    name: str = options.scenario
    return watch(standard_console(), computer, source_of(name), name, seed=options.seed, as_json=options.json)


def _replay(options: argparse.Namespace) -> int:
    from game.terminal import recorded, replay, standard_console

    record, source, warning = recorded(options.file, options.scenario)
    if warning:
        _complain(warning)
    return replay(standard_console(), computer, record, source)


def _analyse(options: argparse.Namespace) -> int:
    from time import perf_counter

    from game.analysis import ORDINARY, analyse
    from game.scenario import open_scenario
    from game.terminal import standard_console
    from game.terminal.analysing import show_analysis
    from game.terminal.analysis_json import analysis_json

    scenario = open_scenario(options.scenario)
    start = perf_counter()
    found = analyse(scenario, ORDINARY.times(options.budget))
    seconds = perf_counter() - start
    if options.json:
        print(analysis_json(found, seconds))
        return OK
    show_analysis(standard_console(), found, seconds, chart=options.chart)
    return OK


def _check(options: argparse.Namespace) -> int:
    from game.analysis import doubts
    from game.scenario import check

    reports = [check(file, doubts) for file in options.files]
    if options.json:
        print("[" + ",\n".join(report.to_json() for report in reports) + "]")
    for report in reports if not options.json else []:
        for line in report.lines():
            print(line)
        if report.scenario is not None:
            print(f"{report.file}: {_good(report.scenario, len(report.warnings))}")
    return OK if all(report.ok for report in reports) else FAULT


def _good(scenario: Scenario, warnings: int) -> str:
    options = sum(len(issue.options) for issue in scenario.text.issues)
    said = "good" if not warnings else f"no mistake, and {warnings} warning{'s' if warnings > 1 else ''}"
    return f"{said}. {len(scenario.ids)} delegations, {len(scenario.text.issues)} issues, {options} wordings."


def _list(_: argparse.Namespace) -> int:
    from game.terminal import list_all, standard_console

    list_all(standard_console())
    return OK


def _resume(options: argparse.Namespace) -> int:
    from game.table import Store
    from game.terminal import game_number, latest, play_on, standard_console

    game = latest() if options.game is None else game_number(options.game)
    return play_on(standard_console(), computer, Store(), game)


def _export(options: argparse.Namespace) -> int:
    from game.terminal import export_record, standard_console

    export_record(standard_console(), options.game, options.file)
    return OK


def _import(options: argparse.Namespace) -> int:
    from game.terminal import import_record, standard_console

    import_record(standard_console(), computer, options.file, options.scenario)
    return OK


def _schema(_: argparse.Namespace) -> int:
    from game.scenario.json_schema import schema_text

    print(schema_text(), end="")
    return OK


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("as-appropriate")
    except PackageNotFoundError:
        return "(not installed)"


class _ShowVersion(argparse.Action):
    """Prints the version; looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"As Appropriate {_version()}")
        parser.exit()


_VERBS: dict[str, tuple[Callable[[argparse.Namespace], int], str]] = {
    "play": (_play, "play against the computer; what happens where no verb is named"),
    "watch": (_watch, "let the computer play against itself, and print the talks as they go"),
    "replay": (_replay, "tell recorded talks again, move by move"),
    "analyse": (_analyse, "count a scenario's texts and find its frontier and its fair texts, exactly"),
    "check": (_check, "look scenario files over for mistakes"),
    "list": (_list, "list the scenarios and the kept talks"),
    "resume": (_resume, "go on with kept talks, in the terminal"),
    "export": (_export, "write kept talks as a record, which is text"),
    "import": (_import, "keep the talks of a record"),
    "schema": (_schema, "print the JSON Schema of a scenario file"),
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="as-appropriate",
        description="As Appropriate: a negotiation game about the words of a diplomatic text.",
        epilog="Each command explains itself: as-appropriate watch --help.",
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="print the version")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    each = {}
    for name, (run, words) in _VERBS.items():
        each[name] = verbs.add_parser(name, help=words, description=words[:1].upper() + words[1:] + ".")
        each[name].set_defaults(run=run)
    _play_options(each["play"])
    each["watch"].add_argument("scenario", metavar="SCENARIO", help="the id of a scenario, or a file")
    each["watch"].add_argument(
        "--seed", type=_seed, default=0, metavar="N", help="the same number gives the same talks"
    )
    each["watch"].add_argument("--json", action="store_true", help="one JSON object a line; the last sums up")
    each["replay"].add_argument("file", metavar="FILE", help="a record, or the number of kept talks")
    each["analyse"].add_argument("scenario", metavar="SCENARIO", help="the id of a scenario, or a file")
    each["analyse"].add_argument("--json", action="store_true", help="one JSON object")
    each["analyse"].add_argument("--chart", action="store_true", help="draw where the texts lie, in signs")
    each["analyse"].add_argument("--budget", type=_budget, default=1.0, metavar="X", help="times the usual budget")
    each["check"].add_argument("files", metavar="FILE", nargs="+", help="a scenario file, or the id of a scenario")
    each["check"].add_argument("--json", action="store_true", help="a JSON array with a report for each file")
    each["resume"].add_argument("game", metavar="GAME", nargs="?", help="the number of the talks; else the latest")
    each["export"].add_argument("game", metavar="GAME", help="the number of the talks")
    each["export"].add_argument("file", metavar="FILE", nargs="?", help="where to write; else it is printed")
    each["import"].add_argument("file", metavar="FILE", help="a record")
    for name in ("replay", "import"):
        each[name].add_argument("--scenario", metavar="FILE", help="the scenario, where the game does not bring it")
    return parser


def _seed(word: str) -> int:
    """A seed that a record can hold."""
    try:
        seed = int(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a seed is a whole number of at most 18 digits, not {word[:30]!r}") from None
    if abs(seed) >= 10**18:
        raise argparse.ArgumentTypeError("a seed has at most 18 digits")
    return seed


def _between(low: float, high: float, what: str) -> Callable[[str], float]:
    """Reads a number within bounds; `what` is the sentence for everything else."""

    def read(word: str) -> float:
        try:
            number = float(word)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(what)
        return number

    return read


_scale = _between(0.5, 4, "the size of the letters is a number between 0.5 and 4, such as 1.5")
_budget = _between(0.001, 1000, "a budget is a number between 0.001 and 1000, times the usual one")


def _play_options(play: argparse.ArgumentParser) -> None:
    play.add_argument("scenario", metavar="SCENARIO", nargs="?", help="the id of a scenario, or a file")
    play.add_argument("--seat", metavar="ID", help="the delegation to play, such as RUS")
    play.add_argument("--seed", type=_seed, metavar="N", help="the computer's chance; drawn if it is not given")
    face = play.add_mutually_exclusive_group()
    face.add_argument("--terminal", action="store_true", help="play by keyboard, in plain lines")
    face.add_argument("--desktop", action="store_true", help="play in a window")
    play.add_argument("--no-save", action="store_true", help="keep nothing on disk")
    play.add_argument("--scale", type=_scale, metavar="S", help="size of the letters in the window, such as 1.5")


if __name__ == "__main__":
    sys.exit(main())
