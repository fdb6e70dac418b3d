"""Why a number changed, and what a line of a score is for: the clause that stands behind it, without a full stop."""

from __future__ import annotations

from typing import assert_never

from game.scenario import HappeningId, Scenario
from game.talks import EARLIER, causes
from game.text import DelegationId
from game.words.language import count, say
from game.words.names import audience, day_at, named_alone, short, title, wording


def because(
    scenario: Scenario, cause: causes.Cause, of: DelegationId | None = None, me: DelegationId | None = None
) -> str:
    """Why a number changed; `of` is the delegation whose number it is, `me` who hears of it (None: that delegation)."""
    mine = me is None or me == of
    match cause:
        case causes.Reopened() if of == cause.by:
            return say("reopened “{title}”", title=title(scenario, cause.issue))
        case causes.Reopened():
            issue, day = title(scenario, cause.issue), day_at(scenario, cause.at)
            return say("{who} reopened “{title}” on {day}", who=short(scenario, cause.by), title=issue, day=day)
        case causes.NeverBroken():
            return _never_broken(scenario, cause, of, mine=mine)
        case causes.GivenUpUnheard():
            return _given_up_unheard(scenario, cause, mine=mine)
        case causes.BargainsKept():
            return say("{n} bargains struck and kept", n=cause.number)
        case causes.HeldUpBy():
            return _held_up(scenario, cause)
        case causes.HoldUpEnded():
            return _hold_up_ended(scenario, cause, of, mine=mine)
        case causes.Applauded() | causes.Alarmed() | causes.Surprised() | causes.PledgeBroken():
            return _of_a_statement(scenario, cause, mine=mine)
        case (
            causes.Pressed()
            | causes.AskedFor()
            | causes.OpenedAgain()
            | causes.StandsFor()
            | causes.ReadingHeard()
            | causes.ThoughtAgain()
        ):
            return _of_an_audience(scenario, cause, mine=mine)
        case causes.ReadingLiked() if mine:
            return say("your closing statement was liked at home: “{says:nostop}”", says=cause.says)
        case causes.ReadingLiked():
            return say("their closing statement was liked at home: “{says:nostop}”", says=cause.says)
        case causes.Woken():
            names = [audience(scenario, each) for each in cause.audiences]
            day = day_at(scenario, cause.at)
            return say("the closing statement of {day} has woken {names:and}", day=day, names=names)
        case causes.WokenPress():
            name = audience(scenario, cause.audience)
            return say("{audience} has heard how the text is read on the other side", audience=name)
        case causes.Decreed():
            return cause.because
        case causes.LeftBehind():
            return say("it stands where the earlier talks have left it")
        case _:
            assert_never(cause)


def _held_up(scenario: Scenario, cause: causes.HeldUpBy) -> str:
    side = scenario.side_text(cause.side_text)
    values: dict[str, object] = {
        "who": short(scenario, cause.by),
        "side": side.title if side else "",
        "day": day_at(scenario, cause.at),
    }
    if cause.sat_out:
        told = say("{who} held up {side} on {day}, and it was sat out", **values)
    else:
        told = say("{who} held up {side} on {day}", **values)
    if not cause.earlier:
        return told
    often = say("twice") if cause.earlier == 2 else count("once", "{n} times", cause.earlier)
    return say("{what}, as {often} before", what=told, often=often)


def _hold_up_ended(scenario: Scenario, cause: causes.HoldUpEnded, of: DelegationId | None, *, mine: bool) -> str:
    side = scenario.side_text(cause.side_text)
    done = (side.give if cause.how == "give" else side.swap) if side else ""
    day = day_at(scenario, cause.at)
    if of != cause.by:
        return say("the hold-up of {day}: {done}", day=day, done=done)
    return (
        say("your hold-up of {day}: {done}", day=day, done=done)
        if mine
        else say("their hold-up of {day}: {done}", day=day, done=done)
    )


