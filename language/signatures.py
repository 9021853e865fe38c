"""The end of an e-mail, pasted: name, job, company and ways to reach somebody, below each other."""

import re
from collections.abc import Sequence

from language.clues import house_of, is_house
from language.contacts import Reach, ways_to_reach
from language.people import is_made_of
from language.received import Card
from language.wordsets import told_words

FEWEST_LINES, MOST_LINES, LONGEST_LINE = 3, 14, 90
_PARTS = told_words("cards", "parts")
_FAREWELLS = told_words("cards", "farewells")
_LABELS = told_words("cards", "labels")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s+[-–—@]\s+|,\s+|\s+\bat\b\s+")
_SITE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def signature(text: str, region: str | None) -> Card | None:
    """Whoever signed, if the text is nothing but a signature; `region` is the country of numbers without a prefix."""
    lines = [line.strip(" *_>") for line in text.splitlines()]
    lines = [line for line in lines if line.strip("-–—")]
    while lines and _is_farewell(lines[0]):
        lines.pop(0)
    if not FEWEST_LINES <= len(lines) <= MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        return None
    reaches = ways_to_reach("\n".join(lines[1:]), region)
    said = [part for line in lines[1:] for part in _BETWEEN.split(_bare(line, reaches)) if _WORD.search(part)]
    part = next((each for each in said if _is_part(each)), None)
    email = next((reach.value for reach in reaches if reach.kind == "email"), None)
    is_somebody = _is_name(lines[0]) and bool(reaches) and (is_made_of(email, lines[0]) if email else part is not None)
    if not is_somebody or any(line.endswith(("?", "!")) for line in lines):
        return None
    by_kind = {reach.kind: reach.value for reach in reversed(reaches)}
    company = _company([each for each in said if each != part], email)
    return Card(lines[0], company, part, email, by_kind.get("phone"), by_kind.get("linkedin"))


def _is_farewell(line: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(line)]
    return not words or all(word in _FAREWELLS for word in words)


def _is_name(line: str) -> bool:
    """Two to four words with capitals, none of which is a job."""
    words = line.rstrip(",").split()
    are_names = all(_WORD.fullmatch(word) and word[0].isupper() for word in words)
    return 2 <= len(words) <= 4 and are_names and not _PARTS & {word.casefold() for word in words}


def _is_part(said: str) -> bool:
    return bool(_PARTS & {word.casefold() for word in _WORD.findall(said)})


def _bare(line: str, reaches: Sequence[Reach]) -> str:
    """The line without addresses and without what stands before them ("Tel.:")."""
    for reach in reaches:
        line = line.replace(reach.value, " ")
    words = _SITE.sub(" ", line).split()
    return " ".join(word for word in words if word.casefold().rstrip(":") not in _LABELS and not _has_digits(word))


def _has_digits(word: str) -> bool:
    return any(char.isdigit() for char in word)


def _company(said: Sequence[str], email: str | None) -> str | None:
    """What the address names, as it is written; else what stands below the job."""
    house = house_of(email) if email else None
    written = next((each for each in said if house and is_house(house, each)), None)
    return written or (said[0].strip(" ,;:|") if said else None) or (house.title() if house else None)
