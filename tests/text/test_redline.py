from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.text import Piece, redline

WORDS = st.lists(st.sampled_from(["shall", "will", "hold", "consultations,", "as", "appropriate", "on"]), max_size=9)


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_off_a_redline(old: list[str], new: list[str]) -> None:
    """Kept and struck words make the old wording, kept and inserted words the new one."""
    pieces = redline(" ".join(old), " ".join(new))
    assert [w for p in pieces if p.kind != "inserted" for w in p.words.split()] == old
    assert [w for p in pieces if p.kind != "struck" for w in p.words.split()] == new


@given(WORDS)
def test_what_did_not_change_is_not_marked(words: list[str]) -> None:
    """The redline of a wording with itself strikes and inserts nothing, and is one piece."""
    pieces = redline(" ".join(words), " ".join(words))
    assert pieces == ((Piece("kept", " ".join(words)),) if words else ())


def test_one_changed_word_is_one_pair() -> None:
    """One word for another is struck and inserted in its place, and the rest is kept."""
    assert redline("They shall hold talks", "They will hold talks") == (
        Piece("kept", "They"),
        Piece("struck", "shall"),
        Piece("inserted", "will"),
        Piece("kept", "hold talks"),
    )
