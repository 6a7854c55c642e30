"""Scans → page content, by RapidOCR where the extra ``ocr`` is installed.

The recogniser gives lines of text with boxes and confidences; here each line becomes glyphs (Chinese ones twice as
wide as Latin ones) and the picture's long level and upright strokes become rulings, so that scanned tables are rebuilt
by the same code as drawn ones. What was read with little confidence is told to the user, word by word.
"""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from statistics import median
from typing import Any, Final

import pypdfium2 as pdfium

from hengji.documents.document_read import DocumentRead, refused
from hengji.documents.pages.page_composing import compose, laid_out
from hengji.documents.pages.page_content import Glyph, PageContent, Ruling
from hengji.documents.pages.page_numbers import page_list
from hengji.documents.pages.page_strokes import rulings_of
from hengji.facts.findings import Finding
from hengji.facts.sources import Source

__all__ = [
    "FEW_GLYPHS",
    "INSTALL_ADVICE",
    "Recogniser",
    "Scan",
    "decoded_picture",
    "doubtful_findings",
    "installed_recogniser",
    "read_image",
    "recognised_findings",
]

INSTALL_ADVICE: Final = "请安装文字识别组件：pip install hengji[ocr]；或换用有文字层的 PDF"
FEW_GLYPHS: Final = 20
"""A scan may carry a stamp or a page number as text; a page of text has more."""
CONFIDENT: Final = 0.9
"""Below this a line is shown to the user as doubtful."""

_DPI: Final = 200
_MAX_PIXELS: Final = 40_000_000
_READABLE: Final = 0.5  # RapidOCR's own threshold for text
_SHORTEST_STROKE: Final = 30  # pixels at 200 dpi: longer than any stroke of a character
_SHOWN: Final = 5
_WIDE: Final = 4  # times as wide as high: a box whose slant can be trusted
_LEVEL: Final = 0.003  # radians: half a point over a column of text
_STEEP: Final = 0.2


@dataclass(frozen=True, slots=True)
class Scan:
    """A recognised page, and the lines that were read with little confidence."""

    content: PageContent
    doubtful: tuple[str, ...] = ()


class Recogniser:
    """RapidOCR, loaded once. Its pictures are arrays of rows, columns and the colours blue, green, red."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def read_pdf_page(self, page: pdfium.PdfPage, number: int) -> Scan:
        """Recognise a page of a PDF; one that is too large is drawn more coarsely."""
        width, height = page.get_size()
        scale = min(_DPI / 72, (_MAX_PIXELS / max(width * height, 1)) ** 0.5)
        bitmap = page.render(scale=scale, rev_byteorder=False)
        try:
            return self.read(bitmap.to_numpy()[:, :, :3].copy(), number, scale)
        finally:
            bitmap.close()

    def read(self, picture: Any, number: int, scale: float = _DPI / 72) -> Scan:
        """Recognise *picture*, which has *scale* pixels to the point."""
        result = self._engine(picture)
        corners = [] if result.boxes is None else result.boxes.tolist()
        texts: Sequence[str] = result.txts or ()
        scores: Sequence[float] = result.scores or ()
        picture, corners = _straightened(picture, corners)
        boxes = [_upright(box, scale) for box in corners]
        glyphs: list[Glyph] = []
        doubtful: list[str] = []
        for box, text, score in zip(boxes, texts, scores, strict=True):
            if score >= _READABLE:
                glyphs.extend(_spread(text, box))
                if score < CONFIDENT:
                    doubtful.append(text)
        height, width = picture.shape[:2]
        rulings = tuple(ruling for ruling in _rulings(picture, scale) if not _is_part_of_text(ruling, boxes))
        content = PageContent(number, width / scale, height / scale, tuple(glyphs), rulings)
        return Scan(content, tuple(doubtful))


@cache
def installed_recogniser() -> Recogniser | None:
    """The recogniser, or None where the extra is not installed."""
    if any(find_spec(name) is None for name in ("rapidocr", "onnxruntime", "cv2")):
        return None
    from rapidocr import RapidOCR  # noqa: PLC0415  an extra, and slow to load

    return Recogniser(RapidOCR(params={"Global.log_level": "error"}))


def read_image(content: bytes, name: str, recogniser: Recogniser | None = None) -> DocumentRead:
    """Read a picture (png, jpg, bmp, tif) of a page."""
    recogniser = recogniser or installed_recogniser()
    if recogniser is None:
        return refused(name, "no-text-layer", "这是图片，没有可以读取的文字", INSTALL_ADVICE)
    picture = decoded_picture(content)
    if picture is None:
        return refused(name, "damaged", "图片已损坏、太大，或者不是图片", "请重新扫描或另存一份再试")
    scan = recogniser.read(picture, 1)
    if not scan.content.glyphs:
        return refused(name, "empty", "图片里没有认出文字", "请确认选对了文件，或用更高的分辨率扫描")
    document = compose([laid_out(scan.content)], name, "image")
    note = Finding("note", "文字由识别得来，可能有误", Source(name), "document.recognised", advice="请先对照原件")
    return DocumentRead(document, (note, *doubtful_findings(name, {1: scan.doubtful})))


def recognised_findings(name: str, pages: Sequence[int], doubtful: Mapping[int, Sequence[str]]) -> Iterator[Finding]:
    """What to tell the user of pages whose text was recognised, and of each page's doubtful lines."""
    if pages:
        message = f"{page_list(pages)}是扫描件，文字由识别得来，可能有误"
        yield Finding("note", message, Source(name), "document.recognised", advice="发现问题时请先对照原件")
    yield from doubtful_findings(name, doubtful)


