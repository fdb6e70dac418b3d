"""Plain alternating offers, and the bidders that make them."""

from __future__ import annotations

from itertools import product
from random import Random
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.bidding import Bidder, NashBidder, Preparation, Timed, alternate
from benchmarks.bidding.time_dependence import POWERS, pace_of
from benchmarks.quarrels import Quarrel, heaviest, quarrel
from game.analysis import Points, best_reply, worth
from game.scenario import Pair
from game.text import Exclusion, IssueId, OptionId, Outcome, Text

QUARRELS = [quarrel(seed) for seed in range(4)]


def preparations(of: Quarrel) -> tuple[Preparation, Preparation]:
    """Both sides, ready to bid."""
    one, other = (Preparation(of.text, sheet, least) for sheet, least in zip(of.sheets, of.walk_away, strict=True))
    return one, other


def tangled(seed: int) -> Preparation:
    """A side with pair terms and exclusions."""
    of, chance = quarrel(seed), Random(seed)
    first, second, third = of.text.issues[:3]
    pairs = tuple(
        Pair({a.id: chance.choice(a.options).id, b.id: chance.choice(b.options).id}, chance.choice((-3, 4)), "")
        for a, b in ((first, second), (second, third))
    )
    barred = Exclusion({first.id: frozenset({first.options[0].id}), third.id: frozenset({third.options[-1].id})}, "")
    text = Text(of.text.heading, (), of.text.issues, (barred,))
    return Preparation(text, Points(of.sheets[0].points, pairs), of.walk_away[0])


class Scripted:
    """Says what it was given to say, and takes nothing."""

    def __init__(self, texts: list[Outcome]) -> None:
        self.texts = texts

    def answer(self, offer: Outcome | None, turn: int) -> Outcome | None:
        del offer
        return self.texts[turn % len(self.texts)]


class Listening:
    """A bidder that is listened to."""

    def __init__(self, bidder: Bidder) -> None:
        self.bidder = bidder
        self.said: list[Outcome | None] = []

    def answer(self, offer: Outcome | None, turn: int) -> Outcome | None:
        self.said.append(self.bidder.answer(offer, turn))
        return self.said[-1]


def anything(text: Text, chance: Random) -> Outcome:
    """Any text that the exclusions allow."""
    while True:
        found = {issue.id: chance.choice(issue.options).id for issue in text.issues}
        if not any(all(found[i] in options for i, options in one.apart.items()) for one in text.exclusions):
            return found


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 40), st.integers(1, 30), st.booleans(), st.booleans(), st.integers(0, 2**16))
def test_whatever_is_offered_gets_a_legal_answer(seed: int, rounds: int, opens: bool, ties: bool, by: int) -> None:
    """Our bidder answers any offers with whole allowed texts that it would itself take, and takes none below its
    walk-away."""
    preparation = tangled(seed) if ties else preparations(quarrel(seed))[0]
    chance = Random(by)
    few = [anything(preparation.text, chance) for _ in range(chance.randint(1, 9))]
    ours, other = Listening(NashBidder(preparation, rounds)), Scripted(few)
    ended = alternate(ours, other, rounds) if opens else alternate(other, ours, rounds)
    for said in ours.said:
        assert said is None or said.keys() == {issue.id for issue in preparation.text.issues}
        if said is not None:
            assert worth(preparation.sheet, said) >= min(preparation.walk_away, preparation.best)
            assert not any(
                all(said[i] in options for i, options in one.apart.items()) for one in preparation.text.exclusions
            )
    if ended.text is not None:
        assert worth(preparation.sheet, ended.text) >= preparation.walk_away


def test_two_bidders_agree_near_what_is_fair() -> None:
    """Both gain in every quarrel, and in the mean the text is nearer to the Nash text than a quarter of the way to
    none."""
    near = far = 0.0
    for of in [quarrel(seed) for seed in range(12)]:
        one, other = preparations(of)
        ended = alternate(NashBidder(one, 100), NashBidder(other, 100), 100)
        assert ended.text is not None
        assert min(of.shares(ended.text)) >= 0
        near, far = near + of.nash_distance(ended.text), far + of.nash_distance(None)
    assert near < far / 4


def test_who_looks_at_the_clock_is_waited_for() -> None:
    """Somebody whose offers get better by themselves, however late, ends with less than our bidder: it sees that it
    has only to wait."""
    ours, theirs, patient = [], [], 0
    for of in [quarrel(seed) for seed in range(8)]:
        one, other = preparations(of)
        bidder = NashBidder(one, 100)
        ended = alternate(bidder, Timed(other, 100, 4.0), 100)
        assert ended.text is not None
        patient += bidder.patient
        ours.append(of.shares(ended.text)[0])
        theirs.append(of.shares(ended.text)[1])
    assert patient >= 6
    assert sum(ours) > 1.1 * sum(theirs)


