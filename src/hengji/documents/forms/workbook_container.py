"""Looks at a workbook file from outside, before anything unpacks it: is it one, may it be opened, is it safe."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from hengji.facts.findings import Finding, Findings
from hengji.facts.sources import Source

__all__ = ["MAX_BYTES", "MAX_UNPACKED", "container_findings"]

MAX_BYTES: Final = 10 * 1_048_576
MAX_UNPACKED: Final = 100 * 1_048_576
MAX_MEMBERS: Final = 1_000
MAX_RATIO: Final = 400
"""How far a member may unpack: sheets of ours reach 20, those of thousands of like goals 200; zeros reach 1,000."""
SMALL: Final = 1_048_576
"""Members below this size may unpack as far as they like."""

_OLD_CONTAINER: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS: Final = "请在 Excel 或 WPS 里“另存为”，类型选“Excel 工作簿（*.xlsx）”"


def container_findings(content: bytes, document: str) -> tuple[Finding, ...]:
    """What forbids opening the file; nothing where it may be opened."""
    found, place = Findings(), Source(document)
    if len(content) > MAX_BYTES:
        found.error(
            "文件太大，没有读取", place, code="workbook.size", found=f" {len(content):,} 字节",
            expected=f"不超过 {MAX_BYTES:,} 字节（10 MiB）",
        )  # fmt: skip
    elif not content:
        found.error("文件是空的", place, code="workbook.empty", advice="请确认选对了文件")
    elif content.startswith(_OLD_CONTAINER):
        _say_old(content, place, found)
    else:
        _look_inside(content, place, found)
    return tuple(found)


def _say_old(content: bytes, place: Source, found: Findings) -> None:
    if _ENCRYPTED in content:
        found.error("文件加了密码，打不开", place, code="workbook.encrypted", advice="请取消打开密码后再交")
        return
    message = "这是旧格式（.xls、.et 或 .doc）的文件，改了扩展名也不能读取"
    found.error(message, place, code="workbook.old", advice=_SAVE_AS)


def _look_inside(content: bytes, place: Source, found: Findings) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        found.error("这不是 .xlsx 工作簿，或者文件已损坏", place, code="workbook.format", advice=_SAVE_AS)
        return
    names = {member.filename.lower() for member in members}
    unpacked = sum(member.file_size for member in members)
    swollen = [member for member in members if member.file_size > max(SMALL, MAX_RATIO * member.compress_size)]
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or swollen:
        found.error(
            "文件解压后大得不正常，没有读取", place, code="workbook.bomb", found=f" {unpacked:,} 字节",
            expected=f"不超过 {MAX_UNPACKED:,} 字节（100 MiB）", advice="请用系统导出的工作簿重新填写",
        )  # fmt: skip
    if any(member.flag_bits & 1 for member in members):
        found.error("文件加了密码，打不开", place, code="workbook.encrypted", advice="请取消密码后再交")
    if any(name.endswith("vbaproject.bin") for name in names):
        found.error("工作簿里有宏，不接受", place, code="workbook.macros", advice=_SAVE_AS + "，它不带宏")
    if "xl/workbook.xml" not in names:
        found.error("这不是 .xlsx 工作簿", place, code="workbook.format", found=_likely(names), advice=_SAVE_AS)


def _likely(names: set[str]) -> str:
    if "word/document.xml" in names:
        return "Word 文件"
    if "content.xml" in names:
        return "OpenDocument 文件（.ods）"
    return "别的压缩文件"
