"""The tables that a disclosed budget or final account consists of: one left out, or empty and nothing said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hengji.checks.context import Context
from hengji.checks.reference.disclosure import BASIS, TABLES, RequiredTable, is_named, name_of
from hengji.checks.relations.pieces import slip, tight
from hengji.checks.relations.wording.lines import MARKER, Line
from hengji.facts.relation import Relation

__all__ = ["find_missing_tables", "find_silent_blanks"]

_LONGEST = 50
_FIGURE = re.compile(r"(?<![\d年.,])-?\d[\d,]*(?:\.\d+)?(?![\d,.年月日号])")
_CODE = re.compile(r"\d{3,7}")
_HEADER = re.compile(r"公开|编制|填报|单位[：:]|部门[：:]|日期|栏次|第\s*\d+\s*页|^\s*[-—]?\s*\d+\s*[-—]?\s*$|年度")
_NO = r"没有|未(?:安排|发生|涉及|使用|产生|编制)|不涉及|不存在|(?<!有)无(?![法论关])"
_NOTHING = (
    r"没有|未(?:安排|发生|涉及|使用|产生|编制)|不涉及|不存在|空表|无数据"
    r"|均?[为是]?(?:零|0(?:\.0+)?(?:万元|元|，|。|；))"
)
_NEARLY_ALL = 6  # tables of the list beside which a single one that is left out is an oversight
_ENOUGH = 3  # tables of the list that stand in a document which discloses by tables
_FOREIGN = re.compile(r"^第[一二三四五六七八九十]+部分|^[一二三四五六七八九十]+、")


@dataclass(frozen=True)
class _Captioned:
    """The lines that name a table, in order; each with where its table ends."""

    lines: Sequence[Line]

    @cached_property
    def names(self) -> list[tuple[int, str]]:
        """Index of the line, and the name without number, issuer and year."""
        found = []
        for index, line in enumerate(self.lines):
            if "表" not in line.text[: 2 * _LONGEST]:
                continue
            flat = name_of(line.text[: 2 * _LONGEST])
            if re.search(r"[\u4e00-\u9fff]{4}表$", flat) and len(flat) <= _LONGEST and not re.search(r"[，。；]", flat):
                found.append((index, flat))
        return found

    def of(self, table: RequiredTable) -> list[int]:
        return [index for index, name in self.names if is_named(table, name)]

    def end_of(self, index: int) -> int:
        """The line behind the table that *index* names: the next name, or a heading of the text."""
        following = next((one for one, _ in self.names if one > index), len(self.lines))
        for position in range(index + 1, following):
            if _FOREIGN.match(self.lines[position].text) and not self.lines[position].tabular:
                return position
        return following


def _required(context: Context) -> list[RequiredTable]:
    year = context.facts.year or 0
    return [table for table in TABLES.get(context.facts.kind, ()) if table.since <= year]


def find_missing_tables(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """A table of the list that is named nowhere, in a document that has others of the list."""
    required = _required(context)
    captioned = _Captioned(lines)
    missing = [table for table in required if not captioned.of(table)]
    if not required or len(required) - len(missing) < _ENOUGH or len(missing) > len(required) // 2:
        return
    flat = tight(context.document.text)
    start = len(context.document.text) - len(context.document.text.lstrip())
    disclosed = context.facts.title.strip().endswith("公开")
    alone = disclosed and len(missing) == 1 and len(required) > _NEARLY_ALL
    for table in missing:
        if re.search(table.pattern, flat) is None:
            yield slip(
                context,
                [(start, start + max(len(context.facts.title), 1))],
                "error" if alone else "suspicious",
                f"没有找到《{table.name}》。公开材料应附这张表；没有数据的也应列出空表，并写明没有这项收支。",
                rule=f"应有的表：{BASIS}",
                expected=table.name,
            )


def find_silent_blanks(context: Context, lines: Sequence[Line], body: int) -> Iterator[Relation]:
    """An empty table of a fund, and no sentence that says that there was none. *body* is the first line behind the
    contents."""
    captioned = _Captioned(lines)
    for table in _required(context):
        places = [index for index in captioned.of(table) if index >= body] if table.nothing else []
        for index in places[-1:]:
            end = captioned.end_of(index)
            if end - index > 1 and not _filled(lines[index + 1 : end]) and not _said(context, table):
                line = lines[index]
                yield slip(
                    context,
                    [(line.start, line.end)],
                    "suspicious",
                    f"《{table.name}》是空的，全文也没有说明原因。没有{table.nothing}收支的，请写明“没有”或填 0。",
                    rule=f"空表应说明：{BASIS}",
                    expected=f"说明没有{table.nothing}收支",
                )


def _filled(rows: Sequence[Line]) -> bool:
    """Whether a row of the table holds a figure: an amount, or a 0 that says that there is none."""
    for row in rows:
        if _HEADER.search(row.text) or MARKER.match(row.text):
            continue
        figures = [found[0] for found in _FIGURE.finditer(row.text)]
        if any("." in figure or "," in figure or not _CODE.fullmatch(figure) for figure in figures) and not _counts(
            figures
        ):
            return True
        if len(figures) > 1 and not _counts(figures):
            return True
    return False


def _counts(figures: Sequence[str]) -> bool:
    """1 2 3 4: the numbers of the columns."""
    return len(figures) > 1 and list(figures) == [str(number) for number in range(1, len(figures) + 1)]


def _said(context: Context, table: RequiredTable) -> bool:
    """Whether a clause says that there was nothing of it; 无…的，仍保留本表 only tells how to fill the form in."""
    flat = context.once("tight", lambda: tight(context.document.text))
    key = re.escape(table.nothing).replace("“", '[“"]?').replace("”", '[”"]?')
    before = re.search(rf"(?:{_NO})[^，。；：]{{0,14}}{key}(?![^，。；]{{0,24}}的，)", flat)
    return (before or re.search(rf"{key}[^，。；：]{{0,24}}?(?:{_NOTHING})", flat)) is not None
