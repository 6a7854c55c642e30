"""Sums down a column: codes 类 款 项, numbered lines, lines of totals, and children found by arithmetic alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import count, takewhile
from typing import Final

from hengji.checks.relations.tables.amounts import Amount, significant
from hengji.checks.relations.tables.lines import Line, Side
from hengji.checks.relations.tables.total_readings import Groups, headed_rows, readings_of_a_total
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["column_families"]

_MOST_CHILDREN: Final = 30
_NAMED: Final = (
    (re.compile("基本支出"), (re.compile("人员经费|人员支出"), re.compile("公用经费|公用支出"))),
    (re.compile("三公.{0,3}经费"), (re.compile("出国"), re.compile("公务接待"), re.compile("车"))),
    (
        re.compile("用车购置(?:费)?[及和与](?:运行|维护)"),
        (re.compile("用车购置费?$"), re.compile("(?<![及和与])运行(?:维护)?费?$")),
    ),
    (
        re.compile("货物工程服务|采购(?:支出|预算|金额)(?:总额|合计)"),
        (re.compile("货物"), re.compile("工程"), re.compile("服务")),
    ),
)
"""Lines that are the sum of the named lines right below them, whatever the numbering, and 其中 before the first."""

_CUT: Final = re.compile(r"^(?:\S{1,4}[、.．)）])?减(?:[：:]|去)|调减|核减|压减|扣减|扣除|冲减|抵减|调出|收回")

_NUMBER: Final = re.compile(r"[(（]?(\d{1,2})[.．、)）]")
_FIGURE: Final = re.compile(r"[\d,.]+")
"""A row whose name is a figure has slipped out of its columns."""


Names = dict[int, str]
Branch = tuple[Line, tuple[Line, ...]]


def column_families(side: Side, columns: Sequence[int], names: Names) -> list[Family]:
    """Everything that was tried down the columns of one side."""
    branches = list(_branches(side.lines))
    tree = Family(True)
    for parent, children in branches:
        _add(tree, parent, children, columns, names)
    families = [tree] if tree.sums else []
    named = list(_named(side.lines))
    families += [replace(_family(True, parent, children, columns, names), named=True) for parent, children in named]
    headed = list(_numbered_below(side.lines))
    headings = Family(False)
    for parent, children in headed:
        _add(headings, parent, children, columns, names)
    families += [headings] if headings.sums else []
    named += headed
    known = {parent.row for parent, _ in (*branches, *named)} | {line.row for line in side.lines if line.is_total}
    found = list(_by_arithmetic(side.lines, columns, known, names))
    families += [family for _, _, family in found]
    inner = {child.row for parent, children in (*branches, *named) for child in children}
    inner |= {child.row for _, children, _ in found for child in children}
    groups = {line.row: side.part.grid.text(line.row, 0).strip() for line in side.lines}
    groups |= headed_rows(side.lines, groups)
    families += [family for family in _totals(side.lines, columns, inner, names, groups) if family.sums]
    return families


def _family(strong: bool, total: Line, parts: Sequence[Line], columns: Sequence[int], names: Names) -> Family:
    family = Family(strong)
    _add(family, total, parts, columns, names)
    return family


def _add(family: Family, total: Line, parts: Sequence[Line], columns: Sequence[int], names: Names) -> None:
    for column in columns:
        whole = total.values.get(column)
        filled = tuple(part.values[column] for part in parts if column in part.values)
        if whole is not None and filled and not _of_two_kinds((whole, *filled)) and not _FIGURE.fullmatch(total.label):
            name = f"“{total.label or total.code}”{names.get(column, '')}"
            plain = Sum(whole, filled, name)
            family.sums.append(plain if plain.holds else _signed(plain, total, parts, column) or plain)


def _of_two_kinds(amounts: Sequence[Amount]) -> bool:
    """Money and persons, which a column 单位 tells apart row by row: they make no sum."""
    units = (one.mention.unit for one in amounts if one.mention is not None)
    return len({unit.is_money for unit in units if unit is not None}) > 1


def _signed(one: Sum, total: Line, parts: Sequence[Line], column: int) -> Sum | None:
    """The sum that takes off what is cut, where it then holds to every digit: 追加 less 调减."""
    cut = [line.values[column] for line in parts if column in line.values and _CUT.search(line.label)]
    if not cut or len(cut) == len(one.parts) or _CUT.search(total.label):
        return None
    taken = tuple(replace(part, value=-abs(part.value)) if part in cut else part for part in one.parts)
    signed = Sum(one.total, taken, one.name)
    return signed if signed.verdict == "ok" else None


# ---------------------------------------------------------------------------------------------- trees that are printed
def _branches(lines: Sequence[Line]) -> Iterator[Branch]:
    """Every coded or numbered line with the lines one level below it."""
    for index, line in enumerate(lines):
        if line.is_total or not line.is_numbered:
            continue
        children = _children(lines, index)
        if children and not any(child.of_which for child in children) and len(children) >= (1 if line.code else 2):
            yield line, children


def _children(lines: Sequence[Line], index: int) -> tuple[Line, ...]:
    """The lines below a line, down to one of its own level, that stand highest among them."""
    parent, below = lines[index], []
    for line in lines[index + 1 :]:
        if line.is_total or line.level <= parent.level or bool(line.code) != bool(parent.code):
            break
        if parent.code and not line.code.startswith(parent.code):
            break
        if not parent.code and not line.is_numbered:
            return ()
        below.append(line)
    top = min((line.level for line in below), default=0)
    return tuple(line for line in below if line.level == top)


def _named(lines: Sequence[Line]) -> Iterator[Branch]:
    for index, line in enumerate(lines):
        for pattern, parts in _NAMED:
            below = lines[index + 1 : index + 1 + len(parts)]
            matched = len(below) == len(parts) and all(
                any(part.search(child.label) for child in below) for part in parts
            )
            whole = pattern.search(line.label) and not any(part.search(line.label) for part in parts)
            inner = any(child.of_which for child in below[1:]) or any(child.is_total for child in below)
            if matched and whole and not inner:
                yield line, tuple(below)


def _numbered_below(lines: Sequence[Line]) -> Iterator[Branch]:
    """项目支出, a line of amounts without a number, and 1、 2、 3、 below it, without a gap."""
    for index, line in enumerate(lines):
        if line.is_numbered or line.is_total or line.of_which or not line.values:
            continue
        level = lines[index + 1].level if index + 1 < len(lines) and lines[index + 1].is_numbered else None
        below = takewhile(lambda one: not one.is_total and not one.code, lines[index + 1 :])
        alike = (one for one in below if one.level == level)
        children = [one for one, _ in takewhile(lambda pair: _number(pair[0]) == pair[1], zip(alike, count(1)))]
        if level is not None and len(children) > 1:
            yield line, tuple(children)


def _number(line: Line) -> int:
    found = _NUMBER.match(line.label)
    return int(found[1]) if found is not None else 0


# ------------------------------------------------------------------------------------------ trees that are not printed
def _by_arithmetic(
    lines: Sequence[Line], columns: Sequence[int], known: set[int], names: Names
) -> Iterator[tuple[Line, tuple[Line, ...], Family]]:
    """A line that is the sum of the next few, beyond chance, in every column that shows both."""
    index = 0
    while index < len(lines):
        line = lines[index]
        size = 0 if line.row in known or line.code or line.of_which else _run(lines, index, columns)
        if size:
            children = tuple(lines[index + 1 : index + 1 + size])
            yield line, children, _family(children[0].of_which, line, children, columns, names)
            index += size
        index += 1


def _run(lines: Sequence[Line], index: int, columns: Sequence[int]) -> int:
    parent = lines[index]
    led = index + 1 < len(lines) and lines[index + 1].of_which  # 其中 says that parts follow, not that they are all
    open_columns = [column for column in columns if column in parent.values]
    sums = dict.fromkeys(open_columns, Fraction(0))
    filled = dict.fromkeys(open_columns, 0)
    for size, line in enumerate(lines[index + 1 : index + 1 + _MOST_CHILDREN], 1):
        if line.is_total or line.code or (line.is_numbered and line.level <= parent.level):
            return 0
        for column in open_columns:
            amount = line.values.get(column)
            if amount is not None and amount.value:
                sums[column] += amount.value
                filled[column] += 1
        good = [
            column for column in open_columns if filled[column] >= 2 and parent.values[column].value == sums[column]
        ]
        tried = sum(filled[column] > 0 for column in open_columns)
        if len(good) * 2 + led > tried and good and _beyond_chance(parent, good, 0 if led else size):
            return size
    return 0


def _beyond_chance(parent: Line, columns: Sequence[int], size: int) -> bool:
    """Whether the digits that agree are more than the number of sums tried could give by accident."""
    digits = [significant(parent.values[column].value) for column in columns]
    return sum(digits) >= 3 + (size > 3) and max(digits, default=0) >= 3


# -------------------------------------------------------------------------------------------------------------- totals
def _totals(
    lines: Sequence[Line], columns: Sequence[int], inner: set[int], names: Names, groups: Groups
) -> Iterator[Family]:
    """For every line of totals, the reading of its parts that makes most columns hold."""
    for index, line in enumerate(lines):
        if not line.is_total:
            continue
        readings = readings_of_a_total(lines, index, inner, groups)
        families = [_family(strong, line, parts, columns, names) for strong, parts in readings if parts]
        if families:
            yield _settle(families)


def _settle(families: list[Family]) -> Family:
    """The reading under which most columns hold; where a column holds only under another one, that one is told."""
    best = max(families, key=lambda family: (family.witnesses, -family.failures))
    settled = Family(best.strong)
    for one in best.sums:
        others = (other for family in families for other in family.sums if other.total is one.total)
        settled.sums.append(one if one.holds else next((other for other in others if other.holds), one))
    return settled
