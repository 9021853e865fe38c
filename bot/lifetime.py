"""From the start to a clean end: everything runs until the process is told to stop."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Protocol

import structlog

log = structlog.get_logger()

SIGNALS = (signal.SIGTERM, signal.SIGINT)


class CannotStart(Exception):
    """Something outside is not as the settings say; the message says so in a sentence."""


class Worker(Protocol):
    """Does the work that has arrived."""

    async def run(self) -> None:
        """Returns some time after `stop`, when it has finished what it holds."""

    def stop(self) -> None: ...


class Source(Protocol):
    """Brings work in."""

    async def run(self) -> None:
        """Runs until cancelled."""


async def run_until_told(source: Source, worker: Worker, *beside: Coroutine[object, object, None]) -> None:
    """Until SIGTERM or SIGINT: then nothing more comes in, and what is held is finished. A second signal ends it all.

    What runs `beside` is cancelled with the source.

    What any part raises ends all of them, and comes out in an ExceptionGroup.
    """
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in SIGNALS:
        loop.add_signal_handler(each, told.set)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker.run())
            until_told = [group.create_task(work) for work in (source.run(), *beside)]
            log.info("running")
            await told.wait()
            log.info("stopping")
            _restore_signals(loop)
            for task in until_told:
                task.cancel()
            worker.stop()
    finally:
        _restore_signals(loop)


def _restore_signals(loop: asyncio.AbstractEventLoop) -> None:
    for each in SIGNALS:
        loop.remove_signal_handler(each)
