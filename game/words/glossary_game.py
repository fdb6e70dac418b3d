"""The words of the game, each with an example from the talks that are played, or from such as there have been."""

from __future__ import annotations

from game.scenario import Scenario
from game.words.glossary_types import Entry, Quote
from game.words.language import phrase, quoted, say

# ---- examples from the talks that are played --------------------------------------------------------------------


def _bracket(scenario: Scenario) -> str:
    issue = scenario.text.negotiated[0]
    line = phrase("In these talks, {issue:quoted}: [{first} / {last}].")
    return say(line, issue=issue.title, first=issue.options[0].name, last=issue.options[-1].name)


def _wording(scenario: Scenario) -> str:
    issue = scenario.text.negotiated[0]
    names = [quoted(option.name) for option in issue.options]
    return say("In these talks, {issue:quoted} is open between {names:and}.", issue=issue.title, names=names)


def _package(scenario: Scenario) -> str:
    first, second = scenario.text.negotiated[0], scenario.text.negotiated[-1]
    line = phrase("In these talks: we move in {first:quoted}, if you move in {second:quoted}.")
    return say(line, first=first.title, second=second.title)


def _side(scenario: Scenario) -> str:
    aside = [issue for issue in scenario.text.negotiated if issue.side]
    return say("In these talks: {issue:quoted}.", issue=aside[0].title) if aside else ""


def _cable(scenario: Scenario) -> str:
    who = scenario.delegations[0]
    return say("In these talks {capital} answers the cables of {who}.", capital=who.capital, who=who.short)


def _audience(scenario: Scenario) -> str:
    names = [audience.name for audience in scenario.audiences]
    return say("In these talks: {names:and}.", names=names) if names else ""


def _allies(scenario: Scenario) -> str:
    names = [audience.name for audience in scenario.audiences if audience.power == "consent"]
    return say("In these talks: {names:and}.", names=names) if names else ""


def _held(scenario: Scenario) -> str:
    sides = scenario.side_texts
    line = phrase("In these talks {side} can be held up: {words}.")
    return say(line, side=sides[0].title, words=sides[0].words) if sides else ""


def _hours(scenario: Scenario) -> str:
    return say("These talks have {hours:hours}.", hours=scenario.calendar.hours)


def _spine(scenario: Scenario) -> str:
    issue = scenario.text.spine
    return say("In these talks: {issue:quoted}.", issue=issue.title) if issue else ""


# ---- the words of the game --------------------------------------------------------------------------------------

_THREE_DEMANDS = Quote(
    "",
    "Los Angeles Times, 23 June 1994",
    phrase("Moscow asked for a direct voice, then for a consultative role, and settled for “as appropriate”."),
)

