"""Surveys: counts of answers, the valid rate, the weighted mean; rates of cases settled."""

from __future__ import annotations

from fractions import Fraction

from samples.composing import Mark
from samples.writer import Writer

__all__ = ["lists", "settled", "survey"]

_ANSWERS = (("非常满意", 100), ("满意", 80), ("基本满意", 60), ("不满意", 0))
_TOWNS = ("东桥镇", "石坪镇", "白鹭乡", "新圩镇", "杉木岭乡", "柳溪镇")


def survey(w: Writer) -> None:
    """Sheets sent, returned and valid; answers by grade; satisfaction as their weighted mean."""
    answers = [w.rng.randint(60, 160), w.rng.randint(30, 90), w.rng.randint(5, 30), w.rng.randint(0, 6)]
    valid = sum(answers)
    returned = valid + w.rng.randint(0, 9)
    sent = returned + w.rng.randint(1, 25)
    out, back, good = w.count(sent, "份"), w.count(returned, "份"), w.count(valid, "份")
    return_rate, valid_rate = w.rate(Fraction(returned, sent)), w.rate(Fraction(valid, returned))
    w.relate("survey", "b/a*100=c", out, back, return_rate)
    w.relate("survey", "b/a*100=c", back, good, valid_rate)
    w.para(
        w.one_of("为了解服务对象的评价，", "本次问卷采取线上与现场结合的方式，", "围绕服务质量开展问卷调查，"),
        f"共发放问卷{out}，回收{back}，回收率{return_rate}；其中有效问卷{good}，有效率{valid_rate}。",
    )
    _answers(w, answers, good)


def _answers(w: Writer, answers: list[int], good: Mark) -> None:
    marks = [w.count(answer, "份") for answer in answers]
    w.sum("survey", marks, good)
    mean = Fraction(sum(answer * weight for answer, (_, weight) in zip(answers, _ANSWERS, strict=True)), sum(answers))
    satisfaction = w.rate(mean / 100)
    letters = "abcd"
    weighted = "+".join(f"{weight}*{letter}" for letter, (_, weight) in zip(letters, _ANSWERS, strict=True))
    w.relate("survey", f"({weighted})/({'+'.join(letters)})=e", *marks, satisfaction)
    listed = "、".join(f"“{name}”{mark}" for (name, _), mark in zip(_ANSWERS, marks, strict=True))
    weights = "、".join(f"{weight}%" for _, weight in _ANSWERS)
    w.para(f"有效问卷中，{listed}。按{weights}的权重加权计算，总体满意度为{satisfaction}。")


def settled(w: Writer) -> None:
    """Cases taken, settled and pending, and the rate."""
    taken = w.rng.randint(12, 90)
    pending = w.rng.randint(1, 6)
    all_cases, done, open_cases = w.count(taken, "件"), w.count(taken - pending, "件"), w.count(pending, "件")
    rate = w.rate(Fraction(taken - pending, taken))
    w.sum("count", [done, open_cases], all_cases)
    w.relate("rate", "b/a*100=c", all_cases, done, rate)
    w.para(f"全年受理群众诉求{all_cases}，已办结{done}，正在办理{open_cases}，办结率{rate}。")


def lists(w: Writer) -> None:
    """Towns and their amounts: once as a list with 分别为, once each on its own."""
    number = w.rng.randint(3, 4)
    towns = w.rng.sample(_TOWNS, number)
    values = w.split(w.amount(40, 300), number)
    if len(set(values)) < number:
        return lists(w)
    total = w.money(sum(values, Fraction(0)))
    listed = [w.money(value) for value in values]
    w.sum("sum", listed, total)
    again = [w.money(value) for value in values]
    for one, two in zip(listed, again, strict=True):
        w.relate("repeat", "a=b", one, two)
    names = w.word("、".join(towns), "list")
    w.relate("list_order", "", *listed, *again, names=names)
    w.para(f"专项资金{total}已全部下达，{names}分别为", "、".join(map(str, listed)), "。")
    w.para("；".join(f"{town}安排{mark}" for town, mark in zip(towns, again, strict=True)), "，用于改善基础设施。")
    return None
