"""Jobs on schemes: list, find, check, show as prose, compare two versions, start a new one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hengji.documents.yaml_reader import read_yaml
from hengji.facts.findings import Finding
from hengji.facts.sources import Source
from hengji.rules.scheme_notation import SchemeRead, read_scheme
from hengji.workflows.files import built_in_schemes, read_located

__all__ = ["SchemeEntry", "find_scheme", "list_schemes", "load_scheme"]


@dataclass(frozen=True, slots=True)
class SchemeEntry:
    """A built-in scheme as a list shows it."""

    id: str
    title: str
    jurisdiction: str
    valid: str
    basis: tuple[str, ...]


def list_schemes() -> tuple[SchemeEntry, ...]:
    """The built-in schemes, in the order of their ids."""
    entries = []
    for name in built_in_schemes():
        scheme = find_scheme(name).scheme
        if scheme is not None:
            last = str(scheme.valid_to) if scheme.valid_to is not None else ""
            valid = f"{scheme.valid_from}—{last}" if last != str(scheme.valid_from) else last
            entries.append(SchemeEntry(scheme.id, scheme.title, scheme.jurisdiction, valid, scheme.basis))
    return tuple(entries)


def load_scheme(path: Path) -> SchemeRead:
    """The scheme in a file, with everything that is wrong with it."""
    read = read_located(path)
    if read.located is None:
        return SchemeRead(None, read.findings)
    scheme = read_scheme(read.located)
    return SchemeRead(scheme.scheme, (*read.findings, *scheme.findings))


def find_scheme(named: str, beside: Path | None = None) -> SchemeRead:
    """A built-in scheme by its id, or a scheme file by its path (also looked for in the folder *beside*)."""
    content = built_in_schemes().get(named)
    if content is not None:
        located = read_yaml(content, f"{named}.yaml").located
        if located is not None:
            return read_scheme(located)
    for candidate in (Path(named), *((beside / named, beside / f"{named}.yaml") if beside else ())):
        if named and candidate.is_file():
            return load_scheme(candidate)
    known = "、".join(built_in_schemes())
    finding = Finding(
        "error", f"没有“{named}”这个评价方案" if named else "没有写明评价方案 scheme", Source(),
        expected=f"内置方案之一（{known}）或方案文件的路径",
    )  # fmt: skip
    return SchemeRead(None, (finding,))
