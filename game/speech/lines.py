"""What is said with a package and with the answer to one: for each occasion, the lines by what must be true.

The key of a group is what has to hold, as `scene` finds it; with a minus, what must not. Nothing is claimed that the
speaker's own view does not show, and no number is named.
"""

from __future__ import annotations

from collections.abc import Mapping

Group = Mapping[str, tuple[str, ...]]

NOTHING_TO_ADD = "We have nothing to add for now."
"""What a delegation says whose own move came to nothing."""

PACKAGES: dict[str, Group] = {
    "open": {
        "": (
            "Our wording is {word}.",
            "We should like the text to read {word}.",
            "The bracket is open. Our words for it are {word}.",
            "Let us speak of {word}.",
            "One bracket has our attention: {word}.",
        ),
        "-silent": ("If there is a shorter way to say what we mean than {word}, we have not found it.",),
        "first-mine my-opening": (
            "We begin where {me} begins: {word}.",
            "We have come with {word}, and we have not come to hide it.",
        ),
        "first-tabled": ("Let the record show our wording first: {word}.",),
        "they-refused": (
            "You have refused {word}. We ask you to read it again.",
            "A refusal is also an answer. We ask all the same: {word}.",
        ),
        "insisted": (
            "We have asked for {word} before, and we still ask for it.",
            "You have heard {word} from us. Our position has not changed.",
        ),
        "insisted wry": ("We have said {word} before. We say it again, a little more slowly.",),
        "taken": ("One good word deserves another. This one is {word}.",),
        "refused dropped": ("Then let us try what we have not tried: {word}.",),
        "late": ("There is not much time, and so we say it plainly: {word}.",),
        "cold": ("We shall not decorate it: {word}.",),
        "warm": ("Among people on such terms one may simply ask: {word}.",),
        "confers": ("While you wait for {their_capital}, there is this: {word}.",),
        "silent wry": (
            "What we ask costs no ink: {word}.",
            "The best drafting here is none: {word}.",
        ),
    },
    "bridge": {
        "": (
            "Let us meet at {word}.",
            "What would you say to {word}?",
            "Suppose that each of us gave way, and wrote {word}.",
            "Try it with {word}.",
            "We could all write {word} and mean it.",
            "If you will come as far as {word}, you will find us there.",
            "Would {word} leave anybody worse off?",
        ),
        "single between two": (
            "There is a wording between yours and ours: {word}.",
            "Between your words and ours there is room for {word}.",
        ),
        "single between two wry": ("Somewhere on the stairs we meet: {word}.",),
        "single nobodys": ("Nobody came here for {word}. That may be a reason to take it.",),
        "single nobodys two": ("Neither side came for {word}. Each could leave with it.",),
        "silent": ("Perhaps we can agree to say nothing: {word}.",),
        "single one-left": ("There is one bracket left. We suggest {word}, and then the pens.",),
        "late": ("There is no time for anything better than {word}.",),
        "late wry": ("So late one looks for bridges and not for rivers: {word}.",),
        "cold": ("It need not please anybody. It need only be signed: {word}.",),
        "warm": ("We are near enough to say it together: {word}.",),
        "last-hours wry": ("There is hardly time to disagree about it. {word}?",),
    },
    "trade": {
        "": (
            "{give} from us, {get} from you: we think that is a fair exchange.",
            "We can find our way to {give}, if you can find yours to {get}.",
            "Take {give} as read, and help us with {get}.",
            "{give}, for {get}.",
            "We have looked for what we could spare, and found {give}. What we should like is {get}.",
            "For {get} we would write {give} in our own hand.",
        ),
        "long": (
            "The paper is longer than what we say of it. In short: {give}, for {get}.",
            "There is more on the sheet. It turns on {give}, and on {get}.",
        ),
        "refused": (
            "You would not have it as it was. Would you have it with {give}, and with {get}?",
            "That door was shut, so we try another: {give}, for {get}.",
        ),
        "named-refusal dropped": (
            "Not {refused}, then. {give} from us, and {get} from you.",
            "We have struck {refused} from our paper. In its place: {give}, for {get}.",
        ),
        "they-refused": ("We know what you said of {get}. With {give} beside it you may come to say it differently.",),
        "taken": ("That went well. Let us try it again: {give}, for {get}.",),
        "given": ("You have moved, and we have seen it. Here is {give}; what we still need is {get}.",),
        "late": ("It is late in these talks for long speeches: {give}, for {get}.",),
        "last-hours": ("There is not time for much. There is time for {give}, and for {get}.",),
        "cold": ("You need not like it. {give}, for {get}.",),
        "warm bargained": ("We have kept our bargains, you and we. Here is one more: {give}, for {get}.",),
        "confers": ("While you wait for {their_capital}, something that can be settled here: {give}, for {get}.",),
        "first-mine first-day": ("The paper is short and the calendar is not. To begin: {give}, for {get}.",),
        "mostly": ("Most of it stands. What does not might go so: {give}, for {get}.",),
    },
    "counter": {
        "": (
            "Not quite. We would rather have {get}, and you would have {give}.",
            "With {get} in it we could read your paper a second time. We add {give}.",
            "A different balance: {give} on our side, {get} on yours.",
            "We answer one paper with another: {give}, for {get}.",
            "Instead of yours: {give}, for {get}.",
            "You have asked, and so may we: {get}. You would have {give}.",
        ),
        "long": ("It is a longer answer than you asked for. It comes to {give}, for {get}.",),
        "asked-again": ("You have asked before, and we have looked for another answer: {give}, for {get}.",),
        "cold": ("We had hoped for better. Ours reads {give}, and {get}.",),
        "warm": ("You will not mind if we mend it a little: {give}, for {get}.",),
        "late": ("For your paper there is no time left. There is for this: {give}, for {get}.",),
        "late wry": ("There is no time to be offended. {give}, for {get}.",),
        "countered": ("You turned our paper round, and now we turn yours: {give}, for {get}.",),
    },
    "close": {
        "": (
            "What is left can be closed in one stroke. Here it is.",
            "One package, and the text is clean.",
            "We propose to close.",
            "All that is open is on this page, with an answer to each.",
            "Everything that still stands in brackets, in one.",
            "We have written the rest out as it would be signed.",
        ),
        "few-left": ("We still have {left}. One stroke of the pen would do.",),
        "last-hours": ("There is time to sign this, and hardly for anything else.",),
        "refused": ("You would not have it in that form. Would you have it whole?",),
        "mostly": ("Most of the text stands. This would be the rest of it.",),
        "cold": ("We need not become friends over this page. We need only close it.",),
        "warm": ("We have come this far together. This is the last page.",),
        "late wry": ("The clock is older than the rest of our differences. We propose to close.",),
    },
    "float": {
        "": (
            "This piece of paper has no author. What would you say to it?",
            "Not for the record: suppose it read like this.",
            "If somebody were to propose this, and nobody has, what would happen?",
        ),
        "refused": ("Before we are refused aloud again: how would this sound?",),
        "cold": ("It may be easier to talk where nobody listens. Suppose this.",),
        "warm": ("Between colleagues, and with the door shut: would this do?",),
        "wry": (
            "A sheet has been left on this chair. Read it, if you like.",
            "We have never seen this page. What do you make of it?",
            "Let us pretend that nobody is writing this down.",
        ),
        "late wry": ("There is no time left to be coy. Off the record: this?",),
    },
    "withdraw": {
        "": (
            "Our package is off the table.",
            "What we offered there we can no longer offer.",
            "Time has passed over that offer. We withdraw it.",
        ),
        "wry": (
            "We take our paper back before it grows roots.",
            "An offer that lies too long becomes furniture. We take ours away.",
        ),
    },
}
"""With a package of one's own."""

