"""Parts that are counted by what some have and others have not, or by traits of several sorts: they make no whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["TRAITS", "by_some_trait", "in_post", "is_first_kind", "of_answers_alone", "overlapping"]

TRAITS = tuple(
    map(
        re.compile,
        (
            "党员|团员|群众$",
            "女|男",
            "本科|研究生|硕士|博士|大专|学历",
            "高级|中级|初级|职称|教授|副高|正高|高工",
            "民族",
            "岁",
        ),
    )
)
_SERVING = re.compile("在职|在编|在岗|离休|退休")
_RANKS = re.compile("高级|中级|初级|职称|教授|副高|正高|高工|持证|骨干|带头人")
_SENT = re.compile("发放|发出|下发|寄出")
_BACK = re.compile("收回|回收|有效")
_THE_REST = re.compile("其他|其余|无|未|及以下|以下|员级|群众")
_ANSWERS = re.compile("满意|合格|优秀|达标|[”」]的?(?:人数|份数)?(?:合计|共)")
_BY_KINDS = re.compile(
    r"[从按][^，。；：]{1,10}(?:方式|类型|类别|性质|形式|构成|结构|渠道|用途|去向|程度)来?(?:看|分|划分)[，：](?P<first>[^，。；：]*)$"
)


def is_first_kind(before: str) -> bool:
    """从结案方式看，调解 a，裁决 b: what stands right behind such words is one kind, and no total of the others."""
    told = _BY_KINDS.search(before)
    return told is not None and re.search("总|合计|共|累计|全部", told["first"]) is None


def by_some_trait(labels: Sequence[str]) -> bool:
    """Whether the parts have what not everyone has, a professional title or a party: the others are not counted."""
    ranked = all(_RANKS.search(label) for label in labels) and not any(_THE_REST.search(label) for label in labels)
    return bool(labels) and ranked


def overlapping(labels: Sequence[str]) -> bool:
    """Whether the parts are counted by traits of several sorts (党员, 女性, 研究生), so that one person is in two."""
    if any(re.search("^(?:超额|提前)", label) for label in labels):
        return True  # 完成 12 项，超额完成 4 项: the second are among the first
    if any(_SENT.search(label) for label in labels) and any(_BACK.search(label) for label in labels):
        return True  # 发放 60 份，收回 60 份，满意 58 份: one batch of papers on its way
    sorts = {index for label in labels for index, trait in enumerate(TRAITS) if trait.search(label)}
    return len(sorts) > 1


def in_post(total: str, labels: Sequence[str]) -> bool:
    """编制 15 人，实有在职 14 人，实有离休 0 人: those who serve are no parts of the posts."""
    return "编制" in total and all(_SERVING.search(label) for label in labels)


def of_answers_alone(total: str, parts: str) -> bool:
    """回答“满意”和“比较满意”的合计 402 份 behind counts of people: *total* is told of answers, *parts* are not."""
    return _ANSWERS.search(total) is not None and _ANSWERS.search(parts) is None
