"""The catalogue is complete: every text is used, every text the code can ask for exists and fits Telegram's limits."""

import ast
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from talking import MONDAY, Talk

from assistant.acknowledge import KIND_WORDS
from assistant.answers import SIMPLE, SMALL_TALK, WITH_ADVICE, answer
from assistant.changing import ENDINGS
from assistant.letter_texts import OPENINGS, WISHES
from assistant.letter_texts import QUESTIONS as LETTER_QUESTIONS
from assistant.press import Verb
from assistant.setting_words import EVERY_DAY, PARAMETERS
from assistant.spreadsheet import COLUMNS, EVENT_COLUMNS
from assistant.timeline import Kind
from assistant.timeline_words import DARK, LIGHT
from assistant.understanding import COMMANDS
from assistant.yours import YOURS, yours_answer
from language.placing import QUESTIONS
from language.reading import Asks, Chatter, Request, Topic
from language.received import Trouble
from language.speech import Speech, catalogue_sources, catalogue_text
from rules.application import End
from rules.facts import Channel, Detail, Feeling, Letter, Register, Stage
from rules.journal import Journal
from rules.plan import make_plan
from rules.rule import Action
from rules.rulebook import RULEBOOK, WAIT

SOURCE = "\n".join(catalogue_sources())
TEXTS = dict(re.findall(r"^([a-z][\w-]*) =((?:.*\n(?:[ \t]+.*\n|\n(?=[ \t]))*))", SOURCE, flags=re.MULTILINE))
ROOT = Path(__file__).parents[2]
CODE = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for package in ("assistant", "bot", "language")
    for path in sorted((ROOT / package).rglob("*.py"))
}
SPOKEN = [rule for rule in RULEBOOK if rule is not WAIT]
REACHING_OUT = [rule for rule in SPOKEN if rule.action is Action.FOLLOW_UP]
SNOOZES = ("hour", "tonight", "tomorrow", "days")
CHOICES = (*ENDINGS, "no-date", "no-interview", "no-contact", "reopen", "forget")
MOST_SHOWN_IN_A_TOAST = 200
COUNTED = ("times", "count", "grace", "answered", "number", "days")
BUTTON_READS_WELL = 24


def reached(rule: str) -> Iterator[str]:
    """The texts of a step that reaches out, by how the person can be reached."""
    yield f"step-{rule}-nobody"
    yield f"step-{rule}-{Channel.PHONE.value}-later"
    yield from (f"step-{rule}-{channel.value}" for channel in Channel)


def computed() -> set[str]:
    """The ids that the code puts together, from the very tables it puts them together of."""
    return {
        *(f"step-{rule.id}" for rule in SPOKEN if rule not in REACHING_OUT),
        *(text for rule in REACHING_OUT for text in reached(rule.id)),
        *(f"state-{rule.id}" for rule in SPOKEN),
        *(f"stage-{stage.value}" for stage in Stage),
        *(f"etiquette-{topic.value}" for topic in Topic),
        *(f"instead-{channel.value}" for channel in Channel),
        *(f"button-{feeling.value}" for feeling in Feeling),
        *(f"button-{snooze}" for snooze in SNOOZES),
        *(f"fact-gut-{verdict}{on}" for verdict in ("write", "wait") for on in ("", "-on")),
        *(f"command-{name}" for name in COMMANDS),
        *(f"file-{trouble}" for trouble in Trouble),
        *QUESTIONS,
        *(f"mark-{kind}" for kind in Kind),
        *(f"end-{end.value.replace('_', '-')}" for end in End),
        *(f"button-{theme}" for theme in (DARK, LIGHT)),
        *(f"hint-{parameter}" for parameter in PARAMETERS),
        *(f"says-{parameter}" for parameter in PARAMETERS if parameter.startswith("days_")),
        *(f"weekday-{day}" for day in EVERY_DAY),
        "button-yes",
        "button-no",
        *(f"button-{name}" for name in named_buttons()),
        *(f"column-{column}" for column in (*COLUMNS, *EVENT_COLUMNS)),
        *(f"button-{name}" for name in ("take-along", "delete-all", "delete-sure", "keep-all")),
        *(f"ended-{end.value}" for end in End),
        *(f"{text}-{detail.value}" for detail in Detail for text in ("change", "button-change")),
        *(f"button-choose-{choice}" for choice in CHOICES),
        *(f"rule-{rule.id}" for rule in RULEBOOK),
        *letter_texts(),
        *LETTER_QUESTIONS.values(),
        "letter-job-company",
        *(text for table in (KIND_WORDS, SIMPLE, SMALL_TALK, WITH_ADVICE) for text in table.values()),
    }


