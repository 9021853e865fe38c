"""Ways to reach somebody, as they are typed: e-mail, phone, Skype, LinkedIn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from language.wordsets import word_set

_EMAIL = re.compile(r"[^\s@<>(),;:\"]{1,64}@[^\s@<>(),;:\"]{1,255}")
_DIGITS = re.compile(r"\+?\(?\d[\d\s().\-/]{5,24}\d")
_SKYPE = re.compile(
    r"\bskype(?:\s+(?:id|handle|name|is|me|him|her|them))*\s*(?:[:=]|\bat\b|\bis\b)?\s*([a-z][\w.,:-]{4,31})",
    re.IGNORECASE,
)
_LIVE = re.compile(r"\blive:[\w.-]{3,40}", re.IGNORECASE)
_LINKEDIN = re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/[\w/%.-]{1,100}", re.IGNORECASE)
_NO_HANDLES = word_set("contacts.no_handles")


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to reach somebody and where in the text it stands. `kind` is email, phone, skype or linkedin."""

    kind: str
    value: str
    start: int
    end: int


def ways_to_reach(text: str, region: str | None = None) -> list[Reach]:
    """The addresses, numbers and handles in a text, in order; `region` is the country of numbers without a prefix."""
    found: list[Reach] = []
    for reach in _every_way(text, region):
        if all(reach.end <= other.start or other.end <= reach.start for other in found):
            found.append(reach)
    return sorted(found, key=lambda reach: reach.start)


def _every_way(text: str, region: str | None) -> Iterator[Reach]:
    lower = text.lower()
    if "@" in text:
        yield from _emails(text)
    if "linkedin.com" in lower:
        yield from (Reach("linkedin", m.group(), m.start(), m.end()) for m in _LINKEDIN.finditer(text))
    if "skype" in lower or "live:" in lower:
        yield from _handles(text)
    yield from _phones(text, region)


def _emails(text: str) -> Iterator[Reach]:
    from email_validator import EmailNotValidError, validate_email

    for match in _EMAIL.finditer(text):
        written = match.group().rstrip(".!?'*_-")
        try:
            valid = validate_email(written, check_deliverability=False, test_environment=True)
        except EmailNotValidError:
            continue
        yield Reach("email", valid.normalized, match.start(), match.start() + len(written))


def _handles(text: str) -> Iterator[Reach]:
    for match in _LIVE.finditer(text):
        yield Reach("skype", match.group().rstrip("."), match.start(), match.end())
    for match in _SKYPE.finditer(text):
        handle = match.group(1).rstrip(".,:-")
        named = ":" in match.group() or "=" in match.group() or re.search(r"[\d._]", handle)
        if handle.lower() not in _NO_HANDLES and named:
            yield Reach("skype", handle, match.start(), match.start(1) + len(handle))


def _phones(text: str, region: str | None) -> Iterator[Reach]:
    for match in _DIGITS.finditer(text):
        if not 7 <= sum(char.isdigit() for char in match.group()) <= 15 or _is_date(match.group()):
            continue
        if number := _phone(match.group(), region or "US"):
            yield Reach("phone", number, match.start(), match.end())


def _is_date(written: str) -> bool:
    return re.fullmatch(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.{0,9}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}.{0,9}", written) is not None


def _phone(written: str, region: str) -> str | None:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    return " ".join(written.split()) if phonenumbers.is_possible_number(number) else None
