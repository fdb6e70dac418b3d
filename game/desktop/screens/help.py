"""The sheet that says how to play, and every key."""

from __future__ import annotations

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import BODY, SMALL, button
from game.desktop.screens.sheets import Sheet

_HOW = (
    "The paper in the middle is the draft. What stands in brackets is open: each wording has its owner’s mark, colour "
    "and underline. Your points, your mandate and your cables are your own; nobody else sees them.",
    "Press a bracket, then a wording on the right. It goes into the package: we move there, if they move there. "
    "Trade words that you need less for words that you need more, and table it.",
    "A lock is beyond your mandate: press it to note it for a cable, and one cable asks your capital about up to four "
    "issues; the talks go on until it answers. An octagon is a red line. "
    "On the issue that matters most the capital moves only when your wording has been tabled and refused.",
    "In the corridor wait those who judge: allies (a ring), parliaments (a gable), newspapers and third states (a "
    "diamond). Press one to see what it wants. Whoever speaks for allies circulates the clean text before the "
    "initials: who says nothing consents, who breaks silence bars a wording. A parliament with a vote may send the "
    "text back once.",
    "Goodwill is cold, correct or warm: cold costs hours, warm saves them, and doubtful words are read by it later. "
    "Holding up a side text, surprises in the press and reopened words cost it; kept bargains bring it back.",
    "Your adviser (G) sees your papers and nothing else. It says what it would do and why, and has a word with you "
    "before a move that gives something away. The menu silences it.",
    "Every move takes hours, and hours cost points. When all have initialled, each may read one doubtful phrase its "
    "own way; then the text is signed, and the years after it put its words to the test. Vague words are easy to sign "
    "and may be dear to live with. Below your walk-away, no text is better.",
)
_KEYS = (
    ("1 to 9", "a wording"), ("J  K", "next, previous issue"), ("B", "next bracket"), ("I", "words or sources"),
    ("Enter", "the gold button"), ("T  N", "table it; as a non-paper"), ("M", "move alone"),
    ("A  D  O", "accept, decline, counter"), ("V", "never"), ("L", "close the rest"), ("W", "withdraw a package"),
    ("Del", "empty the tray"), ("C", "ask the capital"),
    ("P", "tell the press"), ("H", "hold up a text"), ("Q", "sound an ally"), ("U", "circulate the text"),
    ("S", "sign"), ("F", "take the floor: say"), ("E", "every move, and its hours"),
    ("Y", "why? every number"), ("R", "the whole record"), ("G", "your adviser"), ("Tab, arrows", "move the focus"),
    ("Space", "press what has the focus"), ("Ctrl + −", "size of type"), ("Esc", "menu; close a sheet"),
)  # fmt: skip


class HelpSheet(Sheet):
    """How to play, and every key."""

    title = "Help"
    wide, tall = 980.0, 780.0

    def draw(self, canvas: Canvas) -> None:
        """How to play, then the keys in columns."""
        box = self.sheet(canvas, "How to play")
        with canvas.scrolled("help", Box(box.x, box.y - 4, box.w + 10, box.h - 46)) as pane:
            y = pane.top
            for words in _HOW:
                canvas.paragraph(words, box.x, y, box.w - 10, BODY)
                y += canvas.height_of(words, box.w - 10, BODY) + 8
            y += 6
            columns = 3 if box.w > 860 else 2
            rows = -(-len(_KEYS) // columns)
            for place, (key, words) in enumerate(_KEYS):
                x = box.x + (place // rows) * box.w / columns
                line = y + (place % rows) * 25
                canvas.text(key, x, line, Style("sans-bold", 14, colours.GOLD))
                canvas.text(words, x + 92, line, SMALL.of(colours.PALE))
            pane.bottom = y + rows * 25
        foot = Box(box.x, box.bottom - 38, 200, 42)
        button(
            canvas, foot, Action("close", "Back to the table", self.close, keys=("enter", "escape", "f1")), gold=True
        )
