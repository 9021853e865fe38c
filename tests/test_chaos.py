"""A short storm over the program: people talk while all kinds of things fail, and Telegram keeps the books."""

import random
import shutil
from pathlib import Path

import pytest

from bench.chaos import DATABASES, Measure, storm
from bench.program import AFTERWORD, PATIENCE_SECONDS, Worker, environment
from bench.trouble import no_room_left
from simulator import LocalTelegram
from simulator.checking import checked

SHORT = Measure(kills=2, people=12, messages_a_second=3, longest_spell=1.5, is_installed=False)
REPORT = "interview at Acme yesterday with Dana Reed, felt great"


@pytest.mark.parametrize("database", DATABASES)
async def test_in_a_storm_nothing_is_lost_and_nothing_comes_twice(database: str) -> None:
    seed = random.randrange(10**6)
    outcome = await storm(database, SHORT, seed)
    assert not outcome.complaints, f"seed {seed}"
    assert outcome.storm.struck["bot"] >= SHORT.kills
    assert outcome.account.messages == outcome.account.replies


async def test_a_full_disk_holds_up_what_is_written_until_there_is_room_again(tmp_path: Path) -> None:
    async with LocalTelegram(checked) as telegram:
        worker = Worker(environment(telegram, f"sqlite+aiosqlite:///{tmp_path}/afterword.db"), tmp_path)
        await worker.start_asking(telegram)
        ana = telegram.user("Ana")
        with no_room_left(worker):
            ana.say(REPORT)
            asked = telegram.world.updates.polls
            await telegram.until(lambda: telegram.world.updates.polls > asked + 1, PATIENCE_SECONDS)
            assert telegram.world.updates.pending
        (reply,) = await ana.wait_for_messages(1, PATIENCE_SECONDS)
        assert reply.text.startswith("Noted for Acme")
        assert await worker.end() == 0


async def test_on_a_full_disk_it_says_so_and_does_not_start(tmp_path: Path) -> None:
    limit = (shutil.which("bash") or "bash", "-c", f"(ulimit -f 0; exec {AFTERWORD} run) 2>&1 | cat")
    async with LocalTelegram(checked) as telegram:
        worker = Worker(environment(telegram, f"sqlite+aiosqlite:///{tmp_path}/afterword.db"), tmp_path, command=limit)
        await worker.start()
        await worker.wait()
        assert "The database cannot be opened" in worker.last_words()
