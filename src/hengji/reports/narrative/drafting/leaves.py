"""One indicator in one paragraph: its points, the figures it rests on, its computation, why points were lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from hengji.facts.scorecard import NodeScore
from hengji.reports.narrative.explaining import computation, points_kept, reasons
from hengji.reports.narrative.references import safe
from hengji.reports.narrative.subject import Subject

__all__ = ["Concern", "ask", "branch_sentence", "concern_of", "is_goal", "leaf_paragraph", "name_of", "undecided"]

Concern = Literal["management", "output", "effect"]

_EFFECT = ("效益", "效果", "满意", "影响", "公平", "可持续", "信访")
_MANAGEMENT = ("经费", "执行率", "支出", "采购", "资产", "结转", "预算")
_OUTPUT = ("产出", "履职", "数量", "质量", "时效", "重点工作", "工作任务", "目标完成", "项目完成")


def ask(what: str) -> str:
    """A place that the data cannot fill, in words that nobody can overlook."""
    return f"〔请填写：{what}〕"


def undecided(what: str) -> str:
    """What is said of a total that the data do not settle yet."""
    return (
        f"{{单位}}{{年度}}年度部门整体支出绩效{what}数据尚不完整，现有数据只能确定总分在{{总分下限}}至{{总分上限}}之间，"
        f"等级暂不能评定。{ask('补齐评价数据后重新写出本报告')}"
    )


def concern_of(node: NodeScore) -> Concern:
    """What an indicator is about, by the words of its path: the lowest level that says so.

    A department's own goal is named by the department: there its group says what it is about.
    """
    for name in reversed(node.path[:-1] if is_goal(node) else node.path):
        if any(word in name for word in _EFFECT):
            return "effect"
        if any(word in name for word in _OUTPUT):
            return "output"
        if any(word in name for word in _MANAGEMENT):
            return "management"
    return "management"


def is_goal(node: NodeScore) -> bool:
    """Whether the indicator is a row of the department's goal table."""
    return node.is_leaf and bool(node.target or node.actual)


def name_of(node: NodeScore, subject: Subject) -> str:
    """The shortest spelling that means this indicator only, as references write it."""
    for levels in range(1, len(node.path) + 1):
        name = safe("/".join(node.path[-levels:]))
        if len(subject.nodes_named(name)) == 1:
            return name
    return safe("/".join(node.path))


def points_sentence(node: NodeScore, subject: Subject) -> str:
    """Points, score and rate; beside a self-evaluation its score too."""
    name = name_of(node, subject)
    if node.score is None:
        worth = f"该指标分值{{分值:{name}}}，" if node.effective_points is not None else ""
        return f"{worth}现有材料不足，暂不能评定得分。"
    said = f"该指标分值{{分值:{name}}}，得分{{得分:{name}}}"
    own = subject.own.node(node.path) if subject.own is not None else None
    if own is not None and own.score is not None:
        said = f"该指标分值{{分值:{name}}}，自评得分{{自评得分:{name}}}，核查得分{{得分:{name}}}"
    return f"{said}，得分率{{得分率:{name}}}。" if node.effective_points else f"{said}。"


def figures_sentence(node: NodeScore, subject: Subject) -> str:
    """The figures that the score rests on, by the form they were taken from; empty where it rests on none."""
    by_form: dict[str, dict[str, None]] = {}
    data = {item.name for item in subject.evaluation.data}
    for each in node.inputs:
        if _is_figure(each.name, subject):
            by_form.setdefault(each.form if each.name in data else "", {})[each.name] = None
    said = []
    for form, found in by_form.items():
        names = list(found)
        listed = "，".join(f"{name}为{{{name}}}" for name in names)
        said.append(f"据{{来源:{names[0]}}}，{listed}" if form else listed)
    return "；".join(said) + "。" if said else ""


def _is_figure(name: str, subject: Subject) -> bool:
    found = subject.figures.get(name)
    return found is not None and not found.unit.truth


def why_sentence(node: NodeScore, subject: Subject) -> str:
    """How the score came about, and the reason of every point that was lost."""
    name = name_of(node, subject)
    if node.score is not None and node.lost == 0 and points_kept(node) and not _is_figured(node, subject):
        said = f"经核对，以下各点均达到要求：{{要点:{name}}}。"
    elif is_goal(node):
        said = _target_sentence(node, name)
    else:
        said = f"{{计算:{name}}}。" if computation(node) else ""
    if node.lost is None or node.lost <= 0:
        return said
    if reasons(node):
        return f"{said}失分{{失分:{name}}}，原因是：{{理由:{name}}}。"
    return f"{said}失分{{失分:{name}}}。"


def _is_figured(node: NodeScore, subject: Subject) -> bool:
    return bool(figures_sentence(node, subject)) or any("÷" in line for line in node.why)


def _target_sentence(node: NodeScore, name: str) -> str:
    if not node.target:
        return f"完成值为{{完成值:{name}}}，没有设指标值。"
    if not node.actual:
        return f"指标值为{{目标:{name}}}，{ask(f'“{node.name}”的完成值')}。"
    word = {True: "已经实现", False: "没有实现", None: ask(f"“{node.name}”是否实现")}[node.attained]
    return f"指标值为{{目标:{name}}}，完成值为{{完成值:{name}}}，{word}。"


def leaf_paragraph(node: NodeScore, subject: Subject) -> str:
    """The whole paragraph of an indicator."""
    return points_sentence(node, subject) + figures_sentence(node, subject) + why_sentence(node, subject)


def branch_sentence(node: NodeScore, children: Iterable[NodeScore], subject: Subject) -> str:
    """A group of indicators: its points and score, and how the score is made up."""
    name = name_of(node, subject)
    worth = f"该部分分值{{分值:{name}}}，" if node.effective_points is not None else ""
    if node.score is None:
        return f"{worth}现有材料不足，暂不能评定得分。"
    listed = "，".join(f"{each.name}{{得分:{name_of(each, subject)}}}" for each in children if each.score is not None)
    made_up = f"，其中：{listed}" if "，" in listed else ""
    return f"{worth}得分率{{得分率:{name}}}，得分{{得分:{name}}}{made_up}。"
