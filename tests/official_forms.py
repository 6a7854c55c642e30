"""Writes official forms as finance systems export them, about organisations of 示例市, from given figures."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Sequence
from fractions import Fraction

from openpyxl import Workbook

from hengji.facts.numbers import plain
from old_workbook import old_workbook

__all__ = [
    "APPROPRIATION", "FINAL", "HALVES", "LAYOUTS", "OPERATION", "Figures", "html_of", "items_of", "layout", "shuffled",
    "xls_of", "xlsx_of",
]  # fmt: skip

Figures = dict[str, Fraction]
Row = list[str]

BUDGETS = ("年初预算数", "调整预算数", "决算数")
HEADINGS = ("年初预算数", "全年预算数", "决算数")


def _three(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}{budget}" for budget in BUDGETS)


def _last(name: str) -> tuple[str, ...]:
    return ("", "", f"{name}决算数")


Half = list[tuple[str, tuple[str, ...]]]

FINAL: tuple[Half, Half] = (
    [
        ("一、一般公共预算财政拨款收入", _last("一般公共预算财政拨款收入")),
        ("二、政府性基金预算财政拨款收入", _last("政府性基金预算财政拨款收入")),
        ("四、上级补助收入", _last("上级补助收入")),
        ("五、事业收入", _last("事业收入")),
        ("八、其他收入", _last("其他收入")),
        ("本年收入合计", _three("本年收入")),
        ("年初结转和结余", _last("年初结转和结余")),
        ("总计", ("", "", "")),
    ],
    [
        ("一、基本支出", _three("基本支出")),
        ("　　人员经费", _three("人员经费")),
        ("　　公用经费", _three("公用经费")),
        ("二、项目支出", _three("项目支出")),
        ("　　其中：基本建设类项目", ("", "", "")),
        ("本年支出合计", _three("本年支出")),
        ("　　结余分配", _last("结余分配")),
        ("年末结转和结余", _last("年末结转和结余")),
    ],
)
"""收入支出决算总表: the labels of both halves with the items of their three columns."""

APPROPRIATION: tuple[Half, Half] = (
    [
        ("一、一般公共预算财政拨款", _last("一般公共预算财政拨款收入")),
        ("二、政府性基金预算财政拨款", _last("政府性基金预算财政拨款收入")),
        ("三、国有资本经营预算财政拨款", _last("国有资本经营预算财政拨款收入")),
        ("本年收入合计", _three("财政拨款收入")),
        ("年初财政拨款结转和结余", _last("年初财政拨款结转和结余")),
        ("一、一般公共预算财政拨款", ("", "", "")),
        ("二、政府性基金预算财政拨款", ("", "", "")),
    ],
    [
        ("一、一般公共服务支出", ("", "", "")),
        ("四、公共安全支出", ("", "", "")),
        ("八、社会保障和就业支出", ("", "", "")),
        ("本年支出合计", _three("财政拨款支出")),
        ("年末财政拨款结转和结余", _last("年末财政拨款结转和结余")),
        ("", ("", "", "")),
        ("", ("", "", "")),
    ],
)


def _car(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}{each}" for each in ("年初预算数", "全年预算数", "决算数"))


OPERATION: tuple[Half, Half] = (
    [
        ("一、“三公”经费支出", ("", "", "")),
        ("（一）支出合计", ("三公经费年初预算数", "三公经费全年预算数", "三公经费支出决算数")),
        ("1．因公出国（境）费", _car("因公出国（境）费")),
        ("2．公务用车购置及运行维护费", _car("公务用车购置及运行维护费")),
        ("（1）公务用车购置费", _car("公务用车购置费")),
        ("（2）公务用车运行维护费", _car("公务用车运行维护费")),
        ("3．公务接待费", _car("公务接待费")),
        ("（1）国内接待费", ("", "", "")),
        ("其中：外事接待费", ("", "", "外事接待费决算数")),
        ("二、会议费", ("", "", "会议费决算数")),
        ("三、培训费", ("", "", "培训费决算数")),
    ],
    [
        ("四、机关运行经费", ("", "", "机关运行经费决算数")),
        ("（一）行政单位", ("", "", "")),
        ("五、资产信息", ("", "", "")),
        ("（一）车辆数合计（辆）", ("", "", "车辆数")),
        ("六、政府采购支出信息", ("", "", "")),
        ("（一）政府采购支出合计", ("", "", "政府采购支出决算数")),
        ("1．政府采购货物支出", ("", "", "政府采购货物支出决算数")),
        ("2．政府采购工程支出", ("", "", "政府采购工程支出决算数")),
        ("3．政府采购服务支出", ("", "", "政府采购服务支出决算数")),
        ("（二）政府采购授予中小企业合同金额", ("", "", "授予中小企业合同金额")),
        ("其中：授予小微企业合同金额", ("", "", "授予小微企业合同金额")),
    ],
)

COUNTS = {"车辆数"}
TITLES = {"final": "收入支出决算总表", "appropriation": "财政拨款收入支出决算总表", "operation": "机构运行信息表"}
HALVES = {"final": FINAL, "appropriation": APPROPRIATION, "operation": OPERATION}


def _shown(figures: Figures, name: str, unit: str, style: str) -> str:
    """A figure in *unit* (figures are in yuan) as the style of the export writes it; blank where there is none."""
    if name not in figures:
        return ""
    value = figures[name] if name in COUNTS or unit == "元" else figures[name] / 10_000
    text = plain(value)
    if style == "thousands":
        whole, point, rest = text.partition(".")
        return f"{int(whole):,}{point}{rest}" if whole != "-0" else text
    if style == "wide":
        return text.translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－"))
    return text


def _heading(title: str, unit: str, year: int, number: str) -> list[Row]:
    return [[number], [title], ["编制单位：示例市对外联络办公室", f"{year}年度", f"金额单位：{unit}"]]


def layout(form: str, figures: Figures, name: str = "official", unit: str = "元", year: int = 2021) -> list[list[Row]]:
    """The sheets of *form*, as rows of texts."""
    left, right = HALVES[form]
    style = {"text": "thousands", "wide": "wide"}.get(name, "plain")

    def values(items: Sequence[str]) -> Row:
        return [_shown(figures, item, unit, style) for item in items]

    top = _heading(TITLES[form], unit, year, "财决01-1表" if form != "operation" else "财决附03表")
    if name in {"official", "text", "wide"}:
        sub = ["项目", "行次", *HEADINGS] * 2
        rows = [["收入", "", "", "", "", "支出"], sub, ["栏次", "", "1", "2", "3", "栏次", "", "4", "5", "6"]]
        for number, ((one, ones), (two, twos)) in enumerate(zip(left, right, strict=True), 1):
            rows.append([one, str(number), *values(ones), two, str(number + 40), *values(twos)])
        return [[*top, *rows]]
    lines = [(label, items) for label, items in (*left, *right) if label]
    if name == "single":
        return [[*top, ["项目", *HEADINGS], *([_bare(label), *values(items)] for label, items in lines)]]
    if name == "moved":
        head = ["决算数", "备注", "年初预算数", "项目", "代码", "全年预算数"]
        rows = [[v[2], "", v[0], label, "301", v[1]] for label, items in lines for v in [values(items)]]
        extra = [["附件2"], ["（本表由系统导出）"]]
        return [[*extra, *top, head, *rows, ["注：本表以元为单位时保留两位小数。"]]]
    halves = [[*top, ["项目", "行次", *HEADINGS]], [[f"{TITLES[form]}（续）"], *top[2:], ["项目", "行次", *HEADINGS]]]
    for sheet, half in zip(halves, (left, right), strict=True):
        sheet += [[label, "", *values(items)] for label, items in half if label]
    return halves


LAYOUTS = ("official", "text", "wide", "moved", "split", "single")


def _bare(label: str) -> str:
    return re.sub("^[一二三四五六七八]、", "", label.strip())


def _typed(text: str) -> str | float | int:
    """A number as a spreadsheet stores it."""
    bare = text.replace("-", "", 1).replace(".", "", 1)
    if not bare.isascii() or not bare.isdecimal():
        return text
    return int(text) if "." not in text else float(text)


def xlsx_of(sheets: Sequence[Sequence[Row]], names: Sequence[str] = (), number_format: str = "") -> bytes:
    """A workbook; title rows and the upper headings are merged over their columns."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for number, rows in enumerate(sheets):
        sheet = workbook.create_sheet(names[number] if names else f"Sheet{number + 1}")
        width = max(map(len, rows))
        for row, cells in enumerate(rows, 1):
            for column, text in enumerate(cells, 1):
                if text:
                    cell = sheet.cell(row, column, _typed(text))
                    if number_format and not isinstance(cell.value, str):
                        cell.number_format = number_format
            if len(cells) == 1 and width > 1:
                sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
            if cells[0] == "收入" and width == 10:
                sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=5)
                sheet.merge_cells(start_row=row, end_row=row, start_column=6, end_column=10)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def xls_of(rows: Sequence[Row]) -> bytes:
    """An old workbook of one sheet, all cells as text: its formats are the writer's own."""
    return old_workbook(rows)


def html_of(rows: Sequence[Row]) -> bytes:
    """What many systems call xls."""
    lines = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<html><head><meta charset="utf-8"></head><body><table>{table}</table></body></html>'.encode()


def shuffled(rows: list[Row], seed: int) -> list[Row]:
    """Rows below the headings of a sheet whose lines are all of the same rank, in another order."""
    body = rows[4:]
    random.Random(seed).shuffle(body)
    return [*rows[:4], *body]


def items_of(form: str) -> tuple[str, ...]:
    """The items that a form's lines give."""
    return tuple(item for half in HALVES[form] for _, items in half for item in items if item)
