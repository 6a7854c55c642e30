"""Reads and writes files for the other workflows; what is wrong with a file becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from secrets import token_hex
from typing import Final

from hengji.documents.forms.yaml_reader import MAX_BYTES, read_yaml
from hengji.facts.findings import Finding
from hengji.facts.sources import Located, Source

__all__ = [
    "FileRead",
    "built_in_scheme",
    "built_in_schemes",
    "made_whole",
    "read_content",
    "read_located",
    "write_file",
]

WORKBOOK_ENDINGS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".et"})

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class FileRead:
    """Located data (None when the file cannot be read) and what was found on the way."""

    located: Located | None
    findings: tuple[Finding, ...]
    partial: Located | None = None
    """What a file with mistakes still says, for finding what else is wrong with it, never for scoring."""


def read_located(path: Path) -> FileRead:
    """A YAML file or a workbook as located data. Never raises for what a file may contain."""
    return _read_workbook(path) if path.suffix.lower() in WORKBOOK_ENDINGS else _read_yaml(path)


def _read_yaml(path: Path) -> FileRead:
    content = read_content(path, MAX_BYTES)
    if isinstance(content, Finding):
        return FileRead(None, (content,))
    read = read_yaml(content, path.name)
    return FileRead(read.located, read.findings, read.partial)


def _read_workbook(path: Path) -> FileRead:
    from hengji.documents.forms.evaluation_workbook import read_evaluation_workbook
    from hengji.documents.forms.workbook_container import MAX_BYTES as WORKBOOK_MAX_BYTES

    content = read_content(path, WORKBOOK_MAX_BYTES)
    if isinstance(content, Finding):
        return FileRead(None, (content,))
    workbook = read_evaluation_workbook(content, path.name)
    return FileRead(workbook.located, workbook.findings, workbook.partial)


def read_content(path: Path, limit: int) -> bytes | Finding:
    """The bytes of a file of at most *limit*, or what is wrong with it."""
    place = Source(document=path.name)
    try:
        if path.is_dir():
            return Finding("error", "这是文件夹，不是文件", Source(document=str(path)), advice="请给出一个文件")
        with path.open("rb") as file:
            # One byte more than allowed tells a device or a pipe without end from a file.
            content = file.read(limit + 1)
        if len(content) <= limit:
            return content
        size = path.stat().st_size
        most = f"不超过 {limit // 1024 // 1024} MB"
        shown = f" {(size + 1024 * 1024 - 1) // 1024 // 1024} MB" if size > limit else "没有尽头的内容"
        return Finding("error", "文件太大，没有读", place, found=shown, expected=most, advice="请确认选对了文件")
    except FileNotFoundError:
        return Finding("error", "找不到这个文件", Source(document=str(path)), advice="请检查路径和文件名")
    except PermissionError:
        return Finding("error", "没有权限读这个文件", place, advice="请检查文件权限，或另存一份")
    except OSError as problem:
        return Finding("error", "文件读不出来", place, found=problem.strerror or "读取失败")


def built_in_scheme(name: str) -> bytes | None:
    """The file of the scheme *name* that comes with the package, or None where there is none."""
    if not _ID.fullmatch(name):
        return None
    entry = files("hengji") / "schemes" / f"{name}.yaml"
    return entry.read_bytes() if entry.is_file() else None


def built_in_schemes() -> tuple[str, ...]:
    """The ids of the schemes that come with the package, in order."""
    names = (entry.name for entry in (files("hengji") / "schemes").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def write_file(path: Path, content: bytes) -> None:
    """Writes *content*, making the folder where it does not exist yet; the file is whole or not there."""
    with made_whole(path) as unfinished:
        unfinished.write_bytes(content)


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """Gives the name under which to write what becomes *path* at the end: of a name of its own, for two processes may
    write one file. What the system refuses is told of *path*, OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{token_hex(4)}.part")
    try:
        yield unfinished
        unfinished.replace(path)
    except OSError as problem:
        if problem.filename == str(unfinished):
            problem.filename = str(path)
            problem.filename2 = None
        raise
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
