"""What is left, saved or lacking of two figures that their names pair, also a sentence away: 调整后预算 A。全年支出 B，
年末尚有 D 没有花出去.

The word at the figure says that it is a gap. What was to be (预算, 限价, 任务, 年初) and what came of it (支出, 中标,
年末) are the nearest figures in front that are called so; a difference to last year, the nearest two that years part.
Whatever figures near by give the gap, two or three, acquits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from typing import Final

from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.near_misses import Terms, gap_of, holds, slips_in, total_of
from hengji.checks.relations.passages import COUNT, MONEY, SCORE, Passage, Slot
from hengji.checks.relations.slips import SHIFTED, SWAPPED, as_written, mistaken, shape, shown_digits
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["told_gaps"]

_SHORT_OF: Final = (
    "尚有|还有|仍有|尚余|剩余|剩下|余下|结余|节余|结存|未支出|未使用|未用|没用|节约|节省|省下|省出|省|少花|少支|少用|少开|缺口|短缺|短少|"
    "差额|还差|尚差|差|缺|尚欠|仍欠|还欠|欠付|少|低于|减少|压下来?|压减|压缩|缩短|下降|降低|核减|审减|净减"
)
_BEYOND: Final = (
    "超概|超支|超出|超过|超额完成|超额|超编|超|多出|多花|多支|多开|多|高出|高|增加|新增|净增|净添|增|提高|上升"
)
_GAP: Final = re.compile(
    rf"(?:(?P<less>{_SHORT_OF})|(?P<more>{_BEYOND}))(?:了|出|下|的?(?:财政)?(?:资金|经费|费用|支出|采购|床位|机动车)|额|金额|约|为|近|达到?|：|共|合计|有|计)*$"
)
_BASE: Final = re.compile(
    "预算|概算|控制价|限价|拦标价|计划|任务|目标|应(?![急用对届])|核定|编制|下达|到位|合同价|法定|年初|期初|原(?!因)|需求|需要|标准|送审"
)
_CAME: Final = re.compile(
    "支出|决算|结算|中标|成交|合同价|审定|实际|实有|实拨|完成|已|年末|期末|年底|现有|账面|承诺|使用|支付|执行|开支|采购金额|保有|能力|供应|花了|用了|建成"
)
_STRANGE: Final = re.compile(
    "上年度?(?:欠|结)|以前|往年|结[转余]收入|每|均|累计|其中|提高到|降到|增至|降至|增加到|减少到|目标|计划(?!相比|比|数)|前年|百分"
)
_PART: Final = re.compile("其中|包括|含|主要|分别|另|此外|人均|户均|每|第[一二三四五六]")
_THEN: Final = re.compile("上一?年|去年|年初|期初|上年末|去年末")
_TO_LAST_YEAR: Final = re.compile("[比较同与](?:上一?年|去年)(?!度?的?(?:预算|计划|目标|任务))|同比|同期")
"""目标 A，实际 B，比上年增加 D: last year's figure, and not the goal, is what D is held against."""
_TIME: Final = re.compile(
    "上一?年度?|去年|今年|本年|当年|年[初末底]|期[初末]|上年末|同口径|同期|的|为|是|有|只|花了?|用了?|得分|20[0-9]{2}年"
)
_YEAR: Final = re.compile("20[0-9]{2}(?=年)")
_WORDED: Final = re.compile("[零壹贰叁肆伍陆柒捌玖拾佰仟]")
_COMPARED: Final = re.compile(
    rf"(?P<x>[\u4e00-\u9fff]{{2,8}})(?:比|较)(?P<y>[\u4e00-\u9fff]{{2,8}}?)(?=(?:{_SHORT_OF}|{_BEYOND}))"
)
_HOW_MUCH: Final = re.compile("人[员数]|资金|经费|支出|数量?|时限|金额|总额|额|价格?|面积")
_FLOW: Final = re.compile(
    "新[增购招建]|购入|增加|减少|调[入出]|报废|剔旧|下架|招|辞|化解|收入|支出|处置|入库|核销|付|扣"
)
_WITH: Final = re.compile("^（?(?:其中)?(?:含|包括|包含|不含)")
_KINDS: Final = (MONEY, COUNT, SCORE)
_BACK: Final = 2  # passages in front in which the two may stand
_MOST: Final = 14
_FEW: Final = 5  # figures in front among which the two are looked for
_CLOSE: Final = Fraction(3, 2)  # times by which the gap may be off
_WIDE: Final = Fraction(3)  # the same, where the words say themselves what is held against what
_PAIR: Final = 2
_DIGITS: Final = 3


