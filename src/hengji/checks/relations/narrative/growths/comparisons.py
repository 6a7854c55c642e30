"""Two figures and what the text says of the way from one to the other: a rate, or a word of comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.against_base import rate_on_base
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import (
    converted,
    number,
    relation,
    same_kind,
)
from hengji.facts.relation import Relation, Verdict

__all__ = ["budget_and_outturn", "words_of_comparison"]


_BUDGET = re.compile(r"(?:预算|计划)(?:数|安排|总?额)?[^，。；]{0,6}$")
_ACTUAL = re.compile(r"(?:实际|列支|决算|使用|支出|支付|执行|完成)[^，。；]{0,8}$")
_DOWNWARD = re.compile(
    r"^[，、（](?:比?预算|较?预算)?(?:减少|下降|压缩|压减|节约|降低|减幅|降幅)(?:了|率|支出|为|达|约)*$"
)


def budget_and_outturn(passage: Passage) -> Iterator[Relation]:
    """预算 X，实际 Y，减少 P: two figures in front of a rate, no amount of change between them."""
    for rate in passage.slots[2:]:
        base, current = passage.slots[rate.index - 2], passage.slots[rate.index - 1]
        pair = rate.kind == RATE and same_kind(base, current) and base.kind == MONEY and base.mention.value > 0
        if not pair or not _DOWNWARD.match(rate.before):
            continue
        if not (_BUDGET.search(base.before) and _ACTUAL.search(current.before) and len(current.before) < 16):
            continue
        yield rate_on_base(base.mention, current.mention, rate.mention, rising=False)


_COMPARES = re.compile(
    r"(?:支出)?决算数?(?P<how>大于|高于|超过|小于|低于|等于|与|比)(?:年初|全年|调整|年度)?预算数?(?:(?P<flat>持平|一致|相同)|(?P<by>多|少))?"
)


_OF_BUDGET = re.compile(r"(?:完成|为|占)[^，。；\ue000-\ue005]{0,8}预算数?的?$")


def _rate_of_budget(slots: list[Slot]) -> Slot | None:
    """The one rate of the budget among the last figures: 完成年初预算的 P%; beyond 100% the outturn is greater."""
    told = [
        slot
        for place, slot in enumerate(slots)
        if slot.kind == RATE
        and (
            _OF_BUDGET.search(slot.before)
            or (slot.before == "的" and place and _OF_BUDGET.search(slots[place - 1].before))
        )
    ]
    last = told[-1] if told and told[-1].index >= len(slots) - 1 else None
    return last if len(told) == 1 else None


def words_of_comparison(passage: Passage, before: Passage | None) -> Iterator[Relation]:
    """决算数小于预算数: the words against the two figures named just before."""
    for match in _COMPARES.finditer(passage.text):
        if (match["how"] == "与" and not match["flat"]) or (match["how"] == "比") != (match["by"] is not None):
            continue
        slots = [slot for slot in passage.slots if slot.at < match.start()] or list(before.slots if before else ())
        pair = _budget_and_actual(slots)
        rate = _rate_of_budget(slots) if pair is None else None
        if pair is not None:
            gap = converted(pair[1].mention, pair[0].mention.unit) - pair[0].mention.value
            roles = [("base", pair[0].mention), ("current", pair[1].mention)]
        elif rate is not None:
            gap, roles = rate.mention.value - 1, [("stated", rate.mention)]
        else:
            continue
        above = match["how"] in ("大于", "高于", "超过") or match["by"] == "多"
        says = "=" if match["flat"] or match["how"] == "等于" else ">" if above else "<"
        real = "=" if gap == 0 else ">" if gap > 0 else "<"
        verdict: Verdict = "ok" if says == real else "error"
        text = (
            ""
            if verdict == "ok"
            else f"文中说“{match[0]}”，而所列数字（{'、'.join(number(one) for _, one in roles)}）并非如此。"
        )
        names = {"=": "持平", ">": "大于", "<": "小于"}
        yield relation(
            "growth",
            verdict,
            roles,
            "决算数与预算数比较",
            f"决算数{names[real]}预算数",
            text or "比较与两数一致。",
            "" if verdict == "ok" else "比较的词或其中一数误写。",
        )


def _budget_and_actual(slots: list[Slot]) -> tuple[Slot, Slot] | None:
    money = [slot for slot in slots if slot.kind == MONEY]
    for budget, actual in zip(money[:-1][::-1], money[1:][::-1], strict=True):
        near = actual.index == budget.index + 1 and same_kind(budget, actual)
        if (
            near
            and re.search(r"预算(?:数|总额)?[为是：]?$", budget.label)
            and re.search(r"决算(?:数|总额)?[为是：]?$", actual.label)
        ):
            return budget, actual
        if near:
            return None
    return None
