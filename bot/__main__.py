"""The program's commands. Each imports what it needs: what is not asked for takes no time and no memory."""

import argparse
import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings
    from rules.export import Exported

CANNOT_START, INTERRUPTED = 2, 130


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
    from bot.memory import leave_out_colours, share_one_heap

    share_one_heap()
    leave_out_colours()
    from bot.clock import SystemClock
    from bot.log import configure_logging

    settings = _settings()
    secrets = [secret.get_secret_value() for secret in (settings.telegram_bot_token, settings.webhook_secret) if secret]
    configure_logging(settings.log_level, settings.log_format, secrets)
    from bot.assembly import serve

    return _to_the_end(serve(settings, SystemClock()))


def chat(_: argparse.Namespace) -> int:
    """The same bot against a local Telegram, with a terminal as the user's phone."""
    try:
        from bot.assembly import assembled
        from bot.chat import converse
    except ModuleNotFoundError as missing:
        return _without_local_telegram(missing)
    return _to_the_end(converse(assembled))


def demo(_: argparse.Namespace) -> int:
    """The same bot against a local Telegram, with a page in the browser as everybody's phone."""
    _say("Starting a local Telegram and the bot.")
    try:
        from bot.assembly import assembled, live
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


def _settings() -> "Settings":
    from bot.settings import Settings, SettingsUnusable

    try:
        return Settings.load()
    except SettingsUnusable as error:
        _say(*error.sentences)
        sys.exit(CANNOT_START)


def _to_the_end(work: Coroutine[object, object, None]) -> int:
    """0, or 2 after a sentence that says why it cannot go on."""
    from sqlalchemy.exc import SQLAlchemyError
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
        first = group.exceptions[0]
        cause = first.__cause__ if isinstance(first, OutOfReach) else first
        reasons.append(f"The database cannot be opened ({getattr(cause, 'orig', cause)}). See DATABASE_URL.")
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
