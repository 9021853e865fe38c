"""What the doctor finds: each line is well, or says what is wrong and what to do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from pydantic import SecretStr
from telegram import Bot

from bot.connection import connected
from bot.doctor import at_telegram, of_clock, of_zones
from bot.settings import Settings
from language.cities import zones
from simulator import LocalTelegram
from simulator.faults import Kind
from tests.free_port import free_port

HOOK = "https://bot.example.org/telegram"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Noon:
    def now(self) -> datetime:
        return NOON

    def elapsed(self) -> float:
        return 0.0


def settings(telegram: LocalTelegram, webhook_url: str | None = None) -> Settings:
    token, secret = SecretStr(telegram.token), SecretStr("s")
    return Settings(
        _env_file=None,
        telegram_bot_token=token,
        telegram_api_url=telegram.url,
        webhook_url=webhook_url,
        webhook_secret=secret,
    )


async def finding(telegram: LocalTelegram, bot: Bot, webhook_url: str | None = None) -> tuple[bool, str]:
    *_, last = await at_telegram(bot, settings(telegram, webhook_url), Noon())
    return last


async def test_a_bot_that_will_poll(telegram: LocalTelegram, bot: Bot) -> None:
    found = await at_telegram(bot, settings(telegram), Noon())
    assert found == [
        (True, "Telegram knows this bot as @local_test_bot."),
        (True, "The bot will ask Telegram for updates."),
    ]


async def test_a_token_that_telegram_does_not_know(telegram: LocalTelegram) -> None:
    async with connected("1:wrong", telegram.url) as bot:
        is_well, says = await finding(telegram, bot)
    assert not is_well
    assert says.startswith("Telegram does not know this token. Write")


async def test_telegram_is_away(telegram: LocalTelegram, bot: Bot) -> None:
    telegram.faults.add(Kind.CUT, "getMe")
    is_well, says = await finding(telegram, bot)
    assert not is_well
    assert "cannot be reached (NetworkError). Check the network" in says


async def test_a_webhook_where_none_is_wanted(telegram: LocalTelegram, bot: Bot) -> None:
    await bot.set_webhook("https://other.example.org/secret-path")
    is_well, says = await finding(telegram, bot)
    assert not is_well
    assert says.startswith("A webhook is set, at other.example.org, and WEBHOOK_URL is empty.")


@pytest.mark.parametrize(
    ("there", "says"),
    [("", "has no webhook yet"), ("https://other.example.org", "brings updates to other.example.org")],
)
async def test_no_webhook_where_one_is_wanted(telegram: LocalTelegram, bot: Bot, there: str, says: str) -> None:
    await bot.set_webhook(there)
    assert await finding(telegram, bot, HOOK) == (
        False,
        f"Telegram {says}. Start the bot, which tells it of WEBHOOK_URL.",
    )


@pytest.mark.parametrize(("ago", "is_well"), [(timedelta(minutes=10), False), (timedelta(hours=2), True)])
async def test_a_webhook_that_did_not_answer(telegram: LocalTelegram, bot: Bot, ago: timedelta, is_well: bool) -> None:
    trouble = {"last_error_date": int((NOON - ago).timestamp()), "last_error_message": "Connection refused"}
    telegram.world.updates.webhook = {"url": HOOK, "secret_token": None, **trouble}
    found, says = await finding(telegram, bot, HOOK)
    assert found is is_well
    assert ("(Connection refused). Check what answers WEBHOOK_URL." in says) is not is_well


@asynccontextmanager
async def a_server_whose_clock_shows(moment: datetime) -> AsyncIterator[str]:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"HTTP/1.1 302 Found\r\nDate: {format_datetime(moment, usegmt=True)}\r\n\r\n".encode())
        writer.close()

    port = free_port()
    async with await asyncio.start_server(answer, "127.0.0.1", port):
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize(
    ("seconds", "found"),
    [
        (20, (True, "The clock is right.")),
        (90, (False, "The clock is 90 s behind. Let the system set it: timedatectl set-ntp true.")),
        (-3600, (False, "The clock is 3600 s ahead. Let the system set it: timedatectl set-ntp true.")),
    ],
)
async def test_the_clock_beside_the_server_s(seconds: int, found: tuple[bool, str]) -> None:
    async with a_server_whose_clock_shows(NOON + timedelta(seconds=seconds)) as url:
        assert await of_clock(url, Noon()) == found


async def test_a_clock_that_nothing_can_be_set_beside() -> None:
    assert await of_clock(f"http://127.0.0.1:{free_port()}", Noon()) == (
        True,
        "The clock was not compared: no server told its own.",
    )


def test_the_zones_of_all_cities_are_known() -> None:
    assert len(zones()) > 300
    assert of_zones(zones()) == (True, "The time zones are known.")
    assert of_zones(["Europe/Berlin", "Moon/Tranquility"]) == (
        False,
        "Some time zones are unknown, like Moon/Tranquility. Install them: pip install --upgrade tzdata.",
    )
