"""Whatever people type at one keyboard, with a chair and somebody who speaks for those outside."""

from __future__ import annotations

import re
from random import Random

import pytest

from game.delegations import computer
from game.scenario import source_of
from game.table import Table, open_table
from game.talks import Sits
from game.terminal import Console, Session
from game.terminal.surface import CLEARED, Surface
from game.text import DelegationId
from game.words.adviser import told_counsel
from tests.terminal.desk import HARBOUR
from tests.terminal.test_handover import turns

SEATS = tuple(DelegationId(each) for each in ("BORO", "ARIA", "GUILD", "MOOT", "GAZETTE", "FISHERS"))
PACKAGE = "BORO:notice=will ARIA:notice=will BORO:toll=half ARIA:toll=half BORO:form=summary"
TYPED = (
    "", "text", "issues", "look 1", "packages", "status", "corridor", "why", "brief", "background", "record", "menu",
    "table", "float", "accept", "decline", "counter", "move 1", "ask 1", "say Hm.", "withdraw", "hold", "give", "swap",
    "sit", "announce 1", "sound", "circulate", "read", "sign", "done", "hand guild", "hand", "hide", "silent", "break",
    "break notice", "answer yes", "answer no over toll", "vote yes", "vote no", "headline Hello", "chair pass 1",
    "chair extend 1", "chair release", "chair cable all Hi", "chair revoke", "chair revoke 2", "chair admit guild",
    "chair excuse guild", "chair", "1", "2", "3", "yes", "no", "rest", "cancel", "will", "again", "advise", "BORO",
    "GUILD", "dance", "?", f"tables {PACKAGE}", "accepts 1", "initials", "leave", "chair close",
)  # fmt: skip


class Hands:
    """Somebody who says who they are as a rule, and for the rest types anything that means something somewhere."""

    def __init__(self, chance: Random, lines: int) -> None:
        self._chance, self._left = chance, lines
        self._printed: list[str] = []
        surface = Surface("nothing", lambda: self._printed.append(CLEARED))
        self.console = Console(self._read, self._printed.append, 80, surface)

    def _read(self) -> str | None:
        prompt, self._left = self._printed[-1].strip(), self._left - 1
        asked = re.search("types ([A-Z]+) when", prompt)
        if asked and self._chance.random() < 0.7:
            typed = asked[1]
        elif "Press Enter" in prompt and self._chance.random() < 0.8:
            typed = ""
        else:
            typed = self._chance.choice(TYPED)
        self._printed.append(f"{typed}\n")
        return typed if self._left else None

    @property
    def printed(self) -> str:
        """Everything so far."""
        return "".join(self._printed)


def anything(seed: int) -> tuple[Table, str]:
    """Talks of some people, at which anything was typed; and what stood on the screen."""
    chance = Random(seed)
    seats: dict[DelegationId, Sits] = {who: chance.choice(("person", "student")) for who in SEATS[:2]}
    seats.update((who, "person") for who in SEATS[2:] if chance.random() < 0.3)
    seats[SEATS[0]] = "person"
    hands = Hands(chance, 120)
    table = open_table(source_of(HARBOUR), HARBOUR, seats, computer, seed=seed, as_written=True)
    Session(hands.console, table, told_counsel, chaired=True).play(begins=True)
    return table, hands.printed


def hold(seeds: range) -> None:
    """Nothing that is typed breaks off the talks with a fault, and nobody's cable stands on another's screen."""
    moved = read = 0
    for seed in seeds:
        table, printed = anything(seed)
        cables = {who: f"Your delegation: {table.scenario[who].name}" for who in SEATS[:2]}
        over = printed.find("The talks are over")
        for seat, shown in turns(printed if over < 0 else printed[:over]):
            found = [who for who, words in cables.items() if words in shown]
            assert found in ([], [seat]), seed
            read += len(found)
        moved += table.version
    assert moved > 2 * len(seeds)
    assert read, "or nobody has a cable on the screen, and nothing was looked at"


def test_whatever_is_typed_nothing_breaks_and_nothing_is_seen() -> None:
    """In a few talks."""
    hold(range(6))


@pytest.mark.slow
def test_whatever_is_typed_in_many_talks() -> None:
    """The same, often."""
    hold(range(6, 80))
