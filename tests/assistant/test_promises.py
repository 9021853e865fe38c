"""Whatever is said and pressed in whatever order: no error, no press counted twice, every promise kept."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from talking import Talk

from assistant.ports import Form
from assistant.wake import wake
from rules.facts import Nudged
from rules.plan import make_plan

TEXTS = (
    "interview at Acme today went great, met Dana Reed dana@acme.example, they decide by Friday",
    "interviewed at Globex today, it was ok I guess",
    "Interview at Globex tomorrow at 14:00",
    "I interviewed at Initech three weeks ago, it went really well. e-mailed them twice, nothing",
    "I e-mailed Acme today",
    "thank-you sent",
    "they replied",
    "they cancelled the interview at Globex",
    "Acme made me an offer, I have to answer by Wednesday",
    "I accepted the Acme offer",
    "Initech rejected me",
    "Acme just called",
    "I live in New York",
    "what should I do now?",
    "should I write again?",
    "/list",
    "/undo",
    "/cancel",
)
SAYING = st.tuples(st.just("say"), st.sampled_from(TEXTS))
PRESSING = st.tuples(st.just("press"), st.integers(0, 30))
WAITING = st.tuples(st.just("wait"), st.sampled_from([1, 20, 90, 60 * 9, 60 * 24, 60 * 24 * 3, 60 * 24 * 8]))
MOVES = st.lists(st.one_of(SAYING, PRESSING, PRESSING, WAITING), max_size=14)

WHEN = r"\w{3} \d{1,2} \w{3,4}, \d{1,2}:\d\d"
PROMISE = re.compile(
    rf"I will (?:remind you|ask once more|remind you of the card) ({WHEN})"
    rf"|nothing(?: to do)? until ({WHEN})[^\n]*?I will write to you then"
)
thoroughly = settings(
    max_examples=120,
    derandomize=True,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)


def played(moves: list[tuple[str, object]]) -> Iterator[Talk]:
    """The conversation after each of its moves; every wake that is due on the way happens."""
    talk = Talk()
    yield talk
    for kind, what in moves:
        if kind == "say":
            talk.says(str(what))
        elif kind == "press" and talk.buttons:
            talk.presses_data(talk.buttons[int(str(what)) % len(talk.buttons)].press)
        elif kind == "wait":
            talk.later(minutes=float(str(what))).wakes()
        yield talk


def promised(talk: Talk) -> list[datetime]:
    """The moments at which the latest message promises to write."""
    zone = make_plan(talk.journal).calendar.preferences.zone_info
    said = [one or other for one, other in PROMISE.findall(talk.reply.text)] if talk.reply else []
    return [_instant(words, talk.now, zone) for words in said]


def _instant(words: str, now: datetime, zone: ZoneInfo) -> datetime:
    told = f"{words} {now.year}".replace("Sept", "Sep")
    return datetime.strptime(told, "%a %d %b, %H:%M %Y").replace(tzinfo=zone).astimezone(UTC)


@thoroughly
@given(MOVES)
def test_every_message_fits_and_every_promise_is_kept(moves):
    for talk in played(moves):
        if talk.reply is None or talk.replied != talk.now:
            continue
        assert len(talk.reply.text) < 4096
        assert len(talk.buttons) <= 100
        plan = make_plan(talk.journal)
        for moment in promised(talk):
            assert moment > talk.now
            assert any(ring.at == moment for step in plan.due(moment) for ring in step.rings), talk.reply.text


@thoroughly
@given(MOVES)
def test_a_second_press_of_any_button_tells_nothing_new(moves):
    for talk in played(moves):
        for button in talk.buttons:
            once = Talk(talk.now, talk.journal, talk.arrivals)
            once.presses_data(button.press)
            told = once.told
            assert once.presses_data(button.press)
            assert once.told == told


@thoroughly
@given(MOVES, st.integers(0, 60 * 24 * 30))
def test_a_nudge_says_only_what_is_advice_at_that_moment(moves, minutes):
    *_, talk = played(moves)
    now = talk.later(minutes=minutes).now
    nudge = wake(talk.journal, now)
    if nudge is not None:
        noted = [entry.fact for entry in nudge.journal.since(talk.journal)]
        assert [type(fact) for fact in noted] == [Nudged]
        assert set(noted[0].steps) <= {step.key for step in make_plan(talk.journal).at(now).now}
        assert wake(nudge.journal, now) is None


@thoroughly
@given(st.sampled_from(Form), st.text(max_size=60))
def test_nothing_that_arrives_stops_the_assistant(form, text):
    talk = Talk()
    talk.says(TEXTS[0])
    talk.says(text, form)
    talk.says(f"/{text}", form, original=1)
