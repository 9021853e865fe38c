"""Which rule's steps have a letter, and which."""

from collections.abc import Mapping

from rules.facts import Letter
from rules.rule import Rule
from rules.rulebook import (
    CHECK_IN,
    CHECK_IN_UNSURE,
    CONFIRMED_CALL,
    GUT,
    NEW_DATE,
    OFFER,
    REJECTED,
    SECOND,
    THANK_YOU,
    THEY_REPLIED,
    WITHDRAW,
)

LETTERS: Mapping[str, Letter] = {
    THANK_YOU.id: Letter.THANK_YOU,
    CHECK_IN.id: Letter.FOLLOW_UP,
    CHECK_IN_UNSURE.id: Letter.FOLLOW_UP,
    GUT.id: Letter.FOLLOW_UP,
    SECOND.id: Letter.FOLLOW_UP,
    THEY_REPLIED.id: Letter.REPLY,
    REJECTED.id: Letter.FEEDBACK,
    OFFER.id: Letter.OFFER,
    CONFIRMED_CALL.id: Letter.MISSED_CALL,
    NEW_DATE.id: Letter.NEW_DATE,
    WITHDRAW.id: Letter.WITHDRAWAL,
}
"""The letter of each rule that has one."""
# What they ask is whether there will be a follow-up at all: a letter is brought if wanted, but not offered.
UNDECIDED = (CHECK_IN_UNSURE, GUT)


def letter_of(rule: Rule) -> Letter | None:
    """The letter for which the steps of this rule have a button."""
    return LETTERS.get(rule.id) if rule not in UNDECIDED else None
