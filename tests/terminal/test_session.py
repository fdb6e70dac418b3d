"""Games at the terminal, typed as a person would type them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.delegations import computer
from game.scenario import source_of
from game.table import HOME, Start, Store, open_table
from game.talks import GALLERY, Refused, Say, Sits, View, Why
from game.terminal import Console, Session, play, play_on
from game.terminal.console import Gone
from game.terminal.turn import Submit
from game.text import DelegationId
from tests.terminal.desk import LAKE, RIVERS, agreeable, screen

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
BEGIN = ["", ""]
"""Enter to read the cable, Enter to begin."""
FIRST = ["table", "form", "declaration", "2", "silence", "height", "adequate", "table Let us be sensible."]
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


def lake_game(typed: list[str], seat: str = "ARIA") -> str:
    """The screen of a game on the lake, where there are mandates."""
    return screen([*BEGIN, *typed], lambda console: play(console, agreeable, lambda: None, Start(LAKE, seat, 1)))


def test_a_game_is_played_to_signature(store: Store) -> None:
    """Two packages that everybody takes and three initials make a signed text, with its points and history's."""
    shown = river_game(TO_SIGNATURE, store)
    assert "it is signed" in shown
    assert "Your points:" in shown
    assert "+12, What the paper is called: Declaration" in shown
    assert "The points of Celo:" in shown
    assert "The text as it was signed." in shown
    assert "as-appropriate replay 1" in shown
    assert store.games()[0].ended


def test_what_is_typed_answers_what_was_shown() -> None:
    """When the talks move on while somebody types, the line is refused, and the turn begins anew with what is there."""
    table = open_table(source_of(LAKE), LAKE, dict.fromkeys((ARIA, BORO), "person"), agreeable)

    def typed() -> Iterator[str]:
        yield from BEGIN
        for who in (ARIA, BORO):
            assert table.submit(who, Say(who, remark="Listen."), table.version) is None
        yield "say Who was that?"
        yield "q"

    shown = screen(typed(), lambda console: Session(console, table).play(begins=True))
    assert "The talks have moved on since then: look again." in shown
    assert table.version == 2


def test_nobody_types_for_another_delegation(monkeypatch: pytest.MonkeyPatch) -> None:
    """A move in the name of another delegation than the one whose turn it is at the keyboard is refused."""
    table = open_table(source_of(LAKE), LAKE, dict.fromkeys((ARIA, BORO), "person"), agreeable)
    answers: list[Refused | None] = []

    def turn(_console: Console, view: View, submit: Submit, _ear: object) -> None:
        answers.append(submit(Say(BORO if view.who == ARIA else ARIA, remark="We give way.")))
        raise Gone

    monkeypatch.setattr("game.terminal.session.take_turn", turn)
    screen(BEGIN, lambda console: Session(console, table).play(begins=True))
    assert answers == [Refused(kind=Why.ANOTHERS_NAME)]
    assert table.version == 0


def test_every_move_is_kept_before_the_next_is_asked(store: Store) -> None:
    """When the program is left, or killed, after a move, that move and its answers are in the store."""
    shown = river_game([*BEGIN, *FIRST, "q"], store)
    assert "as-appropriate resume 1" in shown
    record, _ = store.load(1)
    assert [move.by for move in record.moves] == ["ARIA", "BORO", "CELO"]


def test_the_end_of_the_input_is_a_normal_end(store: Store) -> None:
    """A script that runs dry leaves the talks as they are."""
    assert "The talks are kept" in river_game([*BEGIN, "text"], store)


def test_resuming_shows_the_same_talks(store: Store) -> None:
    """After `q` the talks go on where they were, and can be brought to signature."""
    before = river_game([*BEGIN, *FIRST, "text", "q"], store)
    after = screen(["text", *SECOND, "sign"], lambda console: play_on(console, agreeable, store, 1))

    def text_of(shown: str) -> str:
        return shown.rpartition("The text as it stands.")[2].partition("Your move:")[0]

    assert text_of(before) == text_of(after) != ""
    assert "Let us be sensible." in after
    assert "it is signed" in after


def test_resuming_finished_talks_tells_how_they_ended(store: Store) -> None:
    """Nothing can be moved any more, and the points are shown again."""
    river_game(TO_SIGNATURE, store)
    shown = screen([], lambda console: play_on(console, agreeable, store, 1))
    assert "These talks are over." in shown
    assert "Your points:" in shown


