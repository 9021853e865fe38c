"""The page in a real browser, against the whole program and against a local Telegram without a bot."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from tests.real_page import (
    CHROMIUM,
    CLIPBOARD,
    DESKTOP,
    PATIENCE_MILLISECONDS,
    QUIETLY,
    Open,
    Theme,
    address,
    ended,
    started,
)

expect.set_options(timeout=PATIENCE_MILLISECONDS)


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page of a program that all tests share; each begins by forgetting everybody."""
    running, said = started(tmp_path_factory.mktemp("demo"))
    yield address(said)
    assert ended(running)[0] == 0


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chrome() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no browser is installed, so the page was not tried: apt-get install chromium")
    async with async_playwright() as play, await play.chromium.launch(executable_path=CHROMIUM, args=QUIETLY) as chrome:
        yield chrome


@pytest_asyncio.fixture(loop_scope="session")
async def browse(chrome: Browser) -> AsyncIterator[Open]:
    """Opens an address in a window of a size and theme, or with touch. A page that complains or asks for more fails."""
    complaints: list[str] = []
    async with AsyncExitStack() as windows:

        async def open_page(
            url: str, size: tuple[int, int] = DESKTOP, theme: Theme = "light", *, touch: bool = False
        ) -> Page:
            viewport = ViewportSize(width=size[0], height=size[1])
            window = await chrome.new_context(
                viewport=viewport, color_scheme=theme, permissions=CLIPBOARD, has_touch=touch, is_mobile=touch
            )
            page = await (await windows.enter_async_context(window)).new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("request", lambda asked: None if asked.url.startswith(url) else complaints.append(asked.url))
            await page.goto(url)
            await page.locator("#people [data-id]").first.wait_for()
            return page

        yield open_page
    assert complaints == []
