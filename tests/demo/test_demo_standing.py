"""Page and timeline reckon nothing of their own: while the bot's process stands still, so do they."""

import os
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass
from subprocess import Popen

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.real_page import Open, address, started

pytestmark = pytest.mark.asyncio(loop_scope="session")


@dataclass
class Shown:
    """A page, and the process of the installed program that it shows."""

    page: Page
    process: "Popen[str]"

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.process.pid, number)

    async def move(self, button: str) -> None:
        await self.page.get_by_role("button", name=button, exact=True).click()

    async def all_there_is(self) -> list[str]:
        return [await self.page.locator(part).inner_text() for part in ("#log", "#sections", "#now", "#people")]


@pytest_asyncio.fixture(loop_scope="session")
async def shown(tmp_path, browse: Open) -> AsyncIterator[Shown]:
    """Something was told, the thank-you's nudge lies ahead, and the clock runs."""
    process, said = started(tmp_path)
    try:
        page = await browse(address(said))
        await page.get_by_label("Date and time to go to").fill("2026-03-05T17:00")
        await page.get_by_role("button", name="Go", exact=True).click()
        await expect(page.locator("#now")).to_contain_text("17:00")
        await page.locator("#text").fill("Interview at Acme went great. Dana Reed, dana@acme.example")
        await page.get_by_role("button", name="Send").click()
        await expect(page.locator("#log article:not(.mine)")).to_contain_text("19:00")
        await expect(page.locator("#sections")).to_contain_text("What comes next")
        yield Shown(page, process)
    finally:
        process.kill()
        process.communicate()


async def test_a_stopped_program_stops_the_page_and_goes_on_with_it(shown: Shown):
    shown.signal(signal.SIGSTOP)
    await expect(shown.page.locator("#state")).to_have_text("is not running")
    before = await shown.all_there_is()
    for button in ("+1 hour", "+1 day", "To the next nudge"):
        await shown.move(button)
        await expect(shown.page.locator("#toast")).to_contain_text("does not answer")
    await shown.page.get_by_label("Message", exact=True).fill("what now?")
    await shown.page.get_by_role("button", name="Send").click()
    assert await shown.all_there_is() == before

    shown.signal(signal.SIGCONT)
    await expect(shown.page.locator("#state")).to_have_text("bot")
    await expect(shown.page.locator("#now")).to_contain_text("17:0")
    await expect(shown.page.locator("#log article")).to_have_count(2)
    await shown.move("To the next nudge")
    await expect(shown.page.locator("#log article:not(.mine)").last).to_contain_text("thank-you")
    await expect(shown.page.locator("#now")).to_contain_text("19:00")


async def test_a_killed_program_leaves_the_page_as_it_was(shown: Shown):
    shown.signal(signal.SIGKILL)
    await expect(shown.page.locator("#state")).to_have_text("is not running")
    before = await shown.all_there_is()
    assert "Acme" in before[0]
    assert "Acme" in before[1]
    await shown.move("+1 day")
    await expect(shown.page.locator("#toast")).to_contain_text("does not answer")
    assert await shown.all_there_is() == before
