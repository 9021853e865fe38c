"""Who may use the bot is let in; a stranger gets one polite line, and leaves no trace."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from inbox_fakes import FakeInbox
from telegram import Bot

from bot.budget import Unlimited
from bot.clock import SystemClock
from bot.door import MOST_REMEMBERED, MOST_WAITING, Door
from bot.messenger import TelegramMessenger
from bot.reception import Reception
from simulator import LocalTelegram

KIM = 17


def written_by(user: int, chat: str = "private", kind: str = "message") -> dict[str, Any]:
    return {"update_id": 1, kind: {"from": {"id": user}, "chat": {"id": user, "type": chat}, "text": "let me in"}}


@asynccontextmanager
async def opened(bot: Bot, allowed: frozenset[int] | None) -> AsyncIterator[Door]:
    clock = SystemClock()
    door = Door(allowed, TelegramMessenger(bot, clock, Unlimited()), clock)
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        running = group.create_task(door.run())
        yield door
        running.cancel()


async def test_without_a_list_everybody_is_let_in(bot: Bot) -> None:
    async with opened(bot, None) as door:
        assert door.lets_in(99, written_by(99))


async def test_a_stranger_is_told_once_and_nothing_is_kept(telegram: LocalTelegram, bot: Bot) -> None:
    stranger, inbox = telegram.user("Sam"), FakeInbox()
    async with opened(bot, frozenset({KIM})) as door:
        reception = Reception(inbox, lambda: None, door)
        for _ in range(3):
            await reception.keep([written_by(stranger.id)])
        [told] = await stranger.wait_for_messages(1)
        await reception.keep([written_by(KIM), written_by(stranger.id)])
        await asyncio.sleep(0)
    assert told.text.startswith("This assistant is for a few invited people")
    assert [each.user for each in inbox.kept.values()] == [KIM]
    assert len(telegram.called("sendMessage")) == 1


@pytest.mark.parametrize(
    "update",
    [written_by(5, chat="supergroup"), written_by(5, kind="edited_message"), written_by(5, kind="my_chat_member")],
)
async def test_only_a_private_message_is_answered(telegram: LocalTelegram, bot: Bot, update: dict[str, Any]) -> None:
    sam = telegram.user("Sam")
    async with opened(bot, frozenset({KIM})) as door:
        assert not door.lets_in(5, update)
        assert not door.lets_in(sam.id, written_by(sam.id))
        await sam.wait_for_messages(1)
    assert len(telegram.called("sendMessage")) == 1


async def test_a_stranger_who_is_gone_already_holds_up_nobody(telegram: LocalTelegram, bot: Bot) -> None:
    gone, sam = telegram.user("Gone"), telegram.user("Sam")
    gone.block()
    async with opened(bot, frozenset({KIM})) as door:
        for each in (gone, sam):
            assert not door.lets_in(each.id, written_by(each.id))
        assert len(await sam.wait_for_messages(1)) == 1


async def test_a_stranger_who_could_not_be_told_is_told_the_next_time(telegram: LocalTelegram, bot: Bot) -> None:
    sam = telegram.user("Sam")
    telegram.faults.add("server_error", "sendMessage")
    async with opened(bot, frozenset({KIM})) as door:
        assert not door.lets_in(sam.id, written_by(sam.id))
        await telegram.until(lambda: telegram.called("sendMessage"))
        while not sam.inbox:
            assert not door.lets_in(sam.id, written_by(sam.id))
            await asyncio.sleep(0)
    assert len(sam.inbox) == 1


async def test_a_crowd_is_neither_remembered_nor_awaited_without_end(bot: Bot) -> None:
    door = Door(frozenset({KIM}), TelegramMessenger(bot, SystemClock(), Unlimited()), SystemClock())
    assert not any(door.lets_in(user, written_by(user)) for user in range(100, 100 + 3 * MOST_WAITING))
    assert door.lets_in(KIM, written_by(KIM))
    assert MOST_WAITING < MOST_REMEMBERED
