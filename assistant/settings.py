"""The settings as one message with buttons, and what its buttons do."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.acknowledge import settings_changed, undo_button
from assistant.hearing import Hearing
from assistant.press import Press, Verb
from assistant.reply import NOTHING, Choice, Line, Reply, Row, line, saying
from assistant.setting_choices import TO
from assistant.setting_words import EVERY_DAY, PARAMETERS, hour, weekday, words_of_parameter
from rules.facts import SETTING, ZONE_QUESTION
from rules.preferences import LISTS, Preferences, read_setting, written_setting

SETTING_VERBS = (Verb.SETTING, Verb.SET, Verb.PLACE)
OFFERED: dict[str, tuple[str, ...]] = {
    "quiet": ("21:00-08:00", "22:00-07:00", "22:00-08:00", "23:00-09:00", "00:00-00:00"),
    "morning": ("07:00", "08:00", "08:30", "09:00", "09:30", "10:00"),
    "days_after_promise": ("0", "1", "2", "3", "5"),
    "days_without_promise": ("3", "5", "7", "10"),
    "days_before_gut": ("5", "7", "10", "14"),
    "days_before_letting_go": ("3", "5", "7", "10"),
    "thanks_on_weekends": ("yes", "no"),
    "country": ("",),
}
IN_A_ROW = 3


def settings_told(preferences: Preferences) -> Reply:
    """How everything stands, and a button to change each."""
    lines = tuple(line("settings-line", words=words_of_parameter(each, preferences)) for each in PARAMETERS)
    buttons = [Choice(line("button-setting", parameter=each), Press(Verb.SETTING, each)) for each in PARAMETERS]
    told = saying(line("settings-told", settings=Row(lines, is_list=True))) + saying(line("settings-how"))
    return replace(told, buttons=_rows(buttons, 2))


def setting_response(press: Press, hearing: Hearing) -> Reply:
    """A parameter with its choices, or what was chosen, in the place of the message pressed."""
    preferences = hearing.plan.calendar.preferences
    if press.verb is Verb.PLACE:
        return replace(saying(line("place-asked")), place_button=line("button-share-place"), named=(ZONE_QUESTION,))
    if press.verb is Verb.SETTING:
        page = _parameter(press.on, preferences) if press.on in PARAMETERS else settings_told(preferences)
        return replace(page, in_place=True)
    if not hearing.facts:
        is_empty = press.on == "working_days" and not press.choice
        return Reply(toast=line("settings-no-day" if is_empty else "settings-same"))
    return replace(_chosen(press, hearing), in_place=True)


def _chosen(press: Press, hearing: Hearing) -> Reply:
    preferences = hearing.plan.calendar.preferences
    noted = saying(line("settings-chosen", words=words_of_parameter(press.on, preferences)))
    noted += settings_changed(hearing.told, hearing.earlier, hearing.plan, hearing.now)
    page = _parameter(press.on, preferences) if press.on in LISTS else settings_told(preferences)
    shown = NOTHING if press.on in LISTS else replace(page, buttons=())
    rows = (*page.buttons[:-1], (*page.buttons[-1], *undo_button(hearing.incoming.source)))
    return replace(noted + shown, buttons=rows, named=page.named)


def _parameter(parameter: str, preferences: Preferences) -> Reply:
    """How it stands, how to say it otherwise, and the values to choose from. A bare answer is read in its light."""
    stands = line("settings-line", words=words_of_parameter(parameter, preferences))
    back = Choice(line("button-all-settings"), Press(Verb.SETTING, ""))
    rows = _rows(list(_choices(parameter, preferences)), IN_A_ROW)
    named = ZONE_QUESTION if parameter == "zone" else f"{SETTING}{parameter}"
    told = saying(stands) + saying(line(f"hint-{parameter}"))
    return replace(told, buttons=(*rows, (back,)), named=(named,))


def _choices(parameter: str, preferences: Preferences) -> Iterator[Choice]:
    if parameter == "zone":
        yield Choice(line("button-place"), Press(Verb.PLACE, "zone"))
    elif parameter in LISTS:
        yield from _days(parameter, getattr(preferences, parameter))
    else:
        held = _held(parameter, preferences)
        for value in OFFERED[parameter]:
            yield _choice(parameter, value, _label(parameter, value), is_held=value == held)


def _days(parameter: str, days: Sequence[int]) -> Iterator[Choice]:
    """A day is pressed to be one of them or not; what a button sends is the days as they are then."""
    for day in EVERY_DAY:
        yield _choice(parameter, _written({*days} ^ {day}), weekday(day), is_held=day in days)
    if parameter == "digest_days":
        yield _choice(parameter, _written(EVERY_DAY), line("button-every-day"), is_held=False)
        yield _choice(parameter, "", line("button-no-digest"), is_held=not days)


def _choice(parameter: str, value: str, label: Line, *, is_held: bool) -> Choice:
    return Choice(line("button-chosen", label=label) if is_held else label, Press(Verb.SET, parameter, value))


def _held(parameter: str, preferences: Preferences) -> str:
    if parameter == "quiet":
        return TO.join(written_setting(name, preferences) for name in ("quiet_from", "quiet_until"))
    return written_setting(parameter, preferences)


def _label(parameter: str, value: str) -> Line:
    if parameter == "quiet":
        start, _, end = value.partition(TO)
        is_none = start == end
        return (
            line("button-quiet-none")
            if is_none
            else line("button-hours", **{"from": _hour(start), "until": _hour(end)})
        )
    if parameter == "morning":
        return line("button-value", value=_hour(value))
    if parameter == "country":
        return line("button-follow-clock")
    return line(f"button-{value}") if value in ("yes", "no") else line("button-number", days=int(value))


def _hour(value: str) -> str:
    return hour(read_setting("morning", value))  # type: ignore[arg-type]


def _written(days: set[int] | tuple[int, ...]) -> str:
    return ",".join(map(str, sorted(days)))


def _rows(choices: Sequence[Choice], length: int) -> tuple[tuple[Choice, ...], ...]:
    return tuple(tuple(choices[at : at + length]) for at in range(0, len(choices), length))
