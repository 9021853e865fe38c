"""What the model makes of a clause is the same however its features happen to be ordered."""

from collections.abc import Iterable

from language.likelihood import BIAS, likely
from language.weights import Weights

FEATURES = {f"feature {number}": number / 10 - 3 for number in range(60)}
MODEL = Weights(("held",), {BIAS: (0.0,), **{name: (weight,) for name, weight in FEATURES.items()}})


class Backwards(set[str]):
    """A set as another process may order it."""

    def __and__(self, other: Iterable[str]) -> list[str]:  # type: ignore[override]
        return sorted(self.intersection(other), reverse=True)


def test_a_clause_is_as_likely_in_whatever_order_it_is_seen() -> None:
    assert sum(FEATURES.values()) != sum(reversed(FEATURES.values()))
    assert likely(set(FEATURES), MODEL) == likely(Backwards(FEATURES), MODEL)
