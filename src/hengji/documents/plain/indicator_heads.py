"""The names over an indicator's row in the form 项目支出绩效自评表: its level, target, what was done, points, score."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["BRANCH", "LEVEL", "TAIL", "is_tail"]

LEVEL: Final = re.compile("[一二三]级指标|指标名称")
BRANCH: Final = re.compile(r"[\u4e00-\u9fff]{2,8}(?:指标|成本|效益|影响|满意度)(?:[（(]\d{1,3}分?[)）])?")
TAIL: Final = (
    re.compile(r"(?:年度|全年|预期|计划|年初)?(?:绩效)?(?:指标|目标|计划)值?|(?:预期|计划)(?:完成)?值"),
    re.compile(r"(?:全年|年度)?(?:实际)?(?:完成|实现)(?:值|情况|数)?|实际值"),
    re.compile("分值|权重|满分"),
    re.compile("(?:自评|评价)?得分"),
)
"""Target, done, points and score, as they stand side by side."""


def is_tail(texts: Sequence[str]) -> bool:
    """Whether *texts* are the four names in their order."""
    return len(texts) == len(TAIL) and all(name.fullmatch(text) for name, text in zip(TAIL, texts, strict=True))
