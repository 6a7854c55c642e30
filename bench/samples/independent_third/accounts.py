"""Tables of final accounts and budgets from one list of items: every sum in them is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from samples.independent.amounts import money
from samples.independent.drafting import place

__all__ = ["Books"]

NAMES = {
    "201": "一般公共服务支出", "204": "公共安全支出", "207": "文化旅游体育与传媒支出", "208": "社会保障和就业支出",
    "210": "卫生健康支出", "213": "农林水支出", "221": "住房保障支出", "224": "灾害防治及应急管理支出",
    "20406": "司法", "20701": "文化和旅游", "20703": "体育", "20805": "行政事业单位养老支出",
    "21011": "行政事业单位医疗", "21302": "林业和草原", "22102": "住房改革支出", "22401": "应急管理事务",
}  # fmt: skip
ORDINALS = ("一", "二", "三", "四", "五", "六")
Item = tuple[str, str, Decimal, Decimal]
Row = tuple[str, ...]


@dataclass
class Books:
    """*items*: code, name, basic, project, in 万元. *marks*: names of places by table, code and column."""

    items: list[Item]
    shown: Callable[[Decimal], str] = money
    marks: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    zero: str = ""

    def basic(self, prefix: str = "") -> Decimal:
        return sum((item[2] for item in self.items if item[0].startswith(prefix)), Decimal(0))

    def project(self, prefix: str = "") -> Decimal:
        return sum((item[3] for item in self.items if item[0].startswith(prefix)), Decimal(0))

    def total(self, prefix: str = "") -> Decimal:
        return self.basic(prefix) + self.project(prefix)

    def classes(self) -> list[str]:
        return list(dict.fromkeys(item[0][:3] for item in self.items))

    def cell(self, table: str, code: str, column: str, value: Decimal) -> str:
        """The figure of a cell, a place where it is marked; an empty cell for nothing."""
        text = self.shown(value) if value else self.zero
        name = self.marks.get((table, code, column))
        return place(name, text) if name else text

    def tree(self) -> Iterable[tuple[str, str]]:
        """Codes and names: class, group, item."""
        seen = set()
        for code, name, _, _ in self.items:
            for size in (3, 5):
                if code[:size] not in seen:
                    seen.add(code[:size])
                    yield code[:size], NAMES[code[:size]]
            yield code, name

    def spending(self, table: str) -> list[Row]:
        """Code, name, total, basic, project; the total first."""
        rows: list[Row] = []
        for code, name in (("", "合计"), *self.tree()):
            values = (("total", self.total(code)), ("basic", self.basic(code)), ("project", self.project(code)))
            rows.append((code, name, *(self.cell(table, code or "all", *one) for one in values)))
        return rows

    def income(self, table: str, blanks: int) -> list[Row]:
        """Code, name, total, grants, and *blanks* columns of nothing."""
        rows: list[Row] = []
        for code, name in (("", "合计"), *self.tree()):
            whole = self.total(code)
            cells = (self.cell(table, code or "all", "total", whole), self.cell(table, code or "all", "grant", whole))
            rows.append((code, name, *cells, *([self.zero] * blanks)))
        return rows

    def overview(self, table: str, income: list[tuple[str, Decimal]], foot: Sequence[Row]) -> list[Row]:
        """Income left, classes of spending right; *foot*: the closing rows."""
        left = [(name, self.shown(value) if value else self.zero) for name, value in income]
        right = [
            (f"{ORDINALS[index]}、{NAMES[code]}", self.cell(table, code, "total", self.total(code)))
            for index, code in enumerate(self.classes())
        ]
        size = max(len(left), len(right))
        left += [("", "")] * (size - len(left))
        right += [("", "")] * (size - len(right))
        return [(*one, *other) for one, other in zip(left, right, strict=True)] + list(foot)
