"""A package built step by step: pick an issue, pick a wording, see what becomes of one's points, table it or not."""

from __future__ import annotations

from game.seat import Movers, NotReady, PackageRow, Seated, drop_issue
from game.talks import Propose
from game.talks.refused import Refused, Why
from game.terminal.console import Console, Entry, NoMatch, matching
from game.terminal.read_commands import issue_entries, show_text
from game.text import IssueId, OptionId
from game.words import phrase, say
from game.words.packages import mind, shift_lines, with_it
from game.words.penalties import penalty
from game.words.people import name
from game.words.refusals import why_not
from game.words.wordings import option_line

_HELP = (
    phrase(
        "A package says: we move here, if you move there. Type the number of an issue to put a wording for it into the"
        " package; drop and a number takes it out again; rest closes every bracket as the others have drafted it, rest"
        " mine as you have. table puts the package on the record; float shows it as a non-paper, off the record, which"
        " binds nobody and is answered by a hint. text reads the draft, advise asks your adviser what it thinks of the"
        " package, cancel gives it up."
    ),
)
_OPTION_HELP = (
    phrase(
        "Type the number of the wording on which all should meet. me and a number moves only you, they and a number"
        " asks only the others. Enter goes back."
    ),
)


class Builder:
    """One package in the making. The rules judge it when it is tabled; here it only says what is plainly wrong."""

    def __init__(self, console: Console, here: Seated, remark: str = "") -> None:
        self.console = console
        self.here = here
        self.remark = remark

    def build(self) -> Propose | None:
        """Ask until the package is tabled, floated or given up."""
        self._open()
        entries = issue_entries(self.here)
        while True:
            self._tell_package()
            plain, advised = say("Issue, or table, float, drop, rest, text, cancel:"), bool(self.console.asides)
            prompt = say("Issue, or table, float, drop, rest, text, advise, cancel:") if advised else plain
            typed = self.console.ask(prompt, _HELP)
            verb, _, more = typed.casefold().partition(" ")
            if verb in {"", "cancel", "back"}:
                filled = self.here.tray.shifts and not verb
                if filled and not self.console.confirm(say("Do you give this package up?")):
                    continue
                self.console.tell(say("No package."))
                return None
            if verb in {"table", "float"}:
                if move := self._finish(off_record=verb == "float", remark=typed.partition(" ")[2].strip()):
                    return move
            elif verb == "rest":
                self._rest(mine=more.strip() == "mine")
            elif verb == "drop":
                self._drop(more.strip(), entries)
            elif verb in {"text", "t"}:
                show_text(self.console, self.here)
            elif verb in self.console.asides:
                self.console.asides[verb](self.here)
            else:
                self._add(typed, entries)

    def _open(self) -> None:
        line = phrase("A package of at most {n} issues. Pick an issue; ? explains.")
        self.console.tell(say(line, n=self.here.desk.largest))
        for row in self.here.desk.packages:
            if row.by == self.here.desk.who and not row.off_record:
                withdrawn = say("your package {n} is withdrawn when you table another.", n=str(row.number))
                self.console.tell(mind(withdrawn))
        self.console.number(entry.label for entry in issue_entries(self.here))

    def _finish(self, *, off_record: bool, remark: str) -> Propose | None:
        shifts = self.here.tray.shifts
        if not shifts:
            self.console.tell(why_not(self.here.scenario, NotReady("empty-tray")))
            return None
        return Propose(self.here.desk.who, shifts, off_record, remark=remark or self.remark)

    def _tell_package(self) -> None:
        here, shown = self.here, self.here.desk.shown
        table = here.desk.choice("propose")
        if not here.tray.shifts or table is None:
            return
        issues, most = len({shift.issue for shift in here.tray.shifts}), here.desk.largest
        line = phrase("The package so far, {n} of {most} issues, {hours:hours}:")
        self.console.tell(say(line, n=issues, most=most, hours=table.hours))
        for each in shift_lines(here.scenario, here.desk, here.tray.shifts):
            self.console.tell(each, indent=2, hang=2)
        if shown.after and here.desk.worth:
            self.console.tell(with_it(shown.after, here.desk.worth.now))
        for minded in table.penalties:
            self.console.tell(mind(penalty(here.scenario, minded)))

    def _rest(self, *, mine: bool) -> None:
        """Close the rest as drafted: every bracket at one side's wording, where this seat may go there."""
        here = self.here
        match here.desk.why_no_rest:
            case Refused(kind=Why.LARGE_PACKAGE, number=brackets, most=most):
                line = phrase("{n} brackets are too many: at most {most} in one package.")
                self.console.tell(say(line, n=brackets, most=most))
                return
        self.here = here.rest(here.desk.who if mine else here.others[0])
        self.console.tell(say("Every bracket is in the package; change what you like."))

    def _drop(self, typed: str, entries: list[Entry]) -> None:
        if not typed:
            self.console.tell(say("Type drop and the number of the issue."))
            return
        place = matching(typed, entries)
        if isinstance(place, NoMatch):
            self.console.tell(place.again)
            return
        self.here = self.here.with_tray(drop_issue(self.here.tray, self.here.scenario.text.negotiated[place].id))

    def _add(self, typed: str, entries: list[Entry]) -> None:
        place = matching(typed, entries)
        if isinstance(place, NoMatch):
            self.console.tell(place.again)
            return
        issue = self.here.scenario.text.negotiated[place]
        self.console.tell(say("{issue}. On which wording should all meet?", issue=issue.title))
        options = option_entries(self.here, issue.id)
        self.console.number(entry.label for entry in options)
        while typed := self.console.ask(say("Wording:"), _OPTION_HELP):
            movers, words = _movers(typed)
            found = matching(words, options)
            if isinstance(found, NoMatch):
                problem: str | None = found.again
            else:
                problem = self._put(issue.id, issue.options[found].id, movers)
            if problem is None:
                return
            self.console.tell(problem)

    def _put(self, issue: IssueId, option: OptionId, movers: Movers) -> str | None:
        """Put a wording into the package; or why it cannot go in."""
        here = self.here
        if closed := here.why_not_put(issue, option, movers):
            stand = movers == "they" and isinstance(closed, NotReady)
            return say("They stand there already.") if stand else why_not(here.scenario, closed)
        self.here = here.put(issue, option, movers)
        moved = {shift.delegation for shift in self.here.tray.shifts if shift.issue == issue}
        for lock in here.desk.row(issue)[option].locks:
            if lock.kind == "never" and lock.of in moved:
                who = name(here.scenario, lock.of, here.desk.who)
                self.console.tell(mind(say("it was refused for ever by {who}.", who=who)))
        return None


