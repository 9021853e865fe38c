"""Random and mutated updates through the whole bot: `python -m bench.fuzz [seed]` prints what came of ten thousand."""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import count

from anyio.from_thread import start_blocking_portal
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from bench.fuzzed import Fuzzed, Tally, fuzzed
from bench.strangers import ACTS, Act

LIVES_AT_ONCE, LONGEST_LIFE = 100, 40


@contextmanager
def laboratory(tally: Tally) -> Iterator[Callable[[Sequence[Act]], None]]:
    """What leads a life through the program, in a thread of its own, for hypothesis is not asynchronous.

    After a life that failed the next one gets a new program.
    """
    with start_blocking_portal() as portal, ExitStack() as programs:
        running: list[Fuzzed] = []

        def live(acts: Sequence[Act]) -> None:
            if not running:
                running.append(programs.enter_context(portal.wrap_async_context_manager(fuzzed(tally))))
            try:
                portal.call(running[0].live, acts)
            except BaseException:
                running.clear()
                programs.close()
                raise

        yield live


def lives(longest: int) -> st.SearchStrategy[list[Act]]:
    """Some of them short, and with so many acts at most."""
    return st.lists(ACTS, min_size=1, max_size=12) | st.lists(ACTS, min_size=6, max_size=longest)


TRUSTING = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=random.randrange(10**6))
    parser.add_argument("--updates", type=int, default=10_000)
    arguments = parser.parse_args()
    tally, began = Tally(), time.perf_counter()
    with laboratory(tally) as live:
        many = settings(
            TRUSTING, max_examples=LIVES_AT_ONCE, phases=[Phase.generate, Phase.shrink], report_multiple_bugs=False
        )
        for seed in count(arguments.seed):
            if tally.updates >= arguments.updates:
                break
            seeded(seed)(many(given(lives(LONGEST_LIFE))(live)))()
    sys.stdout.write(report(tally, arguments.seed, time.perf_counter() - began))


def report(tally: Tally, seed: int, seconds: float) -> str:
    return "\n".join(
        [
            f"# {tally.updates} updates, {tally.wrong} acts with something wrong\n",
            f"Seed {seed}, {seconds:.0f} s; nothing unread, nothing refused but by design, no error.\n",
            f"acts: {_listed(tally.kinds)}",
            f"answers of the webhook: {_listed(tally.answers)}",
            f"calls: {_listed(tally.calls)}",
            f"refused by design: {_listed(tally.refusals)}",
            f"slowest act, with all that was due by then: {tally.slowest[0]:.2f} s, {tally.slowest[1]}",
            "",
        ]
    )


def _listed(counted: Counter[str] | Counter[int]) -> str:
    return ", ".join(f"{number} {what}" for what, number in counted.most_common())


if __name__ == "__main__":
    main()
