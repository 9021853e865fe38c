"""The page over a local Telegram without a bot: what the bot of the tests sends is what it shows."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from simulator import LocalTelegram
from simulator.checking import checked
from simulator.people import LocalUser
from tests.real_page import PHONE, Open

pytestmark = pytest.mark.asyncio(loop_scope="session")

Bot = Callable[..., Awaitable[Any]]


@pytest_asyncio.fixture(loop_scope="session")
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(checked) as local:
        yield local


@pytest.fixture
def ana(telegram: LocalTelegram) -> LocalUser:
    return telegram.user("Ana")


@pytest_asyncio.fixture(loop_scope="session")
async def page(telegram: LocalTelegram, ana: LocalUser, browse: Open) -> Page:
    return await browse(f"{telegram.url}/")


@pytest_asyncio.fixture(loop_scope="session")
async def bot(telegram: LocalTelegram, ana: LocalUser) -> AsyncIterator[Bot]:
    """Calls a method of the Bot API, those that write in Ana's chat."""
    async with httpx.AsyncClient(base_url=telegram.url, trust_env=False, verify=False, timeout=60) as client:

        async def call(method: str, **parameters: Any) -> Any:
            parameters |= {"chat_id": ana.id} if method.startswith(("send", "edit", "delete")) else {}
            answer = await client.post(f"/bot{telegram.token}/{method}", json=parameters)
            assert answer.status_code == 200, answer.text
            return answer.json()["result"]

        yield call


async def test_without_a_bots_program_there_is_no_plan_and_time_is_utc(page: Page):
    await expect(page.locator("#zone")).to_have_text("UTC")
    await expect(page.locator("#plan section")).to_have_count(0)


async def test_formatted_texts_show_as_they_were_meant_and_never_as_html(page: Page, bot: Bot):
    await bot(
        "sendMessage",
        text="<b>bold <i>both</i></b> &lt;script&gt; <pre>a block</pre> 🙂 <i>after</i>",
        parse_mode="HTML",
    )
    bubble = page.locator("#log .bubble")
    await expect(bubble.locator("b i")).to_have_text("both")
    await expect(bubble).to_contain_text("<script>")
    await expect(bubble.locator(".copy.block")).to_have_text("a block")
    await expect(bubble.locator("i").last).to_have_text("after")


async def test_links_and_commands_are_found_and_unsafe_ones_are_not(page: Page, bot: Bot, ana: LocalUser):
    await bot("sendMessage", text="see https://acme.example or /help")
    await bot("sendMessage", text='<a href="javascript:alert(1)">press</a>', parse_mode="HTML")
    await expect(page.locator("#log a").first).to_have_attribute("href", "https://acme.example")
    await expect(page.locator("#log article").last.locator("a")).to_have_count(0)
    await page.get_by_role("link", name="/help").click()
    await expect(page.locator("#log .mine")).to_contain_text("/help")


async def test_the_typing_sign_goes_when_the_answer_comes(page: Page, bot: Bot):
    await bot("sendChatAction", action="typing")
    await expect(page.locator("#state")).to_have_text("is typing…")
    await expect(page.locator("#log .dots")).to_be_visible()
    await bot("sendMessage", text="Here I am.")
    await expect(page.locator("#state")).to_have_text("bot")
    await expect(page.locator("#log .dots")).to_have_count(0)


async def test_buttons_copy_open_and_answer(page: Page, bot: Bot, telegram: LocalTelegram):
    copies, opens = (
        {"text": "Copy", "copy_text": {"text": "a subject"}},
        {"text": "Open", "url": "https://acme.example"},
    )
    asks = {"text": "Ask", "callback_data": "ask"}
    await bot("sendMessage", text="Choose.", reply_markup={"inline_keyboard": [[copies, opens], [asks]]})
    await page.get_by_role("button", name="Copy").click()
    assert await page.evaluate("navigator.clipboard.readText()") == "a subject"
    await expect(page.get_by_role("link", name="Open")).to_have_attribute("href", "https://acme.example")
    await page.get_by_role("button", name="Ask").click()
    await telegram.until(lambda: telegram.world.queries)
    await bot(
        "answerCallbackQuery", callback_query_id=next(iter(telegram.world.queries)), text="Look.", show_alert=True
    )
    await expect(page.get_by_role("dialog")).to_contain_text("Look.")


