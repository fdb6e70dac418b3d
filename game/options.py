"""The options of the commands that have many: what each is called, and the sentence that explains it."""

from __future__ import annotations

import argparse

from game.numbers import (
    budget,
    file_name,
    first_seed,
    jobs,
    move_number,
    people,
    port,
    runs,
    scale,
    scheduler,
    seed,
    tables,
)
from game.words.language import say


def language_option() -> argparse.ArgumentParser:
    """The option that every command has. It is read before the others are, for their help is in that language too."""
    option = argparse.ArgumentParser(prog="as-appropriate", add_help=False, allow_abbrev=False)
    words = say("the language that is spoken, such as en; or a catalogue, which is a .mo file")
    option.add_argument("--language", metavar="TAG", help=words)
    return option


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("as-appropriate")
    except PackageNotFoundError:
        return "(not installed)"


class ShowVersion(argparse.Action):
    """The option that prints the version; it is looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print it, and end the program."""
        print(f"As Appropriate {_version()}")
        parser.exit()


def edition_option(verb: argparse.ArgumentParser) -> None:
    """In which edition a scenario is opened."""
    words = say("an edition of the scenario, such as lesson; whole, if not given")
    verb.add_argument("--edition", default="whole", metavar="NAME", help=words)


def play_options(play: argparse.ArgumentParser) -> None:
    """What can be said of a game that a person plays."""
    play.add_argument("scenario", metavar="SCENARIO", nargs="?", help=say("the id of a scenario, or a file"))
    seats = say("the delegation to play, such as RUS; once more for each other that a person plays at this computer")
    play.add_argument("--seat", action="append", default=[], metavar="ID", help=seats)
    play.add_argument("--seed", type=seed, metavar="N", help=_what_a_seed_is())
    opening_options(play, say("{levels}; or WHO=person", levels=_levels()))
    face = play.add_mutually_exclusive_group()
    face.add_argument("--terminal", action="store_true", help=say("play by keyboard, in plain lines"))
    face.add_argument("--desktop", action="store_true", help=say("play in a window"))
    play.add_argument("--no-save", action="store_true", help=say("keep nothing on disk"))
    play.add_argument("--no-adviser", action="store_true", help=say("nobody who plays has an adviser in these talks"))
    chair_option(play)
    play.add_argument("--scale", type=scale, metavar="S", help=say("size of the letters in the window, such as 1.5"))


def chair_option(verb: argparse.ArgumentParser) -> None:
    """Whether the chair's moves are open."""
    words = say("the chair's moves are open to whoever sits at the terminal: chair and what it does")
    verb.add_argument("--chair", action="store_true", help=words)


def simulate_options(simulate: argparse.ArgumentParser) -> None:
    """What can be said of a sweep."""
    simulate.add_argument("scenario", metavar="SCENARIO", help=say("the id of a scenario, or a file"))
    edition_option(simulate)
    simulate.add_argument("--runs", type=runs, default=100, metavar="N", help=say("how many talks; 100 if not given"))
    simulate.add_argument(
        "--seed", type=first_seed, default=1, metavar="N", help=say("of the first talks, then one more each")
    )
    simulate.add_argument(
        "--policy",
        action="append",
        default=[],
        metavar="WHO=NAME",
        help=say("who plays a seat; the trader where not given"),
    )
    simulate.add_argument(
        "--as-written", action="store_true", help=say("instructions as in the file, not drawn by seed")
    )
    where = simulate.add_mutually_exclusive_group()
    where.add_argument("--jobs", type=jobs, metavar="N", help=say("processes at once; as many as cores if not given"))
    where.add_argument(
        "--cluster", type=scheduler, metavar="ADDRESS", help=say("a Dask scheduler, such as tcp://host:8786")
    )
    simulate.add_argument("--json", action="store_true", help=say("one JSON object"))
    simulate.add_argument(
        "--each",
        type=file_name,
        metavar="FILE",
        help=say("also a line for each talks: CSV if it ends in .csv, else JSON"),
    )
    simulate.add_argument("--force", action="store_true", help=say("write over a file that is there"))
    simulate.add_argument("--no-progress", action="store_true", help=say("no bar that shows how far it is"))


