"""Scores one part of a leaf by the exact reading and says, step by step, why."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping
from dataclasses import dataclass
from fractions import Fraction

from hengji.facts.numbers import plain, round_half_up
from hengji.facts.scorecard import PartScore
from hengji.rules.formula.exact import Unknown, evaluate, names_in, taken
from hengji.rules.formula.formula import Formula
from hengji.rules.formula.printing import print_formula
from hengji.rules.formula.syntax import Comparison, Logical, Name, Not, Number
from hengji.rules.parts import VALUE, Case, Lowered, Part
from hengji.rules.rule import Outcome, points_text
from hengji.scoring.environment import Known, value_text

__all__ = ["PartScoring", "score_part"]

Environment = MutableMapping[str, Fraction | bool | None]


@dataclass(frozen=True, slots=True)
class PartScoring:
    """A part with what its leaf knows of it: effective points after transfers, decimals of the score."""

    key: str
    part: Part
    effective: Fraction
    places: int

    def rounded(self, points: Fraction) -> Fraction:
        """Points scaled to the effective ones and rounded half-up."""
        scale = self.effective / self.part.points if self.part.points else Fraction(0)
        return round_half_up(points * scale, self.places)


def score_part(scoring: PartScoring, known: Known) -> PartScore:
    """The part's score; where an input is missing, its range and what is missing."""
    lowered = scoring.part.lowered(scoring.key)
    # What belongs to this part alone stands in front: thousands of goals are not copied for each of them.
    environment: Environment = ChainMap({}, known.values)
    for asked in scoring.part.asks():
        if asked.default is not None:
            environment.setdefault(f"{scoring.key}·{asked.key}", asked.default)
    lacking = _missing(lowered, environment)
    if lacking:
        return _open(scoring, lacking)
    return _exception(scoring, lowered, known) or _by_rule(scoring, lowered, known, environment)


def _exception(scoring: PartScoring, lowered: Lowered, known: Known) -> PartScore | None:
    """What the standard prints before its rule: special cases, then the zero denominator."""
    part = scoring.part
    for case in part.cases:
        if evaluate(case.when.expression, known.values) is True:
            return _closed(scoring, case.points, None, _case_sentences(case, known), "")
    if part.value is None or lowered.zero is None or evaluate(lowered.zero, known.values) is not True:
        return None
    points = part.points if part.zero == "full" else Fraction(0)
    earned = f"得满分 {points_text(points)} 分" if points else "不得分"
    return _closed(scoring, points, None, (_computation(part, part.value, known), f"分母为 0，按标准{earned}"), "")


def _by_rule(scoring: PartScoring, lowered: Lowered, known: Known, environment: Environment) -> PartScore:
    part = scoring.part
    value = evaluate(lowered.value, environment) if lowered.value is not None else None
    if isinstance(value, Unknown):
        return _open(scoring, (value.reason,))
    environment[VALUE.name] = value
    shown, before = "", _container_sentences(part, known)
    if value is not None and part.value is not None:
        shown = value_text(value, part.value.unit, part.rate_places)
        if part.rule.kind != "attainment":
            before = (_value_sentence(part, part.value, known, Fraction(value), shown),)
    if lowered.undefined is not None and evaluate(lowered.undefined, environment) is True:
        problem = f"{part.called} {shown} 超出标准规定的范围，标准没有写明得分"
        return _open(scoring, (problem,), (*before, problem))
    points = evaluate(lowered.points, environment)
    if isinstance(points, Unknown):
        return _open(scoring, tuple(sorted(points.missing)) or (points.reason,))
    outcome = Outcome(part.points, Fraction(points), value, shown, _answers(scoring, environment))
    return _closed(scoring, outcome.points, value, (*before, *part.rule.explain(outcome)), shown)


def _closed(
    scoring: PartScoring, points: Fraction, value: Fraction | bool | None, why: tuple[str, ...], shown: str
) -> PartScore:
    score = scoring.rounded(points)
    if scoring.effective != scoring.part.points:
        full, effective = points_text(scoring.part.points), plain(scoring.effective, 4)
        why = (
            *why,
            f"分值由 {full} 分调整为 {effective} 分：{plain(points)} × {effective} ÷ {full} = {plain(score)}",
        )
    elif round_half_up(points, scoring.places) != points:
        why = (*why, f"四舍五入保留 {scoring.places} 位小数，得 {plain(score)} 分")
    return PartScore(scoring.key, scoring.effective, score, score, score, value, shown, why)


def _open(scoring: PartScoring, missing: tuple[str, ...], why: tuple[str, ...] = ()) -> PartScore:
    low, high = Fraction(0), scoring.rounded(scoring.part.rule.highest(scoring.part.points))
    sentences = why or (f"缺少：{'、'.join(missing)}",)
    return PartScore(scoring.key, scoring.effective, None, low, high, None, "", sentences, missing)


def _missing(lowered: Lowered, environment: Environment) -> tuple[str, ...]:
    """What is missing, in the words of the scheme: names of data items, wording of what a person must judge."""
    if lowered.missing is None or evaluate(lowered.missing, environment) is False:
        return ()
    asked = {f"{lowered.key}·{item.key}": item.text for item in lowered.part.asks()}
    names = [*lowered.part.names(), *asked]
    absent = [asked.get(name, name) for name in names if environment.get(name) is None]
    return tuple(dict.fromkeys(absent))


def _answers(scoring: PartScoring, environment: Environment) -> dict[str, Fraction]:
    given = {asked.key: environment.get(f"{scoring.key}·{asked.key}") for asked in scoring.part.asks()}
    return {key: Fraction(value) for key, value in given.items() if value is not None}


def _computation(part: Part, value: Formula, known: Known) -> str:
    return f"{part.called} = {print_formula(taken(value.expression, known.values), known.figure)}"


def _value_sentence(part: Part, value: Formula, known: Known, figure: Fraction, shown: str) -> str:
    expression = taken(value.expression, known.values)
    if isinstance(expression, Name):
        return f"{expression.name} = {shown}"
    if isinstance(expression, Number):
        deciding = "，".join(f"{name} = {known.figure(name)}" for name in value.names if name in known.shown)
        return f"{deciding}，{part.called} = {shown}" if deciding else f"{part.called} = {shown}"
    if isinstance(expression, Comparison | Logical | Not):
        names = "，".join(f"{name} = {known.figure(name)}" for name in names_in(expression))
        return f"{names}：{print_formula(expression, known.figure)} {'成立' if shown == '是' else '不成立'}"
    exact = part.rate_places is not None or not value.unit.is_rate or round_half_up(figure, 6) == figure
    return f"{_computation(part, value, known)} {'=' if exact else '≈'} {shown}"


def _case_sentences(case: Case, known: Known) -> tuple[str, ...]:
    names = "，".join(f"{name} = {known.figure(name)}" for name in case.when.names)
    return (names, f"{case.text or '符合标准写明的特别情形'}，得 {points_text(case.points)} 分")


def _container_sentences(part: Part, known: Known) -> tuple[str, ...]:
    """For rules made of parts: the figures that each of them reads."""
    names = part.rule.names()
    given = [f"{name} = {known.figure(name)}" for name in names if name in known.shown]
    return ("；".join(given),) if given else ()
