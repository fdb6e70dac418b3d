"""The command `as-appropriate`, the same as `python -m game`.

What a verb needs is imported when it runs, so that `--help` answers at once; nowhere else in the game is that allowed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game import classes, papers, process
from game.command_line import Verb, Verbs, understood
from game.options import language_option
from game.players import adviser, ask_topics, computers, debriefing, openly, sounds, sweepers
from game.words.language import ENGLISH, phrase, say, speaking

if TYPE_CHECKING:
    from gettext import NullTranslations

    from game.table import Recorded, Start

OK, FAULT, BROKEN_OFF = 0, 1, 130

LANGUAGE = "AS_APPROPRIATE_LANGUAGE"
"""The variable that names the language where the command does not."""

MAIN = "partnership-for-peace-1994"
"""The scenario of the demonstration."""

HOW_TO_PLAY = phrase(
    "To play: {terminal}, in a terminal; or {play}, on a computer with a display. {help} names everything else."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    process.settle_streams()
    named, given = language_option().parse_known_args(sys.argv[1:] if argv is None else list(argv))
    spoken = _language(named.language or os.environ.get(LANGUAGE, ""))
    if spoken is None:
        return FAULT
    with speaking(spoken):
        return _run(given)


def _language(name: str) -> NullTranslations | None:
    """The language that is named, English where none is; or None once it has been said that there is none of it."""
    if name in {"", "en"}:
        return ENGLISH
    from game.words.catalogues import UnknownLanguage, catalogue

    try:
        return catalogue(name)
    except UnknownLanguage as fault:
        process.complain(str(fault))
        return None


def _run(given: Sequence[str]) -> int:
    """Read a command in the language spoken now, and do it."""
    options = understood(given, _VERBS)
    verb: Verb = options.run
    try:
        return _answered(verb, options)
    except BrokenPipeError:
        process.drop_output()  # Whoever read it has enough.
        return OK
    except OSError as fault:
        process.drop_output()
        process.complain(say("The output or the input has failed: {why}.", why=fault.strerror or str(fault)))
        return FAULT
    except KeyboardInterrupt:
        process.complain(say("Broken off."))
        return BROKEN_OFF


def _answered(verb: Verb, options: argparse.Namespace) -> int:
    from game.scenario import ScenarioError
    from game.table import FollowError, RecordFileError, StartError, StoreError
    from game.talks import RecordError, ReplayError
    from game.terminal import Fault
    from game.words.faults import fault, unreadable

    try:
        code = verb(options)
        if sys.stdout:
            sys.stdout.flush()
        return code
    except (ScenarioError, Fault) as error:
        process.complain(str(error))
    except (StoreError, StartError, RecordFileError, FollowError) as error:
        process.complain(fault(error))
    except (RecordError, ReplayError) as error:
        process.complain(unreadable(error))
    return FAULT


def _play(options: argparse.Namespace) -> int:
    from game.table import people_of

    options.seat, options.level = people_of(options.seat, options.level, options.scenario, options.edition)
    if options.terminal or options.chair:
        return _terminal(options)
    if options.desktop or process.has_display(os.environ, sys.platform):
        code, why = _desktop(options)
        if code is not None:
            return code
        print(say("The desktop cannot open a window: {why}.", why=why))
    elif process.has_terminal():
        print(say("There is no display: the talks are played in the terminal."))
    if process.has_terminal():
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
    start = None if hasattr(options, "address") else _start(options)
    try:
        driver = desktop.open_display()
        if driver in process.INVISIBLE and os.environ.get("SDL_VIDEODRIVER") != driver:
            # SDL draws into the void where the display that is named does not answer.
            pygame.display.quit()
            return None, say("the display that is named does not answer")
        how = {"adviser": adviser, "scale": options.scale, "opener": debriefing, "synth": sounds}
        if start is None:
            door = (options.address, options.code or "", options.name)
            return desktop.run(computers(), door=door, **how), ""
        return desktop.run(computers(), start, save=not options.no_save, **how), ""
    except pygame.error as fault:
        return None, str(fault)


def _join(options: argparse.Namespace) -> int:
    code, _ = _desktop(options) if process.has_display(os.environ, sys.platform) else (None, "")
    if code is not None:
        return code
    process.complain(say("A seat needs a window: open {address} in a browser instead.", address=options.address))
    return FAULT


def _terminal(options: argparse.Namespace) -> int:
    from functools import partial

    from game.terminal import play, standard_console, store_to_play

    opening = partial(store_to_play, save=not options.no_save)
    return play(standard_console(), computers(), opening, _start(options), adviser=adviser, debrief=ask_topics)


def _start(options: argparse.Namespace) -> Start:
    """How the talks are to begin. Raises `Fault` where a record cannot be followed or there is no such level, and
    `ScenarioError`."""
    from game.scenario import WHOLE
    from game.table import Start, StartError, followed, levels_of
    from game.terminal import Fault
    from game.words.starting import has_changed

    past, people = None, getattr(options, "seat", [])
    if options.after is not None:
        if options.scenario is None:
            play = "as-appropriate play SCENARIO --after RECORD"
            raise Fault(say("Name the talks that follow the record: {play}.", play=play))
        past, changed = followed(options.after, options.scenario)
        if changed:
            process.complain(has_changed())
    if options.scenario is None and options.edition != WHOLE:
        raise StartError("edition-of-none", options.edition)
    levels = levels_of(options.level, options.scenario, people)
    advised = not getattr(options, "no_adviser", False)
    seat, also = people[0] if people else None, tuple(people[1:])
    how = (options.seed, options.as_written, past, levels, advised, options.edition)
    return Start(options.scenario, seat, *how, also, getattr(options, "chair", False))


def _demonstrate(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from game.scenario import shipped
    from game.terminal import Fault, standard_console, watch

    names = shipped()
    if options.scenario is None and not names:
        raise Fault(say("No scenario comes with this copy of the game: name the file of one."))
    name = (MAIN if MAIN in names else names[0]) if options.scenario is None else options.scenario
    print(say("Without a window and without a terminal: this is a demonstration, computer against computer."))
    code = watch(standard_console(), computers(), replace(_start(options), scenario=name))
    play, every = "as-appropriate play", "as-appropriate --help"
    print(say(HOW_TO_PLAY, terminal=f"{play} --terminal", play=play, help=every))
    return code


def _watch(options: argparse.Namespace) -> int:
    from game.terminal import may_write_talks, standard_console, watch

    console, over = standard_console(), options.force
    if options.record is not None:
        over = may_write_talks(console, options.scenario, options.record, over=over, asks=process.has_terminal())
    if options.json or options.record == "-":
        process.print_for_programs()
    how = {"as_json": options.json, "record": options.record, "over": over}
    return watch(console, computers(), _start(options), **how)


def _replay(options: argparse.Namespace) -> int:
    from game.table import recorded
    from game.terminal import replay, standard_console
    from game.words.starting import has_changed

    found = recorded(options.file, options.scenario)
    if found.changed:
        process.complain(has_changed())
    if options.step or options.at is not None:
        return _step(found, options.at or 0)
    return replay(standard_console(), computers(), found, openly=openly if options.openly else None)


def _step(found: Recorded, at: int) -> int:
    from functools import partial

    from game.terminal import standard_console, store_to_play
    from game.terminal.stepping import step_through

    opening = partial(store_to_play, save=True)
    return step_through(standard_console(), computers(), found, opening, at, adviser=adviser, debrief=ask_topics)


def _debrief(options: argparse.Namespace) -> int:
    from game.table import recorded
    from game.terminal import standard_console
    from game.terminal.debriefing import tell_debrief
    from game.words.starting import has_changed

    found = recorded(options.file, options.scenario)
    if found.changed:
        process.complain(has_changed())
    tell_debrief(standard_console(), found, options.topics, options.seat)
    return OK


def _analyse(options: argparse.Namespace) -> int:
    from time import perf_counter

    from game.analysis import ORDINARY_BUDGET, analyse
    from game.reports.analysis_json import analysis_json
    from game.scenario import drawn, open_scenario
    from game.terminal import standard_console
    from game.terminal.analysing import show_analysis

    scenario = open_scenario(options.scenario, options.edition)
    if options.seed is not None:
        scenario = drawn(scenario, options.seed)
    start = perf_counter()
    found = analyse(scenario, ORDINARY_BUDGET.times(options.budget))
    seconds = perf_counter() - start
    if options.json:
        process.print_for_programs()
        print(analysis_json(found, seconds, options.seed))
        return OK
    show_analysis(standard_console(), found, seconds, chart=options.chart, seed=options.seed)
    return OK


def _simulate(options: argparse.Namespace) -> int:
    from game.reports.simulation_json import tally_json
    from game.terminal import may_write_talks, standard_console
    from game.terminal.simulating import show_tally, simulate, sweep_of

    console, each, over = standard_console(), options.each, options.force
    sweep = sweep_of(options.scenario, options.policy, as_written=options.as_written, edition=options.edition)
    if each:
        over = may_write_talks(console, options.scenario, each, over=over, asks=process.has_terminal())
    if options.json or each == "-":
        process.print_for_programs()
    seeds = range(options.seed, options.seed + options.runs)
    tally = simulate(
        sweep, seeds, sweepers(options.jobs, options.cluster), each=each, over=over, progress=not options.no_progress
    )
    if options.json:
        print(tally_json(tally, sweep.scenario))
        return OK
    show_tally(console, tally, sweep.scenario)
    return OK


def _check(options: argparse.Namespace) -> int:
    from game.analysis import doubts
    from game.scenario import check
    from game.simulation import repair_doubts
    from game.terminal import standard_console
    from game.terminal.checking import show_reports

    reports = [check(file, doubts, repair_doubts, lacking=_lacking, edition=options.edition) for file in options.files]
    if options.json:
        process.print_for_programs()
    show_reports(standard_console(), reports, as_json=options.json)
    return OK if all(report.ok for report in reports) else FAULT


def _lacking(words: str) -> list[int]:
    """Where in these words a letter stands that the window has not; nowhere, where there can be no window."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        from game.desktop.kit import fonts
    except ImportError:
        return []
    from game.scenario import folder

    fonts.home = folder("assets") / "fonts"
    return fonts.lacking(words)


