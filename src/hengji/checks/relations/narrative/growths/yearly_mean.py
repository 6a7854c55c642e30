"""年均增长: the mean rate of growth over several years, by the first and the last figure of the series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.intervals import Interval, displayed
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, in_words, interval_of, number, relation, same_kind
from hengji.facts.numbers import round_half_up
from hengji.facts.relation import Relation, Verdict

__all__ = ["yearly_means"]

_MEAN = re.compile(
    r"(?:年均|平均每年|每年平均)(?:复合)?(?P<word>增长|增幅|增速|递增|上升|提高|下降|减少|递减|降幅)(?:率|幅度)?(?:约|为|达|到)*$"
)
_YEAR = re.compile(r"(20\d\d)(?:年|(?=[—\-~至、]))")
_SERIES = re.compile(r"分别|依次|(?:由|从)[^，。；]{0,20}$")
_MOST_YEARS = 10
_LEAST_TIMES = 2
_STEPS = 60


def yearly_means(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every such rate whose sentence names the years and gives the figures of the first and the last, or of all."""
    for passage in texts:
        for rate in passage.slots:
            match = _MEAN.search(rate.before) if rate.kind == RATE and not rate.mention.approximate else None
            if match is None:
                continue
            ends = _ends(passage, rate)
            if ends is not None:
                yield _relation(*ends, rate, falling=match["word"][0] in "下减降" or match["word"] == "递减")


def _ends(passage: Passage, rate: Slot) -> tuple[Slot, Slot, int] | None:
    """The first figure, the last one, and how many years lie between them."""
    years = [int(year) for year in _YEAR.findall(passage.text[: rate.at])]
    plain = [slot for slot in passage.slots[: rate.index] if slot.kind in (MONEY, COUNT)]
    if len(set(years)) < _LEAST_TIMES or len(plain) < _LEAST_TIMES:
        return None
    span = max(years) - min(years)
    alike = all(same_kind(slot, plain[0]) and not slot.mention.approximate for slot in plain)
    if not alike or len(plain) not in (_LEAST_TIMES, span + 1) or not _LEAST_TIMES <= span <= _MOST_YEARS:
        return None
    told = all(_YEAR.search(slot.before) for slot in plain) or _SERIES.search(plain[0].before)
    return (plain[0], plain[-1], span) if told and plain[0].mention.value > 0 < plain[-1].mention.value else None


def _relation(first: Slot, last: Slot, years: int, rate: Slot, *, falling: bool) -> Relation:
    base, now = interval_of(first.mention, first.mention.unit), interval_of(last.mention, first.mention.unit)
    times = now.divided_by(base)
    stated = displayed(rate.mention)
    low, high = (1 - stated.high, 1 - stated.low) if falling else (1 + stated.low, 1 + stated.high)
    holds = times is not None and Interval(low**years, high**years).meets(times)
    ratio = converted(last.mention, first.mention.unit) / first.mention.value
    mean = _root(ratio, years) - 1
    computed = round_half_up(-mean if falling else mean, rate.mention.decimals + 2)
    simple = (ratio - 1) / years  # 年均增长 as the whole growth over the years
    by_years = round_half_up(-simple if falling else simple, rate.mention.decimals + 2) == rate.mention.value
    verdict: Verdict = "ok" if holds or by_years else "error"
    right = as_written(computed, rate.mention)
    roles = [("first", first.mention), ("last", last.mention), ("stated", rate.mention)]
    formula = (
        f"({in_words(converted(last.mention, first.mention.unit))} ÷ {in_words(first.mention.value)})^(1/{years}) - 1"
    )
    message = f"年均变动率为 {right}，与文中一致。"
    if verdict == "error":
        message = f"{years} 年的年均变动率应为 {right}，文中为 {number(rate.mention)}。"
    return relation("growth", verdict, roles, formula, right, message)


def _root(value: Fraction, degree: int) -> Fraction:
    """The root by halving, to far more digits than any text displays."""
    low, high = Fraction(0), max(value, Fraction(1))
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if middle**degree <= value else (low, middle)
    return low
