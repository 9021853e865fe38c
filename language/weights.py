"""Reads the weights of a learnt model as rows, one for each feature, which are summed up quickly."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Rows = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Weights:
    """For each feature how much likelier it makes each of the labels, in their order."""

    labels: tuple[str, ...]
    rows: Rows


def read_weights(path: Path, labels: Sequence[str] = ()) -> Weights:
    """From JSON: {feature: {label: weight}}. Without `labels`, they are those of the first feature.

    Numbers and rows that are equal are one and the same object: many features share the same few weights.
    """
    order = list(labels)
    known: dict[tuple[float, ...], tuple[float, ...]] = {}

    def taken(pairs: Sequence[tuple[str, Any]]) -> object:
        """Called for the objects inside first, and for the whole at last."""
        told = dict(pairs)
        if not pairs or not isinstance(pairs[0][1], float | int):
            return told
        order.extend(() if order else told)
        row = tuple(told.get(label, 0.0) for label in order)
        return known.setdefault(row, row)

    rows = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=taken, parse_float=cache(float))
    return Weights(tuple(order), rows)
