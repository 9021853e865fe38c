"""The jobs that a text names as the one applied for."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from language.lexicon import Lexicon, lexicon
from language.marks import Mark
from language.units import Unit
from language.wordsets import word_set

_POSITION = word_set("roles.position")
_BEFORE = word_set("roles.before")
_DETERMINERS = word_set("roles.determiners")
_STAFF = word_set("roles.staff")
_MARKS = frozenset(",:;-–—.()|\n!?")
_WANTS = word_set("roles.wants")
_ALONE = word_set("roles.alone")
_OWN_WORK = word_set("roles.own_work") | {""}
_JOB_ENDINGS = tuple(sorted(word_set("roles.endings")))
_SURE = tuple(sorted(word_set("roles.sure_endings")))
_NO_JOBS = word_set("roles.no_jobs")
_IDLE = word_set("roles.idle")


def roles_in(units: Sequence[Unit]) -> list[Mark]:
    """Marks of kind ROLE, with the words as written."""
    found: list[Mark] = []
    at = 0
    while at < len(units):
        span = _role_at(units, at)
        if span is None:
            at += 1
            continue
        first, last = span
        found.append(Mark("ROLE", units[first].start, units[last - 1].end, _name(units, first, last)))
        at = last
    sure = [mark for mark in found if _is_told(units, mark)]
    return sure or found


def _is_told(units: Sequence[Unit], mark: Mark) -> bool:
    """Whether "job", "role" or "position" follows."""
    return any(unit.plain in _POSITION for unit in units if 0 <= unit.start - mark.end <= 1)


def _name(units: Sequence[Unit], first: int, last: int) -> str:
    words = lexicon()
    if last - first == 1 and units[first].plain in words.kinds:
        return words.kinds[units[first].plain]
    return " ".join(unit.text for unit in units[first:last])


def _role_at(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The role that begins here, if its surroundings say that it is one."""
    words = lexicon()
    if units[at].is_taken or not units[at].is_word:
        return None
    last = _end(units, at, words)
    before = _word(units, at - 1)
    if last is None:
        return _unknown(units, at, words)
    after = _word(units, last)
    wanted = _word(units, at - 2) if before in _DETERMINERS else before
    told = after in _POSITION or (
        wanted == "of" and _word(units, at - 3 if before in _DETERMINERS else at - 2) in _POSITION
    )
    aimed = wanted in _BEFORE or (before in _MARKS and before and _word(units, at - 2) in _POSITION)
    aimed = aimed or (
        before in _DETERMINERS
        and wanted in _WANTS
        and _word(units, at - 3) in ("to", "they", "he", "she", "who", "is", "are")
    )
    aimed = (
        aimed or (before in ("is", ":", "as") and _word(units, at - 2) in _POSITION) or before in ("position", "role")
    )
    person = before == "the" and units[last - 1].plain in _STAFF
    if wanted == "as" and _word(units, at - 3 if before in _DETERMINERS else at - 2) in _OWN_WORK:
        return None
    if all(not _is_job(unit, words) and unit.plain not in words.kinds for unit in units[at:last]):
        return (at, last) if told or (aimed and wanted != "for") or units[last - 1].plain.endswith(_SURE) else None
    listed = _is_listed(units, at, last)
    return (at, last) if told or (aimed and not person) or listed else None


def _is_listed(units: Sequence[Unit], at: int, last: int) -> bool:
    """Whether it stands alone between commas or at the ends: "Acme, QA lead, Friday"."""
    before, after = _word(units, at - 1), _word(units, last)
    follows_name = before in _MARKS or before == ""
    alone = after in _MARKS or after == "" or (last < len(units) and units[last].is_taken)
    if last - at == 1 and units[at].plain in lexicon().kinds:
        return follows_name and alone and units[at].plain in _ALONE
    return follows_name and alone and (last - at > 1 or units[at].plain not in _STAFF)


def _end(units: Sequence[Unit], at: int, words: Lexicon) -> int | None:
    """Where a job title that begins here ends: modifiers, then the job, then a level or a department."""
    for place in range(at, min(at + 6, len(units))):
        unit = units[place]
        if unit.is_taken or not unit.is_word:
            return None
        if (_is_job(unit, words) or _sounds_like_job(unit, words)) and not _leads_on(units, place, words):
            return _tail(units, place + 1, words)
        if unit.plain in words.kinds and (
            _word(units, place + 1) in _POSITION
            or (place == at and unit.plain in _ALONE and not _word(units, at + 1).isalpha())
        ):
            return place + 1
        if not (_is_part(unit, words) or (place > at and unit.plain not in words.not_names)):
            return None
    return None


def _is_part(unit: Unit, words: Lexicon) -> bool:
    return (
        unit.plain in words.modifiers or unit.plain in words.jobs or unit.plain in words.kinds or _is_own(unit, words)
    )


def _is_job(unit: Unit, words: Lexicon) -> bool:
    """A job, or one with a slip of the pen in a longer word."""
    if unit.plain in words.jobs:
        return True
    if len(unit.plain) < 7 or unit.plain in words.common or unit.plain in words.given:
        return False
    return any(
        SequenceMatcher(None, unit.plain, job, autojunk=False).ratio() > 0.88 for job in words.jobs_like(unit.plain)
    )


def _sounds_like_job(unit: Unit, words: Lexicon) -> bool:
    """A word no list has that is made as those of jobs are ("falconer", "cheesemonger")."""
    is_new = unit.plain not in words.common and unit.plain not in words.given and unit.text.islower()
    return is_new and len(unit.plain) > 5 and unit.plain.endswith(_JOB_ENDINGS) and unit.plain not in _NO_JOBS


def _is_own(unit: Unit, words: Lexicon) -> bool:
    """A word of a title that no list has ("scrum", "CVICU", "flavour")."""
    return unit.plain not in words.common and unit.plain not in words.given


def _leads_on(units: Sequence[Unit], place: int, words: Lexicon) -> bool:
    following = _word(units, place + 1)
    return following in words.jobs and following not in _POSITION


def _tail(units: Sequence[Unit], end: int, words: Lexicon) -> int:
    is_pronoun = _word(units, end) == "i" and _word(units, end + 1).isalpha()
    if _word(units, end) in words.levels and not is_pronoun:
        return end + 1
    after = _word(units, end + 1)
    if _word(units, end) in ("of", "for", "in") and (
        after in words.departments
        or (
            _word(units, end) == "in"
            and after.isalpha()
            and after not in words.not_names
            and units[end + 1].text.islower()
        )
    ):
        return end + 2
    return end


def _unknown(units: Sequence[Unit], at: int, words: Lexicon) -> tuple[int, int] | None:
    """ "for a CVICU position": words before "position" that no list has."""
    if _word(units, at - 1) not in _DETERMINERS or _word(units, at - 2) not in ("for", "of", "about"):
        return None
    is_firm = units[at].is_capital and not units[at].text.isupper() and units[at].plain not in words.no_firms
    if _word(units, at - 1) == "the" and is_firm and _word(units, at + 1) in _POSITION:
        return None
    for place in range(at, min(at + 4, len(units))):
        if units[place].plain in _POSITION and place > at:
            own = [unit for unit in units[at:place] if unit.plain not in _IDLE]
            return (at, place) if own and any(unit.plain not in words.not_names for unit in own) else None
        if units[place].is_taken or not units[place].is_word:
            return None
    return None


def _word(units: Sequence[Unit], at: int) -> str:
    if not 0 <= at < len(units):
        return ""
    return "\x00" if units[at].is_taken else units[at].plain
