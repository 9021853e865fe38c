"""After the start, what people often say is read in advance, so that nobody has to wait for it."""

import gc

import pytest

from bot import assembly
from bot.assembly import REHEARSED_AFTER_SECONDS, rehearse
from bot.clock import SystemClock
from language.cues import cues, examples


async def test_what_people_often_say_is_read_before_anybody_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def pause(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(assembly, "FILES", ("feelings", "delays"))
    monkeypatch.setattr(assembly, "REHEARSED", ("feelings",))
    cues.cache_clear()
    await rehearse(SystemClock(), pause)
    try:
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
    known = [cue for file in ("feelings", "delays") for entries in cues(file).values() for _, _, cue in entries]
    assert known
    assert all("regex" in vars(cue) for cue in known)
    assert waited == [REHEARSED_AFTER_SECONDS]


def test_the_sentences_come_from_what_the_cues_are_there_for() -> None:
    assert len(list(examples("events", 1))) < len(list(examples("events", 3))) < len(list(examples("events", 100)))
