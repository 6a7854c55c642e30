"""A share or a rate of execution whose two figures stand in other sentences or in a table: 支出最大的是农林水支出，占
39.16%, behind the sentence that lists them all; 预算执行率为98.36%, sentences behind what came in and what was paid.

The part is the figure that bears the name told in front of the share, or that was paid; its whole the total of its
column, what its sentence lists, or a larger figure of the sentences before. What any figures of the paper give acquits
the rate; where none do, two digits exchanged in a rate of four, and one pair alone that makes it so, are no chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import Final, Literal

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, exchanged, mistaken, shape, shown_digits
from hengji.checks.relations.verdicts import converted, family, good, in_words, judged, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["far_shares"]

_SHARE: Final = re.compile(
    r"(?:占(?:了|到|其|比|[^，。；：占\ue000-\ue005]{2,14}的?(?:比重|比例)?)?|(?:比重|比例|份额)[^，。；\ue000-\ue005]{0,4}，?)"
    r"(?:达到?了?|为|是|仅|约|：)*$"
)
_TARIFF: Final = re.compile(
    r"(?:报销|补助|补贴|补偿|支付|奖补|奖励|配套|出资|分担|分摊|筹资|缴费|缴存|提取|计提|计奖|返还|抵扣|赔付|自付|起付|保障)(?:的)?(?:比重|比例|份额)"
)
"""报销比例: what is paid of each bill by rule, no share of one figure in another."""
_RATE: Final = re.compile(
    r"(?:^|[，。；：）])(?:项目|部门|整体|全年|年度|总体|财政|专项|预算|资金)*(?:执行|支付|使用|支出|拨付)(?:率|进度)"
    r"(?:高?达到?了?|为|是|仅|约|：)*$"
)
_OTHERS: Final = re.compile("上年|去年|同期|往年|目标|计划|不低于|不超过|增|减|升|降|比上|均|得分|分值")
_PAID: Final = re.compile("支付|支出|使用|执行|拨付|用[了于去]?")
_GIVEN: Final = re.compile("预算|到位|收到|下达|安排|资金|投资|拨[款入]")
_BARGAINED: Final = re.compile("合同|中标|成交|结算")
"""What was agreed on is no budget, and a payment over it no rate of execution."""
_TOTAL: Final = re.compile(r"(?:合\s?计|总\s?计)")
_KIND: Final = re.compile("(?:支出|资金|经费|费用|完成|投入|投资|人员|岗位|人数|类|项目)+$")
_RANK: Final = re.compile("最[多大高]|居|首位|第[一二三]|次之|其次|的是|其中|主要|主体|所")
_BACK: Final = 6  # passages in front in which the figures may stand
_LONG: Final = 4
_SHORTEST: Final = 2
_FEWEST: Final = 3  # parts that a sentence lists for their sum to be a whole
_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class _Whole:
    """`sure`: the total of the part's column, or the sum of what its sentence lists."""

    value: Fraction
    mentions: tuple[Mention, ...]
    sure: bool = False


