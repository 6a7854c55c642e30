"""Which passages of text a form asks for at each stage. Their keys are those that the reports draft and read."""

from __future__ import annotations

from typing import Final

from hengji.facts.workbook_layout import Stage
from hengji.reports.workbook.form import Passage

__all__ = ["passages_of"]

_ASKED: Final[dict[Stage, tuple[tuple[str, str, str], ...]]] = {
    "goals": (
        ("目标.职能", "部门职能", "主要职责、内设机构、所属单位"),
        ("目标.总体目标", "年度总体目标", "本年度要完成的主要工作和要达到的效果"),
    ),
    "monitoring": (
        ("监控.进展", "目标进展", "截至检查时点各项目标的进展"),
        ("监控.偏差", "偏差和原因", "没有达到进度的目标、预算执行的偏差，及其原因"),
        ("监控.措施", "纠偏措施", "下一步的措施、责任人和时限"),
    ),
    "self-evaluation": (
        ("概况.职责", "主要职责、机构设置和人员情况", "主要职责、内设机构、编制人数和实有人数"),
        ("概况.任务", "年度履职目标和工作任务", "本年度的总体目标和主要工作任务"),
        ("概况.自评工作", "自评工作开展情况", "自评工作的组织、人员和过程"),
        ("问题与改进.问题", "存在的主要问题及原因", "自评中发现的问题，逐条写明原因"),
        ("问题与改进.措施", "改进措施", "改进的方向和具体措施"),
        ("结果应用.应用", "结果应用", "自评结果怎样用于改进管理、完善政策和安排预算"),
        ("结果应用.公开", "公开情况", "公开的时间、方式和范围；不公开的，写明依据"),
    ),
    "verification": (
        ("概要.部门", "部门基本情况", "部门性质、主要职责"),
        ("概要.机构", "机构设置与人员情况", "内设机构、下属单位、编制人数和实有人数"),
        ("原则与方法.方法", "核查方法和过程", "核查的方式、起止时间和人员"),
        ("主要绩效.成效", "主要绩效", "有佐证材料支持的主要成效"),
        ("存在问题.问题", "存在问题", "核查发现的问题，逐条写明依据"),
        ("有关建议.建议", "有关建议", "针对问题的建议"),
    ),
}


def passages_of(stage: Stage, written: dict[str, str]) -> tuple[Passage, ...]:
    """The passages of *stage*; *written* is what people wrote before, by key: none of it is left out."""
    asked = [Passage(key, title, hint, written.get(key, "")) for key, title, hint in _ASKED[stage]]
    known = {passage.key for passage in asked}
    return (*asked, *(Passage(key, key, "", text) for key, text in written.items() if key not in known))
