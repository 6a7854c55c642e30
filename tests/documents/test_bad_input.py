"""Files that cannot be read say why, in Chinese, within bounded time and memory; nothing is ever raised."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from docx.document import Document as WordDocument
from PIL import Image

from documents.office_files import docx_bytes, rezipped, with_part, xlsx_bytes, zip_bytes
from hengji.documents import archive
from hengji.documents.reading import kind_of, read_document
from hengji.facts.findings import Finding

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def small_docx() -> bytes:
    def build(word: WordDocument) -> None:
        word.add_paragraph("白鹭市民政局2023年度决算。")

    return docx_bytes(build)


def ole_with(stream: str) -> bytes:
    return OLE + bytes(504) + (stream.encode("utf-16-le") + b"\0\0").ljust(128, b"\0") + bytes(384)


def refusal(content: bytes, name: str = "a.docx") -> Finding:
    read = read_document(content, name)
    assert read.document is None
    (finding,) = read.findings
    assert finding.severity == "error"
    assert finding.advice
    assert finding.source.document == name
    return finding


def test_an_empty_file() -> None:
    assert refusal(b"").code == "document.empty"
    assert refusal(b" \r\n\t", "a.txt").code == "document.empty"


def test_a_docx_without_text() -> None:
    assert refusal(docx_bytes(lambda word: None)).code == "document.empty"


def test_a_docx_of_pictures_alone() -> None:
    def build(word: WordDocument) -> None:
        stream = io.BytesIO()
        Image.new("L", (30, 20), 255).save(stream, "PNG")
        word.add_picture(stream)

    finding = refusal(docx_bytes(build))
    assert finding.code == "document.no-text-layer"
    assert "只有图片" in finding.message


def test_a_truncated_zip() -> None:
    content = small_docx()
    assert refusal(content[: len(content) // 2]).code == "document.damaged"


def test_an_encrypted_office_file() -> None:
    assert refusal(ole_with("EncryptedPackage")).code == "document.encrypted"


def test_an_encrypted_old_word_document() -> None:
    head = b"\xec\xa5\xc1\x00" + bytes(7)
    assert kind_of(ole_with("WordDocument") + head + b"\x12") == "doc"
    assert refusal(ole_with("WordDocument") + head + b"\x13", "a.doc").code == "document.encrypted"


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.ofd"])
def test_an_office_file_cut_off_before_anything_tells_it_from_a_zip(name: str) -> None:
    assert refusal(zip_bytes({"_rels/.rels": b"<a/>"}), name).code == "document.damaged"


def test_an_encrypted_zip_entry() -> None:
    content = bytearray(small_docx())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        while place != -1:
            content[place + offset] |= 1
            place = content.find(signature, place + 4)
    assert refusal(bytes(content)).code == "document.encrypted"


@pytest.mark.parametrize(("stream", "kind"), [("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls")])
def test_old_office_files_are_told_apart(stream: str, kind: str) -> None:
    assert kind_of(ole_with(stream)) == kind


def test_a_zip_bomb() -> None:
    bomb = with_part(small_docx(), "word/document.xml", b"<a>" + b" " * 50_000_000)
    assert refusal(bomb).code == "document.bomb"


def test_a_zip_that_lies_about_its_sizes() -> None:
    content = with_part(small_docx(), "word/document.xml", b"<a>" + b" " * 50_000_000)
    lying = content.replace((50_000_003).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != content
    assert refusal(lying).code in {"document.bomb", "document.damaged"}


def test_too_many_entries() -> None:
    many = {f"word/{number}.xml": b"" for number in range(archive.MAX_ENTRIES + 1)}
    assert refusal(zip_bytes(many)).code == "document.bomb"


@pytest.mark.parametrize("name", ["../../etc/x.xml", "word/../../x.xml", "C:/x.xml"])
def test_names_that_lead_out_of_the_archive(name: str) -> None:
    assert refusal(with_part(small_docx(), name, b"<a/>")).code == "document.path"


def test_an_archive_within_the_archive() -> None:
    assert refusal(with_part(small_docx(), "word/inner.zip", zip_bytes({"a": b"a"}))).code == "document.nested"


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    "part", [BOMB, BOMB.decode().replace("1.0", "1.0").encode("utf-16"), b'<!DOCTYPE a SYSTEM "file:///x"><a/>']
)
def test_xml_bombs(part: bytes) -> None:
    assert refusal(with_part(small_docx(), "word/document.xml", part)).code == "document.xml"


def test_xml_as_deep_as_a_well() -> None:
    part = b"<a>" * 100_000 + b"</a>" * 100_000
    assert refusal(with_part(small_docx(), "word/document.xml", part)).code == "document.xml"


def test_a_part_that_is_not_xml() -> None:
    assert refusal(with_part(small_docx(), "word/document.xml", b"PDF?")).code == "document.damaged"


def test_an_archive_without_its_main_part() -> None:
    broken = rezipped(small_docx(), lambda entries: entries.pop("word/document.xml") and None)
    assert refusal(broken).code == "document.damaged"


@pytest.mark.parametrize(
    "text",
    [
        "浣犲ソ".join(["鐧介弓甯傛皯鏀垮眬"] * 5),
        "白鹭市2023年度部门整体支出绩效自评报告，预算执行率".encode().decode("latin-1"),
        "锟斤拷" * 20 + "报告",
        "\ufffd\ufffd2023\ufffd\ufffd" * 10,
    ],
)
def test_mojibake_is_refused_with_advice(text: str) -> None:
    finding = refusal(text.encode(), "a.txt")
    assert finding.code == "document.encoding"
    assert "原文件" in finding.advice or "UTF-8" in finding.advice


def test_bytes_of_no_kind() -> None:
    noise = random.Random(7).randbytes(20_000)
    assert refusal(noise, "a.txt").code in {"document.format", "document.encoding"}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (zip_bytes({"a.txt": b"a"}), "压缩包"),
        (zip_bytes({"ppt/presentation.xml": b"<a/>"}), "演示文稿"),
        (zip_bytes({"xl/workbook.bin": b"a"}), "xlsb"),
    ],
)
def test_other_kinds_are_named(content: bytes, word: str) -> None:
    finding = refusal(content, "a.zip")
    assert finding.code == "document.format"
    assert word in finding.message


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (xlsx_bytes(lambda workbook: workbook.worksheets[0].append(["项目", "5"])), "a.docx", "xlsx"),
        ("白鹭市民政局决算报告。".encode(), "a.docx", "txt"),
        (small_docx(), "a.doc", "docx"),
        (b"<html><body><p>" + "白鹭市".encode() + b"</p></body></html>", "a.xls", "html"),
    ],
)
def test_a_renamed_file_is_read_as_what_it_is(content: bytes, name: str, kind: str) -> None:
    read = read_document(content, name)
    assert read.document is not None
    assert read.document.format == kind
    assert "document.renamed" in [finding.code for finding in read.findings]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_damaged_bytes_never_raise(name: str) -> None:
    chance = random.Random(11)
    content = small_docx() if name == "a.docx" else xlsx_bytes(lambda book: book.worksheets[0].append(["甲", 1.5]))
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        parts = [each for each in whole.namelist() if each.endswith(".xml")]
    for _ in range(60):
        part = chance.choice(parts)

        def damage(entries: dict[str, bytes], part: str = part) -> None:
            data = bytearray(entries[part])
            for _ in range(5):
                data[chance.randrange(len(data))] = chance.randrange(256)
            entries[part] = bytes(data)

        read = read_document(rezipped(content, damage), name)
        assert (read.document is None) == any(finding.severity == "error" for finding in read.findings)
    for _ in range(60):
        data = bytearray(content)
        for _ in range(8):
            data[chance.randrange(len(data))] = chance.randrange(256)
        read_document(bytes(data), name)
