"""What is too long is cut where it hurts least; markup can be taken off."""

from hypothesis import given
from hypothesis import strategies as some

from bot.pieces import pieces, plain, units


def test_a_short_text_is_one_piece():
    assert pieces("Good luck tomorrow.") == ["Good luck tomorrow."]


def test_a_long_text_is_cut_between_paragraphs_else_lines_else_words():
    assert pieces("one two\n\nthree\nfour", limit=12) == ["one two", "three\nfour"]
    assert pieces("one two\nthree four", limit=12) == ["one two", "three four"]
    assert pieces("one two three", limit=10) == ["one two", "three"]
    assert pieces("a" * 25, limit=10) == ["a" * 10, "a" * 10, "a" * 5]


def test_length_is_counted_as_telegram_counts():
    assert units("🙂") == 2
    assert pieces("🙂🙂🙂", limit=5) == ["🙂🙂", "🙂"]


@given(some.text(some.characters(exclude_categories=["Cs"])), some.integers(2, 50))
def test_every_piece_fits_and_no_word_is_lost(text, limit):
    cut = pieces(text, limit)
    assert all(0 < units(piece) <= limit for piece in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())


def test_plain_has_the_words_alone():
    assert plain('<b>Acme &amp; Sons</b>: write to <a href="mailto:d@acme.example">Dana</a>') == (
        "Acme & Sons: write to Dana"
    )


def test_what_is_copied_as_a_whole_is_not_cut_while_it_fits():
    letter = "<pre>Dear Dana,\n\nthank you.</pre>"
    assert pieces(f"For Dana:\n\n{letter}\n\n{letter}", limit=70) == [f"For Dana:\n\n{letter}", letter]
    assert pieces(letter, limit=20) == ["<pre>Dear Dana,", "thank you.</pre>"]
