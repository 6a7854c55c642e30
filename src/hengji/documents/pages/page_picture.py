"""One page of a pdf as a picture, so that it can be looked at without running what the file brings."""

from __future__ import annotations

import io
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
    """Page *number* (from 1) as a png of *width* pixels, less where the page is very long; None where it is not there."""
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
        file = io.BytesIO()
        page.render(scale=scale).to_pil().save(file, "PNG", optimize=False)
        return file.getvalue()
    except pdfium.PdfiumError:
        return None
    finally:
        pdf.close()
