"""What the things on the table are: a name and a sentence or two for each, for whoever points at one and asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.words.language import phrase

Topic = Literal[
    "draft", "bracket", "word", "wording", "wordings", "lock", "red-line", "barred", "degrees", "issues", "sources",
    "label",
    "tray", "chip", "their-chip", "points", "after", "walk-away", "why", "price",
    "table", "nonpaper", "alone", "capital", "clear", "rest", "withdraw", "press", "hold", "sound", "circulate", "sign",
    "say", "more", "leave", "accept", "decline", "counter", "how-far", "held", "reading",
    "clock", "talks", "menu", "help", "adviser", "seal", "goodwill", "delegation", "record", "cables", "audience",
    "package", "packages", "reply", "take-up", "status", "judging",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explained:
    """A thing: templates of its name and of what it is, and the entry of the glossary that says more."""

    name: str
    what: str
    term: str = ""


EXPLAINED: Mapping[Topic, Explained] = {
    "draft": Explained(
        phrase("The draft"),
        phrase("The text as it stands: what is in brackets is open, each side’s words with its mark and colour."),
        "bracket",
    ),
    "bracket": Explained(
        phrase("A bracket"),
        phrase("Not agreed: each side’s words beside the others’. It closes when all stand for the same ones."),
        "bracket",
    ),
    "word": Explained(
        phrase("Words of the draft"),
        phrase(
            "Press them, and they go into your package or out of it; yellow is what your package would change, and a"
            " dash no words: who stands there would leave them out."
        ),
        "bracket",
    ),
    "wording": Explained(
        phrase("A wording"),
        phrase("One way to fill this place, with what it is worth to you alone; pressed, it goes into your package."),
        "wording",
    ),
    "wordings": Explained(
        phrase("The wordings of an issue"),
        phrase("All ways to fill one place of the draft, from strong to weak, with your points for each."),
        "wording",
    ),
    "lock": Explained(
        phrase("A lock"),
        phrase("This wording is beyond your mandate: press it to note it for a cable, which asks your capital for it."),
        "mandate",
    ),
    "red-line": Explained(
        phrase("An octagon"),
        phrase("Your instructions forbid this wording for good: it can be read, and not tabled."),
        "red-line",
    ),
    "barred": Explained(
        phrase("A barred wording"),
        phrase("An ally or a parliament has refused it in a text already: it cannot be tabled any more."),
        "silence-procedure",
    ),
    "degrees": Explained(
        phrase("Three scales of dots"),
        phrase("How far a wording binds, how precise it is, and how much of the decision it shares with others."),
        "form",
    ),
    "issues": Explained(
        phrase("From issue to issue"),
        phrase("J and K go to the next and the previous issue, B to the next one that is in brackets."),
    ),
    "sources": Explained(
        phrase("Words and sources"),
        phrase("The wording in full, or where it comes from."),
    ),
    "label": Explained(
        phrase("FACT or MODEL"),
        phrase(
            "FACT: somebody wrote or said these words, and a source says so. MODEL: they were drafted for the game."
        ),
    ),
    "tray": Explained(
        phrase("The tray"),
        phrase("The package that you prepare, or theirs that waits for your answer: who moves where, and for what."),
        "package",
    ),
    "chip": Explained(
        phrase("A move in your package"),
        phrase(
            "Whose mark it bears moves to this wording; the number is what that brings you. Pressed, it is taken out."
        ),
        "package",
    ),
    "their-chip": Explained(
        phrase("A move in their package"),
        phrase(
            "Whose mark it bears moves to this wording. Press it to say that this is the word over which you decline."
        ),
        "package",
    ),
    "points": Explained(
        phrase("Your points"),
        phrase(
            "From your worst to your best while brackets stand: if every bracket fell to them, and if it fell to you."
        ),
        "points",
    ),
    "after": Explained(
        phrase("After this package"),
        phrase("Your worst and your best as they would be if the others said yes."),
        "points",
    ),
    "walk-away": Explained(
        phrase("Your walk-away"),
        phrase("Below it no text is better for you than none; the others do not know it."),
        "walk-away",
    ),
    "why": Explained(
        phrase("Why?"),
        phrase("Every number of yours that has changed, with the hour and the reason."),
        "points",
    ),
    "price": Explained(
        phrase("What time costs"),
        phrase("How long the next move takes, or what waiting costs you; hours cost points however the talks end."),
        "hours",
    ),
    "table": Explained(
        phrase("Table it"),
        phrase("Puts your package on the record: the others accept it, decline it over a word, or counter it."),
        "package",
    ),
    "nonpaper": Explained(
        phrase("Non-paper"),
        phrase("Floats your package off the record: it binds nobody, and is answered by a hint."),
        "non-paper",
    ),
    "alone": Explained(
        phrase("Move alone"),
        phrase("Goes to your wordings in the tray and asks for nothing in return: a gift, and dear to take back."),
    ),
    "capital": Explained(
        phrase("Ask the capital"),
        phrase("Sends a cable about the locked wordings that you noted; the talks go on until the answer comes."),
        "cable",
    ),
    "clear": Explained(
        phrase("Clear"),
        phrase("Empties the tray, for a counter of your own too; nothing that was tabled changes."),
    ),
    "rest": Explained(
        phrase("Close the rest"),
        phrase("Puts every bracket that is left into one package, at one side’s wordings."),
        "clean",
    ),
    "withdraw": Explained(
        phrase("Withdraw"),
        phrase("Takes back your package that lies on the table unanswered."),
        "package",
    ),
    "press": Explained(
        phrase("Go public"),
        phrase("Tells the newspapers what you stand for: liked at home once, and dear to take back."),
        "audience",
    ),
    "hold": Explained(
        phrase("Hold up"),
        phrase("Keeps another text from being issued, over a minor word, while the hours weigh; once in a phase."),
        "hold-up",
    ),
    "sound": Explained(
        phrase("Sound"),
        phrase("Asks one of your allies beforehand what it thinks of the text."),
        "sounding",
    ),
    "circulate": Explained(
        phrase("Circulate"),
        phrase("Sends the clean text round your allies: who says nothing consents."),
        "silence-procedure",
    ),
    "sign": Explained(
        phrase("Initial"),
        phrase("Agrees to the clean text; when all have, it is frozen and signed."),
        "clean",
    ),
    "say": Explained(
        phrase("Take the floor"),
        phrase("Only talks, and passes the turn on; it takes hours like any move."),
    ),
    "more": Explained(phrase("More"), phrase("Every move that there is, with its hours and why it is shut.")),
    "leave": Explained(
        phrase("Leave the talks"),
        phrase("Ends them without a text: everybody gets the walk-away, less the hours."),
        "walk-away",
    ),
    "accept": Explained(
        phrase("Accept"),
        phrase("Takes their package whole: both sides’ words move at once."),
        "package",
    ),
    "decline": Explained(
        phrase("Decline"),
        phrase("Refuses their package, over a word if you have pressed one; what stood, stands."),
        "how-far",
    ),
    "counter": Explained(
        phrase("Counter"),
        phrase("Answers with a package of your own, which begins as theirs."),
        "counter",
    ),
    "how-far": Explained(
        phrase("How far"),
        phrase("Says with your no how far off the package is, or that one word is refused for ever."),
        "how-far",
    ),
    "held": Explained(
        phrase("An answer to a hold-up"),
        phrase("Give the word, swap it, or sit it out while the hours run against you both."),
        "hold-up",
    ),
    "reading": Explained(
        phrase("A closing statement"),
        phrase("Reads one doubtful phrase your own way, before it is signed; or nothing is said."),
        "closing-statement",
    ),
    "clock": Explained(
        phrase("The clock"),
        phrase("Hours of talks that are left; every move takes some, and at the end without a text there is none."),
        "hours",
    ),
    "talks": Explained(
        phrase("Which talks"), phrase("Where they are held, which sitting this is, and what hour it is there.")
    ),
    "menu": Explained(phrase("The menu"), phrase("Your brief, options, saving, and the way out.")),
    "help": Explained(phrase("Help"), phrase("How to play, and every key. F1 on a thing tells of that thing.")),
    "adviser": Explained(
        phrase("Your adviser"),
        phrase("Sees your papers and nothing else, and lays courses side by side; it makes no move."),
    ),
    "seal": Explained(
        phrase("A seal"),
        phrase(
            "Stands for a delegation; its ring is whole where you stand warmly with it, and broken where it is cold."
        ),
        "goodwill",
    ),
    "goodwill": Explained(
        phrase("Goodwill"),
        phrase("Cold costs hours and warm saves them; doubtful words are read by it later."),
        "goodwill",
    ),
    "delegation": Explained(
        phrase("A delegation"),
        phrase("Who it is, what it does now, how you stand with it, and what it said last."),
        "goodwill",
    ),
    "record": Explained(phrase("Summary record"), phrase("All that you have heard so far, the newest first.")),
    "cables": Explained(
        phrase("A cable on its way"),
        phrase("What your capital was asked, and when it answers; the talks go on meanwhile."),
        "cable",
    ),
    "audience": Explained(
        phrase("Somebody outside"),
        phrase("An ally, a parliament, neighbours or newspapers: press it to see its mood and what would please it."),
        "audience",
    ),
    "package": Explained(
        phrase("A package of these talks"),
        phrase("Whose it was and what came of it; pressed, it is shown in the draft."),
        "package",
    ),
    "packages": Explained(
        phrase("All packages"), phrase("Every package of these talks, with what was said to it."), "package"
    ),
    "reply": Explained(
        phrase("An answer"),
        phrase("Who answered, what was said, over which word, and how far off your package is."),
        "how-far",
    ),
    "take-up": Explained(
        phrase("Into the tray"),
        phrase("Begins a new package with what is left of this one."),
        "package",
    ),
    "status": Explained(
        phrase("The line below"),
        phrase("What has just happened, why something is shut, or what the thing you point at does."),
    ),
    "judging": Explained(
        phrase("For whoever speaks for an audience"),
        phrase("What your seat can do about the text: keep or break silence, answer, vote, or print."),
        "audience",
    ),
}
