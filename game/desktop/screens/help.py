"""The sheet that says how to play, and every key."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import BODY, SMALL, button
from game.desktop.screens.glossary import glossary_action
from game.desktop.screens.known import known_action
from game.desktop.screens.layout import button_wide
from game.desktop.screens.overlay import Sheet
from game.scenario import Scenario
from game.words import phrase, say

_HOW = (
    phrase(
        "The paper in the middle is the draft. What stands in brackets is open: each wording has its owner’s "
        "mark, colour and underline. Your points, your mandate and your cables are your own; nobody else sees"
        " them."
    ),
    phrase(
        "Press a wording in the draft or on the right. It goes into the package, we move there if they move there, and"
        " stands in the draft in yellow, with what it strikes. With the focus on a word of the draft, type the first "
        "letters of another. Trade words that you need less for words that you need more, and table it."
    ),
    phrase(
        "A lock is beyond your mandate: press it to note it for a cable, and one cable asks your capital "
        "about up to four issues; the talks go on until it answers. An octagon is a red line. On the issue "
        "that matters most the capital moves only when your wording has been tabled and refused, or, where your "
        "instructions name a price for that, for points."
    ),
    phrase(
        "A refusal may say how far off the package is (V): nearly, not for this, not this. That binds nobody; never"
        " does: to take that word later costs points and goodwill. A word that was refused twice is not had by asking"
        " again: offer more with it."
    ),
    phrase(
        "In the corridor wait those who judge: allies (a ring), parliaments (a gable), newspapers and third "
        "states (a diamond). Press one to see what it wants. Whoever speaks for allies circulates the clean "
        "text before the initials: who says nothing consents, who breaks silence bars a wording. A parliament"
        " with a vote may send the text back once."
    ),
    phrase(
        "Every wording has three scales of dots: how far it binds whoever signs it, how precise it is, and how much of "
        "the decision it shares with others. They are a judgement of the authors, after Abbott and others; what is "
        "known and what is made up (K) says more, and who chose the points. All talk at the table is invented."
    ),
    phrase(
        "Goodwill is cold, correct or warm: cold costs hours, warm saves them, and doubtful words are read by"
        " it later. Holding up a side text, telling the newspapers without warning and reopening words cost goodwill;"
        " kept bargains bring it back."
    ),
    phrase(
        "Your adviser (G) sees your papers and nothing else. It lays two or three courses side by side, with what"
        " speaks for each and what it risks, and says what it thinks of the package in your tray. It makes no move, and"
        " has a word with you before one that gives something away. The menu silences it."
    ),
    phrase(
        "Every move takes hours, and hours cost points. When all have initialled, each may read one doubtful "
        "phrase its own way; then the text is signed, and the years after it put its words to the test. Vague"
        " words are easy to sign and may be dear to live with. Below your walk-away you are better off without one."
    ),
)
_KEYS = (
    (phrase("1 to 9"), phrase("a wording")),
    (phrase("J  K"), phrase("next, previous issue")),
    (phrase("B"), phrase("next bracket")),
    (phrase("I"), phrase("words or sources")),
    (phrase("Enter"), phrase("the gold button")),
    (phrase("T  N"), phrase("table it; as a non-paper")),
    (phrase("M"), phrase("move alone")),
    (phrase("A  D  O"), phrase("accept, decline, counter")),
    (phrase("V"), phrase("how far")),
    (phrase("L"), phrase("close the rest")),
    (phrase("W"), phrase("withdraw a package")),
    (phrase("Del"), phrase("empty the tray")),
    (phrase("C"), phrase("ask the capital")),
    (phrase("P"), phrase("tell the newspapers")),
    (phrase("H"), phrase("hold up a text")),
    (phrase("Q"), phrase("sound an ally")),
    (phrase("U"), phrase("circulate the text")),
    (phrase("S"), phrase("sign")),
    (phrase("F"), phrase("take the floor: say")),
    (phrase("E"), phrase("every move, and its hours")),
    (phrase("Ctrl Z"), phrase("take my last move back")),
    (phrase("Y"), phrase("why? every number")),
    (phrase("R"), phrase("the whole record")),
    (phrase("0"), phrase("all packages")),
    (phrase("G"), phrase("your adviser")),
    (phrase("Tab, arrows"), phrase("move the focus")),
    (phrase("F6"), phrase("the next panel")),
    (phrase("Space"), phrase("press what has the focus")),
    (phrase("Ctrl + −"), phrase("size of type")),
    (phrase("F1"), phrase("what is pointed at")),
    (phrase("F11"), phrase("full screen")),
    (phrase("Esc"), phrase("menu; close a sheet")),
)


class HelpSheet(Sheet):
    """How to play, and every key; from it one comes to the glossary, and to what is known and what is made up."""

    title = phrase("Help")
    wide, tall = 980.0, 780.0

    def __init__(self, app: App, scenario: Scenario) -> None:
        super().__init__(app)
        self._scenario = scenario

    def draw(self, canvas: Canvas) -> None:
        """How to play, then the keys in columns."""
        box = self.sheet(canvas, say("How to play"))
        with canvas.scrolled("help", Box(box.x, box.y - 4, box.w + 10, box.h - 46)) as pane:
            y = pane.top
            for words in map(say, _HOW):
                canvas.paragraph(words, box.x, y, box.w - 10, BODY)
                y += canvas.height_of(words, box.w - 10, BODY) + 8
            y += 6
            columns = 3 if box.w > 860 else 2
            rows = -(-len(_KEYS) // columns)
            for place, (key, words) in enumerate(_KEYS):
                x = box.x + (place // rows) * box.w / columns
                line = y + (place % rows) * 25
                canvas.text(say(key), x, line, Style("sans-bold", 14, colours.GOLD))
                canvas.text(say(words), x + 92, line, SMALL.of(colours.PALE))
            pane.bottom = y + rows * 25
        foot = Box(box.x, box.bottom - 38, 200, 42)
        back = Action("close", say("Back to the table"), self.close, keys=("enter", "escape", "f1"))
        button(canvas, foot, back, gold=True)
        known = known_action(self.app, self._scenario)
        x = foot.right + 12
        for action, key in ((known, "K"), (glossary_action(self.app, self._scenario), "G")):
            wide = button_wide(canvas, action.words, key) + 20
            button(canvas, Box(x, foot.y, wide, 42), action)
            x += wide + 12
