"""The formula under which most rows of a column hold, and the verdict on every row under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from hengji.checks.intervals import Interval
from hengji.checks.relations.slips import mistaken, shape, shown_digits
from hengji.checks.relations.tables.amounts import Amount, rounded
from hengji.checks.relations.tables.column_formulas import SHARE_HEAD, Formula, fit_of_heads
from hengji.checks.relations.tables.lines import Line, Side
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.relation import Relation, RelationKind, Verdict

__all__ = ["computed_column"]

_FEWEST: Final = 3
_DEFINED: Final = re.compile("(?:执行|完成|支出|控制|使用|到位|支付|拨付)率$")


@dataclass(frozen=True, slots=True)
class _Trial:
    line: Line
    first: Amount
    second: Amount
    stated: Amount
    computed: Fraction
    verdict: Verdict
    scale: Fraction


def computed_column(side: Side, column: int, formulas: Sequence[Formula]) -> Iterator[Relation]:
    """The formula under which most rows hold, and the verdict on every row under it."""
    best: tuple[tuple[int, int], Formula, list[_Trial]] | None = None
    for formula in formulas:
        trials = [trial for line in side.lines if (trial := _trial(line, column, formula)) is not None]
        witnesses = sum(_bears_witness(trial) for trial in trials)
        signed = sum(trial.verdict != "error" and trial.computed * trial.stated.value >= 0 for trial in trials)
        if trials and (best is None or (witnesses, signed) > best[0]):
            best = ((witnesses, signed), formula, trials)
    if best is None:
        return
    (witnesses, _), formula, trials = best
    failures = sum(trial.verdict == "error" for trial in trials)
    if formula.sign == "均" and witnesses < 2:
        return
    named = fit_of_heads(side.part, (formula.first, formula.second)) == 2 and formula.sign == "÷"
    if witnesses < 2 and not (failures == 1 and (named or len(trials) == 1)):
        trials = [trial for trial in trials if trial.verdict != "error"] if witnesses else []
    elif witnesses >= 2 and failures > witnesses:
        return
    trials = _forced(side, column, formula, trials)
    witnesses += named and len(trials) > 2
    certain = failures == 1 and (_makes_a_hundred(side, column, formula, trials) or _mean_of_rates(trials))
    certain = certain or (failures == len(trials) == 1 and named and _defines(side, column, formula))
    if formula.sign == "均" and failures == 1 and len(trials) > witnesses:
        trials, certain = _in_one_unit(trials), True
    for trial in trials:
        found = _relation(side, column, formula, trial, witnesses, failures)
        doubted = found.verdict == "suspicious" and certain
        yield replace(found, verdict="error", severity="high") if doubted else found


def _defines(side: Side, column: int, formula: Formula) -> bool:
    """Whether the names alone say of what the only row's rate is: 控制率 beside 编制数 and 在职人数, and no others."""
    if not _DEFINED.search(side.part.last_head(column)):
        return False
    operands = (formula.first, formula.second)
    rivals = [
        (a, b)
        for a in side.columns
        for b in side.columns
        if column not in (a, b) and fit_of_heads(side.part, (a, b)) == fit_of_heads(side.part, operands)
    ]
    return rivals == [operands] or _share_a_word(side, column, operands)


def _share_a_word(side: Side, column: int, operands: tuple[int, int]) -> bool:
    word = side.part.last_head(column)[:2]
    return all(word in side.part.heads[at] for at in operands)


def _makes_a_hundred(side: Side, column: int, formula: Formula, trials: Sequence[_Trial]) -> bool:
    """Whether all shares add up to a hundred with the one that fails put right, and do not as they stand."""
    lines = [line for line in side.lines if not line.is_total and column in line.values]
    parts = [trial for trial in trials if any(trial.line is line for line in lines)]
    if formula.whole is None or not _FEWEST <= len(parts) == len(lines):
        return False
    told = sum((trial.stated.value * trial.scale for trial in parts), Fraction(0))
    slack = sum((trial.stated.step * trial.scale for trial in parts), Fraction(0)) / 2
    return sum((trial.computed for trial in parts), Fraction(0)) == 1 and abs(told - 1) > slack


def _in_one_unit(trials: Sequence[_Trial]) -> list[_Trial]:
    """The mean that fails, in the unit of those that hold: 万元 over 人 and 元."""
    scales = {trial.scale for trial in trials if trial.verdict != "error"}
    return [replace(trial, scale=next(iter(scales))) for trial in trials] if len(scales) == 1 else list(trials)


def _mean_of_rates(trials: Sequence[_Trial]) -> bool:
    """Whether the one that fails stands in the row of totals and is the plain mean of the rates above it."""
    wrong = next((trial for trial in trials if trial.verdict == "error"), None)
    rates = [trial.stated.value for trial in trials if not trial.line.is_total]
    if wrong is None or not wrong.line.is_total or len(rates) < 2:
        return False
    mean = sum(rates, Fraction(0)) / len(rates)
    return len(set(rates)) > 1 and abs(mean - wrong.stated.value) <= wrong.stated.step / 2


