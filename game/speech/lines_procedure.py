"""What is said away from the packages: waiting, side texts, the press, the allies, the last word; and what is said in
passing, before the matter itself, by whoever is talkative or has been slighted."""

from __future__ import annotations

from game.speech.lines import Group

PROCEDURE: dict[str, Group] = {
    "ask": {
        "": (
            "To {capital}: we could go further on {word}, if we may.",
            "We come to the end of what we may say on {word}. Please advise.",
            "Instructions are requested on {word}.",
            "On {word} the sheet that we brought is used up. Another, please.",
            "The room waits for us on {word}, and we wait for you.",
            "There may be a text in it, if we had more to say on {word}.",
            "On {word} we are asked for more than we may give. What may we give?",
            "How much further on {word}? An answer in one line would do.",
            "Your instructions on {word} have done their work. We should be glad of their successors.",
            "{word}, once more. We would not ask if we did not have to.",
            "Please look again at {word}. The others are looking at us.",
        ),
        "late": ("On {word} an answer is wanted while it can still be of use.",),
    },
    "wait": {
        "": ("We need a little time on this.",),
        "brackets": (
            "Let us hear you on the rest.",
            "Our position is known. We should like to hear more of yours.",
            "We are not far apart, and not together either. We wait.",
            "If there is a word that nobody has tried, we should be glad to hear it.",
            "We have put on the table what we have. Is there something on yours?",
        ),
        "few-left": (
            "There are {left} left, and they are not getting lighter.",
            "We are down to {left}. We should like to look at them once more.",
        ),
        "one-left": (
            "There is only {bracket} left. We are still turning it over.",
            "One bracket, and it is {bracket}. Let us not hurry past it.",
            "Everything waits for {bracket}, and so do we.",
        ),
        "mostly": ("So much of it stands that we can afford to think about the rest.",),
        "cable-out": (
            "We are waiting for our instructions, and we do not wait idly.",
            "We have asked {capital}, and should like to hear the answer.",
            "We can say no more until we have heard from {capital}.",
        ),
        "paper-out": ("Our paper is with you. We can wait.", "You have our sheet before you. Take your time over it."),
        "paper-out confers": ("You will want to hear from {their_capital} about our paper. We can wait.",),
        "named-refusal": ("You have told us that it is {refused}. We shall think about that.",),
        "countered": ("You have answered with a paper of your own. We shall read it properly.",),
        "confers": ("We shall wait until you have heard from {their_capital}.",),
        "clean": ("The text is clean. We have nothing to add to it.",),
        "clean initialled": (
            "Our initials are under it. There is room beside them.",
            "We have initialled it, and wait for you.",
        ),
        "late": ("We hear the clock as you do.",),
        "cold": ("We have no more to say than you.",),
        "warm": ("Take your time. It is pleasant to wait in such company.",),
        "brackets wry": ("Let us look at the brackets for a while, and see who blinks.",),
        "one-left wry": ("It is odd how heavy one bracket can be. We think about {bracket}.",),
        "late wry": ("The calendar is thinner than the draft.",),
        "last-hours wry": ("We say nothing, since it would take time to say it.",),
        "cable-out wry": ("Until we have heard from {capital}, we can only be polite.",),
        "clean wry": (
            "The text is clean, and we are in no hurry to spoil it.",
            "We have nothing more to say, which is rare, and good.",
        ),
    },
    "sign": {
        "": (
            "We put our initials to it.",
            "We initial the text as it stands.",
        ),
        "moved": (
            "It is not the text that we came for. It is a text that we can keep.",
            "We came with other words, and go home with these.",
        ),
        "they-initialled": ("Beside your initials, ours.",),
        "first-to-sign": ("Somebody has to be the first. Our initials.",),
        "warm": ("We initial it, and should do it again.",),
        "cold wry": ("Our initials. The rest is for the historians.",),
        "last-hours wry": ("With the clock looking on: our initials.",),
    },
    "late": {
        "": (
            "There is no hour left in which this could be signed. We go home.",
            "We have run out of calendar, and thank the chair.",
            "The text would need more time than there is. We take our papers and leave you ours.",
        )
    },
    "leave": {
        "": (
            "The text is clean, and it is not one that we can sign. We go home.",
            "We have read it to the end, and shall not put our initials to it.",
            "Better no paper than this one. We thank the chair.",
        )
    },
    "hold": {
        "": (
            "Before we go on there is a small matter. We ask {word}.",
            "It is only a word. We ask {word}, and until then we are in no hurry.",
            "We cannot let {side} pass as it stands. We ask {word}.",
            "We have to come back to {side}. We ask {word}.",
            "We are told that it is a trifle. Then it will be easily done: we ask {word}.",
        ),
        "late": ("It is late for small matters, and we have one. We ask {word}.",),
    },
    "give": {
        "": (
            "For a word we will not keep anybody waiting. Take it.",
            "You may have it.",
            "Very well. May it have been worth it to you.",
            "Let {side} read as you wish, and let us go on.",
            "It is not worth the hours to us. Take it.",
        ),
        "wry": ("There are better things to be stubborn about. Take it.",),
        "proud": ("Take the word. We shall remember how it was asked for.",),
        "late": ("There are not so many hours left that we should spend them on {side}. Take it.",),
    },
    "swap": {
        "": (
            "Not that word; but we have another for you.",
            "Let each of us give a little, and go on.",
            "We can offer another word for yours.",
        ),
        "proud": ("Not your word. Ours, and we do not thank you for asking.",),
        "wry": (
            "We have a second-best word, hardly used.",
            "Another word for yours, and the room can breathe.",
        ),
    },
    "sit": {
        "": (
            "We can wait as long as you can.",
            "The hours run for you as they do for us.",
        ),
        "proud": ("We shall remember who stopped the clock.",),
    },
    "announce": {
        "": (
            "We have told the newspapers where we stand: {word}.",
            "{word}: it will be in the newspapers, and we shall be held to it.",
            "You will read it, so you had better hear it: {word}.",
            "Our public should know what is done in its name: {word}.",
        ),
        "they-refused": ("You would not hear {word} in here. It has been said outside.",),
        "wry": ("The microphones asked what we want. We said {word}.",),
    },
    "circulate": {
        "": (
            "The text goes to our capitals. We shall know by silence.",
            "Our allies will read it. If we hear nothing, we have heard yes.",
            "It goes round. Until then we say no more about it.",
        ),
        "sent-round": ("It goes round once more. We hope for less conversation this time.",),
        "wry": ("Under the silence procedure, then. Nobody likes to be the one who speaks.",),
    },
}
"""With every other move."""

