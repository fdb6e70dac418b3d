"""How the bargaining went, in words: what came of each package, how it was answered, who did what about a wording."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import Scenario
from game.seat.bargaining import Bargain, Bargaining, Fate, Reply, Trace, Verdict
from game.talks import Far
from game.text import DelegationId
from game.words.language import SEMICOLON, SENTENCES, count, listed, phrase, quoted, say, stopped, strung
from game.words.names import named_alone, short, title, wording

FATES: Mapping[Fate, str] = {
    "lies": phrase("on the table"),
    "agreed": phrase("agreed"),
    "declined": phrase("declined"),
    "liked": phrase("welcome"),
    "withdrawn": phrase("withdrawn"),
    "countered": phrase("countered"),
    "overtaken": phrase("overtaken"),
}
"""What has become of a package, in a word."""
FAR: Mapping[Far, tuple[str, str]] = {
    "not-this": (phrase("not this"), phrase("no price buys it")),
    "not-for-this": (phrase("not for this"), phrase("it could be had for more")),
    "nearly": (phrase("nearly"), phrase("very little is missing")),
}
"""How far off a package was called, from far to near, each with what it means."""
_ASIDE: Mapping[bool, str] = {
    False: phrase("{who:head} answers package {n} with non-paper {counter}"),
    True: phrase("{who:head} answers non-paper {n} with non-paper {counter}"),
}
"""An answer off the record, by whether the package was."""
_HEADINGS: Mapping[tuple[Verdict, bool], str] = {
    ("takes", False): phrase("{who:head} takes package {n}"),
    ("takes", True): phrase("{who:head} takes package {n}"),
    ("declines", False): phrase("{who:head} declines package {n}"),
    ("declines", True): phrase("{who:head} answers non-paper {n}: no"),
    ("likes", False): phrase("{who:head} could live with package {n}"),
    ("likes", True): phrase("{who:head} could live with non-paper {n}"),
    ("counters", False): phrase("{who:head} answers package {n} with package {counter}"),
    ("counters", True): phrase("{who:head} answers non-paper {n} with package {counter}"),
}
"""By what the answer is, and whether the package was off the record."""


def fate(bargain: Bargain, me: DelegationId) -> str:
    """What has become of a package, in a word or two; how far off it was called, where that was said."""
    last = bargain.replies[-1] if bargain.replies else None
    if bargain.fate != "declined" or last is None:
        return say(FATES[bargain.fate])
    if last.by == me:
        return say("you declined")
    if last.never:
        return say("never")
    return say(FAR[last.far][0]) if last.far else say(FATES["declined"])


def heading(scenario: Scenario, bargain: Bargain, reply: Reply | None) -> str:
    """Who has answered, and what; without an answer, whose package it is."""
    n = str(bargain.aside or bargain.number)
    if reply is None:
        line = phrase("Non-paper {n} of {who}") if bargain.off_record else phrase("Package {n} of {who}")
        return say(line, n=n, who=short(scenario, bargain.by))
    counter = str(reply.aside or reply.counter or "")
    line = _ASIDE[bargain.off_record] if reply.aside else _HEADINGS[reply.verdict, bargain.off_record]
    return say(line, who=short(scenario, reply.by), n=n, counter=counter)


def answered(scenario: Scenario, bargain: Bargain, reply: Reply | None, remark: str) -> str:
    """Who has answered, and what, the words that were said, the word that hurt, and how far off the package is."""
    told = [stopped(heading(scenario, bargain, reply)), stopped(quoted(remark)) if remark else ""]
    if reply is not None:
        told.append(over(scenario, bargain, reply))
        if reply.far is not None:
            name, means = FAR[reply.far]
            told.append(say("{far:head}: {what}.", far=say(name), what=say(means)))
    return strung([each for each in told if each], SENTENCES)


def numbered(bargain: Bargain) -> str:
    """What a package is called in a row of them: by its number, or as a non-paper by which of them it is."""
    return say("non-paper {n}", n=str(bargain.aside)) if bargain.off_record else str(bargain.number)


def over(scenario: Scenario, bargain: Bargain, reply: Reply) -> str:
    """What the answer names; empty where it names nothing."""
    if reply.issue is None:
        return ""
    issue = title(scenario, reply.issue)
    if reply.option is None:
        return say("The difficulty is {issue:quoted}.", issue=issue)
    word = wording(scenario, reply.issue, reply.option)
    if reply.never:
        return say("It refuses {word} in {issue:quoted} for ever.", word=word, issue=issue)
    others = len({shift.issue for shift in bargain.shifts}) > 1
    alone = phrase("It names {word} in {issue:quoted}, and nothing else in the package.")
    line = alone if others else phrase("It names {word} in {issue:quoted}.")
    return say(line, word=word, issue=issue)


def beside(scenario: Scenario, bargain: Bargain, counter: Bargain) -> str:
    """What a package that answers another keeps of its words, puts in their place, leaves out and adds."""
    issues = dict.fromkeys(shift.issue for shift in bargain.shifts)
    kept, instead, out = [], [], []
    for issue in issues:
        before, now = bargain.settles(issue), counter.settles(issue)
        if before is None:
            continue
        word = named_alone(scenario, issue, before)
        if now is None:
            out.append(word)
        elif now == before:
            kept.append(word)
        else:
            instead.append(say("{new} in place of {old}", new=named_alone(scenario, issue, now), old=word))
    new = dict.fromkeys(shift.issue for shift in counter.shifts if shift.issue not in issues)
    added = [named_alone(scenario, issue, option) for issue in new if (option := counter.settles(issue))]
    parts = (
        (phrase("keeps {words:and}"), kept),
        (phrase("has {words:and}"), instead),
        (phrase("leaves out {words:and}"), out),
        (phrase("adds {words:and}"), added),
    )
    told = [say(line, words=words) for line, words in parts if words]
    return say("Beside yours it {told}.", told=strung(told, SEMICOLON)) if told else ""


def traces(scenario: Scenario, trace: Trace, among: Bargaining, me: DelegationId) -> tuple[str, ...]:
    """What one delegation has done about a wording, in parts of a sentence; `among` all packages."""
    mine, who = trace.who == me, short(scenario, trace.who)
    found: list[str] = []
    if trace.offered:
        line = phrase("you offered it in {numbers}") if mine else phrase("{who} offered it in {numbers}")
        found.append(say(line, who=who, numbers=_numbers(among, trace.offered)))
    if trace.asked:
        line = phrase("you asked for it in {numbers}") if mine else phrase("{who} asked for it in {numbers}")
        found.append(say(line, who=who, numbers=_numbers(among, trace.asked)))
    if trace.refused and not trace.never:  # a wording that is refused for ever has a mark of its own
        line = phrase("you refused it in {numbers}") if mine else phrase("{who} refused it in {numbers}")
        told = say(line, who=who, numbers=_numbers(among, trace.refused))
        found.append(say("{told}: {how}", told=told, how=say(FAR[trace.far][0])) if trace.far else told)
    return tuple(found)


def _numbers(among: Bargaining, of: tuple[int, ...]) -> str:
    """In which packages and non-papers, those on the record first."""
    told = [among[each] for each in of]
    record = [str(each.number) for each in told if not each.off_record]
    aside = [str(each.aside) for each in told if each.off_record]
    found = []
    if record:
        found.append(count("package {numbers:and}", "packages {numbers:and}", len(record), numbers=record))
    if aside:
        found.append(count("non-paper {numbers:and}", "non-papers {numbers:and}", len(aside), numbers=aside))
    return listed(found)


def remarks(said: str) -> str:
    """What was said with it, as a quotation; empty where nothing was."""
    return quoted(said) if said else ""
