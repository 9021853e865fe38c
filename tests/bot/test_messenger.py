"""What the messenger is given arrives as it is meant; what fails is sorted into never again and try again."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from assistant.ports import Arrival, Button, Document, File, Form, Outgoing, Refused, TryLater, Unreachable
from bot.budget import Unlimited
from bot.connection import connected, register_commands
from bot.messenger import TelegramMessenger
from simulator import LocalTelegram
from simulator.people import LocalUser, Press

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
BUTTONS = ((Button("Done", "done:1"), Button("Later", "later:1")), (Button("Why?", "why:1"),))


class Noon:
    def now(self) -> datetime:
        return NOON


@pytest.fixture
def messenger(bot: Bot) -> TelegramMessenger:
    return TelegramMessenger(bot, Noon(), Unlimited())


@pytest.fixture
def kim(telegram: LocalTelegram) -> LocalUser:
    return telegram.user("Kim")


def latest_update(telegram: LocalTelegram) -> str:
    return json.dumps(telegram.world.updates.pending[-1])


def shown(user: LocalUser) -> list[str]:
    return [message.text for message in user.inbox]


async def pressed(telegram: LocalTelegram, messenger: TelegramMessenger, user: LocalUser) -> Press:
    await messenger.send(user.id, Outgoing("Ready?", BUTTONS))
    return user.press("Done")


async def test_a_message_comes_with_its_markup_and_buttons_and_without_a_preview(telegram, messenger, kim):
    await messenger.send(kim.id, Outgoing("<b>Acme &amp; Sons</b>: see https://acme.example", BUTTONS))
    [message] = kim.inbox
    assert message.text == "Acme & Sons: see https://acme.example"
    assert [[(button.text, button.data) for button in row] for row in message.buttons] == [
        [("Done", "done:1"), ("Later", "later:1")],
        [("Why?", "why:1")],
    ]
    [call] = telegram.called("sendMessage")
    assert '"is_disabled": true' in call.parameters["link_preview_options"]


async def test_what_the_user_did_is_opened_from_the_raw_update(telegram, messenger, kim):
    kim.say("Just left Acme")
    opened = messenger.opened(Arrival(1, latest_update(telegram)))
    assert (opened.user, opened.form, opened.text) == (kim.id, Form.TEXT, "Just left Acme")
    await pressed(telegram, messenger, kim)
    opened = messenger.opened(Arrival(2, latest_update(telegram)))
    assert (opened.form, opened.text, opened.sent_at) == (Form.PRESS, "done:1", NOON)


async def test_a_file_is_fetched_by_the_name_its_message_gave(telegram, messenger, kim):
    kim.send_document("invite.ics", b"BEGIN:VCALENDAR")
    document = messenger.opened(Arrival(1, latest_update(telegram))).document
    assert await messenger.fetch(document, 100) == b"BEGIN:VCALENDAR"
    with pytest.raises(Refused):
        await messenger.fetch(document, 3)
    with pytest.raises(Refused):
        await messenger.fetch(Document("gone", "invite.ics", ""), 100)


async def test_a_file_that_does_not_come_now_may_come_later(telegram, messenger, kim):
    kim.send_document("invite.ics", b"BEGIN:VCALENDAR")
    document = messenger.opened(Arrival(1, latest_update(telegram))).document
    telegram.faults.add("cut", "getFile")
    with pytest.raises(TryLater):
        await messenger.fetch(document, 100)


async def test_an_edit_takes_the_place_of_our_message(telegram, messenger, kim):
    await messenger.send(kim.id, Outgoing("Ready?", BUTTONS))
    edits = kim.inbox[0].message_id
    await messenger.send(kim.id, Outgoing("Noted.", edits=edits))
    await messenger.send(kim.id, Outgoing("Noted.", edits=edits))
    assert shown(kim) == ["Noted."]
    assert kim.inbox[0].buttons == []


async def test_what_cannot_be_edited_any_more_is_sent_anew(messenger, kim):
    await messenger.send(kim.id, Outgoing("Noted.", edits=404))
    assert shown(kim) == ["Noted."]


async def test_a_press_is_answered_with_its_toast_and_the_text(telegram, messenger, kim):
    press = await pressed(telegram, messenger, kim)
    await messenger.send(kim.id, Outgoing("Well done.", toast="Noted"), latest_update(telegram))
    assert press.answer["text"] == "Noted"
    assert shown(kim) == ["Ready?", "Well done."]


async def test_a_toast_alone_sends_no_message(telegram, messenger, kim):
    press = await pressed(telegram, messenger, kim)
    await messenger.send(kim.id, Outgoing("", toast="x" * 300), latest_update(telegram))
    assert press.answer["text"] == "x" * 200
    assert shown(kim) == ["Ready?"]


async def test_a_press_is_answered_even_if_the_edit_fails(telegram, messenger, kim):
    press = await pressed(telegram, messenger, kim)
    telegram.faults.add("cut", "editMessageText")
    with pytest.raises(TryLater):
        await messenger.send(kim.id, Outgoing("Noted.", edits=kim.inbox[0].message_id), latest_update(telegram))
    assert press.answer is not None


async def test_a_press_too_old_to_answer_gets_its_message_all_the_same(telegram, messenger, kim):
    await pressed(telegram, messenger, kim)
    raw = latest_update(telegram)
    telegram.world.queries.clear()
    await messenger.send(kim.id, Outgoing("Well done.", toast="Noted"), raw)
    assert shown(kim) == ["Ready?", "Well done."]


async def test_markup_that_telegram_refuses_goes_out_as_plain_text(telegram, messenger, kim):
    await messenger.send(kim.id, Outgoing("<b>Acme & <u>Sons</b>", BUTTONS))
    assert shown(kim) == ["Acme & Sons"]
    assert len(kim.inbox[0].buttons) == 2
    [refused] = telegram.violations
    assert "parse" in refused.description
    telegram.violations.clear()


async def test_a_long_text_comes_in_pieces_with_the_buttons_on_the_last(messenger, kim):
    await messenger.send(kim.id, Outgoing("a" * 3000 + "\n\n" + "b" * 3000, BUTTONS))
    first, last = kim.inbox
    assert (first.text, last.text) == ("a" * 3000, "b" * 3000)
    assert (first.buttons, len(last.buttons)) == ([], 2)


async def test_a_press_may_copy_instead(telegram, messenger, kim):
    await messenger.send(kim.id, Outgoing("Write to her.", ((Button("Copy the subject", copies="Thank you"),),)))
    [[button]] = kim.inbox[0].buttons
    assert (button.text, button.copies, button.data) == ("Copy the subject", "Thank you", None)


async def test_one_can_be_asked_for_the_place_by_a_button_instead_of_the_keyboard(telegram, messenger, kim):
    await messenger.send(kim.id, Outgoing("Where do you live?", place_button="Send my location"))
    [[key]] = kim.inbox[0].markup["keyboard"]
    assert (key["text"], key["request_location"]) == ("Send my location", True)


@pytest.mark.parametrize(("is_picture", "kind"), [(False, "document"), (True, "photo")])
async def test_a_file_comes_with_the_last_words_and_the_buttons(telegram, messenger, kim, is_picture, kind):
    file = File("plan.png", b"content", is_picture)
    await messenger.send(kim.id, Outgoing("a" * 900 + "\n\n" + "<b>Your</b> plan.", BUTTONS), file=file)
    await messenger.send(kim.id, Outgoing("b" * 900 + "\n\n" + "c" * 900, BUTTONS), file=file)
    whole, first, last = kim.inbox
    assert whole.text.endswith("Your plan.")
    assert [bool(message.content.get(kind)) for message in (whole, first, last)] == [True, False, True]
    assert [len(message.buttons) for message in (whole, first, last)] == [2, 0, 2]


async def test_whoever_blocked_the_bot_is_unreachable(messenger, kim):
    kim.block()
    with pytest.raises(Unreachable):
        await messenger.send(kim.id, Outgoing("Hello"))


async def test_nobody_there_is_unreachable(messenger):
    with pytest.raises(Unreachable):
        await messenger.send(424242, Outgoing("Hello"))
    with pytest.raises(Unreachable):
        await messenger.send(424242, Outgoing("Hello", edits=5))


async def test_what_is_refused_twice_is_refused(telegram, messenger, kim):
    telegram.faults.add("bad_request", "sendMessage", times=2)
    with pytest.raises(Refused):
        await messenger.send(kim.id, Outgoing("Hello"))
    assert len(telegram.called("sendMessage")) == 2


async def test_asked_to_wait_we_wait_as_long_as_told(telegram, messenger, kim):
    telegram.faults.add("flood", "sendMessage", retry_after=17)
    with pytest.raises(TryLater) as caught:
        await messenger.send(kim.id, Outgoing("Hello"))
    assert caught.value.after == timedelta(seconds=17)
    assert shown(kim) == []


@pytest.mark.parametrize("kind", ["server_error", "bad_gateway", "cut"])
async def test_trouble_on_the_way_means_later_and_later_each_time(telegram, messenger, kim, kind):
    telegram.faults.add(kind, "sendMessage", times=2)
    waits = []
    for _ in range(2):
        with pytest.raises(TryLater) as caught:
            await messenger.send(kim.id, Outgoing("Hello"))
        waits.append(caught.value.after.total_seconds())
    await messenger.send(kim.id, Outgoing("Hello"))
    assert shown(kim) == ["Hello"]
    telegram.faults.add(kind, "sendMessage")
    with pytest.raises(TryLater) as caught:
        await messenger.send(kim.id, Outgoing("Hello"))
    assert [*waits, caught.value.after.total_seconds()] == [2, 4, 2]


async def test_nobody_listening_means_later(kim):
    async with connected("1:token", "http://127.0.0.1:9") as line:
        messenger = TelegramMessenger(line, Noon(), Unlimited())
        with pytest.raises(TryLater):
            await messenger.send(kim.id, Outgoing("Hello"))


async def test_a_token_that_is_refused_is_no_users_fault(telegram, kim):
    async with connected("1:wrong", telegram.url) as line:
        with pytest.raises(InvalidToken):
            await TelegramMessenger(line, Noon(), Unlimited()).send(kim.id, Outgoing("Hello"))


async def test_a_command_from_a_group_is_answered_there_and_nobody_becomes_unreachable(telegram, messenger, kim):
    group = telegram.group("Job hunt")
    kim.say("/now", chat=group)
    raw = latest_update(telegram)
    await messenger.send(kim.id, Outgoing("Write to me in private."), raw)
    assert [message.text for message in telegram.world.in_chat(group.id)] == ["/now", "Write to me in private."]
    telegram.faults.add("blocked", "sendMessage")
    with pytest.raises(Refused):
        await messenger.send(kim.id, Outgoing("Write to me in private."), raw)


async def test_commands_are_registered_with_their_descriptions(telegram, bot):
    await register_commands(bot, [("now", "What should I do now?"), ("list", "All applications")])
    [call] = telegram.called("setMyCommands")
    assert json.loads(call.parameters["commands"]) == [
        {"command": "now", "description": "What should I do now?"},
        {"command": "list", "description": "All applications"},
    ]
