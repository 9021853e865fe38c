"""Several companies in one message: each gets what is told of it, and nothing else."""

from datetime import UTC, datetime

import pytest

from language.sentences import SentenceReader
from rules import facts
from rules.journal import Journal
from tests.language.told import NOW

TOLD = [
    (
        "nordwind interview went great on friday, falke so so yesterday, brix is wednesday 10am",
        {"nordwind": "held 02-27 great", "falke": "held 03-03 unsure", "brix": "planned 03-11"},
    ),
    (
        "interview at nordwind on monday, falke on tuesday 3pm and brix thursday",
        {"nordwind": "planned 03-09", "falke": "planned 03-10", "brix": "planned 03-05"},
    ),
    ("nordwind great, falke bad", {"nordwind": "held - great", "falke": "held - bad"}),
    (
        "just had nordwind, was great. falke was meh. brix tomorrow at 10",
        {"nordwind": "held 03-04 great", "falke": "held - unsure", "brix": "planned 03-05"},
    ),
    (
        "just had nordwind, was great!! and falke yesterday so so",
        {"nordwind": "held 03-04 great", "falke": "held 03-03 unsure"},
    ),
    ("tomorrow is my interview at nordwind", {"nordwind": "planned 03-05"}),
    ("interview at Nordwind went great, cofffee was bad", {"Nordwind": "held - unsure"}),
    (
        "Nordwind on Monday (great), Falke yesterday (meh), Brix tomorrow at 9",
        {"Nordwind": "held 03-02 great", "Falke": "held 03-03 unsure", "Brix": "planned 03-05"},
    ),
    ("Nordwind: great, Friday. Falke: bad, no news", {"Nordwind": "held - great", "Falke": "held - bad"}),
    (
        "H&M today and at Marks & Spencer yesterday, both good",
        {"H&M": "held 03-04 good", "Marks & Spencer": "held 03-03 good"},
    ),
    (
        "Had Nordwind today, went great. Also had Falke yesterday, went badly",
        {"Nordwind": "held 03-04 great", "Falke": "held 03-03 bad"},
    ),
    (
        "one with Nordwind went great, the other with Falke was a disaster",
        {"Nordwind": "held - great", "Falke": "held - bad"},
    ),
    (
        "- Nordwind: Monday, went well\n- Falke: Tuesday, awful\n- Brix: tomorrow at 9",
        {"Nordwind": "held 03-02 good", "Falke": "held 03-03 bad", "Brix": "planned 03-05"},
    ),
    ("1. Nordwind - great\n2. Falke - bad, rejected", {"Nordwind": "held - great", "Falke": "held - bad rejected"}),
    (
        "Falke was great yesterday but Nordwind on Monday was awful",
        {"Falke": "held 03-03 great", "Nordwind": "held 03-02 bad"},
    ),
    ("Friday: Nordwind 9am, Falke 2pm", {"Nordwind": "planned 03-06", "Falke": "planned 03-06"}),
    ("Tomorrow I've got Nordwind at 9 and Falke at 2", {"Nordwind": "planned 03-05", "Falke": "planned 03-05"}),
    ("Nordwind, Falke and Brix all rejected me", {"Nordwind": "rejected", "Falke": "rejected", "Brix": "rejected"}),
    ("1) Nordwind went great 2) Falke went badly", {"Nordwind": "held - great", "Falke": "held - bad"}),
    ("Interviews next week: Mon 10am Nordwind, Tue 2pm Falke", {"Nordwind": "planned 03-09", "Falke": "planned 03-10"}),
    (
        "I have interviews with Nordwind (Monday 9am), Falke (Tuesday 2pm) and Brix (Wednesday at noon)",
        {"Nordwind": "planned 03-09", "Falke": "planned 03-10", "Brix": "planned 03-11"},
    ),
    ("Interview at Nordwind and at Falke yesterday", {"Nordwind": "held 03-03", "Falke": "held 03-03"}),
    ("interviewed at nordwind and falke yesterday", {"nordwind": "held 03-03", "falke": "held 03-03"}),
    ("interviewed at nordwind and fainted yesterday", {"nordwind": "held 03-03"}),
    ("Got offers from Nordwind and Falke!", {"Nordwind": "offer", "Falke": "offer"}),
    ("Dana (Nordwind) was lovely, Rob (Falke) was rude", {"Nordwind": "held - good", "Falke": "held - bad"}),
    ("I spoke to Michael from Talentia about the Falke job", {"Falke": "held -"}),
    ("heard from Nordwind and Falke today, both rejected me", {"Nordwind": "rejected", "Falke": "rejected"}),
    ("rejected by Nordwind and Falke today", {"Nordwind": "rejected", "Falke": "rejected"}),
    ("Followed up with Nordwind and Falke yesterday", {"Nordwind": "followed", "Falke": "followed"}),
    (
        "Interviewed with Nordwind and Falke yesterday, both went well",
        {"Nordwind": "held 03-03 good", "Falke": "held 03-03 good"},
    ),
    ("Nordwind rejected me, Falke made me an offer", {"Nordwind": "rejected", "Falke": "offer"}),
    ("Nordwind said Friday, Falke said next week", {"Nordwind": "by 03-06", "Falke": "by 03-13"}),
    (
        "Heard back from Nordwind: rejected. Falke: second round on Monday at 10",
        {"Nordwind": "rejected", "Falke": "planned 03-09"},
    ),
    ("Deadline: Nordwind Friday, Falke Monday", {"Nordwind": "", "Falke": ""}),
    ("neither Nordwind nor Falke replied", {"Nordwind": "", "Falke": ""}),
    ("recruiter from Talentia called about a job at Falke", {"Falke": ""}),
    ("Talentia got me an interview at Falke tomorrow at 9", {"Falke": "planned 03-05"}),
    ("interview through Talentia for Falke yesterday", {"Falke": "held 03-03"}),
]

