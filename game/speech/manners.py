"""How delegations differ in what they say: lines of the house by manner, for the occasions that come often.

`formal` speaks in the name of a state, in whole sentences and in the third person. `careful` speaks for many who have
to agree first. `blunt` says what is meant and stops. `wry` is an old hand's. Whoever has no manner says the plain lines
alone, which all others say as well.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.speech.lines import Group

MANNERS: Mapping[str, Group] = {
    "open": {
        "formal": (
            "{me} asks for {word}.",
            "{me} puts {word} on the table, and puts it there in earnest.",
            "It is the position of {capital} that the text should read {word}.",
            "We request that {word} be entered in the draft.",
        ),
        "careful": (
            "As a basis for discussion, and no more than that: {word}.",
            "Might colleagues look at {word}?",
            "We are able to put forward {word}.",
            "Without prejudice to the other brackets, we should like to try {word}.",
        ),
        "blunt": (
            "We want {word}.",
            "This is what we came for: {word}.",
            "We ask for {word}, and if need be we shall ask again.",
            "To say it plainly: {word}.",
        ),
        "wry": (
            "There is no mystery in what we ask. It is {word}.",
            "We name {word}, and should like to hear what stands against it.",
            "It can be said in one breath: {word}.",
            "You will have guessed. It is {word}.",
        ),
    },
    "bridge": {
        "formal": (
            "In a spirit of compromise {me} could accept {word}.",
            "{me} is ready to meet you at {word}.",
            "{capital} would raise no objection to {word}.",
            "We are prepared to see {word} in the text, if you are.",
        ),
        "careful": (
            "Might {word} be a way through?",
            "Not what anybody came for, perhaps, but could we all live with {word}?",
            "There may be agreement to be had at {word}.",
            "If it helps colleagues, we could try {word}.",
        ),
        "blunt": (
            "We go to {word} if you do.",
            "It would do: {word}.",
            "Take {word}, and let us go on.",
            "Enough of this. What about {word}?",
        ),
        "wry": (
            "We have looked for a bridge, and it reads {word}.",
            "We are tired of our own words, and perhaps you are of yours. {word}?",
            "There is always {word}.",
            "Nobody would have to explain {word} for very long.",
        ),
    },
    "trade": {
        "formal": (
            "{me} is prepared to accept {give}. It expects {get} in return.",
            "{me} makes a concession, {give}, and looks for one in return: {get}.",
            "We regard {give} as a considerable step. The answer to it should be {get}.",
            "On the understanding that the text will read {get}, we can accept {give}.",
            "{me} would put its name to {give}, beside {get}.",
            "Let there be no doubt of what is offered, {give}, or of what is asked: {get}.",
        ),
        "careful": (
            "If you could accept {get}, we could probably find consent for {give}.",
            "Taken together it might be balanced: {give} from us, {get} from you.",
            "We could recommend {give} to our principals, provided that the text has {get} too.",
            "As a package, and only as a package: {give}, with {get}.",
            "There is some flexibility on our side, {give}, if there is some on yours: {get}.",
            "We could go as far as {give}, for {get}.",
        ),
        "blunt": (
            "We give {give}. We want {get}.",
            "{get}, and {give} is yours.",
            "The price of {give} is {get}.",
            "One for the other: {give} for {get}.",
            "To give {give} costs us something. We ask {get} for it.",
            "You know what we need: {get}. This is what we can pay: {give}.",
        ),
        "wry": (
            "A text is made of such bargains: {give}, and {get}.",
            "We could defend {give} at home, if we came home with {get}.",
            "You will find {give} in it. You will also find {get}.",
            "We move to {give}. We should not like to be seen moving alone: {get}.",
            "Read {give} first, then {get}, and then the whole of it.",
            "We offer {give}. It is not offered for nothing: {get}.",
        ),
    },
    "counter": {
        "formal": (
            "{me} cannot accept that paper, and proposes another: {give}, for {get}.",
            "Our answer is this: {get}. On our side, {give}.",
            "{capital} would see it otherwise: {give} from us, and {get} from you.",
            "We take note of your proposal, and submit our own: {give}, for {get}.",
        ),
        "careful": (
            "There is much in your paper that we can use. With {get}, we could add {give}.",
            "We have tried to build on your text: {give}, and {get}.",
            "Could it be adjusted a little: {get}, with {give} for you?",
            "Some of our colleagues would find it easier with {get}. We could then do {give}.",
        ),
        "blunt": (
            "No. This instead: {give}, for {get}.",
            "Not yours. Ours: {give}, and {get} for it.",
            "That is too little. We want {get}, and you would have {give}.",
            "Strike it out and write {get}. We add {give}.",
        ),
        "wry": (
            "We have taken your sheet and written on the back: {give}, for {get}.",
            "May we? {give} here, {get} there.",
            "We have kept your heading and changed what stands under it: {give}, and {get}.",
            "Let us turn that round: {give} for you, {get} for us.",
        ),
    },
    "accept": {
        "formal": (
            "{me} accepts.",
            "{me} agrees, and asks that it be entered in the record.",
            "We accept the text as it has been read out.",
            "{capital} will be informed that we have agreed.",
        ),
        "careful": (
            "Agreed, ad referendum.",
            "We can go along with that, subject to the usual confirmation.",
            "We hear no objection behind us. Agreed.",
            "Provisionally agreed, and we do not expect to come back to it.",
        ),
        "blunt": ("Yes.", "Done.", "We take it.", "Agreed. Next."),
        "wry": (
            "We have read it twice and found nothing to strike out.",
            "We take it, and say so before we think of something.",
            "Accepted. It reads better the second time.",
            "We can live with every word of it, and shall have to.",
        ),
    },
    "refuse": {
        "formal": (
            "{me} cannot accept {word}.",
            "Our instructions do not allow {word}.",
            "It would be wrong to leave you in doubt: {me} will not take {word} as the paper stands.",
            "{capital} could not explain {word} to the country.",
        ),
        "careful": (
            "There would be difficulties with {word}, and more than one of them.",
            "We doubt that we could find consent for {word}.",
            "Several of those behind us could not go along with {word}.",
            "The rest we could discuss. With {word} we are not there.",
        ),
        "blunt": (
            "Not {word}.",
            "No. It is {word}.",
            "{word} will not do.",
            "Take {word} out, and we can talk.",
        ),
        "wry": (
            "We understand what {word} is for. That is why we decline.",
            "Ask us something easier than {word}.",
            "We read with good will as far as {word}.",
            "Somebody would have to keep {word}, and it would be we.",
        ),
    },
    "demur": {
        "formal": (
            "{me} is not in a position to accept this paper.",
            "The answer of {capital} to this would be no.",
            "We have studied the proposal, and do not accept it.",
        ),
        "careful": (
            "We are not yet in a position to join you on this.",
            "It does not command consent on our side.",
            "We should need something different to take to our principals.",
        ),
        "blunt": ("No.", "This will not do.", "We do not take it."),
        "wry": (
            "Our copy goes back to you unmarked.",
            "The paper does you credit. We decline.",
            "We should have to explain it at home, and would rather not begin.",
        ),
    },
    "never": {
        "formal": (
            "{me} will not sign {word}, now or later.",
            "{me} has decided on {word}. The decision is no, and it stands.",
        ),
        "careful": (
            "On {word} there is no consent among us, and there will be none.",
            "On {word} the answer of all behind us is no, and will remain so.",
        ),
        "blunt": ("{word}: never.", "You will not get {word} from us."),
        "wry": (
            "Let us save an evening: {word}, never.",
            "Of {word} we say never, and we do not say it often.",
        ),
    },
    "yield": {
        "formal": ("{me} takes {word}, and asks that this be recorded.", "As a sign of good will {me} accepts {word}."),
        "careful": ("To help matters on, we can take {word}.", "We are able to move to {word}."),
        "blunt": ("{word}. We ask nothing for it.", "You can have {word}."),
        "wry": ("We move to {word}. Somebody has to begin.", "{word}, then, and nothing asked for it."),
    },
    "close": {
        "formal": ("{me} proposes to conclude on this basis.", "We submit the rest of the text for your agreement."),
        "careful": (
            "This might be a text that everybody behind us could carry.",
            "We believe that the remaining brackets could be lifted together, in this way.",
        ),
        "blunt": ("Everything that is left, in one. Take it.", "This closes it."),
        "wry": ("This would empty the brackets.", "If you can take this sheet, we can all find our coats."),
    },
    "wait": {
        "formal": (
            "{me} reserves its position.",
            "{me} has stated its position, and waits for yours.",
            "{me} has nothing to add at this moment.",
            "{me} is in no hurry.",
            "We have heard you, and shall reply in due course.",
            "{me} would be glad to hear the other side first.",
            "Nothing that has been said so far changes the position of {me}.",
        ),
        "careful": (
            "We should like to consult before we say more.",
            "Colleagues behind us are still comparing notes.",
            "May we come back to this a little later?",
            "There is some thinking to be done on our side.",
            "We take note of what has been said, and shall look at it together.",
            "It would help us to hear a little more from you first.",
            "We are still looking for something that all behind us could carry.",
        ),
        "blunt": (
            "We are listening.",
            "Your turn.",
            "Nothing from us now.",
            "We wait for something better.",
            "That was not enough.",
            "We have time.",
            "You heard us.",
        ),
        "wry": (
            "We let the interpreters rest for a moment.",
            "We have nothing to add, and add it gladly.",
            "A pause is also a contribution.",
            "We should like to think before we speak. It is an old custom.",
            "One of us ought to say something, and it need not be us.",
            "We are reading the draft again. It has not become shorter.",
        ),
    },
    "sign": {
        "formal": ("{me} puts its initials to the text.", "On behalf of {capital}: our initials."),
        "careful": ("Our initials, on behalf of those who sent us.", "We initial it, for all for whom we speak."),
        "blunt": ("Our initials.", "There. It is initialled."),
        "wry": (
            "Our initials, with thanks to the interpreters.",
            "Here are our initials. They took longer than one would think.",
        ),
    },
    "sit": {
        "formal": ("{me} does not buy words by the hour.", "{me} will wait."),
        "careful": (
            "We stay at the table, and the text stays as it is.",
            "We are asked to wait, and we do.",
        ),
        "blunt": ("No. We wait.", "There is no other word."),
        "wry": (
            "We have brought something to read.",
            "You have stopped the train for a glove. We keep our seats.",
        ),
    },
}
"""By occasion, and in it by manner."""
