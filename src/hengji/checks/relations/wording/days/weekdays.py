"""The day of the week told beside a date: 2024年5月6日（星期二） was a Monday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_weekdays"]

_TOLD: Final = re.compile(
    r"(?P<y>20\d{2})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日\s*[（(，]?\s*(?:星期|周|礼拜)(?P<day>[一二三四五六日天])(?![个至到、期年])"
)
_NAMES: Final = "一二三四五六日"


def find_weekdays(context: Context) -> Iterator[Relation]:
    """Dates with a weekday; a date that cannot be is another finder's."""
    for match in _TOLD.finditer(context.document.text):
        try:
            day = datetime.date(int(match["y"]), int(match["m"]), int(match["d"])).weekday()
        except ValueError:
            continue
        if _NAMES[day] != match["day"].replace("天", "日"):
            yield slip(
                context,
                [match.span()],
                "error",
                f"“{match[0]}”不是星期{match['day']}，是星期{_NAMES[day]}。请核对日期或星期。",
                rule="日期与星期应相符",
                expected=f"星期{_NAMES[day]}",
                severity="medium",
                kind="year",
            )
