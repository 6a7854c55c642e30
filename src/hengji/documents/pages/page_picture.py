"""One page of a pdf as a picture, so that it can be looked at without running what the file brings."""

from __future__ import annotations

import struct
import zlib
from typing import Final

import pypdfium2 as pdfium

__all__ = ["page_count", "page_picture"]

_MAX_PIXELS: Final = 12_000_000


def page_count(content: bytes) -> int:
    """How many pages *content* has; 0 where it is no pdf that can be opened."""
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return 0
    try:
        return len(pdf)
    finally:
        pdf.close()


def page_picture(content: bytes, number: int, width: int) -> bytes | None:
    """Page *number* (from 1) as a png of *width* pixels, less where the page is very long; None where there is none."""
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return None
    try:
        if not 1 <= number <= len(pdf):
            return None
        page = pdf[number - 1]
        across, down = page.get_size()
        if across <= 0 or down <= 0:
            return None
        scale = min(width / across, (_MAX_PIXELS / (across * down)) ** 0.5)
        return _png(page.render(scale=scale, rev_byteorder=True))
    except pdfium.PdfiumError:
        return None
    finally:
        pdf.close()


def _png(bitmap: pdfium.PdfBitmap) -> bytes:
    """The bitmap (three or four bytes a pixel: red, green, blue, and one that is left out) as a PNG (RFC 2083)."""
    width, height, channels = bitmap.width, bitmap.height, bitmap.n_channels
    data = bytes(bitmap.buffer)
    lines = bytearray()
    for row in range(height):
        line = data[row * bitmap.stride : row * bitmap.stride + width * channels]
        if channels == 4:
            kept = bytearray(width * 3)
            kept[0::3], kept[1::3], kept[2::3] = line[0::4], line[1::4], line[2::4]
            line = bytes(kept)
        lines += b"\0" + line
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(lines), 4)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )
