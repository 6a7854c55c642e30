"""What something was to cost, what it cost, what was saved: 送审 A，审定 B，审减 D，审减率 P; 预算 A，中标 B，节约 D.

The names say which figure is which, so D is A − B and P is D ÷ A. All stand in one run of clauses; where a run has
several figures to start from (预算, 控制价), any of them may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.intervals import Interval
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation, RelationKind

__all__ = ["rates_of_saving", "savings"]

_CUE = re.compile("审减|核减|净减|节约|节支|节省|下浮")
_TAIL = r"(?:财政|建设|项目|采购)?(?:资金|金额|投资|造价|费用|经费|总?额|支出)*(?:了|共计?|合计|为|达|约|：)*$"
_SAVED = re.compile(rf"(?:审减|核减|净减|节约|节支|节省){_TAIL}")
_RATE = re.compile(r"(?:审减|核减|净减|节约|节支|节省|下浮)(?:资金)?(?:率|比例|幅度)(?:高?达到?|为|是|仅|约|：)*$")
_BEFORE = re.compile("送审|报审|申报|申请|上报|预算|控制价|概算|限价|标底|估算|计划")
_AFTER = re.compile("审定|核定|实际|结算|决算|采购金额|执行|审核后|评审后|支出")
_CONTRACT = re.compile("合同")
_BID = re.compile("中标|成交")
_NOT_PLAIN = re.compile("同比|上年|去年|较年初|其中|分别|累计")
_BACK = 5


def savings(passage: Passage) -> Iterator[Relation]:
    """Every amount saved, and every rate of saving, of *passage*."""
    for rate, stated in _judgeable(passage):
        befores, afters, gaps = _roles(_run(passage, stated), stated)
        yield from _judged(befores, afters[0], stated, gaps[-1] if gaps and rate else None)


def rates_of_saving(passage: Passage) -> frozenset[int]:
    """The rates that are judged here, so that nobody else reads them as growth."""
    return frozenset(stated.index for rate, stated in _judgeable(passage) if rate)


def _judgeable(passage: Passage) -> Iterator[tuple[bool, Slot]]:
    """The amounts and rates of saving whose two figures stand in front of them; whether each is a rate."""
    if MONEY not in passage.text or len(passage.slots) > LONGEST or not _CUE.search(passage.text):
        return
    for stated in passage.slots[1:]:
        saved = stated.kind == MONEY and _SAVED.search(label_of(stated)) is not None
        rate = stated.kind == RATE and _RATE.search(stated.before) is not None
        if stated.mention.approximate or not (saved or rate):
            continue
        befores, afters, _ = _roles(_run(passage, stated), stated)
        if befores and len(afters) == 1:
            yield rate, stated


def _run(passage: Passage, stated: Slot) -> list[Slot]:
    """The figures in front of *stated* up to a semicolon, a percentage or another saving that is not its own."""
    found: list[Slot] = []
    behind = stated
    for slot in reversed(passage.slots[max(0, stated.index - _BACK) : stated.index]):
        if "；" in behind.before or "。" in behind.before or slot.kind != MONEY or _NOT_PLAIN.search(behind.before):
            break
        found.append(slot)
        behind = slot
    return [] if found and _NOT_PLAIN.search(found[-1].before) else found[::-1]


def _roles(run: Sequence[Slot], stated: Slot) -> tuple[list[Slot], list[Slot], list[Slot]]:
    """What was to be paid, what was paid, what was saved; nothing where a figure of the run is none of the three."""
    befores: list[Slot] = []
    afters: list[Slot] = []
    gaps: list[Slot] = []
    contracts: list[Slot] = []
    bids: list[Slot] = []
    for slot in run:
        label = label_of(slot)
        after, before = _last(_AFTER, label), _last(_BEFORE, label)
        if slot.mention.approximate or not _same(slot, stated):
            return [], [], []
        if _SAVED.search(label):
            gaps.append(slot)
        elif after < 0 and before < 0 and _BID.search(label):
            bids.append(slot)
        elif after < 0 and before < 0 and _CONTRACT.search(label):
            contracts.append(slot)
        elif after == before:
            return [], [], []
        else:
            (afters if after > before else befores).append(slot)
    if bids and befores and afters:
        return [], [], []  # 预算 A，中标 B，结算 C: saved by the bidding or behind it
    (afters if befores else befores).extend(bids)
    if not (befores and afters):  # 合同金额 beside 送审 and 审定 is neither
        (afters if befores else befores).extend(contracts)
    return befores, afters, gaps


def _last(pattern: re.Pattern[str], label: str) -> int:
    return max((found.start() for found in pattern.finditer(label)), default=-1)


def _same(slot: Slot, stated: Slot) -> bool:
    return stated.kind == RATE or same_kind(slot, stated)


def _judged(befores: Sequence[Slot], after: Slot, stated: Slot, gap: Slot | None) -> Iterator[Relation]:
    tried = [_relation(before, after, stated, gap) for before in befores if before.mention.value > 0]
    held = next((one for one in tried if good(one.verdict)), None)
    if held is not None:
        yield held
    elif len(tried) == 1 and not (gap is not None and _of_gap(befores[0], gap, stated)):
        yield tried[0]


def _of_gap(before: Slot, gap: Slot, rate: Slot) -> bool:
    """Whether the rate is that of the amount told as saved, which is judged by itself."""
    computed = converted(gap.mention, before.mention.unit) / before.mention.value
    possible = interval_of(gap.mention, before.mention.unit).divided_by(
        interval_of(before.mention, before.mention.unit)
    )
    return good(judged(computed, possible, rate.mention))


def _relation(before: Slot, after: Slot, stated: Slot, gap: Slot | None) -> Relation:
    unit = before.mention.unit
    whole = interval_of(before.mention, unit)
    wide = whole - interval_of(after.mention, unit)
    computed = before.mention.value - converted(after.mention, unit)
    formula = f"{in_words(before.mention.value)} - {in_words(converted(after.mention, unit))}"
    if stated.kind == RATE:
        told = interval_of(gap.mention, unit) if gap is not None else wide
        low, high = max(told.low, wide.low), min(told.high, wide.high)
        wide = Interval(low, high) if low <= high else wide
        verdict = judged(computed / before.mention.value, wide.divided_by(whole), stated.mention)
        computed /= before.mention.value
        formula = f"({formula}) ÷ {in_words(before.mention.value)}"
    else:
        factor = converted(before.mention, stated.mention.unit) / before.mention.value
        computed *= factor
        verdict = judged(computed, Interval(wide.low * factor, wide.high * factor), stated.mention)
    right = as_written(computed, stated.mention)
    message, likely = "节约（审减）数与前后两数一致。", ""
    if not good(verdict):
        names = f"{label_of(before)}{number(before.mention)}、{label_of(after)}{number(after.mention)}"
        message = f"按{names}计，应为 {right}，文中为 {number(stated.mention)}。"
        likely = slip_of(stated.mention, computed)
        if computed < 0:
            message, likely = f"{names}，多出 {right.lstrip('-')}，并非节约（审减）。", "方向相反。"
    roles = [("base", before.mention), ("part", after.mention), ("stated", stated.mention)]
    kind: RelationKind = "rate" if stated.kind == RATE else "difference"
    return relation(kind, verdict, roles, formula, right, message, likely)
