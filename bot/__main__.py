"""The program: settings, parts, handlers, run. The table of contents of everything."""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telegram import Bot

    from assistant.ports import Clock, Inbox
    from bot.budget import Budget
    from bot.door import Door
    from bot.health import Health
    from bot.lifetime import Source
    from bot.metrics import Metrics, Take
    from bot.reception import Reception
    from bot.settings import Settings
    from rules.export import Exported
    from scheduler.ticker import Ticker
    from storage.database import Database
    from storage.inbox import SqlInbox
    from storage.journals import SqlJournals
    from storage.turns import SqlTurns
    from storage.users import SqlUsers

CANNOT_START, INTERRUPTED = 2, 130
USERS_PLANNED_AT_ONCE = 200


def main() -> None:
    arguments = _parser().parse_args()
    sys.excepthook = _say_what_broke
    try:
        sys.exit(arguments.command(arguments))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="afterword", description="The assistant for the time after an interview.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, command, says in (
        ("run", run, "run the bot, until stopped"),
        ("chat", chat, "talk to the bot in the terminal, against a local Telegram, with a clock that you move"),
        ("demo", demo, "talk to the bot in a browser, against a local Telegram, with a clock that you move"),
        ("migrate", migrate, "bring the database up to date"),
        ("doctor", doctor, "check settings, database, token, webhook and clock, and say what to do"),
        ("rules", rules, "print the rulebook"),
        ("explain", explain, "JSON lines of messages in, what the assistant makes of them out"),
        ("dates", dates, "JSON lines of texts in, the dates read in them out"),
    ):
        commands.add_parser(name, help=says, description=says).set_defaults(command=command)
    says = "take in what /export gave, for somebody of whom nothing is known here"
    taking = commands.add_parser("import", help=says, description=says)
    taking.add_argument("file", type=Path, help="afterword.zip, or the journal.json out of it")
    taking.add_argument("--user", type=int, help="the Telegram number to give it to, if not the one it was made for")
    taking.set_defaults(command=take_in_export)
    return parser


def run(_: argparse.Namespace) -> int:
    """The bot, until SIGTERM or Ctrl-C."""
    from bot.clock import SystemClock
    from bot.log import configure_logging
    from bot.memory import share_one_heap

    share_one_heap()
    settings = _settings()
    secrets = [secret.get_secret_value() for secret in (settings.telegram_bot_token, settings.webhook_secret) if secret]
    configure_logging(settings.log_level, settings.log_format, secrets)
    return _to_the_end(serve(settings, SystemClock()))


def chat(_: argparse.Namespace) -> int:
    """The same bot against a local Telegram, with a terminal as the user's phone."""
    try:
        from bot.chat import converse
    except ModuleNotFoundError as missing:
        return _without_local_telegram(missing)
    return _to_the_end(converse(assembled))


def demo(_: argparse.Namespace) -> int:
    """The same bot against a local Telegram, with a page in the browser as everybody's phone."""
    _say("Starting a local Telegram and the bot.")
    try:
        from bot.demo import demonstrate
    except ModuleNotFoundError as missing:
        return _without_local_telegram(missing)
    return _to_the_end(demonstrate(assembled, live))


def rules(_: argparse.Namespace) -> int:
    from rules.printed import as_markdown

    sys.stdout.write(as_markdown())
    return 0


def explain(_: argparse.Namespace) -> int:
    from assistant.explain import explain as explained
    from bot.lines import line_by_line
    from language.sentences import SentenceReader

    reader = SentenceReader()
    return line_by_line(lambda item: explained(item, reader))


def dates(_: argparse.Namespace) -> int:
    from bot.lines import line_by_line
    from language.when import dates_line

    return line_by_line(dates_line)


def migrate(_: argparse.Namespace) -> int:
    from storage.database import open_database

    settings = _settings()

    async def open_it() -> None:
        async with open_database(settings.database_url):
            _say("The database is up to date.")

    return _to_the_end(open_it())


def take_in_export(arguments: argparse.Namespace) -> int:
    from assistant.export_file import read_export
    from rules.export import NoExport

    settings = _settings()
    try:
        exported = read_export(arguments.file.read_bytes())
    except NoExport as reason:
        _say(str(reason))
        return CANNOT_START
    except OSError as error:
        _say(f"{arguments.file} cannot be read ({error.strerror}).")
        return CANNOT_START
    return _to_the_end(_take_in(exported, arguments.user or exported.user, settings))


