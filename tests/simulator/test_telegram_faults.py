"""Everything that can go wrong between a bot and Telegram, as both client libraries report it."""

import asyncio
import logging

import httpx
import pytest

from simulator import LocalTelegram
from simulator.checking import checked
from simulator.faults import Faults, FloodLimit, Kind
from simulator.refusals import TooManyRequests


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        ({"kind": "flood", "retry_after": 7}, "flood", "(?i)flood control"),
        ({"kind": "blocked"}, "forbidden", "bot was blocked by the user"),
        ({"kind": "bad_request", "description": "message is odd"}, "bad request", "(?i)message is odd"),
        ({"kind": "server_error"}, "server", "Internal Server Error"),
        ({"kind": "bad_gateway"}, "gateway", "(?i)gateway|decode"),
        ({"kind": "cut"}, "network", None),
    ],
)
async def test_a_fault_strikes_once_before_the_call_is_executed(client, telegram, ana, fault, error, words):
    telegram.faults.add(**fault)
    with pytest.raises(client.errors[error], match=words):
        await client.bot.send_message(ana.id, "Hello")
    assert ana.inbox == []
    await client.bot.send_message(ana.id, "Hello again")
    assert [message.text for message in ana.inbox] == ["Hello again"]


@pytest.mark.parametrize(
    ("kind", "error"), [("cut", "network"), ("server_error", "server"), ("bad_gateway", "gateway")]
)
async def test_after_execution_the_bot_cannot_know(client, telegram, ana, kind, error):
    telegram.faults.add(kind, "sendMessage", after=True)
    with pytest.raises(client.errors[error]):
        await client.bot.send_message(ana.id, "Hello")
    assert [message.text for message in ana.inbox] == ["Hello"]
    assert telegram.called("sendMessage")[0].status in (0, 500, 502)


async def test_a_fault_can_be_for_one_method_one_chat_and_several_times(client, telegram, ana):
    ben = telegram.user("Ben")
    telegram.faults.add("blocked", "sendMessage", chat=ana.id, times=2)
    await client.bot.send_message(ben.id, "fine")
    await client.bot.send_chat_action(ana.id, "typing")
    for _ in range(2):
        with pytest.raises(client.errors["forbidden"]):
            await client.bot.send_message(ana.id, "no")
    await client.bot.send_message(ana.id, "yes")
    assert [message.text for message in ana.inbox] == ["yes"]


async def test_latency_comes_on_top_of_other_faults(client, telegram, ana):
    telegram.faults.add("latency", times=None, seconds=0.001)
    telegram.faults.add("flood")
    with pytest.raises(client.errors["flood"]):
        await client.bot.send_message(ana.id, "Hello")
    await client.bot.send_message(ana.id, "Hello")
    assert [rule["times"] for rule in telegram.faults.as_json()] == [None, 0]


async def test_someone_who_blocked_the_bot_hears_nothing_until_they_unblock(client, ana):
    ana.block()
    with pytest.raises(client.errors["forbidden"], match="bot was blocked by the user"):
        await client.bot.send_message(ana.id, "Hello")
    ana.unblock()
    await client.bot.send_message(ana.id, "Welcome back")
    changes = [update.my_chat_member.new_chat_member.status for update in await client.bot.get_updates()]
    assert changes == ["kicked", "member"]


def test_chance_is_repeatable():
    def strikes(seed):
        faults = Faults()
        faults.by_chance(0.3, [kind for kind in Kind if kind is not Kind.LATENCY], seed)
        return [(fault.kind, fault.after) if (fault := faults.strike("sendMessage", 1)) else None for _ in range(200)]

    assert strikes(7) == strikes(7) != strikes(8)
    assert 30 < sum(strike is not None for strike in strikes(7)) < 90
    assert (Kind.FLOOD, True) not in strikes(7)


def test_no_chance_without_a_rate():
    faults = Faults()
    faults.by_chance(0.9, [Kind.CUT], 1)
    faults.by_chance(0, [], 1)
    assert not any(faults.strike("sendMessage", 1) for _ in range(50))


def test_latency_does_not_strike_by_chance():
    with pytest.raises(ValueError, match="add a rule"):
        Faults().by_chance(0.5, [Kind.LATENCY], 1)


def test_the_flood_limit_is_one_a_second_in_a_chat_and_thirty_overall():
    now = 100.0
    limit = FloodLimit(lambda: now)
    for chat in range(30):
        limit.check("sendMessage", chat)
    limit.check("getUpdates", None)
    with pytest.raises(TooManyRequests):
        limit.check("sendMessage", 30)
    now = 101.0
    limit.check("sendMessage", 0)
    now = 101.4
    with pytest.raises(TooManyRequests, match="retry after 1"):
        limit.check("sendMessage", 0)


async def test_the_flood_limit_is_off_until_asked_for(client, telegram, ana):
    telegram.world.monotonic = lambda: 100.0
    for _ in range(3):
        await client.bot.send_message(ana.id, "quick")
    telegram.faults.limit_flood()
    await client.bot.send_message(ana.id, "slow")
    with pytest.raises(client.errors["flood"]):
        await client.bot.send_message(ana.id, "too quick")


async def test_a_call_still_in_flight_does_not_hold_up_the_end(http):
    async def call(address):
        with pytest.raises(httpx.TransportError):
            await http.get(address, timeout=600)

    async with asyncio.TaskGroup() as both, LocalTelegram(checked) as telegram:
        telegram.faults.add("latency", seconds=600)
        both.create_task(call(f"{telegram.url}/bot{telegram.token}/getMe"))
        await telegram.until(lambda: telegram.calls)


async def test_a_bot_that_dies_amid_its_own_words_is_no_error_of_ours(telegram, caplog):
    caplog.set_level(logging.WARNING)
    _, writer = await asyncio.open_connection("127.0.0.1", telegram.port)
    writer.write(
        f"POST /bot{telegram.token}/sendMessage HTTP/1.1\r\nHost: 127.0.0.1:{telegram.port}\r\n"
        "Content-Length: 100\r\n\r\nchat_id=".encode()
    )
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(f"{telegram.url}/bot{telegram.token}/getMe")).status_code == 200
    assert caplog.records == []
