"""How likely a clause tells each of the things that are told after an interview: a linear model of its words.

The weights are learnt from the marked corpus (training/corpus) by `make train`. The model knows what the cues do not,
turns of speech that nobody thought of; and what a cue takes for told and the model finds impossible is dropped.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache

from language.clauses import Clause
from language.features import features
from language.tokens import EN

WEIGHTS = EN / "weights.json"
BIAS = "bias"


def likelihoods(clauses: Sequence[Clause]) -> list[dict[str, float]]:
    """For each clause how likely it tells each thing, between 0 and 1."""
    return [_likelihoods(seen) for seen in features(clauses)]


def _likelihoods(seen: set[str]) -> dict[str, float]:
    weights = _weights()
    sums = dict(weights[BIAS])
    for feature in seen:
        for means, weight in weights.get(feature, {}).items():
            sums[means] += weight
    return {means: 1 / (1 + math.exp(-told)) for means, told in sums.items()}


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """By feature, then by what it speaks for or against."""
    told: Mapping[str, Mapping[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return told
