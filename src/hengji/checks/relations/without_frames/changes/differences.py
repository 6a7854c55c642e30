"""A difference that no frame took: 上一年3912册……本年5208册，较上一年多1396册.

Its own word says that it is one. Whatever two or three figures near by make it acquits it; where none do, last year's
figure and this year's decide, or the two that alone stand beside it, or a slip of the pen that parts it from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.near_misses import Terms, gap_of, holds, slips_in, total_of
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, shape, shown_digits
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.changes.years import countable, told_of_years
from hengji.checks.relations.without_frames.marks import is_planned, is_quantity
from hengji.facts.relation import Relation

__all__ = ["open_differences"]

_CHANGE: Final = r"增加|减少|上升|下降|多|少|高|低|增|减|降|升|涨|下调|上调"
_REST: Final = (
    "省下|省(?![级内外市直本财委厅])|短缺|亏空|亏损|盈余|净增|净减|净增加|新增|少开|少花|多出|多花|差|还差|还有|尚有|剩下|余下|余|剩|少|缺|节约|节省|"
    "节余|结余|余额|剩余|尚余|尚欠|欠付|还欠|未付|缺口|差额|相差|超概|超支|超编|超出|超额完成|超|缩短|压缩|压减|核减|多报|少报|短少|高出|低于"
)
_TOLD: Final = re.compile(
    rf"(?:(?P<change>{_CHANGE})|(?P<rest>{_REST}))(?:[^，。；：]{{0,4}}(?:费|资金|经费|款|金额|支出|收入))?(?:了|出|完成|投入|支付|使用|受理|办|收|招|接待|开支|额|约|为|近|：|共|合计|有|个)*$"
)
_MOVED: Final = re.compile("缩短|压缩")
"""Said of a rest as well as of a change: 较上年的12天压缩了3天，今年为9天."""
_COMPARED: Final = re.compile("(?:比|较)(?:上年|去年|同期|上一年|前一年)|同比")
_STRANGE: Final = re.compile(
    "上年度?(?:欠|结)|以前|往年|结[转余]收入|每|均|累计|其中|提高到|降到|增至|降至|年均|增加到"
)
_LAST_YEARS: Final = re.compile("上年|去年|同期|上一年|前一年")
_SAVED: Final = re.compile("省下|节省|少花")
_PAIR: Final = 2
_NEAR: Final = 3  # passages in front whose figures may explain it
_MOST: Final = 14
_FAR: Final = Fraction(12)  # times by which a difference may be off before it is one of other figures
_NEARLY: Final = Fraction(3, 2)  # the same, where words alone say which figures are meant
_SHORT, _LONG = 3, 4
_FEW: Final = 2  # digits of a difference that stands alone with its two figures


def open_differences(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``difference`` for the figures of passage *index* that stand in no relation yet."""
    passage = texts[index]
    for slot in passage.slots:
        told = _TOLD.search(slot.label) if is_quantity(slot) and slot.mention.start not in settled else None
        if told is None or _STRANGE.search(slot.label):
            continue
        own = [one for one in passage.slots if one is not slot and is_quantity(one) and same_kind(one, slot)]
        near = [one for text in texts[max(0, index - _NEAR) : index] for one in text.slots if is_quantity(one)]
        near = [one for one in near if same_kind(one, slot)][-_MOST:]
        behind = [one for text in texts[index + 1 : index + 2] for one in text.slots if is_quantity(one)]
        around = [*own, *near, *(one for one in behind if same_kind(one, slot))]
        if len(own) > _MOST or any(one.mention.value == slot.mention.value for one in own) or _made(own, around, slot):
            continue
        moved = told["change"] is not None or _MOVED.match(told[0]) is not None
        yield from _judged(texts, index, slot, own, change=moved)


