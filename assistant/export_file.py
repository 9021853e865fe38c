"""Everything of a user as one file to take along: the journal to be read back, and tables for a spreadsheet."""

import io
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from assistant.ports import File
from assistant.spreadsheet import Tables
from rules.export import Exported, NoExport, as_document, from_document
from rules.journal import Journal

NAME, DOCUMENT = "afterword.zip", "journal.json"
MOST_BYTES = 50_000_000
TOO_LARGE = "This export is larger than any that Afterword writes."


def export_file(user: int, journal: Journal, now: datetime) -> File:
    """The same moment and journal always make the same file."""
    tables = Tables(journal, now)
    contents = {
        DOCUMENT: as_document(journal, user, now).encode(),
        "applications.csv": tables.applications(),
        "events.csv": tables.events(),
    }
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(ZipInfo(name, now.timetuple()[:6]), content, ZIP_DEFLATED)
    return File(NAME, written.getvalue())


def read_export(content: bytes) -> Exported:
    """What an export holds, be it the whole file or the document out of it. Raises NoExport."""
    if len(content) > MOST_BYTES:
        raise NoExport(TOO_LARGE)
    if not content.startswith(b"PK"):
        return from_document(content.decode(errors="replace"))
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if archive.getinfo(DOCUMENT).file_size > MOST_BYTES:
                raise NoExport(TOO_LARGE)
            return from_document(archive.read(DOCUMENT).decode(errors="replace"))
    except NoExport:
        raise
    except Exception as error:  # a stranger's file, and an archive fails in many ways
        raise NoExport("This is no export of Afterword: it does not hold a journal.json.") from error
