"""What a message means given what is known: told again, corrected, filled in, or really new."""

from datetime import timedelta

import pytest

from rules.facts import Amended, Applied, Fact
from tests.language.test_reading_conversations import Talk

DAY = timedelta(days=1)


def short(fact: Fact) -> str:
    if isinstance(fact, Amended):
        return "amended " + short(fact.fact)
    at = getattr(fact, "at", None) or getattr(fact, "by", None) or fact.happened
    hour = f" {at.time:%H:%M}" if hasattr(at, "time") else ""
    when = f" {at.date:%a %d}{hour}" if at else ""
    own = [getattr(fact, name, None) for name in ("company", "name", "feeling")]
    own += getattr(fact, "names", ())
    number = getattr(fact, "interview", None)
    told = "".join(f" {one}" for one in own if one)
    return f"{type(fact).__name__} {fact.about}" + (f".{number}" if number else "") + when + told


CONVERSATIONS = {
    "the hour is told later, then moved": (
        ("interview at Acme on Tuesday", "Applied a1 Acme; InterviewPlanned a1.1 Tue 10"),
        ("it's at 10am", "InterviewPlanned a1.1 Tue 10 10:00"),
        ("the interview is at 11 now", "InterviewMoved a1.1 Tue 10 11:00"),
    ),
    "the hour alone is moved": (
        ("interview at Acme on Tuesday at 8pm", "Applied a1 Acme; InterviewPlanned a1.1 Tue 10 20:00"),
        ("they moved it to 4pm", "InterviewMoved a1.1 Tue 10 16:00"),
        ("it got pushed back to 17:30", "InterviewMoved a1.1 Tue 10 17:30"),
        ("moved to 11", "InterviewMoved a1.1 Tue 10 11:00"),
        ("now at 10 instead", "InterviewMoved a1.1 Tue 10 10:00"),
        ("they postponed it today", "InterviewCancelled a1.1"),
    ),
    "an offer in figures": (
        ("interview at Acme yesterday", "Applied a1 Acme; InterviewHeld a1.1 Tue 03"),
        ("they offered 3 slots", ""),
        ("acme offering 50k", "OfferMade a1"),
    ),
    "an offer that is too low": (
        ("interview at Acme yesterday", "Applied a1 Acme; InterviewHeld a1.1 Tue 03"),
        ("they offered 60k but I want 70", "OfferMade a1"),
    ),
    "a task for home is the next round, and due no interview": (
        ("interview at Acme yesterday", "Applied a1 Acme; InterviewHeld a1.1 Tue 03"),
        ("got a take-home test, due monday", "NextRound a1"),
    ),
    "no longer interested is no correction": (
        ("interview at Acme tomorrow", "Applied a1 Acme; InterviewPlanned a1.1 Thu 05"),
        ("when is my interview?", ""),
        ("no longer interested in acme", "Withdrew a1"),
    ),
    "another offer taken is none of theirs accepted": (
        ("interview at Acme yesterday", "Applied a1 Acme; InterviewHeld a1.1 Tue 03"),
        ("they made an offer", "OfferMade a1"),
        ("accepted another offer", "Withdrew a1"),
    ),
    "one offer accepted and the other application withdrawn": (
        ("interview at Acme yesterday", "Applied a1 Acme; InterviewHeld a1.1 Tue 03"),
        ("had an interview at Globex today", "Applied a2 Globex; InterviewHeld a2.1 Wed 04"),
        ("I accepted Acme's offer and withdrew from Globex", "OfferAnswered a1; Withdrew a2"),
    ),
    "nobody says no": (
        ("interview at Acme yesterday", "Applied a1 Acme; InterviewHeld a1.1 Tue 03"),
        ("nobody rejected me", ""),
        ("the bastards rejected me", "Rejected a1"),
    ),
    "a date after a cancellation": (
        ("interview at Acme on Monday at 10", "Applied a1 Acme; InterviewPlanned a1.1 Mon 09 10:00"),
        ("they cancelled the interview", "InterviewCancelled a1.1"),
        ("new date: tuesday at 3", "InterviewPlanned a1.2 Tue 10 15:00"),
    ),
    "a day offered is no job offered": (
        ("interview at Acme on Monday at 10", "Applied a1 Acme; InterviewPlanned a1.1 Mon 09 10:00"),
        ("they cancelled it", "InterviewCancelled a1.1"),
        ("they offered tuesday at 3 instead", "InterviewPlanned a1.2 Tue 10 15:00"),
    ),
    "moves count from what was fixed": (
        ("interview at Acme on Monday at 10", "Applied a1 Acme; InterviewPlanned a1.1 Mon 09 10:00"),
        ("moved to thursday same time", "InterviewMoved a1.1 Thu 05 10:00"),
        ("its been pushed back a week", "InterviewMoved a1.1 Thu 12 10:00"),
        ("pushed back an hour", "InterviewMoved a1.1 Thu 12 11:00"),
    ),
    "a nameless interview is filled in": (
        ("had an interview today, went well", "Applied a1; InterviewHeld a1.1 Wed 04; Felt a1.1 good"),
        ("the interview was at 2pm", "InterviewHeld a1.1 Wed 04 14:00"),
        ("it was at Globex", "Applied a1 Globex"),
        ("actually it went badly", "amended Felt a1.1 bad"),
    ),
    "the company is told by itself": (
        ("interview tomorrow at 3", "Applied a1; InterviewPlanned a1.1 Thu 05 15:00"),
        ("the company is Globex", "Applied a1 Globex"),
    ),
    "one more at another company": (
        ("interview at Acme on Tuesday at 10", "Applied a1 Acme; InterviewPlanned a1.1 Tue 10 10:00"),
        ("I also have one at Globex on Thursday", "Applied a2 Globex; InterviewPlanned a2.1 Thu 05"),
        ("it's at 2pm", "InterviewPlanned a2.1 Thu 05 14:00"),
    ),
    "a further round": (
        ("interview at Acme on Tuesday at 10", "Applied a1 Acme; InterviewPlanned a1.1 Tue 10 10:00"),
        ("second interview on Thursday", "InterviewPlanned a1.2 Thu 05"),
        ("they moved the second interview to friday", "InterviewMoved a1.2 Fri 06"),
    ),
    "another one beside a nameless one": (
        ("had an interview today", "Applied a1; InterviewHeld a1.1 Wed 04"),
        ("also had an interview at Globex yesterday", "Applied a2 Globex; InterviewHeld a2.1 Tue 03"),
    ),
    "reported twice": (
        ("had my interview at Acme today", "Applied a1 Acme; InterviewHeld a1.1 Wed 04"),
        ("just did the acme interview", ""),
        ("the acme interview lasted an hour", ""),
    ),
    "the other of two": (
        ("interviewed at Acme on Monday", "Applied a1 Acme; InterviewHeld a1.1 Mon 02"),
        ("interviewed at Globex today", "Applied a2 Globex; InterviewHeld a2.1 Wed 04"),
        ("they want me back", "NextRound a2"),
        ("no, the other one", "amended NextRound a1"),
    ),
    "the wrong one of two": (
        ("interviewed at Acme on Monday", "Applied a1 Acme; InterviewHeld a1.1 Mon 02"),
        ("interviewed at Globex today", "Applied a2 Globex; InterviewHeld a2.1 Wed 04"),
        ("sent the thank you to globex", "Thanked a2"),
        ("sorry, acme", "amended Thanked a1"),
    ),
    "names and promises put right": (
        ("interviewed at acme with Dana today", "Applied a1 acme; InterviewHeld a1.1 Wed 04; ContactMet a1 Dana"),
        ("not Dana, Donna", "amended ContactMet a1 Donna"),
        ("they said one week", "AnswerPromised a1 Wed 11"),
        ("scratch that, they said two weeks", "amended AnswerPromised a1 Wed 18"),
    ),
    "a feeling put right": (
        ("interviewed at acme today, it went great", "Applied a1 acme; InterviewHeld a1.1 Wed 04; Felt a1.1 great"),
        ("it went well actually, not great", "amended Felt a1.1 good"),
    ),
    "days put right": (
        ("interview at Acme on Thursday at 2", "Applied a1 Acme; InterviewPlanned a1.1 Thu 05 14:00"),
        ("sorry, I meant Friday", "amended InterviewPlanned a1.1 Fri 06 14:00"),
        ("no, the 12th", "amended InterviewPlanned a1.1 Thu 12 14:00"),
    ),
    "a day that is over stays over": (
        ("interviewed at Acme yesterday", "Applied a1 Acme; InterviewHeld a1.1 Tue 03"),
        ("*monday, not yesterday", "amended InterviewHeld a1.1 Mon 02"),
        ("sorry, friday I meant", "amended InterviewHeld a1.1 Fri 27"),
    ),
    "a promise put right, and more told behind it": (
        (
            "interviewed at Acme today, he said I'll know friday",
            "Applied a1 Acme; InterviewHeld a1.1 Wed 04; AnswerPromised a1 Fri 06",
        ),
        ("sorry, thursday not friday. I sent the thank you", "amended AnswerPromised a1 Thu 05; Thanked a1"),
        ("scrap that, monday", "amended AnswerPromised a1 Mon 09"),
    ),
    "an hour and a day put right at once": (
        ("interview at Acme on Thursday at 10", "Applied a1 Acme; InterviewPlanned a1.1 Thu 05 10:00"),
        ("sorry I mean 11:00 and it's the friday, the 6th", "amended InterviewPlanned a1.1 Fri 06 11:00"),
        ("no 9:30", "amended InterviewPlanned a1.1 Fri 06 09:30"),
    ),
    "the hour alone": (
        ("interview at Acme on Thursday", "Applied a1 Acme; InterviewPlanned a1.1 Thu 05"),
        ("10:30", "InterviewPlanned a1.1 Thu 05 10:30"),
    ),
    "an apology puts nothing right": (
        ("interviewed at Acme on Monday", "Applied a1 Acme; InterviewHeld a1.1 Mon 02"),
        ("sorry to bother you again, they called yesterday", "TheyReplied a1 Tue 03"),
    ),
}


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_turns(name: str) -> None:
    talk = Talk()
    for text, told in CONVERSATIONS[name]:
        assert "; ".join(map(short, talk.tells(text))) == told, text


def test_a_new_interview_days_later_is_a_new_application() -> None:
    talk = Talk()
    talk.tells("interviewed at Acme on Monday")
    assert talk.tells("I have an interview tomorrow at 10", DAY)[0] == Applied(about="a2")


def test_a_planned_interview_is_the_one_just_left() -> None:
    talk = Talk()
    talk.tells("interview at Acme tomorrow at 10")
    assert list(map(short, talk.tells("just got out, went great", DAY))) == [
        "InterviewHeld a1.1 Thu 05",
        "Felt a1.1 great",
    ]
