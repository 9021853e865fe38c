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

WEIGHTS = EN / "weights.jsonl"
BIAS = "bias"


def likelihoods(clauses: Sequence[Clause]) -> list[dict[str, float]]:
    """For each clause how likely it tells each thing, between 0 and 1."""
    return [likely(seen, _model()) for seen in features(clauses)]


def likely(seen: set[str], model: Weights) -> dict[str, float]:
    """By what is seen of one clause. Summed up in order: otherwise the last digits would hang on that of a set."""
    rows = [model.rows[feature] for feature in (BIAS, *sorted(seen & model.rows.keys()))]
    sums = map(sum, zip(*rows, strict=True))
    return {means: 1 / (1 + exp(-total)) for means, total in zip(model.labels, sums, strict=True)}


@cache
def _model() -> Weights:
    return read_weights(WEIGHTS)
