"""Goods listed each in its own counter, and how many pieces they are in all: 帐篷120顶、折叠床300张，共计420件（套）.

Counts in unlike units make no sum but this: pieces (件, 台套) count whatever was bought. A total that one slip of the
pen parts from all that is listed right in front of it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.relation import Relation

__all__ = ["goods_in_all"]

_N: Final = r"(?<![\d.])\d{1,3}(?:,\d{3})+|(?<![\d.,])\d{1,6}"
_UNITS: Final = (
    "台套|件套|顶|张|床|件|台|套|个|把|双|只|条|块|辆|艘|部|册|副|箱|盒|瓶|支|桶|袋|组|架|具|面|幅|根|盏|付|身"
)
_ITEM: Final = rf"[\u4e00-\u9fffA-Za-z（）]{{2,14}}?(?:{_N})\s?(?:{_UNITS})(?:（[\u4e00-\u9fff]{{1,3}}）)?"
_LIST: Final = near(
    re.compile(
        rf"(?:(?<=[，。；：\n）])|^)(?P<list>{_ITEM}(?:[、，和及]{_ITEM}){{2,11}})[，（]?(?:总共|共计|合计|总计|共)(?P<n>{_N})\s?"
        r"(?P<unit>件|台|套|个|台套|件套|台件|项)(?:[（/][件套台个只]{1,3}）?)?(?=[，。；）])"
    ),
    rf"(?:{_UNITS})(?:（[\u4e00-\u9fff]{{1,3}}）)?[、，和及]",
    400,
)
_ONE: Final = re.compile(rf"(?P<n>{_N})\s?(?P<unit>{_UNITS})")
_OTHER: Final = re.compile("其中|每|各|等|余|约|计划|目标|分别")
_FEWEST: Final = 3


def goods_in_all(context: Context) -> Iterator[Relation]:
    """Relations of kind ``sum``, errors all, of lists in two counters or more."""
    flow = flowing(context)
    for match in _LIST.finditer(flow.text):
        items = list(_ONE.finditer(flow.text, *match.span("list")))
        if len({one["unit"] for one in items}) > 1 and len(items) >= _FEWEST and not _OTHER.search(match["list"]):
            yield from _judged(context, flow, items, match)


def _judged(context: Context, flow: Flowing, items: list[re.Match[str]], match: re.Match[str]) -> Iterator[Relation]:
    total, stated = sum(_number(one["n"]) for one in items), match["n"].replace(",", "")
    slip = shape(stated, str(total))
    if not slip or total == _number(stated) or context.table_at(flow.place(match.start())) is not None:
        return
    figures = (
        *(piece(context, "part", *flow.of(one, "n")) for one in items),
        piece(context, "total", *flow.of(match, "n")),
    )
    formula = " + ".join(one["n"] for one in items)
    right, told = f"{total}{match['unit']}", f"{match['n']}{match['unit']}"
    message = f"所列各项合计应为 {right}，文中为 {told}，相差 {abs(total - _number(stated))}。"
    yield Relation(
        "sum", "error", figures, formula, str(total), match["n"], message, mistaken(stated, str(total), slip), "high"
    )


def _number(text: str) -> int:
    return int(text.replace(",", ""))
