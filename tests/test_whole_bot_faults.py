"""The whole bot when Telegram is not well: what is owed arrives later, what is refused holds up nothing."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.story import FILES
from tests.whole_bot import WholeBot, whole_bot

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
REPORT = "interview at Acme just finished, felt great. Dana Reed, dana@acme.example"


@pytest.fixture
async def bot(url: str) -> AsyncIterator[WholeBot]:
    async with whole_bot(url, "UTC", NOON) as bot:
        yield bot


async def tried(bot: WholeBot) -> None:
    """The program has tried to send, and given the user back."""
    await bot.telegram.until(lambda: bot.telegram.called("sendMessage"))
    await bot.rest()


@pytest.mark.parametrize("kind", ["flood", "server_error", "bad_gateway", "cut"])
async def test_a_reply_that_did_not_go_out_goes_out_later(bot: WholeBot, kind: str):
    bot.telegram.faults.add(kind, "sendMessage", retry_after=30)
    bot.user.say("hello")
    await tried(bot)
    await bot.later(timedelta(minutes=2))
    heard = await bot.user.wait_for_messages(1)
    assert [message.text for message in heard] == ["Hello. How did your interview go, or when is the next one?"]


async def test_nothing_is_sent_before_telegram_allows_it(bot: WholeBot):
    bot.telegram.faults.add("flood", "sendMessage", retry_after=600)
    bot.user.say("hello")
    await tried(bot)
    await bot.later(timedelta(minutes=9))
    assert await bot.parts.turns.claim(bot.telegram.clock.now(), 1) == []
    await bot.later(timedelta(minutes=2))
    assert len(await bot.user.wait_for_messages(1)) == 1


async def test_who_is_to_be_left_in_peace_stops_nobody_else(bot: WholeBot):
    ben = bot.telegram.user("Ben")
    bot.telegram.faults.add("flood", "sendMessage", chat=bot.user.id, times=None, retry_after=600)
    bot.user.say("hello")
    await tried(bot)
    ben.say("hello")
    assert len(await ben.wait_for_messages(1)) == 1
    assert bot.user.inbox == []


async def test_a_text_that_is_refused_goes_once_as_plain_text(bot: WholeBot):
    bot.telegram.faults.add("bad_request", "sendMessage")
    await bot.act(REPORT, NOON)
    assert "<b>" not in bot.user.inbox[0].text
    assert bot.user.inbox[0].text.startswith("Noted for Acme")


async def test_a_reply_that_is_refused_for_good_holds_up_nothing(bot: WholeBot):
    bot.telegram.faults.add("bad_request", "sendMessage", times=2)
    assert await bot.act("hello", NOON) == "(silence)"
    assert (await bot.act("hello", NOON)).startswith("Hello.")


async def test_a_file_that_is_refused_does_not_hold_back_the_words(bot: WholeBot):
    await bot.act(REPORT, NOON)
    bot.telegram.faults.add("bad_request", "sendPhoto", times=2)
    assert (await bot.act("/overview", NOON)).startswith("Your application in time")


async def test_a_file_is_fetched_later_if_it_cannot_be_fetched_now(bot: WholeBot):
    bot.telegram.faults.add("server_error", "getFile", times=2)
    bot.user.send_document("google.ics", (FILES / "google.ics").read_bytes())
    for tries in (1, 2):
        await bot.telegram.until(lambda tries=tries: len(bot.telegram.called("getFile")) == tries)
        await bot.rest()
        await bot.later(timedelta(minutes=2))
    [reply] = await bot.user.wait_for_messages(1)
    assert reply.text.startswith("Noted for Globex: final interview")


async def test_a_file_that_telegram_has_not_got_gets_an_honest_line(bot: WholeBot):
    bot.telegram.faults.add("bad_request", "getFile")
    bot.user.send_document("google.ics", (FILES / "google.ics").read_bytes())
    [reply] = await bot.user.wait_for_messages(1)
    assert reply.text.startswith("I could not fetch that file")


async def test_whoever_blocked_the_bot_unseen_is_left_alone_until_they_write(bot: WholeBot):
    await bot.act(REPORT, NOON)
    bot.telegram.faults.add("blocked", "sendMessage", times=None)
    assert await bot.wake(NOON + timedelta(hours=2)) == ""
    assert await bot.next_ring() is None

    bot.telegram.faults.clear()
    assert "thank-you" in await bot.act("what should I do now?", NOON + timedelta(hours=3))
    assert await bot.next_ring() is not None


async def test_whoever_writes_right_after_an_answer_waits_a_second_and_not_for_the_beat(url: str):
    async with whole_bot(url, "UTC", NOON, sends_per_second=30, tick_seconds=60) as bot:
        for number in (1, 2, 3):
            bot.user.say("hello")
            await bot.user.wait_for_messages(number, timeout=20)


async def test_much_talk_at_once_stays_within_telegrams_limits(url: str):
    async with whole_bot(url, "UTC", NOON, sends_per_second=30) as bot:
        bot.telegram.faults.limit_flood()
        people = [bot.telegram.user(f"Person {number}") for number in range(50)]
        for person in people:
            person.say("hello")
        people[0].say("hello again")
        await bot.telegram.until(lambda: sum(bot.telegram.api.sent.values()) == len(people) + 1, seconds=30)
        assert {call.status for call in bot.telegram.called("sendMessage")} == {200}
        assert [len(person.inbox) for person in people] == [2, *[1] * 49]
