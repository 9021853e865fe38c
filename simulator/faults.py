"""What can go wrong between a bot and Telegram, on demand or by seeded chance."""

import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Any

from simulator.happenings import JSON
from simulator.refusals import BadRequest, Forbidden, Refused, TooManyRequests


class Kind(StrEnum):
    FLOOD = "flood"
    BLOCKED = "blocked"
    BAD_REQUEST = "bad_request"
    SERVER_ERROR = "server_error"
    BAD_GATEWAY = "bad_gateway"
    CUT = "cut"
    LATENCY = "latency"


AMBIGUOUS = {Kind.SERVER_ERROR, Kind.BAD_GATEWAY, Kind.CUT}


@dataclass
class Fault:
    """Strikes the next `times` calls (None: all) of a method and chat (None: any).

    `after` lets the call be executed first, so that the bot cannot know whether it was.
    """

    kind: Kind
    method: str | None = None
    chat: int | None = None
    times: int | None = 1
    after: bool = False
    retry_after: int = 1
    seconds: float = 0.05
    description: str = "message is not possible"

    def strikes(self, method: str, chat: object) -> bool:
        return self.times != 0 and self.method in (None, method) and (self.chat is None or str(self.chat) == str(chat))

    def count(self) -> None:
        if self.times is not None:
            self.times -= 1

    def refusal(self) -> Refused | None:
        """None for what is not an answer in the Bot API's form."""
        match self.kind:
            case Kind.FLOOD:
                return TooManyRequests(self.retry_after)
            case Kind.BLOCKED:
                return Forbidden("bot was blocked by the user")
            case Kind.BAD_REQUEST:
                return BadRequest(self.description)
            case Kind.SERVER_ERROR:
                return Refused(500, "Internal Server Error")
        return None


class Faults:
    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.rules: list[Fault] = []
        self.flood_limit: FloodLimit | None = None
        self._monotonic = monotonic
        self._chance: tuple[random.Random, float, list[Kind]] | None = None

    def add(self, kind: Kind | str, method: str | None = None, **how: Any) -> Fault:
        """What can be said of it is in Fault. Raises ValueError for an unknown kind, TypeError for an unknown word."""
        fault = Fault(Kind(kind), method, **how)
        self.rules.append(fault)
        return fault

    def by_chance(self, rate: float, kinds: list[Kind], seed: int) -> None:
        """Each call is struck with this probability by one of the kinds. Raises ValueError for latency."""
        if Kind.LATENCY in kinds:
            raise ValueError("latency does not strike by chance: add a rule for it")
        self._chance = (random.Random(seed), rate, kinds) if rate else None

    def limit_flood(self) -> None:
        """Answer 429 beyond 30 messages a second overall or one a second in a chat."""
        self.flood_limit = FloodLimit(self._monotonic)

    def clear(self) -> None:
        self.rules.clear()
        self._chance = self.flood_limit = None

    def latency(self, method: str, chat: object) -> float:
        """Seconds to wait before anything else."""
        slow = [rule for rule in self.rules if rule.kind is Kind.LATENCY and rule.strikes(method, chat)]
        for rule in slow:
            rule.count()
        return sum(rule.seconds for rule in slow)

    def strike(self, method: str, chat: object) -> Fault | None:
        """The fault this call meets, if any; it is used up by that."""
        for rule in self.rules:
            if rule.kind is not Kind.LATENCY and rule.strikes(method, chat):
                rule.count()
                return rule
        return self._random_fault()

    def _random_fault(self) -> Fault | None:
        if self._chance is None:
            return None
        dice, rate, kinds = self._chance
        if dice.random() >= rate:
            return None
        kind = dice.choice(kinds)
        return Fault(kind, after=kind in AMBIGUOUS and dice.random() < 0.5)

    def as_json(self) -> list[JSON]:
        return [vars(rule) for rule in self.rules]


class FloodLimit:
    """Telegram's limits as sliding windows: 30 messages a second overall, one a second in a chat."""

    OVERALL = 30

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._all: deque[float] = deque()
        self._last: dict[object, float] = {}

    def check(self, method: str, chat: object) -> None:
        """Raises TooManyRequests."""
        if not method.startswith("send") or method == "sendChatAction":
            return
        now = self._monotonic()
        while self._all and self._all[0] <= now - 1:
            self._all.popleft()
        free_at = max(self._last.get(chat, now - 1) + 1, self._all[0] + 1 if len(self._all) >= self.OVERALL else now)
        if free_at > now:
            raise TooManyRequests(ceil(free_at - now))
        self._all.append(now)
        self._last[chat] = now
