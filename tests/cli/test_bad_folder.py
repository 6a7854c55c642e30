"""A folder of everything that goes wrong, as a person hands it over: each file told, the rest done, bounds kept."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from documents.office_files import docx_bytes, with_part, xlsx_bytes
from documents.pages.test_ofd_reader import body, ofd, page
from pdf_writing import PdfPage, write_pdf

TEXT = "白鹭市民政局2023年度自评报告。\n收入总计145.16万元，其中：基本支出100.00万元，项目支出45.16万元。\n"
GOOD = docx_bytes(lambda word: word.add_paragraph(TEXT))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


def stream(name: str) -> bytes:
    return OLE + (name.encode("utf-16-le") + b"\0\0").ljust(128, b"\0")


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(write_pdf(PdfPage().text(90, 90, TEXT[:20])))))
    writer.encrypt("secret", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def pictures_alone() -> bytes:
    picture = io.BytesIO()
    Image.new("L", (30, 20), 255).save(picture, "PNG")
    return docx_bytes(lambda word: word.add_picture(picture))


READ = {
    "utf-8.txt": TEXT.encode(),
    "gbk.txt": TEXT.encode("gbk"),
    "gb18030.txt": ("㐂\n" + TEXT).encode("gb18030"),
    "utf-16.txt": TEXT.encode("utf-16"),
    "utf-16-be.txt": TEXT.encode("utf-16-be"),
    "sound.docx": GOOD,
    "renamed.xlsx": GOOD,
}
# The large ones are packed when they are wanted, not by each process that looks for tests.
UNREAD = {
    "empty.docx": (b"", "空的"),
    "locked.docx": (stream("EncryptedPackage"), "密码"),
    "locked.xlsx": (stream("EncryptedPackage"), "密码"),
    "locked.doc": (stream("WordDocument") + bytes(384) + b"\xec\xa5" + bytes(9) + b"\x01", "密码"),
    "locked.pdf": (locked_pdf(), "密码"),
    "bomb.docx": (lambda: with_part(GOOD, "word/document.xml", b"<a>" + b" " * 50_000_000), "压缩炸弹"),
    "huge.xlsx": (lambda: with_part(xlsx_bytes(lambda book: None), "xl/styles.xml", bytes(220_000_000)), "解压后太大"),
    "entities.docx": (with_part(GOOD, "word/document.xml", ENTITIES), "XML 炸弹"),
    "cut.docx": (GOOD[: len(GOOD) // 2], "不完整"),
    "cut.pdf": (write_pdf(PdfPage().text(90, 90, "白"))[:60], "损坏"),
    "pictures.docx": (pictures_alone(), "只有图片"),
    "pictures.ofd": (
        ofd(body("D", [page('<ofd:ImageObject ID="9" ResourceID="8" Boundary="0 0 210 297"/>')])),
        "只有图片",
    ),
    "mojibake.txt": (("锟斤拷" * 200).encode(), "乱码"),
}
MEMORY = 3 * 1024**3
"""Bytes of address space: several times what any of these needs, far below what a bomb would take."""


def hengji(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("hengji"), *map(str, arguments)],
        env={"PATH": "", "LANG": "C.UTF-8"},  # no LibreOffice: what is refused is refused without it
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("folder")
    for name, content in READ.items():
        (made / name).write_bytes(content)
    for name, (content, _) in UNREAD.items():
        (made / name).write_bytes(content() if callable(content) else content)
    return made


@pytest.mark.slow
def test_each_is_told_and_the_rest_is_done(folder: Path) -> None:
    result = hengji("check", folder, "--jobs", "1")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    told = {
        name: [line for line in result.stderr.splitlines() if line.lstrip().startswith(f"错误  {name}：")]
        for name in UNREAD
    }
    assert {name: len(lines) for name, lines in told.items()} == dict.fromkeys(UNREAD, 1)
    assert [name for name, (_, word) in UNREAD.items() if word not in told[name][0]] == []
    assert [name for name in READ if f"{folder / name}\n没有发现错误" not in result.stdout] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", UNREAD)
def test_read_tells_why_and_what_to_do(folder: Path, name: str) -> None:
    result = hengji("read", folder / name)
    assert (result.stdout, result.returncode) == ("", 2)
    assert UNREAD[name][1] in result.stderr
    assert "请" in result.stderr


@pytest.mark.slow
def test_five_thousand_pages(tmp_path: Path) -> None:
    line = "收入总计145.16万元，其中：基本支出100.00万元，项目支出45.16万元。"
    path = tmp_path / "long.pdf"
    path.write_bytes(write_pdf(*(PdfPage().text(90, 60, "一、收支情况").paragraph(100, [line]) for _ in range(5_000))))
    result = hengji("check", path)
    assert result.returncode == 0
    assert "没有发现错误" in result.stdout
