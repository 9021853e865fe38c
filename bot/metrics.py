"""What happens, counted in Prometheus' words, by standing between the parts: none of them knows that it is counted."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import httpx
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from telegram.error import NetworkError, RetryAfter

from assistant.ports import (
    Claim,
    Clock,
    Delivered,
    File,
    Inbox,
    LeaseLost,
    Messenger,
    Outgoing,
    Refused,
    TryLater,
    Unreachable,
)

Take = Callable[[Claim], Awaitable[timedelta | None]]

LATENESS = (0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600, 6 * 3600, 24 * 3600)
"""Seconds: from a moment at once to an outage of a day."""
BECAME = {type(None): "sent", Unreachable: "unreachable", Refused: "refused", TryLater: "retried"}
BROKEN = "failed"
OUTCOMES = (*BECAME.values(), BROKEN)
REASONS = TOO_MANY, NO_ANSWER, SERVER_ERROR = "too_many_requests", "unreachable", "server_error"
ENDINGS = ENDED, PUT_BACK, LOST = "ended", "put_back", "lost"


class Metrics:
    """Of one process, in a registry of its own; docs/operations.md says what each is good for."""

    def __init__(self, clock: Clock, oldest_unanswered: Callable[[], Awaitable[datetime | None]]) -> None:
        """`oldest_unanswered` tells when the message came that has waited for longest; it is asked at each look."""
        self._clock = clock
        self._oldest_unanswered = oldest_unanswered
        self._due: dict[int, datetime | None] = {}
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self.received = Counter("afterword_messages_received", "Messages and presses kept.", registry=self._registry)
        self._replies = self._counter("afterword_replies", "Replies, by what became of them.", "outcome", *OUTCOMES)
        self._nudges = self._counter("afterword_nudges", "Nudges, by what became of them.", "outcome", *OUTCOMES)
        self._retries = self._counter("afterword_send_retries", "Sends to be tried again, by why.", "reason", *REASONS)
        self._claims = self._counter("afterword_claims", "Users claimed, by how it ended.", "outcome", *ENDINGS)
        self._lateness = Histogram(
            "afterword_nudge_lateness_seconds", "From due to sent.", buckets=LATENESS, registry=self._registry
        )
        under_way = Gauge("afterword_turns_under_way", "Users claimed at this moment.", registry=self._registry)
        under_way.set_function(lambda: len(self._due))
        self._age = Gauge(
            "afterword_oldest_unanswered_seconds", "Since the message that waits for longest.", registry=self._registry
        )

    async def page(self) -> bytes:
        """All of them in the text format; the age of the oldest message is not a number while the database is away."""
        try:
            oldest = await self._oldest_unanswered()
        except Exception:  # noqa: BLE001 - whatever it is, the other figures are wanted all the more
            self._age.set(float("nan"))
        else:
            self._age.set((self._clock.now() - oldest).total_seconds() if oldest else 0)
        return generate_latest(self._registry)

    def inbox(self, inbox: Inbox) -> Inbox:
        """The same inbox, counted."""
        return CountedInbox(inbox, self)

    def messenger(self, messenger: Messenger) -> Messenger:
        """The same messenger, counted."""
        return CountedMessenger(messenger, self)

    def turns(self, take: Take) -> Take:
        """The same way to take a turn, counted."""

        async def taken(claim: Claim) -> timedelta | None:
            self._due[claim.user], ending = claim.due, PUT_BACK
            try:
                again = await take(claim)
                ending = ENDED
            except LeaseLost:
                ending = LOST
                raise
            finally:
                del self._due[claim.user]
                self._claims.labels(ending).inc()
            return again

        return taken

    def sent(self, user: int, failure: BaseException | None, *, is_reply: bool) -> None:
        """Or not, if there was a failure."""
        outcome = BECAME.get(type(failure), BROKEN)
        (self._replies if is_reply else self._nudges).labels(outcome).inc()
        if isinstance(failure, TryLater):
            self._retries.labels(_reason(failure.__cause__)).inc()
        due = self._due.get(user)
        if not (is_reply or failure or due is None):
            self._lateness.observe(max(0, (self._clock.now() - due).total_seconds()))

    def _counter(self, name: str, says: str, label: str, *values: str) -> Counter:
        """It counts from zero: what has not happened yet is there, too."""
        counter = Counter(name, says, [label], registry=self._registry)
        for value in values:
            counter.labels(value)
        return counter


class CountedInbox:
    """Counts what was new to the inbox."""

    def __init__(self, inbox: Inbox, metrics: Metrics) -> None:
        self._inbox = inbox
        self._metrics = metrics

    async def put(self, updates: Sequence[Delivered]) -> int:
        new = await self._inbox.put(updates)
        self._metrics.received.inc(new)
        return new


class CountedMessenger:
    """Counts what became of what was sent."""

    def __init__(self, messenger: Messenger, metrics: Metrics) -> None:
        self._messenger = messenger
        self._metrics = metrics
        self.opened = messenger.opened
        self.fetch = messenger.fetch

    async def send(
        self, user: int, message: Outgoing, answering: str | None = None, file: File | None = None
    ) -> timedelta:
        is_reply = answering is not None
        try:
            rest = await self._messenger.send(user, message, answering, file)
        except BaseException as failure:
            self._metrics.sent(user, failure, is_reply=is_reply)
            raise
        self._metrics.sent(user, None, is_reply=is_reply)
        return rest


def _reason(cause: BaseException | None) -> str:
    """Why a send is to be tried again."""
    if isinstance(cause, RetryAfter):
        return TOO_MANY
    below = cause.__cause__ if isinstance(cause, NetworkError) else cause
    return NO_ANSWER if isinstance(below, (TimeoutError, httpx.HTTPError)) else SERVER_ERROR
