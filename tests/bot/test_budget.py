"""Telegram's limits are kept: never more than so many in any second, replies before nudges, first come first served."""

import asyncio
from dataclasses import dataclass, field

import pytest

from assistant.ports import OutOfReach
from bot.budget import CHAT_RESTS, KEPT_FOR_REPLIES, LOOK_AGAIN_SECONDS, Limited, OwnSlots, Unlimited


@dataclass
class Time:
    """Passes when somebody waits, or when a test says so."""

    seconds: float = 100.0

    def elapsed(self) -> float:
        return self.seconds

    async def pause(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)


@dataclass
class Mail:
    """What goes out through a budget of six a second, each message taking its time to be sent."""

    time: Time = field(default_factory=Time)
    out: list[str] = field(default_factory=list)
    sent_at: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.budget = Limited(OwnSlots(6, self.time), self.time.pause)

    async def send(self, name: str, *, is_reply: bool = True, takes: float = 0.0) -> None:
        async with self.budget.slot(is_reply=is_reply):
            self.out.append(name)
            self.sent_at.append(self.time.seconds)
            await self.time.pause(takes)


async def test_as_many_as_there_are_slots_go_out_at_once_and_the_next_a_second_later():
    mail = Mail()
    for number in range(7):
        await mail.send(f"{number}")
    assert mail.sent_at[:6] == [100.0] * 6
    assert mail.sent_at[6] == pytest.approx(101, abs=2 * LOOK_AGAIN_SECONDS)


async def test_a_message_counts_until_a_second_after_it_was_sent():
    mail = Mail()
    for number in range(7):
        await mail.send(f"{number}", takes=0.5)
    assert mail.sent_at[:6] == [100.0, 100.5, 101.0, 101.5, 102.0, 102.5]
    mail = Mail()
    async with asyncio.TaskGroup() as senders:
        for number in range(12):
            senders.create_task(mail.send(f"{number}", takes=0.5))
    assert all(later - earlier >= 1 for earlier, later in zip(mail.sent_at, mail.sent_at[6:], strict=False))


async def test_first_come_first_served():
    mail = Mail()
    async with asyncio.TaskGroup() as senders:
        for number in range(20):
            senders.create_task(mail.send(f"{number}"))
    assert mail.out == [f"{number}" for number in range(20)]


async def test_replies_overtake_nudges_that_wait():
    mail = Mail()
    async with asyncio.TaskGroup() as senders:
        for number in range(3):
            senders.create_task(mail.send(f"nudge {number}", is_reply=False))
        await asyncio.sleep(0)
        for number in range(8):
            senders.create_task(mail.send(f"reply {number}"))
    assert mail.out[0] == "nudge 0"
    assert mail.out[-2:] == ["nudge 1", "nudge 2"]


async def test_nudges_leave_slots_to_replies():
    mail = Mail()
    for number in range(6 - KEPT_FOR_REPLIES):
        await mail.send(f"nudge {number}", is_reply=False)
    for number in range(KEPT_FOR_REPLIES):
        await mail.send(f"reply {number}")
    assert set(mail.sent_at) == {100.0}


async def test_a_message_that_fails_gives_its_slot_back_all_the_same():
    time = Time()
    budget = Limited(OwnSlots(1, time), time.pause)
    for _ in range(3):
        with pytest.raises(OSError, match="cut"):
            async with budget.slot(is_reply=True):
                raise OSError("cut")


async def test_without_limits_nothing_waits():
    async with Unlimited().slot(is_reply=False), Unlimited().slot(is_reply=False):
        pass
    assert Limited.rest == CHAT_RESTS
    assert not Unlimited.rest


class Away(OwnSlots):
    """Slots that a database keeps, which goes away while a message is sent."""

    async def give_back(self, number: int) -> None:
        raise OutOfReach("away")


async def test_a_slot_that_cannot_be_given_back_does_not_undo_what_was_sent():
    mail = Mail()
    mail.budget = Limited(Away(6, mail.time), mail.time.pause)
    await mail.send("on its way")
    assert mail.out == ["on its way"]