CALLED = [
    ("applied to Bosch yesterday", "Bosch"),
    ("sent my cv to bosch", "bosch"),
    ("applied to university", None),
    ("interview at 🚀Rocket yesterday felt bad", "Rocket"),
    ("interview with ❤️ Heartly yesterday", "Heartly"),
    ("interview with Müller & Söhne GmbH & Co. KG yesterday, meh", "Müller & Söhne GmbH & Co. KG"),
    ("interview at Foo & Co. Dana was nice", "Foo & Co"),
    ("interview at St Mary's Hospital yesterday", "St Mary's Hospital"),
    ("interview at McDonald's yesterday", "McDonald's"),
    ("rejected by Drummond's: no reason given", "Drummond's"),
    ("interview at Falke's office in Bonn yesterday", "Falke"),
    ("had an interview at deutsche bahn yesterday", "deutsche bahn"),
    ("Interview at Johnson and Johnson today", "Johnson and Johnson"),
    ("Interview at John Lewis yesterday", "John Lewis"),
    ("call with Falke at Harbour Wharf tomorrow at 9, interview", "Falke"),
    ("interview at the University of Leeds yesterday", "University of Leeds"),
    ("interview at A.P. Moller-Maersk yesterday", "A.P. Moller-Maersk"),
    ("interview at rooms.example.org yesterday", "rooms.example.org"),
    ("URGENT interview tomorrow", None),
    ("Tough interview today", None),
    ("I had Pizza yesterday", None),
    ("Vienna tomorrow", None),
    ("I interviewed at Falke on Monday, Bank Holiday on Tuesday", "Falke"),
    ("Interview at Falke yesterday, Zoom today at 9", "Falke"),
    ("They asked about Python and Kubernetes, it went well", None),
    ("Python test on Monday, English test on Tuesday", None),
    ("Summary: it went great.", None),
    ("Christmas tomorrow! Merry Christmas", None),
    ("my boss is German", None),
    ("got rejected by globex", "globex"),
    ("rejected by email", None),
    ("globex interview on thursday at 3", "globex"),
    ("also initech interview tomorrow 10am", "initech"),
    ("behavioral interview tomorrow 10am", None),
    ("phone screen with initech thursday 3pm", "initech"),
    ("had an interview yesterday, it was with initech", "initech"),
    ("had an interview yesterday, it was with a friend", None),
]

REACHED = [
    ("Interviewed at Falke today. Jo's number is 07700 900123", {"Jo": "07700 900123"}),
    (
        "met Dana and Rob at Falke today, rob@falke.example and dana@falke.example",
        {"Dana": "dana@falke.example", "Rob": "rob@falke.example"},
    ),
    (
        "Met with Dana Whitfield and Rob Hale; dwhitfield@falke.example, rhale@falke.example",
        {"Dana Whitfield": "dwhitfield@falke.example", "Rob Hale": "rhale@falke.example"},
    ),
    ("+44 7700 900222 (Rob), 07700 900111 (Dana)", {"Rob": "+44 7700 900222", "Dana": "07700 900111"}),
    ("Dana, 07700 900111, Rob, 07700 900222", {"Dana": "07700 900111", "Rob": "07700 900222"}),
    ("Max Power, +49 170 1234567", {"Max Power": "+49 170 1234567"}),
    ("had an interview at Falke yesterday with a lady called shaz", {"shaz": None}),
    ("Interviewed at Falke yesterday, her name is Wilhelmina", {"Wilhelmina": None}),
    ("interview at Falke yesterday with the manager, Thorvald", {"Thorvald": None}),
    ("Interview with Zed at Falke yesterday", {"Zed": None}),
    ("Interview at Falke yesterday with Zed, he was nice", {"Zed": None}),
    ("my name is Pawel, interviewed at Falke yesterday", {}),
    (
        "interviewed at Falke yesterday, my contact at Falke is Ferdi, ferdi@falke.example",
        {"Ferdi": "ferdi@falke.example"},
    ),
    ("my mum's name is Gertrude", {}),
    ("interview for the summer at Falke", {}),
    ("Pawel here, interviewed at Falke yesterday", {}),
]

