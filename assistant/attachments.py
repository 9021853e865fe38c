"""The files that go with messages, made of the journal as the message is sent."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

import structlog

from assistant.export_file import export_file
from assistant.ports import Attachment, File
from rules.journal import Journal

log = structlog.get_logger()


async def attached(what: Attachment, journal: Journal, now: datetime, user: int) -> File | None:
    """The file, made beside the event loop; None if that fails, for the words must go out all the same."""
    try:
        return await asyncio.to_thread(maker(what, user), journal, now)
    except Exception as error:  # noqa: BLE001 - a file is worth less than the reply it goes with
        log.error("file_not_made", file=what.value, error=type(error).__name__)
        return None


def maker(what: Attachment, user: int) -> Callable[[Journal, datetime], File]:
    """What makes that file; an export alone says whose it is."""
    return partial(export_file, user) if what is Attachment.EXPORT else MADE_BY[what]


def _calendar(journal: Journal, now: datetime) -> File:
    from assistant.calendar_file import calendar_file  # icalendar is loaded by whoever needs it first

    return calendar_file(journal, now)


def _overview(journal: Journal, now: datetime) -> File:
    from assistant.timeline_picture import LIGHT, timeline_picture

    return timeline_picture(journal, now, LIGHT)


def _overview_dark(journal: Journal, now: datetime) -> File:
    from assistant.timeline_picture import DARK, timeline_picture

    return timeline_picture(journal, now, DARK)


MADE_BY: Mapping[Attachment, Callable[[Journal, datetime], File]] = {
    Attachment.CALENDAR: _calendar,
    Attachment.OVERVIEW: _overview,
    Attachment.OVERVIEW_DARK: _overview_dark,
}
