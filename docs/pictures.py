"""The pictures of the README, taken of the real page with the real bot behind it, in a real browser.

`python -m docs.pictures` takes them anew; it needs Debian's chromium.
"""

import asyncio
import re
import sys
from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Page, async_playwright, expect

from tests.real_page import CHROMIUM, DESKTOP, QUIETLY, address, ended, started

FOLDER = Path(__file__).parent
PICTURE, STRIP = FOLDER / "demo.png", FOLDER / "demo-strip.png"
STORY = "The happy path"
PHONE = (390, 780)
STEPS_SHOWN, PICTURE_AFTER = (1, 3, 4), 3
FRAME = """<style>body { margin: 0; display: flex; gap: 18px; padding: 18px; background: #b9c8d4; width: max-content }
img { border-radius: 18px; box-shadow: 0 4px 18px #0005 }</style>"""


async def take(url: str) -> None:
    async with async_playwright() as play, await play.chromium.launch(executable_path=CHROMIUM, args=QUIETLY) as chrome:
        PICTURE.write_bytes((await _shots(chrome, url, DESKTOP, (PICTURE_AFTER,)))[0])
        STRIP.write_bytes(await _side_by_side(chrome, await _shots(chrome, url, PHONE, STEPS_SHOWN)))


async def _shots(chrome: Browser, url: str, size: tuple[int, int], after: tuple[int, ...]) -> list[bytes]:
    """The ready conversation from its beginning, with a picture after each of those steps."""
    page = await chrome.new_page(viewport={"width": size[0], "height": size[1]})
    await page.goto(url)
    await page.locator("#people [data-id]").first.wait_for()
    await page.locator(".scripts button", has_text=STORY).filter(visible=True).first.click()
    pictures = []
    for step in range(1, max(after) + 1):
        await _is_played(page, step)
        if step in after:
            pictures.append(await page.screenshot(animations="disabled"))
        await page.get_by_role("button", name="Next step").click()
    await page.close()
    return pictures


async def _is_played(page: Page, step: int) -> None:
    """The step's answer is there, and nothing is focused that would show it."""
    await expect(page.locator("#performance-title")).to_have_text(re.compile(f", {step} of"))
    await expect(page.locator("#step")).to_be_enabled()
    await page.evaluate("document.activeElement.blur()")


async def _side_by_side(chrome: Browser, pictures: list[bytes]) -> bytes:
    page = await chrome.new_page()
    images = "".join(f'<img src="data:image/png;base64,{b64encode(each).decode()}">' for each in pictures)
    await page.set_content(FRAME + images)
    return await page.locator("body").screenshot()


def main() -> None:
    with TemporaryDirectory() as folder:
        program, said = started(Path(folder))
        try:
            asyncio.run(take(address(said)))
        finally:
            ended(program)
    sys.stderr.write("docs/demo.png and docs/demo-strip.png are written.\n")


if __name__ == "__main__":
    main()
