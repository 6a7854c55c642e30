"""每公里投入 56.43 元 where 2742.36 万元 paid for the 48.6 公里: how many there are stands beside the mean.

What was paid for all of them stands in a table, in another chapter, or in the line above.

Only the unit is wrong, so the mean has the digits of the quotient; the more of them, the farther off the amount may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.slips import digits_of, significant_digits
from hengji.checks.relations.verdicts import in_ones, number
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["units_of_far_means"]

_MEAN: Final = re.compile(
    r"(?:平均(?:每[\u4e00-\u9fff]{1,6}?)?|[一-龥]均|每(?P<of>公里|平方米|立方米|[\u4e00-\u9fff]{1,2}?)|单(?:位|车|台|座|套|处))"
    r"[^，。；：\d\n|]{0,12}[：:|\s]{0,4}(?:[≤<][^\d\n]{0,2}[\d.]{1,8}[^\d\n]{1,3}[|\s]{1,4})?(?:为|约|达|仅|是)?\s?$"
)
_CLAUSE: Final = 32
_BEFORE, _BEHIND = 8, 2  # figures among which the number of them stands
_LINES: Final = 160  # characters in front
_FAR: Final = 4  # digits of a mean whose amount may stand anywhere
_NEAR: Final = 3  # digits of one whose amount stands among the figures beside it
_CENTS: Final = 2
_LEAST: Final = 100  # 万元 of a table without a unit
_TEN_THOUSAND: Final = 10_000
_HALF: Final = Fraction(1, 2)


def units_of_far_means(context: Context, told: Iterable[int]) -> Iterator[Relation]:
    """Relations of kind ``unit``, errors all, for means in 元 that none of *told* is about."""
    known, text = set(told), context.document.text
    amounts = [one for one in context.mentions if one.unit_text in ("万元", "元") and one.value > 0]
    wide = [one for one in amounts if one.unit_text == "万元"]
    anywhere = [*wide, *_bare(context)]
    for mean in amounts:
        if mean.unit_text != "元" or mean.start in known or not mean.decimals or significant_digits(mean.text) < _NEAR:
            continue
        cue = _MEAN.search(text[max(0, mean.start - _CLAUSE) : mean.start])
        if cue is None or not wide:
            continue
        beside = context.around(mean, _BEFORE, _BEHIND)
        counts = [one for one in beside if _is_count(one) and 0 < mean.end - one.start + _CLAUSE < _LINES + _CLAUSE]
        far = significant_digits(mean.text) >= _FAR
        near = [one for one in beside if one.unit_text == "万元" and one.value > 0]
        found = _paid_for(mean, anywhere if far else near, counts)
        if found is not None and not any(_explains(mean, one, many) for one in amounts for many in counts):
            yield _relation(mean, *found)


def _is_count(one: Mention) -> bool:
    return one.unit is not None and not one.unit.is_money and not one.unit.is_rate and one.value > 1


def _bare(context: Context) -> list[Mention]:
    """Amounts of tables that the reader saw no unit of."""
    return [one for one in context.mentions if one.unit is None and one.decimals == _CENTS and one.value > _LEAST]


def _paid_for(mean: Mention, wide: Sequence[Mention], counts: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The amount in 万元 and the number of them whose quotient has the digits of *mean*."""
    for many in counts:
        for one in wide:
            if len(digits_of(one.text)) < _NEAR:
                continue
            if abs(one.value / in_ones(many) - mean.value) <= mean.step * _HALF:
                return one, many
    return None


def _explains(mean: Mention, amount: Mention, many: Mention) -> bool:
    """Whether the mean is right in 元 after all."""
    yuan = amount.value * (_TEN_THOUSAND if amount.unit_text == "万元" else 1)
    return abs(yuan / in_ones(many) - mean.value) <= mean.step


def _relation(mean: Mention, amount: Mention, many: Mention) -> Relation:
    right = f"{mean.text.removesuffix(mean.unit_text).strip()}万元"
    told = f"{number(amount)} ÷ {number(many)} = {right}"
    figures = (figure("stated", mean),)  # what it is of may be wrong besides
    return Relation(
        "unit", "error", figures, f"{amount.text} ÷ {many.text}", right, number(mean),
        f"{told}，文中为 {number(mean)}。单位应为“万元”，请改正。", "“元”应为“万元”", "high",
    )  # fmt: skip