def _list(_: argparse.Namespace) -> int:
    from game.terminal import list_all, standard_console

    list_all(standard_console())
    return OK


def _resume(options: argparse.Namespace) -> int:
    from game.table import game_number, latest
    from game.terminal import play_on, standard_console, store_to_go_on

    console = standard_console()
    store = store_to_go_on(console)
    game = latest(store) if options.game is None else game_number(options.game)
    return play_on(console, computers(), store, game, adviser=adviser, debrief=ask_topics, chaired=options.chair)


def _export(options: argparse.Namespace) -> int:
    from game.terminal import export_record, standard_console

    if options.file == "-":
        process.print_for_programs()
    how = {"unfinished": options.unfinished, "over": options.force, "asks": process.has_terminal()}
    export_record(standard_console(), options.game, options.file, **how)
    return OK


def _import(options: argparse.Namespace) -> int:
    from game.terminal import import_record, standard_console

    import_record(standard_console(), computers(), options.file, options.scenario)
    return OK


def _schema(_: argparse.Namespace) -> int:
    from game.scenario.json_schema import schema_text

    process.print_for_programs()
    print(schema_text(), end="")
    return OK


_VERBS: Verbs = {
    "play": (_play, phrase("play against the computer; what happens where no verb is named")),
    "watch": (_watch, phrase("let the computer play against itself, and print the talks as they go")),
    "replay": (_replay, phrase("tell recorded talks again, move by move")),
    "debrief": (_debrief, phrase("tell what the words of finished talks were worth, topic by topic")),
    "analyse": (_analyse, phrase("count a scenario's texts and find its frontier and its fair texts, exactly")),
    "simulate": (_simulate, phrase("play many talks, policy against policy, and count what comes of them")),
    "check": (_check, phrase("look scenario files over for mistakes")),
    "host": (classes.host, phrase("open a class, for people who come with a browser")),
    "classes": (classes.tend, phrase("list the classes that are kept, export or delete one")),
    "join": (_join, phrase("take a seat in a class on another computer, in a window")),
    "list": (_list, phrase("list the scenarios and the kept talks")),
    "resume": (_resume, phrase("go on with kept talks, in the terminal")),
    "report": (papers.report, phrase("write what finished talks were worth as a page, for the printer or as a table")),
    "handout": (
        papers.handout,
        phrase("write what a teacher prints for a class: plan, role sheets, forms, answer key"),
    ),
    "known": (papers.known, phrase("say what is known of a scenario, what is made up, and what its model leaves out")),
    "glossary": (papers.glossary, phrase("say what the words of the game and of treaties mean, with an example each")),
    "paper": (papers.paper, phrase("type in what tables have agreed on paper, and write the report of it")),
    "export": (_export, phrase("write kept talks as a record, which is text")),
    "import": (_import, phrase("keep the talks of a record")),
    "schema": (_schema, phrase("print the JSON Schema of a scenario file")),
}


if __name__ == "__main__":
    sys.exit(main())
