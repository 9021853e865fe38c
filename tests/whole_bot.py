"""The whole bot as a story's bot: the real program against a local Telegram, through the real client library."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from pydantic import SecretStr

from bot.__main__ import Parts, assembled, warm_up
from bot.settings import Settings
from simulator import LocalTelegram
from simulator.checking import checked
from simulator.clock import MovableClock
from simulator.conversation import Message
from simulator.happenings import JSON
from simulator.people import Press
from tests.databases import ServerClock
from tests.story import FILES, PLACE, SENDS, SHARES, SILENCE, as_markdown, labelled

AT_ONCE = datetime.fromtimestamp(0, UTC)
PATIENCE_SECONDS = 10


class WholeBot:
    """One user's conversation with the running program."""

    def __init__(self, telegram: LocalTelegram, parts: Parts, server_clock: ServerClock) -> None:
        self.telegram = telegram
        self.parts = parts
        self._server_clock = server_clock
        self.user = telegram.user("Ana")
        self._seen: dict[int, str] = {}

    async def act(self, act: str, at: datetime) -> str:
        self.telegram.clock.set(at)
        press = await self._do(act)
        await self._until(self._is_at_rest)
        toast = str((press.answer or {}).get("text") or "") if press else ""
        return "\n\n".join([*([f"(toast) {toast}"] if toast else []), *self._news()]) or SILENCE

    async def next_ring(self) -> datetime | None:
        ring = await self.parts.turns.earliest_wake()
        return None if ring == AT_ONCE else ring

    async def wake(self, at: datetime) -> str:
        self.telegram.clock.set(at)
        self.parts.ticker.ring()
        await self._until(self._is_nothing_due)
        return "\n\n".join(self._news())

    async def later(self, by: timedelta) -> None:
        """All clocks go on, and the program looks who is due."""
        self.telegram.clock.advance(by)
        await self._server_clock.advance(by)
        self.parts.ticker.ring()

    async def rest(self) -> None:
        """Until no turn is under way."""
        await self._until(self._is_idle)

    async def _is_idle(self) -> bool:
        return not self.parts.ticker.is_busy

    async def _do(self, act: str) -> Press | None:
        if label := re.fullmatch(r"\[(.+)\]", act):
            return self.user.press(label[1])
        if edited := re.fullmatch(r"\(edits\) (.+)", act):
            mine = [message for message in self.user.messages if not message.is_from_bot]
            self.user.edit(mine[-1].message_id, edited[1])
            return None
        if sent := SENDS.fullmatch(act):
            self.user.send_document(sent[1], (FILES / sent[1]).read_bytes(), caption=sent[2])
            return None
        if shared := SHARES.fullmatch(act):
            self.user.share_contact(shared[3] or "+49 170 1", shared[2] or "Ana", is_own=bool(shared[1]))
            return None
        if place := re.fullmatch(PLACE, act):
            self.user.share_location(*map(float, place[1].split(",")))
            return None
        acts = {
            "(blocks the bot)": self.user.block,
            "(comes back)": self.user.unblock,
            "(sends a sticker)": self.user.send_sticker,
        }
        acts[act]() if act in acts else self.user.say(act.replace(" ⏎ ", "\n"))
        return None

    async def _is_at_rest(self) -> bool:
        """Every update acknowledged, nothing left to do at once, and nobody at it: of the forgotten, no row tells."""
        return (
            not self.parts.ticker.is_busy
            and not self.telegram.world.updates.pending
            and await self.parts.turns.earliest_wake() != AT_ONCE
        )

    async def _is_nothing_due(self) -> bool:
        ring = await self.parts.turns.earliest_wake()
        return ring is None or ring > self.telegram.clock.now()

    async def _until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await holds():  # noqa: ASYNC110 - the database tells nobody that it has changed
                await asyncio.sleep(0.002)

    def _news(self) -> list[str]:
        """What changed in the chat since the last look."""
        shown = {message.message_id: _shown(message) for message in self.user.inbox}
        news = [words for number, words in shown.items() if self._seen.get(number) != words]
        self._seen = shown
        return news


@asynccontextmanager
async def whole_bot(
    url: str,
    zone: str,
    start: datetime,
    sends_per_second: int = 0,
    tick_seconds: float = 5,
    metrics_port: int | None = None,
) -> AsyncIterator[WholeBot]:
    """The program, running on that database, until the block ends. Its clock moves only when told to.

    The local Telegram has no limits, unless a test sets some.
    """
    clock, server_clock = MovableClock(start, frozen=True), ServerClock(url)
    await server_clock.set_up()
    async with LocalTelegram(checked, clock=clock) as telegram:
        settings = Settings(
            _env_file=None,
            telegram_bot_token=SecretStr(telegram.token),
            telegram_api_url=telegram.url,
            database_url=url,
            default_timezone=zone,
            sends_per_second=sends_per_second,
            tick_seconds=tick_seconds,
            metrics_port=metrics_port,
        )
        await warm_up(clock)  # or whoever is heard first would rest for the effort
        async with assembled(settings, clock) as parts, asyncio.TaskGroup() as group:
            works = (parts.ticker.run(), parts.source.run(), parts.watch())
            ticker, *until_told = [group.create_task(work) for work in works]
            yield WholeBot(telegram, parts, server_clock)
            parts.ticker.stop()
            for task in until_told:
                task.cancel()
            await asyncio.wait([ticker, *until_told])
        assert not telegram.violations


def _shown(message: Message) -> str:
    rows = [" ".join(labelled(button.text, button.copies) for button in row) for row in message.buttons]
    keys = [f"[{key['text']}]" for row in (message.markup or {}).get("keyboard", []) for key in row]
    buttons = "\n".join([*rows, *keys])
    return "\n\n".join(part for part in (_file(message.content), as_markdown(message.html), buttons) if part)


def _file(content: JSON) -> str:
    document = content.get("document")
    return f"(file {document['file_name']})" if document else "(picture)" if "photo" in content else ""
