"""Columns of shares whose whole the table does not print: 占全市支出比重, 累计进度 beside 累计支出. All rows divide by
one amount, which they show together; the row that divides by another is wrong. Where the text tells such an amount it
is named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.intervals import Interval
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount, rounded, significant
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Side, sides_of
from hengji.facts.mention import Mention
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["outside_wholes"]

_SHARE: Final = re.compile(r"比重|占比|(?:^|/)占(?!地|用|补)|所占比例|百分比")
_PACE: Final = re.compile(
    r"^(?:累计)?(?:支出|执行|支付|拨付|资金|预算|使用)*(?:进度|执行率|支付率)(?:[(（][%％][)）])?$"
)
"""How far along a plan is that no column tells."""
_GROWTH: Final = re.compile(r"增|减|变动|差异|幅|率|同比")
_PLAN: Final = re.compile("预算|计划|目标|指标|下达|到位|安排")
_AMOUNT: Final = re.compile(r"率|进度|比例|比重|占|[%％]|幅|得分|分值|权重")
_FEWEST: Final = 3
_TELLING: Final = 3
"""Digits of a share that are too many to agree by chance."""


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    part: Amount
    share: Amount
    scale: Fraction

    @property
    def whole(self) -> Interval:
        """What the part can be divided by to give the share."""
        half = self.share.step * self.scale / 2
        value = self.share.value * self.scale
        found = rounded(self.part).divided_by(Interval(value - half, value + half))
        return found if found is not None else Interval(Fraction(0), Fraction(0))


def outside_wholes(context: Context, judged: Collection[int]) -> Iterator[Relation]:
    """Relations of kind ``share`` for every row of a column none of whose shares starts at a place of *judged*."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            for side in sides_of(part):
                yield from _of_side(context, side, judged)


def _of_side(context: Context, side: Side, judged: Collection[int]) -> Iterator[Relation]:
    heads = {column: side.part.last_head(column) for column in side.columns}
    shares = [column for column, head in heads.items() if _SHARE.search(head) and not _GROWTH.search(head)]
    amounts = [column for column, head in heads.items() if not _AMOUNT.search(head)]
    if not any(_PLAN.search(head) for head in heads.values()):
        shares += [column for column, head in heads.items() if _PACE.search(head)]
    for column in shares:
        summed = [amount for amount in amounts if "累计" in heads[amount] and "累计" in heads[column]]
        found = [rows for amount in summed or amounts if (rows := _rows(side, amount, column))]
        if len(found) != 1 or any(row.share.figure("stated").start in judged for row in found[0]):
            continue
        yield from _of_rows(context, found[0])


def _rows(side: Side, amount: int, column: int) -> list[_Row]:
    """The rows of a share and its part; none where the table may hold the whole itself."""
    rows = []
    for line in side.lines:
        part, share = line.values.get(amount), line.values.get(column)
        if part is None or share is None or part.value <= 0 or share.value <= 0:
            continue
        scale = Fraction(1) if share.is_rate else Fraction(1, 100)
        if share.value * scale >= 1:
            return []
        rows.append(_Row(line.label, part, share, scale))
    return rows


def _of_rows(context: Context, rows: Sequence[_Row]) -> Iterator[Relation]:
    agreed = _agreed(rows)
    if agreed is None:
        return
    whole = _told(context, agreed)
    for row in rows:
        yield _relation(row, agreed, whole)


def _agreed(rows: Sequence[_Row]) -> Interval | None:
    """The amount by which all rows but a fourth may divide, where at least three rows show it beyond chance."""
    best: list[_Row] = []
    for low in {row.whole.low for row in rows}:
        among = [row for row in rows if row.whole.low <= low <= row.whole.high]
        best = max(best, among, key=len)
    telling = [row for row in best if significant(row.share.value) >= _TELLING]
    values = {row.share.value for row in best}
    if len(telling) < _FEWEST or len(values) < _FEWEST or (len(rows) - len(best)) * 3 > len(best):
        return None
    return Interval(max(row.whole.low for row in best), min(row.whole.high for row in best))


def _told(context: Context, agreed: Interval) -> Mention | None:
    """The one figure of the paper that lies there, in the table's unit or in 亿元 and 元 beside 万元."""
    scales = (Fraction(1), Fraction(10_000), Fraction(1, 10_000))
    found = [
        mention
        for mention in context.mentions
        if not mention.is_rate and any(agreed.low <= mention.value * scale <= agreed.high for scale in scales)
    ]
    return found[0] if len({mention.value for mention in found}) == 1 else None


def _relation(row: _Row, agreed: Interval, whole: Mention | None) -> Relation:
    base = (agreed.low + agreed.high) / 2
    holds = row.whole.meets(agreed)
    right = row.share.written(row.part.value / base / row.scale)
    told = (figure("base", whole),) if whole is not None else ()
    figures: tuple[Figure, ...] = (row.part.figure("part"), *told, row.share.figure("stated"))
    name = whole.text if whole is not None else "各行共同的总额"
    slip = "" if holds else shape(row.share.text, right)
    message = f"“{row.label}”占 {name} 的 {right}，"
    message += "与表中一致。" if holds else f"表中为 {row.share.text}；其余各行除以的都是同一总额。"
    verdict: Verdict = "ok" if holds else "error" if slip or whole is not None else "suspicious"
    return Relation(
        kind="share",
        verdict=verdict,
        figures=figures,
        formula=f"{row.part.text} ÷ {name}",
        computed=right,
        stated=row.share.text,
        message=message,
        likely=mistaken(row.share.text, right, slip) or ("" if holds else "金额或占比有误。"),
        severity="medium" if holds else "high",
    )
