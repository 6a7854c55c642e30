"""Answers of references to data: a figure, a formula over figures, a change against last year, a figure's form."""

from __future__ import annotations

from fractions import Fraction

from hengji.reports.narrative.answers import Answer, Problem, Shown, said_value, unknown_figure
from hengji.reports.narrative.showing import Form, change
from hengji.reports.narrative.subject import Figures, Subject
from hengji.rules.formula.exact import Unknown, evaluate
from hengji.rules.formula.parsing import parse
from hengji.rules.formula.units import check_units

__all__ = ["change_said", "figure_said", "form_said", "formula_said"]


def figure_said(name: str, subject: Subject, form: Form) -> Answer:
    """The data item *name*."""
    found = subject.figures.get(name)
    if found is None:
        return unknown_figure(name, subject)
    return said_value(found.value, found.unit, form, found.decimals, found.origin)


def formula_said(text: str, subject: Subject, form: Form) -> Answer:
    """The result of the formula *text*."""
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
    return said_value(value, checked.unit, form, None, f"算式：{text}")


def change_said(text: str, subject: Subject, form: Form) -> Answer:
    """How far the first of two figures is from the second, in words."""
    names = [name.strip() for name in text.replace("，", ",").split(",")]
    if len(names) != 2:
        return Problem("“变化”要写两个数据项", "写成 {变化:本年的数据项,上年的数据项}")
    found: list[Figures] = []
    for name in names:
        each = subject.figures.get(name)
        if each is None:
            return unknown_figure(name, subject)
        found.append(each)
    now, then = found
    if now.unit != then.unit or now.unit.truth:
        return Problem(f"单位不同，不能比较：{names[0]}是{now.unit}，{names[1]}是{then.unit}", "请核对两个数据项")
    decimals = max(now.decimals, then.decimals)
    words = change(Fraction(now.value), Fraction(then.value), now.unit, form, decimals)
    if words is None:
        return Problem(f"单位是{now.unit}，不能换成{form.unit}", "请改格式里的单位")
    return Shown(words, f"{names[0]}与{names[1]}相比")


def form_said(name: str, subject: Subject, form: Form) -> Answer:
    """The form that the data item *name* stands in."""
    item = next((each for each in subject.evaluation.data if each.name == name), None)
    if item is None:
        return unknown_figure(name, subject)
    definition = subject.scheme.definition(name)
    said = item.form or (definition.form if definition is not None else "")
    return Shown(said, str(item.source)) if said else Problem(f"“{name}”没有写明数据来源", is_open=True)
