"""The controls over HTTP: everything a test can do in-process, from another process."""

import asyncio
import json
import signal
import sys
from base64 import b64encode

import httpx
import pytest


@pytest.fixture
def control(http):
    async def request(path, body=None):
        response = await (http.get(f"/control/{path}") if body is None else http.post(f"/control/{path}", json=body))
        return response.json() if response.status_code in (200, 400) else response.status_code

    return request


@pytest.fixture
async def ana_id(control):
    return (await control("users", {"name": "Ana", "language": "de"}))["id"]


async def test_a_conversation(control, client, ana_id):
    said = await control("say", {"user": "Ana", "text": "/now"})
    keyboard = client.keyboard({"text": "Done", "callback_data": "done"})
    sent = await client.bot.send_message(ana_id, "<b>Rest.</b>", parse_mode="HTML", reply_markup=keyboard)
    mine, its = await control(f"messages?user={ana_id}")
    assert (mine["from_bot"], mine["text"], mine["message_id"]) == (False, "/now", said["message_id"])
    assert (its["from_bot"], its["html"], its["markup"]["inline_keyboard"][0][0]["text"]) == (
        True,
        "<b>Rest.</b>",
        "Done",
    )
    assert await control(f"messages?user=Ana&after={sent.message_id}") == []

    pressed = await control("press", {"user": "Ana", "button": "Done", "message_id": sent.message_id})
    assert pressed["answer"] is None
    await control("edit", {"user": "Ana", "message_id": said["message_id"], "text": "/list"})
    updates = await client.bot.get_updates()
    assert updates[1].callback_query.id == pressed["query_id"]
    assert updates[2].edited_message.text == "/list"


async def test_a_press_can_wait_for_its_answer(control, client, ana_id):
    await client.bot.send_message(ana_id, "Well?", reply_markup=client.keyboard({"text": "Done", "callback_data": "d"}))
    async with asyncio.TaskGroup() as both:
        press = both.create_task(control("press", {"user": "Ana", "button": "Done", "wait": 5}))
        (update,) = await client.bot.get_updates(timeout=5)
        await client.bot.answer_callback_query(update.callback_query.id, text="Well done")
    assert press.result()["answer"]["text"] == "Well done"
    assert "did not answer" in (await control("press", {"user": "Ana", "button": "Done", "wait": 0}))["error"]


async def test_everything_else_a_person_can_send(control, client, ana_id):
    content = b64encode(b"bytes").decode()
    group = await control("groups", {"title": "Friends"})
    for path, body in {
        "contact": {"phone": "+49 30 1", "first_name": "Dana"},
        "location": {"latitude": 52.5, "longitude": 13.4},
        "document": {"name": "offer.pdf", "content": content},
        "photo": {"content": content},
        "sticker": {},
        "voice": {},
    }.items():
        await control(path, {"user": ana_id, **body})
    await control("say", {"user": "Ana", "text": "hi", "chat": group["id"]})
    kinds = ("contact", "location", "document", "photo", "sticker", "voice", "text")
    messages = [update.message for update in await client.bot.get_updates()]
    assert [next(kind for kind in kinds if getattr(message, kind)) for message in messages] == list(kinds)


async def test_blocking_and_unblocking(control, client, ana_id):
    await control("block", {"user": "Ana"})
    with pytest.raises(client.errors["forbidden"]):
        await client.bot.send_message(ana_id, "Hello")
    await control("unblock", {"user": "Ana"})
    await client.bot.send_message(ana_id, "Hello")


async def test_faults_are_set_and_cleared(control, client, telegram, ana_id):
    await control("faults", {"kind": "flood", "method": "sendMessage", "retry_after": 3})
    with pytest.raises(client.errors["flood"]):
        await client.bot.send_message(ana_id, "Hello")
    assert [rule["times"] for rule in await control("faults")] == [0]
    await control("faults", {"rate": 1, "kinds": ["server_error"], "seed": 3})
    with pytest.raises(client.errors["server"]):
        await client.bot.send_message(ana_id, "Hello")
    await control("faults", {"flood_limit": True})
    assert telegram.faults.flood_limit
    await control("faults", {"clear": True})
    await client.bot.send_message(ana_id, "Hello")
    assert telegram.faults.flood_limit is None


