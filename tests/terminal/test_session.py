"""Games at the terminal, typed as a person would type them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.delegations import computer
from game.scenario import load, source_of
from game.seat import NotReady, Reach, Seated, WhyNot
from game.table import HOME, Start, Store, open_table, resume
from game.talks import GALLERY, Refused, Say, Shift, Sits, Why
from game.talks.causes import Signed
from game.talks.events import Accepted, Amended, Declined, Hinted, Lapsed, Proposed, Settled
from game.terminal import Console, Session, play, play_on
from game.terminal.console import Gone
from game.terminal.situation import still_there
from game.terminal.turn import READING, Known, Submit, take_turn
from game.text import DelegationId, IssueId, OptionId
from game.words import say, signed
from game.words.clauses import clauses
from game.words.draft import read_aloud
from game.words.endings import ending
from game.words.packages import package_lines, with_it
from game.words.refusals import refusal, why_not
from game.words.scores import head_line, parts
from game.words.wordings import option_head
from tests.terminal.desk import LAKE, RIVERS, Desk, Played, agreeable, at_table, screen
from tests.terminal.test_choosing import after

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
CELO = DelegationId("CELO")
VERB, WHEN, COUNCIL = IssueId("verb"), IssueId("when"), IssueId("council")
WILL, SEEK, TIME = OptionId("will"), OptionId("seek"), OptionId("time")
FORBIDDEN = Refused(kind=Why.FORBIDDEN, issue=VERB, option=SEEK)
CLOSED = "Every bracket is in the package"
BEGIN = ["", ""]
"""Enter to read the cable, Enter to begin."""
TO_ARIA, TO_BORO = ["", "ARIA"], ["", "BORO"]
"""Enter when all is read, and then who is there."""
REMARK = "Let us be sensible."
FIRST = ["table", "form", "declaration", "2", "silence", "height", "adequate", f"table {REMARK}"]
SECOND = ["1", "costs", "equal", "review", "meeting", "table"]
TO_SIGNATURE = [*BEGIN, *FIRST, *SECOND, "sign"]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


@pytest.fixture
def store() -> Iterator[Store]:
    kept = Store()
    yield kept
    kept.close()


def river_game(typed: list[str], store: Store | None = None, seat: str | None = "ARIA") -> str:
    """The screen of a game on the three rivers against agreeable computers."""
    return screen(typed, lambda console: play(console, agreeable, lambda: store, Start(RIVERS, seat, 1)))


def lake_game(typed: list[str], seat: str = "ARIA") -> Played:
    """A game on the lake, where there are mandates."""
    return at_table([*BEGIN, *typed], Start(LAKE, seat, 1), agreeable)


def test_a_game_is_played_to_signature(store: Store) -> None:
    """Two packages that everybody takes and three initials make a signed text, with its points and history's."""
    shown = river_game(TO_SIGNATURE, store)
    game = Played(shown, resume(store, 1, agreeable).view(ARIA))
    ended = game.desk.ended
    assert ended is not None
    assert ended.kind == "signed"
    assert len(ended.accounts) == 3
    for account in ended.accounts:
        assert head_line(game.scenario, ended, account, ARIA) in shown
        assert all(line in shown for line, _ in parts(game.scenario, account, ARIA))
    assert (12, Signed(IssueId("form"), OptionId("declaration"))) in [
        (entry.points, entry.ground) for entry in ended.accounts[0].score.entries
    ]
    assert ended.signed is not None
    assert all(words in shown for words in clauses(game.scenario, ended.signed).values())
    assert "as-appropriate replay 1" in shown
    assert store.games()[0].ended


def test_what_is_typed_answers_what_was_shown() -> None:
    """When the talks move on while somebody types, the line is refused, and the turn begins anew with what is there."""
    table = open_table(source_of(LAKE), LAKE, dict.fromkeys((ARIA, BORO), "person"), agreeable)

    def typed() -> Iterator[str]:
        yield from [*TO_ARIA, *BEGIN]
        for who in (ARIA, BORO):
            assert table.submit(who, Say(who, remark="Listen."), table.version) is None
        yield "say Who was that?"
        yield "q"

    shown = screen(typed(), lambda console: Session(console, table).play(begins=True))
    assert refusal(table.scenario, Refused(kind=Why.MOVED_ON)) in shown
    assert table.version == 2


