"""What is not as it must be before the program can work, one thing after another, each with what to do about it."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import available_timezones

import httpx
from telegram import Bot, WebhookInfo
from telegram.error import EndPointNotFound, InvalidToken, TelegramError

from assistant.ports import Clock
from bot.settings import Settings

Finding = tuple[bool, str]
"""Whether it is well, and in a sentence what is."""

CLOCK_MAY_BE_OFF = timedelta(seconds=30)
LATELY = timedelta(hours=1)
ANSWER_SECONDS = 10
BAD_TOKEN = "Telegram does not know this token. Write the one that @BotFather gave you: TELEGRAM_BOT_TOKEN."
IN_THE_WAY = (
    "A webhook is set, at {host}, and WEBHOOK_URL is empty. If another program serves this bot there, stop it; "
    "then start the bot, which removes it."
)


async def at_telegram(bot: Bot, settings: Settings, clock: Clock) -> list[Finding]:
    """Is it there, does it know the token, does it bring updates where they are expected?"""
    try:
        name = (await bot.get_me()).username
        webhook = of_webhook(await bot.get_webhook_info(), settings.webhook_url, clock.now())
    except (InvalidToken, EndPointNotFound):
        return [(False, BAD_TOKEN)]
    except TelegramError as error:
        where = f"{settings.telegram_api_url} cannot be reached ({type(error).__name__})"
        return [(False, f"{where}. Check the network, and TELEGRAM_API_URL if you have set it.")]
    return [(True, f"Telegram knows this bot as @{name}."), webhook]


def of_webhook(info: WebhookInfo, wanted: str | None, now: datetime) -> Finding:
    """Set or not, as the settings want it, and working."""
    if not wanted:
        host = httpx.URL(info.url).host
        return (not info.url, IN_THE_WAY.format(host=host) if info.url else "The bot will ask Telegram for updates.")
    if info.url != wanted:
        there = f"brings updates to {httpx.URL(info.url).host}" if info.url else "has no webhook yet"
        return (False, f"Telegram {there}. Start the bot, which tells it of WEBHOOK_URL.")
    if info.last_error_date and now - info.last_error_date < LATELY:
        return (
            False,
            f"Telegram could not deliver of late ({info.last_error_message}). Check what answers WEBHOOK_URL.",
        )
    return (True, f"Telegram brings updates to {httpx.URL(wanted).host}.")


async def of_clock(api_url: str, clock: Clock) -> Finding:
    """By the date that the Bot API server tells."""
    try:
        async with httpx.AsyncClient(timeout=ANSWER_SECONDS) as client:
            told = (await client.head(api_url)).headers["Date"]
    except (httpx.HTTPError, KeyError):
        return (True, "The clock was not compared: no server told its own.")
    off = clock.now() - parsedate_to_datetime(told).astimezone(UTC)
    if abs(off) <= CLOCK_MAY_BE_OFF:
        return (True, "The clock is right.")
    way = "ahead" if off > timedelta(0) else "behind"
    return (
        False,
        f"The clock is {round(abs(off).total_seconds())} s {way}. Let the system set it: timedatectl set-ntp true.",
    )


def of_zones(needed: Iterable[str]) -> Finding:
    """Does this machine know the clocks of the world?"""
    missing = sorted(set(needed) - available_timezones())
    if not missing:
        return (True, "The time zones are known.")
    return (
        False,
        f"Some time zones are unknown, like {missing[0]}. Install them: pip install --upgrade tzdata.",
    )