async def test_a_reply_keyboard_comes_answers_and_goes(page: Page, bot: Bot, ana: LocalUser):
    rows = [[{"text": "Great"}, {"text": "Bad"}], [{"text": "My number", "request_contact": True}]]
    await bot("sendMessage", text="How was it?", reply_markup={"keyboard": rows, "one_time_keyboard": False})
    answers = page.get_by_role("group", name="Answers")
    await answers.get_by_role("button", name="Great").click()
    await answers.get_by_role("button", name="My number").click()
    await expect(page.locator("#log .mine").first).to_contain_text("Great")
    await expect(page.locator("#log .mine").last).to_contain_text("Ana")
    await bot("sendMessage", text="Thanks.", reply_markup={"remove_keyboard": True})
    await expect(answers).to_be_hidden()


async def test_messages_are_edited_and_deleted_in_place(page: Page, bot: Bot):
    first = await bot("sendMessage", text="One")
    second = await bot("sendMessage", text="Two")
    await bot("editMessageText", message_id=first["message_id"], text="Won")
    await expect(page.locator("#log article").first).to_contain_text("Won")
    await expect(page.locator("#log article").first).to_contain_text("edited")
    await bot("deleteMessage", message_id=second["message_id"])
    await expect(page.locator("#log article")).to_have_count(1)


async def test_a_contact_a_place_a_file_and_a_photo_are_shared(page: Page, telegram: LocalTelegram, ana: LocalUser):
    for name, shows in (("Contact", "Dana Reed"), ("Location", "52.52, 13.4")):
        await page.locator("#attach summary").click()
        await page.get_by_role("button", name=name).click()
        await expect(page.get_by_role("dialog").get_by_role("heading")).to_have_text(f"Share a {name.lower()}")
        await page.get_by_role("dialog").get_by_role("button", name="Share").click()
        await expect(page.locator("#log .mine").last).to_contain_text(shows)
    picture = await page.screenshot()
    await page.locator("#photo").set_input_files({"name": "card.png", "mimeType": "image/png", "buffer": picture})
    await expect(page.get_by_role("img", name="Photo")).to_be_visible()
    assert await page.get_by_role("img", name="Photo").evaluate("it => it.decode().then(() => it.naturalWidth)") > 0
    await page.locator("#file").set_input_files({"name": "notes.txt", "mimeType": "text/plain", "buffer": b"notes"})
    await expect(page.get_by_role("link", name="File: notes.txt")).to_be_visible()
    assert telegram.file(ana.messages[-1].content["document"]["file_id"]) == b"notes"


async def test_on_a_phone_words_are_put_right_by_touch(telegram: LocalTelegram, ana: LocalUser, browse: Open):
    ana.say("on Wedensday")
    page = await browse(f"{telegram.url}/", PHONE, touch=True)
    await page.get_by_role("button", name="Edit").tap()
    await page.get_by_label("Message", exact=True).fill("on Wednesday")
    await page.get_by_role("button", name="Send").tap()
    await expect(page.locator("#log .mine")).to_contain_text(re.compile("on Wednesday.* edited"))


async def test_on_a_phone_a_pressed_button_looks_as_before(telegram: LocalTelegram, bot: Bot, browse: Open):
    await bot(
        "sendMessage", text="Well?", reply_markup={"inline_keyboard": [[{"text": "Ask", "callback_data": "ask"}]]}
    )
    page = await browse(f"{telegram.url}/", PHONE, touch=True)
    button = page.get_by_role("button", name="Ask")
    colour = await button.evaluate("it => getComputedStyle(it).backgroundColor")
    await button.tap()
    await telegram.until(lambda: telegram.world.queries)
    await bot("answerCallbackQuery", callback_query_id=next(iter(telegram.world.queries)))
    await expect(button).not_to_have_attribute("aria-busy", "true")
    await expect(button).to_have_css("background-color", colour)