async def test_the_clock_is_moved(control, telegram, ana_id):
    moved = await control("clock", {"now": "2026-03-03T16:10:00+01:00", "frozen": True, "advance": 60})
    assert moved == await control("clock") == {"now": moved["now"], "frozen": True}
    assert moved["now"].startswith("2026-03-03T15:11:00")
    said = await control("say", {"user": "Ana", "text": "Hello"})
    assert said["date"] == int(telegram.clock.now().timestamp())
    assert (await control("clock", {"frozen": False}))["frozen"] is False


async def test_the_books_are_open(control, client, telegram, ana_id):
    await client.bot.send_message(ana_id, "Hello")
    await telegram.api.answer("sendMessage", {"nonsense": 1}, {})
    books = await control("calls?method=sendMessage")
    assert [call["status"] for call in books["calls"]] == [200, 400]
    assert books["sent"] == {str(ana_id): 1}
    assert "nonsense" in (await control("violations"))[0]["description"]
    assert (await control("bot"))["username"] == "local_test_bot"


async def test_files_can_be_fetched(http, client, ana_id):
    sent = await client.bot.send_document(ana_id, client.upload(b"diary", "diary.json"))
    assert (await http.get(f"/control/files/{sent.document.file_id}")).content == b"diary"
    assert (await http.get("/control/files/file-99")).status_code == 404


async def test_a_reset_forgets_people_and_books(control, telegram, ana_id):
    await control("say", {"user": "Ana", "text": "Hello"})
    await control("reset", {})
    assert "nobody is called 'Ana'" in (await control("messages?user=Ana"))["error"]
    assert (telegram.calls, telegram.world.updates.pending) == ([], [])


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("say", {"user": "Nobody", "text": "x"}, "nobody is called 'Nobody'"),
        ("say", {"user": "Ana"}, "'text' is missing"),
        ("press", {"user": "Ana", "button": "Done"}, "no button 'Done' to press"),
        ("clock", {"now": "yesterday"}, "isoformat"),
        ("clock", {"now": "2026-03-03T16:10:00"}, "zone"),
        ("faults", {"kind": "gremlins"}, "gremlins"),
        ("faults", {"kind": "cut", "colour": "red"}, "colour"),
    ],
)
async def test_what_cannot_be_done_is_said(control, ana_id, path, body, words):
    assert words in (await control(path, body))["error"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:80", "Origin": "http://localhost:80"}, 200),
        ({"Host": "[::1]:80", "Origin": "http://[::1]:80"}, 200),
        ({"Host": "localhost:80", "Origin": "http://localhost:8000"}, 403),
        ({"Host": "[::2]:80"}, 403),
        ({"Host": "[evil"}, 403),
        ({"Host": "evil.test"}, 403),
        ({"Host": "127.0.0.1.evil.test"}, 403),
        ({"Origin": "https://evil.test"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_other_sites_are_kept_out(http, headers, status):
    assert (await http.get("/control/clock", headers=headers)).status_code == status


async def test_events_stream_as_they_happen(http, client, telegram, ana_id):
    known = len(telegram.world.happenings.entries)
    seen = []
    async with asyncio.timeout(5), http.stream("GET", f"/control/events?after={known}") as events:
        await client.bot.send_chat_action(ana_id, "typing")
        sent = await client.bot.send_message(ana_id, "Hello")
        await client.bot.edit_message_text(text="Hi", chat_id=ana_id, message_id=sent.message_id)
        await client.bot.delete_message(ana_id, sent.message_id)
        async for line in events.aiter_lines():
            if line.startswith("data: "):
                seen.append(json.loads(line.removeprefix("data: ")))
            if len(seen) == 4:
                break
    assert [event["kind"] for event in seen] == ["action", "message", "edited", "deleted"]
    assert (seen[1]["message"]["text"], seen[2]["message"]["text"]) == ("Hello", "Hi")


async def test_it_runs_by_itself_until_told_to_stop():
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    assert program.stdout
    address = (await program.stdout.readline()).decode().split()[0]
    async with httpx.AsyncClient(verify=False, trust_env=False) as client:
        assert (await client.get(f"{address}/control/clock")).status_code == 200
    program.send_signal(signal.SIGTERM)
    assert await program.wait() == 0
