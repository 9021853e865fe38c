"""How likely a clause tells each of the things that are told after an interview: a linear model of its words.

The weights are learnt from the marked corpus (training/corpus) by `make train`. The model knows what the cues do not,
turns of speech that nobody thought of; and what a cue takes for told and the model finds impossible is dropped.
"""

from collections.abc import Sequence
from functools import cache
from math import exp

from language.clauses import Clause
from language.features import features
from language.tokens import EN
from language.weights import Weights, read_weights

WEIGHTS = EN / "weights.json"
BIAS = "bias"


def likelihoods(clauses: Sequence[Clause]) -> list[dict[str, float]]:
    """For each clause how likely it tells each thing, between 0 and 1."""
    return [_model().likelihoods(seen) for seen in features(clauses)]


class _Model:
    """What each feature of a clause makes likelier to be told."""

    def __init__(self, weights: Weights) -> None:
        self._bias = dict(weights[BIAS])
        self._weights = weights

    def likelihoods(self, seen: set[str]) -> dict[str, float]:
        sums = self._bias.copy()
        for feature in seen & self._weights.keys():
            for means, weight in self._weights[feature]:
                sums[means] += weight
        return {means: 1 / (1 + exp(-total)) for means, total in sums.items()}


@cache
def _model() -> _Model:
    return _Model(read_weights(WEIGHTS))
