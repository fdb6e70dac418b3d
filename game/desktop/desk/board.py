"""What a player does at the table: looks at an issue, prepares a package, makes a move, and reads what came of it.

What lies before the seat is `board.desk`, a value that `game.seat` decides; what the player prepares is its tray. Every
action of the table screen is a method here, and lays the desk anew; panels only draw and call them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.desktop.app import App
from game.desktop.desk.history import Remembering
from game.desktop.desk.laid import State
from game.desktop.desk.moments import sound
from game.desktop.desk.side import Side, first_side, next_side
from game.desktop.place import Place
from game.seat import (
    Card,
    Deed,
    Here,
    IssueRow,
    NeverRow,
    NotReady,
    afresh,
    clear,
    drop,
    drop_issue,
    measure,
    mind,
    note,
    since,
    swear,
)
from game.talks import (
    Consult,
    Far,
    Move,
    Propose,
    Shift,
)
from game.talks.events import Event
from game.talks.locks import Lock
from game.talks.outside import Admitted, Revoked
from game.text import IssueId, OptionId
from game.words import phrase, say

DRYING = 0.4
"""Seconds in which the words of a closed bracket dry to ink."""
Caution = Callable[[tuple[str, ...], tuple[str, ...], Callable[[], None]], None]
"""Takes the adviser's words, what the move costs by the rules, and what makes it."""


def _nothing() -> None:
    pass


