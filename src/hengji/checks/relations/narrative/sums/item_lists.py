"""Numbered lists in following lines, (一)(二)(三) or 1. 2. 3.: the figures of the items against a total before them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hengji.checks.context import Context
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.list_runs import SAID, Item, runs_of_items
from hengji.checks.relations.narrative.sums.listed_changes import changes_of_items
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away, slipped
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.near_misses import slips_in
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, same_kind
from hengji.facts.relation import Relation

__all__ = ["listed_sums"]

_HEADING = re.compile(r"\n[^\S\n]*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.])[^\n，。；]{2,24}\n")
_ANNOUNCED = re.compile(r"(?:其中|包括|如下|分别[为是]|(?:构成|组成)[为是]?)[^。；\ue000-\ue005]{0,12}：?。?$")
_SOME = re.compile("主要(?:支出|收入)?(?:项目|科目)")
_BY_ACCOUNTS = re.compile("按[^，。；]{0,6}科目")
"""具体情况如下（按项级科目分类统计）: every account once, and none of another total."""
_IN_ALL = re.compile("共|合计|总|累计")
_LEAST = 2
_VERB = 2  # characters of the verb that every item repeats
_LONGEST = 1500
_ITEM_VERB = re.compile(r"^.{0,40}?[一二三四五六七八九]是(?P<verb>安排|下达|投入|拨付|支付|用于|支出|完成|补助|分配)")
_SWAPPED, _LONG = 4, 5  # digits of figures that a swap, or a wrong digit, mends by no chance
_STOP = re.compile(r"[。\n]")
_CUE = 8  # characters behind which a list begins
_COLUMNS = (("预算",), ("决算", "支出数", "执行"))
_BEFORE = 3  # passages before a list among which its total is looked for


def listed_sums(context: Context, texts: list[Passage], kind: str) -> Iterator[Relation]:
    """The sums of every run of items 1, 2, 3 … of one style."""
    starts = [passage.start for passage in texts]
    plain = [slot for passage in texts for slot in plain_slots(passage) if slot.kind == kind]
    places = [slot.mention.start for slot in plain]
    for run, end in runs_of_items(context.document.text):
        if run[0].style == SAID:
            yield from _said(context, texts, starts, run, kind)
            continue
        bounds = [*(item.start for item in run[1:]), end]
        blocks = [
            plain[bisect_left(places, item.start) : bisect_left(places, bound)]
            for item, bound in zip(run, bounds, strict=True)
        ]
        first = bisect_left(starts, run[0].start)
        before = texts[max(0, first - _BEFORE) : first]
        apart = before and _HEADING.search(context.document.text, before[-1].end, run[0].start)
        near = before and not apart and run[0].start - before[-1].end < 200
        announcing = context.document.text[before[-1].start : run[0].start] if near else ""
        alone = len(run) == 1 and _BY_ACCOUNTS.search(announcing[-3 * _CUE :]) is not None
        if near and (alone or sum(1 for block in blocks if block) > 1):
            totals = list(_totals(before[-1:] if alone else before, run[0].start, kind))
            marks = [*(one.start for one in run), end]
            yield from _of_run(blocks, totals, before[-1].text, announcing, _shares(texts, starts, marks))
            whole = next((one for one in totals if _is_sum_of(one, blocks)), None)
            if whole is not None:
                yield from changes_of_items(texts, starts, whole, marks)


def _is_sum_of(total: Slot, blocks: list[list[Slot]]) -> bool:
    parts = tuple(block[0] for block in blocks if block)
    return len(parts) == len(blocks) and all(same_kind(total, part) for part in parts) and adds_up(total, parts)


def _totals(before: list[Passage], end: int, kind: str) -> Iterator[Slot]:
    """The plain figures in front of the list, the nearest sentence first; where that runs on into the list
    (预算合计 T。具体为：1.…), only those of one sentence."""
    for passage in reversed(before):
        told = [slot for slot in plain_slots(passage) if slot.kind == kind and slot.mention.start < end]
        yield from told
        if told and before[-1].end > end:
            return


def _shares(texts: list[Passage], starts: list[int], bounds: list[int]) -> list[Slot]:
    """The first share of every item; none where an item tells none, or 占 of something else."""
    found: list[Slot] = []
    for low, high in pairwise(bounds):
        own = [
            slot
            for passage in texts[bisect_left(starts, low) : bisect_left(starts, high)]
            for slot in passage.slots
            if slot.kind == RATE and "占" in slot.before
        ]
        if not own:
            return []
        found.append(own[0])
    return found


def _said(context: Context, texts: list[Passage], starts: list[int], run: list[Item], kind: str) -> Iterator[Relation]:
    """共投入 T。一是甲投入 a；二是乙投入 b；… — each item begins with an amount of the total's own verb."""
    stop = _STOP.search(context.document.text, run[-1].start)
    bounds = [*(item.start for item in run), stop.start() if stop else len(context.document.text)]
    first = bisect_right(starts, run[0].start) - 1
    if len(run) < _LEAST or not first >= 0 or bounds[-1] - bounds[0] > _LONGEST:
        return
    slots = [
        slot for passage in texts[max(0, first - 1) : bisect_left(starts, bounds[-1])] for slot in plain_slots(passage)
    ]
    slots = [slot for slot in slots if slot.kind == kind]
    blocks = [[slot for slot in slots if low <= slot.mention.start < high] for low, high in pairwise(bounds)]
    before = [slot for slot in slots if slot.mention.start < run[0].start]
    if all(blocks) and len(run) > _LEAST:
        earlier = [slot for one in texts[max(0, first - _BEFORE) : first + 1] for slot in plain_slots(one)]
        earlier = [slot for slot in earlier if slot.kind == kind and slot.mention.start < run[0].start]
        found = list(_far_total(earlier, [block[0] for block in blocks]))
        if found:
            yield from found
            return
    if not before or not all(blocks):
        return
    parts, total = tuple(block[0] for block in blocks), before[-1]
    shared = label_of(parts[0])[-_VERB:]
    alike = all(label_of(part).endswith(shared) and same_kind(part, total) for part in parts)
    if len(before) < _LEAST and alike and shared in label_of(total) and _IN_ALL.search(label_of(total)):
        one = Sum(total, parts)
        if adds_up(total, parts):
            yield judge_sum(one)
        elif one_slip_away(one):
            yield judge_sum(one, "error" if one.rest < 0 or slipped(one) else "suspicious")


