"""What lies before whoever speaks for an audience."""

from __future__ import annotations

from game.scenario import AudienceId
from game.seat import Deed, Desk, Minded, NotReady, Reach, desk, mind, renewed
from game.seat.tray import Tray
from game.talks import GALLERY, BreakSilence, Headline, KeepSilence, Reply, Silence, Talks, Vote, Why, view
from game.talks.refused import Refused
from game.text import DelegationId, IssueId
from tests.rulebook import COUNCIL, VERB, A, B, after, lake
from tests.rulebook.test_11_press import OPENING
from tests.rulebook.test_18_persons import CLEAN, DIETS, DUKES, EARL, POSTS, clean, silence, sounded, voting
from tests.rulebook.world import ally, around


def before(talks: Talks, who: DelegationId, *, word: IssueId | None = None) -> Desk:
    """What lies before a seat, with the clause that is looked at."""
    return desk(view(talks, who), Tray(word=word))


def why_not(found: Desk, deed: Deed) -> Refused | NotReady | None:
    """Why something cannot be done."""
    choice = found.choice(deed)
    assert choice is not None
    return choice.why_not


def test_silence_runs() -> None:
    """What it is worth, what it needs, and every clause that could be named, most points lost first."""
    minds = ally("Duke", 25, council=(0, 10, 20, 30), verb=(0, 15, 10))
    talks = after(lake(CLEAN, world=around(minds)), "*chair admits DUKE")
    assert before(talks, DUKES).mode == "listen"
    assert why_not(before(talks, DUKES), "break-silence") == Refused(kind=Why.NO_SILENCE)
    talks = after(talks, "A circulates")
    found = before(talks, DUKES)
    assert (found.mode, found.my_turn, found.next) == ("silence", True, None)
    asks = found.judging
    assert asks is not None
    assert (asks.audience, asks.of, asks.power, asks.silence, asks.frozen) == ("DUKE", A, "consent", True, False)
    assert (asks.worth, asks.needs, asks.surplus, asks.reach) == (0, 25, -25, Reach(0, 0))
    assert asks.clauses == asks.named
    assert asks.named == (
        Minded(COUNCIL, found.row(COUNCIL).wordings[0].option, 0, 0, 30, 30, found.row(COUNCIL).wordings[1].option),
        Minded(VERB, found.row(VERB).wordings[0].option, 0, 0, 15, 15, found.row(VERB).wordings[1].option),
    )
    assert [wording.points for wording in found.row(COUNCIL).wordings] == [0, 10, 20, 30]
    assert [choice.moves for choice in found.choices] == [
        (KeepSilence(DUKES),),
        (BreakSilence(DUKES, VERB), BreakSilence(DUKES, COUNCIL)),
        (),
    ]
    named = before(talks, DUKES, word=COUNCIL).choice("break-silence")
    assert named is not None
    assert named.moves == (BreakSilence(DUKES, COUNCIL),)


def test_why_they_wait() -> None:
    """The delegations and the gallery see that silence runs and for whom, and that nobody has the floor meanwhile."""
    talks = after(clean("DUKE", "EARL"), "A circulates", "DUKE keeps silence")
    for who in (A, B, GALLERY):
        found = before(talks, who)
        assert found.silence is not None
        assert found.silence == Silence(A, frozenset({AudienceId("DUKE"), AudienceId("EARL")}))
        assert (found.seated, found.my_turn, found.mode) == (
            ("DUKE", "EARL"),
            False,
            "watch" if who == GALLERY else "wait",
        )
        assert not any(person.floor for person in found.people)
    for who in (A, B):
        assert why_not(before(talks, who), "say") == Refused(kind=Why.SILENCE_RUNS, delegation=A)


