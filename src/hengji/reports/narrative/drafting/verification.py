"""The draft of a verification report: outline, principles, conclusion, one paragraph per indicator, advice."""

from __future__ import annotations

from hengji.facts.narrative import Narrative, Passage, Section
from hengji.facts.scorecard import NodeScore
from hengji.reports.narrative.drafting.goals import attainment_lines, duty_lines
from hengji.reports.narrative.drafting.leaves import (
    ask,
    branch_sentence,
    concern_of,
    is_goal,
    leaf_paragraph,
    name_of,
    undecided,
)
from hengji.reports.narrative.drafting.problems import advice_lines, problem_lines
from hengji.reports.narrative.explaining import points_kept
from hengji.reports.narrative.subject import Subject

__all__ = ["draft_verification"]

_LOWEST_HEADING = 4


def draft_verification(subject: Subject) -> Narrative:
    """Every chapter; what the data do not say is asked for in place."""
    return Narrative(
        (
            Section("概要", "评价部门概要", _outline(subject)),
            Section("原则与方法", "绩效自评核查原则与方法", _principles()),
            Section("结论", "评价结论", _conclusion(subject)),
            Section("指标分析", "绩效指标分析", _analysis(subject)),
            Section("主要绩效", "主要绩效", (Passage("主要绩效.成效", "\n".join(_merits(subject))),)),
            Section("存在问题", "存在问题", (Passage("存在问题.问题", "\n".join(_problems(subject))),)),
            Section("有关建议", "有关建议", (*_advice(subject), _signature())),
        )
    )


def _outline(subject: Subject) -> tuple[Passage, ...]:
    funds = ["{单位}{年度}年度主要收支和资金数据如下表。", "{表:数据}", "{图:执行}"]
    has_money = any(item.unit.is_money for item in subject.evaluation.data)
    goals = duty_lines(subject) or [ask("部门整体绩效目标")]
    if any(is_goal(leaf) for leaf in subject.card.leaves):
        goals = [*goals, *attainment_lines(subject)]
    data = funds if has_money else [ask("年初预算、调整预算和决算数")]
    changes = [f"{now}为{{{now}}}，与上年相比{{变化:{now},{then}}}。" for now, then in subject.pairs]
    return (
        Passage("概要.部门", ask("部门性质、主要职责"), title="部门基本情况"),
        Passage("概要.机构", ask("内设机构、下属单位、编制人数和实有人数"), title="机构设置与人员情况"),
        Passage("概要.收支", "\n".join([*data, *changes]), title="部门整体收支情况"),
        Passage("概要.目标", "\n".join(goals), title="部门整体绩效目标"),
    )


def _principles() -> tuple[Passage, ...]:
    said = (
        "本次核查依据{方案依据}，使用《{方案}》，满分{满分}。核查遵循客观公正、有据可查的原则："
        "逐项核对自评材料的真实性、完整性和准确性，凡能用数据计算的指标都按评分标准重新计算，"
        "需要判断的指标写明扣分理由和佐证材料，缺少佐证的不予认定。"
    )
    return (
        Passage("原则与方法.原则", said, title="核查原则"),
        Passage("原则与方法.方法", ask("核查的方式、起止时间和人员"), title="核查方法和过程"),
        Passage("原则与方法.等级", "评价结果按得分划分等级：{等级标准}。", title="等级划分"),
    )


def _conclusion(subject: Subject) -> tuple[Passage, ...]:
    card, own = subject.card, subject.own
    if card.total is None:
        return (Passage("结论.结论", f"{undecided('自评核查')}\n{{表:得分}}"),)
    tops = [node for node in card.nodes if node.level == 1 and node.score is not None]
    listed = "，".join(f"{node.name}{{得分:{name_of(node, subject)}}}" for node in tops)
    grade = "绩效等级评定为“{等级}”。" if card.grade else ""
    said = f"经核查，{{单位}}{{年度}}年度部门整体支出绩效评价得分{{总分}}，其中：{listed}。{grade}"
    lines = [said, "{表:得分}", "{图:得分}"]
    if own is not None and own.total is not None:
        lines += [_against_own(subject), "{图:自评与核查}"]
    return (Passage("结论.结论", "\n".join(lines)),)


def _against_own(subject: Subject) -> str:
    own, card = subject.own, subject.card
    if own is None or own.total is None or card.total is None or own.total == card.total:
        return "部门自评得分{自评总分}，与核查得分一致。"
    word = "核减" if own.total > card.total else "核增"
    return f"部门自评得分{{自评总分}}，核查得分{{总分}}，{word}{{自评差额}}。"


def _analysis(subject: Subject) -> tuple[Passage, ...]:
    nodes = subject.card.nodes
    return tuple(
        Passage(
            f"指标分析.{'/'.join(node.path)}",
            leaf_paragraph(node, subject) if node.is_leaf else branch_sentence(node, _children(node, nodes), subject),
            title=node.name,
            level=min(node.level + 1, _LOWEST_HEADING),
        )
        for node in nodes
    ) + _adjustments(subject)


def _children(node: NodeScore, nodes: tuple[NodeScore, ...]) -> list[NodeScore]:
    return [each for each in nodes if each.path[:-1] == node.path]


def _adjustments(subject: Subject) -> tuple[Passage, ...]:
    if not subject.card.adjustments:
        return ()
    counted = [each.name for each in subject.card.adjustments if each.points]
    none = [each.name for each in subject.card.adjustments if not each.points]
    said = [f"{name}{{加减分:{name}}}。" for name in counted]
    if none:
        said.append(f"{'、'.join(none)}：经核查没有可以计入的事项，不加减分。")
    return (Passage("指标分析.加减分", "".join(said), title="加减分项"),)


def _merits(subject: Subject) -> list[str]:
    """What the evidence shows to be in order where it matters to the public: outputs and effects with full points."""
    said = [
        f"{leaf.name}：{{要点:{name_of(leaf, subject)}}}。"
        for leaf in subject.card.leaves
        if leaf.lost == 0 and concern_of(leaf) != "management" and points_kept(leaf)
    ]
    lines = [f"{number}.{words}" for number, words in enumerate(said, start=1)]
    return [*lines, ask("有佐证材料支持的主要成效")]


def _problems(subject: Subject) -> list[str]:
    return problem_lines(subject) or [ask("核查发现的问题")]


def _advice(subject: Subject) -> tuple[Passage, ...]:
    lines = advice_lines(subject) or [ask("针对问题的建议")]
    return (Passage("有关建议.建议", "\n".join(lines)),)


def _signature() -> Passage:
    lines = (ask("评价机构"), f"核查人：{ask('姓名')}", f"复核人：{ask('姓名')}", ask("成文日期"))
    return Passage("落款", "\n".join(lines))
