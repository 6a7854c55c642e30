"""Figures with their weights and what they make: 教师 90 分（权重 40%）、家长 85 分（权重 60%），综合得分 87 分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, takewhile

from hengji.checks.intervals import Interval
from hengji.checks.relations.passages import COUNT, RATE, SCORE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, in_words, interval_of, judged, number, relation, slip_of
from hengji.facts.relation import Relation

__all__ = ["weighted_means"]

_WEIGHT = re.compile(r"^[（，、]?(?:所占|其|指标|赋)?(?:权重|权数|占比|占|比重|按)(?:系数|比重|权重)?(?:为|是|：|占)*$")
_MEAN = re.compile(
    r"^(?:计入|计算)?[）。，；]*[^。；\ue000-\ue005]{0,20}?(?:综合|加权|平均|总体|总得?分|整体|合计|最终|总满意)[^，。；：\ue000-\ue005]{0,10}(?:为|是|达|：|得|计)*$"
)
_BY_NUMBERS = re.compile(
    r"^，(?:按|以)[^，。；]{0,12}(?:样本|份数|人数|问卷|数量)[^，。；]{0,4}加权(?:平均|计算)?[，后]?[^，。；]{0,12}$"
)
_FEWEST = 2


def weighted_means(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``rate``: every mean behind figures that each have a weight, where the weights make 100%."""
    if "权" not in passage.text:
        return
    yield from _by_counts(passage)
    yield from _by_lists(passage)
    pairs: list[tuple[Slot, Slot]] = []
    for slot in passage.slots[1:]:
        value = passage.slots[slot.index - 1]
        if slot.kind == RATE and _WEIGHT.match(slot.before) and value.kind in (SCORE, RATE):
            pairs.append((value, slot))
            continue
        whole = sum((weight.mention.value for _, weight in pairs), Fraction(0)) == 1
        behind = pairs and slot.index == pairs[-1][1].index + 1 and slot.kind == pairs[0][0].kind
        if whole and behind and len(pairs) >= _FEWEST and _MEAN.match(slot.before) and _plain(pairs, slot):
            yield _relation(pairs, slot)


def _by_counts(passage: Passage) -> Iterator[Relation]:
    """A类 30 家平均 92 分，B类 20 家平均 87 分，加权平均 90 分."""
    for mean in passage.slots[4:]:
        if mean.kind not in (SCORE, RATE) or "加权" not in mean.before or mean.mention.approximate:
            continue
        end = mean.index - 1
        total = passage.slots[end] if passage.slots[end].kind == COUNT else None  # 全部 50 家
        before = passage.slots[: end if total is not None else end + 1]
        counts, values = before[::2], before[1::2]
        alike = all(one.kind == mean.kind and one.mention.unit == mean.mention.unit for one in values)
        if alike:
            yield from _by_numbers(counts, values, mean, total)


def _by_lists(passage: Passage) -> Iterator[Relation]:
    """甲 300 份、乙 200 份、丙 100 份，满意度依次为 a、b、c，按样本量加权，总体满意度 P."""
    for mean in passage.slots[4:]:
        weighed = mean.kind in (SCORE, RATE) and _BY_NUMBERS.search(mean.before)
        if not weighed or mean.mention.approximate:
            continue
        values = _run_before(passage, mean)
        first = values[0].index if values else 0
        if values and re.search("分别|依次", values[0].before):
            yield from _by_numbers(passage.slots[max(0, first - len(values)) : first], values, mean)


def _by_numbers(
    counts: Sequence[Slot], values: Sequence[Slot], mean: Slot, total: Slot | None = None
) -> Iterator[Relation]:
    """The mean of *values*, each as heavy as there are of it; nothing where *total* is another number."""
    paired = len(counts) == len(values) >= _FEWEST and all(
        slot.kind == COUNT and slot.mention.unit == counts[0].mention.unit for slot in counts
    )
    if not paired or any(slot.mention.approximate for slot in (*counts, *values)):
        return
    many = sum((slot.mention.value for slot in counts), Fraction(0))
    if many > 0 and (total is None or total.mention.value == many):
        yield _weighed(
            [(v, c.mention.value / many, number(c.mention)) for c, v in zip(counts, values, strict=True)], mean
        )


def _run_before(passage: Passage, mean: Slot) -> list[Slot]:
    """The figures of its kind right in front of *mean*, in order."""
    return list(takewhile(lambda one: one.kind == mean.kind, reversed(passage.slots[: mean.index])))[::-1]


def _plain(pairs: Sequence[tuple[Slot, Slot]], mean: Slot) -> bool:
    alike = all(value.mention.unit == mean.mention.unit for value, _ in pairs)
    close = all(b[0].index == a[1].index + 1 for a, b in pairwise(pairs))
    return alike and close and not any(slot.mention.approximate for pair in pairs for slot in (*pair, mean))


def _relation(pairs: Sequence[tuple[Slot, Slot]], mean: Slot) -> Relation:
    return _weighed([(value, weight.mention.value, number(weight.mention)) for value, weight in pairs], mean)


def _weighed(terms: Sequence[tuple[Slot, Fraction, str]], mean: Slot) -> Relation:
    computed = sum((value.mention.value * weight for value, weight, _ in terms), Fraction(0))
    low = high = Fraction(0)
    for value, weight, _ in terms:
        wide = interval_of(value.mention, mean.mention.unit)
        low, high = low + wide.low * weight, high + wide.high * weight
    verdict = judged(computed, Interval(low, high), mean.mention)
    right = as_written(computed, mean.mention)
    roles = [*(("part", value.mention) for value, _, _ in terms), ("stated", mean.mention)]
    formula = " + ".join(f"{in_words(value.mention.value)} × {weight}" for value, _, weight in terms)
    if good(verdict):
        return relation("rate", verdict, roles, formula, right, "加权平均数与文中一致。")
    message = f"按所列权重加权，应为 {right}，文中为 {number(mean.mention)}。"
    return relation("rate", "error", roles, formula, right, message, slip_of(mean.mention, computed))
