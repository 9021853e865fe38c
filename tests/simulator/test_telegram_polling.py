"""getUpdates: long polling, offsets, limits, kinds of update, two pollers."""

import asyncio

import httpx
import pytest


def ids(updates):
    return [update.update_id for update in updates]


async def test_updates_stay_until_an_offset_confirms_them(client, ana):
    for text in ("one", "two", "three"):
        ana.say(text)
    first = await client.bot.get_updates()
    assert [update.message.text for update in first] == ["one", "two", "three"]
    assert ids(await client.bot.get_updates()) == ids(first)
    assert ids(await client.bot.get_updates(limit=2)) == ids(first)[:2]
    assert ids(await client.bot.get_updates(offset=first[1].update_id)) == ids(first)[1:]
    assert not await client.bot.get_updates(offset=first[-1].update_id + 1)
    assert not await client.bot.get_updates()


async def test_a_negative_offset_keeps_only_the_last(client, ana):
    for text in ("one", "two", "three"):
        ana.say(text)
    assert [update.message.text for update in await client.bot.get_updates(offset=-1)] == ["three"]
    assert len(await client.bot.get_updates()) == 1


async def test_a_long_poll_ends_when_something_is_said(client, telegram, ana):
    async with asyncio.TaskGroup() as both:
        poll = both.create_task(client.bot.get_updates(timeout=30))
        await telegram.until(lambda: telegram.world.updates.polls)
        ana.say("Hello")
    assert poll.result()[0].message.text == "Hello"


@pytest.mark.parametrize(
    ("second", "parameters", "words"),
    [
        ("getUpdates", {}, "terminated by other getUpdates request"),
        ("setWebhook", {"url": "http://127.0.0.1:9/nobody"}, "terminated by setWebhook request"),
    ],
)
async def test_whoever_comes_second_ends_the_first_poll(client, call, telegram, second, parameters, words):
    async def first_poll():
        with pytest.raises(client.errors["conflict"], match=words):
            await client.bot.get_updates(timeout=30)

    async with asyncio.TaskGroup() as both:
        both.create_task(first_poll())
        await telegram.until(lambda: telegram.world.updates.polls)
        assert (await call(second, **parameters))["ok"]


async def test_only_wanted_kinds_are_queued(client, ana):
    await client.bot.get_updates(allowed_updates=["message"])
    ana.edit(ana.say("Wednesday").message_id, "Thursday")
    (update,) = await client.bot.get_updates()
    assert update.message.text == "Wednesday"
    await client.bot.get_updates(offset=update.update_id + 1, allowed_updates=[])
    ana.edit(ana.messages[0].message_id, "Friday")
    (update,) = await client.bot.get_updates()
    assert update.edited_message.text == "Friday"


async def test_no_polling_while_a_webhook_is_set(client):
    await client.bot.set_webhook("http://127.0.0.1:9/nobody")
    with pytest.raises(client.errors["conflict"], match="webhook is active"):
        await client.bot.get_updates()
    assert (await client.bot.get_webhook_info()).url == "http://127.0.0.1:9/nobody"
    await client.bot.delete_webhook()
    assert not await client.bot.get_updates()


async def test_ids_go_on_after_a_reset(client, telegram):
    telegram.user("Ana").say("before")
    (before,) = await client.bot.get_updates()
    telegram.reset()
    telegram.user("Ana").say("after")
    (after,) = await client.bot.get_updates()
    assert after.update_id > before.update_id
    assert after.message.message_id > before.message.message_id
    assert after.message.from_user.id != before.message.from_user.id


async def test_closing_ends_a_waiting_poll(client, telegram):
    async with asyncio.TaskGroup() as both:
        poll = both.create_task(client.bot.get_updates(timeout=30))
        await telegram.until(lambda: telegram.world.updates.polls)
        telegram.world.happenings.close()
    assert not poll.result()


async def test_a_poller_that_dies_takes_nothing_with_it(http, telegram, ana):
    address = f"/bot{telegram.token}/getUpdates"
    with pytest.raises(httpx.ReadTimeout):
        await http.get(address, params={"timeout": 30}, timeout=0.1)
    ana.say("Hello")
    updates = (await http.get(address)).json()["result"]
    assert [update["message"]["text"] for update in updates] == ["Hello"]
