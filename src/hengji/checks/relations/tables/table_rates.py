"""Columns computed from others: 执行率, 占比, 增减额, 增减率. The rows that hold say what the column means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.slips import mistaken, shape, shown_digits
from hengji.checks.relations.tables.adjustments import adjustments
from hengji.checks.relations.tables.amounts import Amount, rounded
from hengji.checks.relations.tables.column_laws import column_laws
from hengji.checks.relations.tables.fund_rates import fund_rates
from hengji.checks.relations.tables.goal_rates import goal_rates
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.tables.halves import halves
from hengji.checks.relations.tables.last_years import last_years
from hengji.checks.relations.tables.lines import Line, Side, sides_of
from hengji.checks.relations.tables.outside_wholes import outside_wholes
from hengji.checks.relations.tables.rated_lines import rated_lines
from hengji.checks.relations.tables.rates_of_remarks import rates_of_remarks
from hengji.checks.relations.tables.reviewed_scores import reviewed_scores
from hengji.checks.relations.tables.unit_costs import unit_costs
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.relation import Relation, RelationKind, Verdict

__all__ = ["find"]

_RATE_HEAD: Final = re.compile(r"率|比例|比重|占比|(?:^|/)占(?!地|用|补)|占.{0,10}[%％]|[%％]|增幅|进度|百分比")
_DIFFERENCE_HEAD: Final = re.compile(r"增减|差额|差异|变动|结余|超支|增加额|减少额|比上年增")
_SKIPPED: Final = re.compile(r"得分|权重|分值|满意|税率|指标值|目标|完成值|控制数|单价|比率标准")
_ASKED: Final = re.compile("发放|发出|发问卷|回收|收回|有效|问卷|样本|受访|访问|调查(?:人|户|份)?数|抽样")
_COUNT_HEAD: Final = re.compile(
    r"[（(/](?:份|人|户|件|个|次|项|家|笔|起|名|场|座|辆|台|批|所)(?:次|数)?[)）]?$|(?:人|户|件|份|家|批|座|辆|个|起|笔)次?数$|问卷|样本|受访"
)
_CONTENT: Final = re.compile("满意")
_MEAN: Final = re.compile(r"均(?!衡|等)|^每|单价|单位成本")
_PROGRESS: Final = re.compile(r"(?:完成|实现|达成|执行|工作|任务|目标)(?:进度|率|比例|程度|百分比)|^进度|时间进度")
_GOALS: Final = re.compile(r"指标值|目标|完成值")
_ACTUAL: Final = re.compile(
    r"决算|执行数|实际|支出数|完成数|本年|支付|到位[数额]|到位资金|^到位|^实[^际]|完成$|完成[值量]"
)
_BASE: Final = re.compile(r"预算|计划|上年|安排|下达|目标|指标值|^应[^急对]")
_GROWTH: Final = re.compile(r"增|减|变动|差异|幅")
_SHARE: Final = re.compile(r"占|比重|比例|百分比")
_ADJUSTED: Final = re.compile(r"^(?:调整后?|全年)预算数?(?:[(（].*)?$|预算调整数$|^调整预算")
_OUTTURN: Final = re.compile(r"^决算数?(?:[(（].*)?$|^(?:全年|实际)?执行数(?:[(（].*)?$")
_EXECUTION: Final = re.compile("执行率|完成率")
_SPENDING: Final = re.compile("支出|经费|费用?$")
_FEWEST: Final = 3
_MOST_COLUMNS: Final = 10

Compute = Callable[[Interval, Interval], Interval | None]


@dataclass(frozen=True, slots=True)
class _Formula:
    """How a column may be computed from two others; for a share the second is the total of the first."""

    first: int
    second: int
    sign: str
    whole: Line | None = None
    counted: bool = False
    """Whether both are numbers of people or things, which nobody rounded."""

    def operands(self, line: Line) -> tuple[Amount, Amount] | None:
        source = line if self.whole is None else self.whole
        first, second = line.values.get(self.first), source.values.get(self.second)
        return (first, second) if first is not None and second is not None else None

    def value(self, first: Interval, second: Interval) -> Interval | None:
        if self.sign == "−":
            return first - second
        return (first - second).divided_by(second) if self.sign == "增" else first.divided_by(second)

    def text(self, first: Amount, second: Amount) -> str:
        if self.sign == "增":
            return f"({first.text} − {second.text}) ÷ {second.text}"
        return f"{first.text} {'÷' if self.sign == '均' else self.sign} {second.text}"


@dataclass(frozen=True, slots=True)
class _Trial:
    line: Line
    first: Amount
    second: Amount
    stated: Amount
    computed: Fraction
    verdict: Verdict
    scale: Fraction


def find(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``rate``, ``share``, ``growth``, ``difference`` and ``target`` in tables."""
    funds = [*fund_rates(context), *goal_rates(context)]
    costs = list(unit_costs(context))
    years = list(last_years(context))
    yield from (*funds, *costs, *years)
    judged = {relation.start for relation in (*funds, *years)} | {
        figure.start for one in costs for figure in one.figures
    }
    for table in context.document.tables:
        for part in parts_of(context, table):
            for side in sides_of(part):
                for relation in _side(side):
                    if relation.start not in judged:
                        yield relation
                        judged.add(relation.start)
    steps = list(adjustments(context))
    judged |= {step.start for step in steps}
    yield from steps
    reviewed = list(reviewed_scores(context))
    judged |= {one.start for one in reviewed}
    yield from reviewed
    yield from (law for law in column_laws(context) if law.start not in judged)
    yield from outside_wholes(context, judged)
    yield from halves(context)
    yield from rates_of_remarks(context)
    yield from (row for row in rated_lines(context) if row.start not in judged)