ASIDES: Group = {
    "news": (
        "We have all read the news.",
        "You have seen the newspapers. So have we.",
        "Let us leave the news of the day at the door.",
    ),
    "news -settles": ("What has happened outside does not make this easier.",),
    "told-press": (
        "We have read where you stand: {press}.",
        "You told the newspapers {press}. One could have heard it here.",
        "It is good to learn from a newspaper that you stand for {press}.",
    ),
    "broke-theirs": ("We hear that {ally} has spoken up.", "{ally} has been heard from. We draw no conclusion."),
    "broke-mine": ("{ally} has read the text more closely than we did.",),
    "sent-back": ("{ally} has sent the text back, and so we sit down again.",),
    "named-refusal dropped": (
        "You minded {refused}. We have heard it.",
        "Not {refused}, then.",
        "We leave {refused} for the moment.",
    ),
    "named-never dropped": ("You say never to {refused}. It is written down.",),
    "countered": ("You have answered with a paper of your own, and we have read it.",),
    "taken": ("You took our last paper, and we are obliged.", "Thank you for the last one."),
    "given": (
        "You have moved on {moved}, and it has been noticed.",
        "A step of yours on {moved} is noted, with thanks.",
    ),
    "gone-back": ("You have gone back on {reopened}. We take note of it.",),
    "confers": (
        "You have asked {their_capital}. That was wise.",
        "We shall know more when you have heard from {their_capital}.",
        "You are waiting for an answer from {their_capital}, and so are we.",
    ),
    "closed few-left -settles": ("That leaves {left}.", "There are {left} to go."),
    "closed one-left -settles": ("That leaves one bracket.",),
    "mostly closed -settles": ("More of the text stands now than does not.",),
    "new-place": ("It is good to be in {place}.", "We are in {place} now, with the same brackets."),
    "first-mine first-day": ("We have come to find words, and hope that you have too.",),
    "last-hours": ("We can all read the clock.", "There is not much calendar left."),
    "warm": ("We speak among friends, or nearly.",),
    "cold": ("We shall keep to the business.", "Let us be brief, since we are not to be cordial."),
    "slighted proud wry": ("After {slight} you will forgive us if we count the spoons.",),
    "countered wry": ("You have improved our paper out of recognition.",),
    "slighted proud": (
        "We have not forgotten {slight}.",
        "We say this in spite of {slight}.",
        "There was {slight}; we mention it once.",
        "Somebody here will remember {slight}, and it is we.",
    ),
}
"""Said before the matter itself."""

PASSING = frozenset(
    {
        "open",
        "bridge",
        "trade",
        "counter",
        "close",
        "accept",
        "yield",
        "refuse",
        "demur",
        "never",
        "wait",
        "sit",
    }
)
"""With these something may be said in passing."""
