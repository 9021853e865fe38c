"""The log tells what happened, and neither secrets, nor users, nor their words."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.log import configure_logging, path_of

TOKEN = "123456789:AAE-the_secret_part"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level
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
    logging.getLogger("httpx").error("POST %s", f"/bot{TOKEN}/getUpdates")
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
    assert path_of(several) == "ValueError at an unknown place; and OSError at an unknown place"


def test_the_libraries_are_quiet(lines):
    configure_logging("DEBUG", "json", [TOKEN])
    for name in ("httpx", "telegram.Bot", "apscheduler.scheduler"):
        logging.getLogger(name).info("chatter")
    assert lines() == []


def test_the_client_library_is_silent_since_it_quotes_answers_that_it_cannot_read(lines):
    configure_logging("DEBUG", "json", [TOKEN])
    logging.getLogger("telegram.request").error("Can not load invalid JSON data: %s", "I hated the interview")
    assert lines() == []
