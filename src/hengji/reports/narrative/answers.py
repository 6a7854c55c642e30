"""Answers to a reference: the words of a figure, or what is wrong with the reference and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from typing import Final

from hengji.facts.units import Unit
from hengji.reports.narrative.references import WORDS
from hengji.reports.narrative.showing import Form, figure
from hengji.reports.narrative.subject import LAST_YEAR, Subject

__all__ = ["NO_OWN", "Answer", "Problem", "Shown", "nearest_of", "said_value", "unknown_figure"]


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

NO_OWN: Final = Problem("没有自评的评分", "请同时给出两份：hengji report write 自评文件 --verified 核查文件")


def said_value(value: Fraction | bool, unit: Unit, form: Form, decimals: int | None, origin: str) -> Answer:
    """The value in the form asked for."""
    text = figure(value, unit, form, decimals)
    if text is None:
        return Problem(f"单位是{unit}，不能换成{form.unit}", "请改格式里的单位")
    return Shown(text, origin)


def unknown_figure(name: str, subject: Subject) -> Problem:
    """Why no figure is called *name*."""
    if name in subject.missing:
        return Problem(f"数据项“{name}”还没有填", "请在评价数据的 data 里填写", is_open=True)
    if name.startswith(LAST_YEAR) and not subject.previous:
        return Problem(f"没有上年的数据，找不到“{name}”", "请用 --previous 给出上年的评价文件")
    known = [*subject.figures, *subject.missing, *WORDS]
    return Problem(f"没有“{name}”这个数据项", nearest_of(name, known, "hengji report new 写出的草稿里有可用的引用"))


def nearest_of(name: str, known: Iterable[str], otherwise: str) -> str:
    """The name that was probably meant, or *otherwise*."""
    names = list(known)
    containing = [each for each in names if name and name in each]
    near = get_close_matches(name, names, 1, 0.4) or containing
    return f"是否想写“{near[0]}”" if near else otherwise
