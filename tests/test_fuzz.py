"""A short fuzz of the whole update path, the same in every run; `make fuzz` is the long one, another each time."""

from hypothesis import Phase, given, settings

from bench.fuzz import TRUSTING, laboratory, lives, report
from bench.fuzzed import Tally

FEW, SHORT = 5, 9


def test_whatever_comes_is_dealt_with_and_an_ordinary_word_gets_its_ordinary_answer() -> None:
    tally = Tally()
    with laboratory(tally) as live:
        settings(TRUSTING, max_examples=FEW, derandomize=True, phases=[Phase.generate])(given(lives(SHORT))(live))()
    assert tally.updates > 5 * FEW
    assert report(tally, 0, 0).startswith(f"# {tally.updates} updates")
