"""A package built step by step: pick an issue, pick a wording, see what becomes of one's points, table it or not."""

from __future__ import annotations

from game.talks import Package, Propose, Shift, View, hours_words, warnings, wording
from game.terminal.console import Console, Entry, NoMatch, matching
from game.terminal.looking import issue_entries, marks, show_text
from game.terminal.spoken import bare, my_points, name_of, shift_lines
from game.text import Issue, IssueId, OptionId

_HELP = (
    "A package says: we move here, if you move there. Type the number of an issue to put a wording for it into the"
    " package; drop and a number takes it out again; rest closes every bracket as the others have drafted it, rest mine"
    " as you have. table puts the package on the record; float shows it as a"
    " non-paper, off the record, which binds nobody and is answered by a hint. text reads the draft, cancel gives the"
    " package up.",
)
_OPTION_HELP = (
    "Type the number of the wording on which all should meet. me and a number moves only you, they and a number asks"
    " only the others. Enter goes back.",
)


class Builder:
    """One package in the making. The rules judge it when it is tabled; here it only says what is plainly wrong."""

    def __init__(self, console: Console, view: View, remark: str = "", start: tuple[Shift, ...] = ()) -> None:
        self.console = console
        self.view = view
        self.remark = remark
        self.shifts = start

    def build(self) -> Propose | None:
        """Ask until the package is tabled, floated or given up."""
        say = self.console.tell
        say(f"A package of at most {self.view.legal.largest} issues. Pick an issue; ? explains.")
        for package in self.view.packages:
            if package.by == self.view.who and not package.off_record:
                say(f"Mind: your package {package.number} is withdrawn when you table another.")
        entries = issue_entries(self.view)
        self.console.number(entry.label for entry in entries)
        while True:
            self._tell_package()
            typed = self.console.ask("Issue, or table, float, drop, rest, text, cancel:", _HELP)
            verb, _, rest = typed.casefold().partition(" ")
            if verb in {"", "cancel", "back"}:
                if not verb and self.shifts and not self.console.confirm("Do you give this package up?"):
                    continue
                say("No package.")
                return None
            if verb in {"table", "float"}:
                if move := self._finish(off_record=verb == "float", remark=typed.partition(" ")[2].strip()):
                    return move
            elif verb == "rest":
                self._rest(mine=rest.strip() == "mine")
            elif verb == "drop":
                self._drop(rest.strip(), entries)
            elif verb in {"text", "t"}:
                show_text(self.console, self.view)
            else:
                self._add(typed, entries)

    def _finish(self, *, off_record: bool, remark: str) -> Propose | None:
        if not self.shifts:
            self.console.tell("The package is empty: pick an issue first.")
            return None
        return Propose(self.view.who, self.shifts, off_record, remark=remark or self.remark)

    def _tell_package(self) -> None:
        say = self.console.tell
        if not self.shifts:
            return
        move = Propose(self.view.who, self.shifts)
        say(
            f"The package so far, {len(move.issues)} of {self.view.legal.largest} issues,"
            f" {hours_words(self.view.price(move))}:"
        )
        for line in shift_lines(self.view, self.shifts):
            say(line, indent=2, hang=2)
        say(f"With it, the words are worth {my_points(self.view, self.shifts)} to you; now {my_points(self.view)}.")
        for mind in warnings(self.view, move):
            say(f"Mind: {mind}")

    def _rest(self, *, mine: bool) -> None:
        """Close the rest as drafted: every bracket at one side's wording, where this seat may go there."""
        view = self.view
        if len(view.brackets) > view.legal.largest:
            self.console.tell(
                f"{len(view.brackets)} brackets are too many: at most {view.legal.largest} in one package."
            )
            return
        self.shifts = view.as_drafted(view.who if mine else view.others[0].id)
        self.console.tell("Every bracket is in the package; change what you like.")

    def _drop(self, typed: str, entries: list[Entry]) -> None:
        if not typed:
            self.console.tell("Type drop and the number of the issue.")
            return
        place = matching(typed, entries)
        if isinstance(place, NoMatch):
            self.console.tell(place.again)
            return
        gone = self.view.scenario.text.issues[place].id
        self.shifts = tuple(shift for shift in self.shifts if shift.issue != gone)

    def _add(self, typed: str, entries: list[Entry]) -> None:
        place = matching(typed, entries)
        if isinstance(place, NoMatch):
            self.console.tell(place.again)
            return
        issue = self.view.scenario.text.issues[place]
        self.console.tell(f"{issue.title}. On which wording should all meet?")
        options = option_entries(self.view, issue)
        self.console.number(entry.label for entry in options)
        while typed := self.console.ask("Wording:", _OPTION_HELP):
            only, words = _only(typed)
            found = matching(words, options)
            problem = found.again if isinstance(found, NoMatch) else self._put(issue, issue.options[found].id, only)
            if problem is None:
                return
            self.console.tell(problem)

    def _put(self, issue: Issue, option: OptionId, only: str) -> str | None:
        """Put a wording into the package; or why it cannot go in."""
        view = self.view
        movers = [who for who in view.scenario.ids if view.positions[who][issue.id] != option]
        if only:
            movers = [who for who in movers if (who == view.who) == (only == "me")]
        if not movers:
            return "They stand there already." if only == "they" else "Nobody would have to move for that."
        if view.who in movers and (reason := beyond(view, issue.id, option)):
            return reason
        others = tuple(shift for shift in self.shifts if shift.issue != issue.id)
        self.shifts = (*others, *(Shift(who, issue.id, option) for who in movers))
        for who in movers:
            if Shift(who, issue.id, option) in view.never:
                self.console.tell(f"Mind: it was refused for ever by {name_of(view.scenario, who, view.who)}.")
        return None


