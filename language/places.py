"""Where the user is: a time zone named, a city, a country, or an offset from UTC."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

from language.cities import City, cities_called, cities_of, folded, meant, state_called
from language.clock_names import PEOPLE_OF_A_CITY, PEOPLE_OF_A_METROPOLIS, abbreviations, zone_of_offset
from language.countries import country_called, country_in_text, country_name
from language.lexicon import lexicon
from language.reading import Doubt, Refusal, Wish
from rules.calendar import country_of
from rules.facts import Option, SettingChanged

MOST_OPTIONS = 6
MOST_WORDS = 5
WHICH_PLACE, WHICH_CITY = "doubt-which-place", "doubt-which-city"
_IANA = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_+-]+\d*)+")
_OFFSET = re.compile(r"(?:(?:utc|gmt)\s*)?([+\-−])\s*(\d{1,2})(?:[:.]?(\d{2}))?", re.IGNORECASE)
_LIVES = (
    r"(?:i|i've|i have|we|we've) (?:just |now |recently |all )?(?:moved|relocated) to|"
    r"(?:i|we) (?:now |currently |actually )?live in"
)
_NAMED = r"(?:my |the |set (?:my |the )?|use )?(?:time ?zone|clock|city)(?: is| to|:)?(?: now)?(?: that of)?"
_BASED = r"(?:i'?m|i am) (?:now |currently )?based in"
_PLACE = r"(?P<place>[^\W\d_][^,;!?]*(?:, ?[^\W\d_][^,;!?]*)?|[+-]\d.*)"
_FIRM = re.compile(rf"\b(?:{_NAMED}|{_LIVES}|{_BASED})\s+{_PLACE}", re.IGNORECASE)
_IS_HOME = re.compile(_LIVES, re.IGNORECASE)
_LOOSE = re.compile(
    r"(?:hey |hi |so |well |ok |btw |by the way )?,?\s*(?:i'?m|i am|we'?re|we are) "
    r"(?:travell?ing,? |abroad,? |on the road,? )?(?:now |currently |back |actually )*"
    r"(?:in|on)\s+(?P<place>.+)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:i'?m |i am |it'?s )?(?:in |from |near |on )?(?P<place>.{2,50})", re.IGNORECASE)
_TIME = re.compile(r"\s+time(?: ?zone)?$", re.IGNORECASE)
_MEANWHILE = re.compile(
    r"\s+(?:now|currently|at the moment|right now|these days|this (?:week|month|year)|until .*|since .*|for .*|today|"
    r"and .*|but .*|so .*|because .*|as .*|last .*|actually|again|instead|by the way|btw|please|tonight)$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")
_BESIDE = re.compile(
    r",? (?:and|but|so|because) "
    r"|[,;] (?=(?:i|they|she|he|we|my|the|it|what|when|an|interview|interviewed|had|have|got|just)\b)",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"[,;]? (?:(?:and|but|so|because) )?(?=(?:i'?m|i am|we'?re|we are) (?:now |currently )?in )", re.IGNORECASE
)


def place_told(sentence: str, *, is_asked: bool = False, holidays_of: str | None = None) -> Wish | None:
    """What a sentence wants of the clock, as it says where the user is. With `is_asked`, a bare place is enough.

    Whoever lives elsewhere now has other holidays than those of the country that was told, `holidays_of`.
    """
    if firm := _FIRM.search(sentence):
        return _firmly(firm, holidays_of)
    if loose := _LOOSE.fullmatch(sentence.strip()):
        return _of_place(_trimmed(loose["place"]), least=PEOPLE_OF_A_CITY)
    said = sentence.strip(" .!")
    if _OFFSET.fullmatch(said) and said[:1].isalpha():
        return _of_offset(said)
    if _IANA.fullmatch(said) and said in _zones():
        return _goes_by(said)
    bare = _BARE.fullmatch(said) if is_asked and len(said.split()) <= MOST_WORDS else None
    return _of_place(_trimmed(bare["place"])) if bare and not _is_other_word(said) else None


def sentences_of(text: str) -> list[str]:
    """The sentences; where the user is stands apart, though it may end one: "tomorrow at 9am, I'm in Tokyo"."""
    found: list[str] = []
    for sentence in filter(None, map(str.strip, _SENTENCE_ENDS.split(text))):
        before, *here = _HERE.split(sentence, maxsplit=1)
        found += [f"{before},", *here] if before and here and place_told(here[0]) else [sentence]
    return found


def beside_place(sentence: str) -> str:
    """What a sentence says beside where the user is."""
    parts = [part for part in _BESIDE.split(sentence) if part]
    return ", ".join(part for part in parts if not place_told(part)) if len(parts) > 1 else ""


@cache
def _zones() -> frozenset[str]:
    """All there are; finding them goes through hundreds of files."""
    return frozenset(available_timezones())


def _is_other_word(said: str) -> bool:
    """Whether a lone word is rather what else it says: "nice", "mon", "got", "ann" are towns, too."""
    word = said.lower()
    if country_called(said) or word in abbreviations():
        return False
    if word not in lexicon().common and word not in lexicon().given:
        return False
    own = max((city.people for city in cities_called(word) if folded(city.name) == folded(word)), default=0)
    return own < PEOPLE_OF_A_METROPOLIS


def _firmly(told: re.Match[str], holidays_of: str | None) -> Wish | None:
    place, is_home = _trimmed(told["place"]), bool(_IS_HOME.match(told[0]))
    found = _of_place(place)
    if found is None:
        is_whole = told.start() == 0 and len(place.split()) < MOST_WORDS
        return Wish(refused=(Refusal("refused-place", place[:40]),)) if is_whole and not is_home else None
    there = country_of(found.facts[0].value) if found.facts and is_home and holidays_of else None
    moved = (SettingChanged(name="country", value=there),) if there and there != holidays_of else ()
    return replace(found, facts=(*found.facts, *moved))


def _trimmed(words: str) -> str:
    """The words without what says since when."""
    before = ""
    while before != words:
        before, words = words, _MEANWHILE.sub("", words.strip(" .!'\""))
    return words


def _of_place(words: str, *, least: int = 0) -> Wish | None:
    """The clock of what the words name; None if they name no place of at least so many people."""
    if _OFFSET.fullmatch(words):
        return _of_offset(words)
    if words in _zones() and "/" in words:
        return _goes_by(words)
    if zone := abbreviations().get(words.lower()):
        return _goes_by(zone)
    place = _TIME.sub("", words)
    return _of_cities(place, least) or _of_country(place, is_sure=not least)


def _of_cities(words: str, least: int) -> Wish | None:
    name, _, where = (part.strip() for part in words.partition(","))
    cities = tuple(city for city in cities_called(name) if city.people >= least)
    there = tuple(city for city in cities if _lies_in(city, where)) if where else cities
    if not cities:
        return None
    return _one_of(there) if there else _one_of(cities, everything=True)


def _lies_in(city: City, where: str) -> bool:
    return city.country == country_called(where) or folded(where) in (folded(city.state), city.state)


def _one_of(cities: Sequence[City], *, everything: bool = False) -> Wish:
    """That city; a doubt if others of the name are as large, or might be meant, and go by another clock."""
    zones = {city.zone: city for city in reversed(cities)}
    large = sorted(zones.values(), key=lambda c: -c.people) if everything else meant(tuple(cities))
    if len(large) == 1:
        return _goes_by(large[0].zone, label(large[0]))
    return _which(WHICH_PLACE, large)


def _which(question: str, cities: Sequence[City]) -> Wish:
    options = tuple(
        Option(label=label(city), facts=_goes_by(city.zone, label(city)).facts) for city in cities[:MOST_OPTIONS]
    )
    return Wish(doubts=(Doubt(question, options),))


def label(city: City) -> str:
    """A city that cannot be taken for another: "Portland, Oregon"."""
    where = city.state or country_name(city.country)
    return city.name if where in city.name else f"{city.name}, {where}"


def _of_country(words: str, *, is_sure: bool) -> Wish | None:
    """A country or one of the United States, by the clock that nearly all go by there, or a doubt."""
    country = country_called(words, by_code=is_sure)
    state = None if country else state_called(words)
    cities = cities_of(country or "US", state or "") if country or state else ()
    if not cities:
        return None
    if len(cities) > 1:
        return _which(WHICH_CITY, cities)
    return _goes_by(cities[0].zone, state or country_in_text(country or "US"))


def _of_offset(words: str) -> Wish:
    """A clock without summer time."""
    found = _OFFSET.fullmatch(words)
    sign, hours, minutes = found.groups("0") if found else ("+", "0", "0")
    zone = zone_of_offset(int(hours), int(minutes), is_ahead=sign == "+")
    return _goes_by(zone) if zone else Wish(refused=(Refusal("refused-offset", words),))


def _goes_by(zone: str, place: str | None = None) -> Wish:
    return Wish(facts=(SettingChanged(name="zone", value=zone, place=place),))
