"""Why?: every change of a number of one's own, with its hour and its reason; and what words bring later."""

from __future__ import annotations

from typing import get_args

import pytest

from game.scenario import open_scenario
from game.seat import Seated
from game.talks import CHAIR, GALLERY, Talks, events, open_talks, view
from game.text import DelegationId, IssueId, OptionId
from game.words.changes import Reason, Sort, why
from tests.library import MAIN, opened, played
from tests.rulebook import A, after, lake
from tests.rulebook.world import around, parliament
from tests.terminal.desk import HARBOUR

BORO, ARIA = DelegationId("BORO"), DelegationId("ARIA")
NOTICE, TOLL, FORM = IssueId("notice"), IssueId("toll"), IssueId("form")
CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works.
    2. A council decides on works.
    -- when: silence
    -- guests: none
    -- fish: same
"""


def harbour() -> Talks:
    """The harbour as it is written."""
    return open_talks(open_scenario(HARBOUR), as_written=True)


def told(reasons: tuple[Reason, ...]) -> list[str]:
    """Reasons as one line each."""
    return [f"{r.hour:g} {r.day}, {r.what}: {r.change}; {r.reason}" for r in reasons]


def test_nothing_has_changed_at_the_opening() -> None:
    """Before the first move every number is what the cable says."""
    for who in (BORO, ARIA, GALLERY, CHAIR):
        assert why(Seated(view(harbour(), who))) == ()


def test_every_change_of_ones_own_has_its_reason() -> None:
    """Charges, an event with all that it changes, goodwill, moods, and the hours as they stand, each with hour, day and
    reason, oldest first."""
    talks = after(harbour(), "BORO holds pilots", "ARIA swaps", "BORO announces toll=none", 'ARIA says "Well."')
    talks = after(talks, "BORO moves toll=full")
    assert told(why(Seated(view(talks, BORO)))) == [
        "1 20 June, your points: +1; your hold-up of 20 June: there is one copy, in the customs house",
        "1 20 June, goodwill with Aria: still correct (−1); Boro held up the list of pilots on 20 June",
        "1.5 20 June, your points: +1; the Gazette liked your statement of 20 June",
        "1.5 20 June, goodwill with Aria: correct to cold (−1); a statement to the newspapers on 20 June, unannounced",
        "3 20 June, your points: −9; you had told the newspapers “no toll” in “Toll”",
        "3 20 June, your walk-away: 30 to 26 (−4); no ship can leave until somebody dredges",
        "3 20 June, your points for “half the toll” in “Toll”: 20 to 21 (+1); the pilots have to be paid",
        "3 20 June, your mandate in “Notice”: one step wider; the town hall has seen the sand",
        "3 20 June, the Gazette: easier to please; the Gazette prints pictures of the sand",
        "3 20 June, goodwill with Aria: cold to correct (+1); both towns sent shovels",
        "3 20 June, your points: −1; the Gazette is against what you stand for (20 June)",
        "3 20 June, the mood of the Gazette: content to against; Boro stands for “the toll”",
    ]


def test_the_hours_are_told_as_they_stand() -> None:
    """What the hours have cost is one line at the end, and none while they have cost nothing."""
    talks = after(harbour(), *['BORO says "."', 'ARIA says "."'] * 5)
    assert (
        told(why(Seated(view(talks, BORO))))[-1]
        == "5 20 June, your points: −1; 5 h of talks so far, 1 for every full 4 h"
    )
    assert "hours" not in {reason.sort for reason in why(Seated(view(talks, ARIA)))}


def test_a_capital_and_an_ally_change_a_mandate() -> None:
    """A cable's answer, and an ally that breaks silence, are changes of one's own mandate."""
    talks = after(harbour(), "BORO tables ARIA:notice=shall", "ARIA declines 1", "BORO asks notice", 'BORO says "."')
    talks = after(talks, 'ARIA says "."', "BORO tables ARIA:form=protocol", 'ARIA says "."')
    assert "your mandate in “Notice”: one step wider; the town hall has seen the sand" in " ".join(
        told(why(Seated(view(talks, BORO))))
    )
    answered = [reason for reason in why(Seated(view(talks, BORO))) if "to your cable" in reason.reason]
    assert [(r.sort, r.change) for r in answered] == [("mandate", "wider by “silence”")]

    clean = after(harbour(), "BORO tables BORO:toll=half ARIA:toll=half ARIA:notice=shall ARIA:form=protocol")
    broken = after(clean, "ARIA accepts 1", 'BORO says "."', "ARIA circulates")
    assert any(isinstance(event, events.Broke) for event in broken.events)
    lines = [line for line in told(why(Seated(view(broken, ARIA)))) if "barred" in line]
    assert lines == [
        "3.5 20 June, your mandate in “Notice”: “shall tell” is barred, and you stand for “will tell”;"
        " the guild broke silence over it"
    ]
    assert not any("barred" in line for line in told(why(Seated(view(broken, BORO)))))


def test_a_text_that_is_sent_back_moves_the_end() -> None:
    """A parliament that sends the text back bars a wording and moves the end of the talks, and both are told."""
    diet = parliament("Diet", 10, council=(0, 10, 20, 30))
    talks = after(lake(CLEAN, hours=2, world=around(diet)), "A initials", "B initials")
    assert told(why(Seated(view(talks, A))))[:2] == [
        "1 2 June, your mandate in “The council”: “decides on works” is barred, and you stand for “advises on works”;"
        " the Diet sent the text back over it",
        "1 2 June, the end of the talks: 3 h later; the Diet has sent the text back, and a word can still be swapped",
    ]


def test_every_sort_of_number_is_among_them() -> None:
    """No sort of number is forgotten here."""
    talks = after(harbour(), "BORO holds pilots", "ARIA swaps", "BORO announces toll=none", 'ARIA says "Well."')
    talks = after(talks, "BORO moves toll=full", *['ARIA says "."', 'BORO says "."'] * 2)
    diet = parliament("Diet", 10, council=(0, 10, 20, 30))
    returned = after(lake(CLEAN, hours=2, world=around(diet)), "A initials", "B initials")
    reasons = (*why(Seated(view(talks, BORO))), *why(Seated(view(returned, A))))
    assert {reason.sort for reason in reasons} == set(get_args(Sort))


def test_a_watcher_is_told_what_everybody_can_tell() -> None:
    """Without a seat there is goodwill and there are moods that show, and nobody's points."""
    talks = after(harbour(), "BORO holds pilots", "ARIA gives")
    for who in (GALLERY, CHAIR):
        assert {reason.sort for reason in why(Seated(view(talks, who)))} <= {"goodwill", "mood", "audience"}
        assert why(Seated(view(talks, who)))[0].what == "goodwill between Boro and Aria"


