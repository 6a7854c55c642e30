"""Zip archives and XML from strangers: unpacked and parsed within bounds, or refused with a reason.

Word, Excel and OFD files are zip archives of XML. What is refused: archives that unpack to far more than they
weigh, names that lead out of the archive, archives within archives, encrypted entries, and XML that brings a
document type of its own (no office format needs one; entity bombs and external entities do).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element, ParseError  # types only: parsing is left to defusedxml

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

__all__ = [
    "MAX_ENTRIES",
    "MAX_RATIO",
    "MAX_TOTAL",
    "ArchiveRefused",
    "attribute",
    "local_name",
    "open_archive",
    "parse_xml",
    "relationships",
    "whole_number",
]

MAX_ENTRIES: Final = 10_000
MAX_TOTAL: Final = 200 * 1024 * 1024
MAX_RATIO: Final = 200
MAX_DEPTH: Final = 500
"""XML elements within elements; deeper trees exhaust the stack of whoever walks them."""

_SMALL: Final = 1024 * 1024
"""Below this size a high ratio is harmless: a page of spaces compresses well."""
_CHUNK: Final = 256 * 1024
_NESTED: Final = (".zip", ".rar", ".7z", ".gz", ".tar", ".jar", ".docx", ".xlsx", ".docm", ".xlsm", ".ofd")
_EMBEDDED: Final = "embeddings/"
"""Office keeps embedded workbooks here; they are part of the format, and are not opened."""

_WHOLE_NUMBER: Final = re.compile("[0-9]{1,9}")  # str.isdigit takes ² and ①, which int refuses

_DAMAGED: Final = "压缩包已损坏或不完整"
_FETCH_AGAIN: Final = "请重新下载或复制这个文件；能打开的话，另存一份再试"
_SUSPICIOUS: Final = "为安全起见没有读取；请用 Word、WPS 打开后另存一份再试"


class ArchiveRefused(Exception):  # noqa: N818 - named for what happened
    """Why an archive, or the XML in it, is not read: a code, a message and an advice, for the finding."""

    def __init__(self, code: str, message: str, advice: str = _SUSPICIOUS, found: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice
        self.found = found


def open_archive(content: bytes) -> Mapping[str, bytes]:
    """Every entry's bytes by name (forward slashes, no leading one). Raises `ArchiveRefused`.

    Media and embedded files are left out: nothing here reads them.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _entries(archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error) as error:
        raise ArchiveRefused("damaged", _DAMAGED, _FETCH_AGAIN) from error


def _entries(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES:
        found = f" {len(infos):,} 个"
        raise ArchiveRefused("bomb", f"压缩包里的文件太多（超过 {MAX_ENTRIES:,} 个）", found=found)
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise _too_large()
    entries: dict[str, bytes] = {}
    total = 0
    for info in infos:
        name = _checked_name(info)
        if not name or name.endswith("/") or "/media/" in name or _EMBEDDED in name:
            continue
        if name.lower().endswith(_NESTED):
            raise ArchiveRefused("nested", f"压缩包里还有压缩包（{name}）")
        entries[name] = _unpacked(archive, info, MAX_TOTAL - total)
        total += len(entries[name])
    return entries


def _too_large() -> ArchiveRefused:
    return ArchiveRefused("bomb", f"文件解压后太大（超过 {MAX_TOTAL // _SMALL} MiB）")


def _checked_name(info: zipfile.ZipInfo) -> str:
    name = info.filename.replace("\\", "/")
    if ".." in name.split("/") or ":" in name.split("/")[0]:
        raise ArchiveRefused("path", f"压缩包里有指向包外的路径（{name[:80]}）")
    if info.flag_bits & 0x1:
        raise ArchiveRefused("encrypted", "文件加了密码，无法读取", "请去掉密码后另存一份再试")
    return name.lstrip("/")  # OFD packages of some makers begin names with a slash


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> bytes:
    """The entry's bytes, counted while unpacking: what the archive says of its sizes is not to be trusted."""
    chunks: list[bytes] = []
    size = 0
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > room:
                raise _too_large()
            if size > _SMALL and size > MAX_RATIO * max(info.compress_size, 1):
                raise ArchiveRefused("bomb", f"压缩包里的「{info.filename[:80]}」压缩得异常（疑为压缩炸弹）")
            chunks.append(chunk)
    return b"".join(chunks)


def parse_xml(content: bytes, name: str) -> Element:
    """The root of an XML part that is not deeper than `MAX_DEPTH`. Raises `ArchiveRefused`."""
    try:
        depth = 0
        root: Element | None = None
        for event, element in iterparse(io.BytesIO(content), events=("start", "end"), forbid_dtd=True):
            if event == "end":
                depth -= 1
                continue
            root = element if root is None else root
            depth += 1
            if depth > MAX_DEPTH:
                raise ArchiveRefused("xml", f"文件内部（{name}）的层次太深")
    except DefusedXmlException as error:
        raise ArchiveRefused("xml", f"文件内部（{name}）带有文档类型声明或实体（疑为 XML 炸弹）") from error
    except (ParseError, ValueError, LookupError) as error:
        raise ArchiveRefused("damaged", f"文件内部（{name}）已损坏", _FETCH_AGAIN) from error
    if root is None:
        raise ArchiveRefused("damaged", f"文件内部（{name}）是空的", _FETCH_AGAIN)
    return root


def local_name(element: Element) -> str:
    """The element's name without its namespace: transitional and strict office files differ only in that."""
    tag = element.tag
    return tag.rpartition("}")[2]


def attribute(element: Element, name: str, default: str = "") -> str:
    """The attribute *name*, whatever its namespace."""
    if name in element.attrib:
        return element.attrib[name]
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), default)


def whole_number(written: str, default: int) -> int:
    """A number that an attribute states; *default* for what is none, or longer than any that is meant."""
    return int(written) if _WHOLE_NUMBER.fullmatch(written) else default


def relationships(entries: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str, str]]:
    """Id, kind (the last word of its type) and target part of each internal relation of *part* ("" the package)."""
    folder, _, base = part.rpartition("/")
    path = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
    if path not in entries:
        return
    for relation in parse_xml(entries[path], path):
        if attribute(relation, "TargetMode") != "External":
            kind = attribute(relation, "Type").rpartition("/")[2]
            yield attribute(relation, "Id"), kind, _resolved(folder, attribute(relation, "Target"))


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    parts = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in {"", "."}:
            parts.append(step)
    return "/".join(parts)
