"""The weights of a learnt model as rows, one for each feature, which are summed up quickly."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from json import JSONDecoder
from pathlib import Path

Rows = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Weights:
    """For each feature how much likelier it makes each of the labels, in their order."""

    labels: tuple[str, ...]
    rows: Rows


def read_weights(path: Path, labels: Sequence[str] = ()) -> Weights:
    """From lines of JSON: [feature, {label: weight}]. Without `labels`, they are those of the first feature.

    Line by line, since the whole in memory at once would be more than what is kept of it. Numbers and rows that are
    equal are one and the same object: many features share the same few weights.
    """
    line_of = JSONDecoder(parse_float=cache(float)).decode
    known: dict[tuple[float, ...], tuple[float, ...]] = {}
    rows: dict[str, tuple[float, ...]] = {}
    with path.open(encoding="utf-8") as lines:
        for feature, told in map(line_of, lines):
            labels = labels or tuple(told)
            row = tuple([told.get(label, 0.0) for label in labels])
            rows[feature] = known.setdefault(row, row)
    return Weights(tuple(labels), rows)


def write_weights(path: Path, weights: Mapping[str, Mapping[str, float]]) -> None:
    """As `read_weights` reads them."""
    with path.open("w", encoding="utf-8") as file:
        for line in weights.items():
            file.write(json.dumps(line, separators=(",", ":")) + "\n")
