"""A scanned OFD: its pages are pictures, which the recogniser reads where it is installed."""

from __future__ import annotations

import io
import zipfile
from importlib.util import find_spec

import pypdfium2 as pdfium
import pytest

from documents.pages.test_ocr_reader import DRAWN, needs_ocr
from documents.pages.test_ofd_reader import HEAD, SPACE, body, ofd, page, text
from hengji.documents.pages import ofd_reader
from hengji.documents.pages.ofd_reader import read_ofd
from pdf_writing import write_pdf

PICTURE = '<ofd:ImageObject ID="9" ResourceID="8" Boundary="0 0 210 297"/>'
RESOURCES = (
    f'{HEAD}<ofd:Res {SPACE} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="8" Type="Image">'
    "<ofd:MediaFile>page.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
)


def scanned(picture: bytes | None, *objects: str) -> bytes:
    """An OFD of one page that shows *picture* as a whole."""
    entries = body("Doc_0", [page(PICTURE, *objects)])
    named = "<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    entries["Doc_0/Document.xml"] = entries["Doc_0/Document.xml"].replace("<ofd:CommonData>", named)
    stream = io.BytesIO(ofd(entries, extra={"Doc_0/DocumentRes.xml": RESOURCES}))
    if picture is not None:
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr("Doc_0/Res/page.png", picture)
    return stream.getvalue()


def drawn() -> bytes:
    stream = io.BytesIO()
    pdfium.PdfDocument(write_pdf(DRAWN))[0].render(scale=200 / 72).to_pil().convert("L").save(stream, "PNG")
    return stream.getvalue()


@needs_ocr
@pytest.mark.slow
def test_a_page_that_is_a_picture_is_recognised() -> None:
    read = read_ofd(scanned(drawn(), text(150, 290, "- 1 -")), "扫描.ofd")
    if read.document is None:
        pytest.skip("no Chinese font to draw the page with (apt-get install fonts-noto-cjk)")
    assert "本年支出合计259.54万元，完成预算的94.14%" in read.document.text
    (table,) = read.document.tables
    assert (table.unit, table.cells[0].page) == ("万元", 1)
    assert read.findings[0].code == "document.recognised"


@needs_ocr
@pytest.mark.parametrize("picture", [None, b"", b"no picture"])
def test_a_picture_that_cannot_be_read_does_not_ask_for_what_is_installed(picture: bytes | None) -> None:
    (finding,) = read_ofd(scanned(picture), "扫描.ofd").findings
    assert finding.code == "document.no-text-layer"
    assert "pip install" not in finding.advice


@pytest.mark.skipif(find_spec("numpy") is None, reason="draws a page")
def test_without_the_extra_the_user_learns_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd_reader, "installed_recogniser", lambda: None)
    (finding,) = read_ofd(scanned(drawn()), "扫描.ofd").findings
    assert str(finding) == (
        "扫描.ofd：OFD 里只有图片，没有可以读取的文字（第1页）；"
        "请安装文字识别组件：pip install hengji[ocr]；或换用有文字层的 PDF。"
    )