def letter_texts() -> Iterator[str]:
    """The texts of letters, by what they are for, their tone, and what is known."""
    tones = [register.value for register in Register]
    kinds = [*(letter.value for letter in Letter), "second"]
    yield from (f"letter-{part}-{kind}" for part in ("name", "subject", "matter") for kind in kinds)
    yield from (f"letter-{kind}-{tone}" for kind in kinds if kind != Letter.THANK_YOU for tone in tones)
    for kind, count in (("opening", OPENINGS), ("sober", OPENINGS), ("wish", WISHES)):
        yield from (f"letter-thanks-{kind}-{n + 1}-{tone}" for n in range(count) for tone in tones)
    yield from (f"letter-{part}-{tone}" for part in TONED for tone in tones)
    for phrase, facts in PHRASES.items():
        yield from (
            "-".join(("letter", phrase, *known)) for n in range(len(facts) + 1) for known in combinations(facts, n)
        )


PHRASES = {
    "meeting": ("day", "role"),
    "post": ("company", "role"),
    "team": ("company",),
    "interview": ("day",),
    "job": ("role",),
}


TONED = (
    *("greeting", "somebody", "closing", "hello", "hello-nobody", "script", "message", "patience", "patience-promised"),
    *(
        "interest",
        "interest-topic",
        "asked",
        "asked-day",
        "time",
        "time-deadline",
        "thanks-considering",
        "thanks-offer",
    ),
)


def named_buttons() -> set[str]:
    """The names of buttons in the code that shows them."""
    constants = ast.walk(CODE[ROOT / "assistant" / "steps.py"])
    names = {each.value for each in constants if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    return {name for name in names if f"button-{name}" in TEXTS}


def literals() -> set[str]:
    return {
        each.value
        for tree in CODE.values()
        for each in ast.walk(tree)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }


def lines() -> Iterator[tuple[str, set[str]]]:
    """Every text that the code names in `line(...)`, with the values it gives."""
    for tree in CODE.values():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "line" and call.args:
                given = {keyword.arg for keyword in call.keywords}
                if None not in given:
                    yield from ((text, given) for text in _texts(call.args[0]))


def _texts(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant):
        yield argument.value
    if isinstance(argument, ast.IfExp):
        yield from _texts(argument.body)
        yield from _texts(argument.orelse)


def values(text: str) -> set[str]:
    return set(re.findall(r"\$([\w-]+)", TEXTS[text]))


def test_every_text_is_used():
    assert set(TEXTS) - computed() - literals() == set()


def test_every_text_that_the_code_can_put_together_exists():
    assert computed() - set(TEXTS) == set()


def test_every_text_that_the_code_names_exists():
    assert {text for text, _ in lines()} - set(TEXTS) == set()


def test_every_named_text_gets_the_values_it_needs():
    assert [(text, given) for text, given in lines() if given != values(text)] == []


@pytest.mark.parametrize("rule", REACHING_OUT, ids=lambda rule: rule.id)
def test_a_step_that_reaches_out_needs_a_name_and_an_address_and_perhaps_a_time_to_call(rule):
    for text in reached(rule.id):
        later = {"call-at"} if text.endswith("-later") else set()
        assert values(text) == (set() if text.endswith("-nobody") else {"name", "address"} | later)


@pytest.mark.parametrize("text", sorted(TEXTS))
def test_every_text_can_be_said_and_fits(text):
    speech = Speech(MONDAY, MONDAY.tzinfo)
    words = speech.say(text, {value: 2 if value in COUNTED else "Acme" for value in values(text)})
    assert 0 < len(words) < 4096
    assert not re.search(r"[!?]{2}|!.*!", words)
    assert not text.startswith("button-") or len(words) <= BUTTON_READS_WELL


@pytest.mark.parametrize("text", ["old-button", "already-settled", "already-taken-back", "later-passed", "card-gone"])
def test_a_toast_is_short(text):
    assert len(catalogue_text(text)) <= MOST_SHOWN_IN_A_TOAST


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_described_and_answered(command):
    assert 0 < len(catalogue_text(f"command-{command}")) <= 256
    assert Talk().says(f"/{command}")


@pytest.mark.parametrize("asks", set(Asks) - {Asks.UNDO, Asks.CANCEL, Asks.ETIQUETTE, Asks.LETTER, *YOURS})
def test_everything_one_can_ask_for_has_an_answer(asks):
    assert answer(Request(asks), make_plan(Journal()), MONDAY).paragraphs


@pytest.mark.parametrize("asks", YOURS)
def test_everything_about_what_is_kept_has_an_answer(asks):
    assert yours_answer(Request(asks), 30).paragraphs


@pytest.mark.parametrize("topic", Topic)
def test_every_question_of_etiquette_has_an_answer(topic):
    assert answer(Request(Asks.ETIQUETTE, topic=topic), make_plan(Journal()), MONDAY).paragraphs


def test_all_chatter_has_an_answer():
    assert {*SMALL_TALK, *WITH_ADVICE} == set(Chatter)


def test_a_button_of_every_kind_has_its_place_in_the_code():
    named = {
        each.attr
        for path, tree in CODE.items()
        if path.parent.name == "assistant" and path.name not in ("press.py", "pressing.py")
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "Verb"
    }
    assert named == set(Verb.__members__)
