"""Answers of references to an indicator of the scorecard: its points, score, computation, reasons and target."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.units import Unit
from hengji.reports.narrative.answers import NO_OWN, Answer, Problem, Shown, nearest_of, said_value
from hengji.reports.narrative.explaining import computation, lost_by, points_kept, reasons
from hengji.reports.narrative.showing import Form
from hengji.reports.narrative.subject import Subject
from hengji.rules.indicator_notation import nearest

__all__ = ["SCORE_ANSWERS", "node_named", "points_said", "rate_said"]


def points_said(value: Fraction | None, form: Form, places: int | None, what: str, origin: str) -> Answer:
    """Points, or that they are still open."""
    if value is None:
        return Problem(f"{what}还不能确定", "请补齐评价数据", is_open=True)
    shown_places = form.places if form.places is not None else places
    digits = plain(value) if shown_places is None else shown(value, shown_places)
    return Shown(digits if form.bare else f"{digits}分", origin)


def rate_said(score: Fraction | None, points: Fraction | None, form: Form, what: str) -> Answer:
    """The share of its points that a score is."""
    if score is None:
        return Problem(f"{what}的得分还不能确定", "请补齐评价数据", is_open=True)
    if not points:
        return Problem(f"{what}没有分值，算不出得分率", is_open=points is None)
    return said_value(score / points, Unit(), form, None, f"{what}：得分÷分值")


def _of_node(read: Callable[[NodeScore, Subject, Form], Answer]) -> Callable[[str, Subject, Form], Answer]:
    def answer(name: str, subject: Subject, form: Form) -> Answer:
        node = node_named(name, subject, subject.card)
        return node if isinstance(node, Problem) else read(node, subject, form)

    return answer


def node_named(name: str, subject: Subject, card: Scorecard) -> NodeScore | Problem:
    """The one indicator of *card* that *name* means."""
    found = subject.nodes_named(name, card)
    if len(found) == 1:
        return found[0]
    if not found:
        return Problem(f"没有“{name}”这个指标", nearest(name, [node.path for node in card.nodes]))
    listed = "、".join("/".join(node.path) for node in found[:4])
    return Problem(f"“{name}”可以指{len(found)}个指标", f"请写出上级：{listed}")


def _origin(node: NodeScore) -> str:
    return f"评分表：{'/'.join(node.path)}"


def _score(node: NodeScore, subject: Subject, form: Form) -> Answer:
    return points_said(node.score, form, subject.card.score_places, f"“{node.name}”的得分", _origin(node))


def _worth(node: NodeScore, subject: Subject, form: Form) -> Answer:
    points = node.effective_points if node.effective_points is not None else node.points
    if points is None:
        return Problem(f"“{node.name}”没有列出分值", "请在评价数据的目标里填写分值", is_open=True)
    return points_said(points, form, None, "", _origin(node))


def _lost(node: NodeScore, subject: Subject, form: Form) -> Answer:
    return points_said(node.lost, form, None, f"“{node.name}”的失分", _origin(node))


def _own_score(name: str, subject: Subject, form: Form) -> Answer:
    if subject.own is None:
        return NO_OWN
    node = node_named(name, subject, subject.own)
    if isinstance(node, Problem):
        return node
    return points_said(node.score, form, subject.own.score_places, f"“{node.name}”的自评得分", "自评")


def _words(text: str, node: NodeScore, what: str) -> Answer:
    if not text:
        return Problem(f"“{node.name}”没有{what}", is_open=True)
    return Shown(text, _origin(node))


def adjustment(name: str, subject: Subject, form: Form) -> Answer:
    found = next((each for each in subject.card.adjustments if each.name == name), None)
    if found is None:
        known = [each.name for each in subject.card.adjustments]
        return Problem(f"没有“{name}”这个加减分项", nearest_of(name, known, ""))
    said = points_said(abs(found.points), form, None, "", f"评分表：{name}")
    if isinstance(said, Problem):
        return said
    return Shown(f"{'加' if found.points >= 0 else '减'}{said.text}", said.origin)


SCORE_ANSWERS: Final[dict[str, Callable[[str, Subject, Form], Answer]]] = {
    "加减分": adjustment,
    "得分": _of_node(_score),
    "分值": _of_node(_worth),
    "失分": _of_node(_lost),
    "得分率": _of_node(lambda node, _, form: rate_said(node.score, node.effective_points, form, f"“{node.name}”")),
    "自评得分": _own_score,
    "计算": _of_node(lambda node, _, __: _words(computation(node), node, "计算过程")),
    "失分过程": _of_node(lambda node, _, __: _words(lost_by(node), node, "失分的计算过程")),
    "要点": _of_node(lambda node, _, __: _words(points_kept(node), node, "评分要点")),
    "理由": _of_node(lambda node, _, __: _words(reasons(node), node, "扣分理由")),
    "目标": _of_node(lambda node, _, __: _words(node.target, node, "指标值")),
    "半年目标": _of_node(lambda node, _, __: _words(node.half_year_target, node, "半年指标值")),
    "完成值": _of_node(lambda node, _, __: _words(node.actual, node, "完成值")),
}
"""By the kind of the reference."""