def _what_a_seed_is() -> str:
    return say(
        "a number to share talks or to play them once more; whoever knows it or finds it by trying can work out every"
        " seat's instructions and what is to happen. Without it nobody can"
    )


def _levels() -> str:
    return say("how well the computer plays: student, attache, ambassador, minister; or WHO=LEVEL")


def opening_options(verb: argparse.ArgumentParser, levels: str = "") -> None:
    """How talks begin, for every command that begins some; `levels` says what levels are for, where it is more than
    for the computer."""
    edition_option(verb)
    verb.add_argument("--as-written", action="store_true", help=say("instructions as in the file, not drawn by seed"))
    verb.add_argument("--level", action="append", default=[], metavar="LEVEL", help=levels or _levels())
    verb.add_argument(
        "--after",
        type=file_name,
        metavar="RECORD",
        help=say("finished talks that a sequel follows: a file, or their number"),
    )


def analyse_options(analyse: argparse.ArgumentParser) -> None:
    """What can be said of an analysis."""
    analyse.add_argument("scenario", metavar="SCENARIO", help=say("the id of a scenario, or a file"))
    edition_option(analyse)
    analyse.add_argument(
        "--seed", type=seed, metavar="N", help=say("the instructions as the seed draws them; else as they are written")
    )
    analyse.add_argument("--json", action="store_true", help=say("one JSON object"))
    analyse.add_argument("--chart", action="store_true", help=say("draw where the texts lie, in signs"))
    analyse.add_argument("--budget", type=budget, default=1.0, metavar="X", help=say("times the usual budget"))


def watch_options(watch: argparse.ArgumentParser) -> None:
    """What can be said of talks that play by themselves."""
    watch.add_argument("scenario", metavar="SCENARIO", help=say("the id of a scenario, or a file"))
    watch.add_argument("--seed", type=seed, default=0, metavar="N", help=say("the same number gives the same talks"))
    opening_options(watch)
    watch.add_argument("--json", action="store_true", help=say("one JSON object a line; the last sums up"))
    kept = say("also keep the record of the talks; for -, it is printed and nothing else")
    watch.add_argument("--record", type=file_name, metavar="FILE", help=kept)
    watch.add_argument("--force", action="store_true", help=say("write over a file that is there"))


def check_options(check: argparse.ArgumentParser) -> None:
    """What can be said of scenario files that are looked over."""
    files = say("a scenario file, the id of a scenario, or - for what another program sends")
    check.add_argument("files", metavar="FILE", nargs="+", help=files)
    check.add_argument("--edition", metavar="NAME", help=say("look only at this edition; else at all of them"))
    check.add_argument("--json", action="store_true", help=say("a JSON array with a report for each file"))


def host_options(host: argparse.ArgumentParser) -> None:
    """What can be said of a class that is hosted. Nothing need be."""
    host.add_argument("scenario", metavar="SCENARIO", nargs="?", help=say("the id of a scenario, or a file"))
    words = say("an edition of the scenario; lesson, if not given and if there is one")
    host.add_argument("--edition", metavar="NAME", help=words)
    host.add_argument("--minutes", type=int, choices=(50, 75), default=50, help=say("of the lesson; 50 if not given"))
    host.add_argument("--expected", type=people, default=30, metavar="N", help=say("how many come; 30 if not given"))
    host.add_argument("--level", metavar="LEVEL", help=_levels_of_a_class())
    host.add_argument("--adviser", action="store_true", help=say("the people at the tables may ask an adviser"))
    host.add_argument("--own-names", action="store_true", help=say("people go by names of their own, not by numbers"))
    host.add_argument("--port", type=port, metavar="N", help=say("80 if not given, else the first free one from 8080"))
    host.add_argument("--bind", default="0.0.0.0", metavar="ADDRESS", help=say("an address of this machine; else all"))
    host.add_argument("--base-path", default="", metavar="PATH", help=say("the path under which a proxy asks"))
    proxy = say("a proxy stands before it, whose X-Forwarded-For and X-Forwarded-Host are believed")
    host.add_argument("--behind-proxy", action="store_true", help=proxy)
    public = say("an address under which others know this host, such as https://school.example/class")
    host.add_argument("--public-address", action="append", default=[], metavar="URL", help=public)
    anywhere = say("also people outside private networks may come")
    host.add_argument("--anywhere", action="store_true", help=anywhere)
    database = say("where classes are kept: a file, or postgresql://...; else with your own talks")
    host.add_argument("--database", metavar="PLACE", help=database)
    again = host.add_mutually_exclusive_group()
    go_on = say("go on with a class that was kept, by its code; else with the last one")
    again.add_argument("--continue", dest="go_on", nargs="?", const="", metavar="CLASS", help=go_on)
    teachers = say("open no class now: serve all that are kept, and let teachers open theirs by a secret link")
    again.add_argument("--for-teachers", action="store_true", help=teachers)
    again.add_argument("--new", action="store_true", help=say("open a new class, also where the last one is not over"))
    ends = say("end when the standard input does: for a program that begins this one")
    host.add_argument("--until-eof", action="store_true", help=ends)
    host.add_argument("--json", action="store_true", help=say("addresses and links as one JSON object"))
    rehearse = say("rehearse a new class: robots sit at N tables, and do what students do, at their pace")
    host.add_argument("--rehearse", type=tables, metavar="N", help=rehearse)


