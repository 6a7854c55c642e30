"""Answers of references that stand alone: the total, the grade, the organisation, the year, the scheme."""

from __future__ import annotations

import re
from typing import Final

from hengji.reports.narrative.answers import NO_OWN, Answer, Problem, Shown
from hengji.reports.narrative.explaining import tight
from hengji.reports.narrative.score_answers import points_said, rate_said
from hengji.reports.narrative.showing import Form
from hengji.reports.narrative.subject import Subject

__all__ = ["word_said"]

_REMARK: Final = re.compile(r"（[^）]*）")


def word_said(word: str, subject: Subject, form: Form) -> Answer:
    """What *word*, one of `WORDS`, stands for."""
    if word.startswith("自评"):
        return _own_word(word, subject, form)
    said = _named(word, subject)
    if said is not None:
        return said
    card, places = subject.card, subject.card.score_places
    lost = None if card.total is None else card.full_points - card.total
    values = {"总分": card.total, "总分下限": card.low, "总分上限": card.high, "总失分": lost}
    if word in values:
        return points_said(values[word], form, places, "总分", "评分表")
    if word == "满分":
        return points_said(card.full_points, form, None, "", "评分方案")
    return rate_said(card.total, card.full_points, form, "总分")


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
        return NO_OWN
    own = subject.own
    if word == "自评等级":
        return Shown(own.grade, "自评") if own.grade else Problem("自评等级还不能确定", is_open=True)
    if word == "自评总分":
        return points_said(own.total, form, own.score_places, "自评总分", "自评")
    if own.total is None or subject.card.total is None:
        return Problem("自评与核查的差额还不能确定", is_open=True)
    return points_said(abs(own.total - subject.card.total), form, own.score_places, "", "自评总分与核查总分之差")
