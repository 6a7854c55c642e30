"""The tables that a department publishes with its budget, from one set of subjects, so that all of them agree.

Every amount is a place named table letter + code + column (``e20103T``: expenditure table, 款 20103, total). Amounts
are exact Decimals in 万元; `unit` and `code_columns` are a place's habits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from samples.independent.amounts import D, group, money
from samples.independent.drafting import place as m

__all__ = ["Budget", "Subject"]

Rows = list[list[str]]
_NONE = D(0)
_CHINESE = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Subject:
    """A 项 with its names down from 类. *basic* and *project* in 万元; *fund*: paid from 政府性基金."""

    code: str
    names: tuple[str, str, str]
    basic: Decimal
    project: Decimal
    fund: bool = False


@dataclass(frozen=True, slots=True)
class Budget:
    subjects: tuple[Subject, ...]
    economic: tuple[tuple[str, str, Decimal], ...]
    other_income: Decimal = _NONE
    carried: Decimal = _NONE
    yuan: bool = False
    commas: bool = False
    split_codes: bool = False
    blank_zero: bool = True

    def show(self, value: Decimal) -> str:
        if value == 0 and self.blank_zero:
            return ""
        return (group if self.commas else money)(value * 10_000 if self.yuan else value)

    def sum(self, prefix: str = "", part: str = "T", *, fund: bool | None = None) -> Decimal:
        """Of the subjects whose code begins with *prefix*: B basic, P project, T both."""
        chosen = [one for one in self.subjects if one.code.startswith(prefix) and fund in (None, one.fund)]
        return sum((one.basic * (part != "P") + one.project * (part != "B") for one in chosen), D(0))

    @property
    def granted(self) -> Decimal:
        """财政拨款 of the year."""
        return self.sum() - self.other_income - self.carried

    def classes(self) -> list[tuple[str, str]]:
        return list(dict.fromkeys((one.code[:3], one.names[0]) for one in self.subjects))

    def _tree(self, fund: bool | None = None) -> list[tuple[str, str]]:
        seen: dict[str, str] = {}
        for one in self.subjects:
            if fund in (None, one.fund):
                for size, name in zip((3, 5, 7), one.names, strict=True):
                    seen.setdefault(one.code[:size], name)
        return list(seen.items())

    def _code(self, code: str) -> list[str]:
        return [code[:3], code[3:5], code[5:7]] if self.split_codes else [code]

    def balance(self) -> Rows:
        """收支总表."""
        left = [
            ("一、一般公共预算拨款收入", self.granted - self.sum(fund=True), "ig"),
            ("二、政府性基金预算拨款收入", self.sum(fund=True), "if"),
            ("三、国有资本经营预算拨款收入", D(0), "is"),
            ("四、事业收入", D(0), "ib"),
            ("五、其他收入", self.other_income, "io"),
        ]
        right = [
            (f"{_CHINESE[i]}、{name}", self.sum(code), f"b{code}") for i, (code, name) in enumerate(self.classes())
        ]
        rows = [["收入", "<", "支出", "<"], ["项目", "预算数", "项目（按功能分类）", "预算数"]]
        for index in range(max(len(left), len(right))):
            rows.append([*self._pair(left, index), *self._pair(right, index)])
        year, total = self.granted + self.other_income, self.sum()
        rows.append(["本年收入合计", m("iyear", self.show(year)), "本年支出合计", m("byear", self.show(total))])
        if self.carried:
            rows.append(["上年结转结余", m("icarry", self.show(self.carried)), "结转下年", ""])
        rows.append(["收入总计", m("itotal", self.show(total)), "支出总计", m("btotal", self.show(total))])
        return rows

    def _pair(self, items: list[tuple[str, Decimal, str]], index: int) -> list[str]:
        if index >= len(items):
            return ["", ""]
        title, amount, name = items[index]
        return [title, m(name, self.show(amount))]

    def income(self, units: list[tuple[str, Decimal]]) -> Rows:
        """收入总表 by unit; the amounts of *units* are their budget, the first one has the other and carried income."""
        rows = [["单位名称", "合计", "上年结转", "本年收入", "<", "<"], ["^", "^", "^", "小计", "财政拨款", "其他收入"]]
        for index, (name, amount) in enumerate(units):
            other, carried = (self.other_income, self.carried) if index == 0 else (D(0), D(0))
            rows.append(
                [
                    name,
                    *(
                        m(f"n{index}{col}", self.show(value))
                        for col, value in zip(
                            "TCYGO", (amount, carried, amount - carried, amount - carried - other, other), strict=True
                        )
                    ),
                ]
            )
        total = self.sum()
        rows.append(
            [
                "合计",
                *(
                    m(f"nsum{col}", self.show(value))
                    for col, value in zip(
                        "TCYGO",
                        (total, self.carried, total - self.carried, self.granted, self.other_income),
                        strict=True,
                    )
                ),
            ]
        )
        return rows

    def expenditure(self, letter: str, fund: bool | None = None) -> Rows:
        """A table of subjects with 合计, 基本支出, 项目支出: 支出总表, 一般公共预算支出表, 政府性基金表."""
        head = [["科目编码", "<", "<"], ["类", "款", "项"]] if self.split_codes else [["科目编码"], ["^"]]
        rows = [[*head[0], "科目名称", "合计", "基本支出", "项目支出"], [*head[1], "^", "^", "^", "^"]]
        if not self.split_codes:
            rows.pop()
        for code, name in self._tree(fund):
            rows.append([*self._code(code), name, *self._three(letter + code, lambda part, c=code: self.sum(c, part))])
        blank = ["合计"] + ["<"] * (len(head[0])) if self.split_codes else ["", "合计"]
        rows.append([*blank, *self._three(letter + "sum", lambda part: self.sum("", part, fund=fund))])
        return rows

    def _three(self, name: str, amount: Callable[[str], Decimal]) -> list[str]:
        return [m(name + part, self.show(amount(part))) for part in "TBP"]

    def grants(self) -> Rows:
        """财政拨款收支总表; other income is taken to pay nothing that is listed, so it must be zero."""
        general, fund = self.sum(fund=False), self.sum(fund=True)
        rows = [
            ["收入", "<", "支出", "<", "<", "<"],
            ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算"],
        ]
        left = [
            ("一、一般公共预算拨款", general - self.carried, "ga"),
            ("二、政府性基金预算拨款", fund, "gb"),
            ("三、上年结转", self.carried, "gc"),
        ]
        for index, (code, name) in enumerate(self.classes()):
            pay = [self.sum(code), self.sum(code, fund=False), self.sum(code, fund=True)]
            cells = [m(f"g{code}{part}", self.show(value)) for part, value in zip("TGF", pay, strict=True)]
            rows.append([*self._pair(left, index), f"（{_CHINESE[index]}）{name}", *cells])
        rows.append(
            [
                "收入总计",
                m("gin", self.show(general + fund)),
                "支出总计",
                m("gout", self.show(general + fund)),
                m("goutG", self.show(general)),
                m("goutF", self.show(fund)),
            ]
        )
        return rows

    def basics(self) -> Rows:
        """基本支出表 by economic classification: staff 301 and 303, operating 302 and 310."""
        rows = [
            ["经济分类科目", "<", "本年一般公共预算基本支出", "<", "<"],
            ["科目编码", "科目名称", "合计", "人员经费", "公用经费"],
        ]
        totals = {"T": D(0), "S": D(0), "O": D(0)}
        for code, name, listed in self.economic:
            amount = listed
            if len(code) == 3:
                amount = sum(
                    (value for other, _, value in self.economic if other.startswith(code) and len(other) > 3), D(0)
                )
            staff = amount if code[:3] in ("301", "303") else D(0)
            cells = {"T": amount, "S": staff, "O": amount - staff}
            rows.append([code, name, *(m(f"k{code}{part}", self.show(value)) for part, value in cells.items())])
            if len(code) > 3:
                totals = {part: totals[part] + cells[part] for part in totals}
        if totals["T"] != self.sum("", "B"):
            raise ValueError(f"basic expenditure {self.sum('', 'B')} by subject, {totals['T']} by economic class")
        rows.append(["", "合计", *(m(f"ksum{part}", self.show(value)) for part, value in totals.items())])
        return rows

    def staff_money(self) -> Decimal:
        return sum((value for code, _, value in self.economic if code[:3] in ("301", "303") and len(code) > 3), D(0))
