"""A department and its units told by kind: 行政单位1家，事业单位2家, behind 局本部以及下属2家事业单位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["kinds_of_units", "units_by_kind"]

_KIND: Final = r"(?:行政|参公|参照公务员法?管理|事业|企业|公益[一二]类|财政补助|全额|差额|自收自支)"
_ITEM: Final = (
    rf"(?:{_KIND}[^，。；：、\d\n]{{0,12}}?\s?\d{{1,2}}\s?[个家所](?:单位)?"
    rf"|\d{{1,2}}\s?[个家所]{_KIND}[^，。；：、\d\n]{{0,10}}?(?:单位|机构))"
)
_ROW: Final = re.compile(rf"{_ITEM}(?:(?:[，、；和及与]|以及){_ITEM}){{1,4}}")
_NUMBER: Final = re.compile(r"\d{1,2}(?=\s?[个家所])")
_DEPARTMENT: Final = re.compile(
    r"(?:包括|包含)[^，。；\d]{0,36}?(?:本部|本级|机关)(?:预算|决算)?(?:以及|[和及与、])(?:下属|所属|直属)的?(?P<n>\d{1,2})\s?[家个]"
    r"[^，。；：\d\n]{0,8}?单位"
)
_REACH: Final = 120
_WHOLE: Final = re.compile(
    r"(?<!事业)(?<!行政)单位[^，。；：\d\n]{0,6}(?P<n>\d{1,2})\s?[个家][，,：:；]?其中[：:]?[^，。；：\d\n]{0,4}$"
)
_PARTS: Final = re.compile(r"其中[：:]?[^，。；：\d\n]{0,4}$")


def units_by_kind(text: str, end: int) -> int | None:
    """How many units the kinds make that are told up to *end*; None where no row of kinds is told, 0 where nobody can
    say: 事业单位3家，其中参公1家、公益一类2家 leaves the office out."""
    low = max(0, end - _REACH)
    rows = [row for row in _ROW.finditer(text, low, min(len(text), end + _REACH)) if row.start() < end <= row.end()]
    if not rows:
        return None
    together = sum(map(int, _NUMBER.findall(rows[0][0])))
    inner = _PARTS.search(text, max(0, rows[0].start() - 10), rows[0].start())
    whole = _WHOLE.search(text, max(0, rows[0].start() - 40), rows[0].start()) if inner is not None else None
    return together if inner is None or (whole is not None and int(whole["n"]) == together) else 0


def kinds_of_units(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``: the office itself and its units are as many as the kinds make together."""
    flow = flowing(context)
    for match in _DEPARTMENT.finditer(flow.text):
        row = _ROW.search(flow.text, match.end(), match.end() + _REACH)
        if (
            row is None
            or _PARTS.search(flow.text, row.start() - 10, row.start())
            or "其中" in flow.text[match.end() : row.start()]
        ):
            continue
        together = sum(map(int, _NUMBER.findall(row[0])))
        below = int(match["n"])
        holds = together == below + 1
        told = f"本部 1 家，加上下属 {below} 家，共 {below + 1} 家"
        message = (
            f"{told}，与“{row[0]}”一致。" if holds else f"{told}；而“{row[0]}”合计 {together} 家。请核对单位个数。"
        )
        figures = (piece(context, "stated", *flow.of(match, "n")), piece(context, "part", *flow.of(row)))
        yield Relation(
            "count", "ok" if holds else "error", figures, "本部 + 下属 = 各类单位之和", str(together - 1), match["n"],
            message, "" if holds else "下属单位数或某类单位数误写。", "medium" if holds else "high",
        )  # fmt: skip