def _side(side: Side) -> Iterator[Relation]:
    heads = {column: _unless_skipped(side, column) for column in side.columns}
    rates = [column for column, head in heads.items() if _RATE_HEAD.search(head) and not _SKIPPED.search(head)]
    rates = [column for column in rates if not side.part.last_head(column).startswith("其中")]
    means = [c for c in heads if c not in rates and _MEAN.search(side.part.last_head(c))]
    taken = {*rates, *means}
    differences = [c for c in heads if c not in taken and _DIFFERENCE_HEAD.search(side.part.last_head(c))]
    amounts = [c for c in side.columns if c not in {*taken, *differences} and not _SKIPPED.search(heads[c])]
    if len(amounts) > _MOST_COLUMNS:
        return
    goals = [c for c in side.columns if c not in rates and _GOALS.search(heads[c]) and "率" not in heads[c]]
    progress = [c for c, head in heads.items() if c not in rates and goals and _PROGRESS.search(head)]
    for column in (*rates, *progress):
        operands = [*amounts, *goals] if _PROGRESS.search(heads[column]) else amounts
        yield from _column(side, column, list(_rate_formulas(side, column, operands)))
    for column in means:
        yield from _column(side, column, [_Formula(a, b, "均") for a, b in _pairs(side.part, amounts)])
    yield from _within_budget(side, rates)
    for column in differences:
        yield from _column(side, column, [_Formula(a, b, "−") for a, b in _pairs(side.part, amounts)])


def _unless_skipped(side: Side, column: int) -> str:
    """The head of a column; in the table of a survey (发放 收回 满意 满意率) the rate of those content is one of
    counts."""
    head = side.part.heads[column]
    asked = [other for other in side.columns if _ASKED.search(side.part.heads[other])]
    return _CONTENT.sub("认可", head) if asked and column not in asked else head


def _within_budget(side: Side, rates: Sequence[int]) -> Iterator[Relation]:
    """Where no column says the rate of execution: the outturn of a line over its adjusted budget, at most 100 %.

    A line above its budget is a question where all others stay within theirs, else nothing: the columns may mean
    something else.
    """
    heads = {column: side.part.last_head(column) for column in side.columns if column not in rates}
    budgets = [column for column, head in heads.items() if _ADJUSTED.search(head)]
    outturns = [column for column, head in heads.items() if _OUTTURN.search(head)]
    if len(budgets) != 1 or len(outturns) != 1 or (rates and _EXECUTION.search("".join(side.part.heads))):
        return
    formula = _Formula(outturns[0], budgets[0], "÷")
    found = [(line, both) for line in side.lines if (both := formula.operands(line)) is not None and both[1].value > 0]
    above = [spent for _, (spent, budget) in found if spent.value > budget.value]
    for line, (spent, budget) in found:
        exceeds = spent.value > budget.value
        if exceeds and (len(above) > 1 or len(found) <= _FEWEST or not _SPENDING.search(line.label)):
            continue
        computed = percent(spent.value / budget.value)
        name = f"“{line.label or line.code}”"
        says = "超过调整预算数，请核对两数，或说明原因" if exceeds else "没有超过调整预算数"
        yield Relation(
            "rate", "suspicious" if exceeds else "ok", (budget.figure("base"), spent.figure("stated")),
            formula.text(spent, budget), computed, spent.text,
            f"{name}决算数 {spent.text} 为调整预算数 {budget.text} 的 {computed}，{says}。",
        )  # fmt: skip


