"""What a reference stands for: the words of a figure with its origin, or what is wrong and what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Final

from hengji.reports.narrative.answers import Answer, Problem, Shown
from hengji.reports.narrative.count_answers import count
from hengji.reports.narrative.figure_answers import change_said, figure_said, form_said, formula_said
from hengji.reports.narrative.references import FIGURE, FORMULA, KINDS, Reference
from hengji.reports.narrative.score_answers import SCORE_ANSWERS
from hengji.reports.narrative.showing import Form, read_form
from hengji.reports.narrative.subject import Subject
from hengji.reports.narrative.word_answers import word_said

__all__ = ["Problem", "Shown", "resolve_reference"]


def resolve_reference(reference: Reference, subject: Subject) -> Answer:
    """What *reference* stands for in *subject*."""
    if not reference.what:
        return Problem("花括号里没有写引用什么", "写数据项或得分，如 {得分:指标名称}；要写花括号本身，写两个")
    form = read_form(reference.form)
    if form is None:
        advice = "可写 万元、元、亿元、%、无单位，后面可加小数位数，如 万元.2、%.1、.2"
        return Problem(f"不认识格式“{reference.form}”", advice)
    if not reference.kind:
        return word_said(reference.what, subject, form)
    answer = _ANSWERS.get(reference.kind)
    if answer is None:
        near = get_close_matches(reference.kind, KINDS, 1, 0.4)
        advice = f"是否想写“{near[0]}”" if near else f"可写的有：{'、'.join(KINDS)}"
        return Problem(f"不认识“{reference.kind}：”这种引用", advice)
    return answer(reference.what, subject, form)


def _not_inline(what: str, subject: Subject, form: Form) -> Answer:
    return Problem("图和表要单独成行", "请把这个引用放在一行里，前后不写别的字")


_ANSWERS: Final[dict[str, Callable[[str, Subject, Form], Answer]]] = {
    FIGURE: figure_said,
    FORMULA: formula_said,
    "变化": change_said,
    "来源": form_said,
    "个数": count,
    "图": _not_inline,
    "表": _not_inline,
    **SCORE_ANSWERS,
}
