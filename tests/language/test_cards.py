"""Cards of every version, and signatures: who it is, what they do, how to reach them."""

import logging
import textwrap
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as some

from language.received import Card, Received, Trouble, received
from language.signatures import signature
from tests.story import FILES

DANA = Card("Dana Reed", "Acme GmbH", "Senior Recruiter", "dana.reed@acme.example", "+49 30 901820")


def on_file(name):
    return received(name, "", (FILES / name).read_bytes()).cards


def test_version_3_with_the_number_at_work():
    assert on_file("dana.vcf") == (DANA,)


def test_version_4():
    assert on_file("agency.vcf") == (
        Card("Kim Lee", "Brightpath Recruitment", "Consultant", "kim.lee@brightpath.example", "+44 20 7946 0958"),
    )


def test_version_2_with_two_people_and_letters_written_as_numbers():
    assert on_file("old-phone.vcf") == (
        Card("Jürgen Müller", "Globex", phone="+49 170 5550111"),
        Card("Ivan Petrov", "Globex", "Head of Sales", "ivan@globex.example"),
    )


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", Trouble.NOBODY),
        ("hello", Trouble.NOBODY),
        ("BEGIN:VCARD\r\nFN:Dana", Trouble.UNREADABLE),
        ("BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", Trouble.NOBODY),
        ("BEGIN:VCARD\r\nFN:Dana\r\nEND:VCARD\r\n" * 11, Trouble.TOO_MANY),
        ("BEGIN:VCARD\r\n" * 50, Trouble.TOO_MANY),
        ("BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:" + "=\r\n" * 5_000, Trouble.TOO_MANY),
    ],
)
def test_what_cannot_be_used_says_why(text, trouble):
    assert received("a.vcf", "", text.encode()) == Received(trouble=trouble)


def test_a_card_with_a_picture_is_read_all_the_same():
    picture = "\r\n ".join(textwrap.wrap(b64encode(bytes(500_000)).decode(), 75))
    text = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dana Reed\r\nTEL:1\r\nPHOTO;ENCODING=b:{picture}\r\nEND:VCARD\r\n"
    assert [card.name for card in received("a.vcf", "", text.encode()).cards] == ["Dana Reed"]


def test_no_line_of_a_card_is_logged(caplog):
    with caplog.at_level(logging.DEBUG):
        received("a.vcf", "", b"my secret\r\n")
    assert "secret" not in caplog.text


@given(some.text(max_size=200))
def test_no_card_stops_it(text):
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{text}\r\nEND:VCARD\r\n"
    assert isinstance(received("a.vcf", "", card.encode()), Received)


SIGNATURES = {
    """
Dana Reed
Senior Recruiter
Acme GmbH
T +49 30 901820
dana.reed@acme.example""": DANA,
    """
Best regards,
Dana Reed
Talent Acquisition Partner | Acme
M: +44 20 7946 0958 | dana.reed@acme.example
www.acme.example""": Card(
        "Dana Reed", "Acme", "Talent Acquisition Partner", "dana.reed@acme.example", "+44 20 7946 0958"
    ),
    """
--
Sam Okafor
Head of Engineering at Globex
sam@globex.example""": Card("Sam Okafor", "Globex", "Head of Engineering", "sam@globex.example"),
    """
Kind regards

Jean-Luc Moreau
HR Manager
Initech SA
Tel.: +33 1 70 18 99 00""": Card("Jean-Luc Moreau", "Initech SA", "HR Manager", phone="+33 1 70 18 99 00"),
    """
Priya Nair
Engineering Manager, Globex
priya.nair@globex.example
12 High Street, London""": Card("Priya Nair", "Globex", "Engineering Manager", "priya.nair@globex.example"),
    """
Thanks,
Kim Lee
Recruiter
Brightpath Recruitment
kim@brightpath.example
linkedin.com/in/kim""": Card(
        "Kim Lee", "Brightpath Recruitment", "Recruiter", "kim@brightpath.example", linkedin="linkedin.com/in/kim"
    ),
    """
ANA LOPEZ
CEO
ACME
ana@acme.example""": Card("ANA LOPEZ", "ACME", "CEO", "ana@acme.example"),
    """
Many thanks and best wishes
Dr. Lena Fischer
Director of Research
Cyberdyne Labs
lena@cyberdyne.example""": Card("Dr. Lena Fischer", "Cyberdyne Labs", "Director of Research", "lena@cyberdyne.example"),
}


@pytest.mark.parametrize("text", SIGNATURES)
def test_a_signature_is_somebody(text):
    assert signature(text, "DE") == SIGNATURES[text]


@pytest.mark.parametrize(
    "text",
    [
        "Dana Reed, +49 30 901820",
        "Interview at Acme\nDana Reed\ndana.reed@acme.example",
        "Acme Corp\nJunior Analyst\nDana: dana@acme.example",
        "Just out of my interview\nDana Reed was lovely\nher mail is dana.reed@acme.example",
        "Dana Reed\nSam Okafor\nPriya Nair",
        "Dana Reed\nshe said they decide by Friday!\ndana.reed@acme.example",
        "Dana Reed\nAcme",
    ],
)
def test_other_lines_below_each_other_are_none(text):
    assert signature(text, "DE") is None
