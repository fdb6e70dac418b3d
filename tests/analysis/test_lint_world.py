"""What an author hardly meant of audiences, of the aftermath and of a draw."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings

from game.analysis import ORDINARY_BUDGET, doubts, space_of
from game.analysis.decision_tables import decision_table
from game.analysis.lint_world import nothing_kept, world_doubts
from game.scenario import Audience, AudienceId, Condition, Doubt, Draw, Fit, Question, Scenario, check
from game.text import DelegationId, IssueId, OptionId
from tests.analysis.surroundings import BANDS, Surrounded, every_text, surroundings
from tests.library import MAIN, scenario
from tests.scenario.spoiling import TWO_WORDS, spoilt

ISTANBUL = "istanbul-communique-1994"
FOUNDING = "founding-act-1997"


def told(of: Scenario, *where: str | int) -> list[str]:
    """What is said about a place in a scenario."""
    return [doubt.message for doubt in doubts(of) if doubt.where[: len(where)] == where]


def with_threshold(of: Scenario, audience: str, threshold: int) -> Scenario:
    """The scenario with an audience that asks for so much, whatever is drawn."""
    name = AudienceId(audience)
    judgements = {**of.judgements, name: replace(of.judgements[name], threshold=threshold)}
    return replace(of, judgements=judgements, draw=None)


def test_an_audience_that_nothing_pleases_or_moves() -> None:
    """The most that a text can be worth to it is less than it asks for; or the least is more, closing statements and
    events counted in."""
    main = scenario(MAIN)
    place = ("audiences", 0, "threshold")
    assert told(with_threshold(main, "US", 400), *place)[0].startswith("US can never be content: no text is worth more")
    never = told(with_threshold(main, "US", -400), *place)
    assert never[0].startswith("US can never object: whatever the text, it is worth ")
    assert never[0].endswith(" to it at least, and no closing statement wakes it")
    assert told(main, "audiences") == []


def test_every_text_is_worth_something_to_a_press_that_judges_what_is_asked_for() -> None:
    """Who presses judges what its delegation stands for, not only what could be signed: it can be discontent with what
    the Alliance would never write."""
    istanbul = scenario(ISTANBUL)
    row = istanbul.judgements[AudienceId("EAST")].points
    allowed = {issue: max(points.values()) for issue, points in row.items()}
    just = sum(allowed.values())
    assert told(with_threshold(istanbul, "EAST", just), "audiences") == []
    assert len(told(with_threshold(istanbul, "EAST", just + 1), "audiences")) == 1


def test_a_history_that_an_audience_would_have_stopped() -> None:
    """An ally that breaks silence over it, a parliament with a vote that refuses it; one without a vote does not."""
    main = scenario(MAIN)
    assert main.history is not None
    said = told(with_threshold(main, "DE", 300), "history")
    worth = main.judgements[AudienceId("DE")].utility(main.history.outcome)
    assert f"DE would break silence over this text: it is worth {worth} to it, and its threshold is 300" in said
    founding = scenario(FOUNDING)
    assert not [each for each in told(with_threshold(founding, "DUMA", 300), "history") if "DUMA" in each]
    always = tuple(replace(each, votes={}) if each.id == "DUMA" else each for each in founding.audiences)
    said = told(replace(with_threshold(founding, "DUMA", 300), audiences=always), "history")
    assert any(each.startswith("DUMA would refuse this text: it is worth ") for each in said)


def test_a_branch_that_no_text_reaches() -> None:
    """A branch behind another that holds whenever it does, or that exclusions bar, is named; one that only red lines
    bar is not."""
    main = scenario(MAIN)
    test = main.aftermath[1]
    shadowed = replace(test, branches=(test.branches[0], *test.branches))
    assert told(replace(main, aftermath=(shadowed,))) == ["no text reaches this branch, at any goodwill"]
    status, meet = IssueId("status"), IssueId("meet")
    apart = Condition({status: frozenset({OptionId("voice")}), meet: frozenset({OptionId("nacc")})})
    barred = replace(test, branches=(replace(test.branches[0], condition=apart), *test.branches))
    assert told(replace(main, aftermath=(barred,)), "aftermath", 0, "branches", 0) != []
    red = Condition({status: frozenset({OptionId("voice")})})
    meant = replace(test, branches=(replace(test.branches[0], condition=red), *test.branches))
    assert told(replace(main, aftermath=(meant,)), "aftermath") == []


def test_a_question_that_is_never_asked() -> None:
    """Its words are in no text that could be signed, or its test never falls out so, signed or not."""
    of = scenario("harbour")

    def doubted(fits: Fit) -> list[str]:
        return told(replace(of, questions=(Question("one", "Ask?", "Listen.", fits),)), "questions", 0)

    silence = {IssueId("watch"): frozenset({OptionId("silence")})}
    assert doubted(Fit(words=silence)) == [
        "no text that could be signed has these words, so the question is never asked"
    ]
    either = {IssueId("watch"): frozenset({OptionId("silence"), OptionId("turns")})}
    assert doubted(Fit(words=either)) == []
    test, celo = of.aftermath[0].id, DelegationId("CELO")
    assert doubted(Fit(tests={test: {celo: "won"}})) == doubted(Fit(tests={test: {celo: "lost"}})) == []
    assert doubted(Fit(tests={test: {celo: "even"}})) == ["this test never falls out so: the question is never asked"]


def test_nothing_is_left_that_all_let_pass() -> None:
    """Two allies who want what cannot stand together leave no text, though each can be pleased."""
    main = scenario(MAIN)
    weight = IssueId("weight")
    rows = {"US": {"power": 9, "size": 0, "both": 0}, "DE": {"power": 0, "size": 9, "both": 0}}
    judgements = dict(main.judgements)
    for name, row in rows.items():
        before = judgements[AudienceId(name)]
        nothing = {issue: dict.fromkeys(points, 0) for issue, points in before.points.items()}
        wanted = {**nothing[weight], **{OptionId(option): points for option, points in row.items()}}
        judgements[AudienceId(name)] = replace(before, points={**nothing, weight: wanted}, threshold=5)
    said = told(replace(main, judgements=judgements, draw=None, readings=()), "audiences")
    assert said == ["no text is left: over whatever could be agreed an ally breaks silence, or a parliament refuses it"]


def test_a_vote_that_no_text_needs() -> None:
    """A parliament that votes only on papers that nobody would sign."""
    main = scenario(MAIN)
    votes = {IssueId("form"): frozenset({OptionId("protocol")})}
    never = tuple(replace(each, power="ratify", votes=votes) if each.id == "DUMA" else each for each in main.audiences)
    place = [each.id for each in main.audiences].index(AudienceId("DUMA"))
    said = told(replace(main, audiences=never), "audiences", place, "votes")
    assert said == ["DUMA never has a vote: no text that could be signed has one of these wordings"]


def test_a_draw_that_leaves_nothing() -> None:
    """Walk-aways or thresholds that are drawn so high that nothing is left; but nothing is drawn that rules out a
    historical text which is good as written."""
    main = scenario(MAIN)
    russia, alliance = main.ids
    high = Draw(0, {russia: (40, 90), alliance: (70, 95)})
    assert told(replace(main, draw=high), "draw") == []
    said = told(replace(main, draw=high, history=None), "draw", "reservation_value")
    assert said == ["where every walk-away is drawn at its highest, nothing could be agreed"]
    strict = Draw(0, {}, {AudienceId("US"): (100, 190), AudienceId("DE"): (100, 190)})
    said = told(replace(main, draw=strict), "draw", "threshold")
    hardest = "where every threshold and every walk-away is drawn at its highest"
    assert said == [f"{hardest}, no text is left that all let pass"]


MILLERS = """
audiences:
  - id: MILLERS
    name: The millers
    short: the millers
    of: ARIA
    power: consent
    line: They want their water.
    points: {council: {decide: 0, advise: 1, none: 0}}
    threshold: §9
