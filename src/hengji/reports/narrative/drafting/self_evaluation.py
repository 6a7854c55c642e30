"""The draft of a department's self-evaluation report: seven chapters, from its functions to where it is published."""

from __future__ import annotations

from collections.abc import Iterable

from hengji.facts.narrative import Narrative, Passage, Section
from hengji.facts.scorecard import NodeScore
from hengji.reports.narrative.drafting.goals import attainment_lines, duty_lines, goal_passages
from hengji.reports.narrative.drafting.leaves import (
    Concern,
    ask,
    concern_of,
    is_goal,
    leaf_paragraph,
    name_of,
    undecided,
)
from hengji.reports.narrative.drafting.problems import advice_lines, problem_lines
from hengji.reports.narrative.subject import Subject

__all__ = ["draft_self_evaluation"]


def draft_self_evaluation(subject: Subject) -> Narrative:
    """Every chapter; what the data do not say is asked for in place."""
    return Narrative(
        (
            Section("概况", "部门概况", _about(subject)),
            Section("目标完成", "绩效目标完成情况", _result(subject)),
            Section("预算执行", "预算及执行情况", _budget(subject)),
            Section("履职完成", "履职完成情况", _concerned("履职完成", "output", subject)),
            Section("履职效果", "履职效果情况", _concerned("履职效果", "effect", subject)),
            Section("问题与改进", "存在的问题及改进措施", _problems(subject)),
            Section("结果应用", "绩效自评结果拟应用和公开情况", _use()),
        )
    )


def _about(subject: Subject) -> tuple[Passage, ...]:
    duties = duty_lines(subject) or [ask("本年度的总体目标和主要工作任务")]
    work = "根据{方案依据}，{单位}对照《{方案}》，对{年度}年度部门整体支出开展绩效自评，满分{满分}。" + ask(
        "自评工作的组织、人员和过程"
    )
    return (
        Passage("概况.职责", ask("主要职责、内设机构、编制人数和实有人数"), title="主要职责、机构设置和人员情况"),
        Passage("概况.任务", "\n".join(duties), title="年度履职目标和工作任务"),
        Passage("概况.自评工作", work, title="绩效自评工作开展情况"),
    )


def _result(subject: Subject) -> tuple[Passage, ...]:
    return (
        Passage("目标完成.得分", "\n".join(score_lines(subject)), title="自评得分"),
        Passage("目标完成.目标", "\n".join(attainment_lines(subject)), title="绩效目标实现情况"),
    )


def score_lines(subject: Subject) -> list[str]:
    """The result in a sentence, then as a table and a chart."""
    card = subject.card
    tops = [node for node in card.nodes if node.level == 1]
    if card.total is None:
        return [undecided("自评"), "{表:得分}"]
    listed = "，".join(f"{node.name}{{得分:{name_of(node, subject)}}}" for node in tops if node.score is not None)
    said = "{单位}{年度}年度部门整体支出绩效自评得分{总分}" + (f"，其中：{listed}。" if "，" in listed else "。")
    graded = "评定等级为“{等级}”，总失分{总失分}。" if card.grade else ""
    return [said + graded, "{表:得分}", "{图:得分}"]


def _budget(subject: Subject) -> tuple[Passage, ...]:
    leaves = [leaf for leaf in subject.card.leaves if concern_of(leaf) == "management"]
    lines = [_titled(leaf, subject) for leaf in leaves if not is_goal(leaf)]
    execution = lines or [ask("全年预算数、执行数、执行率，以及偏离预算的原因")]
    money = ["本年度主要收支和资金数据如下表。", "{表:数据}"] if _has_money(subject) else []
    return (
        Passage("预算执行.执行", "\n".join([*money, "{图:执行}", *execution]), title="预算执行和管理情况"),
        Passage("预算执行.上年", "\n".join(change_lines(subject)), title="与上年相比的变化"),
        *goal_passages("预算执行", "management", subject),
    )


def _has_money(subject: Subject) -> bool:
    return any(item.unit.is_money for item in subject.evaluation.data)


def change_lines(subject: Subject) -> list[str]:
    """This year against last, each with the word for its direction."""
    said = [f"{now}为{{{now}}}，与上年相比{{变化:{now},{then}}}。" for now, then in subject.pairs]
    asked = ask("增减变化的主要原因") if said else ask("主要收支与上年相比的增减变化和原因")
    charts = ["{图:历年}"] if len(subject.previous) > 0 else []
    return ["".join(said) + asked, *charts]


def _concerned(key: str, concern: Concern, subject: Subject) -> tuple[Passage, ...]:
    leaves = [leaf for leaf in subject.card.leaves if concern_of(leaf) == concern]
    lines = [_titled(leaf, subject) for leaf in _without_goals(leaves)]
    what = "各项工作任务的完成情况" if concern == "output" else "履职产生的经济、社会、生态效益和服务对象满意度"
    goals = goal_passages(key, concern, subject)
    if not lines and not goals:
        return (Passage(f"{key}.情况", ask(what)),)
    own = (Passage(f"{key}.指标", "\n".join(lines), title="评分指标得分情况"),) if lines else ()
    return (*own, *goals, Passage(f"{key}.补充", ask(f"{what}，以佐证材料为据"), title="主要做法和成效"))


def _without_goals(leaves: Iterable[NodeScore]) -> list[NodeScore]:
    return [leaf for leaf in leaves if not is_goal(leaf)]


def _titled(leaf: NodeScore, subject: Subject) -> str:
    return f"{leaf.name}。{leaf_paragraph(leaf, subject)}"


def _problems(subject: Subject) -> tuple[Passage, ...]:
    found = problem_lines(subject) or [ask("自评中发现的问题及原因")]
    advice = advice_lines(subject) or [ask("改进的方向和具体措施")]
    return (
        Passage("问题与改进.问题", "\n".join(found), title="存在的主要问题及原因"),
        Passage("问题与改进.措施", "\n".join(advice), title="改进措施"),
    )


def _use() -> tuple[Passage, ...]:
    return (
        Passage("结果应用.应用", ask("自评结果怎样用于改进管理、完善政策和安排预算"), title="结果应用"),
        Passage("结果应用.公开", ask("自评结果公开的时间、方式和范围；不公开的，写明依据"), title="公开情况"),
        Passage("落款", "{单位}\n" + ask("成文日期")),
    )
