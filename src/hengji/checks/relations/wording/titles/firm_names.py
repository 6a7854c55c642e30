"""A firm's name told once with another character: 正恒会计师事务所 on the cover, 正衡会计师事务所 under the seal.

Who judges is named throughout; firms that were paid or supplied come in lists of their own and may be as like as that.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["firm_names"]

_FIRM: Final = near(
    re.compile(
        r"(?P<name>[\u4e00-\u9fff]{2,20}?(?:会计师事务所|律师事务所|税务师事务所|资产评估|工程咨询|管理咨询|绩效评价|造价咨询)"
        r"(?:咨询|服务|评估)?(?:有限责任公司|有限公司|股份公司|公司)?)"
    ),
    "师事务所|资产评估|工程咨询|管理咨询|绩效评价|造价咨询",
    40,
)
_LEAD: Final = re.compile(
    r"^.*(?:委托|聘请|邀请|选定|确定|选聘|引入|招标|中标|采购|机构|单位|由|为|与|经|是|和|向|对|即)(?=.{6})"
)
_TOLD_APART: Final = frozenset("一二三四五六七八九十甲乙丙丁东西南北中上下左右前后新老大小")
_SHORTEST: Final = 7
_NEAR: Final = 16
_SIGNED: Final = re.compile(r"(?:机构|单位)(?:名称)?[（(]?(?:盖章|公章|签章)?[）)]?[：:]\s{0,4}$")


def firm_names(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``, at most one for each odd name."""
    flow = flowing(context)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _FIRM.finditer(flow.text):
        name = _LEAD.sub("", match["name"])
        if len(name) >= _SHORTEST:
            places[name].append((match.end() - len(name), match.end()))
    times = Counter({name: len(where) for name, where in places.items()})
    for pair in combinations(places, 2):
        right, odd = sorted(pair, key=times.__getitem__, reverse=True)
        if times[odd] > 1 or not _one_character(odd, right):
            continue
        if times[right] > 1 or _signs(flow.text, places[odd][0][0], places[right][0][0]):
            often = f" {times[right]} 次" if times[right] > 1 else ""
            yield slip(
                context,
                [flow.span(*places[odd][0])],
                "error",
                f"这里写的是“{odd}”，别处{often}写作“{right}”，差一个字。请核对机构名称后统一。",
                rule="机构名称前后一致",
                expected=right,
                likely=f"疑为“{right}”",
                severity="medium",
            )


def _signs(text: str, *places: int) -> bool:
    """Whether each stands where the paper names who judged: 评价机构：, on the cover and under the seal."""
    return all(_SIGNED.search(text, max(0, at - _NEAR), at) is not None for at in places)


def _one_character(one: str, other: str) -> bool:
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and len(differing) == 1 and not set(differing[0]) & _TOLD_APART
