"""The journal: what is amended, what is taken back, and numbers that are never given twice."""

from datetime import UTC, datetime, timedelta

from rules.facts import Amended, Asked, Closed, Fact, Felt, Option, Retracted
from rules.journal import Journal
from tests.rules.telling import BAD, GOOD, GREAT, UNSURE, applied, felt, held, tell

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def said(*messages: list[Fact]) -> Journal:
    """A journal of messages, one an hour from noon."""
    journal = Journal()
    for number, facts in enumerate(messages):
        journal = journal.noting(facts, NOON + timedelta(hours=number), source=number)
    return journal


def standing(journal: Journal) -> list[Fact]:
    return [entry.fact for entry in journal.standing]


def test_an_amendment_stands_in_the_place_of_what_it_amends() -> None:
    journal = said([applied(), felt(GOOD)], [Amended(entry=2, fact=felt(GREAT))])
    assert standing(journal) == [applied(), felt(GREAT)]
    assert journal.standing[1].number == 2
    assert journal.standing[1].told == NOON


def test_the_last_of_two_amendments_counts() -> None:
    journal = said([felt(GOOD)], [Amended(entry=1, fact=felt(GREAT))], [Amended(entry=1, fact=felt(BAD))])
    assert standing(journal) == [felt(BAD)]


def test_an_amendment_may_amend_an_amendment() -> None:
    journal = said([felt(GOOD)], [Amended(entry=1, fact=felt(GREAT))], [Amended(entry=2, fact=felt(UNSURE))])
    assert standing(journal) == [felt(UNSURE)]


def test_taking_an_amendment_back_brings_the_first_word_back() -> None:
    journal = said([felt(GOOD)], [Amended(entry=1, fact=felt(GREAT))], [Retracted(entries=(2,))])
    assert standing(journal) == [felt(GOOD)]


def test_what_is_retracted_is_gone_with_its_amendments() -> None:
    journal = said([felt(GOOD), applied()], [Amended(entry=1, fact=felt(GREAT))], [Retracted(entries=(1,))])
    assert standing(journal) == [applied()]


def test_a_retraction_may_be_taken_back() -> None:
    journal = said([felt(GOOD)], [Retracted(entries=(1,))], [Retracted(entries=(2,))])
    assert standing(journal) == [felt(GOOD)]
    assert standing(journal.noting([Retracted(entries=(3,))], NOON)) == []


def test_undo_gives_exactly_the_plan_of_before() -> None:
    before = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(GREAT))
    undone = before.then("Fri 6 Mar 10:00", Closed(about="a1"), felt(BAD)).undone("Fri 6 Mar 10:01")
    assert undone.plan.steps == before.plan.steps
    assert undone.plan.applications == before.plan.applications


def test_entries_are_numbered_on_and_never_again() -> None:
    journal = said([felt(GOOD)], [Retracted(entries=(1,))]).noting([felt(GREAT)], NOON)
    assert [entry.number for entry in journal.entries] == [1, 2, 3]


def test_the_key_of_a_retracted_application_is_not_given_again() -> None:
    assert said([applied()], [Retracted(entries=(1,))]).new_application() == "a2"
    assert Journal().new_application() == "a1"


def test_a_key_that_a_question_offered_is_taken_too() -> None:
    offered = Option(label="A new one", facts=(applied("globex"), held(company="globex", number=3)))
    journal = said([Asked(question="which-one", options=(offered,))])
    assert journal.new_application() == "a3"
    assert journal.new_interview("a2") == 4


def test_the_number_of_a_retracted_interview_is_not_given_again() -> None:
    assert said([held()], [Retracted(entries=(1,))]).new_interview("a1") == 2
    assert said([held()]).new_interview("a2") == 1


def test_one_can_ask_for_what_one_message_told() -> None:
    journal = said([applied()], [felt(GOOD), held()])
    assert [entry.number for entry in journal.from_source(1)] == [2, 3]
    assert [entry.number for entry in journal.since(said([applied()]))] == [2, 3]
    assert isinstance(journal.from_source(1)[0].fact, Felt)
