"""Talks that play by themselves: computer against computer, or a record move by move. Same seed, same bytes."""

from __future__ import annotations

from dataclasses import replace

from game.reports import event_json, summary_json
from game.scenario import load, source_of, written_seed
from game.seat import Seated, since
from game.table import Computers, Recorded, Start, Table, open_table, table_of
from game.table.writing import STANDARD_STREAM
from game.talks import CHAIR, GALLERY, USUAL_LEVEL
from game.talks.events import Event, is_secret
from game.terminal.console import Console
from game.terminal.ending import show_ending
from game.terminal.keeping import Fault, print_out, write_out
from game.terminal.openly import Opener, tell_turns
from game.terminal.phrases import tell_events, tell_who_came
from game.terminal.read_commands import show_text
from game.terminal.starting import follows_words
from game.words import count, phrase, say
from game.words.levels import played, short_names
from game.words.refusals import refusal
from game.words.starting import has_no_end


class Telling:
    """Tells a table's events once each, in sentences or as JSON, and how it ended."""

    def __init__(self, console: Console, table: Table, *, as_json: bool = False) -> None:
        self.console = console
        self.table = table
        self.scenario = table.scenario
        self.as_json = as_json
        self._told: tuple[Event, ...] = ()
        self._hour: float | None = None

    def opening(self, head: str) -> None:
        """Tell what is played, how its instructions came about, and what it follows."""
        record = self.table.record()
        line = phrase("{head} The instructions are as written.")
        if self.table.drawn:
            line = phrase("{head} The instructions are as the seed draws them.")
        self.console.tell(say(line, head=head))
        if record.past:
            self.console.tell(follows_words(record.past))

    def events(self) -> None:
        """Tell what has happened since."""
        heard = self.table.heard(GALLERY if self.as_json else CHAIR)
        # When the talks are over, what was sealed stands among what has been told, and nothing of it is told here.
        known = tuple(event for event in heard if not is_secret(event))
        fresh, self._told = since(self._told, known), known
        if self.as_json:
            for event in fresh:
                self.console.line(event_json(self.scenario, event))
            return
        tell_events(self.console, self.scenario, fresh, self._hour)
        if fresh:
            self._hour = fresh[-1].at

    def ending(self) -> None:
        """Tell the verdict, or where the talks stand."""
        here = Seated(self.table.view(GALLERY))
        if self.as_json:
            self.console.line(summary_json(self.table))
        elif here.desk.ended:
            show_ending(self.console, here)
            tell_who_came(self.console, self.table)
        else:
            self.console.tell()
            line = phrase("The record ends here, after {hours:hours} of talks; they are not over.")
            self.console.tell(say(line, hours=here.desk.now.hours))
            show_text(self.console, here)


def watch(
    console: Console,
    policy: Computers,
    start: Start,
    *,
    as_json: bool = False,
    record: str | None = None,
    over: bool = False,
) -> int:
    """Play computer against computer and tell it. With `record`, the record of the talks is written to that file too,
    `over` one that is there; for `-` it is printed, and nothing else. Raises `Fault`."""
    only_record = record == STANDARD_STREAM
    if only_record and as_json:
        line = phrase("Only one thing can be printed: name a file for the record, or leave out {json}.")
        raise Fault(say(line, json="--json"))
    name, seed = start.scenario or "", start.seed or 0
    source = source_of(name)
    scenario = load(source, name, start.edition)
    seats = start.seats(scenario.ids, None)
    table = open_table(
        source, name, seats, policy, seed=seed, as_written=start.as_written, past=start.past, edition=start.edition
    )
    telling = Telling(console, table, as_json=as_json)
    if only_record:
        _play_out(table)
        print_out(console, table.export())
        return 0
    if not as_json:
        names = [say("{who:head} ({id})", who=each.short, id=each.id) for each in scenario.delegations]
        head = phrase("{title}. Computer against computer, seed {seed}: {names:strung}.")
        if set(table.seats.values()) - {USUAL_LEVEL}:
            head = phrase("{title}. Computer against computer, seed {seed}: {names:strung}. {levels:head}.")
        levels = played(short_names(table.scenario), table.seats)
        telling.opening(say(head, title=scenario.title, seed=written_seed(seed), names=names, levels=levels))
    telling.events()
    _play_out(table, telling)
    telling.ending()
    if record is not None:
        write_out(record, table.export().encode(), over=over)
        if not as_json:
            replay = f"as-appropriate replay {record}"
            console.tell()
            console.tell(say("The record is in {file}. To hear it: {replay}.", file=record, replay=replay))
    return 0


def _play_out(table: Table, telling: Telling | None = None) -> None:
    while task := table.due():
        if refused := table.submit(task.who, task.decide().move, task.version):
            raise RuntimeError(f"the computer's move was refused: {refused.kind}")
        if telling is not None:
            telling.events()


def replay(console: Console, policy: Computers, found: Recorded, *, openly: Opener | None = None) -> int:
    """Play a record again and tell it; 1 where the rules refuse a move of it. With `openly`, the computer's turns are
    told once more at the end, with what it had in mind."""
    record, source = found.record, found.source
    table = table_of(replace(record, moves=()), source, policy)
    telling = Telling(console, table)
    telling.opening(
        count(
            "{title}. A record of {n} move, seed {seed}.",
            "{title}. A record of {n} moves, seed {seed}.",
            len(record.moves),
            title=table.scenario.title,
            seed=written_seed(record.seed),
        )
    )
    telling.events()
    for number, move in enumerate(record.moves, 1):
        if refused := table.submit(move.by, move, table.version_for(move.by)):
            why = refusal(table.scenario, refused)
            console.tell(say("Move {n} of the record cannot be played: {why}", n=number, why=why))
            return 1
        telling.events()
    telling.ending()
    if not found.whole and table.verdict is None:
        console.tell(has_no_end())
    if openly is not None and table.verdict is None:
        console.tell(say("What the computer had in mind is opened when talks are over."))
    elif openly is not None:
        tell_turns(console, openly(record, source), record.only_person(table.scenario.ids))
    return 0
