"""How likely a clause tells each of the things that are told after an interview: a linear model of its words.

The weights are learnt from the marked corpus (training/corpus) by `make train`. The model knows what the cues do not,
turns of speech that nobody thought of; and what a cue takes for told and the model finds impossible is dropped.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from language.clauses import Clause
from language.features import features
from language.tokens import EN

WEIGHTS = EN / "weights.json"
BIAS = "bias"


def likelihoods(clauses: Sequence[Clause]) -> list[dict[str, float]]:
    """For each clause how likely it tells each thing, between 0 and 1."""
    return [_model().likelihoods(seen) for seen in features(clauses)]


class _Model:
    """The weights, by feature and place among the things that can be told."""

    def __init__(self, told: Mapping[str, Mapping[str, float]]) -> None:
        self._meanings = list(told[BIAS])
        self._bias = list(told[BIAS].values())
        places = {means: place for place, means in enumerate(self._meanings)}
        self._weights = {
            feature: [(places[means], weight) for means, weight in weights.items()] for feature, weights in told.items()
        }

    def likelihoods(self, seen: set[str]) -> dict[str, float]:
        sums = self._bias.copy()
        for feature in seen & self._weights.keys():
            for place, weight in self._weights[feature]:
                sums[place] += weight
        return {means: 1 / (1 + exp(-sums[place])) for place, means in enumerate(self._meanings)}


@cache
def _model() -> _Model:
    return _Model(json.loads(WEIGHTS.read_text(encoding="utf-8")))
