"""A local Telegram, and the bot's own line to it."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.connection import connected
from simulator import LocalTelegram
from simulator.checking import checked


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(checked) as local:
        yield local
        assert local.violations == []


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    async with connected(telegram.token, telegram.url) as line:
        yield line