def build(console: Console, here: Seated, remark: str) -> Propose | None:
    """Build a package, beginning with what is in the tray."""
    return Builder(console, here, remark).build()


def build_non_paper(console: Console, here: Seated, remark: str) -> Propose | None:
    """The same for somebody who wants to show it off the record."""
    closed = here.desk.choice("non-paper")
    if closed and isinstance(closed.why_not, Refused):
        console.tell(why_not(here.scenario, closed.why_not))
        return None
    console.tell(
        say("A non-paper is built like a package; float, typed once more at its end, shows it off the record.")
    )
    return Builder(console, here, remark).build()


def _movers(typed: str) -> tuple[Movers, str]:
    """`me 3` and `they 3` move one side only."""
    first, _, words = typed.partition(" ")
    sides: dict[str, Movers] = {"me": "me", "they": "they"}
    side = sides.get(first.casefold())
    return (side, words.strip()) if side and words.strip() else ("all", typed)


def option_entries(here: Seated, issue: IssueId) -> list[Entry]:
    """The wordings of an issue as a list to choose from, with my points and what else there is to know."""
    row, text = here.desk.row(issue), here.scenario.text[issue]
    return [
        Entry(option_line(here.scenario, row, each, here.desk.who), (each.option, text[each.option].name))
        for each in row.wordings
    ]


def counter_to(console: Console, here: Seated, package: PackageRow, remark: str = "") -> Propose | None:
    """Answer a package with one of one's own, built on it; what one may not offer oneself is left out."""
    for shift in package.shifts:
        mine = shift.delegation == here.desk.who
        if mine and (closed := here.desk.why_not_go(shift.issue, shift.option)):
            console.tell(say("Left out: {why}", why=why_not(here.scenario, closed)))
    console.tell(say("You begin with their package; change what you like."))
    move = Builder(console, here.counter(package.number, locked=False), remark).build()
    if move and set(move.shifts) == set(package.shifts) and not move.off_record:
        line = phrase("That is package {n} as it stands: accept it instead.")
        console.tell(say(line, n=str(package.number)))
        return None
    return move