aftermath:
  - id: flood
    day: 1995-03-01
    title: The flood
    question: Was Boro told?
    story: The lake rose.
    label: MODEL
    no_text: {points: {ARIA: -1}, because: Nobody had to tell.}
    branches:
      - if: {words: {council: [decide]}}
        points: {ARIA: 1}
        because: The council had met.
      - §if: {words: {council: [decide]}, goodwill: [cold]}
        points: {ARIA: 0}
        because: The council had quarrelled.
      - points: {ARIA: -1}
        because: There was no council.
"""


def test_the_places_are_those_of_the_file(tmp_path: Path) -> None:
    """Each doubt stands at the line and column of what it is about."""
    spoiled, places = spoilt(text=TWO_WORDS + MILLERS)
    file = tmp_path / "two-words.yaml"
    file.write_text(spoiled, encoding="utf-8")
    report = check(file, doubts)
    lines = report.lines()
    history, none_left, audience, branch = lines
    assert history.endswith("MILLERS would break silence over this text: it is worth 1 to it, and its threshold is 9")
    assert audience == f"{file}:{places[0]}: warning: MILLERS can never be content: no text is worth more than 1 to it"
    assert none_left.endswith("an ally breaks silence, or a parliament refuses it")
    assert branch == f"{file}:{places[1]}: warning: no text reaches this branch, at any goodwill"


@settings(max_examples=50)
@given(surroundings())
def test_the_doubts_are_those_of_enumeration(small: Surrounded) -> None:
    """Allies and parliaments that cannot be moved, branches that nothing reaches, and texts that nobody lets pass, in
    small scenarios by chance."""
    drawn, of = small.scenario.draw, small.scenario
    found = list(world_doubts(of, space_of(of)))
    assert _fixed(small) == {doubt.where[1] for doubt in found if doubt.where[0] == "audiences"} - _pressing(of)
    allowed = [one for one in every_text(of.text) if of.text.conflict(one) is None]
    for n, test in enumerate(of.aftermath):
        fell = {id(test.fell(one, of.binding, band)) for one in allowed for band in BANDS}
        missed = {m for m, branch in enumerate(test.branches) if id(branch) not in fell}
        said = {doubt.where[3] for doubt in found if doubt.where[:2] == ("aftermath", n)}
        tables = [decision_table(of, test, band) for band in BANDS]
        assert said == missed or (said <= missed and sum(len(table.branches) for table in tables if table) > 400)
    least = {who: sheet.reservation_value for who, sheet in of.instructions.items()}
    if small.agreeable:
        left = list(nothing_kept(replace(of, draw=None), space_of(of, budget=ORDINARY_BUDGET), least))
        barred = any(audience.power != "press" for audience in of.audiences)
        assert bool(left) == (barred and not small.kept())
        if not left and drawn is not None:
            _draws(small, list(nothing_kept(of, space_of(of), least)), drawn)


def _pressing(of: Scenario) -> set[str | int]:
    return {n for n, audience in enumerate(of.audiences) if audience.power == "press"}


def _fixed(small: Surrounded) -> set[int]:
    """The allies and parliaments that are always content or never, or that never have a vote."""
    of = small.scenario
    return {n for n, audience in enumerate(of.audiences) if audience.power != "press" and _is_fixed(small, audience)}


def _is_fixed(small: Surrounded, audience: Audience) -> bool:
    """Whether nothing changes its mind."""
    judgement, draw = small.scenario.judgements[audience.id], small.scenario.draw
    asked = [one for one in small.signable if audience.power == "consent" or audience.has_vote(one)]
    if not asked:
        return bool(audience.votes)
    worths = [judgement.utility(one) for one in asked]
    bounds = (judgement.threshold, *(draw.threshold[audience.id] if draw else ()))
    return bool(max(worths) < min(bounds) or min(worths) >= max(bounds))


def _draws(small: Surrounded, found: list[Doubt], draw: Draw) -> None:
    """The hardest draw, text by text."""
    of = small.scenario
    assert of.history is not None
    least = {}
    for who, sheet in of.instructions.items():
        worth = sheet.utility(of.history.outcome)
        high = draw.reservation_value[who][1]
        least[who] = min(high, worth) if worth >= sheet.reservation_value else high
    good = [one for one in small.signable if all(of.instructions[w].utility(one) >= n for w, n in least.items())]
    if not good:
        assert [doubt.where for doubt in found] == [("draw", "reservation_value")]
        return
    harsh = {a: replace(j, threshold=draw.threshold[a][1]) for a, j in of.judgements.items()}
    strict = Surrounded(replace(of, judgements=harsh))
    barring = [audience for audience in of.audiences if audience.power != "press"]
    kept = [one for one in good if all(strict.content(audience, one) for audience in barring)]
    assert [doubt.where for doubt in found] == ([("draw", "threshold")] if barring and not kept else [])