def test_nobody_types_for_another_delegation(monkeypatch: pytest.MonkeyPatch) -> None:
    """A move in the name of another delegation than the one whose turn it is at the keyboard is refused."""
    table = open_table(source_of(LAKE), LAKE, dict.fromkeys((ARIA, BORO), "person"), agreeable)
    answers: list[Refused | None] = []

    def turn(_console: Console, here: Seated, submit: Submit, *_: object) -> None:
        answers.append(submit(Say(BORO if here.desk.who == ARIA else ARIA, remark="We give way.")))
        raise Gone

    monkeypatch.setattr("game.terminal.session.take_turn", turn)
    screen([*TO_ARIA, *BEGIN], lambda console: Session(console, table).play(begins=True))
    assert answers == [Refused(kind=Why.ANOTHERS_NAME)]
    assert table.version == 0


def test_little_is_told_twice() -> None:
    """A package that waits is told whole once, and then named, until somebody asks for it; the words that read are told
    once. Enter tells where the talks stand and the menu; `status` and `menu` tell one of the two."""
    here, known = after(LAKE, BORO, "ARIA tables ARIA:verb=will BORO:verb=will"), Known()
    package = here.desk.waiting[0]
    whole = next(package_lines(here.scenario, here.desk, package))
    named = still_there(here, package)

    def told(*typed: str) -> tuple[int, int, int]:
        """How often the package is told whole, and named, and how often the menu's head and the prompt are."""
        desk = Desk([*typed, "q"])
        with pytest.raises(Gone):
            take_turn(desk.console, here, lambda _: None, known=known)
        return desk.flat.count(whole), desk.flat.count(named), desk.flat.count(say("Your move:"))

    assert told() == (1, 0, 2)
    assert told() == (0, 1, 2)
    assert told("packages") == (1, 1, 3)
    assert told("status") == (1, 1, 3)
    assert told("menu") == (0, 1, 4)
    assert told("") == (1, 1, 4)


def test_the_words_that_read_are_told_once_to_each() -> None:
    """To each of two who share a keyboard, and not at each turn."""
    table = open_table(source_of(LAKE), LAKE, dict.fromkeys((ARIA, BORO), "person"), agreeable)
    both = [*TO_ARIA, *BEGIN, "say Good.", *TO_BORO, *BEGIN, "say So it is."]
    typed = [*both, *TO_ARIA, "say Indeed.", *TO_BORO, "q"]
    shown = screen(typed, lambda console: Session(console, table).play(begins=True))
    assert shown.count(say(READING)) == 2


def test_every_move_is_kept_before_the_next_is_asked(store: Store) -> None:
    """When the program is left, or killed, after a move, that move and its answers are in the store."""
    shown = river_game([*BEGIN, *FIRST, "q"], store)
    assert "as-appropriate resume 1" in shown
    record, _ = store.load(1)
    assert [move.by for move in record.moves] == ["ARIA", "BORO", "CELO"]


def test_the_end_of_the_input_is_a_normal_end(store: Store) -> None:
    """A script that runs dry leaves the talks as they are."""
    assert "as-appropriate resume 1" in river_game([*BEGIN, "text"], store)
    assert store.load(1)[0].moves == ()


def test_resuming_shows_the_same_talks(store: Store) -> None:
    """After `q` the talks go on where they were, and can be brought to signature."""
    before = river_game([*BEGIN, *FIRST, "text", "q"], store)
    after = screen(["text", *SECOND, "sign"], lambda console: play_on(console, agreeable, store, 1))

    def text_of(shown: str) -> str:
        return shown.rpartition("The text as it stands.")[2].partition("Your move:")[0]

    assert text_of(before) == text_of(after) != ""
    assert REMARK in after
    assert "it is signed" in after


def test_resuming_finished_talks_tells_how_they_ended(store: Store) -> None:
    """Nothing can be moved any more, and the points are shown again."""
    river_game(TO_SIGNATURE, store)
    shown = screen([], lambda console: play_on(console, agreeable, store, 1))
    assert "talks are over." in shown
    assert "Your points:" in shown


