"""A row of figures and one beside it that all but is their sum: 中央1200万元，省级480万元，自筹64.50万元，到位1950万元.

No frame is asked for. That figures which stand one behind the other add up to the figure next to them but for two
digits exchanged, or for one of four that is wrong, is no chance; whatever else near by adds up to it acquits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.narrative.sums.traits import of_answers_alone
from hengji.checks.relations.near_misses import Terms, holds, total_of
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.rows_that_add_up import has_parts_of_parts, is_made_of
from hengji.checks.relations.slips import (
    ONE_DIGIT,
    SWAPPED,
    as_written,
    shape,
    significant_digits,
)
from hengji.checks.relations.verdicts import same_kind
from hengji.checks.relations.without_frames.complete_lists import listed_behind, named_one_by_one, one_left_out
from hengji.checks.relations.without_frames.marks import apart, is_counted_twice, is_last_years, is_quantity
from hengji.checks.relations.without_frames.sum_rows import (
    STRONG,
    SumRow,
    SumSlip,
    is_announced,
    sum_relation,
    value_of,
)
from hengji.facts.relation import Relation

__all__ = ["open_sums"]

_TOTAL: Final = re.compile(
    r"合计|共|总|累计|小计|加起来|合起来|合在一起|全部|[两三四五六七八九十](?:项|笔|家|类|块|处|级|区|片|批|个)|一年|全年|年末|全县|全市|全区|全镇|全乡|全校|筹[措集]|投入|到位"
)
_CAME, _WENT = (
    re.compile("追加|调增|增加|收入|购入|新购|转入"),
    re.compile("调减|追减|减少|支出|核减|收回|报废|转出|退"),
)
_AMONG: Final = re.compile("其中|包括|含")
_ASIDE: Final = re.compile("其中|另|不含|不计|除外|此外|包括|减|退|扣")
_IN_BRACKETS: Final = re.compile(r"^（(?!其中|含|包括|另|不含|占|比|较|上年|同比|约)")
_PRICED: Final = re.compile("中标|成交|审定|核定|结算|合同|实际")
_OF_A_YEAR: Final = re.compile("^20[0-9]{2}年")
_FEWEST, _MOST = 2, 12
_LONG_ROW: Final = 3
_FAR: Final = Fraction(3, 2)  # times by which a total may be off before it is not that of the row
_CLOSE: Final = Fraction(5, 4)
_SHORT: Final = 3  # significant digits of which two may be swapped, and one more for one that is wrong


def open_sums(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``sum`` and ``count`` for rows of passage *index* whose total stands in no relation yet."""
    passage = texts[index]
    free = _free(passage)
    told: set[int] = set()
    for total in free:
        alike = [slot for slot in free if slot is total or same_kind(slot, total)]
        inside = _inside(passage, total) if total.index not in told else None
        if inside is not None and not {figure.start for figure in inside.figures} <= settled:
            yield inside
            told |= {slot.index for slot in alike}
        at = alike.index(total)
        named = list(named_one_by_one(alike[at + 1 : at + 1 + _MOST], total)) if total.index not in told else []
        yield from named
        if named or total.mention.start in settled or total.index in told:
            continue
        if _explained(passage, total):
            left = one_left_out(alike[max(0, at - _MOST) : at], total)
            left = left or listed_behind(alike[at + 1 : at + 1 + _MOST], total)
            if left is not None:
                yield left
            continue
        rows = _rows(alike[max(0, at - _MOST) : at], alike[at + 1 : at + 1 + _MOST])
        found = next((one for row in rows if (one := _of(total, row, settled)) is not None), None)
        if found is not None:
            told |= {slot.index for slot in alike}
        elif at == 0 and index and texts[index - 1].slots:
            found = _across(total, texts[index - 1], settled)  # … 7.5万元。四笔218.6万元
        if found is not None:
            yield found
    if index and len(texts[index - 1].slots) and free:
        yield from _announced(texts[index - 1], passage, settled)


def _free(passage: Passage) -> list[Slot]:
    changed = changed_slots(passage)
    return [
        slot
        for slot in passage.slots
        if is_quantity(slot)
        and slot.index not in changed
        and not (apart(slot) or is_last_years(passage, slot) or is_counted_twice(passage, slot))
    ]


