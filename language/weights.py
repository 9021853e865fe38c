"""Reads the weights of a learnt model so that they take little memory: many features share the same few weights."""

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

Weights = Mapping[str, Sequence[tuple[str, float]]]
"""For each feature what it makes likelier, and how much."""


def read_weights(path: Path) -> Weights:
    """From JSON: {feature: {label: weight}}. What is equal is one and the same object."""
    pairs: dict[tuple[str, float], tuple[str, float]] = {}
    weights: Weights = _read(path, lambda told: tuple(pairs.setdefault(pair, pair) for pair in told))
    return weights


Rows = Mapping[str, Sequence[float]]
"""For each feature how much likelier it makes each label, in the order of the labels."""


def read_rows(path: Path, labels: Sequence[str]) -> Rows:
    """The same weights as rows, which are summed up far quicker; for few labels, or they would fill memory."""

    def row(told: Sequence[tuple[str, float]]) -> tuple[float, ...]:
        weights = dict(told)
        return tuple(weights.get(label, 0.0) for label in labels)

    rows: Rows = _read(path, row)
    return rows


def _read(path: Path, compact: Callable[[Sequence[tuple[str, float]]], Hashable]) -> Any:
    """What is equal is one and the same object."""
    known: dict[Hashable, Hashable] = {}

    def taken(pairs: Sequence[tuple[str, Any]]) -> object:
        """Called for the objects inside first, and for the whole at last."""
        if pairs and isinstance(pairs[0][1], float | int):
            found = compact(pairs)
            return known.setdefault(found, found)
        return dict(pairs)

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=taken)
