"""The line to Telegram: the client library, set up for this program."""

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

# The library asks for this opt-in: durations as timedelta, without a deprecation warning at every 429.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram import Bot, BotCommand
from telegram.error import RetryAfter
from telegram.request import HTTPXRequest

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
CONNECTIONS = 32
FIRST_BACKOFF_SECONDS = 0.5
LONGEST_BACKOFF_SECONDS = 10.0


class TokenRefused(Exception):
    """Telegram does not know this token: there is nothing to wait for."""


@asynccontextmanager
async def connected(token: str, api_url: str) -> AsyncIterator[Bot]:
    """A bot that talks to the Bot API server at `api_url`. Nothing is asked of the server at first: it may be away."""
    requests = HTTPXRequest(connection_pool_size=CONNECTIONS, read_timeout=15, pool_timeout=10)
    polls = HTTPXRequest(connection_pool_size=1, read_timeout=10)
    try:
        yield Bot(token, f"{api_url}/bot", f"{api_url}/file/bot", request=requests, get_updates_request=polls)
    finally:
        await requests.shutdown()
        await polls.shutdown()


async def register_commands(bot: Bot, commands: Sequence[tuple[str, str]]) -> None:
    """Show these commands, (name, description), in Telegram's menu. Raises TelegramError."""
    await bot.set_my_commands([BotCommand(name, description) for name, description in commands])


def backoff(failures: int) -> float:
    """Seconds to wait after so many failures in a row."""
    return min(FIRST_BACKOFF_SECONDS * 2.0 ** min(failures - 1, 10), LONGEST_BACKOFF_SECONDS)


def seconds_asked(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone."""
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
