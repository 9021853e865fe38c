"""Whoever keeps the program busy rests for it, and what takes long is done while others are served."""

import threading
from datetime import timedelta
from itertools import count

import pytest
from turn_fakes import A_SECOND, Clock, Ledger, said, turn

from assistant.effort import FREE_SECONDS, LONG_JOURNAL, LONG_TEXT, RESTS_FOR, Effort, is_long
from assistant.ports import NO_TIME, Form, Incoming
from rules.facts import Applied
from rules.journal import Journal

NOW = Clock().now()


def message(text):
    return Incoming(7, 1, Form.TEXT, text, NOW)


async def spent(*seconds, is_long=False):
    """The effort of things that took so long."""
    looks = count()  # before the first, after it, before the second, ...
    effort = Effort(lambda: sum(seconds[: (next(looks) + 1) // 2]))
    for _ in seconds:
        assert await effort.spent(lambda: "done", is_long=is_long) == "done"
    return effort


async def test_what_does_not_take_long_is_free():
    assert (await spent(0.1, 0.2)).rest(NO_TIME) == NO_TIME
    assert (await spent(0.1, 0.2)).rest(A_SECOND) == A_SECOND


@pytest.mark.parametrize("is_long", [True, False])
async def test_what_takes_long_is_rested_for(is_long):
    effort = await spent(0.5, FREE_SECONDS, is_long=is_long)
    assert effort.rest(A_SECOND) == timedelta(seconds=0.5 * RESTS_FOR)


async def test_what_breaks_counts_too():
    effort = Effort(count(step=3).__next__)
    with pytest.raises(ZeroDivisionError):
        await effort.spent(lambda: 1 / 0, is_long=False)
    assert effort.rest(NO_TIME) == timedelta(seconds=RESTS_FOR * (3 - FREE_SECONDS))


async def test_long_work_is_done_beside_the_event_loop():
    here = threading.get_ident()
    effort = Effort(lambda: 0)
    assert await effort.spent(threading.get_ident, is_long=False) == here
    assert await effort.spent(threading.get_ident, is_long=True) != here


def test_a_long_text_or_a_long_journal_makes_it_long():
    journal = Journal().noting([Applied(about="a1", company="Acme")] * (LONG_JOURNAL + 1), NOW)
    assert not is_long(message("x" * LONG_TEXT), Journal())
    assert is_long(message("x" * (LONG_TEXT + 1)), Journal())
    assert is_long(message("hello"), journal)


async def test_a_turn_that_took_long_ends_in_a_long_rest_and_a_short_one_does_not():
    ledger = Ledger(unread=said("/help", "/now"))
    taken = await turn(ledger, worked=count(step=2).__next__)
    assert taken.again == timedelta(seconds=RESTS_FOR * (4 - FREE_SECONDS))
    assert (await turn(Ledger(unread=said("/help", "/now")), worked=lambda: 0)).again == A_SECOND
