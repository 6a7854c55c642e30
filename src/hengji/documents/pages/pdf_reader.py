"""PDF → Document.

Pages with a text layer are read through PDFium; pages that are pictures (or whose letters have no meaning, as with
fonts that lack a character map) go to the recogniser of scans, where that extra is installed. One bad page is a
finding, never the end of the file.

PDFium is not thread-safe: read several files in several processes, not threads.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from hengji.documents.composing import TooLong
from hengji.documents.document_read import MAX_CHARACTERS, DocumentRead, refused
from hengji.documents.pages.ocr_reader import (
    FEW_GLYPHS,
    INSTALL_ADVICE,
    Recogniser,
    installed_recogniser,
    recognised_findings,
)
from hengji.documents.pages.page_composing import PageLayout, compose, laid_out
from hengji.documents.pages.page_numbers import page_list
from hengji.documents.pages.pdf_objects import PageTooHeavyError, PdfPage, read_page
from hengji.facts.findings import Findings
from hengji.facts.sources import Source

__all__ = ["MAX_PAGES", "read_pdf"]

MAX_PAGES: Final = 20_000

_MOSTLY: Final = 0.5
_SAVE_AGAIN: Final = "请用 Word、WPS 或浏览器重新导出 PDF 后再试"


@dataclass(slots=True)
class _Problems:
    """Pages by what is wrong with them."""

    damaged: list[int] = field(default_factory=list)
    heavy: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    mangled: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    doubtful: dict[int, tuple[str, ...]] = field(default_factory=dict)


def read_pdf(content: bytes, name: str, recogniser: Recogniser | None = None) -> DocumentRead:
    """Read a PDF; *recogniser* reads its scanned pages, by default the installed one, if any."""
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        return _unopened(name, error)
    try:
        if len(pdf) > MAX_PAGES:
            found = f" {len(pdf):,} 页"
            return refused(name, "size", f"页数太多（超过 {MAX_PAGES:,} 页）", "请把文件拆成几个再试", found)
        return _read(pdf, name, recogniser)
    finally:
        pdf.close()


def _unopened(name: str, error: pdfium.PdfiumError) -> DocumentRead:
    if error.err_code in {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}:
        return refused(name, "encrypted", "PDF 加了密码，无法读取", "请去掉密码后另存一份再试")
    return refused(name, "damaged", "PDF 已损坏或不完整，或者不是 PDF", f"请重新下载或复制这个文件；{_SAVE_AGAIN}")


def _read(pdf: pdfium.PdfDocument, name: str, recogniser: Recogniser | None) -> DocumentRead:
    problems = _Problems()
    pages = [_page(pdf, number, problems, recogniser) for number in range(1, len(pdf) + 1)]
    if not any(page.lines or page.tables for page in pages):
        return _nothing_to_read(name, problems)
    try:
        document = compose(pages, name, "pdf")
    except TooLong:
        return refused(name, "size", f"文字太多（超过 {MAX_CHARACTERS:,} 个字符）", "请把文件拆成几个再试")
    return DocumentRead(document, tuple(_findings(name, problems)))


def _page(pdf: pdfium.PdfDocument, number: int, problems: _Problems, recogniser: Recogniser | None) -> PageLayout:
    """One page; an empty one where it cannot be read."""
    try:
        page = pdf[number - 1]
    except pdfium.PdfiumError:
        problems.damaged.append(number)
        return PageLayout(number, 0, 0)
    try:
        found = read_page(page, number)
        is_mangled = found.mangled > len(found.content.glyphs) / 10
        if not _is_scan(found) and not is_mangled:
            return laid_out(found.content)
        recogniser = recogniser or installed_recogniser()
        if recogniser is not None:
            scan = recogniser.read_pdf_page(page, number)
            problems.recognised.append(number)
            if scan.doubtful:
                problems.doubtful[number] = scan.doubtful
            return laid_out(scan.content)
        (problems.mangled if is_mangled else problems.pictures).append(number)
        return laid_out(found.content)
    except PageTooHeavyError:
        problems.heavy.append(number)
    except pdfium.PdfiumError:
        problems.damaged.append(number)
    finally:
        page.close()
    return PageLayout(number, 0, 0)


def _is_scan(page: PdfPage) -> bool:
    return len(page.content.glyphs) < FEW_GLYPHS and page.picture_share > _MOSTLY


def _nothing_to_read(name: str, problems: _Problems) -> DocumentRead:
    if problems.pictures:
        pages = page_list(problems.pictures)
        message = f"PDF 里只有图片，没有可以读取的文字（{pages}没有文字层）"
        return refused(name, "no-text-layer", message, INSTALL_ADVICE)
    if problems.damaged or problems.heavy:
        return refused(name, "damaged", "PDF 的各页都无法读取", _SAVE_AGAIN)
    return refused(name, "empty", "PDF 里没有文字", "请确认选对了文件")


def _findings(name: str, problems: _Problems) -> Findings:
    found = Findings()
    place = Source(name)
    for pages, code, message, advice in (
        (problems.damaged, "damaged", "已损坏，没有读取", _SAVE_AGAIN),
        (problems.heavy, "heavy", "的内容过于繁杂，没有读取", _SAVE_AGAIN),
        (problems.pictures, "no-text-layer", "没有文字层（是扫描件或图片），没有读取", INSTALL_ADVICE),
        (problems.mangled, "mangled", "的部分文字没有编码，可能缺字", f"{_SAVE_AGAIN}，或{INSTALL_ADVICE}"),
    ):
        if pages:
            found.warning(f"{page_list(pages)}{message}", place, code=f"document.{code}", advice=advice)
    found.extend(recognised_findings(name, problems.recognised, problems.doubtful))
    return found
