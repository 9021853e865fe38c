"""The companies that a text names."""

from dataclasses import dataclass

from language.entry_heads import heads_an_entry
from language.small_letters import heads_a_report, is_put_right, is_reported_first
from language.subjects import does_something, is_no_subject, opens_a_message, surely_does_something
from language.surroundings import Surroundings
from language.wordsets import word_set

_AT = frozenset(["at", "@", "joining", "join"])
_TOWARDS = word_set("names.from") | {"with", "w/", "w", "about"}
_FOLLOWED = (("followed", "up"), ("follow", "up"), ("following", "up"))
_SURELY = {"from": frozenset(["word", "nothing", "heard"]), "to": frozenset(["applied"])}
_LEAVES = frozenset(["got", "walked", "came", "coming", "walking", "pulled", "backed", "dropped", "bailed", "am"])
_AND = frozenset(["to", "and", "&", "n", "or", "nor"])
_SHOWS = word_set("names.shows")
_MEETINGS = word_set("names.meetings")
_STAFF = word_set("names.staff")
_FIRMS = word_set("names.firms")
_OBJECT = word_set("names.object")
_LOOKS = word_set("names.looks")
_AIMED = word_set("names.aimed")
_APPLYING = word_set("names.applying")
_SENDS = word_set("names.sends")
_HEARD = word_set("names.heard")
_TURNED_AWAY = word_set("names.turned_away")
_PLACES = word_set("names.places")
_AFTER_AN_AIM = frozenset(["", ",", ".", "!", "\x00", "\n", "after", "as", "with", "today"])
_BEGINS = frozenset(".!?\n,;:") | word_set("names.begins")
_OF_VERBS = ("ed", "ing", "ly")
_ENDS = frozenset([",", ":", "-", "–", ".", "", "\x00", "!"])
_POSITION = frozenset(["position", "role", "job", "post"])
_HEADS_OF_FIRMS = frozenset(["", "\n", ".", "my", "the", "an", "a", "this", "that", "also"]) | word_set("names.sighs")
_OF_FIRMS = frozenset(["interview", "interviews", "onsite", "offer", "recruiter", "thing", "job", "call"])


def company_end(around: Surroundings, at: int) -> int | None:
    """Where a company's name that begins here ends; None if none does."""
    unit = around.units[at]
    end = around.firm_end(at)
    if does_something(around, at, end) or opens_a_message(around, at, end):
        return end
    is_site = "." in unit.text and len(unit.text) > 4
    if not around.is_free(at) or not (unit.is_capital or unit.text.isalnum() or is_site):
        return None
    candidate = _Candidate(around, at, end)
    return candidate.end if candidate.is_company else None


def is_surely_placed(around: Surroundings, at: int) -> bool:
    """Whether it stands where companies stand: "at Acme", "the firm is Acme", "Dana from acme", "my acme interview"."""
    before = around.plain(at - 1)
    end = around.firm_end(at)
    if surely_does_something(around, at, end) or opens_a_message(around, at, end):
        return True
    if around.units[at].is_capital:
        is_named = around.names_a_firm(at - 2) or before in around.words.firm_endings
        return before in _AT | _TOWARDS | _FIRMS or is_named or around.plain(at + 1) == "was"
    follows = any(around.has_just_found(kind, at) for kind in ("PERSON", "COMPANY"))
    return (
        follows
        or _is_surely_behind(around, at)
        or _heads(around, at)
        or (before == "my" and around.plain(at + 1) in _MEETINGS)
    )


def _is_surely_behind(around: Surroundings, at: int) -> bool:
    """ "Applied to acme", "followed up w acme", "no word from acme", "got out of acme"."""
    earlier, before = around.plain(at - 2), around.plain(at - 1)
    is_followed = before in ("to", "with", "w") and (around.plain(at - 3), earlier) in _FOLLOWED
    return is_followed or _is_out_of(around, at) or earlier in _SURELY.get(before, ())


def _is_out_of(around: Surroundings, at: int) -> bool:
    """ "Got out of acme", but not "second out of forty"."""
    return around.plain(at - 1) == "of" and around.plain(at - 2) == "out" and around.plain(at - 3) in _LEAVES


