"""What is said to come after another thing, and is dated before it: 结论书8月25日出具，财务依据该结论书于7月12日付款.

Two dates beside one another with words that say which follows which: 之后, 半年后, 依据该…, 听取…后. No word for a step
of a procedure is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.days.told_dates import ToldDate, date_matches, told_dates
from hengji.facts.relation import Relation

__all__ = ["find_said_order"]

_THEN: Final = re.compile(
    r"[，。；](?:[\u4e00-\u9fff]{0,10}?)(?:之后|随后|尔后|此后|其后|然后|接着|紧接着|继而|[半一两二三四五六]个?[年月周]后|数[日天月]后|不久)(?:[，]|[\u4e00-\u9fff]{0,24}$)"
    r"|(?:依据|根据|凭|按照|依照|照着|据|按)(?:该|此|上述|这[份个些])[^，。；]{1,12}[，]?[^，。；]{0,8}$"
    r"|(?:收到|听取|拿到|取得|接到|参照)(?:该|此|上述|这[份个些])[^，。；]{1,12}之?后[^，。；]{0,8}$"
)
_BEHIND: Final = re.compile(
    r"^[^。；]{0,20}?(?:听取|依据|根据|参照|照着|按照|凭)(?:论证|评审|审计|审核|收到|上述|该|前述)[^，。；]{0,10}(?:后|来|的)"
)
_NOT: Final = re.compile(
    r"之前|此前|早在|以前|提前|先于|预计|计划|拟|原定|应于|上年|去年|截至|截止|前[，将]|期限|倒签|补"
)
_FAR: Final = 60


def find_said_order(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all."""
    flow = flowing(context)
    text = flow.text
    for first, second in pairwise(date_matches(context)):
        between = text[first.end() : second.start()]
        if len(between) > _FAR or "\n" in between or context.table_at(flow.place(first.start())) is not None:
            continue
        behind = re.split("[。；\n]", text[second.end() : second.end() + _FAR])[0]
        if _NOT.search(between) or not (_THEN.search(between) or _BEHIND.match(behind)):
            continue
        dates = told_dates(text, _line(text, first.start()), second.end())
        pair = [one for one in dates if one.start in (first.start(), second.start())]
        if len(pair) == 2 and _runs_back(*pair):
            shown = [text[one.start : one.end] for one in pair]
            message = f"按文中的说法，“{shown[1]}”的事在“{shown[0]}”之后，日期却更早，先后颠倒。请核对两个日期。"
            yield slip(
                context,
                [flow.span(one.start, one.end) for one in pair],
                "error",
                message,
                rule="后发生的事日期在后",
                expected=f"不早于{shown[0]}",
                severity="high",
                kind="year",
            )


def _line(text: str, at: int) -> int:
    return max(text.rfind("\n", max(0, at - 400), at) + 1, at - 400, 0)


def _runs_back(first: ToldDate, second: ToldDate) -> bool:
    if first.ranges or second.ranges or not (first.first[0] or not second.first[0]):
        return False
    return second.last < first.first
