"""Two figures of one unit that differ by two digits exchanged, told in the same words: 规范管理高血压患者 3.96 万人,
and 高血压患者规范管理人数 3.69 万人 further on.

No name is asked for: what stands around them is compared by every two characters side by side. A figure that stands in
an equation which holds is no slip, where the other does too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import SWAPPED, digits_of, mistaken, shape
from hengji.checks.relations.verdicts import family, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["swapped_twins"]

_BEFORE, _BEHIND = 22, 10
_FEWEST: Final = 3  # digits
_MONEY: Final = 4
_LONG: Final = 5  # digits of a figure that stands in two places and more, that another differs from by a swap alone
_WHOLE: Final = 4  # characters of a word beside both amounts of four digits
_SHARED: Final = 3  # pairs of characters that both surroundings have
_STRETCH: Final = 3  # characters of a word right beside both figures
_MOST: Final = 8  # figures of one set of digits
_GENERIC: Final = re.compile(
    "全年|完成|实际|支出|资金|万元|目标|预算|项目|工作|单位|其中|累计|年度|共计|建设|开展|达到|情况|全县|全区|全市|实现|比上|上年|增加"
    "|增长|减少|同比|指标|本年|年初|计划|任务|数量|合计|总数|人数|户数|新增|惠及|涉及|覆盖|得分|分值|决算|执行|使用|安排|投入"
)
_PAST: Final = re.compile("上年|去年|前年|上期|同期|20[0-3]\\d年|年初|期初|原")
_PLAN: Final = re.compile("目标|计划|任务|预算|拟|应")
_OTHER: Final = re.compile("上年|去年|前年|上期|同期|年初|期初|目标|计划|任务")
_NUMBERED: Final = re.compile(
    "[一二三四五六七八九十][期批标段次季]|第[一二三四五六七八九十]|[甲乙丙丁]|[东西南北](?=[片区线组])"
)
"""What tells two things of one name apart: 一期道路 and 二期道路."""
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_NEAR: Final = 8
_APART: Final = 40


def swapped_twins(context: Context, settled: set[int], judged: set[int]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all."""
    groups: dict[tuple[object, int, str], list[Mention]] = defaultdict(list)
    for mention in context.mentions:
        digits = digits_of(mention.text)
        money = mention.unit is not None and mention.unit.is_money
        enough = len(digits.strip("0")) >= (_MONEY if money else _FEWEST + mention.is_rate)
        points = str(mention.unit) == "分"  # every indicator has its own, told in the same words
        if enough and mention.unit is not None and not points and not mention.approximate:
            groups[(family(mention.unit), mention.decimals, "".join(sorted(digits)))].append(mention)
    for group in groups.values():
        values = Counter(one.value for one in group)
        if len(values) == 2 and len(group) <= _MOST:
            yield from _of_group(context, group, values, settled, judged)


def _of_group(
    context: Context, group: Sequence[Mention], values: Counter[Fraction], settled: set[int], judged: set[int]
) -> Iterator[Relation]:
    for first, second in combinations(group, 2):
        if first.value == second.value or shape(number(first), number(second)) != SWAPPED:
            continue
        between = context.document.text[first.end : second.start]
        if len(between) < _APART and not re.search("[。\n]", between):
            continue  # 上年卖出 1,864 万元，今年卖出 1,846 万元
        if first.start in judged or second.start in judged or {first.start, second.start} <= settled:
            continue
        if _one_thing(context, first, second) or _one_of_many(context, first, second, values):
            keeps = values[first.value] >= values[second.value] and second.start not in settled
            right, wrong = (first, second) if keeps else (second, first)
            yield _relation(right, wrong)
            return


def _one_thing(context: Context, first: Mention, second: Mention) -> bool:
    a, b = _around(context, first), _around(context, second)
    if set(_NUMBERED.findall(a[0])) != set(_NUMBERED.findall(b[0])):
        return False
    if any((mark.search(a[0][-_NEAR:]) is None) != (mark.search(b[0][-_NEAR:]) is None) for mark in (_PAST, _PLAN)):
        return False
    if first.period != second.period and first.period and second.period:
        return False
    shared = _pairs(a[0] + "　" + a[1]) & _pairs(b[0] + "　" + b[1])
    money = first.unit is not None and first.unit.is_money
    if money and len(digits_of(first.text).strip("0")) <= _MONEY:
        return len(shared) > _SHARED or _noun_shared(a, b, _WHOLE)
    return len(shared) >= _SHARED or _noun_shared(a, b, _STRETCH)


def _one_of_many(context: Context, first: Mention, second: Mention, values: Counter[Fraction]) -> bool:
    """受益人口 38640 人 three times, and 惠及群众 36840 人 once: the same but for two digits of five."""
    digits = min(len(digits_of(one.text).strip("0")) for one in (first, second))
    often = sorted((values[first.value], values[second.value]))
    counted = first.unit is not None and not first.unit.is_money and not first.is_rate
    plain = not any(_OTHER.search(_around(context, one)[0][-_NEAR:]) for one in (first, second))
    return (
        counted
        and digits >= _LONG - 1
        and often[0] == 1
        and often[1] > 1
        and plain
        and str(first.unit) == str(second.unit)
    )


def _around(context: Context, mention: Mention) -> tuple[str, str]:
    """The words in front and behind; of a cell, those of its row and column in front."""
    text = context.document.text
    if "|" in mention.subject and context.in_table(mention):
        return mention.subject.replace("|", "　"), ""
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    behind = text[mention.end : mention.end + _BEHIND]
    return re.split("[。；\n]", before)[-1], re.split("[。；\n，]", behind)[0]


def _pairs(words: str) -> set[str]:
    found = set()
    for stretch in _HAN.findall(_GENERIC.sub("　", words)):
        found |= {stretch[at : at + 2] for at in range(len(stretch) - 1)}
    return found


def _noun_shared(a: tuple[str, str], b: tuple[str, str], least: int) -> bool:
    """会员 38640 人 and 36840 名会员: the word right beside the one stands right beside the other."""
    ends = [_word(a[0], last=True), _word(b[0], last=True)]
    starts = [_word(a[1], last=False), _word(b[1], last=False)]
    pairs = ((ends[0], ends[1]), (ends[0], starts[1]), (starts[0], ends[1]))
    return any(_same_word(one, other, least) for one, other in pairs)


def _word(text: str, *, last: bool) -> str:
    clean = _HAN.findall(_GENERIC.sub("　", re.sub("[的了为是共有约达]", "", text)))
    if not clean:
        return ""
    return clean[-1] if last else re.sub("^[个名人户座处次件万]", "", clean[0])


def _same_word(one: str, other: str, least: int) -> bool:
    stretch = min(len(one), len(other), least)
    if stretch < (least if least > _STRETCH else 2):
        return False
    return one[-stretch:] == other[-stretch:] or one[:stretch] == other[:stretch] or one[-stretch:] == other[:stretch]


def _relation(right: Mention, wrong: Mention) -> Relation:
    message = f"一处为 {number(right)}，另一处为 {number(wrong)}，说的像是同一件事。请核对后统一。"
    likely = mistaken(number(wrong), number(right), SWAPPED)
    return relation(
        "repeat", "error", [("first", right), ("stated", wrong)], "各处相等", number(right), message, likely
    )