def test_an_ally_is_sounded() -> None:
    """It may answer, over a clause or none; whoever has asked sees that it has not answered."""
    found = before(sounded(), DUKES, word=VERB)
    assert (found.mode, found.my_turn) == ("sounded", False)
    reply = found.choice("reply")
    assert reply is not None
    assert reply.moves == (Reply(DUKES, "yes"), Reply(DUKES, "uneasy", VERB), Reply(DUKES, "no", VERB))
    asked = {each.id: each.asked for each in before(sounded(), A).corridor}
    assert asked == {"DUKE": True, "EARL": False, "DIET": False, "POST": False}
    assert not any(each.asked for who in (B, POSTS, GALLERY) for each in before(sounded(), who).corridor)


def test_a_vote_is_called() -> None:
    """Yes, or no over a clause; the second no needs none, and is the end."""
    found = before(voting(), DIETS)
    assert (found.mode, found.vote, found.my_turn) == ("vote", "DIET", True)
    vote = found.choice("vote")
    assert vote is not None
    assert vote.moves == (Vote(DIETS, aye=True), Vote(DIETS, False, VERB))
    assert found.judging is not None
    assert (found.judging.vote, found.judging.last) == (True, False)
    assert before(voting(), A).vote == AudienceId("DIET")
    again = after(voting(), "DIET votes no over verb", 'A says "Then will."', "B moves verb=will", "A circulates")
    last = before(after(again, 'B says "."', "A initials", "B initials"), DIETS).judging
    assert last is not None
    assert last.last


def test_a_newspaper_prints_once() -> None:
    """Its headline has still to be written; then it waits for the next stretch of the talks."""
    found = before(sounded(), POSTS)
    assert [choice.moves for choice in found.choices] == [(Headline(POSTS),)]
    printed = before(after(sounded(), 'POST prints  "A COUNCIL"'), POSTS)
    assert isinstance(why_not(printed, "headline"), Refused)
    assert printed.judging is not None
    assert printed.judging.printed


def test_the_clause_that_was_looked_at_is_put_away() -> None:
    """When something else is asked of the seat, it has to name the clause anew."""
    was, now = view(clean("DUKE"), DUKES), view(silence(), DUKES)
    assert renewed(was, mind(Tray(), COUNCIL), now).word is None
    assert renewed(now, mind(Tray(), COUNCIL), now).word == COUNCIL


def test_what_has_changed_last_is_struck() -> None:
    """A text that is circulated still shows what fell in the last package, and nothing that fell before it."""
    talks = after(clean("EARL"), "A moves verb=will", "B moves verb=will", "A moves council=advises")
    talks = after(talks, "B moves council=advises", "A circulates")
    struck = [s.issue for row in before(talks, EARL).paper.clauses for s in row.stretches if s.struck]
    assert struck == [COUNCIL]


def test_words_of_an_ally_are_not_its_delegations() -> None:
    """What an ally says with what it does lies before nobody as the words of the delegation that answers to it."""
    talks = after(clean("DUKE"), 'A circulates  "If you please."', 'DUKE breaks silence over council  "Not that."')
    found = before(talks, B)
    said = {person.id: found.record[person.said].remark for person in found.people if person.said is not None}
    assert said == {A: "If you please."}


def test_words_last_until_the_next_act() -> None:
    """What somebody said stands beside it until it acts without a word, and only its own acts put it away."""

    def quoted(*moves: str) -> dict[DelegationId, str]:
        found = before(after(lake(OPENING), *moves), A)
        return {person.id: found.record[person.said].remark for person in found.people if person.said is not None}

    tabled = 'A tables B:fish=same  "As you like."'
    assert quoted(tabled) == {A: "As you like."}
    assert quoted(tabled, "B accepts 1") == {A: "As you like."}
    assert quoted(tabled, 'B accepts 1  "Gladly."', "A tables B:verb=shall") == {B: "Gladly."}


def test_its_score_at_the_end() -> None:
    """When the talks are over all see what the text is worth to whoever spoke for an audience, and to nobody else."""
    over = after(voting(), "DIET votes yes")
    for who in (A, DIETS, GALLERY):
        ended = before(over, who).ended
        assert ended is not None
        assert ended.outside == {"DIET": 0}
    assert before(over, DIETS).mode == "over"
    assert before(over, DIETS).choices == ()