def doubtful_findings(name: str, doubtful: Mapping[int, Sequence[str]]) -> Iterator[Finding]:
    """What to tell the user of each page's doubtful lines."""
    for page, texts in doubtful.items():
        if texts:
            shown = "、".join(f"「{text}」" for text in texts[:_SHOWN]) + ("等" if len(texts) > _SHOWN else "")
            message = f"第{page}页有 {len(texts)} 处文字识别把握不大：{shown}"
            yield Finding("note", message, Source(name), "document.doubtful", advice="请对照原件核对")


def decoded_picture(content: bytes) -> Any | None:
    """A picture file as an array (blue, green, red), or None where it is damaged, too large or no picture."""
    import numpy  # noqa: PLC0415  comes with the extra
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(content)) as image:
            if image.width * image.height > _MAX_PIXELS:
                return None
            return numpy.asarray(image.convert("RGB"))[:, :, ::-1].copy()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _straightened(picture: Any, corners: list[list[list[float]]]) -> tuple[Any, list[list[list[float]]]]:
    """The picture and the boxes turned so that the lines of a slanting scan lie level."""
    import cv2  # noqa: PLC0415  comes with the extra

    slants = [
        math.atan2(box[1][1] - box[0][1], box[1][0] - box[0][0])
        for box in corners
        if box[1][0] - box[0][0] > _WIDE * abs(box[3][1] - box[0][1])
    ]
    slant = median(slants) if slants else 0.0
    if not _LEVEL < abs(slant) < _STEEP:
        return picture, corners
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(slant), 1.0)
    level = cv2.warpAffine(picture, turn, (width, height), borderValue=(255, 255, 255))
    (a, b, e), (c, d, f) = turn.tolist()
    return level, [[[a * x + b * y + e, c * x + d * y + f] for x, y in box] for box in corners]


Box = tuple[float, float, float, float]


def _upright(box: Sequence[Sequence[float]], scale: float) -> Box:
    """A four-cornered box, in points."""
    xs, ys = [x for x, _ in box], [y for _, y in box]
    return min(xs) / scale, min(ys) / scale, max(xs) / scale, max(ys) / scale


def _spread(text: str, box: Box) -> Iterator[Glyph]:
    """The characters of a recognised line, spread over its box by their usual widths."""
    x0, top, x1, bottom = box
    widths = [2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text]
    unit = (x1 - x0) / max(sum(widths), 1)
    position = x0
    for character, width in zip(text, widths, strict=True):
        yield Glyph(character, position, top, position + width * unit, bottom)
        position += width * unit


def _is_part_of_text(ruling: Ruling, boxes: Iterable[Box]) -> bool:
    """Whether a stroke lies within a line of text and is no longer than its letters: the middle of a large 中."""
    length = max(ruling.x1 - ruling.x0, ruling.bottom - ruling.top)
    return any(
        length <= 1.1 * (bottom - top)
        and x0 - 1 <= ruling.x0
        and ruling.x1 <= x1 + 1
        and top - 1 <= ruling.top
        and ruling.bottom <= bottom + 1
        for x0, top, x1, bottom in boxes
    )


def _rulings(picture: Any, scale: float) -> Iterable[Ruling]:
    """The long level and upright strokes of a picture."""
    import cv2  # noqa: PLC0415  comes with the extra

    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 15, 10)
    shortest = max(round(_SHORTEST_STROKE * scale * 72 / _DPI), 10)
    for size in ((shortest, 1), (1, shortest)):
        strokes = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, size))
        _, _, boxes, _ = cv2.connectedComponentsWithStats(strokes)
        for x, y, width, height, _ in boxes[1:].tolist():
            if min(width, height) <= 0.3 * shortest:
                corners = [(x / scale, y / scale), ((x + width) / scale, (y + height) / scale)]
                yield from rulings_of(corners, is_stroked=True, is_filled=False)
