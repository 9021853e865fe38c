"""Learns the weights of `language.likelihood` from the marked corpus: `make train`, some minutes.

One logistic regression for each thing that can be told, over the clauses as the reader cuts them. A line of several
clauses counts as one example that shows all of theirs.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from language.clauses import Clause, clauses
from language.features import features
from language.likelihood import BIAS, WEIGHTS
from language.recognition import recognised
from language.weights import write_weights
from training.marked import Line, MarkedMessage, marked_messages

WRITTEN_AT = datetime(2026, 3, 4, 15, 0)  # noqa: DTZ001 - a writer's wall time
STRENGTH = 1.0
"""The inverse of the penalty on large weights."""
LEAST_WEIGHT = 0.1
LEAST_SEEN = 2
Example = tuple[set[str], frozenset[str]]


def main() -> None:
    examples = [example for message in marked_messages() for example in examples_of(message)]
    weights = learnt(examples)
    write_weights(WEIGHTS, weights)
    sys.stdout.write(f"{len(examples)} clauses, {len(weights)} features\n")


def examples_of(message: MarkedMessage) -> Iterator[Example]:
    """What is to be seen in each line of a message, and what it tells."""
    parts = clauses(recognised(message.text, WRITTEN_AT, None, "GB", ()).items)
    seen: dict[Line, set[str]] = {}
    for clause, shown in zip(parts, features(parts), strict=True):
        seen.setdefault(_line_of(clause, message.lines), set()).update(shown)
    yield from ((shown, line.tells) for line, shown in seen.items())


def _line_of(clause: Clause, lines: Sequence[Line]) -> Line:
    """The line that most of the clause is in."""
    return max(lines, key=lambda line: min(clause.end, line.end) - max(clause.start, line.start))


def learnt(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The weights by feature and meaning, those that hardly matter left out."""
    vectors = DictVectorizer()
    shown = vectors.fit_transform([dict.fromkeys(sorted(seen), 1.0) for seen, _ in examples])
    often = numpy.asarray(shown.sum(axis=0)).ravel() >= LEAST_SEEN
    shown = shown[:, often]
    shown.indices, shown.indptr = shown.indices.astype(numpy.int32), shown.indptr.astype(numpy.int32)
    names = vectors.get_feature_names_out()[often]
    weights: dict[str, dict[str, float]] = {BIAS: {}}
    for means in sorted({one for _, tells in examples for one in tells}):
        told = numpy.array([means in tells for _, tells in examples])
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(shown, told)
        weights[BIAS][means] = round(float(model.intercept_[0]), 2)
        for at in numpy.flatnonzero(abs(model.coef_[0]) >= LEAST_WEIGHT):
            weights.setdefault(str(names[at]), {})[means] = round(float(model.coef_[0][at]), 2)
    return weights


if __name__ == "__main__":
    main()