ROLES = [
    ("Interview yesterday at Falke (QA lead), went well", "QA lead"),
    ("interviewed as a falconer at Falke yesterday", "falconer"),
    ("interviewed for cheesemonger at Falke, good", "cheesemonger"),
    ("got the falconer gig!", "falconer"),
    ("interviewed as a reminder at Falke", None),
    ("interview for a transfer at Falke", None),
    ("got the bigger job", None),
    ("interview for a better job at Falke", None),
    ("As a nurse I thought the interview at Falke was good", None),
    ("I work as a nurse, interviewed at Falke yesterday", None),
    ("Met Dana (team lead) at Falke today", None),
    ("Dana Whitfield\nHR Manager\nFalke GmbH", None),
]


def told(text: str) -> tuple[facts.Fact, ...]:
    return SentenceReader().read(text, Journal(default_zone="Europe/London"), NOW).facts


def day(when: object) -> str:
    return f"{when.date:%m-%d}" if when else "-"


def words(fact: facts.Fact) -> str:
    match fact:
        case facts.InterviewHeld(happened=on):
            return f"held {day(on)}"
        case facts.InterviewPlanned(at=at):
            return f"planned {day(at)}"
        case facts.Felt(feeling=feeling):
            return str(feeling)
        case facts.AnswerPromised(by=by):
            return f"by {day(by)}"
        case facts.Rejected():
            return "rejected"
        case facts.OfferMade():
            return "offer"
        case facts.FollowedUp():
            return "followed"
        case _:
            return ""


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=lambda value: value[:50] if isinstance(value, str) else "")
def test_each_company_gets_its_own(text: str, expected: dict[str, str]) -> None:
    noted = told(text)
    names = {fact.about: fact.company for fact in noted if isinstance(fact, facts.Applied)}
    of_company = {
        name: " ".join(filter(None, (words(f) for f in noted if f.about == key))) for key, name in names.items()
    }
    assert of_company == expected


@pytest.mark.parametrize(("text", "name"), CALLED)
def test_what_is_a_company(text: str, name: str | None) -> None:
    assert {fact.company for fact in told(text) if isinstance(fact, facts.Applied)} - {None} == (
        {name} if name else set()
    )


@pytest.mark.parametrize(("text", "people"), REACHED)
def test_people_and_whose_address_it_is(text: str, people: dict[str, str | None]) -> None:
    met = [fact for fact in told(text) if isinstance(fact, facts.ContactMet)]
    assert {one.name: one.email or one.phone for one in met} == people


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_what_is_the_role(text: str, role: str | None) -> None:
    assert {fact.role for fact in told(text) if isinstance(fact, facts.Applied)} - {None} == ({role} if role else set())


def test_people_and_addresses_go_to_their_company() -> None:
    noted = told("Interviewed with Rob at Falke and with Dana at Brix yesterday")
    assert by_company(noted) == {("Falke", "Rob"), ("Brix", "Dana")}
    assert by_company(told("Met Falke's CTO, Ravi, and Brix's founder, Lena")) == {("Falke", "Ravi"), ("Brix", "Lena")}
    assert by_company(told("Dana (Falke) was lovely, Rob (Brix) was rude")) == {("Falke", "Dana"), ("Brix", "Rob")}


def by_company(noted: tuple[facts.Fact, ...]) -> set[tuple[str | None, str | None]]:
    companies = {fact.about: fact.company for fact in noted if isinstance(fact, facts.Applied)}
    return {(companies[one.about], one.name) for one in noted if isinstance(one, facts.ContactMet)}


def test_a_name_told_alone_is_a_contact_of_the_one_open_application() -> None:
    journal = Journal(default_zone="Europe/London").noting(told("interviewed at Falke yesterday"), NOW)
    noted = SentenceReader().read("the recruiter's name is Ngaire", journal, datetime(2026, 3, 4, 16, tzinfo=UTC)).facts
    assert noted == (facts.ContactMet(about="a1", name="Ngaire"),)


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("interview with Corvane Unified for the lab assistant job yesterday", "Corvane Unified"),
        ("interview with Atelier Morvan today, social media manager", "Atelier Morvan"),
        ("Howzit. So the interview at Quarrow Rehab was yesterday", "Quarrow Rehab"),
        ("interviewed at Quarrow Rehab yesterday. Chair said I'd hear in two weeks", "Quarrow Rehab"),
        ("interviewed at Quarrow Rehab yesterday, he phoned at teatime, it's a no", "Quarrow Rehab"),
        ("Quillfort rejected me", "Quillfort"),
    ],
)
def test_what_only_looks_like_a_name_is_none(text, company):
    reading = SentenceReader().read(text, Journal(default_zone="Europe/London"), NOW)
    assert [fact.company for fact in reading.facts if isinstance(fact, facts.Applied)] == [company]
    assert company not in [fact.name for fact in reading.facts if isinstance(fact, facts.ContactMet)]
