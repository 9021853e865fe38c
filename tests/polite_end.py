"""A process that is told to stop while it holds something, and while somebody goes on writing."""

import asyncio

from bench.program import Worker
from simulator import LocalTelegram

ENDS_WITHIN_SECONDS = 10
PATIENCE_SECONDS = 60


async def ends_politely(telegram: LocalTelegram, worker: Worker) -> None:
    """What it is sending arrives, once; what comes afterwards stays with Telegram."""
    telegram.faults.add("latency", "sendMessage", times=None, seconds=0.5)
    before = len(telegram.called("sendMessage"))
    ana = telegram.user("Ana")
    ana.say("/list")
    await telegram.until(lambda: len(telegram.called("sendMessage")) > before, PATIENCE_SECONDS)
    heard = len(ana.inbox)
    async with asyncio.timeout(ENDS_WITHIN_SECONDS), asyncio.TaskGroup() as group:
        ending = group.create_task(worker.end())
        while "stopping" not in worker.last_words():  # noqa: ASYNC110 - a file tells nobody that it has grown
            await asyncio.sleep(0.01)
        ana.say("/help")
    assert ending.result() == 0
    assert len(ana.inbox) == heard + 1
    assert [update["message"]["text"] for update in telegram.world.updates.pending] == ["/help"]
    assert "Traceback" not in worker.log.read_text()
