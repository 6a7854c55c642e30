"""What a reference stands for: the words of a figure with its origin, or what is wrong and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from typing import Final

from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.units import Unit
from hengji.reports.narrative.explaining import computation, lost_by, points_kept, reasons, tight
from hengji.reports.narrative.references import FIGURE, FORMULA, KINDS, WORDS, Reference
from hengji.reports.narrative.showing import Form, change, figure, read_form
from hengji.reports.narrative.subject import LAST_YEAR, Figures, Subject
from hengji.rules.formula.exact import Unknown, evaluate
from hengji.rules.formula.parsing import parse
from hengji.rules.formula.units import check_units
from hengji.rules.indicator_notation import nearest

__all__ = ["Problem", "Shown", "resolve_reference"]

POINTS: Final = Unit((("分", 1),))


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a figure, and where it comes from."""

    text: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a reference has no figure. `is_open`: the report is right and the data are still to come."""

    message: str
    advice: str = ""
    is_open: bool = False
    found: str = ""


Answer = Shown | Problem

_REMARK: Final = re.compile(r"（[^）]*）")

_NO_OWN: Final = Problem("没有自评的评分", "请同时给出两份：hengji report write 自评文件 --verified 核查文件")


def resolve_reference(reference: Reference, subject: Subject) -> Answer:
    """What *reference* stands for in *subject*."""
    if not reference.what:
        return Problem("花括号里没有写引用什么", "写数据项或得分，如 {得分:指标名称}；要写花括号本身，写两个")
    form = read_form(reference.form)
    if form is None:
        advice = "可写 万元、元、亿元、%、无单位，后面可加小数位数，如 万元.2、%.1、.2"
        return Problem(f"不认识格式“{reference.form}”", advice)
    if not reference.kind:
        return _word(reference.what, subject, form)
    answer = _ANSWERS.get(reference.kind)
    if answer is None:
        near = get_close_matches(reference.kind, KINDS, 1, 0.4)
        advice = f"是否想写“{near[0]}”" if near else f"可写的有：{'、'.join(KINDS)}"
        return Problem(f"不认识“{reference.kind}：”这种引用", advice)
    return answer(reference.what, subject, form)


# ------------------------------------------------------------------------------------------------------------- figures


def _figure(name: str, subject: Subject, form: Form) -> Answer:
    found = subject.figures.get(name)
    if found is None:
        return _unknown_figure(name, subject)
    return _said(found.value, found.unit, form, found.decimals, found.origin)


def _said(value: Fraction | bool, unit: Unit, form: Form, decimals: int | None, origin: str) -> Answer:
    text = figure(value, unit, form, decimals)
    if text is None:
        return Problem(f"单位是{unit}，不能换成{form.unit}", "请改格式里的单位")
    return Shown(text, origin)


def _unknown_figure(name: str, subject: Subject) -> Problem:
    if name in subject.missing:
        return Problem(f"数据项“{name}”还没有填", "请在评价数据的 data 里填写", is_open=True)
    if name.startswith(LAST_YEAR) and not subject.previous:
        return Problem(f"没有上年的数据，找不到“{name}”", "请用 --previous 给出上年的评价文件")
    known = [*subject.figures, *subject.missing, *WORDS]
    return Problem(f"没有“{name}”这个数据项", _near(name, known, "hengji report new 写出的草稿里有可用的引用"))


def _near(name: str, known: Iterable[str], otherwise: str) -> str:
    names = list(known)
    containing = [each for each in names if name and name in each]
    near = get_close_matches(name, names, 1, 0.4) or containing
    return f"是否想写“{near[0]}”" if near else otherwise


def _formula(text: str, subject: Subject, form: Form) -> Answer:
    parsed = parse(text)
    if parsed.expression is None:
        return Problem("算式写法有误：" + str(parsed.findings[0]).split("\n", maxsplit=1)[0].rstrip("。"))
    figures = dict(subject.figures)
    units = {name: each.unit for name, each in figures.items()}
    units |= {item.name: item.unit for item in subject.scheme.data if item.name not in units}
    checked = check_units(parsed.expression, units, "")
    if checked.unit is None or checked.findings:
        said = "；".join(str(finding).split("\n", maxsplit=1)[0].rstrip("。") for finding in checked.findings)
        return Problem(f"算式不能算：{said}")
    value = evaluate(checked.expression, {name: each.value for name, each in figures.items()})
    if isinstance(value, Unknown):
        if value.missing:
            listed = "、".join(sorted(value.missing))
            return Problem(f"算式还缺数据：{listed}", "请在评价数据的 data 里填写", is_open=True)
        return Problem(f"算式没有结果：{value.reason}", "请核对数据，或改写算式")
    return _said(value, checked.unit, form, None, f"算式：{text}")


def _change(text: str, subject: Subject, form: Form) -> Answer:
    names = [name.strip() for name in text.replace("，", ",").split(",")]
    if len(names) != 2:
        return Problem("“变化”要写两个数据项", "写成 {变化:本年的数据项,上年的数据项}")
    found: list[Figures] = []
    for name in names:
        each = subject.figures.get(name)
        if each is None:
            return _unknown_figure(name, subject)
        found.append(each)
    now, then = found
    if now.unit != then.unit or now.unit.truth:
        return Problem(f"单位不同，不能比较：{names[0]}是{now.unit}，{names[1]}是{then.unit}", "请核对两个数据项")
    decimals = max(now.decimals, then.decimals)
    words = change(Fraction(now.value), Fraction(then.value), now.unit, form, decimals)
    if words is None:
        return Problem(f"单位是{now.unit}，不能换成{form.unit}", "请改格式里的单位")
    return Shown(words, f"{names[0]}与{names[1]}相比")


# -------------------------------------------------------------------------------------------------------------- scores


def _points(value: Fraction | None, form: Form, places: int | None, what: str, origin: str) -> Answer:
    if value is None:
        return Problem(f"{what}还不能确定", "请补齐评价数据", is_open=True)
    shown_places = form.places if form.places is not None else places
    digits = plain(value) if shown_places is None else shown(value, shown_places)
    return Shown(digits if form.bare else f"{digits}分", origin)


def _rate(score: Fraction | None, points: Fraction | None, form: Form, what: str) -> Answer:
    if score is None:
        return Problem(f"{what}的得分还不能确定", "请补齐评价数据", is_open=True)
    if not points:
        return Problem(f"{what}没有分值，算不出得分率", is_open=points is None)
    return _said(score / points, Unit(), form, None, f"{what}：得分÷分值")


def _of_node(read: Callable[[NodeScore, Subject, Form], Answer]) -> Callable[[str, Subject, Form], Answer]:
    def answer(name: str, subject: Subject, form: Form) -> Answer:
        node = _node(name, subject, subject.card)
        return node if isinstance(node, Problem) else read(node, subject, form)

    return answer


def _node(name: str, subject: Subject, card: Scorecard) -> NodeScore | Problem:
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
    return _points(node.score, form, subject.card.score_places, f"“{node.name}”的得分", _origin(node))


def _worth(node: NodeScore, subject: Subject, form: Form) -> Answer:
    points = node.effective_points if node.effective_points is not None else node.points
    if points is None:
        return Problem(f"“{node.name}”没有列出分值", "请在评价数据的目标里填写分值", is_open=True)
    return _points(points, form, None, "", _origin(node))


def _lost(node: NodeScore, subject: Subject, form: Form) -> Answer:
    return _points(node.lost, form, None, f"“{node.name}”的失分", _origin(node))


def _own_score(name: str, subject: Subject, form: Form) -> Answer:
    if subject.own is None:
        return _NO_OWN
    node = _node(name, subject, subject.own)
    if isinstance(node, Problem):
        return node
    return _points(node.score, form, subject.own.score_places, f"“{node.name}”的自评得分", "自评")


def _words(text: str, node: NodeScore, what: str) -> Answer:
    if not text:
        return Problem(f"“{node.name}”没有{what}", is_open=True)
    return Shown(text, _origin(node))


# --------------------------------------------------------------------------------------------------------------- words


def _word(word: str, subject: Subject, form: Form) -> Answer:
    if word.startswith("自评"):
        return _own_word(word, subject, form)
    said = _named(word, subject)
    if said is not None:
        return said
    card, places = subject.card, subject.card.score_places
    lost = None if card.total is None else card.full_points - card.total
    values = {"总分": card.total, "总分下限": card.low, "总分上限": card.high, "总失分": lost}
    if word in values:
        return _points(values[word], form, places, "总分", "评分表")
    if word == "满分":
        return _points(card.full_points, form, None, "", "评分方案")
    return _rate(card.total, card.full_points, form, "总分")


def _named(word: str, subject: Subject) -> Answer | None:
    """Words that are no points: the organisation, the year, the scheme, the grade."""
    card, scheme = subject.card, subject.scheme
    match word:
        case "单位":
            return Shown(card.organisation)
        case "年度" | "上年度":
            return Shown(str(card.year - (word == "上年度")))
        case "方案" | "方案依据":
            return Shown(scheme.title if word == "方案" else _basis(subject))
        case "等级标准":
            return Shown("，".join(f"{name}（{interval.prose('得分')}）" for name, interval in scheme.grades))
        case "等级":
            return Shown(card.grade, "评分表") if card.grade else Problem("等级还不能确定", is_open=True)
    return None


def _basis(subject: Subject) -> str:
    """The regulations without the remarks of whoever wrote the scheme down."""
    cited = (_REMARK.sub("", tight(each)) for each in subject.scheme.basis)
    return "、".join(dict.fromkeys(each for each in cited if each))


def _own_word(word: str, subject: Subject, form: Form) -> Answer:
    if subject.own is None:
        return _NO_OWN
    own = subject.own
    if word == "自评等级":
        return Shown(own.grade, "自评") if own.grade else Problem("自评等级还不能确定", is_open=True)
    if word == "自评总分":
        return _points(own.total, form, own.score_places, "自评总分", "自评")
    if own.total is None or subject.card.total is None:
        return Problem("自评与核查的差额还不能确定", is_open=True)
    return _points(abs(own.total - subject.card.total), form, own.score_places, "", "自评总分与核查总分之差")


# -------------------------------------------------------------------------------------------------------------- counts


def is_goal_row(node: NodeScore) -> bool:
    return bool(node.target or node.actual)


_COUNTED: Final[dict[str, Callable[[NodeScore], bool]]] = {
    "指标": lambda node: True,
    "满分指标": lambda node: node.lost == 0,
    "失分指标": lambda node: bool(node.lost),
    "未佐证指标": lambda node: node.score is None,
    "目标": is_goal_row,
    "已实现目标": lambda node: is_goal_row(node) and node.attained is True,
    "未实现目标": lambda node: is_goal_row(node) and node.attained is False,
    "待评判目标": lambda node: is_goal_row(node) and node.attained is None,
}


def _count(text: str, subject: Subject, form: Form) -> Answer:
    counted, _, scope = (part.strip() for part in text.partition("@"))
    holds = _COUNTED.get(counted)
    if holds is None:
        return Problem(f"不会数“{counted}”", _near(counted, _COUNTED, f"可写的有：{'、'.join(_COUNTED)}"))
    above: tuple[str, ...] = ()
    if scope:
        node = _node(scope, subject, subject.card)
        if isinstance(node, Problem):
            return node
        above = node.path
    number = sum(1 for leaf in subject.card.leaves if leaf.path[: len(above)] == above and holds(leaf))
    return Shown(str(number) if form.bare else f"{number}项", "评分表")


def _not_inline(what: str, subject: Subject, form: Form) -> Answer:
    return Problem("图和表要单独成行", "请把这个引用放在一行里，前后不写别的字")


def _form_of(name: str, subject: Subject, form: Form) -> Answer:
    item = next((each for each in subject.evaluation.data if each.name == name), None)
    if item is None:
        return _unknown_figure(name, subject)
    definition = subject.scheme.definition(name)
    said = item.form or (definition.form if definition is not None else "")
    return Shown(said, str(item.source)) if said else Problem(f"“{name}”没有写明数据来源", is_open=True)


def _adjustment(name: str, subject: Subject, form: Form) -> Answer:
    found = next((each for each in subject.card.adjustments if each.name == name), None)
    if found is None:
        known = [each.name for each in subject.card.adjustments]
        return Problem(f"没有“{name}”这个加减分项", _near(name, known, ""))
    said = _points(abs(found.points), form, None, "", f"评分表：{name}")
    if isinstance(said, Problem):
        return said
    return Shown(f"{'加' if found.points >= 0 else '减'}{said.text}", said.origin)


_ANSWERS: Final[dict[str, Callable[[str, Subject, Form], Answer]]] = {
    FIGURE: _figure,
    FORMULA: _formula,
    "变化": _change,
    "来源": _form_of,
    "加减分": _adjustment,
    "得分": _of_node(_score),
    "分值": _of_node(_worth),
    "失分": _of_node(_lost),
    "得分率": _of_node(lambda node, _, form: _rate(node.score, node.effective_points, form, f"“{node.name}”")),
    "自评得分": _own_score,
    "计算": _of_node(lambda node, _, __: _words(computation(node), node, "计算过程")),
    "失分过程": _of_node(lambda node, _, __: _words(lost_by(node), node, "失分的计算过程")),
    "要点": _of_node(lambda node, _, __: _words(points_kept(node), node, "评分要点")),
    "理由": _of_node(lambda node, _, __: _words(reasons(node), node, "扣分理由")),
    "目标": _of_node(lambda node, _, __: _words(node.target, node, "指标值")),
    "半年目标": _of_node(lambda node, _, __: _words(node.half_year_target, node, "半年指标值")),
    "完成值": _of_node(lambda node, _, __: _words(node.actual, node, "完成值")),
    "个数": _count,
    "图": _not_inline,
    "表": _not_inline,
}