def test_scenario_seat_and_help_are_asked_for() -> None:
    """Without a seat one is chosen from the list; `?` explains; nothing typed asks again."""
    shown = river_game(["?", "", "harbour", "3", "", "", "q"], seat=None)
    assert "Whom do you speak for?" in shown
    assert "You bargain over the wording" in shown
    assert "You are The Town of Celo" in shown


def test_leaving_before_the_first_move_is_quiet() -> None:
    """`q` at the choice of seat ends the program with a sentence."""
    assert river_game(["q"], seat=None).endswith("You leave the program.")


def test_the_cable_and_the_background_come_first() -> None:
    """A player reads what everybody knows, then the instructions with the walk-away and the red lines."""
    shown = lake_game(["q"])
    assert "Aria lies where the river leaves the lake" in shown
    assert "Cable from The Mayor of Aria" in shown
    assert "Your walk-away is 45 points" in shown
    assert "Red line, How firmly notice is promised: “will seek to”." in shown
    assert "Mandate, What a council may do: “decides on works”." in shown


def test_brackets_are_said_in_words() -> None:
    """The text names who stands for which wording, so that it can be read aloud."""
    shown = lake_game(["text", "q"])
    assert "Aria and Boro (in brackets: Aria: shall; Boro: will seek to) give notice" in shown
    assert "[" not in shown


def test_an_issue_is_shown_from_all_sides() -> None:
    """Points, limits, owners, words and the source stand with every wording."""
    shown = lake_game(["look council", "look", "verb", "look nothing", "q"])
    assert "decides on works: 30 points for you, you stand here." in shown
    assert "advises on works: 20 points for you, beyond your mandate." in shown
    assert "FACT (Joint Note on the Lake, 22 June 1994; Letters between the mayors)" in shown
    assert "Boro stands here, your red line" in shown
    assert "together: +4 for you. A promise with a date can be taken to a court." in shown
    assert "“nothing” is none of these" in shown


def test_reading_costs_nothing() -> None:
    """Text, issues, record, brief, background and status are read without a move."""
    shown = lake_game(["text", "issues", "record", "brief", "background", "status", "", "q"])
    assert shown.count("24 h of talks are left of 24 h") == 3


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["sign"], "The text is not clean"),
        (["accept"], "There is no package to accept."),
        (["decline 7"], "There is no package to decline."),
        (["withdraw"], "You have no package on the table."),
        (["ask 3"], "“decides on works” must have been tabled in a package and refused"),
        (["ask"], "There is nothing to ask the town hall of Aria now."),
        (["move 1", "3"], "Your instructions forbid “will seek to”."),
        (["move council", "advises"], "is beyond your mandate: ask the town hall of Aria first."),
        (["table", "1", "3", "", "cancel"], "Your instructions forbid “will seek to”."),
        (["table", "table", "cancel"], "The package is empty"),
        (["table", "2", "they 3", "", "cancel"], "They stand there already."),
        (["table", "2", "me 2", "table"], "to move alone, amend your position"),
        (["moves verb=seek"], "Your instructions forbid “will seek to”."),
        (["moves verb=perhaps"], "There is no wording 'perhaps'"),
        (["moves nonsense"], "A wording is written issue=option"),
        (["accepts 4"], "There is no package 4 on the table."),
        (["dance"], "“dance” is none of these. Type ? for help."),
        (["7"], "There is no number 7"),
    ],
)
def test_what_cannot_be_done_is_answered_with_a_sentence(typed: list[str], sentence: str) -> None:
    """Every choice that the rules do not allow is refused in words, and the turn goes on."""
    shown = lake_game([*typed, "q"])
    assert sentence in shown
    assert "24 h of talks are left of 24 h" in shown
    assert "Hour 1" not in shown


def test_enter_does_not_throw_a_package_away() -> None:
    """An empty line asks first; an empty package is given up at once, and so is one that is cancelled."""
    shown = lake_game(["table", "2", "2", "", "no", "", "yes", "table", "", "table", "2", "2", "cancel", "q"])
    assert shown.count("Do you give this package up? Type yes or no:") == 2
    assert shown.count("No package.") == 3