def _inside(passage: Passage, total: Slot) -> Relation | None:
    """收回 481 份（消费者 289 份、企业 182 份）: in the bracket behind a figure two of its kind and nothing else."""
    if _IN_BRACKETS.match(passage.after(total)) is None:
        return None
    close = passage.text.find("）", total.at)
    parts = [slot for slot in passage.slots if total.at < slot.at < close]
    named = all(slot.label.lstrip("（、") for slot in parts)
    plain = all(same_kind(slot, total) and is_quantity(slot) and not apart(slot) for slot in parts)
    plain = plain and not any("各" in slot.label for slot in parts)
    if len(parts) < _FEWEST or not named or not plain or not passage.after(parts[-1]).startswith("）"):
        return None
    right = total_of([(1, slot) for slot in parts], total)
    if (
        len(parts) == _FEWEST
        and re.search("扣|减|剔|除|留", parts[1].before)
        and holds([(1, parts[0]), (-1, parts[1])], total)
    ):
        return None  # 费用 T（支出 A 扣除服务费 B）
    if holds([(1, slot) for slot in parts], total) or not 1 / _CLOSE <= right / total.mention.value <= _CLOSE:
        return None
    return sum_relation(parts, total, SumSlip(total, right, ""))


def _rows(before: Sequence[Slot], behind: Sequence[Slot]) -> Iterator[SumRow]:
    """The rows that the total may sum: those next to it, the longest first; then those a figure or two away."""
    for at in range(len(before) - 1):
        yield SumRow(before[at:], whole=at == 0)
    for end in range(len(behind), 1, -1):
        yield SumRow(behind[:end], whole=end == len(behind))
    for side in (before, behind):
        for start, end in combinations(range(len(side) + 1), 2):
            if end - start >= _LONG_ROW and not (side is before and end == len(side)) and (side is before or start):
                yield SumRow(side[start:end], whole=False, apart=True)


def _across(total: Slot, earlier: Passage, settled: set[int]) -> Relation | None:
    """The total opens the sentence that follows its parts."""
    parts = [slot for slot in _free(earlier) if same_kind(slot, total)][-_MOST:]
    if len(parts) < _FEWEST or _explained(earlier, total):
        return None
    if has_parts_of_parts([slot for slot in earlier.slots if same_kind(slot, total)]):
        return None  # the row has a total of its own
    marked = _TOTAL.search(total.label) is not None
    return _of(total, SumRow(parts, whole=marked, apart=not marked), settled)


