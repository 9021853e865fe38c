"""What those hear who watch over the program: does it live, can it work, and what has it done."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from assistant.ports import Claim, Desk, LeaseLost
from bot.clock import SystemClock
from bot.lifetime import CannotStart
from bot.metrics import Metrics
from rules.journal import Journal
from scheduler.ticker import STUCK_SECONDS
from simulator.faults import Kind
from tests.free_port import free_port
from tests.test_documents import ROOT
from tests.whole_bot import WholeBot, whole_bot

THURSDAY = datetime(2026, 3, 5, 17, tzinfo=UTC)
REPORT = "interview at Acme just finished, felt great. Dana Reed, dana@acme.example"
MINUTE = timedelta(minutes=1)

# What goes wrong, what becomes of the reply, and why it is to be tried again.
FAILURES = {
    Kind.FLOOD: ("retried", "too_many_requests"),
    Kind.SERVER_ERROR: ("retried", "server_error"),
    Kind.BAD_GATEWAY: ("retried", "server_error"),
    Kind.CUT: ("retried", "unreachable"),
    Kind.BLOCKED: ("unreachable", None),
    Kind.BAD_REQUEST: ("refused", None),
}

Watched = tuple[WholeBot, httpx.AsyncClient]


@asynccontextmanager
async def watched(url: str) -> AsyncIterator[Watched]:
    port = free_port()
    async with (
        whole_bot(url, "UTC", THURSDAY, metrics_port=port) as bot,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        await bot.telegram.until(lambda: bot.telegram.world.updates.polls)
        yield bot, client


async def figures(client: httpx.AsyncClient) -> dict[str, float]:
    """By name and the value of the label."""
    page = (await client.get("/metrics")).text
    samples = [sample for family in text_string_to_metric_families(page) for sample in family.samples]
    return {" ".join([sample.name, *sample.labels.values()]): sample.value for sample in samples}


async def told(client: httpx.AsyncClient, path: str) -> tuple[int, list[str]]:
    answer = await client.get(path)
    return answer.status_code, answer.text.splitlines()


async def test_a_day_in_figures(url: str) -> None:
    async with watched(url) as (bot, client):
        assert (await figures(client))["afterword_replies_total sent"] == 0
        await bot.act(REPORT, THURSDAY)
        ring = await bot.next_ring()
        assert ring is not None
        await bot.wake(ring + 3 * MINUTE)
        await bot.rest()

        counted = await figures(client)
    assert counted["afterword_messages_received_total"] == 1
    assert (counted["afterword_replies_total sent"], counted["afterword_nudges_total sent"]) == (1, 1)
    assert (counted["afterword_claims_total ended"], counted["afterword_turns_under_way"]) == (2, 0)
    assert counted["afterword_nudge_lateness_seconds_sum"] == 180
    assert counted["afterword_oldest_unanswered_seconds"] == 0
    assert counted["process_resident_memory_bytes"] > 0


async def test_sends_that_fail(tmp_path) -> None:
    async with watched(f"sqlite+aiosqlite:///{tmp_path}/afterword.db") as (bot, client):
        for kind in FAILURES:
            user = bot.telegram.user(kind)
            times = 2 if kind is Kind.BAD_REQUEST else 1
            bot.telegram.faults.add(kind, "sendMessage", chat=user.id, times=times, retry_after=30)
            user.say("hello")
        await bot.telegram.until(lambda: len(bot.telegram.called("sendMessage")) == len(FAILURES) + 1)
        await bot.rest()
        bot.telegram.clock.advance(2 * MINUTE)

        counted = await figures(client)
    became = Counter(outcome for outcome, _ in FAILURES.values())
    why = Counter(reason for _, reason in FAILURES.values() if reason)
    assert {outcome: counted[f"afterword_replies_total {outcome}"] for outcome in became} == became
    assert {reason: counted[f"afterword_send_retries_total {reason}"] for reason in why} == why
    assert counted["afterword_oldest_unanswered_seconds"] == 120


async def test_a_nudge_that_telegram_holds_back_is_late_from_its_own_moment(url: str) -> None:
    async with watched(url) as (bot, client):
        await bot.act(REPORT, THURSDAY)
        ring = await bot.next_ring()
        assert ring is not None
        bot.telegram.faults.add(Kind.FLOOD, "sendMessage", retry_after=60)
        bot.telegram.clock.set(ring)
        bot.parts.ticker.ring()
        await bot.telegram.until(lambda: len(bot.telegram.called("sendMessage")) == 2)
        await bot.rest()
        await bot.later(2 * MINUTE)
        await bot.user.wait_for_messages(2)
        await bot.rest()

        assert (await figures(client))["afterword_nudge_lateness_seconds_sum"] == 120


async def test_all_is_well(url: str) -> None:
    async with watched(url) as (bot, client):
        before = len(bot.telegram.called("getMe"))
        for path in ("/healthz", "/readyz", "/readyz"):
            assert await told(client, path) == (200, ["ok"])
        assert len(bot.telegram.called("getMe")) == before + 1
        assert (await client.get("/elsewhere")).status_code == 404


async def test_telegram_is_away(tmp_path) -> None:
    async with watched(f"sqlite+aiosqlite:///{tmp_path}/afterword.db") as (bot, client):
        bot.telegram.faults.add(Kind.BAD_GATEWAY, "getMe")
        assert await told(client, "/readyz") == (503, ["Telegram cannot be reached (NetworkError)."])
        assert (await told(client, "/healthz"))[0] == 200
        assert (await told(client, "/readyz"))[0] == 200


async def test_the_database_is_of_another_version(url: str) -> None:
    async with watched(url) as (bot, client):
        async with bot.parts.inbox._database.begin() as connection:
            await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        status, [trouble] = await told(client, "/readyz")
    assert status == 503
    assert trouble.startswith("The database is at revision 9999, this program at 0")


async def test_a_ticker_that_is_stuck(tmp_path) -> None:
    async with watched(f"sqlite+aiosqlite:///{tmp_path}/afterword.db") as (bot, client):
        ticker = bot.parts.ticker
        ticker._looked_at -= 2 * STUCK_SECONDS
        assert (await told(client, "/healthz"))[0] == (await told(client, "/readyz"))[0] == 503
        await bot.act("hello", THURSDAY)
        assert (await told(client, "/healthz"))[0] == 200


async def test_each_process_needs_a_port_of_its_own(tmp_path) -> None:
    async with watched(f"sqlite+aiosqlite:///{tmp_path}/afterword.db") as (bot, _):
        with pytest.raises(CannotStart, match=r"Nothing can listen at .* See HOST and METRICS_PORT\.$"):
            await bot.parts.watch()


async def nobody_waits() -> None:
    return None


@pytest.mark.parametrize(("trouble", "ending"), [(LeaseLost(), "lost"), (ValueError(), "put_back")])
async def test_turns_that_end_badly(trouble: Exception, ending: str) -> None:
    async def take(_: Claim) -> timedelta | None:
        raise trouble

    metrics = Metrics(SystemClock(), nobody_waits)
    with pytest.raises(type(trouble)):
        await metrics.turns(take)(Claim(7, "token", 1, lambda: Desk(Journal())))
    page = (await metrics.page()).decode()
    assert f'afterword_claims_total{{outcome="{ending}"}} 1.0' in page
    assert "afterword_turns_under_way 0.0" in page


async def test_every_figure_is_documented() -> None:
    page = (await Metrics(SystemClock(), nobody_waits).page()).decode()
    told = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^# HELP (afterword_\w+)(?<!_created) ", page, re.MULTILINE))
    assert named == set(re.findall(r"^\| `(afterword_\w+)", told, re.MULTILINE))
