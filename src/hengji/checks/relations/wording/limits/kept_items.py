"""Items that are all said to keep to their budgets, where one did not: 预算27.00万元，列公务用车19.00万元、公务接待8.00
万元。决算23.78万元，列公务用车15.42万元、公务接待8.36万元。各分项均未突破预算.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.passages import MONEY, Passage, Slot, passages
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.verdicts import number, same_kind
from hengji.checks.relations.wording.limits.said_limits import said_limit
from hengji.facts.relation import Relation

__all__ = ["kept_items"]

_CLAIM: Final = re.compile(
    r"(?:各|两个|三个|两|三|每个|每一)(?:分项|单项|明细项目?|个项目|项)[^，。；\d\n]{0,8}?(?:均|都)"
    r"(?:(?:没有|未)(?:突破|超过|超出|超)(?:年初|各自|相应|其)?的?预算|(?:控制)?在(?:年初|各自)?的?预算(?:之内|以内|范围内|内))"
)
_BUDGET: Final = re.compile("预算|核定")
_SPENT: Final = re.compile("决算|支出|实际|开支|列支|执行")
_REACH: Final = 400  # characters in front of the claim
_LEAST: Final = 2


def kept_items(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, of items that one paragraph tells twice by the same name, budget first."""
    flow = flowing(context)
    claims = list(_CLAIM.finditer(flow.text))
    texts = passages(context) if claims else ()
    for claim in claims:
        start, end = flow.of(claim)
        paragraph = context.document.text.rfind("\n", 0, start)
        near = [one for one in texts if max(paragraph, start - _REACH) <= one.start and one.start < start]
        for planned, spent in _pairs(near, start):
            if spent.mention.value > planned.mention.value:
                yield _relation(context, planned, spent, (start, end))


def _pairs(texts: Sequence[Passage], end: int) -> Iterator[tuple[Slot, Slot]]:
    """Each item's budget and what was spent on it: the words since the budget's first item speak of spending."""
    slots = [
        (slot, passage)
        for passage in texts
        for slot in passage.slots
        if slot.kind == MONEY and slot.mention.start < end and not slot.mention.approximate
    ]
    named: dict[str, list[tuple[Slot, Passage]]] = {}
    for slot, passage in slots:
        name = _SPENT.sub("", _BUDGET.sub("", core(label_of(slot))))
        if len(name) >= _LEAST:
            named.setdefault(name, []).append((slot, passage))
    for told in named.values():
        if len(told) == _LEAST and same_kind(told[0][0], told[1][0]):
            (planned, first), (spent, _) = told
            between = "".join(
                slot.before for slot, _ in slots if planned.mention.start < slot.mention.start <= spent.mention.start
            )
            ahead = first.text[: planned.at]
            if _BUDGET.search(ahead) and _SPENT.search(between) and not re.search("上年|去年", between + ahead):
                yield planned, spent


def _relation(context: Context, planned: Slot, spent: Slot, claim: tuple[int, int]) -> Relation:
    said = context.document.text[slice(*claim)]
    name = label_of(spent)
    figures = (figure("budget", planned.mention), figure("actual", spent.mention), piece(context, "stated", *claim))
    limit, actual = number(planned.mention), number(spent.mention)
    return said_limit(figures, limit, actual, said, f"{name}预算 {limit}，支出 {actual}，", borne_out=False)