def test_who_counts_gets_new_texts() -> None:
    """To somebody who goes back to older texts as long as nothing new is said, something new is said every time."""
    one, _ = preparations(QUARRELS[1])
    chance = Random(1)
    low = sorted(
        {tuple(anything(one.text, chance).items()) for _ in range(40)}, key=lambda t: worth(one.sheet, dict(t))
    )
    ours = NashBidder(one, 100)
    for turn in range(8):
        ours.answer(dict(low[turn % 2]), turn)
    said = [ours.answer(dict(low[turn % 2]), turn) for turn in range(8, 20)]
    assert ours.counting
    assert len({tuple(sorted(text.items())) for text in said if text is not None}) == len(said)


def test_the_same_offers_get_the_same_answers() -> None:
    """There is no chance in it, and what is kept changes nothing: a second negotiation is like the first."""
    one, other = preparations(QUARRELS[2])
    first, again = (alternate(NashBidder(one, 100), NashBidder(other, 100), 100) for _ in range(2))
    fresh = preparations(QUARRELS[2])
    assert first == again == alternate(NashBidder(fresh[0], 100), NashBidder(fresh[1], 100), 100)


def test_an_equal_offer_is_the_same_offer() -> None:
    """Whether the other hands over the very same text or a copy of it makes no difference."""

    class Copying:
        def __init__(self, bidder: Bidder) -> None:
            self.bidder = bidder

        def answer(self, offer: Outcome | None, turn: int) -> Outcome | None:
            said = self.bidder.answer(offer, turn)
            return None if said is None else dict(said)

    one, other = preparations(QUARRELS[3])
    plain = alternate(NashBidder(one, 60), Timed(other, 60, 4.0), 60)
    assert alternate(NashBidder(one, 60), Copying(Timed(other, 60, 4.0)), 60) == plain


def test_it_learns_what_the_other_wants() -> None:
    """After some forty offers of a time-dependent other, texts that it takes to be better for it are so, nine times in
    ten and oftener than before it heard anything."""
    right = dict.fromkeys(("before", "after"), 0)
    for of in [quarrel(seed) for seed in range(6)]:
        one, other = preparations(of)
        model = one.model()
        before = model.estimate()
        their = Timed(other, 100, 1.0)
        texts = {
            tuple(sorted(one.numbers[word] for word in said.items())): turn
            for turn in range(60)
            if (said := their.answer(None, turn)) is not None
        }
        for options, turn in texts.items():
            model.hear(options, turn / 100)
        chance = Random(of.name)
        for name, estimate in (("before", before), ("after", model.estimate())):
            for _ in range(200):
                pair = [[one.numbers[word] for word in anything(of.text, chance).items()] for _ in range(2)]
                guessed = [sum(estimate[text]) for text in pair]
                true = [sum(other.points[text]) for text in pair]
                right[name] += (guessed[0] - guessed[1]) * (true[0] - true[1]) >= 0
    assert right["after"] > right["before"]
    assert right["after"] > 0.75 * 1200


def by_the_clock(preparation: Preparation, rounds: int, power: float) -> list[tuple[int, ...]]:
    """The offers, as options by number, of somebody who asks less with a power of time, and offers the text that gives
    him as little more than that as can be."""
    rows = [[preparation.numbers[issue.id, option.id] for option in issue.options] for issue in preparation.text.issues]
    shares = {options: preparation.share({}, options) for options in product(*rows)}
    texts = sorted(shares, key=shares.__getitem__)
    asks = [1 - ((turn + 1) / (rounds + 1)) ** power for turn in range(rounds)]
    return [next(options for options in texts if shares[options] >= ask - 1e-9) for ask in asks]


def test_who_goes_by_the_clock_is_read() -> None:
    """From the hours of the offers of somebody who goes by the clock it mostly sees, at half time, about which power
    of time he goes by, and what a text costs him: nearer by half than from how often he offered what."""
    found, near, often = 0, [], []
    powers = (1.0, 0.25)
    for of in [quarrel(seed) for seed in range(10)]:
        one, other = preparations(of)
        for power in powers:
            model = one.model()
            for turn, options in enumerate(by_the_clock(other, 100, power)[:50]):
                if options not in dict(model.offers):
                    model.hear(options, (turn + 1) / 101)
            pace = model.pace()
            found += power / 2 <= pace.power <= power * 2
            chance = Random(of.name)
            for _ in range(60):
                text = anything(of.text, chance)
                options = tuple(one.numbers[word] for word in text.items())
                costs = 1 - other.share(text, options)
                near.append(abs(float(pace.costs[list(options)].sum()) - costs))
                often.append(abs(-float(model.estimate()[list(options)].sum()) - costs))
    assert found >= 0.8 * 10 * len(powers)
    assert median(near) < 0.5 * median(often)


