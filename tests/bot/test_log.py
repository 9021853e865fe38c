"""The log tells what happened, and neither secrets, nor users, nor their words."""

import asyncio
import gc
import json
import logging
import sys
import threading
from collections.abc import Iterator

import pytest
import structlog

from bot.log import configure_logging, path_of

TOKEN = "123456789:AAE-the_secret_part"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    hooks = sys.excepthook, threading.excepthook
    yield
    root.handlers, root.level = handlers, level
    sys.excepthook, threading.excepthook = hooks
    structlog.reset_defaults()


@pytest.fixture
def lines(capsys):
    def read() -> list[dict[str, str]]:
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    return read


def test_a_line_has_event_level_and_time(lines):
    configure_logging("INFO", "json", [TOKEN])
    structlog.get_logger().info("woken", seconds=3)
    [line] = lines()
    assert (line["event"], line["level"], line["seconds"]) == ("woken", "info", 3)
    assert line["timestamp"].endswith("Z")


def test_below_the_level_nothing_is_said(lines):
    configure_logging("WARNING", "json", [TOKEN])
    structlog.get_logger().info("woken")
    assert lines() == []


def test_a_user_is_a_hash_that_stays_the_same(lines):
    configure_logging("INFO", "json", [TOKEN])
    for user in (4711, 4711, 4712):
        structlog.get_logger().info("woken", user=user)
    first, again, other = (line["user"] for line in lines())
    assert first == again != other
    assert "4711" not in first


@pytest.mark.parametrize("form", ["json", "console"])
def test_the_token_is_masked_wherever_it_occurs(form, capsys):
    configure_logging("INFO", form, [TOKEN])
    structlog.get_logger().warning(f"GET /bot{TOKEN}/getMe", where={"url": f"http://x/bot{TOKEN}"})
    logging.getLogger("httpx").error(f"POST /bot{TOKEN}/getUpdates")
    said = capsys.readouterr().err
    assert "the_secret_part" not in said
    assert said.count("[secret]") == 3


@pytest.mark.parametrize("form", ["json", "console"])
def test_an_error_tells_its_path_and_not_its_words(form, capsys):
    configure_logging("INFO", form, [TOKEN])
    try:
        try:
            int("I hated the interview")
        except ValueError as error:
            raise RuntimeError("could not read 'I hated the interview'") from error
    except RuntimeError as error:
        structlog.get_logger().error("turn_failed", exc_info=error)
        logging.getLogger("asyncio").exception("unhandled")
    said = capsys.readouterr().err
    assert "hated" not in said
    assert said.count("RuntimeError at test_log.py") == 2
    assert "because of ValueError at test_log.py" in said


def test_of_several_errors_at_once_each_is_told():
    several = ExceptionGroup(TOKEN, [ValueError("I hated it"), ExceptionGroup("", [OSError("so much")])])
    inner = "ExceptionGroup at an unknown place of (OSError at an unknown place)"
    assert path_of(several) == f"ExceptionGroup at an unknown place of (ValueError at an unknown place; {inner})"


def test_the_libraries_are_quiet(lines):
    configure_logging("DEBUG", "json", [TOKEN])
    for name in ("httpx", "telegram.Bot", "apscheduler.scheduler"):
        logging.getLogger(name).info("chatter")
    assert lines() == []


def test_the_client_library_is_silent_since_it_quotes_answers_that_it_cannot_read(lines):
    configure_logging("DEBUG", "json", [TOKEN])
    logging.getLogger("telegram.request").error("Can not load invalid JSON data: %s", "I hated the interview")
    assert lines() == []


def test_of_a_library_s_warning_nothing_is_told_that_was_filled_in(lines):
    configure_logging("INFO", "json", [TOKEN])
    logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: <Task ValueError('I hated it')>")
    logging.getLogger("icalendar").warning("cannot read %r", "I hated it")
    task, calendar = lines()
    assert (task["logger"], task["event"]) == ("asyncio", "Task exception was never retrieved")
    assert (calendar["logger"], calendar["event"]) == ("icalendar", "cannot read %r")


async def test_a_task_that_nobody_waits_for(lines):
    async def breaks() -> None:
        raise ValueError("I hated the interview")

    configure_logging("INFO", "json", [TOKEN])
    await asyncio.wait([asyncio.ensure_future(breaks())])
    gc.collect()
    [line] = lines()
    assert "hated" not in str(line)
    assert line["error"].startswith("ValueError at test_log.py")


def test_what_ends_the_program_is_told_by_its_path(lines):
    configure_logging("INFO", "json", [TOKEN])
    trouble = ExceptionGroup("unhandled", [ValueError("I hated the interview"), KeyError(TOKEN)])
    sys.excepthook(ExceptionGroup, trouble, None)
    worker = threading.Thread(target=int, args=["I hated the interview"])
    worker.start()
    worker.join()
    of_program, of_thread = lines()
    assert of_program["event"] == of_thread["event"] == "broke_down"
    for kind in ("ExceptionGroup", "ValueError", "KeyError"):
        assert kind in of_program["error"]
    assert "hated" not in str([of_program, of_thread])