def _announced(earlier: Passage, passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """The total ends the sentence in front of its parts, alone of its kind there."""
    free = _free(earlier)
    told = [slot for slot in free if not _OF_A_YEAR.search(slot.label)]
    total = told[-1] if told else None
    if total is None or any(same_kind(slot, total) for slot in told[:-1]):
        return
    parts = [slot for slot in _free(passage) if same_kind(slot, total)][:_MOST]
    if len(parts) < _FEWEST or _explained(passage, total) or _explained(earlier, total):
        return
    row = SumRow(parts, whole=True, apart=True)
    alone = told == free and total.mention.start not in settled
    found = (_of(total, row, settled) if alone else None) or _told_as_all(row, total)
    if found is not None:
        yield found


def _told_as_all(row: SumRow, total: Slot) -> Relation | None:
    """上缴 T。明细为：a，b，c: the sentence behind says itself that it lists what the total is made of."""
    right = total_of([(1, slot) for slot in row.parts], total)
    close = 1 / _CLOSE <= right / total.mention.value <= _CLOSE
    plain = len(row.parts) >= _LONG_ROW and not any(_ASIDE.search(slot.before) for slot in row.parts)
    joined = all(re.match("[、，；和及]", slot.before) for slot in row.parts[1:]) and not has_parts_of_parts(row.parts)
    told = plain and joined and close and is_announced(row) and not holds([(1, slot) for slot in row.parts], total)
    return sum_relation(row.parts, total, SumSlip(total, right, "")) if told else None


def _of(total: Slot, row: SumRow, settled: set[int]) -> Relation | None:
    if of_answers_alone(total.label, _told(row.parts)):
        return None
    marked = _TOTAL.search(total.label) is not None and not row.apart
    parts = row.parts
    most = max(value_of(slot, total) for slot in parts)
    listed = _AMONG.search(parts[0].before) is not None  # 其中: there may be more
    marked = marked or (not row.apart and is_announced(row))
    both_ways = _CAME.search(_told(parts)) is not None and _WENT.search(_told(parts)) is not None
    if both_ways or most >= total.mention.value or has_parts_of_parts(parts) or not (marked or total.kind == MONEY):
        return None
    slip = _slip(row, total, settled, marked=marked and not listed)
    if slip is None and parts[0].index == total.index + 1 and is_announced(row):
        slip = SumSlip(total, total_of([(1, slot) for slot in parts], total), "")
    if slip is None and row.whole and parts[-1].index < total.index and _is_plain_total(row, total):
        slip = SumSlip(total, total_of([(1, slot) for slot in parts], total), "")
    return sum_relation(parts, total, slip) if slip is not None else None


def _told(parts: Sequence[Slot]) -> str:
    return "".join(slot.label for slot in parts)


def _explained(passage: Passage, total: Slot) -> bool:
    """Whether any figures of its kind near by, whatever is said of them, add up to it or are the same."""
    alike = [slot for slot in passage.slots if slot is not total and same_kind(slot, total) and slot.mention.value > 0]
    beside = total in passage.slots
    near = [slot for slot in alike if not beside or abs(slot.index - total.index) <= 2 * _MOST]
    return is_made_of(total, near)


def _slip(row: SumRow, total: Slot, settled: set[int], *, marked: bool) -> SumSlip | None:
    """The one figure that a slip mends: the total first."""
    terms: Terms = [(1, slot) for slot in row.parts]
    right = total_of(terms, total)
    name = shape(as_written(total.mention.value, total.mention), as_written(right, total.mention))
    if name == SWAPPED or (name == ONE_DIGIT and row.whole and (marked or len(row.parts) >= _LONG_ROW)):
        long = _is_long(row, total, right, name, marked=marked) and not (row.apart and name == ONE_DIGIT)
        return SumSlip(total, right, name) if long else None
    gap = total.mention.value - right
    for slot in row.parts if row.whole and (marked or len(row.parts) >= _LONG_ROW) else ():
        meant = slot.mention.value + gap * slot.mention.value / value_of(slot, total)
        if slot.mention.start not in settled and meant > 0 and _is_swapped(slot, meant):
            return SumSlip(slot, meant, SWAPPED)
    return None


def _is_long(row: SumRow, total: Slot, right: Fraction, name: str, *, marked: bool) -> bool:
    """Whether the figures have digits enough for the slip *name* in *total* to be no chance."""
    places = max(_places(slot, total) for slot in row.parts)
    digits = len(str(int(max(right, total.mention.value)))) + places
    few = _SHORT if len(row.parts) >= _LONG_ROW or marked else _SHORT + 1
    long = len(row.parts) > _LONG_ROW and row.whole
    few += name == ONE_DIGIT and total.index < row.parts[0].index and not long
    return digits >= (few if name == SWAPPED else few + (not (marked and row.whole)))


def _is_plain_total(row: SumRow, total: Slot) -> bool:
    """三项累计 T behind three figures and more: its words leave nothing else to be meant."""
    if _PRICED.search(total.label) and not _PRICED.search(_told(row.parts)):
        return False  # 预算 a、b、c，均公开招标，中标价合计 T
    right = total_of([(1, slot) for slot in row.parts], total)
    close = 1 / _FAR <= right / total.mention.value <= _FAR
    return close and not row.apart and len(row.parts) >= _LONG_ROW and STRONG.search(total.label) is not None


def _places(slot: Slot, like: Slot) -> int:
    """To how many places behind the point (in front of it: below zero) the figure goes, in the unit of *like*."""
    value, places = value_of(slot, like), -9
    while (value * 10**places if places > 0 else value / 10**-places).denominator > 1 and places < _MOST:
        places += 1
    return places


def _is_swapped(slot: Slot, meant: Fraction) -> bool:
    written, right = as_written(slot.mention.value, slot.mention), as_written(meant, slot.mention)
    return shape(written, right) == SWAPPED and min(significant_digits(written), significant_digits(right)) >= _SHORT
