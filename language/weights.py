"""Reads the weights of a learnt model so that they take little memory: many features share the same few weights."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

Weights = Mapping[str, Sequence[tuple[str, float]]]
"""For each feature what it makes likelier, and how much."""


def read_weights(path: Path) -> Weights:
    """From JSON: {feature: {label: weight}}. Equal pairs of label and weight are one and the same object."""
    known: dict[tuple[str, float], tuple[str, float]] = {}

    def compact(pairs: list[tuple[str, object]]) -> object:
        """Called for the objects inside first, and for the whole at last."""
        if pairs and isinstance(pairs[0][1], float | int):
            return tuple(known.setdefault(pair, pair) for pair in pairs)  # type: ignore[arg-type]
        return dict(pairs)

    weights: Weights = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=compact)
    return weights
