"""A terminal as the user's phone: what is typed is said to the bot, what the bot says is printed, the clock moves."""

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from simulator.conversation import Message
from simulator.people import LocalUser
from simulator.server import LocalTelegram

UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
HELP = """\
Write as you would to the bot. What begins with a colon is for the terminal:
  :1            press the first button of the last message (:2 the second, and so on)
  :+3h          move the clock by 3 hours (m, h, d and w)
  :next         move the clock to the bot's next word
  :time         what time it is
  :help  :quit
"""
MOMENT = "%a %d %b %Y, %H:%M UTC"
PATIENCE_SECONDS = 20.0
"""For a word that is sure to come, however busy the machine is."""
SETTLING_SECONDS = 1.5
"""For a word that may not come: the clock was moved, and perhaps nothing is due."""


class Terminal:
    """One user's phone. `next_word` tells when the bot will speak next of its own accord, None for never."""

    def __init__(self, telegram: LocalTelegram, next_word: Callable[[], Awaitable[datetime | None]]) -> None:
        self._telegram = telegram
        self._next_word = next_word
        self._user: LocalUser = telegram.user("You")
        self._shown: dict[int, str] = {}

    async def run(self) -> None:
        """Until :quit or the end of input."""
        self._print(HELP)
        self._user.say("/start")
        await self._answer()
        while (line := (await self._line())) is not None:
            if line == ":quit":
                return
            if line.startswith(":"):
                await self._answer(await self._command(line[1:].strip()))
            elif line:
                self._user.say(line)
                await self._answer()

    async def _line(self) -> str | None:
        sys.stdout.write("\n> ")
        sys.stdout.flush()
        line = await asyncio.to_thread(sys.stdin.readline)
        return line.strip() if line else None

    async def _command(self, command: str) -> float:
        """How long the bot's answer to it is worth waiting for, in seconds."""
        if command.isdecimal():
            return self._press(int(command))
        if command == "next":
            return await self._to_next_word()
        if moved := re.fullmatch(r"\+\s*(\d{1,4})\s*([mhdw])", command):
            self._telegram.clock.advance(timedelta(**{UNITS[moved[2]]: int(moved[1])}))
            self._tell_time()
        elif command == "time":
            self._tell_time()
        else:
            self._print(HELP)
        return SETTLING_SECONDS

    def _press(self, number: int) -> float:
        last = next((message for message in reversed(self._user.inbox) if message.buttons), None)
        buttons = [button for row in last.buttons for button in row] if last else []
        if last and 0 < number <= len(buttons):
            self._user.press(buttons[number - 1].data or "", last)
            return PATIENCE_SECONDS
        self._print("There is no such button.")
        return SETTLING_SECONDS

    async def _to_next_word(self) -> float:
        moment = await self._next_word()
        if moment is None:
            self._print("Nothing is planned: the bot waits for you.")
            return SETTLING_SECONDS
        self._telegram.clock.set(max(moment, self._telegram.clock.now()) + timedelta(seconds=1))
        self._tell_time()
        return PATIENCE_SECONDS

    async def _answer(self, seconds: float = PATIENCE_SECONDS) -> None:
        """Print what the bot has to say now; it has nothing if nothing comes for so long."""
        await self._telegram.world.happenings.until(lambda: bool(self._news()), seconds)
        for message in self._news():
            self._shown[message.message_id] = _as_seen(message)
            self._print(f"\n{message.text}{_buttons(message)}")

    def _news(self) -> list[Message]:
        return [message for message in self._user.inbox if self._shown.get(message.message_id) != _as_seen(message)]

    def _tell_time(self) -> None:
        self._print(f"It is {self._telegram.clock.now().strftime(MOMENT)}.")

    def _print(self, text: str) -> None:
        sys.stdout.write(f"{text}\n")


def _as_seen(message: Message) -> str:
    return f"{message.text}{_buttons(message)}"


def _buttons(message: Message) -> str:
    labels = [button.text for row in message.buttons for button in row]
    return "\n" + "  ".join(f"[:{number} {label}]" for number, label in enumerate(labels, 1)) if labels else ""
