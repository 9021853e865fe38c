"""Whoever sends more than can be answered is told so once, and what they sent until then is kept."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from inbox_fakes import FakeInbox

from assistant.ports import Delivered
from bot.allowance import LINES_AT_FIRST, LONGEST_LINE, NOTHING, SECONDS_EACH, Allowance
from bot.reception import Reception

KIM, SAM = 11, 12


@dataclass
class Time:
    """Passes when a test says so."""

    seconds: float = 50.0

    def now(self) -> datetime:
        return datetime(2026, 3, 2, 12, tzinfo=UTC)

    def elapsed(self) -> float:
        return self.seconds


class Phone:
    """Somebody's messages, as they reach an allowance of 120."""

    def __init__(self) -> None:
        self.time = Time()
        self.allowance = Allowance(self.time, longest=120)
        self.number = 0

    def sends(self, count: int, user: int = KIM) -> list[Delivered]:
        """What is kept of so many messages."""
        self.number += count
        messages = [Delivered(user, number, "hello") for number in range(self.number - count, self.number)]
        return [kept for each in messages if (kept := self.allowance.limited(each)) is not None]


def words(kept: list[Delivered]) -> list[str]:
    return [each.reply.text if each.reply else each.update for each in kept]


def test_all_is_kept_until_the_line_is_full_and_then_one_sentence_says_so():
    *kept, last = words(Phone().sends(300))
    assert kept == ["hello"] * 120
    assert last.startswith("That is more than I can answer for now. What you sent until here is kept")
    assert "about 2 minutes" in last


def test_of_the_message_that_was_too_much_no_word_is_kept():
    last = Phone().sends(121)[-1]
    assert (last.user, last.update_id, last.update) == (KIM, 120, NOTHING)


def test_the_line_is_reckoned_for_each_by_themselves():
    phone = Phone()
    phone.sends(300)
    assert words(phone.sends(2, SAM)) == ["hello"] * 2


def test_nothing_more_is_kept_or_said_before_all_is_answered():
    phone = Phone()
    phone.sends(300)
    phone.time.seconds += 120 * SECONDS_EACH
    assert phone.sends(5) == []
    phone.time.seconds += SECONDS_EACH
    *kept, last = phone.sends(300)
    assert (words(kept), last.reply is None) == (["hello"] * 120, False)


def test_whoever_sends_no_faster_than_is_answered_is_never_stopped():
    phone = Phone()
    for _ in range(500):
        assert words(phone.sends(1)) == ["hello"]
        phone.time.seconds += SECONDS_EACH


def test_all_that_can_be_forwarded_at_once_fits_many_times():
    allowance = Allowance(Time())
    kept = [allowance.limited(Delivered(KIM, number, "hello")) for number in range(LONGEST_LINE)]
    assert all(each and each.reply is None for each in kept)
    assert LONGEST_LINE >= 10 * 100


def test_lines_that_are_answered_are_forgotten():
    phone = Phone()
    phone.sends(300)
    phone.time.seconds += 1000
    for user in range(100, 100 + LINES_AT_FIRST):
        phone.sends(1, user)
    assert KIM not in phone.allowance._answered_at
    assert phone.allowance._full == set()


async def test_what_could_not_be_kept_and_comes_again_does_not_count_twice():
    time, inbox = Time(), FakeInbox(*[OSError("disk full")] * 5)
    reception = Reception(inbox, lambda: None, allowance=Allowance(time, longest=3))
    updates = [{"update_id": number, "message": {"from": {"id": KIM}, "text": "hi"}} for number in range(5)]
    for _ in range(5):
        with pytest.raises(OSError, match="disk full"):
            await reception.keep(updates)
    await reception.keep(updates)
    assert [each.reply is None for each in inbox.kept.values()] == [True, True, True, False]