async def _take_in(exported: "Exported", user: int, settings: "Settings") -> None:
    from bot.clock import SystemClock
    from bot.lifetime import CannotStart
    from storage.database import open_database
    from storage.importing import take_in

    async with open_database(settings.database_url) as database:
        is_new = await take_in(database, user, exported.journal, settings.default_timezone, SystemClock().now())
    if not is_new:
        raise CannotStart(f"User {user} has a journal here already; it was left as it is, and nothing was taken in.")
    _say(f"Taken in for user {user}: {len(exported.journal.entries)} entries.")


def doctor(_: argparse.Namespace) -> int:
    """Each line is well or says what to do; 1 if any is not well."""
    from bot.settings import Settings, SettingsUnusable

    try:
        settings = Settings.load()
    except SettingsUnusable as error:
        findings = [(False, sentence) for sentence in error.sentences]
    else:
        findings = [(True, "The settings can be used."), *asyncio.run(_examined(settings))]
    for is_well, sentence in findings:
        sys.stdout.write(f"{'ok' if is_well else 'WRONG':5}  {sentence}\n")
    return 0 if all(is_well for is_well, _ in findings) else 1


async def _examined(settings: "Settings") -> list[tuple[bool, str]]:
    from bot.clock import SystemClock
    from bot.connection import connected
    from bot.doctor import at_telegram, of_clock, of_zones
    from language.cities import zones
    from storage.database import UnknownDatabase
    from storage.examined import examined

    try:
        findings = await examined(settings.database_url)
    except UnknownDatabase as error:
        findings = [(False, str(error))]
    async with connected(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url) as bot:
        findings += await at_telegram(bot, settings, SystemClock())
    return [*findings, await of_clock(settings.telegram_api_url, SystemClock()), of_zones(zones())]


@dataclass(frozen=True, slots=True)
class Parts:
    """The program, put together and not yet running."""

    bot: "Bot"
    clock: "Clock"
    journals: "SqlJournals"
    turns: "SqlTurns"
    take: "Take"
    ticker: "Ticker"
    reception: "Reception"
    source: "Source"
    inbox: "SqlInbox"
    users: "SqlUsers"
    hear_of_arrivals: "Callable[[], Coroutine[object, object, None]]"
    watch: "Callable[[], Coroutine[object, object, None]]"
    door: "Door"


@asynccontextmanager
async def assembled(settings: "Settings", clock: "Clock") -> AsyncIterator[Parts]:
    """All parts, by whatever clock. They are closed at the end of the block."""
    from functools import partial
    from uuid import uuid4

    from assistant.turn import TurnTaker
    from bot.connection import connected
    from bot.door import Door
    from bot.health import Health
    from bot.messenger import TelegramMessenger
    from language.sentences import SentenceReader
    from scheduler.ticker import Ticker, turns_at_once
    from storage.database import open_database
    from storage.inbox import SqlInbox
    from storage.journals import SqlJournals
    from storage.traces import finish_wiping
    from storage.turns import SqlTurns
    from storage.users import SqlUsers
    from storage.workers import hear_of_arrivals

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


def _reception(
    settings: "Settings", inbox: "Inbox", ring: Callable[[], None], door: "Door", clock: "Clock"
) -> "Reception":
    """Where a server has no limits, there are none to what one user may send."""
    from bot.allowance import Allowance
    from bot.reception import Reception

    return Reception(inbox, ring, door, Allowance(clock) if settings.sends_per_second else None)


def _metrics(settings: "Settings", clock: "Clock", inbox: "SqlInbox") -> "Metrics | None":
    if settings.metrics_port is None:
        return None
    from bot.metrics import Metrics

    return Metrics(clock, inbox.oldest_unanswered)


async def _watch(settings: "Settings", metrics: "Metrics | None", health: "Health") -> None:
    """Serve those who watch over the program, if a port is set."""
    if settings.metrics_port is not None and metrics is not None:
        from bot.watch import watch

        await watch(health, metrics, settings.host, settings.metrics_port)


def _source(settings: "Settings", bot: "Bot", reception: "Reception", database: "Database") -> "Source":
    """Where updates come from: Telegram brings them, or one worker at a time asks for them."""
    if settings.webhook_url is not None and settings.webhook_secret is not None:
        from bot.webhook import Webhook

        secret = settings.webhook_secret.get_secret_value()
        return Webhook(bot, reception, settings.webhook_url, secret, settings.host, settings.port)
    from bot.inbox import Poller
    from storage.workers import OnePoller

    return OnePoller(database, Poller(bot, reception).run)