def join_options(join: argparse.ArgumentParser) -> None:
    """What can be said of a class that is joined."""
    address = say("where the class is, such as 192.168.1.23:8080; or what stands behind its QR code")
    join.add_argument("address", metavar="ADDRESS", help=address)
    join.add_argument("code", metavar="CODE", nargs="?", help=say("the code of the class; asked for, if not given"))
    join.add_argument("--name", default="", metavar="NAME", help=say("if the teacher wants names"))
    join.add_argument("--scale", type=scale, metavar="S", help=say("size of the letters in the window, such as 1.5"))


def _levels_of_a_class() -> str:
    return say("how well the computer plays where nobody sits: student, attache, ambassador, minister")


# ---- kept talks and records -------------------------------------------------------------------------------------


def replay_options(replay: argparse.ArgumentParser) -> None:
    """What can be said of talks that are told again."""
    record = say("a record, - for one that another program sends, or the number of kept talks")
    replay.add_argument("file", metavar="FILE", help=record)
    openly = say("tell the computer's turns once more, with what it had in mind")
    replay.add_argument("--openly", action="store_true", help=openly)
    replay.add_argument("--step", action="store_true", help=say("go through it move by move, forward and back"))
    replay.add_argument(
        "--at", type=move_number, metavar="N", help=say("with --step: begin after so many moves; 0 if not given")
    )
    _scenario_option(replay)


def debrief_options(debrief: argparse.ArgumentParser) -> None:
    """Of which talks it is told what, and to whom."""
    record = say("a record, - for one that another program sends, or the number of kept talks")
    debrief.add_argument("file", metavar="RECORD", help=record)
    topics = say("what to hear of, such as overview, clauses or parts; all tells everything")
    debrief.add_argument("topics", metavar="TOPIC", nargs="*", help=topics)
    debrief.add_argument("--seat", metavar="ID", help=say("the delegation that is called you, such as RUS"))
    _scenario_option(debrief)


def resume_options(resume: argparse.ArgumentParser) -> None:
    """Which kept talks go on."""
    resume.add_argument("game", metavar="GAME", nargs="?", help=say("the number of the talks; else the latest"))
    chair_option(resume)


def export_options(export: argparse.ArgumentParser) -> None:
    """Which kept talks are written, and where."""
    export.add_argument("game", metavar="GAME", help=say("the number of the talks"))
    where = say("where to write; else, or for -, it is printed")
    export.add_argument("file", type=file_name, metavar="FILE", nargs="?", default="-", help=where)
    export.add_argument("--force", action="store_true", help=say("write over a file that is there"))
    unfinished = say("also talks that go on: their record holds the secrets of every seat")
    export.add_argument("--unfinished", action="store_true", help=unfinished)


def import_options(taken: argparse.ArgumentParser) -> None:
    """Which record is kept."""
    taken.add_argument("file", metavar="FILE", help=say("a record, or - for one that another program sends"))
    _scenario_option(taken)


