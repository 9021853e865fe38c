"""All applications as one picture for a phone: a line in time for each, and how feelings turned out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assistant.canvas import Box, Item, Stamp, Words, can_write, fitting, painted, width
from assistant.ports import File
from assistant.reply import Line, line
from assistant.timeline import Kind, Mark, Outcome, Track, outcomes, tracks
from assistant.timeline_span import Span, apart
from assistant.timeline_words import closed_line, name_of, outcome_line
from assistant.words import in_plain_words
from rules.journal import Journal
from rules.plan import make_plan

WIDE, MARGIN = 1080, 48
HEAD, AXIS, TRACK, LEGEND_ROW, OUTCOME_ROW, FOOT = 150, 64, 150, 56, 84, 40
TITLE, NAME, TEXT, SMALL = 52, 38, 30, 28
# Telegram scales a photo down to 2,560 pixels of height: many tracks have to be lower, with the name beside them.
MOST_TALL_TRACKS, MOST_TRACKS = 12, 40
LOW_TRACK, BESIDE = 56, 330
MARK = 30

Say = Callable[[Line], str]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture."""

    background: str
    band: str
    ink: str
    muted: str
    rule: str
    today: str
    marks: dict[Kind, str]


LIGHT = Theme(
    "#ffffff", "#f4f5f7", "#1b1d21", "#5d646f", "#c9ced6", "#d92d20",
    {
        Kind.INTERVIEW: "#1d5fd6", Kind.LETTER: "#0b875b", Kind.FOLLOW_UP: "#c26a00", Kind.NEWS: "#7a34c7",
        Kind.PROMISE: "#7a34c7", Kind.NEXT: "#1b1d21",
    },
)  # fmt: skip
DARK = Theme(
    "#16181d", "#1f2229", "#f2f3f5", "#a4acb8", "#464d59", "#ff6b5e",
    {
        Kind.INTERVIEW: "#6ea8ff", Kind.LETTER: "#41c48d", Kind.FOLLOW_UP: "#f5a742", Kind.NEWS: "#c08bff",
        Kind.PROMISE: "#c08bff", Kind.NEXT: "#f2f3f5",
    },
)  # fmt: skip
SHAPES = {
    Kind.INTERVIEW: "disc",
    Kind.LETTER: "square",
    Kind.FOLLOW_UP: "triangle",
    Kind.NEWS: "diamond",
    Kind.PROMISE: "ring",
    Kind.NEXT: "ring",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture laid out: what is on it, and how high it is."""

    items: tuple[Item, ...]
    high: int


def timeline_picture(journal: Journal, now: datetime, theme: Theme) -> File:
    sheet = laid_out(journal, now, theme)
    return File("overview.png", painted(sheet.items, WIDE, sheet.high, theme.background), is_picture=True)


def laid_out(journal: Journal, now: datetime, theme: Theme) -> Sheet:
    """Everything in its place, from top to bottom."""
    plan = make_plan(journal)

    def say(said: Line) -> str:
        return in_plain_words(said, now, plan.calendar.preferences)

    shown = tracks(journal, plan, now)
    drawn, left_out = shown[:MOST_TRACKS], len(shown) - MOST_TRACKS
    is_low = len(drawn) > MOST_TALL_TRACKS
    left = MARGIN + BESIDE if is_low else MARGIN
    span = Span.of([mark.at for track in drawn for mark in track.marks], now, plan.calendar, left, WIDE - MARGIN)
    page = _Page(theme, say, span)
    page.head(plan.calendar.date_of(now))
    for number, track in enumerate(drawn, start=1):
        page.low_track(number, track) if is_low else page.track(number, track)
    page.close(left_out)
    page.outcomes(outcomes(plan.applications))
    return Sheet(tuple(page.items), page.y + FOOT)


class _Page:
    """What has been laid out so far, down to `y`."""

    def __init__(self, theme: Theme, say: Say, span: Span) -> None:
        self._theme = theme
        self._say = say
        self._span = span
        self.items: list[Item] = []
        self.y = 0

    def head(self, today: date) -> None:
        """The title, the day, what the marks mean, and the days along the top."""
        ink, muted = self._theme.ink, self._theme.muted
        title, day = self._say(line("picture-title")), self._say(line("picture-day", day=today))
        self.items.append(Words(MARGIN, 40, title, TITLE, ink, is_bold=True))
        self.items.append(Words(WIDE - MARGIN, 60, day, TEXT, muted, is_right=True))
        self.y = HEAD
        self._legend()
        end = 0.0
        for when, x in self._span.ticks():
            words = Words(x, self.y + 10, self._say(line("picture-day", day=when)), SMALL, muted)
            if end < x and words.span[1] <= WIDE - MARGIN:
                self.items.append(words)
                end = words.span[1] + 12
        self.y += AXIS

    def track(self, number: int, track: Track) -> None:
        """Name and state, and below them the line with its marks."""
        background = self._band(number, TRACK)
        self._heading(number, track, self.y + 14)
        self._line(self.y + TRACK - 40, self.y + 70, self.y + TRACK - 6)
        self.items += self._marks(track.marks, self.y + TRACK - 40, background)
        self.y += TRACK

    def low_track(self, number: int, track: Track) -> None:
        """The name, and beside it the line with its marks."""
        background, middle = self._band(number, LOW_TRACK), self.y + LOW_TRACK / 2
        self._name(number, track, self.y + 9, BESIDE - 24, SMALL)
        self._line(middle, self.y + 4, self.y + LOW_TRACK - 4)
        self.items += self._marks(track.marks, middle, background)
        self.y += LOW_TRACK

    def close(self, left_out: int) -> None:
        if left_out > 0:
            words = self._say(line("picture-more", count=left_out))
            self.items.append(Words(MARGIN, self.y + 14, words, TEXT, self._theme.muted))
            self.y += TRACK // 2

    def outcomes(self, told: Sequence[Outcome]) -> None:
        """A dot for each interview that is over: full if it was answered."""
        if not told:
            return
        theme = self._theme
        self.items.append(
            Words(MARGIN, self.y + 28, self._say(line("picture-feelings")), NAME, theme.ink, is_bold=True)
        )
        self.y += 28 + 66
        for each in told:
            words = Words(MARGIN, self.y, self._say(outcome_line(each)), TEXT, theme.ink)
            self.items.append(words)
            self.items += self._dots(each, words.span[1] + 30)
            self.y += OUTCOME_ROW - 24

    def _legend(self) -> None:
        x = MARGIN
        for kind, shape in SHAPES.items():
            words = self._say(line(f"mark-{kind}"))
            wide = MARK + 14 + width(words, SMALL)
            if x + wide > WIDE - MARGIN:
                x, self.y = MARGIN, self.y + LEGEND_ROW
            self.items.append(self._stamp(x + MARK / 2, self.y + 20, kind, shape, self._theme.background))
            self.items.append(Words(x + MARK + 14, self.y, words, SMALL, self._theme.muted))
            x += round(wide) + 34
        self.y += LEGEND_ROW + 10

    def _band(self, number: int, high: int) -> str:
        """Every other track stands on a band: the colour that this one stands on."""
        if number % 2:
            self.items.append(Box(0, self.y, WIDE, self.y + high, self._theme.band))
        return self._theme.band if number % 2 else self._theme.background

    def _heading(self, number: int, track: Track, y: float) -> None:
        room = WIDE - 2 * MARGIN
        state = fitting(self._say(track.state or closed_line(track.application)), room * 0.55, TEXT)
        self._name(number, track, y, room - width(state, TEXT) - 30, NAME)
        self.items.append(Words(WIDE - MARGIN, y + 8, state, TEXT, self._theme.muted, is_right=True))

    def _name(self, number: int, track: Track, y: float, room: float, size: int) -> None:
        name = fitting(self._say(name_of(track.application, number, can_write)), room, size, is_bold=True)
        color = self._theme.ink if track.application.is_open else self._theme.muted
        self.items.append(Words(MARGIN, y, name, size, color, is_bold=True))

    def _line(self, middle: float, top: float, bottom: float) -> None:
        theme = self._theme
        self.items.append(Box(self._span.left, middle - 1, WIDE - MARGIN, middle + 1, theme.rule))
        for _, x in self._span.ticks():
            self.items.append(Box(x - 1, middle - 7, x + 1, middle + 7, theme.rule))
        if (today := self._span.x(self._span.now)) is not None:
            self.items.append(Box(today - 2, top, today + 2, bottom, theme.today))

    def _marks(self, marks: Sequence[Mark], middle: float, background: str) -> Iterator[Item]:
        """Each at its time, or close behind the one before it that would be covered."""
        shown = [(x, mark.kind) for mark in marks if (x := self._span.x(mark.at)) is not None]
        for x, kind in apart(shown, self._span, MARK + 2):
            yield self._stamp(x, middle, kind, SHAPES[kind], background)

    def _stamp(self, x: float, y: float, kind: Kind, shape: str, halo: str) -> Stamp:
        return Stamp(x, y, shape, MARK, self._theme.marks[kind], halo)

    def _dots(self, each: Outcome, x: float) -> Iterator[Item]:
        for number in range(each.count):
            at = x + number * (MARK + 10)
            if at + MARK < WIDE - MARGIN:
                shape, color = ("disc", self._theme.ink) if number < each.answered else ("ring", self._theme.muted)
                yield Stamp(at + MARK / 2, self.y + 22, shape, MARK, color, self._theme.background)
