"""Builds small office files for tests, about places that do not exist."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
from docx.document import Document as WordDocument
from openpyxl import Workbook

__all__ = ["docx_bytes", "rezipped", "with_part", "xlsx_bytes", "zip_bytes"]


def docx_bytes(build: Callable[[WordDocument], None]) -> bytes:
    """A Word document that *build* fills."""
    document = docx.Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def xlsx_bytes(build: Callable[[Workbook], None]) -> bytes:
    """An Excel workbook that *build* fills."""
    workbook = Workbook()
    build(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def zip_bytes(entries: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


def rezipped(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The archive with its entries changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    return zip_bytes(entries)


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The archive with one part put in place of what it was."""
    return rezipped(content, lambda entries: entries.update({name: part}))
