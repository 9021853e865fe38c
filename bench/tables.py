"""What was measured as Markdown: tables, the targets beside it, and every point at which somebody else did better."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.kills import Killed
from bench.messages import A_SECOND, Handled
from bench.nudges import Nudged
from bench.where_time_goes import Spent

LAST_SEND_SECONDS = 0.5
SLOWEST_REPLY_SECONDS = 0.25
MOST_MEGABYTES = 150
LONGEST_START_SECONDS = 3
MOST_FUNCTIONS = 15

LESS_IS_BETTER = {
    "started": "seconds to start",
    "megabytes": "megabytes",
    "first": "seconds until the first",
    "middle": "median seconds",
    "worst": "99th percentile, seconds",
    "last": "seconds until the last",
    "longest_gap": "longest gap, seconds",
    "amiss": "lost or twice",
}
MORE_IS_BETTER = {"sent": "sent", "a_second": "a second", "a_cpu_second": "per CPU second"}


@dataclass(frozen=True, slots=True)
class Failed:
    """Instead of a figure."""

    why: str

    def __str__(self) -> str:
        return self.why


Outcome = Nudged | Handled | Killed | Failed
Results = Mapping[str, Outcome]
"""By contender, ours first."""


def nudges_table(by_users: Mapping[int, Results]) -> str:
    head = ("users stored", "who", "start s", "MB", "sent", "twice")
    times = ("first s", "median s", "99th s", "last s", "gap s", "last, of ours")
    rows = []
    for users, results in by_users.items():
        ours = next(iter(results.values()))
        for name, result in results.items():
            row: Sequence[str] = _nudged(result, ours) if isinstance(result, Nudged) else _failed(result)
            rows.append((f"{users:,}", name, *row))
    return table((*head, *times), rows)


def messages_table(results: Results) -> str:
    head = ("who", "said", "answered", "a second", "per CPU second", "median s", "99th s", "per CPU second, of ours")
    ours = next(iter(results.values()))
    rows = [
        (name, *(_handled(result, ours) if isinstance(result, Handled) else _failed(result)))
        for name, result in results.items()
    ]
    return table(head, rows)


def kills_table(by_what: Mapping[str, Results]) -> str:
    head = ("killed among", "who", "queued", "never came", "came twice")
    rows = []
    for what, results in by_what.items():
        for name, result in results.items():
            row = (
                (str(result.queued), str(result.lost), str(result.twice))
                if isinstance(result, Killed)
                else _failed(result)
            )
            rows.append((what, name, *row))
    return table(head, rows)


def spent_table(message: Spent, nudge: Spent) -> str:
    """Milliseconds of processor time, by part; then the functions of ours in which most of it is spent."""
    of_nudges, functions = dict(nudge.parts), dict(nudge.functions)
    parts = [(name, f"{spent:.1f}", f"{of_nudges.get(name, 0):.1f}") for name, spent in message.parts]
    total = ("all of it", f"{_sum(message.parts):.1f}", f"{_sum(nudge.parts):.1f}")
    counts = [
        ("transactions", f"{message.transactions:.1f}", f"{nudge.transactions:.1f}"),
        ("statements", f"{message.statements:.1f}", f"{nudge.statements:.1f}"),
    ]
    inside = [(f"`{name}`", f"{spent:.2f}", f"{functions.get(name, 0):.2f}") for name, spent in message.functions]
    head = ("ms of processor time", "a message", "a nudge")
    return (
        table(head, [total, *parts, *counts])
        + "\n"
        + table(("in a function of ours", *head[1:]), inside[:MOST_FUNCTIONS])
    )


def targets_table(by_users: Mapping[int, Results], messages: Results, behind: Sequence[str]) -> str:
    few, many = (next(iter(by_users[users].values())) for users in (min(by_users), max(by_users)))
    middle = next(iter(by_users[sorted(by_users)[len(by_users) // 2]].values()))
    handled = next(iter(messages.values()))
    rows = [*_nudge_targets(few, middle, many), *_message_targets(handled)]
    rows.append(
        ("at no point behind the others", f"behind at {len(behind)}", "met" if not behind else "NOT MET: see below")
    )
    return table(("target", "measured", ""), rows)


def behind(label: str, results: Results) -> Iterator[str]:
    """A sentence for each figure of another that is better than ours."""
    (_, ours), *others = results.items()
    for name, other in others:
        if type(other) is type(ours) and not name.startswith("Afterword"):
            yield from _better(label, name, other, ours)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (head, *rows)]
    lines.insert(1, "|---" * len(head) + "|")
    return "\n".join(lines) + "\n"


def _nudged(result: Nudged, ours: Outcome) -> tuple[str, ...]:
    times = (result.first, result.middle, result.worst, result.last, result.longest_gap)
    ratio = f"{result.last / ours.last:.2f}" if isinstance(ours, Nudged) else ""
    shown = (f"{result.started:.1f}", f"{result.megabytes:.0f}", f"{result.sent}", f"{result.twice}")
    return (*shown, *(f"{time:.2f}" for time in times), ratio)


def _handled(result: Handled, ours: Outcome) -> tuple[str, ...]:
    ratio = f"{result.a_cpu_second / ours.a_cpu_second:.2f}" if isinstance(ours, Handled) else ""
    rates = (f"{result.a_second:.1f}", f"{result.a_cpu_second:.1f}")
    return (f"{result.said}", f"{result.answered}", *rates, f"{result.middle:.3f}", f"{result.worst:.3f}", ratio)


def _failed(result: Outcome) -> tuple[str, ...]:
    return (result.why if isinstance(result, Failed) else "",)


def _sum(spent: Sequence[tuple[str, float]]) -> float:
    return sum(milliseconds for _, milliseconds in spent)


def _nudge_targets(few: Outcome, middle: Outcome, many: Outcome) -> Iterator[tuple[str, str, str]]:
    if not (isinstance(few, Nudged) and isinstance(middle, Nudged) and isinstance(many, Nudged)):
        yield "1,000 due at once", "not measured", "NOT MET"
        return
    last = f"the last of 1,000 due at once starts within {LAST_SEND_SECONDS} s"
    yield last, f"{middle.last:.2f} s", _met(middle.last <= LAST_SEND_SECONDS)
    flat = f"{many.last / few.last:.2f} times as long among the most as among the fewest"
    yield "cost grows with what is due, not with what is stored", flat, _met(many.last < 1.5 * few.last)
    yield f"under {MOST_MEGABYTES} MB", f"{middle.megabytes:.0f} MB", _met(middle.megabytes < MOST_MEGABYTES)
    yield f"start under {LONGEST_START_SECONDS} s", f"{many.started:.1f} s", _met(many.started < LONGEST_START_SECONDS)


def _message_targets(handled: Outcome) -> Iterator[tuple[str, str, str]]:
    if not isinstance(handled, Handled):
        yield f"{A_SECOND} messages a second", "not measured", "NOT MET"
        return
    kept_up = handled.answered >= handled.said and handled.a_second > 0.98 * A_SECOND
    yield f"{A_SECOND} messages a second on one core", f"{handled.a_second:.1f}", _met(kept_up)
    slowest = f"99th percentile under {SLOWEST_REPLY_SECONDS * 1000:.0f} ms"
    yield slowest, f"{handled.worst * 1000:.0f} ms", _met(handled.worst < SLOWEST_REPLY_SECONDS)


def _met(is_met: bool) -> str:
    return "met" if is_met else "NOT MET"


def _better(label: str, name: str, other: Outcome, ours: Outcome) -> Iterator[str]:
    for field, words in (LESS_IS_BETTER | MORE_IS_BETTER).items():
        if not hasattr(other, field):
            continue
        theirs, mine = getattr(other, field), getattr(ours, field)
        if theirs < mine if field in LESS_IS_BETTER else theirs > mine:
            yield f"{label}: {name}: {words} {theirs:.4g}, ours {mine:.4g}"
