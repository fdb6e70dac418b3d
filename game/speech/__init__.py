"""What a delegation says beside what it does: remarks that fit the moment, are hardly repeated, and are one's own.

They are spoken English, and not told by the room of words: a delegation has said them, as a person might have.
"""

from game.speech.lines import NOTHING_TO_ADD
from game.speech.remarks import remark
from game.speech.topic import Topic, Wording, spoken

__all__ = ["NOTHING_TO_ADD", "Topic", "Wording", "remark", "spoken"]