def told_gaps(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``difference``, errors all, for the gaps of passage *index* that nothing decides."""
    passage = texts[index]
    for slot in passage.slots:
        free = slot.kind in _KINDS and slot.mention.value > 0 and not slot.mention.approximate
        told = _GAP.search(slot.label) if free and slot.mention.start not in settled else None
        if told is None or _STRANGE.search(slot.label):
            continue
        before = _before(texts, index, slot)
        behind = [
            one for text in texts[index : index + 2] for one in text.slots if one.mention.start > slot.mention.start
        ]
        behind = [one for one in behind if _is_level(one, slot)][:_FEW]
        if _WITH.match(passage.after(slot)):
            continue  # 结余 D（含上年结转）
        named = _named(before, slot)
        if named is None and _is_named(slot):
            continue
        pair = named or _of_years(before, slot, passage.start)
        if pair is not None:
            if not _acquits([*before[-_MOST:], *behind], slot, named=named is not None, pair=pair):
                yield from _judged(pair, slot, _WIDE)
            continue
        if _explained([*before[-_MOST:], *behind], slot):
            continue
        less = told["less"] is not None
        held = None if _TO_LAST_YEAR.search(slot.label) else _held(before, falls=less)
        yield from _judged(held or _last_two_years(before, falls=less), slot, _CLOSE)


def _judged(pair: tuple[Slot, Slot] | None, slot: Slot, far: Fraction) -> Iterator[Relation]:
    if pair is not None and _is_wrong([(1, pair[0]), (-1, pair[1])], slot, far):
        yield _relation(pair, slot)


def _before(texts: Sequence[Passage], index: int, slot: Slot) -> list[Slot]:
    near = [one for text in texts[max(0, index - _BACK) : index + 1] for one in text.slots]
    return [one for one in near if one.mention.start < slot.mention.start and _is_level(one, slot)]


def _is_level(one: Slot, slot: Slot) -> bool:
    """A figure of the kind, told in digits: what stands in words in a bracket is the one before it again."""
    told = one.mention.value > 0 and not one.mention.approximate and not _WORDED.match(one.mention.text)
    return told and same_kind(one, slot)


def _acquits(around: Sequence[Slot], slot: Slot, *, named: bool, pair: tuple[Slot, Slot]) -> bool:
    """Whether the two give the gap; where no names pair them, whether any two near by do."""
    pairs = [pair] if named else list(combinations(around, _PAIR))
    return any(holds(gap_of(a, b), slot) for a, b in pairs)


def _explained(around: Sequence[Slot], slot: Slot) -> bool:
    if any(one.mention.value == slot.mention.value for one in around):
        return True
    if any(holds(gap_of(a, b), slot) for a, b in combinations(around, _PAIR)):
        return True
    few = around[-_MOST // 2 :]
    ways = ((1, -1, -1), (1, 1, -1))
    return any(holds(list(zip(signs, three, strict=True)), slot) for three in permutations(few, 3) for signs in ways)


def _levels(before: Sequence[Slot]) -> list[Slot]:
    """The figures that are no parts of others, which 其中 leads and 、 joins, and no gaps themselves."""
    found: list[Slot] = []
    part = False
    for slot in before:
        part = _PART.search(slot.before) is not None or (part and slot.before.startswith(("、", "和", "及")))
        if not part and not _GAP.search(slot.label):
            found.append(slot)
    return found


def _is_named(slot: Slot) -> bool:
    """Whether the words name two things of their own, neither of them a year or a plan."""
    told = _COMPARED.search(slot.label)
    return told is not None and not (_THEN.search(told["y"]) or _BASE.search(told["y"]))


def _named(before: Sequence[Slot], slot: Slot) -> tuple[Slot, Slot] | None:
    """账面数比核定数超出 D: the one figure that each name is told at."""
    told = _COMPARED.search(slot.label)
    if told is None or _THEN.search(told["y"]):
        return None
    found: list[Slot] = []
    for name in (told["x"], told["y"]):
        words = pairs_of(_HOW_MUCH.sub("", name))
        own = [one for one in before[-_FEW:] if words & pairs_of(one.label)]
        if len({one.mention.value for one in own}) != 1:
            return None
        found.append(own[-1])
    falls = _GAP.search(slot.label)
    more = falls is not None and falls["more"] is not None
    high, low = found if more else (found[1], found[0])
    return (high, low) if _value(high, slot) > _value(low, slot) else None


def _of_years(before: Sequence[Slot], slot: Slot, start: int) -> tuple[Slot, Slot] | None:
    """比年初减少 D, 今年比去年高 D: the last figure of then, and the nearest of now that has its name or none. The
    sentence begins at *start*: its own figure right in front is what is told of."""
    if _THEN.search(slot.label) is None and "净" not in slot.label:
        return None
    levels = _levels(before[-_MOST:])
    then = [one for one in levels if _THEN.search(one.label)]
    now = [one for one in levels if one not in then and not _FLOW.search(one.label)]
    if not then or not now or len({one.mention.value for one in then}) > 1:
        return None
    base = then[-1]
    alike = [one for one in now if _share_a_noun(one, base)]
    own = min(alike, key=lambda one: abs(one.mention.start - base.mention.start), default=None)
    last = levels[-1]
    if last in now and last.index == slot.index - 1 and base.mention.start < start <= last.mention.start:
        own = last  # 全年预算 A，比年初预算增加 D, where what A was at the year's beginning is not told
    if own is None:
        return None
    falls = _GAP.search(slot.label)
    less = falls is not None and falls["less"] is not None
    high, low = (base, own) if less else (own, base)
    return (high, low) if _value(high, slot) > _value(low, slot) else None


def _last_two_years(before: Sequence[Slot], *, falls: bool) -> tuple[Slot, Slot] | None:
    """决算 A。上年度决算 B，本年减少 D: the last figure is of then, or the one before it, and both are one thing."""
    levels = _levels(before)[-_PAIR:]
    then = [one for one in levels if _THEN.search(one.label)] or _of_earlier_year(levels)
    if len(levels) != _PAIR or len(then) != 1 or not _share_a_noun(*levels):
        return None
    other = next(one for one in levels if one not in then)
    high, low = (then[0], other) if falls else (other, then[0])
    return (high, low) if _value(high, then[0]) > _value(low, then[0]) else None


def _of_earlier_year(levels: Sequence[Slot]) -> list[Slot]:
    """2023年用了 A，2024年只用 B: the one of the earlier of two years."""
    years = [found[0] if (found := _YEAR.search(one.label)) else "" for one in levels]
    if "" in years or len(set(years)) != _PAIR:
        return []
    return [levels[years.index(min(years))]]


def _value(slot: Slot, like: Slot) -> Fraction:
    return converted(slot.mention, like.mention.unit)


def _held(before: Sequence[Slot], *, falls: bool) -> tuple[Slot, Slot] | None:
    """预算 and 支出, 限价 and 中标: the nearest in front that names pair, the larger first."""
    levels = _levels(before)[-_FEW:]
    for other in reversed(levels[:-1]):
        if not (_THEN.search(levels[-1].label) or _THEN.search(other.label)) and _are_held(levels[-1], other):
            return _ordered(levels[-1], other, falls=falls)
    return None


def _are_held(a: Slot, b: Slot) -> bool:
    """预算 and 决算, 限价 and 中标, 核定 and 账面: the one is what was to be, the other what came about."""
    ways = ((a, b), (b, a))
    return any(
        _BASE.search(one.label) and _CAME.search(other.label) and not _CAME.search(one.label.replace("合同价", ""))
        for one, other in ways
    )


def _share_a_noun(a: Slot, b: Slot) -> bool:
    """Whether the two are of one name, or one of them has none but its time."""
    first, second = (_TIME.sub("", one.label) for one in (a, b))
    return not first or not second or bool(pairs_of(first) & pairs_of(second))


def _ordered(a: Slot, b: Slot, *, falls: bool) -> tuple[Slot, Slot] | None:
    """The larger first; the way that the word tells must be the way that the figures go."""
    value, other = a.mention.value, converted(b.mention, a.mention.unit)
    base = b if _is_base(b) or (not _is_base(a) and b.mention.start < a.mention.start) else a
    high, low = (a, b) if value > other else (b, a)
    return (high, low) if value != other and (base is high) == falls else None


def _is_base(slot: Slot) -> bool:
    return _THEN.search(slot.label) is not None or (
        _BASE.search(slot.label) is not None and not _CAME.search(slot.label.replace("合同价", ""))
    )


def _is_wrong(terms: Terms, slot: Slot, far: Fraction) -> bool:
    """Whether the gap is near what the two leave, so that it can be meant of them."""
    right = total_of(terms, slot)
    if right <= 0 or holds(terms, slot):
        return False
    slip = shape(number(slot.mention), as_written(right, slot.mention))
    long = shown_digits(slot.mention.text) >= _DIGITS
    return 1 / far <= right / slot.mention.value <= far or (slip in (SWAPPED, SHIFTED) and long)


def _relation(pair: tuple[Slot, Slot], slot: Slot) -> Relation:
    high, low = pair
    terms: Terms = [(1, high), (-1, low)]
    right = as_written(total_of(terms, slot), slot.mention)
    slips = [one for one in slips_in(terms, slot, swapped=_DIGITS, digit=_DIGITS) if one.slot is slot]
    formula = " - ".join(in_words(converted(one.mention, slot.mention.unit)) for one in pair)
    message = f"{number(high.mention)} 与 {number(low.mention)} 相差 {right}，文中为 {number(slot.mention)}。请核对。"
    likely = slips[0].told if slips else mistaken(number(slot.mention), right, shape(number(slot.mention), right))
    roles = [("base", high.mention), ("part", low.mention), ("stated", slot.mention)]
    return relation("difference", "error", roles, formula, right, message, likely)
