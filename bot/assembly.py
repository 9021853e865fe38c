"""The program put together: which part is given to which, and what runs beside what."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING
from uuid import uuid4

import structlog
from telegram import Bot
from telegram.error import TelegramError

from assistant.ports import Clock, Inbox
from assistant.turn import TurnTaker
from assistant.understanding import COMMANDS
from bot.allowance import Allowance
from bot.budget import Budget, Limited, OwnSlots, Unlimited
from bot.connection import connected, register_commands
from bot.door import Door
from bot.health import Health
from bot.housekeeping import keep_house
from bot.inbox import Poller
from bot.lifetime import Source, run_until_told
from bot.memory import keep_what_is_there
from bot.messenger import TelegramMessenger
from bot.reception import Reception
from bot.settings import Settings
from language.cues import FILES, examples, make_expressions
from language.sentences import SentenceReader
from language.speech import catalogue_text
from rules.journal import Journal
from rules.rulebook import VERSION
from scheduler.ticker import Ticker, turns_at_once
from storage.database import Database, open_database
from storage.inbox import SqlInbox
from storage.journals import SqlJournals
from storage.slots import SqlSlots
from storage.traces import finish_wiping
from storage.turns import SqlTurns
from storage.users import SqlUsers
from storage.workers import OnePoller, hear_of_arrivals

if TYPE_CHECKING:
    from bot.metrics import Metrics, Take

log = structlog.get_logger()

USERS_PLANNED_AT_ONCE = 200
REHEARSED = ("events", "promises", "feelings")
A_CONTACT = "Dana Reed, dana@acme.example, +49 30 901820"
"""What reads addresses and numbers is loaded with the first of them."""
REHEARSED_AFTER_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Parts:
    """The program, put together and not yet running."""

    bot: Bot
    clock: Clock
    journals: SqlJournals
    turns: SqlTurns
    take: "Take"
    ticker: Ticker
    reception: Reception
    source: Source
    inbox: SqlInbox
    users: SqlUsers
    hear_of_arrivals: Callable[[], Coroutine[object, object, None]]
    watch: Callable[[], Coroutine[object, object, None]]
    door: Door


@asynccontextmanager
async def assembled(settings: Settings, clock: Clock) -> AsyncIterator[Parts]:
    """All parts, by whatever clock. They are closed at the end of the block."""
    token = settings.telegram_bot_token.get_secret_value()
    async with open_database(settings.database_url) as database, connected(token, settings.telegram_api_url) as bot:
        await finish_wiping(database)
        run_id = uuid4().hex
        zone, allowed = settings.default_timezone, settings.allowed_users
        turns = SqlTurns(database, clock, run_id, zone, planned_with(), allowed=allowed)
        await turns.take_over()
        journals, inbox = SqlJournals(database, zone), SqlInbox(database, clock, run_id)
        messenger = TelegramMessenger(bot, clock, await budgeted(settings.sends_per_second, database, clock))
        metrics = _metrics(settings, clock, inbox)
        taker = TurnTaker(turns, metrics.messenger(messenger) if metrics else messenger, SentenceReader(), clock)
        at_once, take = turns_at_once(settings.sends_per_second), metrics.turns(taker.take) if metrics else taker.take
        ticker = Ticker(turns, take, clock, settings.tick_seconds, at_once)
        door = Door(allowed, messenger, clock)
        reception = _reception(settings, metrics.inbox(inbox) if metrics else inbox, ticker.ring, door, clock)
        source = _source(settings, bot, reception, database)
        hear = partial(hear_of_arrivals, database, run_id, ticker.ring)
        health = Health(lambda: ticker.is_beating, database.trouble, bot, clock)
        watch = partial(_watch, settings, metrics, health)
        users = SqlUsers(database)
        yield Parts(bot, clock, journals, turns, take, ticker, reception, source, inbox, users, hear, watch, door)


def _reception(settings: Settings, inbox: Inbox, ring: Callable[[], None], door: Door, clock: Clock) -> Reception:
    """Where a server has no limits, there are none to what one user may send."""
    return Reception(inbox, ring, door, Allowance(clock) if settings.sends_per_second else None)


def _metrics(settings: Settings, clock: Clock, inbox: SqlInbox) -> "Metrics | None":
    if settings.metrics_port is None:
        return None
    from bot.metrics import Metrics

    return Metrics(clock, inbox.oldest_unanswered)


async def _watch(settings: Settings, metrics: "Metrics | None", health: Health) -> None:
    """Serve those who watch over the program, if a port is set."""
    if settings.metrics_port is not None and metrics is not None:
        from bot.watch import watch

        await watch(health, metrics, settings.host, settings.metrics_port)


def _source(settings: Settings, bot: Bot, reception: Reception, database: Database) -> Source:
    """Where updates come from: Telegram brings them, or one worker at a time asks for them."""
    if settings.webhook_url is not None and settings.webhook_secret is not None:
        from bot.webhook import Webhook

        secret = settings.webhook_secret.get_secret_value()
        return Webhook(bot, reception, settings.webhook_url, secret, settings.host, settings.port)

    return OnePoller(database, Poller(bot, reception).run)


async def budgeted(sends_per_second: int, database: Database, clock: Clock) -> Budget:
    """What the bot may send: all workers of a PostgreSQL share it."""
    if not sends_per_second:
        return Unlimited()
    if not database.is_postgresql:
        return Limited(OwnSlots(sends_per_second, clock))
    shared = SqlSlots(database, sends_per_second)
    await shared.open()
    return Limited(shared)


async def serve(settings: Settings, clock: Clock) -> None:
    """The whole program, until it is told to stop."""
    async with assembled(settings, clock) as parts:
        await live(parts)


async def live(parts: Parts, *beside: Coroutine[object, object, None]) -> None:
    """What was put together runs, until it is told to stop."""
    house = keep_house(
        parts.clock,
        lambda now: parts.users.plan_again(planned_with(), now, USERS_PLANNED_AT_ONCE),
        parts.inbox.tidy,
        parts.ticker.ring,
    )
    own = (
        parts.hear_of_arrivals(),
        parts.door.run(),
        parts.watch(),
        introduce(parts.bot),
        house,
        warm_up(parts.clock),
        rehearse(parts.clock),
    )
    await run_until_told(parts.source, parts.ticker, *own, *beside)


async def warm_up(clock: Clock) -> None:
    """What is read only once is read before the first message has to wait for it."""
    await asyncio.to_thread(SentenceReader().read, "hello", Journal(), clock.now())


async def rehearse(clock: Clock, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
    """Read what people often say, once what waited for the program is answered, and be ready for the rest.

    An expression is made when it is first needed, and all of them are a second's work: nobody should wait for that.
    """
    await pause(REHEARSED_AFTER_SECONDS)
    for file in FILES:
        await asyncio.to_thread(make_expressions, file)
    reader, sentences = SentenceReader(), [A_CONTACT]
    for file in REHEARSED:
        sentences += await asyncio.to_thread(list, examples(file, 1))
    for sentence in sentences:
        await asyncio.to_thread(reader.read, sentence, Journal(), clock.now())
    keep_what_is_there()


def planned_with() -> str:
    """What a user's next moment was reckoned by: after a change of it they are planned again."""
    return f"rulebook {VERSION}, holidays {version('holidays')}"


async def introduce(bot: Bot) -> None:
    """The menu of commands; without it the bot works all the same."""
    try:
        await register_commands(bot, [(name, catalogue_text(f"command-{name}")) for name in COMMANDS])
    except TelegramError as error:
        log.warning("commands_not_registered", reason=type(error).__name__)
