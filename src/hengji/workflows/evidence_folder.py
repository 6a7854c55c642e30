"""Takes in a folder of evidence: each file's safe name in a pack, its size and checksum, and whether it is usable."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hengji.facts.findings import Finding, Findings
from hengji.facts.sources import Source
from hengji.facts.supporting import EvidenceFile

__all__ = ["MAX_FILE", "MAX_FILES", "MAX_TOTAL", "PICTURES", "FolderRead", "FoundFile", "read_folder", "safe_names"]

MAX_FILE: Final = 200 * 1024 * 1024
"""Bytes of one file; a scan that is larger was made wrongly."""
MAX_TOTAL: Final = 2 * 1024 * 1024 * 1024
MAX_FILES: Final = 5_000
PICTURES: Final = frozenset({"jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff"})

_SIGNATURES: Final = (
    (b"\xff\xd8\xff", "jpg"), (b"\x89PNG", "png"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
)  # fmt: skip
_PDF_WITHIN: Final = 1024
"""Readers find a pdf's mark within so many bytes."""
_CHUNK: Final = 1024 * 1024
_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|]')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST: Final = 100
"""Characters of one part of a name: four bytes each, file systems take 255 to 1,000 bytes."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A usable file. `relative` is its path in the folder with forward slashes, `file` how the pack holds it."""

    path: Path
    relative: str
    file: EvidenceFile

    @property
    def kind(self) -> str:
        """The ending in small letters without its point."""
        return self.path.suffix.lower().removeprefix(".")


@dataclass(frozen=True, slots=True)
class FolderRead:
    """The usable files in the order of their names, and what is wrong with the others."""

    files: tuple[FoundFile, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_folder(folder: Path | None) -> FolderRead:
    """All files in *folder* and below; hidden files and lock files are left out, links are not followed."""
    if folder is None:
        return FolderRead()
    place = Source(str(folder))
    if not folder.is_dir():
        message = "找不到佐证材料的文件夹" if not folder.exists() else "佐证材料应是文件夹，这是文件"
        return FolderRead((), (Finding("error", message, place, advice="请给出存放佐证材料的文件夹"),))
    findings = Findings()
    listed = [(path, path.relative_to(folder).as_posix()) for path in _files(folder, findings)]
    listed.sort(key=lambda each: each[1])
    if len(listed) > MAX_FILES:
        found_count, most = f" {len(listed):,} 个", f"不超过 {MAX_FILES:,} 个"
        findings.error("佐证文件太多，没有打包", place, found=found_count, expected=most)
        return FolderRead((), tuple(findings))
    names = safe_names(f"佐证/{relative}" for _, relative in listed)
    found = [
        each
        for (path, relative), name in zip(listed, names, strict=True)
        if (each := _read(path, relative, name, findings)) is not None
    ]
    if sum(each.file.size for each in found) > MAX_TOTAL:
        findings.error("佐证文件合计太大，没有打包", place, expected=f"不超过 {MAX_TOTAL // _CHUNK:,} MB")
        return FolderRead((), tuple(findings))
    _duplicates(found, findings)
    return FolderRead(tuple(found), tuple(findings))


def _files(folder: Path, findings: Findings) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts):
            continue
        if path.is_symlink():
            findings.warning("这是链接，没有打包", Source(path.name), advice="请把文件本身放进文件夹")
        elif path.is_file():
            yield path


def _read(path: Path, relative: str, name: str, findings: Findings) -> FoundFile | None:
    """The file with its checksum; None where it cannot be evidence."""
    place = Source(_sayable(relative))
    size = path.stat().st_size
    if size == 0:
        findings.error("这份佐证材料是空的（0 字节），没有打包", place, advice="请重新交一份")
        return None
    if size > MAX_FILE:
        findings.error(
            "这份佐证材料太大，没有打包", place,
            found=f" {size // _CHUNK:,} MB", expected=f"不超过 {MAX_FILE // _CHUNK} MB",
            advice="扫描件请降低分辨率，或分成几份",
        )  # fmt: skip
        return None
    digest, head = hashlib.sha256(), b""
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                head = head or chunk[:_PDF_WITHIN]
                digest.update(chunk)
    except OSError as problem:
        findings.error("这份佐证材料读不出来，没有打包", place, found=problem.strerror or "读取失败")
        return None
    if path.suffix.lower() == ".pdf" and b"%PDF-" not in head:
        picture = next((kind for mark, kind in _SIGNATURES if head.startswith(mark)), "")
        found = f"图片（{picture}）" if picture else "别的内容"
        findings.error(
            "扩展名是 pdf，内容不是 PDF", place, found=found, expected="PDF 文件",
            advice="请另存为 PDF 再交；已照原样打包，并在底稿里列出",
        )  # fmt: skip
    return FoundFile(path, relative, EvidenceFile(name, size, digest.hexdigest()))


def _duplicates(found: Iterable[FoundFile], findings: Findings) -> None:
    same: dict[str, list[FoundFile]] = {}
    for each in found:
        same.setdefault(each.file.sha256, []).append(each)
    for files in same.values():
        if len(files) > 1:
            names = "、".join(_sayable(each.relative) for each in files)
            findings.note("几份佐证材料的内容完全相同", found=names, advice="请确认没有交错；重复的可以删去")


def _sayable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "_" for letter in text)


def safe_names(names: Iterable[str]) -> list[str]:
    """The names as any system can unpack them, none twice: a name that was taken is numbered."""
    taken: set[str] = set()
    safe = []
    for name in names:
        whole = "/".join(_safe_part(part) for part in name.split("/"))
        stem, point, ending = whole.rpartition(".") if "." in whole.rpartition("/")[2] else (whole, "", "")
        number, free = 1, whole
        while free.casefold() in taken:
            number += 1
            free = f"{stem}（{number}）{point}{ending}"
        taken.add(free.casefold())
        safe.append(free)
    return safe


def _safe_part(part: str) -> str:
    """One part of a path without what some system refuses or takes for something else."""
    text = _sayable(_FORBIDDEN.sub("_", unicodedata.normalize("NFC", part))).strip(" ").rstrip(". ")
    if len(text) > _LONGEST:
        stem, point, ending = text.rpartition(".")
        kept = f"{point}{ending}" if 0 < len(ending) <= 8 and stem else ""
        text = text[: _LONGEST - len(kept)] + kept
    if not text.strip("."):
        return "_"
    return f"_{text}" if _RESERVED.fullmatch(text) else text
