"""For how long the words of a user's messages are kept."""

from rules.facts import WordsKept
from rules.journal import Journal

USUAL_DAYS, MOST_DAYS = 30, 365


def days_kept(journal: Journal) -> int:
    """How many days after their arrival; 0 is no longer than it takes to read them."""
    chosen = [entry.fact.days for entry in journal.standing if isinstance(entry.fact, WordsKept)]
    return chosen[-1] if chosen else USUAL_DAYS
