"""The load: people who tell the bot of interviews, each of them at a company that nobody else has ever named."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator import LocalTelegram
from simulator.people import LocalUser

MOST_EACH = 8
"""Companies of one person: as many as one page of /list shows."""
CONSONANTS, VOWELS, ENDS = "bdfgklmnprstvz", "aeiou", "lmnrstx"


@dataclass
class Load:
    """People of a local Telegram who talk. `told` is everything they told: who was at which company, in order."""

    people: list[LocalUser]
    dice: random.Random
    told: dict[str, LocalUser] = field(default_factory=dict)

    @classmethod
    def of(cls, telegram: LocalTelegram, people: int, seed: int) -> "Load":
        """The same people and the same words for the same seed."""
        return cls([telegram.user(f"Person {number}") for number in range(people)], random.Random(seed))

    def tell(self) -> str:
        """Somebody tells of the interview that they come from; the company."""
        company = next(name for name in companies(self.dice) if name not in self.told)
        told = Counter(teller.id for teller in self.told.values())
        person = self.dice.choice([each for each in self.people if told[each.id] < MOST_EACH])
        self.told[company] = person
        person.say(f"interview at {company} just finished with Dana Reed, felt great")
        return company

    async def talk(self, a_second: float) -> None:
        """So many tell something every second, at random moments, until cancelled."""
        while True:
            await asyncio.sleep(self.dice.expovariate(a_second))
            self.tell()

    def ask_all(self, command: str) -> None:
        for person in self.people:
            person.say(command)


def companies(dice: random.Random) -> Iterator[str]:
    """Made-up names of seven letters, which no text has by chance."""
    while True:
        syllables = (dice.choice(CONSONANTS) + dice.choice(VOWELS) for _ in range(3))
        yield "".join(syllables).capitalize() + dice.choice(ENDS)
