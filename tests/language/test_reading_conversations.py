"""The reader in the course of a conversation: what is known decides what a message means."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from language.reading import Answer, Asks, Reading, Topic
from language.sentences import SentenceReader
from rules.facts import (
    Amended,
    AnswerPromised,
    Applied,
    Asked,
    ContactMet,
    Fact,
    Feeling,
    Felt,
    FollowedUp,
    InterviewHeld,
    InterviewMoved,
    InterviewPlanned,
    OfferAnswered,
    OfferMade,
    SettingChanged,
    Shown,
    Thanked,
    TheyReplied,
)
from rules.fold import applications
from rules.journal import Journal
from rules.moments import Day, Moment

WEDNESDAY = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)


class Talk:
    """A user who writes one message after another."""

    def __init__(self) -> None:
        self.journal = Journal(default_zone="Europe/London")
        self.now = WEDNESDAY

    def says(self, text: str, after: timedelta = timedelta(minutes=1)) -> Reading:
        self.now += after
        reading = SentenceReader().read(text, self.journal, self.now)
        self.journal = self.journal.noting(reading.facts, self.now)
        return reading

    def tells(self, text: str, after: timedelta = timedelta(minutes=1)) -> tuple[Fact, ...]:
        return self.says(text, after).facts


def test_a_whole_report_in_one_breath() -> None:
    facts = Talk().tells(
        "Just walked out of Acme, Dana Reed was lovely, nailed it, they'll tell me by Friday, "
        "dana@acme.example / 415-555-0100"
    )
    assert facts == (
        Applied(about="a1", company="Acme"),
        InterviewHeld(about="a1", interview=1, happened=Day(date(2026, 3, 4))),
        ContactMet(about="a1", name="Dana Reed", email="dana@acme.example", phone="415-555-0100"),
        Felt(about="a1", feeling=Feeling.GREAT, interview=1),
        AnswerPromised(about="a1", by=Day(date(2026, 3, 6))),
    )


def test_a_planned_interview_is_the_one_that_went_well() -> None:
    talk = Talk()
    planned = talk.tells("Interview tomorrow at 15:00 at Globex")
    assert planned[-1] == InterviewPlanned(about="a1", interview=1, at=Moment(date(2026, 3, 5), time(15)))
    assert talk.tells("it went great", timedelta(days=1, hours=2)) == (
        InterviewHeld(about="a1", interview=1),
        Felt(about="a1", feeling=Feeling.GREAT, interview=1),
    )


def test_an_hour_goes_on_by_the_clock_that_it_was_told_by() -> None:
    talk = Talk()
    planned = talk.tells("Interview at Acme on Friday at 9am New York time")
    assert planned[-1] == InterviewPlanned(
        about="a1", interview=1, at=Moment(date(2026, 3, 6), time(9), "America/New_York")
    )
    assert talk.tells("they moved it to 11") == (
        InterviewMoved(about="a1", interview=1, at=Moment(date(2026, 3, 6), time(11), "America/New_York")),
    )
    (right,) = talk.tells("sorry, at 12")
    assert right.fact.at == Moment(date(2026, 3, 6), time(12), "America/New_York")
    assert talk.tells("they moved it to Monday at 3pm London time") == (
        InterviewMoved(about="a1", interview=1, at=Moment(date(2026, 3, 9), time(15), "Europe/London")),
    )


def test_a_moved_interview_keeps_its_number() -> None:
    talk = Talk()
    talk.tells("Interview on Monday at 10 at Globex")
    assert talk.tells("they moved it to Wednesday") == (
        InterviewMoved(about="a1", interview=1, at=Day(date(2026, 3, 11))),
    )


def test_two_open_applications_are_asked_about() -> None:
    talk = Talk()
    talk.tells("interviewed at Acme yesterday")
    talk.tells("had an interview at Globex today")
    (doubt,) = talk.says("they replied", timedelta(days=1)).doubts
    assert [(option.label, option.facts) for option in doubt.options] == [
        ("Acme", (TheyReplied(about="a1"),)),
        ("Globex", (TheyReplied(about="a2"),)),
    ]
    talk.journal = talk.journal.noting([Asked(question=doubt.question, options=doubt.options)], talk.now)
    assert talk.says("globex").answer == Answer(entry=talk.journal.last_number, options=(1,))


def test_a_misspelt_company_is_known() -> None:
    talk = Talk()
    talk.tells("interviewed at Globex yesterday")
    assert talk.tells("globexx replied") == (TheyReplied(about="a1"),)


def test_one_follow_up_without_a_date_is_asked_about() -> None:
    reading = Talk().says("interviewed at Acme last week. I emailed them, nothing since")
    (doubt,) = reading.doubts
    assert doubt.question == "doubt-when-followed-up"
    assert not any(isinstance(fact, FollowedUp) for fact in reading.facts)


def test_two_follow_ups_without_a_date_are_a_fact() -> None:
    assert [fact.times for fact in Talk().tells("I e-mailed them twice, nothing") if isinstance(fact, FollowedUp)] == [
        2
    ]


def test_corrections_amend_what_was_said() -> None:
    talk = Talk()
    talk.tells("interviewed at Acme today")
    assert talk.tells("sorry, I meant Globex") == (
        Amended(about="a1", entry=1, fact=Applied(about="a1", company="Globex")),
    )
    (amended,) = talk.tells("no, it was Monday")
    assert amended == Amended(
        about="a1", entry=2, fact=InterviewHeld(about="a1", interview=1, happened=Day(date(2026, 3, 2)))
    )


@pytest.mark.parametrize(
    ("told", "corrected", "company", "person"),
    [
        ("interview with Brannick yesterday", "sorry, it was Tellbrook, not Brannick", "Tellbrook", None),
        ("interview with Brannick yesterday", "actually it was Aldi", "Aldi", None),
        ("interview at Mesa Monte yesterday", "it's MESA Vista not Mesa Monte", "MESA Vista", None),
        ("interview with Brannick yesterday, met Dona", "her name is Donna actually", "Brannick", "Donna"),
        ("interview with Brannick yesterday, met Dona", "not Dona, Donna", "Brannick", "Donna"),
        ("interview with Brannick yesterday, met Dana", "sorry, it was Tellbrook, not Brannick", "Tellbrook", "Dana"),
    ],
)
def test_a_name_put_right_is_that_of_the_company_or_of_the_person(
    told: str, corrected: str, company: str, person: str | None
) -> None:
    talk = Talk()
    talk.tells(told)
    talk.tells(corrected)
    (application,) = applications(talk.journal)
    names = [contact.name for contact in application.contacts]
    assert (application.company, names) == (company, [person] if person else [])


def test_what_is_planned_wished_or_denied_is_no_fact() -> None:
    for text in (
        "I will send the thank-you tonight",
        "if they make an offer I'll take it",
        "haven't emailed them yet",
        "should I call them?",
    ):
        assert Talk().tells(text) == (), text


def test_thanks_are_noted_for_the_only_application() -> None:
    talk = Talk()
    talk.tells("interviewed at Acme today")
    assert talk.tells("sent the thank-you") == (Thanked(about="a1"),)


def test_requests() -> None:
    def asked(text: str) -> tuple[Asks, Topic | None] | None:
        request = Talk().says(text).request
        return (request.asks, request.topic) if request else None

    assert asked("what should I do now?") == (Asks.NOW, None)
    assert asked("should I drop by their office?") == (Asks.ETIQUETTE, Topic.IN_PERSON)
    assert asked("should I write again?") == (Asks.ETIQUETTE, Topic.FOLLOW_UP)
    assert asked("forget that") == (Asks.UNDO, None)
    assert asked("why?") == (Asks.WHY, None)


def test_where_the_user_is() -> None:
    for text, zone, place in (
        ("my time zone is Europe/Berlin", "Europe/Berlin", None),
        ("I'm in Lisbon now", "Europe/Lisbon", "Lisbon, Portugal"),
        ("I moved to New York", "America/New_York", "New York City"),
        ("utc+2", "Etc/GMT-2", None),
    ):
        assert Talk().tells(text) == (SettingChanged(name="zone", value=zone, place=place),)
    assert Talk().tells("I am interested in London") == ()


def test_times_that_cannot_be_are_handed_back() -> None:
    reading = Talk().says("interview on Feb 30 at Acme")
    assert reading.unusable
    assert not any(isinstance(fact, InterviewPlanned) for fact in reading.facts)


def test_a_date_after_an_invitation_fixes_the_next_round() -> None:
    talk = Talk()
    talk.tells("interviewed at Acme on Monday")
    talk.tells("they want me back")
    (planned,) = talk.tells("it's on Tuesday at 2pm")
    assert planned == InterviewPlanned(about="a1", interview=2, at=Moment(date(2026, 3, 10), time(14), None))


def test_a_name_on_file_is_not_noted_again() -> None:
    talk = Talk()
    talk.tells("interviewed at Acme yesterday with Dana")
    facts = talk.tells("sent the second email to Dana")
    assert [type(fact) for fact in facts] == [FollowedUp]


def test_thanks_after_a_rejection_are_no_follow_up() -> None:
    talk = Talk()
    talk.tells("interviewed at Acme on Monday")
    talk.tells("they rejected me")
    assert [type(fact) for fact in talk.tells("sent thanks and asked for feedback")] == [Thanked]


def test_a_thank_you_that_never_went_out_is_none() -> None:
    assert Thanked not in [type(fact) for fact in Talk().tells("wrote a thank you email but it never went out")]


def test_silence_is_asked_about() -> None:
    for text in ("why is everybody so silent?", "why don't they answer"):
        request = Talk().says(text).request
        assert request is not None
        assert request.topic is Topic.SILENCE


def test_a_vague_past_gets_a_day_that_stands_for_it() -> None:
    told = {
        "interviewed last week": date(2026, 2, 27),
        "the interview was over a month ago": date(2026, 2, 4),
        "my interview was in mid January": date(2026, 1, 15),
    }
    for text, day in told.items():
        (held,) = (fact for fact in Talk().tells(text) if isinstance(fact, InterviewHeld))
        assert held.happened == Day(day), text


def test_done_is_the_one_act_that_was_advised() -> None:
    talk = Talk()
    talk.tells("interviewed at Acme today")
    talk.journal = talk.journal.noting([Shown(steps=("thank-you:a1.i1", "ask-promise:a1.i1"))], talk.now)
    assert talk.tells("sent it") == (Thanked(about="a1"),)


def test_done_without_an_advised_act_is_nothing() -> None:
    assert Talk().tells("done") == ()


def test_an_interview_this_week_is_on_its_last_day() -> None:
    (planned,) = (fact for fact in Talk().tells("got an interview!!, this week") if isinstance(fact, InterviewPlanned))
    assert planned.at == Day(date(2026, 3, 6))


def test_a_wrong_day_is_put_right() -> None:
    talk = Talk()
    talk.tells("I have an interview at Acme tomorrow at 2")
    (amended,) = talk.tells("wrong day, it's Friday")
    assert isinstance(amended, Amended)
    assert amended.fact.at == Moment(date(2026, 3, 6), time(14), None)


def test_several_tries_are_counted() -> None:
    for text, times in (("rang several times", 2), ("tried three times", 3)):
        (asked,) = (fact for fact in Talk().tells(text) if isinstance(fact, FollowedUp))
        assert asked.times == times


def test_until_when_an_offer_must_be_answered_is_told_later() -> None:
    talk = Talk()
    talk.tells("Acme offered me the role")
    assert talk.tells("they gave me until March 20") == (OfferMade(about="a1", deadline=Day(date(2026, 3, 20))),)
    assert talk.tells("I have to decide by Thursday") == (OfferMade(about="a1", deadline=Day(date(2026, 3, 5))),)
    assert talk.tells("should I accept by Friday") == ()


def test_a_deadline_without_an_offer_is_none() -> None:
    talk = Talk()
    talk.tells("interviewed at Acme today")
    assert talk.tells("they gave me until Friday") == ()
    assert talk.tells("I have to decide by Thursday") == ()


def test_starting_after_a_yes_is_no_further_offer() -> None:
    talk = Talk()
    talk.tells("Globex offered me the job")
    assert talk.tells("I said yes! starting on the 1st of April") == (OfferAnswered(about="a1", accepted=True),)


def test_an_answer_to_a_small_question_is_none_to_the_offer() -> None:
    talk = Talk()
    talk.tells("Globex offered me the job")
    assert talk.tells("they asked if I could do saturdays and I said yes") == ()
    assert talk.tells("she asked whether I drive, I said no") == ()
