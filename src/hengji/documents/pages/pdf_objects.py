"""The characters and strokes of one PDF page, asked of PDFium directly.

PDFium's own calls are used (not its wrapper's objects): two calls a character, and tables come from the strokes that
the page draws, so that a page costs a few milliseconds. Coordinates are turned the way a reader holds the page.
"""

from __future__ import annotations

import ctypes
import math
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from hengji.documents.pages.page_content import Glyph, PageContent, Ruling
from hengji.documents.pages.page_strokes import rulings_of

__all__ = ["MAX_GLYPHS", "PageTooHeavyError", "PdfPage", "read_page"]

MAX_GLYPHS: Final = 60_000
MAX_SECONDS: Final = 10.0
"""For one page; an engraving of a million strokes is not worth more."""

_MAX_NESTING: Final = 4
_CHECK_EVERY: Final = 512
_SAMPLE: Final = 40  # characters that tell how a page's letters stand
_MANGLED: Final = frozenset("\ufffd\ufffe\uffff\0")

Turn = Callable[[float, float], tuple[float, float]]
Matrix = tuple[float, float, float, float, float, float]


class PageTooHeavyError(Exception):
    """The page holds more than can be read within the bounds."""


class PdfPage(NamedTuple):
    """A page's content, how many of its characters have no meaning, and the share of it that a picture covers."""

    content: PageContent
    mangled: int
    picture_share: float


class _Deadline:
    def __init__(self) -> None:
        self._end = time.monotonic() + MAX_SECONDS
        self._count = 0

    def check(self) -> None:
        self._count += 1
        if self._count % _CHECK_EVERY == 0 and time.monotonic() > self._end:
            raise PageTooHeavyError


def read_page(page: pdfium.PdfPage, number: int) -> PdfPage:
    """What *page* shows. Raises `PageTooHeavyError`, and `PdfiumError` for a page that PDFium cannot load."""
    deadline = _Deadline()
    text = page.get_textpage()
    try:
        count = pdfium_c.FPDFText_CountChars(text)
        if count > MAX_GLYPHS:
            raise PageTooHeavyError
        turn, width, height = _orientation(page, text, count)
        glyphs, mangled = _glyphs(text, count, turn, deadline)
    finally:
        text.close()
    rulings, pictures = _strokes(page, turn, deadline)
    content = PageContent(number, width, height, tuple(glyphs), tuple(rulings))
    return PdfPage(content, mangled, min(pictures / max(width * height, 1.0), 1.0))


def _orientation(page: pdfium.PdfPage, text: pdfium.PdfTextPage, count: int) -> tuple[Turn, float, float]:
    """How the page's own coordinates become a reader's, who holds the page so that most letters stand upright."""
    left, bottom, right, top = page.get_bbox()
    sample = range(0, count, max(count // _SAMPLE, 1))
    angles = [angle for angle in (pdfium_c.FPDFText_GetCharAngle(text, index) for index in sample) if angle >= 0]
    leaning = Counter(-round(angle / (math.pi / 2)) % 4 for angle in angles)
    quarters = leaning.most_common(1)[0][0] if leaning else page.get_rotation() // 90
    turns: tuple[Turn, ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )
    width, height = right - left, top - bottom
    return turns[quarters % 4], *((height, width) if quarters % 2 else (width, height))


# ---------------------------------------------------------------------------------------------------------- characters
def _glyphs(text: pdfium.PdfTextPage, count: int, turn: Turn, deadline: _Deadline) -> tuple[list[Glyph], int]:
    glyphs: list[Glyph] = []
    mangled = 0
    box, half = pdfium_c.FS_RECTF(), 0
    get_unicode, get_box = pdfium_c.FPDFText_GetUnicode, pdfium_c.FPDFText_GetLooseCharBox
    for index in range(count):
        deadline.check()
        code = get_unicode(text, index)
        if 0xD800 <= code < 0xDC00:
            half = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00) if half else 0xFFFD
        half = 0
        character = "-" if code == 2 else chr(code)  # PDFium marks a hyphen at the line's end so
        if character in _MANGLED or 0xE000 <= code < 0xF900:
            mangled += 1
            continue
        if code < 32 or not get_box(text, index, box) or box.left == box.right:  # PDFium's own spaces have no width
            continue
        (x0, y0), (x1, y1) = turn(box.left, box.top), turn(box.right, box.bottom)
        glyphs.append(Glyph(_plain(character, code), min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return glyphs, mangled


def _plain(character: str, code: int) -> str:
    """Radicals (⼀ for 一) and compatibility ideographs, which poor fonts put into a PDF, as the usual characters."""
    if 0x2E80 <= code < 0x2FE0 or 0xF900 <= code < 0xFB00:
        return unicodedata.normalize("NFKC", character)
    return character


# ------------------------------------------------------------------------------------------------------------- strokes
def _strokes(page: pdfium.PdfPage, turn: Turn, deadline: _Deadline) -> tuple[list[Ruling], float]:
    """The page's ruling lines, and the area that its pictures cover."""
    rulings: list[Ruling] = []
    pictures = 0.0
    for item, matrix in _objects(page, deadline):
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            a, b, c, d, _, _ = _times(_matrix(item), matrix)
            pictures += abs(a * d - b * c)
        elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            rulings.extend(_path_strokes(item, _times(_matrix(item), matrix), turn, deadline))
    return rulings, pictures


def _objects(page: pdfium.PdfPage, deadline: _Deadline) -> Iterator[tuple[Any, Matrix]]:
    """All objects of the page, those inside of forms too, with the matrix of the form."""
    identity: Matrix = (1, 0, 0, 1, 0, 0)
    count = pdfium_c.FPDFPage_CountObjects(page)
    stack = [(pdfium_c.FPDFPage_GetObject(page, index), identity, 0) for index in range(count - 1, -1, -1)]
    while stack:
        deadline.check()
        item, matrix, depth = stack.pop()
        if pdfium_c.FPDFPageObj_GetType(item) != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield item, matrix
        elif depth < _MAX_NESTING:
            inner = _times(_matrix(item), matrix)
            parts = pdfium_c.FPDFFormObj_CountObjects(item)
            stack += ((pdfium_c.FPDFFormObj_GetObject(item, index), inner, depth + 1) for index in range(parts))


def _matrix(item: Any) -> Matrix:
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(one: Matrix, other: Matrix) -> Matrix:
    """First *one*, then *other*."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _path_strokes(path: Any, matrix: Matrix, turn: Turn, deadline: _Deadline) -> Iterator[Ruling]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    for points in _subpaths(path, matrix, deadline):
        corners = [turn(x, y) for x, y in points]
        yield from rulings_of(corners, is_stroked=bool(stroke.value), is_filled=bool(fill.value))


def _subpaths(path: Any, matrix: Matrix, deadline: _Deadline) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path, in the page's own coordinates; curves are skipped."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(pdfium_c.FPDFPath_CountSegments(path)):
        deadline.check()
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        elif kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            continue
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points