def _heads(around: Surroundings, at: int) -> bool:
    return heads_a_report(around, at) or is_reported_first(around, at) or is_put_right(around, at)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words that may be a company's name: from `at` up to `end`."""

    around: Surroundings
    at: int
    end: int

    @property
    def is_company(self) -> bool:
        before, earlier = self._before(1), self._before(2)
        if self._is_place:
            return False
        if before in _AT:
            return self._is_named or (self._is_fresh and earlier not in _LOOKS)
        if self._is_other_thing:
            return False
        if before == "to" and earlier in _APPLYING:
            return (self._is_named or self._is_fresh) and not self._is_role()
        if before == "in" and earlier in _AIMED and self._is_named and self.end > self.at + 1:
            return True
        if before == "the" and self._is_named and earlier in (*_AT, "with", "from"):
            return earlier in _AT or self.end > self.at + 1 or self._after in _MEETINGS
        if before in _AND:
            return self._is_joined(before)
        if before in _TOWARDS:
            return self._is_told_of(before, earlier)
        if self._is_introduced(before) or (before in _OBJECT and self._is_named and self._is_fresh):
            return True
        return self._stands_alone(before)

    def _before(self, steps: int) -> str:
        return self.around.plain(self.at - steps)

    @property
    def _after(self) -> str:
        return self.around.plain(self.end)

    @property
    def _is_named(self) -> bool:
        """Written with a capital letter, and no job."""
        unit = self.around.units[self.at]
        return unit.is_capital and unit.plain not in self.around.words.jobs

    @property
    def _is_fresh(self) -> bool:
        """A word that no list has."""
        unit, words = self.around.units[self.at], self.around.words
        is_listed = unit.plain in words.common or unit.plain in words.given or unit.plain in words.no_firms
        return not is_listed and unit.text[0].isalpha() and len(unit.text) > 1

    @property
    def _is_other_thing(self) -> bool:
        """One word that is a place, a language, a product."""
        return self.end == self.at + 1 and self.around.units[self.at].plain in self.around.words.no_firms

    @property
    def _is_place(self) -> bool:
        """ "With Acme at Harbour Street": where it is, after the company."""
        is_named = self._before(1) == "at" and self.around.has_just_found("COMPANY", self.at)
        return is_named and self.around.plain(self.end - 1) in _PLACES

    def _is_joined(self, before: str) -> bool:
        """ "Acme and Globex": after a company found, or where it looks like one of its own."""
        if self._is_fresh and not self._is_named:
            is_told = _heads(self.around, self.at) or _is_surely_behind(self.around, self.at)
            return is_told or self._is_second_in_small_letters(before)
        if not (self._is_named and self._is_fresh):
            return False
        if before == "to" and self._before(2) in ("no", "yes"):
            return True
        found = self.around.found
        return (
            before in ("and", "or", "nor") and bool(found) and found[-1].kind == "COMPANY"
        ) or self._looks_like_firm()

    def _is_second_in_small_letters(self, before: str) -> bool:
        """ "At nordwind and falke yesterday": after a company in small letters, and with nothing more to come."""
        around, word = self.around, self.around.units[self.at].plain
        if before not in ("and", "n", "&") or word.endswith(_OF_VERBS) or not around.has_just_found("COMPANY", self.at):
            return False
        is_small = str(around.found[-1].value).islower()
        return is_small and (self._after in _ENDS | {"both"} or around.kind(self.end) == "TIME")

    def _is_told_of(self, before: str, earlier: str) -> bool:
        """After "from", "for", "with": by its capital letter, or because something was heard from there."""
        if self._is_named:
            return not self._is_role()
        if before == "for":
            return self._is_fresh and self._is_aim()
        if before == "of" or _is_surely_behind(self.around, self.at):
            return self._is_fresh and _is_surely_behind(self.around, self.at)
        heard = earlier in _HEARD or self.around.is_taken(self.at - 2) or self.around.follows("PERSON", self.at - 1)
        is_their_act = before in ("by", "from") and earlier in _TURNED_AWAY
        return self._is_fresh and (heard or is_their_act) and before != "about"

    def _is_aim(self) -> bool:
        """ "An interview for initech": where the phrase ends with the unknown word."""
        before = {self._before(steps) for steps in range(2, 9)}
        return self._after in _AFTER_AN_AIM and bool(before & _AIMED)

    def _is_introduced(self, before: str) -> bool:
        """ "A bakery called ...", "company: ...", "cafe Such-and-such"."""
        if self._is_named and (before in _FIRMS or before in self.around.words.firm_endings):
            return True
        is_told = before in ("called", "named", "is", ":") and self.around.names_a_firm(self.at - 2)
        return is_told and (self._is_named or self._is_fresh)

    def _stands_alone(self, before: str) -> bool:
        if _heads(self.around, self.at):
            return True
        if not self._looks_like_firm():
            return False
        if self._is_named:
            return self._is_fresh or self.end > self.at + 1
        return self._is_fresh and self._stands_as_firm(before)

    def _looks_like_firm(self) -> bool:
        unit, before = self.around.units[self.end - 1], self._before(1)
        if unit.has_genitive and self.around.is_name(self.end):
            return True
        if self.end > self.at + 1 and self.around.ends_a_firm(self.end - 1):
            return True
        if self._is_named and heads_an_entry(self.around, self.at, self.end):
            return True
        if self._is_of_a_person(before) or (self._after == "one" and before == "the"):
            return True
        if self._after in _MEETINGS:
            return True
        if self._after in _SHOWS:
            return (self.at == 0 or before in _BEGINS) and not is_no_subject(self.around, self.at)
        heads = self.at == 0 or before in (":", "interview", "\n") or (self.at == 1 and self.around.is_taken(0))
        return heads and self._after in _ENDS and self.around.units[self.at].is_capital

    def _is_of_a_person(self, before: str) -> bool:
        """ "Dana (Acme)", "Acme's founder"."""
        unit, last = self.around.units[self.at], self.around.units[self.end - 1]
        if not unit.is_capital:
            return False
        if before == "(" and self.around.has_just_found("PERSON", self.at):
            return self._after in (")", ",")
        return last.has_genitive and (self._after in _STAFF or self._after == "founder")

    def _stands_as_firm(self, before: str) -> bool:
        """Lower case and unknown: only where little else can stand."""
        if self._after in _OF_FIRMS:
            return before in _HEADS_OF_FIRMS
        names = self._after == "called" and self.around.is_name(self.end + 1)
        return self._after in _SENDS and not names and before not in ("the", "a", "my")

    def _is_role(self) -> bool:
        jobs = self.around.words.jobs
        return any(unit.plain in jobs for unit in self.around.units[self.at : self.end]) or self._after in _POSITION
