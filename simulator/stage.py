"""What one can do on the page besides writing: move time, be somebody else, start anew, play a ready conversation."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from starlette.routing import Route

from simulator.backstage import Backstage
from simulator.clock import MovableClock, system_now
from simulator.conversation import Person
from simulator.happenings import JSON
from simulator.people import LocalUser
from simulator.posting import Action, posted
from simulator.scripts import Script, Step
from simulator.telegram import World
from simulator.view import chat_view, clock_view

NAMES = ("You", "Ben", "Cleo", "Dev", "Ella", "Finn", "Gus", "Hana")
PATIENCE_SECONDS = 3
NO_NUDGE = "Nothing is planned: the bot waits for you."
NO_WAY_BACK = "Time goes forward only, once something was said. Forget everybody to go back."


@dataclass
class Performance:
    """A ready conversation under way."""

    script: Script
    played: int = 0

    @property
    def next(self) -> Step | None:
        return self.script.steps[self.played] if self.played < len(self.script.steps) else None

    def as_json(self) -> JSON:
        said = self.next.act if self.next else None
        return {"title": self.script.title, "played": self.played, "steps": len(self.script.steps), "next": said}


@dataclass
class Stage:
    world: World
    clock: MovableClock
    reset: Callable[[], None]
    backstage: Backstage = field(default_factory=Backstage)
    _performances: dict[int, Performance] = field(default_factory=dict)

    def routes(self) -> list[Route]:
        actions: dict[str, Action] = {
            "clock": self._move_clock,
            "person": self._meet,
            "again": self._begin_again,
            "reset": self._start_anew,
            "script": self._begin_script,
            "step": self._step,
        }
        return [Route(f"/{name}", posted(action), methods=["POST"]) for name, action in actions.items()]

    async def view(self, number: int) -> JSON:
        """All that the page shows to this person; whoever is unknown is taken for the first one there is."""
        person = self.world.people.get(number) or self._first()
        panel = await self.backstage.panel(person.id)
        zone = ZoneInfo(panel["zone"])
        performance = self._performances.get(person.id)
        return {
            **chat_view(self.world, person, zone),
            "clock": clock_view(self.clock.now(), zone, is_frozen=self.clock.is_frozen),
            "plan": panel["sections"],
            "scripts": [
                {"name": each.name, "title": each.title, "about": each.about} for each in self.backstage.scripts
            ],
            "performance": performance.as_json() if performance else None,
        }

    def _first(self) -> Person:
        return next(iter(self.world.people.values()), None) or self.world.person(NAMES[0])

    def _person(self, body: JSON) -> Person:
        return self.world.people[int(body["user"])]

    def _meet(self, _: JSON) -> JSON:
        taken = {person.name for person in self.world.people.values()}
        free = (name for name in (*NAMES, *(f"Guest {number}" for number in range(1, 100))) if name not in taken)
        return self.world.person(next(free)).as_json()

    def _begin_again(self, body: JSON) -> JSON:
        """The same name, and a stranger to the bot."""
        person = self._person(body)
        self._performances.pop(person.id, None)
        self.clock.resume()
        self.world.forget(person)
        return self.world.person(person.name, person.language).as_json()

    def _start_anew(self, _: JSON) -> JSON:
        """Nobody was ever here, and the time is the machine's."""
        self._performances.clear()
        self.clock.resume()
        self.clock.set(system_now())
        self.reset()
        return self._first().as_json()

    async def _move_clock(self, body: JSON) -> JSON:
        """{"by": "hour", "day" or "nudge"}, or {"to": a wall time where the user is}."""
        zone = ZoneInfo((await self.backstage.panel(self._person(body).id))["zone"])
        self._move_to(await self._destination(body, zone))
        return clock_view(self.clock.now(), zone, is_frozen=self.clock.is_frozen)

    async def _destination(self, body: JSON, zone: ZoneInfo) -> datetime:
        now = self.clock.now()
        if "to" in body:
            minute = datetime.fromisoformat(body["to"]).replace(tzinfo=zone)
            return max(minute, now) if minute == now.replace(second=0, microsecond=0) else minute
        if body["by"] == "nudge":
            moment = await self.backstage.next_word()
            if moment is None:
                raise LookupError(NO_NUDGE)
            return max(moment, now)
        return {"hour": now + timedelta(hours=1), "day": now.astimezone(zone) + timedelta(days=1)}[body["by"]]

    def _move_to(self, moment: datetime) -> None:
        """Time goes on from there, though a ready conversation may have stopped it."""
        said = [message.date for chat in self.world.messages.values() for message in chat]
        if moment < max(said, default=moment) and moment < self.clock.now():
            raise ValueError(NO_WAY_BACK)
        self.clock.resume()
        self._turn_to(moment)

    def _turn_to(self, moment: datetime) -> None:
        self.clock.set(moment)
        self.world.happenings.record("clock", now=moment.isoformat())

    async def _begin_script(self, body: JSON) -> JSON:
        """Played by somebody new who is called like it; time stands still between its steps."""
        script = next(each for each in self.backstage.scripts if each.name == body["name"])
        former = self.world.find(script.title)
        if former:
            self._performances.pop(former.id, None)
            self.world.forget(former)
        person = self.world.person(script.title)
        self._performances[person.id] = Performance(script)
        self.clock.freeze()
        await self._play(person)
        return person.as_json()

    async def _step(self, body: JSON) -> JSON:
        await self._play(self._person(body))
        return {}

    async def _play(self, person: Person) -> None:
        """The next step, and what the bot says to it."""
        performance = self._performances[person.id]
        if performance.next is None:
            return
        known = len(self.world.happenings.entries)
        self._perform(LocalUser(self.world, person), performance.next)
        performance.played += 1
        if performance.next is None:
            self.clock.resume()
        await self.world.happenings.until(lambda: self._has_answered(person, known), PATIENCE_SECONDS)

    def _perform(self, user: LocalUser, step: Step) -> None:
        self._turn_to(max([step.at, *(message.date for message in user.messages)]))
        if step.button:
            user.press(step.button)
        elif step.act:
            user.say(step.act)

    def _has_answered(self, person: Person, known: int) -> bool:
        news = [entry["message"] for entry in self.world.happenings.entries[known:] if "message" in entry]
        return any(message["from_bot"] and message["chat"]["id"] == person.id for message in news)
