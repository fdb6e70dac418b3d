"""A letter from the empty chair, in sentences: what those who were not at the table make of the text, quoting it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.debrief import Debrief
from game.debrief.letter import Letter, Passage, Tone, letters
from game.scenario import Scenario
from game.text import DelegationId, Option
from game.words.language import SEMICOLON, SENTENCES, phrase, say, strung
from game.words.page import Block, Heading, Paragraph, Section

_MOST, _OF_POWER = 4, 1
"""Letters in the section; and those of them of somebody who could have stopped the text."""

_OPENINGS: Mapping[Tone, tuple[str, ...]] = {
    "relieved": (
        phrase("We were not in the room. We have looked for ourselves in your paper, and we shall sleep tonight."),
        phrase("You met without us, and we feared the worst of it. The worst is not in the text."),
        phrase("Nobody asked us. Had you asked, we should have said: much of this will do."),
    ),
    "uneasy": (
        phrase("We were not in the room, and having read your paper we are not sure that you thought of us."),
        phrase("You tell us that the text is good. We have read it slowly, and are reading it still."),
        phrase("We shall not complain in public. A letter is the other place."),
    ),
    "angry": (
        phrase("You wrote this without us, and it shows."),
        phrase("We have read what you put your names to. We read it twice, to be sure."),
        phrase("There was a chair for us in that room. It stood empty, and you wrote as if it always would."),
    ),
}
_OF_ALLIES: Mapping[Tone, tuple[str, ...]] = {
    "relieved": (
        phrase("It was negotiated in our name. We have read it, and can put our name to it."),
        phrase("We had feared worse than what we have found in it."),
    ),
    "uneasy": (
        phrase("It was negotiated in our name, and having read it we are not sure that we were thought of."),
        phrase("We are told that the text is good. We have read it slowly, and are reading it still."),
    ),
    "angry": (
        phrase("It was negotiated in our name, and not as we should have done it."),
        phrase("We have read what our name is to stand under. We read it twice, to be sure."),
    ),
}
"""Of those who consent: they were not in the room, and it was their delegation that was."""
_NO_PAPER: Mapping[Tone, str] = {
    "relieved": phrase("So there is no paper. We have had worse news."),
    "uneasy": phrase("So there is no paper, and we do not know whether to be glad of it."),
    "angry": phrase("You had a table, and time, and a text within reach; and there is no paper."),
}
_WELCOME = (
    phrase("You wrote {words:quoted}. We could not have asked for more."),
    phrase("The line that we shall keep is this: {words:quoted}."),
    phrase("Where it says {words:quoted}, we breathe more easily."),
    phrase("For {words:quoted} we thank whoever held out for it."),
)
_BEARABLE = (
    phrase("It is not all that we had hoped for, and we can live with it: {words:quoted}."),
    phrase("We had hoped for {instead:quoted}. You wrote {words:quoted}, and that will serve."),
    phrase("That it says {words:quoted} is a good deal, if not the best."),
)
_SPARED = (
    phrase("On {issue:quoted} you say nothing, and nothing was what we hoped to read."),
    phrase("The kindest thing in the paper is its silence on {issue:quoted}."),
)
_SETTLED_WELL = phrase("Beside the text you settled {issue:quoted}, and settled it well: {words:quoted}.")
_MINDED: Mapping[Tone, tuple[str, ...]] = {
    "relieved": (
        phrase("One thing we would have had otherwise, {words:quoted}: it might have been {instead:quoted}."),
        phrase("You will let us say that {words:quoted} is not {instead:quoted}."),
    ),
    "uneasy": (
        phrase("We had hoped for {instead:quoted}. You wrote {words:quoted}."),
        phrase("With {words:quoted} we shall have to live; with {instead:quoted} we should have lived better."),
        phrase("We do not ask why it says {words:quoted} and not {instead:quoted}. We only note it."),
    ),
    "angry": (
        phrase("You wrote {words:quoted}. Read it aloud where we live, and see who claps."),
        phrase("You wrote {words:quoted}, with a better word on your own list: {instead:quoted}."),
        phrase("Which of you was it that let {words:quoted} stand, with {instead:quoted} on the same list?"),
    ),
}
_RATHER_SILENT: Mapping[Tone, str] = {
    "relieved": phrase("Of {words:quoted} we should rather have read nothing; but let it stand."),
    "uneasy": phrase("You wrote {words:quoted}. On {issue:quoted} no word at all would have been the better one."),
    "angry": phrase("You wrote {words:quoted}. You could have held your tongue on {issue:quoted}, and did not."),
}
_SILENT: Mapping[Tone, str] = {
    "relieved": phrase("We looked for a word on {issue:quoted}, such as {instead:quoted}, and there is none."),
    "uneasy": phrase("On {issue:quoted} you are silent. We notice silences; we had hoped for {instead:quoted}."),
    "angry": phrase(
        "On {issue:quoted} there is not a word. Not {instead:quoted}, not anything. That, too, can be read."
    ),
}
_SETTLED_BADLY: Mapping[Tone, str] = {
    "relieved": phrase("Beside the text, in place of {words:quoted}, we should have liked {instead:quoted} better."),
    "uneasy": phrase("Beside the text you settled {issue:quoted}: {words:quoted}. We should have slept on it."),
    "angry": phrase("And beside the text, where you thought that nobody reads: {issue}, {words:quoted}."),
}
_LOST = (
    phrase("{who:head} stood for {words:quoted}. We had begun to count on it."),
    phrase("We shall miss {words:quoted}, for which {who} stood to the end."),
)
_ESCAPED = (
    phrase("What {who} stood for, {words:quoted}, stands nowhere now. We do not mourn it."),
    phrase("At least nobody has signed {words:quoted}, for which {who} stood."),
)
_SILENCES_LOST = phrase("{who:head} would have said nothing on {issue:quoted}. We had begun to count on it.")
_SILENCES_ESCAPED = phrase("{who:head} wanted not a word on {issue:quoted}. That is not how it stands now.")
_STATEMENT = phrase("Then we heard how {who} reads it: {says:quoted} We shall remember that with the text.")
_LATER = phrase("P.S., {day:day}. {title:stop} {because:stop} It was your words {words:quoted} that decided it.")


def letter_section(debrief: Debrief, me: DelegationId | None = None) -> Section | None:
    """The letters of some of those who were not at the table, the same for every reader; None where there is nobody."""
    del me
    written = letters(debrief)
    if not written:
        return None
    scenario = debrief.scenario
    pressing = [each for each in written if scenario.audience(each.audience).power == "press"]
    others = [each for each in written if each not in pressing]
    room = _MOST - min(_OF_POWER, len(others))
    chosen = [*pressing[:room], *others[: _MOST - len(pressing[:room])]]
    blocks: list[Block] = [Paragraph(say(_HONESTLY), "note")]
    for each in chosen:
        blocks += letter_blocks(debrief, each)
    return Section("letter", say("Letters from the empty chair"), tuple(blocks))


_HONESTLY = phrase(
    "Those who were not at the table answer it. MODEL: nobody wrote these letters. Each is built from what the scenario"
    " takes its writer to want, and quotes the very words of the text; below it stands which of these are on record."
)


def letter_blocks(debrief: Debrief, letter: Letter) -> tuple[Block, ...]:
    """One letter, with what is on record of it."""
    scenario = debrief.scenario
    audience = scenario.audience(letter.audience)
    sender = say("{who}, to {whom}", who=audience.name, whom=scenario[audience.of].short)
    paragraphs = tuple(Paragraph(words, "quote") for words in letter_lines(debrief, letter))
    return (Heading(sender), *paragraphs, Paragraph(_record(scenario, letter), "note"))


def letter_lines(debrief: Debrief, letter: Letter) -> tuple[str, ...]:
    """The letter, a paragraph each."""
    scenario, audience = debrief.scenario, debrief.scenario.audience(letter.audience)
    own = scenario.judgements[letter.audience].letter
    openings = _OF_ALLIES if audience.power == "consent" else _OPENINGS
    opening = _turn(openings[letter.tone], scenario, letter) if letter.signed else _NO_PAPER[letter.tone]
    likes = [each for each in letter.passages if each.feeling != "minded"]
    minds = [each for each in letter.passages if each.feeling == "minded"]
    told = [
        strung([*([own.opening] if own else []), say(opening)], SENTENCES),
        strung([_passage(scenario, letter, each, place) for place, each in enumerate(likes)], SENTENCES),
        strung([_passage(scenario, letter, each, place) for place, each in enumerate(minds)], SENTENCES),
    ]
    if letter.statement is not None:
        read = letter.statement
        told.append(say(_STATEMENT, who=scenario[read.of].short, says=read.says))
    told.append(strung([say(_closing(scenario, letter)), *([own.closing] if own else [])], SENTENCES))
    told.append(say("{who}, {day:day}", who=audience.name, day=letter.day))
    if letter.later is not None:
        came = letter.later
        words = came.quoted[slice(*came.mark)]
        told.append(say(_LATER, day=came.day, title=came.title, because=came.because, words=words))
    return tuple(words for words in told if words)


def _turn(variants: Sequence[str], scenario: Scenario, letter: Letter, place: int = 0) -> str:
    """One of several ways to say it: those who write after one another say it differently."""
    seat = [each.id for each in scenario.audiences].index(letter.audience)
    return variants[(seat + place) % len(variants)]


def _passage(scenario: Scenario, letter: Letter, passage: Passage, place: int) -> str:
    """What it makes of one phrase."""
    issue = scenario.text[passage.issue]
    option, instead = issue[passage.option], issue[passage.instead]
    side = scenario[scenario.audience(letter.audience).of].short
    values = {"words": said(option, side=issue.side), "instead": instead.name, "issue": issue.title, "who": side}
    return say(_line(scenario, letter, passage, option, instead, place, side=issue.side), **values)


def _line(
    scenario: Scenario, letter: Letter, passage: Passage, option: Option, instead: Option, place: int, *, side: bool
) -> str:
    tone, minded = letter.tone, passage.feeling == "minded"
    if not letter.signed and option.silent:
        return _SILENCES_ESCAPED if minded else _SILENCES_LOST
    if not letter.signed:
        return _turn(_ESCAPED if minded else _LOST, scenario, letter, place)
    if side and not option.silent:
        return _SETTLED_BADLY[tone] if minded else _SETTLED_WELL
    if option.silent:
        return _SILENT[tone] if minded else _turn(_SPARED, scenario, letter, place)
    if minded:
        return _RATHER_SILENT[tone] if instead.silent else _turn(_MINDED[tone], scenario, letter, place)
    lines = _WELCOME if passage.feeling == "welcome" or instead.silent else _BEARABLE
    return _turn(lines, scenario, letter, place)


def said(option: Option, *, side: bool = False) -> str:
    """The very words, without the signs around them; of what is not printed, what it is called."""
    return option.name if side or option.silent else option.words.strip(" ,.;:")


_CLOSINGS: Mapping[str, Mapping[Tone, str]] = {
    "consent": {
        "relieved": phrase("When the silence procedure ran we were silent, and meant it."),
        "uneasy": phrase("When the silence procedure ran we were silent. Do not take it for applause."),
        "angry": phrase("We were silent when the procedure ran. We shall not be silent about it afterwards."),
    },
    "vote": {
        "relieved": phrase("It came to us for a vote, and had it."),
        "uneasy": phrase("It came to us for a vote, and had it, with few hands to spare."),
        "angry": phrase("It came to us for a vote, and we have not forgotten how it was won."),
    },
    "no vote": {
        "relieved": phrase("On a paper of this form we have no vote. It would have had ours."),
        "uneasy": phrase("On a paper of this form we have no vote. We leave open what it would have been."),
        "angry": phrase("You chose a form of paper on which we have no vote. We can guess why."),
    },
    "press": {
        "relieved": phrase("We shall say so in public."),
        "uneasy": phrase("We shall watch which of your words you mean."),
        "angry": phrase("You will hear from us again, and not by letter."),
    },
    "nothing": {
        "relieved": phrase("If you meet again, do not hurry on our account."),
        "uneasy": phrase("If you meet again, ask us first."),
        "angry": phrase("If you meet again, bring it to an end."),
    },
}
"""By whether it could have stopped the text, and how."""


_REFUSED = phrase("It came to us for a vote, and we sent it back. We should do so again.")


def _closing(scenario: Scenario, letter: Letter) -> str:
    power: str = scenario.audience(letter.audience).power
    if letter.refused:
        return _REFUSED
    if not letter.signed:
        power = "nothing"
    elif power == "ratify":
        power = "vote" if letter.has_vote else "no vote"
    return _CLOSINGS[power][letter.tone]


def _record(scenario: Scenario, letter: Letter) -> str:
    """Which of the words that it quotes are on record, and what is known of who writes."""
    told = []
    for label, line in _LABELS.items():
        options = [scenario.text[each.issue][each.option] for each in letter.passages]
        found = [option.name for option in options if option.source.label == label]
        if found:
            told.append(say(line, words=strung(found, SEMICOLON)))
    note = scenario.audience(letter.audience).note.strip()
    return strung([*told, *([say("Of who writes: {note:stop}", note=note)] if note else [])], SENTENCES)


_LABELS: Mapping[str, str] = {
    "FACT": phrase("On record (FACT): {words:stop}"),
    "MODEL": phrase("Drafted for this game (MODEL): {words:stop}"),
}
