"""A folder of evidence: safe names, sizes, checksums; what cannot be evidence is said and left out."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.workflows import evidence_folder
from hengji.workflows.evidence_folder import read_folder, safe_names

PNG = b"\x89PNG\r\n\x1a\n"


def folder(tmp_path: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = tmp_path / "材料" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "材料"


def said(path: Path) -> list[str]:
    return [str(finding) for finding in read_folder(path).findings]


def test_every_file_has_its_size_its_checksum_and_its_place_in_the_pack(tmp_path: Path):
    read = read_folder(folder(tmp_path, {"审计/函.pdf": b"%PDF-1.4", "表.xlsx": b"PK"}))
    assert [(each.file.name, each.file.size) for each in read.files] == [("佐证/审计/函.pdf", 8), ("佐证/表.xlsx", 2)]
    assert read.files[0].file.sha256 == hashlib.sha256(b"%PDF-1.4").hexdigest()
    assert read.findings == ()


def test_a_picture_that_calls_itself_a_pdf_is_said(tmp_path: Path):
    (message,) = said(folder(tmp_path, {"函.pdf": PNG}))
    assert "扩展名是 pdf，内容不是 PDF；现为图片（png）；应为PDF 文件" in message


def test_an_empty_file_is_said_and_left_out(tmp_path: Path):
    path = folder(tmp_path, {"函.docx": b""})
    assert "空的（0 字节）" in said(path)[0]
    assert read_folder(path).files == ()


def test_a_file_that_is_too_large_is_said_and_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(evidence_folder, "MAX_FILE", 3)
    path = folder(tmp_path, {"函.txt": b"abcd", "小.txt": b"abc"})
    assert "这份佐证材料太大" in said(path)[0]
    assert [each.relative for each in read_folder(path).files] == ["小.txt"]


def test_the_same_content_twice_is_noted_and_both_are_kept(tmp_path: Path):
    read = read_folder(folder(tmp_path, {"一.txt": b"same", "二.txt": b"same"}))
    assert "内容完全相同；现为一.txt、二.txt" in str(read.findings[0])
    assert len(read.files) == 2


def test_hidden_and_lock_files_are_left_out_and_links_are_not_followed(tmp_path: Path):
    path = folder(tmp_path, {".隐藏": b"x", "~$函.docx": b"x", "函.docx": b"x"})
    (path / "链接.txt").symlink_to("/etc/hostname")
    read = read_folder(path)
    assert [each.relative for each in read.files] == ["函.docx"]
    assert "这是链接" in str(read.findings[0])


@pytest.mark.parametrize("name", ["没有", "文件"])
def test_what_is_not_a_folder_is_told(tmp_path: Path, name: str):
    (tmp_path / "文件").write_bytes(b"x")
    read = read_folder(tmp_path / name)
    assert read.findings[0].severity == "error"
    assert "请给出存放佐证材料的文件夹" in str(read.findings[0])


@pytest.mark.parametrize(
    ("names", "safe"),
    [
        (["佐证/函.pdf", "佐证/函.pdf"], ["佐证/函.pdf", "佐证/函（2）.pdf"]),
        (["A.txt", "a.txt"], ["A.txt", "a（2）.txt"]),
        (["=cmd|' /C calc'!A0.txt"], ["=cmd_'/C calc'!A0.txt"]),
        (["../../etc/passwd"], ["_/_/etc/passwd"]),
        (["a\\b:c*?.txt"], ["a_b_c__.txt"]),
        (["换\n行\x07.txt"], ["换_行_.txt"]),
        (["con.txt"], ["_con.txt"]),
        (["末尾. "], ["末尾"]),
        (["长" * 300 + ".pdf"], ["长" * 96 + ".pdf"]),
    ],
)
def test_a_name_in_the_pack_can_be_unpacked_anywhere(names: list[str], safe: list[str]):
    assert safe_names(names) == safe


@given(st.lists(st.text(min_size=1, max_size=120), max_size=8))
def test_no_name_leads_out_or_is_used_twice(names: list[str]):
    safe = safe_names(names)
    assert len({name.casefold() for name in safe}) == len(names)
    for name in safe:
        assert not set(name.split("/")) & {"", ".", ".."}
        assert not re.search(r'[\\:*?"<>|\x00-\x1f]', name)
        name.encode()
