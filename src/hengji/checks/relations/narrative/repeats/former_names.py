"""A body by the name that it lost in a reform, in a paper that knows it by its new one: 青石县消防救援大队, and once
青石县公安消防大队.

The names are those of the reforms of institutions of 2018 and 2021; what tells of the years before, or of the change
itself, may use the old ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["former_names"]

_RENAMED: Final = (
    (2019, r"公安消防(?=[大支总]队)", "消防救援"),
    (2019, r"国土资源局", "自然资源(?:和规划)?局"),
    (2019, r"(?:卫生和计划生育|卫计)[委局](?:员会)?", "卫生健康(?:委员会|委|局)"),
    (2019, r"安全生产监督管理局", "应急管理局"),
    (2019, r"(?:工商行政管理|食品药品监督管理|质量技术监督)局", "市场监督管理局"),
    (2019, r"环境保护局", "生态环境局"),
    (2022, r"扶贫(?:开发)?(?:领导小组)?办公室|扶贫办", "乡村振兴局"),
)
_PLACE: Final = r"(?P<place>[\u4e00-\u9fff]{2,4}[省市县区州旗]|(?<![\u4e00-\u9fff])[市县区州旗])"
_NO_PLACE: Final = re.compile(r"^.*(?:建议|要求|督促|责成|按照|[由对经请与和向及是为])(?=[市县区州旗]$)")
"""What stands in front of 县自然资源局, where no place is named."""
_TOLD: Final = re.compile(
    "原|前身|更名|改名|改制|转制|改为|转为|组建|划入|划转|合并|并入|整合|撤销|挂牌|时任|历史|成立|《|印章|文件|〔"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_REACH: Final = 24
_SOUGHT: Final = tuple(near(re.compile(rf"{_PLACE}(?P<old>{old})"), old, _REACH) for _, old, _ in _RENAMED)
_FEWEST, _PLACE_NAME = 2, 3


def former_names(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all: the old name stands once, the new one more often."""
    year = context.facts.year
    flow = flowing(context)
    for sought, (since, old, new) in zip(_SOUGHT, _RENAMED, strict=True):
        if year is None or year < since:
            continue
        found = [one for one in sought.finditer(flow.text) if _is_of_now(context, one, since)]
        if len(found) != 1 or re.search(f"{old}(?:正式)?(?:更名|改名|改称)", flow.text):
            continue  # where the paper tells of the change itself, `titles.former_names` knows when it was
        place = _NO_PLACE.sub("", found[0]["place"][-_PLACE_NAME:])
        now = [one[0] for one in re.finditer(f"{place}{new}", flow.text)]
        if len(now) >= _FEWEST:
            yield _relation(context, found[0], flow.of(found[0], "old"), now[0][len(place) :])


def _is_of_now(context: Context, match: re.Match[str], since: int) -> bool:
    """Whether nothing in the sentence speaks of the change or of a year before it."""
    flow = flowing(context)
    sentence = flow.sentence(*match.span())
    told = _TOLD.search(sentence) is not None or any(int(one) < since for one in _YEAR.findall(sentence))
    return not told and context.table_at(flow.of(match)[0]) is None


def _relation(context: Context, match: re.Match[str], span: tuple[int, int], name: str) -> Relation:
    former = f"{_NO_PLACE.sub('', match['place'][-_PLACE_NAME:])}{match['old']}"
    message = f"“{former}”是机构改革以前的名称，本文其他各处称“{name}”。请改用现在的名称。"
    figures = (piece(context, "stated", *span),)
    return Relation(
        "repeat", "error", figures, "同一单位名称各处一致", name, match["old"], message, "沿用旧名称。", "medium"
    )