def _only(typed: str) -> tuple[str, str]:
    """`me 3` and `they 3` move one side only."""
    first, _, rest = typed.partition(" ")
    if first.casefold() in {"me", "they"} and rest.strip():
        return first.casefold(), rest.strip()
    return "", typed


def beyond(view: View, issue: IssueId, option: OptionId) -> str | None:
    """Why this seat may not go to a wording itself."""
    if view.own is None or option in view.own.mandate[issue]:
        return None
    if option in view.own.instructions.red_lines.get(issue, ()):
        return f"Your instructions forbid {wording(view.scenario, issue, option)}."
    if Shift(view.who, issue, option) in view.own.barred:
        return f"{wording(view.scenario, issue, option)} is barred: those who must take the text have refused it."
    capital = view.scenario[view.who].capital
    return f"{wording(view.scenario, issue, option)} is beyond your mandate: ask {capital} first."


def option_entries(view: View, issue: Issue, only: frozenset[OptionId] | None = None) -> list[Entry]:
    """The wordings of an issue as a list to choose from, with my points and what else there is to know."""
    entries = []
    for option in issue.options:
        if only is None or option.id in only:
            worth = f"{bare(view.own.instructions.points[issue.id][option.id])} for you" if view.own else ""
            remarks = "; ".join(part for part in (worth, *marks(view, issue.id, option)) if part)
            entries.append(Entry(f"{option.name}: {remarks}.", (option.id, option.name)))
    return entries


def counter(console: Console, view: View, package: Package, remark: str = "") -> Propose | None:
    """Answer a package with one of one's own, built on it; what one may not offer oneself is left out."""
    kept: list[Shift] = []
    for shift in package.shifts:
        reason = beyond(view, shift.issue, shift.option) if shift.delegation == view.who else None
        if reason is None:
            kept.append(shift)
        else:
            console.tell(f"Left out: {reason}")
    console.tell("You begin with their package; change what you like.")
    move = Builder(console, view, remark, tuple(kept)).build()
    if move and set(move.shifts) == set(package.shifts) and not move.off_record:
        console.tell(f"That is package {package.number} as it stands: accept it instead.")
        return None
    return move
