"""People who look for a job for months: what they tell the bot, when, and what they make of what it says."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from zoneinfo import ZoneInfo

from bench.load import companies
from simulator.conversation import Button, Message
from simulator.people import LocalUser, Press

ZONES = ("Europe/Berlin", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC")
NAMES = ("Dana Reed", "Sam Porter", "Priya Nair", "Lee Marsh", "Jo Fox")
FELT = ("felt great", "went well", "it was so-so", "I think I bombed it", "no idea how it went")
WORDS = (
    "what should I do now?", "what should I do now?", "/list", "/list", "/now", "hello", "thanks!", "I'm so nervous",
    "/undo",
    "why should I wait?", "/settings", "/rules", "/help", "what did I say?", "/calendar",
    "should I drop by their office?",
    "send me a digest on Mondays and Thursdays", "no digest please", "quiet hours from 22:00 to 7:00",
    "morning reminders at 8",
    "wait 7 days without a promise", "keep my messages for 2 weeks", "write me a thank you letter", "/export",
    "/privacy",
)  # fmt: skip
ABOUT = (
    "show me {}", "remind me about {} tomorrow", "stop asking about {}", "remind me about {} again", "let {} go",
    "thank you letter for {} please", "I followed up with {}", "what about {}?", "her number at {} is +49 30 901820",
    "{} wrote, they are still deciding", "ask me about {} again in 3 days", "not before Monday for {}",
)  # fmt: skip
LONGEST_HUNTS = 6
"""Applications that somebody has open at a time."""
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

Act = Callable[[], "Press | Message | None"]


@dataclass(order=True)
class Planned:
    at: datetime
    number: int
    act: Act = field(compare=False)


@dataclass
class Agenda:
    """What is going to be done, by all people, in order."""

    acts: list[Planned] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=count)

    def plan(self, at: datetime, act: Act) -> None:
        heappush(self.acts, Planned(at, next(self.numbers), act))

    @property
    def next_at(self) -> datetime | None:
        return self.acts[0].at if self.acts else None

    def take(self) -> Planned:
        return heappop(self.acts)


@dataclass
class Seeker:
    """One of them. `hunts` are the companies they have not heard the last of."""

    person: LocalUser
    agenda: Agenda
    dice: random.Random
    until: datetime
    now: Callable[[], datetime]
    hunts: dict[str, str] = field(default_factory=dict)
    is_away: bool = False

    def begin(self, start: datetime) -> None:
        self.zone = ZoneInfo(self.dice.choice(ZONES))
        self.agenda.plan(self._awake(start + self._span(DAY)), lambda: self._say("/start"))
        if self.dice.random() < 0.8:
            self._tell_at(start + DAY + self._span(DAY), f"my time zone is {self.zone.key}")
        self.agenda.plan(start + 2 * DAY + self._span(10 * DAY), self._look_around)
        self.agenda.plan(start + 3 * DAY + self._span(7 * DAY), self._chat)
        if self.dice.random() < 0.06:
            self.agenda.plan(start + self._span(self.until - start), self._block)
        if self.dice.random() < 0.05:
            self.agenda.plan(start + self._span(self.until - start), self._ask_to_be_forgotten)

    def hears(self, message: Message) -> None:
        """Something came from the bot; sometimes its buttons are pressed: at once, late, or very late."""
        if _pressable(message) and self.dice.random() < 0.2:
            delay = self.dice.choice([MINUTE, 10 * MINUTE, HOUR, 5 * HOUR, DAY, 4 * DAY, 20 * DAY]) * self.dice.random()
            self.agenda.plan(self._awake(self.now() + delay), lambda: self._press(message))

    def _press(self, message: Message) -> Press | None:
        buttons = _pressable(message)
        if not buttons or message.is_deleted or self.is_away:
            return None
        button = self.dice.choice(buttons)
        if self.dice.random() < 0.3:  # what came of it has buttons too
            self.agenda.plan(self.now() + self.dice.uniform(2, 60) * timedelta(seconds=1), lambda: self._press(message))
        return self.person.press(button.data or "", message)

    def _look_around(self) -> None:
        """A new application every now and then; some weeks none."""
        if len(self.hunts) < LONGEST_HUNTS and not self.is_away:
            self._apply(next(companies(self.dice)))
        pause = self.dice.choice([20, 40, 60, 150]) * DAY
        self.agenda.plan(self.now() + pause * (0.5 + self.dice.random()), self._look_around)

    def _apply(self, company: str) -> None:
        self.hunts[company] = self.dice.choice(NAMES)
        at = self._office_hour(self.now() + (1 + 8 * self.dice.random()) * DAY)
        if self.dice.random() < 0.7:
            self._tell_at(self.now() + self._span(HOUR), f"interview at {company} on {_said(at)}")
            if self.dice.random() < 0.15:
                self._move(company, at)
                return
        self._be_interviewed(company, at)

    def _move(self, company: str, at: datetime) -> None:
        """They move it, or call it off."""
        heard = self.now() + (at - self.now()) * self.dice.random()
        later = self._office_hour(at + 3 * DAY)
        if self.dice.random() < 0.6:
            self._tell_at(heard, f"the {company} interview was moved to {_said(later)}")
            self._be_interviewed(company, later)
        else:
            self._tell_at(heard, f"{company} cancelled the interview")
            self._end(company, heard + 20 * DAY)

    def _be_interviewed(self, company: str, at: datetime) -> None:
        name = self.hunts[company]
        told = self._awake(at + self.dice.choice([HOUR, 2 * HOUR, 8 * HOUR, DAY, 3 * DAY]))
        when = "just finished" if told - at <= 2 * HOUR else f"on {_said(at)}"
        words = f"interview at {company} {when} with {name}, {self.dice.choice(FELT)}"
        if self.dice.random() < 0.6:
            words += f". {name.split()[0].lower()}@{company.lower()}.example"
        if self.dice.random() < 0.35:
            words += f", they decide by {_day(told + self.dice.uniform(3, 15) * DAY)}"
        if self.dice.random() < 0.9:
            self._tell_at(told, words, may_edit=True)
        if self.dice.random() < 0.4:
            self._tell_at(told + self._span(2 * DAY), f"thanked {name.split()[0]} at {company}")
        if self.dice.random() < 0.3:
            self._tell_at(told + (8 + self._days(10)) * DAY, f"I followed up with {company}")
        self.agenda.plan(self._awake(told + (4 + self._days(20)) * DAY), lambda: self._hear_from(company))

    def _hear_from(self, company: str) -> Message | None:
        """Mostly nothing, as everybody knows."""
        at = self._office_hour(self.now() + (2 + self._days(8)) * DAY)
        match self.dice.choices(["silence", "no", "still deciding", "next", "offer"], [45, 25, 10, 12, 8])[0]:
            case "silence":
                self._end(company, self.now() + self._days(60) * DAY)
                return None
            case "no":
                self._end(company, self.now())
                return self._say(f"{company} rejected me")
            case "still deciding":
                self.agenda.plan(self._awake(self.now() + self._days(20) * DAY), lambda: self._hear_from(company))
                return self._say(f"{company} wrote, they are still deciding")
            case "next":
                self._be_interviewed(company, at)
                return self._say(f"{company} invited me to a second interview on {_said(at)}")
        answer = "accepted" if self.dice.random() < 0.3 else "declined"
        self._tell_at(self.now() + self._days(4) * DAY, f"I {answer} the {company} offer")
        self._end(company, self.now() + 5 * DAY)
        return self._say(f"{company} made me an offer, they want an answer by {_day(at)}")

    def _end(self, company: str, at: datetime) -> None:
        def forget() -> None:
            self.hunts.pop(company, None)

        self.agenda.plan(at, forget)

    def _chat(self) -> Message | None:
        self.agenda.plan(self._awake(self.now() + self._days(60) * DAY), self._chat)
        if self.hunts and self.dice.random() < 0.5:
            return self._say(self.dice.choice(ABOUT).format(self.dice.choice(sorted(self.hunts))))
        return self._say(self.dice.choice(WORDS))

    def _block(self) -> None:
        self.is_away = True
        self.person.block()
        self.agenda.plan(self.now() + self._days(60) * DAY, self._come_back)

    def _come_back(self) -> Message | None:
        self.is_away = False
        self.person.unblock()
        return self._say("/list")

    def _ask_to_be_forgotten(self) -> Message | None:
        self.agenda.plan(self.now() + MINUTE, lambda: self._say("yes, delete everything"))
        return self._say("/delete")

    def _tell_at(self, at: datetime, words: str, *, may_edit: bool = False) -> None:
        def tell() -> Message | None:
            said = self._say(words)
            if said and may_edit and self.dice.random() < 0.1:
                better = words.replace("great", "good").replace("so-so", "great")
                self.agenda.plan(self.now() + 5 * MINUTE, lambda: self._edit(said, better))
            return said

        self.agenda.plan(self._awake(at), tell)

    def _edit(self, message: Message, words: str) -> Message | None:
        return None if self.is_away else self.person.edit(message.message_id, words)

    def _say(self, words: str) -> Message | None:
        return None if self.is_away else self.person.say(words)

    def _span(self, longest: timedelta) -> timedelta:
        return longest * self.dice.random()

    def _days(self, most: int) -> float:
        return self.dice.random() * most

    def _office_hour(self, at: datetime) -> datetime:
        local = at.astimezone(self.zone).replace(hour=self.dice.randint(9, 16), minute=0, second=0, microsecond=0)
        return local + (7 - local.weekday()) * DAY if local.weekday() > 4 else local

    def _awake(self, at: datetime) -> datetime:
        """Hardly anybody writes at night."""
        local = at.astimezone(self.zone)
        if 7 <= local.hour < 23 or self.dice.random() < 0.02:
            return at
        return local.replace(hour=7, minute=self.dice.randint(0, 59)) + (DAY if local.hour >= 23 else 0 * DAY)


def _pressable(message: Message) -> list[Button]:
    return [button for row in message.buttons for button in row if button.data]


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B}"


def _said(at: datetime) -> str:
    return f"{_day(at)} at {at:%H:%M}"
