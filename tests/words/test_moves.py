"""One particular move in words, as it stands on a button: the one place where its sentences stand."""

from __future__ import annotations

import pytest

from game.scenario import AudienceId, HappeningId, SideTextId
from game.talks import (
    CHAIR,
    Accept,
    Admit,
    Amend,
    Announce,
    BreakSilence,
    Circulate,
    Close,
    Consult,
    Decline,
    Excuse,
    Extend,
    Headline,
    Hold,
    Interpret,
    KeepSilence,
    Leave,
    Move,
    Pass,
    Penned,
    Propose,
    Release,
    Reply,
    Respond,
    Revoke,
    Say,
    Shift,
    Sign,
    Sound,
    Transcribe,
    Vote,
    Wire,
    Withdraw,
)
from game.talks.moves import MOVES
from game.text import DelegationId, IssueId, OptionId
from game.words.moves import called
from tests.library import scenario

HARBOUR = scenario("partnership-for-peace-1994")
RUS, US = DelegationId("RUS"), DelegationId("US")
FORM = IssueId("form")
DECLARATION = OptionId("declaration")
CASES: tuple[tuple[Move, str], ...] = (
    (
        Propose(RUS, (Shift(RUS, FORM, DECLARATION),)),
        "A package: The form of the paper: “{form}” (offered)",
    ),
    (
        Propose(RUS, (Shift(RUS, FORM, DECLARATION),), off_record=True),
        "A non-paper: The form of the paper: “{form}” (offered)",
    ),
    (Accept(RUS, 3), "Accept package 3"),
    (Decline(RUS, 3), "Decline package 3"),
    (Decline(RUS, 3, FORM), "Decline package 3 over “The form of the paper”"),
    (Decline(RUS, 3, far="not-this"), "Decline package 3: none of this"),
    (Decline(RUS, 3, far="not-for-this"), "Decline package 3: not for this"),
    (Decline(RUS, 3, far="nearly"), "Decline package 3: nearly"),
    (Decline(RUS, 3, FORM, far="not-this"), "Decline package 3 over “The form of the paper”: not this"),
    (Decline(RUS, 3, FORM, far="not-for-this"), "Decline package 3 over “The form of the paper”: not for this"),
    (Decline(RUS, 3, FORM, far="nearly"), "Decline package 3 over “The form of the paper”: nearly"),
    (
        Decline(RUS, 3, FORM, never=True),
        "Decline package 3, and refuse its wording in “The form of the paper” for ever",
    ),
    (Withdraw(RUS, 2), "Withdraw package 2"),
    (Amend(RUS, FORM, DECLARATION), "Move alone in “The form of the paper”: “{form}”"),
    (Consult(RUS, (FORM,)), "Ask Moscow about The form of the paper"),
    (Announce(RUS, FORM, DECLARATION), "Go public: “{form}” in “The form of the paper”"),
    (Hold(RUS, SideTextId("none")), "Hold up none"),
    (Respond(RUS, "give"), "Give the word"),
    (Respond(RUS, "swap"), "Swap it"),
    (Respond(RUS, "sit"), "Sit it out"),
    (Sound(RUS, AudienceId("US")), "Sound Washington"),
    (Circulate(RUS), "Circulate"),
    (Interpret(RUS), "No closing statement"),
    (Say(RUS), "Say"),
    (Sign(RUS), "Sign"),
    (Leave(RUS), "Leave the talks"),
    (KeepSilence(US), "Keep silent"),
    (BreakSilence(US, FORM), "Break silence over “The form of the paper”"),
    (Reply(US, "yes"), "Yes, we would consent"),
    (Reply(US, "no", FORM), "No, we would break silence: “The form of the paper”"),
    (Vote(US, aye=True), "Vote yes"),
    (Vote(US, aye=False), "Vote no"),
    (Vote(US, aye=False, issue=FORM), "Vote no over “The form of the paper”"),
    (Headline(US, remark="Paper tigers"), "Print: “Paper tigers”"),
    (Pass(CHAIR, 1.5), "Let 1½ h pass"),
    (Extend(CHAIR, 2.0), "Move the deadline by 2 h"),
    (Release(CHAIR, HappeningId("none")), "Let it happen: none"),
    (Wire(CHAIR, remark="Ten minutes."), "A cable: “Ten minutes.”"),
    (Revoke(CHAIR, 4), "Take the talks back to move 4"),
    (Close(CHAIR), "End the talks"),
    (Transcribe(CHAIR, 1.0, (Penned(FORM, DECLARATION),)), "Put down what was agreed on paper: “{form}”"),
    (Transcribe(CHAIR, 1.0), "Put down what was agreed on paper: nothing"),
    (Admit(CHAIR, AudienceId("US")), "Let Washington speak"),
    (Excuse(CHAIR, AudienceId("US")), "Let Washington speak no more"),
)


@pytest.mark.parametrize(("move", "words"), CASES, ids=[type(move).__name__ for move, _ in CASES])
def test_a_move_has_a_name(move: Move, words: str) -> None:
    """What it is called, without a full stop."""
    assert called(HARBOUR, move) == words.replace("{form}", HARBOUR.text[FORM][DECLARATION].name)


def test_every_kind_of_move_has_one() -> None:
    """No kind is left out above."""
    assert {type(move) for move, _ in CASES} == set(MOVES)
