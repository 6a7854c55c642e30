"""The objects of an OFD page → glyphs and rulings, in points from the top left corner.

GB/T 33190: an object's points are turned by its CTM and then moved to its Boundary; a TextCode's X and Y are the
place of its first character on the baseline, DeltaX and DeltaY the steps to the next ones, ``g n d`` standing for n
times d.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element  # types only: parsing is left to defusedxml

from hengji.documents.archive import attribute, local_name
from hengji.documents.pages.page_content import Glyph, PageContent, Ruling
from hengji.documents.pages.page_strokes import rulings_of

__all__ = ["MAX_OBJECTS", "POINT", "TooManyObjectsError", "numbers", "page_content"]

MAX_OBJECTS: Final = 100_000
"""Characters and path steps of one page."""

POINT: Final = 72 / 25.4  # points to the millimetre
_ASCENT: Final = 0.86
_DEFAULT_SIZE: Final = 4.2
_CURVES: Final = {"Q": 4, "B": 6, "A": 7}
"""Path steps that are no straight line, and how many numbers each takes; the last two are where it ends."""


class TooManyObjectsError(Exception):
    """The page holds more than can be read within the bounds."""


class _Placed(NamedTuple):
    """How an object's own coordinates become the page's, in millimetres."""

    matrix: Sequence[float]
    x: float
    y: float

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.matrix
        return (a * x + c * y + e + self.x) * POINT, (b * x + d * y + f + self.y) * POINT


def page_content(parts: Iterable[Element], box: str, number: int) -> PageContent:
    """The glyphs and rulings of a page and of its templates. Raises `TooManyObjectsError`."""
    left, top, width, height = numbers(box, 4) or (0.0, 0.0, 210.0, 297.0)
    glyphs: list[Glyph] = []
    rulings: list[Ruling] = []
    for part in parts:
        for element in part.iter():
            kind = local_name(element)
            if kind == "TextObject":
                glyphs.extend(_text_glyphs(element, left, top))
            elif kind == "PathObject":
                rulings.extend(_path_rulings(element, left, top))
            if len(glyphs) + len(rulings) > MAX_OBJECTS:
                raise TooManyObjectsError
    return PageContent(number, width * POINT, height * POINT, tuple(glyphs), tuple(rulings))


def _placed(element: Element, left: float, top: float) -> _Placed:
    boundary = numbers(attribute(element, "Boundary"), 4) or (0.0, 0.0, 0.0, 0.0)
    matrix = numbers(attribute(element, "CTM"), 6) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return _Placed(matrix, boundary[0] - left, boundary[1] - top)


def _text_glyphs(element: Element, left: float, top: float) -> Iterator[Glyph]:
    """The characters of a text object; one that is not visible has none."""
    if attribute(element, "Visible") == "false":
        return
    placed = _placed(element, left, top)
    size = (numbers(attribute(element, "Size"), 1) or (_DEFAULT_SIZE,))[0]
    stretch = (numbers(attribute(element, "HScale"), 1) or (1.0,))[0]
    x = y = 0.0
    for code in element:
        if local_name(code) != "TextCode":
            continue
        x = (numbers(attribute(code, "X"), 1) or (x,))[0]
        y = (numbers(attribute(code, "Y"), 1) or (y,))[0]
        yield from _code_glyphs(code, x, y, size, stretch, placed)


def _code_glyphs(code: Element, x: float, y: float, size: float, stretch: float, placed: _Placed) -> Iterator[Glyph]:
    text = (code.text or "").strip("\r\n")
    if len(text) > MAX_OBJECTS:
        raise TooManyObjectsError
    across, down = _steps(attribute(code, "DeltaX"), len(text)), _steps(attribute(code, "DeltaY"), len(text))
    for index, character in enumerate(text):
        usual = size * stretch * (1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5)
        step = across[index] if index < len(across) else (0.0 if down else usual)
        width = min(step, usual) if step > 0 else usual
        corners = placed(x, y - _ASCENT * size), placed(x + width, y + (1 - _ASCENT) * size)
        (x0, y0), (x1, y1) = corners
        if character >= " ":
            yield Glyph(character, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        x += step
        y += down[index] if index < len(down) else 0.0


def _steps(written: str, most: int) -> list[float]:
    """``2 g 3 1.5 4`` → 2, 1.5, 1.5, 1.5, 4; no more of them than there are characters."""
    words = iter(written.replace(",", " ").split())
    steps: list[float] = []
    for word in words:
        if len(steps) >= most:
            break
        if word == "g":
            count, step = _number(next(words, "")), _number(next(words, ""))
            steps += [step or 0.0] * min(int(count or 0), most)
        else:
            steps.append(_number(word) or 0.0)
    return steps


def _path_rulings(element: Element, left: float, top: float) -> Iterator[Ruling]:
    placed = _placed(element, left, top)
    is_stroked = attribute(element, "Stroke", "true") != "false"
    is_filled = attribute(element, "Fill") == "true"
    for data in element:
        if local_name(data) == "AbbreviatedData":
            for shape in _shapes((data.text or "").split()):
                corners = [placed(x, y) for x, y in shape]
                yield from rulings_of(corners, is_stroked=is_stroked, is_filled=is_filled)


def _shapes(words: Sequence[str]) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path: S and M begin one, L goes on, C closes it; curves are skipped."""
    if len(words) > 3 * MAX_OBJECTS:
        raise TooManyObjectsError
    shape: list[tuple[float, float]] = []
    index = 0
    while index < len(words):
        command = words[index]
        if command == "C" and shape:
            shape.append(shape[0])
        count = 2 if command in {"S", "M", "L"} else _CURVES.get(command, 0)
        numbers = [_number(word) for word in words[index + 1 : index + 1 + count]]
        index += 1 + count
        x, y = (numbers[-2], numbers[-1]) if len(numbers) >= 2 else (None, None)
        if x is None or y is None:
            continue
        if command in {"S", "M"}:
            if len(shape) > 1:
                yield shape
            shape = []
        if command not in _CURVES or not shape:
            shape.append((x, y))
    if len(shape) > 1:
        yield shape


def numbers(written: str, count: int) -> tuple[float, ...] | None:
    """Exactly *count* numbers, or None."""
    numbers = [_number(word) for word in written.replace(",", " ").split()[:count]]
    finite = tuple(number for number in numbers if number is not None)
    return finite if len(finite) == count else None


def _number(word: str) -> float | None:
    try:
        number = float(word)
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) < 1e6 else None
