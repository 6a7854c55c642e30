"""An amount in another unit than its neighbours that fits them in theirs: 50 万元、50 万元，共计 100 元; 首付 70.95
万元，二期 118.25 元，尾款 47.30 万元 of 236.50 万元; 支出 4333.33 元，比上年减少 1276.52 万元，下降 22.75%.

That a figure in 元 makes the sum of figures in 万元 to the last digit is no chance, so that no word need be trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import number
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation
from hengji.facts.units import Unit

__all__ = ["units_by_sums"]

_TOTAL: Final = re.compile(r"(?:合计|共计|总计|累计|总额|共)(?:金额|资金|支出)?(?:为|是|：|达)*$")
_EACH: Final = re.compile(r"[人户亩生日月年村床件次车师均平]均|每|单价|标准|定额")
_WAY: Final = re.compile(r"(?P<up>增加|增长|上升|多|提高)|(?P<down>减少|下降|降低|压减|压缩|少|节约)")
_CHANGED: Final = re.compile(r"比|较|同比")
_REST: Final = re.compile(r"(?:其余|剩余|余下|另有|剩下)的?[^，。；：]{0,4}$")
_BACK: Final = 3
_LONGEST: Final = 12  # amounts of one list
_FEWEST: Final = 2
_DIGITS: Final = 3  # significant digits that agree with a sum of others no more than once in a thousand
_FAR_DIGITS: Final = 4  # and with a figure anywhere in the paper


def units_by_sums(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``unit``, all errors."""
    known = {mention.value for mention in context.mentions if _digits(mention) >= _FAR_DIGITS}
    for index, passage in enumerate(texts):
        money = [slot for slot in passage.slots if slot.kind == MONEY and not slot.mention.approximate]
        found = _odd_of_list(money, known)
        if found is not None:
            odd, others, unit = found
            yield _relation(odd, others, unit, "按{}计，与同句各数正好合计相符")
        else:
            yield from _before_change(texts, index, money)
        yield from _rests(texts, index)


def _rests(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """全年清运 11.86 万吨。送焚烧 11.24 万吨，其余 0.62 吨: what is left, to the last digit, if it is in 万吨."""
    passage = texts[index]
    before = [slot for near in texts[max(0, index - _BACK) : index] for slot in near.slots]
    for part, rest in pairwise(passage.slots):
        unit = str(part.mention.unit)
        lost = rest.kind == part.kind == COUNT and unit == f"万{rest.mention.unit}" and _REST.search(rest.before)
        if not lost or rest.mention.decimals != part.mention.decimals or not rest.mention.decimals:
            continue
        for whole in reversed([*before, *passage.slots[: part.index]]):
            same = whole.mention.unit == part.mention.unit
            if same and whole.mention.value - part.mention.value == rest.mention.value:
                yield _relation(rest, [whole, part], unit, "按{}计，与总数减去前一部分正好相符")
                break


def _odd_of_list(money: Sequence[Slot], known: set[Fraction]) -> tuple[Slot, Sequence[Slot], str] | None:
    """The one amount of the sentence in a unit of its own that fits a sum of its neighbours, those, and their unit."""
    for at, odd in enumerate(money):
        if _EACH.search(odd.label):
            continue
        for start in range(max(0, at - _LONGEST), at + 1):
            for end in range(at + 1, min(len(money), at + _LONGEST) + 1):
                window = money[start:end]
                units = {str(one.mention.unit) for one in window if one is not odd}
                alone = len(units) == 1 and str(odd.mention.unit) not in units
                if alone and _fits(window, odd, money, known):
                    return odd, [one for one in window if one is not odd], units.pop()
    return None


def _fits(window: Sequence[Slot], odd: Slot, money: Sequence[Slot], known: set[Fraction]) -> bool:
    """Whether the amounts of *window* make up one of them, the one before them, or one far off."""
    total = sum((one.mention.value for one in window), Fraction(0))
    own = odd.mention.value
    if len(window) > _FEWEST:
        if total == 2 * own and (_digits(odd.mention) >= _DIGITS or _TOTAL.search(odd.label)):
            return True  # the odd one is the sum of the others
        ends = (window[0].mention.value, window[-1].mention.value)
        if odd not in (window[0], window[-1]) and any(total == 2 * end for end in ends):
            return _digits(odd.mention) >= _DIGITS
    at = money.index(window[0])
    before = money[at - 1].mention if at else None
    if before is not None and total == before.value and before.unit == _usual(window, odd):
        return _digits(odd.mention) >= _DIGITS
    return len(window) > _DIGITS and total in known and max(_digits(one.mention) for one in window) >= _DIGITS


def _usual(window: Sequence[Slot], odd: Slot) -> Unit | None:
    """The unit of the others."""
    return next((one.mention.unit for one in window if one is not odd), None)


def _before_change(texts: Sequence[Passage], index: int, money: Sequence[Slot]) -> Iterator[Relation]:
    """支出 A 元，比上年减少 B 万元，下降 P%: P is what A and B give, if both are in 万元."""
    following = texts[index + 1].slots[:3] if index + 1 < len(texts) else ()
    slots = [*texts[index].slots, *following]
    for odd in money:
        at = odd.index
        if _EACH.search(odd.label) or _digits(odd.mention) < _DIGITS:
            continue
        for change, rate in pairwise(slots[at + 1 : at + 4]):
            if change.kind != MONEY or rate.kind != RATE or change.mention.unit == odd.mention.unit:
                continue
            way = _WAY.search(change.before)
            if way is None or not _CHANGED.search(change.before + odd.label) or _digits(change.mention) < _DIGITS:
                continue
            base = odd.mention.value + (-1 if way["up"] else 1) * change.mention.value
            near = base > 0 and abs(change.mention.value / base - abs(rate.mention.value)) <= rate.mention.step
            if near and rate.mention.decimals:
                yield _relation(odd, [change, rate], str(change.mention.unit), "按{}计，与变动额和变动率正好相符")
                return


def _digits(mention: Mention) -> int:
    return significant_digits(mention.text)


def _relation(odd: Slot, others: Sequence[Slot], unit: str, why: str) -> Relation:
    stated = odd.mention
    right = f"{stated.text.removesuffix(stated.unit_text).strip()}{unit}"
    message = f"这里写的是 {number(stated)}，{why.format(right)}。单位应为“{unit}”，请改正。"
    witnesses = tuple(figure("witness", one.mention) for one in others)
    return Relation(
        "unit", "error", (*witnesses, figure("stated", stated)), "单位应与相关金额一致", right, number(stated), message,
        f"“{stated.unit}”应为“{unit}”", "high",
    )  # fmt: skip