def _pairs(part: Part, amounts: Sequence[int]) -> list[tuple[int, int]]:
    """Ordered pairs, those whose names fit best first."""
    pairs = [(a, b) for a in amounts for b in amounts if a != b]
    return sorted(pairs, key=lambda pair: -_fit(part, pair))


def _fit(part: Part, pair: tuple[int, int]) -> int:
    first, second = part.heads[pair[0]], part.heads[pair[1]]
    return (_ACTUAL.search(first) is not None) + (_BASE.search(second) is not None and not _ACTUAL.search(second))


def _rate_formulas(side: Side, column: int, amounts: Sequence[int]) -> Iterator[_Formula]:
    head = side.part.heads[column]
    if _SHARE.search(head):
        totals = [line for line in side.lines if line.is_total]
        yield from (_Formula(a, a, "÷", total) for a in amounts for total in totals)
    signs = ("增", "÷") if _GROWTH.search(head) else ("÷", "增")
    for sign in signs:
        for a, b in _pairs(side.part, amounts):
            yield _Formula(a, b, sign, counted=_is_count(side, a) and _is_count(side, b))


def _is_count(side: Side, column: int) -> bool:
    """Whether the column's name says that it counts people or things, and none of its figures has decimals."""
    values = [line.values[column] for line in side.lines if column in line.values]
    return _COUNT_HEAD.search(side.part.heads[column]) is not None and all(not value.decimals for value in values)


def _column(side: Side, column: int, formulas: Sequence[_Formula]) -> Iterator[Relation]:
    """The formula under which most rows hold, and the verdict on every row under it."""
    best: tuple[tuple[int, int], _Formula, list[_Trial]] | None = None
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
    named = _fit(side.part, (formula.first, formula.second)) == 2 and formula.sign == "÷"
    if witnesses < 2 and not (failures == 1 and (named or len(trials) == 1)):
        trials = [trial for trial in trials if trial.verdict != "error"] if witnesses else []
    elif witnesses >= 2 and failures > witnesses:
        return
    trials = _forced(side, column, formula, trials)
    witnesses += named and len(trials) > 2
    certain = failures == 1 and (_makes_a_hundred(side, column, formula, trials) or _mean_of_rates(trials))
    if formula.sign == "均" and failures == 1 and len(trials) > witnesses:
        trials, certain = _in_one_unit(trials), True
    for trial in trials:
        found = _relation(side, column, formula, trial, witnesses, failures)
        doubted = found.verdict == "suspicious" and certain
        yield replace(found, verdict="error", severity="high") if doubted else found


def _makes_a_hundred(side: Side, column: int, formula: _Formula, trials: Sequence[_Trial]) -> bool:
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


def _forced(side: Side, column: int, formula: _Formula, trials: list[_Trial]) -> list[_Trial]:
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


def _trial(line: Line, column: int, formula: _Formula) -> _Trial | None:
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


def _right(formula: _Formula, trial: _Trial) -> str:
    """What the cell should say: an amount, a mean in the column's own unit, or a rate."""
    if formula.sign == "−":
        in_full = round_half_up(trial.computed, trial.stated.decimals) == trial.computed
        return trial.stated.written(trial.computed) if in_full else plain(trial.computed, 6)
    if formula.sign == "均":
        return trial.stated.written(trial.computed / trial.scale)
    return percent(trial.computed, max(2, trial.stated.decimals))


def _relation(side: Side, column: int, formula: _Formula, trial: _Trial, witnesses: int, failures: int) -> Relation:
    head = side.part.last_head(column)
    right = _right(formula, trial)
    slip = shape(trial.stated.text, right) or shape(trial.stated.text, trial.stated.written(trial.computed))
    outvoted = failures * 3 <= witnesses or (witnesses > _FEWEST and failures * 2 <= witnesses)
    sure = (witnesses >= _FEWEST and outvoted) or (witnesses >= 1 and failures == 1 and slip != "")
    verdict: Verdict = trial.verdict if trial.verdict != "error" else "error" if sure else "suspicious"
    name = f"“{trial.line.label or trial.line.code}”的“{head}”"
    wrong = f"{name}应为 {right}，表中为 {trial.stated.text}（其余 {witnesses} 行都按此式成立）。"
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


def _kind(head: str, formula: _Formula) -> RelationKind:
    if formula.sign == "−":
        return "difference"
    if formula.sign == "增":
        return "growth"
    return "share" if _SHARE.search(head) else "rate"
