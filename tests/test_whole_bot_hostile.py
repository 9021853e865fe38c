"""The whole bot when somebody means harm: others are served, and what is theirs stays theirs."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from simulator.happenings import JSON
from tests.whole_bot import WholeBot, whole_bot

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
REPORT = "interview at Acme just finished, felt great. Dana Reed, dana@acme.example"


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[WholeBot]:
    async with whole_bot(f"sqlite+aiosqlite:///{tmp_path}/afterword.db", "UTC", NOON) as bot:
        yield bot


def everything_offered(bot: WholeBot) -> list[str]:
    return [button.data for message in bot.user.inbox for row in message.buttons for button in row if button.data]


async def test_the_buttons_of_another_reach_nothing_of_theirs(bot: WholeBot):
    await bot.act(REPORT, NOON)
    mallory = bot.telegram.user("Mallory")
    mallory.say("hello")
    [greeting] = await mallory.wait_for_messages(1)
    before = await bot.parts.journals.load(bot.user.id)

    stolen = everything_offered(bot)
    presses = [bot.telegram.world.ask(mallory.person, greeting, data) for data in stolen]
    await bot.telegram.until(lambda: all(query.answer is not None for query in presses))
    await bot.rest()

    assert len(stolen) >= 3
    assert await bot.parts.journals.load(bot.user.id) == before
    assert not any("Acme" in message.text for message in mallory.inbox)


async def test_the_button_of_an_application_that_is_gone_does_nothing(bot: WholeBot):
    await bot.act(REPORT, NOON)
    done = everything_offered(bot)[0]
    await bot.act("undo", NOON)
    before = await bot.parts.journals.load(bot.user.id)
    query = bot.telegram.world.ask(bot.user.person, bot.user.inbox[0], done)
    await bot.telegram.until(lambda: query.answer is not None)
    await bot.rest()
    assert await bot.parts.journals.load(bot.user.id) == before


async def test_an_update_that_comes_once_more_after_its_answer_is_not_heard_again(bot: WholeBot):
    updates = bot.telegram.world.updates
    bot.user.say(REPORT)
    replayed = dict(updates.pending[-1])
    await bot.user.wait_for_messages(1)
    await bot.rest()
    before = await bot.parts.journals.load(bot.user.id)

    updates.pending.append(replayed)
    bot.telegram.world.happenings.wake()
    await bot.telegram.until(lambda: not updates.pending)
    await bot.rest()
    assert await bot.parts.journals.load(bot.user.id) == before
    assert len(bot.user.inbox) == 1


def entities(count: int) -> list[JSON]:
    return [{"type": "bold", "offset": 0, "length": 1}] * count


@pytest.mark.parametrize(
    "content",
    [
        pytest.param({"text": REPORT, "entities": entities(5_000)}, id="thousands of entities"),
        pytest.param({"text": f"{REPORT}. {'It went on and on. ' * 300}"}, id="longer than Telegram allows"),
        pytest.param({"text": REPORT, "quote": {"text": "x" * 50_000, "position": 0}}, id="a long quote"),
        pytest.param({"text": f"{REPORT}\x00"}, id="what no database takes"),
        pytest.param({"text": f"{REPORT}'); DROP TABLE facts;--"}, id="SQL"),
    ],
)
async def test_what_is_too_large_or_odd_is_read_for_what_it_says(bot: WholeBot, content: JSON):
    said = bot.user.say("instead of this")
    bot.telegram.world.updates.pending[-1]["message"] |= content
    [reply] = await bot.user.wait_for_messages(1)
    assert said.text == "instead of this"
    assert reply.text.startswith("Noted for Acme")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("message", {"message_id": [], "from": {"id": "x"}, "chat": 7, "text": {}}),
        ("message", None),
        ("callback_query", {"id": 5, "from": {"id": 2**70}}),
        ("edited_message", {"from": {"id": 5}, "date": "yesterday"}),
        ("my_chat_member", []),
    ],
)
async def test_what_is_no_update_stops_nothing(bot: WholeBot, kind: str, content: Any):
    bot.telegram.world.updates.add(kind, content)
    bot.user.say("hello")
    assert len(await bot.user.wait_for_messages(1)) == 1
