"""What formulas read: data items, counts of events, answers of judgements and actuals of goals, by name."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hengji.facts.evaluation import Evaluation, Judgement
from hengji.facts.numbers import MAX_DECIMALS, percent, plain, round_half_up
from hengji.facts.scorecard import Input
from hengji.facts.units import Unit
from hengji.rules.formula.exact import Value
from hengji.rules.kinds.tiers import RATE
from hengji.rules.scheme import Path, Scheme

__all__ = ["Known", "actual_name", "figure_text", "gather", "part_key", "value_text"]


def part_key(path: Path, number: int) -> str:
    """How the answers of a leaf's part are named in formulas; parts count from 1."""
    return f"{'/'.join(path)}#{number}"


def actual_name(path: Path) -> str:
    """The name of a goal row's actual in formulas."""
    return f"{'/'.join(path)}·实际值"


def value_text(value: Fraction | bool, unit: Unit, places: int | None = None) -> str:
    """A figure as sentences show it: ``97%``, ``3.94万元``, ``是``. *places* are those the rate was rounded to."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if unit.is_rate:
        return percent(value, _percent_places(value) if places is None else max(places - 2, 0))
    return f"{plain(value)}{unit}"


def _percent_places(value: Fraction) -> int:
    """Four, or as many as keep 99.999999% from being shown as the 100% that it is not."""
    rounded = round_half_up(value, 6)
    return MAX_DECIMALS if rounded != value and (rounded * 100).denominator == 1 else 4


def figure_text(value: Fraction | bool, unit: Unit) -> str:
    """A figure inside a computation: without its unit, but a rate keeps its sign of percent."""
    if isinstance(value, bool) or unit.is_rate:
        return value_text(value, unit)
    return plain(value)


@dataclass(frozen=True, slots=True)
class Known:
    """Everything an evaluation tells, ready to be looked up by name."""

    values: dict[str, Value | None]
    shown: dict[str, str]
    inputs: dict[str, Input]
    judgements: dict[str, Judgement]

    def figure(self, name: str) -> str:
        """The figure for *name*, or the name itself where nobody has given one."""
        return self.shown.get(name, name)


def gather(evaluation: Evaluation, scheme: Scheme) -> Known:
    """The names that *evaluation* gives values to."""
    known = Known({}, {}, {}, {})
    for item in evaluation.data:
        shown = value_text(item.value, item.unit)
        unit = "" if isinstance(item.value, bool) else str(item.unit)
        value = plain(Fraction(item.value) * (100 if item.unit.is_rate else 1)) if unit else shown
        _put(known, item.name, item.value, figure_text(item.value, item.unit))
        known.inputs[item.name] = Input(item.name, value, unit, item.form or _form(scheme, item.name), item.source)
    for listed in evaluation.events:
        definition = scheme.definition(listed.name)
        unit = str(definition.unit) if definition else "项"
        what = "；".join(event.what for event in listed.events if event.what)
        _put(known, listed.name, Fraction(listed.count), str(listed.count))
        known.inputs[listed.name] = Input(listed.name, str(listed.count), unit, what, listed.source)
    for judgement in evaluation.judgements:
        key = part_key(judgement.path, judgement.part)
        known.judgements[key] = judgement
        for asked, answer in judgement.answers:
            _put(known, f"{key}·{asked}", answer, plain(answer))
    for goal in evaluation.goals:
        if goal.rate is not None:
            _put(known, f"{part_key(goal.path, 1)}·{RATE}", goal.rate, percent(goal.rate))
        if goal.actual is not None and goal.target is not None:
            name = actual_name(goal.path)
            _put(known, name, goal.actual, goal.actual_text)
            known.inputs[name] = Input("实际完成值", goal.actual_text, "", "", goal.source)
    return known


def _put(known: Known, name: str, value: Value, shown: str) -> None:
    known.values[name] = value
    known.shown[name] = shown


def _form(scheme: Scheme, name: str) -> str:
    definition = scheme.definition(name)
    return definition.form if definition else ""
