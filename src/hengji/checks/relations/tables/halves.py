"""What was done or spent by the middle of the year is not more than in all of it: 上半年完成 74 and 全年完成 66 in one
row is wrong. Both columns say the same but for the period; a rate, a balance or a number of staff may fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Line, Side, sides_of
from hengji.facts.relation import Relation, Verdict

__all__ = ["halves"]

_HALF: Final = re.compile(
    r"截至[2-9]月(?:底|末)?|1[-—–~～至](?:[2-9]|1[01])月(?:份)?|(?<!\d)[2-9]月(?:底|末)|上半年|半年|年中|前三季度|[一1]季度"
)
_YEAR: Final = re.compile(r"全年|年度|1[-—~至]12月(?:份)?|12月(?:底|末)|年末|年底")
_DONE: Final = re.compile("完成|实际|执行|支出|支付|实现|累计")
_NOT_DONE: Final = re.compile("目标|指标|计划|预算|率|比|进度|占|得分|排名|预计|余额|结余|库存")
_PASSING: Final = re.compile(
    "率|度$|比例|占比|满意|余额|结余|库存|存栏|在册|在职|在岗|在编|在校|在园|在建|保有|现有|实有|人口|床位|均|时长|天数|次序|排名|浓度|价格|事故|投诉|逾期"
)
_EXPECTED: Final = re.compile("(?:预计全年|全年预计|预计年[底末])[^/]{0,4}(?:支出|执行|完成)")
"""What will have been spent by the end of the year is not less than what was spent by the middle of it."""
_RATE: Final = re.compile("率|比例|进度")
_FEWEST: Final = 3


def halves(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``, one for each row that tells both."""
    if not _HALF.search(context.document.text):
        return
    for table in context.document.tables:
        for part in parts_of(context, table):
            for side in sides_of(part):
                for half, year in _pairs(side):
                    yield from _of_columns(side, half, year)


def _pairs(side: Side) -> Iterator[tuple[int, int]]:
    """A column of half a year and the one of the year that is called the same."""
    heads = {column: side.part.heads[column] for column in side.columns}
    done = {c: head for c, head in heads.items() if _DONE.search(head) and not _NOT_DONE.search(head)}
    for half, head in done.items():
        rest = _bare(_HALF.sub("", head, count=1)) if _HALF.search(head) else None
        wholes = [c for c, other in done.items() if _YEAR.search(other) and not _HALF.search(other)]
        same = [c for c in wholes if _bare(_YEAR.sub("", done[c], count=1)) == rest]
        expected = [c for c, other in heads.items() if _EXPECTED.search(other) and not _RATE.search(other)]
        if rest is not None and len(same) == 1:
            yield half, same[0]
        elif rest is not None and len(expected) == 1:
            yield half, expected[0]


def _bare(head: str) -> str:
    return re.sub(r"[\s累计实际数值额情况(（）)万元]", "", head)


def _of_columns(side: Side, half: int, year: int) -> Iterator[Relation]:
    found = [
        (line, first, whole)
        for line in side.lines
        if (first := line.values.get(half)) is not None and (whole := line.values.get(year)) is not None
        if not first.is_rate and not whole.is_rate and not _PASSING.search(_unbracketed(line.label))
    ]
    above = [one for one in found if one[1].value > one[2].value]
    sound = len(found) - len(above)
    if len(above) > 1 and sound < len(above) * _FEWEST:
        return  # the columns mean something else
    for line, first, whole in found:
        yield _relation(side, half, line, first, whole, sure=sound >= _FEWEST)


def _unbracketed(label: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]$", "", label)


def _relation(side: Side, half: int, line: Line, first: Amount, whole: Amount, *, sure: bool) -> Relation:
    holds = first.value <= whole.value
    verdict: Verdict = "ok" if holds else "error" if sure else "suspicious"
    name, head = line.label or line.code, side.part.last_head(half)
    slip = "" if holds else shape(first.text, whole.text)
    says = "不多于全年" if holds else f"多于全年的 {whole.text}；累计数不会减少，请核对这两个数"
    return Relation(
        "target", verdict, (whole.figure("full_year"), first.figure("half_year")),
        f"{first.text} ≤ {whole.text}", f"不多于 {whole.text}", first.text, f"“{name}”的“{head}”{first.text} {says}。",
        f"两数相近（{slip}）。" if slip else "", "medium" if holds else "high",
    )  # fmt: skip
