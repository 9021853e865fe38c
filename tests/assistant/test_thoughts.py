"""A thought sent in several short messages is understood as one, and each is answered in a line."""

import pytest
from talking import Talk

from rules import facts as f
from rules.fold import applications

CONVERSATIONS = [
    (["just finished", "at acme", "went great"], ("acme", None, "great")),
    (["had my interview today", "globex", "as a data analyst", "felt so-so"], ("globex", "data analyst", "unsure")),
    (["finally over", "2nd round at umbrella corp", "not sure how it went"], ("umbrella corp", None, "unsure")),
    (["met dana reed", "from acme", "this morning", "super nice"], ("acme", None, "good")),
    (["ok so", "interview at stark industries", "today", "awful"], ("stark industries", None, "bad")),
    (["just finished my interview", "at hooli", "with dana", "went really well"], ("hooli", None, "good")),
    (["so", "had the interview", "initech", "nailed it"], ("initech", None, "great")),
    (["i'm out", "acme", "nailed it"], ("acme", None, "great")),
]


@pytest.mark.parametrize(("parts", "meant"), CONVERSATIONS, ids=[" / ".join(parts) for parts, _ in CONVERSATIONS])
def test_the_parts_make_one_report(parts, meant):
    talk = Talk()
    *first, _ = [talk.later(seconds=10).says(part) for part in parts]
    (app,) = applications(talk.journal)
    assert (app.company, app.role, app.feeling) == meant
    assert all(len(reply.splitlines()) <= 5 for reply in first if "sorry" not in reply)


def test_what_is_to_come_is_told_in_parts_too():
    talk = Talk()
    for part in ("interview", "tomorrow at 10", "with initech"):
        talk.says(part)
    (app,) = applications(talk.journal)
    assert app.company == "initech"
    assert [interview.start.hour for interview in app.ahead] == [9]


def test_a_day_that_cannot_be_that_of_the_no_is_no_part_of_it():
    talk = Talk()
    for part in ("interview at acme today went great", "they rejected me", "saturday"):
        reply = talk.later(seconds=10).says(part)
    (app,) = applications(talk.journal)
    assert not app.is_open
    assert "said no" not in reply


def test_to_be_reminded_on_a_day_is_no_day_of_what_was_done():
    talk = Talk()
    for part in ("interview at acme today went great", "sent the thank you"):
        talk.later(seconds=10).says(part)
    assert "Noted" not in talk.later(seconds=10).says("remind me on wednesday")


def test_a_name_alone_says_who_sent_the_no():
    talk = Talk()
    for part in ("so", "got rejected", "by hooli"):
        talk.says(part)
    (app,) = applications(talk.journal)
    assert app.company == "hooli"
    assert not app.is_open


def test_undo_takes_back_the_last_part_and_leaves_the_others():
    talk = Talk()
    talk.says("had my interview today")
    talk.says("globex")
    talk.presses("Undo")
    (app,) = applications(talk.journal)
    assert app.company is None
    assert app.held


def test_after_a_pause_a_message_stands_for_itself():
    talk = Talk()
    talk.says("had my interview today")
    talk.later(minutes=3).says("globex")
    (app,) = applications(talk.journal)
    assert app.company is None


@pytest.mark.parametrize("between", ["/list", "what now?", "undo"])
def test_what_is_asked_in_between_ends_the_thought(between):
    talk = Talk()
    talk.says("just finished")
    talk.says(between)
    talk.says("globex")
    assert not any(isinstance(fact, f.Applied) for fact in talk.told)


@pytest.mark.parametrize("aside", ["lol", "thanks", "ok", "haha", "hmm", "😀"])
def test_an_aside_is_no_company(aside):
    talk = Talk()
    talk.says("had my interview today")
    talk.says(aside)
    (app,) = applications(talk.journal)
    assert app.company is None


def test_what_adds_nothing_does_not_tell_it_all_again():
    talk = Talk()
    talk.says("had my interview at acme today")
    before = talk.told
    assert "Noted" not in talk.says("my head hurts")
    assert talk.told == before


@pytest.mark.parametrize("aside", ["yes", "thanks", "ok", "thank you!"])
def test_what_adds_nothing_is_no_part_of_it(aside):
    talk = Talk()
    talk.says("interview at Globex today, felt good")
    told = talk.told
    assert "Noted" not in talk.says(aside)
    assert talk.told == told


def test_a_report_of_more_is_answered_in_full():
    assert "thank-you" in Talk().says("interview at Acme today with Dana Reed, felt great")


def test_a_thought_is_of_one_application():
    talk = Talk()
    for part in (
        "interview at globex monday 10am",
        "acme interview today went great",
        "they want a second interview",
        "thursday at 2",
    ):
        talk.later(seconds=10).says(part)
    globex, acme = applications(talk.journal)
    assert (globex.company, globex.feeling, len(globex.interviews)) == ("globex", None, 1)
    assert acme.feeling == "great"
    assert acme.ahead


@pytest.mark.parametrize("more", ["and globex tues 3pm", "also globex on tuesday at 3pm", "then globex tuesday 15:00"])
def test_one_more_is_told_after_the_first(more):
    talk = Talk()
    talk.says("interview at acme monday 10am with dana")
    talk.later(seconds=10).says(more)
    assert [(app.company, len(app.ahead)) for app in applications(talk.journal)] == [("acme", 1), ("globex", 1)]