def test_a_refused_package_is_not_lost() -> None:
    """After a refusal the builder takes the package up again."""
    shown = lake_game(["table", "2", "me 2", "table", "table", "1", "will", "table", "q"])
    assert "Your package is not lost" in shown
    assert "Aria tables package 1: How early notice is given: “in good time” (offered); How firmly" in shown


def test_a_package_can_be_changed_before_it_is_tabled() -> None:
    """Wordings go in and out, one side alone can be asked, and the points are told each time."""
    shown = lake_game(["table", "1", "will", "2", "they 1", "drop 1", "text", "table", "q"])
    assert "With it, the words are worth 22 to 82 to you; now 6 to 94." in shown
    assert "Aria tables package 1: How early notice is given: “thirty days ahead” (asked)." in shown
    assert "Boro accepts package 1" in shown


def test_a_non_paper_is_floated_off_the_record() -> None:
    """`float` puts the same package as a non-paper, and its answer is a hint."""
    shown = lake_game(["table", "1", "will", "float Between ourselves.", "q"])
    assert "Aria puts a non-paper" in shown
    assert "Boro answers the non-paper: with that one could live." in shown


def test_the_records_own_notation_is_understood() -> None:
    """Whoever knows the notation types a whole package in one line."""
    shown = lake_game(["tables ARIA:verb=will BORO:verb=will", "says Good morning.", "q"])
    assert "Agreed ad referendum: “How firmly notice is promised”." in shown
    assert "Aria: “Good morning.”" in shown


def test_a_move_alone_and_a_remark_pass_the_floor() -> None:
    """One may give a word for nothing, or only speak."""
    shown = lake_game(["move when", "in good time", "say Your turn.", "q"])
    assert "Aria moves in “How early notice is given”: “in good time”." in shown
    assert "Aria: “Your turn.”" in shown


def test_leaving_is_asked_twice_and_ends_the_talks() -> None:
    """`leave` asks for a yes; then the walk-away is the result, and history is compared."""
    shown = lake_game(["leave", "no", "leave", "yes"])
    assert "nothing is agreed" in shown
    assert "No text, so the walk-away: +45." in shown
    assert "history did better" in shown


def test_packages_that_wait_are_told_with_their_worth() -> None:
    """A package names who moves where, and what it makes of my points; it can be declined over a word, for ever."""
    shown = screen(
        [*BEGIN, *["say We listen."] * 8, "q"],
        lambda console: play(console, computer, lambda: None, Start(RIVERS, "CELO", 2)),
    )
    assert "waits for" in shown
    assert "With it, the words are worth" in shown


def test_two_people_share_a_keyboard(store: Store) -> None:
    """Where two seats are played by persons, the keyboard is handed over, and packages can be answered by hand."""
    source = source_of(LAKE)
    people: dict[DelegationId, Sits] = dict.fromkeys((DelegationId("ARIA"), DelegationId("BORO")), "person")
    table = open_table(source, LAKE, people, agreeable, store=store)
    offer = ["table", "1", "will", "2", "in good", "table"]
    answer = ["", "counter", "drop 2", "table"]
    refusal = ["", "decline", "How firmly", "yes"]
    shown = screen(
        [*BEGIN, *offer, *answer, *refusal, "", "q"],
        lambda console: Session(console, table).play(begins=True),
    )
    assert "Now The Town of Boro plays." in shown
    assert "Package 1 is answered by the counter-proposal." in shown
    assert "Aria declines package 2: “will”, never." in shown
    assert table.view(GALLERY).never


def test_the_rest_is_closed_as_drafted() -> None:
    """`rest` puts every bracket into one package, at the others' wordings or at mine, when few are left."""
    shown = river_game([*BEGIN, "table", "rest", "table", "sign"])
    assert "Every bracket is in the package" in shown
    assert "it is signed" in shown
    mine = river_game([*BEGIN, "table", "rest mine", "cancel", "q"])
    assert "You move" not in mine.split("Every bracket is in the package")[1]


def test_too_many_brackets_are_not_the_rest() -> None:
    """Sixteen brackets are no rest: the terminal says how many one package may close."""
    typed = [*BEGIN, "table", "rest", "cancel", "q"]
    main = "partnership-for-peace-1994"
    shown = screen(typed, lambda console: play(console, agreeable, lambda: None, Start(main, "RUS", 1)))
    assert "16 brackets are too many: at most 4 in one package." in shown
