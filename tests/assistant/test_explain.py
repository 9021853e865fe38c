"""What checks from outside see: shape and vocabularies of `explain`, for a handful of messages."""

import json
from datetime import datetime

import pytest
from talking import READER

from assistant.explain import explain
from rules.facts import Channel, Feeling, Stage
from rules.rule import Action
from rules.rulebook import BY_ID

KEYS = {"id", "applications", "question", "off_topic", "advice", "reply"}
APPLICATION = {
    *("company", "role", "stage", "people", "interview_at", "feeling"),
    *("answer_promised_by", "offer_deadline", "events"),
}
EVENTS = {
    *("interview_held", "interview_scheduled", "thank_you_sent", "follow_up_sent", "reply_received"),
    *("rejected", "offer_received", "next_round_invited", "withdrew", "card_received"),
}
MESSAGES = (
    ["Just out of my interview at Acme with Dana Reed, dana@acme.example. Felt great, they decide by Friday"],
    ["Interview at Globex tomorrow at 14:00 for the analyst job"],
    ["Interviewed at Acme today, went great, and at Globex today, that one was so-so", "what should I do now?"],
    ["Acme made me an offer, they want an answer by Friday"],
    ["Initech rejected me"],
    ["what's the weather like?"],
    ["hello"],
    [],
)


def explained(*messages):
    item = {"id": "x", "now": "2026-03-02T17:00", "tz": "Europe/Berlin", "messages": messages}
    return explain(item, READER)


@pytest.mark.parametrize("messages", MESSAGES)
def test_the_shape_is_the_same_for_every_message(messages):
    told = explained(*messages)
    assert json.loads(json.dumps(told)) == told
    assert set(told) == KEYS
    assert set(told["advice"]) == {"action", "channel", "about", "rule", "until"}
    for application in told["applications"]:
        assert set(application) == APPLICATION
        assert all(set(person) == {"name", "email", "phone", "skype"} for person in application["people"])
        assert all(set(event) == {"kind", "on"} for event in application["events"])


@pytest.mark.parametrize("messages", MESSAGES)
def test_the_words_are_of_the_vocabularies(messages):
    told = explained(*messages)
    assert told["question"] in {None, "what_now", "other"}
    assert isinstance(told["off_topic"], bool)
    assert told["advice"]["action"] in set(Action)
    assert told["advice"]["channel"] in {None, *Channel}
    assert told["advice"]["rule"] in {None, *BY_ID}
    for application in told["applications"]:
        assert application["feeling"] in {None, *Feeling}
        assert application["stage"] in {None, *Stage}
        assert {event["kind"] for event in application["events"]} <= EVENTS


def test_an_interview_held_today_is_thanked_for():
    told = explained(*MESSAGES[0])
    (acme,) = told["applications"]
    assert acme["company"] == "Acme"
    assert acme["people"] == [{"name": "Dana Reed", "email": "dana@acme.example", "phone": None, "skype": None}]
    assert (acme["feeling"], acme["answer_promised_by"]) == ("great", "2026-03-06")
    assert {"kind": "interview_held", "on": "2026-03-02"} in acme["events"]
    assert told["advice"] == {
        "action": "send_thank_you",
        "channel": "email",
        "about": "Acme",
        "rule": "thank-you",
        "until": None,
    }


def test_the_reply_is_as_the_user_sees_it():
    reply = explained(*MESSAGES[0])["reply"]
    assert reply.startswith("Noted for Acme: ")
    assert "<" not in reply


def test_waiting_ends_at_the_next_step_on_the_users_clock():
    told = explained(*MESSAGES[0], "thank-you sent")
    assert (told["advice"]["action"], told["advice"]["rule"]) == ("wait", "wait")
    assert told["advice"]["until"] == "2026-03-10T09:30:00+01:00"
    assert datetime.fromisoformat(told["advice"]["until"]).utcoffset() is not None


@pytest.mark.parametrize(
    ("message", "action"),
    [("Interview at Globex tomorrow at 14:00", "prepare"), ("Acme made me an offer", "reply_to_offer")],
)
def test_what_to_do_first(message, action):
    assert explained(message)["advice"]["action"] == action


def test_nothing_known_asks_for_nothing():
    told = explained("what's the weather like?")
    assert (told["applications"], told["off_topic"], told["advice"]["action"]) == ([], True, "none")
