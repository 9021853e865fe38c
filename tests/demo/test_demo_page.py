"""The page with the real bot behind it: conversations, buttons, nudges, a narrow screen, the keyboard alone."""

import re

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.demo import PLAYED, STORIES
from tests import story
from tests.real_page import PHONE, Open

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOLD = "Interview at Acme just finished, it went great. Dana Reed, dana@acme.example. They decide by Friday."


@pytest_asyncio.fixture(loop_scope="session")
async def anew(program: str) -> str:
    """The address, after everybody was forgotten and the clock set to a Thursday in March."""
    async with httpx.AsyncClient(base_url=program, trust_env=False, verify=False, timeout=60) as client:
        person = (await client.post("/stage/reset", json={})).json()["id"]
        set_back = await client.post("/stage/clock", json={"user": person, "to": "2026-03-05T17:00"})
        assert set_back.json()["shown"].replace("\N{NO-BREAK SPACE}", " ") == "Thu 5 Mar 2026, 17:00"
    return program


@pytest_asyncio.fixture(loop_scope="session")
async def page(anew: str, browse: Open) -> Page:
    return await browse(anew)


@pytest_asyncio.fixture(loop_scope="session", params=PLAYED)
async def played(request: pytest.FixtureRequest, page: Page) -> tuple[Page, story.Story]:
    told = story.read(STORIES / f"{request.param}.md")
    return page, told


async def say(page: Page, text: str) -> None:
    await page.get_by_label("Message", exact=True).fill(text)
    await page.get_by_role("button", name="Send").click()


def latest(page: Page):
    return page.locator("#log article:not(.mine)").last


def section(page: Page, title: str):
    return page.locator("#plan section").filter(has=page.get_by_role("heading", name=title, exact=True))


async def test_a_conversation_is_typed_and_the_plan_shows_beside_it(page: Page):
    await page.get_by_role("button", name="Start").click()
    await expect(latest(page)).to_contain_text("Hello")
    await say(page, TOLD)
    await expect(page.locator("#log .mine").last).to_contain_text(TOLD)
    await expect(latest(page)).to_contain_text("Noted for Acme")
    await expect(page.locator("#log .day")).to_have_text(["Thu 5 Mar 2026"])
    await expect(latest(page).locator("time")).to_have_text("17:00")
    await expect(section(page, "Open now")).to_contain_text("thank-you")
    await expect(section(page, "What comes next").locator("li").first).to_contain_text("Thu 5 Mar, 19:00")
    await expect(section(page, "What was said")).to_contain_text("Acme")


async def test_a_button_changes_its_message_in_place(page: Page):
    await say(page, TOLD)
    await latest(page).get_by_role("button", name="Done").click()
    await expect(page.locator("#log article:not(.mine)")).to_contain_text(["thank-you sent"])
    await expect(section(page, "Open now")).to_contain_text("Nothing to do now.")


async def test_what_is_in_code_is_copied_by_a_tap(page: Page):
    await say(page, TOLD)
    await latest(page).get_by_role("button", name="Copy dana@acme.example").click()
    await expect(page.locator("#toast")).to_have_text("Copied.")
    assert await page.evaluate("navigator.clipboard.readText()") == "dana@acme.example"


async def test_nudges_come_when_their_time_is_there(page: Page):
    await say(page, TOLD)
    await expect(latest(page)).to_contain_text("Noted for Acme")
    await page.get_by_role("button", name="To the next nudge").click()
    await expect(page.locator("#now")).to_have_text(re.compile(r"Thu\s5\sMar\s2026,\s19:00"))
    await expect(latest(page)).to_contain_text("thank-you")
    await expect(latest(page).locator("time")).to_have_text("19:00")
    await expect(section(page, "What was said").locator("li").first).to_contain_text("19:00")
    await page.get_by_role("button", name="+1 day").click()
    await expect(page.locator("#now")).to_have_text(re.compile(r"Fri\s6\sMar\s2026,\s19:00"))
    await page.get_by_label("Date and time to go to").fill("2026-03-10T09:30")
    await page.get_by_role("button", name="Go", exact=True).click()
    await expect(page.locator("#log .day").last).to_have_text("Tue 10 Mar 2026")


async def test_time_goes_forward_only_once_something_was_said(page: Page):
    await say(page, "hello")
    await expect(page.locator("#log article")).to_have_count(2)
    await page.get_by_label("Date and time to go to").fill("2026-03-01T09:30")
    await page.get_by_role("button", name="Go", exact=True).click()
    await expect(page.locator("#toast")).to_contain_text("forward only")


