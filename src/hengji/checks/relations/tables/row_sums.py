"""Sums along a row: a column of totals against the columns that the headers put under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.tables.grids import Part
from hengji.checks.relations.tables.lines import Side
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["row_families"]

_OF_WHICH: Final = re.compile(r"^(?:其中|#)")
_OF_CHANGE: Final = re.compile(r"(?:增减|增长|变动|比重?|占)[^，。]{0,6}[%％率幅]|[%％]$")
"""A row of rates, which do not add up."""
_KIND: Final = re.compile(r"(?<=.)/(?:预|决)算数$")
_TOTAL_HEAD: Final = re.compile(r"合计|总计|小计|总额|^计$|总数$")


def row_families(side: Side, columns: Sequence[int]) -> Iterator[Family]:
    """One family for each column of totals: the columns that make most rows hold."""
    for place, column in enumerate(columns):
        three = _three_public(side.part, column) or _cars(side.part, column)
        readings = [(True, three)] if three else list(_readings(side.part, columns, place))
        families = [family for strong, parts in readings if (family := _family(side, column, parts, strong)).sums]
        if not families:
            continue
        best = max(families, key=lambda family: (family.witnesses, -family.failures, family.strong))
        announced = _TOTAL_HEAD.search(side.part.last_head(column)) is not None
        of_which = _OF_WHICH.search(side.part.last_head(column + 1)) if column + 1 < len(side.part.heads) else None
        listed = of_which is not None and best.failures * 2 <= best.witnesses >= 2
        if three or listed or (best.witnesses >= 1 and (announced or best.failures * 3 <= best.witnesses >= 2)):
            yield best


def _readings(part: Part, columns: Sequence[int], place: int) -> Iterator[tuple[bool, list[int]]]:
    """Lists of columns that may add up to one: its siblings under one header, those up to the next total."""
    column = columns[place]
    head = part.heads[column]
    group = head.rsplit("/", 1)[0] if "/" in head else ""
    right = list(columns[place + 1 :])
    if _TOTAL_HEAD.search(part.last_head(column)):
        siblings = [
            other for other in columns if other != column and group and part.heads[other].startswith(group + "/")
        ]
        yield True, siblings
        yield False, [other for other in siblings if other > column]
        stop = next((at for at, other in enumerate(right) if _TOTAL_HEAD.search(part.last_head(other))), len(right))
        yield stop == len(right), right[:stop]
        yield False, right
        yield from _around_subtotal(part, column, right)
        yield False, list(columns[:place])
        yield False, [other for other in right if _TOTAL_HEAD.search(part.last_head(other))]
        yield (
            False,
            [at for at in right if _TOTAL_HEAD.search(part.last_head(at)) or not _inside_total(part, columns, at)],
        )
    yield True, [other for other in columns if part.heads[other].startswith(head + "/")]
    led = list(columns[place + 1 :])
    end = next((at for at, other in enumerate(led) if not _OF_WHICH.search(part.last_head(other))), len(led))
    yield False, led[:end]


def _around_subtotal(part: Part, column: int, right: Sequence[int]) -> Iterator[tuple[bool, list[int]]]:
    """合计 | 小计 | 人员经费 | 公用经费 | 项目支出 without the name over 小计: it may be of any columns behind it."""
    if part.last_head(column).endswith("小计"):
        yield from ((False, list(right[:end])) for end in range(2, len(right)))
    elif right and part.last_head(right[0]).endswith("小计"):
        yield from ((False, [right[0], *right[end:]]) for end in range(3, len(right)))


def _three_public(part: Part, column: int) -> list[int]:
    """因公出国, 公务接待 and 公务用车 right of a column of totals: what “三公”经费 are made of."""
    item, kind = _item_and_kind(part, column)
    if not _is_whole(item):
        return []
    items = _items_right(part, column, kind)
    end = next((at for at, (_, other) in enumerate(items) if _is_whole(other)), len(items))
    found = [next((at for at, name in items[:end] if re.search(word, name)), None) for word in ("出国", "接待")]
    cars = [(at, name) for at, name in items[:end] if re.search("用车|小计|车辆", name)]
    whole = next((at for at, name in cars if _TOTAL_HEAD.search(_last(name))), None)
    abroad, guests = found
    if abroad is None or guests is None or not cars:
        return []
    return [abroad, guests, *([whole] if whole is not None else (at for at, _ in cars))]


def _cars(part: Part, column: int) -> list[int]:
    """购置费 and 运行费 right of 公务用车购置及运行费小计."""
    item, kind = _item_and_kind(part, column)
    if not re.search("用车购置费?[及和与]运行[^/]{0,6}$", item.removesuffix("小计").rstrip("/")):
        return []
    right = [(at, _last(name)) for at, name in _items_right(part, column, kind)[:3]]
    found = [
        next((at for at, name in right if re.search(word, name)), None)
        for word in ("(?<!及)购置费?$", "^(?!.*购置).*运行")
    ]
    return [other for other in found if other is not None] if None not in found else []


def _item_and_kind(part: Part, column: int) -> tuple[str, str]:
    """合计/预算数 as 合计 and 预算数; of 预算数/合计 the item has both names."""
    head = part.heads[column]
    kind = _KIND.search(head)
    return (head[: kind.start()], kind[0]) if kind else (head, "")


def _said(part: Part, column: int) -> str:
    """合计的预算数 where all columns are named 预算数 or 决算数."""
    item, kind = _item_and_kind(part, column)
    return f"{_last(item)}的{kind[1:]}" if kind else part.last_head(column)


def _items_right(part: Part, column: int, kind: str) -> list[tuple[int, str]]:
    """The columns of one kind right of *column*, with their items."""
    right = ((other, *_item_and_kind(part, other)) for other in range(column + 1, len(part.heads)))
    return [(other, item) for other, item, of in right if of == kind]


def _is_whole(item: str) -> bool:
    return bool(_TOTAL_HEAD.search(_last(item))) and not item.endswith("小计")


def _last(item: str) -> str:
    return item.rsplit("/", 1)[-1]


def _inside_total(part: Part, columns: Sequence[int], column: int) -> bool:
    """Whether another column, under the same header, is the total of this one."""
    group = part.heads[column].rsplit("/", 1)[0] if "/" in part.heads[column] else ""
    return bool(group) and any(
        other != column and part.heads[other].startswith(group + "/") and _TOTAL_HEAD.search(part.last_head(other))
        for other in columns
    )


def _family(side: Side, column: int, parts: Sequence[int], strong: bool) -> Family:
    family = Family(strong)
    if len(parts) < (1 if _TOTAL_HEAD.search(side.part.last_head(column)) else 2):
        return family
    for line in side.lines:
        if _OF_CHANGE.search(line.label):
            continue
        whole = line.values.get(column)
        filled = tuple(line.values[part] for part in parts if part in line.values)
        if whole is not None and filled:
            row = f"“{line.label or line.code}”一行" if line.label or line.code else "此行"
            family.sums.append(Sum(whole, filled, f"{row}的“{_said(side.part, column)}”"))
    return family
