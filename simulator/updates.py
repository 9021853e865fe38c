"""The bot's updates until it confirms them: long polling with offsets, as Telegram does it."""

from collections.abc import Collection

from simulator.happenings import JSON, Happenings
from simulator.refusals import Conflict

ONLY_WHEN_ASKED_FOR = {"chat_member", "message_reaction", "message_reaction_count"}

WEBHOOK_IS_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
TAKEN_OVER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """Updates leave by an offset beyond them (polling) or by a 2xx answer (webhook), never by being handed out."""

    def __init__(self, happenings: Happenings) -> None:
        self.pending: list[JSON] = []
        self.webhook: JSON | None = None
        self.polls = 0
        self._happenings = happenings
        self._allowed: Collection[str] = ()
        self._next_id = 1

    def add(self, kind: str, content: JSON) -> None:
        """Queue an update, unless the bot said that it does not want this kind."""
        if not self._is_allowed(kind):
            return
        self.pending.append({"update_id": self._next_id, kind: content})
        self._next_id += 1
        self._happenings.record("update", update_id=self._next_id - 1, type=kind)

    def allow(self, kinds: Collection[str] | None) -> None:
        """None leaves the choice as it was; an empty list is Telegram's default."""
        if kinds is not None:
            self._allowed = tuple(kinds)

    @property
    def allowed(self) -> list[str]:
        return list(self._allowed)

    async def poll(self, offset: int, limit: int, seconds: float) -> list[JSON]:
        """Raises Conflict when a webhook is set, or when a later poll takes over."""
        if self.webhook is not None:
            raise Conflict(WEBHOOK_IS_SET)
        self.polls += 1
        mine = self.polls
        self._happenings.wake()
        self.confirm(offset)
        await self._happenings.until(lambda: bool(self.pending or self.polls != mine or self.webhook), seconds)
        if self.polls != mine:
            raise Conflict(TAKEN_OVER)
        if self.webhook is not None:
            raise Conflict("terminated by setWebhook request")
        return self.pending[: min(max(limit, 1), 100)]

    def confirm(self, offset: int) -> None:
        """Forget what lies before the offset; -n keeps the last n."""
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def drop_pending(self) -> None:
        self.pending.clear()

    def _is_allowed(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed else kind not in ONLY_WHEN_ASKED_FOR
