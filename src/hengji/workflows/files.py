"""Reads and writes files for the other workflows; what is wrong with a file becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from hengji.documents.evaluation_workbook import MAX_BYTES as WORKBOOK_MAX_BYTES
from hengji.documents.evaluation_workbook import read_evaluation_workbook
from hengji.documents.yaml_reader import MAX_BYTES as YAML_MAX_BYTES
from hengji.documents.yaml_reader import read_yaml
from hengji.facts.findings import Finding
from hengji.facts.sources import Located, Source

__all__ = ["FileRead", "built_in_schemes", "read_located", "write_file"]

WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".et"})


@dataclass(frozen=True, slots=True)
class FileRead:
    """Located data (None when the file cannot be read) and what was found on the way."""

    located: Located | None
    findings: tuple[Finding, ...]


def read_located(path: Path) -> FileRead:
    """A YAML file or a workbook as located data. Never raises for what a file may contain."""
    is_workbook = path.suffix.lower() in WORKBOOK_ENDINGS
    limit = WORKBOOK_MAX_BYTES if is_workbook else YAML_MAX_BYTES
    content = _content(path, limit)
    if isinstance(content, Finding):
        return FileRead(None, (content,))
    if is_workbook:
        workbook = read_evaluation_workbook(content, path.name)
        return FileRead(workbook.located, workbook.findings)
    read = read_yaml(content, path.name)
    return FileRead(read.located, read.findings)


def _content(path: Path, limit: int) -> bytes | Finding:
    place = Source(document=path.name)
    try:
        if path.is_dir():
            return Finding("error", "这是文件夹，不是文件", place, advice="请给出一个文件")
        size = path.stat().st_size
        if size > limit:
            shown, most = f"{size / 1024 / 1024:.1f} MB", f"不超过 {limit // 1024 // 1024} MB"
            return Finding("error", "文件太大，没有读", place, found=shown, expected=most)
        return path.read_bytes()
    except FileNotFoundError:
        return Finding("error", "找不到这个文件", Source(document=str(path)), advice="请检查路径和文件名")
    except PermissionError:
        return Finding("error", "没有权限读这个文件", place, advice="请检查文件权限，或另存一份")
    except OSError as problem:
        return Finding("error", "文件读不出来", place, found=problem.strerror or "读取失败")


def built_in_schemes() -> dict[str, bytes]:
    """The schemes that come with the package: id → content of the file."""
    folder = files("hengji") / "schemes"
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return {name.removesuffix(".yaml"): (folder / name).read_bytes() for name in found}


def write_file(path: Path, content: bytes) -> None:
    """Writes *content*, making the folder where it does not exist yet; the file is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_bytes(content)
    unfinished.replace(path)
