"""The file that /export gives: the journal to be read back, and tables that no spreadsheet reckons out."""

import contextlib
import csv
import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from talking import MONDAY, Talk

from assistant.export_file import MOST_BYTES, export_file, read_export
from assistant.spreadsheet import ACTIVE, harmless
from rules import facts as f
from rules.export import NoExport
from rules.journal import Journal


def exported(journal):
    return export_file(7, journal, MONDAY).content


def table(journal, name):
    with ZipFile(io.BytesIO(exported(journal))) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))


def talked():
    talk = Talk()
    talk.says("interview at Acme today for the data analyst job with Dana Reed, went great, they decide by Friday")
    talk.says("Globex said no")
    return talk.journal


def test_it_is_read_back_whole_or_unpacked():
    journal = talked()
    content = exported(journal)
    with ZipFile(io.BytesIO(content)) as archive:
        assert read_export(content) == read_export(archive.read("journal.json"))
    assert [entry.fact for entry in read_export(content).journal.entries] == [entry.fact for entry in journal.entries]


def test_the_applications_are_one_row_each():
    acme, globex = table(talked(), "applications.csv")
    assert (acme["Company"], acme["Role"], acme["How it stands"]) == ("Acme", "data analyst", "thank-you due")
    assert (acme["Interviews"], acme["Answer promised by"]) == ("2026-03-02", "2026-03-06")
    assert acme["Contacts"].startswith("Dana Reed")
    assert (globex["Company"], globex["How it stands"]) == ("Globex", "they said no")


def test_what_happened_is_one_row_each():
    told = [(row["Told"], row["Company"], row["What"]) for row in table(talked(), "events.csv")]
    assert ("2026-03-02 18:00", "Acme", "it felt great") in told
    assert ("2026-03-02 18:00", "Globex", "they said no") in told


@pytest.mark.parametrize("first", ACTIVE)
def test_nothing_in_a_table_is_reckoned_out(first):
    name = f'{first}HYPERLINK("http://evil.example","Acme")'
    journal = Journal().noting([f.Applied(about="a1", company=name), f.Rejected(about="a1")], MONDAY)
    assert [row["Company"][0] for row in table(journal, "applications.csv")] == ["'"]
    assert {row["Company"][0] for row in table(journal, "events.csv")} == {"'"}


def test_a_harmless_row_stays_as_it_is():
    assert harmless(("Acme", "", "a=b", "é")) == ["Acme", "", "a=b", "é"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and no more", b"\xff\xfe", b"Dear Sir"])
def test_another_file_is_refused(content):
    with pytest.raises(NoExport, match="no export"):
        read_export(content)


def archived(name, content):
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize("name", ["holiday.txt", "../journal.json", "/journal.json"])
def test_an_archive_of_something_else_is_refused(name):
    with pytest.raises(NoExport, match=r"journal\.json"):
        read_export(archived(name, "sun"))


def test_an_archive_that_unpacks_without_end_is_refused_unread():
    bomb = archived("journal.json", bytes(MOST_BYTES + 1))
    assert len(bomb) < 100_000
    with pytest.raises(NoExport, match="larger than any"):
        read_export(bomb)


def test_a_document_that_is_too_large_is_refused_unread():
    with pytest.raises(NoExport, match="larger than any"):
        read_export(bytes(MOST_BYTES + 1))


def test_no_byte_that_is_wrong_stops_it():
    content = exported(talked())
    for place in range(0, len(content), 37):
        spoilt = content[:place] + bytes([content[place] ^ 0x5A]) + content[place + 1 :]
        with contextlib.suppress(NoExport):
            assert read_export(spoilt).journal.entries


def test_names_are_no_file_names():
    journal = Journal().noting([f.Applied(about="a1", company="../../etc/passwd")], MONDAY)
    with ZipFile(io.BytesIO(exported(journal))) as archive:
        assert archive.namelist() == ["journal.json", "applications.csv", "events.csv"]
