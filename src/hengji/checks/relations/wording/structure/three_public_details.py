"""What a final account tells of “三公”经费 beside the totals: cars bought, guests from home, a 0 where nothing was.

Source: 中办发〔2016〕13号 (公务用车购置数及保有量, 国内公务接待的批次、人数、经费总额)
and what inspectors of published accounts mark as not complete. Doubts, no errors: a place may tell them elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.relation import Relation

__all__ = ["find_untold_three_public"]

_BASIS = "公开“三公”经费应写明购置数、保有量和国内接待批次、人数（中办发〔2016〕13号，条款待核）"
_TOGETHER = re.compile(
    r"公务用车购置(?:费)?(?:及|和|与)运行(?:维护)?费?(?:支出)?(?:决算)?(?:数)?[为是]?(?P<amount>\d[\d,.]*)万?元"
)
_RUNNING = re.compile(r"(?<!购置及)(?<!购置费及)(?<!购置和)公务用车运行(?:维护)?费?(?:支出)?[^，。；]{0,8}?\d")
_BOUGHT = re.compile(
    r"车辆?购置(?!(?:费)?(?:及|和|与|、)运行)[^。；\n]{0,20}?(?:\d|无|没有|未)"
    r"|(?:未|没有|无|新增|更新)[^，。；]{0,8}购[置买]|购[置买](?:公务用)?车辆?\s*\d|其中[：:，]?购置费"
)
_FOREIGN = re.compile(r"外[宾事]接待[^。\n]{0,40}?\d+\s*个?批次?")
_HOME = re.compile(r"国内(?:公务)?接待|国内(?:来访)?[团宾客]|其他(?:国内)?(?:公务)?接待")
_COUNTED = re.compile(r"\d+\s*个?批次?|\d+\s*人次?")
_NOUGHT = re.compile(r"[0.]+")
_ITEM = re.compile("出国|购置费|运行|接待")
_THREE = re.compile("三公")
_FEWEST = 2  # filled cells of a row that has nothing but its total and one item


def find_untold_three_public(context: Context) -> Iterator[Relation]:
    """Doubts of a final account that has a chapter on “三公”经费."""
    if context.facts.kind != "final_account" or "三公" not in context.document.text:
        return
    flow = flowing(context)
    yield from _bought(context, flow)
    yield from _from_home(context, flow)
    for table in context.document.tables:
        if _THREE.search(table.caption):
            for part in parts_of(context, table):
                yield from _blanks(context, part)


def _bought(context: Context, flow: Flowing) -> Iterator[Relation]:
    """The running of cars told apart, and nowhere what was bought, or that nothing was."""
    found = next((one for one in _TOGETHER.finditer(flow.text) if not _NOUGHT.fullmatch(one["amount"])), None)
    if found and _RUNNING.search(flow.text) and _BOUGHT.search(flow.text) is None:
        yield slip(
            context,
            [flow.of(found)],
            "suspicious",
            "只说了公务用车运行维护费，没有说公务用车购置费。请写明购置费和购置数；没有购置的，写 0。",
            rule=_BASIS,
            expected="公务用车购置费",
        )


def _from_home(context: Context, flow: Flowing) -> Iterator[Relation]:
    """Guests from abroad counted, those from home not."""
    found = _FOREIGN.search(flow.text)
    if found is None:
        return
    told = any(_COUNTED.search(flow.text, one.end(), one.end() + 80) for one in _HOME.finditer(flow.text))
    if not told:
        yield slip(
            context,
            [flow.of(found)],
            "suspicious",
            "只说了外宾接待的批次、人次，没有说国内公务接待的。请写明国内公务接待的批次和人数；没有的，写 0。",
            rule=_BASIS,
            expected="国内公务接待的批次、人数",
        )


def _blanks(context: Context, part: Part) -> Iterator[Relation]:
    """Cells left empty in a row of amounts: a reader cannot tell whether nothing was spent or nothing filled in."""
    grid = part.grid
    for row in part.body:
        filled = [column for column in range(grid.width) if grid.amount(row, column) is not None]
        empty = [
            column
            for column in range(grid.width)
            if not grid.text(row, column) and _ITEM.search(part.heads[column]) and "数" in part.last_head(column)
        ]
        if len(filled) < _FEWEST or not empty:
            continue
        names = list(dict.fromkeys(_item(part.heads[column]) for column in empty))
        first, last = grid.cell(row, filled[0]), grid.cell(row, filled[-1])
        if first is not None and last is not None:
            yield slip(
                context,
                [(first.start, last.end)],
                "suspicious",
                f"“三公”经费表里{'、'.join(f'“{name}”' for name in names)}空着没有填。没有发生的，应填 0。",
                rule="没有发生的填 0，不留空格",
                expected="0",
            )


def _item(head: str) -> str:
    """因公出国（境）费/预算数 as 因公出国（境）费的预算数: the lowest item that a head names."""
    *above, last = head.split("/")
    return f"{next((name for name in reversed(above) if _ITEM.search(name)), '')}的{last}".lstrip("的")
