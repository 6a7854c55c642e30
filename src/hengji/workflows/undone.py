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

_REPORT_TO_US: Final = "请把出错的这一段文字报告给衡绩的维护者；设环境变量 HENGJI_DEBUG=1 后重新运行，可看到细节"


def noting(name: str, undone: list[Finding]) -> OnFailure:
    """Adds to *undone* what a finder that breaks down on the file *name* leaves undone; all others go on."""

    from hengji.workflows.check_classes import class_words

    def note(kind: str, problem: Exception) -> None:
        if debugging() or isinstance(problem, OutOfTime | MemoryError):
            raise problem
        what = f"“{class_words().get(kind, kind)}”这一类检查"
        message = f"{what}没有做完：程序自身出错（{type(problem).__name__}：{problem}），其余各类照常"
        undone.append(Finding("error", message, Source(name), "check.undone", advice=_REPORT_TO_US))

    return note


def debugging() -> bool:
    return bool(os.environ.get("HENGJI_DEBUG"))
