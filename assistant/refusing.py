"""What is said to those who are not heard: they wrote too much at once, or may not use this bot."""

from datetime import datetime

from assistant.ports import Outgoing
from assistant.reply import line, saying
from assistant.words import in_words
from rules.preferences import Preferences


def too_much(minutes: int, now: datetime) -> Outgoing:
    """`minutes` is how long it takes to answer what is kept."""
    return in_words(saying(line("too-much", minutes=minutes)), now, Preferences())


def not_let_in(now: datetime) -> Outgoing:
    return in_words(saying(line("not-let-in")), now, Preferences())