ANSWERS: dict[str, Group] = {
    "accept": {
        "": (
            "We can take that as it stands.",
            "Good. Let us not touch it again.",
            "Yes. It is as well to say it while we mean it.",
        ),
        "settles two": ("So be it. Let the brackets fall.",),
        "we-move they-move": (
            "That is balanced. We accept it.",
            "Each of us gives something, and the text gains. Agreed.",
        ),
        "we-move": ("We would have wished for more, and we accept.",),
        "theirs-to-mine": ("We can hardly object to our own words. Agreed.",),
        "refused-before": (
            "We once said no to {once}. We have read it again, and say yes.",
            "You will remember that we refused {once}. Please remember also that we took it.",
        ),
        "closes two": ("And with that, nothing is left in brackets. Agreed.",),
        "late": ("It is late, and this is good. Agreed.",),
        "last-hours": ("With more time we might have argued. Agreed.",),
        "cold": ("We take it for the sake of the text.",),
        "warm": ("With pleasure, and ad referendum.",),
        "few-left settles": ("One worry fewer. Agreed.",),
        "we-move -they-move wry": ("All the walking is on our side. We walk.",),
        "first-day early wry": ("So soon? Agreed, and let nobody tell the newspapers.",),
    },
    "refuse": {
        "": (
            "The difficulty is {word}.",
            "With {word} in it we could not defend this at home.",
            "We cannot go as far as {word}.",
            "Not {word}, not today.",
            "It stumbles over {word}.",
            "Take {word} out, and there would be something to talk about.",
        ),
        "-silent": ("{word} would be quoted back at us for years.",),
        "silent": (
            "We did not come all this way for {word}.",
            "{word} would be heard as well as anything that we could write.",
        ),
        "asked-again": (
            "Again {word}. Again no, with thanks.",
            "You ask for {word} once more, and you ask well. It is still no.",
        ),
        "early": ("It is early in these talks to ask for {word}.",),
        "late": ("Late as it is, not {word}.",),
        "cold": ("You will not be surprised: not {word}.",),
        "warm": ("To you we can say it plainly: not {word}.",),
        "they-move": ("What you offer has been noticed. So has {word}.",),
        "taken": ("You took our paper, and we wish that we could take yours. It is {word}.",),
        "-silent wry": ("We have tried {word} on our own people, in our heads. It did not go well.",),
        "-they-move wry": ("You ask for {word}, and we have looked on the back for what you offer.",),
    },
    "demur": {
        "": (
            "We cannot take it as it stands.",
            "Not in this form.",
            "It has been read with attention. We do not take it.",
            "No, with thanks.",
            "One of its words will not do. We leave it to you to find it.",
        ),
        "late": ("There is still time for a better paper than this one.",),
        "cold": ("We decline, and leave it at that.",),
        "warm": ("You would think less of us if we took it.",),
        "asked-again wry": ("We have seen most of this before, and it has not aged.",),
        "-they-move wry": ("We looked for what you would give, and turned the page, and looked again.",),
    },
    "never": {
        "": (
            "{word} is not ours to give. Not in this text, and not in another.",
            "On {word} the answer is no, and it will be no tomorrow.",
            "You will not see {word} over our name.",
        ),
        "-silent": ("There is no form of this text in which we could sign {word}.",),
        "-silent wry": ("There are words that one can carry home, and there is {word}.",),
        "silent": ("If it is to be {word}, there is nothing for us to sign.",),
        "warm": ("We should rather hurt you now than mislead you: {word}, never.",),
    },
    "yield": {
        "": (
            "In the interest of a text, we take {word}.",
            "We will not hold up the paper over {word}.",
            "Let it read {word}. We trust that it is noted.",
        ),
        "refused-before": ("We refused {word}, and now we write it in ourselves.",),
        "silent": ("We put the pen down here: {word}.",),
        "late": ("There is no time to go on about it. We take {word}.",),
        "late wry": ("The clock has argued for {word}. We take it.",),
        "warm": ("As a courtesy, and it is one: {word}.",),
        "cold": ("This is for the text: {word}.",),
    },
    "warm": {
        "": (
            "Speaking for nobody: one could live with that.",
            "If that were tabled, we should not be the ones to stop it.",
            "We could not say so at the table, but it might do.",
        ),
        "cold": ("It surprises us too, but one could live with that.",),
        "late": ("If it is to be tabled at all, it had better be soon. One could live with it.",),
        "wry": (
            "In the corridor we nod.",
            "Put a number on it, and see.",
            "We have read worse from people who signed.",
        ),
    },
    "cool": {
        "": (
            "Between ourselves, the trouble would be {word}.",
            "Not with {word}. You did not hear it from us.",
            "If somebody asked, and nobody has: it breaks at {word}.",
            "Think of it without {word}, and ask us again.",
            "It would come back to you, with a line under {word}.",
        ),
        "asked-again": ("You know the answer from the table: {word}.",),
        "warm": ("We would tell nobody else: it is {word}.",),
    },
}
"""With an answer, or with a word that is given."""
