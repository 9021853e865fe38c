"""Every letter over every combination of known and missing facts: each could be sent once its gaps are filled."""

import re

import pytest
from letter_cases import THURSDAY, TOLD, Case, cases, copied, said, second, texts

from assistant.letter_phrases import Setting
from assistant.letter_texts import OPENINGS, WISHES, words_of_letter
from assistant.words import plain
from rules import facts as f
from rules.facts import Channel, Letter, Register
from rules.journal import Journal
from rules.plan import make_plan

KNOWN = (f.Applied(about="a1", company="Acme"), f.InterviewHeld(about="a1", interview=1, happened=THURSDAY))
WRITTEN, SCRIPT, VOICEMAIL = (60, 120), (60, 105), (35, 75)
GAP = re.compile(r"\[[a-z][^\[\]]+\]")
LETTERS = [(letter, False) for letter in Letter] + [(Letter.FOLLOW_UP, True)]


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize(("letter", "is_second"), LETTERS)
def test_every_letter_reads_well(letter: Letter, is_second: bool, register: Register, channel: Channel) -> None:
    for case in cases():
        setting = case.setting(letter, register)
        setting = second(setting, is_dated=case.more) if is_second else setting
        lengths = (SCRIPT, VOICEMAIL) if channel is Channel.PHONE else (WRITTEN,)
        for text, length in zip(texts(letter, channel, setting), lengths, strict=True):
            html = said(text, setting)
            _reads_well(html, plain(html), case, length)


def _reads_well(html: str, words: str, case: Case, length: tuple[int, int]) -> None:
    assert length[0] <= len(words.split()) <= length[1], words
    assert not re.search(r"None|  |\{|\}| [,.;:!?]|,\n\n[a-z]|\.\.|[,;:]\.|&\w+;", words), words
    assert not re.search(r"[,;]\s*$|\n{3}|^\s|[ \t]\n", words), words
    assert html == f"<pre>{_escaped(words)}</pre>"
    assert not (case.topic and "[one thing you talked about]" in words), words
    without_gaps = GAP.sub("", words)
    assert "[" not in without_gaps, words
    assert "]" not in without_gaps, words


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("feeling", [f.Feeling.GREAT, f.Feeling.BAD])
@pytest.mark.parametrize("register", Register)
def test_a_dozen_interviewers_get_a_dozen_letters(register: Register, feeling: f.Feeling) -> None:
    names = [f"Person {chr(ord('A') + number)}" for number in range(OPENINGS * WISHES)]
    felt = f.Felt(about="a1", feeling=feeling, interview=1)
    facts = [*KNOWN, felt, *(f.ContactMet(about="a1", name=name) for name in names)]
    plan = make_plan(Journal().noting(facts, TOLD, 1))
    app = plan.applications[0]
    settings = [Setting(app, contact, plan, register) for contact in app.contacts]
    letters = [copied(words_of_letter(Letter.THANK_YOU, Channel.EMAIL, each).texts[0], each) for each in settings]
    assert len({letter.partition("\n\n")[2] for letter in letters}) == len(names)
    assert all(WRITTEN[0] <= len(letter.split()) <= WRITTEN[1] for letter in letters)
    wants = re.compile(r"interest in joining|made me want|wanting|would love|imagine working|see myself")
    assert all(bool(wants.search(letter)) is (feeling is f.Feeling.GREAT) for letter in letters)


@pytest.mark.parametrize("letter", Letter)
def test_a_letter_tells_what_is_known(letter: Letter) -> None:
    case = Case({"name": "Chen", "title": "Dr."}, "Acme", "junior analyst", "their robots", True, True)
    setting = case.setting(letter, Register.FORMAL)
    words = words_of_letter(letter, Channel.EMAIL, setting)
    told = copied(words.texts[0], setting)
    assert told.startswith("Dear Dr. Chen,\n\n")
    assert "junior analyst position" in told
    assert words.subject is not None
    assert copied(words.subject, setting).endswith(" – junior analyst position")
    assert "Acme" in told


@pytest.mark.parametrize(
    ("name", "title", "register", "greeting"),
    [
        ("Dana Reed", None, Register.FORMAL, "Dear Dana Reed,"),
        ("Dana Reed", None, Register.FRIENDLY, "Hello Dana,"),
        ("Mei Chen", "Dr.", Register.FRIENDLY, "Hello Dr. Chen,"),
        ("Jan van der Berg", "Prof.", Register.FORMAL, "Dear Prof. van der Berg,"),
        ("Chen", "Dr.", Register.FORMAL, "Dear Dr. Chen,"),
        ("דנה לוי", None, Register.FORMAL, "Dear דנה לוי,"),
    ],
)
def test_people_are_greeted_by_what_is_known_of_them(name, title, register, greeting) -> None:
    setting = Case({"name": name, "title": title}, None, None, None, False, False).setting(Letter.REPLY, register)
    assert copied(words_of_letter(Letter.REPLY, Channel.EMAIL, setting).texts[0], setting).startswith(greeting)
