"""Equations that the field makes of certain words: 收入总计 is 本年收入 and 年初结转, 到位 is 支出 and 结余, 年末 is
年初 and what came. Three figures that are called so are no chance neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hengji.checks.relations.passages import Slot

__all__ = ["are_called_so"]

_IDENTITIES: Final = tuple(
    tuple(map(re.compile, words))
    for words in (
        (
            "收入总计|收入合计|总收入",
            "本年收入|当年收入|拨款|收入合计",
            "(?:年初|上年|期初).{0,6}(?:结转|结余)",
        ),
        ("支出总计|总支出", "本年支出|当年支出|支出合计", "年末|结转下年|期末"),
        (
            "预算|收入|到位|安排|下达|资金|拨付|可用",
            "支出|执行|使用|支付|列支|决算",
            "^(?!.*(?:上年|去年|年初|期初)).*(?:结余|结转|剩余|余额|未[支使]|尚余)",
        ),
        ("调整后|调整预算|全年预算|年度预算", "年初|批复|原", "追加|调增|增加|净增|核增"),
        ("年初|批复|原", "调整后|调整预算|全年预算|年度预算", "追减|调减|减少|净减|核减|压减"),
        ("年末|期末|本年|达到|增加到", "年初|期初|上年|去年", "增加|新增|增值|净增|增长|多"),
        ("年初|期初|上年|去年", "年末|期末|本年|降到|减少到", "减少|下降|减值|净减|报废|少"),
        ("原值", "净值", "折旧|摊销"),
        ("资产(?!净)", "负债", "净资产"),
    )
)


def are_called_so(whole: Slot, parts: Sequence[Slot]) -> bool:
    """Whether the labels are those of an identity, each of another of its words."""
    if len(parts) != len(_IDENTITIES[0]) - 1:
        return False
    one, other = parts
    return any(
        total.search(whole.label)
        and (
            (first.search(one.label) and second.search(other.label))
            or (first.search(other.label) and second.search(one.label))
        )
        for total, first, second in _IDENTITIES
    )
