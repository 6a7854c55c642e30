"""“用水总量1.96亿立方米，控制在目标以内” where the goal, told elsewhere, is 控制在1.92亿立方米以内."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["claimed_limits"]

_N: Final = r"\d[\d,]{0,24}(?:\.\d{1,9})?"
_UNIT: Final = r"[%％‰]|[万亿]?[\u4e00-\u9fff]{1,3}?"
_LIMIT: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{3,20}}?)(?:控制在|不(?:超过|高于|突破)|≤)\s*(?P<n>{_N})\s*(?P<u>{_UNIT})(?:以内|之内|以下|内)?(?=[，,。；;、\n]|$)"
)
_CLAIM: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{3,20}}?)(?:为|是|达到?)?\s*(?P<a>{_N})\s*(?P<u>{_UNIT})\s*[，,]\s*"
    r"(?P<said>(?:均|都|也|已)?(?:控制)?在(?:年度|年初|全年|绩效|预期|控制|既定|设定|的)*(?:目标|指标|计划)(?:值|数)?(?:范围)?(?:之内|以内|内)"
    r"|(?:没有|未)(?:超过|超出|突破)(?:年度|年初|全年|绩效|控制|既定|设定|的)*(?:目标|指标|计划)值?"
    r"|(?:低于|完成|达到|实现)了?(?:年度|年初|全年|绩效|预期|既定|设定|的)*控制(?:目标|指标|计划)值?)(?=[，,。；;\n]|$)"
)
_ANCHOR: Final = re.compile(
    "(?:目标|指标|计划)(?:值|数)?(?:范围)?(?:之内|以内|内)|(?:没有|未)(?:超过|超出|突破)|控制(?:目标|指标|计划)"
)
_REACH: Final = 160
_OTHERWISE: Final = re.compile("调整后|每|均|其中|上半年|[1-9]月底|季度")
_SHORTEST: Final = 4


def claimed_limits(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``; a name with two limits is left out."""
    flow = flowing(context)
    claims = [one for one in matches_near(_CLAIM, _ANCHOR, flow.text, _REACH) if not _OTHERWISE.search(one["name"])]
    limits: dict[tuple[str, str], list[re.Match[str]]] = defaultdict(list)
    for limit in _LIMIT.finditer(flow.text) if claims else ():
        if not _OTHERWISE.search(limit["name"]):
            limits[limit["name"][-_SHORTEST:], limit["u"]].append(limit)
    for claim in claims:
        told = limits.get((claim["name"][-_SHORTEST:], claim["u"]), [])
        if len({one["n"] for one in told}) == 1:
            yield from _judged(context, flow, told[0], claim)


def _judged(context: Context, flow: Flowing, limit: re.Match[str], claim: re.Match[str]) -> Iterator[Relation]:
    most, actual = read_number(limit["n"].replace(",", "")), read_number(claim["a"].replace(",", ""))
    if most is None or actual is None or context.table_at(flow.place(claim.start("a"))) is not None:
        return
    kept = actual <= most
    told, reached = f"{limit['n']}{limit['u']}", f"{claim['a']}{claim['u']}"
    figures = (
        piece(context, "target", *flow.of(limit, "n")),
        piece(context, "actual", *flow.of(claim, "a")),
        piece(context, "stated", *flow.of(claim, "said")),
    )
    message = f"“{claim['name']}”的控制目标是 {told}，实际为 {reached}，"
    yield Relation(
        "target", "ok" if kept else "error", figures, f"{reached} ≤ {told}", "在目标以内" if kept else "超过目标",
        claim["said"],
        message + ("与文中所说相符。" if kept else f"已经超过，文中却说“{claim['said']}”。请核对数字或这一说法。"),
        "" if kept else "说法与数字不符。", "medium" if kept else "high",
    )  # fmt: skip