def _forced(side: Side, column: int, formula: Formula, trials: list[_Trial]) -> list[_Trial]:
    """The last share, made so that all shares add up to a hundred: what rounding left over is no error in it."""
    lines = [line for line in side.lines if not line.is_total and column in line.values]
    shares = [line.values[column] for line in lines]
    if formula.whole is None or not lines or sum(share.value for share in shares) != (1 if shares[0].is_rate else 100):
        return trials
    return [
        replace(trial, verdict="rounding")
        if trial.verdict == "error"
        and trial.line is lines[-1]
        and abs(trial.computed - trial.stated.value * trial.scale) <= trial.stated.step * trial.scale * len(lines) / 2
        else trial
        for trial in trials
    ]


def _bears_witness(trial: _Trial) -> bool:
    rate = trial.scale != 1 or trial.stated.text.endswith(("%", "％"))
    vague = rate and shown_digits(trial.stated.text) == 1  # 2% is what all between 1.5% and 2.5% come to
    told = trial.stated.value * trial.scale not in (0, 1) and not vague
    return trial.verdict != "error" and told and trial.second.value != 0


def _trial(line: Line, column: int, formula: Formula) -> _Trial | None:
    stated, operands = line.values.get(column), formula.operands(line)
    if stated is None or operands is None or (formula.sign != "−" and not operands[1].value):
        return None
    first, second = operands
    exact = formula.value(Interval(first.value, first.value), Interval(second.value, second.value))
    near = (formula.value(rounded(first), rounded(second)) if not formula.counted else None) or exact
    if exact is None or near is None:
        return None
    plain_number = formula.sign != "−" and not stated.is_rate
    if formula.sign == "均" and stated.is_rate:
        return None
    scales = (Fraction(1), Fraction(1, 10_000)) if formula.sign == "均" else (Fraction(1, 100), Fraction(1))
    trials = [
        _Trial(line, first, second, stated, exact.low, _compare(exact.low, near, stated, scale), scale)
        for scale in (scales if plain_number else (Fraction(1),))
    ]
    return next((trial for trial in trials if trial.verdict != "error"), trials[0])


def _compare(computed: Fraction, near: Interval, stated: Amount, scale: Fraction) -> Verdict:
    value, step = stated.value * scale, stated.step * scale
    if any(
        round_half_up(reading / step, 0) * step == value
        for reading in (computed, -computed if value > 0 > computed else computed)
    ):
        return "ok"
    rounded_up = step if stated.decimals or value <= 0 else step / 2  # 13% for 12.06% is no rounding
    return "rounding" if near.meets(Interval(value - rounded_up, value + step)) else "error"


def _right(formula: Formula, trial: _Trial) -> str:
    """What the cell should say: an amount, a mean in the column's own unit, or a rate."""
    if formula.sign == "−":
        in_full = round_half_up(trial.computed, trial.stated.decimals) == trial.computed
        return trial.stated.written(trial.computed) if in_full else plain(trial.computed, 6)
    if formula.sign == "均":
        return trial.stated.written(trial.computed / trial.scale)
    return percent(trial.computed, max(2, trial.stated.decimals))


def _relation(side: Side, column: int, formula: Formula, trial: _Trial, witnesses: int, failures: int) -> Relation:
    head = side.part.last_head(column)
    right = _right(formula, trial)
    slip = shape(trial.stated.text, right) or shape(trial.stated.text, trial.stated.written(trial.computed))
    outvoted = failures * 3 <= witnesses or (witnesses > _FEWEST and failures * 2 <= witnesses)
    sure = (witnesses >= _FEWEST and outvoted) or (witnesses >= 1 and failures == 1 and slip != "")
    verdict: Verdict = trial.verdict if trial.verdict != "error" else "error" if sure else "suspicious"
    name = f"“{trial.line.label or trial.line.code}”的“{head}”"
    others = f"（其余 {witnesses} 行都按此式成立）" if witnesses else ""
    wrong = f"{name}应为 {right}，表中为 {trial.stated.text}{others}。"
    return Relation(
        kind=_kind(head, formula),
        verdict=verdict,
        figures=(trial.first.figure("part"), trial.second.figure("base"), trial.stated.figure("stated")),
        formula=formula.text(trial.first, trial.second),
        computed=right,
        stated=trial.stated.text,
        message=wrong if trial.verdict == "error" else f"{name} {right}，与表中一致。",
        likely=mistaken(trial.stated.text, right, slip) if trial.verdict == "error" else "",
        severity="high" if verdict == "error" else "medium",
    )


def _kind(head: str, formula: Formula) -> RelationKind:
    if formula.sign == "−":
        return "difference"
    if formula.sign == "增":
        return "growth"
    return "share" if SHARE_HEAD.search(head) else "rate"