def far_shares(context: Context, texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``share`` and ``rate``, errors all, for the rates of passage *index* that nothing decides."""
    passage = texts[index]
    if RATE not in passage.text:
        return
    changed = changed_slots(passage)
    for rate in passage.slots:
        mention = rate.mention
        free = rate.kind == RATE and mention.start not in settled and not mention.approximate
        long = free and 0 < mention.value < 1 and shown_digits(mention.text) >= _LONG
        if not long or rate.index in changed or _OTHERS.search(rate.before):
            continue
        share = _SHARE.search(rate.before)
        if share is not None and not _TARIFF.search(rate.before):
            yield from _share(context, texts, index, rate, rate.before[: share.start()])
        elif share is None and _RATE.search(rate.before):
            yield from _rate(context, texts, index, rate)


def _share(context: Context, texts: Sequence[Passage], index: int, rate: Slot, words: str) -> Iterator[Relation]:
    near = _near(texts, index, rate)
    parts = _named(context, near, words)
    pairs = [(part, whole) for part in parts for whole in _wholes(context, texts, near, part)]
    if pairs and not _explained([one for one in context.mentions if _is_amount(one)], near, parts, rate):
        yield from _slipped("share", pairs, rate)


def _rate(context: Context, texts: Sequence[Passage], index: int, rate: Slot) -> Iterator[Relation]:
    """A rate of execution of the money that came in."""
    near = [one for one in _near(texts, index, rate) if one.unit is not None and one.unit.is_money]
    parts = [one for one in near if _PAID.search(one.subject) and not _OTHERS.search(one.subject)]
    given = [one for one in near if _GIVEN.search(one.subject) and not _PAID.search(one.subject)]
    near = [one for one in near if not _BARGAINED.search(one.subject)]
    pairs = [(part, _Whole(one.value, (one,))) for part in parts for one in given if _is_larger(one, part)]
    others = [one for one in context.mentions if _is_amount(one) and not _BARGAINED.search(one.subject)]
    if pairs and not _explained(others, near, parts, rate):
        yield from _slipped("rate", pairs, rate)


def _near(texts: Sequence[Passage], index: int, rate: Slot) -> list[Mention]:
    slots = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots]
    return [slot.mention for slot in slots if slot.mention.start < rate.mention.start and _is_amount(slot.mention)]


def _is_amount(one: Mention) -> bool:
    return one.value > 0 and not one.is_rate and not one.approximate


def _named(context: Context, near: Sequence[Mention], words: str) -> list[Mention]:
    """The figures, of the sentences before and of all tables, with the longest name that the words hold."""
    cells = [one for one in context.mentions if "|" in one.subject and _is_amount(one)]
    called = [(name, one) for one in (*near, *cells) if len(name := _name(one)) >= _SHORTEST and name in words]
    longest = max((len(name) for name, _ in called), default=0)
    return [one for name, one in called if len(name) == longest]


def _name(one: Mention) -> str:
    """The name of the row or of the figure, without the word for what kind of thing it is."""
    row = one.subject.partition("|")[0].rpartition("/")[2]
    name = _RANK.sub("", core(row))
    return _KIND.sub("", name)


def _wholes(context: Context, texts: Sequence[Passage], near: Sequence[Mention], part: Mention) -> Iterator[_Whole]:
    column = part.subject.partition("|")[2]
    if column:
        table = context.table_at(part.start)
        for one in context.within((table.start, table.end)) if table is not None else ():
            name, bar, head = one.subject.rpartition("|")  # 合计 below 序号 is nobody's name
            if (_TOTAL.fullmatch(name) or not bar) and head == column and _is_larger(one, part):
                yield _Whole(one.value, (one,), sure=True)
        return
    for one in near:
        if _is_larger(one, part) and "|" not in one.subject:
            yield _Whole(one.value, (one,))
    own = next((one for one in texts if one.start <= part.start < one.end), None)
    alike = [slot.mention for slot in own.slots if _is_alike(slot.mention, part)] if own is not None else []
    if len(alike) >= _FEWEST and all(_is_amount(one) for one in alike):
        yield _Whole(sum((converted(one, part.unit) for one in alike), Fraction(0)), tuple(alike), sure=True)


def _is_alike(one: Mention, other: Mention) -> bool:
    return one.is_rate == other.is_rate and family(one.unit) == family(other.unit)


def _is_larger(one: Mention, part: Mention) -> bool:
    return _is_amount(one) and _is_alike(one, part) and converted(one, part.unit) > part.value


def _explained(all_there_are: Sequence[Mention], near: Sequence[Mention], parts: Sequence[Mention], rate: Slot) -> bool:
    """Whether a part over any figure of the paper, or one figure near by over another, gives the rate, or its rest."""
    pairs = [(part, one) for part in parts for one in all_there_are]
    pairs += list(permutations(near[-_MOST:], 2))
    for part, whole in pairs:
        if _is_alike(part, whole) and whole.value > 0:
            share = converted(part, whole.unit) / whole.value
            if any(good(judged(one, None, rate.mention)) for one in (share, 1 - share) if one > 0):
                return True
    return False


def _slipped(kind: Literal["share", "rate"], pairs: Sequence[tuple[Mention, _Whole]], rate: Slot) -> Iterator[Relation]:
    """The one share that two digits exchanged in the rate part from it."""
    found: dict[str, tuple[Mention, _Whole]] = {}
    written = number(rate.mention)
    for part, whole in ((one, other) for one, other in pairs if other.value > 0):
        unit = whole.mentions[0].unit if len(whole.mentions) == 1 else part.unit
        right = as_written(converted(part, unit) / whole.value, rate.mention)
        if shape(written, right) == SWAPPED or (whole.sure and exchanged(written, right)):
            found.setdefault(right, (part, whole))
    if len(found) != 1:
        return
    (right, (part, whole)) = next(iter(found.items()))
    total = " + ".join(in_words(one.value) for one in whole.mentions)
    of = number(whole.mentions[0]) if len(whole.mentions) == 1 else "各项之和"
    message = f"{number(part)} 是 {of} 的 {right}，文中为 {written}。"
    likely = mistaken(written, right, shape(written, right) or "两位数字互换")
    others = [("whole" if kind == "share" else "base", one) for one in whole.mentions if one is not part]
    roles = [("part", part), *others, ("stated", rate.mention)]
    formula = (
        f"{in_words(part.value)} ÷ {total}" if len(whole.mentions) == 1 else f"{in_words(part.value)} ÷（{total}）"
    )
    yield relation(kind, "error", roles, formula, right, message, likely)
