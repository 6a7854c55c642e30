"""How a form's mapping is written in YAML, read with every mistake and its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.facts.findings import Finding, Findings
from hengji.facts.official_form import YUAN, FormLine, FormMapping
from hengji.facts.sources import Located, Mapping
from hengji.facts.units import Unit, read_unit
from hengji.rules.notation import Notation

__all__ = ["MappingRead", "read_mapping", "read_names"]

_KEYS: Final = ("form", "title", "number", "titles", "columns", "lines", "note", "unlike")
_LINE_KEYS: Final = ("rows", "items", "under", "side", "before", "after", "unit")


@dataclass(frozen=True, slots=True)
class MappingRead:
    """The mapping (None when anything in it is wrong) and what was found."""

    mapping: FormMapping | None
    findings: tuple[Finding, ...] = ()


def read_mapping(located: Located) -> MappingRead:
    """The mapping that *located* writes; docs/developer/form-mapping.md describes the notation."""
    findings = Findings()
    notation = Notation(findings)
    whole = notation.mapping(located, "报表对应关系", _KEYS)
    for key in ("form", "title", "columns", "lines"):
        if whole.get(key) is None:
            findings.error(f"报表对应关系缺少“{key}”", whole.source)
    columns = tuple(
        (key.text, notation.texts(value, f"栏目“{key.text}”"))
        for key, value in notation.mapping(whole.get("columns"), "栏目 columns").entries
    )
    title = notation.text(whole.get("title"), "表名 title")
    known = {name for name, _ in columns}
    lines = tuple(_line(each, known, notation) for each in notation.listing(whole.get("lines"), "各行 lines"))
    mapping = FormMapping(
        notation.text(whole.get("form"), "编号 form"),
        title,
        notation.text(whole.get("number"), "表号 number"),
        (title, *notation.texts(whole.get("titles"), "其他表名 titles")),
        columns,
        lines,
        notation.text(whole.get("note"), "说明 note"),
        notation.texts(whole.get("unlike"), "不是这张表的字样 unlike"),
    )
    return MappingRead(None if findings.errors else mapping, tuple(findings))


def _line(located: Located, columns: set[str], notation: Notation) -> FormLine:
    line = notation.mapping(located, "一行", _LINE_KEYS)
    rows = notation.texts(line.get("rows"), "行名 rows")
    if not rows:
        notation.findings.error("没有写行名 rows", line.source)
    items = tuple(_items(line, columns, notation))
    if not items:
        notation.findings.error(f"“{'、'.join(rows)}”一行没有写取哪些数 items", line.source)
    return FormLine(
        rows,
        items,
        notation.texts(line.get("under"), "上级行 under"),
        notation.text(line.get("side"), "所在的一半 side"),
        notation.text(line.get("before"), "在哪一行之前 before"),
        notation.text(line.get("after"), "在哪一行之后 after"),
        _unit(line, notation),
    )


def _items(line: Mapping, columns: set[str], notation: Notation) -> Iterator[tuple[str, str]]:
    for key, value in notation.mapping(line.get("items"), "取数 items").entries:
        if key.text not in columns:
            expected = "、".join(sorted(columns))
            notation.findings.error(f"栏目 columns 里没有“{key.text}”", key.source, expected=expected)
        yield key.text, notation.text(value, f"“{key.text}”栏的数据项")


def _unit(line: Mapping, notation: Notation) -> Unit:
    written = notation.text(line.get("unit"), "单位 unit").strip()
    unit = read_unit(written) if written else YUAN
    if unit is None:
        located = line.get("unit") or line
        notation.findings.error("不认识这个单位", located.source, found=f"“{written}”", expected="如 元、人、辆")
    return unit or YUAN


def read_names(located: Located) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A scheme's names of data items → the items of forms that give them (``names:``)."""
    notation = Notation(Findings())
    whole = notation.mapping(located, "数据项对应关系", ("names", "note"))
    entries = notation.mapping(whole.get("names"), "名称 names").entries
    return tuple((key.text, notation.texts(value, key.text)) for key, value in entries)
