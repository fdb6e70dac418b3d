"""What the main scenario must be, as it is written: exact, over all its texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.analysis import Analysis, aftermath_sheet, analyse, space_of
from game.analysis.frontier import frontier
from game.analysis.improvements import place
from game.scenario import HappeningId, History, Scenario, drawn, historical
from game.text import DelegationId, IssueId, OptionId
from tests.library import MAIN, scenario

STATUS, FORM = IssueId("status"), IssueId("form")
VOICE, ROLE, APPROPRIATE = OptionId("voice"), OptionId("role"), OptionId("appropriate")
RUSSIA, ALLIANCE = DelegationId("RUS"), DelegationId("NATO")
CERTAINLY = HappeningId("certainly")
DRAWS = range(40_001, 40_013)
"""Seeds on which nothing was tuned."""


@pytest.fixture(scope="module")
def main() -> Scenario:
    """The scenario as it is written."""
    return scenario(MAIN)


@pytest.fixture(scope="module")
def found(main: Scenario) -> Analysis:
    """All its numbers, each of them exact."""
    looked = analyse(main)
    assert looked.exact
    return looked


@pytest.fixture(scope="module")
def history(main: Scenario) -> History:
    """The text of 22 June 1994."""
    assert main.history is not None
    return main.history


def after(main: Scenario, last: HappeningId, *, inclusive: bool) -> Scenario:
    """The scenario with what has happened on its date up to an event, the event itself included or not."""
    told = historical(main)
    for _, happening in told.dated:
        if happening.id == last and not inclusive:
            break
        for effect in happening.effects:
            if effect.of is None:
                continue
            sheet = told.instructions[effect.of]
            points = {
                issue: {option: worth + effect.points.get(issue, {}).get(option, 0) for option, worth in row.items()}
                for issue, row in sheet.points.items()
            }
            least = sheet.reservation_value + effect.reservation_value
            changed = replace(sheet, points=points, reservation_value=least)
            told = replace(told, instructions={**told.instructions, effect.of: changed})
        if happening.id == last:
            break
    return told


def test_the_size_of_the_text(main: Scenario) -> None:
    """15 to 18 issues, and none is worth nothing to either side."""
    assert 15 <= len(main.text.issues) <= 18
    for issue in main.text.issues:
        for who, sheet in main.instructions.items():
            assert len(set(sheet.points[issue.id].values())) > 1, f"{issue.id} is worth nothing to {who}"


def test_every_wording_is_the_best_for_somebody(main: Scenario, found: Analysis) -> None:
    """Of the wordings that agreeable texts have in an issue, each is worth more than all others to one delegation or
    audience at least: none is there for nobody."""
    assert found.census is not None
    sheets = [sheet.points for sheet in main.instructions.values()]
    sheets += [judgement.points for judgement in main.judgements.values()]
    for issue in main.text.negotiated:
        live = [option.id for option in issue.options if found.census.having[issue.id][option.id]]
        assert len(live) > 1, issue.id
        for option in live:
            rows = [sheet[issue.id] for sheet in sheets]
            assert any(all(row[option] > row[other] for other in live if other != option) for row in rows), option


def test_moscow_does_not_sign_the_open_door(main: Scenario, found: Analysis) -> None:
    """It held up forty ministers over that reference: the openness of the Alliance is in no agreeable text, and of what
    is left silence is worth most to Moscow."""
    enlargement = IssueId("enl")
    assert found.census is not None
    live = {option: texts for option, texts in found.census.having[enlargement].items() if texts}
    assert OptionId("openness") not in live
    row = main.instructions[RUSSIA].points[enlargement]
    assert max(live, key=lambda option: row[option]) == OptionId("silence")


def test_parliaments_vote_on_treaties_only(main: Scenario) -> None:
    """None that has a vote has it on a paper that is no binding protocol."""
    for audience in main.audiences:
        for form in main.text[FORM].options:
            assert form.id == OptionId("protocol") or not audience.has_vote({FORM: form.id})


def test_direct_voice_cannot_be_agreed(found: Analysis) -> None:
    """*Direct voice* is in no text that both sides prefer to walking away."""
    assert found.census is not None
    assert found.census.having[STATUS][VOICE] == 0


def test_a_consultative_role_hardly_ever(found: Analysis) -> None:
    """*Consultative role* is in a few of a hundred: more than none, fewer than fifteen."""
    assert found.census is not None
    assert 0 < found.census.share(STATUS, ROLE) < 0.15


def test_as_appropriate_is_the_commonest(found: Analysis) -> None:
    """*As appropriate* is in more agreeable texts than any other status, and in more of those that could be kept."""
    assert found.census is not None
    assert found.approval is not None
    assert found.approval.kept is not None
    for counted in (found.census, found.approval.kept):
        row = counted.having[STATUS]
        assert max(row, key=lambda option: row[option]) == APPROPRIATE
        assert sorted(row.values())[-2] < row[APPROPRIATE]


def test_as_appropriate_is_fairest(found: Analysis) -> None:
    """*As appropriate* is in the Nash text."""
    assert found.fair.nash is not None
    assert found.fair.nash.text[STATUS] == APPROPRIATE


def test_there_is_a_contest(main: Scenario) -> None:
    """Neither side likes *as appropriate* best."""
    for sheet in main.instructions.values():
        row = sheet.points[STATUS]
        assert row[APPROPRIATE] < max(row.values())


@pytest.mark.parametrize("inclusive", [False, True], ids=["before", "after"])
def test_history_is_agreeable(main: Scenario, history: History, inclusive: bool) -> None:
    """Both prefer the text of 22 June to walking away, as it is written and on either side of “Certainly we will sign
    it”, and it lies within five points of the frontier."""
    now = after(main, CERTAINLY, inclusive=inclusive)
    for told in (main, now):
        for sheet in told.instructions.values():
            assert sheet.utility(history.outcome) >= sheet.reservation_value
        space = space_of(told)
        assert not space.shut & set(history.outcome.items())
        lies = place(space, history.outcome, frontier(space))
        assert lies.exact
        assert max(lies.left) <= 5
        assert lies.distance <= 5


def test_it_holds_over_draws(main: Scenario, history: History) -> None:
    """However the seed draws the instructions: history is agreeable and within five points of the frontier, in a
    straight line; nobody can agree on a direct voice, and few on a consultative role; vague words are dear later for
    both; and *as appropriate* is the commonest status, and the fairest, in most draws."""
    fairest = commonest = 0
    for seed in DRAWS:
        told = drawn(main, seed)
        assert all(sheet.utility(history.outcome) >= sheet.reservation_value for sheet in told.instructions.values())
        space, looked = space_of(told), analyse(told)
        assert place(space, history.outcome, frontier(space)).distance <= 5
        census, slopes, nash = looked.census, looked.aftermath.dearer("correct"), looked.fair.nash
        assert census is not None
        assert slopes is not None
        assert nash is not None
        row = census.having[STATUS]
        assert row[VOICE] == 0
        assert 0 < census.share(STATUS, ROLE) < 0.15
        assert max(slopes) < 0
        commonest += max(row, key=lambda option: row[option]) == APPROPRIATE
        fairest += nash.text[STATUS] == APPROPRIATE
    assert min(commonest, fairest) >= 0.6 * len(DRAWS)


def test_the_event_matters(main: Scenario) -> None:
    """After “Certainly we will sign it” Russia settles for less than before."""
    before, now = (after(main, CERTAINLY, inclusive=also) for also in (False, True))
    assert now.instructions[RUSSIA].reservation_value < before.instructions[RUSSIA].reservation_value
    assert now.instructions[ALLIANCE].reservation_value == before.instructions[ALLIANCE].reservation_value


def test_history_could_be_kept(main: Scenario, history: History) -> None:
    """No ally breaks silence over it, and no parliament that has a vote on it refuses it."""
    for audience in main.audiences:
        if audience.power == "consent" or audience.has_vote(history.outcome):
            judgement = main.judgements[audience.id]
            assert judgement.utility(history.outcome) >= judgement.threshold


def test_what_history_brought_later(main: Scenario, found: Analysis, history: History) -> None:
    """At correct goodwill it loses a little on both sides, and not the whole of what each had gained."""
    assert found.aftermath.opening == "correct"
    assert found.aftermath.historical is not None
    for who, points in zip(main.ids, found.aftermath.historical["correct"], strict=True):
        sheet = main.instructions[who]
        assert points < 0
        assert sheet.utility(history.outcome) + points > sheet.reservation_value
    over = found.over_no_text("correct")
    assert over is not None
    assert min(over) > 0


def test_vague_words_are_easy_to_sign(found: Analysis) -> None:
    """With every vague wording more of the signable texts are agreeable."""
    assert found.aftermath.easier is not None
    assert found.aftermath.easier > 0


def test_vague_words_are_dear_between_the_cold(found: Analysis) -> None:
    """At cold goodwill every vague wording of an agreeable text costs both sides later, on average."""
    slopes = found.aftermath.dearer("cold")
    assert slopes is not None
    assert max(slopes) < 0


def test_vague_words_are_dear_later(found: Analysis) -> None:
    """At correct goodwill too, where the talks open: this is what the game teaches."""
    slopes = found.aftermath.dearer("correct")
    assert slopes is not None
    assert max(slopes) < 0, slopes


def test_the_form_changes_the_force(main: Scenario) -> None:
    """The form of the paper bears on how far other words bind, and so on what they bring later, for both."""
    assert main.force is not None
    assert main.force.issue == FORM
    regular = {
        form.id: main.binding({STATUS: OptionId("regular"), FORM: form.id}, STATUS) for form in main.text[FORM].options
    }
    assert len(set(regular.values())) == 3
    for who in main.ids:
        assert any(FORM in term.options for term in aftermath_sheet(main, who, "correct").pairs)
