"""The books of a storm tell a message that never came, one that came twice, and what excuses that."""

import io
import json
from zipfile import ZipFile

import pytest

from bench.books import Books, Interruption
from bench.load import Load
from simulator import LocalTelegram
from simulator.checking import checked
from simulator.parameters import Upload


@pytest.fixture
def telegram() -> LocalTelegram:
    return LocalTelegram(checked)


@pytest.fixture
def books(telegram: LocalTelegram) -> Books:
    load = Load.of(telegram, people=1, seed=1)
    load.tell()
    load.tell()
    return Books(telegram, load)


async def say(telegram: LocalTelegram, text: str) -> None:
    """The bot sends this to the one person there is."""
    await telegram.api.answer("sendMessage", {"chat_id": telegram.user("Person 0").id, "text": text}, {})


def applied(company: str) -> dict[str, str]:
    return {"kind": "applied", "about": company, "company": company}


async def export(telegram: LocalTelegram, *facts: dict[str, str]) -> None:
    """The bot sends what it knows as a file: these facts, each told by a message."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        entries = [{"number": number, "message": 1, "fact": fact} for number, fact in enumerate(facts, start=1)]
        archive.writestr("journal.json", json.dumps({"entries": entries}))
    person = telegram.user("Person 0").id
    file = Upload("afterword.zip", "application/zip", written.getvalue())
    await telegram.api.answer("sendDocument", {"chat_id": person, "document": "attach://it"}, {"it": file})


async def answer_all(telegram: LocalTelegram, books: Books) -> tuple[str, str]:
    """The companies told of, each noted, listed and exported."""
    first, second = books.load.told
    await say(telegram, f"Noted for {first}: it felt great.")
    await say(telegram, f"Noted for {second}: it felt great.")
    await say(telegram, f"Your applications:\n{first}\n{second}")
    await export(telegram, applied(first), applied(second))
    return first, second


async def test_all_is_well(telegram: LocalTelegram, books: Books) -> None:
    await answer_all(telegram, books)
    account = books.account()
    assert (account.messages, account.replies, account.nudges, account.complaints) == (2, 2, 0, [])


async def test_what_never_came_is_lost(telegram: LocalTelegram, books: Books) -> None:
    first, second = books.load.told
    assert books.unanswered == 2
    await say(telegram, f"Noted for {first}: it felt great. I will remind you Mon 2 Mar, 14:00.")
    assert books.unanswered == 1
    assert books.account().lost == [
        f"no reply about {second}",
        f"no nudge about {first}",
        f"no list about {first}",
        f"no list about {second}",
        f"no export about {first}",
        f"no export about {second}",
    ]


async def test_a_fact_that_is_exported_twice_was_noted_twice(telegram: LocalTelegram, books: Books) -> None:
    first, _ = await answer_all(telegram, books)
    await export(telegram, applied(first), {"kind": "felt", "about": first}, {"kind": "felt", "about": first})
    assert books.account().doubled == [f"felt of {first} exported twice"]


async def test_a_second_copy_needs_something_that_struck_between_the_two(telegram: LocalTelegram, books: Books) -> None:
    first, _ = await answer_all(telegram, books)
    await say(telegram, f"Noted for {first}: it felt great.")
    assert books.account().doubled == [f"reply about {first} twice, in calls 0 and 4"]

    books.interruptions.append(Interruption(before=1, struck=2, over=3))
    assert books.account().doubled == [f"reply about {first} twice, in calls 0 and 4"]

    books.interruptions.append(Interruption(before=0, struck=2, over=3))
    account = books.account()
    assert (account.doubled, account.in_flight, account.most_in_flight) == ([], 1, 1)


async def test_copies_that_two_strikes_explain_are_shared_out(telegram: LocalTelegram, books: Books) -> None:
    first, second = await answer_all(telegram, books)
    for company in (first, second):
        await say(telegram, f"Noted for {company}: it felt great.")
    books.interruptions += [Interruption(before=0, struck=2, over=3), Interruption(before=0, struck=3, over=4)]
    account = books.account()
    assert (account.complaints, account.in_flight, account.most_in_flight) == ([], 2, 1)


async def test_a_copy_whose_send_was_answered_with_a_fault_is_counted_apart(
    telegram: LocalTelegram, books: Books
) -> None:
    telegram.faults.add("server_error", "sendMessage", after=True)
    await say(telegram, f"Noted for {next(iter(books.load.told))}: it felt great.")
    await answer_all(telegram, books)
    account = books.account()
    assert (account.complaints, account.in_flight, account.ambiguous) == ([], 0, 1)


async def test_replies_that_overtake_one_another_are_out_of_order(telegram: LocalTelegram, books: Books) -> None:
    first, second = books.load.told
    await say(telegram, f"Noted for {second}: it felt great.")
    await answer_all(telegram, books)
    assert books.account().disorder == [f"out of order: {second}", f"out of order: {first}"]
