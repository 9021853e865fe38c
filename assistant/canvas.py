"""A picture as a list of boxes, stamps and words, and its painting. Loads Pillow: imported by whoever draws."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

FONT = str(files("fontpkg_open_sans").joinpath("files", "OpenSans[wdth,wght].ttf"))
REGULAR, BOLD, USUAL_WIDTH = 400, 650, 100
SMOOTHING = 4
MISSING = "\U0010fffd"

SHAPES: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),
    "triangle": ((0.5, 0.04), (1, 0.92), (0, 0.92)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
}
"""Outlines within a square of side 1; a disc and a ring need none."""


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float
    color: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A small shape around its middle; the halo keeps it apart from what is behind it."""

    x: float
    y: float
    shape: str
    size: int
    color: str
    halo: str


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text from its upper left corner, or from its upper right one."""

    x: float
    y: float
    text: str
    size: int
    color: str
    is_bold: bool = False
    is_right: bool = False

    @property
    def span(self) -> tuple[float, float]:
        """From where to where it reaches across."""
        wide = width(self.text, self.size, is_bold=self.is_bold)
        return (self.x - wide, self.x) if self.is_right else (self.x, self.x + wide)


Item = Box | Stamp | Words


def painted(items: Iterable[Item], wide: int, high: int, background: str) -> bytes:
    """The picture as PNG."""
    image = Image.new("RGB", (wide, high), background)
    draw = ImageDraw.Draw(image)
    for item in items:
        match item:
            case Box():
                draw.rectangle((item.left, item.top, item.right - 1, item.bottom - 1), item.color)
            case Stamp():
                _press(image, item)
            case Words():
                anchor = "ra" if item.is_right else "la"
                draw.text((item.x, item.y), item.text, item.color, _font(item.size, item.is_bold), anchor)
    content = BytesIO()
    image.save(content, "PNG")
    return content.getvalue()


def width(text: str, size: int, *, is_bold: bool = False) -> float:
    """How wide the words are, in pixels."""
    return _font(size, is_bold).getlength(text)


def fitting(text: str, room: float, size: int, *, is_bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is too long for the room."""
    if width(text, size, is_bold=is_bold) <= room:
        return text
    kept = next((end for end in range(min(len(text), 200), 0, -1) if _fits(text[:end], room, size, is_bold)), 0)
    return f"{text[:kept].rstrip()}…"


def can_write(text: str) -> bool:
    """Whether the font has every letter of it."""
    return all(_has(char) for char in text)


def _fits(text: str, room: float, size: int, is_bold: bool) -> bool:
    return width(f"{text.rstrip()}…", size, is_bold=is_bold) <= room


@cache
def _font(size: int, is_bold: bool) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FONT, size)
    font.set_variation_by_axes([BOLD if is_bold else REGULAR, USUAL_WIDTH])
    return font


def _has(char: str) -> bool:
    return char.isspace() or _drawn(char) != _drawn(MISSING)


def _drawn(char: str) -> bytes:
    mask = _font(24, False).getmask(char)
    return bytes(mask) + bytes(mask.size)


def _press(image: Image.Image, stamp: Stamp) -> None:
    around = stamp.size + 8
    for size, color in ((around, stamp.halo), (stamp.size, stamp.color)):
        mask = _mask(stamp.shape, size) if color == stamp.color else _mask(_solid(stamp.shape), size)
        image.paste(color, (round(stamp.x - size / 2), round(stamp.y - size / 2)), mask)


def _solid(shape: str) -> str:
    return "disc" if shape == "ring" else shape


@cache
def _mask(shape: str, size: int) -> Image.Image:
    """The shape with smooth edges."""
    side = size * SMOOTHING
    large = Image.new("L", (side, side))
    draw = ImageDraw.Draw(large)
    if shape in SHAPES:
        draw.polygon([(x * (side - 1), y * (side - 1)) for x, y in SHAPES[shape]], 255)
    else:
        draw.ellipse((0, 0, side - 1, side - 1), 255)
    if shape == "ring":
        inner = side // 4
        draw.ellipse((inner, inner, side - 1 - inner, side - 1 - inner), 0)
    return large.resize((size, size), Image.Resampling.LANCZOS)
