"""A seat: everything that lies before one player, as plain values, decided once for every face.

A face draws and asks; it decides nothing of the game. This is all that it needs:

* `setting(view)` is what no move changes: the text and its issues, the delegations, the calendar, the audiences, one's
  own envelope as it was dealt. It is read once.
* `desk(view, tray)` is what does change: the paper in stretches with their owners, every issue with its wordings and
  their marks, the packages, the choices (what can be done now, why not, what it takes and costs), the people, the
  corridor, one's numbers in their parts, the record with what is new in it, and at last the end.
* `Tray` is what the player prepares, and what is looked at. It is frozen: `first` is an empty one; `put`, `drop`,
  `counter`, `rest`, `mind`, `swear`, `note`, `look` and `clear` give the next, and `renewed` what is left of it when
  the talks have moved on. Ask for a desk again after each of them.
* `Seated(view)` is all of this for one seat in one value: a face is handed a view, and gives it to no one else.
  `Afar(setting, desk)` is the same where only what was sent of it is known; a face holds either as a `Here`.
* A move is one of `Choice.moves`, with its remark set where something is said; it goes to the table with the
  `Desk.version` that it answers. What the rules refuse comes back as a `Refused`; what the player has not prepared yet
  is a `NotReady`.

Nothing here is English: words are those of the scenario's author and of the people at the table, everything else is an
id, a number or one of a closed set, and `game.words` says it. Nothing is drawn, and nothing hangs on a clock: a desk
comes of a view and a tray alone, so it holds no secret that the view does not hold.

For a face in a browser all of it is JSON both ways: `encode`, `decode`, and the schema in `docs/desk.schema.json`. What
a move changes is `changes(before, after)`, a JSON Patch (RFC 6902) that any program can apply to the JSON of the desk
before, as `patched` does. A field that holds its default is left out of the JSON.
"""

from game.seat.afar import Afar
from game.seat.bargaining import Bargain, Bargaining, Fate, Reply, Trace, Verdict, bargaining
from game.seat.choices import Choice, Deed, Mode, Press
from game.seat.coaching import ASIDE, Idea, needed, next_of
from game.seat.codec import CodecError
from game.seat.deal import Deal, Step, deal
from game.seat.desk import Desk, Now, Question, Rung, desk
from game.seat.ended import Account, Ended, Goodwill, Written
from game.seat.gist import Gist, Want, gist
from game.seat.heard import Card, CardKind
from game.seat.here import Here
from game.seat.hold_up_ends import HoldUpEnd, hold_up_ends
from game.seat.judging import JudgingDesk, Minded
from game.seat.locks import NotReady, Unready, WhyNot, shut
from game.seat.minutes import Minute, minutes, parting, since
from game.seat.outcomes import HeldRow, HoldUp, HoldUpAnswer, ReadingRow, Statement, Wakes
from game.seat.package import (
    Forsworn,
    Insisted,
    NeverRow,
    PackageRow,
    Penalty,
    Pledge,
    Recess,
    Reopening,
    TrayRow,
    beyond,
    penalties,
)
from game.seat.paper import ClauseRow, Paper, State, Stretch
from game.seat.patched import patched
from game.seat.people import Listener, Person, Sounding
from game.seat.presiding import Presiding, presiding
from game.seat.score import Reach, Worth, cost
from game.seat.seated import Seated
from game.seat.setting import AftermathTest, Setting, Sheet, scenario_of, setting
from game.seat.taught import Round, Taught, Than, lessons, taught
from game.seat.travel import changes, decode, encode
from game.seat.tray import (
    Movers,
    Tray,
    afresh,
    clear,
    counter,
    drop,
    drop_issue,
    fill,
    first,
    look,
    measure,
    mind,
    note,
    put,
    renewed,
    rest,
    swear,
)
from game.seat.wordings import IssueRow, Wording

__all__ = [
    "ASIDE",
    "Account",
    "Afar",
    "AftermathTest",
    "Bargain",
    "Bargaining",
    "Card",
    "CardKind",
    "Choice",
    "ClauseRow",
    "CodecError",
    "Deal",
    "Deed",
    "Desk",
    "Ended",
    "Fate",
    "Forsworn",
    "Gist",
    "Goodwill",
    "HeldRow",
    "Here",
    "HoldUp",
    "HoldUpAnswer",
    "HoldUpEnd",
    "Idea",
    "Insisted",
    "IssueRow",
    "JudgingDesk",
    "Listener",
    "Minded",
    "Minute",
    "Mode",
    "Movers",
    "NeverRow",
    "NotReady",
    "Now",
    "PackageRow",
    "Paper",
    "Penalty",
    "Person",
    "Pledge",
    "Presiding",
    "Press",
    "Question",
    "Reach",
    "ReadingRow",
    "Recess",
    "Reopening",
    "Reply",
    "Round",
    "Rung",
    "Seated",
    "Setting",
    "Sheet",
    "Sounding",
    "State",
    "Statement",
    "Step",
    "Stretch",
    "Taught",
    "Than",
    "Trace",
    "Tray",
    "TrayRow",
    "Unready",
    "Verdict",
    "Wakes",
    "Want",
    "WhyNot",
    "Wording",
    "Worth",
    "Written",
    "afresh",
    "bargaining",
    "beyond",
    "changes",
    "clear",
    "cost",
    "counter",
    "deal",
    "decode",
    "desk",
    "drop",
    "drop_issue",
    "encode",
    "fill",
    "first",
    "gist",
    "hold_up_ends",
    "lessons",
    "look",
    "measure",
    "mind",
    "minutes",
    "needed",
    "next_of",
    "note",
    "parting",
    "patched",
    "penalties",
    "presiding",
    "put",
    "renewed",
    "rest",
    "scenario_of",
    "setting",
    "shut",
    "since",
    "swear",
    "taught",
]