@pytest.mark.parametrize("seed", [1, 2])
def test_the_reasons_explain_the_score(seed: int) -> None:
    """In a whole game the charges and the hours that are told are those of the score, and each walk-away that is told
    leads to the last one."""
    talks = played(opened(MAIN, seed))
    ended = view(talks, talks.scenario.ids[0]).verdict
    assert ended is not None
    for who in talks.scenario.ids:
        reasons = why(Seated(view(talks, who)))
        charges = [event.points for event in talks.events if isinstance(event, events.Charged) and event.by == who]
        assert len([reason for reason in reasons if reason.sort == "charge"]) == len(charges)
        assert sum(charges) == ended.scores[who].part("talks")
        hours = [reason.change for reason in reasons if reason.sort == "hours"]
        assert hours == [f"−{-ended.scores[who].part('hours')}"]
        limits = [reason for reason in reasons if reason.sort == "walk-away"]
        assert not limits or f"to {ended.walk_away[who]} (" in limits[-1].change
        assert all(reason.reason and not reason.reason.endswith(".") for reason in reasons)


def test_how_a_wording_binds_on_this_paper() -> None:
    """Obligation counts with the form that this seat stands for; the form itself and silence are not strengthened."""
    talks = harbour()
    assert view(talks, BORO).binding(NOTICE, OptionId("will")) == 3
    assert view(talks, ARIA).binding(NOTICE, OptionId("will")) == 2
    assert view(talks, BORO).binding(NOTICE, OptionId("silence")) == 0
    assert view(talks, BORO).binding(FORM, OptionId("summary")) == 1


def test_what_a_wording_changes_later() -> None:
    """A seat can tell what another wording would bring it in the aftermath, beside the one that it stands for."""
    boro, aria = (view(harbour(), who) for who in (BORO, ARIA))
    assert [boro.later(NOTICE, OptionId(o)) for o in ("shall", "will", "appropriate", "silence")] == [0, 0, -3, -2]
    assert [aria.later(NOTICE, OptionId(o)) for o in ("shall", "will", "appropriate", "silence")] == [1, 1, 0, 0]
    assert boro.later(TOLL, OptionId("full")) == 0
    with pytest.raises(LookupError):
        view(harbour(), GALLERY).later(NOTICE, OptionId("will"))
