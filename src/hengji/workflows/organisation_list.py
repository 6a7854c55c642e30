"""The list of organisations as a workbook brings it: rows with their numbers, compared with what stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hengji.facts.findings import Finding

__all__ = ["HEADINGS", "MOST_ROWS", "ListRead", "Proposed", "Standing", "compare_list", "read_list"]

HEADINGS: Final = ("名称", "代码", "上级代码", "类别", "性质", "编制", "实有")
MOST_ROWS: Final = 5_000
_NEEDED: Final = ("名称", "代码")
_HEADER_WITHIN: Final = 20
_LONGEST: Final = {"名称": 200, "代码": 20, "上级代码": 20, "性质": 40}
_FIGURES: Final = ("编制", "实有")
_MOST_PEOPLE: Final = 1_000_000
_WITH_PARENT: Final = "所属单位"
_IS_PARENT: Final = "主管部门"

Row = Mapping[str, str]
"""A row by heading; a cell that is empty or a column that is absent is an empty text."""


@dataclass(frozen=True, slots=True)
class ListRead:
    """The rows with their numbers in the sheet (from 1), or why there are none."""

    rows: tuple[tuple[int, Row], ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """An organisation as it stands now; `values` by heading, `is_merged` where it exists no more."""

    values: Row
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """One row and what it would do: 新建, 修改, 不变, 有误. `changes` are heading → (before, after)."""

    number: int
    row: Row
    verdict: str
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def read_list(content: bytes, name: str) -> ListRead:
    """The first sheet that has the headings. Never raises for what a file may contain."""
    from hengji.documents.official_forms.grids import read_grids

    read = read_grids(content, name)
    for grid in read.grids:
        for number in sorted(grid.rows)[:_HEADER_WITHIN]:
            places = {text: column for column, text in grid.rows[number].items() if text in HEADINGS}
            if all(heading in places for heading in _NEEDED):
                return _rows(grid.rows, number, places)
    if read.findings:
        return ListRead(findings=read.findings)
    message = "文件里没有找到单位表"
    expected = f"有一行表头：{'、'.join(HEADINGS)}（至少有名称和代码）"
    return ListRead(findings=(Finding("error", message, expected=expected, advice="请下载模板，填好再导入。"),))


def _rows(cells: Mapping[int, Mapping[int, str]], header: int, places: Mapping[str, int]) -> ListRead:
    found = []
    for number in sorted(number for number in cells if number > header):
        row = {heading: cells[number].get(places.get(heading, -1), "").strip() for heading in HEADINGS}
        if any(row.values()):
            found.append((number + 1, row))
    if len(found) > MOST_ROWS:
        problem = Finding("error", "单位太多", found=f"{len(found)}行", expected=f"一次不超过{MOST_ROWS}行")
        return ListRead(findings=(problem,))
    if not found:
        return ListRead(findings=(Finding("error", "表头下面没有内容", advice="请填写后再导入。"),))
    return ListRead(tuple(found))


def compare_list(
    rows: Sequence[tuple[int, Row]], standing: Mapping[str, Standing], kinds: Sequence[str]
) -> tuple[Proposed, ...]:
    """What each row would do to the organisations *standing* (by code). An empty cell leaves what stands as it is.

    *kinds* are the words for kinds of organisations. All that is wrong with a row is told at once.
    """
    return tuple(_Comparing(rows, standing, kinds).lines())


class _Comparing:
    def __init__(self, rows: Sequence[tuple[int, Row]], standing: Mapping[str, Standing], kinds: Sequence[str]) -> None:
        self._rows, self._standing, self._kinds = rows, standing, kinds
        self._first: dict[str, int] = {}
        self._kind_of = {code: one.values["类别"] for code, one in standing.items() if not one.is_merged}
        for number, row in rows:
            self._first.setdefault(row["代码"], number)
            self._kind_of.setdefault(row["代码"], row["类别"])

    def lines(self) -> Iterator[Proposed]:
        lines = [self._line(number, row) for number, row in self._rows]
        wrong = {line.row["代码"] for line in lines if line.problems and line.row["代码"] not in self._standing}
        for line in lines:
            above = line.row["上级代码"]
            if above in wrong and above and not line.problems:
                problem = f"上级代码“{above}”那一行有误，上级建立不了。请先改那一行。"
                yield Proposed(line.number, line.row, "有误", {}, (problem,))
            else:
                yield line

    def _line(self, number: int, row: Row) -> Proposed:
        now = self._standing.get(row["代码"])
        problems = (*self._general(number, row), *(self._of_new(row) if now is None else self._of_known(row, now)))
        if problems:
            return Proposed(number, row, "有误", {}, tuple(problems))
        if now is None:
            return Proposed(number, row, "新建", {name: ("", text) for name, text in row.items() if text})
        changes = {name: (now.values[name], text) for name, text in row.items() if text and text != now.values[name]}
        return Proposed(number, row, "修改" if changes else "不变", changes)

    def _general(self, number: int, row: Row) -> Iterator[str]:
        if not row["代码"]:
            yield "没有代码。请填单位代码，同一辖区内不能重复。"
        elif self._first[row["代码"]] != number:
            yield f"代码“{row['代码']}”与第{self._first[row['代码']]}行重复。请改代码，或删去多余的一行。"
        for name, most in _LONGEST.items():
            if len(row[name]) > most:
                yield f"{name}太长（{len(row[name])}字）。应不超过{most}字。"
        for name in _FIGURES:
            if row[name] and not (row[name].isascii() and row[name].isdecimal() and int(row[name]) <= _MOST_PEOPLE):
                yield f"{name}“{row[name]}”不是人数。应为整数，例如 46。"
        if row["类别"] and row["类别"] not in self._kinds:
            yield f"类别“{row['类别']}”不认识。应为：{'、'.join(self._kinds)}。"

    def _of_new(self, row: Row) -> Iterator[str]:
        if not row["名称"]:
            yield "没有名称。请填单位全称。"
        if not row["类别"]:
            yield f"没有类别。应为：{'、'.join(self._kinds)}。"
        yield from self._above(row, row["类别"], must=True)

    def _of_known(self, row: Row, now: Standing) -> Iterator[str]:
        if now.is_merged:
            yield f"代码“{row['代码']}”的单位已经并入别的单位，不能再改。请删去这一行。"
        kind = now.values["类别"]
        if row["类别"] in self._kinds and row["类别"] != kind:
            yield f"类别不能改：现为{kind}，表里是{row['类别']}。请改回，或用新的代码建立单位。"
        yield from self._above(row, kind, must=False)

    def _above(self, row: Row, kind: str, *, must: bool) -> Iterator[str]:
        above = row["上级代码"]
        if kind != _WITH_PARENT:
            if above:
                yield f"只有{_WITH_PARENT}有上级。请清空上级代码，或改类别。"
        elif not above:
            if must:
                yield f"{_WITH_PARENT}没有上级代码。请填{_IS_PARENT}的代码。"
        elif above not in self._kind_of:
            yield f"上级代码“{above}”没有这个单位。请先建立它，或在表里加一行。"
        elif self._kind_of[above] != _IS_PARENT:
            yield f"上级代码“{above}”不是{_IS_PARENT}。请填{_IS_PARENT}的代码。"
