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
