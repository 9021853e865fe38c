"""A call from the bot, from the name in the address to the answer, with its faults, checks and books."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from simulator.decoding import Check
from simulator.faults import Fault, Faults, Kind
from simulator.happenings import JSON
from simulator.methods import canonical_name, execute
from simulator.parameters import Upload
from simulator.refusals import Malformed, Refused, UnknownMethod
from simulator.telegram import World

GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass(frozen=True)
class Answer:
    """A body that is text is sent as HTML; `is_cut` means that the connection dies without a word."""

    status: int
    body: JSON | str
    is_cut: bool = False


CUT = Answer(0, "", is_cut=True)


@dataclass
class Call:
    """One call as it came, when by the simulator's clock, and what it was answered."""

    method: str
    parameters: JSON
    at: datetime
    status: int | None = None
    answer: JSON | str | None = None

    def as_json(self) -> JSON:
        return {**vars(self), "at": self.at.isoformat()}


@dataclass(frozen=True)
class Violation:
    """A call no correct client makes, and what is wrong with it."""

    method: str
    parameters: JSON
    description: str


@dataclass
class BotApi:
    world: World
    faults: Faults
    check: Check
    calls: list[Call] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    sent: Counter[int] = field(default_factory=Counter)

    async def answer(self, name: str, raw: JSON, uploads: dict[str, Upload]) -> Answer:
        """Whatever happens, it is in the books afterwards."""
        call = Call(name, {**raw, **{key: f"<{upload.name}>" for key, upload in uploads.items()}}, self.world.now())
        self.calls.append(call)
        self.world.happenings.wake()
        answer = await self._answer(call, raw, uploads)
        call.status, call.answer = answer.status, answer.body
        self.world.happenings.wake()
        return answer

    def refuse(self, name: str, refusal: Malformed) -> Answer:
        """For a call whose body cannot even be read."""
        self.violations.append(Violation(name, {}, refusal.description))
        return Answer(refusal.code, refusal.as_json())

    def forget(self) -> None:
        self.calls.clear()
        self.violations.clear()
        self.sent.clear()

    async def _answer(self, call: Call, raw: JSON, uploads: dict[str, Upload]) -> Answer:
        try:
            call.method = canonical_name(call.method)
            chat = raw.get("chat_id")
            await asyncio.sleep(self.faults.latency(call.method, chat))
            fault = self.faults.strike(call.method, chat)
            if fault is not None and not fault.after:
                return _faulty(fault)
            result = await self._execute(call.method, raw, uploads)
            return Answer(200, {"ok": True, "result": result}) if fault is None else _faulty(fault)
        except Refused as refusal:
            if isinstance(refusal, Malformed | UnknownMethod):
                self.violations.append(Violation(call.method, call.parameters, refusal.description))
            return Answer(refusal.code, refusal.as_json())

    async def _execute(self, method: str, raw: JSON, uploads: dict[str, Upload]) -> object:
        parameters = self.check(method, raw, uploads)
        chat = parameters.get("chat_id")
        if self.faults.flood_limit is not None and chat is not None:
            self.faults.flood_limit.check(method, chat)
        result = await execute(self.world, method, parameters)
        if method.startswith("send") and method != "sendChatAction":
            self.sent[parameters["chat_id"]] += 1
        return result


def _faulty(fault: Fault) -> Answer:
    """Raises Refused for the faults that are answers of the Bot API."""
    if refusal := fault.refusal():
        raise refusal
    return Answer(502, GATEWAY_PAGE) if fault.kind is Kind.BAD_GATEWAY else CUT