def test_scenario_seat_and_help_are_asked_for() -> None:
    """Without a seat one is chosen from the list; `?` explains; nothing typed asks again."""
    shown = river_game(["?", "", "harbour", "3", "", "", "q"], seat=None)
    assert "you speak for?" in shown
    assert "You bargain over" in shown
    assert f"Your delegation: {load(source_of(RIVERS), RIVERS)[CELO].name}" in shown


def test_leaving_before_the_first_move_is_quiet() -> None:
    """`q` at the choice of seat ends the program with a sentence."""
    assert river_game(["q"], seat=None).endswith("leave the program.")


def test_the_cable_and_the_background_come_first() -> None:
    """A player reads what everybody knows, then the instructions with the walk-away and the red lines."""
    game = lake_game(["q"])
    own, text = game.view.seat.instructions, game.scenario.text
    background, _, cable = game.shown.partition(f"Cable from {own.brief.sender} to {own.brief.to}")
    assert " ".join(game.scenario.background.split()) in background
    assert (own.reservation_value, own.red_lines, game.view.seat.mandate[COUNCIL]) == (
        45,
        {VERB: frozenset({SEEK})},
        frozenset({OptionId("decide")}),
    )
    assert "is 45 points:" in cable
    assert f"Red line, {text[VERB].title}: “{text[VERB][SEEK].name}”." in cable
    assert f"Mandate, {text[COUNCIL].title}: “{text[COUNCIL].options[0].name}”." in cable


def test_brackets_are_said_in_words() -> None:
    """The text names who stands for which wording, so that it can be read aloud."""
    game = lake_game(["text", "q"])
    clause = game.desk.paper.clauses[0]
    (bracket,) = [stretch for stretch in clause.stretches if stretch.issue == VERB]
    assert [each.owners for each in bracket.said] == [(ARIA,), (BORO,)]
    assert read_aloud(game.scenario, clause.stretches) in game.shown
    assert "brackets: Aria: shall;" in game.shown
    assert "[" not in game.shown


def test_an_issue_is_shown_from_all_sides() -> None:
    """Points, limits, owners, words and the source stand with every wording."""
    game = lake_game(["look council", "look", "verb", "look nothing", "q"])
    council, verb = game.desk.row(COUNCIL), game.desk.row(VERB)
    assert [(each.points, each.stands, [lock.kind for lock in each.locks]) for each in council.wordings][:2] == [
        (30, (ARIA,), []),
        (20, (), ["mandate"]),
    ]
    assert [(each.stands, [lock.kind for lock in each.locks]) for each in verb.wordings][2] == ((BORO,), ["red-line"])
    for row in (council, verb):
        assert all(option_head(game.scenario, row, wording, ARIA) in game.shown for wording in row.wordings)
    titles = [source.title for source in game.scenario.sources.values()]
    assert f"FACT: “advises on works, as appropriate” ({titles[0]}; {titles[1]})" in game.shown
    (pair,) = [each for each in game.view.seat.instructions.pairs if VERB in each.options]
    assert f"together: {signed(pair.points)} for you. {pair.because}" in game.shown
    assert "“nothing” is none" in game.shown


def test_only_words_that_are_on_record_are_quoted() -> None:
    """A wording that was drafted for the game stands without quotation marks; one on record is quoted as its source
    has it."""
    game = lake_game(["look council", "look verb", "q"])
    drafted, known = game.scenario.text[COUNCIL].options[:2]
    assert f"Words: {drafted.words}." not in game.shown  # it is called so
    assert (drafted.quotable, known.quotable) == ("", "advises on works, as appropriate")
    assert f"“{known.words}”" in game.shown
    assert "MODEL: “" not in game.shown


