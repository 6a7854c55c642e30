"""Scores in a row and their mean: 三个项目自评得分分别为 98.82 分、99.17 分、100.00 分，平均 99.33 分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

from hengji.checks.intervals import exactly
from hengji.checks.relations.narrative.sums.one_sum import Sum
from hengji.checks.relations.passages import COUNT, SCORE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, in_words, judged, number, relation, slip_of
from hengji.facts.relation import Relation

__all__ = ["means_of_lists"]

_MEAN = re.compile(
    r"^[，；。（](?:[三四五六七八九十两\d](?:者|项|个|家|次|类|方面|组))?(?:项目|单位|指标|群体|对象|人群|人员|调查)?的?(?:简单|算术|综合)?(?:平均|均值)(?:满意度|测评|综合)?(?:得分|分|值|数)?(?:为|是|达到?|：)?$"
)
_LISTED = re.compile(r"分别(?:为|是|得|达|：)[^，。；、]{0,8}$")
_TOTAL_OF = re.compile(r"^[^，。；]{0,8}(?:总分|总得分|合计|共计|共得|累计)(?:为|是)?$")
_MEAN_OF = re.compile(r"^[，；](?:人均|平均|每份平均)(?:得分|分)?(?:为|是)?$")
_MEAN_BEFORE = re.compile(r"平均(?:自评|评价|综合|测评|满意度)?(?:得分|分|值|分值|分数)(?:为|是|达到?|：)?$")
_OF_EACH = re.compile(
    r"^[，；（](?:其中)?(?:各|每个?|[三四五六七八九十两\d]个)(?:项目|单位|部门|科室|学校|子项目)(?:的?(?:自评|评价))?(?:得分|分值|分数)?(?:依次|分别)(?:为|是|得|：)$"
)
_NEXT = re.compile(r"^(?:[、，]|和|及|与)[^，。；、]{0,3}$")
_NEXT_NAMED = re.compile(r"^(?:[、，；]|和|及|与)[^，。；、]{2,14}$")
_HOW_MANY = re.compile(r"([两二三四五六七八九])(?:者|项|个|家|次|类|方面|组)")
_VALUES = {"两": 2} | {name: value for value, name in enumerate("一二三四五六七八九", 1)}
_PLAIN_MEAN = re.compile("(?:简单|算术)平均")
_FEWEST = 2


def means_of_lists(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``rate``: every such mean of scores; that of rates may be weighted by their bases."""
    for mean in passage.slots[_FEWEST:]:
        if mean.kind != SCORE or not _is_mean(passage, mean) or mean.mention.approximate:
            continue
        parts = _listed(passage, mean)
        if len(parts) >= _FEWEST and "加权" not in passage.text:
            yield _relation(parts, mean)
    if "加权" not in passage.text:
        yield from _means_before(passage)
        yield from _of_totals(passage)


def _of_totals(passage: Passage) -> Iterator[Relation]:
    """236份卷子总分2218.4分，平均9.4分: the total by the number of papers."""
    for mean in passage.slots[_FEWEST:]:
        papers, total = passage.slots[mean.index - _FEWEST : mean.index]
        scores = mean.kind == total.kind == SCORE and papers.kind == COUNT and papers.mention.value > 1
        told = _TOTAL_OF.search(total.before) and _MEAN_OF.match(mean.before)
        if scores and told and not any(slot.mention.approximate for slot in (papers, total, mean)):
            computed = total.mention.value / papers.mention.value
            verdict, right = judged(computed, None, mean.mention), as_written(computed, mean.mention)
            roles = [("part", total.mention), ("base", papers.mention), ("stated", mean.mention)]
            failed = f"平均分应为 {right}，文中为 {number(mean.mention)}。"
            says = "平均分与文中一致。" if good(verdict) else failed
            formula = f"{in_words(total.mention.value)} ÷ {in_words(papers.mention.value)}"
            yield relation("rate", verdict if good(verdict) else "error", roles, formula, right, says)


def _means_before(passage: Passage) -> Iterator[Relation]:
    """自评平均得分97.1分，各项目得分分别为98.5分、97.2分、96.0分: the list behind its mean."""
    for mean in passage.slots[:-_FEWEST]:
        listed = passage.slots[mean.index + 1]
        told = _MEAN_BEFORE.search(mean.before) and _OF_EACH.match(listed.before)
        if mean.kind != SCORE or not told or mean.mention.approximate:
            continue
        alike = [slot.kind == SCORE and not slot.mention.approximate for slot in passage.slots[listed.index :]]
        end = next((at for at, one in enumerate(alike) if not one), len(alike))
        parts = [
            listed,
            *takewhile(lambda slot: _NEXT.match(slot.before), passage.slots[listed.index + 1 : listed.index + end]),
        ]
        if end and len(parts) >= _FEWEST:
            yield _relation(parts, mean)


def _is_mean(passage: Passage, mean: Slot) -> bool:
    before = passage.slots[mean.index - 1]
    counted = before.kind == COUNT and re.fullmatch("[，；（]?(?:以上|上述|这)?", before.before) is not None
    return _MEAN.match(mean.before) is not None or (counted and _MEAN.match("，" + mean.before) is not None)


def _how_many(passage: Passage, mean: Slot) -> int:
    match = _HOW_MANY.search(mean.before)
    before = passage.slots[mean.index - 1]
    if before.kind == COUNT and before.mention.value.denominator == 1:
        return int(before.mention.value)
    return _VALUES[match[1]] if match else 0


def _announced(passage: Passage, first: Slot) -> Fraction:
    """分三类对象打分：村民代表 92 分: how many are announced in front of the first."""
    before = passage.slots[first.index - 1] if first.index and "：" in first.before else None
    return before.mention.value if before is not None and before.kind == COUNT else Fraction(0)


def _listed(passage: Passage, mean: Slot) -> Sequence[Slot]:
    """The figures behind 分别为 up to the mean; none where one of another unit is among them."""
    found: list[Slot] = []
    told = _how_many(passage, mean)
    counted = told and passage.slots[mean.index - 1].kind == COUNT  # 三类群体平均: the three is a figure itself
    for slot in reversed(passage.slots[: mean.index - bool(counted)]):
        if slot.kind != mean.kind or slot.mention.unit != mean.mention.unit or slot.mention.approximate:
            return []
        found.insert(0, slot)
        if _LISTED.search(slot.before):
            return found
        if len(found) > 1 and told == len(found) and not _NEXT_NAMED.match(slot.before):
            return found
        if told and len(found) < told and _NEXT_NAMED.match(slot.before):
            continue
        if len(found) >= _FEWEST and _announced(passage, slot) == len(found):
            return found
        if not told and _NEXT_NAMED.match(slot.before) and _PLAIN_MEAN.search(mean.before):
            continue
        if not _NEXT.match(slot.before):
            return []
    return []


def _relation(parts: Sequence[Slot], mean: Slot) -> Relation:
    whole = Sum(mean, tuple(parts))
    computed = whole.computed / len(parts)
    verdict = judged(computed, whole.possible.divided_by(exactly(Fraction(len(parts)))), mean.mention)
    right = as_written(computed, mean.mention)
    roles = [*(("part", part.mention) for part in parts), ("stated", mean.mention)]
    formula = f"({' + '.join(in_words(part.mention.value) for part in parts)}) ÷ {len(parts)}"
    if good(verdict):
        return relation("rate", verdict, roles, formula, right, "平均数与文中一致。")
    message = f"{len(parts)} 个数的平均数应为 {right}，文中为 {number(mean.mention)}。"
    return relation("rate", "error", roles, formula, right, message, slip_of(mean.mention, computed))
