"""Learns the weights of `language.naming` from the marked corpus: an averaged perceptron, part of `make train`."""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from language.lexicon import lexicon
from language.marks import Mark
from language.naming import NONE, TAGS, WEIGHTS, Sight, likeliest, tags_of
from language.recognition import ruled_names
from language.weights import write_weights
from training.marked import MarkedMessage, marked_messages

WRITTEN_AT = datetime(2026, 3, 4, 15, 0)  # noqa: DTZ001 - a writer's wall time
ROUNDS = 8
LEAST_WEIGHT = 0.15
SMALL, SURNAMED = 0.35, 0.35
"""How many messages are shown once more in small letters, and once more with other names in full."""
_SURNAMES = [
    "Abara",
    "Bello",
    "Castell",
    "Dunmore",
    "Eriksen",
    "Farrow",
    "Grigoriou",
    "Halloran",
    "Iqbal",
    "Jansson",
    "Kowalczyk",
    "Lindqvist",
    "Mbeki",
    "Novotny",
    "Oduya",
    "Petrenko",
    "Quigley",
    "Rasmussen",
    "Sandoval",
    "Tanaka",
    "Ustinov",
    "Verhoeven",
    "Whitcombe",
    "Yamada",
    "Zielinski",
    "Okoye",
    "Sharma",
    "Reyes",
]


@dataclass(frozen=True, slots=True)
class Example:
    sight: Sight
    told: Sequence[str]


def main() -> None:
    weights = learnt(examples(sys.argv[1] if len(sys.argv) > 1 else "*.txt"))
    write_weights(WEIGHTS, weights)
    sys.stdout.write(f"{len(weights)} features of names\n")


def examples(files: str = "*.txt") -> list[Example]:
    chance = random.Random(3)
    shown = chain.from_iterable(_shown(message, chance) for message in marked_messages(files=files))
    return [_example(text, names) for text, names in shown]


def _shown(message: MarkedMessage, chance: random.Random) -> Iterator[tuple[str, Sequence[Mark]]]:
    text = message.text
    yield text, message.names
    if chance.random() < SMALL and len(text.lower()) == len(text):
        yield text.lower(), message.names
    if message.names and chance.random() < SURNAMED:
        yield _renamed(message, chance)


def _renamed(message: MarkedMessage, chance: random.Random) -> tuple[str, list[Mark]]:
    """The message with people in full and with companies that everybody knows."""
    known = [" ".join([first, *rest]) for first, rests in sorted(lexicon().well_known.items()) for rest in rests]
    text, names, at = "", [], 0
    for name in message.names:
        text += message.text[at : name.start]
        said = message.text[name.start : name.end]
        if name.kind == "PERSON" and " " not in said:
            said += f" {chance.choice(_SURNAMES)}" if said[0].isupper() else f" {chance.choice(_SURNAMES).lower()}"
        elif name.kind == "COMPANY" and chance.random() < SURNAMED:
            said = chance.choice(known).title() if said[0].isupper() else chance.choice(known)
        names.append(Mark(name.kind, len(text), len(text) + len(said), said))
        text, at = text + said, name.end
    return text + message.text[at:], names


def _example(text: str, names: Sequence[Mark]) -> Example:
    units, found = ruled_names(text, WRITTEN_AT)
    ruled = tags_of(units, found)
    return Example(Sight(units, ruled), tags_of(units, names))


def learnt(told: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The weights by feature and tag, averaged over all that was seen, those that hardly matter left out."""
    learner = _Learner()
    order = list(told)
    chance = random.Random(0)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for example in order:
            learner.learn(example)
    return learner.averaged()


class _Learner:
    """An averaged perceptron, told its own answers for what was before, as when it reads."""

    def __init__(self) -> None:
        self._weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._sums: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._steps = 1

    def learn(self, example: Example) -> None:
        before = earlier = NONE
        for at, right in enumerate(example.told):
            tag = NONE
            if example.sight.may_be_named(at, before):
                features = example.sight.at(at, before, earlier)
                tag = likeliest(self._scores(features), before)
                self._correct(features, tag, right)
            earlier, before = before, tag

    def _scores(self, features: Sequence[str]) -> dict[str, float]:
        scores = dict.fromkeys(TAGS, 0.0)
        for feature in features:
            for tag, weight in self._weights.get(feature, {}).items():
                scores[tag] += weight
        return scores

    def _correct(self, features: Sequence[str], guess: str, right: str) -> None:
        self._steps += 1
        if guess == right:
            return
        for feature in features:
            weights = self._weights[feature]
            for tag, change in ((right, 1.0), (guess, -1.0)):
                weights[tag] = weights.get(tag, 0.0) + change
                self._sums[feature, tag] += self._steps * change

    def averaged(self) -> dict[str, dict[str, float]]:
        averages = {
            feature: {
                tag: round(weight - self._sums[feature, tag] / self._steps, 2) for tag, weight in sorted(told.items())
            }
            for feature, told in sorted(self._weights.items())
        }
        kept = {
            feature: {tag: weight for tag, weight in told.items() if abs(weight) >= LEAST_WEIGHT}
            for feature, told in averages.items()
        }
        return {feature: told for feature, told in kept.items() if told}


if __name__ == "__main__":
    main()