def test_reading_costs_nothing() -> None:
    """Text, issues, record, brief, background and status are read without a move."""
    game = lake_game(["text", "issues", "record", "brief", "background", "status", "", "q"])
    assert (game.desk.now.left, game.view.version) == (24, 0)
    assert game.shown.count("left of 24 h.") == 3


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["sign"], Refused(kind=Why.BRACKETS, issues=(VERB, WHEN, COUNCIL), number=4)),
        (["accept"], "no package to accept."),
        (["decline 7"], "no package to decline."),
        (["withdraw"], "have no package"),
        (["ask 3"], Refused(kind=Why.NOT_REFUSED, delegation=ARIA, issue=COUNCIL, options=(OptionId("decide"),))),
        (["ask"], "nothing to ask"),
        (["move 1", "3"], FORBIDDEN),
        (
            ["move council", "advises"],
            Refused(kind=Why.BEYOND_MANDATE, delegation=ARIA, issue=COUNCIL, option=OptionId("advise")),
        ),
        (["table", "1", "3", "", "cancel"], FORBIDDEN),
        (["table", "table", "cancel"], NotReady("empty-tray")),
        (["table", "2", "they 3", "", "cancel"], "They stand there"),
        (["table", "2", "me 2", "table"], Refused(kind=Why.NOTHING_IN_RETURN)),
        (["moves verb=seek"], FORBIDDEN),
        (["moves verb=perhaps"], Refused(kind=Why.NO_WORDING, issue=VERB, option=OptionId("perhaps"))),
        (["moves nonsense"], "is written issue=option"),
        (["accepts 4"], Refused(kind=Why.NO_PACKAGE, package=4)),
        (["dance"], "“dance” is none"),
        (["7"], "no number 7"),
    ],
)
def test_what_cannot_be_done_is_answered_with_a_sentence(typed: list[str], answer: WhyNot | str) -> None:
    """Every choice that the rules do not allow is refused in words, and the turn goes on."""
    game = lake_game([*typed, "q"])
    assert (answer if isinstance(answer, str) else why_not(game.scenario, answer)) in game.shown
    assert (game.desk.now.hours, game.view.version) == (0, 0)


def test_enter_does_not_throw_a_package_away() -> None:
    """An empty line asks first; an empty package is given up at once, and so is one that is cancelled."""
    shown = lake_game(["table", "2", "2", "", "no", "", "yes", "table", "", "table", "2", "2", "cancel", "q"]).shown
    assert shown.count("this package up?") == 2
    assert shown.count("No package.") == 3


def test_a_refused_package_is_not_lost() -> None:
    """After a refusal the builder takes the package up again."""
    game = lake_game(["table", "2", "me 2", "table", "table", "1", "will", "table", "q"])
    assert "is not lost" in game.shown
    assert [event.shifts for event in game.heard(Proposed)] == [
        (Shift(ARIA, WHEN, TIME), Shift(ARIA, VERB, WILL), Shift(BORO, VERB, WILL))
    ]


def test_a_package_can_be_changed_before_it_is_tabled() -> None:
    """Wordings go in and out, one side alone can be asked, and the points are told each time."""
    game = lake_game(["table", "1", "will", "2", "they 1", "drop 1", "text", "table", "q"])
    assert with_it(Reach(22, 82), Reach(6, 94)) in game.shown
    assert [event.shifts for event in game.heard(Proposed)] == [(Shift(BORO, WHEN, OptionId("thirty")),)]
    assert [(event.by, event.package) for event in game.heard(Accepted)] == [(BORO, 1)]


def test_a_non_paper_is_floated_off_the_record() -> None:
    """`float` puts the same package as a non-paper, and its answer is a hint."""
    game = lake_game(["table", "1", "will", "float Between ourselves.", "q"])
    assert [(event.by, event.off_record) for event in game.heard(Proposed)] == [(ARIA, True)]
    assert [(event.by, event.warm) for event in game.heard(Hinted)] == [(BORO, True)]


def test_the_records_own_notation_is_understood() -> None:
    """Whoever knows the notation types a whole package in one line."""
    game = lake_game(["tables ARIA:verb=will BORO:verb=will", "says Good morning.", "q"])
    assert [event.issues for event in game.heard(Settled)] == [(VERB,)]
    assert "Aria: “Good morning.”" in game.shown


def test_a_move_alone_and_a_remark_pass_the_floor() -> None:
    """One may give a word for nothing, or only speak."""
    game = lake_game(["move when", "in good time", "say Your turn.", "q"])
    assert [(event.by, event.issue, event.new) for event in game.heard(Amended)] == [(ARIA, WHEN, TIME)]
    assert "Aria: “Your turn.”" in game.shown


