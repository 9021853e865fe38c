"""What the program says about itself: events without words, numbers or names of the people it serves."""

import hashlib
import logging
import sys
import threading
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

QUOTES_WHAT_IT_RECEIVES = "telegram"
MASK = "[secret]"

Traced = BaseException | tuple[type[BaseException], BaseException, TracebackType | None]


def configure_logging(level: str, form: Literal["console", "json"], secrets: Sequence[str]) -> None:
    """Everything goes to stderr, the libraries' warnings too, and none of `secrets` is ever in it.

    The value of `user` is replaced by a hash, keyed with the first secret; of an exception only its type and its path
    through the code are told, since its message may quote what somebody wrote, and so may what a library fills into a
    record: of that only the first line is told, with nothing filled in.
    """
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        HashUsers(secrets[0] if secrets else ""),
        trace_without_words,
        Scrub(secrets),
    ]
    renderer: Processor = structlog.processors.JSONRenderer()
    if form == "console":
        renderer = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, first_line, *shared],
            use_get_message=False,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    handler.addFilter(_is_ours_or_a_warning)
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.getLogger(QUOTES_WHAT_IT_RECEIVES).setLevel(logging.CRITICAL + 1)
    sys.excepthook = _tell_what_broke
    threading.excepthook = lambda thread: _tell_what_broke(thread.exc_type, thread.exc_value, thread.exc_traceback)


def first_line(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """asyncio puts the words of an exception into the lines below."""
    event["event"] = event["event"].partition("\n")[0]
    return event


class HashUsers:
    """Replaces the number of a user by a short hash: the same for one user, useless to anybody without the key."""

    def __init__(self, key: str) -> None:
        self._key = hashlib.blake2b(key.encode()).digest()

    def __call__(self, logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
        if "user" in event:
            event["user"] = hashlib.blake2b(str(event["user"]).encode(), key=self._key, digest_size=5).hexdigest()
        return event


class Scrub:
    """Masks secrets wherever they occur."""

    def __init__(self, secrets: Sequence[str]) -> None:
        self._secrets = [secret for secret in secrets if secret]

    def __call__(self, logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
        return {name: self._masked(value) for name, value in event.items()}

    def _masked(self, value: object) -> object:
        text = value if isinstance(value, str) else str(value)
        if not any(secret in text for secret in self._secrets):
            return value
        for secret in self._secrets:
            text = text.replace(secret, MASK)
        return text


def trace_without_words(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Turns `exc_info` into "ValueError at turn.py:31 in take < ticker.py:99 in _take", causes included."""
    traced = event.pop("exc_info", None)
    error = _error(traced)
    if error is not None:
        event["error"] = path_of(error)
    return event


def path_of(error: BaseException) -> str:
    """The type of the error and where it came through, innermost first, and the same of what caused it.

    Of a group, the same of each that is in it, too.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in reversed(frames)]
    path = f"{type(error).__name__} at {' < '.join(places) or 'an unknown place'}"
    if isinstance(error, BaseExceptionGroup):
        path = f"{path} of ({'; '.join(map(path_of, error.exceptions))})"
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return path if cause is None else f"{path}; because of {path_of(cause)}"


def _is_ours_or_a_warning(record: logging.LogRecord) -> bool:
    return isinstance(record.msg, dict) or record.levelno >= logging.WARNING


def _tell_what_broke(_kind: object, error: BaseException | None, _path: object) -> None:
    """Instead of Python's own last words, which tell all."""
    structlog.get_logger(__name__).critical("broke_down", exc_info=error)


def _error(traced: Traced | bool | None) -> BaseException | None:
    if isinstance(traced, BaseException):
        return traced
    if isinstance(traced, tuple):
        return traced[1]
    return sys.exc_info()[1] if traced else None