def _made(own: Sequence[Slot], around: Sequence[Slot], slot: Slot) -> bool:
    """Whether two figures near by, or three of the sentence, make the difference."""
    if any(holds(gap_of(a, b), slot) for a, b in combinations(around, _PAIR)):
        return True
    few = own[: _MOST // 2]
    return any(
        holds([(1, a), (1, b), (-1, c)], slot) or holds([(1, a), (-1, b), (-1, c)], slot)
        for a, b, c in permutations(few, _PAIR + 1)
    )


def _judged(
    texts: Sequence[Passage], index: int, slot: Slot, own: Sequence[Slot], *, change: bool
) -> Iterator[Relation]:
    passage = texts[index]
    pair = told_of_years(passage, slot)
    if pair is None and change and _COMPARED.search(slot.label) and index:
        pair = told_of_years(texts[index - 1], None)
    if pair is not None and pair.plain and same_kind(pair.base, slot) and change:
        terms = gap_of(pair.current, pair.base)
        right = total_of(terms, slot)
        slipped = any(one.slot is slot for one in slips_in(terms, slot, swapped=_SHORT, digit=_SHORT))
        near = right > 0 and 1 / _NEARLY <= right / slot.mention.value <= _NEARLY
        if _is_close(terms, slot) and (slipped or near):
            yield _relation(terms, slot)
        return
    if not own and not change and (terms_across := _across(texts, index, slot)) is not None:
        yield _relation(terms_across, slot)
        return
    others = [one for one in own if one in countable(passage)]
    told_apart = _LAST_YEARS.search(slot.label) is not None  # 比上年预算增加 D: that budget is not told
    saved = _SAVED.search(slot.label) is not None  # 电费从 A 降到 B，一年省下 D: of the very two years
    if len(own) != _PAIR or len(others) != _PAIR or told_apart or (pair is not None and pair.plain and not saved):
        return
    terms = gap_of(*others)
    slip = shape(number(slot.mention), as_written(total_of(terms, slot), slot.mention))
    held = any(is_planned(passage, one) for one in others) and not all(is_planned(passage, one) for one in others)
    long = shown_digits(slot.mention.text) >= _FEW
    near = 1 / _NEARLY <= total_of(terms, slot) / slot.mention.value <= _NEARLY
    if _is_close(terms, slot) and ((slip and long) or (held and near and not change)):
        yield _relation(terms, slot)


def _across(texts: Sequence[Passage], index: int, slot: Slot) -> Terms | None:
    """截至年底还有 D 没有花完, alone in its sentence: the one pair in front of it that a swap parts from it."""
    near = [one for text in texts[max(0, index - _NEAR) : index] for one in text.slots if is_quantity(one)]
    near = [one for one in near if same_kind(one, slot)][-_MOST:]
    found = {}
    for a, b in combinations(near, _PAIR):
        terms = gap_of(a, b)
        right = total_of(terms, slot)
        if right > 0 and shape(number(slot.mention), as_written(right, slot.mention)) == SWAPPED:
            found[right] = terms
    long = shown_digits(slot.mention.text) >= _LONG
    return next(iter(found.values())) if len(found) == 1 and long else None


def _is_close(terms: Terms, slot: Slot) -> bool:
    right = total_of(terms, slot)
    return right > 0 and 1 / _FAR <= right / slot.mention.value <= _FAR and not holds(terms, slot)


def _relation(terms: Terms, slot: Slot) -> Relation:
    right = as_written(total_of(terms, slot), slot.mention)
    (_, high), (_, low) = terms
    slips = [one for one in slips_in(terms, slot, swapped=_SHORT, digit=_LONG) if one.slot is slot]
    formula = " - ".join(in_words(converted(one.mention, slot.mention.unit)) for one in (high, low))
    message = (
        f"{number(high.mention)} 与 {number(low.mention)} 相差 {right}，{label_of(slot)}写的是 {number(slot.mention)}。"
    )
    roles = [("base", high.mention), ("part", low.mention), ("stated", slot.mention)]
    return relation("difference", "error", roles, formula, right, message, slips[0].told if slips else "")
