"""A share or a rate written without its %: 公务接待费 1.58 万元，占总额的 5.06，比上年减少."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["bare_rates"]

_BARE = re.compile(
    r"(?P<name>占(?![用地道])[^，。；：、（）\d]{0,18}?(?:的(?:比[例重率]|百分比)?|比[例重]?|比率)(?:为|是|达)?"
    r"|占(?=\s*\d{1,3}\.\d\d(?!\d))"
    r"|(?:执行|完成|支付|到位|支出|使用|办结|合格|覆盖)率(?:为|是|达到?)?)"
    r"\s*(?P<value>\d{1,3}\.\d{1,2})(?=[，。；,;])"
    r"|(?:办结|合格|覆盖|执行|完成)率(?:为|达到?)?\s*(?P<hundred>100)(?=\s?[，。；,;])"
)


_BLANK = re.compile(r"占(?![用地道])[^，。；：、（）\d]{1,16}?(?:的|为|达)?\s*(?P<sign>[%％])(?=[，。；、,;])")


def bare_rates(context: Context) -> Iterator[Relation]:
    """Every such figure of running text that has decimals, is more than 1 and not above 100; every % without one."""
    flow = flowing(context)
    for match in _BLANK.finditer(flow.text):
        start, end = flow.span(match.start(), match.end("sign"))
        if context.table_at(start) is None:
            says = f"“{match[0].strip()}”里没有填写比例的数字。请补填。"
            place = (piece(context, "stated", start, end),)
            yield Relation(
                "structure", "error", place, "比例应写明数字", "实际比例", "空白", says, "漏填数字", "medium"
            )
    for match in _BARE.finditer(flow.text):
        which = "value" if match["value"] else "hundred"
        whole = int(match[which].partition(".")[0])
        if not 1 < whole <= 100:
            continue  # 0.86 may be a ratio, and is one where it stands alone
        start, end = flow.span(match.start(which), match.end(which))
        if context.table_at(start) is not None:
            continue
        yield Relation(
            "unit",
            "error",
            (piece(context, "stated", start, end),),
            "比例应写明“%”",
            f"{match[which]}%",
            match[which],
            f"“{match[0].strip()}”后面没有“%”。请补上百分号。",
            "漏写“%”",
            "medium",
        )
