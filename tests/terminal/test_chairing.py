"""The chair's moves, typed at the terminal by whoever leads the talks."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from game.__main__ import main
from game.scenario import source_of
from game.table import HOME, Store, Table, open_table, resume
from game.talks import CHAIR, Sits, Why, write_move
from game.talks.refused import Refused
from game.terminal import Session, play_on
from game.text import DelegationId
from game.words.refusals import refusal
from tests.terminal.desk import HARBOUR, Desk, agreeable
from tests.terminal.test_handover import CABLE, to, turns

BORO, ARIA, GUILD = (DelegationId(each) for each in ("BORO", "ARIA", "GUILD"))
READ = ["", ""]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def table(*people: DelegationId, store: Store | None = None) -> Table:
    """The harbour, with people in these seats."""
    seats: dict[DelegationId, Sits] = {BORO: "student", ARIA: "student"}
    seats.update((who, "person") for who in people)
    return open_table(source_of(HARBOUR), HARBOUR, seats, agreeable, seed=1, as_written=True, store=store)


def led(at: Table, *typed: str, chaired: bool = True) -> str:
    """What stands on the screen when these lines are typed."""
    desk = Desk(typed, remains="nothing")
    Session(desk.console, at, chaired=chaired).play(begins=True)
    return desk.printed


def done(at: Table) -> list[str]:
    """What the chair has done."""
    return [write_move(move).partition(" ")[2] for move in at.record().moves if move.by == CHAIR]


def flat(words: str) -> str:
    """On one line."""
    return " ".join(words.split())


@pytest.mark.parametrize(
    ("typed", "written", "told"),
    [
        (["chair pass 2"], "passes 2", "The chair lets 2 h pass."),
        (["chair pass 1.5 h"], "passes 1.5", "The chair lets 1½ h pass."),
        (["chair extend 1"], "extends 1", "The chair moves the deadline by 1 h"),
        (["chair cable boro Read clause 1."], 'wires BORO  "Read clause 1."', "The chair: “Read clause 1.”"),
        (["chair cable all", "Ten minutes."], 'wires all  "Ten minutes."', "The chair: “Ten minutes.”"),
        (["say Well.", "chair revoke", "yes"], "revokes 1", "The chair takes back what was done since hour"),
        (["say Well.", "chair revoke 0"], "revokes 0", "The chair takes back what was done since hour 0"),
        (["chair close", "yes"], "closes", "The chair closes the talks."),
        (["chair admit the guild"], "admits GUILD", "Somebody speaks for the guild now."),
    ],
)
def test_what_the_chair_does_is_typed_behind_its_name(typed: list[str], written: str, told: str) -> None:
    """It is made at once, on anybody's turn, and whoever sits there hears it."""
    at = table(BORO)
    shown = flat(led(at, *CABLE, *typed, "q"))
    assert done(at) == [written]
    assert told in shown


def test_an_event_is_chosen_among_those_to_come() -> None:
    """Or named; what has happened cannot happen again."""
    at = table(BORO)
    shown = flat(led(at, *CABLE, "chair release", "1", "chair release storm", "q"))
    assert "A storm (storm)." in shown
    assert done(at) == ["releases storm"]
    assert shown.count("A storm fills the mouth of the harbour with sand.") >= 1


def test_what_is_not_meant_is_not_done() -> None:
    """No word, or none that there is, tells what there is; what the rules refuse has its reason; a question can be
    answered with no."""
    at = table(BORO)
    typed = ["chair", "chair dance", "chair pass", "chair pass -3", "chair revoke", "chair close", "no"]
    shown = flat(led(at, *CABLE, *typed, "chair cable DUKE Hm.", "chair excuse guild", "chair admit duke", "q"))
    assert shown.count("The chair lets hours run: chair pass 2;") == 2
    assert "There is no move yet that could be taken back." in shown
    assert "To whom? Type chair cable, then BORO, ARIA, GUILD" in shown
    assert refusal(at.scenario, Refused(kind=Why.NOT_ADMITTED, audience=at.scenario.audiences[0].id)) in shown
    assert at.version == 0


def test_nobody_leads_unless_it_was_asked_for() -> None:
    """The option is named."""
    at = table(BORO)
    assert "the chair's moves are open with --chair." in flat(led(at, *CABLE, "chair pass 2", "q", chaired=False))
    assert at.version == 0


def test_the_chair_is_heard_between_two_seats() -> None:
    """Then it is seen anew whose turn it is; and nothing of a seat stands there."""
    at = table(BORO, ARIA)
    shown = led(at, *to("BORO", *CABLE, "say Well."), "", "chair revoke 0", *to("BORO", "q"))
    assert [who for who, _ in turns(shown)] == ["BORO", "ARIA", "BORO", ""]
    assert done(at) == ["revokes 0"]
    at = table(BORO, ARIA)
    led(at, *to("BORO", *CABLE, "say Well."), "chair pass 1", *to("ARIA", *CABLE, "q"))
    assert done(at) == ["passes 1"]


def test_whoever_is_admitted_speaks_at_this_keyboard(tmp_path: Path) -> None:
    """And is asked to it; excused again, nobody asks. It goes on so when the talks are resumed."""
    store = Store(tmp_path / "talks.sqlite3")
    at = table(BORO, store=store)
    shown = led(at, *CABLE, "chair admit GUILD", *to("GUILD", *READ, "done"), *to("BORO", "q"))
    assert [who for who, _ in turns(shown)] == ["GUILD", "BORO", ""]
    desk = Desk([*to("GUILD", *READ, "chair excuse guild"), *to("BORO", *CABLE, "q")], remains="nothing")
    play_on(desk.console, agreeable, store, 1, chaired=True)
    assert resume(store, 1, agreeable).record().moves[-1].by == CHAIR
    assert desk.flat.endswith("as-appropriate resume 1.")
    assert [who for who, _ in turns(desk.printed)] == ["GUILD", "BORO", ""]
    store.close()


def test_it_is_asked_for_at_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the terminal, where it is typed; also for talks that go on."""
    for words in (["play", HARBOUR, "--seat", "BORO", "--chair"], ["resume", "--chair"]):
        monkeypatch.setattr("sys.stdin", StringIO("\n\nchair pass 1\nq\n"))
        assert main(words) == 0
        assert "The chair lets 1 h pass." in flat(capsys.readouterr().out)
