"""Jobs on scheme files: list the built-in ones, find one, check one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.facts.findings import Finding
from hengji.facts.sources import Source
from hengji.rules.formula.places import pointed
from hengji.rules.scheme_notation import SchemeRead, read_scheme
from hengji.workflows.files import built_in_scheme, built_in_schemes, read_located

__all__ = ["SchemeEntry", "SchemeRead", "check_scheme_file", "find_scheme", "list_schemes"]


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


def find_scheme(named: str, beside: Path | None = None) -> SchemeRead:
    """A built-in scheme by its id, or a scheme file by its path (also looked for in the folder *beside*)."""
    built_in = _built_in(named)
    if built_in is not None:
        return built_in
    for candidate in (Path(named), *((beside / named, beside / f"{named}.yaml") if beside else ())):
        if named and candidate.is_file():
            return _load(candidate)
    return SchemeRead(None, (_unknown(named),))


@cache
def _built_in(named: str) -> SchemeRead | None:
    """Read once in a process: it is frozen, and many evaluations are scored by one scheme."""
    content = built_in_scheme(named)
    located = None if content is None else read_yaml(content, f"{named}.yaml").located
    return None if located is None else read_scheme(located)


def _load(path: Path) -> SchemeRead:
    """The scheme in a file, with everything that is wrong with it."""
    read = read_located(path)
    located = read.partial if read.located is None else read.located
    if located is None:
        return SchemeRead(None, read.findings)
    scheme = read_scheme(located)
    return SchemeRead(None if read.located is None else scheme.scheme, (*read.findings, *scheme.findings))


def _unknown(named: str) -> Finding:
    if not named:
        message, found = "没有写明评价方案 scheme", ""
    else:
        message, found = f"没有“{named}”这个评价方案", f"“{named}”"
    known = built_in_schemes()
    near = get_close_matches(named, known, 1)
    return Finding(
        "error",
        message,
        code="scheme",
        found=found,
        expected=f"内置方案之一（{'、'.join(known)}）或方案文件的路径",
        advice=f"是否想写“{near[0]}”" if near else "hengji scheme list 可列出内置方案",
    )


def check_scheme_file(named: str) -> SchemeRead:
    """Everything that is wrong with a scheme file (or a built-in scheme), each place shown with a caret."""
    content = built_in_scheme(named)
    if content is not None:
        read = find_scheme(named)
        return replace(read, findings=_shown(read.findings, content.decode("utf-8-sig")))
    path = Path(named)
    if not path.suffix and not path.exists():
        return SchemeRead(None, (_unknown(named),))
    read = _load(path)
    # Only a file that could be read has places with lines: its text is there.
    if not any(finding.source.line is not None for finding in read.findings):
        return read
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return replace(read, findings=_shown(read.findings, text))


def _shown(findings: Iterable[Finding], text: str) -> tuple[Finding, ...]:
    """The findings, each with its line of *text* and a caret, where it does not show its place already."""
    lines = text.splitlines()
    return tuple(
        finding if finding.excerpt else replace(finding, excerpt=_excerpt(finding.source, lines))
        for finding in findings
    )


def _excerpt(place: Source, lines: list[str]) -> str:
    if place.line is None or place.column is None or not 0 < place.line <= len(lines):
        return ""
    return pointed(lines[place.line - 1], place.column - 1)
