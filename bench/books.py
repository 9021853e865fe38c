"""The books: what was said, and what came of it, as the local Telegram saw it. The bot's own tables are never asked."""

import io
import json
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from bench.load import Load
from simulator import LocalTelegram
from simulator.api import Call
from simulator.conversation import Message

COMPANY = re.compile(r"\b[A-Z][a-z]{6}\b")
PROMISE = "I will remind you"


class Kind(StrEnum):
    """What a message of the bot is to the load."""

    REPLY = "reply"
    NUDGE = "nudge"
    LIST = "list"
    EXPORT = "export"


Item = tuple[Kind, str]
"""What must come once: the reply, the nudge, the line of the list or the facts of the export about that company."""


@dataclass(frozen=True)
class Interruption:
    """Something that struck the bot, by the numbers of the calls that Telegram had heard by then.

    What it sent from `before` (shortly before it was struck) until `over` may not have been noted as sent, and then
    comes once more. It struck so many `workers`.
    """

    before: int
    struck: int
    over: int
    workers: int = 1

    def explains(self, first: int, again: int) -> bool:
        return self.before <= first < self.over and again >= self.struck


@dataclass
class Account:
    """What the books say at the end."""

    messages: int = 0
    replies: int = 0
    nudges: int = 0
    in_flight: int = 0
    most_in_flight: int = 0
    ambiguous: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    disorder: list[str] = field(default_factory=list)

    @property
    def complaints(self) -> list[str]:
        return [*self.lost, *self.doubled, *self.disorder]


class Books:
    def __init__(self, telegram: LocalTelegram, load: Load) -> None:
        self.interruptions: list[Interruption] = []
        self._telegram = telegram
        self._exported: dict[str, Counter[tuple[str, str]]] = {}
        self.load = load

    def has_come(self, kind: Kind) -> bool:
        """Whether everything of this kind that is to come has come at least once."""
        delivered = self._delivered()
        return all(delivered[kind, company] for company in self._expected(kind))

    @property
    def unanswered(self) -> int:
        """How many were told of whom no reply tells yet."""
        delivered = self._delivered()
        return sum(not delivered[Kind.REPLY, company] for company in self.load.told)

    def account(self) -> Account:
        delivered, heard = self._delivered(), self._heard()
        kinds = Counter(kind for kind, _ in delivered)
        told = Account(len(self.load.told), kinds[Kind.REPLY], kinds[Kind.NUDGE])
        told.lost = [f"no {kind} about {company}" for kind in Kind for company in self._missing(kind, delivered)]
        texts = [message for message in self._messages() if not message.content]
        told.ambiguous = len(texts) - sum(1 for _ in self._answered())
        self._judge_copies(told, heard)
        told.doubled += [
            f"{kind} of {company} exported twice" for facts in self._exports() for company, kind in _twice(facts)
        ]
        told.disorder = [f"out of order: {company}" for company in self._out_of_order()]
        return told

    def _judge_copies(self, told: Account, heard: dict[Item, list[int]]) -> None:
        """A copy beside one that the bot was told has arrived: was the first in flight when something struck?

        Which process sent it nobody knows: where two strikes explain it, it is put to the one with fewer.
        """
        at: dict[Interruption | None, set[int]] = defaultdict(set)
        for item, calls in heard.items():
            for first, again in pairwise(calls):
                causes = (each for each in self.interruptions if each.explains(first, again))
                cause = min(causes, key=lambda each: len(at[each]) / each.workers, default=None)
                at[cause].add(first)
                if cause is None:
                    told.doubled.append(
                        f"{item[0]} about {item[1]} twice, in calls {first} and {again}{self._by(first)}"
                    )
        in_flight = {cause: len(calls) for cause, calls in at.items() if cause is not None}
        told.in_flight = sum(in_flight.values())
        told.most_in_flight = max((-(-count // cause.workers) for cause, count in in_flight.items()), default=0)

    def _by(self, call: int) -> str:
        """What struck last before that call, for whoever looks for the cause."""
        before = [each for each in self.interruptions if each.struck <= call]
        return f", struck last from {before[-1].struck} to {before[-1].over}" if before else ""

    def _expected(self, kind: Kind) -> Iterable[str]:
        """Every company once in a reply, in a list and in an export, and in a nudge where the reply promised one."""
        return self._promised() if kind is Kind.NUDGE else self.load.told

    def _missing(self, kind: Kind, delivered: Counter[Item]) -> Iterator[str]:
        return (company for company in self._expected(kind) if not delivered[kind, company])

    def _promised(self) -> set[str]:
        replies = (message.text for message in self._messages() if PROMISE in message.text)
        return {company for text in replies for kind, company in self._items(text) if kind is Kind.REPLY}

    def _delivered(self) -> Counter[Item]:
        said = Counter(item for message in self._messages() for item in self._items(message.text))
        exported = {(Kind.EXPORT, company) for facts in self._exports() for company, _ in facts}
        return said + Counter(exported)

    def _exports(self) -> Iterator[Counter[tuple[str, str]]]:
        """For each export that came how often it has each kind of fact of each company that was told."""
        for message in self._messages():
            if document := message.content.get("document"):
                yield self._read(document["file_id"])

    def _read(self, file: str) -> Counter[tuple[str, str]]:
        """Each export once: the books are asked after every message, and must not hold up the storm."""
        if file not in self._exported:
            self._exported[file] = _facts(self._telegram.file(file))
        return self._exported[file]

    def _heard(self) -> dict[Item, list[int]]:
        """The numbers of the calls that brought each item and were answered so."""
        heard: dict[Item, list[int]] = defaultdict(list)
        for number, call in self._answered():
            for item in self._items(_plain(call)):
                heard[item].append(number)
        return heard

    def _answered(self) -> Iterator[tuple[int, Call]]:
        """The messages that the bot sent and was told so, with the numbers of the calls."""
        calls = enumerate(self._telegram.calls)
        return ((number, call) for number, call in calls if call.method == "sendMessage" and call.status == 200)

    def _out_of_order(self) -> Iterator[str]:
        """Companies whose reply came before that to an earlier message of the same person."""
        for person in self.load.people:
            replies = [item for message in person.inbox for item in self._items(message.text)]
            answered = list(dict.fromkeys(company for kind, company in replies if kind is Kind.REPLY))
            told = [company for company, teller in self.load.told.items() if teller is person and company in answered]
            yield from (company for company, due in zip(answered, told, strict=True) if company != due)

    def _messages(self) -> Iterator[Message]:
        return (message for person in self.load.people for message in person.inbox)

    def _items(self, text: str) -> list[Item]:
        """What a text of the bot is about. A reply is about the company it notes; others about each they name."""
        named = [word for word in COMPANY.findall(text) if word in self.load.told]
        if text.startswith("Noted for"):
            return [(Kind.REPLY, company) for company in named[:1]]
        if text.startswith("Your applications"):
            return [(Kind.LIST, company) for company in named]
        return [(Kind.NUDGE, company) for company in dict.fromkeys(named)]


def _plain(call: Call) -> str:
    return re.sub(r"<[^>]+>", "", str(call.parameters["text"]))


def _facts(export: bytes) -> Counter[tuple[str, str]]:
    entries = json.loads(zipfile.ZipFile(io.BytesIO(export)).read("journal.json"))["entries"]
    told = [entry["fact"] for entry in entries if entry.get("message") is not None]
    companies = {fact["about"]: fact["company"] for fact in told if fact.get("company")}
    return Counter((companies[fact["about"]], fact["kind"]) for fact in told if fact.get("about") in companies)


def _twice(facts: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    return [fact for fact, count in facts.items() if count > 1]
