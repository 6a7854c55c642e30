"""机关运行经费 above all that was spent on goods and services: 机关运行经费 2341.24 万元, 公用支出 107.52 万元.

What an office pays for goods and services to keep running is part of its public expenses; whoever tells more has mostly
copied its whole basic expenditure, people included.
Source: 国务院《机关事务管理条例》（国务院令第621号）第十条; the explanation of terms of every final account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["running_costs"]

_N: Final = r"\s?(?P<n>\d[\d,]{0,15}(?:\.\d{1,4})?)\s?万元"
_RUNNING: Final = re.compile(rf"机关运行经费(?:支出|预算|决算|财政拨款|安排|总额|数|共计?|为|是){{0,4}}{_N}")
_PUBLIC: Final = re.compile(rf"公用(?:支出|经费)(?:支出|预算|决算|财政拨款|安排|合计|数|为|是|：){{0,4}}{_N}")
_WHOLE: Final = re.compile(
    rf"(?:基本支出|行政运行(?:（[^（）]{{1,8}}）)?)(?:支出|预算|决算|合计|数|为|是|：){{0,4}}{_N}"
)
_OTHER_YEAR: Final = re.compile(r"(?:上年|去年|20\d\d年度?)[^，。；\d]{0,6}$")


def running_costs(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``: an error where the amount is that of the basic expenditure, else a question."""
    flow = flowing(context)
    running = [match for match in _RUNNING.finditer(flow.text) if not _of_another_year(flow, match)]
    public = list(_PUBLIC.finditer(flow.text))
    if len({match["n"] for match in running}) != 1 or not public:
        return
    stated, most = running[0], max(public, key=lambda match: read_number(match["n"]) or 0)
    spent, bound = read_number(stated["n"]), read_number(most["n"])
    if spent is None or bound is None or spent - bound < 1:
        return
    copied = next((match for match in _WHOLE.finditer(flow.text) if read_number(match["n"]) == spent), None)
    named = [("bound", most), *([("witness", copied)] if copied is not None else []), ("stated", stated)]
    figures = tuple(piece(context, role, *flow.of(match, "n")) for role, match in named)
    why = f"，与“{copied[0].split(copied['n'])[0].strip()}”是同一个数，像是把人员经费也算了进去" if copied else ""
    yield Relation(
        "policy", "error" if copied else "suspicious", figures, "机关运行经费 ≤ 公用经费", f"≤ {most['n']}万元",
        f"{stated['n']}万元", f"机关运行经费 {stated['n']} 万元，多于公用经费 {most['n']} 万元{why}。请核对口径。",
        "机关运行经费应只含购买货物和服务的支出。", "medium",
    )  # fmt: skip


def _of_another_year(flow: Flowing, match: re.Match[str]) -> bool:
    """比2021年机关运行经费 98 万元增加…: what is compared with."""
    before = flow.text[max(0, match.start() - 16) : match.start()]
    return _OTHER_YEAR.search(before) is not None and re.search("比|较|与", before) is not None