GAME: tuple[Entry, ...] = (
    Entry(
        "bracket",
        phrase("bracket"),
        phrase(
            "Words that are not agreed stand in brackets, each side’s beside the others’. A text without any is clean."
        ),
        shown=_bracket,
    ),
    Entry(
        "wording",
        phrase("wording"),
        phrase(
            "One way to fill an open place of the text, from strong to weak; one may be silence. It is worth something"
            " else to each side."
        ),
        shown=_wording,
    ),
    Entry(
        "silence",
        phrase("silence (in a text)"),
        phrase("To say nothing is a wording too: what is left out can be what was agreed."),
        Quote(
            "",
            "Summary of Conclusions, 22 June 1994",
            phrase("The page of 1994 has no word on a veto, on Bosnia or on enlargement."),
        ),
    ),
    Entry(
        "side-issue",
        phrase("side issue"),
        phrase("Something that is bargained over and not printed in the text: another table’s business."),
        Quote(
            "",
            "FRUS 1969–76, XXXIX, no. 141",
            phrase("At Helsinki human contacts were the coin that was paid for frontiers."),
        ),
        _side,
    ),
    Entry(
        "clean",
        phrase("clean text"),
        phrase(
            "A text in which no bracket is left. It can be initialled; until then any word may be reopened, at a price."
        ),
        Quote("nothing is agreed until everything is agreed", "European Council, guidelines of 29 April 2017"),
    ),
    Entry(
        "package",
        phrase("package"),
        phrase(
            "A proposal of several words at once: we move here, if you move there. It is taken whole or not at all."
        ),
        shown=_package,
    ),
    Entry(
        "counter",
        phrase("counter"),
        phrase("To answer a package with another one. Theirs is gone then."),
        Quote(
            "can be changed in accordance with international law only by peaceful means",
            "Soviet draft for Bonn, autumn 1974; FRUS 1969–76, XXXIX, no. 252",
            phrase("It answered a Western sentence without “only”."),
        ),
    ),
    Entry(
        "non-paper",
        phrase("non-paper"),
        phrase("A package off the record: it binds nobody, no audience sees it, and it is answered by a hint."),
        Quote(
            "",
            "FRUS 1964–68, XIX, no. 517",
            phrase("In November 1967 Lord Caradon handed Goldberg his draft of Resolution 242, and “to no one else”."),
        ),
    ),
    Entry(
        "points",
        phrase("points"),
        phrase(
            "What words are worth to your side, and to no other: every sum is of single words, and says from worst to "
            "best while brackets stand. Another side’s points are on another scale."
        ),
        Quote(
            "all a matter of prestige",
            "The Independent, 22 June 1994",
            phrase("So NATO said of a page that Moscow valued."),
        ),
    ),
    Entry(
        "walk-away",
        phrase("walk-away"),
        phrase(
            "The points below which no text is better for you than none. The others do not know yours, unless somebody"
            " tells them."
        ),
        Quote(
            "Certainly we will sign it",
            "Yeltsin, Los Angeles Times, 11 June 1994",
            phrase("It was said while his minister was still bargaining."),
        ),
    ),
    Entry(
        "mandate",
        phrase("mandate"),
        phrase(
            "What your capital lets you table now: the limit of what is open to you. A lock marks what lies beyond it."
        ),
        _THREE_DEMANDS,
    ),
    Entry(
        "spine",
        phrase("spine"),
        phrase(
            "The issue that matters most, on which a capital opens one step at a time, and only after what you may "
            "table was tabled and refused."
        ),
        _THREE_DEMANDS,
        _spine,
    ),
    Entry(
        "red-line",
        phrase("red line"),
        phrase("Words that your instructions forbid; an octagon marks them. They can be read, and not tabled."),
        Quote("We cannot open up a formal right of veto", "Kinkel, Deseret News, 9 June 1994"),
    ),
    Entry(
        "cable",
        phrase("cable"),
        phrase(
            "A telegram to your capital, which asks for more room. The answer takes hours; the talks go on meanwhile."
        ),
        shown=_cable,
    ),
    Entry(
        "hours",
        phrase("hours"),
        phrase(
            "Every move takes some, and every hour costs points, however the talks end. Whoever can wait longer gets "
            "more."
        ),
        shown=_hours,
    ),
    Entry(
        "how-far",
        phrase("how far"),
        phrase("What a refusal may say of its distance: nearly, not for this, or not this. It binds nobody."),
        Quote(
            "We cannot do this and we will not do this",
            "Kerry in Paris, Reuters, 15 December 2015",
            phrase("That was said of the word “shall”."),
        ),
    ),
    Entry(
        "never",
        phrase("never"),
        phrase("A refusal for ever of one word. It binds: to take that word later costs points and goodwill."),
        Quote(
            "Russia will never sign",
            "A Western diplomat, RFE/RL, 15 April 1994",
            phrase("Russia signed ten weeks later."),
        ),
    ),
    Entry(
        "goodwill",
        phrase("goodwill"),
        phrase(
            "How two delegations stand with each other: cold costs hours, warm saves them, and doubtful words are read"
            " by it later."
        ),
        Quote(
            "It seems we have to think again",
            "Grachev, The Independent, April 1994",
            phrase("NATO had just bombed at Goražde."),
        ),
    ),
    Entry(
        "hold-up",
        phrase("hold-up"),
        phrase(
            "To keep another text from being issued, over a minor word, and let the hours weigh. The others give the "
            "word, swap it or sit it out."
        ),
        Quote(
            "",
            "Los Angeles Times, 23 June 1994",
            phrase("At Istanbul a communiqué was held up for more than five hours over minor wording."),
        ),
        _held,
    ),
    Entry(
        "audience",
        phrase("audience"),
        phrase(
            "Somebody who is not at the table and judges what is done there: an ally, a parliament, neighbours, "
            "newspapers."
        ),
        Quote("no Yalta II", "Balanzino, Los Angeles Times, 23 June 1994", phrase("That was said for Warsaw to hear.")),
        _audience,
    ),
    Entry(
        "sounding",
        phrase("sounding"),
        phrase("To ask an ally beforehand what it thinks of the text: yes, uneasy or no."),
        Quote(
            "We can support the old or the new language", "Kissinger, 24 September 1974; FRUS 1969–76, XXXIX, no. 250"
        ),
        _allies,
    ),
    Entry(
        "silence-procedure",
        phrase("silence procedure"),
        phrase(
            "A clean text is sent round among allies: whoever says nothing until the hour has consented, whoever "
            "breaks silence names the clause."
        ),
        Quote(
            "",
            "P. Gallis, NATO’s Decision-Making Procedure, CRS RS21510",
            phrase("In February 2003 help for Turkey was put under silence, and it was broken."),
        ),
        _allies,
    ),
    Entry(
        "ratification",
        phrase("ratification"),
        phrase("A parliament’s vote on what was signed. The form of the paper decides whether there is one."),
        Quote(
            "",
            "Reuters, 15 December 2015",
            phrase("With “shall” in one line of the Paris Agreement the American Senate might have had to vote."),
        ),
    ),
    Entry(
        "closing-statement",
        phrase("closing statement"),
        phrase(
            "When the text is frozen each side may read one doubtful phrase its own way; the others’ audiences hear it"
            " too."
        ),
        Quote(
            "will not be signed or have formal status",
            "NATO on the paper of 22 June 1994, Associated Press, 28 June 1994",
            phrase("In Moscow it was a special protocol."),
        ),
    ),
    Entry(
        "aftermath",
        phrase("aftermath"),
        phrase(
            "The years after the signature, in which dated tests read the words again: vague ones are easy to sign and"
            " may be dear to live with."
        ),
        Quote(
            "ad hoc '16 + 1' discussions",
            "NATO and Russia, 31 May 1995",
            phrase("That is what “as appropriate” had become after a year."),
        ),
    ),
)
"""In the order in which one meets them."""
