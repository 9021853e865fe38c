"""What a button sends back: it fits, it is understood again, and what is not ours is answered politely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from talking import Talk

from assistant.press import Press, Verb
from rules.facts import Channel, Feeling, Letter, Register, Verdict
from rules.rulebook import RULEBOOK

MOST_BYTES = 64
LONGEST_KEY = max((f"{rule.id}:a99.i99m9" for rule in RULEBOOK), key=len)
CHOICES = ("", *Feeling, *Verdict, "yes", "no", "hour", "tonight", "tomorrow", "days", "12")


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("choice", CHOICES)
def test_a_press_fits_and_comes_back_as_it_was(verb, choice):
    press = Press(verb, LONGEST_KEY, choice)
    assert len(press.data.encode()) <= MOST_BYTES
    assert Press.read(press.data) == press


def test_a_press_for_the_longest_wish_fits():
    longest = [max(kind, key=len) for kind in (Letter, Channel, Register)]
    press = Press(Verb.LETTER, "a999", ".".join((*longest, "99")))
    assert len(press.data.encode()) <= MOST_BYTES


GARBAGE = ["", "|", "done", "1|done|x", "1|done|x|y|z", "0|done|check-in:a1|", "2|done|check-in:a1|", "1|fly|a1|", "…"]


@pytest.mark.parametrize("data", GARBAGE)
def test_what_is_not_ours_is_no_press(data):
    assert Press.read(data) is None


@pytest.mark.parametrize("data", GARBAGE)
def test_an_old_button_is_answered_politely(data):
    talk = Talk()
    assert talk.presses_data(data) == "That button is too old. Just tell me in your own words."
    assert talk.told == []


@given(verb=st.sampled_from(Verb), on=st.text(max_size=30), choice=st.text(max_size=10))
def test_no_press_of_a_stranger_does_anything(verb, on, choice):
    talk = Talk()
    talk.says("interview at Acme today went great, met Dana Reed dana@acme.example")
    told = talk.told
    assert talk.presses_data(f"1|{verb}|{on}|{choice}")
    assert len(talk.told) == len(told) or verb is Verb.UNDO


@pytest.mark.parametrize("verb", Verb)
def test_a_strange_choice_for_a_step_that_stands_is_survived(verb):
    talk = Talk()
    talk.says("I interviewed at Acme three weeks ago, it went really well. e-mailed them twice, nothing")
    key = Press.read(talk.button("Later").press).on
    assert talk.presses_data(Press(verb, key, "§").data)