def test_leaving_is_asked_twice_and_ends_the_talks() -> None:
    """`leave` asks for a yes; then the walk-away is the result, and history is compared."""
    game = lake_game(["leave", "no", "leave", "yes"])
    ended = game.desk.ended
    assert ended is not None
    assert (ended.kind, ended.left_by) == ("left", ARIA)
    assert ending(game.scenario, ended) in game.shown
    assert ended.accounts[0].score.part("walk-away") == 45
    assert "the walk-away: +45." in game.shown
    assert "history did better" in game.shown


def test_packages_that_wait_are_told_with_their_worth() -> None:
    """A package names who moves where, and what it makes of my points; it can be declined over a word, for ever."""
    shown = screen(
        [*BEGIN, *["say We listen."] * 8, "q"],
        lambda console: play(console, computer, lambda: None, Start(RIVERS, "CELO", 2)),
    )
    assert "waits for" in shown
    assert "With it, the" in shown


def test_two_people_share_a_keyboard(store: Store) -> None:
    """Where two seats are played by persons, the keyboard is handed over, and packages can be answered by hand."""
    source = source_of(LAKE)
    people: dict[DelegationId, Sits] = dict.fromkeys((DelegationId("ARIA"), DelegationId("BORO")), "person")
    table = open_table(source, LAKE, people, agreeable, store=store)
    offer = [*TO_ARIA, *BEGIN, "table", "1", "will", "2", "in good", "table"]
    answer = [*TO_BORO, *BEGIN, "counter", "drop 2", "table"]
    refusal = [*TO_ARIA, "decline", "How firmly", "never"]
    shown = screen(
        [*offer, *answer, *refusal, "", "q"],
        lambda console: Session(console, table).play(begins=True),
    )
    assert f"{table.scenario[BORO].short} plays now." in shown
    game = Played(shown, table.view(GALLERY))
    assert [(event.package, event.countered) for event in game.heard(Lapsed)] == [(1, True)]
    assert [(event.by, event.package, event.option, event.never) for event in game.heard(Declined)] == [
        (ARIA, 2, WILL, True)
    ]
    assert table.view(GALLERY).never


def test_the_rest_is_closed_as_drafted() -> None:
    """`rest` puts every bracket into one package, at the others' wordings or at mine, when few are left."""
    shown = river_game([*BEGIN, "table", "rest", "table", "sign"])
    assert CLOSED in shown
    assert "it is signed" in shown
    mine = river_game([*BEGIN, "table", "rest mine", "cancel", "q"])
    assert "You move" not in mine.split(CLOSED)[1]


def test_too_many_brackets_are_not_the_rest() -> None:
    """Fifteen brackets are no rest: the terminal says how many one package may close."""
    typed = [*BEGIN, "table", "rest", "cancel", "q"]
    main = "partnership-for-peace-1994"
    shown = screen(typed, lambda console: play(console, agreeable, lambda: None, Start(main, "RUS", 1)))
    assert re.search(r"15 brackets .*: at most 4 ", shown)


def test_whoever_plays_alone_takes_a_move_back() -> None:
    """With all that was answered to it, as often as there are moves; what is told at the end says how often."""
    typed = [*BEGIN, "back", "say Well.", "say Well?", "undo", "back", "back", "leave", "yes"]
    played = at_table(typed, Start(LAKE, "ARIA"), agreeable)
    assert played.shown.count("You have made no move yet that could be taken back.") == 2
    assert len(played.view.struck) == 2
    assert "2 moves were taken back: they stand struck in the record" in played.shown


def test_where_two_play_a_move_stands() -> None:
    """Nobody takes back what another has answered."""
    table = open_table(source_of(LAKE), LAKE, {ARIA: "person", BORO: "person"}, agreeable, seed=1)
    desk = Desk([*TO_ARIA, "", "", "back", "q"])
    Session(desk.console, table).play(begins=True)
    assert "Others play here too: what one has done stands." in desk.flat


def test_the_glossary_is_asked_in_a_turn() -> None:
    """A word is told with its example; what it does not have it says, and which words there are; no move is made."""
    shown = lake_game(["glossary as appropriate", "gl quidditch", "q"]).shown
    assert "issues of common concern" in " ".join(shown.split())
    assert "nothing on “quidditch”" in shown
    assert "Type glossary and one of these: acknowledge / recognise" in " ".join(shown.split())