def report_options(report: argparse.ArgumentParser) -> None:
    """What can be said of a report."""
    records = say("a record, - for one that another program sends, or the number of kept talks; several are compared")
    report.add_argument("files", metavar="RECORD", nargs="+", help=records)
    where = say("where to write; its name ends in .html, .pdf, .csv or .json")
    report.add_argument("-o", "--output", type=file_name, metavar="FILE", required=True, help=where)
    report.add_argument(
        "--names", action="store_true", help=say("call each table by the name of its file, not a letter")
    )
    report.add_argument("--seat", metavar="ID", help=say("whose report it is, such as RUS; else the only person's"))
    report.add_argument("--force", action="store_true", help=say("write over a file that is there"))
    report.add_argument("--no-progress", action="store_true", help=say("no bar that shows how far it is"))
    _scenario_option(report)


def handout_options(handout: argparse.ArgumentParser) -> None:
    """What can be said of a handout."""
    handout.add_argument("scenario", metavar="SCENARIO", help=say("the id of a scenario, or a file"))
    edition_option(handout)
    where = say("where to write; its name ends in .html or .pdf")
    handout.add_argument("-o", "--output", type=file_name, metavar="FILE", required=True, help=where)
    drawn = say("the instructions as the seed draws them; else as they are written")
    handout.add_argument("--seed", type=seed, metavar="N", help=drawn)
    handout.add_argument("--force", action="store_true", help=say("write over a file that is there"))


def known_options(known: argparse.ArgumentParser) -> None:
    """Of what it is to be told what is known."""
    known.add_argument("scenario", metavar="SCENARIO", help=say("the id of a scenario, or a file"))
    edition_option(known)


def glossary_options(glossary: argparse.ArgumentParser) -> None:
    """Which word is asked for."""
    glossary.add_argument(
        "words", metavar="WORD", nargs="*", help=say("a word, or several of one entry; else all of it")
    )


def paper_options(paper: argparse.ArgumentParser) -> None:
    """What can be said of texts that were agreed on paper."""
    paper.add_argument("scenario", metavar="SCENARIO", help=say("the id of a scenario, or a file"))
    forms = say("a line for each table: its letter, and the numbers of its form; - for what another program sends")
    paper.add_argument("file", metavar="FORMS", nargs="?", help=forms)
    edition_option(paper)
    where = say("where to write; its name ends in .html, .pdf, .csv or .json")
    paper.add_argument("-o", "--output", type=file_name, metavar="FILE", required=True, help=where)
    drawn = say("the instructions as the seed draws them; else as they are written")
    paper.add_argument("--seed", type=seed, metavar="N", help=drawn)
    records = say("also a record for each table, into this folder")
    paper.add_argument("--records", type=file_name, metavar="FOLDER", help=records)
    paper.add_argument("--force", action="store_true", help=say("write over a file that is there"))
    paper.add_argument("--no-progress", action="store_true", help=say("no bar that shows how far it is"))


def _scenario_option(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--scenario", type=file_name, metavar="FILE", help=say("the scenario, where the game does not bring it")
    )


def classes_options(classes: argparse.ArgumentParser) -> None:
    """What can be said of the classes that are kept: nothing, and they are listed; or of one of them what to do."""
    which = say("one of them, by its number or its code; else all are listed")
    classes.add_argument("which", metavar="CLASS", nargs="?", help=which)
    does = classes.add_mutually_exclusive_group()
    out = say("write its records and a line a seat to a folder, or to one file whose name ends in .zip")
    does.add_argument("--export", type=file_name, metavar="FOLDER", help=out)
    does.add_argument("--delete", action="store_true", help=say("delete it whole: names, moves, keys and all"))
    classes.add_argument("--yes", action="store_true", help=say("with --delete: do not ask"))
    classes.add_argument("--force", action="store_true", help=say("write over a file of this name"))
    where = say("where classes are kept: a file, or postgresql://USER@HOST/NAME; else with your own talks")
    classes.add_argument("--database", metavar="WHERE", help=where)


OPTIONS = {
    "play": play_options,
    "watch": watch_options,
    "replay": replay_options,
    "debrief": debrief_options,
    "analyse": analyse_options,
    "simulate": simulate_options,
    "check": check_options,
    "resume": resume_options,
    "export": export_options,
    "report": report_options,
    "handout": handout_options,
    "known": known_options,
    "glossary": glossary_options,
    "paper": paper_options,
    "import": import_options,
    "host": host_options,
    "classes": classes_options,
    "join": join_options,
}
"""What each command takes; the others take nothing."""
