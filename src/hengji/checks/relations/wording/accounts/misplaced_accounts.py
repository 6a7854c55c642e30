"""Accounts in the wrong list: 人员经费…主要包括：基本工资、…、委托业务费。公用经费…主要包括：办公费、…、住房公积金。

人员经费 is what classes 301 and 303 hold, 公用经费 what 302 and 310 do; only accounts that nobody counts otherwise
are read, and only one or two strangers in a list of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.accounts.account_lists import account_lists
from hengji.facts.relation import Relation

__all__ = ["find_misplaced_accounts"]

_OF_STAFF: Final = frozenset(
    re.findall(
        r"\S+",
        "基本工资 津贴补贴 奖金 伙食补助费 绩效工资 机关事业单位基本养老保险缴费 机关事业单位基本养老保险费"
        " 职业年金缴费 职工基本医疗保险缴费 城镇职工基本医疗保险缴费 公务员医疗补助缴费 其他社会保障缴费 住房公积金"
        " 离休费 退休费 抚恤金 生活补助 助学金 奖励金"
        " 其他工资福利支出 其他对个人和家庭的补助 其他对个人和家庭的补助支出",
    )
)
_OF_OFFICE: Final = frozenset(
    re.findall(
        r"\S+",
        "办公费 印刷费 咨询费 手续费 水费 电费 邮电费 取暖费 物业管理费 差旅费 维修（护）费 租赁费 会议费 培训费"
        " 公务接待费 专用材料费 被装购置费 专用燃料费 委托业务费 公务用车运行维护费 办公设备购置",
    )
)
_FEWEST, _MOST = 3, 2  # accounts of the list's own kind beside which one or two strangers are misplaced


def find_misplaced_accounts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``: the list holds its own kind alone, or a stranger."""
    for listed in account_lists(context):
        own, others, right = (
            (_OF_STAFF, _OF_OFFICE, "公用经费") if listed.kind == "人员" else (_OF_OFFICE, _OF_STAFF, "人员经费")
        )
        strangers = [(name, place) for name, place in listed.items if name in others]
        fellows = sum(name in own for name, _ in listed.items)
        if fellows < _FEWEST or len(strangers) > _MOST:
            continue
        for name, place in strangers:
            yield slip(
                context,
                [listed.place, place],
                "error",
                f"“{name}”属于{right}，这里却列在“{listed.kind}经费”里（政府支出经济分类科目）。请核对后移到{right}。",
                rule="人员经费与公用经费按经济分类科目划分",
                expected=right,
                severity="medium",
            )