def _never_broken(scenario: Scenario, cause: causes.NeverBroken, of: DelegationId | None, *, mine: bool) -> str:
    name = named_alone(scenario, cause.issue, cause.option)
    if of != cause.by:
        return say("{who} took {wording}, which it had refused for ever", who=short(scenario, cause.by), wording=name)
    if mine:
        return say("you had refused {wording} for ever", wording=name)
    return say("they had refused {wording} for ever", wording=name)


def _given_up_unheard(scenario: Scenario, cause: causes.GivenUpUnheard, *, mine: bool) -> str:
    names = [named_alone(scenario, cause.issue, option) for option in cause.options]
    if mine:
        return say("you gave up {wordings:or} before it was heard", wordings=names)
    return say("they gave up {wordings:or} before it was heard", wordings=names)


def _of_a_statement(
    scenario: Scenario, cause: causes.Applauded | causes.Alarmed | causes.Surprised | causes.PledgeBroken, *, mine: bool
) -> str:
    match cause:
        case causes.Surprised():
            return say("a statement to the newspapers on {day}, unannounced", day=day_at(scenario, cause.at))
        case causes.PledgeBroken():
            name, issue = wording(scenario, cause.issue, cause.option), title(scenario, cause.issue)
            if mine:
                return say("you had told the newspapers {wording} in “{title}”", wording=name, title=issue)
            return say("they had told the newspapers {wording} in “{title}”", wording=name, title=issue)
        case causes.Applauded():
            name, day = audience(scenario, cause.audience), day_at(scenario, cause.at)
            if mine:
                return say("{audience} liked your statement of {day}", audience=name, day=day)
            return say("{audience} liked their statement of {day}", audience=name, day=day)
        case causes.Alarmed():
            name, day = audience(scenario, cause.audience), day_at(scenario, cause.at)
            if mine:
                return say("{audience} did not like your statement of {day}", audience=name, day=day)
            return say("{audience} did not like their statement of {day}", audience=name, day=day)
        case _:
            assert_never(cause)


def _of_an_audience(
    scenario: Scenario,
    cause: causes.Pressed
    | causes.AskedFor
    | causes.OpenedAgain
    | causes.StandsFor
    | causes.ReadingHeard
    | causes.ThoughtAgain,
    *,
    mine: bool,
) -> str:
    match cause:
        case causes.Pressed():
            name, day = audience(scenario, cause.audience), day_at(scenario, cause.at)
            if mine:
                return say("{audience} is against what you stand for ({day})", audience=name, day=day)
            return say("{audience} is against what they stand for ({day})", audience=name, day=day)
        case causes.AskedFor():
            name, asked = audience(scenario, cause.audience), named_alone(scenario, cause.issue, cause.option)
            return say("{audience} asks for {wording}, which your capital had not opened", audience=name, wording=asked)
        case causes.OpenedAgain():
            name = audience(scenario, cause.audience)
            return say("{audience} has sent the text back, and a word can still be swapped", audience=name)
        case causes.StandsFor():
            name = named_alone(scenario, cause.issue, cause.option)
            return say("{who} stands for {wording}", who=short(scenario, cause.by), wording=name)
        case causes.ReadingHeard():
            return say("it heard “{says:nostop}”", says=cause.says)
        case causes.ThoughtAgain():
            return say("it has thought again")
        case _:
            assert_never(cause)


def headline(happening: HappeningId, written: str) -> str:
    """What stands over a piece of news: the author's title, or ours over what earlier talks have left."""
    return say("What the earlier talks have left") if happening == EARLIER else written


def ground(scenario: Scenario, ground: causes.Ground, of: DelegationId, me: DelegationId | None = None) -> str:
    """What a line of a score is for; `of` is the delegation whose score it is, `me` who reads it (None: itself)."""
    match ground:
        case causes.Signed():
            return scenario.text[ground.issue][ground.option].name
        case causes.Together():
            return ground.because
        case causes.NoText():
            return say("no text: the walk-away")
        case causes.Spent():
            return say("{time:hours} of talks", time=ground.hours)
        case causes.CameOfIt():
            year = str(ground.day.year)
            return say("{title}, {year}: {because:nostop}", title=ground.title, year=year, because=ground.because)
        case _:
            return because(scenario, ground, of, me)