def _far_total(before: list[Slot], parts: list[Slot]) -> Iterator[Relation]:
    """下达 T。…一是安排甲 a。二是安排乙 b。…: the total stands sentences before, and one slip of the pen parts it from
    the sum of long figures told with one verb."""
    totals = [slot for slot in before if all(same_kind(slot, part) for part in parts)]
    if any(adds_up(total, parts) for total in totals):
        yield judge_sum(Sum(next(total for total in totals if adds_up(total, parts)), tuple(parts)))
        return
    verb = _ITEM_VERB.match(parts[0].before)
    if verb is None or not all(verb["verb"] in part.before for part in parts):
        return
    near = [
        total
        for total in totals
        if slips_in([(1, part) for part in parts], total, swapped=_SWAPPED, digit=_LONG)
        and abs(Sum(total, tuple(parts)).rest) < min(converted(part.mention, total.mention.unit) for part in parts)
    ]
    if len({total.mention.value for total in near}) == 1:
        yield judge_sum(Sum(near[-1], tuple(parts)), "error")


def _makes_a_hundred(shares: list[Slot]) -> bool:
    """Whether each item tells its share, and the shares make all of it: no item is left out."""
    total = sum((share.mention.value for share in shares), Fraction(0))
    return len(shares) > 1 and abs(total - 1) <= len(shares) * max(share.mention.step for share in shares) / 2


def _of_run(
    blocks: list[list[Slot]], totals: list[Slot], above: str, announcing: str, shares: list[Slot]
) -> Iterator[Relation]:
    """*totals*: the figures in front of the list, the nearest sentence first; *above*: the passage in front of it."""
    filled = [block for block in blocks if block]
    told = {column: _column(filled, column) for column in _COLUMNS}
    by_column = [(column, parts) for column, parts in told.items() if len(parts) == len(filled)]
    if by_column and all(len(parts) >= _LEAST for parts in told.values()):
        if len(by_column) < len(_COLUMNS):
            by_column = list(told.items())  # （类）年初未安排预算，支出决算为 b: an item has nothing in that column
        for column, parts in by_column:
            named = [slot for slot in totals if any(word in slot.label for word in column)]
            yield from _against(named, parts, announced=False)
        return
    parts = tuple(block[0] for block in filled)
    announced = bool(_ANNOUNCED.search(above)) or bool(re.search(r"(?:如下：?|[：:])\s*$", announcing))
    announced = announced and len(filled) == len(blocks) and not _SOME.search(announcing[-3 * _CUE :])
    alone = announced and all(len(block) == 1 for block in blocks) and "其中" in announcing[-_CUE:]
    alone = alone or (announced and _BY_ACCOUNTS.search(announcing[-3 * _CUE :]) is not None)
    if not _explained(totals, filled):
        yield from _against(totals, parts, announced, whole=_makes_a_hundred(shares), alone=alone)


def _explained(totals: list[Slot], blocks: list[list[Slot]]) -> bool:
    """（二）公务用车购置费 0 万元，公务用车运行费 B 万元: an item that tells two figures side by side has both."""
    for total in totals:
        alike = [[slot for slot in block if same_kind(total, slot)] for block in blocks]
        first = tuple(block[0] for block in alike if block)
        if len(first) < len(blocks) or adds_up(total, first):
            return False
        rest, unit = Sum(total, first).rest, total.mention.unit
        beside = (slot for block in alike for slot in block[1:2])
        if any(abs(converted(slot.mention, unit) - rest) <= total.mention.step * len(first) for slot in beside):
            return True
    return False


def _column(blocks: list[list[Slot]], words: tuple[str, ...]) -> tuple[Slot, ...]:
    found = [next((slot for slot in block if any(word in slot.label for word in words)), None) for block in blocks]
    return tuple(slot for slot in found if slot is not None)


def _against(
    totals: list[Slot], parts: tuple[Slot, ...], announced: bool, *, whole: bool = False, alone: bool = False
) -> Iterator[Relation]:
    """*whole*: the items are known to be all of it; *alone*: each tells one figure of the total, so that they cannot be
    more than it."""
    fitting = [slot for slot in totals if all(same_kind(slot, part) for part in parts)]
    for total in fitting:
        if adds_up(total, parts):
            yield judge_sum(Sum(total, parts))
            return
    if not fitting or not (announced or whole):
        return
    one = Sum(fitting[0], parts)
    if whole or is_complete([label_of(part) for part in parts]):
        yield judge_sum(one, "error")
    elif slipped(one):
        yield judge_sum(one, "error" if len({slot.mention.value for slot in fitting}) == 1 else "suspicious")
    elif one.rest < 0 and alone and len({slot.mention.value for slot in fitting}) == 1:
        yield judge_sum(one, "error")
    elif one.rest > 0:
        yield judge_sum(one, "suspicious")
