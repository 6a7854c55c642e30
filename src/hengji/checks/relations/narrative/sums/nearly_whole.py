"""Lists of counted things that name every kind: what in their words, and in how little they miss the total, shows it.

其中 alone promises nothing. Three kinds and more that are told alike, with less left over than a tenth, are meant to be
all; so are two of which one says what the other is not (城区 and 乡镇, 持证 and 未持证).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.near_misses import slips_in
from hengji.checks.relations.passages import COUNT, Slot
from hengji.checks.relations.slips import SWAPPED
from hengji.checks.relations.verdicts import converted

__all__ = ["is_pair", "nearly_whole"]

_ANNOUNCED = re.compile("共|总|合计|全部|纳入|登记|在册|累计|全[县区市省镇乡系局校院馆]|受理|收到|监控|评价|检查|现有")
_SORTED = re.compile(r"结果|等[级次]|情况|类[别型]|分为|划分|按|分别|构成|组成|看[，：]|其中：|：")
_VAGUE = re.compile(
    r"主要|重点|特别是|尤其|例如|比如|如：|等$|含|新增|比|较|占(?![用道地压])|人均|平均|上年|去年|另|此外|最|(?:完成|目标|计划|预算)[^的]{0,8}$"
)
_PAIRS = tuple(
    (re.compile(a), re.compile(b))
    for a, b in (
        ("城区|城市|城镇|市区|县城", "乡镇|农村|镇村|乡村|村级|郊区"),
        ("线上|网上|网络", "线下|现场|窗口|纸质"),
        ("公办|公立|国有", "民办|民营|私立|社会办"),
        ("新建|新增|新开工", "改建|改造|续建|扩建|维修|在建"),
        ("已|通过|(?<!不)(?<!未)合格|持证|达标|成功|中标", "未|不合格|不达标|不符合|没有|失败"),
        ("上半年", "下半年"),
        ("局?机关|本级|本部|县级|市级|区级", "下属|所属|直属|二级|基层|乡镇|街道"),
        ("男", "女"),
        ("常住|本地|户籍", "流动|外来|外地"),
        ("专职", "兼职"),
        ("规模以上|规上|大中型", "规模以下|规下|小微"),
    )
)
_THREE = 3
_EIGHTH = 8
_TENTH = 10
_TWENTIETH = 20
_FEW = 7
_LARGE = 20  # of fewer things a twentieth is less than one


def nearly_whole(total: Slot, parts: Sequence[Slot], names: Sequence[str] = ()) -> bool:
    """Whether a list that misses its total was meant to name all of it; *names*: of rows of several columns."""
    labels = list(names) or [label_of(part) for part in parts]
    if total.kind != COUNT or not all(labels) or len(set(labels)) < len(labels):
        return False
    if any(_VAGUE.search(label) for label in labels):
        return False
    whole = total.mention.value
    rest = abs(whole - sum(converted(part.mention, total.mention.unit) for part in parts))
    if is_complete(labels) or (len(parts) == _THREE - 1 and is_pair(labels) and rest * _TENTH <= whole):
        return True
    if len(parts) < _THREE:
        return False
    terms = [(1, part) for part in parts]
    if any(one.name == SWAPPED for one in slips_in(terms, total, swapped=2, digit=99)):
        return True
    if rest == 1 and whole >= _FEW and all(part.mention.value.denominator == 1 for part in parts):
        return True  # one alone of eight is not left over: it would have been named
    little = rest * _TWENTIETH <= whole and whole >= _LARGE
    told = _ANNOUNCED.search(total.before + label_of(total)) or _SORTED.search(parts[0].before)
    return little or (rest * _EIGHTH <= whole and told is not None)


def is_pair(labels: Sequence[str]) -> bool:
    """Whether these are two kinds, each what the other is not."""
    if len(labels) != _THREE - 1:
        return False
    a, b = labels
    return any((x.search(a) and y.search(b)) or (x.search(b) and y.search(a)) for x, y in _PAIRS)
