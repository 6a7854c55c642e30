"""What is told where a finder of the check breaks down: its class is not done on this file, all others are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from hengji.facts.findings import Finding
from hengji.facts.sources import Source
from hengji.workflows.bounds import OutOfTime

if TYPE_CHECKING:
    from hengji.checks.check import OnFailure

__all__ = ["debugging", "noting"]

_OTHER_CLASSES: Final = {
    "bounds": "上下限",
    "claims": "完成的说法",
    "direction": "增减方向",
    "headcount": "编制与人数",
    "names": "科目名称与编码",
    "titles": "标题",
    "table_sums": "表内合计",
    "table_rates": "表内比率",
    "table_policy": "表内政策规定",
    "goal_funds": "目标表资金",
}
"""What the finders are called that bring several kinds of relations."""
_REPORT_TO_US: Final = "请把出错的这一段文字报告给衡绩的维护者；设环境变量 HENGJI_DEBUG=1 后重新运行，可看到细节"


def noting(name: str, undone: list[Finding]) -> OnFailure:
    """Adds to *undone* what a finder that breaks down on the file *name* leaves undone; all others go on."""

    from hengji.reports.check_words import KIND_WORDS

    def note(kind: str, problem: Exception) -> None:
        if debugging() or isinstance(problem, OutOfTime | MemoryError):
            raise problem
        words = _OTHER_CLASSES | {str(each): word for each, word in KIND_WORDS.items()}
        what = f"“{words.get(kind, kind)}”这一类检查"
        message = f"{what}没有做完：程序自身出错（{type(problem).__name__}：{problem}），其余各类照常"
        undone.append(Finding("error", message, Source(name), "check.undone", advice=_REPORT_TO_US))

    return note


def debugging() -> bool:
    return bool(os.environ.get("HENGJI_DEBUG"))
