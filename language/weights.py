"""Reads the weights of a learnt model so that they take little memory: many features share the same few weights."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

Weights = Mapping[str, Sequence[tuple[str, float]]]
"""For each feature what it makes likelier, and how much."""


def read_weights(path: Path) -> Weights:
    """From JSON: {feature: {label: weight}}. What is equal is one and the same object."""
    known: dict[object, object] = {}

    def compact(pairs: list[tuple[str, object]]) -> object:
        """Called for the objects inside first, and for the whole at last."""
        if pairs and isinstance(pairs[0][1], float | int):
            alike = tuple(known.setdefault(pair, pair) for pair in pairs)
            return known.setdefault(alike, alike)
        return dict(pairs)

    weights: Weights = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=compact)
    return weights


Rows = Mapping[str, Sequence[float]]
"""For each feature how much likelier it makes each label, in the order of the labels."""


def read_rows(path: Path, labels: Sequence[str]) -> Rows:
    """The same weights as rows, which are summed up far quicker; for few labels, or they would fill memory."""
    known: dict[tuple[float, ...], tuple[float, ...]] = {}

    def row(told: Mapping[str, float]) -> tuple[float, ...]:
        weights = tuple(told.get(label, 0.0) for label in labels)
        return known.setdefault(weights, weights)

    return {feature: row(dict(told)) for feature, told in read_weights(path).items()}
