"""What was lost and what to do about it: problems from lost points and missed goals, advice from coded reasons."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from hengji.facts.scorecard import NodeScore
from hengji.reports.narrative.drafting.leaves import ask, name_of
from hengji.reports.narrative.explaining import lost_by, reasons
from hengji.reports.narrative.subject import Subject

__all__ = ["advice_lines", "lost_leaves", "missed_goals", "problem_lines"]

_ADVICE: Final[dict[str, str]] = {
    "unmet": "对没有达到要求的事项逐一查明原因，定出整改措施、责任人和时限，年内跟踪落实",
    "evidence": "平时就按评分要点归集佐证材料，随办随存，做到每一项得分都有材料可查",
    "figure": "填报前与决算报表、预算批复逐项核对，做到同一数据在各表中一致",
    "calculation": "自评得分由两人分别计算、互相复核，附上算式和数据出处",
    "standard": "组织填报人员学习评分标准，拿不准的口径事先向财政部门问清楚",
    "compliance": "对审计、检查指出的问题建立台账，逐条整改销号，并完善相应的内部控制制度",
    "late": "把各项报送、公开时限列入年度工作日程，指定专人提醒和督办",
    "disclosure": "按规定的时间、范围和内容公开预决算与绩效信息；不宜公开的，事先按程序报批并留存依据",
    "bonus": "申报加分前先对照加分条件，备齐证明材料",
}
_BY_FIGURES: Final = "细化预算编制，按进度执行预算，年中对执行偏慢、偏离计划的事项及时分析和调整"
_BY_GOALS: Final = "对没有实现的绩效目标分析原因；目标定得不切实际的，下一年度据实调整指标值"


def lost_leaves(subject: Subject) -> tuple[NodeScore, ...]:
    """Indicators that lost points, most first."""
    losing = [leaf for leaf in subject.card.leaves if leaf.lost is not None and leaf.lost > 0]
    return tuple(sorted(losing, key=lambda leaf: -(leaf.lost or Fraction(0))))


def missed_goals(subject: Subject) -> tuple[NodeScore, ...]:
    """Goals that were not attained and are not among the indicators that lost points."""
    lost = {leaf.path for leaf in lost_leaves(subject)}
    return tuple(leaf for leaf in subject.card.leaves if leaf.attained is False and leaf.path not in lost)


def problem_lines(subject: Subject) -> list[str]:
    """A numbered line per problem."""
    said = [_lost_line(leaf, subject) for leaf in lost_leaves(subject)]
    said += [_missed_line(leaf, subject) for leaf in missed_goals(subject)]
    return [f"{number}.{words}" for number, words in enumerate(said, start=1)]


def _lost_line(leaf: NodeScore, subject: Subject) -> str:
    name = name_of(leaf, subject)
    start = f"{leaf.name}方面失分{{失分:{name}}}"
    if reasons(leaf):
        return f"{start}。{{理由:{name}}}。"
    if leaf.target:
        return f"{start}。指标值为{{目标:{name}}}，完成值为{{完成值:{name}}}。"
    return f"{start}。{{失分过程:{name}}}。" if lost_by(leaf) else f"{start}。{ask('失分的原因')}"


def _missed_line(leaf: NodeScore, subject: Subject) -> str:
    name = name_of(leaf, subject)
    why = f"{{理由:{name}}}。" if reasons(leaf) else ask("没有实现的原因")
    return f"“{leaf.name}”没有实现。指标值为{{目标:{name}}}，完成值为{{完成值:{name}}}。{why}"


def advice_lines(subject: Subject) -> list[str]:
    """A numbered line per kind of reason that cost points, in the order of the problems."""
    said: dict[str, None] = {}
    for leaf in lost_leaves(subject):
        for reason in leaf.reasons:
            if reason.code in _ADVICE:
                said[_ADVICE[reason.code]] = None
        if not leaf.reasons and not leaf.target:
            said[_BY_FIGURES] = None
    if missed_goals(subject) or any(leaf.target for leaf in lost_leaves(subject)):
        said[_BY_GOALS] = None
    return [f"{number}.{words}。" for number, words in enumerate(said, start=1)]