async def test_without_a_plan_there_is_no_nudge_to_go_to(page: Page):
    await page.get_by_role("button", name="To the next nudge").click()
    await expect(page.locator("#toast")).to_contain_text("Nothing is planned")


async def test_a_ready_conversation_goes_as_its_story_tells(played: tuple[Page, story.Story]):
    page, told = played
    await page.locator(".scripts button", has_text=told.head.split("\n")[0][2:]).filter(visible=True).click()
    said = [words for scene in told.scenes for _, words in scene.lines]
    for number, words in enumerate(said, start=1):
        await expect(page.locator("#performance-title")).to_contain_text(f"{number} of {len(said)}")
        for paragraph in re.sub(r"\*\*|`|\*", "", words).split("\n\n"):
            if not paragraph.startswith(("[", "(")):
                await expect(page.locator("#log")).to_contain_text(paragraph)
        if number < len(said):
            await page.get_by_role("button", name="Next step").click()
    await expect(page.get_by_role("button", name="Next step")).to_be_hidden()


async def test_a_ready_conversation_never_goes_back_before_what_was_said_in_it(page: Page):
    await page.locator(".scripts button", has_text="The happy path").filter(visible=True).click()
    await expect(latest(page)).to_contain_text("Noted for Acme")
    await page.get_by_label("Date and time to go to").fill("2026-03-10T09:30")
    await page.get_by_role("button", name="Go", exact=True).click()
    await expect(page.locator("#log .day").last).to_have_text("Tue 10 Mar 2026")
    await page.get_by_role("button", name="Next step").click()
    await expect(page.locator("#performance-title")).to_contain_text("2 of")
    await expect(page.locator("#now")).to_contain_text("10")


async def test_several_people_talk_to_the_bot_at_once(page: Page):
    await say(page, TOLD)
    await expect(latest(page)).to_contain_text("Acme")
    await page.get_by_role("button", name="Somebody else").click()
    await expect(page.get_by_role("button", name="Ben")).to_have_attribute("aria-pressed", "true")
    await expect(page.locator("#log article")).to_have_count(0)
    await say(page, "hello")
    await expect(latest(page)).to_contain_text("Hello")
    await page.get_by_role("button", name="To the next nudge").click()
    await page.get_by_role("button", name="You, new messages").click()
    await expect(latest(page)).to_contain_text("thank-you")


async def test_one_can_begin_again_and_forget_everybody(page: Page):
    await say(page, TOLD)
    await expect(latest(page)).to_contain_text("Acme")
    await page.locator("#more summary").click()
    await page.get_by_role("button", name="Begin again as this person").click()
    await expect(page.locator("#log article")).to_have_count(0)
    await expect(section(page, "What was said")).to_contain_text("Nothing yet.")
    await page.get_by_role("button", name="Somebody else").click()
    await page.locator("#more summary").click()
    await page.get_by_role("button", name="Forget everybody").click()
    await expect(page.locator("#people button")).to_have_text(["You", "+"])


async def test_on_a_narrow_screen_everything_fits_and_the_plan_is_a_sheet(anew: str, browse: Open):
    page = await browse(anew, PHONE, "dark")
    await say(page, TOLD)
    await expect(latest(page)).to_contain_text("Noted for Acme")
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    await expect(latest(page).get_by_role("button", name="Why?")).to_be_in_viewport(ratio=1)
    await expect(page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)
    await expect(page.get_by_role("button", name="Go", exact=True)).to_be_in_viewport(ratio=1)
    await expect(page.locator("#plan")).to_be_hidden()
    await page.get_by_role("button", name="Plan", exact=True).click()
    await expect(section(page, "What comes next")).to_be_in_viewport()
    await page.keyboard.press("Escape")
    await expect(page.locator("#plan")).to_be_hidden()


async def test_everything_can_be_done_with_the_keyboard_alone(page: Page):
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Message", exact=True)).to_be_focused()
    await page.keyboard.type("/no")
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(page.locator("#log .mine").last).to_contain_text("/now")
    await page.keyboard.type(TOLD.replace("Acme", "Globex"))
    await page.keyboard.press("Enter")
    await expect(latest(page)).to_contain_text("Noted for Globex")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Control+a")
    await page.keyboard.type(TOLD)
    await page.keyboard.press("Enter")
    await expect(latest(page)).to_contain_text("Noted for Acme")
    await expect(page.locator("#log .mine").last).to_contain_text("edited")
    while not await latest(page).get_by_role("button", name="Done").evaluate("it => it === document.activeElement"):
        await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("#log")).to_contain_text("thank-you sent")
