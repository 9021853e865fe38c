"""Measures the reading on sentences that it was not built on; the floors are a little under what was measured."""

from tests.language.when_tables import lines, read, sentences

RIGHT, FALSE = 0.80, 0.05


def test_reads_sentences_it_was_not_built_on():
    held_out = sentences("held_out.txt")
    right = [text for text, dates in held_out if read(text) == dates]
    assert len(right) / len(held_out) >= RIGHT


def test_finds_no_dates_where_there_are_none():
    held_out = lines("held_out_no_dates.txt")
    assert sum(bool(read(text)) for text in held_out) / len(held_out) <= FALSE
