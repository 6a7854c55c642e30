"""Old office formats, converted by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hengji.documents import legacy_reader
from hengji.documents.document_read import DocumentRead
from hengji.documents.legacy_reader import Converted, convert, office_program, read_legacy

needs_libreoffice = pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
has_writer = any(
    (Path(program).resolve().parent / "libswlo.so").is_file() for program in [office_program() or ""] if program
)
needs_writer = pytest.mark.skipif(not has_writer, reason="LibreOffice Writer is not installed")

RTF = (
    rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}\f0\fs24 "
    + b"".join(rb"\u%d?" % ord(character) for character in "支出合计12.50万元。")
    + rb"\par\trowd\cellx3000\cellx6000\intbl A\cell 12.50\cell\row}"
)


@needs_writer
@pytest.mark.libreoffice
@pytest.mark.slow
def test_an_rtf_file_and_its_table_are_read() -> None:
    read = read_legacy(RTF, "报告.rtf")
    assert read.document is not None, read.findings
    assert read.document.text.startswith("支出合计12.50万元。\n")
    assert read.document.format == "rtf"
    assert [cell.text for table in read.document.tables for cell in table.cells] == ["A", "12.50"]


@needs_writer
@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("name", ["报告.doc", "报告.wps"])
def test_a_word_file_is_read_whatever_its_ending(name: str, tmp_path: Path) -> None:
    source = tmp_path / "report.rtf"
    source.write_bytes(RTF)
    command = legacy_reader._command(office_program() or "", tmp_path, source, "doc")
    assert legacy_reader._run(command, 120)
    read = read_legacy((tmp_path / "out" / "report.doc").read_bytes(), name)
    assert read.document is not None, read.findings
    assert (read.document.name, read.document.format) == (name, name[-3:])
    assert "支出合计12.50万元。" in read.document.text


@needs_libreoffice
@pytest.mark.libreoffice
@pytest.mark.slow
def test_a_workbook_is_converted() -> None:
    page = "<html><head><meta charset='utf-8'></head><table><tr><td>合计</td><td>12.50</td></tr></table></html>"
    converted = convert(page.encode(), "表.et", ".et")
    assert isinstance(converted, Converted)
    assert (converted.kind, converted.content[:2]) == ("xlsx", b"PK")


@needs_libreoffice
@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), b"\0" * 3000])
def test_a_damaged_file_gives_a_finding_or_a_document(content: bytes) -> None:
    read = read_legacy(content, "坏.doc")
    assert (read.document is None) == any(finding.severity == "error" for finding in read.findings)


@needs_libreoffice
@pytest.mark.libreoffice
def test_a_file_that_takes_too_long_is_stopped() -> None:
    read = read_legacy(RTF, "慢.rtf", time_limit=0.05)
    assert read.document is None
    assert read.findings[0].code == "document.timeout"


def test_without_libreoffice_the_user_learns_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy_reader, "_USUAL_PLACES", ())
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert str(read_legacy(b"\xd0\xcf\x11\xe0", "报告.wps").findings[0]) == (
        "报告.wps：.wps 是旧格式，需要 LibreOffice 才能读取，而这台电脑上没有安装；"
        "请用 Word、WPS 打开后另存为 docx 再试；或者安装 LibreOffice。"
    )


def test_the_format_is_told_by_the_bytes_before_the_ending() -> None:
    assert legacy_reader._suffix(RTF, "报告.doc") == ".rtf"
    assert legacy_reader._suffix("Workbook".encode("utf-16-le"), "表") == ".xls"
    assert legacy_reader._suffix(b"", "表.et") == ".et"
    assert legacy_reader._suffix(b"", "报告") == ".doc"


def test_macros_and_links_are_off() -> None:
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in legacy_reader._NO_MACROS


def test_a_file_that_is_too_large_is_not_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy_reader, "MAX_BYTES", 3)
    result = convert(RTF, "大.rtf", ".rtf")
    assert isinstance(result, DocumentRead)
    assert result.findings[0].code == "document.size"
