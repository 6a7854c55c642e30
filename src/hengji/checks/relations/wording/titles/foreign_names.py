"""Another office's name where the form repeats the paper's own: 绿化和市容管理局 2025年度无政府性基金… in the account
of 生态环境局.

Only where the form's sentences bear the own name elsewhere; a body below the office has the office's name in front.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["foreign_names"]

_ENDS: Final = "局|委员会|办公室|街道办事处|人民政府|中心|学校|医院|法院|检察院|协会|联合会|委|部"
_THEN: Final = "无|没有|收入支出|财政拨款|政府性基金|国有资本|预算绩效|政府采购|部门预算|部门决算|“三公”|机关运行"
_FRAME: Final = near(
    re.compile(
        rf"(?:^|(?<=[\n。；，\x0c]))\s?(?P<name>[\u4e00-\u9fff（）]{{3,30}}?(?:{_ENDS})(?:（本级）|本级)?)\s?"
        rf"20\d\d年度?(?:本年度)?(?:{_THEN})",
        re.MULTILINE,
    ),
    rf"20\d\d年度?(?:本年度)?(?:{_THEN})",
    80,
)
_FEWEST: Final = 3


def foreign_names(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``: the one name that is not the others'."""
    flow = flowing(context)
    found = [match for match in _FRAME.finditer(flow.text) if context.table_at(flow.place(match.start())) is None]
    names = Counter(_plain(match["name"]) for match in found)
    if not names:
        return
    own, times = names.most_common(1)[0]
    for match in found:
        name = _plain(match["name"])
        other = name != own and own not in name and name not in own and names[name] == 1
        if other and times >= _FEWEST and len(names) == 2:
            yield slip(
                context,
                [flow.of(match, "name")],
                "error",
                f"这里写的是“{name}”，本材料其他各处都是“{own}”，像是照抄了别的单位的文本。请核对单位名称。",
                rule="单位名称应一致",
                expected=own,
                likely=f"应为“{own}”",
                severity="medium",
            )


def _plain(name: str) -> str:
    return re.sub(r"\s|（本级）|本级$", "", name)
