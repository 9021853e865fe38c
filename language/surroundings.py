"""The written words around a place in a text, as finding names asks for them."""

import re
from collections.abc import Sequence

from language.lexicon import Lexicon, lexicon
from language.marks import Mark
from language.units import Unit
from language.wordsets import word_set

_PRONOUNS = word_set("names.pronouns")
_FIRMS = word_set("names.firms")
_LINKS = frozenset(["&", "of", "and", "the", "de", "la", "di", "van", "von"])
_AND_SONS = frozenset(["sons", "co", "company", "daughters"])
_INITIALS = re.compile(r"[A-Z](\.[A-Z])+")
_ANDS = frozenset(["and", "&", "n"])
_BULLETS = frozenset("-–—*•·")
_SAINTS = frozenset(["st", "saint", "mount"])
_AT = frozenset(["at", "joining"])
_WITHOUT_OWNER = word_set("names.without_owner")
_DESCRIBING = frozenset(["company", "group", "partners", "media", "hotel"])
_POSITION = word_set("roles.position") | {"team", "department"}
_NEAR = 24


class Surroundings:
    """The units of a text with the names found so far. A place outside the text has the plain word ""."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.words: Lexicon = lexicon()
        self.found: list[Mark] = []

    def plain(self, at: int) -> str:
        """The word in lower case; a NUL where something was recognised."""
        if not 0 <= at < len(self.units):
            return ""
        return "\x00" if self.units[at].is_taken else self.units[at].plain

    def is_taken(self, at: int) -> bool:
        return 0 <= at < len(self.units) and self.units[at].is_taken

    def kind(self, at: int) -> str:
        """The kind of what was recognised here."""
        return self.units[at].taken if 0 <= at < len(self.units) else ""

    def has_found(self, kind: str) -> bool:
        return any(mark.kind == kind for mark in self.found)

    def has_just_found(self, kind: str, at: int) -> bool:
        """Whether a name of this kind ends right before the word before this place."""
        last = self.found[-1] if self.found else None
        return last is not None and last.kind == kind and at > 1 and self.units[at - 2].end in (last.end, last.end - 2)

    def is_name(self, at: int) -> bool:
        """A word with a capital letter that no list explains."""
        return 0 <= at < len(self.units) and self.units[at].is_capital and self.is_free(at)

    def is_free(self, at: int) -> bool:
        """A word that may be a name or a part of one."""
        unit = self.units[at]
        is_letters = unit.text[0].isalpha() or any(char.isupper() for char in unit.text)
        if unit.is_taken or not is_letters or unit.plain.partition("'")[0] in _PRONOUNS:
            return False
        return unit.plain not in self.words.not_names or (unit.is_capital and self._is_given(unit))

    def _is_given(self, unit: Unit) -> bool:
        return unit.plain in self.words.given_words and unit.plain not in ("will", "may", "march")

    def follows(self, kind: str, at: int) -> bool:
        """Whether the name found last is of this kind and close before."""
        last = self.found[-1] if self.found else None
        return last is not None and last.kind == kind and self.units[at].start - last.end < _NEAR

    def begins_a_line(self, at: int) -> bool:
        """Whether a line begins here, a dash or a number before it not counted."""
        if self.plain(at - 1) in (".", ")") and self.plain(at - 2).isdigit():
            at -= 2
        elif self.plain(at - 1) in _BULLETS or self.plain(at - 1).isdigit():
            at -= 1
        return self.plain(at - 1) in ("", "\n")

    def names_a_firm(self, at: int) -> bool:
        """ "A bakery called ...", "the company is called ..."."""
        at -= self.plain(at) in ("is", "was")
        return self.plain(at) in _FIRMS or self.plain(at) in self.words.firm_endings

    def begins_a_firm(self, at: int) -> bool:
        """ "Jones Hospital", "Maria's Bakery" and "Hill & Dale's" are no people."""
        end = self.firm_end(at)
        is_joined = self.plain(at + 1) == "&" and self.units[end - 1].has_genitive
        return end > at + 1 and (is_joined or self.ends_a_firm(end - 1))

    def ends_a_firm(self, at: int) -> bool:
        """A last word of firms; one that is a plain word, too, only with a capital letter."""
        words, unit = self.words, self.units[at]
        return unit.plain in words.firm_endings or (unit.is_capital and unit.plain in words.firm_words)

    def is_had(self, at: int) -> bool:
        """Whether the word here can be what somebody has ("Acme's office"), and not how a sentence goes on."""
        return self.plain(at).isalpha() and self.plain(at) not in _WITHOUT_OWNER

    def well_known_end(self, at: int) -> int | None:
        """Where the name of a company that everybody knows ends."""
        for rest in self.words.well_known.get(self.plain(at), ()):
            told = [self.plain(place) for place in range(at + 1, at + 1 + len(rest))]
            if all(word == said or (word == "and" and said in _ANDS) for word, said in zip(rest, told, strict=True)):
                return at + 1 + len(rest)
        return None

    def institution_end(self, at: int) -> int | None:
        """ "University of Leeds", "Bank of Scotland": where such a name ends."""
        if not self.units[at].is_capital or not self.ends_a_firm(at) or self.plain(at + 1) != "of":
            return None
        second = at + 2 + (self.plain(at + 2) == "the")
        is_name = second < len(self.units) and self.units[second].is_capital and not self.is_taken(second)
        return self.firm_end(second) if is_name else None

    def firm_end(self, at: int) -> int:
        """Where a company's name that begins here would end."""
        end = at + 1
        while end < min(at + 7, len(self.units)) and (step := self._firm_step(at, end)):
            end += step
        return end

    def _firm_step(self, at: int, end: int) -> int:
        """How many words the name goes on by."""
        unit = self.units[end]
        if unit.is_taken or (self.units[end - 1].has_genitive and not self.ends_a_firm(end)):
            return 0
        if unit.plain == "." and self.plain(end - 1) == "st" and self.is_name(end + 1):
            return 2
        if unit.plain == "." and self.plain(end - 1) == "co" and self.plain(end + 1) in self.words.firm_endings:
            return 2
        if unit.plain == "." and _INITIALS.fullmatch(self.units[end - 1].text) and self.is_name(end + 1):
            return 2
        is_capital = self.units[at].is_capital
        links = unit.plain != "and" or self.plain(end + 1) in self.words.firm_endings | _AND_SONS
        if is_capital and unit.plain in _LINKS and links and self.is_name(end + 1):
            return 2
        if (
            is_capital
            and self.is_name(end)
            and (unit.plain not in self.words.given or self._takes_a_given_name(at, end))
        ):
            return 1
        if not is_capital and self._is_second_word(at, end):
            return 1
        if not is_capital and unit.plain in self.words.firm_words and unit.plain not in self.words.modifiers:
            return int(self.plain(end + 1) not in _POSITION and self.plain(at) not in self.words.common)
        return int(unit.plain in self.words.firm_endings and unit.plain not in _DESCRIBING)

    def _takes_a_given_name(self, at: int, end: int) -> bool:
        """ "St Mary's Hospital", and "at Dewey Martin": nobody is at a person."""
        return self.plain(end - 1) in _SAINTS or (self.plain(at - 1) in _AT and end == at + 1)

    def _is_second_word(self, at: int, end: int) -> bool:
        """ "At nordic wharf yesterday": two words in small letters that no list has, and then something else."""
        is_firm = self.plain(at - 1) in _AT and end == at + 1 and self.plain(at) not in self.words.common
        is_fresh = self.plain(end).isalpha() and self.is_free(end) and self.plain(end) not in self.words.common
        return is_firm and is_fresh and self.plain(end) not in self.words.given and not self.is_had(end + 1)

    def text(self, first: int, end: int) -> str:
        """The words as written, without a genitive at the end."""
        written = self.units[first].text
        for before, unit in zip(self.units[first:end], self.units[first + 1 : end], strict=False):
            written += ("'s" if before.has_genitive else "") + " " * (unit.start > before.end) + unit.text
        return written
