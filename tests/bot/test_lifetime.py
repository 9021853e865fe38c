"""From start to end: a signal lets nothing more in, and what is held is finished."""

import asyncio
import os
import signal

import pytest

from bot.lifetime import run_until_told


class FakeSource:
    def __init__(self, log: list[str], trouble: Exception | None = None) -> None:
        self.log, self.trouble = log, trouble

    async def run(self) -> None:
        self.log.append("source runs")
        if self.trouble:
            raise self.trouble
        try:
            await asyncio.Event().wait()
        finally:
            self.log.append("source ends")


class FakeWorker:
    def __init__(self, log: list[str]) -> None:
        self.log, self.stopped = log, asyncio.Event()

    async def run(self) -> None:
        self.log.append("worker runs")
        await self.stopped.wait()
        self.log.append("worker finishes")

    def stop(self) -> None:
        self.stopped.set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_source_and_lets_the_worker_finish(number: signal.Signals) -> None:
    log: list[str] = []

    async def once() -> None:
        log.append("menu")
        os.kill(os.getpid(), number)

    async with asyncio.timeout(5):
        await run_until_told(FakeSource(log), FakeWorker(log), once())
    assert log[:3] == ["worker runs", "source runs", "menu"]
    assert sorted(log[3:]) == ["source ends", "worker finishes"]


async def test_trouble_of_one_part_ends_all_and_comes_out() -> None:
    log: list[str] = []
    with pytest.raises(ExceptionGroup) as caught:
        async with asyncio.timeout(5):
            await run_until_told(FakeSource(log, RuntimeError("no token")), FakeWorker(log))
    assert caught.group_contains(RuntimeError, match="no token")
    assert "worker finishes" not in log


async def test_the_signals_are_given_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    log: list[str] = []

    async def once() -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    await run_until_told(FakeSource(log), FakeWorker(log), once())
    assert signal.getsignal(signal.SIGTERM) == before