async def budgeted(sends_per_second: int, database: "Database", clock: "Clock") -> "Budget":
    """What the bot may send: all workers of a PostgreSQL share it."""
    from bot.budget import Limited, OwnSlots, Unlimited
    from storage.slots import SqlSlots

    if not sends_per_second:
        return Unlimited()
    if not database.is_postgresql:
        return Limited(OwnSlots(sends_per_second, clock))
    shared = SqlSlots(database, sends_per_second)
    await shared.open()
    return Limited(shared)


async def serve(settings: "Settings", clock: "Clock") -> None:
    """The whole program, until it is told to stop."""
    async with assembled(settings, clock) as parts:
        await live(parts)


async def live(parts: Parts, *beside: Coroutine[object, object, None]) -> None:
    """What was put together runs, until it is told to stop."""
    from bot.housekeeping import keep_house
    from bot.lifetime import run_until_told

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
    )
    await run_until_told(parts.source, parts.ticker, *own, *beside)


async def warm_up(clock: "Clock") -> None:
    """What is read only once is read before the first message has to wait for it."""
    from language.sentences import SentenceReader
    from rules.journal import Journal

    await asyncio.to_thread(SentenceReader().read, "hello", Journal(), clock.now())


def planned_with() -> str:
    """What a user's next moment was reckoned by: after a change of it they are planned again."""
    from importlib.metadata import version

    from rules.rulebook import VERSION

    return f"rulebook {VERSION}, holidays {version('holidays')}"


async def introduce(bot: "Bot") -> None:
    """The menu of commands; without it the bot works all the same."""
    from structlog import get_logger
    from telegram.error import TelegramError

    from assistant.understanding import COMMANDS
    from bot.connection import register_commands
    from language.speech import catalogue_text

    try:
        await register_commands(bot, [(name, catalogue_text(f"command-{name}")) for name in COMMANDS])
    except TelegramError as error:
        get_logger().warning("commands_not_registered", reason=type(error).__name__)


def _settings() -> "Settings":
    from bot.settings import Settings, SettingsUnusable

    try:
        return Settings.load()
    except SettingsUnusable as error:
        _say(*error.sentences)
        sys.exit(CANNOT_START)


def _to_the_end(work: Coroutine[object, object, None]) -> int:
    """0, or 2 after a sentence that says why it cannot go on."""
    from sqlalchemy.exc import DBAPIError, SQLAlchemyError
    from telegram.error import InvalidToken, TelegramError

    from assistant.ports import OutOfReach
    from bot.connection import TokenRefused
    from bot.lifetime import CannotStart
    from storage.database import DatabaseInUse, UnknownDatabase
    from storage.schema import DatabaseTooNew

    reasons: list[str] = []
    try:
        asyncio.run(work)
    except* (CannotStart, DatabaseInUse, UnknownDatabase, DatabaseTooNew) as group:
        reasons += map(str, group.exceptions)
    except* (TokenRefused, InvalidToken):
        reasons.append("Telegram does not know this token. Write the one that @BotFather gave you: TELEGRAM_BOT_TOKEN.")
    except* TelegramError as group:
        reasons.append(f"Telegram cannot be reached ({type(group.exceptions[0]).__name__}). See TELEGRAM_API_URL.")
    except* (OSError, SQLAlchemyError, OutOfReach) as group:
        causes = [error.orig if isinstance(error, DBAPIError) else error for error in group.exceptions]
        reasons.append(f"The database cannot be opened ({causes[0]}). See DATABASE_URL.")
    _say(*reasons)
    return CANNOT_START if reasons else 0


def _without_local_telegram(missing: ModuleNotFoundError) -> int:
    _say(f"The local Telegram needs {missing.name}, which the development set-up brings: make demo installs it.")
    return CANNOT_START


def _say_what_broke(_kind: object, error: BaseException, _path: object) -> None:
    """Instead of Python's own last words, which may quote the token, or what somebody wrote."""
    from bot.log import path_of

    _say(f"Something unexpected ended it: {path_of(error)}.")


def _say(*sentences: str) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)  # noqa: T201 - a program


if __name__ == "__main__":
    main()
