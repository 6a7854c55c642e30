"""One step told twice with one day and two years: 2020年6月20日完工 here and 2021年6月20日完工 there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_one_day_two_years"]

_DATE: Final = r"(?P<year>20\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
_STEP: Final = re.compile(
    rf"{_DATE}(?:正式|全面|全部|顺利|如期|已|前|通过|组织|完成了?|项目|工程|竣工(?=验收)){{0,3}}"
    r"(?P<step>开工(?:建设)?|完工|竣工(?:验收)?|建成|验收|交付(?:使用)?|投入使用|开标|揭牌|挂牌成立)"
)
_YEARLY: Final = {(1, 1), (6, 30), (7, 1), (12, 31)}
"""Days on which things begin and end in every year."""
_SAME: Final = {"竣工": "完工", "建成": "完工", "投入": "交付"}
_LABELLED: Final = re.compile(
    rf"(?P<step>开工|完工|竣工(?:验收)?|验收|交付|开标|合同签订)(?:日期|时间)(?:为|是|：|:)?\s?{_DATE}"
)


def find_one_day_two_years(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``. Of two places with one year each, that of the paper's year is held for right."""
    flow = flowing(context)
    told: dict[tuple[str, int, int], list[re.Match[str]]] = defaultdict(list)
    for pattern in (_STEP, _LABELLED):
        for match in pattern.finditer(flow.text):
            told[_SAME.get(match["step"][:2], match["step"][:2]), int(match["month"]), int(match["day"])].append(match)
    for (step, month, day), places in told.items():
        counted = Counter(int(match["year"]) for match in places)
        if (month, day) in _YEARLY or len(counted) != 2 or abs(max(counted) - min(counted)) > 1:
            continue
        (usual, times), (odd, once) = counted.most_common(2)
        if once > 1:
            continue
        if times == once and context.facts.year == odd:
            usual, odd = odd, usual
        here = next(match for match in places if int(match["year"]) == odd)
        there = next(match for match in places if int(match["year"]) == usual)
        yield slip(
            context,
            [flow.of(there, "year"), flow.of(here, "year")],
            "error",
            f"“{step}”一处是{usual}年{month}月{day}日，这里是{odd}年同月同日。请核对年份。",
            rule="同一事项的日期应一致",
            expected=f"{usual}年",
            likely=f"{odd}年应为{usual}年",
            severity="high",
            kind="year",
        )
