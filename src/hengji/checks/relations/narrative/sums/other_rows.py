"""Figures near a total that are no parts of it: those of another row, what each gets, and parts on two levels."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_composition import Composition
from hengji.checks.relations.narrative.sums.one_sum import Sum
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.rows_that_add_up import is_made_in_front
from hengji.checks.relations.slips import digits_of, significant_digits
from hengji.checks.relations.verdicts import converted, same_kind

__all__ = ["goes_on", "is_per_head", "is_row_before", "on_two_levels", "without_subtotals"]

_PAIR, _THREE = 2, 3
_TRIED = 100  # threes of a long row
_SUMMED = re.compile("合计|共计|总计|共$")
_ITS_PARTS = re.compile("其中|包括|构成|组成|按")
_JOINED = re.compile("[、和及与]")
_PER_HEAD = re.compile(
    "(?:[人户亩次件生床车辆台所家年月日批]均|平均|每[人户亩次件生床车辆台所家])[^，。；]{0,6}(?:分别|依次)?[为是]?$"
)


def goes_on(slot: Slot) -> bool:
    """Whether *slot* goes on the row of the figure in front of it."""
    return _JOINED.match(slot.before) is not None


def is_row_before(one: Composition, natural: Sum) -> bool:
    """有效 a、b、c 份，合计 a + b + c 份；满意分别为 d、e、f 份: what begins anew behind the total is another row."""
    total, first = natural.total, natural.parts[0]
    if not _SUMMED.search(total.before) or _ITS_PARTS.search(first.before):
        return False
    before = [slot for slot in one.passage.slots[: total.index] if same_kind(slot, total)]
    return is_made_in_front(total, before, joined=goes_on)


def is_per_head(natural: Sum) -> bool:
    """合计 T，生均分别为 a、b、c: what each gets makes no total."""
    return not re.search("均|每", label_of(natural.total)) and _PER_HEAD.search(natural.parts[0].before) is not None


def on_two_levels(natural: Sum) -> bool:
    """其中人员 a、公用 b，构成基本支出 a + b; 合同价 a，比限价 b 低 b - a: one part is made of two others, and what all
    of them add up to says nothing."""
    unit = natural.total.mention.unit
    long = [part for part in natural.parts if len(digits_of(part.mention.text)) > _THREE]
    for at, some in enumerate(combinations(range(len(long)), _THREE)):
        low, middle, high = sorted(converted(long[place].mention, unit) for place in some)
        beside = some[-1] - some[0] < _THREE
        exact = sum(significant_digits(long[place].mention.text) > _THREE for place in some) >= _PAIR
        if low + middle == high and (beside or exact):
            return True
        if at > _TRIED:
            break
    return False


def without_subtotals(natural: Sum) -> Sum:
    """*natural* without every two parts in front of what they make: 人员 a、公用 b，构成基本支出 a + b；项目 c."""
    unit = natural.total.mention.unit
    kept: list[Slot] = []
    for part in natural.parts:
        made = sum((converted(one.mention, unit) for one in kept[-_PAIR:]), Fraction(0))
        if len(kept) >= _PAIR and made == converted(part.mention, unit):
            del kept[-_PAIR:]
        kept.append(part)
    return Sum(natural.total, tuple(kept))
