"""The bench at its smallest: whoever is measured starts, delivers what it is given, and can be watched doing it."""

from pathlib import Path

import pytest

from bench.contenders import Afterword, Contender, JobQueue, JobStore
from bench.messages import handled
from bench.nudges import nudged
from bench.tables import behind, messages_table, nudges_table, spent_table
from bench.where_time_goes import each

FEW = 6


@pytest.mark.parametrize("who", ["Afterword", "job store"])
async def test_whoever_is_due_is_nudged_once(tmp_path: Path, who: str):
    contender: Contender = JobStore(f"sqlite:///{tmp_path}/jobs.db")
    if who == "Afterword":
        contender = Afterword(who, f"sqlite+aiosqlite:///{tmp_path}/afterword.db")
    result = await nudged(contender, tmp_path, 2 * FEW, FEW, seconds=0)
    assert (result.sent, result.twice) == (FEW, 0)
    assert f"| {2 * FEW} | {who} |" in nudges_table({2 * FEW: {who: result}})
    assert not list(behind("nudges", {"Afterword": result, "another": result}))


async def test_everybody_who_writes_is_answered_by_the_jobqueues_bot(tmp_path: Path):
    result = await handled(JobQueue(f"{tmp_path}/users.pickle"), tmp_path, FEW, seconds=FEW / 60, warm_up=0)
    assert (result.said, result.answered) == (FEW, FEW)
    assert "| JobQueue | 6 | 6 |" in messages_table({"JobQueue": result})


async def test_what_a_message_costs_is_watched_from_within(tmp_path: Path):
    sampled = tmp_path / "sampled.json"
    bot = Afterword("Afterword", f"sqlite+aiosqlite:///{tmp_path}/afterword.db")
    result = await handled(bot, tmp_path, FEW, seconds=FEW / 60, warm_up=0, SAMPLED=str(sampled))
    spent = each(sampled, result.answered)
    assert result.answered == FEW
    assert 1 <= spent.transactions < spent.statements
    assert "SQLAlchemy" in spent_table(spent, spent)
