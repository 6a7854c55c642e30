"""Scans → Document: pages drawn by the tests, turned into pictures, and read back."""

from __future__ import annotations

import io
from importlib.util import find_spec

import pypdfium2 as pdfium
import pytest

from hengji.documents.pages import pdf_reader
from hengji.documents.pages.ocr_reader import installed_recogniser, read_image
from hengji.documents.pages.pdf_reader import read_pdf
from pdf_writing import PdfPage, write_pdf

HAS_OCR = all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2"))
needs_ocr = pytest.mark.skipif(not HAS_OCR, reason="the extra ocr is not installed")

ROWS = [
    ["项目", "<", "金额", "<"],
    ["编码", "名称", "预算数", "决算数"],
    ["201", "一般公共服务支出", "264.87", "250.13"],
    ["208", "社会保障和就业支出", "10.82", "9.41"],
    ["合计", "<", "275.69", "259.54"],
]
DRAWN = (
    PdfPage()
    .text(180, 80, "部门支出决算表", 24)
    .text(90, 120, "一、支出情况", 14)
    .text(118, 145, "本年支出合计259.54万元，完成预算的94.14%。", 14)
    .text(420, 190, "单位：万元", 11)
    .table(200, ROWS, [70, 150, 100, 100], height=24)
)


def scanned(page: PdfPage, slant: float = 0.0) -> PdfPage:
    """A page that shows *page* as a picture only."""
    from PIL import Image

    image = pdfium.PdfDocument(write_pdf(page))[0].render(scale=200 / 72).to_pil().convert("L")
    image = image.rotate(slant, fillcolor=255, resample=Image.Resampling.BICUBIC)
    return PdfPage(picture=(image.tobytes(), image.width, image.height))


def blank() -> PdfPage:
    return PdfPage(picture=(b"\xff" * 10_000, 100, 100))


@needs_ocr
@pytest.mark.slow
@pytest.mark.parametrize("slant", [0.0, 1.1])
def test_a_scan_is_read_back_with_its_table(slant: float) -> None:
    read = read_pdf(write_pdf(scanned(DRAWN, slant)), "扫描.pdf")
    if read.document is None:
        pytest.skip("no Chinese font to draw the page with (apt-get install fonts-noto-cjk)")
    assert "本年支出合计259.54万元，完成预算的94.14%" in read.document.text
    (table,) = read.document.tables
    assert [[cell.text if cell else "" for cell in row] for row in table.grid()] == [
        ["项目", "项目", "金额", "金额"],
        *ROWS[1:4],
        ["合计", "合计", "275.69", "259.54"],
    ]
    assert (table.unit, table.cells[0].page) == ("万元", 1)
    assert "第1页是扫描件" in str(read.findings[0])


@needs_ocr
@pytest.mark.slow
def test_a_picture_file_is_read() -> None:
    stream = io.BytesIO()
    pdfium.PdfDocument(write_pdf(DRAWN))[0].render(scale=2).to_pil().save(stream, "PNG")
    read = read_image(stream.getvalue(), "照片.png")
    if read.document is None:
        pytest.skip("no Chinese font to draw the page with (apt-get install fonts-noto-cjk)")
    assert "259.54" in read.document.text
    assert read.document.pages == (0,)


@needs_ocr
@pytest.mark.parametrize("content", [b"", b"\x89PNG", b"\x89PNG\r\n\x1a\n" + bytes(50), b"BM" + bytes(99)])
def test_what_is_no_picture_says_so(content: bytes) -> None:
    assert [finding.code for finding in read_image(content, "坏.png").findings] == ["document.damaged"]


@needs_ocr
def test_a_blank_scan_has_no_text() -> None:
    assert read_pdf(write_pdf(blank()), "白.pdf").findings[0].code == "document.empty"


@pytest.fixture(name="_without_ocr")
def _without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "installed_recogniser", lambda: None)
    monkeypatch.setattr("hengji.documents.pages.ocr_reader.installed_recogniser", lambda: None)


@pytest.mark.usefixtures("_without_ocr")
def test_without_the_extra_the_user_learns_what_to_install() -> None:
    read = read_pdf(write_pdf(blank(), blank()), "扫描.pdf")
    assert read.document is None
    assert [str(finding) for finding in read.findings] == [
        "扫描.pdf：PDF 里只有图片，没有可以读取的文字（第1—2页没有文字层）；"
        "请安装文字识别组件：pip install hengji[ocr]；或换用有文字层的 PDF。"
    ]


@pytest.mark.usefixtures("_without_ocr")
def test_without_the_extra_the_pages_with_text_are_read() -> None:
    read = read_pdf(write_pdf(PdfPage().text(90, 100, "支出合计"), blank()), "报告.pdf")
    assert read.document is not None
    assert read.document.text == "支出合计\n"
    assert [(finding.severity, finding.message) for finding in read.findings] == [
        ("warning", "第2页没有文字层（是扫描件或图片），没有读取")
    ]


@pytest.mark.usefixtures("_without_ocr")
def test_without_the_extra_a_picture_says_what_to_install() -> None:
    assert "pip install hengji[ocr]" in str(read_image(b"", "照片.png").findings[0])


def test_the_recogniser_is_there_exactly_with_the_extra() -> None:
    assert (installed_recogniser() is not None) == HAS_OCR