class Board(Remembering):
    """The player's half of the table screen."""

    def __init__(self, app: App, place: Place) -> None:
        self.place = place
        super().__init__(place.first(), app)
        self.app = app
        self.seat = place.seat
        """Whose board it is, also while another is at the screen; None for whoever only watches."""
        self.sources = False
        """Whether the sources of a wording are shown in place of its words."""
        self.option: OptionId | None = None
        """The wording whose full words are shown."""
        self.chosen_now: OptionId | None = None
        """The wording that was chosen a moment ago, to scroll to it."""
        self.notice = ""
        """A refusal or an explanation, until the next press."""
        self.cable_offered = False
        """Whether a cable is the next sensible press, since a locked wording was pressed."""
        self.dried_at = 0.0
        self.still: tuple[str, tuple[float, float] | None] | None = None
        """Focus and mouse as they were at the last move: until they are elsewhere, what they are on says nothing."""
        self.side: Side = first_side(self.mode)
        """Which panel is seen beside the draft, where there is no room for all."""
        alone = place.alone
        self.cards: tuple[Card, ...] = () if alone and self.desk.version else self.desk.cards
        """News that lies on the table until it is put away."""
        self.news: tuple[int, ...] = () if alone else self.desk.news
        """What has happened while another was at the screen, until it is read: places in the record."""
        self.before: Caution | None = None
        """Shows what the adviser says before a move, and makes the move if the player wants it all the same."""
        self.typed: tuple[IssueId, str] | None = None
        """The letters with which a wording of an issue is being chosen."""
        self._drafted = 0
        self._meant: Callable[[], None] | None = None
        """What is to be done as soon as it is known what it is with what is prepared."""

    @property
    def here(self) -> Here:
        """The seat at this moment, with what is prepared."""
        return self._here

    @here.setter
    def here(self, here: Here) -> None:
        self._here = self.place.lay(here)

    @property
    def state(self) -> State:
        """What is told of the place besides: who else plays here, and whether there is an adviser."""
        return (*super().state, ("advised", self.place.advised), ("people", len(self.app.host.people)))

    # ---- what was a moment ago ----------------------------------------------------------------------------------

    @property
    def drying(self) -> float:
        """How wet the words of a closed bracket still are, from 1 to 0."""
        if not self.app.settings.motion or not self.wet:
            return 0.0
        return max(0.0, 1.0 - (self.app.clock() - self.dried_at) / DRYING)

    def take_cards(self) -> tuple[Card, ...]:
        """The news that has not been read, to lay it over the table."""
        cards, self.cards = self.cards, ()
        return cards

    def take_news(self) -> tuple[Event, ...]:
        """What has happened while another was at the screen, to be told once; nothing where all of it lies on the desk
        or stands in the line below the tray, which has room for one piece of news while nothing is prepared, and for no
        words from outside."""
        found, self.news = tuple(self.desk.record[place] for place in self.news), ()
        headlines = [event for event in self.desk.headlines if not isinstance(event, Admitted)]
        from_outside = any(event.remark and event.by not in self.scenario.ids for event in headlines)
        return found if len(headlines) > 1 or from_outside or (headlines and self.tray.shifts) else ()

    # ---- looking ------------------------------------------------------------------------------------------------

    def look_at(self, issue: IssueId) -> None:
        """Show an issue's wordings on the right."""
        super().look_at(issue)
        self.option, self.typed, self.side = None, None, "wordings"
        self.cable_offered, self.notice = False, ""

    def look_along(self, by: int, *, brackets: bool = False) -> None:
        """Show the next issue, or the next bracket."""
        every = [row.issue for row in self.desk.issues]
        opened = [row.issue for row in self.desk.issues if row.agreed is None]
        if brackets and opened:
            later = [issue for issue in opened if every.index(issue) > every.index(self.issue)]
            self.look_at((later or opened)[0])
        else:
            self.look_at(every[(every.index(self.issue) + by) % len(every)])

    def explain(self, sentence: str) -> None:
        """Say something next to the tray."""
        self.notice = sentence

    # ---- preparing ----------------------------------------------------------------------------------------------

    def choose(self, option: OptionId) -> None:
        """Settle the issue here in the package, or take it out again; while a package waits, this begins a counter."""
        row = self.row
        wording = next(each for each in row.wordings if each.option == option)
        self.option, self.cable_offered, self.notice, self.chosen_now = option, False, "", option
        self.side = "wordings"
        self.answers.close()
        if not self.seated:
            return
        if row.tray == option and self.mode != "answer":
            self.lay(drop_issue(self.tray, row.issue))
        elif lock := self.desk.lock(wording):
            self._locked(row, option, lock)
        elif row.agreed == option:
            self.notice = say("{option:quoted} is agreed already.", option=self._name(row.issue, option))
            if self.mode == "answer":
                self.counter()
        else:
            self._put(row.issue, option)

    @property
    def deals(self) -> bool:
        """Whether it has a seat, and the talks are about words."""
        return self.seated and self.mode in ("compose", "answer", "wait", "sign")

    def press_word(self, issue: IssueId, option: OptionId | None) -> None:
        """Deal with a wording on the paper as with its row on the right. Of a package that waits for an answer an issue
        is looked at first: to press a word of theirs again is to counter it."""
        first = issue != self.issue and self.mode == "answer"
        self.look_at(issue)
        if option is not None and self.deals and not first:
            self.choose(option)

    def _put(self, issue: IssueId, option: OptionId) -> None:
        """Into the package; where the counter begins with this very wording, out of it."""
        if self.mode == "answer":
            self.answers.overtaken()
        begun = self.here.counter() if self.mode == "answer" else self.here
        again = begun.desk.row(issue).tray == option
        if again and self.mode == "answer" and {each.issue for each in begun.desk.tray.shifts} == {issue}:
            line = phrase("{option:quoted} is what they offer: accept it, or press another wording.")
            self.notice = say(line, option=self._name(issue, option))
            return
        self.app.hear("pen")
        self.here = begun.with_tray(drop_issue(begun.desk.tray, issue)) if again else self.here.put(issue, option)

    def _locked(self, row: IssueRow, option: OptionId, lock: Lock) -> None:
        """A wording that this seat may not go to: why, and whether the capital can be asked."""
        self.notice = self.because(self.desk.why_not_go(row.issue, option))
        if lock.kind != "mandate":
            return
        self.cable_offered = self.may_ask((row.issue,))
        if self.cable_offered:
            self._note(row.issue)
        elif self.desk.floor == self.desk.who and not lock.asked:
            self.notice = say(
                "{option:quoted} is beyond your mandate. {why}",
                option=self._name(row.issue, option),
                why=self.why_no_step(row.issue),
            )

    def _note(self, issue: IssueId) -> None:
        """Note an issue for the next cable, if the capital would answer; noted already, cross it out."""
        if closed := self.desk.why_not_note(issue):
            self.notice = self.because(closed)
            return
        tray = note(self.tray, issue)
        self.lay(tray)
        self.cable_offered = bool(tray.noted) if issue not in tray.noted else self.cable_offered
        self.notice = self.cable_words()

    def drop(self, *shifts: Shift) -> None:
        """Take shifts out of the package."""
        self.lay(drop(self.tray, *shifts))
        self.notice = ""

    def afresh(self) -> None:
        """Begin a counter with an empty tray."""
        self.lay(afresh(self.tray))
        self.answers.overtaken()
        self.notice = ""

    def clear(self) -> None:
        """Empty the tray; of a counter that is empty, a package that waited for an answer is shown again."""
        self.lay(clear(self.tray))
        self.notice = ""

    def counter(self) -> None:
        """Begin with their package and change it."""
        self.here = self.here.counter()
        self.answers.overtaken()

    def close_rest(self) -> None:
        """Fill the tray with every bracket, at their wordings; pressed again, at the next side's, and last at ours."""
        self.here, side, self._drafted = self.here.drafted(self._drafted)
        ours = phrase("Every bracket at our wording, where we may go there. L again: the next side’s.")
        theirs = phrase("Every bracket at {who}’s wording, where we may go there. L again: the next side’s.")
        self.notice = say(ours if side == self.desk.who else theirs, who=self.scenario[side].short)

    def mind(self, issue: IssueId) -> None:
        """Name the word over which their package would be declined; pressed again, none."""
        side = self.side
        self.lay(mind(self.tray, issue))
        self.look_at(issue)
        self.side = side

    def swear(self) -> None:
        """Switch between declining and declining for ever."""
        if why := self.why_not_swear():
            self.notice = why
        else:
            self.lay(swear(self.tray))

    def why_not_swear(self) -> str:
        """Why no word of the package that waits can be refused for ever now."""
        if self.waiting is not None and self.waiting.off_record:
            return self.because(NotReady("not-for-non-papers"))
        if self.tray.word is None:
            return self.because(NotReady("word-unnamed"))
        return self.because(NotReady("word-yours")) if self.waiting is not None and self.never_row is None else ""

    @property
    def never_row(self) -> NeverRow | None:
        """What it would mean to refuse the word that is named for ever."""
        rows = self.waiting.nevers if self.waiting else ()
        return next((row for row in rows if row.issue == self.tray.word), None)

    def measure(self, far: Far | None) -> None:
        """Say with the refusal how far off the package is; None: say nothing of it."""
        self.lay(measure(self.tray, far))

    # ---- moves --------------------------------------------------------------------------------------------------

    def make(self, move: Move, then: Callable[[], None] | None = None) -> None:
        """Make a move, unless the adviser has a word to say first; `then` follows if it is made."""
        words = self.app.counsellor.warnings(self.here, move)
        if words and self.before is not None:
            self.doubt()
            self.before(words, self.costs(self.here.penalties(move)), lambda: self._make(move, then))
        else:
            self._make(move, then)

    def _make(self, move: Move, then: Callable[[], None] | None) -> None:
        """Make a move; a refusal is shown next to the tray."""
        self.notice = ""
        self.place.submit(move, self.desk.version, then or _nothing, self.tell)

    def tell(self, sentence: str) -> None:
        """Say next to the tray what has become of a move."""
        self.notice = sentence
        self.redraw()

    def _waits(self, act: Callable[[], None]) -> bool:
        """Whether something has to wait until it is known what is prepared: then it is done."""
        self._meant = None if self.here.sure else act
        if self._meant is not None:
            self.notice = say("One moment: the host lays out what you have prepared.")
        return not self.here.sure

    def do(self, deed: Deed, *, remark: str = "", then: Callable[[], None] | None = None) -> None:
        """Make the move that a choice is as things lie in the tray; `then` follows when it is made."""
        choice = self.desk.choice(deed)
        if choice is not None and not choice.moves and self._waits(lambda: self.do(deed, remark=remark, then=then)):
            return
        if choice is None or not choice.moves:
            self.notice = self.why(deed)
            return
        move = choice.moves[0]
        self.make(replace(move, remark=remark) if remark else move, then)

    def table_it(self, *, off_record: bool = False) -> None:
        """Put the prepared package on the table."""
        if self._waits(lambda: self.table_it(off_record=off_record)):
            return
        choice = self.desk.choice("non-paper" if off_record else "propose")
        if choice is None or not choice.moves:
            self.notice = self.why("propose")
        else:
            self.make(choice.moves[0], self._emptied)

    def _emptied(self) -> None:
        self.lay(replace(self.tray, shifts=(), countering=False))

    def take_over(self, move: Propose, told: str = "") -> None:
        """Put a package that was suggested into the tray, to change it or to table it; and say so."""
        self.here = self.here.fill(move.shifts)
        self.look_at(move.issues[0])
        self.side = "package"
        self.notice = told or say("Your adviser’s package is in the tray: change what you like.")

    def ask_capital(self) -> None:
        """Send a cable about the issues asked about."""
        if self._waits(self.ask_capital):
            return
        capital, titles = self.scenario[self.desk.who].capital, self.titles(self.desk.asks)

        def sent() -> None:
            self.lay(replace(self.tray, noted=()))
            told = phrase("The cable about {titles:and} is on its way to {capital}. The talks go on meanwhile.")
            self.notice = say(told, titles=titles, capital=capital)

        self.make(Consult(self.desk.who, self.desk.asks), sent)

    def _name(self, issue: IssueId, option: OptionId) -> str:
        return self.scenario.text[issue][option].name

    # ---- what happens -------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """The talks have moved on."""
        before, looked_at = self.here, self.issue
        self.here, self._meant = self.place.after(before), None
        self.wet, self.dried_at = self.here.closed_since(before), self.app.clock()
        self.notice, self.cable_offered = "", False
        self.side = next_side(self.side, before.desk.mode, self.mode)
        if self.issue != looked_at or self.here.waits_anew(before):
            self.option, self.reveal = None, True
        if self.wet or self.closed:
            self.reveal, self.closed = True, frozenset(self.wet)
        if any(isinstance(event, Revoked) for event in since(before.desk.record, self.desk.record)):
            self.cards, self.news = (), ()  # what was not read yet may have been taken back
            self.answers.clear()
        self.hear_answers(before)
        if self.unread is None and self.here.waits_anew(before):
            self.closed = frozenset()  # the package is looked at
        self.app.hear(sound(before.desk, self.desk))
        self.cards += self.here.cards_since(before)  # the player may have moved meanwhile without a look at the window

    def laid(self) -> None:
        """What is prepared has been laid out: what was meant is done."""
        self.here = self.place.after(self.here)
        if self.here.sure and self._meant is not None:
            act, self._meant = self._meant, None
            act()

    def back(self) -> None:
        """The player is back at the screen, to which another was at meanwhile."""
        before = self.here
        self.changed()
        self.news += self.here.news_since(before)