async def test_the_end_of_the_chat_stays_in_view(page: Page, bot: Bot, ana: LocalUser):
    for number in range(30):
        await bot("sendMessage", text=f"Message {number}")
    await expect(page.get_by_text("Message 29")).to_be_in_viewport()
    ana.send_photo(await page.screenshot())
    await bot("sendMessage", text="A fine picture.")
    await expect(page.get_by_text("A fine picture.")).to_be_in_viewport(ratio=1)
    assert await page.get_by_role("img", name="Photo").evaluate("it => it.decode().then(() => it.height)") > 100
    await expect(page.get_by_text("A fine picture.")).to_be_in_viewport(ratio=1)
    await page.set_viewport_size({"width": 1180, "height": 500})
    await expect(page.get_by_text("A fine picture.")).to_be_in_viewport(ratio=1)
    await page.get_by_text("Message 5").scroll_into_view_if_needed()
    await bot("sendMessage", text="Later.")
    await expect(page.get_by_text("Later.")).to_be_attached()
    await expect(page.get_by_text("Message 5")).to_be_in_viewport(ratio=1)


async def test_of_many_people_the_chosen_one_is_in_view(telegram: LocalTelegram, browse: Open):
    page = await browse(f"{telegram.url}/", PHONE)
    for _ in range(8):
        people = await page.locator("#people [data-id]").count()
        await page.get_by_role("button", name="Somebody else").click()
        await expect(page.locator("#people [data-id]")).to_have_count(people + 1)
        await expect(page.locator("#people [aria-pressed=true]")).to_be_in_viewport(ratio=1)
    await page.locator("#people [data-id]").first.click()
    await expect(page.locator("#people [aria-pressed=true]")).to_be_in_viewport(ratio=1)


async def test_whoever_is_blocked_is_named_so(page: Page):
    await page.locator("#more summary").click()
    await page.get_by_role("button", name="Block the bot").click()
    await expect(page.locator("#state")).to_have_text("is blocked")
    await page.locator("#more summary").click()
    await page.get_by_role("button", name="Unblock the bot").click()
    await expect(page.locator("#state")).to_have_text("bot")


async def test_the_date_field_says_what_the_clock_says_also_after_a_refusal(page: Page, ana: LocalUser):
    ana.say("hello")
    field = page.get_by_label("Date and time to go to")
    await field.fill("2001-01-01T09:30")
    await field.press("Enter")
    await expect(page.locator("#toast")).to_contain_text("forward only")
    await expect(field).not_to_have_value("2001-01-01T09:30")
    await page.get_by_role("button", name="Go", exact=True).click()
    await expect(page.locator("#toast")).not_to_have_class("up")


async def test_commands_are_those_that_the_bot_registered(page: Page, bot: Bot):
    await bot("setMyCommands", commands=[{"command": "now", "description": "what to do"}])
    await page.get_by_role("button", name="Commands").click()
    await expect(page.get_by_role("option")).to_have_text(["/nowwhat to do"])
    await page.get_by_role("option").click()
    await expect(page.locator("#log .mine")).to_contain_text("/now")


async def test_page_and_clock_stand_still_when_the_program_has_ended(browse: Open):
    async with LocalTelegram(checked) as telegram:
        telegram.user("Ana").say("Are you there?")
        page = await browse(f"{telegram.url}/")
        await expect(page.locator("#log .mine")).to_have_count(1)
        shown = await page.locator("#now").text_content()
    await expect(page.locator("#state")).to_have_text("is not running")
    await page.get_by_role("button", name="+1 day").click()
    await expect(page.locator("#toast")).to_contain_text("does not answer")
    assert await page.locator("#now").text_content() == shown
    await expect(page.locator("#log .mine")).to_have_count(1)
