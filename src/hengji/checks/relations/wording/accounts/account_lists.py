"""The lists of economic accounts that a paper tells its 人员经费 and 公用经费 by: 主要包括：基本工资、津贴补贴、…。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing

__all__ = ["AccountList", "account_lists"]

_LIST: Final = re.compile(
    r"(?P<kind>人员|公用)(?:经费|支出)(?![^。；\n]{0,60}(?:和|及|、)(?:日常)?(?:人员|公用)(?:经费|支出))[^。；\n]{0,60}?(?:包括|用于|为|[：:])[：:\s]*"
    r"(?P<items>[\u4e00-\u9fff（）()]{2,24}(?:、\s?[\u4e00-\u9fff（）()\s]{2,24}){3,60}(?:等[^，。；]{0,8})?)(?=[。；，\n]|$)"
)
_LAST: Final = re.compile(
    r"^(?P<one>[\u4e00-\u9fff（）]{2,}(?:费用?|购置|补助|支出|缴费|金))(?:和|及|以及|与)(?P<two>.+)$"
)


@dataclass(frozen=True, slots=True)
class AccountList:
    """`kind` is 人员 or 公用, told at `place`; `items` are the names as official papers write them, and where."""

    kind: str
    place: Span
    items: tuple[tuple[str, Span], ...]


def account_lists(context: Context) -> tuple[AccountList, ...]:
    """Every such list of the prose, read once."""
    return context.once(account_lists, lambda: tuple(_lists(context)))


def _lists(context: Context) -> Iterator[AccountList]:
    flow = flowing(context)
    for listed in _LIST.finditer(flow.text):
        if context.table_at(flow.place(listed.start())) is not None:
            continue
        items = []
        for one in re.finditer(r"[^、]+", listed["items"]):
            start = listed.start("items") + one.start()
            for text, at in _parted(one[0]):
                name = re.sub(r"等.*$", "", re.sub(r"\s", "", text).replace("(", "（").replace(")", "）"))
                items.append((name, flow.span(start + at, start + at + len(text))))
        yield AccountList(listed["kind"], flow.of(listed, "kind"), tuple(items))


def _parted(text: str) -> Iterator[tuple[str, int]]:
    """办公设备购置和专用设备购置 are two, as the last of a list often are."""
    last = _LAST.match(text)
    if last is None:
        yield text, 0
    else:
        yield last["one"], last.start("one")
        yield last["two"], last.start("two")
