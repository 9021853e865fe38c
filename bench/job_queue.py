"""What Afterword is compared with: the same reading and the same words, over python-telegram-bot's own means.

Updater, handler, JobQueue and PicklePersistence as its documentation sets them up (https://docs.python-telegram-bot.org,
echobot and timerbot among its examples; in its wiki "Extensions – JobQueue", "Concurrency", and "Making your bot
persistent", which says that jobs are not kept: they are made anew from what is).
"""

import asyncio
import os
import pickle
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import Application, ApplicationBuilder, ContextTypes, Job, MessageHandler, PicklePersistence, filters

from assistant.hear import hear
from assistant.ports import Form, Incoming, Outgoing
from assistant.wake import wake
from bench.probe import probing
from bot.clock import SystemClock
from language.sentences import SentenceReader
from rules.journal import Journal
from rules.plan import make_plan

Context = ContextTypes.DEFAULT_TYPE
AnyApplication = Application[Any, Any, Any, Any, Any, Any]

CLOCK = SystemClock()
READER = SentenceReader()
NEXT_JOB: dict[int, Job[Any]] = {}
EVEN_LATE = {"misfire_grace_time": None}
SEND_SECONDS = 300
"""For a free connection, and for an answer: of a thousand at once, most would fail by the library's own 1 s and 5 s."""


async def answer(update: Update, context: Context) -> None:
    """A message: read, noted, answered."""
    message, user, known = update.message, update.effective_user, context.user_data
    if message is None or message.text is None or user is None or known is None:
        return
    incoming = Incoming(user.id, message.message_id, Form.TEXT, message.text, message.date, message.message_id)
    heard = hear(incoming, known.get("journal", Journal()), CLOCK.now(), READER)
    known["journal"] = heard.journal
    if heard.reply is not None:
        await send(context, user.id, heard.reply)
    remind_at(context.application, user.id, known)


async def nudge(context: Context) -> None:
    """What is due, said; and the next job."""
    known, job = context.user_data, context.job
    if known is None or job is None or job.user_id is None:
        return
    NEXT_JOB.pop(job.user_id, None)
    said = wake(known["journal"], CLOCK.now())
    if said is not None:
        await send(context, job.user_id, said.message)
        known["journal"] = said.journal
    remind_at(context.application, job.user_id, known)


async def send(context: Context, user: int, message: Outgoing) -> None:
    rows = [[InlineKeyboardButton(each.label, callback_data=each.press) for each in row] for row in message.buttons]
    await context.bot.send_message(
        user, message.text, parse_mode=ParseMode.HTML, reply_markup=InlineKeyboardMarkup(rows) if rows else None
    )


def remind_at(application: AnyApplication, user: int, known: dict[Any, Any]) -> None:
    """The user's one job, put where the plan rings next."""
    if former := NEXT_JOB.pop(user, None):
        former.schedule_removal()
    known["wake_at"] = make_plan(known["journal"]).next_ring(CLOCK.now())
    place_job(application, user, known["wake_at"])


def place_job(application: AnyApplication, user: int, at: datetime | None) -> None:
    if at is not None and application.job_queue is not None:
        NEXT_JOB[user] = application.job_queue.run_once(nudge, at, chat_id=user, user_id=user, job_kwargs=EVEN_LATE)


def pickled(path: Path, known: dict[int, dict[str, Any]]) -> None:
    """What PicklePersistence writes, of these users."""
    kinds: dict[str, Any] = {"conversations": {}, "chat_data": {}, "bot_data": {}, "callback_data": None}
    with path.open("wb") as file:
        pickle.dump({**kinds, "user_data": known}, file, protocol=pickle.HIGHEST_PROTOCOL)


def unpickled(path: Path) -> dict[int, dict[str, Any]]:
    known: dict[int, dict[str, Any]] = pickle.loads(path.read_bytes())["user_data"]
    return known


def described(*, concurrently: bool = False) -> ApplicationBuilder[Any, Any, Any, Any, Any, Any]:
    """The bot of the environment."""
    api = os.environ["TELEGRAM_API_URL"]
    builder = ApplicationBuilder().token(os.environ["TELEGRAM_BOT_TOKEN"]).base_url(f"{api}/bot")
    builder = builder.pool_timeout(SEND_SECONDS).connect_timeout(SEND_SECONDS)
    builder = builder.read_timeout(SEND_SECONDS).write_timeout(SEND_SECONDS)
    return builder.concurrent_updates(concurrently)


@asynccontextmanager
async def polling(bot: AnyApplication) -> AsyncIterator[Callable[[], Any]]:
    """The bot runs until the block ends; what is yielded waits for SIGTERM."""
    told = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    if bot.updater is None:
        raise RuntimeError("this application was built without an updater")
    await bot.start()
    await bot.updater.start_polling()
    yield told.wait
    await bot.updater.stop()
    await bot.stop()


def serve(*, concurrently: bool = False) -> None:
    """Until SIGTERM; what it knows about users is kept in the file of DATABASE_URL."""
    asyncio.run(_serve(described(concurrently=concurrently).persistence(PicklePersistence(os.environ["DATABASE_URL"]))))


async def _serve(builder: ApplicationBuilder[Any, Any, Any, Any, Any, Any]) -> None:
    bot = builder.build()
    bot.add_handler(MessageHandler(filters.TEXT, answer))
    async with bot:
        for user, known in bot.user_data.items():
            place_job(bot, user, known["wake_at"])
        async with polling(bot) as told, probing():
            await told()
