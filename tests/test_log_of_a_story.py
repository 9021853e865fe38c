"""A story, told through the whole bot with trouble on the way: of its words, names and numbers the log holds none."""

import json
import logging
import re
import sys
import threading
from collections.abc import Iterator

import pytest
import structlog
from sqlalchemy import update

from bot.log import configure_logging
from simulator import LocalTelegram
from simulator.faults import Kind
from storage.tables import facts
from tests import story
from tests.whole_bot import WholeBot, whole_bot

STORY = story.STORIES / "happy-path.md"
NAMES = ("Ana", "Dana", "Reed", "Acme", "901820", "analyst")
TROUBLES = (Kind.FLOOD, Kind.SERVER_ERROR, Kind.BAD_GATEWAY, Kind.CUT, Kind.BAD_REQUEST)


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook)
    yield
    root.handlers, root.level = handlers, level
    sys.excepthook, threading.excepthook = hooks
    structlog.reset_defaults()


async def trouble_with(bot: WholeBot) -> None:
    """All that makes the program speak: Telegram fails in every way, and a row cannot be read."""
    async with bot.parts.inbox._database.begin() as connection:
        await connection.execute(update(facts).values(body={"company": "Acme", "unheard": "of"}))
    bot.telegram.faults.add(Kind.CUT, "getUpdates")
    bot.user.say("the interview at Acme was moved")
    for kind in TROUBLES:
        friend = bot.telegram.user(f"Dana {kind}")
        bot.telegram.faults.add(kind, "sendMessage", chat=friend.id, times=2)
        friend.say("interview at Acme yesterday")
    last = bot.telegram.user("Reed")
    last.say("hello")
    await last.wait_for_messages(1)
    await bot.rest()


async def broken_off(bot: WholeBot, telegram: LocalTelegram) -> None:
    """A traceback through the client library, which has the address and with it the token in its frames and words."""
    telegram.faults.add(Kind.CUT, "sendMessage")
    try:
        await bot.parts.bot.send_message(bot.user.id, "how was Acme?")
    except Exception as error:
        structlog.get_logger().error("broken_off", exc_info=error)
        logging.getLogger("asyncio").error(f"Task <{error!r}>", exc_info=error)


async def test_the_log_of_a_story(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    told = story.read(STORY)
    url = f"sqlite+aiosqlite:///{tmp_path}/afterword.db"
    async with whole_bot(url, told.starts_with_default_zone, told.scenes[0].at) as bot:
        configure_logging("DEBUG", "json", [bot.telegram.token])
        await story.play(told, bot)
        await trouble_with(bot)
        await broken_off(bot, bot.telegram)
        texts = {line.strip() for message in bot.user.messages for line in message.text.splitlines()}
        token, user = bot.telegram.token, str(bot.user.id)
    log = capsys.readouterr().err
    events = [json.loads(line) for line in log.splitlines()]
    assert {"turn_failed", "telegram_out_of_reach", "message_refused", "broken_off"} <= {
        each["event"] for each in events
    }
    assert not [word for word in (*NAMES, *token.split(":"), user, "http") if re.search(rf"\b{word}\b", log)]
    assert not [text for text in texts if len(text) > 3 and text in log]
    [told_path] = {each["error"] for each in events if each["event"] == "broken_off"}
    assert "NetworkError at _httpxrequest.py" in told_path