@given(st.sampled_from(POWERS), st.integers(1, 120), st.integers(0, 2**16))
@settings(max_examples=50, deadline=None)
def test_a_pace_fits_at_least_as_well_as_the_truth(power: float, rounds: int, by: int) -> None:
    """Somebody offers texts that cost him just what the clock says. What is believed of him in the end fits no worse
    than the truth would; and who had it right beforehand keeps it."""
    chance = Random(by)
    true, believed = (np.array([chance.random() / 4 for _ in range(12)]) for _ in range(2))
    texts = [tuple(4 * issue + chance.randrange(4) for issue in range(3)) for _ in range(rounds)]
    said = [(text, float(true[list(text)].sum()) ** (1 / power)) for text in texts]
    assert pace_of(believed, said).misfit <= 0.1 * float(((true - believed) ** 2).sum()) / rounds + 1e-9
    right = pace_of(true, said)
    assert right.misfit == pytest.approx(0, abs=1e-9)
    assert right.power == power
    assert right.costs == pytest.approx(true)
    assert right.taken_at(texts[0]) == pytest.approx(said[0][1])


def test_who_can_be_read_is_met_near_what_is_fair() -> None:
    """With somebody who goes by the clock it ends nearer to the Nash text than another who goes by the clock does, and
    with more."""
    distance = {"ours": 0.0, "clock": 0.0}
    share = {"ours": 0.0, "clock": 0.0}
    for of in [quarrel(seed) for seed in range(12)]:
        one, other = preparations(of)
        for name, ours in (("ours", NashBidder(one, 100)), ("clock", Timed(one, 100, 1.0))):
            ended = alternate(ours, Timed(other, 100, 1.0), 100)
            distance[name] += of.nash_distance(ended.text)
            share[name] += of.shares(ended.text)[0]
    assert distance["ours"] < distance["clock"]
    assert share["ours"] > share["clock"]


def test_a_refusal_tells() -> None:
    """Whoever refuses what by the clock he should take is taken to want it less than was thought, and is offered
    something else."""
    of = quarrel(6)
    one, other = preparations(of)
    ours, their = NashBidder(one, 100), Timed(other, 100, 1.0)
    said: Outcome | None = ours.answer(None, 0)
    learned = []
    for turn in range(98):
        reply = their.answer(None, turn)
        before = len(ours.model.refused)
        last, said = said, ours.answer(reply, turn + 1)
        if len(ours.model.refused) > before and last and ours.pace:
            assert ours.pace.taken_at(tuple(one.numbers[word] for word in last.items())) > 0
            learned.append(said != last)
        if said is None:
            break
    assert any(learned)


@pytest.mark.parametrize("ties", [False, True])
def test_a_plan_is_exact(ties: bool) -> None:
    """Bundled or not, pair terms and exclusions or not: its texts are the best replies to its estimate."""
    preparation = tangled(5) if ties else preparations(quarrel(5))[0]
    plan = preparation.plan(preparation.prior.before)
    estimate = preparation.estimate(preparation.prior.before)
    for place in range(len(plan.shares)):
        reply = plan.profile[place]
        assert worth(preparation.sheet, reply.text) == reply.mine
        best = best_reply(preparation.text, preparation.sheet, estimate, reply.mine)
        assert best is not None
        assert best.theirs == pytest.approx(reply.theirs)


def test_the_next_best_texts_come_in_order() -> None:
    """All texts that give so much come once each, the best for the other first: as enumerating would find them."""
    preparation = tangled(2)
    costs = preparation.prior.before
    estimate = preparation.estimate(costs)
    found = list(preparation.best_first(costs, 0.7))
    theirs = [reply.theirs for reply in found]
    assert theirs == sorted(theirs, reverse=True)
    issues = preparation.text.issues
    every = [
        dict(zip((issue.id for issue in issues), options, strict=True))
        for options in product(*([option.id for option in issue.options] for issue in issues))
    ]
    good = [
        text
        for text in every
        if not any(all(text[i] in options for i, options in one.apart.items()) for one in preparation.text.exclusions)
        and (worth(preparation.sheet, text) - preparation.walk_away) / (preparation.best - preparation.walk_away)
        >= 0.7 - 1e-9
    ]
    assert len(found) == len(good)
    assert {tuple(sorted(reply.text.items())) for reply in found} == {tuple(sorted(text.items())) for text in good}
    assert max(worth(estimate, text) for text in good) == pytest.approx(theirs[0])


def test_the_main_scenario_in_alternating_offers() -> None:
    """On its heaviest issues two of our bidders agree, both over their walk-aways."""
    of = heaviest("partnership-for-peace-1994")
    one, other = preparations(of)
    ended = alternate(NashBidder(one, 100), NashBidder(other, 100), 100)
    assert ended.text is not None
    assert min(of.shares(ended.text)) > 0


def test_somebody_has_to_open() -> None:
    """There is nothing to take before the first offer."""

    class Silent:
        def answer(self, offer: Outcome | None, turn: int) -> Outcome | None:
            del offer, turn
            return None

    with pytest.raises(ValueError, match="no offer to take"):
        alternate(Silent(), Silent(), 3)


def test_no_rounds_no_text() -> None:
    """Without a round nothing is said, and when the rounds are over nothing is agreed."""
    text: Outcome = {IssueId("i0"): OptionId("o0")}
    assert alternate(Scripted([text]), Scripted([text]), 0).text is None
    assert alternate(Scripted([text]), Scripted([text]), 7).rounds == 7
