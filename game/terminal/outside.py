"""Whoever speaks for an audience: what its sheet says, what is asked of it, and the words by which it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from game.seat import Deed, JudgingDesk, Minded, Seated
from game.talks import BreakSilence, Headline, KeepSilence, Move, Reply, Vote
from game.talks.events import AllyAnswer
from game.terminal.console import Console, Entry, NoMatch, matching
from game.text import IssueId
from game.words import phrase, quoted, say
from game.words.outside import plays_for, power, watching
from game.words.refusals import why_not

Asked: TypeAlias = Literal["silent", "break", "answer", "vote", "headline"]
"""What is typed for a move of an audience's."""

_ANSWERS: Mapping[AllyAnswer, str] = {
    "yes": phrase("yes: you would consent."),
    "uneasy": phrase("uneasy: you would break silence, narrowly."),
    "no": phrase("no: you would break silence."),
}


# ---- what lies before it ------------------------------------------------------------------------------------------


def show_sheet(console: Console, here: Seated) -> None:
    """Whom it watches, what it may do, from how many points on it is content, and what each wording is worth to it."""
    judging = here.desk.judging
    if judging is None:
        return
    console.tell(watching(here.scenario, judging))
    if line := here.scenario.audience(judging.audience).line:
        console.tell(line)
    console.tell(power(here.scenario, judging))
    console.tell(plays_for(judging))
    console.tell(say("What its wordings are worth to you:"))
    for minded in judging.clauses:
        told = [
            say(
                "{wording} {points}",
                wording=quoted(here.scenario.text[minded.issue][each.option].name),
                points=each.points or 0,
            )
            for each in here.desk.row(minded.issue).wordings
        ]
        title = here.scenario.text[minded.issue].title
        console.tell(say("{issue}: {wordings:strung}.", issue=title, wordings=told), indent=2, hang=2)


def judging_lines(here: Seated, *, full: bool) -> Iterator[str]:
    """Where it stands now, and what is asked of it; in `full` also the clauses in which it has something to lose."""
    judging = here.desk.judging
    if judging is None or here.desk.ended:
        return
    of = here.scenario[judging.of].short
    line = phrase("What {of} stands for is worth {worth} to you; you are content from {needs} on.")
    yield say(line, of=of, worth=judging.worth, needs=judging.needs)
    for minded in judging.clauses if full else judging.clauses[:3]:
        if minded.lost or full:
            yield _minded(here, minded)
    yield from _asked(here, judging)


def _minded(here: Seated, minded: Minded) -> str:
    issue = here.scenario.text[minded.issue]
    told = {"issue": issue.title, "wording": issue[minded.option].name, "points": minded.points}
    if minded.retreat is None:
        line = phrase("{issue}: {wording:quoted}, {points} of {best} points.")
        return say(line, **told, best=minded.best)
    line = phrase("{issue}: {wording:quoted}, {points} of {best} points; if you name it, {retreat:quoted} is next.")
    return say(line, **told, best=minded.best, retreat=issue[minded.retreat].name)


def _asked(here: Seated, judging: JudgingDesk) -> Iterator[str]:
    if judging.silence and judging.frozen:
        yield say("Silence runs once more, for the closing statements on the text that is initialled: the talks wait.")
    elif judging.silence:
        yield say("Silence runs for you: the talks wait until you break it or keep it.")
    if judging.vote and judging.last:
        yield say("Your vote is called for the second time: a no is the end of the talks.")
    elif judging.vote:
        yield say("Your vote is called: the talks wait for it.")
    if judging.asked_by:
        line = phrase("{who:head} asks how you would take the text as it stands there.")
        yield say(line, who=here.scenario[judging.asked_by].short)


# ---- what it answers ----------------------------------------------------------------------------------------------


def keep_silent(console: Console, here: Seated, rest: str) -> Move | None:
    """Say nothing, and so consent."""
    return KeepSilence(here.desk.who, remark=rest) if _open(console, here, "keep-silence") else None


def break_silence(console: Console, here: Seated, rest: str) -> Move | None:
    """Say no, and name the clause."""
    if not _open(console, here, "break-silence"):
        return None
    issue = _clause(console, here, rest, say("Which clause will you not have?"))
    return BreakSilence(here.desk.who, issue) if issue else None


def reply(console: Console, here: Seated, rest: str) -> Move | None:
    """Answer whoever asks, and perhaps name a clause."""
    if not _open(console, here, "reply"):
        return None
    word, over, named = rest.partition(" over ")
    entries = [Entry(say(words), (answer,)) for answer, words in _ANSWERS.items()]
    place = matching(word, entries) if word else console.pick(say("How would you take it?"), entries)
    if not isinstance(place, int):
        _say_again(console, place)
        return None
    answer = tuple(_ANSWERS)[place]
    if not over:
        return Reply(here.desk.who, answer)
    issue = _clause(console, here, named, say("Over which clause?"))
    return Reply(here.desk.who, answer, issue) if issue else None


def vote(console: Console, here: Seated, rest: str) -> Move | None:
    """Vote, and name the clause where it is a no that is not the last."""
    judging = here.desk.judging
    if judging is None or not _open(console, here, "vote"):
        return None
    word, _, named = rest.partition(" over ")
    entries = [Entry(say("Yes."), ("yes", "aye")), Entry(say("No."), ("no",))]
    place = matching(word, entries) if word else console.pick(say("Your vote:"), entries)
    if not isinstance(place, int):
        _say_again(console, place)
        return None
    if place == 0:
        return Vote(here.desk.who, aye=True)
    if judging.last or not judging.named:
        sure = console.confirm(say("That is the end of the talks. Do you vote no?"))
        return Vote(here.desk.who, aye=False) if sure else None
    issue = _clause(console, here, named, say("Which clause will you not have?"))
    return Vote(here.desk.who, aye=False, issue=issue) if issue else None


def headline(console: Console, here: Seated, rest: str) -> Move | None:
    """Print a headline."""
    if not _open(console, here, "headline"):
        return None
    words = (rest or console.ask(say("What do you print? (Enter goes back)"))).strip('"“” ')
    return Headline(here.desk.who, remark=words) if words else None


def _open(console: Console, here: Seated, deed: Deed) -> bool:
    """Whether it can be done now; why not is told."""
    choice = here.desk.choice(deed)
    if choice is None:
        console.tell(say("That is not for you to do."))
    elif choice.why_not:
        console.tell(why_not(here.scenario, choice.why_not))
    return choice is not None and choice.why_not is None


def _clause(console: Console, here: Seated, typed: str, question: str) -> IssueId | None:
    """The clause that was typed, or is then chosen among those that could be named."""
    judging, text = here.desk.judging, here.scenario.text
    if typed:
        place = matching(typed, [Entry(issue.title, (issue.id, issue.title)) for issue in text.negotiated])
        if isinstance(place, int):
            return text.negotiated[place].id
        console.tell(place.again)
    named = judging.named if judging else ()
    entries = [Entry(_minded(here, each), (each.issue, text[each.issue].title)) for each in named]
    chosen = console.pick(question, entries) if entries else None
    return None if chosen is None else named[chosen].issue


def _say_again(console: Console, found: NoMatch | None) -> None:
    if found:
        console.tell(found.again)
