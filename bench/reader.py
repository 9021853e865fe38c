"""How fast messages are read: run as `python -m bench.reader`, prints one table with the bounds beside it."""

import json
import platform
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from language.sentences import SentenceReader
from rules.journal import Journal

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)
ROUNDS = 40
MESSAGES = (
    "Two weeks ago I interviewed at Acme for the ward clerk job and it went rather well, Dana Reed showed me round and"
    " said they would decide in two or three weeks. I sent her a thank-you the same night and left a voicemail on"
    " Monday, nothing so far. Should I call again this week or is it better to wait until they get in touch with me?",
    "ok so had my second interview w/ globex yday at 2pm, three people on the panel, honestly i think i bombed the"
    " coding part but the rest was fine?? the recruiter (priya@globex.example, 0161 496 0123) says theyll let me know"
    " by friday week. meanwhile initech rang and want me in on thursday at half 9, so now i dont know what to do first",
    "Good evening sir. I had attended the final round on 24th February in Hooli Infotech for the post of java"
    " developer and HR has told that the result will come within ten working days. Today is already the eighth day and"
    " no mail is there from their side. I have mailed one time only. Kindly tell me what I should do now, I call?",
)
HOSTILE = {
    "one letter": "a",
    "digits": "1234567890",
    "one word": "interview ",
    "brackets": "([{<",
    "dates": "next friday at 3, ",
    "capitals": "Acme Globex ",
    "clauses": "they called, i wrote, ",
    "every script": "aя中あ한ع🙂\u0301",
    "NUL": "\x00",
}
LONGEST = 4096
RANDOM_TEXTS = 300
REAL = Path(__file__).parent.parent / "tests" / "language" / "unseen" / "messages.json"
"""Messages of 30 to 70 words as people write them."""


def main() -> None:
    sys.stdout.write(f"## How fast messages are read\n\n{_machine()}\n\n| what | took | bound |\n|---|---|---|\n")
    _row("first message of a process that has compiled nothing", _milliseconds(MESSAGES[0]), 1000)
    real = [text for item in json.loads(REAL.read_text(encoding="utf-8")) for text in item["messages"]]
    times = sorted(_milliseconds(text) for _ in range(ROUNDS) for text in real)
    _row(f"{len(real)} real messages: median", median(times), 5)
    _row(f"{len(real)} real messages: 99th percentile", quantiles(times, n=100)[98], 25)
    for name, piece in HOSTILE.items():
        _row(f"4,096 characters: {name}", _milliseconds((piece * LONGEST)[:LONGEST]), 200)
    _row(f"4,096 characters: worst of {RANDOM_TEXTS} random ones", max(map(_milliseconds, _random_texts())), 200)
    _row("import", _import_time(), 500)


def _machine() -> str:
    return f"One core of {platform.machine()}, Python {platform.python_version()}, one message after another."


def _random_texts() -> list[str]:
    """Words of real talk, punctuation and stray characters in any order; the same ones every time."""
    chance = random.Random(0)
    pieces = [*" ".join(MESSAGES).split(), *HOSTILE.values(), "\n", "?", "...", "@", "http://", "+44 ", "12/13/14 "]
    return [" ".join(chance.choices(pieces, k=LONGEST))[:LONGEST] for _ in range(RANDOM_TEXTS)]


def _milliseconds(text: str) -> float:
    reader, journal = SentenceReader(), Journal(default_zone="Europe/London")
    began = time.perf_counter()
    reader.read(text, journal, NOW)
    return (time.perf_counter() - began) * 1000


def _import_time() -> float:
    """In a fresh interpreter, which has nothing loaded yet."""
    code = "import time; t = time.perf_counter(); import language.sentences; print((time.perf_counter() - t) * 1000)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _row(name: str, took: float, bound: float) -> None:
    sys.stdout.write(f"| {name} | {took:.1f} ms | {bound} ms{'' if took <= bound else ': TOO SLOW'} |\n")


if __name__ == "__main__":
    main()
