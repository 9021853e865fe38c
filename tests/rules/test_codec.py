"""Every fact and every reply reads back as it was written, and nothing else is read at all."""

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ports import Button, Outgoing
from rules import codec, facts
from rules.codec import FACTS, Unreadable, decode_fact, encode_fact
from rules.facts import (
    Amended,
    Asked,
    ContactMet,
    Fact,
    Felt,
    InterviewHeld,
    InterviewPlanned,
    Option,
    Rejected,
    Snoozed,
    Stage,
)
from rules.moments import Day, Moment
from storage.codec import decode_reply, encode_reply

FRIDAY = Day(date(2026, 5, 8))


def made(kind: type) -> st.SearchStrategy[Any]:
    """Values of the dataclass, each field as its type says."""
    return st.builds(kind, **{name: values(hint) for name, hint in get_type_hints(kind).items()})


def values(hint: Any) -> st.SearchStrategy[Any]:
    return SPECIAL[hint] if hint in SPECIAL else st.from_type(hint)


SIMPLE = st.deferred(lambda: st.one_of([made(kind) for kind in FACTS.values() if kind not in (Amended, Asked)]))
OPTIONS = st.builds(Option, label=st.text(), facts=st.lists(SIMPLE, max_size=3).map(tuple))
SPECIAL: dict[Any, st.SearchStrategy[Any]] = {
    datetime: st.datetimes(timezones=st.just(UTC)),
    Fact: SIMPLE,
    tuple[Option, ...]: st.lists(OPTIONS, max_size=3).map(tuple),
}


def subclasses(of: type) -> Iterator[str]:
    for found in of.__subclasses__():
        yield found.__name__
        yield from subclasses(found)


def through_json(body: dict[str, Any]) -> Any:
    return json.loads(json.dumps(body))


@pytest.mark.parametrize("kind", FACTS.values(), ids=FACTS)
def test_every_fact_reads_back_as_it_was_written(kind: type[Fact]) -> None:
    @given(made(kind))
    def reads_back(fact: Fact) -> None:
        assert decode_fact(through_json(encode_fact(fact))) == fact

    reads_back()


@given(made(Outgoing))
def test_every_reply_reads_back_as_it_was_written(reply: Outgoing) -> None:
    assert decode_reply(through_json(encode_reply(reply))) == reply


def test_no_fact_is_forgotten() -> None:
    assert {kind.__name__ for kind in FACTS.values()} == set(subclasses(facts.Fact))


def test_no_field_takes_the_name_of_a_tag() -> None:
    assert not {field.name for kind in FACTS.values() for field in fields(kind)} & {"kind", "v"}


def test_what_a_fact_looks_like_in_the_database() -> None:
    at = Moment(date(2026, 5, 8), time(15), "Europe/Berlin")
    assert encode_fact(InterviewPlanned(about="a1", interview=1, at=at, stage=Stage.FINAL)) == {
        "kind": "interview_planned",
        "v": 1,
        "about": "a1",
        "interview": 1,
        "at": {"kind": "moment", "date": "2026-05-08", "time": "15:00:00", "zone": "Europe/Berlin"},
        "stage": "final",
    }


def test_facts_inside_of_facts() -> None:
    held = InterviewHeld(about="a1", interview=1, happened=FRIDAY)
    doubt = Asked(
        question="which-dana", options=(Option(label="Dana of Acme", facts=(held,)), Option(label="-", facts=()))
    )
    for fact in (doubt, Amended(entry=3, fact=held), Amended(entry=4, fact=Amended(entry=3, fact=doubt))):
        assert decode_fact(through_json(encode_fact(fact))) == fact


def test_a_moment_keeps_its_instant_whatever_zone_it_was_told_in() -> None:
    until = datetime(2026, 5, 8, 15, tzinfo=timezone(timedelta(hours=2)))
    body = encode_fact(Snoozed(step="s", until=until))
    assert body["until"] == "2026-05-08T13:00:00+00:00"
    assert decode_fact(body) == Snoozed(step="s", until=until)


@pytest.mark.parametrize(
    "fact",
    [
        Felt(feeling="splendid"),
        Felt(feeling=facts.Feeling.GOOD, interview="1"),
        ContactMet(card=1),
        Rejected(happened=date(2026, 5, 8)),
        Snoozed(step="s", until=datetime(2026, 5, 8, 15)),  # noqa: DTZ001
        Fact(),
    ],
    ids=repr,
)
def test_what_could_not_be_read_back_is_not_written(fact: Fact) -> None:
    with pytest.raises(Unreadable):
        encode_fact(fact)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"kind": "promoted", "v": 1}, "'promoted' is no fact that this version knows"),
        ({"kind": "rejected", "v": 2}, "version 2 of 'rejected' is not known"),
        ({"kind": "rejected"}, "None is no int"),
        ({"kind": "rejected", "v": 1, "loudly": True}, "a rejected has no loudly"),
        ({"kind": "felt", "v": 1}, "a felt lacks a field"),
        ({"kind": "felt", "v": 1, "feeling": "splendid"}, "'splendid' is no Feeling"),
        ({"kind": "felt", "v": 1, "feeling": "good", "interview": True}, "True is no int"),
        ({"kind": "rejected", "v": 1, "happened": {"kind": "window"}}, "'window' is none of day, moment"),
        ({"kind": "rejected", "v": 1, "happened": {"kind": "day", "date": "May 8"}}, "'May 8' is no date"),
        ({"kind": "snoozed", "v": 1, "step": "s", "until": "2026-05-08T15:00:00"}, "has no time zone"),
        ({"kind": "thanked", "v": 1, "names": "Dana"}, "'Dana' is no list"),
    ],
)
def test_what_is_not_understood_is_said_and_not_guessed(body: dict[str, Any], says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        decode_fact(body)


def test_a_missing_optional_field_takes_its_default() -> None:
    assert decode_fact({"kind": "contact_met", "v": 1, "name": "Dana"}) == ContactMet(name="Dana")


def test_an_old_version_of_a_fact_is_upgraded_also_inside_another(monkeypatch: pytest.MonkeyPatch) -> None:
    old = {"kind": "turned_down", "v": 1, "company": "a1"}

    def renamed(body: dict[str, Any]) -> dict[str, Any]:
        return {"kind": "rejected", "v": 1, "about": body["company"]}

    def versioned(body: dict[str, Any]) -> dict[str, Any]:
        return body | {"v": 2}

    monkeypatch.setattr(codec, "UPGRADES", {("turned_down", 1): renamed, ("rejected", 1): versioned})
    rejected = Rejected(about="a1")
    assert decode_fact(old) == rejected
    assert decode_fact({"kind": "amended", "v": 1, "entry": 3, "fact": old}) == Amended(entry=3, fact=rejected)
    assert encode_fact(rejected) == {"kind": "rejected", "v": 2, "about": "a1"}


def test_buttons_keep_their_rows() -> None:
    reply = Outgoing("Well?", ((Button("Yes", "y"), Button("No", "n")), (Button("Later", "l"),)), edits=3)
    assert decode_reply(through_json(encode_reply(reply))) == reply
