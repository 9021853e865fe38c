"""Measures the reader on annotated messages: how much of the facts, the events and the advice it gets right.

`python -m tests.language.score` prints the figures of every set, `... score plain` those of one and each mistake in it.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from typing import Any

from assistant.explain import explain
from language.sentences import SentenceReader

UNSEEN = Path(__file__).parent / "unseen"
SETS = ("messages", "plain", "utterances", "feelings")
VALUES = ("company", "role", "stage", "interview_at", "feeling", "answer_promised_by")
WAYS_TO_REACH = ("name", "email", "phone", "skype")
LIKE_ENOUGH = 0.7
Told = Mapping[str, Any]


@dataclass
class Count:
    """Of one figure: what was got right, what was said without ground, what was overheard."""

    right: int = 0
    invented: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        weighed = 2 * self.right + self.invented + self.missed
        return 2 * self.right / weighed if weighed else 1.0

    @property
    def share(self) -> float:
        asked = self.right + self.missed
        return self.right / asked if asked else 1.0

    @property
    def is_empty(self) -> bool:
        return not (self.right or self.invented or self.missed)


@dataclass
class Score:
    """The figures of a set. `asked` is what was asked and whether it concerned the search, `advice` the sensible share:
    for those two a miss is a wrong answer."""

    facts: Count = field(default_factory=Count)
    events: Count = field(default_factory=Count)
    asked: Count = field(default_factory=Count)
    advice: Count = field(default_factory=Count)
    mistakes: list[str] = field(default_factory=list)

    def judge(self, figure: Count, name: str, said: Any, meant: Sequence[Any]) -> None:
        """`meant` holds the right answer first, then those right as well; rightly saying nothing counts for nothing."""
        if any(agree(name, said, one) for one in meant):
            figure.right += said is not None
            return
        figure.invented += said is not None
        figure.missed += meant[0] is not None
        self.mistakes.append(f"{name}: {said!r} for {meant[0]!r}")

    def judge_share(self, figure: Count, name: str, said: Any, meant: Sequence[Any]) -> None:
        if said in meant:
            figure.right += 1
            return
        figure.missed += 1
        self.mistakes.append(f"{name}: {said!r} for {meant[0]!r}")


def agree(name: str, said: Any, meant: Any) -> bool:
    if said is None or meant is None:
        return said is meant
    if name in ("interview_at", "answer_promised_by"):
        return _same_time(said, meant)
    one, other = _bare(said), _bare(meant)
    if name == "phone":
        return one.replace(" ", "")[-7:] == other.replace(" ", "")[-7:]
    if name in ("company", "role", "name") and one and other and (one in other or other in one):
        return True
    return one == other or (name == "role" and SequenceMatcher(None, one, other).ratio() >= LIKE_ENOUGH)


def _same_time(said: str, meant: str) -> bool:
    """A day without its hour is good enough, on either side."""
    shorter = min(len(said), len(meant), len("2026-01-01T09:00"))
    return said[:shorter] == meant[:shorter]


def _bare(words: str) -> str:
    return " ".join(re.findall(r"[\w+#]+", str(words).lower()))


def annotated(name: str) -> list[Told]:
    return json.loads((UNSEEN / f"{name}.json").read_text(encoding="utf-8"))


def measured(items: Sequence[Told]) -> Score:
    reader, score = SentenceReader(), Score()
    for item in items:
        before = len(score.mistakes)
        _judge_item(score, item, explain(item, reader))
        score.mistakes[before:] = [f"{item['id']} {mistake}" for mistake in score.mistakes[before:]]
    return score


def _judge_item(score: Score, item: Told, said: Told) -> None:
    wanted = item.get("fields")
    left = list(said["applications"])
    for gold in (item["gold"], *item.get("gold_more", ())):
        mine = _closest(left, gold)
        left = [one for one in left if one is not mine]
        _judge_application(score, gold, mine, wanted or (*VALUES, "people", "event"))
    if wanted is None:
        for spare in left:
            score.judge(score.facts, "application", spare["company"] or "nameless", [None])
        _judge_answer(score, item, said)


def _closest(applications: Sequence[Told], gold: Told) -> Told:
    return max(applications, key=lambda one: _likeness(one, gold), default={})


def _likeness(mine: Told, gold: Told) -> int:
    """The employer's name tells more than all else, for and against."""
    agreeing = sum(mine[name] is not None and agree(name, mine[name], gold.get(name)) for name in VALUES)
    if mine["company"] is None or gold.get("company") is None:
        return agreeing
    return agreeing + (10 if agree("company", mine["company"], gold["company"]) else -10)


def _judge_application(score: Score, gold: Told, mine: Told, wanted: Sequence[str]) -> None:
    for name in (value for value in VALUES if value in wanted):
        score.judge(score.facts, name, mine.get(name), _right(gold, name))
    if "people" in wanted:
        for way in WAYS_TO_REACH:
            _judge_many(score, way, _ways(mine, way), _ways(gold, way))
    if "event" in wanted:
        _judge_events(score, [event["kind"] for event in mine.get("events", ())], gold["events"])


def _right(gold: Told, name: str) -> list[Any]:
    return [gold.get(name), *gold.get("also", {}).get(name, ())]


def _ways(told: Told, way: str) -> list[str]:
    return [person[way] for person in told.get("people", ()) if person.get(way)]


def _judge_many(score: Score, way: str, said: list[str], meant: Sequence[str]) -> None:
    for one in meant:
        found = next((mine for mine in said if agree(way, mine, one)), None)
        if found is not None:
            said.remove(found)
        score.judge(score.facts, way, found, [one])
    for spare in said:
        score.judge(score.facts, way, spare, [None])


def _judge_events(score: Score, said: list[str], meant: Sequence[Told]) -> None:
    """Kinds alone, each as often as it is told; those marked optional are forgiven either way."""
    for event in sorted(meant, key=lambda one: one.get("optional", False)):
        kinds = [event["kind"], *event.get("also_kind", ())]
        found = next((kind for kind in said if kind in kinds), None)
        if found is not None:
            said.remove(found)
        if not event.get("optional"):
            score.judge(score.events, "event", found, kinds)
    for spare in said:
        score.judge(score.events, "event", spare, [None])


def _judge_answer(score: Score, item: Told, said: Told) -> None:
    gold, advice = item["gold"], item.get("advice")
    score.judge_share(score.asked, "question", said["question"], _right(gold, "question"))
    score.judge_share(score.asked, "off_topic", said["off_topic"], [gold["off_topic"]])
    if not advice:
        return
    given = said["advice"] or {"action": None, "channel": None}
    same_action = given["action"] == advice["action"]
    channels = [advice["channel"]] if same_action and advice["channel"] else [given["channel"]]
    sensible = [(action, channel) for action in (advice["action"], *advice.get("also", ())) for channel in channels]
    score.judge_share(score.advice, "advice", (given["action"], given["channel"]), sensible)


def printed(name: str, score: Score) -> str:
    f1 = {"facts": score.facts, "events": score.events}
    shares = {"asked": score.asked, "advice": score.advice}
    figures = [f"{figure} {count.f1:.3f}" for figure, count in f1.items() if not count.is_empty]
    figures += [f"{figure} {count.share:.3f}" for figure, count in shares.items() if not count.is_empty]
    return f"{name:11} {'  '.join(figures)}"


def report(names: Sequence[str]) -> Iterator[str]:
    for name in names or SETS:
        score = measured(annotated(name))
        yield from chain([printed(name, score)], (f"  {mistake}" for mistake in score.mistakes if names))


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in report(sys.argv[1:]))
