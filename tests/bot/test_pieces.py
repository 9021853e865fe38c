"""What is too long is cut where it hurts least; markup can be taken off."""

from html import escape

from hypothesis import given
from hypothesis import strategies as some

from bot.pieces import pieces, plain, units
from simulator.html_text import parse_html


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


def marked(words):
    """Words of which every other one is bold."""
    return "".join(f"<b>{escape(word)}</b>" if n % 2 else escape(word) for n, word in enumerate(words))


@given(some.lists(some.text(some.characters(exclude_categories=["Cs"]))).map(marked), some.integers(20, 50))
def test_every_piece_fits_and_is_whole_and_no_word_is_lost(text, limit):
    cut = pieces(text, limit)
    for piece in cut:
        kept, _ = parse_html(piece)
        assert 0 < units(kept.strip()) <= limit
    assert "".join("".join(map(plain, cut)).split()) == "".join(plain(text).split())


def test_what_a_cut_leaves_open_ends_there_and_begins_anew():
    assert pieces("Noted: <b>Acme Acme Acme</b>.", limit=20) == ["Noted: <b>Acme Acme</b>", "<b>Acme</b>."]
    assert pieces("<b>aaaaaaaaaa&amp;&amp;</b>", limit=15) == ["<b>aaaaaaaaaa</b>", "<b>&amp;&amp;</b>"]


def test_plain_has_the_words_alone():
    assert plain('<b>Acme &amp; Sons</b>: write to <a href="mailto:d@acme.example">Dana</a>') == (
        "Acme & Sons: write to Dana"
    )


def test_what_is_copied_as_a_whole_is_not_cut_while_it_fits():
    letter = "<pre>Dear Dana,\n\nthank you.</pre>"
    assert pieces(f"For Dana:\n\n{letter}\n\n{letter}", limit=70) == [f"For Dana:\n\n{letter}", letter]
    assert pieces(letter, limit=25) == ["<pre>Dear Dana,</pre>", "<pre>thank you.</pre>"]
